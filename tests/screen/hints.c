/* The key bar of the explorer, and what is said where a key does nothing. */
#include "screen.h"

static const char rounds[] = "tests/data/rounds.yaml";

static const char *bar(struct screen *screen)
{
	return screen_row(screen, screen->grid.rows - 1);
}

static void bar_has(struct screen *screen, const char *text)
{
	if (strstr(bar(screen), text))
		return;
	fprintf(stderr, "no \"%s\" in: %s\n", text, bar(screen));
	fail();
}

static void open_at(struct screen *screen, const char *keys, int cols, int rows)
{
	screen_open(screen, rounds, &(struct app_options){0}, cols, rows);
	screen_type(screen, keys);
}

static void test_what_is_wanted_most(void **state)
{
	(void)state;
	static const struct {
		const char *keys;
		int cols;
		const char *bar;
	} cases[] = {
		{"", 80, "Space begin   j k move   / find   i index   p present   ? help   q quit"},
		{"j", 120,
			"j k move   Enter about it   Space read on   / find   i index   & filter   "
			"c compare   p present   ? help   q quit"},
		{"j", 80,
			"j k move   Enter about it   Space read on   / find   i index   ? help   q "
			"quit"},
		{"jjl", 80,
			"Space read on   j k move   Enter answers   W who?   y copy   "
			"? help   q quit"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct screen screen;
		open_at(&screen, cases[i].keys, cases[i].cols, 24);
		assert_string_equal(bar(&screen) + 1, cases[i].bar);
		screen_close(&screen);
	}
}

/* Beside what leads back out, the keys of arrows give way, and who it is stays. */
static void test_who_it_is_stays(void **state)
{
	(void)state;
	static const char *const ways[] = {
		"jjl<Enter><Enter>", "&ink<Enter>l", "&ink<Enter>l<Enter><Enter>"};
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		struct screen screen;
		open_at(&screen, ways[i], 80, 24);
		screen_type(&screen, "<C-l>");
		bar_has(&screen, "W who?");
		screen_close(&screen);
	}
	struct screen screen;
	open_at(&screen, "i", 80, 24);
	bar_has(&screen, "F3 who?");
	bar_has(&screen, "Tab pages   F1 help   Esc close");
	screen_close(&screen);
}

static void test_the_way_out_of_a_filter(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "j&ink<Enter>", 80, 24);
	bar_has(&screen, "\\ show all");
	screen_type(&screen, "<Esc>");
	bar_has(&screen, "\\ shows everything again");
	screen_type(&screen, "\\");
	bar_has(&screen, "everything is shown again: 5 events");
	screen_type(&screen, "j");
	assert_null(strstr(bar(&screen), "show all"));
	screen_type(&screen, "\\");
	bar_has(&screen, "everything is shown; & filters");
	screen_type(&screen, "@1856-03-31<Enter>");
	screen_has(&screen, "as of 31 March 1856");
	screen_type(&screen, "\\");
	screen_lacks(&screen, "as of");
	screen_close(&screen);
}

static void test_the_way_back_from_a_jump(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "j", 80, 24);
	assert_null(strstr(bar(&screen), "< back"));
	screen_type(&screen, ":5<Enter>");
	bar_has(&screen, "< back");
	screen_type(&screen, "<lt>");
	assert_null(strstr(bar(&screen), "< back"));
	screen_close(&screen);
}

static void test_a_key_that_does_nothing_says_so(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "jx", 80, 24);
	bar_has(&screen, "x does nothing; ? shows the keys");
	screen_type(&screen, "<Esc>");
	bar_has(&screen, "q quits, ? shows all keys");
	screen_type(&screen, "Gj");
	bar_has(&screen, "this is the last event");
	screen_type(&screen, "gk");
	bar_has(&screen, "this is the first page");
	screen_type(&screen, "jjlGlj");
	screen_type(&screen, "v&");
	bar_has(&screen, "& does nothing here; q closes this view");
	screen_close(&screen);
}

static void test_the_end_of_the_words(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "jjljjjjjjjj", 120, 36);
	bar_has(&screen, "the last words here; Space or J lead to the next event");
	screen_type(&screen, "kkkkkkkkkk");
	bar_has(&screen, "the first words here; K leads to the event before");
	screen_close(&screen);
}

/* The card lists the lesson plans, and is the card of the one that is shown. */
static void test_lesson_plans(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "tests/data/lesson.yaml", &(struct app_options){0}, 100, 36);
	screen_has(&screen, "4 lesson plans for a class");
	screen_has(&screen, "  Alone");
	screen_type(&screen, "G:both<Enter>");
	screen_has(&screen, " Both");
	screen_lacks(&screen, "Lesson plans");
	bar_has(&screen, "p starts this lesson");
	screen_type(&screen, "\\");
	screen_has(&screen, "Lesson plans");
	screen_close(&screen);
}

/* Enter leads into the card's plans, and opens one. */
static void test_a_plan_by_the_card(void **state)
{
	static const char *const into[] = {"<Enter>", "l", "<Tab>", "<Right>"};
	static const char *const out[] = {"k", "h", "<Esc>", "<Tab>"};
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_has(&screen, "8 lesson plans for a class");
	for (size_t i = 0; i < 4; i++) {
		screen_lacks(&screen, "Istanbul twice");
		screen_type(&screen, into[i]);
		screen_has(&screen, "▸ What is a respite?               20 minutes");
		assert_int_equal(
			screen.grid.cursor_row, screen_find(&screen, "▸ What is a respite?"));
		bar_has(&screen, "Enter open");
		screen_type(&screen, out[i]);
		bar_has(&screen, "Space read on");
	}
	screen_type(&screen, "<Enter>jjjjjjjjjj");
	bar_has(&screen, "this is the last lesson plan; Enter opens it");
	screen_type(&screen, "kkkkkk<Enter>");
	bar_has(&screen, "p starts this lesson");
	screen_has(&screen, " Istanbul twice, 2022 and 2025        ");
	screen_type(&screen, "<Enter>");
	screen_has(&screen, "▸"); /* no plan in a plan: the first event */
	screen_type(&screen, "\\g<Enter>jp");
	screen_has(&screen, "20 scenes");
	screen_type(&screen, "qq\\g<Enter>j<Space>");
	screen_has(&screen, "━━ Words · Armistice at Brest-Litovsk ━━");
	screen_type(&screen, "g<Enter>jJ");
	screen_has(&screen, "▸   15 Dec 1917");
	screen_close(&screen);
}

/* Filtered to a theme the card says what the theme is. */
/* What a plan is for is said first, and stays in sight; what its end hides is not called nothing. */
static void test_an_open_plan(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "tests/data/plan.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "<Enter><Enter>x");
	int way = screen_find(
		&screen, "p        start the lesson: show it to the class, scene by scene");
	assert_true(way > 0 && way < screen_find(&screen, "Enter    its scenes"));
	assert_true(way < screen_find(&screen, "exact words;"));
	screen_type(&screen, "<Esc>");
	bar_has(&screen, "the lesson plan is left; Enter leads to it again");
	screen_type(&screen, "<Enter><Enter>j");
	bar_has(&screen, "Enter about it   p lesson   \\ show all");
	screen_type(&screen, "l");
	bar_has(&screen, "p lesson   \\ show all   ? help");
	screen_type(&screen, "<Esc>G");
	for (int n = 0; n < 20 && !strstr(bar(&screen), "the end"); n++)
		screen_type(&screen, "<Space>");
	bar_has(&screen,
		"the end of this plan; g then p shows its scenes, \\ shows the whole record");
	screen_type(&screen, "gp");
	screen_has(&screen, "8 scenes");
	screen_type(&screen, "qq");
	bar_has(&screen, "p leads back to this scene; \\ shows all, not this lesson alone");
	screen_close(&screen);
	open_at(&screen, "&ink<Enter>G", 80, 24);
	for (int n = 0; n < 20 && !strstr(bar(&screen), "the end"); n++)
		screen_type(&screen, "<Space>");
	bar_has(&screen, "the end of what is selected; \\ shows all");
	screen_close(&screen);
}

static void test_the_note_of_a_theme(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "&theme:neutrality<Enter>g");
	screen_has(&screen, "Only theme Neutrality");
	screen_has(&screen, "To join no alliance");
	screen_lacks(&screen, "Summaries take no side");
	screen_close(&screen);
}

static void test_who_means_to_search_in_the_index(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "i/orlov", 100, 30);
	screen_has(&screen, "   /orlov");
	screen_has(&screen, "▸Pavel Orlov");
	screen_close(&screen);
}

static void test_presenting_says_how_to_go_on(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "jp", 80, 24);
	bar_has(&screen, "Space next   b blank   ? keys   q ends");
	screen_type(&screen, "<Space><Space>");
	bar_has(&screen, "Space next   b blank   ? keys   q ends");
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_is_wanted_most),
		cmocka_unit_test(test_who_it_is_stays),
		cmocka_unit_test(test_the_way_out_of_a_filter),
		cmocka_unit_test(test_the_way_back_from_a_jump),
		cmocka_unit_test(test_a_key_that_does_nothing_says_so),
		cmocka_unit_test(test_the_end_of_the_words),
		cmocka_unit_test(test_lesson_plans),
		cmocka_unit_test(test_a_plan_by_the_card),
		cmocka_unit_test(test_an_open_plan),
		cmocka_unit_test(test_the_note_of_a_theme),
		cmocka_unit_test(test_who_means_to_search_in_the_index),
		cmocka_unit_test(test_presenting_says_how_to_go_on),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
