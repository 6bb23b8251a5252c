/* What one can do in the explorer, and with which keys: the one table that dispatch, the key bar,
 * the help overlay and the manual page come from. */
#ifndef TRUCE_UI_ACTION_H
#define TRUCE_UI_ACTION_H

#include <stdbool.h>
#include <stdint.h>

enum action {
	ACTION_NONE,
	ACTION_NEXT,
	ACTION_PREVIOUS,
	ACTION_NEXT_EVENT,
	ACTION_PREVIOUS_EVENT,
	ACTION_INTO,
	ACTION_BACK,
	ACTION_ESCAPE,
	ACTION_OTHER_PANE,
	ACTION_READ_ON,
	ACTION_READ_BACK,
	ACTION_PAGE_DOWN,
	ACTION_PAGE_UP,
	ACTION_HALF_DOWN,
	ACTION_HALF_UP,
	ACTION_FIRST,
	ACTION_LAST,
	ACTION_NEXT_ERA,
	ACTION_PREVIOUS_ERA,
	ACTION_CLOSER,
	ACTION_WIDER,
	ACTION_WHOLE,
	ACTION_NEXT_SAME_VOICE,
	ACTION_PREVIOUS_SAME_VOICE,
	ACTION_RETRACE_BACK,
	ACTION_RETRACE_FORWARD,
	ACTION_INDEX,
	ACTION_INDEX_THEMES,
	ACTION_INDEX_SOURCES,
	ACTION_FIND,
	ACTION_FIND_NEXT,
	ACTION_FIND_PREVIOUS,
	ACTION_FILTER,
	ACTION_SHOW_ALL,
	ACTION_AS_OF,
	ACTION_COMMAND,
	ACTION_COMPARE,
	ACTION_POSITIONS,
	ACTION_MARK,
	ACTION_MARKED,
	ACTION_COPY,
	ACTION_CITE,
	ACTION_PRESENT,
	ACTION_QUIZ,
	ACTION_DATES,
	ACTION_ZOOM_PANE,
	ACTION_WHERE,
	ACTION_EDIT,
	ACTION_RELOAD,
	ACTION_MOUSE,
	ACTION_HELP,
	ACTION_REDRAW,
	ACTION_SUSPEND,
	ACTION_CANCEL,
	ACTION_LEAVE,
	ACTION_QUIT,
	ACTION_COUNT
};

enum action_group { GROUP_MOVING, GROUP_FOLLOWING, GROUP_FINDING, GROUP_USING, GROUP_COUNT };

enum { ACTION_KEYS_MOST = 6 };

struct action_row {
	const char *name; /* for `:` and the manual: "next-event" */
	const char *help; /* one sentence without its full stop, for the manual and for `:` */
	const char *
		line; /* a few words for the help overlay; NULL shares the line of the action before */
	enum action_group group;
	bool counts;                    /* digits before it are a count */
	int32_t keys[ACTION_KEYS_MOST]; /* closed by INPUT_NONE where there are fewer */
};

const struct action_row *action_row(enum action);
const char *action_group_name(enum action_group);

/* The action that a key stands for in the explorer, ACTION_NONE for none. */
enum action action_for_key(int32_t key);

#endif
