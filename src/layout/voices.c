/* Eras share what names and totals leave: each gets what its fullest cell needs, and while that is
 * too much the widest gives way. A cell with more entries than columns says their number. */
#include "layout/voices.h"

#include "layout/words.h"
#include "model/query.h"

#include <string.h>

enum { GROUP_MOST = 20, NAME_LEFT = 2, GAP = 2, LEAST = 4, ERA_MOST = 12, TOTAL_WIDTH = 7 };

static int columns_of(const struct paper *paper, const char *text)
{
	return text_width(paper->form, text, strlen(text));
}

/* An era in so many columns: the years of its date, or the first of them, whole; else its title. */
static void era_label(struct buf *out, const struct paper *paper, const struct record *record,
	const struct voices_era *era, int width)
{
	struct date_columns columns = {.year = ""};
	if (era->era.thing != THING_ERA) {
		buf_text(out, "between");
		return;
	}
	const struct era *at = &record->eras[era->era.index];
	if (at->date)
		date_columns(at->date, &columns);
	struct buf years = {0};
	if (*columns.year)
		buf_format(&years, "%s%s%s%s", columns.about, *columns.about ? " " : "",
			columns.year, columns.doubt);
	char *dash = years.len ? strstr(years.text, "–") : NULL;
	if (dash && columns_of(paper, years.text) > width)
		dash[strlen("–")] = '\0';
	bool whole = years.len && columns_of(paper, years.text) <= width;
	buf_text(out, whole ? years.text : at->title);
	buf_free(&years);
}

static int era_need(
	const struct paper *paper, const struct record *record, const struct voices_era *era)
{
	struct buf label = {0};
	era_label(&label, paper, record, era, ERA_MOST);
	int width = columns_of(paper, buf_string(&label));
	buf_free(&label);
	if (width > ERA_MOST)
		width = ERA_MOST;
	return (int)era->most > width ? (int)era->most : width;
}

/* What all eras would like to have. */
static int eras_need(
	const struct paper *paper, const struct record *record, const struct voices *voices)
{
	int need = 0;
	for (uint32_t i = 0; i < voices->era_count && i < VOICES_COLUMNS; i++)
		need += era_need(paper, record, &voices->eras[i]) + GAP;
	return need;
}

/* Takes from the widest until the columns fit; false where even the least is too much. */
static bool narrow(struct voices_sheet *sheet, int room)
{
	int used = 0;
	for (uint32_t i = 0; i < sheet->count; i++)
		used += sheet->width[i] + GAP;
	while (used > room) {
		uint32_t widest = 0;
		for (uint32_t i = 1; i < sheet->count; i++)
			if (sheet->width[i] > sheet->width[widest])
				widest = i;
		if (sheet->width[widest] <= LEAST)
			return false;
		sheet->width[widest]--;
		used--;
	}
	return true;
}

/* The widest group, as far as a page's worth of lines shows. */
static int group_need(const struct paper *paper, const struct voices *voices)
{
	int most = 10;
	for (uint32_t i = 0; i < voices->line_count && i < 200; i++) {
		int width = columns_of(paper, voices->lines[i].group);
		most = width > most ? width : most;
	}
	return (most < GROUP_MOST ? most : GROUP_MOST) + 2;
}

/* A plan by its title; how long it takes, how many scenes it has, and the id it is opened by, as far as
 * there is room. */
enum { MINUTES = 12, SCENES = 11, ID_GAP = 3, TITLE_LEAST = 16 };

static void plans_sheet(struct voices_sheet *sheet, const struct paper *paper,
	const struct record *record, const struct voices *voices)
{
	int titles = TITLE_LEAST, ids = 0, room = paper->width - 1 - NAME_LEFT;
	for (uint32_t i = 0; i < voices->line_count; i++) {
		const struct view *plan = &record->views[voices->lines[i].of.index];
		int title = columns_of(paper, plan->title), id = columns_of(paper, plan->id);
		titles = title > titles ? title : titles;
		ids = id > ids ? id : ids;
	}
	*sheet = (struct voices_sheet){.name = NAME_LEFT};
	bool minutes = room >= TITLE_LEAST + MINUTES;
	bool scenes = room >= titles + MINUTES + SCENES;
	bool id = room >= titles + MINUTES + SCENES + ID_GAP + ids;
	room -= (minutes ? MINUTES : 0) + (scenes ? SCENES : 0) + (id ? ID_GAP + ids : 0);
	sheet->name_end = NAME_LEFT + (titles < room ? titles : room);
	sheet->edge = sheet->name_end;
	if (minutes)
		sheet->edge = sheet->minutes = sheet->edge + MINUTES;
	if (scenes)
		sheet->edge = sheet->scenes = sheet->edge + SCENES;
	if (id) {
		sheet->id = sheet->edge + ID_GAP;
		sheet->edge = sheet->id + ids;
	}
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
		rows_text(rows, style_of(ROLE_KEY), plan->id);
	}
	buf_free(&words);
}

/* What a line is called on its page; of a heading the group may stand beside it. */
static void line_name(
	struct buf *out, const struct record *record, const struct voices_line *line, bool beside)
{
	if (line->heading) {
		if (!beside)
			buf_format(out, "%s, ", line->group);
		buf_text(out, beside ? "all of them" : "all");
		return;
	}
	if (line->of.thing == THING_PARALLEL) {
		const struct parallel *parallel = &record->parallels[line->of.index];
		for (uint32_t i = 0; i < parallel->between->count && i < 8; i++)
			buf_format(out, "%s%s", i ? " and " : "",
				record_name(record, parallel->between->at[i]));
		return;
	}
	if (line->of.thing == THING_SOURCE && !line->group) {
		words_source_short(out, record, line->of, NULL);
		return;
	}
	if (line->of.thing == THING_VIEW) {
		buf_text(out, record->views[line->of.index].title);
		return;
	}
	words_name(out, record, line->of);
	if (line->of.thing == THING_PARTY)
		buf_text(out, ", no person named");
	if (line->suffix)
		buf_format(out, ", %s", line->suffix);
}

/* The widest name of a page, as far as a page's worth of lines shows. */
static int name_need(const struct paper *paper, const struct record *record,
	const struct voices *voices, bool beside)
{
	int most = 12;
	for (uint32_t i = 0; i < voices->line_count && i < 200; i++) {
		struct buf name = {0};
		line_name(&name, record, &voices->lines[i], beside);
		int width = columns_of(paper, buf_string(&name));
		most = width > most ? width : most;
		buf_free(&name);
	}
	return most;
}

void voices_sheet(struct voices_sheet *sheet, const struct paper *paper,
	const struct record *record, const struct voices *voices, enum voices_page page,
	uint32_t first)
{
	int width = paper->width;
	if (page == VOICES_PLANS) {
		plans_sheet(sheet, paper, record, voices);
		return;
	}
	bool grouped = page == VOICES_SPEAKERS || page == VOICES_PARALLELS;
	bool beside = grouped && width >= VOICES_BESIDE_FROM;
	*sheet = (struct voices_sheet){.groups_beside = beside, .edge = width - 1};
	if (beside)
		sheet->group_width = group_need(paper, voices);
	sheet->name = NAME_LEFT + sheet->group_width;
	int room = sheet->edge - TOTAL_WIDTH + 2 - sheet->name;
	int names = name_need(paper, record, voices, beside);
	int share = room * (page == VOICES_PARALLELS ? 60 : 48) / 100;
	int left = room - GAP - eras_need(paper, record, voices);
	share = share > left ? share : left;
	names = names < share ? names : share;
	sheet->name_end = sheet->name + names;
	room -= names + GAP;
	uint32_t eras = voices->era_count;
	uint32_t count = eras < VOICES_COLUMNS ? eras : VOICES_COLUMNS;
	for (; count > 0; count--) {
		sheet->first = first + count > eras ? eras - count : first;
		sheet->count = count;
		for (uint32_t i = 0; i < count; i++)
			sheet->width[i] = era_need(paper, record, &voices->eras[sheet->first + i]);
		if (narrow(sheet, room))
			break;
	}
	sheet->count = count;
	int column = sheet->name_end + GAP + 1;
	for (uint32_t i = 0; i < count; i++) {
		sheet->column[i] = column;
		column += sheet->width[i] + GAP;
	}
	/* Totals stand near what they count. */
	if (column + TOTAL_WIDTH - 2 < sheet->edge)
		sheet->edge = column + TOTAL_WIDTH - 2;
}

void voices_head_add(struct rows *rows, const struct record *record, const struct voices *voices,
	const struct voices_sheet *sheet)
{
	const struct style style = style_of(ROLE_DATE);
	rows_new(rows);
	for (uint32_t i = 0; i < sheet->count; i++) {
		struct buf label = {0};
		int width = sheet->width[i] + GAP - 1;
		era_label(&label, &rows->paper, record, &voices->eras[sheet->first + i], width);
		rows_to(rows, sheet->column[i]);
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

/* A cell: a mark for each entry, exact words first; their number where they do not fit. */
static void cell_add(
	struct rows *rows, const struct quote_counts *counts, uint8_t color, int width, bool ends)
{
	const struct signs *signs = rows->paper.signs;
	const char *const marks[QUOTE_KIND_COUNT] = {
		[QUOTE_QUOTATION] = ends ? signs->words : signs->quotation,
		[QUOTE_PARAPHRASE] = signs->report,
		[QUOTE_THESIS] = signs->view,
	};
	uint32_t all = quote_counts_sum(counts);
	struct buf text = {0};
	for (int kind = 0; kind < QUOTE_KIND_COUNT; kind++) {
		if (all <= (uint32_t)width)
			buf_repeat(&text, marks[kind], counts->of[kind]);
		else if (counts->of[kind])
			buf_format(&text, "%s%u%s", text.len ? " " : "", (unsigned)counts->of[kind],
				marks[kind]);
	}
	if (columns_of(&rows->paper, buf_string(&text)) > width) {
		buf_clear(&text);
		buf_format(&text, "%llu", (unsigned long long)all);
	}
	if (text.len)
		rows_copy(rows, style_party(ROLE_MARK, color), buf_string(&text));
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
	const struct voices_sheet *sheet, const char *needle)
{
	int room = sheet->name_end - sheet->name;
	struct buf name = {0}, folded = {0}, why = {0};
	line_name(&name, record, line, sheet->groups_beside);
	query_fold(&folded, buf_string(&name), name.len);
	const char *other = voices_why(line, needle, buf_string(&folded));
	if (other) {
		const char *from = from_needle(other, needle);
		buf_format(&why, " (%s%s)", from > other ? rows->paper.signs->cut : "", from);
		int width = columns_of(&rows->paper, buf_string(&why));
		int most = room - room / 3;
		room -= width < most ? width : most;
	}
	rows_cut(rows,
		style_party(line->heading ? ROLE_ERA : ROLE_TEXT, record_color(record, line->of)),
		buf_kept(&name, rows->arena), room);
	if (other)
		rows_cut(rows, style_of(ROLE_NOTE), buf_kept(&why, rows->arena),
			sheet->name_end - sheet->name - room);
	buf_free(&name);
	buf_free(&folded);
	buf_free(&why);
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
	name_add(rows, record, line, sheet, needle);
	if (line->of.thing == THING_VIEW) {
		plan_add(rows, &record->views[line->of.index], line->total, sheet);
		return;
	}
	for (uint32_t i = 0; i < sheet->count; i++) {
		struct quote_counts counts = voices_at(line, sheet->first + i);
		rows_to(rows, sheet->column[i]);
		cell_add(rows, &counts, record_color(record, line->of), sheet->width[i],
			line->of.thing == THING_PARALLEL);
	}
	buf_clear(&text);
	if (line->of.thing != THING_PARALLEL) {
		if (line->total)
			words_figure(&text, line->total);
		else
			buf_text(&text, rows->paper.signs->nothing);
		rows_right(rows, sheet->edge, style_of(ROLE_COUNT_OF), buf_string(&text));
	}
	buf_free(&text);
}

void voices_counts(struct buf *out, const struct signs *signs, const struct voices *voices,
	enum voices_page page)
{
	static const char *const names[QUOTE_KIND_COUNT] = {"quoted", "reported", "views"};
	const char *const marks[QUOTE_KIND_COUNT] = {signs->quotation, signs->report, signs->view};
	if (page == VOICES_THEMES)
		words_number(out, voices->line_count, "theme", "themes");
	else if (page == VOICES_SOURCES)
		words_number(out, voices->line_count, "source", "sources");
	else if (page == VOICES_PARALLELS)
		words_number(out, voices->line_count, "claim of likeness", "claims of likeness");
	else if (page == VOICES_PLANS)
		words_number(out, voices->line_count, "lesson plan", "lesson plans");
	if (page == VOICES_PARALLELS || page == VOICES_PLANS)
		return;
	for (int kind = 0; kind < QUOTE_KIND_COUNT; kind++) {
		if (!voices->counts.of[kind])
			continue;
		buf_text(out, out->len ? "   " : "");
		if (page == VOICES_SPEAKERS) {
			words_figure(out, voices->counts.of[kind]);
			buf_char(out, ' ');
		}
		buf_format(out, "%s %s", names[kind], marks[kind]);
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
		words_number(out, voices->renderings, "other rendering", "other renderings");
		buf_format(out, " not counted %s", signs->dot);
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
			"Nobody likens one event of this record to another.",
			"This record has no lesson plans.",
		},
		{
			"Nobody speaks in what is shown.",
			"What is shown has no themes.",
			"What is shown has no sources.",
			"Nobody likens one event that is shown to another.",
			"No lesson plan can be shown as of that day.",
		},
	};
	return none[part][page];
}
