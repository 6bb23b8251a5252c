/* Dates against their specification: every row of the three files of vectors, and what they do not
 * cover. Each failing row is printed; a test fails at its end, with the count. */
#include "model/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { FIELD_MOST = 7 };

/* Splits at tabs; fields that are missing are "". Returns false for a remark. */
static bool fields(char *line, char *out[FIELD_MOST])
{
	static char empty[] = "";

	line[strcspn(line, "\n")] = '\0';
	if (line[0] == '#' || line[0] == '\0')
		return false;
	for (int i = 0; i < FIELD_MOST; i++) {
		char *tab = line ? strchr(line, '\t') : NULL;

		out[i] = line ? line : empty;
		if (tab)
			*tab = '\0';
		line = tab ? tab + 1 : NULL;
	}
	return true;
}

static FILE *open_data(const char *name)
{
	FILE *file = fopen(name, "r");

	if (file == NULL)
		fail_msg("cannot open %s: run from the project root", name);
	return file;
}

static int same(const char *input, const char *what, const char *wanted, const char *got)
{
	if (strcmp(wanted, got) == 0)
		return 0;
	print_error("%s: %s: wanted \"%s\", got \"%s\"\n", input, what, wanted, got);
	return 1;
}

/* A bound as the vectors write it. */
static const char *bound(int64_t day, struct buf *out)
{
	buf_clear(out);
	if (day == DATE_OPEN_START)
		buf_text(out, "-inf");
	else if (day == DATE_OPEN_END)
		buf_text(out, "+inf");
	else if (!date_day_text(day, out))
		buf_text(out, "unknown");
	return buf_string(out);
}

static int check_row(struct arena *arena, char *const field[FIELD_MOST])
{
	struct buf out = {0};
	struct date date;
	struct date_problem problem;
	bool valid = date_parse(arena, field[0], strlen(field[0]), &date, &problem);
	int wrong = same(field[0], "valid", field[1], valid ? "yes" : "no");

	if (wrong) {
		if (!valid)
			print_error("%s: %s\n", field[0], problem.reason);
	} else if (!valid) {
		wrong |= same(field[0], "reason", field[6], problem.reason);
		wrong |= problem.offset >= strlen(field[0]);
	} else {
		wrong |= same(field[0], "earliest", field[3], bound(date.earliest, &out));
		wrong |= same(field[0], "latest", field[4], bound(date.latest, &out));
		wrong |= same(field[0], "sort", field[5],
			date.sort == DATE_NO_SORT ? "none" : bound(date.sort, &out));
		wrong |= same(field[0], "edtf", field[0], date.edtf);
		buf_clear(&out);
		date_display(&date, &out);
		wrong |= same(field[0], "display", field[6], buf_string(&out));
	}
	buf_free(&out);
	return wrong;
}

static void test_vectors(void **state)
{
	FILE *file = open_data("tests/data/dates_vectors.tsv");
	struct arena arena = {0};
	char line[1024], *field[FIELD_MOST];
	int rows = 0, failed = 0;

	(void)state;
	while (fgets(line, sizeof line, file)) {
		if (!fields(line, field))
			continue;
		rows++;
		failed += check_row(&arena, field);
	}
	fclose(file);
	arena_free(&arena);
	print_message("dates_vectors.tsv: %d of %d rows agree\n", rows - failed, rows);
	assert_int_equal(rows, 223);
	assert_int_equal(failed, 0);
}

static int check_old_style(struct arena *arena, char *const field[FIELD_MOST])
{
	struct buf out = {0};
	struct date date, again;
	struct date_problem problem;
	bool valid = date_parse_old_style(arena, field[0], strlen(field[0]), &date, &problem);
	int wrong = same(field[0], "valid", field[1], valid ? "yes" : "no");

	if (wrong || !valid) {
		wrong |= valid ? 0 : same(field[0], "reason", field[3], problem.reason);
		return wrong;
	}
	date_edtf(&date, &out);
	wrong |= same(field[0], "date", field[2], buf_string(&out));
	wrong |= !date_parse(arena, out.text, out.len, &again, &problem);
	wrong |= again.earliest != date.earliest || again.latest != date.latest ||
		date_compare_ordered(&again, 0, &date, 0) != 0;
	buf_clear(&out);
	date_display_both(NULL, &date, &out);
	wrong |= same(field[0], "display", field[3], buf_string(&out));
	buf_clear(&out);
	date_display_both(&again, &date, &out);
	wrong |= same(field[0], "display of both", field[3], buf_string(&out));
	buf_free(&out);
	return wrong;
}

static void test_old_style_vectors(void **state)
{
	FILE *file = open_data("tests/data/os_ns_vectors.tsv");
	struct arena arena = {0};
	char line[1024], *field[FIELD_MOST];
	int rows = 0, failed = 0;

	(void)state;
	while (fgets(line, sizeof line, file)) {
		if (!fields(line, field))
			continue;
		rows++;
		failed += check_old_style(&arena, field);
	}
	fclose(file);
	arena_free(&arena);
	print_message("os_ns_vectors.tsv: %d of %d rows agree\n", rows - failed, rows);
	assert_int_equal(rows, 45);
	assert_int_equal(failed, 0);
}

static void test_sort_vectors(void **state)
{
	enum { ROWS = 63 };
	FILE *file = open_data("tests/data/sort_vectors.txt");
	struct arena arena = {0};
	struct date dates[ROWS];
	struct date_problem problem;
	char line[1024];
	int rows = 0, failed = 0, ties = 0;

	(void)state;
	while (fgets(line, sizeof line, file)) {
		line[strcspn(line, "\n")] = '\0';
		assert_true(rows < ROWS);
		assert_true(date_parse(&arena, line, strlen(line), &dates[rows++], &problem));
	}
	fclose(file);
	for (int i = 0; i < rows; i++)
		for (int j = 0; j < rows; j++) {
			int by = date_compare_ordered(&dates[i], 0, &dates[j], 0);
			int wanted = (i > j) - (i < j);

			if (date_has_moment(&dates[i]) && date_has_moment(&dates[j]))
				by = (int)(date_moment(&dates[i]) - date_moment(&dates[j]));

			if ((by > 0) - (by < 0) == wanted)
				continue;
			/* equal in all but the file order: 1917 and 1917-XX, say */
			if (by == 0 && ++ties)
				continue;
			print_error("%s and %s: wanted %d, got %d\n", dates[i].edtf, dates[j].edtf,
				wanted, by);
			failed++;
		}
	arena_free(&arena);
	print_message("sort_vectors.txt: %d rows, %d pairs wrong\n", rows, failed);
	assert_int_equal(rows, ROWS);
	assert_int_equal(failed, 0);
	assert_int_equal(ties, 2 * 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_vectors),
		cmocka_unit_test(test_old_style_vectors),
		cmocka_unit_test(test_sort_vectors),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
