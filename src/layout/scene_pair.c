/* Each side is laid out as if it were alone, in a column of its own, and both are put beside each other. */
#include "layout/scene_pair.h"

#include "layout/scene.h"
#include "layout/scene_words.h"
#include "query/compare.h"

enum {
	GAP = 4,      /* columns between the sides */
	EDGE = 1,     /* and at the edges */
	HANG = 2,     /* room for what hangs in the margin */
	MEASURE = 60, /* of a side at most, */
	LEAST = 32,   /* and at least: with less they are a table */
};

/* The columns of both sides. */
struct pair {
	const struct record *record;
	const struct quote *quotes[COMPARE_SIDES];
	int left[COMPARE_SIDES], width;
	bool asked;
};

enum pair_part { PAIR_WORDS, PAIR_SPEAKER, PAIR_STANCE, PAIR_BRIEF };

static void side_add(
	struct rows *rows, const struct pair *pair, const struct quote *quote, enum pair_part part)
{
	if (part == PAIR_WORDS)
		scene_quote_add(rows, quote, HANG, pair->width);
	else if (part == PAIR_SPEAKER)
		scene_speaker_add(rows, pair->record, quote, pair->asked, HANG, pair->width);
	else if (part == PAIR_STANCE)
		scene_stance_add(rows, pair->record, quote, HANG, pair->width);
	else
		scene_brief_add(rows, pair->record, quote, HANG, pair->width);
}

/* Adds a part of both sides; returns how many rows it has. */
static uint32_t part_add(struct rows *rows, const struct pair *pair, enum pair_part part)
{
	struct rows sides[COMPARE_SIDES];
	uint32_t first = rows->count;
	for (int side = 0; side < COMPARE_SIDES; side++) {
		sides[side] = rows_part(rows, pair->width);
		side_add(&sides[side], pair, pair->quotes[side], part);
	}
	rows_beside(rows,
		(struct rows_column[]){
			{&sides[0], pair->left[0]},
			{&sides[1], pair->left[1]},
		},
		COMPARE_SIDES);
	return rows->count - first;
}

bool scene_pair_lay(struct stage *stage, const struct record *record, const struct scene *scene)
{
	struct rows *rows = &stage->rows;
	int width = (rows->paper.width - 2 * EDGE - GAP) / 2;
	struct pair pair = {.record = record, .asked = scene->ask != NULL};
	struct stage_part part = {.number = SCENE_PAIR, .words = rows->count};
	uint32_t tail;
	for (int side = 0; side < COMPARE_SIDES; side++) {
		if (scene->sides[side].thing != THING_QUOTE)
			return false;
		pair.quotes[side] = &record->quotes[scene->sides[side].index];
	}
	pair.width = width < MEASURE ? width : MEASURE;
	if (pair.width < LEAST)
		return false;
	pair.left[0] = (rows->paper.width - 2 * pair.width - GAP) / 2;
	pair.left[1] = pair.left[0] + pair.width + GAP;
	part.word_count = part_add(rows, &pair, PAIR_WORDS);
	part.below = rows->count;
	part.below_count = part_add(rows, &pair, PAIR_SPEAKER);
	part.below_spare = part_add(rows, &pair, PAIR_STANCE);
	part.below_count += part.below_spare;
	part.brief = rows->count;
	part.brief_count = scene->ask ? part_add(rows, &pair, PAIR_BRIEF) : 0;
	part.ask = rows->count;
	if (scene->ask)
		rows_paragraph(rows, style_of(ROLE_TITLE), scene->ask, pair.left[0] + HANG,
			pair.left[1] + pair.width);
	part.ask_count = rows->count - part.ask;
	if (stage_is_paged(stage, &part, &tail))
		return false;
	stage_part_add(stage, &part);
	return true;
}
