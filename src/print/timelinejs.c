/* TimelineJS: a slide an event, with its first words as media and the others in the text. What a slide
 * says is what the document says of an event, with sources in short where that has numbers.
 *
 * Its texts are HTML, which go through html_text before they become JSON. Its dates know years, months
 * and days, counted as people count them; what a date says more or less than that stands in its words,
 * and the slide at its first day. What has no day at all is listed on the title slide, since a slide
 * without a date would be dropped. */
#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_quote.h"
#include "print/date_plain.h"
#include "print/event.h"
#include "print/html_text.h"
#include "print/json.h"
#include "print/print.h"

struct story {
	struct sink sink;
	const struct result *result;
	const struct record *record;
	const struct signs *signs;
	const struct event *event; /* of the slide at hand */
	uint32_t quotes;           /* of it so far */
	struct buf html, media, words;
	struct buf *at; /* which of the first two is written */
};

/* ---- texts ---- */

static void tag(struct story *story, const char *html)
{
	buf_text(story->at, html);
}

static void words(struct story *story, const char *text)
{
	html_text(story->sink.form, story->at, text);
}

/* Adds the phrase at hand as HTML, where there is one. */
static void phrase(struct story *story, const char *before, const char *after)
{
	if (story->words.len) {
		tag(story, before);
		words(story, story->words.text);
		tag(story, after);
	}
	buf_clear(&story->words);
}

static void paragraph(struct story *story, const char *text)
{
	if (text)
		buf_text(&story->words, text);
	phrase(story, "<p>", "</p>");
}

/* Puts the HTML out, where there is some. */
static void html_put(struct story *story, const char *key, struct buf *html)
{
	if (html->len)
		json_calls.text(&story->sink, key, html->text);
	buf_clear(html);
}

static void headline(struct story *story, const char *title)
{
	words(story, title);
	html_put(story, "headline", &story->html);
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
	paragraph(story, story->record->subtitle);
	paragraph(story, story->record->description);
	undated_add(story);
	html_put(story, "text", &story->html);
	json_calls.close(sink, SHAPE_MAP);
	json_calls.close(sink, SHAPE_MAP);
}

/* ---- what the document says of an event ---- */

static void slide_event(void *to, const struct event *event)
{
	struct story *story = to;
	story->event = event;
	story->quotes = 0;
}

/* The first words are the media. */
static void slide_quote(void *to, const struct quote *quote, const char *speaker, const char *said,
	const struct citation *citation)
{
	struct story *story = to;
	const char *language = quote_text_language(story->record, quote);
	struct buf source = {0};
	(void)citation;
	story->at = story->quotes++ ? &story->html : &story->media;
	tag(story, "<blockquote dir=\"auto\" lang=\"");
	html_value(story->sink.form, story->at, language ? language : "");
	tag(story, "\">");
	words_quoted(&story->words, story->signs, quote, quote->text);
	phrase(story, "", "");
	words_source_below(
		&source, story->record, quote, said ? quote_said(story->record, quote) : NULL);
	buf_format(&story->words, "%s%s%s%s%s", speaker, said ? ", " : "", said ? said : "",
		source.len ? ". " : "", buf_string(&source));
	phrase(story, "<cite>", "</cite>");
	tag(story, "</blockquote>");
	buf_free(&source);
}

static void slide_quote_end(void *to)
{
	struct story *story = to;
	story->at = &story->html;
}

/* The sources in short, between brackets behind what they are of. */
static void cite(struct story *story, const struct citation *citation, bool behind)
{
	for (uint32_t n = 0; n < citation->count; n++) {
		buf_text(&story->words, n ? "; " : behind ? " (" : "");
		words_source_short(&story->words, story->record, citation->sources[n],
			n ? NULL : citation->locator);
	}
	buf_text(&story->words, behind ? ")" : "");
	phrase(story, "", "");
}

/* "Told in other words above: " of a page is said of none of the slides. */
static void slide_part(void *to, const struct part *part)
{
	struct story *story = to;
	bool other = part->kind == PART_ALSO && part->about.thing == THING_QUOTE;
	const char *label = other            ? "Told in other words: "
		: *part->label || part->text ? part->label
					     : "Source: ";
	const char *text = other ? NULL : part->text;
	tag(story, "<p>");
	words(story, label);
	if (part->language) {
		tag(story, "<span dir=\"auto\" lang=\"");
		html_value(story->sink.form, story->at, part->language);
		tag(story, "\">");
	}
	if (text)
		words(story, text);
	tag(story, part->language ? "</span>" : "");
	if (part->citation)
		cite(story, part->citation, text != NULL || (!other && *part->label));
	tag(story, "</p>");
}

/* Writes the slide. */
static bool slide_put(void *to)
{
	struct story *story = to;
	struct sink *sink = &story->sink;
	const struct event *event = story->event;
	struct buf text = story->html;
	story->html = (struct buf){0};
	json_calls.open(sink, NULL, SHAPE_MAP);
	json_calls.text(sink, "unique_id", event->id);
	dates_add(story, event->date);
	words_date(&story->words, DATES_BOTH, when_of_event(event));
	if (event->more && event->more->date_text) {
		buf_char(&story->words, ' ');
		words_marked(&story->words, story->signs, event->more->date_text);
	}
	phrase(story, "", "");
	html_put(story, "display_date", &story->html);
	json_calls.open(sink, "text", SHAPE_MAP);
	headline(story, event->title);
	html_put(story, "text", &text);
	json_calls.close(sink, SHAPE_MAP);
	if (story->media.len) {
		json_calls.open(sink, "media", SHAPE_MAP);
		html_put(story, "url", &story->media);
		json_calls.close(sink, SHAPE_MAP);
	}
	json_calls.close(sink, SHAPE_MAP);
	sink_flush(sink);
	buf_free(&text);
	return !sink->failed;
}

/* Those that an event asks for. */
static const struct document_writer slides = {
	.event = slide_event,
	.quote = slide_quote,
	.quote_end = slide_quote_end,
	.part = slide_part,
	.flush = slide_put,
};

static void slides_add(struct story *story, const struct print_options *options)
{
	const struct result *result = story->result;
	struct document doc;
	document_begin(&doc, result, options, &slides, story);
	for (uint32_t row = 0; row < result->event_count && !story->sink.failed; row++)
		if (has_place(result_event(result, row)->date))
			event_write(&doc, result_event(result, row));
	document_end(&doc);
}

/* ---- the page ---- */

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
	story.at = &story.html;
	keep_begin(&keep, result);
	json_calls.open(&story.sink, NULL, SHAPE_MAP);
	title_add(&story);
	json_calls.open(&story.sink, "events", SHAPE_LIST);
	slides_add(&story, options);
	json_calls.close(&story.sink, SHAPE_LIST);
	eras_add(&story);
	json_calls.close(&story.sink, SHAPE_MAP);
	buf_char(&story.sink.out, '\n');
	buf_free(&story.html);
	buf_free(&story.media);
	buf_free(&story.words);
	keep_free(&keep);
	return sink_end(&story.sink);
}
