/* What queries, days and views select: every field, alone and together, and what remains of an
 * event. */
#include "tests/unit/query_lesson.h"

#include <unistd.h>

static struct record *record;

static int setup(void **state)
{
	(void)state;
	record = lesson_read();
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	record_free(record);
	return 0;
}

static const struct view *view_of(const char *id)
{
	return id ? &record->views[record_find(record, id).index] : NULL;
}

static void assert_asked(const char *query, const char *day, const char *view, const char *selected,
	const char *remark)
{
	struct arena arena = {0};
	struct buf out = {0};
	struct date as_of;
	struct date_problem bad_date;
	struct query_problem problem;
	struct result result;
	if (day)
		assert_true(date_parse(&arena, day, strlen(day), &as_of, &bad_date));
	const struct select_options options = {
		.query = query, .as_of = day ? &as_of : NULL, .view = view_of(view)};
	if (!select_run(record, &options, &arena, &result, &problem))
		fail_msg("\"%s\" is refused: %s", query, problem.reason);
	lesson_write(&result, &out);
	if (strcmp(buf_string(&out), selected) != 0)
		fail_msg("\"%s\" selects \"%s\", not \"%s\"", query, buf_string(&out), selected);
	assert_string_equal(problem.reason, remark);
	buf_free(&out);
	arena_free(&arena);
}

static void assert_query(const char *query, const char *selected)
{
	assert_asked(query, NULL, NULL, selected, "");
}

static void words_select_what_has_them(void **state)
{
	(void)state;
	assert_query("smiling", "treaty(more-ink dry view)");
	assert_query("ink", "treaty(more-ink dry)");
	assert_query("INK dries", "treaty(dry)");
	assert_query("\"ink in five\"", "treaty(more-ink)");
	assert_query("\"smiling, signs\"", "treaty(more-ink dry view)");
	assert_query("ink norrtull", "");
	assert_query("norrtull", "memoirs(late none)");
	assert_query("sang", "treaty(more-ink)");
	assert_query("\"so be it\"", "memoirs(none)");
	assert_query("\"1856\"", "memoirs(none)");
	assert_query("\"as she tells\"", "memoirs(late)");
	assert_query("\"accepts the line\"", "treaty(more-ink dry view)");
	assert_query("torne", "treaty(more-ink dry view)");
	assert_query("second", "opening()");
	assert_query("absent", "");
	/* By another name of a speaker or participant, and of people named in texts. */
	assert_query("орлов", "treaty(dry) memoirs(late)");
	assert_query("\"the norland envoy\"", "treaty(dry) memoirs(late)");
}

static void fields_select_by_id_name_and_alias(void **state)
{
	(void)state;
	assert_query("speaker:hale", "treaty(more-ink)");
	assert_query("speaker:\"Pavel Orlov\"", "treaty(dry) memoirs(late)");
	assert_query("speaker:Орлов", "treaty(dry) memoirs(late)");
	assert_query("speaker:envoy", "treaty(dry) memoirs(late)");
	assert_query("speaker:varga", "treaty(view)");
	assert_query("speaker:hale,orlov", "treaty(more-ink dry) memoirs(late)");
	assert_query("speaker:hale speaker:orlov", "");
	assert_query("person:hale", "opening() treaty(more-ink dry view) memoirs(late none)");
	assert_query("person:orlov", "treaty(more-ink dry view) memoirs(late none)");
	/* The whole name of one party is a word in that of another. */
	assert_query("party:norland", "opening() treaty(dry) memoirs(late)");
	assert_query("party:south", "opening() treaty(more-ink)");
	assert_query("source:courier", "opening() treaty(more-ink dry)");
	assert_query("source:documents", "treaty(more-ink view) memoirs(late none)");
	assert_query("theme:ink", "treaty(more-ink)");
	assert_query("theme:torne", "treaty(more-ink dry view)");
	assert_query("theme:blood", "treaty(more-ink)");
	assert_query("place:karlsund", "opening()");
	assert_query("place:hotel,norrtull", "opening() memoirs(late none)");
	assert_asked("place:karls", NULL, NULL, "", "no place is called \"karls\"");
	assert_query("era:talks", "opening() treaty(more-ink dry view)");
	assert_query("era:\"the essays\"", "memoirs(late none)");
	assert_query("status:disputed", "memoirs(late)");
	assert_query("kind:paraphrase,thesis", "treaty(dry view) memoirs(none)");
	assert_query("lang:fr", "treaty(more-ink)");
	assert_query("lang:EN-gb", "treaty(view)");
	assert_query("lang:en", "treaty(more-ink dry view) memoirs(late none)");
	assert_asked("lang:e", NULL, NULL, "", "no quotation is in the language \"e\"");
	assert_query("id:dry", "treaty(dry)");
	assert_query("id:treaty,none,none", "treaty(more-ink dry view) memoirs(none)");
	assert_query("id:treaty id:none", "");
	assert_query("answers:more-ink", "treaty(dry)");
	assert_query("answers:dry,more-ink", "treaty(dry) memoirs(late)");
}

/* What was said by somebody, and no event for its own sake. */
static void by_selects_what_was_said(void **state)
{
	(void)state;
	assert_query("by:hale", "treaty(more-ink)");
	assert_query("by:norland", "treaty(dry) memoirs(late)");
	assert_query("by:south", "treaty(more-ink)");
	assert_query("by:орлов,hale", "treaty(more-ink dry) memoirs(late)");
	assert_query("by:varga", "treaty(view)");
	assert_query("by:courier", "");
	assert_query("by:norland ink", "treaty(dry)");
	assert_query("-by:norland has:quotes", "treaty(more-ink view) memoirs(none)");
	assert_query("-by:norland,south,varga", "opening() memoirs(none) after() undated()");
	assert_asked("by:norlan", NULL, NULL, "",
		"no speaker is called \"norlan\"; did you mean \"norland\"?");
}

static void has_selects_what_there_is(void **state)
{
	(void)state;
	assert_query("has:quotes", "treaty(more-ink dry view) memoirs(late none)");
	assert_query("has:variants", "treaty(more-ink)");
	assert_query("has:replies", "treaty(more-ink dry)");
	assert_query("has:parallels", "opening() memoirs(late none)");
	assert_query("has:positions", "treaty(more-ink dry view)");
	assert_query("has:parallels,variants", "opening() treaty(more-ink) memoirs(late none)");
}

static void dates_select_what_they_touch(void **state)
{
	(void)state;
	assert_query("1856", "opening() treaty(more-ink dry view)");
	assert_query("1856-03-30", "opening() treaty(more-ink dry view)");
	assert_query("1856-04..1880", "");
	assert_query("1882", "");
	assert_query("1881-05", "memoirs(late none)");
	assert_query("..1881", "opening() treaty(more-ink dry view) memoirs(late none)");
	assert_query("1900..", "after()");
	assert_query("190X", "after()");
	assert_query("-0043", "");
	assert_query("[1856,1900]", "opening() treaty(more-ink dry view) after()");
	assert_query("1856 speaker:orlov", "treaty(dry)");
}

static void a_minus_selects_the_rest(void **state)
{
	(void)state;
	assert_query("-has:quotes", "opening() after() undated()");
	assert_query("-..1900", "undated()");
	assert_query("-ink", "opening() treaty(view) memoirs(late none) after() undated()");
	assert_query("-smiling", "opening() memoirs(late none) after() undated()");
	assert_query("-speaker:orlov has:quotes", "treaty(more-ink view) memoirs(none)");
	assert_query("-speaker:orlov,hale,varga has:quotes", "memoirs(none)");
	assert_query("-kind:quotation,paraphrase", "opening() treaty(view) after() undated()");
	assert_query("-person:hale -has:quotes", "after() undated()");
	assert_query("smiling -speaker:hale", "treaty(dry view)");
	assert_query("-id:treaty -id:late", "opening() memoirs(none) after() undated()");
}

static void an_event_helps_its_quotations(void **state)
{
	(void)state;
	assert_query("smiling speaker:hale", "treaty(more-ink)");
	assert_query("theme:river kind:thesis", "treaty(view)");
	assert_query("theme:river,ink", "treaty(more-ink)");
	assert_query("norrtull river", "memoirs(late)");
	assert_query("open speaker:hale", "");
}

static void unknown_values_are_told(void **state)
{
	(void)state;
	assert_asked("speaker:orlow", NULL, NULL, "",
		"no speaker is called \"orlow\"; did you mean \"orlov\"?");
	assert_asked("person:xyzzy,hale 1881", NULL, NULL, "memoirs(late none)",
		"no person is called \"xyzzy\"");
	assert_asked("kind:these", NULL, NULL, "", "a kind is quotation, paraphrase or thesis");
	assert_asked("id:drey", NULL, NULL, "",
		"no event or quotation has the id \"drey\"; did you mean \"dry\"?");
	assert_asked("answers:treaty", NULL, NULL, "", "no quotation has the id \"treaty\"");
	assert_asked("-status:chequed id:after", NULL, NULL, "after()",
		"a status is checked, attributed, disputed or misattributed");
	assert_asked("1819-21", NULL, NULL, "",
		"1819-21 is a season of the year 1819; for the years write 1819..1821");
	assert_asked(
		"-1856", NULL, NULL, "", "-1856 is 1857 BCE; all but the year 1856: ..1855,1857..");
	assert_asked("..1855,1857..", NULL, NULL, "memoirs(late none) after()", "");
	assert_asked("1856-21", NULL, NULL, "opening() treaty(more-ink dry view)", "");
	assert_asked("id:none,none,none", NULL, NULL, "memoirs(none)", "");
}

static void a_day_hides_what_was_not_public(void **state)
{
	(void)state;
	assert_asked(NULL, "1855", NULL, "", "");
	/* Of days that it may be the last decides: the talks open in March 1856, */
	assert_asked(NULL, "1856-03-01", NULL, "", "");
	assert_asked(NULL, "1856-03-30", NULL, "treaty(more-ink)", "");
	assert_asked(NULL, "1856-03", NULL, "opening() treaty(more-ink)", "");
	/* the memoirs appear in 1881 or in 1883. */
	assert_asked(NULL, "1881-12-30", NULL, "opening() treaty(more-ink)", "");
	assert_asked(NULL, "1881", NULL, "opening() treaty(more-ink dry view)", "");
	assert_asked(NULL, "1883-12-30", NULL, "opening() treaty(more-ink dry view)", "");
	assert_asked(
		NULL, "1883", NULL, "opening() treaty(more-ink dry view) memoirs(late none)", "");
	assert_asked("has:replies", "1856", NULL, "", "");
	assert_asked("has:replies", "1881", NULL, "treaty(more-ink)", "");
	assert_asked("person:orlov", "1856", NULL, "", "");
	assert_asked("ink", "1856", NULL, "treaty(more-ink)", "");
}

static void a_view_shows_first_what_it_lists(void **state)
{
	(void)state;
	assert_asked(NULL, NULL, "both", "opening() treaty(dry) memoirs(late)", "");
	assert_asked(NULL, NULL, "alone", "treaty(more-ink)", "");
	assert_asked(NULL, NULL, "asked", "treaty(dry) memoirs(late)", "");
	assert_asked("speaker:orlov", "1881", "both", "treaty(dry)", "");
	assert_asked("1856", NULL, "asked", "treaty(dry)", "");
}

static void assert_order(const char *view, const char *query, const char *order)
{
	struct arena arena = {0};
	struct buf out = {0};
	struct query_problem problem;
	struct result result;
	const struct select_options options = {.query = query, .view = view_of(view)};
	assert_true(select_run(record, &options, &arena, &result, &problem));
	for (uint32_t i = 0; i < result.order_count; i++)
		buf_format(&out, "%s%s", i ? " " : "", record_id(record, result.order[i]));
	assert_string_equal(buf_string(&out), order);
	buf_free(&out);
	arena_free(&arena);
}

static void a_view_has_an_order(void **state)
{
	(void)state;
	assert_order("both", NULL, "late treaty dry opening");
	assert_order("both", "kind:paraphrase", "treaty dry");
	assert_order("alone", NULL, "treaty");
	assert_order("asked", NULL, "treaty memoirs");
	assert_order("more", NULL, "more-ink dry memoirs");
}

static void everything_holds_no_lists(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct query_problem problem;
	struct result result;
	static const char *const all[] = {NULL, "", "  ", "-xyzzy"};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		assert_true(select_run(record, &(struct select_options){.query = all[i]}, &arena,
			&result, &problem));
		assert_null(result.events);
		assert_null(result.quotes);
		assert_null(result.order);
		assert_int_equal(result.event_count, record->counts[THING_EVENT]);
		assert_memory_equal(
			&result.quote_kinds, &record->quote_kinds, sizeof result.quote_kinds);
	}
	assert_null(arena.blocks);
}

/* One id over and over is one id, told of where it stands first. */
static void the_same_id_many_times(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct buf query = {0};
	struct query_problem problem;
	struct result result;
	buf_text(&query, "id:zz");
	buf_repeat(&query, ",xx", 100 * 1000);
	alarm(20);
	assert_true(select_run(
		record, &(struct select_options){.query = query.text}, &arena, &result, &problem));
	alarm(0);
	assert_int_equal(problem.column, 4);
	buf_clear(&query);
	buf_text(&query, "id:xx,treaty,xx,treaty");
	assert_true(select_run(
		record, &(struct select_options){.query = query.text}, &arena, &result, &problem));
	assert_int_equal(result.event_count, 1);
	assert_int_equal(problem.column, 4);
	buf_free(&query);
	arena_free(&arena);
}

static void failure_leaves_the_result(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct query_problem problem;
	struct result result = {.event_count = 77};
	assert_false(select_run(
		record, &(struct select_options){.query = "ink \"x"}, &arena, &result, &problem));
	assert_int_equal(problem.column, 5);
	assert_int_equal(result.event_count, 77);
	arena_free(&arena);
}

static void a_record_of_nothing_selects_nothing(void **state)
{
	(void)state;
	static const char text[] = "title: Nothing";
	struct record *nothing = lesson_bytes(text, sizeof text - 1);
	struct arena arena = {0};
	struct query_problem problem;
	struct result result;
	static const char *const queries[] = {
		"word", "id:x", "-speaker:x", "has:replies,parallels", "answers:x", "1918"};
	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
		assert_true(select_run(nothing, &(struct select_options){.query = queries[i]},
			&arena, &result, &problem));
		assert_int_equal(result.event_count, 0);
	}
	arena_free(&arena);
	record_free(nothing);
}

/* Nobody else at the table, and no words of hers: it is enough that she is spoken of. */
static void a_person_is_spoken_of(void **state)
{
	(void)state;
	static const char text[] = "title: T\n"
				   "people: {orlov: {name: Orlov}, absent: {name: Karin Sund}}\n"
				   "sources: {varga: {type: book, title: Documents}}\n"
				   "events:\n"
				   "  - id: talks\n"
				   "    date: 1856\n"
				   "    title: They talk\n"
				   "    quotes: [{id: q, speaker: orlov, about: absent, text: She "
				   "knows., source: varga}]\n"
				   "  - {id: other, date: 1857, title: Nothing}\n";
	struct record *spoken = lesson_bytes(text, sizeof text - 1);
	struct arena arena = {0};
	struct query_problem problem;
	struct result result;
	const struct select_options options = {.query = "person:absent"};
	assert_true(select_run(spoken, &options, &arena, &result, &problem));
	assert_int_equal(result.event_count, 1);
	assert_string_equal(result_event(&result, 0)->id, "talks");
	arena_free(&arena);
	record_free(spoken);
}

/* "e1 [asked] q2 compare positions | e3": what a view shows, and behind the bar what else is
 * selected; then the selection. */
static void plan_write(const struct record *plans, const char *id, const char *day, struct buf *out)
{
	struct arena arena = {0};
	struct date as_of;
	struct date_problem no_date;
	struct query_problem problem;
	struct result result;
	struct select_options options = {
		.view = &plans->views[record_find(plans, id).index], .as_of = day ? &as_of : NULL};
	bool rest = false;
	assert_true(!day || date_parse(&arena, day, strlen(day), &as_of, &no_date));
	assert_true(select_run(plans, &options, &arena, &result, &problem));
	for (uint32_t n = 0; n < result.order_count; n++) {
		const struct step *step = result.order_steps[n];
		static const char *const kinds[] = {[STEP_COMPARE] = "compare",
			[STEP_POSITIONS] = "positions",
			[STEP_QUIZ] = "quiz"};
		bool page = step && step_kind(step) != STEP_THING;
		buf_format(out, "%s%s%s", n ? " " : "", !step && !rest ? "| " : "",
			page ? kinds[step_kind(step)] : record_id(plans, result.order[n]));
		if (step && step->ask)
			buf_format(out, " [%s]", step->ask);
		rest |= !step;
	}
	buf_text(out, ": ");
	lesson_write(&result, out);
	arena_free(&arena);
}

static void assert_plan(
	const struct record *plans, const char *id, const char *day, const char *wanted)
{
	struct buf out = {0};
	plan_write(plans, id, day, &out);
	assert_string_equal(buf_string(&out), wanted);
	buf_free(&out);
}

static void a_plan_selects_what_its_scenes_show(void **state)
{
	(void)state;
	static const char text[] =
		"title: Plans\n"
		"sources: {s: {type: book, title: B, issued: 1900}}\n"
		"parties: {p: {name: P}}\n"
		"events:\n"
		"  - {id: a, date: 1901, title: A, source: s, quotes: [{id: a1, text: x, speaker: "
		"p, "
		"source: s}, {id: a2, text: y, speaker: p, source: s}]}\n"
		"  - {id: b, date: 1902, title: B, source: s, quotes: [{id: b1, text: z, speaker: "
		"p, "
		"source: s}, {id: b2, text: z, speaker: p, source: s}]}\n"
		"  - {id: c, date: 1903, title: C, source: s}\n"
		"views:\n"
		"  mixed: {title: M, show: [a1, positions, {compare: [a1, b2]}, c]}\n"
		"  whole: {title: W, show: [{id: b1, ask: k}, {compare: [a, b], ask: l}]}\n"
		"  scenes: {title: S, show: [quiz, {scene: positions, ask: k}]}\n"
		"  asked: {title: Q, query: id:b1, show: [{id: a, ask: k}, quiz]}\n"
		"  beside: {title: B, query: id:a1, show: [a2, {compare: [a, b]}]}\n"
		"  sides: {title: D, query: id:b1, show: [{compare: [a, b]}, c]}\n"
		"  named: {title: N, query: id:b1, show: [b, {compare: [a, b]}]}\n"
		"  past: {title: P, as_of: 1902, show: [{id: a2, ask: k}, c, {compare: [b, c]}, "
		"{compare: "
		"[a, b], ask: l}]}\n";
	struct record *plans = lesson_bytes(text, sizeof text - 1);
	assert_plan(plans, "mixed", NULL, "a1 positions compare c: a(a1) b(b2) c()");
	assert_plan(plans, "whole", NULL, "b1 [k] compare [l]: a(a1 a2) b(b1 b2)");
	assert_plan(plans, "scenes", NULL, "quiz positions [k]: a(a1 a2) b(b1 b2) c()");
	assert_plan(plans, "asked", NULL, "a [k] quiz | b: a(a1 a2) b(b1)");
	/* What the query selects is not shown where events are merely compared. */
	assert_plan(plans, "beside", NULL, "a2 compare | a1: a(a1 a2) b(b1 b2)");
	assert_plan(plans, "sides", NULL, "compare c | b1: a(a1 a2) b(b1 b2) c()");
	assert_plan(plans, "named", NULL, "b compare: a(a1 a2) b(b1 b2)");
	/* Its own day, an earlier one, and one that is no day of the plan. */
	assert_plan(plans, "past", NULL, "a2 [k] compare [l]: a(a1 a2) b(b1 b2)");
	assert_plan(plans, "past", "1901", "a2: a(a2)");
	assert_plan(plans, "whole", "1902", "b1 compare: a(a1 a2) b(b1 b2)");
	record_free(plans);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_select_what_has_them),
		cmocka_unit_test(fields_select_by_id_name_and_alias),
		cmocka_unit_test(by_selects_what_was_said),
		cmocka_unit_test(has_selects_what_there_is),
		cmocka_unit_test(dates_select_what_they_touch),
		cmocka_unit_test(a_minus_selects_the_rest),
		cmocka_unit_test(an_event_helps_its_quotations),
		cmocka_unit_test(unknown_values_are_told),
		cmocka_unit_test(a_day_hides_what_was_not_public),
		cmocka_unit_test(a_view_shows_first_what_it_lists),
		cmocka_unit_test(a_view_has_an_order),
		cmocka_unit_test(everything_holds_no_lists),
		cmocka_unit_test(the_same_id_many_times),
		cmocka_unit_test(failure_leaves_the_result),
		cmocka_unit_test(a_record_of_nothing_selects_nothing),
		cmocka_unit_test(a_person_is_spoken_of),
		cmocka_unit_test(a_plan_selects_what_its_scenes_show),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
