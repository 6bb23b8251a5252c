/* A page of the index at every width: an era's cells are written in one way, and nothing stands on
 * anything else. */
#include "layout/voices.h"

#include "tests/unit/every.h"

#include "base/buf.h"
#include "query/threads.h"

enum { NARROWEST = 12, WIDEST = 200 };

/* In which way a cell is written. */
static enum voices_notation notation_of(const char *cell, const struct signs *signs)
{
	const char *const marks[] = {signs->quotation, signs->report, signs->view, signs->words};
	bool figures = strpbrk(cell, "0123456789") != NULL, sign = false;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		sign |= strstr(cell, marks[i]) != NULL;
	return !figures ? VOICES_MARKS : sign ? VOICES_KINDS : VOICES_SUMS;
}

/* Each cell in the way of its column, within it; returns how many there are. */
static size_t check_line(
	const struct rows *rows, const struct voices_line *line, const struct voices_sheet *sheet)
{
	size_t cells = 0;
	int end = 0;
	for (const struct span *span = rows->at[0].spans; span; span = span->next) {
		assert_true(span->column >= end);
		end = span->column + span->width;
		assert_true(end <= rows->paper.width || rows->paper.width < 2 * NARROWEST);
		for (uint32_t i = 0; i < sheet->count; i++) {
			const struct voices_column *column = &sheet->columns[i];
			struct quote_counts counts = voices_at(line, sheet->first + i);
			struct buf cell = {0};
			if (span->column != column->left || !quote_counts_sum(&counts))
				continue;
			buf_add(&cell, span->text, span->len);
			assert_true(span->width <= column->width + 1);
			assert_int_equal(notation_of(buf_string(&cell), rows->paper.signs),
				line->heading ? VOICES_SUMS : sheet->notation);
			buf_free(&cell);
			cells++;
		}
	}
	return cells;
}

static size_t check_page(
	const struct record *record, const struct voices *voices, enum voices_page page, int width)
{
	struct paper paper = {width, signs_find(width % 2), NULL, DATES_BOTH};
	struct voices_sheet sheet;
	size_t cells = 0;
	voices_sheet(&sheet, &paper, record, voices, page, 0);
	for (uint32_t n = 0; n < voices->line_count && n < 80; n++) {
		struct arena arena = {0};
		struct rows rows;
		size_t filled = 0, seen;
		rows_begin(&rows, &arena, &paper);
		voices_line_add(&rows, record, &voices->lines[n], &sheet, true, "");
		for (uint32_t i = 0; i < sheet.count; i++) {
			struct quote_counts counts = voices_at(&voices->lines[n], sheet.first + i);
			filled += quote_counts_sum(&counts) > 0;
		}
		seen = check_line(&rows, &voices->lines[n], &sheet);
		assert_int_equal(seen, filled);
		cells += seen;
		arena_free(&arena);
	}
	return cells;
}

static void every_cell_of_an_era_in_one_way(void **state)
{
	size_t cells = 0;
	(void)state;
	for (int i = 0; every_record[i]; i++) {
		struct record *record = every_read(every_record[i]);
		struct result result = result_all(record);
		struct threads *threads = threads_create(record);
		for (int page = 0; page < VOICES_PAGES; page++) {
			struct voices *voices = voices_make(
				threads, &result, (enum voices_page)page);
			for (int width = NARROWEST; width <= WIDEST; width += 1 + width / 20)
				cells += check_page(record, voices, (enum voices_page)page, width);
			voices_free(voices);
		}
		threads_free(threads);
		record_free(record);
	}
	assert_true(cells > 1000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_cell_of_an_era_in_one_way),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
