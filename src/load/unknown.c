/* What is still unknown gets the nearest id of the right kind, or the id of the thing that goes by
 * that name. */
#include "load/unknown.h"

#include "base/hash.h"
#include "base/look.h"
#include "base/suggest.h"
#include "base/text.h"
#include "load/called.h"
#include "load/lookup.h"
#include "load/mention.h"
#include "load/office.h"

#include <stdlib.h>
#include <string.h>

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

/* The thing whose name is nearest, or whose id in small letters is: who writes a name for an id may
 * misspell it as well. */
static struct ref named_nearest(struct loader *load, const struct pending *pending)
{
	const unsigned named = pending->things & (THING_BIT(THING_PERSON + 1) - 1);
	struct ref best = lookup_near(load, named, pending->id);
	struct buf small = {0};
	for (const char *at = pending->id; *at; at++)
		buf_char(&small, text_small(*at));
	if (best.thing == THING_NONE && strcmp(buf_string(&small), pending->id) != 0)
		best = lookup_near_id(load, named, buf_string(&small));
	buf_free(&small);
	return best;
}

/* The thing whose id is nearest, and what of it the word may be beside that. */
static struct ref id_nearest(
	struct loader *load, const struct pending *pending, struct suggest *suggest)
{
	struct ref near = lookup_near_id(load, pending->things, pending->id), best = near;
	bool any = near.thing != THING_NONE, used = any && loader_used(load, near);
	if (any && !used)
		suggest_feed(suggest, record_id(load->record, near));
	if (pending->things & THING_BIT(THING_EDITOR) && suggest_feed(suggest, "editor"))
		best = record_ref(THING_EDITOR, 0);
	if (used && suggest_feed(suggest, record_id(load->record, near)))
		best = near;
	return best;
}

/* What may have been meant: a thing, or else a word in its place; or none. */
static struct ref nearest(struct loader *load, const struct pending *pending, const char **word)
{
	struct suggest suggest;
	struct ref best = lookup_called(load, pending->things, pending->id);
	if (best.thing != THING_NONE)
		return best;
	suggest_start(&suggest, pending->id);
	best = id_nearest(load, pending, &suggest);
	if (best.thing == THING_NONE)
		best = named_nearest(load, pending);
	if (best.thing == THING_NONE)
		best = called_within(load, pending->things, pending->id);
	const struct form_words *words = pending->word ? pending->word->words : NULL;
	for (uint8_t i = 0; words && i < words->count; i++)
		if (*words->at[i] &&
			(suggest_feed(&suggest, words->at[i]) ||
				strcmp(words->at[i], pending->id) == 0))
			*word = words->at[i];
	return *word ? (struct ref){THING_NONE, 0} : best;
}

/* An id that is unknown, and all that lead to it. */
struct group {
	const struct unknown *first; /* by its place */
	size_t count;
	bool decided;  /* whether one message does for all was asked */
	unsigned told; /* bits of enum thing: it does where one of these may stand, and was given */
};

struct groups {
	struct group *at;
	uint32_t *slots; /* numbers of groups by their ids, from 1; 0 is free */
	size_t count, size;
};

static struct group *group_of(struct groups *groups, const char *id)
{
	size_t slot = hash_text(id, strlen(id)) & (groups->size - 1);
	while (groups->slots[slot] &&
		strcmp(groups->at[groups->slots[slot] - 1].first->pending->id, id) != 0)
		slot = (slot + 1) & (groups->size - 1);
	if (!groups->slots[slot])
		groups->slots[slot] = (uint32_t)++groups->count;
	return &groups->at[groups->slots[slot] - 1];
}

static struct groups groups_make(const struct unknowns *unknowns)
{
	struct groups groups = {.at = mem_zero(unknowns->count, sizeof *groups.at), .size = 16};
	while (groups.size < unknowns->count * 2)
		groups.size *= 2;
	groups.slots = mem_zero(groups.size, sizeof *groups.slots);
	for (size_t i = 0; i < unknowns->count; i++) {
		const struct unknown *unknown = &unknowns->at[i];
		struct group *group = group_of(&groups, unknown->pending->id);
		if (!group->count++ ||
			place_before(unknown->pending->place, group->first->pending->place))
			group->first = unknown;
	}
	return groups;
}

/* ---- what is told ---- */

/* Offers what the thing is called by; whether one of it is the nearest so far. */
static bool called_near(const struct record *record, struct ref ref, struct suggest *suggest)
{
	const struct names *aliases = record_aliases(record, ref);
	const char *name = ref.thing == THING_SOURCE
		? record->sources[ref.index].fields[SOURCE_SHORT]
		: NULL;
	bool near = suggest_feed(suggest, record_name(record, ref));
	near = (name && suggest_feed(suggest, name)) || near;
	for (uint32_t i = 0; aliases && i < aliases->count; i++)
		near = suggest_feed(suggest, aliases->at[i]) || near;
	return near;
}

/* Appends which thing was meant. Where its name stands for its id, the id is to be written. */
static void near_explain(
	struct loader *load, const struct pending *pending, struct ref near, struct buf *hint)
{
	const char *id = record_id(load->record, near);
	struct buf where = {0};
	struct suggest suggest;
	if (!id || !*id) /* it has one that is none, and was told so */
		return;
	suggest_start(&suggest, pending->id);
	loader_where(load, pending->place, loader_place(load, near), &where);
	if (suggest_feed(&suggest, id))
		suggest_hint(hint, pending->id, id, buf_string(&where));
	else if (ref_same(lookup_called(load, pending->things, pending->id), near))
		buf_format(hint, "; write \"%s\", the id of %s (%s)", id,
			near.thing == THING_QUOTE ? "these words" : pending->id,
			buf_string(&where));
	else if (called_near(load->record, near, &suggest))
		buf_format(hint, "; did you mean \"%s\", the id of %s? (%s)", id,
			suggest_best(&suggest), buf_string(&where));
	else
		suggest_hint(hint, pending->id, id, buf_string(&where));
	buf_free(&where);
}

/* Whether it says more than an id: nothing, several, or words of a thing. Then appends what to do;
 * *one is that thing. */
static bool words_tell(
	struct loader *load, const struct unknown *unknown, struct buf *hint, struct ref *one)
{
	const struct pending *pending = unknown->pending;
	return called_nobody(load, pending, unknown->field, hint) ||
		office_tell(load, pending, unknown->field, hint, one) ||
		(!called_like_id(pending->id) &&
			mention_tell(load, pending, unknown->field, hint, one)) ||
		called_several(load, pending, unknown->field, hint);
}

/* What was meant is not unused; where that is not known, nor is what is used of the kind. */
static void one_report(struct loader *load, const struct unknown *unknown, const char *more)
{
	const struct pending *pending = unknown->pending;
	enum code code = unknown_code(pending->things);
	struct ref near = {THING_NONE, 0}, one = near;
	const char *word = NULL;
	struct buf hint = {0};
	bool several = words_tell(load, unknown, &hint, &one);
	if (!several)
		near = nearest(load, pending, &word);
	if (!several && !word && near.thing == THING_NONE)
		several = mention_tell(load, pending, unknown->field, &hint, &one);
	if (near.thing != THING_NONE)
		loader_use(load, near);
	else if (!several && !word)
		load->unread.lost |= pending->things;
	const char *kind = loader_kinds(load, pending->things);
	if (several) {
		kind = one.thing == THING_NONE ? kind : form_noun(&forms[one.thing]);
	} else if (word && pending->mapped) {
		buf_format(&hint, "; did you mean \"%s: %s\"?", pending->word->name, word);
	} else if (near.thing != THING_NONE && near.thing != THING_EDITOR) {
		kind = form_noun(&forms[near.thing]);
		near_explain(load, pending, near, &hint);
	} else if (!suggest_hint(&hint, pending->id, near.thing == THING_EDITOR ? "editor" : word,
			   NULL) &&
		!office_unnamed(load, pending, unknown->field, &hint)) {
		called_nowhere(load, pending, &hint);
	}
	code_report(load->diags, code, pending->place, "no %s \"%s\"%s%s", kind, pending->id, more,
		buf_string(&hint));
	buf_free(&hint);
}

static const char *article(const char *word)
{
	return strchr("aeiou", *word) ? "an" : "a";
}

static void wrong_report(struct loader *load, const struct unknown *unknown)
{
	const struct pending *pending = unknown->pending;
	struct ref other = unknown->other;
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

static void given_report(struct loader *load, const struct group *group, struct ref near)
{
	const struct pending *pending = group->first->pending;
	const char *id = record_id(load->record, near);
	struct place place = loader_place(load, near);
	struct buf where = {0}, hint = {0};
	loader_where(load, place, pending->place, &where);
	if (look_same(id, pending->id)) {
		buf_text(&hint, "; ");
		look_explain(&hint, id, pending->id, buf_string(&where));
	} else {
		buf_text(&hint, "; is the id misspelt here?");
	}
	code_report(load->diags, unknown_code(THING_BIT(near.thing)), place,
		"nothing refers to \"%s\", but %zu places refer to \"%s\" (first %s)%s", id,
		group->count, pending->id, buf_string(&where), buf_string(&hint));
	buf_free(&where);
	buf_free(&hint);
}

/* Whether the thing may be what several refer to, and its id be what is wrong: whoever writes its name
 * for its id is wrong there. */
static bool is_misspelt(const struct loader *load, const struct pending *pending, struct ref near)
{
	struct suggest suggest;
	suggest_start(&suggest, pending->id);
	return near.thing != THING_NONE && near.thing != THING_EDITOR && !loader_used(load, near) &&
		suggest_feed(&suggest, record_id(load->record, near));
}

/* Gives the one message that does for the whole group, if one does. */
static void group_tell(struct loader *load, struct group *group)
{
	const struct pending *pending = group->first->pending;
	struct buf hint = {0};
	struct ref one = {THING_NONE, 0};
	const char *word = NULL;
	if (group->count < 2 || words_tell(load, group->first, &hint, &one)) {
		buf_free(&hint);
		return;
	}
	struct ref near = nearest(load, pending, &word);
	bool nowhere = near.thing == THING_NONE && !word && group->first->other.thing == THING_NONE;
	if (nowhere) {
		buf_format(&hint, ", here and at %zu more place%s", group->count - 1,
			group->count == 2 ? "" : "s");
		one_report(load, group->first, buf_string(&hint));
		group->told = pending->things;
	} else if (is_misspelt(load, pending, near)) {
		given_report(load, group, near);
		loader_use(load, near);
		group->told = THING_BIT(near.thing);
	}
	buf_free(&hint);
}

void unknown_add(struct unknowns *unknowns, struct unknown unknown)
{
	unknowns->at = mem_grow(
		unknowns->at, &unknowns->capacity, unknowns->count + 1, sizeof *unknowns->at);
	unknowns->at[unknowns->count++] = unknown;
}

void unknown_report(struct loader *load, struct unknowns *unknowns, bool complete)
{
	if (!unknowns->count)
		return;
	struct groups groups = groups_make(unknowns);
	for (size_t i = 0; i < unknowns->count; i++) {
		const struct unknown *unknown = &unknowns->at[i];
		struct group *group = group_of(&groups, unknown->pending->id);
		if (!group->decided && complete)
			group_tell(load, group);
		group->decided = true;
		if (group->told & unknown->pending->things)
			continue;
		struct ref other = unknown->other;
		if (other.thing == THING_NONE)
			one_report(load, unknown, "");
		else if (other.thing != THING_EDITOR && unread_at(load, loader_place(load, other)))
			loader_use(load, other); /* most likely it stands in the wrong table */
		else
			wrong_report(load, unknown);
	}
	free(groups.at);
	free(groups.slots);
	free(unknowns->at);
}
