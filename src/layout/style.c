/* Themes are tables of looks, one row a role; signs are two tables of strings.
 *
 * Where no terminal says what it stands on, `auto` has its own colours, and the few hues that can be
 * read on black and on white. `dark` and `light` bring a background only behind what is selected or
 * found; `projector` brings its paper; `mono` uses attributes alone. A test holds every pair of
 * text and background to a contrast, by the colours of xterm. */
#include "layout/style.h"

#include "model/record.h"

#include <string.h>

#define PLAIN          .color = -1, .color256 = -1, .back = -1, .back256 = -1
#define NAME(word)     .name = word, .command = "theme " word
#define HUE(few, many) .color = (few), .color256 = (many), .back = -1, .back256 = -1

/* clang-format off */
static const struct theme_look themes[] = {
	{
		NAME("auto"),
		.help = "the terminal's own colours, with hues for dark and light",
		.paper = {PLAIN},
		.roles = {
			[ROLE_TEXT] = {PLAIN},
			[ROLE_TITLE] = {PLAIN, .bold = true},
			[ROLE_ERA] = {HUE(-1, 131), .bold = true},
			[ROLE_DATE] = {PLAIN},
			[ROLE_MARK] = {PLAIN},
			[ROLE_GAP] = {HUE(-1, 243)},
			[ROLE_QUOTE] = {PLAIN},
			[ROLE_REPORT] = {PLAIN},
			[ROLE_VIEW] = {PLAIN, .italic = true},
			[ROLE_SPEAKER] = {PLAIN, .bold = true},
			[ROLE_SOURCE] = {HUE(-1, 243)},
			[ROLE_NOTE] = {HUE(-1, 243), .italic = true},
			[ROLE_WARN] = {HUE(-1, 131), .bold = true},
			[ROLE_COUNT_OF] = {HUE(-1, 243)},
			[ROLE_RULE] = {HUE(-1, 243)},
			[ROLE_FOCUS] = {HUE(-1, 29), .bold = true},
			[ROLE_KEY] = {HUE(-1, 29), .bold = true},
			[ROLE_HELP] = {PLAIN},
			[ROLE_CARET] = {PLAIN},
		},
		.parties = {
			[COLOR_NONE] = {PLAIN},
			[COLOR_BLACK] = {PLAIN},
			[COLOR_RED] = {HUE(-1, 131)},
			[COLOR_GREEN] = {HUE(-1, 29)},
			[COLOR_YELLOW] = {PLAIN},
			[COLOR_BLUE] = {HUE(-1, 63)},
			[COLOR_MAGENTA] = {HUE(-1, 163)},
			[COLOR_CYAN] = {PLAIN},
			[COLOR_WHITE] = {PLAIN},
		},
		.selected = {PLAIN, .bold = true},
		.hit = {PLAIN, .underline = true, .bold = true},
		.here = {PLAIN, .reverse = true, .bold = true},
	},
	{
		NAME("dark"),
		.help = "for a dark background",
		.paper = {PLAIN},
		.roles = {
			[ROLE_TEXT] = {HUE(7, 252)},
			[ROLE_TITLE] = {HUE(7, 231), .bold = true},
			[ROLE_ERA] = {HUE(3, 179), .bold = true},
			[ROLE_DATE] = {HUE(7, 252)},
			[ROLE_MARK] = {HUE(7, 252)},
			[ROLE_GAP] = {HUE(7, 248)},
			[ROLE_QUOTE] = {HUE(7, 231)},
			[ROLE_REPORT] = {HUE(7, 252)},
			[ROLE_VIEW] = {HUE(7, 183), .italic = true},
			[ROLE_SPEAKER] = {HUE(7, 231), .bold = true},
			[ROLE_SOURCE] = {HUE(7, 248)},
			[ROLE_NOTE] = {HUE(7, 248), .italic = true},
			[ROLE_WARN] = {HUE(3, 215), .bold = true},
			[ROLE_COUNT_OF] = {HUE(7, 248)},
			[ROLE_RULE] = {HUE(7, 244)},
			[ROLE_FOCUS] = {HUE(6, 80), .bold = true},
			[ROLE_KEY] = {HUE(6, 80), .bold = true},
			[ROLE_HELP] = {HUE(7, 252)},
			[ROLE_CARET] = {PLAIN},
		},
		.parties = {
			[COLOR_NONE] = {PLAIN},
			[COLOR_BLACK] = {HUE(7, 250)},
			[COLOR_RED] = {HUE(9, 210)},
			[COLOR_GREEN] = {HUE(2, 114)},
			[COLOR_YELLOW] = {HUE(3, 186)},
			[COLOR_BLUE] = {HUE(6, 111)},
			[COLOR_MAGENTA] = {HUE(13, 213)},
			[COLOR_CYAN] = {HUE(6, 86)},
			[COLOR_WHITE] = {HUE(7, 231)},
		},
		.selected = {.color = 7, .color256 = -1, .back = 4, .back256 = 237, .bold = true},
		.hit = {.color = 0, .color256 = 16, .back = 3, .back256 = 179, .thin = true},
		.here = {.color = 0, .color256 = 16, .back = 7, .back256 = 231, .bold = true, .underline = true, .thin = true},
	},
	{
		NAME("light"),
		.help = "for a light background",
		.paper = {PLAIN},
		.roles = {
			[ROLE_TEXT] = {HUE(-1, 235)},
			[ROLE_TITLE] = {HUE(-1, 16), .bold = true},
			[ROLE_ERA] = {HUE(4, 94), .bold = true},
			[ROLE_DATE] = {HUE(-1, 235)},
			[ROLE_MARK] = {HUE(-1, 235)},
			[ROLE_GAP] = {HUE(-1, 241)},
			[ROLE_QUOTE] = {HUE(-1, 16)},
			[ROLE_REPORT] = {HUE(-1, 235)},
			[ROLE_VIEW] = {HUE(5, 54), .italic = true},
			[ROLE_SPEAKER] = {HUE(-1, 16), .bold = true},
			[ROLE_SOURCE] = {HUE(-1, 241)},
			[ROLE_NOTE] = {HUE(-1, 241), .italic = true},
			[ROLE_WARN] = {HUE(1, 124), .bold = true, .thin = true},
			[ROLE_COUNT_OF] = {HUE(-1, 241)},
			[ROLE_RULE] = {HUE(-1, 243)},
			[ROLE_FOCUS] = {HUE(4, 24), .bold = true},
			[ROLE_KEY] = {HUE(4, 24), .bold = true},
			[ROLE_HELP] = {HUE(-1, 235)},
			[ROLE_CARET] = {PLAIN},
		},
		.parties = {
			[COLOR_NONE] = {PLAIN},
			[COLOR_BLACK] = {HUE(-1, 16)},
			[COLOR_RED] = {HUE(1, 124), .thin = true},
			[COLOR_GREEN] = {HUE(-1, 22)},
			[COLOR_YELLOW] = {HUE(-1, 58)},
			[COLOR_BLUE] = {HUE(4, 19)},
			[COLOR_MAGENTA] = {HUE(5, 90), .thin = true},
			[COLOR_CYAN] = {HUE(-1, 23)},
			[COLOR_WHITE] = {HUE(-1, 241)},
		},
		.selected = {.color = 0, .color256 = -1, .back = 7, .back256 = 254, .bold = true, .thin = true},
		.hit = {.color = 0, .color256 = 16, .back = 3, .back256 = 222, .thin = true},
		.here = {.color = 7, .color256 = 231, .back = 0, .back256 = 16, .bold = true, .underline = true},
	},
	{
		NAME("projector"),
		.help = "black on white, bold: for a wall in a lit room",
		.paper = {.color = 0, .color256 = 16, .back = 7, .back256 = 231, .thin = true},
		.roles = {
			[ROLE_TEXT] = {HUE(0, 16)},
			[ROLE_TITLE] = {HUE(0, 16), .bold = true},
			[ROLE_ERA] = {HUE(4, 18), .bold = true}, /* 88 would be read as a party's */
			[ROLE_DATE] = {HUE(0, 16)},
			[ROLE_MARK] = {HUE(0, 16), .bold = true},
			[ROLE_GAP] = {HUE(0, 16)},
			[ROLE_QUOTE] = {HUE(0, 16), .bold = true},
			[ROLE_REPORT] = {HUE(0, 16), .bold = true},
			[ROLE_VIEW] = {HUE(4, 54), .bold = true},
			[ROLE_SPEAKER] = {HUE(0, 16), .bold = true},
			[ROLE_SOURCE] = {HUE(0, 16)},
			[ROLE_NOTE] = {HUE(0, 16)},
			[ROLE_WARN] = {HUE(0, 88), .bold = true},
			[ROLE_COUNT_OF] = {HUE(0, 16)},
			[ROLE_RULE] = {HUE(0, 16)},
			[ROLE_FOCUS] = {HUE(4, 18), .bold = true},
			[ROLE_KEY] = {HUE(4, 18), .bold = true},
			[ROLE_HELP] = {HUE(0, 16)},
			[ROLE_CARET] = {.color = 7, .color256 = 231, .back = 0, .back256 = 16},
		},
		.parties = {
			[COLOR_NONE] = {PLAIN},
			[COLOR_BLACK] = {HUE(0, 16)},
			[COLOR_RED] = {HUE(0, 124)},
			[COLOR_GREEN] = {HUE(0, 22)},
			[COLOR_YELLOW] = {HUE(0, 52)},
			[COLOR_BLUE] = {HUE(4, 19)},
			[COLOR_MAGENTA] = {HUE(0, 90)},
			[COLOR_CYAN] = {HUE(0, 23)},
			[COLOR_WHITE] = {HUE(0, 16)},
		},
		.selected = {.color = 7, .color256 = 231, .back = 0, .back256 = 16},
		.hit = {.color = 0, .color256 = 16, .back = 3, .back256 = 222},
		.here = {.color = 7, .color256 = 231, .back = 4, .back256 = 18, .underline = true},
	},
	{
		NAME("mono"),
		.help = "no colour at all",
		.paper = {PLAIN},
		.roles = {
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
			[ROLE_CARET] = {PLAIN},
		},
		.parties = {
			[COLOR_NONE] = {PLAIN},
			[COLOR_BLACK] = {PLAIN},
			[COLOR_RED] = {PLAIN},
			[COLOR_GREEN] = {PLAIN},
			[COLOR_YELLOW] = {PLAIN},
			[COLOR_BLUE] = {PLAIN},
			[COLOR_MAGENTA] = {PLAIN},
			[COLOR_CYAN] = {PLAIN},
			[COLOR_WHITE] = {PLAIN},
		},
		.selected = {PLAIN, .reverse = true, .bold = true},
		.hit = {PLAIN, .underline = true, .bold = true},
		.here = {PLAIN, .reverse = true, .underline = true, .bold = true},
	},
};
/* clang-format on */

_Static_assert((int)STYLE_COLORS == (int)COLOR_COUNT, "a look for each colour of a party");
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
	under.reverse ^= over->reverse; /* what stands out in a row that does */
	under.thin |= over->thin;
	return under;
}

struct look theme_resolve(const struct theme_look *theme, struct style style)
{
	struct look look = look_over(theme->paper, &theme->roles[style.role]);
	look = look_over(look, &theme->parties[style.color]);
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

bool look_is_bold(struct look look, int colors)
{
	return look.bold && !(look.thin && colors >= 8 && colors < 256);
}

void look_sgr(struct buf *out, struct look look, int colors)
{
	struct buf codes = {0};
	if (look_is_bold(look, colors))
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
	.join_top_light = "┬",
	.marked = "+",
	.cut = "…",
	.dash = "–",
	.dot = "·",
	.bars = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
	.here = "▼",
	.broken = "╱",
	.up = "↑",
	.down = "↓",
	.earlier = "←",
	.later = "→",
	.right = "✓",
	.wrong = "✗",
};

static const struct signs ascii_signs = {
	.selected = ">",
	.bar = "]",
	.words = "*",
	.no_words = "o",
	.gap = ":",
	.open = "\"",
	.close = "\"",
	.quotation = "#",
	.report = "=",
	.view = "~",
	.view_before = "~ ",
	.same = "=",
	.differs = "!",
	.only_left = "{",
	.only_right = "}",
	.nothing = ".",
	.left_out = "x",
	.heavy = "_",
	.light = "-",
	.vertical = "|",
	.join_top = "+",
	.join_bottom = "+",
	.join_top_left = "+",
	.join_top_light = "+",
	.marked = "+",
	.cut = "...",
	.dash = "-",
	.dot = "-",
	.bars = {"_", ".", ".", ":", ":", "|", "|", "#"},
	.here = "V",
	.broken = "/",
	.up = "^",
	.down = "v",
	.earlier = "<-",
	.later = "->",
	.right = "+",
	.wrong = "-",
};

const struct signs *signs_find(bool ascii)
{
	return ascii ? &ascii_signs : &unicode_signs;
}
