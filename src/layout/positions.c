/* Each cell is laid out as a list of rows of its own; a line is as high as its highest cell. */
#include "layout/positions.h"

#include "layout/contrast.h"
#include "layout/positions_words.h"
#include "layout/timeline.h"
#include "layout/words.h"

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
	CELL_MOST = 46,
	VOICE_LEFT = 2, /* of the voice below a stand */
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

bool positions_columns_next(const struct position_table *table, struct positions_columns *columns)
{
	uint32_t last = table->meeting_count - columns->count;
	uint32_t next = columns->first + (columns->count > 1 ? columns->count - 1 : 1);
	if (columns->first >= last)
		return false;
	columns->first = next < last ? next : last;
	return true;
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

static const char *meeting_title(const struct record *record, const struct meeting *meeting)
{
	return meeting->events == 1 ? meeting->first->title
				    : timeline_heading(record, meeting->first);
}

static void meeting_day_add(struct rows *rows, const struct meeting *meeting)
{
	struct buf words = {0};
	words_date_one(&words, rows->paper.dates, when_of_event(meeting->main));
	rows_new(rows);
	rows_cut(rows, style_of(ROLE_DATE), buf_kept(&words, rows->arena), rows->paper.width);
	buf_free(&words);
}

static void meeting_title_add(
	struct rows *rows, const struct record *record, const struct meeting *meeting)
{
	rows_new(rows);
	rows_cut(rows, style_of(ROLE_TITLE), meeting_title(record, meeting), rows->paper.width);
}

void positions_meeting_add(
	struct rows *rows, const struct record *record, const struct meeting *meeting)
{
	meeting_title_add(rows, record, meeting);
	meeting_day_add(rows, meeting);
}

/* Whether all columns are called the same, so that only the day tells them apart. */
static bool days_tell(const struct record *record, const struct position_table *table,
	const struct positions_columns *columns)
{
	const struct meeting *meetings = &table->meetings[columns->first];
	for (uint32_t i = 1; i < columns->count; i++)
		if (strcmp(meeting_title(record, &meetings[i]),
			    meeting_title(record, &meetings[0])) != 0)
			return false;
	return columns->count > 1;
}

void positions_head_add(struct rows *rows, const struct record *record,
	const struct position_table *table, const struct positions_columns *columns)
{
	struct rows *cells = arena_alloc(rows->arena, columns->count, sizeof *cells);
	struct rows_column *beside = arena_alloc(rows->arena, columns->count, sizeof *beside);
	bool day_first = days_tell(record, table, columns);
	for (uint32_t i = 0; i < columns->count; i++) {
		const struct meeting *meeting = &table->meetings[columns->first + i];
		cells[i] = cell_rows(rows, columns);
		if (day_first)
			meeting_day_add(&cells[i], meeting);
		meeting_title_add(&cells[i], record, meeting);
		if (!day_first)
			meeting_day_add(&cells[i], meeting);
		beside[i] = (struct rows_column){&cells[i], column_left(columns, i) + GUTTER};
	}
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

void positions_count_words(struct buf *buf, const struct position_table *table,
	const struct positions_columns *columns, const struct signs *signs)
{
	count_of(buf, table->issue_count, table->all_issues, "issue", "issues");
	if (!columns || columns->count >= table->meeting_count) {
		buf_text(buf, " on ");
		count_of(buf, table->meeting_count, table->all_meetings, "date", "dates");
		return;
	}
	buf_format(buf, " %s date%s ", signs->dot, columns->count > 1 ? "s" : "");
	words_figure(buf, columns->first + 1);
	if (columns->count > 1) {
		buf_text(buf, signs->dash);
		words_figure(buf, columns->first + columns->count);
	}
	buf_text(buf, " of ");
	words_figure(buf, table->meeting_count);
}

const char *positions_none(const struct result *result, const struct position_table *table)
{
	if (table->stand_count)
		return "No position of the record is in this selection.";
	return result->day == DATE_OPEN_END ? "The record holds no positions."
					    : "No position was known by that day.";
}

const char *positions_why_none(
	const struct position_table *table, const struct position_cell *cell, bool advised)
{
	if (cell->hides && table->to_come)
		return "This rests on words that the lesson is still to come to.";
	if (cell->hides)
		return advised ? "Not in this selection; \\ shows all." : "Not in this selection.";
	switch (cell->raised) {
	case RAISED_BY_IT:
		return "The record has no position here, but words of this party on it at "
		       "this meeting.";
	case RAISED:
		return "The record has nothing here: it is spoken of at this meeting, but no "
		       "source says where this party stands.";
	case RAISED_NOT:
		break;
	}
	return "The record has nothing here: nobody raises it at this meeting.";
}

/* A stand, and below it the voice behind it, with the day where that is not the column's. */
static void stand_add(struct rows *cell, const struct record *record, const struct stand *stand,
	struct when above)
{
	rows_paragraph(cell, style_of(ROLE_TEXT), stand->position->text, 0, cell->paper.width);
	positions_voice_add(cell, VOICE_LEFT, record, stand->position, stand->event, above);
}

#define NOTHING_HERE "nothing in this record"

static const char *silence(enum raised raised)
{
	return raised == RAISED_BY_IT ? "words, but no position"
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

/* That the party had said more before that is not said here. */
static void gone_add(struct cell *cell, uint32_t gone)
{
	struct buf words = {0};
	buf_format(&words, "%u said before, not here", (unsigned)gone);
	sign_add(&cell->change, cell->stands.count, ROLE_MARK, cell->stands.paper.signs->only_left);
	rows_phrase(&cell->stands, style_of(ROLE_NOTE), &words, 0, cell->stands.paper.width);
	buf_free(&words);
}

/* Whether what a cell of the nth column is compared with is in a column before it that is shown: what the
 * party said last or, where it has said nothing, that. */
static bool is_compared(const struct position_table *table, const struct positions_columns *columns,
	uint32_t nth, const struct position_cell *cell)
{
	bool shown = nth && cell->before == POSITIONS_NEVER;
	for (uint32_t i = 0; i < nth && !shown; i++)
		shown = table->meetings[columns->first + i].nth == cell->before;
	return shown;
}

/* The stands of a cell that are selected, each with its sign where it is `compared`, and that there are
 * others; or that there is none. Returns the row in which the nth begins, 0 where there is none. */
static uint32_t cell_add(struct cell *cell, const struct record *record,
	const struct position_table *table, const struct position_cell *from, bool compared,
	struct when above, uint32_t nth)
{
	const struct signs *signs = cell->stands.paper.signs;
	struct rows *stands = &cell->stands;
	uint32_t row = 0;
	for (uint32_t n = 0; n < from->count; n++) {
		if (n == nth)
			row = stands->count;
		if (compared && from->stands[n].contrast != CONTRAST_NOTHING)
			sign_add(&cell->change, stands->count, ROLE_MARK,
				contrast_sign(signs, from->stands[n].contrast));
		stand_add(stands, record, &from->stands[n], above);
	}
	if (compared && from->gone)
		gone_add(cell, from->gone);
	if (from->count && nth == from->count)
		row = stands->count;
	if (from->hides) {
		contrast_left_out_add(stands, table->to_come);
	} else if (!from->count) {
		if (compared && from->none != CONTRAST_NOTHING)
			sign_add(&cell->change, 0, ROLE_MARK, contrast_sign(signs, from->none));
		contrast_remark_add(stands, signs->nothing, silence(from->raised));
	}
	return row;
}

void positions_cell_add(struct rows *stands, struct rows *signs, const struct record *record,
	const struct position_table *table, const struct positions_columns *columns, uint32_t line,
	uint32_t nth)
{
	uint32_t meeting = columns->first + nth;
	struct position_cell from = positions_cell(table, line, meeting);
	struct cell cell = {.change = *signs, .stands = *stands};
	cell_add(&cell, record, table, &from, is_compared(table, columns, nth, &from),
		when_of_event(table->meetings[meeting].main), UINT32_MAX);
	*signs = cell.change;
	*stands = cell.stands;
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
		uint32_t row = cell_add(cell, record, table, &from,
			is_compared(table, columns, i, &from),
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

/* A list of keys to which only those are added that have words. */
struct keys {
	struct contrast_key at[7];
	size_t count;
};

static void key_add(struct keys *keys, const char *sign, const char *other, const char *words)
{
	if (words)
		keys->at[keys->count++] = (struct contrast_key){sign, other, words};
}

bool positions_legend(struct buf *buf, const struct signs *signs,
	const struct position_table *table, const struct positions_columns *columns, int width)
{
	const char *left_out = table->leaves_out ? contrast_left_out(table->to_come) : NULL;
	bool whole = false;
	if (columns->count < 2) {
		const struct contrast_key keys[] = {{signs->nothing, NULL, NOTHING_HERE},
			{signs->left_out, NULL, left_out}, {NULL, NULL, NULL}};
		return contrast_legend(buf, NULL, keys, width);
	}
	for (int step = 0; contrast_worded(step) && !whole; step++) {
		bool last = !contrast_worded(step + 1);
		struct keys keys = {.count = 0};
		key_add(&keys, signs->same, NULL, "the same");
		key_add(&keys, signs->differs, NULL, contrast_worded(step));
		key_add(&keys, signs->only_left, last ? signs->only_right : NULL,
			last ? "only one side" : "only before");
		key_add(&keys, signs->only_right, NULL, last ? NULL : "only here");
		key_add(&keys, signs->left_out, NULL, left_out);
		key_add(&keys, signs->nothing, NULL, step ? NULL : NOTHING_HERE);
		whole = contrast_legend(buf, NULL, keys.at, width);
	}
	return whole;
}
