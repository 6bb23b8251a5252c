/* A save is noticed however it is made, once, and not before it is complete. The clock is the
 * test's own. */
#include "term/watch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[64], lesson[128], other[128];

static void write_file(const char *name, const char *text)
{
	FILE *file = fopen(name, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static int set_up(void **state)
{
	(void)state;
	strcpy(folder, "/tmp/truce-watch-XXXXXX");
	if (!mkdtemp(folder))
		return -1;
	snprintf(lesson, sizeof lesson, "%s/lesson.yaml", folder);
	snprintf(other, sizeof other, "%s/other.yaml", folder);
	write_file(lesson, "one\n");
	write_file(other, "one\n");
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	unlink(lesson);
	unlink(other);
	return rmdir(folder);
}

static int64_t now;

/* How often a save is reported within a second and a moment of the clock, which goes as fast as the
 * watch allows. */
static int reports(struct term_watch *watch)
{
	int64_t end = now + 1100;
	int count = 0;

	while (now < end) {
		int wait;

		count += term_watch_look(watch, true, now);
		wait = term_watch_wait(watch, now);
		now = wait < 0 || now + wait > end ? end : now + wait;
	}
	return count + term_watch_look(watch, true, now);
}

static struct term_watch *begin(const char *const *names, size_t count, bool polling)
{
	struct term_watch *watch = term_watch_create(names, count);

	struct rlimit files, none;

	getrlimit(RLIMIT_NOFILE, &files);
	none = (struct rlimit){
		.rlim_cur = polling ? 0 : files.rlim_cur, .rlim_max = files.rlim_max};
	setrlimit(RLIMIT_NOFILE, &none); /* nothing to be told through: it has to look */
	term_watch_start(watch, now);
	setrlimit(RLIMIT_NOFILE, &files);
	assert_true(!polling || term_watch_fd(watch) < 0);
	assert_int_equal(reports(watch), 0);
	return watch;
}

static void check_saves(bool polling)
{
	const char *const names[] = {lesson, other};
	struct term_watch *watch = begin(names, 2, polling);
	char beside[160];

	write_file(lesson, "another\n");
	assert_int_equal(reports(watch), 1);
	write_file(other, "another\n");
	assert_int_equal(reports(watch), 1);
	snprintf(beside, sizeof beside, "%s/.lesson.yaml.swp", folder);
	write_file(beside, "by rename\n");
	assert_int_equal(reports(watch), 0);
	rename(beside, lesson);
	assert_int_equal(reports(watch), 1);
	write_file(lesson, "and after that\n"); /* of the file that took its place */
	assert_int_equal(reports(watch), 1);
	unlink(lesson);
	assert_int_equal(reports(watch), 0);
	write_file(lesson, "back again\n");
	assert_int_equal(reports(watch), 1);
	assert_int_equal(reports(watch), 0);
	term_watch_free(watch);
}

static void test_saves_that_the_system_tells(void **state)
{
	(void)state;
	check_saves(false);
}

static void test_saves_that_only_a_look_finds(void **state)
{
	(void)state;
	check_saves(true);
}

static void test_asleep_where_the_system_tells(void **state)
{
	const char *const names[] = {lesson};
	struct term_watch *watch = begin(names, 1, false);

	(void)state;
#ifdef __linux__
	assert_int_equal(term_watch_wait(watch, now), -1);
	assert_true(term_watch_fd(watch) >= 0);
#endif
	term_watch_free(watch);
	watch = begin(names, 1, true);
	assert_in_range(term_watch_wait(watch, now), 1, 1000);
	term_watch_free(watch);
}

/* What changed between the reading and the watching counts. */
static void test_nothing_is_missed_at_the_start(void **state)
{
	const char *const names[] = {lesson};
	struct term_watch *watch = term_watch_create(names, 1);

	(void)state;
	write_file(lesson, "while it was being read\n");
	term_watch_start(watch, now);
	assert_int_equal(reports(watch), 1);
	term_watch_free(watch);
}

/* The file that grows while it is looked at is waited for. */
static void test_half_a_file_is_not_told(void **state)
{
	const char *const names[] = {lesson};
	struct term_watch *watch = begin(names, 1, true);

	(void)state;
	now += 1000;
	write_file(lesson, "h");
	assert_false(term_watch_look(watch, true, now));
	write_file(lesson, "half");
	now += 100;
	assert_false(term_watch_look(watch, true, now));
	now += 100;
	assert_true(term_watch_look(watch, true, now));
	term_watch_free(watch);
}

/* A link is followed: the file it leads to may lie in another folder. */
static void test_a_link(void **state)
{
	char inner[128], file[160];
	const char *const names[] = {lesson};
	struct term_watch *watch;

	(void)state;
	snprintf(inner, sizeof inner, "%s/inner", folder);
	snprintf(file, sizeof file, "%s/real.yaml", inner);
	assert_int_equal(mkdir(inner, 0700), 0);
	write_file(file, "one\n");
	unlink(lesson);
	assert_int_equal(symlink(file, lesson), 0);
	watch = begin(names, 1, false);
	write_file(file, "another\n");
	assert_int_equal(reports(watch), 1);
	term_watch_free(watch);
	unlink(file);
	rmdir(inner);
}

static void test_a_pipe_is_not_watched(void **state)
{
	const char *const names[] = {lesson, other};

	(void)state;
	unlink(other);
	assert_int_equal(mkfifo(other, 0600), 0);
	assert_null(term_watch_create(names, 2));
	assert_int_equal(term_watch_fd(NULL), -1);
	assert_int_equal(term_watch_wait(NULL, now), -1);
	assert_false(term_watch_look(NULL, true, now));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_saves_that_the_system_tells, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_saves_that_only_a_look_finds, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_asleep_where_the_system_tells, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_nothing_is_missed_at_the_start, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_half_a_file_is_not_told, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_a_link, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_a_pipe_is_not_watched, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
