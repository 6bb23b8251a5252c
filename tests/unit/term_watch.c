/* A save is noticed however it is made, once, and not before it is complete. The clock is the
 * test's own. */
#include "term/watch.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/inotify.h>
#include <sys/syscall.h>
#endif

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

/* ---- ways of links and folders ---- */

/* Runs a line of shell in the folder. */
static void run(const char *line)
{
	char command[1000];

	snprintf(command, sizeof command, "cd %s && { %s; }", folder, line);
	assert_int_equal(system(command), 0);
}

/* What happens to a way that leads by links and folders to a file of the name lesson.yaml; after
 * each, one save is reported. */
static const char *const happenings[] = {
	"echo two >v1/real.yaml",
	"echo three >v1/new && mv v1/new v1/real.yaml",
	"mkdir v2 && echo four >v2/real.yaml && ln -s v2 new && mv -T new cur",
	"echo five >v2/real.yaml",
	"echo six >v2/new && mv v2/new v2/real.yaml",
	"echo seven >other.yaml && ln -s ../other.yaml v2/new && mv -T v2/new v2/real.yaml",
	"echo eight >other.yaml",
	"mv v2 old && cp -r old v2 && rm v2/real.yaml && echo nine >v2/real.yaml",
	"echo ten >v2/real.yaml",
	"rm -r v2 && mkdir v2 && echo eleven >v2/real.yaml",
	"ln -sfn v1 cur && echo twelve >v1/real.yaml",
	"ln v1/real.yaml beside && echo thirteen >>beside",
	"chmod 0 v1/real.yaml",
	"chmod 600 v1/real.yaml",
	"rm lesson.yaml && echo fourteen >lesson.yaml",
	"echo fifteen >lesson.yaml",
};

static void check_ways(const char *name, bool polling)
{
	const char *const names[] = {name};
	struct term_watch *watch;

	run("rm -rf * && mkdir v1 && ln -s v1 cur && echo one >v1/real.yaml");
	run("ln -s cur/real.yaml one && ln -s $PWD/one lesson.yaml");
	watch = begin(names, 1, polling);
	for (size_t n = 0; n < sizeof happenings / sizeof *happenings; n++) {
		run(happenings[n]);
		if (reports(watch) != 1 || reports(watch) != 0)
			fail_msg("not reported once: %s", happenings[n]);
#ifdef __linux__
		assert_int_equal(term_watch_wait(watch, now) == -1, !polling);
#endif
	}
	term_watch_free(watch);
	run("rm -rf * && echo one >lesson.yaml && echo one >other.yaml");
}

static void test_ways_that_the_system_tells_of(void **state)
{
	char way[200];

	(void)state;
	check_ways(lesson, false);
	snprintf(way, sizeof way, "%s/../%s/./lesson.yaml", folder, strrchr(folder, '/') + 1);
	check_ways(way, false);
}

static void test_ways_that_only_a_look_finds(void **state)
{
	(void)state;
	check_ways(lesson, true);
}

/* What is missing is waited for where it is missing, without looking. */
static void test_a_way_that_comes_and_goes(void **state)
{
	const char *const names[] = {lesson};
	struct term_watch *watch = begin(names, 1, false);

	(void)state;
	run("mkdir -p a/b && mv lesson.yaml a/b && ln -s a/b/lesson.yaml .");
	assert_int_equal(reports(watch), 0); /* the same file */
	for (int i = 0; i < 3; i++) {
		run("rm -r a");
		assert_int_equal(reports(watch), 0);
		run("mkdir a");
		assert_int_equal(reports(watch), 0);
		run("mkdir a/b");
		assert_int_equal(reports(watch), 0);
		run("echo again >a/b/lesson.yaml");
		assert_int_equal(reports(watch), 1);
#ifdef __linux__
		assert_int_equal(term_watch_wait(watch, now), -1);
#endif
	}
	run("rm -r a lesson.yaml && ln -s lesson.yaml lesson.yaml");
	assert_int_equal(reports(watch), 0);
	run("rm lesson.yaml && echo more >lesson.yaml");
	assert_int_equal(reports(watch), 1);
	term_watch_free(watch);
}

/* ---- a system that tells of no more ---- */

#ifdef __linux__

static int hooks_left = -1;

/* Takes the place of the C library's. */
int inotify_add_watch(int fd, const char *name, uint32_t mask)
{
	if (hooks_left == 0) {
		errno = ENOSPC;
		return -1;
	}
	if (hooks_left > 0)
		hooks_left--;
	return (int)syscall(SYS_inotify_add_watch, fd, name, mask);
}

static void test_the_system_has_no_room(void **state)
{
	const char *const names[] = {lesson, other};

	(void)state;
	for (int left = 0; left < 6; left++) {
		hooks_left = left;
		struct term_watch *watch = begin(names, 2, false);
		for (int i = 0; i < 3; i++) {
			assert_in_range(term_watch_wait(watch, now), 1, 1000);
			run(i == 1 ? "echo more >>other.yaml" : "echo more >>lesson.yaml");
			assert_int_equal(reports(watch), 1);
		}
		hooks_left = -1; /* there is room again */
		reports(watch);
		assert_int_equal(term_watch_wait(watch, now), -1);
		run("echo more >>other.yaml");
		assert_int_equal(reports(watch), 1);
		term_watch_free(watch);
	}
}

/* However often a way is turned, the system is asked about that way alone. */
static void test_turns_leave_nothing_behind(void **state)
{
	const char *const names[] = {lesson};
	char line[200], *counted = line;
	struct term_watch *watch = begin(names, 1, false);

	(void)state;
	for (int i = 0; i < 20; i++) {
		run("d=$(mktemp -d ./XXXXXX) && echo $d >$d/file && ln -sfn $d/file lesson.yaml");
		assert_int_equal(reports(watch), 1);
	}
	snprintf(line, sizeof line, "grep -c '^inotify' /proc/%d/fdinfo/%d", getpid(),
		term_watch_fd(watch));
	FILE *pipe = popen(line, "r");
	assert_non_null(pipe);
	counted = fgets(line, sizeof line, pipe);
	pclose(pipe);
	if (counted && atoi(counted)) /* /tmp, the two folders, and the file */
		assert_int_equal(atoi(counted), 4);
	term_watch_free(watch);
	run("rm -r ./??????");
}

#endif

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
		cmocka_unit_test_setup_teardown(
			test_ways_that_the_system_tells_of, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_ways_that_only_a_look_finds, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_a_way_that_comes_and_goes, set_up, tear_down),
#ifdef __linux__
		cmocka_unit_test_setup_teardown(test_the_system_has_no_room, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_turns_leave_nothing_behind, set_up, tear_down),
#endif
		cmocka_unit_test_setup_teardown(test_a_pipe_is_not_watched, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
