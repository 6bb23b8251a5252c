/* What is typed is mostly what was typed before and a letter more, which can stand only where that stands.
 * So the units in which a needle stands are noted while its hits are counted, and when all are, they are
 * what is looked through next:
 *
 *     "trea"      all units           stands in 3, 8 and 20
 *     "treat"     3, 8 and 20         stands in 8
 *     "treaty"    8 */
#include "query/search_text.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Of more than one unit in so many, looking through all is as quick. */
enum { MANY = 8 };

void search_found_free(struct search *search)
{
	buf_free(&search->found.needle);
	free(search->found.units);
	buf_free(&search->coming.needle);
	free(search->coming.units);
}

const struct search_found *search_found_within(
	const struct search *search, const struct pattern *pattern)
{
	const struct search_found *found = &search->found;
	const struct needle before = {buf_string(&found->needle), found->needle.len, false};
	bool within = before.len && !pattern->days;
	for (uint32_t i = 0; i < pattern->count && within; i++)
		within = needle_find(&before, pattern->needles[i].text,
			pattern->needles[i].text + pattern->needles[i].len);
	return within ? found : NULL;
}

uint32_t search_found_from(const struct search_found *found, uint32_t unit)
{
	uint32_t low = 0, high = found->count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (found->units[middle] < unit)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void search_found_begin(struct search *search, const struct pattern *pattern)
{
	struct search_found *coming = &search->coming;
	buf_clear(&coming->needle);
	coming->count = coming->next = 0;
	if (pattern->count == 1 && !pattern->needles->whole && !pattern->days)
		buf_add(&coming->needle, pattern->needles->text, pattern->needles->len);
}

bool search_found_goes_on(const struct search *search, const struct pattern *pattern, uint32_t next)
{
	const struct search_found *coming = &search->coming;
	return coming->needle.len && coming->next == next && pattern->count == 1 &&
		coming->needle.len == pattern->needles->len &&
		memcmp(coming->needle.text, pattern->needles->text, coming->needle.len) == 0;
}

bool search_found_add(struct search *search, uint32_t unit)
{
	struct search_found *coming = &search->coming;
	coming->units = mem_grow(
		coming->units, &coming->room, coming->count + (size_t)1, sizeof *coming->units);
	coming->units[coming->count++] = unit;
	if (coming->count > search->count / MANY)
		buf_clear(&coming->needle);
	return coming->needle.len;
}

void search_found_to(struct search *search, uint32_t next)
{
	struct search_found before = search->found;
	search->coming.next = next;
	if (next < search->count)
		return;
	search->found = search->coming;
	search->coming = before;
	buf_clear(&search->coming.needle);
}

void search_found_none(struct search *search, const struct pattern *pattern)
{
	search_found_begin(search, pattern);
	if (search->coming.needle.len)
		search_found_to(search, search->count);
}
