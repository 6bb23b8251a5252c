/* The words of both texts are folded and compared as a longest common subsequence. What both begin
 * and end with is taken off first. The middle is a table of lengths, filled from its end so that it
 * can be walked from its start. */
#include "query/wording.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { TABLE_MOST = 1 << 20 }; /* cells */

struct word {
	uint32_t from, to;          /* bytes of the text */
	uint32_t folded, folded_to; /* bytes of the folded text */
	bool differs;
};

struct words {
	const char *text;
	struct word *at;
	size_t count, capacity;
	struct buf folded;
};

static bool is_joint(int32_t code)
{
	return code == '-' || code == '\'' || code == 0x2019 || code == 0x2010 || code == 0x2011;
}

/* The end of the word that begins at `at`. */
static size_t word_end(const char *text, size_t len, size_t at)
{
	size_t bytes;
	while (at < len) {
		int32_t code = text_decode(text + at, len - at, &bytes);
		if (!text_is_word(code)) {
			size_t next;
			if (!is_joint(code) || at + bytes >= len ||
				!text_is_word(
					text_decode(text + at + bytes, len - at - bytes, &next)))
				break;
		}
		at += bytes;
	}
	return at;
}

static void words_split(struct words *words, const char *text)
{
	size_t len = strlen(text), bytes;
	words->text = text;
	for (size_t at = 0; at < len;) {
		if (!text_is_word(text_decode(text + at, len - at, &bytes))) {
			at += bytes;
			continue;
		}
		size_t end = word_end(text, len, at), folded = words->folded.len;
		text_fold(&words->folded, text + at, end - at);
		words->at = mem_grow(
			words->at, &words->capacity, words->count + 1, sizeof *words->at);
		words->at[words->count++] = (struct word){(uint32_t)at, (uint32_t)end,
			(uint32_t)folded, (uint32_t)words->folded.len, false};
		at = end;
	}
}

static bool same(const struct words *a, size_t i, const struct words *b, size_t k)
{
	const struct word *one = &a->at[i], *other = &b->at[k];
	size_t len = one->folded_to - one->folded;
	return len == other->folded_to - other->folded &&
		memcmp(a->folded.text + one->folded, b->folded.text + other->folded, len) == 0;
}

static void differ(struct words *words, size_t from, size_t to)
{
	for (; from < to; from++)
		words->at[from].differs = true;
}

/* Marks what differs between the words from `from` to the ends given. */
static void middle_compare(
	struct words *a, size_t a_end, struct words *b, size_t b_end, size_t from)
{
	size_t rows = a_end - from, cols = b_end - from;
	if (!rows || !cols || rows + 1 > TABLE_MOST / (cols + 1)) {
		differ(a, from, a_end);
		differ(b, from, b_end);
		return;
	}
	uint32_t *table = mem_zero((rows + 1) * (cols + 1), sizeof *table);
	for (size_t i = rows; i-- > 0;)
		for (size_t k = cols; k-- > 0;) {
			uint32_t *cell = &table[i * (cols + 1) + k];
			uint32_t down = cell[cols + 1], right = cell[1];
			*cell = same(a, from + i, b, from + k) ? cell[cols + 2] + 1
				: down > right                 ? down
							       : right;
		}
	size_t i = 0, k = 0;
	while (i < rows && k < cols) {
		const uint32_t *cell = &table[i * (cols + 1) + k];
		if (same(a, from + i, b, from + k))
			i++, k++;
		else if (cell[cols + 1] >= cell[1])
			a->at[from + i++].differs = true;
		else
			b->at[from + k++].differs = true;
	}
	differ(a, from + i, a_end);
	differ(b, from + k, b_end);
	free(table);
}

/* Neighbouring words that differ make one part. */
static struct wording parts_of(struct arena *arena, const struct words *words)
{
	struct wording wording = {NULL, 0, 0};
	struct wording_part *parts = arena_alloc(arena, words->count, sizeof *parts);
	for (size_t i = 0; i < words->count; i++) {
		wording.common += !words->at[i].differs;
		if (!words->at[i].differs)
			continue;
		if (i && words->at[i - 1].differs)
			parts[wording.count - 1].to = words->at[i].to;
		else
			parts[wording.count++] = (struct wording_part){
				words->at[i].from, words->at[i].to};
	}
	wording.parts = parts;
	return wording;
}

void wording_compare(struct arena *arena, const char *left, const char *right,
	struct wording *of_left, struct wording *of_right)
{
	struct words a = {0}, b = {0};
	words_split(&a, left);
	words_split(&b, right);
	size_t from = 0, a_end = a.count, b_end = b.count;
	while (from < a_end && from < b_end && same(&a, from, &b, from))
		from++;
	while (a_end > from && b_end > from && same(&a, a_end - 1, &b, b_end - 1))
		a_end--, b_end--;
	middle_compare(&a, a_end, &b, b_end, from);
	*of_left = parts_of(arena, &a);
	*of_right = parts_of(arena, &b);
	free(a.at);
	free(b.at);
	buf_free(&a.folded);
	buf_free(&b.folded);
}

bool wording_same(const char *left, const char *right)
{
	struct arena arena = {0};
	struct wording of_left, of_right;
	wording_compare(&arena, left, right, &of_left, &of_right);
	arena_free(&arena);
	return !of_left.count && !of_right.count;
}

enum contrast contrast_of(bool left, bool right, bool same)
{
	if (left && right)
		return same ? CONTRAST_SAME : CONTRAST_DIFFERS;
	return left ? CONTRAST_LEFT : right ? CONTRAST_RIGHT : CONTRAST_NOTHING;
}
