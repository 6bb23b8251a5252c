/* What can be said of a record without looking anything up: every answer is a step or two through
 * the arrays, but for record_find, which reads all ids of one space. */
#include "model/form.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

void record_free(struct record *record)
{
	if (!record)
		return;
	for (int thing = THING_ERA; thing < THING_EDITOR; thing++)
		free(form_things(record, (enum thing)thing));
	arena_free(&record->arena);
	free(record);
}

struct ref record_ref(enum thing thing, uint32_t index)
{
	return (struct ref){.thing = thing & 15u, .index = index & ((1u << 28) - 1)};
}

const struct date *quote_said(const struct record *record, const struct quote *quote)
{
	if (quote->said || quote->kind == QUOTE_THESIS)
		return quote->said;
	return record->events[quote->event].date;
}

const struct date *quote_said_os(const struct record *record, const struct quote *quote)
{
	const struct event *event = &record->events[quote->event];
	if (quote->more && quote->more->said_os)
		return quote->more->said_os;
	const struct date *said = quote_said(record, quote);
	return said && date_same(said, event->date) ? event->date_os : NULL;
}

const struct date *quote_public(const struct record *record, const struct quote *quote)
{
	if (quote->more && quote->more->published)
		return quote->more->published;
	const struct date *said = quote_said(record, quote);
	if (said && quote->kind != QUOTE_THESIS)
		return said;
	const struct date *issued = quote->source.thing == THING_SOURCE
		? record->sources[quote->source.index].issued
		: NULL;
	return issued ? issued : said;
}

static bool stands_in(const struct attestations *list, const struct attestation *place)
{
	return list && place && place >= list->at && place < list->at + list->count;
}

const struct attestation *quote_place_next(
	const struct quote *quote, const struct attestation *last)
{
	const struct attestations *also = quote->also_in;
	const struct attestations *original = quote->more ? quote->more->original : NULL;
	const struct attestation *next = last ? last + 1 : also ? also->at : NULL;
	if (stands_in(also, next) && (!last || stands_in(also, last)))
		return next;
	uint32_t i = stands_in(original, last) ? (uint32_t)(last - original->at) + 1 : 0;
	for (; original && i < original->count; i++)
		if (original->at[i].source.thing != THING_NONE)
			return &original->at[i];
	return NULL;
}

const char *quote_text_language(const struct record *record, const struct quote *quote)
{
	return quote->language ? quote->language : record->language;
}

bool language_differs(const char *tag, const char *other)
{
	size_t len = strcspn(tag, "-");
	return strcspn(other, "-") != len || !text_same_ascii(tag, other, len);
}

bool quote_translated(
	const struct record *record, const struct quote *quote, const struct attestation *place)
{
	const char *ours = quote_text_language(record, quote), *theirs = place->language;
	return theirs && (!ours || language_differs(ours, theirs));
}

/* "en" is also en-GB. Both are of ASCII, whose letters no locale may fold in its own way. */
static bool is_tag(const char *tag, const char *wanted, size_t len)
{
	return tag && text_same_ascii(tag, wanted, len) && (tag[len] == '\0' || tag[len] == '-');
}

static bool any_is_tag(const struct attestations *places, const char *wanted, size_t len)
{
	for (uint32_t i = 0; places && i < places->count; i++)
		if (is_tag(places->at[i].language, wanted, len))
			return true;
	return false;
}

bool quote_in_language(
	const struct record *record, const struct quote *quote, const char *tag, size_t len)
{
	return is_tag(quote_text_language(record, quote), tag, len) ||
		any_is_tag(quote->also_in, tag, len) ||
		any_is_tag(quote->more ? quote->more->original : NULL, tag, len);
}

const char *record_told(const struct record *record, struct ref ref)
{
	const char *const *fields;
	switch ((enum thing)ref.thing) {
	case THING_PERSON:
		return record->people[ref.index].about;
	case THING_THEME:
		return record->themes[ref.index].note;
	case THING_VIEW:
		return record->views[ref.index].question;
	case THING_SOURCE:
		fields = record->sources[ref.index].fields;
		return fields[SOURCE_PERSPECTIVE] ? fields[SOURCE_PERSPECTIVE]
						  : fields[SOURCE_NOTE];
	default:
		return NULL;
	}
}

const char *record_name(const struct record *record, struct ref ref)
{
	switch ((enum thing)ref.thing) {
	case THING_ERA:
		return record->eras[ref.index].title;
	case THING_PARTY:
		return record->parties[ref.index].name;
	case THING_THEME:
		return record->themes[ref.index].title;
	case THING_SOURCE:
		return record->sources[ref.index].name;
	case THING_PERSON:
		return record->people[ref.index].name;
	case THING_EVENT:
		return record->events[ref.index].title;
	case THING_VIEW:
		return record->views[ref.index].title;
	case THING_EDITOR:
		return "the editor";
	default:
		return record_id(record, ref);
	}
}

const char *record_id(const struct record *record, struct ref ref)
{
	if (ref.thing == THING_NONE || ref.thing == THING_EDITOR)
		return ref.thing == THING_EDITOR ? "editor" : NULL;
	const char *thing = form_thing(record, ref);
	return *(const char *const *)(const void *)(thing + forms[ref.thing].id);
}

const struct names *record_aliases(const struct record *record, struct ref ref)
{
	const struct form *form = &forms[ref.thing];
	for (uint8_t i = 0; i < form->count; i++)
		if (form->fields[i].kind == FIELD_NAMES)
			return *(const struct names *const *)form_member(
				form, &form->fields[i], form_thing(record, ref));
	return NULL;
}

bool refs_has(const struct refs *refs, struct ref ref)
{
	for (uint32_t i = 0; refs && i < refs->count; i++)
		if (ref_same(refs->at[i], ref))
			return true;
	return false;
}

struct ref quote_voice(const struct quote *quote)
{
	return quote->speaker.thing == THING_NONE && quote->kind == QUOTE_THESIS ? quote->source
										 : quote->speaker;
}

struct ref record_party(const struct record *record, struct ref speaker)
{
	if (speaker.thing == THING_PARTY)
		return speaker;
	if (speaker.thing == THING_PERSON)
		return record->people[speaker.index].party;
	return (struct ref){THING_NONE, 0};
}

uint8_t record_color(const struct record *record, struct ref speaker)
{
	struct ref party = record_party(record, speaker);
	return party.thing == THING_PARTY ? record->parties[party.index].color : COLOR_NONE;
}

bool view_names(const struct view *view)
{
	for (uint32_t i = 0; view->show && i < view->show->count; i++)
		if (!view->show->at[i].scene)
			return true;
	return false;
}

static bool is_ascii(const char *text)
{
	while ((unsigned char)(*text - 1) < 0x7f)
		text++;
	return !*text;
}

static struct ref find_normal(const struct record *record, const char *id)
{
	static const enum thing space[] = {
		THING_EVENT, THING_QUOTE, THING_ERA, THING_VIEW, THING_PARALLEL};
	for (size_t i = 0; i < sizeof space / sizeof *space; i++) {
		struct ref ref = {space[i], 0};
		for (; ref.index < record->counts[space[i]]; ref.index++) {
			const char *other = record_id(record, ref);
			if (other && strcmp(other, id) == 0)
				return ref;
		}
	}
	return (struct ref){THING_NONE, 0};
}

struct ref record_find(const struct record *record, const char *id)
{
	if (is_ascii(id))
		return find_normal(record, id);
	struct buf normal = {0};
	text_normal(&normal, id, strlen(id));
	struct ref found = find_normal(record, buf_string(&normal));
	buf_free(&normal);
	return found;
}
