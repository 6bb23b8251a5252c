/* The quotations of two events, matched by theme: each stands once, under the first theme of the record
 * that both sides speak of, else by itself. */
#include "query/compare_lines.h"

#include <stdlib.h>

/* A quotation under a theme. */
struct entry {
	uint32_t theme, nth;
};

struct words {
	const struct quote **quotes;
	bool *placed;
	struct entry *entries; /* by theme */
	uint32_t quote_count;
	size_t entry_count;
};

static int compare_entries(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	if (a->theme != b->theme)
		return a->theme < b->theme ? -1 : 1;
	return (a->nth > b->nth) - (a->nth < b->nth);
}

static struct words words_of(const struct compare_lines *lines, int side)
{
	const struct event *event = lines->events[side];
	struct words words = {.quotes = NULL};
	size_t themes = 0;
	words.quotes = arena_alloc(lines->arena, event->quote_count, sizeof *words.quotes);
	for (uint32_t i = 0; i < event->quote_count; i++) {
		if (!result_has_quote(lines->result, event->first_quote + i))
			continue;
		const struct quote *quote = &lines->result->record->quotes[event->first_quote + i];
		words.quotes[words.quote_count++] = quote;
		themes += quote->themes ? quote->themes->count : 0;
	}
	words.placed = arena_alloc(lines->arena, words.quote_count, sizeof *words.placed);
	words.entries = arena_alloc(lines->arena, themes, sizeof *words.entries);
	for (uint32_t n = 0; n < words.quote_count; n++) {
		const struct refs *refs = words.quotes[n]->themes;
		for (uint32_t i = 0; refs && i < refs->count; i++)
			words.entries[words.entry_count++] = (struct entry){refs->at[i].index, n};
	}
	if (words.entry_count)
		qsort(words.entries, words.entry_count, sizeof *words.entries, compare_entries);
	return words;
}

static struct compare_cell words_cell(const struct compare_lines *lines, const struct quote *quote)
{
	return (struct compare_cell){.evidence = compare_quote_ref(lines, quote), .quote = quote};
}

static void line_add(struct compare_lines *lines, struct ref theme, const struct quote *left,
	const struct quote *right, enum contrast contrast)
{
	struct compare_line *line = compare_lines_add(lines, COMPARE_WORDS);
	line->about = theme;
	line->contrast = contrast;
	if (left)
		line->cells[COMPARE_LEFT] = words_cell(lines, left);
	if (right)
		line->cells[COMPARE_RIGHT] = words_cell(lines, right);
}

/* The next quotation under the theme that has no place yet, from *at on; NULL where there is none. */
static const struct quote *take(struct words *words, size_t *at, uint32_t theme)
{
	for (; *at < words->entry_count && words->entries[*at].theme == theme; ++*at) {
		uint32_t nth = words->entries[*at].nth;
		if (words->placed[nth])
			continue;
		words->placed[nth] = true;
		++*at;
		return words->quotes[nth];
	}
	return NULL;
}

static bool has_free(const struct words *words, size_t at, uint32_t theme)
{
	for (; at < words->entry_count && words->entries[at].theme == theme; at++)
		if (!words->placed[words->entries[at].nth])
			return true;
	return false;
}

static size_t skip(const struct words *words, size_t at, uint32_t theme)
{
	while (at < words->entry_count && words->entries[at].theme == theme)
		at++;
	return at;
}

static void theme_add(struct compare_lines *lines, struct words *left, size_t i,
	struct words *right, size_t k, uint32_t theme)
{
	if (!has_free(left, i, theme) || !has_free(right, k, theme))
		return;
	for (;;) {
		const struct quote *one = take(left, &i, theme);
		const struct quote *other = take(right, &k, theme);
		if (!one && !other)
			break;
		bool same = one && other && wording_same(one->text, other->text);
		line_add(lines, record_ref(THING_THEME, theme), one, other,
			same ? CONTRAST_SAME : CONTRAST_NOTHING);
	}
}

/* What the other side has nothing to set beside. */
static void add_alone(struct compare_lines *lines, const struct words *words, int side)
{
	for (uint32_t n = 0; n < words->quote_count; n++) {
		const struct quote *quote = words->quotes[n];
		struct ref theme = quote->themes ? quote->themes->at[0] : (struct ref){0};
		if (words->placed[n])
			continue;
		if (side == COMPARE_LEFT)
			line_add(lines, theme, quote, NULL, CONTRAST_LEFT);
		else
			line_add(lines, theme, NULL, quote, CONTRAST_RIGHT);
	}
}

/* An event beside itself: each quotation beside itself. */
static void add_twice(struct compare_lines *lines, const struct words *words)
{
	for (uint32_t n = 0; n < words->quote_count; n++) {
		const struct quote *quote = words->quotes[n];
		struct ref theme = quote->themes ? quote->themes->at[0] : (struct ref){0};
		line_add(lines, theme, quote, quote, CONTRAST_SAME);
	}
}

void compare_words_add(struct compare_lines *lines)
{
	struct words left = words_of(lines, COMPARE_LEFT), right = words_of(lines, COMPARE_RIGHT);
	if (lines->events[COMPARE_LEFT] == lines->events[COMPARE_RIGHT]) {
		add_twice(lines, &left);
		return;
	}
	for (size_t i = 0, k = 0; i < left.entry_count && k < right.entry_count;) {
		uint32_t one = left.entries[i].theme, other = right.entries[k].theme;
		if (one == other)
			theme_add(lines, &left, i, &right, k, one);
		if (one <= other)
			i = skip(&left, i, one);
		if (other <= one)
			k = skip(&right, k, other);
	}
	add_alone(lines, &left, COMPARE_LEFT);
	add_alone(lines, &right, COMPARE_RIGHT);
}
