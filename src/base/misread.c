/* True text is never to be taken for misread: "Ã" ends Portuguese words in capitals and may stand
 * before a quotation mark, "Ð" is Icelandic, and what is between two letters differs from what stands
 * at the end of a word. So each alphabet has a condition of its own. */
#include "base/misread.h"

#include "base/text.h"

#include <string.h>

enum { WORD_MOST = 48, LOST = 0xfffd };

/* Windows-1252 from 0x80 to 0x9F, and Windows-1251 from 0x80 to 0xBF. */
static const uint16_t western[] = {0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,
	0x2030, 0x160, 0x2039, 0x152, 0, 0x17d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
	0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0, 0x17e, 0x178};
static const uint16_t cyrillic[] = {0x402, 0x403, 0x201a, 0x453, 0x201e, 0x2026, 0x2020, 0x2021,
	0x20ac, 0x2030, 0x409, 0x2039, 0x40a, 0x40c, 0x40b, 0x40f, 0x452, 0x2018, 0x2019, 0x201c,
	0x201d, 0x2022, 0x2013, 0x2014, 0, 0x2122, 0x459, 0x203a, 0x45a, 0x45c, 0x45b, 0x45f, 0xa0,
	0x40e, 0x45e, 0x408, 0xa4, 0x490, 0xa6, 0xa7, 0x401, 0xa9, 0x404, 0xab, 0xac, 0xad, 0xae,
	0x407, 0xb0, 0xb1, 0x406, 0x456, 0x491, 0xb5, 0xb6, 0xb7, 0x451, 0x2116, 0x454, 0xbb, 0x458,
	0x405, 0x455, 0x457};

int32_t misread_sign(int32_t code_point)
{
	return code_point >= 0x80 && code_point < 0xa0 ? western[code_point - 0x80] : 0;
}

static bool is_white(unsigned char c)
{
	return c <= ' ';
}

static void code_add(struct buf *out, int32_t code)
{
	char bytes[4];
	buf_add(out, bytes, text_encode(code, bytes));
}

/* Bytes of the character that is valid UTF-8 there, or 0. */
static size_t valid_len(const char *text, size_t len)
{
	size_t bytes;
	text_decode(text, len, &bytes);
	return bytes == 1 && (unsigned char)*text >= 0x80 ? 0 : bytes;
}

/* ---- bytes ---- */

static bool is_ascii_letter(unsigned char c)
{
	return text_small((char)c) >= 'a' && text_small((char)c) <= 'z';
}

/* What a byte is most likely meant for, 0 where that is not certain: the letters that the character
 * sets of western and of central Europe have in the same places, and the signs of all of them. */
static int32_t letter_of(const unsigned char *bytes, size_t len, size_t at)
{
	static const unsigned char same[] = {0xc1, 0xc2, 0xc4, 0xc7, 0xc9, 0xcb, 0xcd, 0xce, 0xd6,
		0xd7, 0xda, 0xdc, 0xdf, 0xe1, 0xe2, 0xe4, 0xe7, 0xe9, 0xeb, 0xed, 0xee, 0xf3, 0xf4,
		0xf6, 0xfa, 0xfc};
	unsigned char c = bytes[at], before = at ? bytes[at - 1] : ' ';
	unsigned char after = at + 1 < len ? bytes[at + 1] : ' ';
	bool letters = is_ascii_letter(before), follows = is_ascii_letter(after);
	if (c == 0x92 || (c == 0x91 && !letters) || c == 0x93 || c == 0x94 || c == 0x85 ||
		c == 0x96 || c == 0x97) {
		bool fits = c == 0x92 ? letters || follows
			: c == 0x93   ? !letters && before < 0x80
			: c == 0x94   ? !follows && after < 0x80
				      : !letters || !follows;
		return fits ? western[c - 0x80] : 0;
	}
	return memchr(same, c, sizeof same) && (letters || follows) ? c : 0;
}

/* White space, or a sign of YAML. */
static bool is_between(unsigned char c)
{
	return is_white(c) || memchr("{}[],:\"", c, 7);
}

/* Appends the word from `start` to `end`; false where a letter of it is not certain. Then all such
 * stand as "?", where `guesses` is not set. */
static bool word_write(struct buf *word, const char *bytes, size_t start, size_t end, bool guesses)
{
	bool certain = true;
	for (size_t size; start < end; start += size) {
		size = valid_len(bytes + start, end - start);
		int32_t letter = size || !guesses
			? 0
			: letter_of((const unsigned char *)bytes, end, start);
		if (size)
			buf_add(word, bytes + start, size);
		else if (letter)
			code_add(word, letter);
		else
			buf_char(word, '?');
		certain = certain && (size || letter);
		size = size ? size : 1;
	}
	return certain;
}

/* Appends the word round the byte as it is meant; false, and with "?" for its letters, or nothing
 * where it has no other, where that is not certain. */
static bool word_guess(struct buf *word, const char *bytes, size_t len, size_t at)
{
	size_t start = at, end = at;
	while (start && at - start < WORD_MOST && !is_between((unsigned char)bytes[start - 1]))
		start--;
	while (start < at && text_is_inside(bytes[start]) && at - start >= WORD_MOST)
		start++;
	while (end < len && end - at < WORD_MOST && !is_between((unsigned char)bytes[end]))
		end++;
	if (word_write(word, bytes, start, end, true))
		return true;
	buf_clear(word);
	word_write(word, bytes, start, end, false);
	if (strspn(buf_string(word), "?") == word->len)
		buf_clear(word);
	return false;
}

/* How many lines behind the one at hand have such a byte. */
static size_t lines_count(const char *bytes, size_t len, size_t at)
{
	size_t lines = 0;
	for (;;) {
		const char *end = memchr(bytes + at, '\n', len - at);
		if (!end)
			return lines;
		at = (size_t)(end - bytes) + 1;
		at += text_valid(bytes + at, len - at);
		if (at == len)
			return lines;
		lines++;
	}
}

/* A file with letters that are saved right has its parts from several places. */
void misread_bytes_explain(struct buf *out, const char *bytes, size_t len, size_t at)
{
	struct buf word = {0};
	bool certain = word_guess(&word, bytes, len, at);
	bool mark = len > 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0;
	size_t from = mark ? 3 : 0, lines = lines_count(bytes, len, at);
	bool mixed = at > from && text_ascii_len(bytes + from, at - from) < at - from;
	buf_text(out,
		word.len ? "a letter is not saved as UTF-8 here"
			 : "these letters are not saved as UTF-8");
	if (word.len)
		buf_format(out, certain ? " (most likely \"%s\")" : " (\"%s\")", buf_string(&word));
	if (lines)
		buf_format(out, ", nor in %zu more line%s", lines, lines == 1 ? "" : "s");
	if (mixed)
		buf_text(out, "; others are: write this one anew, and save the file as UTF-8");
	else
		buf_text(out,
			"; open the file in the program it was written with, save it as "
			"UTF-8, and see whether the letters are right");
	buf_free(&word);
}

/* ---- letters ---- */

static int byte_western(int32_t code)
{
	for (size_t i = 0; code > 0xff && i < sizeof western / sizeof *western; i++)
		if (western[i] == code)
			return (int)i + 0x80;
	return code >= 0x80 && code <= 0xff ? code : 0;
}

static int byte_cyrillic(int32_t code)
{
	if (code >= 0x410 && code <= 0x44f)
		return code - 0x410 + 0xc0;
	for (size_t i = 0; code >= 0x80 && i < sizeof cyrillic / sizeof *cyrillic; i++)
		if (cyrillic[i] == code)
			return (int)i + 0x80;
	return 0;
}

/* A text that is gone through. */
struct reading {
	const char *text;
	size_t len;
	int (*byte_of)(int32_t code);
};

/* One letter of UTF-8 whose bytes were read as letters; len is 0 where there is none. */
struct sequence {
	size_t len;
	int32_t code;
};

/* Windows-1252 has no sign for the last byte of a closing quotation mark, and programs drop it. */
static struct sequence mark_at(const struct reading *reading, size_t at)
{
	static const char mark[] = "\u00e2\u20ac";
	size_t len = sizeof mark - 1;
	if (reading->len - at < len || memcmp(reading->text + at, mark, len) != 0)
		return (struct sequence){0};
	return (struct sequence){len, 0x201d};
}

static struct sequence sequence_at(const struct reading *reading, size_t at)
{
	char bytes[4];
	size_t from = at, count = 0, need = 2, size;
	while (count < need) {
		if (at == reading->len)
			return mark_at(reading, from);
		int32_t code = text_decode(reading->text + at, reading->len - at, &size);
		int byte = reading->byte_of(code);
		if (count ? (byte & 0xc0) != 0x80 : byte < 0xc2 || byte > 0xf4)
			return mark_at(reading, from);
		if (!count)
			need = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
		bytes[count++] = (char)byte;
		at += size;
	}
	int32_t code = text_decode(bytes, need, &size);
	return size == need ? (struct sequence){at - from, code} : (struct sequence){0};
}

/* The code point before, or a space. */
static int32_t code_before(const struct reading *reading, size_t at)
{
	return at ? text_last(reading->text, at) : ' ';
}

static int32_t code_after(const struct reading *reading, size_t at)
{
	size_t size;
	return at < reading->len ? text_decode(reading->text + at, reading->len - at, &size) : ' ';
}

/* How many letters of one alphabet stand one behind the other there, up to three. */
static size_t run_count(const struct reading *reading, size_t at)
{
	size_t count = 0;
	int32_t first = 0;
	for (struct sequence next; count < 3 && (next = sequence_at(reading, at)).len;
		at += next.len, count++) {
		if (!count)
			first = next.code;
		if (next.code >> 9 != first >> 9 && first < 0x1000)
			break;
	}
	return count;
}

/* What may stand behind the last letter of a word, or is raised there. */
static bool may_end(int32_t code)
{
	static const uint16_t ends[] = {0x2018, 0x2019, 0x201c, 0x201d, 0x2026, 0x2013, 0x2014,
		0x2122, 0x203a, 0x2020, 0x2021, 0x2030, 0xa0, 0xa9, 0xaa, 0xae, 0xb0, 0xb2, 0xb3,
		0xb7, 0xb9, 0xba, 0xbb};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (ends[i] == code)
			return true;
	return false;
}

/* Letters of two bytes whose first is a capital with an accent. */
static bool is_latin_meant(
	const struct reading *reading, size_t at, struct sequence sequence, int32_t second)
{
	int32_t before = code_before(reading, at), after = code_after(reading, at + sequence.len);
	bool small = text_is_lower(before), capital = text_is_letter(before) && !small;
	if (sequence.code < 0xa0)
		return false;
	if (sequence.code < 0xc0)
		return !capital && (second != 0xa0 || small || text_is_digit(before));
	if (small || !may_end(second))
		return true;
	return second == 0x2019 ? text_is_lower(after) && after != 's' : text_is_letter(after);
}

static bool is_western_meant(const struct reading *reading, size_t at, struct sequence sequence)
{
	size_t size;
	int32_t code = sequence.code;
	text_decode(reading->text + at, reading->len - at, &size);
	int32_t second = code_after(reading, at + size);
	if (code < 0x180)
		return is_latin_meant(reading, at, sequence, second);
	if (code < 0x370)
		return false;
	if (code < 0x800)
		return run_count(reading, at) > 1 ||
			(code >= 0x410 && code < 0x450 && (second == 0x2018 || !may_end(second)) &&
				code_before(reading, at) <= ' ' &&
				code_after(reading, at + sequence.len) <= ' ');
	return code >= 0x10000 || (code >= 0x2010 && code < 0x2300) || code == LOST ||
		(code >= 0x1e00 && code < 0x1f00) || (code >= 0xfb00 && code <= 0xfb06) ||
		run_count(reading, at) > 1;
}

static bool is_cyrillic_meant(const struct reading *reading, size_t at, struct sequence sequence)
{
	int32_t code = sequence.code;
	size_t letters = 0;
	if (code == LOST || (code >= 0x2010 && code < 0x2040))
		return true;
	for (struct sequence next; letters < 3 && (next = sequence_at(reading, at)).len &&
		((next.code >= 0x410 && next.code < 0x450) || next.code == 0x451);
		at += next.len)
		letters++;
	return letters == 3;
}

static bool is_meant(const struct reading *reading, size_t at, struct sequence sequence)
{
	return reading->byte_of == byte_western ? is_western_meant(reading, at, sequence)
						: is_cyrillic_meant(reading, at, sequence);
}

static bool word_is_misread(const struct reading *reading, size_t start, size_t end)
{
	for (size_t at = start, size; at < end; at += size) {
		struct sequence found = sequence_at(reading, at);
		if (found.len && is_meant(reading, at, found))
			return true;
		text_decode(reading->text + at, reading->len - at, &size);
	}
	return false;
}

/* Appends a misread word with its letters as they were meant, and "?" for one of which a part is
 * lost. What stands behind a letter that is meant is so too. */
static void word_mend(const struct reading *reading, size_t start, size_t end, struct buf *meant)
{
	bool follows = false;
	for (size_t at = start, size; at < end; at += size) {
		struct sequence found = sequence_at(reading, at);
		follows = found.len &&
			((follows && found.code >= 0xa0) || is_meant(reading, at, found));
		int byte = reading->byte_of(
			text_decode(reading->text + at, reading->len - at, &size));
		if (follows)
			code_add(meant, found.code);
		else if (byte >= 0xc2 && byte < 0xe0)
			buf_char(meant, '?');
		else
			buf_add(meant, reading->text + at, size);
		size = follows ? found.len : size;
	}
}

size_t misread_find(const char *text, size_t len, size_t *at, struct buf *word, struct buf *meant)
{
	static int (*const byte_of[])(int32_t code) = {byte_western, byte_cyrillic};
	size_t words = 0, start = 0, end;
	for (; start < len; start = end + 1) {
		end = start;
		while (end < len && !is_white((unsigned char)text[end]))
			end++;
		if (text_ascii_len(text + start, end - start) == end - start)
			continue;
		for (size_t i = 0; i < sizeof byte_of / sizeof *byte_of; i++) {
			struct reading reading = {text, len, byte_of[i]};
			if (!word_is_misread(&reading, start, end))
				continue;
			if (!words++) {
				*at = start;
				buf_add(word, text + start, end - start);
				word_mend(&reading, start, end, meant);
			}
			break;
		}
	}
	return words;
}

/* The sequence that holds the character at `at` and begins before it; *from is where. */
static struct sequence sequence_round(const struct reading *reading, size_t at, size_t *from)
{
	enum { BEFORE_MOST = 3 };
	*from = at;
	for (int i = 0; i < BEFORE_MOST && *from; i++) {
		do
			--*from;
		while (*from && text_is_inside(reading->text[*from]));
		struct sequence found = sequence_at(reading, *from);
		if (found.len > at - *from)
			return found;
	}
	return (struct sequence){0};
}

bool misread_holds(const char *text, size_t len, size_t at)
{
	struct reading reading = {text, len, byte_western};
	size_t start = at, end = at, from;
	if (!sequence_round(&reading, at, &from).len)
		return false;
	while (start && at - start < WORD_MOST && !is_white((unsigned char)text[start - 1]))
		start--;
	while (start < at && text_is_inside(text[start]))
		start++;
	while (end < len && end - at < WORD_MOST && !is_white((unsigned char)text[end]))
		end++;
	return word_is_misread(&reading, start, end);
}

/* Whether a control character of Latin-1 stands there. */
static bool is_control(const char *text, size_t at)
{
	return (unsigned char)text[at] == 0xc2 && (unsigned char)text[at + 1] >= 0x80 &&
		(unsigned char)text[at + 1] < 0xa0;
}

bool misread_control(const char *text, size_t len, size_t at, struct buf *meant)
{
	struct reading reading = {text, len, byte_western};
	size_t start = at, end = at, from;
	bool first = true;
	if (sequence_round(&reading, at, &from).code < 0xa0)
		return false;
	while (start && at - start < WORD_MOST && !is_between((unsigned char)text[start - 1]))
		start--;
	while (start < at && text_is_inside(text[start]))
		start++;
	while (end < len && end - at < WORD_MOST && !is_between((unsigned char)text[end]))
		end++;
	while (end > at && end < len && text_is_inside(text[end]))
		end--;
	for (size_t i = start; i < at && first; i++)
		first = !is_control(text, i);
	if (first)
		word_mend(&reading, start, end, meant);
	return true;
}

/* ---- a file ---- */

/* "Р", something that is not the alphabet's, and "Р" or "С": two letters of Russian, misread. */
static bool is_cyrillic_begun(const unsigned char *at, size_t len)
{
	size_t second = len > 4 && at[2] >= 0xe0 ? 3 : 2;
	return len >= 4 + second && at[2] >= 0xc2 && !(at[2] == 0xd0 && at[3] >= 0x90) &&
		!(at[2] == 0xd1 && at[3] < 0x90) && at[2 + second] == 0xd0 &&
		(at[3 + second] == 0xa0 || at[3 + second] == 0xa1);
}

bool misread_begun(const char *at, const char *bytes, const char *end)
{
	if ((unsigned char)*at == 0xc3)
		return end - at > 2 && (unsigned char)at[2] & 0x80;
	return (unsigned char)*at == 0xa0 && at > bytes && (unsigned char)at[-1] == 0xd0 &&
		is_cyrillic_begun((const unsigned char *)at - 1, (size_t)(end - at) + 1);
}
