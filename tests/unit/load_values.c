/* A list of plain values whose hyphens or columns are lost: what is said leads to the list that was
 * meant, in a step or two, each of them one message. */
#include "tests/unit/told.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define HEAD                                                                                       \
	"title: The mill\n"                                                                        \
	"language: en\n"                                                                           \
	"people:\n"                                                                                \
	"  hale: {name: Edmund Hale, aliases: [Ed, Ned]}\n"                                        \
	"  roe: {name: Ann Roe}\n"                                                                 \
	"events:\n"                                                                                \
	"  - id: dawn\n"                                                                           \
	"    date: 1856-03-30\n"                                                                   \
	"    title: Dawn at the mill\n"
#define TAIL                                                                                       \
	"    place: Karlsund\n"                                                                    \
	"    summary: hale and roe meet.\n"                                                        \
	"  - id: dusk\n"                                                                           \
	"    date: 1856-04-02\n"                                                                   \
	"    title: Dusk on the river\n"

/* What stands in the lines from 10 on in turn, and what is said of it; of the last nothing is. */
struct stage {
	const char *lines, *said;
};

static void stages_go(const struct stage *stages)
{
	for (const struct stage *stage = stages; stage->lines; stage++) {
		char bytes[2048];
		snprintf(bytes, sizeof bytes, "%s%s%s", HEAD, stage->lines, TAIL);
		char *printed = told_of(bytes);
		if (stage->said ? !strstr(printed, stage->said) || strchr(printed, '\n')[1] != '\0'
				: printed[0] != '\0')
			fail_msg("%s\nis said to be\n%s", stage->lines, printed);
		free(printed);
	}
}

static const char right[] = "    people:\n      - hale\n      - roe\n";

static void hyphens(void **state)
{
	(void)state;
	stages_go((struct stage[]){{"    people:\n      - hale\n      roe\n",
					   "f:12:7: error: a hyphen is missing before \"roe\"; "
					   "write \"      - roe\" [indentation]\n"},
		{"    people:\n      hale\n      - roe\n",
			"f:11:7: error: a hyphen is missing before \"hale\"; write "
			"\"      - hale\" [indentation]\n"},
		{"    people:\n    hale\n    roe\n",
			"f:11:5: error: this is not \"field: value\", but belongs to \"people:\" "
			"in line 10; write \"      - hale\", and so in the next line "
			"[indentation]\n"},
		{"    people:\n    hale\n",
			"f:11:5: error: this is not \"field: value\", but belongs to \"people:\" "
			"in line 10; write \"      - hale\" [indentation]\n"},
		{"    people:\n      hale\n      roe\n",
			"f:11:7: error: no person \"hale roe\"; for several write \"people: "
			"[hale, roe]\" [unknown-person]\n"},
		{"    people:\n      - hale, roe\n",
			"f:11:9: error: no person \"hale, roe\"; write one a line, or [hale, roe] "
			"in the place of the whole list [unknown-person]\n"},
		{"    people: - hale\n            - roe\n",
			"f:10:13: error: the items of a list stand below \"people:\"; write "
			"\"      - hale\" on a line of its own, and so each item below it "
			"[leading-character]\n"},
		{"    people:\n      - hale\n      - - roe\n",
			"f:12:9: error: a hyphen too many; write \"      - roe\" [wrong-shape]\n"},
		{right, NULL}, {NULL, NULL}});
}

static void columns(void **state)
{
	(void)state;
	stages_go((struct stage[]){
		{"    people:\n      - hale\n    - roe\n",
			"f:12:5: error: wrong indentation: this line begins in "
			"column 5, line 11 above it in column 7; the items of one "
			"list begin in the same column: put two more spaces before "
			"it [indentation]\n"},
		{"    people:\n      - hale\n     - roe\n",
			"line 11 above it in column 7; the items of one list begin in the same "
			"column: put one more space before it [indentation]\n"},
		{"    people:\n      - hale\n        - roe\n",
			"f:12:9: error: wrong indentation: this line begins in column 9, line 11 "
			"above it in column 7; the items of one list begin in the same column: "
			"take away two spaces before it [indentation]\n"},
		{"    people:\n      - hale\n       - roe\n       - hale\n",
			"take away one space before each of lines 12 to 13 [indentation]\n"},
		{"    people:\n  - hale\n  - roe\n",
			"f:11:3: error: wrong indentation: this line begins in column 3, and "
			"\"people\" above it, which it belongs to, in column 5; put four more "
			"spaces before each of lines 11 to 12 [indentation]\n"},
		{"    people:\n- hale\n- roe\n", "put six spaces before each of lines 11 to 12"},
		{right, NULL}, {NULL, NULL}});
}

/* Ids without hyphens left of their field, behind numbers or hyphens, and marks that are not closed. */
static void other_lists(void **state)
{
	(void)state;
	static const char left[] =
		"error: this is not \"field: value\", but belongs to \"people:\" in line 10; write "
		"\"      - hale\", and so in the next line [indentation]\n";
	static const char several[] =
		"for several write \"people: [hale, roe]\" [unknown-person]\n";
	stages_go((struct stage[]){{"    people:\n  hale\n  roe\n", left},
		{"    people:\nhale\nroe\n", left},
		{"    people:\n      1. hale\n      2. roe\n", several},
		{"    people:\n      -- hale\n      -- roe\n", several},
		{"    people:\n      -hale\n      -roe\n", several},
		{"    people: [\"hale, roe]\n", "write \"people: [\"hale\", roe]\""},
		{"    people: [\"hale\", \"roe ]\n", "write \"people: [\"hale\", \"roe\" ]\""},
		{"    people: [\"hale\", \"roe\" ]\n", NULL},
		{"    people: [\"hale\", roe]\n", NULL}, {right, NULL}, {NULL, NULL}});
}

/* At the end of a section the file can be read, and load tells. */
static void last_field(void **state)
{
	(void)state;
	char *printed = told_of(HEAD "    people:\n  - hale\n  - roe\n  - id: dusk\n"
				     "    date: 1856-04-02\n    title: Dusk\n");
	assert_string_equal(printed,
		"f:11:3: error: this belongs to \"people\" in line 10, but begins left of it: put "
		"four more spaces before each of lines 11 to 12 [wrong-shape]\n");
	free(printed);
}

static void names_too(void **state)
{
	(void)state;
	char *printed = told_of("title: T\npeople:\n  hale:\n    name: Edmund Hale\n    aliases:\n"
				"      - Ed the old\n        - Ned\n");
	assert_non_null(strstr(printed,
		"f:7:9: error: wrong indentation: this line begins in column 9, line 6 above it in "
		"column 7; the items of one list begin in the same column: take away two spaces "
		"before it [indentation]\n"));
	free(printed);
}

/* A text in which a line begins with a hyphen is one text. */
static void texts_stay(void **state)
{
	(void)state;
	static const char *const outcomes[] = {"They agreed\n      - so the mayor says - to wait.",
		">-\n      They agreed\n      - so the mayor says.",
		"\"They agreed\n      - so the mayor says.\""};
	for (size_t i = 0; i < sizeof outcomes / sizeof *outcomes; i++) {
		char lines[256];
		snprintf(lines, sizeof lines, "    people: [hale, roe]\n    outcome: %s\n",
			outcomes[i]);
		stages_go((struct stage[]){{lines, NULL}, {NULL, NULL}});
	}
}

/* The name of a field is missing. */
static void names_of_fields(void **state)
{
	(void)state;
	char *printed = told_of("title: T\nevents:\n  - id: dawn\n    Dawn at the mill\n"
				"    date: 1856\n");
	assert_string_equal(printed,
		"f:4:5: error: the name of the field is missing before \"Dawn at the mill\"; write "
		"\"title: Dawn at the mill\" [missing-colon]\n");
	free(printed);
	printed = told_of("title: T\nevents:\n  - id: dawn\n    date: 1856\n    Dawn at the mill\n"
			  "    place: Karlsund\n");
	assert_string_equal(printed,
		"f:5:5: error: the name of the field is missing before \"Dawn at the mill\"; write "
		"\"title: Dawn at the mill\" [missing-colon]\n");
	free(printed);
}

/* The hyphen of an item is doubled. */
static void items_twice(void **state)
{
	(void)state;
	char *printed = told_of(
		"title: T\nevents:\n  - - id: dawn\n    title: Dawn\n    date: 1856\n");
	assert_string_equal(
		printed, "f:3:5: error: a hyphen too many; write \"  - id: dawn\" [indentation]\n");
	free(printed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(hyphens), cmocka_unit_test(columns),
		cmocka_unit_test(other_lists), cmocka_unit_test(last_field),
		cmocka_unit_test(names_too), cmocka_unit_test(texts_stay),
		cmocka_unit_test(names_of_fields), cmocka_unit_test(items_twice)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
