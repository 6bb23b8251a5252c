/* Every name of every thing of a kind is folded and compared. A record has few people and many
 * words of them, so this is done once for a term, and quotations are asked for a bit. */
#include "query/names.h"

#include "base/bits.h"
#include "base/suggest.h"
#include "base/text.h"
#include "query/pattern.h"

#include <string.h>

/* Whether the text, folded, is the value. */
static bool names_equal(const char *text, const struct query_value *value)
{
	/* The first letter of ASCII, if it is one, rules nearly everything out. */
	unsigned char first = (unsigned char)text_small(*text);
	if (first < 0x80 && first > ' ' && first != (unsigned char)*value->text)
		return false;
	struct buf folded = {0};
	query_fold(&folded, text, strlen(text));
	bool equal = folded.len == value->len && memcmp(folded.text, value->text, value->len) == 0;
	buf_free(&folded);
	return equal;
}

bool names_words(const char *text, const struct query_value *value)
{
	struct buf folded = {0};
	const struct needle needle = {value->text, value->len, true};
	query_fold(&folded, text, strlen(text));
	const char *start = buf_string(&folded);
	bool found = needle_find(&needle, start, start + folded.len) != NULL;
	buf_free(&folded);
	return found;
}

/* The nth of all that a thing is called, its id first; NULL behind the last. An absent one is
 * "". */
static const char *called(const struct record *record, struct ref ref, uint32_t n)
{
	static const enum source_field fields[] = {
		SOURCE_SHORT, SOURCE_TITLE, SOURCE_CONTAINER_TITLE, SOURCE_AUTHOR};
	if (n == 0)
		return record_id(record, ref);
	if (n == 1)
		return record_name(record, ref);
	n -= 2;
	if (ref.thing == THING_SOURCE) {
		if (n >= sizeof fields / sizeof *fields)
			return NULL;
		const char *text = record->sources[ref.index].fields[fields[n]];
		return text ? text : "";
	}
	const struct names *aliases = record_aliases(record, ref);
	return aliases && n < aliases->count ? aliases->at[n] : NULL;
}

static bool add_kind(const struct record *record, enum thing kind, const struct query_value *value,
	bool (*is_meant)(const char *, const struct query_value *), uint8_t *bits)
{
	bool any = false;
	for (uint32_t i = 0; i < record->counts[kind]; i++) {
		const char *name;
		bool meant = false;
		for (uint32_t n = 0; !meant && (name = called(record, record_ref(kind, i), n)); n++)
			meant = is_meant(name, value);
		if (meant)
			bit_set(bits, i);
		any = any || meant;
	}
	return any;
}

bool names_add(const struct record *record, const enum thing *kinds,
	const struct query_value *value, struct arena *arena, struct names_set *set)
{
	static bool (*const ways[])(const char *, const struct query_value *) = {
		names_equal, names_words};
	bool any = false;
	record = record_whole(record); /* a name is known to whoever types it */
	for (int way = 0; way < 2 && !any; way++)
		for (const enum thing *kind = kinds; *kind; kind++) {
			uint8_t **bits = &set->bits[*kind];
			if (!*bits)
				*bits = arena_alloc(arena, bits_size(record->counts[*kind]), 1);
			if (add_kind(record, *kind, value, ways[way], *bits))
				any = true;
		}
	return any;
}

bool names_have(const struct names_set *set, struct ref ref)
{
	const uint8_t *bits = set->bits[ref.thing];
	return bits && bit_get(bits, ref.index);
}

bool names_have_any(const struct names_set *set, const struct refs *refs)
{
	for (uint32_t i = 0; refs && i < refs->count; i++)
		if (names_have(set, refs->at[i]))
			return true;
	return false;
}

void names_suggest(const struct record *record, const enum thing *kinds,
	const struct query_value *value, struct buf *out)
{
	struct suggest suggest;
	suggest_start(&suggest, value->text);
	for (const enum thing *kind = kinds; *kind; kind++)
		for (uint32_t i = 0; i < record->counts[*kind]; i++) {
			const char *name;
			for (uint32_t n = 0; (name = called(record, record_ref(*kind, i), n)); n++)
				suggest_feed(&suggest, name);
		}
	suggest_hint(out, value->text, suggest_best(&suggest), NULL);
}

void names_suggest_id(const struct record *record, bool events, const char *id, struct buf *out)
{
	struct suggest suggest;
	suggest_start(&suggest, id);
	for (uint32_t i = 0; events && i < record->counts[THING_EVENT]; i++)
		suggest_feed(&suggest, record->events[i].id);
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++)
		suggest_feed(&suggest, record->quotes[i].id);
	suggest_hint(out, id, suggest_best(&suggest), NULL);
}
