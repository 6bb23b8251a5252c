/* truce(5) and the program say the same: its example is a record without fault, its dates are
 * dates, and no code is missing or made up. What the program has is read from its sources, where it
 * is static. Its fields: manual_fields.c. */
#include "base/arena.h"
#include "load/codes.h"
#include "load/load.h"
#include "model/date.h"
#include "tests/unit/manual.h"

#include <glob.h>

#define PAGE "man/truce.5"

/* ---- examples ---- */

static void record_try(const char *name, const struct buf *text)
{
	struct diag_list *diags = diag_create();
	struct load_input input = {name, text->text, text->len};
	struct record *record = load_record(&input, 1, NULL, diags);
	diag_print(diags, stderr, DIAG_NOTE, true);
	assert_non_null(record);
	for (int level = 0; level < DIAG_LEVEL_COUNT; level++)
		assert_int_equal(diag_count(diags, (enum diag_level)level), 0);
	assert_true(record->counts[THING_QUOTE] > 0);
	record_free(record);
	diag_free(diags);
}

static void test_example(void **state)
{
	(void)state;
	char *page = manual_file(PAGE), *part = manual_part(page, "example", "end of example");
	struct buf text = {0};
	for (char *line; (line = manual_line(&part));) {
		if (*line == '.')
			continue;
		manual_plain(&text, line);
		buf_char(&text, '\n');
	}
	record_try(PAGE, &text);
	buf_free(&text);
	free(page);
}

/* ---- dates ---- */

static void test_dates(void **state)
{
	(void)state;
	char *page = manual_file(PAGE), *part = manual_part(page, "dates", "end of dates");
	struct buf text = {0};
	int count = 0;
	for (char *line; (line = manual_line(&part));) {
		struct arena arena = {0};
		struct date date;
		struct date_problem problem;
		if (strncmp(line, ".It Li ", 7) != 0)
			continue;
		line += 7;
		buf_clear(&text);
		manual_plain(&text, manual_word(&line));
		if (!date_parse(&arena, text.text, text.len, &date, &problem))
			fail_msg("%s has the date %s: %s", PAGE, text.text, problem.reason);
		arena_free(&arena);
		count++;
	}
	assert_true(count > 10);
	buf_free(&text);
	free(page);
}

/* ---- words that stand in a list of the page ---- */

/* Whether ".It Cm one , other" (or Li) of the part names the word. */
static bool items_name(const char *part, const char *word)
{
	char *copy = manual_file(PAGE), *at = copy;
	bool named = false;
	strcpy(copy, part);
	for (char *line; !named && (line = manual_line(&at));)
		if (strncmp(line, ".It Cm ", 7) == 0 || strncmp(line, ".It Li ", 7) == 0) {
			line += 7;
			for (const char *one; (one = manual_word(&line));)
				named = named || strcmp(one, word) == 0;
		}
	free(copy);
	return named;
}

/* The part of the page from a remark to the next one. */
static void part_find(struct buf *out, const char *remark)
{
	char *page = manual_file(PAGE), *start = manual_remark(page, remark);
	start = strchr(start, '\n') + 1;
	char *end = strstr(start, "\n.\\\"");
	assert_non_null(end);
	buf_clear(out);
	buf_add(out, start, (size_t)(end - start));
	free(page);
}

/* ---- codes ---- */

struct codes {
	char words[256][64];
	int count;
};

static bool codes_have(const struct codes *codes, const char *word)
{
	for (int i = 0; i < codes->count; i++)
		if (strcmp(codes->words[i], word) == 0)
			return true;
	return false;
}

static void codes_add(struct codes *codes, const char *word)
{
	assert_true(codes->count < 256);
	if (!codes_have(codes, word))
		snprintf(codes->words[codes->count++], sizeof *codes->words, "%s", word);
}

static bool is_code(const char *word)
{
	return *word && strspn(word, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(word);
}

/* Adds the literals that are codes: the first ones behind `call` in the files. Messages have spaces,
 * codes have none. */
static void literals_add(const char *files, const char *call, struct codes *codes)
{
	glob_t found;
	assert_int_equal(glob(files, 0, NULL, &found), 0);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		char *text = manual_file(found.gl_pathv[i]);
		for (char *at = text; (at = strstr(at, call)); at++) {
			char word[64] = "-";
			for (char *open = strchr(at, '"'), *close; is_code(word) && open;
				open = strchr(close + 1, '"')) {
				close = strchr(open + 1, '"');
				assert_non_null(close);
				snprintf(word, sizeof word, "%.*s", (int)(close - open - 1),
					open + 1);
				if (is_code(word))
					codes_add(codes, word);
			}
		}
		free(text);
	}
	globfree(&found);
}

static void test_codes_of_tables(void **state)
{
	(void)state;
	static const char *const levels[DIAG_LEVEL_COUNT] = {
		[DIAG_ERROR] = "error", [DIAG_WARNING] = "warning", [DIAG_NOTE] = "note"};
	struct buf part = {0};
	for (int i = 0; i < CODE_COUNT; i++) {
		part_find(&part, levels[code_table[i].level]);
		if (!items_name(buf_string(&part), code_table[i].word))
			fail_msg("%s lacks the %s %s", PAGE, levels[code_table[i].level],
				code_table[i].word);
	}
	buf_free(&part);
}

static void test_codes(void **state)
{
	(void)state;
	struct codes codes = {0};
	char *page = manual_file(PAGE), *part = manual_part(page, "error", "end of diagnostics");
	for (int i = 0; i < CODE_COUNT; i++)
		codes_add(&codes, code_table[i].word);
	literals_add("src/base/*.c", "diag_add(", &codes);
	literals_add("src/base/*.c", "text_explain(fault", &codes);
	literals_add("src/cli/*.c", "diag_add(", &codes);
	assert_true(codes.count > CODE_COUNT + 30);
	for (int i = 0; i < codes.count; i++)
		if (!items_name(part, codes.words[i]))
			fail_msg("%s lacks the code %s", PAGE, codes.words[i]);
	for (char *line; (line = manual_line(&part));) {
		if (strncmp(line, ".It Li ", 7) != 0)
			continue;
		line += 7;
		for (const char *word; (word = manual_word(&line));)
			if (strcmp(word, ",") != 0 && !codes_have(&codes, word))
				fail_msg("%s has a code that no problem has: %s", PAGE, word);
	}
	free(page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_example),
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_codes_of_tables),
		cmocka_unit_test(test_codes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
