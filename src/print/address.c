/* Addresses stand behind all else, so of the places where one stands the last is meant. */
#include "print/address.h"

#include <string.h>

static const struct {
	enum source_field field;
	const char *before;
} addresses[SOURCE_ADDRESSES] = {
	{SOURCE_URL, ""}, {SOURCE_ARCHIVED, ""}, {SOURCE_DOI, "https://doi.org/"}};

/* Where the words stand last. NULL where they do not. */
static const char *last_of(const char *text, const char *words)
{
	const char *last = NULL, *at = text;
	while (words && *words && (at = strstr(at, words)))
		last = at++;
	return last;
}

void source_pieces_begin(
	struct source_pieces *pieces, const struct source *source, const char *words)
{
	pieces->at = words;
	for (int i = 0; i < SOURCE_ADDRESSES; i++) {
		pieces->words[i] = source->fields[addresses[i].field];
		pieces->places[i] = last_of(words, pieces->words[i]);
	}
}

bool source_pieces_next(struct source_pieces *pieces, struct source_piece *piece)
{
	const char *at = pieces->at;
	int first = -1;
	if (!*at)
		return false;
	for (int i = 0; i < SOURCE_ADDRESSES; i++) {
		const char *place = pieces->places[i];
		if (place && place >= at && (first < 0 || place < pieces->places[first]))
			first = i;
	}
	bool here = first >= 0 && pieces->places[first] == at;
	size_t len = here    ? strlen(pieces->words[first])
		: first >= 0 ? (size_t)(pieces->places[first] - at)
			     : strlen(at);
	*piece = (struct source_piece){at, len, here ? addresses[first].before : NULL};
	pieces->at = at + len;
	return true;
}

const char *address_of_words(const struct print_options *options, const struct record *record,
	const struct quote *quote, const char **fragment)
{
	const char *const *fragments = options->fragments;
	const char *url = record->sources[quote->source.index].fields[SOURCE_URL];
	*fragment = fragments && url && !strchr(url, '#')
		? fragments[record_quote_index(record, quote)]
		: NULL;
	return url;
}
