/* A page is filled line by line; what does not fit any more begins the next one. When all are made,
 * the highest says where all of them begin. */
#include "layout/scene_table.h"

#include "layout/compare.h"
#include "layout/contrast.h"
#include "layout/positions.h"
#include "layout/scene.h"
#include "layout/words.h"

enum {
	BODY_LEAST = 4,   /* lines that a table keeps for itself below its head, */
	BODY_ASKED = 8,   /* and beside a question */
	LEGEND_FROM = 14, /* lines of the stage, for what the signs mean */
	LEGEND_GAP = 1,   /* above it */
	LEGEND_ROWS = 2,  /* of one that has no room in a row, about */
	ASK_GAP = 2,      /* above a question, */
	TIGHT_BELOW = 24, /* and one less on a stage of fewer rows: a table needs them more */
	ASK_MOST = 100,   /* columns of one */
	HEAD_ROWS = 2,    /* of the positions: what a meeting is called, and when it was */
	EDGE = 1,         /* of what stands below a table */
	MARGIN_FROM = 72, /* columns of the wall, for more than that */
};

static const struct positions_spot nowhere = {UINT32_MAX, 0, 0};

/* A table is as wide as what stands around it, so that they have their edges in common. */
static int table_width(const struct stage *stage)
{
	int wall = stage->rows.paper.width < STAGE_WALL ? stage->rows.paper.width : STAGE_WALL;
	return wall < MARGIN_FROM ? wall : wall - 2 * (STAGE_MARGIN - EDGE);
}

static int table_left(const struct stage *stage)
{
	int width = stage->rows.paper.width;
	if (width < MARGIN_FROM)
		return 0;
	return (width > STAGE_WALL ? (width - STAGE_WALL) / 2 : 0) + STAGE_MARGIN - EDGE;
}

/* A table being laid out. */
struct sheet {
	struct stage *stage;
	struct rows head;
	struct stage_step page; /* what all have, and the rows of the page at hand */
	uint32_t body;          /* where its own rows begin */
	uint32_t room;          /* lines of a page, with its head */
	uint32_t gap;           /* above the question */
	struct stage_block ask; /* the question: on the first page, and the last if it has room */
	uint32_t begun;         /* the first step */
	uint32_t head_rows;     /* on its page */
	int label;              /* columns in which its lines are named; 0 where they are not so */
	bool headed;            /* the head stands on each */
	bool open;              /* there is a page at hand */
};

static void put(struct rows *rows, const struct rows *part)
{
	rows_beside(rows, &(struct rows_column){part, 0}, 1);
}

/* A part of rows, from one on. */
static struct rows slice(const struct rows *rows, uint32_t first, uint32_t count)
{
	struct rows part = *rows;
	part.at += first;
	part.count = count;
	return part;
}

/* ---- pages ---- */

static void page_begin(struct sheet *sheet, size_t from)
{
	struct rows *rows = &sheet->stage->rows;
	sheet->page.words.first = rows->count;
	sheet->page.from = from;
	if (sheet->headed && sheet->head.count) {
		put(rows, &sheet->head);
		rows_new(rows);
	}
	sheet->body = rows->count;
}

/* The lines that the question takes. */
static uint32_t ask_rows(const struct sheet *sheet)
{
	return sheet->ask.count + sheet->gap;
}

static void page_end(struct sheet *sheet)
{
	const struct rows *rows = &sheet->stage->rows;
	uint32_t end = rows->count;
	while (end > sheet->body && !rows->at[end - 1].spans)
		end--;
	sheet->page.words.count = end - sheet->page.words.first;
	stage_step_add(sheet->stage, &sheet->page);
	if (sheet->page.ask.count)
		sheet->room += ask_rows(sheet);
	sheet->page.ask.count = 0;
}

static void page_turn(struct sheet *sheet, size_t from)
{
	page_end(sheet);
	page_begin(sheet, from);
}

static bool page_is_empty(const struct sheet *sheet)
{
	return sheet->stage->rows.count == sheet->body;
}

/* Lines that are left on the page. */
static uint32_t page_room(const struct sheet *sheet)
{
	uint32_t used = sheet->stage->rows.count - sheet->page.words.first;
	return used < sheet->room ? sheet->room - used : 0;
}

/* Adds rows, on more pages where they do not fit on one. */
static void body_add(struct sheet *sheet, struct rows part, size_t from)
{
	while (part.count) {
		uint32_t room = page_room(sheet), take = part.count < room ? part.count : room;
		struct rows now = slice(&part, 0, take);
		put(&sheet->stage->rows, &now);
		part = slice(&part, take, part.count - take);
		if (part.count)
			page_turn(sheet, from);
	}
}

/* ---- the table ---- */

static struct stage_block block_add(struct rows *rows, const struct rows *part, int left, int top)
{
	struct stage_block block = {rows->count, part->count, top};
	rows_beside(rows, &(struct rows_column){part, left}, 1);
	return block;
}

/* Begins a table of so many columns and rows of head; the question and the legend take their lines
 * where enough are left. */
static void sheet_begin(struct sheet *sheet, struct stage *stage, int width, int label,
	uint32_t head, const char *ask, const char *legend)
{
	struct rows asked = rows_part(&stage->rows, width);
	struct rows signs = rows_part(&stage->rows, width - 2 * EDGE);
	uint32_t height = stage->height;
	*sheet = (struct sheet){.stage = stage,
		.room = height,
		.gap = height < TIGHT_BELOW ? ASK_GAP - 1 : ASK_GAP,
		.begun = stage->step_count,
		.head_rows = head,
		.label = label};
	sheet->page.left = table_left(stage);
	if (ask)
		rows_paragraph(&asked, style_of(ROLE_TITLE), ask, EDGE,
			width < ASK_MOST ? width : ASK_MOST);
	contrast_legend_add(&signs, legend);
	uint32_t legend_rows = signs.count + LEGEND_GAP;
	if (*legend && height >= LEGEND_FROM && legend_rows + head + 1 + BODY_LEAST <= height) {
		sheet->page.below = block_add(
			&stage->rows, &signs, EDGE, (int)(height - signs.count));
		sheet->room -= legend_rows;
	}
	sheet->headed = head + 1 + BODY_LEAST <= sheet->room;
	if (asked.count && asked.count + sheet->gap + head + 1 + BODY_ASKED <= sheet->room) {
		sheet->page.ask = sheet->ask = block_add(&stage->rows, &asked, 0, 0);
		sheet->room -= ask_rows(sheet);
	}
}

/* What follows stands below this head, from a new page on. */
static void sheet_head(struct sheet *sheet, const struct rows *head, size_t from)
{
	if (sheet->open)
		page_end(sheet);
	sheet->open = true;
	sheet->head = *head;
	page_begin(sheet, from);
	if (!sheet->headed)
		body_add(sheet, *head, from);
}

/* Adds a page of text. */
static void text_add(struct stage *stage, int number, enum role role, const char *text)
{
	struct stage_part part = {.number = number, .words = stage->rows.count};
	int width = stage->rows.paper.width;
	rows_paragraph(&stage->rows, style_of(role), text, EDGE,
		width < ASK_MOST ? width - EDGE : ASK_MOST);
	part.word_count = stage->rows.count - part.words;
	part.left = stage_centre(&stage->rows, part.words, EDGE);
	stage_part_add(stage, &part);
}

/* Adds a row with what stands in the first columns of another. */
static void label_add(struct rows *rows, const struct row *row, int columns)
{
	rows_new(rows);
	for (const struct span *span = row->spans; span && span->column < columns;
		span = span->next) {
		rows_to(rows, span->column);
		rows_add(rows, span->style, span->text, span->len);
	}
}

/* Puts a step before the first page: the question, and below the head of the table what its lines are
 * called, in the places that they have there. Where the question has no room, that alone. */
static void asked_add(struct sheet *sheet)
{
	struct stage *stage = sheet->stage;
	struct stage_step *steps = (struct stage_step *)(uintptr_t)stage->steps;
	struct stage_step asked = steps[sheet->begun];
	if (!sheet->ask.count) {
		asked = steps[stage->step_count - 1];
	} else if (sheet->label) {
		struct rows page = slice(&stage->rows, asked.words.first, asked.words.count);
		struct rows labels = rows_part(&stage->rows, stage->rows.paper.width);
		uint32_t head = sheet->headed ? sheet->head_rows : page.count;
		for (uint32_t i = 0; i < page.count; i++)
			label_add(&labels, &page.at[i],
				i < head ? stage->rows.paper.width : sheet->label);
		asked.words.first = stage->rows.count;
		put(&stage->rows, &labels);
	} else {
		return;
	}
	asked.part = SCENE_ASKED;
	stage_step_add(stage, &asked);
	steps = (struct stage_step *)(uintptr_t)stage->steps;
	for (uint32_t i = stage->step_count - 1; i > sheet->begun; i--)
		steps[i] = steps[i - 1];
	steps[sheet->begun] = asked;
}

/* All pages begin on one line. The question stands on the first, below the highest that has it, and again
 * on the last where there is room; on a page of its own where there was none. */
static void sheet_end(struct sheet *sheet, const char *ask)
{
	struct stage *stage = sheet->stage;
	uint32_t asked = 0, tallest = 0, end;
	page_end(sheet);
	end = stage->step_count;
	struct stage_step *steps = (struct stage_step *)(uintptr_t)stage->steps;
	if (sheet->ask.count && steps[end - 1].words.count + ask_rows(sheet) <= sheet->room)
		steps[end - 1].ask = sheet->ask;
	for (uint32_t i = sheet->begun; i < end; i++) {
		uint32_t count = steps[i].words.count;
		asked = steps[i].ask.count && count > asked ? count : asked;
		tallest = count > tallest ? count : tallest;
	}
	if (sheet->ask.count && asked + ask_rows(sheet) > tallest)
		tallest = asked + ask_rows(sheet);
	for (uint32_t i = sheet->begun; i < end; i++) {
		steps[i].page = i - sheet->begun;
		steps[i].pages = end - sheet->begun;
		steps[i].words.top = (int)(sheet->room - tallest) / 2;
		steps[i].ask.top = steps[i].words.top + (int)(asked + sheet->gap);
	}
	if (ask && !sheet->ask.count)
		text_add(stage, 1, ROLE_TITLE, ask);
	if (ask)
		asked_add(sheet);
}

/* ---- positions ---- */

static bool begins_issue(const struct position_table *table, uint32_t line)
{
	return !line || table->lines[line].issue.index != table->lines[line - 1].issue.index;
}

/* A positions table and its columns on a page. */
struct across {
	const struct result *result;
	const struct position_table *table;
	struct positions_columns columns;
};

static struct rows line_rows(
	const struct sheet *sheet, const struct across *across, uint32_t line, bool titled)
{
	struct rows part = rows_part(&sheet->stage->rows, table_width(sheet->stage));
	positions_line_add(&part, across->result->record, across->table, &across->columns, line,
		titled, nowhere);
	return part;
}

/* The lines at some of the meetings; an issue that goes on on another page is named there again. */
static void lines_add(struct sheet *sheet, const struct across *across, size_t before)
{
	for (uint32_t line = 0; line < across->table->line_count; line++) {
		bool begins = begins_issue(across->table, line), empty = page_is_empty(sheet);
		bool spaced = begins && line && !empty;
		struct rows part = line_rows(sheet, across, line, begins);
		if (!empty && part.count + spaced > page_room(sheet)) {
			page_turn(sheet, before + line);
			part = line_rows(sheet, across, line, true);
		} else if (spaced) {
			rows_new(&sheet->stage->rows);
		}
		body_add(sheet, part, before + line);
	}
}

void scene_table_lay(struct stage *stage, const struct result *result,
	const struct position_table *table, const char *ask)
{
	struct across across = {result, table, positions_columns(table, table_width(stage), 0)};
	struct buf legend = {0};
	struct sheet sheet;
	int width = 1 + across.columns.label + (int)across.columns.count * across.columns.width;
	int room = width - 2 * EDGE;
	const struct signs *signs = stage->rows.paper.signs;
	if (!table->line_count) {
		text_add(stage, 0, ROLE_TEXT, positions_none(result, table));
		if (ask)
			text_add(stage, 1, ROLE_TITLE, ask);
		return;
	}
	if (!positions_legend(&legend, signs, table, &across.columns, room))
		positions_legend(&legend, signs, table, &across.columns, LEGEND_ROWS * room);
	sheet_begin(&sheet, stage, width, across.columns.label, HEAD_ROWS, ask,
		buf_kept(&legend, stage->rows.arena));
	do {
		struct rows head = rows_part(&stage->rows, table_width(stage));
		size_t before = (size_t)across.columns.first * table->line_count;
		positions_head_add(&head, result->record, table, &across.columns);
		sheet_head(&sheet, &head, before);
		lines_add(&sheet, &across, before);
	} while (positions_columns_next(table, &across.columns));
	sheet_end(&sheet, ask);
	buf_free(&legend);
}

/* ---- a comparison ---- */

/* Whether two neighbouring lines are of one block: an issue, the people. */
static bool is_one_block(const struct compare_line *line, const struct compare_line *next)
{
	return line->field == next->field &&
		((line->field == COMPARE_STAND && ref_same(line->issue, next->issue)) ||
			line->field == COMPARE_PEOPLE);
}

/* What goes on on a new page is named there again: "Ceasefire, continued", and whose words where they
 * too go on. There is a line before this one. */
static void continued_add(
	struct sheet *sheet, const struct compare *compare, const struct compare_line *line)
{
	const struct record *record = compare->result->record;
	struct rows part = rows_part(&sheet->stage->rows, table_width(sheet->stage));
	struct buf words = {0};
	bool same_party = ref_same(line[-1].about, line->about) && line->about.thing != THING_NONE;
	bool stands = line->field == COMPARE_STAND;
	if (!is_one_block(&line[-1], line))
		return;
	if (stands)
		buf_text(&words, record_name(record, line->issue));
	if (same_party)
		buf_format(&words, words.len ? ", %s" : "for %s", record_name(record, line->about));
	if (words.len) {
		buf_text(&words, ", continued");
		rows_new(&part);
		rows_to(&part, EDGE);
		rows_cut(&part,
			stands ? style_of(ROLE_ERA) : words_speaker_style(record, line->about),
			buf_kept(&words, part.arena), part.paper.width - 2 * EDGE);
		put(&sheet->stage->rows, &part);
	}
	buf_free(&words);
}

/* The rows from a line on to the end of its block, without what is empty below. */
static uint32_t block_rows(const struct rows *rows, const struct compare_place *places,
	const struct compare *compare, uint32_t n)
{
	uint32_t last = n;
	while (last + 1 < compare->count &&
		is_one_block(&compare->lines[last], &compare->lines[last + 1]))
		last++;
	uint32_t end = last + 1 < compare->count ? places[last + 1].first : rows->count;
	while (end > places[n].first && !rows->at[end - 1].spans)
		end--;
	return end - places[n].first;
}

/* Whether a line begins a block that is better parted from what is on the page: the page is half full, and
 * the block whole on the next. */
static bool block_turns(const struct sheet *sheet, const struct rows *rows,
	const struct compare_place *places, const struct compare *compare, uint32_t n)
{
	if (!n || is_one_block(&compare->lines[n - 1], &compare->lines[n]))
		return false;
	uint32_t block = block_rows(rows, places, compare, n), room = page_room(sheet);
	uint32_t whole = sheet->room - (sheet->headed ? sheet->head.count + 1 : 0);
	return block > room && block <= whole && room < whole / 2;
}

/* The lines of the comparison, as they stand in its rows. */
static void places_add(struct sheet *sheet, const struct rows *rows,
	const struct compare_place *places, const struct compare *compare)
{
	uint32_t count = compare->count;
	for (uint32_t n = 0; n < count; n++) {
		uint32_t first = n ? places[n].first : 0;
		uint32_t end = n + 1 < count ? places[n + 1].first : rows->count, full = end;
		while (full > first && !rows->at[full - 1].spans)
			full--;
		if (!page_is_empty(sheet) &&
			(full - first > page_room(sheet) ||
				block_turns(sheet, rows, places, compare, n))) {
			page_turn(sheet, n);
			if (n && full - first < page_room(sheet))
				continued_add(sheet, compare, &compare->lines[n]);
		}
		uint32_t room = page_room(sheet);
		if (end - first > room && full - first <= room)
			end = full; /* no empty row begins a page */
		body_add(sheet, slice(rows, first, end - first), n);
	}
	if (!count)
		body_add(sheet, *rows, 0);
}

void scene_beside_lay(struct stage *stage, const struct result *result, const struct scene *scene)
{
	struct rows head = rows_part(&stage->rows, table_width(stage)), rows = head;
	struct buf legend = {0};
	struct compare compare;
	struct sheet sheet;
	if (!scenes_compare(stage->rows.arena, result, scene->step, &compare)) {
		text_add(stage, 0, ROLE_TEXT, "What was compared here is not in this selection.");
		return;
	}
	struct compare_columns columns = compare_columns(table_width(stage));
	struct compare_place *places = arena_alloc(
		stage->rows.arena, compare.count, sizeof *places);
	int width = columns.left[COMPARE_RIGHT] + columns.width, room = width - 2 * EDGE;
	const struct signs *signs = stage->rows.paper.signs;
	compare_head_add(&head, &compare);
	compare_add(&rows, &compare, places);
	if (!compare_legend(&legend, signs, &compare, room))
		compare_legend(&legend, signs, &compare, LEGEND_ROWS * room);
	sheet_begin(&sheet, stage, width, columns.stacked ? 0 : columns.label, head.count,
		scene->ask, buf_kept(&legend, stage->rows.arena));
	sheet_head(&sheet, &head, 0);
	places_add(&sheet, &rows, places, &compare);
	sheet_end(&sheet, scene->ask);
	buf_free(&legend);
}
