/* A scene for a class: words large by the space around them, step by step.
 *
 * A scene is its event and its quotations. Each quotation has first its words, and nothing that says
 * whose they are; then the speaker below them; then what the class is asked. What is asked of an
 * event stands under the event itself, which comes after the words that it brings. Where the event is
 * shown, what came of it is the last step, of the last of its scenes, so that a class has thought before it
 * learns that. Other scenes are
 * a page: the title and question of a plan, or a table, on as many pages as it needs, of which its
 * question is shown first, with the rows and columns named and nothing in them, so that a class can
 * think. Two quotations stand side by side, their words first and then whose they are, where there is
 * room for that; else they are a table. What is laid out is in the arena given, and borrows the
 * record. */
#ifndef TRUCE_LAYOUT_SCENE_H
#define TRUCE_LAYOUT_SCENE_H

#include "layout/stage.h"
#include "query/positions.h"
#include "query/scenes.h"

#include <stdbool.h>
#include <stdint.h>

/* Parts: the event before its words, and behind them; what came of it; the question of a table,
 * before what is in it; two quotations side by side; the others are quotations or pages, from 0. */
enum {
	SCENE_EVENT = -2,
	SCENE_EVENT_AGAIN = -1,
	SCENE_ASKED = -3,
	SCENE_PAIR = -4,
	SCENE_OUTCOME = -5
};

struct scene_wants {
	const struct scenes *scenes;
	const struct scene *scene;          /* one of them */
	const struct position_table *table; /* for positions */
	const struct telling
		*telling; /* of them, so that an event waits for later scenes of it; NULL */
	bool event_first; /* the event before its words, but for one that names who speaks, which comes
			   * behind them, or who is heard later, which waits; where it has none it is
			   * shown anyhow */
	int height;       /* lines to be filled; 1 or more */
};

/* The work is bounded by the scene; of a comparison, by what lies near its two sides. */
void scene_lay(struct arena *, const struct result *, const struct scene_wants *,
	const struct paper *, struct stage *);

#endif
