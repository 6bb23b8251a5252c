/* One pass with memchr over the file finds the few lines that matter, in most files none; a title
 * is compared with the bytes only when such a line is at hand. A plain scalar has no escapes, so
 * its text and its bytes differ in white space alone, and walking both side by side leads to the
 * byte behind its end. */
#include "load/cuts.h"

#include "base/memory.h"
#include "base/sorted.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

void cuts_find(struct cuts *cuts, const char *bytes, size_t len)
{
	cuts->bytes = bytes;
	cuts->len = len;
	cuts->count = 0;
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
		cuts->at = mem_grow(cuts->at, &cuts->capacity, cuts->count + 1, sizeof *cuts->at);
		cuts->at[cuts->count++] = (struct cut){line, (size_t)(from - bytes)};
	}
}

/* The first cut at that line or below, or NULL. */
static const struct cut *first_from(const struct cuts *cuts, uint32_t line)
{
	size_t at = sorted_find(cuts->at, cuts->count, sizeof *cuts->at, line);
	return at < cuts->count ? &cuts->at[at] : NULL;
}

/* The first byte of a node, from a cut at its line or below; NULL where that does not fit. */
static const char *start_of(const struct cuts *cuts, const struct cut *cut, const struct node *node)
{
	size_t at = cut->line_start;
	for (uint32_t up = cut->line - node->place.line; up; up--) {
		if (at == 0)
			return NULL;
		at--;
		while (at && cuts->bytes[at - 1] != '\n')
			at--;
	}
	const char *byte = cuts->bytes + at, *end = cuts->bytes + cuts->len;
	for (uint32_t column = 1; byte < end && column < node->place.column; column++)
		do
			byte++;
		while (byte < end && text_is_inside(*byte));
	return byte;
}

bool cuts_hit(const struct cuts *cuts, const struct node *node, const char **lost, size_t *lost_len)
{
	const struct cut *cut = node->plain ? first_from(cuts, node->place.line) : NULL;
	if (!cut || cut->line - node->place.line > node->len)
		return false;
	const char *at = start_of(cuts, cut, node), *end = cuts->bytes + cuts->len;
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

void cuts_free(struct cuts *cuts)
{
	free(cuts->at);
	*cuts = (struct cuts){0};
}
