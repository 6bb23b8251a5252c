/* Rows become bytes here and nowhere else: every span passes text_show, which makes it harmless,
 * and only the program's own colour sequences stand between spans. */
#include "print/page.h"

#include <string.h>

static const struct style source_style = {.role = ROLE_SOURCE}, date_style = {.role = ROLE_DATE};

static int digits(uint32_t number)
{
	int count = 1;
	while (number /= 10)
		count++;
	return count;
}

static int page_width(const struct print_options *options)
{
	int width = options->width ? options->width : 80;
	return width < PAGE_LEAST ? PAGE_LEAST : width > PAGE_WIDEST ? PAGE_WIDEST : width;
}

/* An empty block in memory that is free again. */
static void block_begin(struct page *page)
{
	arena_reset(&page->arena);
	rows_begin(&page->rows, &page->arena, &page->paper);
	rows_begin(&page->margin, &page->arena, &page->paper);
}

void page_begin(struct page *page, const struct result *result, const struct print_options *options,
	FILE *file)
{
	const struct record *record = result->record;
	uint32_t sources = record->counts[THING_SOURCE];
	int width = page_width(options);
	*page = (struct page){
		.result = result,
		.record = record,
		.options = options,
		.file = file,
		.signs = signs_find(options->ascii),
		.text = width < PAGE_NARROW ? 0 : PAGE_TEXT,
		.right = width < PAGE_NARROW ? width : width - digits(sources) - 3,
	};
	page->paper = (struct paper){.width = width, .signs = page->signs, .form = options->form};
	block_begin(page);
}

bool page_end(struct page *page)
{
	page_flush(page);
	bool good = fflush(page->file) == 0 && !page->failed;
	buf_free(&page->words);
	buf_free(&page->line);
	arena_free(&page->arena);
	return good;
}

static void span_show(struct page *page, struct style style, const char *text, size_t len)
{
	const struct print_options *options = page->options;
	struct buf *line = &page->line;
	size_t before = line->len;
	if (options->theme && options->colors >= 0)
		look_sgr(line, theme_resolve(options->theme, style), options->colors);
	bool plain = line->len == before;
	text_show(options->form, line, text, len);
	if (!plain)
		buf_text(line, "\033[0m");
}

static int spans_show(struct page *page, const struct row *row, int indent, int column)
{
	for (const struct span *span = row->spans; span; span = span->next) {
		if (span->column + indent > column)
			buf_repeat(&page->line, " ", (size_t)(span->column + indent - column));
		span_show(page, span->style, span->text, span->len);
		column = span->column + indent + span->width;
	}
	return column;
}

static int row_width(const struct row *row)
{
	int width = 0;
	for (const struct span *span = row->spans; span; span = span->next)
		width = span->column + span->width;
	return width;
}

/* The nth row of the block, with what stands in the margin beside it. */
static void row_show(struct page *page, uint32_t n)
{
	int column = 0;
	if (n < page->margin.count) {
		const struct row *beside = &page->margin.at[n];
		column = spans_show(page, beside, PAGE_MARGIN - row_width(beside), 0);
	}
	spans_show(page, &page->rows.at[n], 0, column);
	buf_char(&page->line, '\n');
}

void page_flush(struct page *page)
{
	while (page->rows.count < page->margin.count)
		rows_new(&page->rows);
	for (uint32_t n = 0; n < page->rows.count; n++)
		row_show(page, n);
	struct buf *line = &page->line;
	if (!page->failed && line->len)
		page->failed = fwrite(line->text, 1, line->len, page->file) != line->len;
	buf_clear(line);
	block_begin(page);
}

struct buf *page_words(struct page *page)
{
	return &page->words;
}

const char *page_phrase(struct page *page)
{
	const char *phrase = buf_kept(&page->words, &page->arena);
	buf_clear(&page->words);
	return phrase;
}

void page_paragraph(struct page *page, enum role role, const char *text, int left)
{
	if (text)
		rows_paragraph(&page->rows, style_of(role), text, left, page->right);
}

void page_heading(struct page *page, const char *title, const char *beside)
{
	struct rows *rows = &page->rows;
	int width = page->paper.width, room = width;
	rows_new(rows);
	rows_new(rows);
	int beside_width = beside ? text_width(page->paper.form, beside, strlen(beside)) : 0;
	if (beside && beside_width < width / 2)
		room -= beside_width + 2;
	rows_paragraph(rows, style_of(ROLE_ERA), title, 0, room);
	if (beside && beside_width > width)
		rows_paragraph(rows, date_style, beside, 0, width);
	else if (beside) {
		if (rows->column + 2 > width - beside_width)
			rows_new(rows);
		rows_right(rows, width, date_style, beside);
	}
	rows_new(rows);
	buf_repeat(page_words(page), page->signs->light, (size_t)width);
	rows_text(rows, style_of(ROLE_RULE), page_phrase(page));
}

void page_cite(struct page *page, const char *cite)
{
	struct rows *rows = &page->rows;
	int width = page->paper.width;
	int cite_width = text_width(page->paper.form, cite, strlen(cite));
	if (cite_width > width - page->text) {
		rows_paragraph(rows, source_style, cite, page->text, width);
		return;
	}
	if (!rows->count || rows->column + 2 > width - cite_width)
		rows_new(rows);
	rows_right(rows, width, source_style, cite);
}

/* "25 October 1917" beside "7 November 1917" is "25 October". */
static size_t without_same_year(const char *words, size_t len, const char *beside)
{
	const char *year = strrchr(beside, ' ');
	size_t year_len = year ? strlen(year) : 0;
	if (!year || year_len < 2 || year_len >= len || year[1] < '0' || year[1] > '9')
		return len;
	return memcmp(words + len - year_len, year, year_len) ? len : len - year_len;
}

static void margin_add(struct page *page, const char *text)
{
	struct rows *rows = page->text ? &page->margin : &page->rows;
	rows_paragraph(rows, date_style, text, 0, page->text ? PAGE_MARGIN : page->right);
}

void page_date(struct page *page, const struct date *date, const struct date *old_style,
	const char *document)
{
	struct buf *words = page_words(page);
	date_display(date, words);
	const char *shown = page_phrase(page);
	margin_add(page, shown);
	if (old_style) {
		date_display_old_style(old_style, words);
		if (strcmp(buf_string(words), shown) != 0) {
			words->len = without_same_year(words->text, words->len, shown);
			buf_text(words, " O.S.");
			margin_add(page, page_phrase(page));
		}
		buf_clear(words);
	}
	if (document) {
		buf_text(words, page->signs->open);
		buf_text(words, document);
		buf_text(words, page->signs->close);
		margin_add(page, page_phrase(page));
	}
}
