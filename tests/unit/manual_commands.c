/* truce(1) and the program say the same: keys, options, queries, formats. UPDATE=1 writes the keys
 * anew. */
#include "base/node_stored.h"
#include "cli/builtin.h"
#include "cli/options.h"
#include "load/load.h"
#include "print/print.h"
#include "query/select.h"
#include "tests/unit/manual.h"
#include "ui/core/action_table.h"
#include "ui/core/input.h"

#include <ctype.h>
#include <glob.h>

#define PAGE      "man/truce.1"
#define KEYS_FROM "keys: written by tests/unit/manual_commands.c from the table of actions"
#define KEYS_TO   "end of keys"

/* ---- keys ---- */

static void roff_add(struct buf *out, const char *text)
{
	for (; *text; text++)
		if (*text == '-')
			buf_text(out, "\\-");
		else if (*text == '\\')
			buf_text(out, "\\e");
		else
			buf_char(out, *text);
}

static void key_item_add(struct buf *out, const struct action_row *row)
{
	char key[16];
	buf_text(out, ".It Ic");
	if (row->keys[0] == INPUT_NONE)
		buf_text(out, " \\&:");
	for (int i = 0; i < ACTION_KEYS_MOST && row->keys[i] != INPUT_NONE; i++) {
		input_key_name(row->keys[i], key);
		buf_text(out, i ? " , \\&" : " \\&");
		roff_add(out, key);
	}
	buf_text(out, " Pq ");
	roff_add(out, row->name);
	buf_char(out, '\n');
}

/* The help as a sentence, in lines that fit. */
static void help_add(struct buf *out, const char *help)
{
	size_t column = 0;
	buf_char(out, (char)toupper((unsigned char)*help));
	for (const char *at = help + 1; *at; at++) {
		char text[2] = {*at, '\0'};
		size_t word = strcspn(at + 1, " ");
		column++;
		if (*at == ' ' && column + word > 76) {
			buf_char(out, '\n');
			column = 0;
		} else {
			roff_add(out, text);
		}
	}
	buf_text(out, ".\n");
}

static void keys_make(struct buf *out)
{
	buf_text(out, ".\\\" " KEYS_FROM "\n");
	for (int group = 0; group < GROUP_COUNT; group++) {
		buf_format(out, ".Ss %s\n.Bl -tag -width Ds\n",
			action_group_name((enum action_group)group));
		for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
			const struct action_row *row = action_row((enum action)action);
			if (row->group != (enum action_group)group)
				continue;
			key_item_add(out, row);
			help_add(out, row->help);
		}
		buf_text(out, ".El\n");
	}
}

static void keys_write(const char *page, const char *from, const struct buf *keys, const char *to)
{
	FILE *file = fopen(PAGE, "w");
	assert_non_null(file);
	fprintf(file, "%.*s%s%.*s", (int)(from - page), page, keys->text, (int)strlen(to) - 1, to);
	assert_int_equal(fclose(file), 0);
}

static void test_keys(void **state)
{
	(void)state;
	const char *update = getenv("UPDATE");
	char *page = manual_file(PAGE);
	char *from = manual_remark(page, "keys"), *to = manual_remark(from, KEYS_TO);
	struct buf keys = {0};
	keys_make(&keys);
	bool same = (size_t)(to - from) == keys.len && memcmp(from, keys.text, keys.len) == 0;
	if (!same && update && *update)
		keys_write(page, from, &keys, to);
	else if (!same)
		fail_msg(PAGE " has other keys than the program; UPDATE=1 writes them anew");
	buf_free(&keys);
	free(page);
}

/* ---- options ---- */

/* "explore, print": the heading of options that belong to these commands. */
static void commands_name(unsigned commands, struct buf *out)
{
	static const struct {
		unsigned bit;
		const char *name;
	} names[] = {{COMMAND_EXPLORE, "explore"}, {COMMAND_PRINT, "print"},
		{COMMAND_CHECK, "check"}, {COMMAND_VERIFY, "verify"},
		{COMMAND_SNAPSHOT, "snapshot"}};
	unsigned all = 0;
	buf_clear(out);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		all |= names[i].bit;
		if (commands & names[i].bit)
			buf_format(out, "%s%s", out->len ? ", " : "", names[i].name);
	}
	if (commands == all) {
		buf_clear(out);
		buf_text(out, "every command");
	}
}

/* ".It Fl f , Fl -format Ns = Ns Ar NAME" */
static void option_line(const struct option_row *row, struct buf *out)
{
	buf_clear(out);
	buf_text(out, ".It ");
	if (row->letter)
		buf_format(out, "Fl %c , ", row->letter);
	buf_format(out, "Fl -%s", row->name);
	if (row->argument)
		buf_format(out, " Ns = Ns Ar %s", row->argument);
}

static void test_options(void **state)
{
	(void)state;
	char *page = manual_file(PAGE), *part = manual_part(page, "options", "end of options");
	const char *heading = "";
	struct buf expected = {0};
	bool documented[OPTION_COUNT] = {false};
	for (char *line; (line = manual_line(&part));) {
		if (strncmp(line, ".Ss ", 4) == 0)
			heading = line + 4;
		if (strncmp(line, ".It ", 4) != 0)
			continue;
		int id = 0;
		for (; id < OPTION_COUNT; id++) {
			option_line(option_row((enum option_id)id), &expected);
			if (strcmp(line, buf_string(&expected)) == 0)
				break;
		}
		if (id == OPTION_COUNT)
			fail_msg(PAGE " has an option that the program has not: %s", line);
		commands_name(option_row((enum option_id)id)->commands, &expected);
		if (strcmp(heading, buf_string(&expected)) != 0)
			fail_msg("%s stands under \"%s\", and belongs under \"%s\"", line, heading,
				buf_string(&expected));
		documented[id] = true;
	}
	for (int id = 0; id < OPTION_COUNT; id++)
		if (!documented[id])
			fail_msg(PAGE " lacks --%s", option_row((enum option_id)id)->name);
	buf_free(&expected);
	free(page);
}

/* ---- queries ---- */

/* A query of the page means something to the built-in record. */
static void query_try(const struct record *record, const char *query)
{
	struct arena arena = {0};
	struct result result;
	struct query_problem problem = {0};
	if (!select_run(
		    record, &(struct select_options){.query = query}, &arena, &result, &problem) ||
		*problem.reason)
		fail_msg("the query %s of " PAGE ": %s", query, problem.reason);
	if (!result.event_count && strcmp(query, "-0043") != 0)
		fail_msg("the query %s of " PAGE " selects nothing", query);
	arena_free(&arena);
}

/* A query of several words is several arguments of its macro, up to what stands behind it. */
static bool is_of_query(const char *word)
{
	static const char *const ends[] = {"No", "Li", ",", ";", ".", ":"};
	for (size_t i = 0; word && i < sizeof ends / sizeof *ends; i++)
		if (strcmp(word, ends[i]) == 0)
			return false;
	return word;
}

static void test_queries(void **state)
{
	(void)state;
	char *page = manual_file(PAGE), *part = manual_part(page, "queries", "end of queries");
	struct diag_list *diags = diag_create();
	struct load_input input = {"events.yaml", builtin_events, builtin_events_len};
	struct record *record = load_record(&input, 1, &(struct stored){0}, diags);
	struct buf query = {0}, field = {0};
	assert_non_null(record);
	const struct query_field_row *row;
	for (int i = QUERY_NAMED; (row = query_field_row(i)); i++) {
		buf_clear(&field);
		buf_format(&field, "Li %s:", row->name);
		char *item = strstr(part, buf_string(&field));
		if (!item)
			fail_msg(PAGE " lacks the field %s", buf_string(&field));
		for (int n = 0; row->words && n < row->words->count; n++)
			if (!strstr(item, row->words->at[n]))
				fail_msg(PAGE " lacks %s:%s", row->name, row->words->at[n]);
	}
	for (char *line; (line = manual_line(&part));) {
		char *args = line;
		for (const char *word; (word = manual_word(&args));) {
			bool literal = strcmp(word, "Li") == 0 || strcmp(word, ".Li") == 0;
			if (!literal || !(word = manual_word(&args)))
				continue;
			buf_clear(&query);
			manual_plain(&query, word);
			while (is_of_query(word = manual_word(&args))) {
				buf_char(&query, ' ');
				manual_plain(&query, word);
			}
			query_try(record, buf_string(&query));
		}
	}
	record_free(record);
	diag_free(diags);
	buf_free(&query);
	buf_free(&field);
	free(page);
}

/* ---- presenting ---- */

/* The file with the table of keys, which is private to it. */
static char *presenting_source(void)
{
	glob_t files;
	char *source = NULL;
	assert_int_equal(glob("src/ui/*/present*.c", 0, NULL, &files), 0);
	for (size_t i = 0; i < files.gl_pathc && !source; i++) {
		source = manual_file(files.gl_pathv[i]);
		if (!strstr(source, "key_lines[] = {")) {
			free(source);
			source = NULL;
		}
	}
	globfree(&files);
	assert_non_null(source);
	return source;
}

/* The first literal of each row of the table. */
static void test_keys_of_presenting(void **state)
{
	(void)state;
	char *page = manual_file(PAGE),
	     *part = manual_part(page, "presenting", "end of presenting");
	char *source = presenting_source(), *row = strstr(source, "key_lines[] = {");
	*strstr(row, "};") = '\0';
	struct buf text = {0}, item = {0};
	for (char *line; (line = manual_line(&part));) {
		if (strncmp(line, ".It Ic ", 7) != 0)
			continue;
		buf_clear(&item);
		for (char *args = line + 7, *word; (word = manual_word(&args));) {
			buf_text(&item, item.len && *word != ',' ? " " : "");
			if (*word != ',')
				manual_plain(&item, word);
		}
		row = strstr(row, "{\"");
		if (!row)
			fail_msg(PAGE " has a key too many: %s", buf_string(&item));
		row += 2;
		buf_clear(&text);
		for (; *row != '"'; row++)
			if (*row != ',')
				buf_char(&text, *row);
		assert_string_equal(buf_string(&item), buf_string(&text));
	}
	assert_null(strstr(row, "{\""));
	buf_free(&text);
	buf_free(&item);
	free(source);
	free(page);
}

/* ---- formats ---- */

static void test_formats(void **state)
{
	(void)state;
	char *page = manual_file(PAGE), *part = manual_part(page, "formats", "end of formats");
	const struct print_format *format;
	int n = 0;
	for (char *line; (line = manual_line(&part));) {
		if (strncmp(line, ".It Cm ", 7) != 0)
			continue;
		format = print_at(n++);
		assert_non_null(format);
		assert_string_equal(line + 7, format->name);
	}
	assert_null(print_at(n));
	free(page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_options),
		cmocka_unit_test(test_queries),
		cmocka_unit_test(test_keys_of_presenting),
		cmocka_unit_test(test_formats),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
