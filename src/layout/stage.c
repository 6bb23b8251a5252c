/* Rows of all parts stand one behind the other; a step says which of them are shown and from which
 * line on. The pages of a part begin on one line, chosen so that the highest of them, with what comes
 * below it, is centred. */
#include "layout/stage.h"

#include <string.h>

enum {
	GAP = 2,     /* lines between words, speaker and question; */
	GAP_ASK = 1, /* the least that there are before the question */
};

void stage_begin(struct stage *stage, struct arena *arena, const struct paper *paper, int height)
{
	*stage = (struct stage){.height = (uint32_t)(height > 1 ? height : 1)};
	rows_begin(&stage->rows, arena, paper);
}

static struct stage_step *step_new(struct stage *stage)
{
	struct stage_step *steps = (struct stage_step *)(uintptr_t)stage->steps;
	if (stage->step_count == stage->capacity) {
		size_t capacity = stage->capacity ? stage->capacity * 2 : 16;
		struct stage_step *more = arena_alloc(stage->rows.arena, capacity, sizeof *more);
		if (stage->capacity)
			memcpy(more, steps, stage->capacity * sizeof *more);
		stage->steps = steps = more;
		stage->capacity = capacity;
	}
	return &steps[stage->step_count++];
}

void stage_step_add(struct stage *stage, const struct stage_step *step)
{
	*step_new(stage) = *step;
}

/* ---- pages ---- */

/* Where in the text, of so many bytes, the rows begin. */
static size_t text_offset(
	const struct stage *stage, const char *text, size_t len, uint32_t first, uint32_t end)
{
	for (uint32_t row = first; row < end; row++)
		for (const struct span *span = stage->rows.at[row].spans; span; span = span->next)
			if (span->text >= text && span->text < text + len)
				return (size_t)(span->text - text);
	return 0;
}

/* The rows that come with a step. */
static const struct stage_block *shown_of(const struct stage_step *step)
{
	return step->shows == STAGE_WORDS      ? &step->words
		: step->shows == STAGE_SPEAKER ? &step->below
					       : &step->ask;
}

static struct stage_block *shown(struct stage_step *step)
{
	return (struct stage_block *)(uintptr_t)shown_of(step);
}

/* Steps for rows, in pages as they were made, else in as few as they need, of about the same length, the
 * last of which leaves `tail` lines free. All begin on one line. `tail` is less than the height. */
static void pages_add(struct stage *stage, const struct stage_part *part, enum stage_shows shows,
	uint32_t first, uint32_t count, uint32_t tail)
{
	uint32_t height = stage->height, end = first + count, tallest = 0;
	uint32_t pages = (count + tail + height - 1) / height, begun = stage->step_count;
	const uint32_t *made = shows == STAGE_WORDS ? part->pages : NULL;
	size_t len = part->text ? strlen(part->text)
				: 0; /* once: pages may be as many as its words */
	pages = made ? part->page_count : pages ? pages : 1;
	for (uint32_t page = 0; page < pages; page++) {
		while (!made && page && first + 1 < end && !stage->rows.at[first].spans)
			first++;
		uint32_t left = end - first, to_come = pages - page;
		uint32_t take = to_come > 1 ? (left + tail + to_come - 1) / to_come : left;
		if (made)
			take = made[page];
		else if (to_come > 1 && take >= left)
			take = left ? left - 1 : 0;
		uint32_t lines = take + (to_come > 1 ? 0 : tail);
		tallest = lines > tallest ? lines : tallest;
		struct stage_step *step = step_new(stage);
		*step = (struct stage_step){.part = part->number,
			.shows = shows,
			.page = page,
			.pages = pages,
			.from = shows == STAGE_WORDS && part->text
				? text_offset(stage, part->text, len, first, first + take)
				: count - left,
			.left = part->left};
		*shown(step) = (struct stage_block){first, take, 0};
		first += take;
	}
	struct stage_step *steps = (struct stage_step *)(uintptr_t)stage->steps;
	for (uint32_t i = begun; i < stage->step_count; i++)
		shown(&steps[i])->top = (int)(height - tallest + 1) / 2;
}

/* Lines between words and what is below them: fewer where that keeps them on one page. */
static uint32_t gap_of(const struct stage *stage, uint32_t needed)
{
	if (needed + GAP <= stage->height)
		return GAP;
	return needed > stage->height ? stage->height / 10 : stage->height - needed;
}

/* On a very small screen. */
static void apart_add(struct stage *stage, const struct stage_part *part, uint32_t below)
{
	pages_add(stage, part, STAGE_WORDS, part->words, part->word_count, 0);
	if (below)
		pages_add(stage, part, STAGE_SPEAKER, part->below, below, 0);
	if (part->ask_count)
		pages_add(stage, part, STAGE_ASK, part->ask, part->ask_count, 0);
}

/* How a part is divided up. */
struct division {
	uint32_t between, tail, gap; /* lines */
	uint32_t below;              /* those of the speaker, */
	uint32_t brief;              /* and of who speaks above the question, where it is not so */
	bool parted;                 /* the words leave no room below */
	bool together;               /* the speaker and the question below each other */
	bool apart;                  /* each on pages of its own */
};

/* Whether so many lines have room below the words, or below the last of their pages. */
static bool has_room(
	const struct division *division, uint32_t words, uint32_t height, uint32_t lines)
{
	return division->parted ? lines <= height / 2 : words + lines + 1 <= height;
}

static struct division divide(const struct stage *stage, const struct stage_part *part)
{
	uint32_t words = part->word_count, below = part->below_count, ask = part->ask_count;
	uint32_t height = stage->height, least = below - part->below_spare;
	if (words + below > height &&
		(words + (least > ask ? least : ask) <= height || below > height / 2))
		below = least;
	uint32_t either = below > ask ? below : ask;
	struct division division = {
		.below = below,
		.between = words + GAP + below + GAP + ask <= height ? GAP : GAP_ASK,
		.parted = words + either > height,
	};
	uint32_t both = below + ask + (below && ask ? division.between : 0);
	division.together = division.parted ? both <= height / 2
					    : words + both + (below && ask) <= height;
	division.brief = below && ask && !division.together ? part->brief_count : 0;
	while (division.brief &&
		!has_room(&division, words, height, division.brief + GAP_ASK + ask))
		division.brief--;
	if (division.brief && division.brief + GAP_ASK + ask > either)
		either = division.brief + GAP_ASK + ask;
	division.tail = division.together ? both : either;
	division.gap = both ? gap_of(stage, words + division.tail) : 0;
	division.apart = division.gap + division.tail >= height;
	return division;
}

bool stage_is_paged(const struct stage *stage, const struct stage_part *part, uint32_t *tail)
{
	struct division division = divide(stage, part);
	*tail = division.apart ? 0 : division.gap + division.tail;
	return part->word_count + *tail > stage->height;
}

void stage_page_add(struct stage *stage, struct stage_part *part, uint32_t rows)
{
	uint32_t count = part->page_count;
	if (!(count & (count - 1))) { /* room for a power of two */
		uint32_t *more = arena_alloc(
			stage->rows.arena, count ? 2 * (size_t)count : 1, sizeof *more);
		if (count)
			memcpy(more, part->pages, count * sizeof *more);
		part->pages = more;
	}
	part->pages[part->page_count++] = rows;
}

void stage_part_add(struct stage *stage, const struct stage_part *part)
{
	const struct division division = divide(stage, part);
	uint32_t words = part->word_count, below = division.below, ask = part->ask_count;
	uint32_t gap = division.gap, tail = division.tail;
	if (division.apart) {
		apart_add(stage, part, below);
		return;
	}
	pages_add(stage, part, STAGE_WORDS, part->words, words, gap + tail);
	struct stage_step step = stage->steps[stage->step_count - 1];
	int top = step.words.top + (int)(step.words.count + gap);
	step.from = 0;
	if (below) {
		step.shows = STAGE_SPEAKER;
		step.below = (struct stage_block){part->below, below, top};
		stage_step_add(stage, &step);
	}
	if (!ask)
		return;
	step.shows = STAGE_ASK;
	if (below && division.together)
		top += (int)(below + division.between);
	else
		step.below = (struct stage_block){0};
	if (division.brief) {
		step.below = (struct stage_block){part->brief, division.brief, top};
		top += (int)division.brief + GAP_ASK;
	}
	step.ask = (struct stage_block){part->ask, ask, top};
	stage_step_add(stage, &step);
}

int stage_centre(const struct rows *rows, uint32_t first, int edge)
{
	int end = edge;
	for (uint32_t i = first; i < rows->count; i++)
		for (const struct span *span = rows->at[i].spans; span; span = span->next)
			end = span->column + span->width > end ? span->column + span->width : end;
	int left = (rows->paper.width - (end - edge)) / 2 - edge;
	return left > 0 ? left : 0;
}

static uint32_t words_in(const struct stage *stage, const struct stage_block *block)
{
	uint32_t words = 0;
	for (uint32_t i = block->first; i < block->first + block->count; i++)
		for (const struct span *span = stage->rows.at[i].spans; span; span = span->next) {
			bool inside = false;
			for (uint32_t k = 0; k < span->len; k++) {
				bool space = span->text[k] == ' ';
				words += !space && !inside;
				inside = !space;
			}
		}
	return words;
}

uint32_t stage_words(const struct stage *stage, const struct stage_step *step)
{
	uint32_t words = words_in(stage, shown_of(step));
	return step->shows == STAGE_WORDS ? words + words_in(stage, &step->ask) : words;
}
