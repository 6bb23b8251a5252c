/* The window follows the selection, moves as little as it can, and never asks for a height far
 * away. */
#include "ui/core/list.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct heights {
	const int *at; /* NULL: all are 1 */
	int asked;
};

static int height_of(const void *what, uint32_t item)
{
	struct heights *heights = (struct heights *)(uintptr_t)what;
	heights->asked++;
	return heights->at ? heights->at[item] : 1;
}

static void settle(struct list *list, struct heights *heights, int rows)
{
	struct list_heights by = {height_of, heights};
	list_settle(list, &by, rows);
}

static void test_selects_within_bounds(void **state)
{
	(void)state;
	struct list list = {.count = 5};
	list_select(&list, 9);
	assert_int_equal(list.selected, 4);
	list_select(&list, -3);
	assert_int_equal(list.selected, 0);
}

static void test_keeps_one_item_beside(void **state)
{
	(void)state;
	struct heights heights = {0};
	struct list list = {.count = 100};
	for (int64_t item = 0; item < 100; item++) {
		list_select(&list, item);
		settle(&list, &heights, 10);
		assert_true(list.top <= list.selected);
		assert_true(list.selected < list.top + 10);
		if (item < 99)
			assert_true(list.selected + 1 < list.top + 10);
	}
	assert_int_equal(list.top, 90);
	list_select(&list, 50);
	settle(&list, &heights, 10);
	assert_int_equal(list.top, 49);
}

static void test_tall_items_are_shown_whole(void **state)
{
	(void)state;
	const int at[] = {1, 3, 3, 3, 3, 1};
	struct heights heights = {.at = at};
	struct list list = {.count = 6};
	list_select(&list, 3);
	settle(&list, &heights, 4);
	assert_int_equal(list.top, 3);
	settle(&list, &heights, 2); /* shorter than the item: it is on top */
	assert_int_equal(list.top, 3);
}

static void test_no_window_past_the_end(void **state)
{
	(void)state;
	struct heights heights = {0};
	struct list list = {.count = 6, .selected = 5, .top = 5};
	settle(&list, &heights, 4);
	assert_int_equal(list.top, 2);
	settle(&list, &heights, 40);
	assert_int_equal(list.top, 0);
}

static void test_cost_is_that_of_the_window(void **state)
{
	(void)state;
	struct heights heights = {0};
	struct list list = {.count = 1000000};
	list_select(&list, 500000);
	settle(&list, &heights, 30);
	list_select(&list, 999999);
	settle(&list, &heights, 30);
	assert_true(heights.asked < 1000);
}

static void test_pages(void **state)
{
	(void)state;
	const int at[] = {1, 2, 2, 2, 2, 2};
	struct heights heights = {.at = at};
	struct list_heights by = {height_of, &heights};
	struct list list = {.count = 6};
	assert_int_equal(list_further(&list, &by, 4), 1);
	assert_int_equal(list_further(&list, &by, 5), 2);
	list_select(&list, 5);
	assert_int_equal(list_further(&list, &by, -4), 4);
	assert_int_equal(list_further(&list, &by, -5), 3);
	assert_int_equal(list_further(&list, &by, 4), 5);
}

/* The last item that the window shows whole. */
static uint32_t shown_whole(const struct list *list, const int *heights, int rows)
{
	uint32_t item = list->top;
	int used = heights[item];
	while (item + 1 < list->count && used + heights[item + 1] <= rows)
		used += heights[++item];
	return item;
}

/* Whatever the heights, pages on and back leave no item out. */
static void test_pages_leave_nothing_out(void **state)
{
	(void)state;
	enum { ITEMS = 60 };
	uint32_t seed = 7;
	for (int rows = 6; rows < 30; rows++) {
		int at[ITEMS];
		for (int i = 0; i < ITEMS; i++)
			at[i] = 1 + (int)((seed = seed * 1103515245 + 12345) >> 16) % 3;
		struct heights heights = {.at = at};
		struct list_heights by = {height_of, &heights};
		struct list list = {.count = ITEMS};
		uint32_t seen = 0;
		while (seen + 1 < ITEMS) {
			settle(&list, &heights, rows);
			assert_true(list.top <= seen + 1);
			seen = shown_whole(&list, at, rows);
			list_select(&list, list_further(&list, &by, rows - 1));
		}
		list_select(&list, ITEMS - 1);
		settle(&list, &heights, rows);
		while (list.selected > 0) {
			seen = list.top;
			list_select(&list, list_further(&list, &by, 1 - rows));
			settle(&list, &heights, rows);
			assert_true(shown_whole(&list, at, rows) + 1 >= seen);
		}
		assert_int_equal(list.top, 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_selects_within_bounds),
		cmocka_unit_test(test_keeps_one_item_beside),
		cmocka_unit_test(test_tall_items_are_shown_whole),
		cmocka_unit_test(test_no_window_past_the_end),
		cmocka_unit_test(test_cost_is_that_of_the_window),
		cmocka_unit_test(test_pages),
		cmocka_unit_test(test_pages_leave_nothing_out),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
