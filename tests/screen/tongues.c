/* A cell knows in which language its words are, where the record says it: in each view that shows words
 * of an original, a translation or a variant, and nowhere beside them. */
#include "layout/words.h"
#include "screen.h"

static const char built_in[] = "events.yaml", originals[] = "tests/data/originals.yaml";

static void begin(struct screen *screen, const char *path, const char *at, const char *keys)
{
	screen_open(screen, path, &(struct app_options){.at = at}, 100, 60);
	screen_type(screen, keys);
}

/* The column of a text in a row: of characters that are one column wide. */
static int column_of(const struct screen *screen, int row, const char *text)
{
	const char *line = screen_row(screen, row);
	const char *at = strstr(line, text);
	assert_non_null(at);
	return text_width(NULL, line, (size_t)(at - line));
}

static const char *tag_at(const struct screen *screen, int row, int col)
{
	return words_language_tag(grid_at(&screen->grid, row, col)->style.language);
}

/* All of the text, in the first row that has it, is in the language; NULL is the record's own. */
static void assert_in(const struct screen *screen, const char *tag, const char *text)
{
	screen_has(screen, text);
	int row = screen_find(screen, text), col = column_of(screen, row, text);
	for (int end = col + text_width(NULL, text, strlen(text)); col < end; col++) {
		const char *is = tag_at(screen, row, col);
		if (tag ? !is || strcmp(is, tag) != 0 : is != NULL) {
			fprintf(stderr, "\"%s\", column %d: in %s\n", text, col, is ? is : "none");
			screen_dump(screen);
			fail();
		}
	}
}

static void numbers_and_tags_are_of_one_table(void **state)
{
	(void)state;
	assert_int_equal(0, words_language_number(NULL));
	assert_int_equal(0, words_language_number("qaa"));
	assert_null(words_language_tag(0));
	assert_null(words_language_tag(UINT8_MAX));
	assert_string_equal("sr", words_language_tag(words_language_number("sr-Latn-RS")));
	int count = 0;
	for (int n = 1; n <= UINT8_MAX; n++) {
		const char *tag = words_language_tag((uint8_t)n);
		count += tag != NULL;
		assert_true(!tag || words_language_number(tag) == n);
	}
	assert_true(count > 70);
}

static void originals_of_the_built_in_record(void **state)
{
	(void)state;
	struct screen screen;
	begin(&screen, built_in, "lenin-respite", "");
	assert_in(&screen, NULL, "in the original Russian");
	assert_in(&screen, "ru", "“Ловите передышку");
	assert_in(&screen, NULL, "Vladimir Lenin");
	screen_close(&screen);
	begin(&screen, built_in, "zelenskyy-ultimatum", "");
	assert_in(&screen, NULL, "It is an ultimatum, and");
	assert_in(&screen, NULL, "in the original Ukrainian");
	assert_in(&screen, "uk", "“Це ультиматум");
	screen_close(&screen);
}

/* Each text of the page of an event, over the ends of its lines. */
static void words_of_a_page(void **state)
{
	(void)state;
	struct screen screen;
	begin(&screen, originals, "dry", "");
	assert_in(&screen, NULL, "Ink dries");
	assert_in(&screen, "ru", "“Чернила сохнут, а");
	assert_in(&screen, NULL, "As he had it printed.");
	assert_in(&screen, "fr", "“L’encre sèche, la");
	assert_in(&screen, "fr", "“L’encre sèche; la");
	assert_in(&screen, "fr", "non.”");
	assert_in(&screen, NULL, "He may have said");
	assert_in(&screen, "de", "“Wir falten die Karten.”");
	assert_in(&screen, "en", "fold up our maps.”");
	assert_in(&screen, "ru", "“Чернила сохнут 30-го.”");
	assert_in(&screen, "he", "“אנחנו");
	screen_close(&screen);
}

/* Where a line is cut, and where words stand behind others. */
static void words_in_lines(void **state)
{
	(void)state;
	struct screen screen;
	begin(&screen, originals, "dry", "<Enter>");
	assert_in(&screen, "fr", "“L’encre sèche; la");
	screen_close(&screen);
	begin(&screen, originals, "chernila", "mM");
	assert_in(&screen, NULL, "Pavel Orlov:");
	assert_in(&screen, "ru", "“Чернила сохнут 30-го.”");
	screen_type(&screen, "<Esc>c");
	assert_in(&screen, NULL, "compare");
	assert_in(&screen, "ru", "“Чернила сохнут 30-го.”");
	screen_close(&screen);
	begin(&screen, originals, "fold", ":chernila");
	assert_in(&screen, "ru", "“Чернила сохнут 30-го.”");
	screen_close(&screen);
}

static void words_of_other_views(void **state)
{
	(void)state;
	struct screen screen;
	begin(&screen, originals, "chernila", "W");
	assert_in(&screen, "ru", "“Чернила сохнут 30-го.”");
	screen_close(&screen);
	begin(&screen, originals, "chernila", "p");
	assert_in(&screen, "ru", "“Чернила сохнут 30-го.”");
	screen_close(&screen);
	begin(&screen, originals, "dry", "cjc");
	assert_in(&screen, NULL, "Russian:");
	assert_in(&screen, "ru", "“Чернила сохнут, а");
	assert_in(&screen, "de", "“Wir falten die Karten.”");
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_and_tags_are_of_one_table),
		cmocka_unit_test(originals_of_the_built_in_record),
		cmocka_unit_test(words_of_a_page),
		cmocka_unit_test(words_in_lines),
		cmocka_unit_test(words_of_other_views),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
