/* Words as a search compares them: folded, with one space for several, and without the marks and
 * signs inside words that some write and others do not.
 *
 * An apostrophe stands for a soft sign (Yel'tsin), parts letters (п'ять, O'Brien, Qur'an) or is the
 * hamza or ain of Arabic; so does a mark of inches between Cyrillic letters, where a keyboard has no
 * other, and the gershayim of Hebrew. All of them are left out beside a letter. But where another
 * word begins or ends with it, it is kept, so that whole words are found: before the s of a genitive
 * (Orlov's), and behind l, d, qu and ll before a vowel (d'Orlov). Behind a figure it is a measure.
 *
 * A soft sign inside a word is left out, since neighbours write it in one language and not in the
 * other (Зеленський, Зеленский; Belarusian has two spellings); at the end it makes another word. A
 * hard sign is left out where only old or Russian spelling asks for it: at the end of a word and
 * before the vowels е ё ю я є і ї. In Bulgarian it is a vowel, and stands elsewhere.
 *
 * Each rule looks past what others leave out, so that folding twice is folding once.
 *
 * The few places of a text where there may be something to leave out are found a block of bytes at once;
 * only those are looked at. */
#include "model/query.h"

#include "base/text.h"

#include <string.h>

enum { SIGN_LEAD = 0xD1, HARD_TRAIL = 0x8A, SOFT_TRAIL = 0x8C, PASSED_MOST = 8 };

/* ---- what stands at a place ---- */

/* A text on its way: what remains of it lies before `out`, what is to come from `at` on. */
struct squeezed {
	char *text;
	size_t len, out, at;
};

static bool is_apostrophe(char c)
{
	return c == '\'' || c == '`';
}

static bool is_mark(char c)
{
	return is_apostrophe(c) || c == '"';
}

/* What is not ASCII and remains of folding is a letter, or as good as one. */
static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

/* A soft or a hard sign. */
static bool is_sign(const char *text, const char *end)
{
	return end - text >= 2 && (unsigned char)text[0] == SIGN_LEAD &&
		((unsigned char)text[1] == HARD_TRAIL || (unsigned char)text[1] == SOFT_TRAIL);
}

static char byte_at(const struct squeezed *squeezed, size_t at)
{
	return at < squeezed->len ? squeezed->text[at] : '\0';
}

/* The last byte but `back` of what remains. */
static char byte_before(const struct squeezed *squeezed, size_t back)
{
	return back < squeezed->out ? squeezed->text[squeezed->out - 1 - back] : '\0';
}

/* Behind the marks, and the signs if they are asked for, that stand at `at`; of many in a row not
 * all are looked past. */
static size_t skip_marks(const struct squeezed *squeezed, size_t at, bool signs)
{
	for (int count = 0; count < PASSED_MOST; count++)
		if (is_mark(byte_at(squeezed, at)))
			at++;
		else if (signs && is_sign(squeezed->text + at, squeezed->text + squeezed->len))
			at += 2;
		else
			break;
	return at;
}

/* The last byte of what remains, but for marks. */
static char letter_before(const struct squeezed *squeezed)
{
	size_t back = 0;
	while (back < PASSED_MOST && is_mark(byte_before(squeezed, back)))
		back++;
	return byte_before(squeezed, back);
}

/* ---- the rules: whether what stands at `at` goes ---- */

/* "orlov's", and no letter behind it. */
static bool is_genitive(const struct squeezed *squeezed)
{
	return byte_at(squeezed, squeezed->at + 1) == 's' &&
		!is_letter(byte_at(squeezed, skip_marks(squeezed, squeezed->at + 2, false)));
}

/* "d'orlov", "qu'orlov", "dell'orlov". */
static bool is_elision(const struct squeezed *squeezed)
{
	char next = byte_at(squeezed, squeezed->at + 1);
	char last = byte_before(squeezed, 0), before = byte_before(squeezed, 1);
	if (!next || !strchr("aeiouh", next))
		return false;
	if ((before == 'q' && last == 'u') || (before == 'l' && last == 'l'))
		return true;
	return (last == 'l' || last == 'd') && !is_letter(before);
}

/* Several in a row, `len` bytes, go or stay together. */
static bool apostrophes_go(const struct squeezed *squeezed, size_t len)
{
	char before = byte_before(squeezed, 0), behind = byte_at(squeezed, squeezed->at + len);
	if (before >= '0' && before <= '9')
		return false;
	if (!is_letter(before))
		return is_letter(behind);
	return len > 1 || !is_letter(behind) || (!is_genitive(squeezed) && !is_elision(squeezed));
}

/* Cyrillic or Hebrew before and behind. */
static bool inches_go(const struct squeezed *squeezed)
{
	size_t at = skip_marks(squeezed, squeezed->at, false);
	unsigned char behind = (unsigned char)byte_at(squeezed, at);
	return text_is_inside(letter_before(squeezed)) &&
		((behind >= 0xD0 && behind <= 0xD3) || behind == 0xD7);
}

static bool is_soft_vowel(const char *text, const char *end)
{
	static const char vowels[] = "\xD0\xB5" /* е */
				     "\xD1\x94" /* є */
				     "\xD1\x96" /* і */
				     "\xD1\x8E" /* ю */
				     "\xD1\x8F" /* я */;
	if (end - text < 2)
		return false;
	for (const char *vowel = vowels; *vowel; vowel += 2)
		if (text[0] == vowel[0] && text[1] == vowel[1])
			return true;
	return false;
}

static bool sign_goes(const struct squeezed *squeezed)
{
	const char *text = squeezed->text, *end = text + squeezed->len;
	size_t behind = skip_marks(squeezed, squeezed->at, true);
	bool ends = !is_letter(byte_at(squeezed, behind));
	if (!is_letter(letter_before(squeezed)))
		return false;
	if ((unsigned char)text[squeezed->at + 1] == HARD_TRAIL)
		return ends || is_soft_vowel(text + behind, end);
	return !ends;
}

/* What stands at a place and is judged together: how many bytes, and whether they go. */
struct part {
	size_t len;
	bool goes;
};

static struct part part_here(const struct squeezed *squeezed)
{
	const char *text = squeezed->text + squeezed->at, *end = squeezed->text + squeezed->len;
	size_t len = 1;
	if (*text == ' ')
		return (struct part){1, byte_before(squeezed, 0) == ' '};
	if (*text == '"')
		return (struct part){1, inches_go(squeezed)};
	if (is_sign(text, end))
		return (struct part){2, sign_goes(squeezed)};
	while (text + len < end && is_apostrophe(text[len]))
		len++;
	return (struct part){len, apostrophes_go(squeezed, len)};
}

/* ---- looking for places ---- */

/* An apostrophe, a mark of inches, a sign, and a space behind a space. */
static bool is_place(const char *at)
{
	unsigned char byte = (unsigned char)*at, next = (unsigned char)at[1];
	return (*at == ' ' && at[-1] == ' ') || is_mark(*at) ||
		(byte == SIGN_LEAD && (next == HARD_TRAIL || next == SOFT_TRAIL));
}

enum { BLOCK = 32 };

/* Whether one of the places is one, in a loop that compilers make vectors of. */
static bool block_has(const char *at)
{
	uint8_t any = 0;
	for (int i = 0; i < BLOCK; i++) {
		uint8_t byte = (uint8_t)at[i], next = (uint8_t)at[i + 1], last = (uint8_t)at[i - 1];
		any |= (uint8_t)((byte == ' ') & (last == ' '));
		any |= (uint8_t)((byte == '\'') | (byte == '`'));
		any |= (uint8_t)(byte == '"');
		any |= (uint8_t)((byte == SIGN_LEAD) & (next == HARD_TRAIL));
		any |= (uint8_t)((byte == SIGN_LEAD) & (next == SOFT_TRAIL));
	}
	return any;
}

static const bool begins_place[0x100] = {
	[' '] = true, ['\''] = true, ['`'] = true, ['"'] = true, [SIGN_LEAD] = true};

/* The next place from `at` on, behind the first byte of a text, or the end. */
static const char *place_find(const char *at, const char *end)
{
	while (end - at >= BLOCK && !block_has(at))
		at += BLOCK;
	for (; at < end; at++)
		if (begins_place[(unsigned char)*at] && is_place(at))
			return at;
	return end;
}

/* Takes over what stands before `to`. */
static void take_over(struct squeezed *squeezed, size_t to, uint32_t *from)
{
	size_t len = to - squeezed->at;
	if (squeezed->out < squeezed->at)
		memmove(squeezed->text + squeezed->out, squeezed->text + squeezed->at, len);
	for (size_t i = 0; from && i < len; i++)
		from[squeezed->out + i] = (uint32_t)(squeezed->at + i);
	squeezed->out += len;
	squeezed->at = to;
}

static void goes_or_stays(struct squeezed *squeezed, uint32_t *from)
{
	struct part part = part_here(squeezed);
	if (part.goes)
		squeezed->at += part.len;
	else
		take_over(squeezed, squeezed->at + part.len, from);
}

size_t query_squeeze_text(char *text, size_t len, uint32_t *from)
{
	struct squeezed squeezed = {.text = text, .len = len};
	const char *end = text + len;
	if (len && (is_mark(*text) || is_sign(text, end)))
		goes_or_stays(&squeezed, from);
	else if (len)
		take_over(&squeezed, 1, from);
	while (squeezed.at < len) {
		const char *place = place_find(text + squeezed.at, end);
		take_over(&squeezed, (size_t)(place - text), from);
		if (place < end)
			goes_or_stays(&squeezed, from);
	}
	text[squeezed.out] = '\0';
	return squeezed.out;
}

void query_squeeze(struct buf *buf, size_t from)
{
	if (buf->len > from)
		buf->len = from + query_squeeze_text(buf->text + from, buf->len - from, NULL);
}

void query_fold(struct buf *buf, const char *text, size_t len)
{
	size_t from = buf->len;
	text_fold(buf, text, len);
	query_squeeze(buf, from);
}
