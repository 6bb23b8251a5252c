/* What is said before quitting holds for the very next key. */
#include "ui/core/quitting.h"

#include "ui/core/bookmarks.h"

static bool is_asked_about(const struct app *app)
{
	return bookmarks_unkept(app) || app->quitting.left;
}

static void ask(struct app *app, const char *key)
{
	app->quitting.told = true;
	if (bookmarks_unkept(app))
		app_say(app,
			"%llu marked, kept nowhere: M, then y copies what is marked; %s again "
			"quits",
			(unsigned long long)app->bookmarks->count, key);
	else
		app_say(app, "%s again quits truce", key);
}

bool quitting_holds(struct app *app, bool at_once)
{
	bool asked_about = at_once ? bookmarks_unkept(app) : is_asked_about(app);
	if (app->options.kiosk || app->quitting.told || !asked_about)
		return false;
	ask(app, at_once ? "Q" : "q");
	return true;
}

void quitting_left(struct app *app)
{
	app->quitting.left = true;
}

void quitting_go_on(struct app *app, bool commands)
{
	app->quitting.left = false;
	app->quitting.told &= commands;
}

bool quitting_waits(const struct app *app)
{
	return is_asked_about(app);
}
