/* A table of edit distances would be wasted on most candidates: a difference in length is a lower
 * bound of the distance and rules nearly all of them out, and each better candidate narrows what
 * the next may differ by. */
#include "base/suggest.h"

#include "base/look.h"
#include "base/text.h"

#include <stdint.h>
#include <string.h>

enum { CODES_MOST = SUGGEST_LENGTH_MOST + SUGGEST_DISTANCE_MOST + 1 };

/* In code points, counting no further than is of use. *letters has a bit for each ASCII letter. */
static size_t length_of(const char *word, uint64_t *letters)
{
	size_t length = 0;
	*letters = 0;
	for (; *word && length <= SUGGEST_LENGTH_MOST + SUGGEST_DISTANCE_MOST; word++) {
		length += !text_is_inside(*word);
		*letters |= (unsigned char)*word < 0x80 ? UINT64_C(1) << (*word & 63) : 0;
	}
	return length;
}

/* Each letter that is put, taken or replaced changes two of the bits at most. */
static bool letters_differ(uint64_t a, uint64_t b, int most)
{
	int count = 0;
	for (uint64_t left = a ^ b; left && count <= 2 * most; left &= left - 1)
		count++;
	return count > 2 * most;
}

/* `out` has room for CODES_MOST; a text without stray bytes is not longer here. */
static size_t decode_all(const char *text, int32_t *out)
{
	size_t len = strlen(text), count = 0, bytes;
	for (size_t at = 0; at < len && count < CODES_MOST; at += bytes)
		out[count++] = text_decode(text + at, len - at, &bytes);
	return count;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* Fills `row` from the two rows above it, and returns its least entry. */
static int row_fill(int *row, const int *above, const int *above2, const int32_t *a, size_t i,
	const int32_t *b, size_t b_len)
{
	int best = row[0] = (int)i;
	for (size_t j = 1; j <= b_len; j++) {
		bool same = a[i - 1] == b[j - 1];
		row[j] = least(above[j - 1] + !same, least(above[j], row[j - 1]) + 1);
		if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
			row[j] = least(row[j], above2[j - 2] + 1);
		best = least(best, row[j]);
	}
	return best;
}

/* The fewest insertions, deletions, replacements and swaps of neighbours that make one word the
 * other (optimal string alignment), by the usual table, of which three rows are kept; most + 1
 * where there are more than `most`. */
static int codes_distance(const int32_t *a, size_t a_len, const int32_t *b, size_t b_len, int most)
{
	if ((a_len > b_len ? a_len - b_len : b_len - a_len) > (size_t)most)
		return most + 1;
	int rows[3 * (CODES_MOST + 1)] = {0};
	int *above2 = rows, *above = rows + b_len + 1, *row = above + b_len + 1;
	for (size_t j = 0; j <= b_len; j++)
		above[j] = (int)j;
	int result = -1;
	for (size_t i = 1; i <= a_len; i++) {
		int best = row_fill(row, above, above2, a, i, b, b_len);
		if (best > most) { /* and no later row is less, swaps included */
			result = most + 1;
			break;
		}
		int *free_row = above2;
		above2 = above;
		above = row;
		row = free_row;
	}
	if (result < 0)
		result = least(above[b_len], most + 1);
	return result;
}

static int distance_of(const char *a, const char *b, int most)
{
	int32_t a_codes[CODES_MOST], b_codes[CODES_MOST];
	size_t a_len = decode_all(a, a_codes), b_len = decode_all(b, b_codes);
	return codes_distance(a_codes, a_len, b_codes, b_len, most);
}

void suggest_start(struct suggest *suggest, const char *word)
{
	uint64_t letters;
	size_t length = length_of(word, &letters);
	int most = (int)(length / 3);
	if (length < 2 || length > SUGGEST_LENGTH_MOST)
		most = 0;
	else if (most < 1)
		most = 1;
	else if (most > SUGGEST_DISTANCE_MOST)
		most = SUGGEST_DISTANCE_MOST;
	*suggest = (struct suggest){
		.word = word, .length = length, .letters = letters, .most = most};
}

bool suggest_feed(struct suggest *suggest, const char *candidate)
{
	if (suggest->alike)
		return false;
	if (look_same(suggest->word, candidate) && strcmp(suggest->word, candidate) != 0) {
		suggest->best = candidate;
		return suggest->alike = true;
	}
	if (suggest->most < 1)
		return false;
	uint64_t letters;
	size_t length = length_of(candidate, &letters);
	size_t apart = length > suggest->length ? length - suggest->length
						: suggest->length - length;
	if (apart > (size_t)suggest->most ||
		letters_differ(letters, suggest->letters, suggest->most))
		return false;
	int distance = distance_of(suggest->word, candidate, suggest->most);
	if (distance < 1 || distance > suggest->most)
		return false;
	suggest->best = candidate;
	suggest->most = distance - 1;
	return true;
}

const char *suggest_best(const struct suggest *suggest)
{
	return suggest->best;
}

bool suggest_hint(struct buf *out, const char *word, const char *best, const char *where)
{
	struct buf odd = {0};
	bool alike = best && look_same(word, best);
	bool any = !alike && look_odd_explain(&odd, word);
	if (alike) {
		buf_text(out, "; ");
		look_explain(out, word, best, where);
	}
	if (any)
		buf_format(out, "; %s", buf_string(&odd));
	if (best && !alike) {
		buf_format(out, "; did you mean \"%s\"?", best);
		if (where)
			buf_format(out, " (%s)", where);
	}
	buf_free(&odd);
	return any || best;
}
