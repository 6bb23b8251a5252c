/* What each kind of link says, in a line and open. Groups are set apart by an empty row. */
#include "layout/links.h"

#include "layout/links_rows.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_quote.h"

static const struct when unknown;

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

static void add_quote(struct links_rows *links, uint32_t n, bool open)
{
	const struct link *link = &links->list->at[n];
	const struct record *record = links->record;
	const struct quote *quote = &record->quotes[link->to.index];
	struct when said = when_of_quote(record, quote);
	struct buf text = {0};
	if (!open) {
		/* Of one voice the names say nothing; the events do. */
		if (link->kind == LINK_ALSO_SAYS)
			buf_text(&text, record->events[quote->event].title);
		else
			words_speaker_short(&text, record, quote);
		links_add_line(links, n, links_kept(links->rows, &text), quote, quote->text, said);
		buf_free(&text);
		return;
	}
	words_speaker(&text, record, quote);
	links_add_phrase(links, n, ROLE_SPEAKER, links_kept(links->rows, &text), said, true);
	words_quote(links->rows, quote,
		&(struct quote_lines){links->columns.people + 1, links_right_edge(links)});
	buf_clear(&text);
	buf_format(
		&text, "%s %s ", record->events[quote->event].title, links->rows->paper.signs->dot);
	words_source_short(&text, record, quote->source, quote->locator);
	const char *status = words_status((enum quote_status)quote->status);
	if (status)
		buf_format(&text, " %s %s", links->rows->paper.signs->dot, status);
	links_add_below(links, ROLE_SOURCE, 4, &text);
	buf_free(&text);
}

static void add_wording_open(struct links_rows *links, const struct quote *quote, const char *words,
	struct wording wording, struct ref source, const char *locator)
{
	struct buf text = {0};
	words_quote(links->rows, quote,
		&(struct quote_lines){
			links->columns.people + 1, links_right_edge(links), words, &wording});
	words_source_short(&text, links->record, source, locator);
	links_add_below(links, ROLE_SOURCE, 4, &text);
	buf_free(&text);
}

/* Another wording: open, both stand one below the other, and what differs is marked in both. */
static void add_wording(struct links_rows *links, uint32_t n, bool open)
{
	const struct link *link = &links->list->at[n];
	const struct record *record = links->record;
	const struct quote *quote = &record->quotes[links->list->of.index];
	const struct signs *signs = links->rows->paper.signs;
	struct when issued = {.date = record->sources[link->to.index].issued};
	if (!open) {
		links_add_line(
			links, n, record_name(record, link->to), quote, link->also->text, issued);
		return;
	}
	struct wording here, there;
	struct buf text = {0};
	wording_compare(links->rows->arena, quote->text, link->also->text, &here, &there);
	words_name(&text, record, link->to);
	links_add_phrase(links, n, ROLE_SPEAKER, links_kept(links->rows, &text), issued, true);
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
	links_add_below(links, ROLE_NOTE, 4, &text);
	buf_text(&text, link->also->note ? link->also->note : "");
	links_add_below(links, ROLE_NOTE, 4, &text);
	buf_free(&text);
}

static void add_claim(struct links_rows *links, const struct parallel *parallel)
{
	const struct record *record = links->record;
	struct buf text = {0};
	buf_text(&text, parallel->claim);
	links_add_below(links, ROLE_TEXT, 0, &text);
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
	links_add_below(links, ROLE_SPEAKER, 4, &text);
	if (parallel->source.thing == THING_SOURCE)
		words_source_short(&text, record, parallel->source, parallel->locator);
	links_add_below(links, ROLE_SOURCE, 4, &text);
	buf_text(&text, parallel->note ? parallel->note : "");
	links_add_below(links, ROLE_NOTE, 4, &text);
	buf_free(&text);
}

static void add_likened(struct links_rows *links, uint32_t n, bool open)
{
	const struct link *link = &links->list->at[n];
	const struct record *record = links->record;
	if (link->to.thing == THING_NONE) {
		links_add_phrase(links, n, ROLE_NOTE,
			"nothing: no likeness is claimed for this event", unknown, false);
		return;
	}
	struct buf text = {0};
	buf_text(&text, record_name(record, link->to));
	if (!open) {
		buf_format(&text, ", by %s", record_name(record, link->parallel->claimed_by));
		if (link->parallel->disputed_by)
			buf_text(&text, "; disputed");
	}
	struct when date = link->to.thing == THING_EVENT
		? when_of_event(&record->events[link->to.index])
		: (struct when){.date = record->eras[link->to.index].date};
	links_add_phrase(links, n, open ? ROLE_TITLE : ROLE_TEXT, links_kept(links->rows, &text),
		date, open);
	if (open)
		add_claim(links, link->parallel);
	buf_free(&text);
}

static void add_source(struct links_rows *links, uint32_t n, bool open)
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
	links_add_phrase(links, n, ROLE_TEXT, links_kept(links->rows, &text), unknown, open);
	buf_clear(&text);
	if (open && source->fields[SOURCE_PERSPECTIVE])
		buf_text(&text, source->fields[SOURCE_PERSPECTIVE]);
	links_add_below(links, ROLE_NOTE, 4, &text);
	if (open && link->also && link->also->note)
		buf_text(&text, link->also->note);
	links_add_below(links, ROLE_NOTE, 4, &text);
	buf_free(&text);
}

static void add_theme(struct links_rows *links, uint32_t n, bool open)
{
	const struct link *link = &links->list->at[n];
	const struct theme *theme = &links->record->themes[link->to.index];
	struct buf text = {0};
	buf_format(&text, "%s %s ", theme->title, links->rows->paper.signs->dot);
	words_number(&text, link->count, "entry", "entries");
	links_add_phrase(links, n, ROLE_TEXT, links_kept(links->rows, &text), unknown, open);
	buf_clear(&text);
	if (open && theme->note)
		buf_text(&text, theme->note);
	links_add_below(links, ROLE_NOTE, 4, &text);
	buf_free(&text);
}

/* A person, a party or an event by name. */
static void add_name(struct links_rows *links, uint32_t n, bool open)
{
	const struct link *link = &links->list->at[n];
	const struct record *record = links->record;
	struct buf text = {0};
	words_name(&text, record, link->to);
	if (link->role)
		buf_format(&text, ", %s", link->role);
	links_add_phrase(links, n, ROLE_TEXT, links_kept(links->rows, &text),
		link->to.thing == THING_EVENT ? when_of_event(&record->events[link->to.index])
					      : unknown,
		open);
	buf_clear(&text);
	if (open && link->to.thing == THING_PERSON && record->people[link->to.index].note)
		buf_text(&text, record->people[link->to.index].note);
	links_add_below(links, ROLE_NOTE, 4, &text);
	buf_free(&text);
}

static void add_link(struct links_rows *links, uint32_t n, bool open)
{
	const struct link *link = &links->list->at[n];
	if (link->more) {
		struct buf text = {0};
		buf_text(&text, "and ");
		words_figure(&text, link->more);
		buf_text(&text, " more");
		links_add_phrase(
			links, n, ROLE_COUNT_OF, links_kept(links->rows, &text), unknown, open);
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
	struct links_rows links = {.rows = rows,
		.record = record,
		.list = list,
		.columns = links_columns_for(rows->paper.width),
		.when = list->of.thing == THING_QUOTE
			? when_of_quote(record, &record->quotes[list->of.index])
			: when_of_event(&record->events[list->of.index])};
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
