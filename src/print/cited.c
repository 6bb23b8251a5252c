/* Numbers are given in the order of reading, so that the list at the end begins with what is named first. */
#include "print/cited.h"

#include "base/memory.h"
#include "layout/words.h"

#include <stdlib.h>

void cited_begin(struct cited *cited, const struct record *record)
{
	uint32_t sources = record->counts[THING_SOURCE];
	*cited = (struct cited){
		.numbers = mem_zero(sources, sizeof *cited->numbers),
		.named = mem_zero(sources, sizeof *cited->named),
	};
}

void cited_free(struct cited *cited)
{
	free(cited->numbers);
	free(cited->named);
	*cited = (struct cited){0};
}

struct ref cited_source(const struct cited *cited, uint32_t n)
{
	return (struct ref){.thing = THING_SOURCE, .index = cited->named[n] & 0xfffffff};
}

static uint32_t number_of(struct cited *cited, struct ref source)
{
	uint32_t *number = &cited->numbers[source.index];
	if (!*number) {
		cited->named[cited->count++] = source.index;
		*number = cited->count;
	}
	return *number;
}

void cited_add(struct cited *cited, struct buf *words, const struct ref *sources, uint32_t count,
	const char *locator)
{
	if (locator) {
		words_locator(words, locator);
		buf_char(words, ' ');
	}
	for (uint32_t n = 0; n < count; n++)
		buf_format(words, "%s%u", n ? ", " : "[", number_of(cited, sources[n]));
	buf_char(words, ']');
}
