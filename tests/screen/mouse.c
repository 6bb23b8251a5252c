/* The mouse in the explorer, and a kiosk. */
#include "screen.h"

static void open_rounds(struct screen *screen, const struct app_options *options)
{
	screen_open(screen, "tests/data/rounds.yaml", options, 120, 30);
}

static void mouse(struct screen *screen, int button, int row, int col)
{
	screen->next = app_apply(screen->app,
		&(struct input){.kind = INPUT_MOUSE, .button = button, .row = row, .col = col});
	app_draw(screen->app, &screen->grid);
}

/* Where a text stands; in columns, of text without wide characters. */
static void click(struct screen *screen, const char *text)
{
	int row = screen_find(screen, text), col = 0;
	assert_true(row >= 0);
	const char *line = screen_row(screen, row), *end = strstr(line, text);
	for (; line < end; line++)
		col += ((unsigned char)*line & 0xc0) != 0x80;
	mouse(screen, INPUT_LEFT_BUTTON, row, col);
}

static void test_off_at_first(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, &(struct app_options){0});
	assert_false(app_mouse(screen.app));
	click(&screen, "The treaty is signed");
	assert_int_equal(screen.next, APP_NOTHING);
	screen_type(&screen, "<F2>");
	assert_true(app_mouse(screen.app));
	screen_has(&screen, "the mouse is on");
	screen_type(&screen, "<F2>");
	assert_false(app_mouse(screen.app));
	screen_close(&screen);
}

static void test_a_click_selects_and_a_second_leads_into_it(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, &(struct app_options){.mouse = true});
	click(&screen, "The treaty is signed");
	screen_has(&screen, "▸   30 Mar 1856 ● The treaty is signed");
	screen_lacks(&screen, "quotation 1 of 2");
	mouse(&screen, INPUT_LEFT_BUTTON, screen_find(&screen, "▸"), 20);
	screen_has(&screen, "quotation 1 of 2");
	click(&screen, "Orlov said that ink");
	screen_has(&screen, "report 2 of 2");
	click(&screen, "Nothing is heard of it");
	screen_has(&screen, "▸   c. Apr 1856 ○ Nothing");
	mouse(&screen, INPUT_LEFT_BUTTON, 0, 0); /* the title */
	assert_int_equal(screen.next, APP_NOTHING);
	screen_close(&screen);
}

static void test_the_wheel_moves_what_it_is_over(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, &(struct app_options){.mouse = true});
	screen_type(&screen, "j");
	screen_has(&screen, "▸   25 Mar 1856");
	mouse(&screen, INPUT_WHEEL_DOWN, 10, 5);
	screen_lacks(&screen, "▸   25 Mar 1856");
	mouse(&screen, INPUT_WHEEL_UP, 10, 5);
	mouse(&screen, INPUT_WHEEL_UP, 10, 5);
	screen_lacks(&screen, "▸   ");
	screen_size(&screen, 60, 14);
	screen_type(&screen, "4Gl");
	screen_has(&screen, "“One. Two.");
	mouse(&screen, INPUT_WHEEL_DOWN, 10, 5);
	screen_lacks(&screen, "“One. Two.");
	screen_close(&screen);
}

static void test_a_click_on_the_axis(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, &(struct app_options){.mouse = true});
	mouse(&screen, INPUT_LEFT_BUTTON, 1, 118);
	screen_has(&screen, "▸    2 Jun 1881 ● The end");
	mouse(&screen, INPUT_LEFT_BUTTON, 2, 0);
	screen_has(&screen, "▸   25 Mar 1856 ○ The first round opens");
	screen_type(&screen, "<lt>");
	screen_has(&screen, "▸    2 Jun 1881");
	screen_close(&screen);
}

static void test_lists_move_with_the_wheel(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, &(struct app_options){.mouse = true});
	screen_type(&screen, "jmjmM");
	mouse(&screen, INPUT_WHEEL_DOWN, 4, 4);
	screen_type(&screen, "<Enter>");
	screen_has(&screen, "▸   30 Mar 1856");
	screen_type(&screen, ":12");
	mouse(&screen, INPUT_WHEEL_DOWN, 4, 4);
	assert_int_equal(screen.next, APP_NOTHING);
	screen_has(&screen, ":12");
	screen_close(&screen);
}

static enum app_next wait_minutes(struct screen *screen, int minutes)
{
	enum app_next next = app_apply(
		screen->app, &(struct input){.kind = INPUT_TICK, .ms = minutes * 60 * 1000});
	app_draw(screen->app, &screen->grid);
	return next;
}

static void test_no_way_out_of_a_kiosk(void **state)
{
	(void)state;
	static const char *const ways[] = {"q", "Q", "<C-z>", "e", ":q<Enter>", ":quit<Enter>",
		":edit<Enter>", "?Q", "?qq", ":suspend<Enter>"};
	struct screen screen;
	open_rounds(&screen, &(struct app_options){.kiosk = true});
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		screen_type(&screen, "j");
		screen_type(&screen, ways[i]);
		assert_true(screen.next == APP_DRAW || screen.next == APP_NOTHING);
	}
	screen_close(&screen);
}

static void test_a_kiosk_left_alone_is_as_at_the_start(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, &(struct app_options){.kiosk = true, .at = "treaty"});
	assert_int_equal(app_wake(screen.app), -1); /* nobody was there: nothing to wake for */
	screen_type(&screen, "jm&treaty<Enter>DzM");
	assert_int_equal(app_wake(screen.app), 5 * 60 * 1000);
	assert_int_equal(wait_minutes(&screen, 4), APP_NOTHING);
	assert_int_equal(app_wake(screen.app), 60 * 1000);
	screen_type(&screen, "<Esc>");
	assert_int_equal(wait_minutes(&screen, 4), APP_NOTHING);
	assert_int_equal(wait_minutes(&screen, 1), APP_DRAW);
	assert_int_equal(app_wake(screen.app), -1);
	screen_has(&screen, "A record for tests");
	screen_has(&screen, "5 events");
	screen_lacks(&screen, "only treaty");
	screen_type(&screen, "M");
	screen_has(&screen, "Nothing is marked");
	screen_close(&screen);
	open_rounds(&screen, &(struct app_options){0});
	screen_type(&screen, "j");
	assert_int_equal(app_wake(screen.app), -1);
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_off_at_first),
		cmocka_unit_test(test_a_click_selects_and_a_second_leads_into_it),
		cmocka_unit_test(test_the_wheel_moves_what_it_is_over),
		cmocka_unit_test(test_a_click_on_the_axis),
		cmocka_unit_test(test_lists_move_with_the_wheel),
		cmocka_unit_test(test_no_way_out_of_a_kiosk),
		cmocka_unit_test(test_a_kiosk_left_alone_is_as_at_the_start),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
