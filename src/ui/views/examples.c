/* Ten examples of what can be typed at a prompt, chosen from what is shown of this record: each with
 * what it means and how much it leaves. Enter takes one into the prompt, which lies below; who types on
 * is back there. */
#include "ui/views/examples.h"

#include "ui/core/action_table.h"
#include "ui/core/frame.h"
#include "ui/core/keybar.h"
#include "ui/core/target.h"
#include "ui/core/view.h"

#include <string.h>

static struct page *page_of(const struct app *app)
{
	return view_state(app, &examples_view);
}

/* ---- in and out ---- */

static void examples_forget(struct app *app)
{
	struct page *page = page_of(app);
	arena_free(&page->arena);
	window_free(&page->window);
	*page = (struct page){.prompt = page->prompt};
}

static bool examples_open(struct app *app, const struct view_at *at)
{
	struct page *page = page_of(app);
	examples_forget(app);
	page->prompt = at->prompt;
	examples_fill(app, page);
	return true;
}

static enum app_next choose(struct app *app, const struct request *request)
{
	const struct page *page = page_of(app);
	int stop = page->window.stop;
	view_close(app);
	if (stop < page->count)
		prompt_take(app, page->at[stop].text);
	return APP_DRAW;
}

static void examples_move(struct app *app, struct motion motion)
{
	window_move(&page_of(app)->window, motion);
}

static bool example_choose(struct app *app, const struct target *target)
{
	struct window *window = &page_of(app)->window;
	int before = window->stop;
	window_select(window, target->item);
	return window->stop == before;
}

static int examples_wake(const struct app *app)
{
	const struct page *page = page_of(app);
	for (int i = 0; i < page->count; i++)
		if (page->at[i].uncounted)
			return 0;
	return -1;
}

static enum app_next examples_tick(struct app *app, int ms)
{
	examples_count(app, page_of(app));
	return APP_DRAW;
}

/* Letters are for the prompt, and so are the keys that edit a line; what moves is told by its name. */
static bool examples_key(struct app *app, int32_t key, enum app_next *next)
{
	*next = APP_DRAW;
	switch (key) {
	case INPUT_CTRL('n'):
	case INPUT_CTRL('p'):
		examples_move(app, (struct motion){MOTION_STEP, key == INPUT_CTRL('n') ? 1 : -1});
		return true;
	case INPUT_CTRL('c'):
	case INPUT_F1:
		view_close(app);
		return true;
	default:
		break;
	}
	int32_t plain = key & ~INPUT_HELD;
	bool typed = plain > INPUT_SPACE && plain < INPUT_FIRST_NAMED;
	if (!typed && action_for_key(plain) != ACTION_NONE)
		return false;
	if (plain >= INPUT_FIRST_NAMED)
		app_say_unheard(app, key, "Esc leads back");
	else
		*next = prompt_type(app, key);
	return true;
}

static void examples_paste(struct app *app, const char *text, size_t len)
{
	prompt_type_paste(app, text, len);
}

static const struct view_action actions[] = {
	{ACTION_INTO, choose},
	{ACTION_NONE, NULL},
};

static const struct hint hints[] = {
	{{ACTION_NONE}, "type your own"},
	{{ACTION_NONE}, "Down Up move", .rank = 1},
	{{ACTION_INTO}, "take it"},
	{{ACTION_ESCAPE}, "back"},
	{{ACTION_NONE}, NULL},
};

/* ---- the picture ---- */

static const struct head {
	const char *title, *words;
} heads[PROMPT_HELP] = {
	[PROMPT_FIND] = {"Examples of what / finds",
		"Goes to what is found while you type; n and N go on from there. Accents, capitals "
		"and spellings of names do not matter."},
	[PROMPT_QUERY] = {"Examples of what & shows",
		"Shows only what is asked for; \\ shows everything again. With a space between, "
		"all must hold; a,b is either; -term is not; \"two words\" stand together."},
	[PROMPT_DAY] = {"Examples of days for @",
		"Shows only what was public by the end of that day: later words, titles and "
		"outcomes are not there. \\ shows everything again."},
	[PROMPT_COMMAND] = {"Examples of what : does",
		"Goes to what you name, or does it. What fits is listed while you type; Down "
		"chooses, Enter does it."},
};

enum { LEFT = 3, APART = 2 };

static int width_of(const struct app *app, const char *text)
{
	return text ? text_width(app->form, text, strlen(text)) : 0;
}

/* The widest of the texts, or as much as it may have. */
static int text_column(const struct app *app, const struct page *page)
{
	int widest = 0, most = app->cols * 2 / 5;
	for (int i = 0; i < page->count; i++) {
		int width = width_of(app, page->at[i].text);
		widest = width > widest ? width : widest;
	}
	return widest < most ? widest : most;
}

/* The text, beside it what it means, and at the edge what it leaves; where there is little room, what
 * it means below it. */
static void lay_example(struct rows *rows, const struct app *app, const struct example *example,
	int column, int edge)
{
	enum { BESIDE_FROM = 64, BELOW = 4 };
	int counts = width_of(app, example->leaves);
	int right = edge - (counts ? counts + APART : 0);
	bool beside = app->cols >= BESIDE_FROM;
	size_t len = strlen(example->means);
	rows_new(rows);
	rows_to(rows, LEFT);
	rows_cut(rows, style_of(ROLE_KEY), example->text,
		beside                 ? column
			: right > LEFT ? right - LEFT
				       : 1);
	if (!beside && right > LEFT + APART && counts)
		rows_right(rows, edge, style_of(ROLE_COUNT_OF), example->leaves);
	if (!beside) {
		rows_wrap(rows, style_of(ROLE_HELP), example->means, len, LEFT + BELOW, edge, NULL,
			NULL);
		return;
	}
	struct rows means = rows_part(rows, right - LEFT - column - APART);
	rows_new(&means);
	rows_wrap_beside(&means, style_of(ROLE_HELP), example->means, len, 0, means.paper.width);
	for (uint32_t i = 0; i < means.count; i++) {
		if (i)
			rows_new(rows);
		for (const struct span *span = means.at[i].spans; span; span = span->next) {
			rows_to(rows, LEFT + column + APART + span->column);
			rows_add(rows, span->style, span->text, span->len);
		}
		if (!i && counts)
			rows_right(rows, edge, style_of(ROLE_COUNT_OF), example->leaves);
	}
}

static int edge_of(const struct app *app)
{
	return app->cols - 1 > 110 ? 110 : app->cols - 1;
}

static void examples_fit(struct app *app)
{
	struct page *page = page_of(app);
	struct paper paper = app_paper(app, app->cols);
	struct rows *rows = &page->window.rows;
	int column = text_column(app, page), edge = edge_of(app);
	if (!page->laid || !window_is_laid(&page->window, &paper)) {
		page->laid = true;
		page->window.show = WINDOW_LEAST;
		window_lay(&page->window, &paper);
		rows_stop(rows, -1);
		rows_paragraph(rows, style_of(ROLE_NOTE), heads[page->prompt->kind].words, 1,
			edge < ROWS_MEASURE ? edge : ROWS_MEASURE);
		rows_blank(rows);
		if (!page->count)
			rows_paragraph(rows, style_of(ROLE_NOTE),
				"Nothing is shown to choose from.", 1, edge);
		for (int i = 0; i < page->count; i++) {
			rows_stop(rows, i);
			lay_example(rows, app, &page->at[i], column, edge);
		}
		window_laid(&page->window);
	}
	window_fit(&page->window, frame_body(app, 0, 0).rows);
}

static void examples_draw(struct app *app, struct grid *grid)
{
	const struct page *page = page_of(app);
	const struct window *window = &page->window;
	struct area area = keybar_frame(
		app, grid, heads[page->prompt->kind].title, "from this record", hints);
	window_draw(window, grid, app->form, area);
	target_stops(app, window, area, 0);
	window_cursor(window, grid, area, window->top);
	if (!page->count)
		return;
	for (int row = window->stops[window->stop].last; row >= window->stops[window->stop].first;
		row--)
		if (row >= window->top && row < window->top + area.rows)
			area_select(grid, area, row - window->top, 1, edge_of(app) - 1,
				row == window->stops[window->stop].first ? app->signs->selected
									 : " ");
}

const struct view_ops examples_view = {
	.state_size = sizeof(struct page),
	.actions = actions,
	.types = true,
	.open = examples_open,
	.forget = examples_forget,
	.fit = examples_fit,
	.key = examples_key,
	.paste = examples_paste,
	.move = examples_move,
	.choose = example_choose,
	.wake = examples_wake,
	.tick = examples_tick,
	.draw = examples_draw,
};
