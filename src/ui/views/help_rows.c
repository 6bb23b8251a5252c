/* Where the actions stand: first the keys of the view below, then groups one after the other, each into
 * the column that is shorter, and the legend of marks. A column is a list of rows of its own; what
 * does not fit beside its keys is wrapped, and stands below them where there is little room. */
#include "layout/card.h"
#include "ui/core/action_table.h"
#include "ui/core/frame.h"
#include "ui/core/spot.h"
#include "ui/views/help.h"

#include <stdio.h>
#include <string.h>

enum {
	TWO_COLUMNS = 78, /* from this width on, */
	THREE_COLUMNS = 150,
	COLUMN_MOST = 60, /* which holds the legend as well */
	KEYS_APART = 2,   /* keys and what they do */
	KEYS_LEAST = 12,
	KEYS_MOST = 14,
	LABEL_LEAST = 14, /* where it has less room beside its keys, it stands below them */
};

/* ---- what they say ---- */

/* The action behind one may share its line. */
bool help_has_line(int action)
{
	return action >= ACTION_COUNT || action_row((enum action)action)->line;
}

bool help_is_alone(const struct app *app)
{
	const struct view_ops *view = view_under(app, &help_view);
	return view->name && (view == &quiz_view || spot_is_over(app));
}

int help_own_hints(const struct app *app, struct hint own[HINTS_MOST])
{
	return keybar_holds(app, view_under(app, &help_view)->hints, own);
}

static int keys_width(const char *text)
{
	return text_width(NULL, text, strlen(text));
}

static bool is_control(int32_t key)
{
	return key > 0 && key < INPUT_ESCAPE && key != INPUT_TAB && key != INPUT_ENTER;
}

/* The arrows have signs, where the screen can show them; what is held down has its name in full. */
static void key_text(const struct app *app, int32_t key, char out[16])
{
	static const char *const arrows[] = {"↑", "↓", "←", "→"};
	if (key >= INPUT_UP && key <= INPUT_RIGHT && app->signs == signs_find(false))
		snprintf(out, 16, "%s", arrows[key - INPUT_UP]);
	else
		input_key_name(key, out);
	if (is_control(key))
		snprintf(out, 16, "Ctrl-%c", key + ('a' - 1));
}

/* How many keys an action is told by: what Ctrl does as well is left to the manual. */
static int keys_count(int action)
{
	const int32_t *keys = action_row((enum action)action)->keys;
	int count = 0;
	while (count < ACTION_KEYS_MOST && keys[count] != INPUT_NONE &&
		(!count || !is_control(keys[count])))
		count++;
	return count;
}

/* Appends a key, where it is the first or has room. */
static void key_add(const struct app *app, int32_t key, bool first, char out[64])
{
	char name[16];
	key_text(app, key, name);
	if (!first && keys_width(out) + 1 + keys_width(name) > KEYS_LEAST - 1)
		return;
	if (*out)
		strcat(out, " ");
	strcat(out, name);
}

/* "j k ↓ ↑": the keys of a line's one or two actions in turn, as many pairs as there is room for;
 * "p F5 w" where one of them has one key and the other more. */
static void keys_text(const struct app *app, int action, char out[64])
{
	const int32_t *one = action_row((enum action)action)->keys, *other = one;
	int count = keys_count(action), others = 0;
	if (!help_has_line(action + 1)) {
		other = action_row((enum action)(action + 1))->keys;
		others = keys_count(action + 1);
	}
	out[0] = '\0';
	int pairs = count < others ? count : others;
	if (pairs < 2 && count != others) {
		for (int i = 0; i < count; i++)
			key_add(app, one[i], !i, out);
		for (int i = 0; i < others; i++)
			key_add(app, other[i], !i, out);
		return;
	}
	for (int i = 0; i < pairs; i++) {
		char before[64];
		int keys = 0;
		strcpy(before, out);
		key_add(app, one[i], !i, out);
		keys = keys_width(out);
		key_add(app, other[i], !i, out);
		if (i && keys_width(out) == keys) { /* half a pair says nothing */
			strcpy(out, before);
			return;
		}
	}
}

/* ---- the rows ---- */

static void heading_add(struct rows *rows, const char *name)
{
	rows_new(rows);
	rows_to(rows, HELP_LEFT);
	rows_text(rows, style_of(ROLE_ERA), name);
}

/* Keys, and behind or below them what they do. */
static void entry_add(
	struct rows *rows, int column, const char *sign, const char *keys, const char *label)
{
	int first = HELP_LEFT + 2, right = rows->paper.width - 1, left = first + column;
	rows_new(rows);
	rows_to(rows, HELP_LEFT);
	rows_text(rows, style_of(ROLE_FOCUS), sign);
	rows_to(rows, first);
	rows_copy(rows, style_of(ROLE_KEY), keys);
	if (right - left < LABEL_LEAST) {
		rows_paragraph(rows, style_of(ROLE_HELP), label, first + 2, right);
		return;
	}
	rows_to(rows, left);
	rows_wrap_beside(rows, style_of(ROLE_HELP), label, strlen(label), left, right);
}

/* The keys of the view below, which are not selected from: they act in it. */
static void own_add(struct rows part[HELP_COLUMNS], const struct help *help, const struct app *app)
{
	struct hint hints[HINTS_MOST];
	int count = help_own_hints(app, hints);
	int lines = (count + help->columns - 1) / help->columns;
	const char *heading = view_under(app, &help_view)->types
		? "In this view, where letters are no keys"
		: "In this view";
	if (!count)
		return;
	for (int column = 0; column < help->columns; column++) {
		struct rows *rows = &part[column];
		heading_add(rows, column ? "" : heading);
		for (int i = column * lines; i < (column + 1) * lines && i < count; i++) {
			char keys[36];
			const char *label = keybar_hint(&hints[i], keys);
			entry_add(rows, help->keys[column], "", keys, label);
		}
		rows_new(rows);
	}
}

static void group_add(struct rows *rows, struct help *help, const struct app *app,
	enum action_group group, int column)
{
	heading_add(rows, action_group_name(group));
	for (int action = 1; action < ACTION_COUNT; action++) {
		char keys[64];
		const struct action_row *row = action_row((enum action)action);
		int line = (int)rows->count;
		if (!row->line || row->group != group)
			continue;
		keys_text(app, action, keys);
		entry_add(rows, help->keys[column],
			action == help->selected ? app->signs->selected : "", keys, row->line);
		help->at[action] = (struct help_place){line, (int)rows->count - line, column};
	}
	rows_new(rows);
}

static void columns_find(struct help *help, const struct app *app)
{
	help->alone = help_is_alone(app);
	help->columns = app->cols >= THREE_COLUMNS ? 3 : app->cols >= TWO_COLUMNS ? 2 : 1;
	help->width = app->cols / help->columns;
	if (help->columns > 1 && help->width > COLUMN_MOST)
		help->width = COLUMN_MOST;
}

/* As wide as the keys in each column are: the groups behind the first one stand in the second. */
static void keys_find(struct help *help, const struct app *app)
{
	struct hint hints[HINTS_MOST];
	char keys[64];
	int least = help->width == COLUMN_MOST ? KEYS_MOST : KEYS_LEAST, widest = 0;
	int count = help_own_hints(app, hints);
	for (int i = 0; i < count; i++) {
		keybar_hint(&hints[i], keys);
		widest = keys_width(keys) > widest ? keys_width(keys) : widest;
	}
	for (int action = 1; action < ACTION_COUNT; action++) {
		if (!help_has_line(action) ||
			action_row((enum action)action)->group == GROUP_MOVING)
			continue;
		keys_text(app, action, keys);
		widest = keys_width(keys) > widest ? keys_width(keys) : widest;
	}
	help->keys[0] = least;
	for (int column = 1; column < HELP_COLUMNS; column++)
		help->keys[column] = widest + KEYS_APART < least ? widest + KEYS_APART : least;
}

static int shortest(const struct rows part[HELP_COLUMNS], int columns)
{
	int column = 0;
	for (int i = 1; i < columns; i++)
		column = part[i].count < part[column].count ? i : column;
	return column;
}

void help_lay(struct app *app)
{
	struct help *help = help_of(app);
	struct paper paper = app_paper(app, app->cols);
	struct rows *rows = &help->window.rows;
	columns_find(help, app);
	keys_find(help, app);
	window_lay(&help->window, &paper);
	struct rows part[HELP_COLUMNS];
	struct rows_column beside[HELP_COLUMNS];
	for (int i = 0; i < help->columns; i++) {
		bool last = i + 1 == help->columns;
		part[i] = rows_part(rows, last ? app->cols - i * help->width : help->width);
		beside[i] = (struct rows_column){&part[i], i * help->width};
		rows_new(&part[i]);
	}
	own_add(part, help, app);
	for (int i = shortest(part, help->columns); part[i].count < part[0].count;
		i = shortest(part, help->columns))
		rows_new(&part[i]);
	help->lead = (int)part[0].count;
	for (int group = 0; group < GROUP_COUNT && !help->alone; group++) {
		int column = shortest(part, help->columns);
		group_add(&part[column], help, app, (enum action_group)group, column);
	}
	bool legend = view_under(app, &help_view) != &quiz_view;
	bool below = help->columns == 1 || help->alone;
	if (legend && !below)
		card_legend_add(&part[shortest(part, help->columns)], HELP_LEFT + 2, true);
	rows_beside(rows, beside, (uint32_t)help->columns);
	if (legend && below)
		card_legend_add(rows, HELP_LEFT + 2, true);
	window_laid(&help->window);
	window_fit(&help->window, frame_body(app, 0, 0).rows);
}
