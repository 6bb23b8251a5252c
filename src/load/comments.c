/* One pass with memchr over the file finds the few lines that matter, in most files none; a title
 * is compared with the bytes only when such a line is at hand. A plain scalar has no escapes, so
 * its text and its bytes differ in white space alone, and walking both side by side leads to the
 * byte behind its end. */
#include "load/comments.h"

#include "base/memory.h"
#include "base/sorted.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

void comments_find(struct comments *comments, const char *bytes, size_t len)
{
	comments->bytes = bytes;
	comments->len = len;
	comments->count = 0;
	const char *end = bytes + len, *from = bytes, *at = bytes;
	uint32_t line = 1;
	while (at < end && (at = memchr(at, '#', (size_t)(end - at)))) {
		const char *sharp = at++;
		if (sharp == bytes || (sharp[-1] != ' ' && sharp[-1] != '\t') || at == end ||
			is_space(*at))
			continue;
		for (const char *feed; (feed = memchr(from, '\n', (size_t)(sharp - from)));
			from = feed + 1)
			line++;
		comments->at = mem_grow(comments->at, &comments->capacity, comments->count + 1,
			sizeof *comments->at);
		comments->at[comments->count++] = (struct comment){line, (size_t)(from - bytes)};
	}
}

/* The first comment at that line or below, or NULL. */
static const struct comment *first_from(const struct comments *comments, uint32_t line)
{
	size_t at = sorted_find(comments->at, comments->count, sizeof *comments->at, line);
	return at < comments->count ? &comments->at[at] : NULL;
}

/* The first byte of a node, from a comment at its line or below; NULL where that does not fit. */
static const char *start_of(
	const struct comments *comments, const struct comment *comment, const struct node *node)
{
	size_t at = comment->line_start;
	for (uint32_t up = comment->line - node->place.line; up; up--) {
		if (at == 0)
			return NULL;
		at--;
		while (at && comments->bytes[at - 1] != '\n')
			at--;
	}
	const char *byte = comments->bytes + at, *end = comments->bytes + comments->len;
	for (uint32_t column = 1; byte < end && column < node->place.column; column++)
		do
			byte++;
		while (byte < end && text_is_inside(*byte));
	return byte;
}

bool comments_cut(const struct comments *comments, const struct node *node, const char **lost,
	size_t *lost_len)
{
	const struct comment *comment = node->plain ? first_from(comments, node->place.line) : NULL;
	if (!comment || comment->line - node->place.line > node->len)
		return false;
	const char *at = start_of(comments, comment, node), *end = comments->bytes + comments->len;
	for (const char *text = node->text; at && *text; text++) {
		if (is_space(*text)) {
			while (at < end && is_space(*at))
				at++;
		} else if (at < end && *at == *text) {
			at++;
		} else {
			return false;
		}
	}
	if (!at || at == end || (*at != ' ' && *at != '\t'))
		return false;
	while (at < end && (*at == ' ' || *at == '\t'))
		at++;
	if (end - at < 2 || *at != '#' || is_space(at[1]))
		return false;
	*lost = at;
	*lost_len = 0;
	while (at + *lost_len < end && !is_space(at[*lost_len]))
		++*lost_len;
	return true;
}

void comments_free(struct comments *comments)
{
	free(comments->at);
	*comments = (struct comments){0};
}
