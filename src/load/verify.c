/* A list of findings, one for each place where words are said to stand, filled in source by source.
 * Of words that are not found it is said why: letters that look the same are told before dots that
 * are meant as a cut, and these before the nearest passage. */
#include "load/verify.h"

#include "base/memory.h"
#include "base/patience.h"
#include "base/text.h"
#include "load/alike.h"
#include "load/cut.h"
#include "load/nearest.h"
#include "load/verify_parts.h"

#include <stdlib.h>
#include <string.h>

enum {
	AROUND = 6,      /* words on each side in a passage */
	WORD_MOST = 160, /* bytes of each */
};

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

/* Both words with those behind them, as long as they are the same: dots and spaces may be told apart
 * only there. */
static void say_more_words(struct verify *verify, const struct verify_text *text,
	struct verify_words words, const struct nearest *near, struct verify_finding *finding)
{
	enum { MORE = 4 };
	const char *end = words.at + words.len, *to = near->wanted.at + near->wanted.len;
	struct buf found = {0}, wanted = {0};
	for (int n = 1; n < MORE && strcmp(finding->found, finding->wanted) == 0; n++) {
		struct verify_words last = source_word(
			text, near->word + n < text->plain.count ? near->word + n : near->word);
		while (to < end && *to == ' ')
			to++;
		while (to < end && *to != ' ')
			to++;
		buf_clear(&found);
		buf_clear(&wanted);
		struct verify_words first = source_word(text, near->word);
		buf_add(&found, first.at, (size_t)(last.at + last.len - first.at));
		buf_add(&wanted, near->wanted.at, (size_t)(to - near->wanted.at));
		finding->found = buf_kept(&found, &verify->arena);
		finding->wanted = buf_kept(&wanted, &verify->arena);
	}
	buf_free(&found);
	buf_free(&wanted);
}

/* Names the letters of a word that differs where one would not see it. */
static void say_other_word(struct verify *verify, const struct verify_text *text,
	struct verify_words words, const struct nearest *near, struct verify_finding *finding)
{
	struct verify_words source = source_word(text, near->word);
	struct buf folded = {0}, names = {0};
	size_t at;
	plain_fold(&folded, source.at, source.len);
	finding->wanted = keep(verify, near->wanted);
	finding->found = keep(verify, source);
	say_place(verify, text, near->word, finding, VERIFY_OTHER_WORD);
	say_more_words(verify, text, words, near, finding);
	struct verify_words other = {buf_string(&folded), folded.len};
	if (alike_explain(&names, alike_bare(near->wanted), alike_bare(other), &at) ||
		alike_sign_explain(&names, near->wanted, other)) {
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
	struct nearest near;
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
	} else if (nearest_find(text, part->words, &near)) {
		say_other_word(verify, text, part->words, &near, finding);
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
	if (finding->at && finding->at->language)
		of_words = finding->at->language;
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

static void findings_look_up(struct verify *verify, struct looking *looking, uint32_t source)
{
	for (size_t i = 0; i < verify->count; i++) {
		struct verify_finding *finding = &verify->findings[i];
		if (finding->source != source)
			continue;
		if (!patience_lasts(verify->patience))
			break;
		const struct quote *quote = &verify->record->quotes[finding->quote];
		const struct attestation *at = finding->at;
		look_up(verify, looking, finding, at && at->text ? at->text : quote->text,
			at ? NULL : quote->more);
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

/* Adds a place of a quotation; NULL is its own source. */
static void finding_add(
	struct verify *verify, size_t *capacity, uint32_t n, const struct attestation *at)
{
	const struct quote *quote = &verify->record->quotes[n];
	verify->findings = mem_grow(
		verify->findings, capacity, verify->count + 1, sizeof *verify->findings);
	verify->findings[verify->count++] = (struct verify_finding){.quote = n,
		.source = at ? at->source.index : quote->source.index,
		.at = at,
		.place = at ? at->place : quote->place};
}

void verify_start(struct verify *verify, const struct record *record)
{
	*verify = (struct verify){.record = record};
	size_t capacity = 0;
	for (uint32_t q = 0; q < record->counts[THING_QUOTE]; q++) {
		const struct quote *quote = &record->quotes[q];
		const struct attestation *at = NULL;
		finding_add(verify, &capacity, q, NULL);
		while ((at = quote_place_next(quote, at)))
			finding_add(verify, &capacity, q, at);
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
