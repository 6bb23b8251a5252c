/* Over the whole screen, or on a wide one in the pane that the explorer leaves beside the words, where
 * they are those of what is selected also while another pane has the keys.
 *
 * The links of a quotation or an event: rows with those links as stops that lead on; the
 * selected one is open, so the rows are laid out anew when another is selected. The page
 * is short (query/links.h). */
#include "layout/links.h"

#include "layout/words.h"
#include "query/links.h"
#include "ui/core/action_table.h"
#include "ui/core/bookmarks.h"
#include "ui/core/copy.h"
#include "ui/core/filter.h"
#include "ui/core/frame.h"
#include "ui/core/keybar.h"
#include "ui/core/secret.h"
#include "ui/core/spot.h"
#include "ui/core/target.h"
#include "ui/core/view.h"
#include "ui/core/window.h"

#include <stdio.h>

struct links {
	struct arena arena; /* of the list */
	struct link_list list;
	bool alone;        /* over the whole screen, though there is a pane for them */
	uint32_t openings; /* of the filter, when the list was made */
	bool all;          /* of long groups all, not the nearest alone */
	bool followed;     /* one led away from here: who comes back finds it selected */
	uint32_t *leading; /* the links that lead on: a stop each */
	int leading_count;
	struct window window;
	int64_t open; /* the link that is open in the rows; NOT_LAID where there are none yet */
};

enum { NONE_OPEN = -1, NOT_LAID = -2 };

static struct links *links_of(const struct app *app)
{
	return view_state(app, &links_view);
}

/* The selected link; NULL where none leads on. */
static const struct link *link_selected(const struct links *links)
{
	return links->leading_count ? &links->list.at[links->leading[links->window.stop]] : NULL;
}

static void find(struct app *app, struct ref of)
{
	struct links *links = links_of(app);
	const struct result shown = secret_result(app, filter_opened(app));
	arena_reset(&links->arena);
	links->list = links_find(&links->arena, spot_threads(app), &shown, of, links->all);
	uint32_t kept = 0;
	for (uint32_t n = 0; n < links->list.count; n++)
		if (!secret_is(app, links->list.at[n].to))
			links->list.at[kept++] = links->list.at[n];
	links->list.count = kept;
	links->leading = arena_alloc(&links->arena, links->list.count, sizeof *links->leading);
	links->leading_count = 0;
	for (uint32_t n = 0; n < links->list.count; n++)
		if (links->list.at[n].to.thing != THING_NONE)
			links->leading[links->leading_count++] = n;
	links->open = NOT_LAID;
	links->openings = app->filter->openings;
}

/* Asked again for the same, the link that was selected there still is. */
static bool links_open(struct app *app, const struct view_at *at)
{
	struct links *links = links_of(app);
	struct spot spot = spot_of(app);
	if (spot.event < 0)
		return false;
	struct ref of = spot.quote >= 0 ? record_ref(THING_QUOTE, (uint32_t)spot.quote)
					: record_ref(THING_EVENT, (uint32_t)spot.event);
	if (secret_holds(app, of))
		return false;
	bool same = ref_same(links->list.of, of);
	links->all &= same;
	links->alone = false;
	find(app, of);
	if (!same || !links->followed || links->window.stop >= links->leading_count)
		links->window.stop = links->window.top = 0;
	links->followed = false;
	return true;
}

static void links_forget(struct app *app)
{
	struct links *links = links_of(app);
	window_free(&links->window);
	arena_free(&links->arena);
	*links = (struct links){0};
}

/* ---- the window ---- */

/* The stops of the rows are links; those that lead on are counted. */
static void stops_count(struct links *links)
{
	struct rows *rows = &links->window.rows;
	int stop = 0;
	for (uint32_t i = 0; i < rows->count; i++) {
		int link = rows->at[i].stop;
		while (link >= 0 && stop + 1 < links->leading_count &&
			(int)links->leading[stop] < link)
			stop++;
		bool leads = link >= 0 && links->leading_count && (int)links->leading[stop] == link;
		rows->at[i].stop = leads ? stop : -1;
	}
}

/* The pane beside the words; of no rows where the links have the whole screen. */
static struct area area_beside(const struct app *app)
{
	return links_of(app)->alone || spot_is_over(app) ? (struct area){0}
							 : explorer_view.beside(app);
}

static struct area area_of(const struct app *app)
{
	struct area beside = area_beside(app);
	return beside.rows > 0 ? beside : frame_body(app, 0, 0);
}

static int links_height(const struct app *app)
{
	return area_of(app).rows;
}

static void links_fit(struct app *app)
{
	struct links *links = links_of(app);
	struct window *window = &links->window;
	struct area area = area_of(app);
	struct paper paper = app_paper(app, area.cols);
	int64_t open = links->leading_count ? (int64_t)links->leading[window->stop] : NONE_OPEN;
	if (links->open == open && window->height == area.rows && window_is_laid(window, &paper))
		return;
	links->open = open;
	window->show = WINDOW_LEAST;
	window_lay(window, &paper);
	/* What the links belong to stands above them, where it does not stand beside them. */
	if (area.rows > 5 && !area_beside(app).rows)
		rows_blank(&window->rows);
	if (!area_beside(app).rows)
		links_head_add(&window->rows, app->record, links->list.of,
			area.rows <= 9 ? 2 : area.rows / 3);
	links_add(&window->rows, app->record, &links->list, (uint32_t)open);
	stops_count(links);
	window_laid(window);
	window_fit(window, area.rows);
}

/* Selects a link, which opens it; only when it is open is it known what is to be in view. */
static void link_select(struct app *app, int64_t stop)
{
	struct window *window = &links_of(app)->window;
	int top = window->top;
	window_select(window, stop);
	window->top = top;
	links_fit(app);
	window_select(window, window->stop);
}

static bool links_choose(struct app *app, const struct target *target)
{
	int before = links_of(app)->window.stop;
	link_select(app, target->item);
	return links_of(app)->window.stop == before;
}

/* A page is as many links as half its rows. */
static void links_move(struct app *app, struct motion motion)
{
	struct window *window = &links_of(app)->window;
	int direction = motion.by < 0 ? -1 : 1;
	if (motion.kind == MOTION_TO)
		link_select(app, motion.by);
	else if (motion.kind == MOTION_ROWS)
		link_select(app, window->stop + (motion.by + direction) / 2);
	else
		for (int64_t n = motion.by * direction; n > 0; n--) {
			int before = window->stop, top = window->top;
			if (!window_step(window, direction))
				break;
			if (window->stop == before)
				continue;
			window->top = top;
			link_select(app, window->stop);
		}
}

static enum app_next links_wheel(struct app *app, const struct input *input, int rows)
{
	links_move(app, (struct motion){MOTION_STEP, rows < 0 ? -1 : 1});
	return APP_DRAW;
}

/* ---- what the keys do ---- */

/* All of a long group, as far as a list is to be read; of what is beyond, a
 * query selects the answers. */
static void follow_rest(struct app *app, const struct link *link)
{
	struct links *links = links_of(app);
	if (!links->all) {
		links->all = true;
		find(app, links->list.of);
		return;
	}
	if (link->kind != LINK_SO_DO && link->kind != LINK_ANSWERED_BY) {
		app_say(app, "more than a list should hold: %s",
			link->kind == LINK_SPOKEN_OF ? "search for what they say"
						     : "truce print shows all");
		return;
	}
	struct buf query = {0};
	buf_format(&query, "answers:%s", record_id(app->record, link->to));
	if (filter_query(app, buf_string(&query)))
		view_close_all(app);
	buf_free(&query);
}

/* Words in the text of the source that printed them, where there are
 * texts; else all of the source. */
static void follow_source(struct app *app, const struct link *link)
{
	struct ref of = links_of(app)->list.of;
	bool says = link->kind == LINK_ALSO_SAYS;
	if (of.thing == THING_QUOTE && !says && app->options.texts)
		view_open(app, &text_view, &(struct view_at){.of = of, .also = link->also});
	else
		view_open(app, &index_view, &(struct view_at){.of = link->to, .as_voice = says});
}

static enum app_next follow(struct app *app, const struct request *request)
{
	const struct link *link = link_selected(links_of(app));
	links_of(app)->followed = true;
	switch (link ? (enum thing)link->to.thing : THING_NONE) {
	case THING_EVENT:
	case THING_QUOTE:
		if (link->more)
			follow_rest(app, link);
		else
			spot_follow(app, link->to);
		break;
	case THING_ERA:
		spot_follow_era(app, link->to);
		break;
	case THING_SOURCE:
		follow_source(app, link);
		break;
	case THING_THEME:
	case THING_PERSON:
	case THING_PARTY:
		view_open(app, &index_view,
			&(struct view_at){
				.of = link->to, .as_voice = link->kind == LINK_ALSO_SAYS});
		break;
	default:
		app_say(app, "nothing leads on from here");
		break;
	}
	return APP_DRAW;
}

/* Copies the words that the selected link leads to, else those that the links belong to. */
static enum app_next copy(struct app *app, const struct request *request)
{
	const struct link *link = link_selected(links_of(app));
	bool citation_alone = request->action == ACTION_CITE;
	struct ref of = links_of(app)->list.of;
	if (link && link->to.thing == THING_QUOTE && !link->more)
		copy_linked(app, link->to.index, citation_alone);
	else if (of.thing == THING_QUOTE)
		copy_quote(app, of.index, citation_alone);
	else if (!copy_selected(app, citation_alone))
		return APP_DRAW;
	return APP_COPY;
}

/* Marks what the selected link leads to, if that can be marked, else what the links belong to. */
static enum app_next mark(struct app *app, const struct request *request)
{
	const struct link *link = link_selected(links_of(app));
	bool leads = link && !link->more &&
		(link->to.thing == THING_QUOTE || link->to.thing == THING_EVENT);
	bookmarks_turn(app, leads ? link->to : links_of(app)->list.of);
	return APP_DRAW;
}

/* Who the selected link leads to or who speaks there, else whose the words are. */
static enum app_next who(struct app *app, const struct request *request)
{
	const struct link *link = link_selected(links_of(app));
	struct ref of = links_of(app)->list.of;
	bool somebody = link && !link->more && link->to.thing != THING_THEME &&
		link->to.thing != THING_ERA && link->to.thing != THING_EVENT;
	view_open(app, &profile_view, &(struct view_at){.of = somebody ? link->to : of});
	return APP_DRAW;
}

/* From the pane beside the words on to the timeline. */
static enum app_next other_pane(struct app *app, const struct request *request)
{
	struct spot spot = spot_of(app);
	if (!area_beside(app).rows)
		return APP_NOTHING;
	view_close(app);
	spot.focus = FOCUS_TIMELINE;
	spot_go(app, spot);
	return APP_DRAW;
}

/* Beside the words J and K go on in the timeline, whose next event then has its links here. */
static enum app_next other_event(struct app *app, const struct request *request)
{
	bool on = request->action == ACTION_NEXT_EVENT;
	if (!area_beside(app).rows) {
		links_move(app,
			(struct motion){
				MOTION_STEP, on ? request->count : -(int64_t)request->count});
		return APP_DRAW;
	}
	view_close(app);
	enum app_next next = action_do(app, request);
	view_open(app, &links_view, &(struct view_at){0});
	return next;
}

static enum app_next one_pane(struct app *app, const struct request *request)
{
	struct links *links = links_of(app);
	if (spot_is_over(app) || !explorer_view.beside(app).rows)
		return APP_NOTHING;
	links->alone = !links->alone;
	app_say(app, "%s", links->alone ? "the links alone; z shows all panes" : "all panes");
	return APP_DRAW;
}

static const struct view_action actions[] = {
	{ACTION_INTO, follow},
	{ACTION_OTHER_PANE, other_pane},
	{ACTION_NEXT_EVENT, other_event},
	{ACTION_PREVIOUS_EVENT, other_event},
	{ACTION_ZOOM_PANE, one_pane},
	{ACTION_WHO, who},
	{ACTION_COPY, copy},
	{ACTION_CITE, copy},
	{ACTION_MARK, mark},
	{ACTION_MARKED, NULL},
	{ACTION_RETRACE_BACK, NULL},
	{ACTION_RETRACE_FORWARD, NULL},
	{ACTION_NEXT_SAME_VOICE, NULL},
	{ACTION_PREVIOUS_SAME_VOICE, NULL},
	{ACTION_INDEX, NULL},
	{ACTION_INDEX_THEMES, NULL},
	{ACTION_INDEX_SOURCES, NULL},
	{ACTION_NONE, NULL},
};

static const struct hint hints[] = {
	{{ACTION_NEXT, ACTION_PREVIOUS}, "move"},
	{{ACTION_INTO}, "follow"},
	{{ACTION_RETRACE_BACK, ACTION_RETRACE_FORWARD}, "back, forward", ""},
	{{ACTION_NEXT_SAME_VOICE, ACTION_PREVIOUS_SAME_VOICE}, "same speaker", "", .rank = 2},
	{{ACTION_COPY, ACTION_CITE}, "copy, cite"},
	{{ACTION_WHO}, "who?"},
	{{ACTION_MARK}, "mark", "", .rank = 2},
	{{ACTION_HELP}, "help"},
	{{ACTION_ESCAPE}, "close"},
	{{ACTION_NONE}, NULL},
};

/* ---- the picture ---- */

static void draw_list(struct app *app, struct grid *grid, struct area area, bool selected)
{
	const struct window *window = &links_of(app)->window;
	window_draw(window, grid, app->form, area);
	if (!selected)
		return; /* a click is the explorer's */
	target_stops(app, window, area, 0);
	if (!window->stop_count)
		return;
	int line = window->stops[window->stop].first - window->top;
	if (line < 0 || line >= area.rows)
		return;
	area_select(grid, area, line, 1, area.cols - 2, app->signs->selected);
	area_select_on(grid, area, line,
		rows_going_on(&window->rows, (uint32_t)window->stops[window->stop].first), 1,
		app->signs->bar);
}

/* The list is that of what is selected while another pane has the keys; made anew for another thing
 * or another day alone. */
static void follow_selected(struct app *app)
{
	struct links *links = links_of(app);
	struct ref of = spot_selected(app);
	if (ref_same(links->list.of, of) && links->openings == app->filter->openings)
		return;
	links->all = false;
	find(app, of);
	links->window.stop = links->window.top = 0;
}

/* Below the pane, in the rule: "link 2 of 9", "9 links". */
static void draw_place(struct app *app, struct grid *grid, struct area area, bool selected)
{
	const struct links *links = links_of(app);
	struct area rule = {area.row + area.rows, area.col, 1, area.cols};
	struct buf text = {0};
	buf_char(&text, ' ');
	if (selected && links->leading_count)
		buf_format(&text, "link %d of %d", links->window.stop + 1, links->leading_count);
	else
		words_number(&text, (uint64_t)links->leading_count, "link", "links");
	buf_char(&text, ' ');
	area_text(grid, NULL, rule, 0, 2, style_of(ROLE_COUNT_OF), buf_string(&text));
	buf_free(&text);
}

static void links_draw_beside(struct app *app, struct grid *grid, struct area area)
{
	struct links *links = links_of(app);
	bool selected = view_on_top(app) == &links_view;
	if (!selected) {
		links->alone = false;
		follow_selected(app);
	}
	if (links->list.of.thing == THING_NONE)
		return;
	links_fit(app);
	draw_list(app, grid, area, selected);
	draw_place(app, grid, area, selected);
}

static void links_draw(struct app *app, struct grid *grid)
{
	const struct links *links = links_of(app);
	char place[48];
	if (area_beside(app).rows > 0) {
		view_draw(app, &explorer_view, grid);
		return;
	}
	struct area area = keybar_frame(app, grid, "Links", app->record->title, hints);
	snprintf(place, sizeof place, " %d of %d ",
		links->leading_count ? links->window.stop + 1 : 0, links->leading_count);
	frame_note(app, grid, place);
	draw_list(app, grid, area, true);
}

const struct view_ops links_view = {
	.name = "among the links",
	.state_size = sizeof(struct links),
	.hints = hints,
	.actions = actions,
	.open = links_open,
	.forget = links_forget,
	.fit = links_fit,
	.move = links_move,
	.choose = links_choose,
	.wheel = links_wheel,
	.height = links_height,
	.draw = links_draw,
	.draw_beside = links_draw_beside,
};
