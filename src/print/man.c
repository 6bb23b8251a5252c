/* The page to read as a manual page: eras are sections, events are subsections, quotations stand indented
 * with their attribution indented below. Only macros of man(7) and three requests, so that groff,
 * mandoc and man -l show the same. */
#include "layout/timeline.h"
#include "layout/words.h"
#include "print/cited.h"
#include "print/phrases.h"
#include "print/print.h"
#include "print/roff.h"
#include "query/positions.h"

#include <string.h>

enum { QUOTE_INDENT = 4, ATTRIBUTION_INDENT = 8 };

struct man {
	const struct result *result;
	const struct print_options *options;
	const struct record *record;
	const struct signs *signs;
	FILE *file;
	bool failed;
	struct cited cited;
	struct buf out, words; /* what is to be written; the phrase at hand */
	bool fresh;            /* a heading stands directly above: a paragraph needs no macro */
};

static void man_flush(struct man *man)
{
	if (!man->failed && man->out.len)
		man->failed = fwrite(man->out.text, 1, man->out.len, man->file) != man->out.len;
	buf_clear(&man->out);
}

static void heading(struct man *man, const char *macro, const char *text)
{
	roff_macro(&man->out, macro, text);
	man->fresh = true;
}

static void paragraph_begin(struct man *man)
{
	if (!man->fresh)
		buf_text(&man->out, ".PP\n");
	man->fresh = false;
}

/* The phrase at hand as a paragraph, or as a line below the one before; it is empty then. */
static void paragraph(struct man *man)
{
	if (man->words.len) {
		paragraph_begin(man);
		roff_text(&man->out, man->words.text);
	}
	buf_clear(&man->words);
}

static void line(struct man *man)
{
	if (man->words.len) {
		buf_text(&man->out, ".br\n");
		roff_text(&man->out, man->words.text);
	}
	buf_clear(&man->words);
}

/* A label and a text, added to the phrase at hand; nothing for NULL. */
static struct man *labelled(struct man *man, const char *label, const char *text)
{
	if (text) {
		buf_text(&man->words, label);
		buf_text(&man->words, text);
	}
	return man;
}

/* " (p. 212) [1]", behind the phrase at hand. */
static void cite(struct man *man, const struct ref *sources, uint32_t count, const char *locator)
{
	struct buf *words = &man->words;
	if (locator) {
		buf_text(words, words->len ? " (" : "(");
		words_locator(words, locator);
		buf_char(words, ')');
	}
	buf_text(words, words->len ? " " : "");
	cited_add(&man->cited, words, sources, count, NULL);
}

/* Pages are dated: by the last day that the record knows of. Years that no reader of the macro
 * takes are left out. */
static void title_line(struct man *man)
{
	struct buf day = {0};
	const struct result *result = man->result;
	for (uint32_t row = result->event_count; row-- > 0 && !day.len;) {
		const struct date *date = result_event(result, row)->date;
		if (date->latest <= DATE_UNKNOWN_START || date->latest >= DATE_UNKNOWN_END)
			continue;
		int64_t year = date_to_civil(date->latest, false).year;
		if (year >= 1 && year <= 9999)
			date_day_text(date->latest, &day);
	}
	buf_text(&man->out, ".\\\" -*- coding: utf-8 -*-\n");
	buf_format(&man->out, ".TH TIMELINE 7 \"%s\" truce ", buf_string(&day));
	roff_argument(&man->out, man->record->title);
	/* Words are the record's: no hyphens that it does not have, no gaps to fill lines. */
	buf_text(&man->out, "\n.nh\n.ad l\n");
	buf_free(&day);
}

static void head(struct man *man)
{
	const struct record *record = man->record;
	title_line(man);
	heading(man, "SH", "NAME");
	buf_text(&man->words, record->title);
	if (record->subtitle) {
		buf_text(&man->words, " – ");
		buf_text(&man->words, record->subtitle);
	}
	paragraph(man);
	heading(man, "SH", "DESCRIPTION");
	if (record->description)
		paragraph(labelled(man, "", record->description));
	phrase_counts(&man->words, man->signs, man->result);
	paragraph(man);
	phrase_asked(&man->words, man->signs, &man->options->asked);
	if (man->words.len)
		paragraph(man);
	phrase_marks(&man->words, man->signs, man->result);
	paragraph(man);
}

static void indented(struct man *man, int columns)
{
	if (!man->fresh)
		buf_text(&man->out, ".PP\n");
	buf_format(&man->out, ".RS %d\n", columns);
	man->fresh = true;
	paragraph(man);
}

static void outdented(struct man *man)
{
	buf_text(&man->out, ".RE\n");
	man->fresh = false;
}

static void quote_words(struct man *man, const struct quote *quote)
{
	const struct signs *signs = man->signs;
	if (quote->kind == QUOTE_QUOTATION)
		buf_text(&man->words, signs->open);
	else if (quote->kind == QUOTE_THESIS)
		buf_format(&man->words, "%s ", signs->view);
	buf_text(&man->words, quote->text);
	if (quote->kind == QUOTE_QUOTATION)
		buf_text(&man->words, signs->close);
	indented(man, QUOTE_INDENT);
	outdented(man);
}

static void also_in(struct man *man, const struct quote *quote)
{
	for (uint32_t n = 0; quote->also_in && n < quote->also_in->count; n++) {
		const struct attestation *also = &quote->also_in->at[n];
		phrase_also_in(&man->words, man->signs, quote, also);
		cite(man, &also->source, 1, also->locator);
		line(man);
		line(labelled(man, "– ", also->note));
	}
}

static void remarks(struct man *man, const struct quote *quote)
{
	line(labelled(man, "Status: ", words_status(quote->status)));
	line(labelled(man, "Note: ", quote->note));
	if (quote->published) {
		buf_text(&man->words, "Made public ");
		date_display(quote->published, &man->words);
		line(man);
	}
	if (quote->more) {
		phrase_original(&man->words, man->signs, quote->more);
		line(man);
		line(labelled(man, "Translated by ", quote->more->translator));
	}
	for (uint32_t n = 0; quote->answers && n < quote->answers->count; n++) {
		uint32_t answered = quote->answers->at[n].index;
		if (!result_has_quote(man->result, answered))
			continue;
		phrase_answer(&man->words, man->record, &man->record->quotes[answered]);
		line(man);
	}
	also_in(man, quote);
}

static void quote(struct man *man, const struct quote *quote)
{
	quote_words(man, quote);
	phrase_attribution(&man->words, man->record, quote);
	cite(man, &quote->source, 1, quote->locator);
	indented(man, ATTRIBUTION_INDENT);
	remarks(man, quote);
	outdented(man);
}

static void event_heading(struct man *man, const struct event *event)
{
	const struct date *date = event->date;
	date_display_both(date->old_style ? NULL : date, event->date_os, &man->words);
	buf_text(&man->words, ": ");
	buf_text(&man->words, event->title);
	heading(man, "SS", man->words.text);
	buf_clear(&man->words);
}

static void account(struct man *man, const struct event *event)
{
	const struct event_more *more = event->more;
	if (more && more->date_text)
		paragraph(labelled(man, "Dated in the document: ", more->date_text));
	phrase_meeting(&man->words, man->signs, man->record, event);
	paragraph(man);
	phrase_people(&man->words, man->record, event);
	paragraph(man);
	labelled(man, "", event->summary);
	if (event->outcome)
		paragraph(man);
	labelled(man, "Outcome: ", event->outcome);
	if (event->source)
		cite(man, event->source->at, event->source->count, event->locator);
	paragraph(man);
	paragraph(labelled(man, "Note: ", more ? more->note : NULL));
}

static void event(struct man *man, const struct event *event)
{
	event_heading(man, event);
	account(man, event);
	uint32_t count = result_quote_count(man->result, event);
	for (uint32_t n = 0; n < count; n++)
		quote(man, result_quote(man->result, event, n));
	for (uint32_t n = 0; event->positions && n < event->positions->count; n++) {
		const struct position *position = &event->positions->at[n];
		if (!positions_is_shown(man->result, position))
			continue;
		phrase_position(&man->words, man->record, position);
		if (position->source.thing == THING_SOURCE)
			cite(man, &position->source, 1, NULL);
		paragraph(man);
	}
}

static void era_heading(struct man *man, const struct event *event)
{
	const struct era *era = event->era.thing == THING_ERA ? &man->record->eras[event->era.index]
							      : NULL;
	buf_text(&man->words, timeline_heading(man->record, event));
	if (era && era->date) {
		buf_text(&man->words, ", ");
		date_display(era->date, &man->words);
	}
	heading(man, "SH", man->words.text);
	buf_clear(&man->words);
	paragraph(labelled(man, "", era ? era->summary : NULL));
}

static void gap(struct man *man, const struct event *from, const struct event *to)
{
	struct buf words = {0};
	if (words_gap(&words, from->date, to->date)) {
		buf_format(&man->words, "%s ", man->signs->gap);
		buf_text(&man->words, words.text);
		paragraph(man);
	}
	buf_free(&words);
}

static void events(struct man *man)
{
	const struct result *result = man->result;
	const struct event *last = NULL;
	if (!man->record->counts[THING_ERA] && result->event_count)
		heading(man, "SH", "EVENTS");
	for (uint32_t row = 0; row < result->event_count && !man->failed; row++) {
		const struct event *next = result_event(result, row);
		bool same = last && last->era.thing == next->era.thing &&
			last->era.index == next->era.index;
		if (last)
			gap(man, last, next);
		if (man->record->counts[THING_ERA] && !same)
			era_heading(man, next);
		event(man, next);
		man_flush(man);
		last = next;
	}
}

static void parallel(struct man *man, const struct parallel *parallel)
{
	phrase_between(&man->words, man->record, parallel);
	heading(man, "SS", man->words.text);
	buf_clear(&man->words);
	paragraph(labelled(man, "", parallel->claim));
	phrase_claimed(&man->words, man->record, parallel);
	if (parallel->source.thing == THING_SOURCE)
		cite(man, &parallel->source, 1, parallel->locator);
	paragraph(man);
	if (parallel->disputed_by) {
		buf_text(&man->words, "disputed by ");
		words_list(&man->words, man->record, parallel->disputed_by);
		line(man);
	}
	line(labelled(man, "Note: ", parallel->note));
	man_flush(man);
}

static void parallels(struct man *man)
{
	bool any = false;
	for (uint32_t n = 0; n < man->record->counts[THING_PARALLEL] && !man->failed; n++) {
		if (!phrase_is_due(man->result, &man->record->parallels[n]))
			continue;
		if (!any)
			heading(man, "SH", "PARALLELS THAT WERE DRAWN");
		any = true;
		parallel(man, &man->record->parallels[n]);
	}
}

static void sources(struct man *man)
{
	if (man->cited.count)
		heading(man, "SH", "SOURCES");
	for (uint32_t n = 0; n < man->cited.count && !man->failed; n++) {
		struct ref ref = cited_source(&man->cited, n);
		const char *const *fields = man->record->sources[ref.index].fields;
		buf_format(&man->out, ".TP\n[%u]\n", n + 1);
		phrase_source(&man->words, man->record, ref);
		roff_text(&man->out, buf_string(&man->words));
		buf_clear(&man->words);
		line(labelled(man, "", fields[SOURCE_PERSPECTIVE]));
		line(labelled(man, "Note: ", fields[SOURCE_NOTE]));
		man_flush(man);
	}
}

/* One line an event. */
static void events_brief(struct man *man)
{
	heading(man, "SH", "EVENTS");
	for (uint32_t row = 0; row < man->result->event_count && !man->failed; row++) {
		const struct event *event = result_event(man->result, row);
		date_display(event->date, &man->words);
		buf_text(&man->words, "  ");
		buf_text(&man->words, event->title);
		if (row)
			line(man);
		else
			paragraph(man);
		man_flush(man);
	}
}

static void quotes_alone(struct man *man)
{
	heading(man, "SH", "QUOTATIONS");
	for (uint32_t row = 0; row < man->result->event_count && !man->failed; row++) {
		const struct event *event = result_event(man->result, row);
		uint32_t count = result_quote_count(man->result, event);
		for (uint32_t n = 0; n < count; n++)
			quote(man, result_quote(man->result, event, n));
		man_flush(man);
	}
}

bool print_man(const struct result *result, const struct print_options *options, FILE *file)
{
	struct man man = {.result = result,
		.record = result->record,
		.options = options,
		.signs = signs_find(options->ascii),
		.file = file};
	cited_begin(&man.cited, result->record);
	head(&man);
	if (options->quotes_only) {
		quotes_alone(&man);
	} else if (options->brief) {
		events_brief(&man);
	} else {
		events(&man);
		parallels(&man);
	}
	sources(&man);
	man_flush(&man);
	bool good = fflush(file) == 0 && !man.failed;
	cited_free(&man.cited);
	buf_free(&man.out);
	buf_free(&man.words);
	return good;
}
