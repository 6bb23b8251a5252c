/* Presenting: one event a scene, its words one by one, and nothing else on the screen. */
#ifndef TRUCE_UI_PRESENT_H
#define TRUCE_UI_PRESENT_H

#include "layout/scene.h"
#include "query/scenes.h"

#include <stdbool.h>
#include <stdint.h>

struct app;

struct present {
	struct arena arena, sheet_arena;
	struct scenes scenes;
	struct scene_sheet sheet; /* of the scene at hand */
	int laid_rows, laid_cols; /* what the sheet was laid out for; 0 is not at all */
	uint32_t scene, step;
	uint32_t words_step; /* where `o` leads back to */
	bool event_first;    /* the event before its words, in every scene */
	bool of_marks;       /* it shows what is marked */
	bool blank, help, moved;
	bool running;    /* by itself */
	int left;        /* milliseconds to the next step, while running */
	int pace;        /* a row of the table of paces */
	uint32_t number; /* digits typed; 0 is none */
	int help_top, help_more;
	char note[64]; /* said in the last row until the next key or step */
};

/* Presents what the explorer shows, in the order of its view if it has one, from the selected event on; or
 * what is marked, in the order marked. Where there is nothing to show the message says so. */
void present_open(struct app *);
void present_marked(struct app *);
/* Before the record goes, and when another has come in its place: true where there is something to go on with.
 * The explorer is brought to the event at hand. */
bool present_pause(struct app *, struct present *was);
void present_resume(struct app *, const struct present *was);
/* Draws the step at hand. */
struct grid;
void present_draw(struct app *, struct grid *);
/* Lays the scene out for the size of the screen, if it is not. */
void present_fit(struct app *);
/* Forgets its scenes: before the record goes. */
void present_forget(struct app *);

#endif
