/* The words first, then everything that belongs to them in the order in which a reader asks for it:
 * how sure it is, what they were in the original, what they answer, where else they stand. */
#include "print/quotation.h"

#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_quote.h"
#include "print/citations.h"

/* "Sir Edmund Hale, second plenipotentiary, to Count Pavel Orlov". */
static const char *speaker_words(struct document *doc, const struct quote *quote)
{
	words_speaker(&doc->words, doc->record, quote);
	if (quote->more && quote->more->to) {
		buf_text(&doc->words, ", to ");
		words_list(&doc->words, doc->record, quote->more->to);
	}
	return document_phrase(doc);
}

/* "30 March 1856, as reported". */
static const char *said_words(struct document *doc, const struct quote *quote)
{
	words_said(&doc->words, DATES_BOTH, doc->record, quote);
	if (quote->kind == QUOTE_PARAPHRASE)
		buf_text(&doc->words, doc->words.len ? ", as reported" : "as reported");
	return document_phrase(doc);
}

/* "Original (Russian): ", and where it stands so. */
static void originals(struct document *doc, const struct attestations *originals)
{
	for (uint32_t n = 0; originals && n < originals->count; n++) {
		const struct attestation *at = &originals->at[n];
		const struct citation *citation = at->source.thing == THING_NONE
			? NULL
			: citation_of(doc, &at->source, 1, at->locator);
		buf_text(&doc->words, "Original");
		if (at->language) {
			buf_text(&doc->words, " (");
			words_language(&doc->words, at->language);
			buf_char(&doc->words, ')');
		}
		buf_text(&doc->words, ": ");
		const char *label = document_phrase(doc);
		words_marked(&doc->words, doc->signs, at->text);
		const struct part part = {.kind = PART_ORIGINAL,
			.label = label,
			.text = document_phrase(doc),
			.citation = citation,
			.language = at->language};
		doc->write->part(doc->to, &part);
		document_part(doc, PART_ALSO_NOTE, "", at->note);
	}
}

/* "Answers Hale, 30 March 1856". What the selection hides is not told of either: as of a day nobody
 * could know it. */
static void answers(struct document *doc, const struct quote *quote)
{
	for (uint32_t n = 0; quote->answers && n < quote->answers->count; n++) {
		uint32_t index = quote->answers->at[n].index;
		if (!result_has_quote(doc->result, index))
			continue;
		const struct quote *answered = &doc->record->quotes[index];
		words_said(&doc->words, DATES_BOTH, doc->record, answered);
		const char *said = document_phrase(doc);
		words_speaker_short(&doc->words, doc->record, answered);
		if (said)
			buf_format(&doc->words, ", %s", said);
		const struct part part = {.kind = PART_ANSWER,
			.label = "Answers ",
			.text = document_phrase(doc),
			.about = quote->answers->at[n]};
		doc->write->part(doc->to, &part);
	}
}

static void also_in(struct document *doc, const struct quote *quote)
{
	for (uint32_t n = 0; quote->also_in && n < quote->also_in->count; n++) {
		const struct attestation *also = &quote->also_in->at[n];
		const struct citation *citation = citation_of(doc, &also->source, 1, also->locator);
		const char *label = also->text ? "Variant: " : "";
		if (quote_translated(doc->record, quote, also)) {
			buf_text(&doc->words, "In ");
			words_language(&doc->words, also->language);
			buf_text(&doc->words, also->text ? ": " : "");
			label = document_phrase(doc);
		}
		if (also->text)
			words_quoted(&doc->words, doc->signs, quote, also->text);
		else if (!*label)
			buf_text(&doc->words, "The same words");
		const struct part part = {.kind = PART_ALSO,
			.label = label,
			.text = document_phrase(doc),
			.citation = citation,
			.language = also->text ? also->language : NULL};
		doc->write->part(doc->to, &part);
		document_part(doc, PART_ALSO_NOTE, "", also->note);
	}
}

enum { RENDERINGS_MOST = 8 };

struct renderings {
	struct ref sources[RENDERINGS_MOST]; /* each once */
	uint32_t count;
	struct ref first; /* of the renderings themselves */
};

static void rendering_add(struct renderings *renderings, const struct record *record, uint32_t at)
{
	struct ref source = record->quotes[at].source;
	uint32_t n = 0;
	if (!renderings->count || at < renderings->first.index)
		renderings->first = record_ref(THING_QUOTE, at);
	while (n < renderings->count && !ref_same(renderings->sources[n], source))
		n++;
	renderings->sources[n] = source;
	renderings->count += n == renderings->count;
}

static void renderings_write(
	struct document *doc, const struct renderings *renderings, const char *text)
{
	const struct part part = {.kind = PART_ALSO,
		.label = "",
		.text = text,
		.citation = citation_of(doc, renderings->sources, renderings->count, NULL),
		.about = renderings->first};
	if (renderings->count)
		doc->write->part(doc->to, &part);
}

/* Where else the same utterance stands on the page, in other renderings: those above in one line,
 * those below in another; of many the first. */
static void renderings(struct document *doc, const struct quote *quote)
{
	struct renderings above = {.count = 0}, below = {.count = 0};
	uint32_t self = record_quote_index(doc->record, quote), at = self;
	for (int n = 0; n < RENDERINGS_MOST && (at = result_rendering(doc->result, at)) != self;
		n++)
		rendering_add(at < self ? &above : &below, doc->record, at);
	renderings_write(doc, &above, "Told in other words above:");
	renderings_write(doc, &below, "Told in other words below:");
}

void quotation_write(struct document *doc, const struct quote *quote)
{
	const struct citation *citation = citation_of(doc, &quote->source, 1, quote->locator);
	const char *speaker = speaker_words(doc, quote), *said = said_words(doc, quote);
	doc->write->quote(doc->to, quote, speaker, said, citation);
	document_part(doc, PART_STATUS, "Status: ", words_status(quote->status));
	document_part(doc, PART_NOTE, "Note: ", quote->note);
	document_part_date(
		doc, PART_PUBLISHED, "Made public ", quote->more ? quote->more->published : NULL);
	if (quote->more) {
		originals(doc, quote->more->original);
		document_part(doc, PART_TRANSLATOR, "Translated by ", quote->more->translator);
	}
	answers(doc, quote);
	also_in(doc, quote);
	renderings(doc, quote);
	if (doc->quote_asks)
		document_asks(doc, doc->quote_asks[record_quote_index(doc->record, quote)]);
	doc->write->quote_end(doc->to);
}

void quotation_write_short(struct document *doc, const struct quote *quote, bool page)
{
	const char *speaker = speaker_words(doc, quote), *said = said_words(doc, quote);
	const struct citation *citation = page ? citation_one(doc, &quote->source, NULL) : NULL;
	words_source_below(
		&doc->words, doc->record, quote, said ? quote_said(doc->record, quote) : NULL);
	const char *source = document_phrase(doc);
	doc->write->quote(doc->to, quote, speaker, said, source ? NULL : citation);
	document_part(doc, PART_STATUS, "Status: ", words_status(quote->status));
	if (source)
		document_part_cited(doc, PART_SOURCE, "", source, citation);
	if (page)
		document_part(doc, PART_NOTE, "Note: ", quote->note);
	doc->write->quote_end(doc->to);
}
