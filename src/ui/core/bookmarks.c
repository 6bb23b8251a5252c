/* An array in the order marked. Marks are set by hand and so are few: each
 * question walks along them. */
#include "ui/core/bookmarks.h"

#include "base/memory.h"
#include "ui/core/spot.h"

#include <stdlib.h>
#include <string.h>

void bookmarks_begin(struct app *app)
{
	app->bookmarks = mem_zero(1, sizeof *app->bookmarks);
}

void bookmarks_end(struct app *app)
{
	free(app->bookmarks->at);
	free(app->bookmarks);
}

/* The marked thing's place in the list; its count where it is not marked. */
static size_t place_of(const struct bookmarks *bookmarks, struct ref ref)
{
	size_t n = 0;
	while (n < bookmarks->count && !ref_same(bookmarks->at[n], ref))
		n++;
	return n;
}

bool bookmarks_has(const struct bookmarks *bookmarks, struct ref ref)
{
	return place_of(bookmarks, ref) < bookmarks->count;
}

bool bookmarks_within(
	const struct bookmarks *bookmarks, const struct record *record, uint32_t event)
{
	for (size_t n = 0; n < bookmarks->count; n++) {
		struct ref ref = bookmarks->at[n];
		if (ref.thing == THING_QUOTE ? record->quotes[ref.index].event == event
					     : ref.thing == THING_EVENT && ref.index == event)
			return true;
	}
	return false;
}

void bookmarks_remove(struct bookmarks *bookmarks, size_t n)
{
	bookmarks->copied = false;
	memmove(bookmarks->at + n, bookmarks->at + n + 1,
		(--bookmarks->count - n) * sizeof *bookmarks->at);
}

void bookmarks_turn(struct app *app, struct ref ref)
{
	struct bookmarks *bookmarks = app->bookmarks;
	size_t n = place_of(bookmarks, ref);
	if (n < bookmarks->count) {
		bookmarks_remove(bookmarks, n);
		app_say(app, "mark taken off");
		return;
	}
	bookmarks->at = mem_grow(bookmarks->at, &bookmarks->capacity, n + 1, sizeof *bookmarks->at);
	bookmarks->at[bookmarks->count++] = ref;
	bookmarks->copied = false;
	app_say(app, "marked; M shows the marked");
}

enum app_next bookmarks_toggle(struct app *app, const struct request *request)
{
	struct ref ref = spot_selected(app);
	if (ref.thing == THING_NONE)
		app_say(app, "this page cannot be marked: events and quotations can");
	else
		bookmarks_turn(app, ref);
	return APP_DRAW;
}

bool bookmarks_unkept(const struct app *app)
{
	return app->bookmarks->count && !app->bookmarks->copied && !app->options.kiosk;
}

void bookmarks_keep(struct bookmarks *bookmarks, struct keeper *keeper)
{
	size_t count = 0;
	for (size_t i = 0; i < bookmarks->count; i++) {
		struct ref ref = bookmarks->at[i];
		if (keeper->ref(keeper, &ref))
			bookmarks->at[count++] = ref;
	}
	bookmarks->count = count;
}
