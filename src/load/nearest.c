/* To find the nearest passage, each gram of the words votes for the places of the text where it
 * stands: if the words began there, less what comes before the gram, where would that be? The place
 * with the most votes is nearest. A gram that stands everywhere tells little, so only some of its
 * places vote, and the work stays small however often a text repeats itself.
 *
 * There the words either begin as the text does, and the first byte that differs tells the word; or
 * they differ before the first gram they share. Then the words before it are laid beside the words
 * of the text before it so that as few as can be differ (Levenshtein's distance, by words), and
 * read from the front.
 *
 * An example, with bytes counted from 0:
 *
 *     text    He said: ink dries. We have spent more ink in five weeks than blood.
 *     words   We had spent more ink in five weeks
 *
 * The gram "spentmor" stands at byte 7 of the words and 28 of the text, so it votes that the words
 * begin at 21. "moreinki" (13 and 34) and three more vote for 21 as well; "wehadspe" and "hadspent"
 * are nowhere. What stands before "spent" is compared, from the front: "We" is the same, and where
 * the text has "have" the words have "had". (They begin at 20: votes that lie near each other count
 * as one place, since a word that differs is seldom as long as the right one.) */
#include "load/nearest.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum {
	GRAMS_MOST = 256,  /* that vote */
	PLACES_MOST = 32,  /* that each votes for */
	HEAD_MOST = 48,    /* words laid side by side */
	TEXT_MOST = 2 * 48 /* words of the text */
};

/* ---- votes ---- */

struct vote {
	int64_t start; /* of the words, in the text */
	uint32_t in_words, in_text;
};

static int by_start(const void *a, const void *b)
{
	const struct vote *one = a, *two = b;
	if (one->start != two->start)
		return one->start < two->start ? -1 : 1;
	return (one->in_text > two->in_text) - (one->in_text < two->in_text);
}

/* Whether the text has that gram there, and not another one of the same hash. */
static bool has_gram(const struct verify_text *text, size_t at, uint64_t gram)
{
	const struct buf *folded = &text->plain.folded;
	struct verify_grams grams = {.text = folded->text, .len = folded->len, .at = at};
	size_t start;
	uint64_t found;
	return verify_grams_next(&grams, &start, &found) && start == at && found == gram;
}

static size_t votes_collect(
	const struct verify_text *text, struct verify_words words, struct vote *votes)
{
	struct verify_grams grams = {.text = words.at, .len = words.len};
	size_t start, found, count = 0;
	uint64_t gram;
	for (int i = 0; i < GRAMS_MOST && verify_grams_next(&grams, &start, &gram); i++) {
		const uint32_t *row = verify_text_starts(text, gram, &found);
		for (size_t n = 0; n < found && n < PLACES_MOST; n++)
			if (has_gram(text, row[n], gram))
				votes[count++] = (struct vote){
					(int64_t)row[n] - (int64_t)start, (uint32_t)start, row[n]};
	}
	return count;
}

/* The votes that agree best: *count of them. */
static const struct vote *votes_best(const struct vote *votes, size_t *count, size_t len)
{
	int64_t width = 32 + (int64_t)(len / 8);
	size_t from = 0, best_from = 0, best = 0;
	for (size_t to = 0; to < *count; to++) {
		while (votes[to].start - votes[from].start > width)
			from++;
		if (to + 1 - from > best) {
			best = to + 1 - from;
			best_from = from;
		}
	}
	*count = best;
	return votes + best_from;
}

/* Of these the one whose gram comes first in the words; of several places with that gram, the one
 * that goes on longest as the words do. */
static struct vote vote_first(const struct verify_text *text, struct verify_words words,
	const struct vote *votes, size_t count)
{
	struct vote first = votes[0];
	size_t longest = 0, to;
	for (size_t i = 0; i < count; i++) {
		if (votes[i].in_words > first.in_words)
			continue;
		struct verify_words rest = {
			words.at + votes[i].in_words, words.len - votes[i].in_words};
		size_t have = verify_text_match(text, rest, votes[i].in_text, &to);
		if (votes[i].in_words == first.in_words && have <= longest)
			continue;
		first = votes[i];
		longest = have;
	}
	return first;
}

/* ---- words side by side ---- */

static bool is_gap(char c)
{
	return c == ' ' || c == PLAIN_BREAK || c == PLAIN_HYPHEN;
}

/* The word of a folded text that holds the byte, or that ends before it. */
static struct verify_words word_at(const char *text, size_t len, size_t at)
{
	while (at && (at >= len || is_gap(text[at])))
		at--;
	size_t from = at, to = at;
	while (from && !is_gap(text[from - 1]))
		from--;
	while (to < len && !is_gap(text[to]))
		to++;
	return (struct verify_words){text + from, to - from};
}

/* The words that end at `end`, the last one first. */
static size_t words_back(const char *text, size_t end, struct verify_words *into, size_t most)
{
	size_t count = 0;
	while (count < most) {
		while (end && is_gap(text[end - 1]))
			end--;
		if (!end)
			break;
		into[count++] = word_at(text, end, end - 1);
		end = (size_t)(into[count - 1].at - text);
	}
	return count;
}

static bool words_equal(struct verify_words a, struct verify_words b)
{
	return a.len == b.len && memcmp(a.at, b.at, a.len) == 0;
}

/* The words before what is shared, and those of the text, from the last to the first; cost[i][j] is
 * how many of the last i and the last j differ. */
struct heads {
	struct verify_words words[HEAD_MOST], text[TEXT_MOST];
	size_t count, text_count;
	uint8_t cost[HEAD_MOST + 1][TEXT_MOST + 1];
};

static void heads_compare(struct heads *heads)
{
	for (size_t j = 0; j <= heads->text_count; j++)
		heads->cost[0][j] = (uint8_t)j;
	for (size_t i = 1; i <= heads->count; i++) {
		heads->cost[i][0] = (uint8_t)i;
		for (size_t j = 1; j <= heads->text_count; j++) {
			bool same = words_equal(heads->words[i - 1], heads->text[j - 1]);
			int cost = heads->cost[i - 1][j - 1] + !same;
			if (heads->cost[i - 1][j] + 1 < cost)
				cost = heads->cost[i - 1][j] + 1;
			if (heads->cost[i][j - 1] + 1 < cost)
				cost = heads->cost[i][j - 1] + 1;
			heads->cost[i][j] = (uint8_t)cost;
		}
	}
}

/* Reads both from the front, which is the back of the table, to the first that differ; the words
 * themselves may have nothing more where the text still has. False where nothing differs. */
static bool heads_differ(const struct heads *heads, size_t *i, size_t *j)
{
	*i = heads->count;
	*j = 0;
	for (size_t k = 1; k <= heads->text_count; k++)
		if (heads->cost[*i][k] <= heads->cost[*i][*j])
			*j = k;
	while (*i && *j && words_equal(heads->words[*i - 1], heads->text[*j - 1]) &&
		heads->cost[*i][*j] == heads->cost[*i - 1][*j - 1])
		--*i, --*j;
	return (*i || *j) && heads->text_count;
}

static bool head_near(const struct verify_text *text, struct verify_words words, struct vote vote,
	struct nearest *near)
{
	const char *folded = text->plain.folded.text;
	struct heads *heads = mem_alloc(sizeof *heads);
	size_t i, j;
	heads->count = words_back(words.at, vote.in_words, heads->words, HEAD_MOST);
	heads->text_count = words_back(folded, vote.in_text, heads->text, heads->count * 2);
	heads_compare(heads);
	bool differ = heads_differ(heads, &i, &j);
	if (differ) {
		near->wanted = i ? heads->words[i - 1]
				 : word_at(words.at, words.len, vote.in_words);
		near->word = verify_text_word(
			text, (size_t)(heads->text[j ? j - 1 : 0].at - folded));
	}
	free(heads);
	return differ;
}

/* ---- words that share no gram with the text ---- */

/* A word, or two beside each other, that are a good part of the words and stand in the text: a vote
 * for where. */
static bool vote_of_few(
	const struct verify_text *text, struct verify_words words, struct vote *vote)
{
	size_t solid = verify_words_solid(words.at, words.len), best = 0;
	struct verify_span span;
	struct verify_words before = {words.at, 0};
	for (size_t at = 0; at < words.len; at += before.len + 1) {
		struct verify_words word = word_at(words.at, words.len, at);
		const char *tries[] = {word.at, before.at};
		for (int i = 0; i < 2; i++) {
			size_t from = (size_t)(tries[i] - words.at);
			struct verify_part part = {.words = {tries[i], at + word.len - from}};
			size_t len = verify_words_solid(part.words.at, part.words.len);
			if (len <= best || len * 3 < solid || !verify_find(text, &part, 0, &span))
				continue;
			best = len;
			*vote = (struct vote){0, (uint32_t)from, (uint32_t)span.from};
		}
		before = word;
	}
	return best > 0;
}

/* ---- both ---- */

static bool vote_of_all(
	const struct verify_text *text, struct verify_words words, struct vote *vote)
{
	struct vote *votes = mem_alloc((size_t)GRAMS_MOST * PLACES_MOST * sizeof *votes);
	size_t count = votes_collect(text, words, votes);
	bool any = count > 0;
	qsort(votes, count, sizeof *votes, by_start);
	if (any) {
		const struct vote *best = votes_best(votes, &count, words.len);
		*vote = vote_first(text, words, best, count);
	}
	free(votes);
	return any;
}

bool nearest_find(const struct verify_text *text, struct verify_words words, struct nearest *near)
{
	const struct buf *folded = &text->plain.folded;
	const struct verify_words all = words;
	struct vote vote;
	size_t from, to, have = 0;
	if (!vote_of_all(text, words, &vote) && !vote_of_few(text, words, &vote))
		return false;
	if (verify_text_back(
		    text, vote.in_text, verify_words_solid(words.at, vote.in_words), &from))
		have = verify_text_match(text, words, from, &to);
	if (have <= vote.in_words) {
		if (head_near(text, words, vote, near))
			return true;
		words.at += vote.in_words;
		words.len -= vote.in_words;
		have = verify_text_match(text, words, vote.in_text, &to);
		if (have == words.len) { /* the text begins behind the beginning of the words */
			near->wanted = word_at(all.at, all.len, 0);
			near->word = verify_text_word(text, vote.in_text);
			return true;
		}
	}
	struct verify_words found = word_at(folded->text, folded->len, to);
	near->wanted = word_at(words.at, words.len, have);
	near->word = verify_text_word(text, (size_t)(found.at - folded->text));
	return true;
}
