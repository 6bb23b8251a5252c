/* An account first, in the curator's words; then each quotation with its attribution indented below it,
 * never beside it. Every line that names a source ends in its number at the right edge. */
#include "print/text_event.h"

#include "layout/words.h"
#include "print/phrases.h"
#include "query/positions.h"

#include <string.h>

enum {
	QUOTE_INDENT = 1,       /* behind the hanging mark */
	VIEW_INDENT = 2,        /* behind the sign of a view */
	ATTRIBUTION_INDENT = 4, /* below the words */
	REMARK_INDENT = 2,      /* of a remark on another place in print, below that place */
	BRIEF_DATE = 17         /* where dates end in one-line rows */
};

/* A paragraph of the phrase just made, where it says anything. */
static void phrase_paragraph(struct page *page, enum role role, int left)
{
	if (page_words(page)->len)
		page_paragraph(page, role, page_phrase(page), left);
}

static void account(struct page *page, const struct event *event)
{
	const struct event_more *more = event->more;
	page_date(page, event->date, event->date_os, more ? more->date_text : NULL);
	page_paragraph(page, ROLE_TITLE, event->title, page->text);
	phrase_meeting(page_words(page), page->signs, page->record, event);
	phrase_paragraph(page, ROLE_SOURCE, page->text);
	phrase_people(page_words(page), page->record, event);
	phrase_paragraph(page, ROLE_SOURCE, page->text);
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

static void also_in(struct page *page, const struct quote *quote, int left)
{
	for (uint32_t n = 0; quote->also_in && n < quote->also_in->count; n++) {
		const struct attestation *also = &quote->also_in->at[n];
		phrase_also_in(page_words(page), page->signs, quote, also);
		phrase_paragraph(page, ROLE_SOURCE, left);
		page_cite(page, &also->source, 1, also->locator);
		page_paragraph(page, ROLE_NOTE, also->note, left + REMARK_INDENT);
	}
}

/* What the selection hides is not told of either: as of a day nobody could know it. */
static void answers(struct page *page, const struct quote *quote, int left)
{
	for (uint32_t n = 0; quote->answers && n < quote->answers->count; n++) {
		uint32_t answered = quote->answers->at[n].index;
		if (!result_has_quote(page->result, answered))
			continue;
		phrase_answer(page_words(page), page->record, &page->record->quotes[answered]);
		phrase_paragraph(page, ROLE_SOURCE, left);
	}
}

/* What a reader must know of the words, each fact in a line of its own. */
static void remarks(struct page *page, const struct quote *quote, int left)
{
	page_labelled(page, ROLE_WARN, "Status: ", words_status(quote->status), left);
	page_labelled(page, ROLE_NOTE, "Note: ", quote->note, left);
	if (quote->published) {
		date_display(quote->published, page_words(page));
		page_labelled(page, ROLE_SOURCE, "Made public ", page_phrase(page), left);
	}
	if (quote->more) {
		phrase_original(page_words(page), page->signs, quote->more);
		phrase_paragraph(page, ROLE_SOURCE, left);
		page_labelled(page, ROLE_SOURCE, "Translated by ", quote->more->translator, left);
	}
	answers(page, quote, left);
	also_in(page, quote, left);
}

/* On one row where it fits; else the date has a row of its own, for it reads badly in two parts. */
static void attribution(struct page *page, const struct quote *quote, int left)
{
	struct buf *words = page_words(page);
	phrase_attribution(words, page->record, quote);
	if (text_width(page->paper.form, words->text, words->len) <= page->right - left) {
		phrase_paragraph(page, ROLE_SPEAKER, left);
		return;
	}
	buf_clear(words);
	phrase_speaker(words, page->record, quote);
	phrase_paragraph(page, ROLE_SPEAKER, left);
	phrase_said(words, page->record, quote);
	phrase_paragraph(page, ROLE_SOURCE, left);
}

static void quote_whole(struct page *page, const struct quote *quote)
{
	int left = page->text + ATTRIBUTION_INDENT;
	rows_blank(&page->rows);
	words_themselves(page, quote);
	rows_blank(&page->rows);
	attribution(page, quote, left);
	page_cite(page, &quote->source, 1, quote->locator);
	remarks(page, quote, left);
}

static void positions(struct page *page, const struct event *event)
{
	bool any = false;
	for (uint32_t n = 0; event->positions && n < event->positions->count; n++) {
		const struct position *position = &event->positions->at[n];
		if (!positions_is_shown(page->result, position))
			continue;
		if (!any)
			rows_blank(&page->rows);
		any = true;
		phrase_position(page_words(page), page->record, position);
		phrase_paragraph(page, ROLE_TEXT, page->text);
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
	attribution(page, quote, ATTRIBUTION_INDENT);
	page_labelled(page, ROLE_WARN, "Status: ", words_status(quote->status), ATTRIBUTION_INDENT);
	words_source_short(words, page->record, quote->source, quote->locator);
	phrase_paragraph(page, ROLE_SOURCE, ATTRIBUTION_INDENT);
}
