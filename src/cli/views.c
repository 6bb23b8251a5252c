/* What a view selects can be known only when the record is whole, and by the room that selects. */
#include "cli/views.h"

#include "load/codes.h"
#include "query/questions.h"
#include "query/scenes.h"
#include "query/select.h"

/* Events and quotations looked at for all views; as of a day, a record is made of them first, and
 * scenes read them once more, or often. */
enum { LOOKED_AT_MOST = 1 << 26, DAY_COSTS = 8, POSITIONS_COST = 2, QUIZ_COSTS = 256 };

struct views {
	const struct record *record;
	struct diag_list *diags;
	struct search *search;
	struct arena arena;                /* of the results of the view at hand */
	uint64_t things, looked_at, drawn; /* drawn: the same for quizzes alone */
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
	if (!record_hides(result->record, ref))
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

/* The first quiz of a view, or NULL. */
static const struct step *quiz_first(const struct view *view)
{
	for (uint32_t i = 0; view->show && i < view->show->count; i++)
		if (view->show->at[i].scene == SCENE_QUIZ)
			return &view->show->at[i];
	return NULL;
}

static bool has_issue(const struct position_table *table, struct ref issue)
{
	bool has = false;
	for (uint32_t line = 0; line < table->line_count && !has; line++)
		has = ref_same(table->lines[line].issue, issue);
	return has;
}

/* Positions of which there is nothing, or nothing on an issue that they name, or of an event that they
 * name. */
static void positions_report(struct views *views, const struct view *view,
	const struct result *result, const struct step *step)
{
	const struct record *record = views->record;
	const struct refs *issues = step->issues, *meetings = step->meetings;
	struct position_table table;
	scenes_positions(&views->arena, result, step, &table);
	views->looked_at += POSITIONS_COST * views->things;
	if (!table.line_count)
		code_report(views->diags, CODE_EMPTY_SCENE, step->place,
			issues || meetings
				? "the view \"%s\" shows positions here, and there are none on "
				  "these issues at these meetings"
				: "the view \"%s\" shows positions here, and its events have none",
			view->id);
	for (uint32_t i = 0; table.line_count && issues && i < issues->count; i++)
		if (!has_issue(&table, issues->at[i]))
			code_report(views->diags, CODE_EMPTY_SCENE, step->place,
				"the view \"%s\" shows positions on \"%s\" here, and nobody takes "
				"one at these meetings",
				view->id, record_id(record, issues->at[i]));
	for (uint32_t i = 0; table.line_count && meetings && i < meetings->count; i++)
		if (!positions_taken(&record->events[meetings->at[i].index]))
			code_report(views->diags, CODE_EMPTY_SCENE, step->place,
				"the view \"%s\" shows the positions of \"%s\" here, and that "
				"event "
				"has none",
				view->id, record_id(record, meetings->at[i]));
}

/* Whether the draw for a quiz, which compares many words with all of the record, is still to be
 * afforded; it is then counted. */
static bool quiz_may(struct views *views)
{
	uint64_t cost = QUIZ_COSTS * views->things;
	if (views->drawn + cost > LOOKED_AT_MOST)
		return false;
	views->drawn += cost;
	return true;
}

/* Pages that there is nothing on when they are shown. */
static void scenes_report(struct views *views, const struct view *view, const struct result *result)
{
	const struct step *quiz = quiz_first(view);
	struct lots lots = {0};
	struct questions questions = {.count = 1};
	for (uint32_t i = 0;
		view->show && i < view->show->count && views->looked_at < LOOKED_AT_MOST; i++)
		if (view->show->at[i].scene == SCENE_POSITIONS)
			positions_report(views, view, result, &view->show->at[i]);
	if (quiz && quiz_may(views))
		questions_draw(&views->arena, result, result_known(result), &lots, &questions);
	if (!questions.count)
		code_report(views->diags, CODE_EMPTY_SCENE, quiz->place,
			"the view \"%s\" shows the quiz here, and selects no words that could be "
			"asked about",
			view->id);
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
	scenes_report(views, view, &result);
	if (*problem.reason)
		code_report(views->diags, CODE_DOUBTFUL_QUERY, view->query_place,
			"%s (character %u of the query)", problem.reason, problem.column);
}

void views_check(const struct record *record, struct diag_list *diags)
{
	struct views views = {
		.record = record,
		.diags = diags,
		.search = search_create(record),
		.things = 1 + (uint64_t)record->counts[THING_EVENT] + record->counts[THING_QUOTE],
	};
	for (uint32_t i = 0; i < record->counts[THING_VIEW] && views.looked_at < LOOKED_AT_MOST;
		i++) {
		const struct view *view = &record->views[i];
		view_check(&views, view);
		arena_reset(&views.arena);
		views.looked_at += view->as_of ? DAY_COSTS * views.things : views.things;
	}
	search_free(views.search);
	arena_free(&views.arena);
}
