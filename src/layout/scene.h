/* A scene for a class: words large by the space around them, step by step.
 *
 * A scene is its event and its quotations. Each quotation has first its words, and nothing that says
 * whose they are; then the speaker below them. What is laid out is in the arena given, and borrows
 * the record. */
#ifndef TRUCE_LAYOUT_SCENE_H
#define TRUCE_LAYOUT_SCENE_H

#include "layout/stage.h"
#include "model/record.h"

#include <stdbool.h>
#include <stdint.h>

enum { SCENE_EVENT = -1 }; /* the part that is the event itself; the others are its quotations */

struct scene_wants {
	const struct event *event;
	const uint32_t *quotes; /* of the record */
	uint32_t quote_count;
	bool event_first; /* the event before its words; where it has none it is shown anyhow */
	int height;       /* lines to be filled; 1 or more */
};

/* The work is bounded by the scene. */
void scene_lay(struct arena *, const struct record *, const struct scene_wants *,
	const struct paper *, struct stage *);

/* Adds the words of a quotation between two columns: marks, and a new paragraph where the source
 * was cut between sentences; above a report, that it is one. */
void scene_quote_add(struct rows *, const struct quote *, int left, int right);
/* Adds who speaks, when and where, and who hands the words down. */
void scene_speaker_add(
	struct rows *, const struct record *, const struct quote *, int left, int right);

#endif
