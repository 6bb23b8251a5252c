/* What has come to stand in one line, or lost its line, and what is written as JSON is: exactly one
 * problem is told, at its place, and it holds the very lines that were meant. */
#include "tests/unit/told.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char lines[] = "title: The mill\n"
			    "people:\n"
			    "  hale: {name: Edmund Hale}\n"
			    "  roe:\n"
			    "    name: Ann Roe\n"
			    "    born: 1801\n"
			    "sources:\n"
			    "  papers: {type: book, title: Mill Papers, issued: 1860}\n"
			    "events:\n"
			    "  - id: dawn\n"
			    "    date: 1856-03-30\n"
			    "    title: Dawn at the mill\n"
			    "    place: Karlsund\n"
			    "    people: [hale, roe]\n"
			    "    quotes:\n"
			    "      - id: hale-ink\n"
			    "        speaker: hale\n"
			    "        source: papers\n"
			    "        text: >-\n"
			    "          We have spent more ink\n"
			    "          than blood.\n"
			    "  - id: dusk\n"
			    "    date: 1856-04-02\n"
			    "    title: Dusk on the river\n"
			    "    summary: They leave\n"
			    "    people: [roe]\n";

/* The good record with one piece of it in other words, and one problem told of it that begins and goes
 * on as said: "LINE:COLUMN" and words. */
struct slip {
	const char *old, *slip, *place, *said;
};

static void told(const char *good, const struct slip *slips, size_t count)
{
	char *none = told_of(good);
	assert_string_equal(none, "");
	free(none);
	for (size_t i = 0; i < count; i++) {
		char bytes[4096], place[32];
		const char *at = strstr(good, slips[i].old);
		assert_non_null(at);
		snprintf(bytes, sizeof bytes, "%.*s%s%s", (int)(at - good), good, slips[i].slip,
			at + strlen(slips[i].old));
		snprintf(place, sizeof place, "f:%s: ", slips[i].place);
		char *printed = told_of(bytes);
		const char *second = strchr(printed, '\n');
		if (strncmp(printed, place, strlen(place)) != 0 ||
			!strstr(printed, slips[i].said) || !second || second[1])
			fail_msg("%s\nis said to be\n%s", slips[i].slip, printed);
		free(printed);
	}
}

#define TOLD(good, slips) told(good, slips, sizeof(slips) / sizeof *(slips))

static void fields_in_one_line(void **state)
{
	static const char place[] = "    place: Karlsund\n    people: [hale, roe]\n",
			  both[] = "write \"place: Karlsund\", and in lines of their own below it "
				   "\"people: [hale, roe]\", in column 5";
	static const struct slip slips[] = {
		{place, "    place: Karlsund people: [hale, roe]\n", "13:21", both},
		{place, "    place: Karlsund, people: [hale, roe]\n", "13:22", both},
		{place, "    place: Karlsund; people: [hale, roe]\n", "13:22", both},
		{place, "    place: Karlsund    people: [hale, roe]\n", "13:24", both},
		{place, "    place: \"Karlsund\", people: [hale, roe]\n", "13:24",
			"write \"place: \"Karlsund\"\", and"},
		{"    people: [hale, roe]\n    quotes:\n", "    people: [hale, roe], quotes:\n",
			"14:26", "write \"people: [hale, roe]\", and"},
		{"  - id: dawn\n    date: 1856-03-30\n    title: Dawn",
			"  - id: dawn, date: 1856-03-30, title: Dawn", "10:15",
			"write \"id: dawn\", and in lines of their own below it "
			"\"date: 1856-03-30\" and \"title: Dawn at the mill\", in column 5"},
		{"        speaker: hale\n        source: papers\n",
			"        speaker: hale / source: papers\n", "17:25",
			"\"source: papers\", in column 9"},
		{"    name: Ann Roe\n    born: 1801\n", "    name: Ann Roe, born: 1801\n", "5:20",
			"\"born: 1801\", in column 5"},
		/* a word of the text, unless it is a field */
		{"They leave", "They leave the place: Karlsund", "25:34",
			"write \"place\" in a line of its own if it is a field, else put the text "
			"in quotation marks: summary: \"They leave the place: Karlsund\""},
		/* a field that the item has */
		{"Dusk on the river", "Dusk on the river, date: none", "24:35",
			"; put the text in quotation marks: title: \"Dusk on the river, date: "
			"none\""},
	};
	(void)state;
	TOLD(lines, slips);
}

/* Items and sections that do not stand as such, and lines that are none of a record. */
static void lines_out_of_place(void **state)
{
	static const char dusk[] = "  - id: dusk\n", remark[] = "a remark begins with \"# \"";
	static const struct slip slips[] = {
		{dusk, "  dusk:\n", "22:3", "its id; write \"  - id: dusk\""},
		{"      - id: hale-ink\n",
			"      - id: hale-wit\n        speaker: hale\n"
			"        source: papers\n        text: Ink.\n"
			"      hale-ink:\n",
			"20:7", "its id; write \"      - id: hale-ink\""},
		{"    people: [roe]\n",
			"    people: [roe]\n  views:\n  ink: {title: Ink, show: dusk}\n", "27:3",
			"\"views\" belongs to a record; begin its line in column 1"},
		{"    people: [roe]\n",
			"    people: [roe]\n    parallels:\n    - between: [dawn, dusk]\n"
			"      claim: Dim.\n",
			"27:5", "\"parallels\" belongs to a record; begin its line in column 1"},
		{"          than blood.\n", "Second: than blood.\n        role: envoy\n", "21:1",
			"a text that goes on from line 19 is indented deeper: put ten spaces "
			"before "
			"it"},
		{dusk, "NB: ask Ann\n  - id: dusk\n", "22:1",
			"\"NB:\" is no field; begin the line with \"# \" if it is a remark, or"},
		{"    people: [roe]\n", "    people: [roe]\nTell her so\n", "27:1", remark},
		{dusk, "=====\n  - id: dusk\n", "22:1",
			"\"=====\" does not belong to a record; delete this line"},
		{dusk, "* * *\n  - id: dusk\n", "22:1", "delete this line"},
		{dusk, "----------\n  - id: dusk\n", "22:1", "delete this line"},
		{dusk, "  \u2014\u2014\u2014\n  - id: dusk\n", "22:3", "delete this line"},
		{dusk, "=== Dusk ===\n  - id: dusk\n", "22:1", remark},
	};
	static const char flush[] =
		"title: The mill\n"
		"themes: {land: {title: Land}}\n"
		"events:\n"
		"- {id: dawn, date: 1856, title: Dawn at the mill, themes: land}\n"
		"- {id: dusk, date: 1857, title: Dusk at the mill, themes: land}\n"
		"- id: night\n"
		"  date: 1858\n"
		"  title: Night\n";
	static const struct slip braces[] = {
		{"- {id: dusk", "  {id: dusk", "5:3", "begin it with \"- {\""},
		{"themes: {l", "\u0442\u0435\u043c\u0438: {l", "2:1", "did you mean \"themes\"?"},
		{"themes: {land: {title: Land}}",
			"themes: {land: {title: Land} road: {title: Road}}", "2:30",
			"a comma or \"}\" is missing before this"},
		{"themes: {l", "matters: {l", "2:1", "unknown field \"matters\""},
	};
	(void)state;
	TOLD(lines, slips);
	TOLD(flush, braces);
}

/* What stands in the place of ">-", and behind it. */
static void beginnings_of_texts(void **state)
{
	static const char head[] = "        text: >-\n", said[] = "; write \"text: >-\"";
	static const struct slip slips[] = {
		{head, "        text: >>\n", "19:15", said},
		{head, "        text: > -\n", "19:15", said},
		{head, "        text: >-.\n", "19:15", said},
		{head, "        text: >-:\n", "19:15", said},
		{head, "        text: |--\n", "19:15", "; write \"text: |\""},
		{"        text: >-\n          We have", "        text: >- We have", "19:15",
			"write \"We have spent more ink\" on a line of its own above those below"},
		{"than blood.\n", "than blood.  # p. 3?\n", "21:24",
			"this \"#\" begins no remark, and it and what is behind it are part of"},
		{"people: [hale, roe]", "people: [hale, #roe]", "14:20",
			"an id has no \"#\" before it: delete that"},
		{"people: [hale, roe]", "people: [hale, roe", "14:13",
			"never closed; write \"people: [hale, roe]\""},
		{"  - id: dusk\n", "  *   id: dusk\n", "22:3", "write \"  -   id: dusk\""},
		{"{name: Edmund Hale}", "Edmund Hale", "3:9", "so write \"{name: Edmund Hale}\""},
		{"{name: Edmund Hale}", "\"Hale, Edmund\"", "3:9",
			"so write \"{name: \"Hale, Edmund\"}\""},
	};
	(void)state;
	TOLD(lines, slips);
}

/* What stands beside the list, item or text that it belongs to. */
static void strays(void **state)
{
	static const char head[] = "        text: >-\n",
			  dusk[] = "  - id: dusk\n    date: 1856-04-02\n",
			  quoted[] = "        text: \"We", text[] = "          than blood.\n",
			  text_said[] = "text of line 19, write \"          - than blood.\"",
			  hale[] = "  hale: {name: Edmund Hale}\n  roe:\n";
	static const struct slip slips[] = {
		{hale, "  - hale: {name: Edmund Hale}\n  - roe:\n", "3:5",
			"begin this line with \"  hale:\", and so each"},
		{"[hale, roe]", "[hale]\n      - roe", "15:7",
			"write \"people: [hale, roe]\" there, and delete this line"},
		{"[hale, roe]", "[]\n    - hale\n    - roe", "15:5",
			"write \"people: [hale, roe]\" there, and delete the lines 15 to 16"},
		{"[hale, roe]", "[[hale, roe]]", "14:14",
			"write \"hale, roe\" in the place of \"[hale, roe]\""},
		{"[hale, roe]", "[hale: roe]", "14:14",
			"for two write \"hale, roe\", for one \"{person: hale, role: roe}\""},
		{dusk,
			"  - (id: dusk, date: 1856-04-02, title: Dusk)\n  - id: noon\n    date: "
			"1856\n",
			"22:5", "write \"{id: dusk, date: 1856-04-02, title: Dusk}\""},
		{"{name: Edmund Hale}", "(name: Edmund Hale)", "3:9",
			"write \"hale: {name: Edmund Hale}\""},
		{dusk, "  - id: - dusk\n    date: 1856-04-02\n", "22:9", "write \"  - id: dusk\""},
		{dusk, "    id: - dusk\n    date: 1856-04-02\n", "22:9", "write \"  - id: dusk\""},
		{dusk, "  -\n  - id: dusk\n    date: 1856-04-02\n", "22:4",
			"nothing here but a hyphen; delete this line"},
		{dusk, "  -\n    - id: dusk\n    date: 1856-04-02\n", "22:3",
			"delete the line, and write the next as \"  - id: dusk\""},
		{dusk, "  - {id: dusk,\n    date: 1856-04-02\n", "22:5", "write \"- id: dusk\""},
		{text, "- than blood.\n", "21:1", text_said},
		{text, "  - than blood.\n", "21:3", text_said},
		{text, "    - than blood.\n", "21:5", text_said},
		{text, "      - than blood.\n", "21:7", text_said},
		{text, "        - than blood.\n", "21:9", text_said},
		{"        text: >-\n          We", quoted, "19:15",
			"put another at the end of line 20, if the text ends there"},
		{"[hale, roe]", "hale\n    - roe", "15:5", "write \"people: [hale, roe]\" there"},
		{"    quotes:\n      - id", "    quotes: - id", "15:13",
			"write \"quotes:\", and below it \"      - id: hale-ink\""},
		{"events:\n", "events: []\n", "9:9", "write \"events:\" in this line"},
		{"events:\n", "events: all of them\n", "9:9", "write \"events:\" in this line"},
		{"events:\n", "events: {\n", "9:9", "delete the \"{\" behind \"events:\""},
		{"people:\n", "people: Hale and Roe\n", "2:9", "write \"people:\" in this line"},
		{"people:\n", "", "2:3", "the entry \"hale\" begins here, but nothing above says"},
		{"people:\n", "# people:\n", "3:3", "the entry \"hale\" begins here"},
		{"{name: Edmund Hale}", "<name: Edmund Hale>", "3:9",
			"write \"hale: {name: Edmund Hale}\""},
		{"  - id: dusk\n    date: 1856-04-02\n    title: Dusk on the river\n",
			"  - dusk:\n      date: 1856-04-02\n      title: Dusk on the river\n  - "
			"id: noon\n"
			"    date: 1856\n    title: Noon\n",
			"22:5",
			"write \"  - id: dusk\", and begin the lines of its fields in column 5"},
		{dusk, "  - [id: dusk, date: 1856]\n  - id: noon\n    date: 1856-04-02\n", "22:5",
			"write \"{\" and \"}\" for \"[\" and \"]\""},
		{head, "        text >-\n", "19:13", "write \"text: >-\""},
		{"{type: book, title: Mill Papers, issued: 1860}", "Mill Papers", "8:11",
			"there is a plain value here [wrong-shape]"},
		{"sources:\n", "", "7:3",
			"\"papers\" has the fields of a source, which stands below \"sources:\"; "
			"put that"},
		{"sources:\n", "#sources:\n", "8:3", "\"papers\" has the fields of a source"},
		{"sources:\n", "    sources:\n", "7:5", "begin its line in column 1"},
		{"  - id: dawn\n", "", "10:5", "write \"  - date: 1856-03-30\""},
		{"  - id: dawn\n", "  - id: dawn\n  - id: dawn\n", "10:5",
			"this line stands twice; delete one"},
		{"      - id: hale-ink\n", "      - id: hale-ink\n      - id: hale-ink\n", "16:9",
			"this line stands twice; delete one"},
		{"    quotes:\n", "    quotes:\n    quotes:\n", "16:5",
			"this line stands twice; delete one"},
		{head, "        text: >-\n        text: >-\n", "20:9",
			"this line stands twice; delete one"},
		{"    people: [roe]\n",
			"    people: [roe]\ntitle: Again\npeople: {hale: {name: Hale}}\nsources: "
			"{}\n",
			"27:1", "a second record begins here, and a file holds one"},
		{"title: The mill\n", "", "1:1", "put a line like \"title: The Peace\" above"},
	};
	(void)state;
	TOLD(lines, slips);
}

static const char json[] =
	"{\n"
	"  \"title\": \"The mill\",\n"
	"  \"people\": {\n"
	"    \"hale\": {\"name\": \"Edmund Hale\"},\n"
	"    \"roe\": {\"name\": \"Ann Roe\"}\n"
	"  },\n"
	"  \"sources\": {\"papers\": {\"type\": \"book\", \"title\": \"Papers\"}},\n"
	"  \"events\": [\n"
	"    {\n"
	"      \"id\": \"dawn\",\n"
	"      \"date\": \"1856-03-30\",\n"
	"      \"title\": \"Dawn at the mill\",\n"
	"      \"place\": \"Karlsund\",\n"
	"      \"people\": [\"hale\", \"roe\"],\n"
	"      \"quotes\": [\n"
	"        {\"id\": \"hale-ink\", \"speaker\": \"hale\", \"source\": \"papers\", "
	"\"text\": \"More \\\"ink\\\" than blood.\"},\n"
	"        {\n"
	"          \"id\": \"roe-dry\",\n"
	"          \"speaker\": \"roe\",\n"
	"          \"source\": \"papers\",\n"
	"          \"text\": \"Ink \\\"dries\\\".\"\n"
	"        }\n"
	"      ]\n"
	"    }\n"
	"  ]\n"
	"}\n";

/* What is shown is the line as it stands in the good record. */
static void signs_of_json(void **state)
{
	static const char title[] = "\"title\": \"Dawn at the mill\",",
			  title_said[] = "write \"\"title\": \"Dawn at the mill\",\" [",
			  people[] = "\"people\": [\"hale\", \"roe\"],",
			  people_said[] = "write \"\"people\": [\"hale\", \"roe\"],\" [",
			  text[] = "\"text\": \"Ink \\\"dries\\\".\"",
			  ink[] = "\"More \\\"ink\\\" than blood.\"},",
			  ink_said[] = "\"More \\\"ink\\\" than blood.\"},\" [";
	static const struct slip slips[] = {
		{title, "\"title\": \"Dawn at the mill\"", "12:34", title_said},
		{title, "\"title\": \"Dawn at the mill\";", "12:34", title_said},
		{title, "\"title\": \"Dawn at the mill,", "12:16", title_said},
		{title, "\"title: \"Dawn at the mill\",", "12:13", title_said},
		{title, "\"title\" \"Dawn at the mill\",", "12:14", title_said},
		{title, "\"title\" = \"Dawn at the mill\",", "12:15", title_said},
		{title, "\"title\"; \"Dawn at the mill\",", "12:14", title_said},
		{people, "\"people\": [\"hale\" \"roe\"],", "14:24", people_said},
		{people, "\"people\": [\"hale\", \"roe\"]", "14:32", people_said},
		{people, "\"people\": [\"hale\", \"roe\",", "14:31", people_said},
		{people, "\"people\": [\"hale\", \"roe],", "14:26", people_said},
		{"\"Edmund Hale\"},", "\"Edmund Hale\"}", "4:36",
			"write \"\"hale\": {\"name\": \"Edmund Hale\"},\" ["},
		{"{\"name\": \"Edmund Hale\"},", "{{\"name\": \"Edmund Hale\"],", "4:14",
			"too many; write \"\"hale\": {\"name\": \"Edmund Hale\"],\", and \"}\" for "
			"the \"]\" in column"},
		{"\"Papers\"}},", "\"Papers\"},", "7:60", "\"Papers\"}},\" ["},
		{text, "\"text\": \"Ink \"dries\".\"", "21:24", "\"Ink \\\"dries\\\".\"\" ["},
		{ink, "\"More \"ink\" than blood.\"},", "16:81", ink_said},
		{ink, "\"More \\\"ink\\\" than blood.\"}", "16:102", ink_said},
		{ink, "\"More \\\"ink\\\" than blood.},", "16:75", ink_said},
		{"        {\n          \"id\"", "          \"id\"", "17:11",
			"\"{\" is missing before this; write \"        {\" in a line above it"},
		{"  ]\n}", "  }\n}", "25:3", "\"[\" of line 8 is closed with \"}\"; write \"]\""},
	};
	(void)state;
	TOLD(json, slips);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_in_one_line),
		cmocka_unit_test(lines_out_of_place),
		cmocka_unit_test(beginnings_of_texts),
		cmocka_unit_test(strays),
		cmocka_unit_test(signs_of_json),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
