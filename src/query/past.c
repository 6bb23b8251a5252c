/* The arrays of all things are copied, and then each thing that stays is gone along by its form. A
 * list is copied when something in it goes, and a text is never. First it is decided which events
 * and quotations stay; the rest follows from what these name. Last, what does not stay is emptied,
 * so that nothing of it can be shown by mistake. */
#include "query/past.h"

#include "base/bits.h"
#include "model/form.h"

#include <string.h>

struct past {
	const struct record *whole;
	struct record *record;
	int64_t day;
	struct arena *arena;
	uint8_t *known[THING_COUNT]; /* a bit for each thing that stays */
};

bool past_date(const struct date *date, int64_t day)
{
	return date && date->sort != DATE_NO_SORT && date->latest <= day;
}

static bool is_known(const struct past *past, struct ref ref)
{
	return !past->known[ref.thing] || bit_get(past->known[ref.thing], ref.index);
}

/* Whether a reference stays: what it leads to has a day of its own, or is known for its sake. */
static bool is_led_to(const struct past *past, struct ref ref)
{
	const unsigned dated = THING_BIT(THING_EVENT) | THING_BIT(THING_QUOTE) |
		THING_BIT(THING_PARALLEL);
	return !(dated & THING_BIT(ref.thing)) || is_known(past, ref);
}

/* ---- what had begun, and what was public ---- */

/* What is known by its month alone has begun when the month is over, and one of several days when the
 * last of them has come; what began nobody knows when, by the day it ended. */
static bool has_begun(const struct date *date, int64_t day)
{
	struct date_edge start;
	if (date->sort == DATE_NO_SORT)
		return false;
	if (date_begins(date, &start))
		return start.last <= day;
	if (date->earliest == DATE_UNKNOWN_START)
		return (date_is_day(date->latest) ? date->latest : date->sort) <= day;
	return date->earliest <= day;
}

static void events_know(struct past *past)
{
	const struct record *whole = past->whole;
	for (uint32_t i = 0; i < whole->counts[THING_EVENT]; i++)
		if (has_begun(whole->events[i].date, past->day))
			bit_set(past->known[THING_EVENT], i);
	for (uint32_t i = 0; i < whole->counts[THING_QUOTE]; i++) {
		const struct quote *quote = &whole->quotes[i];
		if (bit_get(past->known[THING_EVENT], quote->event) &&
			past_date(quote_public(whole, quote), past->day)) {
			bit_set(past->known[THING_QUOTE], i);
			past->record->quote_kinds.of[quote->kind]++;
		}
	}
}

/* ---- a thing, field by field ---- */

static void fields_cut(
	struct past *past, const struct form *form, char *thing, const struct date *date);

static const struct date *date_of(const struct form *form, const void *thing)
{
	const struct date *date = NULL;
	for (uint8_t i = 0; i < form->count && !date; i++)
		if (form->fields[i].kind == FIELD_DATE) {
			const void *member = form_member(form, &form->fields[i], thing);
			if (member)
				memcpy(&date, member, sizeof date);
		}
	return date;
}

static void member_clear(const struct form_field *field, char *member)
{
	const void *none = NULL;
	const struct ref nobody = {THING_NONE, 0};
	switch ((enum form_kind)field->kind) {
	case FIELD_THINGS:
		break;
	case FIELD_REF:
		memcpy(member, &nobody, sizeof nobody);
		break;
	case FIELD_INTEGER:
		memset(member, 0, sizeof(int64_t));
		break;
	case FIELD_WORD:
	case FIELD_TRUTH:
		*member = 0;
		break;
	case FIELD_FORM:
		for (uint8_t i = 0; i < field->form->count; i++)
			member_clear(
				&field->form->fields[i], member + field->form->fields[i].offset);
		break;
	default:
		memcpy(member, &none, sizeof none);
		break;
	}
}

/* The beginning of a date that goes on, with an open end: what "1917-12-22/1918-02-10" was before it
 * was over. A date that is coarse, not long, stays as it is. */
static const struct date *date_open(struct past *past, const struct date *date)
{
	struct buf edtf = {0}, open = {0};
	struct date_problem problem;
	struct date *cut = arena_copy(past->arena, date, 1, sizeof *date);
	date_edtf(date, &edtf);
	const char *text = buf_string(&edtf) + (*buf_string(&edtf) == '{'),
		   *dots = strstr(text, "..");
	size_t len = strcspn(text, "/,}");
	if (dots && dots < text + len)
		len = (size_t)(dots - text);
	if (text[len]) {
		buf_add(&open, text, len);
		buf_text(&open, "/..");
		if (!date_parse(past->arena, buf_string(&open), open.len, cut, &problem))
			cut->latest = DATE_OPEN_END;
	}
	buf_free(&edtf);
	buf_free(&open);
	return cut;
}

/* A date to come goes; but for that of a source, which is named with it, and the spans of events and
 * eras, of which the end goes. */
static void date_cut(struct past *past, const struct form *form, const struct form_field *field,
	const void *thing, char *member)
{
	const struct date *date;
	memcpy(&date, member, sizeof date);
	if (past_date(date, past->day))
		return;
	if (form == &forms[THING_SOURCE] && date == ((const struct source *)thing)->issued)
		return;
	bool span = form == &forms[THING_EVENT] || form == &forms[THING_ERA];
	if (span && field->kind == FIELD_DATE)
		date = date_open(past, date);
	else if (!span || strpbrk(date->edtf, "/{"))
		date = NULL;
	memcpy(member, &date, sizeof date);
}

static void refs_cut(struct past *past, char *member)
{
	const struct refs *refs;
	uint32_t kept = 0;
	memcpy(&refs, member, sizeof refs);
	for (uint32_t i = 0; i < refs->count; i++)
		kept += is_led_to(past, refs->at[i]);
	if (kept == refs->count)
		return;
	struct refs *left = kept
		? arena_alloc(past->arena, 1, sizeof *left + kept * sizeof *left->at)
		: NULL;
	for (uint32_t i = 0; left && i < refs->count; i++)
		if (is_led_to(past, refs->at[i]))
			left->at[left->count++] = refs->at[i];
	memcpy(member, &left, sizeof left);
}

/* What is nested rests on what it refers to: a stand on its quotation, another place in print on the
 * source that came out. */
struct resting {
	const struct past *past;
	bool on_known;
};

static void rest_on(void *context, const struct form_field *field, struct ref *ref)
{
	struct resting *resting = context;
	const struct past *past = resting->past;
	(void)field;
	if (ref->thing == THING_SOURCE)
		resting->on_known &= past_date(past->whole->sources[ref->index].issued, past->day);
	else if (ref->thing == THING_EVENT || ref->thing == THING_QUOTE)
		resting->on_known &= is_known(past, *ref);
}

/* What has no date of its own is of that of its thing. */
static void list_cut(
	struct past *past, const struct form_field *field, const struct date *date, char *member)
{
	uint32_t count, kept = 0;
	const struct form *form = field->form;
	const char *items = form_list(field, member, &count);
	char *list = arena_alloc(past->arena, 1, form->list + (size_t)count * form->size);
	for (uint32_t i = 0; i < count; i++, items += form->size) {
		struct resting resting = {past, true};
		const struct form_visit visit = {.ref = rest_on, .context = &resting};
		form_refs(form, items, &visit);
		if (!resting.on_known)
			continue;
		char *item = list + form->list + (size_t)kept++ * form->size;
		memcpy(item, items, form->size);
		const struct date *own = date_of(form, item);
		fields_cut(past, form, item, own ? own : date);
	}
	memcpy(list, &kept, sizeof kept);
	if (!kept)
		list = NULL;
	memcpy(member, &list, sizeof list);
}

static void member_cut(struct past *past, const struct form *form, const struct form_field *field,
	char *thing, const struct date *date, char *member)
{
	const struct date *own = field->kind == FIELD_FORM ? date_of(field->form, member) : NULL;
	struct ref ref;
	if (field->flags & FIELD_HINDSIGHT ||
		(field->flags & FIELD_ACCOUNT && !past_date(own ? own : date, past->day))) {
		member_clear(field, member);
		return;
	}
	switch ((enum form_kind)field->kind) {
	case FIELD_DATE:
	case FIELD_DATE_OS:
		date_cut(past, form, field, thing, member);
		break;
	case FIELD_REF:
		memcpy(&ref, member, sizeof ref);
		if (!is_led_to(past, ref))
			member_clear(field, member);
		break;
	case FIELD_REFS:
		refs_cut(past, member);
		break;
	case FIELD_FORM:
		fields_cut(past, field->form, member, own ? own : date);
		break;
	case FIELD_FORMS:
		list_cut(past, field, date, member);
		break;
	default:
		break;
	}
}

static void fields_cut(
	struct past *past, const struct form *form, char *thing, const struct date *date)
{
	if (form->more) {
		const void *more;
		memcpy(&more, thing + form->more, sizeof more);
		if (more)
			more = arena_copy(past->arena, more, 1, form->more_size);
		memcpy(thing + form->more, &more, sizeof more);
	}
	for (uint8_t i = 0; i < form->count; i++) {
		const struct form_field *field = &form->fields[i];
		char *member = (char *)(uintptr_t)form_member(form, field, thing);
		if (form_has(field, member))
			member_cut(past, form, field, thing, date, member);
	}
}

/* ---- what the things that stay name ---- */

static void name(void *context, const struct form_field *field, struct ref *ref)
{
	struct past *past = context;
	(void)field;
	uint8_t *known = past->known[ref->thing];
	if (!known || ref->thing == THING_EVENT || ref->thing == THING_QUOTE ||
		bit_get(known, ref->index))
		return;
	bit_set(known, ref->index);
	const struct form_visit visit = {.ref = name, .context = past};
	form_refs(&forms[ref->thing], form_thing(past->record, *ref), &visit);
}

/* Cuts a thing that stays, and marks what it still names. */
static void thing_cut(struct past *past, struct ref ref)
{
	const struct form *form = &forms[ref.thing];
	char *thing = (char *)(uintptr_t)form_thing(past->record, ref);
	const struct form_visit visit = {.ref = name, .context = past};
	fields_cut(past, form, thing, date_of(form, thing));
	form_refs(form, thing, &visit);
}

static void things_cut(struct past *past, enum thing thing)
{
	for (uint32_t i = 0; i < past->whole->counts[thing]; i++)
		if (bit_get(past->known[thing], i))
			thing_cut(past, record_ref(thing, i));
}

/* A likeness is drawn on a day, or when its source came out. */
static bool is_drawn(const struct past *past, const struct parallel *parallel)
{
	const struct date *date = parallel->said;
	if (!date && parallel->source.thing == THING_SOURCE)
		date = past->whole->sources[parallel->source.index].issued;
	bool drawn = past_date(date, past->day);
	for (uint32_t i = 0; drawn && i < parallel->between->count; i++)
		drawn = is_known(past, parallel->between->at[i]);
	return drawn;
}

/* A plan is known when all it shows is; what a query finds may always be later, and so may what
 * scenes of all there is are about, unless the plan itself goes back to a day. */
static bool is_plan_known(const struct past *past, const struct view *view)
{
	struct resting resting = {past, true};
	const struct form_visit visit = {.ref = rest_on, .context = &resting};
	form_refs(&forms[THING_VIEW], view, &visit);
	return resting.on_known &&
		(past_date(view->as_of, past->day) || (!view->query && view_names(view)));
}

static void claims_know(struct past *past)
{
	const struct record *whole = past->whole;
	for (uint32_t i = 0; i < whole->counts[THING_PARALLEL]; i++)
		if (is_drawn(past, &whole->parallels[i]))
			bit_set(past->known[THING_PARALLEL], i);
	for (uint32_t i = 0; i < whole->counts[THING_VIEW]; i++)
		if (is_plan_known(past, &whole->views[i]))
			bit_set(past->known[THING_VIEW], i);
}

/* ---- what follows from the fields ---- */

/* A quotation that was the same as one to come is the same as the first that stays. */
static void utterances_cut(struct past *past)
{
	struct record *record = past->record;
	uint32_t count = record->counts[THING_QUOTE], none = UINT32_MAX;
	if (!record->utterances)
		return;
	uint32_t *first = arena_alloc(past->arena, count, sizeof *first);
	uint32_t *joined = arena_alloc(past->arena, count, sizeof *joined);
	for (uint32_t i = 0; i < count; i++)
		first[i] = none;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t utterance = past->whole->utterances[i];
		joined[i] = i;
		if (!bit_get(past->known[THING_QUOTE], i))
			continue;
		if (first[utterance] == none)
			first[utterance] = i;
		joined[i] = first[utterance];
		const struct quote *was = &past->whole->quotes[i];
		if (!was->more || was->more->same_as.thing != THING_QUOTE)
			continue;
		struct quote_more *more = (struct quote_more *)(uintptr_t)record->quotes[i].more;
		if (more->same_as.thing == THING_NONE && joined[i] != i)
			more->same_as = record_ref(THING_QUOTE, joined[i]);
	}
	record->utterances = joined;
}

static void parallels_cut(struct past *past)
{
	struct record *record = past->record;
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++)
		if (record->events[i].parallels)
			refs_cut(past, (char *)&record->events[i].parallels);
	for (uint32_t i = 0; i < record->counts[THING_ERA]; i++)
		if (record->eras[i].parallels)
			refs_cut(past, (char *)&record->eras[i].parallels);
}

/* ---- what does not stay ---- */

/* Its place in the file and in time is left, and where it has to name something, "". A plan keeps
 * its title: whoever asks for it by its id knows it. */
static void thing_empty(struct past *past, struct ref ref)
{
	static const struct refs nothing = {0};
	const struct form *form = &forms[ref.thing];
	const char *was = form_thing(past->whole, ref), *none = "";
	char *thing = (char *)(uintptr_t)form_thing(past->record, ref);
	memset(thing, 0, form->size);
	memcpy(thing + form->place, was + form->place, sizeof(struct place));
	memcpy(thing + form->id, &none, sizeof none);
	for (uint8_t i = 0; i < form->count; i++) {
		const struct form_field *field = &form->fields[i];
		if (field->needs && (field->kind == FIELD_TEXT || field->kind == FIELD_WORD_TEXT))
			memcpy(thing + field->offset, &none, sizeof none);
	}
	if (ref.thing == THING_EVENT) {
		struct event *event = &past->record->events[ref.index];
		const struct event *before = &past->whole->events[ref.index];
		event->date = before->date;
		event->first_quote = before->first_quote;
		event->quote_count = before->quote_count;
	} else if (ref.thing == THING_QUOTE) {
		past->record->quotes[ref.index].event = past->whole->quotes[ref.index].event;
	} else if (ref.thing == THING_SOURCE) {
		past->record->sources[ref.index].name = none;
	} else if (ref.thing == THING_PARALLEL) {
		past->record->parallels[ref.index].between = &nothing;
	}
}

static void things_empty(struct past *past)
{
	for (enum thing thing = THING_ERA; thing < THING_EDITOR; thing++) {
		uint32_t count = past->whole->counts[thing];
		uint8_t *hidden = arena_alloc(past->arena, bits_size(count), 1);
		for (uint32_t i = 0; i < count; i++) {
			if (bit_get(past->known[thing], i))
				continue;
			bit_set(hidden, i);
			if (thing != THING_VIEW)
				thing_empty(past, record_ref(thing, i));
		}
		past->record->hidden[thing] = hidden;
	}
}

/* ---- the whole ---- */

static void past_begin(struct past *past)
{
	struct record *record = past->record;
	record->arena = (struct arena){0};
	record->whole = past->whole;
	record->day = past->day;
	record->quote_kinds = (struct quote_counts){{0}};
	for (enum thing thing = THING_ERA; thing < THING_EDITOR; thing++) {
		uint32_t count = record->counts[thing];
		past->known[thing] = arena_alloc(past->arena, bits_size(count), 1);
		form_things_set(record, thing,
			arena_copy(past->arena, form_things(past->whole, thing), count,
				forms[thing].size));
	}
}

const struct record *past_record(const struct record *record, int64_t day, struct arena *arena)
{
	const struct record *whole = record_whole(record);
	if (day == DATE_OPEN_END)
		return whole;
	if (record->whole && record->day == day)
		return record;
	struct past past = {.whole = whole,
		.record = arena_copy(arena, whole, 1, sizeof *whole),
		.day = day,
		.arena = arena};
	past_begin(&past);
	events_know(&past);
	things_cut(&past, THING_EVENT);
	things_cut(&past, THING_QUOTE);
	claims_know(&past);
	things_cut(&past, THING_PARALLEL);
	for (enum thing thing = THING_ERA; thing < THING_EVENT; thing++)
		things_cut(&past, thing);
	for (uint32_t i = 0; i < whole->counts[THING_VIEW]; i++)
		fields_cut(&past, &forms[THING_VIEW], (char *)&past.record->views[i],
			whole->views[i].as_of);
	fields_cut(&past, &forms[FORM_RECORD], (char *)past.record, NULL);
	utterances_cut(&past);
	parallels_cut(&past);
	things_empty(&past);
	return past.record;
}

const struct view *past_view(const struct record *record, const struct view *view)
{
	bool of_whole = view && record->whole && view >= record->whole->views &&
		view < record->whole->views + record->whole->counts[THING_VIEW];
	return of_whole ? &record->views[view - record->whole->views] : view;
}
