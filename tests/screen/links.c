/* Following: links, the same speaker, and the way back. */
#include "screen.h"

static const char rounds[] = "tests/data/rounds.yaml";

static void open_at(struct screen *screen, const char *id, int cols, int rows)
{
	screen_open(screen, rounds, &(struct app_options){.at = id}, cols, rows);
}

static void test_links_of_a_quotation(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "hale-ink", 100, 30);
	screen_type(&screen, "<Enter>");
	screen_has(&screen, " Links ");
	screen_has(
		&screen, "  “We have spent more ink in five weeks than blood in any single day.”");
	screen_has(&screen, "      Edmund Hale, second envoy");
	/* The selected link is open in full, the others have a line each. */
	screen_has(&screen, " ▸ answered by     Pavel Orlov");
	screen_has(&screen, "                    Orlov said that ink dries, too.");
	screen_has(&screen, "   also worded     Karlsund Courier          “More ink than blood.”");
	screen_has(&screen, "   also says       “Good day.”");
	screen_has(&screen, "2 Jun 1881");
	screen_has(&screen, "   themes          The river line · 2 entries");
	screen_has(&screen, "   parallel        Varga: It was the same table.");
	screen_has(&screen, "   printed in      Varga, Documents of Karlsund, 1882, p. 212");
	screen_has(&screen, " 1 of 6 ");
	screen_close(&screen);
}

static void test_wordings_word_against_word(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "hale-ink", 100, 36);
	screen_type(&screen, "<Enter>j");
	screen_has(&screen, " ▸ also worded     Karlsund Courier");
	screen_has(&screen, "“More ink than blood.”");
	screen_has(&screen,
		"“‹We have spent› more ink ‹in five weeks› than blood ‹in any single day›.”");
	screen_has(&screen, "between ‹ and ›: in this wording alone");
	screen_close(&screen);
	/* Not by signs outside ASCII, and never by colour alone. */
	screen_open(
		&screen, rounds, &(struct app_options){.at = "hale-ink", .ascii = true}, 100, 36);
	screen_type(&screen, "<Enter>j");
	screen_has(&screen,
		"\"{We have spent} more ink {in five weeks} than blood {in any single day}.\"");
	screen_close(&screen);
}

static void test_following_and_the_way_back(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "hale-ink", 120, 30);
	screen_type(&screen, "<Enter>jj<Enter>"); /* also says */
	screen_has(&screen, "▸    2 Jun 1881");
	screen_has(&screen, "│▌ “Good day.”");
	screen_type(&screen, "<lt>");
	screen_has(&screen, "│▌ “We have spent");
	screen_type(&screen, "<lt>");
	screen_has(&screen, "this is where you began");
	screen_type(&screen, ">");
	screen_has(&screen, "│▌ “Good day.”");
	screen_type(&screen, "<C-o>");
	screen_has(&screen, "│▌ “We have spent");
	/* The link that was selected there still is. */
	screen_type(&screen, "l");
	screen_has(&screen, " ▸ also says");
	screen_close(&screen);
}

/* The oldest steps are forgotten, the others stay in their order. */
static void test_a_long_way_back(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "tests/data/rounds.yaml", &(struct app_options){0}, 120, 36);
	for (int i = 0; i < 100; i++)
		screen_type(&screen, ":1<Enter>:2<Enter>");
	screen_has(&screen, "── 2 of 5 ──");
	screen_type(&screen, "126<lt>");
	screen_has(&screen, "── 2 of 5 ──");
	screen_type(&screen, "<lt>");
	screen_has(&screen, "── 1 of 5 ──");
	screen_lacks(&screen, "this is where you began");
	screen_type(&screen, "<lt>");
	screen_has(&screen, "this is where you began");
	screen_type(&screen, "126>");
	screen_has(&screen, "── 1 of 5 ──");
	screen_type(&screen, ">");
	screen_has(&screen, "── 2 of 5 ──");
	screen_type(&screen, ">");
	screen_has(&screen, "there is no way forward from here");
	screen_close(&screen);
}

static void test_leaving_the_links(void **state)
{
	(void)state;
	struct screen screen;
	static const char *const ways[] = {"h", "<Left>", "<Esc>", "q"};
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		open_at(&screen, "hale-ink", 80, 24);
		screen_type(&screen, "<Right>");
		screen_has(&screen, " Links ");
		screen_type(&screen, ways[i]);
		screen_lacks(&screen, " Links ");
		screen_has(&screen, "▌ “We have spent");
		assert_int_not_equal(screen.next, APP_QUIT);
		screen_close(&screen);
	}
}

static void test_links_of_an_event(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "treaty", 100, 30);
	screen_type(&screen, "lk<Enter>");
	screen_has(&screen, " Links ");
	screen_has(&screen, "   The treaty is signed");
	screen_has(&screen, " ▸ parallel        The second round, a very long");
	screen_has(&screen, "It was the same table.");
	screen_has(&screen, "so Ilona Varga");
	screen_type(&screen, "<Enter>");
	screen_has(&screen, "▸16–19 May 1881");
	/* Its opening has people, and no likeness is claimed: said, and not selected. */
	screen_type(&screen, "1Glk<Enter>");
	screen_has(&screen, "nothing: no parallel is drawn to this event");
	screen_has(&screen, " ▸ present         Pavel Orlov, envoy");
	screen_type(&screen, "<Enter>");
	screen_has(&screen, "[Speakers]");
	screen_has(&screen, "▸Pavel Orlov");
	screen_type(&screen, "<Esc>");
	screen_has(&screen, " ▸ present");
	screen_close(&screen);
}

static void test_themes_and_sources_lead_to_the_index(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "hale-ink", 100, 30);
	screen_type(&screen, "<Enter>jjj<Enter>");
	screen_has(&screen, "[Themes]");
	screen_has(&screen, "▸The river line");
	screen_type(&screen, "<Esc>G");
	screen_has(&screen, " ▸ printed in      Ilona Varga, Documents of Karlsund");
	screen_has(&screen, "Written by the secretary of both rounds.");
	screen_type(&screen, "<Enter>");
	screen_has(&screen, "[Sources]");
	screen_has(&screen, "▸Varga, Documents of Karlsund, 1882");
	screen_close(&screen);
}

static void test_the_same_speaker(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "orlov-report", 120, 30);
	screen_type(&screen, "*");
	screen_has(&screen, "│▌ “One. Two.");
	screen_has(&screen, "2 of 2 by Pavel Orlov");
	screen_type(&screen, "*");
	screen_has(&screen, "no later words of this speaker");
	screen_type(&screen, "#");
	screen_has(&screen, "│▌  Orlov said");
	screen_type(&screen, "9#");
	screen_has(&screen, "no earlier words of this speaker");
	/* From the account, the first words of the event count as selected. */
	screen_type(&screen, "<Esc>gjj*");
	screen_has(&screen, "│▌ “Good day.”");
	screen_type(&screen, "<lt>1G*");
	screen_has(&screen, "no words here whose speaker could be followed");
	screen_close(&screen);
}

static void test_a_filter_hides_links(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "hale-ink", 120, 30);
	screen_type(&screen, "&person:hale speaker:hale<Enter>");
	screen_type(&screen, "l<Enter>"); /* what the filter hides is still a link, and says so */
	screen_type(&screen, "<Enter>");
	screen_type(&screen, "q<Esc>");
	assert_int_not_equal(screen.next, APP_QUIT);
	screen_close(&screen);
}

static void test_marking_a_link(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "hale-ink", 100, 30);
	screen_type(&screen, "<Enter>m");
	screen_has(&screen, "marked; M shows the marked");
	screen_type(&screen, "M");
	screen_has(&screen, "Orlov said that ink dries, too.");
	screen_lacks(&screen, "We have spent");
	screen_type(&screen, "q");
	screen_has(&screen, "▸ answered by");
	screen_type(&screen, "m");
	screen_has(&screen, "mark taken off");
	/* What cannot be marked leaves what the links are of. */
	screen_type(&screen, "GmM");
	screen_has(&screen, "We have spent");
	screen_close(&screen);
}

static void test_copying_a_link(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "hale-ink", 100, 30);
	screen_type(&screen, "<Enter>y"); /* the selected one: Orlov's answer */
	assert_int_equal(screen.next, APP_COPY);
	assert_non_null(strstr(app_clipboard(screen.app), "Orlov said that ink dries, too."));
	screen_has(&screen, "Copied the linked words");
	screen_type(&screen, "<Esc>Y");
	assert_null(strstr(app_clipboard(screen.app), "ink dries"));
	assert_non_null(strstr(app_clipboard(screen.app), "Pavel Orlov"));
	/* What is no quotation has none: then it is the one that the links belong to. */
	screen_type(&screen, "<Esc>Gy");
	assert_non_null(strstr(app_clipboard(screen.app), "“We have spent more ink"));
	screen_type(&screen, "<Esc>");
	screen_has(&screen, " ▸ printed in");
	screen_has(&screen, "Enter follow");
	screen_close(&screen);
}

/* A record with a hundred answers, in a file that is gone as soon as it is read. */
static void open_many(struct screen *screen)
{
	const char *folder = getenv("TMPDIR");
	struct buf path = {0};
	buf_format(&path, "%s/truce-links-XXXXXX", folder ? folder : "/tmp");
	int fd = mkstemp(path.text);
	assert_true(fd >= 0);
	FILE *file = fdopen(fd, "w");
	assert_non_null(file);
	fputs("title: T\nsources: {book: {type: book, title: B}}\n"
	      "people: {ann: {name: Ann}, bob: {name: Bob}}\n"
	      "events:\n  - {id: e, title: E, date: 1900, quotes: [\n"
	      "    {id: q, speaker: bob, text: Why?, source: book},\n",
		file);
	for (int i = 0; i < 100; i++)
		fprintf(file,
			"    {id: a%d, speaker: ann, text: Answer %d., source: book, answers: "
			"q},\n",
			i, i);
	fputs("    ]}\n", file);
	fclose(file);
	screen_open(screen, path.text, &(struct app_options){.at = "q"}, 100, 30);
	remove(path.text);
	buf_free(&path);
}

static void test_long_groups_are_shown_whole(void **state)
{
	(void)state;
	struct screen screen;
	open_many(&screen);
	screen_type(&screen, "<Enter>24j");
	screen_has(&screen, " ▸                 and 76 more");
	screen_type(&screen, "y"); /* that is nobody's words: those that were asked about */
	assert_non_null(strstr(app_clipboard(screen.app), "“Why?”"));
	screen_type(&screen, "<Esc><Enter>"); /* the first of the others is in its place */
	screen_lacks(&screen, " more");
	screen_has(&screen, " ▸                 Ann");
	screen_has(&screen, "“Answer 24.”");
	screen_type(&screen, "Gk");
	screen_has(&screen, "“Answer 99.”");
	screen_type(&screen, "<Enter>");
	screen_has(&screen, "▌ “Answer 99.”");
	/* Of other words a long group is short again. */
	screen_type(&screen, "<Enter>25j");
	screen_has(&screen, "and 75 more");
	screen_close(&screen);
}

/* Of places in print, and people, that nobody reads to the end, the rest is counted, and the link leads to
 * them. */
static void test_more_places_than_are_read(void **state)
{
	(void)state;
	struct screen screen;
	struct buf yaml = {0};
	buf_text(&yaml,
		"title: T\nsources: {s: {type: book, title: B}}\nparties: {n: {name: North}}\n"
		"people:\n");
	for (int i = 0; i < 300; i++)
		buf_format(&yaml, "  p%d: {name: Ann%03d, party: n}\n", i, i);
	buf_text(&yaml, "events:\n- {id: a, title: First, date: 1900, parties: [n], people: [p0");
	for (int i = 1; i < 300; i++)
		buf_format(&yaml, ", p%d", i);
	buf_text(&yaml,
		"]\n  , quotes: [{id: qa, text: It is ours., speaker: p0, source: s, also_in: [");
	for (int i = 0; i < 300; i++)
		buf_format(&yaml, "{source: s, text: It was ours %03d.}, ", i);
	buf_text(&yaml, "]}]}\n");
	struct load_input input = {"places", buf_string(&yaml), yaml.len};
	screen_open_bytes(&screen, &input, &(struct app_options){.at = "a"}, 80, 24);
	bool people = false, last = false, rest = false;
	for (int i = 0; i < 60; i++) {
		people |= screen_find(&screen, "Ann199;") >= 0;
		last |= screen_find(&screen, "It was ours 199.") >= 0;
		rest |= screen_find(&screen, "and 100 more places in print") >= 0;
		screen_lacks(&screen, "Ann200");
		screen_lacks(&screen, "It was ours 200.");
		screen_type(&screen, "<Space>");
	}
	assert_true(people && last && rest);
	screen_close(&screen);
	screen_open_bytes(&screen, &input, &(struct app_options){.at = "qa"}, 80, 24);
	screen_type(&screen, "<Enter>64j");
	screen_has(&screen, "▸               and 236 more");
	screen_type(&screen, "<Enter>");
	screen_lacks(&screen, " more");
	screen_has(&screen, "ours ‹064›");
	screen_type(&screen, "236j");
	screen_has(&screen, "ours ‹299›");
	screen_close(&screen);
	buf_free(&yaml);
}

/* Every size with every key of the view: the selected link is in view, and nothing breaks. */
static void test_every_size(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "orlov-long", 120, 36);
	screen_type(&screen, "<Enter>");
	for (int cols = 1; cols <= 220; cols += 1 + cols / 9)
		for (int rows = 1; rows <= 60; rows += 1 + rows / 5) {
			screen_size(&screen, cols, rows);
			screen_type(&screen, "jk<PgDn>jG");
			if (cols >= 60 && rows >= 7)
				screen_has(&screen, "▸");
			screen_type(&screen, "<PgUp>kg");
		}
	screen_close(&screen);
}

static void test_small_screens(void **state)
{
	(void)state;
	struct screen screen;
	open_at(&screen, "hale-ink", 40, 10);
	screen_type(&screen, "<Enter>");
	screen_has(&screen, " ▸ answered by");
	screen_type(&screen, "j");
	screen_has(&screen, " ▸ also worded");
	screen_type(&screen, "j"); /* what is longer than the screen is scrolled through first */
	screen_lacks(&screen, "▸");
	screen_has(&screen, "in five");
	screen_type(&screen, "jjj");
	screen_has(&screen, " ▸ ");
	screen_type(&screen, "G");
	screen_has(&screen, " ▸ printed in");
	screen_type(&screen, "g");
	screen_has(&screen, " ▸ answered by");
	screen_size(&screen, 60, 16);
	screen_has(&screen, "   also worded");
	screen_close(&screen);
}

static bool cursor_in(const struct screen *screen, int from, int to)
{
	return screen->grid.cursor_col >= from && screen->grid.cursor_col < to;
}

/* Where there is room, the links of what is selected stand beside the words. */
static void test_a_pane_of_their_own(void **state)
{
	enum { WORDS = 50, LINKS = 105 };
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){.at = "biden-actions"}, 159, 40);
	screen_lacks(&screen, "answers     Alexander Fomin");
	screen_size(&screen, 160, 40);
	screen_has(&screen, "▌ “I don’t read anything into it");
	screen_has(&screen, "answers     Alexander Fomin");
	screen_has(&screen, "── 18 links ─");
	assert_true(cursor_in(&screen, WORDS, LINKS));
	screen_type(&screen, "j"); /* they follow what is selected */
	screen_has(&screen, "── 20 links ─");
	screen_type(&screen, "k<Enter>"); /* the pane has the keys */
	screen_has(&screen, "▸ answers     Alexander Fomin");
	screen_has(&screen, "── link 1 of 18 ─");
	screen_has(&screen, "▸   29 Mar 2022 ● Washington");
	assert_true(cursor_in(&screen, LINKS, 160));
	screen_type(&screen, "j");
	screen_has(&screen, "── link 2 of 18 ─");
	screen_type(&screen, "h"); /* and back */
	screen_has(&screen, "── 18 links ─");
	assert_true(cursor_in(&screen, WORDS, LINKS));
	screen_type(&screen, "<Tab>z");
	screen_has(&screen, "the links alone; z shows all panes");
	screen_lacks(&screen, "Washington waits");
	screen_lacks(&screen, "│");
	screen_type(&screen, "z");
	screen_has(&screen, "all panes");
	screen_has(&screen, "│");
	screen_type(&screen, "<Tab>");
	assert_true(cursor_in(&screen, 0, WORDS));
	screen_type(&screen, "ll<Enter>"); /* follows the first */
	screen_lacks(&screen, "▸   29 Mar 2022 ● Washington");
	screen_type(&screen, "g");
	screen_lacks(&screen, " links ─");
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_pane_of_their_own),
		cmocka_unit_test(test_links_of_a_quotation),
		cmocka_unit_test(test_wordings_word_against_word),
		cmocka_unit_test(test_following_and_the_way_back),
		cmocka_unit_test(test_a_long_way_back),
		cmocka_unit_test(test_leaving_the_links),
		cmocka_unit_test(test_links_of_an_event),
		cmocka_unit_test(test_themes_and_sources_lead_to_the_index),
		cmocka_unit_test(test_the_same_speaker),
		cmocka_unit_test(test_a_filter_hides_links),
		cmocka_unit_test(test_marking_a_link),
		cmocka_unit_test(test_copying_a_link),
		cmocka_unit_test(test_long_groups_are_shown_whole),
		cmocka_unit_test(test_more_places_than_are_read),
		cmocka_unit_test(test_every_size),
		cmocka_unit_test(test_small_screens),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
