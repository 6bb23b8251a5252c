/* Who is heard in a lesson is a short list, which is looked through; times are places in its order. */
#include "query/waits.h"

#include "query/giveaway.h"
#include "query/pool.h"
#include "query/telling.h"

/* Whether a person, party or source is heard in a later scene, and in none so far. */
static bool waits_voice(const struct result *result, struct ref voice)
{
	const struct telling *telling = result->telling;
	for (uint32_t n = 0; telling && n < telling->heard_count; n++)
		if (ref_same(telling->heard[n].voice, voice))
			return telling->heard[n].place > result->reached;
	return false;
}

static bool any_waits(const struct result *result, const struct refs *voices)
{
	bool any = false;
	for (uint32_t n = 0; voices && n < voices->count && !any; n++)
		any = waits_voice(result, voices->at[n]);
	return any;
}

/* Whether words were said later than all that has been shown, and have not been shown themselves. */
static bool is_said_later(const struct result *result, uint32_t quote)
{
	const struct telling *telling = result->telling;
	return telling && !result->ahead && !telling->quotes[quote] &&
		telling->said[quote] > result->reached;
}

bool waits_thing(const struct result *result, struct ref ref)
{
	const struct record *record = result->record;
	if (ref.thing == THING_PERSON)
		return waits_voice(result, ref);
	if (ref.thing == THING_EVENT)
		return result_waits(result, ref) ||
			result_is_to_come(result, &record->events[ref.index]);
	if (ref.thing != THING_QUOTE)
		return false;
	return result_waits(result, ref) || is_said_later(result, ref.index) ||
		result_is_to_come(result, &record->events[record->quotes[ref.index].event]);
}

/* A first name names nobody by itself, and a title has words that mean nobody: a source is named by it as
 * a whole. */
static bool is_named(const struct record *record, const char *folded, struct ref voice)
{
	if (voice.thing == THING_PERSON)
		return giveaway_calls(record, folded, voice.index);
	return voice.thing == THING_SOURCE &&
		giveaway_has_phrase(folded, record_name(record, voice));
}

bool waits_text(const struct result *result, const char *text)
{
	const struct telling *telling = result->telling;
	struct buf buf = {0};
	bool names = false;
	if (!telling || !text)
		return false;
	const char *folded = giveaway_folded(&buf, text);
	for (uint32_t n = 0; n < telling->heard_count && !names; n++)
		names = telling->heard[n].place > result->reached &&
			is_named(result->record, folded, telling->heard[n].voice);
	buf_free(&buf);
	return names;
}

/* Whether a source has been heard or read in a scene so far. */
static bool is_met(const struct result *result, struct ref source)
{
	const struct record *record = result->record;
	bool met = false;
	for (uint32_t i = 0; i < record->counts[THING_QUOTE] && !met; i++) {
		uint32_t place = result->telling->quotes[i];
		met = place && place <= result->reached &&
			ref_same(record->quotes[i].source, source);
	}
	return met;
}

/* Whether it is heard in a later scene, in its own name or in that of who wrote it. */
static bool is_heard_later(const struct result *result, struct ref source)
{
	const struct telling *telling = result->telling;
	bool later = false;
	for (uint32_t n = 0; n < telling->heard_count && !later; n++)
		later = telling->heard[n].place > result->reached &&
			pool_same_voice(result->record, telling->heard[n].voice, source);
	return later;
}

bool waits_stance(const struct result *result, uint32_t source)
{
	const char *stance = result->record->sources[source].fields[SOURCE_PERSPECTIVE];
	struct ref ref = record_ref(THING_SOURCE, source);
	if (!result->telling || !stance)
		return false;
	bool later = result->telling->issued[source] > result->reached ||
		is_heard_later(result, ref) || waits_text(result, stance);
	return later && !is_met(result, ref);
}

bool waits_outcome(const struct result *result, const struct event *event)
{
	const struct telling *telling = result->telling;
	if (!telling || !event->outcome)
		return false;
	return telling->outcomes[record_event_index(result->record, event)] > result->reached ||
		waits_text(result, event->outcome);
}

bool waits_claim(const struct result *result, const struct parallel *parallel)
{
	const struct telling *telling = result->telling;
	if (!telling)
		return false;
	return telling->claims[parallel - result->record->parallels] > result->reached ||
		waits_voice(result, parallel->claimed_by) ||
		any_waits(result, parallel->disputed_by) || waits_text(result, parallel->claim) ||
		waits_text(result, parallel->note);
}
