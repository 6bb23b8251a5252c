/* The order of the timeline, with quotations and references that follow it, and the eras. */
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct record *load(const char *text)
{
	struct load_input input = {"0.yaml", text, strlen(text)};
	struct diag_list *diags = diag_create();
	struct record *record = load_record(&input, 1, false, diags);
	if (!record)
		diag_print(diags, stderr, DIAG_NOTE, false);
	assert_non_null(record);
	diag_free(diags);
	return record;
}

/* Ids of the events in order, each with its quotations and its era: "a[q1 q2]@era". */
static void order_is(const char *text, const char *expected)
{
	struct record *record = load(text);
	struct buf buf = {0};
	uint32_t quotes = 0;
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++) {
		const struct event *event = &record->events[i];
		buf_format(&buf, "%s%s", i ? " " : "", event->id);
		assert_int_equal(event->first_quote, quotes);
		for (uint32_t k = 0; k < event->quote_count; k++) {
			assert_int_equal(record->quotes[quotes].event, i);
			buf_format(&buf, "%c%s", k ? ',' : '[', record->quotes[quotes++].id);
		}
		buf_text(&buf, event->quote_count ? "]" : "");
		if (event->era.thing)
			buf_format(&buf, "@%s", record_id(record, event->era));
	}
	assert_int_equal(quotes, record->counts[THING_QUOTE]);
	assert_string_equal(buf_string(&buf), expected);
	buf_free(&buf);
	record_free(record);
}

static void by_date(void **state)
{
	(void)state;
	order_is("title: T\nevents:\n"
		 "  - {id: e, date: 1919, title: E}\n"
		 "  - {id: d, date: 1918, title: D, order: 2}\n"
		 "  - {id: c, date: 1918, title: C, order: 1}\n"
		 "  - {id: b, date: 1918-01-01, title: B}\n"
		 "  - {id: a, date: 1918-01, title: A}\n"
		 "  - {id: z, date: XXXX-12-25, title: Z}\n"
		 "  - {id: y, date_os: 1917-12-19, title: Y}\n",
		"a b y c d e z");
	order_is("title: T\nevents:\n  - {id: b, date: 1918, title: B}\n  - {id: a, date: 1918, "
		 "title: A}\n",
		"b a");
	order_is("title: T\n", "");
}

static void after(void **state)
{
	(void)state;
	order_is("title: T\nevents:\n"
		 "  - {id: f, date: 1918, title: F, after: d}\n"
		 "  - {id: d, date: 1918-05/1918-06, title: D}\n"
		 "  - {id: c, date: 1920, title: C, after: b}\n"
		 "  - {id: b, date: 1919, title: B, after: a}\n"
		 "  - {id: a, date: 1916, title: A}\n"
		 "  - {id: g, date: 1918, title: G, after: d}\n"
		 "  - {id: e, date: 1917-12/1919, title: E, after: d}\n",
		"a b c d e f g");
}

static const char moved[] =
	"title: T\npeople: {p: {name: P}}\nsources: {s: {type: map, title: S}}\nthemes: {t: "
	"{title: T}}\n"
	"parties: {n: {name: N}}\n"
	"events:\n"
	"  - {id: c, date: 1920, title: C, quotes: [{id: c1, text: T, source: s, answers: a1, "
	"about: [a, p]},"
	" {id: c2, text: T, source: s, answers: [c1, b1]}]}\n"
	"  - {id: a, date: 1918, title: A, quotes: [{id: a1, text: T, source: s}],"
	" positions: [{issue: t, party: n, text: T, quote: c2}]}\n"
	"  - {id: b, date: 1919, title: B, quotes: [{id: b1, text: T, source: s}]}\n"
	"views: {v: {title: V, show: [c, b1, a]}}\n"
	"parallels: [{between: [c, a], claim: C, claimed_by: p}]\n";

static const struct quote *quote_of(const struct record *record, const char *id)
{
	struct ref ref = record_find(record, id);
	assert_int_equal(ref.thing, THING_QUOTE);
	return &record->quotes[ref.index];
}

static void is(const struct record *record, struct ref ref, const char *id)
{
	assert_string_equal(record_id(record, ref), id);
}

static void references_follow(void **state)
{
	(void)state;
	order_is(moved, "a[a1] b[b1] c[c1,c2]");
	struct record *record = load(moved);
	const struct quote *c1 = quote_of(record, "c1"), *c2 = quote_of(record, "c2");
	is(record, c1->answers->at[0], "a1");
	is(record, c1->about->at[0], "a");
	is(record, c1->about->at[1], "p");
	is(record, c2->answers->at[0], "c1");
	is(record, c2->answers->at[1], "b1");
	is(record, record->events[0].positions->at[0].quote, "c2");
	is(record, record->views[0].show->at[0], "c");
	is(record, record->views[0].show->at[1], "b1");
	is(record, record->parallels[0].between->at[0], "c");
	is(record, record->parallels[0].between->at[1], "a");
	record_free(record);
}

static void eras(void **state)
{
	(void)state;
	order_is("title: T\neras:\n"
		 "  century: {title: C, date: 19XX}\n"
		 "  war: {title: W, date: 1914/1918}\n"
		 "  since: {title: S, date: 1990/..}\n"
		 "  named: {title: N}\n"
		 "events:\n"
		 "  - {id: a, date: 1870, title: A}\n"
		 "  - {id: b, date: 1914-08, title: B}\n"
		 "  - {id: c, date: 1915, title: C, era: named}\n"
		 "  - {id: d, date: 1918-11/1919, title: D}\n"
		 "  - {id: e, date: 1950, title: E}\n"
		 "  - {id: f, date: 1995, title: F}\n"
		 "  - {id: g, date: 2020/.., title: G}\n",
		"a b@war c@named d@century e@century f@century g@since");
}

/* Against the plain rule, on eras and events that overlap in every way. */
static void eras_by_rule(void **state)
{
	(void)state;
	struct buf text = {0};
	uint32_t seed = 7;
	buf_text(&text, "title: T\neras:\n");
	for (int i = 0; i < 40; i++) {
		seed = seed * 1103515245u + 12345u;
		unsigned from = 1800 + (seed >> 16) % 90;
		seed = seed * 1103515245u + 12345u;
		buf_format(&text, "  e%d: {title: E, date: %u/%u}\n", i, from,
			from + (seed >> 16) % 20);
	}
	buf_text(&text, "events:\n");
	for (int i = 0; i < 200; i++) {
		seed = seed * 1103515245u + 12345u;
		unsigned from = 1800 + (seed >> 16) % 100;
		seed = seed * 1103515245u + 12345u;
		buf_format(&text, "  - {id: v%d, title: V, date: %u/%u}\n", i, from,
			from + (seed >> 16) % 6);
	}
	struct record *record = load(buf_string(&text));
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++) {
		const struct event *event = &record->events[i];
		const struct era *best = NULL;
		for (uint32_t k = 0; k < record->counts[THING_ERA]; k++) {
			const struct era *era = &record->eras[k];
			if (era->date->earliest <= event->date->earliest &&
				era->date->latest >= event->date->latest &&
				(!best ||
					era->date->latest - era->date->earliest <
						best->date->latest - best->date->earliest))
				best = era;
		}
		assert_int_equal(event->era.thing, best ? THING_ERA : THING_NONE);
		if (best)
			assert_ptr_equal(&record->eras[event->era.index], best);
	}
	record_free(record);
	buf_free(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(by_date),
		cmocka_unit_test(after),
		cmocka_unit_test(references_follow),
		cmocka_unit_test(eras),
		cmocka_unit_test(eras_by_rule),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
