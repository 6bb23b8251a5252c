/* Dates as truce prints them, typed again: each vector and each date of each record, in full and as
 * in a row, with the dashes of ASCII too, at a prompt and in a query. What is taken is the same
 * date; what is not is refused. */
#include "tests/unit/every.h"

#include "layout/words_date.h"

static unsigned taken, refused;

static bool is_same_span(const struct query_span *a, const struct query_span *b)
{
	for (; a && b && a->from == b->from && a->to == b->to; a = a->next)
		b = b->next;
	return !a && !b;
}

/* The first day and the last of all spans. */
static struct query_span hull(const struct query_span *span)
{
	struct query_span all = *span;
	for (; span; span = span->next) {
		all.from = span->from < all.from ? span->from : all.from;
		all.to = span->to > all.to ? span->to : all.to;
	}
	all.next = NULL;
	return all;
}

/* Whether words are taken, and then as that date, at a prompt and in a query. */
static bool try_words(const struct date *date, const char *words)
{
	struct arena arena = {0};
	struct date again;
	struct date_problem bad = {0, ""};
	struct query_problem problem;
	const struct query_term *terms = NULL;
	const struct query_span *wanted = query_spans(&arena, date);
	bool typed = date_parse_typed(&arena, words, strlen(words), &again, &bad);
	bool query = query_parse(&arena, words, strlen(words), &terms, &problem);
	if (!typed && !*bad.reason)
		fail_msg("%s: \"%s\" is refused without a word", date->edtf, words);
	if (typed && again.sort != DATE_NO_SORT) {
		const struct query_span *got = query_spans(&arena, &again);
		struct query_span all = hull(got), whole = hull(wanted);
		assert_false(again.old_style);
		if (!is_same_span(got, wanted) && !is_same_span(&all, &whole))
			fail_msg("%s: \"%s\" is read as %s", date->edtf, words, again.edtf);
		if (!query || !terms || terms->next || terms->field != QUERY_DATES ||
			!is_same_span(terms->spans, got))
			fail_msg("%s: \"%s\" is another date in a query", date->edtf, words);
	}
	arena_free(&arena);
	taken += typed;
	refused += !typed;
	return typed;
}

static void ascii_dashes(struct buf *words)
{
	for (char *dash; (dash = strstr(buf_string(words), "–"));) {
		*dash = '-';
		memmove(dash + 1, dash + 3, strlen(dash + 3) + 1);
		words->len -= 2;
	}
}

/* Whether its words in full are taken; those of a row are, or are refused. */
static bool try_date(const struct date *date)
{
	struct buf words = {0};
	if (date->sort == DATE_NO_SORT)
		return true;
	date_display(date, &words);
	bool full = try_words(date, buf_string(&words));
	ascii_dashes(&words);
	if (try_words(date, buf_string(&words)) != full)
		fail_msg("%s: \"%s\" differs by its dashes", date->edtf, buf_string(&words));
	buf_free(&words);
	return full;
}

static void words_of_every_vector(void **state)
{
	(void)state;
	struct arena arena = {0};
	char line[1024];
	unsigned dates = 0, full = 0;
	FILE *file = fopen("tests/data/dates_vectors.tsv", "r");
	assert_non_null(file);
	while (fgets(line, sizeof line, file)) {
		struct date date;
		struct date_problem problem;
		size_t len = strcspn(line, "\t\n");
		if (*line == '#' || !len || !date_parse(&arena, line, len, &date, &problem))
			continue;
		dates++;
		bool is = try_date(&date);
		full += is;
		if (!is && !strpbrk(date.edtf, "XS~") && !strstr(date.edtf, "-29") &&
			!strstr(date.edtf, "-30") && *date.edtf != '[')
			fail_msg("%s is not taken in its own words", date.edtf);
	}
	fclose(file);
	arena_free(&arena);
	print_message("%u of %u taken\n", full, dates);
	assert_true(full * 100 > dates * 85);
}

/* As the explorer shows them, in all three ways of D, and in a row. */
static void try_when(struct when when)
{
	static const enum date_mode modes[] = {DATES_NEW_STYLE, DATES_OLD_STYLE, DATES_BOTH};
	if (!when.date || when.date->sort == DATE_NO_SORT)
		return;
	bool plain = !strpbrk(when.date->edtf, "X~?%S[{") && try_date(when.date);
	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
		struct buf words = {0}, row = {0};
		words_date(&words, modes[i], when);
		if (!try_words(when.date, buf_string(&words)) && plain)
			fail_msg("%s is not taken", buf_string(&words));
		if (modes[i] != DATES_OLD_STYLE) {
			words_date_short(&row, modes[i], when, (struct when){0});
			try_words(when.date, buf_string(&row));
		}
		buf_free(&words);
		buf_free(&row);
	}
}

static void words_of_every_record(void **state)
{
	(void)state;
	for (int i = 0; every_record[i]; i++) {
		struct record *record = every_read(every_record[i]);
		for (uint32_t n = 0; n < record->counts[THING_EVENT]; n++)
			try_when(when_of_event(&record->events[n]));
		for (uint32_t n = 0; n < record->counts[THING_QUOTE]; n++)
			try_when(when_of_quote(record, &record->quotes[n]));
		for (uint32_t n = 0; n < record->counts[THING_ERA]; n++)
			try_when((struct when){record->eras[n].date, NULL});
		record_free(record);
	}
	print_message("%u taken, %u refused\n", taken, refused);
	assert_true(taken > refused * 10);
}

/* With points the day stands first; with strokes where it can be no month. */
static void days_in_figures_with_points(void **state)
{
	(void)state;
	static const char *const typed[][2] = {{"30.3.2022", "2022-03-30"},
		{"30/3/2022", "2022-03-30"}, {"03/30/2022", "2022-03-30"},
		{"30-03-2022", "2022-03-30"}, {"4/4/2022", "2022-04-04"},
		{"29.03.2022", "2022-03-29"}, {"3.4.2022", "2022-04-03"},
		{"28.3.2022-30.3.2022", "2022-03-28/2022-03-30"}};
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		struct arena arena = {0};
		struct date date = {0};
		struct date_problem problem = {0};
		if (!date_parse(&arena, typed[i][1], strlen(typed[i][1]), &date, &problem) ||
			!try_words(&date, typed[i][0]))
			fail_msg("\"%s\" is refused", typed[i][0]);
		arena_free(&arena);
	}
}

static void what_is_wrong_is_said_in_words(void **state)
{
	(void)state;
	static const char *const wrong[][2] = {
		{"29 March", "of which year?"},
		{"March", "of which year?"},
		{"31 April 2022", "April has only 30 days"},
		{"29.3.22", "write year first"},
		{"3.30.2022", "write year first: 2022-03-30"},
		{"31.4.2022", "April has only 30 days"},
		{"00.3.2022", "write year first"},
		{"0.3.2022", "write year first"},
		{"4/3/2022", "2022-03-04 for 4 March 2022, or 2022-04-03"},
		{"29", "four digits: 0029"},
		{"soon", "not a date"},
		{"", "empty"},
	};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct arena arena = {0};
		struct date date;
		struct date_problem problem;
		if (date_parse_typed(&arena, wrong[i][0], strlen(wrong[i][0]), &date, &problem))
			fail_msg("\"%s\" is taken", wrong[i][0]);
		if (!strstr(problem.reason, wrong[i][1]))
			fail_msg("\"%s\": %s", wrong[i][0], problem.reason);
		arena_free(&arena);
	}
}

static void a_month_may_stand_before_its_day(void **state)
{
	(void)state;
	static const char *const typed[][2] = {
		{"March 29, 2022", "2022-03-29"},
		{"mar 29 2022", "2022-03-29"},
		{"March 29th, 2022", "2022-03-29"},
		{"29th of March 2022", "2022-03-29"},
		{"29 of March 2022", "2022-03-29"},
		{"29 March, 2022", "2022-03-29"},
		{"29th of March, 2022", "2022-03-29"},
		{"29 Mar. 2022", "2022-03-29"},
		{"Sept. 29, 2022", "2022-09-29"},
		{"29 March, 22 May", NULL},
		{"March, 2022", NULL},
		{"1st March 2022", "2022-03-01"},
		{"11th March 2022", "2022-03-11"},
		{"11st March 2022", NULL},
		{"29th2022", NULL},
		{"March 3–5, 1918", NULL},
		{"15 December – 3 January 1918", "1917-12-15/1918-01-03"},
		{"15 November – 3 December 1918", "1918-11-15/1918-12-03"},
		{"March 15 BCE", "-0014-03"},
		{"March 29, 2022–April 2, 2022", "2022-03-29/2022-04-02"},
		{"March 32, 2022", NULL},
		{"spring 12, 1918", NULL},
	};
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		struct arena arena = {0};
		struct date date;
		struct date_problem problem;
		const char *text = typed[i][0], *wanted = typed[i][1];
		bool read = date_parse_typed(&arena, text, strlen(text), &date, &problem);
		if (read != !!wanted || (read && strcmp(date.edtf, wanted) != 0))
			fail_msg("\"%s\": %s", text, read ? date.edtf : problem.reason);
		arena_free(&arena);
	}
}

/* Of a text its month and day as figures, "3/29-3/31"; "" where it is no such day. */
static void assert_yearly(const char *text, const char *expected)
{
	struct date_yearly days = {0};
	char out[64] = "";
	if (date_yearly_typed(text, strlen(text), &days))
		snprintf(out, sizeof out, days.short_year ? "%d/%d-%d/%d '%02d" : "%d/%d-%d/%d",
			(int)days.from / 32, (int)days.from % 32, (int)days.to / 32,
			(int)days.to % 32, days.year);
	assert_string_equal(out, expected);
	if (*expected)
		assert_int_equal(date_typed_len(text, strlen(text)), strlen(text));
}

static void a_day_may_stand_without_its_year(void **state)
{
	(void)state;
	assert_yearly("29 March", "3/29-3/29");
	assert_yearly("29 mar", "3/29-3/29");
	assert_yearly("March 29", "3/29-3/29");
	assert_yearly("29 February", "2/29-2/29");
	assert_yearly("29–31 March", "3/29-3/31");
	assert_yearly("29 March – 2 April", "3/29-4/2");
	assert_yearly("29/3", "3/29-3/29");
	assert_yearly("29.3.", "3/29-3/29");
	assert_yearly("3.4.", "4/3-4/3");
	assert_yearly("29.03.22", "3/29-3/29 '22");
	assert_yearly("3/29/18", "3/29-3/29 '18");
	assert_yearly("1.1.00", "1/1-1/1 '00");
	assert_yearly("29.3.–2.4.22", "3/29-4/2 '22");
	assert_yearly("29 March 22", "3/29-3/29 '22");
	assert_yearly("29 Mar. '22", "3/29-3/29 '22");
	assert_yearly("March 29, ’22", "3/29-3/29 '22");
	assert_yearly("29 of March", "3/29-3/29");
	static const char *const none[] = {"March", "29", "29 March 2022", "31 April",
		"about 29 March", "30 December – 2 January", "29 March 222", "29 Marching", "",
		"29.3", "3/4", "3/29", "3/3", "3/4/22", "29-3", "29-03-22", "31/4", "29/3/",
		"29/3/022", "29.3.2022", "29/3/2", "44/3/22", "29.3.2."};
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		assert_yearly(none[i], "");
}

static void days_of_a_year_touch_what_is_shorter_than_a_year(void **state)
{
	(void)state;
	static const struct {
		const char *typed, *date;
		bool touches;
	} cases[] = {
		{"29 March", "2022-03-29", true},
		{"29 March", "1918-03-29", true},
		{"29 March", "2022-03-28", false},
		{"29 March", "2022-03-27/2022-04-02", true},
		{"29 March", "2022-03", true},
		{"29 March", "2022-03~", true},
		{"29 March", "2022-02/2022-04", true},
		{"29 March", "2022-04", false},
		{"29 March", "2021-12/2022-03", true},
		{"29 March", "2022", false},
		{"29 March", "2021-06/2022-08", false},
		{"1 February", "2022-02", true},
		{"29 March", "2022-03-29/..", false},
		{"31 December", "1917-12-30/1918-01-02", true},
		{"1 January", "1917-12-30/1918-01-02", true},
		{"3 January", "1917-12-30/1918-01-02", false},
		{"29 December", "1917-12-30/1918-01-02", false},
		{"29 February", "2022-03-01", false},
		{"29 February", "2024-02-29", true},
		{"29/3/22", "2022-03-29", true},
		{"29/3/22", "1922-03", true},
		{"29/3/22", "2021-03-29", false},
		{"31.12.17", "1917-12-30/1918-01-02", true},
		{"31.12.18", "1917-12-30/1918-01-02", false},
		{"1.1.18", "1917-12-30/1918-01-02", true},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena arena = {0};
		struct date date;
		struct date_problem problem;
		struct date_yearly days;
		const char *edtf = cases[i].date;
		assert_true(date_yearly_typed(cases[i].typed, strlen(cases[i].typed), &days));
		assert_true(date_parse(&arena, edtf, strlen(edtf), &date, &problem));
		if (date_yearly_touches(&days, date.earliest, date.latest) != cases[i].touches)
			fail_msg("%s: %s", cases[i].typed, edtf);
		arena_free(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_of_every_vector),
		cmocka_unit_test(words_of_every_record),
		cmocka_unit_test(days_in_figures_with_points),
		cmocka_unit_test(what_is_wrong_is_said_in_words),
		cmocka_unit_test(a_month_may_stand_before_its_day),
		cmocka_unit_test(a_day_may_stand_without_its_year),
		cmocka_unit_test(days_of_a_year_touch_what_is_shorter_than_a_year),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
