/* Both sides are read code point by code point, white space and dashes left out, since the end of a
 * line may have others. Of two letters that look the same the odd one is that of another script than
 * the rest of the word; where that does not tell, both are named. */
#include "load/alike.h"

#include "base/text.h"

#include <string.h>

enum { NAMED_MOST = 4 };

/* A place in folded words. */
struct side {
	const char *text;
	size_t len, at;
	int32_t code;
};

static bool is_gap(char c)
{
	return c == ' ' || c == PLAIN_BREAK;
}

/* The next code point that is not loose, and `start` where it begins; false at the end. */
static bool side_next(struct side *side, size_t *start)
{
	size_t bytes;
	while (side->at < side->len) {
		*start = side->at;
		side->code = text_decode(side->text + side->at, side->len - side->at, &bytes);
		side->at += bytes;
		if (verify_words_solid(side->text + *start, 1))
			return true;
	}
	return false;
}

/* The word around a byte, without the white space beside it. */
static struct verify_words word_around(const struct side *side, size_t at)
{
	size_t from = at, to = at;
	while (from && !is_gap(side->text[from - 1]))
		from--;
	while (to < side->len && !is_gap(side->text[to]))
		to++;
	return (struct verify_words){side->text + from, to - from};
}

struct verify_words alike_bare(struct verify_words word)
{
	size_t bytes;
	while (word.len && !text_is_letter(text_decode(word.at, word.len, &bytes)) &&
		!text_is_digit(text_decode(word.at, word.len, &bytes))) {
		word.at += bytes;
		word.len -= bytes;
	}
	for (int32_t last; word.len; word.len--) {
		last = text_last(word.at, word.len);
		if (text_is_word(last))
			break;
		while (word.len > 1 && text_is_inside(word.at[word.len - 1]))
			word.len--;
	}
	return word;
}

/* ---- what differs in one word ---- */

struct codes {
	int32_t at[NAMED_MOST];
	int count;
	bool more;
};

static void codes_add(struct codes *codes, int32_t code)
{
	for (int i = 0; i < codes->count; i++)
		if (codes->at[i] == code)
			return;
	if (codes->count == NAMED_MOST)
		codes->more = true;
	else
		codes->at[codes->count++] = code;
}

static void codes_name(struct buf *out, const struct codes *codes)
{
	for (int i = 0; i < codes->count; i++) {
		bool last = i + 1 == codes->count && !codes->more;
		buf_text(out, !i ? "" : last ? " and " : ", ");
		text_name(out, codes->at[i]);
	}
	buf_text(out, codes->more ? " and others" : "");
}

/* One word of both sides, code point beside code point. */
struct pairs {
	struct side words, text;
	size_t word_end;    /* in the words */
	const char *script; /* of the letters that both have, or NULL */
};

/* The script of a letter that is the same on both sides. */
static const char *script_of_same(struct pairs pairs)
{
	size_t start;
	while (side_next(&pairs.words, &start) && start < pairs.word_end &&
		side_next(&pairs.text, &start))
		if (pairs.words.code == pairs.text.code && text_script(pairs.words.code))
			return text_script(pairs.words.code);
	return NULL;
}

/* Of a sign and a letter that looks like it, the sign is none; where no letter of the word is the
 * same on both sides, either may be. */
static bool is_odd(int32_t code, int32_t other, const char *script)
{
	const char *own = text_script(code);
	if (!own && code < 0x80 && other >= 0x80)
		return false;
	return !own || !script || strcmp(own, script) != 0;
}

/* Names what is odd on either side; *both is set where that cannot be told of a pair. */
static void pairs_collect(
	struct pairs pairs, struct codes *in_words, struct codes *in_text, bool *both)
{
	size_t start;
	*both = false;
	while (side_next(&pairs.words, &start) && start < pairs.word_end &&
		side_next(&pairs.text, &start)) {
		int32_t word = pairs.words.code, text = pairs.text.code;
		if (word == text || text_alike(word) != text_alike(text))
			continue;
		bool odd_word = is_odd(word, text, pairs.script);
		bool odd_text = is_odd(text, word, pairs.script);
		*both = *both || odd_word == odd_text;
		if (odd_word || !odd_text)
			codes_add(in_words, word);
		if (odd_text || !odd_word)
			codes_add(in_text, text);
	}
}

static void say_word(struct buf *out, struct verify_words word)
{
	struct verify_words bare = alike_bare(word);
	word = bare.len ? bare : word;
	buf_text(out, " in \"");
	buf_add(out, word.at, word.len);
	buf_char(out, '"');
}

/* The words stand at the pair that differs first; so the word is read again from its beginning, with
 * as many code points before it on the other side. */
static void pairs_say(struct buf *out, struct pairs pairs, struct verify_words word,
	struct verify_words text_word)
{
	struct codes in_words = {.count = 0}, in_text = {.count = 0};
	bool both;
	pairs.script = script_of_same(pairs);
	pairs_collect(pairs, &in_words, &in_text, &both);
	if (in_text.count) {
		buf_text(out, "the text has ");
		codes_name(out, &in_text);
	}
	if (in_words.count) {
		buf_text(out,
			!in_text.count ? "the quotation has "
				: both ? " where the quotation has "
				       : " and the quotation has ");
		codes_name(out, &in_words);
	}
	say_word(out, in_words.count && !in_text.count ? text_word : word);
}

bool alike_explain(struct buf *out, struct verify_words words, struct verify_words text, size_t *at)
{
	struct side word = {words.at, words.len, 0, 0}, other = {text.at, text.len, 0, 0};
	struct pairs pairs = {.word_end = 0}, begin;
	size_t start, other_start, end = 0, found = 0, found_other = 0;
	bool differs = false;
	begin = (struct pairs){.words = word, .text = other};
	for (;;) {
		struct pairs here = {.words = word, .text = other};
		if (!side_next(&word, &start))
			break;
		if (!side_next(&other, &other_start) ||
			text_alike(word.code) != text_alike(other.code))
			return false;
		if (start >= end && !differs) { /* another word begins */
			struct verify_words around = word_around(&word, start);
			begin = here;
			end = (size_t)(around.at - words.at) + around.len;
		}
		if (word.code != other.code && !differs) {
			differs = true;
			pairs = begin;
			pairs.word_end = end;
			found = start;
			found_other = other_start;
		}
	}
	if (!differs)
		return false;
	*at = found_other;
	pairs_say(out, pairs, word_around(&word, found), word_around(&other, found_other));
	return true;
}

/* Appends the word with what its signs stand for; returns the first such sign, or -1. */
static int32_t signs_spell(struct buf *out, struct verify_words word)
{
	int32_t first = -1;
	size_t bytes;
	for (size_t at = 0; at < word.len; at += bytes) {
		int32_t code = text_decode(word.at + at, word.len - at, &bytes);
		if (!text_spell(out, code))
			buf_add(out, word.at + at, bytes);
		else if (first < 0)
			first = code;
	}
	return first;
}

bool alike_sign_explain(struct buf *out, struct verify_words word, struct verify_words text)
{
	struct buf spelt = {0}, other = {0};
	int32_t in_word = signs_spell(&spelt, word), in_text = signs_spell(&other, text);
	bool same = (in_word >= 0 || in_text >= 0) &&
		strcmp(buf_string(&spelt), buf_string(&other)) == 0;
	if (same) {
		buf_text(out, in_text >= 0 ? "the text has " : "the quotation has ");
		text_name(out, in_text >= 0 ? in_text : in_word);
		buf_text(out,
			in_text >= 0 ? " where the quotation has \"" : " where the text has \"");
		word = in_text >= 0 ? word : text;
		buf_add(out, word.at, word.len);
		buf_char(out, '"');
	}
	buf_free(&spelt);
	buf_free(&other);
	return same;
}

/* ---- in a whole text ---- */

/* The place of the text for one of the text of look-alikes. */
static size_t place_of(
	const struct verify_text *text, const struct verify_text *alike, size_t folded)
{
	size_t word = verify_text_word(alike, folded), bytes;
	size_t at = text->plain.words[word].folded;
	for (size_t from = alike->plain.words[word].folded; from < folded; from += bytes) {
		text_decode(text->plain.folded.text + at, text->plain.folded.len - at, &bytes);
		at += bytes;
		text_decode(
			alike->plain.folded.text + from, alike->plain.folded.len - from, &bytes);
	}
	return at;
}

/* What stands beside words begins where the quotation marks between them end, or somewhere among
 * them. */
static bool may_be_between(char c)
{
	return is_gap(c) || c == '"' || c == '\'';
}

static bool explain_from(struct buf *out, struct verify_words words, const struct verify_text *text,
	size_t from, size_t *folded)
{
	struct verify_words rest = {text->plain.folded.text + from, text->plain.folded.len - from};
	size_t at;
	if (!words.len || !alike_explain(out, words, rest, &at))
		return false;
	*folded = from + at;
	return true;
}

static bool explain_prefix(struct buf *out, struct verify_words prefix,
	const struct verify_text *text, struct verify_words alike, const struct verify_text *in,
	size_t to, size_t *folded)
{
	size_t from, solid = verify_words_solid(alike.at, alike.len);
	for (; prefix.len; to--) {
		if (verify_text_back(in, to, solid, &from) &&
			explain_from(out, prefix, text, place_of(text, in, from), folded))
			return true;
		if (!to || !may_be_between(in->plain.folded.text[to - 1]))
			break;
	}
	return false;
}

static bool explain_suffix(struct buf *out, struct verify_words suffix,
	const struct verify_text *text, size_t from, size_t *folded)
{
	for (; suffix.len; from++) {
		if (explain_from(out, suffix, text, from, folded))
			return true;
		if (from >= text->plain.folded.len ||
			!may_be_between(text->plain.folded.text[from]))
			break;
	}
	return false;
}

bool alike_parts_explain(struct buf *out, const struct verify_parts *parts,
	const struct verify_text *text, const struct verify_parts *alike,
	const struct verify_text *alike_text, size_t *folded)
{
	for (size_t i = 0; i < parts->count; i++) {
		struct verify_span span = alike->spans[i];
		const struct verify_part *part = &parts->at[i];
		if (explain_prefix(out, part->prefix, text, alike->at[i].prefix, alike_text,
			    span.from, folded) ||
			explain_from(out, part->words, text, place_of(text, alike_text, span.from),
				folded) ||
			explain_suffix(out, part->suffix, text, place_of(text, alike_text, span.to),
				folded))
			return true;
	}
	return false;
}
