/* A column is a function. Several things in one cell have "; " between, ids as well as names. */
#include "print/columns.h"

#include "layout/words.h"
#include "layout/words_date.h"
#include "model/form.h"
#include "query/positions.h"

#include <string.h>

static const struct record *record_of(const struct columns_row *row)
{
	return row->result->record;
}

static void text(struct buf *out, const char *words)
{
	if (words)
		buf_text(out, words);
}

static void thing(struct buf *out, const struct columns_row *row, struct ref ref)
{
	if (ref.thing == THING_NONE)
		return;
	if (!row->names)
		buf_text(out, record_id(record_of(row), ref));
	else if (ref.thing == THING_SOURCE)
		words_source_full(out, record_of(row), ref);
	else if (ref.thing == THING_QUOTE)
		buf_text(out, record_id(record_of(row), ref));
	else
		words_name(out, record_of(row), ref);
}

/* What a selection leaves out is not named. */
static bool is_shown(const struct columns_row *row, struct ref ref)
{
	return ref.thing == THING_EVENT    ? result_row(row->result, ref.index) >= 0
		: ref.thing == THING_QUOTE ? result_has_quote(row->result, ref.index)
					   : true;
}

static void things(struct buf *out, const struct columns_row *row, const struct refs *refs)
{
	for (uint32_t n = 0, some = 0; refs && n < refs->count; n++) {
		if (!is_shown(row, refs->at[n]))
			continue;
		buf_text(out, some++ ? "; " : "");
		thing(out, row, refs->at[n]);
	}
}

static void edtf(struct buf *out, const struct date *date)
{
	if (date)
		date_edtf(date, out);
}

static void day(struct buf *out, const struct date *date, bool last)
{
	if (date)
		date_day_text(last ? date->latest : date->earliest, out);
}

/* ---- of an event ---- */

static void event_id(struct buf *out, const struct columns_row *row)
{
	text(out, row->event->id);
}
static void event_title(struct buf *out, const struct columns_row *row)
{
	text(out, row->event->title);
}
static void event_date(struct buf *out, const struct columns_row *row)
{
	edtf(out, row->event->date);
}
static void event_earliest(struct buf *out, const struct columns_row *row)
{
	day(out, row->event->date, false);
}
static void event_latest(struct buf *out, const struct columns_row *row)
{
	day(out, row->event->date, true);
}
static void event_display(struct buf *out, const struct columns_row *row)
{
	words_date(out, DATES_BOTH, when_of_event(row->event));
}
static void event_os(struct buf *out, const struct columns_row *row)
{
	text(out, row->event->date_os ? row->event->date_os->edtf : NULL);
}
static void event_era(struct buf *out, const struct columns_row *row)
{
	thing(out, row, row->event->era);
}
static void event_place(struct buf *out, const struct columns_row *row)
{
	text(out, row->event->location);
}
static void event_parties(struct buf *out, const struct columns_row *row)
{
	things(out, row, row->event->parties);
}
static void event_host(struct buf *out, const struct columns_row *row)
{
	things(out, row, row->event->host);
}
static void event_mediator(struct buf *out, const struct columns_row *row)
{
	things(out, row, row->event->mediator);
}
static void event_people(struct buf *out, const struct columns_row *row)
{
	const struct participants *people = row->event->people;
	for (uint32_t n = 0; people && n < people->count; n++) {
		buf_text(out, n ? "; " : "");
		thing(out, row, people->at[n].person);
		if (row->names && people->at[n].role)
			buf_format(out, ", %s", people->at[n].role);
	}
}
static void event_summary(struct buf *out, const struct columns_row *row)
{
	text(out, row->event->summary);
}
static void event_outcome(struct buf *out, const struct columns_row *row)
{
	text(out, row->event->outcome);
}
static void event_note(struct buf *out, const struct columns_row *row)
{
	text(out, row->event->more ? row->event->more->note : NULL);
}
static void event_source(struct buf *out, const struct columns_row *row)
{
	things(out, row, row->event->source);
}
static void event_locator(struct buf *out, const struct columns_row *row)
{
	text(out, row->event->locator);
}
static void event_themes(struct buf *out, const struct columns_row *row)
{
	things(out, row, row->event->themes);
}
static void event_date_text(struct buf *out, const struct columns_row *row)
{
	text(out, row->event->more ? row->event->more->date_text : NULL);
}
static void event_duration(struct buf *out, const struct columns_row *row)
{
	text(out, row->event->more ? row->event->more->duration : NULL);
}
/* A line each: issue, party and stand, and the words or the source that it rests on. */
static void event_positions(struct buf *out, const struct columns_row *row)
{
	const struct positions *positions = row->event->positions;
	for (uint32_t n = 0; positions && n < positions->count; n++) {
		const struct position *at = &positions->at[n];
		bool words = at->quote.thing == THING_QUOTE && is_shown(row, at->quote);
		buf_text(out, n ? "\n" : "");
		thing(out, row, at->issue);
		buf_text(out, ", ");
		thing(out, row, at->party);
		buf_format(out, ": %s (", at->text);
		thing(out, row, words ? at->quote : position_source(record_of(row), at));
		buf_char(out, ')');
	}
}
static void event_quotes(struct buf *out, const struct columns_row *row)
{
	buf_format(out, "%u", (unsigned)result_quote_count(row->result, row->event));
}

static const struct column events[] = {
	{"id", false, event_id},
	{"date", true, event_date},
	{"earliest", true, event_earliest},
	{"latest", true, event_latest},
	{"display", false, event_display},
	{"date_os", true, event_os},
	{"title", false, event_title},
	{"era", false, event_era},
	{"place", false, event_place},
	{"parties", false, event_parties},
	{"host", false, event_host},
	{"mediator", false, event_mediator},
	{"people", false, event_people},
	{"summary", false, event_summary},
	{"outcome", false, event_outcome},
	{"note", false, event_note},
	{"source", false, event_source},
	{"locator", false, event_locator},
	{"themes", false, event_themes},
	{"quotations", false, event_quotes},
	{"date_text", false, event_date_text},
	{"duration", false, event_duration},
	{"positions", false, event_positions},
};

/* ---- of a quotation ---- */

static const struct date *said(const struct columns_row *row)
{
	return quote_said(record_of(row), row->quote);
}

static void quote_id(struct buf *out, const struct columns_row *row)
{
	text(out, row->quote->id);
}
static void quote_date(struct buf *out, const struct columns_row *row)
{
	edtf(out, said(row));
}
static void quote_earliest(struct buf *out, const struct columns_row *row)
{
	day(out, said(row), false);
}
static void quote_latest(struct buf *out, const struct columns_row *row)
{
	day(out, said(row), true);
}
static void quote_display(struct buf *out, const struct columns_row *row)
{
	words_date(out, DATES_BOTH, when_of_quote(record_of(row), row->quote));
}
static void quote_words(struct buf *out, const struct columns_row *row)
{
	text(out, row->quote->text);
}
static void quote_kind(struct buf *out, const struct columns_row *row)
{
	text(out, form_kinds.at[row->quote->kind]);
}
static void quote_status(struct buf *out, const struct columns_row *row)
{
	text(out, form_statuses.at[row->quote->status]);
}
static void quote_speaker(struct buf *out, const struct columns_row *row)
{
	thing(out, row, row->quote->speaker);
}
static void quote_attribution(struct buf *out, const struct columns_row *row)
{
	words_speaker(out, record_of(row), row->quote);
}
static void quote_party(struct buf *out, const struct columns_row *row)
{
	thing(out, row, record_party(record_of(row), row->quote->speaker));
}
static void quote_to(struct buf *out, const struct columns_row *row)
{
	things(out, row, row->quote->more ? row->quote->more->to : NULL);
}
static void quote_public_day(struct buf *out, const struct columns_row *row)
{
	edtf(out, quote_public(record_of(row), row->quote));
}
static void quote_language(struct buf *out, const struct columns_row *row)
{
	text(out, quote_text_language(record_of(row), row->quote));
}
static void quote_original(struct buf *out, const struct columns_row *row)
{
	const struct quote_more *more = row->quote->more;
	for (uint32_t n = 0; more && more->original && n < more->original->count; n++) {
		buf_text(out, n ? "\n" : "");
		text(out, more->original->at[n].text);
	}
}
static void quote_source(struct buf *out, const struct columns_row *row)
{
	thing(out, row, row->quote->source);
}
static void quote_locator(struct buf *out, const struct columns_row *row)
{
	text(out, row->quote->locator);
}
static void quote_url(struct buf *out, const struct columns_row *row)
{
	if (row->quote->source.thing == THING_SOURCE)
		text(out, record_of(row)->sources[row->quote->source.index].fields[SOURCE_URL]);
}
static void quote_themes(struct buf *out, const struct columns_row *row)
{
	things(out, row, row->quote->themes);
}
static void quote_answers(struct buf *out, const struct columns_row *row)
{
	things(out, row, row->quote->answers);
}
static void quote_note(struct buf *out, const struct columns_row *row)
{
	text(out, row->quote->note);
}

/* A line each: the source, where in it, and its wording where that is another. */
static void quote_also_in(struct buf *out, const struct columns_row *row)
{
	const struct attestations *also = row->quote->also_in;
	for (uint32_t n = 0; also && n < also->count; n++) {
		buf_text(out, n ? "\n" : "");
		thing(out, row, also->at[n].source);
		if (also->at[n].locator)
			buf_format(out, ", %s", also->at[n].locator);
		if (also->at[n].text)
			buf_format(out, ": %s", also->at[n].text);
	}
}
static void quote_via(struct buf *out, const struct columns_row *row)
{
	things(out, row, row->quote->more ? row->quote->more->via : NULL);
}
static void quote_translator(struct buf *out, const struct columns_row *row)
{
	text(out, row->quote->more ? row->quote->more->translator : NULL);
}
static void quote_about(struct buf *out, const struct columns_row *row)
{
	things(out, row, row->quote->about);
}
static void quote_same_as(struct buf *out, const struct columns_row *row)
{
	if (row->quote->more && is_shown(row, row->quote->more->same_as))
		thing(out, row, row->quote->more->same_as);
}

static const struct column quotes[] = {
	{"id", false, quote_id},
	{"date", true, quote_date},
	{"earliest", true, quote_earliest},
	{"latest", true, quote_latest},
	{"display", false, quote_display},
	{"text", false, quote_words},
	{"kind", false, quote_kind},
	{"status", false, quote_status},
	{"speaker", false, quote_speaker},
	{"attribution", false, quote_attribution},
	{"party", false, quote_party},
	{"to", false, quote_to},
	{"public", true, quote_public_day},
	{"language", false, quote_language},
	{"original", false, quote_original},
	{"source", false, quote_source},
	{"locator", false, quote_locator},
	{"url", false, quote_url},
	{"themes", false, quote_themes},
	{"answers", false, quote_answers},
	{"note", false, quote_note},
	{"event", false, event_id},
	{"event_title", false, event_title},
	{"event_date", true, event_date},
	{"era", false, event_era},
	{"place", false, event_place},
	{"also_in", false, quote_also_in},
	{"via", false, quote_via},
	{"translator", false, quote_translator},
	{"about", false, quote_about},
	{"same_as", false, quote_same_as},
};

const struct columns columns_quotes = {"Quotations", quotes, sizeof quotes / sizeof *quotes};
const struct columns columns_events = {"Events", events, sizeof events / sizeof *events};

/* ---- rows ---- */

void columns_begin(struct columns_walk *walk, const struct columns *columns,
	const struct result *result, bool names)
{
	*walk = (struct columns_walk){.row = {.result = result, .names = names},
		.thing = columns == &columns_events ? THING_EVENT : THING_QUOTE};
	sequence_begin(&walk->sequence, result);
}

bool columns_next(struct columns_walk *walk)
{
	const struct record *record = walk->row.result->record;
	struct ref ref;
	do {
		if (!sequence_next(&walk->sequence, &ref))
			return false;
	} while (ref.thing != walk->thing);
	walk->row.quote = ref.thing == THING_QUOTE ? &record->quotes[ref.index] : NULL;
	walk->row.event = &record->events[walk->row.quote ? walk->row.quote->event : ref.index];
	return true;
}

void columns_end(struct columns_walk *walk)
{
	sequence_end(&walk->sequence);
}

bool columns_is_formula(const struct column *column, const char *cell)
{
	return !column->date && *cell && strchr("=+-@\t\r", *cell);
}
