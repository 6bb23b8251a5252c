/* Tables: each cell with its place, whatever stands between and around the cells; what is wrong with one is
 * told where it is. */
#include "base/csv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Cells as "line:column text|", rows closed by "/", then the problems. */
static void expect_bytes(const char *bytes, size_t len, const char *wanted)
{
	struct diag_list *diags = diag_create();
	struct buf all = {0};
	struct csv_row row;
	struct csv *csv = csv_open(bytes, len, diag_file(diags, "f", bytes, len), diags);
	while (csv_next(csv, &row)) {
		for (size_t i = 0; i < row.count; i++)
			buf_format(&all, "%u:%u %s|", row.cells[i].place.line,
				row.cells[i].place.column, row.cells[i].text);
		buf_text(&all, row.blank ? "-/" : "/");
	}
	assert_int_equal(csv_complete(csv), diag_count(diags, DIAG_ERROR) == 0);
	csv_close(csv);
	diag_text(diags, &all, DIAG_NOTE, false);
	if (strncmp(buf_string(&all), wanted, strlen(wanted)) != 0 || !*wanted)
		assert_string_equal(buf_string(&all), wanted);
	buf_free(&all);
	diag_free(diags);
}

static void expect(const char *text, const char *wanted)
{
	expect_bytes(text, strlen(text), wanted);
}

static void cells(void **state)
{
	(void)state;
	expect("", "");
	expect("a,b\nc,d\n", "1:1 a|1:3 b|/2:1 c|2:3 d|/");
	expect("a,b\r\nc,d", "1:1 a|1:3 b|/2:1 c|2:3 d|/");
	expect("a,b\rc,d\r", "1:1 a|1:3 b|/2:1 c|2:3 d|/");
	expect("\xef\xbb\xbf"
	       "a;b\nc;d,e\n",
		"1:1 a|1:3 b|/2:1 c|2:3 d,e|/");
	expect("a\tb\n\tc\n", "1:1 a|1:3 b|/2:1 |2:2 c|/");
	expect("sep=;\na;b\n", "2:1 a|2:3 b|/");
	expect("sep=|\na|b,c\n", "2:1 a|2:3 b,c|/");
	expect("\"a,b\",\"c \"\"d\"\" e\"\n", "1:1 a,b|1:7 c \"d\" e|/");
	expect("\"two\nlines\",x\ny,z", "1:1 two\nlines|2:8 x|/3:1 y|3:3 z|/");
	expect("\u00E9,b\n", "1:1 \u00E9|1:3 b|/");
	expect("a\n\nb\n", "1:1 a|/2:1 |-/3:1 b|/");
	expect(",,\n", "1:1 |1:2 |1:3 |-/");
	expect("a\"b,c\n", "1:1 a\"b|1:5 c|/");
}

static void problems(void **state)
{
	(void)state;
	expect("a,b\nx,\"open\ny,z\n",
		"1:1 a|1:3 b|/2:1 x|2:3 open\ny,z\n|/f:2:3: error: the quotation mark that this "
		"cell begins with is never closed; one that belongs to the text is written twice "
		"(\"\") [quotation-mark]\n");
	expect("\"a\"b,c\n",
		"1:1 ab|1:6 c|/f:1:4: error: this cell goes on behind its closing quotation mark");
	expect("a,b\nc,\033[31m\n", "f:2:3: error: a control character (U+001B)");
	expect_bytes("a\0b\n", 4, "f:1:2: error: a control character (U+0000)");
	expect("a,b\nM\374hle,c\n", "f:2:2: error: this is no UTF-8");
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(cells), cmocka_unit_test(problems)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
