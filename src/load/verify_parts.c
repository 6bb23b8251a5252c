/* Parts are looked for one behind the other, each as early as can be, which finds them whenever they
 * are there, and ends as early as they can end. Then the earlier ones are moved as near to the last
 * as can be: that is the shortest stretch with this end. The next one with a later end begins behind
 * where this one does, so going on from there comes by the shortest of all. */
#include "load/verify_parts.h"

#include "base/memory.h"
#include "base/text.h"
#include "load/cut.h"

#include <stdlib.h>
#include <string.h>

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

static size_t any_cut_len(const char *words)
{
	size_t len = cut_len(words);
	len = len ? len : cut_other_len(words);
	return len ? len : cut_dots_len(words);
}

static void parts_make(struct verify_parts *parts, size_t cut_at(const char *), const char *words,
	const char *prefix, const char *suffix)
{
	const char *at = fold(&parts->words, words).at, *from = at;
	parts->count = 0;
	while (*at) {
		size_t cut = cut_at(at);
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

void verify_parts_make(
	struct verify_parts *parts, const char *words, const char *prefix, const char *suffix)
{
	parts_make(parts, cut_len, words, prefix, suffix);
}

void verify_parts_make_loosely(
	struct verify_parts *parts, const char *words, const char *prefix, const char *suffix)
{
	parts_make(parts, any_cut_len, words, prefix, suffix);
}

/* ---- look-alikes ---- */

static void alike_add(struct buf *out, struct verify_words words)
{
	char plain[4];
	size_t bytes;
	for (size_t at = 0; at < words.len; at += bytes) {
		int32_t code = text_decode(words.at + at, words.len - at, &bytes);
		buf_add(out, plain, text_encode(text_alike(code), plain));
	}
}

/* The words that were added from place `from` on. */
static struct verify_words alike_words(const struct buf *buf, size_t *from, size_t to)
{
	struct verify_words words = {buf->text + *from, to - *from};
	*from = to;
	return words;
}

void verify_parts_alike(struct verify_parts *alike, const struct verify_parts *parts)
{
	buf_clear(&alike->words);
	alike->count = parts->count;
	alike->at = mem_grow(alike->at, &alike->capacity, parts->count, sizeof *alike->at);
	for (size_t i = 0; i < parts->count; i++) {
		const struct verify_part *part = &parts->at[i];
		alike->at[i] = (struct verify_part){{NULL, 0}, {NULL, 0}, {NULL, 0}};
		alike_add(&alike->words, part->words);
		alike->at[i].words.len = alike->words.len;
		alike_add(&alike->words, part->prefix);
		alike->at[i].prefix.len = alike->words.len;
		alike_add(&alike->words, part->suffix);
		alike->at[i].suffix.len = alike->words.len;
	}
	for (size_t i = 0, from = 0; i < alike->count; i++) {
		struct verify_part *part = &alike->at[i];
		part->words = alike_words(&alike->words, &from, part->words.len);
		part->prefix = alike_words(&alike->words, &from, part->prefix.len);
		part->suffix = alike_words(&alike->words, &from, part->suffix.len);
	}
}

void verify_parts_free(struct verify_parts *parts)
{
	buf_free(&parts->words);
	buf_free(&parts->prefix);
	buf_free(&parts->suffix);
	free(parts->at);
	free(parts->spans);
	free(parts->walk);
	*parts = (struct verify_parts){0};
}

/* ---- the shortest stretch ---- */

/* How often a part is looked for before the shortest stretch so far is taken. */
enum { STEPS_MOST = 1 << 14 };

/* A stretch of the text that holds all parts, and the way on to the next. */
struct window {
	struct verify_parts *parts; /* their `walk` */
	const struct verify_text *text;
	int steps;
};

/* Looks for the first stretch from there on. Returns how many parts are found. */
static size_t window_forward(struct window *window, size_t from)
{
	const struct verify_parts *parts = window->parts;
	for (size_t i = 0; i < parts->count; i++, window->steps++) {
		if (!verify_find(window->text, &parts->at[i], from, &parts->walk[i]))
			return i;
		from = parts->walk[i].to;
	}
	return parts->count;
}

/* Moves each part but the last as far back as it may stand. */
static void window_tighten(struct window *window)
{
	const struct verify_parts *parts = window->parts;
	for (size_t i = parts->count - 1; i--; window->steps++)
		verify_find_last(
			window->text, &parts->at[i], parts->walk[i + 1].from, &parts->walk[i]);
}

static size_t reach_of(const struct verify_parts *parts, const struct verify_span *spans)
{
	return spans[parts->count - 1].to - spans[0].from;
}

static void window_keep(struct verify_parts *parts)
{
	memcpy(parts->spans, parts->walk, parts->count * sizeof *parts->spans);
	parts->places[0] = parts->spans[0].from;
	parts->place_count = 1;
}

/* Goes on from the first window through the others. */
static void windows_compare(struct window *window)
{
	struct verify_parts *parts = window->parts;
	size_t behind = parts->spans[parts->count - 1].to; /* the last place that was taken */
	while (window->steps < STEPS_MOST && parts->place_count < VERIFY_PLACES_MOST &&
		window_forward(window, parts->walk[0].from + 1) == parts->count) {
		window_tighten(window);
		size_t reach = reach_of(parts, parts->walk);
		size_t least = reach_of(parts, parts->spans);
		if (reach < least)
			window_keep(parts);
		else if (reach == least && (parts->count == 1 || parts->walk[0].from >= behind))
			parts->places[parts->place_count++] = parts->walk[0].from;
		else
			continue;
		behind = parts->walk[parts->count - 1].to;
	}
}

size_t verify_parts_find(struct verify_parts *parts, const struct verify_text *text)
{
	struct window window = {.parts = parts, .text = text};
	parts->place_count = 0;
	if (parts->count >= parts->span_capacity) {
		parts->spans = mem_grow(parts->spans, &parts->span_capacity, parts->count + 1,
			sizeof *parts->spans);
		free(parts->walk);
		parts->walk = mem_alloc(parts->span_capacity * sizeof *parts->walk);
	}
	size_t found = window_forward(&window, 0);
	if (found < parts->count) {
		memcpy(parts->spans, parts->walk, found * sizeof *parts->spans);
	} else if (found) {
		window_tighten(&window);
		window_keep(parts);
		windows_compare(&window);
	}
	return found;
}
