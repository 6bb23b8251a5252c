/* The index: its pages, narrowing by letters, and what Enter selects. */
#include "screen.h"

#include "ui/core/view.h"

static const char rounds[] = "tests/data/rounds.yaml";

static void open_rounds(struct screen *screen, int cols, int rows)
{
	screen_open(screen, rounds, &(struct app_options){0}, cols, rows);
}

static void test_pages(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 100, 24);
	screen_type(&screen, "i");
	screen_has(&screen, "[Speakers]");
	screen_has(&screen, "3 quoted ■   1 reported □   1 views ◇");
	screen_has(&screen, "1856");
	screen_has(&screen, "1881");
	screen_has(&screen, "▸Pavel Orlov, Norland");
	screen_has(&screen, "the sources");
	screen_type(&screen, "<Tab>");
	screen_has(&screen, "[Themes]");
	screen_has(&screen, "▸The river line");
	screen_type(&screen, "<Tab>");
	screen_has(&screen, "[Sources]");
	screen_has(&screen, " 1 source with a view of its own; the editor says where it stands:");
	assert_string_equal(screen_row(&screen, screen_find(&screen, " other sources") - 1), "");
	screen_has(&screen, "    Written by the secretary of both rounds.");
	screen_type(&screen, "<Tab>");
	screen_has(&screen, "[Parallels]");
	screen_has(&screen, "▸It was the same table.");
	screen_has(&screen,
		"Ilona Varga draws a parallel between The treaty is signed and The second");
	screen_type(&screen, "<Tab>");
	screen_has(&screen, "[Speakers]");
	screen_type(&screen, "<Esc>t");
	screen_has(&screen, "[Themes]");
	screen_type(&screen, "<Esc>s");
	screen_has(&screen, "[Sources]");
	screen_close(&screen);
}

/* Where the sources with a view of their own stand is read side by side, with its owner; a small screen
 * has the list alone. */
static void test_stances(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "s");
	screen_has(
		&screen, "5 sources with a view of their own; the editor says where each stands:");
	screen_has(&screen, "    An unsigned commentary that sees progress");
	screen_has(&screen, "    Analysts of a Polish state research centre");
	screen_has(&screen, "    A reporter on national security");
	screen_has(&screen, "    A French historian");
	screen_has(&screen, "    A Ukrainian publicist");
	screen_lacks(&screen, "The editor: ");
	screen_type(&screen, "<Down>");
	screen_has(&screen, "▸OSW, 2025");
	screen_lacks(&screen, "The editor: ");
	screen_type(&screen, "<Down><Down><Down><Down>");
	screen_has(&screen, "▸Ukrainian memorandum");
	screen_has(&screen, "Made public by the press before the round");
	screen_lacks(&screen, "the editor says where each stands:");
	screen_has(&screen, "below each: the editor");
	screen_type(&screen, "<Home>");
	screen_type(&screen, "thom");
	screen_has(&screen, "    A French historian");
	screen_close(&screen);
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 49, 24);
	screen_type(&screen, "s");
	screen_has(&screen, "The editor: An unsigned");
	screen_lacks(&screen, "Analysts of a Polish");
	screen_close(&screen);
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 11);
	screen_type(&screen, "s");
	screen_lacks(&screen, "An unsigned commentary that");
	screen_close(&screen);
}

/* The line over a party's people is found as it reads, and what another page has is led to. */
static void test_what_a_row_reads_and_other_pages(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 30);
	screen_type(&screen, "iukraine, all");
	screen_has(&screen, "▸Ukraine, all");
	screen_type(&screen, "<Esc>iguarant");
	screen_has(&screen, "No line has these letters here; 1 in Themes: Tab.");
	screen_type(&screen, "<Tab>");
	screen_has(&screen, "[Themes]");
	screen_has(&screen, "/guarant");
	screen_type(&screen, "<Esc>ixqq");
	screen_has(
		&screen, "No line has these letters; Backspace takes one back, Down and Up move.");
	screen_close(&screen);
}

/* Each mark stands under the era of its entry: filled, empty, a diamond. */
static void test_marks_under_eras(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 100, 24);
	screen_type(&screen, "i");
	int row = screen_find(&screen, "Pavel Orlov");
	assert_true(row > 0);
	assert_non_null(strstr(screen_row(&screen, row), "□     ■"));
	row = screen_find(&screen, "Edmund Hale");
	assert_non_null(strstr(screen_row(&screen, row), "■     ■"));
	row = screen_find(&screen, "Ilona Varga");
	assert_non_null(strstr(screen_row(&screen, row), "◇"));
	screen_close(&screen);
}

/* Where the foot cannot name all who said nothing, the end of the list has room for them. */
static void test_the_silent(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "i");
	screen_has(&screen, "Lev Kamenev");
	screen_has(&screen, " more (End shows them)");
	screen_lacks(&screen, "Igor Kostyukov");
	screen_type(&screen, "<End>");
	screen_has(&screen, "Lev Kamenev");
	screen_has(&screen, "Igor Kostyukov");
	screen_lacks(&screen, "(End shows them)");
	screen_has(&screen, "▸");
	screen_type(&screen, "<Up>");
	screen_lacks(&screen, "Igor Kostyukov");
	screen_close(&screen);
}

/* Who types a people's name finds their party. */
static void test_a_people_by_name(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "iukrainians");
	screen_has(&screen, "▸Ukraine, all");
	screen_has(&screen, "Volodymyr Zelenskyy");
	screen_lacks(&screen, "Russia, all");
	screen_type(&screen, "<C-u>Russian");
	screen_has(&screen, "▸Russia, all");
	screen_type(&screen, "<C-u>Ukrainians<Enter>");
	screen_has(&screen, "only what Ukraine says");
	screen_close(&screen);
}

/* Their names fit no line, and lead to them; words that were picked change nothing of the pages. */
static void test_a_silent_one_by_name(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "iKostyukov");
	screen_has(&screen, "Igor Kostyukov was at a table and has no words here; Enter shows");
	screen_size(&screen, 38, 9);
	screen_has(&screen, "Igor Kostyukov was at a table and");
	screen_has(&screen, "has no words here; Enter shows");
	screen_size(&screen, 80, 24);
	screen_type(&screen, "<F3>");
	screen_has(&screen, "took part     16 May 2025  Direct peace talks again");
	screen_type(&screen, "<Esc><Enter>");
	screen_has(&screen, "Who is this?");
	screen_type(&screen, "<Esc><C-u>Костюков");
	screen_has(&screen, "Igor Kostyukov was at a table");
	screen_type(&screen, "<C-u>fomin<Enter>iKostyukov");
	screen_has(&screen, "Igor Kostyukov was at a table");
	screen_type(&screen, "<C-u>fomin");
	screen_has(&screen, "▸Alexander Fomin");
	screen_type(&screen, "<Esc>&ceasefire<Enter>i<Down>");
	screen_has(&screen, "3 of 18");
	screen_close(&screen);
}

/* The columns of the widest line between the rule at the end of the screen and the one above the foot. */
static int foot_width(const struct screen *screen)
{
	int most = 0;
	for (int row = screen->grid.rows - 3; !strstr(screen_row(screen, row), "───"); row--) {
		const char *text = screen_row(screen, row);
		int width = text_width(NULL, text, strlen(text));
		most = width > most ? width : most;
	}
	return most;
}

/* A foot is read, however wide the table above it is. */
static void test_the_foot_at_its_measure(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 159, 50);
	screen_type(&screen, "i<End>");
	assert_in_range(foot_width(&screen), 50, 78);
	screen_type(&screen, "<Esc>s<Down><Down><Down><Down><Down>");
	assert_in_range(foot_width(&screen), 50, 78);
	screen_close(&screen);
}

/* On a very wide screen it stands beside the list, which has all rows. */
static void test_the_foot_beside(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 160, 24);
	screen_type(&screen, "i<Down>");
	screen_has(&screen, "│ At the table, without a word here: ");
	screen_lacks(&screen, "(End shows them)");
	screen_type(&screen, "<Esc>t");
	screen_has(&screen, "│ De-escalation is less fighting");
	assert_non_null(strstr(screen_row(&screen, 21), "Mediation"));
	screen_close(&screen);
}

static void test_letters_narrow(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 100, 24);
	screen_type(&screen, "ihal");
	screen_has(&screen, "   /hal");
	screen_has(&screen, "▸Edmund Hale");
	screen_lacks(&screen, "Orlov");
	screen_type(&screen, "<Bsp><Bsp><Bsp>орл"); /* an alias */
	screen_has(&screen, "▸Pavel Orlov");
	screen_lacks(&screen, "Hale");
	screen_type(&screen, "<C-u>xyz");
	screen_has(&screen, "No line has these letters");
	screen_type(&screen, "<Enter>"); /* there is nothing to select */
	screen_has(&screen, "No line has these letters");
	/* q is a letter behind a letter, Esc leaves. */
	screen_type(&screen, "<C-w>iq");
	screen_has(&screen, "   /iq");
	screen_has(&screen, "  Esc close");
	screen_type(&screen, "<Esc>");
	screen_lacks(&screen, "Speakers");
	screen_close(&screen);
}

/* While nothing is typed q leads out, as everywhere, and Space a page on. */
static void test_keys_before_letters(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 100, 24);
	screen_type(&screen, "i");
	screen_has(&screen, "  Esc close");
	screen_type(&screen, "q");
	screen_lacks(&screen, "Speakers");
	screen_type(&screen, "ih<Bsp>q");
	screen_lacks(&screen, "Speakers");
	screen_close(&screen);
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "s<Space>");
	screen_has(&screen, "Bohdanov, 2025");
	screen_lacks(&screen, "Unsigned commentary, 2022");
	screen_lacks(&screen, "Lesson plans   /");
	screen_type(&screen, "<Home>the<Space>u");
	screen_has(&screen, "   /the u");
	screen_close(&screen);
}

/* The number that ends a row: how many entries it counts. */
static long last_number(const char *row)
{
	long number = 0;
	for (char *end; *row; row = end) {
		long read = strtol(row, &end, 10);
		number = end > row ? read : number;
		end += end == row;
	}
	return number;
}

/* A heading is a row: letters find it with all who stand under it, and Enter there shows what they
 * said, as many entries as it counts. */
static void test_headings(void **state)
{
	(void)state;
	static const int sizes[][2] = {{120, 36}, {80, 24}, {60, 20}};
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct screen screen;
		screen_open(
			&screen, "events.yaml", &(struct app_options){0}, sizes[i][0], sizes[i][1]);
		screen_type(&screen, "iukr");
		screen_has(&screen, sizes[i][0] < 84 ? "▸Ukraine, all" : "▸all of them");
		screen_has(&screen, "Zelenskyy");
		screen_has(&screen, "Chaly");
		screen_has(&screen, "Umerov");
		screen_has(&screen, "Atroshenko");
		screen_lacks(&screen, "OSW");
		screen_lacks(&screen, "commentary");
		screen_lacks(&screen, "avuşo");
		int row = screen_find(&screen, "▸");
		assert_true(last_number(screen_row(&screen, row)) >
			last_number(screen_row(&screen, row + 1)));
		screen_type(&screen, "<Enter>");
		screen_has(&screen, "only what Ukraine says");
		screen_has(&screen, "1 of ");
		screen_has(&screen, "▸    5 Dec 1994");
		screen_close(&screen);
	}
}

/* Who writes the sources stands with them; what is not seen of a line is said behind its name. */
static void test_authors_and_other_names(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 120, 40);
	screen_type(&screen, "isources");
	screen_has(&screen, "Mark Episkopos");
	screen_has(&screen, "Yuriy Bohdanov");
	screen_has(&screen, "Françoise Thom");
	screen_has(&screen, "OSW");
	screen_lacks(&screen, "Le Drian");
	screen_type(&screen, "<C-u>богд");
	screen_has(&screen, "▸Yuriy Bohdanov (Богданов)");
	screen_type(&screen, "<C-u>epis");
	screen_has(&screen, "▸Mark Episkopos ");
	screen_type(&screen, "<C-u><Tab><Tab><Enter>");
	screen_has(&screen,
		"53 entries, 3 more in an event that names it; its own: & by:commentary-2022");
	screen_type(&screen, "sanadolu, 29<Enter>");
	screen_has(
		&screen, "0 entries, 12 more in an event that names it as a source; \\ shows all");
	screen_type(&screen, "sthom<Enter>");
	screen_has(&screen, " entries, 9 more in 2 events that name it as a source; \\ shows all");
	screen_size(&screen, 40, 20);
	screen_type(&screen, "iбогд");
	screen_has(&screen, "(Богд");
	screen_close(&screen);
}

static void test_moving(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 100, 24);
	screen_type(&screen, "i<Down>");
	screen_lacks(&screen, "▸Pavel Orlov");
	screen_type(&screen, "<C-p>");
	screen_has(&screen, "▸Pavel Orlov");
	screen_type(&screen, "<End>");
	screen_has(&screen, "▸Ilona Varga");
	screen_type(&screen, "<Home><C-n>");
	screen_has(&screen, "▸Edmund Hale");
	screen_type(&screen, "<PgDn><PgUp><Up><Up>");
	screen_has(&screen, "▸Pavel Orlov");
	screen_close(&screen);
}

/* Who has words that a lesson does not show is silent in this lesson, not in the record. */
static void test_the_silent_of_a_lesson(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 200, 50);
	screen_type(&screen, "i");
	screen_has(&screen, "At the table, without a word here: ");
	screen_lacks(&screen, "Davyd Arakhamia, ");
	screen_type(&screen, "medin"); /* under one name they would seem to be of it */
	screen_has(&screen, "Aide to the president of Russia");
	screen_lacks(&screen, "At the table");
	screen_type(&screen, "<Esc>:two-istanbuls<Enter>i");
	screen_has(&screen, "At the table, without a word in this lesson: ");
	screen_close(&screen);
}

/* Whoever picks a theme from within reads it from its first event on; the index opens over every view whose
 * help names it. */
static void test_picked_from_within(void **state)
{
	(void)state;
	static const char *const ways[] = {"vi", "ci", "mMi"};
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "/Crimea<Enter>nnnt<Enter>");
	screen_has(&screen, "▸      Mar 2014 ○ Russia annexes Crimea");
	screen_has(&screen, " 13 entries; \\ shows everything again");
	screen_type(&screen, "<lt>");
	screen_has(&screen, "▸   29 Mar 2022 ● What Ukraine proposes");
	screen_close(&screen);
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		screen_open(&screen, "events.yaml", &(struct app_options){.at = "istanbul-round"},
			80, 24);
		screen_type(&screen, ways[i]);
		screen_has(&screen, "[Speakers]");
		screen_close(&screen);
	}
}

/* What is told of a line in its foot leads to it, where no name does: words of both, in any order. */
static void test_what_is_told_of_a_line(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{"tprogress", "▸Real talks or a show?"},
		{"treal progress", "▸Real talks or a show?"},
		{"ireal progress<Tab>", "▸Real talks or a show?"},
		{"sgood will", "▸Unsigned commentary, 2022"},
		{"iculture", "▸Vladimir Medinsky"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct screen screen;
		screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
		screen_type(&screen, cases[i][0]);
		screen_has(&screen, cases[i][1]);
		screen_close(&screen);
	}
}

static void test_enter_filters(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 120, 30);
	screen_type(&screen, "ihale<Enter>");
	screen_has(&screen, "only what Edmund Hale says");
	screen_has(&screen, "The treaty is signed");
	screen_has(&screen, "The end");
	screen_lacks(&screen, "Nothing is heard of it");
	/* From the card it leads to the first that is selected, and back. */
	screen_has(&screen, "▸   30 Mar 1856");
	/* The index lists all voices still, and another may be chosen. */
	screen_type(&screen, "i");
	screen_has(&screen, "Pavel Orlov");
	screen_type(&screen, "varga<Enter>");
	screen_has(&screen, "only what Ilona Varga says");
	screen_has(&screen, "▸16–19 May 1881");
	screen_type(&screen, "\\");
	screen_has(&screen, "Nothing is heard of it");
	screen_type(&screen, "t<Enter>");
	screen_has(&screen, "only theme The river line");
	screen_type(&screen, "\\s<End><Enter>");
	screen_has(&screen, "only source Karlsund Courier, 2 April 1856");
	screen_type(&screen, "\\i<Tab><Tab><Tab><Enter>");
	screen_has(&screen, "only The treaty is signed or");
	screen_lacks(&screen, "The end");
	screen_close(&screen);
}

/* A record without words, themes and parallels: every page says what it has not. */
static void test_small_records(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "tests/data/karlsund.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "i<Tab><Tab><Tab><Enter>");
	screen_type(&screen, "\\i<Tab><Tab><Tab><Right><Left><Enter>");
	screen_close(&screen);
}

static void test_every_size(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, rounds, &(struct app_options){.ascii = true}, 120, 36);
	screen_type(&screen, "i");
	for (int cols = 1; cols <= 220; cols += 1 + cols / 9)
		for (int rows = 1; rows <= 60; rows += 1 + rows / 5) {
			screen_size(&screen, cols, rows);
			screen_type(&screen, "<Down><Right><PgDn><End>");
			if (cols >= 40 && rows >= 7)
				screen_has(&screen, ">Ilona");
			screen_type(&screen, "<Tab><End><Tab><End><Tab><End><Tab>");
		}
	screen_size(&screen, 40, 10);
	screen_has(&screen, "Speakers");
	screen_close(&screen);
}

static void test_hostile_text(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "tests/data/hostile.yaml", &(struct app_options){0}, 100, 30);
	screen_type(&screen, "jl<Enter>");
	for (int i = 0; i < 12; i++)
		screen_type(&screen, "j");
	screen_type(&screen, "qi<Tab><Tab><Tab><Tab>");
	for (int row = 0; row < screen.grid.rows; row++)
		for (const char *c = screen_row(&screen, row); *c; c++)
			assert_true((unsigned char)*c >= 0x20 && *c != 0x7f);
	screen_close(&screen);
}

/* Lesson plans are a page, from which Enter opens one; a record without any has no such page. */
static void test_lesson_plans(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "tests/data/plan.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "i<Tab><Tab><Tab><Tab>");
	screen_has(&screen, "[Lesson plans]");
	screen_has(&screen, "▸Who moved at Karlsund?");
	screen_has(&screen, "45 minutes   8 scenes   rounds");
	screen_has(&screen, "Who moved between the two rounds, and towards whom?");
	screen_lacks(&screen, "teacher");
	screen_type(&screen, "karls<Enter>");
	screen_has(&screen, "p starts this lesson");
	screen_has(&screen, "Who moved between the two rounds, and towards whom?");
	screen_type(&screen, "p");
	screen_has(&screen, "8 scenes");
	screen_type(&screen, "i<S-Tab><Down><Enter>");
	screen_has(&screen, "Esc leads back to the scene");
	screen_type(&screen, "<Esc>");
	screen_has(&screen, "8 scenes");
	screen_close(&screen);
	open_rounds(&screen, 80, 24);
	screen_type(&screen, "i<S-Tab>");
	screen_has(&screen, "[Parallels]");
	screen_close(&screen);
}

/* The selected line is seen, whatever may stand above it. */
static void test_a_group_where_there_is_no_room(void **state)
{
	(void)state;
	for (int rows = 1; rows < 12; rows++) {
		struct screen screen;
		screen_open(&screen, "events.yaml", &(struct app_options){0}, 30, rows);
		screen_type(&screen, "s");
		screen_has(&screen, "Unsigned");
		screen_type(&screen, "<Down><Down><Down><Down><Down>");
		screen_has(&screen, "Ukrainian");
		screen_type(&screen, "<Esc>i<Down><Down>");
		screen_has(&screen, "▸");
		screen_close(&screen);
	}
}

/* What a day does to what one sees is said on the card, and when it is typed. */
static void test_a_day_says_what_it_hides(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 80, 24);
	/* From the card to what was known last; an event is stayed at. */
	screen_type(&screen, "@1 May 1856<Enter>");
	screen_has(
		&screen, "the last words known by 1 May 1856; k goes back in time, \\ shows all");
	screen_has(&screen, "▸   30 Mar 1856 ● The treaty is signed");
	screen_type(&screen, "j@1 May 1856<Enter>");
	screen_has(&screen, "▸   c. Apr 1856 ○ Nothing is heard of it");
	screen_has(&screen,
		"only what was public by that day; G leads to the last of it, \\ shows all");
	screen_type(&screen, "g");
	screen_has(&screen, "As of 1 May 1856: only what was public");
	screen_type(&screen, "\\");
	screen_lacks(&screen, "As of 1 May 1856");
	screen_close(&screen);
}

/* The number that the filter leaves is said before the one of the index, and what makes the difference. */
static void test_what_is_picked_is_counted_as_shown(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "iRussia<Enter>");
	uint32_t shown = quote_counts_sum(&screen.app->result->quote_kinds);
	struct buf said = {0};
	buf_format(&said, " %u entries: the index's ", (unsigned)shown);
	screen_has(&screen, buf_string(&said));
	screen_has(&screen, " of these in other words; \\ shows all");
	buf_free(&said);
	screen_type(&screen, "\\&2022 2025"); /* and what newcomers type at & */
	screen_has(&screen, "that selects nothing; either: 2022,2025");
	screen_type(&screen, "<C-u>2022<Enter>&all<Enter>");
	screen_has(&screen, "everything is shown again: 56 events");
	screen_type(&screen, "&\"all\"<Enter>"); /* the word itself */
	screen_has(&screen, "only \"all\"");
	screen_close(&screen);
}

/* Of a record without an era, and where none has room, the index has no column. */
static void test_no_era(void **state)
{
	(void)state;
	struct screen screen;
	const struct load_input input = {"empty.yaml", "title: T\n", strlen("title: T\n")};
	screen_open_bytes(&screen, &input, &(struct app_options){0}, 60, 12);
	screen_type(&screen, "i");
	screen_has(&screen, "Speakers");
	screen_close(&screen);
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 20, 12);
	screen_type(&screen, "i");
	screen_has(&screen, "Speakers");
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lesson_plans),
		cmocka_unit_test(test_pages),
		cmocka_unit_test(test_stances),
		cmocka_unit_test(test_no_era),
		cmocka_unit_test(test_what_a_row_reads_and_other_pages),
		cmocka_unit_test(test_marks_under_eras),
		cmocka_unit_test(test_the_silent),
		cmocka_unit_test(test_a_silent_one_by_name),
		cmocka_unit_test(test_a_people_by_name),
		cmocka_unit_test(test_the_foot_at_its_measure),
		cmocka_unit_test(test_the_foot_beside),
		cmocka_unit_test(test_letters_narrow),
		cmocka_unit_test(test_keys_before_letters),
		cmocka_unit_test(test_headings),
		cmocka_unit_test(test_authors_and_other_names),
		cmocka_unit_test(test_moving),
		cmocka_unit_test(test_the_silent_of_a_lesson),
		cmocka_unit_test(test_picked_from_within),
		cmocka_unit_test(test_what_is_told_of_a_line),
		cmocka_unit_test(test_enter_filters),
		cmocka_unit_test(test_small_records),
		cmocka_unit_test(test_every_size),
		cmocka_unit_test(test_hostile_text),
		cmocka_unit_test(test_a_group_where_there_is_no_room),
		cmocka_unit_test(test_a_day_says_what_it_hides),
		cmocka_unit_test(test_what_is_picked_is_counted_as_shown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
