/* libyaml is asked for one event at a time, with the bytes that node_feed.c hands it. What it says
 * against a file is told by node_error.c, unless it comes of something that was reported before. */
#include "base/node_events.h"

#include "base/json_slip.h"
#include "base/memory.h"
#include "base/node_feed.h"
#include "base/node_mend.h"
#include "base/node_stored.h"
#include "base/node_swallow.h"
#include "base/patience.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

struct node_events {
	yaml_parser_t parser;
	yaml_event_t yaml;
	struct node_event event;
	struct node_feed feed;
	struct remarks remarks;
	struct node_mend *mend; /* owns the bytes where it is not NULL */
	struct diag_list *diags;
	struct node_swallow swallow;
	struct place quoted; /* the latest scalar in quotation marks */
	uint32_t file;
	bool gives;                     /* what was read is given back */
	bool hushed;                    /* nothing is said of what comes of a problem told */
	bool flow;                      /* the record is written in brackets, as JSON is */
	const struct node_known *known; /* or NULL */
	struct json_slip slip;          /* found when `known` is lent */
	struct stored_reader stored;    /* in libyaml's place where it is of something */
};

static struct place place_of(const struct node_events *events, yaml_mark_t mark)
{
	return (struct place){(uint32_t)mark.line + 1, (uint32_t)mark.column + 1, events->file};
}

void node_events_too_large(struct node_events *events, struct place place)
{
	diag_add(events->diags, DIAG_ERROR, place, "item-too-large",
		"this item is larger than 16 MiB or has more than a million values; "
		"is a quotation mark or a bracket closed too late?");
}

/* The bytes may have been given back. */
static struct node_failure failure_of(const struct node_events *events)
{
	const struct node_feed *feed = &events->feed;
	return (struct node_failure){.bytes = feed->bytes + feed->start,
		.len = feed->len - feed->start,
		.place = events->event.place,
		.value = events->quoted,
		.remarks = &events->remarks,
		.known = events->known,
		.flow = events->flow};
}

struct node_failure node_events_failure(const struct node_events *events)
{
	diag_file_fetch(events->diags, events->file, 0);
	return failure_of(events);
}

/* What is wrong with the signs of a record in JSON. */
static bool slip_report(struct node_events *events)
{
	struct json_slip *slip = &events->slip;
	if (slip->found)
		diag_add(events->diags, DIAG_ERROR, slip->place, slip->code, "%s",
			buf_string(&slip->text));
	return slip->found;
}

/* Tells why there is no next event. */
__attribute__((noinline)) static void failure_report(struct node_events *events, struct place open)
{
	const yaml_parser_t *parser = &events->parser;
	if (parser->error == YAML_MEMORY_ERROR)
		mem_alloc(SIZE_MAX); /* says "out of memory" and ends */
	if (events->feed.refused)
		return; /* reported where it was found */
	if (events->feed.too_large) {
		node_events_too_large(events, events->event.place);
		return;
	}
	if (parser->error == YAML_READER_ERROR) {
		node_feed_refuse(&events->feed, events->feed.start + parser->problem_offset);
		return;
	}
	/* What comes of a character that was replaced, or of the words behind an alias that is none. */
	struct place line = {(uint32_t)parser->problem_mark.line + 1, 1, events->file};
	struct place above = {line.line - (line.line > 1), 1, 0};
	if (node_feed_altered(&events->feed, above, (struct place){line.line + 1, 1, 0}) ||
		(events->event.type == EVENT_ALIAS && events->event.place.line == line.line))
		return;
	if (node_mend_has(events->mend, (uint32_t)parser->problem_mark.line + 1))
		return;
	if (events->hushed || slip_report(events))
		return;
	struct node_failure failure = node_events_failure(events);
	failure.problem = parser->problem;
	failure.context = parser->context;
	failure.place = place_of(events, parser->problem_mark);
	failure.opened = place_of(events, parser->context_mark);
	failure.open = open;
	node_error_report(&failure, events->diags);
}

/* Which # concerns the value that has been read. */
static uint32_t remark_of(struct node_events *events, enum remark_style style)
{
	const yaml_event_t *yaml = &events->yaml;
	if (!remarks_near(&events->remarks, (uint32_t)yaml->end_mark.line + 1))
		return 0;
	return remarks_pass(
		&events->remarks, events->event.place, place_of(events, yaml->end_mark), style);
}

static enum remark_style remark_style_of(yaml_scalar_style_t style)
{
	return style == YAML_PLAIN_SCALAR_STYLE ? REMARK_PLAIN
		: style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE
		? REMARK_BLOCK
		: REMARK_QUOTED;
}

/* Whether the scalar of several lines has swallowed a field, or the items of a list. Kept apart, as
 * what is done for few: what is done for each event needs no room for it. */
__attribute__((noinline)) static bool event_swallows(struct node_events *events)
{
	const struct node_event *event = &events->event;
	const char *looked = events->swallow.at; /* where lines are counted from */
	if (!event->plain || strstr(event->text, "- ") || memchr(event->text, ':', event->len))
		diag_file_fetch(events->diags, events->file,
			looked ? (size_t)(looked - events->feed.bytes) : 0);
	struct node_failure failure = failure_of(events);
	uint32_t last = (uint32_t)events->yaml.end_mark.line + 1;
	failure.opened = event->place;
	if (event->plain)
		return node_swallow_items(&events->swallow, &failure, last, event->text, event->len,
			       events->diags) ||
			node_swallow_plain(&failure, last, event->text, event->len, events->diags);
	return node_swallow_find(&events->swallow, failure.bytes, failure.bytes + failure.len,
		events->known, event->place, last);
}

static void scalar_take(struct node_events *events)
{
	const yaml_event_t *yaml = &events->yaml;
	struct node_event *event = &events->event;
	yaml_scalar_style_t style = yaml->data.scalar.style;
	event->type = EVENT_SCALAR;
	event->text = (const char *)yaml->data.scalar.value;
	event->len = yaml->data.scalar.length;
	event->anchor = (const char *)yaml->data.scalar.anchor;
	event->tag = (const char *)yaml->data.scalar.tag;
	event->plain = style == YAML_PLAIN_SCALAR_STYLE;
	event->paired = events->feed.surrogates.joined;
	event->escapes = style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
	event->altered = (events->feed.altered_count &&
				 node_feed_altered(&events->feed, event->place,
					 place_of(events, yaml->end_mark))) ||
		(!event->len && node_mend_has(events->mend, event->place.line));
	/* As many bytes as characters from mark to mark: nothing was folded or decoded. */
	event->ascii = event->plain && yaml->end_mark.index - yaml->start_mark.index == event->len;
	if (event->escapes || style == YAML_SINGLE_QUOTED_SCALAR_STYLE)
		events->quoted = event->place;
	enum remark_style kind = remark_style_of(style);
	event->lines = yaml->end_mark.line > yaml->start_mark.line;
	event->swallows = event->lines && events->known && kind != REMARK_BLOCK &&
		event_swallows(events);
	event->remark = remark_of(events, kind);
	event->special = event->paired || event->escapes || event->anchor || event->tag ||
		events->feed.altered_count;
}

static void event_take(struct node_events *events)
{
	const yaml_event_t *yaml = &events->yaml;
	struct node_event *event = &events->event;
	event->place = place_of(events, yaml->start_mark);
	switch (yaml->type) {
	case YAML_SCALAR_EVENT:
		scalar_take(events);
		break;
	case YAML_SEQUENCE_START_EVENT:
		event->type = EVENT_LIST;
		event->flow = yaml->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
		event->anchor = (const char *)yaml->data.sequence_start.anchor;
		event->tag = (const char *)yaml->data.sequence_start.tag;
		break;
	case YAML_MAPPING_START_EVENT:
		event->type = EVENT_MAP;
		event->flow = yaml->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
		event->anchor = (const char *)yaml->data.mapping_start.anchor;
		event->tag = (const char *)yaml->data.mapping_start.tag;
		break;
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		event->type = EVENT_CLOSE;
		event->remark = yaml->end_mark.index > yaml->start_mark.index
			? remark_of(events, REMARK_BRACKET)
			: 0;
		break;
	case YAML_ALIAS_EVENT:
		event->type = EVENT_ALIAS;
		event->text = (const char *)yaml->data.alias.anchor;
		event->len = strlen(event->text);
		event->plain = true;
		event->ascii = event->escapes = event->paired = event->altered = event->lines =
			false;
		event->special = true;
		event->remark = 0;
		break;
	case YAML_DOCUMENT_START_EVENT:
		event->type = EVENT_DOCUMENT;
		event->directives = yaml->data.document_start.version_directive ||
			yaml->data.document_start.tag_directives.start !=
				yaml->data.document_start.tag_directives.end;
		break;
	case YAML_STREAM_END_EVENT:
		event->type = EVENT_END;
		break;
	default:
		event->type = EVENT_OTHER;
	}
}

/* Whether the event has memory of its own: the ends of lists and mappings have none, and few beginnings. */
static bool event_owns(const struct node_events *events)
{
	const yaml_event_t *yaml = &events->yaml;
	const struct node_event *event = &events->event;
	if (events->stored.of)
		return false;
	switch (yaml->type) {
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		return false;
	case YAML_SEQUENCE_START_EVENT:
	case YAML_MAPPING_START_EVENT:
		return event->anchor || event->tag;
	default:
		return true;
	}
}

/* ---- what was read before ---- */

/* What libyaml calls each kind. */
static const struct {
	yaml_event_type_t type;
	int style; /* of a list, a mapping or a scalar */
} stored_kinds[] = {
	[STORED_STREAM] = {YAML_STREAM_START_EVENT, 0},
	[STORED_DOCUMENT] = {YAML_DOCUMENT_START_EVENT, 0},
	[STORED_LIST] = {YAML_SEQUENCE_START_EVENT, YAML_BLOCK_SEQUENCE_STYLE},
	[STORED_LIST_FLOW] = {YAML_SEQUENCE_START_EVENT, YAML_FLOW_SEQUENCE_STYLE},
	[STORED_MAP] = {YAML_MAPPING_START_EVENT, YAML_BLOCK_MAPPING_STYLE},
	[STORED_MAP_FLOW] = {YAML_MAPPING_START_EVENT, YAML_FLOW_MAPPING_STYLE},
	[STORED_LIST_END] = {YAML_SEQUENCE_END_EVENT, 0},
	[STORED_MAP_END] = {YAML_MAPPING_END_EVENT, 0},
	[STORED_PLAIN] = {YAML_SCALAR_EVENT, YAML_PLAIN_SCALAR_STYLE},
	[STORED_SINGLE] = {YAML_SCALAR_EVENT, YAML_SINGLE_QUOTED_SCALAR_STYLE},
	[STORED_DOUBLE] = {YAML_SCALAR_EVENT, YAML_DOUBLE_QUOTED_SCALAR_STYLE},
	[STORED_LITERAL] = {YAML_SCALAR_EVENT, YAML_LITERAL_SCALAR_STYLE},
	[STORED_FOLDED] = {YAML_SCALAR_EVENT, YAML_FOLDED_SCALAR_STYLE},
	[STORED_DOCUMENT_END] = {YAML_DOCUMENT_END_EVENT, 0},
	[STORED_STREAM_END] = {YAML_STREAM_END_EVENT, 0},
};

/* As libyaml would give it, but that its marks count characters from its start. */
static bool replay(struct node_events *events)
{
	struct stored_event stored;
	yaml_event_t *event = &events->yaml;
	if (!stored_next(&events->stored, &stored))
		return false;
	int style = stored_kinds[stored.kind].style;
	*event = (yaml_event_t){.type = stored_kinds[stored.kind].type,
		.start_mark = {0, stored.line, stored.column},
		.end_mark = {stored.chars, stored.end_line, stored.end_column}};
	if (event->type == YAML_SEQUENCE_START_EVENT) {
		event->data.sequence_start.style = (yaml_sequence_style_t)style;
	} else if (event->type == YAML_MAPPING_START_EVENT) {
		event->data.mapping_start.style = (yaml_mapping_style_t)style;
	} else if (event->type == YAML_SCALAR_EVENT) {
		event->data.scalar.value = (yaml_char_t *)stored.text;
		event->data.scalar.length = stored.len;
		event->data.scalar.style = (yaml_scalar_style_t)style;
	}
	return true;
}

/* ---- one by one ---- */

const struct node_event *node_events_next(struct node_events *events, struct place open)
{
	if (event_owns(events))
		yaml_event_delete(&events->yaml);
	if (!(events->stored.of ? replay(events)
				: yaml_parser_parse(&events->parser, &events->yaml))) {
		if (!patience_is_over(diag_waits(events->diags)))
			failure_report(events, open);
		return NULL;
	}
	if (events->swallow.line)
		node_swallow_report(&events->swallow, events->diags);
	event_take(events);
	if (events->slip.found && !place_before(events->event.place, events->slip.stop) &&
		events->event.type != EVENT_OTHER && events->event.type != EVENT_DOCUMENT) {
		slip_report(events);
		return NULL;
	}
	return &events->event;
}

const struct node_event *node_events_current(const struct node_events *events)
{
	return &events->event;
}

void node_events_hush(struct node_events *events, bool hushed)
{
	events->hushed = hushed;
}

void node_events_item(struct node_events *events)
{
	node_feed_item(&events->feed);
	if (events->gives)
		node_feed_give(&events->feed);
}

/* What has been mended is memory of its own. */
void node_events_give(struct node_events *events)
{
	events->gives = !events->mend;
}

size_t node_events_unpair(const struct node_events *events, char *text, size_t len, bool quoted)
{
	return surrogates_part(&events->feed.surrogates, text, len, quoted);
}

const struct remark *node_events_remark(const struct node_events *events, uint32_t number)
{
	const struct remark *remark = &events->remarks.at[number - 1];
	diag_file_fetch(events->diags, events->file, (size_t)(remark->at - events->feed.bytes));
	return remark;
}

bool node_events_altered(const struct node_events *events)
{
	return events->feed.altered_count > 0;
}

struct node_events *node_events_open(const char *bytes, size_t len, uint32_t file,
	const struct stored *stored, struct diag_list *diags)
{
	struct node_events *events = mem_zero(1, sizeof *events);
	events->diags = diags;
	events->file = file;
	events->event.place = (struct place){1, 1, file};
	events->feed = node_feed_open(bytes, len, file, diags);
	if (stored && stored->len && !events->feed.start && !events->feed.refused)
		events->stored.of = stored;
	else if (!events->feed.refused && (events->mend = node_mend(bytes, len, file, diags))) {
		bytes = node_mend_bytes(events->mend, &len);
		events->feed = node_feed_open(bytes, len, file, diags);
	}
	remarks_find(&events->remarks, bytes + events->feed.start, len - events->feed.start);
	size_t first = events->feed.start;
	while (first < len && memchr(" \t\r\n", bytes[first], 4))
		first++;
	events->flow = first < len && (bytes[first] == '{' || bytes[first] == '[');
	if (!yaml_parser_initialize(&events->parser))
		mem_alloc(SIZE_MAX); /* says "out of memory" and ends */
	yaml_parser_set_encoding(&events->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input(&events->parser, node_feed_read, &events->feed);
	node_events_item(events);
	return events;
}

void node_events_know(struct node_events *events, const struct node_known *known)
{
	const struct node_feed *feed = &events->feed;
	events->known = known;
	if (known && !feed->refused)
		json_slip_find(&events->slip, feed->bytes + feed->start, feed->len - feed->start,
			events->file, known);
}

bool node_events_stored(const struct node_events *events)
{
	return events->stored.of;
}

void node_events_close(struct node_events *events)
{
	if (event_owns(events))
		yaml_event_delete(&events->yaml);
	stored_close(&events->stored);
	yaml_parser_delete(&events->parser);
	remarks_free(&events->remarks);
	buf_free(&events->slip.text);
	node_mend_free(events->mend);
	node_feed_free(&events->feed);
	free(events);
}
