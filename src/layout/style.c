/* Themes are tables of looks, one row a role; signs are two tables of strings.
 *
 * `auto` stands on the terminal's own colours, dark or light, so its hues are middle ones: each has
 * a contrast of 4:1 or more on black and on white. `dark` and `light` bring their own background
 * only behind the selected row; `mono` uses attributes alone. */
#include "layout/style.h"

#include <string.h>

#define PLAIN          .color = -1, .color256 = -1, .back = -1, .back256 = -1
#define HUE(few, many) .color = (few), .color256 = (many), .back = -1, .back256 = -1

static const struct theme_look
	themes[] =
		{
			{
				.name = "auto",
				.help = "the terminal's own colours, with hues for dark and light",
				.paper = {PLAIN},
				.roles =
					{
						[ROLE_TEXT] = {PLAIN},
						[ROLE_TITLE] = {PLAIN, .bold = true},
						[ROLE_ERA] = {HUE(-1, 130), .bold = true},
						[ROLE_DATE] = {PLAIN},
						[ROLE_MARK] = {HUE(-1, 30)},
						[ROLE_GAP] = {HUE(-1, 243)},
						[ROLE_QUOTE] = {PLAIN},
						[ROLE_REPORT] = {PLAIN},
						[ROLE_VIEW] = {PLAIN, .italic = true},
						[ROLE_SPEAKER] = {HUE(-1, 30), .bold = true},
						[ROLE_SOURCE] = {HUE(-1, 243)},
						[ROLE_NOTE] = {HUE(-1, 243), .italic = true},
						[ROLE_WARN] = {HUE(1, 130), .bold = true},
						[ROLE_COUNT_OF] = {HUE(-1, 243)},
						[ROLE_RULE] = {HUE(-1, 243)},
						[ROLE_FOCUS] = {HUE(-1, 30), .bold = true},
						[ROLE_KEY] = {HUE(-1, 30), .bold = true},
						[ROLE_HELP] = {PLAIN},
					},
				.selected = {PLAIN, .bold = true},
				.hit = {PLAIN, .underline = true, .bold = true},
				.here = {PLAIN, .reverse = true, .bold = true},
			},
			{
				.name = "dark",
				.help = "for a dark background",
				.paper = {PLAIN},
				.roles =
					{
						[ROLE_TEXT] = {HUE(7, 252)},
						[ROLE_TITLE] = {HUE(7, 231), .bold = true},
						[ROLE_ERA] = {HUE(3, 179), .bold = true},
						[ROLE_DATE] = {HUE(7, 252)},
						[ROLE_MARK] = {HUE(6, 80)},
						[ROLE_GAP] = {HUE(7, 245)},
						[ROLE_QUOTE] = {HUE(7, 231)},
						[ROLE_REPORT] = {HUE(7, 252)},
						[ROLE_VIEW] = {HUE(7, 183), .italic = true},
						[ROLE_SPEAKER] = {HUE(6, 80), .bold = true},
						[ROLE_SOURCE] = {HUE(7, 245)},
						[ROLE_NOTE] = {HUE(7, 245), .italic = true},
						[ROLE_WARN] = {HUE(3, 215), .bold = true},
						[ROLE_COUNT_OF] = {HUE(7, 245)},
						[ROLE_RULE] = {HUE(7, 240)},
						[ROLE_FOCUS] = {HUE(6, 80), .bold = true},
						[ROLE_KEY] = {HUE(6, 80), .bold = true},
						[ROLE_HELP] = {HUE(7, 252)},
					},
				.selected = {.color = -1,
					.color256 = -1,
					.back = 4,
					.back256 = 237,
					.bold = true},
				.hit = {.color = 0, .color256 = 16, .back = 3, .back256 = 179},
				.here = {.color = 0,
					.color256 = 16,
					.back = 7,
					.back256 = 231,
					.bold = true,
					.underline = true},
			},
			{
				.name = "light",
				.help = "for a light background",
				.paper = {PLAIN},
				.roles =
					{
						[ROLE_TEXT] = {HUE(0, 235)},
						[ROLE_TITLE] = {HUE(0, 16), .bold = true},
						[ROLE_ERA] = {HUE(1, 94), .bold = true},
						[ROLE_DATE] = {HUE(0, 235)},
						[ROLE_MARK] = {HUE(4, 24)},
						[ROLE_GAP] = {HUE(0, 242)},
						[ROLE_QUOTE] = {HUE(0, 16)},
						[ROLE_REPORT] = {HUE(0, 235)},
						[ROLE_VIEW] = {HUE(5, 54), .italic = true},
						[ROLE_SPEAKER] = {HUE(4, 24), .bold = true},
						[ROLE_SOURCE] = {HUE(0, 242)},
						[ROLE_NOTE] = {HUE(0, 242), .italic = true},
						[ROLE_WARN] = {HUE(1, 124), .bold = true},
						[ROLE_COUNT_OF] = {HUE(0, 242)},
						[ROLE_RULE] = {HUE(0, 246)},
						[ROLE_FOCUS] = {HUE(4, 24), .bold = true},
						[ROLE_KEY] = {HUE(4, 24), .bold = true},
						[ROLE_HELP] = {HUE(0, 235)},
					},
				.selected = {.color = -1,
					.color256 = -1,
					.back = -1,
					.back256 = 254,
					.bold = true},
				.hit = {.color = 0, .color256 = 16, .back = 3, .back256 = 222},
				.here = {.color = 7,
					.color256 = 231,
					.back = 0,
					.back256 = 16,
					.bold = true,
					.underline = true},
			},
			{
				.name = "mono",
				.help = "no colour at all",
				.paper = {PLAIN},
				.roles =
					{
						[ROLE_TEXT] = {PLAIN},
						[ROLE_TITLE] = {PLAIN, .bold = true},
						[ROLE_ERA] = {PLAIN, .bold = true},
						[ROLE_DATE] = {PLAIN},
						[ROLE_MARK] = {PLAIN},
						[ROLE_GAP] = {PLAIN},
						[ROLE_QUOTE] = {PLAIN},
						[ROLE_REPORT] = {PLAIN},
						[ROLE_VIEW] = {PLAIN},
						[ROLE_SPEAKER] = {PLAIN, .bold = true},
						[ROLE_SOURCE] = {PLAIN},
						[ROLE_NOTE] = {PLAIN},
						[ROLE_WARN] = {PLAIN, .bold = true},
						[ROLE_COUNT_OF] = {PLAIN},
						[ROLE_RULE] = {PLAIN},
						[ROLE_FOCUS] = {PLAIN, .bold = true},
						[ROLE_KEY] = {PLAIN, .bold = true},
						[ROLE_HELP] = {PLAIN},
					},
				.selected = {PLAIN, .bold = true},
				.hit = {PLAIN, .underline = true, .bold = true},
				.here = {PLAIN, .reverse = true, .bold = true},
			},
};

enum { THEMES = sizeof themes / sizeof *themes };

const struct theme_look *theme_at(int n)
{
	return n >= 0 && n < THEMES ? &themes[n] : NULL;
}

const struct theme_look *theme_find(const char *name)
{
	for (int n = 0; n < THEMES; n++)
		if (strcmp(themes[n].name, name) == 0)
			return &themes[n];
	return NULL;
}

static struct look look_over(struct look under, const struct look *over)
{
	if (over->color != -1)
		under.color = over->color;
	if (over->color256 != -1)
		under.color256 = over->color256;
	if (over->back != -1)
		under.back = over->back;
	if (over->back256 != -1)
		under.back256 = over->back256;
	under.bold |= over->bold;
	under.dim |= over->dim;
	under.italic |= over->italic;
	under.underline |= over->underline;
	under.reverse |= over->reverse;
	return under;
}

struct look theme_resolve(const struct theme_look *theme, struct style style)
{
	struct look look = look_over(theme->paper, &theme->roles[style.role]);
	if (style.flags & STYLE_SELECTED)
		look = look_over(look, &theme->selected);
	if (style.flags & STYLE_HIT)
		look = look_over(look, style.flags & STYLE_HERE ? &theme->here : &theme->hit);
	return look;
}

static void sgr_color(struct buf *out, int color, int base, bool many)
{
	if (color < 0)
		return;
	if (many)
		buf_format(out, ";%d;5;%d", base + 8, color);
	else if (color < 8)
		buf_format(out, ";%d", base + color);
	else
		buf_format(out, ";%d", base + 60 + color - 8);
}

void look_sgr(struct buf *out, struct look look, int colors)
{
	struct buf codes = {0};
	if (look.bold)
		buf_text(&codes, ";1");
	if (look.dim)
		buf_text(&codes, ";2");
	if (look.italic)
		buf_text(&codes, ";3");
	if (look.underline)
		buf_text(&codes, ";4");
	if (look.reverse)
		buf_text(&codes, ";7");
	if (colors >= 8) {
		bool many = colors >= 256;
		sgr_color(&codes, many ? look.color256 : look.color, 30, many);
		sgr_color(&codes, many ? look.back256 : look.back, 40, many);
	}
	if (codes.len)
		buf_format(out, "\033[%sm", buf_string(&codes) + 1);
	buf_free(&codes);
}

static const struct signs unicode_signs = {
	.selected = "▸",
	.bar = "▌",
	.words = "●",
	.no_words = "○",
	.gap = "┆",
	.open = "“",
	.close = "”",
	.quotation = "■",
	.report = "□",
	.view = "◇",
	.view_before = "◇ ",
	.same = "=",
	.differs = "≠",
	.only_left = "‹",
	.only_right = "›",
	.nothing = "·",
	.left_out = "×",
	.heavy = "━",
	.light = "─",
	.vertical = "│",
	.join_top = "┮",
	.join_bottom = "┴",
	.join_top_left = "┭",
	.marked = "+",
	.cut = "…",
	.dash = "–",
	.dot = "·",
	.bars = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
	.here = "▼",
	.broken = "╱",
	.up = "↑",
	.down = "↓",
	.right = "✓",
	.wrong = "✗",
};

static const struct signs ascii_signs = {
	.selected = ">",
	.bar = "|",
	.words = "*",
	.no_words = "o",
	.gap = ":",
	.open = "\"",
	.close = "\"",
	.quotation = "#",
	.report = "o",
	.view = "v",
	.view_before = "v ",
	.same = "=",
	.differs = "!",
	.only_left = "<",
	.only_right = ">",
	.nothing = ".",
	.left_out = "x",
	.heavy = "=",
	.light = "-",
	.vertical = "|",
	.join_top = "+",
	.join_bottom = "+",
	.join_top_left = "+",
	.marked = "+",
	.cut = "...",
	.dash = "-",
	.dot = "-",
	.bars = {"_", ".", ".", ":", ":", "|", "|", "#"},
	.here = "V",
	.broken = "/",
	.up = "^",
	.down = "v",
	.right = "+",
	.wrong = "-",
};

const struct signs *signs_find(bool ascii)
{
	return ascii ? &ascii_signs : &unicode_signs;
}
