/* Issues by meetings: what stands in the cells, how one moves, and what lies behind them. */
#include "screen.h"

static const char talks[] = "tests/data/talks.yaml";

static void open_table(struct screen *screen, int cols, int rows)
{
	screen_open(screen, talks, &(struct app_options){0}, cols, rows);
	screen_type(screen, "v");
}

static void test_the_table(void **state)
{
	(void)state;
	struct screen screen;
	open_table(&screen, 120, 36);
	screen_has(&screen, " Positions");
	screen_has(&screen, "3 issues on 3 dates");
	screen_has(&screen, "The spring round                 Too late for the round");
	screen_has(&screen, "25 March 1856");
	screen_has(&screen, " The river line");
	screen_has(&screen,
		"▸will not speak of it          ‹  · not raised here             ≠  half of it");
	screen_has(&screen, "=  OURS – both banks!");
	screen_has(&screen, "›  pays none");
	screen_has(
		&screen, "No words are given; the source is Varga"); /* behind the selected cell */
	screen_has(&screen, "= the same   ≠ other words: judge for yourself   ‹ only before");
	screen_lacks(&screen, "[ ] meetings"); /* all are shown */
	screen_close(&screen);
}

/* Esc leads back to the table that led here; not from other words. */
static void test_back_to_the_table(void **state)
{
	(void)state;
	struct screen screen;
	open_table(&screen, 120, 36);
	screen_type(&screen, "j<Enter>");
	screen_lacks(&screen, " Positions");
	screen_type(&screen, "<Esc>");
	screen_has(&screen, " Positions");
	screen_type(&screen, "<Enter>h<Esc>");
	screen_has(&screen, " Positions");
	screen_type(&screen, "<Enter>J<Esc>");
	screen_lacks(&screen, " Positions");
	screen_type(&screen, "<Esc>");
	screen_has(&screen, " Positions");
	screen_type(&screen, "<Esc><Esc>");
	screen_lacks(&screen, " Positions");
	screen_has(&screen, "q quits");
	screen_close(&screen);
}

static void test_moving(void **state)
{
	(void)state;
	struct screen screen;
	open_table(&screen, 120, 36);
	screen_type(&screen, "j");
	screen_has(&screen, "▸Ours, both banks");
	screen_has(&screen, "Edmund Hale, 25 March 1856 (13 March Old Style): “The river belongs");
	screen_type(&screen, "l");
	screen_has(&screen, "‹ ▸· not raised here");
	screen_has(&screen, "The record has nothing here: nobody raises it at this meeting.");
	screen_type(&screen, "<Enter>");
	screen_has(&screen, "the record has nothing in this cell");
	screen_type(&screen, "hj");
	screen_has(&screen, "▸keeps them");
	screen_has(&screen, "as Karlsund Courier");
	screen_has(&screen, "  reports: Orlov said"); /* at the measure of reading */
	screen_type(&screen, "j");                    /* the second stand of the same cell */
	screen_has(&screen, "▸lowers them");
	screen_type(&screen, "jk");
	screen_has(&screen, "▸lowers them");
	screen_type(&screen, "kkk");
	screen_has(&screen, "▸will not speak");
	screen_size(&screen, 30, 8); /* what is selected, with its issue */
	screen_has(&screen, " The river line");
	screen_has(&screen, "▸");
	screen_close(&screen);
}

static void test_cells_lead_to_what_is_behind(void **state)
{
	(void)state;
	struct screen screen;
	open_table(&screen, 120, 36);
	screen_type(&screen, "j<Enter>");
	screen_has(&screen, "│▌ “The river belongs to those who live on it.”");
	screen_type(&screen, "v");
	screen_has(&screen, "▸Ours, both banks"); /* as it was left */
	screen_type(&screen, "k<Enter>");         /* no quotation: the event */
	screen_has(&screen, "▸   25 Mar 1856 ○ The evening after");
	screen_close(&screen);
}

static void test_other_meetings(void **state)
{
	(void)state;
	struct screen screen;
	open_table(&screen, 80, 24);
	screen_has(&screen, "3 issues · dates 1–2 of 3");
	screen_has(&screen, "[ ] meetings   ? help   Esc close");
	screen_lacks(&screen, "The autumn round");
	screen_type(&screen, "ll");
	screen_has(&screen, "The autumn round");
	screen_has(&screen, "▸half of it");
	screen_type(&screen, "[");
	screen_lacks(&screen, "The autumn round");
	screen_type(&screen, "]");
	screen_has(&screen, "dates 2–3 of 3"); /* one stays, to be compared with */
	screen_has(&screen, "The autumn round");
	screen_size(&screen, 120, 36);
	screen_type(&screen, "]");
	screen_has(&screen, "all meetings are shown");
	screen_close(&screen);
}

static void test_one_party(void **state)
{
	(void)state;
	struct screen screen;
	open_table(&screen, 120, 36);
	screen_type(&screen, "+");
	screen_has(&screen, "only Norland");
	screen_has(&screen, "keeps them");
	screen_lacks(&screen, "pays none");
	screen_type(&screen, "+");
	screen_has(&screen, "only Südmark");
	screen_type(&screen, "++");
	screen_lacks(&screen, "· 3 issues");
	screen_has(&screen, "pays none");
	screen_close(&screen);
}

static void test_narrow_paper(void **state)
{
	(void)state;
	struct screen screen;
	open_table(&screen, 60, 16);
	screen_has(&screen, "date 1 of 3");
	screen_lacks(&screen, "= the same"); /* there is nothing beside it */
	screen_has(&screen, "▸will not speak of it");
	screen_size(&screen, 40, 10);
	screen_has(&screen, "  Norland");
	screen_has(&screen, "▸will not speak of it");
	screen_type(&screen, "ll");
	screen_has(&screen, " ▸half of it");
	screen_size(&screen, 30, 5);
	screen_has(&screen, "▸half of it");
	screen_close(&screen);
}

static void test_headings_stay(void **state)
{
	(void)state;
	struct screen screen;
	open_table(&screen, 80, 16);
	screen_type(&screen, "G");
	screen_has(&screen, "The spring round");
	screen_has(&screen, " Prisoners");
	screen_type(&screen, "k");
	screen_has(&screen, " Tolls");
	screen_has(&screen, "▸·");
	screen_close(&screen);
}

static void test_a_record_without_positions(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "tests/data/rounds.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "v");
	screen_has(&screen, "The record holds no positions.");
	screen_type(&screen, "jlG]+<Enter>y<Esc>");
	screen_lacks(&screen, "The record holds no positions.");
	screen_close(&screen);
}

/* A filter hides what rests on what it hides, and the table follows it. */
static void test_a_filter(void **state)
{
	(void)state;
	struct screen screen;
	open_table(&screen, 120, 36);
	screen_type(&screen, "q&id:hale-river<Enter>v");
	screen_has(&screen, "Ours, both banks");
	screen_lacks(&screen, "OURS");
	screen_lacks(&screen, "keeps them");
	screen_type(&screen,
		"q&<C-u>id:brandt-river<Enter>v"); /* as many words as before, but others */
	screen_has(&screen, "OURS");
	screen_lacks(&screen, "Ours, both banks");
	screen_type(&screen, "q\\v");
	screen_has(&screen, "OURS");
	screen_close(&screen);
}

/* Words longer than the foot have the rows that the lines leave. */
static void test_long_words(void **state)
{
	(void)state;
	struct screen screen;
	open_table(&screen, 42, 19);
	screen_type(&screen, "j");
	screen_has(&screen, "Old Style): “The river belongs to those");
	assert_int_equal(screen_find(&screen, "  who live on it.”"), screen.grid.rows - 3);
	screen_close(&screen);
}

/* Where not all meetings fit, the first to be seen are the two rounds that the record likens most, of 2022 and
 * 2025; of the first column shown no sign says what nobody sees. */
static void test_the_meetings_that_one_came_for(void **state)
{
	static const struct {
		int cols;
		const char *shown;
		bool both;
	} cases[] = {
		{60, " issues · date 2 of 4", false},
		{80, " issues · dates 2–3 of 4", true},
		{100, " issues · dates 2–3 of 4", true},
		{120, " issues · dates 1–3 of 4", true},
		{160, " issues on 4 dates", true},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct screen screen;
		screen_open(&screen, "events.yaml", &(struct app_options){0}, cases[i].cols, 24);
		screen_type(&screen, "v");
		screen_has(&screen, cases[i].shown);
		screen_has(&screen, "Istanbul, spring 2022");
		if (cases[i].both)
			screen_has(&screen, "Istanbul, May–June 2025");
		if (cases[i].cols < 120)
			screen_has(&screen, "▸demands it: to join no bloc");
		screen_close(&screen);
	}
}

static void see(const char *keys, const char *const shown[])
{
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, keys);
	for (size_t i = 0; shown[i]; i++)
		screen_has(&screen, shown[i]);
	screen_close(&screen);
}

/* A query that leaves out the main event of a round does not turn the table away from it. */
static void test_the_rounds_of_a_selection(void **state)
{
	(void)state;
	see("tneutr<Enter>v",
		(const char *const[]){"29 March 2022   ", "dates 2–3 of 4",
			"▸demands it: to join no bloc", NULL});
	see("&Crimea<Enter>v",
		(const char *const[]){"29 March 2022   ", "dates 1–2 of 3",
			"▸to be recognised as its own", NULL});
}

/* The meeting of the event at hand is shown, and its column selected; also when another is at hand later. */
static void test_the_meeting_at_hand(void **state)
{
	struct screen screen;
	(void)state;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, ":2025-06-02<Enter>v");
	screen_has(&screen, "dates 3–4 of 4");
	screen_has(&screen, "▸no alliance, no foreign bases");
	screen_type(&screen, "jjhq:2022-03-29<Enter>v");
	screen_has(&screen, "dates 2–3 of 4");
	screen_type(&screen, "jlqv"); /* of the same event the cell stays */
	screen_has(&screen, "▸");
	screen_has(&screen, "dates 2–3 of 4");
	screen_close(&screen);
	see(":2025-06-02<Enter>p v", /* over a scene that of the scene, at an issue of its words */
		(const char *const[]){"dates 3–4 of 4", "▸only leaders can settle", NULL});
}

/* The table opens at the issue that the filter names: its theme, or a word of that; else at its top. */
static void test_opens_at_what_was_asked(void **state)
{
	(void)state;
	see("tcrimea<Enter>v", (const char *const[]){"▸to be recognised as its own", NULL});
	see("&guarantees<Enter>v", (const char *const[]){"▸speaks of them, for Ukraine", NULL});
	see("&-theme:crimea<Enter>v", (const char *const[]){"▸an agreement being prepared", NULL});
	see("&by:russia<Enter>v", (const char *const[]){"▸demands it: to join no bloc", NULL});
}

/* What lies beyond the columns is told by its date, and whether more is to be turned to. */
static void test_beyond_the_columns(void **state)
{
	(void)state;
	struct screen screen;
	see("v",
		(const char *const[]){
			"━━ ← earlier: 17 December 2021 ━", "━ later: 2 June 2025 → ━━", NULL});
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "v]");
	screen_has(&screen, "━━ ← earlier: 29 March 2022 ━");
	screen_lacks(&screen, "later:");
	screen_lacks(&screen, "these are the last");
	screen_type(&screen, "]");
	screen_has(&screen, "these are the last meetings; [ leads back");
	screen_type(&screen, "[[[");
	screen_has(&screen, "these are the first meetings; ] leads on");
	screen_lacks(&screen, "earlier");
	screen_size(&screen, 40, 10);
	screen_has(&screen, "━ later → ━");
	screen_close(&screen);
}

/* Where a party's silence is told of one meeting, so are its words of the nearest other. */
static void test_silence_at_one_meeting(void **state)
{
	(void)state;
	see("vlj",
		(const char *const[]){"▸· no source says",
			"At the meeting of 2 June 2025:", "  be neutral” (Ukraine).", NULL});
}

/* The words take the rows that they need, as long as the selected cell has its own. */
static void test_all_words_of_the_record(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "vjj"); /* Chaly's words, of 2022 */
	screen_has(&screen, "military-political alliances.”");
	screen_has(&screen, "▸offers it, on conditions");
	screen_size(&screen, 60, 16);
	screen_has(&screen, "▸offers it, on conditions");
	screen_has(&screen, "… Enter go there");
	screen_close(&screen);
}

static void test_the_title_says_what_is_selected(void **state)
{
	(void)state;
	struct screen screen;
	open_table(&screen, 80, 24);
	screen_lacks(&screen, "Positions ·");
	screen_type(&screen, "q&<C-u>id:brandt-river<Enter>v");
	screen_has(&screen, " Positions · only a quotation of Jutta Brandt");
	screen_close(&screen);
}

/* What the query leaves out is called that in cell, legend, foot and answer; where there is no
 * position it says how all are shown again. */
static void test_a_selection(void **state)
{
	(void)state;
	struct screen screen;
	open_table(&screen, 120, 36);
	screen_type(&screen, "q&<C-u>id:hale-river,brandt-river<Enter>v");
	screen_has(&screen, "2 of 3 issues on 2 of 3 dates");
	screen_has(&screen, "▸× not in this selection                       half of it");
	screen_has(&screen, "  Not in this selection; \\ shows all.");
	screen_has(&screen, "=  OURS – both banks!");
	screen_has(&screen, "· not raised here");
	screen_type(&screen, "<Enter>");
	screen_has(&screen, "that is not in this selection; \\ shows all");
	screen_type(&screen, "q&<C-u>id:before<Enter>v");
	screen_has(&screen, "No position of the record is in this selection.");
	screen_has(&screen, "\\ shows all.");
	screen_type(&screen, "jlG]+<Enter>y<Esc>");
	screen_close(&screen);
}

/* The selected stand is on the screen, however low that is and however many its cell holds. */
static void test_a_tall_cell_on_a_low_screen(void **state)
{
	static const int sizes[][2] = {{20, 6}, {20, 5}, {24, 7}, {30, 8}, {40, 10}, {60, 9}};
	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct screen screen;
		screen_open(
			&screen, "events.yaml", &(struct app_options){0}, sizes[i][0], sizes[i][1]);
		screen_type(&screen, "v");
		for (int step = 0; step < 17; step++) {
			screen_has(&screen, "▸");
			screen_type(&screen, step == 8 ? "l" : "j");
		}
		screen_close(&screen);
	}
}

static void test_copying_and_closing(void **state)
{
	(void)state;
	struct screen screen;
	open_table(&screen, 80, 24);
	screen_type(&screen, "y");
	assert_int_equal(screen.next, APP_COPY);
	assert_non_null(strstr(app_clipboard(screen.app), "Südmark       Ours, both banks"));
	screen_type(&screen, "xv");
	screen_lacks(&screen, "Positions");
	screen_type(&screen, "vq");
	assert_int_not_equal(screen.next, APP_QUIT);
	screen_lacks(&screen, "Positions");
	screen_close(&screen);
}

static void test_every_size(void **state)
{
	(void)state;
	struct screen screen;
	open_table(&screen, 120, 36);
	for (int cols = 1; cols <= 220; cols += 1 + cols / 9)
		for (int rows = 1; rows <= 60; rows += 1 + rows / 5) {
			screen_size(&screen, cols, rows);
			screen_type(&screen, "jl");
			screen_type(&screen, "[<PgDn>]k");
		}
	screen_size(&screen, 80, 24);
	screen_has(&screen, "▸");
	screen_close(&screen);
}

/* Back from where a cell led, the same cell is selected; `<` goes on from there. */
static void test_back_to_the_cell(void **state)
{
	(void)state;
	struct screen screen;
	open_table(&screen, 120, 36);
	screen_type(&screen, "jjj");
	screen_has(&screen, "▸lowers them");
	screen_type(&screen, "<Enter>");
	screen_lacks(&screen, " Positions");
	screen_type(&screen, "<lt>");
	screen_has(&screen, " Positions");
	screen_has(&screen, "▸lowers them");
	screen_type(&screen, "<lt>");
	screen_has(&screen, "this is where you began");
	screen_close(&screen);
}

/* The words below take more or fewer rows from line to line: what has room beside them stays. */
static void what_has_room_stays(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "v");
	for (int n = 0; n < 4; n++) {
		screen_has(&screen, "demands it: to join no bloc");
		screen_has(&screen, "Security guarantees");
		screen_type(&screen, n < 3 ? "<Down>" : "");
	}
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_has_room_stays),
		cmocka_unit_test(test_the_table),
		cmocka_unit_test(test_back_to_the_table),
		cmocka_unit_test(test_moving),
		cmocka_unit_test(test_back_to_the_cell),
		cmocka_unit_test(test_cells_lead_to_what_is_behind),
		cmocka_unit_test(test_other_meetings),
		cmocka_unit_test(test_one_party),
		cmocka_unit_test(test_narrow_paper),
		cmocka_unit_test(test_headings_stay),
		cmocka_unit_test(test_a_record_without_positions),
		cmocka_unit_test(test_a_filter),
		cmocka_unit_test(test_long_words),
		cmocka_unit_test(test_all_words_of_the_record),
		cmocka_unit_test(test_a_selection),
		cmocka_unit_test(test_the_meetings_that_one_came_for),
		cmocka_unit_test(test_the_rounds_of_a_selection),
		cmocka_unit_test(test_the_meeting_at_hand),
		cmocka_unit_test(test_beyond_the_columns),
		cmocka_unit_test(test_opens_at_what_was_asked),
		cmocka_unit_test(test_silence_at_one_meeting),
		cmocka_unit_test(test_a_tall_cell_on_a_low_screen),
		cmocka_unit_test(test_the_title_says_what_is_selected),
		cmocka_unit_test(test_copying_and_closing),
		cmocka_unit_test(test_every_size),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
