/* For the tests of asking: the record of tests/data/lesson.yaml, and a selection as a line of
 * text. */
#ifndef TRUCE_TESTS_QUERY_LESSON_H
#define TRUCE_TESTS_QUERY_LESSON_H

#include "base/file.h"
#include "load/load.h"
#include "query/select.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static inline struct record *lesson_bytes(const char *bytes, size_t len)
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

static inline struct record *lesson_read(void)
{
	static const char path[] = "tests/data/lesson.yaml";
	struct diag_list *diags = diag_create();
	struct file_bytes file;
	uint32_t number = diag_file(diags, path, NULL, 0);
	assert_true(file_read(path, number, diags, &file));
	struct record *record = lesson_bytes(file.bytes, file.len);
	file_release(&file);
	diag_free(diags);
	return record;
}

/* "treaty(more-ink dry) after()" */
static inline void lesson_write(const struct result *result, struct buf *out)
{
	struct quote_counts kinds = {{0}};
	for (uint32_t row = 0; row < result->event_count; row++) {
		const struct event *event = result_event(result, row);
		const struct quote *quote;
		buf_format(out, "%s%s(", row ? " " : "", event->id);
		for (uint32_t n = 0; (quote = result_quote(result, event, n)); n++) {
			buf_format(out, "%s%s", n ? " " : "", quote->id);
			kinds.of[quote->kind]++;
		}
		buf_char(out, ')');
	}
	assert_memory_equal(&kinds, &result->quote_kinds, sizeof kinds);
}

#endif
