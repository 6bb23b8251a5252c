/* What a cell says is what the explorer's view says in it: rows, made for a paper on which each
 * paragraph is one. A cell of Markdown has one line, so who says something stands behind it in
 * brackets, and other rows behind a sign. Pandoc takes the widths of columns from the dashes below
 * the heads. */
#include "print/markdown_table.h"

#include "layout/compare.h"
#include "layout/compare_cells.h"
#include "layout/contrast.h"
#include "layout/positions.h"
#include "print/markdown_page.h"

#include <limits.h>
#include <string.h>

enum {
	ACROSS = 110, /* columns of a page, by which meetings stand beside each other */
	DASHES_LABEL = 14,
	DASHES_CELL = 30,
	DASHES_SIGN = 4
};

/* ---- rows ---- */

static struct rows rows_empty(struct markdown *page)
{
	const struct paper paper = {
		.width = ROWS_UNBROKEN, .signs = page->signs, .form = page->form};
	struct rows rows;
	rows_begin(&rows, &page->arena, &paper);
	return rows;
}

static void spans_write(struct markdown *page, const struct span *span)
{
	for (int end = INT_MAX; span; span = span->next) {
		bool hit = span->style.flags & STYLE_HIT;
		const char *text = arena_text(&page->arena, span->text, span->len);
		markdown_tag(page, span->column > end ? " " : "");
		markdown_tag(page, hit ? "**" : "");
		markdown_line(page, text);
		markdown_tag(page, hit ? "**" : "");
		end = span->column + span->width;
	}
}

/* Whether a row is about the one before it: who says so, and where. */
static bool is_about(const struct span *span)
{
	return span && (span->style.role == ROLE_SOURCE || span->style.role == ROLE_SPEAKER);
}

/* Each behind the signs that stand beside it (NULL for none). */
static void rows_write(struct markdown *page, const struct rows *rows, const struct rows *signs)
{
	bool any = false, about = false;
	for (uint32_t n = 0; n < rows->count; n++) {
		const struct span *span = rows->at[n].spans;
		const struct span *sign = signs && n < signs->count ? signs->at[n].spans : NULL;
		if (!span && !sign)
			continue;
		bool was = about;
		about = any && !sign && is_about(span);
		markdown_tag(page, was && !about ? ")" : "");
		markdown_tag(page, !any ? "" : !about ? "; " : was ? ", " : " (");
		if (sign) {
			spans_write(page, sign);
			markdown_tag(page, " ");
		}
		spans_write(page, span);
		any = true;
	}
	markdown_tag(page, about ? ")" : "");
}

static void cell(struct markdown *page, const struct rows *rows, const struct rows *signs)
{
	markdown_tag(page, "| ");
	rows_write(page, rows, signs);
	markdown_tag(page, " ");
}

static void row_end(struct markdown *page)
{
	markdown_tag(page, "|");
	markdown_end(page);
}

static void dashes(struct markdown *page, size_t count)
{
	markdown_tag(page, "|:");
	buf_repeat(&page->out, "-", count);
}

/* The signs and their meanings, each on a line. */
static void legend_write(struct markdown *page)
{
	const char *at = buf_kept(&page->words, &page->arena);
	buf_clear(&page->words);
	markdown_paragraph(page);
	for (const char *next; *at; at = next) {
		const char *gap = strstr(at, "   ");
		size_t len = gap ? (size_t)(gap - at) : strlen(at);
		markdown_words(page, arena_text(&page->arena, at, len));
		next = at + len + strspn(at + len, " ");
		if (*next)
			markdown_break(page);
	}
	markdown_end(page);
}

/* ---- a comparison ---- */

static void issue_row(struct markdown *page, struct ref issue)
{
	markdown_tag(page, "| **");
	markdown_line(page, record_name(page->record, issue));
	markdown_tag(page, "** | | | ");
	row_end(page);
}

static void compare_line(struct markdown *page, const struct compare *compare, uint32_t n)
{
	const struct compare_line *line = &compare->lines[n];
	const struct compare_line *before = n ? &compare->lines[n - 1] : NULL;
	struct rows label = rows_empty(page);
	if (compare_begins_issue(line, before))
		issue_row(page, line->issue);
	compare_label_add(&label, compare, line, before);
	cell(page, &label, NULL);
	for (int side = 0; side < COMPARE_SIDES; side++) {
		struct rows words = rows_empty(page);
		compare_side_add(&words, compare, line, side, false);
		cell(page, &words, NULL);
		if (side != COMPARE_LEFT)
			continue;
		markdown_tag(page, "| ");
		markdown_line(page, contrast_sign(page->signs, line->contrast));
		markdown_tag(page, " ");
	}
	row_end(page);
}

void markdown_compare(void *to, const struct compare *compare)
{
	struct markdown *page = to;
	markdown_block(page, compare_note_above(compare));
	markdown_paragraph(page);
	markdown_tag(page, "| ");
	for (int side = 0; side < COMPARE_SIDES; side++) {
		struct rows who = rows_empty(page);
		compare_who_add(&who, compare, side, false);
		cell(page, &who, NULL);
		markdown_tag(page, side == COMPARE_LEFT ? "| " : "");
	}
	row_end(page);
	dashes(page, DASHES_LABEL);
	dashes(page, DASHES_CELL);
	dashes(page, DASHES_SIGN);
	dashes(page, DASHES_CELL);
	row_end(page);
	for (uint32_t n = 0; n < compare->count; n++)
		compare_line(page, compare, n);
	markdown_block(page, compare_note_below(compare));
	compare_legend(&page->words, page->signs, compare, INT_MAX);
	legend_write(page);
}

/* ---- positions ---- */

/* An issue has a table of its own, with the meetings at its head. */
static void issue_open(struct markdown *page, const struct position_table *table,
	const struct positions_columns *columns, struct ref issue)
{
	markdown_stressed(page, "**", record_name(page->record, issue));
	markdown_paragraph(page);
	markdown_tag(page, "| ");
	for (uint32_t i = 0; i < columns->count; i++) {
		struct rows meeting = rows_empty(page);
		positions_meeting_add(&meeting, page->record, &table->meetings[columns->first + i]);
		cell(page, &meeting, NULL);
	}
	row_end(page);
	dashes(page, DASHES_LABEL);
	for (uint32_t i = 0; i < columns->count; i++)
		dashes(page, DASHES_CELL);
	row_end(page);
}

static void positions_line(struct markdown *page, const struct position_table *table,
	const struct positions_columns *columns, uint32_t n)
{
	const struct position_line *line = &table->lines[n];
	if (!n || line[-1].issue.index != line->issue.index)
		issue_open(page, table, columns, line->issue);
	markdown_tag(page, "| ");
	markdown_line(page, record_name(page->record, line->party));
	markdown_tag(page, " ");
	for (uint32_t i = 0; i < columns->count; i++) {
		struct rows stands = rows_empty(page), signs = rows_empty(page);
		positions_cell_add(&stands, &signs, page->record, table, columns, n, i);
		cell(page, &stands, &signs);
	}
	row_end(page);
}

void markdown_positions(void *to, const struct position_table *table)
{
	struct markdown *page = to;
	struct positions_columns columns = positions_columns(table, ACROSS, 0);
	if (!table->line_count)
		markdown_block(page, positions_none(page->result, table));
	if (!table->meeting_count)
		return;
	do
		for (uint32_t n = 0; n < table->line_count && !page->failed; n++) {
			positions_line(page, table, &columns, n);
			markdown_flush(page);
		}
	while (positions_columns_next(table, &columns));
	positions_legend(&page->words, page->signs, table, &columns, INT_MAX);
	legend_write(page);
}
