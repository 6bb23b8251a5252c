/* The page is asked anew for each letter: it is folded already. */
#include "ui/core/narrow.h"

#include "base/memory.h"
#include "model/query.h"
#include "ui/core/grid.h"
#include "ui/core/view.h"

#include <stdlib.h>

void narrow_free(struct narrow *narrow)
{
	free(narrow->hits);
	line_free(&narrow->needle);
}

void narrow_fold(const struct narrow *narrow, struct buf *out)
{
	query_fold(out, buf_string(&narrow->needle.text), narrow->needle.text.len);
}

void narrow_to(struct narrow *narrow, const struct voices *voices, uint32_t keep)
{
	struct buf needle = {0};
	uint32_t selected;
	narrow_fold(narrow, &needle);
	narrow->hits = mem_resize(narrow->hits, voices->line_count, sizeof *narrow->hits);
	narrow->count = voices_fit(voices, buf_string(&needle), narrow->hits, &selected);
	buf_free(&needle);
	for (uint32_t n = 0; n < narrow->count; n++)
		if (narrow->hits[n] == keep)
			selected = n;
	narrow->list = (struct list){.count = narrow->count ? narrow->count : 1};
	list_select(&narrow->list, selected);
}

void narrow_set(struct narrow *narrow, const struct voices *voices, const char *text, size_t len)
{
	line_set(&narrow->needle, text, len);
	narrow_to(narrow, voices, UINT32_MAX);
}

/* Typed letters select the best of what fits; what is taken back leaves the selected line. */
static void changed(struct narrow *narrow, const struct voices *voices, size_t before)
{
	bool back = narrow->needle.text.len < before;
	narrow_to(narrow, voices,
		back && narrow->count ? narrow->hits[narrow->list.selected] : UINT32_MAX);
}

bool narrow_key(struct app *app, struct narrow *narrow, const struct voices *voices, int32_t key)
{
	size_t before = narrow->needle.text.len;
	bool letter = (key & INPUT_ALT) && (key & ~INPUT_HELD) < INPUT_FIRST_NAMED;
	if (key == '/' && !before) { /* whoever means to search may type on */
		app_say(app, "letters narrow the list; / is not needed");
		return true;
	}
	switch (line_key(&narrow->needle, key)) {
	case LINE_CHANGED:
	case LINE_CUT:
		changed(narrow, voices, before);
		return true;
	case LINE_FULL:
		app_say(app, "the line is full");
		return true;
	case LINE_MOVED:
		return before > 0 || key == INPUT_ERASE;
	case LINE_NOT:
		break;
	}
	if (!letter)
		return false;
	app_say_unheard(app, key, "Esc closes");
	return true;
}

void narrow_paste(struct app *app, struct narrow *narrow, const struct voices *voices,
	const char *text, size_t len)
{
	enum line_answer answer = line_paste(&narrow->needle, text, len);
	if (answer == LINE_CHANGED || answer == LINE_CUT)
		changed(narrow, voices, 0);
	if (*line_paste_words(answer))
		app_say(app, "%s", line_paste_words(answer));
}

void narrow_mark(const struct app *app, const struct narrow *narrow, struct grid *grid, int col)
{
	const struct line *needle = &narrow->needle;
	if (needle->cursor == needle->text.len)
		return;
	col += text_width(app->form, needle->text.text, needle->cursor);
	int width = col < grid->cols && grid_at(grid, 0, col)->width == 2 ? 2 : 1;
	grid_mark(grid, 0, col, width, STYLE_SELECTED);
}
