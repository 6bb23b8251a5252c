/* What the moving actions ask of a view. */
#include "ui/core/motion.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static void is(enum action action, bool counted, int rows, enum motion_kind kind, int64_t by)
{
	struct motion motion = motion_of(action, counted ? 7 : 1, counted, rows);
	assert_int_equal(motion.kind, kind);
	assert_int_equal(motion.by, by);
}

static void test_motions(void **state)
{
	(void)state;
	is(ACTION_NEXT, false, 20, MOTION_STEP, 1);
	is(ACTION_NEXT_EVENT, true, 20, MOTION_STEP, 7);
	is(ACTION_PREVIOUS, true, 20, MOTION_STEP, -7);
	is(ACTION_PAGE_DOWN, false, 20, MOTION_ROWS, 19);
	is(ACTION_READ_BACK, false, 20, MOTION_ROWS, -19);
	is(ACTION_HALF_DOWN, false, 20, MOTION_ROWS, 10);
	is(ACTION_HALF_UP, false, 20, MOTION_ROWS, -10);
	is(ACTION_FIRST, false, 20, MOTION_TO, 0);
	is(ACTION_LAST, false, 20, MOTION_TO, MOTION_LAST);
	is(ACTION_LAST, true, 20, MOTION_TO, 6);
	is(ACTION_INTO, false, 20, MOTION_NONE, 0);
}

/* However small the window, a page moves on. */
static void test_small_windows(void **state)
{
	(void)state;
	for (int rows = -3; rows < 4; rows++) {
		assert_true(motion_of(ACTION_PAGE_DOWN, 1, false, rows).by >= 1);
		assert_true(motion_of(ACTION_HALF_UP, 1, false, rows).by <= -1);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_motions),
		cmocka_unit_test(test_small_windows),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
