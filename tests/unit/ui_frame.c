/* Whatever the size of the screen, each area of the frame has a row and a column, and lies on it. */
#include "ui/core/frame.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { SIZE_MOST = 14 };

static void check_on_screen(const struct app *app, struct area area)
{
	assert_true(area.rows >= 1 && area.cols >= 1);
	assert_true(area.row >= 0 && area.row + area.rows <= app->rows);
	assert_true(area.col >= 0 && area.col + area.cols <= app->cols);
}

static void test_areas_lie_on_the_screen(void **state)
{
	(void)state;
	for (int rows = 1; rows <= SIZE_MOST; rows++)
		for (int cols = 1; cols <= SIZE_MOST; cols++) {
			struct app app = {.rows = rows, .cols = cols};
			for (int head = 0; head <= 3; head++)
				for (int foot = 0; foot <= 3; foot++) {
					struct area body = frame_body(&app, head, foot);
					/* A foot that has no room at all is for nobody. */
					if (foot <= rows - 5 || frame_is_bare(&app))
						check_on_screen(&app, body);
					assert_true(body.rows >= 1 && body.cols >= 1);
				}
			for (int left = 0; left <= SIZE_MOST + 2; left++)
				check_on_screen(&app, frame_line(&app, left));
		}
}

static void test_the_head_gives_way(void **state)
{
	(void)state;
	const struct app low = {.rows = 6, .cols = 20}, high = {.rows = 20, .cols = 20};
	struct area body = frame_body(&low, 0, 0);
	assert_int_equal(body.row, 2);
	assert_int_equal(body.rows, 2);
	body = frame_body(&low, 2, 0);
	assert_int_equal(body.row, 3); /* one of the two rows of the head */
	assert_int_equal(body.rows, 1);
	body = frame_body(&high, 2, 3);
	assert_int_equal(body.row, 4);
	assert_int_equal(body.rows, 11);
}

/* Where there is no title, nothing of one changes its look. */
static void test_no_title_has_no_limits(void **state)
{
	(void)state;
	const struct app bare = {.rows = 5, .cols = 20}, low = {.rows = 6, .cols = 20};
	struct grid grid = {0};
	grid_resize(&grid, 6, 20);
	grid_fill(&grid, 0, 0, 20, style_of(ROLE_TITLE), "x");
	frame_limits(&bare, &grid, 4);
	assert_int_equal(grid_at(&grid, 0, 10)->style.role, ROLE_TITLE);
	frame_limits(&low, &grid, 4);
	assert_int_equal(grid_at(&grid, 0, 4)->style.role, ROLE_TITLE);
	assert_int_equal(grid_at(&grid, 0, 10)->style.role, ROLE_WARN);
	grid_free(&grid);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_areas_lie_on_the_screen),
		cmocka_unit_test(test_the_head_gives_way),
		cmocka_unit_test(test_no_title_has_no_limits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
