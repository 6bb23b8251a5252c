/* Where a window begins follows from the selected item and the heights beside it; none is kept. */
#include "ui/core/list.h"

void list_select(struct list *list, int64_t item)
{
	if (item >= list->count)
		item = (int64_t)list->count - 1;
	list->selected = item < 0 ? 0 : (uint32_t)item;
}

bool list_choose(struct list *list, int64_t item)
{
	uint32_t before = list->selected;
	list_select(list, item);
	return list->selected == before;
}

void list_move(struct list *list, struct motion motion)
{
	list_select(list, motion.by + (motion.kind == MOTION_TO ? 0 : (int64_t)list->selected));
}

/* The highest top from which the rows down to the end of `item` fit into `rows`. */
static uint32_t top_showing(uint32_t item, const struct list_heights *heights, int rows)
{
	int used = heights->of(heights->what, item);
	while (item > 0) {
		used += heights->of(heights->what, item - 1);
		if (used > rows)
			break;
		item--;
	}
	return item;
}

void list_settle(struct list *list, const struct list_heights *heights, int rows)
{
	uint32_t before = list->selected ? list->selected - 1 : 0;
	uint32_t after = list->selected + 1 < list->count ? list->selected + 1 : list->selected;
	if (list->top >= list->count)
		list->top = list->selected;
	if (list->top > before)
		list->top = before;
	uint32_t least = top_showing(after, heights, rows);
	if (least > list->selected)
		least = list->selected;
	if (list->top < least)
		list->top = least;
	/* Where not even these three fit, the selected one does. */
	uint32_t must = top_showing(list->selected, heights, rows);
	if (list->top < must)
		list->top = must;
	/* No window past the end while there is more above. */
	uint32_t last = top_showing(list->count - 1, heights, rows);
	if (list->top > last)
		list->top = last;
}

void list_keep(struct list *list, int rows)
{
	if (list->selected < list->top)
		list->top = list->selected;
	if ((int64_t)list->selected >= (int64_t)list->top + rows)
		list->top = list->selected - (uint32_t)rows + 1;
	/* No window past the end while there is more above. */
	uint32_t most = list->count > (uint32_t)rows ? list->count - (uint32_t)rows : 0;
	if (list->top > most)
		list->top = most;
}

uint32_t list_further(const struct list *list, const struct list_heights *heights, int rows)
{
	uint32_t item = list->selected;
	int direction = rows < 0 ? -1 : 1, left = rows * direction;
	while (direction > 0 ? item + 1 < list->count : item > 0) {
		uint32_t next = item + (uint32_t)direction;
		bool last = direction > 0 ? next + 1 >= list->count : next == 0;
		left -= heights->of(heights->what, next);
		/* The one beside it comes into the window with it: what lies between must not leave that for it. */
		int beside = last ? 0 : heights->of(heights->what, next + (uint32_t)direction);
		if (item != list->selected && (left < 0 || left + 1 < beside))
			break;
		item = next;
	}
	return item;
}
