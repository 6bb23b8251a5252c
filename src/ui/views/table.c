/* Every view, by its name. */
#include "ui/core/prompt.h"
#include "ui/views/views.h"

const struct view_ops *const view_table[VIEW_COUNT] = {
	[VIEW_EXPLORER] = &explorer_view,
	[VIEW_HELP] = &help_view,
	[VIEW_LINKS] = &links_view,
	[VIEW_TEXT] = &text_view,
	[VIEW_INDEX] = &index_view,
	[VIEW_BOOKMARKS] = &bookmarks_view,
	[VIEW_COMPARE] = &compare_view,
	[VIEW_POSITIONS] = &positions_view,
	[VIEW_PLAIN] = &plain_view,
	[VIEW_PRESENT] = &present_view,
	[VIEW_QUIZ] = &quiz_view,
	[VIEW_PROBLEMS] = &problems_view,
	[VIEW_PROMPT] = &prompt_view,
};
