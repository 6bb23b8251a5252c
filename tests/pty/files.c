/* The built program and the file it shows: the editor, a save from outside, one that is broken, and
 * a pipe. */
#include "tests/pty/pty.h"

#include "base/buf.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[64], lesson[128];

static void write_lesson(const char *title, const char *date)
{
	char beside[160];
	FILE *file;

	snprintf(beside, sizeof beside, "%s~", lesson);
	file = fopen(beside, "w");
	assert_non_null(file);
	fprintf(file, "title: A lesson\nevents:\n");
	fprintf(file, "- {id: first, date: 1850, title: The first}\n");
	fprintf(file, "- {id: second, date: %s, title: %s}\n", date, title);
	fclose(file);
	assert_int_equal(rename(beside, lesson), 0);
}

static int set_up(void **state)
{
	(void)state;
	strcpy(folder, "/tmp/truce-files-XXXXXX");
	if (!mkdtemp(folder))
		return -1;
	snprintf(lesson, sizeof lesson, "%s/lesson.yaml", folder);
	write_lesson("Met 20", "1851");
	return 0;
}

static int tear_down(void **state)
{
	pty_end(state);
	unlink(lesson);
	return rmdir(folder);
}

static struct pty *explore(void **state, const char *const *environment)
{
	const char *arguments[] = {pty_program(), "--at", "second", lesson, NULL};
	struct pty *pty = pty_begin(
		state, &(struct pty_start){.arguments = arguments, .environment = environment});

	pty_wait_text(pty, "▸          1851 ○ Met 20");
	return pty;
}

/* The terminal is the editor's own while it runs, at the line of what is selected. */
static void edits_at_the_selected_entry(void **state)
{
	static const char *const environment[] = {
		"EDITOR=nonsense", "VISUAL=sh tests/data/editor.sh", NULL};
	struct pty *pty = explore(state, environment);

	pty_keys(pty, "e");
	pty_wait_text(pty, "editing +4");
	pty_wait_gone(pty, "Met 20"); /* the main screen */
	pty_keys(pty, "0\n");
	pty_wait_text(pty, "▸          1851 ○ Met at last");
	pty_wait_text(pty, "read again: 2 events");
	pty_quit(pty, "q");
}

static void says_that_the_editor_failed(void **state)
{
	static const char *const failing[] = {"EDITOR=sh tests/data/editor.sh", NULL};
	static const char *const missing[] = {"EDITOR=no-such-editor -x", NULL};
	struct pty *pty = explore(state, failing);

	pty_keys(pty, "e");
	pty_wait_text(pty, "editing +4");
	pty_keys(pty, "3\n");
	pty_wait_text(pty, "Met at last");
	pty_quit(pty, "q");
	pty_end(state);
	write_lesson("Met 20", "1851");
	pty = explore(state, missing);
	pty_keys(pty, "e");
	pty_wait_row(pty, 22,
		"the editor \"no-such-editor -x\" does not start: No such file or directory; set");
	pty_wait_row(pty, 23, "VISUAL or EDITOR");
	pty_quit(pty, "q");
}

/* $EDITOR is a line for the shell; the name of a file is neither that nor a command of the
 * editor. */
static void the_editor_is_a_line_and_the_file_is_not(void **state)
{
	static const char *const environment[] = {
		"EDITOR=SAID='two  words' $HERE/ed -x", "VISUAL", NULL};
	static const char run[] =
		"cd \"$1\" || exit\n"
		"printf '#!/bin/sh\\n"
		"read -r line <\"$3\"; echo \"$SAID $1 $2 $3 $line\"; read -r line\\n' >ed\n"
		"chmod +x ed; mv lesson.yaml '+!touch ran'\n"
		"HERE=$PWD \"$2\" '+!touch ran'; rm ed '+!touch ran'";
	char *there = realpath(pty_program(), NULL);
	const char *arguments[] = {"sh", "-c", run, "sh", folder, there, NULL};

	assert_non_null(there);
	struct pty *pty = pty_begin(
		state, &(struct pty_start){.arguments = arguments, .environment = environment});
	free(there);
	pty_wait_text(pty, "A lesson");
	pty_keys(pty, "je");
	pty_wait_text(pty, "two  words -x +3 ./+!touch ran title: A lesson");
	pty_keys(pty, "\n");
	pty_wait_row(pty, 23, "quit");
	pty_quit(pty, "q");
}

/* What is told of the line is of the screen's set, whatever standard error is. */
static void the_caret_is_under_its_place(void **state)
{
	static const char *const plain[] = {"LC_ALL=C", NULL};
	static const char *const lines[] = {"exec \"$0\" \"$1\"", "exec \"$0\" \"$1\" 2>/dev/null"};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		const char *arguments[] = {"sh", "-c", lines[i], pty_program(), lesson, NULL};
		write_lesson("Met 20", "1851");
		struct pty *pty = pty_begin(
			state, &(struct pty_start){.arguments = arguments, .environment = plain});
		pty_wait_text(pty, "A lesson");
		write_lesson("Stra\u00dfe, people: [hael]", "1851");
		pty_wait_text(pty, "1 problem ");
		int row = pty_find(pty, "Strasse, people: [hael]");
		assert_true(row >= 0);
		const char *text = pty_row(pty, row);
		size_t column = (size_t)(strstr(text, "hael") - text);
		text = pty_row(pty, row + 1);
		assert_int_equal(strcspn(text, "^"), column);
		pty_keys(pty, "\033");
		pty_wait_gone(pty, "1 problem ");
		pty_quit(pty, "Q");
		pty_end(state);
	}
}

/* The keys for interrupt and quit are the editor's; truce is still there after it. */
static void an_interrupted_editor_is_not_truce(void **state)
{
	static const char *const environment[] = {"EDITOR=sh tests/data/editor.sh", NULL};
	struct pty *pty = explore(state, environment);

	pty_keys(pty, "e");
	pty_wait_text(pty, "editing +4");
	pty_keys(pty, "\003");
	pty_wait_row(pty, 23, "was ended by signal 2");
	pty_wait_text(pty, "▸          1851 ○ Met 20");
	pty_quit(pty, "q");
}

/* Its suspension suspends both, and both go on. */
static void the_editor_can_be_suspended(void **state)
{
	static const char *const environment[] = {"EDITOR=sh tests/data/editor.sh", NULL};
	struct pty *pty = explore(state, environment);

	pty_keys(pty, "e");
	pty_wait_text(pty, "editing +4");
	pty_keys(pty, "\032");
	pty_wait_stop(pty);
	assert_null(pty_left_behind(pty));
	pty_continue(pty);
	pty_keys(pty, "0\n");
	pty_wait_text(pty, "Met at last");
	pty_quit(pty, "q");
}

/* A signal ends it while the terminal is another's, too, and nothing is written there. */
static void a_signal_ends_it_while_suspended(void **state)
{
	struct pty *pty = explore(state, NULL);

	pty_keys(pty, "\032");
	pty_wait_stop(pty);
	assert_null(pty_left_behind(pty));
	pty_signal(pty, SIGTERM);
	pty_continue(pty);
	assert_int_equal(pty_wait_end(pty), 128 + SIGTERM);
	assert_null(pty_left_behind(pty));
}

static void notices_a_save(void **state)
{
	struct pty *pty = explore(state, NULL);

	write_lesson("Met again", "1852");
	pty_wait_text(pty, "▸          1852 ○ Met again");
	write_lesson("Met once more", "1853");
	pty_wait_text(pty, "▸          1853 ○ Met once more");
	pty_quit(pty, "q");
}

static void keeps_the_record_while_the_file_is_broken(void **state)
{
	struct pty *pty = explore(state, NULL);

	write_lesson("Met 20", "yesterday");
	pty_wait_text(pty, "1 problem");
	pty_wait_text(pty, "the record on screen is the one before");
	pty_wait_text(pty, "/lesson.yaml:4:");
	write_lesson("Met and mended", "1851");
	pty_wait_text(pty, "▸          1851 ○ Met and mended");
	pty_wait_text(pty, "read again: 2 events");
	write_lesson("Met 20", "tomorrow");
	pty_wait_text(pty, "1 problem");
	assert_int_equal(pty_find(pty, "read again: "), -1);
	pty_keys(pty, "\033");
	pty_wait_text(pty, "▸          1851 ○ Met and mended");
	pty_keys(pty, "R");
	pty_wait_text(pty, "1 problem");
	pty_keys(pty, "Q");
	assert_int_equal(pty_wait_end(pty), 0);
	assert_null(pty_left_behind(pty));
}

static void remove_lesson(void)
{
	if (unlink(lesson) != 0)
		assert_int_equal(rmdir(lesson), 0);
}

/* A save that makes another thing of the file is refused; the record stays, and keys act. */
static void a_file_may_turn_into_something_else(void **state)
{
	struct pty *pty = explore(state, NULL);

	remove_lesson();
	assert_int_equal(mkfifo(lesson, 0600), 0);
	pty_wait_text(pty, "it has become a pipe");
	pty_wait_text(pty, "the record on screen is the one before");
	pty_keys(pty, "\033");
	pty_wait_text(pty, "▸          1851 ○ Met 20");
	remove_lesson();
	assert_int_equal(mkdir(lesson, 0700), 0);
	pty_wait_text(pty, "it has become a directory");
	remove_lesson();
	assert_int_equal(symlink("/dev/zero", lesson), 0);
	pty_wait_text(pty, "it has become a device");
	pty_keys(pty, "R");
	pty_wait_text(pty, "it has become a device");
	remove_lesson();
	pty_keys(pty, "R");
	pty_wait_text(pty, "there is no such file");
	write_lesson("Met again", "1852");
	pty_wait_text(pty, "▸          1852 ○ Met again");
	pty_quit(pty, "q");
}

/* ---- saves without end ---- */

/* Saves a lesson in one of the ways that there are: by rename, in the same file, in one that was
 * taken away, behind a link that is turned. */
static void save_somehow(int n)
{
	char title[32], real[160];

	snprintf(title, sizeof title, "Met %d", 1000 + n);
	snprintf(real, sizeof real, "%s/real%d", folder, n % 8 / 4);
	if (n % 4 == 1) {
		FILE *file = fopen(lesson, "w");
		assert_non_null(file);
		fclose(file);
	} else if (n % 4 == 2) {
		unlink(lesson);
	}
	write_lesson(title, "1851");
	if (n % 4 == 3) {
		unlink(real);
		assert_int_equal(rename(lesson, real), 0);
		assert_int_equal(symlink(real, lesson), 0);
	}
}

/* Kilobytes that the process holds, and its descriptors; 0 where the system does not say. */
static void process_size(long pid, long *kilobytes, long *files)
{
	char line[120];

	*kilobytes = *files = 0;
	snprintf(line, sizeof line,
		"sed -n 's/^VmRSS:[^0-9]*//p' /proc/%ld/status; ls /proc/%ld/fd | wc -l", pid, pid);
	FILE *pipe = popen(line, "r");
	assert_non_null(pipe);
	if (fscanf(pipe, "%ld kB %ld", kilobytes, files) != 2)
		*kilobytes = *files = 0;
	pclose(pipe);
}

/* Some are noticed, most are asked for; TRUCE_SAVES says how many. */
static void saves_without_end_cost_nothing(void **state)
{
	static const char run[] = "echo $$ >\"$2.pid\"; exec \"$1\" --at second \"$2\"";
	const char *arguments[] = {"sh", "-c", run, "sh", pty_program(), lesson, NULL};
	const char *wanted = getenv("TRUCE_SAVES");
	int saves = wanted ? atoi(wanted) : 100;
	long pid = 0, kilobytes[2], files[2];
	char name[160], title[32];
	struct pty *pty = pty_begin(state, &(struct pty_start){.arguments = arguments});

	pty_wait_text(pty, "▸          1851 ○ Met 20");
	snprintf(name, sizeof name, "%s.pid", lesson);
	FILE *file = fopen(name, "r");
	assert_non_null(file);
	assert_int_equal(fscanf(file, "%ld", &pid), 1);
	fclose(file);
	unlink(name);
	for (int n = 0; n < saves; n++) {
		save_somehow(n);
		if (n % 20 > 3)
			pty_keys(pty, "R");
		snprintf(title, sizeof title, "Met %d", 1000 + n);
		pty_wait_text(pty, title);
		if (n == 20)
			process_size(pid, &kilobytes[0], &files[0]);
	}
	process_size(pid, &kilobytes[1], &files[1]);
	print_message("after 20 saves %ld kB, %ld files; after %d %ld kB, %ld files\n",
		kilobytes[0], files[0], saves, kilobytes[1], files[1]);
	assert_int_equal(files[1], files[0]);
	if (!strstr(pty_program(), "/san/")) /* where what is freed is kept, to be told of */
		assert_in_range(kilobytes[1], 0, kilobytes[0] + 1000);
	pty_quit(pty, "q");
	for (int n = 0; n < 2; n++) {
		snprintf(name, sizeof name, "%s/real%d", folder, n);
		unlink(name);
	}
}

static void what_has_no_file_says_how_to_get_one(void **state)
{
	struct pty *pty = pty_begin(
		state, &(struct pty_start){.arguments = (const char *[]){pty_program(), NULL}});

	pty_wait_text(pty, "Talking while fighting");
	pty_keys(pty, "e");
	pty_wait_row(pty, 23, "truce print -f yaml > lesson.yaml");
	pty_quit(pty, "q");
	pty_end(state);
	pty = pty_begin(state,
		&(struct pty_start){
			.arguments = (const char *[]){pty_program(), "-", NULL}, .input = lesson});
	pty_wait_text(pty, "A lesson");
	pty_keys(pty, "R");
	pty_wait_row(pty, 23, "standard input is no file");
	pty_quit(pty, "q");
}

/* What it reads from does not come: a line says so, q and C-c end it, and what else is typed is
 * kept. */
static void reading_may_take_long(void **state)
{
	static const struct {
		const char *keys;
		int number;
	} ends[] = {{"q", 0}, {"\003", SIGINT}, {"\034", SIGQUIT}, {NULL, SIGHUP}, {NULL, SIGTERM},
		{NULL, SIGPIPE}, {NULL, SIGABRT}, {NULL, SIGSEGV}};
	char pipe_name[160];
	const char *arguments[] = {pty_program(), pipe_name, NULL};
	const struct pty_start start = {.arguments = arguments};
	struct pty *pty;
	FILE *file;

	snprintf(pipe_name, sizeof pipe_name, "%s/pipe", folder);
	assert_int_equal(mkfifo(pipe_name, 0600), 0);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		pty = pty_begin(state, &start);
		pty_wait_text(pty, "truce: reading; q or C-c ends it");
		if (ends[i].keys)
			pty_keys(pty, ends[i].keys);
		else
			pty_signal(pty, ends[i].number);
		assert_int_equal(pty_wait_end(pty), ends[i].number ? 128 + ends[i].number : 0);
		assert_null(pty_left_behind(pty));
		assert_int_equal(pty_find(pty, "reading"), -1);
		pty_end(state);
	}
	pty = pty_begin(state, &start);
	pty_wait_text(pty, "truce: reading");
	pty_keys(pty, "j");
	file = fopen(pipe_name, "w");
	assert_non_null(file);
	fputs("title: A pipe\nevents:\n- {id: a, date: 1850, title: The first}\n", file);
	fclose(file);
	pty_wait_text(pty, "▸          1850 ○ The first");
	pty_keys(pty, "R");
	pty_wait_row(pty, 23, "it came through a pipe");
	pty_quit(pty, "q");
	unlink(pipe_name);
}

/* A stop that comes meanwhile is obeyed at once, as often as it comes; none of it is left for the
 * explorer, which a new size would tell. */
static void stops_while_it_reads(void **state)
{
	char pipe_name[160];
	const char *arguments[] = {pty_program(), pipe_name, NULL};
	struct pty *pty;
	FILE *file;

	snprintf(pipe_name, sizeof pipe_name, "%s/pipe", folder);
	assert_int_equal(mkfifo(pipe_name, 0600), 0);
	pty = pty_begin(state, &(struct pty_start){.arguments = arguments});
	for (int i = 0; i < 3; i++) {
		pty_wait_text(pty, "truce: reading; q or C-c ends it");
		pty_keys(pty, "\032");
		pty_wait_stop(pty);
		assert_null(pty_left_behind(pty));
		assert_int_equal(pty_find(pty, "reading"), -1);
		pty_resize(pty, 90 + i, 30);
		pty_continue(pty);
	}
	pty_wait_text(pty, "truce: reading; q or C-c ends it");
	pty_keys(pty, "j");
	file = fopen(pipe_name, "w");
	assert_non_null(file);
	fputs("title: A pipe\nevents:\n- {id: a, date: 1850, title: The first}\n", file);
	fclose(file);
	pty_wait_text(pty, "▸          1850 ○ The first");
	pty_wait_row(pty, 29, "quit");
	pty_resize(pty, 100, 32);
	pty_wait_row(pty, 31, "quit");
	pty_quit(pty, "q");
	unlink(pipe_name);
}

/* A lesson of so many events. */
static void write_events(const char *title, int count)
{
	FILE *file = fopen(lesson, "w");

	assert_non_null(file);
	fprintf(file, "title: %s\nevents:\n", title);
	for (int i = 0; i < count; i++)
		fprintf(file, "- {id: e%d, date: %d, title: Met %d}\n", i, 1500 + i / 300, i);
	fclose(file);
}

static int milliseconds(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int)(time.tv_sec % 1000000 * 1000 + time.tv_nsec / 1000000);
}

/* As many events as take some seconds to read, as the program is built and as busy as the machine
 * is. */
static int events_enough(void **state)
{
	enum { SAMPLE = 5000, WANTED = 3000 };
	const char *arguments[] = {pty_program(), "check", "-q", lesson, NULL};
	struct pty *pty;
	int begun;

	write_events("A sample", SAMPLE);
	begun = milliseconds();
	pty = pty_begin(state, &(struct pty_start){.arguments = arguments});
	assert_int_equal(pty_wait_end(pty), 0);
	pty_end(state);
	begun = milliseconds() - begun;
	return SAMPLE / (begun + 1) * WANTED + 1;
}

/* Reading again may take long as well: it is said, and given up, suspended or left at once. */
static void reading_again_may_take_long(void **state)
{
	static const char said[] = "reading again; q quits, C-c keeps what is here";
	const char *arguments[] = {pty_program(), lesson, NULL};
	const int enough = events_enough(state);
	struct pty *pty;

	write_lesson("Met 20", "1851");
	pty = pty_begin(state, &(struct pty_start){.arguments = arguments});
	pty_wait_text(pty, "A lesson");
	write_events("A long one", enough);
	pty_wait_row(pty, 23, said);
	pty_keys(pty, "\003");
	pty_wait_row(pty, 23, "not read again");
	assert_int_equal(pty_find(pty, "A lesson"), 0);
	pty_keys(pty, "R");
	pty_wait_row(pty, 23, said);
	pty_resize(pty, 90, 30);
	pty_wait_row(pty, 29, said);
	pty_keys(pty, "?\032"); /* the first of them waits */
	pty_wait_stop(pty);
	assert_null(pty_left_behind(pty));
	pty_continue(pty);
	pty_wait_row(pty, 29, said);
	pty_keys(pty, "\003");
	pty_wait_text(pty, "Keys");
	pty_keys(pty, "q");
	pty_wait_text(pty, "A lesson");
	write_lesson("Met 20", "1851");
	pty_wait_text(pty, "read again: 2 events");
	write_events("A long one", enough);
	pty_wait_row(pty, 29, said);
	pty_quit(pty, "q");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(edits_at_the_selected_entry, set_up, tear_down),
		cmocka_unit_test_setup_teardown(says_that_the_editor_failed, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			the_editor_is_a_line_and_the_file_is_not, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			an_interrupted_editor_is_not_truce, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_editor_can_be_suspended, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_signal_ends_it_while_suspended, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_caret_is_under_its_place, set_up, tear_down),
		cmocka_unit_test_setup_teardown(notices_a_save, set_up, tear_down),
		cmocka_unit_test_setup_teardown(reading_may_take_long, set_up, tear_down),
		cmocka_unit_test_setup_teardown(stops_while_it_reads, set_up, tear_down),
		cmocka_unit_test_setup_teardown(reading_again_may_take_long, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			keeps_the_record_while_the_file_is_broken, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_file_may_turn_into_something_else, set_up, tear_down),
		cmocka_unit_test_setup_teardown(saves_without_end_cost_nothing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			what_has_no_file_says_how_to_get_one, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
