/* Names in little room, on a record built by hand: whole, then short, then fewer, and how many besides. */
#include "layout/words_names.h"

#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;
static struct person people[] = {{.name = "Vladimir Putin"}, {.name = "Volodymyr Zelenskyy"},
	{.name = "Richard von Kühlmann"}, {.name = "Jean-Yves Le Drian"},
	{.name = "Birk of the dale"}, {.name = "Nicholas II"}, {.name = "Martin King Jr."},
	{.name = "Xi Jinping"}, {.name = "Recep Tayyip Erdoğan"}, {.name = "Pelé"},
	{.name = "Igor Putin"}, {.name = "van Dyck"}, {.name = " Hale"}};
static struct party parties[] = {{.name = "Russia and others"}};

static struct record fixture(void)
{
	struct names *xi = arena_alloc(&arena, 1, sizeof *xi + 2 * sizeof *xi->at);
	xi->count = 2;
	xi->at[0] = "President Xi";
	xi->at[1] = "Xi";
	people[7].aliases = xi;
	struct record record = {.people = people, .parties = parties};
	record.counts[THING_PERSON] = sizeof people / sizeof *people;
	record.counts[THING_PARTY] = 1;
	return record;
}

static void test_short_forms(void **state)
{
	(void)state;
	static const char *const expected[] = {"Putin", "Zelenskyy", "von Kühlmann", "Le Drian",
		"Birk of the dale", "Nicholas II", "Martin King Jr.", "Xi", "Erdoğan", "Pelé",
		"Putin", "van Dyck", "Hale"};
	struct record record = fixture();
	for (uint32_t n = 0; n < sizeof expected / sizeof *expected; n++) {
		struct buf out = {0};
		struct ref of = {.thing = THING_PERSON, .index = n & 0xff};
		words_names(&out, NULL, &record, &of, 1, 0, 1);
		assert_string_equal(buf_string(&out), expected[n]);
		buf_free(&out);
	}
}

static void check(
	const uint32_t *which, uint32_t count, uint32_t more, int columns, const char *expected)
{
	struct record record = fixture();
	struct buf out = {0};
	struct ref names[4];
	for (uint32_t n = 0; n < count; n++)
		names[n] = which[n] == UINT32_MAX
			? (struct ref){0}
			: (struct ref){.thing = THING_PERSON, .index = which[n] & 0xff};
	words_names(&out, NULL, &record, names, count, more, columns);
	assert_string_equal(buf_string(&out), expected);
	buf_free(&out);
}

static void test_as_many_as_have_room(void **state)
{
	(void)state;
	static const uint32_t three[] = {0, 1, 8}, same[] = {0, 10}, nobody[] = {UINT32_MAX, 0};
	check(three, 3, 0, 60, "Vladimir Putin, Volodymyr Zelenskyy, Recep Tayyip Erdoğan");
	check(three, 3, 0, 30, "Putin, Zelenskyy, Erdoğan");
	check(three, 3, 0, 24, "Putin and 2 more");
	check(three, 3, 0, 15, "Putin +2");
	check(three, 3, 0, 4, "Putin and 2 more"); /* is cut */
	check(three, 3, 5, 32, "Putin, Zelenskyy and 6 more");
	check(same, 2, 0, 26, "Vladimir Putin, Igor Putin");
	check(same, 2, 0, 25, "Vladimir Putin and 1 more");
	check(nobody, 2, 0, 20, "unattributed, Putin");
	check(three, 0, 0, 20, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_short_forms),
		cmocka_unit_test(test_as_many_as_have_room),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(&arena);
	return failed;
}
