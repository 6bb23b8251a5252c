#include "base/order.h"

#include "base/memory.h"
#include "base/text_unicode.h"

#include <stdlib.h>

bool order_begins_right(const char *text, size_t len)
{
	size_t bytes, right = 0, left = 0;
	for (size_t at = 0; at < len && text[at] != '\n'; at += bytes) {
		int32_t c = text_decode(text + at, len - at, &bytes);
		right += text_is_right_to_left(c);
		left += text_is_left_to_right(c);
		if (left && !right)
			return false;
	}
	return right > left;
}

static void as_read(const int32_t *line, int32_t count, int32_t *seen, int32_t *shown)
{
	for (int32_t i = 0; i < count; i++) {
		seen[i] = i;
		shown[i] = line[i];
	}
}

#ifdef TRUCE_FRIBIDI

#include <fribidi.h>

bool order_is_known(void)
{
	return true;
}

/* What the algorithm works in, for a line of so many. */
struct work {
	FriBidiChar *text;
	FriBidiCharType *types;
	FriBidiBracketType *brackets;
	FriBidiLevel *levels;
	FriBidiArabicProp *joins;
	FriBidiStrIndex *map;
};

static struct work work_new(const int32_t *line, int32_t count)
{
	size_t n = (size_t)count;
	struct work work = {
		.text = mem_alloc(n * sizeof(FriBidiChar)),
		.types = mem_alloc(n * sizeof(FriBidiCharType)),
		.brackets = mem_alloc(n * sizeof(FriBidiBracketType)),
		.levels = mem_alloc(n * sizeof(FriBidiLevel)),
		.joins = mem_alloc(n * sizeof(FriBidiArabicProp)),
		.map = mem_alloc(n * sizeof(FriBidiStrIndex)),
	};
	for (int32_t i = 0; i < count; i++) {
		work.text[i] = (FriBidiChar)line[i];
		work.map[i] = i;
	}
	return work;
}

static void work_free(struct work *work)
{
	free(work->text);
	free(work->types);
	free(work->brackets);
	free(work->levels);
	free(work->joins);
	free(work->map);
}

/* No ligature is made, which would take the place of two. */
static bool work_order(struct work *work, int32_t count)
{
	FriBidiParType base = FRIBIDI_PAR_RTL;
	fribidi_get_bidi_types(work->text, count, work->types);
	fribidi_get_bracket_types(work->text, count, work->types, work->brackets);
	if (!fribidi_get_par_embedding_levels_ex(
		    work->types, work->brackets, count, &base, work->levels) ||
		!fribidi_reorder_line(
			0, work->types, count, 0, base, work->levels, NULL, work->map))
		return false;
	fribidi_get_joining_types(work->text, count, work->joins);
	fribidi_join_arabic(work->types, count, work->levels, work->joins);
	fribidi_shape(FRIBIDI_FLAG_SHAPE_MIRRORING | FRIBIDI_FLAG_SHAPE_ARAB_PRES, work->levels,
		count, work->joins, work->text);
	return true;
}

/* Orders from `from` to before `to`, which begins at the right. */
static bool part_order(const int32_t *line, int32_t from, int32_t to, int32_t *seen, int32_t *shown)
{
	struct work work = work_new(line + from, to - from);
	bool ordered = work_order(&work, to - from);
	for (int32_t i = from; ordered && i < to; i++) {
		seen[i] = from + work.map[i - from];
		shown[i] = (int32_t)work.text[i - from];
	}
	work_free(&work);
	return ordered;
}

/* From the first letter that runs from right to left to the last, with none between that runs the
 * other way; false behind the last stretch. */
static bool stretch_next(const int32_t *line, int32_t count, int32_t *from, int32_t *to)
{
	int32_t at = *to;
	while (at < count && !text_is_right_to_left(line[at]))
		at++;
	*from = at;
	for (; at < count && !text_is_left_to_right(line[at]); at++)
		if (text_is_right_to_left(line[at]))
			*to = at + 1;
	return *from < count;
}

bool order_line(const int32_t *line, int32_t count, bool right, int32_t *seen, int32_t *shown)
{
	int32_t from, to = 0;
	as_read(line, count, seen, shown);
	if (right)
		return count > 0 && part_order(line, 0, count, seen, shown);
	bool ordered = false;
	while (stretch_next(line, count, &from, &to))
		ordered = part_order(line, from, to, seen, shown) || ordered;
	return ordered;
}

#else

bool order_is_known(void)
{
	return false;
}

bool order_line(const int32_t *line, int32_t count, bool right, int32_t *seen, int32_t *shown)
{
	as_read(line, count, seen, shown);
	return false;
}

#endif
