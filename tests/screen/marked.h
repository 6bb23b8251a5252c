/* A record in which each text and each date says from which year on it may be seen.
 *
 * It is written by the form (model/form.h), so that a field which is added there is in it by itself.
 * Each thing has a year, from FIRST on, and so have its dates; each text holds a mark with the year,
 * as "mk3004x". What looks back from today has the year NEVER. Sources that came out in the year +
 * LATE are cited by what was known before: what cites them is marked with the year of the words, and
 * all else that is in them with their own. */
#ifndef TRUCE_TESTS_MARKED_H
#define TRUCE_TESTS_MARKED_H

#include "base/buf.h"
#include "model/form.h"

#include <string.h>

enum { FIRST = 3001, YEARS = 5, LAST = FIRST + YEARS - 1, LATE = 1000, NEVER = 7777 };

struct item {
	const struct form *form;
	int year, last; /* from which its texts may be seen; in which it is over */
	int event;      /* of a quotation and what hangs on events: the year of the event */
	int refs;       /* the year of what it refers to */
	bool late;      /* rests on, or is, a source that came out in the year + LATE */
	const char *id,
		*without; /* without: names of fields that are left out, each between blanks */
};

static void id_add(struct buf *out, enum thing thing, int event, int year, bool late)
{
	static const char letters[] = " eptsnvqwr";
	buf_format(out, "%cmk%dx", letters[thing], year);
	if (thing == THING_QUOTE)
		buf_format(out, "-%d", event - FIRST);
	buf_text(out, late ? "-late" : "");
}

static bool is_of(
	const struct form_field *field, const struct item *item, int form, const char *name)
{
	return item->form == &forms[form] && strcmp(field->name, name) == 0;
}

static void ref_add(struct buf *out, bool *any, enum thing thing, int event, int year, bool late)
{
	buf_text(out, *any ? ", \"" : "\"");
	id_add(out, thing, event, year, late);
	buf_char(out, '"');
	*any = true;
}

/* Of events and quotations later ones as well, never back, so that there are no circles; of all
 * else what is of the year. Returns whether there is any. */
static bool refs_add(struct buf *out, const struct form_field *field, const struct item *item)
{
	int year = field->flags & FIELD_HINDSIGHT ? NEVER : item->refs;
	bool list = field->kind == FIELD_REFS, any = false;
	bool forward = item->form == &forms[THING_QUOTE];
	buf_text(out, list ? "[" : "");
	for (enum thing thing = THING_ERA; thing < THING_VIEW && (list || !any); thing++) {
		if (!(field->things & THING_BIT(thing)))
			continue;
		int from = year, to = year;
		if (thing == THING_QUOTE && forward)
			from = item->event > year ? item->event : year + 1, to = LAST;
		else if (thing == THING_EVENT && forward)
			to = LAST;
		else if (thing == THING_EVENT && field->flags & FIELD_TWO)
			from = item->event;
		for (int at = from; at <= to && (list || !any); at++)
			ref_add(out, &any, thing, item->event, at,
				thing == THING_SOURCE && item->late);
	}
	buf_text(out, list ? "]" : "");
	return any;
}

static void date_add(struct buf *out, const struct form_field *field, const struct item *item)
{
	int year = item->year;
	bool span = item->form == &forms[THING_EVENT] || item->form == &forms[THING_ERA];
	if (is_of(field, item, THING_PERSON, "born"))
		year = 2900;
	else if (is_of(field, item, THING_PERSON, "died"))
		year++;
	else if (is_of(field, item, THING_SOURCE, "issued"))
		year += item->late ? LATE : 0;
	else if (is_of(field, item, THING_SOURCE, "accessed"))
		year += item->late ? 2 * LATE : 1;
	else if (is_of(field, item, THING_QUOTE, "said") && item->year == item->event + 2)
		year = item->event; /* and public later */
	else if (is_of(field, item, THING_PARALLEL, "said"))
		year = item->event; /* by somebody who knew what comes */
	/* One of two days is the later one, as far as anybody knows. */
	bool one_of = (item->form == &forms[THING_EVENT] && year == LAST - 1) ||
		(is_of(field, item, THING_QUOTE, "public") && year == item->event + 2) ||
		is_of(field, item, FORM_OUTCOME, "known");
	if (one_of)
		buf_format(out, "\"[%d-06-15, %d]\"", year - 1, year);
	else if (span && item->last > year)
		buf_format(out, "\"%d-06-15/%d-02-01\"", year, item->last);
	else
		buf_format(out, "\"%d-06-15\"", year);
}

static void item_add(struct buf *out, const struct item *item);

/* What a plan shows, of its own year: an event, two quotations (where there are two), a scene. */
static void steps_add(struct buf *out, const struct item *item)
{
	static const char *const without[] = {" compare  scene ", " id  compare ", " id  scene "};
	buf_char(out, '[');
	for (size_t i = 0; i < sizeof without / sizeof *without - (item->year == FIRST); i++) {
		struct item step = *item;
		step.form = &forms[FORM_STEP];
		step.without = without[i];
		buf_text(out, i ? ", " : "");
		item_add(out, &step);
	}
	buf_char(out, ']');
}

static void two_add(struct buf *out, const struct item *item)
{
	bool any = false;
	buf_char(out, '[');
	ref_add(out, &any, THING_QUOTE, FIRST, item->year, false);
	ref_add(out, &any, THING_QUOTE, item->year, item->year, false);
	buf_char(out, ']');
}

/* Of the year of the event and of later ones, and one that rests on a late source. */
static void list_add(struct buf *out, const struct form_field *field, const struct item *item)
{
	buf_char(out, '[');
	for (int year = item->year; year <= LAST + 1; year++) {
		struct item one = {field->form, year, year, item->event, year, false, NULL, ""};
		if (year > LAST) {
			one.refs = item->year;
			one.year = NEVER;
			one.late = true;
		}
		buf_text(out, year > item->year ? ", " : "");
		item_add(out, &one);
		if (field->form == &forms[FORM_PARTICIPANT])
			break;
	}
	buf_char(out, ']');
}

static int year_of_text(const struct form_field *field, const struct item *item)
{
	if (field->flags & FIELD_HINDSIGHT)
		return NEVER;
	if (!(field->flags & FIELD_ACCOUNT))
		return item->year;
	return item->late ? item->year + LATE : item->last;
}

/* Whether the field has a value, which is appended then. */
static bool value_add(struct buf *out, const struct form_field *field, const struct item *item)
{
	struct item nested = *item;
	switch ((enum form_kind)field->kind) {
	case FIELD_ID:
		buf_format(out, "\"%s\"", item->id);
		return item->id;
	case FIELD_TEXT:
		buf_format(out, "\"The %s of mk%dx\"", field->name, year_of_text(field, item));
		return true;
	case FIELD_NAMES:
		buf_format(out, "[\"Other name of mk%dx\"]", year_of_text(field, item));
		return true;
	case FIELD_LANGUAGE:
		buf_text(out, "\"en\"");
		return true;
	case FIELD_DIGEST:
		buf_format(out, "\"%064d\"", 0);
		return true;
	case FIELD_WORD_TEXT:
		buf_format(out, "\"%s\"", field->words->at[0]);
		return true;
	case FIELD_DATE:
		date_add(out, field, item);
		return true;
	case FIELD_WORD:
		if (!is_of(field, item, FORM_STEP, "scene"))
			return false;
		buf_format(out, "\"%s\"", field->words->at[SCENE_POSITIONS]);
		return true;
	case FIELD_REF:
	case FIELD_REFS:
		if (is_of(field, item, FORM_STEP, "compare")) {
			two_add(out, item);
			return true;
		}
		return !is_of(field, item, THING_EVENT, "after") && refs_add(out, field, item);
	case FIELD_FORM:
		nested.form = field->form;
		if (field->flags & FIELD_ACCOUNT)
			nested.year = nested.last = item->last + 1;
		item_add(out, &nested);
		return true;
	case FIELD_FORMS:
		if (field->form == &forms[FORM_STEP])
			steps_add(out, item);
		else
			list_add(out, field, item);
		return true;
	default:
		return false;
	}
}

static void item_add(struct buf *out, const struct item *item)
{
	bool any = false;
	struct buf value = {0}, name = {0};
	buf_char(out, '{');
	for (uint8_t i = 0; i < item->form->count; i++) {
		const struct form_field *field = &item->form->fields[i];
		buf_clear(&value);
		buf_clear(&name);
		buf_format(&name, " %s ", field->name);
		if (strstr(item->without, buf_string(&name)) || !value_add(&value, field, item))
			continue;
		buf_format(out, "%s\n\"%s\": %s", any ? "," : "", field->name, buf_string(&value));
		any = true;
	}
	buf_char(out, '}');
	buf_free(&value);
	buf_free(&name);
}

/* A section of things by id, each year one and the last of never; of sources late ones as well. */
static void section_add(struct buf *out, enum thing thing, const char *key)
{
	bool any = false;
	buf_format(out, ",\n\"%s\": {", key);
	for (int late = 0; late <= (thing == THING_SOURCE); late++)
		for (int year = FIRST; year <= LAST + (thing != THING_VIEW); year++) {
			int of = year > LAST ? NEVER : year;
			buf_text(out, any ? ",\n\"" : "\"");
			id_add(out, thing, 0, of, late);
			buf_text(out, "\": ");
			item_add(out,
				&(struct item){&forms[thing], of, of + (thing == THING_ERA), of, of,
					late, NULL, thing == THING_VIEW ? " query " : ""});
			any = true;
		}
	buf_char(out, '}');
}

/* Said at an event, public in a year, each in another way. The first is printed in a late source. */
static void quote_add(struct buf *out, int event, int year)
{
	struct item item = {&forms[THING_QUOTE], year, year, event, year, year == event, NULL, ""};
	struct buf id = {0};
	id_add(&id, THING_QUOTE, event, year, false);
	item.id = buf_string(&id);
	item.without = year == event + 1 ? " public "
		: year == event + 3      ? " public  said  speaker "
					 : "";
	item_add(out, &item);
	out->len--; /* the bracket */
	if (year == event + 3)
		buf_text(out, ", \"kind\": \"thesis\"");
	if (year == event + 1)
		buf_text(out, ", \"kind\": \"paraphrase\"");
	buf_char(out, '}');
	buf_free(&id);
}

/* Every other one goes on into the next year. */
static void event_add(struct buf *out, int year)
{
	struct buf id = {0};
	id_add(&id, THING_EVENT, 0, year, false);
	item_add(out,
		&(struct item){&forms[THING_EVENT], year, year + year % 2, year, year, false,
			buf_string(&id), ""});
	out->len--;
	buf_text(out, ",\n\"quotes\": [");
	for (int heard = LAST; heard >= year; heard--) {
		buf_text(out, heard < LAST ? ", " : "");
		quote_add(out, year, heard);
	}
	buf_text(out, "]}");
	buf_free(&id);
}

/* A likeness of an event and all later ones up to the year, drawn in that year; one without a day
 * and a source is never known. */
static void parallels_add(struct buf *out)
{
	struct buf id = {0};
	buf_text(out, ",\n\"parallels\": [");
	for (int event = FIRST; event < LAST; event++)
		for (int year = event + 1; year <= LAST + 1; year++) {
			struct item item = {&forms[THING_PARALLEL], year, year, event, year, false,
				NULL, year % 2 ? " said " : ""};
			if (year > LAST) {
				item.year = NEVER;
				item.refs = event + 1;
				item.without = " said  source ";
			}
			buf_clear(&id);
			buf_format(&id, "rmk%dx-%d", item.year, event - FIRST);
			item.id = buf_string(&id);
			item_add(out, &item);
			buf_text(out, event + 1 < LAST || year <= LAST ? ",\n" : "");
		}
	buf_char(out, ']');
	buf_free(&id);
}

/* Appends the record, as JSON. */
static void marked_write(struct buf *out)
{
	buf_text(out,
		"{\"title\": \"Marked\", \"language\": \"en\", \"subtitle\": \"mk7777x\", "
		"\"description\": \"mk7777x\"");
	section_add(out, THING_ERA, "eras");
	section_add(out, THING_PARTY, "parties");
	section_add(out, THING_THEME, "themes");
	section_add(out, THING_SOURCE, "sources");
	section_add(out, THING_PERSON, "people");
	buf_text(out, ",\n\"events\": [");
	for (int year = FIRST; year <= LAST; year++) {
		buf_text(out, year > FIRST ? ",\n" : "");
		event_add(out, year);
	}
	buf_text(out, ",\n{\"id\": \"vmk7777x\", \"date\": \"7777\", \"title\": \"mk7777x\"}]");
	section_add(out, THING_VIEW, "views");
	parallels_add(out);
	buf_text(out, "}\n");
}

#endif
