/* The views, each defined in the file of its name. */
#ifndef TRUCE_UI_VIEWS_VIEWS_H
#define TRUCE_UI_VIEWS_VIEWS_H

#include "ui/core/view.h"

extern const struct view_ops explorer_view;
extern const struct view_ops help_view;
extern const struct view_ops links_view;
extern const struct view_ops text_view;
extern const struct view_ops index_view;
extern const struct view_ops bookmarks_view;
extern const struct view_ops compare_view;
extern const struct view_ops positions_view;
extern const struct view_ops plain_view;
extern const struct view_ops present_view;
extern const struct view_ops quiz_view;
extern const struct view_ops problems_view;

#endif
