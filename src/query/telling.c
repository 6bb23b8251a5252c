/* A place is counted: a scene has one at which it begins, one at which it tells what it lays side
 * by side, and one for each of its quotations. */
#include "query/telling.h"

#include "query/giveaway.h"

#include <string.h>

/* While they are being given out. */
struct places {
	const struct record *record;
	uint32_t *quotes, *events, *people;
};

uint32_t telling_before(const struct scenes *scenes, uint32_t scene)
{
	return scenes->at[scene].first + 2 * scene;
}

uint32_t telling_behind(const struct scenes *scenes, uint32_t scene, uint32_t words)
{
	return telling_before(scenes, scene) + 1 + words;
}

uint32_t telling_after(const struct scenes *scenes, uint32_t scene)
{
	return telling_behind(scenes, scene, scenes->at[scene].count);
}

/* Who was at the event of the words is told with them, where that is who speaks. */
static void people_wait(const struct places *places, uint32_t quote, uint32_t place)
{
	const struct quote *words = &places->record->quotes[quote];
	const struct event *event = &places->record->events[words->event];
	struct ref voice = quote_voice(words);
	for (uint32_t n = 0; event->people && n < event->people->count; n++)
		if (ref_same(event->people->at[n].person, voice) &&
			places->people[words->event] < place)
			places->people[words->event] = place;
}

/* The words are told at the first of their places, and their event with the first of its words. */
static void place_give(const struct places *places, uint32_t quote, uint32_t place)
{
	const uint32_t *next = places->record->renderings;
	uint32_t other = quote;
	if (places->quotes[quote]) /* and so has each of its renderings */
		return;
	do {
		const struct quote *words = &places->record->quotes[other];
		uint32_t *event = &places->events[words->event];
		if (!places->quotes[other])
			places->quotes[other] = place;
		people_wait(places, other, places->quotes[other]);
		if (!*event &&
			giveaway_has_voice(
				places->record, places->record->events[words->event].title, words))
			*event = places->quotes[other];
		other = next ? next[other] : quote;
	} while (other != quote);
}

/* What else who speaks said there, and no scene shows, is told with the last of these words: it
 * says who was heard on that day, and of what. */
static void rest_waits(const struct places *places, const uint32_t *shown)
{
	const struct record *record = places->record;
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++) {
		const struct event *event = &record->events[record->quotes[i].event];
		struct ref voice = quote_voice(&record->quotes[i]);
		if (!shown[i] || voice.thing == THING_NONE)
			continue;
		for (uint32_t n = 0; n < event->quote_count; n++) {
			uint32_t other = event->first_quote + n;
			if (!shown[other] && ref_same(quote_voice(&record->quotes[other]), voice) &&
				places->quotes[other] < shown[i])
				places->quotes[other] = shown[i];
		}
	}
}

/* The last event in time of a scene; the count of events where it is about none. */
static uint32_t scene_last(const struct record *record, const struct scene *scene)
{
	uint32_t count = record->counts[THING_EVENT], last = count;
	if (scene->kind == SCENE_WORDS)
		return scene->event;
	if (scene->kind == SCENE_TABLE && !scene->step->meetings)
		return count - 1;
	for (uint32_t n = 0; scene->kind == SCENE_TABLE && n < scene->step->meetings->count; n++) {
		uint32_t event = scene->step->meetings->at[n].index;
		last = last == count || event > last ? event : last;
	}
	for (int side = 0; scene->kind == SCENE_BESIDE && side < COMPARE_SIDES; side++) {
		struct ref ref = scene->sides[side];
		uint32_t event = ref.thing == THING_QUOTE ? record->quotes[ref.index].event
							  : ref.index;
		last = last == count || event > last ? event : last;
	}
	return last;
}

/* Events stand in the order of time. Who opens a table before the first scene is where that begins; at
 * the end nothing is to come any more. */
static const uint32_t *times_come(
	struct arena *arena, const struct record *record, const struct scenes *scenes)
{
	uint32_t count = record->counts[THING_EVENT], first = scenes->number_first;
	uint32_t *times = arena_alloc(arena, count, sizeof *times);
	uint32_t come = scenes->count ? telling_before(scenes, scenes->count - 1) : 0;
	for (uint32_t i = 0; i < count; i++)
		times[i] = come;
	for (uint32_t i = scenes->count; i-- > 0;) {
		uint32_t last = scene_last(record, &scenes->at[i]);
		if (last < count)
			times[last] = i == first ? 0 : telling_before(scenes, i);
	}
	for (uint32_t i = count; i-- > 0; come = times[i])
		times[i] = times[i] < come ? times[i] : come;
	return times;
}

/* The latest day up to each event, for what is said or known on another day: dates of events that stand
 * behind others are not in order. */
static const int64_t *days_of(struct arena *arena, const struct record *record)
{
	uint32_t count = record->counts[THING_EVENT];
	int64_t *days = arena_alloc(arena, count, sizeof *days), day = INT64_MIN;
	for (uint32_t i = 0; i < count; i++) {
		day = record->events[i].date->sort > day ? record->events[i].date->sort : day;
		days[i] = day;
	}
	return days;
}

/* When the lesson comes to a day: to the first event that is not before it, or one behind that. */
static uint32_t day_comes(const struct record *record, const struct telling *telling,
	const int64_t *days, const struct date *date)
{
	uint32_t low = 0, high = record->counts[THING_EVENT];
	if (!date || date->sort == DATE_NO_SORT || !high)
		return 0;
	while (low + 1 < high) {
		uint32_t middle = low + (high - low - 1) / 2;
		if (days[middle] < date->sort)
			low = middle + 1;
		else
			high = middle + 1;
	}
	return telling->times[low];
}

/* Whether a scene shows an event of itself, and so ends on what came of it. */
static bool is_shown_itself(const struct scenes *scenes, uint32_t event)
{
	bool is = false;
	for (uint32_t i = 0; i < scenes->count && !is; i++) {
		const struct scene *scene = &scenes->at[i];
		is = scene->kind == SCENE_WORDS && scene->event == event &&
			(scene->event_first || scene->ask || !scene->count);
	}
	return is;
}

enum { DAYS_AROUND = 31 }; /* later it looks back, and tells of no days in between */

/* What came of an event may be what later scenes hold: it waits for those of the days until it was known. */
static void outcome_waits(
	const struct record *record, const struct scenes *scenes, uint32_t index, uint32_t *place)
{
	const struct event *event = &record->events[index];
	const struct date *known = event->outcome_known ? event->outcome_known : event->date;
	bool around = date_is_day(known->latest) &&
		known->latest - DAYS_AROUND <= event->date->latest;
	for (uint32_t i = 0; around && i < scenes->count; i++) {
		const struct scene *scene = &scenes->at[i];
		uint32_t after = telling_after(scenes, i);
		if (scene->kind == SCENE_WORDS && scene->event > index && after > *place &&
			record->events[scene->event].date->earliest <= known->latest)
			*place = after;
	}
}

/* What came of an event is told when all its words are, or with a comparison of it; of one that is not
 * shown when it was known. */
static const uint32_t *outcomes_come(struct arena *arena, const struct record *record,
	const struct scenes *scenes, const struct telling *telling, const int64_t *days)
{
	uint32_t count = record->counts[THING_EVENT];
	uint32_t *outcomes = arena_alloc(arena, count, sizeof *outcomes);
	for (uint32_t i = 0; i < scenes->count; i++)
		if (scenes->at[i].kind == SCENE_WORDS)
			outcomes[scenes->at[i].event] = telling_after(scenes, i);
	for (uint32_t i = 0; i < count; i++) {
		if (!outcomes[i])
			outcomes[i] = day_comes(
				record, telling, days, record->events[i].outcome_known);
		if (record->events[i].outcome && scenes->plan && !is_shown_itself(scenes, i))
			outcome_waits(record, scenes, i, &outcomes[i]);
	}
	for (uint32_t i = scenes->count; i-- > 0;)
		for (int side = 0; side < COMPARE_SIDES; side++) {
			struct ref ref = scenes->at[i].sides[side];
			uint32_t place = telling_before(scenes, i);
			if (ref.thing == THING_EVENT && outcomes[ref.index] > place)
				outcomes[ref.index] = place;
		}
	return outcomes;
}

/* When the lesson comes to the day on which words were said, which are often printed with an event of long before, or a
 * source came out. */
static const uint32_t *days_come(struct arena *arena, const struct record *record,
	const struct telling *telling, const int64_t *days, enum thing thing)
{
	uint32_t count = record->counts[thing];
	uint32_t *comes = arena_alloc(arena, count, sizeof *comes);
	for (uint32_t i = 0; i < count; i++)
		comes[i] = day_comes(record, telling, days,
			thing == THING_QUOTE ? record->quotes[i].said : record->sources[i].issued);
	return comes;
}

/* When the first event of each era comes; 0 of one that has none. */
static const uint32_t *eras_come(
	struct arena *arena, const struct record *record, const struct telling *telling)
{
	uint32_t *eras = arena_alloc(arena, record->counts[THING_ERA], sizeof *eras);
	for (uint32_t i = record->counts[THING_EVENT]; i-- > 0;)
		if (record->events[i].era.thing == THING_ERA)
			eras[record->events[i].era.index] = telling->times[i];
	return eras;
}

/* A parallel comes with the last of what it likens, and not before it was claimed. */
static const uint32_t *claims_come(struct arena *arena, const struct record *record,
	const struct telling *telling, const int64_t *days)
{
	uint32_t *claims = arena_alloc(arena, record->counts[THING_PARALLEL], sizeof *claims);
	const uint32_t *eras = eras_come(arena, record, telling);
	for (uint32_t i = 0; i < record->counts[THING_PARALLEL]; i++) {
		const struct parallel *parallel = &record->parallels[i];
		claims[i] = day_comes(record, telling, days, parallel->said);
		for (uint32_t n = 0; n < parallel->between->count; n++) {
			struct ref end = parallel->between->at[n];
			uint32_t place = end.thing == THING_ERA ? eras[end.index]
								: telling->times[end.index];
			claims[i] = place > claims[i] ? place : claims[i];
		}
	}
	return claims;
}

/* Who speaks the words that are shown, each at the first of their places. */
static void heard_collect(struct arena *arena, const struct record *record, const uint32_t *shown,
	struct telling *telling)
{
	uint32_t *of[THING_COUNT] = {NULL}, quotes = record->counts[THING_QUOTE];
	struct telling_voice *heard = NULL;
	uint32_t most = 0, count = 0;
	for (uint32_t i = 0; i < quotes; i++)
		most += shown[i] > 0;
	heard = arena_alloc(arena, most, sizeof *heard);
	for (uint32_t i = 0; i < quotes; i++) {
		struct ref voice = quote_voice(&record->quotes[i]);
		if (!shown[i] || voice.thing == THING_NONE)
			continue;
		if (!of[voice.thing])
			of[voice.thing] = arena_alloc(
				arena, record->counts[voice.thing], sizeof(uint32_t));
		uint32_t *nth = &of[voice.thing][voice.index];
		if (!*nth) {
			heard[count] = (struct telling_voice){voice, shown[i]};
			*nth = ++count;
		} else if (heard[*nth - 1].place > shown[i]) {
			heard[*nth - 1].place = shown[i];
		}
	}
	telling->heard = heard;
	telling->heard_count = count;
}

void telling_make(struct arena *arena, const struct record *record, const struct scenes *scenes,
	struct telling *telling)
{
	const struct places places = {record,
		arena_alloc(arena, record->counts[THING_QUOTE], sizeof(uint32_t)),
		arena_alloc(arena, record->counts[THING_EVENT], sizeof(uint32_t)),
		arena_alloc(arena, record->counts[THING_EVENT], sizeof(uint32_t))};
	for (uint32_t i = 0; i < scenes->count; i++) {
		const struct scene *scene = &scenes->at[i];
		for (int side = 0; side < COMPARE_SIDES; side++)
			if (scene->sides[side].thing == THING_QUOTE)
				place_give(&places, scene->sides[side].index,
					telling_after(scenes, i));
		for (uint32_t n = 0; n < scene->count; n++)
			place_give(&places, scenes->quotes[scene->first + n],
				telling_behind(scenes, i, n + 1));
	}
	uint32_t quotes = record->counts[THING_QUOTE];
	uint32_t *shown = arena_alloc(arena, quotes, sizeof *shown);
	if (quotes)
		memcpy(shown, places.quotes, quotes * sizeof *shown);
	rest_waits(&places, shown);
	for (uint32_t i = scenes->count; i-- > 0;)
		for (int side = 0; side < COMPARE_SIDES; side++) {
			struct ref ref = scenes->at[i].sides[side];
			uint32_t place = telling_before(scenes, i);
			if (ref.thing == THING_EVENT && places.people[ref.index] > place)
				places.people[ref.index] = place;
		}
	*telling = (struct telling){.quotes = places.quotes,
		.events = places.events,
		.people = places.people,
		.times = times_come(arena, record, scenes)};
	const int64_t *days = days_of(arena, record);
	telling->outcomes = outcomes_come(arena, record, scenes, telling, days);
	telling->claims = claims_come(arena, record, telling, days);
	telling->said = days_come(arena, record, telling, days, THING_QUOTE);
	telling->issued = days_come(arena, record, telling, days, THING_SOURCE);
	heard_collect(arena, record, shown, telling);
}
