/* Some terminals never say that a button was released: where it is pressed again before, a press
 * alone is a click from then on. */
#include "ui/core/pointer.h"

#include "ui/core/view.h"

enum {
	WHEEL_ROWS = 3,
	SHAKE = 1,     /* columns that a hand may move between press and release */
	TWICE_MS = 400 /* from one press of a double click to the other */
};

void pointer_lift(struct app *app)
{
	app->pointer->down = app->pointer->chose = false;
}

/* What was said is taken back, and digits; false where there were none. */
static bool clear(struct app *app)
{
	bool some = *app_said(app) || app->count;
	if (some)
		app_unsay(app);
	app->count = 0;
	return some;
}

static bool target_same(const struct target *a, const struct target *b)
{
	return a->kind == b->kind && a->view == b->view && a->key == b->key && a->part == b->part &&
		a->item == b->item;
}

static bool is_double(const struct pointer *before, const struct input *input)
{
	return before->when && input->at - before->when <= TWICE_MS && input->row == before->row &&
		input->col == before->col;
}

/* The second of a double click: it enters what the first one selected, wherever that stands now. */
static bool enters(const struct pointer *before, const struct target *target)
{
	return before->target.kind == TARGET_ITEM && !before->did &&
		before->target.view == target->view;
}

/* It does nothing where the first one has done what was meant. */
static bool is_done(const struct pointer *before, const struct target *target)
{
	return !target_same(&before->target, target) ||
		(before->did && target->kind != TARGET_BUTTON);
}

static bool is_near(const struct pointer *pointer, const struct input *input)
{
	int apart = input->col - pointer->col;
	return input->row == pointer->row && apart >= -SHAKE && apart <= SHAKE;
}

static int32_t click(struct pointer *pointer)
{
	pointer->down = false;
	pointer->did = pointer->key != INPUT_NONE;
	pointer->chose &= !pointer->did;
	return pointer->key;
}

/* What a click there does, when the view has selected what there is to select. */
static int32_t key_of(struct app *app, const struct target *target)
{
	const struct view_ops *view = view_on_top(app);
	bool again = false;
	if (target->kind == TARGET_KEY || target->kind == TARGET_BUTTON)
		return target->key;
	if ((target->kind == TARGET_ITEM || target->kind == TARGET_PLACE) && view->choose) {
		view_fit(app, view);
		again = view->choose(app, target) && target->kind == TARGET_ITEM;
		view_fit(app, view);
	}
	return again ? INPUT_ENTER : INPUT_NONE;
}

static int32_t press(struct app *app, const struct input *input, enum app_next *next)
{
	struct pointer *pointer = app->pointer;
	const struct pointer before = *pointer;
	struct target target = target_at(app, input->row, input->col);
	bool cleared = clear(app);
	*next = cleared || target.kind == TARGET_ITEM || target.kind == TARGET_PLACE ? APP_DRAW
										     : APP_NOTHING;
	*pointer = (struct pointer){.silent = before.silent || before.down,
		.did = before.did,
		.chose = before.chose,
		.row = input->row,
		.col = input->col,
		.when = input->at,
		.target = target};
	bool twice = is_double(&before, input), entering = twice && enters(&before, &target);
	if (twice && !entering && is_done(&before, &target))
		return INPUT_NONE;
	pointer->down = true;
	pointer->key = entering ? INPUT_ENTER : key_of(app, &target);
	if (target.kind == TARGET_ITEM || target.kind == TARGET_PLACE)
		pointer->chose = target.kind == TARGET_ITEM && pointer->key == INPUT_NONE;
	return pointer->silent ? click(pointer) : INPUT_NONE;
}

static int32_t release(struct app *app, const struct input *input, enum app_next *next)
{
	struct pointer *pointer = app->pointer;
	pointer->silent = false;
	*next = APP_NOTHING;
	if (!pointer->down)
		return INPUT_NONE;
	if (is_near(pointer, input))
		return click(pointer);
	pointer->down = false;
	app_say(app, "Shift and drag selects text");
	*next = APP_DRAW;
	return INPUT_NONE;
}

/* Where the view has no more to say of it, the wheel is its own way of moving, else Up and Down. */
static int32_t turn(struct app *app, const struct input *input, enum app_next *next)
{
	const struct view_ops *view = view_on_top(app);
	int rows = input->button == INPUT_WHEEL_UP ? -WHEEL_ROWS : WHEEL_ROWS;
	if (!view->wheel && !view->move)
		return rows < 0 ? INPUT_UP : INPUT_DOWN;
	bool cleared = clear(app);
	*next = APP_DRAW;
	view_fit(app, view);
	if (view->wheel)
		*next = view->wheel(app, input, rows);
	else
		view->move(app, (struct motion){MOTION_ROWS, rows});
	view_fit(app, view);
	if (*next == APP_NOTHING && cleared)
		*next = APP_DRAW;
	app->pointer->chose &= *next == APP_NOTHING;
	return INPUT_NONE;
}

int32_t pointer_key(struct app *app, const struct input *input, enum app_next *next)
{
	switch (input->button) {
	case INPUT_LEFT_BUTTON:
		return press(app, input, next);
	case INPUT_LEFT_RELEASED:
		return release(app, input, next);
	default:
		return turn(app, input, next);
	}
}
