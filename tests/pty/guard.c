/* The built program, held to its word. First that a session that is restricted goes on as any
 * other: it stops and continues, copies, follows the window, reads a record from a pipe and a file
 * that is saved. Then every system call of whole sessions, as strace writes them down: what is
 * never done is not even tried, and the restriction is there before the record is opened.
 *
 * Where there is no strace, or it may not watch, the second half is left out, and says so; so it is
 * under a sanitizer, whose calls are not truce's. */
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
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define RECORD "tests/pty/record.yaml"

#if defined __SANITIZE_ADDRESS__
#define SANITIZED 1
#elif defined __has_feature
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

static char folder[] = "/tmp/truce-guard-XXXXXX";
static char log_name[64], lesson[64];

static void write_lesson(const char *title)
{
	char beside[80];
	snprintf(beside, sizeof beside, "%s~", lesson);
	FILE *file = fopen(beside, "w");
	assert_non_null(file);
	fprintf(file, "title: A lesson\nevents:\n- {id: first, date: 1850, title: %s}\n", title);
	assert_int_equal(fclose(file), 0);
	assert_int_equal(rename(beside, lesson), 0);
}

/* ---- a session goes on as any other ---- */

static void stops_copies_and_follows_the_window(void **state)
{
	const char *arguments[] = {pty_program(), "--at", "meeting-20", "-", NULL};
	struct pty *pty = pty_begin(
		state, &(struct pty_start){.arguments = arguments, .input = RECORD});
	pty_wait_selected(pty, "Met 20");
	pty_keys(pty, "\032");
	pty_wait_stop(pty);
	assert_null(pty_left_behind(pty));
	pty_continue(pty);
	pty_wait_selected(pty, "Met 20");
	pty_resize(pty, 120, 36);
	pty_keys(pty, "j");
	pty_wait_selected(pty, "Met 21");
	pty_keys(pty, "e"); /* there is no file to edit */
	pty_wait_text(pty, "standard input is no file");
	pty_keys(pty, "ly");
	pty_wait_written(pty, "\033]52;c;", "OSC 52");
	pty_keys(pty, "jQ"); /* the first key closes what was copied */
	assert_int_equal(pty_wait_end(pty), 0);
	assert_null(pty_left_behind(pty));
}

static void ends_as_a_signal_does(void **state)
{
	static const int signals[] = {SIGTERM, SIGHUP, SIGSEGV, SIGABRT, SIGSYS};
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		const char *arguments[] = {pty_program(), NULL};
		struct pty *pty = pty_begin(state, &(struct pty_start){.arguments = arguments});
		pty_wait_text(pty, "Talking while fighting");
		pty_signal(pty, signals[i]);
		assert_int_equal(pty_wait_end(pty), 128 + signals[i]);
		assert_null(pty_left_behind(pty));
		pty_end(state);
	}
}

static void a_kiosk_reads_its_file_again(void **state)
{
	write_lesson("Talks began");
	const char *arguments[] = {pty_program(), "--kiosk", "--at", "first", lesson, NULL};
	struct pty *pty = pty_begin(state, &(struct pty_start){.arguments = arguments});
	pty_wait_text(pty, "Talks began");
	write_lesson("Talks went on");
	pty_wait_text(pty, "Talks went on");
	pty_signal(pty, SIGTERM);
	assert_int_equal(pty_wait_end(pty), 128 + SIGTERM);
	assert_null(pty_left_behind(pty));
}

/* ---- what strace has written down ---- */

/* Loads what was written; caller frees. */
static char *log_read(void)
{
	struct buf text = {0};
	char bytes[4096];
	FILE *file = fopen(log_name, "r");
	assert_non_null(file);
	for (size_t got; (got = fread(bytes, 1, sizeof bytes, file)) > 0;)
		buf_add(&text, bytes, got);
	fclose(file);
	buf_char(&text, '\0');
	return text.text;
}

/* "openat", of "1234  openat(AT_FDCWD, ..."; empty where the line is of something else. */
static const char *call_of(const char *line, size_t *len)
{
	line += strspn(line, "0123456789 ");
	*len = strcspn(line, "(\n <");
	if (line[*len] != '(')
		*len = 0;
	return line;
}

static bool is_among(const char *word, size_t len, const char *const *words)
{
	for (; *words; words++)
		if (strlen(*words) == len && strncmp(*words, word, len) == 0)
			return true;
	return false;
}

static bool line_has(const char *line, const char *text)
{
	const char *at = strstr(line, text), *end = strchr(line, '\n');
	return at && (!end || at < end);
}

/* Files made, changed, moved; connections; other processes. */
static const char *const never[] = {"socket", "socketpair", "connect", "bind", "listen", "accept",
	"accept4", "sendto", "sendmsg", "sendmmsg", "creat", "rename", "renameat", "renameat2",
	"unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "mknod", "mknodat", "link", "linkat",
	"symlink", "symlinkat", "chmod", "fchmod", "fchmodat", "chown", "fchown", "lchown",
	"fchownat", "truncate", "ftruncate", "utimensat", "setxattr", "ptrace", "process_vm_writev",
	"io_uring_setup", NULL};
static const char *const opens[] = {"open", "openat", "openat2", NULL};
static const char *const processes[] = {"fork", "vfork", "clone", "clone3", NULL};
static const char *const execs[] = {"execve", "execveat", NULL};

struct seen {
	int processes, programs; /* started, the first of all included */
	bool privileges, landlock, calls;
	int version; /* of Landlock */
	bool early;  /* the record was opened before that */
};

static bool opens_to_write(const char *line)
{
	return line_has(line, "O_WRONLY") || line_has(line, "O_RDWR") ||
		line_has(line, "O_CREAT") || line_has(line, "O_TRUNC");
}

static bool line_of(const char *line, long process)
{
	return !process || strtol(line, NULL, 10) == process;
}

/* Reads all that truce did, not what an editor did; fails where it is something that it never does,
 * or where a call is refused that the C library came to need. */
static struct seen log_judge(const char *record)
{
	struct seen seen = {0};
	char *text = log_read();
	long process = strtol(text, NULL, 10);
	for (const char *line = text; *line; line = strchr(line, '\n') + 1) {
		size_t len;
		const char *call = call_of(line, &len);
		int shown = (int)strcspn(line, "\n");
		assert_non_null(strchr(line, '\n'));
		if ((is_among(call, len, execs) || line_has(line, "<... execve resumed>")) &&
			line_has(line, " = 0"))
			seen.programs++;
		if (!line_of(line, process))
			continue;
		seen.privileges |= line_has(line, "PR_SET_NO_NEW_PRIVS") && line_has(line, " = 0");
		seen.landlock |= line_has(line, "landlock_restrict_self") && line_has(line, " = 0");
		seen.calls |= (line_has(line, "PR_SET_SECCOMP") ||
				      line_has(line, "SECCOMP_SET_MODE_FILTER")) &&
			line_has(line, " = 0");
		if (is_among(call, len, processes))
			seen.processes++;
		if (is_among(call, len, never) ||
			(is_among(call, len, opens) && opens_to_write(line)))
			fail_msg("never done, but here: %.*s", shown, line);
		if (seen.calls && line_has(line, " = -1 ENOSYS"))
			fail_msg("the filter should let it through: %.*s", shown, line);
		if (is_among(call, len, opens) && record && line_has(line, record))
			seen.early |= !seen.privileges;
	}
	free(text);
	return seen;
}

/* What this system has, by trying. */
static struct seen in_force(void)
{
	char line[256] = "";
	struct seen seen = {0};
	struct buf command = {0};
	buf_format(&command, "'%s' --version | tail -n 1", pty_program());
	FILE *said = popen(buf_string(&command), "r");
	assert_non_null(said);
	assert_non_null(fgets(line, sizeof line, said));
	pclose(said);
	buf_free(&command);
	seen.privileges = strstr(line, "no new privileges") != NULL;
	const char *landlock = strstr(line, "Landlock ");
	seen.landlock = landlock != NULL;
	seen.version = landlock ? atoi(landlock + strlen("Landlock ")) : 0;
	seen.calls = strstr(line, "seccomp") != NULL;
	return seen;
}

static void assert_restricted(const char *record)
{
	struct seen seen = log_judge(record), expected = in_force();
	assert_int_equal(seen.programs, 1);
	assert_int_equal(seen.processes, 0);
	assert_int_equal(seen.privileges, expected.privileges);
	assert_int_equal(seen.landlock, expected.landlock);
	assert_int_equal(seen.calls, expected.calls);
	assert_false(expected.privileges && seen.early);
}

static bool can_watch(void)
{
#ifdef SANITIZED
	return false;
#else
	char command[160];
	snprintf(command, sizeof command, "strace -f -o '%s' true >/dev/null 2>&1", log_name);
	return system(command) == 0;
#endif
}

static void need_watch(void)
{
	if (can_watch())
		return;
	print_message("skipped: there is no strace that may watch this program\n");
	skip();
}

static void commands_do_only_what_they_say(void **state)
{
	static const char *const commands[] = {"print", "print -f json", "print -f man",
		"print -f page", "print --worksheet --seed 1", "check", "verify --texts tests/data",
		"snapshot --keys 'jjl/met<Enter>nywq?'"};
	(void)state;
	need_watch();
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		struct buf line = {0};
		buf_format(&line, "strace -f -o '%s' '%s' %s " RECORD " >/dev/null 2>&1", log_name,
			pty_program(), commands[i]);
		int status = system(buf_string(&line));
		int most = strstr(commands[i], "page") ? 2
						       : 1; /* where none was made to be filled */
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) <= most);
		buf_free(&line);
		assert_restricted(RECORD);
	}
}

/* What `--version` names, and whether the record is printed, where some calls are answered so. */
static void under(const char *injected, const char *in_force)
{
	struct buf line = {0};
	buf_format(&line,
		"test \"$(strace -f -o '%s' %s '%s' --version | tail -n 1)\" = 'restricted by: "
		"%s' && strace -f -o '%s' %s '%s' print " RECORD " | cmp -s - '%s/printed'",
		log_name, injected, pty_program(), in_force, log_name, injected, pty_program(),
		folder);
	if (system(buf_string(&line)) != 0)
		fail_msg("not as it should be: %s", buf_string(&line));
	buf_free(&line);
}

/* An old kernel, and a container that forbids. */
static void what_a_kernel_lacks_is_left_out(void **state)
{
	static const char calls[] = "-e inject=seccomp:error=EINVAL "
				    "-e inject=prctl:error=EINVAL:when=2",
			  landlock[] = "-e inject=landlock_create_ruleset:error=ENOSYS";
	(void)state;
	need_watch();
	char line[256];
	snprintf(line, sizeof line,
		"strace -o '%s' %s true 2>/dev/null && '%s' print " RECORD " >'%s/printed'",
		log_name, landlock, pty_program(), folder);
	struct seen here = in_force();
	if (system(line) != 0 || !here.privileges || !here.landlock || !here.calls) {
		print_message("skipped: this kernel, or strace, knows too little\n");
		skip();
	}
	under("-e inject=prctl,seccomp:error=EINVAL "
	      "-e inject=landlock_create_ruleset:error=EOPNOTSUPP",
		"nothing");
	under("-e inject=prctl,seccomp,landlock_create_ruleset:error=EPERM", "nothing");
	snprintf(line, sizeof line, "%s %s", calls, landlock);
	under(line, "no new privileges");
	under(landlock, "no new privileges, seccomp");
	under("-e inject=landlock_restrict_self:error=EPERM", "no new privileges, seccomp");
	for (int version = 1; version < here.version; version++) {
		char in_force[64];
		snprintf(line, sizeof line, "-e inject=landlock_create_ruleset:retval=%d:when=1",
			version);
		snprintf(in_force, sizeof in_force, "no new privileges, Landlock %d, seccomp",
			version);
		under(line, in_force);
	}
}

static struct pty *watch(void **state, const char *const *more, const char *input)
{
	static const char *const environment[] = {"EDITOR=true", NULL};
	const char *arguments[16] = {"strace", "-f", "-o", log_name, pty_program()};
	for (int i = 0; more[i]; i++)
		arguments[5 + i] = more[i];
	return pty_begin(state,
		&(struct pty_start){
			.arguments = arguments, .environment = environment, .input = input});
}

/* Through the views, a search, a copy, another size. */
static void walk(struct pty *pty)
{
	pty_keys(pty, "jly");
	pty_wait_written(pty, "\033]52;c;", "OSC 52");
	pty_keys(pty, "hi");
	pty_wait_text(pty, "type a name");
	pty_keys(pty, "\033");
	pty_wait_gone(pty, "type a name");
	pty_keys(pty, "?q/met\rnN&met\r\\vqpqwq");
	pty_resize(pty, 100, 30);
	pty_keys(pty, "\014g");
}

static void explorers_do_only_what_they_say(void **state)
{
	need_watch();
	struct pty *pty = watch(state, (const char *[]){"--no-mouse", "--mouse", NULL}, NULL);
	pty_wait_text(pty, "Talking while fighting");
	walk(pty);
	pty_keys(pty, "e");
	pty_keys(pty, "Q");
	assert_int_equal(pty_wait_end(pty), 0);
	pty_end(state);
	assert_restricted(NULL);
	pty = watch(state, (const char *[]){"--at", "meeting-05", "-", NULL}, RECORD);
	pty_wait_selected(pty, "Met 05");
	walk(pty);
	pty_keys(pty, "Q");
	assert_int_equal(pty_wait_end(pty), 0);
	pty_end(state);
	assert_restricted(NULL);
	write_lesson("Talks began");
	pty = watch(state, (const char *[]){"--kiosk", "--at", "first", lesson, NULL}, NULL);
	pty_wait_text(pty, "Talks began");
	write_lesson("Talks went on");
	pty_wait_text(pty, "Talks went on");
	pty_hang_up(pty);
	pty_wait_end(pty);
	assert_restricted(lesson);
}

/* The editor is to be as free as truce found itself. */
static void an_editor_is_all_that_is_started(void **state)
{
	need_watch();
	write_lesson("Talks began");
	struct pty *pty = watch(state, (const char *[]){"--at", "first", lesson, NULL}, NULL);
	pty_wait_text(pty, "Talks began");
	pty_keys(pty, "j");
	pty_quit(pty, "q");
	pty_end(state);
	struct seen seen = log_judge(lesson);
	assert_int_equal(seen.programs, 1);
	assert_int_equal(seen.processes, 0);
	pty = watch(state, (const char *[]){"--at", "first", lesson, NULL}, NULL);
	pty_wait_text(pty, "Talks began");
	pty_keys(pty, "ej?");
	pty_wait_text(pty, "Moving");
	pty_keys(pty, "Q");
	assert_int_equal(pty_wait_end(pty), 0);
	seen = log_judge(lesson);
	assert_int_equal(seen.programs, 2);
	assert_int_equal(seen.processes, 1);
	assert_false(seen.privileges || seen.landlock || seen.calls);
}

static int begin(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	snprintf(log_name, sizeof log_name, "%s/log", folder);
	snprintf(lesson, sizeof lesson, "%s/lesson.yaml", folder);
	return 0;
}

static int end(void **state)
{
	(void)state;
	char printed[64];
	snprintf(printed, sizeof printed, "%s/printed", folder);
	unlink(printed);
	unlink(log_name);
	unlink(lesson);
	return rmdir(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(stops_copies_and_follows_the_window, pty_end),
		cmocka_unit_test_teardown(ends_as_a_signal_does, pty_end),
		cmocka_unit_test_teardown(a_kiosk_reads_its_file_again, pty_end),
		cmocka_unit_test(commands_do_only_what_they_say),
		cmocka_unit_test(what_a_kernel_lacks_is_left_out),
		cmocka_unit_test_teardown(explorers_do_only_what_they_say, pty_end),
		cmocka_unit_test_teardown(an_editor_is_all_that_is_started, pty_end),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
