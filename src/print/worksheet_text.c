/* The sheet as text: lines to write on are underscores, which any printer has; the key begins behind a form feed. */
#include "print/page.h"
#include "print/worksheet_writer.h"

#include <string.h>

enum {
	TWO_COLUMNS =
		60, /* the narrowest paper that has lines for name and date beside the title */
	FIELD = 25, /* "Name ____________________" */
	NUMBER = 3, /* columns of the key, and of the blanks */
	LETTER = 6,
	WHAT = 9,
	WORDS = 13, /* where words begin on the sheet */
	WORDS_NARROW = 9,
	NAMES = 9,
	LABEL = 26,        /* columns of a label that has its line beside it */
	DETAIL_LEAST = 18, /* the narrowest column of the key */
};

static struct style plain(enum role role)
{
	return (struct style){.role = (uint8_t)role};
}

static int columns(const struct page *page, const char *text)
{
	return text_width(page->paper.form, text, strlen(text));
}

static bool is_narrow(const struct page *page)
{
	return page->paper.width < TWO_COLUMNS;
}

static const char *repeated(struct page *page, const char *label, const char *sign, int count)
{
	buf_text(page_words(page), label);
	buf_repeat(page_words(page), sign, count > 0 ? (size_t)count : 0);
	return page_phrase(page);
}

/* Words at the left, and others at the right edge: beside them where there is room. */
static void head_row(struct page *page, enum role role, const char *left, const char *right)
{
	struct rows *rows = &page->rows;
	int width = page->paper.width;
	int room = width - columns(page, right) - 2;
	bool beside = columns(page, left) <= room;
	rows_wrap(rows, plain(role), left, strlen(left), 0, width, NULL, NULL);
	if (!beside)
		rows_new(rows);
	if (beside || columns(page, right) < width)
		rows_right(rows, width, plain(ROLE_TEXT), right);
	else
		rows_wrap(rows, plain(ROLE_TEXT), right, strlen(right), 0, width, NULL, NULL);
}

static void text_sheet(void *to, const char *title, const char *number)
{
	struct page *page = ((struct worksheet_text *)to)->page;
	((struct worksheet_text *)to)->left = is_narrow(page) ? WORDS_NARROW : WORDS;
	const char *name = repeated(page, "Name ", "_", FIELD - 5);
	const char *date = repeated(page, "Date ", "_", FIELD - 5);
	head_row(page, ROLE_TITLE, title, is_narrow(page) ? "" : name);
	head_row(page, ROLE_TEXT, repeated(page, "Class sheet ", number, 1),
		is_narrow(page) ? "" : date);
	if (is_narrow(page)) {
		page_paragraph(page, ROLE_TEXT, name, 0);
		page_paragraph(page, ROLE_TEXT, date, 0);
	}
	page_flush(page);
}

static void text_key(void *to, const char *title, const char *number)
{
	struct page *page = ((struct worksheet_text *)to)->page;
	page_flush(page);
	if (!page->failed)
		page->failed = fputc('\f', page->file) == EOF;
	head_row(page, ROLE_TITLE, title, repeated(page, "Answer key to class sheet ", number, 1));
	page_flush(page);
}

static void text_section(void *to, const char *letter, const char *asked, const char *task)
{
	struct page *page = ((struct worksheet_text *)to)->page;
	struct rows *rows = &page->rows;
	((struct worksheet_text *)to)->close = false;
	((struct worksheet_text *)to)->fresh = !task;
	rows_new(rows);
	rows_new(rows);
	buf_format(page_words(page), "%s  ", letter);
	const char *hang = page_phrase(page);
	buf_text(page_words(page), asked);
	if (task)
		buf_format(page_words(page), "   %s", task);
	const char *heading = page_phrase(page);
	rows_wrap(rows, plain(ROLE_TITLE), heading, strlen(heading), columns(page, hang),
		page->paper.width, hang, NULL);
	page_flush(page);
}

static void text_item(
	void *to, const char *number, const char *open, const char *text, const char *close)
{
	struct worksheet_text *out = to;
	struct page *page = out->page;
	struct rows *rows = &page->rows;
	int narrow = is_narrow(page);
	buf_format(page_words(page), "%s%*s%s%s", WORKSHEET_BLANK, narrow ? 2 : 4,
		number ? number : "", " ", *open ? open : " ");
	const char *hang = page_phrase(page);
	if (number || !out->close)
		rows_new(rows);
	out->close = !number;
	rows_wrap(rows, plain(ROLE_QUOTE), text, strlen(text), out->left, page->paper.width, hang,
		*close ? close : NULL);
	page_flush(page);
}

static void text_names(void *to, const char *const *names, uint32_t count)
{
	struct page *page = ((struct worksheet_text *)to)->page;
	struct rows *rows = &page->rows;
	int widest = 0, left = is_narrow(page) ? NUMBER : NAMES;
	for (uint32_t i = 0; i < count; i++)
		widest = columns(page, names[i]) > widest ? columns(page, names[i]) : widest;
	int wide = widest + 3 + 4, across = (page->paper.width - left + 4) / wide;
	uint32_t per_row = across > 1 ? (uint32_t)across : 1;
	rows_new(rows);
	for (uint32_t i = 0; i < count; i++) {
		char letter[] = {(char)('a' + i), '\0'};
		if (i % per_row == 0)
			rows_new(rows);
		rows_to(rows, left + (int)(i % per_row) * wide);
		rows_copy(rows, plain(ROLE_KEY), letter);
		rows_to(rows, left + (int)(i % per_row) * wide + 3);
		if (per_row > 1)
			rows_text(rows, plain(ROLE_TEXT), names[i]);
		else
			rows_wrap_beside(rows, plain(ROLE_TEXT), names[i], strlen(names[i]),
				left + 3, page->paper.width);
	}
	page_flush(page);
}

static void text_label(void *to, const char *label)
{
	struct page *page = ((struct worksheet_text *)to)->page;
	((struct worksheet_text *)to)->fresh = false;
	rows_new(&page->rows);
	rows_wrap(&page->rows, plain(ROLE_TEXT), label, strlen(label), NUMBER, page->paper.width,
		NULL, NULL);
	page_flush(page);
}

static void text_line(void *to, const char *label)
{
	struct page *page = ((struct worksheet_text *)to)->page;
	struct rows *rows = &page->rows;
	int width = page->paper.width, left = LETTER + LABEL;
	rows_new(rows);
	rows_wrap(rows, plain(ROLE_TEXT), label, strlen(label), LETTER, width, NULL, NULL);
	if (is_narrow(page) || columns(page, label) + 2 > LABEL) {
		left = LETTER;
		rows_new(rows);
		rows_new(rows);
	}
	rows_to(rows, left);
	rows_text(rows, plain(ROLE_RULE), repeated(page, "", "_", width - left));
	page_flush(page);
}

/* Three columns where there is room for them, else one below the other. */
static void text_answer(void *to, const char *number, const char *letter, const char *what,
	const char *date, const char *source)
{
	struct page *page = ((struct worksheet_text *)to)->page;
	struct rows *rows = &page->rows;
	int width = page->paper.width, left = letter ? WHAT : LETTER;
	int room = width - left, date_left = left + room * 37 / 100;
	int source_left = date_left + room * 32 / 100;
	if (!source)
		date_left = source_left;
	bool wide = room * 31 / 100 >= DETAIL_LEAST;
	if (((struct worksheet_text *)to)->fresh)
		rows_new(rows);
	((struct worksheet_text *)to)->fresh = false;
	rows_new(rows);
	rows_to(rows, NUMBER);
	if (number)
		rows_text(rows, plain(ROLE_KEY), number);
	rows_to(rows, LETTER);
	if (letter)
		rows_text(rows, plain(ROLE_KEY), letter);
	if (!wide) {
		rows_wrap_beside(rows, plain(ROLE_TEXT), what, strlen(what), left, width);
		page_paragraph(page, ROLE_DATE, date, left + 2 < width ? left + 2 : left);
		page_paragraph(page, ROLE_SOURCE, source, left + 2 < width ? left + 2 : left);
		page_flush(page);
		return;
	}
	/* Each column is laid out by itself, and its rows are put beside those of the others. */
	const char *texts[] = {what, date, source};
	const int lefts[] = {left, date_left, source_left};
	const int rights[] = {date_left - 2, source ? source_left - 2 : width, width};
	static const enum role roles[] = {ROLE_TEXT, ROLE_DATE, ROLE_SOURCE};
	struct rows cells[3];
	uint32_t height = 0;
	for (int i = 0; i < 3; i++) {
		rows_begin(&cells[i], &page->arena, &page->paper);
		if (texts[i])
			rows_wrap(&cells[i], plain(roles[i]), texts[i], strlen(texts[i]), lefts[i],
				rights[i], NULL, NULL);
		height = cells[i].count > height ? cells[i].count : height;
	}
	for (uint32_t row = 0; row < height; row++) {
		if (row)
			rows_new(rows);
		for (int i = 0; i < 3; i++) {
			if (row >= cells[i].count || !cells[i].at[row].spans)
				continue;
			const struct span *span = cells[i].at[row].spans;
			rows_to(rows, span->column);
			rows_add(rows, span->style, span->text, span->len);
		}
	}
	page_flush(page);
}

static void text_text(void *to, const char *text)
{
	struct page *page = ((struct worksheet_text *)to)->page;
	rows_new(&page->rows);
	rows_wrap(&page->rows, plain(ROLE_NOTE), text, strlen(text), 0, page->paper.width, NULL,
		NULL);
	page_flush(page);
}

static void text_command(void *to, const char *command)
{
	struct page *page = ((struct worksheet_text *)to)->page;
	rows_new(&page->rows);
	while (*command) {
		size_t len = strcspn(command, "\n");
		rows_new(&page->rows);
		rows_add(&page->rows, plain(ROLE_TEXT), command, len);
		command += len + (command[len] == '\n');
	}
	page_flush(page);
}

const struct worksheet_writer worksheet_text = {
	.sheet = text_sheet,
	.key = text_key,
	.section = text_section,
	.item = text_item,
	.names = text_names,
	.label = text_label,
	.line = text_line,
	.answer = text_answer,
	.text = text_text,
	.command = text_command,
};
