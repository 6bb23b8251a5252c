/* A cell may hold thousands of stands, and those that are not selected stand behind the others: each
 * is brought into the order of time once, and paired with the one before it. */
#include "query/positions_changes.h"

#include "query/pairing.h"

#include <stdlib.h>

/* Some stands of a line: those of one meeting. */
struct stretch {
	struct stand *at;
	uint32_t count, selected;
};

/* The stands of a cell in the order of time, selected or not. */
struct in_time {
	struct stand **stands;
	const struct position **positions;
};

static int by_time(const void *left, const void *right)
{
	const struct stand *a = *(struct stand *const *)left;
	const struct stand *b = *(struct stand *const *)right;
	if (a->event != b->event)
		return a->event < b->event ? -1 : 1;
	return (a->position > b->position) - (a->position < b->position);
}

static struct in_time in_time_of(struct arena *arena, const struct stretch *stretch)
{
	struct in_time all = {arena_alloc(arena, stretch->count, sizeof *all.stands),
		arena_alloc(arena, stretch->count, sizeof *all.positions)};
	for (uint32_t i = 0; i < stretch->count; i++)
		all.stands[i] = &stretch->at[i];
	if (stretch->count)
		qsort(all.stands, stretch->count, sizeof *all.stands, by_time);
	for (uint32_t i = 0; i < stretch->count; i++)
		all.positions[i] = all.stands[i]->position;
	return all;
}

/* Stand by stand, where both cells have some. Of other words before it is spoken where some of them are
 * selected. */
static void changes_pair(const struct stretch *before, const struct stretch *here)
{
	struct arena arena = {0};
	struct in_time left = in_time_of(&arena, before), right = in_time_of(&arena, here);
	struct stand_pair *pairs;
	size_t count = pairing_find(
		&arena, left.positions, before->count, right.positions, here->count, &pairs);
	bool hidden = here->selected < here->count, others = false;
	uint32_t gone = 0;
	for (size_t i = 0; i < count; i++)
		others = others ||
			(pairs[i].left != PAIRING_NONE && pairs[i].contrast == CONTRAST_DIFFERS &&
				left.stands[pairs[i].left]->selected);
	for (size_t i = 0; i < count; i++) {
		const struct stand *one = pairs[i].left == PAIRING_NONE
			? NULL
			: left.stands[pairs[i].left];
		struct stand *other = pairs[i].right == PAIRING_NONE ? NULL
								     : right.stands[pairs[i].right];
		enum contrast contrast = pairs[i].contrast;
		if (other && other->selected &&
			(contrast == CONTRAST_DIFFERS ? others : !one || one->selected))
			other->contrast = contrast;
		gone += contrast == CONTRAST_LEFT;
		hidden = hidden || (contrast == CONTRAST_LEFT && !one->selected);
	}
	here->at->gone = hidden ? 0 : gone;
	arena_free(&arena);
}

void positions_compare(struct stand *stands, uint32_t count)
{
	struct stretch before = {0};
	for (uint32_t from = 0, to; from < count; from = to) {
		struct stretch here = {&stands[from], 0, 0};
		for (to = from; to < count && stands[to].meeting == here.at->meeting; to++)
			here.selected += stands[to].selected;
		here.count = to - from;
		if (before.count && here.selected)
			changes_pair(&before, &here);
		for (uint32_t i = 0; !before.count && i < here.selected; i++)
			here.at[i].contrast = here.at->meeting ? CONTRAST_RIGHT : CONTRAST_NOTHING;
		before = here;
	}
}
