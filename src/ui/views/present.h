/* Presenting. Private to its files: present.c (in and out, and its keys), present_steps.c (which
 * step comes next), present_pace.c (running by itself, and how long it has been going on),
 * present_over.c (what lies over a scene), present_draw.c (the picture), present_frame.c (what
 * stands around the words). */
#ifndef TRUCE_UI_VIEWS_PRESENT_H
#define TRUCE_UI_VIEWS_PRESENT_H

#include "layout/axis.h"
#include "layout/scene.h"
#include "query/scenes.h"
#include "query/telling.h"
#include "ui/core/view.h"
#include "ui/core/window.h"

/* Where it was when another record came: what was shown, as that names it. */
struct present_place {
	enum scene_kind kind;
	uint32_t scene, nth; /* of the old scenes; of those of this kind */
	int part;
	uint32_t step; /* of the part */
	struct ref thing, sides[2];
};

/* Where it was left, to be come back to as long as the explorer stands where it stood then. */
struct present_left {
	bool is;
	uint32_t scene, step, changes; /* of the filter */
	struct spot spot;
	struct ref last;
	bool event_first;
	int64_t opened;
};

struct present {
	struct arena arena, stage_arena;
	struct scenes scenes;
	struct telling telling;           /* of them, where they are chosen */
	uint32_t tellings;                /* how many there were */
	struct position_table *positions; /* of each scene that shows some */
	const uint32_t *minutes;          /* in which each begins (query/minutes.h); NULL */
	struct stage stage;               /* of the scene at hand */
	int laid_rows, laid_cols;         /* what the stage was laid out for; 0 is not at all */
	enum date_mode laid_dates;
	bool tables;        /* one of the scenes is a table */
	bool has_positions; /* the record has some */
	struct axis axis;   /* of the result; its paper's width is 0 while it is to be built */
	struct arena axis_arena;
	uint32_t scene, step;
	uint32_t words_step; /* where `o` leads back to, */
	int64_t words_scene; /* and in which scene; -1 for none */
	bool event_first;    /* the event before its words, in every scene */
	bool event_waits;    /* that of the scene at hand could be so */
	bool bookmarked;     /* it shows what is marked */
	bool blank, help, moved;
	bool leaving;    /* the key at hand was asked for once more */
	bool asking;     /* the questions lie over it, and it goes on behind them */
	struct ref last; /* the words or the event that were shown last; none */
	bool running;    /* by itself */
	int left;        /* milliseconds to the next step, while running */
	int pace;        /* a row of the table of paces */
	uint32_t number; /* digits typed; 0 is none */
	struct window keys;
	bool paused; /* another record is coming, in which it goes on */
	struct present_place place;
	struct present_left left_at;
	int64_t opened; /* when, by the app's time */
};

static inline struct present *present_of(const struct app *app)
{
	return view_state(app, &present_view);
}

/* ---- from step to step ---- */

const struct scene *present_scene(const struct present *);
/* The words of the step at hand, of an event its first; the event where it has none; none of a page
 * that is neither. */
struct ref present_thing(const struct app *);
const struct stage_step *present_step(const struct present *);
/* The words of the step at hand, where it does not show whose they are; none else. */
uint32_t present_secret(const struct app *, struct ref words[VIEW_SECRETS]);
/* When the words of the scenes are told, and how far it has come: those of a plan, or of what is marked.
 * NULL where all is shown that the explorer shows. */
const struct telling *present_telling(const struct app *, uint32_t *reached);

/* Lays the scene at hand out for the size of the screen; `fit` where it has another one now, and
 * keeps the words that stood at the top of the page in view. */
void present_lay(struct app *);
void present_fit_scene(struct app *);

/* Goes to the first step of a scene. */
void present_go(struct app *, uint32_t scene);
/* The next scene (1) or the one before (-1), past what is left of this one. */
void present_turn_scene(struct app *, int direction);
/* The scene of a number as it is shown; beyond the last, which is said, the last. */
void present_go_number(struct app *, uint32_t number);
/* The next step, behind the last of which nothing moves, and it is said; and the one before. */
void present_next(struct app *);
void present_back(struct app *);
/* The next step, but of the questions their first. */
void present_advance(struct app *);
/* The event before its words, from this scene on; or words first again. */
void present_turn_event(struct app *);
/* Whether that would show the event of this scene before words that stand without it; and whether it is shown
 * since it was asked for here, so that Esc leads back to the words. */
bool present_has_event(const struct present *);
bool present_looks_at_event(const struct present *);

/* ---- what lies over a scene ---- */

/* Opens the view that a key stands for, which comes back to this step when it is closed: the
 * positions, the quiz, the index, a comparison, links, who spoke. False where it stands for none. */
bool present_open_over(struct app *, int32_t key);
/* Whether there is something to lay side by side at the scene at hand. */
bool present_compares(const struct app *);

/* ---- by itself ---- */

enum { PACE_DEFAULT = 4 };

/* Begins the time for which the step at hand stands when it runs by itself. */
void present_time(struct present *);
void present_turn_running(struct app *);
/* Faster (1) or slower (-1). */
void present_turn_pace(struct app *, int by);
/* Says how much of the plan's time is left, and which scene is due by now. */
void present_say_minutes(struct app *);
int present_wake(const struct app *);
enum app_next present_tick(struct app *, int ms);

/* ---- the picture ---- */

void present_draw(struct app *, struct grid *);
/* Where the words may stand: their first row, and how many. The other rows are for the frame. */
int present_top(const struct app *);
int present_height(const struct app *);
/* Draws what stands around the words: above them the era and year, and the title of the plan; below
 * them the axis, the place in the whole, and what there is to say. It is the same at each step of a
 * scene, and gives away no more than when it was. Tables have their rows instead of the axis. */
void present_draw_frame(struct app *, struct grid *);

/* ---- the page of keys ---- */

/* Lays it out for the size of the screen; draws it. */
void present_fit_keys(struct app *);
void present_draw_keys(struct app *, struct grid *);
/* Opens a prompt that finds a key on it; closes that. */
void present_find_key(struct app *);
void present_find_end(struct app *);

#endif
