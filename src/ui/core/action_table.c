/* What two or more views do alike stands in this table; what one does alone stands with that
 * view, in its list of actions. */
#include "ui/core/action_table.h"

#include "query/voices.h"
#include "ui/core/bookmarks.h"
#include "ui/core/copy.h"
#include "ui/core/filter.h"
#include "ui/core/filter_prompt.h"
#include "ui/core/find.h"
#include "ui/core/frame.h"
#include "ui/core/quitting.h"
#include "ui/core/spot.h"
#include "ui/core/view.h"

#include <string.h>

/* ---- what every view does that takes the action ---- */

static enum app_next close(struct app *app, const struct request *request)
{
	view_close(app);
	return APP_DRAW;
}

/* Asked for again, a view closes. */
static enum app_next open_view(struct app *app, const struct request *request)
{
	const struct view_ops *view = action_row(request->action)->opens;
	if (view_on_top(app) == view)
		view_close(app);
	else
		view_open(app, view, NULL);
	return APP_DRAW;
}

static enum app_next open_index(struct app *app, const struct request *request)
{
	enum voices_page page = request->action == ACTION_INDEX_THEMES ? VOICES_THEMES
		: request->action == ACTION_INDEX_SOURCES              ? VOICES_SOURCES
		: request->action == ACTION_INDEX_PARALLELS            ? VOICES_PARALLELS
		: request->action == ACTION_INDEX_PLANS                ? VOICES_PLANS
								       : VOICES_SPEAKERS;
	struct ref of = page == VOICES_THEMES ? find_told(app)->theme
		: page == VOICES_SOURCES      ? find_told(app)->source
					      : (struct ref){0};
	view_open(app, &index_view, &(struct view_at){.page = page, .of = of});
	return APP_DRAW;
}

/* Whether the record has files that can be edited and read again; else the
 * message says how to get one. */
static bool has_files(struct app *app)
{
	const struct record *record = app->record;
	if (record->built_in) {
		app_say(app,
			"built in, no file: truce print -f yaml > lesson.yaml, then truce "
			"lesson.yaml");
		return false;
	}
	for (int i = 0; record->files[i]; i++)
		if (strcmp(record->files[i], "-") == 0) {
			app_say(app,
				"standard input is no file: keep it in one, then truce "
				"lesson.yaml");
			return false;
		}
	return true;
}

static enum app_next edit(struct app *app, const struct request *request)
{
	if (!has_files(app))
		return APP_DRAW;
	return request->action == ACTION_EDIT ? APP_EDIT : APP_RELOAD;
}

static enum app_next turn_mouse(struct app *app, const struct request *request)
{
	app->mouse = !app->mouse;
	app_say(app,
		app->mouse ? "the mouse is on; Shift and drag selects text"
			   : "the mouse is off; F2 turns it on");
	return APP_DRAW;
}

static enum app_next turn_dates(struct app *app, const struct request *request)
{
	static const char *const said[] = {
		[DATES_BOTH] = "dates in both calendars, where the record has both",
		[DATES_NEW_STYLE] = "dates in New Style",
		[DATES_OLD_STYLE] = "dates in Old Style, where the record has them",
	};
	app->dates = (app->dates + 1) % DATES_COUNT;
	app_say(app, "%s", said[app->dates]);
	return APP_DRAW;
}

static enum app_next repaint(struct app *app, const struct request *request)
{
	return APP_REPAINT;
}

static enum app_next suspend(struct app *app, const struct request *request)
{
	return app->options.no_suspend ? APP_NOTHING : APP_SUSPEND;
}

static enum app_next cancel(struct app *app, const struct request *request)
{
	app_say(app, "%s",
		spot_is_over(app) ? "q leads back, twice in a row to the explorer; Q quits"
				  : "q quits, Q at once from any view");
	return APP_DRAW;
}

static enum app_next quit(struct app *app, const struct request *request)
{
	return quitting_holds(app, true) ? APP_DRAW : APP_QUIT;
}

static enum app_next leave(struct app *app, const struct request *request)
{
	if (app->depth > 1)
		return close(app, request);
	return quitting_holds(app, false) ? APP_DRAW : APP_QUIT;
}

/* ---- the table ---- */

static const struct action_row actions[] = {
	[ACTION_NONE] = {"none", "", NULL, GROUP_USING, false, {INPUT_NONE}},
	[ACTION_NEXT] = {"next",
		"go to the next event or quotation of the focused pane; a long quotation scrolls "
		"first",
		"next, previous", GROUP_MOVING, true, {'j', INPUT_DOWN}},
	[ACTION_PREVIOUS] = {"previous", "go to the previous one", NULL, GROUP_MOVING, true,
		{'k', INPUT_UP}},
	[ACTION_NEXT_EVENT] = {"next-event", "go to the next event, whatever has the focus",
		"next, previous event", GROUP_MOVING, true, {'J'}},
	[ACTION_PREVIOUS_EVENT] = {"previous-event", "go to the previous event", NULL, GROUP_MOVING,
		true, {'K'}},
	[ACTION_INTO] = {"into",
		"go from the timeline into the quotations, and from a quotation to its links; on "
		"the card, into its lesson plans, or the scenes of one, and open that",
		"into words, links; back", GROUP_MOVING, false, {'l', INPUT_RIGHT, INPUT_ENTER}},
	[ACTION_BACK] = {"back", "go back to the timeline", NULL, GROUP_MOVING, false,
		{'h', INPUT_LEFT}, close, true},
	[ACTION_ESCAPE] = {"step-back", "step back; never quits", "step back", GROUP_MOVING, false,
		{INPUT_ESCAPE}, close, true},
	[ACTION_OTHER_PANE] = {"other-pane", "go to the other pane", "the other pane", GROUP_MOVING,
		false, {INPUT_TAB}},
	[ACTION_READ_ON] = {"read-on",
		"page through all that stands of an event, its words and the notes below them, "
		"then go to the next, to the end of the record",
		"read on, read back", GROUP_MOVING, false, {INPUT_SPACE}},
	[ACTION_READ_BACK] = {"read-back",
		"read back the same way; in the timeline go back to where one was", NULL,
		GROUP_MOVING, false, {'b', INPUT_ERASE}},
	[ACTION_PAGE_DOWN] = {"page-down", "go a page on", "a page on, back", GROUP_MOVING, false,
		{INPUT_PAGE_DOWN, 'f', INPUT_CTRL('f')}},
	[ACTION_PAGE_UP] = {"page-up", "go a page back", NULL, GROUP_MOVING, false,
		{INPUT_PAGE_UP, INPUT_CTRL('b')}},
	[ACTION_HALF_DOWN] = {"half-page-down", "go half a page on", "half a page", GROUP_MOVING,
		false, {'d', INPUT_CTRL('d')}},
	[ACTION_HALF_UP] = {"half-page-up", "go half a page back", NULL, GROUP_MOVING, false,
		{'u', INPUT_CTRL('u')}},
	[ACTION_FIRST] = {"first", "go to the card of the record, above its first event",
		"first page; last event", GROUP_MOVING, false, {'g', INPUT_HOME}},
	[ACTION_LAST] = {"last", "go to the last event; with a count, to the event of that number",
		NULL, GROUP_MOVING, true, {'G', INPUT_END}},
	[ACTION_NEXT_ERA] = {"next-era",
		"go to the first event of the next era; while something is looked for, to its "
		"first "
		"match in a later one",
		"next, previous era", GROUP_MOVING, false, {']'}},
	[ACTION_PREVIOUS_ERA] = {"previous-era",
		"go to the start of this era, then of the one before", NULL, GROUP_MOVING, false,
		{'['}},
	[ACTION_CLOSER] = {"closer",
		"zoom in: from centuries to decades, years, months, days, events", "closer, wider",
		GROUP_MOVING, false, {'+', '='}},
	[ACTION_WIDER] = {"wider", "zoom out: events of one unit fold to a row, which Enter opens",
		NULL, GROUP_MOVING, false, {'-'}},
	[ACTION_WHOLE] = {"whole-span", "zoom out to the whole span", "the whole span",
		GROUP_MOVING, false, {'_'}},
	[ACTION_NEXT_SAME_VOICE] = {"next-by-speaker",
		"go to the next quotation by the same speaker, in any event",
		"same speaker on, back", GROUP_FOLLOWING, true, {'*'}, spot_follow_voice},
	[ACTION_PREVIOUS_SAME_VOICE] = {"previous-by-speaker", "go to the previous one", NULL,
		GROUP_FOLLOWING, true, {'#'}, spot_follow_voice},
	[ACTION_WHO] = {"who",
		"show who speaks here: side, role of then, all their words in the order of time, "
		"who speaks of them; of an event who was there; in the index of the selected line",
		"who is this?", GROUP_FOLLOWING, false, {'W', INPUT_F1 + 2}, open_view,
		.opens = &profile_view},
	[ACTION_RETRACE_BACK] = {"retrace-back", "go back through where you were", "where you were",
		GROUP_FOLLOWING, true, {'<', INPUT_CTRL('o')}, spot_retrace},
	[ACTION_RETRACE_FORWARD] = {"retrace-forward", "go forward again", NULL, GROUP_FOLLOWING,
		true, {'>'}, spot_retrace},
	[ACTION_INDEX] = {"index",
		"list all speakers, themes, sources, parallels and lesson plans; Tab turns its "
		"pages",
		"index of all voices", GROUP_FINDING, false, {'i'}, open_index},
	[ACTION_INDEX_THEMES] = {"themes", "open the index at themes", "of themes, of sources",
		GROUP_FINDING, false, {'t'}, open_index},
	[ACTION_INDEX_SOURCES] = {"sources", "open the index at sources", NULL, GROUP_FINDING,
		false, {'s'}, open_index},
	[ACTION_FIND] = {"find", "search as you type; case and accents do not matter",
		"find, next, previous", GROUP_FINDING, false, {'/'}, find_open},
	[ACTION_FIND_NEXT] = {"find-next", "go to the next match", NULL, GROUP_FINDING, false,
		{'n'}, find_next},
	[ACTION_FIND_PREVIOUS] = {"find-previous", "go to the previous match", NULL, GROUP_FINDING,
		false, {'N'}, find_next},
	[ACTION_FILTER] = {"filter", "show only what a query selects", "filter; show all",
		GROUP_FINDING, false, {'&'}, filter_prompt},
	[ACTION_SHOW_ALL] = {"show-all", "show everything again", NULL, GROUP_FINDING, false,
		{'\\'}, filter_show_all},
	[ACTION_AS_OF] = {"as-of", "show only what was public by a day", "as of a date",
		GROUP_FINDING, false, {'@'}, filter_prompt_day},
	[ACTION_COMMAND] = {"command",
		"go to a date, an id, a name or a number, or do anything: what fits is listed",
		"go to a date, an id", GROUP_FINDING, false, {':'}},
	[ACTION_INDEX_PARALLELS] = {"parallels",
		"open the index at parallels: who draws them, between what", NULL, GROUP_FINDING,
		false, {INPUT_NONE}, open_index},
	[ACTION_INDEX_PLANS] = {"lesson-plans",
		"open the index at lesson plans, for lessons to a class", NULL, GROUP_FINDING,
		false, {INPUT_NONE}, open_index},
	[ACTION_COMPARE] = {"compare",
		"lay this event or quotation beside another: asked once it is remembered, asked "
		"again elsewhere both are shown; asked twice of a quotation, another rendering "
		"of the same utterance; on the card, the two rounds of talks between which the "
		"record has a parallel, else the last two",
		"this and that side by side", GROUP_USING, false, {'c'}},
	[ACTION_POSITIONS] = {"positions",
		"show who stood where: issues by meetings, each cell with the words behind it",
		"who stood where", GROUP_USING, false, {'v'}, open_view, .opens = &positions_view},
	[ACTION_MARK] = {"mark",
		"mark this event or quotation for this session, or take its mark off",
		"mark; the marked", GROUP_USING, false, {'m'}, bookmarks_toggle},
	[ACTION_MARKED] = {"marked", "list the marked, in the order marked", NULL, GROUP_USING,
		false, {'M'}, open_view, .opens = &bookmarks_view},
	[ACTION_COPY] = {"copy",
		"copy the words with their citation; among the marked, all of them, and a "
		"lesson plan of them",
		"copy; the citation alone", GROUP_USING, false, {'y'}},
	[ACTION_CITE] = {"cite", "copy the citation alone; among the marked, the citations of all",
		NULL, GROUP_USING, false, {'Y'}},
	[ACTION_COPY_WORDS] = {"copy-words",
		"among the marked: copy their words and citations alone", NULL, GROUP_USING, false,
		{'T'}},
	[ACTION_COPY_PLAN] = {"copy-plan",
		"among the marked: copy a lesson plan of them, for a file", NULL, GROUP_USING,
		false, {'P'}},
	[ACTION_PRESENT] = {"present",
		"show it to a class: an event a scene, the words before their speaker",
		"present; the quiz", GROUP_USING, false, {'p', INPUT_F1 + 4}, open_view,
		.opens = &present_view},
	[ACTION_QUIZ] = {"quiz", "ask who said it, when, and about which talks", NULL, GROUP_USING,
		false, {'w'}, open_view, .opens = &quiz_view},
	[ACTION_DATES] = {"dates", "show dates New Style, Old Style, or both, in every view",
		"Old Style, New Style", GROUP_USING, false, {'D'}, turn_dates, true},
	[ACTION_ZOOM_PANE] = {"one-pane", "show the focused pane alone, and both again",
		"this pane alone", GROUP_USING, false, {'z'}},
	[ACTION_WHERE] = {"where",
		"say where this is: id, file and line, EDTF, and the --at that leads here",
		"where am I?", GROUP_USING, false, {INPUT_CTRL('g')}, copy_where},
	[ACTION_EDIT] = {"edit", "edit the file at this entry, in $VISUAL or $EDITOR",
		"edit here; read again", GROUP_USING, false, {'e'}, edit, true},
	[ACTION_RELOAD] = {"reload", "read the file again, though a save is noticed by itself",
		NULL, GROUP_USING, false, {'R'}, edit, true},
	[ACTION_MOUSE] = {"mouse", "mouse off, so that the terminal selects text, and on again",
		"mouse on, off", GROUP_USING, false, {INPUT_F1 + 1}, turn_mouse, true},
	[ACTION_HELP] = {"help", "show the keys and what the marks mean", "these keys", GROUP_USING,
		false, {'?', INPUT_F1}, open_view, true, .opens = &help_view},
	[ACTION_REDRAW] = {"redraw", "draw the screen again", "draw again", GROUP_USING, false,
		{INPUT_CTRL('l')}, repaint, true},
	[ACTION_SUSPEND] = {"suspend", "go to the shell; its fg comes back", "to the shell (fg)",
		GROUP_USING, false, {INPUT_CTRL('z')}, suspend, true},
	[ACTION_CANCEL] = {"cancel", "cancel what is under way; otherwise say how to quit",
		"cancel", GROUP_USING, false, {INPUT_CTRL('c')}, cancel, true},
	[ACTION_LEAVE] = {"leave", "close the view on top; in the explorer, quit",
		"close a view; quit", GROUP_USING, false, {'q'}, leave, true},
	[ACTION_QUIT] = {"quit",
		"quit at once, from any view; what is marked and was not copied is spoken of "
		"first",
		NULL, GROUP_USING, false, {'Q'}, quit, true},
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

enum action action_named(const char *name)
{
	for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
		if (strcmp(actions[action].name, name) == 0)
			return (enum action)action;
	return ACTION_NONE;
}

/* What the view does with an action; NULL where it does not take it. */
static const struct view_action *row_of(const struct view_ops *view, enum action action)
{
	for (const struct view_action *row = view->actions; row && row->action; row++)
		if (row->action == action)
			return row;
	return NULL;
}

/* A motion, where the action is one and the view has something to move. */
static enum app_next move(
	struct app *app, const struct view_ops *view, const struct request *request)
{
	int rows = view->height ? view->height(app) : frame_body(app, 0, 0).rows;
	struct motion motion = motion_of(request->action, request->count, request->counted, rows);
	if (!view->move || motion.kind == MOTION_NONE)
		return APP_NOTHING;
	view->move(app, motion);
	return APP_DRAW;
}

enum app_next action_do(struct app *app, const struct request *request)
{
	const struct action_row *row = &actions[request->action];
	const struct view_ops *view = view_on_top(app);
	const struct view_action *taken = row_of(view, request->action);
	enum app_next next;
	view_fit(app, view);
	if (taken && taken->run)
		next = taken->run(app, request);
	else if (row->run && (taken || row->anywhere || view->takes_all))
		next = row->run(app, request);
	else
		next = move(app, view, request);
	view_fit(app, view_on_top(app));
	return next;
}
