/* The two panes: what stands where, how keys move, and what a change of size leaves as it was. */
#include "ui/views/explorer.h"
#include "screen.h"

#include "ui/core/action_table.h"
#include "ui/core/view.h"

static const char rounds[] = "tests/data/rounds.yaml";

static void open_rounds(struct screen *screen, int cols, int rows)
{
	screen_open(screen, rounds, &(struct app_options){0}, cols, rows);
}

static void test_opens_with_the_card(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 80, 24);
	screen_has(&screen, "Two rounds at Karlsund");
	screen_has(&screen, "A record for tests");
	screen_has(&screen, "5 events · 3 quotations · 2 reports and views");
	screen_has(&screen, "Space begin");
	screen_lacks(&screen, "The first round opens");
	screen_close(&screen);
	open_rounds(&screen, 120, 30);
	screen_has(&screen, "A record for tests"); /* wide: the timeline stands beside it */
	screen_has(&screen, "The first round opens");
	screen_close(&screen);
}

static void test_rows_of_the_timeline(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 120, 30);
	screen_type(&screen, "j");
	screen_has(&screen, " The first round");
	screen_has(&screen, "▸   25 Mar 1856 ○ The first round opens");
	screen_has(&screen, "    30 Mar      ● The treaty is signed ");
	screen_has(&screen, "    c. Apr      ○ Nothing is heard of it");
	screen_has(&screen, "                ┆ about 25 years");
	screen_has(&screen, " 16–19 May 1881 ● The second round, a very long tit… 2 │");
	screen_has(&screen, "  2 Jun      ● The end ");
	screen_type(&screen, "jj");
	screen_has(&screen, "▸   c. Apr 1856 ○ Nothing is heard");
	screen_close(&screen);
}

static void test_account_and_quotations(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 120, 30);
	screen_type(&screen, "jj");
	screen_has(&screen, "30 March 1856 (18 March Old Style)");
	screen_has(&screen, "Outcome: Broken within two years.");
	screen_has(&screen, " “We have spent more ink in five weeks than blood in any");
	screen_has(&screen, "  single day.”");
	screen_has(&screen, "    Edmund Hale, second envoy");
	screen_has(&screen, "p. 212");
	screen_has(&screen, "“More ink than");
	screen_has(&screen, "  Orlov said that ink dries, too."); /* a report: no marks */
	screen_lacks(&screen, "“Orlov said");
	screen_has(&screen, "1 quotation · 1 report");
	screen_has(&screen, "parallel to");
	screen_close(&screen);
}

/* More quotations of one event than 16 bits count. */
static void test_many_quotations(void **state)
{
	(void)state;
	struct buf text = {0};
	struct screen screen;
	buf_text(&text,
		"title: Many\n"
		"sources: {s: {type: book, title: Papers}}\n"
		"people: {p: {name: P}}\n"
		"events:\n  - {id: e, date: 1918, title: Big, quotes: [\n");
	for (int n = 0; n < 40000; n++)
		buf_format(&text, "    {id: q%d, speaker: p, text: Word %d here., source: s},\n", n,
			n);
	buf_text(&text, "  ]}\n");
	screen_open_bytes(&screen, &(struct load_input){"many.yaml", text.text, text.len},
		&(struct app_options){.at = "q35000"}, 100, 12);
	screen_has(&screen, "“Word 35000 here.”");
	screen_has(&screen, "35001 of 40000: a quotation");
	screen_close(&screen);
	buf_free(&text);
}

static void test_an_event_without_words_says_so(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 120, 30);
	screen_type(&screen, "jjj");
	screen_has(&screen, "The record holds no words on this event.");
	screen_has(&screen, "The next words: 16–19 May 1881");
	screen_close(&screen);
}

/* What stands beside the last event stands beside the first, and a stretch of a column says whose year it is. */
static void test_the_head_holds_still(void **state)
{
	(void)state;
	struct screen screen;
	struct buf text = {0};
	buf_text(&text,
		"title: A record of one talk\npeople: {p: {name: P}}\n"
		"sources: {s: {type: book, title: Papers}}\nevents:\n");
	for (int year = 1800; year < 1840; year += 5)
		buf_format(&text,
			"  - {id: a%d, date: %d, title: A, quotes: [\n"
			"    {id: q%d, speaker: p, text: W, source: s},\n"
			"    {id: r%d, speaker: p, kind: paraphrase, text: W, source: s}]}\n",
			year, year, year, year);
	buf_text(&text,
		"  - {id: b, date: 1913-12-28, title: B}\n"
		"  - {id: c, date: 1914-01-03, title: C}\n");
	screen_open_bytes(&screen, &(struct load_input){"still.yaml", text.text, text.len},
		&(struct app_options){0}, 64, 24);
	screen_type(&screen, "j");
	screen_has(&screen, "event 1 of 10 · 8 quotations");
	screen_lacks(&screen, "quotations · 8");
	screen_type(&screen, "Gk");
	screen_has(&screen, " 1913 ▼");
	screen_type(&screen, "G");
	screen_has(&screen, "event 10 of 10 · 8 quotations");
	screen_has(&screen, " 1914 ▼");
	screen_close(&screen);
	buf_free(&text);
}

static void test_focus_and_the_bar(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 120, 30);
	screen_type(&screen, "jj");
	screen_lacks(&screen, "▌");
	screen_type(&screen, "<Tab>");
	screen_has(&screen, "│▌ “We have spent");
	screen_has(&screen, "1 of 2: a quotation");
	screen_has(&screen, "┮━━");
	screen_type(&screen, "j");
	screen_has(&screen, "│▌  Orlov said");
	screen_type(&screen, "kk");
	screen_has(&screen, "│▌ The treaty is signed");
	screen_type(&screen, "<Esc>");
	screen_lacks(&screen, "▌");
	screen_has(&screen, "━┭──");
	screen_close(&screen);
}

static void test_the_words_lead_from_event_to_event(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 120, 30);
	screen_type(&screen, "jjlJJ");
	screen_has(&screen, "▸16–19 May 1881");
	screen_has(&screen, "│▌ “One. Two.");
	screen_type(&screen, "K");
	screen_has(&screen, "▸   c. Apr 1856");
	screen_close(&screen);
}

static void test_a_long_quotation_scrolls_first(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 60, 14);
	screen_type(&screen, "4Gl");
	screen_has(&screen, "“One. Two.");
	screen_has(&screen, "1 of 2: a quotation");
	screen_type(&screen, "j");
	screen_lacks(&screen, "“One. Two.");
	screen_has(&screen, "1 of 2: a quotation");
	for (int n = 0; n < 20 && screen_find(&screen, "2 of 2: a view") < 0; n++)
		screen_type(&screen, "j");
	screen_has(&screen, "◇ Both came to be seen coming.");
	screen_type(&screen, "jj");
	screen_has(&screen, "▌ About this entry");
	screen_has(&screen, "about this entry");
	screen_type(&screen, "kkkkkkkkk");
	screen_has(&screen, "▌ The second round");
	screen_close(&screen);
}

static void test_space_reads_to_the_end(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 80, 24);
	int pages = 0;
	while (screen_find(&screen, "“Good day.”") < 0 && pages++ < 30)
		screen_type(&screen, "<Space>");
	assert_true(pages >= 5 && pages < 30);
	screen_type(&screen, "<Space><Space>");
	screen_has(&screen, "the end of the record");
	for (pages = 0; screen_find(&screen, "A record for tests") < 0 && pages < 30; pages++)
		screen_type(&screen, "b");
	assert_true(pages < 30);
	screen_close(&screen);
}

static void test_counts_and_ends(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 120, 30);
	screen_type(&screen, "3");
	screen_has(&screen, "3: j k J K go so far, G to that event");
	screen_type(&screen, "j");
	screen_has(&screen, "▸   c. Apr 1856");
	screen_type(&screen, "2G");
	screen_has(&screen, "▸   30 Mar 1856");
	screen_type(&screen, "G");
	screen_has(&screen, "▸    2 Jun 1881");
	screen_type(&screen, "g");
	screen_has(&screen, "A record for tests");
	screen_type(&screen, "99999999999999j");
	screen_has(&screen, "▸    2 Jun 1881");
	screen_type(&screen, "12<Esc>");
	screen_lacks(&screen, "12: then");
	screen_close(&screen);
}

static void test_eras(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 120, 30);
	screen_type(&screen, "]");
	screen_has(&screen, "▸   25 Mar 1856");
	screen_type(&screen, "]");
	screen_has(&screen, "▸16–19 May 1881");
	screen_type(&screen, "]");
	screen_has(&screen, "this is the last era");
	screen_type(&screen, "j[");
	screen_has(&screen, "▸16–19 May 1881");
	screen_type(&screen, "[");
	screen_has(&screen, "▸   25 Mar 1856");
	screen_type(&screen, "[");
	screen_has(&screen, "A record for tests");
	screen_close(&screen);
}

/* Whatever the size, what was selected is selected, in view, and nothing is drawn outside. */
static void test_every_size(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 120, 36);
	screen_type(&screen, "jjjjlj");
	for (int cols = 1; cols <= 220; cols += 1 + cols / 9)
		for (int rows = 1; rows <= 60; rows += 1 + rows / 5)
			screen_size(&screen, cols, rows);
	screen_size(&screen, 80, 24);
	screen_has(&screen, "▌");
	screen_has(&screen, "2 of 2: a view");
	screen_size(&screen, 38, 9);
	screen_has(&screen, "Both came to be seen");
	screen_lacks(&screen, "▸");
	screen_type(&screen, "<Tab>");
	screen_has(&screen, "▸16–19 May 1881");
	screen_size(&screen, 200, 50);
	screen_has(&screen, "▸16–19 May 1881");
	screen_close(&screen);
}

static void test_one_pane(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 80, 24);
	screen_type(&screen, "jjz");
	screen_has(&screen, "▸   30 Mar 1856");
	screen_lacks(&screen, "Outcome:");
	screen_type(&screen, "l");
	screen_has(&screen, "Outcome:");
	screen_lacks(&screen, "▸");
	screen_type(&screen, "z");
	screen_has(&screen, "▸   30 Mar 1856");
	screen_close(&screen);
}

static void test_leaving(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 80, 24);
	screen_type(&screen, "<Esc>");
	assert_int_not_equal(screen.next, APP_QUIT);
	screen_type(&screen, "<C-c>");
	screen_has(&screen, "q quits");
	screen_type(&screen, "<C-z>");
	assert_int_equal(screen.next, APP_SUSPEND);
	screen_type(&screen, "<C-l>");
	assert_int_equal(screen.next, APP_REPAINT);
	screen_type(&screen, "?q");
	assert_int_not_equal(screen.next, APP_QUIT);
	screen_type(&screen, "?Q");
	assert_int_equal(screen.next, APP_QUIT);
	screen_type(&screen, "qJq");
	assert_int_equal(screen.next, APP_QUIT);
	screen_close(&screen);
}

/* The key that leaves a view quits only when it is asked for once more: whichever view it was. */
static void test_no_key_too_many(void **state)
{
	(void)state;
	static const char *const left[] = {"?q", "iq", "i<Esc>", "vq", "v<Esc>", "jcGcq", "jllq",
		"jllh", "jWq", "wq", "i?qq", "jlyq", "t<Tab>q"};
	static const char *const not_left[] = {"", "j", "?qj", "/<Esc>", "&<Esc>", "jl<Esc>",
		"i<Enter>", "?Q", "vqvqK", "iq:q<Enter>"};
	struct screen screen;
	for (size_t i = 0; i < sizeof left / sizeof *left; i++) {
		open_rounds(&screen, 80, 24);
		screen_type(&screen, left[i]);
		screen_type(&screen, "q");
		assert_int_equal(screen.next, APP_DRAW);
		screen_has(&screen, "q again quits truce");
		screen_type(&screen, "q");
		assert_int_equal(screen.next, APP_QUIT);
		screen_close(&screen);
	}
	for (size_t i = 0; i < sizeof not_left / sizeof *not_left; i++) {
		open_rounds(&screen, 80, 24);
		screen_type(&screen, not_left[i]);
		if (screen.next != APP_QUIT)
			screen_type(&screen, "q");
		assert_int_equal(screen.next, APP_QUIT);
		screen_close(&screen);
	}
}

static void test_ascii(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, rounds, &(struct app_options){.ascii = true}, 120, 30);
	screen_type(&screen, "jjl");
	screen_has(&screen, ">   30 Mar 1856 * The treaty is signed");
	screen_has(&screen, "|] \"We have spent");
	screen_has(&screen, ": about 25 years");
	/* What is not ASCII is text of the record: the signs and lines are. */
	for (int row = 0; row < screen.grid.rows; row++)
		for (const unsigned char *c = (const unsigned char *)screen_row(&screen, row); *c;
			c++)
			if (*c >= 0x80)
				assert_true(memcmp(c, "ü", 2) == 0 || c[-1] >= 0x80 ||
					memcmp(c, "–", 3) == 0 || memcmp(c, "“", 3) == 0 ||
					memcmp(c, "”", 3) == 0);
	screen_close(&screen);
}

static void test_help(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 80, 24);
	screen_type(&screen, "j?");
	screen_has(&screen, "Moving");
	screen_has(&screen, "in the timeline");
	screen_has(&screen, "▸ j k ↓ ↑");
	screen_type(&screen, "j<Enter>"); /* does the selected thing: next event */
	screen_has(&screen, "▸   30 Mar 1856");
	screen_type(&screen, "?");
	screen_type(&screen, "<Esc>v?"); /* a view's own keys come first */
	screen_has(&screen, "In this view");
	screen_has(&screen, "in the positions");
	screen_type(&screen, "<Esc>q?");
	screen_lacks(&screen, "In this view");
	screen_size(&screen, 40, 10);
	screen_type(&screen, "G");
	screen_has(&screen, "record; one without");
	screen_type(&screen, "<Esc>");
	screen_lacks(&screen, "Moving");
	screen_close(&screen);
}

/* Nothing that help says is cut, at any width: it goes on in the next line. The legend has the sign for
 * a cut once; of two columns the lines stand beside each other. */
static void test_help_is_whole(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 80, 24);
	screen_type(&screen, "j?");
	for (int cols = 16; cols <= 130; cols++) {
		struct buf picture = {0}, text = {0};
		int cuts = 0;
		screen_size(&screen, cols, 300);
		screen_picture(&screen, &picture);
		const char *at = buf_string(&picture);
		for (const char *cut = strstr(at, "…"); cut; cut = strstr(cut + 1, "…"))
			cuts++;
		if (cuts != 1)
			fail_msg("at %d columns %d lines are cut", cols, cuts - 1);
		for (; *at; at++)
			if (!strchr(" \n", *at) || (text.len && text.text[text.len - 1] != ' '))
				buf_char(&text, *at == '\n' ? ' ' : *at);
		for (int action = 1; action < ACTION_COUNT && cols < 78; action++) {
			const char *line = action_row((enum action)action)->line;
			if (line && !strstr(buf_string(&text), line))
				fail_msg("at %d columns there is no \"%s\"", cols, line);
		}
		buf_free(&picture);
		buf_free(&text);
	}
	screen_close(&screen);
}

static void test_marks(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 80, 24);
	screen_type(&screen, "M");
	screen_has(&screen, "Nothing is marked yet");
	screen_type(&screen, "<Esc>jmjjlm");
	screen_has(&screen, "marked; M shows");
	screen_type(&screen, "<Tab>jmM");
	screen_has(&screen, "25 Mar 1856  The first round opens");
	screen_has(&screen, "16–19 May 1881  The second round");
	screen_type(&screen, "<Enter>");
	screen_has(&screen, "▸   25 Mar 1856");
	screen_type(&screen, "mM");
	screen_lacks(&screen, "The first round opens");
	screen_type(&screen, "mmmm");
	screen_has(&screen, "Nothing is marked yet");
	screen_close(&screen);
}

static void test_copies_with_the_citation(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 80, 24);
	screen_type(&screen, "y");
	assert_int_not_equal(screen.next, APP_COPY);
	screen_type(&screen, "jjly");
	assert_int_equal(screen.next, APP_COPY);
	const char *copied = app_clipboard(screen.app);
	assert_non_null(strstr(
		copied, "“We have spent more ink in five weeks than blood in any single day.”\n"));
	assert_non_null(strstr(copied, "Edmund Hale, second envoy, 30 March 1856"));
	assert_non_null(strstr(copied, "Documents of Karlsund"));
	assert_non_null(strstr(copied, "p. 212."));
	screen_has(&screen, "Copied. If pasting fails: hold Shift, drag over the text.");
	screen_type(&screen, "xjY"); /* the next key only closes; a report is not put in marks */
	assert_null(strstr(app_clipboard(screen.app), "dries"));
	screen_type(&screen, "x");
	screen_lacks(&screen, "Copied");
	screen_close(&screen);
}

/* The day of a source's own words stands once, where the source is of that day: not where its letters stand
 * in another date or in the title. */
static void test_a_citation_keeps_the_day(void **state)
{
	static const struct {
		const char *said, *title, *issued, *copied;
	} cases[] = {
		{"2025-05-11", "A letter", "2025-05-11", "\n\nHale, A letter, 11 May 2025."},
		{"2025-05-01", "A letter", "2025-05-11",
			"\n\nHale, 1 May 2025. Hale, A letter, 11 May 2025."},
		{"2025-05-11", "Notes of 11 May 2025", "2026",
			"\n\nHale, 11 May 2025. Hale, Notes of 11 May 2025, 2026."},
		{"2025-05-11", "A letter", "2025-05-11/2025-05-12",
			"\n\nHale, 11 May 2025. Hale, A letter, 11–12 May 2025."},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf text = {0};
		struct screen screen;
		buf_format(&text,
			"title: Letters\n"
			"people: {hale: {name: Hale}}\n"
			"sources: {letter: {type: book, author: Hale, title: %s, issued: %s}}\n"
			"events:\n"
			"  - {id: one, title: One, date: 2025-05, quotes: [\n"
			"      {id: words, speaker: hale, said: %s, text: No., source: letter}]}\n",
			cases[i].title, cases[i].issued, cases[i].said);
		screen_open_bytes(&screen,
			&(struct load_input){"letters.yaml", text.text, text.len},
			&(struct app_options){0}, 80, 24);
		screen_type(&screen, "jly");
		assert_non_null(strstr(app_clipboard(screen.app), cases[i].copied));
		screen_close(&screen);
		buf_free(&text);
	}
}

static void test_where_am_i(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 80, 24);
	screen_type(&screen, "jjl<C-g>");
	screen_has(&screen, "words   hale-ink");
	screen_has(&screen, "file    tests/data/rounds.yaml:41");
	screen_has(&screen, "EDTF    1856-03-30");
	screen_has(&screen, "truce --at hale-ink tests/data/rounds.yaml");
	screen_close(&screen);
}

static void test_both_calendars(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 120, 30);
	screen_type(&screen, "jjD");
	screen_has(&screen, "  30 March 1856");
	screen_has(&screen, "▸   30 Mar 1856");
	screen_type(&screen, "D");
	screen_has(&screen, "▸   18 Mar 1856");
	screen_has(&screen, "  18 March 1856 Old Style");
	screen_type(&screen, "D");
	screen_has(&screen, "30 March 1856 (18 March Old Style)");
	screen_close(&screen);
}

static void test_zoom(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 90, 30);
	screen_type(&screen, "jj--");
	screen_has(&screen, "by months");
	screen_has(&screen, "▸      Mar 1856 ● 2 events · 1 quotation · 1 report");
	screen_has(&screen, "○ The first round opens"); /* the pane lists what is folded */
	screen_has(&screen, "    c. Apr 1856 ○ Nothing is heard of it"); /* one event is itself */
	screen_type(&screen, "-");
	screen_has(&screen, "▸          1856 ● 3 events · 1 quotation · 1 report");
	screen_type(&screen, "-_");
	screen_has(&screen, "▸     1800–1899 ● 5 events · 3 quotations");
	screen_lacks(&screen, "┆");
	screen_type(&screen, "+");
	screen_has(&screen, "         1850s ● 3 events");
	screen_type(&screen, "<Enter>"); /* opens until it falls apart */
	screen_has(&screen, "▸   25 Mar 1856 ○ The first round opens");
	screen_type(&screen, "----:hale-last<Enter>"); /* a link opens what it leads into */
	screen_has(&screen, "▌ “Good day.”");
	screen_close(&screen);
}

static void test_filter(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 120, 30);
	screen_type(&screen, "jjj&speaker:hale");
	screen_has(&screen, "& speaker:hale");
	screen_has(&screen, "2 events · 2 quotations");
	screen_type(&screen, "<Esc>");
	screen_has(&screen, "▸   c. Apr 1856"); /* nothing has changed */
	screen_type(&screen, "&speaker:hale<Enter>");
	screen_has(&screen, "only what Edmund Hale says");
	screen_has(&screen, "2 events, 3 hidden · 2 quotations");
	screen_has(&screen, " The first round");
	screen_has(&screen, " The second round");
	screen_has(&screen, "▸   30 Mar 1856"); /* the event is hidden: the first one is selected */
	screen_lacks(&screen, "Nothing is heard");
	screen_lacks(&screen, "Orlov said");
	screen_type(&screen, "\\");
	screen_has(&screen, "▸   30 Mar 1856");
	screen_has(&screen, "Orlov said");
	screen_lacks(&screen, "hidden");
	screen_type(&screen, "&speakr:hale");
	screen_has(&screen, "column 1");
	screen_has(&screen, "did you mean \"speaker\"?");
	screen_type(&screen, "<Enter>");
	screen_has(&screen, "& speakr:hale");
	screen_type(&screen, "<C-u>nowhere<Enter>");
	screen_has(&screen, "that selects nothing");
	screen_type(&screen, "<C-u>river<Enter>");
	screen_has(&screen, "only river");
	screen_close(&screen);
}

/* Whether a cell of the row that shows the text is marked as a hit. */
static bool is_hit(const struct screen *screen, const char *text)
{
	int row = screen_find(screen, text);
	for (int col = 0; row >= 0 && col < screen->grid.cols; col++)
		if (grid_at(&screen->grid, row, col)->style.flags & STYLE_HIT)
			return true;
	return false;
}

static void test_search(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 120, 30);
	screen_type(&screen, "j/SIGN");
	screen_has(&screen, "▸   30 Mar 1856 ● The treaty is signed");
	screen_has(&screen, "1 of 1");
	assert_true(is_hit(&screen, "The treaty is signed"));
	screen_type(&screen, "x");
	screen_has(&screen, "no match");
	screen_has(&screen, "▸   25 Mar 1856"); /* back where it began */
	screen_type(&screen, "<Enter>");
	screen_has(&screen, "/SIGNx"); /* the prompt stays */
	screen_type(&screen, "<Esc>");
	screen_has(&screen, "▸   25 Mar 1856");
	screen_lacks(&screen, "/SIGN");
	screen_type(&screen, "/орлов<Enter>");  /* an alias finds the person */
	screen_has(&screen, "best match of 3"); /* first where he speaks */
	screen_has(&screen, "│▌  Orlov said");
	assert_true(is_hit(&screen, "▌    Pavel Orlov"));
	assert_false(is_hit(
		&screen, "answered by Pavel Orlov")); /* no hit, as those are not his words */
	screen_type(&screen, "nn");
	screen_has(&screen, "1 of 3, round the end");
	screen_type(&screen, "N");
	screen_has(&screen, "3 of 3, round the end");
	screen_type(&screen, "<Esc>");
	assert_false(is_hit(&screen, "Pavel Orlov"));
	screen_type(&screen, "n");
	screen_has(&screen, "nothing is looked for yet");
	screen_type(&screen, "/sudmark"); /* accents do not matter */
	screen_has(&screen, "▸   25 Mar 1856");
	assert_true(is_hit(&screen, "Norland and Südmark"));
	screen_close(&screen);
}

/* Each query typed at each place and size: what is selected is on the screen, and is the first of
 * what is shown, unless one stands at an event that stays. */
static void test_filter_leads_to_its_first_event(void **state)
{
	(void)state;
	static const int sizes[][2] = {{120, 36}, {80, 24}, {60, 20}, {40, 9}, {20, 6}};
	static const struct {
		const char *keys, *title;
	} ways[] = {
		{"&blood<Enter>", "30 Mar 1856"}, {"&speaker:hale<Enter>", "30 Mar 1856"},
		{"3G&speaker:orlov<Enter>", "30 Mar 1856"},
		{"zG&speaker:orlov<Enter>", "30 Mar 1856"}, {"i<Enter>", "30 Mar 1856"},
		{"G&speaker:hale<Enter>", "2 Jun 1881"}, /* where one stands */
	};
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		for (size_t k = 0; k < sizeof ways / sizeof *ways; k++) {
			struct screen screen;
			open_rounds(&screen, sizes[i][0], sizes[i][1]);
			screen_type(&screen, ways[k].keys);
			int row = screen_find(&screen, "▸");
			if (row < 0 || !strstr(screen_row(&screen, row), ways[k].title)) {
				screen_dump(&screen);
				fail_msg("%s at %dx%d: not \"%s\"", ways[k].keys, sizes[i][0],
					sizes[i][1], ways[k].title);
			}
			screen_close(&screen);
		}
}

/* A value that names nothing is told, also where a minus makes it select everything. */
static void test_a_filter_tells_what_names_nothing(void **state)
{
	(void)state;
	static const char *const typed[][2] = {
		{"-speaker:nobody", "no speaker is called \"nobody\""},
		{"-by:nobody", "no speaker is called \"nobody\""},
		{"-place:nowhere", "no place is called \"nowhere\""},
		{"-lang:xx", "no quotation is in the language \"xx\""},
		{"hale -era:none", "no era is called \"none\""},
	};
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		struct screen screen;
		open_rounds(&screen, 80, 24);
		screen_type(&screen, "&");
		for (const char *at = typed[i][0]; *at; at++)
			screen_type(&screen, *at == ' ' ? "<Space>" : (char[]){*at, '\0'});
		screen_has(&screen, typed[i][1]);
		screen_has(&screen, "events: no ");
		screen_type(&screen, "<Enter>");
		screen_has(&screen, typed[i][1]);
		screen_has(&screen, "only ");
		screen_close(&screen);
	}
}

/* A date is typed as it is shown, and what is no date, number or id is told so. */
static void test_goes_to_a_date_as_shown(void **state)
{
	(void)state;
	static const struct {
		const char *keys, *wanted;
	} tried[] = {
		{":30 March 1856<Enter>", "▸   30 Mar 1856"},
		{":30 mar 1856<Enter>", "▸   30 Mar 1856"},
		{":June 1881<Enter>", "▸    2 Jun 1881"},
		{":18 March 1856 Old Style<Enter>", "▸   30 Mar 1856"},
		{":16–19 May 1881<Enter>", "▸16–19 May 1881"},
		{":c. April 1856<Enter>", "▸   c. Apr 1856"},
		{":50<Enter>", "there are 5 events"},
		{"&speaker:hale<Enter>:4<Enter>", "2 events are shown"},
		{":31 April 1856<Enter>", "April has only 30 days"},
		{":30 March<Enter>", "▸   30 Mar 1856"},
		{":31 March<Enter>", "nothing is of that day, in any year; this is the nearest"},
		{":1856-03-99<Enter>", "day 99 does not exist"},
		{":qqqqqq<Enter>", "nothing is called so; / finds words, F1 shows examples"},
	};
	for (size_t i = 0; i < sizeof tried / sizeof *tried; i++) {
		struct screen screen;
		open_rounds(&screen, 120, 30);
		screen_type(&screen, tried[i].keys);
		screen_has(&screen, tried[i].wanted);
		screen_close(&screen);
	}
}

static void test_as_of_a_day(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 120, 30);
	screen_type(&screen, "G@1856-03-31<Enter>");
	screen_has(&screen, "as of 31 March 1856");
	screen_has(&screen, "2 events · 1 quotation");
	screen_lacks(&screen, "hidden"); /* how many are to come, nobody knew */
	screen_has(&screen, "▸   30 Mar 1856");
	screen_type(&screen, "@<C-u>1700<Enter>");
	screen_has(&screen, "nothing of what is shown was public by then");
	screen_type(&screen, "<C-u>31 March<Enter>");
	screen_has(&screen, "of which year?");
	screen_type(&screen, "<C-u>30 March 1856<Enter>");
	screen_has(&screen, "as of 30 March 1856");
	screen_type(&screen, "@<C-u>31 Mar 1856<Enter>");
	screen_has(&screen, "as of 31 March 1856");
	screen_type(&screen, "@<C-u>18 March 1856 Old Style<Enter>");
	screen_has(&screen, "as of 30 March 1856");
	screen_type(&screen, "@<Up><Up><Up><Enter>");
	screen_has(&screen, "as of 31 March 1856");
	screen_type(&screen, "@<Enter>");
	screen_lacks(&screen, "as of");
	screen_has(&screen, "5 events · 3 quotations");
	screen_close(&screen);
}

static void test_opens_before_everything(void **state)
{
	(void)state;
	struct screen screen;
	struct arena arena = {0};
	struct date day;
	struct date_problem problem;
	assert_true(date_parse(&arena, "1700", 4, &day, &problem));
	screen_open(&screen, rounds, &(struct app_options){.asked = {.as_of = &day}}, 120, 30);
	screen_has(&screen, "0 events · no quotations");
	screen_has(&screen, "Nothing of this record was known by that day.");
	screen_lacks(&screen, "hidden");
	screen_type(&screen, "jJG<Tab>l<Space>]-+/a<Enter><Esc>&a<Enter><Esc>cvy<Esc>itm<C-g>q");
	screen_type(&screen, "<Esc><Esc><Esc>@<C-u><Enter>");
	screen_has(&screen, "5 events · 3 quotations");
	screen_close(&screen);
	arena_free(&arena);
}

static void test_opens_filtered(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, rounds,
		&(struct app_options){.asked = {.query = "kind:thesis"}, .at = "varga-view"}, 80,
		24);
	screen_has(&screen, "only kind:thesis");
	screen_has(&screen, "event 1 of 1, 4 hidden");
	screen_has(&screen, "▌ ◇ Both came");
	screen_close(&screen);
}

static void test_the_command_prompt(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 80, 24);
	screen_type(&screen, ":treaty<Enter>");
	screen_has(&screen, "▸   30 Mar 1856");
	screen_type(&screen, ":1881-05-18<Enter>");
	screen_has(&screen, "▸16–19 May 1881");
	screen_type(&screen, ":1700<Enter>"); /* before all: the nearest */
	screen_has(&screen, "▸   25 Mar 1856");
	screen_type(&screen, ":second<Enter>"); /* an era */
	screen_has(&screen, "▸16–19 May 1881");
	screen_type(&screen, ":5");
	screen_has(&screen, " ▸ 5 ");
	screen_has(&screen, "The end");
	screen_type(&screen, "<Enter>");
	screen_has(&screen, "▸    2 Jun 1881");
	screen_type(&screen, ":hale-l<Tab><Enter>");
	screen_has(&screen, "▌ “Good day.”");
	screen_type(&screen, ":nxt-event<Enter>");
	screen_has(&screen, "did you mean next-event?");
	screen_type(&screen, "<C-u>help<Enter>");
	screen_has(&screen, "Moving");
	screen_type(&screen, "<Esc>:w<Enter>");
	screen_has(&screen, "truce writes no file");
	screen_type(&screen, ":<Up>");
	screen_has(&screen, ":w");
	screen_type(&screen, "<Esc>:q<Enter>");
	assert_int_equal(screen.next, APP_QUIT);
	screen_close(&screen);
}

static void test_other_keyboards(void **state)
{
	(void)state;
	struct screen screen;
	open_rounds(&screen, 80, 24);
	screen_type(&screen, "оо"); /* j j on a Russian layout */
	screen_has(&screen, "▸   30 Mar 1856");
	screen_type(&screen, "κ"); /* k on a Greek one */
	screen_has(&screen, "▸   25 Mar 1856");
	screen_type(&screen, ":о");
	screen_has(&screen, ":о");
	screen_close(&screen);
}

static void test_starts_at_an_id(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, rounds, &(struct app_options){.at = "orlov-report"}, 120, 30);
	screen_has(&screen, "▸   30 Mar 1856");
	screen_has(&screen, "│▌  Orlov said");
	screen_close(&screen);
}

/* A view that is asked for while it is open lies on top, once. */
static void test_a_view_lies_once_on_the_stack(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "tests/data/rounds.yaml", &(struct app_options){0}, 80, 24);
	assert_true(view_open(screen.app, &help_view, NULL));
	assert_true(view_open(
		screen.app, &plain_view, &(struct view_at){.title = "Said.", .text = "Words."}));
	assert_ptr_equal(view_below(screen.app), &help_view);
	assert_true(view_open(screen.app, &help_view, NULL));
	assert_ptr_equal(view_on_top(screen.app), &help_view);
	assert_false(view_is_open(screen.app, &plain_view));
	view_close(screen.app);
	assert_ptr_equal(view_on_top(screen.app), &explorer_view);
	view_close(screen.app); /* the lowest stays */
	assert_ptr_equal(view_on_top(screen.app), &explorer_view);
	screen_close(&screen);
}

/* What was folded once is kept until something else is shown: a zoom there and back looks at no event. */
static void test_folds_are_kept(void **state)
{
	struct screen screen;
	screen_open(&screen, "tests/data/forty.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "--");
	const struct fold *fold = &explorer_of(screen.app)->fold;
	const struct fold_group *groups = fold->groups;
	uint32_t count = fold->count;
	screen_type(&screen, "-+G");
	assert_ptr_equal(fold->groups, groups);
	screen_type(&screen, "&salt<Enter>");
	assert_true(fold->count < count);
	assert_int_equal(fold->rows[fold->count - 1] < screen.app->result->event_count, true);
	screen_type(&screen, "\\");
	assert_int_equal(fold->count, count);
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_view_lies_once_on_the_stack),
		cmocka_unit_test(test_opens_with_the_card),
		cmocka_unit_test(test_rows_of_the_timeline),
		cmocka_unit_test(test_account_and_quotations),
		cmocka_unit_test(test_many_quotations),
		cmocka_unit_test(test_an_event_without_words_says_so),
		cmocka_unit_test(test_the_head_holds_still),
		cmocka_unit_test(test_focus_and_the_bar),
		cmocka_unit_test(test_the_words_lead_from_event_to_event),
		cmocka_unit_test(test_a_long_quotation_scrolls_first),
		cmocka_unit_test(test_space_reads_to_the_end),
		cmocka_unit_test(test_counts_and_ends),
		cmocka_unit_test(test_eras),
		cmocka_unit_test(test_every_size),
		cmocka_unit_test(test_one_pane),
		cmocka_unit_test(test_leaving),
		cmocka_unit_test(test_no_key_too_many),
		cmocka_unit_test(test_ascii),
		cmocka_unit_test(test_help),
		cmocka_unit_test(test_help_is_whole),
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_copies_with_the_citation),
		cmocka_unit_test(test_a_citation_keeps_the_day),
		cmocka_unit_test(test_where_am_i),
		cmocka_unit_test(test_both_calendars),
		cmocka_unit_test(test_zoom),
		cmocka_unit_test(test_filter),
		cmocka_unit_test(test_search),
		cmocka_unit_test(test_filter_leads_to_its_first_event),
		cmocka_unit_test(test_a_filter_tells_what_names_nothing),
		cmocka_unit_test(test_goes_to_a_date_as_shown),
		cmocka_unit_test(test_as_of_a_day),
		cmocka_unit_test(test_opens_before_everything),
		cmocka_unit_test(test_opens_filtered),
		cmocka_unit_test(test_the_command_prompt),
		cmocka_unit_test(test_other_keyboards),
		cmocka_unit_test(test_starts_at_an_id),
		cmocka_unit_test(test_folds_are_kept),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
