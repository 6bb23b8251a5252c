/* What prompts teach: what they list while one types, what Enter, Tab and the arrows make of it, dates
 * as they are shown, and examples from the record. */
#include "screen.h"

static const char rounds[] = "tests/data/rounds.yaml";

static void open_at(struct screen *screen, const char *path, int cols, int rows)
{
	screen_open(screen, path, &(struct app_options){.mouse = false}, cols, rows);
}

struct tried {
	const char *keys, *wanted, *lacking; /* the last may be NULL */
};

static void try_each(const char *path, const struct tried *tried, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct screen screen;
		open_at(&screen, path, 80, 24);
		screen_type(&screen, tried[i].keys);
		screen_has(&screen, tried[i].wanted);
		if (tried[i].lacking)
			screen_lacks(&screen, tried[i].lacking);
		screen_close(&screen);
	}
}
#define TRY(path, tried) try_each(path, tried, sizeof(tried) / sizeof *(tried))

static void the_palette_lists(void **state)
{
	(void)state;
	static const struct tried tried[] = {
		{":", "find           /  search as you type", NULL},
		{":copy", "▸ copy          y  copy the words", NULL},
		{":citation", "cite          Y  copy the citation alone", NULL},
		{":hál", "▸ hale               person: Edmund Hale, Südmark", NULL},
		{":next ev", "▸ next-event       J      go to the next event", NULL},
		{":30 March", "treaty        30 March 1856: The treaty is signed", NULL},
		{":30 March 1856", "▸ 30 March 1856  a date: its first event", NULL},
		{":4", "▸ 4             16–19 May 1881: The second round", NULL},
		{":9", "there are 5 events", NULL},
		{":theme", "theme dark", "▸ theme"},
		{":second", "era: The second round", NULL},
		{":hale-l", "hale-last     “Good day.”", NULL},
		{":q", "▸ q                quit truce", NULL},
	};
	TRY(rounds, tried);
}

/* Only exact words stand between quotation marks; of the others those of a source's own view have its sign. */
static void words_are_listed_in_their_marks(void **state)
{
	(void)state;
	static const struct tried tried[] = {
		{":medinsky-c", "medinsky-constructive   the Russia", "“the Russia"},
		{":thom-pact", "thom-pact     ◇ We know", "“We know"},
		{"&answers:thom", "Thom: ◇ Above", NULL},
	};
	TRY("events.yaml", tried);
}

static void what_is_chosen_is_done(void **state)
{
	(void)state;
	static const struct tried tried[] = {
		{":hale<Enter>", "Speakers", NULL},
		{":orl<Enter>", "▸Pavel Orlov", NULL},
		{":trea<Enter>", "▸   30 Mar 1856", NULL},
		{":the tr<Enter>", "▸   30 Mar 1856", NULL},
		{":ne<Tab><Tab><Enter>", "Two rounds", NULL},
		{":<Down><Down><Down><Down><Enter>", "/ ", NULL}, /* find */
		{":<Down><Up><Up>", "nothing was typed here before", NULL},
		{":w<Enter>:<Up>", ":w", NULL},
		{":w<Enter>:<Up><Up><Down><Down>", "where to go", NULL},
		{":w<Enter>", "truce writes no file", NULL},
		{":9<Enter>", "there are 5 events", NULL},
		{":theme<Enter>", "theme auto, dark, light, projector or mono", NULL},
		{":zzz<Tab>", "nothing fits that; F1 shows examples", NULL},
	};
	TRY(rounds, tried);
	static const char *const quits[] = {":q<Enter>", ":wq<Enter>", ":x<Enter>", ":exit<Enter>",
		":quit<Enter>", ":qa<Enter>"};
	for (size_t i = 0; i < sizeof quits / sizeof *quits; i++) {
		struct screen screen;
		open_at(&screen, rounds, 80, 24);
		screen_type(&screen, quits[i]);
		assert_int_equal(screen.next, APP_QUIT);
		screen_close(&screen);
	}
}

static void queries_are_completed(void **state)
{
	(void)state;
	static const struct tried tried[] = {
		{"&", "by:           what somebody says", NULL},
		{"&the", "theme:", NULL},
		{"&hal", "by:hale       what Edmund Hale says", NULL},
		{"&by:", "orlov", NULL},
		{"&by:HÁL",
			"hale          Edmund Hale, Südmark                             2 events · "
			"2■",
			NULL},
		{"&by:hal", "Enter takes hale", NULL},
		{"&by:hal<Enter>", "only what Edmund Hale says", NULL},
		{"&by:hal<Tab>", "& by:hale ", NULL},
		{"&by:hal<Tab>", "2 events · 2 quotations", NULL},
		{"&by:hale,or<Tab>", "& by:hale,orlov", NULL},
		{"&-by:hal<Tab>", "& -by:hale", NULL},
		{"&by:hal x<Left><Left><Tab>", "& by:hale x", NULL},
		{"&spe<Tab>", "& speaker:", NULL},
		{"&kind:th", "thesis", NULL},
		{"&has:re<Tab>", "& has:replies", NULL},
		{"&id:tre<Tab>", "& id:treaty", NULL},
		{"&by:орл", "Pavel Orlov (Орлов), Norland", NULL}, /* by what else he is called */
		{":орл", "person: Pavel Orlov (Орлов), Norland", NULL},
		{"&by:orl", "Pavel Orlov, Norland", "(Орлов)"},
		{"&by:orl", "only & by:orl", NULL}, /* what each is for */
		{":orl", "go to :orl", NULL},
		{"/orl", "find /orl", NULL},
		{"&<Down>", "1 of 14 choices ", "narrow"},
		{"&id:hale-i", "Edmund Hale: “We have spent", NULL},
		{"&by:hal<Down><Enter>", "only what Edmund Hale says", NULL},
		{"&<Down><Enter>", "& by:", NULL}, /* a field goes on */
		{"&by:hale<Enter>&", "by:           what", "& by:hale"},
		{"&by:hale<Enter>&", "Enter shows all, Up the last query", NULL},
		{"&by:hale<Enter>&<Up>", "& by:hale", NULL},
		{"&by:hale<Enter>&<Enter>", "event 2 of 5", "only what Edmund Hale says"},
		{"ihale<Enter>&<Up>", "& speaker:hale", NULL},            /* whoever asked for it */
		{"&halers", "by:hale       what Edmund Hale says", NULL}, /* begins as it does */
		{"&by:nobody<Enter>", "no speaker is called \"nobody\"", NULL},
	};
	TRY(rounds, tried);
}

static void dates_are_found_as_they_are_shown(void **state)
{
	(void)state;
	static const struct tried tried[] = {
		{"/30 March 1856", "▸   30 Mar 1856", NULL},
		{"/2 June 1881", "1 of 1, by its date: 2 June 1881", NULL},
		{"/2 Jun 1881<Enter>", "/2 Jun 1881: 1 of 1, by its date: 2 June 1881", NULL},
		{"/June 1881", "▸    2 Jun 1881", NULL},
		{"/16–19 May 1881", "▸16–19 May 1881", NULL},
		{"/17 May 1881", "▸16–19 May 1881", NULL},
		{"/3 June 1881", "no match", NULL},
		{"/2 June", "1 of 1, by its date: 2 June 1881", NULL},
		{"/June 2, 1881", "1 of 1, by its date: 2 June 1881", NULL},
		{"/3 June", "no match", NULL},
		{"/3 June 1881<Enter>", "no match; : leads to the nearest day", NULL},
		{"/3/6/1881<Enter>", "no match; a date: ", NULL},
		{"/3.6.1881<Enter>", "no match; : leads to the nearest day", NULL},
		{"/2.6.1881", "1 of 1, by its date: 2 June 1881", NULL},
		{":five weeks<Enter>", "/five weeks: 1 of 1", NULL},
		{":/ink<Enter>", "/ink: 1 of 2", NULL},
		{":ink", "find this in the words and titles", NULL},
		/* Who is meant by the beginning of a name comes first; as words it is behind it, in
		 * quotation marks or with more words it is words. */
		{"&orlov", "▸ by:orlov", "Down chooses"},
		{"&orlov", "   orlov         as words", NULL},
		{"&orlo<Enter>", "only what Pavel Orlov says", NULL},
		{"&orlov<Down>", "▸ orlov         as words", NULL},
		{"&orlov<Down><Enter>", "only orlov", NULL},
		{"&\"orlov\"<Enter>", "only \"orlov\"", NULL},
		{"&ink orlov<Enter>", "orlov", "what Pavel"},
		{"&orlov<Tab>", "& by:orlov", NULL},
		{"&orlov<Tab><Tab>", "& orlov", NULL},
		{"&orlov<Left><Right>", "▸ by:orlov", NULL},
		{"&by:orlovs", "Enter takes orlov", NULL},
		{"&orlovs", "▸ by:orlov      what Pavel Orlov says", "as words"},
		{"&orlovs<Enter>", "only what Pavel Orlov says", NULL},
		{"&norl", "▸ by:norland    what Norland says", NULL},
		{"&norlanders", "▸ by:norland    what Norland says", NULL},
		{"&norlanders", "Enter takes by:norland", NULL},
		{"&norlanders<Enter>", "only what Norland says", NULL},
		{"&norlandish side", "▸ by:norland    ", "   side"},
		{"&only Norlandish side<Enter>", "only what Norland says", NULL},
		{"&only orlo<Enter>", "only what Pavel Orlov says", NULL},
		{"&norlandish sides", "only & norlandish sides", "by:norland"},
		{"&spoken<Enter>", "only & spoken", "& person:"},
		{"&NORLANDISH -ink<Left><Left><Left><Left><Left><Enter>",
			"only what Norland says, -ink", NULL},
		{"@30/06/1881<Enter>", "as of 30 June 1881", NULL},
		{"@6-30-1881<Enter>", "as of 30 June 1881", NULL},
		{"@30 juin 1881<Enter>", "as of 30 June 1881", NULL},
		{"@30 juin 81<Enter>", "write year first", NULL},
		{"@2.6.", "▸ 2 June 1881", NULL},
		{"@2.6.81<Enter>", "as of 2 June 1881", NULL},
		{"@2.6.80<Enter>", "which is meant? 1980-06-02, or 1880-06-02", NULL},
		{"&30/3/56", "1 event", NULL},
		{"&30/3/57", "that selects nothing", NULL},
		{":30/3/56<Enter>", "▸   30 Mar 1856", "nearest"},
		{":1/6/81<Enter>", "year first, with four digits; which is meant?", NULL},
		{":1.6.81<Enter>", "nothing is of that day, in such a year; this is the nearest",
			NULL},
		{"@6/30/1881<Enter>", "as of 30 June 1881", NULL},
		{"@6/7/1881<Enter>", "as of 6/7/1881", "as of 6 July"},
		{"@30th of June 1881<Enter>", "as of 30 June 1881", NULL},
		{"@June 2nd, 1881<Enter>", "as of 2 June 1881", NULL},
		{"@2 June", "▸ 2 June 1881", "Down chooses"},
		{"@2 June<Left>", "▸ 2 June 1881", NULL},
		{"@2 June<Enter>", "as of 2 June 1881", NULL},
		{"/orlof", "no match; Enter finds Orlov", NULL},
		/* No name, but a word of the record. */
		{"/lissten", "no match; Enter finds listen", NULL},
		{"/lissten<Enter>", "/listen: 1 of 1", NULL},
		{"@1 May 1856<Enter>/lissten<Enter>", "no match", "finds"},
		{"/zzq<Enter>", "no match; Tab lists names, F1 shows examples", NULL},
		{"&ink<Enter>/zzq<Enter>", "no match in what is shown; Esc, then \\ shows", NULL},
		{"&2 June", "1 event", NULL},
		{"&June 2", "1 event", NULL},
		{":2 June<Enter>", "▸    2 Jun 1881", NULL},
		{":June 2, 1881<Enter>", "▸    2 Jun 1881", NULL},
		{":18 May<Enter>", "▸16–19 May 1881", NULL},
		{"/hal<Tab>", "/Edmund Hale", NULL}, /* names, when Tab asks for them */
		{"/hal<Tab>", "Edmund Hale   person: Edmund Hale, Südmark", NULL},
		{"/hal<Tab>x", "no match", "person:"},
		{"/zzz<Tab>", "nothing fits that; F1 shows examples", NULL},
		{"@<Down><Down>", "as of ", NULL},
		{"@treaty", "30 March 1856  The treaty is signed", NULL},
		{"@treaty<Down><Enter>", "as of 30 March 1856", NULL},
	};
	TRY(rounds, tried);
}

static void examples_come_from_the_record(void **state)
{
	(void)state;
	static const struct tried tried[] = {
		{"&<F1>", "by:orlov,hale", NULL},
		{"&<F1>", "what Pavel Orlov says", NULL},
		{"&<F1><Enter>", "& by:", NULL},
		{"&salt<F1><Down><Esc>", "& salt", NULL},
		{"/<F1><Enter>", "1 of ", NULL},
		{"@<F1>", "what was known by the evening of: ", NULL},
		{"@<F1><Enter><Enter>", "as of ", NULL},
		{":<F1><Down><Enter>", ":1856", NULL},
		{"?/<F1>", "F1 does nothing here; Esc cancels", NULL},
	};
	TRY(rounds, tried);
	struct screen screen;
	open_at(&screen, rounds, 80, 24);
	screen_type(&screen, "@<F1>");
	while (app_wake(screen.app) >= 0)
		app_apply(screen.app, &(struct input){.kind = INPUT_TICK});
	app_draw(screen.app, &screen.grid);
	screen_has(&screen, " event");
	screen_close(&screen);
}

/* On the page of examples letters are none of its keys: they go on in the prompt. */
static void who_types_on_is_back_at_the_prompt(void **state)
{
	(void)state;
	static const struct tried tried[] = {
		{"&<F1>", "type your own", NULL},
		{"&<F1>P", "& P", "Examples of "},
		{"&<F1>jq", "& jq", "Examples of "},
		{"&by<F1>:", "& by:", "Examples of "},
		{"&sal<F1><Bsp>", "& sa", "Examples of "},
		{":<F1>1856", ":1856", "Examples of "},
		{"&salt<F1>?", "& salt?", "Examples of "},
		{"&??", "? shows examples", "Examples of "},
		{"&<F1><F1>", "? shows examples", "Examples of "},
		{"&<F1><Space><C-n>", "Examples of ", NULL},
		{"&<F1><F7>", "F7 does nothing here; Esc leads back", NULL},
		{"&salt<F1><C-c>", "& salt", "Examples of "},
	};
	TRY(rounds, tried);
	struct screen screen;
	open_at(&screen, rounds, 80, 24);
	screen_type(&screen, "&<F1>");
	app_apply(screen.app, &(struct input){.kind = INPUT_PASTE, .text = "salt", .len = 4});
	app_draw(screen.app, &screen.grid);
	screen_has(&screen, "& salt");
	screen_close(&screen);
}

/* How many there are is told of few; of many, what makes them fewer. */
static void many_are_not_counted(void **state)
{
	(void)state;
	static const struct tried tried[] = {
		{":", " type to narrow ", "choices"},
		{":<Down>", " type to narrow ", "choices"},
		{":e", " type on to narrow ", "choices"},
		{"&", " 14 choices ", "narrow"},
		{"c", "more ↓", "2 below"},
	};
	TRY("events.yaml", tried);
}

/* What a newcomer types leads somewhere, or says what to type. */
static void newcomers_are_led(void **state)
{
	(void)state;
	static const struct tried tried[] = {
		{"&says:hale<Enter>", "did you mean \"by\"?", NULL},
		{"&speaker=hale<Enter>", "write \":\" behind \"speaker\"", NULL},
		{":who is hale<Enter>", "/ finds words, F1 shows examples", NULL},
		{"@1856<Enter>@today<Enter>", "as of today is all that the record has",
			"as of 1856"},
		{"&hale<Enter>@today<Enter>", "what Edmund Hale says",
			"as of today is all that the record has"},
	};
	TRY(rounds, tried);
}

/* Where nothing is typed yet, ? asks for them; then it is a letter. */
static void a_question_mark_asks(void **state)
{
	(void)state;
	static const char *const prompts[] = {"/", "&", "@", ":"};
	for (size_t i = 0; i < sizeof prompts / sizeof *prompts; i++) {
		struct screen screen;
		open_at(&screen, rounds, 80, 24);
		screen_type(&screen, prompts[i]);
		screen_has(&screen, "? shows examples");
		screen_type(&screen, "?");
		screen_has(&screen, "Examples of ");
		screen_type(&screen, "<Esc>a?");
		screen_lacks(&screen, "Examples of ");
		screen_has(&screen, "a?");
		screen_close(&screen);
	}
}

/* Each example of a query, a day or a search leads somewhere when it is taken. */
static void examples_hold(void **state)
{
	(void)state;
	static const char *const prompts[] = {"&", "/", "@", ":"};
	static const char *const records[] = {
		rounds, "tests/data/forty.yaml", "tests/data/scripts.yaml", "events.yaml"};
	for (size_t r = 0; r < sizeof records / sizeof *records; r++)
		for (size_t p = 0; p < sizeof prompts / sizeof *prompts; p++)
			for (int n = 0; n < 10; n++) {
				struct screen screen;
				open_at(&screen, records[r], 80, 24);
				screen_type(&screen, prompts[p]);
				screen_type(&screen, "<F1>");
				for (int down = 0; down < n; down++)
					screen_type(&screen, "<Down>");
				screen_type(&screen, "<Enter><Enter>");
				if (screen.next != APP_QUIT) {
					screen_lacks(&screen, "nothing is selected");
					screen_lacks(&screen, "no match");
					screen_lacks(&screen, "F1 shows examples");
				}
				screen_close(&screen);
			}
}

static void help_is_narrowed(void **state)
{
	(void)state;
	static const struct tried tried[] = {
		{"?/copy", "▸ copy          y  copy the words", "next-event"},
		{"?/", "what is it to do?", NULL},
		{"?/<Enter>", "Moving", NULL},
		{"?/copy<Esc>", "Moving", NULL},
		{"?/zzz", "no key does that", NULL},
		{"?/zzz<Enter>", "no key does that", NULL},
		{"jl?/copy<Enter>", "Copied", NULL},
		{"?/index of<Enter>", "Speakers", NULL},
		{"w?/hint", "▸ a hint        Space  in this view", NULL},
		{"w?/hint<Enter>", "Space: a hint", NULL},
		{"v?/meeting", "in this view", NULL},
		{"v?/party", "one party", NULL},
		{"p?", "/ finds a key, any other closes", NULL},
		{"p?/blank", "▸ . b           a blank screen, and back", NULL},
		{"p?/zzz<Enter>", "no key does that here", NULL},
		{"p?/blank<Esc>", "/ finds a key", "▸"},
		{"p?/first<Enter>", "1 of 5", "Presenting"},
		{"p?/<Enter>", "/ finds a key", NULL},
		{"?/themes<Down><Up><Enter>", "Themes", NULL},
	};
	TRY(rounds, tried);
}

static void a_kiosk_is_not_left(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, rounds, &(struct app_options){.kiosk = true}, 80, 24);
	screen_type(&screen, ":quit<Enter>");
	assert_int_not_equal(screen.next, APP_QUIT);
	screen_type(&screen, ":su");
	screen_lacks(&screen, "suspend");
	screen_close(&screen);
}

/* Another record comes while one chooses. */
static void the_list_is_of_the_record_at_hand(void **state)
{
	(void)state;
	static const char *const keys[] = {":", ":t<Down><Down>", "&by:<Down>", "&by:<Tab>",
		"@<Down>", "&<F1><Down><Down>", "/<F1>", "?/c<Down>", ":treaty<Tab>", "p?/sc<Down>",
		"w?/h"};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		struct screen screen, other;
		open_at(&screen, "tests/data/forty.yaml", 80, 24);
		open_at(&other, rounds, 80, 24);
		screen_type(&screen, keys[i]);
		app_replace(screen.app, other.record);
		app_draw(screen.app, &screen.grid);
		screen_lacks(&screen, "Alder");
		screen_type(&screen, "<Down><Enter><Esc><Esc>");
		screen_close(&screen);
		screen_close(&other);
	}
}

/* In a record of many things a key looks at some, and the rest while nobody types. */
static void many_things_are_listed_by_and_by(void **state)
{
	(void)state;
	struct buf text = {0};
	struct screen screen;
	buf_text(&text, "title: Many\nevents:\n");
	for (int n = 0; n < 20000; n++)
		buf_format(&text, "  - {id: e%d, date: %d, title: Meeting %d}\n", n, 1000 + n / 100,
			n);
	screen_open_bytes(&screen, &(struct load_input){"many.yaml", text.text, text.len},
		&(struct app_options){.mouse = false}, 80, 24);
	screen_type(&screen, ":e19999");
	screen_lacks(&screen, "Meeting 19999");
	assert_int_equal(app_wake(screen.app), 0);
	while (app_wake(screen.app) >= 0)
		app_apply(screen.app, &(struct input){.kind = INPUT_TICK});
	app_draw(screen.app, &screen.grid);
	screen_has(&screen, "▸ e19999        1199: Meeting 19999");
	screen_type(&screen, "<C-u>:meeting 1999");
	screen_type(&screen, "<Esc>:meeting 19998<Enter>"); /* Enter looks through all */
	screen_has(&screen, "Meeting 19998");
	screen_close(&screen);
	buf_free(&text);
}

/* What is taken into the line is as harmless as what is pasted. */
static void what_is_taken_is_text(void **state)
{
	(void)state;
	static const char text[] = "title: T\nevents:\n  - {id: e, date: 1900, title: E, place: "
				   "\"Old\\u200b Town\\tSquare\\n\"}\n";
	static const char *const keys[] = {"&place:old<Tab>", "/old<Tab>"};
	static const char *const wanted[] = {"& place:\"Old Town Square\"", "/Old Town Square"};
	for (size_t i = 0; i < 2; i++) {
		struct screen screen;
		screen_open_bytes(&screen, &(struct load_input){"t.yaml", text, strlen(text)},
			&(struct app_options){.mouse = false}, 80, 24);
		screen_type(&screen, keys[i]);
		screen_has(&screen, wanted[i]);
		screen_close(&screen);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_palette_lists),
		cmocka_unit_test(words_are_listed_in_their_marks),
		cmocka_unit_test(what_is_chosen_is_done),
		cmocka_unit_test(queries_are_completed),
		cmocka_unit_test(dates_are_found_as_they_are_shown),
		cmocka_unit_test(examples_come_from_the_record),
		cmocka_unit_test(many_are_not_counted),
		cmocka_unit_test(who_types_on_is_back_at_the_prompt),
		cmocka_unit_test(newcomers_are_led),
		cmocka_unit_test(a_question_mark_asks),
		cmocka_unit_test(examples_hold),
		cmocka_unit_test(help_is_narrowed),
		cmocka_unit_test(a_kiosk_is_not_left),
		cmocka_unit_test(the_list_is_of_the_record_at_hand),
		cmocka_unit_test(what_is_taken_is_text),
		cmocka_unit_test(many_things_are_listed_by_and_by),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
