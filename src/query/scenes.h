/* Scenes: what is shown to a class, one event a scene, its quotations one by one.
 *
 * Without an order, each event of the result is a scene, in the order of the timeline. With one,
 * that of a plan or of bookmarks, the scenes follow it. Neighbours that belong to one event make
 * one scene. An event brings those of its quotations that the result selects, unless some of them
 * have places of their own in the order: then it stands for itself, before the words that follow
 * it.
 *
 * A lesson plan opens on its title and ends on its question, and among its scenes are others that
 * are no words. What the result does not select of it is left out, a comparison with either side. Of
 * a plan that the record hides, as of a day, nothing is told but its title and its minutes. */
#ifndef TRUCE_QUERY_SCENES_H
#define TRUCE_QUERY_SCENES_H

#include "base/arena.h"
#include "query/compare.h"
#include "query/positions.h"
#include "query/result.h"

#include <stdbool.h>
#include <stdint.h>

enum scene_kind {
	SCENE_WORDS,     /* an event and its quotations */
	SCENE_OPENING,   /* the title of a plan, with its question; it has no number */
	SCENE_TABLE,     /* the positions */
	SCENE_BESIDE,    /* two events or two quotations side by side */
	SCENE_QUESTIONS, /* the quiz */
	SCENE_CLOSING    /* the plan's question again; it has no number */
};

struct scene {
	enum scene_kind kind;
	uint32_t event;          /* of the record */
	uint32_t first, count;   /* in the list of quotations; of an event without words none */
	bool event_first;        /* the order names the event itself before the words */
	const char *ask;         /* of the event or the page; NULL */
	struct ref sides[2];     /* of a comparison */
	const struct step *step; /* of the plan, where the scene is a page; NULL */
};

struct scenes {
	const struct scene *at;
	uint32_t count;
	const uint32_t *quotes;          /* of the record */
	const char *const *asks;         /* what is asked of each of them; NULL */
	const struct view *plan;         /* as it is known; NULL */
	uint32_t number_first, numbered; /* the scenes that have numbers */
};

/* Looks at what the result selects once. The scenes of a plan, which the result is of; NULL for all
 * that it selects. The scenes are in the arena, and borrow the record. */
void scenes_collect(
	struct arena *, const struct result *, const struct view *plan, struct scenes *);
/* The scenes of a list of events and quotations of the record; other refs are passed over. */
void scenes_collect_list(struct arena *, const struct result *, const struct ref *list,
	uint32_t count, struct scenes *);

/* How many scenes with a number a plan has that lists what it shows; 0 of one that does not. */
uint32_t scenes_planned(const struct record *, const struct view *plan);

/* Of what a plan selects, what its scenes show: the words that have places, and their events with
 * those that are compared; the words of these have scenes of their own. All of it of a plan that
 * names nothing, and of any other result. */
struct result scenes_shown(struct arena *, const struct result *);
/* Whether it is of a plan that names something: then what its scenes show is known to a class. */
bool scenes_are_named(const struct result *);

/* The tables of a plan show what was known by its day rather than what it selects, so that nobody seems
 * to have said nothing who was merely not quoted; where a query narrows the plan, they stay within
 * that. What they are made from, also where they are opened by themselves: */
const struct result *scenes_basis(const struct result *);
/* The positions of the issues and meetings that the step names, each whole; of all issues where it names
 * none, or is NULL, and of the meetings of which the plan shows something, or something that followed them. */
void scenes_positions(
	struct arena *, const struct result *, const struct step *, struct position_table *);
/* Of two events what they were, where each side stood and what came of them: their words, and the days
 * around them, have scenes of their own. Where the plan shows positions, these have too: the events
 * are told of as meetings alone, unless the step names issues, on which it has stands then. Two
 * quotations whole. False as of compare_refs. */
bool scenes_compare(struct arena *, const struct result *, const struct step *, struct compare *);

/* The scene that shows a quotation; else (or below 0) the first that shows the event; else the
 * first of a later event; else the last that shows any. 0 where there is none. */
uint32_t scenes_find(const struct scenes *, int64_t event, int64_t quote);

#endif
