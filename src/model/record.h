/* The record: eras, parties, people, sources, themes, events with their quotations and positions,
 * views and parallels. Plain data: after loading everyone holds a const struct record *.
 *
 * Strings are NUL-terminated UTF-8 in the record's arena; NULL is an absent field. Lists are refs,
 * NULL when empty. Things of one kind stand in one array and are named by their place in it (a
 * ref); events stand in the order of the timeline, quotations in the order of their events, all
 * else as in the files. Field names are those of the event file: truce(5) says what each means. */
#ifndef TRUCE_MODEL_RECORD_H
#define TRUCE_MODEL_RECORD_H

#include "base/arena.h"
#include "base/bits.h"
#include "base/diag.h"
#include "model/date.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum thing {
	THING_NONE,
	THING_ERA,
	THING_PARTY,
	THING_THEME,
	THING_SOURCE,
	THING_PERSON,
	THING_EVENT,
	THING_QUOTE,
	THING_VIEW,
	THING_PARALLEL,
	THING_EDITOR, /* the reserved id `editor`; its index is 0 */
	THING_COUNT
};

/* One thing of a record: which array, and where in it. All zero is none. */
struct ref {
	uint32_t thing : 4; /* enum thing */
	uint32_t index : 28;
};

/* The ref to the index-th thing of a kind (below 2^28). */
struct ref record_ref(enum thing, uint32_t index);

static inline bool ref_same(struct ref a, struct ref b)
{
	return a.thing == b.thing && a.index == b.index;
}

/* Refs in the order of the file. */
struct refs {
	uint32_t count;
	struct ref at[];
};

/* False for no list at all. */
bool refs_has(const struct refs *, struct ref);

/* Strings in the order of the file: aliases. */
struct names {
	uint32_t count;
	const char *at[];
};

struct era {
	const char *id, *title, *summary;
	const struct date *date;
	const struct refs *parallels; /* those that name it, in the order of the files */
	struct place place;
};

struct party {
	const char *id, *name;
	const struct names *aliases;
	uint8_t color; /* enum color */
	struct place place;
};

enum color {
	COLOR_NONE,
	COLOR_BLACK,
	COLOR_RED,
	COLOR_GREEN,
	COLOR_YELLOW,
	COLOR_BLUE,
	COLOR_MAGENTA,
	COLOR_CYAN,
	COLOR_WHITE,
	COLOR_COUNT
};

struct theme {
	const char *id, *title, *note;
	const struct names *aliases;
	struct place place;
};

/* The fields that are text, in the order of truce(5)'s table: CSL variables, and some of ours. */
enum source_field {
	SOURCE_TYPE,
	SOURCE_TITLE,
	SOURCE_CONTAINER_TITLE,
	SOURCE_SHORT,
	SOURCE_AUTHOR,
	SOURCE_EDITOR,
	SOURCE_TRANSLATOR,
	SOURCE_PUBLISHER,
	SOURCE_PUBLISHER_PLACE,
	SOURCE_VOLUME,
	SOURCE_ISSUE,
	SOURCE_PAGE,
	SOURCE_EDITION,
	SOURCE_ARCHIVE,
	SOURCE_ARCHIVE_LOCATION,
	SOURCE_URL,
	SOURCE_ARCHIVED,
	SOURCE_DOI,
	SOURCE_ISBN,
	SOURCE_LANGUAGE,
	SOURCE_NOTE,
	SOURCE_PERSPECTIVE,
	SOURCE_SHA256, /* 64 hex digits of either case */
	SOURCE_FIELD_COUNT
};

struct source {
	const char *id;
	const char *name; /* what it is called in a sentence: see record_name */
	const char *fields[SOURCE_FIELD_COUNT];
	const struct date *issued, *accessed;
	struct place place;
};

struct person {
	const char *id, *name, *about, *note;
	const struct names *aliases;
	const struct date *born, *died;
	struct ref party;
	struct place place;
};

/* Who took part, and as what. */
struct participant {
	struct ref person;
	const char *role; /* or NULL */
};
struct participants {
	uint32_t count;
	struct participant at[];
};

enum quote_kind { QUOTE_QUOTATION, QUOTE_PARAPHRASE, QUOTE_THESIS, QUOTE_KIND_COUNT };
enum quote_status {
	STATUS_CHECKED,
	STATUS_ATTRIBUTED,
	STATUS_DISPUTED,
	STATUS_MISATTRIBUTED,
	STATUS_COUNT
};

/* Another place in print: with no text the same words stand there, with it a variant, or in another
 * language a translation. Or an original, the words as they were said: then the text is there, and
 * the source may be none. */
struct attestation {
	struct ref source;
	const char *locator, *language, *text, *note;
	struct place place;
};
struct attestations {
	uint32_t count;
	struct attestation at[];
};

/* What few quotations have; kept apart so that the many stay small. */
struct quote_more {
	const char *prefix, *suffix, *translator;
	const struct attestations *original;
	const struct date *said_os;
	const struct date
		*published; /* the field `public`; NULL where not given: see quote_public */
	const struct refs *to;
	const struct refs *via; /* first hand first */
	uint8_t unnamed;        /* 1: the source does not name the speaker */
	struct ref same_as;     /* a quotation: see quote_utterance */
};

struct quote {
	const char *id, *text, *role, *language, *locator, *note;
	const struct date *said;       /* NULL where not given: see quote_said */
	const struct quote_more *more; /* NULL where none of it is given */
	const struct refs *themes, *answers, *about;
	const struct attestations *also_in;
	struct ref speaker, source;
	uint32_t event; /* index of its event */
	uint8_t kind, status;
	struct place place;
};

struct position {
	struct ref issue, party, quote, source; /* of the last two at least one */
	struct ref says;                        /* who reports it; none: see position_signed */
	const char *text;
	struct place place;
};
struct positions {
	uint32_t count;
	struct position at[];
};

/* What few events have. */
struct event_more {
	const char *date_text, *duration, *note;
	int64_t order;
	struct ref after; /* an event */
};

struct event {
	const char *id, *title, *locator, *location, *summary,
		*outcome;                 /* location: the field `place` */
	const struct date *outcome_known; /* since when; NULL where not given: its latest day */
	const struct date *date;          /* never NULL: from `date`, else from `date_os` */
	const struct date *date_os;       /* or NULL */
	const struct event_more *more;
	const struct refs *parties, *host, *mediator, *source, *themes;
	const struct participants *people;
	const struct positions *positions;
	const struct refs *parallels;      /* those that name it, in the order of the files */
	uint32_t first_quote, quote_count; /* in record->quotes */
	struct ref era; /* the one it names, else the narrowest that holds its date, else none */
	struct place place, outcome_place;
};

/* A scene of a lesson plan that is a page of its own. */
enum step_scene { SCENE_NONE, SCENE_POSITIONS, SCENE_QUIZ, SCENE_COUNT };

enum step_kind { STEP_THING, STEP_POSITIONS, STEP_COMPARE, STEP_QUIZ };

/* One thing that a lesson plan shows: exactly one of thing, compare and scene. */
struct step {
	struct ref thing;           /* an event or quotation; none of a scene */
	const struct refs *compare; /* two events, or two quotations; NULL */
	uint8_t scene;              /* enum step_scene */
	/* Of positions, and of the stands of two events: the issues that are shown, in this order;
	 * and of positions the events whose meetings are. NULL: all. */
	const struct refs *issues, *meetings;
	const char *ask, *note; /* asked of the class, under the words; for the teacher alone */
	struct place place;
};
struct steps {
	uint32_t count;
	struct step at[];
};

static inline enum step_kind step_kind(const struct step *step)
{
	return step->compare                     ? STEP_COMPARE
		: step->scene == SCENE_QUIZ      ? STEP_QUIZ
		: step->scene == SCENE_POSITIONS ? STEP_POSITIONS
						 : STEP_THING;
}

struct view {
	const char *id, *title, *question, *query, *note;
	int64_t minutes; /* that the lesson takes; 0 is not given */
	const struct date *as_of;
	const struct steps *show;
	struct place place;
	struct place query_place, as_of_place, show_place; /* of the values */
};

struct parallel {
	const char *id, *claim, *locator, *note; /* id may be NULL */
	const struct refs *between;              /* two or more events or eras */
	const struct refs *disputed_by;          /* people, parties, sources */
	struct ref claimed_by, source;
	const struct date *said;
	struct place place;
};

/* How many of each kind, for counts that say what they count. */
struct quote_counts {
	uint32_t of[QUOTE_KIND_COUNT];
};

static inline uint32_t quote_counts_sum(const struct quote_counts *counts)
{
	uint32_t all = 0;
	for (int kind = 0; kind < QUOTE_KIND_COUNT; kind++)
		all += counts->of[kind];
	return all;
}

struct record {
	const char *title, *subtitle, *description, *language;
	struct era *eras;
	struct party *parties;
	struct theme *themes;
	struct source *sources;
	struct person *people;
	struct event *events;
	struct quote *quotes;
	struct view *views;
	struct parallel *parallels;
	uint32_t counts[THING_COUNT];    /* how many of each thing */
	struct quote_counts quote_kinds; /* of all quotations */
	/* By quotation, NULL where each is an utterance of its own: see quote_utterance; and the next
	 * of the same utterance, the last leading to the first. */
	const uint32_t *utterances, *renderings;
	const char *const
		*files; /* names as opened; NULL-terminated. Built in: one, "events.yaml" */
	bool built_in;
	uint32_t foreign,
		remarks; /* files of other programs among them, and what was told of these */
	/* Of a record as of a day (query/past.h): all of it, the day, and a bit for each thing that
	 * was not known by then; things keep their places. NULL, and 0, of any other. */
	const struct record *whole;
	int64_t day;
	const uint8_t *hidden[THING_COUNT];
	struct arena arena;
};

/* The record itself, or all of it where it is one as of a day. */
static inline const struct record *record_whole(const struct record *record)
{
	return record->whole ? record->whole : record;
}

/* Whether a thing is left out of a record as of a day, and nothing but its place is there. */
static inline bool record_hides(const struct record *record, struct ref ref)
{
	const uint8_t *hidden = record->hidden[ref.thing];
	return hidden && bit_get(hidden, ref.index);
}

/* The places of an event and of a quotation in its record. */
static inline uint32_t record_event_index(const struct record *record, const struct event *event)
{
	return (uint32_t)(event - record->events);
}
static inline uint32_t record_quote_index(const struct record *record, const struct quote *quote)
{
	return (uint32_t)(quote - record->quotes);
}

static inline struct ref record_event_ref(const struct record *record, const struct event *event)
{
	return record_ref(THING_EVENT, record_event_index(record, event));
}
static inline struct ref record_quote_ref(const struct record *record, const struct quote *quote)
{
	return record_ref(THING_QUOTE, record_quote_index(record, quote));
}

/* Frees a record and all that it holds; NULL is no record. */
void record_free(struct record *);

/* The words' date: `said`; of a quotation or report without one its event's date; NULL of a
 * thesis without one. */
const struct date *quote_said(const struct record *, const struct quote *);
/* The same in Old Style, that of the event where both are of one date; NULL where the record does not
 * give it. */
const struct date *quote_said_os(const struct record *, const struct quote *);
/* When the words became known: `public`, else `said` as above, else (and for a thesis) the
 * source's issued date; NULL where none is known. */
const struct date *quote_public(const struct record *, const struct quote *);

/* The other place where the words are printed that comes behind `last`, NULL for the first: the
 * entries of `also_in`, then the originals that have a source. NULL behind the last. */
const struct attestation *quote_place_next(const struct quote *, const struct attestation *last);
/* Whether two tags are of different languages: "en" and "en-GB" are of one. */
bool language_differs(const char *tag, const char *other);
/* The language of a quotation's words as they stand: its own, else the record's; NULL where neither
 * is given. */
const char *quote_text_language(const struct record *, const struct quote *);
/* Whether what stands in such a place is in another language than the quotation's: a translation or
 * the original, and no variant of its words. */
bool quote_translated(const struct record *, const struct quote *, const struct attestation *);
/* Whether its words are in a language, as they stand, as they were said, or as they stand elsewhere:
 * a tag of `len` bytes, of which "en" is also en-GB. */
bool quote_in_language(const struct record *, const struct quote *, const char *tag, size_t len);

/* The utterance that a quotation renders: the first of all that are the same by `same_as`, directly
 * or through others. One that is the same as no other is its own. So two quotations are two voices
 * where these numbers differ. */
static inline uint32_t quote_utterance(const struct record *record, uint32_t quote)
{
	return record->utterances ? record->utterances[quote] : quote;
}

/* Whether a view names events or quotations to show. Without, and without a query, it is of all that
 * the record holds: what its scenes are about. */
bool view_names(const struct view *);

/* The name that a person, party, source or the editor is called by in a sentence, and behind words
 * that they speak; a source's is its author's family name ("Varga", "Varga and Roe", "Varga and
 * others"), else its `short` without a date at the end, or its container title where there is no
 * `short` or it begins so, else its title. Under words and in lists a source is called as
 * words_source_short has it. An era, event, theme or view is called by its title. Never NULL for a
 * ref that is not none. */
const char *record_name(const struct record *, struct ref);

/* What is told of a person, theme, plan or source: who somebody is, the note, the question, where a
 * source stands or else its note. NULL for nothing, and for other things. */
const char *record_told(const struct record *, struct ref);
/* The other names of a party, theme or person; NULL where it has none, and of any other thing. */
const struct names *record_aliases(const struct record *, struct ref);
/* The id of any thing; "editor" for the editor. */
const char *record_id(const struct record *, struct ref);
/* Whose words a quotation gives: its speaker; of a view without one, its source; none where nobody
 * is named. */
struct ref quote_voice(const struct quote *);
/* The party of a speaker: the person's, or the party itself; none for a source. */
struct ref record_party(const struct record *, struct ref speaker);
/* Its colour (enum color); COLOR_NONE where it has none, or there is no party. */
uint8_t record_color(const struct record *, struct ref speaker);
/* Looks up an id among events, quotations, eras, views and parallels. Returns none when there is
 * no such id. Grows with the record: not for use per key. */
struct ref record_find(const struct record *, const char *id);

#endif
