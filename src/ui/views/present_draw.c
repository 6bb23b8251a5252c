/* The picture: one step, the place in the whole, and nothing else; or the page of keys. */
#include "ui/views/present.h"

#include "layout/words.h"

#include <string.h>

enum {
	PLACE_MARGIN = 2,
	PLACE_GAP = 2,  /* between its place and what there is to say */
	PAGES_MANY = 4, /* of a table: from so many on it is said how to pass them */
};

static const struct present_key {
	const char *keys, *what;
} key_lines[] = {
	{"Space Right PgDn Enter j", "the next step: words, speaker, question"},
	{"Left PgUp Backspace k", "the step before"},
	{"J K", "the next scene, the one before"},
	{". b", "a blank screen, and back"},
	{"o", "the event before its words, and words first again"},
	{"a", "run by itself, and pause"},
	{"+ -", "faster, slower"},
	{"12 Enter, 12 G", "the twelfth scene"},
	{"Home End", "the first scene, the last"},
	{"? F1", "these keys"},
	{"Esc q", "back to the explorer, at the event shown last"},
};

enum { KEY_LINES = sizeof key_lines / sizeof *key_lines };

static void draw_block(const struct app *app, struct grid *grid, const struct stage_block *block)
{
	const struct present *present = present_of(app);
	int left = present_step(present)->left;
	const struct area area = {block->top, left, grid->rows - block->top, grid->cols - left};
	for (uint32_t i = 0; i < block->count; i++)
		area_row(grid, app->form, area, (int)i, &present->stage.rows.at[block->first + i],
			0);
}

/* "page 1 of 2   3 of 11 · text 1 of 4"; on the title of a plan how many scenes follow, at its end
 * nothing. Which of several texts of the scene it is, is told where there is room. */
static void place_words(
	const struct present *present, const struct signs *signs, bool roomy, struct buf *words)
{
	const struct scenes *scenes = &present->scenes;
	const struct scene *scene = present_scene(present);
	const struct stage_step *step = present_step(present);
	if (step->pages > 1 && (step->shows == STAGE_WORDS || !step->words.count))
		buf_format(
			words, "page %u of %u   ", (unsigned)step->page + 1, (unsigned)step->pages);
	if (scene->kind == SCENE_OPENING)
		words_number(words, scenes->numbered, "scene", "scenes");
	else if (scene->kind != SCENE_CLOSING)
		buf_format(words, "%u of %u", (unsigned)(present->scene - scenes->number_first + 1),
			(unsigned)scenes->numbered);
	if (roomy && scene->kind == SCENE_WORDS && scene->count > 1 && step->part >= 0)
		buf_format(words, " %s text %d of %u", signs->dot, step->part + 1,
			(unsigned)scene->count);
}

/* How to go on, where one may not know it: at the beginning of a plan, on pages that are no words, and
 * at the end. */
static const char *next_words(const struct present *present)
{
	const struct scenes *scenes = &present->scenes;
	enum scene_kind kind = present_scene(present)->kind;
	bool at_end = present->step + 1 == present->stage.step_count &&
		present->scene + 1 >= scenes->number_first + scenes->numbered;
	if (kind == SCENE_QUESTIONS)
		return "Space begins the questions";
	if (at_end && present->scene + 1 == scenes->count)
		return "? keys   q back";
	if (at_end || kind == SCENE_OPENING)
		return "Space next   ? keys   q back";
	if (kind != SCENE_WORDS && present_step(present)->pages >= PAGES_MANY)
		return "J next scene";
	return "";
}

/* What there is to say; how to go on is never cut, but left out. */
static void note_words(const struct app *app, int room, struct buf *note)
{
	const struct present *present = present_of(app);
	if (*app_said(app))
		buf_text(note, app_said(app));
	else if (present->number)
		buf_format(note, "%u: then Enter", (unsigned)present->number);
	else if ((int)strlen(next_words(present)) <= room)
		buf_text(note, next_words(present));
}

static int width_of(const struct app *app, struct buf *words)
{
	return text_width(app->form, buf_string(words), words->len);
}

/* The last row: the place in the whole, and what there is to say. */
static void draw_place(struct app *app, struct grid *grid)
{
	const struct present *present = present_of(app);
	const struct style style = style_of(ROLE_COUNT_OF);
	struct area area = {grid->rows - 1, 0, 1, grid->cols};
	struct buf place = {0}, note = {0};
	int room = grid->cols - 2 * PLACE_MARGIN;
	app->message_drawn = true;
	if (grid->rows < 3)
		return;
	place_words(present, app->signs, false, &place);
	note_words(app, room - width_of(app, &place) - PLACE_GAP, &note);
	room -= note.len ? width_of(app, &note) + PLACE_GAP : 0;
	struct buf whole = {0};
	place_words(present, app->signs, true, &whole);
	bool roomy = width_of(app, &whole) <= room;
	area.cols = area_right(grid, app->form, area, 0, PLACE_MARGIN, style,
		buf_kept(roomy ? &whole : &place, &app->draw));
	area_text(grid, app->form, area, 0, PLACE_MARGIN, style, buf_kept(&note, &app->draw));
	buf_free(&whole);
	buf_free(&place);
	buf_free(&note);
}

static void keys_add(struct rows *rows)
{
	enum { KEYS_COLUMN = 3, WHAT_COLUMN = 30, NARROW = 60, NARROW_WHAT = 6 };
	int width = rows->paper.width, column = width < NARROW ? NARROW_WHAT : WHAT_COLUMN;
	rows_new(rows);
	rows_to(rows, KEYS_COLUMN);
	rows_text(rows, style_of(ROLE_TITLE), "Presenting");
	rows_new(rows);
	for (int i = 0; i < KEY_LINES; i++) {
		const char *what = key_lines[i].what;
		rows_new(rows);
		rows_to(rows, KEYS_COLUMN);
		rows_text(rows, style_of(ROLE_KEY), key_lines[i].keys);
		if (width < NARROW)
			rows_new(rows);
		rows_wrap_beside(rows, style_of(ROLE_HELP), what, strlen(what), column,
			width > column + 1 ? width - 1 : column + 1);
	}
}

void present_fit_keys(struct app *app)
{
	struct window *window = &present_of(app)->keys;
	struct paper paper = app_paper(app, app->cols);
	if (!window_is_laid(window, &paper)) {
		window_lay(window, &paper);
		keys_add(&window->rows);
		window_laid(window);
	}
	window_fit(window, app->rows > 2 ? app->rows - 1 : 1);
}

static void draw_keys(struct app *app, struct grid *grid)
{
	const struct window *window = &present_of(app)->keys;
	struct area area = {0, 0, window->height, grid->cols};
	window_draw(window, grid, app->form, area);
	if (app_draw_said(app, grid, ROLE_TITLE))
		return;
	area_text(grid, NULL, (struct area){grid->rows - 1, 0, 1, grid->cols}, 0, 1,
		style_of(ROLE_HELP),
		window_below(window) ? "Space more, any other key closes" : "any key closes");
}

void present_draw(struct app *app, struct grid *grid)
{
	struct present *present = present_of(app);
	if (!present->scenes.count)
		return;
	const struct stage_step *step = present_step(present);
	grid->cursor_hidden = app->message_drawn = present->blank;
	if (present->blank)
		return;
	if (present->help) {
		draw_keys(app, grid);
		return;
	}
	draw_block(app, grid, &step->words);
	draw_block(app, grid, &step->below);
	draw_block(app, grid, &step->ask);
	draw_place(app, grid);
	grid->cursor_row = stage_shown(step)->top;
	grid->cursor_col = step->left;
}
