/* Presenting. Private to its files: present.c (in and out, and its keys), present_steps.c (which step
 * comes next), present_pace.c (running by itself), present_draw.c (the picture). */
#ifndef TRUCE_UI_VIEWS_PRESENT_H
#define TRUCE_UI_VIEWS_PRESENT_H

#include "layout/scene.h"
#include "query/scenes.h"
#include "ui/core/view.h"
#include "ui/core/window.h"

struct present {
	struct arena arena, stage_arena;
	struct scenes scenes;
	struct stage stage;       /* of the scene at hand */
	int laid_rows, laid_cols; /* what the stage was laid out for; 0 is not at all */
	enum date_mode laid_dates;
	uint32_t scene, step;
	uint32_t words_step; /* where `o` leads back to */
	bool event_first;    /* the event before its words, in every scene */
	bool bookmarked;     /* it shows what is marked */
	bool blank, help, moved;
	bool running;    /* by itself */
	int left;        /* milliseconds to the next step, while running */
	int pace;        /* a row of the table of paces */
	uint32_t number; /* digits typed; 0 is none */
	struct window keys;
	bool paused; /* another record is coming, in which it goes on */
};

static inline struct present *present_of(const struct app *app)
{
	return view_state(app, &present_view);
}

/* ---- from step to step ---- */

const struct scene *present_scene(const struct present *);
const struct stage_step *present_step(const struct present *);

/* Lays the scene at hand out for the size of the screen; `fit` where it has another one now, and
 * keeps the words that stood at the top of the page in view. */
void present_lay(struct app *);
void present_fit_scene(struct app *);

/* Goes to the first step of a scene. */
void present_go(struct app *, uint32_t scene);
/* The scene of a number as it is shown; beyond the last, which is said, the last. */
void present_go_number(struct app *, uint32_t number);
/* The next step, at the end of which nothing moves and it is said; and the one before. */
void present_next(struct app *);
void present_back(struct app *);
/* The event before its words, from this scene on; or words first again. */
void present_turn_event(struct app *);

/* ---- by itself ---- */

enum { PACE_DEFAULT = 4 };

/* Begins the time for which the step at hand stands when it runs by itself. */
void present_time(struct present *);
void present_turn_running(struct app *);
/* Faster (1) or slower (-1). */
void present_turn_pace(struct app *, int by);
int present_wake(const struct app *);
enum app_next present_tick(struct app *, int ms);

/* ---- the picture ---- */

void present_draw(struct app *, struct grid *);
/* Lays the page of keys out. */
void present_fit_keys(struct app *);

#endif
