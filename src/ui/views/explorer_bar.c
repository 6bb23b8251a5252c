/* The explorer's last row: its keys by where it stands, or what waits to be compared. */
#include "ui/views/explorer.h"

#include "layout/words.h"
#include "layout/words_quote.h"
#include "ui/core/filter.h"
#include "ui/core/find.h"
#include "ui/core/keybar.h"
#include "ui/core/quitting.h"
#include "ui/core/spot.h"

#include <string.h>

/* What is wanted: on the card, in the timeline and in the words; what arrows do anyhow, or help tells
 * as well, gives way first. The ways out of a selection and
 * of where a link led are shown while there is such a thing; while a plan is open, before them, that
 * it is presented. */
static const struct hint card_hints[] = {
	{{ACTION_READ_ON}, "begin"},
	{{ACTION_SHOW_ALL}, "show all"},
	{{ACTION_NEXT, ACTION_PREVIOUS}, "move"},
	{{ACTION_FIND}, "find"},
	{{ACTION_INDEX}, "index"},
	{{ACTION_PRESENT}, "present"},
	{{ACTION_COMMAND}, "go to"},
	{{ACTION_FILTER}, "filter"},
	{{ACTION_POSITIONS}, "positions"},
	{{ACTION_NEXT_ERA, ACTION_PREVIOUS_ERA}, "era"},
	{{ACTION_HELP}, "help"},
	{{ACTION_LEAVE}, "quit"},
	{{ACTION_NONE}, NULL},
};

/* On the card of a plan: what it is for comes first. */
static const struct hint lesson_hints[] = {
	{{ACTION_PRESENT}, "start the lesson"},
	{{ACTION_READ_ON}, "read its events"},
	{{ACTION_SHOW_ALL}, "show all"},
	{{ACTION_NEXT, ACTION_PREVIOUS}, "move", .rank = 1},
	{{ACTION_FIND}, "find", .rank = 1},
	{{ACTION_POSITIONS}, "positions", .rank = 1},
	{{ACTION_HELP}, "help"},
	{{ACTION_LEAVE}, "quit"},
	{{ACTION_NONE}, NULL},
};

/* Among the lesson plans of the card. */
static const struct hint plan_hints[] = {
	{{ACTION_INTO}, "open"},
	{{ACTION_NEXT, ACTION_PREVIOUS}, "move"},
	{{ACTION_PRESENT}, "start the lesson"},
	{{ACTION_BACK}, "back"},
	{{ACTION_HELP}, "help"},
	{{ACTION_LEAVE}, "quit"},
	{{ACTION_NONE}, NULL},
};

/* Among the scenes of the plan that is shown. */
static const struct hint scene_hints[] = {
	{{ACTION_INTO}, "show it"},
	{{ACTION_NEXT, ACTION_PREVIOUS}, "move"},
	{{ACTION_BACK}, "back"},
	{{ACTION_SHOW_ALL}, "show all"},
	{{ACTION_HELP}, "help"},
	{{ACTION_LEAVE}, "quit"},
	{{ACTION_NONE}, NULL},
};

enum { TIMELINE_INTO = 1, WORDS_INTO = 2 }; /* which hint says what Enter does */

static const struct hint timeline_hints[] = {
	{{ACTION_NEXT, ACTION_PREVIOUS}, "move", .rank = 1},
	[TIMELINE_INTO] = {{ACTION_INTO}, "words"},
	{{ACTION_SHOW_ALL}, "show all"},
	{{ACTION_RETRACE_BACK}, "back"},
	{{ACTION_READ_ON}, "read on"},
	{{ACTION_FIND}, "find"},
	{{ACTION_INDEX}, "index"},
	{{ACTION_FILTER}, "filter", .rank = 2},
	{{ACTION_COMPARE}, "compare", .rank = 2},
	{{ACTION_PRESENT}, "present", .rank = 2},
	{{ACTION_COMMAND}, "go to", .rank = 2},
	{{ACTION_NEXT_ERA, ACTION_PREVIOUS_ERA}, "era", .rank = 2},
	{{ACTION_HELP}, "help"},
	{{ACTION_LEAVE}, "quit"},
	{{ACTION_NONE}, NULL},
};

static const struct hint words_hints[] = {
	{{ACTION_READ_ON}, "read on"},
	{{ACTION_NEXT, ACTION_PREVIOUS}, "move", .rank = 2},
	[WORDS_INTO] = {{ACTION_INTO}, "links"},
	{{ACTION_WHO}, "who?"},
	{{ACTION_SHOW_ALL}, "show all"},
	{{ACTION_RETRACE_BACK}, "back", .rank = 1},
	{{ACTION_COPY}, "copy"},
	{{ACTION_BACK}, "timeline", .rank = 2},
	{{ACTION_NEXT_SAME_VOICE, ACTION_PREVIOUS_SAME_VOICE}, "same speaker", .rank = 2},
	{{ACTION_FIND}, "find", .rank = 2},
	{{ACTION_COMPARE}, "compare", .rank = 2},
	{{ACTION_NEXT_EVENT, ACTION_PREVIOUS_EVENT}, "event", .rank = 2},
	{{ACTION_HELP}, "help"},
	{{ACTION_LEAVE}, "quit"},
	{{ACTION_NONE}, NULL},
};

static bool leads_somewhere(const struct app *app, const struct hint *hint)
{
	if (hint->actions[0] == ACTION_SHOW_ALL)
		return filter_is_on(app);
	if (hint->actions[0] == ACTION_RETRACE_BACK)
		return app->trail->at > 0;
	return true;
}

/* Whether the card goes on below the window, where Space leads first. */
static bool is_more_below(const struct app *app)
{
	return window_below(&explorer_of(app)->words) > 0;
}

/* What Enter leads to: the words of an event, what is told of one without, or what a row stands for; of
 * words to those that answer them, or to what else leads on. */
static const char *into_label(struct app *app)
{
	const struct explorer *explorer = explorer_of(app);
	uint32_t item = explorer->list.selected;
	if (explorer->focus == FOCUS_QUOTES)
		return spot_is_answered(app, spot_selected(app)) ? "answers" : "links";
	return items_is_group(app, item)       ? "open"
		: explorer_leads_to_words(app) ? "words"
					       : "about it";
}

static void draw_hints(struct app *app, struct grid *grid)
{
	const struct explorer *explorer = explorer_of(app);
	bool card = explorer->list.selected == 0, within = explorer->focus == FOCUS_QUOTES;
	bool plan = app->filter->asked.view;
	const struct hint *listed = plan ? scene_hints : plan_hints;
	const struct hint *own = plan ? lesson_hints : card_hints;
	const struct hint *from = card ? (within ? listed : own)
		: within               ? words_hints
				       : timeline_hints;
	struct hint hints[HINTS_MOST];
	int count = 0;
	for (; from->label && count + 2 < HINTS_MOST; from++) {
		bool presents = from->actions[0] == ACTION_PRESENT;
		if (!card && plan && from->actions[0] == ACTION_SHOW_ALL)
			hints[count++] = (struct hint){{ACTION_PRESENT}, "lesson"};
		if (leads_somewhere(app, from) && (card || !plan || !presents))
			hints[count++] = *from;
		if (from == &timeline_hints[TIMELINE_INTO] || from == &words_hints[WORDS_INTO])
			hints[count - 1].label = into_label(app);
		else if (from->actions[0] == ACTION_LEAVE && quitting_waits(app))
			hints[count - 1].label = "twice: quit";
		else if (from->actions[0] == ACTION_COPY && !explorer->reading &&
			spot_selected(app).thing == THING_EVENT)
			hints[count - 1].label = "copy event";
		else if (explorer->reading && from->actions[0] == ACTION_FIND)
			hints[count - 1].rank = 0;
		else if (explorer->reading && from->actions[0] == ACTION_BACK)
			hints[count - 1].rank = 0; /* there may be no timeline in view */
		else if (explorer->reading && from->actions[0] == ACTION_WHO)
			hints[count - 1].rank = 1;
		if (from->actions[0] == ACTION_READ_ON &&
			(plan ? !card : card && is_more_below(app)))
			hints[count - 1].label = plan ? "read" : "read on";
	}
	hints[count] = (struct hint){{ACTION_NONE}, NULL};
	keybar_draw(app, grid, hints);
}

/* While one waits to be compared: what it is, and how to go on. False where none waits. */
static bool draw_waiting(struct app *app, struct grid *grid)
{
	static const char what[] = "compare ";
	const char *back = find_is_on(app) ? "   Esc Esc takes it back" : "   Esc takes it back";
	struct ref first = explorer_of(app)->first;
	bool renders = first.thing == THING_QUOTE &&
		result_rendering(app->result, first.index) != first.index;
	const char *with = first.thing == THING_EVENT ? " with: go to another, Enter"
		: !renders                            ? " with: other words, Enter"
		: grid->cols < 80                     ? ": c its other rendering, or go on"
				  : ": c its other rendering; or other words, Enter";
	struct area area = {grid->rows - 1, 0, 1, grid->cols};
	const struct style style = style_of(ROLE_HELP);
	struct style name_style = style_of(ROLE_TITLE);
	if (first.thing == THING_NONE || *app_said(app) || app->count)
		return false;
	const struct record *record = app->record;
	struct buf name = {0};
	if (first.thing == THING_QUOTE) {
		const struct quote *quote = &record->quotes[first.index];
		words_quoted(&name, app->signs, quote, quote->text);
		name_style.language = words_language_number(quote->language);
	} else {
		buf_text(&name, record->events[first.index].title);
	}
	int room = grid->cols - 3 - (int)(sizeof what + strlen(with)), last = (int)strlen(back) + 1;
	bool all = room - last >= 12;
	struct rows rows = app_rows(app, grid->cols);
	rows_new(&rows);
	rows_to(&rows, 1);
	rows_text(&rows, style, what);
	rows_cut_words(&rows, name_style, buf_kept(&name, &app->draw), all ? room - last : room);
	rows_text(&rows, style, with);
	if (all)
		rows_text(&rows, style, back);
	area_row(grid, app->form, area, 0, &rows.at[0], 0);
	buf_free(&name);
	return true;
}

void explorer_bar_draw(struct app *app, struct grid *grid)
{
	if (!draw_waiting(app, grid))
		draw_hints(app, grid);
}
