/* The record from its title to its parallels, each thing by its form. Four fields are not written
 * as they stand: an era that the file need not say, an event to come after and a quotation to be
 * the same as that the selection has left out, and the things of a section or an event, of which
 * the selection decides. */
#include "print/sink.h"

#include <string.h>

/* ---- what is worked out ---- */

/* An end that is not known counts as open, as for the reader of the file. */
static int64_t first_day(const struct date *date)
{
	return date->earliest == DATE_UNKNOWN_START ? DATE_OPEN_START : date->earliest;
}

static int64_t last_day(const struct date *date)
{
	return date->latest == DATE_UNKNOWN_END ? DATE_OPEN_END : date->latest;
}

/* Whether a reader of the file finds the event's era without being told: it is the one narrowest
 * era that holds the date. Where two are equally narrow, or eras are so many that looking at each
 * for every event would take its time, the file says. */
static bool era_is_plain(const struct record *record, const struct event *event)
{
	enum { ERAS_MOST = 64 };
	if (record->counts[THING_ERA] > ERAS_MOST)
		return false;
	bool other_as_narrow = false;
	uint32_t narrowest = UINT32_MAX;
	uint64_t least = UINT64_MAX;
	for (uint32_t n = 0; n < record->counts[THING_ERA]; n++) {
		const struct date *date = record->eras[n].date;
		if (!date || first_day(date) > first_day(event->date) ||
			last_day(date) < last_day(event->date))
			continue;
		uint64_t days = (uint64_t)last_day(date) - (uint64_t)first_day(date);
		if (days < least) {
			least = days;
			narrowest = n;
			other_as_narrow = false;
		} else if (days == least) {
			other_as_narrow = true;
		}
	}
	return narrowest == event->era.index && !other_as_narrow;
}

static bool is_sorted(const struct event *event, const struct event *next)
{
	return date_compare_ordered(event->date, event->more ? event->more->order : 0, next->date,
		       next->more ? next->more->order : 0) <= 0;
}

/* The event that this one comes after. Where a selection leaves that out and dates alone would put
 * this one elsewhere, it is the one before it in the selection, so that the order stays when the
 * file is read. */
static struct ref after_shown(const struct sink *sink, const struct event *event, struct ref after)
{
	const struct ref none = {THING_NONE, 0};
	const struct result *result = sink->keep->result;
	const struct record *record = result->record;
	if (after.thing == THING_NONE || keep_has(sink->keep, after))
		return after;
	uint32_t row = (uint32_t)result_row(result, record_event_index(record, event));
	if (!row)
		return none;
	const struct event *before = result_event(result, row - 1);
	bool last = row + 1 == result->event_count;
	if (date_before(event->date, before->date) ||
		(is_sorted(before, event) &&
			(last || is_sorted(event, result_event(result, row + 1)))))
		return none;
	return record_ref(THING_EVENT, record_event_index(record, before));
}

/* The ref as it is written. */
static struct ref ref_shown(const struct sink *sink, const struct form *form,
	const struct form_field *field, const void *thing)
{
	const struct ref *ref = form_member(form, field, thing), none = {THING_NONE, 0};
	if (form == &forms[THING_QUOTE] && strcmp(field->name, "same_as") == 0)
		return keep_same_as(
			sink->keep, record_quote_index(sink->keep->result->record, thing));
	if (!ref)
		return none;
	if (form == &forms[THING_EVENT] && ref == &((const struct event *)thing)->era)
		return sink->resolved || !era_is_plain(sink->keep->result->record, thing) ? *ref
											  : none;
	if (form == &forms[THING_EVENT] && field->flags & FIELD_MORE &&
		ref == &((const struct event *)thing)->more->after)
		return after_shown(sink, thing, *ref);
	return *ref;
}

/* ---- single fields ---- */

static void refs(struct sink *sink, const char *key, const struct refs *refs)
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

/* A date that is given in Old Style alone is kept as that date in both fields, so the New Style
 * one is only said where everything is. */
static void date(struct sink *sink, const struct form *form, const struct form_field *field,
	const void *thing)
{
	const void *member = form_member(form, field, thing);
	const struct date *date = member ? *(const struct date *const *)member : NULL;
	if (field->kind == FIELD_DATE && date && date->old_style && !sink->resolved)
		return;
	if (field->kind == FIELD_DATE_OS && !date) {
		member = form_member(form, field - 1, thing);
		date = member ? *(const struct date *const *)member : NULL;
		date = date && date->old_style ? date : NULL;
	}
	if (date)
		sink->calls->date(sink, field->name, date);
}

/* The first word is what is meant where nothing is said. */
static void word(struct sink *sink, const struct form_field *field, uint8_t word)
{
	if (*field->words->at[word] && (word || sink->resolved))
		sink->calls->text(sink, field->name, field->words->at[word]);
}

/* ---- what is nested ---- */

static void fields(struct sink *sink, const struct form *form, const void *thing);

static void mapping(struct sink *sink, const char *key, const struct form *form, const void *thing,
	enum shape shape)
{
	sink->calls->open(sink, key, shape);
	fields(sink, form, thing);
	sink->calls->close(sink, shape);
}

/* Whether a scene's name would be taken for an id, or an id for a scene. */
static bool scene_is_called(struct sink *sink, uint8_t scene)
{
	enum { CALLED_NOT = 1, CALLED };
	if (!sink->called[scene]) {
		struct ref ref = record_find(
			record_whole(sink->keep->result->record), form_scenes.at[scene]);
		bool called = ref.thing == THING_EVENT || ref.thing == THING_QUOTE;
		sink->called[scene] = called ? CALLED : CALLED_NOT;
	}
	return sink->called[scene] == CALLED;
}

/* What may stand in place of a mapping: its plain field, where there is no other and a reader takes
 * it for that one. */
static const char *plain_text(struct sink *sink, const struct form *form, const void *item)
{
	const struct form_field *plain = NULL;
	for (uint8_t i = 0; i < form->count; i++) {
		const struct form_field *field = &form->fields[i];
		if (!form_has(field, form_member(form, field, item)))
			continue;
		if (plain || !(field->flags & FIELD_PLAIN))
			return NULL;
		plain = field;
	}
	if (!plain)
		return NULL;
	const void *member = form_member(form, plain, item);
	if (plain->words == &form_scenes && scene_is_called(sink, *(const uint8_t *)member))
		return NULL;
	const char *text = plain->kind == FIELD_REF
		? record_id(sink->keep->result->record, *(const struct ref *)member)
		: plain->kind == FIELD_WORD ? plain->words->at[*(const uint8_t *)member]
					    : *(const char *const *)member;
	return form_plain_of(form, text) == plain ? text : NULL;
}

/* A list of plain texts alone may stand on one line. */
static void list(struct sink *sink, const struct form_field *field, const void *member)
{
	const struct form *form = field->form;
	uint32_t count, kept = 0, plain = 0;
	const char *items = form_list(field, member, &count);
	const char **texts = arena_alloc(&sink->arena, count, sizeof *texts);
	const void **said = arena_alloc(&sink->arena, count, sizeof *said);
	for (uint32_t n = 0; n < count; n++, items += form->size)
		if (keep_says(sink->keep, form, items)) {
			texts[kept] = sink->resolved ? NULL : plain_text(sink, form, items);
			plain += texts[kept] != NULL;
			said[kept++] = items;
		}
	if (kept && plain == kept) {
		sink->calls->words(sink, field->name, texts, kept);
		return;
	}
	enum shape shape = form_plain(form) ? SHAPE_SHORT : SHAPE_MAP;
	if (kept == 1 && field->flags & FIELD_ONE) {
		mapping(sink, field->name, form, said[0], shape);
		return;
	}
	for (uint32_t n = 0; n < kept; n++) {
		if (!n)
			sink->calls->open(sink, field->name, SHAPE_LIST);
		if (texts[n])
			sink->calls->text(sink, NULL, texts[n]);
		else
			mapping(sink, NULL, form, said[n], shape);
	}
	if (kept)
		sink->calls->close(sink, SHAPE_LIST);
}

static void quotes(struct sink *sink, const char *key, const struct event *event)
{
	const struct result *result = sink->keep->result;
	uint32_t count = result_quote_count(result, event);
	if (!count)
		return;
	sink->calls->open(sink, key, SHAPE_LIST);
	for (uint32_t n = 0; n < count; n++)
		mapping(sink, NULL, &forms[THING_QUOTE], result_quote(result, event, n), SHAPE_MAP);
	sink->calls->close(sink, SHAPE_LIST);
}

/* A section is a map by id, or a list. */
static void section(struct sink *sink, const char *key, enum thing thing)
{
	const struct record *record = sink->keep->result->record;
	const struct form *form = &forms[thing];
	enum shape shape = form->keyed ? SHAPE_MAP : SHAPE_LIST;
	bool any = false;
	for (struct ref ref = {thing, 0}; ref.index < record->counts[thing] && !sink->failed;
		ref.index++) {
		const void *item = form_thing(record, ref);
		if (!keep_has(sink->keep, ref) || !keep_says(sink->keep, form, item))
			continue;
		if (!any)
			sink->calls->open(sink, key, shape);
		any = true;
		mapping(sink, form->keyed ? record_id(record, ref) : NULL, form, item, SHAPE_MAP);
		sink_flush(sink);
	}
	if (any)
		sink->calls->close(sink, shape);
}

/* ---- forms ---- */

static void field(struct sink *sink, const struct form *form, const struct form_field *field,
	const void *thing)
{
	const void *member = form_member(form, field, thing);
	bool has = form_has(field, member);
	const char *key = field->name, *text;
	struct ref ref;
	switch ((enum form_kind)field->kind) {
	case FIELD_TEXT:
	case FIELD_LANGUAGE:
	case FIELD_DIGEST:
	case FIELD_ID:
	case FIELD_WORD_TEXT:
		if (has)
			sink->calls->text(sink, key, *(const char *const *)member);
		break;
	case FIELD_DATE:
	case FIELD_DATE_OS:
		date(sink, form, field, thing);
		break;
	case FIELD_INTEGER:
		if (has)
			sink->calls->number(sink, key, *(const int64_t *)member);
		break;
	case FIELD_TRUTH:
		if (has)
			sink->calls->truth(sink, key);
		break;
	case FIELD_WORD:
		word(sink, field, member ? *(const uint8_t *)member : 0);
		break;
	case FIELD_NAMES:
		if (has) {
			const struct names *names = *(const struct names *const *)member;
			sink->calls->words(sink, key, names->at, names->count);
		}
		break;
	case FIELD_REF:
		ref = ref_shown(sink, form, field, thing);
		if (keep_has(sink->keep, ref))
			sink->calls->text(sink, key, record_id(sink->keep->result->record, ref));
		break;
	case FIELD_REFS:
		if (has)
			refs(sink, key, *(const struct refs *const *)member);
		break;
	case FIELD_FORM:
		if (!has)
			break;
		text = plain_text(sink, field->form, member);
		if (text)
			sink->calls->text(sink, key, text);
		else
			mapping(sink, key, field->form, member, SHAPE_MAP);
		break;
	case FIELD_FORMS:
		if (has)
			list(sink, field, member);
		break;
	case FIELD_THINGS:
		if (form == &forms[THING_EVENT])
			quotes(sink, key, thing);
		else
			section(sink, key, form_thing_kind(field));
		break;
	}
}

static void fields(struct sink *sink, const struct form *form, const void *thing)
{
	for (uint8_t i = 0; i < form->count; i++)
		field(sink, form, &form->fields[i], thing);
}

void walk_record(struct sink *sink)
{
	fields(sink, &forms[FORM_RECORD], sink->keep->result->record);
}

void walk_event(struct sink *sink, const char *key, const struct event *event)
{
	mapping(sink, key, &forms[THING_EVENT], event, SHAPE_MAP);
}

/* ---- the one place where a structured format meets its stream ---- */

static bool put(FILE *file, const char *text, size_t len)
{
	return fwrite(text, 1, len, file) == len;
}

/* As JSON may have it instead: "<" stands nowhere but in its texts. */
static bool put_in_page(FILE *file, const char *text, size_t len)
{
	static const char less[] = "\\u003c";
	const char *end = text + len;
	for (const char *at; (at = memchr(text, '<', (size_t)(end - text))); text = at + 1)
		if (!put(file, text, (size_t)(at - text)) || !put(file, less, sizeof less - 1))
			return false;
	return put(file, text, (size_t)(end - text));
}

void sink_flush(struct sink *sink)
{
	if (!sink->failed && sink->out.len)
		sink->failed = !(sink->in_page ? put_in_page : put)(
			sink->file, sink->out.text, sink->out.len);
	buf_clear(&sink->out);
	arena_reset(&sink->arena);
}

bool sink_end(struct sink *sink)
{
	sink_flush(sink);
	bool good = fflush(sink->file) == 0 && !sink->failed;
	buf_free(&sink->out);
	arena_free(&sink->arena);
	return good;
}
