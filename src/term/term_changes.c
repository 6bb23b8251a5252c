/* A wide cell and its second half change together, since nothing but a second half has width 0; so
 * the half is passed over, and shown with the first. */
#include "term/term_changes.h"

#include <stdbool.h>
#include <string.h>

static bool change_none(const struct cell *a, const struct cell *b)
{
	return a->len == b->len && a->width == b->width && a->style.role == b->style.role &&
		a->style.flags == b->style.flags && memcmp(a->text, b->text, a->len) == 0;
}

struct term_change term_change(const struct cell *new, const struct cell *old, int cols, int from)
{
	struct term_change change = {.start = from};

	while (change.start < cols &&
		(new[change.start].width == 0 ||
			change_none(&new[change.start], &old[change.start])))
		change.start++;
	change.end = change.start;
	while (change.end < cols &&
		(new[change.end].width == 0 || !change_none(&new[change.end], &old[change.end])))
		change.end++;
	return change;
}
