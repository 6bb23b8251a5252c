/* The explorer in a page, as its script calls it: what is painted is what a grid of the same app holds. */
#include "page/page.h"

#include "base/file.h"
#include "ui/core/app.h"
#include "ui/core/input.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* What a browser would show of it: characters by row, as far as they were painted. */
struct browser {
	struct page *page;
	char rows[60][1000];
	uint32_t painted;   /* rows, by the last picture */
	uint32_t flags;     /* of all its runs */
	char tags[64];      /* languages of its runs, a space behind each; */
	char foreign[2000]; /* what stands in these */
};

static uint32_t word(const char **at)
{
	uint32_t word;
	memcpy(&word, *at, sizeof word);
	*at += sizeof word;
	return word;
}

static void paint_row(struct browser *browser, const char **at)
{
	char *row = browser->rows[word(at)];
	*row = '\0';
	for (uint32_t runs = word(at), col = 0; runs; runs--) {
		uint32_t place = word(at);
		assert_int_equal(place & 0xffff, col);
		assert_true(place >> 16 > 0);
		col += place >> 16;
		word(at);
		word(at);
		uint32_t flags = word(at), len = word(at);
		browser->flags |= flags & 0xff;
		strncat(row, *at, len);
		if (flags >> 8) {
			strncat(browser->foreign, *at, len);
			const char *tag = page_language(browser->page, flags >> 8);
			if (!strstr(browser->tags, tag))
				strcat(strcat(browser->tags, tag), " ");
		}
		*at += (len + 3) / 4 * 4;
	}
	size_t len = strlen(row);
	while (len && row[len - 1] == ' ')
		row[--len] = '\0';
}

static void draw(struct browser *browser)
{
	const char *at = page_draw(browser->page), *end = at + page_len(browser->page);
	browser->flags = 0;
	*browser->tags = *browser->foreign = '\0';
	browser->painted = word(&at);
	at += 5 * sizeof(uint32_t);
	for (uint32_t n = 0; n < browser->painted; n++)
		paint_row(browser, &at);
	assert_ptr_equal(at, end);
}

static uint32_t put(struct browser *browser, const char *text)
{
	size_t len = strlen(text);
	memcpy(page_room(browser->page, (uint32_t)len), text, len);
	return (uint32_t)len;
}

static bool load(struct browser *browser, const char *file)
{
	struct file_bytes bytes;
	struct diag_list *diags = diag_create();
	*browser = (struct browser){.page = page_create()};
	assert_true(file_read(file, diag_file(diags, file, NULL, 0), diags, &bytes));
	memcpy(page_room(browser->page, (uint32_t)bytes.len), bytes.bytes, bytes.len);
	bool loaded = page_open(browser->page, (uint32_t)bytes.len);
	file_release(&bytes);
	diag_free(diags);
	return loaded;
}

static void begin(struct browser *browser, const char *file, const char *place)
{
	assert_true(load(browser, file));
	uint32_t len = place ? put(browser, place) : 0;
	page_start(browser->page, 24, 80, 0, 3, len);
	draw(browser);
}

static void end(struct browser *browser)
{
	page_free(browser->page);
}

static uint32_t type(struct browser *browser, const char *keys)
{
	uint32_t next = PAGE_NOTHING;
	for (size_t len = strlen(keys), used; len; keys += used, len -= used) {
		int32_t key;
		used = input_key_parse(keys, len, &key);
		assert_true(used);
		next = page_key(browser->page, key, 0);
	}
	draw(browser);
	return next;
}

static bool shows(const struct browser *browser, const char *text)
{
	for (size_t row = 0; row < sizeof browser->rows / sizeof *browser->rows; row++)
		if (strstr(browser->rows[row], text))
			return true;
	return false;
}

static void has(const struct browser *browser, const char *text)
{
	if (!shows(browser, text))
		for (int row = 0; row < 24; row++)
			print_message("%s\n", browser->rows[row]);
	assert_true(shows(browser, text));
}

static void place_is(struct browser *browser, const char *place)
{
	const char *at = page_place(browser->page);
	assert_string_equal(at, place);
	assert_int_equal(page_len(browser->page), strlen(place));
}

/* ---- what is painted ---- */

static void test_only_rows_that_changed_are_told(void **state)
{
	(void)state;
	struct browser browser;
	begin(&browser, "tests/data/rounds.yaml", NULL);
	assert_int_equal(browser.painted, 24);
	draw(&browser);
	assert_int_equal(browser.painted, 0);
	type(&browser, "jj");
	assert_in_range(browser.painted, 2, 23);
	page_resize(browser.page, 30, 100);
	draw(&browser);
	assert_int_equal(browser.painted, 30);
	type(&browser, ":redraw<Enter>");
	assert_int_equal(browser.painted, 30);
	end(&browser);
}

static void test_a_line_from_the_right_is_a_line(void **state)
{
	(void)state;
	struct browser browser;
	begin(&browser, "tests/data/arabic.yaml", NULL);
	type(&browser, "<Space>");
	assert_true(browser.flags & PAGE_LINE_RIGHT);
	end(&browser);
	begin(&browser, "tests/data/rounds.yaml", NULL);
	assert_false(browser.flags & (PAGE_LINE_RIGHT | PAGE_LINE_LEFT | PAGE_LINE_ON));
	end(&browser);
}

/* In which languages runs are, and that one holds words of one language alone. */
static void test_words_are_in_their_language(void **state)
{
	(void)state;
	struct browser browser;
	begin(&browser, "tests/data/originals.yaml", NULL);
	assert_string_equal(browser.tags, "");
	type(&browser, "<Space>");
	has(&browser, "“Чернила сохнут,");
	assert_non_null(strstr(browser.tags, "ru "));
	assert_non_null(strstr(browser.tags, "fr "));
	end(&browser);
	begin(&browser, "events.yaml", "at lenin-respite\n");
	has(&browser, "in the original Russian");
	assert_string_equal(browser.tags, "ru ");
	assert_ptr_equal(strstr(browser.foreign, "“Ловите"), browser.foreign);
	assert_null(strpbrk(browser.foreign, "abcdefghijklmnopqrstuvwxyz"));
	assert_string_equal(page_language(browser.page, 0), "en");
	assert_string_equal(page_language(browser.page, 1000), "");
	assert_int_equal(page_len(browser.page), 0);
	end(&browser);
}

/* Where nothing else sets them apart. */
static void test_the_record_has_a_language(void **state)
{
	(void)state;
	struct browser browser;
	begin(&browser, "tests/data/ukrainian.yaml", NULL);
	assert_string_equal(page_language(browser.page, 0), "uk");
	end(&browser);
}

static void test_a_run_is_in_one_language(void **state)
{
	(void)state;
	struct browser browser = {.page = page_create()};
	assert_int_equal(
		page_open(browser.page,
			put(&browser,
				"{title: T, language: en, sources: {s: {type: book, title: S}, "
				"z: {type: book, title: Z}}, events: [{id: a, date: 1900, "
				"title: A, source: s, quotes: [{id: q, kind: paraphrase, text: "
				"They met., source: s, also_in: [{source: z, language: fr, "
				"text: Ils se sont vus.}]}]}]}")),
		1);
	page_start(browser.page, 24, 80, 0, 3, put(&browser, "at q\n"));
	draw(&browser);
	has(&browser, "also in Z, in French: Ils se sont vus.");
	assert_string_equal(browser.tags, "fr ");
	assert_string_equal(browser.foreign, "Ils se sont vus.");
	end(&browser);
}

/* ---- what happens ---- */

static void test_what_a_page_cannot_do_is_said(void **state)
{
	(void)state;
	struct browser browser;
	begin(&browser, "tests/data/rounds.yaml", NULL);
	assert_int_equal(type(&browser, "je"), PAGE_DRAW);
	has(&browser, "a page edits no file");
	assert_int_equal(type(&browser, "R"), PAGE_DRAW);
	has(&browser, "nothing to read again");
	assert_int_equal(type(&browser, "<C-z>"), PAGE_DRAW);
	has(&browser, "a page is not suspended");
	assert_int_equal(type(&browser, "q"), PAGE_LEAVE);
	end(&browser);
}

static void test_copying_and_pasting(void **state)
{
	(void)state;
	struct browser browser;
	begin(&browser, "tests/data/rounds.yaml", NULL);
	assert_int_equal(type(&browser, "jjy"), PAGE_COPY);
	assert_true(strlen(page_copied(browser.page)) > 20);
	assert_int_equal(page_len(browser.page), strlen(page_copied(browser.page)));
	type(&browser, "j/");
	page_paste(browser.page, put(&browser, "treaty\nq"), 0);
	draw(&browser);
	has(&browser, "treaty q");
	end(&browser);
}

static void test_a_click_is_at_its_cell(void **state)
{
	(void)state;
	struct browser browser;
	begin(&browser, "tests/data/rounds.yaml", NULL);
	type(&browser, "j");
	int row = 0;
	while (!strstr(browser.rows[row], "The treaty is signed"))
		assert_true(++row < 24);
	page_mouse(browser.page, INPUT_LEFT_BUTTON, row, 30, 0);
	page_mouse(browser.page, INPUT_LEFT_RELEASED, row, 30, 50);
	place_is(&browser, "at treaty\n");
	end(&browser);
}

static void test_what_is_no_record_says_why(void **state)
{
	(void)state;
	struct browser browser = {.page = page_create()};
	assert_int_equal(
		page_open(browser.page, put(&browser, "title: T\nevents: [{id: a}]\n")), 0);
	assert_non_null(strstr(page_text(browser.page), "error"));
	assert_int_equal(page_key(browser.page, 'j', 0), PAGE_NOTHING);
	assert_int_equal(page_go(browser.page, put(&browser, "at x\n")), PAGE_NOTHING);
	assert_int_equal(page_wake(browser.page), -1);
	place_is(&browser, "");
	page_start(browser.page, 24, 80, 0, 1, 0);
	page_draw(browser.page);
	assert_int_equal(page_len(browser.page), 0);
	end(&browser);
}

/* ---- places ---- */

static uint32_t go(struct browser *browser, const char *place)
{
	uint32_t next = page_go(browser->page, put(browser, place));
	draw(browser);
	return next;
}

static void test_a_place_is_where_one_is(void **state)
{
	(void)state;
	struct browser browser;
	begin(&browser, "tests/data/rounds.yaml", NULL);
	place_is(&browser, "");
	type(&browser, "jj");
	place_is(&browser, "at treaty\n");
	type(&browser, "l");
	place_is(&browser, "at hale-ink\n");
	type(&browser, "&by:hale<Enter>");
	place_is(&browser, "at hale-ink\nquery by:hale\n");
	type(&browser, "p");
	place_is(&browser, "at hale-ink\nquery by:hale\npresent\n");
	type(&browser, "<Esc><Esc>\\w");
	place_is(&browser, "at hale-ink\nquiz\n");
	end(&browser);
}

static void test_a_place_is_gone_to(void **state)
{
	(void)state;
	struct browser browser;
	begin(&browser, "tests/data/rounds.yaml", "at hale-ink\nquery hale\n");
	place_is(&browser, "at hale-ink\nquery hale\n");
	has(&browser, "only");
	assert_int_equal(go(&browser, "at return\n"), PAGE_DRAW);
	place_is(&browser, "at return\n");
	go(&browser, "at return\npresent\n");
	place_is(&browser, "at return\npresent\n");
	go(&browser, "at treaty\npresent\n");
	place_is(&browser, "at treaty\npresent\n");
	type(&browser, "vj");
	go(&browser, "");
	place_is(&browser, "");
	go(&browser, "at return\nas-of 1921\n");
	has(&browser, "as of 1921");
	go(&browser, "at nowhere\nas-of 1921\n");
	has(&browser, "there is no event");
	go(&browser, "at return\nas-of 1921\n");
	assert_false(shows(&browser, "there is no event"));
	go(&browser, "at hale-ink\nquiz\n");
	place_is(&browser, "at hale-ink\nquiz\n");
	end(&browser);
}

static void test_what_of_a_place_is_not_there_is_said(void **state)
{
	static const char *const places[][2] = {
		{"at nowhere\n", "there is no event or quotation \"nowhere\""},
		{"at hale\n", "there is no event or quotation \"hale\""},
		{"view nothing\n", "there is no lesson plan \"nothing\""},
		{"as-of noon\n", "\"noon\" is no day"},
		{"query speaker:\n", "column"},
		{"query zzzz\n", "that selects nothing"},
		{"at hale-ink\nquery id:orlov-long\n", "not among what is shown"},
		{"colour red\n", "nothing is known of \"colour red\""},
		{"at \x1b]0;x\x07\n", "there is no event or quotation"},
		{"presently", "nothing is known of \"presently\""},
	};
	(void)state;
	for (size_t n = 0; n < sizeof places / sizeof *places; n++) {
		struct browser browser;
		begin(&browser, "tests/data/rounds.yaml", "at treaty\n");
		go(&browser, places[n][0]);
		has(&browser, places[n][1]);
		end(&browser);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_only_rows_that_changed_are_told),
		cmocka_unit_test(test_a_line_from_the_right_is_a_line),
		cmocka_unit_test(test_words_are_in_their_language),
		cmocka_unit_test(test_the_record_has_a_language),
		cmocka_unit_test(test_a_run_is_in_one_language),
		cmocka_unit_test(test_what_a_page_cannot_do_is_said),
		cmocka_unit_test(test_copying_and_pasting),
		cmocka_unit_test(test_a_click_is_at_its_cell),
		cmocka_unit_test(test_a_place_is_where_one_is),
		cmocka_unit_test(test_a_place_is_gone_to),
		cmocka_unit_test(test_what_of_a_place_is_not_there_is_said),
		cmocka_unit_test(test_what_is_no_record_says_why),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
