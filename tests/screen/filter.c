/* Every query term of every record as a filter, typed on the card and at the last event: the first
 * event that it selects is gone to, unless the one at hand stays, and its row is on the screen. */
#include "screen.h"

#include "tests/effort.h"
#include "tests/unit/every.h"

static const int sizes[][2] = {{80, 24}, {120, 36}, {60, 20}, {40, 9}, {20, 6}};

enum { SIZES = sizeof sizes / sizeof *sizes };

static unsigned tried, none;

/* What cannot be typed at a prompt is no term, nor what it has no room for. */
static bool can_be_typed(const char *term)
{
	size_t len = strlen(term);
	for (size_t at = 0, bytes; at < len; at += bytes)
		if (text_kind(text_decode(term + at, len - at, &bytes)) != TEXT_SEEN)
			return false;
	return len < 200;
}

/* With a blank behind it a term is as it is: no name whose beginning may be meant. */
static void filter_by(struct screen *screen, const char *term)
{
	screen_type(screen, "&<C-u>");
	app_apply(screen->app,
		&(struct input){.kind = INPUT_PASTE, .text = term, .len = strlen(term)});
	screen_type(screen, "<Space><Enter>");
}

static void assert_at(struct screen *screen, const struct event *event, const char *term)
{
	struct app_place place = app_place(screen->app);
	const char *row = screen_row(screen, screen->grid.cursor_row);
	if (place.line != event->place.line || !strstr(row, "▸")) {
		screen_dump(screen);
		fail_msg("\"%s\" at %dx%d does not lead to %s", term, screen->grid.cols,
			screen->grid.rows, event->id);
	}
	tried++;
}

static void try_term(struct screen *screen, const char *term)
{
	struct record *record = screen->record;
	struct arena arena = {0};
	struct result result;
	every_select(record, term, DATE_OPEN_END, &arena, &result);
	uint32_t last = record->counts[THING_EVENT] - 1;
	screen_type(screen, "g");
	filter_by(screen, term);
	if (!result.event_count) {
		none++;
		screen_type(screen, "<Esc>");
		arena_free(&arena);
		return;
	}
	const struct event *first = result_event(&result, 0);
	assert_at(screen, first, term);
	screen_type(screen, "\\G");
	filter_by(screen, term);
	assert_at(screen, result_row(&result, last) < 0 ? first : &record->events[last], term);
	screen_type(screen, "\\");
	arena_free(&arena);
}

static void test_every_filter_leads_to_its_first_event(void **state)
{
	(void)state;
	for (int i = 0; every_record[i]; i++) {
		struct record *record = every_read(every_record[i]);
		struct every_terms terms = every_terms(record);
		for (int size = 0; size < SIZES && record->counts[THING_EVENT]; size++) {
			struct screen screen;
			screen_open(&screen, every_record[i], &(struct app_options){0},
				sizes[size][0], sizes[size][1]);
			for (size_t k = (size_t)size; k < terms.count; k += SIZES * effort_step(3))
				if (can_be_typed(terms.at[k]))
					try_term(&screen, terms.at[k]);
			screen_close(&screen);
		}
		every_free(record, &terms, &(struct every_days){0});
	}
	print_message("%u filters lead to their event, %u select none\n", tried, none);
	assert_true(tried > 1000 / effort_step(3));
}

/* What the title says is cut behind whole words, that of the plan first. */
static void test_the_title_of_a_filter(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, ":two-istanbuls<Enter>@2 June 2025<Enter>");
	screen_has(&screen, " Istanbul twice, 2022 and 2025 · as of 2 June 2025 ");
	screen_type(&screen, "&theme:ceasefire<Enter>");
	screen_has(&screen, " Istanbul… · as of 2 June 2025 · only theme Ceasefire   event 7 of 7");
	screen_size(&screen, 120, 24);
	screen_has(&screen, "2022 and 2025 · as of 2 June 2025 · only theme Ceasefire   ");
	screen_size(&screen, 40, 14);
	screen_has(&screen, " Istanbul…      event 7 of 7");
	screen_close(&screen);
}

/* What is selected is told by names; what was typed comes back at the prompt. */
static void test_a_query_in_words(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{"by:ukraine", "only what Ukraine says  "},
		{"speaker:ukraine", "only what Ukraine, no person named, says  "},
		{"by:osw-2025,medinsky", "only what OSW or Vladimir Medinsky says  "},
		{"by:\"OSW\",\"Medinsky\" 2025", "only what OSW or Medinsky says, 2025  "},
		{"-theme:trust era:istanbul-2022",
			"only not theme Trust, era Istanbul, spring 2022"},
		{"real show", "only real show  "},
		{"source:osw-2025", "only source OSW, 2025  "},
		{"has:quotes id:istanbul-round", "only has:quotes, The Istanbul round of 2022"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct screen screen;
		screen_open(&screen, "events.yaml", &(struct app_options){0}, 120, 30);
		screen_type(&screen, "&");
		screen_type(&screen, cases[i][0]);
		screen_type(&screen, "<Enter>");
		screen_has(&screen, cases[i][1]);
		screen_type(&screen, "&<Up>");
		screen_has(&screen, cases[i][0]);
		screen_close(&screen);
	}
}

/* The title's own word for it may stand before what is asked for; alone it is a word of the texts. */
static void test_only_is_no_part_of_a_query(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "&only Ukrainians<Enter>");
	screen_has(&screen, " only what Ukraine says ");
	screen_type(&screen, "&only  by:turkey<Enter>");
	screen_has(&screen, " only what Turkey says ");
	screen_type(&screen, "&only<Enter>");
	screen_has(&screen, " only only ");
	screen_close(&screen);
}

/* Where what compares the event is led to first, its words stand behind that. */
static void test_the_copy_of_a_compared_event(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){.at = "pact-1939"}, 80, 24);
	screen_type(&screen, "y");
	screen_has(&screen, "(words: Esc, Enter, j, y). No paste? Shift, drag.  any key closes");
	screen_type(&screen, "<Esc><Enter>jy");
	screen_has(&screen, "“");
	screen_has(&screen, "Copied. If pasting fails");
	screen_close(&screen);
}

/* As of a day that a source is about of, its own words say so: it may have been known by then. */
static void test_about_is_said_as_of_a_day(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "/Compared to the previous<Enter>");
	screen_has(&screen, "Compared to the previous");
	screen_lacks(&screen, "about 30 March 2022");
	screen_type(&screen, "@30 March 2022<Enter>/Compared to the previous<Enter>");
	screen_has(&screen, "about 30 March 2022");
	screen_close(&screen);
}

/* In which years the words that are found were said is told while one types and afterwards, and how to go on
 * and back from the best match. */
static void test_the_years_of_hits(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen,
		"/Crimea"); /* that Russia annexes it, in 2014, is nobody's words, and no best match */
	screen_has(&screen, "   18 hits: 11 in 2022, 3 in 2025, 4 events");
	screen_type(&screen, "<Enter>");
	screen_has(&screen, "18 hits: 11 in 2022, 3 in 2025, 4 events");
	screen_has(&screen,
		"/Crimea: best match of 18; n later, N earlier, t theme, y copy, Enter links");
	screen_type(&screen, "tcrim<Enter>"); /* what the filter shows is counted alone */
	screen_has(&screen, "event 1 of 8, 48 hidden");
	screen_type(&screen, "\\<Esc>");
	screen_lacks(&screen, " hits:");
	screen_type(&screen, "g/Fomin<Enter>");
	screen_has(&screen, "best match of 26; n later, N earlier, t theme, W who?, Enter answers");
	screen_type(&screen, "n");
	screen_has(&screen,
		"/Fomin: 5 of 26; n later, N earlier, t a theme on it, W who?, Enter answers");
	/* Of many years those with most are told, and in little room how many words. */
	screen_type(&screen, "g/NATO<Enter>");
	screen_has(&screen, "  34 hits: 12 in 2022, 11 in 2025, 5 other, 6 events");
	screen_size(&screen, 50, 20);
	screen_has(&screen, " 34 hits");
	screen_lacks(&screen, " 34 hits:");
	screen_size(&screen, 80, 24);
	screen_type(&screen, "<Esc>&real<Space>progress<Enter>n");
	screen_has(&screen, "no search, but a filter is on: j goes to the next of these events");
	screen_close(&screen);
	/* A view is of the year in which it was printed; what lies in more than one year is of none. */
	static const char dates[] = "title: T\nsources: {b: {type: book, title: B, issued: 1930}}\n"
				    "people: {p: {name: Hale}}\nevents:\n"
				    "- {id: a, date: \"0079-08\", title: A, quotes: "
				    "[{id: q, text: Ink, speaker: p, source: b}]}\n"
				    "- {id: b, date: \"1917/1921\", title: B, quotes: "
				    "[{id: r, text: Ink, speaker: p, source: b}, "
				    "{id: s, kind: thesis, text: Ink, source: b}, "
				    "{id: t, text: Ink, speaker: p, said: 1918, source: b}]}\n"
				    "- {id: c, date: 1918-03, title: Ink}\n";
	const struct load_input input = {"dates.yaml", dates, sizeof dates - 1};
	screen_open_bytes(&screen, &input, &(struct app_options){0}, 80, 24);
	screen_type(&screen, "/ink<Enter>");
	screen_has(&screen, "5 hits: 1 in 79 CE, 1 in 1918, 1 in 1930, 1 other, 1 event");
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_filter_leads_to_its_first_event),
		cmocka_unit_test(test_the_title_of_a_filter),
		cmocka_unit_test(test_only_is_no_part_of_a_query),
		cmocka_unit_test(test_the_copy_of_a_compared_event),
		cmocka_unit_test(test_a_query_in_words),
		cmocka_unit_test(test_about_is_said_as_of_a_day),
		cmocka_unit_test(test_the_years_of_hits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
