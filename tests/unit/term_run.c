/* A small program in a terminal of its own: what it is told, how often it draws, and that the
 * terminal is as it was on every way out. */
#include "term/locale.h"
#include "term/term.h"

#include "base/memory.h"
#include "guard/guard.h"

#include <fcntl.h>
#include <locale.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

static const char enter[] = "\033[?1049h", leave[] = "\033[?1049l";

/* The program: shows what it was told, counts, and ends with what it counted. */
struct told {
	int draws, keys;
	int left, ticks; /* until the alarm, in milliseconds; 0 is none */
	struct input size;
	char history[32]; /* its keys */
	bool working, given_up;
	bool *finish; /* the work that is under way */
};

static enum term_next told_apply(void *state, const struct input *input)
{
	struct told *told = state;

	if (input->kind == INPUT_RESIZE)
		told->size = *input;
	if (input->kind == INPUT_TICK && told->left > 0) {
		told->ticks++;
		told->left = input->ms < told->left ? told->left - input->ms : 0;
		return told->left == 0 ? TERM_DRAW : TERM_NOTHING;
	}
	if (input->kind != INPUT_KEY)
		return TERM_NOTHING;
	if (input->key == 't')
		told->left = 120;
	if (told->keys < 30)
		told->history[told->keys] = input->key < 128 ? (char)input->key : '^';
	told->keys++;
	if (input->key == '!')
		abort();
	if (input->key == 'x')
		exit(77);
	if (input->key == 's')
		exit(socket(AF_UNIX, SOCK_STREAM, 0) < 0);
	if (input->key == 'm')
		free(mem_zero(SIZE_MAX, SIZE_MAX));
	return input->key == 'q'    ? TERM_QUIT
		: input->key == 26  ? TERM_SUSPEND
		: input->key == 'y' ? TERM_COPY
		: input->key == '.' ? TERM_NOTHING
		: input->key == 'w' ? TERM_WORK
		: input->key == 'W' ? TERM_WORK
				    : TERM_DRAW;
}

static void told_draw(void *state, struct grid *grid)
{
	struct told *told = state;
	struct buf line = {0};

	told->draws++;
	grid_clear(grid);
	buf_format(&line, "%dx%d-%d!", told->size.cols, told->size.rows, told->keys);
	if (told->working)
		buf_text(&line, " at work");
	else if (strchr(told->history, 'w'))
		buf_format(&line, "%s<%s>", told->given_up ? " given up" : "", told->history);
	if (told->ticks > 0 && told->left == 0)
		buf_format(&line, " rang %d", told->ticks);
	for (int row = 0; row < grid->rows; row++)
		grid_put(grid, term_form(), row, 0, grid->cols, (struct style){ROLE_TEXT, 0},
			buf_string(&line), line.len);
	buf_free(&line);
}

static const char *told_clipboard(const void *state)
{
	(void)state;
	return "foobar";
}

static int told_wake(const void *state)
{
	const struct told *told = state;

	return told->left > 0 ? told->left : -1;
}

/* Lasts until it is given up, or an `e` is typed; that of `W` ends at once. */
static void told_work(void *state, struct patience *patience)
{
	struct told *told = state;

	*told->finish = told->history[told->keys - 1] == 'W';
	told->working = true;
	while (!*told->finish && patience_lasts(patience))
		nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
	told->working = false;
	told->given_up = patience->over;
}

static enum term_next told_meanwhile(const void *state, const struct input *input)
{
	const struct told *told = state;

	if (input->kind != INPUT_KEY)
		return TERM_NOTHING;
	if (input->key == 'e')
		*told->finish = true;
	return input->key == 'q'   ? TERM_QUIT
		: input->key == 26 ? TERM_SUSPEND
		: input->key == 3  ? TERM_GIVE_UP
				   : TERM_NOTHING;
}

static bool told_guarded; /* it gives up first what truce never does */
static bool told_asks;    /* what the terminal stands on */

/* Runs it, as often as is asked for, and ends with what it drew in the last run. */
static _Noreturn void told_run(int times)
{
	struct told told;
	bool finish;
	struct buf problem = {0};
	const struct term_program program = {
		.state = &told,
		.apply = told_apply,
		.draw = told_draw,
		.clipboard = told_clipboard,
		.wake = told_wake,
		.work = told_work,
		.meanwhile = told_meanwhile,
	};
	const struct term_options options = {
		.theme = theme_find("auto"), .color = true, .ask = told_asks};

	setvbuf(stderr, NULL, _IOFBF, BUFSIZ);
	if (told_guarded && !guard_enter(true).calls)
		_exit(78);

	while (times-- > 0) {
		told = (struct told){.finish = &finish};
		if (!term_run(&program, &options, &problem)) {
			printf("{%s}", buf_string(&problem));
			fflush(stdout);
			_exit(2);
		}
	}
	_exit(told.draws);
}

/* Its terminal. */
struct stage {
	int master, slave;
	pid_t program;
	struct buf shown;
	struct termios modes;
};

static void stage_size(struct stage *stage, unsigned short rows, unsigned short cols)
{
	struct winsize size = {.ws_row = rows, .ws_col = cols};

	ioctl(stage->master, TIOCSWINSZ, &size);
}

/* Reads until the terminal was sent a text; fails after five seconds. */
static void stage_wait(struct stage *stage, const char *text)
{
	time_t end = time(NULL) + 5;
	char bytes[4096];

	while (strstr(buf_string(&stage->shown), text) == NULL) {
		ssize_t got = read(stage->master, bytes, sizeof bytes);

		if (got > 0)
			buf_add(&stage->shown, bytes, (size_t)got);
		else if (time(NULL) > end)
			fail_msg("never shown: %s", text);
		else
			nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
	}
}

static void stage_type(struct stage *stage, const char *keys)
{
	assert_int_equal(write(stage->master, keys, strlen(keys)), strlen(keys));
}

/* The status that the program ends or stops with. */
static int stage_end(struct stage *stage)
{
	time_t end = time(NULL) + 5;
	char bytes[4096];
	int status;

	while (waitpid(stage->program, &status, WNOHANG) == 0) {
		ssize_t got = read(stage->master, bytes, sizeof bytes);

		if (got > 0)
			buf_add(&stage->shown, bytes, (size_t)got);
		if (time(NULL) > end)
			fail_msg("the program does not end");
		nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
	}
	for (ssize_t got; (got = read(stage->master, bytes, sizeof bytes)) > 0;)
		buf_add(&stage->shown, bytes, (size_t)got);
	return status;
}

static void stage_child(struct stage *stage, bool controlling, int times)
{
	setsid();
	if (controlling)
		ioctl(stage->slave, TIOCSCTTY, 0);
	for (int fd = 0; fd < 3; fd++)
		dup2(controlling || fd > 0 ? stage->slave : open("/dev/null", O_RDONLY), fd);
	signal(SIGPIPE, SIG_DFL);
	close(stage->master);
	close(stage->slave);
	told_run(times);
}

/* Runs as a background job of a leader that does not give it the terminal; of a group that is
 * orphaned, where `alone`. */
static void stage_job(struct stage *stage, bool ignored, bool blocked, bool alone)
{
	sigset_t only;
	setsid();
	ioctl(stage->slave, TIOCSCTTY, 0);
	pid_t job = fork();
	if (job > 0) {
		int status;
		waitpid(job, &status, 0);
		pause(); /* the job of a job is not its child */
	}
	setpgid(0, 0);
	signal(SIGTTOU, ignored ? SIG_IGN : SIG_DFL);
	sigemptyset(&only);
	sigaddset(&only, SIGTTOU);
	sigprocmask(blocked ? SIG_BLOCK : SIG_UNBLOCK, &only, NULL);
	pid_t parent = getpid();
	if (alone && fork() > 0)
		_exit(0);
	while (alone && getppid() == parent)
		nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
	for (int fd = 0; fd < 3; fd++)
		dup2(stage->slave, fd);
	told_run(1);
}

static void stage_terminal(struct stage *stage, const char *type)
{
	*stage = (struct stage){.master = posix_openpt(O_RDWR | O_NOCTTY)};
	assert_true(
		stage->master >= 0 && grantpt(stage->master) == 0 && unlockpt(stage->master) == 0);
	stage->slave = open(ptsname(stage->master), O_RDWR | O_NOCTTY);
	stage_size(stage, 10, 40);
	fcntl(stage->master, F_SETFL, O_NONBLOCK);
	tcgetattr(stage->slave, &stage->modes);
	if (type != NULL)
		setenv("TERM", type, 1);
	else
		unsetenv("TERM");
}

static void stage_open_for(struct stage *stage, const char *type, bool controlling, int times)
{
	stage_terminal(stage, type);
	stage->program = fork();
	if (stage->program == 0)
		stage_child(stage, controlling, times);
}

static void stage_open(struct stage *stage, const char *type, bool controlling)
{
	stage_open_for(stage, type, controlling, 1);
}

static int stage_count(const struct stage *stage, const char *text)
{
	const char *at = buf_string(&stage->shown);
	int count = 0;

	while ((at = strstr(at, text)) != NULL) {
		at += strlen(text);
		count++;
	}
	return count;
}

static bool stage_restored(struct stage *stage)
{
	struct termios modes;

	tcgetattr(stage->slave, &modes);
	return modes.c_lflag == stage->modes.c_lflag && modes.c_iflag == stage->modes.c_iflag &&
		modes.c_oflag == stage->modes.c_oflag && stage_count(stage, enter) > 0 &&
		stage_count(stage, enter) == stage_count(stage, leave);
}

static void stage_close(struct stage *stage)
{
	close(stage->master);
	close(stage->slave);
	buf_free(&stage->shown);
}

/* What comes behind the key that leaves is not for the shell to read. */
static void test_no_answer_is_left(void **state)
{
	struct stage stage;
	struct termios modes;
	int left = -1;

	(void)state;
	told_asks = true;
	stage_open(&stage, "xterm-256color", true);
	told_asks = false;
	stage_wait(&stage, "\033]11;?\033\\");
	stage_type(&stage, "q\033]11;rgb:0000/0000/0000\033\\");
	assert_true(WIFEXITED(stage_end(&stage)));
	assert_true(stage_restored(&stage));
	tcgetattr(stage.slave, &modes);
	modes.c_lflag &= ~(tcflag_t)ICANON; /* half a line is counted too */
	tcsetattr(stage.slave, TCSANOW, &modes);
	assert_int_equal(ioctl(stage.slave, FIONREAD, &left), 0);
	assert_int_equal(left, 0);
	stage_close(&stage);
}

static void test_draws_and_quits(void **state)
{
	struct stage stage;
	int status;

	(void)state;
	stage_open(&stage, "xterm-256color", true);
	stage_wait(&stage, "40x10-0!");
	stage_type(&stage, "q");
	status = stage_end(&stage);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 1);
	assert_true(stage_restored(&stage));
	stage_close(&stage);
}

static void test_keys_of_a_burst_share_a_frame(void **state)
{
	struct stage stage;
	char keys[201] = {0};

	(void)state;
	memset(keys, 'j', 200);
	stage_open(&stage, "xterm-256color", true);
	stage_wait(&stage, "40x10-0!");
	stage_type(&stage, keys);
	stage_wait(&stage, "200!");
	stage_type(&stage, "....q");
	assert_in_range(WEXITSTATUS(stage_end(&stage)), 2, 4);
	stage_close(&stage);
}

static void test_sends_what_is_copied(void **state)
{
	struct stage stage;

	(void)state;
	stage_open(&stage, "xterm-256color", true);
	stage_wait(&stage, "40x10-0!");
	stage_type(&stage, "y");
	stage_wait(&stage, "\033]52;c;Zm9vYmFy\a");
	stage_type(&stage, "q"); /* it may come before what was copied is drawn */
	assert_in_range(WEXITSTATUS(stage_end(&stage)), 1, 2);
	stage_close(&stage);
	stage_open(&stage, "linux", true); /* it would show it */
	stage_wait(&stage, "40x10-0!");
	stage_type(&stage, "yq");
	stage_end(&stage);
	assert_null(strstr(buf_string(&stage.shown), "52;c"));
	stage_close(&stage);
}

/* One tick when the time has come, and one before each key that comes meanwhile. */
static void test_wakes_when_asked(void **state)
{
	struct stage stage;

	(void)state;
	stage_open(&stage, "xterm-256color", true);
	stage_wait(&stage, "40x10-0!");
	stage_type(&stage, "t");
	stage_wait(&stage, "rang 1");
	buf_clear(&stage.shown);
	stage_type(&stage, "t");
	stage_wait(&stage, "2");
	stage_type(&stage, ".");
	stage_wait(&stage, "rang 3");
	stage_type(&stage, "q");
	assert_int_equal(WEXITSTATUS(stage_end(&stage)), 5);
	stage_close(&stage);
}

static void test_a_new_size_is_told_and_drawn(void **state)
{
	struct stage stage;

	(void)state;
	stage_open(&stage, "xterm-256color", true);
	stage_wait(&stage, "40x10-0!");
	stage_size(&stage, 1, 33);
	stage_wait(&stage, "33x1-0!");
	stage_size(&stage, 30, 99);
	stage_wait(&stage, "99x30-0!");
	stage_type(&stage, "q");
	assert_int_equal(WEXITSTATUS(stage_end(&stage)), 3);
	stage_close(&stage);
}

static void test_signals_restore_and_end_as_themselves(void **state)
{
	const int signals[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGSEGV, SIGBUS, SIGFPE,
		SIGILL, SIGABRT};

	(void)state;
	for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
		struct stage stage;
		int status;

		stage_open(&stage, "xterm-256color", true);
		stage_wait(&stage, "40x10-0!");
		kill(stage.program, signals[i]);
		status = stage_end(&stage);
		assert_true(WIFSIGNALED(status));
		assert_int_equal(WTERMSIG(status), signals[i]);
		assert_true(stage_restored(&stage));
		stage_close(&stage);
	}
}

static void test_exit_and_abort_restore(void **state)
{
	struct stage stage;
	int status;

	(void)state;
	stage_open(&stage, "xterm-256color", true);
	stage_wait(&stage, "40x10-0!");
	stage_type(&stage, "x");
	status = stage_end(&stage);
	assert_int_equal(WEXITSTATUS(status), 77);
	assert_true(stage_restored(&stage));
	stage_close(&stage);
	stage_open(&stage, "xterm-256color", true);
	stage_wait(&stage, "40x10-0!");
	stage_type(&stage, "!");
	status = stage_end(&stage);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
	assert_true(stage_restored(&stage));
	stage_close(&stage);
}

/* The kernel ends it, and what it says comes when the terminal has been given back. */
static void test_a_refused_call_restores(void **state)
{
	struct stage stage;
	const char *left;

	(void)state;
	told_guarded = true;
	stage_open(&stage, "xterm-256color", true);
	told_guarded = false;
	stage_type(&stage, "s");
	int status = stage_end(&stage);
	if (WIFEXITED(status) && WEXITSTATUS(status) == 78) {
		stage_close(&stage);
		skip(); /* this system, or this build, filters no system calls */
	}
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS);
	assert_true(stage_restored(&stage));
	left = buf_string(&stage.shown);
	for (const char *next; (next = strstr(left + 1, leave));)
		left = next;
	assert_non_null(strstr(left, "truce: ended, since it asked for system call "));
	stage_close(&stage);
}

/* What is said on the other screen would be lost with it. */
static void test_last_words_are_read_afterwards(void **state)
{
	struct stage stage;
	const char *left;

	(void)state;
	stage_open(&stage, "xterm-256color", true);
	stage_wait(&stage, "40x10-0!");
	buf_clear(&stage.shown);
	stage_type(&stage, "m");
	assert_int_equal(WEXITSTATUS(stage_end(&stage)), 2);
	left = strstr(buf_string(&stage.shown), leave);
	assert_non_null(left);
	assert_non_null(strstr(left, "truce: out of memory"));
	stage_close(&stage);
}

/* Nobody could continue it here, so the system does not stop it: it must take the terminal
 * again. */
static void test_comes_back_from_suspend(void **state)
{
	struct stage stage;

	(void)state;
	stage_open(&stage, "xterm-256color", true);
	stage_wait(&stage, "40x10-0!");
	buf_clear(&stage.shown);
	stage_type(&stage, "\032");
	stage_wait(&stage, leave);
	stage_wait(&stage, "40x10-1!");
	stage_type(&stage, "q");
	assert_true(WIFEXITED(stage_end(&stage)));
	stage_close(&stage);
}

static void test_a_terminal_that_goes_away_ends_it(void **state)
{
	struct stage stage;
	int status = 0;

	(void)state;
	stage_open(&stage, "xterm-256color", true);
	stage_wait(&stage, "40x10-0!");
	close(stage.slave);
	close(stage.master);
	assert_int_equal(waitpid(stage.program, &status, 0), stage.program);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGHUP);
	buf_free(&stage.shown);
}

static void check_refused(const char *type, bool controlling, const char *advice)
{
	struct stage stage;
	struct termios modes;

	stage_open(&stage, type, controlling);
	assert_int_equal(WEXITSTATUS(stage_end(&stage)), 2);
	assert_int_equal(buf_string(&stage.shown)[0], '{'); /* nothing came before */
	assert_non_null(strstr(buf_string(&stage.shown), advice));
	tcgetattr(stage.slave, &modes);
	assert_int_equal(modes.c_lflag, stage.modes.c_lflag);
	stage_close(&stage);
}

static void test_refuses_with_advice(void **state)
{
	(void)state;
	check_refused(NULL, true, "TERM is not set; try TERM=xterm-256color truce");
	check_refused("", true, "TERM is not set");
	check_refused("no-such", true, "\"no-such\" is not known here; try TERM=");
	check_refused("no\033[1m", true, "\"no<U+001B>[1m\" is not known");
	check_refused("dumb", true, "\"dumb\" cannot move its cursor; try TERM=");
	check_refused("xterm", false, "there is no terminal to read keys from");
}

/* Nothing of the first run acts in the second: not a stop or a new size that was told at its end,
 * not the beginning of a key, not the mouse. */
static void test_runs_again(void **state)
{
	struct stage stage;
	int status;

	(void)state;
	stage_open_for(&stage, "xterm-256color", true, 2);
	stage_wait(&stage, "40x10-0!");
	stage_type(&stage, "jjq");
	stage_wait(&stage, leave);
	stage_wait(&stage, enter);
	stage_type(&stage, ".\033[Aq");
	status = stage_end(&stage);
	assert_true(WIFEXITED(status));
	assert_in_range(WEXITSTATUS(status), 1, 3);
	assert_int_equal(stage_count(&stage, "40x10-0!"), 2 * 10); /* a row each */
	assert_true(stage_restored(&stage));
	stage_close(&stage);
}

static void stage_work(struct stage *stage)
{
	stage_open(stage, "xterm-256color", true);
	stage_wait(stage, "40x10-0!");
	stage_type(stage, "w");
	stage_wait(stage, " at work");
	buf_clear(&stage->shown);
}

/* What comes meanwhile is told afterwards, in order; new sizes are followed, and a stop is obeyed
 * at once. */
static void test_work_keeps_what_comes(void **state)
{
	struct stage stage;

	(void)state;
	stage_work(&stage);
	stage_type(&stage, "jk\033[Al");
	stage_size(&stage, 3, 37);
	stage_wait(&stage, "37x3-1! at work");
	buf_clear(&stage.shown);
	stage_type(&stage, "n1\032n2"); /* nobody could continue it here: it comes back at once */
	stage_wait(&stage, leave);
	stage_wait(&stage, " at work");
	stage_type(&stage, "e");
	stage_wait(&stage, "<");
	stage_size(&stage, 3, 38); /* all of it is drawn */
	stage_wait(&stage, "38x3-10!<wjk^ln1n2e>");
	stage_type(&stage, "q");
	assert_true(WIFEXITED(stage_end(&stage)));
	stage_close(&stage);
}

static void test_work_is_given_up(void **state)
{
	struct stage stage;

	(void)state;
	stage_work(&stage);
	stage_type(&stage, "j\003k");
	stage_wait(&stage, "given up");
	stage_size(&stage, 3, 38);
	stage_wait(&stage, "38x3-3! given up<wjk>");
	buf_clear(&stage.shown);
	stage_type(&stage, "w");
	stage_wait(&stage, "at work"); /* again */
	stage_type(&stage, "eq");
	assert_true(WIFEXITED(stage_end(&stage)));
	stage_close(&stage);
}

static void test_work_is_quit(void **state)
{
	static const int signals[] = {0, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGSEGV};

	(void)state;
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		struct stage stage;
		int status;

		stage_work(&stage);
		if (signals[i])
			kill(stage.program, signals[i]);
		else
			stage_type(&stage, "jjqj");
		status = stage_end(&stage);
		assert_int_equal(WIFSIGNALED(status) ? WTERMSIG(status) : 0, signals[i]);
		buf_text(&stage.shown, enter); /* it was cleared away */
		assert_true(stage_restored(&stage));
		stage_close(&stage);
	}
}

/* A key for the end that came before anything was said of work is kept like the others. */
static void test_work_that_is_short_says_nothing(void **state)
{
	struct stage stage;

	(void)state;
	stage_open(&stage, "xterm-256color", true);
	stage_wait(&stage, "40x10-0!");
	stage_type(&stage, "WWjW");
	stage_wait(&stage, "4");
	stage_type(&stage, "wqe");
	assert_true(WIFEXITED(stage_end(&stage)));
	assert_null(strstr(buf_string(&stage.shown), "at work<"));
	assert_true(stage_restored(&stage));
	stage_close(&stage);
}

/* In the background, where nobody can stop it until it has the terminal. */
static void test_refuses_the_terminal_of_another(void **state)
{
	static const bool cases[][3] = {
		{true, false, false}, {false, true, false}, {false, false, true}};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct stage stage;
		struct termios modes;

		stage_terminal(&stage, "xterm-256color");
		stage.program = fork();
		if (stage.program == 0)
			stage_job(&stage, cases[i][0], cases[i][1], cases[i][2]);
		stage_wait(&stage, "foreground, or try \"truce print\" for plain text}");
		assert_int_equal(buf_string(&stage.shown)[0], '{');
		tcgetattr(stage.slave, &modes);
		assert_int_equal(modes.c_lflag, stage.modes.c_lflag);
		kill(stage.program, SIGKILL);
		waitpid(stage.program, NULL, 0);
		stage_close(&stage);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_draws_and_quits),
		cmocka_unit_test(test_no_answer_is_left),
		cmocka_unit_test(test_keys_of_a_burst_share_a_frame),
		cmocka_unit_test(test_sends_what_is_copied),
		cmocka_unit_test(test_wakes_when_asked),
		cmocka_unit_test(test_a_new_size_is_told_and_drawn),
		cmocka_unit_test(test_signals_restore_and_end_as_themselves),
		cmocka_unit_test(test_exit_and_abort_restore),
		cmocka_unit_test(test_a_refused_call_restores),
		cmocka_unit_test(test_last_words_are_read_afterwards),
		cmocka_unit_test(test_comes_back_from_suspend),
		cmocka_unit_test(test_a_terminal_that_goes_away_ends_it),
		cmocka_unit_test(test_refuses_with_advice),
		cmocka_unit_test(test_runs_again),
		cmocka_unit_test(test_work_keeps_what_comes),
		cmocka_unit_test(test_work_is_given_up),
		cmocka_unit_test(test_work_is_quit),
		cmocka_unit_test(test_work_that_is_short_says_nothing),
		cmocka_unit_test(test_refuses_the_terminal_of_another),
	};
	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
