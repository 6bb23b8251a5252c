/* Words come from a fair draw of their pool (pool.h); names that are right for none from who else is
 * shown, else from who else could have spoken. */
#include "query/sheet_parts.h"

#include "query/echoes.h"
#include "query/giveaway.h"

#include <string.h>

enum {
	MATCH_LEAST = 2,
	SPARE_TRIES = 256,
	SPARE_NAMES = 2, /* more than words: else the last goes by what is left */
};

static struct ref voice_at(const struct sheet_making *making, uint32_t quote)
{
	return pool_voice(&making->record->quotes[quote]);
}

/* Whether a name goes with those of the match, and with its words: right for its own alone. */
static bool name_fits(
	const struct sheet_making *making, const struct sheet_match *match, struct ref name)
{
	const struct record *record = making->record;
	for (uint32_t i = 0; i < match->name_count; i++)
		if (!ref_same(match->names[i], name) &&
			pool_same_voice(record, match->names[i], name))
			return false;
	for (uint32_t i = 0; i < match->count; i++)
		if (!ref_same(voice_at(making, match->quotes[i]), name) &&
			pool_could_be(record, &record->quotes[match->quotes[i]], name))
			return false;
	return true;
}

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

static bool words_fit(
	const struct sheet_making *making, const struct sheet_match *match, uint32_t quote)
{
	if (names_another(making, match, quote) ||
		names_another(making, &making->sheet->who, quote) || tells_reserved(making, quote))
		return false;
	const struct record *record = making->record;
	struct ref voice = voice_at(making, quote);
	for (uint32_t i = 0; i < match->count; i++)
		if (quote_utterance(record, quote) == quote_utterance(record, match->quotes[i]) ||
			echoes_alike(
				record->quotes[quote].text, record->quotes[match->quotes[i]].text))
			return false;
	for (uint32_t i = 0; i < match->name_count; i++)
		if (!ref_same(match->names[i], voice) &&
			pool_could_be(record, &record->quotes[quote], match->names[i]))
			return false;
	return name_fits(making, match, voice);
}

static uint32_t name_index(const struct sheet_match *match, struct ref name)
{
	uint32_t at = 0;
	while (at < match->name_count && !ref_same(match->names[at], name))
		at++;
	return at;
}

/* As what a party speaks; NULL for who is a person or a source, and for what a source calls them in
 * its own words, between marks. */
static const char *role_of(const struct quote *quote)
{
	bool is_named = pool_voice(quote).thing == THING_PARTY && quote->role &&
		!strstr(quote->role, "\xe2\x80\x9c") && !strchr(quote->role, '"');
	return is_named ? quote->role : NULL;
}

static void name_add(struct sheet_match *match, const struct quote *quote)
{
	struct ref name = pool_voice(quote);
	const char *role = role_of(quote);
	uint32_t at = name_index(match, name);
	if (at < match->name_count) {
		const char *first = match->roles[at];
		match->roles[at] = first && role && strcmp(first, role) == 0 ? first : NULL;
		return;
	}
	match->names[at] = name;
	match->roles[at] = role;
	match->name_count++;
}

/* Where one party has no role, none has: a name would be told by having one. */
static void roles_settle(struct sheet_match *match)
{
	bool all = true;
	for (uint32_t i = 0; i < match->name_count; i++)
		all &= match->names[i].thing != THING_PARTY || match->roles[i];
	for (uint32_t i = 0; i < match->name_count && !all; i++)
		match->roles[i] = NULL;
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
	roles_settle(match);
	for (uint32_t i = 0; i < match->name_count; i++) {
		names[i] = match->names[order[i]];
		roles[i] = match->roles[order[i]];
	}
	match->names = names;
	match->roles = roles;
	match->letters = sheet_numbers(making, match->count);
	for (uint32_t i = 0; i < match->count; i++)
		match->letters[i] = name_index(match, voice_at(making, match->quotes[i]));
}

static void words_add(const struct sheet_making *making, struct sheet_match *match, uint32_t quote)
{
	match->quotes[match->count++] = quote;
	match->reports += making->record->quotes[quote].kind == QUOTE_PARAPHRASE;
	name_add(match, &making->record->quotes[quote]);
}

/* The one of the front of the pool, or where it does not go with those taken, one of the same side
 * from behind the front. */
static void words_take(const struct sheet_making *making, struct sheet_match *match,
	const struct pool *pool, uint32_t front, uint32_t at)
{
	const struct record *record = making->record;
	struct ref side = pool_side(record, &record->quotes[pool->quotes[at]]);
	if (words_fit(making, match, pool->quotes[at])) {
		words_add(making, match, pool->quotes[at]);
		return;
	}
	for (uint32_t i = front; i < pool->count; i++) {
		uint32_t quote = pool->quotes[i];
		if (!ref_same(pool_side(record, &record->quotes[quote]), side) ||
			!words_fit(making, match, quote))
			continue;
		words_add(making, match, quote);
		return;
	}
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
	const struct pool *pool, uint32_t front)
{
	uint32_t best = pool->count, fewest = UINT32_MAX;
	for (uint32_t i = front; i < pool->count; i++) {
		uint32_t here = side_count(making, match, pool->quotes[i]);
		if (here < fewest && words_fit(making, match, pool->quotes[i])) {
			best = i;
			fewest = here;
		}
	}
	if (best < pool->count)
		words_add(making, match, pool->quotes[best]);
	return best < pool->count;
}

/* ---- names that are right for none ---- */

/* How alike the voice of other words is to those of the match. */
enum likeness { LIKE_ANY, LIKE_TIME, LIKE_TALKS, LIKE_OFFICE };

static enum likeness likeness(const struct sheet_making *making, const struct sheet_match *match,
	const struct quote *other)
{
	const struct record *record = making->record;
	enum likeness best = LIKE_ANY;
	struct buf folded = {0};
	giveaway_folded(&folded, other->role ? other->role : "");
	for (uint32_t i = 0; i < match->count && best < LIKE_OFFICE; i++) {
		const struct quote *quote = &record->quotes[match->quotes[i]];
		struct ref era = record->events[quote->event].era;
		enum likeness here = pool_is_far(record, quote, other) ? LIKE_ANY : LIKE_TIME;
		if (era.thing == THING_ERA && ref_same(era, record->events[other->event].era))
			here = quote->role && giveaway_has_word_of(buf_string(&folded), quote->role)
				? LIKE_OFFICE
				: LIKE_TALKS;
		best = here > best ? here : best;
	}
	buf_free(&folded);
	return best;
}

/* Whether the voice of other words is of a side that one of the match is of. */
static bool is_of_a_side(const struct sheet_making *making, const struct sheet_match *match,
	const struct quote *other)
{
	struct ref side = pool_side(making->record, other);
	for (uint32_t i = 0; i < match->count; i++)
		if (ref_same(side,
			    pool_side(making->record, &making->record->quotes[match->quotes[i]])))
			return true;
	return false;
}

/* What is asked of names that are right for none. */
struct spares {
	const struct result *from; /* who speaks there */
	bool views;
	bool parties;        /* to what parties said, parties */
	bool roles;          /* parties with what they were heard as */
	bool side;           /* of the side of one that is right */
	enum likeness least; /* so much alike */
	uint32_t names_most; /* so many names in all */
};

/* Whether words, or to views a view, have a voice that could be listed. */
static bool has_voice(const struct spares *spares, const struct quote *quote)
{
	if (spares->views)
		return quote->kind == QUOTE_THESIS && quote->source.thing == THING_SOURCE;
	return quote->kind != QUOTE_THESIS && quote->status != STATUS_MISATTRIBUTED &&
		quote->speaker.thing == (spares->parties ? THING_PARTY : THING_PERSON);
}

/* Lists a name if there is room and it goes with the words. */
static void spare_add(const struct sheet_making *making, const struct spares *spares,
	struct sheet_match *match, const struct quote *quote)
{
	struct ref name = pool_voice(quote);
	bool lacks_role = spares->roles && name.thing == THING_PARTY && !role_of(quote);
	if (match->name_count < spares->names_most && !lacks_role &&
		name_index(match, name) == match->name_count && name_fits(making, match, name))
		name_add(match, quote);
}

/* By lot. */
static void spares_add(
	const struct sheet_making *making, const struct spares *spares, struct sheet_match *match)
{
	const struct result *from = spares->from;
	uint32_t count = from->quote_count;
	uint32_t tries = count < SPARE_TRIES ? count : SPARE_TRIES;
	if (match->name_count >= spares->names_most)
		return;
	uint32_t *order = sheet_numbers(making, count);
	for (uint32_t i = 0; i < count; i++)
		order[i] = from->quotes ? from->quotes[i] : i;
	lots_shuffle(making->lots, order, count, tries);
	for (uint32_t i = 0; i < tries; i++) {
		const struct quote *quote = &making->record->quotes[order[i]];
		if (has_voice(spares, quote) &&
			!result_waits(from, record_ref(THING_QUOTE, order[i])) &&
			!record_hides(making->record, record_ref(THING_QUOTE, order[i])) &&
			likeness(making, match, quote) >= spares->least &&
			(!spares->side || is_of_a_side(making, match, quote)))
			spare_add(making, spares, match, quote);
	}
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

static bool has_party(const struct sheet_match *match)
{
	for (uint32_t i = 0; i < match->name_count; i++)
		if (match->names[i].thing == THING_PARTY)
			return true;
	return false;
}

/* One way through all from which they come. Others of the pool first, since each could have spoken
 * too, and who else is shown. To a lesson only two more come from the rest of the record, from
 * near: whoever was not heard in it is easily ruled out. */
static void spares_find(const struct sheet_making *making, const struct pool *pool, bool views,
	bool roles, uint32_t right, struct sheet_match *match)
{
	struct spares spares = {.from = making->result,
		.views = views,
		.parties = has_party(match),
		.roles = roles,
		.names_most = match->count + SPARE_NAMES};
	for (uint32_t i = 0; i < pool->count; i++)
		spare_add(making, &spares, match, &making->record->quotes[pool->quotes[i]]);
	spares_add(making, &spares, match);
	spares.from = result_known(making->result);
	if (making->heard)
		spares.names_most = right + SPARE_NAMES;
	for (int side = !views; side >= 0; side--)
		for (int least = views ? LIKE_TALKS : LIKE_OFFICE; least > LIKE_ANY; least--) {
			spares.least = (enum likeness)least;
			spares.side = side;
			spares_add(making, &spares, match);
		}
}

void sheet_match_make(const struct sheet_making *making, struct pool *pool, bool views,
	uint32_t most, struct sheet_match *match)
{
	pool_balance(making->record, making->lots, pool, most);
	match->quotes = sheet_numbers(making, most);
	match->names = arena_alloc(making->arena, most + SPARE_NAMES, sizeof *match->names);
	match->roles = arena_alloc(making->arena, most + SPARE_NAMES, sizeof *match->roles);
	match->poor = pool->poor;
	for (uint32_t i = 0; i < most && i < pool->count; i++)
		words_take(making, match, pool, most, i);
	while (match->count < most && words_fill(making, match, pool, most))
		;
	uint32_t right = match->name_count;
	if (has_roles(match))
		spares_find(making, pool, views, true, right, match);
	spares_find(making, pool, views, false, right, match);
	if (match->count < MATCH_LEAST || match->name_count < MATCH_LEAST)
		match->count = 0;
	match_letter(making, match);
}
