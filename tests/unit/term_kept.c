/* What waits while the program is busy: in order, and bounded. */
#include "term/kept.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void add_key(struct kept *kept, int32_t key)
{
	kept_add(kept, (struct input){.kind = INPUT_KEY, .key = key});
}

static void add_paste(struct kept *kept, const char *text, size_t len)
{
	kept_add(kept, (struct input){.kind = INPUT_PASTE, .text = text, .len = len});
}

static void test_inputs_wait_in_order(void **state)
{
	struct kept kept = {0};
	struct input input;
	char text[] = "ab";
	(void)state;
	assert_false(kept_any(&kept));
	add_key(&kept, 'j');
	add_paste(&kept, text, 2);
	text[0] = 'x';
	add_key(&kept, 'k');
	assert_true(kept_take(&kept, &input) && input.key == 'j');
	assert_true(kept_take(&kept, &input) && input.kind == INPUT_PASTE);
	assert_string_equal(input.text, "ab");
	assert_true(kept_take(&kept, &input) && input.key == 'k');
	assert_false(kept_take(&kept, &input));
	kept_free(&kept);
}

static void test_pastes_are_bounded_in_all(void **state)
{
	struct kept kept = {0};
	struct input input;
	size_t all = 0, count = 0, len = 600001; /* the second one is cut in a character */
	char *text = malloc(len);
	(void)state;
	text[0] = 'a';
	for (size_t i = 1; i < len; i += 3)
		memcpy(text + i, "漢", 3);
	for (int i = 0; i < 100; i++)
		add_paste(&kept, text, len);
	add_key(&kept, 'j');
	for (; kept_take(&kept, &input) && input.kind == INPUT_PASTE; count++) {
		all += input.len;
		assert_int_equal(input.len % 3, 1); /* whole characters */
		assert_int_equal(strlen(input.text), input.len);
	}
	assert_int_equal(input.key, 'j'); /* is not lost */
	assert_true(all <= KEPT_PASTED_MOST && all > KEPT_PASTED_MOST - 3);
	assert_int_equal(count, 2);
	assert_false(kept_take(&kept, &input));
	add_paste(&kept, text, len); /* there is room again */
	assert_true(kept_take(&kept, &input) && input.len == len);
	kept_free(&kept);
	free(text);
}

static void test_inputs_are_bounded(void **state)
{
	struct kept kept = {0};
	(void)state;
	for (int i = 0; i < KEPT_MOST; i++) {
		assert_false(kept_full(&kept));
		add_key(&kept, 'j');
	}
	assert_true(kept_full(&kept));
	kept_free(&kept);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_inputs_wait_in_order),
		cmocka_unit_test(test_pastes_are_bounded_in_all),
		cmocka_unit_test(test_inputs_are_bounded),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
