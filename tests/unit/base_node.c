/* Items, trees and places of files that can be read. */
#include "base/buf.h"
#include "base/node.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A value as "LINE:COLUMN text", a quoted text in "", a list in [], a mapping in {}. */
static void value_write(struct buf *out, const struct node *node)
{
	const char *quote = node->plain ? "" : "\"";
	const char *mark = node->kind == NODE_LIST ? "[]" : "{}";
	buf_format(out, "%u:%u ", (unsigned)node->place.line, (unsigned)node->place.column);
	if (node->kind == NODE_SCALAR) {
		assert_int_equal(strlen(node->text), node->len);
		assert_null(node->child);
		buf_format(out, "%s%s%s", quote, node->text, quote);
		return;
	}
	uint32_t count = 0;
	buf_char(out, mark[0]);
	for (const struct node *child = node->child; child; child = child->next) {
		assert_int_equal(child->key != NULL, node->kind == NODE_MAP);
		if (count++)
			buf_text(out, ", ");
		if (child->key) {
			value_write(out, child->key);
			buf_text(out, ": ");
		}
		value_write(out, child);
	}
	assert_int_equal(node->count, count);
	buf_char(out, mark[1]);
}

/* All items, a line each, and how many problems there were. */
static size_t items_write(struct buf *out, const char *bytes, size_t len)
{
	struct diag_list *diags = diag_create();
	uint32_t file = diag_file(diags, "f", bytes, len);
	struct node_reader *reader = node_open(bytes, len, file, NULL, diags);
	struct node_item item;
	while (node_next(reader, &item)) {
		buf_format(out, "%s[%u%s] ", item.section->text, (unsigned)item.index,
			item.whole ? " whole" : "");
		if (item.key) {
			value_write(out, item.key);
			buf_text(out, ": ");
		}
		if (item.value)
			value_write(out, item.value);
		for (const struct node *at = item.dropped; at; at = at->next) {
			buf_text(out, " dropped ");
			value_write(out, at);
		}
		if (item.cut)
			buf_text(out, " cut");
		if (item.behind && item.last)
			buf_format(out, " before %s", item.behind);
		buf_char(out, '\n');
	}
	size_t problems = diag_count(diags, DIAG_ERROR);
	node_close(reader);
	diag_free(diags);
	return problems;
}

static void check_problems(const char *bytes, const char *expected, size_t problems)
{
	struct buf out = {0};
	size_t len = strlen(bytes);
	char *copy = malloc(len ? len : 1); /* without a NUL behind it */
	assert_non_null(copy);
	memcpy(copy, bytes, len);
	assert_int_equal(items_write(&out, copy, len), problems);
	assert_string_equal(buf_string(&out), expected);
	buf_free(&out);
	free(copy);
}

static void check(const char *bytes, const char *expected)
{
	check_problems(bytes, expected, 0);
}

static void sections(void **state)
{
	(void)state;
	check("title: The Peace\n"
	      "eras:\n"
	      "  congress: {title: The congress, date: 1856}\n"
	      "  war: {title: War}\n"
	      "events:\n"
	      "  - id: treaty\n"
	      "    parties: [a, b]\n"
	      "    quotes:\n"
	      "      - {id: x, text: \"Ink\"}\n"
	      "  - word\n",
		"title[0 whole] 1:8 The Peace\n"
		"eras[0] 3:3 congress: 3:13 {3:14 title: 3:21 The congress, 3:35 date: 3:41 1856}\n"
		"eras[1] 4:3 war: 4:8 {4:9 title: 4:16 War} before events\n"
		"events[0] 6:5 {6:5 id: 6:9 treaty, 7:5 parties: 7:14 [7:15 a, 7:18 b], 8:5 "
		"quotes: "
		"9:7 [9:9 {9:10 id: 9:14 x, 9:17 text: 9:23 \"Ink\"}]}\n"
		"events[1] 10:5 word\n");
}

static void sections_without_items(void **state)
{
	(void)state;
	check("events: []\npeople: {}\ntitle:\nlanguage: ''\n",
		"events[0 whole] 1:9 []\npeople[0 whole] 2:9 {}\ntitle[0 whole] 3:7 \n"
		"language[0 whole] 4:11 \"\"\n");
	check("{}\n", "");
}

static void scalars_as_typed(void **state)
{
	(void)state;
	check("a: [0044, 1918, no, ~, 1.0, 'it''s', \"a\\tb\\x41\"]\n",
		"a[0] 1:5 0044\na[1] 1:11 1918\na[2] 1:17 no\na[3] 1:21 ~\na[4] 1:24 1.0\n"
		"a[5] 1:29 \"it's\"\na[6] 1:38 \"a\tbA\"\n");
	check("a: |\n  one\n   two\nb: >-\n  one\n  two\n\n  three\nc: one\n  two\n",
		"a[0 whole] 1:4 \"one\n two\n\"\nb[0 whole] 4:4 \"one two\nthree\"\n"
		"c[0 whole] 9:4 one two\n");
	check("a: |\r\n  one\r\n  two\r\nb: \"one\r\n  two\"\r\n",
		"a[0 whole] 1:4 \"one\ntwo\n\"\nb[0 whole] 4:4 \"one two\"\n");
}

static void columns_in_code_points(void **state)
{
	(void)state;
	check("\xef\xbb\xbf\xc3\xa4: {\xf0\x9f\x98\x80\xf0\x9f\x98\x80: \xe2\x82\xac, b: c}\n",
		"\xc3\xa4[0] 1:5 \xf0\x9f\x98\x80\xf0\x9f\x98\x80: 1:9 \xe2\x82\xac\n"
		"\xc3\xa4[1] 1:12 b: 1:15 c\n");
}

static void json(void **state)
{
	(void)state;
	check("{\"title\":\"x\\/y\\n\\u00e4\",\n\t\"events\": [\n\t\t{\"id\": \"a\", \"n\": 1, "
	      "\"z\": null}\n\t]}\n",
		"title[0 whole] 1:10 \"x/y\n\xc3\xa4\"\n"
		"events[0] 3:3 {3:4 \"id\": 3:10 \"a\", 3:15 \"n\": 3:20 1, 3:23 \"z\": 3:28 "
		"null}\n");
}

/* Two escapes are one character, and what follows keeps its column. */
static void surrogates(void **state)
{
	(void)state;
	check("{\"a\": \"x\\ud83d\\ude00y\", \"b\": \"\\uD83D\\uDE00\\uDBFF\\uDFFF\"}",
		"a[0 whole] 1:7 \"x\xf0\x9f\x98\x80y\"\n"
		"b[0 whole] 1:30 \"\xf0\x9f\x98\x80\xf4\x8f\xbf\xbf\"\n");
	check("\"k\\ud83d\\ude00\": c\n", "k\xf0\x9f\x98\x80[0 whole] 1:18 c\n");
	/* An escaped backslash begins no escape; nor does one outside double quotation marks. */
	check("a: \"\\\\ud83d\"\nb: \\ud83d\\ude00 x\nc: '\\ud83d\\ude00'\nd: \"\\ud83d\\ude00\"\n",
		"a[0 whole] 1:4 \"\\ud83d\"\nb[0 whole] 2:4 \\ud83d\\ude00 x\n"
		"c[0 whole] 3:4 \"\\ud83d\\ude00\"\nd[0 whole] 4:4 \"\xf0\x9f\x98\x80\"\n");
}

/* The pairs lie across the ends of the chunks that libyaml reads. */
static void many_surrogates(void **state)
{
	(void)state;
	for (size_t fill = 0; fill < 13; fill++) {
		struct buf bytes = {0}, expected = {0};
		buf_text(&bytes, "a: \"");
		buf_text(&expected, "a[0 whole] 1:4 \"");
		buf_repeat(&bytes, "x", fill);
		buf_repeat(&expected, "x", fill);
		buf_repeat(&bytes, "\\ud83d\\ude00", 5000);
		buf_repeat(&expected, "\xf0\x9f\x98\x80", 5000);
		buf_text(&bytes, "\"\n");
		buf_text(&expected, "\"\n");
		check(buf_string(&bytes), buf_string(&expected));
		buf_free(&bytes);
		buf_free(&expected);
	}
}

static void null_is_plain(void **state)
{
	(void)state;
	static const char bytes[] = "a: [null, ~, 'null', \"~\", Null, nil, '']\nb:\n";
	static const bool expected[] = {true, true, false, false, false, false, false, false};
	struct diag_list *diags = diag_create();
	uint32_t file = diag_file(diags, "f", NULL, 0);
	struct node_reader *reader = node_open(bytes, sizeof bytes - 1, file, NULL, diags);
	struct node_item item;
	size_t at = 0;
	for (; node_next(reader, &item); at++)
		assert_int_equal(node_is_null(item.value), expected[at]);
	assert_int_equal(at, 8);
	assert_true(node_is_null(NULL));
	node_close(reader);
	diag_free(diags);
	node_close(NULL);
}

/* What is refused but readable does not hide what follows. */
static void goes_on(void **state)
{
	(void)state;
	check_problems("a: *x\nb: !t\nc: &d e\nf: !t g\n",
		"a[0 whole] 1:4 *x\nb[0 whole] 2:4 !t\nc[0 whole] 3:4 e\nf[0 whole] 4:4 g\n", 4);
	check_problems("p: {x: {y: 1, y: 2, z: 3}, x: 4, <<: 5, w: 6}\n",
		"p[0] 1:5 x: 1:8 {1:9 y: 1:12 1, 1:21 z: 1:24 3} dropped 1:18 2\n"
		"p[1]  dropped 1:31 4\np[2]  dropped 1:38 5\np[3] 1:41 w: 1:44 6\n",
		3);
	check_problems(
		"a: b\nc: d\na: e\n", "a[0 whole] 1:4 b\nc[0 whole] 2:4 d\na[0 whole] 3:4 e\n", 1);
	check_problems("a: \"x\\0y\"\nb: c\x01\n", "a[0 whole] 1:4 \"xy\"\nb[0 whole] 2:4 c_\n", 2);
	check_problems("e:\n  - a: 1\n  - b: 2\n  - c: d: e\n  - f: 3\n",
		"e[0] 2:5 {2:5 a: 2:8 1}\ne[1] 3:5 {3:5 b: 3:8 2}\n", 1);
	/* Fields that stand too far out may be the item's own. */
	check_problems("e:\n  -  a: 1\n    b: 2\n", "e[0] 2:6 {2:6 a: 2:9 1} cut\n", 1);
	check_problems(
		"e:\n  - a: 1\nb: 2\n", "e[0] 2:5 {2:5 a: 2:8 1} before b\nb[0 whole] 3:4 2\n", 0);
}

/* Every key of a large mapping is known, few or many. */
static void many_keys(void **state)
{
	(void)state;
	for (size_t count = 14; count < 20; count++)
		for (size_t again = 0; again < count; again++) {
			struct buf bytes = {0}, out = {0};
			buf_text(&bytes, "e:\n  - k: v\n");
			for (size_t i = 1; i < count; i++)
				buf_format(&bytes, "    k%zu: v\n", i);
			if (again)
				buf_format(&bytes, "    k%zu: v\n", again);
			else
				buf_text(&bytes, "    k: v\n");
			assert_int_equal(items_write(&out, bytes.text, bytes.len), 1);
			buf_free(&bytes);
			buf_free(&out);
		}
	struct buf bytes = {0}, out = {0};
	buf_text(&bytes, "p:\n");
	for (int i = 0; i < 30000; i++)
		buf_format(&bytes, "  k%d: v\n", i % 20000);
	assert_int_equal(items_write(&out, bytes.text, bytes.len), 10000);
	buf_free(&bytes);
	buf_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sections),
		cmocka_unit_test(sections_without_items),
		cmocka_unit_test(scalars_as_typed),
		cmocka_unit_test(columns_in_code_points),
		cmocka_unit_test(json),
		cmocka_unit_test(surrogates),
		cmocka_unit_test(many_surrogates),
		cmocka_unit_test(null_is_plain),
		cmocka_unit_test(goes_on),
		cmocka_unit_test(many_keys),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
