/* The document to read: what stands in it, in which order and in which words, the same in every
 * format.
 *
 * A format is a table of writers, all of which are there. A writer sets what it is given and asks
 * nothing of the record's order. Text is as the record has it: a writer sends it through the output
 * function of its target. Strings and citations are borrowed until the next flush; NULL is none,
 * where it is said. */
#ifndef TRUCE_PRINT_DOCUMENT_H
#define TRUCE_PRINT_DOCUMENT_H

#include "base/arena.h"
#include "print/print.h"

struct compare;
struct position_table;

/* Where something is printed. */
struct citation {
	const char *locator;     /* "p. 12", or NULL */
	const uint32_t *numbers; /* of the sources as the list at the end has them, from 1 */
	const struct ref *sources;
	uint32_t count;
};

/* What stands on top of a page. A page that is a table alone has no marks. */
struct document_head {
	const char *title;
	const char *subtitle, *description; /* or NULL */
	const char *counts;                 /* "7 of 31 events · 5 quotations"; or NULL */
	const char *asked;                  /* what was selected, and by what; or NULL */
	const char *marks;                  /* how to read what stands on the page; or NULL */
};

enum document_section {
	SECTION_ERA,
	SECTION_EVENTS, /* where there are no eras, and of one line an event */
	SECTION_QUOTES,
	SECTION_SCENE, /* of a lesson plan, with its number */
	SECTION_ASKED, /* what a plan asks besides */
	SECTION_PARALLELS,
	SECTION_PEOPLE,
	SECTION_SOURCES
};

/* A heading, with the time that it spans and a paragraph below it. */
struct heading {
	enum document_section section;
	const char *title;
	const struct date *span; /* or NULL */
	const char *summary;     /* or NULL */
	struct ref era;          /* or none */
};

/* A paragraph or a line of its own, below an event, a quotation, a parallel or a source. */
enum document_part {
	/* Of an event; the last follow its quotations. */
	PART_MEETING,
	PART_PEOPLE,
	PART_SUMMARY,
	PART_OUTCOME,
	PART_POSITION,
	/* Of a quotation. */
	PART_STATUS,
	PART_PUBLISHED,
	PART_ORIGINAL,
	PART_TRANSLATOR,
	PART_ANSWER,
	PART_ALSO,      /* in print elsewhere */
	PART_ALSO_NOTE, /* a remark on that */
	PART_SOURCE,    /* in short, where there are no numbers */
	/* Of what a lesson plan shows. */
	PART_ASK,
	PART_TEACHER,
	/* Of a parallel; of a source; of any. */
	PART_DISPUTE,
	PART_PERSPECTIVE,
	PART_NOTE
};

struct part {
	enum document_part kind;
	const char *label;               /* "Note: ", or "" */
	const char *text;                /* NULL where there is but the citation */
	const struct citation *citation; /* or NULL */
	const char *language;            /* of the text, where the record says it; or NULL */
	struct ref about; /* the quotation that is answered, the party that stands so; or none */
};

struct document_writer {
	/* Lines alone, for --brief and --quotes-only: no head, no headings, no list of sources. */
	bool bare;
	/* What leads to the sources at the end; NULL: numbers do. */
	const char *leads;
	void (*head)(void *to, const struct document_head *);
	void (*section)(void *to, const struct heading *);
	/* Time without an event, in words. */
	void (*gap)(void *to, const char *time);
	/* The title and the dates of an event, whose parts, quotations and positions follow. */
	void (*event)(void *to, const struct event *);
	/* The words, the speaker, and when they were said (NULL where unknown); citation NULL where
	 * the source follows as a part. Its parts follow, then quote_end. */
	void (*quote)(void *to, const struct quote *, const char *speaker, const char *said,
		const struct citation *);
	void (*quote_end)(void *to);
	/* What is likened, and who says so; in what words, the parallel itself knows. Its parts
	 * follow. */
	void (*parallel)(void *to, const struct parallel *, const char *between,
		const char *claimed, const struct citation *);
	/* A person with the years, and a sentence on who it is. */
	void (*person)(void *to, const char *name, const char *about);
	/* The nth of `count` sources in full, its address behind a line feed. Its parts follow. */
	void (*source)(void *to, struct ref source, uint32_t n, uint32_t count, const char *full);
	void (*part)(void *to, const struct part *);
	/* Two tables. NULL of a format without. */
	void (*positions)(void *to, const struct position_table *);
	void (*compare)(void *to, const struct compare *);
	/* An event as one line. */
	void (*event_line)(void *to, const struct event *, uint32_t quotes);
	/* Something is complete. Returns false when a write failed: nothing else comes then. */
	bool (*flush)(void *to);
};

/* The walk at hand, for a page that is another walk than document_write. What is given and asked is
 * borrowed. */
struct document {
	const struct document_writer *write;
	void *to;
	const struct result *result;
	const struct record *record;
	const struct select_options *asked;
	const struct signs *signs;
	bool failed;
	struct arena arena;
	struct buf words; /* the phrase at hand */
	/* Of each source of the record its number, 0 where it is not named yet; and those named, in
	 * order. */
	uint32_t *numbers, *named, named_count;
	/* Of a view: of each event and each quotation the first step that asks about it, counted from
	 * 1, and of each step the next one. NULL where nothing is asked. */
	uint32_t *event_asks, *quote_asks, *next_asks;
};

void document_begin(struct document *, const struct result *, const struct print_options *,
	const struct document_writer *, void *to);
void document_end(struct document *);

/* Ends what is complete; its phrases go. */
void document_flush(struct document *);
/* The phrase at hand, kept until the flush, or NULL where it is empty; the buf is empty then. */
const char *document_phrase(struct document *);

/* Begins a section that is its title alone, unless a write failed. */
void document_section(struct document *, enum document_section, const char *title);

/* Writes a part where there is a text; and one that is a date, NULL where there is none. */
void document_part(struct document *, enum document_part, const char *label, const char *text);
void document_part_cited(struct document *, enum document_part, const char *label, const char *text,
	const struct citation *);
void document_part_date(
	struct document *, enum document_part, const char *label, const struct date *);
/* Writes what the view asks, from this step on (see event_asks); 0 is nothing. */
void document_asks(struct document *, uint32_t first);

/* The document of the whole result. */
void document_write(const struct result *, const struct print_options *,
	const struct document_writer *, void *to);

#endif
