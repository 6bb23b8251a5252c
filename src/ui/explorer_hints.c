/* The key bar of the explorer: on the card, in the timeline and in the words what is wanted most there, the
 * first ones first. A way out of something is shown while one is in it. */
#include "ui/explorer_frame.h"
#include "ui/keybar.h"

enum { HINTS_MOST = 20 };

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
	{{ACTION_HELP}, "all keys"},
	{{ACTION_LEAVE}, "quit"},
	{{ACTION_NONE}, NULL},
};

static const struct hint timeline_hints[] = {
	{{ACTION_NEXT, ACTION_PREVIOUS}, "move"},
	{{ACTION_INTO}, "words"},
	{{ACTION_SHOW_ALL}, "show all"},
	{{ACTION_RETRACE_BACK}, "back"},
	{{ACTION_READ_ON}, "read on"},
	{{ACTION_FIND}, "find"},
	{{ACTION_INDEX}, "index"},
	{{ACTION_FILTER}, "filter"},
	{{ACTION_COMPARE}, "compare"},
	{{ACTION_PRESENT}, "present"},
	{{ACTION_COMMAND}, "go to"},
	{{ACTION_NEXT_ERA, ACTION_PREVIOUS_ERA}, "era"},
	{{ACTION_HELP}, "help"},
	{{ACTION_LEAVE}, "quit"},
	{{ACTION_NONE}, NULL},
};

static const struct hint words_hints[] = {
	{{ACTION_NEXT, ACTION_PREVIOUS}, "quotation"},
	{{ACTION_INTO}, "links"},
	{{ACTION_BACK}, "timeline"},
	{{ACTION_SHOW_ALL}, "show all"},
	{{ACTION_RETRACE_BACK}, "back"},
	{{ACTION_COPY}, "copy"},
	{{ACTION_READ_ON}, "read on"},
	{{ACTION_NEXT_SAME_VOICE, ACTION_PREVIOUS_SAME_VOICE}, "same speaker"},
	{{ACTION_FIND}, "find"},
	{{ACTION_COMPARE}, "compare"},
	{{ACTION_NEXT_EVENT, ACTION_PREVIOUS_EVENT}, "event"},
	{{ACTION_HELP}, "help"},
	{{ACTION_LEAVE}, "quit"},
	{{ACTION_NONE}, NULL},
};

static bool leads_somewhere(const struct app *app, const struct hint *hint)
{
	if (hint->actions[0] == ACTION_SHOW_ALL)
		return filter_is_on(app);
	if (hint->actions[0] == ACTION_RETRACE_BACK)
		return app->trail.at > 0;
	return true;
}

void explorer_hints_draw(struct app *app, struct grid *grid)
{
	const struct explorer *explorer = &app->explorer;
	const struct hint *from = explorer->list.selected == 0 ? card_hints
		: explorer->focus == FOCUS_QUOTES              ? words_hints
							       : timeline_hints;
	struct hint hints[HINTS_MOST];
	int count = 0;
	for (; from->label && count + 1 < HINTS_MOST; from++)
		if (leads_somewhere(app, from))
			hints[count++] = *from;
	hints[count] = (struct hint){{ACTION_NONE}, NULL};
	app_draw_keybar(app, grid, hints);
}
