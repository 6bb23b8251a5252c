/* Each scene has a weight in seconds; where it begins is the sum of those before it, scaled. */
#include "query/minutes.h"

#include "query/compare.h"
#include "query/pool.h"
#include "query/positions.h"

enum { SPEAKER_WORDS = 12 }; /* who it is, as what, when, and by whose hand */

static uint64_t words_of(const char *text)
{
	return text ? pool_words(text) : 0;
}

static uint64_t seconds_of(uint64_t words)
{
	return words * 60 / MINUTES_WORDS;
}

static uint64_t asking(const char *ask)
{
	return ask ? seconds_of(words_of(ask)) + MINUTES_ANSWER : 0;
}

static uint64_t quote_words(const struct record *record, uint32_t quote)
{
	return words_of(record->quotes[quote].text) + SPEAKER_WORDS;
}

/* The event counts where the plan shows it of itself. */
static uint64_t words_weight(
	const struct record *record, const struct scenes *scenes, const struct scene *scene)
{
	const struct event *event = &record->events[scene->event];
	uint64_t words = 0, seconds = asking(scene->ask);
	if (scene->event_first || scene->ask || !scene->count)
		words += words_of(event->title) + words_of(event->summary) +
			words_of(event->outcome);
	for (uint32_t n = 0; n < scene->count; n++) {
		words += quote_words(record, scenes->quotes[scene->first + n]);
		seconds += asking(scenes->asks[scene->first + n]);
	}
	return seconds + seconds_of(words);
}

static uint64_t table_words(
	struct arena *arena, const struct result *result, const struct scene *scene)
{
	struct position_table table;
	uint64_t words = 0;
	scenes_positions(arena, result, scene->step, &table);
	for (uint32_t n = 0; n < table.stand_count; n++)
		if (table.stands[n].selected)
			words += words_of(table.stands[n].position->text) + 2;
	return words;
}

static uint64_t beside_words(
	struct arena *arena, const struct result *result, const struct scene *scene)
{
	enum { CELL_WORDS = 6 };
	struct compare compare;
	uint64_t words = 0;
	for (int side = 0; side < COMPARE_SIDES && scene->sides[0].thing == THING_QUOTE; side++)
		words += quote_words(result->record, scene->sides[side].index);
	if (words || !scenes_compare(arena, result, scene->step, &compare))
		return words;
	for (uint32_t n = 0; n < compare.count * COMPARE_SIDES; n++)
		if (compare.lines[n / COMPARE_SIDES].cells[n % COMPARE_SIDES].evidence.thing !=
			THING_NONE)
			words += CELL_WORDS;
	return words;
}

static uint64_t weight_of(struct arena *arena, const struct result *result,
	const struct scenes *scenes, const struct scene *scene)
{
	switch (scene->kind) {
	case SCENE_WORDS:
		return words_weight(result->record, scenes, scene);
	case SCENE_TABLE:
		return asking(scene->ask) + seconds_of(table_words(arena, result, scene));
	case SCENE_BESIDE:
		return asking(scene->ask) + seconds_of(beside_words(arena, result, scene));
	case SCENE_QUESTIONS:
		return MINUTES_QUIZ_ROUND;
	default:
		return 0;
	}
}

const uint32_t *minutes_share(
	struct arena *arena, const struct result *result, const struct scenes *scenes)
{
	uint64_t minutes = scenes->plan && scenes->plan->minutes > 0
		? (uint64_t)scenes->plan->minutes
		: 0;
	uint64_t all = 0;
	struct arena scratch = {0};
	if (!minutes || !scenes->numbered)
		return NULL;
	uint64_t *begins = arena_alloc(&scratch, scenes->numbered, sizeof *begins);
	uint32_t *share = arena_alloc(arena, scenes->numbered, sizeof *share);
	for (uint32_t n = 0; n < scenes->numbered; n++) {
		begins[n] = all;
		all += MINUTES_LOOK +
			weight_of(&scratch, result, scenes, &scenes->at[scenes->number_first + n]);
	}
	for (uint32_t n = 0; n < scenes->numbered && all; n++)
		share[n] = (uint32_t)((begins[n] * minutes + all / 2) / all);
	arena_free(&scratch);
	return share;
}

uint32_t minutes_due(const uint32_t *share, const struct scenes *scenes, int64_t passed)
{
	uint32_t due = 0;
	while (due + 1 < scenes->numbered && share[due + 1] <= passed)
		due++;
	return due;
}
