/* What the scenes of a plan show: bits for what has a place, made into lists; and tables, from what was
 * known rather than from what was selected. */
#include "query/scenes.h"

#include "base/bits.h"

/* ---- what a plan shows ---- */

struct shown {
	const struct result *result;
	uint8_t *events, *quotes, *listed; /* listed: events of whose quotations some have places */
};

static void shown_quote(struct shown *shown, uint32_t quote)
{
	bit_set(shown->quotes, quote);
	bit_set(shown->events, shown->result->record->quotes[quote].event);
}

/* What stands in the order, or is laid side by side: an event brings words where none of them has a
 * place of its own. */
static void shown_ref(struct shown *shown, struct ref ref, bool words)
{
	const struct quote *quote;
	if (ref.thing == THING_QUOTE)
		shown_quote(shown, ref.index);
	if (ref.thing != THING_EVENT)
		return;
	const struct event *event = &shown->result->record->events[ref.index];
	bit_set(shown->events, ref.index);
	for (uint32_t n = 0; words && (quote = result_quote(shown->result, event, n)); n++)
		shown_quote(shown, record_quote_index(shown->result->record, quote));
}

/* False where the plan names nothing, and is of all that was selected. */
static bool shown_order(struct shown *shown)
{
	const struct result *result = shown->result;
	bool any = false;
	for (uint32_t n = 0; n < result->order_count; n++)
		if (result->order[n].thing == THING_QUOTE)
			bit_set(shown->listed,
				result->record->quotes[result->order[n].index].event);
	for (uint32_t n = 0; n < result->order_count; n++) {
		const struct step *step = result->order_steps[n];
		const struct refs *two = step ? step->compare : NULL;
		struct ref ref = result->order[n];
		for (uint32_t k = 0; two && k < two->count; k++)
			shown_ref(shown, two->at[k], false);
		shown_ref(
			shown, ref, ref.thing == THING_EVENT && !bit_get(shown->listed, ref.index));
		any = any || two || ref.thing != THING_NONE;
	}
	return any;
}

/* The bits that are set, as a list. */
static const uint32_t *list_make(
	struct arena *arena, const uint8_t *bits, uint32_t most, uint32_t *count)
{
	uint32_t *list = arena_alloc(arena, most, sizeof *list);
	*count = 0;
	for (uint32_t i = 0; i < most; i++)
		if (bit_get(bits, i))
			list[(*count)++] = i;
	return list;
}

struct result scenes_shown(struct arena *arena, const struct result *result)
{
	const uint32_t *counts = result->record->counts;
	struct arena scratch = {0};
	struct result out = *result;
	if (!result->order)
		return out;
	struct shown shown = {result, arena_alloc(&scratch, bits_size(counts[THING_EVENT]), 1),
		arena_alloc(&scratch, bits_size(counts[THING_QUOTE]), 1),
		arena_alloc(&scratch, bits_size(counts[THING_EVENT]), 1)};
	if (!shown_order(&shown)) {
		arena_free(&scratch);
		return out;
	}
	out.events = list_make(arena, shown.events, counts[THING_EVENT], &out.event_count);
	out.quotes = list_make(arena, shown.quotes, counts[THING_QUOTE], &out.quote_count);
	out.quote_kinds = (struct quote_counts){{0}};
	for (uint32_t i = 0; i < out.quote_count; i++)
		out.quote_kinds.of[result->record->quotes[out.quotes[i]].kind]++;
	arena_free(&scratch);
	return out;
}

bool scenes_are_named(const struct result *result)
{
	for (uint32_t n = 0; n < result->order_count; n++)
		if (result->order[n].thing != THING_NONE ||
			(result->order_steps[n] && result->order_steps[n]->compare))
			return true;
	return false;
}

/* ---- tables of a plan ---- */

const struct result *scenes_basis(const struct result *result)
{
	return result->narrowed ? result : result_known(result);
}

void scenes_positions(struct arena *arena, const struct result *result, const struct step *step,
	struct position_table *table)
{
	struct position_wants wants = {NULL, NULL};
	if (step)
		wants = (struct position_wants){step->issues, step->meetings};
	if (result->narrowed)
		positions_collect(arena, result, table);
	else
		positions_collect_whole(arena, result, &wants, table);
}

static bool shows_positions(const struct result *result)
{
	bool shows = false;
	for (uint32_t n = 0; n < result->order_count && !shows; n++)
		shows = result->order_steps[n] &&
			step_kind(result->order_steps[n]) == STEP_POSITIONS;
	return shows;
}

/* The lines that a scene has of two events: what they were; and where each side stood then and what
 * came of it, unless that is what the class is still to find out. */
static void lines_choose(struct arena *arena, const struct result *result, const struct step *step,
	struct compare *compare)
{
	struct compare_line *lines = arena_alloc(arena, compare->count, sizeof *lines);
	bool all = !step->issues && !shows_positions(result), told = all || step->issues;
	uint32_t count = 0;
	for (uint32_t i = 0; i < compare->count; i++) {
		const struct compare_line *line = &compare->lines[i];
		if (line->field < COMPARE_STAND || (line->field == COMPARE_OUTCOME && told) ||
			(line->field == COMPARE_STAND &&
				(all || refs_has(step->issues, line->issue))))
			lines[count++] = *line;
	}
	compare->lines = lines;
	compare->count = count;
}

bool scenes_compare(struct arena *arena, const struct result *result, const struct step *step,
	struct compare *compare)
{
	const struct ref *two = step->compare->at;
	if (!compare_refs(arena, scenes_basis(result), two[0], two[1], compare))
		return false;
	if (compare->quotes[0])
		return true;
	lines_choose(arena, result, step, compare);
	compare->more = false;
	return true;
}
