/* The rarest of the grams that the words have in the text says where to compare. In a text that
 * repeats itself all of them may be common; then what stands beside the words is asked as well, and
 * what they end with, so that words of which something is not there are given up at once. */
#include "load/verify_find.h"

#include "base/sorted.h"

#include <string.h>

enum {
	COMMON = 256, /* places of a gram, from which on others are asked */
	END = 4,      /* bytes of the shorter gram at an end */
	GRAM = 8
};

static bool is_loose(char c)
{
	return !verify_words_solid(&c, 1);
}

/* ---- words without a gram ---- */

/* Every place in [from, to) is tried. */
static bool find_anywhere(const struct verify_text *text, const struct verify_part *part,
	size_t from, size_t to, struct verify_span *span)
{
	const char *folded = text->plain.folded.text;
	size_t least = from;
	for (const char *at; from < to; from = (size_t)(at - folded) + 1) {
		at = memchr(folded + from, part->words.at[0], to - from);
		if (!at)
			return false;
		if (verify_text_stands(text, part, (size_t)(at - folded), span) &&
			span->from >= least)
			return true;
	}
	return false;
}

/* The rows of the places that begin with the first one or two bytes of the words. */
static void pairs_of(struct verify_words words, size_t *first, size_t *last)
{
	size_t at = 1;
	while (at < words.len && is_loose(words.at[at]))
		at++;
	*first = (size_t)((unsigned char)words.at[0] | 0x20) << 8;
	*last = *first | 0xff;
	if (at < words.len)
		*first = *last = *first | (unsigned char)words.at[at] | 0x20;
}

/* For words that are too short for a gram. The last places of the text have none either. */
static bool find_short(const struct verify_text *text, const struct verify_part *part, size_t from,
	struct verify_span *span)
{
	size_t first, last, count, len = text->plain.folded.len, best = text->tail;
	struct verify_span found;
	if (is_loose(part->words.at[0]))
		return find_anywhere(text, part, from, len, span);
	pairs_of(part->words, &first, &last);
	for (size_t row = first; row <= last; row++) {
		const uint32_t *starts = verify_row(&text->pairs, row, &count);
		size_t i = sorted_find(starts, count, sizeof *starts, (uint32_t)from);
		for (; i < count && starts[i] < best; i++)
			if (verify_text_stands(text, part, starts[i], &found) &&
				found.from >= from) {
				best = starts[i];
				*span = found;
			}
	}
	return best < text->tail || find_anywhere(text, part, from > best ? from : best, len, span);
}

/* ---- anchors ---- */

/* A gram of the words or of what stands beside them, and the places of the text that have it. */
struct anchor {
	enum { IN_WORDS, AT_END, IN_PREFIX, IN_SUFFIX } where;
	const uint32_t *row;  /* NULL where there is none */
	size_t count, before; /* bytes that are not loose before it, or, of an end, up to it */
};

static void anchor_take(struct anchor *best, struct anchor anchor)
{
	if (anchor.row && anchor.count < best->count)
		*best = anchor;
}

/* The rarest gram at the beginning of a word; a prefix may begin within one. */
static struct anchor rarest(const struct verify_text *text, struct verify_words words, int where)
{
	struct verify_grams grams = {.text = words.at, .len = words.len};
	struct anchor best = {.where = where};
	size_t start, best_start = 0, found;
	uint64_t gram;
	while (verify_grams_next(&grams, &start, &gram)) {
		const uint32_t *row = verify_text_starts(text, gram, &found);
		if ((best.row && found >= best.count) || (where == IN_PREFIX && !start))
			continue;
		best.row = row;
		best.count = found;
		best_start = start;
	}
	best.before = best.row ? verify_words_solid(words.at, best_start) : 0;
	return best;
}

/* The gram that the words end with. */
static struct anchor ending(const struct verify_text *text, struct verify_words words, int where)
{
	struct anchor end = {.where = where, .before = verify_words_solid(words.at, words.len)};
	uint64_t gram = 0;
	for (size_t at = 0; at < words.len; at++)
		if (!is_loose(words.at[at]))
			gram = verify_gram_add(gram, words.at[at]);
	if (end.before >= END)
		end.row = verify_text_end_row(text, gram, end.before >= GRAM, &end.count);
	return end;
}

/* How many places begin as words do that are too short for a gram. */
static size_t short_count(const struct verify_text *text, struct verify_words words)
{
	size_t first, last, count, all = 0;
	if (is_loose(words.at[0]))
		return 0;
	pairs_of(words, &first, &last);
	for (size_t row = first; row <= last; row++, all += count)
		verify_row(&text->pairs, row, &count);
	return all;
}

/* Without a row where the words are too short for a gram, and are not common. */
static struct anchor anchor_choose(const struct verify_text *text, const struct verify_part *part)
{
	struct anchor best = rarest(text, part->words, IN_WORDS);
	if (!best.row)
		best.count = short_count(text, part->words);
	if (best.count <= COMMON)
		return best;
	anchor_take(&best, ending(text, part->words, AT_END));
	anchor_take(&best, rarest(text, part->prefix, IN_PREFIX));
	anchor_take(&best, ending(text, part->prefix, IN_PREFIX));
	anchor_take(&best, rarest(text, part->suffix, IN_SUFFIX));
	return best;
}

/* The place behind `count` bytes from `at` on that are not loose. */
static size_t forward(const struct verify_text *text, size_t at, size_t count)
{
	const struct buf *folded = &text->plain.folded;
	for (; count && at < folded->len; at++)
		count -= !is_loose(folded->text[at]);
	return at;
}

static bool is_between(char c)
{
	return is_loose(c) || c == '"' || c == '\'';
}

/* The words begin where the prefix ends, or behind white space and quotation marks. */
static bool stands_behind(const struct verify_text *text, const struct verify_part *part, size_t at,
	struct verify_span *span)
{
	const struct buf *folded = &text->plain.folded;
	for (; at < folded->len; at++) {
		if (!is_loose(folded->text[at]) && verify_text_stands(text, part, at, span))
			return true;
		if (!is_between(folded->text[at]))
			return false;
	}
	return false;
}

/* The words end where the suffix begins, or before white space and quotation marks. */
static bool stands_before(const struct verify_text *text, const struct verify_part *part,
	size_t end, struct verify_span *span)
{
	size_t solid = verify_words_solid(part->words.at, part->words.len), at;
	for (;; end--) {
		if (verify_text_back(text, end, solid, &at) &&
			verify_text_stands(text, part, at, span))
			return true;
		if (!end || !is_between(text->plain.folded.text[end - 1]))
			return false;
	}
}

/* Whether the part stands where its gram is at `place`. */
static bool anchor_stands(const struct verify_text *text, const struct verify_part *part,
	const struct anchor *anchor, size_t place, struct verify_span *span)
{
	size_t at, prefix;
	switch (anchor->where) {
	case IN_PREFIX:
		prefix = verify_words_solid(part->prefix.at, part->prefix.len);
		return stands_behind(
			text, part, forward(text, place, prefix - anchor->before), span);
	case IN_SUFFIX:
		return verify_text_back(text, place, anchor->before, &at) &&
			stands_before(text, part, at, span);
	default:
		return verify_text_back(text, place, anchor->before, &at) &&
			verify_text_stands(text, part, at, span);
	}
}

/* How far from the words their gram may be, in bytes: dashes and ends of lines stand between those
 * that are counted. */
static size_t anchor_slack(const struct verify_part *part, const struct anchor *anchor)
{
	switch (anchor->where) {
	case IN_PREFIX:
		return 4 * part->prefix.len + COMMON;
	case IN_SUFFIX:
		return 4 * part->suffix.len + COMMON;
	default:
		return 0;
	}
}

/* ---- finding ---- */

bool verify_find(const struct verify_text *text, const struct verify_part *part, size_t from,
	struct verify_span *span)
{
	if (!part->words.len)
		return false;
	struct anchor anchor = anchor_choose(text, part);
	if (!anchor.row)
		return find_short(text, part, from, span);
	size_t slack = anchor.where == IN_PREFIX ? anchor_slack(part, &anchor) : 0;
	size_t least = from > slack ? from - slack : 0;
	for (size_t i = sorted_find(anchor.row, anchor.count, sizeof *anchor.row, (uint32_t)least);
		i < anchor.count; i++)
		if (anchor_stands(text, part, &anchor, anchor.row[i], span) && span->from >= from)
			return true;
	return false;
}

/* Moves a span that is found to the last place of a row where the part stands, behind it and before
 * `to`. */
static void move_in_row(const struct verify_text *text, const struct verify_part *part,
	const struct anchor *anchor, size_t to, struct verify_span *span)
{
	struct verify_span later;
	size_t slack = anchor_slack(part, anchor);
	size_t most = anchor->where == IN_WORDS ? to : to + slack + 1;
	for (size_t i = sorted_find(
		     anchor->row, anchor->count, sizeof *anchor->row, (uint32_t)most);
		i-- && anchor->row[i] + slack > span->from;)
		if (anchor_stands(text, part, anchor, anchor->row[i], &later) &&
			later.from > span->from && later.to <= to) {
			*span = later;
			return;
		}
}

void verify_find_last(const struct verify_text *text, const struct verify_part *part, size_t to,
	struct verify_span *span)
{
	size_t first, last;
	struct anchor anchor = anchor_choose(text, part);
	struct verify_span later;
	if (anchor.row) {
		move_in_row(text, part, &anchor, to, span);
		return;
	}
	bool loose = is_loose(part->words.at[0]);
	pairs_of(part->words, &first, &last);
	for (size_t n = first; n <= last && !loose; n++) {
		anchor.row = verify_row(&text->pairs, n, &anchor.count);
		move_in_row(text, part, &anchor, to, span);
	}
	/* What has no rows: step by step. */
	for (size_t from = loose || span->from >= text->tail ? span->from + 1 : text->tail;
		find_anywhere(text, part, from, to, &later) && later.to <= to;
		from = later.from + 1)
		if (later.from > span->from)
			*span = later;
		else
			break;
}
