/* What looks the same has the same hash of its looks. What is near is found in two trees of all words,
 * letter by letter from the front and from the back: a row of the table of edit distances is worked
 * out for each beginning that is still near, once for all words that begin so. A word that is k edits
 * away has few of them in the one half or in the other, so that each tree need only be searched for
 * few in the half it begins with, where it branches. One edit is looked for before two, and two
 * before three, since most slips are one.
 *
 * A tree is an array of nodes in the order of its words, each with the number of the first behind all
 * that begin so; what a word has to itself is not part of it. */
#include "base/similar.h"

#include "base/buf.h"
#include "base/hash.h"
#include "base/look.h"
#include "base/suggest.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdlib.h>

enum { CODES_MOST = SUGGEST_LENGTH_MOST + SUGGEST_DISTANCE_MOST, FAR = 100, KINDS = 32 };

/* A word in one of the trees, from the front or from the back. */
struct spelled {
	const int32_t *codes;
	uint64_t letters; /* a bit for each, of which others may have the same */
	uint32_t word, len;
};

struct node {
	uint64_t letters;   /* of all words that begin so */
	unsigned kinds;     /* the same */
	uint8_t lengths[2]; /* the least and the most letters that they have */
	uint32_t end;       /* the next node that is none of these */
	int32_t code;       /* the last letter of the beginning, */
	uint16_t depth;     /* and its length */
	uint32_t at, count; /* words that end here, or go on alone */
};

struct tree {
	struct spelled *words; /* sorted */
	size_t word_count;
	uint64_t letters[KINDS]; /* of all words of a kind */
	struct node *nodes;
	uint32_t count;
};

struct similar {
	struct similar_word *words;
	uint32_t *slots, *next; /* by the hash of the looks: numbers of words from 1 */
	uint32_t *looks;        /* the hashes themselves */
	size_t size;
	struct tree trees[2]; /* from the front, from the back */
};

/* ---- what looks the same ---- */

static uint32_t look_hash(const char *text, struct buf *buf)
{
	buf_clear(buf);
	look_add(buf, text);
	return (uint32_t)(hash_text(buf_string(buf), buf->len) >> 32);
}

static void looks_make(struct similar *similar, struct arena *arena, size_t count)
{
	struct buf buf = {0};
	for (similar->size = 16; similar->size < count * 2;)
		similar->size *= 2;
	similar->slots = arena_alloc(arena, similar->size, sizeof *similar->slots);
	similar->next = arena_alloc(arena, count + 1, sizeof *similar->next);
	similar->looks = arena_alloc(arena, count + 1, sizeof *similar->looks);
	for (size_t i = 0; i < count; i++) {
		if (!similar->words[i].kinds)
			continue;
		uint32_t hash = look_hash(similar->words[i].text, &buf);
		uint32_t *slot = &similar->slots[hash & (similar->size - 1)];
		similar->looks[i] = hash;
		similar->next[i] = *slot;
		*slot = (uint32_t)i + 1;
	}
	buf_free(&buf);
}

static void found_add(struct similar_found *found, uint32_t word)
{
	found->at = mem_grow(found->at, &found->capacity, found->count + 1, sizeof *found->at);
	found->at[found->count++] = word;
}

static void looks_find(const struct similar *similar, const char *word, unsigned kinds,
	struct similar_found *found)
{
	struct buf buf = {0};
	uint32_t hash = look_hash(word, &buf);
	buf_free(&buf);
	for (uint32_t n = similar->slots[hash & (similar->size - 1)]; n; n = similar->next[n - 1]) {
		const struct similar_word *other = &similar->words[n - 1];
		found->touched++;
		if (similar->looks[n - 1] == hash && other->kinds & kinds &&
			look_same(word, other->text) && strcmp(word, other->text) != 0)
			found_add(found, n - 1);
	}
}

/* ---- the trees ---- */

/* A bit for each letter and figure of ASCII, and for all others what is left. */
static uint64_t letter_bit(int32_t code)
{
	enum { LETTERS = 26, FIGURES = 10, LEFT = 64 - LETTERS - FIGURES };
	int32_t small = code | 0x20;
	int bit = code >= '0' && code <= '9'                  ? LETTERS + code - '0'
		: small >= 'a' && small <= 'z' && code < 0x80 ? small - 'a'
							      : LETTERS + FIGURES + code % LEFT;
	return UINT64_C(1) << bit;
}

/* The letters of a word, of which `out` has room for CODES_MOST; 0 where it has more. */
static size_t spell(const char *text, int32_t *out, uint64_t *letters)
{
	size_t len = strlen(text), count = 0, bytes;
	*letters = 0;
	for (size_t at = 0; at < len; at += bytes) {
		if (count == CODES_MOST)
			return 0;
		out[count] = text_decode(text + at, len - at, &bytes);
		*letters |= letter_bit(out[count++]);
	}
	return count;
}

static int by_codes(const void *a, const void *b)
{
	const struct spelled *one = a, *other = b;
	uint32_t len = one->len < other->len ? one->len : other->len;
	for (uint32_t i = 0; i < len; i++)
		if (one->codes[i] != other->codes[i])
			return one->codes[i] < other->codes[i] ? -1 : 1;
	return (one->len > other->len) - (one->len < other->len);
}

/* How many letters two neighbours begin with alike; 0 beside the first and the last. */
static uint32_t shared(const struct tree *tree, size_t behind)
{
	uint32_t len = 0;
	if (!behind || behind == tree->word_count)
		return 0;
	const struct spelled *one = &tree->words[behind - 1], *other = one + 1;
	while (len < one->len && len < other->len && one->codes[len] == other->codes[len])
		len++;
	return len;
}

/* Which beginnings of a word are nodes that no word before it has: behind `from` letters up to `to`. */
static void span(const struct tree *tree, size_t n, uint32_t *from, uint32_t *to)
{
	uint32_t len = tree->words[n].len, behind = shared(tree, n + 1);
	*from = shared(tree, n);
	*to = (behind > *from ? behind : *from) + 1;
	*to = *to < len ? *to : len;
}

/* The nodes of one word, of which `path` holds those that it has in common with the one before. */
static void word_add(struct tree *tree, size_t n, unsigned kinds, uint32_t *path, uint32_t *open)
{
	const struct spelled *word = &tree->words[n];
	uint32_t from, to;
	span(tree, n, &from, &to);
	for (; *open > from; --*open)
		tree->nodes[path[*open - 1]].end = tree->count;
	for (uint32_t depth = from + 1; depth <= to; depth++) {
		struct node *node = &tree->nodes[tree->count];
		*node = (struct node){.code = word->codes[depth - 1],
			.depth = (uint16_t)depth,
			.lengths = {CODES_MOST, 0}};
		path[(*open)++] = tree->count++;
	}
	for (uint32_t i = 0; i < *open; i++) {
		struct node *node = &tree->nodes[path[i]];
		node->letters |= word->letters;
		node->kinds |= kinds;
		if (word->len < node->lengths[0])
			node->lengths[0] = (uint8_t)word->len;
		if (word->len > node->lengths[1])
			node->lengths[1] = (uint8_t)word->len;
	}
	for (int kind = 0; kind < KINDS; kind++)
		tree->letters[kind] |= kinds >> kind & 1 ? word->letters : 0;
	struct node *last = &tree->nodes[path[*open - 1]];
	last->at = last->count++ ? last->at : (uint32_t)n;
}

static void tree_make(struct similar *similar, struct tree *tree, struct arena *arena)
{
	uint32_t path[CODES_MOST], open = 0, from, to;
	size_t room = 0;
	qsort(tree->words, tree->word_count, sizeof *tree->words, by_codes);
	for (size_t i = 0; i < tree->word_count; i++) {
		span(tree, i, &from, &to);
		room += to - from;
	}
	tree->nodes = arena_alloc(arena, room + 1, sizeof *tree->nodes);
	for (size_t i = 0; i < tree->word_count; i++)
		word_add(tree, i, similar->words[tree->words[i].word].kinds, path, &open);
	while (open)
		tree->nodes[path[--open]].end = tree->count;
}

/* The letters of a word in both trees. */
static void word_spell(struct similar *similar, struct arena *arena, uint32_t word)
{
	int32_t codes[CODES_MOST], back[CODES_MOST];
	struct spelled spelled = {.word = word};
	spelled.len = (uint32_t)spell(similar->words[word].text, codes, &spelled.letters);
	for (uint32_t i = 0; i < spelled.len; i++)
		back[i] = codes[spelled.len - 1 - i];
	for (int way = 0; way < 2 && spelled.len; way++) {
		struct tree *tree = &similar->trees[way];
		spelled.codes = arena_copy(
			arena, way ? back : codes, spelled.len, sizeof *spelled.codes);
		tree->words[tree->word_count++] = spelled;
	}
}

struct similar *similar_make(struct arena *arena, const struct similar_word *words, size_t count)
{
	struct similar *similar = arena_alloc(arena, 1, sizeof *similar);
	similar->words = arena_copy(arena, words, count, sizeof *words);
	looks_make(similar, arena, count);
	for (int way = 0; way < 2; way++)
		similar->trees[way].words = arena_alloc(
			arena, count + 1, sizeof *similar->trees[way].words);
	for (size_t i = 0; i < count; i++)
		if (similar->words[i].kinds)
			word_spell(similar, arena, (uint32_t)i);
	for (int way = 0; way < 2; way++)
		tree_make(similar, &similar->trees[way], arena);
	return similar;
}

/* ---- what is near ---- */

/* A search in one of the trees. */
struct hunt {
	int32_t codes[CODES_MOST]; /* the word, in the tree's direction */
	uint32_t len;
	uint64_t letters;
	unsigned kinds;
	int most;              /* edits */
	int8_t room[72];       /* how many there may be before each column */
	int32_t path[FAR];     /* the letters of the beginning at hand */
	uint8_t rows[FAR][72]; /* a row for each of them; its column 0 is at 1 */
};

static int least_of(int a, int b)
{
	return a < b ? a : b;
}

/* In the columns before `half` are no more edits than `few`, and before any leave room for the letters
 * behind it that are in no word. */
static void rows_begin(struct hunt *hunt, const struct tree *tree, int few, uint32_t half)
{
	uint8_t *row = hunt->rows[0] + 1;
	uint64_t letters = 0;
	int needed = 0;
	for (int kind = 0; kind < KINDS; kind++)
		letters |= hunt->kinds >> kind & 1 ? tree->letters[kind] : 0;
	for (uint32_t j = hunt->len + 1; j--;) {
		hunt->room[j] = (int8_t)least_of(j < half ? few : FAR, hunt->most - needed);
		needed += j && !(letters & letter_bit(hunt->codes[j - 1]));
	}
	row[-1] = row[hunt->len + 1] = FAR;
	for (uint32_t j = 0; j <= hunt->len; j++)
		row[j] = (int)j > hunt->room[j] ? FAR : (uint8_t)j;
}

/* The columns of a row that a word of such a length can come through. */
static bool row_span(
	const struct hunt *hunt, uint32_t i, const uint8_t lengths[2], int *from, int *to)
{
	int len = (int)hunt->len, row = (int)i, most = hunt->most;
	int before = row - most, short_of = len - (lengths[1] - row) - most;
	int behind = row + most, beyond = len - (lengths[0] - row) + most;
	*from = before > short_of ? before : short_of;
	*from = *from > 0 ? *from : 0;
	*to = least_of(len, least_of(behind, beyond));
	return *from <= *to;
}

/* Fills the row of a beginning of `i` letters, of which `code` is the last, where words of these lengths
 * that begin so, from the least to the most, may be near. False where none is. */
static bool row_fill(struct hunt *hunt, uint32_t i, int32_t code, const uint8_t lengths[2])
{
	int from, to;
	bool near = false;
	if (!row_span(hunt, i, lengths, &from, &to))
		return false;
	const uint8_t *above = hunt->rows[i - 1] + 1;
	uint8_t *row = hunt->rows[i] + 1;
	int32_t before = i > 1 ? hunt->path[i - 1] : -1;
	row[from - 1] = row[to + 1] = FAR;
	for (int j = from; j <= to; j++) {
		int32_t own = j ? hunt->codes[j - 1] : -1;
		int value = least_of(above[j], row[j - 1]) + 1;
		if (j)
			value = least_of(value, above[j - 1] + (own != code));
		if (j && j < (int)hunt->len && hunt->codes[j] == code)
			near = near || above[j - 1] < hunt->room[j + 1]; /* a swap to come */
		if (j > 1 && own == before && hunt->codes[j - 2] == code)
			value = least_of(value, hunt->rows[i - 2][j - 1] + 1);
		row[j] = value > hunt->room[j] ? FAR : (uint8_t)value;
		near = near || row[j] != FAR;
	}
	hunt->path[i] = code;
	return near;
}

/* Whether so many letters are in no word that begins so that each needs an edit of its own. */
static bool lacks(const struct hunt *hunt, const struct node *node)
{
	int count = 0;
	for (uint64_t left = hunt->letters & ~node->letters; left && count <= hunt->most;
		left &= left - 1)
		count++;
	return count > hunt->most;
}

/* Of the words that end at a node, or go on alone from there: those that are near. */
static void words_end(const struct similar *similar, const struct tree *tree,
	const struct node *node, struct hunt *hunt, struct similar_found *found)
{
	const struct spelled *word = &tree->words[node->at];
	const uint8_t lengths[2] = {(uint8_t)word->len, (uint8_t)word->len};
	for (uint32_t i = node->depth; i < word->len; i++)
		if (!row_fill(hunt, i + 1, word->codes[i], lengths))
			return;
	uint32_t apart = word->len > hunt->len ? word->len - hunt->len : hunt->len - word->len;
	if (apart > (uint32_t)hunt->most)
		return;
	uint8_t distance = hunt->rows[word->len][hunt->len + 1];
	for (uint32_t i = 0; i < node->count; i++)
		if (distance && distance <= hunt->most &&
			similar->words[word[i].word].kinds & hunt->kinds)
			found_add(found, word[i].word);
}

static void tree_search(const struct similar *similar, const struct tree *tree, struct hunt *hunt,
	struct similar_found *found)
{
	for (uint32_t at = 0; at < tree->count;) {
		const struct node *node = &tree->nodes[at];
		found->touched++;
		if (!(node->kinds & hunt->kinds) || lacks(hunt, node) ||
			!row_fill(hunt, node->depth, node->code, node->lengths)) {
			at = node->end;
			continue;
		}
		if (node->count)
			words_end(similar, tree, node, hunt, found);
		at++;
	}
}

static void hunt_turn(struct hunt *hunt)
{
	for (uint32_t i = 0; i < hunt->len / 2; i++) {
		int32_t code = hunt->codes[i];
		hunt->codes[i] = hunt->codes[hunt->len - 1 - i];
		hunt->codes[hunt->len - 1 - i] = code;
	}
}

/* What is so many edits away: few of them are before the middle of the word, or else few enough behind
 * it. The column of the middle belongs to neither half, so that no edit is in both. */
static void near_find(const struct similar *similar, struct hunt *hunt, struct similar_found *found)
{
	int few = hunt->most / 2;
	rows_begin(hunt, &similar->trees[0], few, hunt->len / 2);
	tree_search(similar, &similar->trees[0], hunt, found);
	hunt_turn(hunt);
	rows_begin(hunt, &similar->trees[1], hunt->most - few - 1, hunt->len - hunt->len / 2);
	tree_search(similar, &similar->trees[1], hunt, found);
	hunt_turn(hunt);
}

void similar_find(const struct similar *similar, const char *word, unsigned kinds,
	struct similar_found *found)
{
	struct suggest suggest;
	struct hunt hunt;
	found->count = 0;
	looks_find(similar, word, kinds, found);
	suggest_start(&suggest, word);
	if (found->count || !suggest.most)
		return;
	hunt.len = (uint32_t)spell(word, hunt.codes, &hunt.letters);
	hunt.kinds = kinds;
	for (hunt.most = 1; hunt.most <= suggest.most && !found->count; hunt.most++)
		near_find(similar, &hunt, found);
}
