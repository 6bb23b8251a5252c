/* Words come from a fair draw of their pool (pool.h), with what stands against them, as long as no name is right
 * for two of them; then names that are right for none. */
#include "query/sheet_match_parts.h"

#include "query/echoes.h"
#include "query/giveaway.h"

enum { MATCH_LEAST = 2 };

/* Whether of two that are about the same one names the voice of the other. */
static bool one_names_other(
	const struct record *record, const struct quote *a, const struct quote *b)
{
	struct buf folded = {0};
	bool names = (a->event == b->event || pool_share_theme(a, b)) &&
		(giveaway_has_name(record, giveaway_folded(&folded, a->text), pool_voice(b)) ||
			giveaway_has_name(
				record, giveaway_folded(&folded, b->text), pool_voice(a)));
	buf_free(&folded);
	return names;
}

static bool names_another(
	const struct sheet_making *making, const struct sheet_match *match, uint32_t quote)
{
	const struct record *record = making->record;
	for (uint32_t i = 0; i < match->count; i++)
		if (one_names_other(
			    record, &record->quotes[quote], &record->quotes[match->quotes[i]]))
			return true;
	return false;
}

static bool tells_reserved(const struct sheet_making *making, uint32_t quote)
{
	for (uint32_t i = 0; i < making->reserved_count; i++)
		if (sheet_tells_change(making->record, &making->reserved[i], quote))
			return true;
	return false;
}

bool match_has(const struct sheet_match *match, uint32_t quote)
{
	bool is = false;
	for (uint32_t i = 0; i < match->count && !is; i++)
		is = match->quotes[i] == quote;
	return is;
}

bool match_fits(const struct sheet_making *making, const struct sheet_match *match, uint32_t quote)
{
	if (names_another(making, match, quote) ||
		names_another(making, &making->sheet->who, quote) ||
		names_another(making, &making->sheet->whose, quote) ||
		tells_reserved(making, quote))
		return false;
	const struct record *record = making->record;
	struct ref voice = match_voice(making, quote);
	for (uint32_t i = 0; i < match->count; i++)
		if (quote_utterance(record, quote) == quote_utterance(record, match->quotes[i]) ||
			echoes_alike(record->quotes[quote].text,
				record->quotes[match->quotes[i]].text) ||
			(!ref_same(voice, match_voice(making, match->quotes[i])) &&
				pool_same_matter(record, &record->quotes[quote],
					&record->quotes[match->quotes[i]])))
			return false;
	for (uint32_t i = 0; i < match->name_count; i++)
		if (!ref_same(match->names[i], voice) &&
			match_is_right_too(record, &record->quotes[quote], match->names[i],
				match->roles[i] ? match->roles[i] : match->held[i]))
			return false;
	return match_name_fits(
		making, match, voice, match_role_with(match, &record->quotes[quote]));
}

/* The names by lot, so that their order tells nothing, and which of them is right. */
static void match_letter(const struct sheet_making *making, struct sheet_match *match)
{
	uint32_t *order = sheet_numbers(making, match->name_count);
	struct ref *names = arena_alloc(making->arena, match->name_count, sizeof *names);
	const char **roles = arena_alloc(making->arena, match->name_count, sizeof *roles);
	for (uint32_t i = 0; i < match->name_count; i++)
		order[i] = i;
	lots_shuffle(making->lots, order, match->name_count, match->name_count);
	match_roles_settle(making, match);
	for (uint32_t i = 0; i < match->name_count; i++) {
		names[i] = match->names[order[i]];
		roles[i] = match->roles[order[i]];
	}
	match->names = names;
	match->roles = roles;
	match->letters = sheet_numbers(making, match->count);
	for (uint32_t i = 0; i < match->count; i++)
		match->letters[i] = match_name_index(match, match_voice(making, match->quotes[i]));
}

void match_add(const struct sheet_making *making, struct sheet_match *match, uint32_t quote)
{
	match->quotes[match->count++] = quote;
	match->reports += making->record->quotes[quote].kind == QUOTE_PARAPHRASE;
	match_name_add(match, &making->record->quotes[quote]);
}

/* The one of the front of the pool, or where it does not go with those taken, one of the same side
 * from behind the front. */
static void words_take(const struct sheet_making *making, struct sheet_match *match,
	const struct match_drawn *drawn, uint32_t at)
{
	const struct record *record = making->record;
	const struct pool *pool = drawn->pool;
	struct ref side = pool_side(record, &record->quotes[pool->quotes[at]]);
	bool taken = match_has(match, pool->quotes[at]) ||
		match_take(making, match, drawn, pool->quotes[at]);
	for (uint32_t i = drawn->front; i < pool->count && !taken; i++)
		taken = ref_same(pool_side(record, &record->quotes[pool->quotes[i]]), side) &&
			!match_has(match, pool->quotes[i]) &&
			match_take(making, match, drawn, pool->quotes[i]);
}

static uint32_t side_count(
	const struct sheet_making *making, const struct sheet_match *match, uint32_t quote)
{
	const struct record *record = making->record;
	struct ref side = pool_side(record, &record->quotes[quote]);
	uint32_t count = 0;
	for (uint32_t i = 0; i < match->count; i++)
		count += ref_same(pool_side(record, &record->quotes[match->quotes[i]]), side);
	return count;
}

/* Where none of a side goes with those taken, one of the side that has fewest there: false where
 * nothing goes with them. */
static bool words_fill(const struct sheet_making *making, struct sheet_match *match,
	const struct match_drawn *drawn, bool *tried)
{
	const struct pool *pool = drawn->pool;
	uint32_t best = pool->count, fewest = UINT32_MAX;
	for (uint32_t i = drawn->front; i < pool->count; i++) {
		uint32_t here = side_count(making, match, pool->quotes[i]);
		if (here < fewest && !tried[i] && match_fits(making, match, pool->quotes[i])) {
			best = i;
			fewest = here;
		}
	}
	if (best < pool->count) {
		tried[best] = true;
		match_take(making, match, drawn, pool->quotes[best]);
	}
	return best < pool->count;
}

/* Whether each party of the match has a role, and there is one. */
static bool has_roles(const struct sheet_match *match)
{
	bool any = false;
	for (uint32_t i = 0; i < match->name_count; i++) {
		if (match->names[i].thing == THING_PARTY && !match->roles[i])
			return false;
		any |= match->roles[i] != NULL;
	}
	return any;
}

void sheet_match_make(const struct sheet_making *making, struct pool *pool, bool views,
	uint32_t most, uint32_t words_most, struct sheet_match *match)
{
	const struct match_drawn drawn = {pool, most, most, making->heard && !views};
	bool tried[POOL_MOST] = {false};
	pool_balance(making->record, making->lots, pool, most);
	match->quotes = sheet_numbers(making, most);
	match->names = arena_alloc(making->arena, most + SPARE_NAMES, sizeof *match->names);
	match->roles = arena_alloc(making->arena, most + SPARE_NAMES, sizeof *match->roles);
	match->held = arena_alloc(making->arena, most + SPARE_NAMES, sizeof *match->held);
	match->poor = pool->poor;
	for (uint32_t i = 0; i < most && i < pool->count; i++)
		words_take(making, match, &drawn, i);
	while (match->count < most && words_fill(making, match, &drawn, tried))
		;
	uint32_t right = match->name_count;
	if (has_roles(match))
		match_spares_find(making, pool, views, true, right, match);
	match_spares_find(making, pool, views, false, right, match);
	if (match->count < MATCH_LEAST || match->name_count < MATCH_LEAST)
		match->count = 0;
	if (drawn.answered)
		match_missing_find(making, pool, words_most, match);
	match_letter(making, match);
}
