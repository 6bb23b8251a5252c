/* Two tables, a comparison and positions, and the pages that are nothing else. Their rows are those
 * of the explorer's views; here they get a title, and a legend below. */
#include "print/table.h"

#include "layout/compare.h"
#include "layout/contrast.h"
#include "layout/positions.h"
#include "print/document.h"
#include "print/head.h"
#include "query/scenes.h"

#include <limits.h>
#include <string.h>

static const struct positions_spot nowhere = {UINT32_MAX, 0, 0};

/* A page as wide as was asked for: a table is not read along its lines. */
static void table_begin(struct page *page, const struct result *result,
	const struct print_options *options, FILE *file)
{
	page_begin(page, result, options, file);
	if (options->width > page->paper.width)
		page->paper.width = options->width;
	page_flush(page);
}

/* The title, what there is to say of the whole at the right edge or below, and a rule. */
static void title_add(struct page *page, const char *title, const char *more)
{
	const struct style counts = style_of(ROLE_COUNT_OF);
	struct rows *rows = &page->rows;
	int width = page->paper.width, room = text_width(page->paper.form, more, strlen(more));
	rows_new(rows);
	rows_text(rows, style_of(ROLE_TITLE), title);
	if (*more && rows->column + 2 + room <= width)
		rows_right(rows, width, counts, more);
	else if (*more)
		rows_paragraph(rows, counts, more, 0, width);
	rows_new(rows);
	buf_repeat(page_words(page), page->signs->heavy, (size_t)width);
	rows_text(rows, style_of(ROLE_RULE), page_phrase(page));
	head_asked(page_words(page), page->signs, page->result->record, &page->options->asked);
	rows_phrase(rows, counts, page_words(page), 0, width);
}

/* The whole legend, in as many rows as it needs. */
static void legend_add(struct page *page)
{
	rows_blank(&page->rows);
	contrast_legend_add(&page->rows, page_phrase(page));
}

void table_compare_add(struct page *page, const struct compare *compare)
{
	compare_head_add(&page->rows, compare);
	rows_blank(&page->rows);
	compare_add(&page->rows, compare, NULL);
	compare_legend(page_words(page), page->signs, compare, INT_MAX);
	legend_add(page);
}

bool print_compare(const struct result *result, const struct print_options *options,
	struct ref left, struct ref right, FILE *file)
{
	struct page page;
	struct arena arena = {0};
	struct compare compare;
	table_begin(&page, result, options, file);
	if (compare_refs(&arena, result, left, right, &compare)) {
		compare_span_words(page_words(&page), &compare);
		title_add(&page, compare_title(&compare), page_phrase(&page));
		table_compare_add(&page, &compare);
	}
	bool ended = page_end(&page);
	arena_free(&arena);
	return ended;
}

/* As many meetings as fit beside each other, line by line. */
static void meetings_add(struct page *page, const struct position_table *table,
	const struct positions_columns *columns)
{
	rows_blank(&page->rows);
	positions_head_add(&page->rows, page->record, table, columns);
	for (uint32_t line = 0; line < table->line_count && !page->failed; line++) {
		const struct position_line *at = &table->lines[line];
		bool titled = !line || at[-1].issue.index != at->issue.index;
		if (titled)
			rows_blank(&page->rows);
		positions_line_add(
			&page->rows, page->record, table, columns, line, titled, nowhere);
		page_flush(page);
	}
}

void table_positions_add(struct page *page, const struct position_table *table)
{
	if (!table->line_count) {
		rows_blank(&page->rows);
		rows_paragraph(&page->rows, style_of(ROLE_NOTE),
			positions_none(page->result, table), 0, page->paper.width);
	}
	struct positions_columns columns = positions_columns(table, page->paper.width, 0);
	if (table->meeting_count) {
		do
			meetings_add(page, table, &columns);
		while (positions_columns_next(table, &columns));

		positions_legend(page_words(page), page->signs, table, &columns, INT_MAX);
		legend_add(page);
	}
}

bool print_positions(const struct result *result, const struct print_options *options, FILE *file)
{
	struct page page;
	struct arena arena = {0};
	struct position_table table;
	table_begin(&page, result, options, file);
	scenes_positions(&arena, result, NULL, &table);
	if (table.line_count)
		positions_count_words(page_words(&page), &table, NULL, page.signs);
	title_add(&page, "Positions", page_phrase(&page));
	table_positions_add(&page, &table);
	bool ended = page_end(&page);
	arena_free(&arena);
	return ended;
}
