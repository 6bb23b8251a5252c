#include "ui/marks.h"

#include "base/memory.h"
#include "layout/words.h"
#include "ui/keybar.h"
#include "ui/motion.h"
#include "ui/view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The marked thing's place in the list; its count where it is not marked. */
static size_t find(const struct marks *marks, struct ref ref)
{
	size_t n = 0;
	while (n < marks->count &&
		(marks->at[n].thing != ref.thing || marks->at[n].index != ref.index))
		n++;
	return n;
}

bool marks_has(const struct marks *marks, struct ref ref)
{
	return find(marks, ref) < marks->count;
}

void marks_free(struct marks *marks)
{
	free(marks->at);
}

static void take_off(struct marks *marks, size_t n)
{
	memmove(marks->at + n, marks->at + n + 1, (marks->count - n - 1) * sizeof *marks->at);
	marks->list.count = (uint32_t)--marks->count;
	list_select(&marks->list, marks->list.selected);
}

void marks_toggle(struct app *app)
{
	struct marks *marks = &app->marks;
	struct spot spot = spot_of(app);
	struct ref ref = {THING_EVENT, (uint32_t)spot.event & 0xfffffff};
	if (spot.event < 0) {
		app->message = "the card cannot be marked: events and quotations can";
		return;
	}
	if (spot.quote >= 0 && spot.focus == FOCUS_QUOTES)
		ref = (struct ref){THING_QUOTE, (uint32_t)spot.quote & 0xfffffff};
	size_t n = find(marks, ref);
	if (n < marks->count) {
		take_off(marks, n);
		app->message = "mark taken off";
		return;
	}
	marks->at = mem_grow(marks->at, &marks->capacity, marks->count + 1, sizeof *marks->at);
	marks->at[marks->count++] = ref;
	marks->list.count = (uint32_t)marks->count;
	app->message = "marked; M shows the marked";
}

static enum app_next marks_apply(struct app *app, enum action action, uint32_t count, bool counted)
{
	struct marks *marks = &app->marks;
	struct motion motion = motion_of(action, count, counted, app->rows - 4);
	if (motion.kind != MOTION_NONE) {
		bool to = motion.kind == MOTION_TO;
		list_select(&marks->list, motion.by + (to ? 0 : (int64_t)marks->list.selected));
		return APP_DRAW;
	}
	switch (action) {
	case ACTION_INTO:
		if (marks->count)
			spot_follow(app, marks->at[marks->list.selected]);
		break;
	case ACTION_MARK:
		if (marks->count)
			take_off(marks, marks->list.selected);
		break;
	case ACTION_PRESENT:
		present_marked(app);
		break;
	case ACTION_BACK:
	case ACTION_ESCAPE:
	case ACTION_MARKED:
		app_pop(app);
		break;
	default:
		return APP_NOTHING;
	}
	return APP_DRAW;
}

/* One marked thing in a row: its date, then its title, or who speaks and the words. */
static void row_add(struct rows *rows, const struct record *record, struct ref ref)
{
	bool is_quote = ref.thing == THING_QUOTE;
	const struct quote *quote = is_quote ? &record->quotes[ref.index] : NULL;
	const struct event *event = &record->events[quote ? quote->event : ref.index];
	const struct date *date = quote ? quote_said(record, quote) : event->date;
	enum { DATE_EDGE = 22 };
	int width = rows->paper.width;
	struct buf text = {0};
	rows_new(rows);
	if (date) {
		struct date_columns columns;
		date_columns(date, &columns);
		buf_format(&text, "%s%s%s%s%s%s%s%s", columns.about, *columns.about ? " " : "",
			columns.day, *columns.day ? " " : "", columns.month,
			*columns.month ? " " : "", columns.year, columns.doubt);
		rows_right(rows, DATE_EDGE, (struct style){ROLE_DATE, 0}, buf_string(&text));
		buf_clear(&text);
	}
	rows_to(rows, DATE_EDGE + 2);
	if (!quote) {
		rows_cut(rows, (struct style){ROLE_TITLE, 0}, event->title, width - DATE_EDGE - 3);
	} else {
		const struct signs *signs = rows->paper.signs;
		bool exact = quote->kind == QUOTE_QUOTATION;
		words_speaker_short(&text, record, quote);
		buf_format(&text, ": %s%s", exact ? signs->open : "", quote->text);
		if (exact &&
			text_width(rows->paper.form, text.text, text.len) < width - DATE_EDGE - 3)
			buf_text(&text, signs->close);
		rows_cut(rows, (struct style){ROLE_TEXT, 0},
			arena_text(rows->arena, text.text, text.len), width - DATE_EDGE - 3);
	}
	buf_free(&text);
}

static const struct hint hints[] = {
	{{ACTION_INTO}, "go there"},
	{{ACTION_NEXT, ACTION_PREVIOUS}, "move"},
	{{ACTION_MARK}, "take the mark off"},
	{{ACTION_PRESENT}, "present them"},
	{{ACTION_ESCAPE}, "close"},
	{{ACTION_QUIT}, "quit truce"},
	{{ACTION_NONE}, NULL},
};

static int one_row(const void *what, uint32_t item)
{
	(void)what, (void)item;
	return 1;
}

static const struct list_heights one_row_each = {one_row, NULL};

static void marks_draw(struct app *app, struct grid *grid)
{
	struct marks *marks = &app->marks;
	struct area area = app_draw_frame(app, grid, "Marked", "in the order marked", hints);
	struct rows rows;
	rows_begin(&rows, &app->draw,
		&(struct paper){.width = area.cols, .signs = app->signs, .form = app->form});
	if (!marks->count)
		area_text(grid, NULL, area, 1, 2, (struct style){ROLE_NOTE, 0},
			"Nothing is marked yet: m marks an event or a quotation.");
	if (marks->count)
		list_settle(&marks->list, &one_row_each, area.rows);
	for (size_t n = marks->list.top; n < marks->count && (int)(n - marks->list.top) < area.rows;
		n++) {
		int line = (int)(n - marks->list.top);
		bool selected = n == marks->list.selected;
		uint8_t flags = selected ? STYLE_SELECTED : 0;
		row_add(&rows, app->result->record, marks->at[n]);
		area_row(grid, app->form, area, line, &rows.at[rows.count - 1], flags);
		if (selected) {
			area_text(grid, NULL, area, line, 0, (struct style){ROLE_FOCUS, flags},
				app->signs->selected);
			grid_mark(grid, area.row + line, 0, area.cols, STYLE_SELECTED);
			grid->cursor_row = area.row + line;
		}
	}
}

const struct view_ops marks_view = {
	.name = "among the marked", .hints = hints, .apply = marks_apply, .draw = marks_draw};
