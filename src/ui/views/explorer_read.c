/* Reading on, and back, page by page: of an event all that stands there, what is about the entry as well
 * as its words, so that one key reads the record and nothing is left behind. */
#include "ui/views/explorer.h"

#include "ui/core/filter.h"
#include "ui/core/spot.h"
#include "ui/core/view.h"

/* Whether a row has words, and not who says them or what is told of them. */
static bool has_words(const struct row *row)
{
	enum role role = row->spans ? (enum role)row->spans->style.role : ROLE_COUNT;
	return role == ROLE_QUOTE || role == ROLE_REPORT || role == ROLE_VIEW;
}

/* A page that would begin with who said the words begins with the end of those: a name alone tells
 * nothing. */
static int with_words(const struct window *words, int next)
{
	enum { ENDING = 1 }; /* row of them */
	const struct row *rows = words->rows.at;
	int from = next;
	if (has_words(&rows[next]) || rows[next].stop <= 0 || words->height <= 2 * ENDING)
		return next;
	while (from > words->top && next - from < ENDING && has_words(&rows[from - 1]) &&
		rows[from - 1].stop == rows[next].stop)
		from--;
	return from;
}

/* A page begins where the last one ended, and not with the empty row between two quotations. */
static int page_end(const struct window *words)
{
	int next = words->top + words->height;
	if (next >= (int)words->rows.count)
		return next;
	return words->rows.at[next].spans ? with_words(words, next) : next + 1;
}

/* Who reads on has the words in view, and more of them where the panes are stacked. */
static void show_words(struct app *app)
{
	struct explorer *explorer = explorer_of(app);
	uint32_t item = explorer->list.selected;
	if (item == 0)
		explorer->focus = FOCUS_TIMELINE;
	else if (panes_of(app).divide < 0 && !items_is_group(app, item))
		explorer->focus = FOCUS_QUOTES;
	explorer->reading = explorer->focus == FOCUS_QUOTES;
	explorer->read_here = item > 0;
	explorer_fit(app);
}

void explorer_read_left(struct app *app, struct spot from)
{
	struct explorer *explorer = explorer_of(app);
	if (!explorer->read_here || spot_of(app).event == from.event)
		return;
	if (panes_of(app).divide < 0)
		from.focus = FOCUS_QUOTES;
	spot_came(app, from);
	explorer->read_here = false;
}

/* Only where nothing is hidden it is the end of the record. A plan is shown from its card on. */
static void say_end_of_reading(struct app *app)
{
	app_say(app, "%s",
		app->filter->asked.view ? "the end of this plan; g then p shows its scenes, \\ "
					  "shows the whole record"
			: filter_is_on(app)
			? "the end of what is selected; \\ shows all"
			: "the end of the record; g leads back to its first page");
}

enum app_next explorer_read_on(struct app *app, const struct request *request)
{
	struct explorer *explorer = explorer_of(app);
	struct window *words = &explorer->words;
	/* The pane grows as soon as one reads on: what counts is what was in view before; where only the
	 * timeline was, one goes on where one was. */
	bool shown = panes_of(app).words.rows > 0;
	int seen = shown ? page_end(words) : words->top;
	show_words(app);
	if (panes_of(app).words.rows > 0 && (int)words->rows.count > seen) {
		window_scroll(words, seen - words->top);
		return APP_DRAW;
	}
	if (explorer->list.selected + 1 < explorer->list.count)
		list_select(&explorer->list, (int64_t)explorer->list.selected + 1);
	else
		say_end_of_reading(app);
	show_words(app);
	return APP_DRAW;
}

/* Who looks around in the timeline, and has read elsewhere or come from elsewhere, goes back to that. */
static bool is_looking_around(const struct app *app)
{
	const struct explorer *explorer = explorer_of(app);
	return explorer->focus == FOCUS_TIMELINE && explorer->list.selected > 0 &&
		!explorer->read_here && app->trail->at > 0 && !spot_is_over(app);
}

enum app_next explorer_read_back(struct app *app, const struct request *request)
{
	struct explorer *explorer = explorer_of(app);
	struct window *words = &explorer->words;
	if (is_looking_around(app))
		return spot_retrace(
			app, &(struct request){.action = ACTION_RETRACE_BACK, .count = 1});
	show_words(app);
	if (window_scroll(words, -(int64_t)words->height))
		return APP_DRAW;
	if (explorer->list.selected == 0) {
		explorer_say_end(app, false);
		return APP_DRAW;
	}
	list_select(&explorer->list, (int64_t)explorer->list.selected - 1);
	if (explorer->list.selected == 0)
		explorer->focus = FOCUS_TIMELINE;
	show_words(app);
	window_end(words);
	if (explorer->list.selected == 0)
		window_select(words, 0);
	return APP_DRAW;
}
