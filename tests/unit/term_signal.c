/* What the loop is told of signals that came together. */
#include "term/signal.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* What is told of signals that come before the loop looks, 0-terminated. */
static unsigned told(const int *numbers)
{
	unsigned answer;

	assert_true(term_signal_start());
	for (; *numbers; numbers++)
		raise(*numbers);
	answer = term_signal_take();
	assert_int_equal(term_signal_take(), 0); /* it is told once */
	term_signal_stop();
	return answer;
}

static void test_the_later_of_stop_and_continuation_counts(void **state)
{
	(void)state;
	assert_int_equal(told((int[]){0}), 0);
	assert_int_equal(told((int[]){SIGTSTP, 0}), TERM_SIGNAL_STOP);
	assert_int_equal(told((int[]){SIGCONT, 0}), TERM_SIGNAL_CONTINUE);
	assert_int_equal(told((int[]){SIGTSTP, SIGCONT, 0}), TERM_SIGNAL_CONTINUE);
	assert_int_equal(told((int[]){SIGCONT, SIGTSTP, 0}), TERM_SIGNAL_STOP);
	assert_int_equal(told((int[]){SIGTSTP, SIGCONT, SIGTSTP, 0}), TERM_SIGNAL_STOP);
}

static void test_a_new_size_is_told_beside_them(void **state)
{
	(void)state;
	assert_int_equal(told((int[]){SIGWINCH, SIGWINCH, 0}), TERM_SIGNAL_RESIZE);
	assert_int_equal(told((int[]){SIGTSTP, SIGWINCH, SIGCONT, 0}),
		TERM_SIGNAL_RESIZE | TERM_SIGNAL_CONTINUE);
}

/* What was told and not taken is not left for who starts next. */
static void test_begins_with_nothing_told(void **state)
{
	(void)state;
	assert_true(term_signal_start());
	raise(SIGTSTP);
	raise(SIGWINCH);
	term_signal_stop();
	assert_int_equal(told((int[]){0}), 0);
	assert_int_equal(told((int[]){SIGCONT, 0}), TERM_SIGNAL_CONTINUE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_later_of_stop_and_continuation_counts),
		cmocka_unit_test(test_a_new_size_is_told_beside_them),
		cmocka_unit_test(test_begins_with_nothing_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
