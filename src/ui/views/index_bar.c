/* The last row of the index: letters are letters here, so most keys are not those of the table of
 * actions; those that are, are letters once something is typed. */
#include "ui/views/index.h"

#include "ui/core/spot.h"

bool index_unfolds(enum voices_page page)
{
	return page == VOICES_SPEAKERS || page == VOICES_SOURCES;
}

enum { HELP = 6 }; /* before which hint others have their place */

const struct hint index_hints[] = {
	{{ACTION_NONE}, "type a name"},
	{{ACTION_NONE}, "Down Up move", .rank = 2},
	{{ACTION_READ_ON}, "page on", .rank = 2},
	{{ACTION_NONE}, "Enter only this", "Enter who?"},
	{{ACTION_NONE}, "F3 who?", ""},
	{{ACTION_NONE}, "Tab pages"},
	[HELP] = {{ACTION_NONE}, "F1 help"},
	{{ACTION_LEAVE, ACTION_ESCAPE}, "close"},
	{{ACTION_NONE}, NULL},
};

/* Of lesson plans, and over a scene of all that nobody says. */
static const struct hint plan_hints[] = {
	{{ACTION_NONE}, "type a name"},
	{{ACTION_NONE}, "Down Up move", .rank = 2},
	{{ACTION_READ_ON}, "page on", .rank = 2},
	{{ACTION_NONE}, "Enter open", ""},
	{{ACTION_NONE}, "Tab next page"},
	{{ACTION_NONE}, "F1 help"},
	{{ACTION_LEAVE, ACTION_ESCAPE}, "close"},
	{{ACTION_NONE}, NULL},
};

/* What is a letter once letters are typed is left out then, or has another key. */
void index_bar(const struct app *app, bool more, struct hint out[HINTS_MOST])
{
	enum voices_page page = index_of(app)->page;
	bool typed = index_of(app)->narrow.needle.text.len > 0;
	bool plan = page == VOICES_PLANS || (spot_is_over(app) && !index_unfolds(page));
	const struct hint *from = plan ? plan_hints : index_hints;
	int count = 0;
	for (; from->label; from++) {
		if (typed && from->actions[0] == ACTION_READ_ON)
			continue;
		if (more && from == &index_hints[HELP]) /* not all eras have room */
			out[count++] = (struct hint){{ACTION_NONE}, "Left Right eras", .rank = 1};
		out[count] = *from;
		if (from->actions[0] == ACTION_LEAVE)
			out[count] = (struct hint){
				{ACTION_ESCAPE}, "close"}; /* q may be a letter */
		count++;
	}
	out[count] = (struct hint){{ACTION_NONE}, NULL};
}
