/* CSV, by RFC 4180: a row a quotation, or a row an event.
 *
 * A spreadsheet takes a cell that begins with = + - @ for a formula; such a cell begins with an
 * apostrophe here, but for dates, which programs read. Lines within a cell stay; what else is not
 * seen is as plain_text has it. */
#include "print/columns.h"
#include "print/plain_text.h"
#include "print/print.h"

#include <string.h>

struct csv {
	const struct columns *columns;
	const struct text_form *form;
	struct buf out, cell, shown;
	FILE *file;
	bool failed;
};

/* The cell as text, line by line. */
static void cell_show(struct csv *csv)
{
	buf_clear(&csv->shown);
	for (const char *line = buf_string(&csv->cell);;) {
		size_t len = strcspn(line, "\n");
		plain_text(csv->form, &csv->shown, line, len);
		if (!line[len])
			return;
		buf_char(&csv->shown, '\n');
		line += len + 1;
	}
}

static void cell_add(struct csv *csv, uint32_t n)
{
	cell_show(csv);
	const char *cell = buf_string(&csv->shown), *mark;
	size_t len = csv->shown.len;
	bool formula = columns_is_formula(&csv->columns->at[n], cell);
	bool quoted = formula || cell[strcspn(cell, "\",\n")] || *cell == ' ' ||
		(len && cell[len - 1] == ' ');
	buf_text(&csv->out, n ? "," : "");
	buf_text(&csv->out, quoted ? "\"" : "");
	buf_text(&csv->out, formula ? "'" : "");
	for (; (mark = strchr(cell, '"')); cell = mark + 1) {
		buf_add(&csv->out, cell, (size_t)(mark + 1 - cell));
		buf_char(&csv->out, '"');
	}
	buf_text(&csv->out, cell);
	buf_text(&csv->out, quoted ? "\"" : "");
	buf_clear(&csv->cell);
}

static void row_end(struct csv *csv)
{
	buf_text(&csv->out, "\r\n");
	csv->failed = csv->failed ||
		fwrite(csv->out.text, 1, csv->out.len, csv->file) != csv->out.len;
	buf_clear(&csv->out);
}

static void row_add(struct csv *csv, const struct columns_row *row)
{
	for (uint32_t n = 0; n < csv->columns->count; n++) {
		csv->columns->at[n].fill(&csv->cell, row);
		cell_add(csv, n);
	}
	row_end(csv);
}

static bool print(const struct columns *columns, const struct result *result,
	const struct print_options *options, FILE *file)
{
	struct csv csv = {.columns = columns, .form = options->form, .file = file};
	struct columns_walk walk;
	for (uint32_t n = 0; n < columns->count; n++)
		buf_format(&csv.out, "%s%s", n ? "," : "", columns->at[n].name);
	row_end(&csv);
	columns_begin(&walk, columns, result, false);
	while (!csv.failed && columns_next(&walk))
		row_add(&csv, &walk.row);
	columns_end(&walk);
	buf_free(&csv.out);
	buf_free(&csv.cell);
	buf_free(&csv.shown);
	return fflush(file) == 0 && !csv.failed;
}

bool print_csv(const struct result *result, const struct print_options *options, FILE *file)
{
	return print(&columns_quotes, result, options, file);
}

bool print_csv_events(const struct result *result, const struct print_options *options, FILE *file)
{
	return print(&columns_events, result, options, file);
}
