/* What is known on each day: more from day to day, never less; and a query changes nothing of it. */
#include "tests/unit/every.h"

#include "query/known.h"

/* How many things of every kind may be named, and how many stands and likenesses. */
static size_t count_known(const struct record *record, const struct result *result)
{
	size_t known = 0;
	for (enum thing thing = THING_NONE + 1; thing < THING_EDITOR; thing++)
		for (uint32_t i = 0; i < record->counts[thing]; i++)
			known += known_ref(result, record_ref(thing, i));
	for (uint32_t i = 0; i < record->counts[THING_PARALLEL]; i++)
		known += known_parallel(result, &record->parallels[i]);
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++) {
		const struct positions *positions = record->events[i].positions;
		for (uint32_t k = 0; positions && k < positions->count; k++)
			known += known_position(result, &positions->at[k]);
	}
	return known;
}

static void what_is_known_stays_so(void **state)
{
	(void)state;
	for (int i = 0; every_record[i]; i++) {
		struct record *record = every_read(every_record[i]);
		struct every_terms terms = {0};
		struct every_days days = every_days(record);
		size_t before = 0;
		for (size_t k = 0; k < days.count; k++) {
			struct arena arena = {0};
			struct result result;
			every_select(record, NULL, days.at[k], &arena, &result);
			size_t known = count_known(record, &result);
			assert_true(result.day == days.at[k]);
			assert_true(known >= before);
			before = known;
			arena_free(&arena);
		}
		every_free(record, &terms, &days);
	}
}

static void a_query_changes_nothing_of_it(void **state)
{
	(void)state;
	for (int i = 0; every_record[i]; i++) {
		struct record *record = every_read(every_record[i]);
		struct every_terms terms = every_terms(record);
		struct every_days days = every_days(record);
		for (size_t k = 0; k < days.count; k += 1 + days.count / 8) {
			struct arena whole = {0};
			struct result all;
			every_select(record, NULL, days.at[k], &whole, &all);
			assert_null(all.known);
			size_t known = count_known(record, &all);
			for (size_t t = 0; t < terms.count; t += 1 + terms.count / 100) {
				struct arena arena = {0};
				struct result some;
				every_select(record, terms.at[t], days.at[k], &arena, &some);
				assert_int_equal(result_known(&some)->event_count, all.event_count);
				assert_int_equal(result_known(&some)->quote_count, all.quote_count);
				assert_int_equal(count_known(record, &some), known);
				arena_free(&arena);
			}
			arena_free(&whole);
		}
		every_free(record, &terms, &days);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_known_stays_so),
		cmocka_unit_test(a_query_changes_nothing_of_it),
	};
	return cmocka_run_group_tests_name("query/known", tests, NULL, NULL);
}
