/* What was known by a result's day: the one place that says so.
 *
 * A result of a day holds the events that had begun by then and the words that were public, and no
 * query or view of it changes what was known. Of all else that hangs on them, whoever shows it asks
 * here. Without a day everything is known. */
#ifndef TRUCE_QUERY_KNOWN_H
#define TRUCE_QUERY_KNOWN_H

#include "query/result.h"

#include <stdbool.h>

/* Whether a date has come: its last possible day has. NULL, and a date without a year, have not by
 * any day. */
bool known_date(const struct result *, const struct date *);

/* Whether a thing may be named: an event or quotation that was known; an era of which an event was;
 * a source that had been issued or that such a quotation or event cites. Any other may. */
bool known_ref(const struct result *, struct ref);

/* Whether a stand had been reported: what it rests on, its source and its quotation, was known, and who
 * reports it. */
bool known_position(const struct result *, const struct position *);

/* Whether a likeness had been drawn: it has a date, or a source that has one, that has come, and
 * what it likens was known. */
bool known_parallel(const struct result *, const struct parallel *);

/* Whether the editor's remarks may be shown. They look back, so as of a day they are not. */
bool known_remarks(const struct result *);

#endif
