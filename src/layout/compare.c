/* Each cell is laid out as rows of its own width (compare_cell.c), and so is the label; here they are put
 * beside each other, or where there is no room one below the other. */
#include "layout/compare.h"

#include "layout/beside.h"
#include "layout/compare_cell.h"
#include "layout/words.h"

#include <string.h>

enum {
	GUTTER = 7,      /* between the sides: "  =    " */
	SIGN = 2,        /* the sign's place in it */
	CELL_MOST = 70,  /* longer lines tire the eye */
	STACK_LEFT = 4,  /* where stacked cells begin, */
	STACK_NUMBER = 2 /* and the number of their side stands */
};

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
		columns.label = width >= 100 ? 18 : 15;
	int left = columns.label ? columns.label + 1 : 3;
	columns.width = (width - left - GUTTER - 1) / 2;
	if (columns.width > CELL_MOST)
		columns.width = CELL_MOST;
	columns.left[COMPARE_LEFT] = left;
	columns.sign = left + columns.width + SIGN;
	columns.left[COMPARE_RIGHT] = left + columns.width + GUTTER;
	return columns;
}

static struct rows part_begin(const struct rows *rows, int width)
{
	struct paper paper = rows->paper;
	struct rows part;
	paper.width = width > 1 ? width : 1;
	rows_begin(&part, rows->arena, &paper);
	return part;
}

static uint32_t higher(uint32_t a, uint32_t b)
{
	return a > b ? a : b;
}

static void sign_add(
	struct rows *rows, const struct compare_columns *columns, enum contrast contrast)
{
	if (contrast == CONTRAST_NOTHING)
		return;
	rows_to(rows, columns->sign);
	rows_text(rows, style_of(ROLE_MARK), beside_sign(rows->paper.signs, contrast));
}

/* Row by row: label, left, sign, right. */
static void add_side_by_side(struct rows *rows, const struct compare_columns *columns,
	const struct rows *label, const struct rows cells[COMPARE_SIDES], enum contrast contrast)
{
	uint32_t height = higher(cells[COMPARE_LEFT].count, cells[COMPARE_RIGHT].count);
	height = higher(height, columns->label ? label->count : 1);
	for (uint32_t row = 0; row < height; row++) {
		rows_new(rows);
		if (columns->label && row < label->count)
			beside_copy(rows, &label->at[row], 1);
		if (row < cells[COMPARE_LEFT].count)
			beside_copy(
				rows, &cells[COMPARE_LEFT].at[row], columns->left[COMPARE_LEFT]);
		if (row == 0)
			sign_add(rows, columns, contrast);
		if (row < cells[COMPARE_RIGHT].count)
			beside_copy(
				rows, &cells[COMPARE_RIGHT].at[row], columns->left[COMPARE_RIGHT]);
	}
}

/* The left side, then the right one, each behind its number. */
static void add_stacked(struct rows *rows, const struct compare_columns *columns,
	const struct rows cells[COMPARE_SIDES], enum contrast contrast, struct compare_place *place)
{
	static const char *const numbers[COMPARE_SIDES] = {"1", "2"};
	for (int side = 0; side < COMPARE_SIDES; side++) {
		place->side[side] = rows->count;
		for (uint32_t row = 0; row < cells[side].count; row++) {
			rows_new(rows);
			if (row == 0) {
				rows_to(rows, STACK_NUMBER);
				rows_text(rows, style_of(ROLE_COUNT_OF), numbers[side]);
			}
			beside_copy(rows, &cells[side].at[row], columns->left[side]);
			if (row == 0 && side == COMPARE_LEFT)
				sign_add(rows, columns, contrast);
		}
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

static bool begins_issue(const struct compare_line *line, const struct compare_line *before)
{
	return line->field == COMPARE_STAND &&
		(!before || before->field != COMPARE_STAND ||
			before->issue.index != line->issue.index);
}

/* A label that changes, over the cells. */
static void add_label_above(
	struct rows *rows, const struct compare_columns *columns, const struct rows *label)
{
	if (columns->label)
		return;
	for (uint32_t row = 0; row < label->count; row++) {
		rows_new(rows);
		beside_copy(rows, &label->at[row], 1);
	}
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
	struct rows label = part_begin(
		rows, columns->label ? columns->label - 2 : rows->paper.width - 2);
	struct rows cells[COMPARE_SIDES];
	bool long_lines = line->field == COMPARE_WORDS || line->field == COMPARE_WORDING;
	if (before && (section_of(before->field) != section_of(line->field) || long_lines))
		rows_blank(rows);
	compare_label_add(&label, compare, line, before);
	for (int side = 0; side < COMPARE_SIDES; side++) {
		cells[side] = part_begin(rows, columns->width);
		compare_cell_add(&cells[side], compare, line, side, columns->stacked);
	}
	place->first = rows->count;
	if (begins_issue(line, before))
		issue_add(rows, compare, line->issue);
	add_label_above(rows, columns, &label);
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
	if (compare->itself) {
		note_add(rows,
			compare->quotes[0] ? "Both sides are one quotation."
					   : "Both sides are one event.");
		rows_blank(rows);
	}
	for (uint32_t n = 0; n < compare->count; n++)
		line_add(rows, &columns, compare, n, places ? &places[n] : &place);
	if (compare->more)
		note_add(rows, "More events lie near than are listed: see the timeline.");
}

void compare_head_add(struct rows *rows, const struct compare *compare)
{
	struct compare_columns columns = compare_columns(rows->paper.width);
	struct rows label = part_begin(rows, 1), cells[COMPARE_SIDES];
	struct compare_place place;
	for (int side = 0; side < COMPARE_SIDES; side++) {
		cells[side] = part_begin(rows, columns.width);
		compare_side_add(&cells[side], compare, side, columns.stacked);
	}
	if (columns.stacked)
		add_stacked(rows, &columns, cells, CONTRAST_NOTHING, &place);
	else
		add_side_by_side(rows, &columns, &label, cells, CONTRAST_NOTHING);
}

const char *compare_title(const struct compare *compare)
{
	if (compare->quotes[0])
		return compare->itself ? "A quotation beside itself" : "Compare two quotations";
	return compare->itself ? "An event beside itself" : "Compare two events";
}

void compare_span_words(struct buf *buf, const struct compare *compare)
{
	if (compare->itself || compare->span == SPAN_UNKNOWN)
		return;
	if (compare->span == SPAN_DAYS && !compare->apart) {
		buf_text(buf, compare->about ? "about the same day" : "the same day");
		return;
	}
	if (compare->span == SPAN_YEARS && !compare->apart) {
		buf_text(buf, "less than a year from one to the other");
		return;
	}
	buf_text(buf, compare->about ? "about " : "");
	if (compare->span == SPAN_DAYS)
		words_number(buf, (uint64_t)compare->apart, "day", "days");
	else
		words_number(buf, (uint64_t)compare->apart, "year", "years");
	buf_text(buf, " from one to the other");
}

void compare_legend(
	struct buf *buf, const struct signs *signs, const struct compare *compare, int width)
{
	bool quotes = compare->quotes[0] != NULL;
	const struct beside_key keys[] = {
		{signs->same, NULL, quotes ? "the same" : "the same words"},
		{signs->differs, NULL, quotes ? "not the same" : "other words"},
		{signs->only_left, signs->only_right,
			quotes ? "words that the other lacks" : "only one side"},
		{NULL, NULL, NULL},
	};
	beside_legend(buf, NULL, keys, width);
}
