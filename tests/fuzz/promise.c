/* See promise.h. */
#include "tests/fuzz/promise.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

void promise_keep(bool kept, const char *what, const char *file, int line)
{
	if (kept)
		return;
	fprintf(stderr, "%s:%d: a broken promise: %s\n", file, line, what);
	abort();
}

char *text_alone(const uint8_t *bytes, size_t len)
{
	char *text = mem_alloc(len + 1);
	if (len)
		memcpy(text, bytes, len);
	text[len] = '\0';
	return text;
}

/* ---- what is shown ---- */

void promise_harmless(const char *text, size_t len, bool pages)
{
	size_t bytes;
	promise(text_valid(text, len) == len);
	for (; len > 0; text += bytes, len -= bytes) {
		int32_t code = text_decode(text, len, &bytes);
		if (code != '\n' && !(pages && code == '\f'))
			promise(!text_is_harmful(code));
	}
}

static void cell_keep(const struct grid *grid, int row, int col)
{
	const struct cell *cell = grid_at(grid, row, col);
	promise(cell->width <= 2 && cell->len <= TEXT_CELL_MOST);
	if (cell->width == 2)
		promise(col + 1 < grid->cols && !grid_at(grid, row, col + 1)->width);
	if (cell->width == 0)
		promise(col > 0 && grid_at(grid, row, col - 1)->width == 2);
	size_t bytes;
	for (size_t at = 0; at < cell->len; at += bytes) {
		int32_t code = text_decode(cell->text + at, cell->len - at, &bytes);
		enum text_kind kind = text_kind(code);
		promise(!text_is_harmful(code));
		promise(kind != TEXT_DIRECTION && kind != TEXT_TAG && kind != TEXT_INVISIBLE);
	}
}

void promise_picture(const struct grid *grid)
{
	for (int row = 0; row < grid->rows; row++)
		for (int col = 0; col < grid->cols; col++)
			cell_keep(grid, row, col);
	promise(grid->cursor_row >= 0 && grid->cursor_row < grid->rows);
	promise(grid->cursor_col >= 0 && grid->cursor_col < grid->cols);
}

/* ---- records ---- */

struct record *record_loaded(const struct load_input *inputs, size_t count)
{
	struct diag_list *diags = diag_create();
	struct record *record = load_record(inputs, count, NULL, diags);
	size_t errors = diag_count(diags, DIAG_ERROR);
	struct buf said = {0};
	promise(!record == (errors > 0));
	/* Many remarks on what is taken, and the lines of many problems, would take most of the
	 * time. */
	if (!record || diag_count(diags, DIAG_WARNING) + diag_count(diags, DIAG_NOTE) < 4) {
		diag_text(diags, &said, DIAG_NOTE, errors < 4);
		promise(record || said.len);
		promise_harmless(buf_string(&said), said.len, false);
	}
	buf_free(&said);
	diag_free(diags);
	return record;
}

/* ---- documents ---- */

/* One stream for all: a new one for each document takes longer than most documents. */
static struct {
	FILE *file;
	char *text;
	size_t len;
} stream;

FILE *stream_begin(void)
{
	if (!stream.file)
		stream.file = open_memstream(&stream.text, &stream.len);
	promise(stream.file && !fseeko(stream.file, 0, SEEK_SET));
	return stream.file;
}

const char *stream_end(size_t *len)
{
	promise(!fflush(stream.file));
	*len = stream.len;
	return stream.text;
}

char *result_printed(const struct print_format *format, const struct result *result,
	const struct print_options *options, size_t *len)
{
	promise(format->print(result, options, stream_begin()));
	const char *text = stream_end(len);
	return text_alone((const uint8_t *)text, *len);
}
