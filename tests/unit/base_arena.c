/* Many small allocations with one end. */
#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void is_zeroed_and_aligned(void **state)
{
	(void)state;
	struct arena arena = {0};
	for (size_t size = 1; size < 2000; size++) {
		arena_text(&arena, "x", size & 1);
		unsigned char *got = arena_alloc(&arena, size, 1);
		assert_int_equal((uintptr_t)got % 8, 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(got[i], 0);
		memset(got, 0xff, size);
	}
	arena_free(&arena);
}

static void keeps_what_it_gave(void **state)
{
	(void)state;
	enum { COUNT = 5000 };
	struct arena arena = {0};
	size_t *given[COUNT];
	for (size_t i = 0; i < COUNT; i++) {
		size_t count = i % 500 == 0 ? 20000
					    : 1 + i % 40; /* now and then a block of its own */
		given[i] = arena_alloc(&arena, count, sizeof **given);
		for (size_t k = 0; k < count; k++)
			given[i][k] = i;
	}
	for (size_t i = 0; i < COUNT; i++) {
		size_t count = i % 500 == 0 ? 20000 : 1 + i % 40;
		for (size_t k = 0; k < count; k++)
			assert_int_equal(given[i][k], i);
	}
	arena_free(&arena);
	assert_null(arena.blocks);
}

static void copies_text(void **state)
{
	(void)state;
	struct arena arena = {0};
	const char *text = arena_text(&arena, "Karlsund", 4);
	assert_string_equal(text, "Karl");
	assert_string_equal(arena_text(&arena, NULL, 0), "");
	assert_memory_equal(arena_text(&arena, "a\0b", 3), "a\0b", 4);
	assert_string_equal(text, "Karl");
	arena_free(&arena);
}

static void reset_gives_all_back_but_a_block(void **state)
{
	(void)state;
	struct arena arena = {0};
	arena_reset(&arena); /* of an empty one: nothing */
	assert_null(arena.blocks);
	for (int round = 0; round < 3; round++) {
		for (int i = 0; i < 100000; i++)
			*(char *)arena_alloc(&arena, 1, 30) = 'x';
		arena_reset(&arena);
		assert_non_null(arena.blocks);
		assert_true(arena.end - arena.at <= 300 * 1024);
	}
	/* What the first round left behind is zeroed for the next. */
	assert_int_equal(*(char *)arena_alloc(&arena, 1, 30), 0);
	arena_free(&arena);
}

/* A small record takes a small arena, and large things are not rounded up. */
static void wastes_little(void **state)
{
	(void)state;
	struct arena arena = {0};
	arena_alloc(&arena, 1, 8);
	char *end = arena.end;
	assert_true(end - arena.at <= 8192);
	arena_alloc(&arena, 1, 1000000);
	assert_ptr_equal(arena.end, end); /* a block of its own */
	arena_free(&arena);
}

static void a_copy_is_its_own(void **state)
{
	(void)state;
	struct arena arena = {0};
	int numbers[] = {1, 2, 3};
	int *copy = arena_copy(&arena, numbers, 3, sizeof *numbers);
	numbers[2] = 0;
	assert_int_equal(copy[0], 1);
	assert_int_equal(copy[2], 3);
	assert_non_null(arena_copy(&arena, NULL, 0, sizeof *numbers));
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_copy_is_its_own),
		cmocka_unit_test(is_zeroed_and_aligned),
		cmocka_unit_test(keeps_what_it_gave),
		cmocka_unit_test(copies_text),
		cmocka_unit_test(reset_gives_all_back_but_a_block),
		cmocka_unit_test(wastes_little),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
