/* A place in a sorted array, and sets of bits. */
#include "base/bits.h"
#include "base/sorted.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void finds_the_first_that_is_not_below(void **state)
{
	(void)state;
	static const struct {
		uint32_t number, other;
	} pairs[] = {{2, 9}, {4, 0}, {4, 9}, {7, 1}, {UINT32_MAX, 0}};
	static const struct {
		uint32_t from;
		size_t place;
	} cases[] = {{0, 0}, {2, 0}, {3, 1}, {4, 1}, {5, 3}, {7, 3}, {8, 4}, {UINT32_MAX, 4}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(
			sorted_find(pairs, 5, sizeof *pairs, cases[i].from), cases[i].place);
	assert_int_equal(sorted_find(pairs, 4, sizeof *pairs, 8), 4);
	assert_int_equal(sorted_find(NULL, 0, sizeof(uint32_t), 3), 0);
}

/* Every length, every number. */
static void finds_as_a_walk_does(void **state)
{
	(void)state;
	uint32_t numbers[40];
	for (uint32_t i = 0; i < 40; i++)
		numbers[i] = i / 3 * 2;
	for (size_t count = 0; count <= 40; count++)
		for (uint32_t from = 0; from < 30; from++) {
			size_t place = 0;
			while (place < count && numbers[place] < from)
				place++;
			assert_int_equal(sorted_find(numbers, count, sizeof *numbers, from), place);
		}
}

static void bits_stand_alone(void **state)
{
	(void)state;
	uint8_t bits[5] = {0};
	assert_true(bits_size(32) <= sizeof bits && bits_size(0) > 0);
	for (size_t n = 0; n < 32; n += 3)
		bit_set(bits, n);
	for (size_t n = 0; n < 32; n++)
		assert_int_equal(bit_get(bits, n), n % 3 == 0);
	for (size_t n = 0; n < 32; n += 2)
		bit_clear(bits, n);
	for (size_t n = 0; n < 32; n++)
		assert_int_equal(bit_get(bits, n), n % 3 == 0 && n % 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_the_first_that_is_not_below),
		cmocka_unit_test(finds_as_a_walk_does),
		cmocka_unit_test(bits_stand_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
