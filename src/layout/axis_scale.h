/* The scale of the axis, which axis.c makes and axis_draw.c draws by. Private to these two. */
#ifndef TRUCE_LAYOUT_AXIS_SCALE_H
#define TRUCE_LAYOUT_AXIS_SCALE_H

#include "layout/axis.h"

enum { AXIS_LABEL = 24 }; /* bytes of a label, with its NUL */

/* Columns between two stretches: " ╱ " in one line, "  ╱╱  " less its outer blanks in two. */
int axis_break_cols(const struct axis *);

/* The column of a day; days between stretches fall to the end of the one before. */
int axis_column(const struct axis *, int64_t day);

/* The year of a day of a stretch, the first of the nth stretch, and the day on which one begins there: in the
 * calendar in which its dates are drawn. */
int64_t axis_year_of(const struct axis_stretch *, int64_t day);
int64_t axis_first_year(const struct axis *, int n);
int64_t axis_year_begin(const struct axis *, int n, int64_t year);

void axis_label_text(int64_t year, char out[AXIS_LABEL]);
int axis_label_width(int64_t year);
/* A stretch has no label where the one before it is labelled with the same year. */
bool axis_has_label(const struct axis *, int n);

#endif
