/* The characters of a refused date: what word processors, web pages and keyboards put for plain
 * figures, hyphens and spaces, in plain signs again, and which of them was the first. */
#include "base/text.h"
#include "model/date_parts.h"

#include <string.h>

enum mark { MARK_NONE, MARK_DASH, MARK_MINUS, MARK_SPACE, MARK_QUOTE, MARK_FIGURE, MARK_OTHER };

/* What kind of mark a character outside ASCII is. */
static enum mark kind_of(int32_t code)
{
	if (code == 0x2212)
		return MARK_MINUS;
	if ((code >= 0x2010 && code <= 0x2015) || code == 0x2043 || code == 0xfe58 ||
		code == 0xfe63 || code == 0xff0d || code == 0x2e3a)
		return MARK_DASH;
	if (code == 0xa0 || (code >= 0x2000 && code <= 0x200a) || code == 0x202f ||
		code == 0x205f || code == 0x3000)
		return MARK_SPACE;
	if (code == 0xab || code == 0xbb || (code >= 0x2018 && code <= 0x201f) || code == 0x2039 ||
		code == 0x203a || (code >= 0x300c && code <= 0x300f))
		return MARK_QUOTE;
	return text_is_digit(code) ? MARK_FIGURE : MARK_OTHER;
}

/* A hyphen, not a dash that stands for "to". */
static bool is_hyphen(int32_t code)
{
	return code == 0x2010 || code == 0x2011 || code == 0xfe63 || code == 0xff0d;
}

/* The sign of ASCII that a character stands for, or 0. */
static char plain_of(int32_t code, const char *bytes, size_t size)
{
	switch (kind_of(code)) {
	case MARK_DASH:
	case MARK_MINUS:
		return '-';
	case MARK_SPACE:
		return ' ';
	case MARK_QUOTE:
		return code == 0x2018 || code == 0x2019 ? '\'' : '"';
	default:
		break;
	}
	struct buf folded = {0};
	text_fold(&folded, bytes, size);
	char one = folded.len == 1 ? folded.text[0] : '\0';
	buf_free(&folded);
	if (one && !text_is_letter(one))
		return one;
	int32_t alike = text_alike(code);
	if (code == 0x2248 || code == 0x61f)
		return code == 0x61f ? '?' : '~';
	if (alike == 'x')
		return 'X';
	return alike > ' ' && alike < 0x7f ? (char)alike : one;
}

static void changed(struct date_marks *marks, size_t offset, int32_t code, char instead)
{
	if (marks->code)
		return;
	marks->offset = offset;
	marks->code = code;
	marks->instead = instead;
}

/* The plain form of one character, added to plain. */
static void plain_add(struct date_marks *marks, struct buf *plain, const char *text, size_t at,
	int32_t code, size_t size)
{
	if (size == 1) {
		buf_char(plain, text[at] == '\t' || text[at] == '\n' ? ' ' : text[at]);
		return;
	}
	char instead = plain_of(code, text + at, size);
	bool quote = kind_of(code) == MARK_QUOTE;
	if (code == 0x2026 || code == 0x2025)
		buf_text(plain, "..");
	else if (instead && !(quote && instead == '"'))
		buf_char(plain, instead);
	else if (!quote)
		buf_add(plain, text + at, size);
	changed(marks, at, code, quote ? '\0' : instead);
}

/* Takes O and l between figures for 0 and 1, where all else is of a date. */
static void letters_change(struct date_marks *marks, const char *text, char *plain)
{
	static const char letters[] = "OolI|", figures[] = "00111";
	size_t len = strlen(plain);
	for (size_t i = 0; i < len; i++)
		if (!text_is_figure(plain[i]) && !strchr("OolI|X-/.?~% []T:Z+", plain[i]))
			return;
	if (!strpbrk(plain, "0123456789"))
		return;
	for (size_t i = 0; i < len; i++) {
		const char *letter = strchr(letters, plain[i]);
		if (!letter)
			continue;
		if (i < strlen(text) && text[i] == plain[i])
			changed(marks, i, plain[i], figures[letter - letters]);
		plain[i] = figures[letter - letters];
	}
}

/* Year, month and day, in Chinese and Japanese, and in Korean. */
static bool is_unit(int32_t code)
{
	return code == 0x5e74 || code == 0x6708 || code == 0x65e5 || code == 0xb144 ||
		code == 0xc6d4 || code == 0xc77c;
}

static bool figure_at(const char *text, size_t len, size_t at)
{
	size_t size;
	return at < len && text_is_digit(text_decode(text + at, len - at, &size));
}

/* 3月3日: a month and a day, as --03-03 has them. */
static void month_alone(struct buf *low)
{
	if (low->len > 2 || !low->len || strspn(low->text, "0123456789") != low->len)
		return;
	struct buf month = {0};
	buf_format(&month, "--%s%s", low->len < 2 ? "0" : "", low->text);
	buf_clear(low);
	buf_text(low, buf_string(&month));
	buf_free(&month);
}

bool date_marks_read(const char *text, size_t len, struct date_marks *marks)
{
	struct buf plain = {0}, low = {0};
	memset(marks, 0, sizeof *marks);
	if (len == 0 || len > ADVICE_MOST || memchr(text, '\0', len) || text_valid(text, len) < len)
		return false;
	for (size_t at = 0, size; at < len; at += size) {
		int32_t code = text_decode(text + at, len - at, &size);
		plain_add(marks, &plain, text, at, code, size);
		bool dash = kind_of(code) == MARK_DASH && size > 1 && !is_hyphen(code);
		if (dash)
			buf_char(&low, '\1');
		else if (code == 0x2026 || code == 0x2025)
			buf_text(&low, "..");
		else if (is_unit(code)) {
			/* the space of 2024년 3월 */
			while (at + size < len && text[at + size] == ' ')
				at++;
			bool day = code == 0x65e5 || code == 0xc77c;
			if (code != 0x5e74 && code != 0xb144 && !day &&
				!strchr(buf_string(&low), '-'))
				month_alone(&low);
			if (!day && figure_at(text, len, at + size))
				buf_char(&low, '-');
		} else
			text_fold(&low, text + at, size);
	}
	bool fits = plain.len < sizeof marks->plain && low.len < sizeof marks->low;
	if (fits) {
		memcpy(marks->plain, buf_string(&plain), plain.len + 1);
		memcpy(marks->low, buf_string(&low), low.len + 1);
		marks->cut = date_habits_change(marks->low, sizeof marks->low);
		char typed[ADVICE_MOST + 1];
		memcpy(typed, text, len);
		typed[len] = '\0';
		letters_change(marks, typed, marks->plain);
	}
	buf_free(&plain);
	buf_free(&low);
	return fits;
}

void date_marks_name(const struct date_marks *marks, struct buf *out)
{
	static const char *const kinds[] = {
		[MARK_DASH] = "a dash",
		[MARK_MINUS] = "a minus sign",
		[MARK_SPACE] = "a no-break space",
		[MARK_QUOTE] = "a quotation mark",
		[MARK_FIGURE] = "a figure of another kind",
	};
	char bytes[4];
	enum mark kind = marks->code < 0x80 ? MARK_NONE : kind_of(marks->code);
	if (kind == MARK_SPACE) {
		buf_format(out, "a space here is %s (U+%04X)",
			marks->code == 0xa0 || marks->code == 0x202f ? "a no-break space"
								     : "of another width",
			(unsigned)marks->code);
		return;
	}
	buf_char(out, '"');
	buf_add(out, bytes, text_encode(marks->code, bytes));
	buf_text(out, "\" is ");
	if (kind == MARK_NONE)
		buf_text(out, "a letter");
	else if (kind == MARK_OTHER || kind == MARK_FIGURE)
		text_name(out, marks->code);
	else
		buf_format(out, "%s (U+%04X)", kinds[kind], (unsigned)marks->code);
}
