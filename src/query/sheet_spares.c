/* Names that are right for none: of who else is shown, else of who else could have spoken. */
#include "query/sheet_match_parts.h"

#include "query/giveaway.h"

enum { SPARE_TRIES = 256 };

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

static bool has_thing(const struct sheet_match *match, enum thing thing)
{
	for (uint32_t i = 0; i < match->name_count; i++)
		if (match->names[i].thing == thing)
			return true;
	return false;
}

/* What is asked of names that are right for none. */
struct spares {
	const struct result *from; /* who speaks there */
	bool views;
	bool people, parties; /* of each kind that is right for some */
	bool roles;           /* parties with what they were heard as */
	bool side;            /* of the side of one that is right */
	enum likeness least;  /* so much alike */
	uint32_t names_most;  /* so many names in all */
};

/* Whether words, or to views a view, have a voice that could be listed. */
static bool has_voice(const struct spares *spares, const struct quote *quote)
{
	if (spares->views)
		return quote->kind == QUOTE_THESIS && quote->source.thing == THING_SOURCE;
	return quote->kind != QUOTE_THESIS && quote->status != STATUS_MISATTRIBUTED &&
		((quote->speaker.thing == THING_PARTY && spares->parties) ||
			(quote->speaker.thing == THING_PERSON && spares->people));
}

/* Whether words of the match call the name, or say what its voice says elsewhere in the record: it is no
 * choice, or no surely wrong one. */
static bool is_ruled_out(
	const struct sheet_making *making, const struct sheet_match *match, struct ref name)
{
	const struct record *record = making->record;
	struct buf folded = {0};
	bool out = false;
	for (uint32_t i = 0; i < match->count && !out; i++) {
		const struct quote *quote = &record->quotes[match->quotes[i]];
		out = giveaway_has_name(record, giveaway_folded(&folded, quote->text), name);
		for (uint32_t q = 0; q < record->counts[THING_QUOTE] && !out; q++)
			out = ref_same(pool_voice(&record->quotes[q]), name) &&
				!record_hides(record, record_ref(THING_QUOTE, q)) &&
				pool_same_matter(record, quote, &record->quotes[q]);
	}
	buf_free(&folded);
	return out;
}

/* Whether a party was heard in the lesson, or was where some of the words were said. */
static bool was_met(const struct sheet_making *making, const struct sheet_match *match,
	const struct quote *quote)
{
	bool met = !making->heard;
	for (uint32_t i = 0; i < match->count && !met; i++)
		met = pool_was_met(
			making->result, &making->record->quotes[match->quotes[i]], quote);
	return met;
}

/* Lists a name if there is room and it goes with the words. */
static void spare_add(const struct sheet_making *making, const struct spares *spares,
	struct sheet_match *match, const struct quote *quote)
{
	struct ref name = pool_voice(quote);
	bool lacks_role = spares->roles && name.thing == THING_PARTY && !match_role(quote);
	if (match->name_count < spares->names_most && !lacks_role &&
		match_name_index(match, name) == match->name_count &&
		match_name_fits(making, match, name, match_role_with(match, quote)) &&
		(name.thing != THING_PARTY || was_met(making, match, quote)) &&
		!is_ruled_out(making, match, name))
		match_name_add(match, quote);
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

void match_spares_find(const struct sheet_making *making, const struct pool *pool, bool views,
	bool roles, uint32_t right, struct sheet_match *match)
{
	struct spares spares = {.from = making->result,
		.views = views,
		.people = !has_thing(match, THING_PARTY) || has_thing(match, THING_PERSON),
		.parties = has_thing(match, THING_PARTY),
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
