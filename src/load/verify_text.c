/* Looking words up in a text.
 *
 * White space and dashes are not part of a gram, since at the end of a line the text may have
 * others than the words looked for. All other bytes are the same in both, so counting them back
 * from a gram leads to where the words must begin. Words and text share the gram "fiveweek" below;
 * two bytes before it that are neither space nor dash ("in"), the words begin in the text:
 *
 *     source  ink, in five-       folded  ink, in five\vweeks    words  in five-weeks
 *             weeks
 *
 * All places are those of the folded text. plain.words says where each word of it begins in the
 * source, and on which line: there "weeks" (or what is left of the word that a line divides) is the
 * fourth, at byte 13 of the folded text, 14 of the source, on line 2.
 *
 * The index is an array of all places where words begin, sorted by the hash of the gram there
 * (counted, then filled), so a look-up is a row of that array. To find words, the rarest of their
 * own grams says where to compare; a text of a megabyte is read once, not once a quotation. Words
 * that are too short for a gram have rows by the first two bytes of one. */
#include "load/verify_text.h"

#include "base/memory.h"
#include "base/sorted.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum {
	BITS_LEAST = 8,
	BITS_MOST = 24,
	PAIRS = 1 << 16, /* of bytes */
	END = 4,         /* bytes of the shorter gram at the end of a word */
	GRAM = sizeof((struct verify_grams *)0)->ring / sizeof(size_t)
};

static bool is_loose(char c)
{
	return c == ' ' || c == '-' || c == PLAIN_BREAK || c == PLAIN_HYPHEN;
}

/* ---- where words begin and end ---- */

static bool is_ascii_letter(int32_t code)
{
	return (code | 32) >= 'a' && (code | 32) <= 'z';
}

static bool is_ascii_digit(int32_t code)
{
	return code >= '0' && code <= '9';
}

/* Letters of a script that writes spaces between words. */
static bool is_spaced_letter(int32_t code)
{
	if (code < 0x80)
		return is_ascii_letter(code);
	if (code >= 0x400 && code < 0x482)
		return true;
	return (code < 0xe00 || (code >= 0x10a0 && code < 0x1100) ||
		       (code >= 0x1e00 && code < 0x2000)) &&
		text_is_letter(code);
}

/* The last letter of a text, under its marks. */
static int32_t last_base(const char *text, size_t len)
{
	int32_t code = text_last(text, len);
	while (text_is_mark(code)) {
		for (len--; len && text_is_inside(text[len]);)
			len--;
		code = text_last(text, len);
	}
	return code;
}

/* True where one word may end and another begin. Scripts without spaces between words may do so
 * anywhere. */
static bool is_boundary(const char *text, size_t len, size_t at)
{
	size_t bytes;
	if (at == 0 || at >= len || is_loose(text[at - 1]) || is_loose(text[at]))
		return true;
	unsigned char last = (unsigned char)text[at - 1], first = (unsigned char)text[at];
	if ((last | first) < 0x80)
		return !(is_ascii_letter(last) && is_ascii_letter(first)) &&
			!(is_ascii_digit(last) && is_ascii_digit(first));
	int32_t next = text_decode(text + at, len - at, &bytes);
	if (text_is_mark(next))
		return false;
	int32_t before = last_base(text, at);
	if (text_is_digit(before) && text_is_digit(next))
		return false;
	return !is_spaced_letter(before) || !is_spaced_letter(next);
}

/* ---- grams ---- */

bool verify_grams_next(struct verify_grams *grams, size_t *start, uint64_t *gram)
{
	while (grams->at < grams->len) {
		char c = grams->text[grams->at];
		if (is_loose(c)) {
			grams->at++;
			continue;
		}
		grams->gram = verify_gram_add(grams->gram, c);
		grams->ring[grams->count++ % GRAM] = grams->at++;
		size_t at = grams->ring[grams->count % GRAM];
		if (grams->count < GRAM || text_is_inside(grams->text[at]) ||
			!is_boundary(grams->text, grams->len, at))
			continue;
		*start = at;
		*gram = grams->gram;
		return true;
	}
	return false;
}

size_t verify_words_solid(const char *text, size_t len)
{
	size_t count = 0;
	for (size_t i = 0; i < len; i++)
		count += !is_loose(text[i]);
	return count;
}

/* ---- the index ---- */

static size_t row_of(const struct verify_text *text, uint64_t gram)
{
	return (size_t)(gram * UINT64_C(0x9e3779b97f4a7c15) >> (64 - text->bits));
}

const uint32_t *verify_row(const struct verify_rows *rows, size_t row, size_t *count)
{
	*count = rows->at[row + 1] - rows->at[row];
	return rows->starts + rows->at[row];
}

const uint32_t *verify_text_starts(const struct verify_text *text, uint64_t gram, size_t *count)
{
	return verify_row(&text->grams, row_of(text, gram), count);
}

/* A place, and its rows: by gram and by its first two bytes, or its last four. */
struct entry {
	uint32_t row, pair, start;
};

static struct entry *entries_collect(const struct verify_text *text, size_t *count)
{
	const struct buf *folded = &text->plain.folded;
	struct verify_grams grams = {.text = folded->text, .len = folded->len};
	struct entry *entries = NULL;
	size_t start, capacity = 0;
	uint64_t gram;
	for (*count = 0; verify_grams_next(&grams, &start, &gram); ++*count) {
		entries = mem_grow(entries, &capacity, *count + 1, sizeof *entries);
		entries[*count] = (struct entry){.row = (uint32_t)row_of(text, gram),
			.pair = (uint32_t)(gram >> 48),
			.start = (uint32_t)start};
	}
	return entries;
}

/* at[r + 2] counts row r; then at[r + 1] is where it begins, and, when the row is full, where it
 * ends. */
static struct verify_rows rows_fill(
	const struct entry *entries, size_t count, size_t row_count, bool pairs)
{
	struct verify_rows rows = {
		.at = mem_zero(row_count + 2, sizeof *rows.at),
		.starts = mem_alloc(count * sizeof *rows.starts),
	};
	for (size_t i = 0; i < count; i++)
		rows.at[(pairs ? entries[i].pair : entries[i].row) + 2]++;
	for (size_t row = 2; row < row_count + 2; row++)
		rows.at[row] += rows.at[row - 1];
	for (size_t i = 0; i < count; i++)
		rows.starts[rows.at[(pairs ? entries[i].pair : entries[i].row) + 1]++] =
			entries[i].start;
	return rows;
}

/* As entries_collect, of the places where words end. */
static struct entry *ends_collect(const struct verify_text *text, size_t *count)
{
	const struct buf *folded = &text->plain.folded;
	struct entry *entries = NULL;
	size_t capacity = 0, solid = 0;
	uint64_t gram = 0;
	*count = 0;
	for (size_t at = 0; at < folded->len; at++) {
		if (is_loose(folded->text[at]))
			continue;
		gram = verify_gram_add(gram, folded->text[at]);
		if (++solid < END ||
			(at + 1 < folded->len && text_is_inside(folded->text[at + 1])) ||
			!is_boundary(folded->text, folded->len, at + 1))
			continue;
		entries = mem_grow(entries, &capacity, *count + 1, sizeof *entries);
		entries[(*count)++] = (struct entry){.row = (uint32_t)row_of(text, gram),
			.pair = (uint32_t)row_of(text, gram & UINT32_MAX),
			.start = (uint32_t)at + 1};
	}
	return entries;
}

static const struct verify_ends *ends_of(const struct verify_text *text)
{
	struct verify_ends *ends = text->ends;
	size_t count, rows = (size_t)1 << text->bits;
	if (ends->grams.at)
		return ends;
	struct entry *entries = ends_collect(text, &count);
	ends->grams = rows_fill(entries, count, rows, false);
	ends->short_grams = rows_fill(entries, count, rows, true);
	free(entries);
	return ends;
}

const uint32_t *verify_text_end_row(
	const struct verify_text *text, uint64_t gram, bool whole, size_t *count)
{
	const struct verify_ends *ends = ends_of(text);
	return whole ? verify_row(&ends->grams, row_of(text, gram), count)
		     : verify_row(&ends->short_grams, row_of(text, gram & UINT32_MAX), count);
}

static void index_fill(struct verify_text *text)
{
	size_t count;
	struct entry *entries = entries_collect(text, &count);
	text->ends = mem_zero(1, sizeof *text->ends);
	text->grams = rows_fill(entries, count, (size_t)1 << text->bits, false);
	text->pairs = rows_fill(entries, count, PAIRS, true);
	text->tail = count ? entries[count - 1].start + 1 : 0;
	free(entries);
}

/* ---- counting ---- */

/* Chinese and Japanese: each character counts. Korean is wide, and has spaces. */
static bool is_unspaced(int32_t code)
{
	return code >= 0x2e80 && (code < 0xac00 || code > 0xd7ff) && text_is_ideograph(code);
}

static uint32_t words_count(const char *text, size_t from, size_t to)
{
	uint32_t count = 0;
	bool within = false;
	size_t bytes;
	for (; from < to; from += bytes) {
		int32_t code = (unsigned char)text[from];
		bytes = 1;
		if (code >= 0x80)
			code = text_decode(text + from, to - from, &bytes);
		if (code == ' ' || code == PLAIN_BREAK) {
			within = false;
		} else if (is_unspaced(code)) {
			count += text_is_letter(code);
			within = false;
		} else if (!within &&
			(is_ascii_letter(code) || text_is_letter(code) || text_is_digit(code))) {
			count++;
			within = true;
		}
	}
	return count;
}

/* The words of one of plain.words, up to a place; one that the end of a line divides is counted
 * with its first half. */
static uint32_t word_count(const struct verify_text *text, size_t word, size_t to)
{
	const char *folded = text->plain.folded.text;
	size_t from = text->plain.words[word].folded;
	uint32_t count = words_count(folded, from, to);
	return count - (count && from && folded[from - 1] == PLAIN_HYPHEN);
}

static void words_number(struct verify_text *text)
{
	const struct plain_text *plain = &text->plain;
	uint32_t count = 0;
	text->counted = mem_alloc((plain->count + 1) * sizeof *text->counted);
	for (size_t i = 0; i < plain->count; i++) {
		text->counted[i] = count;
		count += word_count(text, i,
			i + 1 < plain->count ? plain->words[i + 1].folded : plain->folded.len);
	}
	text->counted[plain->count] = count;
}

uint32_t verify_text_count(const struct verify_text *text, size_t from, size_t to)
{
	const struct plain_text *plain = &text->plain;
	const char *folded = plain->folded.text;
	size_t first = sorted_find(
		plain->words, plain->count, sizeof *plain->words, (uint32_t)from);
	size_t last = sorted_find(plain->words, plain->count, sizeof *plain->words, (uint32_t)to);
	if (first >= last) /* within a word */
		return words_count(folded, from, to);
	last--;
	return words_count(folded, from, plain->words[first].folded) + text->counted[last] -
		text->counted[first] + word_count(text, last, to);
}

void verify_text_open(struct verify_text *text, const char *bytes, size_t len)
{
	*text = (struct verify_text){.source = bytes, .len = len, .bits = BITS_LEAST};
	plain_text_fold(&text->plain, bytes, len);
	while (text->bits < BITS_MOST && (size_t)1 << text->bits < text->plain.count)
		text->bits++;
	index_fill(text);
	words_number(text);
}

static void alike_add(struct buf *out, const char *text, size_t len)
{
	char plain[4];
	size_t bytes;
	for (size_t at = 0; at < len; at += bytes) {
		int32_t code = (unsigned char)text[at];
		bytes = 1;
		if (code >= 0x80)
			code = text_decode(text + at, len - at, &bytes);
		buf_add(out, plain, text_encode(text_alike(code), plain));
	}
}

void verify_text_alike(struct verify_text *alike, const struct verify_text *text)
{
	const struct plain_text *of = &text->plain;
	struct plain_text *plain = &alike->plain;
	*alike = (struct verify_text){.source = text->source, .len = text->len, .bits = text->bits};
	plain->words = mem_alloc(of->count * sizeof *plain->words);
	plain->count = plain->capacity = of->count;
	for (size_t i = 0; i < of->count; i++) {
		size_t from = of->words[i].folded;
		size_t to = i + 1 < of->count ? of->words[i + 1].folded : of->folded.len;
		plain->words[i] = of->words[i];
		plain->words[i].folded = (uint32_t)plain->folded.len;
		alike_add(&plain->folded, of->folded.text + from, to - from);
	}
	index_fill(alike);
}

static void rows_free(struct verify_rows *rows)
{
	free(rows->at);
	free(rows->starts);
}

void verify_text_close(struct verify_text *text)
{
	plain_text_free(&text->plain);
	rows_free(&text->grams);
	rows_free(&text->pairs);
	if (text->ends) {
		rows_free(&text->ends->grams);
		rows_free(&text->ends->short_grams);
	}
	free(text->ends);
	free(text->counted);
	*text = (struct verify_text){0};
}

/* ---- comparing ---- */

size_t verify_text_match(
	const struct verify_text *text, struct verify_words words, size_t at, size_t *to)
{
	const char *folded = text->plain.folded.text;
	size_t len = text->plain.folded.len, have = 0;
	for (; have < words.len && at < len; at++) {
		char wanted = words.at[have];
		if (folded[at] == wanted || (folded[at] == PLAIN_BREAK && wanted == ' ')) {
			have++;
		} else if (folded[at] == PLAIN_HYPHEN) {
			have += wanted == '-';
			have += wanted == '-' && have < words.len && words.at[have] == ' ';
		} else if (folded[at] != PLAIN_BREAK) {
			break;
		}
	}
	*to = at;
	return have;
}

/* What may stand between words and what is beside them: white space, and quotation marks, which are
 * not part of a quotation. */
static bool is_gap(char c)
{
	return c == ' ' || c == PLAIN_BREAK || c == '"' || c == '\'';
}

static size_t gap_skip(const struct verify_text *text, size_t at)
{
	const struct buf *folded = &text->plain.folded;
	while (at < folded->len && is_gap(folded->text[at]))
		at++;
	return at;
}

/* At `from` and at the few places before it where a dash may stand that the words begin with. */
static bool match_before(const struct verify_text *text, struct verify_words words, size_t from,
	struct verify_span *span)
{
	for (int back = 0;; back++, from--) {
		span->from = from;
		if (verify_text_match(text, words, from, &span->to) == words.len)
			return true;
		if (back == 3 || !from || words.at[0] != '-' ||
			!is_loose(text->plain.folded.text[from - 1]))
			return false;
	}
}

/* Whether the prefix begins as many bytes before `to` as it has, and leads up to `at`. */
static bool prefix_ends(
	const struct verify_text *text, struct verify_words prefix, size_t to, size_t at)
{
	size_t from;
	struct verify_span span;
	return verify_text_back(text, to, verify_words_solid(prefix.at, prefix.len), &from) &&
		match_before(text, prefix, from, &span) && gap_skip(text, span.to) >= at;
}

static bool prefix_stands(const struct verify_text *text, struct verify_words prefix, size_t at)
{
	size_t to = at;
	if (!prefix.len || prefix_ends(text, prefix, at, at))
		return true;
	while (to && is_gap(text->plain.folded.text[to - 1]))
		to--;
	return prefix_ends(text, prefix, to, at);
}

/* A suffix may begin with a quotation mark itself, so it is looked for from each place of the gap
 * on. */
static bool suffix_stands(const struct verify_text *text, struct verify_words suffix, size_t at)
{
	const struct buf *folded = &text->plain.folded;
	size_t to;
	if (!suffix.len)
		return true;
	for (;; at++) {
		if (verify_text_match(text, suffix, at, &to) == suffix.len)
			return true;
		if (at >= folded->len || !is_gap(folded->text[at]))
			return false;
	}
}

bool verify_text_stands(const struct verify_text *text, const struct verify_part *part, size_t at,
	struct verify_span *span)
{
	const struct buf *folded = &text->plain.folded;
	text->ends->compared++;
	return match_before(text, part->words, at, span) &&
		is_boundary(folded->text, folded->len, span->from) &&
		is_boundary(folded->text, folded->len, span->to) &&
		prefix_stands(text, part->prefix, span->from) &&
		suffix_stands(text, part->suffix, span->to);
}

bool verify_text_back(const struct verify_text *text, size_t at, size_t count, size_t *from)
{
	while (count && at)
		count -= !is_loose(text->plain.folded.text[--at]);
	*from = at;
	return count == 0;
}

size_t verify_text_word(const struct verify_text *text, size_t folded)
{
	const struct plain_text *plain = &text->plain;
	size_t behind = sorted_find(
		plain->words, plain->count, sizeof *plain->words, (uint32_t)folded + 1);
	return behind ? behind - 1 : 0;
}
