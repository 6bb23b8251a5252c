/* What has its place is remembered for either list; what has none yet is taken in order. */
#include "query/pairing.h"

enum { MATCHES_MOST = 256 }; /* beyond it stands are paired in their order alone */

static bool same_words(const struct position *one, const struct position *other)
{
	return wording_same(one->text, other->text);
}

/* The next one from `at` on that has no place yet, or PAIRING_NONE. */
static size_t next_free(const bool *placed, size_t count, size_t at)
{
	while (at < count && placed[at])
		at++;
	return at < count ? at : PAIRING_NONE;
}

/* What can be said of those that are not in the same words. */
static void rest_contrast(struct stand_pair *pairs, size_t count)
{
	bool left = false, right = false;
	for (size_t i = 0; i < count; i++) {
		bool rest = pairs[i].contrast != CONTRAST_SAME;
		left = left || (rest && pairs[i].left != PAIRING_NONE);
		right = right || (rest && pairs[i].right != PAIRING_NONE);
	}
	for (size_t i = 0; i < count; i++)
		if (pairs[i].contrast != CONTRAST_SAME)
			pairs[i].contrast = contrast_of(left, right, false);
}

size_t pairing_find(struct arena *arena, const struct position *const *left, size_t left_count,
	const struct position *const *right, size_t right_count, struct stand_pair **pairs)
{
	bool *left_placed = arena_alloc(arena, left_count, sizeof *left_placed);
	bool *right_placed = arena_alloc(arena, right_count, sizeof *right_placed);
	bool few = !right_count || left_count <= MATCHES_MOST / right_count;
	size_t count = 0;
	*pairs = arena_alloc(arena, left_count + right_count, sizeof **pairs);
	for (size_t i = 0; few && i < left_count; i++)
		for (size_t k = 0; k < right_count && !left_placed[i]; k++)
			if (!right_placed[k] && same_words(left[i], right[k])) {
				left_placed[i] = right_placed[k] = true;
				(*pairs)[count++] = (struct stand_pair){i, k, CONTRAST_SAME};
			}
	for (size_t i = 0, k = 0;; i++, k++) {
		i = next_free(left_placed, left_count, i);
		k = next_free(right_placed, right_count, k);
		if (i == PAIRING_NONE && k == PAIRING_NONE)
			break;
		bool both = i != PAIRING_NONE && k != PAIRING_NONE;
		bool same = both && same_words(left[i], right[k]);
		(*pairs)[count++] = (struct stand_pair){
			i, k, same ? CONTRAST_SAME : CONTRAST_NOTHING};
		i = i == PAIRING_NONE ? left_count : i;
		k = k == PAIRING_NONE ? right_count : k;
	}
	rest_contrast(*pairs, count);
	return count;
}
