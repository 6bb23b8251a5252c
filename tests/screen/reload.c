/* Another record in place of the old one: what was selected, filtered, marked and looked for stays
 * so, by ids. */
#include "screen.h"

static const char before[] =
	"title: Before\n"
	"people:\n  hale: {name: Edmund Hale}\n"
	"events:\n"
	"- id: one\n  date: 1850\n  title: The first\n  quotes:\n"
	"  - id: w1\n    speaker: hale\n    text: Words of one.\n    source: s\n"
	"- id: two\n  date: 1851\n  title: The second\n  quotes:\n"
	"  - id: w2\n    speaker: hale\n    text: Words of two.\n    source: s\n"
	"  - id: w3\n    speaker: hale\n    text: More of two.\n    source: s\n"
	"- id: three\n  date: 1852\n  title: The third\n"
	"sources:\n  s: {type: book, title: The Book}\n"
	"views:\n  short: {title: A short way, show: [two, three]}\n";

/* An event in front and one between, the third gone, w3 moved to the first. */
static const char after[] =
	"title: After\n"
	"people:\n  hale: {name: Edmund Hale}\n"
	"events:\n"
	"- id: zero\n  date: 1840\n  title: The new\n"
	"- id: one\n  date: 1850\n  title: The first\n  quotes:\n"
	"  - id: w1\n    speaker: hale\n    text: Words of one.\n    source: s\n"
	"  - id: w3\n    speaker: hale\n    text: More of two.\n    source: s\n"
	"- id: two\n  date: 1851\n  title: The second, corrected\n  quotes:\n"
	"  - id: w2\n    speaker: hale\n    text: Words of two, corrected.\n    source: s\n"
	"sources:\n  s: {type: book, title: The Book}\n"
	"views:\n  short: {title: A short way, show: [two]}\n";

static struct record *load_text(const char *text)
{
	struct diag_list *diags = diag_create();
	struct load_input input = {"lesson.yaml", text, strlen(text)};
	struct record *record = load_record(&input, 1, NULL, diags);
	diag_print(diags, stderr, DIAG_ERROR, false);
	assert_non_null(record);
	diag_free(diags);
	return record;
}

static void begin(struct screen *screen, const char *at)
{
	*screen = (struct screen){.record = load_text(before)};
	screen->app = app_create(screen->record, &(struct app_options){.at = at});
	screen_size(screen, 120, 30);
}

static void replace(struct screen *screen, const char *text)
{
	struct record *record = load_text(text);
	app_replace(screen->app, record);
	record_free(screen->record);
	screen->record = record;
	app_draw(screen->app, &screen->grid);
}

static void check_place(const struct screen *screen, const char *file, uint32_t line)
{
	struct app_place place = app_place(screen->app);
	assert_string_equal(place.file, file);
	assert_int_equal(place.line, line);
}

static void test_the_same_event_stays(void **state)
{
	(void)state;
	struct screen screen;
	begin(&screen, "two");
	replace(&screen, after);
	screen_has(&screen, "▸          1851 ● The second, corrected");
	screen_has(&screen, "Words of two, corrected.");
	screen_has(&screen, "After");
	screen_has(&screen, "read again: 3 events · 3 quotations");
	replace(&screen, before);
	screen_has(&screen, "▸          1851 ● The second ");
	screen_close(&screen);
}

/* Years that have one event each are shown as that event. */
static void test_the_quotation_stays_among_years(void **state)
{
	(void)state;
	struct screen screen;
	begin(&screen, "two");
	screen_type(&screen, "---<Tab>jj");
	check_place(&screen, "lesson.yaml", 21);
	replace(&screen, before);
	check_place(&screen, "lesson.yaml", 21);
	screen_close(&screen);
}

static void test_the_same_words_stay_wherever_they_are(void **state)
{
	(void)state;
	struct screen screen;
	begin(&screen, "w3");
	screen_has(&screen, "2 of 2: a quotation");
	replace(&screen, after);
	screen_has(&screen, "▸          1850 ● The first");
	screen_has(&screen, "2 of 2: a quotation");
	replace(&screen, before);
	screen_has(&screen, "▸          1851 ● The second");
	screen_close(&screen);
}

static void test_what_is_gone_leaves_its_place(void **state)
{
	(void)state;
	struct screen screen;
	begin(&screen, "three");
	replace(&screen, after);
	screen_has(&screen, "▸          1851 ● The second, corrected");
	screen_close(&screen);
	begin(&screen, NULL);
	replace(&screen, after);
	screen_has(&screen, "After");
	screen_lacks(&screen, "▸          18");
	screen_close(&screen);
}

static void test_filter_marks_and_trail(void **state)
{
	(void)state;
	struct screen screen;
	begin(&screen, "two");
	screen_type(&screen, "mjm:one<Enter>&Words<Enter>");
	screen_has(&screen, "only Words");
	screen_lacks(&screen, "The third");
	replace(&screen, after);
	screen_has(&screen, "only Words");
	screen_lacks(&screen, "The new");
	screen_type(&screen, "\\M");
	screen_has(&screen, "The second, corrected");
	screen_lacks(&screen, "The third");
	screen_type(&screen, "<Esc><lt>");
	screen_has(&screen, "▸");
	screen_close(&screen);
}

static void test_a_filter_that_selects_nothing_more_is_given_up(void **state)
{
	(void)state;
	struct screen screen;
	begin(&screen, "three");
	screen_type(&screen, "&third<Enter>");
	screen_lacks(&screen, "The second");
	replace(&screen, after);
	screen_has(&screen, "The second, corrected");
	screen_lacks(&screen, "only third");
	screen_close(&screen);
}

/* Every view open while the record is replaced, and drawn and used after: nothing of the old one is
 * touched. */
static void test_views_let_go(void **state)
{
	(void)state;
	static const char *const keys[] = {"ll", "i", "it", "is", "M", "v", "p", "w", "?", ":tw",
		"&Words", "/Words", "/Words<Enter>", "y", "lcjc", "-", "--", "_", "z",
		"@1851<Enter>", "p?", "p?k", "mM?", "v?", "lcjc?", "ll?", "i<F1>", "wn", "l*c"};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		struct screen screen;
		begin(&screen, "two");
		screen_type(&screen, keys[i]);
		replace(&screen, after);
		screen_type(&screen, "jk<Tab><Enter>n<Esc><Esc><Esc>jjklhnN");
		replace(&screen, before);
		screen_type(&screen, "jkn<C-g>q<lt>*#i<Esc>");
		screen_close(&screen);
	}
}

static void test_problems_above_the_record_before(void **state)
{
	(void)state;
	struct screen screen;
	begin(&screen, "two");
	app_problems(screen.app,
		"lesson.yaml:4:3: error: no person \"hael\" [unknown-person]\n"
		"lesson.yaml:29:18: error: this date cannot be read [bad-date]\n");
	screen_type(&screen, "");
	screen_has(&screen, "2 problems");
	screen_has(&screen, "the record on screen is the one before");
	screen_has(&screen, "lesson.yaml:4:3: error: no person");
	check_place(&screen, "lesson.yaml", 4);
	screen_type(&screen, "j");
	check_place(&screen, "lesson.yaml", 29);
	screen_type(&screen, "e");
	assert_int_equal(screen.next, APP_EDIT);
	screen_type(&screen, "<Esc>");
	screen_has(&screen, "▸          1851 ● The second");
	app_problems(screen.app, "lesson.yaml:2:1: error: other [other]\n");
	screen_type(&screen, "?");
	app_problems(screen.app, "lesson.yaml:1:1: error: again [again]\n");
	screen_type(&screen, "");
	screen_has(&screen, "among the problems"); /* help stays above them */
	screen_type(&screen, "q");
	screen_has(&screen, "1 problem ");
	replace(&screen, after);
	screen_lacks(&screen, "problem");
	screen_has(&screen, "The second, corrected");
	screen_close(&screen);
}

/* The selected problem is on the screen to its last word, wherever in the list it is. */
static void test_the_selected_problem_is_whole(void **state)
{
	(void)state;
	struct screen screen;
	struct buf text = {0};
	begin(&screen, "two");
	screen_size(&screen, 60, 10);
	for (int i = 1; i <= 12; i++)
		buf_format(&text,
			"lesson.yaml:%d:1: error: this is far too long a line for a screen as "
			"narrow as ours, and ends in word%d\n",
			i, i);
	app_problems(screen.app, buf_string(&text));
	buf_free(&text);
	for (int i = 1; i <= 12; i++) {
		char last[16];
		snprintf(last, sizeof last, "word%d", i);
		screen_type(&screen, i == 1 ? "" : "j");
		screen_has(&screen, last);
	}
	screen_close(&screen);
}

/* The line of the file and its caret come together, or not at all; what it says goes before. */
static void test_a_line_is_shown_with_its_caret(void **state)
{
	(void)state;
	struct screen screen;
	bool line = false;
	begin(&screen, "two");
	app_problems(screen.app,
		"lesson.yaml:6:14: error: no person \"hael\"; add it under \"people\", as \"  "
		"hael: {name: hael}\" [unknown-person]\n"
		"        people: [hael]\n"
		"                 ^\n");
	for (int rows = 1; rows <= 16; rows++) {
		screen_size(&screen, 40, rows);
		line = screen_find(&screen, "people: [hael]") >= 0;
		assert_int_equal(line, screen_find(&screen, "         ^") >= 0);
		if (line)
			screen_has(&screen, "person]");
	}
	assert_true(line);
	screen_close(&screen);
}

static void test_where_the_editor_opens(void **state)
{
	(void)state;
	struct screen screen;
	begin(&screen, NULL);
	check_place(&screen, "lesson.yaml", 1);
	screen_type(&screen, "j");
	check_place(&screen, "lesson.yaml", 5);
	screen_type(&screen, "l");
	check_place(&screen, "lesson.yaml", 9);
	screen_type(&screen, "e");
	assert_int_equal(screen.next, APP_EDIT);
	screen_type(&screen, "R");
	assert_int_equal(screen.next, APP_RELOAD);
	assert_int_equal(app_apply(screen.app, &(struct input){.kind = INPUT_CHANGED}), APP_RELOAD);
	screen_close(&screen);
}

/* Between two keys there may be no picture: where one is is known all the same. */
static void test_where_one_is_without_a_picture(void **state)
{
	(void)state;
	struct screen screen;
	begin(&screen, "w1");
	check_place(&screen, "lesson.yaml", 9);
	app_apply(screen.app, &(struct input){.kind = INPUT_KEY, .key = INPUT_SPACE});
	check_place(&screen, "lesson.yaml", 13); /* the event behind, at its own text */
	app_apply(screen.app, &(struct input){.kind = INPUT_KEY, .key = 'j'});
	check_place(&screen, "lesson.yaml", 17);
	screen_close(&screen);
}

static void test_says_how_to_get_a_file(void **state)
{
	(void)state;
	struct screen screen;
	begin(&screen, "two");
	screen.record->built_in = true;
	screen_type(&screen, "e");
	assert_int_equal(screen.next, APP_DRAW);
	screen_has(&screen, "truce print -f yaml > lesson.yaml");
	screen_type(&screen, "jR");
	screen_has(&screen, "truce print -f yaml > lesson.yaml");
	screen_close(&screen);
}

/* A plan with words of one event in two scenes, and pages. */
static const char plan_before[] =
	"title: Before\n"
	"people:\n  hale: {name: Edmund Hale}\n"
	"events:\n"
	"- id: one\n  date: 1850\n  title: The first\n  quotes:\n"
	"  - {id: w1, speaker: hale, text: Words of one., source: s}\n"
	"  - {id: w2, speaker: hale, text: More of one., source: s}\n"
	"- id: two\n  date: 1851\n  title: The second\n"
	"- id: three\n  date: 1852\n  title: The third\n"
	"sources:\n  s: {type: book, title: The Book}\n"
	"views:\n  plan: {title: A plan, question: Which way?, show: [w1, two, w2, {compare: [one, "
	"two]}, positions, {compare: [two, three]}, quiz]}\n";

/* One scene more in front, and a page less; nothing is asked at the end. */
static const char plan_after[] =
	"title: After\n"
	"people:\n  hale: {name: Edmund Hale}\n"
	"events:\n"
	"- id: zero\n  date: 1840\n  title: The new\n"
	"- id: one\n  date: 1850\n  title: The first\n  quotes:\n"
	"  - {id: w0, speaker: hale, text: Before all., source: s}\n"
	"  - {id: w1, speaker: hale, text: Words of one., source: s}\n"
	"  - {id: w2, speaker: hale, text: 'More of one, corrected.', source: s}\n"
	"- id: two\n  date: 1851\n  title: The second\n"
	"- id: three\n  date: 1852\n  title: The third\n"
	"sources:\n  s: {type: book, title: The Book}\n"
	"views:\n  plan: {title: A plan, show: [zero, w1, two, {compare: [two, three]}, w0, w2, "
	"positions, quiz]}\n";

static void begin_plan(struct screen *screen, const char *keys)
{
	*screen = (struct screen){.record = load_text(plan_before)};
	screen->app = app_create(screen->record,
		&(struct app_options){
			.asked = {.view = &screen->record->views[0]}, .present = true});
	screen_size(screen, 80, 24);
	screen_type(screen, keys);
}

/* The scene stays that was shown, wherever it stands now; where it is gone, one near it. */
static void test_a_plan_goes_on(void **state)
{
	static const struct {
		const char *keys, *shows, *then, *place;
	} cases[] = {
		{"", "Which way?", "A plan", "7 scenes"},
		{"1<Enter>j", "Edmund Hale", "Edmund Hale", "2 of 7"},
		{"3<Enter>", "“More of one.”", "“More of one, corrected.”", "5 of 7"},
		{"3<Enter>j", "Edmund Hale", "“More of one, corrected.”", "5 of 7"},
		{"5<Enter>", "no positions", "no positions", "6 of 7"},
		{"6<Enter>", "1852", "1852", "4 of 7"},
		{"7<Enter>", "Who said it?", "Who said it?", "7 of 7"},
		{"4<Enter>", "1850", "1852", "4 of 7"},
		{"<End>", "Which way?", "", " of 7"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct screen screen;
		begin_plan(&screen, cases[i].keys);
		screen_has(&screen, cases[i].shows);
		replace(&screen, plan_after);
		screen_has(&screen, cases[i].then);
		screen_has(&screen, cases[i].place);
		screen_lacks(&screen, "Which way?");
		replace(&screen, plan_before);
		screen_close(&screen);
	}
}

/* What lay over the scene lies over it again, or is closed. */
static void test_a_view_over_a_scene(void **state)
{
	(void)state;
	struct screen screen = {.record = load_text(plan_before)};
	screen.app = app_create(
		screen.record, &(struct app_options){.asked = {.view = &screen.record->views[0]}});
	screen_size(&screen, 80, 24);
	screen_type(&screen, "i<Esc>p2<Enter>i");
	screen_has(&screen, "Speakers");
	replace(&screen, plan_after);
	screen_has(&screen, "Speakers");
	screen_type(&screen, "<Esc>");
	screen_has(&screen, " of 7");
	screen_type(&screen, "v");
	screen_has(&screen, "Positions");
	replace(&screen, plan_before);
	screen_has(&screen, " of 7");
	screen_type(&screen, "qq");
	screen_lacks(&screen, " of 7");
	screen_close(&screen);
}

static void test_presenting_goes_on(void **state)
{
	(void)state;
	struct screen screen;
	begin(&screen, "one");
	screen_type(&screen, "pjj");
	screen_has(&screen, "“Words of two.”");
	screen_has(&screen, "2 of 3");
	replace(&screen, after);
	screen_has(&screen, "“Words of two, corrected.”");
	screen_has(&screen, "3 of 3");
	screen_lacks(&screen, "read again");
	screen_lacks(&screen, "Hale");
	screen_type(&screen, "j.");
	replace(&screen, before);
	for (int row = 0; row < 30; row++)
		assert_string_equal(screen_row(&screen, row), "");
	screen_type(&screen, ".");
	screen_has(&screen, "Edmund Hale");
	screen_type(&screen, "qq");
	screen_has(&screen, "── 2 of 3 ──");
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_same_event_stays),
		cmocka_unit_test(test_the_quotation_stays_among_years),
		cmocka_unit_test(test_the_same_words_stay_wherever_they_are),
		cmocka_unit_test(test_what_is_gone_leaves_its_place),
		cmocka_unit_test(test_filter_marks_and_trail),
		cmocka_unit_test(test_a_filter_that_selects_nothing_more_is_given_up),
		cmocka_unit_test(test_views_let_go),
		cmocka_unit_test(test_problems_above_the_record_before),
		cmocka_unit_test(test_the_selected_problem_is_whole),
		cmocka_unit_test(test_a_line_is_shown_with_its_caret),
		cmocka_unit_test(test_where_the_editor_opens),
		cmocka_unit_test(test_where_one_is_without_a_picture),
		cmocka_unit_test(test_says_how_to_get_a_file),
		cmocka_unit_test(test_presenting_goes_on),
		cmocka_unit_test(test_a_plan_goes_on),
		cmocka_unit_test(test_a_view_over_a_scene),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
