/* The days from the start of each side: what happened near it in its era, by how many days before or
 * behind, so that two rounds can be laid over each other. A day that is not known is not counted. */
#include "query/compare_lines.h"

enum { DAYS_MOST = COMPARE_BEFORE_EVENTS + 1 + COMPARE_BEHIND_EVENTS };

struct near_event {
	const struct event *event;
	int64_t days;
};

struct near {
	struct near_event at[DAYS_MOST];
	int count;
	bool more; /* there are others */
};

/* Keeps them in the order of days; what starts together in that of the timeline. */
static void near_add(struct near *near, const struct event *event, int64_t days)
{
	int at = near->count++;
	for (; at > 0 && near->at[at - 1].days > days; at--)
		near->at[at] = near->at[at - 1];
	near->at[at] = (struct near_event){event, days};
}

/* Adds the events from `row` on in one direction, as long as they are near. */
static void walk(const struct result *result, const struct event *from, int64_t day, int64_t row,
	int direction, struct near *near)
{
	const struct event *found[COMPARE_BEHIND_EVENTS];
	int most = direction < 0 ? COMPARE_BEFORE_EVENTS : COMPARE_BEHIND_EVENTS, count = 0;
	int64_t least = -COMPARE_BEFORE, last = COMPARE_BEHIND;
	for (int looked = 0; row >= 0 && row < result->event_count && looked < 4 * DAYS_MOST;
		row += direction, looked++) {
		const struct event *event = result_event(result, (uint32_t)row);
		int64_t begins, sort = event->date->sort;
		if (!compare_same_ref(event->era, from->era) || sort == DATE_NO_SORT ||
			sort - day < least || sort - day > last)
			break;
		if (!compare_day(event->date, &begins) || begins - day < least ||
			begins - day > last)
			continue;
		if (count == most) {
			near->more = true;
			break;
		}
		found[count++] = event;
	}
	for (int i = 0; i < count; i++) {
		int64_t begins;
		const struct event *event = found[direction < 0 ? count - 1 - i : i];
		if (compare_day(event->date, &begins))
			near_add(near, event, begins - day);
	}
}

static void near_find(const struct result *result, const struct event *event, struct near *near)
{
	int64_t day, row = result_row(result, (uint32_t)(event - result->record->events));
	if (!compare_day(event->date, &day))
		return;
	walk(result, event, day, row - 1, -1, near);
	near_add(near, event, 0);
	walk(result, event, day, row + 1, 1, near);
}

static struct compare_cell day_cell(const struct compare_lines *lines, const struct event *event)
{
	return (struct compare_cell){.evidence = compare_event_ref(lines, event), .event = event};
}

bool compare_days_add(struct compare_lines *lines)
{
	struct near left = {.count = 0}, right = {.count = 0};
	near_find(lines->result, lines->events[COMPARE_LEFT], &left);
	near_find(lines->result, lines->events[COMPARE_RIGHT], &right);
	for (int i = 0, k = 0; i < left.count || k < right.count;) {
		bool one = k >= right.count ||
			(i < left.count && left.at[i].days <= right.at[k].days);
		bool other = i >= left.count ||
			(k < right.count && right.at[k].days <= left.at[i].days);
		struct compare_line *line = compare_lines_add(lines, COMPARE_DAY);
		line->days = one ? left.at[i].days : right.at[k].days;
		if (one)
			line->cells[COMPARE_LEFT] = day_cell(lines, left.at[i++].event);
		if (other)
			line->cells[COMPARE_RIGHT] = day_cell(lines, right.at[k++].event);
	}
	return left.more || right.more;
}
