/* The axis: at every width each year stands whole, where it begins, and touches no other. */
#include "layout/axis_scale.h"

#include "base/bits.h"

#include "tests/unit/every.h"

enum { WIDTH_LEAST = 20, WIDTH_MOST = 250 };

/* The year of a label; nothing but digits, and behind few of them "CE" or "BCE". */
static int64_t year_of(const char *text)
{
	char *end;
	long long year = strtoll(text, &end, 10);
	assert_true(text[0] >= '1' && text[0] <= '9');
	if (strcmp(end, " BCE") == 0)
		return 1 - year;
	assert_string_equal(end, year < 1000 ? " CE" : "");
	return year;
}

/* Whether a stretch that the label stands over has that year. Behind the sign for what is selected it
 * may reach over the break. */
static bool is_over_its_own(
	const struct axis *axis, int column, int width, bool pushed, int64_t year)
{
	for (int i = 0; i < axis->count; i++) {
		const struct axis_stretch *stretch = &axis->stretches[i];
		int over = stretch->col + stretch->cols, end = over;
		if (pushed)
			end = i + 1 < axis->count ? axis->stretches[i + 1].label - 1
						  : axis->paper.width;
		if (date_to_civil(stretch->first, stretch->julian).year <= year &&
			date_to_civil(stretch->last, stretch->julian).year >= year &&
			column >= stretch->label && column < over && column + width <= end)
			return true;
	}
	return false;
}

/* Where a year begins in a stretch, or where the stretch does. */
static int column_of(const struct axis_stretch *stretch, int64_t year)
{
	int64_t turn = date_from_civil((struct date_civil){year, 1, 1}, stretch->julian);
	int64_t span = stretch->last - stretch->first;
	if (turn <= stretch->first || !span)
		return stretch->col;
	return stretch->col +
		(int)((double)(turn - stretch->first) / (double)span * (stretch->cols - 1));
}

/* Above the bars a year stands where it begins; before them it is the year of their first event, or
 * the next, which has begun before they are half a year on, or before a single one that of the event
 * selected, which is of them, if it is as wide. */
static bool is_where_it_is(const struct axis *axis, int column, int64_t year, int64_t selected)
{
	for (int i = 0; i < axis->count; i++) {
		const struct axis_stretch *stretch = &axis->stretches[i];
		int64_t first = date_to_civil(stretch->first, stretch->julian).year;
		int64_t turn = date_from_civil(
			(struct date_civil){first + 1, 1, 1}, stretch->julian);
		if (axis->lines == 2 && year >= first && column == column_of(stretch, year))
			return true;
		if (axis->lines == 2 || column != stretch->label)
			continue;
		bool one = selected >= stretch->first && selected <= stretch->last &&
			stretch->cols == 1;
		int64_t here = one ? date_to_civil(selected, stretch->julian).year : 0;
		if (!one || axis_label_width(here) != axis_label_width(stretch->year))
			return year == first ||
				(year == first + 1 && turn <= stretch->first + 183 &&
					turn <= stretch->last);
		return year == here;
	}
	return false;
}

/* Counts the labels. */
static int assert_labels(struct arena *arena, const struct axis *axis, int64_t selected)
{
	struct rows rows;
	const struct axis_view view = {DATE_NO_SORT, DATE_NO_SORT, selected};
	int end = -1, count = 0;
	bool pushed = false;
	rows_begin(&rows, arena, &axis->paper);
	axis_add(&rows, axis, &view);
	if (!rows.count)
		return 0;
	for (const struct span *span = rows.at[0].spans; span; span = span->next) {
		char text[64] = "";
		assert_true(span->column >= end);
		if (span->style.role != ROLE_SOURCE) { /* the sign of the selected column, bars */
			end = span->column + span->width;
			pushed = true;
			continue;
		}
		assert_true(span->len < sizeof text);
		memcpy(text, span->text, span->len);
		assert_int_equal(span->width, strlen(text));
		if (end >= 0 && axis->lines == 2 && span->column <= end)
			fail_msg("\"%s\" at %d of %d columns touches what ends at %d", text,
				span->column, axis->paper.width, end);
		assert_true(span->column + span->width <= axis->paper.width);
		bool behind = axis->lines == 2 && pushed && span->column == end + 1;
		if (!behind && !is_where_it_is(axis, span->column, year_of(text), selected))
			fail_msg("\"%s\" at %d of %d columns is not where it begins", text,
				span->column, axis->paper.width);
		if (!is_over_its_own(axis, span->column, span->width, behind, year_of(text)))
			fail_msg("\"%s\" at %d of %d columns is not over its years", text,
				span->column, axis->paper.width);
		end = span->column + span->width;
		pushed = false;
		count++;
	}
	return count;
}

/* Hits are marked as they are counted: in two parts as in one, and none of a search before. */
static void assert_hits(struct axis *axis, const struct result *result)
{
	uint8_t *rows = calloc(bits_size(result->event_count), 1);
	uint8_t *all = calloc((size_t)axis->paper.width, 1);
	uint32_t half = result->event_count / 2;
	for (uint32_t row = 0; row < result->event_count; row += 3)
		bit_set(rows, row);
	axis_hits(axis, result, rows, 0, result->event_count);
	if (axis->count) {
		memcpy(all, axis->hits, (size_t)axis->paper.width);
		assert_non_null(memchr(all, 1, (size_t)axis->paper.width));
	}
	axis_hits(axis, result, rows, 0, half);
	axis_hits(axis, result, rows, half, result->event_count);
	if (axis->count)
		assert_memory_equal(axis->hits, all, (size_t)axis->paper.width);
	axis_hits(axis, result, rows, 0, 0);
	if (axis->count)
		assert_null(memchr(axis->hits, 1, (size_t)axis->paper.width));
	free(rows);
	free(all);
}

static int assert_axes(const struct record *record)
{
	struct arena arena = {0};
	struct result result = result_all(record);
	int count = 0;
	bool both = false;
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++)
		both |= record->events[i].date_os != NULL;
	for (int width = WIDTH_LEAST; width <= WIDTH_MOST; width++)
		for (int lines = 1; lines <= 2; lines++)
			for (int mode = 0; mode < DATES_COUNT; mode++) {
				struct axis axis;
				if (mode != DATES_NEW_STYLE && !both)
					continue;
				const struct paper paper = {
					width, signs_find(false), NULL, (enum date_mode)mode};
				axis_build(&axis, &arena, &result, &paper, lines);
				count += assert_labels(&arena, &axis, DATE_NO_SORT);
				assert_hits(&axis, &result);
				for (uint32_t row = 0; row < result.event_count;
					row += 1 + result.event_count / 3)
					assert_labels(&arena, &axis,
						result_event(&result, row)->date->sort);
				arena_reset(&arena);
			}
	arena_free(&arena);
	return count;
}

static void years_of_records_stand_whole(void **state)
{
	(void)state;
	for (int i = 0; every_record[i]; i++) {
		struct record *record = every_read(every_record[i]);
		assert_true(assert_axes(record) > 0);
		record_free(record);
	}
}

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

/* Years around a middle, so that some are BCE, some of one figure and some of five or more. */
static void made_years_stand_whole(void **state)
{
	(void)state;
	static const struct {
		int64_t from, span;
	} kinds[] = {{1800, 205}, {-60, 120}, {-5000, 4000}, {0, 12}, {990, 30}, {9990, 9},
		{-9999, 19998}, {1915, 4}};
	uint32_t seed = 7;
	for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++)
		for (int round = 0; round < 2; round++) {
			struct buf text = {0};
			buf_text(&text, "title: T\nevents:\n");
			for (int n = 0; n < 30; n++) {
				int64_t year = kinds[kind].from +
					next_random(&seed) % (uint32_t)kinds[kind].span;
				buf_format(&text, "  - {id: e%d, title: T, date: \"%s%04lld%s\"}\n",
					n, year < 0 ? "-" : "",
					(long long)(year < 0 ? -year : year),
					n % 3           ? ""
						: n % 2 ? "-05"
							: "-11-30~");
			}
			if (round)
				buf_text(&text,
					"  - {id: far, title: T, date: Y12500}\n"
					"  - {id: farther, title: T, date: Y12501}\n"
					"  - {id: long, title: T, date: Y-1234567}\n"
					"  - {id: longest, title: T, date: Y-123456789012}\n");
			struct record *record = every_made(buf_string(&text));
			assert_true(assert_axes(record) > 0);
			record_free(record);
			buf_free(&text);
		}
}

/* What stands in the first row. */
static void assert_row(const struct record *record, int width, int lines, enum date_mode mode,
	int64_t selected, const char *expected)
{
	struct arena arena = {0};
	struct result result = result_all(record);
	struct axis axis;
	struct rows rows;
	struct buf plain = {0};
	const struct paper paper = {width, signs_find(true), NULL, mode};
	const struct axis_view view = {DATE_NO_SORT, DATE_NO_SORT, selected};
	axis_build(&axis, &arena, &result, &paper, lines);
	rows_begin(&rows, &arena, &paper);
	axis_add(&rows, &axis, &view);
	rows.count = 1;
	rows_plain(&plain, &rows);
	assert_string_equal(expected, buf_string(&plain));
	buf_free(&plain);
	arena_free(&arena);
}

static void assert_years(const struct record *record, int width, enum date_mode mode,
	int64_t selected, const char *expected)
{
	assert_row(record, width, 2, mode, selected, expected);
}

static void made_row(const char *events, int width, const char *expected)
{
	struct buf text = {0};
	buf_format(&text, "title: T\nevents:\n%s", events);
	struct record *record = every_made(buf_string(&text));
	assert_row(record, width, 1, DATES_BOTH, DATE_NO_SORT, expected);
	record_free(record);
	buf_free(&text);
}

/* The shortest empty time is given up first, and before that the sign of a break. */
static void the_longest_empty_times_are_kept(void **state)
{
	(void)state;
	static const char events[] = "  - {id: a, title: T, date: 1917-12-15}\n"
				     "  - {id: b, title: T, date: 1918-01-09}\n"
				     "  - {id: c, title: T, date: 1918-02-09}\n"
				     "  - {id: d, title: T, date: 1994-12-05}\n"
				     "  - {id: e, title: T, date: 1996-08-31}\n"
				     "  - {id: f, title: T, date: 2021-12-17}\n"
				     "  - {id: g, title: T, date: 2022-02-24}\n"
				     "  - {id: h, title: T, date: 2022-03-29}\n"
				     "  - {id: i, title: T, date: 2025-05-16}\n";
	made_row(events, 44, " 1918 # / 1994 : / 1996 : / 2022 # / 2025 :\n");
	made_row(events, 43, " 1918 #_: 1994 :_ 1996 : 2022 :_:: 2025 :_\n");
	made_row(events, 36, " 1918 # 1994 : 1996 : 2022 # 2025 :\n");
	made_row(events, 35, " 1918 #_: 1994 :: 2022 ::: 2025 :_\n");
	made_row("  - {id: a, title: T, date: 2022-03-29}\n", 20, " 2022 #____________\n");
	made_row("  - {id: a, title: T, date: 2022-03-01}\n"
		 "  - {id: b, title: T, date: 2022-11-29}\n",
		20, " 2022 #___ / #_____\n");
}

/* A thousand events, one each year but where two of them lie far from all. */
static void a_thousand_events_are_named_by_what_sets_them_apart(void **state)
{
	(void)state;
	struct buf text = {0};
	for (int year = 1000; year < 2000; year++)
		buf_format(&text, "  - {id: e%d, title: T, date: \"%d\"}\n", year, year);
	buf_text(&text, "  - {id: past, title: T, date: Y-12000}\n");
	made_row(buf_string(&text), 40, " 12001 BCE . / 1000 ##################.\n");
	buf_free(&text);
}

/* "2000" has four columns less one at the right edge, and is not there as "200". */
static void a_year_without_room_is_left_out(void **state)
{
	(void)state;
	struct buf text = {0};
	buf_text(&text, "title: T\nevents:\n");
	for (int year = 1800; year < 2004; year += 3)
		buf_format(&text, "  - {id: e%d, title: T, date: \"%d\"}\n", year, year);
	struct record *record = every_made(buf_string(&text));
	assert_years(record, 100, DATES_BOTH, DATE_NO_SORT,
		" 1800     1820      1840     1860      1880      1900     1920      1940      "
		"1960     1980\n");
	/* The sign for what is selected stands where 1980 would, and 1980 has no room behind it. */
	assert_years(record, 100, DATES_BOTH,
		date_from_civil((struct date_civil){1998, 1, 1}, false),
		" 1800     1820      1840     1860      1880      1900     1920      1940      "
		"1960     1980     V\n");
	record_free(record);
	buf_free(&text);
}

/* 23 December 1917 Old Style is in 1918 New Style. */
static void years_are_those_of_the_calendar_drawn(void **state)
{
	(void)state;
	struct record *record = every_made("title: T\nevents:\n"
					   "  - {id: a, title: T, date_os: 1917-12-23}\n"
					   "  - {id: b, title: T, date: 1930}\n");
	assert_years(record, 40, DATES_BOTH, DATE_NO_SORT, " 1918                 1930\n");
	assert_years(record, 40, DATES_OLD_STYLE, DATE_NO_SORT, " 1917                 1930\n");
	record_free(record);
	/* One of a stretch is given in New Style alone. */
	record = every_made("title: T\nevents:\n"
			    "  - {id: a, title: T, date_os: 1917-12-23}\n"
			    "  - {id: b, title: T, date: 1918-01-06}\n");
	assert_years(record, 40, DATES_OLD_STYLE, DATE_NO_SORT, " 1918\n");
	record_free(record);
}

/* Of two years the one with more days has the label, where there is no room for both. */
static void a_december_names_no_year(void **state)
{
	(void)state;
	struct record *record = every_made("title: T\nevents:\n"
					   "  - {id: a, title: T, date: 2021-12-17}\n"
					   "  - {id: b, title: T, date: 2022-02-24}\n"
					   "  - {id: c, title: T, date: 2022-04-12}\n"
					   "  - {id: d, title: T, date: 2025-11-20}\n"
					   "  - {id: e, title: T, date: 2026-01-02}\n");
	assert_years(record, 24, DATES_BOTH, DATE_NO_SORT, "  2022        2025\n");
	assert_years(record, 80, DATES_BOTH, DATE_NO_SORT,
		" 2021 2022                                      2025\n");
	record_free(record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(years_of_records_stand_whole),
		cmocka_unit_test(made_years_stand_whole),
		cmocka_unit_test(the_longest_empty_times_are_kept),
		cmocka_unit_test(a_thousand_events_are_named_by_what_sets_them_apart),
		cmocka_unit_test(a_year_without_room_is_left_out),
		cmocka_unit_test(years_are_those_of_the_calendar_drawn),
		cmocka_unit_test(a_december_names_no_year),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
