/* The phrases that views and pages share, on a record built by hand. */
#include "layout/words.h"
#include "layout/words_date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const struct signs signs = {.dot = "·", .dash = "–"};
static struct arena arena;

static const struct date *date(const char *edtf)
{
	struct date *made = arena_alloc(&arena, 1, sizeof *made);
	struct date_problem problem;
	assert_true(date_parse(&arena, edtf, strlen(edtf), made, &problem));
	return made;
}

static struct refs *refs(enum thing thing, uint32_t count)
{
	struct refs *made = arena_alloc(&arena, 1, sizeof *made + count * sizeof *made->at);
	made->count = count;
	for (uint32_t n = 0; n < count; n++)
		made->at[n] = (struct ref){.thing = thing, .index = n & 0xff};
	return made;
}

static const struct ref first_source = {.thing = THING_SOURCE};

static struct record fixture(void)
{
	static struct party parties[3] = {
		{.name = "Russia"}, {.name = "Ukraine"}, {.name = "Turkey"}};
	static struct person people[1] = {{.name = "Alexander Fomin"}};
	static struct source sources[2];
	static struct event events[1];
	memset(sources, 0, sizeof sources);
	sources[0].name = "Varga and Hale";
	sources[0].fields[SOURCE_AUTHOR] = "Varga, Ilona; Hale, Edmund";
	sources[0].fields[SOURCE_TITLE] = "Documents: a selection";
	sources[0].fields[SOURCE_PUBLISHER] = "Hallam & Roe";
	sources[0].fields[SOURCE_PUBLISHER_PLACE] = "Karlsund";
	sources[0].issued = date("1881");
	sources[1].fields[SOURCE_CONTAINER_TITLE] = "Karlsund Courier";
	sources[1].issued = date("1856-03-31");
	events[0] = (struct event){.date = date("1996-08-31")};
	return (struct record){
		.parties = parties, .people = people, .sources = sources, .events = events};
}

#define assert_words(expected, call)                                                               \
	do {                                                                                       \
		struct buf buf = {0};                                                              \
		call;                                                                              \
		assert_string_equal(expected, buf_string(&buf));                                   \
		buf_free(&buf);                                                                    \
	} while (0)

static void counts_say_what_they_count(void **state)
{
	(void)state;
	struct quote_counts none = {{0}}, one = {{1, 0, 0}}, views = {{0, 0, 2}},
			    all = {{1235, 20, 13}};
	assert_words("no quotations", words_counts(&buf, &signs, &none));
	assert_words("1 quotation", words_counts(&buf, &signs, &one));
	assert_words("2 views", words_counts(&buf, &signs, &views));
	assert_words("1,235 quotations · 33 reports and views", words_counts(&buf, &signs, &all));
	assert_words("1 event", words_number(&buf, 1, "event", "events"));
	assert_words("0 events", words_number(&buf, 0, "event", "events"));
	assert_words("12,000,007", words_figure(&buf, 12000007));
	assert_words("999", words_figure(&buf, 999));
}

static void speakers_have_the_role_of_then(void **state)
{
	(void)state;
	struct record record = fixture();
	struct quote quote = {.speaker = {.thing = THING_PERSON},
		.source = first_source,
		.role = "deputy defence minister of Russia"};
	assert_words("Alexander Fomin, deputy defence minister of Russia",
		words_speaker(&buf, &record, &quote));
	assert_words("Alexander Fomin", words_speaker_short(&buf, &record, &quote));
	quote.speaker = (struct ref){0};
	quote.role = NULL;
	assert_words("unattributed", words_speaker(&buf, &record, &quote));
	quote.kind = QUOTE_THESIS;
	assert_words("Ilona Varga and Edmund Hale", words_speaker(&buf, &record, &quote));
}

static struct date *old_style(const char *edtf)
{
	static struct date parsed;
	struct date_problem problem;
	assert_true(date_parse_old_style(&arena, edtf, strlen(edtf), &parsed, &problem));
	return &parsed;
}

static void dates_are_in_the_calendar_asked_for(void **state)
{
	(void)state;
	struct when rising = {date("1917-11-07"), old_style("1917-10-25")};
	struct when alone = {.date = rising.date};
	struct date_columns columns;
	assert_words(
		"7 November 1917 (25 October Old Style)", words_date(&buf, DATES_BOTH, rising));
	assert_words("7 November 1917", words_date(&buf, DATES_NEW_STYLE, rising));
	assert_words("25 October 1917 Old Style", words_date(&buf, DATES_OLD_STYLE, rising));
	assert_words("7 November 1917", words_date(&buf, DATES_OLD_STYLE, alone));
	assert_words("7 November 1917", words_date_one(&buf, DATES_BOTH, rising));
	assert_words("25 October 1917 Old Style", words_date_one(&buf, DATES_OLD_STYLE, rising));
	assert_words("", words_date(&buf, DATES_BOTH, (struct when){0}));
	assert_words("7 Nov 1917", words_date_short(&buf, DATES_BOTH, rising, (struct when){0}));
	assert_words("25 Oct", words_date_short(&buf, DATES_OLD_STYLE, rising, rising));
	words_date_columns(&columns, DATES_OLD_STYLE, rising);
	assert_string_equal(columns.day, "25");
}

static void said_tells_who_looks_back(void **state)
{
	(void)state;
	struct record record = fixture();
	struct quote quote = {0};
	assert_words("31 August 1996", words_said(&buf, DATES_BOTH, &record, &quote));
	quote.said = date("2021-08-31~");
	assert_words("about 31 August 2021, looking back",
		words_said(&buf, DATES_BOTH, &record, &quote));
	quote.said = date("1997-08");
	assert_words("August 1997", words_said(&buf, DATES_BOTH, &record, &quote));
	quote.said = NULL;
	quote.kind = QUOTE_THESIS;
	assert_words("", words_said(&buf, DATES_BOTH, &record, &quote));
}

static void sources_in_short_and_in_full(void **state)
{
	(void)state;
	struct record record = fixture();
	struct ref courier = {.thing = THING_SOURCE, .index = 1};
	assert_words("Varga and Hale, Documents, 1881, pp. 210-214",
		words_source_short(&buf, &record, first_source, "210-214"));
	assert_words("Karlsund Courier, 31 March 1856",
		words_source_short(&buf, &record, courier, NULL));
	assert_words("Ilona Varga and Edmund Hale, Documents: a selection, "
		     "Karlsund: Hallam & Roe, 1881",
		words_source_full(&buf, &record, first_source));
	record.sources[0].fields[SOURCE_SHORT] = "Documents 1";
	record.sources[0].fields[SOURCE_URL] = "https://example.org/";
	record.sources[0].fields[SOURCE_ARCHIVED] = "https://archive.example/";
	record.sources[0].fields[SOURCE_DOI] = "10.1/2";
	assert_words("Documents 1, p. 12", words_source_short(&buf, &record, first_source, "12"));
	assert_words("Ilona Varga and Edmund Hale, Documents: a selection, "
		     "Karlsund: Hallam & Roe, 1881, https://example.org/, archived at "
		     "https://archive.example/, doi:10.1/2",
		words_source_full(&buf, &record, first_source));
}

/* Below the speaker a source of its own words adds what was not said yet. */
static void a_source_says_its_name_once(void **state)
{
	(void)state;
	struct record record = fixture();
	struct ref courier = {.thing = THING_SOURCE, .index = 1};
	struct quote quote = {.source = courier, .speaker = courier};
	const struct date *said = date("1856-03-31");
	record.sources[1].name = "Karlsund Courier";
	assert_words("31 March 1856", words_source_below(&buf, &record, &quote, NULL));
	assert_words("", words_source_below(&buf, &record, &quote, said));
	quote.locator = "3";
	assert_words("p. 3", words_source_below(&buf, &record, &quote, said));
	quote = (struct quote){.source = first_source, .kind = QUOTE_THESIS};
	record.sources[0].fields[SOURCE_SHORT] = NULL;
	assert_words("Documents, 1881", words_source_below(&buf, &record, &quote, NULL));
	quote.kind = QUOTE_QUOTATION; /* nobody named */
	assert_words(
		"Varga and Hale, Documents, 1881", words_source_below(&buf, &record, &quote, NULL));
}

/* A day is left out where it is the one that was said, or the year where that is: not where its letters
 * stand in another date, a range or a title. */
static void a_source_says_its_day_once(void **state)
{
	static const struct {
		const char *brief, *said, *below;
	} cases[] = {
		{"Courier, 11 March 1856", "1856-03-11", ""},
		{"Courier, 11 March 1856", "1856-03-11T10:00:00Z", ""},
		{"Courier, 1856", "1856-03-11", ""},
		{"Courier, March 1856", "1856-03-11", ""},
		{"Courier, 1 March 1856", "1856-03-11", "1 March 1856"},
		{"Courier, 11 March 1856", "1856-03-01", "11 March 1856"},
		{"Courier, 11 March 1856", "1856-03", "11 March 1856"},
		{"Courier, about 1856", "1856-03-11", "about 1856"},
		{"Courier, 11 March 1856", "1856-03-11/1856-03-13", "11 March 1856"},
		{"Courier, 11–13 March 1856", "1856-03-11/1856-03-13", ""},
		{"Courier, Letters of 1856", "1856", "Letters of 1856"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct record record = fixture();
		struct ref courier = {.thing = THING_SOURCE, .index = 1};
		struct quote quote = {.source = courier, .speaker = courier};
		const struct date *said = date(cases[i].said);
		record.sources[1].name = "Courier";
		record.sources[1].fields[SOURCE_SHORT] = cases[i].brief;
		assert_words(cases[i].below, words_source_below(&buf, &record, &quote, said));
	}
}

static void locators_are_pages_where_bare(void **state)
{
	(void)state;
	assert_words("p. 12", words_locator(&buf, "12"));
	assert_words("pp. 210–214", words_locator(&buf, "210–214"));
	assert_words("pp. 3, 5-7", words_locator(&buf, "3, 5-7"));
	assert_words("ch. 4", words_locator(&buf, "ch. 4"));
	assert_words("12a", words_locator(&buf, "12a"));
	assert_words("p. 2", words_locator(&buf, "p. 2"));
}

static void meetings_say_only_what_is_known(void **state)
{
	(void)state;
	struct record record = fixture();
	struct event event = {0};
	assert_words("", words_meeting(&buf, &record, &signs, &event));
	event.location = "Istanbul";
	assert_words("Istanbul", words_meeting(&buf, &record, &signs, &event));
	event.parties = refs(THING_PARTY, 2);
	event.host = refs(THING_PARTY, 1);
	assert_words("Istanbul · Russia and Ukraine; host Russia",
		words_meeting(&buf, &record, &signs, &event));
	event.parties = NULL;
	assert_words("Istanbul · host Russia", words_meeting(&buf, &record, &signs, &event));
	assert_words("Russia, Ukraine and Turkey", words_list(&buf, &record, refs(THING_PARTY, 3)));
}

static void gaps_are_completed_years(void **state)
{
	(void)state;
	static const struct {
		const char *from, *to, *words;
	} rows[] = {
		{"1918-11-11", "1939-08-23", "20 years"},
		{"1939-08-23", "1996-08~", "about 57 years"},
		{"1996-08-31", "2005", "8 to 9 years"},
		{"2005", "2022-02-24", "16 to 17 years"},
		{"2008-04-03/2008-04-04", "2014-03", "over 5 years"},
		{"1918-11-11", "1919-11-12", "1 year"},
		{"1918-11-11", "1919-11-11", ""},
		{"1918-11-11", "1918-11-12", ""},
		{"1920-03-01", "1921-03-01", ""},
		{"1920-03-01", "1921-03-02", "1 year"},
		{"1918-11-11/..", "1918-11-12", ""},
		{"1918-11-11", "../1918-11-12", ""},
		{"1920-02-29", "1921-03-02", "1 year"},
		{"1918", "1919", "about 1 year"},
		{"1918", "1918-05", ""},
		{"1914-07-28/1918-11-11", "1919-06-28", ""},
		{"1914-07-28/1918-11-11", "1939-08-23", "20 years"},
		{"1914/1918", "1939-08-23", "20 to 21 years"}, /* as after "1918" */
		{"1918-11-11", "1939-08-23/1945", "20 years"},
		{"1918-11-11", "1939-08-23/..", "20 years"},
		{"1918/..", "1939", ""},
	};
	for (size_t n = 0; n < sizeof rows / sizeof *rows; n++)
		assert_words(rows[n].words, words_gap(&buf, date(rows[n].from), date(rows[n].to)));
}

static void people_have_years_and_a_sentence(void **state)
{
	(void)state;
	static const struct {
		const char *born, *died, *about, *life, *words;
	} rows[] = {
		{"1797-05-02", "1868-11", "An envoy.", "1797–1868", "1797–1868 · An envoy."},
		{"1797~", "1868", "An envoy.", "about 1797 – 1868",
			"about 1797 – 1868 · An envoy."},
		{"-0099", "-0043", "An envoy.", "100 BCE – 44 BCE", "100 BCE – 44 BCE · An envoy."},
		{"1970", NULL, "An envoy.", "born 1970", "born 1970 · An envoy."},
		{NULL, "1899", "An envoy.", "died 1899", "died 1899 · An envoy."},
		{NULL, NULL, "An envoy.", "", "An envoy."},
		{"1797", "1868", NULL, "1797–1868", ""},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct person person = {.about = rows[i].about};
		person.born = rows[i].born ? date(rows[i].born) : NULL;
		person.died = rows[i].died ? date(rows[i].died) : NULL;
		assert_words(rows[i].life, words_life(&buf, &person));
		assert_words(rows[i].words, words_about(&buf, &signs, &person));
	}
}

/* The short name of a source may end on its day. */
static void no_date_stands_twice(void **state)
{
	(void)state;
	assert_words("10 May 2025", words_dated(&buf, "10 May 2025"));
	struct buf name = {0};
	buf_text(&name, "Joint statement");
	words_dated(&name, "10 May 2025");
	words_dated(&name, "10 May 2025");
	words_dated(&name, "");
	assert_string_equal(buf_string(&name), "Joint statement, 10 May 2025");
	words_dated(&name, "1 May 2025");
	assert_string_equal(buf_string(&name), "Joint statement, 10 May 2025, 1 May 2025");
	buf_free(&name);
}

static int forget(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_say_what_they_count),
		cmocka_unit_test(speakers_have_the_role_of_then),
		cmocka_unit_test(dates_are_in_the_calendar_asked_for),
		cmocka_unit_test(said_tells_who_looks_back),
		cmocka_unit_test(sources_in_short_and_in_full),
		cmocka_unit_test(a_source_says_its_name_once),
		cmocka_unit_test(a_source_says_its_day_once),
		cmocka_unit_test(locators_are_pages_where_bare),
		cmocka_unit_test(meetings_say_only_what_is_known),
		cmocka_unit_test(gaps_are_completed_years),
		cmocka_unit_test(people_have_years_and_a_sentence),
		cmocka_unit_test(no_date_stands_twice),
	};
	return cmocka_run_group_tests_name("layout/words", tests, NULL, forget);
}
