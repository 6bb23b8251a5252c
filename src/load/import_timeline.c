/* TimelineJS: the JSON of its third version, in an object or a list of slides, and of those before it, in
 * which all stands in "timeline"; and the table that it is made of. All are made into slides of the third. */
#include "load/import_slide.h"

#include "base/memory.h"
#include "base/text.h"

#include <string.h>

static const char advice[] = "makes a file of it to go on from";

static void slide_give(struct import *import, const struct node *slide)
{
	const struct node *type = import_field(slide, "type");
	const char *word = import_plain(type) ? type->text : "";
	bool title = !strcmp(word, "title") || !strcmp(word, "overview");
	bool era = !strcmp(word, "era");
	if (title || era || !strcmp(word, "event"))
		import_take(import, type);
	if (title)
		slide_title(import, slide);
	else if (era)
		slide_era(import, slide);
	else
		slide_event(import, slide);
}

/* ---- before the third version ---- */

/* A slide of the third version out of one of those before, or the title slide. */
static const struct node *slide_renew(struct import *import, const struct node *old, bool titled)
{
	struct making slide = make_map(import, old->place), text = make_map(import, old->place),
		      media = make_map(import, old->place);
	const struct node *asset = import_field(old, "asset");
	make_same(import, &text, "headline", import_field(old, "headline"));
	make_same(import, &text, "text", import_field(old, "text"));
	make_same(import, &media, "url", import_field(asset, "media"));
	make_same(import, &media, "caption", import_field(asset, "caption"));
	make_same(import, &media, "credit", import_field(asset, "credit"));
	if (!titled) {
		make_same(import, &slide, "start_date", import_field(old, "startDate"));
		make_same(import, &slide, "end_date", import_field(old, "endDate"));
		make_same(import, &slide, "group", import_field(old, "tag"));
	}
	make_add(import, &slide, "text", text.node);
	make_add(import, &slide, "media", media.node);
	return slide.node;
}

static void old_give(struct import *import, const struct node *old,
	void (*give)(struct import *, const struct node *))
{
	const struct node *slide = slide_renew(import, old, give == slide_title);
	give(import, slide);
	import_rest(import, slide, NULL);
}

static void old_read(struct import *import, const struct node *timeline)
{
	const struct node *dates = import_field(timeline, "date");
	const struct node *eras = import_field(timeline, "era");
	const struct node *type = import_field(timeline, "type");
	if (import_plain(type) && !strcmp(type->text, "default"))
		import_take(import, type);
	old_give(import, timeline, slide_title);
	for (const struct node *at = dates ? dates->child : NULL; at; at = at->next)
		old_give(import, at, slide_event);
	for (const struct node *at = eras ? eras->child : NULL; at; at = at->next)
		old_give(import, at, slide_era);
}

/* ---- items ---- */

static void slides_read(struct import *import, const struct node *slides)
{
	for (const struct node *at = slides->child; at; at = at->next)
		slide_give(import, at);
}

static bool is_section(const struct node_item *item, const char *name)
{
	return strcmp(item->section->text, name) == 0;
}

static void item_read(struct import *import, const struct node_item *item)
{
	const struct node *value = item->value;
	bool listed = is_section(item, "events") || is_section(item, "slides") ||
		!item->section->len;
	if (!value)
		return;
	if (listed && !item->whole)
		slide_give(import, value);
	else if (is_section(item, "eras") && !item->whole)
		slide_era(import, value);
	else if (is_section(item, "title"))
		slide_title(import, value);
	else if (is_section(item, "timeline") && import_field(value, "slides"))
		slides_read(import, import_field(value, "slides"));
	else if (is_section(item, "timeline"))
		old_read(import, value);
	else if (is_section(item, "scale") && import_plain(value) &&
		(!strcmp(value->text, "human") || !strcmp(value->text, "cosmological")))
		import_take(
			import, value); /* how long years are drawn, which dates say themselves */
	import_rest(import, value, item->section);
}

const struct import_form import_timeline = {
	.item = item_read,
	.finish = slides_finish,
	.advice = advice,
};

/* ---- the table ---- */

/* Where the cells of a column go: a mapping of the slide, or the slide itself, and their key in it. */
enum part { PART_SLIDE, PART_START, PART_END, PART_TEXT, PART_MEDIA, PART_COUNT };

struct column {
	const char *name; /* in small letters, and nothing else */
	enum part part;
	const char *key;
};

static const struct column columns[] = {
	{"year", PART_START, "year"},
	{"month", PART_START, "month"},
	{"day", PART_START, "day"},
	{"time", PART_START, "time"},
	{"endyear", PART_END, "year"},
	{"endmonth", PART_END, "month"},
	{"endday", PART_END, "day"},
	{"endtime", PART_END, "time"},
	{"startdate", PART_SLIDE, "start_date"},
	{"enddate", PART_SLIDE, "end_date"},
	{"displaydate", PART_SLIDE, "display_date"},
	{"headline", PART_TEXT, "headline"},
	{"text", PART_TEXT, "text"},
	{"media", PART_MEDIA, "url"},
	{"mediaurl", PART_MEDIA, "url"},
	{"mediacredit", PART_MEDIA, "credit"},
	{"mediacaption", PART_MEDIA, "caption"},
	{"mediaalttext", PART_MEDIA, "alt"},
	{"type", PART_SLIDE, "type"},
	{"group", PART_SLIDE, "group"},
	{"tag", PART_SLIDE, "group"},
	{"uniqueid", PART_SLIDE, "unique_id"},
};

enum { COLUMNS = sizeof columns / sizeof *columns };

/* The number of a column of the table; COLUMNS where it is none of these. */
static uint8_t column_find(const char *name)
{
	char small[32];
	size_t len = 0;
	for (; *name && len < sizeof small - 1; name++)
		if (text_small(*name) >= 'a' && text_small(*name) <= 'z')
			small[len++] = text_small(*name);
	small[len] = '\0';
	uint8_t i = 0;
	while (i < COLUMNS && strcmp(columns[i].name, small) != 0)
		i++;
	return i;
}

static void head_read(struct import *import, const struct csv_row *row)
{
	import->columns = mem_alloc(row->count);
	import->column_names = arena_alloc(&import->kept, row->count, sizeof(char *));
	import->column_count = row->count;
	for (size_t i = 0; i < row->count; i++) {
		const struct csv_cell *cell = &row->cells[i];
		import->columns[i] = column_find(cell->text);
		import->column_names[i] = arena_text(&import->kept, cell->text, cell->len);
	}
}

static void cell_read(
	struct import *import, struct making *parts, const struct csv_cell *cell, size_t number)
{
	size_t column = number < import->column_count ? import->columns[number] : COLUMNS;
	if (!cell->text[strspn(cell->text, " \t\r\n")])
		return;
	bool free = column < COLUMNS &&
		!import_field(parts[columns[column].part].node, columns[column].key);
	if (free)
		make_field(import, &parts[columns[column].part], columns[column].key, cell->text,
			cell->place);
	else if (number < import->column_count && *import->column_names[number])
		import_left(import, cell->place, import->column_names[number]);
	else
		import_tell(import, CODE_LEFT_OUT, cell->place,
			"a cell in a column without a name is left out");
}

/* Tells of the cells of a part that is there already, as "Start Date" beside "Year". */
static void part_left(struct import *import, const struct csv_row *row, enum part part)
{
	for (size_t i = 0; i < row->count && i < import->column_count; i++) {
		const struct csv_cell *cell = &row->cells[i];
		uint8_t column = import->columns[i];
		if (column < COLUMNS && columns[column].part == part &&
			cell->text[strspn(cell->text, " \t\r\n")])
			import_left(import, cell->place, import->column_names[i]);
	}
}

static void row_read(struct import *import, const struct csv_row *row)
{
	static const char *const keys[PART_COUNT] = {
		NULL, "start_date", "end_date", "text", "media"};
	struct making parts[PART_COUNT];
	if (row->blank)
		return;
	if (!import->columns) {
		head_read(import, row);
		return;
	}
	for (size_t i = 0; i < PART_COUNT; i++)
		parts[i] = make_map(import, row->cells[0].place);
	for (size_t i = 0; i < row->count; i++)
		cell_read(import, parts, &row->cells[i], i);
	for (size_t i = 1; i < PART_COUNT; i++)
		if (import_field(parts[0].node, keys[i]))
			part_left(import, row, (enum part)i);
		else if (parts[i].node->count)
			make_add(import, &parts[0], keys[i], parts[i].node);
	slide_give(import, parts[0].node);
	import_rest(import, parts[0].node, NULL);
}

const struct import_form import_timeline_table = {
	.row = row_read,
	.finish = slides_finish,
	.advice = advice,
};
