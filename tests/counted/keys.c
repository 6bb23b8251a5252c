/* No key costs more because a record is long. Records of some size are made and others many times
 * as long, of each kind of thing of which there may be many; in each place, each action of the table
 * is asked for in both, and what runs until its picture is drawn is counted: blocks of the program's
 * code, and pieces of memory that libraries look at. No clock: two runs count the same.
 *
 * It is built for this (VARIANT=counted). What is made once a result and kept is made before the
 * count; what has to look at all of a record stands in a list, with its reason. */
#include "../effort.h"
#include "../screen/screen.h"

#include "ui/core/action_table.h"
#include "ui/core/view.h"

/* ---- counting ---- */

static uint64_t counted;

void __sanitizer_cov_trace_pc(void);
void __sanitizer_cov_trace_pc(void)
{
	counted++;
}

enum { PIECE = 64 }; /* bytes of memory that count as a block of code */

void *__real_memset(void *, int, size_t);
void *__real_memcpy(void *, const void *, size_t);
void *__real_memmove(void *, const void *, size_t);
void *__real_memchr(const void *, int, size_t);
void *__real_memrchr(const void *, int, size_t);
void *__real_memmem(const void *, size_t, const void *, size_t);
int __real_memcmp(const void *, const void *, size_t);
int __real_strcmp(const char *, const char *);
char *__real_strstr(const char *, const char *);
size_t __real_strlen(const char *);
void *__wrap_memset(void *, int, size_t);
void *__wrap_memcpy(void *, const void *, size_t);
void *__wrap_memmove(void *, const void *, size_t);
void *__wrap_memchr(const void *, int, size_t);
void *__wrap_memrchr(const void *, int, size_t);
void *__wrap_memmem(const void *, size_t, const void *, size_t);
int __wrap_memcmp(const void *, const void *, size_t);
int __wrap_strcmp(const char *, const char *);
char *__wrap_strstr(const char *, const char *);
size_t __wrap_strlen(const char *);

void *__wrap_memset(void *to, int value, size_t len)
{
	counted += len / PIECE;
	return __real_memset(to, value, len);
}

void *__wrap_memcpy(void *to, const void *from, size_t len)
{
	counted += len / PIECE;
	return __real_memcpy(to, from, len);
}

void *__wrap_memmove(void *to, const void *from, size_t len)
{
	counted += len / PIECE;
	return __real_memmove(to, from, len);
}

void *__wrap_memchr(const void *at, int value, size_t len)
{
	counted += len / PIECE;
	return __real_memchr(at, value, len);
}

void *__wrap_memrchr(const void *at, int value, size_t len)
{
	counted += len / PIECE;
	return __real_memrchr(at, value, len);
}

void *__wrap_memmem(const void *at, size_t len, const void *needle, size_t needle_len)
{
	counted += len / PIECE;
	return __real_memmem(at, len, needle, needle_len);
}

int __wrap_memcmp(const void *a, const void *b, size_t len)
{
	counted += len / PIECE;
	return __real_memcmp(a, b, len);
}

int __wrap_strcmp(const char *a, const char *b)
{
	return __real_strcmp(a, b);
}

char *__wrap_strstr(const char *text, const char *needle)
{
	counted += __real_strlen(text) / PIECE;
	return __real_strstr(text, needle);
}

size_t __wrap_strlen(const char *text)
{
	size_t len = __real_strlen(text);
	counted += len / PIECE;
	return len;
}

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
} shapes[] = {
	{"events", make_events, 100},
	{"people", make_people, 100},
	{"attestations", make_attestations, 250},
	{"quotations", make_quotations, 40},
};
enum { SHAPES = sizeof shapes / sizeof *shapes, MANY = 40, MANY_LONG = 100 };

/* ---- what may look at all ---- */

/* What may cost more, and why: in blocks for each thing that a record has more. The place is a beginning of
 * the keys that lead there, "" any; the key NULL any. A row is taken out when its reason is gone. */
static const struct {
	const char *place, *key, *shape; /* NULL any */
	int most;
	const char *why;
} allowed[] = {
	{":an", NULL, NULL, 5000,
		"a prompt asks of all names which of them fit, once a picture, in steps"},
	{"/ri", NULL, NULL, 8000, "a search looks through the texts, once a picture, in steps"},
	{"&hi", NULL, NULL, 1200, "a filter is evaluated once a picture"},
	{"i<Down>", "letter", NULL, 2000, "lines that fit are looked for among all of the page"},
	{"i<Down>", NULL, NULL, 12, "columns are as wide as the first 200 lines need"},
	{"", "as-of", NULL, 30, "days to choose from are gathered, in steps"},
	{"", "command", NULL, 130, "what a prompt lists is gathered, in steps"},
	{"", "compare", NULL, 120,
		"of the card, the last two rounds of talks are looked for from the end"},
	{"", "index", NULL, 60, "a page is shown whole again, its lines are numbered"},
	{"", "next-era", NULL, 130, "the next era is looked for event by event"},
	{"", "previous-era", NULL, 130, "the same"},
	{"", "resize", NULL, 130, "the line of years is parted anew, by the days of all events"},
	{"", "dates", NULL, 330, "the same, and groups lie in units of the other calendar"},
	{"", "wider", NULL, 200, "groups of a unit are made once a unit"},
	{"", "whole-span", NULL, 200, "the same"},
	{"", "present", NULL, 250, "scenes are made when a presentation is opened"},
	{"p<Space>", NULL, NULL, 30, "the explorer is brought to where the scene is"},
	{"", "quiz", NULL, 90000,
		"what can be asked is drawn from all words, and compared to them"},
	{"", "leave", NULL, 60, "the explorer is quit"},
	{"v", "step-back", NULL, 60, "the same"},
	{"jl", "into", NULL, 15,
		"the words of a voice that lie nearest are looked for, no more than 4096"},
	{"", "who", NULL, 400, "a profile lays out all words of a voice: to be mended"},
	{"jlW", NULL, NULL, 800, "the same"},
	{"jll", NULL, NULL, 400, "the same, as it seems: to be looked into"},
	{"", NULL, "quotations", 20000,
		"the words of an event are laid out whole, and counted: to be mended"},
};
enum { ALLOWED = sizeof allowed / sizeof *allowed };

/* ---- places and keys ---- */

/* Keys that lead from the card to where keys are counted; those of the short form first, in
 * which each key is counted in each place in one of the shapes. */
static const char *const places[] = {"", "jj", "G", "jl", "jll", "i<Down>", "v", "-j", "jlW",
	"p<Space>", "cjc", ":an", "_j", "/ri", "&hi", "w", "t", "s<End>", "M", "mjmM", "?",
	"jlcjcj", "jllj", "jW", "z", "i", ":", "/", "&", "/ri<Enter>", "&hill<Enter>",
	"@1000-01-20<Enter>", "w1", "p"};
enum { PLACES = sizeof places / sizeof *places, SHORT = 13 };

/* From anywhere to the card. */
#define BACK "<Esc><Esc><Esc><Esc><Esc><Esc>+++++g"

/* What is made once of a result and kept, is made. */
#define ONCE "i<Tab><Tab><Tab><Tab><Esc>-----+++++jll<Esc><Esc>v<Esc>p<Esc>jlW<Esc>/ri<Esc><Esc>g"

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

static uint64_t count_key(struct screen *screen, const char *place, int key)
{
	struct input input;
	type(screen, BACK);
	type(screen, place);
	app_draw(screen->app, &screen->grid);
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
	return took;
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

static int most_of(const struct shape *shape, const char *place, int key)
{
	int most = 0;
	for (int i = 0; i < ALLOWED; i++)
		if (strncmp(allowed[i].place, place, strlen(allowed[i].place)) == 0 &&
			(!allowed[i].shape || strcmp(allowed[i].shape, shape->name) == 0) &&
			(!allowed[i].key || strcmp(allowed[i].key, key_name(key)) == 0) &&
			allowed[i].most > most)
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
	uint64_t more = (uint64_t)(shape->few * (many_of() - 1));
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
	for (int p = 0; p < (effort_long() ? PLACES : SHORT); p++)
		for (int key = ACTION_NONE + 1; key < KEYS; key++) {
			if (!effort_long() && (p + key) % SHAPES != number)
				continue;
			uint64_t less = count_key(&few, places[p], key);
			uint64_t more = count_key(&many, places[p], key);
			grow += check(shape, places[p], key, less, more);
		}
	screen_close(&few);
	screen_close(&many);
	assert_int_equal(grow, 0);
}

int main(void)
{
	struct CMUnitTest tests[SHAPES];
	for (int i = 0; i < SHAPES; i++)
		tests[i] = (struct CMUnitTest){
			shapes[i].name, test_shape, NULL, NULL, (void *)(uintptr_t)&shapes[i]};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
