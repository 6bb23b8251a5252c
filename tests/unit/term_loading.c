/* The terminal while a file is read: its modes are those that it has when the word is shown. */
#include "term/loading.h"

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <cmocka.h>

/* Whether the terminal echoes behind the word, where it did not when the reading began: a program
 * that is begun in the background finds the modes of the shell's own prompt. */
static int echoes(const char *name)
{
	struct termios modes;
	setsid();
	int terminal = open(name, O_RDWR | O_NOCTTY);
	ioctl(terminal, TIOCSCTTY, 0);
	dup2(terminal, STDIN_FILENO);
	dup2(terminal, STDERR_FILENO);
	tcgetattr(STDIN_FILENO, &modes);
	modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
	tcsetattr(STDIN_FILENO, TCSANOW, &modes);
	term_loading_begin("truce: reading", true);
	modes.c_lflag |= ICANON | ECHO;
	tcsetattr(STDIN_FILENO, TCSANOW, &modes);
	pause(); /* until it is shown */
	term_loading_end();
	tcgetattr(STDIN_FILENO, &modes);
	return (modes.c_lflag & ICANON) && (modes.c_lflag & ECHO);
}

static void test_leaves_the_modes_that_it_finds(void **state)
{
	int status, terminal = posix_openpt(O_RDWR | O_NOCTTY);
	(void)state;
	assert_true(terminal >= 0 && grantpt(terminal) == 0 && unlockpt(terminal) == 0);
	pid_t program = fork();
	if (program == 0)
		_exit(echoes(ptsname(terminal)) ? 77 : 1);
	assert_int_equal(waitpid(program, &status, 0), program);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 77);
	close(terminal);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_leaves_the_modes_that_it_finds),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
