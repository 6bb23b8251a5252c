/* The sheet as text: lines to write on are underscores, which any printer has; the key begins
 * behind a form feed, unless it is alone. */
#include "print/page.h"
#include "print/worksheet.h"

#include <string.h>

struct sheet_page {
	struct page *page;
	bool close; /* the last item stood close to the next */
	bool fresh; /* a heading of the key stands directly above */
};

enum {
	TWO_COLUMNS = 60, /* the least width with lines for name and date beside the title */
	FIELD = 25,       /* "Name ____________________" */
	NUMBER = 3,       /* columns of the key, and of the blanks */
	LETTER = 6,
	WHAT = 9,
	WORDS = 13, /* where words begin on the sheet */
	WORDS_NARROW = 9,
	NAMES = 9,
	LABEL = 26,        /* columns of a label that has its line beside it */
	DETAIL_LEAST = 18, /* the narrowest column of the key */
};

static struct page *page_of(void *to)
{
	return ((struct sheet_page *)to)->page;
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
	page_paragraph(page, role, left, 0);
	if (!beside)
		rows_new(rows);
	if (beside || columns(page, right) < width)
		rows_right(rows, width, style_of(ROLE_TEXT), right);
	else
		page_paragraph(page, ROLE_TEXT, right, 0);
}

static void sheet_head(void *to, const char *title, const char *number)
{
	struct page *page = page_of(to);
	bool narrow = is_narrow(page);
	const char *name = repeated(page, "Name ", "_", FIELD - 5);
	const char *date = repeated(page, "Date ", "_", FIELD - 5);
	const char *sheet = repeated(page, "Class sheet ", number, 1);
	head_row(page, ROLE_TITLE, title, narrow ? "" : name);
	head_row(page, ROLE_TEXT, sheet, narrow ? "" : date);
	if (narrow) {
		page_paragraph(page, ROLE_TEXT, name, 0);
		page_paragraph(page, ROLE_TEXT, date, 0);
	}
	page_flush(page);
}

static void sheet_key(void *to, const char *title, const char *number, bool alone)
{
	struct page *page = page_of(to);
	page_flush(page);
	if (!page->failed && !alone)
		page->failed = fputc('\f', page->file) == EOF;
	head_row(page, ROLE_TITLE, title, repeated(page, "Answer key to class sheet ", number, 1));
	page_flush(page);
}

static void sheet_section(void *to, const char *letter, const char *asked, const char *task)
{
	struct sheet_page *out = to;
	struct page *page = out->page;
	struct rows *rows = &page->rows;
	out->close = false;
	out->fresh = !task;
	rows_new(rows);
	rows_new(rows);
	buf_format(page_words(page), "%s  ", letter);
	const char *hang = page_phrase(page);
	buf_text(page_words(page), asked);
	if (task)
		buf_format(page_words(page), "   %s", task);
	const char *heading = page_phrase(page);
	rows_wrap(rows, style_of(ROLE_TITLE), heading, strlen(heading), columns(page, hang),
		page->paper.width, hang, NULL);
	page_flush(page);
}

static void sheet_item(void *to, const char *number, const char *language, const char *open,
	const char *text, const char *close)
{
	struct sheet_page *out = to;
	(void)language;
	struct page *page = out->page;
	struct rows *rows = &page->rows;
	bool narrow = is_narrow(page);
	buf_format(page_words(page), "%s%*s%s%s", WORKSHEET_BLANK, narrow ? 2 : 4,
		number ? number : "", " ", *open ? open : " ");
	const char *hang = page_phrase(page);
	if (number || !out->close)
		rows_new(rows);
	out->close = !number;
	rows_wrap(rows, style_of(ROLE_QUOTE), text, strlen(text), narrow ? WORDS_NARROW : WORDS,
		page->right, hang, *close ? close : NULL);
	page_flush(page);
}

static void sheet_names(void *to, const char *const *names, uint32_t count)
{
	struct page *page = page_of(to);
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
		rows_copy(rows, style_of(ROLE_KEY), letter);
		rows_to(rows, left + (int)(i % per_row) * wide + 3);
		if (per_row > 1)
			rows_text(rows, style_of(ROLE_TEXT), names[i]);
		else
			rows_wrap_beside(rows, style_of(ROLE_TEXT), names[i], strlen(names[i]),
				left + 3, page->paper.width);
	}
	page_flush(page);
}

static void sheet_label(void *to, const char *label)
{
	struct page *page = page_of(to);
	((struct sheet_page *)to)->fresh = false;
	rows_new(&page->rows);
	page_paragraph(page, ROLE_TEXT, label, NUMBER);
	page_flush(page);
}

static void sheet_line(void *to, const char *label)
{
	struct page *page = page_of(to);
	struct rows *rows = &page->rows;
	int width = page->paper.width, left = LETTER + LABEL;
	rows_new(rows);
	page_paragraph(page, ROLE_TEXT, label, LETTER);
	if (is_narrow(page) || columns(page, label) + 2 > LABEL) {
		left = LETTER;
		rows_new(rows);
		rows_new(rows);
	}
	rows_to(rows, left);
	rows_text(rows, style_of(ROLE_RULE), repeated(page, "", "_", width - left));
	page_flush(page);
}

/* Three columns, each laid out by itself, beside the row of marks. */
static void columns_add(
	struct page *page, const struct rows *marks, const char *const texts[3], const int lefts[3])
{
	static const enum role roles[] = {ROLE_TEXT, ROLE_DATE, ROLE_SOURCE};
	struct rows cells[3];
	struct rows_column beside[4] = {{.rows = marks}};
	for (int i = 0; i < 3; i++) {
		bool last = i == 2 || !texts[i + 1];
		int right = last ? page->right : lefts[i + 1] - 2;
		cells[i] = rows_part(&page->rows, page->paper.width);
		if (texts[i])
			rows_paragraph(&cells[i], style_of(roles[i]), texts[i], lefts[i], right);
		beside[i + 1].rows = &cells[i];
	}
	rows_beside(&page->rows, beside, 4);
}

/* Three columns where there is room for them, else one below the other. */
static void sheet_answer(void *to, const char *number, const char *letter, const char *what,
	const char *date, const char *source)
{
	struct sheet_page *out = to;
	struct page *page = out->page;
	struct rows *rows = &page->rows;
	int width = page->paper.width, left = letter ? WHAT : LETTER, room = width - left;
	int source_left = left + room * 37 / 100 + room * 32 / 100;
	int date_left = source ? left + room * 37 / 100 : source_left;
	int below = left + 2 < width ? left + 2 : left;
	if (out->fresh)
		rows_new(rows);
	out->fresh = false;
	struct rows marks = rows_part(rows, width);
	rows_new(&marks);
	rows_to(&marks, NUMBER);
	rows_text(&marks, style_of(ROLE_KEY), number ? number : "");
	rows_to(&marks, LETTER);
	rows_text(&marks, style_of(ROLE_KEY), letter ? letter : "");
	if (room * 31 / 100 >= DETAIL_LEAST) {
		columns_add(page, &marks, (const char *[]){what, date, source},
			(const int[]){left, date_left, source_left});
	} else {
		rows_beside(rows, &(struct rows_column){.rows = &marks}, 1);
		rows_wrap_beside(rows, style_of(ROLE_TEXT), what, strlen(what), left, width);
		page_paragraph(page, ROLE_DATE, date, below);
		page_paragraph(page, ROLE_SOURCE, source, below);
	}
	page_flush(page);
}

static void sheet_text(void *to, const char *text)
{
	struct page *page = page_of(to);
	rows_new(&page->rows);
	page_paragraph(page, ROLE_NOTE, text, 0);
	page_flush(page);
}

static void sheet_command(void *to, const char *command)
{
	struct page *page = page_of(to);
	rows_new(&page->rows);
	while (*command) {
		size_t len = strcspn(command, "\n");
		rows_new(&page->rows);
		rows_add(&page->rows, style_of(ROLE_TEXT), command, len);
		command += len + (command[len] == '\n');
	}
	page_flush(page);
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

enum worksheet_done print_worksheet_text(
	const struct result *result, const struct print_options *options, uint64_t seed, FILE *file)
{
	struct page page;
	struct sheet_page sheet = {.page = &page};
	page_begin(&page, result, options, file);
	int width = page.paper.width;
	page.right = width;
	bool any = worksheet_write(result, options, seed, &sheet_writer, &sheet, width);
	bool good = page_end(&page);
	return !any ? WORKSHEET_NOTHING : good ? WORKSHEET_PRINTED : WORKSHEET_FAILED;
}
