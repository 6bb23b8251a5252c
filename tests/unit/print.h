/* For the tests of printers: a file as a record, a record as printed text. All fail the test when
 * they cannot. */
#ifndef TRUCE_TESTS_PRINT_H
#define TRUCE_TESTS_PRINT_H

#include "base/file.h"
#include "base/text.h"
#include "load/load.h"
#include "print/print.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct record *read_bytes(const char *bytes, size_t len)
{
	struct diag_list *diags = diag_create();
	struct load_input input = {"test", bytes, len};
	struct record *record = load_record(&input, 1, NULL, diags);
	if (!record)
		diag_print(diags, stderr, DIAG_ERROR, false);
	diag_free(diags);
	assert_non_null(record);
	return record;
}

static inline struct record *read_file(const char *path)
{
	struct diag_list *diags = diag_create();
	struct file_bytes file;
	uint32_t number = diag_file(diags, path, NULL, 0);
	assert_true(file_read(path, number, diags, &file));
	struct record *record = read_bytes(file.bytes, file.len);
	file_release(&file);
	diag_free(diags);
	return record;
}

/* Caller frees the text. */
static char *printed(const char *format, const struct result *result, struct print_options options)
{
	char *text = NULL;
	size_t len = 0;
	FILE *file = open_memstream(&text, &len);
	assert_non_null(file);
	assert_true(print_find(format)->print(result, &options, file));
	fclose(file);
	assert_int_equal(len, strlen(text));
	return text;
}

static inline char *printed_all(const char *format, const struct record *record)
{
	struct result result = result_all(record);
	return printed(format, &result, (struct print_options){.colors = -1});
}

/* Nothing that steers a terminal or hides what is written, but line feeds and what is spelling. */
static inline void assert_harmless(const char *text)
{
	size_t len = strlen(text), bytes;
	assert_int_equal(text_valid(text, len), len);
	for (size_t at = 0; (at = text_out_of_place(text, len, at)) < len; at++) {
		int32_t code_point = text_decode(text + at, len - at, &bytes);
		if (text_kind(code_point) != TEXT_NONCHARACTER)
			fail_msg("U+%04X is printed as itself", (unsigned)code_point);
	}
}

static const char *const print_records[] = {
	"tests/data/karlsund.yaml", "tests/data/hostile.yaml", "events.yaml"};
enum { PRINT_RECORDS = sizeof print_records / sizeof *print_records };

#endif
