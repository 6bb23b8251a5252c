/* The text format: a page as a chronology on paper has it. A margin of dates, a column of text, a
 * margin of sources, each to be read on its own; words are set off by their hanging mark alone.
 * One pass over the result: the only thing remembered is which source has which number. */
#include "layout/timeline.h"
#include "layout/words.h"
#include "print/page.h"
#include "print/phrases.h"
#include "print/text_event.h"

#include <string.h>

static void head(struct page *page)
{
	const struct style title = {.role = ROLE_TITLE}, text = {.role = ROLE_TEXT},
			   counts = {.role = ROLE_COUNT_OF};
	const struct record *record = page->record;
	struct rows *rows = &page->rows;
	int width = page->paper.width;
	rows_blank(rows);
	rows_wrap(rows, title, record->title, strlen(record->title), 0, width, NULL, NULL);
	if (record->subtitle)
		rows_wrap(rows, text, record->subtitle, strlen(record->subtitle), 0, width, NULL,
			NULL);
	phrase_counts(page_words(page), page->signs, page->result);
	const char *phrase = page_phrase(page);
	rows_wrap(rows, counts, phrase, strlen(phrase), 0, width, NULL, NULL);
	rows_blank(rows);
	phrase_asked(page_words(page), page->signs, &page->options->asked);
	phrase = page_phrase(page);
	if (*phrase) {
		rows_wrap(rows, title, phrase, strlen(phrase), 0, width, NULL, NULL);
		rows_blank(rows);
	}
	if (record->description) {
		rows_wrap(rows, text, record->description, strlen(record->description), 0, width,
			NULL, NULL);
		rows_blank(rows);
	}
	phrase_marks(page_words(page), page->signs, page->result);
	phrase = page_phrase(page);
	rows_wrap(rows, text, phrase, strlen(phrase), 0, width, NULL, NULL);
	page_flush(page);
}

static void era_heading(struct page *page, const struct event *event)
{
	const struct era *era = event->era.thing == THING_ERA
		? &page->record->eras[event->era.index]
		: NULL;
	const char *span = NULL;
	if (era && era->date) {
		date_display(era->date, page_words(page));
		span = page_phrase(page);
	}
	page_heading(page, timeline_heading(page->record, event), span);
	if (era && era->summary) {
		rows_blank(&page->rows);
		page_paragraph(page, ROLE_TEXT, era->summary, page->text);
	}
	page_flush(page);
}

/* The time between two events, in words, when it is long. */
static void gap(struct page *page, const struct event *from, const struct event *to)
{
	const struct style style = {.role = ROLE_GAP};
	struct rows *rows = &page->rows;
	if (!words_gap(page_words(page), from->date, to->date))
		return;
	rows_blank(rows);
	rows_new(rows);
	rows_to(rows, page->text ? PAGE_MARGIN - 1 : 0);
	rows_text(rows, style, page->signs->gap);
	rows_to(rows, page->text ? page->text : 2);
	rows_text(rows, style, page_phrase(page));
	page_flush(page);
}

static bool same_heading(const struct event *a, const struct event *b)
{
	return a->era.thing == b->era.thing && a->era.index == b->era.index;
}

static void events(struct page *page)
{
	const struct result *result = page->result;
	bool headings = page->record->counts[THING_ERA] > 0;
	const struct event *last = NULL;
	for (uint32_t row = 0; row < result->event_count && !page->failed; row++) {
		const struct event *event = result_event(result, row);
		if (last)
			gap(page, last, event);
		if (headings && (!last || !same_heading(last, event)))
			era_heading(page, event);
		text_event(page, event);
		last = event;
	}
}

static void parallel(struct page *page, const struct parallel *parallel)
{
	struct buf *words = page_words(page);
	rows_blank(&page->rows);
	phrase_between(words, page->record, parallel);
	page_paragraph(page, ROLE_TITLE, page_phrase(page), page->text);
	page_paragraph(page, ROLE_REPORT, parallel->claim, page->text + 1);
	phrase_claimed(words, page->record, parallel);
	page_paragraph(page, ROLE_SPEAKER, page_phrase(page), page->text + 4);
	if (parallel->source.thing == THING_SOURCE)
		page_cite(page, &parallel->source, 1, parallel->locator);
	if (parallel->disputed_by) {
		words_list(words, page->record, parallel->disputed_by);
		page_labelled(page, ROLE_WARN, "disputed by ", page_phrase(page), page->text + 4);
	}
	page_labelled(page, ROLE_NOTE, "Note: ", parallel->note, page->text + 4);
	page_flush(page);
}

static void parallels(struct page *page)
{
	const struct record *record = page->record;
	bool any = false;
	for (uint32_t n = 0; n < record->counts[THING_PARALLEL] && !page->failed; n++) {
		if (!phrase_is_due(page->result, &record->parallels[n]))
			continue;
		if (!any)
			page_heading(page, "Parallels that were drawn", NULL);
		any = true;
		parallel(page, &record->parallels[n]);
	}
}

static void sources(struct page *page)
{
	const struct style number = {.role = ROLE_SOURCE};
	if (page->cited.count)
		page_heading(page, "Sources", NULL);
	buf_format(page_words(page), "[%u] ", page->cited.count);
	int left = (int)page_words(page)->len;
	buf_clear(page_words(page));
	for (uint32_t n = 0; n < page->cited.count && !page->failed; n++) {
		struct ref ref = cited_source(&page->cited, n);
		const struct source *source = &page->record->sources[ref.index];
		struct rows *rows = &page->rows;
		rows_blank(rows);
		buf_format(page_words(page), "[%u] ", n + 1);
		const char *hang = page_phrase(page);
		phrase_source(page_words(page), page->record, ref);
		const char *phrase = page_phrase(page);
		rows_wrap(
			rows, number, phrase, strlen(phrase), left, page->paper.width, hang, NULL);
		page_paragraph(page, ROLE_TEXT, source->fields[SOURCE_PERSPECTIVE], left);
		page_labelled(page, ROLE_NOTE, "Note: ", source->fields[SOURCE_NOTE], left);
		page_flush(page);
	}
}

static void page_whole(struct page *page)
{
	head(page);
	events(page);
	parallels(page);
	sources(page);
}

/* Words alone, each with its source in short. */
static void quotes_alone(struct page *page)
{
	const struct result *result = page->result;
	bool any = false;
	for (uint32_t row = 0; row < result->event_count && !page->failed; row++) {
		const struct event *event = result_event(result, row);
		uint32_t count = result_quote_count(result, event);
		for (uint32_t n = 0; n < count; n++) {
			if (any)
				rows_blank(&page->rows);
			any = true;
			text_quote_alone(page, result_quote(result, event, n));
			page_flush(page);
		}
	}
}

static void events_brief(struct page *page)
{
	const struct result *result = page->result;
	for (uint32_t row = 0; row < result->event_count && !page->failed; row++) {
		text_event_brief(page, result_event(result, row));
		page_flush(page);
	}
}

bool print_text(const struct result *result, const struct print_options *options, FILE *file)
{
	struct page page;
	page_begin(&page, result, options, file);
	if (options->quotes_only)
		quotes_alone(&page);
	else if (options->brief)
		events_brief(&page);
	else
		page_whole(&page);
	return page_end(&page);
}
