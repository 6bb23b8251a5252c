/* The card's advice works on the card: each key that it names does something there, in every record of the tests, or says why not. */
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

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_what_the_card_advises)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
