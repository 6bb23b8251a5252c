/* Letters that are typed narrow a page of voices to the lines that fit them.
 *
 * A list of these is in step with the line at all times: the best of what fits is selected, unless
 * something else is asked for. */
#ifndef TRUCE_UI_CORE_NARROW_H
#define TRUCE_UI_CORE_NARROW_H

#include "query/voices.h"
#include "ui/core/line.h"
#include "ui/core/list.h"

struct app;
struct grid;

/* Zeroed at the beginning. */
struct narrow {
	struct line needle; /* as typed */
	uint32_t *hits;     /* the lines of the page that fit it */
	uint32_t count;
	struct list list; /* of the hits; of one where there are none */
};

void narrow_free(struct narrow *);

/* Sets what is typed, for a page that may be another than before. */
void narrow_set(struct narrow *, const struct voices *, const char *text, size_t len);
/* Finds the lines that fit; the best of them is selected, or the one at `keep` where it fits. */
void narrow_to(struct narrow *, const struct voices *, uint32_t keep);

/* Takes a key of the line; false for none. */
bool narrow_key(struct app *, struct narrow *, const struct voices *, int32_t key);
void narrow_paste(
	struct app *, struct narrow *, const struct voices *, const char *text, size_t len);

/* Appends what is typed, folded. */
void narrow_fold(const struct narrow *, struct buf *);

/* The terminal's cursor stands on the selected line, so where the next letter goes is marked in what
 * is typed, which stands in the first row from `col` on, unless it is the end. */
void narrow_mark(const struct app *, const struct narrow *, struct grid *, int col);

#endif
