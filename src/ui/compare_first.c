/* The first of two: what was chosen with c and waits for the second, shown where it stands and in the key bar. */
#include "ui/compare.h"

#include "ui/view.h"

#include <string.h>

static bool same_ref(struct ref a, struct ref b)
{
	return a.thing == b.thing && a.index == b.index;
}

static struct ref event_of(const struct record *record, struct ref ref)
{
	return ref.thing == THING_QUOTE ? record_ref(THING_EVENT, record->quotes[ref.index].event)
					: ref;
}

/* A quotation beside a quotation; of anything else the events. */
static bool is_same_choice(const struct record *record, struct ref a, struct ref b)
{
	if (a.thing == THING_QUOTE && b.thing == THING_QUOTE)
		return same_ref(a, b);
	return same_ref(event_of(record, a), event_of(record, b));
}

void compare_choose(struct app *app)
{
	struct compared *compared = &app->compared;
	struct spot spot = spot_of(app);
	if (spot.event < 0) {
		app->message = "the card cannot be compared: events and quotations can";
		return;
	}
	struct ref ref = record_ref(THING_EVENT, (uint32_t)spot.event);
	if (spot.quote >= 0 && spot.focus == FOCUS_QUOTES)
		ref = record_ref(THING_QUOTE, (uint32_t)spot.quote);
	if (compared->first.thing == THING_NONE) {
		compared->first = ref;
		return;
	}
	struct ref first = compared->first;
	compared->first = (struct ref){0};
	if (is_same_choice(app->result->record, first, ref)) {
		app->message = "taken back; c here and c elsewhere show both side by side";
		return;
	}
	if (!compare_open(app, first, ref))
		app->message = "what was to be compared with this is hidden by the filter";
}

bool compare_take_back(struct app *app)
{
	bool waited = app->compared.first.thing != THING_NONE;
	app->compared.first = (struct ref){0};
	return waited;
}

bool compare_is_first(const struct app *app, uint32_t event)
{
	struct ref first = app->compared.first;
	return first.thing != THING_NONE && event_of(app->result->record, first).index == event;
}

void compare_draw_first(struct app *app, struct grid *grid, struct area quotes)
{
	const struct pane *pane = &app->explorer.pane;
	const struct result *result = app->result;
	struct ref first = app->compared.first;
	int64_t event = spot_of(app).event;
	if (first.thing != THING_QUOTE || quotes.rows <= 0 ||
		event != result->record->quotes[first.index].event)
		return;
	for (int stop = 1; stop < pane->stop_count; stop++)
		if (result_quote(result, &result->record->events[event], (uint32_t)stop - 1) ==
			&result->record->quotes[first.index])
			area_text(grid, NULL, quotes, pane->stops[stop].first - pane->top, 1,
				(struct style){ROLE_FOCUS, 0}, app->signs->only_left);
}

bool compare_draw_waiting(struct app *app, struct grid *grid)
{
	static const char what[] = "compare ", with[] = " with: go to another, press c",
			  back[] = "   Esc takes it back";
	struct ref first = app->compared.first;
	struct area area = {grid->rows - 1, 0, 1, grid->cols};
	const struct style style = {ROLE_HELP, 0};
	if (first.thing == THING_NONE || app->message || app->count)
		return false;
	const struct record *record = app->result->record;
	struct buf name = {0};
	if (first.thing == THING_QUOTE) {
		const struct quote *quote = &record->quotes[first.index];
		bool exact = quote->kind == QUOTE_QUOTATION;
		buf_format(&name, "%s%s", exact ? app->signs->open : "", quote->text);
	} else {
		buf_text(&name, record->events[first.index].title);
	}
	int room = grid->cols - 2 - (int)(sizeof what + sizeof with);
	bool all = room - (int)sizeof back >= 12;
	struct rows rows;
	rows_begin(&rows, &app->draw,
		&(struct paper){.width = grid->cols, .signs = app->signs, .form = app->form});
	rows_new(&rows);
	rows_to(&rows, 1);
	rows_text(&rows, style, what);
	rows_cut(&rows, (struct style){ROLE_TITLE, 0},
		arena_text(&app->draw, buf_string(&name), name.len),
		all ? room - (int)sizeof back : room);
	rows_text(&rows, style, with);
	if (all)
		rows_text(&rows, style, back);
	area_row(grid, app->form, area, 0, &rows.at[0], 0);
	buf_free(&name);
	return true;
}
