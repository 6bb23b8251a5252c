/* TimelineJS: a slide an event, with its first words as media and the others in the text.
 *
 * Its texts are HTML, which go through html_text before they become JSON. Its dates know years, months
 * and days, counted as people count them; what a date says more or less than that stands in its words,
 * and the slide at its first day. What has no day at all is listed on the title slide, since a slide
 * without a date would be dropped. */
#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_quote.h"
#include "print/date_plain.h"
#include "print/html_text.h"
#include "print/json.h"
#include "print/print.h"

struct story {
	struct sink sink;
	const struct result *result;
	const struct record *record;
	const struct signs *signs;
	struct buf html, words;
};

/* ---- texts ---- */

/* Adds the phrase at hand as HTML, where there is one. */
static void phrase(struct story *story, const char *before, const char *after)
{
	if (story->words.len) {
		buf_text(&story->html, before);
		html_text(story->sink.form, &story->html, story->words.text);
		buf_text(&story->html, after);
	}
	buf_clear(&story->words);
}

static void paragraph(struct story *story, const char *label, const char *text)
{
	if (!text)
		return;
	buf_format(&story->words, "%s%s", label, text);
	phrase(story, "<p>", "</p>");
}

/* Puts the HTML at hand out, where there is some. */
static void html_put(struct story *story, const char *key)
{
	if (story->html.len)
		json_calls.text(&story->sink, key, story->html.text);
	buf_clear(&story->html);
}

static void headline(struct story *story, const char *title)
{
	html_text(story->sink.form, &story->html, title);
	html_put(story, "headline");
}

static void quotation(struct story *story, const struct quote *quote)
{
	const char *language = quote_text_language(story->record, quote);
	struct buf said = {0}, source = {0};
	buf_text(&story->html, "<blockquote dir=\"auto\" lang=\"");
	html_value(story->sink.form, &story->html, language ? language : "");
	buf_text(&story->html, "\">");
	words_quoted(&story->words, story->signs, quote, quote->text);
	phrase(story, "", "");
	words_speaker(&story->words, story->record, quote);
	words_said(&said, DATES_BOTH, story->record, quote);
	words_source_below(
		&source, story->record, quote, said.len ? quote_said(story->record, quote) : NULL);
	if (said.len)
		buf_format(&story->words, ", %s", said.text);
	if (quote->kind == QUOTE_PARAPHRASE)
		buf_text(&story->words, ", as reported");
	if (words_status(quote->status))
		buf_format(&story->words, ", %s", words_status(quote->status));
	if (source.len)
		buf_format(&story->words, ". %s", source.text);
	phrase(story, "<cite>", "</cite>");
	buf_text(&story->html, "</blockquote>");
	buf_free(&source);
	buf_free(&said);
}

/* ---- dates ---- */

static void point_add(struct story *story, const char *key, const struct plain_point *point)
{
	json_calls.open(&story->sink, key, SHAPE_SHORT);
	json_calls.number(&story->sink, "year", point->year);
	if (point->month)
		json_calls.number(&story->sink, "month", point->month);
	if (point->day)
		json_calls.number(&story->sink, "day", point->day);
	json_calls.close(&story->sink, SHAPE_SHORT);
}

static void day_add(struct story *story, const char *key, int64_t day)
{
	struct plain_point point = date_plain_day(day);
	point_add(story, key, &point);
}

/* Whether a slide can stand somewhere. */
static bool has_place(const struct date *date)
{
	return date->sort != DATE_NO_SORT &&
		(date_is_day(date->earliest) || date_is_day(date->latest));
}

static void dates_add(struct story *story, const struct date *date)
{
	struct plain_date plain;
	bool begins = date_is_day(date->earliest), ends = date_is_day(date->latest);
	if (date_plain(date, &plain)) {
		point_add(story, "start_date", &plain.from);
		if (plain.interval)
			point_add(story, "end_date", &plain.to);
	} else {
		day_add(story, "start_date", begins ? date->earliest : date->latest);
		if (begins && ends && date->latest > date->earliest)
			day_add(story, "end_date", date->latest);
	}
}

/* ---- slides ---- */

static void undated_add(struct story *story)
{
	for (uint32_t row = 0; row < story->result->event_count; row++) {
		const struct event *event = result_event(story->result, row);
		if (has_place(event->date))
			continue;
		words_date(&story->words, DATES_BOTH, when_of_event(event));
		buf_format(&story->words, ": %s", event->title);
		phrase(story, "<p>", "</p>");
	}
}

static void title_add(struct story *story)
{
	struct sink *sink = &story->sink;
	json_calls.open(sink, "title", SHAPE_MAP);
	json_calls.open(sink, "text", SHAPE_MAP);
	headline(story, story->record->title);
	paragraph(story, "", story->record->subtitle);
	paragraph(story, "", story->record->description);
	undated_add(story);
	html_put(story, "text");
	json_calls.close(sink, SHAPE_MAP);
	json_calls.close(sink, SHAPE_MAP);
}

static void media_add(struct story *story, const struct event *event)
{
	if (!result_quote_count(story->result, event))
		return;
	quotation(story, result_quote(story->result, event, 0));
	json_calls.open(&story->sink, "media", SHAPE_MAP);
	html_put(story, "url");
	json_calls.close(&story->sink, SHAPE_MAP);
}

static void text_add(struct story *story, const struct event *event)
{
	uint32_t count = result_quote_count(story->result, event);
	words_meeting(&story->words, story->record, story->signs, event);
	phrase(story, "<p>", "</p>");
	paragraph(story, "", event->summary);
	paragraph(story, "Outcome: ", event->outcome);
	for (uint32_t n = 1; n < count; n++)
		quotation(story, result_quote(story->result, event, n));
	for (uint32_t n = 0; event->source && n < event->source->count; n++) {
		words_source_short(&story->words, story->record, event->source->at[n],
			n ? NULL : event->locator);
		phrase(story, n ? "; " : "<p>Source: ", "");
	}
	buf_text(&story->html, event->source ? "</p>" : "");
	html_put(story, "text");
}

static void event_add(struct story *story, const struct event *event)
{
	struct sink *sink = &story->sink;
	json_calls.open(sink, NULL, SHAPE_MAP);
	json_calls.text(sink, "unique_id", event->id);
	dates_add(story, event->date);
	words_date(&story->words, DATES_BOTH, when_of_event(event));
	phrase(story, "", "");
	html_put(story, "display_date");
	json_calls.open(sink, "text", SHAPE_MAP);
	headline(story, event->title);
	text_add(story, event);
	json_calls.close(sink, SHAPE_MAP);
	media_add(story, event);
	json_calls.close(sink, SHAPE_MAP);
	sink_flush(sink);
}

/* Of eras those that are kept, and have both ends. */
static void eras_add(struct story *story)
{
	struct sink *sink = &story->sink;
	bool any = false;
	for (uint32_t n = 0; n < story->record->counts[THING_ERA]; n++) {
		const struct era *era = &story->record->eras[n];
		if (!keep_has(sink->keep, record_ref(THING_ERA, n)) || !era->date ||
			!date_is_day(era->date->earliest) || !date_is_day(era->date->latest))
			continue;
		if (!any)
			json_calls.open(sink, "eras", SHAPE_LIST);
		any = true;
		json_calls.open(sink, NULL, SHAPE_MAP);
		day_add(story, "start_date", era->date->earliest);
		day_add(story, "end_date", era->date->latest);
		json_calls.open(sink, "text", SHAPE_MAP);
		headline(story, era->title);
		json_calls.close(sink, SHAPE_MAP);
		json_calls.close(sink, SHAPE_MAP);
	}
	if (any)
		json_calls.close(sink, SHAPE_LIST);
}

bool print_timelinejs(const struct result *result, const struct print_options *options, FILE *file)
{
	struct keep keep;
	struct story story = {
		.sink = {.calls = &json_calls, .keep = &keep, .form = options->form, .file = file},
		.result = result,
		.record = result->record,
		.signs = signs_find(options->ascii)};
	keep_begin(&keep, result);
	json_calls.open(&story.sink, NULL, SHAPE_MAP);
	title_add(&story);
	json_calls.open(&story.sink, "events", SHAPE_LIST);
	for (uint32_t row = 0; row < result->event_count && !story.sink.failed; row++)
		if (has_place(result_event(result, row)->date))
			event_add(&story, result_event(result, row));
	json_calls.close(&story.sink, SHAPE_LIST);
	eras_add(&story);
	json_calls.close(&story.sink, SHAPE_MAP);
	buf_char(&story.sink.out, '\n');
	buf_free(&story.html);
	buf_free(&story.words);
	keep_free(&keep);
	return sink_end(&story.sink);
}
