/* A list of findings, one for each place where words are said to stand, filled in source by source.
 * Of words that are not found the nearest passage is said.
 *
 * To find it, each gram of the words votes for the places of the text where it stands: if the words
 * began there, less what comes before the gram, where would that be? The place with the most votes
 * is nearest. A gram that stands everywhere tells little, so only some of its places vote, and the
 * work stays small however often a text repeats itself.
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
#include "load/verify.h"

#include "base/memory.h"
#include "base/patience.h"
#include "base/text.h"
#include "load/alike.h"
#include "load/cut.h"
#include "load/verify_parts.h"

#include <stdlib.h>
#include <string.h>

enum {
	AROUND = 6,        /* words on each side in a passage */
	WORD_MOST = 160,   /* bytes of each */
	GRAMS_MOST = 256,  /* that vote */
	PLACES_MOST = 32,  /* that each votes for */
	HEAD_MOST = 48,    /* words laid side by side */
	TEXT_MOST = 2 * 48 /* words of the text */
};

/* ---- where words come nearest: votes ---- */

struct near {
	struct verify_words wanted; /* the first word that differs, in the words */
	size_t word;                /* and in the text: an index into its words */
};

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
	struct near *near)
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

/* Where the words come nearest to the text, and the first of them that differs; false where no word
 * of them has anything like it in the text. */
static bool near_find(const struct verify_text *text, struct verify_words words, struct near *near)
{
	const struct buf *folded = &text->plain.folded;
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
	}
	struct verify_words found = word_at(folded->text, folded->len, to);
	near->wanted = word_at(words.at, words.len, have);
	near->word = verify_text_word(text, (size_t)(found.at - folded->text));
	return true;
}

/* ---- what is said of it ---- */

static const char *keep(struct verify *verify, struct verify_words words)
{
	return arena_text(&verify->arena, words.at, words.len);
}

/* Bytes of a word of the source; of one without end, those that can be shown. */
static struct verify_words source_word(const struct verify_text *text, size_t word)
{
	size_t from = text->plain.words[word].source;
	const char *at = text->source + from;
	size_t len = plain_word_len(at, text->len - from);
	if (len > WORD_MOST)
		for (len = WORD_MOST; len && text_is_inside(at[len]);)
			len--;
	return (struct verify_words){at, len};
}

/* The words of the source around one of them, "…" where more stands beside. */
static const char *passage(struct verify *verify, const struct verify_text *text, size_t word)
{
	size_t from = word > AROUND ? word - AROUND : 0, to = word + AROUND + 1;
	struct buf buf = {0};
	if (to > text->plain.count)
		to = text->plain.count;
	if (from)
		buf_text(&buf, "\xe2\x80\xa6 ");
	for (size_t i = from; i < to; i++) {
		struct verify_words words = source_word(text, i);
		if (i > from)
			buf_char(&buf, ' ');
		buf_add(&buf, words.at, words.len);
	}
	if (to < text->plain.count)
		buf_text(&buf, " \xe2\x80\xa6");
	const char *kept = buf_kept(&buf, &verify->arena);
	buf_free(&buf);
	return kept;
}

static void say_place(struct verify *verify, const struct verify_text *text, size_t word,
	struct verify_finding *finding, enum verify_result result)
{
	finding->result = result;
	finding->line = text->plain.words[word].line;
	finding->passage = passage(verify, text, word);
}

/* Names the letters of a word that differs where one would not see it. */
static void say_other_word(struct verify *verify, const struct verify_text *text,
	const struct near *near, struct verify_finding *finding)
{
	struct verify_words source = source_word(text, near->word);
	struct buf folded = {0}, names = {0};
	size_t at;
	plain_fold(&folded, source.at, source.len);
	finding->wanted = keep(verify, near->wanted);
	finding->found = keep(verify, source);
	say_place(verify, text, near->word, finding, VERIFY_OTHER_WORD);
	if (alike_explain(&names, alike_bare(near->wanted),
		    alike_bare((struct verify_words){buf_string(&folded), folded.len}), &at)) {
		finding->found = buf_kept(&names, &verify->arena);
		finding->result = VERIFY_LOOK_ALIKE;
	}
	buf_free(&folded);
	buf_free(&names);
}

/* Says why a part is not found at or behind `from`. */
static void say_why_not(struct verify *verify, const struct verify_text *text,
	const struct verify_part *part, size_t from, struct verify_finding *finding)
{
	struct verify_part words = {.words = part->words}, behind = words;
	struct verify_span span, beside;
	struct near near;
	behind.prefix = part->prefix;
	if (verify_find(text, &words, from, &span)) {
		bool prefix = verify_find(text, &behind, from, &beside);
		finding->wanted = keep(verify, prefix ? part->suffix : part->prefix);
		say_place(verify, text, verify_text_word(text, prefix ? beside.from : span.from),
			finding, prefix ? VERIFY_NO_SUFFIX : VERIFY_NO_PREFIX);
	} else if (from && verify_find(text, &words, 0, &span)) {
		finding->wanted = keep(verify, part->words);
		say_place(verify, text, verify_text_word(text, span.from), finding,
			VERIFY_OTHER_ORDER);
	} else if (near_find(text, part->words, &near)) {
		say_other_word(verify, text, &near, finding);
	} else {
		finding->result = VERIFY_NOWHERE;
	}
}

/* ---- looking it up ---- */

/* The language of the words, as far as the record says it, or NULL. */
static const char *language_of(const struct verify *verify, const struct verify_finding *finding)
{
	const struct record *record = verify->record;
	const char *of_source = record->sources[finding->source].fields[SOURCE_LANGUAGE];
	const char *of_words = record->quotes[finding->quote].language;
	if (of_words)
		return of_words;
	return of_source ? of_source : record->language;
}

static void say_found(struct verify *verify, const struct verify_text *text,
	const struct verify_parts *parts, struct verify_finding *finding)
{
	struct buf named = {0};
	finding->result = VERIFY_FOUND;
	reach_measure(&finding->reach, parts, text);
	finding->line = finding->reach.line;
	if (finding->reach.left_out &&
		reach_negations(&named, parts, text, language_of(verify, finding)))
		finding->negations = buf_kept(&named, &verify->arena);
	buf_free(&named);
}

/* A text, and what is made of it where words are not found. */
struct looking {
	struct verify_text text, alike;
	bool has_alike;
	struct verify_parts parts, alike_parts, loose;
};

/* Whether the words stand there in letters that look the same. */
static bool say_alike(
	struct verify *verify, struct looking *looking, struct verify_finding *finding)
{
	struct buf names = {0};
	size_t folded;
	if (!looking->has_alike)
		verify_text_alike(&looking->alike, &looking->text);
	looking->has_alike = true;
	verify_parts_alike(&looking->alike_parts, &looking->parts);
	bool found = verify_parts_find(&looking->alike_parts, &looking->alike) ==
			looking->parts.count &&
		alike_parts_explain(&names, &looking->parts, &looking->text, &looking->alike_parts,
			&looking->alike, &folded);
	if (found) {
		finding->found = buf_kept(&names, &verify->arena);
		say_place(verify, &looking->text, verify_text_word(&looking->text, folded), finding,
			VERIFY_LOOK_ALIKE);
	}
	buf_free(&names);
	return found;
}

/* What stands between two parts and was taken for a cut, if it is none. */
static struct verify_words cut_between(const struct verify_parts *parts, size_t part)
{
	const char *from = parts->at[part - 1].words.at + parts->at[part - 1].words.len;
	const char *to = parts->at[part].words.at;
	while (from < to && *from == ' ')
		from++;
	while (from < to && to[-1] == ' ')
		to--;
	struct verify_words cut = {from, (size_t)(to - from)};
	return cut_len(from) == cut.len ? (struct verify_words){from, 0} : cut;
}

/* Whether the words stand there but for what looks like a cut. */
static bool say_cut(struct verify *verify, struct looking *looking, struct verify_finding *finding,
	const char *words, const struct quote_more *beside)
{
	struct verify_parts *parts = &looking->loose;
	verify_parts_make_loosely(
		parts, words, beside ? beside->prefix : NULL, beside ? beside->suffix : NULL);
	if (parts->count < 2 || parts->count == looking->parts.count ||
		verify_parts_find(parts, &looking->text) < parts->count)
		return false;
	for (size_t i = 1; i < parts->count; i++) {
		struct verify_words cut = cut_between(parts, i);
		if (!cut.len)
			continue;
		finding->wanted = keep(verify, cut);
		say_place(verify, &looking->text,
			verify_text_word(&looking->text, parts->spans[i - 1].to - 1), finding,
			VERIFY_OTHER_CUT);
		return true;
	}
	return false;
}

static void look_up(struct verify *verify, struct looking *looking, struct verify_finding *finding,
	const char *words, const struct quote_more *beside)
{
	struct verify_parts *parts = &looking->parts;
	verify_parts_make(
		parts, words, beside ? beside->prefix : NULL, beside ? beside->suffix : NULL);
	size_t found = verify_parts_find(parts, &looking->text);
	if (found && found == parts->count)
		say_found(verify, &looking->text, parts, finding);
	else if (!parts->count)
		finding->result = VERIFY_NOWHERE;
	else if (!say_alike(verify, looking, finding) &&
		!say_cut(verify, looking, finding, words, beside))
		say_why_not(verify, &looking->text, &parts->at[found],
			found ? parts->spans[found - 1].to : 0, finding);
}

/* The findings of a quotation follow each other: its own source's, then one for each `also_in`. */
static void findings_look_up(struct verify *verify, struct looking *looking, uint32_t source)
{
	for (size_t i = 0, first = 0; i < verify->count; i++) {
		struct verify_finding *finding = &verify->findings[i];
		if (finding->quote != verify->findings[first].quote)
			first = i;
		if (finding->source != source)
			continue;
		if (!patience_lasts(verify->patience))
			break;
		const struct quote *quote = &verify->record->quotes[finding->quote];
		const char *variant = i > first ? quote->also_in->at[i - first - 1].text : NULL;
		bool own = i == first && quote->more;
		look_up(verify, looking, finding, variant ? variant : quote->text,
			own ? quote->more : NULL);
	}
}

void verify_source(struct verify *verify, uint32_t source, const char *bytes, size_t len)
{
	static const char mark[] = "\xef\xbb\xbf"; /* of byte order: no part of the text */
	struct looking looking = {.has_alike = false};
	if (len >= strlen(mark) && memcmp(bytes, mark, strlen(mark)) == 0) {
		bytes += strlen(mark);
		len -= strlen(mark);
	}
	verify_text_open(&looking.text, bytes, len);
	findings_look_up(verify, &looking, source);
	verify_text_close(&looking.text);
	if (looking.has_alike)
		verify_text_close(&looking.alike);
	verify_parts_free(&looking.parts);
	verify_parts_free(&looking.alike_parts);
	verify_parts_free(&looking.loose);
}

void verify_start(struct verify *verify, const struct record *record)
{
	*verify = (struct verify){.record = record};
	size_t capacity = 0;
	for (uint32_t q = 0; q < record->counts[THING_QUOTE]; q++) {
		const struct quote *quote = &record->quotes[q];
		uint32_t others = quote->also_in ? quote->also_in->count : 0;
		verify->findings = mem_grow(verify->findings, &capacity, verify->count + 1 + others,
			sizeof *verify->findings);
		verify->findings[verify->count++] = (struct verify_finding){
			.quote = q, .source = quote->source.index, .place = quote->place};
		for (uint32_t i = 0; i < others; i++)
			verify->findings[verify->count++] = (struct verify_finding){.quote = q,
				.source = quote->also_in->at[i].source.index,
				.place = quote->also_in->at[i].place};
	}
}

void verify_free(struct verify *verify)
{
	free(verify->findings);
	arena_free(&verify->arena);
	*verify = (struct verify){0};
}

struct verify_counts verify_counts(const struct verify *verify)
{
	struct verify_counts counts = {0};
	for (size_t i = 0; i < verify->count; i++) {
		enum verify_result result = verify->findings[i].result;
		counts.found += result == VERIFY_FOUND;
		counts.no_text += result == VERIFY_NO_TEXT;
		counts.not_found += result != VERIFY_FOUND && result != VERIFY_NO_TEXT;
	}
	return counts;
}
