/* The table of actions is whole: every action can be reached, and no key means two things. */
#include "ui/core/action_table.h"

#include "ui/core/input.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void test_every_action_has_name_and_help(void **state)
{
	(void)state;
	for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
		const struct action_row *row = action_row((enum action)action);
		assert_non_null(row->name);
		assert_true(*row->help);
		assert_true(
			row->line || action_row((enum action)(action - 1))->group == row->group);
		if (row->keys[0] != INPUT_NONE)
			assert_int_equal(action_for_key(row->keys[0]), action);
		else /* is asked for by its name, and no line of help promises a key */
			assert_null(row->line);
	}
}

static void test_no_key_and_no_name_twice(void **state)
{
	(void)state;
	for (int a = 1; a < ACTION_COUNT; a++) {
		const struct action_row *row = action_row((enum action)a);
		for (int i = 0; i < ACTION_KEYS_MOST && row->keys[i] != INPUT_NONE; i++)
			assert_int_equal(action_for_key(row->keys[i]), a);
		for (int b = a + 1; b < ACTION_COUNT; b++)
			assert_string_not_equal(row->name, action_row((enum action)b)->name);
	}
	assert_int_equal(action_for_key('0'), ACTION_NONE);
}

static void check_key(const char *text, int32_t key, size_t used)
{
	int32_t got = INPUT_NONE;
	assert_int_equal(input_key_parse(text, strlen(text), &got), used);
	if (used)
		assert_int_equal(got, key);
}

static void test_keys_are_read(void **state)
{
	(void)state;
	check_key("j", 'j', 1);
	check_key("ж", 0x436, 2);
	check_key("<Tab>x", INPUT_TAB, 5);
	check_key("<C-d>", 4, 5);
	check_key("<F5>", INPUT_F1 + 4, 4);
	check_key("<F13>", 0, 0);
	check_key("<lt>", '<', 4);
	check_key("<Del>", INPUT_DELETE, 5);
	check_key("<S-Tab>", INPUT_TAB | INPUT_SHIFT, 7);
	check_key("<C-Left>", INPUT_LEFT | INPUT_CONTROL, 8);
	check_key("<C-A-S-F12>", (INPUT_F1 + 11) | INPUT_HELD, 11);
	check_key("<A-b>", 'b' | INPUT_ALT, 5);
	check_key("<A-ж>", 0x436 | INPUT_ALT, 6);
	check_key("<A-C-w>", INPUT_CTRL('w') | INPUT_ALT, 7);
	check_key("<A->", 0, 0);
	check_key("<S-b>", 0, 0);
	check_key("<", 0, 0);
	check_key("<Nope>", 0, 0);
	check_key("", 0, 0);
}

static void check_name(int32_t key, const char *name)
{
	char out[16];
	input_key_name(key, out);
	assert_string_equal(out, name);
}

static void test_keys_have_names(void **state)
{
	(void)state;
	check_name('j', "j");
	check_name('<', "<");
	check_name(4, "C-d");
	check_name(INPUT_PAGE_DOWN, "PgDn");
	check_name(INPUT_F1 + 11, "F12");
	check_name(INPUT_SPACE, "Space");
	check_name(INPUT_TAB | INPUT_SHIFT, "S-Tab");
	check_name((INPUT_F1 + 11) | INPUT_HELD, "C-A-S-F12");
	check_name(0x10ffff | INPUT_ALT, "A-\364\217\277\277");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_action_has_name_and_help),
		cmocka_unit_test(test_no_key_and_no_name_twice),
		cmocka_unit_test(test_keys_are_read),
		cmocka_unit_test(test_keys_have_names),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
