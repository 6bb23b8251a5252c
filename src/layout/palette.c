/* Sixteen colours by name, a cube of six by six by six, and 24 greys. */
#include "layout/palette.h"

#include <string.h>

static const uint32_t few[16] = {0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd,
	0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff,
	0xffffff};

enum { CUBE = 16, GREYS = 232 };

static uint32_t color_of(int number)
{
	static const uint8_t steps[6] = {0, 95, 135, 175, 215, 255};
	if (number < CUBE)
		return few[number];
	if (number >= GREYS)
		return 0x010101u * (uint32_t)(8 + 10 * (number - GREYS));
	int at = number - CUBE;
	return (uint32_t)steps[at / 36] << 16 | (uint32_t)steps[at / 6 % 6] << 8 | steps[at % 6];
}

static bool is_dark(const struct theme_look *theme)
{
	return strcmp(theme->name, "dark") == 0 || strcmp(theme->name, "auto") == 0;
}

struct ink palette_ink(const struct theme_look *theme, struct style style)
{
	struct look look = theme_resolve(theme, style);
	bool dark = is_dark(theme);
	uint32_t text = look.color256 < 0 ? dark ? few[7] : few[0] : color_of(look.color256);
	uint32_t back = look.back256 < 0 ? dark ? few[0] : few[15] : color_of(look.back256);
	return (struct ink){look.reverse ? back : text, look.reverse ? text : back, look.bold,
		look.italic, look.underline};
}

bool palette_same(struct ink a, struct ink b)
{
	return a.text == b.text && a.back == b.back && a.bold == b.bold && a.italic == b.italic &&
		a.underline == b.underline;
}
