/* A result that holds everything, and one that holds a part. */
#include "query/result.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
	const uint8_t bits[] = {0x2a, 0x02}; /* quotations 1, 3, 5 and 9 */
	struct result some = {
		.record = &record, .events = chosen, .event_count = 2, .quotes = bits};
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
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(everything), cmocka_unit_test(part)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
