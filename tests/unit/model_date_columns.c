/* Dates in the columns of a timeline row. */
#include "model/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

struct row {
	const char *edtf, *wanted; /* the five columns, joined by | */
};

static const struct row rows[] = {
	/* what product and screens show */
	{"1917-12-15", "|15|Dec|1917|"},
	{"1996-08~", "c.||Aug|1996|"},
	{"2022-03-25/2022-03-31", "|25–31|Mar|2022|"},
	{"2005", "|||2005|"},
	{"2022-03-29?", "|29|Mar|2022|?"},
	{"1918%", "c.|||1918|?"},
	/* years before 1000 and beyond 9999 */
	{"0800-12-25", "|25|Dec|800 CE|"},
	{"-0043-03-15", "|15|Mar|44 BCE|"},
	{"0000", "|||1 BCE|"},
	{"Y-17000", "|||17,001 BCE|"},
	{"Y-999999999999", "|||1,000,000,000,000 BCE|"},
	/* doubt in a part is doubt in the row */
	{"1917-12-~15", "c.|15|Dec|1917|"},
	{"?2004-06-~11", "c.|11|Jun|2004|?"},
	{"1950S2", "c.|||1950|"},
	/* intervals: one column tells the ends apart, or the start stands for both */
	{"1914/1918", "|||1914–1918|"},
	{"1914~/1918?", "c.|||1914–1918|?"},
	{"0014/0037", "|||14–37 CE|"},
	{"-0048/-0044", "|||49–45 BCE|"},
	{"-0026/0014", "|||27 BCE–14 CE|"},
	{"1917-03/1917-11", "||Mar–Nov|1917|"},
	{"1917-12/1918-03", "||Dec|1917–|"},
	{"1917-11-30/1917-12-02", "|30|Nov|1917–|"},
	{"1914-08-01/1918", "|1|Aug|1914–|"},
	{"1918-03-03/1918-03-03", "|3|Mar|1918|"},
	{"1917-21/1917-23", "||spring|1917–|"},
	{"Y-999999999999/Y999999999999", "|||1,000,000,000,000 BCE–|"},
	/* open and unknown ends */
	{"1922/..", "|||1922–|"},
	{"1922/", "|||1922–|"},
	{"1918-03-03/..", "|3|Mar|1918–|"},
	{"../1918", "|||–1918|"},
	{"/1918-03", "||–Mar|1918|"},
	{"../1918-03-03~", "c.|–3|Mar|1918|"},
	/* seasons; quarters by their months */
	{"1918-21", "||spring|1918|"},
	{"1917-24", "||winter|1917–18|"},
	{"1899-24", "||winter|1899–1900|"},
	{"1950-30", "||summer|1950–51|"},
	{"1918-33", "||Jan–Mar|1918|"},
	{"1918-38", "||May–Aug|1918|"},
	{"1918-41", "||Jul–Dec|1918|"},
	/* masks */
	{"191X", "|||1910s|"},
	{"190X", "|||1900–1909|"},
	{"19XX", "|||1900–1999|"},
	{"-03XX", "|||400–301 BCE|"},
	{"1XX3", "|||1XX3|"},
	{"191X/1921", "|||1910s–|"},
	{"1917-XX-XX", "|||1917|"},
	{"1917-12-XX", "||Dec|1917|"},
	{"1917-12-1X", "|10–19|Dec|1917|"},
	{"1917-12-3X", "|30/31|Dec|1917|"},
	{"1917-12-X5", "|5/15/25|Dec|1917|"},
	{"1917-12-X1", "|1/11/21/31|Dec|1917|"},
	{"1984-1X", "||Oct–Dec|1984|"},
	{"1560-X2", "||Feb/Dec|1560|"},
	{"1917-XX-25", "|25|XX|1917|"},
	{"156X-12-25", "|25|Dec|1560s|"},
	{"XXXX-12-25", "|25|Dec||"},
	{"XXXX-12-XX", "||Dec||"},
	{"XXXX", "|||undated|"},
	{"XXXX-XX-XX?", "|||undated|?"},
	/* sets: listed in one column, or cut to what begins first */
	{"[1917-12-15,1917-12-17]", "|15/17|Dec|1917|"},
	{"{1917-12-15,1917-12-20}", "|15, 20|Dec|1917|"},
	{"{1917-12-15..1917-12-17,1917-12-20}", "|15–17, 20|Dec|1917|"},
	{"[1918-03,1918-05]", "||Mar/May|1918|"},
	{"[1917,1918]", "|||1917/1918|"},
	{"[1917~,1918?]", "c.|||1917/1918|?"},
	{"[-0043,-0042]", "|||44/43 BCE|"},
	{"[1918]", "|||1918|"},
	{"[1914..1918]", "|||1914–1918|"},
	{"[1667,1668,1670..1672]", "|||1667–|"},
	{"[1919,1917-12]", "||Dec|1917–|"},
	{"[1917-11-30,1917-12-02]", "|30|Nov|1917–|"},
	{"[..1760-12-03]", "|–3|Dec|1760|"},
	{"[1760-12..]", "||Dec|1760–|"},
	{"{..1984}", "|||–1984|"},
	/* a time is no part of a row */
	{"1917-11-07T21:45:30Z", "|7|Nov|1917|"},
};

static const struct row old_style[] = {
	{"1917-10-25", "|7|Nov|1917|"},
	{"1917-12-02/1917-12-04", "|15–17|Dec|1917|"},
	{"1917-10~", "c.|14|Oct|1917–|"},
	{"1582-10-04", "|4|Oct|1582|"},
	{"1500-02-29", "|29|Feb|1500|"},
	{"-0043-03-15", "|15|Mar|44 BCE|"},
};

static int check(const struct row *row, bool julian)
{
	struct arena arena = {0};
	struct date date;
	struct date_columns columns;
	struct date_problem problem;
	struct buf got = {0};
	int wrong;

	if (!(julian ? date_parse_old_style : date_parse)(
		    &arena, row->edtf, strlen(row->edtf), &date, &problem))
		fail_msg("%s: %s", row->edtf, problem.reason);
	date_columns(&date, &columns);
	buf_format(&got, "%s|%s|%s|%s|%s", columns.about, columns.day, columns.month, columns.year,
		columns.doubt);
	wrong = strcmp(got.text, row->wanted) != 0;
	if (wrong)
		print_error("%s: wanted \"%s\", got \"%s\"\n", row->edtf, row->wanted, got.text);
	buf_free(&got);
	arena_free(&arena);
	return wrong;
}

static void test_new_style(void **state)
{
	int failed = 0;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		failed += check(&rows[i], false);
	assert_int_equal(failed, 0);
}

static void test_old_style(void **state)
{
	int failed = 0;

	(void)state;
	for (size_t i = 0; i < sizeof old_style / sizeof *old_style; i++)
		failed += check(&old_style[i], true);
	assert_int_equal(failed, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_new_style),
		cmocka_unit_test(test_old_style),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
