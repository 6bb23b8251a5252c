/* Scenes: which events and quotations, in which order. */
#include "query/scenes.h"

#include "print.h"
#include "query/minutes.h"
#include "query/select.h"

static const char class_path[] = "tests/data/class.yaml";

/* The scenes as text: events with their quotations, "treaty(hale-ink orlov-dry) opening"; "!" where
 * the event comes first, and in brackets what is asked. */
static void words_text(struct buf *text, const struct scenes *scenes, const struct record *record,
	const struct scene *scene)
{
	buf_format(text, "%s%s", scene->event_first ? "!" : "", record->events[scene->event].id);
	for (uint32_t k = scene->first; k < scene->first + scene->count; k++) {
		buf_format(text, "%s%s", k > scene->first ? " " : "(",
			record->quotes[scenes->quotes[k]].id);
		if (scenes->asks[k])
			buf_format(text, "[%s]", scenes->asks[k]);
	}
	buf_text(text, scene->count ? ")" : "");
}

static void scenes_text(struct buf *text, const struct scenes *scenes, const struct record *record)
{
	static const char *const names[] = {
		[SCENE_OPENING] = "OPENING",
		[SCENE_TABLE] = "POSITIONS",
		[SCENE_BESIDE] = "COMPARE",
		[SCENE_QUESTIONS] = "QUIZ",
		[SCENE_CLOSING] = "CLOSING",
	};
	for (uint32_t i = 0; i < scenes->count; i++) {
		const struct scene *scene = &scenes->at[i];
		buf_text(text, i ? " " : "");
		if (scene->kind == SCENE_WORDS)
			words_text(text, scenes, record, scene);
		else
			buf_text(text, names[scene->kind]);
		if (scene->kind == SCENE_BESIDE)
			buf_format(text, "(%s %s)", record_id(record, scene->sides[0]),
				record_id(record, scene->sides[1]));
		if (scene->ask)
			buf_format(text, "[%s]", scene->ask);
	}
}

static void check_text(
	const struct scenes *scenes, const struct record *record, const char *expected)
{
	struct buf text = {0};
	scenes_text(&text, scenes, record);
	assert_string_equal(buf_string(&text), expected);
	buf_free(&text);
}

static void check(const struct result *result, const struct view *plan, const char *expected)
{
	struct arena arena = {0};
	struct scenes scenes;
	scenes_collect(&arena, result, plan, &scenes);
	check_text(&scenes, result->record, expected);
	arena_free(&arena);
}

static void check_list(
	const struct result *result, const struct ref *list, uint32_t count, const char *expected)
{
	struct arena arena = {0};
	struct scenes scenes;
	scenes_collect_list(&arena, result, list, count, &scenes);
	check_text(&scenes, result->record, expected);
	assert_int_equal(scenes.numbered, scenes.count);
	assert_int_equal(scenes.number_first, 0);
	arena_free(&arena);
}

static void select_into(const struct record *record, struct arena *arena, const char *query,
	const struct view *view, struct result *result)
{
	struct query_problem problem;
	assert_true(select_run(record, &(struct select_options){.query = query, .view = view},
		arena, result, &problem));
}

static void test_a_scene_an_event(void **state)
{
	(void)state;
	struct record *record = read_file(class_path);
	struct result result = result_all(record);
	check(&result, NULL,
		"opening treaty(hale-ink orlov-dry orlov-named orlov-alias hale-same brandt-same "
		"hale-short orlov-report norland-all) return(lind-river brandt-map lind-wrong "
		"lind-doubt varga-coming) strike last(sund-bell hale-old courier-show)");
	record_free(record);
}

static void test_what_a_query_leaves(void **state)
{
	(void)state;
	struct record *record = read_file(class_path);
	struct arena arena = {0};
	struct result result;
	select_into(record, &arena, "speaker:hale", NULL, &result);
	check(&result, NULL, "treaty(hale-ink hale-same hale-short) last(hale-old)");
	select_into(record, &arena, "speaker:nobody", NULL, &result);
	check(&result, NULL, "");
	arena_free(&arena);
	record_free(record);
}

static void test_a_view_in_its_order(void **state)
{
	(void)state;
	struct record *record = read_file(class_path);
	struct arena arena = {0};
	struct result result;
	select_into(record, &arena, NULL, &record->views[0], &result);
	assert_non_null(result.order);
	check(&result, &record->views[0],
		"OPENING last(sund-bell) !return(lind-river brandt-map) opening treaty(hale-ink)");
	arena_free(&arena);
	record_free(record);
}

static const struct view *plan_of(const struct record *record, const char *id)
{
	return &record->views[record_find(record, id).index];
}

static void test_a_plan(void **state)
{
	(void)state;
	struct record *record = read_file("tests/data/plan.yaml");
	struct arena arena = {0};
	struct result result;
	struct scenes scenes;
	const struct view *rounds = plan_of(record, "rounds");
	select_into(record, &arena, NULL, rounds, &result);
	check(&result, rounds,
		"OPENING treaty(hale-ink[Whom does he thank?] orlov-dry) "
		"!return[What has changed in twenty-five years?] POSITIONS "
		"COMPARE(hale-ink lind-river)[Which of the two speaks of blood, and which of the "
		"river?] COMPARE(treaty return) opening[Who sat nearest to the window?] "
		"return(varga-coming[How does she know?]) QUIZ CLOSING");
	scenes_collect(&arena, &result, rounds, &scenes);
	assert_ptr_equal(scenes.plan, rounds);
	assert_int_equal(scenes.number_first, 1);
	assert_int_equal(scenes.numbered, 8);
	select_into(record, &arena, NULL, plan_of(record, "plain"), &result);
	check(&result, plan_of(record, "plain"), "OPENING treaty(orlov-dry) POSITIONS");
	select_into(record, &arena, NULL, plan_of(record, "pages"), &result);
	assert_int_equal(result.event_count, 3);
	check(&result, plan_of(record, "pages"), "OPENING POSITIONS[Who moved?] QUIZ");
	arena_free(&arena);
	record_free(record);
}

/* The scenes of a plan of a file, under a query and as of a day, each or NULL. */
static void check_plan(
	const char *path, const char *id, const char *query, const char *day, const char *expected)
{
	struct record *record = read_file(path);
	struct arena arena = {0};
	struct result result;
	struct date date;
	struct date_problem problem;
	struct query_problem refused;
	const struct view *plan = plan_of(record, id);
	assert_true(!day || date_parse(&arena, day, strlen(day), &date, &problem));
	assert_true(select_run(record,
		&(struct select_options){.view = plan, .query = query, .as_of = day ? &date : NULL},
		&arena, &result, &refused));
	check(&result, plan, expected);
	arena_free(&arena);
	record_free(record);
}

static void test_a_plan_under_a_query_and_a_day(void **state)
{
	static const char plans[] = "tests/data/plan.yaml";
	(void)state;
	/* What a plan's own query selects comes behind what it shows. */
	check_plan("tests/data/lesson.yaml", "both", NULL, NULL,
		"OPENING memoirs(late) !treaty(dry) opening");
	/* What another query leaves of a plan: its pages, a comparison with both of its sides. */
	check_plan(plans, "rounds", "party:norland speaker:lind", NULL,
		"OPENING return(lind-river)[What has changed in twenty-five years?] POSITIONS QUIZ "
		"CLOSING");
	/* As of a day nothing is asked that looks back on what came later. */
	check_plan(plans, "rounds", NULL, "1856-04",
		"OPENING treaty(hale-ink orlov-dry) POSITIONS opening QUIZ");
}

/* Of the meetings that a plan touches nothing is left out, but by a query beside it. */
static void test_the_positions_of_a_plan(void **state)
{
	static const struct {
		const char *query, *day;
		uint32_t meetings, lines, stands;
		bool leaves_out;
	} rows[] = {
		{NULL, NULL, 1, 3, 3, false},
		{NULL, "1856-04", 1, 3, 3, false},
		{NULL, "1856-03-29", 0, 0, 0, false},
		{"speaker:orlov", NULL, 1, 1, 1, true},
	};
	(void)state;
	struct record *record = read_file("tests/data/plan.yaml");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena arena = {0};
		struct result result;
		struct position_table table;
		struct date day;
		struct date_problem problem;
		struct query_problem refused;
		uint32_t shown = 0;
		const char *text = rows[i].day ? rows[i].day : "1900";
		assert_true(date_parse(&arena, text, strlen(text), &day, &problem));
		assert_true(select_run(record,
			&(struct select_options){.view = plan_of(record, "plain"),
				.query = rows[i].query,
				.as_of = &day},
			&arena, &result, &refused));
		scenes_positions(&arena, &result, NULL, &table);
		assert_int_equal(table.meeting_count, rows[i].meetings);
		assert_int_equal(table.line_count, rows[i].lines);
		for (uint32_t line = 0; line < table.line_count; line++) {
			struct position_cell cell = positions_cell(&table, line, 0);
			shown += cell.count;
			assert_false(cell.hides);
		}
		assert_int_equal(shown, rows[i].stands);
		assert_int_equal(table.leaves_out, rows[i].leaves_out);
		arena_free(&arena);
	}
	record_free(record);
}

/* Names things of a record, as an entry of a plan does. */
static const struct refs *refs_of(
	struct arena *arena, const struct record *record, enum thing thing, const char *const *ids)
{
	struct refs *refs = arena_alloc(arena, 1, sizeof *refs + 8 * sizeof *refs->at);
	for (; *ids; ids++)
		for (uint32_t i = 0; i < record->counts[thing]; i++)
			if (strcmp(record_id(record, record_ref(thing, i)), *ids) == 0)
				refs->at[refs->count++] = record_ref(thing, i);
	return refs;
}

/* The rows that an entry names, in its order, and the columns; of them all is told. */
static void test_issues_and_meetings_of_a_plan(void **state)
{
	static const char *const toll_first[] = {"toll", "river", NULL},
				 *const river[] = {"river", NULL}, *const last[] = {"return", NULL};
	(void)state;
	struct record *record = read_file("tests/data/plan.yaml");
	struct arena arena = {0};
	struct result result;
	struct position_table table;
	struct step step = {.scene = SCENE_POSITIONS};
	select_into(record, &arena, NULL, plan_of(record, "plain"), &result);
	scenes_positions(&arena, &result, &step, &table); /* it shows nothing of the second round */
	assert_int_equal(table.meeting_count, 1);
	step.meetings = refs_of(&arena, record, THING_EVENT, last);
	scenes_positions(&arena, &result, &step, &table);
	assert_int_equal(table.meeting_count, 1);
	assert_string_equal(table.meetings[0].first->id, "return");
	assert_int_equal(table.issue_count, 2);
	for (uint32_t line = 0; line < table.line_count; line++)
		assert_false(positions_cell(&table, line, 0).hides);
	step.meetings = NULL;
	select_into(record, &arena, NULL, plan_of(record, "rounds"), &result);
	step.issues = refs_of(&arena, record, THING_THEME, toll_first);
	scenes_positions(&arena, &result, &step, &table);
	assert_int_equal(table.line_count, 4);
	assert_string_equal(record_id(record, table.lines[0].issue), "toll");
	assert_string_equal(record_id(record, table.lines[3].issue), "river");
	step.issues = refs_of(&arena, record, THING_THEME, river);
	scenes_positions(&arena, &result, &step, &table);
	assert_int_equal(table.line_count, 2);
	assert_int_equal(table.meeting_count, 2);
	assert_string_equal(record_id(record, table.lines[1].issue), "river");
	assert_int_equal(table.all_issues, 2);
	arena_free(&arena);
	record_free(record);
}

/* What a scene asks of a class takes its share: the minutes rise, a scene with more to read and to answer
 * has more of them, and a quiz has several; without minutes there are none. */
static void test_the_minutes_of_a_plan(void **state)
{
	(void)state;
	struct record *record = read_file("tests/data/plan.yaml");
	struct arena arena = {0};
	struct result result;
	struct scenes scenes;
	const struct view *plan = plan_of(record, "rounds");
	select_into(record, &arena, NULL, plan, &result);
	scenes_collect(&arena, &result, plan, &scenes);
	const uint32_t *share = minutes_share(&arena, &result, &scenes);
	static const uint32_t expected[] = {0, 5, 10, 11, 17, 19, 24, 28};
	assert_non_null(share);
	assert_int_equal(scenes.numbered, 8);
	for (uint32_t n = 0; n < scenes.numbered; n++)
		assert_int_equal(share[n], expected[n]);
	assert_int_equal(minutes_due(share, &scenes, 0), 0);
	assert_int_equal(minutes_due(share, &scenes, share[3] - 1), 2);
	assert_int_equal(minutes_due(share, &scenes, share[3]), 3);
	assert_int_equal(minutes_due(share, &scenes, 1000), 7);
	plan = plan_of(record, "plain");
	select_into(record, &arena, NULL, plan, &result);
	scenes_collect(&arena, &result, plan, &scenes);
	assert_null(minutes_share(&arena, &result, &scenes));
	arena_free(&arena);
	record_free(record);
}

static bool has_field(const struct compare *compare, enum compare_field field)
{
	for (uint32_t i = 0; i < compare->count; i++)
		if (compare->lines[i].field == field)
			return true;
	return false;
}

/* Two events to what came of them, two quotations whole. Where stands have scenes of their own, only
 * those on the issues that are named. */
static void test_the_comparisons_of_a_plan(void **state)
{
	(void)state;
	struct record *record = read_file("tests/data/plan.yaml");
	struct arena arena = {0};
	struct result result;
	struct compare whole, cut;
	static const char *const two_events[] = {"treaty", "return", NULL},
				 *const two_quotes[] = {"hale-ink", "lind-river", NULL},
				 *const river[] = {"river", NULL};
	const struct refs *issues = refs_of(&arena, record, THING_THEME, river);
	const struct step beside = {.compare = refs_of(&arena, record, THING_EVENT, two_events)};
	const struct step with = {.compare = beside.compare, .issues = issues};
	const struct step quoted = {.compare = refs_of(&arena, record, THING_QUOTE, two_quotes)};
	const struct ref *events = beside.compare->at, *quotes = quoted.compare->at;
	select_into(record, &arena, NULL, plan_of(record, "rounds"), &result);
	assert_true(compare_refs(&arena, &result, events[0], events[1], &whole));
	assert_int_equal(whole.lines[whole.count - 1].field, COMPARE_DAY);
	assert_true(scenes_compare(&arena, &result, &with, &cut));
	assert_true(has_field(&cut, COMPARE_STAND));
	for (uint32_t i = 0; i < cut.count; i++) {
		assert_in_range(cut.lines[i].field, COMPARE_WHEN, COMPARE_OUTCOME);
		if (cut.lines[i].field == COMPARE_STAND)
			assert_true(ref_same(cut.lines[i].issue, issues->at[0]));
	}
	assert_true(scenes_compare(&arena, &result, &beside, &cut));
	assert_true(has_field(&cut, COMPARE_WHEN));
	assert_false(has_field(&cut, COMPARE_STAND));
	struct result without = result;
	without.order_count = 0; /* a plan that shows no positions */
	assert_true(scenes_compare(&arena, &without, &beside, &cut));
	assert_true(has_field(&cut, COMPARE_STAND));
	assert_true(whole.lines[cut.count].field > COMPARE_OUTCOME);
	assert_true(compare_refs(&arena, &result, quotes[0], quotes[1], &whole));
	assert_true(scenes_compare(&arena, &result, &quoted, &cut));
	assert_int_equal(cut.count, whole.count);
	arena_free(&arena);
	record_free(record);
}

static void test_an_order_of_refs(void **state)
{
	(void)state;
	struct record *record = read_file(class_path);
	struct result result = result_all(record);
	const struct ref last = record_find(record, "last"),
			 opening = record_find(record, "opening"),
			 ink = record_find(record, "hale-ink"),
			 dry = record_find(record, "orlov-dry"),
			 bell = record_find(record, "sund-bell");
	check_list(&result, (struct ref[]){last, opening}, 2,
		"last(sund-bell hale-old courier-show) opening");
	check_list(&result, (struct ref[]){dry, opening, ink}, 3,
		"treaty(orlov-dry) opening treaty(hale-ink)");
	check_list(&result, (struct ref[]){bell, last}, 2, "last(sund-bell) !last");
	check_list(&result, (struct ref[]){record_ref(THING_ERA, 0)}, 1, "");
	record_free(record);
}

/* What is marked is shown although a query has hidden it since. */
static void test_what_is_hidden_has_its_words(void **state)
{
	(void)state;
	struct record *record = read_file(class_path);
	struct arena arena = {0};
	struct result result;
	select_into(record, &arena, "speaker:lind", NULL, &result);
	check_list(&result, (struct ref[]){record_find(record, "last")}, 1,
		"last(sund-bell hale-old courier-show)");
	check_list(&result, (struct ref[]){record_find(record, "return")}, 1,
		"return(lind-river lind-wrong lind-doubt)");
	arena_free(&arena);
	record_free(record);
}

static void test_finds_where_to_begin(void **state)
{
	(void)state;
	struct record *record = read_file(class_path);
	struct result result = result_all(record);
	struct arena arena = {0};
	struct scenes scenes;
	const struct ref order[] = {record_find(record, "hale-ink"), record_find(record, "last"),
		record_find(record, "orlov-dry")};
	scenes_collect_list(&arena, &result, order, 3, &scenes);
	int64_t treaty = record_find(record, "treaty").index;
	assert_int_equal(scenes_find(&scenes, treaty, -1), 0);
	assert_int_equal(scenes_find(&scenes, treaty, order[2].index), 2);
	assert_int_equal(scenes_find(&scenes, record_find(record, "strike").index, -1), 1);
	scenes_collect_list(&arena, &result, order, 0, &scenes);
	assert_int_equal(scenes.count, 0);
	assert_int_equal(scenes_find(&scenes, treaty, -1), 0);
	arena_free(&arena);
	record_free(record);
}

/* From the explorer to the words or the event, never to a page. */
static void test_finds_no_page(void **state)
{
	(void)state;
	struct record *record = read_file("tests/data/plan.yaml");
	struct arena arena = {0};
	struct result result;
	struct scenes scenes;
	const struct view *rounds = plan_of(record, "rounds");
	select_into(record, &arena, NULL, rounds, &result);
	scenes_collect(&arena, &result, rounds, &scenes);
	assert_int_equal(scenes_find(&scenes, record_find(record, "treaty").index, -1), 1);
	assert_int_equal(scenes_find(&scenes, record_find(record, "opening").index, -1), 6);
	int64_t again = record_find(record, "return").index;
	assert_int_equal(scenes_find(&scenes, again, -1), 2);
	assert_int_equal(scenes_find(&scenes, again, record_find(record, "varga-coming").index), 7);
	assert_int_equal(scenes_find(&scenes, 1000, -1), 7);
	arena_free(&arena);
	record_free(record);
}

/* A plan has as many scenes as it is said to have. */
static void test_how_many(void **state)
{
	static const char *const paths[] = {"events.yaml", "tests/data/plan.yaml", class_path};
	(void)state;
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		struct record *record = read_file(paths[i]);
		for (uint32_t n = 0; n < record->counts[THING_VIEW]; n++) {
			const struct view *plan = &record->views[n];
			struct arena arena = {0};
			struct result result;
			struct query_problem problem;
			struct scenes scenes;
			if (!plan->show)
				continue;
			assert_true(select_run(record, &(struct select_options){.view = plan},
				&arena, &result, &problem));
			scenes_collect(&arena, &result, plan, &scenes);
			assert_int_equal(scenes_planned(record, plan), scenes.numbered);
			arena_free(&arena);
		}
		record_free(record);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_scene_an_event),
		cmocka_unit_test(test_what_a_query_leaves),
		cmocka_unit_test(test_a_view_in_its_order),
		cmocka_unit_test(test_a_plan),
		cmocka_unit_test(test_how_many),
		cmocka_unit_test(test_a_plan_under_a_query_and_a_day),
		cmocka_unit_test(test_the_positions_of_a_plan),
		cmocka_unit_test(test_the_comparisons_of_a_plan),
		cmocka_unit_test(test_the_minutes_of_a_plan),
		cmocka_unit_test(test_issues_and_meetings_of_a_plan),
		cmocka_unit_test(test_an_order_of_refs),
		cmocka_unit_test(test_what_is_hidden_has_its_words),
		cmocka_unit_test(test_finds_where_to_begin),
		cmocka_unit_test(test_finds_no_page),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
