/* What is drawn in the cells of the table of positions, with a query and without it. */
#include "layout/positions.h"

#include "tests/unit/every.h"

#include "base/buf.h"

/* A cell as it is drawn: its party, the sign before it and its text. */
struct drawn {
	struct buf sign, text;
};

static struct drawn draw(const struct record *record, const struct position_table *table,
	uint32_t line, uint32_t meeting, bool ascii)
{
	enum { SIGN_AT = 2 };
	const struct positions_columns columns = {
		.width = 60, .at_once = 1, .first = meeting, .count = 1};
	const struct positions_spot nowhere = {UINT32_MAX, 0, 0};
	struct paper paper = {62, signs_find(ascii), NULL, DATES_BOTH};
	struct drawn drawn = {{0}, {0}};
	struct arena arena = {0};
	struct rows rows;
	rows_begin(&rows, &arena, &paper);
	positions_line_add(&rows, record, table, &columns, line, true, nowhere);
	for (uint32_t i = 0; i < rows.count; i++) {
		for (const struct span *span = rows.at[i].spans; span; span = span->next)
			buf_add(span->column == SIGN_AT ? &drawn.sign : &drawn.text, span->text,
				span->len);
		buf_char(&drawn.text, '\n');
	}
	arena_free(&arena);
	return drawn;
}

static void drawn_free(struct drawn *drawn)
{
	buf_free(&drawn->sign);
	buf_free(&drawn->text);
}

/* What a cell says under a query it says without it, but for what it calls left out; and so does
 * the sign before it, or there is none. */
static void check_cell(const struct record *record, const struct position_table *some,
	const struct position_table *all, uint32_t line, uint32_t meeting)
{
	uint32_t whole = every_line_like(all, &some->lines[line]),
		 nth = some->meetings[meeting].nth;
	struct position_cell cell = positions_cell(some, line, meeting);
	for (int ascii = 0; ascii < 2; ascii++) {
		struct drawn one = draw(record, some, line, meeting, ascii);
		struct drawn full = draw(record, all, whole, nth, ascii);
		const char *left_out = ascii ? "xnot in this selection"
					     : "\xc3\x97not in this selection";
		assert_null(strstr(buf_string(&full.text), left_out));
		if (cell.hides)
			assert_non_null(strstr(buf_string(&one.text), left_out));
		else
			assert_string_equal(buf_string(&one.text), buf_string(&full.text));
		if (one.sign.len)
			assert_string_equal(buf_string(&one.sign), buf_string(&full.sign));
		drawn_free(&one);
		drawn_free(&full);
	}
}

static void a_query_changes_nothing_that_is_drawn(void **state)
{
	static const char *const paths[] = {
		"events.yaml", "tests/data/talks.yaml", "tests/data/class.yaml"};
	size_t cells = 0;
	(void)state;
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		struct record *record = every_read(paths[i]);
		struct every_terms terms = every_terms(record);
		struct every_days days = {0};
		struct arena whole = {0};
		struct result result = result_all(record);
		struct position_table all;
		positions_collect(&whole, &result, &all);
		for (size_t t = 0; t < terms.count; t++) {
			struct arena arena = {0};
			struct position_table some;
			every_select(record, terms.at[t], DATE_OPEN_END, &arena, &result);
			positions_collect(&arena, &result, &some);
			for (uint32_t line = 0; line < some.line_count; line++)
				for (uint32_t m = 0; m < some.meeting_count; m++, cells++)
					check_cell(record, &some, &all, line, m);
			arena_free(&arena);
		}
		arena_free(&whole);
		every_free(record, &terms, &days);
	}
	print_message("%zu cells\n", cells);
	assert_true(cells > 1000);
}

/* A cell without a stand says why: Medinsky speaks of who may sign in 2022, and no position is made
 * of it; of sanctions others speak; at the first round nobody raises the prisoners. */
static void a_cell_without_a_stand(void **state)
{
	static const struct {
		const char *path, *issue, *party, *says;
		uint32_t meeting;
	} cases[] = {
		{"events.yaml", "rank", "russia", "words, no stand given", 1},
		{"events.yaml", "sanctions", "russia", "no source says", 1},
		{"tests/data/talks.yaml", "prisoners", "isles", "not raised here", 0},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct record *record = every_read(cases[i].path);
		struct result all = result_all(record);
		struct arena arena = {0};
		struct position_table table;
		positions_collect(&arena, &all, &table);
		uint32_t line = 0;
		while (line < table.line_count &&
			(strcmp(record_id(record, table.lines[line].issue), cases[i].issue) != 0 ||
				strcmp(record_id(record, table.lines[line].party),
					cases[i].party) != 0))
			line++;
		assert_true(line < table.line_count);
		struct drawn drawn = draw(record, &table, line, cases[i].meeting, true);
		assert_non_null(strstr(buf_string(&drawn.text), cases[i].says));
		drawn_free(&drawn);
		arena_free(&arena);
		record_free(record);
	}
}

/* Every text of the legend fits a screen of 80 columns, and says of other words what they are
 * not. */
static void the_legend(void **state)
{
	struct record *record = every_read("tests/data/talks.yaml");
	const struct position_table table = {.leaves_out = false};
	(void)state;
	for (int ascii = 0; ascii < 2; ascii++) {
		struct buf legend = {0};
		positions_legend(&legend, signs_find(ascii), &table, 76);
		assert_non_null(strstr(buf_string(&legend), "= same words"));
		assert_non_null(strstr(buf_string(&legend), "other words, not yet another stand"));
		assert_non_null(strstr(buf_string(&legend), "only one side"));
		assert_null(strstr(buf_string(&legend), "not in this selection"));
		assert_true(text_width(NULL, legend.text, legend.len) <= 76);
		buf_free(&legend);
	}
	record_free(record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_query_changes_nothing_that_is_drawn),
		cmocka_unit_test(a_cell_without_a_stand),
		cmocka_unit_test(the_legend),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
