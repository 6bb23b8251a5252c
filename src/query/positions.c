/* One pass over the events gives the meetings, a list of stands in the order of time, and what was
 * spoken of. Sorted by issue, party, meeting and time, the list holds each line as one stretch, and
 * each cell as a stretch of that. Which lines and meetings are shown is chosen at the end, and how
 * the cells of those lines compare (positions_changes.h). */
#include "query/positions.h"

#include "base/memory.h"
#include "query/positions_changes.h"

#include <stdlib.h>

/* Grows while the events are read. */
struct collecting {
	const struct result *result, *known;
	struct meeting *meetings;
	struct stand *stands;
	struct raising *raisings;
	size_t meeting_count, meeting_room, stand_count, stand_room, raising_count, raising_room;
	const struct event *anchor; /* the first event of the meeting at hand */
};

bool positions_is_shown(const struct result *result, const struct position *position)
{
	return position->quote.thing != THING_QUOTE ||
		result_has_quote(result, position->quote.index);
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
	if (position->source.thing != THING_NONE)
		return position->source;
	if (position->says.thing == THING_SOURCE)
		return position->says;
	return record->quotes[position->quote.index].source;
}

uint32_t positions_taken(const struct event *event)
{
	return event->positions ? event->positions->count : 0;
}

bool positions_of_several(const struct event *event)
{
	return event->parties && event->parties->count > 1;
}

bool positions_is_main(const struct event *earlier, const struct event *later)
{
	if (positions_of_several(earlier) != positions_of_several(later))
		return positions_of_several(earlier);
	return positions_of_several(earlier) || positions_taken(earlier) >= positions_taken(later);
}

static bool is_of_meeting(const struct event *anchor, const struct event *event)
{
	int64_t from = anchor->date->sort, to = event->date->sort;
	if (!ref_same(anchor->era, event->era) || from == DATE_NO_SORT || to == DATE_NO_SORT)
		return false;
	return to - from <= MEETING_DAYS;
}

bool positions_meets(const struct meeting *meeting, const struct event *event)
{
	return event == meeting->first ||
		(event >= meeting->first && is_of_meeting(meeting->first, event));
}

static void stand_add(struct collecting *all, const struct event *event,
	const struct position *position, bool selected)
{
	all->stands = mem_grow(
		all->stands, &all->stand_room, all->stand_count + 1, sizeof *all->stands);
	all->stands[all->stand_count++] = (struct stand){(uint32_t)all->meeting_count - 1,
		selected && positions_is_shown(all->result, position), position, event,
		CONTRAST_NOTHING, 0};
}

static void raise(struct collecting *all, struct ref theme, struct ref party)
{
	all->raisings = mem_grow(
		all->raisings, &all->raising_room, all->raising_count + 1, sizeof *all->raisings);
	all->raisings[all->raising_count++] = (struct raising){theme.index,
		(uint32_t)all->meeting_count - 1, party.thing == THING_PARTY ? party.index + 1 : 0};
}

static void raise_all(struct collecting *all, const struct refs *themes, struct ref party)
{
	for (uint32_t i = 0; themes && i < themes->count; i++) {
		raise(all, themes->at[i], (struct ref){0});
		if (party.thing == THING_PARTY)
			raise(all, themes->at[i], party);
	}
}

/* What an event of the meeting at hand is about, and the words of it. */
static void event_raise(struct collecting *all, const struct event *event)
{
	const struct quote *quote;
	raise_all(all, event->themes, (struct ref){0});
	for (uint32_t n = 0; (quote = result_quote(all->known, event, n)); n++)
		raise_all(all, quote->themes, record_party(all->known->record, quote->speaker));
}

static void meeting_begin(struct collecting *all, const struct event *event)
{
	all->meetings = mem_grow(
		all->meetings, &all->meeting_room, all->meeting_count + 1, sizeof *all->meetings);
	all->meetings[all->meeting_count] = (struct meeting){
		.nth = (uint32_t)all->meeting_count, .first = event, .main = event};
	all->meeting_count++;
	all->anchor = event;
}

/* Adds an event with positions to the meeting at hand. */
static void meeting_add(struct collecting *all, const struct event *event, bool selected)
{
	struct meeting *meeting = &all->meetings[all->meeting_count - 1];
	if (!positions_is_main(meeting->main, event))
		meeting->main = event;
	meeting->last = event;
	meeting->touched = meeting->touched || selected;
	meeting->events++;
}

static void event_add(struct collecting *all, const struct event *event)
{
	const struct record *record = all->known->record;
	bool selected = result_row(all->result, record_event_index(record, event)) >= 0;
	bool any = false, near = all->anchor && is_of_meeting(all->anchor, event);
	for (uint32_t i = 0; event->positions && i < event->positions->count; i++) {
		const struct position *position = &event->positions->at[i];
		if (!positions_is_shown(all->known, position))
			continue;
		if (!any && !near)
			meeting_begin(all, event);
		any = true;
		stand_add(all, event, position, selected);
		raise(all, position->issue, (struct ref){0});
	}
	if (any)
		meeting_add(all, event, selected);
	if (any || near)
		event_raise(all, event);
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

/* Events stand in an array in the order of time, and so do the positions of one. What is not
 * selected stands behind what is: it is never laid beside anything. */
static int compare_stands(const void *left, const void *right)
{
	const struct stand *a = left, *b = right;
	int order = compare_line(a->position, b->position);
	if (!order)
		order = compare_numbers(a->meeting, b->meeting);
	if (!order)
		order = b->selected - a->selected;
	if (!order && a->event != b->event)
		order = a->event < b->event ? -1 : 1;
	return order ? order : (a->position > b->position) - (a->position < b->position);
}

static int compare_raisings(const void *left, const void *right)
{
	const struct raising *a = left, *b = right;
	int order = compare_numbers(a->meeting, b->meeting);
	if (!order)
		order = compare_numbers(a->theme, b->theme);
	return order ? order : compare_numbers(a->party, b->party);
}

/* Hands each meeting what was spoken of there, each once. */
static void raised_find(struct arena *arena, struct collecting *all, struct position_table *table)
{
	struct raising *raisings = arena_alloc(arena, all->raising_count, sizeof *raisings);
	uint32_t count = 0;
	if (all->raising_count)
		qsort(all->raisings, all->raising_count, sizeof *all->raisings, compare_raisings);
	for (size_t i = 0; i < all->raising_count; i++) {
		struct meeting *meeting = &all->meetings[all->raisings[i].meeting];
		if (i && compare_raisings(&all->raisings[i - 1], &all->raisings[i]) == 0)
			continue;
		if (!meeting->raised)
			meeting->first_raised = count;
		meeting->raised++;
		raisings[count++] = all->raisings[i];
	}
	table->raisings = raisings;
}

/* The lines of which a stand is selected; and how many issues there are, and are among them. */
static void lines_find(
	struct arena *arena, const struct collecting *all, struct position_table *table)
{
	struct position_line *lines = arena_alloc(arena, all->stand_count, sizeof *lines);
	const struct ref *issue = NULL, *shown = NULL;
	for (uint32_t from = 0, to; from < all->stand_count; from = to) {
		const struct position *position = all->stands[from].position;
		bool selected = false;
		for (to = from; to < all->stand_count &&
			compare_line(all->stands[to].position, position) == 0;
			to++)
			selected = selected || all->stands[to].selected;
		table->all_issues += !issue || !ref_same(*issue, position->issue);
		issue = &position->issue;
		if (!selected)
			continue;
		table->issue_count += !shown || !ref_same(*shown, position->issue);
		shown = &position->issue;
		lines[table->line_count++] = (struct position_line){
			position->issue, position->party, from, to - from};
	}
	table->lines = lines;
}

/* The era that a meeting is of, counted from 1; 0 where it is of none. */
static uint32_t era_number(const struct meeting *meeting)
{
	struct ref era = meeting->first->era;
	return era.thing == THING_ERA ? era.index + 1 : 0;
}

/* The meetings of which a stand is selected. */
static void meetings_find(
	struct arena *arena, const struct collecting *all, struct position_table *table)
{
	struct meeting *meetings = arena_alloc(arena, all->meeting_count, sizeof *meetings);
	bool *selected = arena_alloc(arena, all->meeting_count, sizeof *selected);
	for (size_t i = 0; i < all->stand_count; i++)
		if (all->stands[i].selected)
			selected[all->stands[i].meeting] = true;
	uint32_t *of_era = arena_alloc(
		arena, all->known->record->counts[THING_ERA] + 1, sizeof *of_era);
	for (size_t i = 0; i < all->meeting_count; i++)
		of_era[era_number(&all->meetings[i])]++;
	for (size_t i = 0; i < all->meeting_count; i++)
		if (selected[i]) {
			meetings[table->meeting_count] = all->meetings[i];
			meetings[table->meeting_count++]
				.alone = of_era[era_number(&all->meetings[i])] == 1;
		}
	table->meetings = meetings;
	table->all_meetings = (uint32_t)all->meeting_count;
}

/* Keeps the stands of the meetings wanted alone: what is said at one is laid beside the one before it
 * of these, not beside one that nobody sees. */
static void meetings_keep(struct collecting *all)
{
	size_t kept = 0;
	for (size_t i = 0; i < all->stand_count; i++)
		if (all->meetings[all->stands[i].meeting].touched)
			all->stands[kept++] = all->stands[i];
	all->stand_count = kept;
}

/* Of the meetings those of the events wanted are touched, and no others. */
static void meetings_touch(struct collecting *all, const struct refs *events)
{
	const struct record *record = all->known->record;
	struct arena scratch = {0};
	bool *wanted = arena_alloc(&scratch, record->counts[THING_EVENT] + 1, sizeof *wanted);
	for (uint32_t i = 0; i < events->count; i++)
		wanted[events->at[i].index] = true;
	for (size_t i = 0; i < all->meeting_count; i++)
		all->meetings[i].touched = false;
	for (size_t i = 0; i < all->stand_count; i++)
		if (wanted[all->stands[i].event - record->events])
			all->meetings[all->stands[i].meeting].touched = true;
	arena_free(&scratch);
}

/* The meetings era by era, in the order of time, those of an era's number up to those of the next; and of
 * each the soonest day of its own and of those behind it of its era. */
struct talks {
	uint32_t *from;
	struct meeting **meetings;
	int64_t *soonest;
};

static struct talks talks_find(struct arena *scratch, struct collecting *all)
{
	uint32_t eras = all->known->record->counts[THING_ERA];
	size_t count = all->meeting_count;
	struct talks talks = {arena_alloc(scratch, eras + 2, sizeof *talks.from),
		arena_alloc(scratch, count + 1, sizeof *talks.meetings),
		arena_alloc(scratch, count + 1, sizeof *talks.soonest)};
	for (size_t i = 0; i < count; i++)
		talks.from[era_number(&all->meetings[i])]++;
	for (uint32_t era = 1; era < eras + 2; era++)
		talks.from[era] += talks.from[era - 1];
	for (size_t i = count; i-- > 0;)
		talks.meetings[--talks.from[era_number(&all->meetings[i])]] = &all->meetings[i];
	for (size_t i = count; i-- > 0;) {
		const struct meeting *meeting = talks.meetings[i], *next = talks.meetings[i + 1];
		talks.soonest[i] = meeting->main->date->earliest;
		if (next && era_number(next) == era_number(meeting) &&
			talks.soonest[i + 1] < talks.soonest[i])
			talks.soonest[i] = talks.soonest[i + 1];
	}
	return talks;
}

/* The meeting of the talks that an event is of, the last one by its day, else the first behind it; NULL
 * where it has positions of its own, or its talks have no meeting. */
static struct meeting *meeting_nearest(const struct talks *talks, const struct event *event)
{
	if (event->era.thing != THING_ERA || event->positions)
		return NULL;
	uint32_t first = talks->from[event->era.index + 1], end = talks->from[event->era.index + 2];
	uint32_t low = first;
	for (uint32_t high = end; low < high;) {
		uint32_t middle = low + (high - low) / 2;
		if (talks->soonest[middle] <= event->date->latest)
			low = middle + 1;
		else
			high = middle;
	}
	return first == end ? NULL : talks->meetings[low > first ? low - 1 : first];
}

/* An event that a plan shows touches the meeting whose talks it is of, be it that it followed weeks
 * later: a lesson on how talks ended is about them. */
static void meetings_reach(struct arena *scratch, struct collecting *all)
{
	const struct result *result = all->result;
	const struct talks talks = talks_find(scratch, all);
	for (uint32_t row = 0; row < result->event_count; row++) {
		struct meeting *near = meeting_nearest(&talks, result_event(result, row));
		if (near)
			near->touched = true;
	}
}

/* Of each theme its place among the issues wanted; their count where it is not among them. */
static uint32_t *places_of(
	struct arena *arena, const struct record *record, const struct refs *issues)
{
	uint32_t count = record->counts[THING_THEME];
	uint32_t *places = arena_alloc(arena, count + 1, sizeof *places);
	for (uint32_t i = 0; i < count; i++)
		places[i] = issues->count;
	for (uint32_t at = issues->count; at-- > 0;)
		places[issues->at[at].index] = at;
	return places;
}

/* Selects all stands on the issues and at the meetings that are wanted, and no others. */
static void whole_select(struct collecting *all, const struct position_wants *wants)
{
	const struct record *record = all->known->record;
	struct arena scratch = {0};
	const uint32_t *places = wants->issues ? places_of(&scratch, record, wants->issues) : NULL;
	if (wants->events)
		meetings_touch(all, wants->events);
	else
		meetings_reach(&scratch, all);
	for (size_t i = 0; i < all->stand_count; i++) {
		struct stand *stand = &all->stands[i];
		stand->selected = all->meetings[stand->meeting].touched &&
			!result_waits(all->result, stand->position->quote) &&
			(!places || places[stand->position->issue.index] < wants->issues->count);
	}
	arena_free(&scratch);
	if (wants->events)
		meetings_keep(all);
}

/* Brings the lines, of each issue in their order, into that of the issues wanted. */
static void lines_order(struct arena *arena, const struct record *record, const struct refs *issues,
	struct position_table *table)
{
	const uint32_t *places = places_of(arena, record, issues);
	struct position_line *lines = arena_alloc(arena, table->line_count, sizeof *lines);
	uint32_t *from = arena_alloc(arena, issues->count + 1, sizeof *from);
	for (uint32_t i = 0; i < table->line_count; i++)
		if (places[table->lines[i].issue.index] < issues->count)
			from[places[table->lines[i].issue.index] + 1]++;
	for (uint32_t at = 0; at < issues->count; at++)
		from[at + 1] += from[at];
	for (uint32_t i = 0; i < table->line_count; i++) {
		uint32_t place = places[table->lines[i].issue.index];
		if (place < issues->count)
			lines[from[place]++] = table->lines[i];
	}
	table->lines = lines;
}

/* What is later than all that a lesson has shown waits; whether anything does. */
static bool stands_wait(const struct collecting *all)
{
	bool any = false;
	for (size_t i = 0; i < all->stand_count; i++) {
		struct stand *stand = &all->stands[i];
		if (!stand->selected || !result_is_to_come(all->result, stand->event))
			continue;
		stand->selected = false;
		any = true;
	}
	return any;
}

/* Where something is wanted, it is whole; NULL: what is selected. */
static void collect(struct arena *arena, const struct result *result,
	const struct position_wants *wants, struct position_table *table)
{
	struct collecting all = {.result = result, .known = result_known(result)};
	*table = (struct position_table){.leaves_out = (result->known && !wants) || result->telling,
		.to_come = result->telling && !result->narrowed};
	for (uint32_t row = 0; row < all.known->event_count; row++)
		event_add(&all, result_event(all.known, row));
	if (wants)
		whole_select(&all, wants);
	table->ahead = stands_wait(&all);
	if (all.stand_count)
		qsort(all.stands, all.stand_count, sizeof *all.stands, compare_stands);
	raised_find(arena, &all, table);
	lines_find(arena, &all, table);
	meetings_find(arena, &all, table);
	if (wants && wants->issues)
		lines_order(arena, all.known->record, wants->issues, table);
	for (uint32_t i = 0; i < table->line_count; i++)
		positions_compare(&all.stands[table->lines[i].first], table->lines[i].count);
	table->stands = arena_copy(arena, all.stands, all.stand_count, sizeof *all.stands);
	table->stand_count = (uint32_t)all.stand_count;
	free(all.meetings);
	free(all.stands);
	free(all.raisings);
}

void positions_collect(
	struct arena *arena, const struct result *result, struct position_table *table)
{
	collect(arena, result, NULL, table);
}

void positions_collect_whole(struct arena *arena, const struct result *result,
	const struct position_wants *wants, struct position_table *table)
{
	collect(arena, result, wants, table);
}
