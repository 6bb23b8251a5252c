/* Four columns: relations from 3, people, words, dates ending at the edge. A link of another kind than words
 * (a theme, a source, another event) is a phrase that takes the columns of people and words together.
 * Relations are said once for neighbours of a kind; groups are set apart by an empty row. */
#include "layout/links.h"

#include "layout/account.h"
#include "layout/wording.h"
#include "layout/words.h"
#include "layout/wrap.h"

#include <string.h>

enum { RELATION = 3 };

struct columns {
	int people, words; /* words is 0 where there is no room for them */
	int edge;          /* where dates end */
};

struct links {
	struct rows *rows;
	const struct record *record;
	const struct link_list *list;
	struct columns columns;
	const struct date *when; /* of what the links belong to; NULL where it is not known */
};

const char *links_relation(enum link_kind kind)
{
	static const char *const names[LINK_KIND_COUNT] = {
		[LINK_ANSWERS] = "answers",
		[LINK_SO_DO] = "so do",
		[LINK_ANSWERED_BY] = "answered by",
		[LINK_WORDING] = "also worded",
		[LINK_ALSO_IN] = "also in",
		[LINK_SPOKEN_OF] = "spoken of",
		[LINK_ABOUT] = "about",
		[LINK_SAID_TO] = "said to",
		[LINK_ALSO_SAYS] = "also says",
		[LINK_PRESENT] = "present",
		[LINK_HOST] = "host",
		[LINK_MEDIATOR] = "mediator",
		[LINK_THEME] = "themes",
		[LINK_LIKENED] = "likened to",
		[LINK_PRINTED_IN] = "printed in",
	};
	return names[kind];
}

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

static int right_edge(const struct links *links)
{
	int most = links->columns.people + 1 + ACCOUNT_MEASURE;
	return links->columns.edge < most ? links->columns.edge : most;
}

/* The columns of a date in one piece; the year is left out where it is that of `when`. */
static void date_text(struct buf *out, const struct date *date, const struct date *when)
{
	struct date_columns columns, base = {.year = ""};
	if (!date)
		return;
	date_columns(date, &columns);
	if (when)
		date_columns(when, &base);
	bool same_year = *columns.month && strcmp(columns.year, base.year) == 0;
	const char *const parts[] = {
		columns.about, columns.day, columns.month, same_year ? "" : columns.year};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (*parts[i])
			buf_format(out, "%s%s", out->len ? " " : "", parts[i]);
	buf_text(out, columns.doubt);
}

/* Begins the row of a link: its relation, where the link above has another. Returns the column where
 * the date begins, or the edge. */
static int row_begin(struct links *links, uint32_t n, struct buf *date)
{
	const struct link *link = &links->list->at[n];
	struct rows *rows = links->rows;
	rows_new(rows);
	rows_to(rows, RELATION);
	if (!n || links->list->at[n - 1].kind != link->kind)
		rows_text(rows, (struct style){ROLE_COUNT_OF, 0}, links_relation(link->kind));
	rows_to(rows, links->columns.people);
	int width = text_width(rows->paper.form, buf_string(date), date->len);
	bool fits = width && links->columns.edge - width - 2 >= links->columns.people + 10;
	if (!fits)
		buf_clear(date);
	return fits ? links->columns.edge - width : links->columns.edge + 2;
}

static void row_end(struct links *links, struct buf *date)
{
	if (date->len)
		rows_right(links->rows, links->columns.edge, (struct style){ROLE_DATE, 0},
			buf_string(date));
	buf_free(date);
}

static const char *kept(struct rows *rows, const struct buf *text)
{
	return arena_text(rows->arena, buf_string(text), text->len);
}

static uint8_t words_role(const struct quote *quote)
{
	return quote->kind == QUOTE_QUOTATION ? ROLE_QUOTE
		: quote->kind == QUOTE_THESIS ? ROLE_VIEW
					      : ROLE_REPORT;
}

/* Words in one line: the cut is the screen's, and leaves the closing mark out. */
static void add_words_cut(
	struct rows *rows, const struct quote *quote, const char *words, int width)
{
	const struct signs *signs = rows->paper.signs;
	struct buf text = {0};
	if (quote->kind == QUOTE_QUOTATION)
		buf_text(&text, signs->open);
	else if (quote->kind == QUOTE_THESIS)
		buf_format(&text, "%s ", signs->view);
	for (const char *at = words; *at; at++) /* a line feed is a space here */
		buf_char(&text, *at == '\n' ? ' ' : *at);
	if (quote->kind == QUOTE_QUOTATION)
		buf_text(&text, signs->close);
	rows_cut(rows, (struct style){words_role(quote), 0}, kept(rows, &text), width);
	buf_free(&text);
}

/* "people   words   date" in one row. */
static void add_line(struct links *links, uint32_t n, const char *people, const struct quote *quote,
	const char *words, const struct date *date)
{
	struct rows *rows = links->rows;
	const struct columns *columns = &links->columns;
	struct buf when = {0};
	date_text(&when, date, links->when);
	int end = row_begin(links, n, &when);
	bool has_words = columns->words && columns->words + 10 < end;
	int people_end = has_words ? columns->words : end;
	rows_cut(rows, (struct style){ROLE_SPEAKER, 0}, people, people_end - 2 - columns->people);
	if (has_words) {
		rows_to(rows, columns->words);
		add_words_cut(rows, quote, words, end - 2 - columns->words);
	}
	row_end(links, &when);
}

/* A phrase in the columns of people and words; open, it is wrapped, with the date beside its first line. */
static void add_phrase(struct links *links, uint32_t n, uint8_t role, const char *text,
	const struct date *date, bool open)
{
	struct rows *rows = links->rows;
	const struct style style = {role, 0};
	struct buf when = {0};
	date_text(&when, date, links->when);
	int left = links->columns.people, right = row_begin(links, n, &when) - 2;
	struct wrap wrap;
	struct wrap_line line;
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
static void add_below(struct links *links, uint8_t role, int indent, struct buf *text)
{
	if (text->len)
		rows_wrap(links->rows, (struct style){role, 0}, kept(links->rows, text), text->len,
			links->columns.people + indent, right_edge(links), NULL, NULL);
	buf_clear(text);
}

static void add_words_open(struct links *links, const struct quote *quote)
{
	struct rows *rows = links->rows;
	const struct signs *signs = rows->paper.signs;
	bool exact = quote->kind == QUOTE_QUOTATION, view = quote->kind == QUOTE_THESIS;
	struct buf hang = {0};
	if (view)
		buf_format(&hang, "%s ", signs->view);
	rows_wrap(rows, (struct style){words_role(quote), 0}, quote->text, strlen(quote->text),
		links->columns.people + 1 + view, right_edge(links),
		exact          ? signs->open
			: view ? kept(rows, &hang)
			       : NULL,
		exact ? signs->close : NULL);
	buf_free(&hang);
}

static void add_quote(struct links *links, uint32_t n, bool open)
{
	const struct link *link = &links->list->at[n];
	const struct record *record = links->record;
	const struct quote *quote = &record->quotes[link->to.index];
	const struct date *said = quote_said(record, quote);
	struct buf text = {0};
	if (!open) {
		/* Of one voice the names say nothing; the events do. */
		if (link->kind == LINK_ALSO_SAYS)
			buf_text(&text, record->events[quote->event].title);
		else
			words_speaker_short(&text, record, quote);
		add_line(links, n, kept(links->rows, &text), quote, quote->text, said);
		buf_free(&text);
		return;
	}
	words_speaker(&text, record, quote);
	add_phrase(links, n, ROLE_SPEAKER, kept(links->rows, &text), said, true);
	add_words_open(links, quote);
	buf_clear(&text);
	buf_format(
		&text, "%s %s ", record->events[quote->event].title, links->rows->paper.signs->dot);
	words_source_short(&text, record, quote->source, quote->locator);
	const char *status = words_status((enum quote_status)quote->status);
	if (status)
		buf_format(&text, " %s %s", links->rows->paper.signs->dot, status);
	add_below(links, ROLE_SOURCE, 4, &text);
	buf_free(&text);
}

static void add_wording_open(struct links *links, const struct quote *quote, const char *words,
	struct wording wording, struct ref source, const char *locator)
{
	struct rows *rows = links->rows;
	bool exact = quote->kind == QUOTE_QUOTATION;
	struct buf text = {0};
	wording_add(rows, (struct style){words_role(quote), 0}, words, wording,
		links->columns.people + 1, right_edge(links),
		exact ? rows->paper.signs->open : NULL, exact ? rows->paper.signs->close : NULL);
	words_source_short(&text, links->record, source, locator);
	add_below(links, ROLE_SOURCE, 4, &text);
	buf_free(&text);
}

/* Another wording: open, both stand one below the other, and what differs is marked in both. */
static void add_wording(struct links *links, uint32_t n, bool open)
{
	const struct link *link = &links->list->at[n];
	const struct record *record = links->record;
	const struct quote *quote = &record->quotes[links->list->of.index];
	const struct signs *signs = links->rows->paper.signs;
	const struct date *issued = record->sources[link->to.index].issued;
	if (!open) {
		add_line(links, n, record_name(record, link->to), quote, link->also->text, issued);
		return;
	}
	struct wording here, there;
	struct buf text = {0};
	wording_compare(links->rows->arena, quote->text, link->also->text, &here, &there);
	words_name(&text, record, link->to);
	add_phrase(links, n, ROLE_SPEAKER, kept(links->rows, &text), issued, true);
	bool apart = !here.common; /* another language, say: then nothing is to be compared */
	if (apart)
		there.count = 0;
	add_wording_open(links, quote, link->also->text, there, link->to, link->locator);
	if (!apart)
		add_wording_open(links, quote, quote->text, here, quote->source, quote->locator);
	buf_clear(&text);
	if (apart)
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

static void add_claim(struct links *links, const struct parallel *parallel)
{
	const struct record *record = links->record;
	struct buf text = {0};
	buf_text(&text, parallel->claim);
	add_below(links, ROLE_TEXT, 0, &text);
	buf_text(&text, "so ");
	words_name(&text, record, parallel->claimed_by);
	if (parallel->said) {
		buf_text(&text, ", ");
		date_display(parallel->said, &text);
	}
	if (parallel->disputed_by) {
		buf_text(&text, "; disputed by ");
		words_list(&text, record, parallel->disputed_by);
	}
	add_below(links, ROLE_SPEAKER, 4, &text);
	if (parallel->source.thing == THING_SOURCE)
		words_source_short(&text, record, parallel->source, parallel->locator);
	add_below(links, ROLE_SOURCE, 4, &text);
	buf_text(&text, parallel->note ? parallel->note : "");
	add_below(links, ROLE_NOTE, 4, &text);
	buf_free(&text);
}

static void add_likened(struct links *links, uint32_t n, bool open)
{
	const struct link *link = &links->list->at[n];
	const struct record *record = links->record;
	if (link->to.thing == THING_NONE) {
		add_phrase(links, n, ROLE_NOTE, "nothing: no likeness is claimed for this event",
			NULL, false);
		return;
	}
	struct buf text = {0};
	buf_text(&text, record_name(record, link->to));
	if (!open) {
		buf_format(&text, ", by %s", record_name(record, link->parallel->claimed_by));
		if (link->parallel->disputed_by)
			buf_text(&text, "; disputed");
	}
	const struct date *date = link->to.thing == THING_EVENT
		? record->events[link->to.index].date
		: record->eras[link->to.index].date;
	add_phrase(links, n, open ? ROLE_TITLE : ROLE_TEXT, kept(links->rows, &text), date, open);
	if (open)
		add_claim(links, link->parallel);
	buf_free(&text);
}

static void add_source(struct links *links, uint32_t n, bool open)
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
	add_phrase(links, n, ROLE_TEXT, kept(links->rows, &text), NULL, open);
	buf_clear(&text);
	if (open && source->fields[SOURCE_PERSPECTIVE])
		buf_text(&text, source->fields[SOURCE_PERSPECTIVE]);
	add_below(links, ROLE_NOTE, 4, &text);
	if (open && link->also && link->also->note)
		buf_text(&text, link->also->note);
	add_below(links, ROLE_NOTE, 4, &text);
	buf_free(&text);
}

static void add_theme(struct links *links, uint32_t n, bool open)
{
	const struct link *link = &links->list->at[n];
	const struct theme *theme = &links->record->themes[link->to.index];
	struct buf text = {0};
	buf_format(&text, "%s %s ", theme->title, links->rows->paper.signs->dot);
	words_number(&text, link->count, "entry", "entries");
	add_phrase(links, n, ROLE_TEXT, kept(links->rows, &text), NULL, open);
	buf_clear(&text);
	if (open && theme->note)
		buf_text(&text, theme->note);
	add_below(links, ROLE_NOTE, 4, &text);
	buf_free(&text);
}

/* A person, a party or an event by name. */
static void add_name(struct links *links, uint32_t n, bool open)
{
	const struct link *link = &links->list->at[n];
	const struct record *record = links->record;
	struct buf text = {0};
	words_name(&text, record, link->to);
	if (link->role)
		buf_format(&text, ", %s", link->role);
	add_phrase(links, n, ROLE_TEXT, kept(links->rows, &text),
		link->to.thing == THING_EVENT ? record->events[link->to.index].date : NULL, open);
	buf_clear(&text);
	if (open && link->to.thing == THING_PERSON && record->people[link->to.index].note)
		buf_text(&text, record->people[link->to.index].note);
	add_below(links, ROLE_NOTE, 4, &text);
	buf_free(&text);
}

static void add_link(struct links *links, uint32_t n, bool open)
{
	const struct link *link = &links->list->at[n];
	if (link->more) {
		struct buf text = {0};
		buf_text(&text, "and ");
		words_figure(&text, link->more);
		buf_text(&text, " more");
		add_phrase(links, n, ROLE_COUNT_OF, kept(links->rows, &text), NULL, open);
		buf_free(&text);
	} else if (link->kind == LINK_LIKENED) {
		add_likened(links, n, open);
	} else if (link->kind == LINK_WORDING) {
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

/* Groups that are set apart: the conversation by its relations, wordings, all the rest. */
static int group_of(enum link_kind kind)
{
	return kind < LINK_ALSO_IN ? (int)kind : kind < LINK_ALSO_SAYS ? 10 : 11;
}

void links_add(
	struct rows *rows, const struct record *record, const struct link_list *list, uint32_t open)
{
	struct links links = {.rows = rows,
		.record = record,
		.list = list,
		.columns = columns_for(rows->paper.width),
		.when = list->of.thing == THING_QUOTE
			? quote_said(record, &record->quotes[list->of.index])
			: record->events[list->of.index].date};
	for (uint32_t n = 0; n < list->count; n++) {
		enum link_kind kind = list->at[n].kind;
		if (n &&
			(group_of(kind) != group_of(list->at[n - 1].kind) ||
				(open == n - 1 && kind != list->at[n - 1].kind))) {
			rows_stop(rows, -1);
			rows_blank(rows);
		}
		rows_stop(rows, (int)n);
		add_link(&links, n, open == n);
	}
	rows_stop(rows, -1);
}
