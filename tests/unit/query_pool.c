/* What can be asked about, and whose it could be called. */
#include "query/pool.h"

#include "every.h"
#include "query/giveaway.h"
#include "query/sheet.h"

static const char path[] = "tests/data/asked.yaml";

/* The ids that were drawn, in the order of the record, a space behind each. */
static void check_pool(
	const struct record *record, const char *query, struct pool_wants wants, const char *ids)
{
	struct arena arena = {0};
	struct result result;
	struct lots lots = {1};
	struct pool pool;
	struct buf drawn = {0};
	every_select(record, query, DATE_OPEN_END, &arena, &result);
	pool_draw(&arena, &result, &lots, &wants, &pool);
	for (uint32_t q = 0; q < record->counts[THING_QUOTE]; q++)
		for (uint32_t i = 0; i < pool.count; i++)
			if (pool.quotes[i] == q)
				buf_format(&drawn, "%s ", record->quotes[q].id);
	assert_string_equal(buf_string(&drawn), ids);
	buf_free(&drawn);
	arena_free(&arena);
}

/* A sentence that says enough, that nobody else said, and that is about what it names; and a report
 * of 1890, of which there are no other words, but none of 1881. */
static void test_what_can_be_asked(void **state)
{
	(void)state;
	struct record *record = every_read(path);
	const struct pool_wants words = {
		.nameless = true, .words_most = 60, .least = 2, .voices = 2};
	check_pool(record, NULL, words, "good lower own-party handed later-report ");
	const struct pool_wants views = {
		.views = true, .nameless = true, .words_most = 60, .least = 1, .voices = 1};
	check_pool(record, NULL, views, "view ");
	record_free(record);
}

/* Words that came out before the day on which they are said to have been said can be asked for by nobody. */
static void test_days_of_what_was_said(void **state)
{
	(void)state;
	struct record *record = every_read("events.yaml");
	const struct quote
		*early = &record->quotes[record_find(record, "memorandum-ukraine-sanctions").index];
	const struct quote
		*good = &record->quotes[record_find(record, "memorandum-ukraine-guarantees").index];
	assert_false(pool_has_day_said(record, early));
	assert_true(pool_has_days(quote_said(record, early)));
	assert_true(pool_has_day_said(record, good));
	record_free(record);
}

/* Half of the words of an answer may be those of what it answers: one word that comes again is one. */
static void test_a_word_that_comes_again(void **state)
{
	(void)state;
	struct record *record = every_read("events.yaml");
	const struct quote
		*one = &record->quotes[record_find(record, "medinsky-no-ultimatum").index];
	const struct quote
		*other = &record->quotes[record_find(record, "zelenskyy-ultimatum").index];
	assert_false(pool_same_matter(record, one, other));
	assert_false(pool_same_matter(record, other, one));
	record_free(record);
}

/* What is left when there is nothing better; disputed words last, and none that are another's. */
static void test_what_is_asked_where_there_is_no_better(void **state)
{
	(void)state;
	struct record *record = every_read(path);
	const struct pool_wants words = {.words_most = 60, .least = 1};
	check_pool(record, "id:short,fragment,wrong,doubt,outside", words, "fragment short ");
	check_pool(record, "id:outside", words, "outside ");
	check_pool(record, "id:wrong,doubt", words, "doubt ");
	check_pool(record, "id:wrong,party", words, "");
	check_pool(record, "id:later-report,later-named", words, "later-report ");
	check_pool(record, "id:good,short", (struct pool_wants){.words_most = 5, .least = 1},
		"good short ");
	check_pool(record, "id:view-headline", (struct pool_wants){.views = true, .words_most = 60},
		"");
	record_free(record);
}

static bool could_be(
	const struct record *record, const char *quote, enum thing thing, const char *id)
{
	const struct quote *of = &record->quotes[record_find(record, quote).index];
	for (uint32_t i = 0; i < record->counts[thing]; i++)
		if (strcmp(record_id(record, record_ref(thing, i)), id) == 0)
			return pool_could_be(record, of, record_ref(thing, i));
	fail();
	return false;
}

/* The speaker, under whatever name; the party; where it is printed, and its author; who handed the
 * words on; who told the same with it. */
static void test_whose_it_could_be_called(void **state)
{
	(void)state;
	struct record *record = every_read(path);
	assert_true(could_be(record, "handed", THING_PERSON, "orlov"));
	assert_true(could_be(record, "handed", THING_PERSON, "envoy"));
	assert_true(could_be(record, "handed", THING_PARTY, "norland"));
	assert_true(could_be(record, "handed", THING_SOURCE, "varga"));
	assert_true(could_be(record, "handed", THING_PERSON, "varga-herself"));
	assert_true(could_be(record, "handed", THING_PERSON, "lind"));
	assert_true(could_be(record, "handed", THING_SOURCE, "courier"));
	assert_false(could_be(record, "handed", THING_PERSON, "hale"));
	assert_false(could_be(record, "good", THING_PERSON, "lind"));
	assert_false(could_be(record, "good", THING_PERSON, "varga-herself"));
	assert_true(could_be(record, "view", THING_PERSON, "varga-herself"));
	record_free(record);
	record = every_read("events.yaml"); /* what each of five told of a call */
	assert_true(could_be(record, "white-house-sanctions", THING_PARTY, "uk"));
	assert_true(could_be(record, "downing-street-resolve", THING_PARTY, "usa"));
	assert_false(could_be(record, "white-house-sanctions", THING_PARTY, "russia"));
	/* "Russia expects that", in a paper. */
	assert_true(could_be(record, "vzglyad-sanctions", THING_PARTY, "russia"));
	assert_false(could_be(record, "vzglyad-sanctions", THING_PARTY, "ukraine"));
	assert_false(could_be(record, "vzglyad-sanctions", THING_PERSON, "putin"));
	record_free(record);
}

static struct date date_of(struct arena *arena, const char *edtf)
{
	struct date date;
	struct date_problem problem;
	assert_true(date_parse(arena, edtf, strlen(edtf), &date, &problem));
	return date;
}

/* More than either is exact to, and more than so many days. */
static void test_dates_that_lie_apart(void **state)
{
	static const struct {
		const char *a, *b;
		int64_t days;
		bool apart;
	} cases[] = {
		{"1918-03-03", "1918-03-04", 0, true},
		{"1918-03-03", "1918-03-04", 1, false},
		{"1918-03-03", "1918-03-03", 0, false},
		{"1918-03", "1918-03-04", 0, false},
		{"1918-03", "1918-04-01", 0, false},
		{"1918-03", "1918-05-01", 0, true},
		{"1918", "1920-12", 365, true},
		{"1918", "1919", 0, false},
		{"1918", "1920", 0, true},
		{"1918-03-03~", "1918-03-05", 0, false},
		{"1918-03-03~", "1918-03-07", 0, true},
		{"1918~", "1920", 0, false},
		{"1918~", "1923", 0, true},
	};
	(void)state;
	struct arena arena = {0};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct date a = date_of(&arena, cases[i].a), b = date_of(&arena, cases[i].b);
		if (pool_lie_apart(&a, &b, cases[i].days) != cases[i].apart ||
			pool_lie_apart(&b, &a, cases[i].days) != cases[i].apart)
			fail_msg("%s and %s", cases[i].a, cases[i].b);
	}
	struct date possibly = date_of(&arena, "1918?"), open = date_of(&arena, "1918/.."),
		    exact = date_of(&arena, "1918");
	assert_false(pool_has_days(&possibly) || pool_has_days(&open) || pool_has_days(NULL));
	assert_true(pool_has_days(&exact));
	arena_free(&arena);
}

static struct ref source_named(const struct record *record, const char *id)
{
	struct ref ref = record_ref(THING_SOURCE, 0);
	while (strcmp(record_id(record, ref), id) != 0)
		ref.index++;
	return ref;
}

/* What a source is called in short names it as an alias names a person. */
static void test_short_names_are_names(void **state)
{
	(void)state;
	struct record *record = every_read("tests/data/names.yaml");
	struct ref press = source_named(record, "press"), courier = source_named(record, "courier");
	assert_true(giveaway_has_name(record, "as the southern press has it", press));
	assert_true(giveaway_has_name(record, "see southern press, march 1856", press));
	assert_true(giveaway_has_name(record, "see the courier, 31 march 1856.", courier));
	assert_false(giveaway_has_name(record, "see what came on 31 march 1856", courier));
	record->people[0].name = "Southern Press, March 1856";
	assert_true(pool_same_voice(record, record_ref(THING_PERSON, 0), press));
	assert_false(pool_same_voice(record, record_ref(THING_PERSON, 0), courier));
	record_free(record);
}

/* A first name calls nobody, unless it is all that there is; a name has to stand by itself. */
static void test_who_is_called(void **state)
{
	static const struct {
		const char *name, *text;
		bool calls;
	} cases[] = {
		{"Mark Episkopos", "one may mark the day", false},
		{"Mark Episkopos", "as episkopos writes", true},
		{"Vladimir Medinsky", "to vladimir putin", false},
		{"Vladimir Medinsky", "vladimir medinsky and others", true},
		{"Igor Long", "it took longer", false},
		{"Mao Li", "mao li was there", true},
		{"Platon", "platon was there", true},
		{"Nikolaus II", "nikolaus was there", true},
	};
	(void)state;
	struct record *record = every_read("tests/data/names.yaml");
	record->people[0].aliases = NULL;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		record->people[0].name = cases[i].name;
		if (giveaway_calls(record, cases[i].text, 0) != cases[i].calls)
			fail_msg("%s: %s", cases[i].name, cases[i].text);
	}
	record_free(record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_can_be_asked),
		cmocka_unit_test(test_days_of_what_was_said),
		cmocka_unit_test(test_a_word_that_comes_again),
		cmocka_unit_test(test_what_is_asked_where_there_is_no_better),
		cmocka_unit_test(test_whose_it_could_be_called),
		cmocka_unit_test(test_dates_that_lie_apart),
		cmocka_unit_test(test_short_names_are_names),
		cmocka_unit_test(test_who_is_called),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
