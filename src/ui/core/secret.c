/* Nothing is kept here: whoever shows the words is asked. */
#include "ui/core/secret.h"

#include "query/giveaway.h"
#include "ui/core/spot.h"

/* The words; returns how many there are. */
static uint32_t secret_words(const struct app *app, struct ref words[VIEW_SECRETS])
{
	uint32_t count = 0;
	for (int n = 0; n < app->depth && !count; n++)
		if (app->stack[n]->secret)
			count = app->stack[n]->secret(app, words);
	return count;
}

bool secret_is_kept(const struct app *app)
{
	struct ref words[VIEW_SECRETS];
	return secret_words(app, words) > 0;
}

struct result secret_result(const struct app *app, const struct result *result)
{
	struct result out = *result;
	for (int n = 0; n < app->depth && !out.telling; n++)
		if (app->stack[n]->telling)
			out.telling = app->stack[n]->telling(app, &out.reached);
	if (out.telling)
		out.known = result_known(result);
	return out;
}

/* Whether a rendering of the words belongs to an event. */
static bool is_of_event(const struct record *record, uint32_t quote, uint32_t event)
{
	const uint32_t *next = record->renderings;
	uint32_t other = quote;
	do {
		if (record->quotes[other].event == event)
			return true;
		other = next ? next[other] : quote;
	} while (other != quote);
	return false;
}

static bool would_tell(const struct record *record, struct ref ref, struct ref words)
{
	if (ref.thing == THING_QUOTE)
		return quote_utterance(record, ref.index) == quote_utterance(record, words.index);
	return ref.thing == THING_EVENT && is_of_event(record, words.index, ref.index) &&
		giveaway_of_event(record, &record->events[ref.index], &record->quotes[words.index]);
}

bool secret_is_now(const struct app *app, struct ref ref)
{
	struct ref words[VIEW_SECRETS];
	bool is = false;
	for (uint32_t n = secret_words(app, words); n-- > 0 && !is;)
		is = would_tell(app->record, ref, words[n]);
	return is;
}

bool secret_is(const struct app *app, struct ref ref)
{
	const struct result shown = secret_result(app, app->result);
	return result_waits(&shown, ref) || secret_is_now(app, ref);
}

bool secret_is_named(const struct app *app, const char *text)
{
	struct ref words[VIEW_SECRETS];
	bool is = false;
	for (uint32_t n = secret_words(app, words); n-- > 0 && !is;)
		is = giveaway_has_voice(app->record, text, &app->record->quotes[words[n].index]);
	return is;
}

void secret_say(struct app *app)
{
	bool kept = secret_is_kept(app);
	app_say(app, "%s",
		!kept ? "this waits for a later scene of the lesson"
			: view_on_top(app)->secret
			? "who spoke is not shown yet: Space shows it"
			: "this waits until the lesson has shown who spoke");
}

bool secret_holds(struct app *app, struct ref ref)
{
	bool is = secret_is(app, ref);
	if (is)
		secret_say(app);
	return is;
}

void secret_say_left_out(struct app *app)
{
	const struct result shown = secret_result(app, app->result);
	if (shown.telling && !shown.narrowed)
		secret_say(app);
	else
		app_say(app, "that is not in this selection%s",
			spot_is_over(app) ? "" : "; \\ shows all");
}
