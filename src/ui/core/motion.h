/* What the moving actions ask of a view, whatever it is that moves there: the
 * next, a page on, the last. */
#ifndef TRUCE_UI_CORE_MOTION_H
#define TRUCE_UI_CORE_MOTION_H

#include "ui/core/action.h"

struct motion {
	enum motion_kind {
		MOTION_NONE,
		MOTION_STEP, /* `by` items on, below 0 back; at most some 1,000,000 */
		MOTION_ROWS, /* `by` rows on, below 0 back; never 0 */
		MOTION_TO,   /* to the item `by`, from 0 */
	} kind;
	int64_t by;
};

enum { MOTION_LAST = INT32_MAX }; /* `by` of MOTION_TO where the last item is meant */

/* The motion of an action in a window of `rows` rows; MOTION_NONE of one that does not move. */
struct motion motion_of(enum action, uint32_t count, bool counted, int rows);

#endif
