/* A text that is wrapped is looked through whole, over the ends of its lines (span.below), and what
 * is found is laid back on them.
 *
 * What a page shows of a piece stands in it as it is in the record, with words of the program's own
 * around it. So the pieces in which the pattern stands are looked for as well, and a hit counts
 * only where it lies in one of them. */
#include "layout/hits.h"

#include "base/memory.h"
#include "model/query.h"

#include <stdlib.h>
#include <string.h>

enum { PIECES_MOST = 64 }; /* of more, hits are not told from words around them */

struct collecting {
	struct arena *arena;
	const struct text_form *form;
	const struct pattern *pattern;
	const struct pattern *pieces; /* as needles; NULL: every hit counts */
	struct hit_part *at;
	size_t count, room;
	uint32_t hit;
};

static void part_add(struct collecting *hits, const struct span *span, uint32_t row, int stop,
	const char *from, const char *to)
{
	const char *end = span->text + span->len;
	if (from < span->text)
		from = span->text;
	if (to > end)
		to = end;
	if (from >= to)
		return;
	hits->at = mem_grow(hits->at, &hits->room, hits->count + 1, sizeof *hits->at);
	hits->at[hits->count++] = (struct hit_part){
		.row = row,
		.column = span->column +
			text_width(hits->form, span->text, (size_t)(from - span->text)),
		.width = text_width(hits->form, from, (size_t)(to - from)),
		.hit = hits->hit,
		.stop = stop,
	};
}

static bool holds(const struct row *row, const struct span *span)
{
	for (const struct span *at = row->spans; at; at = at->next)
		if (at == span)
			return true;
	return false;
}

/* Lays the marks of a text on its lines, which begin with the span in that row. */
static void lay(struct collecting *hits, const struct rows *rows, uint32_t row,
	const struct span *span, const struct highlight *marks, size_t count)
{
	const char *text = span->text;
	size_t first = 0;
	uint32_t base = hits->hit;
	for (; span; span = span->below) {
		while (row < rows->count && !holds(&rows->at[row], span))
			row++;
		if (row == rows->count)
			break;
		const char *end = span->text + span->len;
		while (first < count && text + marks[first].to <= span->text)
			first++;
		for (size_t i = first; i < count && text + marks[i].from < end; i++) {
			hits->hit = base + (uint32_t)i;
			part_add(hits, span, row, rows->at[row].stop, text + marks[i].from,
				text + marks[i].to);
		}
	}
	hits->hit = base + (uint32_t)count;
}

/* Keeps the marks that lie in a piece; both rise. Returns how many. */
static size_t keep_in_pieces(
	struct highlight *marks, size_t count, const struct highlight *pieces, size_t piece_count)
{
	size_t kept = 0, piece = 0;
	for (size_t i = 0; i < count; i++) {
		while (piece < piece_count && pieces[piece].to < marks[i].to)
			piece++;
		if (piece < piece_count && pieces[piece].from <= marks[i].from)
			marks[kept++] = marks[i];
	}
	return kept;
}

/* The text that begins in this span. */
static void look_in_text(
	struct collecting *hits, const struct rows *rows, uint32_t row, const struct span *first)
{
	const struct span *last = first;
	const struct highlight *marks, *pieces;
	while (last->below)
		last = last->below;
	size_t len = (size_t)(last->text + last->len - first->text);
	size_t count = highlights_find(hits->pattern, hits->arena, first->text, len, &marks);
	if (!count)
		return;
	struct highlight *kept = arena_copy(hits->arena, marks, count, sizeof *kept);
	if (hits->pieces) {
		size_t piece_count = highlights_find(
			hits->pieces, hits->arena, first->text, len, &pieces);
		count = keep_in_pieces(kept, count, pieces, piece_count);
	}
	lay(hits, rows, row, first, kept, count);
}

static void look_in_row(struct collecting *hits, const struct rows *rows, uint32_t row)
{
	for (const struct span *span = rows->at[row].spans; span; span = span->next)
		if (!span->goes_on)
			look_in_text(hits, rows, row, span);
}

static int part_compare(const void *a, const void *b)
{
	const struct hit_part *left = a, *right = b;
	if (left->row != right->row)
		return left->row < right->row ? -1 : 1;
	return (left->column > right->column) - (left->column < right->column);
}

static struct hits collected(struct collecting *hits)
{
	struct hits out = {NULL, (uint32_t)hits->count};
	if (hits->count) {
		qsort(hits->at, hits->count, sizeof *hits->at, part_compare);
		out.at = arena_copy(hits->arena, hits->at, hits->count, sizeof *hits->at);
	}
	free(hits->at);
	return out;
}

/* ---- the page of an event ---- */

/* What a stop shows: a quotation, or, before and behind those, the event. */
static struct ref unit_of(const struct hits_of *of, const struct event *event, int stop)
{
	const struct record *record = of->result->record;
	const struct quote *quote = stop > 0 ? result_quote(of->result, event, (uint32_t)stop - 1)
					     : NULL;
	return quote ? record_quote_ref(record, quote) : record_event_ref(record, event);
}

/* Spaces around a text are not shown. */
static struct needle whole_text(const char *text, size_t len)
{
	while (len && text[len - 1] == ' ')
		len--;
	size_t spaces = strspn(text, " ");
	return spaces < len ? (struct needle){text + spaces, len - spaces, false}
			    : (struct needle){text, len, false};
}

/* The pieces of a stop as needles. Returns how many pieces there are. */
static uint32_t pieces_read(struct arena *arena, const struct hits_of *of,
	const struct event *event, int stop, struct pattern *out)
{
	struct search_piece pieces[PIECES_MOST];
	struct ref unit = unit_of(of, event, stop);
	uint32_t count = 0;
	if (unit.thing != THING_NONE)
		count = search_pieces(of->search, of->pattern, unit, pieces, PIECES_MOST);
	uint32_t kept = count < PIECES_MOST ? count : PIECES_MOST;
	struct needle *needles = arena_alloc(arena, kept, sizeof *needles);
	for (uint32_t i = 0; i < kept; i++) {
		struct buf folded = {0};
		query_fold(&folded, pieces[i].text, strlen(pieces[i].text));
		needles[i] = whole_text(buf_kept(&folded, arena), folded.len);
		buf_free(&folded);
	}
	*out = (struct pattern){needles, kept};
	return count;
}

struct hits hits_in_page(struct arena *arena, const struct hits_of *of, const struct rows *rows,
	int first, int last, const struct event *event)
{
	struct collecting hits = {.arena = arena, .form = rows->paper.form, .pattern = of->pattern};
	struct pattern pieces = {0};
	int stop = -1;
	uint32_t count = 0;
	for (int row = first; row <= last; row++) {
		if (rows->at[row].stop < 0)
			continue;
		if (rows->at[row].stop != stop) {
			stop = rows->at[row].stop;
			count = pieces_read(arena, of, event, stop, &pieces);
		}
		hits.pieces = count > PIECES_MOST ? NULL : &pieces;
		if (count)
			look_in_row(&hits, rows, (uint32_t)row);
	}
	return collected(&hits);
}

/* ---- lists of events ---- */

struct hits hits_in_list(
	struct arena *arena, const struct pattern *pattern, const struct rows *rows)
{
	struct collecting hits = {.arena = arena, .form = rows->paper.form, .pattern = pattern};
	for (uint32_t row = 0; row < rows->count; row++)
		for (const struct span *span = rows->at[row].spans; span; span = span->next)
			if (span->style.role == ROLE_TEXT || span->style.role == ROLE_SOURCE)
				look_in_text(&hits, rows, row, span);
	return collected(&hits);
}

static bool is_title(const struct row *row, int column)
{
	for (const struct span *span = row->spans; span; span = span->next)
		if (column >= span->column && column < span->column + span->width)
			return span->style.role == ROLE_TEXT;
	return false;
}

const struct hit_part *hits_in_title(const struct hits *hits, const struct rows *rows)
{
	for (uint32_t i = 0; i < hits->count; i++)
		if (is_title(&rows->at[hits->at[i].row], hits->at[i].column))
			return &hits->at[i];
	return NULL;
}

const struct hit_part *hits_first(const struct hits *hits, int stop)
{
	for (uint32_t i = 0; i < hits->count; i++)
		if (hits->at[i].stop == stop)
			return &hits->at[i];
	return NULL;
}
