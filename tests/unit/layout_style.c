/* What is drawn can be read: each role, with all that may lie over it, in each party's colour, in each
 * theme, with 8, 16 and 256 colours, against what it stands on. The contrast is that of WCAG 2, the
 * palette xterm's. A colour below 8 is looked at as the bright one as well that many terminals draw for
 * it in bold. */
#include "layout/style.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { BLACK = 16, WHITE = 231 };

static double channel(int value)
{
	double part = value / 255.0;
	return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double luminance(int color)
{
	static const int few[16][3] = {{0, 0, 0}, {205, 0, 0}, {0, 205, 0}, {205, 205, 0},
		{0, 0, 238}, {205, 0, 205}, {0, 205, 205}, {229, 229, 229}, {127, 127, 127},
		{255, 0, 0}, {0, 255, 0}, {255, 255, 0}, {92, 92, 255}, {255, 0, 255},
		{0, 255, 255}, {255, 255, 255}};
	static const int cube[6] = {0, 95, 135, 175, 215, 255};
	int rgb[3];
	for (int i = 0, part = 36; i < 3; i++, part /= 6)
		rgb[i] = color < 16    ? few[color][i]
			: color >= 232 ? 8 + 10 * (color - 232)
				       : cube[(color - 16) / part % 6];
	return 0.2126 * channel(rgb[0]) + 0.7152 * channel(rgb[1]) + 0.0722 * channel(rgb[2]);
}

static double contrast(int a, int b)
{
	double light = luminance(a), dark = luminance(b);
	return light > dark ? (light + 0.05) / (dark + 0.05) : (dark + 0.05) / (light + 0.05);
}

static void test_contrast_is_known(void **state)
{
	(void)state;
	assert_true(fabs(contrast(BLACK, WHITE) - 21) < 0.01);
	assert_true(fabs(contrast(243, WHITE) - 4.54) < 0.01); /* #767676, which WCAG names */
}

/* A pair that is drawn, on a ground of the terminal's own: -1 where that is not told. */
static int bad_pairs(const struct theme_look *theme, struct style style, int colors, int ground)
{
	struct look look = theme_resolve(theme, style);
	int text = colors == 256 ? look.color256 : look.color;
	int back = colors == 256 ? look.back256 : look.back;
	double least = strcmp(theme->name, "projector") == 0 ? 7 : 4.5;
	if (text < 0 && back < 0)
		return 0; /* the terminal's own, on its own */
	if (style.role == ROLE_RULE &&
		(style.flags & (STYLE_SELECTED | STYLE_HIT)) == STYLE_SELECTED)
		return 0; /* no row that can be selected has a line */
	if (style.role == ROLE_CARET && (style.flags || style.color))
		return 0; /* nothing lies over it */
	if (text < 0) {
		printf("%s, %d colours: role %d, flags %d: no text for its background\n",
			theme->name, colors, style.role, style.flags);
		return 1;
	}
	if (back < 0)
		back = ground;
	bool brightens = colors < 256 && text < 8 && look_is_bold(look, colors);
	double found = contrast(text, back);
	if (brightens) /* it may, and need not */
		found = fmin(found, contrast(text + 8, back));
	if (found >= least)
		return 0;
	printf("%s, %d colours: role %d, flags %d, party %d: %d on %d is %.2f:1, below %.1f\n",
		theme->name, colors, style.role, style.flags, style.color, text, back, found,
		least);
	return 1;
}

static void test_all_can_be_read(void **state)
{
	(void)state;
	const struct theme_look *theme;
	int bad = 0;
	for (int n = 0; (theme = theme_at(n)); n++)
		for (int role = 0; role < ROLE_COUNT; role++)
			for (int flags = 0; flags < STYLE_OVERLAYS; flags++)
				for (int color = 0; color < STYLE_COLORS; color++)
					for (int colors = 8; colors <= 256;
						colors = colors == 8 ? 16 : colors * 16) {
						struct style style = {(uint8_t)role, (uint8_t)flags,
							(uint8_t)color};
						bool light = strcmp(theme->name, "light") == 0;
						bool dark = strcmp(theme->name, "dark") == 0;
						if (!light)
							bad += bad_pairs(
								theme, style, colors, BLACK);
						if (!dark)
							bad += bad_pairs(
								theme, style, colors, WHITE);
					}
	assert_int_equal(bad, 0);
}

/* Whoever sits far from a wall in a lit room sees no grey and no slanted letter. */
static void test_projector_is_plain(void **state)
{
	(void)state;
	const struct theme_look *theme = theme_find("projector");
	for (int role = 0; role < ROLE_COUNT; role++) {
		struct look look = theme_resolve(theme, style_of((enum role)role));
		assert_false(look.italic || look.dim);
		assert_true(look.color256 < 232);
	}
	assert_true(theme_resolve(theme, style_of(ROLE_QUOTE)).bold);
}

/* Parties are told apart where there are colours for it, and a party without one is as its role. */
static void test_parties_differ(void **state)
{
	(void)state;
	static const char *const names[] = {"dark", "light"};
	for (int n = 0; n < 2; n++)
		for (uint8_t a = 1; a < STYLE_COLORS; a++)
			for (uint8_t b = 1; b < a; b++)
				assert_int_not_equal(theme_resolve(theme_find(names[n]),
							     style_party(ROLE_SPEAKER, a))
							     .color256,
					theme_resolve(
						theme_find(names[n]), style_party(ROLE_SPEAKER, b))
						.color256);
}

/* No two signs of a screen are one, but for a line and what is drawn with it. */
static void signs_of_a_screen_differ(void **state)
{
	(void)state;
	for (int ascii = 0; ascii < 2; ascii++) {
		const struct signs *signs = signs_find(ascii);
		const char *const families[][16] = {
			/* timeline, words and links; what was marked, or waits to be compared */
			{signs->selected, signs->bar, signs->words, signs->no_words, signs->gap,
				signs->view, signs->only_left, signs->only_right, signs->marked,
				signs->vertical, signs->here, signs->up, signs->down, signs->broken,
				signs->heavy},
			/* the index, who is this */
			{signs->selected, signs->words, signs->quotation, signs->report,
				signs->view, signs->nothing, signs->marked, signs->left_out,
				signs->down, signs->heavy},
			/* tables */
			{signs->selected, signs->bar, signs->same, signs->differs, signs->only_left,
				signs->only_right, signs->nothing, signs->left_out, signs->view,
				signs->marked, signs->down, signs->earlier, signs->later,
				signs->heavy},
			/* questions */
			{signs->selected, signs->bar, signs->right, signs->wrong, signs->view,
				signs->down},
		};
		for (size_t f = 0; f < sizeof families / sizeof *families; f++)
			for (int n = 0; n < 16 && families[f][n]; n++)
				for (int other = 0; other < n; other++)
					if (strcmp(families[f][n], families[f][other]) == 0)
						fail_msg("\"%s\" has two meanings on a screen",
							families[f][n]);
	}
}

/* A theme with a paper of its own may have the terminal's cursor on it in the paper's colour. */
static void test_a_prompt_is_seen_on_any_paper(void **state)
{
	(void)state;
	const struct theme_look *theme;
	for (int n = 0; (theme = theme_at(n)); n++) {
		struct look paper = theme_resolve(theme, style_of(ROLE_TEXT));
		struct look caret = theme_resolve(theme, style_of(ROLE_CARET));
		assert_int_equal(caret.back != paper.back, paper.back != -1);
		assert_int_equal(caret.back256 != paper.back256, paper.back256 != -1);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(signs_of_a_screen_differ),
		cmocka_unit_test(test_a_prompt_is_seen_on_any_paper),
		cmocka_unit_test(test_contrast_is_known),
		cmocka_unit_test(test_all_can_be_read),
		cmocka_unit_test(test_projector_is_plain),
		cmocka_unit_test(test_parties_differ),
	};
	return cmocka_run_group_tests_name("layout/style", tests, NULL, NULL);
}
