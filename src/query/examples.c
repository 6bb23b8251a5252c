/* The busiest line of each page of the index, and a walk through the events. */
#include "query/examples.h"

#include "base/text.h"
#include "query/voices.h"

#include <string.h>

/* Makes the line the best or the second, where it has more than these. */
static void take(const struct voices_line *line, const struct voices_line **best,
	const struct voices_line **second)
{
	if (!*best || line->total > (*best)->total) {
		*second = *best;
		*best = line;
	} else if (!*second || line->total > (*second)->total) {
		*second = line;
	}
}

static struct ref of_line(const struct voices_line *line)
{
	return line && line->total ? line->of : (struct ref){0};
}

static void voices_choose(struct examples *examples, const struct voices *voices)
{
	const struct voices_line *party = NULL, *person = NULL, *other = NULL, *rest = NULL;
	for (uint32_t n = 0; n < voices->line_count; n++) {
		const struct voices_line *line = &voices->lines[n];
		if (line->of.thing == THING_PERSON)
			take(line, &person, &other);
		else if (line->of.thing == THING_PARTY)
			take(line, &party, &rest);
	}
	examples->party = of_line(party);
	examples->speaker = of_line(person);
	examples->other = of_line(other);
}

static struct ref busiest(
	struct threads *threads, const struct result *result, enum voices_page page)
{
	const struct voices_line *best = NULL, *second = NULL;
	struct voices *voices = voices_make(threads, result, page);
	for (uint32_t n = 0; n < voices->line_count; n++)
		take(&voices->lines[n], &best, &second);
	struct ref found = of_line(best);
	voices_free(voices);
	return found;
}

/* Whether a reader of the record comes upon the event more often than upon the other, or there is
 * no other: what others are likened to, then what has the most words. */
static bool better_known(
	const struct result *result, const struct event *event, const struct event *other)
{
	uint32_t likened = event->parallels ? event->parallels->count : 0;
	uint32_t others = other && other->parallels ? other->parallels->count : 0;
	if (!other || likened != others)
		return !other || likened > others;
	return result_quote_count(result, event) > result_quote_count(result, other);
}

void examples_choose(
	struct examples *examples, struct threads *threads, const struct result *result)
{
	struct voices *voices = voices_make(threads, result, VOICES_SPEAKERS);
	*examples = (struct examples){.place = NULL};
	voices_choose(examples, voices);
	voices_free(voices);
	examples->theme = busiest(threads, result, VOICES_THEMES);
	examples->source = busiest(threads, result, VOICES_SOURCES);
	for (uint32_t row = 0; row < result->event_count; row++) {
		const struct event *event = result_event(result, row);
		if (date_is_one_day(event->date) && better_known(result, event, examples->event))
			examples->event = event;
		if (event->location && !examples->place)
			examples->place = event->location;
	}
}

const char *examples_word(const char *text, size_t *len)
{
	const char *best = text, *end = text + strlen(text);
	*len = 0;
	for (const char *at = text; at < end;) {
		const char *from = at;
		size_t bytes;
		while (at < end && text_is_word(text_decode(at, (size_t)(end - at), &bytes)))
			at += bytes;
		if ((size_t)(at - from) > *len) {
			best = from;
			*len = (size_t)(at - from);
		}
		if (at < end)
			at += text_cluster(at, (size_t)(end - at));
	}
	return best;
}
