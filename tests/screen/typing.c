/* What is pasted is one change of the line, and hits that were still counted when it was said are
 * said when they are. */
#include "screen.h"
#include "ui/core/find.h"

enum { SUMMARY = 9 << 19 };

/* Three events with salt, and before the last two others, so long that a search is counted in
 * steps. */
static void open_long(struct screen *screen)
{
	struct buf text = {0};
	buf_text(&text, "title: Long\nevents:\n");
	for (int i = 1; i <= 5; i++) {
		bool is_long = i == 2 || i == 3;
		buf_format(&text, "- id: e%d\n  date: %d\n  title: Round %d\n  summary: %s", i,
			1850 + i, i, is_long ? "" : "salt");
		buf_repeat(&text, "pepper ", is_long ? SUMMARY / 7 : 0);
		buf_char(&text, '\n');
	}
	struct load_input input = {"long.yaml", text.text, text.len};
	screen_open_bytes(screen, &input, &(struct app_options){0}, 80, 24);
	buf_free(&text);
}

static void tick_to_the_end(struct screen *screen)
{
	while (app_wake(screen->app) >= 0)
		app_apply(screen->app, &(struct input){.kind = INPUT_TICK});
	app_draw(screen->app, &screen->grid);
}

static void test_the_count_is_said_when_it_is_known(void **state)
{
	struct screen screen;
	open_long(&screen);
	screen_type(&screen, "/salt<Enter>");
	screen_has(&screen, "/salt: counting; n later, N earlier");
	tick_to_the_end(&screen);
	screen_has(&screen, "/salt: 1 of 3; n later, Enter");
	screen_type(&screen, "n");
	screen_has(&screen, "/salt: 2 of 3; n on in 1855, N earlier");
	screen_close(&screen);
}

static void test_the_count_does_not_come_back(void **state)
{
	struct screen screen;
	open_long(&screen);
	screen_type(&screen, "/salt<Enter>x");
	screen_has(&screen, "x does nothing");
	tick_to_the_end(&screen);
	screen_has(&screen, "x does nothing");
	screen_lacks(&screen, "/salt:");
	screen_close(&screen);
}

static void test_a_paste_is_one_change(void **state)
{
	static const char words[] = "the round\nof salt\n";
	struct screen screen;
	screen_open(&screen, "tests/data/rounds.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "/");
	uint32_t before = screen.app->find->searches;
	app_apply(screen.app,
		&(struct input){.kind = INPUT_PASTE, .text = words, .len = sizeof words - 1});
	app_draw(screen.app, &screen.grid);
	screen_has(&screen, " /the round of salt");
	assert_int_equal(screen.app->find->searches - before, 1);
	screen_close(&screen);
}

/* Letters that come before a picture are one search, and lead where a picture after each of them does. */
static void test_what_is_typed_ahead_is_one_change(void **state)
{
	struct screen screen;
	struct buf picture = {0}, again = {0};
	open_long(&screen);
	screen_type(&screen, "/");
	uint32_t before = screen.app->find->searches;
	screen_type(&screen, "salt");
	assert_int_equal(screen.app->find->searches - before, 1);
	tick_to_the_end(&screen);
	screen_picture(&screen, &picture);
	screen_type(&screen, "<Esc>/");
	for (const char *at = "salt"; *at; at++)
		screen_type(&screen, (char[]){*at, '\0'});
	tick_to_the_end(&screen);
	screen_picture(&screen, &again);
	assert_string_equal(buf_string(&again), buf_string(&picture));
	buf_free(&picture);
	buf_free(&again);
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_count_is_said_when_it_is_known),
		cmocka_unit_test(test_the_count_does_not_come_back),
		cmocka_unit_test(test_a_paste_is_one_change),
		cmocka_unit_test(test_what_is_typed_ahead_is_one_change),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
