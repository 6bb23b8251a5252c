/* Who somebody is: what is listed, in which order; and that no query and no day makes a profile list
 * what it hides, or lose count of it. */
#include "query/profile.h"

#include "tests/effort.h"
#include "tests/unit/every.h"

/* The rows of a profile of tests/data/people.yaml in words. */
static void rows_expect(const char *query, const char *of, enum thing thing, const char *expected)
{
	struct record *record = every_read("tests/data/people.yaml");
	struct arena arena = {0};
	struct result result;
	struct buf text = {0};
	every_select(record, query, DATE_OPEN_END, &arena, &result);
	struct threads *threads = threads_create(result.record);
	struct ref ref = {0};
	for (uint32_t n = 0; n < record->counts[thing]; n++)
		if (strcmp(record_id(record, record_ref(thing, n)), of) == 0)
			ref = record_ref(thing, n);
	struct profile *profile = profile_make(threads, &result, ref);
	for (uint32_t n = 0; n < profile->count; n++) {
		const struct profile_row *row = &profile->rows[n];
		buf_format(&text, "%d %s", (int)row->kind,
			row->to.thing == THING_NONE ? "-" : record_id(record, row->to));
		if (row->role)
			buf_format(&text, " (%s)", row->role);
		if (row->count)
			buf_format(&text, " %u", (unsigned)row->count);
		buf_char(&text, '\n');
	}
	assert_string_equal(buf_string(&text), expected);
	buf_free(&text);
	profile_free(profile);
	threads_free(threads);
	arena_free(&arena);
	record_free(record);
}

static void a_person(void **state)
{
	(void)state;
	assert_int_equal(PROFILE_PART, 4);
	/* What was said later stands later, whatever the event; a role once, where it is first. */
	rows_expect(NULL, "orlov", THING_PERSON,
		"0 opening (envoy)\n0 orlov-late (governor of the river)\n"
		"1 orlov-table\n1 orlov-late\n4 opening (envoy)\n4 treaty\n5 hale-ink\n"
		"6 varga 1\n6 courier 1\n");
	rows_expect("id:orlov-late", "orlov", THING_PERSON,
		"0 opening (envoy)\n0 orlov-late (governor of the river)\n"
		"1 orlov-late\n1 - 1\n4 opening (envoy)\n4 - 1\n5 - 1\n"
		"6 varga 1\n6 courier 1\n");
	rows_expect(NULL, "sund", THING_PERSON, "4 opening (host)\n");
}

static void a_party(void **state)
{
	(void)state;
	rows_expect(NULL, "norland", THING_PARTY,
		"1 norland-note\n0 norland-note (“the palace”)\n3 orlov\n4 opening\n4 treaty\n"
		"6 courier 1\n");
}

static void a_source(void **state)
{
	(void)state;
	rows_expect(NULL, "varga", THING_SOURCE, "1 varga-view\n2 hale-ink\n2 orlov-late\n");
}

static void an_event(void **state)
{
	(void)state;
	rows_expect(
		NULL, "treaty", THING_EVENT, "7 orlov\n8 hale\n8 norland\n8 varga\n11 sudmark\n");
	rows_expect(NULL, "nobody", THING_EVENT, "");
}

/* ---- of every record, by queries and days ---- */

/* How many rows of a kind there are, and how many things of it are left out. */
static uint32_t count(const struct profile *profile, enum profile_kind kind, uint32_t *left_out)
{
	uint32_t rows = 0;
	*left_out = 0;
	for (uint32_t n = 0; n < profile->count; n++) {
		if (profile->rows[n].kind != kind)
			continue;
		if (profile->rows[n].to.thing == THING_NONE)
			*left_out += profile->rows[n].count;
		else
			rows++;
	}
	return rows;
}

static const struct date *date_of(const struct record *record, struct ref quote)
{
	const struct quote *words = &record->quotes[quote.index];
	const struct date *said = quote_said(record, words);
	return said ? said : quote_public(record, words);
}

static void check_rows(const struct result *result, const struct profile *profile)
{
	const struct record *record = result->record;
	for (uint32_t n = 0; n < profile->count; n++) {
		const struct profile_row *row = &profile->rows[n];
		struct ref to = row->to;
		assert_false(to.thing != THING_NONE && record_hides(record, to));
		if (to.thing != THING_QUOTE || row->kind == PROFILE_ROLE)
			continue;
		assert_true(result_has_quote(result, to.index));
		if (!n || row[-1].kind != row->kind)
			continue;
		const struct date *from = date_of(record, row[-1].to);
		const struct date *until = date_of(record, to);
		if (from && until)
			assert_true(date_compare_ordered(from, 0, until, 0) <= 0);
	}
}

/* Selected and left out are what there is without the query. */
static void check_voice(const struct result *all, const struct result *some,
	struct threads *threads, struct ref voice)
{
	static const enum profile_kind kinds[] = {
		PROFILE_SAYS, PROFILE_PRINTS, PROFILE_PART, PROFILE_SPOKEN_OF};
	struct profile *whole = profile_make(threads, all, voice);
	struct profile *part = profile_make(threads, some, voice);
	check_rows(all, whole);
	check_rows(some, part);
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		uint32_t none, left_out, rows = count(whole, kinds[k], &none);
		assert_int_equal(none, 0);
		assert_int_equal(count(part, kinds[k], &left_out) + left_out, rows);
	}
	uint32_t ignored;
	assert_int_equal(count(part, PROFILE_ROLE, &ignored), count(whole, PROFILE_ROLE, &ignored));
	profile_free(whole);
	profile_free(part);
}

static void check_selection(const struct record *record, const char *query, int64_t day)
{
	static const enum thing things[] = {THING_PERSON, THING_PARTY, THING_SOURCE};
	struct arena arena = {0};
	struct result some;
	every_select(record, query, day, &arena, &some);
	struct threads *threads = threads_create(some.record);
	for (size_t k = 0; k < sizeof things / sizeof *things; k++)
		for (uint32_t n = 0; n < some.record->counts[things[k]]; n++)
			check_voice(result_known(&some), &some, threads, record_ref(things[k], n));
	threads_free(threads);
	arena_free(&arena);
}

static void every_record_every_way(void **state)
{
	(void)state;
	for (int i = 0; every_record[i]; i++) {
		struct record *record = every_read(every_record[i]);
		struct every_terms terms = every_terms(record);
		struct every_days days = every_days(record);
		size_t term_step = 1 + terms.count / 8, day_step = 1 + days.count / 8;
		for (size_t d = 0; d < days.count; d += day_step * effort_step(3))
			check_selection(record, NULL, days.at[d]);
		for (size_t t = 0; t < terms.count; t += term_step * effort_step(3))
			check_selection(record, terms.at[t],
				days.at[t % 2 ? days.count / 2 : days.count - 1]);
		every_free(record, &terms, &days);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_person),
		cmocka_unit_test(a_party),
		cmocka_unit_test(a_source),
		cmocka_unit_test(an_event),
		cmocka_unit_test(every_record_every_way),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
