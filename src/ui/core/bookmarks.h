/* Bookmarks: events and quotations marked for this session, in the order marked. */
#ifndef TRUCE_UI_CORE_BOOKMARKS_H
#define TRUCE_UI_CORE_BOOKMARKS_H

#include "ui/core/view.h"

struct bookmarks {
	struct ref *at;
	size_t count, capacity;
	bool copied; /* all of them, as they are now */
};

void bookmarks_begin(struct app *);
void bookmarks_end(struct app *);

/* Marks what is selected, or takes its mark off, and says so. */
enum app_next bookmarks_toggle(struct app *, const struct request *);
/* The same of any event or quotation. */
void bookmarks_turn(struct app *, struct ref);
/* Takes the nth mark off. */
void bookmarks_remove(struct bookmarks *, size_t n);
bool bookmarks_has(const struct bookmarks *, struct ref);
/* Whether an event is marked, or a quotation of it. */
bool bookmarks_within(const struct bookmarks *, const struct record *, uint32_t event);

/* Whether quitting would lose them: they were not copied, and this is no kiosk. */
bool bookmarks_unkept(const struct app *);

/* Shows the keeper what is marked; what is gone is left out. */
void bookmarks_keep(struct bookmarks *, struct keeper *);

#endif
