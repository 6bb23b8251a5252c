/* Each part is drawn with those before it in view (sheet_parts.h). */
#include "query/sheet_parts.h"

#include "query/giveaway.h"
#include "query/scenes.h"

enum { LEAST = 2 };

uint32_t *sheet_numbers(const struct sheet_making *making, uint32_t count)
{
	return arena_alloc(making->arena, count, sizeof(uint32_t));
}

const struct date *sheet_when(const struct record *record, struct ref thing)
{
	return thing.thing == THING_EVENT ? record->events[thing.index].date
					  : quote_said(record, &record->quotes[thing.index]);
}

bool sheet_names_asked(const struct sheet_making *making, const char *text)
{
	const struct record *record = making->record;
	const struct sheet_match *const asked[] = {&making->sheet->who, &making->sheet->whose};
	struct buf folded = {0};
	bool names = false;
	giveaway_folded(&folded, text);
	for (int kind = 0; kind < 2; kind++)
		for (uint32_t i = 0; i < asked[kind]->count && !names; i++)
			names = giveaway_has_name(record, buf_string(&folded),
				pool_voice(&record->quotes[asked[kind]->quotes[i]]));
	buf_free(&folded);
	return names;
}

/* Whose words, and whose view. */
static void words_make(const struct sheet_making *making, const struct sheet_sizes *sizes)
{
	struct sheet *sheet = making->sheet;
	struct pool *pool = arena_alloc(making->arena, 1, sizeof *pool);
	pool_draw(making->arena, making->result, making->lots,
		&(struct pool_wants){.nameless = true,
			.words_most = sizes->who_words,
			.least = LEAST,
			.voices = LEAST},
		pool);
	sheet_match_make(making, pool, false, sizes->who, &sheet->who);
	pool_draw(making->arena, making->result, making->lots,
		&(struct pool_wants){.views = true,
			.nameless = true,
			.words_most = sizes->whose_words,
			.least = LEAST,
			.voices = LEAST},
		pool);
	sheet_match_make(making, pool, true, sizes->whose, &sheet->whose);
}

/* Whether of each kind of words half are left at least. */
static bool are_enough(const struct sheet *left, const struct sheet *all)
{
	return left->who.count * 2 >= all->who.count && left->whose.count * 2 >= all->whose.count;
}

/* Has the words give way to what is asked of positions, as far as enough of them are left. */
static void words_again(const struct sheet_making *making, const struct sheet_sizes *sizes)
{
	struct sheet changes = {.change_count = 0}, words;
	struct sheet_making first = *making;
	first.sheet = &changes;
	for (uint32_t most = sizes->changes; most && !making->sheet->change_count; most--) {
		changes = (struct sheet){.change_count = 0};
		words = (struct sheet){.change_count = 0};
		first.sheet = &changes;
		sheet_changes_make(&first, most);
		if (!changes.change_count)
			return;
		first.sheet = &words;
		first.reserved = changes.changes;
		first.reserved_count = changes.change_count;
		words_make(&first, sizes);
		if (are_enough(&words, making->sheet)) {
			*making->sheet = words;
			making->sheet->changes = changes.changes;
			making->sheet->change_count = changes.change_count;
		}
	}
}

bool sheet_draw(struct arena *arena, const struct result *result, const struct sheet_sizes *sizes,
	struct lots *lots, struct sheet *sheet)
{
	const struct result shown = scenes_shown(arena, result);
	const struct sheet_making making = {.arena = arena,
		.result = &shown,
		.record = result->record,
		.lots = lots,
		.sheet = sheet};
	*sheet = (struct sheet){.change_count = 0};
	words_make(&making, sizes);
	sheet_changes_make(&making, sizes->changes);
	if (!sheet->change_count)
		words_again(&making, sizes);
	sheet_order_make(&making, sizes->events, sizes->order_words);
	return sheet->who.count || sheet->order.count || sheet->whose.count || sheet->change_count;
}
