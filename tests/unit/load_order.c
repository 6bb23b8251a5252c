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
	struct record *record = load_record(&input, 1, NULL, diags);
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

/* Loads events of these dates, given in reverse, and expects them as they stand here. */
static void dates_are_in_order(const char *const *dates, size_t count)
{
	struct buf text = {0}, wanted = {0};
	buf_text(&text, "title: T\nevents:\n");
	for (size_t i = count; i--;)
		buf_format(&text, "  - {id: e%zu, title: T, date: \"%s\"}\n", i, dates[i]);
	for (size_t i = 0; i < count; i++)
		buf_format(&wanted, "%se%zu", i ? " " : "", i);
	order_is(buf_string(&text), buf_string(&wanted));
	buf_free(&text);
	buf_free(&wanted);
}

/* The days of the calendar, whatever the years; what is wider first. */
static void without_a_year(void **state)
{
	(void)state;
	static const char *const dates[] = {"9999", "Y12345", "XXXX", "XXXX-01", "XXXX-01-01",
		"XXXX-XX-05", "XXXX-01-09", "XXXX-01-31", "[..XXXX-02-01]", "XXXX-02-1X",
		"XXXX-02-29", "XXXX-21", "XXXX-03-01", "XXXX-05-01", "{XXXX-06-02,XXXX-05-02}",
		"/XXXX-05-03", "XXXX-06-03/..", "XXXX-1X", "XXXX-12", "XXXX-12-25", "XXXX-12-25~",
		"[..XXXX-12-29,XXXX-12-27]", "XXXX-12-28", "XXXX-12-31"};
	dates_are_in_order(dates, sizeof dates / sizeof *dates);
	order_is("title: T\nevents:\n"
		 "  - {id: d, date: XXXX-12-25, title: T}\n"
		 "  - {id: c, date: XXXX-05-01, title: T, order: 2}\n"
		 "  - {id: b, date: XXXX-05-01, title: T, order: 1}\n"
		 "  - {id: a, date: XXXX-01-01, title: T}\n"
		 "  - {id: e, date: XXXX, title: T, after: d}\n",
		"a b c d e");
}

/* The vectors, as events. */
static void vectors(void **state)
{
	(void)state;
	enum { MOST = 128 };
	static char lines[MOST][48];
	const char *dates[MOST];
	size_t count = 0;
	FILE *file = fopen("tests/data/sort_vectors.txt", "r");
	assert_non_null(file);
	while (count < MOST && fgets(lines[count], sizeof lines[count], file)) {
		lines[count][strcspn(lines[count], "\n")] = '\0';
		dates[count] = lines[count];
		/* equal in all but the order of the file, which is turned here */
		if (!count ||
			(strcmp(dates[count], "1917-XX") && strcmp(dates[count], "1918-21") &&
				strcmp(dates[count], "1917-12-XX") &&
				strcmp(dates[count], "XXXX-05-XX")))
			count++;
	}
	fclose(file);
	assert_true(count > 50 && count < MOST);
	dates_are_in_order(dates, count);
}

/* Times with an offset are moments; the others, and days, are where the clock puts them. */
static void moments(void **state)
{
	(void)state;
	static const char *const zones[] = {"1963-11-22", "1963-11-22T18:00Z",
		"1963-11-22T12:30-06:00", "1963-11-22T19:00+00:00"};
	static const char *const midnight[] = {"1963-11-22", "1963-11-23T01:00Z",
		"1963-11-22T23:30-06:00", "1963-11-23", "1963-11-23T00:15", "1963-11-23T06:00Z"};
	static const char *const one_zone[] = {"1963-11-22", "1963-11-22T12:30-06:00",
		"1963-11-22T13:00", "1963-11-22T23:30-06:00", "1963-11-23",
		"1963-11-23T00:15-06:00"};
	static const char *const dateline[] = {
		"2000-01-03T01:00+14:00", "2000-01-01T23:30-12:00", "2000-01-02", "2000-01-03"};
	dates_are_in_order(zones, sizeof zones / sizeof *zones);
	dates_are_in_order(midnight, sizeof midnight / sizeof *midnight);
	dates_are_in_order(one_zone, sizeof one_zone / sizeof *one_zone);
	dates_are_in_order(dateline, sizeof dateline / sizeof *dateline);
	/* The same moment: as in the file. On one day `order` is heard first. */
	order_is("title: T\nevents:\n"
		 "  - {id: a, date: \"1963-11-22T12:00-06:00\", title: T}\n"
		 "  - {id: b, date: \"1963-11-22T18:00Z\", title: T}\n"
		 "  - {id: c, date: \"1963-11-22T19:00+01:00\", title: T}\n"
		 "  - {id: e, date: \"1963-11-22T11:00Z\", title: T, order: 2}\n"
		 "  - {id: d, date: \"1963-11-22T19:00Z\", title: T, order: 1}\n",
		"a b c d e");
	/* By the clock the same: as in the file, whichever has the offset. */
	order_is("title: T\nevents:\n"
		 "  - {id: a, date: \"1963-11-22T12:00\", title: T}\n"
		 "  - {id: b, date: \"1963-11-22T12:00Z\", title: T}\n"
		 "  - {id: c, date: \"1963-11-22T12:00\", title: T}\n"
		 "  - {id: d, date: \"1963-11-22T13:00Z\", title: T}\n",
		"a b c d");
}

/* However many they are, no moment stands above an earlier one, and without moments everything
 * stands by day and clock. */
static void moments_among_days(void **state)
{
	(void)state;
	uint32_t seed = 3;
	for (int round = 0; round < 40; round++) {
		struct buf text = {0};
		buf_text(&text, "title: T\nevents:\n");
		for (int i = 0; i < 60; i++) {
			unsigned of[4];
			for (int k = 0; k < 4; k++) {
				seed = seed * 1103515245u + 12345u;
				of[k] = seed >> 16;
			}
			buf_format(&text, "  - {id: e%d, title: T, date: \"2000-01-%02u", i,
				1 + of[0] % 4);
			if (of[1] % 3)
				buf_format(&text, "T%02u:%02u", of[1] % 24, of[2] % 60);
			if (of[1] % 3 == 2)
				buf_format(
					&text, "%c%02u:00", of[3] % 2 ? '-' : '+', 1 + of[3] % 12);
			buf_text(&text, "\"}\n");
		}
		struct record *record = load(buf_string(&text));
		const struct date *moment = NULL, *other = NULL;
		for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++) {
			const struct date *date = record->events[i].date;
			const struct date **before = date_has_moment(date) ? &moment : &other;
			if (*before && before == &moment)
				assert_true(date_moment(*before) <= date_moment(date));
			if (*before && before == &other)
				assert_true(date_compare_ordered(*before, 0, date, 0) <= 0);
			*before = date;
		}
		record_free(record);
		buf_free(&text);
	}
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
	is(record, record->views[0].show->at[0].thing, "c");
	is(record, record->views[0].show->at[1].thing, "b1");
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
		cmocka_unit_test(vectors),
		cmocka_unit_test(without_a_year),
		cmocka_unit_test(moments),
		cmocka_unit_test(moments_among_days),
		cmocka_unit_test(after),
		cmocka_unit_test(references_follow),
		cmocka_unit_test(eras),
		cmocka_unit_test(eras_by_rule),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
