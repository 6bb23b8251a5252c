/* Names take the columns that most of them need, and eras share the rest: each gets what its fullest cell
 * needs, and while that is too much the widest is written more shortly. */
#include "layout/voices_sheet.h"

#include "layout/words.h"

#include <string.h>

enum {
	GROUP_MOST = 20,
	NAME_LEFT = 2,
	NAME_LEAST = 12, /* of the columns of names */
	NAME_MOST = 64,
	GAP = VOICES_GAP,
	LEAST = 4,       /* columns of an era */
	ERA_MOST = 12,   /* of what it is called; */
	LABEL_LEAST = 7, /* the least, as "1917–18", which goes on into the gap */
	MARKS_MOST = 20, /* more in a cell nobody counts */
	TOTAL_WIDTH = 7, /* columns of totals, with the gap before; */
	PARTS_WIDTH = 12 /* where they say of how many */
};

/* Of lesson plans. */
enum { MINUTES = 12, SCENES = 11, ID_GAP = 3, TITLE_LEAST = 16 };

static int columns_of(const struct paper *paper, const char *text)
{
	return text_width(paper->form, text, strlen(text));
}

/* "1917–1918" as "1917–18", and as "1917–" where that has no room either. */
static void years_shorten(struct buf *years, const struct paper *paper, int width)
{
	enum { YEAR = 4, CENTURY = 2, DASH = sizeof "–" - 1 };
	char *dash = years->len ? strstr(years->text, "–") : NULL;
	if (!dash)
		return;
	char *to = dash + DASH;
	bool plain = dash == years->text + YEAR && strlen(to) == YEAR &&
		strncmp(to, years->text, CENTURY) == 0;
	if (plain)
		memmove(to, to + CENTURY, YEAR - CENTURY + 1);
	if (!plain || columns_of(paper, years->text) > width)
		*to = '\0';
	years->len = strlen(years->text);
}

void voices_era_label(struct buf *out, const struct paper *paper, const struct record *record,
	const struct voices_era *era, int width)
{
	struct date_columns columns = {.year = ""};
	if (era->era.thing != THING_ERA) {
		buf_text(out, width < (int)strlen("between") ? "betw." : "between");
		return;
	}
	const struct era *at = &record->eras[era->era.index];
	if (at->date)
		date_columns(at->date, &columns);
	struct buf years = {0};
	if (*columns.year)
		buf_format(&years, "%s%s%s%s", columns.about, *columns.about ? " " : "",
			columns.year, columns.doubt);
	if (columns_of(paper, buf_string(&years)) > width)
		years_shorten(&years, paper, width);
	bool whole = years.len && columns_of(paper, years.text) <= width;
	buf_text(out, whole ? years.text : at->title);
	buf_free(&years);
}

/* ---- the columns of eras ---- */

static int figure_columns(uint32_t number)
{
	int columns = 1;
	for (; number >= 10; number /= 10)
		columns++;
	return columns;
}

static int cells_width(const struct voices_era *era, enum voices_notation notation)
{
	int width = -1;
	if (notation == VOICES_MARKS)
		return (int)era->most;
	if (notation == VOICES_SUMS)
		return figure_columns(era->sums);
	for (int kind = 0; kind < QUOTE_KIND_COUNT; kind++)
		width += era->peak.of[kind] ? figure_columns(era->peak.of[kind]) + 2 : 0;
	return width > 0 ? width : 1;
}

/* What an era in so many columns takes. */
static int label_width(const struct paper *paper, const struct record *record,
	const struct voices_era *era, int columns)
{
	struct buf label = {0};
	voices_era_label(&label, paper, record, era, columns);
	int width = columns_of(paper, buf_string(&label));
	buf_free(&label);
	return width < ERA_MOST ? width : ERA_MOST;
}

/* As wide as the column of an era would like to be. */
static struct voices_column column_begin(const struct paper *paper, const struct record *record,
	const struct voices_era *era, enum voices_notation notation)
{
	int label = label_width(paper, record, era, ERA_MOST), cells = cells_width(era, notation);
	struct voices_column column = {
		.width = label > cells ? label : cells,
		.sums = figure_columns(era->sums),
	};
	for (int kind = 0; kind < QUOTE_KIND_COUNT; kind++)
		if (era->peak.of[kind])
			column.digits[kind] = figure_columns(era->peak.of[kind]);
	return column;
}

/* Begins the columns anew; returns what all of them take. */
static int columns_begin(struct voices_sheet *sheet, const struct paper *paper,
	const struct record *record, const struct voices *voices, enum voices_notation notation)
{
	int used = 0;
	sheet->notation = notation;
	for (uint32_t i = 0; i < sheet->count; i++) {
		sheet->columns[i] = column_begin(
			paper, record, &voices->eras[sheet->first + i], notation);
		used += sheet->columns[i].width + GAP;
	}
	return used;
}

/* Takes from the widest until the columns fit: of what the eras are called no more than is needed to
 * know them, but where all else is given up. False where even the least is too much. */
static bool narrow(struct voices_sheet *sheet, const struct paper *paper,
	const struct record *record, const struct voices *voices, enum voices_notation notation,
	int room)
{
	const struct voices_era *eras = &voices->eras[sheet->first];
	int used = columns_begin(sheet, paper, record, voices, notation);
	for (bool least = false; used > room;) {
		struct voices_column *widest = NULL;
		for (uint32_t i = 0; i < sheet->count; i++) {
			struct voices_column *column = &sheet->columns[i];
			int cells = cells_width(&eras[i], notation);
			int label = least
				? LEAST
				: label_width(paper, record, &eras[i], LABEL_LEAST) - (GAP - 1);
			label = label > LEAST ? label : LEAST;
			if (column->width > (cells > label ? cells : label) &&
				(!widest || column->width > widest->width))
				widest = column;
		}
		if (!widest && (least || notation != VOICES_SUMS))
			return false;
		least |= !widest;
		if (!widest)
			continue;
		widest->width--;
		used--;
	}
	return true;
}

/* Lays so many eras out in the way that says most of those that fit: a mark for each entry where nobody
 * has too many, how many of each kind, for which names may be somewhat shorter, and how many in all. */
static bool columns_fit(struct voices_sheet *sheet, const struct paper *paper,
	const struct record *record, const struct voices *voices, int *names, int room)
{
	bool many = false;
	int shorter = *names * 7 / 8;
	for (uint32_t i = 0; i < sheet->count; i++)
		many |= voices->eras[sheet->first + i].most > MARKS_MOST;
	if (!many && narrow(sheet, paper, record, voices, VOICES_MARKS, room - *names))
		return true;
	if (narrow(sheet, paper, record, voices, VOICES_KINDS, room - *names))
		return true;
	if (shorter >= NAME_LEAST &&
		narrow(sheet, paper, record, voices, VOICES_KINDS, room - shorter)) {
		*names = room;
		for (uint32_t i = 0; i < sheet->count; i++)
			*names -= sheet->columns[i].width + GAP;
		return true;
	}
	return narrow(sheet, paper, record, voices, VOICES_SUMS, room - *names);
}

/* What all eras would like to have, in the way that takes least. */
static int eras_need(const struct paper *paper, const struct record *record,
	const struct voices *voices, enum voices_notation notation)
{
	int need = 0;
	for (uint32_t i = 0; i < voices->era_count && i < VOICES_COLUMNS; i++)
		need += column_begin(paper, record, &voices->eras[i], notation).width + GAP;
	return need;
}

/* ---- groups and names ---- */

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

void voices_line_name(
	struct buf *out, const struct record *record, const struct voices_line *line, bool beside)
{
	if (line->heading) {
		if (beside)
			buf_text(out, "all of them");
		else
			voices_heading(out, line);
		return;
	}
	if (line->of.thing == THING_PARALLEL) {
		buf_text(out, record->parallels[line->of.index].claim);
		return;
	}
	if (line->printed) {
		words_source_short(out, record, line->of, NULL);
		return;
	}
	if (line->of.thing == THING_VIEW) {
		buf_text(out, record->views[line->of.index].title);
		return;
	}
	bool party = line->of.thing == THING_PARTY;
	bool said = party && beside && strcmp(line->group, record_name(record, line->of)) == 0;
	if (!said)
		words_name(out, record, line->of);
	if (party)
		buf_format(out, "%sno person named", said ? "" : ", ");
	if (line->suffix)
		buf_format(out, ", %s", line->suffix);
}

/* The columns that hold most names of a page, as far as a page's worth of lines shows: few long ones do
 * not keep all others far from their cells. */
static int name_need(const struct paper *paper, const struct record *record,
	const struct voices *voices, bool beside)
{
	uint32_t widths[NAME_MOST + 1] = {0}, lines = 0, held = 0;
	int need = NAME_LEAST;
	for (; lines < voices->line_count && lines < 200; lines++) {
		struct buf name = {0};
		voices_line_name(&name, record, &voices->lines[lines], beside);
		int width = columns_of(paper, buf_string(&name));
		widths[width < NAME_MOST ? width : NAME_MOST]++;
		buf_free(&name);
	}
	for (int width = 0; width <= NAME_MOST && held * 8 < lines * 7; width++) {
		held += widths[width];
		need = width > need ? width : need;
	}
	return need;
}

/* As far as there is room. */
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

/* Names, and the columns of as many eras as have room beside them. */
static void eras_sheet(struct voices_sheet *sheet, const struct paper *paper,
	const struct record *record, const struct voices *voices, int names, uint32_t first)
{
	int room = sheet->edge - sheet->total + GAP - sheet->name;
	int share = room * 48 / 100;
	int left = room - GAP - eras_need(paper, record, voices, VOICES_MARKS);
	share = share > left ? share : left;
	names = names < share ? names : share;
	room -= GAP;
	uint32_t eras = voices->era_count;
	uint32_t count = eras < VOICES_COLUMNS ? eras : VOICES_COLUMNS;
	for (; count > 0; count--) {
		sheet->first = first + count > eras ? eras - count : first;
		sheet->count = count;
		if (columns_fit(sheet, paper, record, voices, &names, room))
			break;
	}
	sheet->count = count;
	sheet->name_end = sheet->name + names;
	int column = sheet->name_end + GAP + 1;
	for (uint32_t i = 0; i < count; i++) {
		sheet->columns[i].left = column;
		column += sheet->columns[i].width + GAP;
	}
}

void voices_sheet(struct voices_sheet *sheet, const struct paper *paper,
	const struct record *record, const struct voices *voices, enum voices_page page,
	uint32_t first)
{
	int width = paper->width, total = voices->part ? PARTS_WIDTH : TOTAL_WIDTH;
	if (page == VOICES_PLANS) {
		plans_sheet(sheet, paper, record, voices);
		return;
	}
	bool grouped = page == VOICES_SPEAKERS || page == VOICES_PARALLELS;
	bool beside = grouped && width >= VOICES_BESIDE_FROM;
	*sheet = (struct voices_sheet){.groups_beside = beside, .edge = width - 1, .total = total};
	if (beside)
		sheet->group_width = group_need(paper, voices);
	sheet->name = NAME_LEFT + sheet->group_width;
	int names = name_need(paper, record, voices, beside);
	if (page == VOICES_PARALLELS) /* which has none, but for where the last era goes on */
		sheet->total = GAP - 1;
	eras_sheet(sheet, paper, record, voices, names, first);
	if (sheet->total < total && sheet->count < voices->era_count) { /* of which is told there */
		sheet->total = total;
		eras_sheet(sheet, paper, record, voices, names, first);
	}
	/* Totals stand near what they count. */
	int column = sheet->name_end + 1;
	if (sheet->count) {
		const struct voices_column *last = &sheet->columns[sheet->count - 1];
		column = last->left + last->width;
	}
	if (column + sheet->total < sheet->edge)
		sheet->edge = column + sheet->total;
}
