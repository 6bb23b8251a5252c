/* The stage: what a scene says, in the steps in which a class sees it.
 *
 * A scene is laid out in parts, an event or a quotation. Each part has first its words, on one page
 * or several; then who spoke them, below; then what the class is asked, below that. What is there
 * does not move by a cell when more comes. Where the question has no room below the speaker it
 * comes in the speaker's place, below one line of who it was, rather than that the words are
 * parted; words that leave no room below have it on their last page, which is kept short enough;
 * and on a very small screen each has pages of its own. */
#ifndef TRUCE_LAYOUT_STAGE_H
#define TRUCE_LAYOUT_STAGE_H

#include "layout/rows.h"

/* A wall has so many columns at most, in the middle of a wider screen; beyond these letters are small. What
 * stands around the words keeps so far from its edges. */
enum { STAGE_WALL = 110, STAGE_MARGIN = 2 };

/* What comes with a step. */
enum stage_shows { STAGE_WORDS, STAGE_SPEAKER, STAGE_ASK };

/* Some rows, and the line where they begin. */
struct stage_block {
	uint32_t first, count; /* count 0: not shown */
	int top;
};

/* One picture. */
struct stage_step {
	int part;
	enum stage_shows shows;
	uint32_t page, pages; /* of what it shows, from 0 */
	/* Where its page begins: a byte of a text, else a row, or a line of a table. */
	size_t from;
	struct stage_block words, below,
		ask; /* below: the speaker, maybe in brief; what the signs of a table mean */
	int left;    /* columns that all rows are moved to the right */
};

struct stage {
	struct rows rows;
	const struct stage_step *steps; /* at least one, once a part was added */
	uint32_t step_count;
	uint32_t height; /* lines */
	/* private */
	size_t capacity;
};

/* A part: rows of the stage for its words, its speaker and its question, which may be none; of the speaker's
 * so many of the last ones are left out where the words would have to be parted for them, or on a small
 * screen; `brief`: who speaks, for above a question that leaves the speaker no room. */
struct stage_part {
	int number;
	const char *text; /* of which the words are laid out; NULL of anything else */
	int left;
	uint32_t words, word_count, below, below_count, below_spare, brief, brief_count, ask,
		ask_count;
	/* Rows of each page of the words, where these were parted already; stage_page_add. */
	uint32_t *pages;
	uint32_t page_count;
};

/* Begins a stage of so many lines (1 or more), whose rows are added to stage->rows. */
void stage_begin(struct stage *, struct arena *, const struct paper *, int height);

/* Whether the words of a part, whose rows are there, need more than one page; and how many lines the last
 * of these leaves free, fewer than there are. */
bool stage_is_paged(const struct stage *, const struct stage_part *, uint32_t *tail);
/* Adds a page of so many rows of the part's words: what is added last ends them. */
void stage_page_add(struct stage *, struct stage_part *, uint32_t rows);
/* Adds the steps of a part, whose rows are there. */
void stage_part_add(struct stage *, const struct stage_part *);
/* Adds a step as it is. */
void stage_step_add(struct stage *, const struct stage_step *);

/* How far the rows from `first` on, which begin in column `edge`, are to be moved to the right so
 * that they are centred. */
int stage_centre(const struct rows *, uint32_t first, int edge);

/* How many words there are to read in what comes with a step. */
uint32_t stage_words(const struct stage *, const struct stage_step *);

#endif
