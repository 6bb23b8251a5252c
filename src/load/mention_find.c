/* The words of each thing are noted once, folded, " karin moen | moen ": what it is called by, part by
 * part, then its other words; and for each word the things that have it. A reference is folded the same
 * way, and looked for among the things that have the rarest word of it. */
#include "load/mention.h"

#include "base/hash.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* What is found among more things than these is remembered, so many times. */
enum { OFTEN = 32, MEMOS = 256 };

/* A word, and the things that have it, in their order: numbers of holders from 1. */
struct word {
	const char *text; /* of `len` bytes, in `scratch` */
	size_t len;
	uint32_t first, last, count;
};

struct holder {
	struct ref ref;
	uint32_t next;
};

struct memo {
	const char *wanted; /* in `scratch`; NULL: nothing is remembered here */
	unsigned things;
	struct mention mention;
};

/* Of the kinds that can be referred to by words. */
struct mention_words {
	const char **of[THING_COUNT]; /* by thing */
	struct word *words;
	size_t count, capacity;
	uint32_t *slots; /* numbers of words by their hashes, from 1 */
	size_t size;
	struct holder *holders;
	size_t holder_count, holder_capacity;
	struct memo memos[MEMOS];
};

/* ---- words ---- */

/* Appends the folded words of a text, each with a space behind it. */
static void words_add(struct buf *words, const char *text, size_t len)
{
	struct buf folded = {0};
	size_t bytes;
	text_fold(&folded, text, len);
	for (size_t at = 0; at < folded.len; at += bytes) {
		int32_t code = text_decode(folded.text + at, folded.len - at, &bytes);
		if (text_is_letter(code) || text_is_digit(code))
			buf_add(words, folded.text + at, bytes);
		else if (code != '\'' && code != 0x2019 && words->len &&
			words->text[words->len - 1] != ' ')
			buf_char(words, ' ');
	}
	if (words->len && words->text[words->len - 1] != ' ')
		buf_char(words, ' ');
	buf_free(&folded);
}

static void name_add(struct buf *words, const char *name)
{
	if (!name)
		return;
	words_add(words, name, strlen(name));
	buf_text(words, "| ");
}

static const struct date *date_of(const struct record *record, struct ref ref)
{
	return ref.thing == THING_SOURCE   ? record->sources[ref.index].issued
		: ref.thing == THING_EVENT ? record->events[ref.index].date
					   : NULL;
}

static const char *words_of(struct loader *load, struct ref ref)
{
	static const uint8_t fields[] = {
		SOURCE_TITLE, SOURCE_SHORT, SOURCE_CONTAINER_TITLE, SOURCE_AUTHOR, SOURCE_EDITOR};
	const struct record *record = load->record;
	const struct names *aliases = record_aliases(record, ref);
	const struct date *date = date_of(record, ref);
	struct buf words = {0};
	buf_char(&words, ' ');
	name_add(&words, record_id(record, ref));
	if (ref.thing != THING_SOURCE)
		name_add(&words, record_name(record, ref));
	for (uint32_t i = 0; aliases && i < aliases->count; i++)
		name_add(&words, aliases->at[i]);
	for (size_t i = 0; ref.thing == THING_SOURCE && i < sizeof fields; i++)
		name_add(&words, record->sources[ref.index].fields[fields[i]]);
	if (date && date->edtf)
		name_add(&words, date->edtf);
	const char *kept = arena_text(&load->scratch, words.text, words.len);
	buf_free(&words);
	return kept;
}

static uint32_t *slot_of(const struct mention_words *words, const char *text, size_t len)
{
	size_t at = (size_t)hash_text(text, len);
	for (;; at++) {
		uint32_t *slot = &words->slots[at & (words->size - 1)];
		const struct word *word = *slot ? &words->words[*slot - 1] : NULL;
		if (!word || (word->len == len && memcmp(word->text, text, len) == 0))
			return slot;
	}
}

static void slots_grow(struct mention_words *words)
{
	free(words->slots);
	words->size = words->size ? words->size * 2 : 256;
	words->slots = mem_zero(words->size, sizeof *words->slots);
	for (size_t i = 0; i < words->count; i++)
		*slot_of(words, words->words[i].text, words->words[i].len) = (uint32_t)i + 1;
}

static void word_note(struct mention_words *words, const char *text, size_t len, struct ref ref)
{
	if (words->count >= words->size / 2)
		slots_grow(words);
	uint32_t *slot = slot_of(words, text, len);
	if (!*slot) {
		words->words = mem_grow(
			words->words, &words->capacity, words->count + 1, sizeof *words->words);
		words->words[words->count++] = (struct word){.text = text, .len = len};
		*slot = (uint32_t)words->count;
	}
	struct word *word = &words->words[*slot - 1];
	if (word->last && ref_same(words->holders[word->last - 1].ref, ref))
		return;
	words->holders = mem_grow(words->holders, &words->holder_capacity, words->holder_count + 1,
		sizeof *words->holders);
	words->holders[words->holder_count++] = (struct holder){.ref = ref};
	uint32_t number = (uint32_t)words->holder_count;
	*(word->last ? &words->holders[word->last - 1].next : &word->first) = number;
	word->last = number;
	word->count++;
}

static void thing_note(struct mention_words *words, const char *of, struct ref ref)
{
	for (const char *at = of + 1, *end; (end = strchr(at, ' ')); at = end + 1)
		if (*at != '|')
			word_note(words, at, (size_t)(end - at), ref);
}

static struct mention_words *words_note(struct loader *load)
{
	if (load->mention_words)
		return load->mention_words;
	struct mention_words *words = arena_alloc(&load->scratch, 1, sizeof *words);
	load->mention_words = words;
	slots_grow(words);
	for (unsigned thing = THING_ERA; thing <= THING_PARALLEL; thing++) {
		uint32_t count = load->record->counts[thing];
		if (thing == THING_QUOTE || thing == THING_PARALLEL || !count)
			continue;
		words->of[thing] = arena_alloc(&load->scratch, count, sizeof *words->of[thing]);
		for (uint32_t i = 0; i < count; i++) {
			struct ref ref = record_ref((enum thing)thing, i);
			words->of[thing][i] = words_of(load, ref);
			thing_note(words, words->of[thing][i], ref);
		}
	}
	return words;
}

void mention_free(struct mention_words *words)
{
	if (!words)
		return;
	free(words->words);
	free(words->slots);
	free(words->holders);
}

static const struct word *word_find(const struct mention_words *words, const char *text, size_t len)
{
	uint32_t word = *slot_of(words, text, len);
	return word ? &words->words[word - 1] : NULL;
}

/* ---- which thing has them ---- */

/* Whether a word stands among the words: an initial where one begins so, and "moens" where "moen"
 * does. */
static bool has_word(const char *words, const char *word, size_t len)
{
	bool initial = len == 1 && *word >= 'a' && *word <= 'z';
	for (const char *at = words; (at = strchr(at, ' ')) && at[1];) {
		at++;
		if (strncmp(at, word, len) == 0 && (initial || at[len] == ' '))
			return true;
		if (len > 4 && word[len - 1] == 's' && strncmp(at, word, len - 1) == 0 &&
			at[len - 1] == ' ')
			return true;
	}
	return false;
}

/* What stands beside a name and is no part of it. */
static bool is_beside(const char *word, size_t len)
{
	static const char *const beside[] = {"the", "a", "an", "mr", "mrs", "ms", "miss", "dr",
		"prof", "professor", "sir", "lady", "lord", "dame", "herr", "frau", "mme", "mlle",
		"et", "al", "ed", "eds", "see", "cf", "in"};
	for (size_t i = 0; i < sizeof beside / sizeof *beside; i++)
		if (strlen(beside[i]) == len && strncmp(beside[i], word, len) == 0)
			return true;
	return false;
}

/* How much the words are those of the reference: 0 where not all are, 2 where a name is just so. */
static int words_fit(const char *words, const struct buf *wanted)
{
	struct buf name = {0};
	for (const char *at = wanted->text, *end; *at; at = end + 1) {
		end = strchr(at, ' ');
		size_t len = (size_t)(end - at);
		if (!is_beside(at, len) && !has_word(words, at, len))
			return 0;
	}
	buf_format(&name, " %s| ", wanted->text);
	bool just = strstr(words, name.text) != NULL;
	buf_free(&name);
	return 1 + just;
}

/* Whether there is enough to tell a thing by, no initial and nothing beside a name, and all of it may
 * be found. */
static bool is_telling(const struct mention_words *words, const struct buf *wanted)
{
	bool telling = false;
	for (const char *at = buf_string(wanted), *end; *at; at = end + 1) {
		end = strchr(at, ' ');
		size_t len = (size_t)(end - at);
		if (is_beside(at, len) || len == 1)
			continue;
		bool known = word_find(words, at, len) ||
			(end[-1] == 's' && word_find(words, at, len - 1));
		if (!known)
			return false;
		telling = telling || len > 2;
	}
	return telling;
}

/* The things that have a word, or it without its "s": each in two lists, of which it is the next. */
struct holders {
	const struct mention_words *words;
	uint32_t at[2];
	uint32_t count;
};

static struct holders holders_of(const struct mention_words *words, const char *word, size_t len)
{
	bool genitive = len > 4 && word[len - 1] == 's';
	const struct word *found[2] = {
		word_find(words, word, len), genitive ? word_find(words, word, len - 1) : NULL};
	struct holders holders = {.words = words};
	for (int i = 0; i < 2; i++) {
		holders.at[i] = found[i] ? found[i]->first : 0;
		holders.count += found[i] ? found[i]->count : 0;
	}
	return holders;
}

static uint64_t order_of(const struct holders *holders, int i)
{
	if (!holders->at[i])
		return UINT64_MAX;
	struct ref ref = holders->words->holders[holders->at[i] - 1].ref;
	return (uint64_t)ref.thing << 32 | ref.index;
}

/* The next of them; none behind the last. */
static struct ref holders_next(struct holders *holders)
{
	uint64_t one = order_of(holders, 0), other = order_of(holders, 1);
	struct ref ref = {THING_NONE, 0};
	for (int i = 0; i < 2; i++)
		if (holders->at[i] && (i ? other : one) == (one < other ? one : other)) {
			ref = holders->words->holders[holders->at[i] - 1].ref;
			holders->at[i] = holders->words->holders[holders->at[i] - 1].next;
		}
	return ref;
}

/* Those that have the rarest word of the reference, which tells. */
static struct holders rarest(const struct mention_words *words, const struct buf *wanted)
{
	struct holders best = {.count = UINT32_MAX};
	for (const char *at = wanted->text, *end; *at; at = end + 1) {
		end = strchr(at, ' ');
		size_t len = (size_t)(end - at);
		if (is_beside(at, len) || len == 1)
			continue;
		struct holders holders = holders_of(words, at, len);
		if (holders.count < best.count)
			best = holders;
	}
	return best;
}

static struct mention fits_find(const struct mention_words *words, unsigned things,
	const struct buf *wanted, struct holders from)
{
	struct mention mention = {.count = 0};
	int best = 1;
	for (unsigned pass = 0; pass < 2 && !mention.count; pass++) {
		struct holders holders = from;
		struct ref ref;
		while ((ref = holders_next(&holders)).thing != THING_NONE) {
			if (!(things & THING_BIT(ref.thing)) ||
				(ref.thing == THING_SOURCE) != (pass == 1))
				continue;
			int fit = words_fit(words->of[ref.thing][ref.index], wanted);
			if (fit < best)
				continue;
			if (fit > best)
				mention.count = 0;
			best = fit;
			if (mention.count < 2)
				mention.at[mention.count] = ref;
			mention.count++;
		}
	}
	return mention;
}

/* As fits_find, of what many things have: asked for again it is there. */
static struct mention often_find(
	struct loader *load, unsigned things, const struct buf *wanted, struct holders from)
{
	struct mention_words *words = load->mention_words;
	uint64_t hash = hash_text(wanted->text, wanted->len) >> 20;
	struct memo *memo = &words->memos[(hash ^ things) % MEMOS];
	if (!memo->wanted || memo->things != things || strcmp(memo->wanted, wanted->text) != 0) {
		memo->mention = fits_find(words, things, wanted, from);
		memo->wanted = arena_text(&load->scratch, wanted->text, wanted->len);
		memo->things = things;
	}
	return memo->mention;
}

struct mention mention_find(struct loader *load, unsigned things, const char *text, size_t len)
{
	struct mention_words *words = words_note(load);
	struct mention mention = {.count = 0};
	struct buf wanted = {0};
	words_add(&wanted, text, len);
	if (is_telling(words, &wanted)) {
		struct holders from = rarest(words, &wanted);
		mention = from.count > OFTEN ? often_find(load, things, &wanted, from)
					     : fits_find(words, things, &wanted, from);
	}
	buf_free(&wanted);
	return mention;
}
