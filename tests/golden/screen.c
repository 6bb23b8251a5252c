/* screen FOLDER NAME.keys... : draws the cases of the files into FOLDER/NAME/CASE.out, for run.sh
 * to compare.
 *
 * A case is a line and what is done then, each step a line that begins with a blank:
 *
 *     page-down 80x24 --at=opening tests/data/talks.yaml
 *         jj <PgDn>
 *         !size 60x18
 *
 * The line says the name, the size, and the words of a command line of `truce`; 'a b' is one word.
 * A step is keys in the notation of --keys, but that blanks are nothing (<Space> is one), or one of
 * these:
 *
 *     !size COLSxROWS    the terminal has another size
 *     !click ROW,COL     the left button, pressed and released; !up and !down are the wheel
 *     !press ROW,COL     pressed alone; and !release
 *     !tick MS           so many milliseconds pass
 *     !paste TEXT        pasted, all that stands behind the blank: \n \r \t \\ \x1b are one byte
 *     !load FILE         what is asked for when a file was saved: its record, or its problems
 *     !draw              the screen is drawn, in both runs (below)
 *     !show              a picture here as well, besides that at the end
 *
 * A picture is the text of the screen and, below it, a letter for the style of each cell
 * (letter_of). A line between says what a picture does not: where the cursor is, and what the
 * explorer asks of the program. With --color=always it is the text alone, with what sets its
 * colours.
 *
 * The cases of a file run in one process; where that does not end well, each runs again in one of
 * its own, which tells what is wrong. One that takes SECONDS is stopped. A case runs twice, drawn
 * after each input and drawn at its end: both pictures are to be the same, and one that was said to
 * be as before is to be so. */
#include "cli/screen.h"
#include "cli/open.h"
#include "cli/selection.h"
#include "ui/core/action_table.h"
#include "ui/core/app.h"

#include <ctype.h>
#include <getopt.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SECONDS = 20, WORDS_MOST = 32, STEPS_MOST = 64 };

struct test_case {
	const char *file; /* "timeline" */
	char *words[WORDS_MOST];
	int word_count;
	char *steps[STEPS_MOST];
	int step_count;
	int line;
};

struct play {
	const struct test_case *test;
	struct screen screen;
	struct record *record;
	struct app *app;
	struct grid grid, before;
	enum app_next next; /* the last answer */
	bool each;          /* drawn after each input */
	bool good;
	FILE *out; /* where pictures go; NULL for nowhere */
};

static void complain(const struct test_case *test, const char *what, const char *text)
{
	printf("golden/screen/%s/%s (line %d): %s%s\n", test->file,
		test->word_count ? test->words[0] : "", test->line, what, text);
}

static bool two_numbers(const char *text, char between, int *a, int *b)
{
	char sign;
	return text && sscanf(text, "%d%c%d", a, &sign, b) == 3 && sign == between;
}

/* ---- the picture ---- */

/* A letter for the role, in capitals where it is selected; a star for a hit of the search, # for
 * both, ! for the hit at hand. */
static char letter_of(const struct cell *cell)
{
	static const char letters[] = ".tedmgqrvsonwc-fkhb", selected[] = ":TEDMGQRVSONWC=FKHB";
	_Static_assert(sizeof letters == ROLE_COUNT + 1, "a letter for each role");
	bool over = cell->style.flags & STYLE_SELECTED;
	if (cell->style.flags & STYLE_HERE)
		return '!';
	if (cell->style.flags & STYLE_HIT)
		return over ? '#' : '*';
	if (!over && cell->style.role == ROLE_TEXT && (!cell->len || cell->text[0] == ' '))
		return ' ';
	return (over ? selected : letters)[cell->style.role];
}

static void put_styles(FILE *out, const struct grid *grid)
{
	for (int row = 0; row < grid->rows; row++) {
		int end = grid->cols;
		while (end && letter_of(grid_at(grid, row, end - 1)) == ' ')
			end--;
		for (int col = 0; col < end; col++)
			putc(letter_of(grid_at(grid, row, col)), out);
		putc('\n', out);
	}
}

static void put_text(FILE *out, const struct grid *grid, const struct theme_look *theme)
{
	struct buf line = {0};
	for (int row = 0; row < grid->rows; row++) {
		buf_clear(&line);
		grid_row_text(grid, row, false, theme, 256, &line);
		for (const char *at = buf_string(&line); *at; at++)
			fprintf(out, *at == '\033' ? "\\e" : "%c", *at);
		putc('\n', out);
	}
	buf_free(&line);
}

static void put_between(struct play *play)
{
	FILE *out = play->out;
	fprintf(out, "---- %dx%d, ", play->grid.cols, play->grid.rows);
	fprintf(out, "%s %d,%d", play->grid.cursor_seen ? "typing at" : "cursor",
		play->grid.cursor_row, play->grid.cursor_col);
	if (!app_mouse(play->app))
		fprintf(out, ", no mouse");
	if (app_wake(play->app) >= 0)
		fprintf(out, ", wakes in %d", app_wake(play->app));
	if (play->next == APP_EDIT)
		fprintf(out, ", edits %s:%u", app_place(play->app).file,
			(unsigned)app_place(play->app).line);
	if (play->next == APP_COPY)
		fprintf(out, ", copies:\n%s", app_clipboard(play->app));
	fprintf(out, "%s\n",
		play->next == APP_RELOAD            ? ", reads again"
			: play->next == APP_SUSPEND ? ", suspends"
			: play->next == APP_REPAINT ? ", repaints"
			: play->next == APP_QUIT    ? ", quits"
						    : "");
}

static void put_picture(struct play *play)
{
	bool color = screen_in_color(&play->screen, false);
	app_draw(play->app, &play->grid);
	if (!play->out)
		return;
	put_text(play->out, &play->grid, color ? app_theme(play->app) : NULL);
	put_between(play);
	if (!color)
		put_styles(play->out, &play->grid);
}

static bool grid_same(const struct grid *a, const struct grid *b)
{
	for (int i = 0; i < a->rows * a->cols; i++) {
		const struct cell *x = &a->cells[i], *y = &b->cells[i];
		if (x->len != y->len || memcmp(x->text, y->text, x->len) ||
			x->style.role != y->style.role || x->style.flags != y->style.flags)
			return false;
	}
	return a->cursor_row == b->cursor_row && a->cursor_col == b->cursor_col &&
		a->cursor_seen == b->cursor_seen;
}

/* ---- what is done ---- */

static void tell(struct play *play, const struct input *input, const char *what)
{
	play->next = app_apply(play->app, input);
	if (!play->each)
		return;
	app_draw(play->app, &play->grid);
	if (play->next == APP_NOTHING && !grid_same(&play->grid, &play->before)) {
		complain(play->test, "the picture was said to be as before, and is not, at ", what);
		play->good = false;
	}
	app_draw(play->app, &play->before);
}

static void resize(struct play *play, int cols, int rows)
{
	grid_resize(&play->grid, rows, cols);
	grid_resize(&play->before, rows, cols);
	tell(play, &(struct input){.kind = INPUT_RESIZE, .rows = rows, .cols = cols}, "!size");
}

static bool load(struct play *play, char *file)
{
	struct options options = {.files = &file, .file_count = 1};
	struct buf problems = {0};
	struct record *record = open_again(&options, NULL, &problems);
	if (record) {
		app_replace(play->app, record);
		record_free(play->record);
		play->record = record;
	} else {
		app_problems(play->app, buf_string(&problems));
	}
	buf_free(&problems);
	return true;
}

static bool type(struct play *play, const char *keys)
{
	for (const char *end = keys + strlen(keys); keys < end && play->next != APP_QUIT;) {
		struct input input = {.kind = INPUT_KEY};
		if (isspace((unsigned char)*keys)) {
			keys++;
			continue;
		}
		size_t used = input_key_parse(keys, (size_t)(end - keys), &input.key);
		if (!used)
			return false;
		tell(play, &input, keys);
		keys += used;
	}
	return true;
}

static bool mouse(struct play *play, int button, const char *at)
{
	struct input input = {.kind = INPUT_MOUSE, .button = button};
	if (!two_numbers(at, ',', &input.row, &input.col))
		return false;
	tell(play, &input, "the mouse");
	return true;
}

/* Pastes text in which a backslash stands before n, r, t, another one, or x and two digits. */
static bool paste(struct play *play, const char *text)
{
	struct buf pasted = {0};
	for (; *text; text++) {
		unsigned byte = (unsigned char)*text;
		if (*text == '\\') {
			text++;
			byte = *text == 'n'    ? '\n'
				: *text == 'r' ? '\r'
				: *text == 't' ? '\t'
					       : (unsigned char)*text;
			if (*text == 'x' && sscanf(text + 1, "%2x", &byte) != 1)
				return false;
			text += *text == 'x' ? 2 : 0;
		}
		buf_char(&pasted, (char)byte);
	}
	tell(play,
		&(struct input){
			.kind = INPUT_PASTE, .text = buf_string(&pasted), .len = pasted.len},
		"!paste");
	buf_free(&pasted);
	return true;
}

static bool step(struct play *play, const char *step)
{
	char word[16] = "", rest[256] = "";
	int cols, rows;
	if (*step != '!')
		return type(play, step);
	sscanf(step, "!%15s %255[^\n]", word, rest);
	if (!strcmp(word, "size") && two_numbers(rest, 'x', &cols, &rows))
		return resize(play, cols, rows), true;
	if (!strcmp(word, "click"))
		return mouse(play, INPUT_LEFT_BUTTON, rest) &&
			mouse(play, INPUT_LEFT_RELEASED, rest);
	if (!strcmp(word, "press"))
		return mouse(play, INPUT_LEFT_BUTTON, rest);
	if (!strcmp(word, "release"))
		return mouse(play, INPUT_LEFT_RELEASED, rest);
	if (!strcmp(word, "up"))
		return mouse(play, INPUT_WHEEL_UP, rest);
	if (!strcmp(word, "down"))
		return mouse(play, INPUT_WHEEL_DOWN, rest);
	if (!strcmp(word, "tick"))
		return tell(play, &(struct input){.kind = INPUT_TICK, .ms = atoi(rest)}, step),
		       true;
	if (!strcmp(word, "paste"))
		return paste(play, rest);
	if (!strcmp(word, "load"))
		return load(play, rest);
	if (!strcmp(word, "draw"))
		return app_draw(play->app, &play->grid), true;
	if (!strcmp(word, "show"))
		return put_picture(play), true;
	return false;
}

static bool play_steps(struct play *play, const struct options *options,
	struct selection_request *request, int cols, int rows)
{
	struct app_options opened = screen_app(&play->screen, options, &request->options);
	bool good = true;
	play->app = app_create(play->record, &opened);
	resize(play, cols, rows);
	for (int i = 0; good && i < play->test->step_count; i++) {
		good = step(play, play->test->steps[i]);
		if (!good)
			complain(play->test, "no such step: ", play->test->steps[i]);
	}
	put_picture(play);
	app_free(play->app);
	return good;
}

/* Plays a case; the caller owns what grid is left in `play`. */
static bool play_case(struct play *play)
{
	const struct test_case *test = play->test;
	struct options options;
	struct selection_request request;
	int cols, rows;
	char *words[WORDS_MOST];
	memcpy(words, test->words, sizeof words); /* getopt sorts them */
	optind = 0;
	if (test->word_count < 2 || !two_numbers(words[1], 'x', &cols, &rows) ||
		!options_parse(
			"screen", COMMAND_EXPLORE, test->word_count - 1, words + 1, &options) ||
		!screen_options("screen", &options, &play->screen) ||
		!selection_options("screen", &options, &request)) {
		complain(test, "its first line is NAME COLSxROWS [WORD]...", "");
		return false;
	}
	play->record = open_record(&options);
	bool good = play->record && selection_view("screen", &options, play->record, &request) &&
		screen_at("screen", &options, play->record, &request) &&
		play_steps(play, &options, &request, cols, rows);
	record_free(play->record);
	arena_free(&request.arena);
	return good && play->good;
}

static bool play_both(const struct test_case *test, FILE *out)
{
	struct play each = {.test = test, .each = true, .good = true, .out = out};
	struct play last = {.test = test, .good = true};
	bool good = play_case(&each) && play_case(&last);
	if (good && !grid_same(&each.grid, &last.grid)) {
		complain(test, "drawn at the end alone it is another picture", "");
		good = false;
	}
	grid_free(&each.grid);
	grid_free(&each.before);
	grid_free(&last.grid);
	grid_free(&last.before);
	return good;
}

/* ---- files of cases ---- */

/* The cases of a file. */
struct cases {
	struct test_case *at;
	int count;
};

static void path_of(char path[static 512], const struct test_case *test, const char *folder)
{
	snprintf(path, 512, "%s/%s/%s.out", folder, test->file, test->words[0]);
}

/* What the process of some cases does. */
static bool draw_here(const struct test_case *tests, int count, const char *folder)
{
	bool good = true;
	for (int i = 0; i < count; i++) {
		char path[512];
		path_of(path, &tests[i], folder);
		alarm(SECONDS);
		FILE *out = fopen(path, "w");
		bool played = out && play_both(&tests[i], out);
		good &= out && fclose(out) == 0 && played;
	}
	return good;
}

/* Returns the status of the process; -1 is that there is none. */
static int draw_apart(const struct test_case *tests, int count, const char *folder, bool quiet)
{
	fflush(stdout);
	pid_t child = fork();
	if (child == 0) {
		bool heard = !quiet ||
			(freopen("/dev/null", "w", stdout) && freopen("/dev/null", "w", stderr));
		exit(heard && draw_here(tests, count, folder) ? 0 : 1);
	}
	int status = 0;
	return child < 0 || waitpid(child, &status, 0) != child ? -1 : status;
}

static bool draw_case(const struct test_case *test, const char *folder)
{
	char path[512];
	int status = draw_apart(test, 1, folder, false);
	if (status == 0)
		return true;
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM)
		complain(test, "it does not end", "");
	else if (WIFSIGNALED(status) || WEXITSTATUS(status) > 1)
		complain(test, "it crashes", "");
	path_of(path, test, folder);
	remove(path);
	return false;
}

static bool draw_cases(const struct cases *cases, const char *folder)
{
	char path[512];
	if (!cases->count)
		return true;
	snprintf(path, sizeof path, "%s/%s", folder, cases->at->file);
	mkdir(path, 0777);
	if (draw_apart(cases->at, cases->count, folder, true) == 0)
		return true;
	bool alone = true;
	for (int i = 0; i < cases->count; i++)
		alone &= draw_case(&cases->at[i], folder);
	if (alone)
		complain(&cases->at[0], "each case is good alone, and not all one by one", "");
	return false;
}

/* Whether an action leads to where keys mean something else, mostly until Enter or Esc. */
static bool takes_keys(enum action action)
{
	return action == ACTION_FIND || action == ACTION_FILTER || action == ACTION_AS_OF ||
		action == ACTION_COMMAND || action == ACTION_INDEX ||
		action == ACTION_INDEX_THEMES || action == ACTION_INDEX_SOURCES ||
		action == ACTION_PRESENT || action == ACTION_QUIZ;
}

/* Marks those without a key that a step asks for by their name. */
static void count_named(const char *step, bool done[ACTION_COUNT])
{
	char text[64];
	for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
		const struct action_row *row = action_row((enum action)action);
		snprintf(text, sizeof text, ":%s<Enter>", row->name);
		done[action] |= row->keys[0] == INPUT_NONE && strstr(step, text);
	}
}

/* Which actions the keys of the cases stand for. */
static void count_actions(const struct test_case *test, bool done[ACTION_COUNT])
{
	bool prompt = false;
	for (int i = 0; i < test->step_count; i++) {
		const char *at = test->steps[i], *end = at + strlen(at);
		count_named(at, done);
		while (at < end && *test->steps[i] != '!') {
			int32_t key;
			size_t used = input_key_parse(at, (size_t)(end - at), &key);
			if (!used)
				return;
			at += used;
			enum action action = prompt ? ACTION_NONE : action_for_key(key);
			done[action] = true;
			prompt = prompt ? key != INPUT_ENTER && key != INPUT_ESCAPE
					: takes_keys(action);
		}
	}
}

static bool all_actions(const bool done[ACTION_COUNT])
{
	bool all = true;
	for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
		if (!done[action]) {
			printf("golden/screen: no case has the action %s\n",
				action_row((enum action)action)->name);
			all = false;
		}
	return all;
}

/* Splits a line into words, in place; 'a b' is one. */
static void split(struct test_case *test, char *line)
{
	while (test->word_count < WORDS_MOST - 1) {
		line += strspn(line, " \t");
		if (!*line)
			return;
		char *to = line;
		test->words[test->word_count++] = line;
		for (bool quoted = false; *line && (quoted || *line != ' '); line++)
			if (*line == '\'')
				quoted = !quoted;
			else
				*to++ = *line;
		if (*line)
			line++;
		*to = '\0';
	}
}

static struct test_case *case_add(struct cases *cases, const char *file, int line)
{
	cases->at = realloc(cases->at, (size_t)(cases->count + 1) * sizeof *cases->at);
	if (!cases->at)
		abort();
	cases->at[cases->count] = (struct test_case){.file = file, .line = line};
	return &cases->at[cases->count++];
}

/* The cases of a text, which they point into. */
static struct cases cases_of(const char *file, char *text)
{
	struct cases cases = {0};
	int number = 1;
	for (char *line = text, *next; line; line = next, number++) {
		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		char *first = line + strspn(line, " \t");
		struct test_case *last = cases.count ? &cases.at[cases.count - 1] : NULL;
		if (!*first || *line == '#')
			continue;
		if (last && first > line && last->step_count < STEPS_MOST)
			last->steps[last->step_count++] = first;
		else
			split(case_add(&cases, file, number), line);
	}
	return cases;
}

static bool draw_file(const char *path, const char *folder, bool done[ACTION_COUNT])
{
	char name[64];
	const char *slash = strrchr(path, '/');
	snprintf(name, sizeof name, "%s", slash ? slash + 1 : path);
	name[strcspn(name, ".")] = '\0';
	struct buf text = {0};
	FILE *file = fopen(path, "r");
	if (!file)
		return printf("golden/screen: cannot read %s\n", path), false;
	for (int c; (c = getc(file)) != EOF;)
		buf_char(&text, (char)c);
	fclose(file);
	struct cases cases = cases_of(name, text.text);
	bool good = draw_cases(&cases, folder);
	for (int i = 0; i < cases.count; i++)
		count_actions(&cases.at[i], done);
	free(cases.at);
	buf_free(&text);
	return good;
}

int main(int argc, char **argv)
{
	bool done[ACTION_COUNT] = {false}, good = argc > 2;
	setlocale(LC_ALL, "");
	for (int i = 2; i < argc; i++)
		good &= draw_file(argv[i], argv[1], done);
	good &= all_actions(done);
	return good ? 0 : 1;
}
