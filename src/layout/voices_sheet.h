/* The columns of a page of the index: groups, names, eras, totals; of lesson plans
 * how long one takes, how many scenes it has, and the id it is opened by. */
#ifndef TRUCE_LAYOUT_VOICES_SHEET_H
#define TRUCE_LAYOUT_VOICES_SHEET_H

#include "layout/rows.h"
#include "query/voices.h"

enum {
	VOICES_COLUMNS = 24,
	VOICES_BESIDE_FROM = 84, /* from this width on groups have a column of their own */
	VOICES_GAP = 2           /* between columns */
};

/* How the cells of a page are written, all in one way: a mark for each entry, how many of each kind, or
 * how many in all. */
enum voices_notation { VOICES_MARKS, VOICES_KINDS, VOICES_SUMS };

struct voices_column {
	int left, width;
	int digits[QUOTE_KIND_COUNT]; /* of the figures of a kind; 0 where it has none */
	int sums;                     /* of the figures of all kinds together */
};

/* Where the parts of a page stand at a width. */
struct voices_sheet {
	int name, name_end; /* columns of names, but for those that have room beyond */
	int group_width;
	enum voices_notation notation;
	bool groups_beside;    /* groups have a column of their own, else a row above */
	uint32_t first, count; /* the eras shown */
	struct voices_column columns[VOICES_COLUMNS];
	int edge, total;     /* where totals end, and their columns with the gap before */
	int minutes, scenes; /* of plans: where these end, */
	int id;              /* and where the id begins; 0 is not shown */
};

/* Lays a page out for a paper; `first` is the first era to show, moved where more would fit. */
void voices_sheet(struct voices_sheet *, const struct paper *, const struct record *,
	const struct voices *, enum voices_page, uint32_t first);

/* Appends what an era is called in so many columns: the years of its date, or the first of them, whole;
 * else its title, which may have to be cut. */
void voices_era_label(struct buf *, const struct paper *, const struct record *,
	const struct voices_era *, int width);

/* Appends what a line is called; where its group stands `beside` it, without that. */
void voices_line_name(struct buf *, const struct record *, const struct voices_line *, bool beside);

#endif
