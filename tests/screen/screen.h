/* The explorer in process: a record, keys in the notation of --keys, and the rows of the
 * picture. */
#ifndef TRUCE_TESTS_SCREEN_H
#define TRUCE_TESTS_SCREEN_H

#include "base/diag.h"
#include "base/file.h"
#include "load/load.h"
#include "ui/core/app.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct screen {
	struct record *record;
	struct app *app;
	struct grid grid;
	enum app_next next; /* the last answer */
};

static inline void screen_size(struct screen *screen, int cols, int rows)
{
	app_apply(screen->app, &(struct input){.kind = INPUT_RESIZE, .rows = rows, .cols = cols});
	grid_resize(&screen->grid, rows, cols);
	app_draw(screen->app, &screen->grid);
}

static inline void screen_open_bytes(struct screen *screen, const struct load_input *input,
	const struct app_options *options, int cols, int rows)
{
	struct diag_list *diags = diag_create();
	screen->record = load_record(input, 1, NULL, diags);
	diag_print(diags, stderr, DIAG_ERROR, false);
	assert_non_null(screen->record);
	diag_free(diags);
	struct app_options as_read = *options; /* what is looked for stands so */
	as_read.as_read = true;
	screen->app = app_create(screen->record, &as_read);
	screen->grid = (struct grid){0};
	screen_size(screen, cols, rows);
}

static inline void screen_open(struct screen *screen, const char *path,
	const struct app_options *options, int cols, int rows)
{
	struct diag_list *diags = diag_create();
	struct file_bytes file;
	assert_true(file_read(path, diag_file(diags, path, NULL, 0), diags, &file));
	diag_free(diags);
	struct load_input input = {path, file.bytes, file.len};
	screen_open_bytes(screen, &input, options, cols, rows);
	file_release(&file);
}

static inline void screen_close(struct screen *screen)
{
	app_free(screen->app);
	grid_free(&screen->grid);
	record_free(screen->record);
}

static inline void screen_type(struct screen *screen, const char *keys)
{
	const char *end = keys + strlen(keys);
	while (keys < end) {
		struct input input = {.kind = INPUT_KEY};
		size_t used = input_key_parse(keys, (size_t)(end - keys), &input.key);
		assert_true(used > 0);
		keys += used;
		screen->next = app_apply(screen->app, &input);
	}
	app_draw(screen->app, &screen->grid);
}

/* The text of a row; valid until the next call. */
static inline const char *screen_row(const struct screen *screen, int row)
{
	static struct buf buf;
	buf_clear(&buf);
	grid_row_text(&screen->grid, row, false, NULL, 0, &buf);
	return buf_string(&buf);
}

/* The whole picture as text, and where the cursor is; in place of what `out` held. */
static inline void screen_picture(const struct screen *screen, struct buf *out)
{
	buf_clear(out);
	for (int row = 0; row < screen->grid.rows; row++)
		buf_format(out, "%s\n", screen_row(screen, row));
	buf_format(out, "%d,%d", screen->grid.cursor_row, screen->grid.cursor_col);
}

/* The first row that holds the text, or -1. */
static inline int screen_find(const struct screen *screen, const char *text)
{
	for (int row = 0; row < screen->grid.rows; row++)
		if (strstr(screen_row(screen, row), text))
			return row;
	return -1;
}

static inline void screen_dump(const struct screen *screen)
{
	for (int row = 0; row < screen->grid.rows; row++)
		fprintf(stderr, "|%s\n", screen_row(screen, row));
}

static inline void screen_has_at(
	const struct screen *screen, const char *text, const char *file, int line)
{
	if (screen_find(screen, text) >= 0)
		return;
	fprintf(stderr, "%s:%d: no \"%s\" on this screen:\n", file, line, text);
	screen_dump(screen);
	fail();
}

static inline void screen_lacks_at(
	const struct screen *screen, const char *text, const char *file, int line)
{
	if (screen_find(screen, text) < 0)
		return;
	fprintf(stderr, "%s:%d: \"%s\" should not be on this screen:\n", file, line, text);
	screen_dump(screen);
	fail();
}

#define screen_has(screen, text)   screen_has_at(screen, text, __FILE__, __LINE__)
#define screen_lacks(screen, text) screen_lacks_at(screen, text, __FILE__, __LINE__)

#endif
