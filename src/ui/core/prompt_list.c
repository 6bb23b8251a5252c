/* A key looks at some thousands of things, and so does each step while nobody types: a record may have a
 * hundred thousand, and the first of the list are there at once. */
#include "ui/core/prompt_list.h"

#include "ui/core/frame.h"
#include "ui/core/prompt_draw.h"

enum {
	THINGS_AT_ONCE = 5000,  /* are gone through at a key, and in a step while nobody types */
	COUNTED_AT_ONCE = 20000 /* events and quotations, to say what candidates leave */
};

static bool is_listing(const struct prompt_list_ops *ops, const struct prompt_list *list)
{
	return ops->begin && (!ops->on_tab || list->asked);
}

/* The line with a candidate taken into it. */
static void line_with(const struct prompt_list *list, const struct line *line,
	const struct candidate *candidate, struct buf *out)
{
	const char *text = buf_string(&line->text);
	buf_add(out, text, list->of.from);
	buf_text(out, candidate->text);
	buf_text(out, text + list->of.to);
}

int prompt_list_room(const struct app *app, const struct prompt_list_ops *ops)
{
	if (ops->listed_below)
		return frame_body(app, 0, 0).rows;
	return app->rows / 3 - (app->rows >= PROMPT_RULE_FROM ? 1 : 0);
}

void prompt_list_work(struct app *app, const struct prompt_list_ops *ops, struct prompt_list *list,
	const struct line *line)
{
	const uint32_t *counts = app->record->counts;
	uint32_t each = counts[THING_EVENT] + counts[THING_QUOTE] + 1, done = 0;
	int room = prompt_list_room(app, ops);
	struct candidate *next;
	if (!is_listing(ops, list))
		return;
	if (!list->of.all)
		ops->offer(app, &list->of, THINGS_AT_ONCE);
	candidates_fit(&list->of, room);
	while (ops->count && done < COUNTED_AT_ONCE &&
		(next = candidates_uncounted(&list->of, room))) {
		struct buf text = {0};
		line_with(list, line, next, &text);
		ops->count(app, buf_string(&text), next);
		next->counted = true;
		buf_free(&text);
		done += each;
	}
}

bool prompt_list_busy(
	const struct app *app, const struct prompt_list_ops *ops, struct prompt_list *list)
{
	if (!is_listing(ops, list))
		return false;
	return !list->of.all ||
		(ops->count && candidates_uncounted(&list->of, prompt_list_room(app, ops)));
}

void prompt_list_begin(struct app *app, const struct prompt_list_ops *ops, struct prompt_list *list,
	const struct line *line)
{
	list->taken = false;
	if (is_listing(ops, list))
		ops->begin(app, buf_string(&line->text), line->cursor, &list->of);
	else
		candidates_begin(&list->of, "", 0, 0);
	prompt_list_work(app, ops, list, line);
}

void prompt_list_take(struct prompt_list *list, struct line *line)
{
	struct candidates *of = &list->of;
	line_put(line, of->from, of->to, of->at[of->selected].text);
	of->to = line->cursor;
	list->taken = true;
}

/* The first that says something else than the line. */
static int64_t first_other(const struct candidates *of)
{
	uint32_t n = 0;
	while (n + 1 < of->count && of->at[n].as_typed)
		n++;
	return n;
}

void prompt_list_turn(struct prompt_list *list, struct line *line, int by)
{
	struct candidates *of = &list->of;
	if (list->taken)
		candidates_step(of, by);
	else if (of->selected == CANDIDATE_NONE)
		of->selected = by < 0 ? (int64_t)of->count - 1 : first_other(of);
	prompt_list_take(list, line);
}
