/* What stands above the deeper lines of a text where the sign of a block text belongs: exactly one problem
 * is told, at its place, and it holds the line that was meant. */
#include "tests/unit/told.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A record with a field whose text stands below it: "@" is what stands behind its name. */
static const struct field {
	const char *record, *name;
	unsigned line, column;
} fields[] = {
	{"title: T\nsources:\n  papers: {type: book, title: Papers}\npeople: {hale: {name: "
	 "Hale}}\nevents:\n  - id: dawn\n    date: 1856\n"
	 "    title: Dawn\n    quotes:\n      - id: ink\n        speaker: hale\n"
	 "        source: papers\n        text: @\n          We have spent more\n          ink.\n",
		"text", 13, 15},
	{"title: T\nevents:\n  - id: dawn\n    date: 1856\n    title: Dawn\n    summary: @\n"
	 "      They meet\n      at noon.\n",
		"summary", 6, 14},
	{"title: T\nevents:\n  - id: dawn\n    date: 1856\n    title: @\n      A long\n"
	 "      title\n",
		"title", 5, 12},
};

static void told(const char *signs, const char *meant, bool good)
{
	char sign[32];
	for (; *signs; signs += strcspn(signs, " ")) {
		signs += strspn(signs, " ");
		size_t len = strcspn(signs, " ");
		snprintf(sign, sizeof sign, "%.*s", (int)len, signs);
		for (char *at = sign; (at = strchr(at, '_')); at++)
			*at = ' ';
		for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
			const struct field *field = &fields[i];
			const char *at = strchr(field->record, '@');
			char bytes[512], place[32], said[64];
			snprintf(bytes, sizeof bytes, "%.*s%s%s", (int)(at - field->record),
				field->record, sign, at + 1);
			snprintf(place, sizeof place, "f:%u:%u: ", field->line, field->column);
			snprintf(said, sizeof said, "\"%s: %s\"", field->name, meant);
			char *printed = told_of(bytes);
			const char *second = strchr(printed, '\n');
			if (good ? *printed != '\0'
				 : strncmp(printed, place, strlen(place)) != 0 ||
						!strstr(printed, said) || !second || second[1])
				fail_msg("%s\nis said to be\n%s", bytes, printed);
			free(printed);
		}
	}
}

/* "_" is a space. */
static void signs(void **state)
{
	(void)state;
	told(">-. >-, >-: >-; >>- >->  >--  >* >_- >-\" >-_\" >-' >-) >-22 >10 >/ >-_| >_>- >_\\ "
	     ">_. - * % & ? &gt; &gt;- \"\" \">-\" '>-' \">\"",
		">-", false);
	told("|| |_| |-: |. |; |/ |< |0 \"|\" '|-'", "|", false);
	told("-> => <- < <= \u2013> \u2014 \u2013 \u203a \u203a_- \u00bb_- \uff1e \u2192 \u300b = "
	     "(>-) $ "
	     "\u201c>-\u201d \u2265",
		">-", false);
	told("I l 1 i \u00a6 \uff5c \u2502 \u01c0 \u2223 \u2016 / \\", "|", false);
}

static void words(void **state)
{
	(void)state;
	told("> >- | |- >2 A a O 7 \u2026 ... Ink", NULL, true);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(signs), cmocka_unit_test(words)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
