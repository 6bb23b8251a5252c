/* Views, and the state that they share.
 *
 * A view is a row of a table: what it does with an action, and how it draws. Views lie on a stack; the
 * one on top has the keys, and q closes it. A new view is a new file and a row in app.c. */
#ifndef TRUCE_UI_VIEW_H
#define TRUCE_UI_VIEW_H

#include "layout/axis.h"
#include "layout/fold.h"
#include "ui/action.h"
#include "ui/app.h"
#include "ui/area.h"
#include "ui/compare.h"
#include "ui/filter.h"
#include "ui/find.h"
#include "ui/index.h"
#include "ui/links.h"
#include "ui/list.h"
#include "ui/marks.h"
#include "ui/mouse.h"
#include "ui/pane.h"
#include "ui/plain.h"
#include "ui/positions.h"
#include "ui/present.h"
#include "ui/problems.h"
#include "ui/prompt.h"
#include "ui/quiz.h"
#include "ui/reload.h"
#include "ui/spot.h"
#include "ui/texts.h"

enum view_id {
	VIEW_EXPLORER,
	VIEW_HELP,
	VIEW_LINKS,
	VIEW_TEXT,
	VIEW_INDEX,
	VIEW_MARKED,
	VIEW_COMPARE,
	VIEW_POSITIONS,
	VIEW_PLAIN,
	VIEW_PRESENT,
	VIEW_QUIZ,
	VIEW_PROBLEMS,
	VIEW_PROMPT,
	VIEW_COUNT
};

enum { VIEW_DEPTH = VIEW_COUNT }; /* a view lies on the stack once */

/* What the panes were fitted to: while it is the same, there is nothing to fit. */
struct fitted {
	int rows, cols;
	uint32_t selected, top, count;
	enum focus focus;
	enum date_mode dates;
	bool alone;
	int64_t holds;
};

struct explorer {
	struct list list; /* items as in items.h */
	struct fold fold; /* unit is UNIT_EVENT where nothing is folded */
	struct arena fold_arena;
	struct pane pane;
	struct fitted fitted;
	enum focus focus;
	bool alone; /* the focused pane alone */
	struct axis axis;
	struct arena axis_arena;
	uint32_t axis_hits;   /* find.changes when its hits were marked */
	uint32_t window_last; /* the last item drawn */
};

struct help {
	int selected, top; /* lines, as help.c counts them */
};

struct app {
	const struct record *record;
	const struct result *result; /* what of it is shown: &filter.result */
	struct filter filter;
	struct find find;
	const struct signs *signs;
	const struct text_form *form;
	bool no_suspend;
	bool mouse;
	bool touched; /* since the start, or since a kiosk was left alone */
	int idle;     /* milliseconds, while a kiosk is touched */
	struct app_options options;
	int rows, cols;
	uint32_t count;      /* digits typed before a key; 0 is none */
	const char *message; /* in place of the key bar until the next key; NULL is none; static */
	enum view_id views[VIEW_DEPTH];
	int depth; /* how many views lie on the stack, 1 or more */
	struct explorer explorer;
	struct trail trail; /* where one was */
	struct help help;
	struct prompt prompt;
	struct marks marks;
	struct plain plain;
	struct present present;
	uint64_t seed; /* what lots are drawn by */
	struct quiz quiz;
	struct linked linked;
	struct text_page text_page;
	struct index index;
	struct compared compared;
	struct stood stood;
	struct problems problems;
	struct buf said;      /* a message that is not static */
	struct buf clipboard; /* what was copied last */
	struct buf commands;  /* what was typed at `:` before, a line each */
	enum date_mode dates;
	enum app_next next; /* what an accepted prompt asks of the program */
	struct arena draw;  /* for the picture at hand */
};

struct hint;

struct view_ops {
	const char *name; /* "in the comparison": for the title of the help; NULL of the explorer */
	const struct hint *hints; /* its own keys, which come first in the help; NULL for none */
	/* Sees every key first, where there is such a function: true when it has answered it. */
	bool (*key)(struct app *, int32_t key, enum app_next *);
	/* Answers an action; `count` is 1 or what was typed, `counted` whether it was. */
	enum app_next (*apply)(struct app *, enum action, uint32_t count, bool counted);
	void (*draw)(struct app *, struct grid *);
	/* Answers the mouse; where there is no such function the wheel is Up and Down. */
	enum app_next (*mouse)(struct app *, const struct input *);
	/* A view that moves by itself says in how many milliseconds it wants a tick (-1 for never), and
	 * is told how many have passed: maybe fewer, maybe many more. Both are NULL elsewhere. */
	int (*wake)(const struct app *);
	enum app_next (*tick)(struct app *, int ms);
};

extern const struct view_ops explorer_view;
extern const struct view_ops problems_view;
extern const struct view_ops help_view;
extern const struct view_ops prompt_view;
extern const struct view_ops marks_view;
extern const struct view_ops plain_view;
extern const struct view_ops compare_view;
extern const struct view_ops positions_view;
extern const struct view_ops present_view;
extern const struct view_ops quiz_view;
extern const struct view_ops links_view;
extern const struct view_ops text_view;
extern const struct view_ops index_view;

void explorer_begin(struct app *, const char *at);
void explorer_end(struct app *);
/* Lays the panes out for the size of the screen, so that what is selected is in view. */
void explorer_fit(struct app *);
/* Draws the items of the timeline's window. */
void timeline_draw(struct app *, struct grid *, struct area);

/* Lets go of all that views keep of a record: before another takes its place, and at the end. */
void app_forget(struct app *);

void app_push(struct app *, enum view_id);
void app_pop(struct app *);
/* The view below the one on top, and drawing it. */
const struct view_ops *app_view_below(const struct app *);
void app_draw_below(struct app *, struct grid *);
/* Answers an action as if its key had been typed. */
enum app_next app_act(struct app *, enum action, uint32_t count, bool counted);

/* Draws the key bar in the last row: the message if there is one, else the hints, and the count at hand. */
struct hint;
void app_draw_keybar(struct app *, struct grid *, const struct hint *);
/* Draws what a view above the explorer shares with the others: title, rules and key bar. Returns what is
 * left for the view; on a tiny screen that is all of it. */
struct area app_draw_frame(
	struct app *, struct grid *, const char *title, const char *more, const struct hint *);
/* Draws the first row: a title on the left, more on the right where it fits. */
void app_draw_title(struct app *, struct grid *, const char *title, const char *more);

#endif
