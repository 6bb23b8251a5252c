/* The multiset of the words that are left out is the same wherever a part in the middle is taken to
 * stand, so what is said of them does not depend on it. */
#include "load/reach.h"

#include "base/text.h"
#include "load/negation.h"

#include <string.h>

enum {
	FAR_WORDS = 100,          /* a cut as scholars make it leaves out a sentence, or some */
	FAR_TIMES = 4,            /* or, of a long quotation, not much more than is quoted */
	LOOKED_AT_MOST = 1 << 15, /* bytes of what is left out that are looked through */
	NAMED_MOST = 3
};

static uint32_t line_of(const struct verify_text *text, size_t folded)
{
	return text->plain.words[verify_text_word(text, folded)].line;
}

void reach_measure(
	struct reach *reach, const struct verify_parts *parts, const struct verify_text *text)
{
	const struct verify_span *spans = parts->spans;
	*reach = (struct reach){
		.line = line_of(text, spans[0].from),
		.line_to = line_of(text, spans[parts->count - 1].to - 1),
		.cuts = (uint32_t)parts->count - 1,
		.places = (uint32_t)parts->place_count,
	};
	for (size_t i = 0; i < parts->count; i++) {
		reach->quoted += verify_text_count(text, spans[i].from, spans[i].to);
		if (i)
			reach->left_out += verify_text_count(text, spans[i - 1].to, spans[i].from);
	}
	reach->far = reach->left_out > FAR_WORDS &&
		reach->left_out > (uint64_t)FAR_TIMES * reach->quoted;
	for (size_t i = 0; i < parts->place_count; i++) {
		uint32_t line = line_of(text, parts->places[i]);
		if (!i || line != reach->lines[reach->line_count - 1])
			reach->lines[reach->line_count++] = line;
	}
}

/* ---- words that deny ---- */

/* Letters, with the apostrophes between them, and the end of a line that divides a word. */
static bool is_in_word(int32_t code)
{
	return code == '\'' || code == PLAIN_HYPHEN || text_is_letter(code) || text_is_mark(code);
}

static size_t word_start(const char *text, size_t at)
{
	while (at) {
		size_t before = at - 1;
		while (before && text_is_inside(text[before]))
			before--;
		if (!is_in_word(text_last(text, at)))
			break;
		at = before;
	}
	return at;
}

struct named {
	struct buf words[NAMED_MOST];
	int count;
};

static void name_add(struct named *named, const struct buf *word)
{
	for (int i = 0; i < named->count; i++)
		if (strcmp(buf_string(&named->words[i]), buf_string(word)) == 0)
			return;
	buf_text(&named->words[named->count++], buf_string(word));
}

struct word {
	struct buf text;
	size_t from, to; /* its first letter, and the end of its last */
};

/* The word from `at` on, without apostrophes around it and ends of lines in it; returns where it
 * ends. */
static size_t word_read(const struct buf *folded, size_t at, struct word *word)
{
	size_t bytes;
	buf_clear(&word->text);
	for (word->to = at; at < folded->len; at += bytes) {
		int32_t code = text_decode(folded->text + at, folded->len - at, &bytes);
		if (!is_in_word(code))
			break;
		if (code == PLAIN_HYPHEN || (code == '\'' && !word->text.len))
			continue;
		word->from = word->text.len ? word->from : at;
		buf_add(&word->text, folded->text + at, bytes);
		word->to = code == '\'' ? word->to : at + bytes;
	}
	while (word->text.len && word->text.text[word->text.len - 1] == '\'')
		word->text.text[--word->text.len] = '\0';
	return at;
}

/* Of a word that is quoted in part, a letter must be left out: "'t" is, where "can" alone is quoted
 * of "can't". */
static void stretch_look(struct named *named, const struct negations *negations,
	const struct verify_text *text, struct verify_span stretch)
{
	const struct buf *folded = &text->plain.folded;
	struct word word = {.from = 0};
	size_t bytes, at = word_start(folded->text, stretch.from);
	while (at < stretch.to && named->count < NAMED_MOST) {
		at = word_read(folded, at, &word);
		if (word.text.len && word.to > stretch.from && word.from < stretch.to &&
			negations_have(negations, word.text.text, word.text.len))
			name_add(named, &word.text);
		text_decode(folded->text + at, folded->len - at, &bytes);
		at += bytes + !bytes;
	}
	buf_free(&word.text);
}

int reach_negations(struct buf *out, const struct verify_parts *parts,
	const struct verify_text *text, const char *language)
{
	struct negations negations;
	struct named named = {.count = 0};
	size_t left = LOOKED_AT_MOST;
	negations_open(&negations, language);
	for (size_t i = 1; i < parts->count && left; i++) {
		struct verify_span stretch = {parts->spans[i - 1].to, parts->spans[i].from};
		if (stretch.to - stretch.from > left)
			stretch.to = stretch.from + left;
		left -= stretch.to - stretch.from;
		stretch_look(&named, &negations, text, stretch);
	}
	for (int i = 0; i < named.count; i++)
		buf_format(out, "%s\"%s\"",
			!i                            ? ""
				: i + 1 < named.count ? ", "
						      : " and ",
			buf_string(&named.words[i]));
	for (int i = 0; i < NAMED_MOST; i++)
		buf_free(&named.words[i]);
	negations_close(&negations);
	return named.count;
}
