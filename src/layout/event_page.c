/* Three columns: the event at 2, the words of quotations at 3 with their opening mark hung at 2,
 * attribution at 5, under the words and never beside them. What somebody reads for comes first: the
 * story and the words; what is to be known of the entry stands below them. */
#include "layout/event_page.h"

#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_quote.h"

#include <string.h>

enum {
	TEXT_LEFT = 2,
	WORDS_LEFT = 3,
	ATTRIBUTION_LEFT = 5,
	LISTED_MOST = 200 /* places in print, people: what nobody reads is counted */
};

static int right_edge(const struct rows *rows)
{
	int right = rows->paper.width - 1;
	return right < WORDS_LEFT + ROWS_MEASURE ? right : WORDS_LEFT + ROWS_MEASURE;
}

/* Adds what has been put together in `text`, wrapped, and empties it. */
static void add_buf(struct rows *rows, enum role role, int left, struct buf *text)
{
	rows_phrase(rows, style_of(role), text, left, right_edge(rows));
}

static void add_text(struct rows *rows, enum role role, int left, const char *text)
{
	rows_paragraph(rows, style_of(role), text, left, right_edge(rows));
}

/* "LABEL: text", where there is a text. */
static void add_labelled(
	struct rows *rows, enum role role, int left, const char *label, const char *text)
{
	if (!text)
		return;
	struct buf line = {0};
	buf_format(&line, "%s: ", label);
	buf_text(&line, text);
	add_buf(rows, role, left, &line);
	buf_free(&line);
}

/* "and 4,800 more places in print", where more is there than was listed. */
static void add_rest(struct rows *rows, uint32_t count)
{
	struct buf line = {0};
	if (count <= LISTED_MOST)
		return;
	buf_text(&line, "and ");
	words_number(&line, count - LISTED_MOST, "more place", "more places");
	buf_text(&line, " in print");
	add_buf(rows, ROLE_SOURCE, ATTRIBUTION_LEFT, &line);
	buf_free(&line);
}

static void add_when_and_where(
	struct rows *rows, const struct record *record, const struct quote *quote)
{
	struct buf line = {0};
	struct buf source = {0};
	words_said(&line, rows->paper.dates, record, quote);
	words_source_below(&source, record, quote, quote_said(record, quote));
	if (line.len && source.len)
		buf_format(&line, " %s ", rows->paper.signs->dot);
	buf_text(&line, buf_string(&source));
	add_buf(rows, ROLE_SOURCE, ATTRIBUTION_LEFT, &line);
	buf_free(&source);
	buf_free(&line);
}

/* "in the original Russian", and where it stands so. */
static void add_originals(
	struct rows *rows, const struct record *record, const struct attestations *originals)
{
	struct buf line = {0};
	for (uint32_t i = 0; originals && i < originals->count && i < LISTED_MOST; i++) {
		const struct attestation *at = &originals->at[i];
		buf_text(&line, "in the original");
		if (at->language) {
			buf_char(&line, ' ');
			words_language(&line, at->language);
		}
		if (at->source.thing != THING_NONE) {
			buf_text(&line, ", ");
			words_source_short(&line, record, at->source, at->locator);
		}
		buf_text(&line, ": ");
		words_marked(&line, rows->paper.signs, at->text);
		add_buf(rows, ROLE_SOURCE, ATTRIBUTION_LEFT, &line);
		if (at->note)
			add_text(rows, ROLE_NOTE, ATTRIBUTION_LEFT + 2, at->note);
	}
	add_rest(rows, originals ? originals->count : 0);
	buf_free(&line);
}

static void add_attestations(
	struct rows *rows, const struct record *record, const struct quote *quote)
{
	const struct signs *signs = rows->paper.signs;
	struct buf line = {0};
	uint32_t count = quote->also_in ? quote->also_in->count : 0;
	for (uint32_t i = 0; i < count && i < LISTED_MOST; i++) {
		const struct attestation *also = &quote->also_in->at[i];
		buf_text(&line, "also in ");
		words_source_short(&line, record, also->source, also->locator);
		if (quote_translated(record, quote, also)) {
			buf_text(&line, ", ");
			words_in_language(&line, also->language);
		}
		if (also->text) {
			buf_text(&line, ": ");
			words_quoted(&line, signs, quote, also->text);
		}
		add_buf(rows, ROLE_SOURCE, ATTRIBUTION_LEFT, &line);
		if (also->note)
			add_text(rows, ROLE_NOTE, ATTRIBUTION_LEFT + 2, also->note);
	}
	add_rest(rows, count);
	buf_free(&line);
}

/* Where else the same utterance stands in the record, in another rendering: "also told in other words
 * below; in Varga, 1881, under The memoirs"; of many the first. */
static void add_renderings(
	struct rows *rows, const struct result *result, const struct quote *quote)
{
	enum { RENDERINGS_MOST = 8 };
	const struct record *record = result->record;
	uint32_t self = record_quote_index(record, quote), at = self;
	bool above = false, below = false;
	struct buf here = {0}, line = {0};
	for (int n = 0; n < RENDERINGS_MOST && (at = result_rendering(result, at)) != self; n++) {
		const struct quote *other = &record->quotes[at];
		if (other->event == quote->event) {
			above |= at < self;
			below |= at > self;
			continue;
		}
		buf_text(&line, "; in ");
		words_source_short(&line, record, other->source, other->locator);
		buf_format(&line, ", under %s", record->events[other->event].title);
	}
	if (above || below || line.len) {
		buf_format(&here, "also told in other words%s%s%s", above ? " above" : "",
			above && below ? " and" : "", below ? " below" : "");
		buf_text(&here, buf_string(&line) + (line.len && !above && !below));
	}
	add_buf(rows, ROLE_SOURCE, ATTRIBUTION_LEFT, &here);
	buf_free(&here);
	buf_free(&line);
}

/* Adds one quotation: its words, then below them who said them, when, where it is printed, and what
 * a reader must know. */
static void add_quote(struct rows *rows, const struct record *record, const struct quote *quote)
{
	struct buf line = {0};
	words_quote(
		rows, quote, &(struct quote_lines){.left = WORDS_LEFT, .right = right_edge(rows)});
	words_speaker(&line, record, quote);
	rows_phrase(rows, words_speaker_style(record, quote->speaker), &line, ATTRIBUTION_LEFT,
		right_edge(rows));
	buf_free(&line);
	add_when_and_where(rows, record, quote);
	const char *status = words_status((enum quote_status)quote->status);
	if (status)
		add_text(rows, ROLE_WARN, ATTRIBUTION_LEFT, status);
	if (quote->note)
		add_text(rows, ROLE_NOTE, ATTRIBUTION_LEFT, quote->note);
	if (quote->more) {
		add_originals(rows, record, quote->more->original);
		add_labelled(rows, ROLE_SOURCE, ATTRIBUTION_LEFT, "translated by",
			quote->more->translator);
	}
	add_attestations(rows, record, quote);
}

/* Date in both calendars, place, who met, for how long. */
static void add_setting(struct rows *rows, const struct record *record, const struct event *event)
{
	const struct signs *signs = rows->paper.signs;
	struct buf line = {0}, meeting = {0};
	words_date(&line, rows->paper.dates, when_of_event(event));
	words_meeting(&meeting, record, signs, event);
	if (meeting.len)
		buf_format(&line, " %s %s", signs->dot, buf_string(&meeting));
	if (event->more && event->more->duration)
		buf_format(&line, " %s %s", signs->dot, event->more->duration);
	add_buf(rows, ROLE_SOURCE, TEXT_LEFT, &line);
	if (event->more && event->more->date_text) {
		buf_text(&line, "dated ");
		words_marked(&line, signs, event->more->date_text);
		buf_text(&line, " in the document");
		add_buf(rows, ROLE_SOURCE, TEXT_LEFT, &line);
	}
	buf_free(&meeting);
	buf_free(&line);
}

/* People at the table with their roles of then, where the meeting does not say it all. */
static void add_people(struct rows *rows, const struct record *record, const struct event *event)
{
	struct buf line = {0};
	bool roles = false;
	uint32_t count = event->people ? event->people->count : 0;
	uint32_t listed = count < LISTED_MOST ? count : LISTED_MOST;
	for (uint32_t i = 0; i < listed; i++)
		roles |= event->people->at[i].role != NULL;
	if (!event->people || (!roles && !event->parties))
		return;
	rows_blank(rows);
	for (uint32_t i = 0; i < listed; i++) {
		const struct participant *one = &event->people->at[i];
		buf_text(&line, i ? "; " : "Present: ");
		buf_text(&line, record_name(record, one->person));
		if (one->role)
			buf_format(&line, ", %s", one->role);
	}
	if (count > listed) {
		buf_text(&line, "; and ");
		words_figure(&line, count - listed);
		buf_text(&line, " more");
	}
	add_buf(rows, ROLE_SOURCE, TEXT_LEFT, &line);
	buf_free(&line);
}

static void add_event_sources(
	struct rows *rows, const struct record *record, const struct event *event)
{
	struct buf line = {0};
	for (uint32_t i = 0; event->source && i < event->source->count; i++) {
		buf_text(&line, i ? "; " : event->source->count > 1 ? "sources: " : "source: ");
		words_source_short(&line, record, event->source->at[i], i ? NULL : event->locator);
	}
	add_buf(rows, ROLE_SOURCE, ATTRIBUTION_LEFT, &line);
	buf_free(&line);
}

static const struct parallel *parallel_of(
	const struct record *record, const struct event *event, uint32_t i)
{
	return &record->parallels[event->parallels->at[i].index];
}

/* The other ends of the likenesses, each once: "The pact, The accord and others". */
static void add_others(struct buf *out, const struct signs *signs, const struct record *record,
	const struct event *event)
{
	enum { NAMED = 3 };
	struct ref self = record_event_ref(record, event), named[NAMED];
	uint32_t count = 0;
	bool more = false;
	for (uint32_t i = 0; i < event->parallels->count && !more; i++) {
		const struct refs *between = parallel_of(record, event, i)->between;
		for (uint32_t n = 0; n < between->count && !more; n++) {
			uint32_t k = 0;
			while (k < count && !ref_same(named[k], between->at[n]))
				k++;
			if (k < count || ref_same(between->at[n], self))
				continue;
			if (count < NAMED)
				named[count++] = between->at[n];
			else
				more = true;
		}
	}
	for (uint32_t k = 0; k < count; k++) {
		buf_text(out, !k ? "" : k + 1 == count && !more ? " and " : ", ");
		words_marked(out, signs, record_name(record, named[k]));
	}
	if (more)
		buf_text(out, " and others");
}

/* Who claims the likenesses, each once: "Russia, OSW and others". */
static void add_claimers(struct buf *out, const struct record *record, const struct event *event)
{
	enum { NAMED = 3 };
	struct ref named[NAMED];
	uint32_t count = 0;
	bool more = false;
	for (uint32_t i = 0; i < event->parallels->count && !more; i++) {
		struct ref by = parallel_of(record, event, i)->claimed_by;
		uint32_t k = 0;
		while (k < count && !ref_same(named[k], by))
			k++;
		more = k == NAMED;
		if (k == count && !more)
			named[count++] = by;
	}
	for (uint32_t k = 0; k < count; k++)
		buf_format(out, "%s%s",
			!k                                ? ""
				: k + 1 == count && !more ? " and "
							  : ", ",
			record_name(record, named[k]));
	buf_text(out, more ? " and others" : "");
}

/* Who likens this event to what: a claim with its owner. Of several the links tell each. */
static void add_parallels(struct rows *rows, const struct record *record, const struct event *event)
{
	struct buf line = {0};
	if (event->parallels && event->parallels->count) {
		buf_text(&line, "compared to ");
		add_others(&line, rows->paper.signs, record, event);
		buf_text(&line, " by ");
		add_claimers(&line, record, event);
	}
	add_buf(rows, ROLE_SOURCE, ATTRIBUTION_LEFT, &line);
	buf_free(&line);
}

/* What is to be known of the entry itself. */
static void add_about(struct rows *rows, const struct record *record, const struct event *event)
{
	const char *note = event->more ? event->more->note : NULL;
	if (!note && !event->parallels && !event->source)
		return;
	add_text(rows, ROLE_COUNT_OF, TEXT_LEFT, "About this entry");
	if (note)
		add_text(rows, ROLE_NOTE, ATTRIBUTION_LEFT, note);
	add_parallels(rows, record, event);
	add_event_sources(rows, record, event);
}

/* Why there are no words. Whether any came later is not told. */
static const char *silence(const struct result *result, const struct event *event)
{
	if (result_quote_count(result_known(result), event))
		return "None of the words on this event are in this selection; \\ shows all.";
	if (result->day != DATE_OPEN_END)
		return "The record holds no words on this event that were known by that day.";
	return "The record holds no words on this event.";
}

/* An event without words says so, and names the next that has some. */
static void add_silence(struct rows *rows, const struct result *result, const struct event *event)
{
	const struct record *record = result->record;
	rows_blank(rows);
	add_text(rows, ROLE_NOTE, TEXT_LEFT, silence(result, event));
	uint32_t next = event->first_quote + event->quote_count;
	if (result->quotes || next >= record->counts[THING_QUOTE])
		return;
	const struct event *speaks = &record->events[record->quotes[next].event];
	struct buf line = {0};
	buf_text(&line, "The next words: ");
	words_date_one(&line, rows->paper.dates, when_of_event(speaks));
	buf_format(&line, ", %s", speaks->title);
	add_buf(rows, ROLE_NOTE, TEXT_LEFT, &line);
	buf_free(&line);
}

/* What is added next is a stop of its own, set apart by an empty row. */
static void part_begin(struct rows *rows, int stop)
{
	rows_stop(rows, -1);
	rows_blank(rows);
	rows_stop(rows, stop);
}

void event_page_add(struct rows *rows, const struct result *result, const struct event *event)
{
	const struct record *record = result->record;
	rows_stop(rows, 0);
	add_text(rows, ROLE_TITLE, TEXT_LEFT, event->title);
	add_setting(rows, record, event);
	if (event->summary) {
		rows_blank(rows);
		add_text(rows, ROLE_TEXT, TEXT_LEFT, event->summary);
	}
	if (event->outcome)
		add_labelled(rows, ROLE_TEXT, TEXT_LEFT, "Outcome", event->outcome);
	add_people(rows, record, event);
	uint32_t count = result_quote_count(result, event);
	if (!count)
		add_silence(rows, result, event);
	for (uint32_t n = 0; n < count; n++) {
		part_begin(rows, (int)n + 1);
		add_quote(rows, record, result_quote(result, event, n));
		add_renderings(rows, result, result_quote(result, event, n));
	}
	part_begin(rows, (int)count + 1);
	add_about(rows, record, event);
	rows_stop(rows, -1);
}
