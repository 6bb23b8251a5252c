/* The words of an event: in which order they stand, how they are read with one key, and where the
 * terminal's cursor lies meanwhile. */
#include "screen.h"
#include "ui/core/spot.h"

static void open_rounds(struct screen *screen, int cols, int rows)
{
	screen_open(screen, "tests/data/rounds.yaml", &(struct app_options){0}, cols, rows);
}

/* The story, the words, then what is to be known of the entry, its sources last. */
static void words_come_before_apparatus(void **state)
{
	(void)state;
	static const char *const order[] = {"The treaty is signed", "30 March 1856 (18 March",
		"Nobody had asked for it.", "Outcome: Broken", "“We have spent", "Orlov said",
		"About this entry", "parallel to “The second round", "source: Varga"};
	struct screen screen;
	open_rounds(&screen, 60, 60);
	screen_type(&screen, "jjlz");
	int before = -1;
	for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
		screen_has(&screen, order[i]);
		assert_true(screen_find(&screen, order[i]) > before);
		before = screen_find(&screen, order[i]);
	}
	screen_close(&screen);
}

/* What stands behind the words is a stop, and the event's: its links, its mark, its hits. */
static void about_the_entry_is_the_events(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 80, 24);
	screen_type(&screen, "jjljj");
	screen_has(&screen, "▌ About this entry");
	screen_has(&screen, "── about this entry ─");
	screen_type(&screen, "<Enter>");
	screen_has(&screen, "Links");
	screen_has(&screen, "parallel  ");
	screen_type(&screen, "qm");
	screen_has(&screen, "●+The treaty is signed");
	screen_type(&screen, "j");
	screen_has(&screen, "the last words here");
	screen_close(&screen);
}

/* Several likenesses are a sentence: what it is likened to, and who claims it. */
static void many_likenesses_are_one_line(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){.at = "istanbul-round"}, 80, 400);
	screen_type(&screen, "lz");
	int row = screen_find(&screen, "parallels to “The peace of Brest-Litovsk”, “The");
	assert_true(row > screen_find(&screen, "About this entry"));
	assert_non_null(strstr(screen_row(&screen, row + 1), "others drawn by"));
	assert_non_null(strstr(screen_row(&screen, row + 2), "    television, OSW and others"));
	assert_true(screen_find(&screen, "sources: ") <= row + 3);
	screen_close(&screen);
}

/* An event beside all eras is there since somebody compared it: that stands before its story, once. */
static void why_it_is_there_comes_first(void **state)
{
	(void)state;
	static const char *const keys[] = {"/1939<Enter>", "/pact<Enter>"};
	struct screen screen;
	for (size_t n = 0; n < sizeof keys / sizeof *keys; n++) {
		screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
		screen_type(&screen, keys[n]);
		int row = screen_find(&screen,
			"Parallels to “The Istanbul round of 2022” drawn by Françoise Thom");
		assert_true(row > 0 && row < screen_find(&screen, "Molotov and Ribbentrop sign"));
		screen_close(&screen);
	}
	screen_open(&screen, "events.yaml", &(struct app_options){.at = "pact-1939"}, 80, 60);
	screen_type(&screen, "lz");
	screen_has(&screen, "About this entry");
	screen_has(&screen, "Parallels to “The Istanbul");
	screen_lacks(&screen, "parallels to “The Istanbul");
	screen_type(&screen, "@31 March 2022<Enter>"); /* a day before she wrote */
	screen_lacks(&screen, "arallels to “The Istanbul");
	screen_close(&screen);
	/* Within an era it is of the entry. */
	screen_open(
		&screen, "events.yaml", &(struct app_options){.at = "khasavyurt-accord"}, 80, 60);
	screen_type(&screen, "lz");
	screen_lacks(&screen, "Parallels");
	assert_true(screen_find(&screen, "parallels to “The Istanbul") >
		screen_find(&screen, "About this entry"));
	screen_close(&screen);
}

/* The row of the rule between the panes, -1 where there is none. */
static int rule_between(const struct screen *screen)
{
	static const char heavy[] = "━━ Words ";
	for (int row = 2; row < screen->grid.rows - 2; row++)
		if (strncmp(screen_row(screen, row), heavy, strlen(heavy)) == 0)
			return row;
	return -1;
}

/* Rows of the words, without the bar beside them; owned. */
struct page {
	char *rows[400];
	int count;
};

static void page_read(struct page *page, const struct screen *screen, int from)
{
	page->count = 0;
	for (int row = from; row < screen->grid.rows - 2; row++) {
		const char *text = screen_row(screen, row);
		size_t bar = strncmp(text, "▌", strlen("▌")) == 0 ? strlen("▌") : *text == ' ';
		page->rows[page->count++] = strdup(text + bar);
	}
	while (page->count && !*page->rows[page->count - 1])
		free(page->rows[--page->count]);
}

static void page_free(struct page *page)
{
	while (page->count)
		free(page->rows[--page->count]);
}

/* Whether the rows of a page are those of all from here on. */
static bool page_is_at(const struct page *page, const struct page *all, int from)
{
	for (int i = 0; i < page->count; i++)
		if (from + i >= all->count || strcmp(page->rows[i], all->rows[from + i]) != 0)
			return false;
	return true;
}

/* Each page of the longest event begins where the last one ended, or behind an empty row; one that
 * would begin with who said the words begins with the last row of them. */
static int pages_with_words_again(int rows)
{
	struct screen screen;
	struct page all, page;
	int next = 0, words = 0;
	screen_open(&screen, "events.yaml", &(struct app_options){.at = "istanbul-round"}, 80, 400);
	screen_type(&screen, "lkz");
	page_read(&all, &screen, 3);
	screen_type(&screen, "z");
	screen_size(&screen, 80, rows);
	while (next < all.count) { /* what is about the entry as well */
		int rule = rule_between(&screen), from = next;
		assert_true(rule > 0);
		page_read(&page, &screen, rule + 1);
		if (next && !*all.rows[next])
			from++;
		if (from + screen.grid.rows - 3 - rule > all.count) /* the last page is full */
			from = all.count - (screen.grid.rows - 3 - rule);
		bool again = !page_is_at(&page, &all, from);
		if (again)
			assert_true(strncmp(page.rows[1], "    ", 4) == 0);
		from -= again;
		words += again;
		assert_true(page_is_at(&page, &all, from));
		next = from + screen.grid.rows - 3 - rule;
		page_free(&page);
		screen_type(&screen, "<Space>");
	}
	page_free(&all);
	screen_close(&screen);
	return words;
}

static void pages_hold_every_row(void **state)
{
	(void)state;
	int words = 0;
	for (int rows = 20; rows < 28; rows++)
		words += pages_with_words_again(rows);
	assert_true(words > 0);
}

/* Where the words grow with the first key, they go on from what was in view before; and begin where
 * nothing of them was. */
static void the_first_key_passes_over_nothing(void **state)
{
	(void)state;
	struct screen screen;
	struct page all;
	screen_open(&screen, "events.yaml", &(struct app_options){.at = "istanbul-round"}, 80, 400);
	screen_type(&screen, "lkz");
	page_read(&all, &screen, 3);
	screen_type(&screen, "zh");
	screen_size(&screen, 80, 24);
	assert_int_equal(rule_between(&screen), -1); /* the timeline has the keys */
	const char *last = screen_row(&screen, screen.grid.rows - 3) + 2;
	int seen = 0;
	while (seen < all.count && !strstr(all.rows[seen], last))
		seen++;
	assert_true(seen + 1 < all.count && *last);
	seen += *all.rows[seen + 1] ? 1 : 2;
	screen_type(&screen, "<Space>");
	assert_non_null(strstr(screen_row(&screen, rule_between(&screen) + 1), all.rows[seen]));
	page_free(&all);
	screen_close(&screen);
	open_rounds(&screen, 38, 6);
	screen_type(&screen, "jj<Space>");
	screen_has(&screen, "▌ The treaty is signed");
	screen_close(&screen);
}

/* Notes and sources are read as the words are, and the last of them is the end of the event. */
static void the_end_is_told(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){.at = "brest-peace"}, 80, 24);
	screen_type(&screen, "l<Space>");
	screen_has(&screen, " 80 % ↓ ──");
	screen_type(&screen, "<Space>");
	screen_has(&screen, " 100 % ──");
	screen_has(&screen, "     sources: ");
	screen_close(&screen);
	open_rounds(&screen, 80, 24);
	screen_type(&screen, "Gljjjjjjjjj");
	screen_has(&screen, "this is the last event");
	screen_close(&screen);
}

/* From the card to the last word with one key, and nothing moves but the text: 19 rows of 24 are
 * words, under the title of their event. What is about the entries is read as well, at the cost of
 * one page in ten. */
static void space_reads_the_record(void **state)
{
	enum { PRESSES_MOST = 170 };
	(void)state;
	struct screen screen;
	int presses = 2;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_has(&screen, "Space read on");
	screen_type(&screen, "<Space>"); /* the rest of the card */
	screen_has(&screen, "Capitulation, 1918 to 2025");
	screen_has(&screen, "Sources with a view of their own");
	screen_has(&screen, "Space begin");
	screen_type(&screen, "<Space>");
	int rule = rule_between(&screen);
	assert_int_equal(screen.grid.rows - 3 - rule, 19);
	while (screen_find(&screen, "the end of the record") < 0 && presses++ < PRESSES_MOST) {
		screen_type(&screen, "<Space>");
		assert_int_equal(rule, rule_between(&screen));
	}
	assert_true(presses < PRESSES_MOST);
	screen_close(&screen);
}

/* The cluster under the terminal's cursor. */
static void assert_cursor_on(const struct screen *screen, const char *text)
{
	const struct grid *grid = &screen->grid;
	const struct cell *cell = grid_at(grid, grid->cursor_row, grid->cursor_col);
	assert_int_equal(cell->len, strlen(text));
	assert_memory_equal(cell->text, text, cell->len);
}

/* On the first letter of what is selected: so a magnifier or a braille line begins there. */
static void the_cursor_lies_on_the_first_letter(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 80, 24);
	screen_type(&screen, "jj");
	assert_cursor_on(&screen, "T"); /* the treaty is signed */
	screen_type(&screen, "l");
	assert_cursor_on(&screen, "W"); /* “We have spent */
	screen_type(&screen, "j");
	assert_cursor_on(&screen, "O"); /* Orlov said */
	screen_type(&screen, "j");
	assert_cursor_on(&screen, "A"); /* About this entry */
	screen_type(&screen, "<Enter>j");
	assert_cursor_on(&screen, "p"); /* printed in */
	screen_close(&screen);
}

static void write_words(const struct screen *screen, struct buf *out)
{
	buf_clear(out);
	for (int row = 2; row < 22; row++)
		buf_format(out, "%s\n", screen_row(screen, row));
}

/* Backspace reads back, as b does; and who reads on from the timeline alone goes on where the words were. */
static void reading_goes_on_where_it_was(void **state)
{
	(void)state;
	struct screen screen;
	struct buf before = {0}, after = {0};
	screen_open(
		&screen, "events.yaml", &(struct app_options){.at = "zelenskyy-genocide"}, 80, 24);
	screen_type(&screen, "<Space>");
	write_words(&screen, &before);
	screen_type(&screen, "zzh");
	screen_lacks(&screen, "Words ·");
	screen_type(&screen, "<Space>");
	write_words(&screen, &after);
	assert_string_equal(buf_string(&after), buf_string(&before));
	screen_type(&screen, "<Space>b");
	write_words(&screen, &before);
	screen_type(&screen, "<Space><Backspace>");
	write_words(&screen, &after);
	assert_string_equal(buf_string(&after), buf_string(&before));
	buf_free(&before);
	buf_free(&after);
	screen_close(&screen);
}

/* Who looks around in the timeline comes back to where the words were read, but not from where none were. */
static void what_was_read_is_come_back_to(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){.at = "bucharest-2008"}, 80, 24);
	screen_type(&screen, "jk");
	screen_lacks(&screen, "< back");
	screen_type(&screen, "<Space>");
	struct ref read = spot_selected(screen.app);
	assert_int_equal(read.thing, THING_QUOTE);
	screen_has(&screen, "y copy   h timeline   / find");
	screen_type(&screen, "hjjG");
	screen_has(&screen, "< back");
	screen_type(&screen, "<lt>");
	assert_true(ref_same(spot_selected(screen.app), read));
	screen_type(&screen, "<Space><Space><Space>");
	read = spot_selected(screen.app);
	screen_type(&screen, "hjj<Backspace>");
	assert_true(ref_same(spot_selected(screen.app), read));
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_come_before_apparatus),
		cmocka_unit_test(reading_goes_on_where_it_was),
		cmocka_unit_test(what_was_read_is_come_back_to),
		cmocka_unit_test(about_the_entry_is_the_events),
		cmocka_unit_test(many_likenesses_are_one_line),
		cmocka_unit_test(why_it_is_there_comes_first),
		cmocka_unit_test(pages_hold_every_row),
		cmocka_unit_test(the_first_key_passes_over_nothing),
		cmocka_unit_test(the_end_is_told),
		cmocka_unit_test(space_reads_the_record),
		cmocka_unit_test(the_cursor_lies_on_the_first_letter),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
