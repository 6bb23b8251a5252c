/* What of the record is shown: what the program was started with (a view, a
 * day), and a query on top. */
#ifndef TRUCE_UI_CORE_FILTER_H
#define TRUCE_UI_CORE_FILTER_H

#include "query/search.h"
#include "ui/core/view.h"

struct filter {
	struct select_options asked; /* borrowed; its query is not used, `query` below is */
	struct arena past_arena;     /* of the app's record, where it is one as of a day */
	struct arena opened_arena, arena;
	struct result opened; /* what the view and the day leave */
	struct result result; /* what the query selects of it */
	struct buf query;     /* the query at hand; empty is none */
	size_t base; /* bytes of it that were typed; what is behind was picked of what they leave */
	struct date day; /* of asked.as_of, where it was typed here */
	struct arena day_arena;
	struct search *search; /* the folded text of the record, made when it is first needed */
	/* How often the result has changed, what the explorer was opened with, and what that and
	 * the typed query leave: for who keeps what follows from them. */
	uint32_t changes, openings, bases;
	/* The query in words, and what was typed of it; made where `told` is not `changes`. */
	struct buf words, base_words;
	uint32_t told;
};

/* Starts with what was asked for. What cannot be selected by (a malformed query) is left out, so
 * callers check it before. */
void filter_begin(struct app *, const struct select_options *);
void filter_end(struct app *);

/* Shows what the query selects, of an empty one everything. The selected event stays so where it is
 * among it; from the card, and where it is hidden, the first one is gone to. What is malformed or
 * selects nothing changes nothing: false, and the message says why. */
bool filter_query(struct app *, const char *query);

/* The same of a query that is picked of what was typed: it takes the place of what was picked before, and its
 * first event is gone to. */
bool filter_pick(struct app *, const char *query);
/* What was typed alone would leave: what is opened where nothing was. What it holds is in the arena, else
 * of what is opened: it stays so until `bases` changes. */
struct result filter_base(struct app *, struct arena *);

/* Opens a lesson plan, by its place in the record, in place of what was asked for; the query stays. Its
 * card is gone to, above what it shows. False, and nothing changes, where nothing would be left: the
 * message says so. */
bool filter_plan(struct app *, uint32_t plan);
/* Out of the plan that is open; a query and a day stay. */
bool filter_plan_leave(struct app *);

/* Shows what was public by the end of a day (NULL: whatever is known now); the query stays. As above
 * where nothing would be left. Copies the date. */
bool filter_day(struct app *, const struct date *);

/* Shows what a query selects of what a plan and a day leave (NULL: of everything). As above where nothing
 * would be left. Copies the date and the query. */
bool filter_show(struct app *, const struct view *, const struct date *, const char *query);

/* What a query, or a day, would leave of what is asked for besides; nothing changes. The result lies in
 * the arena; false, and the problem filled, where that is no query or no day. */
bool filter_try(
	struct app *, const char *query, struct arena *, struct result *, struct query_problem *);
bool filter_try_day(
	struct app *, const struct date *, struct arena *, struct result *, struct query_problem *);
/* Why something was not taken: where the query is malformed, or what names nothing. */
void filter_why_not(struct buf *, const struct query_problem *, bool malformed);

/* Starts again on the record that is the app's now: the same view, day and query as far as there is
 * such a thing. A query that selects nothing any more is given up. */
void filter_renew(struct app *);

/* What the explorer was opened with, whatever the query hides of it. */
const struct result *filter_opened(const struct app *);

/* Whether a query, a view or a day keeps something from being shown. */
bool filter_is_on(const struct app *);

/* Shows everything again, and says so. */
enum app_next filter_show_all(struct app *, const struct request *);

/* Appends " · PLAN · as of 30 March 2022 · only what Ukraine says" as far as there is such a thing:
 * of the plan's title only some words where so many columns have no room for all. */
void filter_words(const struct app *, struct buf *, int room);
/* Appends as many words of a title as so many columns have room for, one at least, with the sign for a cut
 * where some have not. */
void filter_title(struct buf *, const struct app *, const char *title, int room);
/* The query at hand, as it was typed; in words (words_query); what was typed of it alone, in words. ""
 * for none. */
const char *filter_typed(const struct app *);
const char *filter_told(const struct app *);
const char *filter_base_told(const struct app *);

/* The search of the record, made at the first call. */
struct search *filter_search(struct app *);

/* The query itself, of one that begins as the title says it: "only Ukrainians". */
const char *filter_asked(const char *text);

#endif
