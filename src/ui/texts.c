/* A page that is scrolled: it is looked up once, when it is opened, and laid out anew for each picture. The file
 * is read by whoever has the texts, so that a view needs none. */
#include "ui/texts.h"

#include "layout/account.h"
#include "layout/wording.h"
#include "layout/words.h"
#include "ui/copy.h"
#include "ui/index.h"
#include "ui/keybar.h"
#include "ui/motion.h"
#include "ui/view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LEFT = 3 };

void texts_forget(struct app *app)
{
	struct text_passage *passage = &app->text_page.passage;
	buf_free(&passage->file);
	buf_free(&passage->text);
	buf_free(&passage->why);
	free(passage->marks);
	app->text_page = (struct text_page){0};
}

static struct ref source_of(const struct app *app)
{
	const struct text_page *page = &app->text_page;
	return page->also ? page->also->source : app->record->quotes[page->quote].source;
}

/* ---- the page ---- */

static struct area body_of(const struct app *app)
{
	bool tiny = app->rows < 6;
	return (struct area){tiny ? 0 : 2, 0, app->rows - (tiny ? 0 : 4), app->cols};
}

static int right_edge(const struct rows *rows)
{
	int right = rows->paper.width - 1, most = LEFT + ACCOUNT_MEASURE + 12;
	return right < most ? right : most;
}

static void add_text(struct rows *rows, uint8_t role, const struct buf *text)
{
	if (text->len)
		rows_wrap(rows, (struct style){role, 0},
			arena_text(rows->arena, text->text, text->len), text->len, LEFT,
			right_edge(rows), NULL, NULL);
}

static void add_line(struct rows *rows, uint8_t role, const char *line)
{
	struct buf text = {0};
	buf_text(&text, line);
	add_text(rows, role, &text);
	buf_free(&text);
}

/* The words as the record has them, where their text does not show them. */
static void add_words(struct rows *rows, const struct app *app)
{
	const struct text_page *page = &app->text_page;
	const struct quote *quote = &app->record->quotes[page->quote];
	const char *words = page->also && page->also->text ? page->also->text : quote->text;
	rows_blank(rows);
	add_line(rows, ROLE_COUNT_OF, "the record has");
	rows_blank(rows);
	bool exact = quote->kind == QUOTE_QUOTATION;
	rows_wrap(rows, (struct style){exact ? ROLE_QUOTE : ROLE_REPORT, 0}, words, strlen(words),
		LEFT, right_edge(rows), exact ? rows->paper.signs->open : NULL,
		exact ? rows->paper.signs->close : NULL);
}

/* What is to be said in place of the words. */
static void add_fault(struct rows *rows, const struct app *app)
{
	const struct text_page *page = &app->text_page;
	struct buf text = {0};
	switch (page->answer) {
	case TEXT_MISSING:
		buf_format(&text,
			"There is no text of this source: it would be the file %s, plain text in "
			"UTF-8.",
			buf_string(&page->passage.file));
		break;
	case TEXT_UNREADABLE:
		buf_format(&text, "The text of this source cannot be read: %s",
			buf_string(&page->passage.why));
		break;
	default:
		buf_text(&text, "The words do not stand in the text of this source.");
		break;
	}
	add_text(rows, ROLE_WARN, &text);
	if (page->answer == TEXT_NOT_FOUND && page->passage.why.len) {
		rows_blank(rows);
		add_text(rows, ROLE_TEXT, &page->passage.why);
	}
	buf_free(&text);
	add_words(rows, app);
}

/* Who printed it, and where it stands in the file. */
static void add_source(struct rows *rows, const struct app *app)
{
	const struct text_page *page = &app->text_page;
	const struct quote *quote = &app->record->quotes[page->quote];
	struct ref source = source_of(app);
	const char *locator = page->also ? page->also->locator : quote->locator;
	const char *perspective = app->record->sources[source.index].fields[SOURCE_PERSPECTIVE];
	struct buf text = {0};
	rows_blank(rows);
	words_source_full(&text, app->record, source);
	if (locator) {
		buf_text(&text, "; ");
		words_locator(&text, locator);
	}
	add_text(rows, ROLE_SPEAKER, &text);
	if (perspective)
		add_line(rows, ROLE_NOTE, perspective);
	if (page->answer == TEXT_FOUND) {
		buf_clear(&text);
		buf_format(&text, "%s, line ", buf_string(&page->passage.file));
		words_figure(&text, page->passage.line);
		add_text(rows, ROLE_SOURCE, &text);
	}
	buf_free(&text);
}

static void page_lay(const struct app *app, struct rows *rows, struct arena *arena)
{
	const struct text_passage *passage = &app->text_page.passage;
	struct area area = body_of(app);
	rows_begin(rows, arena,
		&(struct paper){.width = area.cols,
			.signs = app->signs,
			.form = app->form,
			.dates = app->dates});
	if (area.rows > 5)
		rows_blank(rows);
	if (app->text_page.answer == TEXT_FOUND)
		wording_add(rows, (struct style){ROLE_TEXT, 0}, buf_string(&passage->text),
			(struct wording){passage->marks, passage->mark_count, 0}, LEFT,
			right_edge(rows), NULL, NULL);
	else
		add_fault(rows, app);
	add_source(rows, app);
}

static void top_set(struct text_page *page, int height, int64_t top)
{
	if (top > page->rows - height)
		top = page->rows - height;
	page->top = top < 0 ? 0 : (int)top;
}

/* The first row that holds words, or 0. */
static int row_of_words(const struct rows *rows)
{
	for (uint32_t row = 0; row < rows->count; row++)
		for (const struct span *span = rows->at[row].spans; span; span = span->next)
			if (span->style.flags & STYLE_HIT)
				return (int)row;
	return 0;
}

/* The words stand in the upper third, where there is as much before them. */
static void show_words(struct app *app)
{
	struct arena arena = {0};
	struct rows rows;
	int height = body_of(app).rows;
	page_lay(app, &rows, &arena);
	app->text_page.rows = (int)rows.count;
	top_set(&app->text_page, height, row_of_words(&rows) - height / 3);
	arena_free(&arena);
}

bool texts_open(struct app *app, uint32_t quote, const struct attestation *also)
{
	const struct source_texts *texts = app->options.texts;
	struct text_page *page = &app->text_page;
	if (!texts)
		return false;
	texts_forget(app);
	page->quote = quote;
	page->also = also;
	page->answer = texts->look_up(texts->state, app->record, quote, also, &page->passage);
	show_words(app);
	app_push(app, VIEW_TEXT);
	return true;
}

/* ---- the view ---- */

static enum app_next texts_apply(struct app *app, enum action action, uint32_t count, bool counted)
{
	struct text_page *page = &app->text_page;
	int height = body_of(app).rows;
	struct motion motion = motion_of(action, count, counted, height);
	if (motion.kind != MOTION_NONE) {
		top_set(page, height, motion.by + (motion.kind == MOTION_TO ? 0 : page->top));
		return APP_DRAW;
	}
	switch (action) {
	case ACTION_INTO:
	case ACTION_INDEX_SOURCES:
		index_open_at(app, source_of(app), false);
		break;
	case ACTION_COPY:
	case ACTION_CITE:
		copy_quote(app, page->quote, action == ACTION_CITE);
		return APP_COPY;
	case ACTION_BACK:
	case ACTION_ESCAPE:
		app_pop(app);
		break;
	case ACTION_HELP:
		app_push(app, VIEW_HELP);
		break;
	default:
		return APP_NOTHING;
	}
	return APP_DRAW;
}

static const struct hint hints[] = {
	{{ACTION_NEXT, ACTION_PREVIOUS}, "scroll"},
	{{ACTION_INTO}, "all of this source"},
	{{ACTION_COPY, ACTION_CITE}, "copy, cite"},
	{{ACTION_BACK}, "close"},
	{{ACTION_HELP}, "help"},
	{{ACTION_NONE}, NULL},
};

static void texts_draw(struct app *app, struct grid *grid)
{
	struct text_page *page = &app->text_page;
	struct rows rows;
	struct buf name = {0};
	page_lay(app, &rows, &app->draw);
	page->rows = (int)rows.count;
	words_source_short(&name, app->record, source_of(app), NULL);
	const char *kept = arena_text(&app->draw, buf_string(&name), name.len);
	buf_free(&name);
	struct area area = app_draw_frame(app, grid, "The words in their text", kept, hints);
	top_set(page, area.rows, page->top);
	for (int line = 0; line < area.rows && page->top + line < page->rows; line++)
		area_row(grid, app->form, area, line, &rows.at[page->top + line], 0);
	if (area.row && page->rows > area.rows) {
		char text[48];
		snprintf(text, sizeof text, " %s%s ", page->top ? app->signs->up : "",
			page->top + area.rows < page->rows ? app->signs->down : "");
		area_right(grid, NULL, (struct area){grid->rows - 2, 0, 1, grid->cols}, 0, 1,
			(struct style){ROLE_COUNT_OF, 0}, text);
	}
	grid->cursor_row = grid->rows - 1;
}

const struct view_ops text_view = {.name = "in the text of a source",
	.hints = hints,
	.apply = texts_apply,
	.draw = texts_draw};
