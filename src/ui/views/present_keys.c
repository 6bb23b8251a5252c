/* The page of keys, in which / finds those that do what is typed. */
#include "ui/core/prompt.h"
#include "ui/views/present.h"

#include <string.h>

static const struct present_key {
	const char *keys, *what;
	int32_t key; /* that does it; INPUT_NONE where there are several, or more than one is typed */
} key_lines[] = {
	{"Space Right PgDn Enter j", "the next step: words, speaker, question", INPUT_SPACE},
	{"Left PgUp Backspace k", "the step before", 'k'},
	{"J K", "the next scene, the one before", INPUT_NONE},
	{". b", "a blank screen, and back", '.'},
	{"v c w l", "positions, comparison, quiz, links; q back", INPUT_NONE},
	{"i t s", "index: speakers, themes, sources; q back", INPUT_NONE},
	{"W F3", "who that is, once the speaker is shown; q back", 'W'},
	{"C-g", "how many minutes are left, or have passed", INPUT_CTRL('g')},
	{"o", "the event before its words, and words first again", 'o'},
	{"a", "run by itself, and pause", 'a'},
	{"+ -", "faster, slower", INPUT_NONE},
	{"12 Enter, 12 G", "the twelfth scene", INPUT_NONE},
	{"Home End", "the first scene, the last", INPUT_NONE},
	{"D", "dates New Style, Old Style, both", 'D'},
	{"? F1", "these keys", '?'},
	{"q Esc", "twice: to the explorer, at the event shown last", 'q'},
};

enum { KEY_LINES = sizeof key_lines / sizeof *key_lines };

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

void present_draw_keys(struct app *app, struct grid *grid)
{
	const struct window *window = &present_of(app)->keys;
	struct area area = {0, 0, window->height, grid->cols};
	window_draw(window, grid, app->form, area);
	if (app_draw_said(app, grid, ROLE_TITLE))
		return;
	area_text(grid, NULL, (struct area){grid->rows - 1, 0, 1, grid->cols}, 0, 1,
		style_of(ROLE_HELP),
		window_below(window) ? "Space more, / finds a key, any other closes"
				     : "/ finds a key, any other closes");
}

/* ---- finding one ---- */

static void find_changed(struct app *app, const char *text)
{
	if (!prompt_candidates(app)->count)
		prompt_note(app, true, "no key does that here");
}

static void find_offer(struct app *app, struct candidates *list, uint32_t things)
{
	for (int i = 0; i < KEY_LINES; i++) {
		int fit = FIT_NOT;
		candidates_try(list, key_lines[i].what, TEXT_OF_NAME, &fit);
		candidates_try(list, key_lines[i].keys, TEXT_OF_NAME, &fit);
		if (candidates_want(list, fit))
			candidates_keep(list,
				&(struct candidate){.text = key_lines[i].keys,
					.help = key_lines[i].what,
					.fit = fit});
	}
	list->all = true;
}

/* Does what the chosen key does, or says which keys there are; where nothing is typed the page stays. */
static bool find_accept(struct app *app, const char *text, struct ref meant)
{
	const struct candidate *chosen = candidates_chosen(prompt_candidates(app));
	if (!*text || !chosen)
		return !*text;
	present_of(app)->help = false;
	for (int i = 0; i < KEY_LINES; i++) {
		const struct present_key *line = &key_lines[i];
		if (strcmp(line->keys, chosen->text) != 0)
			continue;
		if (line->key == INPUT_NONE)
			app_say(app, "%s: %s", line->keys, line->what);
		else
			present_view.key(app, line->key, &app->next);
	}
	return true;
}

static const struct prompt_ops find_ops = {
	.kind = PROMPT_HELP,
	.does = "find ",
	.label = "/",
	.changed = find_changed,
	.accept = find_accept,
	.list = {.begin = candidates_begin_choice, .offer = find_offer},
};

void present_find_key(struct app *app)
{
	prompt_open(app, &find_ops, "");
}

void present_find_end(struct app *app)
{
	if (prompt_is_for(app, &find_ops))
		view_close(app);
}
