/* Words that stand against each other (opposed.h) come onto a sheet together or not at all; what of that is not
 * there is noted with the reason. */
#include "query/sheet_match_parts.h"

#include "query/opposed.h"

#include <string.h>

/* Whether some of the match stand against the words at hand. */
static bool is_answered(
	const struct sheet_making *making, const struct sheet_match *match, uint32_t quote)
{
	bool answered = false;
	for (uint32_t i = 0; i < match->count && !answered; i++)
		answered = opposed_words(making->result, quote, match->quotes[i]) != OPPOSED_NOT;
	return answered;
}

/* Whether both could stand on one sheet that has nothing else. */
static bool go_together(const struct sheet_making *making, uint32_t quote, uint32_t other)
{
	struct ref names[2];
	const char *roles[2], *held[2];
	uint32_t quotes[2];
	struct sheet sheet = {.heard = making->heard};
	struct sheet_making alone = *making;
	struct sheet_match both = {.quotes = quotes, .names = names, .roles = roles, .held = held};
	alone.sheet = &sheet;
	alone.reserved_count = 0;
	match_add(&alone, &both, quote);
	return match_fits(&alone, &both, other);
}

/* Adds what stands against words of the match: all that answers them or that they answer, of the pool; where
 * none of that is there, one of another side. False where what could stand beside them finds no room. */
static bool against_add(const struct sheet_making *making, struct sheet_match *match,
	const struct match_drawn *drawn, uint32_t quote)
{
	const struct pool *pool = drawn->pool;
	bool could = false, answered = is_answered(making, match, quote);
	for (int wanted = OPPOSED_DIRECT; wanted >= OPPOSED_SIDE; wanted--)
		for (uint32_t i = 0; i < pool->count; i++) {
			uint32_t other = pool->quotes[i];
			if ((int)opposed_words(making->result, quote, other) != wanted ||
				(wanted == OPPOSED_SIDE && answered) || match_has(match, other) ||
				!go_together(making, quote, other))
				continue;
			could = true;
			bool fits = match->count < drawn->most && match_fits(making, match, other);
			if (fits)
				match_add(making, match, other);
			if (fits && against_add(making, match, drawn, other))
				answered = true;
			else if (fits || wanted == OPPOSED_DIRECT)
				return false;
		}
	return answered || !could;
}

bool match_take(const struct sheet_making *making, struct sheet_match *match,
	const struct match_drawn *drawn, uint32_t quote)
{
	struct sheet_match before = *match;
	const char *roles[MATCH_NAMES_MOST];
	if (match->count == drawn->most || !match_fits(making, match, quote))
		return false;
	memcpy(roles, match->roles, match->name_count * sizeof *roles);
	match_add(making, match, quote);
	if (!drawn->answered || against_add(making, match, drawn, quote))
		return true;
	*match = before;
	memcpy(match->roles, roles, match->name_count * sizeof *roles);
	return false;
}

/* Why words that stand against some of the match are not among them. */
static enum sheet_unasked why_unasked(const struct sheet_making *making, const struct pool *pool,
	uint32_t words_most, uint32_t quote, uint32_t to)
{
	const struct record *record = making->record;
	const struct quote *words = &record->quotes[quote];
	bool is_in = false;
	for (uint32_t i = 0; i < pool->count && !is_in; i++)
		is_in = pool->quotes[i] == quote;
	return is_in ? (go_together(making, to, quote) ? UNASKED_ROOM : UNASKED_TOGETHER)
		: pool_names_its_speaker(record, words) ? UNASKED_NAMED
		: pool_words(words->text) > words_most  ? UNASKED_LONG
		: words->status > STATUS_ATTRIBUTED     ? UNASKED_DOUBTFUL
							: UNASKED_FRAGMENT;
}

static enum sheet_against against_as(
	const struct record *record, uint32_t quote, uint32_t other, enum opposed opposed)
{
	if (opposed_answers(record, quote, other))
		return AGAINST_ANSWERED;
	if (opposed_answers(record, other, quote))
		return AGAINST_ANSWERING;
	return opposed == OPPOSED_DIRECT ? AGAINST_BESIDE : AGAINST_SIDE;
}

void match_missing_find(const struct sheet_making *making, const struct pool *pool,
	uint32_t words_most, struct sheet_match *match)
{
	const struct result *result = making->result;
	const struct record *record = making->record;
	uint32_t shown = result->quote_count;
	match->missing = arena_alloc(
		making->arena, (size_t)match->count * (shown + 1), sizeof *match->missing);
	for (uint32_t i = 0; i < match->count; i++) {
		bool side = is_answered(making, match, match->quotes[i]);
		for (uint32_t n = 0; n < shown; n++) {
			uint32_t other = result->quotes ? result->quotes[n] : n;
			enum opposed opposed = opposed_words(result, match->quotes[i], other);
			if (!opposed || match_has(match, other) ||
				(opposed == OPPOSED_SIDE &&
					(side ||
						pool_could_be(record,
							&record->quotes[match->quotes[i]],
							match_voice(making, other)))))
				continue;
			side = side || opposed == OPPOSED_SIDE;
			match->missing[match->missing_count++] = (struct sheet_missing){.to = i,
				.quote = other,
				.as = against_as(record, match->quotes[i], other, opposed),
				.why = why_unasked(
					making, pool, words_most, other, match->quotes[i])};
		}
	}
}
