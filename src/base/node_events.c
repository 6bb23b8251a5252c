/* libyaml, and the bytes of a file on their way into it.
 *
 * A character that libyaml would refuse without a place (a control, a byte that is no UTF-8) is
 * reported here with one. Where that can be, reading goes on with another character in its place.
 * Each chunk that libyaml asks for is searched for what a record refuses while it is in the cache:
 * 32 bytes at a time as long as none can begin such a character, else one by one. Whether all of it
 * is UTF-8 libyaml finds out anyway, and asks for a place by the byte.
 *
 * Surrogates. JSON writes U+1F600 as "\ud83d\ude00", two escapes that libyaml refuses. They are
 * twelve characters; so is \U0001f600\0, which stands for the same character and a NUL. Handing on
 * that moves no line and no column. A NUL is an error in a record, so one behind a character above
 * U+FFFF can only be ours, and is taken out of the scalar afterwards. Whether the escape stood in
 * double quotation marks is known only then; elsewhere it is plain text and is written back. */
#include "base/node_events.h"

#include "base/memory.h"
#include "base/misread.h"
#include "base/node_mend.h"
#include "base/node_swallow.h"
#include "base/patience.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

enum { ITEM_MOST = 16 * 1024 * 1024, BLOCK = 32, PAIR = 12 };

/* The bytes, never more of them than an item may have. */
struct feed {
	const char *bytes;
	size_t len, at;        /* all of them; how many libyaml has got */
	size_t start;          /* behind a byte order mark */
	size_t limit;          /* where it gets no more */
	bool too_large;        /* it asked for more than that */
	bool refused;          /* the file is not UTF-8: nothing after that is read */
	struct place *altered; /* of characters that were refused and replaced, in their order */
	size_t altered_count, altered_capacity;
	bool paired;   /* an escape of two surrogates was rewritten: see feed_unpair */
	bool doubtful; /* a NUL was written where a rewritten pair would put one */
	struct diag_list *diags;
	struct place place; /* of the byte at `placed`, a cursor that only moves forward */
	size_t placed;
};

/* Skips a byte order mark; a file in UTF-16 is reported and left unread. */
static struct feed feed_open(const char *bytes, size_t len, uint32_t file, struct diag_list *diags)
{
	struct feed feed = {.bytes = bytes, .len = len, .limit = len, .diags = diags};
	feed.place = (struct place){1, 1, file};
	const unsigned char *b = (const unsigned char *)bytes;
	if (len >= 3 && b[0] == 0xef && b[1] == 0xbb && b[2] == 0xbf)
		feed.start = feed.at = feed.placed = 3;
	if (len >= 2 &&
		((b[0] == 0xff && b[1] == 0xfe) || (b[0] == 0xfe && b[1] == 0xff) ||
			((b[0] == 0) != (b[1] == 0)))) {
		diag_add(diags, DIAG_ERROR, (struct place){.file = file}, "not-utf8",
			"it is in UTF-16, which some programs call Unicode; open it in the program "
			"it "
			"was written with, and save it as UTF-8");
		feed.refused = true;
	}
	return feed;
}

/* ---- characters ---- */

/* The place of the byte at `offset`, not before the one asked for last. */
static struct place place_at(struct feed *feed, size_t offset)
{
	const char *bytes = feed->bytes;
	for (; feed->placed < offset; feed->placed++) {
		char c = bytes[feed->placed];
		if (c == '\n' ||
			(c == '\r' &&
				(feed->placed + 1 == feed->len ||
					bytes[feed->placed + 1] != '\n'))) {
			feed->place.line++;
			feed->place.column = 1;
		} else if (!text_is_inside(c)) {
			feed->place.column++;
		}
	}
	return feed->place;
}

/* What must not stand in a record as itself, and what libyaml gets in its place: as many bytes. */
static const char *substitute_of(uint32_t code)
{
	if ((code < 0x20 && code != '\t' && code != '\n' && code != '\r') || code == 0x7f)
		return "_";
	if (code >= 0x80 && code < 0xa0)
		return "\xc2\xbf";
	if (code == 0x2028 || code == 0x2029 || code == 0xfeff || code == 0xfffe || code == 0xffff)
		return "\xef\xbf\xbd";
	return NULL;
}

static void character_refuse(struct feed *feed, size_t offset, uint32_t code)
{
	char sign[4];
	struct place place = place_at(feed, offset);
	feed->altered = mem_grow(feed->altered, &feed->altered_capacity, feed->altered_count + 1,
		sizeof *feed->altered);
	feed->altered[feed->altered_count++] = place;
	struct buf name = {0};
	text_name(&name, (int32_t)code);
	if (code == 0x85 || code == 0x2028 || code == 0x2029)
		diag_add(feed->diags, DIAG_ERROR, place, "line-separator",
			"%s is a line break to some programs only; use an ordinary one", name.text);
	else if (code == 0xfeff)
		diag_add(feed->diags, DIAG_ERROR, place, "control-character",
			"%s inside the file; delete it", name.text);
	else if (!code || code > 0xff)
		diag_add(feed->diags, DIAG_ERROR, place, "control-character",
			"%s is no character of a text; delete it", name.text);
	else if (misread_sign((int32_t)code))
		diag_add(feed->diags, DIAG_ERROR, place, "control-character",
			"a control character (U+%04X); \"%.*s\" is most likely meant: write that "
			"in its place",
			code, (int)text_encode(misread_sign((int32_t)code), sign), sign);
	else
		diag_add(feed->diags, DIAG_ERROR, place, "control-character",
			*name.text == 'a' ? "a control character, %s; delete it"
					  : "a control character (%s); delete it",
			name.text);
	buf_free(&name);
}

/* The code point at `at` and its length, 0 where it is not UTF-8. */
static size_t decode(const unsigned char *at, size_t len, uint32_t *code)
{
	size_t bytes;
	*code = (uint32_t)text_decode((const char *)at, len, &bytes);
	return bytes == 1 && *at >= 0x80 ? 0 : bytes;
}

/* The byte that is wrong may be a later one of its character. */
static void feed_refuse(struct feed *feed, size_t offset)
{
	const unsigned char *bytes = (const unsigned char *)feed->bytes;
	uint32_t code;
	size_t first = offset;
	for (size_t back = 1; back < 4 && back <= offset; back++)
		if (bytes[offset - back] >= 0xc0 &&
			!decode(bytes + offset - back, feed->len - offset + back, &code))
			first = offset - back;
	feed->refused = true;
	struct buf text = {0};
	misread_bytes_explain(&text, feed->bytes, feed->len, first);
	diag_add(feed->diags, DIAG_ERROR, place_at(feed, first), "not-utf8", "%s",
		buf_string(&text));
	buf_free(&text);
}

/* A control character, or the first byte of some characters that are refused. */
static bool is_suspect(unsigned char c)
{
	return (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7f || c == 0xc2 ||
		c == 0xe2 || c == 0xef;
}

/* True when no byte is. A loop without branches, which compilers turn into vectors. */
static bool block_is_plain(const unsigned char *block)
{
	unsigned char suspect = 0;
	for (int i = 0; i < BLOCK; i++) {
		unsigned char c = block[i];
		suspect |= ((c < 0x20) & (c != '\n') & (c != '\t') & (c != '\r')) | (c == 0x7f) |
			(c == 0xc2) | (c == 0xe2) | (c == 0xef);
	}
	return !suspect;
}

/* Replaces in the buffer, the bytes of the file from feed->at on, what is refused. Returns how
 * many bytes may be handed on: a character that the buffer's end might cut comes again. */
static size_t check(struct feed *feed, unsigned char *buffer, size_t count)
{
	size_t at = 0;
	while (at < count) {
		if (count - at >= BLOCK && block_is_plain(buffer + at)) {
			at += BLOCK;
			continue;
		}
		size_t end = count - at > BLOCK ? at + BLOCK : count;
		while (at < end) {
			uint32_t code = 0;
			if (!is_suspect(buffer[at])) {
				at++;
				continue;
			}
			if (count - at < 3 && feed->at + count < feed->len)
				return at;
			size_t size = decode(buffer + at, count - at, &code);
			const char *substitute = size ? substitute_of(code) : NULL;
			if (substitute) {
				character_refuse(feed, feed->at + at, code);
				memcpy(buffer + at, substitute, size);
			}
			at += size ? size : 1;
		}
	}
	return count;
}

/* ---- surrogates ---- */

/* The number of `count` hexadecimal digits; UINT32_MAX where they are none. */
static uint32_t hex_of(const unsigned char *digits, size_t count)
{
	uint32_t value = 0;
	for (size_t i = 0; i < count; i++) {
		unsigned char c = digits[i] | 0x20;
		if (digits[i] >= '0' && digits[i] <= '9')
			value = value << 4 | (uint32_t)(digits[i] - '0');
		else if (c >= 'a' && c <= 'f')
			value = value << 4 | (uint32_t)(c - 'a' + 10);
		else
			return UINT32_MAX;
	}
	return value;
}

/* Rewrites \ud83d\ude00 as \U0001f600\0. */
static bool pair_rewrite(unsigned char *at)
{
	if (at[1] != 'u' || at[6] != '\\' || at[7] != 'u')
		return false;
	uint32_t high = hex_of(at + 2, 4), low = hex_of(at + 8, 4);
	if (high < 0xd800 || high > 0xdbff || low < 0xdc00 || low > 0xdfff)
		return false;
	char escape[PAIR + 1];
	uint32_t code = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
	snprintf(escape, sizeof escape, "\\U%08x\\0", (unsigned)code);
	memcpy(at, escape, PAIR);
	return true;
}

/* Whether the escape at `offset` is a NUL's, behind a character that a rewritten pair could stand
 * for: then the two cannot be told apart. */
static bool is_doubtful(const struct feed *feed, size_t offset)
{
	const unsigned char *at = (const unsigned char *)feed->bytes + offset;
	size_t left = feed->len - offset;
	if (left < 2 || offset < 10)
		return false;
	size_t digits = at[1] == '0' ? 0 : at[1] == 'x' ? 2 : at[1] == 'u' ? 4 : 8;
	if ((digits == 8 && at[1] != 'U') || left < 2 + digits || hex_of(at + 2, digits))
		return false;
	return at[-4] >= 0xf0 || (at[-10] == '\\' && at[-9] == 'U');
}

/* Rewrites the pairs in the buffer. An escape that the buffer's end might cut is left for the next
 * time; the number of bytes before it is returned. */
static size_t pair(struct feed *feed, unsigned char *buffer, size_t count)
{
	bool last = feed->at + count == feed->len;
	unsigned char *end = buffer + count, *at = buffer;
	while (at < end && (at = memchr(at, '\\', (size_t)(end - at)))) {
		if (end - at < PAIR && !last)
			return (size_t)(at - buffer);
		if (is_doubtful(feed, feed->at + (size_t)(at - buffer)))
			feed->doubtful = true;
		if (end - at >= PAIR && pair_rewrite(at)) {
			feed->paired = true;
			at += PAIR;
			continue;
		}
		at += 2;
	}
	return count;
}

/* Twelve bytes of plain text, \U0001f600\0, as they were. */
static void pair_restore(char *text)
{
	char escape[PAIR + 1];
	uint32_t code = hex_of((const unsigned char *)text + 2, 8) - 0x10000;
	snprintf(escape, sizeof escape, "\\u%04x\\u%04x", (unsigned)(0xd800 + (code >> 10 & 0x3ff)),
		(unsigned)(0xdc00 + (code & 0x3ff)));
	memcpy(text, escape, PAIR);
}

/* See node_events_unpair. */
static size_t feed_unpair(const struct feed *feed, char *text, size_t len, bool quoted)
{
	size_t to = 0, taken = 0;
	if (feed->doubtful)
		return len;
	for (size_t at = 0; at < len; at++) {
		if (quoted && !text[at] && to >= 4 && to != taken &&
			(unsigned char)text[to - 4] >= 0xf0) {
			taken = to;
			continue;
		}
		if (!quoted && len - at >= PAIR && text[at] == '\\' && text[at + 1] == 'U' &&
			text[at + PAIR - 2] == '\\' && text[at + PAIR - 1] == '0')
			pair_restore(text + at);
		text[to++] = text[at];
	}
	text[to] = '\0';
	return to;
}

/* libyaml's read handler, with a struct feed as its data. */
static int feed_read(void *data, unsigned char *buffer, size_t size, size_t *got)
{
	struct feed *feed = data;
	size_t count = feed->len - feed->at;
	*got = 0;
	if (feed->refused || !patience_lasts(diag_waits(feed->diags)))
		return 0;
	if (count && feed->at >= feed->limit) {
		feed->too_large = true;
		return 0;
	}
	if (count > size)
		count = size;
	memcpy(buffer, feed->bytes + feed->at, count);
	count = pair(feed, buffer, count);
	count = check(feed, buffer, count);
	feed->at += count;
	*got = count;
	return 1;
}

/* ---- events ---- */

struct node_events {
	yaml_parser_t parser;
	yaml_event_t yaml;
	struct node_event event;
	struct feed feed;
	struct remarks remarks;
	struct node_mend *mend; /* owns the bytes where it is not NULL */
	struct diag_list *diags;
	struct node_swallow swallow;
	struct place quoted; /* the latest scalar in quotation marks */
	uint32_t file;
	bool flow;                      /* the record is written in brackets, as JSON is */
	const struct node_known *known; /* or NULL */
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

struct node_failure node_events_failure(const struct node_events *events)
{
	const struct feed *feed = &events->feed;
	return (struct node_failure){.bytes = feed->bytes + feed->start,
		.len = feed->len - feed->start,
		.place = events->event.place,
		.value = events->quoted,
		.remarks = &events->remarks,
		.known = events->known,
		.flow = events->flow};
}

/* Whether a character was replaced from one place up to another. */
static bool is_altered(const struct feed *feed, struct place from, struct place to)
{
	size_t low = 0, high = feed->altered_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (place_before(feed->altered[middle], from))
			low = middle + 1;
		else
			high = middle;
	}
	return low < feed->altered_count && place_before(feed->altered[low], to);
}

/* Tells why there is no next event. */
static void failure_report(struct node_events *events, struct place open)
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
		feed_refuse(&events->feed, events->feed.start + parser->problem_offset);
		return;
	}
	/* What comes of a character that was replaced, or of the words behind an alias that is none. */
	struct place line = {(uint32_t)parser->problem_mark.line + 1, 1, events->file};
	struct place above = {line.line - (line.line > 1), 1, 0};
	if (is_altered(&events->feed, above, (struct place){line.line + 1, 1, 0}) ||
		(events->event.type == EVENT_ALIAS && events->event.place.line == line.line))
		return;
	if (node_mend_has(events->mend, (uint32_t)parser->problem_mark.line + 1))
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

/* Whether the scalar of several lines has swallowed a field. */
static bool event_swallows(struct node_events *events)
{
	struct node_failure failure = node_events_failure(events);
	const struct node_event *event = &events->event;
	uint32_t last = (uint32_t)events->yaml.end_mark.line + 1;
	failure.opened = event->place;
	if (event->plain)
		return node_swallow_plain(&failure, last, event->text, event->len, events->diags);
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
	event->paired = events->feed.paired;
	event->escapes = style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
	event->altered = (events->feed.altered_count &&
				 is_altered(&events->feed, event->place,
					 place_of(events, yaml->end_mark))) ||
		(!event->len && node_mend_has(events->mend, event->place.line));
	/* As many bytes as characters from mark to mark: nothing was folded or decoded. */
	event->ascii = event->plain && yaml->end_mark.index - yaml->start_mark.index == event->len;
	if (event->escapes || style == YAML_SINGLE_QUOTED_SCALAR_STYLE)
		events->quoted = event->place;
	enum remark_style kind = remark_style_of(style);
	event->swallows = yaml->end_mark.line > yaml->start_mark.line && events->known &&
		kind != REMARK_BLOCK && event_swallows(events);
	event->remark = remark_of(events, kind);
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
		event->ascii = event->escapes = event->paired = event->altered = false;
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

const struct node_event *node_events_next(struct node_events *events, struct place open)
{
	yaml_event_delete(&events->yaml);
	if (!yaml_parser_parse(&events->parser, &events->yaml)) {
		if (!patience_is_over(diag_waits(events->diags)))
			failure_report(events, open);
		return NULL;
	}
	node_swallow_report(&events->swallow, events->diags);
	event_take(events);
	return &events->event;
}

const struct node_event *node_events_current(const struct node_events *events)
{
	return &events->event;
}

void node_events_item(struct node_events *events)
{
	events->feed.limit = events->feed.at + ITEM_MOST;
}

size_t node_events_unpair(const struct node_events *events, char *text, size_t len, bool quoted)
{
	return feed_unpair(&events->feed, text, len, quoted);
}

const struct remark *node_events_remark(const struct node_events *events, uint32_t number)
{
	return &events->remarks.at[number - 1];
}

bool node_events_altered(const struct node_events *events)
{
	return events->feed.altered_count > 0;
}

struct node_events *node_events_open(
	const char *bytes, size_t len, uint32_t file, struct diag_list *diags)
{
	struct node_events *events = mem_zero(1, sizeof *events);
	events->diags = diags;
	events->file = file;
	events->event.place = (struct place){1, 1, file};
	events->feed = feed_open(bytes, len, file, diags);
	if (!events->feed.refused && (events->mend = node_mend(bytes, len, file, diags))) {
		bytes = node_mend_bytes(events->mend, &len);
		events->feed = feed_open(bytes, len, file, diags);
	}
	remarks_find(&events->remarks, bytes + events->feed.start, len - events->feed.start);
	size_t first = events->feed.at;
	while (first < len && memchr(" \t\r\n", bytes[first], 4))
		first++;
	events->flow = first < len && (bytes[first] == '{' || bytes[first] == '[');
	if (!yaml_parser_initialize(&events->parser))
		mem_alloc(SIZE_MAX); /* says "out of memory" and ends */
	yaml_parser_set_encoding(&events->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input(&events->parser, feed_read, &events->feed);
	node_events_item(events);
	return events;
}

void node_events_know(struct node_events *events, const struct node_known *known)
{
	events->known = known;
}

void node_events_close(struct node_events *events)
{
	yaml_event_delete(&events->yaml);
	yaml_parser_delete(&events->parser);
	remarks_free(&events->remarks);
	node_mend_free(events->mend);
	free(events->feed.altered);
	free(events);
}
