/* Of the 2,231 names of HTML those of letters, punctuation and signs that stand in prose. */
#include "base/html_entity.h"

#include "base/text.h"

#include <string.h>

struct entity {
	char name[8];
	uint16_t code;
};

static const struct entity entities[] = {{"AElig", 0xC6}, {"Aacute", 0xC1}, {"Acirc", 0xC2},
	{"Agrave", 0xC0}, {"Aring", 0xC5}, {"Atilde", 0xC3}, {"Auml", 0xC4}, {"Ccedil", 0xC7},
	{"ETH", 0xD0}, {"Eacute", 0xC9}, {"Ecirc", 0xCA}, {"Egrave", 0xC8}, {"Euml", 0xCB},
	{"Iacute", 0xCD}, {"Icirc", 0xCE}, {"Igrave", 0xCC}, {"Iuml", 0xCF}, {"Ntilde", 0xD1},
	{"OElig", 0x152}, {"Oacute", 0xD3}, {"Ocirc", 0xD4}, {"Ograve", 0xD2}, {"Oslash", 0xD8},
	{"Otilde", 0xD5}, {"Ouml", 0xD6}, {"Scaron", 0x160}, {"THORN", 0xDE}, {"Uacute", 0xDA},
	{"Ucirc", 0xDB}, {"Ugrave", 0xD9}, {"Uuml", 0xDC}, {"Yacute", 0xDD}, {"aacute", 0xE1},
	{"acirc", 0xE2}, {"acute", 0xB4}, {"aelig", 0xE6}, {"agrave", 0xE0}, {"amp", '&'},
	{"apos", '\''}, {"aring", 0xE5}, {"atilde", 0xE3}, {"auml", 0xE4}, {"bdquo", 0x201E},
	{"bull", 0x2022}, {"ccedil", 0xE7}, {"cent", 0xA2}, {"copy", 0xA9}, {"dagger", 0x2020},
	{"deg", 0xB0}, {"eacute", 0xE9}, {"ecirc", 0xEA}, {"egrave", 0xE8}, {"emsp", 0x2003},
	{"ensp", 0x2002}, {"eth", 0xF0}, {"euml", 0xEB}, {"euro", 0x20AC}, {"frac12", 0xBD},
	{"frac14", 0xBC}, {"frac34", 0xBE}, {"gt", '>'}, {"hellip", 0x2026}, {"iacute", 0xED},
	{"icirc", 0xEE}, {"iexcl", 0xA1}, {"igrave", 0xEC}, {"iquest", 0xBF}, {"iuml", 0xEF},
	{"laquo", 0xAB}, {"ldquo", 0x201C}, {"lsaquo", 0x2039}, {"lsquo", 0x2018}, {"lt", '<'},
	{"mdash", 0x2014}, {"middot", 0xB7}, {"minus", 0x2212}, {"nbsp", ' '}, {"ndash", 0x2013},
	{"ntilde", 0xF1}, {"oacute", 0xF3}, {"ocirc", 0xF4}, {"oelig", 0x153}, {"ograve", 0xF2},
	{"ordf", 0xAA}, {"ordm", 0xBA}, {"oslash", 0xF8}, {"otilde", 0xF5}, {"ouml", 0xF6},
	{"para", 0xB6}, {"plusmn", 0xB1}, {"pound", 0xA3}, {"quot", '"'}, {"raquo", 0xBB},
	{"rdquo", 0x201D}, {"reg", 0xAE}, {"rsaquo", 0x203A}, {"rsquo", 0x2019}, {"sbquo", 0x201A},
	{"scaron", 0x161}, {"sect", 0xA7}, {"shy", 0xAD}, {"sup1", 0xB9}, {"sup2", 0xB2},
	{"sup3", 0xB3}, {"szlig", 0xDF}, {"thinsp", 0x2009}, {"thorn", 0xFE}, {"times", 0xD7},
	{"trade", 0x2122}, {"uacute", 0xFA}, {"ucirc", 0xFB}, {"ugrave", 0xF9}, {"uml", 0xA8},
	{"uuml", 0xFC}, {"yacute", 0xFD}, {"yen", 0xA5}, {"yuml", 0xFF}};

/* What 0x80 to 0x9F are in Windows-1252; 0 where it has none. */
static const uint16_t windows[32] = {0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021,
	0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
	0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178};

static int32_t character_of(uint32_t number)
{
	if (number >= 0x80 && number < 0xA0 && windows[number - 0x80])
		return windows[number - 0x80];
	if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number < 0xE000) ||
		(number & 0xFFFE) == 0xFFFE || (number >= 0xFDD0 && number < 0xFDF0))
		return 0xFFFD;
	return text_kind((int32_t)number) == TEXT_CONTROL ? ' ' : (int32_t)number;
}

/* "#8211", "#x2013", behind the ampersand. */
static size_t number_len(const char *text, size_t len, uint32_t *number)
{
	enum { MOST = 0x110000 };
	bool hex = len > 1 && (text[1] | 32) == 'x';
	size_t at = 1 + hex, from = at;
	for (*number = 0; at < len; at++) {
		char c = text_small(text[at]);
		bool figure = text_is_figure(c);
		if (!figure && !(hex && c >= 'a' && c <= 'f'))
			break;
		uint32_t digit = (uint32_t)(figure ? c - '0' : c - 'a' + 10);
		*number = *number >= MOST ? MOST : *number * (hex ? 16 : 10) + digit;
	}
	return at > from ? at : 0;
}

size_t html_entity(const char *text, size_t len, int32_t *code_point)
{
	uint32_t number;
	size_t at;
	if (len < 3 || *text != '&')
		return 0;
	if (text[1] == '#') {
		at = number_len(text + 1, len - 1, &number);
		if (!at)
			return 0;
		*code_point = character_of(number);
		return 1 + at + (1 + at < len && text[1 + at] == ';');
	}
	const char *end = memchr(text, ';', len < 10 ? len : 10);
	size_t name = end ? (size_t)(end - text) - 1 : 0;
	for (size_t i = 0; name && i < sizeof entities / sizeof *entities; i++)
		if (strlen(entities[i].name) == name && !memcmp(entities[i].name, text + 1, name)) {
			*code_point = entities[i].code;
			return name + 2;
		}
	return 0;
}
