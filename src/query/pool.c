/* One pass gathers candidates, a few are drawn from them, and another pass strikes out those whose
 * words somebody else has too. It compares hashes of the letters alone: signs, capitals and spaces
 * make no difference, and no text is copied. */
#include "query/pool.h"

#include "base/text.h"

#include <string.h>

enum { WORDS_LEAST = 3, NEIGHBOURS = 200, WORD_LETTERS = 4 };

const char *pool_folded(struct buf *buf, const char *text)
{
	buf_clear(buf);
	text_fold(buf, text, strlen(text));
	return buf_string(buf);
}

static bool is_word_byte(char c)
{
	unsigned char byte = (unsigned char)c;
	return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
}

static bool has_bytes(const char *text, const char *phrase, size_t len)
{
	if (!len)
		return false;
	for (const char *at = text; (at = strchr(at, *phrase)); at++)
		if (strncmp(at, phrase, len) == 0 && (at == text || !is_word_byte(at[-1])) &&
			!is_word_byte(at[len]))
			return true;
	return false;
}

/* Whether a folded text has a phrase as whole words. The phrase is folded here. */
static bool has_phrase(const char *folded, const char *phrase)
{
	struct buf buf = {0};
	const char *wanted = pool_folded(&buf, phrase);
	bool has = has_bytes(folded, wanted, strlen(wanted));
	buf_free(&buf);
	return has;
}

bool pool_has_word_of(const char *folded, const char *phrase)
{
	struct buf buf = {0};
	bool has = false;
	for (const char *at = pool_folded(&buf, phrase); *at && !has;) {
		size_t len = 0;
		while (at[len] && is_word_byte(at[len]))
			len++;
		has = len >= WORD_LETTERS && has_bytes(folded, at, len);
		at += len + (at[len] != '\0');
	}
	buf_free(&buf);
	return has;
}

bool pool_has_name(const struct record *record, const char *folded, struct ref ref)
{
	const struct names *aliases = record_aliases(record, ref);
	if (pool_has_word_of(folded, record_name(record, ref)) ||
		has_phrase(folded, record_name(record, ref)))
		return true;
	for (uint32_t i = 0; aliases && i < aliases->count; i++)
		if (has_phrase(folded, aliases->at[i]))
			return true;
	return false;
}

bool pool_has_year(const char *text)
{
	int digits = 0;
	for (; *text; text++) {
		digits = *text >= '0' && *text <= '9' ? digits + 1 : 0;
		if (digits >= 4)
			return true;
	}
	return false;
}

bool pool_same_name(const struct record *record, struct ref a, struct ref b)
{
	struct buf one = {0}, other = {0};
	bool same = strcmp(pool_folded(&one, record_name(record, a)),
			    pool_folded(&other, record_name(record, b))) == 0;
	buf_free(&one);
	buf_free(&other);
	return same;
}

static uint32_t words_count(const char *text)
{
	uint32_t words = 0;
	for (bool inside = false; *text; text++) {
		bool space = *text == ' ' || *text == '\n';
		words += !space && !inside;
		inside = !space;
	}
	return words;
}

/* FNV-1a of the letters and digits; typographic marks are left out with the plain ones. */
static uint64_t text_hash(const char *text)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);
	for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
		char byte = text_small((char)*at);
		if (*at == 0xe2 && at[1] == 0x80 && at[2])
			at += 2;
		else if (is_word_byte(byte))
			hash = (hash ^ (unsigned char)byte) * UINT64_C(0x100000001b3);
	}
	return hash;
}

static bool can_be_asked(const struct quote *quote, bool disputed)
{
	bool one = quote->speaker.thing == THING_PERSON || quote->speaker.thing == THING_SOURCE;
	return one && quote->kind == QUOTE_QUOTATION && quote->status != STATUS_MISATTRIBUTED &&
		(quote->status == STATUS_DISPUTED) == disputed &&
		words_count(quote->text) >= WORDS_LEAST;
}

/* Whether another voice of the same event has these words in what it says. */
static bool is_echoed(const struct record *record, uint32_t index)
{
	const struct quote *quote = &record->quotes[index];
	const struct event *event = &record->events[quote->event];
	struct buf words = {0}, other = {0};
	bool echoed = false;
	pool_folded(&words, quote->text);
	for (uint32_t k = 0; k < event->quote_count && k < NEIGHBOURS && !echoed; k++) {
		const struct quote *beside = &record->quotes[event->first_quote + k];
		echoed = !ref_same(beside->speaker, quote->speaker) &&
			strstr(pool_folded(&other, beside->text), buf_string(&words));
	}
	buf_free(&words);
	buf_free(&other);
	return echoed;
}

/* Takes out those that somebody else has said too. */
static void strike_out(const struct record *record, struct pool *pool)
{
	uint64_t hashes[POOL_MOST];
	bool struck[POOL_MOST] = {false};
	uint32_t kept = 0;
	for (uint32_t i = 0; i < pool->count; i++) {
		hashes[i] = text_hash(record->quotes[pool->quotes[i]].text);
		struck[i] = is_echoed(record, pool->quotes[i]);
	}
	for (uint32_t q = 0; pool->count && q < record->counts[THING_QUOTE]; q++) {
		uint64_t hash = text_hash(record->quotes[q].text);
		for (uint32_t i = 0; i < pool->count; i++)
			if (hashes[i] == hash &&
				!ref_same(record->quotes[q].speaker,
					record->quotes[pool->quotes[i]].speaker))
				struck[i] = true;
	}
	for (uint32_t i = 0; i < pool->count; i++)
		if (!struck[i])
			pool->quotes[kept++] = pool->quotes[i];
	pool->count = kept;
}

/* The short ones before the long ones, else as drawn. */
static void short_first(const struct record *record, struct pool *pool, uint32_t words_most)
{
	uint32_t sorted[POOL_MOST], count = 0;
	for (int longer = 0; longer < 2; longer++) {
		for (uint32_t i = 0; i < pool->count; i++) {
			uint32_t words = words_count(record->quotes[pool->quotes[i]].text);
			if ((words > words_most) == longer)
				sorted[count++] = pool->quotes[i];
		}
		pool->shorts = longer ? pool->shorts : count;
	}
	memcpy(pool->quotes, sorted, count * sizeof *sorted);
}

static void draw_from(struct pool *pool, struct lots *lots, uint32_t *found, uint32_t count)
{
	pool->count = count < POOL_MOST ? count : POOL_MOST;
	lots_shuffle(lots, found, count, pool->count);
	memcpy(pool->quotes, found, pool->count * sizeof *found);
}

/* The nth quotation of a result, of the record. */
static uint32_t quote_at(const struct result *result, uint32_t n)
{
	return result->quotes ? result->quotes[n] : n;
}

void pool_quotations(struct arena *arena, const struct result *result, struct lots *lots,
	uint32_t words_most, struct pool *pool)
{
	const struct record *record = result->record;
	uint32_t *found = arena_alloc(arena, result->quote_count, sizeof *found);
	pool->count = 0;
	for (int disputed = 0; disputed < 2 && !pool->count; disputed++) {
		uint32_t count = 0;
		for (uint32_t n = 0; n < result->quote_count; n++)
			if (can_be_asked(&record->quotes[quote_at(result, n)], disputed))
				found[count++] = quote_at(result, n);
		draw_from(pool, lots, found, count);
		strike_out(record, pool);
	}
	short_first(record, pool, words_most);
}

void pool_views(struct arena *arena, const struct result *result, struct lots *lots,
	uint32_t words_most, struct pool *pool)
{
	const struct record *record = result->record;
	uint32_t *found = arena_alloc(arena, result->quote_count, sizeof *found), count = 0;
	for (uint32_t n = 0; n < result->quote_count; n++) {
		const struct quote *quote = &record->quotes[quote_at(result, n)];
		if (quote->kind == QUOTE_THESIS && quote->source.thing == THING_SOURCE &&
			quote->status != STATUS_MISATTRIBUTED &&
			words_count(quote->text) >= WORDS_LEAST)
			found[count++] = quote_at(result, n);
	}
	draw_from(pool, lots, found, count);
	short_first(record, pool, words_most);
}
