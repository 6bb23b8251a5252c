#include "query/lots.h"

static uint64_t lots_next(struct lots *lots)
{
	uint64_t mixed = lots->state += UINT64_C(0x9e3779b97f4a7c15);
	mixed = (mixed ^ mixed >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	mixed = (mixed ^ mixed >> 27) * UINT64_C(0x94d049bb133111eb);
	return mixed ^ mixed >> 31;
}

uint32_t lots_below(struct lots *lots, uint32_t count)
{
	/* What lies beyond the last whole multiple of `count` is drawn again. */
	uint64_t number, beyond = UINT64_MAX % count;
	do
		number = lots_next(lots);
	while (number >= UINT64_MAX - beyond);
	return (uint32_t)(number % count);
}

void lots_shuffle(struct lots *lots, uint32_t *items, uint32_t count, uint32_t front)
{
	for (uint32_t i = 0; i < front && i + 1 < count; i++) {
		uint32_t other = i + lots_below(lots, count - i), item = items[i];
		items[i] = items[other];
		items[other] = item;
	}
}
