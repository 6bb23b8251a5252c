/* What was on offer: the stands of an event and of those within a week of it, since a round of talks is
 * seldom one event. Both sides are sorted by issue and party and walked together. */
#include "base/memory.h"
#include "query/compare_lines.h"
#include "query/positions.h"

#include <stdlib.h>

enum {
	MATCHES_MOST = 256, /* pairs of stands, beyond which they are paired in their order */
	EVENTS_MOST = 128,  /* that are looked at, before and behind */
};

struct side_stand {
	const struct position *position;
	const struct event *event;
	bool placed;
};

struct side_stands {
	struct side_stand *at;
	size_t count, capacity;
};

static bool is_near(const struct event *event, const struct event *other, int64_t days)
{
	int64_t a = event->date->sort, b = other->date->sort;
	if (event == other)
		return true;
	if (a == DATE_NO_SORT || b == DATE_NO_SORT || !compare_same_ref(event->era, other->era))
		return false;
	return a < b ? b - a <= days : a - b <= days;
}

bool compare_are_near(const struct compare_lines *lines)
{
	return is_near(lines->events[COMPARE_LEFT], lines->events[COMPARE_RIGHT], 2 * COMPARE_NEAR);
}

static void event_stands(
	const struct compare_lines *lines, struct side_stands *stands, const struct event *event)
{
	for (uint32_t i = 0; event->positions && i < event->positions->count; i++) {
		const struct position *position = &event->positions->at[i];
		if (!positions_is_shown(lines->result, position))
			continue;
		stands->at = mem_grow(
			stands->at, &stands->capacity, stands->count + 1, sizeof *stands->at);
		stands->at[stands->count++] = (struct side_stand){position, event, false};
	}
}

/* By issue and party in the order of the files, then by time. */
static int compare_keys(const struct position *a, const struct position *b)
{
	if (a->issue.index != b->issue.index)
		return a->issue.index < b->issue.index ? -1 : 1;
	return (a->party.index > b->party.index) - (a->party.index < b->party.index);
}

static int compare_stands(const void *left, const void *right)
{
	const struct side_stand *a = left, *b = right;
	int order = compare_keys(a->position, b->position);
	if (!order && a->event != b->event)
		order = a->event < b->event ? -1 : 1;
	return order ? order : (a->position > b->position) - (a->position < b->position);
}

static struct side_stands stands_of(const struct compare_lines *lines, int side, bool near)
{
	const struct result *result = lines->result;
	const struct event *event = lines->events[side];
	struct side_stands stands = {NULL, 0, 0};
	int64_t row = result_row(result, (uint32_t)(event - result->record->events));
	int64_t first = row, last = row;
	while (near && first > 0 && row - first < EVENTS_MOST &&
		is_near(event, result_event(result, (uint32_t)first - 1), COMPARE_NEAR))
		first--;
	while (near && last + 1 < result->event_count && last - row < EVENTS_MOST &&
		is_near(event, result_event(result, (uint32_t)last + 1), COMPARE_NEAR))
		last++;
	for (; first <= last; first++)
		event_stands(lines, &stands, result_event(result, (uint32_t)first));
	if (stands.count)
		qsort(stands.at, stands.count, sizeof *stands.at, compare_stands);
	return stands;
}

static struct compare_cell stand_cell(
	const struct compare_lines *lines, const struct side_stand *stand)
{
	const struct position *position = stand->position;
	bool quoted = position->quote.thing == THING_QUOTE;
	return (struct compare_cell){
		.evidence = quoted ? position->quote : compare_event_ref(lines, stand->event),
		.position = position,
		.event = stand->event,
	};
}

static void pair_add(struct compare_lines *lines, struct side_stand *left, struct side_stand *right)
{
	struct compare_line *line = compare_lines_add(lines, COMPARE_STAND);
	const struct position *any = (left ? left : right)->position;
	line->issue = any->issue;
	line->about = any->party;
	line->contrast = contrast_texts(
		left ? left->position->text : NULL, right ? right->position->text : NULL);
	if (left) {
		line->cells[COMPARE_LEFT] = stand_cell(lines, left);
		left->placed = true;
	}
	if (right) {
		line->cells[COMPARE_RIGHT] = stand_cell(lines, right);
		right->placed = true;
	}
}

static struct side_stand *next_free(struct side_stand *stands, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!stands[i].placed)
			return &stands[i];
	return NULL;
}

/* The stands of one party on one issue: first those in the same words, then the others in their order. */
static void group_add(struct compare_lines *lines, struct side_stand *left, size_t left_count,
	struct side_stand *right, size_t right_count)
{
	bool few = left_count * right_count <= MATCHES_MOST;
	for (size_t i = 0; few && i < left_count; i++)
		for (size_t k = 0; k < right_count && !left[i].placed; k++)
			if (!right[k].placed &&
				wording_same(left[i].position->text, right[k].position->text))
				pair_add(lines, &left[i], &right[k]);
	for (;;) {
		struct side_stand *one = next_free(left, left_count);
		struct side_stand *other = next_free(right, right_count);
		if (!one && !other)
			break;
		pair_add(lines, one, other);
	}
}

/* How many stands from `from` on are of the same issue and party. */
static size_t group_count(const struct side_stands *stands, size_t from)
{
	size_t at = from;
	while (at < stands->count &&
		compare_keys(stands->at[from].position, stands->at[at].position) == 0)
		at++;
	return at - from;
}

void compare_stands_add(struct compare_lines *lines, bool near)
{
	struct side_stands left = stands_of(lines, COMPARE_LEFT, near);
	struct side_stands right = stands_of(lines, COMPARE_RIGHT, near);
	for (size_t i = 0, k = 0; i < left.count || k < right.count;) {
		int order = i >= left.count ? 1
			: k >= right.count
			? -1
			: compare_keys(left.at[i].position, right.at[k].position);
		size_t of_left = order <= 0 ? group_count(&left, i) : 0;
		size_t of_right = order >= 0 ? group_count(&right, k) : 0;
		group_add(lines, left.at + i, of_left, right.at + k, of_right);
		i += of_left;
		k += of_right;
	}
	free(left.at);
	free(right.at);
}
