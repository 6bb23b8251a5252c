/* YAML: the same record again, as calm as it can be written. */
#include "print/yaml_text.h"

#include "tests/unit/print.h"

static void it_is_the_same_record(void **state)
{
	(void)state;
	for (int n = 0; n < PRINT_RECORDS; n++) {
		struct record *record = read_file(print_records[n]);
		char *yaml = printed_all("yaml", record);
		char *json = printed_all("json", record);
		struct record *again = read_bytes(yaml, strlen(yaml));
		char *yaml_again = printed_all("yaml", again);
		char *json_again = printed_all("json", again);
		assert_string_equal(json, json_again);
		assert_string_equal(yaml, yaml_again);
		assert_harmless(yaml);
		free(yaml);
		free(json);
		free(yaml_again);
		free(json_again);
		record_free(record);
		record_free(again);
	}
}

static void lines_are_short(void **state)
{
	(void)state;
	struct record *record = read_file("events.yaml");
	char *yaml = printed_all("yaml", record);
	for (char *line = strtok(yaml, "\n"); line; line = strtok(NULL, "\n")) {
		const char *words = line + strspn(line, " ");
		if (strchr(words, ' ') && text_width(NULL, line, strlen(line)) > YAML_WIDTH)
			fail_msg("too long: %s", line);
		assert_int_not_equal(line[strlen(line) - 1], ' ');
	}
	free(yaml);
	record_free(record);
}

static void scalars_are_quoted_where_needed(void **state)
{
	(void)state;
	static const struct {
		const char *text, *yaml;
	} rows[] = {
		{"A treaty", "A treaty"},
		{"a:b, c - d's \"e\"", "a:b, c - d's \"e\""},
		{"key: value", "\"key: value\""},
		{"ends:", "\"ends:\""},
		{"a # b", "\"a # b\""},
		{"- dash", "\"- dash\""},
		{"-dash", "-dash"},
		{"? what", "\"? what\""},
		{"@at", "\"@at\""},
		{"'tis", "\"'tis\""},
		{"“words”", "“words”"},
		{"no", "\"no\""},
		{"Null", "\"Null\""},
		{"nothing", "nothing"},
		{"1918", "\"1918\""},
		{"12:30", "\"12:30\""},
		{"0x1F", "\"0x1F\""},
		{"t1", "t1"},
		{"12 men", "12 men"},
		{"pp. 3-5", "pp. 3-5"},
		{" led", "\" led\""},
		{"trailed ", "\"trailed \""},
		{"tab\tin", "\"tab\\tin\""},
		{"\033[31m", "\"\\x1b[31m\""},
		{"\xe2\x80\xae", "\"\\u202e\""},
		{"---", "\"---\""},
		{"one\ntwo", "|-\n  one\n  two"},
		{"one\n two", "\"one\\n two\""},
	};
	for (size_t n = 0; n < sizeof rows / sizeof *rows; n++) {
		struct buf buf = {0};
		yaml_text(NULL, &buf, rows[n].text, 10, 2);
		assert_true(buf.len > 0);
		buf.text[buf.len - 1] = '\0';
		assert_string_equal(buf.text, rows[n].yaml);
		buf_free(&buf);
	}
}

static void dates_are_plain_as_taught(void **state)
{
	(void)state;
	static const struct {
		const char *edtf, *yaml;
	} rows[] = {
		{"1918-03-03", "1918-03-03"},
		{"1918~", "1918~"},
		{"?1918", "?1918"},
		{"../1918", "../1918"},
		{"-0043", "\"-0043\""},
		{"0079", "\"0079\""},
		{"%1918", "\"%1918\""},
		{"[1917,1918]", "\"[1917,1918]\""},
		{"{1917, 1918}", "\"{1917, 1918}\""},
	};
	for (size_t n = 0; n < sizeof rows / sizeof *rows; n++) {
		struct buf buf = {0};
		yaml_date_text(NULL, &buf, rows[n].edtf);
		assert_string_equal(buf_string(&buf), rows[n].yaml);
		buf_free(&buf);
	}
}

/* Texts made of what YAML trips over come back as they went, as a text and in a list. */
static void any_text_comes_back(void **state)
{
	(void)state;
	static const char *const parts[] = {" ", "  ", "\n", "\n\n", "a", "word", ": ", " #", "-",
		"?", "'", "\"", "\\", "[", "]", "{", "}", ",", "&", "*", "!", "|", ">", "%", "@",
		"`", "\t", "\r", "\x01", "é", "\xc2\xa0", "\xc2\x85", "\xe2\x80\xa8",
		"\xe2\x80\xae", "\xef\xbb\xbf", "漢字", "😀", "می", "\u200c", "\u200d", "\ufe0f",
		"\u200b", "\u200f", "\u00ad", "\U000e0041", "\u3164", "\u206a", "\ufffb", "\ufdd0",
		"a long run of words that takes much room on a line", "---", "...",
		" text: ", " - themes: ", " - {id: ", " said:"};
	uint64_t random = 88172645463325252u;
	for (int round = 0; round < 4000; round++) {
		struct buf text = {0}, file = {0};
		int count = 1 + (int)(random >> 60);
		buf_text(&text, round % 2 ? "x" : "");
		for (int n = 0; n < count; n++) {
			random ^= random << 13;
			random ^= random >> 7;
			random ^= random << 17;
			buf_text(&text, parts[(random >> 20) % (sizeof parts / sizeof *parts)]);
		}
		buf_text(&text, "e"); /* the end of a text, line feeds, is the reader's */
		buf_text(&file, "title: T\nparties: {p: {name: P, aliases: [");
		yaml_flow_text(NULL, &file, text.text);
		buf_text(&file,
			"]}}\nevents:\n  - id: e\n    date: 1918\n    title: E\n    summary: ");
		yaml_text(NULL, &file, text.text, 13, 6);
		assert_harmless(file.text);
		struct record *record = read_bytes(file.text, file.len);
		assert_string_equal(record->events[0].summary, text.text);
		assert_string_equal(record->parties[0].aliases->at[0], text.text);
		record_free(record);
		buf_free(&text);
		buf_free(&file);
	}
}

/* The era is said where the dates alone would not lead there: of two as narrow, of one that is not
 * the narrowest, of one that is named against its dates. */
static void eras_are_said_where_needed(void **state)
{
	(void)state;
	static const char yaml[] = "title: T\neras:\n"
				   "  wide: {title: W, date: 1900/1999}\n"
				   "  one: {title: A, date: 1918}\n"
				   "  two: {title: B, date: 1919}\n"
				   "  too: {title: C, date: 1919}\n"
				   "events:\n"
				   "  - {id: a, title: A, date: 1918-03-03}\n"
				   "  - {id: b, title: B, date: 1918-04-03, era: wide}\n"
				   "  - {id: c, title: C, date: 1919-05-03, era: too}\n"
				   "  - {id: d, title: D, date: 1920-05-03}\n"
				   "  - {id: e, title: E, date: 1921-05-03, era: one}\n";
	static const char *const eras[] = {"one", "wide", "too", "wide", "one"};
	struct record *record = read_bytes(yaml, strlen(yaml));
	char *text = printed_all("yaml", record);
	struct record *again = read_bytes(text, strlen(text));
	for (uint32_t n = 0; n < 5; n++)
		assert_string_equal(record_id(again, again->events[n].era), eras[n]);
	assert_null(strstr(strstr(text, "id: d"), "era: wide"));
	record_free(again);
	free(text);
	record_free(record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_is_the_same_record),
		cmocka_unit_test(lines_are_short),
		cmocka_unit_test(scalars_are_quoted_where_needed),
		cmocka_unit_test(dates_are_plain_as_taught),
		cmocka_unit_test(any_text_comes_back),
		cmocka_unit_test(eras_are_said_where_needed),
	};
	return cmocka_run_group_tests_name("print/yaml", tests, NULL, NULL);
}
