/* A pending reference is looked up once more, now that all ids are known. What is still unknown
 * gets the nearest id of the right kind, or the id of the thing that goes by that name; what is
 * known as something else is an error of its own. */
#include "load/finish.h"

#include "base/memory.h"
#include "base/suggest.h"
#include "load/called.h"

#include <stdlib.h>
#include <string.h>

enum { LOST_MOST = 200 };

static enum code unknown_code(unsigned things)
{
	static const struct {
		enum thing thing;
		enum code code;
	} order[] = {
		{THING_PERSON, CODE_UNKNOWN_PERSON}, /* and whoever else may speak */
		{THING_EVENT, CODE_UNKNOWN_EVENT},   /* and eras or quotations beside it */
		{THING_QUOTE, CODE_UNKNOWN_QUOTATION},
		{THING_ERA, CODE_UNKNOWN_ERA},
		{THING_PARTY, CODE_UNKNOWN_PARTY},
		{THING_THEME, CODE_UNKNOWN_THEME},
	};
	for (size_t i = 0; i < sizeof order / sizeof *order; i++)
		if (things & THING_BIT(order[i].thing))
			return order[i].code;
	return CODE_UNKNOWN_SOURCE;
}

/* What may have been meant: a thing, or else a word in its place; or none. */
static struct ref nearest(
	const struct loader *load, const struct pending *pending, const char **word)
{
	struct ref best = {THING_NONE, 0};
	struct suggest suggest;
	suggest_start(&suggest, pending->id);
	if (pending->things & THING_BIT(THING_EDITOR) && suggest_feed(&suggest, "editor"))
		best = record_ref(THING_EDITOR, 0);
	for (unsigned thing = THING_ERA; thing <= THING_PARALLEL; thing++) {
		if (!(pending->things & THING_BIT(thing)))
			continue;
		for (struct ref ref = record_ref((enum thing)thing, 0);
			ref.index < load->record->counts[thing]; ref.index++) {
			const char *id = record_id(load->record, ref);
			if (!id || !*id)
				continue;
			if (called_so(load->record, ref, pending->id))
				return ref;
			if (suggest_feed(&suggest, id))
				best = ref;
		}
	}
	const struct form_words *words = pending->word ? pending->word->words : NULL;
	for (uint8_t i = 0; words && i < words->count; i++)
		if (*words->at[i] &&
			(suggest_feed(&suggest, words->at[i]) ||
				strcmp(words->at[i], pending->id) == 0))
			*word = words->at[i];
	return *word ? (struct ref){THING_NONE, 0} : best;
}

/* What was meant is not unused. It is looked for as often as that costs little; then what is used of
 * the kind is not known. */
static void unknown_report(
	struct loader *load, const struct pending *pending, const struct form_field *field)
{
	struct ref near = {THING_NONE, 0};
	const char *word = NULL;
	struct buf hint = {0}, where = {0};
	bool first = load->unread.lost_count++ < LOST_MOST;
	bool looked = first ||
		code_wanted(load->diags, unknown_code(pending->things), pending->place);
	bool several = looked && called_several(load, pending, field, &hint);
	if (looked && !several)
		near = nearest(load, pending, &word);
	if (!first)
		load->unread.lost |= pending->things;
	else if (near.thing != THING_NONE)
		loader_use(load, near);
	const char *kind = loader_kinds(load, pending->things);
	if (several) {
		;
	} else if (word && pending->mapped) {
		buf_format(&hint, "; did you mean \"%s: %s\"?", pending->word->name, word);
	} else if (near.thing != THING_NONE && near.thing != THING_EDITOR) {
		kind = form_noun(&forms[near.thing]);
		loader_where(load, pending->place, loader_place(load, near), &where);
		suggest_hint(&hint, pending->id, record_id(load->record, near), buf_string(&where));
	} else if (looked &&
		!suggest_hint(
			&hint, pending->id, near.thing == THING_EDITOR ? "editor" : word, NULL)) {
		called_nowhere(pending, &hint);
	}
	code_report(load->diags, unknown_code(pending->things), pending->place, "no %s \"%s\"%s",
		kind, pending->id, buf_string(&hint));
	buf_free(&where);
	buf_free(&hint);
}

static const char *article(const char *word)
{
	return strchr("aeiou", *word) ? "an" : "a";
}

static void wrong_report(struct loader *load, const struct pending *pending, struct ref other)
{
	const char *kinds = loader_kinds(load, pending->things);
	struct buf is = {0};
	if (other.thing == THING_EDITOR) {
		buf_text(&is, "whoever wrote the file");
	} else {
		buf_format(&is, "%s (", forms[other.thing].name);
		loader_where(load, pending->place, loader_place(load, other), &is);
		buf_char(&is, ')');
	}
	code_report(load->diags, CODE_WRONG_KIND, pending->place,
		"\"%s\" is %s; here belongs %s %s", pending->id, buf_string(&is), article(kinds),
		kinds);
	buf_free(&is);
}

struct resolving {
	struct loader *load;
	bool complete;
};

static void ref_resolve(void *context, const struct form_field *field, struct ref *ref)
{
	struct resolving *resolving = context;
	struct loader *load = resolving->load;
	if (ref->thing != THING_NONE || !ref->index)
		return;
	const struct pending *pending = &load->pending[ref->index - 1];
	struct ref other = {THING_NONE, 0};
	*ref = other;
	for (unsigned space = 0; space < SPACE_COUNT; space++) {
		struct ref found = ids_find(&load->ids, (enum id_space)space, pending->id);
		if (found.thing == THING_NONE)
			continue;
		if (pending->things & THING_BIT(found.thing)) {
			loader_use(load, found);
			*ref = found;
			return;
		}
		other = found;
	}
	if (strcmp(pending->id, "editor") == 0)
		other = (struct ref){THING_EDITOR, 0};
	if (unread_holds(load, pending->id) ||
		(other.thing == THING_NONE && pending->things & load->unread.nameless))
		return;
	if (other.thing != THING_NONE)
		wrong_report(load, pending, other);
	else if (resolving->complete)
		unknown_report(load, pending, field);
}

void resolve_pending(struct loader *load, bool complete)
{
	struct resolving resolving = {load, complete};
	const struct form_visit visit = {.ref = ref_resolve, .context = &resolving};
	if (load->pending_count)
		form_refs_all(load->record, &visit);
}

/* ---- from what is likened to the parallels ---- */

/* The list of a thing that a parallel can name; NULL of any other. */
static const struct refs **list_of(struct record *record, struct ref ref)
{
	if (ref.thing == THING_EVENT && ref.index < record->counts[THING_EVENT])
		return &record->events[ref.index].parallels;
	if (ref.thing == THING_ERA && ref.index < record->counts[THING_ERA])
		return &record->eras[ref.index].parallels;
	return NULL;
}

/* Adds the parallel to the list of the thing, once; a list is made for `room`, all that may
 * come. */
static void list_add(struct record *record, struct ref ref, uint32_t parallel, uint32_t room)
{
	const struct refs **list = list_of(record, ref);
	struct refs *refs;
	if (!list)
		return;
	if (!*list) {
		refs = arena_alloc(&record->arena, 1, sizeof *refs + room * sizeof *refs->at);
		*list = refs;
	} else {
		refs = (struct refs *)(uintptr_t)*list;
	}
	if (!refs->count || refs->at[refs->count - 1].index != parallel)
		refs->at[refs->count++] = record_ref(THING_PARALLEL, parallel);
}

/* Counted first, so that each list is one piece of the arena; then filled, in the order of the
 * files. */
void parallels_spread(struct record *record)
{
	uint32_t count = record->counts[THING_PARALLEL], events = record->counts[THING_EVENT];
	if (!count)
		return;
	uint32_t *room = mem_zero((size_t)events + record->counts[THING_ERA], sizeof *room);
	for (int filling = 0; filling < 2; filling++) {
		for (uint32_t i = 0; i < count; i++) {
			const struct refs *between = record->parallels[i].between;
			for (uint32_t k = 0; between && k < between->count; k++) {
				struct ref ref = between->at[k];
				if (!list_of(record, ref))
					continue;
				uint32_t *need = &room[ref.thing == THING_ERA ? events + ref.index
									      : ref.index];
				if (filling)
					list_add(record, ref, i, *need);
				else
					++*need;
			}
		}
	}
	free(room);
}

/* ---- from renderings to utterances ---- */

/* The first of those joined so far; the way there is shortened for the next. */
static uint32_t first_of(uint32_t *joined, uint32_t quote)
{
	while (joined[quote] != quote)
		quote = joined[quote] = joined[joined[quote]];
	return quote;
}

/* The quotation that another says it is the same as, or none. */
static struct ref same_as(const struct quote *quote)
{
	struct ref none = {THING_NONE, 0};
	return quote->more && quote->more->same_as.thing == THING_QUOTE ? quote->more->same_as
									: none;
}

void utterances_join(struct record *record)
{
	uint32_t count = record->counts[THING_QUOTE], *joined = NULL;
	for (uint32_t i = 0; i < count; i++) {
		struct ref same = same_as(&record->quotes[i]);
		if (same.thing == THING_NONE)
			continue;
		if (!joined) {
			joined = arena_alloc(&record->arena, count, sizeof *joined);
			for (uint32_t n = 0; n < count; n++)
				joined[n] = n;
		}
		uint32_t one = first_of(joined, i), other = first_of(joined, same.index);
		joined[one > other ? one : other] = one < other ? one : other;
	}
	if (!joined)
		return;
	uint32_t *next = arena_alloc(&record->arena, count, sizeof *next);
	for (uint32_t i = 0; i < count; i++)
		next[i] = joined[i] = first_of(joined, i);
	for (uint32_t i = count; i--;) /* each behind the first, before those that came so far */
		if (joined[i] != i) {
			next[i] = next[joined[i]];
			next[joined[i]] = i;
		}
	record->utterances = joined;
	record->renderings = next;
}
