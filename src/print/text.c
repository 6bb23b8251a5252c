/* The text format: a page as a chronology on paper has it. A margin of dates, a column of text, a
 * margin of sources, each to be read on its own; words are set off by their hanging mark alone.
 * One pass over the result: the only thing remembered is which source has which number. */
#include "layout/timeline.h"
#include "layout/words.h"
#include "print/page.h"
#include "print/text_event.h"

#include <string.h>

static void head_counts(struct page *page)
{
	const struct result *result = page->result;
	struct buf *words = page_words(page);
	uint32_t all = page->record->counts[THING_EVENT];
	if (result->event_count != all) {
		words_figure(words, result->event_count);
		buf_text(words, " of ");
	}
	words_number(words, all, "event", "events");
	buf_format(words, " %s ", page->signs->dot);
	words_counts(words, page->signs, &result->quote_kinds);
}

static bool has_old_style(const struct result *result)
{
	for (uint32_t row = 0; row < result->event_count; row++)
		if (result_event(result, row)->date_os)
			return true;
	return false;
}

/* How to read the page: of the marks only what stands on it. */
static void head_marks(struct page *page)
{
	const struct quote_counts *kinds = &page->result->quote_kinds;
	struct buf *words = page_words(page);
	if (kinds->of[QUOTE_QUOTATION])
		buf_text(words,
			"Words between quotation marks stand so in the source named after them. ");
	if (kinds->of[QUOTE_PARAPHRASE])
		buf_text(words, "Without marks, the source reports them in words of its own. ");
	if (kinds->of[QUOTE_THESIS])
		buf_format(words, "After %s stands a source’s own view. ", page->signs->view);
	if (page->record->counts[THING_SOURCE])
		buf_text(words, "Numbers lead to the sources at the end. ");
	buf_text(words,
		has_old_style(page->result)
			? "Dates are New Style; O.S. is Old Style, the Julian calendar."
			: "Dates are New Style.");
}

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
	head_counts(page);
	const char *phrase = page_phrase(page);
	rows_wrap(rows, counts, phrase, strlen(phrase), 0, width, NULL, NULL);
	rows_blank(rows);
	if (record->description) {
		rows_wrap(rows, text, record->description, strlen(record->description), 0, width,
			NULL, NULL);
		rows_blank(rows);
	}
	head_marks(page);
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

/* A likeness is shown when all that it likens is. */
static bool parallel_is_shown(const struct page *page, const struct parallel *parallel)
{
	const struct refs *between = parallel->between;
	for (uint32_t n = 0; n < between->count; n++)
		if (between->at[n].thing == THING_EVENT &&
			result_row(page->result, between->at[n].index) < 0)
			return false;
	return true;
}

static const char *thing_title(const struct record *record, struct ref ref)
{
	return ref.thing == THING_ERA ? record->eras[ref.index].title
				      : record->events[ref.index].title;
}

static void parallel(struct page *page, const struct parallel *parallel)
{
	const struct refs *between = parallel->between;
	struct buf *words = page_words(page);
	rows_blank(&page->rows);
	for (uint32_t n = 0; n < between->count; n++) {
		buf_text(words, !n ? "" : n + 1 == between->count ? " and " : ", ");
		buf_text(words, thing_title(page->record, between->at[n]));
	}
	page_paragraph(page, ROLE_TITLE, page_phrase(page), page->text);
	page_paragraph(page, ROLE_REPORT, parallel->claim, page->text + 1);
	buf_text(words, "claimed by ");
	words_name(words, page->record, parallel->claimed_by);
	if (parallel->said) {
		buf_text(words, ", ");
		date_display(parallel->said, words);
	}
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
		if (!parallel_is_shown(page, &record->parallels[n]))
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
	if (page->named_count)
		page_heading(page, "Sources", NULL);
	int left = page->paper.width - page->right > 3 ? page->paper.width - page->right : 4;
	for (uint32_t n = 0; n < page->named_count && !page->failed; n++) {
		struct ref ref = {.thing = THING_SOURCE, .index = page->named[n] & 0xfffffff};
		const struct source *source = &page->record->sources[ref.index];
		struct rows *rows = &page->rows;
		rows_blank(rows);
		buf_format(page_words(page), "[%u] ", n + 1);
		const char *hang = page_phrase(page);
		words_source_full(page_words(page), page->record, ref);
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
