/* What a record says of its things: names, dates, parties, ids. */
#include "model/record.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct date day(int64_t number)
{
	return (struct date){.edtf = "",
		.earliest = number,
		.latest = number,
		.sort = number,
		.second = -1,
		.offset = DATE_NO_OFFSET};
}

static void dates_of_words(void **state)
{
	(void)state;
	struct date said = day(10), event_date = day(20), issued = day(30), published = day(40);
	struct event event = {.date = &event_date};
	struct source sources[] = {{.issued = &issued}, {.issued = NULL}};
	struct record record = {.events = &event, .sources = sources};
	struct quote quote = {.source = {THING_SOURCE, 0}};
	assert_ptr_equal(quote_said(&record, &quote), &event_date);
	assert_ptr_equal(quote_public(&record, &quote), &event_date);
	quote.said = &said;
	assert_ptr_equal(quote_said(&record, &quote), &said);
	assert_ptr_equal(quote_public(&record, &quote), &said);
	quote.kind = QUOTE_THESIS;
	assert_ptr_equal(quote_public(&record, &quote), &issued);
	quote.said = NULL;
	assert_null(quote_said(&record, &quote));
	assert_ptr_equal(quote_public(&record, &quote), &issued);
	quote.source.index = 1;
	assert_null(quote_public(&record, &quote));
	quote.said = &said;
	assert_ptr_equal(quote_public(&record, &quote), &said);
	quote.more = &(struct quote_more){.published = &published};
	assert_ptr_equal(quote_public(&record, &quote), &published);
}

static void names_and_ids(void **state)
{
	(void)state;
	struct era era = {.id = "era", .title = "The era"};
	struct party parties[] = {{.id = "n", .name = "Norland"}, {.id = "s", .name = "Sudland"}};
	struct person person = {.id = "hale", .name = "Hale", .party = {THING_PARTY, 1}};
	struct source source = {.id = "varga", .name = "Varga"};
	struct parallel parallel = {.claim = "C"};
	struct quote quotes[] = {{.id = "ink"}, {.id = "caf\u00e9"}};
	struct record record = {.eras = &era,
		.parties = parties,
		.people = &person,
		.sources = &source,
		.quotes = quotes,
		.parallels = &parallel,
		.counts = {[THING_ERA] = 1,
			[THING_PARTY] = 2,
			[THING_PERSON] = 1,
			[THING_SOURCE] = 1,
			[THING_QUOTE] = 2,
			[THING_PARALLEL] = 1}};
	assert_string_equal(record_name(&record, record_ref(THING_ERA, 0)), "The era");
	assert_string_equal(record_name(&record, record_ref(THING_SOURCE, 0)), "Varga");
	assert_string_equal(record_name(&record, record_ref(THING_EDITOR, 0)), "the editor");
	assert_string_equal(record_id(&record, record_ref(THING_EDITOR, 0)), "editor");
	assert_null(record_id(&record, record_ref(THING_NONE, 0)));
	assert_int_equal(record_party(&record, record_ref(THING_PERSON, 0)).index, 1);
	assert_int_equal(record_party(&record, record_ref(THING_PARTY, 0)).thing, THING_PARTY);
	assert_int_equal(record_party(&record, record_ref(THING_SOURCE, 0)).thing, THING_NONE);
	assert_int_equal(record_find(&record, "ink").thing, THING_QUOTE);
	assert_int_equal(record_find(&record, "era").thing, THING_ERA);
	assert_int_equal(record_find(&record, "hale").thing, THING_NONE);
	assert_int_equal(record_find(&record, "").thing, THING_NONE);
	assert_int_equal(record_find(&record, "cafe\u0301").index, 1);
	record_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_of_words), cmocka_unit_test(names_and_ids)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
