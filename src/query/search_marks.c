/* A piece of text is folded cluster by cluster, and it is noted which cluster each folded byte
 * comes from: so a place in the folded text is a run of clusters in the text as it stands. Most
 * pieces hold no hit, and folding them whole tells. */
#include "query/search.h"

#include "base/buf.h"
#include "base/memory.h"
#include "base/text.h"
#include "model/query.h"
#include "query/search_needle.h"

#include <stdlib.h>
#include <string.h>

/* The folded text, and for each of its bytes where the cluster it comes from begins and ends. */
struct folding {
	struct buf text;
	struct search_mark *origins;
	size_t capacity;
};

static bool has_any(const struct search_pattern *pattern, const char *text, size_t len)
{
	struct buf folded = {0};
	bool found = false;
	query_fold(&folded, text, len);
	const char *start = buf_string(&folded);
	for (uint32_t i = 0; i < pattern->count && !found; i++)
		found = search_needle(&pattern->needles[i], start, start + folded.len) != NULL;
	buf_free(&folded);
	return found;
}

static void fold_clusters(struct folding *folding, const char *text, size_t len)
{
	size_t at = 0, from = 0;
	while (at < len) {
		size_t bytes = text_cluster(text + at, len - at);
		query_fold(&folding->text, text + at, bytes);
		struct buf *buf = &folding->text;
		if (from > 0 && buf->len > from && buf->text[from - 1] == ' ' &&
			buf->text[from] == ' ') {
			memmove(buf->text + from, buf->text + from + 1, buf->len - from);
			buf->len--;
			folding->origins[from - 1].to = at + bytes;
		}
		if (buf->len > from)
			folding->origins = mem_grow(folding->origins, &folding->capacity, buf->len,
				sizeof *folding->origins);
		for (; from < buf->len; from++)
			folding->origins[from] = (struct search_mark){at, at + bytes};
		at += bytes;
	}
}

static int mark_compare(const void *a, const void *b)
{
	const struct search_mark *left = a, *right = b;
	return left->from < right->from ? -1 : left->from > right->from;
}

/* Sorts them and joins those that touch. */
static size_t marks_join(struct search_mark *marks, size_t count)
{
	if (!count)
		return 0;
	qsort(marks, count, sizeof *marks, mark_compare);
	size_t last = 0;
	for (size_t i = 1; i < count; i++) {
		if (marks[i].from > marks[last].to)
			marks[++last] = marks[i];
		else if (marks[i].to > marks[last].to)
			marks[last].to = marks[i].to;
	}
	return last + 1;
}

size_t search_marks(const struct search_pattern *pattern, struct arena *arena, const char *text,
	size_t len, const struct search_mark **marks)
{
	struct folding folding = {.text = {0}};
	struct search_mark *found = NULL, *kept;
	size_t count = 0, capacity = 0;
	*marks = NULL;
	if (!has_any(pattern, text, len))
		return 0;
	fold_clusters(&folding, text, len);
	const char *start = buf_string(&folding.text), *end = start + folding.text.len, *at;
	for (uint32_t i = 0; i < pattern->count; i++) {
		const struct search_needle *needle = &pattern->needles[i];
		for (at = start; (at = search_needle(needle, at, end)) != NULL; at += needle->len) {
			size_t from = (size_t)(at - start), last = from + needle->len - 1;
			found = mem_grow(found, &capacity, count + 1, sizeof *found);
			found[count++] = (struct search_mark){
				folding.origins[from].from, folding.origins[last].to};
		}
	}
	count = marks_join(found, count);
	if (count) {
		*marks = kept = arena_alloc(arena, count, sizeof *kept);
		memcpy(kept, found, count * sizeof *kept);
	}
	free(found);
	free(folding.origins);
	buf_free(&folding.text);
	return count;
}
