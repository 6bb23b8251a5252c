/* From an event or an era to the parallels that name it, whatever order the file had. */
#include "base/diag.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char text[] = "title: T\n"
			   "eras:\n"
			   "  age: {title: An age, date: 1900/1930}\n"
			   "people:\n"
			   "  ann: {name: Ann}\n"
			   "events:\n"
			   "  - {id: late, title: Late, date: 1920}\n"
			   "  - {id: early, title: Early, date: 1910}\n"
			   "  - {id: alone, title: Alone, date: 1800}\n"
			   "parallels:\n"
			   "  - {between: [late, early, late], claim: A., claimed_by: ann}\n"
			   "  - {between: [early, age], claim: B., claimed_by: editor}\n";

static struct record *load(const char *yaml)
{
	struct diag_list *diags = diag_create();
	struct load_input input = {"test.yaml", yaml, strlen(yaml)};
	struct record *record = load_record(&input, 1, NULL, diags);
	diag_print(diags, stderr, DIAG_ERROR, false);
	diag_free(diags);
	return record;
}

static void check_list(const struct refs *refs, uint32_t count, uint32_t first, uint32_t last)
{
	assert_non_null(refs);
	assert_int_equal(refs->count, count);
	assert_int_equal(refs->at[0].thing, THING_PARALLEL);
	assert_int_equal(refs->at[0].index, first);
	assert_int_equal(refs->at[count - 1].index, last);
}

static void test_each_end_knows_its_parallels(void **state)
{
	(void)state;
	struct record *record = load(text);
	assert_non_null(record);
	assert_null(record->events[0].parallels);         /* alone */
	check_list(record->events[1].parallels, 2, 0, 1); /* early */
	check_list(record->events[2].parallels, 1, 0, 0); /* late, named twice */
	check_list(record->eras[0].parallels, 1, 1, 1);
	record_free(record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_end_knows_its_parallels),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
