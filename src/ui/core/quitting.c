/* What is said before quitting holds for the very next key. */
#include "ui/core/quitting.h"

#include "ui/core/bookmarks.h"
#include "ui/core/spot.h"

static bool is_asked_about(const struct app *app)
{
	return bookmarks_unkept(app) || app->quitting.class_left;
}

static void ask(struct app *app)
{
	app->quitting.told = true;
	if (bookmarks_unkept(app))
		app_say(app,
			"%llu marked, kept nowhere: M, then y copies what is marked; q again quits",
			(unsigned long long)app->bookmarks->count);
	else
		app_say(app, "q again quits truce");
}

bool quitting_holds(struct app *app)
{
	if (app->options.kiosk || app->quitting.told || !is_asked_about(app))
		return false;
	ask(app);
	return true;
}

void quitting_class_left(struct app *app)
{
	app->quitting.class_left = true;
}

void quitting_go_on(struct app *app, bool commands)
{
	app->quitting.class_left = false;
	app->quitting.told &= commands;
}

bool quitting_waits(const struct app *app)
{
	return is_asked_about(app) || spot_is_over(app);
}
