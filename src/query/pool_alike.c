/* What can be told apart: of two voices, of two words, of two dates. */
#include "query/pool.h"

#include "query/giveaway.h"
#include "query/sentence.h"

#include <string.h>

enum { SHORTER_MOST = 64 }; /* words that are counted of one */

/* ---- voices ---- */

struct ref pool_voice(const struct quote *quote)
{
	return quote->kind == QUOTE_THESIS && quote->source.thing == THING_SOURCE ? quote->source
										  : quote->speaker;
}

static bool is_called(const struct record *record, struct ref ref, const char *folded)
{
	const struct names *aliases = record_aliases(record, ref);
	const char *other = ref.thing == THING_SOURCE
		? record->sources[ref.index].fields[SOURCE_SHORT]
		: NULL;
	struct buf name = {0};
	bool called = strcmp(giveaway_folded(&name, record_name(record, ref)), folded) == 0 ||
		(other && strcmp(giveaway_folded(&name, other), folded) == 0);
	for (uint32_t i = 0; aliases && i < aliases->count && !called; i++)
		called = strcmp(giveaway_folded(&name, aliases->at[i]), folded) == 0;
	buf_free(&name);
	return called;
}

/* Whether a person is an author of a source: each word of the name stands among the authors'. */
static bool is_author(const struct record *record, struct ref source, struct ref person)
{
	if (source.thing != THING_SOURCE || person.thing != THING_PERSON)
		return false;
	const char *authors = record->sources[source.index].fields[SOURCE_AUTHOR];
	const char *name = record->people[person.index].name;
	struct buf folded = {0}, part = {0};
	struct sentence_word word;
	bool all = authors != NULL;
	giveaway_folded(&folded, authors ? authors : "");
	while (all && sentence_next(&name, &word)) {
		buf_clear(&part);
		buf_add(&part, word.at, word.len);
		all = giveaway_has_phrase(buf_string(&folded), buf_string(&part));
	}
	buf_free(&folded);
	buf_free(&part);
	return all;
}

bool pool_same_voice(const struct record *record, struct ref a, struct ref b)
{
	if (ref_same(a, b))
		return true;
	struct buf one = {0}, other = {0};
	bool same = is_called(record, a, giveaway_folded(&other, record_name(record, b))) ||
		is_called(record, b, giveaway_folded(&one, record_name(record, a))) ||
		is_author(record, a, b) || is_author(record, b, a);
	buf_free(&one);
	buf_free(&other);
	return same;
}

struct ref pool_side(const struct record *record, const struct quote *quote)
{
	struct ref voice = pool_voice(quote);
	return quote->kind == QUOTE_THESIS ? voice : record_party(record, voice);
}

/* Whether a party could have said words of another's too: both were among three or more at one event,
 * of which each told alike. */
static bool is_told_by_all(const struct record *record, const struct quote *quote, struct ref ref)
{
	const struct refs *parties = record->events[quote->event].parties;
	return quote->speaker.thing == THING_PARTY && ref.thing == THING_PARTY && parties &&
		parties->count > 2 && refs_has(parties, ref) && refs_has(parties, quote->speaker);
}

/* Whether a paper's words tell of a party: what it expects or wants could be that party's own word. */
static bool is_told_of(const struct record *record, const struct quote *quote, struct ref ref)
{
	if (quote->speaker.thing != THING_SOURCE || ref.thing != THING_PARTY)
		return false;
	struct buf folded = {0};
	bool told = giveaway_has_name(record, giveaway_folded(&folded, quote->text), ref);
	buf_free(&folded);
	return told;
}

bool pool_could_be(const struct record *record, const struct quote *quote, struct ref ref)
{
	const struct attestation *at = NULL;
	bool could = pool_same_voice(record, pool_voice(quote), ref) ||
		pool_same_voice(record, quote->source, ref) ||
		ref_same(record_party(record, quote->speaker), ref) ||
		is_told_by_all(record, quote, ref) || is_told_of(record, quote, ref);
	while (!could && (at = quote_place_next(quote, at)))
		could = pool_same_voice(record, at->source, ref);
	const struct refs *via = quote->more ? quote->more->via : NULL;
	for (uint32_t i = 0; via && i < via->count && !could; i++)
		could = pool_same_voice(record, via->at[i], ref);
	return could;
}

bool pool_share_theme(const struct quote *a, const struct quote *b)
{
	for (uint32_t i = 0; a->themes && i < a->themes->count; i++)
		if (refs_has(b->themes, a->themes->at[i]))
			return true;
	return false;
}

/* Whether all themes of the one are the other's too. */
static bool has_themes(const struct refs *these, const struct refs *those)
{
	bool all = these && these->count;
	for (uint32_t i = 0; all && i < these->count; i++)
		all = refs_has(those, these->at[i]);
	return all;
}

/* Whether a word stands in a text before a place, or its end where that is NULL. */
static bool has_word(const char *text, const char *end, const struct sentence_word *word)
{
	struct sentence_word known;
	bool has = false;
	while (!has && sentence_next(&text, &known) && (!end || known.at < end))
		has = known.hash == word->hash;
	return has;
}

/* Whether three words that carry meaning stand in both texts, however often, and of the shorter one's no fewer
 * than a third. */
static bool shares_words(const char *text, const char *other)
{
	const char *begin = text;
	uint32_t one = sentence_meaning(text, SHORTER_MOST);
	uint32_t two = sentence_meaning(other, SHORTER_MOST), shared = 0;
	struct sentence_word word;
	while (sentence_next(&text, &word))
		shared += word.columns >= SENTENCE_WORD && !has_word(begin, word.at, &word) &&
			has_word(other, NULL, &word);
	return shared >= 3 && shared * 3 >= (one < two ? one : two);
}

bool pool_same_matter(const struct record *record, const struct quote *a, const struct quote *b)
{
	struct ref party = record_party(record, a->speaker);
	bool side = a->kind == QUOTE_THESIS ||
		(party.thing != THING_NONE && ref_same(party, record_party(record, b->speaker)));
	return ref_same(record->events[a->event].era, record->events[b->event].era) &&
		(a->kind == QUOTE_THESIS) == (b->kind == QUOTE_THESIS) &&
		((side && has_themes(a->themes, b->themes) && has_themes(b->themes, a->themes)) ||
			(pool_share_theme(a, b) && shares_words(a->text, b->text)));
}

bool pool_was_met(const struct result *heard, const struct quote *quote, const struct quote *other)
{
	const struct record *record = heard->record;
	return other->event == quote->event ||
		result_has_quote(heard, record_quote_index(record, other)) ||
		refs_has(record->events[quote->event].parties, other->speaker);
}

/* ---- dates ---- */

bool pool_is_far(const struct record *record, const struct quote *a, const struct quote *b)
{
	int64_t one = record->events[a->event].date->sort;
	int64_t other = record->events[b->event].date->sort;
	if (one == DATE_NO_SORT || other == DATE_NO_SORT)
		return false;
	return one - other > POOL_DAYS_FAR || other - one > POOL_DAYS_FAR;
}

bool pool_has_days(const struct date *date)
{
	return date && date_is_day(date->earliest) && date_is_day(date->latest) &&
		date->certainty != DATE_POSSIBLY && date->certainty != DATE_POSSIBLY_ABOUT;
}

bool pool_has_day_said(const struct record *record, const struct quote *quote)
{
	const struct date *said = quote_said(record, quote);
	const struct date *issued = quote->source.thing == THING_SOURCE
		? record->sources[quote->source.index].issued
		: NULL;
	return pool_has_days(said) && !(pool_has_days(issued) && issued->latest < said->earliest);
}

/* How many days a date leaves open; "about" a day may be a few days off, "about" a year a few
 * years. */
static int64_t days_open(const struct date *date)
{
	int64_t days = date->latest - date->earliest;
	return date->certainty == DATE_ABOUT ? (days + 1) * 3 : days;
}

bool pool_lie_apart(const struct date *a, const struct date *b, int64_t days)
{
	int64_t between = a->latest < b->earliest ? b->earliest - a->latest
		: b->latest < a->earliest         ? a->earliest - b->latest
						  : 0;
	return between > days && between > days_open(a) && between > days_open(b);
}
