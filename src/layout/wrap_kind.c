/* Kinds come from Unicode's categories where those suffice, from short lists where they do not. */
#include "layout/wrap_kind.h"

#include "base/text.h"

#include <stddef.h>

/* Small kana, the sound mark and repetition marks, and the punctuation that no category tells from
 * the rest: none of these begins a line. */
static bool is_nonstarter(int32_t c)
{
	static const uint16_t nonstarters[] = {0x2025, 0x2026, 0x203C, 0x2047, 0x2048, 0x2049,
		0x3001, 0x3002, 0x3005, 0x301C, 0x303B, 0x303C, 0x3041, 0x3043, 0x3045, 0x3047,
		0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E, 0x3095, 0x3096, 0x309B, 0x309C,
		0x309D, 0x309E, 0x30A0, 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3,
		0x30E5, 0x30E7, 0x30EE, 0x30F5, 0x30F6, 0x30FB, 0x30FC, 0x30FD, 0x30FE, 0xFF01,
		0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF61, 0xFF64, 0xFF65, 0xFF9E, 0xFF9F};
	if (c < 0x2025 || c > 0xFF9F)
		return false;
	for (size_t i = 0; i < sizeof nonstarters / sizeof *nonstarters; i++)
		if (nonstarters[i] == c)
			return true;
	return (c >= 0x31F0 && c <= 0x31FF) || (c >= 0xFF67 && c <= 0xFF70);
}

static enum wrap_kind kind_ascii(int32_t c)
{
	switch (c) {
	case '\n':
		return WRAP_LINE;
	case ' ':
	case '\t':
		return WRAP_SPACE;
	case '(':
	case '[':
	case '{':
		return WRAP_OPENING;
	case ')':
	case ']':
	case '}':
	case ',':
	case '.':
	case ':':
	case ';':
	case '!':
	case '?':
		return WRAP_CLOSING;
	case '"':
	case '\'':
		return WRAP_QUOTE;
	case '-':
		return WRAP_HYPHEN;
	case '/':
		return WRAP_SLASH;
	default:
		if (text_is_letter(c))
			return WRAP_LETTER;
		return text_is_digit(c) ? WRAP_DIGIT : WRAP_OTHER;
	}
}

enum wrap_kind wrap_kind(int32_t c)
{
	if (c < 0x80)
		return kind_ascii(c);
	if (c == 0xA0 || c == 0x2007 || c == 0x202F || c == 0x2060 || c == 0xFEFF || c == 0x2011)
		return WRAP_GLUE;
	if (c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x205F || c == 0x3000)
		return WRAP_SPACE;
	if (c == 0x200B)
		return WRAP_ZERO;
	if (c == 0x2010)
		return WRAP_HYPHEN;
	if (c >= 0x2012 && c <= 0x2015)
		return WRAP_DASH;
	if ((c >= 0x2018 && c <= 0x201F && c != 0x201A && c != 0x201E) || c == 0xAB || c == 0xBB ||
		c == 0x2039 || c == 0x203A)
		return WRAP_QUOTE;
	if (is_nonstarter(c))
		return WRAP_CLOSING;
	if (text_is_letter(c))
		return WRAP_LETTER;
	if (text_is_digit(c))
		return WRAP_DIGIT;
	if (text_is_opening(c))
		return WRAP_OPENING;
	return text_is_closing(c) ? WRAP_CLOSING : WRAP_OTHER;
}

bool wrap_is_gap(enum wrap_kind kind)
{
	return kind <= WRAP_LINE || kind == WRAP_END;
}

/* What a quotation mark does is told by its sides, since languages differ on which sign opens; only
 * one that stands between spaces, as in French, is told by its shape. */
enum wrap_kind wrap_kind_quote(int32_t c, enum wrap_kind before, enum wrap_kind after)
{
	bool free_before = wrap_is_gap(before) || before == WRAP_OPENING || before == WRAP_DASH;
	if (wrap_is_gap(after) && free_before) {
		if (text_is_opening(c))
			return WRAP_OPENING;
		return text_is_closing(c) ? WRAP_CLOSING : WRAP_OTHER;
	}
	if (free_before)
		return WRAP_OPENING;
	return wrap_is_gap(after) ? WRAP_CLOSING : WRAP_QUOTE;
}
