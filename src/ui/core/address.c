#include "ui/core/address.h"

#include "query/names.h"
#include "ui/core/filter.h"
#include "ui/core/spot.h"

#include <string.h>

struct address address_of(const struct app *app)
{
	const struct filter *filter = app->filter;
	struct ref at = spot_selected(app);
	bool present = view_is_open(app, &present_view), quiz = view_is_open(app, &quiz_view);
	return (struct address){
		.at = at.thing == THING_NONE ? NULL : record_id(app->record, at),
		.view = filter->asked.view ? filter->asked.view->id : NULL,
		.as_of = filter->asked.as_of ? filter->asked.as_of->edtf : NULL,
		.query = filter->query.len ? buf_string(&filter->query) : NULL,
		.present = present,
		.quiz = !present && quiz,
		.positions = !present && !quiz && view_is_open(app, &positions_view),
	};
}

/* ---- going there ---- */

static bool is_same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

/* The lesson plan of that id; NULL, having said so, where there is none. */
static const struct view *view_named(struct app *app, const char *id)
{
	const struct record *whole = record_whole(app->record);
	struct ref ref = id ? record_find(whole, id) : (struct ref){0};
	if (ref.thing == THING_VIEW)
		return &whole->views[ref.index];
	if (id)
		app_say(app, "there is no lesson plan \"%s\"", id);
	return NULL;
}

/* The day that is written; false, having said so, where it is none. */
static bool day_written(struct app *app, const char *text, struct arena *arena, struct date *day)
{
	struct date_problem problem;
	if (date_parse_typed(arena, text, strlen(text), day, &problem))
		return true;
	app_say(app, "\"%s\" is no day: %s", text, problem.reason);
	return false;
}

/* Shows what the address selects, unless that is shown already. */
static void show(struct app *app, const struct address *to)
{
	struct address here = address_of(app);
	struct arena arena = {0};
	struct date day;
	if (is_same(here.view, to->view) && is_same(here.as_of, to->as_of) &&
		is_same(here.query, to->query))
		return;
	const struct view *view = view_named(app, to->view);
	bool dated = to->as_of && day_written(app, to->as_of, &arena, &day);
	filter_show(app, view, dated ? &day : NULL, to->query ? to->query : "");
	arena_free(&arena);
}

/* Goes to an event or to words that are shown. */
static void stand(struct app *app, const char *id)
{
	struct ref ref = id ? record_find(app->record, id) : (struct ref){0};
	if (id && ref.thing != THING_EVENT && ref.thing != THING_QUOTE)
		app_say(app, "there is no event or quotation \"%s\" here", id);
	else if (ref.thing == THING_QUOTE && !result_has_quote(app->result, ref.index))
		app_say(app, "those words are not among what is shown");
	else
		spot_go(app, spot_at(app, ref));
}

void address_go(struct app *app, const struct address *to)
{
	struct address here = address_of(app);
	bool stays = is_same(here.at, to->at) && is_same(here.view, to->view) &&
		is_same(here.as_of, to->as_of) && is_same(here.query, to->query);
	app_unsay(app);
	if (!stays || here.present != to->present || here.quiz != to->quiz ||
		here.positions != to->positions)
		view_close_all(app);
	if (!stays) {
		show(app, to);
		stand(app, to->at);
	}
	if (to->present && !view_is_open(app, &present_view))
		view_open(app, &present_view, NULL);
	else if (to->quiz && !view_is_open(app, &quiz_view))
		view_open(app, &quiz_view, NULL);
	else if (to->positions && !view_is_open(app, &positions_view))
		view_open(app, &positions_view, NULL);
	app->drawn = false;
}
