/* Rows of the timeline: at every width dates and gaps stand whole, touch nothing, and leave the first
 * column to the sign of the selection. */
#include "layout/timeline.h"

#include "layout/words_date.h"
#include "tests/unit/every.h"

static void text_of(const struct span *span, char *out, size_t size)
{
	assert_true(span->len < size);
	memcpy(out, span->text, span->len);
	out[span->len] = '\0';
}

/* Whether the words are the parts of the date that are given, in order, the year among them, or that
 * there is none. */
static bool is_date(const char *words, const struct date_columns *date)
{
	const char *year = *date->month && !*date->year ? "year?" : date->year;
	for (int left_out = 0; left_out < 4; left_out++) {
		const char *const parts[] = {date->about, left_out > 0 ? "" : date->day,
			left_out > 1 ? "" : date->month, left_out > 2 ? "" : year};
		struct buf wanted = {0};
		for (int i = 0; i < 4; i++)
			if (*parts[i])
				buf_format(&wanted, "%s%s", wanted.len ? " " : "", parts[i]);
		buf_text(&wanted, date->doubt);
		bool same = strcmp(buf_string(&wanted), words) == 0;
		buf_free(&wanted);
		if (same)
			return true;
	}
	return false;
}

static void assert_event_row(
	const struct row *row, const struct paper *paper, const struct date_columns *date)
{
	struct buf words = {0};
	int end = 0, mark = 0;
	for (const struct span *span = row->spans; span; span = span->next) {
		char text[128];
		if (span->style.role == ROLE_MARK)
			mark = span->column;
		if (span->style.role != ROLE_DATE)
			continue;
		text_of(span, text, sizeof text);
		bool doubt = strcmp(text, "?") == 0;
		assert_true(span->column >= 1 && span->column + span->width <= paper->width);
		assert_true(!words.len || span->column == end + !doubt || span->column > end);
		buf_format(&words, "%s%s", words.len && !doubt ? " " : "", text);
		end = span->column + span->width;
	}
	assert_true(mark >= end);
	assert_int_equal(timeline_mark_column(row), mark);
	if (words.len && !is_date(words.text, date))
		fail_msg("\"%s\" at %d columns is not %s %s %s %s%s", words.text, paper->width,
			date->about, date->day, date->month, date->year, date->doubt);
	assert_true(words.len || paper->width < 32);
	buf_free(&words);
}

static void assert_gap_row(const struct row *row, const struct paper *paper, const char *gap)
{
	const struct span *sign = row->spans, *words = sign->next;
	char text[128];
	assert_int_equal(sign->style.role, ROLE_GAP);
	if (!words) {
		assert_true(paper->width < text_width(NULL, gap, strlen(gap)) + 2);
		return;
	}
	text_of(words, text, sizeof text);
	assert_string_equal(gap, text);
	assert_true(words->column > sign->column + 1);
	assert_true(words->column + words->width <= paper->width);
}

static void assert_rows(const struct record *record, int step)
{
	struct arena arena = {0};
	struct result result = result_all(record);
	for (int width = 20; width <= 140; width += step)
		for (uint32_t row = 0; row < result.event_count; row++) {
			const struct paper paper = {width, signs_find(false), NULL,
				(enum date_mode)(row % DATES_COUNT)};
			const struct event *event = result_event(&result, row);
			struct rows rows;
			struct buf gap = {0};
			struct date_columns date;
			words_date_columns(&date, paper.dates, when_of_event(event));
			rows_begin(&rows, &arena, &paper);
			timeline_add(&rows, &result, row, true);
			assert_int_equal(rows.count, timeline_height(&result, row));
			assert_event_row(&rows.at[rows.count - 1], &paper, &date);
			if (row &&
				words_gap(&gap, result_event(&result, row - 1)->date, event->date))
				assert_gap_row(&rows.at[0], &paper, buf_string(&gap));
			buf_free(&gap);
			arena_reset(&arena);
		}
	arena_free(&arena);
}

static void rows_of_records_are_whole(void **state)
{
	(void)state;
	for (int i = 0; every_record[i]; i++) {
		struct record *record = every_read(every_record[i]);
		assert_rows(record, record->counts[THING_EVENT] > 20 ? 7 : 1);
		record_free(record);
	}
}

/* Years of many figures, and parts that are wider than their columns. */
static void wide_dates_are_whole(void **state)
{
	(void)state;
	static const char text[] = "title: T\nevents:\n"
				   "  - {id: a, title: T, date: Y-123456789012}\n"
				   "  - {id: b, title: T, date: Y-1234567~}\n"
				   "  - {id: c, title: T, date: -0043-03-15~}\n"
				   "  - {id: d, title: T, date: -0043-03/-0041-05}\n"
				   "  - {id: e, title: T, date: \"Y123456789012%\"}\n"
				   "  - {id: f, title: T, date: Y170000002}\n"
				   "  - {id: g, title: T, date: -9999-01-12/-9998}\n"
				   "  - {id: h, title: T, date: \"[-0043-03-15,-0043-03-17]\"}\n"
				   "  - {id: i, title: T, date: -004X}\n"
				   "  - {id: j, title: T, date: -1234-09%}\n"
				   "  - {id: k, title: T, date: \"{-0043-11-15~,-0043-11-17?}\"}\n"
				   "  - {id: l, title: T, date: 0079-12-25/0079-12-27?}\n"
				   "  - {id: m, title: T, date: 1XX3-1X-3X}\n"
				   "  - {id: n, title: T, date: XXXX-12-2X~}\n";
	struct diag_list *diags = diag_create();
	struct load_input input = {"test", text, sizeof text - 1};
	struct record *record = load_record(&input, 1, NULL, diags);
	diag_print(diags, stderr, DIAG_ERROR, false);
	assert_non_null(record);
	assert_rows(record, 1);
	record_free(record);
	diag_free(diags);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_of_records_are_whole),
		cmocka_unit_test(wide_dates_are_whole),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
