/* Plain names, for those who read that a character is not what it looks like: in lower case, with
 * hyphens as one writes them, and without what only Unicode means by them. */
#include "base/text.h"
#include "base/text_unicode.h"

#include <stddef.h>
#include <string.h>

const char *text_script(int32_t c)
{
	static const struct {
		int32_t first, last;
		const char *name;
	} scripts[] = {
		{'A', 'Z', "Latin"},
		{'a', 'z', "Latin"},
		{0xc0, 0x24f, "Latin"},
		{0x250, 0x2af, "Latin"},
		{0x370, 0x3ff, "Greek"},
		{0x400, 0x52f, "Cyrillic"},
		{0x530, 0x58f, "Armenian"},
		{0x590, 0x5ff, "Hebrew"},
		{0x600, 0x77f, "Arabic"},
		{0x900, 0x97f, "Devanagari"},
		{0x10a0, 0x10ff, "Georgian"},
		{0x13a0, 0x13ff, "Cherokee"},
		{0x1c80, 0x1c8f, "Cyrillic"},
		{0x1e00, 0x1eff, "Latin"},
		{0x1f00, 0x1fff, "Greek"},
		{0xab70, 0xabbf, "Cherokee"},
	};
	if (!text_is_letter(c))
		return NULL;
	for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
		if (c >= scripts[i].first && c <= scripts[i].last)
			return scripts[i].name;
	return NULL;
}

/* Signs, spaces and what is not seen, in order. */
static const struct {
	int32_t code;
	const char *name;
} signs[] = {
	{0x0000, "NUL"},
	{0x0008, "backspace"},
	{0x0009, "tab"},
	{0x000B, "vertical tab"},
	{0x000C, "page break"},
	{0x001B, "escape"},
	{0x0020, "space"},
	{0x0022, "straight double quotation mark"},
	{0x0027, "straight apostrophe"},
	{0x0028, "parenthesis"},
	{0x0029, "parenthesis"},
	{0x002C, "comma"},
	{0x002D, "hyphen"},
	{0x002F, "slash"},
	{0x003A, "colon"},
	{0x005F, "underscore"},
	{0x007F, "delete"},
	{0x0085, "next line"},
	{0x00A0, "no-break space"},
	{0x00A8, "dieresis"},
	{0x00AB, "opening angle quotation mark"},
	{0x00AD, "soft hyphen"},
	{0x00AF, "macron"},
	{0x00BB, "closing angle quotation mark"},
	{0x02BA, "modifier letter double prime"},
	{0x02BC, "modifier letter apostrophe"},
	{0x02D0, "modifier letter triangular colon"},
	{0x034F, "grapheme joiner"},
	{0x0589, "Armenian full stop"},
	{0x058A, "Armenian hyphen"},
	{0x05BE, "Hebrew maqaf"},
	{0x05C3, "Hebrew sof pasuq"},
	{0x060C, "Arabic comma"},
	{0x061B, "Arabic semicolon"},
	{0x061C, "Arabic letter mark"},
	{0x0640, "Arabic tatweel"},
	{0x115F, "Hangul filler"},
	{0x1160, "Hangul filler"},
	{0x1680, "Ogham space mark"},
	{0x180E, "Mongolian vowel separator"},
	{0x2000, "en quad"},
	{0x2001, "em quad"},
	{0x2002, "en space"},
	{0x2003, "em space"},
	{0x2004, "three-per-em space"},
	{0x2005, "four-per-em space"},
	{0x2006, "six-per-em space"},
	{0x2007, "figure space"},
	{0x2008, "punctuation space"},
	{0x2009, "thin space"},
	{0x200A, "hair space"},
	{0x200B, "zero-width space"},
	{0x200C, "zero-width non-joiner"},
	{0x200D, "zero-width joiner"},
	{0x200E, "left-to-right mark"},
	{0x200F, "right-to-left mark"},
	{0x2010, "hyphen of a word processor"},
	{0x2011, "no-break hyphen"},
	{0x2012, "figure dash"},
	{0x2013, "en dash"},
	{0x2014, "em dash"},
	{0x2015, "horizontal bar"},
	{0x2018, "opening curly apostrophe"},
	{0x2019, "curly apostrophe"},
	{0x201A, "low quotation mark"},
	{0x201B, "reversed quotation mark"},
	{0x201C, "opening curly quotation mark"},
	{0x201D, "closing curly quotation mark"},
	{0x201E, "low double quotation mark"},
	{0x201F, "reversed double quotation mark"},
	{0x2023, "triangular bullet"},
	{0x2026, "ellipsis"},
	{0x2028, "line separator"},
	{0x2029, "paragraph separator"},
	{0x202A, "left-to-right embedding"},
	{0x202B, "right-to-left embedding"},
	{0x202C, "end of an embedding"},
	{0x202D, "left-to-right override"},
	{0x202E, "right-to-left override"},
	{0x202F, "narrow no-break space"},
	{0x2039, "opening single angle quotation mark"},
	{0x203A, "closing single angle quotation mark"},
	{0x2043, "hyphen bullet"},
	{0x205F, "mathematical space"},
	{0x2060, "word joiner"},
	{0x2061, "function application"},
	{0x2062, "invisible times"},
	{0x2063, "invisible separator"},
	{0x2064, "invisible plus"},
	{0x2066, "left-to-right isolate"},
	{0x2067, "right-to-left isolate"},
	{0x2068, "first-strong isolate"},
	{0x2069, "end of an isolate"},
	{0x2212, "minus sign"},
	{0x25AA, "small square bullet"},
	{0x25CF, "round bullet"},
	{0x25E6, "white bullet"},
	{0x2800, "blank of Braille"},
	{0x3000, "ideographic space"},
	{0x3001, "ideographic comma"},
	{0x3002, "ideographic full stop"},
	{0x300C, "opening corner bracket"},
	{0x300D, "closing corner bracket"},
	{0x3164, "Hangul filler"},
	{0xFE13, "upright colon"},
	{0xFE50, "small comma"},
	{0xFE55, "small colon"},
	{0xFE58, "small em dash"},
	{0xFE63, "small hyphen"},
	{0xFEFF, "byte order mark"},
	{0xFF03, "full-width number sign"},
	{0xFF0C, "full-width comma"},
	{0xFF0D, "full-width hyphen"},
	{0xFF1A, "full-width colon"},
	{0xFFA0, "half-width Hangul filler"},
	{0xFFFC, "place of an object"},
	{0xFFFD, "replacement character"},
};

static const char *sign_name(int32_t c)
{
	size_t low = 0, high = sizeof signs / sizeof *signs;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (signs[middle].code == c)
			return signs[middle].name;
		if (signs[middle].code < c)
			low = middle + 1;
		else
			high = middle;
	}
	return text_kind(c) == TEXT_SELECTOR ? "variation selector"
		: text_kind(c) == TEXT_TAG   ? "tag character"
					     : NULL;
}

/* "Cyrillic small letter a". */
static void add_letter(struct buf *buf, int32_t c, const char *script)
{
	const char *look = text_look_name(c);
	bool cased = c < 0x590 || c > 0x77f;
	buf_format(buf, "%s %sletter", script,
		!cased                     ? ""
			: text_is_lower(c) ? "small "
					   : "capital ");
	if (look)
		buf_format(buf, " %s", look);
	else if (c < 0x80)
		buf_format(buf, " %c", (char)c);
}

bool text_spell(struct buf *buf, int32_t c)
{
	int32_t parts[TEXT_PARTS_MOST];
	int count = c < 0x80 ? 0 : text_parts(c, false, parts);
	if (!count || parts[0] == c || parts[0] == ' ')
		return false;
	for (int i = 0; i < count; i++)
		if (parts[i] >= 0x80 && parts[i] != 0x2044)
			return false;
	for (int i = 0; i < count; i++)
		buf_char(buf, parts[i] < 0x80 ? (char)parts[i] : '/');
	return true;
}

/* "one sign for IV"; false for any other. */
static bool add_spelt(struct buf *buf, int32_t c)
{
	struct buf spelt = {0};
	bool any = text_spell(&spelt, c);
	if (any)
		buf_format(buf, "%s %s", spelt.len > 1 ? "one sign for" : "special form of",
			buf_string(&spelt));
	buf_free(&spelt);
	return any;
}

/* Nothing where there is no name for it. */
static void add_name(struct buf *buf, int32_t c)
{
	const char *look = text_look_name(c), *script = text_script(c), *sign = sign_name(c);
	char plain[4];
	if (sign || (look && *look == '*')) {
		buf_text(buf, sign ? sign : look + 1);
	} else if (!look && text_form_of(c) == c && add_spelt(buf, c)) {
		return;
	} else if (script) {
		add_letter(buf, c, script);
	} else if (text_is_full_width(c) || text_is_mathematical(c)) {
		buf_text(buf,
			text_is_full_width(c) ? "full-width form of " : "mathematical form of ");
		buf_add(buf, plain, text_encode(text_form_of(c), plain));
	} else if (c >= '0' && c <= '9') {
		buf_format(buf, "digit %c", (char)c);
	} else if (c >= 0x660 && c <= 0x6f9) {
		buf_format(
			buf, "%s digit %c", c < 0x6f0 ? "Arabic" : "Persian", (char)('0' + c % 16));
	}
}

/* With "a" or "an" before it, where it is not one of a kind. */
static void add_article(struct buf *buf, const char *name)
{
	bool vowel = strchr("AEIOaeio", *name);
	if (strncmp(name, "one sign ", 9) != 0)
		buf_text(buf, vowel ? "an " : "a ");
}

void text_name(struct buf *buf, int32_t c)
{
	struct buf name = {0};
	add_name(&name, c);
	if (name.len) {
		add_article(buf, name.text);
		buf_format(buf, "%s (U+%04X)", name.text, (unsigned)c);
	} else {
		buf_format(buf, "U+%04X", (unsigned)c);
	}
	buf_free(&name);
}
