/* A whole session of the explorer with a hostile record: keys, with what is held down with them,
 * pastes, the mouse, time that passes, windows of every size, other records in place of the one at
 * hand, problems. Whatever is shown, copied and opened is whole and harmless. */
#include "base/memory.h"
#include "base/text.h"
#include "query/select.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/hostile.h"
#include "tests/fuzz/promise.h"
#include "ui/core/app.h"
#include "ui/core/texts.h"
#include "ui/core/view.h"

#include <stdlib.h>
#include <string.h>

struct session {
	struct dice *dice, made; /* made: as they lay before the record was made */
	struct record *record;
	struct app *app;
	struct grid grid;
	struct arena arena; /* of what was asked for */
	struct dice texts;  /* decides what stands in the texts of sources */
	struct buf paste;   /* while it is answered */
};

/* ---- the texts of sources ---- */

static void passage_write(struct dice *dice, const char *words, struct text_passage *passage)
{
	size_t len = strlen(words);
	hostile_words(dice, &passage->text, 6);
	buf_text(&passage->text, "\n\n");
	uint32_t from = (uint32_t)passage->text.len;
	buf_add(&passage->text, words, len);
	buf_text(&passage->text, "\n\n");
	hostile_words(dice, &passage->text, 6);
	passage->marks = mem_zero(1, sizeof *passage->marks);
	passage->marks[0] = (struct wording_part){from, from + (uint32_t)len};
	passage->mark_count = 1;
	passage->line = 1 + dice_pair(dice);
}

static enum text_answer look_up(const void *state, const struct record *record, uint32_t quote,
	const struct attestation *also, struct text_passage *passage)
{
	struct dice dice = *(const struct dice *)state;
	dice.chance += quote;
	enum text_answer answer = (enum text_answer)dice_below(&dice, TEXT_MISSING + 1);
	buf_text(&passage->file, "texts/");
	hostile_words(&dice, &passage->file, 3);
	if (answer == TEXT_FOUND)
		passage_write(&dice, also && also->text ? also->text : record->quotes[quote].text,
			passage);
	else if (answer != TEXT_MISSING)
		hostile_words(&dice, &passage->why, 12);
	return answer;
}

/* ---- the start ---- */

/* What of the record is shown at first: a plan, a day, a query, or all. */
static struct select_options asked_choose(struct session *session)
{
	struct dice *dice = session->dice;
	struct select_options asked = {0};
	struct result result;
	struct query_problem problem;
	struct buf query = {0};
	if (session->record->counts[THING_VIEW] && dice_may(dice, 128))
		asked.view = session->record->views;
	if (dice_may(dice, 128)) {
		hostile_query(dice, &query);
		asked.query = buf_kept(&query, &session->arena);
		buf_free(&query);
	}
	bool good = select_run(session->record, &asked, &session->arena, &result, &problem);
	return good && result.event_count ? asked : (struct select_options){0};
}

static void session_open(struct session *session, const struct source_texts *texts)
{
	struct dice *dice = session->dice;
	unsigned more = dice_byte(dice);
	struct app_options options = {.ascii = more & 1,
		.mouse = more & 2,
		.kiosk = dice_may(dice, 20),
		.present = dice_may(dice, 20),
		.quiz = dice_may(dice, 20),
		.no_suspend = more & 4,
		.texts = more & 8 ? texts : NULL,
		.seed = more >> 4};
	if (dice_may(dice, 30))
		options.asked = asked_choose(session);
	if (dice_may(dice, 30))
		options.at = record_id(session->record,
			record_ref(THING_EVENT,
				dice_below(dice, session->record->counts[THING_EVENT])));
	session->app = app_create(session->record, &options);
}

static bool cells_same(const struct cell *a, const struct cell *b)
{
	return a->len == b->len && a->width == b->width && a->style.role == b->style.role &&
		a->style.flags == b->style.flags && !memcmp(a->text, b->text, a->len);
}

/* ---- what happens ---- */

static struct input input_size(struct session *session, int rows, int cols)
{
	struct input input = {.kind = INPUT_RESIZE};
	input.rows = 1 + (int)dice_below(session->dice, (size_t)rows);
	input.cols = 1 + (int)dice_below(session->dice, (size_t)cols);
	grid_resize(&session->grid, input.rows, input.cols);
	return input;
}

static struct input input_key(struct dice *dice)
{
	static const char keys[] =
		"jjjjkkllhhJKbduGg][+-_*#<>itsnN&\\@:cvmMyYpwDzQZ/?=1230459Rqab"
		"cdefABC !\"D\r\r\t\x1b\x7f\x07\x0f\x06\x02\x04\x15\x0c\x01\x05\x03"
		"\x0b\x17\x19\x1a";
	unsigned kind = dice_byte(dice);
	struct input input = {.kind = INPUT_KEY};
	if (kind < 200)
		input.key = keys[dice_below(dice, sizeof keys - 1)];
	else if (kind < 240)
		input.key = INPUT_FIRST_NAMED +
			(int32_t)dice_below(dice, INPUT_LAST_NAMED - INPUT_FIRST_NAMED);
	else
		input.key = (int32_t)dice_pair(dice);
	if (dice_may(dice, 20))
		input.key |= input.key < INPUT_FIRST_NAMED ? INPUT_ALT
							   : (int32_t)dice_below(dice, 8) << 24;
	return input;
}

static struct input input_paste(struct session *session)
{
	buf_clear(&session->paste);
	if (dice_may(session->dice, 128))
		hostile_query(session->dice, &session->paste);
	else
		hostile_words(session->dice, &session->paste, 40);
	return (struct input){
		.kind = INPUT_PASTE, .text = session->paste.text, .len = session->paste.len};
}

static struct input input_choose(struct session *session)
{
	struct dice *dice = session->dice;
	unsigned kind = dice_byte(dice);
	if (kind < 212)
		return input_key(dice);
	if (kind < 220)
		return input_size(
			session, dice_may(dice, 100) ? 8 : 60, dice_may(dice, 100) ? 8 : 200);
	if (kind < 230)
		return input_paste(session);
	if (kind < 242)
		return (struct input){.kind = INPUT_MOUSE,
			.button = (int)dice_below(dice, 4),
			.row = (int)dice_byte(dice) % 70,
			.col = (int)dice_byte(dice)};
	if (kind < 252)
		return (struct input){.kind = INPUT_TICK, .ms = (int)dice_pair(dice) * 10};
	return (struct input){.kind = kind < 254 ? INPUT_REDRAW : INPUT_CHANGED};
}

/* The files were saved: another record, or problems. */
static void session_reload(struct session *session)
{
	struct dice made = *session->dice;
	struct record *other = hostile_record(session->dice);
	struct buf problems = {0};
	if (other) {
		app_replace(session->app, other);
		record_free(session->record);
		session->record = other;
		session->made = made;
		return;
	}
	for (unsigned n = dice_below(session->dice, 4); n; n--) {
		buf_text(&problems, "a.yaml:1:2: error: ");
		hostile_words(session->dice, &problems, 10);
		buf_text(&problems, " [code]\n");
	}
	app_problems(session->app, buf_string(&problems));
	buf_free(&problems);
}

/* The same was saved again: one stands where one stood, and sees what one saw. (Of a view that is
 * closed for it the place is where that has led; a query that selects nothing is given up.) */
static void session_reload_same(struct session *session)
{
	struct dice made = session->made;
	struct app *app = session->app;
	if (app->depth > 1 || !app->result->event_count)
		return;
	struct record *same = hostile_record(&made);
	app_draw(app, &session->grid);
	struct spot before = explorer_view.where(app);
	uint32_t events = app->result->event_count, quotes = app->result->quote_count;
	app_replace(app, same);
	record_free(session->record);
	session->record = same;
	app_draw(app, &session->grid);
	struct spot after = explorer_view.where(app);
	promise(after.event == before.event && after.quote == before.quote);
	promise(app->result->event_count == events && app->result->quote_count == quotes);
}

static void session_say(struct session *session)
{
	struct buf words = {0};
	hostile_words(session->dice, &words, 10);
	app_say(session->app, "%s", words.text);
	buf_free(&words);
}

static void answer_keep(struct session *session, enum app_next next)
{
	if (next == APP_COPY) {
		const char *copied = app_clipboard(session->app);
		promise_harmless(copied, strlen(copied), false);
	} else if (next == APP_EDIT) {
		struct app_place place = app_place(session->app);
		promise(place.file && place.line >= 1);
	} else if (next == APP_RELOAD) {
		session_reload(session);
	}
	promise(app_wake(session->app) >= -1);
	(void)app_mouse(session->app);
}

/* To draw changes nothing: the next picture is the same. */
static void again_draw(struct session *session)
{
	const struct grid *grid = &session->grid;
	struct grid again = {0};
	grid_resize(&again, grid->rows, grid->cols);
	app_draw(session->app, &again);
	for (int i = 0; i < grid->rows * grid->cols; i++)
		promise(cells_same(&grid->cells[i], &again.cells[i]));
	promise(again.cursor_row == grid->cursor_row && again.cursor_col == grid->cursor_col);
	grid_free(&again);
}

/* The picture is whole, and so is what is written of it. */
static void session_draw(struct session *session)
{
	app_draw(session->app, &session->grid);
	promise_picture(&session->grid);
	if (dice_may(session->dice, 30))
		again_draw(session);
	int row = (int)dice_below(session->dice, (size_t)session->grid.rows);
	struct buf text = {0};
	grid_row_text(&session->grid, row, dice_may(session->dice, 128), NULL, 0, &text);
	promise_harmless(buf_string(&text), text.len, false);
	promise(text_width(NULL, text.text, text.len) <= session->grid.cols);
	buf_free(&text);
}

static void session_play(struct session *session)
{
	struct dice *dice = session->dice;
	struct input input = input_size(session, 40, 130);
	app_apply(session->app, &input);
	for (unsigned left = 4 + dice_below(dice, dice_may(dice, 20) ? 400 : 40); left; left--) {
		if (dice_may(dice, 2))
			session_reload(session);
		else if (dice_may(dice, 2))
			session_say(session);
		else if (dice_may(dice, 3))
			session_reload_same(session);
		input = input_choose(session);
		if (dice_may(dice, 4)) {
			enum app_next meanwhile = app_meanwhile(session->app, &input);
			promise(meanwhile == APP_NOTHING || meanwhile == APP_QUIT ||
				meanwhile == APP_RELOAD || meanwhile == APP_SUSPEND);
		}
		enum app_next next = app_apply(session->app, &input);
		if (next == APP_QUIT)
			break;
		answer_keep(session, next);
		if (dice_may(dice, 60))
			session_draw(session);
	}
	session_draw(session);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct dice dice = {bytes, bytes + len, 0};
	struct session session = {.dice = &dice, .made = dice};
	session.record = hostile_record(&dice);
	const struct source_texts texts = {&session.texts, look_up};
	if (!session.record)
		return 0;
	session.texts.chance = dice_pair(&dice);
	session_open(&session, &texts);
	session_play(&session);
	app_free(session.app);
	grid_free(&session.grid);
	buf_free(&session.paste);
	arena_free(&session.arena);
	record_free(session.record);
	return 0;
}
