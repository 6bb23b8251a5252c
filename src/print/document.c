/* One walk of a result. The phrases of an item are made in an arena that is reset when the item is
 * flushed, so what is held does not grow with what is printed; of the rest only the numbers of
 * sources are remembered. */
#include "print/document.h"

#include "base/bits.h"
#include "base/memory.h"
#include "layout/timeline.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_quote.h"
#include "print/citations.h"
#include "print/event.h"
#include "print/head.h"
#include "print/keep.h"
#include "print/quotation.h"
#include "query/sequence.h"

#include <stdlib.h>

void document_flush(struct document *doc)
{
	doc->failed = !doc->write->flush(doc->to);
	arena_reset(&doc->arena);
}

const char *document_phrase(struct document *doc)
{
	const char *kept = doc->words.len ? buf_kept(&doc->words, &doc->arena) : NULL;
	buf_clear(&doc->words);
	return kept;
}

void document_section(struct document *doc, enum document_section section, const char *title)
{
	const struct heading heading = {section, title, NULL, NULL, {THING_NONE, 0}};
	if (!doc->failed)
		doc->write->section(doc->to, &heading);
}

void document_part(
	struct document *doc, enum document_part part, const char *label, const char *text)
{
	if (text)
		document_part_cited(doc, part, label, text, NULL);
}

void document_part_cited(struct document *doc, enum document_part part, const char *label,
	const char *text, const struct citation *citation)
{
	const struct part all = {part, label, text, citation, NULL, {THING_NONE, 0}};
	doc->write->part(doc->to, &all);
}

void document_part_date(
	struct document *doc, enum document_part which, const char *label, const struct date *date)
{
	if (date)
		date_display(date, &doc->words);
	document_part(doc, which, label, document_phrase(doc));
}

/* ---- what a view asks ---- */

/* From the last step to the first, so that each thing leads to its first one. */
static void asks_find(struct document *doc)
{
	const struct result *result = doc->result;
	for (uint32_t n = result->order_count; n-- > 0;) {
		const struct step *step = result->order_steps[n];
		if (!step || !step->ask || step_kind(step) != STEP_THING)
			continue;
		if (!doc->next_asks) {
			doc->event_asks = mem_zero(
				doc->record->counts[THING_EVENT], sizeof *doc->event_asks);
			doc->quote_asks = mem_zero(
				doc->record->counts[THING_QUOTE], sizeof *doc->quote_asks);
			doc->next_asks = mem_zero(result->order_count, sizeof *doc->next_asks);
		}
		uint32_t *first = step->thing.thing == THING_EVENT
			? &doc->event_asks[step->thing.index]
			: &doc->quote_asks[step->thing.index];
		doc->next_asks[n] = *first;
		*first = n + 1;
	}
}

void document_asks(struct document *doc, uint32_t first)
{
	for (; first; first = doc->next_asks[first - 1])
		document_part(doc, PART_ASK, "Ask: ", doc->result->order_steps[first - 1]->ask);
}

/* Of scenes that are no words of the page. */
static void asks_besides(struct document *doc)
{
	bool any = false;
	for (uint32_t n = 0; n < doc->result->order_count && !doc->failed; n++) {
		const struct step *step = doc->result->order_steps[n];
		if (!step || !step->ask || step_kind(step) == STEP_THING)
			continue;
		if (!any)
			document_section(doc, SECTION_ASKED, "What the plan asks besides");
		any = true;
		words_scene(&doc->words, doc->record, step);
		for (uint32_t k = 0; step->compare && k < step->compare->count; k++) {
			struct ref ref = step->compare->at[k];
			buf_text(&doc->words, k ? " and " : ", ");
			if (ref.thing == THING_EVENT)
				buf_text(&doc->words, record_name(doc->record, ref));
			else
				words_speaker_short(
					&doc->words, doc->record, &doc->record->quotes[ref.index]);
		}
		buf_text(&doc->words, ". Ask: ");
		document_part(doc, PART_ASK, document_phrase(doc), step->ask);
		document_flush(doc);
	}
}

/* ---- quotations ---- */

/* The words, who said them, and where they are printed, in short. */
static void quote_bare(struct document *doc, const struct quote *quote)
{
	quotation_write_short(doc, quote, false);
}

static void quotes_alone(struct document *doc)
{
	struct sequence sequence;
	sequence_begin(&sequence, doc->result);
	for (struct ref ref; !doc->failed && sequence_next(&sequence, &ref);) {
		if (ref.thing != THING_QUOTE)
			continue;
		(doc->write->bare ? quote_bare : quotation_write)(
			doc, &doc->record->quotes[ref.index]);
		document_flush(doc);
	}
	sequence_end(&sequence);
}

/* ---- events ---- */

static void heading(struct document *doc, const struct event *event)
{
	const struct era *era = event->era.thing == THING_ERA ? &doc->record->eras[event->era.index]
							      : NULL;
	const struct heading heading = {SECTION_ERA, timeline_heading(doc->record, event),
		era ? era->date : NULL, era ? era->summary : NULL, event->era};
	doc->write->section(doc->to, &heading);
	document_flush(doc);
}

static void gap(struct document *doc, const struct event *from, const struct event *to)
{
	if (!words_gap(&doc->words, from->date, to->date))
		return;
	doc->write->gap(doc->to, document_phrase(doc));
	document_flush(doc);
}

static void events(struct document *doc)
{
	const struct result *result = doc->result;
	bool eras = doc->record->counts[THING_ERA] > 0;
	const struct event *last = NULL;
	if (!eras && result->event_count)
		document_section(doc, SECTION_EVENTS, "Events");
	for (uint32_t row = 0; row < result->event_count && !doc->failed; row++) {
		const struct event *next = result_event(result, row);
		if (last)
			gap(doc, last, next);
		if (!doc->failed && eras && !(last && ref_same(last->era, next->era)))
			heading(doc, next);
		if (!doc->failed)
			event_write(doc, next);
		last = next;
	}
}

static void events_brief(struct document *doc)
{
	struct sequence sequence;
	sequence_begin(&sequence, doc->result);
	for (struct ref ref; !doc->failed && sequence_next(&sequence, &ref);) {
		if (ref.thing != THING_EVENT)
			continue;
		const struct event *event = &doc->record->events[ref.index];
		doc->write->event_line(doc->to, event, result_quote_count(doc->result, event));
		document_flush(doc);
	}
	sequence_end(&sequence);
}

/* ---- what stands behind the events ---- */

/* "The congress and Treaty of Karlsund signed"; "claimed by Count Pavel Orlov, 1856", or of
 * ours "a likeness found by the editor". */
static void parallel(struct document *doc, const struct parallel *parallel)
{
	const struct refs *likened = parallel->between;
	for (uint32_t n = 0; n < likened->count; n++) {
		buf_join(&doc->words, n, likened->count);
		buf_text(&doc->words, record_name(doc->record, likened->at[n]));
	}
	const char *between = document_phrase(doc);
	bool found = parallel->claimed_by.thing ==
		THING_EDITOR; /* who lays plain facts side by side */
	buf_text(&doc->words, found ? "a likeness found by " : "claimed by ");
	words_name(&doc->words, doc->record, parallel->claimed_by);
	if (parallel->said) {
		buf_text(&doc->words, ", ");
		date_display(parallel->said, &doc->words);
	}
	const char *claimed = document_phrase(doc);
	doc->write->parallel(doc->to, parallel, between, claimed,
		citation_one(doc, &parallel->source, parallel->locator));
	if (parallel->disputed_by)
		words_list(&doc->words, doc->record, parallel->disputed_by);
	document_part(doc, PART_DISPUTE, "disputed by ", document_phrase(doc));
	document_part(doc, PART_NOTE, "Note: ", parallel->note);
	document_flush(doc);
}

static void parallels(struct document *doc)
{
	const struct record *record = doc->record;
	bool any = false;
	uint8_t *eras = mem_zero(bits_size(record->counts[THING_ERA]), 1);
	result_eras(doc->result, eras);
	for (uint32_t n = 0; n < record->counts[THING_PARALLEL] && !doc->failed; n++) {
		if (!result_likens(doc->result, eras, &record->parallels[n]))
			continue;
		if (!any)
			document_section(doc, SECTION_PARALLELS, "Parallels that were drawn");
		any = true;
		parallel(doc, &record->parallels[n]);
	}
	free(eras);
}

/* "Count Pavel Orlov, 1797–1868". */
static const char *person_words(struct document *doc, const struct person *person)
{
	struct buf life = {0};
	words_life(&life, person);
	buf_format(&doc->words, "%s%s%s", person->name, life.len ? ", " : "", buf_string(&life));
	buf_free(&life);
	return document_phrase(doc);
}

/* Those of whom it is said who they are, as far as what is selected names them. */
static void people_known(struct document *doc)
{
	const struct record *record = doc->record;
	struct keep keep;
	uint32_t n = 0;
	bool any = false;
	while (n < record->counts[THING_PERSON] && !record->people[n].about)
		n++;
	if (n == record->counts[THING_PERSON])
		return;
	keep_begin(&keep, doc->result);
	for (; n < record->counts[THING_PERSON] && !doc->failed; n++) {
		const struct person *person = &record->people[n];
		if (!person->about || !keep_has(&keep, record_ref(THING_PERSON, n)))
			continue;
		if (!any)
			document_section(doc, SECTION_PEOPLE, "People");
		any = true;
		doc->write->person(doc->to, person_words(doc, person), person->about);
		document_flush(doc);
	}
	keep_free(&keep);
}

/* ---- the whole ---- */

static void walk(struct document *doc, const struct print_options *options)
{
	bool bare = doc->write->bare && (options->brief || options->quotes_only);
	if (!bare)
		head_write(doc);
	if (options->quotes_only) {
		if (!bare)
			document_section(doc, SECTION_QUOTES, "Quotations");
		quotes_alone(doc);
	} else if (options->brief) {
		if (!bare)
			document_section(doc, SECTION_EVENTS, "Events");
		events_brief(doc);
	} else {
		events(doc);
		asks_besides(doc);
		parallels(doc);
		people_known(doc);
	}
	if (!bare)
		citations_list(doc, false);
}

void document_begin(struct document *doc, const struct result *result,
	const struct print_options *options, const struct document_writer *write, void *to)
{
	uint32_t sources = result->record->counts[THING_SOURCE];
	*doc = (struct document){
		.write = write,
		.to = to,
		.result = result,
		.record = result->record,
		.asked = &options->asked,
		.signs = signs_find(options->ascii),
		.numbers = mem_zero(sources, sizeof *doc->numbers),
		.named = mem_zero(sources, sizeof *doc->named),
	};
}

void document_end(struct document *doc)
{
	free(doc->numbers);
	free(doc->named);
	free(doc->event_asks);
	free(doc->quote_asks);
	free(doc->next_asks);
	buf_free(&doc->words);
	arena_free(&doc->arena);
}

void document_write(const struct result *result, const struct print_options *options,
	const struct document_writer *write, void *to)
{
	struct document doc;
	document_begin(&doc, result, options, write, to);
	asks_find(&doc);
	walk(&doc, options);
	document_end(&doc);
}
