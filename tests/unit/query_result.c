/* A result that holds everything, and one that holds a part. */
#include "query/result.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static struct quote quotes[10];
static struct event events[] = {{.first_quote = 0, .quote_count = 3},
	{.first_quote = 3, .quote_count = 0}, {.first_quote = 3, .quote_count = 7}};
static const struct record record = {.events = events,
	.quotes = quotes,
	.counts = {[THING_EVENT] = 3, [THING_QUOTE] = 10},
	.quote_kinds = {{8, 1, 1}}};

static void everything(void **state)
{
	(void)state;
	struct result all = result_all(&record);
	assert_int_equal(all.event_count, 3);
	assert_int_equal(all.quote_kinds.of[QUOTE_QUOTATION], 8);
	for (uint32_t i = 0; i < 3; i++) {
		assert_ptr_equal(result_event(&all, i), &events[i]);
		assert_int_equal(result_row(&all, i), i);
	}
	assert_int_equal(result_row(&all, 3), -1);
	assert_int_equal(result_quote_count(&all, &events[2]), 7);
	assert_ptr_equal(result_quote(&all, &events[2], 6), &quotes[9]);
	assert_null(result_quote(&all, &events[2], 7));
	assert_null(result_quote(&all, &events[1], 0));
}

static void part(void **state)
{
	(void)state;
	const uint32_t chosen[] = {0, 2};
	const uint32_t spoken[] = {1, 3, 5, 9};
	struct result some = {.record = &record,
		.events = chosen,
		.event_count = 2,
		.quotes = spoken,
		.quote_count = 4};
	assert_ptr_equal(result_event(&some, 1), &events[2]);
	assert_int_equal(result_row(&some, 0), 0);
	assert_int_equal(result_row(&some, 1), -1);
	assert_int_equal(result_row(&some, 2), 1);
	assert_int_equal(result_row(&some, 9), -1);
	assert_int_equal(result_quote_count(&some, &events[0]), 1);
	assert_ptr_equal(result_quote(&some, &events[0], 0), &quotes[1]);
	assert_null(result_quote(&some, &events[0], 1));
	assert_int_equal(result_quote_count(&some, &events[2]), 3);
	assert_ptr_equal(result_quote(&some, &events[2], 2), &quotes[9]);
	assert_int_equal(result_quote_count(&some, &events[1]), 0);
	assert_true(result_has_quote(&some, 5));
	assert_false(result_has_quote(&some, 4));
}

/* A reader of a large event asks for its quotations one after the other: each is to be found
 * without passing those before it. */
static void many(void **state)
{
	(void)state;
	enum { MANY = 400 * 1000 };
	struct event event = {.quote_count = MANY};
	struct record large = {.events = &event,
		.quotes = calloc(MANY, sizeof *large.quotes),
		.counts = {[THING_EVENT] = 1, [THING_QUOTE] = MANY}};
	uint32_t *odd = calloc(MANY / 2, sizeof *odd);
	for (uint32_t i = 0; i < MANY / 2; i++)
		odd[i] = 2 * i + 1;
	struct result result = {
		.record = &large, .event_count = 1, .quotes = odd, .quote_count = MANY / 2};
	alarm(20);
	for (uint32_t i = 0; i < MANY / 2; i++)
		assert_ptr_equal(result_quote(&result, &event, i), &large.quotes[2 * i + 1]);
	alarm(0);
	free(odd);
	free(large.quotes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(everything), cmocka_unit_test(part), cmocka_unit_test(many)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
