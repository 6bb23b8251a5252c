/* A workbook in one file of XML (SpreadsheetML 2003): a sheet of events, and one of quotations.
 *
 * Each cell is typed as text and formatted so, so that nothing becomes a number, a formula or
 * another day, also when it is edited. */
#include "print/columns.h"
#include "print/html_text.h"
#include "print/print.h"

#include <string.h>

struct book {
	const struct text_form *form;
	struct buf out, cell;
	FILE *file;
	bool failed;
};

static void put(struct book *book)
{
	book->failed = book->failed ||
		fwrite(book->out.text, 1, book->out.len, book->file) != book->out.len;
	buf_clear(&book->out);
}

static const char cell_head[] = "<Cell ss:StyleID=\"head\"><Data ss:Type=\"String\">";
static const char cell_text[] = "<Cell ss:StyleID=\"text\"><Data ss:Type=\"String\">";

/* Puts the cell at hand out behind its tags, line by line. */
static void cell_add(struct book *book, const char *tags)
{
	buf_text(&book->out, tags);
	for (char *line = book->cell.len ? book->cell.text : NULL; line;) {
		char *feed = strchr(line, '\n');
		if (feed)
			*feed = '\0';
		html_value(book->form, &book->out, line);
		buf_text(&book->out, feed ? "&#10;" : "");
		line = feed ? feed + 1 : NULL;
	}
	buf_text(&book->out, "</Data></Cell>\n");
	buf_clear(&book->cell);
}

static void row_add(struct book *book, const struct columns *columns, const struct columns_row *row)
{
	buf_text(&book->out, "<Row>\n");
	for (uint32_t n = 0; n < columns->count; n++) {
		columns->at[n].fill(&book->cell, row);
		cell_add(book, cell_text);
	}
	buf_text(&book->out, "</Row>\n");
	put(book);
}

static void sheet_add(struct book *book, const struct columns *columns, const struct result *result)
{
	struct columns_walk walk;
	buf_format(&book->out, "<Worksheet ss:Name=\"%s\">\n<Table>\n<Row>\n", columns->title);
	for (uint32_t n = 0; n < columns->count; n++) {
		buf_text(&book->cell, columns->at[n].name);
		cell_add(book, cell_head);
	}
	buf_text(&book->out, "</Row>\n");
	put(book);
	columns_begin(&walk, columns, result, true);
	while (!book->failed && columns_next(&walk))
		row_add(book, columns, &walk.row);
	columns_end(&walk);
	buf_text(&book->out, "</Table>\n</Worksheet>\n");
	put(book);
}

bool print_spreadsheet(const struct result *result, const struct print_options *options, FILE *file)
{
	struct book book = {.form = options->form, .file = file};
	buf_text(&book.out,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<?mso-application progid=\"Excel.Sheet\"?>\n"
		"<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\""
		" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\n"
		"<Styles>\n"
		"<Style ss:ID=\"head\"><Font ss:Bold=\"1\"/><NumberFormat "
		"ss:Format=\"@\"/></Style>\n"
		"<Style ss:ID=\"text\"><Alignment ss:Vertical=\"Top\" ss:WrapText=\"1\"/>"
		"<NumberFormat ss:Format=\"@\"/></Style>\n"
		"</Styles>\n");
	sheet_add(&book, &columns_events, result);
	sheet_add(&book, &columns_quotes, result);
	buf_text(&book.out, "</Workbook>\n");
	put(&book);
	buf_free(&book.out);
	buf_free(&book.cell);
	return fflush(file) == 0 && !book.failed;
}
