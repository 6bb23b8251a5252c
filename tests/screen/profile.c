/* Who is this: where it is opened from and where it leads, and one with thousands of words. */
#include "screen.h"

static void open_people(struct screen *screen, const char *keys)
{
	screen_open(screen, "tests/data/people.yaml", &(struct app_options){0}, 80, 24);
	screen_type(screen, keys);
}

static void test_enter_goes_there_and_back_again(void **state)
{
	(void)state;
	struct screen screen;
	open_people(&screen, "jlW"); /* the first words of the record, said late */
	screen_has(&screen, "Pavel Orlov");
	screen_type(&screen, "j<Enter>"); /* an event at which he was */
	screen_lacks(&screen, "Who is this?");
	screen_has(&screen, "▸   25 Mar 1856");
	screen_type(&screen, "W"); /* of an event */
	screen_has(&screen, "Who was there?");
	screen_type(&screen, "jj<Enter>"); /* one who was there, and a source of his */
	screen_has(&screen, "Edmund Hale");
	screen_type(&screen, "G<Enter>");
	screen_has(&screen, "Written by the secretary");
	screen_type(&screen, "<Esc>");
	screen_has(&screen, "Südmark · born 1810");
	screen_type(&screen, "q");
	screen_has(&screen, "Who was there?");
	screen_type(&screen, "h");
	screen_lacks(&screen, "Who was there?");
	screen_close(&screen);
}

/* Asked again it closes; of words of another it is theirs. */
static void test_asked_again(void **state)
{
	(void)state;
	struct screen screen;
	open_people(&screen, "jlWW");
	screen_lacks(&screen, "Who is this?");
	screen_type(&screen, "WG<Up><Up>"); /* Hale speaks of Orlov */
	screen_type(&screen, "W");
	screen_has(&screen, "born 1810");
	screen_type(&screen, "<Esc>");
	screen_has(&screen, "▸ spoken of     30 Mar 1856");
	screen_close(&screen);
}

/* Where a speaker is not told yet, no key tells. */
static void test_gives_nobody_away(void **state)
{
	(void)state;
	static const char *const keys[] = {"w<F3>", "wW", "p<F3>", "pW"};
	for (size_t n = 0; n < sizeof keys / sizeof *keys; n++) {
		struct screen screen;
		open_people(&screen, keys[n]);
		screen_lacks(&screen, "Who is this?");
		screen_lacks(&screen, "Who was there?");
		screen_close(&screen);
	}
}

/* A page of 5,000 words is one of any: its ends are reached, and back; nothing is cut from it. */
static void test_thousands(void **state)
{
	(void)state;
	enum { WORDS = 5000 };
	struct screen screen;
	struct buf text = {0};
	buf_text(&text,
		"title: T\nsources: {s: {type: book, title: B}}\npeople: {ann: {name: Ann}}\n"
		"events:\n  - id: a\n    date: 1900\n    title: First\n    quotes:\n");
	for (int n = 0; n < WORDS; n++)
		buf_format(&text,
			"      - {id: q%d, speaker: ann, source: s, text: Words number %d.}\n", n,
			n);
	screen_open_bytes(&screen, &(struct load_input){"many", text.text, text.len},
		&(struct app_options){0}, 80, 24);
	screen_type(&screen, "jWG");
	screen_has(&screen, "5001 of 5001");
	screen_has(&screen, "Words number 4999.");
	screen_type(&screen, "<PgUp><PgUp>");
	screen_has(&screen, "says");
	screen_type(&screen, "g");
	screen_lacks(&screen, "of 5001"); /* whose page it is is none of the rows counted */
	screen_has(&screen, "Words number 3.");
	screen_close(&screen);
	buf_free(&text);
}

/* Its words are marked and copied as elsewhere; a file that is saved closes it. */
static void test_used(void **state)
{
	(void)state;
	struct screen screen;
	open_people(&screen, "jlWmy");
	assert_int_equal(screen.next, APP_COPY);
	assert_non_null(strstr(app_clipboard(screen.app), "“"));
	screen_type(&screen, "xM");
	screen_has(&screen, "Pavel Orlov: “");
	screen_type(&screen, "qq");
	app_replace(screen.app, screen.record);
	app_draw(screen.app, &screen.grid);
	screen_lacks(&screen, "Who is this?");
	screen_close(&screen);
}

/* Of what was marked and is not known by the day it is not said that nobody speaks there. */
static void test_of_what_a_day_hides(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "Glm@30 March 2022<Enter>MW");
	screen_has(&screen, "as of this day that was not public yet");
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_enter_goes_there_and_back_again),
		cmocka_unit_test(test_asked_again),
		cmocka_unit_test(test_of_what_a_day_hides),
		cmocka_unit_test(test_gives_nobody_away),
		cmocka_unit_test(test_thousands),
		cmocka_unit_test(test_used),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
