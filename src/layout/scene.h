/* A scene for a class: words large by the space around them, step by step.
 *
 * A scene is its event and its quotations. Each quotation has first its words, on one page or
 * several, and nothing that says whose they are; then the speaker below them, and the words have
 * not moved by a cell. Words that leave no room below have their speaker on the last page, which is
 * kept short enough. What is laid out is in the arena given, and borrows the record. */
#ifndef TRUCE_LAYOUT_SCENE_H
#define TRUCE_LAYOUT_SCENE_H

#include "layout/rows.h"
#include "model/record.h"

#include <stdbool.h>
#include <stdint.h>

enum { SCENE_EVENT = -1 }; /* the part that is the event itself */

/* One picture: some rows, and below them others. */
struct scene_step {
	int part; /* SCENE_EVENT, or which quotation */
	bool speaker;
	uint32_t page, pages;        /* of this part's words, from 0 */
	uint32_t first, count;       /* rows of the words */
	uint32_t below, below_count; /* rows of the speaker; none before that step */
	int top, below_top;          /* the lines where they begin */
	int left;                    /* columns that all rows are moved to the right */
};

struct scene_sheet {
	struct rows rows;
	const struct scene_step *steps; /* at least one */
	uint32_t step_count;
};

struct scene_wants {
	const struct event *event;
	const uint32_t *quotes; /* of the record */
	uint32_t quote_count;
	bool event_first; /* the event before its words; where it has none it is shown anyhow */
	int height;       /* lines to be filled; 1 or more */
};

/* The work is bounded by the scene. */
void scene_lay(struct arena *, const struct record *, const struct scene_wants *,
	const struct paper *, struct scene_sheet *);

/* How many words there are to read in a step. */
uint32_t scene_words(const struct scene_sheet *, const struct scene_step *);

/* Adds the words of a quotation between two columns: marks, and a new paragraph where the source
 * was cut between sentences; above a report, that it is one. */
void scene_quote_add(struct rows *, const struct quote *, int left, int right);
/* Adds who speaks, when and where, and who hands the words down. */
void scene_speaker_add(
	struct rows *, const struct record *, const struct quote *, int left, int right);

#endif
