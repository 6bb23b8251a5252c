/* A list of findings, one for each place where words are said to stand, filled in source by source. Of words
 * that are not found the nearest passage is said. */
#include "load/verify.h"

#include "base/memory.h"
#include "load/verify_near.h"
#include "load/verify_parts.h"
#include "load/verify_text.h"

#include <stdlib.h>
#include <string.h>

enum { AROUND = 6, WORD_MOST = 160 }; /* words on each side in a passage, bytes of each */

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
		for (len = WORD_MOST; len && ((unsigned char)at[len] & 0xc0) == 0x80;)
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
	const char *kept = arena_text(&verify->arena, buf_string(&buf), buf.len);
	buf_free(&buf);
	return kept;
}

static void say_place(struct verify *verify, const struct verify_text *text, size_t word,
	struct verify_finding *finding, enum verify_result result)
{
	finding->result = result;
	finding->line = text->plain.words[word].line;
	if (result != VERIFY_FOUND)
		finding->passage = passage(verify, text, word);
}

/* Says why a part is not found at or behind `from`. */
static void say_why_not(struct verify *verify, const struct verify_text *text,
	const struct verify_part *part, size_t from, struct verify_finding *finding)
{
	struct verify_part words = {.words = part->words}, behind = words;
	struct verify_span span, beside;
	struct verify_near near;
	behind.prefix = part->prefix;
	if (verify_text_find(text, &words, from, &span)) {
		bool prefix = verify_text_find(text, &behind, from, &beside);
		finding->wanted = keep(verify, prefix ? part->suffix : part->prefix);
		say_place(verify, text, verify_text_word(text, prefix ? beside.from : span.from),
			finding, prefix ? VERIFY_NO_SUFFIX : VERIFY_NO_PREFIX);
	} else if (from && verify_text_find(text, &words, 0, &span)) {
		finding->wanted = keep(verify, part->words);
		say_place(verify, text, verify_text_word(text, span.from), finding,
			VERIFY_OTHER_ORDER);
	} else if (verify_near(text, part->words, &near)) {
		finding->wanted = keep(verify, near.wanted);
		finding->found = keep(verify, source_word(text, near.word));
		say_place(verify, text, near.word, finding, VERIFY_OTHER_WORD);
	} else {
		finding->result = VERIFY_NOWHERE;
	}
}

/* ---- looking it up ---- */

static void look_up(struct verify *verify, const struct verify_text *text,
	struct verify_parts *parts, struct verify_finding *finding)
{
	size_t found = verify_parts_find(parts, text);
	if (found < parts->count)
		say_why_not(verify, text, &parts->at[found], found ? parts->spans[found - 1].to : 0,
			finding);
	else if (found)
		say_place(verify, text, verify_text_word(text, parts->spans[0].from), finding,
			VERIFY_FOUND);
	else
		finding->result = VERIFY_NOWHERE;
}

/* The findings of a quotation follow each other: its own source's, then one for each `also_in`. */
static void findings_look_up(struct verify *verify, const struct verify_text *text, uint32_t source)
{
	struct verify_parts parts = {0};
	for (size_t i = 0, first = 0; i < verify->count; i++) {
		struct verify_finding *finding = &verify->findings[i];
		if (finding->quote != verify->findings[first].quote)
			first = i;
		if (finding->source != source)
			continue;
		const struct quote *quote = &verify->record->quotes[finding->quote];
		const char *variant = i > first ? quote->also_in->at[i - first - 1].text : NULL;
		bool own = i == first && quote->more;
		verify_parts_make(&parts, variant ? variant : quote->text,
			own ? quote->more->prefix : NULL, own ? quote->more->suffix : NULL);
		look_up(verify, text, &parts, finding);
	}
	verify_parts_free(&parts);
}

void verify_source(struct verify *verify, uint32_t source, const char *bytes, size_t len)
{
	struct verify_text text;
	verify_text_open(&text, bytes, len);
	findings_look_up(verify, &text, source);
	verify_text_close(&text);
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
