/* The picture: one step in its frame, and nothing else: a class sees no more than there is to read. */
#include "ui/views/present.h"

#include "ui/core/target.h"

static void draw_block(const struct app *app, struct grid *grid, const struct stage_block *block)
{
	const struct present *present = present_of(app);
	int left = present_step(present)->left;
	int top = present_top(app) + block->top;
	const struct area area = {top, left, grid->rows - top, grid->cols - left};
	for (uint32_t i = 0; i < block->count; i++)
		area_row(grid, app->form, area, (int)i, &present->stage.rows.at[block->first + i],
			0);
}

void present_draw(struct app *app, struct grid *grid)
{
	struct present *present = present_of(app);
	if (!present->scenes.count)
		return;
	const struct stage_step *step = present_step(present);
	target_key(app, (struct area){0, 0, grid->rows, grid->cols}, INPUT_SPACE);
	app->message_drawn = present->blank;
	if (present->blank)
		return;
	if (present->help) {
		present_draw_keys(app, grid);
		return;
	}
	draw_block(app, grid, &step->words);
	draw_block(app, grid, &step->below);
	draw_block(app, grid, &step->ask);
	present_draw_frame(app, grid);
}
