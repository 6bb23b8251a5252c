/* Each cell is laid out as a list of rows of its own; a line is as high as its highest cell. */
#include "layout/positions.h"

#include "layout/contrast.h"
#include "layout/timeline.h"
#include "layout/words.h"
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
	return rows_part(rows, columns->width - GUTTER);
}

void positions_head_add(struct rows *rows, const struct record *record,
	const struct position_table *table, const struct positions_columns *columns)
{
	struct rows *cells = arena_alloc(rows->arena, columns->count, sizeof *cells);
	struct rows_column *beside = arena_alloc(rows->arena, columns->count, sizeof *beside);
	struct buf words = {0};
	for (uint32_t i = 0; i < columns->count; i++) {
		const struct meeting *meeting = &table->meetings[columns->first + i];
		cells[i] = cell_rows(rows, columns);
		rows_new(&cells[i]);
		rows_cut(&cells[i], style_of(ROLE_TITLE),
			meeting->events == 1 ? meeting->first->title
					     : timeline_heading(record, meeting->first),
			cells[i].paper.width);
		words_date_one(&words, rows->paper.dates, when_of_event(meeting->main));
		rows_new(&cells[i]);
		rows_cut(&cells[i], style_of(ROLE_DATE), buf_kept(&words, rows->arena),
			cells[i].paper.width);
		buf_clear(&words);
		beside[i] = (struct rows_column){&cells[i], column_left(columns, i) + GUTTER};
	}
	buf_free(&words);
	rows_beside(rows, beside, columns->count);
}

static void count_of(
	struct buf *buf, uint32_t shown, uint32_t all, const char *one, const char *many)
{
	if (shown < all) {
		words_figure(buf, shown);
		buf_text(buf, " of ");
	}
	words_number(buf, all, one, many);
}

void positions_count_words(struct buf *buf, const struct position_table *table)
{
	count_of(buf, table->issue_count, table->all_issues, "issue", "issues");
	buf_text(buf, " at ");
	count_of(buf, table->meeting_count, table->all_meetings, "meeting", "meetings");
}

const char *positions_none(const struct result *result, const struct position_table *table)
{
	if (table->stand_count)
		return "No position of the record is in this selection.";
	return result->day == DATE_OPEN_END ? "The record holds no positions."
					    : "No position was known by that day.";
}

const char *positions_why_none(const struct position_cell *cell, bool advised)
{
	if (cell->hides)
		return advised ? "Not in this selection; \\ shows all." : "Not in this selection.";
	switch (cell->raised) {
	case RAISED_BY_IT:
		return "The record has no stand here, but words of this party on it at this "
		       "meeting.";
	case RAISED:
		return "The record has nothing here: it is spoken of at this meeting, but no "
		       "source says where this party stands.";
	case RAISED_NOT:
		break;
	}
	return "The record has nothing here: nobody raises it at this meeting.";
}

void positions_voice(struct buf *buf, const struct record *record, const struct position *position)
{
	struct ref signer = position_signed(record, position);
	bool says = position->says.thing != THING_NONE;
	const char *name = signer.thing == THING_SOURCE && !says
		? record->sources[signer.index].fields[SOURCE_SHORT]
		: NULL;
	buf_text(buf, name ? name : record_name(record, signer));
	if (says)
		buf_text(buf, " says");
}

struct when positions_when(
	const struct record *record, const struct position *position, const struct event *of)
{
	if (position->quote.thing == THING_QUOTE)
		return when_of_words(record, &record->quotes[position->quote.index]);
	return when_of_event(of);
}

/* The day of the words, where it is not that of `above` and the voice does not say it already, as the name of
 * a paper may: "Joint statement, 10 May 2025". */
static void day_words(struct buf *date, enum date_mode mode, const char *voice, struct when when,
	struct when above)
{
	struct buf whole = {0};
	words_date_one(&whole, mode, when);
	if (!whole.len || !strstr(voice, whole.text))
		words_date_below(date, mode, when, above);
	buf_free(&whole);
}

void positions_voice_below(struct buf *buf, enum date_mode mode, const struct record *record,
	const struct position *position, const struct event *of, struct when above)
{
	struct buf date = {0};
	positions_voice(buf, record, position);
	day_words(&date, mode, buf_string(buf), positions_when(record, position, of), above);
	words_dated(buf, buf_string(&date));
	buf_free(&date);
}

/* Adds a part of a voice at the right edge, cut where it is too long. */
static void voice_part_add(struct rows *cell, const char *text)
{
	int width = cell->paper.width;
	if (text_width(cell->paper.form, text, strlen(text)) <= width)
		rows_right(cell, width, style_of(ROLE_SOURCE), text);
	else
		rows_cut(cell, style_of(ROLE_SOURCE), text, width);
}

/* A stand, and the voice behind it at the right edge: in its last row where there is room; the day
 * below the name where one row does not hold both. */
static void stand_add(struct rows *cell, const struct record *record, const struct stand *stand,
	struct when above)
{
	struct buf voice = {0}, date = {0};
	int width = cell->paper.width;
	positions_voice(&voice, record, stand->position);
	const char *name = buf_kept(&voice, cell->arena);
	day_words(&date, cell->paper.dates, name,
		positions_when(record, stand->position, stand->event), above);
	words_dated(&voice, buf_string(&date));
	const char *both = buf_kept(&voice, cell->arena), *day = buf_kept(&date, cell->arena);
	int voice_width = text_width(cell->paper.form, both, strlen(both));
	bool beside = width >= VOICE_LEAST - GUTTER && voice_width < width / 2;
	rows_paragraph(cell, style_of(ROLE_TEXT), stand->position->text, 0, width);
	if (!beside || cell->column + 2 + voice_width > width)
		rows_new(cell);
	bool parted = *day && voice_width > width;
	voice_part_add(cell, parted ? name : both);
	if (parted) {
		rows_new(cell);
		voice_part_add(cell, day);
	}
	buf_free(&voice);
	buf_free(&date);
}

static const char *silence(enum raised raised)
{
	return raised == RAISED_BY_IT ? "words, no stand given"
		: raised == RAISED    ? "no source says"
				      : "not raised here";
}

/* A sign in its row, below empty ones, to stand before a cell. */
static void sign_add(struct rows *sign, uint32_t row, enum role role, const char *text)
{
	while (sign->count <= row)
		rows_new(sign);
	rows_text(sign, style_of(role), text);
}

/* A cell and what stands before it. */
struct cell {
	struct rows change, selected, stands;
};

/* That the party had said more before. */
static void gone_add(struct cell *cell, uint32_t gone)
{
	struct buf words = {0};
	buf_format(&words, "%u more before", (unsigned)gone);
	sign_add(&cell->change, cell->stands.count, ROLE_MARK, cell->stands.paper.signs->only_left);
	rows_phrase(&cell->stands, style_of(ROLE_NOTE), &words, 0, cell->stands.paper.width);
	buf_free(&words);
}

/* The stands of a cell that are selected, each with its sign, and that there are others; or that there is
 * none. Returns the row in which the nth begins, 0 where there is none. */
static uint32_t cell_add(struct cell *cell, const struct record *record,
	const struct position_cell *from, struct when above, uint32_t nth)
{
	const struct signs *signs = cell->stands.paper.signs;
	struct rows *stands = &cell->stands;
	uint32_t row = 0;
	for (uint32_t n = 0; n < from->count; n++) {
		if (n == nth)
			row = stands->count;
		if (from->stands[n].contrast != CONTRAST_NOTHING)
			sign_add(&cell->change, stands->count, ROLE_MARK,
				contrast_sign(signs, from->stands[n].contrast));
		stand_add(stands, record, &from->stands[n], above);
	}
	if (from->gone)
		gone_add(cell, from->gone);
	if (from->count && nth == from->count)
		row = stands->count;
	if (from->hides) {
		contrast_left_out_add(stands);
	} else if (!from->count) {
		if (from->none != CONTRAST_NOTHING)
			sign_add(&cell->change, 0, ROLE_MARK, contrast_sign(signs, from->none));
		contrast_remark_add(stands, signs->nothing, silence(from->raised));
	}
	return row;
}

static void issue_add(struct rows *rows, const struct record *record, struct ref issue)
{
	rows_new(rows);
	rows_to(rows, 1);
	rows_cut(rows, style_of(ROLE_ERA), record_name(record, issue), rows->paper.width - 2);
}

void positions_line_add(struct rows *rows, const struct record *record,
	const struct position_table *table, const struct positions_columns *columns, uint32_t line,
	bool titled, struct positions_spot spot)
{
	const struct signs *signs = rows->paper.signs;
	const struct position_line *at = &table->lines[line];
	struct cell *cells = arena_alloc(rows->arena, columns->count, sizeof *cells);
	struct rows_column *beside = arena_alloc(
		rows->arena, 1 + 3 * (size_t)columns->count, sizeof *beside);
	uint32_t filled = 0, selected_row = UINT32_MAX;
	int party_width = columns->label ? columns->label : rows->paper.width;
	struct rows party = rows_part(rows, party_width - PARTY_LEFT);
	rows_paragraph(&party, words_speaker_style(record, at->party),
		record_name(record, at->party), 0, party.paper.width);
	if (columns->label)
		beside[filled++] = (struct rows_column){&party, PARTY_LEFT};
	for (uint32_t i = 0; i < columns->count; i++) {
		uint32_t meeting = columns->first + i;
		struct position_cell from = positions_cell(table, line, meeting);
		struct cell *cell = &cells[i];
		int left = column_left(columns, i);
		cell->change = cell->selected = rows_part(rows, 1);
		cell->stands = cell_rows(rows, columns);
		uint32_t row = cell_add(cell, record, &from,
			when_of_event(table->meetings[meeting].main), spot.nth);
		if (spot.line == line && spot.meeting == meeting) {
			selected_row = row;
			sign_add(&cell->selected, row, ROLE_FOCUS, signs->selected);
		}
		beside[filled++] = (struct rows_column){&cell->change, left + SIGN};
		beside[filled++] = (struct rows_column){&cell->selected, left + SELECTED};
		beside[filled++] = (struct rows_column){&cell->stands, left + GUTTER};
	}
	rows_stop(rows, 0);
	if (titled)
		issue_add(rows, record, at->issue);
	if (!columns->label)
		rows_beside(rows, &(struct rows_column){&party, PARTY_LEFT}, 1);
	uint32_t first = rows->count;
	rows_beside(rows, beside, filled);
	if (selected_row != UINT32_MAX)
		rows->at[first + selected_row].stop = 1;
}

/* The quotation as the source that the position rests on prints it: its text there, and that source;
 * else its own. */
static const char *text_at(
	const struct record *record, const struct position *position, struct ref *source)
{
	const struct quote *quote = &record->quotes[position->quote.index];
	struct ref at = position_source(record, position);
	*source = quote->source;
	for (uint32_t i = 0; quote->also_in && i < quote->also_in->count; i++) {
		const struct attestation *also = &quote->also_in->at[i];
		if (!ref_same(also->source, at) || !also->text || ref_same(quote->source, at) ||
			quote_translated(record, quote, also))
			continue;
		*source = at;
		return also->text;
	}
	return quote->text;
}

/* "Alexander Fomin, 29 March 2022: “...”"; of a position without a quotation its source. Whoever
 * signs the position is named, also where the words are those of others. */
static void words_of(struct buf *words, const struct record *record, const struct paper *paper,
	const struct position *position)
{
	const struct quote *quote = position->quote.thing == THING_QUOTE
		? &record->quotes[position->quote.index]
		: NULL;
	struct ref source = position_source(record, position);
	struct ref signer = position_signed(record, position);
	const char *text = quote ? text_at(record, position, &source) : NULL;
	struct buf said = {0};
	if (!ref_same(signer, source) && !(quote && ref_same(signer, quote->speaker))) {
		positions_voice(words, record, position);
		buf_text(words, quote ? "; the words: " : "; ");
	}
	if (!quote) {
		buf_text(words, words->len ? "no" : "No");
		buf_text(words, " words are given; the source is ");
		words_source_short(words, record, source, NULL);
		return;
	}
	words_speaker_short(words, record, quote);
	words_said(&said, paper->dates, record, quote);
	if (!said.len)
		words_date(&said, paper->dates, when_of_words(record, quote));
	words_dated(words, buf_string(&said));
	if (quote->kind == QUOTE_PARAPHRASE)
		buf_format(words, ", as %s reports", record_name(record, source));
	else if (quote->kind == QUOTE_THESIS)
		buf_text(words, ", own view");
	buf_text(words, ": ");
	words_quoted(words, paper->signs, quote, text);
	buf_free(&said);
}

void positions_words_add(struct rows *rows, const struct record *record, const struct stand *stand,
	int most, const char *rest)
{
	const struct style style = style_of(ROLE_QUOTE);
	struct buf words = {0};
	struct wrap wrap;
	struct wrap_line line;
	int width = rows->paper.width,
	    room = width - text_width(rows->paper.form, rest, strlen(rest)) - 1;
	words_of(&words, record, &rows->paper, stand->position);
	const char *text = buf_kept(&words, rows->arena);
	wrap_begin(&wrap, rows->paper.form, text, words.len);
	for (int row = 0; row < most && wrap_next(&wrap, width, 0, &line); row++) {
		struct wrap ahead = wrap;
		struct wrap_line next;
		bool cut = row + 1 == most && wrap_next(&ahead, width, 0, &next);
		rows_new(rows);
		if (!cut) {
			rows_add(rows, style, line.text, line.len);
			continue;
		}
		rows_cut(rows, style, line.text, room > width / 2 ? room : width);
		if (room > width / 2)
			rows_right(rows, width, style_of(ROLE_NOTE), rest);
	}
	buf_free(&words);
}

void positions_legend(
	struct buf *buf, const struct signs *signs, const struct position_table *table, int width)
{
	const struct contrast_key narrow[] = {
		{signs->same, NULL, "same words"},
		{signs->differs, NULL, CONTRAST_OTHER_WORDS},
		{signs->only_left, signs->only_right, "only one side"},
		{NULL, NULL, NULL},
	};
	const struct contrast_key wide[] = {
		{signs->same, NULL, "same words"},
		{signs->differs, NULL, CONTRAST_OTHER_WORDS},
		{signs->only_left, NULL, "only before"},
		{signs->only_right, NULL, "only here"},
		{signs->nothing, NULL, "as far as this record goes"},
		{signs->left_out, NULL, table->leaves_out ? CONTRAST_LEFT_OUT : NULL},
		{NULL, NULL, NULL},
	};
	contrast_legend(buf, NULL, width < WIDE_FROM ? narrow : wide, width);
}
