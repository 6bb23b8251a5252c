/* The mouse, and a kiosk. */
#include "screen.h"
#include "ui/core/spot.h"

#include "base/order.h"

#include "ui/core/action_table.h"
#include "ui/core/target.h"
#include "ui/core/view.h"

static void open_rounds(struct screen *screen, const struct app_options *options)
{
	screen_open(screen, "tests/data/rounds.yaml", options, 120, 30);
}

static void mouse_then(struct screen *screen, int button, int row, int col, int64_t at)
{
	screen->next = app_apply(screen->app,
		&(struct input){
			.kind = INPUT_MOUSE, .button = button, .row = row, .col = col, .at = at});
	app_draw(screen->app, &screen->grid);
}

static void mouse(struct screen *screen, int button, int row, int col)
{
	mouse_then(screen, button, row, col, 0);
}

static void click_at(struct screen *screen, int row, int col)
{
	mouse(screen, INPUT_LEFT_BUTTON, row, col);
	mouse(screen, INPUT_LEFT_RELEASED, row, col);
}

static void double_click_at(struct screen *screen, int row, int col)
{
	static int64_t now;
	now += 5000;
	for (int n = 0; n < 2; n++) {
		mouse_then(screen, INPUT_LEFT_BUTTON, row, col, now + n * 200);
		mouse_then(screen, INPUT_LEFT_RELEASED, row, col, now + n * 200 + 80);
	}
}

/* Where a text stands; in columns, of text without wide characters. */
static int find(struct screen *screen, const char *text, int *col)
{
	int row = screen_find(screen, text);
	assert_true(row >= 0);
	const char *line = screen_row(screen, row), *end = strstr(line, text);
	for (*col = 0; line < end; line++)
		*col += ((unsigned char)*line & 0xc0) != 0x80;
	return row;
}

static void click(struct screen *screen, const char *text)
{
	int col, row = find(screen, text, &col);
	click_at(screen, row, col);
}

static void double_click(struct screen *screen, const char *text)
{
	int col, row = find(screen, text, &col);
	double_click_at(screen, row, col);
}

static void test_f2_turns_it_on_and_off(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, &(struct app_options){0});
	assert_false(app_mouse(screen.app));
	click(&screen, "The treaty is signed");
	assert_int_equal(screen.next, APP_NOTHING);
	screen_type(&screen, "<F2>");
	assert_true(app_mouse(screen.app));
	screen_has(&screen, "the mouse is on");
	screen_type(&screen, "<F2>");
	assert_false(app_mouse(screen.app));
	screen_close(&screen);
}

static void test_a_click_selects_and_a_second_leads_into_it(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, &(struct app_options){.mouse = true});
	click(&screen, "The treaty is signed");
	screen_has(&screen, "▸   30 Mar 1856 ● The treaty is signed");
	screen_lacks(&screen, "1 of 2: a quotation");
	click_at(&screen, screen_find(&screen, "▸"), 20);
	screen_has(&screen, "1 of 2: a quotation");
	click(&screen, "Orlov said that ink");
	screen_has(&screen, "2 of 2: a report");
	click(&screen, "Nothing is heard of it");
	screen_has(&screen, "▸   c. Apr 1856 ○ Nothing");
	click_at(&screen, 0, 0); /* the title */
	assert_int_equal(screen.next, APP_NOTHING);
	screen_close(&screen);
}

/* What a prompt's note names. */
static void test_a_note_is_clicked(void **state)
{
	(void)state;
	static const char *const prompts[] = {"/", "&", "@", ":", "/qqxq"};
	for (size_t i = 0; i < sizeof prompts / sizeof *prompts; i++) {
		struct screen screen;
		screen_open(&screen, "events.yaml", &(struct app_options){.mouse = true}, 80, 24);
		screen_type(&screen, prompts[i]);
		click(&screen, " shows examples");
		screen_has(&screen, " Examples of ");
		screen_close(&screen);
	}
}

/* Each key that the card names does itself with its phrase, and one alone its whole row. */
static void test_the_card_is_clicked(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){.mouse = true}, 80, 40);
	click(&screen, "lesson plans for a class");
	screen_has(&screen, "Enter open");
	click(&screen, "How did the talks");
	screen_has(&screen, "▸ How did the talks");
	click(&screen, "Summaries by"); /* out of the plans */
	screen_lacks(&screen, "▸ How did the talks");
	click(&screen, "lesson plans for a class");
	click(&screen, "who stood where"); /* from among the plans as well */
	screen_has(&screen, "Positions");
	screen_type(&screen, "q");
	click(&screen, "read on, to the last word");
	screen_lacks(&screen, "read on, to the last word");
	screen_type(&screen, "g");
	click(&screen, "v, s, i  who");
	screen_has(&screen, "Positions");
	screen_type(&screen, "q");
	click(&screen, "who stood where");
	screen_has(&screen, "Positions");
	screen_type(&screen, "q");
	click(&screen, "who speaks");
	screen_has(&screen, "Speakers");
	screen_type(&screen, "<Esc>");
	click(&screen, "or a day;");
	screen_has(&screen, "find /");
	screen_type(&screen, "<Esc>");
	click(&screen, "read on, to the last word");
	screen_lacks(&screen, "read on, to the last word");
	screen_type(&screen, "g");
	click(&screen, "said it?");
	screen_has(&screen, "question 1 of 10");
	screen_close(&screen);
}

/* All of a row that names keys is for one of them, also between them and behind its words, and where these
 * take several lines. */
static void test_no_part_of_a_row_of_keys_is_dead(void **state)
{
	(void)state;
	static const char *const leads[] = {"Positions", "[Sources]", "[Speakers]"};
	for (int cols = 80; cols >= 40; cols -= 20) {
		struct screen screen;
		screen_open(&screen, "events.yaml", &(struct app_options){.mouse = true}, cols, 40);
		int left, row = find(&screen, "v, s, i", &left), seen[3] = {0};
		int last = screen_find(&screen, "c, p, w");
		for (; row < last; row++)
			for (int col = row == screen_find(&screen, "v, s, i") ? left : left + 9;
				col < cols; col++) {
				int lead = 2;
				click_at(&screen, row, col);
				while (lead >= 0 && screen_find(&screen, leads[lead]) < 0)
					lead--;
				assert_true(screen_find(&screen, "v, s, i") < 0);
				seen[lead < 0 ? 0 : lead]++;
				screen_type(&screen, "<Esc>");
			}
		for (int lead = 0; cols >= 60 && lead < 3; lead++) /* else without their names */
			assert_true(seen[lead] > 2);
		screen_close(&screen);
	}
}

/* Beside what it names, a click on the card selects it, and nothing moves; among its plans the row that leads
 * to them leads to the first. */
static void test_a_click_beside_the_words_of_the_card_moves_nothing(void **state)
{
	(void)state;
	struct screen screen;
	struct buf before = {0}, after = {0};
	screen_open(&screen, "events.yaml", &(struct app_options){.mouse = true}, 80, 24);
	screen_type(&screen, "<Space>");
	screen_picture(&screen, &before);
	click_at(&screen, screen_find(&screen, "Lesson plans") - 1, 40);
	click(&screen, "Lesson plans");
	screen_picture(&screen, &after);
	assert_string_equal(buf_string(&before), buf_string(&after));
	click(&screen, "Will sanctions last");
	screen_has(&screen, "▸ Will sanctions last");
	click(&screen, "lesson plans for a class");
	screen_has(&screen, "▸ What is a respite?");
	click(&screen, "Lesson plans");
	screen_picture(&screen, &after);
	assert_string_equal(buf_string(&before), buf_string(&after));
	buf_free(&before);
	buf_free(&after);
	screen_close(&screen);
}

/* The help says which click does a row; where it has no rows to select it says nothing of clicks. */
static void test_help_says_what_clicks_do(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){.mouse = true}, 80, 24);
	screen_type(&screen, "?");
	screen_has(&screen, "in the timeline; a second click on a row does it");
	screen_type(&screen, "qw?");
	screen_has(&screen, "among the questions");
	screen_lacks(&screen, "click");
	screen_close(&screen);
}

/* What a click has selected says that another one is Enter, until something else comes. */
static void test_a_click_says_what_another_does(void **state)
{
	(void)state;
	static const char *const others[] = {"j", "<C-l>"};
	struct screen screen;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		screen_open(&screen, "events.yaml", &(struct app_options){.mouse = true}, 80, 24);
		screen_type(&screen, ":lessons<Enter>");
		screen_has(&screen, "   Enter open");
		click(&screen, "Istanbul twice");
		screen_has(&screen, "▸Istanbul twice");
		screen_has(&screen, "   Enter or click: open   ");
		screen_has(&screen, "Esc close");
		screen_type(&screen, others[i]);
		screen_has(&screen, "   Enter open");
		screen_type(&screen, "<Bsp>");
		click(&screen, "Capitulation, 1918");
		click(&screen, "Capitulation, 1918");
		screen_has(&screen, "p starts this lesson");
		screen_lacks(&screen, "or click");
		screen_close(&screen);
	}
}

/* The name of Enter is clicked, and so is what stands behind it. */
static void test_the_words_of_a_click_are_clicked(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){.mouse = true}, 80, 24);
	screen_type(&screen, ":lessons<Enter>");
	click(&screen, "Istanbul twice");
	click(&screen, "click: open");
	screen_has(&screen, "p starts this lesson");
	screen_close(&screen);
}

/* A click in a word that runs from right to left sets the cursor where it is seen, and the cursor lies on
 * the letter before which one types. */
static void test_a_prompt_from_right_to_left(void **state)
{
	(void)state;
	struct screen screen;
	int col, row;
	if (!order_is_known())
		return;
	open_rounds(&screen, &(struct app_options){.mouse = true});
	screen.app->options.as_read = false;
	screen_type(&screen, "/ab<Space>אבג<Space>cd");
	row = find(&screen, "גבא", &col);
	for (int n = 0; n < 3; n++) {
		click_at(&screen, row, col + n);
		assert_int_equal(screen.grid.cursor_row, row);
		assert_int_equal(screen.grid.cursor_col, col + n);
	}
	click_at(&screen, row, col + 2);
	screen_type(&screen, "x"); /* before its first letter */
	screen_has(&screen, "ab xגבא cd");
	click_at(&screen, row, col + 5);
	screen_type(&screen, "y");
	screen_has(&screen, "ab xגבא ycd");
	click_at(&screen, row, 60);
	screen_type(&screen, "z");
	screen_has(&screen, "ab xגבא ycdz");
	/* Whatever its width, the cursor is on the screen. */
	for (int cols = 1; cols < 30; cols++) {
		screen_size(&screen, cols, 12);
		for (int n = 0; n < 14; n++) {
			screen_type(&screen, n ? "<Left>" : "<End>");
			assert_in_range(screen.grid.cursor_col, 0, cols - 1);
		}
	}
	screen_close(&screen);
}

/* Two keys before one word are clicked each for itself. */
static void test_two_keys_of_a_bar(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, &(struct app_options){.mouse = true});
	screen_type(&screen, "i");
	int col, row = find(&screen, "Down Up move", &col);
	int first = screen_find(&screen, "▸");
	click_at(&screen, row, col + 1);
	assert_true(screen_find(&screen, "▸") > first);
	click_at(&screen, row, col + 5);
	assert_int_equal(screen_find(&screen, "▸"), first);
	click_at(&screen, row, col + 9); /* the word leads on */
	assert_true(screen_find(&screen, "▸") > first);
	screen_close(&screen);
}

/* Where a source stands belongs to its line. */
static void test_a_stance_of_the_index(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){.mouse = true}, 80, 24);
	screen_type(&screen, "s");
	click(&screen, "A French historian");
	screen_has(&screen, "▸Thom, 2022");
	click(&screen, "reproaches the West");
	screen_has(&screen, "▸Unsigned commentary, 2022");
	screen_close(&screen);
}

static void test_the_eras_of_the_index(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){.mouse = true}, 80, 24);
	screen_type(&screen, "i");
	click(&screen, "between"); /* is none */
	screen_has(&screen, "[Speakers]");
	click(&screen, "1996");
	screen_has(&screen, "only era Khasavyurt");
	screen_close(&screen);
	/* Where they have no room, the number of the others leads to them, and round. */
	screen_open(&screen, "events.yaml", &(struct app_options){.mouse = true}, 50, 16);
	screen_type(&screen, "s");
	screen_has(&screen, "2022");
	screen_lacks(&screen, "1917");
	click(&screen, "+2");
	screen_has(&screen, "1917");
	click(&screen, "+2");
	screen_lacks(&screen, "1917");
	screen_has(&screen, "1996");
	screen_type(&screen, "<Left><Left>");
	screen_has(&screen, "between");
	screen_close(&screen);
}

static void test_the_wheel_moves_what_it_is_over(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, &(struct app_options){.mouse = true});
	screen_type(&screen, "j");
	screen_has(&screen, "▸   25 Mar 1856");
	mouse(&screen, INPUT_WHEEL_DOWN, 10, 5);
	screen_lacks(&screen, "▸   25 Mar 1856");
	mouse(&screen, INPUT_WHEEL_UP, 10, 5);
	mouse(&screen, INPUT_WHEEL_UP, 10, 5);
	screen_lacks(&screen, "▸   ");
	screen_size(&screen, 60, 14);
	screen_type(&screen, "4Gl");
	screen_has(&screen, "“One. Two.");
	mouse(&screen, INPUT_WHEEL_DOWN, 10, 5);
	mouse(&screen, INPUT_WHEEL_DOWN, 10, 5);
	screen_lacks(&screen, "“One. Two.");
	for (int turns = 0; turns < 8; turns++)
		mouse(&screen, INPUT_WHEEL_DOWN, 10, 5);
	screen_has(&screen, "the last words here; Space or J lead to the next event");
	screen_close(&screen);
}

/* As by keys, < leads back to the words that one read on in. */
static void test_a_click_away_from_what_was_read(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, &(struct app_options){.mouse = true});
	screen_type(&screen, "4G<Space>");
	struct ref read = spot_selected(screen.app);
	int col, row = find(&screen, "25 Mar 1856", &col);
	click_at(&screen, row, col);
	screen_has(&screen, "▸   25 Mar 1856");
	screen_type(&screen, "<lt>");
	assert_true(ref_same(spot_selected(screen.app), read));
	screen_close(&screen);
}

static void test_a_click_on_the_axis(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, &(struct app_options){.mouse = true});
	click_at(&screen, 1, 118);
	screen_has(&screen, "▸    2 Jun 1881 ● The end");
	click_at(&screen, 2, 0);
	screen_has(&screen, "▸   25 Mar 1856 ○ The first round opens");
	screen_type(&screen, "<lt>");
	screen_has(&screen, "▸    2 Jun 1881");
	screen_close(&screen);
}

/* A stretch may begin in the year before the one that it is named by. */
static void test_a_click_on_a_year(void **state)
{
	(void)state;
	static const int sizes[] = {80, 120};
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct screen screen;
		screen_open(
			&screen, "events.yaml", &(struct app_options){.mouse = true}, sizes[i], 36);
		int col, row = find(&screen, "2022", &col);
		assert_int_equal(row, 1);
		click_at(&screen, row, col + 3);
		screen_has(&screen, "24 Feb 2022 ● Russia invades");
		row = find(&screen, "1918", &col);
		click_at(&screen, row, col);
		screen_has(&screen, "1918");
		screen_lacks(&screen, "▸   15 Dec 1917");
		screen_close(&screen);
	}
}

static void test_lists_move_with_the_wheel(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, &(struct app_options){.mouse = true});
	screen_type(&screen, "jmjmM");
	mouse(&screen, INPUT_WHEEL_UP, 4, 4);
	screen_type(&screen, "j<Enter>");
	screen_has(&screen, "▸   30 Mar 1856");
	screen_type(&screen, ":12");
	mouse(&screen, INPUT_WHEEL_DOWN, 4, 4);
	assert_int_equal(screen.next, APP_NOTHING);
	screen_has(&screen, ":12");
	screen_close(&screen);
}

/* ---- presses and releases ---- */

static void test_a_drag_says_how_to_select(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, &(struct app_options){.mouse = true, .at = "hale-ink"});
	screen_type(&screen, "<Tab>");
	int col, row = find(&screen, "We have spent", &col);
	mouse(&screen, INPUT_LEFT_BUTTON, row, col);
	mouse(&screen, INPUT_LEFT_RELEASED, row, col + 9);
	screen_has(&screen, "Shift and drag selects text");
	screen_has(&screen, "1 of 2: a quotation");    /* its links are not opened */
	mouse(&screen, INPUT_LEFT_RELEASED, row, col); /* of a button that was never pressed */
	screen_has(&screen, "Shift and drag selects text");
	mouse(&screen, INPUT_WHEEL_DOWN, 0, 0);
	screen_lacks(&screen, "Shift and drag selects text");
	mouse(&screen, INPUT_LEFT_BUTTON, row, col);
	mouse(&screen, INPUT_LEFT_RELEASED, row, col + 1); /* a hand that shakes */
	screen_has(&screen, "Links");
	screen_close(&screen);
}

static void test_a_key_between_ends_a_click(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, &(struct app_options){.mouse = true, .at = "treaty"});
	int col, row = find(&screen, "q quit", &col);
	mouse(&screen, INPUT_LEFT_BUTTON, row, col);
	screen_type(&screen, "v");
	mouse(&screen, INPUT_LEFT_RELEASED, row, col);
	assert_int_equal(screen.next, APP_NOTHING);
	screen_close(&screen);
}

/* Where the terminal does not say that a button was released, the press is the click. */
static void test_presses_alone(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, &(struct app_options){.mouse = true, .at = "treaty"});
	int row = screen_find(&screen, "Nothing is heard of it");
	mouse(&screen, INPUT_LEFT_BUTTON, row, 20);
	screen_has(&screen, "▸   c. Apr 1856 ○ Nothing");
	int col, keys = find(&screen, "i index", &col);
	mouse(&screen, INPUT_LEFT_BUTTON, keys, col);
	screen_has(&screen, "Speakers");
	mouse(&screen, INPUT_LEFT_RELEASED, keys, col); /* late */
	screen_has(&screen, "Speakers");
	screen_close(&screen);
}

/* The second of a double click is Enter on what the first one selected, and else is none. */
static void test_double_clicks(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, &(struct app_options){.mouse = true, .at = "return"});
	double_click(&screen, "The treaty is signed");
	screen_has(&screen, "1 of 2: a quotation");
	screen_type(&screen, "<Esc>");
	double_click_at(&screen, screen_find(&screen, "▸"), 20);
	screen_has(&screen, "1 of 2: a quotation");
	double_click(&screen, "Enter answers");
	screen_has(&screen, "▸ answered by");
	double_click(&screen, "Esc close");
	screen_has(&screen, "1 of 2: a quotation");
	screen_lacks(&screen, "quits");
	screen_size(&screen, 80, 24); /* where the words move up when they are selected */
	screen_type(&screen, "<Esc>");
	double_click(&screen, "We have spent");
	screen_has(&screen, "▸ answered by");
	screen_type(&screen, "q");
	screen_size(&screen, 120, 30);
	screen_type(&screen, "<Esc>gj");
	double_click(&screen, "j k move"); /* the name of a key is that key each time */
	screen_has(&screen, "3 of 5");
	screen_close(&screen);
	screen_open(&screen, "tests/data/karlsund.yaml",
		&(struct app_options){.mouse = true, .quiz = true, .seed = 1}, 80, 24);
	double_click(&screen, "Count Pavel Orlov");
	screen_has(&screen, "Enter next");
	click_at(&screen, 3, 10);
	screen_has(&screen, "question 2 of 2");
	screen_close(&screen);
}

/* Esc in the timeline says how to quit; a click that opens something takes that away. */
static void test_no_message_is_left_behind(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, &(struct app_options){.mouse = true, .at = "hale-ink"});
	screen_type(&screen, "<Esc><Esc>");
	screen_has(&screen, "q quits");
	click(&screen, "We have spent");
	screen_lacks(&screen, "q quits");
	click(&screen, "We have spent");
	screen_has(&screen, "▸ answered by");
	screen_lacks(&screen, "q quits");
	screen_close(&screen);
}

static void test_no_click_leads_out_of_a_kiosk(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, &(struct app_options){.mouse = true, .kiosk = true, .at = "treaty"});
	click(&screen, "q quit");
	assert_int_equal(screen.next, APP_DRAW);
	screen_has(&screen, "g goes to the first page");
	screen_close(&screen);
}

static void test_a_page_is_closed_by_a_click(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, &(struct app_options){.mouse = true, .at = "hale-ink"});
	screen_type(&screen, "y");
	screen_has(&screen, "any key closes");
	mouse(&screen, INPUT_WHEEL_DOWN, 4, 4);
	screen_has(&screen, "any key closes");
	click_at(&screen, 12, 12);
	screen_lacks(&screen, "any key closes");
	screen_close(&screen);
}

/* Two fingers on a touch pad are many turns of the wheel. */
static void test_the_wheel_turns_no_scenes(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, &(struct app_options){.mouse = true, .present = true});
	click_at(&screen, 10, 10);
	struct buf before = {0};
	for (int row = 0; row < screen.grid.rows; row++)
		buf_text(&before, screen_row(&screen, row));
	for (int turns = 0; turns < 20; turns++)
		mouse(&screen, INPUT_WHEEL_DOWN, 10, 10);
	struct buf after = {0};
	for (int row = 0; row < screen.grid.rows; row++)
		buf_text(&after, screen_row(&screen, row));
	assert_string_equal(buf_string(&before), buf_string(&after));
	buf_free(&before);
	buf_free(&after);
	screen_close(&screen);
}

/* ---- every cell ---- */

/* The words of a row up to a pane beside it, but for the sign of what is selected, marks and bars. */
static char *words_of(const struct screen *screen, int row)
{
	static char words[2][1024];
	static int turn;
	char *out = words[turn ^= 1], *end = out;
	const char *row_text = screen_row(screen, row), *pane = strstr(row_text, "│");
	for (const char *at = row_text; *at && at != pane && end < out + 1000; at++)
		if ((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z'))
			*end++ = *at;
	*end = '\0';
	return out;
}

/* A button stands where the name of its key does, or an arrow that way. */
static void check_button(const struct screen *screen, int row, const struct target *target)
{
	char name[16];
	input_key_name(target->key, name);
	const char *line = screen_row(screen, row);
	const char *arrow = target->key == ']' ? "→" : target->key == '[' ? "←" : name;
	if (!strstr(line, name) && !strstr(line, arrow))
		fail_msg("%s is clicked in \"%s\"", name, line);
}

/* A row of a list that is one line each is what is selected then. */
static void check_line(struct screen *screen, int row, int col)
{
	char *before = words_of(screen, row);
	if (!*before)
		fail_msg("nothing stands at %d,%d", row, col);
	mouse(screen, INPUT_LEFT_BUTTON, row, col);
	char *after = words_of(screen, screen->grid.cursor_row);
	size_t len = strlen(before) < strlen(after) ? strlen(before) : strlen(after);
	if (strncmp(before, after, len) != 0 ||
		len < 2) /* more of it may be cut beside wider dates */
		fail_msg("a click on \"%s\" selects \"%s\"", before, after);
	mouse(screen, INPUT_LEFT_RELEASED, 0, screen->grid.cols); /* a drag */
}

static void check_cells(const char *record, const char *keys, bool lines, int cols, int rows)
{
	struct screen screen;
	screen_open(&screen, record, &(struct app_options){.mouse = true}, cols, rows);
	screen_type(&screen, keys);
	for (int row = 0; row < rows; row++)
		for (int col = 0; col < cols; col += row == rows - 1 ? 1 : 9) {
			struct target target = target_at(screen.app, row, col);
			const struct view_ops *view = view_on_top(screen.app);
			assert_true(target.view == view);
			if (target.kind == TARGET_BUTTON)
				check_button(&screen, row, &target);
			else if (target.kind == TARGET_ITEM && lines)
				check_line(&screen, row, col);
			else if (target.kind == TARGET_NONE)
				click_at(&screen, row, col);
			assert_true(view_on_top(screen.app) == view);
		}
	screen_close(&screen);
}

static void test_a_click_does_what_stands_there(void **state)
{
	(void)state;
	static const int sizes[][2] = {{80, 24}, {120, 36}, {200, 50}, {60, 14}, {44, 12}, {30, 7}};
	static const struct {
		const char *record, *keys;
		bool lines;
	} views[] = {
		{"tests/data/forty.yaml", "i", true},
		{"tests/data/rounds.yaml", "it", true},
		{"tests/data/talks.yaml", "i<Tab><Tab>", true},
		{"tests/data/rounds.yaml", "?", true},
		{"tests/data/forty.yaml", "jmjmjmjmjmM", true},
		{"tests/data/rounds.yaml", "jjl", false},
		{"tests/data/rounds.yaml", "jjll", false},
		{"tests/data/people.yaml", "jlW", false},
		{"tests/data/talks.yaml", "v", false},
		{"tests/data/talks.yaml", ":opening<Enter>c:return<Enter>c", false},
		{"tests/data/karlsund.yaml", "w", false},
		{"tests/data/rounds.yaml", "p", false},
		{"tests/data/rounds.yaml", "jjly", false},
		{"tests/data/rounds.yaml", "/ink", false},
	};
	for (size_t i = 0; i < sizeof views / sizeof *views; i++)
		for (size_t n = 0; n < sizeof sizes / sizeof *sizes; n++)
			check_cells(views[i].record, views[i].keys, views[i].lines, sizes[n][0],
				sizes[n][1]);
}

/* ---- a kiosk ---- */

static enum app_next wait_minutes(struct screen *screen, int minutes)
{
	enum app_next next = app_apply(
		screen->app, &(struct input){.kind = INPUT_TICK, .ms = minutes * 60 * 1000});
	app_draw(screen->app, &screen->grid);
	return next;
}

static void test_no_way_out_of_a_kiosk(void **state)
{
	(void)state;
	static const char *const ways[] = {"q", "Q", "<C-z>", "e", ":q<Enter>", ":quit<Enter>",
		":edit<Enter>", "?Q", "?qq", ":suspend<Enter>"};
	struct screen screen;
	open_rounds(&screen, &(struct app_options){.kiosk = true});
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		screen_type(&screen, "j");
		screen_type(&screen, ways[i]);
		assert_true(screen.next == APP_DRAW || screen.next == APP_NOTHING);
	}
	screen_close(&screen);
}

static void test_a_kiosk_left_alone_is_as_at_the_start(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, &(struct app_options){.kiosk = true, .at = "treaty"});
	assert_int_equal(app_wake(screen.app), -1); /* nobody was there: nothing to wake for */
	screen_type(&screen, "jm&treaty<Enter>DzM");
	assert_int_equal(app_wake(screen.app), 5 * 60 * 1000);
	assert_int_equal(wait_minutes(&screen, 4), APP_NOTHING);
	assert_int_equal(app_wake(screen.app), 60 * 1000);
	screen_type(&screen, "<Esc>");
	assert_int_equal(wait_minutes(&screen, 4), APP_NOTHING);
	assert_int_equal(wait_minutes(&screen, 1), APP_DRAW);
	assert_int_equal(app_wake(screen.app), -1);
	screen_has(&screen, "A record for tests");
	screen_has(&screen, "5 events");
	screen_lacks(&screen, "only treaty");
	screen_type(&screen, "M");
	screen_has(&screen, "Nothing is marked");
	screen_close(&screen);
	open_rounds(&screen, &(struct app_options){0});
	screen_type(&screen, "j");
	assert_int_equal(app_wake(screen.app), -1);
	screen_close(&screen);
}

/* The links beside the words: a click gives them the keys, then chooses; one beside them leads
 * back. */
static void test_the_links_beside_the_words(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "tests/data/rounds.yaml",
		&(struct app_options){.mouse = true, .at = "hale-ink"}, 160, 30);
	screen_has(&screen, "── 6 links ─");
	click(&screen, "also says");
	screen_has(&screen, "── link 1 of 6 ─");
	click(&screen, "also says");
	screen_has(&screen, "▸ also says");
	click(&screen, "The second round, a very");
	screen_has(&screen, "── 6 links ─");
	screen_close(&screen);
}

/* The one column of a few years stands for the year that is written before it. */
static void test_a_click_on_the_column_of_a_year(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){.mouse = true}, 80, 24);
	int col, row = find(&screen, "2022 ", &col);
	assert_int_equal(row, 1);
	click_at(&screen, row, col + 5);
	screen_has(&screen, "▸   24 Feb 2022 ● Russia invades");
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_links_beside_the_words),
		cmocka_unit_test(test_f2_turns_it_on_and_off),
		cmocka_unit_test(test_a_click_selects_and_a_second_leads_into_it),
		cmocka_unit_test(test_a_note_is_clicked),
		cmocka_unit_test(test_the_card_is_clicked),
		cmocka_unit_test(test_help_says_what_clicks_do),
		cmocka_unit_test(test_no_part_of_a_row_of_keys_is_dead),
		cmocka_unit_test(test_a_click_beside_the_words_of_the_card_moves_nothing),
		cmocka_unit_test(test_a_click_says_what_another_does),
		cmocka_unit_test(test_the_words_of_a_click_are_clicked),
		cmocka_unit_test(test_a_prompt_from_right_to_left),
		cmocka_unit_test(test_two_keys_of_a_bar),
		cmocka_unit_test(test_a_stance_of_the_index),
		cmocka_unit_test(test_the_eras_of_the_index),
		cmocka_unit_test(test_the_wheel_moves_what_it_is_over),
		cmocka_unit_test(test_a_click_away_from_what_was_read),
		cmocka_unit_test(test_a_click_on_the_axis),
		cmocka_unit_test(test_a_click_on_a_year),
		cmocka_unit_test(test_a_click_on_the_column_of_a_year),
		cmocka_unit_test(test_lists_move_with_the_wheel),
		cmocka_unit_test(test_a_drag_says_how_to_select),
		cmocka_unit_test(test_a_key_between_ends_a_click),
		cmocka_unit_test(test_presses_alone),
		cmocka_unit_test(test_double_clicks),
		cmocka_unit_test(test_no_message_is_left_behind),
		cmocka_unit_test(test_no_click_leads_out_of_a_kiosk),
		cmocka_unit_test(test_a_page_is_closed_by_a_click),
		cmocka_unit_test(test_the_wheel_turns_no_scenes),
		cmocka_unit_test(test_a_click_does_what_stands_there),
		cmocka_unit_test(test_no_way_out_of_a_kiosk),
		cmocka_unit_test(test_a_kiosk_left_alone_is_as_at_the_start),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
