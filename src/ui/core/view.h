/* Views, and what they share.
 *
 * A view is a table of functions (struct view_ops) with a state of its own. Views lie on a
 * stack: the one on top has the keys and the picture, and `q` closes it; the explorer is the
 * lowest. A view knows this room and layout, and no other view but by its name, which it may
 * open at a thing of the record.
 *
 * A new view is its file in ui/views, and its name in the list below. The smallest one:
 *
 *     static bool glossary_open(struct app *app, const struct view_at *at) { ... return true; }
 *     static void glossary_draw(struct app *app, struct grid *grid) { ... }
 *
 *     const struct view_ops glossary_view = {
 *         .state_size = sizeof(struct glossary),
 *         .open = glossary_open,
 *         .draw = glossary_draw,
 *     };
 *
 * Its functions find their state by view_state(app, &glossary_view): zeroed before the
 * first `open`, and kept, also while the view is closed, until the app ends. A key opens it
 * by a row in the table of actions (action_table.h) that names it. Most views draw a title
 * and the key bar by keybar_frame, and their body by a window (window.h) or a list
 * (list.h); plain.c is a whole one. */
#ifndef TRUCE_UI_CORE_VIEW_H
#define TRUCE_UI_CORE_VIEW_H

#include "base/arena.h"
#include "layout/rows.h"
#include "query/result.h"
#include "ui/core/action.h"
#include "ui/core/app.h"
#include "ui/core/area.h"
#include "ui/core/motion.h"

/* The views that others open, each in the file of its name. */
extern const struct view_ops bookmarks_view, compare_view, examples_view, explorer_view, help_view,
	index_view, links_view, passage_view, plain_view, positions_view, present_view,
	profile_view, quiz_view, text_view;

enum focus { FOCUS_TIMELINE, FOCUS_QUOTES };

/* Where one is in the record. Indices of the record, not rows of a result, so that a spot stays
 * true when another query selects other rows. */
struct spot {
	int64_t event; /* of the record; -1 is the card */
	int64_t quote; /* of the record; -1 is the event's own text */
	enum focus focus;
};

/* What a view is opened at; it reads what is meant for it, and the rest is zero. Text is copied
 * where nothing else is said; all else is borrowed, static or the record's. */
struct view_at {
	/* comparison: a side; text: a quotation; passage: words or an event; positions: those at hand;
	 * index: whose line is selected; profile: whose it is, or who speaks there, the selected words
	 * where it is none */
	struct ref of;
	struct ref with; /* comparison: the other side */
	/* index: enum voices_page, where `of` is none; presentation: the number of a scene, 0 for where
	 * one is */
	int page;
	bool planned;      /* quiz: a scene of a lesson */
	bool as_voice;     /* index: a source for what it says itself, not for what it printed */
	bool bookmarked;   /* presentation: what is marked, in the order marked */
	const char *title; /* plain: static */
	const char *text;  /* plain, prompt, problems */
	const struct attestation *also;  /* text: another place where the words of `of` stand */
	const struct prompt_ops *prompt; /* prompt: what it is for; NULL as it was left; examples */
};

struct hint;
struct target;

/* Another record may come in place of the one at hand. What a view or the core keeps from one to
 * the other is indices of the record, and each of them is shown to these functions, which may put
 * another in its place. False where the thing is gone: a ref is none then; a spot is at the card,
 * or at the event whose quotation is gone. */
struct keeper {
	bool (*spot)(struct keeper *, struct spot *);
	bool (*ref)(struct keeper *, struct ref *);
};

/* What a view does with an action; NULL for what the table of actions says. */
struct view_action {
	enum action action; /* ACTION_NONE closes the list */
	enum app_next (*run)(struct app *, const struct request *);
};

/* Everything but `draw` may be absent. A view takes the actions of its list, those that every view
 * takes, and the motions where it has `move`; of any other it is said that it does nothing here. */
enum { VIEW_SECRETS = 2 }; /* two quotations side by side */

struct view_ops {
	const char *name; /* "in the comparison": for the title of the help */
	size_t state_size;
	const struct hint *hints; /* its own keys, which come first in the help */
	const struct view_action *actions;
	bool takes_all;  /* takes also each action that the table has a function for */
	bool stays;      /* stays open when another record comes: nothing it shows belongs to one */
	bool types;      /* letters are typed in it: `key` is told what is held down with a key */
	int32_t deaf_to; /* a key that it does not hear; 0 for none */

	/* Makes ready what is shown; also where the view is open already. False, having said why,
	 * where there is nothing to show. */
	bool (*open)(struct app *, const struct view_at *);
	/* Frees and zeroes what belongs to the record: another one comes, or the app ends. Called
	 * whether the view is open or not. */
	void (*forget)(struct app *);
	/* Frees what else it holds: the app ends. */
	void (*end)(struct app *);
	/* For what goes on from one record to the next: before `forget`, with the old record; and
	 * when the new one is shown, the views that do not stay being closed. */
	void (*pause)(struct app *);
	void (*resume)(struct app *);
	/* Shows the keeper every index that it keeps from one record to the next. */
	void (*keep)(struct app *, struct keeper *);

	/* Makes what is shown agree with the size of the screen, the dates and what is
	 * selected. Called before and after a key and an action, and before a picture, so that
	 * all others may rely on it. */
	void (*fit)(struct app *);
	/* Sees every key before it becomes an action: true when it has answered it. What is held
	 * down with a key it is told only of Shift-Tab, and where letters are typed. */
	bool (*key)(struct app *, int32_t key, enum app_next *);
	/* Takes what was pasted: UTF-8, and anything may be in it. Without it a paste does
	 * nothing. */
	void (*paste)(struct app *, const char *text, size_t len);
	/* Moves what is selected, or scrolls; `height` is how many rows a page has (without
	 * it, those of frame_body). */
	void (*move)(struct app *, struct motion);
	int (*height)(const struct app *);
	/* Selects what was clicked, a TARGET_ITEM that it noted when it drew (target.h); true where
	 * that was selected before, so that the click is Enter. */
	bool (*choose)(struct app *, const struct target *);
	/* Turns the wheel by so many rows, below 0 up. Without it the wheel moves as `move` does;
	 * without that it is Up and Down. */
	enum app_next (*wheel)(struct app *, const struct input *, int rows);
	/* Draws into a grid of the size of the screen, which is blank. What it allocates in
	 * app->draw lives until the next picture. */
	void (*draw)(struct app *, struct grid *);
	/* The words that it shows without telling yet whose they are, which is not to be told by what
	 * lies over it (secret.h): gives up to so many, and returns how many. */
	uint32_t (*secret)(const struct app *, struct ref words[VIEW_SECRETS]);
	/* The same of the words of its scenes to come: when each is told, and how far it has come; NULL
	 * where it asks of none. */
	const struct telling *(*telling)(const struct app *, uint32_t *reached);
	/* In how many milliseconds it wants a tick, -1 for never; and how many have passed: maybe
	 * fewer than wanted, maybe many more. Only the view on top is asked and told. */
	int (*wake)(const struct app *);
	enum app_next (*tick)(struct app *, int ms);
	/* Where what is selected stands in the files, if not where the explorer stands. */
	struct app_place (*place)(const struct app *);

	/* Of the explorer alone: where it stands; going to a spot that is shown; standing at a
	 * spot, or near it, when the result has changed; and bringing the hit of the search at
	 * whose spot it stands into view: false where no pane shows it as text. */
	struct spot (*where)(const struct app *);
	void (*go)(struct app *, struct spot);
	void (*settle)(struct app *, struct spot);
	bool (*reveal)(struct app *, struct ref hit);
	/* The same: whether something waits to be compared, and Enter lays what is selected beside it. */
	bool (*second)(struct app *);
	/* The same: remembering to the row where it stands, and standing there again; `spot` is that, as
	 * far as the record has it still. Not `whole`: only to go on from there to another event. */
	void (*remember)(struct app *);
	void (*again)(struct app *, struct spot, bool whole);
	/* The same: the part of the screen that it leaves for the links of what is selected, of no
	 * rows where it leaves none. And of the links alone: to draw those there, be it that they
	 * have the keys or that another pane has them. */
	struct area (*beside)(const struct app *);
	void (*draw_beside)(struct app *, struct grid *, struct area);
};

/* A view that was opened, with its state. */
struct view_slot {
	const struct view_ops *ops;
	void *state;
};

enum { VIEWS_MOST = 32 };

struct app {
	const struct record *record;
	const struct result *result; /* what of it is shown */
	struct app_options options;
	const struct signs *signs;
	const struct text_form *form;
	enum date_mode dates;
	int rows, cols; /* of the screen, 1 or more */
	bool mouse;
	struct pointer *pointer;
	const struct target_area *targets; /* of the picture drawn last; NULL for none */
	bool drawn;                        /* that picture shows what is now */
	const struct theme_look *theme,
		*ground;                    /* asked for, and that goes with the terminal; NULL */
	uint32_t count;                     /* digits typed before a key; 0 is none */
	struct view_slot views[VIEWS_MOST]; /* that were ever opened, the explorer first */
	int view_count;
	const struct view_ops *stack[VIEWS_MOST];  /* of those that are open, each once */
	int depth;                                 /* 1 or more */
	const struct view_ops *before[VIEWS_MOST]; /* the stack when another record came */
	int before_depth;
	struct filter *filter;
	struct find *find;
	struct trail *trail;
	struct bookmarks *bookmarks;
	struct threads *threads; /* made at the first question */
	struct buf message;      /* in place of the key bar until the next key; empty is none */
	bool unsaid;             /* the key at hand has taken back what was said */
	bool message_drawn;      /* it has its place in the picture, or is to have none */
	struct buf clipboard;    /* what was copied last */
	enum app_next next;      /* what an accepted prompt asks of the program */
	struct {
		bool told; /* what quitting would lose: the next key may be to quit */
		bool left; /* what lay over the explorer, by the key before */
	} quitting;
	bool touched;      /* since the start, or since a kiosk was left alone */
	int64_t now;       /* when the input at hand was told; milliseconds */
	int idle;          /* milliseconds, while a kiosk is touched */
	struct arena draw; /* for the picture at hand */
};

/* Another record comes, or the same one as of another day. All that views and the core made of the
 * one at hand is forgotten; then the other is taken, and the views that show a record are closed;
 * and when it is shown, what went on before goes on. */
void app_forget(struct app *);
void app_take(struct app *, const struct record *);
void app_resume(struct app *);

/* Opens a view above the others, or comes back to it where it is open, and closes what lies
 * above it. False where it had nothing to show: the message says so, and nothing is opened or
 * closed. `at` may be NULL. */
bool view_open(struct app *, const struct view_ops *, const struct view_at *at);
/* Puts the view on top under the one below it, which has the keys again. */
void view_lower(struct app *);
/* Closes the view on top; closes all but the explorer. */
void view_close(struct app *);
void view_close_all(struct app *);
bool view_is_open(const struct app *, const struct view_ops *);
const struct view_ops *view_on_top(const struct app *);
/* The view under the one on top; the one on top where it is the last. And the one under a view that is
 * open; that itself where it is not, or the last. */
const struct view_ops *view_below(const struct app *);
const struct view_ops *view_under(const struct app *, const struct view_ops *);
/* Makes the state of a view that draws before it was ever opened. */
void view_ready(struct app *, const struct view_ops *);
/* The state of a view that was opened. */
void *view_state(const struct app *, const struct view_ops *);
/* Fits a view; fits and draws it. */
void view_fit(struct app *, const struct view_ops *);
void view_draw(struct app *, const struct view_ops *, struct grid *);

/* Takes back what was said; what is said now, "" for nothing. */
void app_unsay(struct app *);
const char *app_said(const struct app *);
/* Says that a key does nothing here, and what would: "j does nothing here; ADVICE". */
void app_say_unheard(struct app *, int32_t key, const char *advice, ...)
	__attribute__((format(printf, 3, 4)));
/* Draws a text from the second column on into the rows above `below`, as many as it needs and a third of the
 * screen gives. Returns how many. */
int app_draw_above(struct app *, struct grid *, int below, struct style, const char *text);
/* Draws what was said into the last row, and where that has no room for it into those above; false, and draws
 * nothing, where nothing was. A view that never asks has it laid over its last row. */
bool app_draw_said(struct app *, struct grid *, enum role);

/* The paper that rows of this width are laid out for; rows on it, begun for the picture at hand. */
struct paper app_paper(const struct app *, int width);
struct rows app_rows(struct app *, int width);

#endif
