/* What other programs, and people who guess, call the fields of a record: TimelineJS, SIMILE,
 * vis-timeline, markwhen, Zotero and CSL, schema.org, GEDCOM, the heads of Jekyll's pages. Private to
 * load/. */
#ifndef TRUCE_LOAD_FOREIGN_NAMES_H
#define TRUCE_LOAD_FOREIGN_NAMES_H

#include "base/buf.h"
#include "model/form.h"

/* What to do about such a name. */
struct foreign_name {
	uint32_t forms;     /* a bit for each form it is a row of */
	const char *field;  /* that is meant; NULL where none is */
	const char *advice; /* in words, where the bare name of the field would mislead; or NULL */
	const char *names;  /* as name_fold makes them, between spaces */
};

/* Appends a key as names are compared: small letters, without what stands between words. */
void name_fold(struct buf *, const char *key);

/* Whether a folded name is one of those that stand between spaces. */
bool name_is_among(const char *names, const char *name);

/* The row of a folded name in a form, or NULL; the second looks among those of other languages than
 * English, and the first as well. */
const struct foreign_name *foreign_name_find(const struct form *, const char *folded);
const struct foreign_name *foreign_language_find(const struct form *, const char *folded);

/* Whether a folded name is a word of its own, one letter or two away from a field by chance. */
bool foreign_name_is_word(const char *folded);

/* "id, title, date": the fields that one needs first, of a form that has many; else NULL. */
const char *foreign_name_common(const struct form *);

#endif
