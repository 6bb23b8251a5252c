/* Problems: their order, what is kept of many, and the line with the caret. */
#include "base/buf.h"
#include "base/diag.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void check_printed(
	const struct diag_list *list, enum diag_level least, bool source, const char *expected)
{
	char *printed = NULL;
	size_t size = 0;
	FILE *stream = open_memstream(&printed, &size);
	assert_true(diag_print(list, stream, least, source));
	fclose(stream);
	assert_string_equal(printed, expected);
	free(printed);
}

static void by_place_then_as_added(void **state)
{
	(void)state;
	struct diag_list *list = diag_create();
	assert_int_equal(diag_file(list, "a.yaml", NULL, 0), 0);
	assert_int_equal(diag_file(list, "b.yaml", NULL, 0), 1);
	diag_add(list, DIAG_ERROR, (struct place){1, 1, 1}, "one", "in b");
	diag_add(list, DIAG_WARNING, (struct place){29, 18, 0}, "two", "later %d", 1);
	diag_add(list, DIAG_WARNING, (struct place){29, 18, 0}, "two", "later %d", 2);
	diag_add(list, DIAG_ERROR, (struct place){29, 17, 0}, "three", "no person \"%s\"", "hael");
	diag_add(list, DIAG_NOTE, (struct place){3, 100, 0}, "four", "early");
	diag_add(list, DIAG_ERROR, (struct place){.file = 0}, "five", "the whole file");
	check_printed(list, DIAG_NOTE, false,
		"a.yaml: error: the whole file [five]\n"
		"a.yaml:3:100: note: early [four]\n"
		"a.yaml:29:17: error: no person \"hael\" [three]\n"
		"a.yaml:29:18: warning: later 1 [two]\n"
		"a.yaml:29:18: warning: later 2 [two]\n"
		"b.yaml:1:1: error: in b [one]\n");
	check_printed(list, DIAG_ERROR, false,
		"a.yaml: error: the whole file [five]\n"
		"a.yaml:29:17: error: no person \"hael\" [three]\n"
		"b.yaml:1:1: error: in b [one]\n");
	assert_int_equal(diag_count(list, DIAG_ERROR), 3);
	assert_int_equal(diag_count(list, DIAG_WARNING), 2);
	assert_int_equal(diag_count(list, DIAG_NOTE), 1);
	assert_string_equal(diag_file_name(list, 1), "b.yaml");
	diag_free(list);
	diag_free(NULL);
}

static void nothing(void **state)
{
	(void)state;
	struct diag_list *list = diag_create();
	check_printed(list, DIAG_NOTE, true, "");
	diag_file(list, "a.yaml", "", 0);
	check_printed(list, DIAG_NOTE, true, "");
	diag_free(list);
}

/* The first 200 by place, whatever the order they came in, and a million cost nothing; the graver
 * ones before the others. */
static void keeps_the_first_of_many(void **state)
{
	(void)state;
	enum { MANY = 1000000 };
	struct diag_list *list = diag_create();
	diag_file(list, "a", NULL, 0);
	for (uint32_t i = 0; i < MANY; i++) {
		uint32_t line = (uint32_t)(1 +
			(i * (uint64_t)7919) % MANY); /* each line once: 7919 is prime */
		diag_add(list, line % 4 ? DIAG_WARNING : DIAG_NOTE, (struct place){line, 1, 0}, "w",
			"at %u", (unsigned)line);
	}
	diag_add(list, DIAG_ERROR, (struct place){MANY + 1, 1, 0}, "e", "the only error");
	assert_false(diag_wanted(list, DIAG_WARNING, (struct place){MANY, 1, 0}));
	assert_true(diag_wanted(list, DIAG_WARNING, (struct place){1, 0, 0}));
	assert_true(diag_wanted(list, DIAG_ERROR, (struct place){MANY, 1, 0}));
	check_printed(list, DIAG_ERROR, false, "a:1000001:1: error: the only error [e]\n");

	char *printed = NULL;
	size_t size = 0;
	FILE *stream = open_memstream(&printed, &size);
	assert_true(diag_print(list, stream, DIAG_NOTE, false));
	fclose(stream);
	char *line = strtok(printed, "\n");
	unsigned expected = 0;
	for (unsigned i = 1; i < 200; i++, line = strtok(NULL, "\n")) {
		unsigned row = 0;
		expected += expected % 4 == 3 ? 2 : 1; /* past the notes */
		assert_non_null(line);
		assert_int_equal(sscanf(line, "a:%u:1: warning", &row), 1);
		assert_int_equal(row, expected);
	}
	assert_string_equal(line, "a:1000001:1: error: the only error [e]");
	line = strtok(NULL, "\n");
	assert_string_equal(line, "a: 999801 more problems: 749801 warnings, 250000 notes");
	assert_null(strtok(NULL, "\n"));
	free(printed);
	diag_free(list);
}

__attribute__((format(printf, 3, 4))) static void late(
	struct diag_list *list, unsigned line, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	diag_add_late(list, (struct place){line, 1, 0}, "late", format, args);
	va_end(args);
}

/* Where there is not room for all, what comes of another mistake yields to what comes of none. */
static void causes_have_the_room(void **state)
{
	(void)state;
	struct diag_list *list = diag_create();
	struct buf expected = {0};
	diag_file(list, "a", NULL, 0);
	for (unsigned i = 1; i <= 300; i++)
		late(list, i, "after %u", i);
	assert_false(diag_late_wanted(list, (struct place){301, 1, 0}));
	assert_true(diag_wanted(list, DIAG_ERROR, (struct place){301, 1, 0}));
	for (unsigned i = 301; i <= 303; i++)
		diag_add(list, DIAG_ERROR, (struct place){i, 1, 0}, "cause", "at %u", i);
	diag_add(list, DIAG_WARNING, (struct place){1, 1, 0}, "w", "light");
	assert_int_equal(diag_count(list, DIAG_ERROR), 303);
	for (unsigned i = 1; i <= 197; i++)
		buf_format(&expected, "a:%u:1: error: after %u [late]\n", i, i);
	for (unsigned i = 301; i <= 303; i++)
		buf_format(&expected, "a:%u:1: error: at %u [cause]\n", i, i);
	size_t errors_only = expected.len;
	buf_text(&expected, "a: 104 more problems: 103 errors, 1 warning\n");
	check_printed(list, DIAG_NOTE, false, buf_string(&expected));
	expected.text[errors_only] = '\0';
	expected.len = errors_only;
	buf_text(&expected, "a: 103 more problems: 103 errors\n");
	check_printed(list, DIAG_ERROR, false, buf_string(&expected));
	buf_free(&expected);
	diag_free(list);
}

static void counts_the_rest(void **state)
{
	(void)state;
	struct diag_list *list = diag_create();
	diag_file(list, "a", NULL, 0);
	struct buf expected = {0};
	for (unsigned i = 1; i <= 201; i++) {
		diag_add(list, DIAG_ERROR, (struct place){i, 2, 0}, "e", "x");
		if (i <= 200)
			buf_format(&expected, "a:%u:2: error: x [e]\n", i);
	}
	buf_text(&expected, "a: 1 more problem: 1 error\n");
	check_printed(list, DIAG_NOTE, false, buf_string(&expected));
	buf_free(&expected);
	diag_free(list);
}

/* Names, messages and lines are text from outside. */
static void hostile_text(void **state)
{
	(void)state;
	static const char bytes[] = "a: \x1b[31m\xe2\x80\xae"
				    "b\n";
	struct diag_list *list = diag_create();
	diag_file(list, "a\x1b]0;x\x07.yaml", bytes, sizeof bytes - 1);
	diag_add(list, DIAG_ERROR, (struct place){1, 10, 0}, "e", "no \"%s\"", "\x1b[2J\nx\xff");
	char *printed = NULL;
	size_t size = 0;
	FILE *stream = open_memstream(&printed, &size);
	assert_true(diag_print(list, stream, DIAG_NOTE, true));
	fclose(stream);
	size_t lines = 0;
	for (const char *c = printed; *c; c++) {
		assert_true(*c == '\n' || (unsigned char)*c >= 0x20);
		lines += *c == '\n';
	}
	assert_int_equal(lines, 3);
	assert_null(strstr(printed, "\xe2\x80\xae"));
	assert_int_equal(text_valid(printed, size), size);
	free(printed);
	diag_free(list);
}

static void cuts_a_message_in_its_middle(void **state)
{
	(void)state;
	char *wide = malloc(3000001);
	assert_non_null(wide);
	for (size_t i = 0; i < 3000000; i += 3)
		memcpy(wide + i, "\xe2\x82\xac", 3);
	wide[3000000] = '\0';
	struct diag_list *list = diag_create();
	diag_file(list, "a", NULL, 0);
	diag_add(list, DIAG_ERROR, (struct place){1, 1, 0}, "e", "no person \"%s\"; advice", wide);
	char *printed = NULL;
	size_t size = 0;
	FILE *stream = open_memstream(&printed, &size);
	assert_true(diag_print(list, stream, DIAG_NOTE, false));
	fclose(stream);
	assert_true(size < 1000);
	assert_int_equal(text_valid(printed, size), size);
	assert_non_null(strstr(printed, "no person \"\xe2\x82\xac"));
	assert_non_null(strstr(printed, "\xe2\x82\xac\"; advice [e]\n"));
	free(printed);
	free(wide);
	diag_free(list);
}

static void check_source(const char *bytes, uint32_t line, uint32_t column, const char *expected)
{
	struct diag_list *list = diag_create();
	diag_file(list, "f", bytes, strlen(bytes));
	diag_add(list, DIAG_ERROR, (struct place){line, column, 0}, "e", "x");
	struct buf all = {0};
	buf_format(&all, "f:%u:%u: error: x [e]\n%s", (unsigned)line, (unsigned)column, expected);
	check_printed(list, DIAG_NOTE, true, buf_string(&all));
	buf_free(&all);
	diag_free(list);
}

static void the_line_and_a_caret(void **state)
{
	(void)state;
	check_source("a: b\nspeaker: hael\nc: d\n", 2, 10, "    speaker: hael\n             ^\n");
	check_source("a: b\r\nspeaker: hael\r\nc: d\n", 2, 1, "    speaker: hael\n    ^\n");
	check_source("a\rb\rc", 3, 1, "    c\n    ^\n");
	check_source("a: b", 1, 5, "    a: b\n        ^\n");
	check_source("a: b", 1, 500, "    a: b\n        ^\n");
	check_source("a: b\n", 2, 1, "    \n    ^\n");
	check_source("a: b\n", 7, 1, "");
	check_source("", 1, 1, "    \n    ^\n");
	check_source("\xef\xbb\xbf"
		     "a: b",
		1, 4, "    a: b\n       ^\n");
	/* Columns are the terminal's: two for a wide character, none for a mark. */
	check_source("\xe6\xbc\xa2\xe5\xad\x97: x", 1, 5,
		"    \xe6\xbc\xa2\xe5\xad\x97: x\n          ^\n");
	check_source("e\xcc\x81: x", 1, 5, "    e\xcc\x81: x\n       ^\n");
}

static void a_window_of_a_long_line(void **state)
{
	(void)state;
	struct buf bytes = {0}, expected = {0};
	buf_repeat(&bytes, "0123456789", 100000);
	buf_text(&expected, "    ...");
	buf_repeat(&expected, "0123456789", 10);
	buf_text(&expected, "...\n");
	buf_repeat(&expected, " ", 7 + 60);
	buf_text(&expected, "^\n");
	check_source(buf_string(&bytes), 1, 500001, buf_string(&expected));
	buf_clear(&expected);
	buf_text(&expected, "    ");
	buf_repeat(&expected, "0123456789", 10);
	buf_text(&expected, "...\n    ^\n");
	check_source(buf_string(&bytes), 1, 1, buf_string(&expected));
	buf_free(&bytes);
	buf_free(&expected);
}

/* 200 problems in a line of 20 MB: the line is passed through once. */
static void a_long_line_once(void **state)
{
	(void)state;
	struct buf bytes = {0};
	buf_repeat(&bytes, "0123456789", 2000000);
	struct diag_list *list = diag_create();
	diag_file(list, "f", bytes.text, bytes.len);
	for (uint32_t i = 0; i < 200; i++)
		diag_add(list, DIAG_ERROR, (struct place){1, 20000000 - i, 0}, "e", "x");
	char *printed = NULL;
	size_t size = 0;
	FILE *stream = open_memstream(&printed, &size);
	assert_true(diag_print(list, stream, DIAG_NOTE, true));
	fclose(stream);
	assert_true(size > 200 * 100 && size < 200 * 300);
	free(printed);
	diag_free(list);
	buf_free(&bytes);
}

static bool is_ascii(int32_t code_point)
{
	return code_point < 0x80;
}

/* The caret stands below what is shown, which may be wider than what stands there. */
static void in_another_set(void **state)
{
	(void)state;
	static const struct text_form form = {.encodes = is_ascii};
	static const char bytes[] = "title: Æther — 5 € x\n";
	struct diag_list *list = diag_create();
	diag_form(list, &form);
	diag_file(list, "ñ.yaml", bytes, strlen(bytes));
	diag_add(list, DIAG_ERROR, (struct place){1, 20, 0}, "e", "“%s” …", "ж");
	check_printed(list, DIAG_NOTE, true,
		"n.yaml:1:20: error: \"?\" ... [e]\n"
		"    title: AEther -- 5 EUR x\n"
		"                           ^\n");
	diag_free(list);
}

static void without_bytes(void **state)
{
	(void)state;
	struct diag_list *list = diag_create();
	diag_file(list, "f", NULL, 0);
	diag_add(list, DIAG_ERROR, (struct place){1, 1, 0}, "e", "x");
	check_printed(list, DIAG_NOTE, true, "f:1:1: error: x [e]\n");
	diag_free(list);
}

static void a_failed_write(void **state)
{
	(void)state;
	FILE *full = fopen("/dev/full", "w");
	if (!full)
		skip();
	struct diag_list *list = diag_create();
	diag_file(list, "f", NULL, 0);
	diag_add(list, DIAG_ERROR, (struct place){1, 1, 0}, "e", "x");
	assert_false(diag_print(list, full, DIAG_NOTE, false));
	fclose(full);
	diag_free(list);
}

/* Wherever its lines break, a line is found from the one that the index leads to. */
static void lines_are_found(void **state)
{
	(void)state;
	static const char *const breaks[] = {"\n", "\r\n", "\r", "\n\n"};
	enum { LINES = 1500 };
	static size_t starts[2 * LINES + 2];
	struct buf text = {0};
	uint32_t count = 1;
	for (int i = 0; i < LINES; i++) {
		const char *by = breaks[i % 7 % 4];
		buf_format(&text, "%d%s", i, by);
		if (strlen(by) == 2 && by[0] == by[1])
			starts[++count] = text.len - 1;
		starts[++count] = text.len;
	}
	struct diag_list *diags = diag_create();
	uint32_t file = diag_file(diags, "f", text.text, text.len), first;
	size_t left;
	for (uint32_t line = 1; line <= count; line++) {
		const char *at = diag_file_near(diags, file, line, &first, &left);
		assert_true(first <= line && line - first < 256);
		assert_int_equal(at - text.text, starts[first]);
		assert_int_equal(left, text.len - starts[first]);
	}
	diag_file_near(diags, file, UINT32_MAX, &first, &left);
	assert_true(first <= count && count - first < 256);
	diag_free(diags);
	buf_free(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_found),
		cmocka_unit_test(by_place_then_as_added),
		cmocka_unit_test(nothing),
		cmocka_unit_test(keeps_the_first_of_many),
		cmocka_unit_test(causes_have_the_room),
		cmocka_unit_test(counts_the_rest),
		cmocka_unit_test(hostile_text),
		cmocka_unit_test(cuts_a_message_in_its_middle),
		cmocka_unit_test(the_line_and_a_caret),
		cmocka_unit_test(a_window_of_a_long_line),
		cmocka_unit_test(a_long_line_once),
		cmocka_unit_test(in_another_set),
		cmocka_unit_test(without_bytes),
		cmocka_unit_test(a_failed_write),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
