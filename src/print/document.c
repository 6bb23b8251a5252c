/* One walk of a result. The phrases of an item are made in an arena that is reset when the item is
 * flushed, so what is held does not grow with what is printed; of the rest only the numbers of
 * sources are remembered. */
#include "print/document.h"

#include "base/bits.h"
#include "base/memory.h"
#include "layout/positions.h"
#include "layout/timeline.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_quote.h"
#include "print/citations.h"
#include "print/keep.h"
#include "print/quotation.h"
#include "query/past.h"

#include <stdlib.h>
#include <string.h>

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

void document_part(
	struct document *doc, enum document_part part, const char *label, const char *text)
{
	if (text)
		doc->write->part(doc->to, part, label, text, NULL);
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

const char *document_scene_name(const struct step *step)
{
	switch (step_kind(step)) {
	case STEP_COMPARE:
		return step->compare->at[0].thing == THING_EVENT ? "Two events side by side"
								 : "Two quotations side by side";
	case STEP_POSITIONS:
		return "Positions: who stood where";
	case STEP_QUIZ:
		return "Quiz: who said it?";
	default:
		return "";
	}
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
			doc->write->section(
				doc->to, SECTION_ASKED, "What the plan asks besides", NULL, NULL);
		any = true;
		buf_text(&doc->words, document_scene_name(step));
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

/* ---- the head ---- */

static const char *counts_words(struct document *doc)
{
	const struct result *result = doc->result;
	uint32_t all = result_known(result)->event_count;
	if (result->event_count != all) {
		words_figure(&doc->words, result->event_count);
		buf_text(&doc->words, " of ");
	}
	words_number(&doc->words, all, "event", "events");
	buf_format(&doc->words, " %s ", doc->signs->dot);
	words_counts(&doc->words, doc->signs, &result->quote_kinds);
	return document_phrase(doc);
}

/* Whether a text ends as a sentence does, also inside quotation marks or brackets. */
static bool is_ended(const char *text)
{
	static const char *const behind[] = {"\"", "'", ")", "]", "”", "’", "»", "“"};
	static const char *const ends[] = {".", "!", "?", "…"};
	size_t len = strlen(text);
	for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
		size_t size = strlen(behind[i]);
		if (len < size || memcmp(text + len - size, behind[i], size) != 0)
			continue;
		len -= size;
		break;
	}
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (len >= strlen(ends[i]) &&
			memcmp(text + len - strlen(ends[i]), ends[i], strlen(ends[i])) == 0)
			return true;
	return false;
}

/* A sentence, with a stop if it has no end. */
static void sentence_add(struct buf *words, const char *text)
{
	buf_format(words, "%s%s ", text, is_ended(text) ? "" : ".");
}

void document_asked(struct buf *words, const struct signs *signs, const struct record *record,
	const struct select_options *asked)
{
	const struct view *view = past_view(record, asked->view);
	if (view)
		sentence_add(words, view->title);
	if (view && view->question)
		sentence_add(words, view->question);
	if (view && view->minutes) {
		words_number(words, (uint64_t)view->minutes, "minute", "minutes");
		buf_text(words, ". ");
	}
	if (asked->as_of) {
		buf_text(words, "As of ");
		date_display(asked->as_of, words);
		buf_text(words, ": only what was public by that day. ");
	}
	if (asked->query)
		buf_format(words, "Only what is selected by %s%s%s. ", signs->open, asked->query,
			signs->close);
	/* Of a lesson it is for the teacher, and on the teacher's page alone. */
	if (view && view->note && !view->question)
		buf_text(words, view->note);
}

static const char *asked_words(struct document *doc)
{
	document_asked(&doc->words, doc->signs, doc->record, doc->asked);
	return document_phrase(doc);
}

static bool has_old_style(const struct result *result)
{
	for (uint32_t row = 0; row < result->event_count; row++)
		if (result_event(result, row)->date_os)
			return true;
	return false;
}

const char *document_marks(struct document *doc)
{
	struct buf *words = &doc->words;
	const uint32_t *of = doc->result->quote_kinds.of;
	if (of[QUOTE_QUOTATION])
		buf_text(words,
			"Words between quotation marks stand so in the source named after them. ");
	if (of[QUOTE_PARAPHRASE])
		buf_text(words, "Without marks, the source reports them in words of its own. ");
	if (of[QUOTE_THESIS])
		buf_format(words, "Behind %s stands a source’s own view. ", doc->signs->view);
	if (doc->record->counts[THING_SOURCE])
		buf_text(words, "Numbers lead to the sources at the end. ");
	buf_text(words,
		has_old_style(doc->result)
			? "Dates are New Style; O.S. is Old Style, the Julian calendar."
			: "Dates are New Style.");
	return document_phrase(doc);
}

static void head(struct document *doc)
{
	struct document_head head = {
		.title = doc->record->title,
		.subtitle = doc->record->subtitle,
		.description = doc->record->description,
	};
	head.counts = counts_words(doc);
	head.asked = asked_words(doc);
	head.marks = document_marks(doc);
	doc->write->head(doc->to, &head);
	document_flush(doc);
}

/* ---- quotations ---- */

/* The words, who said them, and where they are printed, in short. */
static void quote_bare(struct document *doc, const struct quote *quote)
{
	quotation_write_short(doc, quote, false);
}

static void quotes_alone(struct document *doc)
{
	for (uint32_t row = 0; row < doc->result->event_count && !doc->failed; row++) {
		const struct event *event = result_event(doc->result, row);
		uint32_t count = result_quote_count(doc->result, event);
		for (uint32_t n = 0; n < count && !doc->failed; n++) {
			(doc->write->bare ? quote_bare : quotation_write)(
				doc, result_quote(doc->result, event, n));
			document_flush(doc);
		}
	}
}

/* ---- events ---- */

static void section(struct document *doc, enum document_section section, const char *title)
{
	if (!doc->failed)
		doc->write->section(doc->to, section, title, NULL, NULL);
}

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
		doc->write->part(
			doc->to, PART_SUMMARY, "", event->summary, outcome ? NULL : citation);
	if (outcome)
		doc->write->part(doc->to, PART_OUTCOME, "Outcome: ", outcome, citation);
}

void document_event_short(
	struct document *doc, const struct event *event, enum document_telling telling)
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

/* That comes first. */
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
		positions_voice(&doc->words, doc->record, position);
		buf_char(&doc->words, ')');
		doc->write->part(doc->to, PART_POSITION, label, document_phrase(doc),
			citation_of(doc, sources, count, NULL));
	}
}

static void event(struct document *doc, const struct event *event)
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

static void heading(struct document *doc, const struct event *event)
{
	const struct era *era = event->era.thing == THING_ERA ? &doc->record->eras[event->era.index]
							      : NULL;
	doc->write->section(doc->to, SECTION_ERA, timeline_heading(doc->record, event),
		era ? era->date : NULL, era ? era->summary : NULL);
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
		section(doc, SECTION_EVENTS, "Events");
	for (uint32_t row = 0; row < result->event_count && !doc->failed; row++) {
		const struct event *next = result_event(result, row);
		if (last)
			gap(doc, last, next);
		if (!doc->failed && eras && !(last && ref_same(last->era, next->era)))
			heading(doc, next);
		if (!doc->failed)
			event(doc, next);
		last = next;
	}
}

static void events_brief(struct document *doc)
{
	for (uint32_t row = 0; row < doc->result->event_count && !doc->failed; row++) {
		const struct event *event = result_event(doc->result, row);
		doc->write->event_line(doc->to, event, result_quote_count(doc->result, event));
		document_flush(doc);
	}
}

/* ---- what stands behind the events ---- */

/* "The congress and Treaty of Karlsund signed"; "claimed by Count Pavel Orlov, 1856". */
static void parallel(struct document *doc, const struct parallel *parallel)
{
	const struct refs *likened = parallel->between;
	for (uint32_t n = 0; n < likened->count; n++) {
		buf_join(&doc->words, n, likened->count);
		buf_text(&doc->words, record_name(doc->record, likened->at[n]));
	}
	const char *between = document_phrase(doc);
	buf_text(&doc->words, "claimed by ");
	words_name(&doc->words, doc->record, parallel->claimed_by);
	if (parallel->said) {
		buf_text(&doc->words, ", ");
		date_display(parallel->said, &doc->words);
	}
	const char *claimed = document_phrase(doc);
	doc->write->parallel(doc->to, between, parallel->claim, claimed,
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
			section(doc, SECTION_PARALLELS, "Parallels that were drawn");
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
			section(doc, SECTION_PEOPLE, "People");
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
		head(doc);
	if (options->quotes_only) {
		if (!bare)
			section(doc, SECTION_QUOTES, "Quotations");
		quotes_alone(doc);
	} else if (options->brief) {
		if (!bare)
			section(doc, SECTION_EVENTS, "Events");
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
