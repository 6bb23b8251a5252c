/* The card's lesson plans, or the scenes of the one that is shown: Enter leads into them, and opens the
 * plan that is selected, or shows the scene. Stop 0 is the card's own text, the nth stop the nth of
 * these. */
#include "ui/views/explorer.h"

#include "layout/card.h"
#include "ui/core/filter.h"
#include "ui/core/target.h"

/* The number of what is selected on the card, from 1; 0 where nothing is. */
static int number_selected(const struct app *app)
{
	const struct explorer *explorer = explorer_of(app);
	bool within = explorer->list.selected == 0 && explorer->focus == FOCUS_QUOTES;
	return within && explorer->words.stop > 0 ? explorer->words.stop : 0;
}

/* The plan that is selected, by its place in the record; -1 where none is. */
static int64_t plan_selected(const struct app *app)
{
	int number = app->filter->asked.view ? 0 : number_selected(app);
	return number ? card_plan(app->result->record, number) : -1;
}

/* The scene that is selected, by its number; 0 where none is. */
static int scene_selected(const struct app *app)
{
	return app->filter->asked.view ? number_selected(app) : 0;
}

bool explorer_card_into(struct app *app)
{
	struct explorer *explorer = explorer_of(app);
	int64_t plan = plan_selected(app);
	if (explorer->list.selected != 0 || explorer->words.stop_count < 2)
		return false;
	if (plan >= 0) {
		explorer->entered = filter_plan(app, (uint32_t)plan);
		return true;
	}
	if (scene_selected(app)) {
		view_open(app, &present_view, &(struct view_at){.page = scene_selected(app)});
		return true;
	}
	explorer->focus = FOCUS_QUOTES;
	explorer_fit(app);
	window_select(&explorer->words, 1);
	return true;
}

void explorer_card_out(struct app *app)
{
	struct explorer *explorer = explorer_of(app);
	if (explorer->list.selected != 0)
		return;
	explorer->focus = FOCUS_TIMELINE;
	window_select(&explorer->words, 0);
	window_fit(&explorer->words, explorer->words.height);
}

void explorer_card_step(struct app *app, int64_t by)
{
	struct explorer *explorer = explorer_of(app);
	if (!window_move(&explorer->words, (struct motion){MOTION_STEP, by}))
		app_say(app,
			app->filter->asked.view
				? "this is the last scene; Enter shows it, Esc leads back"
				: "this is the last lesson plan; Enter opens it, Esc leads back");
	if (explorer->words.stop == 0)
		explorer_card_out(app);
}

/* Columns of a line, up to an end, are clicked for a key. */
static void note_key(
	struct app *app, struct area area, int line, int from, int end, const struct span *key)
{
	target_named(app, area, line, from, end - from, key->text, key->len);
}

/* What the keys lead to, phrase by phrase, each up to where the next one begins: they are clicked for the
 * key in their place, over as many lines as they take. */
static void note_phrases(struct app *app, struct area area, int line, const struct span *said,
	const struct span *const *keys, int count)
{
	for (int key = 0; said; said = said->below, line++) {
		const char *from = said->text, *end = from + said->len, *apart;
		int col = said->column;
		while (from < end) {
			note_key(app, area, line, col, area.cols, keys[key]);
			apart = key < count - 1 ? memchr(from, ';', (size_t)(end - from)) : NULL;
			const char *next = apart && apart + 1 < end ? apart + 2 : end;
			key += apart != NULL;
			col += text_width(app->form, from, (size_t)(next - from));
			from = next;
		}
	}
}

static bool span_is(const struct span *span, const char *text)
{
	return span->len == strlen(text) && memcmp(span->text, text, span->len) == 0;
}

/* The keys of a row that the card names: each for itself with what it leads to, and what stands between is
 * the part of the one before. From among its plans Enter is for these: the row leads to the first. */
static void note_row(
	struct app *app, struct area area, int line, const struct row *row, bool within)
{
	enum { MOST = 4 };
	const struct span *keys[MOST], *last = NULL;
	int count = 0;
	for (const struct span *span = row->spans; span; last = span, span = span->next)
		if (span->style.role == ROLE_KEY && count < MOST)
			keys[count++] = span;
	if (within && count == 1 && span_is(keys[0], "Enter")) {
		target_item(app, area, line, 1, PART_STOP, 1);
		return;
	}
	for (int i = 0; i < count; i++)
		note_key(app, area, line, keys[i]->column,
			i + 1 < count ? keys[i + 1]->column : last->column, keys[i]);
	if (count)
		note_phrases(app, area, line, last, keys, count);
}

void explorer_card_note(struct app *app, struct area area)
{
	const struct explorer *explorer = explorer_of(app);
	const struct window *words = &explorer->words;
	if (explorer->list.selected != 0 || !words->stop_count)
		return;
	for (int row = words->top; row <= words->stops[0].last; row++)
		if (row >= words->stops[0].first && row - words->top < area.rows)
			note_row(app, area, row - words->top, &words->rows.at[row],
				explorer->focus != FOCUS_TIMELINE);
}

enum app_next explorer_card_present(struct app *app, const struct request *request)
{
	int64_t plan = plan_selected(app);
	if (plan < 0 || filter_plan(app, (uint32_t)plan))
		view_open(app, &present_view, &(struct view_at){.page = scene_selected(app)});
	return APP_DRAW;
}
