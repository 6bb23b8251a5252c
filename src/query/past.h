/* The record as of a day: a copy in which nothing stands that came later.
 *
 * Whoever shows a record shows this one instead, and needs to ask nothing: what was not known is not
 * there. Left out are events that had not begun and words that were not public; whatever nothing
 * left names (people, parties, themes, sources, eras); likenesses that had not been drawn or name
 * what is left out; lesson plans that show something later. Of what stays go references to what is
 * left out; places in print and stands whose source had not come out; the editor's remarks, which
 * look back (FIELD_HINDSIGHT); what tells the whole of a thing that was not over (FIELD_ACCOUNT);
 * dates to come. An interval that had begun has an open end. An outcome waits for its `known`, or
 * the last day of its event. A source is named where words that stay cite it.
 *
 * A date has come when its last possible day has; an interval has begun when that of its start
 * has. Things keep their places, so that indices and refs of the two records agree. */
#ifndef TRUCE_QUERY_PAST_H
#define TRUCE_QUERY_PAST_H

#include "model/record.h"

/* The record as of a day, in the arena, sharing texts with the whole of it; record_hides tells what
 * is left out. A day that is DATE_OPEN_END gives the whole record; of a record as of that day comes
 * itself, and of any other day what was known of the whole. */
const struct record *past_record(const struct record *, int64_t day, struct arena *);

/* A lesson plan of the whole record as it stands in this one, the notes of which are kept from
 * whoever goes back behind its own day; NULL stays NULL. */
const struct view *past_view(const struct record *, const struct view *);

/* Whether a date has come by a day, the last of its possible days with it. NULL, and a date without
 * a year, never. */
bool past_date(const struct date *, int64_t day);

#endif
