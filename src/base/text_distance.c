/* The distance between two words: the fewest insertions, deletions, replacements and swaps of
 * neighbours (optimal string alignment), by the usual table of which three rows are kept. */
#include "base/text.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static size_t decode_all(const char *text, int32_t *out)
{
	size_t len = strlen(text), count = 0, bytes;
	for (size_t at = 0; at < len; at += bytes)
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

static int distance(const int32_t *a, size_t a_len, const int32_t *b, size_t b_len, int most)
{
	if ((a_len > b_len ? a_len - b_len : b_len - a_len) > (size_t)most)
		return most + 1;
	int *rows = mem_zero(3 * (b_len + 1), sizeof *rows);
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
	free(rows);
	return result;
}

int text_distance(const char *a, const char *b, int most)
{
	int32_t *a_codes = mem_zero(strlen(a) + 1, sizeof *a_codes);
	int32_t *b_codes = mem_zero(strlen(b) + 1, sizeof *b_codes);
	size_t a_len = decode_all(a, a_codes), b_len = decode_all(b, b_codes);
	int result = distance(a_codes, a_len, b_codes, b_len, most);
	free(a_codes);
	free(b_codes);
	return result;
}
