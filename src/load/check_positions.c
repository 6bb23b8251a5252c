/* The positions of one event, sorted by issue and party: the later of two alike is reported. */
#include "load/checks.h"

#include "base/memory.h"

#include <stdlib.h>

static int compare(const void *a, const void *b)
{
	const struct position *one = *(const struct position *const *)a;
	const struct position *two = *(const struct position *const *)b;
	if (one->issue.index != two->issue.index)
		return one->issue.index < two->issue.index ? -1 : 1;
	if (one->party.index != two->party.index)
		return one->party.index < two->party.index ? -1 : 1;
	return (one > two) - (one < two);
}

static void event_check(struct loader *load, const struct positions *positions)
{
	const struct record *record = load->record;
	const struct position **sorted = mem_alloc(positions->count * sizeof *sorted);
	uint32_t count = 0;
	for (uint32_t i = 0; i < positions->count; i++)
		if (positions->at[i].issue.thing == THING_THEME &&
			positions->at[i].party.thing == THING_PARTY)
			sorted[count++] = &positions->at[i];
	qsort(sorted, count, sizeof *sorted, compare);
	for (uint32_t i = 1; i < count; i++) {
		const struct position *one = sorted[i - 1], *two = sorted[i];
		if (one->issue.index != two->issue.index || one->party.index != two->party.index)
			continue;
		struct buf where = {0};
		loader_where(load, two->place, one->place, &where);
		code_report(load->diags, CODE_POSITION_TWICE, two->place,
			"\"%s\" has a position on \"%s\" at this event already (%s)",
			record_id(record, two->party), record_id(record, two->issue),
			buf_string(&where));
		buf_free(&where);
	}
	free(sorted);
}

void check_positions(struct loader *load)
{
	const struct record *record = load->record;
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++)
		if (record->events[i].positions && record->events[i].positions->count > 1)
			event_check(load, record->events[i].positions);
}
