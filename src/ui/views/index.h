/* The index: its state, and what its files share: index.c (in and out, and what the keys do), index_none.c,
 * index_bar.c and index_draw.c. */
#ifndef TRUCE_UI_VIEWS_INDEX_H
#define TRUCE_UI_VIEWS_INDEX_H

#include "layout/voices.h"
#include "query/voices.h"
#include "ui/core/keybar.h"
#include "ui/core/narrow.h"
#include "ui/core/view.h"

struct index {
	struct voices *pages[VOICES_PAGES]; /* each made when it is first shown */
	uint32_t change;                    /* which of the filter's bases they are made of */
	uint32_t telling;                   /* and of which lesson over which they lie */
	struct result whole;                /* what they are pages of */
	struct result base; /* what they count: what was picked here is no part of it */
	struct arena arena; /* of that */
	enum voices_page page;
	struct narrow narrow; /* the lines of it that fit what is typed */
	struct index_none {
		struct buf typed; /* for which the rest was found out, on that page, */
		enum voices_page page;
		uint32_t change;   /* of what was shown then; 0 is none */
		struct ref silent; /* who of those without words is called so; else */
		uint32_t fits;     /* how many lines of another page fit it, */
		enum voices_page other;
		bool is_said; /* else whether the record says it */
	} none;               /* where no line fits */
	uint32_t first_era;   /* the first one to show */
	bool paused;          /* another record is coming, while one types here */
	struct buf typed;     /* what was typed then, and what was selected */
	uint32_t was;
};

static inline struct index *index_of(const struct app *app)
{
	return view_state(app, &index_view);
}

/* What of it is clicked: the name of an era, of a page. */
enum index_part { INDEX_ERA, INDEX_PAGE };

/* A record without lesson plans has no page of them. */
static inline bool index_has_page(const struct app *app, enum voices_page page)
{
	return page != VOICES_PLANS || app->record->counts[THING_VIEW];
}

/* The page at hand; a line of those that fit what is typed. */
const struct voices *index_page(const struct app *);
const struct voices_line *index_line(const struct app *, uint32_t item);

/* Where no line of the page at hand fits what is typed: where it leads. Looked for once for what is
 * typed: makes pages, and looks through the first megabyte of the record. */
const struct index_none *index_none(struct app *);
/* How many lines fit on the next page (by 1, or -1 for those before) that has some; 0 where the page at
 * hand has. */
uint32_t index_elsewhere(struct app *, int by, enum voices_page *out);

/* A page, made where it is not yet. */
struct voices *index_make(struct app *, enum voices_page);
/* Whether a page waits: of who speaks it would tell whose the words of a scene are, by the years. */
bool index_waits(const struct app *, enum voices_page);

/* Where the parts of the page stand, and which eras are shown. */
struct voices_sheet index_sheet(const struct app *);

/* For list_heights; the rows of the list. */
int index_line_height(const void *app, uint32_t item);
int index_rows(const struct app *);

/* Whether its lines are of somebody, of whom there is more to show. */
bool index_unfolds(enum voices_page);

/* Its keys, for the help; and those that hold now, where not all eras are shown or they are. */
extern const struct hint index_hints[];
void index_bar(const struct app *, bool more, struct hint out[HINTS_MOST]);
void index_draw(struct app *, struct grid *);

#endif
