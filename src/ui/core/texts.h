/* Who has the texts of the sources: the explorer reads no file, so it asks whoever called it. */
#ifndef TRUCE_UI_CORE_TEXTS_H
#define TRUCE_UI_CORE_TEXTS_H

#include "base/buf.h"
#include "model/record.h"
#include "query/wording.h"

enum text_answer {
	TEXT_FOUND,
	TEXT_NOT_FOUND,  /* the words do not stand there; `why` is what comes nearest */
	TEXT_UNREADABLE, /* `why` says the reason */
	TEXT_MISSING,    /* no file has that name */
};

/* What is said of words; text from outside. */
struct text_passage {
	struct buf file;            /* where the text is or would be */
	uint32_t line, line_to;     /* where the words begin and end there, from 1 */
	struct buf reach;           /* what cuts leave out, where else they stand; or empty */
	struct buf text;            /* the paragraph with those beside it, an empty line between */
	struct wording_part *marks; /* the words in it; to be freed */
	uint32_t mark_count;
	struct buf why;
	bool other; /* the text that was read is not the one that was verified */
};

struct source_texts {
	const void *state;
	/* Looks up the words of a quotation in the text of its source, or of that of `also` (or
	 * NULL), and fills an empty passage. */
	enum text_answer (*look_up)(const void *state, const struct record *, uint32_t quote,
		const struct attestation *also, struct text_passage *);
};

#endif
