/* Files of other programs as records: the dates of public timelines are those that they say, what is made of
 * small ones is what was meant, and the YAML that is printed of each is the same record. */
#include "tests/unit/print.h"
#include "tests/unit/told.h"

#include <glob.h>

/* Again from its own YAML: nothing is told of it, and it prints the same. */
static char *yaml_of(const char *bytes, size_t len)
{
	struct record *record = read_bytes(bytes, len);
	char *yaml = printed_all("yaml", record), *json = printed_all("json", record);
	struct record *again = read_bytes(yaml, strlen(yaml));
	char *yaml_again = printed_all("yaml", again), *json_again = printed_all("json", again);
	assert_string_equal(yaml_again, yaml);
	assert_string_equal(json_again, json);
	char *told = told_of(yaml);
	if (strstr(told, "error:"))
		assert_string_equal(told, "");
	free(told);
	free(json_again);
	free(yaml_again);
	free(json);
	record_free(again);
	record_free(record);
	return yaml;
}

/* ---- public timelines ---- */

/* "EDTF title" of each event, in the order of the timeline. */
static void dates_compare(const struct record *record, const char *path)
{
	char line[512];
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++) {
		const struct event *event = &record->events[i];
		struct buf said = {0};
		assert_non_null(fgets(line, sizeof line, file));
		buf_format(&said, "%s\t%s\n", event->date->edtf, event->title);
		assert_string_equal(buf_string(&said), line);
		buf_free(&said);
	}
	assert_null(fgets(line, sizeof line, file));
	assert_int_equal(fclose(file), 0);
}

static void timelines(void **state)
{
	glob_t files;
	(void)state;
	assert_int_equal(glob("tests/data/timelines/*.tsv", 0, NULL, &files), 0);
	assert_true(files.gl_pathc > 5);
	for (size_t i = 0; i < files.gl_pathc; i++) {
		struct diag_list *diags = diag_create();
		struct file_bytes file;
		char path[256];
		size_t stem = strlen(files.gl_pathv[i]) - 4;
		snprintf(path, sizeof path, "%.*s.json", (int)stem, files.gl_pathv[i]);
		FILE *is_json = fopen(path, "r");
		if (!is_json)
			snprintf(path, sizeof path, "%.*s.csv", (int)stem, files.gl_pathv[i]);
		else
			fclose(is_json);
		assert_true(file_read(path, diag_file(diags, path, NULL, 0), diags, &file));
		struct record *record = read_bytes(file.bytes, file.len);
		dates_compare(record, files.gl_pathv[i]);
		free(yaml_of(file.bytes, file.len));
		record_free(record);
		file_release(&file);
		diag_free(diags);
	}
	globfree(&files);
}

/* ---- small ones ---- */

static void holds(const char *bytes, const char *wanted)
{
	char *yaml = yaml_of(bytes, strlen(bytes));
	if (!strstr(yaml, wanted))
		assert_string_equal(yaml, wanted);
	free(yaml);
}

static void tells(const char *bytes, const char *wanted)
{
	char *told = told_of(bytes);
	if (!strstr(told, wanted))
		assert_string_equal(told, wanted);
	free(told);
}

#define SLIDES(text) "{\"events\": [{\"start_date\": " text "}]}"
#define DATED(date)  SLIDES(date ", \"text\": {\"headline\": \"T\"}")
#define SHOWN(date, shown)                                                                         \
	SLIDES(date ", \"display_date\": \"" shown "\", \"text\": {\"headline\": \"T\"}")
#define SAID(text)                                                                                 \
	SLIDES("{\"year\": 1856}, \"text\": {\"headline\": \"Dawn\", \"text\": \"" text "\"}")

static void dates(void **state)
{
	(void)state;
	holds(DATED("{\"year\": \"1856\"}"), "date: 1856\n");
	holds(DATED("{\"year\": 1856, \"month\": \"\", \"day\": null}"), "date: 1856\n");
	holds(DATED("{\"year\": \" 1856 \", \"month\": 3.0, \"day\": \"07\"}"),
		"date: 1856-03-07\n");
	holds(DATED("{\"year\": \"-44\", \"month\": 3, \"day\": 15}"), "date: \"-0043-03-15\"\n");
	holds(DATED("{\"year\": \"\u22121\"}"), "date: \"0000\"\n");
	holds(DATED("{\"year\": \"-10,000\"}"), "date: \"-9999\"\n");
	holds(DATED("{\"year\": 1856, \"month\": 3, \"day\": 7, \"hour\": 9, \"minute\": 5}"),
		"date: 1856-03-07T09:05\n");
	holds(DATED("{\"year\": 1856, \"month\": 3}, \"end_date\": {\"year\": 1857}"),
		"date: 1856-03/1857\n");
	holds(DATED("{\"year\": 1856}, \"end_date\": {\"year\": 1856}"), "date: 1856\n");
	holds(DATED("\"1856,3,7\""), "date: 1856-03-07\n");
	holds(DATED("\"3/7/1856\""), "date: 1856-03-07\n");
	holds("Year,Month,Day,Time,Headline\n1856,3,7,9:05 PM,T\n", "date: 1856-03-07T21:05\n");
	holds("year\theadline\n\"1,856\"\tT\n", "date: 1856\n");
	holds("\xef\xbb\xbfYear;Headline\r\n1856;T\r\n", "date: 1856\n");
	holds("Start Date,End Date,Headline\n3/7/1856,4/1/1856,T\n",
		"date: 1856-03-07/1856-04-01\n");
}

static void shown(void **state)
{
	(void)state;
	holds(SHOWN("{\"year\": 1856}", "circa 1856"), "date: 1856~\n");
	holds(SHOWN("{\"year\": 1856}", "1856?"), "date: 1856?\n");
	holds(SHOWN("{\"year\": -44}", "about 44 BC"), "date: \"-0043~\"\n");
	holds(SHOWN("{\"year\": 1856, \"month\": 3}", "March 1856"), "date: 1856-03\n");
	holds(SHOWN("{\"year\": 1856}", "The year of talks"),
		"date: 1856\n    date_text: The year of talks\n");
	holds(SHOWN("{\"year\": 1856, \"month\": 1, \"day\": 1}", "1856"),
		"date: 1856-01-01\n    date_text: \"1856\"\n");
	tells(SHOWN("{\"year\": 1856, \"month\": 1, \"day\": 1}", "1856"),
		"note: the date that is shown is not quite the date itself: both are kept, "
		"as \"date_text\" and \"date\" [to-finish]\n");
}

static void words(void **state)
{
	(void)state;
	holds(SAID("<p>More <b>ink</b> &amp; blood.</p>"), "summary: More ink & blood.\n");
	holds(SAID("<blockquote>Ink dries.<cite>Ann Roe (printer)</cite></blockquote>"),
		"      - id: dawn-words\n        text: Ink dries.\n        speaker: ann-roe\n"
		"        role: printer\n        source: timeline\n        status: attributed\n");
	holds(SAID("<blockquote>Ink dries.<cite>Ann Roe, 1856</cite></blockquote>"),
		"speaker: ann-roe\n        source: timeline\n        status: attributed\n        "
		"note: \"Under the words stands: Ann Roe, 1856\"\n");
	holds(SAID("<blockquote>Ink dries.<cite>The Times</cite></blockquote>"),
		"status: attributed\n        note: \"Under the words stands: The Times\"\n");
	holds(SAID("<blockquote>Ink dries.<cite>from a letter</cite></blockquote>"),
		"note: \"Under the words stands: from a letter\"\n");
	holds(SAID("<blockquote>Ink.</blockquote><blockquote>Blood.</blockquote>"),
		"id: dawn-words-2\n");
	holds(SAID("See <a href='https://a.b/c'>this</a>."),
		"note: \"Links in it: https://a.b/c\"\n");
	holds(SLIDES("{\"year\": 1}, \"group\": \"Ink & co\", \"unique_id\": \"Dawn_1\", "
		     "\"text\": {\"headline\": \"1856: Dawn\"}"),
		"  - id: Dawn_1\n    title: \"1856: Dawn\"\n    date: \"0001\"\n    themes: "
		"ink-co\n");
	holds(SLIDES("{\"year\": 1}, \"unique_id\": \"1\", \"text\": {\"headline\": \"1856: "
		     "Dawn\"}"),
		"id: event-1856-dawn\n");
	holds(SLIDES("{\"year\": 1}, \"text\": {\"headline\": \"editor\"}"), "id: editor-2\n");
	holds(SLIDES("{\"year\": 1}, \"text\": {\"headline\": "
		     "\"\u0411\u0435\u0440\u0435\u0441\u0442\u044F\"}"),
		"id: \u0411\u0435\u0440\u0435\u0441\u0442\u044F\n");
}

static void problems(void **state)
{
	(void)state;
	tells(DATED("{\"year\": \"about 1856\"}"),
		"f:1:37: error: \"about 1856\" is no year: that is a number, -44 for 44 BCE "
		"[bad-date]\n");
	tells(DATED("{\"year\": 1856, \"month\": 13}"),
		"error: \"13\" is no month: that is a number from 1 to 12 [bad-date]\n");
	tells(DATED("{\"year\": 1856, \"month\": 2, \"day\": 30}"), "[bad-date]\n");
	tells(DATED("{\"year\": []}"), "[bad-date]\n");
	tells(DATED("{\"year\": 1856, \"day\": 3}"),
		"a day without its month is left out [left-out]\n");
	tells(DATED("{\"month\": 3}"), "a slide without a year is left out");
	tells(DATED("{\"year\": 1857}, \"end_date\": {\"year\": 1856}"), "[bad-date]\n");
	tells(DATED("{\"year\": 1857}, \"background\": {\"color\": \"red\"}"),
		"\"background\" has no place in a record, and is left out [left-out]\n");
	/* What is said of a text is said at its cell, whatever its bytes look like. */
	tells("Year,Headline,Text\n1856,T,\"a \"\"b\"\" and *c*\"\n",
		"f:2:8: note: \"*c*\" is Markdown");
	tells("Year,Headline,Text\n1856,T,\"> 1\n2 a # b\n3\n4\n5\"\n1857,U,\"|\n|\"\n",
		"f:2:8: warning: these words begin with \">\", and are quoted with it; take it out "
		"[stray-sign]\nf:7:8: ");
	tells("Year,Headline\n1856,\"open\n", "f:2:6: error: the quotation mark");
	tells("Year,Headline\nx,T\n", "f:2:1: error: \"x\" is no year");
	tells(SAID("<script>x</script>"), "scripts and pictures that stand in a text itself");
}

#define ITEM(text)   "[{\"id\": \"a\", \"type\": \"book\", \"title\": \"T\", " text "}]"
#define ISSUED(date) ITEM("\"issued\": " date)

static void references(void **state)
{
	(void)state;
	holds(ISSUED("{\"date-parts\": [[\"1856\", \"3\", 31]]}"), "issued: 1856-03-31\n");
	holds(ISSUED("{\"date-parts\": [[-44]]}"), "issued: \"-0043\"\n");
	holds(ISSUED("{\"date-parts\": [[1856, 0, 0]]}"), "issued: 1856\n");
	holds(ISSUED("{\"date-parts\": [[1856, 13]]}"), "issued: 1856-21\n");
	holds(ISSUED("{\"date-parts\": [[1856]], \"season\": 4}"), "issued: 1856-24\n");
	holds(ISSUED("{\"date-parts\": [[1856], [1857]]}"), "issued: 1856/1857\n");
	holds(ISSUED("{\"date-parts\": [[1856], [0]]}"), "issued: 1856/\n");
	holds(ISSUED("{\"date-parts\": [[1856]], \"circa\": 1}"), "issued: 1856~\n");
	holds(ISSUED("{\"date-parts\": [[1856]], \"circa\": false}"), "issued: 1856\n");
	holds(ISSUED("{\"literal\": \"c. 1856\"}"), "issued: 1856~\n");
	holds(ISSUED("{\"raw\": \"31 March 1856\"}"), "issued: 1856-03-31\n");
	holds(ISSUED("\"1856-03?\""), "issued: 1856-03?\n");
	holds(ISSUED("{\"literal\": \"n.d.\"}"), "note: \"Issued: n.d.\"\n");
	holds(ITEM("\"author\": [{\"family\": \"Roe\", \"given\": \"Ann\"}, {\"literal\": \"A; "
		   "B\"}]"),
		"author: Roe, Ann; A, B\n");
	holds(ITEM("\"author\": [{\"family\": \"Humboldt\", \"given\": \"A.\", "
		   "\"dropping-particle\": \"von\"}]"),
		"author: Humboldt, A. von\n");
	holds(ITEM("\"language\": \"German\""), "language: de\n");
	holds("[{\"id\": \"http://x.org/1\", \"type\": \"book\", \"title\": \"Ink\", "
	      "\"author\": [{\"family\": \"Roe\"}], \"issued\": {\"date-parts\": [[1856]]}}]",
		"  roe-1856:\n");
	tells(ITEM("\"abstract\": \"x\""), "\"abstract\" has no place in a record");
	tells(ISSUED("{\"date-parts\": [[\"x\"]]}"), "\"issued\" has no place in a record");
}

#define MARKED(rest)                                                                               \
	"{\"rows\": [{\"uri\": \"https://a.b/c\", \"document\": {\"title\": [\"Papers\"]}, "       \
	"\"target\": "                                                                             \
	"[{\"selector\": [{\"exact\": \"Ink  dries.\", \"prefix\": \"So \"}]}]" rest "}]}"

/* Two answers, the later one first, the earlier one to what is called so. */
#define ANSWERED(to, later)                                                                        \
	MARKED(", \"id\": \"x\", \"text\": \"Good\"}, {\"uri\": \"u\", \"id\": \"1\", "            \
	       "\"created\": " later ", \"references\": [" to                                      \
	       "], \"text\": \"So-so\", \"user\": \"acct:roe@x.org\"}, "                           \
	       "{\"uri\": \"u\", \"created\": \"3\", \"references\": [" to                         \
	       ", \"1\"], \"text\": \"Bad\"")

static void annotations(void **state)
{
	(void)state;
	holds(MARKED(""), "  - id: papers\n    title: Papers\n    date: XXXX\n");
	holds(MARKED(", \"created\": \"2024-05-03T10:00:00Z\""), "date: \"[..2024-05-03]\"\n");
	holds(MARKED(", \"created\": \"yesterday\""), "date: XXXX\n");
	holds(MARKED(""),
		"      - id: ink-dries\n        text: Ink dries.\n        prefix: So\n"
		"        source: papers\n");
	holds(MARKED(", \"tags\": [\"A b\", \"\"]"), "        themes: a-b\n");
	holds(MARKED(", \"text\": \"Good\", \"user\": \"acct:roe@x.org\""), "note: Good (roe)\n");
	holds(MARKED(""), "    type: webpage\n    title: Papers\n    URL: https://a.b/c\n");
	tells(MARKED(", \"moderation\": 1"), "\"moderation\" has no place in a record");
	tells(MARKED(", \"references\": [\"x\"]"),
		"an answer to an annotation that is not in the export is left out");
	holds(ANSWERED("\"x\"", "\"1\""),
		"note: |-\n          Good\n          Answer: So-so (roe)\n          Answer: Bad\n");
	holds(ANSWERED("\"x\"", "\"2\""), "Answer: So-so (roe)\n          Answer: Bad\n");
	tells(ANSWERED("\"nobody\"", "\"1\""), "(2 times, here first)");
	tells(MARKED(", \"id\": \"x\"}, {\"uri\": \"\", \"id\": \"x\""),
		"an annotation that stands there twice is left out");
	holds(MARKED("}, {\"uri\": \"https://a.b/c\", \"tags\": [\"A b\", \"c\"]"),
		"note: \"Tags: A b, c\"\n");
	holds("{\"rows\": [{\"uri\": \"u\", \"target\": [{\"selector\": [{\"exact\": \"x\"}, "
	      "{\"type\": \"PageSelector\", \"label\": \"iv\"}]}]}]}",
		"locator: p. iv\n");
}

/* Whatever stands where, there is a record or an error. */
static void wrong_types(void **state)
{
	static const char *const values[] = {"null", "1", "\"x\"", "true", "[]", "{}", "[1, [2]]",
		"{\"a\": {\"b\": 1}}", "\"\"", "[null]", "\"\\u0000\"", "\"\\ud83d\\ude00\""};
	static const char *const keys[] = {"start_date", "end_date", "text", "media", "group",
		"display_date", "unique_id", "type", "location", "headline", "year", "issued",
		"author", "id", "date-parts", "literal", "season", "target", "selector", "uri",
		"document", "tags", "created", "user", "exact", "references", "time", "circa",
		"name", "url", "caption"};
	static const char *const shapes[][2] = {
		{"{\"events\": [{\"start_date\": {\"year\": 1}, \"headline\": 1, ", "}]}"},
		{"{\"events\": [{\"headline\": 1, \"start_date\": {\"year\": 1, ", "}}]}"},
		{"[{\"start_date\": {\"year\": 1}, \"headline\": 1, \"text\": {", "}}]"},
		{"[{\"start_date\": {\"year\": 1}, \"headline\": 1, \"media\": {", "}}]"},
		{"{\"title\": {\"text\": {\"headline\": 1}, \"start_date\": 1, ", "}}"},
		{"{\"timeline\": {\"headline\": \"x\", \"date\": [{\"startDate\": \"1\", ", "}]}}"},
		{"{\"timeline\": {\"headline\": \"x\", ", "}}"},
		{"{\"headline\": 1, \"start_date\": 1, ", "}"},
		{"[{\"type\": \"book\", \"title\": \"x\", ", "}]"},
		{"{\"rows\": [{\"uri\": \"a\", \"selector\": 1, \"target\": 1}, {", "}]}"},
		{"{\"rows\": [{\"uri\": \"a\", \"target\": [{\"selector\": [{\"exact\": \"x\", ",
			"}]}]}]}"},
		{"{\"rows\": [{\"uri\": \"a\", \"target\": [{\"selector\": {\"exact\": \"x\"}, ",
			"}]}]}"},
		{"[{\"type\": \"book\", \"title\": \"x\", \"issued\": {", "}}]"},
		{"[{\"type\": \"book\", \"title\": \"x\", \"author\": [{", "}]}]"}};
	(void)state;
	for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
		for (size_t v = 0; v < sizeof values / sizeof *values; v++)
			for (size_t f = 0; f < sizeof shapes / sizeof *shapes; f++) {
				struct buf text = {0};
				buf_format(&text, "%s\"%s\": %s%s", shapes[f][0], keys[k],
					values[v], shapes[f][1]);
				free(told_of(buf_string(&text)));
				buf_free(&text);
			}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(timelines), cmocka_unit_test(dates),
		cmocka_unit_test(shown), cmocka_unit_test(references),
		cmocka_unit_test(annotations), cmocka_unit_test(words), cmocka_unit_test(problems),
		cmocka_unit_test(wrong_types)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
