/* Finding a key by what it does, among those of the view below and all actions. */
#include "ui/core/action_table.h"
#include "ui/core/palette.h"
#include "ui/core/prompt.h"
#include "ui/views/help.h"

#include <string.h>

static void narrow_changed(struct app *app, const char *text)
{
	const struct candidates *list = prompt_candidates(app);
	if (!*text)
		prompt_note(app, false, "what is it to do? as copy, mark, quit");
	else if (!list->count)
		prompt_note(app, true, "no key does that");
}

/* The keys of the view below come first. */
static void narrow_begin(struct app *app, const char *text, size_t cursor, struct candidates *list)
{
	struct hint hints[HINTS_MOST];
	candidates_begin_choice(app, text, cursor, list);
	help_own_hints(app, hints);
	for (const struct hint *hint = hints; hint->label; hint++) {
		char keys[36];
		int fit = FIT_NOT;
		const char *label = keybar_hint(hint, keys);
		candidates_try(list, label, TEXT_OF_ID, &fit);
		if (list->needle.len && candidates_want(list, fit))
			candidates_keep(list,
				&(struct candidate){.text = label,
					.help = "in this view",
					.key = keys,
					.fit = fit});
	}
}

/* The hint of the view below that was chosen; NULL where it was an action. */
static const struct hint *hint_of(
	const struct app *app, const struct candidate *chosen, struct hint hints[HINTS_MOST])
{
	char keys[36];
	help_own_hints(app, hints);
	for (const struct hint *hint = hints; hint->label; hint++)
		if (strcmp(keybar_hint(hint, keys), chosen->text) == 0)
			return strcmp(chosen->help, "in this view") == 0 ? hint : NULL;
	return NULL;
}

/* What no action does, its own key does. */
static void do_hint(struct app *app, const struct hint *hint)
{
	char keys[36];
	const char *label = keybar_hint(hint, keys);
	if (hint->actions[0] != ACTION_NONE) {
		help_of(app)->selected = (int)hint->actions[0];
		app->next = help_do_selected(app, NULL);
		return;
	}
	view_close(app);
	app_say(app, "%s: %s", keys, label);
}

/* Does what is chosen; where nothing is typed, all keys are shown again. */
static bool narrow_accept(struct app *app, const char *text, struct ref meant)
{
	const struct candidate *chosen = candidates_chosen(prompt_candidates(app));
	if (!*text)
		return true;
	if (!chosen)
		return false;
	struct hint hints[HINTS_MOST];
	const struct hint *hint = hint_of(app, chosen, hints);
	if (hint) {
		do_hint(app, hint);
		return true;
	}
	help_of(app)->selected = action_named(chosen->text);
	app->next = help_do_selected(app, NULL);
	return true;
}

static void narrow_offer(struct app *app, struct candidates *list, uint32_t things)
{
	if (help_is_alone(app))
		list->all = true;
	else
		palette_offer_actions(app, list, things);
}

static const struct prompt_ops narrow_ops = {
	.kind = PROMPT_HELP,
	.does = "find ",
	.label = "/",
	.changed = narrow_changed,
	.accept = narrow_accept,
	.list = {.begin = narrow_begin, .offer = narrow_offer, .listed_below = true},
};

enum app_next help_find(struct app *app, const struct request *request)
{
	prompt_open(app, &narrow_ops, "");
	return APP_DRAW;
}

bool help_finds(const struct app *app)
{
	return prompt_is_for(app, &narrow_ops);
}
