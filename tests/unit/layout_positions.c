/* What is drawn in the cells of the table of positions, with a query and without it. */
#include "layout/contrast.h"
#include "layout/positions.h"
#include "layout/positions_words.h"

#include "tests/unit/every.h"

#include "base/buf.h"

/* A cell as it is drawn beside all those before it: the signs before it and its text, a line for each row
 * that has any. */
struct drawn {
	struct buf text, signed_text; /* without the signs, and with them */
};

static struct drawn draw(const struct record *record, const struct position_table *table,
	uint32_t line, uint32_t meeting, bool ascii)
{
	enum { WIDTH = 60, LABEL = 20 };
	const struct positions_columns columns = {
		.label = LABEL, .width = WIDTH, .at_once = meeting + 1, .count = meeting + 1};
	const struct positions_spot nowhere = {UINT32_MAX, 0, 0};
	int left = 1 + LABEL + (int)meeting * WIDTH, sign = left + 1;
	struct paper paper = {left + WIDTH + 1, signs_find(ascii), NULL, DATES_BOTH};
	struct drawn drawn = {{0}, {0}};
	struct arena arena = {0};
	struct rows rows;
	rows_begin(&rows, &arena, &paper);
	positions_line_add(&rows, record, table, &columns, line, true, nowhere);
	for (uint32_t i = 0; i < rows.count; i++) {
		bool any = false;
		for (const struct span *span = rows.at[i].spans; span; span = span->next) {
			if (span->column < left)
				continue;
			any = true;
			if (span->column != sign)
				buf_add(&drawn.text, span->text, span->len);
			buf_add(&drawn.signed_text, span->text, span->len);
		}
		buf_text(&drawn.text, any ? "\n" : "");
		buf_text(&drawn.signed_text, any ? "\n" : "");
	}
	arena_free(&arena);
	return drawn;
}

static void drawn_free(struct drawn *drawn)
{
	buf_free(&drawn->text);
	buf_free(&drawn->signed_text);
}

/* Whether a line, its break included, is one of a text. */
static bool has_line(const struct buf *text, const char *line, size_t len)
{
	for (const char *at = buf_string(text); *at; at = strchr(at, '\n') + 1)
		if (strncmp(at, line, len) == 0)
			return true;
	return false;
}

/* What a cell says under a query it says without it, but for what it calls left out; and so do the
 * signs before it, where there are any. */
static void check_cell(const struct record *record, const struct position_table *some,
	const struct position_table *all, uint32_t line, uint32_t meeting)
{
	uint32_t whole = every_line_like(all, &some->lines[line]),
		 nth = some->meetings[meeting].nth;
	bool hides = positions_cell(some, line, meeting).hides, left_out = false;
	for (int ascii = 0; ascii < 2; ascii++) {
		struct drawn one = draw(record, some, line, meeting, ascii);
		struct drawn full = draw(record, all, whole, nth, ascii);
		const char *text = buf_string(&one.text), *mark = buf_string(&one.signed_text);
		assert_null(strstr(buf_string(&full.text), contrast_left_out(false)));
		left_out = strstr(text, contrast_left_out(false));
		assert_true(left_out == hides);
		while (*text) {
			size_t len = strcspn(text, "\n") + 1, marked = strcspn(mark, "\n") + 1;
			bool out = strstr(text, contrast_left_out(false)) == text + (ascii ? 1 : 2);
			assert_true(out || has_line(&full.text, text, len));
			if (marked > len)
				assert_true(has_line(&full.signed_text, mark, marked));
			text += len;
			mark += marked;
		}
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

/* How many signs stand before the cells of the nth of two columns, "1 said before, not here" among them. */
static uint32_t signs_drawn(const struct record *record, const struct position_table *table,
	uint32_t line, uint32_t first, int nth)
{
	enum { WIDTH = 60 };
	const struct positions_columns columns = {
		.width = WIDTH, .at_once = 2, .first = first, .count = 2};
	const struct positions_spot nowhere = {UINT32_MAX, 0, 0};
	struct paper paper = {2 * WIDTH + 2, signs_find(true), NULL, DATES_BOTH};
	struct arena arena = {0};
	struct rows rows;
	uint32_t count = 0;
	rows_begin(&rows, &arena, &paper);
	positions_line_add(&rows, record, table, &columns, line, true, nowhere);
	for (uint32_t i = 0; i < rows.count; i++)
		for (const struct span *span = rows.at[i].spans; span; span = span->next)
			count += span->column == 2 + nth * WIDTH;
	arena_free(&arena);
	return count;
}

/* A sign compares a cell with one that can be seen: none stands in the first column, and in the next one
 * only where what the party said last is in the first, or it has said nothing before. */
static void a_sign_compares_with_what_is_shown(void **state)
{
	struct record *record = every_read("events.yaml");
	struct result all = result_all(record);
	struct arena arena = {0};
	struct position_table table;
	uint32_t drawn = 0, hidden = 0;
	(void)state;
	positions_collect(&arena, &all, &table);
	for (uint32_t line = 0; line < table.line_count; line++)
		for (uint32_t m = 0; m + 1 < table.meeting_count; m++) {
			struct position_cell cell = positions_cell(&table, line, m + 1);
			bool beside = cell.before == table.meetings[m].nth ||
				cell.before == POSITIONS_NEVER;
			uint32_t signs = signs_drawn(record, &table, line, m, 1);
			assert_int_equal(signs_drawn(record, &table, line, m, 0), 0);
			if (beside)
				assert_true(signs >= cell.count);
			else
				assert_int_equal(signs, 0);
			drawn += signs;
			hidden += !beside && cell.count;
		}
	assert_true(drawn > 20 && hidden > 0);
	arena_free(&arena);
	record_free(record);
}

/* A cell without a stand says why: Medinsky speaks of who may sign in 2022, and no position is made
 * of it; of sanctions others speak; at the first round nobody raises the prisoners. */
static void a_cell_without_a_stand(void **state)
{
	static const struct {
		const char *path, *issue, *party, *says;
		uint32_t meeting;
	} cases[] = {
		{"events.yaml", "rank", "russia", "words, but no position", 1},
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

/* Whoever reads a cell sees from when its words are, where that is not the day of the column. */
static void words_of_another_day_bear_it(void **state)
{
	static const char *const paths[] = {"events.yaml", "tests/data/talks.yaml"};
	size_t dated = 0;
	(void)state;
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		struct record *record = every_read(paths[i]);
		struct result all = result_all(record);
		struct arena arena = {0};
		struct position_table table;
		positions_collect(&arena, &all, &table);
		for (uint32_t line = 0; line < table.line_count; line++)
			for (uint32_t m = 0; m < table.meeting_count; m++) {
				struct position_cell cell = positions_cell(&table, line, m);
				struct drawn drawn = draw(record, &table, line, m, false);
				for (uint32_t n = 0; n < cell.count; n++) {
					const struct stand *stand = &cell.stands[n];
					struct buf day = {0};
					words_date_below(&day, DATES_BOTH,
						positions_when(
							record, stand->position, stand->event),
						when_of_event(table.meetings[m].main));
					assert_non_null(
						strstr(buf_string(&drawn.text), buf_string(&day)));
					dated += day.len > 0;
					buf_free(&day);
				}
				drawn_free(&drawn);
			}
		arena_free(&arena);
		record_free(record);
	}
	assert_true(dated > 20);
}

/* Peskov's words of three weeks before the round, OSW's own view, and a day that a paper's name says
 * already. */
static void the_day_of_a_cell(void **state)
{
	static const struct {
		const char *event, *above, *says;
	} cases[] = {
		{"istanbul-round", "istanbul-round", "Dmitry Peskov, 7 March"},
		{"direct-talks-2025", "direct-talks-2025", "OSW says, 19 May"},
		{"ceasefire-proposal-2025", "direct-talks-2025", "Five leaders’ statement, 10 May"},
		{"memoranda-2025", "second-round-2025", "Russia"},
	};
	struct record *record = every_read("events.yaml");
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf words = {0};
		const struct event
			*event = &record->events[record_find(record, cases[i].event).index];
		const struct event
			*above = &record->events[record_find(record, cases[i].above).index];
		positions_voice_below(&words, DATES_BOTH, record, &event->positions->at[0], event,
			when_of_event(above));
		assert_string_equal(buf_string(&words), cases[i].says);
		buf_free(&words);
	}
	record_free(record);
}

/* The legend says in as many words as fit that nobody has judged other words, and says nothing of signs that
 * not. */
static void the_legend(void **state)
{
	static const struct {
		int width;
		const char *says;
	} cases[] = {
		{140, "other words: whether they mean the same is for you to judge"},
		{90, "other words: judge for yourself"},
		{70, "other words   "},
		{60, "other words   "},
	};
	const struct position_table table = {.leaves_out = false};
	const struct positions_columns one = {.count = 1}, two = {.count = 2};
	(void)state;
	for (int ascii = 0; ascii < 2; ascii++)
		for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
			struct buf legend = {0};
			int width = cases[i].width;
			positions_legend(&legend, signs_find(ascii), &table, &two, width);
			assert_non_null(strstr(buf_string(&legend), "= the same"));
			assert_non_null(strstr(buf_string(&legend), cases[i].says));
			assert_non_null(strstr(buf_string(&legend), "only "));
			assert_null(strstr(buf_string(&legend), "not in this selection"));
			assert_true(text_width(NULL, legend.text, legend.len) <= width);
			/* Nothing stands beside one column. */
			positions_legend(&legend, signs_find(ascii), &table, &one, width);
			assert_null(strstr(buf_string(&legend), "the same"));
			buf_free(&legend);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_query_changes_nothing_that_is_drawn),
		cmocka_unit_test(a_sign_compares_with_what_is_shown),
		cmocka_unit_test(a_cell_without_a_stand),
		cmocka_unit_test(words_of_another_day_bear_it),
		cmocka_unit_test(the_day_of_a_cell),
		cmocka_unit_test(the_legend),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
