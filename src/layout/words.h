/* The phrases that views and printed pages share: who speaks, when, where it is printed, how much
 * there is. Each appends plain text to a buf; the signs (dot, dash) are the paper's. */
#ifndef TRUCE_LAYOUT_WORDS_H
#define TRUCE_LAYOUT_WORDS_H

#include "base/buf.h"
#include "layout/style.h"
#include "model/record.h"

#include <stdint.h>

/* "35 quotations · 33 reports and views", "1 quotation", "no quotations". */
void words_counts(struct buf *, const struct signs *, const struct quote_counts *);
/* "31 events", "1 event". */
void words_number(struct buf *, uint64_t count, const char *one, const char *many);
/* 12345 as "12,345". */
void words_figure(struct buf *, uint64_t number);

/* The speaker with the role of then, and how the words came to the source: "Alexander Fomin, deputy
 * defence minister of Russia, by way of German media"; "unattributed" where no speaker is named; of
 * a thesis without one, its source. */
void words_speaker(struct buf *, const struct record *, const struct quote *);
/* Appends how they came there, behind a comma where something stands in the buf: "unnamed in the
 * source, by way of German media". Nothing where the record does not say. */
void words_handed(struct buf *, const struct record *, const struct quote *);
/* How a speaker's name is drawn: in the colour of the party. */
struct style words_speaker_style(const struct record *, struct ref speaker);
/* The speaker's name alone: for lists. */
void words_speaker_short(struct buf *, const struct record *, const struct quote *);

/* What an entry of a plan is called that has no words: "Two events side by side", "Positions: who stood
 * where", "Positions: Neutrality, Ceasefire". */
void words_scene(struct buf *, const struct record *, const struct step *);

/* Before what the editor says of somebody or something. */
#define WORDS_EDITOR "The editor: "
/* In the place of where a source stands, over a scene before that is told. */
#define WORDS_STANCE_WAITS "Where it stands waits for a later scene of the lesson."

/* The whole name of a person, party or source: of a source its authors' ("Ilona Varga"), else what
 * it is called. */
void words_name(struct buf *, const struct record *, struct ref);

/* The same, and of a source where it came out, as far as its name does not say: "Mark Episkopos, The
 * National Interest". For a choice among names, of which some tell a class nothing. */
void words_name_placed(struct buf *, const struct record *, struct ref);

/* Adds a date behind a name, unless the name ends on it: that of a source may. */
void words_dated(struct buf *, const char *date);

/* The source in short with the locator: its `short`, "OSW, May 2025, p. 3", else what is made of its
 * author, work and year, "Episkopos, The National Interest, 2022, p. 3". */
void words_source_short(
	struct buf *, const struct record *, struct ref source, const char *locator);
/* Whether a source speaks the words itself: it, or who is named as its author, is the speaker, or they are
 * its own view. */
bool words_are_own(const struct record *, const struct quote *);
/* The source in short with the locator, as it stands below the speaker and the day (`said`, NULL for none):
 * of words of its own only what it adds to these, which may be nothing; as of a day, of a source of
 * about a day, also which. */
void words_source_below(
	struct buf *, const struct record *, const struct quote *, const struct date *said);
/* The source in full: author, title, container, place, publisher, date, URL, archived copy. */
void words_source_full(struct buf *, const struct record *, struct ref source);
/* "p. 12", "pp. 210-214" for a bare number or range; anything else as it stands. */
void words_locator(struct buf *, const char *locator);

/* The language of a tag of BCP 47 in English, whatever its script or country: "Serbian" of sr-Latn; a
 * tag that is not known as it stands. The second has "in " before it. */
void words_language(struct buf *, const char *tag);
void words_in_language(struct buf *, const char *tag);
/* The number of its language, which a style of its words has; 0 for NULL, and where it is not known. And
 * the tag of that language alone, without script or country; NULL for 0. */
uint8_t words_language_number(const char *tag);
const char *words_language_tag(uint8_t number);

/* "checked" says nothing; else "attributed", "disputed", "misattributed" as a word for the reader,
 * or NULL. */
const char *words_status(enum quote_status);

/* Who met, where and at whose table: "Istanbul · Russia and Ukraine; host Turkey". Nothing where
 * the record says none of it. */
void words_meeting(struct buf *, const struct record *, const struct signs *, const struct event *);

/* The years of a person: "1797–1868", "born about 1801", "died 1899". */
void words_life(struct buf *, const struct person *);
/* Who a person is: "1797–1868 · An envoy of Norland." Nothing where the record does not say. */
void words_about(struct buf *, const struct signs *, const struct person *);

/* The names of refs as a list: "Russia, Ukraine and Turkey". */
void words_list(struct buf *, const struct record *, const struct refs *);

#endif
