/* Their rows are those of the explorer's views; here they get a legend below. */
#include "print/table_text.h"

#include "layout/compare.h"
#include "layout/contrast.h"
#include "layout/positions.h"

#include <limits.h>

static const struct positions_spot nowhere = {UINT32_MAX, 0, 0};

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
