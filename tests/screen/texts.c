/* Words in the text of their source, looked up by a source of texts that is made up here. */
#include "ui/core/texts.h"
#include "screen.h"

static const char rounds[] = "tests/data/rounds.yaml";

struct fake {
	enum text_answer answer;
	const char *before, *words, *after, *why;
};

static enum text_answer fake_look_up(const void *state, const struct record *record, uint32_t quote,
	const struct attestation *also, struct text_passage *passage)
{
	const struct fake *fake = state;
	struct ref source = also ? also->source : record->quotes[quote].source;
	buf_format(&passage->file, "texts/%s.txt", record->sources[source.index].id);
	buf_text(&passage->why, fake->why ? fake->why : "");
	if (fake->answer != TEXT_FOUND)
		return fake->answer;
	passage->line = 1234;
	passage->marks = calloc(1, sizeof *passage->marks);
	assert_non_null(passage->marks);
	passage->mark_count = 1;
	buf_text(&passage->text, fake->before);
	passage->marks[0].from = (uint32_t)passage->text.len;
	buf_text(&passage->text, fake->words);
	passage->marks[0].to = (uint32_t)passage->text.len;
	buf_text(&passage->text, fake->after);
	return TEXT_FOUND;
}

static void open_with(struct screen *screen, const struct source_texts *texts, int cols, int rows)
{
	screen_open(screen, rounds, &(struct app_options){.at = "hale-ink", .texts = texts}, cols,
		rows);
}

static const struct fake found = {TEXT_FOUND,
	"The table was cleared.\n\nThen Hale rose and said, “", "We have spent more ink",
	"”, and sat.\n\nNobody answered.", NULL};

static void test_the_words_in_their_paragraph(void **state)
{
	(void)state;
	struct screen screen;
	struct source_texts texts = {&found, fake_look_up};
	open_with(&screen, &texts, 100, 30);
	screen_type(&screen, "<Enter>G");
	screen_has(&screen, " ▸ printed in");
	screen_type(&screen, "<Enter>");
	screen_has(&screen, " The words in their text");
	screen_has(&screen, "   The table was cleared.");
	screen_has(&screen, "   Then Hale rose and said, “‹We have spent more ink›”, and sat.");
	screen_has(&screen, "   Nobody answered.");
	screen_has(&screen, "Documents of Karlsund");
	screen_has(&screen, "p. 212");
	screen_has(&screen, "   Written by the secretary of both rounds.");
	screen_has(&screen, "   texts/varga.txt, line 1,234");
	screen_has(&screen, "Enter all of this source");
	/* The words are marked as a hit as well, what stands beside them is not. */
	int row = screen_find(&screen, "Then Hale rose");
	const struct cell *cells = &screen.grid.cells[row * screen.grid.cols];
	assert_false(cells[3].style.flags & STYLE_HIT);
	assert_true(cells[3 + 27].style.flags & STYLE_HIT);
	screen_close(&screen);
}

/* What stands around the words is of the day on which their source came out. */
static void test_no_text_of_a_later_source(void **state)
{
	(void)state;
	struct screen screen;
	struct source_texts texts = {&found, fake_look_up};
	open_with(&screen, &texts, 100, 30);
	screen_type(&screen, "@31 March 1856<Enter><lt><Enter>G<Enter>");
	screen_has(&screen, "this source had not come out by the day; its text is not shown");
	screen_lacks(&screen, "Nobody answered.");
	screen_type(&screen, "<Esc>@<C-u>1883<Enter><lt><Enter>G<Enter>");
	screen_has(&screen, "Nobody answered.");
	screen_close(&screen);
}

static void test_the_ways_on(void **state)
{
	(void)state;
	struct screen screen;
	struct source_texts texts = {&found, fake_look_up};
	open_with(&screen, &texts, 100, 30);
	screen_type(&screen, "<Enter>G<Enter><Enter>");
	screen_has(&screen, "[Sources]");
	screen_has(&screen, "▸Varga, Documents of Karlsund, 1882");
	screen_type(&screen, "<Esc>");
	screen_has(&screen, " The words in their text");
	screen_type(&screen, "y");
	assert_int_equal(screen.next, APP_COPY);
	assert_non_null(strstr(app_clipboard(screen.app), "“We have spent more ink in five"));
	screen_type(&screen, "<Esc>");
	screen_type(&screen, "Y");
	assert_null(strstr(app_clipboard(screen.app), "“We"));
	assert_non_null(strstr(app_clipboard(screen.app), "Edmund Hale"));
	screen_type(&screen, "<Esc>q");
	screen_has(&screen, " ▸ printed in");
	/* Of an event there are no words to look up. */
	screen_type(&screen, "q<Esc>1Glk<Enter>G<Enter>");
	screen_lacks(&screen, " The words in their text");
	screen_close(&screen);
}

/* Another wording has a text of its own. */
static void test_other_wordings(void **state)
{
	(void)state;
	struct screen screen;
	struct source_texts texts = {&found, fake_look_up};
	open_with(&screen, &texts, 100, 30);
	screen_type(&screen, "<Enter>j<Enter>");
	screen_has(&screen, " The words in their text");
	screen_has(&screen, "texts/courier.txt, line 1,234");
	screen_close(&screen);
}

static void test_what_is_not_found_is_said(void **state)
{
	(void)state;
	static const struct {
		struct fake fake;
		const char *said, *more;
	} cases[] = {
		{{.answer = TEXT_NOT_FOUND, .why = "texts/varga.txt:3 has \"oil\""},
			"The words do not stand in the text of this source.",
			"texts/varga.txt:3 has \"oil\""},
		{{.answer = TEXT_MISSING},
			"There is no text of this source: it would be the file "
			"texts/varga.txt,",
			"plain text in"},
		{{.answer = TEXT_UNREADABLE, .why = "Permission denied"},
			"The text of this source cannot be read: Permission denied", NULL},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct screen screen;
		struct source_texts texts = {&cases[i].fake, fake_look_up};
		open_with(&screen, &texts, 100, 30);
		screen_type(&screen, "<Enter>G<Enter>");
		screen_has(&screen, cases[i].said);
		if (cases[i].more)
			screen_has(&screen, cases[i].more);
		screen_has(&screen, "  “We have spent more ink in five weeks");
		screen_has(&screen, "Documents of Karlsund");
		screen_lacks(&screen, ", line ");
		screen_close(&screen);
	}
}

static void test_without_texts_the_index_opens(void **state)
{
	(void)state;
	struct screen screen;
	open_with(&screen, NULL, 100, 30);
	screen_type(&screen, "<Enter>G<Enter>");
	screen_has(&screen, "[Sources]");
	screen_close(&screen);
}

static void test_scrolling(void **state)
{
	(void)state;
	struct buf before = {0}, after = {0};
	for (int n = 1; n <= 60; n++) {
		buf_format(&before, "%s%d before.", n > 1 ? "\n" : "", n);
		buf_format(&after, "\n%d behind.", n);
	}
	buf_text(&before, "\n\n");
	struct fake fake = {TEXT_FOUND, before.text, "The words", after.text, NULL};
	struct source_texts texts = {&fake, fake_look_up};
	struct screen screen;
	open_with(&screen, &texts, 80, 24);
	screen_type(&screen, "<Enter>G<Enter>");
	screen_has(&screen, "‹The words›"); /* in view, with what stands before them */
	screen_has(&screen, "   60 before.");
	screen_lacks(&screen, "   1 before.");
	int row = screen_find(&screen, "‹The words›");
	screen_type(&screen, "j");
	assert_int_equal(screen_find(&screen, "‹The words›"), row - 1);
	screen_type(&screen, "3k");
	assert_int_equal(screen_find(&screen, "‹The words›"), row + 2);
	screen_type(&screen, "<Space>");
	screen_has(&screen, "   20 behind.");
	screen_type(&screen, "G");
	screen_has(&screen, "texts/varga.txt, line 1,234");
	screen_type(&screen, "g");
	screen_has(&screen, "   1 before.");
	for (int cols = 1; cols <= 200; cols += 1 + cols / 6)
		for (int rows = 1; rows <= 60; rows += 1 + rows / 4) {
			screen_size(&screen, cols, rows);
			screen_type(&screen, "jkGdub<PgDn>g");
		}
	screen_close(&screen);
	buf_free(&before);
	buf_free(&after);
}

/* What comes from a file is shown, not obeyed. */
static void test_hostile_text(void **state)
{
	(void)state;
	static const struct fake fake = {
		TEXT_FOUND, "\x1b[31m \xe2\x80\xae \xff\xc3 ", "words\x1b]52;c;eA==\a", "", NULL};
	struct source_texts texts = {&fake, fake_look_up};
	struct screen screen;
	open_with(&screen, &texts, 100, 30);
	screen_type(&screen, "<Enter>G<Enter>");
	screen_has(&screen, "‹words");
	for (int row = 0; row < 30; row++) {
		assert_null(strchr(screen_row(&screen, row), '\x1b'));
		assert_null(strstr(screen_row(&screen, row), "\xe2\x80\xae"));
	}
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_words_in_their_paragraph),
		cmocka_unit_test(test_no_text_of_a_later_source),
		cmocka_unit_test(test_the_ways_on),
		cmocka_unit_test(test_other_wordings),
		cmocka_unit_test(test_what_is_not_found_is_said),
		cmocka_unit_test(test_without_texts_the_index_opens),
		cmocka_unit_test(test_scrolling),
		cmocka_unit_test(test_hostile_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
