/* Help: its state, and what its three files share: help.c (in and out, and what the keys do),
 * help_rows.c (where the actions stand) and help_find.c (a key by what it does). */
#ifndef TRUCE_UI_VIEWS_HELP_H
#define TRUCE_UI_VIEWS_HELP_H

#include "ui/core/keybar.h"
#include "ui/core/view.h"
#include "ui/core/window.h"

enum { HELP_LEFT = 2, HELP_COLUMNS = 3 };

struct help {
	int selected;           /* an action */
	int columns, width;     /* of a column */
	int keys[HELP_COLUMNS]; /* columns that keys take in each */
	int lead;               /* lines of the view's own keys, which come first */
	bool alone;             /* and are all there is */
	struct help_place {
		int line, lines, column;
	} at[ACTION_COUNT];
	struct window window;
};

static inline struct help *help_of(const struct app *app)
{
	return view_state(app, &help_view);
}

/* Lays out the rows of the window. */
void help_lay(struct app *);

/* Among questions, and over a scene, no key does anything but those of the view: no other is shown. */
bool help_is_alone(const struct app *);

/* Whether the action has a line, or shares that of the one before. */
bool help_has_line(int action);

/* The keys of the view below that hold there; how many. */
int help_own_hints(const struct app *, struct hint own[HINTS_MOST]);

/* Does the selected action, in the view below. */
enum app_next help_do_selected(struct app *, const struct request *);

/* Asks what a key is to do; whether one is asked. */
enum app_next help_find(struct app *, const struct request *);
bool help_finds(const struct app *);

#endif
