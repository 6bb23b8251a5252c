/* Words in the text of their source: the paragraph in which they stand, for readers who have the
 * texts. They are looked up once, when the view is opened; the file is read by whoever has the
 * texts. */
#include "ui/core/texts.h"
#include "layout/words.h"
#include "layout/words_quote.h"
#include "query/past.h"
#include "ui/core/copy.h"
#include "ui/core/frame.h"
#include "ui/core/keybar.h"
#include "ui/core/secret.h"
#include "ui/core/target.h"
#include "ui/core/view.h"
#include "ui/core/window.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LEFT = 3 };

struct page {
	uint32_t quote;
	const struct attestation *also; /* or NULL */
	enum text_answer answer;
	struct text_passage passage;
	struct window window;
	int source;    /* the row from which on it stands */
	bool at_words; /* the words have been brought into view */
};

static struct page *page_of(const struct app *app)
{
	return view_state(app, &text_view);
}

static void text_forget(struct app *app)
{
	struct page *page = page_of(app);
	buf_free(&page->passage.file);
	buf_free(&page->passage.text);
	buf_free(&page->passage.why);
	buf_free(&page->passage.reach);
	free(page->passage.marks);
	window_free(&page->window);
	*page = (struct page){0};
}

/* Around the words stands what their source says itself, of the day it came out. */
static bool is_out(const struct app *app, const struct view_at *at)
{
	const struct record *record = app->record;
	struct ref source = at->also ? at->also->source : record->quotes[at->of.index].source;
	return !record->whole || past_date(record->sources[source.index].issued, record->day);
}

static bool text_open(struct app *app, const struct view_at *at)
{
	const struct source_texts *texts = app->options.texts;
	struct page *page = page_of(app);
	if (secret_holds(app, at->of))
		return false;
	if (!is_out(app, at)) {
		app_say(app, "this source had not come out by the day; its text is not shown");
		return false;
	}
	text_forget(app);
	page->quote = at->of.index;
	page->also = at->also;
	page->answer = texts->look_up(
		texts->state, app->record, page->quote, at->also, &page->passage);
	return true;
}

static struct ref source_of(const struct app *app)
{
	const struct page *page = page_of(app);
	return page->also ? page->also->source : app->record->quotes[page->quote].source;
}

/* ---- the rows ---- */

static int right_edge(const struct rows *rows)
{
	int right = rows->paper.width - 1, most = LEFT + ROWS_MEASURE + 12;
	return right < most ? right : most;
}

static void add_text(struct rows *rows, enum role role, struct buf *text)
{
	rows_phrase(rows, style_of(role), text, LEFT, right_edge(rows));
}

static void add_line(struct rows *rows, enum role role, const char *line)
{
	struct buf text = {0};
	buf_text(&text, line);
	add_text(rows, role, &text);
	buf_free(&text);
}

/* The words as the record has them, where their text does not show them. */
static void add_words(struct rows *rows, const struct app *app)
{
	const struct page *page = page_of(app);
	const struct quote *quote = &app->record->quotes[page->quote];
	rows_blank(rows);
	add_line(rows, ROLE_COUNT_OF, "the record has");
	rows_blank(rows);
	words_quote(rows, quote, &(struct quote_lines){LEFT, right_edge(rows), page->also});
}

/* What is to be said in place of the words. */
static void add_fault(struct rows *rows, const struct app *app)
{
	const struct page *page = page_of(app);
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
		add_line(rows, ROLE_TEXT, buf_string(&page->passage.why));
	}
	buf_free(&text);
	add_words(rows, app);
}

/* "texts/varga.txt, lines 12–48, 210 words left out" */
static void add_place(struct buf *out, const struct text_passage *passage)
{
	bool lines = passage->reach.len && passage->line_to > passage->line;
	buf_format(out, "%s, line%s ", buf_string(&passage->file), lines ? "s" : "");
	words_figure(out, passage->line);
	if (lines) {
		buf_text(out, "–");
		words_figure(out, passage->line_to);
	}
	buf_text(out, buf_string(&passage->reach));
}

/* Who printed it, and where it stands in the file. */
static void add_source(struct rows *rows, const struct app *app)
{
	const struct page *page = page_of(app);
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
		add_place(&text, &page->passage);
		add_text(rows, ROLE_SOURCE, &text);
	}
	if (page->passage.other)
		add_line(rows, ROLE_WARN,
			"This is not the text that was verified: its SHA-256 is another.");
	buf_free(&text);
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

/* The text is in the language of the words that stand in it. */
static struct style text_style(const struct app *app)
{
	const struct page *page = page_of(app);
	const char *tag = words_quote_language(&app->record->quotes[page->quote], page->also);
	return style_in(style_of(ROLE_TEXT), words_language_number(tag));
}

/* The words stand in the upper third at first, where there is as much before them. */
static void text_fit(struct app *app)
{
	struct page *page = page_of(app);
	const struct text_passage *passage = &page->passage;
	struct window *window = &page->window;
	struct area area = frame_body(app, 0, 0);
	struct paper paper = app_paper(app, area.cols);
	if (window->height == area.rows && window_is_laid(window, &paper))
		return;
	window_lay(window, &paper);
	if (area.rows > 5)
		rows_blank(&window->rows);
	if (page->answer == TEXT_FOUND)
		wording_add(&window->rows, text_style(app), buf_string(&passage->text),
			(struct wording){passage->marks, passage->mark_count, 0}, LEFT,
			right_edge(&window->rows), NULL, NULL);
	else
		add_fault(&window->rows, app);
	page->source = (int)window->rows.count;
	add_source(&window->rows, app);
	window_laid(window);
	window_fit(window, area.rows);
	if (!page->at_words)
		window_scroll(window, row_of_words(&window->rows) - area.rows / 3);
	page->at_words = true;
}

static void text_move(struct app *app, struct motion motion)
{
	window_move(&page_of(app)->window, motion);
}

/* ---- what the keys do ---- */

static enum app_next all_of_source(struct app *app, const struct request *request)
{
	view_open(app, &index_view, &(struct view_at){.of = source_of(app)});
	return APP_DRAW;
}

static enum app_next copy(struct app *app, const struct request *request)
{
	copy_quote(app, page_of(app)->quote, request->action == ACTION_CITE);
	return APP_COPY;
}

static const struct view_action actions[] = {
	{ACTION_INTO, all_of_source},
	{ACTION_INDEX_SOURCES, all_of_source},
	{ACTION_COPY, copy},
	{ACTION_CITE, copy},
	{ACTION_NONE, NULL},
};

static const struct hint hints[] = {
	{{ACTION_NEXT, ACTION_PREVIOUS}, "scroll"},
	{{ACTION_INTO}, "all of this source"},
	{{ACTION_COPY, ACTION_CITE}, "copy, cite"},
	{{ACTION_HELP}, "help"},
	{{ACTION_ESCAPE}, "close"},
	{{ACTION_NONE}, NULL},
};

/* ---- the picture ---- */

static void note_source(struct app *app, struct area area)
{
	int line = page_of(app)->source - page_of(app)->window.top;
	line = line < 0 ? 0 : line < area.rows ? line : area.rows;
	area.row += line;
	area.rows -= line;
	target_key(app, area, INPUT_ENTER);
}

static void text_draw(struct app *app, struct grid *grid)
{
	const struct window *window = &page_of(app)->window;
	bool above = window_above(window) > 0, below = window_below(window) > 0;
	struct buf name = {0};
	char more[48];
	words_source_short(&name, app->record, source_of(app), NULL);
	struct area area = keybar_frame(
		app, grid, "The words in their text", buf_string(&name), hints);
	buf_free(&name);
	window_draw(window, grid, app->form, area);
	note_source(app, area);
	snprintf(more, sizeof more, " %s%s ", above ? app->signs->up : "",
		below ? app->signs->down : "");
	if (above || below)
		frame_note(app, grid, more);
	window_cursor(window, grid, area, row_of_words(&window->rows));
}

const struct view_ops text_view = {
	.name = "in the text of a source",
	.state_size = sizeof(struct page),
	.hints = hints,
	.actions = actions,
	.open = text_open,
	.forget = text_forget,
	.fit = text_fit,
	.move = text_move,
	.draw = text_draw,
};
