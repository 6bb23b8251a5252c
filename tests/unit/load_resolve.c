/* Renderings of one utterance are joined, whatever leads to what and in whatever order they stand;
 * and a selection that is printed and read again joins what is left of them. */
#include "tests/unit/print.h"

#include "query/select.h"

#include <stdio.h>

enum { QUOTES = 8, ROUNDS = 400 };

/* A little record, its last event first in time: quotation n is the same as same[n], but for those
 * that are the same as themselves. */
static struct record *record_of(const int same[QUOTES])
{
	struct buf yaml = {0};
	buf_text(&yaml, "title: T\nsources: {s: {type: book, title: B}}\nevents:\n");
	for (int n = 0; n < QUOTES; n++) {
		if (n % 3 == 0)
			buf_format(&yaml, "  - id: e%d\n    title: E\n    date: %d\n    quotes:\n",
				n, 1920 - n);
		buf_format(
			&yaml, "      - {id: q%d, text: T, source: s, said: 1900, speaker: s", n);
		if (same[n] != n)
			buf_format(&yaml, ", same_as: q%d", same[n]);
		buf_text(&yaml, "}\n");
	}
	struct record *record = read_bytes(yaml.text, yaml.len);
	buf_free(&yaml);
	return record;
}

/* Each leads to one that was drawn before it: there is no circle. */
static void same_draw(unsigned *seed, int same[QUOTES])
{
	int order[QUOTES];
	for (int n = 0; n < QUOTES; n++) {
		*seed = *seed * 1103515245u + 12345u;
		int at = (int)(*seed >> 16) % (n + 1);
		order[n] = order[at];
		order[at] = n;
	}
	for (int n = 0; n < QUOTES; n++) {
		*seed = *seed * 1103515245u + 12345u;
		int to = (int)(*seed >> 16) % (2 * n + 1);
		same[order[n]] = order[to < n ? to : n];
	}
}

static int number_of(const struct record *record, uint32_t quote)
{
	return record->quotes[quote].id[1] - '0';
}

/* Which numbers are one utterance, worked out slowly. */
static void joined_find(const int same[QUOTES], int joined[QUOTES])
{
	for (int n = 0; n < QUOTES; n++)
		joined[n] = n;
	for (int round = 0; round < QUOTES; round++)
		for (int n = 0; n < QUOTES; n++) {
			int least = joined[n] < joined[same[n]] ? joined[n] : joined[same[n]];
			joined[n] = joined[same[n]] = least;
		}
}

static void check_joined(const struct record *record, const int joined[QUOTES])
{
	for (uint32_t a = 0; a < record->counts[THING_QUOTE]; a++)
		for (uint32_t b = 0; b < record->counts[THING_QUOTE]; b++) {
			bool one = joined[number_of(record, a)] == joined[number_of(record, b)];
			assert_int_equal(
				quote_utterance(record, a) == quote_utterance(record, b), one);
			assert_true(!one || quote_utterance(record, a) <= a);
		}
}

static void test_renderings_are_joined(void **state)
{
	(void)state;
	unsigned seed = 1;
	for (int round = 0; round < ROUNDS; round++) {
		int same[QUOTES], joined[QUOTES];
		same_draw(&seed, same);
		joined_find(same, joined);
		struct record *record = record_of(same);
		check_joined(record, joined);
		record_free(record);
	}
}

static void test_none_costs_nothing(void **state)
{
	(void)state;
	static const int same[QUOTES] = {0, 1, 2, 3, 4, 5, 6, 7};
	struct record *record = record_of(same);
	assert_null(record->utterances);
	assert_int_equal(quote_utterance(record, 5), 5);
	record_free(record);
}

/* Prints the quotations of the bits, and reads them again. */
static struct record *read_again(const struct record *record, unsigned bits)
{
	struct buf query = {0};
	struct arena arena = {0};
	struct result result;
	struct query_problem problem;
	for (int n = 0; n < QUOTES; n++)
		if (bits >> n & 1)
			buf_format(&query, "%sq%d", query.len ? "," : "id:", n);
	struct select_options options = {.query = buf_string(&query)};
	assert_true(select_run(record, &options, &arena, &result, &problem));
	char *yaml = printed("yaml", &result, (struct print_options){.colors = -1});
	struct record *again = read_bytes(yaml, strlen(yaml));
	free(yaml);
	buf_free(&query);
	arena_free(&arena);
	return again;
}

static void test_what_is_left_stays_joined(void **state)
{
	(void)state;
	unsigned seed = 7;
	for (int round = 0; round < 4; round++) {
		int same[QUOTES], joined[QUOTES];
		same_draw(&seed, same);
		joined_find(same, joined);
		struct record *record = record_of(same);
		for (unsigned bits = 1; bits < 1u << QUOTES; bits++) {
			struct record *again = read_again(record, bits);
			check_joined(again, joined);
			record_free(again);
		}
		record_free(record);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_renderings_are_joined),
		cmocka_unit_test(test_none_costs_nothing),
		cmocka_unit_test(test_what_is_left_stays_joined),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
