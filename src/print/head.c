/* A page says what it is of: the title, how much of the record is here, by what that was selected, and
 * how to read the marks that stand on it. */
#include "print/head.h"

#include "layout/words.h"
#include "query/past.h"

#include <string.h>

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

void head_asked(struct buf *words, const struct signs *signs, const struct record *record,
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
	head_asked(&doc->words, doc->signs, doc->record, doc->asked);
	return document_phrase(doc);
}

static bool has_old_style(const struct result *result)
{
	for (uint32_t row = 0; row < result->event_count; row++)
		if (result_event(result, row)->date_os)
			return true;
	return false;
}

const char *head_marks(struct document *doc)
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
		buf_format(words, "%s lead to the sources at the end. ",
			doc->write->leads ? doc->write->leads : "Numbers");
	buf_text(words,
		has_old_style(doc->result)
			? "Dates are New Style; O.S. is Old Style, the Julian calendar."
			: "Dates are New Style.");
	return document_phrase(doc);
}

void head_write(struct document *doc)
{
	struct document_head head = {
		.title = doc->record->title,
		.subtitle = doc->record->subtitle,
		.description = doc->record->description,
	};
	head.counts = counts_words(doc);
	head.asked = asked_words(doc);
	head.marks = head_marks(doc);
	doc->write->head(doc->to, &head);
	document_flush(doc);
}
