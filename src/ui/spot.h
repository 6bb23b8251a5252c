/* Spots: where one is in the record, and the trail of where one was.
 *
 * A spot is kept as indices of the record, not as rows of a result, so that it stays true when another
 * query selects other rows. */
#ifndef TRUCE_UI_SPOT_H
#define TRUCE_UI_SPOT_H

#include "model/record.h"

#include <stdbool.h>
#include <stdint.h>

enum focus { FOCUS_TIMELINE, FOCUS_QUOTES };

struct spot {
	int64_t event; /* of the record; -1 is the card */
	int64_t quote; /* of the record; -1 is the account */
	enum focus focus;
};

enum { TRAIL_SPOTS = 128 };

/* Where one was, the oldest forgotten first; `at` is where retracing stands. */
struct trail {
	struct spot spots[TRAIL_SPOTS];
	int count, at;
	int compared; /* the spot over which the comparison at hand was left, from 1 on; 0 for none */
};

struct app;

/* Where the explorer stands. */
struct spot spot_of(const struct app *);

/* Goes to a spot: both panes, the selection, the focus. An event that is not selected by the filter is
 * not gone to: false, and the app's message says so. */
bool spot_go(struct app *, struct spot);

/* Goes to an event or a quotation, and remembers where one was. Closes the views above the explorer. */
bool spot_follow(struct app *, struct ref);

/* As spot_follow, to a spot; views stay as they are. */
bool spot_step(struct app *, struct spot);

/* Goes back (-1) or forward (1) on the trail; false at its end. */
bool spot_retrace(struct app *, int direction);

#endif
