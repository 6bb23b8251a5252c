/* Time: running by itself, a step stays as long as it takes to read it aloud; and of the minutes of a
 * plan so many have passed. */
#include "ui/views/present.h"

#include "layout/words.h"
#include "query/minutes.h"

/* Words a minute when it runs by itself; reading aloud is about 150. */
static const int paces[] = {60, 80, 100, 120, 150, 180, 220, 270, 330, 400};

enum {
	PACES = sizeof paces / sizeof *paces,
	STEP_REST = 2500, /* milliseconds besides those for reading */
	WORDS_MOST = 10000,
	MINUTE = 60000
};

void present_time(struct present *present)
{
	uint32_t words = stage_words(&present->stage, present_step(present));
	words = words < WORDS_MOST ? words : WORDS_MOST;
	present->left = STEP_REST + (int)words * 60000 / paces[present->pace];
}

void present_turn_running(struct app *app)
{
	struct present *present = present_of(app);
	present->running = !present->running;
	if (present->running)
		app_say(app, "by itself, %d words a minute", paces[present->pace]);
	else
		app_say(app, "pause");
}

void present_turn_pace(struct app *app, int by)
{
	struct present *present = present_of(app);
	int pace = present->pace + by;
	present->pace = pace < 0 ? 0 : pace >= PACES ? PACES - 1 : pace;
	app_say(app, "%d words a minute%s", paces[present->pace],
		present->running ? "" : "; a runs by itself");
}

/* "13 of 20 minutes left; scene 3 of 8 is due, this is scene 2". */
static void left_words(
	struct buf *said, const struct present *present, int64_t passed, int64_t planned)
{
	const struct scenes *scenes = &present->scenes;
	int64_t due = present->minutes ? (int64_t)minutes_due(present->minutes, scenes, passed) + 1
				       : 1;
	int64_t here = (int64_t)present->scene - scenes->number_first + 1;
	buf_format(said, "%lld of ", (long long)(planned - passed));
	words_number(said, (uint64_t)planned, "minute", "minutes");
	buf_format(said, " left; %sscene %lld of %u%s", due == here ? "on time, at " : "",
		(long long)due, (unsigned)scenes->numbered, due == here ? "" : " is due");
	if (due != here && here > 0 && here <= scenes->numbered)
		buf_format(said, ", this is scene %lld", (long long)here);
}

void present_say_minutes(struct app *app)
{
	const struct present *present = present_of(app);
	const struct scenes *scenes = &present->scenes;
	int64_t passed = (app->now - present->opened) / MINUTE;
	int64_t planned = scenes->plan ? scenes->plan->minutes : 0;
	struct buf said = {0};
	if (planned > 0 && passed < planned) {
		left_words(&said, present, passed, planned);
	} else if (planned > 0) {
		buf_text(&said, "the ");
		words_number(&said, (uint64_t)planned, "minute is over", "minutes are over");
		if (passed > planned) {
			buf_text(&said, ", by ");
			words_number(&said, (uint64_t)(passed - planned), "minute", "minutes");
		}
	} else {
		words_number(&said, (uint64_t)passed, "minute", "minutes");
		buf_text(&said, " since this was opened");
	}
	app_say(app, "%s", buf_string(&said));
	buf_free(&said);
}

int present_wake(const struct app *app)
{
	const struct present *present = present_of(app);
	return present->running && !present->blank && !present->help ? present->left : -1;
}

enum app_next present_tick(struct app *app, int ms)
{
	struct present *present = present_of(app);
	if (present_wake(app) < 0)
		return APP_NOTHING;
	present->left -= ms < present->left ? ms : present->left;
	if (present->left > 0)
		return APP_NOTHING;
	present_fit_scene(app);
	app_unsay(app);
	present_next(app);
	present_time(present);
	return APP_DRAW;
}
