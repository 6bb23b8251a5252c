/* Each cell is laid out as rows of its own width, and so is the label; then they are put beside
 * each other, or where there is no room one below the other. */
#include "layout/compare.h"

#include "layout/compare_cells.h"
#include "layout/contrast.h"
#include "layout/words.h"
#include "layout/words_date.h"

enum {
	GUTTER = 5,        /* between the sides: "  =  " */
	SIGN = 2,          /* the sign's place in it */
	LABEL_ROOMY = 112, /* from this width on a party has room in a label */
	CELL_MOST = 52,    /* a wider one parts the sign from the left side */
	STACK_LEFT = 4,    /* where stacked cells begin, */
	STACK_NUMBER = 2,  /* and the number of their side stands */
};

/* ---- beside each other ---- */

/* What wide cells leave is the labels', which then seldom need a second row. */
static int label_columns(int width)
{
	enum { LABEL_MOST = 24 };
	int label = width >= LABEL_ROOMY ? 20 : width >= 100 ? 18 : 15;
	int left = width - 2 * CELL_MOST - GUTTER - 2;
	left = left < LABEL_MOST ? left : LABEL_MOST;
	return label > left ? label : left;
}

struct compare_columns compare_columns(int width)
{
	struct compare_columns columns = {0};
	if (width < COMPARE_NARROW) {
		columns.stacked = true;
		columns.left[COMPARE_LEFT] = columns.left[COMPARE_RIGHT] = STACK_LEFT;
		columns.width = width - STACK_LEFT - 4;
		columns.sign = width - 2;
		return columns;
	}
	if (width >= COMPARE_WIDE)
		columns.label = label_columns(width);
	int left = columns.label ? columns.label + 1 : 3;
	columns.width = (width - left - GUTTER - 1) / 2;
	if (columns.width > CELL_MOST)
		columns.width = CELL_MOST;
	columns.left[COMPARE_LEFT] = left;
	columns.sign = left + columns.width + SIGN;
	columns.left[COMPARE_RIGHT] = left + columns.width + GUTTER;
	return columns;
}

/* The sign as rows, to stand beside others. */
static struct rows sign_rows(const struct rows *rows, enum contrast contrast)
{
	struct rows sign = rows_part(rows, 1);
	if (contrast == CONTRAST_NOTHING)
		return sign;
	rows_new(&sign);
	rows_text(&sign, style_of(ROLE_MARK), contrast_sign(rows->paper.signs, contrast));
	return sign;
}

/* Label, left, sign, right. */
static void add_side_by_side(struct rows *rows, const struct compare_columns *columns,
	const struct rows *label, const struct rows cells[COMPARE_SIDES], enum contrast contrast)
{
	struct rows sign = sign_rows(rows, contrast), none = rows_part(rows, 1);
	const struct rows_column beside[] = {
		{columns->label ? label : &none, 1},
		{&cells[COMPARE_LEFT], columns->left[COMPARE_LEFT]},
		{&sign, columns->sign},
		{&cells[COMPARE_RIGHT], columns->left[COMPARE_RIGHT]},
	};
	rows_beside(rows, beside, 4);
}

/* The left side, then the right one, each behind its number. */
static void add_stacked(struct rows *rows, const struct compare_columns *columns,
	const struct rows cells[COMPARE_SIDES], enum contrast contrast, struct compare_place *place)
{
	static const char *const numbers[COMPARE_SIDES] = {"1", "2"};
	for (int side = 0; side < COMPARE_SIDES; side++) {
		struct rows number = rows_part(rows, 1);
		struct rows sign = sign_rows(
			rows, side == COMPARE_LEFT ? contrast : CONTRAST_NOTHING);
		rows_new(&number);
		rows_text(&number, style_of(ROLE_COUNT_OF), numbers[side]);
		place->side[side] = rows->count;
		const struct rows_column beside[] = {
			{&number, STACK_NUMBER},
			{&cells[side], columns->left[side]},
			{&sign, columns->sign},
		};
		if (cells[side].count)
			rows_beside(rows, beside, 3);
	}
}

/* The issue of the stands below, over the whole width. */
static void issue_add(struct rows *rows, const struct compare *compare, struct ref issue)
{
	rows_new(rows);
	rows_to(rows, 1);
	rows_cut(rows, style_of(ROLE_ERA), record_name(compare->result->record, issue),
		rows->paper.width - 2);
}

/* Where a new paragraph begins: not between lines of one kind. */
static int section_of(enum compare_field field)
{
	return field <= COMPARE_MEDIATOR ? COMPARE_WHEN : (int)field;
}

static void line_add(struct rows *rows, const struct compare_columns *columns,
	const struct compare *compare, uint32_t n, struct compare_place *place)
{
	const struct compare_line *line = &compare->lines[n];
	const struct compare_line *before = n ? &compare->lines[n - 1] : NULL;
	struct rows label = rows_part(
		rows, columns->label ? columns->label - 2 : rows->paper.width - 2);
	struct rows cells[COMPARE_SIDES];
	bool issue = compare_begins_issue(line, before);
	bool long_lines = line->field == COMPARE_WORDS || line->field == COMPARE_WORDING;
	if (before && (section_of(before->field) != section_of(line->field) || long_lines || issue))
		rows_blank(rows);
	compare_label_add(&label, compare, line, before);
	for (int side = 0; side < COMPARE_SIDES; side++) {
		cells[side] = rows_part(rows, columns->width);
		compare_side_add(&cells[side], compare, line, side,
			columns->stacked && line->contrast != CONTRAST_DIFFERS);
	}
	place->first = rows->count;
	if (issue)
		issue_add(rows, compare, line->issue);
	if (!columns->label)
		rows_beside(rows, &(struct rows_column){&label, 1}, 1);
	place->side[COMPARE_LEFT] = place->side[COMPARE_RIGHT] = rows->count;
	if (columns->stacked)
		add_stacked(rows, columns, cells, line->contrast, place);
	else
		add_side_by_side(rows, columns, &label, cells, line->contrast);
	place->last = rows->count - 1;
}

static void note_add(struct rows *rows, const char *text)
{
	if (rows->count)
		rows_blank(rows);
	rows_paragraph(rows, style_of(ROLE_NOTE), text, 1, rows->paper.width - 1);
}

void compare_add(struct rows *rows, const struct compare *compare, struct compare_place *places)
{
	struct compare_columns columns = compare_columns(rows->paper.width);
	struct compare_place place;
	const char *above = compare_note_above(compare), *below = compare_note_below(compare);
	if (above) {
		note_add(rows, above);
		rows_blank(rows);
	}
	for (uint32_t n = 0; n < compare->count; n++)
		line_add(rows, &columns, compare, n, places ? &places[n] : &place);
	if (below)
		note_add(rows, below);
}

void compare_head_add(struct rows *rows, const struct compare *compare)
{
	struct compare_columns columns = compare_columns(rows->paper.width);
	struct rows label = rows_part(rows, 1), cells[COMPARE_SIDES];
	struct compare_place place;
	for (int side = 0; side < COMPARE_SIDES; side++) {
		cells[side] = rows_part(rows, columns.width);
		compare_who_add(&cells[side], compare, side, columns.stacked);
	}
	if (columns.stacked)
		add_stacked(rows, &columns, cells, CONTRAST_NOTHING, &place);
	else
		add_side_by_side(rows, &columns, &label, cells, CONTRAST_NOTHING);
}

const char *compare_note_above(const struct compare *compare)
{
	if (!compare->itself)
		return NULL;
	return compare->quotes[0] ? "Both sides are one quotation." : "Both sides are one event.";
}

const char *compare_note_below(const struct compare *compare)
{
	return compare->more ? "More events lie near than are listed: see the timeline." : NULL;
}

const char *compare_title(const struct compare *compare)
{
	const struct record *record = compare->result->record;
	if (compare->quotes[0] && !compare->itself &&
		quote_utterance(record, record_quote_index(record, compare->quotes[0])) ==
			quote_utterance(record, record_quote_index(record, compare->quotes[1])))
		return "Two renderings of one utterance";
	if (compare->quotes[0])
		return compare->itself ? "A quotation beside itself" : "Compare two quotations";
	return compare->itself ? "An event beside itself" : "Compare two events";
}

/* Whether a side has its date in Old Style, or in that calendar alone. */
static bool has_old_style(const struct compare *compare)
{
	bool has = false;
	for (int side = 0; side < COMPARE_SIDES; side++) {
		struct when when = compare->quotes[0]
			? when_of_quote(compare->result->record, compare->quotes[side])
			: when_of_event(compare->events[side]);
		has = has || when.old_style || (when.date && date_shows_julian(when.date));
	}
	return has;
}

/* About so many years, to the nearest; what is less than one in days. */
static struct date_apart about_so_much(struct date_apart apart)
{
	enum { HALF_YEAR = 183 };
	if (apart.years)
		apart = (struct date_apart){apart.years + (apart.days >= HALF_YEAR), 0};
	return apart;
}

void compare_span_words(struct buf *buf, const struct compare *compare)
{
	struct date_apart apart = compare->apart;
	bool days = compare->span == SPAN_DAYS, none = !apart.years && !apart.days;
	if (compare->itself || compare->span == SPAN_UNKNOWN)
		return;
	if (none && days) {
		buf_text(buf, compare->about ? "about the same day" : "the same day");
		return;
	}
	if (none) {
		buf_text(buf, "less than a year apart");
		return;
	}
	buf_text(buf, compare->about ? "about " : "");
	words_apart(buf, compare->about ? about_so_much(apart) : apart);
	buf_text(buf, " apart");
	if (days && !compare->about && apart.years && has_old_style(compare))
		buf_text(buf, ", by New Style");
}

bool compare_legend(
	struct buf *buf, const struct signs *signs, const struct compare *compare, int width)
{
	const struct result *result = compare->result;
	bool quotes = compare->quotes[0] != NULL, whole = false;
	bool leaves_out = !quotes && (result->known || result->telling);
	const char *left_out = leaves_out ? contrast_left_out(result->telling && !result->narrowed)
					  : NULL;
	for (int step = 0; contrast_worded(step) && !whole; step++) {
		const struct contrast_key keys[] = {
			{signs->same, NULL, "the same"},
			{signs->differs, NULL, quotes ? "not the same" : contrast_worded(step)},
			{signs->only_left, signs->only_right,
				quotes ? "words that the other lacks" : "only one side"},
			{signs->left_out, NULL, left_out},
			{NULL, NULL, NULL},
		};
		whole = contrast_legend(buf, NULL, keys, width);
	}
	return whole;
}
