/* A record in JSON in which one sign is lost, typed twice or another one: exactly one problem is told, in
 * that line or the next, whether the record stands in lines or in one. */
#include "tests/effort.h"
#include "tests/unit/told.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char record[] = "{\n"
			     "  \"title\": \"The mill\",\n"
			     "  \"people\": {\n"
			     "    \"hale\": {\n"
			     "      \"name\": \"Edmund Hale\",\n"
			     "      \"aliases\": [\n"
			     "        \"Hale\"\n"
			     "      ]\n"
			     "    },\n"
			     "    \"roe\": {\n"
			     "      \"name\": \"Ann Roe\"\n"
			     "    }\n"
			     "  },\n"
			     "  \"sources\": {\n"
			     "    \"papers\": {\n"
			     "      \"type\": \"book\",\n"
			     "      \"title\": \"Papers\"\n"
			     "    }\n"
			     "  },\n"
			     "  \"events\": [\n"
			     "    {\n"
			     "      \"id\": \"dawn\",\n"
			     "      \"date\": \"1856-03-30\",\n"
			     "      \"title\": \"Dawn at the mill\",\n"
			     "      \"people\": [\n"
			     "        \"hale\",\n"
			     "        {\n"
			     "          \"person\": \"roe\",\n"
			     "          \"role\": \"host\"\n"
			     "        }\n"
			     "      ],\n"
			     "      \"quotes\": [\n"
			     "        {\n"
			     "          \"id\": \"hale-ink\",\n"
			     "          \"speaker\": \"hale\",\n"
			     "          \"text\": \"More ink, \\u00a7 than blood.\",\n"
			     "          \"original\": {\n"
			     "            \"language\": \"de\",\n"
			     "            \"text\": \"Mehr Tinte als Blut.\"\n"
			     "          },\n"
			     "          \"source\": \"papers\",\n"
			     "          \"locator\": \"p. 1\"\n"
			     "        },\n"
			     "        {\n"
			     "          \"id\": \"roe-dry\",\n"
			     "          \"speaker\": \"roe\",\n"
			     "          \"answers\": \"hale-ink\",\n"
			     "          \"text\": \"Ink dries.\",\n"
			     "          \"source\": \"papers\",\n"
			     "          \"locator\": \"p. 2\"\n"
			     "        }\n"
			     "      ]\n"
			     "    },\n"
			     "    {\n"
			     "      \"id\": \"dusk\",\n"
			     "      \"date\": \"1856-04-02\",\n"
			     "      \"title\": \"Dusk\"\n"
			     "    }\n"
			     "  ],\n"
			     "  \"views\": {\n"
			     "    \"lesson\": {\n"
			     "      \"title\": \"Who gave way?\",\n"
			     "      \"show\": [\n"
			     "        \"dawn\",\n"
			     "        {\n"
			     "          \"compare\": [\n"
			     "            \"hale-ink\",\n"
			     "            \"roe-dry\"\n"
			     "          ]\n"
			     "        }\n"
			     "      ]\n"
			     "    }\n"
			     "  }\n"
			     "}\n";

static unsigned line_of(const char *text, size_t at)
{
	unsigned line = 1;
	for (size_t i = 0; i < at; i++)
		line += text[i] == '\n';
	return line;
}

/* The record with `with` in the place of its sign at `at`. */
static void slip_try(const char *good, size_t at, const char *with)
{
	char bytes[4096];
	unsigned line = line_of(good, at), told = 0;
	snprintf(bytes, sizeof bytes, "%.*s%s%s", (int)at, good, with, good + at + 1);
	char *printed = told_of(bytes);
	const char *second = strchr(printed, '\n');
	if (sscanf(printed, "f:%u:", &told) != 1 || told < line - (good[at + 1] == '\0') ||
		told > line + 1 || !strstr(printed, ": error: ") || !second || second[1])
		fail_msg("line %u: '%c' is '%s', and is said to be\n%s%.*s", line, good[at], with,
			printed, 60, good + at);
	free(printed);
}

static void slips_try(const char *good)
{
	static const char *const slips[] = {"{", "", "{{", "[", "(", "}", "", "}}", "]", ")", "[",
		"", "[[", "{", "(", "]", "", "]]", "}", ")", ",", "", ",,", ";", ".", ":", "",
		"::", ";", "=", "\"", ""};
	bool text = false;
	size_t step = effort_step(11), count = 0;
	char *none = told_of(good);
	assert_string_equal(none, "");
	free(none);
	for (size_t at = 0; good[at]; at++) {
		bool sign = good[at] == '"' || !text;
		text ^= good[at] == '"';
		for (size_t i = 0, in = 0; sign && i < sizeof slips / sizeof *slips; i++) {
			bool head = *slips[i] && !slips[i][1] && (!i || !*slips[i + 1]);
			in = head ? *slips[i] == good[at] : in;
			if (in && !head && count++ % step == 0)
				slip_try(good, at, slips[i]);
		}
	}
}

static void one_sign_in_lines(void **state)
{
	(void)state;
	slips_try(record);
}

static void one_sign_in_one_line(void **state)
{
	char line[sizeof record];
	size_t len = 0;
	bool text = false;
	(void)state;
	for (const char *at = record; *at; at++) {
		text ^= *at == '"';
		if (text || !strchr(" \n", *at))
			line[len++] = *at;
	}
	line[len] = '\0';
	slips_try(line);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_sign_in_lines),
		cmocka_unit_test(one_sign_in_one_line),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
