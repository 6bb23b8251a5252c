/* The sheet as Markdown, to be changed in a word processor: lines to write on are underscores, and
 * the key is a chapter of its own. */
#include "print/markdown_page.h"
#include "print/plain_text.h"
#include "print/worksheet.h"

#include <string.h>

enum { COMMAND_WIDTH = 72, LINE = 60, LINE_LEAST = 24, FIELD = 24 };

struct sheet_md {
	struct markdown page;
	bool answers; /* were written last */
};

static struct markdown *page_of(void *to)
{
	return &((struct sheet_md *)to)->page;
}

static void is_other(void *to)
{
	((struct sheet_md *)to)->answers = false;
}

/* Signs that are no markup as long as blanks stand around them. */
static void rule(struct markdown *page, int columns)
{
	markdown_tag(page, " ");
	buf_repeat(&page->out, "_", (size_t)(columns > LINE_LEAST ? columns : LINE_LEAST));
}

static void sheet_head(void *to, const char *title, const char *number)
{
	struct markdown *page = page_of(to);
	markdown_top(page, title, NULL);
	markdown_heading(page, 1);
	buf_format(&page->out, "Class sheet %s", number);
	markdown_end(page);
	markdown_paragraph(page);
	markdown_tag(page, "Name");
	rule(page, FIELD);
	markdown_tag(page, " Date");
	rule(page, FIELD);
	markdown_end(page);
}

/* In Word the key begins on a new page; elsewhere a chapter does what the program there does. */
static void sheet_key(void *to, const char *title, const char *number, bool alone)
{
	struct markdown *page = page_of(to);
	is_other(to);
	if (alone) {
		markdown_top(page, title, NULL);
	} else {
		markdown_paragraph(page);
		markdown_tag(page,
			"``` {=openxml}\n"
			"<!-- the key on a page of its own -->\n"
			"<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>\n"
			"```\n");
	}
	markdown_heading(page, 1);
	buf_format(&page->out, "Answer key to class sheet %s", number);
	markdown_end(page);
	markdown_stressed(page, "**", alone ? NULL : title);
}

static void sheet_section(void *to, const char *letter, const char *asked, const char *task)
{
	struct markdown *page = page_of(to);
	is_other(to);
	markdown_heading(page, 2);
	buf_format(&page->words, "%s. %s", letter, asked);
	markdown_line(page, buf_string(&page->words));
	buf_clear(&page->words);
	markdown_end(page);
	markdown_block(page, task);
}

static void sheet_item(void *to, const char *number, const char *language, const char *open,
	const char *text, const char *close)
{
	struct markdown *page = page_of(to);
	is_other(to);
	if (number && *number) {
		buf_format(&page->words, "%s.", number);
		markdown_item_loose(page, buf_kept(&page->words, &page->arena));
		buf_clear(&page->words);
	} else {
		markdown_paragraph(page);
	}
	markdown_tag(page, WORKSHEET_BLANK " ");
	buf_format(&page->words, "%s%s%s", open, text, close);
	markdown_foreign(page, language, buf_string(&page->words));
	buf_clear(&page->words);
	markdown_end(page);
}

static void sheet_names(void *to, const char *const *names, uint32_t count)
{
	struct markdown *page = page_of(to);
	is_other(to);
	markdown_paragraph(page);
	for (uint32_t i = 0; i < count; i++) {
		if (i)
			markdown_break(page);
		buf_format(&page->out, "**%c** ", 'a' + (char)i);
		markdown_words(page, names[i]);
	}
	markdown_end(page);
}

static void sheet_label(void *to, const char *label)
{
	is_other(to);
	markdown_stressed(page_of(to), "**", label);
}

static void sheet_line(void *to, const char *label)
{
	struct markdown *page = page_of(to);
	is_other(to);
	markdown_paragraph(page);
	markdown_words(page, label);
	rule(page, LINE - text_width(page->form, label, strlen(label)));
	markdown_end(page);
}

static void answer_cell(struct markdown *page, const char *text)
{
	markdown_tag(page, "| ");
	markdown_line(page, text ? text : "");
	markdown_tag(page, " ");
}

/* A table whose head is empty: pandoc makes none of it. */
static void answers_open(struct markdown *page, bool numbers, bool letters, bool sources)
{
	markdown_paragraph(page);
	markdown_tag(page, numbers ? "| " : "");
	markdown_tag(page, letters ? "| " : "");
	markdown_tag(page, sources ? "| | | |\n" : "| | |\n");
	markdown_tag(page, numbers ? "|:----" : "");
	markdown_tag(page, letters ? "|:----" : "");
	markdown_tag(page, "|:------------------------------|:------------------------");
	markdown_tag(page, sources ? "|:------------------------|\n" : "|\n");
}

static void sheet_answer(void *to, const char *number, const char *letter, const char *what,
	const char *date, const char *source)
{
	struct sheet_md *sheet = to;
	struct markdown *page = page_of(to);
	if (!sheet->answers)
		answers_open(page, number != NULL, letter != NULL, source != NULL);
	sheet->answers = true;
	if (number)
		answer_cell(page, number);
	if (letter)
		answer_cell(page, letter);
	answer_cell(page, what);
	answer_cell(page, date);
	if (source)
		answer_cell(page, source);
	markdown_tag(page, "|");
	markdown_end(page);
}

static void sheet_text(void *to, const char *text)
{
	is_other(to);
	markdown_block(page_of(to), text);
}

/* As it is typed, line by line, in a block that no line of it ends. */
static void sheet_command(void *to, const char *command)
{
	struct markdown *page = page_of(to);
	is_other(to);
	markdown_paragraph(page);
	while (*command) {
		size_t len = strcspn(command, "\n");
		markdown_tag(page, "    ");
		plain_text(page->form, &page->out, command, len);
		markdown_end(page);
		command += len + (command[len] == '\n');
	}
}

static const struct worksheet_writer sheet_writer = {
	.sheet = sheet_head,
	.key = sheet_key,
	.section = sheet_section,
	.item = sheet_item,
	.names = sheet_names,
	.label = sheet_label,
	.line = sheet_line,
	.answer = sheet_answer,
	.text = sheet_text,
	.command = sheet_command,
};

enum worksheet_done print_worksheet_markdown(
	const struct result *result, const struct print_options *options, uint64_t seed, FILE *file)
{
	struct sheet_md sheet = {.answers = false};
	struct markdown *page = &sheet.page;
	markdown_open(page, result, options, file);
	bool any = worksheet_write(result, options, seed, &sheet_writer, &sheet, COMMAND_WIDTH);
	bool good = markdown_close(page);
	return !any ? WORKSHEET_NOTHING : good ? WORKSHEET_PRINTED : WORKSHEET_FAILED;
}
