/* One pass gathers candidates, a few are drawn from them, and those are struck out that somebody
 * else has nearly said too. From what is left the draw takes every so-manieth, from a start by lot,
 * of a list in which the sides stand together, and in each the years.
 *
 * Say five of twenty can be drawn, four of them Ukrainian. Every fourth is taken; so each has one
 * chance in four, and exactly one of the five is Ukrainian. */
#include "query/pool.h"

#include "base/bits.h"
#include "query/echoes.h"
#include "query/giveaway.h"
#include "query/sentence.h"
#include "query/wording.h"

#include <stdlib.h>
#include <string.h>

enum { WORDS_LEAST = 3, SIGNS_MOST = 24, NO_YEAR = INT32_MIN };

/* What may be taken, from the best on. */
enum pool_round {
	ROUND_HEARD,
	ROUND_SENTENCES,
	ROUND_SHORT,
	ROUND_ANY,
	ROUND_DISPUTED,
	ROUND_COUNT
};

/* ---- what can be asked ---- */

uint32_t pool_words(const char *text)
{
	uint32_t words = 0;
	for (bool inside = false; *text; text++) {
		bool space = *text == ' ' || *text == '\n';
		words += !space && !inside;
		inside = !space;
	}
	return words;
}

/* To within a few signs: what is not need not be read. */
static bool is_as_long(const char *a, const char *b)
{
	size_t one = strlen(a), other = strlen(b);
	return one <= other + SIGNS_MOST && other <= one + SIGNS_MOST;
}

/* The title of a text is no view in it: by its locator, or since it is the source's title. */
static bool is_headline(const struct record *record, const struct quote *quote)
{
	static const char *const called[] = {"headline", "title", "subtitle", "heading", "caption"};
	const char *title = quote->source.thing == THING_SOURCE
		? record->sources[quote->source.index].fields[SOURCE_TITLE]
		: NULL;
	struct buf folded = {0};
	bool is = title && is_as_long(title, quote->text) && wording_same(title, quote->text);
	if (quote->locator)
		giveaway_folded(&folded, quote->locator);
	for (size_t i = 0; i < sizeof called / sizeof *called && !is; i++)
		is = giveaway_has_phrase(buf_string(&folded), called[i]);
	buf_free(&folded);
	return is;
}

/* Whether what parties said is wanted, or these words of one are. */
static bool wants_party(
	const struct record *record, const struct quote *quote, const struct pool_wants *wants)
{
	return quote->speaker.thing == THING_PARTY &&
		(wants->more ||
			(wants->also && bit_get(wants->also, record_quote_index(record, quote))));
}

static bool is_by_one(
	const struct record *record, const struct quote *quote, const struct pool_wants *wants)
{
	enum thing thing = quote->speaker.thing;
	return thing == THING_PERSON || thing == THING_SOURCE || wants_party(record, quote, wants);
}

static bool points_out(const struct record *record, const struct quote *quote)
{
	return sentence_points_out(
		quote->text, quote->language ? quote->language : record->language);
}

static bool says_enough(
	const struct record *record, const struct quote *quote, const struct pool_wants *wants)
{
	return sentence_meaning(quote->text, POOL_WORDS) == POOL_WORDS &&
		pool_words(quote->text) <= wants->words_most && !points_out(record, quote);
}

static bool is_report(
	const struct record *record, const struct quote *quote, const struct pool_wants *wants)
{
	bool by = quote->speaker.thing == THING_PERSON || wants_party(record, quote, wants);
	return quote->kind == QUOTE_PARAPHRASE && by && quote->status <= STATUS_ATTRIBUTED;
}

/* What was heard with who said it is known again by less, but has to be read. */
static bool is_heard(const struct quote *quote, const struct pool_wants *wants)
{
	uint32_t words = pool_words(quote->text);
	return words >= WORDS_LEAST && words <= wants->words_most;
}

/* Exact words that their source has altered: another has the utterance in other words, which were looked up. */
static bool is_altered(const struct record *record, const struct quote *quote)
{
	const uint32_t *next = record->renderings;
	uint32_t index = record_quote_index(record, quote);
	bool altered = false;
	if (!next || quote->kind != QUOTE_QUOTATION || quote->status == STATUS_CHECKED)
		return false;
	for (uint32_t q = next[index]; q != index && !altered; q = next[q])
		altered = record->quotes[q].kind == QUOTE_QUOTATION &&
			record->quotes[q].status == STATUS_CHECKED &&
			!wording_same(record->quotes[q].text, quote->text);
	return altered;
}

/* Somebody whom a source quotes without a name is not the source, nor who wrote it. */
static bool is_quoting(const struct record *record, const struct quote *quote)
{
	struct ref speaker = quote->speaker, source = quote->source;
	if (!quote->more || !quote->more->unnamed || quote->kind == QUOTE_THESIS)
		return false;
	return speaker.thing == THING_SOURCE ||
		(speaker.thing == THING_PERSON && source.thing == THING_SOURCE &&
			pool_same_voice(record, source, speaker));
}

static bool can_be_asked(const struct record *record, const struct quote *quote,
	const struct pool_wants *wants, enum pool_round round)
{
	bool kind = wants->views
		? quote->kind == QUOTE_THESIS && quote->source.thing == THING_SOURCE &&
			!quote->also_in
		: (quote->kind == QUOTE_QUOTATION && is_by_one(record, quote, wants)) ||
			(round == ROUND_HEARD && is_report(record, quote, wants));
	if (!kind || quote->status == STATUS_MISATTRIBUTED || is_altered(record, quote) ||
		is_quoting(record, quote) ||
		(quote->status == STATUS_DISPUTED && round != ROUND_DISPUTED))
		return false;
	if (round == ROUND_SENTENCES)
		return says_enough(record, quote, wants) && sentence_is_whole(quote->text) &&
			!is_headline(record, quote);
	if (round == ROUND_HEARD)
		return is_heard(quote, wants) && !is_headline(record, quote);
	return pool_words(quote->text) >= WORDS_LEAST && !is_headline(record, quote) &&
		(round != ROUND_SHORT || !points_out(record, quote));
}

/* ---- reports ---- */

/* The year in which words were said, NO_YEAR where that is not known. */
static int64_t year_of(const struct record *record, const struct quote *quote)
{
	const struct date *said = quote->kind == QUOTE_THESIS ? quote_public(record, quote)
							      : quote_said(record, quote);
	return said && date_is_day(said->earliest) ? date_to_civil(said->earliest, false).year
						   : NO_YEAR;
}

static int compare_years(const void *left, const void *right)
{
	const int64_t *a = left, *b = right;
	return (*a > *b) - (*a < *b);
}

/* A report is in the middle of a sentence of its source, and need have no form of one. */
static bool can_be_reported(const struct record *record, const struct quote *quote,
	const struct pool_wants *wants, const int64_t *years, uint32_t count)
{
	int64_t year = year_of(record, quote);
	return is_report(record, quote, wants) && year != NO_YEAR &&
		(wants->more || !bsearch(&year, years, count, sizeof *years, compare_years)) &&
		says_enough(record, quote, wants);
}

/* ---- the pool ---- */

/* The nth quotation of a result, of the record. */
static uint32_t quote_at(const struct result *result, uint32_t n)
{
	return result->quotes ? result->quotes[n] : n;
}

/* Reports of the years of which nothing else was found. */
static uint32_t reports_gather(struct arena *arena, const struct result *result,
	const struct pool_wants *wants, uint32_t *found, uint32_t exact)
{
	const struct record *record = result->record;
	uint32_t count = exact;
	int64_t *years = arena_alloc(arena, exact, sizeof *years);
	for (uint32_t i = 0; i < exact; i++)
		years[i] = year_of(record, &record->quotes[found[i]]);
	if (exact)
		qsort(years, exact, sizeof *years, compare_years);
	for (uint32_t n = 0; n < result->quote_count; n++) {
		uint32_t quote = quote_at(result, n);
		if (can_be_reported(record, &record->quotes[quote], wants, years, exact) &&
			!result_waits(result, record_ref(THING_QUOTE, quote)))
			found[count++] = quote;
	}
	return count;
}

static uint32_t gather(struct arena *arena, const struct result *result,
	const struct pool_wants *wants, enum pool_round round, uint32_t *found)
{
	const struct record *record = result->record;
	uint32_t count = 0;
	for (uint32_t n = 0; n < result->quote_count; n++) {
		uint32_t quote = quote_at(result, n);
		if (can_be_asked(record, &record->quotes[quote], wants, round) &&
			!result_waits(result, record_ref(THING_QUOTE, quote)))
			found[count++] = quote;
	}
	return round != ROUND_SENTENCES || wants->views
		? count
		: reports_gather(arena, result, wants, found, count);
}

bool pool_names_its_speaker(const struct record *record, const struct quote *quote)
{
	struct buf folded = {0};
	struct ref voice = pool_voice(quote);
	const char *outlet = voice.thing == THING_SOURCE /* which stands beside the name */
		? record->sources[voice.index].fields[SOURCE_CONTAINER_TITLE]
		: NULL;
	bool names = giveaway_has_name(record, giveaway_folded(&folded, quote->text), voice) ||
		(outlet && giveaway_has_phrase(buf_string(&folded), outlet));
	buf_free(&folded);
	return names;
}

/* Takes out what others have said too, and what is not wanted. */
static void strike_out(struct arena *arena, const struct record *record,
	const struct pool_wants *wants, struct pool *pool)
{
	struct echo echoed[POOL_MOST] = {{false, false}};
	bool near = wants->sampled && record->counts[THING_QUOTE] > ECHOES_WHOLE;
	struct echoes *echoes = near ? echoes_begin(arena, record) : NULL;
	uint8_t *elsewhere = arena_alloc(arena, bits_size(record->counts[THING_QUOTE]), 1);
	uint32_t kept = 0;
	if (!near)
		echoes_find(arena, record, pool->quotes, pool->count, echoed);
	for (uint32_t i = 0; i < pool->count && !(near && kept == POOL_KEPT); i++) {
		const struct quote *quote = &record->quotes[pool->quotes[i]];
		bool nameless = wants->nameless || quote->kind == QUOTE_PARAPHRASE;
		if (near)
			echoed[i] = echoes_near(echoes, pool->quotes[i]);
		if (echoed[i].elsewhere)
			bit_set(elsewhere, pool->quotes[i]);
		if (!echoed[i].by_another && !(nameless && pool_names_its_speaker(record, quote)))
			pool->quotes[kept++] = pool->quotes[i];
	}
	pool->elsewhere = elsewhere;
	pool->count = kept;
}

static bool is_enough(
	const struct record *record, const struct pool_wants *wants, const struct pool *pool)
{
	uint32_t voices = 0;
	for (uint32_t i = 0; i < pool->count && voices < wants->voices; i++) {
		struct ref voice = pool_voice(&record->quotes[pool->quotes[i]]);
		bool heard = false;
		for (uint32_t k = 0; k < i && !heard; k++)
			heard = pool_same_voice(
				record, voice, pool_voice(&record->quotes[pool->quotes[k]]));
		voices += !heard;
	}
	return pool->count >= wants->least && voices >= wants->voices;
}

/* Draws from a result, or from a part of it, which has to be enough in its best round. */
static bool draw(struct arena *arena, const struct result *result, struct lots *lots,
	const struct pool_wants *wants, bool part, struct pool *pool)
{
	uint32_t *found = arena_alloc(arena, result->quote_count, sizeof *found);
	int first = wants->heard ? ROUND_HEARD : ROUND_SENTENCES;
	pool->count = 0;
	for (int round = first; round < (part ? first + 1 : ROUND_COUNT); round++) {
		uint32_t count = gather(arena, result, wants, (enum pool_round)round, found);
		pool->poor = round > ROUND_SENTENCES;
		pool->count = count < POOL_MOST ? count : POOL_MOST;
		lots_shuffle(lots, found, count, pool->count);
		memcpy(pool->quotes, found, pool->count * sizeof *found);
		strike_out(arena, result->record, wants, pool);
		bool enough = is_enough(result->record, wants, pool);
		if (enough || (round == ROUND_ANY && pool->count))
			return enough;
	}
	return false;
}

/* One quotation by lot of each of as many equal stretches of a result. */
static struct result sample(struct arena *arena, const struct result *result, struct lots *lots)
{
	uint32_t *quotes = arena_alloc(arena, POOL_SAMPLE, sizeof *quotes);
	struct result part = *result;
	for (uint32_t i = 0; i < POOL_SAMPLE; i++) {
		uint32_t from = (uint32_t)((uint64_t)result->quote_count * i / POOL_SAMPLE);
		uint32_t to = (uint32_t)((uint64_t)result->quote_count * (i + 1) / POOL_SAMPLE);
		quotes[i] = quote_at(result, from + lots_below(lots, to - from));
	}
	part.quotes = quotes;
	part.quote_count = POOL_SAMPLE;
	return part;
}

bool pool_draw(struct arena *arena, const struct result *result, struct lots *lots,
	const struct pool_wants *wants, struct pool *pool)
{
	if (wants->sampled && result->quote_count > ECHOES_WHOLE) {
		const struct result part = sample(arena, result, lots);
		if (draw(arena, &part, lots, wants, true, pool) && pool->count == POOL_KEPT)
			return true;
	}
	return draw(arena, result, lots, wants, false, pool);
}

/* ---- the draw ---- */

struct lot {
	uint32_t side, voice; /* by lot */
	int64_t year;
	uint32_t at; /* in the pool */
};

static int compare_lots(const void *left, const void *right)
{
	const struct lot *a = left, *b = right;
	if (a->side != b->side)
		return a->side < b->side ? -1 : 1;
	if (a->year != b->year)
		return a->year < b->year ? -1 : 1;
	if (a->voice != b->voice)
		return a->voice < b->voice ? -1 : 1;
	return (a->at > b->at) - (a->at < b->at);
}

/* A number for a thing that is another in each draw. */
static uint32_t number_of(struct ref ref, uint32_t salt)
{
	uint32_t number = ((uint32_t)ref.thing << 28 | ref.index) ^ salt;
	number *= UINT32_C(0x9e3779b1);
	number ^= number >> 15;
	return number * UINT32_C(0x85ebca6b);
}

static void lots_lay(
	const struct record *record, struct lots *lots, const struct pool *pool, struct lot *list)
{
	uint32_t salt = lots_below(lots, UINT32_MAX);
	for (uint32_t i = 0; i < pool->count; i++) {
		const struct quote *quote = &record->quotes[pool->quotes[i]];
		list[i] = (struct lot){number_of(pool_side(record, quote), salt),
			number_of(pool_voice(quote), salt), year_of(record, quote), i};
	}
	if (pool->count)
		qsort(list, pool->count, sizeof *list, compare_lots);
}

void pool_balance(const struct record *record, struct lots *lots, struct pool *pool, uint32_t front)
{
	struct lot list[POOL_MOST];
	uint32_t chosen[POOL_MOST], rest[POOL_MOST], count = 0, others = 0;
	bool taken[POOL_MOST] = {false};
	if (front >= pool->count) /* all of them, by lot as they are */
		return;
	lots_lay(record, lots, pool, list);
	uint32_t start = front ? lots_below(lots, pool->count) : 0;
	for (uint32_t i = 0; i < front; i++)
		taken[list[(start + i * pool->count) / front].at] = true;
	for (uint32_t i = 0; i < pool->count; i++)
		if (taken[i])
			chosen[count++] = pool->quotes[i];
		else
			rest[others++] = pool->quotes[i];
	lots_shuffle(lots, chosen, count, count);
	memcpy(pool->quotes, chosen, count * sizeof *chosen);
	memcpy(pool->quotes + count, rest, others * sizeof *rest);
}
