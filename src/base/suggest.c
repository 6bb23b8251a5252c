/* A table of edit distances would be wasted on most candidates: a difference in length is a lower
 * bound of the distance and rules nearly all of them out, and each better candidate narrows what
 * the next may differ by. */
#include "base/suggest.h"

#include "base/text.h"

/* Words longer than any id or field are no slips of the finger. */
enum { LENGTH_MOST = 64, DISTANCE_MOST = 3 };

/* In code points, counting no further than is of use. */
static size_t length_of(const char *word)
{
	size_t length = 0;
	for (; *word && length <= LENGTH_MOST + DISTANCE_MOST; word++)
		length += !text_is_inside(*word);
	return length;
}

void suggest_start(struct suggest *suggest, const char *word)
{
	size_t length = length_of(word);
	int most = (int)(length / 3);
	if (length < 2 || length > LENGTH_MOST)
		most = 0;
	else if (most < 1)
		most = 1;
	else if (most > DISTANCE_MOST)
		most = DISTANCE_MOST;
	*suggest = (struct suggest){.word = word, .length = length, .most = most};
}

bool suggest_feed(struct suggest *suggest, const char *candidate)
{
	if (suggest->most < 1)
		return false;
	size_t length = length_of(candidate);
	size_t apart = length > suggest->length ? length - suggest->length
						: suggest->length - length;
	if (apart > (size_t)suggest->most)
		return false;
	int distance = text_distance(suggest->word, candidate, suggest->most);
	if (distance < 1 || distance > suggest->most)
		return false;
	suggest->best = candidate;
	suggest->most = distance - 1;
	return true;
}

const char *suggest_best(const struct suggest *suggest)
{
	return suggest->best;
}
