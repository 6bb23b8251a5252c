/* Zoom: at every unit and in every calendar nothing is lost, nothing doubled, and no row stands above
 * one that begins earlier. */
#include "layout/fold.h"

#include "layout/timeline.h"
#include "layout/words_date.h"
#include "tests/unit/every.h"

/* Every row in one group, groups by their first rows, rows rising within. */
static void assert_whole(const struct fold *fold, struct arena *arena, const struct result *result)
{
	struct paper paper = {.width = 60, .signs = signs_find(false), .dates = fold->dates};
	uint32_t at = 0;
	for (uint32_t n = 0; n < fold->count; n++) {
		const struct fold_group *group = &fold->groups[n];
		uint32_t quotes = 0, counted = 0;
		struct rows rows;
		for (int again = 0; again < 2; again++) { /* which counts its quotations, once */
			rows_begin(&rows, arena, &paper);
			fold_add(&rows, fold, result, n);
		}
		assert_int_equal(group->first, at);
		assert_true(group->count > 0);
		if (n)
			assert_true(fold->rows[fold->groups[n - 1].first] < fold->rows[at]);
		for (uint32_t i = 0; i < group->count; i++, at++) {
			uint32_t row = fold->rows[at];
			assert_true(row < result->event_count);
			assert_int_equal(fold->group[row], n);
			assert_true(i == 0 || fold->rows[at - 1] < row);
			quotes += result_quote_count(result, result_event(result, row));
		}
		for (int kind = 0; kind < QUOTE_KIND_COUNT; kind++)
			counted += group->counts.of[kind];
		if (group->count > 1)
			assert_int_equal(counted, quotes);
	}
	assert_int_equal(at, result->event_count);
}

/* A group begins when its first event does, and holds nothing that begins before. */
static void assert_in_time(const struct fold *fold, const struct result *result)
{
	bool rising = true;
	for (uint32_t row = 1; row < result->event_count; row++)
		rising &= result_event(result, row - 1)->date->sort <=
			result_event(result, row)->date->sort;
	for (uint32_t n = 0; rising && n < fold->count; n++) {
		const struct fold_group *group = &fold->groups[n];
		int64_t begins = result_event(result, fold->rows[group->first])->date->sort;
		for (uint32_t i = 0; i < group->count; i++)
			assert_true(
				result_event(result, fold->rows[group->first + i])->date->sort >=
				begins);
		if (n)
			assert_true(result_event(result, fold->rows[fold->groups[n - 1].first])
					    ->date->sort <= begins);
	}
}

static void assert_folds(const struct record *record, const char *query)
{
	struct arena arena = {0};
	struct result result;
	every_select(record, query, DATE_OPEN_END, &arena, &result);
	for (int mode = 0; mode < DATES_COUNT; mode++)
		for (int unit = UNIT_DAY; unit < UNIT_COUNT; unit++) {
			struct fold fold;
			fold_build(&fold, &arena, &result, (enum unit)unit, (enum date_mode)mode);
			assert_whole(&fold, &arena, &result);
			assert_in_time(&fold, &result);
		}
	arena_free(&arena);
}

static void zoom_loses_nothing_and_turns_nothing(void **state)
{
	(void)state;
	for (int i = 0; every_record[i]; i++) {
		struct record *record = every_read(every_record[i]);
		struct every_terms terms = every_terms(record);
		struct every_days days = every_days(record);
		assert_folds(record, NULL);
		for (size_t k = 0; k < terms.count; k += 1 + terms.count / 100)
			assert_folds(record, terms.at[k]);
		every_free(record, &terms, &days);
	}
}

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

/* Dates of every breadth, many in the same units, some of them in both calendars. */
static void date_add(struct buf *text, int n, uint32_t *seed)
{
	int year = 1895 + (int)(next_random(seed) % 30), month = 1 + (int)(next_random(seed) % 12);
	int day = 1 + (int)(next_random(seed) % 28), more = (int)(next_random(seed) % 28);
	buf_format(text, "  - {id: e%d, title: E%d, ", n, n);
	switch (next_random(seed) % 10) {
	case 0:
		buf_format(text, "date: %d", year);
		break;
	case 1:
		buf_format(text, "date: %d-%02d", year, month);
		break;
	case 2:
		buf_format(text, "date: %dX", year / 10);
		break;
	case 3:
		buf_format(text, "date: %d/%d", year, year + more);
		break;
	case 4:
		buf_format(text, "date: %d-%02d-%02d/%d-12-31", year, month, day, year + more % 3);
		break;
	case 5:
		buf_format(text, "date: %d-21~", year);
		break;
	case 6:
		buf_format(text, "date: XXXX-%02d-%02d", month, day);
		break;
	case 7:
		buf_format(text, "date: ../%d", year);
		break;
	case 8:
		buf_format(text, "date_os: %d-%02d-%02d", year, month, day);
		break;
	default:
		buf_format(text, "date: %d-%02d-%02d", year, month, day);
		break;
	}
	buf_text(text, "}\n");
}

static void made_records_are_folded_in_time(void **state)
{
	(void)state;
	uint32_t seed = 1;
	for (int round = 0; round < 60; round++) {
		struct buf text = {0};
		buf_text(&text, "title: T\nevents:\n");
		for (int n = 0; n < 40; n++)
			date_add(&text, n, &seed);
		struct record *record = every_made(buf_string(&text));
		assert_folds(record, NULL);
		record_free(record);
		buf_free(&text);
	}
}

/* The dates, or what is folded, from the top: "15 Dec 1917 | 1918 3 events". */
static void assert_rows(
	const struct record *record, enum unit unit, enum date_mode mode, const char *expected)
{
	struct arena arena = {0};
	struct result result = result_all(record);
	struct fold fold;
	struct buf all = {0};
	fold_build(&fold, &arena, &result, unit, mode);
	for (uint32_t n = 0; n < fold.count; n++) {
		struct rows rows;
		struct buf plain = {0};
		struct paper paper = {.width = 60, .signs = signs_find(false), .dates = mode};
		rows_begin(&rows, &arena, &paper);
		fold_add(&rows, &fold, &result, n);
		rows.at += rows.count - 1; /* without what stands above */
		rows.count = 1;
		rows_plain(&plain, &rows);
		char *at = plain.text + strspn(plain.text, " "), *mark = strstr(at, "○");
		assert_non_null(mark);
		buf_format(&all, "%s%.*s", n ? " | " : "", (int)(mark - at), at);
		while (all.text[all.len - 1] == ' ')
			all.text[--all.len] = '\0';
		if (fold.groups[n].count > 1)
			buf_format(&all, " x%u", (unsigned)fold.groups[n].count);
		buf_free(&plain);
	}
	assert_string_equal(expected, buf_string(&all));
	buf_free(&all);
	arena_free(&arena);
}

static void what_no_unit_holds_stands_where_it_begins(void **state)
{
	(void)state;
	struct record *record = every_made("title: T\nevents:\n"
					   "  - {id: a, title: T, date: 1917-12-15}\n"
					   "  - {id: b, title: T, date: 1917-12-20}\n"
					   "  - {id: c, title: T, date: 1917-12-22/1918-02-10}\n"
					   "  - {id: d, title: T, date: 1917-12-23/1918-01-10}\n"
					   "  - {id: e, title: T, date: 1917-12-25}\n"
					   "  - {id: f, title: T, date: 1918}\n"
					   "  - {id: g, title: T, date: 1918~}\n"
					   "  - {id: h, title: T, date: 1918-03-03}\n"
					   "  - {id: i, title: T, date: 1918-12-31/1919-01-02}\n");
	assert_rows(record, UNIT_DAY, DATES_BOTH,
		"15 Dec 1917 | 20 Dec 1917 | 22 Dec 1917– x2 | 25 Dec 1917 | 1918 x2 | 3 Mar 1918 "
		"| "
		"31 Dec 1918–");
	assert_rows(record, UNIT_MONTH, DATES_BOTH,
		"Dec 1917 x3 | Dec 1917– x2 | 1918 x2 | 3 Mar 1918 | 31 Dec 1918–");
	assert_rows(record, UNIT_YEAR, DATES_BOTH, "1917 x3 | 1917– x2 | 1918 x3 | 31 Dec 1918–");
	assert_rows(record, UNIT_DECADE, DATES_BOTH, "1910s x9");
	record_free(record);
}

/* Years of units are said as those of events are; "1900s" may be ten years or a hundred. */
static void units_are_said_as_dates_are(void **state)
{
	(void)state;
	struct record *record = every_made("title: T\nevents:\n"
					   "  - {id: a, title: T, date: Y-12345}\n"
					   "  - {id: b, title: T, date: Y-12345~}\n"
					   "  - {id: c, title: T, date: -0043-03-15}\n"
					   "  - {id: d, title: T, date: -0043-03-15}\n"
					   "  - {id: e, title: T, date: 0000-05}\n"
					   "  - {id: f, title: T, date: 0009-05}\n"
					   "  - {id: g, title: T, date: 0079-08-24}\n"
					   "  - {id: h, title: T, date: 0079-08-24}\n"
					   "  - {id: i, title: T, date: 1901}\n"
					   "  - {id: j, title: T, date: 1902}\n"
					   "  - {id: k, title: T, date: 1913}\n"
					   "  - {id: l, title: T, date: 1914}\n");
	assert_rows(record, UNIT_DAY, DATES_BOTH,
		"12,346 BCE x2 | 15 Mar 44 BCE x2 | May 1 BCE | May 9 CE | 24 Aug 79 CE x2 | 1901 "
		"| "
		"1902 | 1913 | 1914");
	assert_rows(record, UNIT_YEAR, DATES_BOTH,
		"12,346 BCE x2 | 44 BCE x2 | May 1 BCE | May 9 CE | 79 CE x2 | 1901 | 1902 | 1913 "
		"| "
		"1914");
	assert_rows(record, UNIT_DECADE, DATES_BOTH,
		"12,351–12,342 BCE x2 | 51–42 BCE x2 | 1 BCE–9 CE x2 | 70–79 CE x2 | 1900–1909 x2 "
		"| "
		"1910s x2");
	assert_rows(record, UNIT_CENTURY, DATES_BOTH,
		"12,401–12,302 BCE x2 | 101–2 BCE x2 | 1 BCE–99 CE x4 | 1900–1999 x4");
	record_free(record);
}

static void units_are_those_of_the_calendar_drawn(void **state)
{
	(void)state;
	struct record *record = every_made("title: T\nevents:\n"
					   "  - {id: a, title: T, date_os: 1917-10-20}\n"
					   "  - {id: b, title: T, date_os: 1917-10-25}\n"
					   "  - {id: c, title: T, date_os: 1917-12-25}\n"
					   "  - {id: d, title: T, date_os: 1917-12-25}\n");
	assert_rows(record, UNIT_DAY, DATES_BOTH, "2 Nov 1917 | 7 Nov 1917 | 7 Jan 1918 x2");
	assert_rows(
		record, UNIT_DAY, DATES_OLD_STYLE, "20 Oct 1917 | 25 Oct 1917 | 25 Dec 1917 x2");
	assert_rows(record, UNIT_MONTH, DATES_NEW_STYLE, "Nov 1917 x2 | Jan 1918 x2");
	assert_rows(record, UNIT_MONTH, DATES_OLD_STYLE, "Oct 1917 x2 | Dec 1917 x2");
	assert_rows(record, UNIT_YEAR, DATES_BOTH, "1917 x2 | 1918 x2");
	assert_rows(record, UNIT_YEAR, DATES_OLD_STYLE, "1917 x4");
	record_free(record);
	record = every_made("title: T\nevents:\n"
			    "  - {id: a, title: T, date_os: 1066-10-14}\n"
			    "  - {id: b, title: T, date_os: 1066-10-14}\n");
	for (int mode = 0; mode < DATES_COUNT; mode++)
		assert_rows(record, UNIT_DAY, (enum date_mode)mode, "14 Oct 1066 x2");
	record_free(record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(zoom_loses_nothing_and_turns_nothing),
		cmocka_unit_test(made_records_are_folded_in_time),
		cmocka_unit_test(what_no_unit_holds_stands_where_it_begins),
		cmocka_unit_test(units_are_said_as_dates_are),
		cmocka_unit_test(units_are_those_of_the_calendar_drawn),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
