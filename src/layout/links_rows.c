/* Four columns: relations from 3, people, words, dates ending at the edge. A link of another kind than words
 * (a theme, a source, another event) is a phrase that takes the columns of people and words together.
 * Relations are said once for neighbours of a kind. */
#include "layout/links_rows.h"

#include "layout/account.h"
#include "layout/words_quote.h"
#include "layout/wrap.h"

#include <string.h>

enum { RELATION = 3 };

struct links_columns links_columns_for(int width)
{
	int edge = width - 1 < 118 ? width - 1 : 118;
	if (width >= 96)
		return (struct links_columns){19, 45, edge};
	if (width >= 76)
		return (struct links_columns){17, 39, edge};
	if (width >= 56)
		return (struct links_columns){16, 34, edge};
	return (struct links_columns){15, 0, edge};
}

int links_right_edge(const struct links_rows *links)
{
	int most = links->columns.people + 1 + ACCOUNT_MEASURE;
	return links->columns.edge < most ? links->columns.edge : most;
}

/* Begins the row of a link: its relation, where the link above has another. Returns the column where
 * the date begins, or the edge. */
static int row_begin(struct links_rows *links, uint32_t n, struct buf *date)
{
	const struct link *link = &links->list->at[n];
	struct rows *rows = links->rows;
	rows_new(rows);
	rows_to(rows, RELATION);
	if (!n || links->list->at[n - 1].kind != link->kind)
		rows_text(rows, style_of(ROLE_COUNT_OF), links_relation(link->kind));
	rows_to(rows, links->columns.people);
	int width = text_width(rows->paper.form, buf_string(date), date->len);
	bool fits = width && links->columns.edge - width - 2 >= links->columns.people + 10;
	if (!fits)
		buf_clear(date);
	return fits ? links->columns.edge - width : links->columns.edge + 2;
}

static void row_end(struct links_rows *links, struct buf *date)
{
	if (date->len)
		rows_right(links->rows, links->columns.edge, style_of(ROLE_DATE), buf_string(date));
	buf_free(date);
}

const char *links_kept(struct rows *rows, const struct buf *text)
{
	return buf_kept(text, rows->arena);
}

void links_add_line(struct links_rows *links, uint32_t n, const char *people,
	const struct quote *quote, const char *words, struct when date)
{
	struct rows *rows = links->rows;
	const struct links_columns *columns = &links->columns;
	struct buf when = {0};
	words_date_short(&when, rows->paper.dates, date, links->when);
	int end = row_begin(links, n, &when);
	bool has_words = columns->words && columns->words + 10 < end;
	int people_end = has_words ? columns->words : end;
	rows_cut(rows, style_of(ROLE_SPEAKER), people, people_end - 2 - columns->people);
	if (has_words) {
		rows_to(rows, columns->words);
		words_quote_line(rows, quote, words, end - 2 - columns->words);
	}
	row_end(links, &when);
}

void links_add_phrase(struct links_rows *links, uint32_t n, uint8_t role, const char *text,
	struct when date, bool open)
{
	struct rows *rows = links->rows;
	const struct style style = style_of(role);
	struct buf when = {0};
	words_date_short(&when, rows->paper.dates, date, links->when);
	int left = links->columns.people, right = row_begin(links, n, &when) - 2;
	struct wrap wrap;
	struct wrap_line line;
	if (!open) {
		rows_cut(rows, style, text, right - left);
		row_end(links, &when);
		return;
	}
	if (!when.len && right > links_right_edge(links))
		right = links_right_edge(links);
	wrap_begin(&wrap, rows->paper.form, text, strlen(text));
	for (bool first = true; wrap_next(&wrap, right - left, 0, &line); first = false) {
		if (!first)
			rows_new(rows);
		rows_to(rows, left);
		rows_add(rows, style, line.text, line.len);
		if (first)
			row_end(links, &when);
	}
	buf_free(&when);
}

void links_add_below(struct links_rows *links, uint8_t role, int indent, struct buf *text)
{
	rows_phrase(links->rows, style_of(role), text, links->columns.people + indent,
		links_right_edge(links));
}
