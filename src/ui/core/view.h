/* Views, and what they share.
 *
 * A view is a table of functions with a state of its own, which the app keeps for it. Views lie on a
 * stack; the one on top has the keys, and `q` closes it. The lowest is the explorer. Views know this
 * header and layout, and not each other: one opens another by its name, at a thing of the record.
 * A new view is its file in ui/views, a name in enum view_id, and a row in ui/views/table.c. */
#ifndef TRUCE_UI_CORE_VIEW_H
#define TRUCE_UI_CORE_VIEW_H

#include "base/arena.h"
#include "layout/rows.h"
#include "query/result.h"
#include "ui/core/action.h"
#include "ui/core/app.h"
#include "ui/core/motion.h"

enum view_id {
	VIEW_EXPLORER,
	VIEW_HELP,
	VIEW_LINKS,
	VIEW_TEXT,
	VIEW_INDEX,
	VIEW_BOOKMARKS,
	VIEW_COMPARE,
	VIEW_POSITIONS,
	VIEW_PLAIN,
	VIEW_PRESENT,
	VIEW_QUIZ,
	VIEW_PROBLEMS,
	VIEW_PROMPT,
	VIEW_COUNT
};

enum focus { FOCUS_TIMELINE, FOCUS_QUOTES };

/* Where one is in the record. Indices of the record, not rows of a result, so that a spot stays true
 * when another query selects other rows. */
struct spot {
	int64_t event; /* of the record; -1 is the card */
	int64_t quote; /* of the record; -1 is the event's own text */
	enum focus focus;
};

/* What a view is opened at. Each view says which of these it reads; the rest is zero. */
struct view_at {
	struct ref of, with;            /* things of the record */
	const struct attestation *also; /* another place where the words of `of` stand */
	int page;
	bool as_voice, bookmarked;
	const char *title, *text;
	const struct prompt_ops *prompt;
};

struct hint;

/* Every index of the record that is kept from one record to the next is shown to these, which may put
 * another in its place. False where what it was the index of is gone: a ref is none then, a spot is at
 * the card, or at the event whose quotation is gone. */
struct keeper {
	bool (*spot)(struct keeper *, struct spot *);
	bool (*ref)(struct keeper *, struct ref *);
};

/* What a view does with an action. Without a function it is what the table of actions says. */
struct view_action {
	enum action action; /* ACTION_NONE closes the list */
	enum app_next (*run)(struct app *, const struct request *);
};

/* Everything but `draw` may be absent. */
struct view_ops {
	const char *name; /* "in the comparison": for the title of the help */
	size_t state_size;
	const struct hint *hints; /* its own keys, which come first in the help */
	const struct view_action *actions;
	/* Stays open when another record comes: nothing of what it shows belongs to one. */
	bool stays;
	int32_t deaf_to; /* a key that it does not hear */

	/* Makes ready what is shown. False, having said why, where there is nothing to show. */
	bool (*open)(struct app *, const struct view_at *);
	/* Forgets what belongs to the record: before another comes, and at the end. */
	void (*forget)(struct app *);
	/* Frees what is left of its state, at the end. */
	void (*end)(struct app *);
	/* Another record is about to come, and has come: what goes on in it. */
	void (*pause)(struct app *);
	void (*resume)(struct app *);
	/* Shows the keeper every index that it keeps from one record to the next. */
	void (*keep)(struct app *, struct keeper *);

	/* Makes what is shown agree with the screen and with what is selected: before and after an action,
	 * and before a picture. */
	void (*fit)(struct app *);
	/* Sees every key first: true when it has answered it. */
	bool (*key)(struct app *, int32_t key, enum app_next *);
	/* The rows of its window, and moving in it: for the actions that move. */
	int (*height)(const struct app *);
	void (*move)(struct app *, struct motion);
	/* Answers the mouse; else the wheel is Up and Down. */
	enum app_next (*mouse)(struct app *, const struct input *);
	void (*draw)(struct app *, struct grid *);
	/* In how many milliseconds it wants a tick (-1 for never); and how many have passed: maybe fewer,
	 * maybe many more. */
	int (*wake)(const struct app *);
	enum app_next (*tick)(struct app *, int ms);
	/* Where what is selected stands in the files, if not where the explorer stands. */
	struct app_place (*place)(const struct app *);

	/* Of the explorer alone: where it stands; going to a spot that is shown; and standing at a spot,
	 * or near it, when the result has changed. */
	struct spot (*where)(const struct app *);
	void (*go)(struct app *, struct spot);
	void (*settle)(struct app *, struct spot);
};

extern const struct view_ops *const view_table[VIEW_COUNT];

struct app {
	const struct record *record;
	const struct result *result; /* what of it is shown */
	struct app_options options;
	const struct signs *signs;
	const struct text_form *form;
	enum date_mode dates;
	int rows, cols; /* of the screen, 1 or more */
	bool mouse;
	uint32_t count; /* digits typed before a key; 0 is none */
	void *states[VIEW_COUNT];
	enum view_id views[VIEW_COUNT]; /* the stack */
	int depth;                      /* 1 or more */
	struct filter *filter;
	struct find *find;
	struct trail *trail;
	struct bookmarks *bookmarks;
	struct threads *threads; /* made at the first question */
	struct buf message;      /* in place of the key bar until the next key; empty is none */
	struct buf clipboard;    /* what was copied last */
	enum app_next next;      /* what an accepted prompt asks of the program */
	bool touched;            /* since the start, or since a kiosk was left alone */
	int idle;                /* milliseconds, while a kiosk is touched */
	struct arena draw;       /* for the picture at hand */
};

/* Opens a view above the others, or comes back to it where it is open. False where it had nothing
 * to show: the message says so, and nothing is opened. `at` may be NULL. */
bool view_open(struct app *, enum view_id, const struct view_at *);
/* Closes the view on top; closes all but the explorer. */
void view_close(struct app *);
void view_close_all(struct app *);
bool view_is_open(const struct app *, enum view_id);
enum view_id view_on_top(const struct app *);
/* The view under the one on top; the one on top where it is the last. */
enum view_id view_below(const struct app *);
/* Draws a view. */
void view_draw(struct app *, enum view_id, struct grid *);

/* Takes back what was said; what is said now, "" for nothing. */
void app_unsay(struct app *);
const char *app_said(const struct app *);

/* The paper that rows of this width are laid out for; rows on it, begun for the picture at hand. */
struct paper app_paper(const struct app *, int width);
struct rows app_rows(struct app *, int width);

#endif
