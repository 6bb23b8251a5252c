/* Whole files, and why one cannot be read. */
#include "base/file.h"

#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
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
static void check_refused_by(
	bool (*read)(const char *, uint32_t, struct diag_list *, struct file_bytes *),
	const char *path, const char *code, const char *words)
{
	struct diag_list *diags = diag_create();
	uint32_t file = diag_file(diags, "f", NULL, 0);
	struct file_bytes bytes = {.bytes = "untouched", .len = 7};
	assert_false(read(path, file, diags, &bytes));
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
	assert_non_null(strstr(printed, words));
	free(printed);
	diag_free(diags);
}

static void check_refused(const char *path, const char *code)
{
	check_refused_by(file_read, path, code, "");
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

static void socket_make(const char *path)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	assert_in_range(strlen(path), 1, sizeof address.sun_path - 1);
	memcpy(address.sun_path, path, strlen(path));
	assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
	close(fd);
}

/* Devices without an end are told by their kind; nothing is waited for where a file is read again. */
static void refuses_by_kind(void **state)
{
	(void)state;
	const char *path = path_of("file");
	if (access("/dev/zero", R_OK) == 0)
		check_refused_by(file_read, "/dev/zero", "not-a-file", "this is a device");
	socket_make(path);
	check_refused_by(file_read, path, "not-a-file", "this is a socket");
	check_refused_by(file_read_again, path, "not-a-file", "it has become a socket");
	unlink(path);
	assert_int_equal(mkfifo(path, 0600), 0);
	check_refused_by(file_read_again, path, "not-a-file", "it has become a pipe");
	check_refused_by(file_read_text, path, "not-a-file", "it has become a pipe");
	unlink(path);
	assert_int_equal(symlink("/dev/null", path), 0);
	check_refused_by(file_read_again, path, "not-a-file", "it has become a device");
	unlink(path);
	check_refused_by(file_read_again, directory, "not-a-file", "it has become a directory");
	check_refused_by(file_read_again, path, "no-file", "");
}

static size_t length_read(
	bool (*read)(const char *, uint32_t, struct diag_list *, struct file_bytes *),
	const char *path)
{
	struct diag_list *diags = diag_create();
	uint32_t file = diag_file(diags, "f", NULL, 0);
	struct file_bytes bytes;
	assert_true(read(path, file, diags, &bytes));
	size_t len = bytes.len;
	file_release(&bytes);
	diag_free(diags);
	return len;
}

/* Of a record that is none the beginning is enough; a text may hold any bytes. */
static void reads_the_beginning_of_what_is_no_text(void **state)
{
	static const char *const beginnings[] = {
		"\0", "a\0", "\xff\xfe\0", "\xfe\xff\0", "\xff", "a"};
	const bool whole[] = {false, false, true, true, false, true};
	const char *path = path_of("file");
	const size_t len = 20000000;
	char *bytes = malloc(len);
	(void)state;
	assert_non_null(bytes);
	for (size_t n = 0; n < sizeof beginnings / sizeof *beginnings; n++) {
		memset(bytes, 'a', len);
		memcpy(bytes, beginnings[n], strlen(beginnings[n]) + (n < 4));
		write_file(path, bytes, len);
		assert_int_equal(length_read(file_read_text, path), len);
		size_t got = length_read(file_read, path);
		assert_true(whole[n] ? got == len : got < len / 2 && got > 1000000);
	}
	free(bytes);
	unlink(path);
}

/* A record of some 6 MiB, whose first event has a note to be told of: "TODO". */
static void large_write(const char *path, struct buf *yaml)
{
	buf_text(yaml, "title: Large\nevents:\n");
	for (int i = 0; yaml->len < 6 * 1024 * 1024; i++)
		buf_format(yaml, "  - id: e%d\n    date: 1900\n    title: \"%s the peace of %d\"\n",
			i, i ? "Of" : "TODO", i);
	write_file(path, yaml->text, yaml->len);
}

static void gives_back_and_fetches(void **state)
{
	(void)state;
	const char *path = path_of("large.yaml");
	struct buf yaml = {0};
	struct diag_list *diags = diag_create();
	struct file_bytes file = {.bytes = NULL};
	large_write(path, &yaml);
	assert_true(file_read(path, diag_file(diags, path, NULL, 0), diags, &file));
	file_give(&file, 5 * 1024 * 1024);
#ifdef __linux__
	assert_int_equal(file.given, 4 * 1024 * 1024);
	assert_int_equal(file.bytes[0], 0);
#endif
	assert_int_equal(file.bytes[5 * 1024 * 1024], yaml.text[5 * 1024 * 1024]);
	file_fetch(&file, 5 * 1024 * 1024); /* nothing is missing there */
	file_fetch(&file, 0);
	assert_int_equal(file.given, 0);
	assert_memory_equal(file.bytes, yaml.text, yaml.len);
	/* What has another size now is not what was read. */
	file_give(&file, 5 * 1024 * 1024);
	write_file(path, "title: New\n", 11);
	file_fetch(&file, 0);
#ifdef __linux__
	for (size_t i = 0; i < 4 * 1024 * 1024; i++)
		assert_int_equal(file.bytes[i], 0);
#endif
	file_release(&file);
	diag_free(diags);
	buf_free(&yaml);
	unlink(path);
}

/* While a large record is read its bytes are given back; what is told of their beginning shows them. */
static void a_record_gives_back(void **state)
{
	(void)state;
	const char *path = path_of("large.yaml");
	struct buf yaml = {0}, told = {0};
	struct diag_list *diags = diag_create();
	struct file_bytes file = {.bytes = NULL};
	large_write(path, &yaml);
	assert_true(file_read(path, diag_file(diags, path, NULL, 0), diags, &file));
	diag_free(diags);
	diags = diag_create();
	diag_lend(diags, &file, 1);
	struct record *record = load_record(
		&(struct load_input){path, file.bytes, file.len}, 1, NULL, diags);
	assert_non_null(record);
#ifdef __linux__
	assert_true(file.given >= 2 * 1024 * 1024);
#endif
	diag_text(diags, &told, DIAG_NOTE, true);
	assert_non_null(strstr(buf_string(&told), ":5:13: note: \"TODO\""));
	assert_non_null(strstr(buf_string(&told), "title: \"TODO the peace of 0\""));
	record_free(record);
	diag_free(diags);
	file_release(&file);
	buf_free(&told);
	buf_free(&yaml);
	unlink(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads),
		cmocka_unit_test(reads_a_pipe),
		cmocka_unit_test(refuses),
		cmocka_unit_test(refuses_by_kind),
		cmocka_unit_test(reads_the_beginning_of_what_is_no_text),
		cmocka_unit_test(gives_back_and_fetches),
		cmocka_unit_test(a_record_gives_back),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
