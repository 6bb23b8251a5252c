/* An event with its quotations and positions, field by field in the order of truce(5)'s tables. */
#include "print/walk_fields.h"

/* A date that is given in Old Style alone is kept as that date in both fields, so the New Style
 * one is only said where everything is. */
static void date_both(struct sink *sink, const char *key, const char *key_old,
	const struct date *date, const struct date *old_style)
{
	if (date && (sink->resolved || !date->old_style))
		walk_date(sink, key, date);
	walk_date(sink, key_old, old_style ? old_style : date && date->old_style ? date : NULL);
}

/* An end that is not known counts as open, as for the reader of the file. */
static int64_t first_day(const struct date *date)
{
	return date->earliest == DATE_UNKNOWN_START ? DATE_OPEN_START : date->earliest;
}

static int64_t last_day(const struct date *date)
{
	return date->latest == DATE_UNKNOWN_END ? DATE_OPEN_END : date->latest;
}

/* Whether a reader of the file finds the event's era without being told: it is the one narrowest
 * era that holds the date. Where two are equally narrow, or eras are so many that looking at each
 * for every event would take its time, the file says. */
static bool era_is_plain(const struct record *record, const struct event *event)
{
	enum { ERAS_MOST = 64 };
	if (record->counts[THING_ERA] > ERAS_MOST)
		return false;
	bool other_as_narrow = false;
	uint32_t narrowest = UINT32_MAX;
	uint64_t least = UINT64_MAX;
	for (uint32_t n = 0; n < record->counts[THING_ERA]; n++) {
		const struct date *date = record->eras[n].date;
		if (!date || first_day(date) > first_day(event->date) ||
			last_day(date) < last_day(event->date))
			continue;
		uint64_t days = (uint64_t)last_day(date) - (uint64_t)first_day(date);
		if (days < least) {
			least = days;
			narrowest = n;
			other_as_narrow = false;
		} else if (days == least) {
			other_as_narrow = true;
		}
	}
	return narrowest == event->era.index && !other_as_narrow;
}

static void people(struct sink *sink, const struct participants *people)
{
	const struct sink_calls *calls = sink->calls;
	if (!people || !people->count)
		return;
	bool roles = sink->resolved;
	for (uint32_t n = 0; n < people->count; n++)
		roles |= people->at[n].role != NULL;
	if (!roles) {
		const struct record *record = sink->keep->result->record;
		const char **ids = arena_alloc(&sink->arena, people->count, sizeof *ids);
		for (uint32_t n = 0; n < people->count; n++)
			ids[n] = record_id(record, people->at[n].person);
		calls->words(sink, "people", ids, people->count);
		return;
	}
	calls->open(sink, "people", SHAPE_LIST);
	for (uint32_t n = 0; n < people->count; n++) {
		const struct participant *one = &people->at[n];
		if (!one->role && !sink->resolved) {
			walk_ref(sink, NULL, one->person);
			continue;
		}
		calls->open(sink, NULL, SHAPE_SHORT);
		walk_ref(sink, "person", one->person);
		walk_text(sink, "role", one->role);
		calls->close(sink, SHAPE_SHORT);
	}
	calls->close(sink, SHAPE_LIST);
}

static void attestations(struct sink *sink, const struct attestations *also)
{
	if (!also || !also->count)
		return;
	sink->calls->open(sink, "also_in", SHAPE_LIST);
	for (uint32_t n = 0; n < also->count; n++) {
		sink->calls->open(sink, NULL, SHAPE_MAP);
		walk_ref(sink, "source", also->at[n].source);
		walk_text(sink, "locator", also->at[n].locator);
		walk_text(sink, "text", also->at[n].text);
		walk_text(sink, "note", also->at[n].note);
		sink->calls->close(sink, SHAPE_MAP);
	}
	sink->calls->close(sink, SHAPE_LIST);
}

static void original(struct sink *sink, const struct quote_more *more)
{
	if (!more->original && !more->original_language)
		return;
	sink->calls->open(sink, "original", SHAPE_MAP);
	walk_word(sink, "language", more->original_language);
	walk_text(sink, "text", more->original);
	sink->calls->close(sink, SHAPE_MAP);
}

static void kind_and_status(struct sink *sink, const struct quote *quote)
{
	static const char *const kinds[QUOTE_KIND_COUNT] = {
		[QUOTE_QUOTATION] = "quotation",
		[QUOTE_PARAPHRASE] = "paraphrase",
		[QUOTE_THESIS] = "thesis",
	};
	static const char *const statuses[STATUS_COUNT] = {
		[STATUS_CHECKED] = "checked",
		[STATUS_ATTRIBUTED] = "attributed",
		[STATUS_DISPUTED] = "disputed",
		[STATUS_MISATTRIBUTED] = "misattributed",
	};
	if (sink->resolved || quote->kind != QUOTE_QUOTATION)
		walk_word(sink, "kind", kinds[quote->kind]);
	if (sink->resolved || quote->status != STATUS_CHECKED)
		walk_word(sink, "status", statuses[quote->status]);
}

static void quote(struct sink *sink, const struct quote *quote)
{
	static const struct quote_more none;
	const struct quote_more *more = quote->more ? quote->more : &none;
	sink->calls->open(sink, NULL, SHAPE_MAP);
	walk_word(sink, "id", quote->id);
	walk_text(sink, "text", quote->text);
	walk_text(sink, "prefix", more->prefix);
	walk_text(sink, "suffix", more->suffix);
	walk_ref(sink, "speaker", quote->speaker);
	walk_text(sink, "role", quote->role);
	walk_refs(sink, "to", quote->to);
	date_both(sink, "said", "said_os", quote->said, more->said_os);
	walk_date(sink, "public", quote->published);
	walk_word(sink, "language", quote->language);
	original(sink, more);
	walk_text(sink, "translator", more->translator);
	walk_ref(sink, "source", quote->source);
	walk_text(sink, "locator", quote->locator);
	attestations(sink, quote->also_in);
	walk_refs(sink, "answers", quote->answers);
	walk_refs(sink, "about", quote->about);
	kind_and_status(sink, quote);
	walk_refs(sink, "themes", quote->themes);
	walk_text(sink, "note", quote->note);
	sink->calls->close(sink, SHAPE_MAP);
}

static void quotes(struct sink *sink, const struct event *event)
{
	const struct result *result = sink->keep->result;
	uint32_t count = result_quote_count(result, event);
	if (!count)
		return;
	sink->calls->open(sink, "quotes", SHAPE_LIST);
	for (uint32_t n = 0; n < count; n++)
		quote(sink, result_quote(result, event, n));
	sink->calls->close(sink, SHAPE_LIST);
}

static void positions(struct sink *sink, const struct positions *positions)
{
	bool any = false;
	for (uint32_t n = 0; positions && n < positions->count; n++) {
		const struct position *position = &positions->at[n];
		if (!keep_position(sink->keep, position))
			continue;
		if (!any)
			sink->calls->open(sink, "positions", SHAPE_LIST);
		any = true;
		sink->calls->open(sink, NULL, SHAPE_MAP);
		walk_ref(sink, "issue", position->issue);
		walk_ref(sink, "party", position->party);
		walk_text(sink, "text", position->text);
		walk_ref(sink, "quote", position->quote);
		walk_ref(sink, "source", position->source);
		sink->calls->close(sink, SHAPE_MAP);
	}
	if (any)
		sink->calls->close(sink, SHAPE_LIST);
}

static bool is_sorted(const struct event *event, const struct event *next)
{
	return date_compare_ordered(event->date, event->more ? event->more->order : 0, next->date,
		       next->more ? next->more->order : 0) <= 0;
}

/* The event that this one comes after. Where a selection leaves that out and dates alone would put this one
 * elsewhere, it is the one before it in the selection, so that the order stays when the file is read. */
static struct ref after(
	const struct sink *sink, const struct event *event, const struct event_more *more)
{
	const struct ref none = {THING_NONE, 0};
	const struct result *result = sink->keep->result;
	const struct event *events = result->record->events;
	if (more->after.thing == THING_NONE || keep_has(sink->keep, more->after))
		return more->after;
	uint32_t row = (uint32_t)result_row(result, (uint32_t)(event - events));
	if (!row)
		return none;
	const struct event *before = result_event(result, row - 1);
	bool last = row + 1 == result->event_count;
	if (event->date->latest < before->date->earliest ||
		(is_sorted(before, event) &&
			(last || is_sorted(event, result_event(result, row + 1)))))
		return none;
	return record_ref(THING_EVENT, (uint32_t)(before - events));
}

void walk_event(struct sink *sink, const char *key, const struct event *event)
{
	static const struct event_more none;
	const struct event_more *more = event->more ? event->more : &none;
	sink->calls->open(sink, key, SHAPE_MAP);
	walk_word(sink, "id", event->id);
	walk_text(sink, "title", event->title);
	date_both(sink, "date", "date_os", event->date, event->date_os);
	walk_text(sink, "date_text", more->date_text);
	if (more->order)
		sink->calls->number(sink, "order", more->order);
	if (sink->resolved || !era_is_plain(sink->keep->result->record, event))
		walk_ref(sink, "era", event->era);
	walk_ref(sink, "after", after(sink, event, more));
	walk_text(sink, "place", event->location);
	walk_text(sink, "duration", more->duration);
	walk_refs(sink, "parties", event->parties);
	walk_refs(sink, "host", event->host);
	walk_refs(sink, "mediator", event->mediator);
	people(sink, event->people);
	walk_text(sink, "summary", event->summary);
	walk_text(sink, "outcome", event->outcome);
	walk_text(sink, "note", more->note);
	walk_refs(sink, "source", event->source);
	walk_text(sink, "locator", event->locator);
	walk_refs(sink, "themes", event->themes);
	quotes(sink, event);
	positions(sink, event->positions);
	sink->calls->close(sink, SHAPE_MAP);
}
