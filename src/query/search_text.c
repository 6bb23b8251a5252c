/* Folding in the order of the timeline: an event, then its quotations. Names are short and come
 * again and again, so they are folded once and copied. Spaces are squeezed a unit at a time. */
#include "query/search_text.h"

#include "base/memory.h"
#include "base/text.h"
#include "model/form.h"
#include "model/query.h"

#include <stdlib.h>
#include <string.h>

static void add(struct buf *to, const char *text, size_t len)
{
	text_fold(to, text, len);
	buf_char(to, '\n');
}

/* ---- names ---- */

static void name_add(struct search *search, const char *name)
{
	if (!name)
		return;
	query_fold(&search->names, name, strlen(name));
	buf_char(&search->names, '\n');
}

/* A source is called by its author, and has `short` and its title for other names. */
static void thing_names(struct search *search, struct ref ref)
{
	const struct names *aliases = record_aliases(search->record, ref);
	name_add(search, record_name(search->record, ref));
	for (uint32_t i = 0; aliases && i < aliases->count; i++)
		name_add(search, aliases->at[i]);
	if (ref.thing == THING_SOURCE) {
		name_add(search, search->record->sources[ref.index].fields[SOURCE_SHORT]);
		name_add(search, search->record->sources[ref.index].fields[SOURCE_TITLE]);
	}
}

void search_text_names(struct search *search)
{
	static const enum thing kinds[] = {THING_PERSON, THING_PARTY, THING_THEME, THING_SOURCE};
	if (search->named[kinds[0]])
		return;
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		uint32_t count = search->record->counts[kinds[k]];
		size_t *starts = mem_alloc((count + (size_t)1) * sizeof *starts);
		bool people = kinds[k] == THING_PERSON;
		if (people)
			search->abouts = mem_alloc((count + (size_t)1) * sizeof *starts);
		for (uint32_t i = 0; i < count; i++) {
			starts[i] = search->names.len;
			thing_names(search, record_ref(kinds[k], i));
			if (!people)
				continue;
			search->abouts[i] = search->names.len;
			name_add(search, search->record->people[i].about);
		}
		starts[count] = search->names.len;
		search->named[kinds[k]] = starts;
	}
}

const char *search_text_named(const struct search *search, struct ref ref, const char **end)
{
	const size_t *starts = search->named[ref.thing] + ref.index;
	*end = buf_string(&search->names) +
		(ref.thing == THING_PERSON ? search->abouts[ref.index] : starts[1]);
	return buf_string(&search->names) + starts[0];
}

/* ---- pieces ---- */

/* What is walked through, and where the walk is. */
struct walk {
	const struct search_visit *visit;
	const struct record *record;
	struct search_piece piece;
};

static bool walk_ref(struct walk *walk, struct ref ref)
{
	walk->piece.thing = ref;
	walk->piece.text = NULL;
	return ref.thing != THING_NONE && walk->visit->piece(walk->visit->context, &walk->piece);
}

static bool walk_refs(struct walk *walk, const struct refs *refs)
{
	for (uint32_t i = 0; i < refs->count; i++)
		if (walk_ref(walk, refs->at[i]))
			return true;
	return false;
}

static bool walk_text(struct walk *walk, const char *text)
{
	walk->piece.thing = (struct ref){0};
	walk->piece.text = text;
	return walk->visit->piece(walk->visit->context, &walk->piece);
}

static bool walk_fields(struct walk *, const struct form *, const void *thing);

/* The mappings of a field: one, or a list of them. */
static bool walk_items(struct walk *walk, const struct form_field *field, const void *member)
{
	const char *item = member;
	uint32_t count = 1;
	if (field->kind == FIELD_FORMS)
		item = form_list(field, member, &count);
	for (; count; count--, item += field->form->size) {
		walk->piece.item = item;
		if (walk_fields(walk, field->form, item))
			return true;
	}
	walk->piece.item = NULL;
	return false;
}

static bool walk_field(struct walk *walk, const struct form_field *field, const void *member)
{
	switch ((enum form_kind)field->kind) {
	case FIELD_REF:
		return walk_ref(walk, *(const struct ref *)member);
	case FIELD_REFS:
		return walk_refs(walk, *(const struct refs *const *)member);
	case FIELD_FORM:
	case FIELD_FORMS:
		return walk_items(walk, field, member);
	default:
		return walk_text(walk, *(const char *const *)member);
	}
}

/* The fields that are searched, and of what is nested those that are searched there. */
static bool walk_fields(struct walk *walk, const struct form *form, const void *thing)
{
	for (uint8_t n = 0; n < form->count; n++) {
		const struct form_field *field = &form->fields[n];
		if (!(field->flags & FIELD_SEARCHED))
			continue;
		const void *member = form_member(form, field, thing);
		if (!form_has(field, member))
			continue;
		if (walk->piece.item)
			walk->piece.within = field;
		else
			walk->piece.field = field;
		if (walk_field(walk, field, member))
			return true;
		walk->piece.within = NULL;
	}
	return false;
}

/* The source of a thesis speaks, though no field says so. */
bool search_text_visit(
	const struct record *record, struct ref unit, const struct search_visit *visit)
{
	struct walk walk = {visit, record, {0}};
	if (walk_fields(&walk, &forms[unit.thing], form_thing(record, unit)))
		return true;
	if (unit.thing != THING_QUOTE || record->quotes[unit.index].speaker.thing != THING_NONE)
		return false;
	walk.piece.field = NULL;
	return walk_ref(&walk, quote_voice(&record->quotes[unit.index]));
}

/* ---- sources ---- */

/* "Reuters" of "Reuters, 7 March 2022": who looks for a date means another. */
static size_t undated_len(const char *text)
{
	const char *last = NULL;
	for (const char *at = text; (at = strstr(at, ", ")); at += 2)
		last = at;
	size_t len = last ? strlen(last + 2) : 0;
	bool dated = len && (date_typed_len(last + 2, len) == len || text_is_figure(last[2]));
	return dated ? (size_t)(last - text) : strlen(text);
}

/* What stands under words is its short name, or begins with what it is called. */
static bool walk_source(struct walk *walk, struct ref source)
{
	const struct record *record = walk->record;
	if (source.thing != THING_SOURCE)
		return false;
	const char *text = record->sources[source.index].fields[SOURCE_SHORT];
	walk->piece.text = text ? text : record_name(record, source);
	walk->piece.len = undated_len(walk->piece.text);
	return walk->visit->piece(walk->visit->context, &walk->piece);
}

static bool walk_places(struct walk *walk, const struct attestations *places)
{
	for (uint32_t i = 0; places && i < places->count; i++)
		if (walk_source(walk, places->at[i].source))
			return true;
	return false;
}

bool search_text_sources(
	const struct record *record, struct ref unit, const struct search_visit *visit)
{
	struct walk walk = {visit, record, {0}};
	if (unit.thing == THING_EVENT) {
		const struct refs *sources = record->events[unit.index].source;
		for (uint32_t i = 0; sources && i < sources->count; i++)
			if (walk_source(&walk, sources->at[i]))
				return true;
		return false;
	}
	const struct quote *quote = &record->quotes[unit.index];
	if (!ref_same(quote->source, quote_voice(quote)) && walk_source(&walk, quote->source))
		return true;
	return walk_places(&walk, quote->also_in) ||
		(quote->more && walk_places(&walk, quote->more->original));
}

/* ---- units ---- */

/* Whether it only says who was there, whose event it is and what it is about, not what happened. */
static bool is_label(const struct search_piece *piece)
{
	return piece->thing.thing != THING_NONE ||
		(piece->field && piece->field->form == &forms[FORM_PARTICIPANT]);
}

/* Where the pieces go: labels apart. */
struct adding {
	struct search *search;
	struct buf *text, *labels;
};

static bool add_piece(void *context, const struct search_piece *piece)
{
	const struct adding *adding = context;
	struct search *search = adding->search;
	struct ref ref = piece->thing;
	struct buf *to = is_label(piece) ? adding->labels : adding->text;
	if (piece->text) {
		add(to, piece->text, piece->len ? piece->len : strlen(piece->text));
	} else if (search->named[ref.thing]) {
		const size_t *starts = search->named[ref.thing] + ref.index;
		buf_add(to, buf_string(&search->names) + starts[0], starts[1] - starts[0]);
	} else if (ref.thing == THING_EVENT) {
		const char *title = search->record->events[ref.index].title;
		add(to, title, strlen(title));
	}
	return false;
}

static int32_t year_of_date(const struct date *date)
{
	if (!date_is_day(date->earliest) || !date_is_day(date->latest))
		return SEARCH_YEAR_NONE;
	int64_t year = date_to_civil(date->earliest, false).year;
	bool one = date->latest == date->earliest ||
		date_to_civil(date->latest, false).year == year;
	return one && year > INT32_MIN && year <= INT32_MAX ? (int32_t)year : SEARCH_YEAR_NONE;
}

/* The year in which words were said, or what a source thinks was printed; mostly that of the words before. */
static int32_t year_of(struct search *search, struct ref unit)
{
	if (unit.thing != THING_QUOTE)
		return SEARCH_YEAR_NONE;
	const struct quote *quote = &search->record->quotes[unit.index];
	const struct date *date = quote_said(search->record, quote);
	if (!date)
		date = quote_public(search->record, quote);
	if (!date)
		return SEARCH_YEAR_NONE;
	if (date != search->dated)
		search->dated_in = year_of_date(date);
	search->dated = date;
	return search->dated_in;
}

static void add_unit(struct search *search, struct ref unit, uint32_t event)
{
	struct buf *text = &search->text, *labels = &search->labels;
	struct adding adding = {search, text, unit.thing == THING_EVENT ? labels : text};
	const struct search_visit visit = {add_piece, &adding};
	size_t start = text->len;
	search_text_visit(search->record, unit, &visit);
	query_squeeze(text, start);
	if (unit.thing == THING_EVENT) {
		search->named_with[unit.index] = text->len;
		query_squeeze(labels, 0);
		buf_add(text, buf_string(labels), labels->len);
		buf_clear(labels);
	}
	size_t sources = text->len;
	adding.labels = text;
	search->sources[search->ready] = sources;
	search->owners[search->ready] = event;
	search->years[search->ready] = year_of(search, unit);
	search_text_sources(search->record, unit, &visit);
	query_squeeze(text, sources);
	search->starts[++search->ready] = text->len;
}

/* Room for all of the text, as long as it will be by what is folded: the whole of it would be moved whenever
 * it has grown. */
static void room_make(struct search *search)
{
	enum { LEAST = 1 << 20, MORE = 16 };
	struct buf *text = &search->text;
	if (text->len < LEAST || text->capacity - text->len > text->len / MORE)
		return;
	size_t each = text->len / search->ready + 1;
	size_t all = mem_large_size(each * search->count + text->len / MORE);
	if (all <= text->capacity)
		return;
	char *larger = mem_large(all);
	memcpy(larger, text->text, text->len + 1);
	free(text->text);
	text->text = larger;
	text->capacity = all;
}

void search_text_ready(struct search *search, uint32_t unit)
{
	const struct record *record = search->record;
	if (unit < search->ready || search->ready == search->count)
		return;
	if (!search->starts) {
		search->starts = mem_alloc((search->count + (size_t)1) * sizeof *search->starts);
		search->sources = mem_alloc((search->count + (size_t)1) * sizeof *search->sources);
		search->named_with = mem_alloc(
			(record->counts[THING_EVENT] + (size_t)1) * sizeof *search->named_with);
		search->owners = mem_alloc((search->count + (size_t)1) * sizeof *search->owners);
		search->years = mem_alloc((search->count + (size_t)1) * sizeof *search->years);
		search->starts[0] = 0;
	}
	search_text_names(search);
	while (search->ready <= unit && search->ready < search->count) {
		uint32_t index = search->event++;
		const struct event *event = &record->events[index];
		room_make(search);
		add_unit(search, record_ref(THING_EVENT, index), index);
		for (uint32_t i = 0; i < event->quote_count; i++)
			add_unit(search, record_ref(THING_QUOTE, event->first_quote + i), index);
	}
}

const struct needle_bytes *search_text_bytes(struct search *search)
{
	enum { LEAST = 1 << 16 };
	size_t len = search->text.len;
	if (len >= LEAST && len / 2 >= search->sampled) {
		needle_bytes_count(&search->bytes, search->text.text, len);
		search->sampled = len;
	}
	return search->sampled ? &search->bytes : NULL;
}
