/* stored FILE: what libyaml says of a record, as base/node_stored.h reads it: the inside of an array of
 * bytes in C, closed by a zero.
 *
 * Run by the build, with the file that it puts into the program. Of a file that libyaml refuses, or that has
 * what is not stored, there is the zero alone, and the program reads it as any other: it tells better what
 * is wrong. */
#include "base/node_stored.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

struct source {
	char *bytes;
	size_t len;
	size_t *byte_of;   /* of each character, and of the end */
	size_t byte, line; /* where the latest event starts */
};

struct step {
	size_t skip, take; /* none is taken: the byte itself */
	char byte;
};

static _Noreturn void fail(const char *why)
{
	fprintf(stderr, "stored: %s\n", why);
	exit(1);
}

static void *some(size_t count, size_t size)
{
	void *memory = calloc(count + 1, size);
	if (!memory)
		fail("out of memory");
	return memory;
}

/* Of bytes that it takes over. */
static struct source source_of(char *bytes, size_t len)
{
	struct source source = {
		.bytes = bytes, .len = len, .byte_of = some(len + 1, sizeof(size_t))};
	size_t chars = 0;
	for (size_t at = 0; at < len; at++)
		if ((bytes[at] & 0xc0) != 0x80)
			source.byte_of[chars++] = at;
	source.byte_of[chars] = len;
	return source;
}

static struct source source_read(const char *name)
{
	FILE *file = fopen(name, "rb");
	if (!file || fseek(file, 0, SEEK_END) != 0)
		fail("the record cannot be read");
	long size = ftell(file);
	rewind(file);
	size_t len = size > 0 ? (size_t)size : 0;
	char *bytes = some(len, 1);
	if (fread(bytes, 1, len, file) != len)
		fail("the record cannot be read");
	fclose(file);
	return source_of(bytes, len);
}

static struct {
	unsigned char *bytes;
	size_t len, room;
} out;

static void put(unsigned byte)
{
	if (out.len == out.room) {
		out.room = 2 * out.room + 4096;
		out.bytes = realloc(out.bytes, out.room);
		if (!out.bytes)
			fail("out of memory");
	}
	out.bytes[out.len++] = (unsigned char)byte;
}

static void write_all(void)
{
	for (size_t n = 0; n < out.len; n++)
		printf("%u,%s", out.bytes[n], n % 32 == 31 ? "\n" : "");
	puts("0");
	free(out.bytes);
}

static void put_number(size_t number)
{
	for (; number > 0x7f; number >>= 7)
		put((unsigned)(number & 0x7f) | 0x80);
	put((unsigned)number);
}

/* ---- texts ---- */

static size_t alike(const char *a, const char *a_end, const char *b, const char *b_end)
{
	size_t len = 0;
	while (a + len < a_end && b + len < b_end && a[len] == b[len])
		len++;
	return len;
}

/* From where of the file most of the text can be taken: the nearest of the longest. */
static struct step step_next(
	const char *from, const char *end, const char *text, const char *text_end)
{
	enum { FAR = 64 }; /* an indentation, some breaks */
	struct step best = {.byte = *text};
	for (const char *at = from; at < end && at < from + FAR; at++) {
		size_t len = alike(at, end, text, text_end);
		if (len > best.take)
			best = (struct step){.skip = (size_t)(at - from), .take = len};
	}
	return best;
}

static void put_steps(const char *from, const char *end, const char *text, size_t len)
{
	struct step *steps = some(len, sizeof *steps);
	size_t count = 0;
	for (const char *at = text; at < text + len; count++) {
		struct step step = steps[count] = step_next(from, end, at, text + len);
		from += step.skip + step.take;
		at += step.take ? step.take : 1;
	}
	put_number(count);
	for (size_t n = 0; n < count; n++) {
		put_number(steps[n].skip);
		put_number(steps[n].take);
		if (!steps[n].take)
			put((unsigned char)steps[n].byte);
	}
	free(steps);
}

/* ---- events ---- */

static bool is_scalar(enum stored_kind kind)
{
	return kind >= STORED_PLAIN && kind <= STORED_FOLDED;
}

static enum stored_kind kind_of_scalar(const yaml_event_t *event)
{
	switch (event->data.scalar.style) {
	case YAML_SINGLE_QUOTED_SCALAR_STYLE:
		return STORED_SINGLE;
	case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
		return STORED_DOUBLE;
	case YAML_LITERAL_SCALAR_STYLE:
		return STORED_LITERAL;
	case YAML_FOLDED_SCALAR_STYLE:
		return STORED_FOLDED;
	default:
		return STORED_PLAIN;
	}
}

/* False of anchors, aliases, tags and directives. */
static bool kind_of(const yaml_event_t *event, enum stored_kind *kind_out)
{
	bool odd = false;
	enum stored_kind kind = STORED_STREAM;
	switch (event->type) {
	case YAML_STREAM_START_EVENT:
		break;
	case YAML_DOCUMENT_START_EVENT:
		odd = event->data.document_start.version_directive ||
			event->data.document_start.tag_directives.start !=
				event->data.document_start.tag_directives.end;
		kind = STORED_DOCUMENT;
		break;
	case YAML_SEQUENCE_START_EVENT:
		odd = event->data.sequence_start.anchor || event->data.sequence_start.tag;
		kind = event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
			? STORED_LIST_FLOW
			: STORED_LIST;
		break;
	case YAML_MAPPING_START_EVENT:
		odd = event->data.mapping_start.anchor || event->data.mapping_start.tag;
		kind = event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE ? STORED_MAP_FLOW
										  : STORED_MAP;
		break;
	case YAML_SEQUENCE_END_EVENT:
		kind = STORED_LIST_END;
		break;
	case YAML_MAPPING_END_EVENT:
		kind = STORED_MAP_END;
		break;
	case YAML_SCALAR_EVENT:
		odd = event->data.scalar.anchor || event->data.scalar.tag;
		kind = kind_of_scalar(event);
		break;
	case YAML_DOCUMENT_END_EVENT:
		kind = STORED_DOCUMENT_END;
		break;
	case YAML_STREAM_END_EVENT:
		kind = STORED_STREAM_END;
		break;
	default:
		odd = true;
	}
	*kind_out = kind;
	return !odd;
}

/* Whether the text is that of the file: nothing was folded or escaped, and a byte is a character. */
static bool is_same(const yaml_event_t *event, enum stored_kind kind, const char *from)
{
	size_t chars = event->end_mark.index - event->start_mark.index;
	size_t marks = kind == STORED_SINGLE || kind == STORED_DOUBLE;
	return kind <= STORED_DOUBLE && event->data.scalar.length == chars - 2 * marks &&
		memcmp(from + marks, event->data.scalar.value, chars - 2 * marks) == 0;
}

/* False of what is not stored. */
static bool put_event(struct source *source, const yaml_event_t *event)
{
	const yaml_mark_t *start = &event->start_mark, *end = &event->end_mark;
	size_t from = source->byte_of[start->index], to = source->byte_of[end->index];
	enum stored_kind kind;
	if (!kind_of(event, &kind) || from < source->byte || start->line < source->line)
		return false;
	bool ends = kind >= STORED_LIST_END && kind <= STORED_FOLDED;
	bool lines = ends && end->line > start->line;
	bool same = is_scalar(kind) && is_same(event, kind, source->bytes + from);
	put(kind | (start->line > source->line ? STORED_DOWN : 0) | (lines ? STORED_LINES : 0) |
		(same ? STORED_SAME : 0));
	put_number(from - source->byte);
	if (start->line > source->line)
		put_number(start->line - source->line);
	put_number(start->column);
	if (ends)
		put_number(end->index - start->index);
	if (lines) {
		put_number(end->line - start->line);
		put_number(end->column);
	}
	if (is_scalar(kind) && !same)
		put_steps(source->bytes + from, source->bytes + to,
			(const char *)event->data.scalar.value, event->data.scalar.length);
	source->byte = from;
	source->line = start->line;
	return true;
}

/* False of what libyaml refuses, or is not stored; `out` is empty then. */
static bool put_all(struct source *source)
{
	yaml_parser_t parser;
	yaml_event_t event = {0};
	bool good = true;
	if (!yaml_parser_initialize(&parser))
		fail("out of memory");
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)source->bytes, source->len);
	for (yaml_event_type_t type = YAML_NO_EVENT; good && type != YAML_STREAM_END_EVENT;) {
		good = yaml_parser_parse(&parser, &event) && put_event(source, &event);
		type = event.type;
		yaml_event_delete(&event);
	}
	if (!good)
		out.len = 0;
	yaml_parser_delete(&parser);
	return good;
}

int main(int argc, char **argv)
{
	if (argc != 2)
		fail("one file is asked for");
	struct source source = source_read(argv[1]);
	put_all(&source);
	write_all();
	free(source.bytes);
	free(source.byte_of);
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
