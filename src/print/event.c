/* Where it was and who met, the curator's account, the questions about it, its words, and who stood
 * where. */
#include "print/event.h"

#include "layout/positions_words.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "print/citations.h"
#include "print/quotation.h"

/* Who was there and as what, where the meeting does not say it all. */
static void people(struct document *doc, const struct event *event)
{
	const struct participants *people = event->people;
	bool roles = false;
	for (uint32_t n = 0; people && n < people->count; n++)
		roles |= people->at[n].role != NULL;
	if (!people || (!roles && !event->parties))
		return;
	for (uint32_t n = 0; n < people->count; n++) {
		const char *role = people->at[n].role;
		buf_format(&doc->words, "%s%s%s%s", n ? "; " : "",
			record_name(doc->record, people->at[n].person), role ? ", " : "",
			role ? role : "");
	}
	document_part(doc, PART_PEOPLE, "", document_phrase(doc));
}

/* What the curator writes of the event, with or without its outcome. Its sources stand behind the
 * last sentence. */
static void account(struct document *doc, const struct event *event, const char *outcome)
{
	const struct refs *sources = event->source;
	const struct citation *citation = sources
		? citation_of(doc, sources->at, sources->count, event->locator)
		: NULL;
	if (event->summary || (citation && !outcome))
		document_part_cited(
			doc, PART_SUMMARY, "", event->summary, outcome ? NULL : citation);
	if (outcome)
		document_part_cited(doc, PART_OUTCOME, "Outcome: ", outcome, citation);
}

/* All but the words and the positions; it comes first. */
static void event_text(struct document *doc, const struct event *event)
{
	const struct event_more *more = event->more;
	words_meeting(&doc->words, doc->record, doc->signs, event);
	if (more && more->duration) {
		if (doc->words.len)
			buf_format(&doc->words, " %s ", doc->signs->dot);
		buf_text(&doc->words, more->duration);
	}
	document_part(doc, PART_MEETING, "", document_phrase(doc));
	people(doc, event);
	account(doc, event, event->outcome);
	document_part(doc, PART_NOTE, "Note: ", more ? more->note : NULL);
}

/* "Settling for less, Norland: Accepts the river line (Ilona Varga says)". */
static void positions(struct document *doc, const struct event *event)
{
	for (uint32_t n = 0; event->positions && n < event->positions->count; n++) {
		const struct position *position = &event->positions->at[n];
		if (!positions_is_shown(doc->result, position))
			continue;
		buf_format(&doc->words, "%s, %s: ", record_name(doc->record, position->issue),
			record_name(doc->record, position->party));
		const char *label = document_phrase(doc);
		struct ref sources[] = {position_source(doc->record, position), position->says};
		uint32_t count = 1 +
			(sources[1].thing == THING_SOURCE && !ref_same(sources[0], sources[1]));
		buf_format(&doc->words, "%s (", position->text);
		positions_voice_below(&doc->words, DATES_BOTH, doc->record, position, event,
			when_of_event(event));
		buf_char(&doc->words, ')');
		const struct part part = {.kind = PART_POSITION,
			.label = label,
			.text = document_phrase(doc),
			.citation = citation_of(doc, sources, count, NULL),
			.about = position->party};
		doc->write->part(doc->to, &part);
	}
}

void event_write(struct document *doc, const struct event *event)
{
	doc->write->event(doc->to, event);
	event_text(doc, event);
	if (doc->event_asks)
		document_asks(doc, doc->event_asks[record_event_index(doc->record, event)]);
	uint32_t count = result_quote_count(doc->result, event);
	for (uint32_t n = 0; n < count; n++)
		quotation_write(doc, result_quote(doc->result, event, n));
	positions(doc, event);
	document_flush(doc);
}

void event_write_short(struct document *doc, const struct event *event, enum event_telling telling)
{
	bool told = telling != TELLING_DATE;
	words_date(&doc->words, DATES_BOTH, when_of_event(event));
	const char *when = document_phrase(doc);
	if (told)
		words_meeting(&doc->words, doc->record, doc->signs, event);
	const char *meeting = document_phrase(doc);
	buf_format(&doc->words, "%s%s%s%s%s", when ? when : "", when && meeting ? " " : "",
		when && meeting ? doc->signs->dot : "", when && meeting ? " " : "",
		meeting ? meeting : "");
	document_part(doc, PART_MEETING, "", document_phrase(doc));
	if (told)
		account(doc, event, telling == TELLING_WHOLE ? event->outcome : NULL);
}
