/* Each cell is laid out as a list of rows of its own; a line is as high as its highest cell. */
#include "layout/positions.h"

#include "layout/beside.h"
#include "layout/timeline.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_quote.h"
#include "layout/wrap.h"

#include <string.h>

enum {
	LABEL_FROM = 50, /* the narrowest paper that has a column of parties, */
	WIDE_FROM = 100, /* and a wide one */
	LABEL = 12,
	LABEL_WIDE = 17,
	PARTY_LEFT = 3,
	GUTTER = 4, /* sign and selection before a cell */
	SIGN = 1,   /* where they stand in it */
	SELECTED = 3,
	CELL_LEAST = 30, /* gutter included */
	CELL_MOST = 60,
	VOICE_LEAST = 36, /* the narrowest cell that has its voice beside the stand */
};

struct positions_columns positions_columns(
	const struct position_table *table, int width, uint32_t first)
{
	struct positions_columns columns = {.label = LABEL};
	if (width < LABEL_FROM || width >= WIDE_FROM)
		columns.label = width < LABEL_FROM ? 0 : LABEL_WIDE;
	int room = width - 2 - columns.label;
	columns.at_once = room < 2 * CELL_LEAST ? 1 : (uint32_t)(room / CELL_LEAST);
	uint32_t shown = columns.at_once < table->meeting_count ? columns.at_once
								: table->meeting_count;
	if (first + shown > table->meeting_count)
		first = table->meeting_count - shown;
	columns.first = first;
	columns.count = shown;
	columns.width = shown ? room / (int)shown : room;
	if (columns.width > CELL_MOST)
		columns.width = CELL_MOST;
	return columns;
}

/* Where a column's gutter begins. */
static int column_left(const struct positions_columns *columns, uint32_t nth)
{
	return 1 + columns->label + (int)nth * columns->width;
}

static struct rows cell_rows(const struct rows *rows, const struct positions_columns *columns)
{
	struct paper paper = rows->paper;
	struct rows cell;
	paper.width = columns->width - GUTTER;
	rows_begin(&cell, rows->arena, &paper);
	return cell;
}

/* From the first day to the last of the events of a meeting, in one calendar. Old Style the first event's
 * date to the last one's, where the record has both. */
static void span_words(struct buf *buf, enum date_mode mode, const struct result *result,
	const struct meeting *meeting)
{
	const struct event *first = result_event(result, meeting->first);
	const struct event *last = result_event(result, meeting->last);
	bool old = mode == DATES_OLD_STYLE && first->date_os && last->date_os;
	struct arena arena = {0};
	struct buf edtf = {0};
	struct when span = {0};
	struct date date;
	struct date_problem problem;
	bool known = first != last && meeting->from != meeting->to;
	if (old) {
		buf_format(&edtf, "%s/%s", first->date_os->edtf, last->date_os->edtf);
	} else {
		known = date_day_text(meeting->from, &edtf) && known;
		buf_char(&edtf, '/');
		known = date_day_text(meeting->to, &edtf) && known;
	}
	if (known &&
		(old ? date_parse_old_style : date_parse)(
			&arena, edtf.text, edtf.len, &date, &problem))
		span = (struct when){&date, old ? &date : NULL};
	words_date_one(buf, mode, span.date ? span : when_of_event(first));
	buf_free(&edtf);
	arena_free(&arena);
}

static uint32_t highest(const struct rows *cells, uint32_t count)
{
	uint32_t height = 1;
	for (uint32_t i = 0; i < count; i++)
		height = cells[i].count > height ? cells[i].count : height;
	return height;
}

void positions_head_add(struct rows *rows, const struct result *result,
	const struct position_table *table, const struct positions_columns *columns)
{
	struct rows *cells = arena_alloc(rows->arena, columns->count, sizeof *cells);
	struct buf words = {0};
	for (uint32_t i = 0; i < columns->count; i++) {
		const struct meeting *meeting = &table->meetings[columns->first + i];
		const struct event *event = result_event(result, meeting->first);
		cells[i] = cell_rows(rows, columns);
		rows_new(&cells[i]);
		rows_cut(&cells[i], style_of(ROLE_TITLE),
			meeting->events == 1 ? event->title
					     : timeline_heading(result->record, event),
			cells[i].paper.width);
		span_words(&words, rows->paper.dates, result, meeting);
		rows_new(&cells[i]);
		rows_cut(&cells[i], style_of(ROLE_DATE), buf_kept(&words, rows->arena),
			cells[i].paper.width);
		buf_clear(&words);
	}
	buf_free(&words);
	for (uint32_t row = 0; row < highest(cells, columns->count); row++) {
		rows_new(rows);
		for (uint32_t i = 0; i < columns->count; i++)
			if (row < cells[i].count)
				beside_copy(
					rows, &cells[i].at[row], column_left(columns, i) + GUTTER);
	}
}

void positions_count_words(struct buf *buf, const struct position_table *table)
{
	words_number(buf, table->issue_count, "issue", "issues");
	buf_text(buf, " at ");
	words_number(buf, table->meeting_count, "meeting", "meetings");
}

const char *positions_none(const struct result *result)
{
	return result->events || result->quotes ? "Nothing of what is selected has positions."
						: "The record holds no positions.";
}

void positions_voice(struct buf *buf, const struct record *record, const struct position *position)
{
	const struct quote *quote = position->quote.thing == THING_QUOTE
		? &record->quotes[position->quote.index]
		: NULL;
	if (quote && quote->speaker.thing == THING_PERSON)
		words_speaker_short(buf, record, quote);
	else if (quote)
		buf_text(buf, record_name(record, quote->source));
	else if (position->source.thing == THING_SOURCE)
		buf_text(buf, record_name(record, position->source));
}

/* A stand, and the voice behind it at the right edge: in its last row where there is room. */
static void stand_add(struct rows *cell, const struct record *record, const struct stand *stand)
{
	struct buf voice = {0};
	int width = cell->paper.width;
	positions_voice(&voice, record, stand->position);
	int voice_width = text_width(cell->paper.form, buf_string(&voice), voice.len);
	bool beside = width >= VOICE_LEAST - GUTTER && voice_width < width / 2;
	const char *text = stand->position->text;
	rows_paragraph(cell, style_of(ROLE_TEXT), text, 0, width);
	if (!beside || cell->column + 2 + voice_width > width)
		rows_new(cell);
	if (voice_width <= width)
		rows_right(cell, width, style_of(ROLE_SOURCE), buf_string(&voice));
	else
		rows_cut(cell, style_of(ROLE_SOURCE), buf_kept(&voice, cell->arena), width);
	buf_free(&voice);
}

/* A line while it is laid out: its cells, and where the selected stand lies. */
struct laid {
	struct rows *cells;
	uint32_t selected_cell, selected_row; /* UINT32_MAX for none */
};

static void cell_add(struct laid *laid, uint32_t nth, const struct record *record,
	const struct stand *stands, uint32_t count, const struct positions_spot *spot)
{
	struct rows *cell = &laid->cells[nth];
	if (spot) {
		laid->selected_cell = nth;
		laid->selected_row = 0;
	}
	if (!count) {
		rows_new(cell);
		rows_text(cell, style_of(ROLE_NOTE), cell->paper.signs->nothing);
	}
	for (uint32_t n = 0; n < count; n++) {
		if (spot && n == spot->nth)
			laid->selected_row = cell->count;
		stand_add(cell, record, &stands[n]);
	}
}

/* The party's name, in rows of its own. */
static struct rows party_rows(const struct rows *rows, const struct record *record,
	const struct position_line *line, int width)
{
	const char *name = record_name(record, line->party);
	struct paper paper = rows->paper;
	struct rows party;
	paper.width = width;
	rows_begin(&party, rows->arena, &paper);
	rows_paragraph(&party, style_of(ROLE_SPEAKER), name, 0, width);
	return party;
}

static void issue_add(struct rows *rows, const struct record *record, struct ref issue)
{
	rows_new(rows);
	rows_to(rows, 1);
	rows_cut(rows, style_of(ROLE_ERA), record_name(record, issue), rows->paper.width - 2);
}

/* One row of a cell, with what stands before it. */
static void cell_row_add(
	struct rows *rows, const struct laid *laid, uint32_t nth, uint32_t row, int left)
{
	const struct rows *cell = &laid->cells[nth];
	if (nth == laid->selected_cell && row == laid->selected_row) {
		rows_to(rows, left + SELECTED);
		rows_text(rows, style_of(ROLE_FOCUS), rows->paper.signs->selected);
	}
	if (row < cell->count)
		beside_copy(rows, &cell->at[row], left + GUTTER);
}

static void change_add(struct rows *rows, int left, enum contrast change)
{
	if (change == CONTRAST_NOTHING)
		return;
	rows_to(rows, left + SIGN);
	rows_text(rows, style_of(ROLE_MARK), beside_sign(rows->paper.signs, change));
}

void positions_line_add(struct rows *rows, const struct record *record,
	const struct position_table *table, const struct positions_columns *columns, uint32_t line,
	bool titled, struct positions_spot spot)
{
	const struct position_line *at = &table->lines[line];
	struct laid laid = {NULL, UINT32_MAX, UINT32_MAX};
	laid.cells = arena_alloc(rows->arena, columns->count, sizeof *laid.cells);
	for (uint32_t i = 0; i < columns->count; i++) {
		uint32_t count, meeting = columns->first + i;
		const struct stand *stands = positions_cell(table, line, meeting, &count);
		bool here = spot.line == line && spot.meeting == meeting;
		laid.cells[i] = cell_rows(rows, columns);
		cell_add(&laid, i, record, stands, count, here ? &spot : NULL);
	}
	struct rows party = party_rows(rows, record, at,
		columns->label ? columns->label - PARTY_LEFT : rows->paper.width - PARTY_LEFT);
	uint32_t height = highest(laid.cells, columns->count);
	if (columns->label && party.count > height)
		height = party.count;
	rows_stop(rows, 0);
	if (titled)
		issue_add(rows, record, at->issue);
	for (uint32_t row = 0; !columns->label && row < party.count; row++) {
		rows_new(rows);
		beside_copy(rows, &party.at[row], PARTY_LEFT);
	}
	for (uint32_t row = 0; row < height; row++) {
		rows_stop(rows, row == laid.selected_row);
		rows_new(rows);
		if (columns->label && row < party.count)
			beside_copy(rows, &party.at[row], PARTY_LEFT);
		for (uint32_t i = 0; i < columns->count; i++) {
			int left = column_left(columns, i);
			if (row == 0)
				change_add(rows, left,
					positions_change(table, line, columns->first + i));
			cell_row_add(rows, &laid, i, row, left);
		}
	}
	rows_stop(rows, 0);
}

/* "Alexander Fomin, 29 March 2022: “...”"; of a position without a quotation its source. */
static void words_of(struct buf *words, const struct record *record, const struct paper *paper,
	const struct position *position)
{
	if (position->quote.thing != THING_QUOTE) {
		buf_text(words, "No words are given; the source is ");
		words_source_short(words, record, position->source, NULL);
		return;
	}
	const struct quote *quote = &record->quotes[position->quote.index];
	struct buf said = {0};
	words_speaker_short(words, record, quote);
	words_said(&said, paper->dates, record, quote);
	if (said.len)
		buf_format(words, ", %s", said.text);
	if (quote->kind == QUOTE_PARAPHRASE)
		buf_format(words, ", as %s reports", record_name(record, quote->source));
	else if (quote->kind == QUOTE_THESIS)
		buf_text(words, ", own view");
	buf_text(words, ": ");
	words_quoted(words, paper->signs, quote, quote->text);
	buf_free(&said);
}

void positions_words_add(
	struct rows *rows, const struct record *record, const struct stand *stand, int most)
{
	const struct style style = style_of(ROLE_QUOTE);
	struct buf words = {0};
	struct wrap wrap;
	struct wrap_line line;
	int width = rows->paper.width;
	words_of(&words, record, &rows->paper, stand->position);
	const char *text = buf_kept(&words, rows->arena);
	wrap_begin(&wrap, rows->paper.form, text, words.len);
	for (int row = 0; row < most && wrap_next(&wrap, width, 0, &line); row++) {
		rows_new(rows);
		if (row + 1 == most)
			rows_cut(rows, style, line.text, width);
		else
			rows_add(rows, style, line.text, line.len);
	}
	buf_free(&words);
}

void positions_legend(struct buf *buf, const struct signs *signs, int width)
{
	const struct beside_key keys[] = {
		{signs->same, NULL, "the same words"},
		{signs->differs, NULL, "other words"},
		{signs->only_left, NULL, "only before"},
		{signs->only_right, NULL, "first here"},
		{signs->nothing, NULL, "nothing"},
		{NULL, NULL, NULL},
	};
	beside_legend(buf, NULL, keys, width);
}
