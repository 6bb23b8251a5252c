/* Lines are those of one party or of all; a column is walked down stand by stand, through each cell. */
#include "ui/core/stands.h"

#include "query/rounds.h"
#include "query/scenes.h"
#include "query/terms.h"

/* The lines of the one party, or all. */
static void lines_choose(struct stands *stands)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < stands->table.line_count; i++)
		if (stands->party.thing == THING_NONE ||
			ref_same(stands->table.lines[i].party, stands->party))
			stands->lines[count++] = i;
	stands->list = (struct list){.count = count ? count : 1};
	stands->nth = 0;
}

void stands_begin(struct stands *stands, struct arena *arena, const struct result *result)
{
	*stands = (struct stands){0};
	scenes_positions(arena, result, NULL, &stands->table);
	stands->lines = arena_alloc(arena, stands->table.line_count, sizeof *stands->lines);
	lines_choose(stands);
}

/* The meeting of the table that an event is of; false, and *at untouched, where it is of none. */
static bool meeting_of(const struct position_table *table, const struct event *event, uint32_t *at)
{
	for (uint32_t i = 0; i < table->meeting_count; i++)
		if (positions_meets(&table->meetings[i], event)) {
			*at = i;
			return true;
		}
	return false;
}

static bool meetings_of(
	const struct position_table *table, const struct event *rounds[2], uint32_t at[2])
{
	return meeting_of(table, rounds[0], &at[0]) && meeting_of(table, rounds[1], &at[1]);
}

/* The two rounds of the whole record, where the table has both: a query may leave their main
 * events out, and keep what others said there. */
static bool rounds_at(
	const struct position_table *table, const struct result *result, uint32_t at[2])
{
	const struct event *rounds[2];
	return (rounds_find(result_known(result), rounds) && meetings_of(table, rounds, at)) ||
		(rounds_find(result, rounds) && meetings_of(table, rounds, at));
}

void stands_open(struct stands *stands, const struct result *result, uint32_t count)
{
	uint32_t at[2];
	if (stands->table.meeting_count <= count || !rounds_at(&stands->table, result, at))
		return;
	uint32_t first = at[1] + 1 > count ? at[1] + 1 - count : 0;
	stands->first = first < at[0] ? first : at[0];
	stands_to_column(stands, stands->first);
}

/* Whether a field of queries names themes. */
static bool is_of_themes(int field)
{
	return field >= QUERY_NAMED && term_things(field)[0] == THING_THEME;
}

void stands_to_event(struct stands *stands, const struct event *event)
{
	uint32_t at;
	if (meeting_of(&stands->table, event, &at) && at != stands->meeting)
		stands_to_column(stands, at);
}

void stands_to_asked(
	struct stands *stands, const struct record *record, const char *query, size_t len)
{
	static const enum thing themes[] = {THING_THEME, THING_NONE};
	struct arena arena = {0};
	const struct query_term *terms = NULL;
	struct query_problem problem;
	struct names_set named = {0};
	uint32_t item = 0;
	query_parse(&arena, query, len, &terms, &problem);
	for (; terms; terms = terms->next)
		for (const struct query_value *value = terms->values; value; value = value->next)
			if (!terms->negative &&
				(terms->field == QUERY_WORDS || is_of_themes(terms->field)))
				names_add(record, themes, value, &arena, &named);
	while (item < stands->list.count && named.bits[THING_THEME] &&
		!names_have(&named, stands->table.lines[stands->lines[item]].issue))
		item++;
	if (named.bits[THING_THEME] && item < stands->list.count)
		stands_to_line(stands, item);
	arena_free(&arena);
}

void stands_to_issue(struct stands *stands, const struct refs *themes)
{
	for (uint32_t n = 0; stands->table.line_count && themes && n < themes->count; n++) {
		int64_t first = -1;
		for (uint32_t item = 0; item < stands->list.count; item++) {
			uint32_t line = stands->lines[item];
			if (!ref_same(stands->table.lines[line].issue, themes->at[n]))
				continue;
			if (positions_cell(&stands->table, line, stands->meeting).count) {
				stands_to_line(stands, item);
				return;
			}
			first = first < 0 ? item : first;
		}
		if (first >= 0) {
			stands_to_line(stands, first);
			return;
		}
	}
}

uint32_t stands_line(const struct stands *stands)
{
	return stands->lines[stands->list.selected];
}

struct position_cell stands_cell(const struct stands *stands)
{
	return positions_cell(&stands->table, stands_line(stands), stands->meeting);
}

bool stands_titled(const struct stands *stands, uint32_t item)
{
	const struct position_line *lines = stands->table.lines;
	return item == 0 ||
		lines[stands->lines[item]].issue.index !=
		lines[stands->lines[item - 1]].issue.index;
}

/* ---- from cell to cell ---- */

/* What can be selected in a cell: its stands, and that there are others. */
static uint32_t cell_size(const struct position_cell *cell)
{
	return cell->count + cell->hides;
}

bool stands_step(struct stands *stands, int direction)
{
	uint32_t before = stands->list.selected;
	struct position_cell cell = stands_cell(stands);
	if (direction > 0 && stands->nth + 1 < cell_size(&cell)) {
		stands->nth++;
		return true;
	}
	if (direction < 0 && stands->nth) {
		stands->nth--;
		return true;
	}
	list_select(&stands->list, (int64_t)before + direction);
	if (stands->list.selected == before)
		return false;
	cell = stands_cell(stands);
	uint32_t size = cell_size(&cell);
	stands->nth = direction < 0 && size ? size - 1 : 0;
	return true;
}

void stands_to_line(struct stands *stands, int64_t item)
{
	list_select(&stands->list, item);
	stands->nth = 0;
}

void stands_to_column(struct stands *stands, int64_t meeting)
{
	int64_t last = (int64_t)stands->table.meeting_count - 1;
	stands->meeting = meeting < 0 ? 0 : meeting > last ? (uint32_t)last : (uint32_t)meeting;
	stands->nth = 0;
}

/* ---- what is shown ---- */

void stands_fit(struct stands *stands, uint32_t count)
{
	if (stands->meeting < stands->first)
		stands->first = stands->meeting;
	if (stands->meeting >= stands->first + count)
		stands->first = stands->meeting + 1 - count;
}

bool stands_turn(struct stands *stands, uint32_t count, int direction)
{
	uint32_t all = stands->table.meeting_count;
	if (count >= all)
		return false;
	int64_t first = (int64_t)stands->first + direction * (count > 1 ? (int64_t)count - 1 : 1);
	if (first > (int64_t)(all - count))
		first = all - count;
	stands->first = first < 0 ? 0 : (uint32_t)first;
	stands_to_column(stands, direction > 0 ? stands->first + count - 1 : stands->first);
	return true;
}

/* The nearest party behind the one shown that stands anywhere; none behind the last. */
static struct ref party_behind(const struct stands *stands)
{
	struct ref next = {0};
	for (uint32_t i = 0; i < stands->table.line_count; i++) {
		struct ref party = stands->table.lines[i].party;
		if (party.index > stands->party.index &&
			(next.thing == THING_NONE || party.index < next.index))
			next = party;
	}
	return next;
}

void stands_turn_party(struct stands *stands)
{
	stands->party = stands->party.thing == THING_NONE
		? stands->table.lines[stands_line(stands)].party
		: party_behind(stands);
	lines_choose(stands);
}
