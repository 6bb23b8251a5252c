/* Events, with what hangs on them: participants and positions. Quotations have a file of their own. */
#include "load/fields.h"
#include "load/readers.h"
#include "load/values.h"

#include <stdlib.h>
#include <string.h>

struct event_draft {
	struct event event;
	struct event_more more;
};

/* Stands where an event's date was at fault, so that nobody meets an event without one. */
static const struct date undated = {.edtf = "XXXX",
	.earliest = DATE_UNKNOWN_START,
	.latest = DATE_UNKNOWN_END,
	.sort = DATE_NO_SORT,
	.second = -1};

/* ---- participants ---- */

static const struct field participant_fields[] = {
	{FIELD_NAME("person"), FIELD_REF, offsetof(struct participant, person),
		THING_BIT(THING_PERSON), .needs = "a person"},
	{FIELD_NAME("role"), FIELD_TEXT, offsetof(struct participant, role)},
};
static const struct shape participant_shape = {"a participant", participant_fields,
	sizeof participant_fields / sizeof *participant_fields, SHAPE_PARTICIPANT, 1};

static void participant_read(struct loader *load, const struct node *node, void *into)
{
	struct participants *participants = into;
	struct participant *participant = &participants->at[participants->count++];
	*participant = (struct participant){{THING_NONE, 0}, NULL};
	if (node->kind == NODE_MAP)
		fields_read(load, &participant_shape, node, node->place, participant);
	else if (value_plain(load, "people", node))
		participant->person = value_ref(load, node, THING_BIT(THING_PERSON));
}

static void people_read(struct loader *load, const struct node *node, void *into)
{
	struct event_draft *draft = into;
	struct participants *participants = arena_alloc(&load->record->arena, 1,
		sizeof *participants + (node->count + 1) * sizeof *participants->at);
	if (node->kind == NODE_SCALAR)
		participant_read(load, node, participants);
	else
		fields_each(load, "people", node, participants, participant_read);
	draft->event.people = participants->count ? participants : NULL;
}

/* ---- positions ---- */

static const struct field position_fields[] = {
	{FIELD_NAME("issue"), FIELD_REF, offsetof(struct position, issue), THING_BIT(THING_THEME),
		.needs = "an issue"},
	{FIELD_NAME("party"), FIELD_REF, offsetof(struct position, party), THING_BIT(THING_PARTY),
		.needs = "a party"},
	{FIELD_NAME("text"), FIELD_TEXT, offsetof(struct position, text), .needs = "a text"},
	{FIELD_NAME("quote"), FIELD_REF, offsetof(struct position, quote), THING_BIT(THING_QUOTE)},
	{FIELD_NAME("source"), FIELD_REF, offsetof(struct position, source),
		THING_BIT(THING_SOURCE)},
};
static const struct shape position_shape = {"a position", position_fields,
	sizeof position_fields / sizeof *position_fields, SHAPE_POSITION, 3};

static void position_read(struct loader *load, const struct node *node, void *into)
{
	struct positions *positions = into;
	struct position *position = &positions->at[positions->count++];
	*position = (struct position){.text = "", .place = node->place};
	if (fields_read(load, &position_shape, node, node->place, position) &&
		!fields_node(node, "quote") && !fields_node(node, "source"))
		code_report(load->diags, CODE_MISSING_FIELD, node->place,
			"a position needs a quotation or a source (\"quote\" or \"source\")");
}

static void positions_read(struct loader *load, const struct node *node, void *into)
{
	struct event_draft *draft = into;
	struct positions *positions = arena_alloc(
		&load->record->arena, 1, sizeof *positions + node->count * sizeof *positions->at);
	fields_each(load, "positions", node, positions, position_read);
	draft->event.positions = positions->count ? positions : NULL;
}

static void quotes_read(struct loader *load, const struct node *node, void *into)
{
	fields_each(load, "quotes", node, into, quote_read);
}

/* ---- events ---- */

enum { SIDES = THING_BIT(THING_PARTY) | THING_BIT(THING_PERSON) };

static const struct field event_fields[] = {
	{FIELD_NAME("id"), FIELD_ID, offsetof(struct event_draft, event.id), .needs = "an id"},
	{FIELD_NAME("date"), FIELD_DATE, offsetof(struct event_draft, event.date)},
	{FIELD_NAME("date_os"), FIELD_DATE_OS, offsetof(struct event_draft, event.date_os)},
	{FIELD_NAME("date_text"), FIELD_TEXT, offsetof(struct event_draft, more.date_text)},
	{FIELD_NAME("order"), FIELD_INTEGER, offsetof(struct event_draft, more.order)},
	{FIELD_NAME("era"), FIELD_REF, offsetof(struct event_draft, event.era),
		THING_BIT(THING_ERA)},
	{FIELD_NAME("after"), FIELD_REF, offsetof(struct event_draft, more.after),
		THING_BIT(THING_EVENT)},
	{FIELD_NAME("title"), FIELD_TEXT, offsetof(struct event_draft, event.title), .title = true,
		.needs = "a title"},
	{FIELD_NAME("place"), FIELD_TEXT, offsetof(struct event_draft, event.location)},
	{FIELD_NAME("duration"), FIELD_TEXT, offsetof(struct event_draft, more.duration)},
	{FIELD_NAME("parties"), FIELD_REFS, offsetof(struct event_draft, event.parties),
		THING_BIT(THING_PARTY)},
	{FIELD_NAME("host"), FIELD_REFS, offsetof(struct event_draft, event.host), SIDES},
	{FIELD_NAME("mediator"), FIELD_REFS, offsetof(struct event_draft, event.mediator), SIDES},
	{FIELD_NAME("people"), FIELD_OTHER, .read = people_read},
	{FIELD_NAME("summary"), FIELD_TEXT, offsetof(struct event_draft, event.summary)},
	{FIELD_NAME("outcome"), FIELD_TEXT, offsetof(struct event_draft, event.outcome)},
	{FIELD_NAME("note"), FIELD_TEXT, offsetof(struct event_draft, more.note)},
	{FIELD_NAME("source"), FIELD_REFS, offsetof(struct event_draft, event.source),
		THING_BIT(THING_SOURCE)},
	{FIELD_NAME("locator"), FIELD_TEXT, offsetof(struct event_draft, event.locator)},
	{FIELD_NAME("themes"), FIELD_REFS, offsetof(struct event_draft, event.themes),
		THING_BIT(THING_THEME)},
	{FIELD_NAME("quotes"), FIELD_OTHER, .read = quotes_read},
	{FIELD_NAME("positions"), FIELD_OTHER, .read = positions_read},
};
static const struct shape event_shape = {
	"an event", event_fields, sizeof event_fields / sizeof *event_fields, SHAPE_EVENT, 2};

/* The event's date is `date`, else what `date_os` is in the Gregorian calendar. */
static void event_dates(struct loader *load, struct event *event, const struct node *value)
{
	const struct node *date = fields_node(value, "date"),
			  *old_style = fields_node(value, "date_os");
	if (!date && !old_style)
		code_report(load->diags, CODE_MISSING_FIELD, value->place,
			"an event needs a date (\"date\" or \"date_os\")");
	if (event->date && event->date_os)
		value_dates_differ(load, "date", event->date, event->date_os, old_style->place);
	if (!event->date)
		event->date = event->date_os;
}

static bool has_more(const struct event_more *more)
{
	return more->date_text || more->duration || more->note || more->order ||
		more->after.thing != THING_NONE || more->after.index;
}

void event_read(struct loader *load, const struct node *key, const struct node *value)
{
	struct record *record = load->record;
	struct event_draft draft = {.event = {.id = "",
					    .title = "",
					    .first_quote = record->counts[THING_QUOTE],
					    .place = value->place}};
	struct event *event = &draft.event;
	(void)key;
	if (fields_read(load, &event_shape, value, value->place, &draft))
		event_dates(load, event, value);
	if (!event->date)
		event->date = &undated;
	event->quote_count = record->counts[THING_QUOTE] - event->first_quote;
	if (has_more(&draft.more)) {
		struct event_more *more = arena_alloc(&record->arena, 1, sizeof *more);
		*more = draft.more;
		event->more = more;
	}
	record->events = loader_room(load, THING_EVENT, record->events, sizeof *event);
	record->events[record->counts[THING_EVENT]] = *event;
	const struct node *id = value->kind == NODE_MAP ? fields_node(value, "id") : NULL;
	loader_added(load, THING_EVENT, event->id, id ? id->place : value->place);
}
