#include "print/anchors.h"

#include "base/bits.h"
#include "base/memory.h"

#include <stdlib.h>

static const enum thing kinds[] = {THING_ERA, THING_EVENT, THING_QUOTE};
enum { KINDS = sizeof kinds / sizeof *kinds };

void anchors_open(struct anchors *anchors, const struct record *record)
{
	*anchors = (struct anchors){{NULL}};
	for (int n = 0; n < KINDS; n++)
		anchors->bits[kinds[n]] = mem_zero(bits_size(record->counts[kinds[n]]), 1);
}

void anchors_free(struct anchors *anchors)
{
	for (int n = 0; n < KINDS; n++)
		free(anchors->bits[kinds[n]]);
}

static uint8_t *bits_of(const struct anchors *anchors, struct ref ref)
{
	return ref.thing <= THING_QUOTE ? anchors->bits[ref.thing] : NULL;
}

bool anchors_add(struct anchors *anchors, struct ref ref)
{
	uint8_t *bits = bits_of(anchors, ref);
	if (!bits || bit_get(bits, ref.index))
		return false;
	bit_set(bits, ref.index);
	return true;
}

bool anchors_take(struct anchors *anchors, struct ref ref)
{
	uint8_t *bits = bits_of(anchors, ref);
	if (!bits || !bit_get(bits, ref.index))
		return false;
	bit_clear(bits, ref.index);
	return true;
}
