/* Whole files, and why one cannot be read. */
#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char directory[] = "/tmp/truce-test-XXXXXX";

static int setup(void **state)
{
	(void)state;
	return mkdtemp(directory) ? 0 : -1;
}

static int teardown(void **state)
{
	(void)state;
	return rmdir(directory);
}

static const char *path_of(const char *name)
{
	static char path[256];
	snprintf(path, sizeof path, "%s/%s", directory, name);
	return path;
}

static void write_file(const char *path, const char *bytes, size_t len)
{
	FILE *stream = fopen(path, "wb");
	assert_non_null(stream);
	assert_int_equal(fwrite(bytes, 1, len, stream), len);
	assert_int_equal(fclose(stream), 0);
}

/* Expects the diagnostic "f: error: ... [code]" and an untouched struct. */
static void check_refused(const char *path, const char *code)
{
	struct diag_list *diags = diag_create();
	uint32_t file = diag_file(diags, "f", NULL, 0);
	struct file_bytes bytes = {.bytes = "untouched", .len = 7};
	assert_false(file_read(path, file, diags, &bytes));
	assert_string_equal(bytes.bytes, "untouched");
	assert_int_equal(bytes.len, 7);
	assert_int_equal(diag_count(diags, DIAG_ERROR), 1);
	char *printed = NULL, tail[64];
	size_t size = 0;
	FILE *stream = open_memstream(&printed, &size);
	diag_print(diags, stream, DIAG_NOTE, true);
	fclose(stream);
	snprintf(tail, sizeof tail, " [%s]\n", code);
	assert_true(!strncmp(printed, "f: error: ", 10));
	assert_true(size > strlen(tail));
	assert_string_equal(printed + size - strlen(tail), tail);
	free(printed);
	diag_free(diags);
}

static void check_read(const char *path, const char *expected, size_t len)
{
	struct diag_list *diags = diag_create();
	uint32_t file = diag_file(diags, "f", NULL, 0);
	struct file_bytes bytes;
	assert_true(file_read(path, file, diags, &bytes));
	assert_int_equal(bytes.len, len);
	assert_memory_equal(bytes.bytes, expected, len);
	assert_int_equal(diag_count(diags, DIAG_ERROR), 0);
	file_release(&bytes);
	assert_null(bytes.bytes);
	diag_free(diags);
}

static void reads(void **state)
{
	(void)state;
	const char *path = path_of("file");
	static const size_t sizes[] = {1, 2, 65535, 65536, 65537, 1000000};
	char *bytes = malloc(1000000);
	assert_non_null(bytes);
	for (size_t i = 0; i < 1000000; i++)
		bytes[i] = (char)(i * 31 + i / 256);
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		write_file(path, bytes, sizes[i]);
		check_read(path, bytes, sizes[i]);
	}
	unlink(path);
	free(bytes);
}

/* What is no regular file has no size to go by. */
static void reads_a_pipe(void **state)
{
	(void)state;
	int ends[2], standard = dup(STDIN_FILENO);
	char *bytes = malloc(60000);
	assert_non_null(bytes);
	memset(bytes, 'x', 60000);
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], bytes, 60000), 60000);
	close(ends[1]);
	dup2(ends[0], STDIN_FILENO);
	close(ends[0]);
	check_read("-", bytes, 60000);
	check_read("-", "", 0);
	dup2(standard, STDIN_FILENO);
	close(standard);
	free(bytes);
}

static void refuses(void **state)
{
	(void)state;
	const char *path = path_of("file");
	check_refused(path, "no-file");
	check_refused("", "no-file");
	check_refused(directory, "directory");
	check_read("/dev/null", "", 0);
	write_file(path, "", 0);
	check_read(path, "", 0);
	assert_int_equal(truncate(path, ((off_t)1 << 30) + 1), 0);
	check_refused(path, "file-too-large");
	write_file(path, "a: b\n", 5);
	char inside[300];
	snprintf(inside, sizeof inside, "%s/x", path);
	check_refused(inside, "no-file");
	assert_int_equal(chmod(path, 0), 0);
	if (geteuid())
		check_refused(path, "no-permission");
	unlink(path);
	assert_int_equal(symlink(path, path), 0);
	check_refused(path, "cannot-read");
	unlink(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads),
		cmocka_unit_test(reads_a_pipe),
		cmocka_unit_test(refuses),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
