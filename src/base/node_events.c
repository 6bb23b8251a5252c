#include "base/node_events.h"

#include "base/memory.h"
#include "base/node_input.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

enum { ITEM_MOST = 16 * 1024 * 1024 };

struct node_events {
	yaml_parser_t parser;
	yaml_event_t yaml;
	struct node_event event;
	struct node_input input;
	struct diag_list *diags;
	struct place quoted; /* the latest scalar in quotation marks */
	uint32_t file;
	bool flow; /* the record is written in brackets, as JSON is */
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

struct node_failure node_events_scene(const struct node_events *events)
{
	const struct node_input *input = &events->input;
	return (struct node_failure){.bytes = input->bytes + input->start,
		.len = input->len - input->start,
		.place = events->event.place,
		.value = events->quoted,
		.flow = events->flow};
}

/* Tells why there is no next event. */
static void failure_report(struct node_events *events, struct place open)
{
	const yaml_parser_t *parser = &events->parser;
	if (parser->error == YAML_MEMORY_ERROR)
		mem_alloc(SIZE_MAX); /* says "out of memory" and ends */
	if (events->input.refused)
		return; /* reported where it was found */
	if (events->input.too_large) {
		node_events_too_large(events, events->event.place);
		return;
	}
	if (parser->error == YAML_READER_ERROR) {
		node_input_refuse(&events->input, events->input.start + parser->problem_offset);
		return;
	}
	struct node_failure failure = node_events_scene(events);
	failure.problem = parser->problem;
	failure.context = parser->context;
	failure.place = place_of(events, parser->problem_mark);
	failure.opened = place_of(events, parser->context_mark);
	failure.open = open;
	node_error_report(&failure, events->diags);
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
	event->paired = events->input.paired;
	event->escapes = style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
	/* As many bytes as characters from mark to mark: nothing was folded or decoded. */
	event->ascii = event->plain && yaml->end_mark.index - yaml->start_mark.index == event->len;
	if (event->escapes || style == YAML_SINGLE_QUOTED_SCALAR_STYLE)
		events->quoted = event->place;
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
		event->anchor = (const char *)yaml->data.sequence_start.anchor;
		event->tag = (const char *)yaml->data.sequence_start.tag;
		break;
	case YAML_MAPPING_START_EVENT:
		event->type = EVENT_MAP;
		event->anchor = (const char *)yaml->data.mapping_start.anchor;
		event->tag = (const char *)yaml->data.mapping_start.tag;
		break;
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		event->type = EVENT_CLOSE;
		break;
	case YAML_ALIAS_EVENT:
		event->type = EVENT_ALIAS;
		event->text = (const char *)yaml->data.alias.anchor;
		event->len = strlen(event->text);
		event->plain = true;
		event->ascii = event->escapes = event->paired = false;
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

const struct node_event *node_events_next(struct node_events *events, struct place open)
{
	yaml_event_delete(&events->yaml);
	if (!yaml_parser_parse(&events->parser, &events->yaml)) {
		failure_report(events, open);
		return NULL;
	}
	event_take(events);
	return &events->event;
}

const struct node_event *node_events_current(const struct node_events *events)
{
	return &events->event;
}

void node_events_item(struct node_events *events)
{
	events->input.limit = events->input.at + ITEM_MOST;
}

size_t node_events_unpair(const struct node_events *events, char *text, size_t len, bool quoted)
{
	return node_input_unpair(&events->input, text, len, quoted);
}

bool node_events_altered(const struct node_events *events)
{
	return events->input.altered;
}

struct node_events *node_events_open(
	const char *bytes, size_t len, uint32_t file, struct diag_list *diags)
{
	struct node_events *events = mem_zero(1, sizeof *events);
	events->diags = diags;
	events->file = file;
	events->event.place = (struct place){1, 1, file};
	events->input = node_input_open(bytes, len, file, diags);
	size_t first = events->input.at;
	while (first < len && memchr(" \t\r\n", bytes[first], 4))
		first++;
	events->flow = first < len && (bytes[first] == '{' || bytes[first] == '[');
	if (!yaml_parser_initialize(&events->parser))
		mem_alloc(SIZE_MAX); /* says "out of memory" and ends */
	yaml_parser_set_encoding(&events->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input(&events->parser, node_input_read, &events->input);
	node_events_item(events);
	return events;
}

void node_events_close(struct node_events *events)
{
	yaml_event_delete(&events->yaml);
	yaml_parser_delete(&events->parser);
	free(events);
}
