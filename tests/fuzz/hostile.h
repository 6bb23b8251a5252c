/* Records as somebody would write them who wants to harm, or has read the manual too well: by the
 * form of the record (model/form.h), so that a field which is added there is written here, with
 * texts of every odd character, dates of every kind and things that refer to each other. Most of
 * them are taken; of some one thing is wrong. */
#ifndef TRUCE_TESTS_FUZZ_HOSTILE_H
#define TRUCE_TESTS_FUZZ_HOSTILE_H

#include "base/buf.h"
#include "model/record.h"
#include "tests/fuzz/dice.h"

enum { HOSTILE_FILES = 3 };

/* The text of the files of one record, without those that are empty. A zeroed struct is none;
 * caller owns it: hostile_free. */
struct hostile {
	struct buf files[HOSTILE_FILES];
	size_t count;
};

void hostile_write(struct hostile *, struct dice *);
void hostile_free(struct hostile *);

/* The record of what was written, NULL where it is refused. Caller owns it. */
struct record *hostile_record(struct dice *);

/* Appends words, at most so many; never none. */
void hostile_words(struct dice *, struct buf *, unsigned most);
/* Appends a text between double quotation marks, as YAML has them. */
void hostile_quoted(struct buf *, const char *text, size_t len);
/* A date, of which many are none. Static. */
const char *hostile_date(struct dice *);
/* Appends a query for a record that was written here, which may be none. */
void hostile_query(struct dice *, struct buf *);

#endif
