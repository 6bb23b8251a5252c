/* A line out of step. Each line of well-formed records is moved by one and two columns, and by a tab;
 * where that is an error of indentation the message is at that line, or names it, and the line that
 * it is compared with does stand beside it. */
#include "base/node.h"
#include "base/node_sibling.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { LINES_MOST = 64 };

static const char *const records[] = {
	"title: The Mill Talks\n"
	"sources:\n"
	"  papers:\n"
	"    type: book\n"
	"    title: Mill Papers\n"
	"  letters:\n"
	"    type: book\n"
	"    title: Letters\n"
	"people:\n"
	"  hale: {name: Edmund Hale}\n"
	"  roe:\n"
	"    name: Ann Roe\n"
	"    aliases:\n"
	"      - Roe\n"
	"      - Annie\n"
	"    born: 1801\n"
	"events:\n"
	"  - id: dawn\n"
	"    date: 1856-03-30\n"
	"    title: Dawn at the mill\n"
	"    people: [hale]\n"
	"    quotes:\n"
	"      - id: ink\n"
	"        speaker: hale\n"
	"        text: >-\n"
	"          We have spent more: ink\n"
	"          than blood.\n"
	"        source: papers\n"
	"      - id: wet\n"
	"        speaker: roe\n"
	"        text: So be it.\n"
	"        source: papers\n"
	"  - id: dusk\n"
	"    date: 1857\n"
	"    title: Dusk\n",
	"title: T\n"
	"themes:\n"
	"    peace: {title: Peace}\n"
	"    war:\n"
	"        title: War\n"
	"        note: |\n"
	"            - is no item\n"
	"            note: is no field\n"
	"\n"
	"    # a remark\n"
	"    truce:\n"
	"        title: Truce\n"
	"events:\n"
	"- id: one\n"
	"  title: One and\n"
	"    no more\n"
	"  date: 1918\n"
	"  themes:\n"
	"  - peace\n"
	"  - war\n"
	"- id: two\n"
	"  title: Two\n"
	"  date: 1919\n",
};

/* A record, line by line; where in each line its dash and its field begin, 0 for none. */
struct lines {
	char at[LINES_MOST][80];
	int dash[LINES_MOST], field[LINES_MOST];
	int count;
};

static struct lines lines_of(const char *record)
{
	struct lines lines = {.count = 0};
	while (*record) {
		int n = lines.count++;
		size_t len = strcspn(record, "\n");
		assert_true(n < LINES_MOST && len < sizeof lines.at[n] - 4);
		memcpy(lines.at[n], record, len);
		record += len + 1;
		size_t at = strspn(lines.at[n], " ");
		if (!strncmp(lines.at[n] + at, "- ", 2)) {
			lines.dash[n] = 1 + (int)at;
			at += 2;
		}
		if (strchr(lines.at[n] + at, ':'))
			lines.field[n] = 1 + (int)at;
	}
	return lines;
}

static int least(const struct lines *lines, int line)
{
	return lines->dash[line] ? lines->dash[line] : 1 + (int)strspn(lines->at[line], " ");
}

/* Whether the line is the first one of a text. */
static bool begins_text(const struct lines *lines, int line)
{
	size_t len = line ? strlen(lines->at[line - 1]) : 0;
	return len && strchr("|-", lines->at[line - 1][len - 1]);
}

/* Whether two lines hold fields of one item, items of one list or lines of one text, or the second is
 * the first item of a list below the first. */
static bool stand_beside(const struct lines *lines, int one, int other)
{
	int from = one < other ? one : other, to = one < other ? other : one;
	if (begins_text(lines, from) && to == from + 1)
		return true;
	if (lines->dash[to] && to == from + 1 && !lines->dash[from] &&
		lines->at[from][strlen(lines->at[from]) - 1] == ':')
		return true;
	for (int dash = 0; dash < 2; dash++) {
		const int *column = dash ? lines->dash : lines->field;
		bool beside = column[from] && column[from] == column[to] &&
			(dash || !lines->dash[to]);
		for (int i = from + 1; i < to && beside; i++)
			beside = !*lines->at[i] || least(lines, i) >= column[from];
		if (beside)
			return true;
	}
	return false;
}

/* The problems of the record with one line replaced. */
static void read_with(const struct lines *lines, int moved, const char *line, struct buf *file,
	struct buf *problems)
{
	struct diag_list *diags = diag_create();
	struct node_item item;
	buf_clear(file);
	buf_clear(problems);
	for (int i = 0; i < lines->count; i++)
		buf_format(file, "%s\n", i == moved ? line : lines->at[i]);
	uint32_t number = diag_file(diags, "f", file->text, file->len);
	struct node_reader *reader = node_open(file->text, file->len, number, NULL, diags);
	while (node_next(reader, &item))
		;
	node_close(reader);
	diag_text(diags, problems, DIAG_ERROR, false);
	diag_free(diags);
}

/* Whether the message is of indentation, and then right. What is wrong with the record after a problem
 * of the moved line itself may come of that. */
static bool judge(
	const struct lines *lines, int moved, const struct buf *file, const char *problems)
{
	int at, column, here = 0, other = 0, there = 0, second = 0;
	sscanf(problems,
		"f:%d:%d: error: wrong indentation: this line begins in column %d, line %d above "
		"it in column %d and line %d",
		&at, &column, &here, &other, &there, &second);
	if (!*problems || (!here && at == moved + 1))
		return true;
	if (!here)
		return false;
	bool named = at == moved + 1 || other == moved + 1 || second == moved + 1;
	bool beside = stand_beside(lines, at - 1, other - 1) ||
		(second && stand_beside(lines, at - 1, second - 1));
	if (!named || !beside || here != column || there == here)
		fail_msg("line %d is moved:\n%s\n%s", moved + 1, file->text, problems);
	return true;
}

/* Five of the lines come to mean something else, and are told of as that: a name that comes to stand
 * beside its own fields, twice, a field that goes on a text of two lines, and a line of a text that comes to stand
 * above its first, by one column and by two. */
static void a_line_is_compared_with_its_sibling(void **state)
{
	(void)state;
	struct buf file = {0}, problems = {0};
	int otherwise = 0;
	for (size_t n = 0; n < sizeof records / sizeof *records; n++) {
		struct lines lines = lines_of(records[n]);
		read_with(&lines, -1, "", &file, &problems);
		assert_string_equal(buf_string(&problems), "");
		for (int i = 0; i < lines.count; i++)
			for (int by = -2; by <= 2; by++) {
				char line[96];
				if (!by || (int)strspn(lines.at[i], " ") + by < 0)
					continue;
				snprintf(line, sizeof line, "%*s%s", by > 0 ? by : 0, "",
					lines.at[i] + (by < 0 ? -by : 0));
				read_with(&lines, i, line, &file, &problems);
				otherwise += !judge(&lines, i, &file, buf_string(&problems));
			}
	}
	assert_int_equal(otherwise, 5);
	buf_free(&file);
	buf_free(&problems);
}

/* One in place of the spaces: at its line, once. */
static void a_tab_is_told_of_where_it_stands(void **state)
{
	(void)state;
	struct buf file = {0}, problems = {0};
	for (size_t n = 0; n < sizeof records / sizeof *records; n++) {
		struct lines lines = lines_of(records[n]);
		for (int i = 0; i < lines.count; i++) {
			char line[96], place[32];
			size_t blanks = strspn(lines.at[i], " ");
			if (!blanks || !strchr(lines.at[i], ':'))
				continue;
			snprintf(line, sizeof line, "\t%s", lines.at[i] + blanks);
			snprintf(place, sizeof place, "f:%d:1: ", i + 1);
			read_with(&lines, i, line, &file, &problems);
			const char *found = buf_string(&problems);
			if (strncmp(found, place, strlen(place)) != 0 ||
				!strstr(found, "[tab-indentation]") || strstr(found, "\nf:"))
				fail_msg("line %d has a tab:\n%s\n%s", i + 1, file.text, found);
		}
	}
	buf_free(&file);
	buf_free(&problems);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_is_compared_with_its_sibling),
		cmocka_unit_test(a_tab_is_told_of_where_it_stands),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
