/* The table of ids: every id leads to its own thing, in each of the three spaces. */
#include "load/ids.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { COUNT = 5000 };

static struct event events[COUNT];
static struct person people[COUNT];
static struct theme themes[COUNT];
static char texts[COUNT][24];

static void all_found(void **state)
{
	(void)state;
	struct record record = {.events = events, .people = people, .themes = themes};
	struct ids ids = {.record = &record};
	assert_int_equal(ids_find(&ids, SPACE_TIME, "none").thing, THING_NONE);
	for (uint32_t i = 0; i < COUNT; i++) {
		/* Of every length, many alike but for their last letters. */
		snprintf(texts[i], sizeof texts[i], "%.*s%u", (int)(i % 14), "abcdefghijklmn", i);
		events[i].id = people[i].id = themes[i].id = texts[i];
		assert_int_equal(ids_add(&ids, record_ref(THING_EVENT, i)).thing, THING_NONE);
		if (i % 2)
			assert_int_equal(
				ids_add(&ids, record_ref(THING_PERSON, i)).thing, THING_NONE);
		if (i % 3)
			assert_int_equal(
				ids_add(&ids, record_ref(THING_THEME, i)).thing, THING_NONE);
	}
	for (uint32_t i = 0; i < COUNT; i++) {
		struct ref event = ids_find(&ids, SPACE_TIME, texts[i]);
		struct ref person = ids_find(&ids, SPACE_NAMES, texts[i]);
		struct ref theme = ids_find(&ids, SPACE_THEMES, texts[i]);
		assert_int_equal(event.thing, THING_EVENT);
		assert_int_equal(event.index, i);
		assert_int_equal(person.thing, i % 2 ? THING_PERSON : THING_NONE);
		assert_int_equal(theme.thing, i % 3 ? THING_THEME : THING_NONE);
		assert_true(!(i % 2) || person.index == i);
		assert_true(!(i % 3) || theme.index == i);
	}
	ids_free(&ids);
}

static void first_holds(void **state)
{
	(void)state;
	struct event two[] = {{.id = "same"}, {.id = "same"}};
	struct era era = {.id = "same"};
	struct party party = {.id = "same"};
	struct record record = {.events = two, .eras = &era, .parties = &party};
	struct ids ids = {.record = &record};
	assert_int_equal(ids_add(&ids, record_ref(THING_EVENT, 0)).thing, THING_NONE);
	struct ref first = ids_add(&ids, record_ref(THING_EVENT, 1));
	assert_int_equal(first.thing, THING_EVENT);
	assert_int_equal(first.index, 0);
	assert_int_equal(ids_add(&ids, record_ref(THING_ERA, 0)).thing, THING_EVENT);
	assert_int_equal(ids_add(&ids, record_ref(THING_PARTY, 0)).thing, THING_NONE);
	ids_free(&ids);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_found), cmocka_unit_test(first_holds)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
