/* Two arrays: scenes, and the quotations of all of them one behind the other. */
#include "query/scenes.h"

#include "base/bits.h"
#include "query/past.h"

#include <string.h>

/* What is being made; all arrays have room for all that can come. */
struct making {
	const struct result *result;
	struct scene *scenes;
	uint32_t *quotes;
	const char **asks;
	uint32_t scene_count, quote_count;
	uint8_t *listed;    /* the events of whose quotations some are listed */
	struct scene *last; /* that more words of its event may join; NULL */
};

static struct scene *scene_add(struct making *making, enum scene_kind kind, const char *ask)
{
	struct scene *scene = &making->scenes[making->scene_count++];
	*scene = (struct scene){.kind = kind, .first = making->quote_count, .ask = ask};
	making->last = NULL;
	return scene;
}

static void quote_add(struct making *making, struct scene *scene, uint32_t quote, const char *ask)
{
	making->asks[making->quote_count] = ask;
	making->quotes[making->quote_count++] = quote;
	scene->count++;
}

/* An event with all of its quotations that are selected; one that was marked and then filtered away
 * has all that it has. */
static void event_add(struct making *making, uint32_t event, const char *ask)
{
	const struct record *record = making->result->record;
	struct scene *scene = scene_add(making, SCENE_WORDS, ask);
	uint32_t first = record->events[event].first_quote;
	bool all = !making->result->quotes || result_row(making->result, event) < 0;
	scene->event = event;
	for (uint32_t k = 0; k < record->events[event].quote_count; k++)
		if (all || result_has_quote(making->result, first + k))
			quote_add(making, scene, first + k, NULL);
}

/* Adds what a list names, in its place. */
static void ref_add(struct making *making, struct ref ref, const char *ask)
{
	uint32_t index = ref.index;
	if (ref.thing == THING_EVENT && bit_get(making->listed, index)) {
		struct scene *scene = scene_add(making, SCENE_WORDS, ask);
		scene->event = index;
		scene->event_first = true;
		making->last = scene;
	} else if (ref.thing == THING_EVENT) {
		event_add(making, index, ask);
	} else if (ref.thing == THING_QUOTE) {
		uint32_t event = making->result->record->quotes[index].event;
		if (!making->last || making->last->event != event) {
			making->last = scene_add(making, SCENE_WORDS, NULL);
			making->last->event = event;
		}
		quote_add(making, making->last, index, ask);
	}
}

/* How many quotations an order can bring; the events whose quotations it lists have their bits
 * set. */
static size_t order_measure(
	const struct record *record, const struct ref *order, uint32_t count, uint8_t *listed)
{
	size_t most = 0;
	for (uint32_t i = 0; i < count; i++) {
		if (order[i].thing == THING_EVENT) {
			most += record->events[order[i].index].quote_count;
		} else if (order[i].thing == THING_QUOTE) {
			uint32_t event = record->quotes[order[i].index].event;
			bit_set(listed, event);
			most++;
		}
	}
	return most;
}

/* Room for what is shown on request, which brings so many scenes and quotations at most. */
static void making_begin(struct making *making, struct arena *arena, size_t scenes, size_t quotes)
{
	making->scenes = arena_alloc(arena, scenes, sizeof *making->scenes);
	making->quotes = arena_alloc(arena, quotes, sizeof *making->quotes);
	making->asks = arena_alloc(arena, quotes, sizeof *making->asks);
}

static void making_end(const struct making *making, struct scenes *scenes)
{
	*scenes = (struct scenes){.at = making->scenes,
		.count = making->scene_count,
		.quotes = making->quotes,
		.asks = making->asks,
		.numbered = making->scene_count};
}

void scenes_collect_list(struct arena *arena, const struct result *result, const struct ref *list,
	uint32_t count, struct scenes *scenes)
{
	const struct record *record = result->record;
	struct arena scratch = {0};
	struct making making = {.result = result};
	making.listed = arena_alloc(&scratch, bits_size(record->counts[THING_EVENT]), 1);
	making_begin(&making, arena, count, order_measure(record, list, count, making.listed));
	for (uint32_t i = 0; i < count; i++)
		ref_add(&making, list[i], NULL);
	making_end(&making, scenes);
	arena_free(&scratch);
}

/* ---- a plan ---- */

/* A scene that is no words. */
static void page_add(struct making *making, const struct step *step)
{
	static const enum scene_kind kinds[] = {
		[STEP_POSITIONS] = SCENE_TABLE,
		[STEP_COMPARE] = SCENE_BESIDE,
		[STEP_QUIZ] = SCENE_QUESTIONS,
	};
	struct scene *scene = scene_add(making, kinds[step_kind(step)], step->ask);
	scene->step = step;
	if (step->compare)
		memcpy(scene->sides, step->compare->at, sizeof scene->sides);
}

static void plan_collect(struct arena *arena, const struct result *result, const struct view *plan,
	struct scenes *scenes)
{
	const struct record *record = result->record;
	struct arena scratch = {0};
	struct making making = {.result = result};
	uint32_t count = result->order_count;
	making.listed = arena_alloc(&scratch, bits_size(record->counts[THING_EVENT]), 1);
	making_begin(&making, arena, (size_t)count + 2,
		order_measure(record, result->order, count, making.listed));
	scene_add(&making, SCENE_OPENING, NULL);
	for (uint32_t i = 0; i < count; i++) {
		const struct step *step = result->order_steps[i];
		if (step && step_kind(step) != STEP_THING)
			page_add(&making, step);
		else
			ref_add(&making, result->order[i], step ? step->ask : NULL);
	}
	uint32_t numbered = making.scene_count - 1;
	if (plan->question && numbered)
		scene_add(&making, SCENE_CLOSING, NULL);
	making_end(&making, scenes);
	scenes->plan = plan;
	scenes->number_first = 1;
	scenes->numbered = numbered;
	arena_free(&scratch);
}

void scenes_collect(struct arena *arena, const struct result *result, const struct view *plan,
	struct scenes *scenes)
{
	struct making making = {.result = result};
	if (plan) {
		plan_collect(arena, result, past_view(result->record, plan), scenes);
		return;
	}
	making_begin(&making, arena, result->event_count, result->quote_count);
	for (uint32_t row = 0; row < result->event_count; row++)
		event_add(&making, record_event_index(result->record, result_event(result, row)),
			NULL);
	making_end(&making, scenes);
}

/* All that the plan lists, as if it were selected. */
uint32_t scenes_planned(const struct record *record, const struct view *plan)
{
	uint32_t count = plan->show ? plan->show->count : 0;
	struct arena arena = {0};
	struct scenes scenes;
	struct ref *order = arena_alloc(&arena, count, sizeof *order);
	const struct step **steps = arena_alloc(&arena, count, sizeof *steps);
	for (uint32_t i = 0; i < count; i++) {
		steps[i] = &plan->show->at[i];
		order[i] = steps[i]->thing;
	}
	const struct result all = {
		.record = record, .order = order, .order_steps = steps, .order_count = count};
	plan_collect(&arena, &all, plan, &scenes);
	arena_free(&arena);
	return scenes.numbered;
}

/* ---- where to begin ---- */

static bool scene_has(const struct scenes *scenes, const struct scene *scene, int64_t quote)
{
	for (uint32_t k = 0; k < scene->count; k++)
		if (scenes->quotes[scene->first + k] == quote)
			return true;
	return false;
}

uint32_t scenes_find(const struct scenes *scenes, int64_t event, int64_t quote)
{
	int64_t same = -1, later = -1, last = 0;
	for (uint32_t i = 0; i < scenes->count; i++) {
		const struct scene *scene = &scenes->at[i];
		if (scene->kind != SCENE_WORDS)
			continue;
		last = i;
		if (quote >= 0 && scene_has(scenes, scene, quote))
			return i;
		if (same < 0 && scene->event == event)
			same = i;
		if (later < 0 && (int64_t)scene->event > event)
			later = i;
	}
	return (uint32_t)(same >= 0 ? same : later >= 0 ? later : last);
}
