/* The card's advice works on the card: each key that it names does something there, in every record
 * of the tests, or says why not. */
#include "tests/unit/every.h"

#include "screen.h"
#include "ui/core/view.h"

enum { ROWS = 90 };

/* The words on a row of the card that are keys, which stand in the style of keys. */
static void keys_of(const struct screen *screen, int row, struct buf *out)
{
	buf_clear(out);
	for (int col = 0; col < screen->grid.cols; col++) {
		const struct cell *cell = grid_at(&screen->grid, row, col);
		if (cell->style.role != ROLE_KEY || !cell->len)
			buf_char(out, ' ');
		else
			buf_add(out, cell->text, cell->len);
	}
}

/* A word as it is typed: a key by its name. */
static void typed(const char *word, struct buf *out)
{
	buf_clear(out);
	if (strlen(word) > 1)
		buf_format(out, "<%s>", word);
	else
		buf_text(out, word);
}

static void check_key(const char *path, const char *keys)
{
	struct screen screen;
	struct buf before = {0}, after = {0};
	screen_open(&screen, path, &(struct app_options){0}, 80, ROWS);
	for (int row = 0; row < ROWS; row++)
		buf_format(&before, "%s\n", screen_row(&screen, row));
	screen_type(&screen, keys);
	for (int row = 0; row < ROWS; row++)
		buf_format(&after, "%s\n", screen_row(&screen, row));
	const char *said = app_said(screen.app);
	if (strcmp(buf_string(&before), buf_string(&after)) == 0 || strstr(said, "does nothing") ||
		strstr(said, "cannot"))
		fail_msg("%s: %s on the card: \"%s\"", path, keys, said);
	screen_close(&screen);
	buf_free(&before);
	buf_free(&after);
}

static int check_record(const char *path)
{
	struct screen screen;
	struct buf row_keys = {0}, keys = {0};
	int count = 0;
	screen_open(&screen, path, &(struct app_options){0}, 80, ROWS);
	for (int row = 0; row + 1 < ROWS; row++) {
		char *rest = NULL;
		keys_of(&screen, row, &row_keys);
		for (char *word = strtok_r(row_keys.text, " ", &rest); word;
			word = strtok_r(NULL, " ", &rest), count++) {
			typed(word, &keys);
			check_key(path, buf_string(&keys));
		}
	}
	assert_true(count >= 8);
	screen_close(&screen);
	buf_free(&row_keys);
	buf_free(&keys);
	return count;
}

static void test_what_the_card_advises(void **state)
{
	(void)state;
	int count = 0;
	for (int i = 0; every_record[i]; i++)
		count += check_record(every_record[i]);
	print_message("%d keys on cards\n", count);
}

/* A record of that many sources, the first of which say where they stand. */
static void sources_open(struct screen *screen, int all, int with)
{
	struct buf text = {0};
	buf_text(&text, "title: T\nsources:\n");
	for (int n = 0; n < all; n++)
		buf_format(&text, "  s%d: {type: book, title: Source %d%s}\n", n, n,
			n < with ? ", perspective: a stand" : "");
	buf_text(&text, "events:\n  - {id: e, date: 1900, title: E, source: [");
	for (int n = 0; n < all; n++)
		buf_format(&text, "%ss%d", n ? ", " : "", n);
	buf_text(&text, "]}\n");
	screen_open_bytes(screen, &(struct load_input){"sources.yaml", text.text, text.len},
		&(struct app_options){0}, 80, ROWS);
	buf_free(&text);
}

static void test_sources_with_a_stand(void **state)
{
	(void)state;
	struct screen screen;
	sources_open(&screen, 14, 13);
	screen_has(&screen, "s says where each stands");
	screen_has(&screen, "and 1 more");
	screen_lacks(&screen, "Source 12");
	screen_close(&screen);
	sources_open(&screen, 13, 12);
	screen_has(&screen, "Source 11");
	screen_lacks(&screen, " more");
	screen_close(&screen);
	sources_open(&screen, 13, 13); /* all */
	screen_lacks(&screen, "s says where each stands");
	screen_close(&screen);
}

/* Words that are hidden are not said to be lacking; whether any came later is not told. */
static void test_why_there_are_no_words(void **state)
{
	(void)state;
	static const char none[] = "The record holds no words on this event.";
	static const char unknown[] =
		"The record holds no words on this event that were known by that day.";
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 40);
	screen_type(&screen, "j");
	screen_has(&screen, none);
	screen_type(&screen, "@1917-12-31<Enter>");
	screen_has(&screen, unknown);
	screen_type(&screen, "@<C-u><Enter>");
	screen_has(&screen, none);
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_what_the_card_advises),
		cmocka_unit_test(test_sources_with_a_stand),
		cmocka_unit_test(test_why_there_are_no_words)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
