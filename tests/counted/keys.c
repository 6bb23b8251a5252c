/* No key costs more because a record is long. Records of some size are made and others many times
 * as long, of each kind of thing of which there may be many; in each place, each action of the table
 * is asked for in both, and what runs until its picture is drawn is counted: blocks of the program's
 * code, and pieces of memory that libraries look at. No clock: two runs count the same.
 *
 * It is built for this (VARIANT=counted). What is made once a result and kept is made before the
 * count; what has to look at all of a record stands in a list, with its reason. */
#include "../effort.h"
#include "../screen/screen.h"

#include "query/search_text.h"
#include "ui/core/action_table.h"
#include "ui/core/filter.h"
#include "ui/core/view.h"

/* ---- counting ---- */

static uint64_t counted;

void __sanitizer_cov_trace_pc(void);
void __sanitizer_cov_trace_pc(void)
{
	counted++;
}

enum { PIECE = 64 }; /* bytes of memory that count as a block of code */

/* A call that looks at `len` bytes: counted, and then done. */
#define CALL(type, name, taken, given, len)                                                        \
	type __real_##name taken;                                                                  \
	type __wrap_##name taken;                                                                  \
	type __wrap_##name taken                                                                   \
	{                                                                                          \
		counted += (len) / PIECE;                                                          \
		return __real_##name given;                                                        \
	}

/* How many bytes a comparison looks at, and a search for a character. */
static size_t looked_same(const char *a, const char *b, size_t most)
{
	size_t len = 0;
	while (len < most && a[len] && a[len] == b[len])
		len++;
	return len;
}

static size_t looked_for(const char *text, int value)
{
	size_t len = 0;
	while (text[len] && text[len] != (char)value)
		len++;
	return len;
}

CALL(void *, calloc, (size_t count, size_t size), (count, size), count *size)
CALL(void *, memset, (void *to, int value, size_t len), (to, value, len), len)
CALL(void *, memcpy, (void *to, const void *from, size_t len), (to, from, len), len)
CALL(void *, memmove, (void *to, const void *from, size_t len), (to, from, len), len)
CALL(void *, memchr, (const void *at, int value, size_t len), (at, value, len), len)
CALL(void *, memrchr, (const void *at, int value, size_t len), (at, value, len), len)
CALL(void *, memmem, (const void *at, size_t len, const void *needle, size_t needle_len),
	(at, len, needle, needle_len), len)
CALL(int, memcmp, (const void *a, const void *b, size_t len), (a, b, len), len)
CALL(int, strcmp, (const char *a, const char *b), (a, b), looked_same(a, b, SIZE_MAX))
CALL(int, strncmp, (const char *a, const char *b, size_t len), (a, b, len), looked_same(a, b, len))
CALL(char *, strchr, (const char *text, int value), (text, value), looked_for(text, value))
CALL(char *, strrchr, (const char *text, int value), (text, value), looked_for(text, 0))
CALL(char *, strstr, (const char *text, const char *needle), (text, needle), looked_for(text, 0))
CALL(size_t, strlen, (const char *text), (text), looked_for(text, 0))
CALL(size_t, strspn, (const char *text, const char *set), (text, set), __real_strspn(text, set))
CALL(size_t, strcspn, (const char *text, const char *set), (text, set), __real_strcspn(text, set))
CALL(char *, strpbrk, (const char *text, const char *set), (text, set), __real_strcspn(text, set))

/* ---- records ---- */

static void record_head(struct buf *out, int people)
{
	buf_text(out,
		"title: T\n"
		"sources: {s: {type: book, title: B}}\n"
		"parties: {north: {name: North}, south: {name: South}}\n"
		"themes: {river: {title: The river}, hill: {title: The hill}}\n"
		"people:\n");
	for (int i = 0; i < people; i++)
		buf_format(out, "  p%d: {name: Ann Number%06d, party: %s}\n", i, i,
			i % 2 ? "south" : "north");
	buf_text(out, "events:\n");
}

static void event_add(struct buf *out, int n)
{
	struct date_civil day = date_to_civil(
		date_from_civil((struct date_civil){1000, 1, 1}, false) + n, false);
	buf_format(out,
		"- {id: e%06d, title: Event %06d, date: %04d-%02d-%02d, parties: [north, south], "
		"themes: [%s], source: s,\n  quotes: [",
		n, n, (int)day.year, (int)day.month, (int)day.day, n % 3 ? "river" : "hill");
}

static void quote_add(struct buf *out, int n, int speaker)
{
	buf_format(out,
		"\n  {id: q%06d, text: The river%06d was%06d ours%06d before%06d anybody%06d "
		"came%06d to "
		"it in boats., speaker: p%d, source: s},",
		n, n, n, n, n, n, n, speaker);
}

static void make_events(struct buf *out, int n)
{
	record_head(out, 50);
	for (int i = 0; i < n; i++) {
		event_add(out, i);
		quote_add(out, i, i % 50);
		buf_text(out, "]}\n");
	}
}

static void make_people(struct buf *out, int n)
{
	record_head(out, n);
	for (int i = 0; i < n; i++) {
		if (i % 2 == 0)
			event_add(out, i / 2);
		quote_add(out, i, i);
		if (i % 2 == 1)
			buf_text(out, "]}\n");
	}
}

static void make_attestations(struct buf *out, int n)
{
	record_head(out, 2);
	for (int i = 0; i < 4; i++) {
		event_add(out, i);
		buf_format(out,
			"{id: q%06d, text: The river is ours., speaker: p%d, source: s, also_in: [",
			i, i % 2);
		for (int k = 0; k < n; k++)
			buf_format(out, "{source: s, text: The river is ours %06d.}, ", k);
		buf_text(out, "]}]}\n");
	}
}

static void make_quotations(struct buf *out, int n)
{
	record_head(out, 50);
	for (int i = 0; i < 4; i++) {
		event_add(out, i);
		for (int k = 0; k < n; k++)
			quote_add(out, n * i + k, k % 50);
		buf_text(out, "]}\n");
	}
}

static const struct shape {
	const char *name;
	void (*make)(struct buf *, int n);
	int few;
	int things; /* of the kind, for each that `make` is asked for */
} shapes[] = {
	{"events", make_events, 100, 1},
	{"people", make_people, 100, 1},
	{"attestations", make_attestations, 250, 4},
	{"quotations", make_quotations, 40, 4},
};
enum { SHAPES = sizeof shapes / sizeof *shapes, MANY = 40, MANY_LONG = 100 };

/* ---- what may look at all ---- */

/* What may cost more, and why: in blocks for each thing that a record has more. Places and keys are
 * lists of whole words, "card" is where no key leads; NULL is any. What a key pays may hang on the
 * keys before it, which are others in a long run. A row is taken out when its reason is gone. */
static const struct {
	const char *places, *keys, *shape;
	int most;
	const char *why;
} allowed[] = {
	{":an", "letter", NULL, 4600,
		"all names are asked which of them fit, once a letter, in steps"},
	{":an :", NULL, NULL, 850, "the same, and what a prompt lists is gathered"},
	{"/ri /", "help", NULL, 6200, "examples: the hits of each are counted"},
	{"/ri /", "other-pane previous letter erase", NULL, 3100,
		"a search looks through the texts, once a picture, in steps"},
	{"/ri", "resize", "quotations", 2400, "words of the event at hand are laid out"},
	{"&hi &", "help", NULL, 3200, "examples: what each leaves is counted"},
	{"&hi &", NULL, NULL, 2000, "a filter is evaluated once a picture"},
	{"i i<Down> s<End>", "letter", "people", 135,
		"lines that fit are looked for among all of the page"},
	{"i i<Down> s<End>", NULL, NULL, 14, "columns are as wide as the first 200 lines need"},
	{NULL, "quiz", NULL, 1600, "up to a thousand words all are read, and no more of more"},
	{NULL, "quiz", "attestations", 2600, "what else words are said to have been is read whole"},
	{NULL, "as-of", NULL, 20, "days to choose from are gathered, in steps"},
	{NULL, "command", NULL, 170, "what a prompt lists is gathered, in steps"},
	{NULL, "index sources themes", NULL, 160,
		"a page is shown whole again, its lines are numbered"},
	{"jj @1000-01-20<Enter>", "index", "people", 760,
		"voices are put in order by name again, where it was another page"},
	{"&hill<Enter>", "index", NULL, 1800, "a page is made for what the filter leaves"},
	{"card &hill<Enter>", "positions", NULL, 72, "positions are gathered for what is shown"},
	{NULL, "show-all", NULL, 310, "a result of all is made"},
	{NULL, "next-era previous-era", NULL, 80, "an era is looked for event by event"},
	{NULL, "resize", NULL, 115, "the line of years is parted anew, by the days of all events"},
	{NULL, "dates", NULL, 310, "the same, and groups lie in units of the other calendar"},
	{NULL, "leave", NULL, 85, "the same: the explorer is shown again"},
	{"v jcjc", "step-back", NULL, 85, "the same"},
	{"?", "help", NULL, 85, "the same"},
	{"_j", "closer retrace-back", "people", 175, "groups of a unit are made once a unit"},
	{"_j", "closer retrace-back", "events", 60, "the same"},
	{NULL, "wider whole-span", NULL, 340, "the same"},
	{NULL, "present", NULL, 130, "scenes are made when a presentation is opened"},
	{"M mjmM", "copy copy-plan", NULL, 28, "the line of years below is parted anew"},
	{"p<Space>", "into last", NULL, 12, "the explorer is brought to where the scene is"},
	{"jl", "into", NULL, 64,
		"the words of a voice that lie nearest are looked for, no more than 4096"},
	{"G @1000-01-20<Enter>", "one-pane read-on read-back into next-by-speaker", NULL, 80,
		"groups of the timeline are made for another height"},
	{"card jl", "read-on next previous next-event last retrace-back", "people", 52, "the same"},
	{"jl", "other-pane", "people", 52, "the same"},
	{"jj jl", "next-by-speaker", "people", 66,
		"the next words of the voice are looked for event by event"},
	{"jj", "other-pane", "people", 52, "groups of the timeline are made for another height"},
	{"&hill<Enter>",
		"read-on into other-pane next previous next-event last page-down half-page-down "
		"one-pane resize",
		NULL, 380, "the same, after a filter"},
	{"@1000-01-20<Enter>", NULL, "people", 80, "the same: all lie within a day of one group"},
	{"/ri<Enter>", "find-next find-previous", NULL, 2900,
		"hits are looked for again, after another query"},
	{"/ri<Enter> /ri", NULL, "events", 12, "a hit is counted, in steps"},
	{"/ri<Enter>", "find-previous", "quotations", 3500, "the same, and the words come to hand"},
	{"/ri<Enter>", "into", "attestations", 210,
		"places in print are looked through for the hit"},
	{NULL, "who", NULL, 540, "a profile lays out all words of a voice: to be mended"},
	{"jlW", NULL, "events", 730, "the same, for each picture: to be mended"},
	{"jlW", NULL, "quotations", 400, "the same"},
	{"jll jllj", NULL, "events", 17, "links count the words of the voice: to be looked into"},
	{"jll jllj", NULL, "quotations", 6, "the same"},
	{"jllj", NULL, "attestations", 215,
		"links of the second words list places in print: to be looked into"},
	{"jll", "index", "quotations", 105, "a page is shown whole again, its lines are numbered"},
	{"jll", "into", "people", 145, "the same, of the source that is followed"},
	{"i<Down>", "other-pane", "people", 23, "the same"},
	{"card jj G jl -j _j i<Down> v z /ri<Enter> &hill<Enter> @1000-01-20<Enter>",
		"next previous next-event previous-event last page-down half-page-down "
		"next-by-speaker previous-by-speaker next-era previous-era wider dates into "
		"other-pane "
		"one-pane show-all",
		"quotations", 3000,
		"the words of an event come to hand and are laid out whole: to be mended"},
	{"card jj G jl -j _j i<Down> v z /ri<Enter> &hill<Enter> @1000-01-20<Enter>",
		"read-on read-back retrace-back resize", "quotations", 5000,
		"the same, of two events"},
	{"card p<Space> p z", "compare", "quotations", 4900, "the same"},
	{"card z", "compare", "events", 15, "two rounds are looked for event by event"},
	{NULL, "present", "quotations", 3300, "the same, of the scene"},
	{"s<End> t M w1 ?", "into first retrace-back", "quotations", 2450,
		"the same, where the view is left for it"},
	{"M", "present", "quotations", 10800,
		"the same, of the scene marked and the one before it"},
	{"mjmM", "present", "quotations", 15000, "the same, of both that are marked"},
	{"mjmM", "into", "quotations", 2450, "the same"},
	{"card jj G jl -j _j z mjmM jcjc /ri<Enter> @1000-01-20<Enter>", NULL, "quotations", 12,
		"something small for each of the words: to be looked into"},
	{"p p<Space>", "next-event first last dates resize into", "quotations", 2850, "the same"},
	{"jcjc", "next next-era half-page-down into read-on last page-down dates resize",
		"quotations", 5000, "both sides are compared whole: to be mended"},
	{"jcjc", "copy", "quotations", 105000, "all of the comparison is copied, as one asks"},
	{"@1000-01-20<Enter>", "index sources themes", "quotations", 580,
		"a page is made for what the day leaves"},
	{"s<End>", "letter", "quotations", 105,
		"lines that fit are looked for among all of the page"},
	{"t", "other-pane", "quotations", 53, "a page is shown whole again"},
	{"card", "index", "quotations", 2150, "the same as of an event: to be mended"},
};
enum { ALLOWED = sizeof allowed / sizeof *allowed };

/* ---- places and keys ---- */

/* Keys that lead from the card to where keys are counted; those of the short form first, in
 * which each key is counted in each place in one of the shapes. */
static const struct way {
	const char *keys;
	const struct view_ops *view; /* that has the keys there; NULL is the prompt */
	const char *lacks;           /* a shape without it: it asks for exact words of two */
} places[] = {
	{"", &explorer_view, NULL},
	{"jj", &explorer_view, NULL},
	{"G", &explorer_view, NULL},
	{"jl", &explorer_view, NULL},
	{"jll", &links_view, NULL},
	{"i<Down>", &index_view, NULL},
	{"v", &positions_view, NULL},
	{"-j", &explorer_view, NULL},
	{"jlW", &profile_view, NULL},
	{"p<Space>", &present_view, NULL},
	{"jcjc", &compare_view, NULL},
	{":an", NULL, NULL},
	{"_j", &explorer_view, NULL},
	{"/ri", NULL, NULL},
	{"&hi", NULL, NULL},
	{"w", &quiz_view, "attestations"},
	{"t", &index_view, NULL},
	{"s<End>", &index_view, NULL},
	{"M", &bookmarks_view, NULL},
	{"mjmM", &bookmarks_view, NULL},
	{"?", &help_view, NULL},
	{"jlcJcj", &compare_view, NULL},
	{"jllj", &links_view, NULL},
	{"jW", &profile_view, NULL},
	{"z", &explorer_view, NULL},
	{"i", &index_view, NULL},
	{":", NULL, NULL},
	{"/", NULL, NULL},
	{"&", NULL, NULL},
	{"/ri<Enter>", &explorer_view, NULL},
	{"&hill<Enter>", &explorer_view, NULL},
	{"@1000-01-20<Enter>", &explorer_view, NULL},
	{"w1", &quiz_view, "attestations"},
	{"p", &present_view, NULL},
};
enum { PLACES = sizeof places / sizeof *places, SHORT = 13 };

enum { KEY_LEAST = 500 }; /* blocks: less draws nothing */

/* From anywhere to the card. */
#define BACK "<Esc><Esc><Esc><Esc><Esc><Esc>+++++g"

/* What is made once of a result and kept, is made. */
#define ONCE                                                                                       \
	"i<Tab><Tab><Tab><Tab><Esc>-----+++++jll<Esc><Esc>v<Esc>p<Esc>w<Esc>jlW<Esc>/"             \
	"ri<Esc><Esc>g"

/* What is counted besides the actions. */
enum { KEY_LETTER = ACTION_COUNT, KEY_ERASE, KEY_SIZE, KEYS };

static const char *key_name(int key)
{
	static const char *const names[] = {"letter", "erase", "resize"};
	return key < ACTION_COUNT ? action_row((enum action)key)->name : names[key - ACTION_COUNT];
}

/* The first key of an action that is no letter where letters are typed. */
static int32_t key_of(const struct screen *screen, int key)
{
	const struct action_row *row = action_row((enum action)key);
	bool types = view_on_top(screen->app)->types;
	for (int k = 0; k < ACTION_KEYS_MOST && row->keys[k] != INPUT_NONE; k++)
		if (!types || row->keys[k] < INPUT_SPACE || row->keys[k] >= INPUT_FIRST_NAMED)
			return row->keys[k];
	return INPUT_NONE;
}

static bool input_of(const struct screen *screen, int key, struct input *input)
{
	bool types = view_on_top(screen->app)->types;
	*input = (struct input){.kind = INPUT_KEY};
	if (key == KEY_SIZE)
		*input = (struct input){.kind = INPUT_RESIZE, .rows = 23, .cols = 82};
	else if (key == KEY_LETTER || key == KEY_ERASE)
		input->key = !types ? INPUT_NONE : key == KEY_LETTER ? 'e' : INPUT_ERASE;
	else
		input->key = key_of(screen, key);
	return input->kind != INPUT_KEY || input->key != INPUT_NONE;
}

static void type(struct screen *screen, const char *keys)
{
	const char *end = keys + strlen(keys);
	while (keys < end) {
		struct input input = {.kind = INPUT_KEY};
		keys += input_key_parse(keys, (size_t)(end - keys), &input.key);
		app_apply(screen->app, &input);
	}
}

static void go(struct screen *screen, const struct way *place)
{
	type(screen, BACK);
	type(screen, place->keys);
	app_draw(screen->app, &screen->grid);
	const struct view_ops *top = view_on_top(screen->app);
	if (place->view ? top != place->view : !top->types || top == &index_view)
		fail_msg("\"%s\" does not lead to its view, but to one %s", place->keys, top->name);
}

static uint64_t count_key(struct screen *screen, const struct way *place, int key)
{
	struct input input;
	go(screen, place);
	if (!input_of(screen, key, &input))
		return 0;
	uint64_t before = counted;
	app_apply(screen->app, &input);
	if (key == KEY_SIZE)
		grid_resize(&screen->grid, input.rows, input.cols);
	app_draw(screen->app, &screen->grid);
	uint64_t took = counted - before;
	if (key == KEY_SIZE)
		screen_size(screen, 80, 24);
	if (took < KEY_LEAST)
		fail_msg("\"%s\", then %s: %lu blocks are no picture", place->keys, key_name(key),
			(unsigned long)took);
	return took;
}

/* Keys that lead nowhere leave the picture of the card. */
static bool has(const struct shape *shape, const struct way *place)
{
	return !place->lacks || strcmp(place->lacks, shape->name) != 0;
}

static void reached(struct screen *screen, const struct shape *shape)
{
	struct buf card = {0}, picture = {0};
	go(screen, &places[0]);
	screen_picture(screen, &card);
	for (int p = 1; p < PLACES; p++) {
		if (!has(shape, &places[p]))
			continue;
		go(screen, &places[p]);
		screen_picture(screen, &picture);
		if (strcmp(buf_string(&card), buf_string(&picture)) == 0)
			fail_msg("\"%s\" leads nowhere", places[p].keys);
	}
	buf_free(&card);
	buf_free(&picture);
	screen_type(screen, BACK ONCE);
}

/* ---- the test ---- */

static void screen_of(struct screen *screen, const struct shape *shape, int n)
{
	struct buf yaml = {0};
	shape->make(&yaml, n);
	struct load_input input = {shape->name, buf_string(&yaml), yaml.len};
	screen_open_bytes(screen, &input, &(struct app_options){0}, 80, 24);
	buf_free(&yaml);
	screen_type(screen, ONCE);
}

static bool listed(const char *words, const char *word)
{
	size_t len = strlen(word);
	for (; words && *words; words += strspn(words, " ")) {
		size_t here = strcspn(words, " ");
		if (here == len && memcmp(words, word, len) == 0)
			return true;
		words += here;
	}
	return !words;
}

static int most_of(const struct shape *shape, const char *place, int key)
{
	int most = 0;
	for (int i = 0; i < ALLOWED; i++)
		if (listed(allowed[i].places, *place ? place : "card") &&
			listed(allowed[i].keys, key_name(key)) &&
			listed(allowed[i].shape, shape->name) && allowed[i].most > most)
			most = allowed[i].most;
	return most;
}

static int many_of(void)
{
	return effort_long() ? MANY_LONG : MANY;
}

/* A fifth more, since numbers have more figures and searches more steps; and what is allowed. */
static int check(const struct shape *shape, const char *place, int key, uint64_t few, uint64_t many)
{
	uint64_t more = (uint64_t)(shape->few * shape->things * (many_of() - 1));
	uint64_t most = few * 12 / 10 + 2000 + more * (uint64_t)most_of(shape, place, key);
	if (many <= most)
		return 0;
	print_message("%-12s %-18s %-16s %9lu, of %d times as many %10lu: %.1f for each\n",
		shape->name, place, key_name(key), (unsigned long)few, many_of(),
		(unsigned long)many, (double)(many - few) / (double)more);
	return 1;
}

static void test_shape(void **state)
{
	const struct shape *shape = *state;
	struct screen few, many;
	int grow = 0, number = (int)(shape - shapes);
	screen_of(&few, shape, shape->few);
	screen_of(&many, shape, shape->few * many_of());
	reached(&few, shape);
	reached(&many, shape);
	for (int p = 0; p < (effort_long() ? PLACES : SHORT); p++)
		for (int key = ACTION_NONE + 1; key < KEYS; key++) {
			if (!has(shape, &places[p]))
				continue;
			if (!effort_long() && (p + key) % SHAPES != number)
				continue;
			uint64_t less = count_key(&few, &places[p], key);
			uint64_t more = count_key(&many, &places[p], key);
			assert_true((less == 0) == (more == 0));
			grow += check(shape, places[p].keys, key, less, more);
		}
	screen_close(&few);
	screen_close(&many);
	assert_int_equal(grow, 0);
}

/* A round is drawn from some words where there are many, however many. */
static void test_quiz(void **state)
{
	enum { WORDS = 2000, TIMES = 4 };
	struct screen few, many;
	(void)state;
	screen_of(&few, &shapes[0], WORDS);
	screen_of(&many, &shapes[0], WORDS * TIMES);
	uint64_t less = count_key(&few, &places[0], ACTION_QUIZ);
	uint64_t more = count_key(&many, &places[0], ACTION_QUIZ);
	if (more > less * 12 / 10)
		fail_msg("a round among %d words is %lu blocks, among %d %lu", WORDS,
			(unsigned long)less, WORDS * TIMES, (unsigned long)more);
	screen_close(&few);
	screen_close(&many);
}

/* ---- searching ---- */

/* Until nothing is left to do; what the dearest step took, with its picture. */
static uint64_t wait_for_all(struct screen *screen)
{
	uint64_t most = 0;
	while (app_wake(screen->app) == 0) {
		uint64_t before = counted;
		app_apply(screen->app, &(struct input){.kind = INPUT_TICK});
		app_draw(screen->app, &screen->grid);
		most = counted - before > most ? counted - before : most;
	}
	return most;
}

static void find(struct screen *screen, const char *text)
{
	type(screen, "<Esc><Esc>/");
	app_draw(screen->app, &screen->grid);
	wait_for_all(screen);
	type(screen, text);
}

/* A record of so many events that was searched, so that all of its text is folded. */
static void screen_folded(struct screen *screen, int events)
{
	screen_of(screen, &shapes[0], events);
	find(screen, "a");
	app_draw(screen->app, &screen->grid);
	wait_for_all(screen);
}

/* A count goes through the text in steps, and no step looks at more than its part of the record. */
static void test_count_steps(void **state)
{
	enum { EVENTS = 8000, TIMES = 4 };
	uint64_t most[2];
	(void)state;
	for (int n = 0; n < 2; n++) {
		struct screen screen;
		screen_folded(&screen, n ? EVENTS * TIMES : EVENTS);
		find(&screen, "number000003");
		app_draw(screen.app, &screen.grid);
		most[n] = wait_for_all(&screen);
		screen_close(&screen);
	}
	assert_true(most[0] > 0);
	if (most[1] > most[0] * 12 / 10)
		fail_msg("a step among %d events is %lu blocks, among %d %lu", EVENTS,
			(unsigned long)most[0], EVENTS * TIMES, (unsigned long)most[1]);
}

/* A word that stands nowhere is looked for once, by what is rarest in this record: here figures are common,
 * and no word has a "k". */
static void test_absent_word(void **state)
{
	enum { EVENTS = 8000, TIMES = 4 };
	uint64_t took[2];
	size_t len[2];
	(void)state;
	for (int n = 0; n < 2; n++) {
		struct screen screen;
		screen_folded(&screen, n ? EVENTS * TIMES : EVENTS);
		len[n] = filter_search(screen.app)->text.len;
		find(&screen, "0k0");
		uint64_t before = counted;
		app_draw(screen.app, &screen.grid);
		took[n] = counted - before;
		screen_close(&screen);
	}
	uint64_t pieces = (len[1] - len[0]) / PIECE, more = took[1] - took[0];
	if (more > pieces * 2)
		fail_msg("%lu pieces of text more cost %lu", (unsigned long)pieces,
			(unsigned long)more);
}

int main(void)
{
	struct CMUnitTest tests[SHAPES + 3] = {[SHAPES] = cmocka_unit_test(test_quiz),
		[SHAPES + 1] = cmocka_unit_test(test_count_steps),
		[SHAPES + 2] = cmocka_unit_test(test_absent_word)};
	for (int i = 0; i < SHAPES; i++)
		tests[i] = (struct CMUnitTest){
			shapes[i].name, test_shape, NULL, NULL, (void *)(uintptr_t)&shapes[i]};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
