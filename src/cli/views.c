/* What a view selects can be known only when the record is whole, and by the room that selects. */
#include "cli/views.h"

#include "load/codes.h"
#include "query/select.h"

/* Events and quotations looked at for all views; as of a day, a record is made of them first. */
enum { LOOKED_AT_MOST = 1 << 26, DAY_COSTS = 8 };

struct views {
	const struct record *record;
	struct diag_list *diags;
	struct search *search;
	struct arena arena; /* of the results of the view at hand */
};

static struct result view_select(
	struct views *views, const struct view *view, struct query_problem *problem)
{
	struct result result;
	select_run(views->record, &(struct select_options){.view = view, .search = views->search},
		&views->arena, &result, problem);
	return result;
}

/* Where its query selects nothing, or its day leaves nothing of that. */
static void nothing_report(
	struct views *views, const struct view *view, const struct query_problem *problem)
{
	struct view timeless = *view;
	struct query_problem other;
	timeless.as_of = NULL;
	if (view->as_of && view_select(views, &timeless, &other).event_count)
		code_report(views->diags, CODE_VIEW_OF_NOTHING, view->as_of_place,
			"the view \"%s\" shows nothing: what it is to show was not public by %s",
			view->id, view->as_of->edtf);
	else
		code_report(views->diags, CODE_VIEW_OF_NOTHING,
			view->query ? view->query_place : view->show_place,
			"the view \"%s\" shows nothing%s%s", view->id, *problem->reason ? ": " : "",
			problem->reason);
}

static void thing_report(struct views *views, const struct view *view, const struct result *result,
	struct ref ref, struct place place)
{
	if (ref.thing == THING_EVENT ? result_row(result, ref.index) >= 0
				     : result_has_quote(result, ref.index))
		return;
	code_report(views->diags, CODE_VIEW_HIDES, place,
		"the view \"%s\" is to show \"%s\", which was not public by its as_of, %s",
		view->id, record_id(views->record, ref), view->as_of->edtf);
}

/* Each thing that it is to show, and does not: only its day can hide it. */
static void hidden_report(struct views *views, const struct view *view, const struct result *result)
{
	for (uint32_t i = 0; view->as_of && view->show && i < view->show->count; i++) {
		const struct step *step = &view->show->at[i];
		for (uint32_t k = 0; step->compare && k < step->compare->count; k++)
			thing_report(views, view, result, step->compare->at[k], step->place);
		if (step_kind(step) == STEP_THING)
			thing_report(views, view, result, step->thing, step->place);
	}
}

static void view_check(struct views *views, const struct view *view)
{
	struct query_problem problem;
	struct result result = view_select(views, view, &problem);
	if (!result.event_count) {
		nothing_report(views, view, &problem);
		return;
	}
	hidden_report(views, view, &result);
	if (*problem.reason)
		code_report(views->diags, CODE_DOUBTFUL_QUERY, view->query_place,
			"%s (character %u of the query)", problem.reason, problem.column);
}

void views_check(const struct record *record, struct diag_list *diags)
{
	uint64_t things = 1 + (uint64_t)record->counts[THING_EVENT] + record->counts[THING_QUOTE];
	struct views views = {.record = record, .diags = diags, .search = search_create(record)};
	uint64_t looked_at = 0;
	for (uint32_t i = 0; i < record->counts[THING_VIEW] && looked_at < LOOKED_AT_MOST; i++) {
		const struct view *view = &record->views[i];
		view_check(&views, view);
		arena_reset(&views.arena);
		looked_at += view->as_of ? DAY_COSTS * things : things;
	}
	search_free(views.search);
	arena_free(&views.arena);
}
