/* The trail of where one was: what leads back into a view, and what is left of it in another record. */
#include "ui/core/spot.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Of each event whose number is even there is nothing any more; the others have half their number. */
static bool halve(struct keeper *keeper, struct spot *spot)
{
	(void)keeper;
	bool still = spot->event % 2 != 0;
	spot->event = still ? spot->event / 2 : -1;
	return still;
}

static struct trail trail_of(int count, int at)
{
	struct trail trail = {.count = count, .at = at};
	for (int i = 0; i < count; i++)
		trail.steps[i].spot = (struct spot){i, -1, FOCUS_TIMELINE};
	return trail;
}

static void test_what_is_gone_is_left_out(void **state)
{
	(void)state;
	struct keeper keeper = {.spot = halve};
	struct trail trail = trail_of(6, 3);
	trail_keep(&trail, &keeper);
	assert_int_equal(trail.count, 3); /* 1, 3 and 5 */
	assert_int_equal(trail.at, 1);
	for (int i = 0; i < trail.count; i++)
		assert_int_equal(trail.steps[i].spot.event, i);
}

/* Where one stands is a step of the trail, though nothing is there any more. */
static void test_the_step_at_hand_stays(void **state)
{
	(void)state;
	struct keeper keeper = {.spot = halve};
	struct trail trail = trail_of(6, 4);
	trail_keep(&trail, &keeper);
	assert_int_equal(trail.count, 4); /* 1, 3, 4 and 5 */
	assert_int_equal(trail.at, 2);
	assert_int_equal(trail.steps[2].spot.event, -1);
	trail = trail_of(0, 0);
	trail_keep(&trail, &keeper);
	assert_int_equal(trail.count, 0);
	assert_int_equal(trail.at, 0);
}

static void test_one_way_back_into_a_view(void **state)
{
	(void)state;
	struct trail trail = trail_of(5, 2);
	trail_leave(&trail, &compare_view);
	assert_ptr_equal(trail.steps[1].view, &compare_view);
	trail.at = 4;
	trail_leave(&trail, &compare_view);
	assert_null(trail.steps[1].view);
	assert_ptr_equal(trail.steps[3].view, &compare_view);
	trail_forget(&trail, &links_view);
	assert_ptr_equal(trail.steps[3].view, &compare_view);
	trail_forget(&trail, &compare_view);
	assert_null(trail.steps[3].view);
	trail.at = 0; /* no way back at all */
	trail_leave(&trail, &compare_view);
	for (int i = 0; i < trail.count; i++)
		assert_null(trail.steps[i].view);
}

static void test_spots_and_refs(void **state)
{
	(void)state;
	assert_int_equal(spot_ref((struct spot){-1, -1, FOCUS_TIMELINE}).thing, THING_NONE);
	assert_true(
		ref_same(spot_ref((struct spot){4, 9, FOCUS_QUOTES}), record_ref(THING_QUOTE, 9)));
	/* In the timeline it is the event that is selected, whatever its words are at. */
	assert_true(ref_same(
		spot_ref((struct spot){4, 9, FOCUS_TIMELINE}), record_ref(THING_EVENT, 4)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_is_gone_is_left_out),
		cmocka_unit_test(test_the_step_at_hand_stays),
		cmocka_unit_test(test_one_way_back_into_a_view),
		cmocka_unit_test(test_spots_and_refs),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
