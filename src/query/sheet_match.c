/* Words come from a fair draw of their pool (pool.h); names that are right for none from who else is
 * shown, else from who else could have spoken. */
#include "query/sheet_parts.h"

#include "query/echoes.h"
#include "query/giveaway.h"
#include "query/opposed.h"

#include <string.h>

enum {
	MATCH_LEAST = 2,
	SPARE_TRIES = 256,
	SPARE_NAMES = 2, /* more than words: else the last goes by what is left */
	SHEET_NAMES_MOST = 64,
};

static struct ref voice_at(const struct sheet_making *making, uint32_t quote)
{
	return pool_voice(&making->record->quotes[quote]);
}

/* Whether one of two is a party and the other of its people, and offices tell them apart. */
static bool are_apart(const char *office, const char *other)
{
	struct buf folded = {0};
	bool apart = office && other &&
		!giveaway_has_word_of(giveaway_folded(&folded, office), other);
	buf_free(&folded);
	return apart;
}

/* Whether a name would be right for words that are not its own. A party that stands with an office, "Russia,
 * the Ministry of Defence", is not right for who held another; nor is somebody for what a party said by an
 * office that is not his. */
static bool is_right_too(
	const struct record *record, const struct quote *quote, struct ref name, const char *office)
{
	struct ref voice = quote->speaker;
	if (voice.thing == THING_PARTY && name.thing == THING_PERSON &&
		ref_same(record_party(record, name), voice) && !are_apart(quote->role, office))
		return true;
	return pool_could_be(record, quote, name) &&
		!(name.thing == THING_PARTY && voice.thing == THING_PERSON &&
			are_apart(quote->role, office));
}

/* Whether a name goes with those of the match, and with its words: right for its own alone. */
static bool name_fits(const struct sheet_making *making, const struct sheet_match *match,
	struct ref name, const char *role)
{
	const struct record *record = making->record;
	for (uint32_t i = 0; i < match->name_count; i++)
		if (!ref_same(match->names[i], name) &&
			pool_same_voice(record, match->names[i], name))
			return false;
	for (uint32_t i = 0; i < match->count; i++)
		if (!ref_same(voice_at(making, match->quotes[i]), name) &&
			is_right_too(record, &record->quotes[match->quotes[i]], name, role))
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

/* As what a party speaks; NULL for who is a person or a source, and for what a source calls them in
 * its own words, between marks. */
static const char *role_of(const struct quote *quote)
{
	bool is_named = pool_voice(quote).thing == THING_PARTY && quote->role &&
		!strstr(quote->role, "\xe2\x80\x9c") && !strchr(quote->role, '"');
	return is_named ? quote->role : NULL;
}

static bool is_in_match(const struct sheet_match *match, uint32_t quote)
{
	bool is = false;
	for (uint32_t i = 0; i < match->count && !is; i++)
		is = match->quotes[i] == quote;
	return is;
}

static uint32_t name_index(const struct sheet_match *match, struct ref name)
{
	uint32_t at = 0;
	while (at < match->name_count && !ref_same(match->names[at], name))
		at++;
	return at;
}

/* The office of who spoke, unless it tells of the year. */
static const char *held_of(const struct quote *quote)
{
	return quote->role && !giveaway_has_year(quote->role) ? quote->role : NULL;
}

/* As what a voice would stand there with these words among the others: NULL where it has several roles. */
static const char *role_with(const struct sheet_match *match, const struct quote *quote)
{
	bool party = pool_voice(quote).thing == THING_PARTY;
	const char *role = party ? role_of(quote) : held_of(quote);
	const char **roles = party ? match->roles : match->held;
	uint32_t at = name_index(match, pool_voice(quote));
	bool same = at == match->name_count || (role && roles[at] && strcmp(role, roles[at]) == 0);
	return same ? role : NULL;
}

static bool words_fit(
	const struct sheet_making *making, const struct sheet_match *match, uint32_t quote)
{
	if (names_another(making, match, quote) ||
		names_another(making, &making->sheet->who, quote) ||
		names_another(making, &making->sheet->whose, quote) ||
		tells_reserved(making, quote))
		return false;
	const struct record *record = making->record;
	struct ref voice = voice_at(making, quote);
	for (uint32_t i = 0; i < match->count; i++)
		if (quote_utterance(record, quote) == quote_utterance(record, match->quotes[i]) ||
			echoes_alike(record->quotes[quote].text,
				record->quotes[match->quotes[i]].text) ||
			(!ref_same(voice, voice_at(making, match->quotes[i])) &&
				pool_same_matter(record, &record->quotes[quote],
					&record->quotes[match->quotes[i]])))
			return false;
	for (uint32_t i = 0; i < match->name_count; i++)
		if (!ref_same(match->names[i], voice) &&
			is_right_too(record, &record->quotes[quote], match->names[i],
				match->roles[i] ? match->roles[i] : match->held[i]))
			return false;
	return name_fits(making, match, voice, role_with(match, &record->quotes[quote]));
}

static void name_add(struct sheet_match *match, const struct quote *quote)
{
	struct ref name = pool_voice(quote);
	const char *role = role_of(quote);
	const char *held = held_of(quote);
	uint32_t at = name_index(match, name);
	if (at < match->name_count) {
		if (!held || !match->held[at] || strcmp(match->held[at], held) != 0)
			match->held[at] = NULL;
		const char *first = match->roles[at];
		match->roles[at] = first && role && strcmp(first, role) == 0 ? first : NULL;
		return;
	}
	match->names[at] = name;
	match->roles[at] = role;
	match->held[at] = held;
	match->name_count++;
}

/* Whether what a party is listed as is all that keeps it from being right for its people as well. */
static bool needs_roles(const struct sheet_making *making, const struct sheet_match *match)
{
	const struct record *record = making->record;
	bool needs = false;
	for (uint32_t i = 0; i < match->count; i++)
		for (uint32_t n = 0; n < match->name_count && !needs; n++)
			needs = !ref_same(match->names[n], voice_at(making, match->quotes[i])) &&
				pool_could_be(
					record, &record->quotes[match->quotes[i]], match->names[n]);
	return needs;
}

/* Where parties stand with what they were heard as, people stand with the offices they held, or where somebody
 * had none, or several, with their sides: who stands there with a name alone would be told by it. */
static void people_settle(const struct sheet_making *making, struct sheet_match *match)
{
	const struct record *record = making->record;
	bool parties = false, offices = true, sides = true;
	for (uint32_t i = 0; i < match->name_count; i++) {
		bool person = match->names[i].thing == THING_PERSON;
		parties |= match->names[i].thing == THING_PARTY && match->roles[i];
		offices &= !person || match->held[i];
		sides &= !person || record_party(record, match->names[i]).thing == THING_PARTY;
	}
	for (uint32_t i = 0; i < match->name_count && parties && (offices || sides); i++)
		if (match->names[i].thing == THING_PERSON)
			match->roles[i] = offices
				? match->held[i]
				: record_name(record, record_party(record, match->names[i]));
}

/* Where one party has no role, none has: a name would be told by having one. */
static void roles_settle(const struct sheet_making *making, struct sheet_match *match)
{
	bool needs = needs_roles(making, match);
	bool all = true;
	for (uint32_t i = 0; i < match->name_count; i++)
		all &= match->names[i].thing != THING_PARTY || match->roles[i];
	for (uint32_t i = 0; i < match->name_count && !all && !needs; i++)
		match->roles[i] = NULL;
	people_settle(making, match);
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
	roles_settle(making, match);
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

/* ---- words that stand against each other ---- */

/* What words are drawn from, and how many. */
struct drawn {
	const struct pool *pool;
	uint32_t front, most;
	bool answered; /* none without what stands against them, where that can be asked as well */
};

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
	words_add(&alone, &both, quote);
	return words_fit(&alone, &both, other);
}

/* Adds what stands against words of the match: all that answers them or that they answer, of the pool; where
 * none of that is there, one of another side. False where what could stand beside them finds no room. */
static bool against_add(const struct sheet_making *making, struct sheet_match *match,
	const struct drawn *drawn, uint32_t quote)
{
	const struct pool *pool = drawn->pool;
	bool could = false, answered = is_answered(making, match, quote);
	for (int wanted = OPPOSED_DIRECT; wanted >= OPPOSED_SIDE; wanted--)
		for (uint32_t i = 0; i < pool->count; i++) {
			uint32_t other = pool->quotes[i];
			if ((int)opposed_words(making->result, quote, other) != wanted ||
				(wanted == OPPOSED_SIDE && answered) || is_in_match(match, other) ||
				!go_together(making, quote, other))
				continue;
			could = true;
			bool fits = match->count < drawn->most && words_fit(making, match, other);
			if (fits)
				words_add(making, match, other);
			if (fits && against_add(making, match, drawn, other))
				answered = true;
			else if (fits || wanted == OPPOSED_DIRECT)
				return false;
		}
	return answered || !could;
}

/* Takes words, and with them what stands against them, unless it is there; or nothing. */
static bool words_take_both(const struct sheet_making *making, struct sheet_match *match,
	const struct drawn *drawn, uint32_t quote)
{
	struct sheet_match before = *match;
	const char *roles[SHEET_NAMES_MOST];
	if (match->count == drawn->most || !words_fit(making, match, quote))
		return false;
	memcpy(roles, match->roles, match->name_count * sizeof *roles);
	words_add(making, match, quote);
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
	if (refs_has(record->quotes[quote].answers, record_ref(THING_QUOTE, other)))
		return AGAINST_ANSWERED;
	if (refs_has(record->quotes[other].answers, record_ref(THING_QUOTE, quote)))
		return AGAINST_ANSWERING;
	return opposed == OPPOSED_DIRECT ? AGAINST_BESIDE : AGAINST_SIDE;
}

/* Notes what was shown against words of the match, and is not asked about: what they answer or what answers
 * them; and where there is none of another side beside them, one of that, unless it said the same. */
static void missing_find(const struct sheet_making *making, const struct pool *pool,
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
			if (!opposed || is_in_match(match, other) ||
				(opposed == OPPOSED_SIDE &&
					(side ||
						pool_could_be(record,
							&record->quotes[match->quotes[i]],
							voice_at(making, other)))))
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

/* ---- words ---- */

/* The one of the front of the pool, or where it does not go with those taken, one of the same side
 * from behind the front. */
static void words_take(const struct sheet_making *making, struct sheet_match *match,
	const struct drawn *drawn, uint32_t at)
{
	const struct record *record = making->record;
	const struct pool *pool = drawn->pool;
	struct ref side = pool_side(record, &record->quotes[pool->quotes[at]]);
	bool taken = is_in_match(match, pool->quotes[at]) ||
		words_take_both(making, match, drawn, pool->quotes[at]);
	for (uint32_t i = drawn->front; i < pool->count && !taken; i++)
		taken = ref_same(pool_side(record, &record->quotes[pool->quotes[i]]), side) &&
			!is_in_match(match, pool->quotes[i]) &&
			words_take_both(making, match, drawn, pool->quotes[i]);
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
	const struct drawn *drawn, bool *tried)
{
	const struct pool *pool = drawn->pool;
	uint32_t best = pool->count, fewest = UINT32_MAX;
	for (uint32_t i = drawn->front; i < pool->count; i++) {
		uint32_t here = side_count(making, match, pool->quotes[i]);
		if (here < fewest && !tried[i] && words_fit(making, match, pool->quotes[i])) {
			best = i;
			fewest = here;
		}
	}
	if (best < pool->count) {
		tried[best] = true;
		words_take_both(making, match, drawn, pool->quotes[best]);
	}
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
	const struct record *record = making->record;
	bool met = !making->heard ||
		result_has_quote(making->result, record_quote_index(record, quote));
	for (uint32_t i = 0; i < match->count && !met; i++)
		met = record->quotes[match->quotes[i]].event == quote->event ||
			refs_has(record->events[record->quotes[match->quotes[i]].event].parties,
				quote->speaker);
	return met;
}

/* Lists a name if there is room and it goes with the words. */
static void spare_add(const struct sheet_making *making, const struct spares *spares,
	struct sheet_match *match, const struct quote *quote)
{
	struct ref name = pool_voice(quote);
	bool lacks_role = spares->roles && name.thing == THING_PARTY && !role_of(quote);
	if (match->name_count < spares->names_most && !lacks_role &&
		name_index(match, name) == match->name_count &&
		name_fits(making, match, name, role_with(match, quote)) &&
		(name.thing != THING_PARTY || was_met(making, match, quote)) &&
		!is_ruled_out(making, match, name))
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

/* One way through all from which they come. Others of the pool first, since each could have spoken
 * too, and who else is shown. To a lesson only two more come from the rest of the record, from
 * near: whoever was not heard in it is easily ruled out. */
static void spares_find(const struct sheet_making *making, const struct pool *pool, bool views,
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

void sheet_match_make(const struct sheet_making *making, struct pool *pool, bool views,
	uint32_t most, uint32_t words_most, struct sheet_match *match)
{
	const struct drawn drawn = {pool, most, most, making->heard && !views};
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
		spares_find(making, pool, views, true, right, match);
	spares_find(making, pool, views, false, right, match);
	if (match->count < MATCH_LEAST || match->name_count < MATCH_LEAST)
		match->count = 0;
	if (drawn.answered)
		missing_find(making, pool, words_most, match);
	match_letter(making, match);
}
