/* What is stored of a record is what libyaml says of it, event by event. */
int stored_main(int, char **);
#define main stored_main
#include "tools/stored.c"
#undef main

#include "cli/builtin.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static yaml_event_type_t type_of(const struct stored_event *event)
{
	static const yaml_event_type_t types[] = {[STORED_STREAM] = YAML_STREAM_START_EVENT,
		[STORED_DOCUMENT] = YAML_DOCUMENT_START_EVENT,
		[STORED_LIST] = YAML_SEQUENCE_START_EVENT,
		[STORED_LIST_FLOW] = YAML_SEQUENCE_START_EVENT,
		[STORED_MAP] = YAML_MAPPING_START_EVENT,
		[STORED_MAP_FLOW] = YAML_MAPPING_START_EVENT,
		[STORED_LIST_END] = YAML_SEQUENCE_END_EVENT,
		[STORED_MAP_END] = YAML_MAPPING_END_EVENT,
		[STORED_PLAIN] = YAML_SCALAR_EVENT,
		[STORED_SINGLE] = YAML_SCALAR_EVENT,
		[STORED_DOUBLE] = YAML_SCALAR_EVENT,
		[STORED_LITERAL] = YAML_SCALAR_EVENT,
		[STORED_FOLDED] = YAML_SCALAR_EVENT,
		[STORED_DOCUMENT_END] = YAML_DOCUMENT_END_EVENT,
		[STORED_STREAM_END] = YAML_STREAM_END_EVENT};
	return types[event->kind];
}

static void assert_style(enum stored_kind kind, const yaml_event_t *read)
{
	if (read->type == YAML_SEQUENCE_START_EVENT)
		assert_int_equal(kind == STORED_LIST_FLOW,
			read->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
	if (read->type == YAML_MAPPING_START_EVENT)
		assert_int_equal(kind == STORED_MAP_FLOW,
			read->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
	if (read->type == YAML_SCALAR_EVENT)
		assert_int_equal(
			kind - STORED_PLAIN, read->data.scalar.style - YAML_PLAIN_SCALAR_STYLE);
}

static void assert_text(const struct stored_event *stored, const yaml_event_t *read)
{
	assert_int_equal(stored->len, read->data.scalar.length);
	assert_memory_equal(stored->text, read->data.scalar.value, stored->len + 1);
	assert_null(read->data.scalar.anchor);
	assert_null(read->data.scalar.tag);
}

static void assert_same(const struct stored_event *stored, const yaml_event_t *read)
{
	assert_int_equal(type_of(stored), read->type);
	assert_style(stored->kind, read);
	assert_int_equal(stored->line, read->start_mark.line);
	assert_int_equal(stored->column, read->start_mark.column);
	if (read->type == YAML_SCALAR_EVENT)
		assert_text(stored, read);
	if (read->type == YAML_SCALAR_EVENT || read->type == YAML_SEQUENCE_END_EVENT ||
		read->type == YAML_MAPPING_END_EVENT) {
		assert_int_equal(stored->end_line, read->end_mark.line);
		assert_int_equal(stored->end_column, read->end_mark.column);
		assert_int_equal(stored->chars, read->end_mark.index - read->start_mark.index);
	}
}

static size_t assert_stored(const struct stored *of, size_t len)
{
	struct stored_reader reader = {.of = of};
	yaml_parser_t parser;
	struct stored_event stored;
	yaml_event_t read;
	size_t count = 0;
	assert_true(yaml_parser_initialize(&parser));
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)of->bytes, len);
	for (bool end = false; !end; count++) {
		assert_true(yaml_parser_parse(&parser, &read));
		assert_true(stored_next(&reader, &stored));
		assert_same(&stored, &read);
		end = read.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&read);
	}
	assert_false(stored_next(&reader, &stored));
	stored_close(&reader);
	yaml_parser_delete(&parser);
	return count;
}

static void the_built_in_record_is_stored(void **state)
{
	(void)state;
	assert_ptr_equal(builtin_stored.bytes, builtin_events);
	assert_true(assert_stored(&builtin_stored, builtin_events_len) > 1000);
}

/* Puts them into `out`; false of what is not stored. */
static bool put_text(const char *text)
{
	struct source source = source_of(strdup(text), strlen(text));
	out.len = 0;
	bool good = put_all(&source);
	free(source.bytes);
	free(source.byte_of);
	return good;
}

static void texts_of_every_kind_are_stored(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"",
		"a: b\n",
		"a:\n  - b\n  -\n    c: ''\n    d: \"\"\n    e:\n",
		"a: {b: [c, d, {e: f}], g: 'h', 'i': \"j\"}\n",
		"a: one\n  two\n\n  three\n   four\nb: >-\n   folded\n   twice\n\n\n   and more\n"
		"c: |+\n  kept\n   as it is\n\n\nd: >\n\n  behind a blank\n   line\n",
		"a: 'it''s \xe2\x80\x9cone\xe2\x80\x9d\n  of  two '\nb: \"\\u00e9\\t\\x41\\\n   "
		"c\\\"\\\\ \\U0001f600\"\n\xd1\x84: \xd1\x8f\n",
		"# a remark\r\na: b # another\r\nc: |\r\n  d\r\n  e\r\n\r\nf: g\r\n  h\r\n",
		"---\na: |2-\n    b\n   c\n...\n",
		"a: |\nb: >-\nc: |-\n\n",
	};
	for (size_t n = 0; n < sizeof texts / sizeof *texts; n++) {
		assert_true(put_text(texts[n]));
		assert_stored(&(struct stored){texts[n], out.bytes, out.len}, strlen(texts[n]));
	}
	free(out.bytes);
	out.bytes = NULL;
	out.room = 0;
}

/* The program reads these as any file. */
static void some_are_not(void **state)
{
	(void)state;
	static const char *const texts[] = {"a: &b c\n", "a: !!str b\n", "%YAML 1.1\n---\na: b\n",
		"a: [b\n", "a: b: c\n", "a: \"\\q\"\n"};
	for (size_t n = 0; n < sizeof texts / sizeof *texts; n++) {
		assert_false(put_text(texts[n]));
		assert_int_equal(out.len, 0);
	}
	free(out.bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_built_in_record_is_stored),
		cmocka_unit_test(texts_of_every_kind_are_stored),
		cmocka_unit_test(some_are_not),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
