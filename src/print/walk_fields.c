/* Single fields, on their way from the record to a sink. */
#include "print/walk_fields.h"

void walk_text(struct sink *sink, const char *key, const char *text)
{
	if (text)
		sink->calls->text(sink, key, text);
}

void walk_word(struct sink *sink, const char *key, const char *word)
{
	if (word)
		sink->calls->word(sink, key, word);
}

void walk_date(struct sink *sink, const char *key, const struct date *date)
{
	if (date)
		sink->calls->date(sink, key, date);
}

void walk_names(struct sink *sink, const char *key, const struct names *names)
{
	if (names && names->count)
		sink->calls->words(sink, key, names->at, names->count);
}

void walk_ref(struct sink *sink, const char *key, struct ref ref)
{
	if (keep_has(sink->keep, ref))
		sink->calls->word(sink, key, record_id(sink->keep->result->record, ref));
}

void walk_refs(struct sink *sink, const char *key, const struct refs *refs)
{
	uint32_t kept = keep_count(sink->keep, refs), filled = 0;
	if (!kept)
		return;
	const char **ids = arena_alloc(&sink->arena, kept, sizeof *ids);
	for (uint32_t n = 0; n < refs->count; n++)
		if (keep_has(sink->keep, refs->at[n]))
			ids[filled++] = record_id(sink->keep->result->record, refs->at[n]);
	sink->calls->words(sink, key, ids, kept);
}
