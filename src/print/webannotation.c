/* Web Annotation (W3C): where each quotation stands, as a collection in JSON-LD.
 *
 * An annotation is a place in print: that of the quotation, and each that `also_in` names. Its
 * targets are the exact words, one for each part between cuts; what is said of them is a body, and
 * so is each theme. Things without an address have a name made from the record's title and their id,
 * the same each time. */
#include "base/memory.h"
#include "base/sha256.h"
#include "base/text.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "print/json.h"
#include "print/print.h"
#include "query/sequence.h"

#include <stdlib.h>
#include <string.h>

struct notes {
	struct sink sink;
	const struct record *record;
	struct buf words;
	/* Of each source without an address its name, NULL where it is not made yet. */
	const char **names;
	struct arena kept;
};

/* A place where words stand. */
struct spot {
	const char *text, *locator, *prefix, *suffix, *note; /* on this place */
	struct ref source;
	uint32_t number; /* of the quotation's places */
};

/* A UUID of the eighth version (RFC 9562), for what the words name within the record; it lasts as
 * long as the arena. */
static const char *name_make(const struct notes *notes, struct arena *arena, const char *kind,
	const char *id, uint32_t number)
{
	static const uint8_t parts[] = {8, 4, 4, 4, 12};
	char hex[SHA256_DIGITS + 1];
	struct buf name = {0};
	buf_format(&name, "%s\n%s\n%s\n%u", notes->record->title, kind, id, (unsigned)number);
	sha256_hex(name.text, name.len, hex);
	hex[12] = '8';
	hex[16] = '8';
	buf_clear(&name);
	buf_text(&name, "urn:uuid");
	const char *at = hex;
	for (size_t n = 0; n < sizeof parts; at += parts[n++]) {
		buf_char(&name, n ? '-' : ':');
		buf_add(&name, at, parts[n]);
	}
	const char *urn = buf_kept(&name, arena);
	buf_free(&name);
	return urn;
}

static void name_put(
	struct notes *notes, const char *key, const char *kind, const char *id, uint32_t number)
{
	json_calls.text(&notes->sink, key, name_make(notes, &notes->sink.arena, kind, id, number));
}

/* Most sources are named many times. */
static const char *source_name(struct notes *notes, uint32_t source)
{
	const char **name = &notes->names[source];
	if (!*name)
		*name = name_make(
			notes, &notes->kept, "source", notes->record->sources[source].id, 0);
	return *name;
}

/* Puts the phrase at hand out. */
static void phrase(struct notes *notes, const char *key)
{
	json_calls.text(&notes->sink, key, buf_string(&notes->words));
	buf_clear(&notes->words);
}

/* ---- what is said of the words ---- */

static void body_open(struct notes *notes, const char *purpose)
{
	json_calls.open(&notes->sink, NULL, SHAPE_MAP);
	json_calls.text(&notes->sink, "type", "TextualBody");
	json_calls.text(&notes->sink, "purpose", purpose);
	json_calls.text(&notes->sink, "format", "text/plain");
}

static void bodies_add(struct notes *notes, const struct quote *quote, const struct spot *spot)
{
	struct sink *sink = &notes->sink;
	json_calls.open(sink, "body", SHAPE_LIST);
	body_open(notes, "describing");
	struct buf said = {0};
	words_speaker(&notes->words, notes->record, quote);
	words_said(&said, DATES_BOTH, notes->record, quote);
	if (said.len) {
		buf_text(&notes->words, ", ");
		buf_text(&notes->words, said.text);
	}
	if (quote->kind == QUOTE_PARAPHRASE)
		buf_text(&notes->words, ", as reported");
	if (words_status(quote->status))
		buf_format(&notes->words, ", %s", words_status(quote->status));
	if (spot->locator) {
		buf_text(&notes->words, " (");
		words_locator(&notes->words, spot->locator);
		buf_text(&notes->words, ")");
	}
	phrase(notes, "value");
	json_calls.close(sink, SHAPE_MAP);
	const char *remarks[] = {quote->note, spot->note};
	for (size_t n = 0; n < sizeof remarks / sizeof *remarks; n++) {
		if (!remarks[n])
			continue;
		body_open(notes, "commenting");
		json_calls.text(sink, "value", remarks[n]);
		json_calls.close(sink, SHAPE_MAP);
	}
	for (uint32_t n = 0; quote->themes && n < quote->themes->count; n++) {
		body_open(notes, "tagging");
		json_calls.text(sink, "value", record_name(notes->record, quote->themes->at[n]));
		json_calls.close(sink, SHAPE_MAP);
	}
	json_calls.close(sink, SHAPE_LIST);
	buf_free(&said);
}

/* ---- where they stand ---- */

/* The bytes of a cut that the text begins with; 0 where it begins with none. */
static size_t cut_len(const char *text)
{
	static const char *const cuts[] = {"[…]", "[...]", "[. . .]"};
	for (size_t n = 0; n < sizeof cuts / sizeof *cuts; n++)
		if (strncmp(text, cuts[n], strlen(cuts[n])) == 0)
			return strlen(cuts[n]);
	return 0;
}

/* The first cut of the text, and its bytes; where there is none, its end, and 0. */
static const char *cut_find(const char *text, size_t *len)
{
	const char *at = text;
	while ((at = strchr(at, '[')) && !(*len = cut_len(at)))
		at++;
	if (!at)
		*len = 0;
	return at ? at : text + strlen(text);
}

static void source_add(struct notes *notes, struct ref ref)
{
	struct sink *sink = &notes->sink;
	const char *url = notes->record->sources[ref.index].fields[SOURCE_URL];
	json_calls.open(sink, "source", SHAPE_MAP);
	json_calls.text(sink, "id", url ? url : source_name(notes, ref.index));
	json_calls.text(sink, "type", "Text");
	words_source_full(&notes->words, notes->record, ref);
	phrase(notes, "label");
	json_calls.close(sink, SHAPE_MAP);
}

/* Words beside the exact ones touch them, so that there is a space between where writing has one. */
static void beside(struct notes *notes, const char *key, const char *words, bool before)
{
	size_t len = strlen(words), bytes;
	int32_t near = before ? text_last(words, len) : text_decode(words, len, &bytes);
	bool spaced = before ? near != ' ' && !text_is_opening(near)
			     : text_is_word(near) || text_is_opening(near);
	buf_text(&notes->words, spaced && !before ? " " : "");
	buf_text(&notes->words, words);
	buf_text(&notes->words, spaced && before ? " " : "");
	phrase(notes, key);
}

static void target_add(struct notes *notes, const struct spot *spot, const char *text, size_t len)
{
	struct sink *sink = &notes->sink;
	const struct source *source = &notes->record->sources[spot->source.index];
	bool first = text == spot->text, last = !text[len];
	json_calls.open(sink, NULL, SHAPE_MAP);
	json_calls.text(sink, "type", "SpecificResource");
	source_add(notes, spot->source);
	json_calls.open(sink, "selector", SHAPE_MAP);
	json_calls.text(sink, "type", "TextQuoteSelector");
	json_calls.text(sink, "exact", arena_text(&sink->arena, text, len));
	if (first && spot->prefix)
		beside(notes, "prefix", spot->prefix, true);
	if (last && spot->suffix)
		beside(notes, "suffix", spot->suffix, false);
	json_calls.close(sink, SHAPE_MAP);
	if (source->fields[SOURCE_ARCHIVED]) {
		json_calls.open(sink, "state", SHAPE_MAP);
		json_calls.text(sink, "type", "TimeState");
		json_calls.text(sink, "cached", source->fields[SOURCE_ARCHIVED]);
		json_calls.close(sink, SHAPE_MAP);
	}
	if (source->fields[SOURCE_SHA256])
		json_calls.text(sink, "sha256", source->fields[SOURCE_SHA256]);
	json_calls.close(sink, SHAPE_MAP);
}

/* One target for each part of the words between cuts. */
static void targets_add(struct notes *notes, const struct spot *spot)
{
	json_calls.open(&notes->sink, "target", SHAPE_LIST);
	const char *part = spot->text;
	size_t cut;
	do {
		const char *stop = cut_find(part, &cut), *end = stop;
		while (end > part && end[-1] == ' ')
			end--;
		if (end > part)
			target_add(notes, spot, part, (size_t)(end - part));
		part = stop + cut;
		part += strspn(part, " ");
	} while (cut);
	json_calls.close(&notes->sink, SHAPE_LIST);
}

/* ---- the collection ---- */

static void annotation_add(struct notes *notes, const struct quote *quote, const struct spot *spot)
{
	struct sink *sink = &notes->sink;
	json_calls.open(sink, NULL, SHAPE_MAP);
	name_put(notes, "id", "quotation", quote->id, spot->number);
	json_calls.text(sink, "type", "Annotation");
	json_calls.text(sink, "motivation", "describing");
	bodies_add(notes, quote, spot);
	targets_add(notes, spot);
	json_calls.close(sink, SHAPE_MAP);
	sink_flush(sink);
}

/* Returns how many places a quotation has; writes them where `notes` is given. */
static uint32_t places(struct notes *notes, const struct quote *quote)
{
	const struct quote_more *more = quote->more;
	struct spot spot = {.text = quote->text,
		.locator = quote->locator,
		.prefix = more ? more->prefix : NULL,
		.suffix = more ? more->suffix : NULL,
		.source = quote->source};
	uint32_t count = 0;
	if (quote->source.thing == THING_SOURCE && ++count && notes)
		annotation_add(notes, quote, &spot);
	for (uint32_t n = 0; quote->also_in && n < quote->also_in->count; n++) {
		const struct attestation *also = &quote->also_in->at[n];
		spot = (struct spot){.text = also->text ? also->text : quote->text,
			.locator = also->locator,
			.note = also->note,
			.source = also->source,
			.number = n + 1};
		if (also->source.thing == THING_SOURCE && ++count && notes)
			annotation_add(notes, quote, &spot);
	}
	return count;
}

static uint32_t all_places(struct notes *notes, const struct result *result)
{
	uint32_t count = 0;
	struct sequence sequence;
	sequence_begin(&sequence, result);
	for (struct ref ref; !(notes && notes->sink.failed) && sequence_next(&sequence, &ref);)
		if (ref.thing == THING_QUOTE)
			count += places(notes, &result->record->quotes[ref.index]);
	sequence_end(&sequence);
	return count;
}

/* The words of W3C, and one of schema.org for the fingerprint of the text where they were found. */
static void context_add(struct sink *sink)
{
	json_calls.open(sink, "@context", SHAPE_LIST);
	json_calls.text(sink, NULL, "http://www.w3.org/ns/anno.jsonld");
	json_calls.open(sink, NULL, SHAPE_SHORT);
	json_calls.text(sink, "sha256", "https://schema.org/sha256");
	json_calls.close(sink, SHAPE_SHORT);
	json_calls.close(sink, SHAPE_LIST);
}

bool print_webannotation(
	const struct result *result, const struct print_options *options, FILE *file)
{
	struct keep keep;
	struct notes notes = {
		.sink = {.calls = &json_calls, .keep = &keep, .form = options->form, .file = file},
		.record = result->record,
		.names = mem_zero(result->record->counts[THING_SOURCE], sizeof *notes.names)};
	struct sink *sink = &notes.sink;
	uint32_t count = all_places(NULL, result);
	keep_begin(&keep, result);
	json_calls.open(sink, NULL, SHAPE_MAP);
	context_add(sink);
	name_put(&notes, "id", "collection", "", 0);
	json_calls.text(sink, "type", "AnnotationCollection");
	json_calls.text(sink, "label", result->record->title);
	json_calls.number(sink, "total", count);
	if (count) {
		json_calls.open(sink, "first", SHAPE_MAP);
		name_put(&notes, "id", "page", "", 0);
		json_calls.text(sink, "type", "AnnotationPage");
		json_calls.number(sink, "startIndex", 0);
		json_calls.open(sink, "items", SHAPE_LIST);
		all_places(&notes, result);
		json_calls.close(sink, SHAPE_LIST);
		json_calls.close(sink, SHAPE_MAP);
	}
	json_calls.close(sink, SHAPE_MAP);
	buf_char(&sink->out, '\n');
	buf_free(&notes.words);
	arena_free(&notes.kept);
	free(notes.names);
	keep_free(&keep);
	return sink_end(sink);
}
