/* Whether work that takes long is to go on: whoever waits for it is asked at intervals, and may look
 * after other things before he answers.
 *
 * Work asks each few thousand steps, or a few milliseconds. When it is told to end it leaves off
 * where it is, frees what it has made, and makes no problem of it. */
#ifndef TRUCE_BASE_PATIENCE_H
#define TRUCE_BASE_PATIENCE_H

#include <stdbool.h>
#include <stddef.h>

struct patience {
	bool (*lasts)(void *state);
	void *state;
	bool over; /* it was asked, and said no; it is not asked again */
};

/* Asks. NULL is endless patience. */
static inline bool patience_lasts(struct patience *patience)
{
	if (patience && !patience->over)
		patience->over = !patience->lasts(patience->state);
	return !patience || !patience->over;
}

/* Without asking: whether it was over the last time. */
static inline bool patience_is_over(const struct patience *patience)
{
	return patience && patience->over;
}

#endif
