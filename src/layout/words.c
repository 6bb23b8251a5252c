/* Phrases, put together from the left: each part is added behind the separator that it needs, and
 * what the record does not say leaves no trace of its separator either. Text of the record is taken
 * as it stands; whoever shows a phrase makes it harmless. */
#include "layout/words.h"

#include "model/form.h"

#include <string.h>

/* Adds the separator where something stands before it. */
static void part(struct buf *buf, size_t start, const char *separator)
{
	if (buf->len > start)
		buf_text(buf, separator);
}

void words_figure(struct buf *buf, uint64_t number)
{
	if (number >= 1000) {
		words_figure(buf, number / 1000);
		buf_format(buf, ",%03u", (unsigned)(number % 1000));
	} else {
		buf_format(buf, "%u", (unsigned)number);
	}
}

void words_number(struct buf *buf, uint64_t count, const char *one, const char *many)
{
	words_figure(buf, count);
	buf_char(buf, ' ');
	buf_text(buf, count == 1 ? one : many);
}

void words_counts(struct buf *buf, const struct signs *signs, const struct quote_counts *counts)
{
	uint32_t quotations = counts->of[QUOTE_QUOTATION];
	uint32_t reports = counts->of[QUOTE_PARAPHRASE], views = counts->of[QUOTE_THESIS];
	if (quotations)
		words_number(buf, quotations, "quotation", "quotations");
	else if (!reports && !views)
		buf_text(buf, "no quotations");
	if (quotations && (reports || views))
		buf_format(buf, " %s ", signs->dot);
	if (reports && views)
		words_number(
			buf, (uint64_t)reports + views, "report and view", "reports and views");
	else if (reports)
		words_number(buf, reports, "report", "reports");
	else if (views)
		words_number(buf, views, "view", "views");
}

static struct ref speaker_of(const struct quote *quote)
{
	return quote->speaker.thing == THING_NONE && quote->kind == QUOTE_THESIS ? quote->source
										 : quote->speaker;
}

void words_speaker(struct buf *buf, const struct record *record, const struct quote *quote)
{
	struct ref speaker = speaker_of(quote);
	if (speaker.thing == THING_NONE)
		buf_text(buf, "unattributed");
	else
		words_name(buf, record, speaker);
	if (quote->role) {
		buf_text(buf, ", ");
		buf_text(buf, quote->role);
	}
}

void words_speaker_short(struct buf *buf, const struct record *record, const struct quote *quote)
{
	struct ref speaker = speaker_of(quote);
	buf_text(buf, speaker.thing == THING_NONE ? "unattributed" : record_name(record, speaker));
}

const char *words_status(enum quote_status status)
{
	return status == STATUS_CHECKED ? NULL : form_statuses.at[status];
}

void words_list(struct buf *buf, const struct record *record, const struct refs *refs)
{
	for (uint32_t n = 0; refs && n < refs->count; n++) {
		buf_join(buf, n, refs->count);
		buf_text(buf, record_name(record, refs->at[n]));
	}
}

/* Those at the table: the parties, else the people. */
static void meeting_who(struct buf *buf, const struct record *record, const struct event *event)
{
	if (event->parties) {
		words_list(buf, record, event->parties);
		return;
	}
	for (uint32_t n = 0; event->people && n < event->people->count; n++) {
		buf_join(buf, n, event->people->count);
		buf_text(buf, record_name(record, event->people->at[n].person));
	}
}

void words_meeting(struct buf *buf, const struct record *record, const struct signs *signs,
	const struct event *event)
{
	struct buf people = {0};
	meeting_who(&people, record, event);
	if (event->host) {
		part(&people, 0, "; ");
		buf_text(&people, "host ");
		words_list(&people, record, event->host);
	}
	if (event->mediator) {
		part(&people, 0, "; ");
		buf_text(&people, "mediator ");
		words_list(&people, record, event->mediator);
	}
	if (event->location)
		buf_text(buf, event->location);
	if (event->location && people.len)
		buf_format(buf, " %s ", signs->dot);
	buf_add(buf, people.text, people.len);
	buf_free(&people);
}
