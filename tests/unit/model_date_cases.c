/* Dates beyond the files of vectors: lists, both calendars, gaps, order, and advice. */
#include "model/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

struct pair {
	const char *text, *wanted;
};

static struct arena arena;

static struct date parse_as(const char *text, bool julian)
{
	struct date date = {0};
	struct date_problem problem;

	if (!(julian ? date_parse_old_style : date_parse)(
		    &arena, text, strlen(text), &date, &problem))
		fail_msg("%s: %s", text, problem.reason);
	return date;
}

static struct date parse(const char *text)
{
	return parse_as(text, false);
}

static int free_arena(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

static void test_display(void **state)
{
	static const struct pair pairs[] = {
		{"-0026~/0014", "about 27 BCE – 14 CE"},
		{"000X", "between 1 BCE and 9 CE"},
		{"-000X", "between 10 and 2 BCE"},
		{"071X", "between 710 and 719 CE"},
		{"191X?", "possibly the 1910s"},
		{"190X%", "possibly between about 1900 and 1909"},
		{"1984-1X~", "between about October and December 1984"},
		{"191X/..", "from the 1910s onwards"},
		{"1917?-12-XX", "December 1917 (day unknown; year uncertain)"},
		{"1917?-29", "spring 1917 (Southern Hemisphere; year uncertain)"},
		{"2004?-06~-11%", "possibly about 11 June 2004"},
		{"191X-24", "winter in the 1910s"},
		{"19XX-33", "first quarter, between 1900 and 1999"},
		{"XXXX-21", "spring (year unknown)"},
		{"0000-24", "winter 1 BCE – 1 CE"},
		{"-0043-24", "winter 44–43 BCE"},
		{"0999-24", "winter 999 CE – 1000"},
		{"XXXX-XX", "month and year unknown"},
		{"1917-04-3X", "30 April 1917"},
		{"1916-02-X9", "9, 19 or 29 February 1916"},
		{"1917-02-X9", "9 or 19 February 1917"},
		{"-000X-02-29", "29 February, between 10 and 2 BCE"},
		{"0079S1", "about 79 CE (between 70 and 79 CE)"},
		{"1950S4?", "possibly about 1950"},
		{"[..1918,1920]", "1918 or earlier or 1920"},
		{"[-0043,-0042]", "44 or 43 BCE"},
		{"[0800,1100]", "800 CE or 1100"},
		{"{1917-12-15..1917-12-17,1917-12-20}", "15–17 and 20 December 1917"},
		{"[1917-11-30,1917-12-02]", "30 November or 2 December 1917"},
		{"Y-999999999999", "1,000,000,000,000 BCE"},
	};
	struct buf out = {0};
	int failed = 0;

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		struct date date = parse(pairs[i].text);

		buf_clear(&out);
		date_display(&date, &out);
		if (strcmp(buf_string(&out), pairs[i].wanted) == 0)
			continue;
		print_error("%s: wanted \"%s\", got \"%s\"\n", pairs[i].text, pairs[i].wanted,
			buf_string(&out));
		failed++;
	}
	buf_free(&out);
	assert_int_equal(failed, 0);
}

static void test_advice(void **state)
{
	static const struct pair pairs[] = {
		{"", "empty date"},
		{"ca 1918", "for \"about 1918\" write 1918~"},
		{"circa 1918-03", "for \"about March 1918\" write 1918-03~"},
		{"perhaps 1918", "for \"possibly 1918\" write 1918?"},
		{"after 1918-03",
			"for \"after 1918-03\" write \"[1918-03..]\" in quotes, without it "
			"\"[1918-04..]\" in quotes"},
		{"until 1918", "for \"until 1918\" write ../1918"},
		{"since 1918", "for \"since 1918\" write 1918/.."},
		{"century 19",
			"not a date: a date is written YYYY, YYYY-MM or YYYY-MM-DD; the words of "
			"the source go into date_text: \"century 19\""},
		{"44 B.C.", "44 BCE is written -0043 (year 0000 is 1 BCE)"},
		{"10002 bce", "10,002 BCE is written Y-10001 (year 0000 is 1 BCE)"},
		{"AD 79", "79 CE is written 0079"},
		{"79 CE", "79 CE is written 0079"},
		{"1900s", "for the decade write 190X, for the century 19XX"},
		{"1914 to 1918", "for a range of years write 1914/1918"},
		{"1914 – 1918", "for a range of years write 1914/1918"},
		{"1914–18", "for a range of years write 1914/1918"},
		{"1914..1918", "for a range of years write 1914/1918"},
		{"1914-14", "month 14 does not exist"},
		{"spring 1918", "spring 1918 is written 1918-21"},
		{"fall 1918", "autumn 1918 is written 1918-23"},
		{"2018/03/04", "write hyphens: 2018-03-04"},
		{"1918-xx-xx", "write a capital X for an unknown digit: 1918-XX-XX"},
		{"1918 / 1919", "no spaces inside a date: 1918/1919"},
		{"[1917 ,1918]", "no spaces inside a date: [1917,1918]"},
		{"1917/44 BC", "44 BCE is written -0043 (year 0000 is 1 BCE)"},
		{"[1917, c. 1918]", "for \"about 1918\" write 1918~"},
		{"[19,1918]", "a year has four digits: 0019; the century is 19XX"},
		{"1918/now", "write '..' for an open end: 1918/.."},
		{"{1917", "missing '}'; write {1917}"},
		{"[1917..,1918]", "'..' stands at the start or end of a set, or between two dates"},
		{"-0043-02-29", "-0043 was not a leap year"},
		{"XXXX-02-30", "no day matches XXXX-02-30"},
		{"1918-03-03T12:00Zx", "time is hh:mm or hh:mm:ss, then nothing, Z or +hh:mm"},
		{"1918-03-03T12:00-12:30", "time offset out of range"},
		{"Y1000000000000", "year out of range"},
		{"Y99999E999999999999999999999", "year out of range"},
	};
	struct date before = {.edtf = "as it was", .earliest = 7}, date = before;
	struct date_problem problem;
	int failed = 0;

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		assert_false(
			date_parse(&arena, pairs[i].text, strlen(pairs[i].text), &date, &problem));
		if (strcmp(problem.reason, pairs[i].wanted) == 0)
			continue;
		print_error("%s: wanted \"%s\", got \"%s\"\n", pairs[i].text, pairs[i].wanted,
			problem.reason);
		failed++;
	}
	assert_int_equal(failed, 0);
	assert_memory_equal(&date, &before, sizeof date);
}

static void test_fault_offset(void **state)
{
	static const struct {
		const char *text;
		size_t offset;
	} faults[] = {
		{"1917-02-29", 8},
		{"1918-13", 5},
		{"1917-12-15/1917-12-32", 19},
		{"[1917,1918-13]", 11},
		{"[1917, c. 1918]", 7},
		{"1918-03-03T12:61", 14},
		{"1917/open", 5},
		{"1917/1918/1919", 9},
	};
	struct date date;
	struct date_problem problem;

	(void)state;
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		assert_false(date_parse(
			&arena, faults[i].text, strlen(faults[i].text), &date, &problem));
		assert_int_equal(problem.offset, faults[i].offset);
	}
}

/* The text ends where its length says, and may hold any byte. */
static void test_length(void **state)
{
	struct date date;
	struct date_problem problem;

	(void)state;
	assert_true(date_parse(&arena, "1918-03-03", 7, &date, &problem));
	assert_string_equal(date.edtf, "1918-03");
	assert_false(date_parse(&arena, "1918\0-03", 8, &date, &problem));
	assert_false(date_parse(&arena, NULL, 0, &date, &problem));
	assert_string_equal(problem.reason, "empty date");
	assert_int_equal(problem.offset, 0);
}

static void test_fields(void **state)
{
	(void)state;
	assert_int_equal(parse("1918~/1919?").certainty, DATE_ABOUT);
	assert_int_equal(parse("../1919?").certainty, DATE_POSSIBLY);
	assert_int_equal(parse("?2004-06-~11").certainty, DATE_POSSIBLY_ABOUT);
	assert_int_equal(parse("[1918~,1917?]").certainty, DATE_POSSIBLY);
	assert_int_equal(parse("1950S2").certainty, DATE_ABOUT);
	assert_int_equal(parse("1917-11-07T21:45:30Z").second, 21 * 3600 + 45 * 60 + 30);
	assert_int_equal(parse("1917-11-07").second, -1);
	assert_true(parse("1917-21").season);
	assert_true(parse("1917/1918-24").season);
	assert_true(parse("[1917,1918-21..1918-23]").season);
	assert_false(parse("1917-12").season);
	assert_true(parse_as("1917-10-25", true).old_style);
	assert_string_equal(parse_as("1917-10-25", true).edtf, "1917-10-25");
}

static void test_list(void **state)
{
	static const char *const texts[] = {"1917", "1918-03~"};
	static const size_t lens[] = {4, 8};
	static const struct {
		const char *text, *reason;
	} wrong[] = {
		{"1917/1918", "an interval cannot stand inside a set"},
		{"[1917,1918]", "a set cannot stand inside a set"},
		{"1917..1918",
			"a list holds single dates; put a set with '..' in quotes: "
			"\"[1917..1918]\""},
		{"c. 1918", "for \"about 1918\" write 1918~"},
		{"1917,1918", "for one of several dates write a list: [1917, 1918]"},
		{"", "empty date"},
	};
	struct date date, same = parse("[1917,1918-03~]");
	struct date_problem problem;
	size_t which;

	(void)state;
	assert_true(date_parse_list(&arena, texts, lens, 2, &date, &problem, &which));
	assert_string_equal(date.edtf, "[1917,1918-03~]");
	assert_int_equal(date_compare_ordered(&date, 0, &same, 0), 0);
	assert_true(date_parse_list(&arena, texts, lens, 1, &date, &problem, &which));
	assert_string_equal(date.edtf, "[1917]");
	assert_false(date_parse_list(&arena, texts, lens, 0, &date, &problem, &which));
	assert_string_equal(problem.reason, "empty set");
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		const char *const bad[] = {"1917", wrong[i].text};
		const size_t bad_lens[] = {4, strlen(wrong[i].text)};

		assert_false(date_parse_list(&arena, bad, bad_lens, 2, &date, &problem, &which));
		assert_string_equal(problem.reason, wrong[i].reason);
		assert_int_equal(which, 1);
	}
}

static void shown(const char *wanted, const struct date *new_style, const struct date *old_style)
{
	struct buf out = {0};

	date_display_both(new_style, old_style, &out);
	assert_string_equal(buf_string(&out), wanted);
	buf_free(&out);
}

static void test_both_calendars(void **state)
{
	struct date october = parse("1917-11-07"), julian = parse_as("1917-10-25", true);
	struct date hastings = parse_as("1066-10-14", true), about = parse_as("1917-10-25~", true);
	struct date december = parse_as("1917-12", true),
		    months = parse_as("1917-10/1917-11", true);
	struct date mixed = parse_as("1917-10-01/1917-11", true);
	struct date reform = parse_as("1582-10-04/1582-10-06", true);
	struct date gregorian = parse("1066-10-20"), open = parse("1917-11-07/..");
	struct buf out = {0};

	(void)state;
	shown("7 November 1917", &october, NULL);
	shown("7 November 1917 (25 October Old Style)", &october, &julian);
	shown("7 November 1917 (25 October Old Style)", &julian, &julian);
	shown("about 7 November 1917 (25 October Old Style)", NULL, &about);
	shown("14 December 1917 – 13 January 1918 (December 1917 Old Style)", NULL, &december);
	shown("14 October – 13 December 1917 (October–November Old Style)", NULL, &months);
	shown("14 October – 13 December 1917 (1 October 1917 – November 1917 Old Style)", NULL,
		&mixed);
	shown("from 7 November 1917 onwards (25 October 1917 Old Style)", &open, &julian);
	shown("14 October 1066", &gregorian, &hastings);
	shown("20 October 1066", &gregorian, NULL);
	shown("4–6 October 1582", NULL, &reform);
	date_display_old_style(&about, &out);
	assert_string_equal(buf_string(&out), "about 25 October 1917");
	buf_clear(&out);
	date_display(&julian, &out);
	assert_string_equal(buf_string(&out), "7 November 1917");
	buf_clear(&out);
	date_edtf(&months, &out);
	assert_string_equal(buf_string(&out), "1917-10-14/1917-12-13");
	buf_free(&out);
}

/* Gregorian dates beyond four digits cannot be written to the day. */
static void test_old_style_limits(void **state)
{
	struct date date;
	struct date_problem problem;

	(void)state;
	assert_true(date_parse_old_style(&arena, "9998", 4, &date, &problem));
	assert_false(date_parse_old_style(&arena, "9999", 4, &date, &problem));
	assert_false(date_parse_old_style(&arena, "-9999-01-01", 11, &date, &problem));
	assert_false(date_parse_old_style(&arena, "?1917", 5, &date, &problem));
	assert_false(date_parse_old_style(&arena, "1917-10~-25", 11, &date, &problem));
	assert_false(date_parse_old_style(&arena, "Y17000", 6, &date, &problem));
	assert_false(date_parse_old_style(&arena, "1917-10-25T12:00", 16, &date, &problem));
	assert_string_equal(problem.reason, "date_os takes a plain date, month, year or interval");
}

static void years(const char *from, const char *to, int64_t wanted, bool wanted_about)
{
	struct date first = parse(from), last = parse(to);
	bool about = !wanted_about;

	assert_int_equal(date_years_between(&first, &last, &about), wanted);
	assert_int_equal(about, wanted_about);
}

static void test_years_between(void **state)
{
	struct date month = parse_as("1917-10", true), day = parse("1939-08-23");
	bool about = false;

	(void)state;
	years("1918-11-11", "1939-08-23", 20, false);
	years("1918-11-11", "1939-11-10", 20, false);
	years("1918-11-11", "1939-11-11", 21, false);
	years("1939-08-23", "1996-08~", 57, true);
	years("1918-11-11?", "1939-08-23", 20, true);
	years("1918-11", "1939-08-23", 20, true);
	years("1917-12-15/1917-12-17", "2022-03-25/2022-03-31", 104, false);
	years("1917-12-15/1918", "2022", 105, true);
	years("-0043-03-15", "0014-08-19", 57, false);
	years("1916-02-29", "1917-02-28", 0, false);
	years("1916-02-29", "1917-03-01", 1, false);
	years("1939-08-23", "1918-11-11", 0, false);
	years("../1918-01-01", "1939-08-23", 0, false);
	years("1918-01-01", "1939-08-23/..", 0, false);
	years("Y-999999999999", "Y999999999999", INT64_C(1999999999998), true);
	assert_int_equal(date_years_between(&month, &day, &about), 21);
	assert_true(about);
}

static void test_order(void **state)
{
	struct date morning = parse("1917-01-01T09:00"), evening = parse("1917-01-01T17:30");
	struct date next = parse("1917-01-02");

	(void)state;
	assert_true(date_compare_ordered(&morning, 0, &evening, 0) < 0);
	assert_true(date_compare_ordered(&morning, 2, &evening, 1) > 0);
	assert_true(date_compare_ordered(&evening, 9, &next, 1) < 0);
	assert_true(date_compare_ordered(&morning, -1, &morning, 0) < 0);
	assert_int_equal(date_compare_ordered(&morning, 5, &morning, 5), 0);
}

/* What is before, whatever the two can mean; of each pair at most one way round. */
static void test_before(void **state)
{
	static const struct {
		const char *one, *other;
		bool before;
	} cases[] = {{"1868", "1869", true}, {"1868-12", "1868", false},
		{"1868-11", "1868-12-01", true}, {"1868~", "1869", false}, {"1868", "1869~", false},
		{"1868?", "1969", false}, {"1868-11-15%", "1969", false},
		{"1868", "?1869-05", false}, {"1868", "1869-~05", false}, {"186X", "1870", true},
		{"186X", "1869", false}, {"1860~/1868", "1869", true},
		{"1860/1868~", "1869", false}, {"1868", "1869/1870~", true},
		{"1868", "1869~/1870", false}, {"1868/..", "1999", false}, {"1868/", "1999", false},
		{"1868", "../1999", false}, {"1868", "/1999", false}, {"[1867,1868]", "1869", true},
		{"[1867?,1868]", "1869", false}, {"[1867..]", "1999", false},
		{"{1867,1868}", "[1869,1870]", true}, {"XXXX-01-01", "XXXX-05-01", false},
		{"1868", "XXXX-05-01", false}, {"1950S2", "2000", true}, {"1950S2", "1999", false},
		{"2000-01-01T10:00", "2000-01-01T10:01", true},
		{"2000-01-01T10:00", "2000-01-01T10:00", false},
		{"2000-01-01", "2000-01-01T10:00", false},
		{"2000-01-01T10:00", "2000-01-01", false},
		{"2000-01-01T18:00Z", "2000-01-01T12:30-06:00", true},
		{"2000-01-02T01:00Z", "2000-01-01T23:30-06:00", true},
		{"2000-01-01T12:00Z", "2000-01-01T13:00+01:00", false},
		{"2000-01-01T10:00Z", "2000-01-01T11:00", false},
		{"2000-01-01T10:00Z", "2000-01-02", false},
		{"2000-01-01T09:59Z", "2000-01-02", true},
		{"2000-01-01T23:00Z", "2000-01-02T12:59", false},
		{"2000-01-01T23:00Z", "2000-01-02T13:01", true},
		{"2000-01-01", "2000-01-02T12:00Z", true},
		{"2000-01-01", "2000-01-02T11:59Z", false},
		{"2000-01-01T10:00Z", "2000-01-09", true},
		{"Y-99999999999", "2000-01-09T10:00Z", true},
		{"2000-01-09T10:00Z", "Y999999999999", true}};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct date one = parse(cases[i].one), other = parse(cases[i].other);
		if (date_before(&one, &other) != cases[i].before || date_before(&other, &one))
			fail_msg("%s before %s", cases[i].one, cases[i].other);
	}
	struct date old = parse_as("1917-10-25", true), day = parse("1917-11-08");
	assert_true(date_before(&old, &day));
	assert_false(date_before(&day, &old));
}

static void test_edges(void **state)
{
	static const struct {
		const char *text, *begins, *ends; /* NULL: neither known */
	} cases[] = {{"1918-03", "1918-03-01 1918-03-31 0", "1918-03-01 1918-03-31 0"},
		{"1918~/1919-02?", "1918-01-01 1918-12-31 1", "1919-02-01 1919-02-28 2"},
		{"1918/..", "1918-01-01 1918-12-31 0", NULL},
		{"/1918", NULL, "1918-01-01 1918-12-31 0"},
		{"[1917-01-02,1918%]", "1917-01-02 1918-12-31 3", "1917-01-02 1918-12-31 3"},
		{"{1917-01-02,1918}", "1917-01-02 1917-01-02 0", "1917-01-02 1918-12-31 0"},
		{"[..1918]", NULL, NULL}, {"XXXX-05", NULL, NULL}};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct date date = parse(cases[i].text);
		for (int end = 0; end < 2; end++) {
			const char *wanted = end ? cases[i].ends : cases[i].begins;
			struct date_edge edge = {0};
			struct buf got = {0};
			assert_int_equal(
				(end ? date_ends : date_begins)(&date, &edge), wanted != NULL);
			if (!wanted)
				continue;
			date_day_text(edge.first, &got);
			buf_char(&got, ' ');
			date_day_text(edge.last, &got);
			buf_format(&got, " %d", edge.doubt);
			assert_string_equal(wanted, buf_string(&got));
			buf_free(&got);
		}
	}
}

/* A range of times ends before it starts by its moments, not by its days. */
static void test_ranges_of_times(void **state)
{
	static const char *const good[] = {"[2000-01-02T01:00Z..2000-01-01T23:30-06:00]",
		"[2000-01-01T10:00..2000-01-01T10:00]", "[2000-01-01T10:00Z..2000-01-01T09:00]"};
	static const char *const bad[] = {"[2000-01-01T10:00..2000-01-01T09:00]",
		"[2000-01-01T23:30-06:00..2000-01-02T01:00Z]",
		"[2000-01-02T10:00Z..2000-01-01T09:00]"};

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		struct date date = parse(good[i]);
		assert_true(date.earliest <= date.latest);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct date date;
		struct date_problem problem = {0};
		assert_false(date_parse(&arena, bad[i], strlen(bad[i]), &date, &problem));
		assert_string_equal(problem.reason, "the end is before the start");
	}
}

static void test_day_text(void **state)
{
	static const struct {
		int64_t day;
		const char *wanted;
	} days[] = {
		{0, "1970-01-01"},
		{-719528, "0000-01-01"},
		{-719529, "-0001-12-31"},
		{DATE_OPEN_START, ".."},
		{DATE_OPEN_END, ".."},
	};
	struct buf out = {0};

	(void)state;
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		buf_clear(&out);
		assert_true(date_day_text(days[i].day, &out));
		assert_string_equal(buf_string(&out), days[i].wanted);
	}
	buf_clear(&out);
	assert_false(date_day_text(DATE_UNKNOWN_START, &out));
	assert_false(date_day_text(DATE_UNKNOWN_END, &out));
	assert_int_equal(out.len, 0);
	assert_true(date_day_text(parse("Y-999999999999").earliest, &out));
	assert_string_equal(buf_string(&out), "-999999999999-01-01");
	buf_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_display),
		cmocka_unit_test(test_advice),
		cmocka_unit_test(test_fault_offset),
		cmocka_unit_test(test_length),
		cmocka_unit_test(test_fields),
		cmocka_unit_test(test_list),
		cmocka_unit_test(test_both_calendars),
		cmocka_unit_test(test_old_style_limits),
		cmocka_unit_test(test_years_between),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_before),
		cmocka_unit_test(test_edges),
		cmocka_unit_test(test_ranges_of_times),
		cmocka_unit_test(test_day_text),
	};

	return cmocka_run_group_tests(tests, NULL, free_arena);
}
