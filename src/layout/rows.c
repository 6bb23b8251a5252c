/* Rows grow at the end only; a span is appended to the last row and knows its column, so a row can
 * be drawn from any column without walking text. The array of rows doubles inside the arena: what
 * is left behind is small, and goes with the arena. */
#include "layout/rows.h"

#include "base/order.h"
#include "base/text.h"
#include "layout/wrap.h"

#include <string.h>

void rows_begin(struct rows *rows, struct arena *arena, const struct paper *paper)
{
	*rows = (struct rows){.arena = arena, .paper = *paper, .stop = -1};
}

void rows_stop(struct rows *rows, int stop)
{
	rows->stop = stop;
}

void rows_new(struct rows *rows)
{
	if (rows->count == rows->capacity) {
		size_t capacity = rows->capacity ? rows->capacity * 2 : 4;
		struct row *more = arena_alloc(rows->arena, capacity, sizeof *more);
		if (rows->count)
			memcpy(more, rows->at, rows->count * sizeof *more);
		rows->at = more;
		rows->capacity = capacity;
	}
	rows->at[rows->count++] = (struct row){.stop = rows->stop};
	rows->last = NULL;
	rows->column = 0;
}

void rows_blank(struct rows *rows)
{
	if (!rows->count || rows->at[rows->count - 1].spans)
		rows_new(rows);
}

void rows_to(struct rows *rows, int column)
{
	if (column > rows->column)
		rows->column = column;
}

static void span_append(
	struct rows *rows, struct style style, const char *text, size_t len, int width)
{
	if (!rows->count)
		rows_new(rows);
	struct span *span = arena_alloc(rows->arena, 1, sizeof *span);
	*span = (struct span){
		.text = text,
		.len = (uint32_t)len,
		.column = rows->column,
		.width = width,
		.style = style,
	};
	if (rows->last)
		rows->last->next = span;
	else
		rows->at[rows->count - 1].spans = span;
	rows->last = span;
	rows->column += width;
}

void rows_add(struct rows *rows, struct style style, const char *text, size_t len)
{
	if (len)
		span_append(rows, style, text, len, text_width(rows->paper.form, text, len));
}

void rows_text(struct rows *rows, struct style style, const char *text)
{
	rows_add(rows, style, text, strlen(text));
}

void rows_copy(struct rows *rows, struct style style, const char *text)
{
	size_t len = strlen(text);
	rows_add(rows, style, arena_text(rows->arena, text, len), len);
}

void rows_right(struct rows *rows, int column, struct style style, const char *text)
{
	rows_to(rows, column - text_width(rows->paper.form, text, strlen(text)));
	rows_copy(rows, style, text);
}

static bool is_plain(char c)
{
	return c >= ' ' && c <= '~';
}

/* The longest beginning, of whole clusters, that takes no more columns than these. */
static size_t fit(const struct text_form *form, const char *text, size_t len, int columns)
{
	size_t at = 0;
	while (at < len) {
		bool plain = at + 1 < len && is_plain(text[at]) && is_plain(text[at + 1]);
		size_t bytes = plain ? 1 : text_cluster(text + at, len - at);
		columns -= plain ? 1 : text_width(form, text + at, bytes);
		if (columns < 0)
			break;
		at += bytes;
	}
	return at;
}

/* Where a cut would go through a number, which would be another one then, the start of that
 * number. */
static size_t number_start(const char *text, size_t cut)
{
	bool within = text_is_figure(text[cut]) ||
		((text[cut] == ',' || text[cut] == '.') && text_is_figure(text[cut + 1]));
	size_t start = cut;
	while (start &&
		(text_is_figure(text[start - 1]) ||
			((text[start - 1] == ',' || text[start - 1] == '.') && start > 1 &&
				text_is_figure(text[start - 2]) && text_is_figure(text[start]))))
		start--;
	return within && start < cut ? start : cut;
}

/* What was added last belongs to a line from right to left, between these columns. */
static void line_from_right(struct rows *rows, int from, int to)
{
	if (rows->last) {
		rows->last->from = from;
		rows->last->to = to;
	}
}

static size_t without_blanks(const char *text, size_t len)
{
	while (len && text[len - 1] == ' ')
		len--;
	return len;
}

/* Without a sign at the end, and the blanks before it. */
static size_t without(const char *text, size_t len, const char *sign)
{
	size_t end = strlen(sign);
	bool has = len > end && strncmp(text + len - end, sign, end) == 0;
	return has ? without_blanks(text, len - end) : len;
}

static void cut(struct rows *rows, struct style style, const char *text, int width, bool whole)
{
	const struct text_form *form = rows->paper.form;
	size_t len = strlen(text);
	if (text_width(form, text, len) <= width) {
		rows_add(rows, style, text, len);
		return;
	}
	const char *sign = rows->paper.signs->cut;
	int room = width - text_width(form, sign, strlen(sign));
	size_t fits = number_start(text, fit(form, text, len, room)), word = fits;
	while (whole && word && text[word] != ' ')
		word--;
	fits = without_blanks(text, word ? word : fits);
	if (whole) {
		fits = without(text, fits, rows->paper.signs->dot); /* between facts */
		fits = without(text, fits, sign);                   /* of another cut */
	}
	int from = rows->column;
	rows_add(rows, style, text, fits);
	if (room >= 0)
		rows_text(rows, style, sign);
	if (order_begins_right(text, fits))
		line_from_right(rows, from, rows->column);
}

void rows_cut(struct rows *rows, struct style style, const char *text, int width)
{
	cut(rows, style, text, width, false);
}

void rows_cut_words(struct rows *rows, struct style style, const char *text, int width)
{
	cut(rows, style, text, width, true);
}

/* A line as it was measured. */
static void line_add(struct rows *rows, struct style style, const struct wrap_line *line)
{
	if (line->len)
		span_append(rows, style, line->text, line->len, line->width);
}

/* The line added last, of so many bytes, goes on from the one above; returns what the next one goes
 * on from. An empty line has no span. */
static struct span *line_goes_on(struct rows *rows, struct span *above, size_t len)
{
	if (!len)
		return above;
	if (above) {
		above->below = rows->last;
		rows->last->goes_on = true;
	}
	return rows->last;
}

void rows_wrap(struct rows *rows, struct style style, const char *text, size_t len, int left,
	int right, const char *hang, const char *after)
{
	const struct text_form *form = rows->paper.form;
	int reserve = after ? text_width(form, after, strlen(after)) : 0;
	int edge = left - (hang ? text_width(form, hang, strlen(hang)) : 0);
	bool from_right = false;
	struct span *above = NULL;
	struct wrap wrap;
	struct wrap_line line;
	wrap_begin(&wrap, form, text, len);
	for (bool first = true; wrap_next(&wrap, right - left, reserve, &line); first = false) {
		rows_new(rows);
		if (first && hang) {
			rows_to(rows, edge);
			rows_text(rows, style, hang);
		}
		rows_to(rows, left);
		line_add(rows, style, &line);
		above = line_goes_on(rows, above, line.len);
		if (line.text == text || line.text[-1] == '\n')
			from_right = order_begins_right(
				line.text, (size_t)(text + len - line.text));
		if (from_right)
			line_from_right(rows, edge, right);
	}
	if (after)
		rows_text(rows, style, after);
}

void rows_paragraph(struct rows *rows, struct style style, const char *text, int left, int right)
{
	rows_wrap(rows, style, text, strlen(text), left, right, NULL, NULL);
}

void rows_phrase(struct rows *rows, struct style style, struct buf *phrase, int left, int right)
{
	rows_phrase_in(rows, style, phrase, left, right, (struct tongue){0});
}

/* What a span has of it. */
static void span_tongue(
	struct rows *rows, struct span *span, const char *text, struct tongue tongue)
{
	const char *end = span->text + span->len;
	const char *from = text + tongue.from, *to = text + tongue.to;
	from = from > span->text ? from : span->text;
	to = to < end ? to : end;
	if (from >= to)
		return;
	struct tongue part = {
		(size_t)(from - span->text), (size_t)(to - span->text), tongue.language};
	span->tongue = arena_copy(rows->arena, &part, 1, sizeof part);
}

void rows_tongue(struct rows *rows, uint32_t first, const char *text, struct tongue tongue)
{
	if (!tongue.language)
		return;
	for (uint32_t row = first; row < rows->count; row++)
		for (const struct span *span = rows->at[row].spans; span; span = span->next)
			span_tongue(rows, (struct span *)(uintptr_t)span, text, tongue);
}

void rows_phrase_in(struct rows *rows, struct style style, struct buf *phrase, int left, int right,
	struct tongue tongue)
{
	uint32_t first = rows->count;
	if (phrase->len) {
		const char *text = buf_kept(phrase, rows->arena);
		rows_wrap(rows, style, text, phrase->len, left, right, NULL, NULL);
		rows_tongue(rows, first, text, tongue);
	}
	buf_clear(phrase);
}

void rows_leader(struct rows *rows, int end)
{
	enum { LEADER_FROM = 8 }; /* columns that are no gap yet */
	struct buf dots = {0};
	int from = rows->column + 2 + rows->column % 2;
	if (end - rows->column < LEADER_FROM)
		return;
	for (int at = from; at < end; at += 2)
		buf_format(&dots, "%s%s", dots.len ? " " : "", rows->paper.signs->nothing);
	rows_to(rows, from);
	rows_copy(rows, style_of(ROLE_RULE), buf_string(&dots));
	buf_free(&dots);
}

void rows_wrap_beside(
	struct rows *rows, struct style style, const char *text, size_t len, int left, int right)
{
	bool from_right = false;
	struct span *above = NULL;
	struct wrap wrap;
	struct wrap_line line;
	wrap_begin(&wrap, rows->paper.form, text, len);
	for (bool first = true; wrap_next(&wrap, right - left, 0, &line); first = false) {
		if (!first)
			rows_new(rows);
		rows_to(rows, left);
		line_add(rows, style, &line);
		above = line_goes_on(rows, above, line.len);
		if (line.text == text || line.text[-1] == '\n')
			from_right = order_begins_right(
				line.text, (size_t)(text + len - line.text));
		if (from_right)
			line_from_right(rows, left, right);
	}
}

/* A row begins as something in the one above it did; a hung quotation mark is a column to the left. */
static bool goes_on(const struct row *first, const struct row *row)
{
	const struct span *at = row->spans;
	if (!at)
		return false;
	for (const struct span *span = first->spans; span; span = span->next)
		if (span->style.role == at->style.role && span->style.color == at->style.color &&
			(span->column == at->column || span->column + 1 == at->column))
			return true;
	return false;
}

int rows_going_on(const struct rows *rows, uint32_t row)
{
	uint32_t end = row + 1;
	while (end < rows->count && rows->at[end].stop == rows->at[row].stop &&
		goes_on(&rows->at[row], &rows->at[end]))
		end++;
	return (int)(end - row) - 1;
}

int row_text_column(const struct row *row)
{
	enum { SIGN = 2 }; /* columns: a quotation mark, or another sign and a space */
	const struct span *first = row->spans;
	if (first && first->next && first->width <= SIGN)
		first = first->next;
	return first ? first->column : 0;
}

struct rows rows_part(const struct rows *rows, int width)
{
	struct paper paper = rows->paper;
	struct rows part;
	paper.width = width > 1 ? width : 1;
	rows_begin(&part, rows->arena, &paper);
	return part;
}

static void row_copy(struct rows *rows, const struct row *row, int left)
{
	for (const struct span *span = row->spans; span; span = span->next) {
		rows_to(rows, left + span->column);
		rows_add(rows, span->style, span->text, span->len);
		if (span->len)
			rows->last->tongue = span->tongue;
		if (span->to && span->len)
			line_from_right(rows, left + span->from, left + span->to);
	}
}

void rows_beside(struct rows *rows, const struct rows_column *columns, uint32_t count)
{
	uint32_t height = 0;
	for (uint32_t i = 0; i < count; i++)
		height = columns[i].rows->count > height ? columns[i].rows->count : height;
	for (uint32_t row = 0; row < height; row++) {
		rows_new(rows);
		for (uint32_t i = 0; i < count; i++)
			if (row < columns[i].rows->count)
				row_copy(rows, &columns[i].rows->at[row], columns[i].left);
	}
}

void rows_plain(struct buf *buf, const struct rows *rows)
{
	for (uint32_t i = 0; i < rows->count; i++) {
		int column = 0;
		for (const struct span *span = rows->at[i].spans; span; span = span->next) {
			if (span->column > column)
				buf_repeat(buf, " ", (size_t)(span->column - column));
			text_show(rows->paper.form, buf, span->text, span->len);
			column = span->column + span->width;
		}
		while (buf->len && buf->text[buf->len - 1] == ' ')
			buf->text[--buf->len] = '\0';
		buf_char(buf, '\n');
	}
}
