/* Scenes follow the order of the result. Words of one event that follow each other make one scene, as
 * when it is presented; each other thing is a scene of its own. */
#include "print/plan.h"

#include "base/bits.h"
#include "base/memory.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "print/citations.h"
#include "print/event.h"
#include "print/head.h"
#include "print/quotation.h"
#include "query/compare.h"
#include "query/minutes.h"
#include "query/past.h"
#include "query/positions.h"
#include "query/questions.h"
#include "query/scenes.h"

#include <stdlib.h>

struct plan {
	struct document doc;
	const struct view *view;
	uint8_t *
		listed; /* events of which the order lists quotations: of these none come with it */
	uint8_t *told;  /* events that a scene has told of already */
	uint32_t scenes; /* begun so far */
	struct arena arena;
	const uint32_t *minutes; /* in which each begins (query/minutes.h); NULL */
	bool drawn, asks;        /* whether questions were drawn, and whether there are any */
};

/* ---- the order ---- */

static enum step_kind kind_at(const struct result *result, uint32_t n)
{
	const struct step *step = result->order_steps[n];
	return step ? step_kind(step) : STEP_THING;
}

/* The event that the nth of the order shows words of; UINT32_MAX where it is a page. */
static uint32_t event_at(const struct result *result, uint32_t n)
{
	struct ref ref = result->order[n];
	if (kind_at(result, n) != STEP_THING)
		return UINT32_MAX;
	return ref.thing == THING_QUOTE ? result->record->quotes[ref.index].event : ref.index;
}

static bool begins_scene(const struct result *result, uint32_t n)
{
	return !n || result->order[n].thing != THING_QUOTE ||
		event_at(result, n - 1) != event_at(result, n);
}

static uint32_t scene_count(const struct result *result)
{
	uint32_t count = 0;
	for (uint32_t n = 0; n < result->order_count; n++)
		count += begins_scene(result, n);
	return count;
}

/* ---- scenes ---- */

/* What is asked, and what is for the teacher, below what it is about. */
static void step_words(struct plan *plan, const struct step *step)
{
	struct document *doc = &plan->doc;
	document_part(doc, PART_ASK, "Ask: ", step ? step->ask : NULL);
	document_part(doc, PART_TEACHER, "For you: ", step ? step->note : NULL);
	document_flush(doc);
}

static void scene(struct plan *plan, const char *title)
{
	struct document *doc = &plan->doc;
	buf_format(&doc->words, "%u. %s", (unsigned)++plan->scenes, title);
	document_section(doc, SECTION_SCENE, document_phrase(doc));
}

/* A scene that has no words of its own. */
static void page_scene(struct plan *plan, const struct step *step)
{
	struct document *doc = &plan->doc;
	words_scene(&doc->words, doc->record, step);
	scene(plan, document_phrase(doc));
}

/* An event that the plan names is told of whole; one whose words it shows is their setting, and is told
 * of once. */
static void event_scene(struct plan *plan, uint32_t index, bool named)
{
	const struct event *event = &plan->doc.record->events[index];
	bool told = bit_get(plan->told, index);
	scene(plan, event->title);
	event_write_short(&plan->doc, event,
		named          ? TELLING_WHOLE
			: told ? TELLING_DATE
			       : TELLING_SUMMARY);
	bit_set(plan->told, index);
	document_flush(&plan->doc);
}

static void words(struct plan *plan, struct ref ref, const struct step *step, bool begins)
{
	struct document *doc = &plan->doc;
	const struct result *result = doc->result;
	if (ref.thing == THING_QUOTE) {
		const struct quote *quote = &doc->record->quotes[ref.index];
		if (begins)
			event_scene(plan, quote->event, false);
		if (!doc->failed)
			quotation_write_short(doc, quote, true);
	} else {
		const struct event *event = &doc->record->events[ref.index];
		event_scene(plan, ref.index, true);
		uint32_t count = bit_get(plan->listed, ref.index)
			? 0
			: result_quote_count(result, event);
		for (uint32_t n = 0; n < count && !doc->failed; n++) {
			quotation_write_short(doc, result_quote(result, event, n), true);
			document_flush(doc);
		}
	}
	if (!doc->failed)
		step_words(plan, step);
}

/* The voices of a table are named in it without numbers. */
static void position_source_name(struct plan *plan, const struct position *position)
{
	citation_name(&plan->doc, position_source(plan->doc.record, position));
	citation_name(&plan->doc, position->says);
}

static void positions(struct plan *plan, const struct step *step)
{
	struct document *doc = &plan->doc;
	struct arena arena = {0};
	struct position_table table;
	page_scene(plan, step);
	scenes_positions(&arena, doc->result, step, &table);
	for (uint32_t n = 0; n < table.stand_count; n++)
		if (table.stands[n].selected)
			position_source_name(plan, table.stands[n].position);
	doc->write->positions(doc->to, &table);
	arena_free(&arena);
}

static void cell_source_name(struct plan *plan, const struct compare_cell *cell)
{
	if (cell->position)
		position_source_name(plan, cell->position);
	if (cell->quote)
		citation_name(&plan->doc, cell->quote->source);
}

static void compare(struct plan *plan, const struct step *step)
{
	struct document *doc = &plan->doc;
	struct arena arena = {0};
	struct compare compare;
	page_scene(plan, step);
	if (scenes_compare(&arena, doc->result, step, &compare)) {
		for (uint32_t n = 0; n < compare.count * COMPARE_SIDES; n++)
			cell_source_name(
				plan, &compare.lines[n / COMPARE_SIDES].cells[n % COMPARE_SIDES]);
		doc->write->compare(doc->to, &compare);
	}
	arena_free(&arena);
}

static void quiz(struct plan *plan, const struct step *step)
{
	struct document *doc = &plan->doc;
	page_scene(plan, step);
	if (!plan->drawn) {
		struct arena arena = {0};
		struct questions questions;
		struct lots lots = {0};
		questions_draw(&arena, doc->result, result_known(doc->result), &lots, &questions);
		plan->drawn = true;
		plan->asks = questions.count > 0;
		arena_free(&arena);
	}
	if (plan->asks)
		buf_format(&doc->words,
			"Questions on the words that this plan selects, drawn by lot, up to %d a "
			"round: who said them, when, at which talks, or whose view it is. With "
			"--seed and a number "
			"the same ones are drawn again.",
			QUESTIONS_A_ROUND);
	else
		buf_text(&doc->words, "There are no words here that could be asked about.");
	document_part(doc, PART_SUMMARY, "", document_phrase(doc));
}

static void step_write(struct plan *plan, uint32_t n)
{
	const struct result *result = plan->doc.result;
	const struct step *step = result->order_steps[n];
	switch (kind_at(result, n)) {
	case STEP_THING:
		words(plan, result->order[n], step, begins_scene(result, n));
		return;
	case STEP_POSITIONS:
		positions(plan, step);
		break;
	case STEP_COMPARE:
		compare(plan, step);
		break;
	case STEP_QUIZ:
		quiz(plan, step);
		break;
	}
	step_words(plan, step);
}

/* ---- the page ---- */

/* What scenes show of the record, each once. */
struct shown {
	uint8_t *events, *quotes;
	uint32_t event_count;
	struct quote_counts kinds;
};

static void shown_event(struct shown *shown, uint32_t event)
{
	shown->event_count += !bit_get(shown->events, event);
	bit_set(shown->events, event);
}

static void shown_quote(struct shown *shown, const struct record *record, uint32_t index)
{
	const struct quote *quote = &record->quotes[index];
	shown->kinds.of[quote->kind] += !bit_get(shown->quotes, index);
	bit_set(shown->quotes, index);
	shown_event(shown, quote->event);
}

static void shown_thing(struct shown *shown, const struct plan *plan, struct ref ref, bool words)
{
	const struct record *record = plan->doc.record;
	if (ref.thing == THING_QUOTE) {
		shown_quote(shown, record, ref.index);
		return;
	}
	const struct event *event = &record->events[ref.index];
	shown_event(shown, ref.index);
	for (uint32_t n = 0; words && n < event->quote_count; n++)
		if (result_has_quote(plan->doc.result, event->first_quote + n))
			shown_quote(shown, record, event->first_quote + n);
}

static struct shown shown_collect(const struct plan *plan)
{
	const struct result *result = plan->doc.result;
	const struct record *record = result->record;
	struct shown shown = {
		.events = mem_zero(bits_size(record->counts[THING_EVENT]), 1),
		.quotes = mem_zero(bits_size(record->counts[THING_QUOTE]), 1),
	};
	for (uint32_t n = 0; n < result->order_count; n++) {
		const struct step *step = result->order_steps[n];
		struct ref ref = result->order[n];
		const struct refs *two = step ? step->compare : NULL;
		for (uint32_t k = 0; two && k < two->count; k++)
			shown_thing(&shown, plan, two->at[k], false);
		if (kind_at(result, n) == STEP_THING)
			shown_thing(&shown, plan, ref,
				ref.thing == THING_EVENT && !bit_get(plan->listed, ref.index));
	}
	free(shown.events);
	free(shown.quotes);
	return shown;
}

/* "45 minutes · 6 scenes · 7 questions · 4 events · 5 quotations", events and words
 * as far as scenes show them. */
static const char *counts_words(struct plan *plan)
{
	struct document *doc = &plan->doc;
	const struct result *result = doc->result;
	const char *dot = doc->signs->dot;
	const struct shown shown = shown_collect(plan);
	uint32_t scenes = scene_count(result), asks = 0;
	for (uint32_t n = 0; n < result->order_count; n++) {
		const struct step *step = result->order_steps[n];
		asks += step && step->ask;
	}
	if (plan->view->minutes) {
		words_number(&doc->words, (uint64_t)plan->view->minutes, "minute", "minutes");
		buf_format(&doc->words, " %s ", dot);
	}
	words_number(&doc->words, scenes, "scene", "scenes");
	if (asks) {
		buf_format(&doc->words, " %s ", dot);
		words_number(&doc->words, asks, "question", "questions");
	}
	if (shown.event_count) {
		buf_format(&doc->words, " %s ", dot);
		words_number(&doc->words, shown.event_count, "event", "events");
		buf_format(&doc->words, " %s ", dot);
		words_counts(&doc->words, doc->signs, &shown.kinds);
	}
	return document_phrase(doc);
}

/* As of which day, by what else it was selected, and from what. */
static const char *asked_words(struct plan *plan)
{
	struct document *doc = &plan->doc;
	struct select_options asked = *doc->asked;
	if (!asked.as_of || asked.as_of->latest != doc->result->day)
		asked.as_of = plan->view->as_of ? plan->view->as_of : asked.as_of;
	asked.view = NULL;
	head_asked(&doc->words, doc->signs, doc->record, &asked);
	return document_phrase(doc);
}

static void head(struct plan *plan)
{
	struct document *doc = &plan->doc;
	struct document_head head = {
		.title = plan->view->title,
		.subtitle = plan->view->question,
		.counts = counts_words(plan),
		.asked = asked_words(plan),
	};
	buf_format(&doc->words,
		"A lesson plan from %s%s%s.\nOn the wall: truce --view %s --present%s; there Space "
		"goes on, J to the next scene, ? shows all keys. o shows the event of the words; "
		"one "
		"that names who speaks waits until all of these are shown.",
		doc->signs->open, doc->record->title, doc->signs->close, plan->view->id,
		doc->record->built_in ? "" : " FILE");
	head.description = document_phrase(doc);
	head.marks = head_marks(doc);
	doc->write->head(doc->to, &head);
	document_flush(doc);
}

/* What a scene is called: its event, or what its page is. */
static const char *title_at(struct plan *plan, uint32_t n)
{
	struct document *doc = &plan->doc;
	uint32_t event = event_at(doc->result, n);
	if (event != UINT32_MAX)
		return doc->record->events[event].title;
	words_scene(&doc->words, doc->record, doc->result->order_steps[n]);
	return document_phrase(doc);
}

/* "3. What Ukraine proposes, from minute 5: What is offered? Is a question put off a question
 * settled?" Minutes are those that C-g counts. */
static void outline_line(struct plan *plan, uint32_t from, uint32_t scene)
{
	struct document *doc = &plan->doc;
	const struct result *result = doc->result;
	const char *title = title_at(plan, from), *label;
	bool any = false;
	for (uint32_t n = from; n < result->order_count && (n == from || !begins_scene(result, n));
		n++) {
		const struct step *step = result->order_steps[n];
		if (step && step->ask)
			buf_format(&doc->words, "%s%s", any ? " / " : "", step->ask);
		any = any || (step && step->ask);
	}
	const char *asks = document_phrase(doc);
	buf_format(&doc->words, "%u. %s", (unsigned)scene + 1, title);
	if (plan->minutes)
		buf_format(&doc->words, ", from minute %u", (unsigned)plan->minutes[scene]);
	buf_text(&doc->words, any ? ": " : "");
	label = document_phrase(doc);
	document_part(doc, PART_SUMMARY, any ? label : "", any ? asks : label);
}

/* The lesson on a page: what comes, when, and what is asked; and what the teacher is to know before. */
static void outline(struct plan *plan)
{
	struct document *doc = &plan->doc;
	const struct result *result = doc->result;
	uint32_t scene = 0;
	document_section(doc, SECTION_SCENE, "The lesson on a page");
	document_part(doc, PART_NOTE, "",
		plan->minutes ? "Minutes follow what there is to read aloud, and to answer; C-g on "
				"the wall counts the same."
			      : NULL);
	for (uint32_t n = 0; n < result->order_count && !doc->failed; n++)
		if (begins_scene(result, n)) {
			outline_line(plan, n, scene++);
			document_flush(doc);
		}
	if (!doc->failed)
		document_part(doc, PART_TEACHER, "For you: ", plan->view->note);
	document_flush(doc);
}

/* A lesson ends where it began. */
static void ending(struct plan *plan)
{
	struct document *doc = &plan->doc;
	const struct view *view = plan->view;
	if (!view->question)
		return;
	document_section(doc, SECTION_SCENE, "At the end");
	document_part(doc, PART_ASK, "Ask again: ", view->question);
	document_flush(doc);
}

void plan_write(const struct result *result, const struct print_options *options,
	const struct document_writer *write, void *to)
{
	struct plan plan = {
		.view = past_view(result->record, options->asked.view),
		.listed = mem_zero(bits_size(result->record->counts[THING_EVENT]), 1),
		.told = mem_zero(bits_size(result->record->counts[THING_EVENT]), 1),
	};
	struct document *doc = &plan.doc;
	document_begin(doc, result, options, write, to);
	for (uint32_t n = 0; n < result->order_count; n++)
		if (result->order[n].thing == THING_QUOTE)
			bit_set(plan.listed, event_at(result, n));
	struct scenes scenes;
	scenes_collect(&plan.arena, result, options->asked.view, &scenes);
	plan.minutes = minutes_share(&plan.arena, result, &scenes);
	head(&plan);
	if (doc->result->order_count && !doc->failed)
		outline(&plan);
	for (uint32_t n = 0; n < result->order_count && !doc->failed; n++)
		step_write(&plan, n);
	if (!doc->failed)
		ending(&plan);
	if (!doc->failed)
		citations_list(doc, true);
	document_end(doc);
	arena_free(&plan.arena);
	free(plan.listed);
	free(plan.told);
}
