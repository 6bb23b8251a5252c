/* A cell is looked up by bisection: the stands of a line lie meeting by meeting, what was raised at a
 * meeting theme by theme. */
#include "base/sorted.h"
#include "query/positions.h"

/* The first stand of the line, counted in it, that is not before the nth meeting of the record. */
static uint32_t find_meeting(
	const struct position_table *table, const struct position_line *line, uint32_t nth)
{
	return (uint32_t)sorted_find(
		&table->stands[line->first], line->count, sizeof *table->stands, nth);
}

static enum raised raised_at(const struct position_table *table, const struct position_line *line,
	const struct meeting *meeting)
{
	const struct raising *at = &table->raisings[meeting->first_raised];
	uint32_t theme = line->issue.index, party = line->party.index + 1;
	size_t n = sorted_find(at, meeting->raised, sizeof *at, theme);
	enum raised raised = RAISED_NOT;
	for (; n < meeting->raised && at[n].theme == theme; n++)
		raised = at[n].party == party || raised == RAISED_BY_IT ? RAISED_BY_IT : RAISED;
	return raised;
}

struct position_cell positions_cell(
	const struct position_table *table, uint32_t line, uint32_t meeting)
{
	const struct position_line *at = &table->lines[line];
	uint32_t nth = table->meetings[meeting].nth, from = find_meeting(table, at, nth);
	uint32_t count = find_meeting(table, at, nth + 1) - from;
	const struct stand *stands = &table->stands[at->first + from];
	struct position_cell cell = {.stands = stands,
		.raised = raised_at(table, at, &table->meetings[meeting]),
		.before = from ? stands[-1].meeting : POSITIONS_NEVER};
	while (cell.count < count && stands[cell.count].selected)
		cell.count++;
	cell.hides = cell.count < count;
	cell.gone = count ? stands->gone : 0;
	/* Those of a meeting that are not selected stand behind those that are. */
	if (!count && from && cell.before + 1 == nth && stands[-1].selected)
		cell.none = CONTRAST_LEFT;
	return cell;
}

/* The first meeting with a stand in a direction. */
static uint32_t nearest_beside(
	const struct position_table *table, uint32_t line, uint32_t meeting, int direction)
{
	enum { NEAR_MOST = 64 };
	int64_t at = (int64_t)meeting + direction;
	for (int n = 0; n < NEAR_MOST && at >= 0 && at < (int64_t)table->meeting_count; n++) {
		if (positions_cell(table, line, (uint32_t)at).count)
			return (uint32_t)at;
		at += direction;
	}
	return POSITIONS_NEVER;
}

/* Days from one meeting to a later one; INT64_MAX where nobody knows. */
static int64_t days_between(const struct meeting *early, const struct meeting *late)
{
	int64_t from = early->main->date->sort, to = late->main->date->sort;
	return from == DATE_NO_SORT || to == DATE_NO_SORT ? INT64_MAX : to - from;
}

uint32_t positions_nearest(const struct position_table *table, uint32_t line, uint32_t meeting)
{
	uint32_t early = nearest_beside(table, line, meeting, -1);
	uint32_t late = nearest_beside(table, line, meeting, 1);
	const struct meeting *meetings = table->meetings;
	if (early == POSITIONS_NEVER || late == POSITIONS_NEVER)
		return early == POSITIONS_NEVER ? late : early;
	return days_between(&meetings[meeting], &meetings[late]) <
			days_between(&meetings[early], &meetings[meeting])
		? late
		: early;
}
