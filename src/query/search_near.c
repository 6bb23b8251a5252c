/* A word ends where its letters do; one of another first letter is a slip as well, so all are tried. */
#include "query/search_near.h"

#include "base/suggest.h"
#include "base/text.h"
#include "query/search_text.h"

#include <string.h>

enum { LETTERS_LEAST = 5 }; /* of fewer nearly every word is near to another */

/* The end of the word that begins there. */
static const char *word_end(const char *at, const char *end)
{
	size_t bytes;
	for (; at < end && text_is_word(text_decode(at, (size_t)(end - at), &bytes)); at += bytes)
		;
	return at;
}

/* The nearest is copied, since what is fed is gone with the next word. */
static void feed_words(
	struct suggest *suggest, const char *at, const char *end, struct buf *nearest)
{
	struct buf word = {0};
	size_t bytes;
	for (const char *stop; at < end; at = stop) {
		stop = word_end(at, end);
		if (stop == at) {
			text_decode(at, (size_t)(end - at), &bytes);
			stop += bytes;
			continue;
		}
		buf_clear(&word);
		buf_add(&word, at, (size_t)(stop - at));
		if (suggest_feed(suggest, buf_string(&word))) {
			buf_clear(nearest);
			buf_add(nearest, at, (size_t)(stop - at));
		}
	}
	buf_free(&word);
}

static bool is_selected(
	const struct search *search, const struct result *result, uint32_t unit, uint32_t event)
{
	uint32_t first = search_unit_event(search->record, event);
	return unit == first || result_has_quote(result, unit - event - 1);
}

bool search_word_near(struct search *search, const struct result *result, const char *folded,
	size_t bytes, struct buf *word)
{
	struct suggest suggest;
	struct buf nearest = {0};
	size_t len = strlen(folded);
	if (text_length(folded, len) < LETTERS_LEAST ||
		word_end(folded, folded + len) < folded + len)
		return false;
	suggest_start(&suggest, folded);
	for (uint32_t row = 0; row < result->event_count; row++) {
		uint32_t event = (uint32_t)(result_event(result, row) - search->record->events);
		uint32_t unit = search_unit_event(search->record, event);
		uint32_t end = unit + 1 + search->record->events[event].quote_count;
		if (end > search->ready || search->starts[unit] >= bytes)
			break;
		for (uint32_t at = unit; at < end; at++)
			if (is_selected(search, result, at, event))
				feed_words(&suggest, search->text.text + search->starts[at],
					search->text.text + search->starts[at + 1], &nearest);
	}
	buf_add(word, buf_string(&nearest), nearest.len);
	bool found = nearest.len > 0;
	buf_free(&nearest);
	return found;
}
