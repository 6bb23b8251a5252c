/* Phrases of whole documents, put together from those that the views have too. */
#include "print/phrases.h"

#include "layout/words.h"

#include <string.h>

void phrase_counts(struct buf *words, const struct signs *signs, const struct result *result)
{
	uint32_t all = result->record->counts[THING_EVENT];
	if (result->event_count != all) {
		words_figure(words, result->event_count);
		buf_text(words, " of ");
	}
	words_number(words, all, "event", "events");
	buf_format(words, " %s ", signs->dot);
	words_counts(words, signs, &result->quote_kinds);
}

static bool has_old_style(const struct result *result)
{
	for (uint32_t row = 0; row < result->event_count; row++)
		if (result_event(result, row)->date_os)
			return true;
	return false;
}

void phrase_asked(struct buf *words, const struct signs *signs, const struct select_options *asked)
{
	if (asked->view)
		buf_format(words, "%s. ", asked->view->title);
	if (asked->as_of) {
		buf_text(words, "As of ");
		date_display(asked->as_of, words);
		buf_text(words, ": only what was public by that day. ");
	}
	if (asked->query)
		buf_format(words, "Only what is selected by %s%s%s. ", signs->open, asked->query,
			signs->close);
	if (asked->view && asked->view->note)
		buf_text(words, asked->view->note);
}

void phrase_marks(struct buf *words, const struct signs *signs, const struct result *result)
{
	const uint32_t *of = result->quote_kinds.of;
	if (of[QUOTE_QUOTATION])
		buf_text(words,
			"Words between quotation marks stand so in the source named after them. ");
	if (of[QUOTE_PARAPHRASE])
		buf_text(words, "Without marks, the source reports them in words of its own. ");
	if (of[QUOTE_THESIS])
		buf_format(words, "Behind %s stands a source’s own view. ", signs->view);
	if (result->record->counts[THING_SOURCE])
		buf_text(words, "Numbers lead to the sources at the end. ");
	buf_text(words,
		has_old_style(result)
			? "Dates are New Style; O.S. is Old Style, the Julian calendar."
			: "Dates are New Style.");
}

void phrase_meeting(struct buf *words, const struct signs *signs, const struct record *record,
	const struct event *event)
{
	size_t start = words->len;
	words_meeting(words, record, signs, event);
	if (!event->more || !event->more->duration)
		return;
	if (words->len > start)
		buf_format(words, " %s ", signs->dot);
	buf_text(words, event->more->duration);
}

void phrase_people(struct buf *words, const struct record *record, const struct event *event)
{
	const struct participants *people = event->people;
	bool roles = false;
	for (uint32_t n = 0; people && n < people->count; n++)
		roles |= people->at[n].role != NULL;
	if (!people || (!roles && !event->parties))
		return;
	for (uint32_t n = 0; n < people->count; n++) {
		buf_text(words, n ? "; " : "");
		buf_text(words, record_name(record, people->at[n].person));
		if (people->at[n].role) {
			buf_text(words, ", ");
			buf_text(words, people->at[n].role);
		}
	}
}

void phrase_position(
	struct buf *words, const struct record *record, const struct position *position)
{
	buf_text(words, record->themes[position->issue.index].title);
	buf_text(words, ", ");
	buf_text(words, record_name(record, position->party));
	buf_text(words, ": ");
	buf_text(words, position->text);
}

void phrase_speaker(struct buf *words, const struct record *record, const struct quote *quote)
{
	words_speaker(words, record, quote);
	if (quote->to) {
		buf_text(words, ", to ");
		words_list(words, record, quote->to);
	}
}

void phrase_said(struct buf *words, const struct record *record, const struct quote *quote)
{
	size_t start = words->len;
	words_said(words, record, quote);
	if (quote->kind == QUOTE_PARAPHRASE)
		buf_text(words, words->len > start ? ", as reported" : "as reported");
}

void phrase_attribution(struct buf *words, const struct record *record, const struct quote *quote)
{
	struct buf said = {0};
	phrase_speaker(words, record, quote);
	phrase_said(&said, record, quote);
	if (said.len) {
		buf_text(words, ", ");
		buf_text(words, said.text);
	}
	buf_free(&said);
}

void phrase_original(struct buf *words, const struct signs *signs, const struct quote_more *more)
{
	if (!more->original)
		return;
	buf_text(words, "Original");
	if (more->original_language) {
		buf_text(words, " (");
		buf_text(words, more->original_language);
		buf_char(words, ')');
	}
	buf_text(words, ": ");
	buf_text(words, signs->open);
	buf_text(words, more->original);
	buf_text(words, signs->close);
}

void phrase_also_in(struct buf *words, const struct signs *signs, const struct quote *quote,
	const struct attestation *also)
{
	bool marks = quote->kind == QUOTE_QUOTATION;
	if (!also->text) {
		buf_text(words, "The same words");
		return;
	}
	buf_text(words, "Variant: ");
	buf_text(words, marks ? signs->open : "");
	buf_text(words, also->text);
	buf_text(words, marks ? signs->close : "");
}

void phrase_answer(struct buf *words, const struct record *record, const struct quote *answered)
{
	struct buf said = {0};
	buf_text(words, "Answers ");
	words_speaker_short(words, record, answered);
	words_said(&said, record, answered);
	if (said.len) {
		buf_text(words, ", ");
		buf_text(words, said.text);
	}
	buf_free(&said);
}

static const char *thing_title(const struct record *record, struct ref ref)
{
	return ref.thing == THING_ERA ? record->eras[ref.index].title
				      : record->events[ref.index].title;
}

void phrase_between(struct buf *words, const struct record *record, const struct parallel *parallel)
{
	const struct refs *between = parallel->between;
	for (uint32_t n = 0; n < between->count; n++) {
		buf_text(words, !n ? "" : n + 1 == between->count ? " and " : ", ");
		buf_text(words, thing_title(record, between->at[n]));
	}
}

void phrase_claimed(struct buf *words, const struct record *record, const struct parallel *parallel)
{
	buf_text(words, "claimed by ");
	words_name(words, record, parallel->claimed_by);
	if (parallel->said) {
		buf_text(words, ", ");
		date_display(parallel->said, words);
	}
}

bool phrase_is_due(const struct result *result, const struct parallel *parallel)
{
	const struct refs *between = parallel->between;
	for (uint32_t n = 0; n < between->count; n++)
		if (between->at[n].thing == THING_EVENT &&
			result_row(result, between->at[n].index) < 0)
			return false;
	return true;
}

void phrase_source(struct buf *words, const struct record *record, struct ref ref)
{
	const char *url = record->sources[ref.index].fields[SOURCE_URL];
	size_t start = words->len;
	words_source_full(words, record, ref);
	char *at = url ? strstr(words->text + start, url) : NULL;
	if (at && at > words->text + start && at[-1] == ' ')
		at[-1] = '\n';
}
