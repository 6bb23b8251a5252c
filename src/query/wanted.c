/* A record is walked once, and each of its ids looked for among the values: they are few, and of a long
 * list of them the search takes no longer than its logarithm. */
#include "query/wanted.h"

#include "base/bits.h"

#include <stdlib.h>
#include <string.h>

static int value_compare(const void *a, const void *b)
{
	const struct query_value *const *left = a, *const *right = b;
	return strcmp((*left)->text, (*right)->text);
}

void wanted_start(struct wanted *wanted, const struct query_value *values, struct arena *arena)
{
	size_t count = 0;
	for (const struct query_value *value = values; value; value = value->next)
		count++;
	*wanted = (struct wanted){
		.values = arena_alloc(arena, count, sizeof *wanted->values),
		.known = arena_alloc(arena, bits_size((uint32_t)count), 1),
	};
	for (const struct query_value *value = values; value; value = value->next)
		wanted->values[wanted->count++] = value;
	qsort(wanted->values, count, sizeof *wanted->values, value_compare);
}

void wanted_free(struct wanted *wanted)
{
	buf_free(&wanted->folded);
}

/* The place of a text among the values, the same one for the same text; -1 where it is none of
 * them. */
static int64_t find(const struct wanted *wanted, const char *text)
{
	const struct query_value value = {.text = text}, *key = &value;
	const struct query_value **found = bsearch(
		&key, wanted->values, wanted->count, sizeof *wanted->values, value_compare);
	return found ? found - wanted->values : -1;
}

bool wanted_has(struct wanted *wanted, const char *id)
{
	buf_clear(&wanted->folded);
	query_fold(&wanted->folded, id, strlen(id));
	int64_t place = find(wanted, buf_string(&wanted->folded));
	if (place >= 0)
		bit_set(wanted->known, (size_t)place);
	return place >= 0;
}

const struct query_value *wanted_unknown(const struct wanted *wanted)
{
	const struct query_value *unknown = NULL;
	for (size_t i = 0; i < wanted->count; i++) {
		const struct query_value *value = wanted->values[i];
		if ((!unknown || value->column < unknown->column) &&
			!bit_get(wanted->known, (size_t)find(wanted, value->text)))
			unknown = value;
	}
	return unknown;
}
