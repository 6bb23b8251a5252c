/* What a cell says is what the explorer's view says in it: rows, made for a paper on which each
 * paragraph is one. Their roles become classes. */
#include "print/html_table.h"

#include "layout/compare.h"
#include "layout/compare_cells.h"
#include "layout/contrast.h"
#include "layout/positions.h"
#include "layout/words.h"
#include "print/html_page.h"

#include <limits.h>
#include <string.h>

enum {
	ACROSS = 110 /* columns of a page, by which meetings stand beside each other */
};

static const char *const roles[ROLE_COUNT] = {
	[ROLE_TEXT] = "",
	[ROLE_TITLE] = "title",
	[ROLE_ERA] = "issue",
	[ROLE_DATE] = "date",
	[ROLE_MARK] = "mark",
	[ROLE_GAP] = "gap",
	[ROLE_QUOTE] = "exact",
	[ROLE_REPORT] = "report",
	[ROLE_VIEW] = "view",
	[ROLE_SPEAKER] = "speaker",
	[ROLE_SOURCE] = "source",
	[ROLE_NOTE] = "note",
	[ROLE_WARN] = "status",
	[ROLE_COUNT_OF] = "counts",
};

/* ---- rows ---- */

static struct rows rows_empty(struct html *html)
{
	const struct paper paper = {
		.width = ROWS_UNBROKEN, .signs = html->signs, .form = html->form};
	struct rows rows;
	rows_begin(&rows, &html->arena, &paper);
	return rows;
}

static void span_write(struct html *html, const struct span *span)
{
	const char *role = roles[span->style.role] ? roles[span->style.role] : "";
	bool hit = span->style.flags & STYLE_HIT;
	bool plain = !*role && !span->style.color;
	html_tag(html, hit ? "<mark>" : "");
	if (!plain) {
		html_tag(html, "<span");
		html_class(html, role, span->style.color);
		html_tag(html, ">");
	}
	html_words(html, arena_text(&html->arena, span->text, span->len));
	html_tag(html, plain ? "" : "</span>");
	html_tag(html, hit ? "</mark>" : "");
}

/* A paragraph each, behind the signs that stand beside it (NULL for none). */
static void rows_write(struct html *html, const struct rows *rows, const struct rows *signs)
{
	for (uint32_t n = 0; n < rows->count; n++) {
		const struct span *span = rows->at[n].spans;
		const struct span *sign = signs && n < signs->count ? signs->at[n].spans : NULL;
		if (!span && !sign)
			continue;
		html_tag(html, "<p dir=\"auto\">");
		if (sign) {
			span_write(html, sign);
			html_tag(html, " ");
		}
		for (int end = INT_MAX; span; span = span->next) {
			html_tag(html, span->column > end ? " " : "");
			span_write(html, span);
			end = span->column + span->width;
		}
		html_tag(html, "</p>");
	}
}

static void header_write(struct html *html, const char *scope, const struct rows *rows)
{
	if (!rows->count) {
		html_tag(html, "<td></td>");
		return;
	}
	buf_format(&html->out, "<th scope=\"%s\">", scope);
	rows_write(html, rows, NULL);
	html_tag(html, "</th>\n");
}

/* An issue, over all columns: those below belong to it. */
static void issue_write(struct html *html, struct ref issue, uint32_t columns)
{
	buf_format(&html->out,
		"</tbody>\n<tbody>\n<tr class=\"issue\"><th colspan=\"%u\" scope=\"rowgroup\" "
		"dir=\"auto\">",
		(unsigned)columns);
	html_words(html, record_name(html->record, issue));
	html_tag(html, "</th></tr>\n");
}

/* A table may be wider than a telephone: it can be moved then, by the keys as well. */
static void table_open(struct html *html, const char *kind)
{
	html_close_article(html);
	buf_format(&html->out,
		"<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"Table %u\">\n"
		"<table class=\"%s\">\n<thead>\n<tr>",
		(unsigned)++html->tables, kind);
}

static void table_close(struct html *html)
{
	html_tag(html, "</tbody>\n</table>\n</div>\n");
}

static void legend_write(struct html *html)
{
	html_paragraph_ours(html, "legend", buf_string(&html->words));
	buf_clear(&html->words);
}

/* ---- a comparison ---- */

/* Whether more of the words beside each other differ than are shared: then what is shared stands out. */
static bool stand_apart(const struct rows cells[COMPARE_SIDES])
{
	size_t shared = 0, others = 0;
	for (int side = 0; side < COMPARE_SIDES; side++)
		for (uint32_t n = 0; n < cells[side].count; n++)
			for (const struct span *span = cells[side].at[n].spans; span;
				span = span->next)
				*(span->style.flags & STYLE_HIT ? &others : &shared) += span->len;
	return others > shared;
}

static void compare_line(struct html *html, const struct compare *compare, uint32_t n)
{
	const struct compare_line *line = &compare->lines[n];
	const struct compare_line *before = n ? &compare->lines[n - 1] : NULL;
	struct rows label = rows_empty(html);
	if (compare_begins_issue(line, before))
		issue_write(html, line->issue, 2 + COMPARE_SIDES);
	html_tag(html, "<tr>");
	compare_label_add(&label, compare, line, before);
	header_write(html, "row", &label);
	struct rows cells[COMPARE_SIDES];
	for (int side = 0; side < COMPARE_SIDES; side++) {
		cells[side] = rows_empty(html);
		compare_side_add(&cells[side], compare, line, side, false);
	}
	const char *apart = stand_apart(cells) ? "<td class=\"apart\"" : "<td";
	for (int side = 0; side < COMPARE_SIDES; side++) {
		const struct quote *quote = line->cells[side].quote;
		html_tag(html, apart);
		if (line->field == COMPARE_WORDING && quote)
			html_language(html, quote->language);
		html_tag(html, ">");
		rows_write(html, &cells[side], NULL);
		html_tag(html, "</td>\n");
		if (side != COMPARE_LEFT)
			continue;
		html_tag(html, "<td class=\"sign\">");
		html_words(html, contrast_sign(html->signs, line->contrast));
		html_tag(html, "</td>\n");
	}
	html_tag(html, "</tr>\n");
}

void html_compare(void *to, const struct compare *compare)
{
	struct html *html = to;
	html_paragraph_ours(html, "note", compare_note_above(compare));
	table_open(html, "compare");
	html_tag(html, "<td></td>");
	for (int side = 0; side < COMPARE_SIDES; side++) {
		struct rows who = rows_empty(html);
		compare_who_add(&who, compare, side, false);
		header_write(html, "col", &who);
		html_tag(html, side == COMPARE_LEFT ? "<td></td>" : "");
	}
	html_tag(html, "</tr>\n</thead>\n<tbody>\n");
	for (uint32_t n = 0; n < compare->count; n++)
		compare_line(html, compare, n);
	table_close(html);
	html_paragraph_ours(html, "note", compare_note_below(compare));
	compare_legend(&html->words, html->signs, compare, INT_MAX);
	legend_write(html);
}

/* ---- positions ---- */

static void positions_line(struct html *html, const struct position_table *table,
	const struct positions_columns *columns, uint32_t n)
{
	const struct position_line *line = &table->lines[n];
	struct rows party = rows_empty(html);
	if (!n || line[-1].issue.index != line->issue.index)
		issue_write(html, line->issue, 1 + columns->count);
	html_tag(html, "<tr>");
	rows_paragraph(&party, words_speaker_style(html->record, line->party),
		record_name(html->record, line->party), 0, ROWS_UNBROKEN);
	header_write(html, "row", &party);
	for (uint32_t i = 0; i < columns->count; i++) {
		struct rows stands = rows_empty(html), signs = rows_empty(html);
		positions_cell_add(&stands, &signs, html->record, table, columns, n, i);
		html_tag(html, "<td>");
		rows_write(html, &stands, &signs);
		html_tag(html, "</td>\n");
	}
	html_tag(html, "</tr>\n");
}

/* As many meetings as fit beside each other, line by line. */
static void meetings(struct html *html, const struct position_table *table,
	const struct positions_columns *columns)
{
	table_open(html, "positions");
	html_tag(html, "<td></td>");
	for (uint32_t i = 0; i < columns->count; i++) {
		struct rows meeting = rows_empty(html);
		positions_meeting_add(&meeting, html->record, &table->meetings[columns->first + i]);
		header_write(html, "col", &meeting);
	}
	html_tag(html, "</tr>\n</thead>\n<tbody>\n");
	for (uint32_t n = 0; n < table->line_count && !html->failed; n++) {
		positions_line(html, table, columns, n);
		html_flush(html);
	}
	table_close(html);
}

void html_positions(void *to, const struct position_table *table)
{
	struct html *html = to;
	struct positions_columns columns = positions_columns(table, ACROSS, 0);
	if (!table->line_count)
		html_paragraph_ours(html, "note", positions_none(html->result, table));
	if (!table->meeting_count)
		return;
	do
		meetings(html, table, &columns);
	while (positions_columns_next(table, &columns));
	positions_legend(&html->words, html->signs, table, &columns, INT_MAX);
	legend_write(html);
}
