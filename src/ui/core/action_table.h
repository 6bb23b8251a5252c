/* What one can do in the explorer, with which keys, and what does it: the one table that dispatch,
 * the key bar, the help overlay and the manual page come from. */
#ifndef TRUCE_UI_CORE_ACTION_TABLE_H
#define TRUCE_UI_CORE_ACTION_TABLE_H

#include "ui/core/action.h"
#include "ui/core/input.h"

struct app;
struct view_ops;

enum action_group { GROUP_MOVING, GROUP_FOLLOWING, GROUP_FINDING, GROUP_USING, GROUP_COUNT };

enum { ACTION_KEYS_MOST = 6 };

struct action_row {
	const char *name; /* for `:` and the manual: "next-event" */
	const char *help; /* one sentence without its full stop, for the manual and for `:` */
	const char *line; /* a few words for the help; NULL shares the line of the action before */
	enum action_group group;
	bool counts;                    /* digits before it are a count */
	int32_t keys[ACTION_KEYS_MOST]; /* closed by INPUT_NONE; none: by its name alone */
	/* What every view does that takes the action and has no answer of its
	 * own; NULL where each has. */
	enum app_next (*run)(struct app *, const struct request *);
	bool anywhere;                /* every view takes it */
	const struct view_ops *opens; /* the view that it opens, and closes; NULL for none */
};

const struct action_row *action_row(enum action);
const char *action_group_name(enum action_group);

/* The action that a key stands for, ACTION_NONE for none; and the one of a name. */
enum action action_for_key(int32_t key);
enum action action_named(const char *name);

/* Does an action in the view on top: what the view does, or the table says, or the motion that it
 * is. APP_NOTHING where the view does not take it. */
enum app_next action_do(struct app *, const struct request *);

#endif
