/* The checks across things, once everything is read, in order and linked. Each adds what it finds
 * to the problems and changes nothing; each walks the record once. */
#include "load/finish.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* ---- names and aliases ---- */

/* All names and aliases of people, and the short names of sources, folded as the search folds them,
 * are sorted; equal ones then stand side by side, names before aliases, else as in the file. Two
 * people may have one name; an alias that is also another's name, or another's alias from further
 * up, is reported, and so is a short name that two sources have. */

struct entry {
	const char *folded;
	const struct alias *alias;
};

static int alias_compare(const void *a, const void *b)
{
	const struct entry *one = a, *two = b;
	int order = strcmp(one->folded, two->folded);
	if (one->alias->of.thing != two->alias->of.thing)
		return one->alias->of.thing < two->alias->of.thing ? -1 : 1;
	if (order)
		return order;
	if (one->alias->own != two->alias->own)
		return one->alias->own ? -1 : 1;
	return (one->alias > two->alias) - (one->alias < two->alias);
}

static void shared_report(struct loader *load, const struct alias *alias, const struct alias *other)
{
	bool source = alias->of.thing == THING_SOURCE;
	struct buf where = {0};
	loader_where(load, alias->place, other->place, &where);
	code_report(load->diags, source ? CODE_SHARED_SHORT : CODE_SHARED_ALIAS, alias->place,
		"\"%s\" is also %s of \"%s\" (%s)", alias->name,
		source               ? "the short name"
			: other->own ? "the name"
				     : "an alias",
		record_id(load->record, other->of), buf_string(&where));
	buf_free(&where);
}

static void check_aliases(struct loader *load)
{
	struct entry *entries = mem_alloc(load->alias_count * sizeof *entries);
	for (size_t i = 0; i < load->alias_count; i++) {
		const struct alias *alias = &load->aliases[i];
		buf_clear(&load->buf);
		text_fold(&load->buf, alias->name, strlen(alias->name));
		entries[i] = (struct entry){
			arena_text(&load->scratch, buf_string(&load->buf), load->buf.len), alias};
	}
	if (load->alias_count)
		qsort(entries, load->alias_count, sizeof *entries, alias_compare);
	/* The first of those that are equal, and the first beside it that is another person's. */
	const struct alias *first = NULL, *second = NULL;
	for (size_t i = 0; i < load->alias_count; i++) {
		const struct alias *alias = entries[i].alias;
		if (!i || entries[i - 1].alias->of.thing != alias->of.thing ||
			strcmp(entries[i - 1].folded, entries[i].folded) != 0) {
			first = alias;
			second = NULL;
			continue;
		}
		const struct alias *other = !ref_same(alias->of, first->of) ? first : second;
		if (other && !alias->own)
			shared_report(load, alias, other);
		if (!second && !ref_same(alias->of, first->of))
			second = alias;
	}
	free(entries);
}

/* ---- answers ---- */

/* A walk in depth along `answers`, with its path on a stack of its own: whoever meets a quotation
 * of the path has closed a circle. Each quotation is entered once. */

enum { FRESH, OPEN, DONE };

struct walk_step {
	uint32_t quote, next; /* the next of its answers to follow */
};

struct walk {
	uint8_t *state; /* by quotation */
	struct walk_step *path;
	size_t depth, capacity;
};

static void walk_enter(struct walk *walk, uint32_t quote)
{
	walk->path = mem_grow(walk->path, &walk->capacity, walk->depth + 1, sizeof *walk->path);
	walk->path[walk->depth++] = (struct walk_step){quote, 0};
	walk->state[quote] = OPEN;
}

static void answers_follow(struct loader *load, struct walk *walk, uint32_t start)
{
	const struct quote *quotes = load->record->quotes;
	walk_enter(walk, start);
	while (walk->depth) {
		struct walk_step *step = &walk->path[walk->depth - 1];
		const struct refs *answers = quotes[step->quote].answers;
		if (!answers || step->next == answers->count) {
			walk->state[step->quote] = DONE;
			walk->depth--;
			continue;
		}
		struct ref ref = answers->at[step->next++];
		if (ref.thing != THING_QUOTE ||
			ref.index == step->quote) /* itself: reported when read */
			continue;
		if (walk->state[ref.index] == FRESH)
			walk_enter(walk, ref.index);
		else if (walk->state[ref.index] == OPEN)
			code_report(load->diags, CODE_ANSWERS_CIRCLE,
				places_entry(&load->places, quotes[step->quote].place, "answers",
					step->next - 1),
				"\"%s\" answers \"%s\", which answers it: a circle",
				quotes[step->quote].id, quotes[ref.index].id);
	}
}

static void check_answers(struct loader *load)
{
	const struct record *record = load->record;
	struct walk walk = {0};
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++) {
		if (!record->quotes[i].answers)
			continue;
		if (!walk.state)
			walk.state = mem_zero(record->counts[THING_QUOTE], 1);
		if (walk.state[i] == FRESH)
			answers_follow(load, &walk, i);
	}
	free(walk.path);
	free(walk.state);
}

/* ---- renderings of one utterance ---- */

/* The quotation that this one says it is the same as; itself where it says nothing. */
static uint32_t same_as(const struct record *record, uint32_t quote)
{
	const struct quote_more *more = record->quotes[quote].more;
	return more && more->same_as.thing == THING_QUOTE ? more->same_as.index : quote;
}

/* Each may name one other: whoever follows them from a quotation on meets an end, or has gone in a
 * circle, which is reported once. */
static void circles_check(struct loader *load)
{
	const struct record *record = load->record;
	uint32_t count = record->counts[THING_QUOTE];
	uint32_t *round = mem_zero(
		(size_t)count + 1, sizeof *round); /* who saw it: a walk, from 1 */
	for (uint32_t i = 0; i < count; i++) {
		uint32_t at = i, next;
		for (; !round[at] && (next = same_as(record, at)) != at; at = next)
			round[at] = i + 1;
		if (round[at] != i + 1)
			continue;
		const struct quote *quote = &record->quotes[at];
		code_report(load->diags, CODE_SAME_AS_CIRCLE,
			places_of(&load->places, quote->place, "same_as"),
			"\"%s\" is the same as \"%s\", which is the same as it: a circle",
			quote->id, record->quotes[same_as(record, at)].id);
	}
	free(round);
}

/* Whether two may have spoken as one: a party speaks through its people, and who is not named may
 * be anybody. */
static bool is_one_speaker(const struct record *record, struct ref a, struct ref b)
{
	return a.thing == THING_NONE || b.thing == THING_NONE || ref_same(a, b) ||
		(a.thing == THING_PARTY && ref_same(a, record_party(record, b))) ||
		(b.thing == THING_PARTY && ref_same(b, record_party(record, a)));
}

static void same_check(struct loader *load, const struct quote *quote, const struct quote *other)
{
	const struct record *record = load->record;
	const struct date *said = quote_said(record, quote), *then = quote_said(record, other);
	struct ref speaker = quote_voice(quote), before = quote_voice(other);
	bool others = !is_one_speaker(record, speaker, before);
	bool apart = said && then &&
		(said->latest < then->earliest || then->latest < said->earliest);
	if ((!others && !apart) || unread_at(load, quote->place) || unread_at(load, other->place))
		return;
	struct place place = places_of(&load->places, quote->place, "same_as");
	struct buf where = {0};
	loader_where(load, place, other->place, &where);
	if (others)
		code_report(load->diags, CODE_SAME_AS_DIFFERS, place,
			"\"%s\" is by %s, but the same as \"%s\" by %s (%s)", quote->id,
			record_name(record, speaker), other->id, record_name(record, before),
			buf_string(&where));
	if (apart)
		code_report(load->diags, CODE_SAME_AS_DIFFERS, place,
			"\"%s\" was said %s, but is the same as \"%s\" of %s (%s)", quote->id,
			said->edtf, other->id, then->edtf, buf_string(&where));
	buf_free(&where);
}

static void check_same(struct loader *load)
{
	const struct record *record = load->record;
	if (!record->utterances)
		return;
	circles_check(load);
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++) {
		uint32_t other = same_as(record, i);
		if (other != i)
			same_check(load, &record->quotes[i], &record->quotes[other]);
	}
}

/* ---- positions ---- */

/* The positions of one event, sorted by issue and party: the later of two alike is reported. */

static int position_compare(const void *a, const void *b)
{
	const struct position *one = *(const struct position *const *)a;
	const struct position *two = *(const struct position *const *)b;
	if (one->issue.index != two->issue.index)
		return one->issue.index < two->issue.index ? -1 : 1;
	if (one->party.index != two->party.index)
		return one->party.index < two->party.index ? -1 : 1;
	return (one > two) - (one < two);
}

static void event_check(struct loader *load, const struct positions *positions)
{
	const struct record *record = load->record;
	const struct position **sorted = mem_alloc(positions->count * sizeof *sorted);
	uint32_t count = 0;
	for (uint32_t i = 0; i < positions->count; i++)
		if (positions->at[i].issue.thing == THING_THEME &&
			positions->at[i].party.thing == THING_PARTY)
			sorted[count++] = &positions->at[i];
	qsort(sorted, count, sizeof *sorted, position_compare);
	for (uint32_t i = 1; i < count; i++) {
		const struct position *one = sorted[i - 1], *two = sorted[i];
		if (one->issue.index != two->issue.index || one->party.index != two->party.index)
			continue;
		struct place place = places_of(&load->places, two->place, "issue");
		struct buf where = {0};
		loader_where(load, place, places_of(&load->places, one->place, "issue"), &where);
		code_report(load->diags, CODE_POSITION_TWICE, place,
			"\"%s\" has a position on \"%s\" at this event already (%s)",
			record_id(record, two->party), record_id(record, two->issue),
			buf_string(&where));
		buf_free(&where);
	}
	free(sorted);
}

static void check_positions(struct loader *load)
{
	const struct record *record = load->record;
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++)
		if (record->events[i].positions && record->events[i].positions->count > 1)
			event_check(load, record->events[i].positions);
}

/* ---- dates ---- */

/* Dates are compared by what is certain (date_before): what is open, unknown or in doubt never
 * offends. */

/* The place of a date that may be given in Old Style alone. */
static struct place date_place(
	struct loader *load, struct place item, const char *field, const char *old_style)
{
	struct place place = places_of(&load->places, item, field);
	return place.line != item.line || place.column != item.column
		? place
		: places_of(&load->places, item, old_style);
}

static void life_report(struct loader *load, enum code code, const struct quote *quote,
	const char *field, const struct date *said)
{
	const struct person *person = &load->record->people[quote->speaker.index];
	bool born = code == CODE_SAID_BEFORE_BIRTH;
	struct buf where = {0}, words = {0};
	struct place place = date_place(load, quote->place, "said", "said_os");
	if (quote->said) {
		buf_text(&words, "this");
	} else {
		place = date_place(
			load, load->record->events[quote->event].place, "date", "date_os");
		buf_format(&words, "\"%s\" (", quote->id);
		loader_where(load, place, quote->place, &words);
		buf_text(&words, ") at this event,");
	}
	loader_where(load, place, places_of(&load->places, person->place, field), &where);
	code_report(load->diags, code, place, "\"%s\" %s %s (%s), but is to have said %s %s",
		person->id, born ? "was born" : "died", (born ? person->born : person->died)->edtf,
		buf_string(&where), buf_string(&words), said->edtf);
	buf_free(&where);
	buf_free(&words);
}

static void life_check(struct loader *load, const struct quote *quote, const struct date *said)
{
	if (quote->speaker.thing != THING_PERSON)
		return;
	const struct person *person = &load->record->people[quote->speaker.index];
	if (person->born && date_before(said, person->born))
		life_report(load, CODE_SAID_BEFORE_BIRTH, quote, "born", said);
	if (person->died && date_before(person->died, said))
		life_report(load, CODE_SAID_AFTER_DEATH, quote, "died", said);
}

/* `item` is where the reference to the source stands. */
static void print_check(
	struct loader *load, struct ref ref, struct place item, const struct date *said)
{
	if (ref.thing != THING_SOURCE)
		return;
	const struct source *source = &load->record->sources[ref.index];
	if (!source->issued || !date_before(source->issued, said))
		return;
	struct place place = places_of(&load->places, item, "source");
	struct buf where = {0};
	loader_where(load, place, places_of(&load->places, source->place, "issued"), &where);
	code_report(load->diags, CODE_PRINTED_BEFORE_SAID, place,
		"\"%s\" was issued %s (%s), before the words were said, %s", source->id,
		source->issued->edtf, buf_string(&where), said->edtf);
	buf_free(&where);
}

static void reply_check(struct loader *load, const struct quote *quote, const struct date *said)
{
	const struct record *record = load->record;
	for (uint32_t i = 0; quote->answers && i < quote->answers->count; i++) {
		struct ref ref = quote->answers->at[i];
		const struct quote *other = ref.thing == THING_QUOTE ? &record->quotes[ref.index]
								     : NULL;
		const struct date *then = other ? quote_said(record, other) : NULL;
		if (!then || !date_before(said, then) || unread_at(load, other->place))
			continue;
		struct place place = places_entry(&load->places, quote->place, "answers", i);
		struct buf where = {0};
		loader_where(load, place, other->place, &where);
		code_report(load->diags, CODE_ANSWERS_LATER, place,
			"\"%s\" was said %s, before what it answers: \"%s\" of %s (%s)", quote->id,
			said->edtf, other->id, then->edtf, buf_string(&where));
		buf_free(&where);
	}
}

static void check_times(struct loader *load)
{
	const struct record *record = load->record;
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++) {
		const struct quote *quote = &record->quotes[i];
		const struct date *said = quote_said(record, quote);
		if (!said || unread_at(load, quote->place))
			continue;
		life_check(load, quote, said);
		print_check(load, quote->source, quote->place, said);
		const struct attestation *at = NULL;
		while ((at = quote_place_next(quote, at)))
			print_check(load, at->source, at->place, said);
		const struct date *published = quote->more ? quote->more->published : NULL;
		if (published && date_before(published, said))
			code_report(load->diags, CODE_PUBLIC_BEFORE_SAID,
				places_of(&load->places, quote->place, "public"),
				"public %s, before the words were said, %s", published->edtf,
				said->edtf);
		reply_check(load, quote, said);
	}
}

/* Which language a quotation is in is known when the whole record is; where nothing says, it may be
 * that of any other place. */
static void check_languages(struct loader *load)
{
	const struct record *record = load->record;
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++) {
		const struct quote *quote = &record->quotes[i];
		bool known = quote_text_language(record, quote) && !unread_at(load, quote->place);
		for (uint32_t k = 0; known && quote->also_in && k < quote->also_in->count; k++) {
			const struct attestation *at = &quote->also_in->at[k];
			if (!at->text && quote_translated(record, quote, at) &&
				!unread_at(load, at->place))
				code_report(load->diags, CODE_LANGUAGE_WITHOUT_TEXT,
					places_of(&load->places, at->place, "language"),
					"the same words cannot stand there in another language "
					"(%s); "
					"add the \"text\" that does",
					at->language);
		}
	}
}

/* ---- views ---- */

static void compare_check(struct loader *load, const struct step *step)
{
	const struct refs *two = step->compare;
	for (uint32_t i = 0; i < two->count; i++)
		if (two->at[i].thing == THING_NONE)
			return; /* and that was reported */
	bool one = two->count != 2 || ref_same(two->at[0], two->at[1]);
	if ((!one && two->at[0].thing == two->at[1].thing) || unread_at(load, step->place))
		return;
	struct place place = places_of(&load->places, step->place, "compare");
	if (one)
		code_report(load->diags, CODE_COMPARE_OF_ONE, place,
			"a comparison is of two different events, or of two different quotations, "
			"as "
			"in [first, second]");
	else
		code_report(load->diags, CODE_COMPARE_OF_KINDS, place,
			"\"%s\" is %s and \"%s\" is %s: a comparison is of two events, or of two "
			"quotations",
			record_id(load->record, two->at[0]), forms[two->at[0].thing].name,
			record_id(load->record, two->at[1]), forms[two->at[1].thing].name);
}

/* Issues and meetings are of positions; issues of two events too. */
static void wants_check(struct loader *load, const struct step *step)
{
	bool positions = step_kind(step) == STEP_POSITIONS;
	bool events = step->compare && step->compare->count &&
		step->compare->at[0].thing != THING_QUOTE;
	if (unread_at(load, step->place))
		return;
	if (step->issues && !positions && !events)
		code_report(load->diags, CODE_NO_POSITIONS,
			places_of(&load->places, step->place, "issues"),
			"\"issues\" are of positions, or of two events: write them beside \"scene: "
			"positions\", or beside \"compare\"");
	if (step->meetings && !positions)
		code_report(load->diags, CODE_NO_POSITIONS,
			places_of(&load->places, step->place, "meetings"),
			"\"meetings\" are of positions: write them beside \"scene: positions\"");
}

static void check_plans(struct loader *load)
{
	const struct record *record = load->record;
	for (uint32_t i = 0; i < record->counts[THING_VIEW]; i++) {
		const struct steps *show = record->views[i].show;
		for (uint32_t k = 0; show && k < show->count; k++) {
			if (show->at[k].compare)
				compare_check(load, &show->at[k]);
			wants_check(load, &show->at[k]);
		}
	}
	for (size_t i = 0; i < load->word_count; i++) {
		const struct meant_word *word = &load->words[i];
		struct ref ref = ids_find(&load->ids, id_space(THING_EVENT), word->text);
		struct buf where = {0};
		if (ref.thing != THING_EVENT && ref.thing != THING_QUOTE)
			continue;
		loader_where(load, word->place, loader_place(load, ref), &where);
		code_report(load->diags, CODE_SCENE_OR_ID, word->place,
			"\"%s\" is a scene here, and %s is called so too (%s): write {scene: %s} "
			"or "
			"{id: %s}, whichever is meant",
			word->text, forms[ref.thing].name, buf_string(&where), word->text,
			word->text);
		buf_free(&where);
	}
}

void checks_run(struct loader *load, bool complete)
{
	check_answers(load);
	check_same(load);
	check_times(load);
	check_languages(load);
	check_aliases(load);
	check_positions(load);
	check_plans(load);
	later_check(load);
	ids_alike_check(load);
	if (complete)
		use_check(load);
}
