/* The words of the quotations asked about stand in a table by their hash; each text that may be an echo
 * is then read once, and what it shares with each of them is counted. */
#include "query/echoes.h"

#include "query/pool.h"
#include "query/sentence.h"

enum {
	WORDS_MOST = 64, /* of a quotation that are compared */
	HEADS = 4096,
	MEANING_LEAST = 3 /* with fewer words that carry meaning, all of them are compared */
};

struct echo_word {
	uint64_t hash;
	uint32_t of, next; /* which quotation; the next of this head, counted from 1 */
	uint32_t read_in;  /* the last text that had it, counted from 1 */
};

struct echoes {
	const struct record *record;
	const uint32_t *quotes;
	uint32_t count;
	struct echo_word *words;
	uint32_t word_count;
	uint32_t heads[HEADS];
	uint32_t *of;     /* words compared of each quotation */
	uint32_t *shared; /* of them, how many the text at hand has */
};

static bool is_known(const struct echoes *echoes, uint32_t of, uint64_t hash)
{
	for (uint32_t at = echoes->heads[hash % HEADS]; at; at = echoes->words[at - 1].next)
		if (echoes->words[at - 1].of == of && echoes->words[at - 1].hash == hash)
			return true;
	return false;
}

static void quote_add(struct echoes *echoes, uint32_t of, const char *text)
{
	struct sentence_word word;
	bool all = sentence_meaning(text, MEANING_LEAST) < MEANING_LEAST;
	while (echoes->of[of] < WORDS_MOST && sentence_next(&text, &word)) {
		if ((word.columns < SENTENCE_WORD && !all) || is_known(echoes, of, word.hash))
			continue;
		uint32_t *head = &echoes->heads[word.hash % HEADS];
		echoes->words[echoes->word_count++] = (struct echo_word){word.hash, of, *head, 0};
		*head = echoes->word_count;
		echoes->of[of]++;
	}
}

static void text_read(struct echoes *echoes, uint32_t quote, const char *text)
{
	struct sentence_word word;
	while (text && sentence_next(&text, &word))
		for (uint32_t at = echoes->heads[word.hash % HEADS], next; at; at = next) {
			struct echo_word *known = &echoes->words[at - 1];
			next = known->next;
			if (known->hash != word.hash || known->read_in == quote + 1)
				continue;
			known->read_in = quote + 1;
			echoes->shared[known->of]++;
		}
}

static bool is_other_voice(
	const struct record *record, const struct quote *quote, const struct quote *other)
{
	struct ref party = record_party(record, quote->speaker);
	return !ref_same(pool_voice(quote), pool_voice(other)) &&
		!ref_same(quote->speaker, other->speaker) &&
		(party.thing == THING_NONE || !ref_same(party, other->speaker));
}

/* Not on the same days, or not at the same talks. */
static bool is_elsewhere(
	const struct record *record, const struct quote *quote, const struct quote *other)
{
	const struct date *here = quote_said(record, quote), *there = quote_said(record, other);
	bool days = here && there &&
		(here->earliest != there->earliest || here->latest != there->latest);
	return days ||
		!ref_same(record->events[quote->event].era, record->events[other->event].era);
}

/* Looks at the text that has just been read. */
static void echo_note(const struct echoes *echoes, uint32_t of, uint32_t other, struct echo *echoed)
{
	const struct record *record = echoes->record;
	const struct quote *quote = &record->quotes[echoes->quotes[of]];
	bool near = echoes->of[of] && echoes->shared[of] * 4 >= echoes->of[of] * 3;
	bool same = quote_utterance(record, other) == quote_utterance(record, echoes->quotes[of]);
	if (!near && !same)
		return;
	if (is_other_voice(record, quote, &record->quotes[other]))
		echoed->by_another = true;
	else if (is_elsewhere(record, quote, &record->quotes[other]))
		echoed->elsewhere = true;
}

/* How many of the words of a text, and how many of these the other has. */
static uint32_t words_shared(const char *text, const char *other, uint32_t *count)
{
	uint64_t hashes[WORDS_MOST];
	bool found[WORDS_MOST] = {false};
	struct sentence_word word;
	uint32_t shared = 0;
	for (*count = 0; *count < WORDS_MOST && sentence_next(&text, &word); ++*count)
		hashes[*count] = word.hash;
	while (shared < *count && sentence_next(&other, &word))
		for (uint32_t i = 0; i < *count; i++)
			if (!found[i] && hashes[i] == word.hash) {
				found[i] = true;
				shared++;
			}
	return shared;
}

bool echoes_alike(const char *text, const char *other)
{
	uint32_t of_text, of_other, in_text = words_shared(text, other, &of_text),
				    in_other = words_shared(other, text, &of_other);
	return in_text * 4 >= of_text * 3 || in_other * 4 >= of_other * 3;
}

static struct echoes *echoes_make(struct arena *arena, const struct record *record, uint32_t count)
{
	struct echoes *echoes = arena_alloc(arena, 1, sizeof *echoes);
	echoes->record = record;
	echoes->words = arena_alloc(arena, (size_t)count * WORDS_MOST, sizeof *echoes->words);
	echoes->of = arena_alloc(arena, count, sizeof *echoes->of);
	echoes->shared = arena_alloc(arena, count, sizeof *echoes->shared);
	return echoes;
}

/* Reads what a quotation of the record says, in all its variants. */
static void quote_read(struct echoes *echoes, uint32_t q, struct echo *echoed)
{
	const struct quote *quote = &echoes->record->quotes[q];
	text_read(echoes, q, quote->text);
	for (uint32_t i = 0; quote->also_in && i < quote->also_in->count; i++)
		text_read(echoes, q, quote->also_in->at[i].text);
	for (uint32_t i = 0; i < echoes->count; i++) {
		echo_note(echoes, i, q, &echoed[i]);
		echoes->shared[i] = 0;
	}
}

void echoes_find(struct arena *arena, const struct record *record, const uint32_t *quotes,
	uint32_t count, struct echo *echoed)
{
	struct echoes *echoes = echoes_make(arena, record, count);
	echoes->quotes = quotes;
	echoes->count = count;
	for (uint32_t i = 0; i < count; i++)
		quote_add(echoes, i, record->quotes[quotes[i]].text);
	for (uint32_t q = 0; count && q < record->counts[THING_QUOTE]; q++)
		quote_read(echoes, q, echoed);
}

struct echoes *echoes_begin(struct arena *arena, const struct record *record)
{
	struct echoes *echoes = echoes_make(arena, record, 1);
	echoes->count = 1;
	return echoes;
}

struct echo echoes_near(struct echoes *echoes, uint32_t quote)
{
	const struct record *record = echoes->record;
	uint32_t total = record->counts[THING_QUOTE];
	uint32_t from = quote > ECHOES_NEAR ? quote - ECHOES_NEAR : 0;
	uint32_t to = quote + ECHOES_NEAR < total ? quote + ECHOES_NEAR : total;
	struct echo echoed = {false, false};
	for (uint32_t i = 0; i < echoes->word_count; i++)
		echoes->heads[echoes->words[i].hash % HEADS] = 0;
	echoes->word_count = echoes->of[0] = 0;
	echoes->quotes = &quote;
	quote_add(echoes, 0, record->quotes[quote].text);
	for (uint32_t q = from; q < to && !echoed.by_another; q++)
		quote_read(echoes, q, &echoed);
	const uint32_t *next = record->renderings;
	for (uint32_t q = next ? next[quote] : quote; q != quote; q = next[q])
		quote_read(echoes, q, &echoed);
	return echoed;
}
