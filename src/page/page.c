/* One app, the room in which the script puts bytes, and the picture that the script has: of each row
 * the words that told it, so that only rows which have changed are told again. */
#include "page/page.h"

#include "base/memory.h"
#include "layout/words.h"
#include "load/load.h"
#include "page/paint.h"
#include "ui/core/address.h"
#include "ui/core/app.h"

#include <stdlib.h>
#include <string.h>

struct page {
	struct record *record;
	struct app *app;
	struct grid grid;
	struct paint paint;
	struct buf text, place;
	char *room;
	uint32_t room_len;
	uint32_t len; /* of what was returned last */
};

struct page *page_create(void)
{
	return mem_zero(1, sizeof(struct page));
}

void page_free(struct page *page)
{
	if (!page)
		return;
	app_free(page->app);
	record_free(page->record);
	grid_free(&page->grid);
	paint_free(&page->paint);
	free(page->room);
	buf_free(&page->text);
	buf_free(&page->place);
	free(page);
}

/* ---- bytes ---- */

char *page_room(struct page *page, uint32_t len)
{
	free(page->room);
	if (len == UINT32_MAX)
		mem_out();
	page->room = mem_zero(1, (size_t)len + 1);
	page->room_len = len;
	return page->room;
}

uint32_t page_len(const struct page *page)
{
	return page->len;
}

static const char *give(struct page *page, const char *text, size_t len)
{
	page->len = (uint32_t)len;
	return text;
}

/* What the room holds, as far as it was filled. */
static struct load_input room_input(const struct page *page, uint32_t len)
{
	return (struct load_input){"record", page->room ? page->room : "",
		len < page->room_len ? len : page->room_len};
}

/* ---- the record ---- */

uint32_t page_open(struct page *page, uint32_t len)
{
	struct load_input input = room_input(page, len);
	struct diag_list *diags = diag_create();
	app_free(page->app);
	record_free(page->record);
	page->app = NULL;
	page->record = load_record(&input, 1, NULL, diags);
	buf_clear(&page->text);
	if (!page->record)
		diag_text(diags, &page->text, DIAG_ERROR, false);
	diag_free(diags);
	page_room(page, 0); /* it is as large as the record */
	return page->record != NULL;
}

const char *page_text(struct page *page)
{
	return give(page, buf_string(&page->text), page->text.len);
}

/* ---- places ---- */

/* One line of a place that has a value. */
static void place_add(struct buf *out, const char *name, const char *value)
{
	if (value)
		buf_format(out, "%s %s\n", name, value);
}

const char *page_place(struct page *page)
{
	buf_clear(&page->place);
	if (!page->app)
		return give(page, "", 0);
	struct address here = address_of(page->app);
	place_add(&page->place, "at", here.at);
	place_add(&page->place, "view", here.view);
	place_add(&page->place, "as-of", here.as_of);
	place_add(&page->place, "query", here.query);
	buf_text(&page->place, here.present ? "present\n" : "");
	buf_text(&page->place, here.quiz ? "quiz\n" : "");
	buf_text(&page->place, here.positions ? "positions\n" : "");
	return give(page, buf_string(&page->place), page->place.len);
}

/* Takes one line, "name value" or a name alone; false for a name that is not known. */
static bool place_take(struct address *address, const char *line)
{
	size_t name = strcspn(line, " ");
	const char *value = line[name] ? line + name + 1 : "";
	const struct {
		const char *name;
		const char **text;
		bool *is;
	} names[] = {
		{"at", &address->at, NULL},
		{"view", &address->view, NULL},
		{"as-of", &address->as_of, NULL},
		{"query", &address->query, NULL},
		{"present", NULL, &address->present},
		{"quiz", NULL, &address->quiz},
		{"positions", NULL, &address->positions},
	};
	for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
		if (strlen(names[n].name) != name || memcmp(names[n].name, line, name) != 0)
			continue;
		if (names[n].is)
			*names[n].is = true;
		else if (*value)
			*names[n].text = value;
		return true;
	}
	return false;
}

/* Goes to the place in the room. */
static void place_go(struct page *page, uint32_t len)
{
	struct load_input room = room_input(page, len);
	struct arena arena = {0};
	struct address address = {0};
	const char *unknown = NULL;
	char *line = arena_text(&arena, room.bytes, room.len), *next;
	for (; line && *line; line = next) {
		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		if (*line && !place_take(&address, line))
			unknown = line;
	}
	address_go(page->app, &address);
	if (unknown)
		app_say(page->app,
			"nothing is known of \"%s\": a place has at, view, as-of, query, present, "
			"quiz, positions",
			unknown);
	arena_free(&arena);
}

/* ---- what happens ---- */

/* What an answer asks of a page; what a page cannot do is said. */
static uint32_t answer(struct page *page, enum app_next next)
{
	switch (next) {
	case APP_NOTHING:
		return PAGE_NOTHING;
	case APP_DRAW:
		return PAGE_DRAW;
	case APP_COPY:
		return PAGE_COPY;
	case APP_QUIT:
		return PAGE_LEAVE;
	case APP_REPAINT:
		paint_forget(&page->paint);
		return PAGE_DRAW;
	case APP_EDIT:
		app_say(page->app, "a page edits no file: truce does, which made it");
		return PAGE_DRAW;
	case APP_RELOAD:
		app_say(page->app,
			"this page holds its record, and there is nothing to read again");
		return PAGE_DRAW;
	case APP_SUSPEND:
		app_say(page->app,
			"a page is not suspended: another one of the browser's is a click away");
		return PAGE_DRAW;
	}
	return PAGE_NOTHING;
}

static uint32_t tell(struct page *page, const struct input *input)
{
	return page->app ? answer(page, app_apply(page->app, input)) : PAGE_NOTHING;
}

static int side(int32_t wanted)
{
	enum { SIDE_MOST = 1000 };
	return wanted < 1 ? 1 : wanted > SIDE_MOST ? SIDE_MOST : wanted;
}

uint32_t page_resize(struct page *page, int32_t rows, int32_t cols)
{
	struct input input = {.kind = INPUT_RESIZE, .rows = side(rows), .cols = side(cols)};
	grid_resize(&page->grid, input.rows, input.cols);
	paint_forget(&page->paint);
	return tell(page, &input);
}

void page_start(
	struct page *page, int32_t rows, int32_t cols, uint32_t light, uint32_t seed, uint32_t len)
{
	struct app_options options = {
		.ground = theme_find(light ? "light" : "dark"),
		.mouse = true,
		.as_read = true, /* the browser puts lines in order */
		.seed = seed,
	};
	if (!page->record)
		return;
	app_free(page->app);
	page->app = app_create(page->record, &options);
	page_resize(page, rows, cols);
	if (len)
		place_go(page, len);
}

uint32_t page_key(struct page *page, int32_t key, uint32_t at)
{
	return tell(page, &(struct input){.kind = INPUT_KEY, .key = key, .at = at});
}

uint32_t page_mouse(struct page *page, int32_t button, int32_t row, int32_t col, uint32_t at)
{
	return tell(page,
		&(struct input){
			.kind = INPUT_MOUSE, .button = button, .row = row, .col = col, .at = at});
}

uint32_t page_paste(struct page *page, uint32_t len, uint32_t at)
{
	struct load_input room = room_input(page, len);
	return tell(page,
		&(struct input){
			.kind = INPUT_PASTE, .text = room.bytes, .len = room.len, .at = at});
}

uint32_t page_ground(struct page *page, uint32_t light)
{
	return tell(page, &(struct input){.kind = INPUT_GROUND, .light = light != 0});
}

uint32_t page_tick(struct page *page, uint32_t ms)
{
	return tell(page,
		&(struct input){.kind = INPUT_TICK, .ms = ms < INT32_MAX ? (int)ms : INT32_MAX});
}

uint32_t page_go(struct page *page, uint32_t len)
{
	if (!page->app)
		return PAGE_NOTHING;
	place_go(page, len);
	return PAGE_DRAW;
}

int32_t page_wake(const struct page *page)
{
	return page->app ? app_wake(page->app) : -1;
}

/* ---- what is shown ---- */

const char *page_draw(struct page *page)
{
	if (!page->app)
		return give(page, "", 0);
	app_draw(page->app, &page->grid);
	const struct buf *told = paint_grid(&page->paint, &page->grid, app_theme(page->app));
	return give(page, buf_string(told), told->len);
}

const char *page_language(struct page *page, uint32_t language)
{
	const char *tag = words_language_tag(language <= UINT8_MAX ? (uint8_t)language : 0);
	if (!language && page->record)
		tag = page->record->language;
	tag = tag ? tag : "";
	return give(page, tag, strlen(tag));
}

const char *page_copied(struct page *page)
{
	const char *text = page->app ? app_clipboard(page->app) : "";
	return give(page, text, strlen(text));
}
