/* One slip is one problem: each line of the record to begin with is typed wrong in each of the ways in
 * which lines are, and exactly one problem is told, in that line or the one below it. */
#include "cli/builtin.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* A line of the record, and the name of the field in it, if there is one. */
struct line {
	const char *start, *end; /* the latter without the line feed */
	const char *field;       /* behind blanks and hyphen */
	size_t indent, name;     /* columns before; letters of the name, 0 without a name */
	bool item;
	unsigned number;
};

static struct line line_of(const char *start, unsigned number)
{
	struct line line = {.start = start, .end = start + strcspn(start, "\n"), .number = number};
	line.indent = strspn(start, " ");
	line.field = start + line.indent;
	line.item = strncmp(line.field, "- ", 2) == 0;
	line.field += line.item ? 2 : 0;
	size_t name = strspn(line.field, "abcdefghijklmnopqrstuvwxyz-_0123456789");
	if (name && line.field[name] == ':' && strchr(" \n", line.field[name + 1]))
		line.name = name;
	return line;
}

/* ---- slips: append the line as it was typed; false where it cannot be typed so ---- */

/* The line with `len` bytes at `at` replaced. */
static bool replaced(
	struct buf *out, const struct line *line, const char *at, size_t len, const char *with)
{
	buf_add(out, line->start, (size_t)(at - line->start));
	buf_text(out, with);
	buf_add(out, at + len, (size_t)(line->end - at - (ptrdiff_t)len));
	return true;
}

static bool capital(struct buf *out, const struct line *line)
{
	char first[] = {(char)(*line->field - 'a' + 'A'), '\0'};
	return line->name && replaced(out, line, line->field, 1, first);
}

static bool misspelt(struct buf *out, const struct line *line)
{
	return line->name > 1 && replaced(out, line, line->field + line->name - 1, 1, "x");
}

static bool no_colon(struct buf *out, const struct line *line)
{
	return line->name && replaced(out, line, line->field + line->name, 1, "");
}

static bool no_space(struct buf *out, const struct line *line)
{
	const char *behind = line->field + line->name + 1;
	return line->name && behind < line->end && behind[1] != ' ' &&
		replaced(out, line, behind, 1, "");
}

static bool wide_colon(struct buf *out, const struct line *line)
{
	return line->name && replaced(out, line, line->field + line->name, 1, "：");
}

static bool tab(struct buf *out, const struct line *line)
{
	return line->indent && replaced(out, line, line->start, line->indent, "\t");
}

static bool odd_spaces(struct buf *out, const struct line *line)
{
	struct buf spaces = {0};
	buf_repeat(&spaces, "\xc2\xa0", line->indent);
	bool can = line->indent &&
		replaced(out, line, line->start, line->indent, buf_string(&spaces));
	buf_free(&spaces);
	return can;
}

static bool bullet(struct buf *out, const struct line *line)
{
	return line->item && replaced(out, line, line->field - 2, 1, "•");
}

static bool dash(struct buf *out, const struct line *line)
{
	return line->item && replaced(out, line, line->field - 2, 1, "–");
}

static bool star(struct buf *out, const struct line *line)
{
	return line->item && replaced(out, line, line->field - 2, 1, "*");
}

static bool close_hyphen(struct buf *out, const struct line *line)
{
	return line->item && replaced(out, line, line->field - 1, 1, "");
}

/* Not of the first event: there the section is told to be a list. */
static bool no_hyphen(struct buf *out, const struct line *line)
{
	return line->item && strncmp(line->field, "id: lee-writes", 14) != 0 &&
		replaced(out, line, line->field - 2, 1, " ");
}

static bool open_brace(struct buf *out, const struct line *line)
{
	const char *brace = memchr(line->start, '}', (size_t)(line->end - line->start));
	return brace && *line->field != '#' && replaced(out, line, brace, 1, "");
}

static const struct slip {
	const char *what;
	bool (*type)(struct buf *, const struct line *);
} slips[] = {
	{"a capital", capital},
	{"a misspelt name", misspelt},
	{"no colon", no_colon},
	{"no space behind the colon", no_space},
	{"a wide colon", wide_colon},
	{"a tab", tab},
	{"no-break spaces", odd_spaces},
	{"a bullet", bullet},
	{"a dash", dash},
	{"a star", star},
	{"no space behind the hyphen", close_hyphen},
	{"no hyphen", no_hyphen},
	{"a brace that is not closed", open_brace},
};

/* ---- what is told ---- */

struct told {
	struct buf text;
	unsigned line, count;
};

static void hear(void *state, const struct diag_problem *problem)
{
	struct told *told = state;
	told->line = problem->place.line;
	told->count++;
	buf_format(&told->text, "    %u:%u: %s: %s [%s]\n", problem->place.line,
		problem->place.column, diag_word(problem->level), problem->message, problem->code);
}

static void check(const struct buf *text, struct told *told)
{
	struct diag_list *diags = diag_create();
	struct load_input input = {"slip.yaml", text->text, text->len};
	record_free(load_record(&input, 1, NULL, diags));
	diag_each(diags, DIAG_NOTE, hear, told);
	diag_free(diags);
}

/* An id may be misspelt where it is given as where it is written: either is told. One that nothing
 * refers to may be any. */
static bool is_good(const struct line *line, const struct told *told)
{
	bool id = line->indent == 2 && !line->item;
	if (id && !told->count)
		return strncmp(line->field, "letters:", 8) == 0;
	return told->count == 1 &&
		(id || told->line == line->number || told->line == line->number + 1);
}

static void one_problem(void **state)
{
	(void)state;
	const char *at = builtin_blank, *end = builtin_blank + builtin_blank_len;
	unsigned tried = 0, failed = 0;
	for (unsigned number = 1; at < end; number++) {
		struct line line = line_of(at, number);
		for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
			struct buf text = {0};
			struct told told = {{0}};
			buf_add(&text, builtin_blank, (size_t)(at - builtin_blank));
			if (slips[i].type(&text, &line)) {
				buf_add(&text, line.end, (size_t)(end - line.end));
				check(&text, &told);
				tried++;
				if (!is_good(&line, &told)) {
					print_error("line %u, %s:\n%s", number, slips[i].what,
						buf_string(&told.text));
					failed++;
				}
			}
			buf_free(&text);
			buf_free(&told.text);
		}
		at = line.end + 1;
	}
	assert_true(tried > 200);
	assert_int_equal(failed, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(one_problem)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
