/* One sign that is lost, doubled or another one: what is said shows the line as it is to be written.
 * Each message is obeyed to the letter, and the record is then as it was meant. */
#include "tests/unit/told.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char good[] = "title: The mill\n"
			   "language: en\n"
			   "sources:\n"
			   "  papers: {type: book, title: Mill Papers, issued: 1860}\n"
			   "parties:\n"
			   "  north: {name: Norland}\n"
			   "people:\n"
			   "  hale: {name: Edmund Hale, party: north}\n"
			   "  roe: {name: Ann Roe}\n"
			   "themes:\n"
			   "  border: {title: Where the border runs}\n"
			   "events:\n"
			   "  - id: dawn\n"
			   "    date: 1856-03-30\n"
			   "    title: Dawn at the mill\n"
			   "    place: Karlsund\n"
			   "    people: [hale, roe]\n"
			   "    themes: [border]\n"
			   "    summary: They meet at dawn.\n"
			   "    quotes:\n"
			   "      - id: hale-ink\n"
			   "        speaker: hale\n"
			   "        text: We have spent more ink than blood.\n"
			   "        source: papers\n"
			   "        locator: p. 3\n"
			   "  - id: dusk\n"
			   "    date: 1856-04-02\n"
			   "    title: Dusk on the river\n"
			   "    place: Northtown\n";

/* The good record with one piece of it in other words. */
static void replace(char *out, size_t size, const char *old, const char *by)
{
	const char *at = strstr(good, old);
	assert_non_null(at);
	snprintf(out, size, "%.*s%s%s", (int)(at - good), good, by, at + strlen(old));
}

/* What the first problem shows as the line to write: in `write "..."` at its end, or behind "marks: ",
 * "list: " or "\">-\": ". NULL where it shows none. */
static char *shown_line(char *printed, unsigned *row)
{
	static const char *const before[] = {
		"; write \"", "marks: ", "list: ", "of this line: ", "delete both: "};
	char *code = strchr(printed, '\n');
	assert_int_equal(sscanf(printed, "f:%u:", row), 1);
	*code = '\0';
	code = strrchr(printed, '[');
	code[-1] = '\0';
	for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
		char *at = strstr(printed, before[i]);
		if (!at)
			continue;
		at += strlen(before[i]);
		if (!i)
			at[strlen(at) - 1] = '\0';
		return at;
	}
	return NULL;
}

/* Writes in the line, behind its spaces and hyphen, what was shown. */
static void obey(char *out, size_t size, const char *bytes, unsigned row, const char *line)
{
	const char *at = bytes;
	for (; row > 1; row--)
		at = strchr(at, '\n') + 1;
	const char *end = strchr(at, '\n');
	at += strspn(at, " ");
	at += *at == '-' && at[1] == ' ' ? 2 : 0;
	snprintf(out, size, "%.*s%s%s", (int)(at - bytes), bytes, line, end);
}

/* A slip and what is said. What is meant may be another text than the one of the record. */
struct slip {
	const char *old, *slip, *said;
	bool other;
};

static void obey_all(const struct slip *slips, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char bytes[4096], mended[4096];
		unsigned row;
		replace(bytes, sizeof bytes, slips[i].old, slips[i].slip);
		char *printed = told_of(bytes);
		const char *second = strchr(printed, '\n');
		if (!strstr(printed, slips[i].said) || !second || second[1])
			fail_msg("%s\nis said to be\n%s", slips[i].slip, printed);
		const char *line = shown_line(printed, &row);
		if (!line)
			fail_msg("no line is shown in\n%s", printed);
		obey(mended, sizeof mended, bytes, row, line);
		char *again = told_of(mended);
		if (*again)
			fail_msg("obeyed\n%s\nthere is\n%s", printed, again);
		if (!slips[i].other && strcmp(mended, good) != 0)
			fail_msg("obeyed\n%s\nit is not what was meant:\n%s", printed, mended);
		free(again);
		free(printed);
	}
}

#define OBEY_ALL(slips) obey_all(slips, sizeof(slips) / sizeof *(slips))

static void lost_colons(void **state)
{
	static const char place[] = "    place: Karlsund",
			  said[] = "a colon is missing behind \"place\"",
			  round[] = "does not belong to a field";
	static const struct slip slips[] = {{place, "    place Karlsund", said},
		{place, "    place - Karlsund", said}, {place, "    place\tKarlsund", said},
		{place, "    place = Karlsund", said}, {place, "    place=Karlsund", said},
		{place, "    place; Karlsund", said}, {place, "    place. Karlsund", said},
		{place, "    place \u2013 Karlsund", said}, {place, "    Place Karlsund", said},
		{place, "    \"place\" Karlsund", said}, {place, "    place-Karlsund", said},
		{place, "    **place**: Karlsund", round},
		{place, "    **place:** Karlsund", round}, {place, "    > place: Karlsund", round},
		{place, "    1. place: Karlsund", round}, {place, "    a) place: Karlsund", round},
		{place, "    `place`: Karlsund", round}, {place, "    {place: Karlsund}", round},
		{place, "    [place]: Karlsund", round},
		{"    quotes:", "    quotes", "missing behind \"quotes\""},
		{"people:\n", "people\n", "missing behind \"people\""},
		{"title: The", "title The", "missing behind \"title\""},
		{"- id: dusk", "- id dusk", "missing behind \"id\""},
		{"- id: dusk", "- id; dusk", "missing behind \"id\""},
		{"- id: dusk", "- id dusk:", "missing behind \"id\""},
		{"- id: dusk", "- dusk", "missing before \"dusk\""},
		{"  - id: dusk", "  { id: dusk", round}, {"  - id: dusk", "  [ id: dusk", round},
		{"summary: They meet at dawn.", "outcome text: They part.", "behind \"outcome\"",
			true},
		{"- id: dusk", "- dusk:", "missing before \"dusk\""},
		{"  roe: {name: Ann Roe}", "  roe name: Ann Roe", "stand in braces"},
		{place, "    place :Karlsund", "has its space before it"},
		{place, "    place:Karlsund", "a space is missing"},
		{place, "    place:place: Karlsund", "stands twice"}};
	(void)state;
	OBEY_ALL(slips);
}

/* Texts that must be written in quotation marks, of the kind that they have none of, and marks that
 * are lost or too many. */
static void quotation_marks(void **state)
{
	static const char title[] = "    title: Dawn at the mill",
			  text[] = "    text: We have spent more ink than blood.\n        source",
			  summary[] = "    summary: They meet at dawn.",
			  colon[] = "a colon and a space",
			  after[] = "after its closing quotation mark", never[] = "is never closed",
			  cut[] = "these words end before \"#1\"";
	static const struct slip slips[] = {{title, "    title: Dawn: at the mill", colon, true},
		{text, "    text: \u201cInk: it dries\u201d\n        source", colon, true},
		{text, "    text: He said: \"No\"\n        source", colon, true},
		{text, "    text: \"Ink\" dries.\n        source", after, true},
		{text, "    text: \"We have \"spent\" ink.\"\n        source", after, true},
		{text, "    text: 'It's time'\n        source", after, true},
		{text, "    text: 'It's time\n        source", after, true},
		{text, "    text: \"Ink dries\n        source", never, true},
		{text, "    text: 'Ink dries'\"\n        source", "a quotation mark too many",
			true},
		{text, "    text: \"Ink dries'\n        source", never, true},
		{text, "    text: \"C:\\ink\"\n        source", "a backslash", true},
		{text, "    text: \"Ink\\\"\n        source", "the backslash", true},
		{text, "    text: [sic] at dawn\n        source", "a closing bracket", true},
		{text, "    text: @dawn\n        source", "cannot begin with", true},
		{text, "    text: We are the #1 nation\".\n        source", cut, true},
		{text, "    text: \u201cWe are the #1 nation\".\n        source", cut, true},
		{summary, "    summary: \"They meet at dawn.", never, true},
		{text, "    text: \"We are the #1 nation\n        source", never, true},
		{text, "    text: 'We are' the #1 nation\n        source", after, true},
		{text, "    text: 'We are' the first\n        source", after, true},
		{text, "    text: \"\"Ink\" dries.\"\n        source", after, true},
		{text, "    text: \"Ink dries.\u201d\n        source", never, true},
		{"    place: Karlsund", "    \"place: Karlsund\"", "around the whole line"},
		{summary, "    summary: \u201cDawn: they meet.\u201d", colon, true},
		{summary, "    summary: 'It's dawn.", after, true}};
	(void)state;
	OBEY_ALL(slips);
}

/* What is lost, doubled or another sign in brackets and braces, and fields without these. */
static void brackets(void **state)
{
	static const char people[] = "    people: [hale, roe]",
			  hale[] = "  hale: {name: Edmund Hale, party: north}",
			  never[] = "is never closed",
			  lost[] = "a comma is missing before \"party\"", many[] = "too many",
			  other[] = "is closed with", bare[] = "fields in one line",
			  twice[] = "stands twice", open[] = "where \"{\" belongs";
	static const struct slip slips[] = {{people, "    people: [hale, roe", never},
		{people, "    people: [[hale, roe]", never},
		{people, "    people: [hale, roe)", never},
		{people, "    people: {hale, roe", never},
		{people, "    people: [hale, roe}", other},
		{people, "    people: [hale, roe]]", many},
		{people, "    people: [hale,, roe]", many},
		{people, "    people: [, hale, roe]", many},
		{people, "    people: [hale, roe].", many},
		{people, "    people: [hale, roe\"", never},
		{people, "    people: [hale, roe=", never},
		{people, "    people: [hale, roe(", never},

		{people, "    people: ,hale, roe]", "in one pair of brackets"},
		{people, "    people: ]hale, roe]", "in one pair of brackets"},
		{people, "    people: {hale, roe]", "in one pair of brackets"},
		{people, "    people: \"hale, roe]", "in one pair of brackets"},
		{people, "    people: 'hale, roe]", "in one pair of brackets"},
		{hale, "  hale: )name: Edmund Hale, party: north}", open},
		{hale, "  hale: {name: Edmund Hale# party: north}", lost},
		{hale, "  hale: {name: Edmund Hale, party: north#", never},
		{people, "    people: #hale, roe]", "begins a comment"},
		{"    people: [hale, roe]", "    people: [hale[ roe]", "in one pair of brackets"},
		{people, "    people: [hale] roe]", "in one pair of brackets"},
		{"    place: Karlsund", "    place: [Karlsund", never, true},
		{"    place: Karlsund", "    place: : Karlsund", many},
		{"    place: Karlsund", "    place: place: Karlsund", twice},
		{"    text: We", "    text: Text: We", twice},
		{hale, "  hale: {name: Edmund Hale, party: north", never},
		{hale, "  hale: {name: Edmund Hale, party: north]", other},
		{hale, "  hale: {name: Edmund Hale, party: north}}", many},
		{hale, "  hale: {{name: Edmund Hale, party: north}}", many},
		{hale, "  hale: {{name: Edmund Hale, party: north}", many},
		{hale, "  hale: {name: Edmund Hale,, party: north}", many},
		{hale, "  hale: {name: Edmund Hale; party: north}", lost},
		{hale, "  hale: {name: Edmund Hale party: north}", lost},
		{hale, "  hale: {name: Edmund Hale\uff0cparty: north}", lost},
		{hale, "  hale: {name: name: Edmund Hale, party: north}", twice},
		{hale, "  hale: name: Edmund Hale, party: north}", bare},
		{hale, "  hale: (name: Edmund Hale, party: north)",
			"fields of one item stand in braces"},
		{hale, "  hale: (name: Edmund Hale; party: north)", bare},
		{hale, "  hale: \uff5bname: Edmund Hale, party: north\uff5d", bare},
		{hale, "  hale: [name: Edmund Hale, party: north}", open},
		{hale, "  hale: :name: Edmund Hale, party: north}", open},
		{hale, "  hale: ;name: Edmund Hale, party: north}", open},
		{hale, "  hale: ]name: Edmund Hale, party: north}", open},
		{hale, "  hale: 'name: Edmund Hale, party: north}", open},
		{hale, "  hale: \"name: Edmund Hale, party: north}", open},
		{hale, "  hale: {name: Edmund Hale} party: north}", "where a comma belongs"},
		{hale, "  hale: {name: Edmund Hale= party: north}", lost},
		{hale, "  hale: {name: Edmund Hale: party: north}", lost},
		{hale, "  hale: {name: Edmund Hale\" party: north}", lost},
		{"  roe: {name: Ann Roe}", "  roe: name: Ann Roe", bare}};
	(void)state;
	OBEY_ALL(slips);
}

/* A row of a table is shown as the lines of the record that it holds, and a list as one. */
static void rows_and_lists(void **state)
{
	static const char dusk[] = "  - id: dusk\n    date: 1856-04-02\n"
				   "    title: Dusk on the river\n    place: Northtown",
			  dusk_said[] = "this is a row of a table; write one field a line: "
					"\"  - id: dusk\", \"    date: 1856-04-02\", "
					"\"    title: Dusk on the river\", "
					"\"    place: Northtown\" [table-row]\n",
			  people[] = "    people: [hale, roe]",
			  list_said[] = "write \"people: [hale, roe]\" [unknown-person]\n",
			  roe[] = "  roe: {name: Ann Roe}",
			  roe_said[] = "this is a row of a table; write "
				       "\"  roe: {name: Ann Roe}\" [table-row]\n";
	static const struct slip slips[] = {
		{dusk, "dusk;1856-04-02;Dusk on the river;Northtown", dusk_said},
		{dusk, "  dusk\t1856-04-02\tDusk on the river\tNorthtown", dusk_said},
		{dusk, "    dusk,1856-04-02,Dusk on the river,Northtown", dusk_said},
		{dusk, "  - dusk, 1856-04-02, Dusk on the river, Northtown", dusk_said},
		{dusk, "  | dusk | 1856-04-02 | Dusk on the river | Northtown |", dusk_said},
		{dusk, "  - | dusk | 1856-04-02 | Dusk on the river | Northtown |", dusk_said},
		{dusk, "dusk | 1856-04-02 | Dusk on the river | Northtown", dusk_said},
		{dusk, "\"dusk\";\"1856-04-02\";\"Dusk on the river\";\"Northtown\"", dusk_said},
		{dusk, "  - \"dusk\",\"1856-04-02\",\"Dusk on the river\",\"Northtown\"",
			dusk_said},
		{dusk, "  - id;date;title", "this is the head of a table; delete it"},
		{dusk, "1856-04-02;[Dusk] the river;;", "\"    title: '[Dusk] the river'\""},
		{roe, "  roe;Ann Roe", roe_said}, {roe, "  roe\tAnn Roe", roe_said},
		{roe, "  | roe | Ann Roe |", roe_said}, {roe, "  - roe, Ann Roe", roe_said},
		{people, "    people: [hale. roe]", list_said},
		{people, "    people: [hale\u3001roe]", list_said},
		{roe, "  roe;Ann Roe;north", "\"  roe: {name: Ann Roe, party: north}\""}};
	(void)state;
	for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
		char bytes[4096];
		replace(bytes, sizeof bytes, slips[i].old, slips[i].slip);
		char *printed = told_of(bytes);
		const char *second = strchr(printed, '\n');
		if (!strstr(printed, slips[i].said) || !second || second[1])
			fail_msg("%s\nis said to be\n%s", slips[i].slip, printed);
		free(printed);
	}
}

/* A comma within a text in braces: the piece is shown as it is to be written. */
static void texts_in_braces(void **state)
{
	static const char piece[] = "title: Mill Papers, issued: 1860",
			  whole[] = "title: \"Mill, River and Papers\"";
	static const struct {
		const char *slip, *shown, *rest;
	} texts[] = {{"title: Mill, River and Papers, issued: 1860", whole, ", issued: 1860"},
		{"title: Mill, \"River and Papers\", issued: 1860", whole, ", issued: 1860"},
		{"title: Mill, \u201cRiver and Papers\u201d, issued: 1860", whole,
			", issued: 1860"},
		{"title: \u201cMill, River and Papers\u201d, issued: 1860", whole,
			", issued: 1860"},
		{"title: \"Mill, River and Papers, issued: 1860\"",
			"title: \"Mill, River and Papers\", issued: 1860", ""},
		{"title: 'Mill \"River\", issued: 1860'", "title: 'Mill \"River\"', issued: 1860",
			""}};
	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		char bytes[4096], mended[256], shown[256];
		replace(bytes, sizeof bytes, piece, texts[i].slip);
		snprintf(shown, sizeof shown, ": %s [", texts[i].shown);
		snprintf(mended, sizeof mended, "%s%s", texts[i].shown, texts[i].rest);
		char *printed = told_of(bytes);
		const char *second = strchr(printed, '\n');
		if (!strstr(printed, shown) || !second || second[1])
			fail_msg("%s\nis said to be\n%s", texts[i].slip, printed);
		free(printed);
		replace(bytes, sizeof bytes, piece, mended);
		printed = told_of(bytes);
		if (*printed)
			fail_msg("%s\nis said to be\n%s", mended, printed);
		free(printed);
	}
}

/* A closing quotation mark that stands lines too late: fields of the event are part of the text. */
static void texts_that_swallow(void **state)
{
	static const char fields[] = "title: Dawn at the mill\n"
				     "    place: Karlsund\n"
				     "    people: [hale, roe]\n",
			  said[] = "f:15:12: error: this text goes on over line 16, \"place: "
				   "Karlsund\"; put its closing quotation mark at the end of "
				   "line 15, and delete the one in line 17 [unclosed-quote]\n";
	static const struct {
		const char *by, *said;
	} texts[] = {{"title: 'Dawn at the mill\n"
		      "    place: Karlsund\n"
		      "    people: [hale, roe]'\n",
			     said},
		{"title: \"Dawn at the mill\n"
		 "    place: Karlsund\n"
		 "    people: [hale, roe]\"\n",
			said},
		{"title: 'Dawn at the mill'\n"
		 "    place: Karlsund\n"
		 "    people: [hale, roe]\n",
			""},
		{"title: 'Dawn at\n"
		 "      the mill'\n"
		 "    place: Karlsund\n"
		 "    people: [hale, roe]\n",
			""}};
	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		char bytes[4096];
		replace(bytes, sizeof bytes, fields, texts[i].by);
		char *printed = told_of(bytes);
		if (*texts[i].said ? !strstr(printed, said) : *printed)
			fail_msg("%s\nis said to be\n%s", texts[i].by, printed);
		free(printed);
	}
}

/* A line of a text at which it goes on is no field, whatever it begins with. */
static void texts_that_go_on(void **state)
{
	static const char *const texts[] = {
		"and more words", "source of all evil", "place of honour"};
	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		char bytes[4096], slip[128];
		snprintf(slip, sizeof slip, "blood\n        %s\n        and paper", texts[i]);
		replace(bytes, sizeof bytes, "blood.", slip);
		char *printed = told_of(bytes);
		if (!strstr(printed,
			    "f:24:9: error: this is not \"field: value\", but belongs to "
			    "\"text:\" in line 23; put 2 more spaces before it and before the "
			    "next line, or \"# \" if it is a remark [missing-colon]\n"))
			fail_msg("%s", printed);
		free(printed);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lost_colons),
		cmocka_unit_test(quotation_marks),
		cmocka_unit_test(brackets),
		cmocka_unit_test(rows_and_lists),
		cmocka_unit_test(texts_in_braces),
		cmocka_unit_test(texts_that_swallow),
		cmocka_unit_test(texts_that_go_on),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
