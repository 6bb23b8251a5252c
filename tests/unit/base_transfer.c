/* Reading and writing where the system says "not now". The other end of the pipe is a process of
 * its own. */
#include "base/transfer.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { MUCH = 1 << 20 };

static void ticked(int number)
{
	(void)number;
}

/* Interrupts every call that waits, many times a second. */
static void ticks(long microseconds)
{
	struct sigaction action = {.sa_handler = ticked};
	struct itimerval timer = {
		.it_value = {.tv_usec = microseconds}, .it_interval = {.tv_usec = microseconds}};
	sigaction(SIGALRM, &action, NULL);
	setitimer(ITIMER_REAL, &timer, NULL);
}

/* So many bytes through a pipe whose two ends block or do not. */
static void carry(int flags, size_t len)
{
	int ends[2], status;
	assert_int_equal(pipe(ends), 0);
	fcntl(ends[0], F_SETFL, flags);
	fcntl(ends[1], F_SETFL, flags);
	char *bytes = malloc(len);
	assert_non_null(bytes);
	memset(bytes, 'x', len);
	pid_t writer = fork();
	ticks(100); /* of each, since a child has no timer of its parent */
	if (writer == 0)
		_exit(!transfer_write(ends[1], bytes, len));
	close(ends[1]);
	size_t sum = 0;
	ssize_t got;
	while ((got = transfer_read(ends[0], bytes, 1000)) > 0)
		sum += (size_t)got;
	ticks(0);
	assert_int_equal(got, 0);
	assert_int_equal(sum, len);
	assert_int_equal(waitpid(writer, &status, 0), writer);
	assert_int_equal(status, 0);
	close(ends[0]);
	free(bytes);
}

static void interrupted(void **state)
{
	(void)state;
	carry(0, MUCH);
}

static void told_to_come_again(void **state)
{
	(void)state;
	carry(O_NONBLOCK, MUCH);
}

static void refused(void **state)
{
	int ends[2];
	char byte;
	(void)state;
	signal(SIGPIPE, SIG_IGN);
	assert_int_equal(pipe(ends), 0);
	close(ends[0]);
	assert_false(transfer_write(ends[1], "x", 1));
	assert_int_equal(errno, EPIPE);
	assert_int_equal(transfer_read(ends[1], &byte, 1), -1);
	assert_int_equal(errno, EBADF);
	assert_true(transfer_write(-1, "", 0));
	close(ends[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(interrupted),
		cmocka_unit_test(told_to_come_again),
		cmocka_unit_test(refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
