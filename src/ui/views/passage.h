/* Words or an event in full, as a view of its own has them and the foot of a list of such. */
#ifndef TRUCE_UI_VIEWS_PASSAGE_H
#define TRUCE_UI_VIEWS_PASSAGE_H

#include "layout/rows.h"
#include "model/record.h"
#include "ui/core/app.h"

/* Adds a quotation with who speaks, or an event with what happened, between two columns. Over a scene of a
 * lesson what tells of a later one waits. */
void passage_add(struct app *, struct rows *, struct ref of, int left, int right);

#endif
