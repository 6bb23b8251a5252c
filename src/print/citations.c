/* Numbers in the order of reading, so that the list at the end begins with what is named first. */
#include "print/citations.h"

#include "layout/words.h"

#include <string.h>

static uint32_t number_of(struct document *doc, uint32_t source)
{
	if (!doc->numbers[source]) {
		doc->named[doc->named_count++] = source;
		doc->numbers[source] = doc->named_count;
	}
	return doc->numbers[source];
}

const struct citation *citation_of(
	struct document *doc, const struct ref *sources, uint32_t count, const char *locator)
{
	struct citation *citation = arena_alloc(&doc->arena, 1, sizeof *citation);
	uint32_t *numbers = arena_alloc(&doc->arena, count, sizeof *numbers);
	struct ref *named = arena_alloc(&doc->arena, count, sizeof *named);
	for (uint32_t n = 0; n < count; n++) {
		numbers[n] = number_of(doc, sources[n].index);
		named[n] = sources[n];
	}
	struct buf words = {0};
	if (locator)
		words_locator(&words, locator);
	*citation = (struct citation){
		locator ? buf_kept(&words, &doc->arena) : NULL, numbers, named, count};
	buf_free(&words);
	return citation;
}

const struct citation *citation_one(
	struct document *doc, const struct ref *source, const char *locator)
{
	return source->thing == THING_SOURCE ? citation_of(doc, source, 1, locator) : NULL;
}

void citation_numbers(struct buf *words, const struct citation *citation)
{
	for (uint32_t n = 0; n < citation->count; n++)
		buf_format(words, "%s%u", n ? ", " : "[", citation->numbers[n]);
	buf_char(words, ']');
}

void citation_name(struct document *doc, struct ref source)
{
	if (source.thing == THING_SOURCE)
		number_of(doc, source.index);
}

/* The source in full, its address behind a line feed. */
static const char *source_words(struct document *doc, struct ref ref)
{
	const char *url = doc->record->sources[ref.index].fields[SOURCE_URL];
	words_source_full(&doc->words, doc->record, ref);
	char *at = url ? strstr(doc->words.text, url) : NULL;
	if (at && at > doc->words.text && at[-1] == ' ')
		at[-1] = '\n';
	return document_phrase(doc);
}

/* By its short name and address; in full where it has none, for then nothing else leads to it. */
static const char *source_words_short(struct document *doc, struct ref ref)
{
	const char *url = doc->record->sources[ref.index].fields[SOURCE_URL];
	if (!url)
		return source_words(doc, ref);
	words_source_short(&doc->words, doc->record, ref, NULL);
	buf_format(&doc->words, ", %s", url);
	return document_phrase(doc);
}

void citations_list(struct document *doc, bool briefly)
{
	uint32_t count = doc->named_count;
	if (count && !doc->failed)
		document_section(doc, SECTION_SOURCES, "Sources");
	for (uint32_t n = 0; n < count && !doc->failed; n++) {
		struct ref ref = record_ref(THING_SOURCE, doc->named[n]);
		const char *const *fields = doc->record->sources[ref.index].fields;
		doc->write->source(doc->to, ref, n + 1, count,
			briefly ? source_words_short(doc, ref) : source_words(doc, ref));
		document_part(doc, PART_PERSPECTIVE, "", fields[SOURCE_PERSPECTIVE]);
		document_part(doc, PART_NOTE, "Note: ", fields[SOURCE_NOTE]);
		document_flush(doc);
	}
}
