/* A grid as a file for other programs: a table of formats, as those of print.
 *
 * What a cell shows stands where the grid has it, whatever font a reader has: what is not one plain
 * character a column is placed by itself. The cursor is not drawn. */
#ifndef TRUCE_UI_CORE_PICTURE_H
#define TRUCE_UI_CORE_PICTURE_H

#include "base/buf.h"
#include "layout/palette.h"
#include "ui/core/grid.h"

struct picture {
	const struct grid *grid;
	const struct theme_look
		*theme;    /* NULL is no colour: plain text, and the rest in black on white */
	int colors;        /* of text: as in look_sgr */
	const char *title; /* what it shows, as the record has it */
};

struct picture_format {
	const char *name, *help;
	/* Appends the whole file. */
	void (*write)(const struct picture *, struct buf *);
	bool paper; /* it brings its own paper: a theme is needed that is for dark or for light */
};

/* The format of that name, or NULL. */
const struct picture_format *picture_find(const char *name);
/* The nth format, NULL past the last: for lists. The first is the default. */
const struct picture_format *picture_at(int n);

/* What all stands on, and plain text on it. */
struct ink picture_paper(const struct picture *);

/* A stretch of a row that is drawn at once: cells of one ink, either one plain character each, or a
 * single cell that is more or less than that (a wide one, one with marks). */
struct picture_run {
	int col, cols;
	bool plain;
	struct ink ink;
};

/* The run that begins in a column. */
struct picture_run picture_run_at(const struct picture *, int row, int col);
/* Appends the text of a run, through the output function of XML. */
void picture_run_text(const struct picture *, int row, struct picture_run, struct buf *);

/* A cell that is drawn by lines and blocks, so that it meets its neighbours. */
struct picture_shape {
	const char *sign;
	uint8_t left, right, up, down; /* how heavy the line to that side is: 0 is none */
	uint8_t eighths;               /* filled from the bottom */
	bool half;                     /* filled on the left */
};

/* NULL where the cell is text. */
const struct picture_shape *picture_shape_of(const struct cell *);

void picture_svg(const struct picture *, struct buf *);
void picture_html(const struct picture *, struct buf *);

#endif
