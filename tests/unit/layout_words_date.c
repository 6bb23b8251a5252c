/* Dates as words: gaps in completed years, dates below others, what looks back. */
#include "layout/words_date.h"

#include "tests/unit/every.h"

static struct arena arena;

static int arena_done(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

static struct date parse_as(const char *text, bool julian)
{
	struct date date = {0};
	struct date_problem problem;
	if (!(julian ? date_parse_old_style : date_parse)(
		    &arena, text, strlen(text), &date, &problem))
		fail_msg("%s: %s", text, problem.reason);
	return date;
}

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

/* A date of any precision, and the days and the doubt that its words leave, worked out apart from
 * the program: of a range those of the end that a gap is counted from or to. */
struct drawn {
	char text[64];
	struct date_civil first, last;
	bool about, doubt;
};

static int days_of(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
	return days[month - 1] + (leap && month == 2);
}

static void point_draw(struct drawn *drawn, uint32_t *seed, int year)
{
	int month = 1 + (int)(next_random(seed) % 12);
	int day = 1 + (int)(next_random(seed) % (uint32_t)days_of(year, month));
	const char *doubt = next_random(seed) % 5 ? "" : "~";
	if (next_random(seed) % 12 == 0)
		month = 2, day = days_of(year, 2);
	drawn->about = true;
	drawn->doubt = *doubt;
	switch (next_random(seed) % 4) {
	case 0:
		snprintf(drawn->text, sizeof drawn->text, "%04d%s", year, doubt);
		drawn->first = (struct date_civil){year, 1, 1};
		drawn->last = (struct date_civil){year, 12, 31};
		break;
	case 1:
		snprintf(drawn->text, sizeof drawn->text, "%04d-%02d%s", year, month, doubt);
		drawn->first = (struct date_civil){year, month, 1};
		drawn->last = (struct date_civil){year, month, days_of(year, month)};
		break;
	default:
		snprintf(drawn->text, sizeof drawn->text, "%04d-%02d-%02d%s", year, month, day,
			doubt);
		drawn->first = drawn->last = (struct date_civil){year, month, day};
		drawn->about = *doubt;
		break;
	}
}

static bool is_before(struct date_civil a, struct date_civil b)
{
	if (a.year != b.year)
		return a.year < b.year;
	return a.month != b.month ? a.month < b.month : a.day < b.day;
}

/* The same day so many years later; 1 March for 29 February where there is none. */
static struct date_civil years_later(struct date_civil day, int years)
{
	day.year += years;
	if (day.day > days_of((int)day.year, day.month))
		day = (struct date_civil){day.year, 3, 1};
	return day;
}

static void gaps_are_completed_years(void **state)
{
	(void)state;
	uint32_t seed = 11;
	int said = 0;
	for (int round = 0; round < 20000; round++) {
		struct drawn from, to, far;
		char range[160];
		int year = 1 + (int)(next_random(&seed) % 2000);
		point_draw(&from, &seed, year);
		point_draw(&to, &seed, year + (int)(next_random(&seed) % 6));
		struct date left = parse_as(from.text, false), right = parse_as(to.text, false);
		if (next_random(&seed) % 4 == 0) { /* a gap begins where a range ends, */
			point_draw(&far, &seed, year > 40 ? year - 40 : 1);
			snprintf(range, sizeof range, "%s/%s", far.text, from.text);
			if (!is_before(from.first, far.last))
				left = parse_as(range, false);
		}
		if (next_random(&seed) % 4 == 0) { /* and ends where one begins */
			point_draw(&far, &seed, year + 40);
			snprintf(range, sizeof range, "%s/%s", to.text, far.text);
			right = parse_as(range, false);
		}
		int years = 0, least = 0;
		while (!is_before(to.last, years_later(from.first, years + 1)))
			years++;
		while (!is_before(to.first, years_later(from.last, least + 1)))
			least++;
		struct buf words = {0}, wanted = {0};
		if (years && is_before(from.last, to.first) &&
			is_before(years_later(from.first, 1), to.last)) {
			bool about = from.about || to.about, doubt = from.doubt || to.doubt;
			if (about && !doubt && least > 0 && least < years)
				buf_format(&wanted, "%d to ", least);
			else if (about)
				buf_text(&wanted, !doubt && least > 0 ? "over " : "about ");
			buf_format(&wanted, "%d year%s", years, years == 1 ? "" : "s");
			said++;
		}
		assert_int_equal(words_gap(&words, &left, &right), wanted.len > 0);
		if (strcmp(buf_string(&wanted), buf_string(&words)) != 0)
			fail_msg("from %s to %s: \"%s\", not \"%s\"", left.edtf, right.edtf,
				buf_string(&words), buf_string(&wanted));
		buf_free(&words);
		buf_free(&wanted);
		arena_reset(&arena);
	}
	assert_true(said > 5000);
}

/* Each side as "date" or "date_os" with "j" before it, "date jdate_os" for both. */
static struct when when_of(const char *text, struct date dates[2])
{
	const char *old = strchr(text, 'j');
	struct when when = {NULL, NULL};
	char first[64] = "";
	if (old) {
		dates[1] = parse_as(old + 1, true);
		when.date = when.old_style = &dates[1];
	}
	if (old != text) {
		memcpy(first, text, strcspn(text, " "));
		dates[0] = parse_as(first, false);
		when.date = &dates[0];
	}
	return when;
}

static void below_another_date_only_another_day_is_told(void **state)
{
	(void)state;
	static const struct {
		const char *above, *date, *words[DATES_COUNT]; /* both, New Style, Old Style */
	} cases[] = {
		{"2022-03-29", "2022-03-29", {""}},
		{"2022-03-29", "2022-03-29T18:00Z", {""}},
		{"2022-03-29", "2022-03-07", {"7 March"}},
		{"2025-05-16", "2025-05-16~", {"about 16 May"}},
		{"2025-05-16", "2025-05~", {"about May"}},
		{"2025-05-16/2025-05-17", "2025-05-17", {"17 May"}},
		{"2021-12-17", "2022-01-14", {"14 January 2022"}},
		{"2022-03", "2022", {"2022"}},
		{"2022-03-29", "2022~", {"about 2022"}},
		{"2022-03", "2021-12-30/2022-01-02", {"30 December 2021 – 2 January 2022"}},
		{"1905-03-14 j1905-03-01", "1905-03-17 j1905-03-04",
			{"17 March", "17 March", "4 March 1905 Old Style"}},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		for (int mode = 0; mode < DATES_COUNT; mode++) {
			struct date dates[4];
			struct buf words = {0};
			const char *wanted = cases[i].words[mode];
			words_date_below(&words, (enum date_mode)mode,
				when_of(cases[i].date, dates), when_of(cases[i].above, dates + 2));
			assert_string_equal(
				wanted ? wanted : cases[i].words[0], buf_string(&words));
			buf_free(&words);
		}
}

/* What the words of an event say of when they were said. */
static void what_is_in_doubt_looks_back_only_from_afar(void **state)
{
	(void)state;
	static const struct {
		const char *event, *said, *words;
	} cases[] = {
		{"1996-08-31", "1997-08-31", "31 August 1997"},
		{"1996-08-31", "1997-09-03", "3 September 1997, looking back"},
		{"1996", "1997-09-03", "3 September 1997"},
		{"1996", "1998", "1998"},
		{"1996", "1998-01-03", "3 January 1998, looking back"},
		{"1996-08-31", "1999~", "about 1999"},
		{"1996-08-31", "2021-08-31~", "about 31 August 2021, looking back"},
		{"1996-08-31", "2021?", "possibly 2021"},
		{"1996~", "1999", "1999"},
		{"1996/..", "2021", "2021"},
		{"1996-08-31", "1995", "1995"},
		{"XXXX-08-31", "1995", "1995"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf text = {0}, words = {0};
		struct diag_list *diags = diag_create();
		buf_format(&text,
			"title: T\nsources: {s: {type: book, title: S}}\nevents:\n"
			"  - {id: e, title: E, date: \"%s\", quotes: [{id: q, text: Q, said: "
			"\"%s\", "
			"source: s}]}\n",
			cases[i].event, cases[i].said);
		struct load_input input = {"test", buf_string(&text), text.len};
		struct record *record = load_record(&input, 1, NULL, diags);
		assert_non_null(record);
		words_said(&words, DATES_BOTH, record, &record->quotes[0]);
		assert_string_equal(cases[i].words, buf_string(&words));
		record_free(record);
		diag_free(diags);
		buf_free(&text);
		buf_free(&words);
	}
}

static void a_year_in_doubt_does_not_stand_alone(void **state)
{
	(void)state;
	static const struct {
		const char *text, *words;
	} cases[] = {{"1881", "1881"}, {"1932-05", "1932"}, {"1932-05-01", "1932"},
		{"1932-05/1932-06", "1932"}, {"1932-12/1933-01", "December 1932 – January 1933"},
		{"1881~", "about 1881"}, {"1881?", "possibly 1881"}, {"1932-05~", "1932"},
		{"1932-05-01~", "1932"}, {"1932-01~", "about January 1932"},
		{"1932-12-20~", "about 20 December 1932"}, {"1932-05?", "possibly May 1932"},
		{"1932-05/1932-06?", "May 1932 – possibly June 1932"},
		{"1881/..", "from 1881 onwards"}, {"[1881,1882]", "1881 or 1882"},
		{"-0043", "44 BCE"}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct date date = parse_as(cases[i].text, false);
		struct buf words = {0};
		words_date_year(&words, &date);
		assert_string_equal(cases[i].words, buf_string(&words));
		buf_free(&words);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gaps_are_completed_years),
		cmocka_unit_test(below_another_date_only_another_day_is_told),
		cmocka_unit_test(a_year_in_doubt_does_not_stand_alone),
		cmocka_unit_test(what_is_in_doubt_looks_back_only_from_afar),
	};
	return cmocka_run_group_tests(tests, NULL, arena_done);
}
