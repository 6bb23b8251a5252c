/* While a scene shows words whose speaker is not told yet, nothing that opens over it tells; nor, over
 * any scene, of the words that later scenes will ask about: for each scene of each plan of the record,
 * whatever is pressed. */
#include "tests/effort.h"

#include "screen.h"

#include "query/giveaway.h"
#include "query/threads.h"
#include "query/waits.h"
#include "ui/views/positions.h"
#include "ui/views/present.h"

static const char record_path[] = "events.yaml";

static const char *const walks[] = {"v", "vv", "vv]", "v]", "v[", "vl", "v<Enter>", "vj<Enter>",
	"v<Enter>W", "vj<Enter>W<Down>", "v<Enter>W<End><Enter>", "v<Enter>Wi", "v<Enter>WmM",
	"c<Enter>W", "vy", "v+", "c", "c]", "c]]", "c]]]",
	"c]<Space><Space><Space><Space><Space><Space>",
	"c]<Space><Space><Space><Space><Space><Space><Space>", "c]G", "c[", "c[[", "c<Tab>]",
	"c<Tab>[", "c<Tab>[[", "c<Enter>", "c<Tab><Enter>", "cj<Enter>", "cy", "i", "i<Enter>",
	"i<Down><Enter>", "i<End><Enter>", "i<F3>", "ia", "i<Tab>", "i<Tab><Tab>",
	"i<Tab><Tab><Tab>", "t", "t<Enter>", "t<Tab>", "t<Tab><Tab>", "s", "s<Enter>",
	"s<Down><Enter>", "s<Down><Down><Enter>", "s<Enter><Enter>", "s<S-Tab>",
	"o<Space><Space><Space><Space><Space><Space>", "oJ", "oJ<Left>", "oJK", "l", "l<Enter>",
	"W", "<F3>", "w", "w1", "wn", "w<Space>", "w1<Enter>1", "wn<Enter>n<Enter>n<Enter>n", "o",
	"oo", "y", "Y", "m", "M", "e", "@", ":", "/", "&", "n", "x", "]", "[", "<Tab>", "<C-g>",
	"D", "?", "?/who<Enter>", "a", "+", "b.", "u"};
enum { WALKS = sizeof walks / sizeof *walks, STEPS_MOST = 400 };

static void begin(struct screen *screen, uint32_t plan, int steps)
{
	app_free(screen->app);
	screen->app = app_create(screen->record,
		&(struct app_options){.asked = {.view = &screen->record->views[plan]},
			.present = true,
			.as_read = true,
			.seed = 1});
	screen_size(screen, 80, 24);
	while (steps-- > 0)
		screen_type(screen, "<Space>");
}

/* The picture in one line, each stretch of blanks one. */
static void flatten(struct screen *screen, struct buf *line)
{
	struct buf picture = {0};
	bool blank = true;
	screen_picture(screen, &picture);
	buf_clear(line);
	for (const char *at = buf_string(&picture); *at; at++) {
		bool space = *at == ' ' || *at == '\n';
		if (!space || !blank)
			buf_char(line, space ? ' ' : *at);
		blank = space;
	}
	buf_free(&picture);
}

struct secret_told {
	struct screen *screen;
	const char *plan, *walk, *before, *after;
};

/* Fails where a text stands on the screen that did not before. */
static void lacks(const struct secret_told *told, const char *text)
{
	if (!text || !*text || !strstr(told->after, text) || strstr(told->before, text))
		return;
	screen_dump(told->screen);
	fail_msg("%s: %s tells: \"%s\"\nof %s", told->plan, told->walk, text, told->before);
}

/* Enter and the like, where nothing opened, are the next step: then the lesson itself tells. */
static bool went_on(const struct app *app, struct ref thing)
{
	const struct stage_step *step = present_step(present_of(app));
	struct ref now = present_thing(app);
	bool planned = present_scene(present_of(app))->event_first && step->part == SCENE_EVENT;
	return step->shows != STAGE_WORDS || now.thing != THING_QUOTE || planned ||
		step->part == SCENE_OUTCOME || step->part == SCENE_EVENT_AGAIN ||
		(step->part >= 0 && !ref_same(now, thing));
}

/* Whether it shows other words, which may be the same speaker's. */
static bool is_of_others(const struct app *app)
{
	static const struct view_ops *const views[] = {&positions_view, &compare_view, &quiz_view,
		&passage_view, &plain_view, &profile_view, &bookmarks_view};
	bool is = false;
	for (size_t i = 0; i < sizeof views / sizeof *views; i++)
		is |= view_on_top(app) == views[i];
	return is;
}

static void check(const struct secret_told *told, struct ref thing)
{
	const struct app *app = told->screen->app;
	const struct record *record = app->record;
	const struct quote *quote = &record->quotes[thing.index];
	struct ref voice = quote_voice(quote);
	const char *name = voice.thing == THING_NONE ? "" : record_name(record, voice);
	const char *family = strrchr(name, ' ') ? strrchr(name, ' ') + 1 : name;
	char words[17];
	if (went_on(app, thing))
		return;
	snprintf(words, sizeof words, "%.16s", quote->text);
	if (view_on_top(app) != &present_view) {
		lacks(told, record->quotes[thing.index].id);
		lacks(told, record->events[quote->event].id);
		if (strstr(told->after, words))
			fail_msg("%s: %s shows \"%s\"", told->plan, told->walk, words);
	}
	if (giveaway_of_event(record, &record->events[quote->event], quote))
		lacks(told, record->events[quote->event].title);
	const struct refs *sides = record->events[quote->event].parties;
	bool one_of_several = voice.thing == THING_PARTY && sides && sides->count > 1;
	if (is_of_others(app) || one_of_several)
		return;
	lacks(told, name);
	lacks(told, voice.thing == THING_PERSON ? family : NULL);
	lacks(told, quote->role);
}

/* No cell of the positions rests on words to come. */
static void check_stands(const struct secret_told *told, const struct result *shown)
{
	const struct app *app = told->screen->app;
	const struct position_table *table = &positions_of(app)->stands.table;
	for (uint32_t n = 0; n < table->stand_count; n++)
		if (table->stands[n].selected &&
			result_waits(shown, table->stands[n].position->quote))
			fail_msg("%s: %s has a position on %s", told->plan, told->walk,
				app->record->quotes[table->stands[n].position->quote.index].id);
}

/* Fails where so much of a text as a row may hold stands there. */
static void lacks_begun(const struct secret_told *told, const char *text)
{
	char begun[33];
	snprintf(begun, sizeof begun, "%.32s", text);
	lacks(told, begun);
}

/* What came of an event waits for the last of its scenes, also on the stage; and where a source stands
 * for the first that shows it. */
static void check_told_of(const struct secret_told *told, const struct result *shown)
{
	const struct record *record = shown->record;
	for (uint32_t n = 0; n < record->counts[THING_EVENT]; n++)
		if (waits_outcome(shown, &record->events[n]))
			lacks_begun(told, record->events[n].outcome);
	for (uint32_t n = 0; n < record->counts[THING_SOURCE]; n++)
		if (waits_stance(shown, n))
			lacks_begun(told, record->sources[n].fields[SOURCE_PERSPECTIVE]);
}

/* What waits until its scene has told it: the wall's own words, of which check() knows, aside. */
static void check_later(const struct secret_told *told)
{
	const struct app *app = told->screen->app;
	const struct record *record = app->record;
	const struct ref wall = present_thing(app);
	struct result shown = {.record = record};
	shown.telling = present_telling(app, &shown.reached);
	assert_non_null(shown.telling);
	check_told_of(told, &shown);
	if (view_on_top(app) == &present_view)
		return;
	if (view_on_top(app) == &positions_view)
		check_stands(told, &shown);
	for (uint32_t n = 0; n < record->counts[THING_QUOTE]; n++) {
		const struct quote *quote = &record->quotes[n];
		struct ref event = record_ref(THING_EVENT, quote->event);
		char words[29];
		bool on_wall = wall.thing == THING_QUOTE &&
			quote_utterance(record, n) == quote_utterance(record, wall.index);
		if (on_wall || !result_waits(&shown, record_ref(THING_QUOTE, n)))
			continue;
		snprintf(words, sizeof words, "%.28s", quote->text);
		const char *title = quote->source.thing == THING_SOURCE
			? record->sources[quote->source.index].fields[SOURCE_TITLE]
			: NULL;
		bool own = !title || strncmp(title, words, strlen(words)) != 0;
		if (own &&
			strlen(words) == sizeof words - 1) /* fewer may stand in those of others */
			lacks(told, words);
		lacks(told, quote->id);
		if (result_waits(&shown, event))
			lacks(told, record->events[event.index].title);
	}
}

/* `asked`: it shows words and not yet whose. */
static int check_scene(
	struct screen *screen, uint32_t plan, int steps, bool asked, int first, int step)
{
	struct buf before = {0}, after = {0};
	int count = 0;
	for (int n = first % step; n < WALKS; n += step, count++) {
		begin(screen, plan, steps);
		struct ref thing = present_thing(screen->app);
		flatten(screen, &before);
		screen_type(screen, walks[n]);
		flatten(screen, &after);
		const struct secret_told told = {screen, screen->record->views[plan].id, walks[n],
			buf_string(&before), buf_string(&after)};
		if (asked)
			check(&told, thing);
		check_later(&told);
	}
	buf_free(&before);
	buf_free(&after);
	return count;
}

static bool shows_words_alone(const struct app *app)
{
	const struct stage_step *step = present_step(present_of(app));
	return step->shows == STAGE_WORDS && step->part >= 0 &&
		present_thing(app).thing == THING_QUOTE;
}

/* Where words are asked about, all walks are tried, and at the other steps one in a few by turns. */
static void test_nothing_over_a_scene_tells(void **state)
{
	(void)state;
	struct screen screen;
	int walked = 0, scenes = 0, others = 0, step = (int)effort_step(9);
	screen_open(&screen, record_path, &(struct app_options){0}, 80, 24);
	for (uint32_t plan = 0; plan < screen.record->counts[THING_VIEW]; plan++) {
		begin(&screen, plan, 0);
		for (int steps = 0; steps < STEPS_MOST && !strstr(app_said(screen.app), "the end");
			steps++) {
			if (view_on_top(screen.app) == &present_view) {
				bool asked = shows_words_alone(screen.app);
				walked += check_scene(&screen, plan, steps, asked,
					asked ? scenes++ : others++, asked ? step : 5 * step);
				begin(&screen, plan, steps);
			}
			screen_type(&screen, "<Space>");
		}
	}
	assert_true(scenes > 80);
	print_message("%d scenes, %d other steps, %d walks\n", scenes, others, walked);
	screen_close(&screen);
}

/* Over a scene the questions are of what was told up to it; with too little they say so. The table
 * waits with what later scenes ask about, cell by cell. */
static void test_what_is_to_come(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 80, 24);
	begin(&screen, (uint32_t)record_find(screen.record, "two-istanbuls").index, 0);
	screen_type(&screen, "2<Enter><Space><Space>");
	screen_has(&screen, "Dmitry Peskov");
	screen_type(&screen, "w");
	screen_has(&screen, "too little is told to ask yet; in the explorer w asks");
	screen_type(&screen, "v");
	screen_has(&screen, "demands it: to join no bloc");
	screen_lacks(&screen, "offers it, on conditions");
	screen_has(&screen, "still to come");
	screen_lacks(&screen, "not in this selection");
	screen_type(&screen, "q3<Enter><Space>v");
	screen_has(&screen, "offers it, on conditions");
	screen_type(&screen, "q<End>w");
	screen_has(&screen, "Who said it?");
	screen_close(&screen);
}

/* What tells nothing opens, and what waits says so. */
static void test_what_waits(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 80, 24);
	begin(&screen, (uint32_t)record_find(screen.record, "as-it-looked").index, 0);
	screen_type(&screen, "5<Enter>");
	screen_has(&screen, "De-escalation in the directions");
	screen_type(&screen, "i");
	screen_has(&screen, "who spoke is not shown yet: Space shows it");
	screen_type(&screen, "t");
	screen_has(&screen, "[Themes]");
	screen_type(&screen, "<Tab>");
	screen_has(&screen, "[Lesson plans]");
	screen_has(&screen, "the other pages wait until the lesson has shown who spoke");
	screen_type(&screen, "<Tab>");
	screen_has(&screen, "[Themes]");
	screen_type(&screen, "<Esc>o");
	screen_has(&screen, "the event names who speaks: it comes behind the words");
	screen_type(&screen, "o");
	screen_has(&screen, "from here on words come first");
	screen_type(&screen, "o<Space>");
	screen_has(&screen, "Vladimir Medinsky");
	screen_type(&screen, "i");
	screen_has(&screen, "[Speakers]");
	screen_type(&screen, "<Esc><Space><Space>");
	screen_has(&screen, "The head of the delegation says what the");
	screen_close(&screen);
}

/* Of whose words a later scene asks, nothing else is heard that was said there. */
static void test_what_else_was_said(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 120, 50);
	begin(&screen, (uint32_t)record_find(screen.record, "two-istanbuls").index, 0);
	screen_size(&screen, 120, 50);
	screen_type(&screen, "v");
	screen_has(&screen, "possible, by way of talks");
	screen_lacks(&screen, "not while arms are delivered");
	screen_type(&screen, "<Esc>8<Enter><Space><Space><Space><Space>v");
	screen_has(&screen, "not while arms are delivered");
	screen_close(&screen);
}

/* The table does not run ahead of the lesson, unless it is asked for once more; the next scene begins
 * again. */
static void test_what_is_later(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 110, 50);
	begin(&screen, (uint32_t)record_find(screen.record, "how-it-ended").index, 1);
	screen_size(&screen, 110, 50);
	screen_type(&screen, "3<Enter>v");
	screen_has(&screen, "29 March 2022");
	screen_lacks(&screen, "2025");
	screen_has(&screen, "Esc back   what is later than this scene waits; v again shows it");
	screen_type(&screen, "v");
	screen_has(&screen, "16 May 2025");
	screen_type(&screen, "v");
	screen_lacks(&screen, "16 May 2025");
	screen_type(&screen, "<Space>v");
	screen_lacks(&screen, "2025");
	screen_type(&screen, "<Esc><End>v");
	screen_has(&screen, "16 May 2025");
	begin(&screen, (uint32_t)record_find(screen.record, "respite").index, 1);
	screen_type(&screen, "v");
	screen_has(&screen, "all positions are of a time still to come; v again shows them");
	screen_type(&screen, "<Space>v");
	screen_has(&screen, "v again shows them");
	screen_type(&screen, "v");
	screen_has(&screen, "29 March 2022");
	screen_close(&screen);
}

/* Nor does what happened on the days around, by which a later scene is answered. */
static void test_days_that_are_later(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 80, 160);
	begin(&screen, (uint32_t)record_find(screen.record, "as-it-looked").index, 0);
	screen_size(&screen, 80, 160);
	screen_type(&screen, "7<Enter><Space><Space>c");
	screen_has(&screen, "Five leaders keep");
	screen_lacks(&screen, "Strikes; some");
	screen_type(&screen, "<Esc>9<Enter><Space><Space>c");
	screen_has(&screen, "30 Mar  Moscow on the");
	screen_lacks(&screen, "Strikes; some");
	screen_has(&screen, "still to come");
	screen_type(&screen, "<Esc>10<Enter><Space><Space>c");
	screen_has(&screen, "Strikes; some");
	screen_close(&screen);
}

/* What came of the talks is the announcement, which has a scene of its own; and of a lesson that stops at a day no
 * source is judged, since some had not come out. */
static void test_outcomes_that_a_later_scene_holds(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 100, 160);
	begin(&screen, (uint32_t)record_find(screen.record, "as-it-looked").index, 0);
	screen_size(&screen, 100, 160);
	screen_type(&screen, "2<Enter><Space><Space>c");
	screen_has(&screen, "The Istanbul round of 2022");
	screen_lacks(&screen, "Russia announces less");
	screen_type(&screen, "<Esc>3<Enter><Space><Space>");
	screen_has(&screen, "Oleksandr Chaly");
	screen_lacks(&screen, "reproaches the");
	screen_close(&screen);
}

/* Who says of words how they are printed elsewhere need not say that it is not known where they were said. */
static void test_attributed_words_that_stand_elsewhere(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 100, 40);
	begin(&screen, (uint32_t)record_find(screen.record, "sanctions").index, 0);
	screen_type(&screen, "2<Enter><Space><Space>");
	screen_has(&screen, "attributed by Unsigned commentary");
	screen_has(&screen, "reads otherwise in Downing Street");
	screen_lacks(&screen, "without saying where");
	screen_close(&screen);
}

/* Claims, links and notes of which a later scene tells, or somebody heard only there, wait. */
static void test_claims_of_later_scenes(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 80, 40);
	begin(&screen, (uint32_t)record_find(screen.record, "how-it-ended").index, 1);
	screen_size(&screen, 80, 40);
	screen_type(&screen, "3<Enter><Space><Space>l");
	screen_has(&screen, "Dead civilians in Bucha");
	screen_lacks(&screen, "disputed");
	screen_lacks(&screen, "OSW");
	screen_lacks(&screen, "no parallel is drawn");
	screen_has(&screen, "Trust");
	screen_lacks(&screen, "Zelenskyy wait for deeds");
	screen_type(&screen, "<Esc>i<S-Tab><S-Tab>");
	screen_has(&screen, "[Parallels]");
	screen_has(&screen, "A parallel waits");
	screen_lacks(&screen, "Johnson");
	screen_type(&screen, "<Esc>tHow the talks");
	screen_has(&screen, "▸How the talks of 2022 ended");
	screen_lacks(&screen, "Arakhamia");
	screen_type(&screen, "<Esc>tarakhamia");
	screen_lacks(&screen, "How the talks of 2022 ended");
	screen_type(&screen, "<Esc><End>tHow the talks");
	screen_has(&screen, "Arakhamia");
	screen_type(&screen, "<Esc>i<S-Tab><S-Tab>");
	screen_has(&screen, "Russia draws a parallel");
	screen_close(&screen);
}

/* What came of an event is told when all its words are, and what the record says of it with whom it names. */
static void test_outcomes(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 100, 60);
	begin(&screen, (uint32_t)record_find(screen.record, "how-it-ended").index, 1);
	screen_size(&screen, 100, 60);
	screen_type(&screen, "5<Enter><Space><Space>c");
	screen_has(&screen, "Johnson in Kyiv");
	screen_has(&screen,
		"outcome           × still to come                           × still to come");
	screen_lacks(&screen, "Arakhamia");
	screen_lacks(&screen, "In May the talks broke off");
	screen_type(&screen, "<Tab><Enter>");
	screen_has(&screen, "Putin: a dead end");
	screen_lacks(&screen, "Podolyak");
	screen_has(&screen, "What it was waits for a later scene of the lesson.");
	screen_type(&screen, "<Esc><Esc>6<Enter><Space><Space>c");
	screen_lacks(&screen, "In May the talks broke off");
	screen_lacks(&screen, "By Arakhamia’s account");
	screen_type(&screen, "<Esc>7<Enter><Space>");
	screen_has(&screen, "When were the talks over?");
	screen_lacks(&screen, "In May");
	screen_type(&screen, "<Space>");
	screen_has(&screen, "What came of it");
	screen_has(&screen, "In May the talks broke off");
	screen_type(&screen, "c");
	screen_has(&screen, "In May the talks broke off");
	screen_type(&screen, "<Esc><End>c]]]]<Space>");
	screen_has(&screen, "In May the talks broke off");
	screen_close(&screen);
}

/* Nothing of a later scene is laid beside this one; what waits, and for what, is said as it is. */
static void test_beside_what_has_come(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 80, 24);
	begin(&screen, (uint32_t)record_find(screen.record, "sanctions").index, 0);
	screen_type(&screen, "1<Enter>c");
	screen_has(&screen, "nothing has come yet to lay beside this event");
	screen_type(&screen, "<Space>v");
	screen_has(&screen, "▸keeps them");
	screen_type(&screen, "<Esc>2<Enter><Space>c");
	screen_has(&screen, "Five leaders keep sanctions");
	screen_type(&screen, "]]]]");
	screen_has(&screen, "this waits for a later scene of the lesson");
	begin(&screen, (uint32_t)record_find(screen.record, "how-it-ended").index, 0);
	screen_type(&screen, "1<Enter><Space><Space>c");
	screen_has(&screen, "nothing has come yet to lay beside this event");
	screen_type(&screen, "4<Enter><Space>c");
	screen_has(&screen, "Dead civilians in Bucha");
	screen_type(&screen, "<Esc>5<Enter><Space><Space><Space><Space>");
	screen_has(&screen, "quoted by RT");
	screen_type(&screen, "o");
	screen_has(&screen, "the event comes behind all words: it names who speaks");
	screen_close(&screen);
}

/* At the table, without a word so far, is who was there by the time to which the lesson has come. */
static void test_silent_so_far(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 80, 24);
	begin(&screen, (uint32_t)record_find(screen.record, "sanctions").index, 0);
	screen_type(&screen, "1<Enter><Space>i<End>");
	screen_lacks(&screen, "Kostyukov");
	screen_type(&screen, "<Esc>5<Enter><Space>i<End>");
	screen_has(&screen, "Kostyukov");
	screen_close(&screen);
}

/* Who was at an event is told when the lesson has come to the last words that one of them said there, or
 * lays that event beside another. */
static void test_who_was_there(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 80, 24);
	begin(&screen, (uint32_t)record_find(screen.record, "respite").index, 0);
	screen_type(&screen, "2<Enter>c");
	screen_has(&screen, "The Khasavyurt accord");
	screen_lacks(&screen, "Barkhatov");
	screen_has(&screen, "who was there                                    × still to come");
	screen_type(&screen, "<Esc>2<Enter><Space><Space><Space>c");
	screen_has(&screen, "Alexander Barkhatov,");
	begin(&screen, (uint32_t)record_find(screen.record, "two-istanbuls").index, 0);
	screen_type(&screen, "1<Enter>c");
	screen_has(&screen, "Alexander Fomin, deputy");
	screen_close(&screen);
}

/* Above a question stands as what they spoke, and in which source, where there are rows for it. */
static void test_office_above_a_question(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 80, 24);
	begin(&screen, (uint32_t)record_find(screen.record, "respite").index, 0);
	screen_type(&screen, "1<Enter><Space><Space><Space>");
	screen_has(&screen, "Vladimir Lenin, possibly 7 March 1918");
	screen_has(&screen, "head of the Soviet government");
	screen_has(&screen, "pause to be used for?");
	begin(&screen, (uint32_t)record_find(screen.record, "how-it-ended").index, 0);
	for (int n = 0; n < 60 && screen_find(&screen, "Two reasons. For which") < 0; n++)
		screen_type(&screen, "<Space>");
	screen_size(&screen, 80, 21);
	screen_has(&screen, "Vladimir Putin, 12 April 2022");
	screen_has(&screen, "President of Russia");
	screen_has(&screen, "Sahara Reporters, 13 April 2022");
	screen_lacks(&screen, "quoted by");
	screen_size(&screen, 80, 19);
	screen_has(&screen, "President of Russia");
	screen_lacks(&screen, "Sahara Reporters");
	screen_has(&screen, "Two reasons. For which");
	screen_close(&screen);
}

/* A view has no day but that of its source, which is told whole, and where it came out. */
static void test_source_of_a_view(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 80, 24);
	begin(&screen, (uint32_t)record_find(screen.record, "respite").index, 0);
	screen_type(&screen, "5<Enter><Space><Space><Space><Space>");
	screen_has(&screen, "Mark Episkopos");
	screen_has(&screen, "The National Interest, about 1 April 2022");
	screen_type(&screen, "6<Enter><Space>");
	screen_has(&screen, "about 30 March 2022");
	screen_type(&screen, "7<Enter><Space>");
	screen_has(&screen, "1 April 2022");
	screen_has(&screen, "European-Security");
	begin(&screen, (uint32_t)record_find(screen.record, "two-istanbuls").index, 0);
	screen_type(&screen, "8<Enter><Space>");
	screen_has(&screen, "Joint Statement by Leaders of France");
	screen_close(&screen);
}

/* Where a source stands waits for the first scene that shows anything of it, in the list, to a search and
 * on its own page. */
static void test_where_a_source_stands(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 80, 40);
	begin(&screen, (uint32_t)record_find(screen.record, "audience").index, 0);
	screen_size(&screen, 80, 40);
	screen_type(&screen, "1<Enter><Space>s");
	screen_has(&screen, "Bohdanov, 2025");
	screen_has(&screen, "Where it stands waits for a later scene of the lesson.");
	screen_lacks(&screen, "only pressure");
	screen_type(&screen, "only pressure");
	screen_lacks(&screen, "Bohdanov, 2025");
	screen_type(&screen, "<Esc><Esc>sBohd<Enter>");
	screen_has(&screen, "Where it stands waits for a later scene of the lesson.");
	screen_lacks(&screen, "only pressure");
	screen_type(&screen, "<Esc><Esc><Esc><End>s");
	screen_has(&screen, "he thinks");
	screen_lacks(&screen, "waits");
	screen_close(&screen);
}

/* Plans that never hear a source have nothing to say of it either before they come to when it came out. */
static void test_where_a_later_source_stands(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 80, 40);
	begin(&screen, (uint32_t)record_find(screen.record, "how-it-ended").index, 0);
	screen_size(&screen, 80, 40);
	screen_type(&screen, "<Space><Space><Space>sBohd");
	screen_has(&screen, "Bohdanov, 2025");
	screen_has(&screen, "Where it stands waits for a later scene of the lesson.");
	screen_lacks(&screen, "only pressure");
	screen_type(&screen, "<Esc><Esc><End>sBohd");
	screen_has(&screen, "he thinks");
	screen_close(&screen);
}

/* Who that is says nothing of what later scenes show: as what, where, in print where, and beside whom; it is
 * counted. At the end it is there. */
static void test_who_later(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 100, 100);
	begin(&screen, (uint32_t)record_find(screen.record, "how-it-ended").index, 0);
	screen_size(&screen, 100, 100);
	for (int n = 0; n < 40 && screen_find(&screen, "the Ministry of Defence") < 0; n++)
		screen_type(&screen, "<Space>");
	screen_type(&screen, "W");
	screen_has(&screen, "3 April 2022: the Ministry of Defence");
	screen_lacks(&screen, "2025");
	screen_lacks(&screen, "Vladimir Putin");
	screen_has(&screen, "\xc3\x97 3 still to come");
	screen_type(&screen, "<Esc>");
	for (int n = 0; n < 40 && screen_find(&screen, "Boris Johnson") < 0; n++)
		screen_type(&screen, "<Space>");
	screen_type(&screen, "W");
	screen_has(&screen, "9 April 2022: Prime Minister");
	screen_lacks(&screen, "2024");
	screen_lacks(&screen, "Liga.net");
	screen_has(&screen, "\xc3\x97 2 still to come");
	begin(&screen, (uint32_t)record_find(screen.record, "audience").index, 0);
	screen_size(&screen, 100, 100);
	for (int n = 0; n < 40 && screen_find(&screen, "Vladimir Medinsky") < 0; n++)
		screen_type(&screen, "<Space>");
	screen_type(&screen, "W");
	screen_has(&screen, "The Istanbul round of 2022");
	screen_lacks(&screen, "2025");
	screen_has(&screen, "\xc3\x97 10 still to come");
	screen_type(&screen, "<Esc>");
	for (int n = 0; n < 80 && screen_find(&screen, "Hakan Fidan") < 0; n++)
		screen_type(&screen, "<Space>");
	screen_type(&screen, "iMedinsky<Enter>");
	screen_has(&screen, "2025");
	screen_close(&screen);
}

/* Below words that are a translation stands from what, and by whom; l shows how they were said. */
static void test_translated(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 80, 24);
	begin(&screen, (uint32_t)record_find(screen.record, "how-it-ended").index, 0);
	for (int n = 0; n < 60 && screen_find(&screen, "Vladimir Putin") < 0; n++)
		screen_type(&screen, "<Space>");
	screen_has(&screen, "translated from Russian; l shows it");
	screen_type(&screen, "l");
	screen_has(&screen, "original");
	screen_has(&screen, "TASS, 12 April 2022");
	screen_type(&screen, "<Esc>");
	for (int n = 0; n < 60 && screen_find(&screen, "by the editor") < 0; n++)
		screen_type(&screen, "<Space>");
	screen_has(&screen, "translated from Italian by the editor; l shows it");
	screen_close(&screen);
}

/* Who speaks without an office is told by the editor, with an owner; and not where the words would be parted
 * for it. */
static void test_without_an_office(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 80, 24);
	begin(&screen, (uint32_t)record_find(screen.record, "audience").index, 0);
	for (int n = 0; n < 60 && screen_find(&screen, "Fran\xc3\xa7oise Thom") < 0; n++)
		screen_type(&screen, "<Space>");
	screen_has(&screen, "The editor: A French historian");
	for (int n = 0; n < 60 && screen_find(&screen, "Alexander Fomin") < 0; n++)
		screen_type(&screen, "<Space>");
	screen_has(&screen, "quoted by Mark Episkopos");
	screen_has(&screen, "Due to the fact");
	screen_lacks(&screen, "The editor:");
	screen_size(&screen, 80, 40);
	screen_has(&screen, "The editor: A reporter");
	screen_size(&screen, 80, 24);
	screen_type(&screen, "<Space>");
	screen_has(&screen, "Alexander Fomin, 29 March 2022 \xc2\xb7 Episkopos, 2022");
	screen_type(&screen, "<End>");
	screen_type(&screen, "<Home>");
	for (int n = 0; n < 60 && screen_find(&screen, "recognition") < 0; n++)
		screen_type(&screen, "<Space>");
	screen_type(&screen, "<Space>");
	screen_has(&screen, "The editor: An unsigned commentary");
	screen_close(&screen);
}

/* Esc leads back from the event that was asked for to the words; only then it asks whether to end. On the last
 * page nothing goes on. */
static void test_back_from_the_event(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 80, 24);
	begin(&screen, (uint32_t)record_find(screen.record, "audience").index, 0);
	screen_type(&screen, "7<Enter><Space>");
	screen_has(&screen, "W who");
	screen_lacks(&screen, "o event"); /* it names who speaks */
	screen_type(&screen, "4<Enter><Space>");
	screen_lacks(&screen, "o event"); /* there is no room */
	screen_size(&screen, 100, 24);
	screen_has(&screen, "W who   o event");
	struct buf words = {0}, after = {0};
	flatten(&screen, &words);
	screen_type(&screen, "o");
	screen_has(&screen, "Esc words");
	screen_type(&screen, "<Esc>");
	flatten(&screen, &after);
	assert_string_equal(buf_string(&words), buf_string(&after));
	screen_type(&screen, "<Esc>");
	screen_has(&screen, "q again ends the lesson   Space goes on");
	screen_type(&screen, "<Space><End>q");
	screen_has(&screen, "q again ends the lesson   Left goes back");
	screen_lacks(&screen, "Space");
	screen_close(&screen);
	buf_free(&words);
	buf_free(&after);
}

/* Of an event of several scenes the outcome is told in the last; and what names who is heard later does
 * not come for being asked for. */
static void test_event_of_several_scenes(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 80, 24);
	begin(&screen, (uint32_t)record_find(screen.record, "how-it-ended").index, 0);
	screen_type(&screen, "4<Enter>o<Space><Space><Space>");
	screen_has(&screen, "The British prime minister comes unannounced");
	screen_type(&screen, "<Space>");
	screen_lacks(&screen, "Arakhamia");
	screen_has(&screen, "5 of 9");
	screen_type(&screen, "7<Enter><Left><Left>");
	screen_has(&screen, "The British prime minister comes unannounced");
	screen_type(&screen, "<Space>");
	screen_has(&screen, "What came of it");
	screen_has(&screen, "By Arakhamia");
	screen_close(&screen);
}

/* Below who speaks it is said that words are not all the speaker's, or are handed down otherwise; not of
 * what is reported, nor beside a cut. */
static void test_altered_words(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 80, 24);
	begin(&screen, (uint32_t)record_find(screen.record, "sanctions").index, 0);
	screen_type(&screen, "3<Enter>");
	screen_lacks(&screen, "what stands in [ ]");
	screen_type(&screen, "<Space>");
	screen_has(&screen, "what stands in [ ] is not the speaker's");
	screen_type(&screen, "6<Enter><Space>");
	screen_lacks(&screen, "what stands in");
	screen_lacks(&screen, "reads otherwise");
	begin(&screen, (uint32_t)record_find(screen.record, "as-it-looked").index, 0);
	screen_type(&screen, "4<Enter>");
	for (int n = 0; n < 6 && screen_find(&screen, "Alexander Fomin") < 0; n++)
		screen_type(&screen, "<Space>");
	screen_has(&screen, "quoted by Mark Episkopos");
	screen_lacks(&screen, "reads otherwise"); /* other words of one page are no other reading */
	screen_type(&screen, "9<Enter><Space><Space><Space>");
	screen_lacks(&screen, "reads otherwise");
	screen_type(&screen, "<Space>");
	screen_has(&screen, "reads otherwise in RT, 30 March 2022");
	screen_type(&screen, "11<Enter><Space>");
	screen_lacks(&screen, "reads otherwise");
	begin(&screen, (uint32_t)record_find(screen.record, "respite").index, 0);
	screen_type(&screen, "1<Enter><Space><Space>");
	screen_has(&screen, "Vladimir Lenin");
	screen_lacks(&screen, "reads otherwise"); /* what is known is in other languages */
	screen_close(&screen);
}

/* What is offered below a table, and over a scene, does something there. */
static void test_bars(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 80, 24);
	begin(&screen, (uint32_t)record_find(screen.record, "two-istanbuls").index, 0);
	screen_type(&screen, "1<Enter>");
	screen_size(&screen, 80, 12);
	screen_type(&screen, "<Space>");
	screen_has(&screen, "Space next page   J next scene");
	screen_type(&screen, "<Space><Space><Space><Space>");
	screen_has(&screen, "page 5 of 5");
	screen_lacks(&screen, "next scene");
	screen_size(&screen, 80, 24);
	screen_type(&screen, "c<Enter>");
	screen_has(&screen, "The event");
	screen_lacks(&screen, "copy");
	screen_type(&screen, "<Esc><Esc>?");
	screen_has(&screen, "i t s");
	screen_close(&screen);
}

/* On a wide wall more keys are named, each at the steps at which it opens something; on the title how
 * the time is asked for. */
static void test_keys_that_are_named(void **state)
{
	static const char *const named[] = {
		"v positions", "c beside", "i index", "W who", "o event"};
	(void)state;
	struct screen screen;
	int opened = 0;
	screen_open(&screen, record_path, &(struct app_options){0}, 80, 24);
	uint32_t plan = (uint32_t)record_find(screen.record, "two-istanbuls").index;
	begin(&screen, plan, 0);
	screen_has(&screen, "   C-g minutes left");
	screen_type(&screen, "<Space>");
	screen_lacks(&screen, "C-g");
	screen_lacks(&screen, "v positions");
	screen_size(&screen, 110, 30);
	for (int steps = 0; !strstr(app_said(screen.app), "the end"); steps++) {
		for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
			char key[] = {named[i][0], '\0'};
			struct buf picture = {0};
			screen_picture(&screen, &picture);
			bool is = strstr(buf_string(&picture), named[i]);
			buf_free(&picture);
			if (!is)
				continue;
			screen_type(&screen, key);
			bool event = present_step(present_of(screen.app))->part == SCENE_EVENT;
			if (view_on_top(screen.app) == &present_view && !(*key == 'o' && event))
				fail_msg("%s opens nothing at step %d", named[i], steps);
			opened++;
			screen_type(&screen, "<Esc>");
		}
		screen_type(&screen, "<Space>");
	}
	assert_true(opened > 60);
	screen_type(&screen, "<Left><Space>");
	screen_has(&screen, "   w quiz");
	screen_type(&screen, "w");
	screen_has(&screen, "Who said it?");
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing_over_a_scene_tells),
		cmocka_unit_test(test_what_is_to_come),
		cmocka_unit_test(test_what_waits),
		cmocka_unit_test(test_what_else_was_said),
		cmocka_unit_test(test_what_is_later),
		cmocka_unit_test(test_days_that_are_later),
		cmocka_unit_test(test_claims_of_later_scenes),
		cmocka_unit_test(test_outcomes_that_a_later_scene_holds),
		cmocka_unit_test(test_attributed_words_that_stand_elsewhere),
		cmocka_unit_test(test_outcomes),
		cmocka_unit_test(test_beside_what_has_come),
		cmocka_unit_test(test_silent_so_far),
		cmocka_unit_test(test_who_was_there),
		cmocka_unit_test(test_office_above_a_question),
		cmocka_unit_test(test_source_of_a_view),
		cmocka_unit_test(test_where_a_source_stands),
		cmocka_unit_test(test_where_a_later_source_stands),
		cmocka_unit_test(test_who_later),
		cmocka_unit_test(test_translated),
		cmocka_unit_test(test_without_an_office),
		cmocka_unit_test(test_back_from_the_event),
		cmocka_unit_test(test_event_of_several_scenes),
		cmocka_unit_test(test_altered_words),
		cmocka_unit_test(test_bars),
		cmocka_unit_test(test_keys_that_are_named),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
