/* A line goes from left to right: its group, its name, dots to its cells, its cells, its total. A
 * name that is longer than others goes on over the cells before its first that hold nothing. */
#include "layout/voices.h"

#include "layout/words.h"
#include "model/query.h"

#include <string.h>

void voices_head_add(struct rows *rows, const struct record *record, const struct voices *voices,
	const struct voices_sheet *sheet)
{
	const struct style style = style_of(ROLE_DATE);
	rows_new(rows);
	for (uint32_t i = 0; i < sheet->count; i++) {
		struct buf label = {0};
		int width = sheet->columns[i].width + VOICES_GAP - 1;
		voices_era_label(
			&label, &rows->paper, record, &voices->eras[sheet->first + i], width);
		rows_to(rows, sheet->columns[i].left);
		rows_cut(rows, style, buf_kept(&label, rows->arena), width);
		buf_free(&label);
	}
	uint32_t after = voices->era_count - sheet->first - sheet->count;
	if (after || sheet->first) {
		struct buf more = {0};
		buf_format(&more, "+%u", (unsigned)(after + sheet->first));
		rows_right(rows, sheet->edge, style_of(ROLE_COUNT_OF), buf_string(&more));
		buf_free(&more);
	}
}

/* ---- a line ---- */

/* How many of each kind there are, each below the others of its kind. */
static void kinds_words(struct buf *text, const struct quote_counts *counts,
	const struct voices_column *column, const char *const *marks)
{
	for (int kind = 0; kind < QUOTE_KIND_COUNT; kind++) {
		int digits = column->digits[kind];
		if (!digits)
			continue;
		buf_text(text, text->len ? " " : "");
		if (counts->of[kind])
			buf_format(text, "%*u%s", digits, (unsigned)counts->of[kind], marks[kind]);
		else
			buf_format(text, "%*s", digits + 1, "");
	}
	while (text->len && text->text[text->len - 1] == ' ')
		text->text[--text->len] = '\0';
}

/* Columns to the right edge of the first figures of a cell: units stand below each other, and below
 * them the sign that there is nothing. */
static int figures_edge(const struct voices_column *column, enum voices_notation notation)
{
	int edge = notation == VOICES_SUMS ? column->sums : 0;
	for (int kind = 0; kind < QUOTE_KIND_COUNT && notation == VOICES_KINDS && !edge; kind++)
		edge = column->digits[kind];
	return edge > 0 ? edge : 1;
}

/* A cell, exact words first. */
static void cell_add(struct rows *rows, const struct voices_line *line,
	const struct quote_counts *counts, const struct voices_column *column,
	enum voices_notation notation, uint8_t color)
{
	const struct signs *signs = rows->paper.signs;
	const char *const marks[QUOTE_KIND_COUNT] = {
		[QUOTE_QUOTATION] = line->of.thing == THING_PARALLEL ? signs->words
								     : signs->quotation,
		[QUOTE_PARAPHRASE] = signs->report,
		[QUOTE_THESIS] = signs->view,
	};
	uint32_t all = quote_counts_sum(counts);
	struct buf text = {0};
	if (line->heading || notation == VOICES_SUMS)
		buf_format(&text, "%*u", figures_edge(column, notation), (unsigned)all);
	else if (notation == VOICES_KINDS)
		kinds_words(&text, counts, column, marks);
	bool drawn = !line->heading && notation == VOICES_MARKS;
	for (int kind = 0; kind < QUOTE_KIND_COUNT && drawn; kind++)
		buf_repeat(&text, marks[kind], counts->of[kind]);
	rows_copy(
		rows, style_party(line->heading ? ROLE_ERA : ROLE_MARK, color), buf_string(&text));
	buf_free(&text);
}

/* The end of a name, from the word on in which the needle begins: what is cut at its end would else
 * be what was looked for. */
static const char *from_needle(const char *name, const char *needle)
{
	const char *from = name;
	for (const char *at = name; *at; at++) {
		struct buf folded = {0};
		if (at > name && at[-1] != ' ')
			continue;
		query_fold(&folded, at, strlen(at));
		from = strstr(buf_string(&folded), needle) ? at : from;
		buf_free(&folded);
	}
	return from;
}

/* The name, and in brackets what else it was found by. */
static void name_add(struct rows *rows, const struct record *record, const struct voices_line *line,
	const struct voices_sheet *sheet, int end, const char *needle)
{
	enum { WHY = 12 }; /* columns of what it was found by, for which no name is cut */
	int room = end - sheet->name;
	struct buf name = {0}, folded = {0}, why = {0};
	voices_line_name(&name, record, line, sheet->groups_beside);
	query_fold(&folded, buf_string(&name), name.len);
	const char *other = voices_why(line, needle, buf_string(&folded));
	if (other) {
		const char *from = from_needle(other, needle);
		buf_format(&why, " (%s%s)", from > other ? rows->paper.signs->cut : "", from);
		int width = text_width(rows->paper.form, buf_string(&why), why.len);
		int named = text_width(rows->paper.form, buf_string(&name), name.len);
		int most = room - (named + WHY <= room ? named : room / 3);
		room -= width < most ? width : most;
	}
	rows_cut(rows,
		style_party(line->heading ? ROLE_ERA : ROLE_TEXT, record_color(record, line->of)),
		buf_kept(&name, rows->arena), room);
	if (other)
		rows_cut(rows, style_of(ROLE_NOTE), buf_kept(&why, rows->arena),
			end - sheet->name - room);
	buf_free(&name);
	buf_free(&folded);
	buf_free(&why);
}

static void plan_add(struct rows *rows, const struct view *plan, uint32_t scenes,
	const struct voices_sheet *sheet)
{
	struct buf words = {0};
	if (sheet->minutes && plan->minutes > 0) {
		words_number(&words, (uint64_t)plan->minutes, "minute", "minutes");
		rows_right(rows, sheet->minutes, style_of(ROLE_COUNT_OF), buf_string(&words));
	}
	buf_clear(&words);
	if (sheet->scenes && scenes) {
		words_number(&words, scenes, "scene", "scenes");
		rows_right(rows, sheet->scenes, style_of(ROLE_COUNT_OF), buf_string(&words));
	}
	if (sheet->id) {
		rows_to(rows, sheet->id);
		rows_text(rows, style_of(ROLE_COUNT_OF), plan->id);
	}
	buf_free(&words);
}

/* Where the first cell stands that holds something; else where totals do. */
static int cells_begin(const struct voices_sheet *sheet, const struct voices_line *line)
{
	for (uint32_t i = 0; i < sheet->count; i++) {
		struct quote_counts counts = voices_at(line, sheet->first + i);
		if (quote_counts_sum(&counts))
			return sheet->columns[i].left;
	}
	return sheet->edge - sheet->total + VOICES_GAP;
}

void voices_line_add(struct rows *rows, const struct record *record, const struct voices_line *line,
	const struct voices_sheet *sheet, bool group, const char *needle)
{
	struct buf text = {0};
	rows_new(rows);
	if (group && sheet->groups_beside) {
		rows_to(rows, 1);
		uint8_t color = line->suffix ? COLOR_NONE : record_color(record, line->of);
		rows_cut(rows, style_party(ROLE_ERA, color), line->group, sheet->group_width - 1);
	}
	rows_to(rows, sheet->name);
	if (line->of.thing == THING_VIEW) {
		name_add(rows, record, line, sheet, sheet->name_end, needle);
		plan_add(rows, &record->views[line->of.index], line->total, sheet);
		return;
	}
	int end = cells_begin(sheet, line) - VOICES_GAP;
	name_add(rows, record, line, sheet, end > sheet->name_end ? end : sheet->name_end, needle);
	rows_leader(rows, sheet->count ? sheet->columns[0].left - VOICES_GAP : end);
	for (uint32_t i = 0; i < sheet->count; i++) {
		struct quote_counts counts = voices_at(line, sheet->first + i);
		bool covered = rows->column >= sheet->columns[i].left; /* by a long name */
		rows_to(rows, sheet->columns[i].left);
		if (quote_counts_sum(&counts))
			cell_add(rows, line, &counts, &sheet->columns[i], sheet->notation,
				record_color(record, line->of));
		if (quote_counts_sum(&counts) || covered)
			continue;
		rows_to(rows,
			sheet->columns[i].left + figures_edge(&sheet->columns[i], sheet->notation) -
				1);
		rows_text(rows, style_of(ROLE_RULE), rows->paper.signs->nothing);
	}
	buf_clear(&text);
	if (line->of.thing != THING_PARALLEL) {
		if (line->total || line->whole)
			words_figure(&text, line->total);
		else
			buf_text(&text, rows->paper.signs->nothing);
		if (line->whole > line->total) {
			buf_text(&text, " of ");
			words_figure(&text, line->whole);
		}
		rows_right(rows, sheet->edge, style_of(ROLE_COUNT_OF), buf_string(&text));
	}
	buf_free(&text);
}

/* The sign of each kind of which the page holds some. */
static const char *kind_sign(
	const struct signs *signs, const struct voices *voices, enum voices_page page, int kind)
{
	const char *const marks[QUOTE_KIND_COUNT] = {signs->quotation, signs->report, signs->view};
	bool none = page == VOICES_PARALLELS || page == VOICES_PLANS || !voices->counts.of[kind];
	return none ? NULL : marks[kind];
}

void voices_signs(struct buf *out, const struct signs *signs, const struct voices *voices,
	enum voices_page page)
{
	static const char *const names[QUOTE_KIND_COUNT] = {"quoted", "reported", "view"};
	for (int kind = 0; kind < QUOTE_KIND_COUNT; kind++) {
		const char *sign = kind_sign(signs, voices, page, kind);
		if (sign)
			buf_format(out, "%s%s %s", out->len ? "   " : "", sign, names[kind]);
	}
}

void voices_counts(struct buf *out, const struct signs *signs, const struct voices *voices,
	enum voices_page page)
{
	static const char *const names[QUOTE_KIND_COUNT] = {"quoted", "reported", "views"};
	if (page == VOICES_THEMES)
		words_number(out, voices->line_count, "theme", "themes");
	else if (page == VOICES_SOURCES)
		words_number(out, voices->line_count, "source", "sources");
	else if (page == VOICES_PARALLELS)
		words_number(out, voices->line_count, "parallel", "parallels");
	else if (page == VOICES_PLANS)
		words_number(out, voices->line_count, "lesson plan", "lesson plans");
	for (int kind = 0; kind < QUOTE_KIND_COUNT; kind++) {
		const char *sign = kind_sign(signs, voices, page, kind);
		if (!sign)
			continue;
		buf_text(out, out->len ? "   " : "");
		if (page == VOICES_SPEAKERS) {
			words_figure(out, voices->counts.of[kind]);
			buf_char(out, ' ');
		}
		buf_format(out, "%s %s", names[kind], sign);
	}
}

void voices_uncounted(struct buf *out, const struct signs *signs, const struct voices *voices)
{
	if (voices->unattributed) {
		buf_char(out, ' ');
		words_figure(out, voices->unattributed);
		buf_format(out, " unattributed %s", signs->dot);
	}
	if (voices->renderings) {
		buf_char(out, ' ');
		words_figure(out, voices->renderings);
		buf_format(out, " more in other wordings %s", signs->dot);
	}
}

const char *voices_title(enum voices_page page)
{
	static const char *const titles[VOICES_PAGES] = {
		"Speakers", "Themes", "Sources", "Parallels", "Lesson plans"};
	return titles[page];
}

const char *voices_none(enum voices_page page, bool part)
{
	static const char *const none[][VOICES_PAGES] = {
		{
			"Nobody speaks in this record yet.",
			"This record names no themes.",
			"This record names no sources.",
			"Nobody draws a parallel between events of this record.",
			"This record has no lesson plans.",
		},
		{
			"Nobody speaks in what is shown.",
			"What is shown has no themes.",
			"What is shown has no sources.",
			"Nobody draws a parallel between events that are shown.",
			"No lesson plan can be shown as of that day.",
		},
	};
	return none[part][page];
}
