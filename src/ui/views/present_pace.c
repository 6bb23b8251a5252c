/* Running by itself: a step stays as long as it takes to read it aloud. */
#include "ui/views/present.h"

/* Words a minute when it runs by itself; reading aloud is about 150. */
static const int paces[] = {60, 80, 100, 120, 150, 180, 220, 270, 330, 400};

enum {
	PACES = sizeof paces / sizeof *paces,
	STEP_REST = 2500, /* milliseconds besides those for reading */
	WORDS_MOST = 10000
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
