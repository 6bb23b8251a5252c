/* Four columns: relations from 3, people, words, dates ending at the edge. A link of another kind
 * than words (a theme, a source, another event) is a phrase that takes the columns of people and
 * words together. Relations are said once for neighbours of a kind; groups are set apart by an
 * empty row. */
#include "layout/links.h"

#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_names.h"
#include "layout/words_quote.h"
#include "layout/wrap.h"

#include <string.h>

enum { RELATION = 3, WORDS_LEFT = 3, ATTRIBUTION_LEFT = 6 };

struct columns {
	int people, words; /* words is 0 where there is no room for them */
	int edge;          /* where dates end */
};

struct link_rows {
	struct rows *rows;
	const struct record *record;
	const struct link_list *list;
	struct columns columns;
	struct when when; /* of what the links belong to */
};

static const struct when unknown;

/* The relation of a link as a word: "answers", "so do". */
static const char *relation(enum link_kind kind)
{
	static const char *const names[LINK_KIND_COUNT] = {
		[LINK_ANSWERS] = "answers",
		[LINK_SO_DO] = "so do",
		[LINK_ANSWERED_BY] = "answered by",
		[LINK_ANSWERED_THERE] = "", /* stands above them */
		[LINK_RENDERING] = "also told",
		[LINK_ORIGINAL] = "original",
		[LINK_TRANSLATION] = "translated",
		[LINK_WORDING] = "also worded",
		[LINK_ALSO_IN] = "also in",
		[LINK_SPOKEN_OF] = "spoken of",
		[LINK_ABOUT] = "about",
		[LINK_SAID_TO] = "said to",
		[LINK_VIA] = "by way of",
		[LINK_ALSO_SAYS] = "also says",
		[LINK_PRESENT] = "present",
		[LINK_HOST] = "host",
		[LINK_MEDIATOR] = "mediator",
		[LINK_THEME] = "themes",
		[LINK_LIKENED] = "parallel",
		[LINK_PRINTED_IN] = "printed in",
	};
	return names[kind];
}

/* ---- the columns ---- */

static struct columns columns_for(int width)
{
	int edge = width - 1 < 118 ? width - 1 : 118;
	if (width >= 96)
		return (struct columns){19, 45, edge};
	if (width >= 76)
		return (struct columns){17, 39, edge};
	if (width >= 56)
		return (struct columns){16, 34, edge};
	return (struct columns){15, 0, edge};
}

/* Where what is wrapped ends. */
static int right_edge(const struct link_rows *links)
{
	int most = links->columns.people + 1 + ROWS_MEASURE;
	return links->columns.edge < most ? links->columns.edge : most;
}

/* Begins the row of a link: its relation, where the link above has another. Returns the column
 * where the date begins, or the edge. */
static int row_begin(struct link_rows *links, uint32_t n, struct buf *date)
{
	const struct link *link = &links->list->at[n];
	struct rows *rows = links->rows;
	rows_new(rows);
	rows_to(rows, RELATION);
	if (!n || links->list->at[n - 1].kind != link->kind)
		rows_text(rows, style_of(ROLE_COUNT_OF), relation(link->kind));
	rows_to(rows, links->columns.people);
	int width = text_width(rows->paper.form, buf_string(date), date->len);
	bool fits = width && links->columns.edge - width - 2 >= links->columns.people + 10;
	if (!fits)
		buf_clear(date);
	return fits ? links->columns.edge - width : links->columns.edge + 2;
}

static void row_end(struct link_rows *links, struct buf *date)
{
	if (date->len)
		rows_right(links->rows, links->columns.edge, style_of(ROLE_DATE), buf_string(date));
	buf_free(date);
}

/* "people   words   date" in one row, of the nth link; where it says nothing new whose the words are (NULL),
 * these have that column as well. */
static void add_line(struct link_rows *links, uint32_t n, const struct ref *of,
	const struct quote *quote, const struct attestation *words, struct when date)
{
	struct rows *rows = links->rows;
	const struct columns *columns = &links->columns;
	struct buf when = {0}, people = {0};
	words_date_short(&when, rows->paper.dates, date, links->when);
	int end = row_begin(links, n, &when);
	bool has_words = columns->words && columns->words + 10 < end;
	int people_end = has_words ? columns->words : end;
	int room = people_end - 2 - columns->people;
	if (!of) {
		words_quote_line(rows, quote, words, end - 2 - columns->people);
	} else {
		words_names(&people, rows->paper.form, links->record, of, 1, 0, room);
		rows_cut_words(rows, words_speaker_style(links->record, *of),
			buf_kept(&people, rows->arena), room);
	}
	buf_free(&people);
	if (of && has_words) {
		rows_to(rows, columns->words);
		words_quote_line(rows, quote, words, end - 2 - columns->words);
	}
	row_end(links, &when);
}

/* A phrase in the columns of people and words, and empties the buf; open, it is wrapped, with the
 * date beside its first line. */
static void add_phrase(struct link_rows *links, uint32_t n, struct style style, struct buf *phrase,
	struct when date, bool open)
{
	struct rows *rows = links->rows;
	struct buf when = {0};
	words_date_short(&when, rows->paper.dates, date, links->when);
	int left = links->columns.people, right = row_begin(links, n, &when) - 2;
	const char *text = buf_kept(phrase, rows->arena);
	struct wrap wrap;
	struct wrap_line line;
	buf_clear(phrase);
	if (!open) {
		rows_cut(rows, style, text, right - left);
		row_end(links, &when);
		return;
	}
	if (!when.len && right > right_edge(links))
		right = right_edge(links);
	wrap_begin(&wrap, rows->paper.form, text, strlen(text));
	for (bool first = true; wrap_next(&wrap, right - left, 0, &line); first = false) {
		if (!first)
			rows_new(rows);
		rows_to(rows, left);
		rows_add(rows, style, line.text, line.len);
		if (first)
			row_end(links, &when);
	}
	buf_free(&when);
}

/* Wrapped text below an open link, and empties the buf. */
static void add_below(struct link_rows *links, enum role role, int indent, struct buf *text)
{
	rows_phrase(links->rows, style_of(role), text, links->columns.people + indent,
		right_edge(links));
}

/* ---- what each kind of link says, in a line and open ---- */

static void add_quote(struct link_rows *links, uint32_t n, bool open)
{
	const struct link *link = &links->list->at[n];
	const struct record *record = links->record;
	const struct quote *quote = &record->quotes[link->to.index];
	struct when said = when_of_quote(record, quote);
	struct buf text = {0};
	if (!open) {
		bool one_voice = link->kind == LINK_ALSO_SAYS; /* whose name says nothing new */
		struct ref voice = quote_voice(quote);
		add_line(links, n, one_voice ? NULL : &voice, quote, NULL, said);
		return;
	}
	words_speaker(&text, record, quote);
	add_phrase(links, n, words_speaker_style(record, quote->speaker), &text, said, true);
	words_quote(links->rows, quote,
		&(struct quote_lines){links->columns.people + 1, right_edge(links)});
	buf_clear(&text);
	struct buf source = {0};
	words_source_below(&source, record, quote, NULL);
	buf_text(&text, record->events[quote->event].title);
	if (source.len)
		buf_format(&text, " %s %s", links->rows->paper.signs->dot, buf_string(&source));
	buf_free(&source);
	const char *status = words_status((enum quote_status)quote->status);
	if (status)
		buf_format(&text, " %s %s", links->rows->paper.signs->dot, status);
	add_below(links, ROLE_SOURCE, 4, &text);
	buf_free(&text);
}

static void add_wording_open(struct link_rows *links, const struct quote *quote,
	const struct attestation *words, struct wording wording, struct ref source,
	const char *locator)
{
	struct buf text = {0};
	words_quote(links->rows, quote,
		&(struct quote_lines){
			links->columns.people + 1, right_edge(links), words, &wording});
	words_source_short(&text, links->record, source, locator);
	add_below(links, ROLE_SOURCE, 4, &text);
	buf_free(&text);
}

/* Another wording: open, both stand one below the other, and what differs is marked in both. */
static void add_wording(struct link_rows *links, uint32_t n, bool open)
{
	const struct link *link = &links->list->at[n];
	const struct record *record = links->record;
	const struct quote *quote = &record->quotes[links->list->of.index];
	const struct signs *signs = links->rows->paper.signs;
	struct when issued = {.date = record->sources[link->to.index].issued};
	if (!open) {
		add_line(links, n, &link->to, quote, link->also, issued);
		return;
	}
	struct wording here, there;
	struct buf text = {0};
	bool translated = quote_translated(record, quote, link->also);
	wording_compare(
		links->rows->arena, quote->text, translated ? "" : link->also->text, &here, &there);
	words_name(&text, record, link->to);
	add_phrase(links, n, style_of(ROLE_SPEAKER), &text, issued, true);
	bool apart = !here.common; /* another language, say: then nothing is to be compared */
	if (apart)
		there.count = 0;
	add_wording_open(links, quote, link->also, there, link->to, link->locator);
	if (!apart)
		add_wording_open(links, quote, NULL, here, quote->source, quote->locator);
	buf_clear(&text);
	if (translated)
		words_in_language(&text, link->also->language);
	else if (apart)
		buf_text(&text, "no word is the same");
	else if (here.count || there.count)
		buf_format(&text, "between %s and %s: in this wording alone", signs->only_left,
			signs->only_right);
	else
		buf_text(&text, "the same words; signs or letters differ");
	add_below(links, ROLE_NOTE, 4, &text);
	buf_text(&text, link->also->note ? link->also->note : "");
	add_below(links, ROLE_NOTE, 4, &text);
	buf_free(&text);
}

static void add_claim(struct link_rows *links, const struct parallel *parallel)
{
	const struct record *record = links->record;
	struct buf text = {0};
	buf_text(&text, parallel->claim);
	add_below(links, ROLE_TEXT, 0, &text);
	buf_text(&text, "so ");
	words_name(&text, record, parallel->claimed_by);
	if (parallel->said) {
		buf_text(&text, ", ");
		words_date(&text, links->rows->paper.dates, (struct when){.date = parallel->said});
	}
	if (parallel->disputed_by) {
		buf_text(&text, "; disputed by ");
		words_list(&text, record, parallel->disputed_by);
	}
	rows_phrase(links->rows, words_speaker_style(record, parallel->claimed_by), &text,
		links->columns.people + 4, right_edge(links));
	if (parallel->source.thing == THING_SOURCE)
		words_source_short(&text, record, parallel->source, parallel->locator);
	add_below(links, ROLE_SOURCE, 4, &text);
	buf_text(&text, parallel->note ? parallel->note : "");
	add_below(links, ROLE_NOTE, 4, &text);
	buf_free(&text);
}

static void add_likened(struct link_rows *links, uint32_t n, bool open)
{
	const struct link *link = &links->list->at[n];
	const struct record *record = links->record;
	struct buf text = {0};
	if (link->to.thing == THING_NONE) {
		buf_text(&text, "nothing: no parallel is drawn to this event");
		add_phrase(links, n, style_of(ROLE_NOTE), &text, unknown, false);
		buf_free(&text);
		return;
	}
	if (open)
		buf_text(&text, record_name(record, link->to));
	else /* what is likened may be so to several things, and several times to one */
		buf_format(&text, "%s%s: %s", record_name(record, link->parallel->claimed_by),
			link->parallel->disputed_by ? ", disputed" : "", link->parallel->claim);
	struct when date = link->to.thing == THING_EVENT
		? when_of_event(&record->events[link->to.index])
		: (struct when){.date = record->eras[link->to.index].date};
	add_phrase(links, n, style_of(open ? ROLE_TITLE : ROLE_TEXT), &text, date, open);
	if (open)
		add_claim(links, link->parallel);
	buf_free(&text);
}

static void add_source(struct link_rows *links, uint32_t n, bool open)
{
	const struct link *link = &links->list->at[n];
	const struct source *source = &links->record->sources[link->to.index];
	struct buf text = {0};
	if (open) {
		words_source_full(&text, links->record, link->to);
		if (link->locator) {
			buf_text(&text, "; ");
			words_locator(&text, link->locator);
		}
	} else {
		words_source_short(&text, links->record, link->to, link->locator);
	}
	add_phrase(links, n, style_of(ROLE_TEXT), &text, unknown, open);
	if (open && source->fields[SOURCE_PERSPECTIVE])
		buf_text(&text, source->fields[SOURCE_PERSPECTIVE]);
	add_below(links, ROLE_NOTE, 4, &text);
	if (open && link->also && link->also->note)
		buf_text(&text, link->also->note);
	add_below(links, ROLE_NOTE, 4, &text);
	buf_free(&text);
}

static void add_theme(struct link_rows *links, uint32_t n, bool open)
{
	const struct link *link = &links->list->at[n];
	const struct theme *theme = &links->record->themes[link->to.index];
	struct buf text = {0};
	buf_format(&text, "%s %s ", theme->title, links->rows->paper.signs->dot);
	words_number(&text, link->count, "entry", "entries");
	add_phrase(links, n, style_of(ROLE_TEXT), &text, unknown, open);
	if (open && theme->note && !link->note_waits)
		buf_text(&text, theme->note);
	add_below(links, ROLE_NOTE, 4, &text);
	buf_free(&text);
}

/* A person, a party or an event by name. */
static void add_name(struct link_rows *links, uint32_t n, bool open)
{
	const struct link *link = &links->list->at[n];
	const struct record *record = links->record;
	struct buf text = {0};
	words_name(&text, record, link->to);
	if (link->role)
		buf_format(&text, ", %s", link->role);
	add_phrase(links, n, style_of(ROLE_TEXT), &text,
		link->to.thing == THING_EVENT ? when_of_event(&record->events[link->to.index])
					      : unknown,
		open);
	const struct person *person = open && link->to.thing == THING_PERSON
		? &record->people[link->to.index]
		: NULL;
	if (person)
		words_about(&text, links->rows->paper.signs, person);
	add_below(links, ROLE_TEXT, 4, &text);
	if (person && person->note)
		buf_text(&text, person->note);
	add_below(links, ROLE_NOTE, 4, &text);
	buf_free(&text);
}

static void add_link(struct link_rows *links, uint32_t n, bool open)
{
	const struct link *link = &links->list->at[n];
	if (link->more) {
		struct buf text = {0};
		buf_text(&text, "and ");
		words_figure(&text, link->more);
		buf_text(&text, " more");
		add_phrase(links, n, style_of(ROLE_COUNT_OF), &text, unknown, open);
		buf_free(&text);
	} else if (link->kind == LINK_LIKENED) {
		add_likened(links, n, open);
	} else if (link->kind == LINK_WORDING || link->kind == LINK_ORIGINAL ||
		link->kind == LINK_TRANSLATION) {
		add_wording(links, n, open);
	} else if (link->to.thing == THING_QUOTE) {
		add_quote(links, n, open);
	} else if (link->to.thing == THING_SOURCE) {
		add_source(links, n, open);
	} else if (link->to.thing == THING_THEME) {
		add_theme(links, n, open);
	} else {
		add_name(links, n, open);
	}
}

/* Above those who answer another telling: "answered by   in another telling:". */
static void add_there(struct link_rows *links)
{
	struct rows *rows = links->rows;
	rows_stop(rows, -1);
	rows_new(rows);
	rows_to(rows, RELATION);
	rows_text(rows, style_of(ROLE_COUNT_OF), relation(LINK_ANSWERED_BY));
	rows_to(rows, links->columns.people);
	rows_cut_words(rows, style_of(ROLE_NOTE),
		"in another telling:", links->columns.edge - links->columns.people);
}

/* Groups that are set apart: the conversation by its relations, wordings, what it is about, what the
 * same voice says, who was there, themes, likenesses, places in print. */
static int group_of(enum link_kind kind)
{
	static const enum link_kind firsts[LINK_KIND_COUNT] = {
		[LINK_SAID_TO] = LINK_ABOUT,
		[LINK_SPOKEN_OF] = LINK_ABOUT,
		[LINK_HOST] = LINK_PRESENT,
		[LINK_MEDIATOR] = LINK_PRESENT,
		[LINK_ALSO_IN] = LINK_PRINTED_IN,
	};
	return (int)(firsts[kind] ? firsts[kind] : kind);
}

/* What dates stand beside: their year is left out where it is that of the event and of the words alike. */
static struct when dates_beside(enum date_mode mode, const struct record *record, struct ref of)
{
	struct date_columns said, happened;
	if (of.thing != THING_QUOTE)
		return when_of_event(&record->events[of.index]);
	const struct quote *quote = &record->quotes[of.index];
	struct when when = when_of_quote(record, quote);
	struct when event = when_of_event(&record->events[quote->event]);
	if (!when.date || !event.date)
		return when;
	words_date_columns(&said, mode, when);
	words_date_columns(&happened, mode, event);
	return strcmp(said.year, happened.year) == 0 ? when : unknown;
}

void links_add(
	struct rows *rows, const struct record *record, const struct link_list *list, uint32_t open)
{
	struct link_rows links = {.rows = rows,
		.record = record,
		.list = list,
		.columns = columns_for(rows->paper.width),
		.when = dates_beside(rows->paper.dates, record, list->of)};
	for (uint32_t n = 0; n < list->count; n++) {
		enum link_kind kind = list->at[n].kind;
		if (n &&
			(group_of(kind) != group_of(list->at[n - 1].kind) ||
				(open == n - 1 && kind != list->at[n - 1].kind))) {
			rows_stop(rows, -1);
			rows_blank(rows);
		}
		if (kind == LINK_ANSWERED_THERE && (!n || list->at[n - 1].kind != kind))
			add_there(&links);
		rows_stop(rows, (int)n);
		add_link(&links, n, open == n);
	}
	rows_stop(rows, -1);
}

/* ---- the head: it has been read, so a long quotation is cut, and its links are seen ---- */

static int head_right(const struct rows *rows)
{
	int right = rows->paper.width - 1, most = WORDS_LEFT + ROWS_MEASURE + 12;
	return right < most ? right : most;
}

static void head_quote(struct rows *rows, const struct record *record, uint32_t n, int most)
{
	const struct quote *quote = &record->quotes[n];
	const struct event *event = &record->events[quote->event];
	struct buf line = {0};
	words_quote(rows, quote, &(struct quote_lines){WORDS_LEFT, head_right(rows), .most = most});
	words_speaker(&line, record, quote);
	if (quote->more && quote->more->to) {
		buf_text(&line, ", to ");
		words_list(&line, record, quote->more->to);
	}
	rows_phrase(rows, words_speaker_style(record, quote->speaker), &line, ATTRIBUTION_LEFT,
		head_right(rows));
	words_said(&line, rows->paper.dates, record, quote);
	buf_format(&line, "%s%s", line.len ? " " : "", line.len ? rows->paper.signs->dot : "");
	buf_format(&line, "%s%s", line.len ? " " : "", event->title);
	rows_phrase(rows, style_of(ROLE_SOURCE), &line, ATTRIBUTION_LEFT, head_right(rows));
	buf_free(&line);
}

static void head_event(struct rows *rows, const struct record *record, uint32_t n)
{
	const struct event *event = &record->events[n];
	struct buf line = {0}, meeting = {0};
	buf_text(&line, event->title);
	rows_phrase(rows, style_of(ROLE_TITLE), &line, WORDS_LEFT, head_right(rows));
	words_date(&line, rows->paper.dates, when_of_event(event));
	words_meeting(&meeting, record, rows->paper.signs, event);
	if (meeting.len)
		buf_format(&line, " %s %s", rows->paper.signs->dot, buf_string(&meeting));
	rows_phrase(rows, style_of(ROLE_DATE), &line, WORDS_LEFT, head_right(rows));
	buf_free(&meeting);
	buf_free(&line);
}

void links_head_add(struct rows *rows, const struct record *record, struct ref of, int most)
{
	rows_stop(rows, -1);
	if (of.thing == THING_QUOTE)
		head_quote(rows, record, of.index, most);
	else
		head_event(rows, record, of.index);
	rows_blank(rows);
}
