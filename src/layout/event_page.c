/* Three columns: the event at 2, the words of quotations at 3 with their opening mark hung at 2,
 * attribution at 5, under the words and never beside them. What somebody reads for comes first: the
 * story and the words; what is to be known of the entry stands below them, but for what an event is compared
 * to that is in the record for that. */
#include "layout/event_page.h"

#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_names.h"
#include "layout/words_quote.h"
#include "query/links.h"
#include "query/waits.h"

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

/* Adds what leads to words, and these, which stand from a byte on, in the language of a tag. */
static void add_words(struct rows *rows, struct buf *buf, size_t from, const char *tag)
{
	const struct tongue words = {from, buf->len, words_language_number(tag)};
	rows_phrase_in(rows, style_of(ROLE_SOURCE), buf, ATTRIBUTION_LEFT, right_edge(rows), words);
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
		size_t from = line.len;
		words_marked(&line, rows->paper.signs, at->text);
		add_words(rows, &line, from, at->language);
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
		buf_text(&line, also->text ? ": " : "");
		size_t from = line.len;
		if (also->text)
			words_quoted(&line, signs, quote, also->text);
		add_words(rows, &line, from, words_quote_language(quote, also));
		if (also->note)
			add_text(rows, ROLE_NOTE, ATTRIBUTION_LEFT + 2, also->note);
	}
	add_rest(rows, count);
	buf_free(&line);
}

/* Where else the same utterance stands in the record, in another rendering: "also told in other words
 * below; in Varga, 1881, under The memoirs"; of many the first. */
static void tell_renderings(
	struct buf *out, const struct result *result, const struct quote *quote, const char *how)
{
	enum { RENDERINGS_MOST = 8 };
	const struct record *record = result->record;
	uint32_t self = record_quote_index(record, quote), at = self;
	bool above = false, below = false;
	struct buf line = {0};
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
		buf_format(out, "%s%s%s%s", how, above ? " above" : "",
			above && below ? " and" : "", below ? " below" : "");
		buf_text(out, buf_string(&line) + (line.len && !above && !below));
	}
	buf_free(&line);
}

/* Adds who answers behind `lead`, in what a line has beside so many columns; in a line of their own as many
 * as have room there. */
static void tell_answerers(struct buf *out, const struct rows *rows, const struct record *record,
	const struct answerers *who, const char *lead, int beside)
{
	enum { LEAST = 16 };
	int line = right_edge(rows) - ATTRIBUTION_LEFT - text_width(NULL, lead, strlen(lead));
	buf_text(out, lead);
	words_names(out, rows->paper.form, record, who->at, who->count, who->more,
		line - beside < LEAST ? line : line - beside);
}

/* Where else an utterance is told, with fewer words if that leaves room for who answers there in its line. */
static void tell_shortly(struct buf *out, const struct rows *rows, const struct result *result,
	const struct quote *quote, bool answered)
{
	enum { NAMES = 40 };
	int room = right_edge(rows) - ATTRIBUTION_LEFT - NAMES;
	struct buf brief = {0};
	tell_renderings(out, result, quote, "also told in other words");
	tell_renderings(&brief, result, quote, "also told");
	if (answered && text_width(rows->paper.form, buf_string(out), out->len) > room &&
		text_width(rows->paper.form, buf_string(&brief), brief.len) <= room) {
		buf_clear(out);
		buf_text(out, buf_string(&brief));
	}
	buf_free(&brief);
}

/* How it goes on in the record: "answered by Hale and 3 more · also told in other words below"; where its
 * other telling is answered, "also told in other words above · answered there by Hale and 3 more". */
static void add_told_on(struct rows *rows, const struct result *result, struct threads *threads,
	const struct quote *quote)
{
	const struct record *record = result->record;
	uint32_t self = record_quote_index(record, quote);
	struct answerers here, there;
	struct buf line = {0}, told = {0}, lead = {0};
	bool answered = links_answerers(threads, result, self, false, &here);
	bool elsewhere = links_answerers(threads, result, self, true, &there);
	tell_shortly(&told, rows, result, quote, elsewhere);
	int width = text_width(rows->paper.form, buf_string(&told), told.len);
	if (told.len)
		buf_format(&lead, " %s ", rows->paper.signs->dot);
	if (answered)
		tell_answerers(&line, rows, record, &here, "answered by ",
			told.len ? width + text_width(NULL, buf_string(&lead), lead.len) : 0);
	buf_text(&line, answered ? buf_string(&lead) : "");
	buf_text(&line, buf_string(&told));
	buf_text(&lead, "answered there by ");
	if (elsewhere)
		tell_answerers(&line, rows, record, &there, buf_string(&lead), width);
	add_buf(rows, ROLE_SOURCE, ATTRIBUTION_LEFT, &line);
	buf_free(&lead);
	buf_free(&told);
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

/* ---- parallels: claims, each with its owner; of several the links tell each ---- */

/* Whether an event stands beside the eras of its record: then it is there for what it is compared to, and
 * that is said at once. */
static bool is_beside(const struct record *record, const struct event *event)
{
	return record->counts[THING_ERA] && event->era.thing != THING_ERA;
}

/* What is named of several things, each once. */
struct named {
	struct ref at[3];
	uint32_t count;
	bool more;
};

static void name(struct named *named, struct ref ref)
{
	for (uint32_t n = 0; n < named->count; n++)
		if (ref_same(named->at[n], ref))
			return;
	named->more |= named->count == sizeof named->at / sizeof *named->at;
	if (!named->more)
		named->at[named->count++] = ref;
}

/* What stands before the nth of them: "A, B and C", "A, B and others". */
static const char *before_named(const struct named *named, uint32_t n)
{
	return !n ? "" : n + 1 == named->count && !named->more ? " and " : ", ";
}

/* The day of an era or event, as far as it is one year that its title does not have. */
static void add_year(struct buf *out, const struct record *record, struct ref of)
{
	struct buf year = {0};
	if (of.thing == THING_EVENT)
		words_date_year(&year, record->events[of.index].date);
	if (year.len && !strstr(record_name(record, of), buf_string(&year)))
		buf_format(out, " (%s)", buf_string(&year));
	buf_free(&year);
}

/* The other ends of the parallels, their years with them where they are `dated`: "“The pact” (1939), “The
 * accord” and others". */
static void add_others(struct buf *out, const struct signs *signs, const struct record *record,
	const struct named *others, bool dated)
{
	for (uint32_t n = 0; n < others->count; n++) {
		buf_text(out, before_named(others, n));
		words_marked(out, signs, record_name(record, others->at[n]));
		if (dated)
			add_year(out, record, others->at[n]);
	}
	buf_text(out, others->more ? " and others" : "");
}

/* "Parallels to “The pact” (1939) drawn by Russia, OSW and others", but of what is still to be told. */
static void add_parallels(struct rows *rows, const struct result *result, const struct event *event)
{
	const struct record *record = result->record;
	const struct ref self = record_event_ref(record, event);
	struct named others = {0}, claimers = {0};
	bool beside = is_beside(record, event);
	struct buf line = {0};
	uint32_t told = 0;
	const struct refs *parallels = event->parallels;
	for (uint32_t i = 0; parallels && i < parallels->count; i++) {
		const struct parallel *parallel = &record->parallels[parallels->at[i].index];
		if (others.more && claimers.more)
			break;
		if (waits_claim(result, parallel))
			continue;
		told++;
		for (uint32_t n = 0; n < parallel->between->count && !others.more; n++)
			if (!ref_same(parallel->between->at[n], self))
				name(&others, parallel->between->at[n]);
		name(&claimers, parallel->claimed_by);
	}
	if (!claimers.count)
		return;
	buf_format(&line, "%sarallel%s to ", beside ? "P" : "p", told > 1 ? "s" : "");
	add_others(&line, rows->paper.signs, record, &others, beside);
	buf_text(&line, " drawn by ");
	for (uint32_t n = 0; n < claimers.count; n++)
		buf_format(&line, "%s%s", before_named(&claimers, n),
			record_name(record, claimers.at[n]));
	buf_text(&line, claimers.more ? " and others" : "");
	add_buf(rows, ROLE_SOURCE, beside ? TEXT_LEFT : ATTRIBUTION_LEFT, &line);
	buf_free(&line);
}

bool event_page_is_compared(const struct result *result, const struct event *event)
{
	const struct record *record = result->record;
	const struct refs *parallels = event->parallels;
	bool compared = false;
	for (uint32_t i = 0; parallels && i < parallels->count && !compared; i++)
		compared = !waits_claim(result, &record->parallels[parallels->at[i].index]);
	return compared && is_beside(record, event);
}

/* What is to be known of the entry itself. */
static void add_about(struct rows *rows, const struct result *result, const struct event *event)
{
	const struct record *record = result->record;
	const char *note = event->more ? event->more->note : NULL;
	bool compared = event->parallels && !is_beside(record, event);
	if (!note && !compared && !event->source)
		return;
	add_text(rows, ROLE_COUNT_OF, TEXT_LEFT, "About this entry");
	if (note)
		add_text(rows, ROLE_NOTE, ATTRIBUTION_LEFT, note);
	if (compared)
		add_parallels(rows, result, event);
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

void event_page_add(struct rows *rows, const struct result *result, struct threads *threads,
	const struct event *event)
{
	const struct record *record = result->record;
	rows_stop(rows, 0);
	add_text(rows, ROLE_TITLE, TEXT_LEFT, event->title);
	add_setting(rows, record, event);
	if (is_beside(record, event))
		add_parallels(rows, result, event);
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
		add_told_on(rows, result, threads, result_quote(result, event, n));
	}
	part_begin(rows, (int)count + 1);
	add_about(rows, result, event);
	rows_stop(rows, -1);
}
