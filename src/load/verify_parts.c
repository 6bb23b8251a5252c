/* Parts are looked for one behind the other, each as early as can be, which finds them whenever they
 * are there. Then the earlier ones are moved as near to the last as can be, so that the passage is
 * meant and not an earlier place with the same first words. */
#include "load/verify_parts.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Bytes of a cut at `text`: "[...]", and with spaces inside. */
static size_t cut_len(const char *text)
{
	if (*text != '[')
		return 0;
	const char *at = text + 1 + (text[1] == ' ');
	if (strncmp(at, "...", 3) != 0)
		return 0;
	at += 3 + (at[3] == ' ');
	return *at == ']' ? (size_t)(at + 1 - text) : 0;
}

static void part_add(struct verify_parts *parts, const char *from, const char *to)
{
	while (from < to && *from == ' ')
		from++;
	while (from < to && to[-1] == ' ')
		to--;
	if (from == to)
		return;
	parts->at = mem_grow(parts->at, &parts->capacity, parts->count + 1, sizeof *parts->at);
	parts->at[parts->count++] = (struct verify_part){.words = {from, (size_t)(to - from)}};
}

static struct verify_words fold(struct buf *buf, const char *text)
{
	buf_clear(buf);
	if (text)
		plain_fold(buf, text, strlen(text));
	return (struct verify_words){buf_string(buf), buf->len};
}

void verify_parts_make(
	struct verify_parts *parts, const char *words, const char *prefix, const char *suffix)
{
	const char *at = fold(&parts->words, words).at, *from = at;
	parts->count = 0;
	while (*at) {
		size_t cut = cut_len(at);
		if (cut) {
			part_add(parts, from, at);
			from = at + cut;
		}
		at += cut ? cut : 1;
	}
	part_add(parts, from, at);
	if (!parts->count)
		return;
	parts->at[0].prefix = fold(&parts->prefix, prefix);
	parts->at[parts->count - 1].suffix = fold(&parts->suffix, suffix);
}

void verify_parts_free(struct verify_parts *parts)
{
	buf_free(&parts->words);
	buf_free(&parts->prefix);
	buf_free(&parts->suffix);
	free(parts->at);
	free(parts->spans);
	*parts = (struct verify_parts){0};
}

/* Moves each part but the last as far back as it may stand; the first is then the nearest. */
static void tighten(struct verify_parts *parts, const struct verify_text *text)
{
	struct verify_span *spans = parts->spans;
	for (size_t i = parts->count - 1; i--;)
		verify_text_last(text, &parts->at[i], spans[i + 1].from, &spans[i]);
}

size_t verify_parts_find(struct verify_parts *parts, const struct verify_text *text)
{
	size_t from = 0, i = 0;
	parts->spans = mem_grow(
		parts->spans, &parts->span_capacity, parts->count + 1, sizeof *parts->spans);
	for (; i < parts->count; i++) {
		if (!verify_text_find(text, &parts->at[i], from, &parts->spans[i]))
			return i;
		from = parts->spans[i].to;
	}
	if (i)
		tighten(parts, text);
	return i;
}
