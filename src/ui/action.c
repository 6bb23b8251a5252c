#include "ui/action.h"

#include "ui/input.h"

#include <stddef.h>

static const struct action_row actions[] = {
	[ACTION_NONE] = {"none", "", GROUP_USING, false, {INPUT_NONE}},
	[ACTION_NEXT] = {"next", "next in this pane: event, or quotation", GROUP_MOVING, true,
		{'j', INPUT_DOWN}},
	[ACTION_PREVIOUS] = {"previous", "previous in this pane", GROUP_MOVING, true,
		{'k', INPUT_UP}},
	[ACTION_NEXT_EVENT] = {"next-event", "next event, from either pane", GROUP_MOVING, true,
		{'J'}},
	[ACTION_PREVIOUS_EVENT] = {"previous-event", "previous event", GROUP_MOVING, true, {'K'}},
	[ACTION_INTO] = {"into", "into the quotations", GROUP_MOVING, false,
		{'l', INPUT_RIGHT, INPUT_ENTER}},
	[ACTION_BACK] = {"back", "back to the timeline", GROUP_MOVING, false, {'h', INPUT_LEFT}},
	[ACTION_ESCAPE] = {"step-back", "step back; never quits", GROUP_MOVING, false,
		{INPUT_ESCAPE}},
	[ACTION_OTHER_PANE] = {"other-pane", "the other pane", GROUP_MOVING, false, {INPUT_TAB}},
	[ACTION_READ_ON] = {"read-on", "read on, to the end of the record", GROUP_MOVING, false,
		{INPUT_SPACE}},
	[ACTION_READ_BACK] = {"read-back", "read back", GROUP_MOVING, false, {'b'}},
	[ACTION_PAGE_DOWN] = {"page-down", "a page on", GROUP_MOVING, false,
		{INPUT_PAGE_DOWN, 'f', INPUT_CTRL('f')}},
	[ACTION_PAGE_UP] = {"page-up", "a page back", GROUP_MOVING, false,
		{INPUT_PAGE_UP, INPUT_CTRL('b')}},
	[ACTION_HALF_DOWN] = {"half-page-down", "half a page on", GROUP_MOVING, false,
		{'d', INPUT_CTRL('d')}},
	[ACTION_HALF_UP] = {"half-page-up", "half a page back", GROUP_MOVING, false,
		{'u', INPUT_CTRL('u')}},
	[ACTION_FIRST] = {"first", "first: the card of the record", GROUP_MOVING, false,
		{'g', INPUT_HOME}},
	[ACTION_LAST] = {"last", "last event; 12G is the twelfth", GROUP_MOVING, true,
		{'G', INPUT_END}},
	[ACTION_NEXT_ERA] = {"next-era", "next era", GROUP_MOVING, false, {']'}},
	[ACTION_PREVIOUS_ERA] = {"previous-era", "previous era", GROUP_MOVING, false, {'['}},
	[ACTION_ZOOM_PANE] = {"one-pane", "this pane alone, and back", GROUP_USING, false, {'z'}},
	[ACTION_HELP] = {"help", "the keys", GROUP_USING, false, {'?', INPUT_F1}},
	[ACTION_REDRAW] = {"redraw", "draw the screen again", GROUP_USING, false,
		{INPUT_CTRL('l')}},
	[ACTION_SUSPEND] = {"suspend", "to the shell; fg comes back", GROUP_USING, false,
		{INPUT_CTRL('z')}},
	[ACTION_CANCEL] = {"cancel", "cancel; otherwise says how to quit", GROUP_USING, false,
		{INPUT_CTRL('c')}},
	[ACTION_LEAVE] = {"leave", "leave this view; in the explorer quit", GROUP_USING, false,
		{'q'}},
	[ACTION_QUIT] = {"quit", "quit at once", GROUP_USING, false, {'Q'}},
};

_Static_assert(sizeof actions / sizeof *actions == ACTION_COUNT, "a row for each action");

const struct action_row *action_row(enum action action)
{
	return &actions[action];
}

const char *action_group_name(enum action_group group)
{
	static const char *const names[GROUP_COUNT] = {
		[GROUP_MOVING] = "Moving",
		[GROUP_FOLLOWING] = "Following",
		[GROUP_FINDING] = "Finding",
		[GROUP_USING] = "Using",
	};
	return names[group];
}

enum action action_for_key(int32_t key)
{
	for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
		for (int i = 0; i < ACTION_KEYS_MOST && actions[action].keys[i] != INPUT_NONE; i++)
			if (actions[action].keys[i] == key)
				return (enum action)action;
	return ACTION_NONE;
}
