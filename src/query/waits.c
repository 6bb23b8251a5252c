/* Who is heard in a lesson is a short list, which is looked through; times are places in its order. */
#include "query/waits.h"

#include "query/giveaway.h"
#include "query/telling.h"

bool waits_voice(const struct result *result, struct ref voice)
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

/* A title has words that mean nobody: a source is named by it as a whole. */
static bool is_named(const struct record *record, const char *folded, struct ref voice)
{
	if (voice.thing == THING_PERSON)
		return giveaway_has_name(record, folded, voice);
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
