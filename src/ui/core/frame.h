/* How a view above the explorer shares the screen: a title and a rule, its body, a rule and the key
 * bar. A low screen has the body alone. Here, and nowhere else, sizes are clamped: every area has a
 * row and a column at least, whatever the size of the screen. */
#ifndef TRUCE_UI_CORE_FRAME_H
#define TRUCE_UI_CORE_FRAME_H

#include "ui/core/area.h"
#include "ui/core/view.h"

/* Whether there is nothing but the body. */
bool frame_is_bare(const struct app *);

/* The body; `head` rows at its top and `foot` at its end are kept for the
 * view, where it is not bare. */
struct area frame_body(const struct app *, int head, int foot);

/* What the body leaves of the rows kept at its top. */
struct area frame_head(const struct app *, int head, int foot);

/* What is left of the last row from a column on. */
struct area frame_line(const struct app *, int left);

/* Draws the title on the left of the first row, and more ("" for nothing) on the right
 * where it fits. */
void frame_title(struct app *, struct grid *, const char *title, const char *more);

/* In a title that is drawn, what stands from this column of it on says what is left out. */
void frame_limits(const struct app *, struct grid *, int from);

/* The rule below the title, where it is not bare; and draws it. */
struct area frame_upper_rule(const struct app *);
void frame_rule(struct app *, struct grid *);
/* The rule above the key bar; where it is not bare. */
void frame_lower_rule(struct app *, struct grid *);

/* Draws title and rules, where there are any. */
void frame_draw(struct app *, struct grid *, const char *title, const char *more);

/* Says in the lower rule what the signs of a table mean and how many lines there are below: "5 more
 * lines below", or where that does not fit "5 lines below", "5 below"; of many "more below". */
void frame_legend(struct app *, struct grid *, const char *legend, uint32_t below);
/* The columns that a legend may have beside that; below 0 on a few columns. */
int frame_legend_room(const struct grid *, uint32_t below);

/* Parts what stands at the foot of the body from the rest: a rule in this row, if it is one of the body. */
void frame_foot(struct app *, struct grid *, int row);

/* Says something at the right of the lower rule, where there is one; "" for nothing. */
void frame_note(struct app *, struct grid *, const char *text);
/* There, how many lines are below; nothing where there are none. */
void frame_below(struct app *, struct grid *, uint32_t below);

#endif
