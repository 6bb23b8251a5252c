#include "query/beside.h"

#include "query/wording.h"

bool beside_same_words(const char *left, const char *right)
{
	struct arena arena = {0};
	struct wording of_left, of_right;
	wording_compare(&arena, left, right, &of_left, &of_right);
	arena_free(&arena);
	return !of_left.count && !of_right.count;
}

enum beside beside_of(bool left, bool right, bool same)
{
	if (left && right)
		return same ? BESIDE_SAME : BESIDE_DIFFERS;
	return left ? BESIDE_LEFT : right ? BESIDE_RIGHT : BESIDE_NOTHING;
}

enum beside beside_texts(const char *left, const char *right)
{
	return beside_of(left, right, left && right && beside_same_words(left, right));
}
