/* roff: nothing of the text is read as a request, an escape or the end of a sentence. */
#include "print/roff.h"

#include "tests/unit/print.h"

static void text_is_escaped(void **state)
{
	(void)state;
	static const struct {
		const char *text, *roff;
	} rows[] = {
		{"plain words", "plain words\n"},
		{".SH no", "\\&.SH no\n"},
		{"'br no", "\\(aqbr no\n"},
		{"a\\fBb \\", "a\\efBb \\e\n"},
		{"-5 `a` ^ ~ \"q\"", "\\-5 \\(gaa\\(ga \\(ha \\(ti \\(dqq\\(dq\n"},
		{"one\n.two", "one\n.br\n\\&.two\n"},
		{"one\n\ntwo", "one\n.sp\ntwo\n"},
		{" led", "\\& led\n"},
		{"\033[1m", "<U+001B>[1m\n"},
		{"", ""},
		{"\n", ""},
	};
	for (size_t n = 0; n < sizeof rows / sizeof *rows; n++) {
		struct buf buf = {0};
		roff_text(NULL, &buf, rows[n].text);
		assert_string_equal(buf_string(&buf), rows[n].roff);
		buf_free(&buf);
	}
}

static void long_text_is_broken_at_spaces(void **state)
{
	(void)state;
	struct buf buf = {0};
	roff_text(NULL, &buf,
		"This sentence is made to end just where the line of input has to. "
		".And this begins with a dot and goes on for quite a while, as if it had "
		"something to say, which it has not. It ends here.");
	assert_string_equal(buf_string(&buf),
		"This sentence is made to end just where the line of input has to. .And this\n"
		"begins with a dot and goes on for quite a while, as if it had something to\n"
		"say, which it has not. It ends here.\n");
	buf_clear(&buf);
	roff_text(NULL, &buf,
		"A sentence that ends at the very end of its line, right at the column: here. "
		".B what looks like a macro on the next one.");
	assert_string_equal(buf_string(&buf),
		"A sentence that ends at the very end of its line, right at the column: here.\\&\n"
		"\\&.B what looks like a macro on the next one.\n");
	buf_free(&buf);
}

static void a_macro_has_one_line(void **state)
{
	(void)state;
	struct buf buf = {0};
	roff_macro(NULL, &buf, "SH", "a \"b\"\n.c \\d");
	assert_string_equal(buf_string(&buf), ".SH \"a \\(dqb\\(dq .c \\ed\"\n");
	buf_free(&buf);
}

/* In the line of a title a quotation mark would end a part of it, and a percent sign be a number. */
static void a_title_is_one_part(void **state)
{
	(void)state;
	struct buf out = {0};
	roff_title(NULL, &out, "It's 100% \\*(x\n.bp", "");
	assert_string_equal(buf_string(&out), ".tl 'It\\(aqs 100\\[u0025] \\e*(x .bp'''\n");
	buf_free(&out);
}

/* Every line that begins with a control character is one of ours. */
static void only_our_requests(void **state)
{
	(void)state;
	static const char *const ours[] = {".\\\" -*-", ".TH \"", ".de PT\n.tl '", ".tl '", "..\n",
		".de BT\n.tl ''%''\n..\n", ".nh\n", ".ad l\n", ".SH \"", ".SS \"", ".PP\n", ".RS ",
		".RE\n", ".br\n", ".sp\n", ".TP\n", ".B \"", ".if t .char \\- \\[hy]\n",
		".if t \\{\\\n", ".\\}\n", ".de truce-accent\n.fchar ", ".truce-accent \\[u",
		".fchar \\", ".nr boxes 0\n", ".de BT\n.ie \\\\n[boxes] .tl '",
		".ie \\\\n[boxes] .tl '", ".el .tl ''%''\n"};
	for (int n = 0; n < PRINT_RECORDS; n++) {
		struct record *record = read_file(print_records[n]);
		char *text = printed_all("man", record);
		assert_harmless(text);
		for (const char *line = text; *line; line = strchr(line, '\n') + 1) {
			bool known = *line != '.' && *line != '\'';
			for (size_t one = 0; one < sizeof ours / sizeof *ours; one++)
				known |= strncmp(line, ours[one], strlen(ours[one])) == 0;
			if (!known)
				fail_msg("a request of the text: %.40s", line);
		}
		free(text);
		record_free(record);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_escaped),
		cmocka_unit_test(long_text_is_broken_at_spaces),
		cmocka_unit_test(a_macro_has_one_line),
		cmocka_unit_test(a_title_is_one_part),
		cmocka_unit_test(only_our_requests),
	};
	return cmocka_run_group_tests_name("print/roff", tests, NULL, NULL);
}
