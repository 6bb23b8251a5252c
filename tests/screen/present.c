/* Presenting: what stands on the screen at each step, and what must not. */
#include "screen.h"

#include "ui/core/view.h"

static const char class_path[] = "tests/data/class.yaml";
static const char plan_path[] = "tests/data/plan.yaml";

static void open_at(struct screen *screen, const char *path, const char *at, int cols, int rows)
{
	screen_open(screen, path, &(struct app_options){.present = true, .at = at}, cols, rows);
}

/* Presents a plan of plan.yaml. */
static void open_plan_at(struct screen *screen, const char *plan, const char *at, const char *query,
	int cols, int rows)
{
	screen_open(screen, plan_path, &(struct app_options){0}, cols, rows);
	const struct view *view = &screen->record->views[record_find(screen->record, plan).index];
	app_free(screen->app);
	screen->app = app_create(screen->record,
		&(struct app_options){.asked = {.view = view, .query = query},
			.present = true,
			.at = at,
			.seed = 1});
	screen_size(screen, cols, rows);
}

static void open_plan(struct screen *screen, const char *plan)
{
	open_plan_at(screen, plan, NULL, NULL, 80, 24);
}

static void open_class(struct screen *screen, const char *at)
{
	open_at(screen, class_path, at, 80, 24);
}

static void wait_ms(struct screen *screen, int ms)
{
	screen->next = app_apply(screen->app, &(struct input){.kind = INPUT_TICK, .ms = ms});
	app_draw(screen->app, &screen->grid);
}

/* The row and column where the text stands; fails where it does not. */
static void find_place(const struct screen *screen, const char *text, int *row, long *col)
{
	screen_has(screen, text);
	*row = screen_find(screen, text);
	const char *line = screen_row(screen, *row);
	*col = strstr(line, text) - line;
}

static void test_words_first_and_they_do_not_move(void **state)
{
	static const char words[] = "“We have spent more ink than blood.”";
	(void)state;
	struct screen screen;
	int row, row_after;
	long col, col_after;
	open_class(&screen, "hale-ink");
	find_place(&screen, words, &row, &col);
	screen_has(&screen, "2 of 5");
	screen_lacks(&screen, "Hale");
	screen_lacks(&screen, "March");
	screen_lacks(&screen, "treaty");
	screen_lacks(&screen, "Varga");
	screen_type(&screen, "<Space>");
	find_place(&screen, words, &row_after, &col_after);
	assert_int_equal(row, row_after);
	assert_int_equal(col, col_after);
	screen_has(&screen, "Edmund Hale");
	screen_has(&screen, "envoy of Südmark");
	screen_has(&screen, "30 March 1856 · The treaty is signed");
	screen_has(&screen, "quoted by Ilona Varga, Documents of Karlsund,");
	screen_close(&screen);
}

/* All keys for the next step, and all for the one before. */
static void test_steps(void **state)
{
	static const char *const on[] = {"<Space>", "<Right>", "<PgDn>", "<Enter>", "j", "о"};
	static const char *const back[] = {"<Left>", "<PgUp>", "<Bsp>", "k", "л"};
	(void)state;
	struct screen screen;
	open_class(&screen, "opening");
	for (size_t i = 0; i < sizeof on / sizeof *on; i++) {
		screen_type(&screen, "<Home>");
		screen_has(&screen, "The first round opens");
		screen_has(&screen, "Both sides take their places.");
		screen_has(&screen, "1 of 5");
		screen_type(&screen, on[i]);
		screen_has(&screen, "We have spent");
		screen_lacks(&screen, "Hale");
	}
	for (size_t i = 0; i < sizeof back / sizeof *back; i++) {
		screen_type(&screen, "<Home>jj");
		screen_has(&screen, "Edmund Hale");
		screen_type(&screen, back[i]);
		screen_has(&screen, "We have spent");
		screen_lacks(&screen, "Hale");
		screen_type(&screen, back[i]);
		screen_has(&screen, "The first round opens");
		screen_type(&screen, back[i]);
		screen_has(&screen, "1 of 5");
	}
	screen_close(&screen);
}

static void test_back_into_the_scene_before_is_its_end(void **state)
{
	(void)state;
	struct screen screen;
	open_class(&screen, "strike");
	screen_has(&screen, "The carters strike");
	screen_type(&screen, "k");
	screen_has(&screen, "Both came in order to be seen coming.");
	screen_has(&screen, "Ilona Varga");
	screen_close(&screen);
}

static void test_the_end_is_said(void **state)
{
	(void)state;
	struct screen screen;
	open_class(&screen, NULL);
	screen_type(&screen, "<End>jjjjj");
	screen_has(&screen, "It was a show for the galleries.");
	screen_lacks(&screen, "the end");
	screen_type(&screen, "j");
	screen_has(&screen, "the end");
	screen_has(&screen, "5 of 5");
	screen_type(&screen, "k");
	screen_lacks(&screen, "the end");
	screen_close(&screen);
}

static void test_kinds(void **state)
{
	(void)state;
	struct screen screen;
	open_class(&screen, "orlov-report");
	screen_has(&screen, "reported:");
	screen_has(&screen, " he hoped for a quiet winter");
	screen_lacks(&screen, "“");
	screen_type(&screen, "j");
	screen_has(&screen, "as reported by Karlsund Courier");
	screen_type(&screen, "3<Enter>jjjjj");
	screen_has(&screen, "misattributed");
	screen_type(&screen, "jjj");
	screen_has(&screen, "◇ Both came in order to be seen coming.");
	screen_lacks(&screen, "Varga");
	screen_type(&screen, "j");
	screen_has(&screen, "Ilona Varga");
	screen_close(&screen);
}

static void test_a_cut_begins_a_paragraph(void **state)
{
	(void)state;
	struct screen screen;
	open_class(&screen, "return");
	int row = screen_find(&screen, "“The river has moved since then. […]");
	assert_true(row > 0);
	assert_string_equal(screen_row(&screen, row + 1), "");
	assert_non_null(strstr(screen_row(&screen, row + 2), "So have we.”"));
	screen_close(&screen);
}

static void test_a_scene_by_its_number(void **state)
{
	(void)state;
	struct screen screen;
	open_class(&screen, NULL);
	screen_type(&screen, "4");
	screen_has(&screen, "4: then Enter");
	screen_type(&screen, "<Enter>");
	screen_has(&screen, "The carters strike");
	screen_type(&screen, "3G");
	screen_has(&screen, "The river has moved");
	screen_type(&screen, "99<Enter>");
	screen_has(&screen, "5 is the last");
	screen_has(&screen, "5 of 5");
	screen_type(&screen, "2<Esc>");
	screen_has(&screen, "5 of 5");
	screen_type(&screen, "12<Bsp><Enter>");
	screen_has(&screen, "1 of 5");
	screen_type(&screen, "G");
	screen_has(&screen, "5 of 5");
	screen_close(&screen);
}

static void test_from_scene_to_scene(void **state)
{
	(void)state;
	struct screen screen;
	open_class(&screen, "hale-ink");
	screen_has(&screen, "2 of 5");
	screen_type(&screen, "jJ");
	screen_has(&screen, "3 of 5");
	screen_has(&screen, "The river has moved");
	screen_type(&screen, "jjjjK");
	screen_has(&screen, "2 of 5");
	screen_has(&screen, "We have spent");
	screen_type(&screen, "KK");
	screen_has(&screen, "this is the first scene");
	screen_type(&screen, "JJJJJ");
	screen_has(&screen, "this is the last scene");
	screen_has(&screen, "5 of 5");
	screen_close(&screen);
}

/* Esc only takes away what lies over the scene, and leads back where nothing does. */
static void test_esc_takes_away_what_was_said(void **state)
{
	static const char *const said[] = {
		"<C-g>", "+", "aa", "x", "D", "<Home>K", "99<Enter>", "3", ".", "b", "?", "l", "W"};
	(void)state;
	struct screen screen;
	for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
		open_class(&screen, "hale-ink");
		screen_type(&screen, said[i]);
		screen_type(&screen, "<Esc>");
		screen_has(&screen, "of 5");
		screen_lacks(&screen, "▸");
		assert_string_equal(app_said(screen.app), "");
		screen_type(&screen, "<Esc>");
		screen_has(&screen, "q again ends the presentation   Space goes on");
		screen_lacks(&screen, "▸");
		screen_type(&screen, "<Esc>");
		screen_has(&screen, "▸");
		screen_close(&screen);
	}
}

/* One key too many does not end it: it is asked for twice in a row, at the last step as well. */
static void test_leaves_when_asked_twice(void **state)
{
	static const char *const stays[] = {"q", "<Esc>", "jvq<Esc>", "qjkq", "<Esc>.<Esc>",
		"<End>q", "<End><Space><Space><Space>q"};
	static const char *const leaves[] = {"qq", "<Esc><Esc>", "q<Esc>", "vqqq", "<End>qq"};
	(void)state;
	struct screen screen;
	for (size_t i = 0; i < sizeof stays / sizeof *stays; i++) {
		open_class(&screen, "hale-ink");
		screen_type(&screen, stays[i]);
		assert_true(view_is_open(screen.app, &present_view));
		screen_close(&screen);
	}
	for (size_t i = 0; i < sizeof leaves / sizeof *leaves; i++) {
		open_plan(&screen, "rounds");
		screen_type(&screen, leaves[i]);
		assert_false(view_is_open(screen.app, &present_view));
		screen_close(&screen);
	}
}

/* The axis breaks between two years also where an event that stands behind another has an earlier day. */
static void test_years_of_the_axis(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, ":sanctions<Enter>p5<Enter>");
	screen_has(&screen, "  2022 █");
	screen_has(&screen, "╱ 2025 ");
	screen_close(&screen);
}

/* A key too many quits nothing, in a lesson nor behind it, but for the one that is for quitting. */
static void test_no_key_too_many_quits(void **state)
{
	static const char *const stays[] = {"qqq", "<End>qqq", "<Esc><Esc>q", "vvqqqq", "qqjpqqq"};
	static const char *const quits[] = {
		"qqqq", "qqjq", "Q", "vQ", "qQ", "qqQ", "qqqQ", "qq:q<Enter>", "<Esc><Esc><Esc>q"};
	(void)state;
	struct screen screen;
	for (size_t i = 0; i < sizeof stays / sizeof *stays; i++) {
		open_plan(&screen, "rounds");
		screen_type(&screen, stays[i]);
		assert_int_equal(screen.next, APP_DRAW);
		screen_has(&screen, "q again quits truce");
		screen_close(&screen);
	}
	for (size_t i = 0; i < sizeof quits / sizeof *quits; i++) {
		open_plan(&screen, "rounds");
		screen_type(&screen, quits[i]);
		assert_int_equal(screen.next, APP_QUIT);
		screen_close(&screen);
	}
	screen_open(&screen, class_path, &(struct app_options){.quiz = true}, 80, 24);
	screen_type(&screen, "qq");
	screen_has(&screen, "q again quits truce");
	screen_type(&screen, "q");
	assert_int_equal(screen.next, APP_QUIT);
	screen_close(&screen);
}

/* While files are read again, what closes a view over a scene does not quit. */
static void test_no_key_quits_meanwhile(void **state)
{
	const struct input closes = {.kind = INPUT_KEY, .key = 'q'};
	const struct input quits = {.kind = INPUT_KEY, .key = 'Q'};
	(void)state;
	struct screen screen;
	open_plan(&screen, "rounds");
	for (int over = 0; over < 2; over++) {
		assert_int_equal(app_meanwhile(screen.app, &closes), APP_NOTHING);
		assert_int_equal(app_meanwhile(screen.app, &quits), APP_QUIT);
		screen_type(&screen, "v");
	}
	screen_close(&screen);
}

static void test_a_blank_screen(void **state)
{
	(void)state;
	struct screen screen;
	open_class(&screen, "hale-ink");
	for (int i = 0; i < 2; i++) {
		screen_type(&screen, i ? "b" : ".");
		for (int row = 0; row < 24; row++)
			assert_string_equal(screen_row(&screen, row), "");
		screen_type(&screen, "<F5>");
		assert_string_equal(screen_row(&screen, 23), "");
		screen_type(&screen, i ? "<Space>" : ".");
		screen_has(&screen, "We have spent");
		screen_lacks(&screen, "Hale");
	}
	screen_close(&screen);
}

static void test_the_event_before_its_words(void **state)
{
	(void)state;
	struct screen screen;
	open_class(&screen, "return");
	screen_type(&screen, "jj");
	screen_has(&screen, "My map says");
	screen_type(&screen, "o");
	screen_has(&screen, "They meet again");
	screen_has(&screen, "16 May 1881");
	screen_lacks(&screen, "My map says");
	screen_type(&screen, "o");
	screen_has(&screen, "My map says");
	screen_type(&screen, "o<End>");
	screen_has(&screen, "The bells are rung");
	screen_lacks(&screen, "Let them ring");
	screen_type(&screen, "j");
	screen_has(&screen, "Let them ring");
	screen_type(&screen, "o");
	screen_has(&screen, "Let them ring");
	screen_close(&screen);
}

static void test_runs_by_itself(void **state)
{
	(void)state;
	struct screen screen;
	open_class(&screen, "hale-ink");
	assert_int_equal(app_wake(screen.app), -1);
	screen_type(&screen, "a");
	screen_has(&screen, "by itself, 150 words a minute");
	int wake = app_wake(screen.app);
	assert_in_range(wake, 3000, 8000);
	wait_ms(&screen, wake - 10);
	screen_lacks(&screen, "Edmund Hale");
	assert_int_equal(app_wake(screen.app), 10);
	wait_ms(&screen, 10);
	screen_has(&screen, "Edmund Hale");
	screen_type(&screen, "k+");
	screen_has(&screen, "180 words a minute");
	assert_true(app_wake(screen.app) < wake);
	screen_type(&screen, "--");
	assert_true(app_wake(screen.app) > wake);
	screen_type(&screen, ".");
	assert_int_equal(app_wake(screen.app), -1);
	screen_type(&screen, ".a");
	screen_has(&screen, "pause");
	assert_int_equal(app_wake(screen.app), -1);
	wait_ms(&screen, 100000);
	screen_lacks(&screen, "Edmund Hale");
	screen_type(&screen, "a<C-c>");
	assert_int_equal(app_wake(screen.app), -1);
	screen_close(&screen);
}

static void test_runs_to_its_end_and_stops(void **state)
{
	(void)state;
	struct screen screen;
	open_class(&screen, NULL);
	screen_type(&screen, "a");
	int steps = 0;
	for (; app_wake(screen.app) >= 0 && steps < 100; steps++)
		wait_ms(&screen, app_wake(screen.app));
	assert_in_range(steps, 30, 40);
	screen_has(&screen, "the end");
	screen_close(&screen);
}

static void test_a_long_text_pages_and_is_never_cut(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "tests/data/rounds.yaml", "orlov-long", 60, 12);
	screen_has(&screen, "“One. Two.");
	screen_has(&screen, "page 1 of 2");
	screen_lacks(&screen, "Orlov");
	screen_type(&screen, "j");
	screen_has(&screen, "page 2 of 2");
	screen_has(&screen, "seal.”");
	screen_lacks(&screen, "Orlov");
	int row = screen_find(&screen, "seal.”");
	screen_type(&screen, "j");
	assert_int_equal(screen_find(&screen, "seal.”"), row);
	screen_has(&screen, "Pavel Orlov");
	screen_has(&screen, "disputed");
	screen_close(&screen);
}

/* Where words need two pages, the first one ends with a sentence, near its foot. */
static void test_a_page_ends_with_a_sentence(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "events.yaml", "lenin-respite", 60, 20);
	screen_has(&screen, "page 1 of 2");
	screen_has(&screen, "Peace is a way to gain strength. […]");
	screen_lacks(&screen, "Take advantage");
	screen_type(&screen, "j");
	screen_has(&screen, "   Take advantage of the respite that has been granted,");
	screen_type(&screen, "j");
	screen_has(&screen, "   Take advantage of the respite that has been granted,");
	screen_has(&screen, "Vladimir Lenin");
	screen_close(&screen);
}

/* Every word of the long text is seen, at any size. */
static void test_every_word_is_seen(void **state)
{
	static const int sizes[][2] = {
		{200, 60}, {80, 24}, {60, 20}, {60, 8}, {40, 10}, {24, 6}, {20, 3}, {12, 4}};
	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct screen screen;
		struct buf seen = {0};
		open_at(&screen, "tests/data/rounds.yaml", "orlov-long", sizes[i][0], sizes[i][1]);
		for (int steps = 0; steps < 200 && screen_find(&screen, "Pavel") < 0; steps++) {
			for (int row = 0; row < sizes[i][1]; row++)
				buf_format(&seen, "%s ", screen_row(&screen, row));
			screen_type(&screen, "j");
		}
		screen_has(&screen, "Pavel");
		const char *at = buf_string(&seen);
		static const char *const words[] = {"One.", "Two.", "Fifteen.", "Twenty.", "had",
			"nothing", "left", "fields", "wars", "oldest", "banks", "pencil", "seal.”"};
		for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
			at = strstr(at, words[k]);
			assert_non_null(at);
		}
		buf_free(&seen);
		screen_close(&screen);
	}
}

static void test_a_new_size_keeps_the_place(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "tests/data/rounds.yaml", "orlov-long", 60, 12);
	screen_type(&screen, "j");
	screen_has(&screen, "seal.”");
	screen_size(&screen, 40, 10);
	screen_lacks(&screen, "One. Two.");
	screen_size(&screen, 80, 24);
	screen_has(&screen, "“One. Two.");
	screen_has(&screen, "seal.”");
	screen_lacks(&screen, "Orlov");
	screen_type(&screen, "j");
	screen_has(&screen, "Pavel Orlov");
	screen_size(&screen, 100, 30);
	screen_has(&screen, "Pavel Orlov");
	screen_size(&screen, 60, 12);
	screen_has(&screen, "Pavel Orlov");
	screen_size(&screen, 60, 5);
	screen_has(&screen, "Pavel Orlov"); /* the first page of the speaker's */
	screen_close(&screen);
}

static void test_back_to_the_explorer_at_this_event(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, class_path, &(struct app_options){0}, 80, 24);
	screen_type(&screen, "jp");
	screen_has(&screen, "1 of 5");
	screen_type(&screen, "4<Enter>qq");
	screen_has(&screen, "▸   20 May 1881 ○ The carters strike");
	screen_type(&screen, "p");
	screen_has(&screen, "4 of 5");
	screen_type(&screen, "<Esc><Esc>");
	screen_has(&screen, "▸   20 May 1881 ○ The carters strike");
	screen_type(&screen, "G<F5>");
	screen_has(&screen, "5 of 5");
	screen_type(&screen, "<F5>");
	screen_has(&screen, "5 of 5");
	assert_int_equal(screen.next, APP_NOTHING);
	screen_type(&screen, "qq");
	screen_has(&screen, "p leads back to this scene");
	screen_type(&screen, "jQ");
	assert_int_equal(screen.next, APP_QUIT);
	screen_close(&screen);
}

static void test_what_a_filter_leaves_and_what_is_marked(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, class_path,
		&(struct app_options){.asked = {.query = "speaker:lind"}, .present = true}, 80, 24);
	screen_has(&screen, "1 of 1");
	screen_has(&screen, "The river has moved");
	screen_close(&screen);
	screen_open(&screen, class_path, &(struct app_options){0}, 80, 24);
	screen_type(&screen, "Gmggjmj");
	screen_type(&screen, "Mp");
	screen_has(&screen, "1 of 2");
	screen_has(&screen, "Let them ring");
	screen_type(&screen, "G");
	screen_has(&screen, "The first round opens");
	screen_close(&screen);
}

static void test_a_view_in_its_order(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, class_path, &(struct app_options){0}, 80, 24);
	const struct view *view = &screen.record->views[0];
	app_free(screen.app);
	screen.app = app_create(
		screen.record, &(struct app_options){.asked = {.view = view}, .present = true});
	screen_size(&screen, 80, 24);
	screen_has(&screen, "A lesson");
	screen_has(&screen, "4 scenes");
	screen_type(&screen, "j");
	screen_has(&screen, "Let them ring");
	screen_has(&screen, "1 of 4");
	screen_type(&screen, "jj");
	screen_has(&screen, "They meet again"); /* the plan names the event before its words */
	screen_type(&screen, "j");
	screen_has(&screen, "The river has moved");
	screen_close(&screen);
}

static void test_begins_at_the_selected_words(void **state)
{
	(void)state;
	struct screen screen;
	open_class(&screen, "brandt-map");
	screen_has(&screen, "My map says");
	screen_lacks(&screen, "Brandt");
	screen_type(&screen, "kqq");
	screen_has(&screen, "▌ “The river has moved");
	screen_type(&screen, "p");
	screen_has(&screen, "The river has moved");
	screen_close(&screen);
}

static void test_nothing_to_show(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, class_path,
		&(struct app_options){.asked = {.query = "speaker:nobody"}, .present = true}, 80,
		24);
	screen_has(&screen, "there is no event here that could be shown");
	screen_type(&screen, "p");
	screen_has(&screen, "there is no event here that could be shown");
	screen_type(&screen, "Mp");
	screen_has(&screen, "nothing is marked yet");
	screen_close(&screen);
}

static void test_its_keys(void **state)
{
	(void)state;
	struct screen screen;
	open_class(&screen, "hale-ink");
	screen_type(&screen, "?");
	screen_has(&screen, "Space Right PgDn Enter j");
	screen_lacks(&screen, "We have spent");
	screen_type(&screen, "x");
	screen_has(&screen, "We have spent");
	screen_close(&screen);
}

static void test_in_ascii(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, class_path,
		&(struct app_options){.present = true, .ascii = true, .at = "hale-ink"}, 80, 24);
	screen_has(&screen, "\"We have spent more ink than blood.\"");
	screen_type(&screen, "j");
	screen_has(&screen, "30 March 1856 - The treaty is signed");
	screen_close(&screen);
}

/* ---- lesson plans ---- */

static void test_a_plan_opens_and_ends_on_its_question(void **state)
{
	static const char question[] = "Who moved between the two rounds, and towards whom?";
	(void)state;
	struct screen screen;
	open_plan(&screen, "rounds");
	screen_has(&screen, "Who moved at Karlsund?");
	screen_has(&screen, question);
	screen_has(&screen, "45 minutes");
	screen_has(&screen, "8 scenes");
	screen_type(&screen, "k");
	screen_has(&screen, "8 scenes");
	screen_type(&screen, "j");
	screen_has(&screen, "1 of 8");
	screen_type(&screen, "<End>");
	screen_has(&screen, question);
	screen_lacks(&screen, "minutes");
	screen_lacks(&screen, " of 8");
	screen_type(&screen, "j");
	screen_has(&screen, "the end");
	screen_type(&screen, "k");
	screen_has(&screen, "8 of 8");
	screen_type(&screen, "<Home>");
	screen_has(&screen, "45 minutes");
	screen_close(&screen);
	open_plan(&screen, "plain");
	screen_has(&screen, "Without a question");
	screen_lacks(&screen, "minutes");
	screen_type(&screen, "<End>");
	screen_has(&screen, "2 of 2");
	screen_close(&screen);
}

/* Words, then the speaker, then the question; and nothing that was there has moved. */
static void test_what_is_asked_comes_last(void **state)
{
	static const char words[] = "“We have spent more ink than blood over this river.”";
	(void)state;
	struct screen screen;
	int row, row_after, speaker, speaker_after, ask;
	long col, col_after;
	open_plan(&screen, "rounds");
	screen_type(&screen, "j");
	find_place(&screen, words, &row, &col);
	screen_lacks(&screen, "Hale");
	screen_lacks(&screen, "thank");
	screen_type(&screen, "j");
	find_place(&screen, words, &row_after, &col_after);
	assert_int_equal(row, row_after);
	assert_int_equal(col, col_after);
	speaker = screen_find(&screen, "Edmund Hale");
	screen_lacks(&screen, "thank");
	screen_type(&screen, "j");
	find_place(&screen, words, &row_after, &col_after);
	assert_int_equal(row, row_after);
	assert_int_equal(col, col_after);
	speaker_after = screen_find(&screen, "Edmund Hale");
	assert_int_equal(speaker, speaker_after);
	ask = screen_find(&screen, "Whom does he thank?");
	assert_true(ask > speaker && speaker > row);
	screen_type(&screen, "j");
	screen_has(&screen, "“Ink dries");
	screen_type(&screen, "k");
	screen_has(&screen, "Whom does he thank?");
	screen_type(&screen, "kk");
	screen_lacks(&screen, "Hale");
	screen_type(&screen, "2<Enter>");
	screen_has(&screen, "They meet again");
	screen_lacks(&screen, "twenty-five");
	screen_type(&screen, "j");
	screen_has(&screen, "They meet again");
	screen_has(&screen, "What has changed in twenty-five years?");
	screen_close(&screen);
}

/* Where there is no room for both, the question comes in the speaker's place, who is named in one line above
 * it; where there is none at all, on pages of its own. */
static void test_what_is_asked_where_there_is_little_room(void **state)
{
	(void)state;
	struct screen screen;
	open_plan_at(&screen, "rounds", NULL, NULL, 80, 9);
	screen_type(&screen, "jjj");
	screen_has(&screen, "We have spent more ink");
	screen_has(&screen, "Whom does he thank?");
	screen_has(&screen, "Edmund Hale, 30 March 1856");
	screen_has(&screen, "envoy of Südmark");
	screen_has(&screen, "Varga, Documents of Karlsund");
	int named = screen_find(&screen, "Edmund Hale");
	screen_type(&screen, "k");
	screen_has(&screen, "We have spent more ink");
	assert_int_equal(screen_find(&screen, "Edmund Hale"), named);
	screen_has(&screen, "envoy");
	screen_lacks(&screen, "thank");
	screen_type(&screen, "k");
	screen_lacks(&screen, "Edmund Hale");
	screen_lacks(&screen, "1856 ·");
	screen_type(&screen, "j");
	screen_size(&screen, 80, 5);
	screen_has(&screen, "Edmund Hale");
	screen_lacks(&screen, "We have spent");
	screen_type(&screen, "jj");
	screen_has(&screen, "Whom does he thank?");
	screen_lacks(&screen, "Edmund Hale");
	screen_size(&screen, 80, 24);
	screen_has(&screen, "We have spent more ink");
	screen_has(&screen, "Edmund Hale");
	screen_has(&screen, "Whom does he thank?");
	screen_close(&screen);
}

/* What is asked of an event comes below the event, after the words that it brings. */
static void test_what_is_asked_of_an_event_with_words(void **state)
{
	(void)state;
	struct screen screen;
	open_plan_at(&screen, "rounds", NULL, "speaker:lind", 80, 24);
	screen_type(&screen, "jj");
	screen_has(&screen, "The river has moved");
	screen_has(&screen, "Greta Lind");
	screen_type(&screen, "j");
	screen_has(&screen, "They meet again");
	screen_lacks(&screen, "twenty-five");
	screen_type(&screen, "j");
	screen_has(&screen, "What has changed in twenty-five years?");
	screen_has(&screen, "1 of 3");
	screen_type(&screen, "<Home>jo");
	screen_has(&screen, "They meet again");
	screen_type(&screen, "j");
	screen_has(&screen, "The river has moved");
	screen_type(&screen, "jjj");
	screen_has(&screen, "What has changed in twenty-five years?");
	screen_close(&screen);
}

/* A summary that needs two pages is parted between sentences, and no word of it is lost. */
static void test_a_summary_is_parted_by_sentences(void **state)
{
	static const char yaml[] =
		"title: T\n"
		"events:\n"
		"  - id: a\n"
		"    title: A meeting\n"
		"    date: 1900-05-01\n"
		"    summary: The first speaks for an hour and is not heard. The second asks who "
		"is to pay for the bridge and the road. Nobody can say what will come of it. The "
		"third leaves the room before a vote is taken. The fourth writes all of it down. "
		"Somebody opens a window and lets the smoke of the morning out. A clerk brings "
		"the lamp. It is evening when they rise and go down to the river to see it.\n";
	static const struct load_input input = {"a.yaml", yaml, sizeof yaml - 1};
	static const char *const sentences[] = {
		"hour", "bridge", "Nobody", "leaves", "writes", "window", "lamp", "evening"};
	(void)state;
	for (int rows = 10; rows < 16; rows++) {
		struct screen screen;
		uint32_t seen = 0;
		screen_open_bytes(
			&screen, &input, &(struct app_options){.present = true}, 50, rows);
		for (int page = 0; page < 6 && screen_find(&screen, "the end;") < 0; page++) {
			int last = rows - 2;
			for (size_t n = 0; n < sizeof sentences / sizeof *sentences; n++)
				if (screen_find(&screen, sentences[n]) >= 0)
					seen |= 1U << n;
			while (last > 0 &&
				(!*screen_row(&screen, last) ||
					strstr(screen_row(&screen, last), "1900")))
				last--;
			const char *text = screen_row(&screen, last);
			if (*text && text[strlen(text) - 1] != '.')
				fail_msg("%d rows, page %d ends \"%s\"", rows, page, text);
			screen_type(&screen, "<Space>");
		}
		assert_int_equal(seen, (1U << sizeof sentences / sizeof *sentences) - 1);
		screen_close(&screen);
	}
}

/* The axis, the head and the foot stand in the same rows in every scene of every lesson. */
static void test_the_frame_stays(void **state)
{
	static const struct {
		int cols, rows;
	} sizes[] = {{80, 24}, {110, 30}, {60, 16}, {160, 50}};
	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct screen screen;
		int axis = -1, place = -1;
		open_plan(&screen, "rounds");
		screen_size(&screen, sizes[i].cols, sizes[i].rows);
		axis = screen_find(&screen, "1856 █");
		place = screen_find(&screen, "8 scenes");
		assert_true(axis > 0 && place == axis + 1);
		for (int n = 0; n < 60; n++) {
			bool ask = screen_find(&screen, "begins the questions") >= 0;
			screen_type(&screen, ask ? "J" : "<Space>");
			const char *row = screen_row(&screen, axis);
			if (!strstr(row, "1856 █") && !strstr(row, "1856 ▼"))
				fail_msg("no axis: %s", row);
			if (screen_find(&screen, "the end;") >= 0)
				break;
			assert_true(screen_find(&screen, "1 of 8") < 0 ||
				screen_find(&screen, "1 of 8") == place);
		}
		screen_has(&screen, "the end;");
		screen_close(&screen);
	}
}

static void test_positions_as_a_scene(void **state)
{
	(void)state;
	struct screen screen;
	open_plan(&screen, "rounds");
	screen_type(&screen, "3<Enter>");
	screen_has(&screen, "3 of 8");
	screen_has(&screen, "The treaty is signed");
	screen_has(&screen, "16 May 1881");
	screen_has(&screen, "The river line");
	screen_has(&screen, "Pavel Orlov");
	screen_has(&screen, "≠ other words");
	screen_lacks(&screen, "▸");
	screen_type(&screen, "j");
	screen_has(&screen, "4 of 8");
	screen_type(&screen, "k");
	screen_has(&screen, "3 of 8");
	screen_type(&screen, "o");
	screen_has(&screen, "from here on events come before their words");
	screen_has(&screen, "The river line");
	screen_size(&screen, 60, 12);
	screen_lacks(&screen, "page 1 of 4"); /* what is said has the row */
	screen_type(&screen, "jk");
	screen_has(&screen, "page 1 of 4");
	screen_has(&screen, "The treaty is signed");
	screen_type(&screen, "jj");
	screen_has(&screen, "page 3 of 4");
	screen_has(&screen, "They meet again");
	screen_type(&screen, "j");
	screen_has(&screen, "page 4 of 4");
	screen_has(&screen, "The toll"); /* goes on */
	screen_lacks(&screen, "The river line");
	screen_type(&screen, "k");
	screen_size(&screen, 80, 24);
	screen_has(&screen, "3 of 8");
	screen_lacks(&screen, "page");
	screen_close(&screen);
}

static void test_a_comparison_as_a_scene(void **state)
{
	(void)state;
	struct screen screen;
	open_plan(&screen, "rounds");
	screen_type(
		&screen, "4<Enter>"); /* two quotations: words, then whose, then what is asked */
	screen_has(&screen, "We have spent more ink");
	screen_has(&screen, "The river has moved");
	screen_lacks(&screen, "Greta Lind");
	screen_lacks(&screen, "Hale");
	screen_type(&screen, "i");
	screen_has(&screen, "who spoke is not shown yet");
	screen_type(&screen, "c");
	screen_has(&screen, "who spoke is not shown yet");
	screen_type(&screen, "j");
	screen_has(&screen, "Greta Lind");
	screen_has(&screen, "Edmund Hale");
	screen_lacks(&screen, "Which of the two");
	screen_type(&screen, "j");
	screen_has(&screen, "Which of the two speaks of blood, and which of the river?");
	screen_size(&screen, 60, 24);
	screen_has(&screen, "speaker"); /* no room for both: a table */
	screen_size(&screen, 80, 24);
	screen_type(&screen, "5<Enter>");
	screen_has(&screen, "page 1 of 2   5 of 8"); /* issues stand apart */
	screen_size(&screen, 80, 26);
	screen_has(&screen, "5 of 8");
	screen_lacks(&screen, "page");
	screen_has(&screen, "who met");
	screen_has(&screen, "the river");
	screen_has(&screen, "none at the bridge");
	screen_lacks(&screen, "Ink dries");
	screen_lacks(&screen, "Ilona Varga");
	screen_type(&screen, "k");
	screen_has(&screen, "4 of 8");
	screen_close(&screen);
}

/* Below the question a table is empty first; what comes then moves nothing. */
static void test_a_table_waits(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, ":two-istanbuls<Enter>gp1<Enter>");
	screen_has(&screen, "Whom do the sources name both times?");
	screen_has(&screen, "Space fills the table");
	screen_has(&screen, "who met");
	screen_has(&screen, "Direct peace talks again");
	screen_lacks(&screen, "Medinsky");
	int asked = screen_find(&screen, "Whom do"), met = screen_find(&screen, "who met");
	screen_size(&screen, 80, 25);
	screen_lacks(&screen, "Medinsky");
	screen_size(&screen, 80, 24);
	screen_type(&screen, "j");
	screen_has(&screen, "Medinsky");
	assert_int_equal(screen_find(&screen, "Whom do"), asked);
	assert_int_equal(screen_find(&screen, "who met"), met);
	screen_type(&screen, "k");
	screen_lacks(&screen, "Medinsky");
	screen_size(&screen, 34, 12); /* the question alone */
	screen_has(&screen, "Whom do");
	screen_lacks(&screen, "Medinsky");
	screen_close(&screen);
}

/* A meeting of which the plan shows some words is in its table whole; narrowed by a query the plan says
 * that there is more. */
static void test_a_table_of_meetings_that_are_whole(void **state)
{
	(void)state;
	struct screen screen;
	open_plan(&screen, "plain");
	screen_type(&screen, "2<Enter>");
	screen_has(&screen, "the river");
	screen_has(&screen, "the hills");
	screen_has(&screen, "none at the bridge");
	screen_lacks(&screen, "×");
	screen_lacks(&screen, "not in this selection");
	screen_lacks(&screen, "They meet again");
	screen_close(&screen);
	open_plan_at(&screen, "rounds", NULL, "speaker:orlov", 80, 24);
	screen_type(&screen, "2<Enter>");
	screen_has(&screen, "the river");
	screen_lacks(&screen, "the hills");
	screen_close(&screen);
}

/* The legend goes on in another row rather than that a sign goes without. */
static void test_every_sign_has_its_words(void **state)
{
	static const int sizes[][2] = {{120, 36}, {100, 30}, {80, 24}, {60, 20}};
	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct screen screen;
		open_plan_at(&screen, "rounds", NULL, "speaker:lind", sizes[i][0], sizes[i][1]);
		screen_type(&screen, "2<Enter>");
		screen_lacks(&screen, "only here"); /* one meeting is selected: nothing beside it */
		screen_has(&screen, "· nothing in this record");
		screen_has(&screen, "× not in this selection");
		screen_close(&screen);
	}
}

static void test_which_text_of_a_scene(void **state)
{
	(void)state;
	struct screen screen;
	open_plan_at(&screen, "rounds", NULL, NULL, 60, 20);
	screen_type(&screen, "j");
	screen_has(&screen, "1 of 8 · text 1 of 2");
	screen_type(&screen, "jjj");
	screen_has(&screen, "1 of 8 · text 2 of 2");
	screen_size(&screen, 20, 6);
	screen_has(&screen, "1 of 8");
	screen_lacks(&screen, "text 2");
	screen_size(&screen, 60, 20);
	screen_type(&screen, "2<Enter>");
	screen_has(&screen, "2 of 8");
	screen_lacks(&screen, "text");
	screen_close(&screen);
}

/* The title of an event may answer what is asked. */
static void test_no_title_where_something_is_asked(void **state)
{
	(void)state;
	struct screen screen;
	open_plan(&screen, "rounds");
	screen_type(&screen, "jj");
	screen_has(&screen, "30 March 1856");
	screen_lacks(&screen, "The town hall"); /* where they signed; who knows where he spoke */
	screen_lacks(&screen, "The treaty is signed");
	screen_type(&screen, "j");
	screen_has(&screen, "Whom does he thank?");
	screen_lacks(&screen, "The treaty is signed");
	screen_type(&screen, "jj");
	screen_has(&screen, "30 March 1856 · The treaty is signed");
	screen_close(&screen);
	open_plan_at(&screen, "rounds", NULL, "speaker:lind", 80, 24);
	screen_type(&screen, "jj");
	screen_has(&screen, "16 May 1881");
	screen_lacks(&screen, "They meet again");
	screen_close(&screen);
	open_plan(&screen, "silent");
	screen_type(&screen, "jj");
	screen_has(&screen, "30 March 1856");
	screen_lacks(&screen, "The town hall");
	screen_close(&screen);
}

/* What came of an event is told last, and only where the event is shown. */
static void test_what_came_of_it(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "tests/data/rounds.yaml",
		&(struct app_options){.at = "hale-ink", .present = true}, 80, 24);
	for (int n = 0; n < 4; n++, screen_type(&screen, "<Space>"))
		screen_lacks(&screen, "Broken within two years.");
	screen_has(&screen, "3 of 5");
	screen_type(&screen, "o2<Enter>");
	screen_has(&screen, "Nobody had asked for it.");
	screen_lacks(&screen, "What came of it");
	screen_type(&screen, "<Space><Space><Space><Space><Space>");
	screen_has(&screen, "What came of it");
	screen_has(&screen, "Broken within two years.");
	screen_has(&screen, "2 of 5");
	screen_type(&screen, "<Space>");
	screen_has(&screen, "3 of 5");
	screen_close(&screen);
}

/* On every scene, as far as there is room: the way on first, where there is one, and then help. */
static void test_how_to_go_on_is_said(void **state)
{
	(void)state;
	struct screen screen;
	open_plan(&screen, "rounds");
	for (int n = 0; n < 7; n++) {
		screen_has(&screen, "  Space next ");
		screen_has(&screen, "   b blank   ? keys   q ends");
		screen_type(&screen, "J");
	}
	screen_type(&screen, "<End>");
	screen_has(&screen, "  b blank   ? keys   q ends");
	screen_lacks(&screen, "Space");
	screen_size(&screen, 34, 12);
	screen_type(&screen, "<Home><Space>");
	screen_has(&screen, "Space next   ? keys");
	screen_lacks(&screen, "q ends");
	screen_type(&screen, "q");
	screen_has(&screen, "q again ends   Space goes on");
	screen_close(&screen);
	open_plan(&screen, "silent");
	screen_type(&screen, "<End>k");
	screen_has(&screen, "Space next   b blank   ? keys   q ends");
	screen_close(&screen);
	open_plan(&screen, "plain");
	screen_type(&screen, "<End>");
	screen_has(&screen, "b blank   ? keys   q ends");
	screen_size(&screen, 16, 6);
	screen_lacks(&screen, "? key");
	screen_close(&screen);
}

/* A source does not quote itself. */
static void test_a_source_that_speaks(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "events.yaml", "five-leaders-thirty-days", 80, 24);
	screen_type(&screen, "j");
	screen_has(&screen, "10 May 2025");
	screen_has(&screen, "Five leaders’ statement");
	screen_lacks(&screen, "quoted by Five leaders");
	screen_close(&screen);
}

/* Each word of the long table is seen at each size, its head on each page as long as there is
 * room, and the question. */
static void see_pages(struct screen *screen, const char *scene, struct buf *seen)
{
	struct buf end = {0};
	buf_format(&end, "%s of 8", scene);
	for (int steps = 0;
		steps < 300 && strstr(screen_row(screen, screen->grid.rows - 1), buf_string(&end));
		steps++) {
		for (int row = 0; row < screen->grid.rows; row++)
			buf_format(seen, "%s ", screen_row(screen, row));
		screen_type(screen, "j");
	}
	buf_free(&end);
}

static void test_every_word_of_a_table_is_seen(void **state)
{
	static const int sizes[][2] = {{200, 60}, {80, 24}, {60, 20}, {60, 8}, {40, 10}, {26, 6}};
	static const char *const tables[] = {"The toll|Norland|Lind|none|Varga|walk|Brandt",
		"blood|river|Which|Edmund|Greta|1881"};
	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		for (int n = 0; n < 2; n++) {
			struct screen screen;
			struct buf seen = {0};
			open_plan_at(&screen, "rounds", NULL, NULL, sizes[i][0], sizes[i][1]);
			screen_type(&screen, n ? "4<Enter>" : "3<Enter>");
			see_pages(&screen, n ? "4" : "3", &seen);
			char words[80], *rest;
			strcpy(words, tables[n]);
			for (char *word = strtok_r(words, "|", &rest); word;
				word = strtok_r(NULL, "|", &rest))
				if (!strstr(buf_string(&seen), word))
					fail_msg("%s at %dx%d: no %s", tables[n], sizes[i][0],
						sizes[i][1], word);
			buf_free(&seen);
			screen_close(&screen);
		}
}

static void test_the_quiz_and_on_with_the_plan(void **state)
{
	(void)state;
	struct screen screen;
	open_plan(&screen, "rounds");
	screen_type(&screen, "8<Enter>");
	screen_has(&screen, "Who said it?");
	screen_has(&screen, "Space begins the questions");
	screen_has(&screen, "8 of 8");
	screen_type(&screen, "<Space>");
	screen_has(&screen, "question 1 of 3");
	screen_type(&screen, "1");
	screen_has(&screen, "q on with the lesson");
	screen_lacks(&screen, "g to its place");
	screen_type(&screen, "g");
	screen_has(&screen, "g does nothing here");
	screen_type(&screen, "q");
	screen_has(&screen, "towards whom?");
	screen_lacks(&screen, "minutes");
	screen_type(&screen, "k");
	screen_has(&screen, "8 of 8");
	screen_type(&screen, "<Space>?q");
	screen_has(&screen, "question 1 of");
	screen_type(&screen, "<Esc>qq");
	screen_has(&screen, "show it to the class"); /* in the explorer */
	screen_close(&screen);
}

/* Behind the questions there may be nothing; and nothing to ask is said. */
static void test_the_quiz_at_the_end_and_of_nothing(void **state)
{
	(void)state;
	struct screen screen;
	open_plan(&screen, "quizzed");
	screen_type(&screen, "<End>");
	screen_has(&screen, "5 of 5");
	screen_type(&screen, "jq");
	screen_has(&screen, "the end");
	screen_has(&screen, "5 of 5");
	screen_close(&screen);
	open_plan(&screen, "silent");
	screen_type(&screen, "2<Enter>j");
	screen_has(&screen, "nothing to ask here");
	screen_has(&screen, "3 of 3");
	screen_close(&screen);
	/* A round that was left for the explorer was about something else. */
	screen_open(&screen, plan_path, &(struct app_options){.seed = 1}, 80, 24);
	screen_type(&screen, "w1<Enter>1g");
	screen_type(&screen, ":rounds<Enter>gp8<Enter><Space>");
	screen_has(&screen, "question 1 of 3");
	screen_close(&screen);
}

static void test_a_plan_runs_by_itself(void **state)
{
	(void)state;
	struct screen screen;
	open_plan(&screen, "rounds");
	screen_type(&screen, "3<Enter>a");
	int table = app_wake(screen.app);
	assert_in_range(table, 10000, 60000); /* 30 words and more */
	int steps = 0;
	for (; app_wake(screen.app) >= 0 && steps < 100; steps++)
		wait_ms(&screen, app_wake(screen.app));
	assert_in_range(steps, 10, 20);
	screen_has(&screen, "the end");
	screen_has(&screen, "towards whom?");
	screen_close(&screen);
}

/* The teacher's notes stand in no step, at no size. */
/* What is marked is no plan, also while one is shown. */
static void test_what_is_marked_of_a_plan(void **state)
{
	(void)state;
	struct screen screen;
	open_plan(&screen, "rounds");
	screen_type(&screen, "qqGmMp");
	screen_has(&screen, "1 of 1");
	screen_lacks(&screen, "Who moved");
	screen_type(&screen, "GJ");
	screen_has(&screen, "this is the last scene");
	screen_close(&screen);
}

static void test_a_note_is_never_shown(void **state)
{
	static const int sizes[][2] = {{120, 36}, {80, 24}, {40, 10}, {20, 4}};
	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct screen screen;
		open_plan_at(&screen, "rounds", NULL, NULL, sizes[i][0], sizes[i][1]);
		for (int steps = 0; steps < 200; steps++) {
			screen_lacks(&screen, "teacher");
			screen_lacks(&screen, "nor does");
			screen_type(&screen, "jqq");
			if (screen_find(&screen, "▸") >= 0 || steps == 199)
				break; /* it was left, not the quiz */
			screen_type(&screen, "p");
		}
		screen_close(&screen);
	}
}

static void test_leaves_a_page_at_what_was_shown_last(void **state)
{
	(void)state;
	struct screen screen;
	open_plan(&screen, "rounds");
	screen_type(&screen, "jjjjjjj");
	screen_has(&screen, "They meet again");
	screen_type(&screen, "jqq");
	screen_has(&screen, "▸   16 May 1881");
	screen_type(&screen, "p");
	screen_has(&screen, "3 of 8");
	screen_has(&screen, "The river line");
	screen_type(&screen, "qp");
	screen_has(&screen, "3 of 8");
	screen_type(&screen, "qkp");
	screen_lacks(&screen, "3 of 8"); /* the explorer was elsewhere since */
	screen_type(&screen, "qg");
	screen_type(&screen, "p");
	screen_has(&screen, "8 scenes");
	screen_type(&screen, "q");
	screen_lacks(&screen, "▸   16 May 1881");
	screen_close(&screen);
}

/* Era and year stand over the words, at the same place at each step, and the axis below them where there
 * is room. */
static void test_the_head_says_when(void **state)
{
	static const char *const steps[] = {"", "<Space>", "<Space>"};
	(void)state;
	struct screen screen;
	open_plan(&screen, "rounds");
	screen_has(&screen, "8 scenes");
	assert_string_equal(screen_row(&screen, 0), "");
	screen_type(&screen, "j");
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		screen_type(&screen, steps[i]);
		assert_int_equal(screen_find(&screen, "The first round, 1856"), 0);
		assert_non_null(strstr(screen_row(&screen, 0), "Who moved at Karlsund?"));
		assert_non_null(strstr(screen_row(&screen, 22), "▼"));
	}
	screen_type(&screen, "3<Enter>");
	assert_int_equal(screen_find(&screen, "1856–1881"), 0);
	screen_type(&screen, "8<Enter>");
	assert_int_equal(screen_find(&screen, "1856"), 22);
	screen_type(&screen, "1<Enter>");
	screen_size(&screen, 80, 15);
	assert_int_equal(screen_find(&screen, "The first round, 1856"), 0);
	screen_lacks(&screen, "▼");
	screen_size(&screen, 40, 8);
	screen_lacks(&screen, "The first round, 1856");
	screen_close(&screen);
}

/* As of a day the axis and the head know nothing of what came later. */
static void test_the_frame_as_of_a_day(void **state)
{
	(void)state;
	struct screen screen;
	struct arena arena = {0};
	struct date day;
	struct date_problem problem;
	assert_true(date_parse(&arena, "1857", 4, &day, &problem));
	screen_open(&screen, class_path,
		&(struct app_options){.asked = {.as_of = &day}, .present = true}, 80, 24);
	screen_lacks(&screen, "1881");
	screen_type(&screen, "<End>");
	screen_lacks(&screen, "1881");
	screen_has(&screen, "1856");
	screen_close(&screen);
	arena_free(&arena);
}

/* A cursor is seen where something is typed, and nowhere else. */
static void test_the_cursor_is_for_typing(void **state)
{
	(void)state;
	struct screen screen;
	open_plan(&screen, "rounds");
	for (int i = 0; i < 20; i++) {
		assert_false(screen.grid.cursor_seen);
		screen_type(&screen, "j");
		if (screen_find(&screen, "question 1 of") >= 0)
			break;
	}
	screen_type(&screen, "q?");
	assert_false(screen.grid.cursor_seen);
	screen_type(&screen, "xqq");
	assert_false(screen.grid.cursor_seen);
	screen_type(&screen, "/a");
	assert_true(screen.grid.cursor_seen);
	screen_type(&screen, "<Esc>");
	assert_false(screen.grid.cursor_seen);
	screen_close(&screen);
}

/* What is said and the place in the whole never touch. */
static void test_the_foot_does_not_overlap(void **state)
{
	(void)state;
	struct screen screen;
	open_plan_at(&screen, "rounds", NULL, NULL, 30, 8);
	assert_string_equal(screen_row(&screen, 7), " Space next   ? keys   q ends");
	screen_type(&screen, "4<Enter>Jx");
	assert_non_null(strstr(screen_row(&screen, 7), "x does nothing here; ? shows"));
	assert_null(strstr(screen_row(&screen, 7), "page"));
	screen_size(&screen, 80, 24);
	screen_has(&screen, "x does nothing here; ? shows the keys, Space goes on");
	screen_has(&screen, "5 of 8");
	screen_close(&screen);
}

static void test_large_letters_for_a_wide_wall(void **state)
{
	static const char hint[] = "Ctrl and + makes the letters larger";
	(void)state;
	struct screen screen;
	open_plan_at(&screen, "rounds", NULL, NULL, 110, 30);
	screen_lacks(&screen, hint);
	screen_size(&screen, 111, 30);
	screen_type(&screen, "j");
	screen_lacks(&screen, hint);
	screen_type(&screen, "k");
	screen_has(&screen, hint);
	screen_close(&screen);
	open_at(&screen, class_path, NULL, 120, 36);
	screen_has(&screen, hint);
	screen_type(&screen, "j");
	screen_lacks(&screen, hint);
	screen_close(&screen);
}

/* Each view over a scene leads back to the step it was opened at, and nothing in it leads away. */
static void test_views_over_a_scene(void **state)
{
	static const struct {
		const char *keys, *shows, *stays, *back;
	} views[] = {
		{"v", "Positions", "<Enter>", "<Esc>q"},
		{"v", "Positions", "jj<Enter>", "<Esc><Esc>"},
		{"c", "Compare two events", "<Enter>", "qq"},
		{"c", "Compare two events", "<lt>", "<Esc>"},
		{"i", "Speakers", "<Down><Enter>", "q<Esc>"},
		{"t", "Themes", "<Enter>", "<Esc>"},
		{"s", "Sources", "<Down><Enter>", "<Esc>q"},
		{"l", "Links", "jj", "h"},
		{"l", "Links", "*", "q"},
		{"V", "Positions", "?<Esc>", "q"},
		{"м", "Positions", "", "q"},
	};
	(void)state;
	struct screen screen;
	open_plan(&screen, "rounds");
	screen_type(&screen, "jjj");
	screen_has(&screen, "Whom does he thank?");
	for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
		screen_type(&screen, views[i].keys);
		screen_has(&screen, views[i].shows);
		screen_type(&screen, views[i].stays);
		screen_type(&screen, views[i].back);
		screen_has(&screen, "Whom does he thank?");
		screen_has(&screen, "1 of 8");
	}
	screen_type(&screen, "w");
	screen_has(&screen, "too little is told to ask yet");
	screen_type(&screen, "7<Enter><Space>w");
	screen_has(&screen, "question 1 of");
	screen_type(&screen, "1<Enter>q");
	screen_has(&screen, "7 of 8");
	screen_type(&screen, "4<Enter>jc"); /* what the scene compares */
	screen_has(&screen, "Compare two quotations");
	screen_type(&screen, "q");
	screen_has(&screen, "4 of 8");
	screen_close(&screen);
	open_class(&screen, "strike"); /* no plan: this event and the one before */
	screen_type(&screen, "c");
	screen_has(&screen, "The carters strike");
	screen_has(&screen, "They meet again");
	screen_type(&screen, "qB");
	screen_lacks(&screen, "strike");
	screen_type(&screen, "B");
	screen_has(&screen, "The carters strike");
	screen_close(&screen);
}

/* No clock ticks: the time is asked for with the key. */
static void key_at(struct screen *screen, int32_t key, int64_t at)
{
	screen->next = app_apply(
		screen->app, &(struct input){.kind = INPUT_KEY, .key = key, .at = at});
	app_draw(screen->app, &screen->grid);
}

static void test_minutes(void **state)
{
	enum { MINUTE = 60000, WHERE = INPUT_CTRL('g') };
	(void)state;
	struct screen screen;
	open_plan(&screen, "rounds");
	key_at(&screen, WHERE, 12 * MINUTE);
	screen_has(&screen, "33 of 45 minutes left; scene 4 of 8 is due");
	screen_lacks(&screen, "this is");
	key_at(&screen, '4', 12 * MINUTE);
	key_at(&screen, INPUT_ENTER, 12 * MINUTE);
	key_at(&screen, WHERE, 12 * MINUTE);
	screen_has(&screen, "33 of 45 minutes left; on time, at scene 4 of 8");
	key_at(&screen, 'K', 12 * MINUTE);
	key_at(&screen, WHERE, 12 * MINUTE);
	screen_has(&screen, "33 of 45 minutes left; scene 4 of 8 is due, this is scene 3");
	assert_int_equal(app_wake(screen.app), -1);
	key_at(&screen, 'j', 13 * MINUTE);
	screen_lacks(&screen, "minutes");
	key_at(&screen, 'q', 13 * MINUTE);
	key_at(&screen, 'p', 14 * MINUTE); /* the lesson goes on */
	key_at(&screen, WHERE, 15 * MINUTE);
	screen_has(&screen, "30 of 45 minutes left");
	key_at(&screen, WHERE, 45 * MINUTE);
	screen_has(&screen, "the 45 minutes are over");
	screen_lacks(&screen, "over, by");
	key_at(&screen, WHERE, 46 * MINUTE);
	screen_has(&screen, "the 45 minutes are over, by 1 minute");
	screen_close(&screen);
	open_class(&screen, NULL);
	key_at(&screen, WHERE, 61000);
	screen_has(&screen, "1 minute since this was opened");
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words_first_and_they_do_not_move),
		cmocka_unit_test(test_steps),
		cmocka_unit_test(test_back_into_the_scene_before_is_its_end),
		cmocka_unit_test(test_the_end_is_said),
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_a_cut_begins_a_paragraph),
		cmocka_unit_test(test_a_scene_by_its_number),
		cmocka_unit_test(test_from_scene_to_scene),
		cmocka_unit_test(test_years_of_the_axis),
		cmocka_unit_test(test_no_key_too_many_quits),
		cmocka_unit_test(test_no_key_quits_meanwhile),
		cmocka_unit_test(test_a_blank_screen),
		cmocka_unit_test(test_esc_takes_away_what_was_said),
		cmocka_unit_test(test_leaves_when_asked_twice),
		cmocka_unit_test(test_the_event_before_its_words),
		cmocka_unit_test(test_runs_by_itself),
		cmocka_unit_test(test_runs_to_its_end_and_stops),
		cmocka_unit_test(test_a_long_text_pages_and_is_never_cut),
		cmocka_unit_test(test_a_page_ends_with_a_sentence),
		cmocka_unit_test(test_every_word_is_seen),
		cmocka_unit_test(test_a_new_size_keeps_the_place),
		cmocka_unit_test(test_back_to_the_explorer_at_this_event),
		cmocka_unit_test(test_what_a_filter_leaves_and_what_is_marked),
		cmocka_unit_test(test_a_view_in_its_order),
		cmocka_unit_test(test_begins_at_the_selected_words),
		cmocka_unit_test(test_nothing_to_show),
		cmocka_unit_test(test_its_keys),
		cmocka_unit_test(test_in_ascii),
		cmocka_unit_test(test_a_plan_opens_and_ends_on_its_question),
		cmocka_unit_test(test_what_is_asked_comes_last),
		cmocka_unit_test(test_what_is_asked_where_there_is_little_room),
		cmocka_unit_test(test_what_is_asked_of_an_event_with_words),
		cmocka_unit_test(test_a_summary_is_parted_by_sentences),
		cmocka_unit_test(test_the_frame_stays),
		cmocka_unit_test(test_positions_as_a_scene),
		cmocka_unit_test(test_a_comparison_as_a_scene),
		cmocka_unit_test(test_a_table_waits),
		cmocka_unit_test(test_a_table_of_meetings_that_are_whole),
		cmocka_unit_test(test_every_sign_has_its_words),
		cmocka_unit_test(test_which_text_of_a_scene),
		cmocka_unit_test(test_no_title_where_something_is_asked),
		cmocka_unit_test(test_what_came_of_it),
		cmocka_unit_test(test_how_to_go_on_is_said),
		cmocka_unit_test(test_a_source_that_speaks),
		cmocka_unit_test(test_every_word_of_a_table_is_seen),
		cmocka_unit_test(test_the_quiz_and_on_with_the_plan),
		cmocka_unit_test(test_the_quiz_at_the_end_and_of_nothing),
		cmocka_unit_test(test_a_plan_runs_by_itself),
		cmocka_unit_test(test_what_is_marked_of_a_plan),
		cmocka_unit_test(test_a_note_is_never_shown),
		cmocka_unit_test(test_leaves_a_page_at_what_was_shown_last),
		cmocka_unit_test(test_the_head_says_when),
		cmocka_unit_test(test_the_frame_as_of_a_day),
		cmocka_unit_test(test_the_cursor_is_for_typing),
		cmocka_unit_test(test_the_foot_does_not_overlap),
		cmocka_unit_test(test_large_letters_for_a_wide_wall),
		cmocka_unit_test(test_views_over_a_scene),
		cmocka_unit_test(test_minutes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
