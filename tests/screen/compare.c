/* Two events side by side: how they are chosen, what stands where, and where the keys lead. */
#include "screen.h"

static const char talks[] = "tests/data/talks.yaml";

static void open_at(struct screen *screen, const char *id, int cols, int rows)
{
	screen_open(screen, talks, &(struct app_options){.at = id}, cols, rows);
}

/* The spring round beside the autumn round. */
static void open_both(struct screen *screen, int cols, int rows)
{
	open_at(screen, "opening", cols, rows);
	screen_type(screen, "c:return<Enter>c");
}

static void test_the_first_is_remembered(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "opening", 80, 24);
	screen_type(&screen, "c");
	screen_has(&screen, "▸   25 Mar 1856 ●‹The spring round");
	screen_has(&screen,
		" compare The spring round with: go to another, Enter   Esc takes it back");
	screen_type(&screen, "j");
	screen_has(&screen, "●‹The spring round");
	screen_type(&screen, "<Enter>"); /* the second */
	screen_has(&screen, " Compare two events");
	screen_type(&screen, "<Esc>kc/The autumn round<Enter>");
	screen_has(&screen, "Enter compares");
	screen_type(&screen, "<Esc><lt><Enter>"); /* no second: into its words */
	screen_has(&screen, "━━ Words");
	screen_has(&screen, "●‹The spring round");
	screen_type(&screen, "h");
	screen_type(&screen, "<Esc>");
	screen_lacks(&screen, "‹");
	screen_lacks(&screen, "takes it back");
	screen_type(&screen, "cq");
	screen_lacks(&screen, "‹");
	screen_has(&screen, "nothing is compared any more; q again quits");
	screen_type(&screen, "kcc");
	screen_lacks(&screen, "‹");
	screen_has(&screen, "taken back; c here and c elsewhere");
	screen_type(&screen, "jcgc");
	screen_has(&screen, "this page cannot be compared");
	screen_type(&screen, "<Esc><Esc>c");
	screen_has(&screen, "Compare two events"); /* the last two rounds */
	screen_close(&screen);
}

static void test_fields_beside_each_other(void **state)
{
	(void)state;
	struct screen screen;
	open_both(&screen, 120, 52);
	screen_has(&screen, " Compare two events");
	screen_has(&screen, "25 years, 169 days apart, by New Style");
	screen_has(&screen, "▸25 March 1856 (13 March Old Style)");
	int row = screen_find(&screen, " where ");
	assert_non_null(strstr(screen_row(&screen, row), "=  karlsund"));
	row = screen_find(&screen, " duration ");
	assert_non_null(strstr(screen_row(&screen, row), "three hours"));
	assert_non_null(strstr(screen_row(&screen, row), "‹"));
	screen_has(&screen, "›  Aksel Ekman");
	screen_has(&screen, "for Norland");
	screen_has(&screen, "≠  Pavel Orlov, chancellor");
	screen_has(&screen, "=  OURS – both banks!");
	row = screen_find(&screen, " The river line"); /* the parties stand below their issue */
	assert_non_null(
		strstr(screen_row(&screen, row + 1), "   Norland           will not speak"));
	screen_has(&screen, "T – 4 days");
	screen_has(&screen, "≠ other words: whether they mean the same is for you to judge   ‹ ›");
	screen_close(&screen);
}

/* An event that stands behind another, by a date that is not of its place, ends neither what was said on
 * the days around nor the list of these. */
static void test_days_around_go_on(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(
		&screen, "events.yaml", &(struct app_options){.at = "istanbul-round"}, 110, 300);
	screen_type(&screen, "c:direct-talks-2025<Enter>c");
	screen_has(&screen, "its own, not to be discussed");
	screen_type(&screen, "G");
	screen_has(&screen, "1 Apr  Le Drian");
	screen_has(&screen, "Johnson in Kyiv");
	screen_close(&screen);
}

static void test_the_same_in_80_columns(void **state)
{
	(void)state;
	struct screen screen;
	open_both(&screen, 80, 24);
	screen_has(&screen, "25 years, 169 days");
	screen_has(&screen, "The spring round                  The autumn round");
	screen_has(&screen, " 40 below");
	screen_type(&screen, "G");
	screen_has(
		&screen, "The spring round                  The autumn round"); /* the head stays */
	screen_has(&screen, "T + 8 days");
	screen_lacks(&screen, " below ");
	screen_type(&screen, "g");
	screen_has(&screen, "▸25 March 1856");
	screen_close(&screen);
}

static void test_narrow_paper(void **state)
{
	(void)state;
	struct screen screen;
	open_both(&screen, 60, 16);
	screen_has(&screen, " where");
	screen_has(&screen, "   Karlsund                   =  karlsund");
	screen_size(&screen, 40, 10);
	screen_has(&screen, "  1 The spring round");
	screen_has(&screen, "  2 The autumn round");
	screen_type(&screen, "jl");
	screen_has(&screen, " ▸2 karlsund");
	screen_size(&screen, 38, 5);
	screen_has(&screen, "karlsund");
	screen_close(&screen);
}

static void test_keys_lead_to_the_evidence(void **state)
{
	(void)state;
	struct screen screen;
	open_both(&screen, 120, 50);
	screen_type(&screen, "jjl<Enter>"); /* duration, of which the right side says nothing */
	screen_has(&screen, "the record has nothing on this side");
	screen_type(&screen, "h<Enter>");
	screen_has(&screen, "▸   25 Mar 1856 ● The spring round");
	screen_close(&screen);
	open_both(&screen, 120, 50);
	for (int i = 0; i < 10; i++)
		screen_type(&screen, "j");
	screen_has(&screen, "▸Ours, both banks");
	screen_type(&screen, "l<Enter>"); /* the quotation behind the stand */
	screen_has(&screen, "│▌ “The river belongs to nobody who lives on it.”");
	screen_close(&screen);
}

/* The way back leads into the comparison, as it was left; once there is another, to the explorer
 * alone. */
static void test_the_way_back(void **state)
{
	(void)state;
	struct screen screen;
	open_both(&screen, 80, 24);
	screen_type(&screen, "G");
	int row = screen_find(&screen, "▸");
	screen_type(&screen, "<Enter>");
	screen_lacks(&screen, "Compare two events");
	screen_type(&screen, "jj<lt>");
	screen_has(&screen, "Compare two events");
	assert_int_equal(screen_find(&screen, "▸"), row);
	screen_has(&screen, "T + 8 days");
	screen_type(&screen, ">");
	screen_lacks(&screen, "Compare two events");
	screen_type(&screen, "<lt>");
	screen_has(&screen, "Compare two events");
	screen_type(&screen, "<Enter>:opening<Enter><lt><lt>");
	screen_has(&screen, "Compare two events");
	screen_type(&screen, "q:opening<Enter><lt>");
	screen_lacks(&screen, "Compare two events");
	screen_type(&screen, "c:opening<Enter>c");
	screen_has(&screen, "Compare two events");
	screen_type(&screen, "q<lt>");
	screen_lacks(&screen, "Compare two events");
	screen_close(&screen);
}

/* What the filter hides meanwhile is not compared, but is again when it is shown. */
static void test_the_way_back_under_a_filter(void **state)
{
	(void)state;
	struct screen screen;
	open_both(&screen, 80, 24);
	screen_type(&screen, "l<Enter>&<C-u>1881<Enter><lt>");
	screen_has(&screen, "not in this selection");
	screen_lacks(&screen, "Compare two events");
	screen_close(&screen);
}

static void test_the_other_pair(void **state)
{
	(void)state;
	struct screen screen;
	open_both(&screen, 120, 50);
	screen_type(&screen, "]");
	screen_has(&screen, "The evening after");
	screen_has(&screen, "The autumn round");
	screen_type(&screen, "[l]");
	screen_has(&screen, "Letters are exchanged");
	screen_type(&screen, "]]");
	screen_has(&screen, "this is the last");
	screen_type(&screen, "h[[[[");
	screen_has(&screen, "this is the first");
	screen_close(&screen);
}

static void test_an_event_beside_itself(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "opening", 80, 24);
	screen_type(&screen, "cjc");
	screen_has(&screen, "the same day");
	screen_type(&screen, "]");
	screen_has(&screen, "An event beside itself");
	screen_has(&screen, "Both sides are one event.");
	screen_type(&screen, "jjjGg]");
	screen_has(&screen, "Compare two events");
	screen_close(&screen);
}

static void test_two_quotations(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "hale-river", 100, 30);
	screen_type(&screen, "c");
	screen_has(&screen, "‹“The river belongs");
	screen_has(&screen, " compare “The river belongs");
	screen_type(&screen, ":brandt-river<Enter>c");
	screen_has(&screen, "Compare two quotations");
	screen_has(&screen, "belongs to ‹those› who      ≠  “The river belongs to ‹nobody› who");
	screen_has(&screen, "‹live› on it.”");
	screen_has(&screen, "‹ › words that the other lacks");
	screen_type(&screen, "l]");
	screen_has(&screen, "Ilona Varga");
	screen_has(&screen, "in common");
	screen_close(&screen);
}

static void test_closing_and_copying(void **state)
{
	(void)state;
	struct screen screen;
	open_both(&screen, 120, 36);
	screen_type(&screen, "y");
	assert_int_equal(screen.next, APP_COPY);
	assert_non_null(
		strstr(app_clipboard(screen.app), "Ours, both banks               =  OURS"));
	assert_non_null(strstr(app_clipboard(screen.app), "= the same"));
	screen_type(&screen, "xq");
	assert_int_not_equal(screen.next, APP_QUIT);
	screen_lacks(&screen, "Compare two");
	screen_type(&screen, "c:opening<Enter>c");
	screen_has(&screen, "Compare two");
	screen_type(&screen, "<Esc>");
	screen_lacks(&screen, "Compare two");
	screen_close(&screen);
}

/* Nothing is drawn outside, and the selected line is in view, whatever the size. */
static void test_every_size(void **state)
{
	(void)state;
	struct screen screen;
	open_both(&screen, 120, 36);
	for (int cols = 1; cols <= 220; cols += 1 + cols / 9)
		for (int rows = 1; rows <= 60; rows += 1 + rows / 5) {
			screen_size(&screen, cols, rows);
			screen_type(&screen, "jl");
			screen_type(&screen, "<PgDn>h<C-u>");
		}
	screen_size(&screen, 80, 24);
	screen_has(&screen, "▸");
	screen_close(&screen);
}

static void test_ascii(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, talks, &(struct app_options){.ascii = true, .at = "opening"}, 80, 24);
	screen_type(&screen, "c");
	screen_has(&screen, ">   25 Mar 1856 *{The spring round");
	screen_type(&screen, ":return<Enter>c");
	screen_has(&screen, ">25 March 1856");
	screen_has(&screen, "= the same   ! other words: judge for yourself   { } only one side");
	screen_close(&screen);
}

/* Where the commentary is credited, its words are led to, which stand there as another place in print. */
static void test_what_is_credited_is_said(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 120, 50);
	screen_type(&screen, "cjjjjjjjjjjjjjjjjjjjjjjjjjjjjj");
	screen_has(&screen, "   Ukraine          ▸a complete one first: for Crimea, or for all");
	screen_has(&screen, "– Unsigned commentary says");
	screen_type(&screen, "<Enter>");
	screen_has(&screen, "▌    also in Unsigned commentary, 2022: The proposal also");
	screen_has(&screen,
		" so Unsigned commentary, 2022, at “also in”: The proposal also included a 15-year "
		"consultation period");
	screen_size(&screen, 80, 24);
	screen_type(&screen, "<Esc><Enter>");
	screen_has(&screen,
		" so Unsigned commentary, 2022, at “also in”: The proposal also included a…");
	/* Others have the words as they stand. */
	screen_type(&screen, "<Esc>k<Enter>");
	screen_lacks(&screen, "at “also in”");
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_is_credited_is_said),
		cmocka_unit_test(test_the_first_is_remembered),
		cmocka_unit_test(test_fields_beside_each_other),
		cmocka_unit_test(test_days_around_go_on),
		cmocka_unit_test(test_the_same_in_80_columns),
		cmocka_unit_test(test_narrow_paper),
		cmocka_unit_test(test_keys_lead_to_the_evidence),
		cmocka_unit_test(test_the_way_back),
		cmocka_unit_test(test_the_way_back_under_a_filter),
		cmocka_unit_test(test_the_other_pair),
		cmocka_unit_test(test_an_event_beside_itself),
		cmocka_unit_test(test_two_quotations),
		cmocka_unit_test(test_closing_and_copying),
		cmocka_unit_test(test_every_size),
		cmocka_unit_test(test_ascii),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
