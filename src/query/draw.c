#include "query/draw.h"

uint64_t draw_next(struct draw *draw)
{
	uint64_t mixed = draw->state += UINT64_C(0x9e3779b97f4a7c15);
	mixed = (mixed ^ mixed >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	mixed = (mixed ^ mixed >> 27) * UINT64_C(0x94d049bb133111eb);
	return mixed ^ mixed >> 31;
}

uint32_t draw_below(struct draw *draw, uint32_t count)
{
	/* What lies beyond the last whole multiple of `count` is drawn again. */
	uint64_t number, beyond = UINT64_MAX % count;
	do
		number = draw_next(draw);
	while (number >= UINT64_MAX - beyond);
	return (uint32_t)(number % count);
}

void draw_shuffle(struct draw *draw, uint32_t *items, uint32_t count, uint32_t front)
{
	for (uint32_t i = 0; i < front && i + 1 < count; i++) {
		uint32_t other = i + draw_below(draw, count - i), item = items[i];
		items[i] = items[other];
		items[other] = item;
	}
}
