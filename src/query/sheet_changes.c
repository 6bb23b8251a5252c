/* Lines of the tables that are shown: at both ends of each something was said. */
#include "query/sheet_parts.h"

#include "query/giveaway.h"
#include "query/scenes.h"
#include "query/wording.h"

enum { ROUND_DAYS = 60 /* two meetings nearer than this are of one round */ };

/* The cell of the first meeting of a line that holds something (direction 1), or of the last (-1).
 * One of which something is not selected cannot be asked about. */
static const struct stand *cell_at_end(const struct position_table *table, uint32_t line,
	int direction, uint32_t *meeting, uint32_t *count)
{
	for (uint32_t n = 0; n < table->meeting_count; n++) {
		*meeting = direction > 0 ? n : table->meeting_count - 1 - n;
		struct position_cell cell = positions_cell(table, line, *meeting);
		*count = cell.count;
		if (cell.count && !cell.hides)
			return cell.stands;
	}
	return NULL;
}

bool sheet_tells_change(
	const struct record *record, const struct sheet_change *change, uint32_t index)
{
	const struct quote *quote = &record->quotes[index];
	const uint32_t counts[] = {change->before_count, change->after_count};
	const struct stand *const stands[] = {change->before, change->after};
	for (int when = 0; when < 2; when++)
		for (uint32_t i = 0; i < counts[when]; i++) {
			struct ref words = stands[when][i].position->quote;
			if (words.thing == THING_QUOTE &&
				quote_utterance(record, words.index) ==
					quote_utterance(record, index))
				return true;
		}
	if (!refs_has(quote->themes, change->issue))
		return false;
	struct buf folded = {0};
	bool tells = quote->kind == QUOTE_THESIS ||
		ref_same(record_party(record, quote->speaker), change->party) ||
		giveaway_has_name(record, giveaway_folded(&folded, quote->text), change->party);
	buf_free(&folded);
	return tells;
}

static bool is_told(const struct sheet_making *making, const struct sheet_change *change)
{
	const struct sheet_match *const asked[] = {&making->sheet->who, &making->sheet->whose};
	for (int kind = 0; kind < 2; kind++)
		for (uint32_t i = 0; i < asked[kind]->count; i++)
			if (sheet_tells_change(making->record, change, asked[kind]->quotes[i]))
				return true;
	return false;
}

/* Whether a class has been shown the words that each stand goes by, not its cell alone. */
static bool is_heard(const struct sheet_making *making, const struct stand *stands, uint32_t count)
{
	bool heard = true;
	for (uint32_t i = 0; i < count && heard; i++) {
		struct ref words = stands[i].position->quote;
		heard = words.thing == THING_QUOTE && result_has_quote(making->result, words.index);
	}
	return heard;
}

static bool can_be_asked(const struct sheet_making *making, const struct sheet_change *change)
{
	return !is_told(making, change) &&
		(!making->heard ||
			(is_heard(making, change->before, change->before_count) &&
				is_heard(making, change->after, change->after_count)));
}

static bool change_of(
	const struct position_table *table, uint32_t line, struct sheet_change *change)
{
	uint32_t first = 0, last = 0;
	const struct position_line *at = &table->lines[line];
	*change = (struct sheet_change){.issue = at->issue, .party = at->party};
	change->before = cell_at_end(table, line, 1, &first, &change->before_count);
	change->after = cell_at_end(table, line, -1, &last, &change->after_count);
	change->then = &table->meetings[first];
	change->now = &table->meetings[last];
	return change->before && change->after && first != last;
}

/* Adds what can be asked about of a table, but for what an earlier one has. */
static void changes_find(
	const struct sheet_making *making, const struct position_table *table, struct sheet *sheet)
{
	struct sheet_change *found = arena_alloc(
		making->arena, sheet->change_count + table->line_count, sizeof *found);
	uint32_t count = sheet->change_count, k;
	for (uint32_t i = 0; i < count; i++)
		found[i] = sheet->changes[i];
	for (uint32_t line = 0; line < table->line_count; line++) {
		const struct position_line *at = &table->lines[line];
		for (k = 0; k < sheet->change_count; k++)
			if (ref_same(found[k].issue, at->issue) &&
				ref_same(found[k].party, at->party))
				break;
		if (k == sheet->change_count && change_of(table, line, &found[count]) &&
			can_be_asked(making, &found[count]))
			count++;
	}
	sheet->changes = found;
	sheet->change_count = count;
}

/* The tables that are shown: of a plan those of its scenes. */
static void changes_gather(const struct sheet_making *making, struct sheet *sheet)
{
	const struct result *result = making->result;
	struct position_table table;
	if (!result->order) {
		positions_collect(making->arena, result, &table);
		changes_find(making, &table, sheet);
	}
	for (uint32_t n = 0; n < result->order_count; n++) {
		const struct step *step = result->order_steps[n];
		if (!step || step_kind(step) != STEP_POSITIONS)
			continue;
		scenes_positions(making->arena, result, step, &table);
		changes_find(making, &table, sheet);
	}
}

/* Whether two meetings are of one round, some days apart: little can have changed. */
static bool is_of_one_round(const struct sheet_change *change)
{
	return change->now->main->date->earliest - change->then->main->date->latest < ROUND_DAYS;
}

/* Brings those of one round behind the others, each in the order they had. */
static void changes_order(const struct sheet_change *changes, uint32_t *order, uint32_t count)
{
	uint32_t apart = 0;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t at = order[i], k = i;
		if (is_of_one_round(&changes[at]))
			continue;
		for (; k > apart; k--)
			order[k] = order[k - 1];
		order[apart++] = at;
	}
}

/* Whether a stand of one is one of the other, of the same party word for word: each would answer the
 * other. */
static bool changes_share(const struct sheet_change *one, const struct sheet_change *other)
{
	const struct stand *const stands[2][2] = {
		{one->before, one->after}, {other->before, other->after}};
	const uint32_t counts[2][2] = {
		{one->before_count, one->after_count}, {other->before_count, other->after_count}};
	if (!ref_same(one->party, other->party))
		return false;
	for (int when = 0; when < 4; when++)
		for (uint32_t i = 0; i < counts[0][when / 2]; i++)
			for (uint32_t k = 0; k < counts[1][when % 2]; k++)
				if (wording_same(stands[0][when / 2][i].position->text,
					    stands[1][when % 2][k].position->text))
					return true;
	return false;
}

void sheet_changes_make(const struct sheet_making *making, uint32_t most)
{
	struct sheet *sheet = making->sheet;
	changes_gather(making, sheet);
	uint32_t count = sheet->change_count, *order = sheet_numbers(making, count);
	struct sheet_change *all = sheet->changes;
	for (uint32_t i = 0; i < count; i++)
		order[i] = i;
	sheet->change_count = 0;
	sheet->changes = arena_alloc(making->arena, count, sizeof *sheet->changes);
	lots_shuffle(making->lots, order, count, count);
	changes_order(all, order, count);
	for (uint32_t i = 0; i < count && sheet->change_count < most; i++) {
		uint32_t k = 0;
		while (k < sheet->change_count &&
			!changes_share(&all[order[i]], &sheet->changes[k]))
			k++;
		if (k == sheet->change_count)
			sheet->changes[sheet->change_count++] = all[order[i]];
	}
}
