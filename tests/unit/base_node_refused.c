/* Each thing that is wrong with a file: its code and its place. */
#include "base/buf.h"
#include "base/node.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct sample {
	const char *bytes, *expected; /* "LINE:COLUMN code", several joined by ", " */
	size_t len;                   /* where the bytes hold a NUL */
};

/* Reads all of it; returns what the diagnostics print. The caller frees it. */
static char *read_all(const char *bytes, size_t len, bool *complete)
{
	struct diag_list *diags = diag_create();
	uint32_t file = diag_file(diags, "f", bytes, len);
	struct node_reader *reader = node_open(bytes, len, file, NULL, diags);
	struct node_item item;
	while (node_next(reader, &item))
		assert_true(item.value || item.dropped);
	assert_false(node_next(reader, &item));
	*complete = node_complete(reader);
	node_close(reader);
	char *printed = NULL;
	size_t size = 0;
	FILE *stream = open_memstream(&printed, &size);
	assert_true(diag_print(diags, stream, DIAG_NOTE, false));
	fclose(stream);
	diag_free(diags);
	return printed;
}

/* "f:1:13: error: words [code]\n..." as "1:13 code, ..." */
static void condense(char *printed, char *out, size_t size)
{
	*out = '\0';
	for (char *line = strtok(printed, "\n"); line; line = strtok(NULL, "\n")) {
		char *code = strrchr(line, '[');
		unsigned row = 0, column = 0;
		assert_non_null(code);
		code[strlen(code) - 1] = '\0';
		if (sscanf(line, "f:%u:%u: error: ", &row, &column) != 2)
			assert_true(!strncmp(line, "f: error: ", 10));
		size_t at = strlen(out);
		snprintf(out + at, size - at, "%s%u:%u %s", at ? ", " : "", row, column, code + 1);
	}
}

static void check(struct sample sample)
{
	bool complete;
	char found[4096];
	/* Out of a block of its own, so that a sanitizer sees a read past the end. */
	size_t len = sample.len ? sample.len : strlen(sample.bytes);
	char *bytes = malloc(len ? len : 1);
	assert_non_null(bytes);
	memcpy(bytes, sample.bytes, len);
	char *printed = read_all(bytes, len, &complete);
	condense(printed, found, sizeof found);
	if (strcmp(found, sample.expected))
		print_error("of: %s\n", sample.bytes);
	assert_string_equal(found, sample.expected);
	free(printed);
	free(bytes);
}

#define CHECK_ALL(samples) check_all(samples, sizeof(samples) / sizeof *(samples))

static void check_all(const struct sample *samples, size_t count)
{
	for (size_t i = 0; i < count; i++)
		check(samples[i]);
}

static void texts(void **state)
{
	static const struct sample samples[] = {
		{.bytes = "title: Peace: a respite\n", .expected = "1:13 unquoted-colon"},
		{.bytes = "a: words\n  and more: of it\n", .expected = "2:11 unquoted-colon"},
		{.bytes = "a: {b: c: d}\n", .expected = "1:9 unquoted-colon"},
		{.bytes = "text: : foo\n", .expected = "1:7 unquoted-colon"},
		{.bytes = "text: \"Ink\" he said\nb: c\n", .expected = "1:13 text-after-quote"},
		{.bytes = "text: 'Tis Tom's\n", .expected = "1:16 text-after-quote"},
		{.bytes = "e:\n  - \"Ink\" he\n", .expected = "2:11 text-after-quote"},
		{.bytes = "e: [\"Ink\" he]\n", .expected = "1:11 text-after-quote"},
		{.bytes = "e: {a: \"Ink\" he}\n", .expected = "1:14 text-after-quote"},
		{.bytes = "text: \"Ink he said\nb: \"c\"\n", .expected = "1:7 text-after-quote"},
		{.bytes = "text: 'Tis said\nb: Tom's\n", .expected = "1:7 text-after-quote"},
		{.bytes = "text: [sic] he said\n", .expected = "1:13 text-after-bracket"},
		{.bytes = "a: {b} c\n", .expected = "1:8 text-after-bracket"},
		{.bytes = "text: \"Ink he said\nb: c\n", .expected = "1:7 unclosed-quote"},
		{.bytes = "text: \"Ink\n---\nb\"\n", .expected = "1:7 unclosed-quote"},
		{.bytes = "text: [sic\nb: c\nd: e\n", .expected = "1:7 unclosed-bracket"},
		{.bytes = "text: {sic\nb: c\n", .expected = "1:7 unclosed-bracket"},
		{.bytes = "text: {a: We are #1, b: c}\nb: c\n", .expected = "1:18 cut-by-remark"},
		{.bytes = "text: [a, b #c]", .expected = "1:13 cut-by-remark"},
		{.bytes = "text: {a: b # d }\n", .expected = "1:13 cut-by-remark"},
		{.bytes = "text: {a: \"b #1 c\", d\ne: {f}\n", .expected = "1:7 unclosed-bracket"},
		{.bytes = "a: We are the #1\n  nation\nb: c\n", .expected = "1:15 cut-by-remark"},
		{.bytes = "a: We are\n  #1 nation\n  now\n", .expected = "2:3 cut-by-remark"},
		{.bytes = "a: \"b #1\"\n  c\n", .expected = "2:3 indentation"},
		{.bytes = "text: {a: b", .expected = "1:7 unclosed-bracket"},
		{.bytes = "text: \"a\\path\"\n", .expected = "1:9 bad-escape"},
		{.bytes = "text: \"a\\u12\"\n", .expected = "1:9 bad-escape"},
		{.bytes = "text: \"a\\x9\"\n", .expected = "1:9 bad-escape"},
		{.bytes = "\"\\", .expected = "1:2 bad-escape"},
		{.bytes = "\"\\u", .expected = "1:2 bad-escape"},
		{.bytes = "a: \"\\x", .expected = "1:5 bad-escape"},
		{.bytes = "a: \"\\U0000004", .expected = "1:5 bad-escape"},
		{.bytes = "text: \"a\\ud83d b\"\n", .expected = "1:9 lone-surrogate"},
		{.bytes = "text: \"a\\ude00\\ud83d\"\n", .expected = "1:9 lone-surrogate"},
		{.bytes = "text: \"\\\\ud83d\\ude00\"\n", .expected = "1:15 lone-surrogate"},
		{.bytes = "text: \"a\\U00110000\"\n", .expected = "1:9 lone-surrogate"},
		{.bytes = "text: \"a\\0b\"\n", .expected = "1:7 nul"},
		{.bytes = "text: \"\\ud83d\\ude00\\0\"\n", .expected = "1:7 nul"},
		{.bytes = "a: \"\\ud83d\\ude00\"\nb: \"\\U0001f600\\0\"\n",
			.expected = "1:4 nul, 2:4 nul"},
	};
	(void)state;
	CHECK_ALL(samples);
}

static void leading_characters(void **state)
{
	(void)state;
	static const char *const samples[] = {"@x", "`x", "%x", "* x", "*", "& x", "&", "|x",
		"> 5 men", "- x", "? x", ", x", "] x", "} x"};
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		char bytes[64];
		snprintf(bytes, sizeof bytes, "a: b\ntext: %s\nc: d\n", samples[i]);
		check((struct sample){.bytes = bytes, .expected = "2:7 leading-character"});
	}
}

static void lines(void **state)
{
	static const struct sample samples[] = {
		{.bytes = "date:1918\n", .expected = "1:5 missing-space"},
		{.bytes = "a: b\ndate:1918", .expected = "2:5 missing-space"},
		{.bytes = "a: b\ndate:1918\nc: d\n", .expected = "2:5 missing-space"},
		{.bytes = "e:\n  - id:a\n    date: 1\n", .expected = "2:7 missing-space"},
		{.bytes = "a: b\njust words\nc: d\n", .expected = "2:1 missing-colon"},
		{.bytes = "e:\n  - id: a\n     date: 1\n", .expected = "3:6 indentation"},
		{.bytes = "e:\n  - id: a\n   date: 1\n", .expected = "3:4 indentation"},
		{.bytes = "e:\n  - id: a\n  date: 1\n", .expected = "3:3 indentation"},
		{.bytes = "e:\n  a: 1\n b: 2\n", .expected = "3:2 indentation"},
		{.bytes = "  a: 1\nb: 2\n", .expected = "1:3 indentation"},
		{.bytes = "a: 1\r\n  b: 2\r\n", .expected = "2:3 indentation"},
		{.bytes = "a:\n\tb: c\n", .expected = "2:1 tab-indentation"},
		{.bytes = "a: b\n\tc: d\n", .expected = "2:1 tab-indentation"},
		{.bytes = "a: |\n\tb: c\n", .expected = "2:1 tab-indentation"},
		{.bytes = "a: b\n\xc2\xa0\xc2\xa0"
			  "c: d\n",
			.expected = "2:1 odd-space"},
		{.bytes = "e:\n  - a: b\n  \xc2\xa0 c: d\n", .expected = "3:3 odd-space"},
		{.bytes = "a: |\n  b\n\xc2\xa0\xc2\xa0"
			  "c\nd: e\n",
			.expected = "3:1 odd-space"},
		{.bytes = "a: \"b\n  c\n\xc2\xa0 d\"\n", .expected = ""},
		{.bytes = "a: |\n  b\n  \xc2\xa0"
			  "c\nd: >\n   \xe3\x80\x80"
			  "e: f\n",
			.expected = ""},
		{.bytes = "e:\n-\xc2\xa0"
			  "a: b\n \xc2\xa0"
			  "c: d\n",
			.expected = "2:2 odd-space"},
		{.bytes = "a:\xc2\xa0"
			  "b\nc\xc2\xa0: d\n\ne:\xc2\xa0\"f\"\n",
			.expected = "1:3 odd-space"},
		{.bytes = "a\xef\xbc\x9a"
			  "b\nc\xef\xbc\x9a d\ne\xef\xbc\x9a\n",
			.expected = "1:2 odd-sign"},
		{.bytes = "a:\n  - b\xef\xbc\x9a"
			  "c\n  - d\xef\xbc\x9a"
			  "e\n",
			.expected = ""},
		{.bytes = "a: [b,\xc2\xa0"
			  "c]\nd: {e\xef\xbc\x9a f}\n",
			.expected = "1:7 odd-space"},
		{.bytes = "a: {b:\xc2\xa0\"c,\xc2\xa0"
			  "d\", 'e':\xc2\xa0"
			  "f}\n",
			.expected = "1:7 odd-space"},
		{.bytes = "a: b\n\xe2\x80\x8b"
			  "c: d\n\xc2\xa0\ne: f\n",
			.expected = "2:1 odd-space"},
		{.bytes = "\xe2\x80\x9c"
			  "a\xe2\x80\x9d: b\n",
			.expected = "1:1 curly-marks"},
		{.bytes = "\"\xc2\xa0"
			  "a\": b\n",
			.expected = ""},
		{.bytes = "{\"a\": 1\n \"b\": 2}\n", .expected = "2:5 missing-comma"},
		{.bytes = "{\"a\": [1, 2\n", .expected = "1:7 unclosed-bracket"},
		{.bytes = "{\"a\": 1} x\n", .expected = "1:10 text-after-record"},
		{.bytes = "{\"a\": 1}}\n", .expected = "1:9 text-after-record"},
	};
	(void)state;
	CHECK_ALL(samples);
}

static void refused_yaml(void **state)
{
	static const struct sample samples[] = {
		{.bytes = "a: &x b\nc: *x\n", .expected = "1:4 anchor, 2:4 alias"},
		{.bytes = "a: &x [b]\nd: &y {e: f}\n", .expected = "1:4 anchor, 2:4 anchor"},
		{.bytes = "*x : b\n", .expected = "1:1 alias"},
		{.bytes = "&r a: b\n", .expected = "1:1 anchor"},
		{.bytes = "a: !b c\nd: !!set {}\ne: !\n", .expected = "1:4 tag, 2:4 tag, 3:4 tag"},
		{.bytes = "a: !e!b c\n", .expected = "1:4 tag"},
		{.bytes = "a: {<<: b}\nc: d\n", .expected = "1:5 merge-key"},
		{.bytes = "<<: {a: b}\n", .expected = "1:1 merge-key"},
		{.bytes = "%YAML 1.1\n---\na: b\n", .expected = "1:1 directive"},
		{.bytes = "%TAG ! foo:\n---\na: b\n", .expected = "1:1 directive"},
		{.bytes = "%foo\n---\na: b\n", .expected = "1:1 directive"},
		{.bytes = "a:\n  * b: c\n", .expected = "2:3 bullet"},
		{.bytes = "a:\n  \u2022 b: c\n    d: e\n", .expected = "2:3 bullet"},
		{.bytes = "a:\n  \u2022\u00a0b: c\n    d: e\n", .expected = "2:3 bullet"},
		{.bytes = "a:\n  \u2022\tb: c\n    d: e\n", .expected = "2:3 bullet"},
		{.bytes = "a:\n  - b: c\n  \u2013 b: d\n", .expected = "3:3 bullet"},
		{.bytes = "a:\n  1. b: c\n     d: e\n", .expected = "2:3 bullet"},
		{.bytes = "a:\n  o b: c\n", .expected = "2:3 bullet"},
		{.bytes = "a:\n  -b: c\n   d: e\n", .expected = "2:3 missing-space"},
		{.bytes = "```yaml\na: b\n", .expected = "1:1 fence"},
		{.bytes = "a: b\n```\n", .expected = "2:1 fence"},
		{.bytes = "// c\na: b\n", .expected = "1:1 remark"},
		{.bytes = "a: b\n// c: d\n", .expected = "2:1 remark"},
		{.bytes = "{\"a\": 1, // c\n\"b\": 2}\n", .expected = "1:10 remark"},
		{.bytes = "{\"a\": \"1\" /* c */, \"b\": 2}\n", .expected = "1:11 remark"},
		{.bytes = "; c\na: b\n", .expected = "1:1 remark"},
		{.bytes = "a: \"b\",\nc: d\n", .expected = "1:7 line-end"},
		{.bytes = "a: [b];\nc: d\n", .expected = "1:7 line-end"},
		{.bytes = "a = b\nc: d\n", .expected = "1:3 missing-colon"},
		{.bytes = "c: d\na => b\n", .expected = "2:3 missing-colon"},
		{.bytes = "{\"a\" = \"b\"}\n", .expected = "1:6 missing-colon"},
		{.bytes = "a: b\n---\nc: d\n", .expected = "2:1 second-document"},
		{.bytes = "a: b\n...\nc: d\n", .expected = "3:1 second-document"},
		{.bytes = "a: b\na: c\n", .expected = "2:1 duplicate-key"},
		{.bytes = "p: {x: {}, x: {}}\n", .expected = "1:12 duplicate-key"},
		{.bytes = "p: [{x: 1, y: 2, x: 3}]\n", .expected = "1:18 duplicate-key"},
		{.bytes = "p:\n- x: 1\n  y: 2\n  x: 3\n  z: 4\n  y: 5\n",
			.expected = "4:3 duplicate-key"},
		{.bytes = "p:\n- x: 1\n  y: 2\n  z: 3\n  y: 4\n  z: 5\n",
			.expected = "5:3 duplicate-key"},
		{.bytes = "p:\n- x: 1\n  y: 2\n  y: 3\n  z: 4\n  z: 5\n",
			.expected = "4:3 duplicate-key, 6:3 duplicate-key"},
		{.bytes = "p:\n  q: {r: 1}\n  s: 2\n  q: 3\n  s: 4\n",
			.expected = "4:3 duplicate-key, 5:3 duplicate-key"},
		{.bytes = "p:\n  x\n    y: 1\n", .expected = "2:4 missing-colon"},
		{.bytes = "p:\n  x  # r\n    y: 1\n", .expected = "2:4 missing-colon"},
		{.bytes = "p:\n  x z # r\n  y: 1\n", .expected = "2:4 missing-colon"},
		{.bytes = "p:\n- x z\n  y: 1\n", .expected = "2:4 missing-colon"},
		{.bytes = "p:\n- x:z\n  y: 1\n", .expected = "2:4 missing-space"},
		{.bytes = "p: x z\n  u v\n    y: 1\n", .expected = "3:5 indentation"},
		{.bytes = "p: [{\"\": 1}]\n", .expected = "1:6 empty-key"},
		{.bytes = ": a\n", .expected = "1:1 empty-key"},
		{.bytes = "p: {[a]: b}\n", .expected = "1:5 complex-key"},
		{.bytes = "? {a: b}\n: c\n", .expected = "1:3 complex-key"},
		{.bytes = "\"a\\e\": b\n\"c\\u202e\": d\n",
			.expected = "1:1 control-in-key, 2:1 control-in-key"},
		{.bytes = "a\xe2\x80\xae: b\n", .expected = "1:2 control-in-key"},
		{.bytes = "- a\n- b\n", .expected = "1:1 no-record"},
		{.bytes = "words\n", .expected = "1:1 no-record"},
		{.bytes = "", .expected = "0:0 empty-file"},
		{.bytes = " \n# nothing\n", .expected = "0:0 empty-file"},
		{.bytes = "---\n...\n", .expected = "0:0 empty-file"},
		{.bytes = "a: b\n]\n", .expected = "2:1 unexpected"},
	};
	(void)state;
	CHECK_ALL(samples);
}

static void characters(void **state)
{
	static const struct sample samples[] = {
		{.bytes = "a: \xe4\n", .expected = "1:4 not-utf8"},
		{.bytes = "\xef\xbb\xbf"
			  "a: \xc3\xa4\xff\n",
			.expected = "1:5 not-utf8"},
		{.bytes = "a: \xed\xa0\x80\n", .expected = "1:4 not-utf8"},
		{.bytes = "a: \xc0\x80\n", .expected = "1:4 not-utf8"},
		{.bytes = "a: \xf4\x90\x80\x80\n", .expected = "1:4 not-utf8"},
		{.bytes = "a: b\nc: \xe2\x82", .expected = "2:4 not-utf8"},
		{.bytes = "\xff\xfe"
			  "a\0:\0",
			.len = 6,
			.expected = "0:0 not-utf8"},
		{.bytes = "a\0:\0 \0b\0", .len = 8, .expected = "0:0 not-utf8"},
		{.bytes = "a: b\0c\n", .len = 7, .expected = "1:5 control-character"},
		{.bytes = "a: b\x01\x7f\nd: \x1b[0m\n",
			.expected = "1:5 control-character, 1:6 control-character, "
				    "2:4 control-character"},
		{.bytes = "a: \xc3\xa4\xc2\x80\n", .expected = "1:5 control-character"},
		{.bytes = "a: b\nc: \xef\xbb\xbf"
			  "d\n",
			.expected = "2:4 control-character"},
		{.bytes = "a: \xef\xbf\xbf\n", .expected = "1:4 control-character"},
		{.bytes = "a: b\xc2\x85"
			  "c\nd: \xe2\x80\xa8\xe2\x80\xa9\n",
			.expected = "1:5 line-separator, 2:4 line-separator, 2:5 line-separator"},
		{.bytes = "a: b\r\nc: \x02\rd: \x03\n",
			.expected = "2:4 control-character, 3:4 control-character"},
	};
	(void)state;
	CHECK_ALL(samples);
}

/* The chunk that libyaml reads has 16 KiB: what it cuts in two is still one. */
static void chunk_ends(void **state)
{
	(void)state;
	for (size_t fill = 16360; fill < 16400; fill++) {
		char *bytes = malloc(fill + 100);
		assert_non_null(bytes);
		memcpy(bytes, "a: \"", 4);
		memset(bytes + 4, 'x', fill - 4);
		strcpy(bytes + fill, "\xe2\x82\xac\\ud83d\\ude00\xf0\x9f\x98\x80\xff\"\n");
		char expected[64];
		snprintf(expected, sizeof expected, "1:%zu not-utf8", fill + 1 + 1 + 12 + 1);
		check((struct sample){.bytes = bytes, .expected = expected});
		free(bytes);
	}
}

static char *repeated(const char *head, const char *part, size_t times, const char *tail)
{
	struct buf buf = {0};
	buf_text(&buf, head);
	buf_repeat(&buf, part, times);
	buf_text(&buf, tail);
	return buf.text;
}

static void check_repeated(
	const char *head, const char *part, size_t times, const char *tail, const char *expected)
{
	char *bytes = repeated(head, part, times, tail);
	check((struct sample){.bytes = bytes, .expected = expected});
	free(bytes);
}

static void depth(void **state)
{
	(void)state;
	check_repeated("a: ", "[", 63, "", "1:66 unclosed-bracket");
	check_repeated("a: ", "[", 64, "", "1:67 too-deep");
	check_repeated("a: ", "[", 60000, "", "1:67 too-deep");
	check_repeated("a: ", "[{b: ", 60000, "", "1:160 too-deep");
	check_repeated("a:\n ", "- ", 60000, "", "2:128 too-deep");
	char *bytes = repeated("a: ", "[", 63, "");
	char *closed = repeated(bytes, "]", 63, "\n");
	check((struct sample){.bytes = closed, .expected = ""});
	free(closed);
	free(bytes);
}

static void size(void **state)
{
	(void)state;
	const size_t mib = 1024 * 1024;
	check_repeated("a: ", "0123456789abcdef", mib - 8192, "\nb: c\n", "");
	check_repeated("a: ", "0123456789abcdef", mib + 8192, "\nb: c\n", "1:1 item-too-large");
	check_repeated("e:\n  - ", "0123456789abcde\n    ", mib, "", "2:3 item-too-large");
	check_repeated("e: [[", "a,", 1000 * 1000, "]]", "1:2000004 item-too-large");
	/* Many items may be larger together. */
	check_repeated(
		"e:\n", "  - 0123456789abcdef 0123456789abcdef 0123456789\n", mib / 2, "", "");
}

static void words(void **state)
{
	(void)state;
	static const struct {
		const char *bytes, *printed;
	} samples[] = {
		{"title: Peace: a respite\n",
			"f:1:13: error: a colon and a space inside a text; put the text in "
			"quotation marks: title: \"Peace: a respite\" [unquoted-colon]\n"},
		{"a: 1\n\nb:\n  - c: d\ne: f\na: 2\n",
			"f:6:1: error: duplicate key \"a\"; the first is at line 1; keep one of "
			"the two "
			"[duplicate-key]\n"},
		{"text: @home\n",
			"f:1:7: error: a text cannot begin with \"@\"; put the text in quotation "
			"marks: text: \"@home\" [leading-character]\n"},
		{"e:\n  - id: a\n    \"date: 1\"\n",
			"f:3:5: error: quotation marks stand around the whole line; delete both: "
			"date: 1 [line-quoted]\n"},
		{"e:\n  - \"id: a\"\n    date: 1\n",
			"f:2:5: error: quotation marks stand around the whole line; delete both: "
			"id: a [line-quoted]\n"},
		{"e:\n  * id: a\n",
			"f:2:3: error: an item of a list begins with \"- \", a hyphen and a space, "
			"not with \"*\"; write \"  - id: a\" [bullet]\n"},
		{"e:\n  -- id: a\n",
			"f:2:3: error: an item of a list begins with \"- \", a hyphen and a space, "
			"not with \"--\"; write \"  - id: a\" [bullet]\n"},
		{"e:\n  --id: a\n",
			"f:2:3: error: an item of a list begins with \"- \", a hyphen and a space, "
			"not with \"--\"; write \"  - id: a\" [bullet]\n"},
		{"e:\n  - \u2013 id: a\n",
			"f:2:5: error: an en dash (U+2013) where an item begins; write \"  - id: "
			"a\", with a hyphen and a space [bullet]\n"},
		{"e:\n  - id: a\n\u00a0\u00a0\u00a0\u00a0date: 1\n",
			"f:3:1: error: a no-break space (U+00A0) in the indentation; begin the "
			"line with 4 ordinary spaces [odd-space]\n"},
		{"e:\n\u00a0 - id: a\n\u00a0   date: 1\n",
			"f:2:1: error: a no-break space (U+00A0) in the indentation, here and in 1 "
			"line below; put an ordinary space in the place of each, to line 3 "
			"[odd-space]\n"},
		{"e:\n  - id: a\n   date: 1\n",
			"f:3:4: error: wrong indentation: this line begins in column 4, line 2 "
			"above "
			"it in column 5; the fields of one item begin in the same column: put one "
			"more space before it [indentation]\n"},
		{"s:\n   a:\n    b: 1\n  c:\n    b: 2\n",
			"f:2:4: error: wrong indentation: this line begins in column 4, line 4 "
			"below it in column 3; take away one space before it [indentation]\n"},
		{"e:\n  - id: a\n    date: 1\n   - id: b\n",
			"f:4:4: error: wrong indentation: this line begins in column 4, line 2 "
			"above it in column 3; the items of one list begin in the same column: "
			"take away one space before it [indentation]\n"},
		{"e:\n  - id: a\n    date: 1\n    - id: b\n    date: 2\n",
			"f:4:5: error: wrong indentation: this line begins in column 5, line 2 "
			"above it in column 3; the items of one list begin in the same column: "
			"take away two spaces before it [indentation]\n"},
		{"e:\n  - id: a\n    date: 1\n - id: b\n   date: 2\n",
			"f:4:2: error: wrong indentation: this line begins in column 2, line 2 "
			"above it in column 3; the items of one list begin in the same column: "
			"put one more space before each of lines 4 to 5 [indentation]\n"},
		{"e:\n  - id: a\n    date: 1\n  id: b\n    date: 2\n",
			"f:4:3: error: a hyphen is missing where another item begins; write "
			"\"  - id: b\", its hyphen in column 3 as in line 2 [indentation]\n"},
		{"e:\n  -  id: a\n    date: 1\n  -  id: b\n    date: 2\n",
			"f:2:5: error: wrong indentation: \"id\" begins in column 6, the fields "
			"below it in column 5; take away one space after the hyphen: write "
			"\"  - id: a\", and so in 1 line below [indentation]\n"},
		{"e:\n - id: a\n    date: 1\n    title: T\n  - id: b\n    date: 2\n",
			"f:2:2: error: wrong indentation: behind its hyphen this line begins in "
			"column 4, the fields below it in column 5; put one more space before the "
			"hyphen [indentation]\n"},
		{"e:\n  - id: a\n   date: 1\n   title: T\n  - id: b\n",
			"f:3:4: error: wrong indentation: this line begins in column 4, line 2 "
			"above it in column 5; the fields of one item begin in the same column: "
			"put one more space before each of lines 3 to 4 [indentation]\n"},
		{"s:\n  a: 1\n b: 2\n",
			"f:3:2: error: wrong indentation: this line begins in column 2, line 2 "
			"above it in column 3 and line 1 in column 1; the fields of one item begin "
			"in the same column: put one more space before it where it goes with line "
			"2, or take away one space before it where it goes with line 1 "
			"[indentation]\n"},
		{"a:\n  b: |\n      - one\n     two: 2\n",
			"f:4:6: error: wrong indentation: this line begins in column 6, line 3 "
			"above it in column 7; the lines of one text begin in the same column: "
			"put one more space before it [indentation]\n"},
		{"e:\n  - id: a\n\tdate: 1\n",
			"f:3:1: error: a tab in the indentation; write 4 spaces instead "
			"[tab-indentation]\n"},
		{"e:\n  - id: a\n    date: 1\n\ttitle: T\n",
			"f:4:1: error: a tab in the indentation; write 4 spaces instead, as in "
			"line "
			"3 [tab-indentation]\n"},
		{"e:\n  - id: a\n  \tdate: 1\n",
			"f:3:3: error: a tab in the indentation; begin the line with 4 spaces and "
			"no tab [tab-indentation]\n"},
		{"e:\n\t- id: a\n\t\tdate: 1\n\t- id: b\n",
			"f:2:1: error: a tab in the indentation, here and in 2 lines below; write "
			"2 "
			"spaces for each tab [tab-indentation]\n"},
		{"e:\n  -\tid: a\n    date: 1\n  -\tid: b\n    date: 1\n",
			"f:2:4: error: a tab behind the hyphen, here and in 1 line below; write "
			"\"  - id: a\", with a space [tab-indentation]\n"},
		{"e:\n  - id: a\n    text: >-\n    One more\n    day.\n    date: 1\n",
			"f:4:5: error: this is not \"field: value\"; a text that goes on from line "
			"3 "
			"is indented deeper: put two more spaces before each of lines 4 to 5, or "
			"\"# \" if it "
			"is a remark [missing-colon]\n"},
		{"date:1918\n",
			"f:1:5: error: a space is missing after the colon of \"date:\"; write "
			"\"date: 1918\" [missing-space]\n"},
		{"e:\n  - id: a\n    title: T\n    [a, b]\n",
			"f:4:5: error: the name of a field and a colon are missing before \"[\" "
			"[missing-colon]\n"},
	};
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		bool complete;
		char *printed = read_all(samples[i].bytes, strlen(samples[i].bytes), &complete);
		assert_string_equal(printed, samples[i].printed);
		free(printed);
	}
}

/* Only a file that was read to its end, as it stands, is complete. */
static void completeness(void **state)
{
	(void)state;
	static const struct {
		const char *bytes;
		bool complete;
	} samples[] = {{"a: b\n", true}, {"a: b: c\n", false}, {"a: b\n---\n", false},
		{"a: b\x01\n", false}, {"a: &x b\na: c\n", true}, {"", false},
		{"a: \xff\n", false}};
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		bool complete;
		free(read_all(samples[i].bytes, strlen(samples[i].bytes), &complete));
		assert_int_equal(complete, samples[i].complete);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts),
		cmocka_unit_test(leading_characters),
		cmocka_unit_test(lines),
		cmocka_unit_test(refused_yaml),
		cmocka_unit_test(characters),
		cmocka_unit_test(chunk_ends),
		cmocka_unit_test(depth),
		cmocka_unit_test(size),
		cmocka_unit_test(words),
		cmocka_unit_test(completeness),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
