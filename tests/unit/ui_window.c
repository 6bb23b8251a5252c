/* The window on rows: its stops, and how moving brings them into view. */
#include "ui/core/window.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* Rows for stops of these heights, with an empty row above each but the first. */
static void lay(struct window *window, const int *heights, int count)
{
	const struct paper paper = {.width = 40};
	window_lay(window, &paper);
	for (int stop = 0; stop < count; stop++) {
		rows_stop(&window->rows, -1);
		if (stop)
			rows_new(&window->rows);
		rows_stop(&window->rows, stop);
		for (int row = 0; row < heights[stop]; row++)
			rows_new(&window->rows);
	}
	window_laid(window);
}

static void test_stops_are_found(void **state)
{
	struct window window = {0};
	lay(&window, (const int[]){2, 3}, 2);
	window_fit(&window, 4);
	assert_int_equal(window.stop_count, 2);
	assert_int_equal(window.stops[0].first, 0);
	assert_int_equal(window.stops[0].last, 1);
	assert_int_equal(window.stops[1].first, 3);
	assert_int_equal(window.stops[1].last, 5);
	assert_int_equal(window_below(&window), 2);
	assert_int_equal(window_percent(&window), 66);
	window_free(&window);
	(void)state;
}

static void check_revealed(int height, int first, int last, int covered, int top)
{
	struct window window = {0};
	lay(&window, (const int[]){40, 3}, 2);
	window_fit(&window, height);
	window_reveal(&window, 0, first, last, covered);
	assert_int_equal(window.stop, 0);
	assert_int_equal(window.top, top);
	window_free(&window);
}

static void test_rows_are_revealed(void **state)
{
	(void)state;
	check_revealed(9, 3, 3, 0, 0);    /* in view as it is */
	check_revealed(9, 20, 20, 0, 17); /* with a third of the window above */
	check_revealed(9, 7, 8, 0, 0);
	check_revealed(9, 7, 8, 2, 5); /* the last rows are covered */
	check_revealed(9, 8, 9, 0, 5); /* not the first of two rows alone */
	check_revealed(2, 20, 21, 0, 20);
	check_revealed(2, 20, 29, 0, 20); /* more rows than there are: the first ones */
	check_revealed(1, 20, 21, 2, 20);
	check_revealed(9, 39, 39, 0, 35); /* never beyond the end */
	check_revealed(44, 39, 39, 0, 0);
}

/* More stops than 16 bits count. */
/* What stands above a stop at the beginning stays, unless next to nothing of the stop is seen below it. */
static void test_a_window_begins(void **state)
{
	(void)state;
	for (int height = 6; height < 12; height++) {
		struct window window = {0};
		lay(&window, (const int[]){4, 9}, 2);
		window_fit(&window, height);
		window_begin(&window, 1);
		assert_int_equal(window.stop, 1);
		assert_int_equal(window.top, height < 8 ? 5 : 0);
		window_scroll(&window, 3);
		window_begin(&window, 0);
		assert_int_equal(window.stop, 0);
		assert_int_equal(window.top, 0);
		window_free(&window);
	}
}

static void test_many_stops(void **state)
{
	enum { MANY = 40000 };
	struct window window = {0};
	window_lay(&window, &(const struct paper){.width = 40});
	for (int stop = 0; stop < MANY; stop++) {
		rows_stop(&window.rows, stop);
		rows_new(&window.rows);
	}
	window_laid(&window);
	window_fit(&window, 10);
	window_select(&window, 35000);
	assert_int_equal(window.stop_count, MANY);
	assert_int_equal(window.stop, 35000);
	assert_int_equal(window.stops[35000].first, 35000);
	window_free(&window);
	(void)state;
}

/* What is longer than the window is scrolled through before the next is selected, both ways. */
static void test_long_stops_are_read_whole(void **state)
{
	struct window window = {0};
	lay(&window, (const int[]){1, 9, 1}, 3);
	window_fit(&window, 4);
	assert_true(window_step(&window, 1));
	assert_int_equal(window.stop, 1);
	assert_int_equal(window.top, 2);
	const int tops[] = {4, 6, 7};
	for (int i = 0; i < 3; i++) {
		assert_true(window_step(&window, 1));
		assert_int_equal(window.stop, 1);
		assert_int_equal(window.top, tops[i]);
	}
	assert_true(window_step(&window, 1));
	assert_int_equal(window.stop, 2);
	assert_false(window_step(&window, 1));
	assert_true(window_step(&window, -1));
	assert_int_equal(window.stop, 1);
	assert_int_equal(window.top, 7); /* its end is shown first */
	window_free(&window);
	(void)state;
}

static void test_two_ways_into_view(void **state)
{
	const int heights[] = {2, 2, 2, 2, 2};
	struct window window = {.show = WINDOW_TO_TOP};
	lay(&window, heights, 5);
	window_fit(&window, 6);
	window_select(&window, 2);
	assert_int_equal(window.top, 6);
	window_free(&window);
	window.show = WINDOW_LEAST;
	lay(&window, heights, 5);
	window_fit(&window, 6);
	window_select(&window, 2);
	assert_int_equal(window.top, 2);
	window_select(&window, 0);
	assert_int_equal(window.top, 0);
	window_free(&window);
	(void)state;
}

static void test_scrolling_selects_what_begins_in_view(void **state)
{
	struct window window = {0};
	lay(&window, (const int[]){2, 2, 2, 2, 2}, 5);
	window_fit(&window, 6);
	assert_true(window_scroll(&window, 4));
	assert_int_equal(window.stop, 2);
	assert_true(window_scroll(&window, 100));
	assert_int_equal(window.top, 8);
	assert_false(window_scroll(&window, 1));
	assert_true(window_scroll(&window, -100));
	assert_int_equal(window.stop, 0);
	window_end(&window);
	assert_int_equal(window.stop, 4);
	assert_int_equal(window_below(&window), 0);
	window_free(&window);
	(void)state;
}

/* Rows that belong to no stop are scrolled alone; nothing at all is no end of trouble. */
static void test_no_stops(void **state)
{
	struct window window = {0};
	window_lay(&window, &(const struct paper){.width = 40});
	for (int row = 0; row < 20; row++)
		rows_new(&window.rows);
	window_laid(&window);
	window_fit(&window, 5);
	assert_true(window_move(&window, (struct motion){MOTION_STEP, 2}));
	assert_int_equal(window.top, 2);
	assert_true(window_move(&window, (struct motion){MOTION_TO, MOTION_LAST}));
	assert_int_equal(window.top, 15);
	window_select(&window, 7);
	assert_int_equal(window.stop, 0);
	window_lay(&window, &(const struct paper){.width = 40});
	window_laid(&window);
	window_fit(&window, 5);
	assert_false(window_step(&window, 1));
	assert_false(window_move(&window, (struct motion){MOTION_ROWS, 4}));
	assert_int_equal(window_percent(&window), 100);
	window_free(&window);
	(void)state;
}

/* What is selected stays, as far as there is such a thing, when the rows are laid out again. */
static void test_laid_again(void **state)
{
	struct window window = {.show = WINDOW_TO_TOP};
	lay(&window, (const int[]){2, 2, 2, 2, 2}, 5);
	window_fit(&window, 6);
	window_select(&window, 4);
	lay(&window, (const int[]){4, 4, 4}, 3);
	window_fit(&window, 6);
	assert_int_equal(window.stop, 2);
	assert_true(window.stops[2].first >= window.top);
	assert_true(window.stops[2].last < window.top + 6);
	window_free(&window);
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_stops_are_found),
		cmocka_unit_test(test_rows_are_revealed),
		cmocka_unit_test(test_a_window_begins),
		cmocka_unit_test(test_many_stops),
		cmocka_unit_test(test_long_stops_are_read_whole),
		cmocka_unit_test(test_two_ways_into_view),
		cmocka_unit_test(test_scrolling_selects_what_begins_in_view),
		cmocka_unit_test(test_no_stops),
		cmocka_unit_test(test_laid_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
