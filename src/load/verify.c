/* A quotation's words are folded and cut into parts; the parts are looked for one behind the other, each as
 * early as can be, which finds them whenever they are there. Then the earlier ones are moved as near to the last as can
 * be, so that the line named is that of the passage and not of an earlier place with the same first words. */
#include "load/verify.h"

#include "base/memory.h"
#include "load/verify_near.h"
#include "load/verify_text.h"

#include <stdlib.h>
#include <string.h>

enum { AROUND = 6, WORD_MOST = 160 }; /* words on each side in a passage, bytes of each */

/* ---- what is looked for ---- */

struct parts {
	struct buf words, prefix, suffix; /* folded */
	struct verify_part *at;
	size_t count, capacity;
};

/* Bytes of a cut at `text`: "[...]", and with spaces inside. */
static size_t cut_len(const char *text)
{
	if (*text != '[')
		return 0;
	const char *at = text + 1 + (text[1] == ' ');
	if (strncmp(at, "...", 3) != 0)
		return 0;
	at += 3 + (at[3] == ' ');
	return *at == ']' ? (size_t)(at + 1 - text) : 0;
}

static void part_add(struct parts *parts, const char *from, const char *to)
{
	while (from < to && *from == ' ')
		from++;
	while (from < to && to[-1] == ' ')
		to--;
	if (from == to)
		return;
	parts->at = mem_grow(parts->at, &parts->capacity, parts->count + 1, sizeof *parts->at);
	parts->at[parts->count++] = (struct verify_part){.words = {from, (size_t)(to - from)}};
}

static struct verify_words fold(struct buf *buf, const char *text)
{
	buf_clear(buf);
	if (text)
		plain_fold(buf, text, strlen(text));
	return (struct verify_words){buf_string(buf), buf->len};
}

static void parts_make(
	struct parts *parts, const char *text, const char *prefix, const char *suffix)
{
	const char *at = fold(&parts->words, text).at, *from = at;
	parts->count = 0;
	while (*at) {
		size_t cut = cut_len(at);
		if (cut) {
			part_add(parts, from, at);
			from = at + cut;
		}
		at += cut ? cut : 1;
	}
	part_add(parts, from, at);
	if (!parts->count)
		return;
	parts->at[0].prefix = fold(&parts->prefix, prefix);
	parts->at[parts->count - 1].suffix = fold(&parts->suffix, suffix);
}

static void parts_free(struct parts *parts)
{
	buf_free(&parts->words);
	buf_free(&parts->prefix);
	buf_free(&parts->suffix);
	free(parts->at);
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

/* Moves each part but the last as far back as it may stand; spans[0] is then the nearest. */
static void parts_tighten(
	const struct verify_text *text, const struct parts *parts, struct verify_span *spans)
{
	struct verify_span later;
	for (size_t i = parts->count - 1; i--;)
		while (verify_text_find(text, &parts->at[i], spans[i].from + 1, &later) &&
			later.to <= spans[i + 1].from)
			spans[i] = later;
}

static void look_up(struct verify *verify, const struct verify_text *text,
	const struct parts *parts, struct verify_finding *finding)
{
	struct verify_span *spans = mem_zero(parts->count + 1, sizeof *spans);
	size_t from = 0, i = 0;
	for (; i < parts->count; i++) {
		if (!verify_text_find(text, &parts->at[i], from, &spans[i]))
			break;
		from = spans[i].to;
	}
	if (i < parts->count) {
		say_why_not(verify, text, &parts->at[i], from, finding);
	} else if (i) {
		parts_tighten(text, parts, spans);
		say_place(
			verify, text, verify_text_word(text, spans[0].from), finding, VERIFY_FOUND);
	} else {
		finding->result = VERIFY_NOWHERE;
	}
	free(spans);
}

/* The findings of a quotation follow each other: its own source's, then one for each `also_in`. */
static void findings_look_up(struct verify *verify, const struct verify_text *text, uint32_t source)
{
	struct parts parts = {0};
	for (size_t i = 0, first = 0; i < verify->count; i++) {
		struct verify_finding *finding = &verify->findings[i];
		if (finding->quote != verify->findings[first].quote)
			first = i;
		if (finding->source != source)
			continue;
		const struct quote *quote = &verify->record->quotes[finding->quote];
		const char *variant = i > first ? quote->also_in->at[i - first - 1].text : NULL;
		bool own = i == first && quote->more;
		parts_make(&parts, variant ? variant : quote->text,
			own ? quote->more->prefix : NULL, own ? quote->more->suffix : NULL);
		look_up(verify, text, &parts, finding);
	}
	parts_free(&parts);
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
