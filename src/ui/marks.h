/* Marks: events and quotations set aside for this session, in the order marked. */
#ifndef TRUCE_UI_MARKS_H
#define TRUCE_UI_MARKS_H

#include "model/record.h"
#include "ui/list.h"

#include <stdbool.h>
#include <stddef.h>

struct app;

struct marks {
	struct ref *at;
	size_t count, capacity;
	struct list list; /* its items are the marks; settled when drawn */
};

/* Marks what is selected, or takes its mark off. */
void marks_toggle(struct app *);
bool marks_has(const struct marks *, struct ref);
void marks_free(struct marks *);

#endif
