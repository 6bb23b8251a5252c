/* An account first, in the curator's words; then each quotation with its attribution indented below it,
 * never beside it. Every line that names a source ends in its number at the right edge. */
#include "print/text_event.h"

#include "layout/words.h"

#include <string.h>

enum {
	QUOTE_INDENT = 1,       /* behind the hanging mark */
	VIEW_INDENT = 2,        /* behind the sign of a view */
	ATTRIBUTION_INDENT = 4, /* below the words */
	BRIEF_DATE = 17         /* where dates end in one-line rows */
};

static void meeting(struct page *page, const struct event *event)
{
	struct buf *words = page_words(page);
	words_meeting(words, page->record, page->signs, event);
	if (event->more && event->more->duration) {
		if (words->len)
			buf_format(words, " %s ", page->signs->dot);
		buf_text(words, event->more->duration);
	}
	if (words->len)
		page_paragraph(page, ROLE_SOURCE, page_phrase(page), page->text);
}

/* Who was there, and as what: said where the line of the meeting does not say it all. */
static void people(struct page *page, const struct event *event)
{
	const struct participants *people = event->people;
	bool roles = false;
	for (uint32_t n = 0; people && n < people->count; n++)
		roles |= people->at[n].role != NULL;
	if (!people || (!roles && !event->parties))
		return;
	struct buf *words = page_words(page);
	for (uint32_t n = 0; n < people->count; n++) {
		buf_text(words, n ? "; " : "");
		buf_text(words, record_name(page->record, people->at[n].person));
		if (people->at[n].role) {
			buf_text(words, ", ");
			buf_text(words, people->at[n].role);
		}
	}
	page_paragraph(page, ROLE_SOURCE, page_phrase(page), page->text);
}

static void account(struct page *page, const struct event *event)
{
	const struct event_more *more = event->more;
	page_date(page, event->date, event->date_os, more ? more->date_text : NULL);
	page_paragraph(page, ROLE_TITLE, event->title, page->text);
	meeting(page, event);
	people(page, event);
	page_paragraph(page, ROLE_TEXT, event->summary, page->text);
	page_labelled(page, ROLE_TEXT, "Outcome: ", event->outcome, page->text);
	if (event->source)
		page_cite(page, event->source->at, event->source->count, event->locator);
	if (more)
		page_labelled(page, ROLE_NOTE, "Note: ", more->note, page->text);
}

static void words_themselves(struct page *page, const struct quote *quote)
{
	static const enum role roles[QUOTE_KIND_COUNT] = {
		[QUOTE_QUOTATION] = ROLE_QUOTE,
		[QUOTE_PARAPHRASE] = ROLE_REPORT,
		[QUOTE_THESIS] = ROLE_VIEW,
	};
	const struct style style = {.role = (uint8_t)roles[quote->kind]};
	const struct signs *signs = page->signs;
	int left = page->text + QUOTE_INDENT;
	const char *hang = NULL, *after = NULL;
	if (quote->kind == QUOTE_QUOTATION) {
		hang = signs->open;
		after = signs->close;
	} else if (quote->kind == QUOTE_THESIS) {
		left = page->text + VIEW_INDENT;
		buf_format(page_words(page), "%s ", signs->view);
		hang = page_phrase(page);
	}
	rows_wrap(&page->rows, style, quote->text, strlen(quote->text), left, page->right, hang,
		after);
}

static void attribution_words(struct page *page, const struct quote *quote)
{
	struct buf *words = page_words(page);
	words_speaker(words, page->record, quote);
	if (quote->to) {
		buf_text(words, ", to ");
		words_list(words, page->record, quote->to);
	}
	size_t before = words->len;
	buf_text(words, ", ");
	words_said(words, page->record, quote);
	if (words->len == before + 2)
		words->len = before;
	if (quote->kind == QUOTE_PARAPHRASE)
		buf_text(words, ", as reported");
}

static void original(struct page *page, const struct quote_more *more, int left)
{
	struct buf *words = page_words(page);
	if (more->original) {
		buf_text(words, "Original");
		if (more->original_language)
			buf_text(words, " (");
		buf_text(words, more->original_language ? more->original_language : "");
		buf_text(words, more->original_language ? "): " : ": ");
		buf_text(words, page->signs->open);
		buf_text(words, more->original);
		buf_text(words, page->signs->close);
		page_paragraph(page, ROLE_SOURCE, page_phrase(page), left);
	}
	page_labelled(page, ROLE_SOURCE, "Translated by ", more->translator, left);
}

/* Another place in print: the same words, or a variant of them. */
static void also_in(
	struct page *page, const struct quote *quote, const struct attestation *also, int left)
{
	bool marks = quote->kind == QUOTE_QUOTATION;
	struct buf *words = page_words(page);
	buf_text(words, also->text ? "Variant: " : "The same words stand in");
	buf_text(words, also->text && marks ? page->signs->open : "");
	buf_text(words, also->text ? also->text : "");
	buf_text(words, also->text && marks ? page->signs->close : "");
	page_paragraph(page, ROLE_SOURCE, page_phrase(page), left);
	page_cite(page, &also->source, 1, also->locator);
	page_labelled(page, ROLE_NOTE, "Note: ", also->note, left);
}

/* "Answers Sir Edmund Hale, 30 March 1856": for each quotation that this one answers. */
static void answers(struct page *page, const struct quote *quote, int left)
{
	for (uint32_t n = 0; quote->answers && n < quote->answers->count; n++) {
		const struct quote *other = &page->record->quotes[quote->answers->at[n].index];
		struct buf *words = page_words(page);
		buf_text(words, "Answers ");
		words_speaker_short(words, page->record, other);
		buf_text(words, ", ");
		words_said(words, page->record, other);
		page_paragraph(page, ROLE_SOURCE, page_phrase(page), left);
	}
}

static void remarks(struct page *page, const struct quote *quote, int left)
{
	page_labelled(page, ROLE_WARN, "Status: ", words_status(quote->status), left);
	if (quote->published) {
		date_display(quote->published, page_words(page));
		page_labelled(page, ROLE_SOURCE, "Made public ", page_phrase(page), left);
	}
	if (quote->more)
		original(page, quote->more, left);
	answers(page, quote, left);
	for (uint32_t n = 0; quote->also_in && n < quote->also_in->count; n++)
		also_in(page, quote, &quote->also_in->at[n], left);
	page_labelled(page, ROLE_NOTE, "Note: ", quote->note, left);
}

static void quote_whole(struct page *page, const struct quote *quote)
{
	int left = page->text + ATTRIBUTION_INDENT;
	rows_blank(&page->rows);
	words_themselves(page, quote);
	rows_blank(&page->rows);
	attribution_words(page, quote);
	page_paragraph(page, ROLE_SPEAKER, page_phrase(page), left);
	page_cite(page, &quote->source, 1, quote->locator);
	remarks(page, quote, left);
}

/* The stands taken here, each as "Norland on settling for less: ...". */
static void positions(struct page *page, const struct event *event)
{
	const struct record *record = page->record;
	if (event->positions)
		rows_blank(&page->rows);
	for (uint32_t n = 0; event->positions && n < event->positions->count; n++) {
		const struct position *position = &event->positions->at[n];
		struct buf *words = page_words(page);
		buf_text(words, record->themes[position->issue.index].title);
		buf_text(words, ", ");
		buf_text(words, record_name(record, position->party));
		buf_text(words, ": ");
		buf_text(words, position->text);
		page_paragraph(page, ROLE_TEXT, page_phrase(page), page->text);
		if (position->source.thing == THING_SOURCE)
			page_cite(page, &position->source, 1, NULL);
	}
}

void text_event(struct page *page, const struct event *event)
{
	rows_blank(&page->rows);
	page_flush(page);
	account(page, event);
	uint32_t count = result_quote_count(page->result, event);
	for (uint32_t n = 0; n < count; n++)
		quote_whole(page, result_quote(page->result, event, n));
	positions(page, event);
	page_flush(page);
}

void text_event_brief(struct page *page, const struct event *event)
{
	const struct style date = {.role = ROLE_DATE}, mark = {.role = ROLE_MARK},
			   title = {.role = ROLE_TITLE}, count = {.role = ROLE_COUNT_OF};
	struct rows *rows = &page->rows;
	int right = page->paper.width;
	uint32_t quotes = result_quote_count(page->result, event);
	struct buf *words = page_words(page);
	const char *number = NULL;
	if (quotes) {
		words_figure(words, quotes);
		number = page_phrase(page);
		right -= (int)strlen(number) + 2;
	}
	date_display(event->date, words);
	rows_new(rows);
	const char *when = page_phrase(page);
	if (page->text)
		rows_right(rows, BRIEF_DATE, date, when);
	else
		rows_text(rows, date, when);
	rows_to(rows, rows->column + 2);
	rows_text(rows, mark, event->quote_count ? page->signs->words : page->signs->no_words);
	rows_to(rows, rows->column + 1);
	rows_cut(rows, title, event->title, right > rows->column ? right - rows->column : 1);
	if (number)
		rows_right(rows, page->paper.width, count, number);
}

void text_quote_alone(struct page *page, const struct quote *quote)
{
	struct buf *words = page_words(page);
	page->text = 0;
	page->right = page->paper.width;
	words_themselves(page, quote);
	attribution_words(page, quote);
	const char *status = words_status(quote->status);
	if (status)
		buf_format(words, " (%s)", status);
	page_paragraph(page, ROLE_SPEAKER, page_phrase(page), ATTRIBUTION_INDENT);
	words_source_short(words, page->record, quote->source, quote->locator);
	page_paragraph(page, ROLE_SOURCE, page_phrase(page), ATTRIBUTION_INDENT);
}
