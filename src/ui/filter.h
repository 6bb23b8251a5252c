/* What of the record is shown: what the program was started with (a view, a day), and a query on top. */
#ifndef TRUCE_UI_FILTER_H
#define TRUCE_UI_FILTER_H

#include "query/select.h"

#include <stdbool.h>

struct app;

struct filter {
	struct select_options asked; /* borrowed; its query is not used, `query` below is */
	struct arena opened_arena, arena;
	struct result opened; /* what the view and the day leave */
	struct result result; /* what the query selects of it */
	struct buf query;     /* the query at hand; empty is none */
	struct buf typed;     /* queries typed before, a line each */
	struct buf said;      /* the last message */
	struct search *search; /* the folded text of the record, made when it is first needed */
};

/* Starts with what was asked for. What cannot be selected by (a malformed query) is left out, so callers
 * check it before. */
void filter_begin(struct app *, const struct select_options *);
void filter_end(struct app *);

/* Shows what the query selects, of an empty one everything; the selected event stays so, else the nearest one
 * after it is. What is malformed or selects nothing changes nothing: false, and the message says why. */
bool app_filter(struct app *, const char *query);

/* What the explorer was opened with, whatever the query hides of it. */
const struct result *app_opened(const struct app *);

/* Opens the prompt for a query. */
void filter_open(struct app *);

/* Appends " · as of 30 March 2022 · only QUERY" as far as there is such a thing. */
void filter_words(const struct app *, struct buf *);

/* The search of the record, made at the first call. */
struct search *filter_search(struct app *);

#endif
