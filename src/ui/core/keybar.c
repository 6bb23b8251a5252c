/* Hints stand in their order, and are chosen by their rank; the last two have their room kept. */
#include "ui/core/keybar.h"

#include "ui/core/action_table.h"
#include "ui/core/frame.h"
#include "ui/core/pointer.h"
#include "ui/core/spot.h"
#include "ui/core/target.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

enum {
	SPACE_BETWEEN = 3,
	ROOMY = 100 /* from this width on the right edge has a margin as the left one has */
};

/* Enter is the key that everybody tries; where h goes back, l goes on. */
static int32_t hint_key(const struct hint *hint, int i)
{
	bool alone = hint->actions[1] == ACTION_NONE;
	return alone && hint->actions[i] == ACTION_INTO ? INPUT_ENTER
							: action_row(hint->actions[i])->keys[0];
}

/* "j k move" */
static void hint_keys(const struct hint *hint, char out[36])
{
	char name[16];
	out[0] = '\0';
	for (int i = 0; i < 2 && hint->actions[i] != ACTION_NONE; i++) {
		input_key_name(hint_key(hint, i), name);
		if (i)
			strcat(out, " ");
		strcat(out, name);
	}
}

static int32_t key_named(const char *name, size_t len)
{
	char text[24];
	int32_t key;
	if (len < 2 || len + sizeof "<>" > sizeof text)
		return INPUT_NONE;
	size_t bytes = (size_t)snprintf(text, sizeof text, "<%.*s>", (int)len, name);
	return input_key_parse(text, bytes, &key) == bytes ? key : INPUT_NONE;
}

/* Where the label goes on behind the name of a key that it begins with, or two of them. */
const char *keybar_hint(const struct hint *hint, char keys[36])
{
	hint_keys(hint, keys);
	size_t name = strcspn(hint->label, " ");
	size_t second = hint->label[name] ? strcspn(hint->label + name + 1, " ") : 0;
	if (key_named(hint->label, name) != INPUT_NONE &&
		key_named(hint->label + name + 1, second) != INPUT_NONE)
		name += 1 + second;
	if (*keys || name >= 36 || !hint->label[name])
		return hint->label;
	memcpy(keys, hint->label, name);
	keys[name] = '\0';
	return hint->label + name + 1;
}

const struct hint keybar_none[] = {
	{{ACTION_HELP}, "help"},
	{{ACTION_ESCAPE}, "close"},
	{{ACTION_NONE}, NULL},
};

int keybar_holds(const struct app *app, const struct hint *hints, struct hint out[HINTS_MOST])
{
	bool over = spot_is_over(app);
	int count = 0;
	for (; hints && hints->label && count + 1 < HINTS_MOST; hints++) {
		if (over && hints->over && !*hints->over)
			continue;
		out[count] = *hints;
		if (over && hints->over)
			out[count].label = hints->over;
		count++;
	}
	out[count] = (struct hint){{ACTION_NONE}, NULL, NULL};
	return count;
}

/* Between the key and what it does. */
static const char *hint_by(const struct hint *hint)
{
	return hint->clicked ? "or click: " : "";
}

static int hint_width(const struct hint *hint)
{
	char keys[36];
	const char *label = keybar_hint(hint, keys);
	return (int)(strlen(keys) + 1 + strlen(hint_by(hint)) + strlen(label));
}

/* Whether it is what Enter does. */
static bool hint_enters(const struct hint *hint)
{
	char keys[36];
	keybar_hint(hint, keys);
	return strcmp(keys, "Enter") == 0;
}

/* Of a pair, the key that leads on: the table of actions has it first. */
static int32_t hint_onward(const struct hint *hint)
{
	bool pair = hint->actions[1] != ACTION_NONE;
	return hint_key(hint, pair && hint->actions[1] < hint->actions[0]);
}

/* What stands from `col` on is clicked for its keys: each key for itself, and each word where the
 * label has one for either, "copy, cite". */
static void hint_targets(struct app *app, struct area area, int col, const struct hint *hint,
	const char *keys, const char *label)
{
	int width = (int)strlen(keys), all = hint_width(hint);
	if (hint->actions[0] == ACTION_NONE) {
		size_t first = strcspn(keys, " ");
		target_named(app, area, 0, col, all, keys, first);
		if (keys[first])
			target_named(app, area, 0, col + (int)first + 1, width - (int)first - 1,
				keys + first + 1, strlen(keys + first + 1));
		return;
	}
	target_button(app, area, 0, col, all, hint_onward(hint));
	if (hint->actions[1] == ACTION_NONE)
		return;
	int second = (int)strcspn(keys, " ");
	target_button(app, area, 0, col, second, hint_key(hint, 0));
	target_button(app, area, 0, col + second + 1, width - second - 1, hint_key(hint, 1));
	const char *word = strstr(label, ", ");
	if (!word)
		return;
	int words = col + width + 1, before = (int)(word - label);
	target_button(app, area, 0, words, before, hint_key(hint, 0));
	target_button(
		app, area, 0, words + before + 2, all - width - before - 3, hint_key(hint, 1));
}

static int hint_draw(
	struct app *app, struct grid *grid, struct area area, int col, const struct hint *hint)
{
	char keys[36];
	const char *label = keybar_hint(hint, keys);
	hint_targets(app, area, col, hint, keys, label);
	col += area_text(grid, NULL, area, 0, col, style_of(ROLE_KEY), keys) + 1;
	col += area_text(grid, NULL, area, 0, col, style_of(ROLE_HELP), hint_by(hint));
	col += area_text(grid, NULL, area, 0, col, style_of(ROLE_HELP), label);
	return col + SPACE_BETWEEN;
}

/* Chooses, rank by rank, those before the last two that fit whole into so many columns beside them. */
static void hints_choose(
	const struct hint *hints, int count, int kept, int columns, bool chosen[HINTS_MOST])
{
	int used = 0;
	for (int i = kept; i < count; i++)
		used += hint_width(&hints[i]) + (i > kept ? SPACE_BETWEEN : 0);
	for (int rank = 0; rank <= HINT_RANK_LAST; rank++)
		for (int i = 0; i < kept; i++) {
			int need = hint_width(&hints[i]) + SPACE_BETWEEN;
			if (hints[i].rank != rank || used + need > columns)
				continue;
			chosen[i] = true;
			used += need;
		}
}

static void hints_draw(
	struct app *app, struct grid *grid, struct area area, const struct hint *list)
{
	struct hint hints[HINTS_MOST];
	bool chosen[HINTS_MOST] = {false};
	int count = keybar_holds(app, list, hints);
	int kept = count > 2 ? count - 2 : 0;
	for (int i = 0; i < count; i++)
		hints[i].clicked = app->pointer->chose && hint_enters(&hints[i]);
	hints_choose(hints, count, kept, area.cols - (area.cols < ROOMY ? 1 : 2), chosen);
	int col = 1;
	for (int i = 0; i < count; i++) {
		bool fits = i < kept ? chosen[i] : col + hint_width(&hints[i]) <= area.cols;
		if (fits)
			col = hint_draw(app, grid, area, col, &hints[i]);
	}
}

void keybar_draw(struct app *app, struct grid *grid, const struct hint *hints)
{
	struct area area = {grid->rows - 1, 0, 1, grid->cols};
	if (app_draw_said(app, grid, ROLE_TITLE))
		return;
	if (app->count) {
		char count[64];
		snprintf(count, sizeof count, "%u: j k J K go so far, G to that event",
			(unsigned)app->count);
		area_text(grid, NULL, area, 0, 1, style_of(ROLE_KEY), count);
	} else {
		hints_draw(app, grid, area, hints);
	}
}

void keybar_words(struct app *app, struct area area, int col, const char *words)
{
	static const char apart[] = "   ";
	for (const char *at = words; *at;) {
		const char *end = strstr(at, apart);
		size_t len = end ? (size_t)(end - at) : strlen(at), name = strcspn(at, " ");
		target_named(
			app, area, 0, col, text_width(NULL, at, len), at, name < len ? name : 0);
		col += text_width(NULL, at, len) + SPACE_BETWEEN;
		at = end ? end + strlen(apart) : at + len;
	}
}

struct area keybar_frame(struct app *app, struct grid *grid, const char *title, const char *more,
	const struct hint *hints)
{
	frame_draw(app, grid, title, more);
	if (!frame_is_bare(app))
		keybar_draw(app, grid, hints);
	return frame_body(app, 0, 0);
}
