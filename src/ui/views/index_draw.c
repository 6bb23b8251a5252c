/* The picture of the index. From above: the title with what has been typed, the eras, the list, and at
 * the foot what is to be known of the selected line, or who sat at the table without a word. On a very
 * wide screen that stands beside the list. Small screens give up the foot first, then the frame. */
#include "ui/views/index.h"

#include "layout/voices_foot.h"
#include "layout/voices_stance.h"
#include "ui/core/filter.h"
#include "ui/core/frame.h"
#include "ui/core/list.h"
#include "ui/core/secret.h"
#include "ui/core/spot.h"
#include "ui/core/target.h"

#include <string.h>

/* Where the foot stands beside the list, which keeps so many columns. */
enum { SIDE_FROM = 160, SIDE_MOST = 82, LIST_LEAST = 104 };

/* On the page of sources, from so many columns and rows on, where each stands is below its line: those
 * of which the editor says it come first. */
static bool has_stances(const struct app *app)
{
	enum { COLUMNS = 50, ROWS = 12 };
	const struct voices *voices = index_page(app);
	return index_of(app)->page == VOICES_SOURCES && app->cols >= COLUMNS && app->rows >= ROWS &&
		voices->line_count && voices_has_stance(app->record, &voices->lines[0]);
}

/* The columns of what stands beside the list, with the line between them; 0 where it stands below. */
static int side_columns(const struct app *app)
{
	int room = app->cols - LIST_LEAST;
	if (app->cols < SIDE_FROM || index_of(app)->page == VOICES_PLANS || has_stances(app))
		return 0;
	return room < SIDE_MOST ? room : SIDE_MOST;
}

static int list_columns(const struct app *app)
{
	return app->cols - side_columns(app);
}

/* ---- the window ---- */

const struct voices *index_page(const struct app *app)
{
	return index_of(app)->pages[index_of(app)->page];
}

const struct voices_line *index_line(const struct app *app, uint32_t item)
{
	return &index_page(app)->lines[index_of(app)->narrow.hits[item]];
}

struct voices_sheet index_sheet(const struct app *app)
{
	struct voices_sheet sheet;
	struct paper paper = app_paper(app, list_columns(app));
	voices_sheet(&sheet, &paper, app->record, index_page(app), index_of(app)->page,
		index_of(app)->first_era);
	return sheet;
}

static bool begins_group(const struct app *app, uint32_t item)
{
	if (!index_of(app)->narrow.count || !index_line(app, item)->group)
		return false;
	return item == 0 ||
		strcmp(index_line(app, item)->group, index_line(app, item - 1)->group) != 0;
}

/* The rows below a line, of where its source stands. */
static int stance_rows(const struct app *app, uint32_t item, bool *whole)
{
	struct paper paper = app_paper(app, app->cols);
	*whole = false;
	if (!index_of(app)->narrow.count || !has_stances(app))
		return 0;
	return voices_stance_rows(&paper, app->record, index_line(app, item), whole);
}

/* With what stands above it, where there is room. A group has an empty row above it, or where names need
 * the room, a row with its name, unless its first line says it; the two of the sources both. */
static int line_height(const struct app *app, uint32_t item)
{
	bool beside = app->cols >= VOICES_BESIDE_FROM;
	enum voices_page page = index_of(app)->page;
	if (begins_group(app, item) && page == VOICES_SOURCES)
		return item > 0 ? 3 : 2;
	if (!begins_group(app, item) || (beside && page == VOICES_PARALLELS) ||
		(!beside && index_line(app, item)->heading))
		return 1;
	return item > 0 || !beside ? 2 : 1;
}

int index_line_height(const void *what, uint32_t item)
{
	enum { SMALL = 10 };
	const struct app *app = what;
	bool whole;
	int height = line_height(app, item) + stance_rows(app, item, &whole);
	if (height == 1 || app->rows > SMALL)
		return height;
	int rows = index_rows(app);
	return height < rows ? height : rows;
}

static bool is_at_end(const struct app *app)
{
	return index_of(app)->narrow.list.selected + 1 >= index_of(app)->narrow.count;
}

/* Whether what is said of a line would tell whose the words of a scene are, or name who is heard later. */
static bool tells(const struct app *app, const struct voices_line *line)
{
	const char *note = line && line->of.thing == THING_THEME
		? app->record->themes[line->of.index].note
		: NULL;
	return (line && line->waits) || secret_is_named(app, note);
}

/* In what somebody has no words: not in the record, where a lesson is shown, or told so far. */
static const char *within(const struct app *app)
{
	return spot_is_over(app) ? "so far" : app->filter->asked.view ? "in this lesson" : "here";
}

static struct voices_foot foot_of(const struct app *app)
{
	const struct index *index = index_of(app);
	const struct voices_line *line = index->narrow.count
		? index_line(app, index->narrow.list.selected)
		: NULL;
	return (struct voices_foot){
		.voices = index_page(app),
		.page = index->page,
		.line = tells(app, line) ? NULL : line,
		.within = within(app),
		.narrowed = index->narrow.needle.text.len > 0,
		.at_end = is_at_end(app) || side_columns(app),
		.beside = side_columns(app) > 0,
		.paper = app_paper(app, side_columns(app) ? side_columns(app) - 1 : app->cols),
		.screen = app->rows,
		.body = frame_body(app, 0, 0).rows,
	};
}

static int foot_rows(const struct app *app)
{
	struct voices_foot foot = foot_of(app);
	bool whole;
	/* What is said below the line itself is not said again. */
	if (side_columns(app) ||
		(stance_rows(app, index_of(app)->narrow.list.selected, &whole) && whole))
		return 0;
	return voices_foot_rows(app->record, &foot);
}

/* Below the head row, above the foot. */
static struct area list_area(const struct app *app)
{
	return frame_body(app, 1, foot_rows(app));
}

int index_rows(const struct app *app)
{
	return list_area(app).rows;
}

/* ---- the picture ---- */

/* Draws the heading above a line; whose words stand below the lines has room in it or none. Returns
 * whether that is said. */
static bool draw_group(struct app *app, struct grid *grid, struct area area, int line,
	const struct voices_line *first)
{
	struct rows rows = app_rows(app, area.cols);
	const char *owner = has_stances(app) && voices_has_stance(app->record, first)
		? voices_stance_owner(app->record, index_page(app))
		: "";
	int width = text_width(app->form, first->group, strlen(first->group));
	bool fits = width + (int)strlen(owner) < area.cols;
	rows_new(&rows);
	rows_to(&rows, 1);
	rows_cut(&rows, style_of(ROLE_ERA), first->group, area.cols - 1);
	if (fits)
		rows_text(&rows, style_of(ROLE_NOTE), owner);
	area_row(grid, app->form, area, line, &rows.at[0], 0);
	return *owner && fits;
}

/* Draws where the source of a line stands, in the rows below it; returns how many. */
static int draw_stance(
	struct app *app, struct grid *grid, struct area area, int line, uint32_t item)
{
	bool whole;
	int count = stance_rows(app, item, &whole);
	struct rows rows = app_rows(app, app->cols);
	if (!count)
		return 0;
	voices_stance_add(&rows, app->record, index_line(app, item));
	area_rows(grid, app->form, area, line, &rows);
	target_item(app, area, line, count, 0, item);
	return count;
}

/* Returns whether it has still to be said whose words stand below lines. */
static bool draw_lines(struct app *app, struct grid *grid, struct area area)
{
	struct index *index = index_of(app);
	struct voices_sheet sheet = index_sheet(app);
	struct list_heights heights = {index_line_height, app};
	struct paper paper = app_paper(app, app->cols);
	struct buf needle = {0};
	narrow_fold(&index->narrow, &needle);
	list_settle(&index->narrow.list, &heights, area.rows);
	int line = 0;
	bool owned = false, stands = false, whole;
	for (uint32_t item = index->narrow.list.top; item < index->narrow.count && line < area.rows;
		item++) {
		bool selected = item == index->narrow.list.selected;
		int height = index_line_height(app, item) - stance_rows(app, item, &whole);
		if (height > 1) {
			line += height - 2;
			if (!sheet.groups_beside)
				owned |= draw_group(app, grid, area, line, index_line(app, item));
			line += sheet.groups_beside && item == index->narrow.list.top ? 0 : 1;
		}
		struct rows rows;
		rows_begin(&rows, &app->draw, &paper);
		voices_line_add(&rows, app->record, index_line(app, item), &sheet,
			begins_group(app, item) || item == index->narrow.list.top,
			buf_string(&needle));
		area_row(grid, app->form, area, line, &rows.at[0], 0);
		target_item(app, area, line, 1, 0, item);
		if (selected && line < area.rows)
			area_select(grid, area, line, sheet.name - 1, sheet.edge - sheet.name + 1,
				app->signs->selected);
		int below = draw_stance(app, grid, area, line + 1, item);
		stands |= below > 0;
		line += 1 + below;
	}
	buf_free(&needle);
	return stands && !owned;
}

static void draw_foot(struct app *app, struct grid *grid, struct area area)
{
	struct rows rows;
	struct voices_foot foot = foot_of(app);
	voices_foot_add(&rows, &app->draw, app->record, &foot, foot.body);
	if ((int)rows.count > area.rows && index_of(app)->page == VOICES_SPEAKERS)
		voices_foot_add(&rows, &app->draw, app->record, &foot, area.rows);
	for (uint32_t i = 0; i < rows.count && (int)i < area.rows; i++)
		area_row(grid, app->form, area, (int)i, &rows.at[i], 0);
	/* What the foot cannot hold is said to go on. */
	if ((int)rows.count > area.rows)
		area_right(
			grid, NULL, area, area.rows - 1, 0, style_of(ROLE_NOTE), app->signs->cut);
}

/* The foot, where it stands beside the list. */
static void draw_side(struct app *app, struct grid *grid, struct area body)
{
	int col = list_columns(app);
	if (!side_columns(app))
		return;
	for (int row = body.row; row < body.row + body.rows; row++)
		grid_fill(grid, row, col, 1, style_of(ROLE_RULE), app->signs->vertical);
	grid_fill(grid, body.row + body.rows, col, 1, style_of(ROLE_RULE), app->signs->join_bottom);
	draw_foot(app, grid,
		(struct area){body.row + 1, col + 1, body.rows - 1, app->cols - col - 1});
}

/* " only 2025 ·": of what it counts, where that is not all; as much as has room. */
static void base_words(struct buf *out, struct app *app, int columns)
{
	struct rows rows = app_rows(app, app->cols);
	rows_new(&rows);
	rows_cut(&rows, style_of(ROLE_TEXT),
		arena_text(&app->draw, filter_base_told(app), strlen(filter_base_told(app))),
		columns);
	buf_text(out, " only ");
	for (const struct span *span = rows.at[0].spans; span; span = span->next)
		buf_add(out, span->text, span->len);
	while (out->len && out->text[out->len - 1] == ' ')
		out->text[--out->len] = '\0';
	buf_format(out, " %s", app->signs->dot);
}

/* What is counted of themes, which a search for their names does not find; behind what the signs mean,
 * where that has room. */
static void counted_words(struct buf *signs, int room)
{
	static const char behind[] = "   on each theme, in any words";
	if (!signs->len)
		buf_text(signs, "counted: what is said on each theme, in any words");
	else if (text_width(NULL, signs->text, signs->len) + (int)sizeof behind - 1 <= room)
		buf_text(signs, behind);
}

/* Which line is selected, and where there is no room for the counts above, what the signs mean; what is
 * counted of themes; and whose words stand below lines. */
static void draw_place(struct app *app, struct grid *grid, bool legend, bool owner)
{
	const struct index *index = index_of(app);
	enum { QUERY = 24 };
	struct buf text = {0}, signs = {0};
	if (index_page(app)->part)
		base_words(&text, app, QUERY);
	voices_uncounted(&text, app->signs, index_page(app));
	buf_format(&text, " %u of %u ",
		(unsigned)(index->narrow.count ? index->narrow.list.selected + 1 : 0),
		(unsigned)index->narrow.count);
	if (legend)
		voices_signs(&signs, app->signs, index_page(app), index->page);
	int room = app->cols - 6 - text_width(NULL, buf_string(&text), text.len);
	if (index->page == VOICES_THEMES && index->narrow.count)
		counted_words(&signs, room);
	if (owner) {
		buf_text(&signs, signs.len ? "   " : "");
		buf_text(&signs, "below each: the editor");
	}
	if (signs.len && text_width(NULL, signs.text, signs.len) <= room)
		frame_legend(app, grid, buf_string(&signs), 0);
	frame_note(app, grid, buf_string(&text));
	buf_free(&text);
	buf_free(&signs);
}

enum { PAGES_APART = 3 };

/* The names of the pages, or of the one at hand alone. */
static void pages_text(struct buf *out, const struct app *app, bool all)
{
	for (int page = 0; page < VOICES_PAGES; page++) {
		if (all ? !index_has_page(app, (enum voices_page)page)
			: page != (int)index_of(app)->page)
			continue;
		buf_repeat(out, " ", out->len ? PAGES_APART : 0);
		buf_text(out, voices_title((enum voices_page)page));
	}
}

/* What is typed stands behind the names of the pages, of which there is only one where all have no
 * room. Returns how many columns they take. */
static int title_text(struct buf *out, const struct app *app)
{
	const struct buf *typed = &index_of(app)->narrow.needle.text;
	int room = app->cols - 2 -
		(typed->len ? 4 + text_width(app->form, typed->text, typed->len) : 0);
	pages_text(out, app, true);
	if ((int)out->len > room) {
		buf_clear(out);
		pages_text(out, app, false);
	}
	int width = (int)out->len;
	if (typed->len) {
		buf_text(out, "   /");
		buf_add(out, typed->text, typed->len);
	}
	return width;
}

/* The page at hand stands in brackets, and the others, which a click turns to, are not as bright. */
static void draw_pages(struct app *app, struct grid *grid, int width)
{
	struct buf one = {0};
	pages_text(&one, app, false);
	bool all = (int)one.len < width;
	buf_free(&one);
	for (int page = 0, col = 1; all && page < VOICES_PAGES; page++) {
		if (!index_has_page(app, (enum voices_page)page))
			continue;
		int cols = (int)strlen(voices_title((enum voices_page)page));
		if (page == (int)index_of(app)->page) {
			grid_put(grid, NULL, 0, col - 1, 1, style_of(ROLE_FOCUS), "[", 1);
			grid_put(grid, NULL, 0, col + cols, 1, style_of(ROLE_FOCUS), "]", 1);
		} else {
			grid_role(grid, 0, col, cols, ROLE_TITLE, ROLE_COUNT_OF);
		}
		target_place(app, (struct area){0, col, 1, cols}, 0, 1, INDEX_PAGE, page);
		col += cols + PAGES_APART;
	}
}

static void draw_nothing(struct app *app, struct grid *grid, struct area area)
{
	const struct select_options *asked = &app->filter->asked;
	const struct index_none *none = index_none(app);
	struct buf text = {0};
	if (none->silent.thing != THING_NONE)
		buf_format(&text, "%s was at a table and has no words %s; Enter shows where.",
			record_name(app->record, none->silent), within(app));
	else if (none->fits)
		buf_format(&text, "No line has these letters here; %u in %s: Tab.",
			(unsigned)none->fits, voices_title(none->other));
	else if (none->is_said)
		buf_text(&text, "No line has these letters; Enter finds them in the record.");
	else if (index_of(app)->narrow.needle.text.len)
		buf_text(&text,
			index_page(app)->part
				? "No line of what & shows has these letters; Esc, then \\ shows "
				  "all."
				: "No line has these letters; Backspace takes one back, Down and "
				  "Up "
				  "move.");
	else if (index_page(app)->waiting)
		buf_text(&text,
			"A parallel waits until the lesson has shown what it is drawn between, "
			"and who is heard on it.");
	else
		buf_text(&text, voices_none(index_of(app)->page, asked->view || asked->as_of));
	grid->cursor_row = area.row + (area.rows > 1 ? 1 : 0);
	struct rows rows = app_rows(app, grid->cols);
	rows_paragraph(&rows, style_of(ROLE_NOTE), buf_string(&text), 2, grid->cols - 1);
	area_rows(grid, app->form, area, 1, &rows);
	buf_free(&text);
}

/* The names of the eras, and of how many there are more: a click on those leads on to them, or back. */
static void draw_head(struct app *app, struct grid *grid, const struct voices_sheet *sheet)
{
	enum { MORE = 3 };
	const struct voices *voices = index_page(app);
	struct rows rows = app_rows(app, app->cols);
	struct area body = frame_body(app, 0, 0);
	voices_head_add(&rows, app->record, voices, sheet);
	area_row(grid, app->form, body, 0, &rows.at[0], 0);
	for (uint32_t i = 0; i < sheet->count; i++) {
		const struct voices_column *column = &sheet->columns[i];
		struct area head = {body.row, column->left, 1, column->width};
		if (voices->eras[sheet->first + i].era.thing == THING_ERA)
			target_place(app, head, 0, 1, INDEX_ERA, sheet->first + i);
	}
	if (sheet->count < voices->era_count)
		target_key(app, (struct area){body.row, sheet->edge - MORE, 1, MORE}, INPUT_RIGHT);
}

void index_draw(struct app *app, struct grid *grid)
{
	const struct voices *voices = index_page(app);
	struct buf title = {0}, counts = {0};
	int pages = title_text(&title, app);
	voices_counts(&counts, app->signs, voices, index_of(app)->page);
	struct voices_sheet sheet = index_sheet(app);
	bool signs = sheet.notation != VOICES_SUMS; /* else there are none to explain */
	if (!signs && index_of(app)->page != VOICES_SPEAKERS)
		buf_clear(&counts);
	bool counted = text_width(app->form, buf_string(&title), title.len) +
			text_width(NULL, buf_string(&counts), counts.len) + 6 <=
		app->cols;
	if (!counted)
		buf_clear(&counts);
	struct hint bar[HINTS_MOST];
	index_bar(app, sheet.count < voices->era_count, bar);
	keybar_frame(app, grid, buf_string(&title), buf_string(&counts), bar);
	buf_free(&title);
	buf_free(&counts);
	if (!frame_is_bare(app)) {
		narrow_mark(app, &index_of(app)->narrow, grid, 1 + pages + 4);
		draw_pages(app, grid, pages);
		draw_head(app, grid, &sheet);
	}
	struct area area = list_area(app);
	bool owner = false;
	if (index_of(app)->narrow.count)
		owner = draw_lines(app, grid, area);
	else
		draw_nothing(app, grid, area);
	if (!frame_is_bare(app))
		draw_place(app, grid, !counted && signs, owner);
	int foot = foot_rows(app);
	if (!frame_is_bare(app))
		draw_side(app, grid, frame_body(app, 0, 0));
	if (!foot)
		return;
	frame_foot(app, grid, area.row + area.rows);
	draw_foot(app, grid, (struct area){area.row + area.rows + 1, 0, foot - 1, app->cols});
}
