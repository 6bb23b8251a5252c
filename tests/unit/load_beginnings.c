/* Files end anywhere: each beginning of the broken records among the golden cases lies in memory that
 * ends with it, so that a reader of lines that looks behind the last one is found out. */
#include "base/file.h"
#include "load/load.h"
#include "tests/effort.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <glob.h>

enum { LEN_MOST = 8192 };

/* A record or an error, and what is said of it can be said. */
static void load(const char *text, size_t len)
{
	char *alone = malloc(len ? len : 1);
	assert_non_null(alone);
	memcpy(alone, text, len);
	struct load_input input = {"cut.yaml", alone, len};
	struct diag_list *diags = diag_create();
	struct record *record = load_record(&input, 1, NULL, diags);
	struct buf said = {0};
	assert_int_equal(!record, diag_count(diags, DIAG_ERROR) > 0);
	diag_text(diags, &said, DIAG_NOTE, true);
	buf_free(&said);
	record_free(record);
	diag_free(diags);
	free(alone);
}

static void beginnings(void **state)
{
	(void)state;
	glob_t files;
	size_t step = effort_sanitized() ? 11 : 29, tried = 0;
	struct diag_list *diags = diag_create();
	assert_int_equal(glob("tests/golden/check/*.yaml", 0, NULL, &files), 0);
	for (size_t i = 0; i < files.gl_pathc; i++) {
		struct file_bytes file;
		const char *path = files.gl_pathv[i];
		assert_true(file_read(path, diag_file(diags, path, NULL, 0), diags, &file));
		for (size_t len = i % step; len <= file.len && len < LEN_MOST; len += step, tried++)
			load(file.bytes, len);
		file_release(&file);
	}
	diag_free(diags);
	assert_true(tried > 1000);
	globfree(&files);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(beginnings)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
