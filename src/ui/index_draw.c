/* From above: the title with what has been typed, the eras, the list, and at the foot what is to be known of the
 * selected line, or who sat at the table without a word. Small screens give up the foot first, then
 * the frame. */
#include "ui/index_draw.h"

#include "layout/voices.h"
#include "layout/words.h"
#include "ui/index.h"
#include "ui/keybar.h"
#include "ui/view.h"

#include <stdio.h>
#include <string.h>

enum { FOOT_FROM = 18, FOOT_ROWS = 3, FRAME_FROM = 6 };

static struct paper paper_of(const struct app *app)
{
	return (struct paper){
		.width = app->cols, .signs = app->signs, .form = app->form, .dates = app->dates};
}

static const struct voices *page_of(const struct app *app)
{
	return app->index.pages[app->index.page];
}

static const struct voices_line *line_at(const struct app *app, uint32_t item)
{
	return &page_of(app)->lines[app->index.hits[item]];
}

static struct voices_sheet sheet_of(const struct app *app)
{
	struct voices_sheet sheet;
	struct paper paper = paper_of(app);
	voices_sheet(&sheet, &paper, app->result->record, page_of(app), app->index.page,
		app->index.first_era);
	return sheet;
}

/* The head row stands in the body; what is left is for the list and the foot. */
static int body_rows(const struct app *app)
{
	return app->rows < FRAME_FROM ? app->rows : app->rows - 4;
}

static bool has_foot(const struct app *app)
{
	return app->rows >= FOOT_FROM;
}

static bool begins_group(const struct app *app, uint32_t item)
{
	if (!app->index.hit_count || !line_at(app, item)->group)
		return false;
	return item == 0 || strcmp(line_at(app, item)->group, line_at(app, item - 1)->group) != 0;
}

/* A group has an empty row above it, or where names need the room, a row with its name. */
static int line_height(const void *what, uint32_t item)
{
	const struct app *app = what;
	bool beside = app->cols >= VOICES_BESIDE_FROM;
	if (!begins_group(app, item) || (beside && app->index.page == VOICES_PARALLELS))
		return 1;
	return item > 0 || !beside ? 2 : 1;
}

struct list_heights index_heights(const struct app *app)
{
	return (struct list_heights){line_height, app};
}

static void draw_lines(struct app *app, struct grid *grid, struct area area)
{
	struct index *index = &app->index;
	struct voices_sheet sheet = sheet_of(app);
	struct list_heights heights = index_heights(app);
	struct paper paper = paper_of(app);
	list_settle(&index->list, &heights, area.rows);
	int line = 0;
	for (uint32_t item = index->list.top; item < index->hit_count && line < area.rows; item++) {
		bool selected = item == index->list.selected;
		uint8_t flags = selected ? STYLE_SELECTED : 0;
		if (line_height(app, item) == 2) {
			if (!sheet.groups_beside)
				area_text(grid, app->form, area, line, 1,
					(struct style){ROLE_ERA, 0}, line_at(app, item)->group);
			line += sheet.groups_beside && item == index->list.top ? 0 : 1;
		}
		struct rows rows;
		rows_begin(&rows, &app->draw, &paper);
		voices_line_add(&rows, app->result->record, line_at(app, item), &sheet,
			begins_group(app, item) || item == index->list.top);
		area_row(grid, app->form, area, line, &rows.at[0], flags);
		if (selected && line < area.rows) {
			area_text(grid, NULL, area, line, sheet.name - 1,
				(struct style){ROLE_FOCUS, flags}, app->signs->selected);
			grid_mark(grid, area.row + line, area.col + sheet.name,
				sheet.edge - sheet.name, STYLE_SELECTED);
			grid->cursor_row = area.row + line;
			grid->cursor_col = area.col + sheet.name - 1;
		}
		line++;
	}
}

static bool is_at_end(const struct app *app)
{
	return app->index.list.selected + 1 >= app->index.hit_count;
}

/* "At the table, without a word here: ...", as many names as some rows hold. */
static void silent_text(struct buf *out, const struct app *app, int rows)
{
	const struct voices *voices = page_of(app);
	const char *more = is_at_end(app) ? " more" : " more (End shows them)";
	int room = rows * (app->cols - 4) - 12 - (int)strlen(more);
	if (!voices->silent_count)
		return;
	buf_text(out, "At the table, without a word here: ");
	for (uint32_t n = 0; n < voices->silent_count; n++) {
		const char *name = app->result->record->people[voices->silent[n]].name;
		if (text_width(app->form, out->text, out->len) +
				text_width(app->form, name, strlen(name)) >
			room) {
			buf_text(out, " and ");
			words_figure(out, voices->silent_count - n);
			buf_text(out, more);
			return;
		}
		buf_format(out, "%s%s", n ? ", " : "", name);
	}
}

static void foot_add(struct rows *rows, const struct app *app, struct arena *arena, int silent_rows)
{
	const struct index *index = &app->index;
	struct paper paper = paper_of(app);
	struct buf text = {0};
	rows_begin(rows, arena, &paper);
	if (index->page == VOICES_SPEAKERS)
		silent_text(&text, app, silent_rows);
	else if (index->hit_count)
		voices_detail(&text, app->result->record, line_at(app, index->list.selected));
	if (text.len)
		rows_wrap(rows, (struct style){ROLE_NOTE, 0},
			arena_text(arena, text.text, text.len), text.len, 1,
			index->page != VOICES_SPEAKERS && app->cols > 110 ? 109 : app->cols - 1,
			NULL, NULL);
	buf_free(&text);
}

/* Rows of the foot, with an empty one above. The silent have more at the end of the list, and all who fit there. */
static int foot_rows(const struct app *app)
{
	struct arena arena = {0};
	struct rows rows;
	int most = body_rows(app) / 2;
	if (!has_foot(app))
		return 0;
	if (app->index.page != VOICES_SPEAKERS || !is_at_end(app))
		return FOOT_ROWS;
	foot_add(&rows, app, &arena, body_rows(app));
	int needed = (int)rows.count + 1;
	arena_free(&arena);
	return needed < FOOT_ROWS ? FOOT_ROWS : needed < most ? needed : most;
}

int index_rows(const struct app *app)
{
	int rows = body_rows(app) - (app->rows < FRAME_FROM ? 0 : 1) - foot_rows(app);
	return rows > 0 ? rows : 1;
}

static void draw_foot(struct app *app, struct grid *grid, struct area area)
{
	struct rows rows;
	foot_add(&rows, app, &app->draw, body_rows(app));
	if ((int)rows.count > area.rows && app->index.page == VOICES_SPEAKERS)
		foot_add(&rows, app, &app->draw, area.rows);
	for (uint32_t i = 0; i < rows.count && (int)i < area.rows; i++)
		area_row(grid, app->form, area, (int)i, &rows.at[i], 0);
	/* What the foot cannot hold is said to go on. */
	if ((int)rows.count > area.rows)
		area_right(grid, NULL, area, area.rows - 1, 0, (struct style){ROLE_NOTE, 0},
			app->signs->cut);
}

static void draw_place(struct app *app, struct grid *grid)
{
	const struct index *index = &app->index;
	const struct voices *voices = page_of(app);
	struct buf text = {0};
	if (index->page == VOICES_SPEAKERS && voices->unattributed) {
		buf_char(&text, ' ');
		words_figure(&text, voices->unattributed);
		buf_format(&text, " unattributed %s", app->signs->dot);
	}
	buf_format(&text, " %u of %u ", (unsigned)(index->hit_count ? index->list.selected + 1 : 0),
		(unsigned)index->hit_count);
	area_right(grid, NULL, (struct area){grid->rows - 2, 0, 1, grid->cols}, 0, 1,
		(struct style){ROLE_COUNT_OF, 0}, buf_string(&text));
	buf_free(&text);
}

/* Letters are letters here, so these keys are not those of the table of actions. */
const struct hint index_hints[] = {
	{{ACTION_NONE}, "type to narrow"},
	{{ACTION_NONE}, "Enter only this"},
	{{ACTION_NONE}, "Tab next page"},
	{{ACTION_NONE}, "Down next"},
	{{ACTION_NONE}, "Esc close"},
	{{ACTION_NONE}, "F1 help"},
	{{ACTION_NONE}, NULL},
};

/* Where not all eras have room. */
static const struct hint more_hints[] = {
	{{ACTION_NONE}, "type to narrow"},
	{{ACTION_NONE}, "Enter only this"},
	{{ACTION_NONE}, "Tab next page"},
	{{ACTION_NONE}, "Right later"},
	{{ACTION_NONE}, "Esc close"},
	{{ACTION_NONE}, "F1 help"},
	{{ACTION_NONE}, NULL},
};

static void title_text(struct buf *out, const struct app *app)
{
	static const char *const names[VOICES_PAGES] = {
		"Speakers", "Themes", "Sources", "Parallels"};
	buf_text(out, names[app->index.page]);
	if (app->index.needle.len)
		buf_format(out, "  /%s", buf_string(&app->index.needle));
}

static void draw_nothing(struct app *app, struct grid *grid, struct area area)
{
	static const char *const none[VOICES_PAGES] = {
		"Nobody speaks in this record yet.",
		"This record names no themes.",
		"This record names no sources.",
		"Nobody likens one event of this record to another.",
	};
	area_text(grid, NULL, area, 1, 2, (struct style){ROLE_NOTE, 0},
		app->index.needle.len ? "No line has these letters; Backspace takes one back."
				      : none[app->index.page]);
}

void index_draw(struct app *app, struct grid *grid)
{
	const struct voices *voices = page_of(app);
	struct buf title = {0}, counts = {0};
	title_text(&title, app);
	voices_counts(&counts, app->signs, voices, app->index.page);
	struct voices_sheet sheet = sheet_of(app);
	struct area area = app_draw_frame(app, grid, buf_string(&title), buf_string(&counts),
		sheet.count < voices->era_count ? more_hints : index_hints);
	buf_free(&title);
	buf_free(&counts);
	if (area.row) {
		struct rows rows;
		struct paper paper = paper_of(app);
		rows_begin(&rows, &app->draw, &paper);
		voices_head_add(&rows, app->result->record, voices, &sheet);
		area_row(grid, app->form, area, 0, &rows.at[0], 0);
		draw_place(app, grid);
		area.row++;
	}
	area.rows = index_rows(app);
	if (app->index.hit_count)
		draw_lines(app, grid, area);
	else
		draw_nothing(app, grid, area);
	if (has_foot(app))
		draw_foot(app, grid,
			(struct area){area.row + area.rows + 1, 0, foot_rows(app) - 1, app->cols});
}
