/* Every view at every size, and every action in every view, of a record with one bare event and of
 * one that has all there is; records that come in place of others; each key of a prompt, what is
 * pasted, counts beyond any end, each cell for the mouse. Nothing is asked of the picture but that
 * it comes soon and is whole: a clock stops the program otherwise, and says where. */
#include "screen.h"
#include "tests/effort.h"
#include "ui/core/action_table.h"
#include "ui/core/spot.h"
#include "ui/core/texts.h"
#include "ui/core/view.h"

#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

enum { SIZE_MOST = 12, SECONDS = 2 };

/* ---- the clock ---- */

static struct buf doing; /* the record, the view, the size, and what was typed since */

static void stop(int signal)
{
	static const char why[] = "\nfor ever: ";
	if (write(STDERR_FILENO, why, sizeof why - 1) < 0 ||
		write(STDERR_FILENO, doing.text, doing.len) < 0 ||
		write(STDERR_FILENO, "\n", 1) < 0)
		_exit(2);
	_exit(1);
}

/* Counts the seconds of work from here on, which a busy machine does not make longer. */
static void watch(void)
{
	setitimer(ITIMER_VIRTUAL, &(struct itimerval){.it_value = {.tv_sec = SECONDS}}, NULL);
}

static void check_at(bool good, const char *what, int line)
{
	if (good)
		return;
	fprintf(stderr, "%s:%d: %s: %s\n", __FILE__, line, buf_string(&doing), what);
	fail();
}

#define check(condition) check_at(condition, #condition, __LINE__)

/* ---- what is played ---- */

static const char bare[] = "title: Alone\nevents:\n- {id: only, date: 1856, title: The only one}\n";

/* Texts of one column or of a hundred; an event without words among two with them. */
static const char odd[] =
	"title: \"\u200bi\"\n"
	"people:\n  nobody: {name: \"\u0301i\"}\n"
	"sources:\n  book: {type: book, title: \"\u200bi\", author: 林, issued: 1900}\n"
	"eras:\n  first: {title: \"\u200bi\", date: 1850/1855}\n"
	"events:\n"
	"- {id: a, date: 1850, title: \"\u0301i\", quotes: [{id: q, speaker: nobody, "
	"source: book, text: \"\u200bi\"}]}\n"
	"- {id: b, date: 1900, title: "
	"林林林林林林林林林林林林林林林林林林林林林林林林林林林林林林}\n"
	"- {id: c, date: 1901, title: c, quotes: [{id: r, speaker: nobody, "
	"source: book, text: 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十}]}\n";

/* Events from e1 on, each id behind the prefix, with all that a view shows. */
static char *record_text(const char *prefix, int events)
{
	struct buf text = {0};
	buf_text(&text,
		"title: Talks\nparties:\n  north: {name: North}\n  south: {name: South}\n"
		"people:\n  hale: {name: Edmund Hale, party: north}\n"
		"  lin: {name: 林氏, party: south}\n"
		"themes:\n  river: {title: The river}\n"
		"sources:\n  book: {type: book, title: The Book, author: 'Varga, I.', issued: "
		"1900}\n"
		"eras:\n  first: {title: The first years, date: 1850/1855}\n"
		"events:\n");
	for (int i = 1; i <= events; i++) {
		buf_format(&text,
			"- id: %se%d\n  date: %d\n  title: Round %d, 第%d回\n  place: Basel\n"
			"  people: [{person: hale, role: envoy}]\n  parties: [north, south]\n"
			"  summary: They met and spoke of the river, for as long as it was light.\n"
			"  quotes:\n"
			"  - {id: %sa%d, speaker: hale, text: 'We will not cross the river %d.', "
			"source: book, locator: %d, themes: [river]}\n"
			"  - {id: %sb%d, speaker: lin, text: '我們不渡河。 e\u0301\u0301', "
			"source: book, answers: %sa%d}\n"
			"  positions:\n  - {issue: river, party: north, text: ours, quote: "
			"%sa%d}\n",
			prefix, i, 1849 + i, i, i, prefix, i, i, i, prefix, i, prefix, i, prefix,
			i);
	}
	buf_text(&text, "views:\n  short: {title: A short way, show: [");
	buf_format(&text, "%se1]}\n", prefix);
	buf_format(&text,
		"  lesson:\n    title: A lesson\n    question: Who crossed the river, and why?\n"
		"    minutes: 5\n    show:\n    - {id: %sa1, ask: Whose?}\n"
		"    - {id: %se1, ask: 'Where was it, 哪裡?', note: hidden}\n"
		"    - {scene: positions, ask: Who moved?}\n    - {compare: [%sa1, %sb1], ask: "
		"Which?}\n"
		"    - quiz\n    - %se1\n",
		prefix, prefix, prefix, prefix, prefix);
	return text.text;
}

static struct record *load_text(const char *text)
{
	struct diag_list *diags = diag_create();
	struct load_input input = {"lesson.yaml", text, strlen(text)};
	struct record *record = load_record(&input, 1, NULL, diags);
	diag_print(diags, stderr, DIAG_ERROR, false);
	assert_non_null(record);
	diag_free(diags);
	return record;
}

static struct record *load_lesson(const char *prefix, int events)
{
	char *text = record_text(prefix, events);
	struct record *record = load_text(text);
	free(text);
	return record;
}

static enum text_answer look_up(const void *state, const struct record *record, uint32_t quote,
	const struct attestation *also, struct text_passage *passage)
{
	const char *words = record->quotes[quote].text;
	buf_format(&passage->file, "texts/book.txt");
	buf_format(&passage->text, "Before.\n\n%s\n\nAfter.", words);
	passage->marks = calloc(1, sizeof *passage->marks);
	passage->mark_count = 1;
	passage->marks[0] = (struct wording_part){9, 9 + (uint32_t)strlen(words)};
	passage->line = 3;
	return TEXT_FOUND;
}

/* How a view is opened, from the card: by keys, or by problems that come. */
struct way {
	const char *keys;
	const struct view_ops
		*view; /* NULL is one that nobody else opens: a prompt, the problems */
	bool needs;    /* something that one bare event has not */
};

static const char problems[] = "lesson.yaml:29:18: error: 林林林林林 is no event "
			       "[id-unknown]\nlesson.yaml:30:1: warning: x [y]\n";

static const struct way ways[] = {
	{"", &explorer_view, false},
	{"j", &explorer_view, false},
	{"jl", &explorer_view, false},
	{"jlz", &explorer_view, false},
	{"_", &explorer_view, false},
	{"/r<Enter>", &explorer_view, true},
	{"&river<Enter>", &explorer_view, true},
	{"j?", &help_view, false},
	{"jll", &links_view, false},
	{"jllG", &links_view, true},
	{"jllG<Enter>", &text_view, true},
	{"ji", &index_view, true},
	{"jt", &index_view, true},
	{"js", &index_view, true},
	{"jW", &profile_view, true},
	{"jlWG", &profile_view, true},
	{"ji<F3>", &profile_view, true},
	{"jmjmM", &bookmarks_view, true},
	{"jcGc", &compare_view, true},
	{"jlchGlc", &compare_view, true},
	{"jv", &positions_view, true},
	{"jv<Enter>", &explorer_view, true},
	{"jly", &plain_view, false},
	{"j<C-g>", &plain_view, false},
	{"jp", &present_view, false},
	{"jp<Space><Space>", &present_view, false},
	{":lesson<Enter>gp3<Enter>", &present_view, true},
	{"w", &quiz_view, true},
	{"wa", &quiz_view, true},
	{"j/", NULL, false},
	{"j/re", NULL, false},
	{"j&", NULL, false},
	{"j&kind:x", NULL, false},
	{"j@", NULL, false},
	{"j@1856", NULL, false},
	{"j:", NULL, false},
	{"j:re<Down><Down>", NULL, false},
	{"j&by:<Down>", NULL, false},
	{"j&<F1>", &examples_view, false},
	{"j/r<F1><Down>", &examples_view, false},
	{"j?/on", NULL, false},
	{problems, NULL, false},
};
enum { WAYS = sizeof ways / sizeof ways[0] };

struct stage {
	const char *name;
	struct record *record;
	struct app *app;
	struct grid grid;
};

static void say(const char *what)
{
	buf_format(&doing, " %s", what);
	watch();
}

/* Whether a row has selected cells, or the bar of selected words; any row where it is -1. */
static bool has_selected(const struct grid *grid, int row, bool words)
{
	for (int i = 0; i < grid->rows * grid->cols; i++) {
		const struct cell *cell = &grid->cells[i];
		bool bar = cell->len == 3 && memcmp(cell->text, "▌", 3) == 0;
		if ((row < 0 || i / grid->cols == row) &&
			(words ? bar : (bool)(cell->style.flags & STYLE_SELECTED)))
			return true;
	}
	return false;
}

/* A picture that is whole: no half of a wide cell alone, and the cursor in it, on what is selected
 * unless one types. */
static void draw(struct stage *stage)
{
	const struct grid *grid = &stage->grid;
	app_draw(stage->app, &stage->grid);
	for (int row = 0; row < grid->rows; row++)
		for (int col = 0; col < grid->cols; col++) {
			const struct cell *cell = grid_at(grid, row, col);
			bool half = col + 1 < grid->cols && !grid_at(grid, row, col + 1)->width;
			check(cell->width <= 2 && (cell->width == 2) == half);
		}
	check(grid->cursor_row >= 0 && grid->cursor_row < grid->rows);
	check(grid->cursor_col >= 0 && grid->cursor_col < grid->cols);
	const struct view_ops *view = view_on_top(stage->app);
	bool words = view == &explorer_view && spot_of(stage->app).focus == FOCUS_QUOTES;
	if (view->types && view != &index_view && view != &examples_view)
		check(grid->cursor_row == grid->rows - 1);
	else if (view == &explorer_view && !words && spot_of(stage->app).event >= 0)
		check(has_selected(grid, grid->cursor_row, false));
	else
		check(!has_selected(grid, -1, words) ||
			has_selected(grid, grid->cursor_row, words));
}

static void size(struct stage *stage, int cols, int rows)
{
	buf_format(&doing, " %dx%d", cols, rows);
	watch();
	app_apply(stage->app, &(struct input){.kind = INPUT_RESIZE, .rows = rows, .cols = cols});
	grid_resize(&stage->grid, rows, cols);
	draw(stage);
}

static void key(struct stage *stage, int32_t key)
{
	char name[16];
	input_key_name(key, name);
	say(name);
	app_apply(stage->app, &(struct input){.kind = INPUT_KEY, .key = key});
}

static void type(struct stage *stage, const char *keys)
{
	const char *end = keys + strlen(keys);
	say(keys);
	while (keys < end) {
		struct input input = {.kind = INPUT_KEY};
		keys += input_key_parse(keys, (size_t)(end - keys), &input.key);
		app_apply(stage->app, &input);
	}
}

static void tick(struct stage *stage, int ms)
{
	buf_format(&doing, " %d ms", ms);
	watch();
	if (app_wake(stage->app) >= 0)
		app_apply(stage->app, &(struct input){.kind = INPUT_TICK, .ms = ms});
}

/* Goes a way from the card. */
static void go(struct stage *stage, const struct way *way)
{
	view_close_all(stage->app);
	if (way->keys == problems) {
		say("problems");
		app_problems(stage->app, problems);
	} else {
		type(stage, "\\<Esc><Esc>h");
		type(stage, "g");
		type(stage, way->keys);
	}
}

static void begin(struct stage *stage, const char *name, struct record *record, int cols, int rows)
{
	static const struct source_texts texts = {NULL, look_up};
	buf_clear(&doing);
	buf_format(&doing, "%s", name);
	watch();
	*stage = (struct stage){.name = name, .record = record};
	stage->app = app_create(record, &(struct app_options){.texts = &texts, .mouse = true});
	size(stage, cols, rows);
}

static void end(struct stage *stage)
{
	app_free(stage->app);
	grid_free(&stage->grid);
}

/* Does something to every view of the three records, opened at each size from 1x1 on, each so many cells
 * bigger, of the odd one three times so many. */
static void each_view(
	int cols_most, int rows_most, int step, void (*play)(struct stage *, const struct way *))
{
	static const char *const names[] = {"one bare event", "talks", "odd"};
	struct record *records[] = {load_text(bare), load_lesson("", 9), load_text(odd)};
	const int steps[] = {step, step, 3 * step};
	/* Of many sizes; which ones, differs from way to way. */
	size_t share = step < SIZE_MOST - 1 ? effort_half(7) : 1, nth = 0;
	for (int n = 0; n < 3; n++)
		for (int way = 0; way < WAYS; way++)
			for (int rows = 1; rows <= rows_most; rows += steps[n])
				for (int cols = 1; cols <= cols_most; cols += steps[n]) {
					struct stage stage;
					if (nth++ % share)
						continue;
					begin(&stage, names[n], records[n], cols, rows);
					go(&stage, &ways[way]);
					draw(&stage);
					play(&stage, &ways[way]);
					end(&stage);
				}
	record_free(records[0]);
	record_free(records[1]);
	record_free(records[2]);
}

/* ---- the tests ---- */

static void test_ways_lead_to_their_views(void **state)
{
	struct record *records[] = {load_text(bare), load_lesson("", 9)};
	for (int n = 0; n < 2; n++)
		for (int way = 0; way < WAYS; way++) {
			struct stage stage;
			begin(&stage, n ? "talks" : "one bare event", records[n], 80, 24);
			go(&stage, &ways[way]);
			const struct view_ops *view = view_on_top(stage.app);
			bool there = ways[way].view ? view == ways[way].view
						    : view != &explorer_view;
			check(there || (!n && ways[way].needs));
			end(&stage);
		}
	record_free(records[0]);
	record_free(records[1]);
}

/* Every action by its first key; where it led elsewhere, one comes back. */
static void act(struct stage *stage, const struct way *way)
{
	const struct view_ops *view = view_on_top(stage->app);
	for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
		key(stage, action_row((enum action)action)->keys[0]);
		draw(stage);
		if (view_on_top(stage->app) != view) {
			buf_clear(&doing);
			buf_format(&doing, "%s %dx%d", stage->name, stage->grid.cols,
				stage->grid.rows);
			go(stage, way);
			draw(stage);
		}
	}
}

static void test_every_action(void **state)
{
	each_view(SIZE_MOST, SIZE_MOST, 3, act);
	each_view(80, 1, 79, act);
	each_view(1, 24, 23, act);
}

static void move(struct stage *stage, const struct way *way)
{
	static const char *const keys[] = {"j", "l", "<Space>", "G", "<PgUp>", "k", "h", "g", "5G"};
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		type(stage, keys[i]);
		draw(stage);
	}
}

static void test_every_size(void **state)
{
	each_view(SIZE_MOST, SIZE_MOST, 1, move);
}

/* Each action alone, and what moves behind it. */
static void act_alone(struct stage *stage, const struct way *way)
{
	static const char *const moves[] = {
		"G", "g", "5G", "<PgDn>", "k", "<Up>", "<Tab>", "<Enter>", "q"};
	struct record *record = stage->record;
	const char *name = stage->name;
	int cols = stage->grid.cols, rows = stage->grid.rows, share = (int)effort_half(3);
	int first = ACTION_NONE + 1 + (int)(way - ways) % share;
	for (int action = first; action < ACTION_COUNT; action += share) {
		end(stage);
		begin(stage, name, record, cols, rows);
		go(stage, way);
		key(stage, action_row((enum action)action)->keys[0]);
		for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++) {
			type(stage, moves[i]);
			draw(stage);
		}
	}
}

static void test_every_action_alone(void **state)
{
	each_view(80, 24, 79, act_alone);
}

/* Smaller and bigger while it is open, one way and both. */
static void resize(struct stage *stage, const struct way *way)
{
	for (int n = SIZE_MOST; n > 1; n--) {
		size(stage, n, n - 1);
		size(stage, n - 1, n - 1);
	}
	for (int n = 1; n < SIZE_MOST; n++) {
		size(stage, 80, n);
		size(stage, n, 24);
		key(stage, 'j');
		draw(stage);
	}
	size(stage, 80, 24);
	type(stage, "kG<PgUp>");
	draw(stage);
}

static void test_resizing(void **state)
{
	each_view(36, 36, 35, resize);
}

static void time_passes(struct stage *stage, const struct way *way)
{
	static const int ms[] = {0, 1, 100, 5000, 2000000000};
	for (size_t i = 0; i < 2 * sizeof ms / sizeof ms[0]; i++) {
		tick(stage, ms[i % (sizeof ms / sizeof ms[0])]);
		draw(stage);
		key(stage, i % 3 ? INPUT_SPACE : 'a');
	}
}

static void test_time(void **state)
{
	each_view(36, 12, 7, time_passes);
}

static void click(struct stage *stage, const struct way *way)
{
	const struct view_ops *view = view_on_top(stage->app);
	int share = 2 * (int)effort_half(3); /* other columns in each row */
	for (int row = 0; row < stage->grid.rows; row++)
		for (int col = row % share; col < stage->grid.cols; col += share)
			for (int button = INPUT_LEFT_BUTTON; button <= INPUT_LEFT_RELEASED;
				button++) {
				size_t before = doing.len;
				buf_format(&doing, " button %d at %d,%d", button, row, col);
				watch();
				app_apply(stage->app,
					&(struct input){.kind = INPUT_MOUSE,
						.button = button,
						.row = row,
						.col = col});
				draw(stage);
				if (view_on_top(stage->app) != view)
					go(stage, way);
				doing.len = before;
			}
}

static void test_the_mouse_in_every_cell(void **state)
{
	each_view(36, 12, 11, click); /* 1, 12, 23 and 34 columns */
}

/* Wide letters, marks on letters and alone, and what edits a line, with the cursor anywhere in
 * it. */
static void write_line(struct stage *stage, const struct way *way)
{
	static const char *const lines[] = {"林林林林林林林", "e\u0301e\u0301o\u0301\u0323 x",
		"\u0301", "\u0301<Home>a", "<Home>林<Home>\u0301", "river north 1856 hale:lin"};
	static const char *const edits[] = {"<Left>", "<C-w>", "<Bsp>", "<Del>", "<C-d>", "<A-b>",
		"<A-Bsp>", "<C-Right>", "<A-d>", "<C-k>", "<C-u>", "<Up>", "<Tab>", "<S-Tab>",
		"<A-x>", "<PgDn>", "<C-z>"};
	int cols = stage->grid.cols;
	if (way->view || way->keys == problems || (cols > 10 && cols % 3))
		return;
	for (size_t line = 0; line < sizeof lines / sizeof lines[0]; line++) {
		type(stage, "<End><C-u>");
		type(stage, lines[line]);
		draw(stage);
		for (int left = 0; left < 9; left++) {
			type(stage, "<Left>");
			draw(stage);
		}
		for (size_t edit = 0; edit < sizeof edits / sizeof edits[0]; edit++) {
			type(stage, "<Right><Right><Right>");
			draw(stage);
			type(stage, edits[edit]);
			draw(stage);
		}
	}
	type(stage, "<Enter>");
	draw(stage);
}

static void test_every_letter_in_a_prompt(void **state)
{
	each_view(SIZE_MOST, 4, 1, write_line);
}

static void paste(struct stage *stage, const char *text, size_t len)
{
	const struct input input = {.kind = INPUT_PASTE, .text = text, .len = len};
	say("paste");
	app_apply(stage->app, &input);
	draw(stage);
}

/* Lines, what is harmful, what is no text, a megabyte of wide letters, and then on; where nobody
 * types it says that it does nothing; from the examples it leads back to the prompt. */
static void paste_all(struct stage *stage, const struct way *way)
{
	enum { LETTERS = 1 << 18 };
	static char letters[3 * LETTERS];
	static const char *const texts[] = {"q", "", "\n", "\nthe weir\tand\r\n\r\nthe 林\n",
		"\033[31m\xe2\x80\xae\xff\xc3", "Qe:q\r"};
	const struct view_ops *view = view_on_top(stage->app);
	for (int i = 0; i < LETTERS && !letters[sizeof letters - 1]; i++)
		memcpy(letters + 3 * i, "林", 3);
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		paste(stage, texts[i], strlen(texts[i]));
		check(view_on_top(stage->app) == view || view == &examples_view);
		check(view->types || *app_said(stage->app));
	}
	paste(stage, letters, sizeof letters);
	paste(stage, letters, sizeof letters);
	check(view_on_top(stage->app) == view || view == &examples_view);
	check(*app_said(stage->app));
	if (view->types)
		type(stage, "<C-a><C-k>");
	draw(stage);
}

static void test_what_is_pasted(void **state)
{
	each_view(SIZE_MOST, SIZE_MOST, 5, paste_all);
	each_view(80, 24, 79, paste_all);
}

/* So many that no list has as much. */
static void count(struct stage *stage, const struct way *way)
{
	static const char *const keys[] = {"j", "k", "J", "K", "*", "#", "<lt>", ">", "n", "G", "l",
		"]", "<PgDn>", "<Down>", "<Up>"};
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		type(stage, "999999");
		type(stage, keys[i]);
		draw(stage);
	}
}

static void test_counts(void **state)
{
	each_view(SIZE_MOST, SIZE_MOST, 11, count);
	each_view(80, 24, 79, count);
}

/* Two records after another while a view is open, from the card or from the last event; drawn
 * between or not. */
static void replace(struct record *first, struct record *const others[2], const struct way *way,
	bool from_end, bool between)
{
	struct stage stage;
	begin(&stage, "forty", first, 80, 24);
	go(&stage, from_end ? &ways[0] : way);
	if (from_end && way->keys != problems) {
		type(&stage, "G");
		type(&stage, way->keys);
	}
	for (int n = 0; n < 2; n++) {
		buf_format(&doing, " (%u events)", others[n]->counts[THING_EVENT]);
		watch();
		app_replace(stage.app, others[n]);
		if (between)
			draw(&stage);
	}
	type(&stage, "w"); /* in a prompt, a letter */
	draw(&stage);
	type(&stage, "<Enter>nN<lt><lt><lt>>>kM<Enter>c");
	draw(&stage);
	end(&stage);
}

static void test_other_records(void **state)
{
	enum { OTHERS = 4 };
	int share = (int)effort_half(3);
	struct record *first = load_lesson("", 40);
	struct record *others[OTHERS] = {
		load_lesson("", 60), load_lesson("", 2), load_text(bare), load_lesson("x", 40)};
	for (int way = 0; way < WAYS; way++)
		for (int n = way % share; n < OTHERS * OTHERS; n += share) {
			struct record *both[2] = {others[n / OTHERS], others[n % OTHERS]};
			for (int how = 0; how < 4; how++)
				replace(first, both, &ways[way], how & 1, how & 2);
		}
	record_free(first);
	for (int n = 0; n < OTHERS; n++)
		record_free(others[n]);
}

/* Keys as they come, of all actions and some letters; the same in every run. */
static void test_any_keys(void **state)
{
	struct record *records[] = {
		load_text(bare), load_lesson("", 9), load_lesson("", 3), load_lesson("x", 30)};
	uint64_t seed = 1856;
	for (int run = 0; run < 60 / (int)effort_half(3); run++) {
		struct stage stage;
		begin(&stage, "any keys", records[run % 4], 80, 24);
		for (int i = 0; i < 250; i++) {
			seed = seed * 6364136223846793005u + 1442695040888963407u;
			uint32_t n = (uint32_t)(seed >> 33);
			if (n % 29 == 0)
				size(&stage, 1 + (int)(n / 29 % 40), 1 + (int)(n / 1160 % 24));
			else if (n % 31 == 0)
				app_replace(stage.app, records[n / 31 % 4]);
			else if (n % 37 == 0)
				paste(&stage, "we\nq", 1 + n / 37 % 4);
			else if (n % 7 == 0)
				key(&stage, "1e \r5r\tR\033"[n / 7 % 9]);
			else
				key(&stage,
					action_row((enum action)(1 + n / 31 % (ACTION_LEAVE - 1)))
						->keys[0]);
			tick(&stage, (int)(n % 3000));
			draw(&stage);
		}
		end(&stage);
	}
	for (int n = 0; n < 4; n++)
		record_free(records[n]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ways_lead_to_their_views),
		cmocka_unit_test(test_every_size),
		cmocka_unit_test(test_every_action),
		cmocka_unit_test(test_every_action_alone),
		cmocka_unit_test(test_resizing),
		cmocka_unit_test(test_time),
		cmocka_unit_test(test_the_mouse_in_every_cell),
		cmocka_unit_test(test_every_letter_in_a_prompt),
		cmocka_unit_test(test_what_is_pasted),
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_other_records),
		cmocka_unit_test(test_any_keys),
	};
	sigaction(SIGVTALRM, &(struct sigaction){.sa_handler = stop}, NULL);
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	buf_free(&doing);
	return failed;
}
