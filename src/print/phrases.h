/* What the pages to read say in words, the same in each: appended to a buf, nothing where the record
 * says nothing. Like layout/words.h, for whole documents. */
#ifndef TRUCE_PRINT_PHRASES_H
#define TRUCE_PRINT_PHRASES_H

#include "base/buf.h"
#include "layout/style.h"
#include "query/select.h"

/* "7 of 31 events · 5 quotations". */
void phrase_counts(struct buf *, const struct signs *, const struct result *);
/* What the result was selected by, after the title of its view: "As of 30 March 2022: ...". Nothing where
 * nothing was asked for. */
void phrase_asked(struct buf *, const struct signs *, const struct select_options *);
/* How to read the page: of the marks only what stands on it. */
void phrase_marks(struct buf *, const struct signs *, const struct result *);

/* Where, who, at whose table, how long. */
void phrase_meeting(
	struct buf *, const struct signs *, const struct record *, const struct event *);
/* Who was there and as what, where the meeting does not say it all. */
void phrase_people(struct buf *, const struct record *, const struct event *);
/* "Settling for less, Norland: Accepts the river line". */
void phrase_position(struct buf *, const struct record *, const struct position *);

/* "Sir Edmund Hale, second plenipotentiary, to Count Pavel Orlov"; "30 March 1856"; and both, with a
 * comma between them. */
void phrase_speaker(struct buf *, const struct record *, const struct quote *);
void phrase_said(struct buf *, const struct record *, const struct quote *);
void phrase_attribution(struct buf *, const struct record *, const struct quote *);
/* "Original (fr): “...”", "Variant: “...”", "Answers Hale, 30 March 1856". */
void phrase_original(struct buf *, const struct signs *, const struct quote_more *);
void phrase_also_in(
	struct buf *, const struct signs *, const struct quote *, const struct attestation *);
void phrase_answer(struct buf *, const struct record *, const struct quote *answered);

/* "The congress and Treaty of Karlsund signed"; "claimed by Count Pavel Orlov, 1856". */
void phrase_between(struct buf *, const struct record *, const struct parallel *);
void phrase_claimed(struct buf *, const struct record *, const struct parallel *);
/* A likeness is shown when all that it likens is. */
bool phrase_is_due(const struct result *, const struct parallel *);

/* The source in full, its address behind a line feed, so that it stands on a line of its own. */
void phrase_source(struct buf *, const struct record *, struct ref source);

#endif
