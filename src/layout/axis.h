/* The axis: the whole span of a record in one row or two, with empty time broken out.
 *
 * Events that lie near each other form a stretch, drawn to scale; between stretches the axis is
 * broken. A year stands whole over the columns of its own stretch, or not at all; in one row it stands
 * before them, and is the first where an event of that one is selected. The height over a
 * column is how many events begin in it. Building an axis looks at every event once; placing a day
 * on it takes steps by the number of stretches. */
#ifndef TRUCE_LAYOUT_AXIS_H
#define TRUCE_LAYOUT_AXIS_H

#include "layout/rows.h"
#include "query/result.h"

#include <stdbool.h>
#include <stdint.h>

enum { AXIS_STRETCHES = 16 };

struct axis_stretch {
	int64_t first, last; /* days */
	uint32_t events;
	int col, cols; /* of its bars */
	int label;     /* column of its year's label */
	int64_t year;  /* the one it is labelled with */
	bool julian;   /* all its dates are drawn in the Julian calendar, and so its years are */
};

struct axis {
	struct axis_stretch stretches[AXIS_STRETCHES];
	int count;         /* 0 where nothing is dated, or the paper is too narrow */
	int lines;         /* 1, or 2: years above, bars below */
	bool tight;        /* a blank is a break */
	uint32_t *density; /* events by column of the paper */
	uint8_t *hits;     /* by column: whether one of its events is a hit of a search */
	uint32_t most;
	struct paper paper;
};

/* Builds the axis of a result for a paper, in `lines` rows (1 or 2). What it keeps is in the
 * arena. */
void axis_build(
	struct axis *, struct arena *, const struct result *, const struct paper *, int lines);

/* Marks the columns of the rows whose bits are set, of those from one to before another; `from` 0 forgets
 * what was marked before. */
void axis_hits(
	struct axis *, const struct result *, const uint8_t *rows, uint32_t from, uint32_t end);

/* The row of the result whose column is nearest to a column of the paper, the first such, but of a stretch in one
 * column the first of the year that names it; -1 where there is none. Looks at every event. */
int64_t axis_row_near(const struct axis *, const struct result *, int col);

/* What of the record stands in the window, and which event is selected; days by date->sort. */
struct axis_view {
	int64_t first, last; /* DATE_NO_SORT for none */
	int64_t selected;    /* DATE_NO_SORT for none */
};

/* A year that stands in the first row: where, and of which stretch. */
struct axis_year {
	int col, width, stretch;
	int64_t year;
};

enum { AXIS_YEARS = 128 }; /* more have no room */

/* The years as axis_add writes them. Returns how many. */
int axis_years(const struct axis *, const struct axis_view *, struct axis_year[AXIS_YEARS]);

/* The row of the first event in a year of a stretch; where it has none, of the first behind that, else of
 * the stretch. Looks at every event. */
int64_t axis_row_of_year(const struct axis *, const struct result *, int stretch, int64_t year);

/* Adds the axis' rows. */
void axis_add(struct rows *, const struct axis *, const struct axis_view *);

#endif
