/* The names of a match: who of those to choose from stands there as what, and that none but its own is right for
 * any of the words. */
#include "query/sheet_match_parts.h"

#include "query/giveaway.h"

#include <string.h>

struct ref match_voice(const struct sheet_making *making, uint32_t quote)
{
	return pool_voice(&making->record->quotes[quote]);
}

const char *match_role(const struct quote *quote)
{
	bool is_named = pool_voice(quote).thing == THING_PARTY && quote->role &&
		!strstr(quote->role, "\xe2\x80\x9c") && !strchr(quote->role, '"');
	return is_named ? quote->role : NULL;
}

uint32_t match_name_index(const struct sheet_match *match, struct ref name)
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

const char *match_role_with(const struct sheet_match *match, const struct quote *quote)
{
	bool party = pool_voice(quote).thing == THING_PARTY;
	const char *role = party ? match_role(quote) : held_of(quote);
	const char **roles = party ? match->roles : match->held;
	uint32_t at = match_name_index(match, pool_voice(quote));
	bool same = at == match->name_count || (role && roles[at] && strcmp(role, roles[at]) == 0);
	return same ? role : NULL;
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

bool match_is_right_too(
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

bool match_name_fits(const struct sheet_making *making, const struct sheet_match *match,
	struct ref name, const char *role)
{
	const struct record *record = making->record;
	for (uint32_t i = 0; i < match->name_count; i++)
		if (!ref_same(match->names[i], name) &&
			pool_same_voice(record, match->names[i], name))
			return false;
	for (uint32_t i = 0; i < match->count; i++)
		if (!ref_same(match_voice(making, match->quotes[i]), name) &&
			match_is_right_too(record, &record->quotes[match->quotes[i]], name, role))
			return false;
	return true;
}

void match_name_add(struct sheet_match *match, const struct quote *quote)
{
	struct ref name = pool_voice(quote);
	const char *role = match_role(quote);
	const char *held = held_of(quote);
	uint32_t at = match_name_index(match, name);
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
			needs = !ref_same(match->names[n], match_voice(making, match->quotes[i])) &&
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

void match_roles_settle(const struct sheet_making *making, struct sheet_match *match)
{
	bool needs = needs_roles(making, match);
	bool all = true;
	for (uint32_t i = 0; i < match->name_count; i++)
		all &= match->names[i].thing != THING_PARTY || match->roles[i];
	for (uint32_t i = 0; i < match->name_count && !all && !needs; i++)
		match->roles[i] = NULL;
	people_settle(making, match);
}
