/* Scenes: which events and quotations, in which order. */
#include "query/scenes.h"

#include "print.h"
#include "query/select.h"

static const char class_path[] = "tests/data/class.yaml";

/* The scenes as text: events with their quotations, "treaty(hale-ink orlov-dry) opening". */
static void check(
	const struct result *result, const struct ref *order, uint32_t count, const char *expected)
{
	const struct record *record = result->record;
	struct arena arena = {0};
	struct scenes scenes;
	struct buf text = {0};
	scenes_collect(&arena, result, order, count, &scenes);
	for (uint32_t i = 0; i < scenes.count; i++) {
		const struct scene *scene = &scenes.at[i];
		buf_format(&text, "%s%s%s", i ? " " : "", scene->event_first ? "!" : "",
			record->events[scene->event].id);
		for (uint32_t k = 0; k < scene->count; k++)
			buf_format(&text, "%s%s", k ? " " : "(",
				record->quotes[scenes.quotes[scene->first + k]].id);
		buf_text(&text, scene->count ? ")" : "");
	}
	assert_string_equal(buf_string(&text), expected);
	buf_free(&text);
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
	check(&result, NULL, 0,
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
	check(&result, NULL, 0, "treaty(hale-ink hale-same hale-short) last(hale-old)");
	select_into(record, &arena, "speaker:nobody", NULL, &result);
	check(&result, NULL, 0, "");
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
	check(&result, result.order, result.order_count,
		"last(sund-bell) !return(lind-river brandt-map) opening treaty(hale-ink)");
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
	check(&result, (struct ref[]){last, opening}, 2,
		"last(sund-bell hale-old courier-show) opening");
	check(&result, (struct ref[]){dry, opening, ink}, 3,
		"treaty(orlov-dry) opening treaty(hale-ink)");
	check(&result, (struct ref[]){bell, last}, 2, "last(sund-bell) !last");
	check(&result, (struct ref[]){record_ref(THING_ERA, 0)}, 1, "");
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
	check(&result, (struct ref[]){record_find(record, "last")}, 1,
		"last(sund-bell hale-old courier-show)");
	check(&result, (struct ref[]){record_find(record, "return")}, 1,
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
	scenes_collect(&arena, &result, order, 3, &scenes);
	int64_t treaty = record_find(record, "treaty").index;
	assert_int_equal(scenes_find(&scenes, treaty, -1), 0);
	assert_int_equal(scenes_find(&scenes, treaty, order[2].index), 2);
	assert_int_equal(scenes_find(&scenes, record_find(record, "strike").index, -1), 1);
	scenes_collect(&arena, &result, order, 0, &scenes);
	assert_int_equal(scenes.count, 0);
	assert_int_equal(scenes_find(&scenes, treaty, -1), 0);
	arena_free(&arena);
	record_free(record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_scene_an_event),
		cmocka_unit_test(test_what_a_query_leaves),
		cmocka_unit_test(test_a_view_in_its_order),
		cmocka_unit_test(test_an_order_of_refs),
		cmocka_unit_test(test_what_is_hidden_has_its_words),
		cmocka_unit_test(test_finds_where_to_begin),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
