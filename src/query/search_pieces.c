/* Where in an event or a quotation a pattern stands: its pieces are folded again, one by one. That is
 * done for what is on the screen alone. */
#include "model/query.h"
#include "query/search_text.h"

#include <string.h>

struct looking {
	struct search *search;
	const struct pattern *pattern;
	struct search_piece *out;
	uint32_t count, most;
	struct buf folded;
	const struct form_field
		*sources; /* while the names of these are looked through; else NULL */
};

static bool stands_in(const struct pattern *pattern, const char *text, const char *end)
{
	for (uint32_t i = 0; i < pattern->count; i++)
		if (needle_find(&pattern->needles[i], text, end))
			return true;
	return false;
}

/* The nth name by which a thing is found, in the order in which they are folded. */
static const char *nth_name(const struct record *record, struct ref ref, uint32_t n)
{
	const struct names *aliases = record_aliases(record, ref);
	if (n == 0)
		return record_name(record, ref);
	if (aliases && n <= aliases->count)
		return aliases->at[n - 1];
	const char *const *fields = record->sources[ref.index].fields;
	return n == 1 && fields[SOURCE_SHORT] ? fields[SOURCE_SHORT] : fields[SOURCE_TITLE];
}

/* The name of a thing in which the pattern stands, or NULL. */
static const char *name_found(struct looking *looking, struct ref ref)
{
	const struct record *record = looking->search->record;
	const char *end, *name = search_text_named(looking->search, ref, &end);
	uint32_t n = 0;
	for (const char *next; name < end; name = next + 1, n++) {
		next = memchr(name, '\n', (size_t)(end - name));
		if (stands_in(looking->pattern, name, next))
			return nth_name(record, ref, n);
	}
	return NULL;
}

static bool text_found(struct looking *looking, const char *text, size_t len)
{
	buf_clear(&looking->folded);
	query_fold(&looking->folded, text, len);
	const char *start = buf_string(&looking->folded);
	return stands_in(looking->pattern, start, start + looking->folded.len);
}

/* The text of the piece in which the pattern stands, or NULL. */
static const char *found_text(struct looking *looking, const struct search_piece *piece)
{
	const char *text = piece->text;
	const struct record *record = looking->search->record;
	if (!text && looking->search->named[piece->thing.thing]) {
		text = name_found(looking, piece->thing);
		if (text || piece->thing.thing != THING_PERSON)
			return text;
		text = record->people[piece->thing.index].about;
	} else if (!text) {
		text = record_name(record, piece->thing);
	}
	if (!text)
		return NULL;
	size_t len = piece->len ? piece->len : strlen(text);
	return text_found(looking, text, len) ? text : NULL;
}

static bool look(void *context, const struct search_piece *piece)
{
	struct looking *looking = context;
	struct search_piece found = *piece;
	found.text = found_text(looking, piece);
	if (looking->sources)
		found.field = looking->sources;
	if (!found.text)
		return false;
	if (looking->count < looking->most)
		looking->out[looking->count] = found;
	return ++looking->count > looking->most;
}

static const struct form_field *sources_of(const struct form *form)
{
	for (uint8_t n = 0; n < form->count; n++)
		if (strcmp(form->fields[n].name, "source") == 0)
			return &form->fields[n];
	return NULL;
}

uint32_t search_pieces(struct search *search, const struct pattern *pattern, struct ref unit,
	struct search_piece *out, uint32_t most)
{
	struct looking looking = {search, pattern, out, 0, most, {0}, NULL};
	search_text_names(search);
	const struct search_visit visit = {look, &looking};
	if (!search_text_visit(search->record, unit, &visit)) {
		looking.sources = sources_of(&forms[unit.thing]);
		search_text_sources(search->record, unit, &visit);
	}
	buf_free(&looking.folded);
	return looking.count;
}

/* Of who speaks the name and the role are shown. The source of a thesis speaks, and no field says so; any
 * of its names may be the one that is. */
static bool look_spoken(void *context, const struct search_piece *piece)
{
	const struct looking *looking = context;
	const struct form_field *field = piece->within ? piece->within : piece->field;
	bool role = piece->field && strcmp(piece->field->name, "role") == 0;
	if (role || !piece->field || (field->flags & FIELD_WORDS))
		return found_text(context, piece);
	return strcmp(piece->field->name, "speaker") == 0 &&
		found_text(context, piece) == record_name(looking->search->record, piece->thing);
}

bool search_is_spoken(struct search *search, const struct pattern *pattern, struct ref unit)
{
	struct looking looking = {search, pattern, NULL, 0, 0, {0}, NULL};
	if (unit.thing != THING_QUOTE)
		return false;
	search_text_names(search);
	bool spoken = search_text_visit(
		search->record, unit, &(struct search_visit){look_spoken, &looking});
	buf_free(&looking.folded);
	return spoken;
}
