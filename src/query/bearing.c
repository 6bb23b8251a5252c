/* The words of a position and of its issue are a list; each sentence counts how many of them it has.
 * Two words are the same where two thirds of the longer one are the beginning of both: "neutral" and
 * "neutrality". Where a source leaves words out, "[…]", a sentence ends, and that belongs to it. */
#include "query/bearing.h"

#include "base/buf.h"
#include "base/text.h"
#include "model/query.h"

#include <stdint.h>
#include <string.h>

enum {
	LOOKED_AT = 1 << 16, /* bytes of a text */
	WORDS_MOST = 64,     /* of a position; a bit for each */
	WORD_LEAST = 4,      /* letters of a word that carries meaning, */
	BEGINNING = 5        /* and of the beginning of two that end otherwise */
};

struct wanted_word {
	size_t at, len; /* in the list's text */
};

struct list {
	struct buf text; /* folded */
	struct wanted_word words[WORDS_MOST];
	uint32_t count;
};

/* The next run of letters and figures before the end; false where there is none. */
static bool word_next(const char **at, const char *end, const char **word, size_t *len)
{
	size_t bytes;
	while (*at < end && !text_is_word(text_decode(*at, (size_t)(end - *at), &bytes)))
		*at += bytes;
	*word = *at;
	while (*at < end && text_is_word(text_decode(*at, (size_t)(end - *at), &bytes)))
		*at += bytes;
	*len = (size_t)(*at - *word);
	return *len > 0;
}

static size_t letters(const char *text, size_t len)
{
	size_t count = 0;
	for (size_t i = 0; i < len; i++)
		count += !text_is_inside(text[i]);
	return count;
}

static bool is_same(const char *left, size_t left_len, const char *right, size_t right_len)
{
	size_t common = 0, longer = left_len > right_len ? left_len : right_len;
	size_t shorter = left_len + right_len - longer;
	while (common < left_len && common < right_len && left[common] == right[common])
		common++;
	return common * 3 >= longer * 2 &&
		letters(left, common) >= (common < shorter ? BEGINNING : WORD_LEAST);
}

/* A bit for each word of the list that is this one. */
static uint64_t same_words(
	const struct list *list, struct buf *folded, const char *word, size_t len)
{
	uint64_t same = 0;
	if (letters(word, len) < WORD_LEAST)
		return 0;
	buf_clear(folded);
	query_fold(folded, word, len);
	for (uint32_t i = 0; i < list->count; i++)
		if (is_same(buf_string(folded), folded->len, list->text.text + list->words[i].at,
			    list->words[i].len))
			same |= UINT64_C(1) << i;
	return same;
}

/* A word that is the same as one of them is none more. */
static void list_add(struct list *list, const char *text)
{
	const char *word, *end = text ? text + strlen(text) : NULL;
	struct buf folded = {0};
	size_t len;
	while (text && word_next(&text, end, &word, &len)) {
		size_t at = list->text.len;
		if (list->count == WORDS_MOST || letters(word, len) < WORD_LEAST ||
			same_words(list, &folded, word, len))
			continue;
		buf_add(&list->text, folded.text, folded.len);
		list->words[list->count++] = (struct wanted_word){at, folded.len};
	}
	buf_free(&folded);
}

static void list_read(
	struct list *list, const struct record *record, const struct position *position)
{
	const struct names *aliases = record_aliases(record, position->issue);
	list_add(list, position->text);
	list_add(list, record_name(record, position->issue));
	for (uint32_t i = 0; aliases && i < aliases->count; i++)
		list_add(list, aliases->at[i]);
}

static uint32_t bits_count(uint64_t bits)
{
	uint32_t count = 0;
	for (; bits; bits &= bits - 1)
		count++;
	return count;
}

/* Where the sentence that begins at `at` ends, and the next begins. */
static const char *sentence_end(const char *at, const char *end)
{
	bool ends = false;
	size_t bytes;
	for (; at < end; at += bytes) {
		int32_t c = text_decode(at, (size_t)(end - at), &bytes);
		bool space = c == ' ' || c == '\n';
		if (ends && !space && (at[-1] == ' ' || at[-1] == '\n') && c != '[')
			break;
		ends = c == '.' || c == '!' || c == '?' || c == ']' || c == 0x2026 ||
			(ends && (space || c == '[' || text_is_closing(c)));
	}
	return at;
}

struct bearing bearing_find(
	const struct record *record, const struct position *position, const char *text)
{
	const char *end = text + strnlen(text, LOOKED_AT);
	struct list list = {.count = 0};
	struct bearing best = {0, 0};
	struct buf folded = {0};
	uint32_t most = 0;
	list_read(&list, record, position);
	for (const char *at = text; at < end;) {
		const char *from = at, *next = sentence_end(at, end), *word, *first = NULL;
		uint64_t found = 0;
		size_t len;
		while (word_next(&at, next, &word, &len)) {
			uint64_t same = same_words(&list, &folded, word, len);
			first = same && !first ? word : first;
			found |= same;
		}
		if (bits_count(found) > most) {
			most = bits_count(found);
			best = (struct bearing){(size_t)(from - text), (size_t)(first - text)};
		}
		at = next;
	}
	buf_free(&list.text);
	buf_free(&folded);
	return best;
}

size_t bearing_before(const char *text, size_t sentence)
{
	const char *end = text + sentence, *from = text;
	for (const char *at = text; at < end; at = sentence_end(at, end))
		from = at;
	return (size_t)(from - text);
}
