/* What is shown and where one stands in it, so that it can be written down and gone to again: by the
 * record's own ids, the EDTF of the day, and the query as it is typed. */
#ifndef TRUCE_UI_CORE_ADDRESS_H
#define TRUCE_UI_CORE_ADDRESS_H

#include "ui/core/app.h"

#include <stdbool.h>

struct address {
	const char *at;    /* an event or a quotation; NULL for the card */
	const char *view;  /* a lesson plan; NULL for none, as all that follow */
	const char *as_of; /* a date, as it may be typed */
	const char *query;
	bool present, quiz, positions; /* one of them at most */
};

/* Where the app is. Its texts are valid until the next app_apply or address_go. While words are
 * presented or asked about, it is where one comes back to: it says nothing that the screen does not. */
struct address address_of(const struct app *);

/* Goes there. What names nothing is left out, and the message says so; where nothing would be shown,
 * what is shown stays. Copies what it needs. */
void address_go(struct app *, const struct address *);

#endif
