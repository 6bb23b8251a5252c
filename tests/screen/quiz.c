/* The quiz: rounds, answers, hints, and what it says where there is little to ask. */
#include "screen.h"

static const char class_path[] = "tests/data/class.yaml";

static void open_quiz(struct screen *screen, const char *path, uint64_t seed, int cols, int rows)
{
	screen_open(screen, path, &(struct app_options){.quiz = true, .seed = seed}, cols, rows);
}

static bool shows(const struct screen *screen, const char *text)
{
	return screen_find(screen, text) >= 0;
}

static void test_a_question_and_its_answer(void **state)
{
	(void)state;
	struct screen screen;
	open_quiz(&screen, "events.yaml", 0, 80, 24);
	screen_has(&screen, "Who said it?");
	screen_has(&screen, "question 1 of 10");
	screen_has(&screen, " 1   ");
	screen_has(&screen, " 4   ");
	screen_has(&screen, "1–4 answer   Space the date, as a hint   n pass   ? help   q leave");
	screen_lacks(&screen, "✓");
	screen_lacks(&screen, "quoted by");
	int words = screen_find(&screen, "“");
	screen_type(&screen, "1");
	screen_has(&screen, "quoted by");
	screen_has(&screen, "✓");
	assert_int_equal(screen_find(&screen, "“"), words);
	screen_has(&screen, "question 1 of 10   ");
	screen_has(&screen, "Enter next");
	screen_type(&screen, "2");
	screen_has(&screen, "question 1 of 10");
	screen_type(&screen, "<Enter>");
	screen_has(&screen, "question 2 of 10   ");
	screen_lacks(&screen, "quoted by");
	screen_close(&screen);
}

/* One of the four is right, and only one. */
static void test_one_is_right(void **state)
{
	(void)state;
	int right = 0;
	for (char key = '1'; key <= '4'; key++) {
		struct screen screen;
		char keys[] = {key, '\0'};
		open_quiz(&screen, "events.yaml", 3, 80, 24);
		screen_type(&screen, keys);
		right += strstr(screen_row(&screen, 0), "✓") != NULL;
		assert_int_not_equal(strstr(screen_row(&screen, 0), "✓") != NULL,
			strstr(screen_row(&screen, 0), "✗") != NULL);
		screen_close(&screen);
	}
	assert_int_equal(right, 1);
}

static void test_a_hint_does_not_answer(void **state)
{
	(void)state;
	struct screen screen;
	open_quiz(&screen, "events.yaml", 0, 80, 24);
	int words = screen_find(&screen, "“");
	screen_lacks(&screen, "  said ");
	screen_type(&screen, "<Space>");
	screen_has(&screen, "  said ");
	assert_int_equal(screen_find(&screen, "“"), words);
	screen_lacks(&screen, "quoted by");
	screen_type(&screen, "1");
	screen_has(&screen, "quoted by");
	screen_close(&screen);
}

static void test_a_round_ends_with_its_sum(void **state)
{
	(void)state;
	struct screen screen;
	open_quiz(&screen, "events.yaml", 5, 80, 24);
	int kinds = 0;
	for (int i = 0; i < 10; i++) {
		kinds |= shows(&screen, "Who said it?") ? 1 : 0;
		kinds |= shows(&screen, "When was it said?") ? 2 : 0;
		kinds |= shows(&screen, "About which talks?") ? 4 : 0;
		screen_type(&screen, i % 2 ? "n" : "1");
		screen_type(&screen, "<Enter>");
	}
	assert_int_equal(kinds, 7);
	screen_has(&screen, "You knew ");
	screen_has(&screen, " of 10.");
	screen_has(&screen, "Enter another round");
	screen_type(&screen, "<Enter>");
	screen_has(&screen, "question 1 of 10");
	screen_type(&screen, "q");
	screen_lacks(&screen, "question");
	screen_has(&screen, "Talking while fighting");
	screen_close(&screen);
}

static void test_the_same_seed_asks_the_same(void **state)
{
	(void)state;
	struct screen one, same, other;
	int different = 0;
	open_quiz(&one, "events.yaml", 11, 80, 24);
	open_quiz(&same, "events.yaml", 11, 80, 24);
	open_quiz(&other, "events.yaml", 12, 80, 24);
	for (int i = 0; i < 10; i++) {
		for (int row = 0; row < 24; row++) {
			char kept[512];
			snprintf(kept, sizeof kept, "%s", screen_row(&one, row));
			assert_string_equal(kept, screen_row(&same, row));
			different += strcmp(kept, screen_row(&other, row)) != 0;
		}
		screen_type(&one, "1<Enter>");
		screen_type(&same, "1<Enter>");
		screen_type(&other, "1<Enter>");
	}
	assert_true(different > 50);
	screen_close(&one);
	screen_close(&same);
	screen_close(&other);
}

static void test_it_leads_to_the_words_and_comes_back(void **state)
{
	(void)state;
	struct screen screen;
	open_quiz(&screen, class_path, 1, 80, 24);
	screen_type(&screen, "1<Enter>");
	screen_has(&screen, "question 2 of");
	screen_type(&screen, "g");
	screen_has(&screen, "question 2 of"); /* not before it is answered */
	screen_type(&screen, "1g");
	screen_lacks(&screen, "question 2 of");
	screen_has(&screen, "▌ “");
	screen_type(&screen, "w");
	screen_has(&screen, "question 2 of");
	screen_has(&screen, "Enter next");
	screen_type(&screen, "qw");
	screen_has(&screen, "question 1 of");
	screen_close(&screen);
}

static void test_a_short_round_says_so(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, class_path,
		&(struct app_options){.asked = {.query = "id:hale-ink,orlov-dry"}, .quiz = true},
		80, 24);
	screen_has(&screen, "a short round");
	screen_has(&screen, "question 1 of 2");
	screen_type(&screen, "n<Enter>n<Enter>");
	screen_has(&screen, "You knew 0 of 2.");
	screen_close(&screen);
}

static void test_nothing_to_ask(void **state)
{
	static const char *const queries[] = {"id:opening", "speaker:nobody", "id:norland-all"};
	(void)state;
	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
		struct screen screen;
		screen_open(&screen, class_path,
			&(struct app_options){.asked = {.query = queries[i]}, .quiz = true}, 80,
			24);
		screen_has(&screen, "nothing to ask here");
		screen_type(&screen, "j");
		screen_lacks(&screen, "nothing to ask here");
		screen_type(&screen, "w");
		screen_has(&screen, "nothing to ask here");
		screen_close(&screen);
	}
}

/* At every size the question can be read to its end and answered. */
static void test_every_size(void **state)
{
	static const int sizes[][2] = {
		{1, 1}, {5, 3}, {20, 5}, {30, 8}, {40, 10}, {60, 20}, {80, 24}, {200, 60}};
	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct screen screen;
		open_quiz(&screen, "events.yaml", 4, sizes[i][0], sizes[i][1]);
		if (sizes[i][1] > 5) {
			for (int k = 0; k < 40 && !shows(&screen, " 4  "); k++)
				screen_type(&screen, "j");
			screen_has(&screen, " 4  ");
		}
		for (int k = 0; k < 12; k++)
			screen_type(&screen, "<Space>1jjjjkkk<Enter>");
		screen_close(&screen);
	}
}

static void test_in_ascii(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, class_path,
		&(struct app_options){.quiz = true, .ascii = true, .seed = 1}, 80, 24);
	screen_type(&screen, "x");
	screen_has(&screen, "1-4 answer");
	screen_type(&screen, "1");
	assert_true(
		strstr(screen_row(&screen, 0), "   +") || strstr(screen_row(&screen, 0), "   -"));
	screen_lacks(&screen, "✓");
	screen_close(&screen);
}

/* An office tells of the time only where the speaker held another one too. */
static void test_the_hint_of_a_date_tells_of_it(void **state)
{
	(void)state;
	int offices = 0, places = 0;
	for (uint64_t seed = 1; seed <= 30; seed++) {
		struct screen screen;
		open_quiz(&screen, "events.yaml", seed, 80, 40);
		screen_type(&screen, "n<Enter>n<Enter>");
		screen_has(&screen, "When was it said?");
		bool place = shows(&screen, "Space the place, as a hint");
		screen_type(&screen, "<Space>");
		assert_true(place == shows(&screen, "place of the event: "));
		places += place;
		offices += shows(&screen, "    then ");
		if (shows(&screen, "Vladimir Putin"))
			screen_lacks(&screen, "then President of Russia");
		screen_close(&screen);
	}
	assert_true(offices > 0 && places > 0);
}

/* A year in a title would answer. */
static void test_a_title_hints_without_its_year(void **state)
{
	(void)state;
	int titles = 0;
	for (uint64_t seed = 1; seed <= 20; seed++) {
		struct screen screen;
		open_quiz(&screen, "tests/data/years.yaml", seed, 80, 24);
		for (int question = 0; question < 4; question++) {
			if (shows(&screen, "Space the event, as a hint")) {
				screen_type(&screen, "<Space>");
				screen_has(&screen, " talks of … begin");
				titles++;
			}
			screen_type(&screen, "n<Enter>");
		}
		screen_close(&screen);
	}
	assert_true(titles > 0);
}

/* Who leaves in the middle is told what was known until then; who passed everything, nothing. */
static void test_leaving_tells_the_score(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "w1<Enter>1<Enter>1<Enter>n<Enter>");
	int right = 0;
	for (const char *at = screen_row(&screen, 0); (at = strstr(at, "✓")); at++)
		right++;
	char said[64];
	snprintf(said, sizeof said, "%d of 3 answered rightly", right);
	screen_type(&screen, "q");
	screen_has(&screen, said);
	screen_type(&screen, "wnq");
	screen_lacks(&screen, "answered rightly");
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_question_and_its_answer),
		cmocka_unit_test(test_one_is_right),
		cmocka_unit_test(test_a_hint_does_not_answer),
		cmocka_unit_test(test_a_round_ends_with_its_sum),
		cmocka_unit_test(test_the_same_seed_asks_the_same),
		cmocka_unit_test(test_it_leads_to_the_words_and_comes_back),
		cmocka_unit_test(test_a_short_round_says_so),
		cmocka_unit_test(test_nothing_to_ask),
		cmocka_unit_test(test_every_size),
		cmocka_unit_test(test_in_ascii),
		cmocka_unit_test(test_the_hint_of_a_date_tells_of_it),
		cmocka_unit_test(test_a_title_hints_without_its_year),
		cmocka_unit_test(test_leaving_tells_the_score),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
