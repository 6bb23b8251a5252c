/* Two arrays: scenes, and the quotations of all of them one behind the other. */
#include "query/scenes.h"

#include "base/bits.h"

/* What is being made; both arrays have room for all that can come. */
struct making {
	const struct result *result;
	struct scene *scenes;
	uint32_t *quotes;
	uint32_t scene_count, quote_count;
};

static struct scene *scene_add(struct making *making, uint32_t event)
{
	struct scene *scene = &making->scenes[making->scene_count++];
	*scene = (struct scene){.event = event, .first = making->quote_count};
	return scene;
}

static void quote_add(struct making *making, struct scene *scene, uint32_t quote)
{
	making->quotes[making->quote_count++] = quote;
	scene->count++;
}

/* An event with all of its quotations that are selected; one that was marked and then filtered away
 * has all that it has. */
static void event_add(struct making *making, uint32_t event)
{
	const struct record *record = making->result->record;
	struct scene *scene = scene_add(making, event);
	uint32_t first = record->events[event].first_quote;
	bool all = !making->result->quotes || result_row(making->result, event) < 0;
	for (uint32_t k = 0; k < record->events[event].quote_count; k++)
		if (all || result_has_quote(making->result, first + k))
			quote_add(making, scene, first + k);
}

/* How many quotations the order can bring; the events whose quotations it lists have their bits
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

static void follow_order(
	struct making *making, const struct ref *order, uint32_t count, const uint8_t *listed)
{
	const struct record *record = making->result->record;
	struct scene *last = NULL; /* the scene that more words of its event may join */
	for (uint32_t i = 0; i < count; i++) {
		uint32_t index = order[i].index;
		if (order[i].thing == THING_EVENT) {
			last = NULL;
			if (bit_get(listed, index)) {
				last = scene_add(making, index);
				last->event_first = true;
			} else {
				event_add(making, index);
			}
		} else if (order[i].thing == THING_QUOTE) {
			if (!last || last->event != record->quotes[index].event)
				last = scene_add(making, record->quotes[index].event);
			quote_add(making, last, index);
		}
	}
}

void scenes_collect(struct arena *arena, const struct result *result, const struct ref *order,
	uint32_t order_count, struct scenes *scenes)
{
	const struct record *record = result->record;
	struct arena scratch = {0};
	struct making making = {.result = result};
	uint32_t scene_most = order ? order_count : result->event_count;
	size_t quote_most = 0;
	uint8_t *listed = arena_alloc(&scratch, bits_size(record->counts[THING_EVENT]), 1);
	if (order)
		quote_most = order_measure(record, order, order_count, listed);
	else
		quote_most = result->quote_count;
	making.scenes = arena_alloc(arena, scene_most, sizeof *making.scenes);
	making.quotes = arena_alloc(arena, quote_most, sizeof *making.quotes);
	if (order)
		follow_order(&making, order, order_count, listed);
	for (uint32_t row = 0; !order && row < result->event_count; row++)
		event_add(&making, record_event_index(record, result_event(result, row)));
	*scenes = (struct scenes){making.scenes, making.scene_count, making.quotes};
	arena_free(&scratch);
}

static bool scene_has(const struct scenes *scenes, const struct scene *scene, int64_t quote)
{
	for (uint32_t k = 0; k < scene->count; k++)
		if (scenes->quotes[scene->first + k] == quote)
			return true;
	return false;
}

uint32_t scenes_find(const struct scenes *scenes, int64_t event, int64_t quote)
{
	int64_t same = -1, later = -1;
	for (uint32_t i = 0; i < scenes->count; i++) {
		const struct scene *scene = &scenes->at[i];
		if (quote >= 0 && scene_has(scenes, scene, quote))
			return i;
		if (same < 0 && scene->event == event)
			same = i;
		if (later < 0 && (int64_t)scene->event > event)
			later = i;
	}
	if (same >= 0 || later >= 0)
		return (uint32_t)(same >= 0 ? same : later);
	return scenes->count ? scenes->count - 1 : 0;
}
