/* One pass over the events gives the meetings, and a list of stands in the order of time. Sorted by
 * issue, party, meeting and time, the list holds each line as one stretch, and each cell as a
 * stretch of that. */
#include "query/positions.h"

#include "base/memory.h"
#include "base/sorted.h"
#include "query/known.h"

#include <stdlib.h>

/* Grows while the events are read. */
struct collecting {
	const struct result *result;
	struct meeting *meetings;
	struct stand *stands;
	size_t meeting_count, meeting_room, stand_count, stand_room;
	const struct event *anchor; /* the first event of the meeting at hand */
};

bool positions_is_shown(const struct result *result, const struct position *position)
{
	return known_position(result, position) &&
		(position->quote.thing != THING_QUOTE ||
			result_has_quote(result, position->quote.index));
}

struct ref position_signed(const struct record *record, const struct position *position)
{
	if (position->says.thing != THING_NONE)
		return position->says;
	if (position->source.thing != THING_NONE)
		return position->source;
	const struct quote *quote = &record->quotes[position->quote.index];
	return quote->speaker.thing != THING_NONE ? quote->speaker : quote->source;
}

struct ref position_source(const struct record *record, const struct position *position)
{
	if (position->says.thing == THING_SOURCE)
		return position->says;
	if (position->source.thing != THING_NONE)
		return position->source;
	return record->quotes[position->quote.index].source;
}

static bool is_of_meeting(const struct event *anchor, const struct event *event)
{
	int64_t from = anchor->date->sort, to = event->date->sort;
	if (!ref_same(anchor->era, event->era) || from == DATE_NO_SORT || to == DATE_NO_SORT)
		return false;
	return to - from <= MEETING_DAYS;
}

static void stand_add(
	struct collecting *all, const struct event *event, const struct position *position)
{
	all->stands = mem_grow(
		all->stands, &all->stand_room, all->stand_count + 1, sizeof *all->stands);
	all->stands[all->stand_count++] = (struct stand){
		(uint32_t)all->meeting_count - 1, position, event};
}

static void event_add(struct collecting *all, uint32_t row, const struct event *event)
{
	bool any = false;
	for (uint32_t i = 0; i < event->positions->count; i++) {
		const struct position *position = &event->positions->at[i];
		if (!positions_is_shown(all->result, position))
			continue;
		if (!any && !(all->anchor && is_of_meeting(all->anchor, event))) {
			all->meetings = mem_grow(all->meetings, &all->meeting_room,
				all->meeting_count + 1, sizeof *all->meetings);
			all->meetings[all->meeting_count++] = (struct meeting){.first = row,
				.from = event->date->earliest,
				.to = event->date->latest};
			all->anchor = event;
		}
		any = true;
		stand_add(all, event, position);
	}
	if (any) {
		struct meeting *meeting = &all->meetings[all->meeting_count - 1];
		if (event->date->earliest < meeting->from)
			meeting->from = event->date->earliest;
		if (event->date->latest > meeting->to)
			meeting->to = event->date->latest;
		meeting->last = row;
		meeting->events++;
	}
}

static int compare_numbers(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int compare_line(const struct position *a, const struct position *b)
{
	int order = compare_numbers(a->issue.index, b->issue.index);
	return order ? order : compare_numbers(a->party.index, b->party.index);
}

/* Events stand in an array in the order of time, and so do the positions of one. */
static int compare_stands(const void *left, const void *right)
{
	const struct stand *a = left, *b = right;
	int order = compare_line(a->position, b->position);
	if (!order)
		order = compare_numbers(a->meeting, b->meeting);
	if (!order && a->event != b->event)
		order = a->event < b->event ? -1 : 1;
	return order ? order : (a->position > b->position) - (a->position < b->position);
}

static void lines_find(
	struct arena *arena, const struct collecting *all, struct position_table *table)
{
	struct position_line *lines = arena_alloc(arena, all->stand_count, sizeof *lines);
	for (uint32_t i = 0; i < all->stand_count; i++) {
		const struct position *position = all->stands[i].position;
		if (i && compare_line(all->stands[i - 1].position, position) == 0) {
			lines[table->line_count - 1].count++;
			continue;
		}
		if (!i || !ref_same(all->stands[i - 1].position->issue, position->issue))
			table->issue_count++;
		lines[table->line_count++] = (struct position_line){
			position->issue, position->party, i, 1};
	}
	table->lines = lines;
}

void positions_collect(
	struct arena *arena, const struct result *result, struct position_table *table)
{
	struct collecting all = {.result = result};
	*table = (struct position_table){0};
	for (uint32_t row = 0; row < result->event_count; row++) {
		const struct event *event = result_event(result, row);
		if (event->positions)
			event_add(&all, row, event);
	}
	if (all.stand_count)
		qsort(all.stands, all.stand_count, sizeof *all.stands, compare_stands);
	lines_find(arena, &all, table);
	table->meetings = arena_copy(arena, all.meetings, all.meeting_count, sizeof *all.meetings);
	table->meeting_count = (uint32_t)all.meeting_count;
	table->stands = arena_copy(arena, all.stands, all.stand_count, sizeof *all.stands);
	table->stand_count = (uint32_t)all.stand_count;
	free(all.meetings);
	free(all.stands);
}

/* The first stand of the line, counted in it, that is not before the meeting. */
static uint32_t find_meeting(
	const struct position_table *table, const struct position_line *line, uint32_t meeting)
{
	return (uint32_t)sorted_find(
		&table->stands[line->first], line->count, sizeof *table->stands, meeting);
}

const struct stand *positions_cell(
	const struct position_table *table, uint32_t line, uint32_t meeting, uint32_t *count)
{
	const struct position_line *at = &table->lines[line];
	uint32_t from = find_meeting(table, at, meeting);
	*count = find_meeting(table, at, meeting + 1) - from;
	return &table->stands[at->first + from];
}

enum contrast positions_change(const struct position_table *table, uint32_t line, uint32_t meeting)
{
	const struct position_line *at = &table->lines[line];
	uint32_t before_count, count, from = find_meeting(table, at, meeting);
	const struct stand *here = positions_cell(table, line, meeting, &count);
	if (!from)
		return contrast_of(false, count && meeting, false);
	uint32_t last = table->stands[at->first + from - 1].meeting;
	if (!count && last + 1 < meeting)
		return CONTRAST_NOTHING;
	const struct stand *before = positions_cell(table, line, last, &before_count);
	bool same = count == before_count;
	for (uint32_t i = 0; i < count && same; i++)
		same = wording_same(before[i].position->text, here[i].position->text);
	return contrast_of(true, count, same);
}
