/* What the index finds is what offering each word would: drawn words of many kinds, alike, near and far;
 * and of ten times as many words it does not look at more for each that is asked for. */
#include "base/similar.h"

#include "base/buf.h"
#include "base/suggest.h"
#include "base/text.h"
#include "tests/effort.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static unsigned seed = 1;

static unsigned draw(unsigned below)
{
	seed = seed * 1103515245u + 12345u;
	return (seed >> 8) % below;
}

/* How words are made: of pieces, of which some have the same number of letters. */
struct shape {
	const char *before;
	const char *const *pieces;
	unsigned piece_count, least, most;
	bool numbered;
};

static const char *const syllables[] = {"ka", "lo", "mi", "ren", "dor", "vel", "sa", "tu", "nor",
	"ba", "gri", "fen", "os", "ul", "hal", "den", "mar", "ri", "to", "zen"};
static const char *const few[] = {"a", "b"};
static const char *const odd[] = {"a", "l", "1", "I", "O", "0", "-", " ", "\u0430", "\u200b",
	"\u00a0", "\u00e4", "\u03bf", "\u2010", "z"};
static const char *const signs[] = {"\u5f20", "\u4e09", "\u674e", "\u56db", "\u738b", "\u4e94"};

#define PIECES(array) array, sizeof array / sizeof *array
static const struct shape shapes[] = {
	{"", PIECES(syllables), 1, 5, false},
	{"", PIECES(syllables), 20, 30, false},
	{"", PIECES(few), 1, 14, false},
	{"", PIECES(odd), 0, 9, false},
	{"", PIECES(signs), 1, 5, false},
	{"person-", PIECES(syllables), 0, 1, true},
	{"", PIECES(syllables), 1, 2, true},
};

static void word_draw(const struct shape *shape, struct buf *word)
{
	buf_clear(word);
	buf_text(word, shape->before);
	unsigned count = shape->least + draw(shape->most - shape->least + 1);
	for (unsigned i = 0; i < count; i++)
		buf_text(word, shape->pieces[draw(shape->piece_count)]);
	if (shape->numbered)
		buf_format(word, "%u", draw(10000));
}

/* A letter put, left out, replaced or swapped with its neighbour, some times. */
static void misspell(struct buf *word, unsigned times)
{
	enum { LETTERS = 80 };
	int32_t letters[LETTERS];
	size_t count = 0, bytes;
	for (size_t at = 0; at < word->len && count + times < LETTERS; at += bytes)
		letters[count++] = text_decode(word->text + at, word->len - at, &bytes);
	for (unsigned i = 0; i < times && count > 1; i++) {
		size_t at = draw((unsigned)count - 1);
		int32_t was = letters[at];
		switch (draw(4)) {
		case 0:
			letters[at] = letters[at + 1];
			letters[at + 1] = was;
			break;
		case 1:
			letters[at] = "xae1"[draw(4)];
			break;
		case 2:
			memmove(letters + at, letters + at + 1, (--count - at) * sizeof *letters);
			break;
		default:
			letters[count++] = was;
		}
	}
	buf_clear(word);
	for (size_t i = 0; i < count; i++) {
		char out[4];
		buf_add(word, out, text_encode(letters[i], out));
	}
}

static void words_draw(
	struct arena *arena, const struct shape *shape, size_t count, struct similar_word *words)
{
	struct buf word = {0};
	for (size_t i = 0; i < count; i++) {
		word_draw(shape, &word);
		words[i].text = arena_text(arena, buf_string(&word), word.len);
		words[i].kinds = 1u << draw(3);
	}
	buf_free(&word);
}

/* The first of the nearest, offering each; -1 for none. */
static long scan(const struct similar_word *words, size_t count, const char *word, unsigned kinds)
{
	struct suggest suggest;
	long best = -1;
	suggest_start(&suggest, word);
	for (size_t i = 0; i < count; i++)
		if (words[i].kinds & kinds && suggest_feed(&suggest, words[i].text))
			best = (long)i;
	return best;
}

static long first_of(const struct similar_found *found)
{
	long first = -1;
	for (size_t i = 0; i < found->count; i++)
		if (first < 0 || found->at[i] < (uint32_t)first)
			first = found->at[i];
	return first;
}

static void as_a_scan(void **state)
{
	(void)state;
	enum { WORDS = 300 };
	struct similar_found found = {0};
	struct buf word = {0};
	size_t met = 0;
	for (size_t n = 0; n < 2 * sizeof shapes / sizeof *shapes; n++) {
		const struct shape *shape = &shapes[n / 2];
		struct arena arena = {0};
		struct similar_word words[WORDS];
		words_draw(&arena, shape, WORDS, words);
		struct similar *similar = similar_make(&arena, words, WORDS);
		for (size_t i = 0; i < 1000; i += effort_step(8)) {
			unsigned kinds = 1 + draw(7);
			word_draw(shape, &word);
			if (draw(2)) {
				buf_clear(&word);
				buf_text(&word, words[draw(WORDS)].text);
			}
			misspell(&word, draw(5));
			similar_find(similar, buf_string(&word), kinds, &found);
			long expected = scan(words, WORDS, buf_string(&word), kinds);
			if (first_of(&found) != expected)
				fail_msg("shape %zu: \"%s\" (%x): %ld, not %ld", n / 2,
					buf_string(&word), kinds, first_of(&found), expected);
			met += expected >= 0;
		}
		arena_free(&arena);
	}
	assert_true(met > 1000 / effort_step(8));
	free(found.at);
	buf_free(&word);
}

static void of_none(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct similar_found found = {0};
	struct similar *similar = similar_make(&arena, NULL, 0);
	similar_find(similar, "word", ~0u, &found);
	assert_int_equal(found.count, 0);
	free(found.at);
	arena_free(&arena);
}

/* What a word costs that is asked for: near, with more edits than a slip, or of the same shape. */
static size_t cost(const struct shape *shape, size_t count)
{
	struct arena arena = {0};
	struct similar_found found = {0};
	struct buf word = {0};
	struct similar_word *words = calloc(count, sizeof *words);
	words_draw(&arena, shape, count, words);
	struct similar *similar = similar_make(&arena, words, count);
	for (size_t i = 0; i < 300; i++) {
		word_draw(shape, &word);
		misspell(&word, (unsigned)(i % 6));
		similar_find(similar, buf_string(&word), ~0u, &found);
	}
	size_t touched = found.touched / 300;
	free(found.at);
	free(words);
	buf_free(&word);
	arena_free(&arena);
	return touched;
}

static void of_many(void **state)
{
	(void)state;
	static const struct shape many[] = {
		{"", PIECES(syllables), 3, 5, false},
		{"", PIECES(syllables), 6, 8, false},
		{"person-", PIECES(syllables), 0, 0, true},
		{"", PIECES(syllables), 2, 2, true},
	};
	for (size_t i = 0; i < sizeof many / sizeof *many; i++) {
		size_t less = cost(&many[i], 1000), more = cost(&many[i], 10000);
		if (more > 2 * less || more > 1500)
			fail_msg("shape %zu: %zu, then %zu", i, less, more);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_a_scan),
		cmocka_unit_test(of_none),
		cmocka_unit_test(of_many),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
