/* What can be found out about a term once, before it is asked of every event: which things its
 * values name, which units have its words. A value that names nothing selects nothing, or with a
 * minus everything: that is told in a remark, for it is mostly a slip of the finger. */
#include "query/match.h"

#include "base/suggest.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const status_names[STATUS_COUNT] = {
	"checked", "attributed", "disputed", "misattributed"};
static const char *const kind_names[QUOTE_KIND_COUNT] = {"quotation", "paraphrase", "thesis"};

/* The kinds of thing that a field's values name, and how they are called. */
static const struct naming {
	enum thing kinds[4];
	const char *called;
} namings[QUERY_FIELD_COUNT] = {
	[QUERY_SPEAKER] = {{THING_PERSON, THING_PARTY, THING_SOURCE}, "person, party or source"},
	[QUERY_PERSON] = {{THING_PERSON}, "person"},
	[QUERY_PARTY] = {{THING_PARTY}, "party"},
	[QUERY_SOURCE] = {{THING_SOURCE}, "source"},
	[QUERY_THEME] = {{THING_THEME}, "theme"},
	[QUERY_ERA] = {{THING_ERA}, "era"},
};

static void remark(const struct match *match, const struct query_value *value, const char *format,
	...) __attribute__((format(printf, 3, 4)));

static void remark(
	const struct match *match, const struct query_value *value, const char *format, ...)
{
	va_list arguments;
	struct query_problem *problem = match->matching->remark;
	problem->column = value->column;
	va_start(arguments, format);
	vsnprintf(problem->reason, sizeof problem->reason, format, arguments);
	va_end(arguments);
	problem->reason[text_valid(problem->reason, strlen(problem->reason))] = '\0';
}

static bool is_remarked(const struct match *match)
{
	return match->matching->remark->reason[0];
}

static uint8_t *bits_create(const struct match *match, uint32_t count)
{
	return arena_alloc(match->matching->arena, (size_t)count / 8 + 1, 1);
}

static void start_names(struct match *match, const struct naming *naming)
{
	const struct record *record = match->matching->record;
	for (const struct query_value *value = match->term->values; value; value = value->next) {
		if (names_add(
			    record, naming->kinds, value, match->matching->arena, &match->names) ||
			is_remarked(match))
			continue;
		struct buf near = {0};
		names_suggest(record, naming->kinds, value, &near);
		remark(match, value, "no %s is called \"%.64s\"%.100s", naming->called, value->text,
			buf_string(&near));
		buf_free(&near);
	}
}

static void start_words(struct match *match)
{
	const struct matching *matching = match->matching;
	const struct record *record = matching->record;
	const struct query_value *value = match->term->values;
	struct search_pattern pattern;
	match->units = bits_create(
		match, record->counts[THING_EVENT] + record->counts[THING_QUOTE]);
	if (search_pattern(matching->search, matching->arena, value->text, value->len, &pattern))
		search_units(matching->search, &pattern, match->units);
}

/* ---- ids ---- */

static void remark_id(const struct match *match, const struct query_value *value, bool events)
{
	const struct record *record = match->matching->record;
	struct suggest suggest;
	suggest_start(&suggest, value->text);
	for (uint32_t i = 0; events && i < record->counts[THING_EVENT]; i++)
		suggest_feed(&suggest, record->events[i].id);
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++)
		suggest_feed(&suggest, record->quotes[i].id);
	const char *near = suggest_best(&suggest);
	remark(match, value, "no %squotation has the id \"%.64s\"%s%s%s", events ? "event or " : "",
		value->text, near ? "; did you mean \"" : "", near ? near : "", near ? "\"?" : "");
}

/* The values of an id term, in order, and which of them are ids. */
struct ids {
	const struct query_value **values;
	uint8_t *known;
	size_t count;
	struct buf folded;
};

static int value_compare(const void *a, const void *b)
{
	const struct query_value *const *left = a, *const *right = b;
	return strcmp((*left)->text, (*right)->text);
}

static bool ids_have(struct ids *ids, const char *id)
{
	buf_clear(&ids->folded);
	query_fold(&ids->folded, id, strlen(id));
	const struct query_value wanted = {.text = buf_string(&ids->folded)}, *key = &wanted;
	const struct query_value **found = bsearch(
		&key, ids->values, ids->count, sizeof *ids->values, value_compare);
	if (!found)
		return false;
	bit_set(ids->known, (uint32_t)(found - ids->values));
	return true;
}

static void ids_start(struct ids *ids, const struct match *match)
{
	size_t count = 0;
	for (const struct query_value *value = match->term->values; value; value = value->next)
		count++;
	*ids = (struct ids){
		.values = arena_alloc(match->matching->arena, count, sizeof *ids->values),
		.known = bits_create(match, (uint32_t)count),
	};
	for (const struct query_value *value = match->term->values; value; value = value->next)
		ids->values[ids->count++] = value;
	qsort(ids->values, count, sizeof *ids->values, value_compare);
}

/* Of values that are the same one is found; that the other is not says nothing. */
static void ids_finish(struct ids *ids, const struct match *match, bool events)
{
	const struct query_value *unknown = NULL;
	for (size_t first = 0, next; first < ids->count; first = next) {
		const struct query_value *leftmost = ids->values[first];
		bool known = false;
		for (next = first; next < ids->count &&
			strcmp(ids->values[next]->text, ids->values[first]->text) == 0;
			next++) {
			known = known || bit_get(ids->known, (uint32_t)next);
			if (ids->values[next]->column < leftmost->column)
				leftmost = ids->values[next];
		}
		if (!known && (!unknown || leftmost->column < unknown->column))
			unknown = leftmost;
	}
	if (unknown && !is_remarked(match))
		remark_id(match, unknown, events);
	buf_free(&ids->folded);
}

static void start_ids(struct match *match)
{
	const struct record *record = match->matching->record;
	uint32_t events = record->counts[THING_EVENT], quotes = record->counts[THING_QUOTE];
	struct ids ids;
	ids_start(&ids, match);
	match->units = bits_create(match, events + quotes);
	for (uint32_t i = 0; i < events; i++)
		if (ids_have(&ids, record->events[i].id))
			bit_set(match->units, search_unit_event(record, i));
	for (uint32_t i = 0; i < quotes; i++)
		if (ids_have(&ids, record->quotes[i].id))
			bit_set(match->units, search_unit_quote(record, i));
	ids_finish(&ids, match, true);
}

static void start_answers(struct match *match)
{
	const struct record *record = match->matching->record;
	struct ids ids;
	ids_start(&ids, match);
	match->quotes = bits_create(match, record->counts[THING_QUOTE]);
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++)
		if (ids_have(&ids, record->quotes[i].id))
			bit_set(match->quotes, i);
	ids_finish(&ids, match, false);
}

/* ---- words of the format ---- */

static void start_choice(struct match *match, const char *what, const char *const *names, int count)
{
	for (const struct query_value *value = match->term->values; value; value = value->next) {
		unsigned found = 0;
		struct buf all = {0};
		for (int i = 0; i < count; i++) {
			if (strcmp(value->text, names[i]) == 0)
				found = 1u << i;
			buf_text(&all, i == 0 ? "" : i == count - 1 ? " and " : ", ");
			buf_text(&all, names[i]);
		}
		match->words |= found;
		if (!found && !is_remarked(match))
			remark(match, value, "there is no %s \"%.64s\"; there are %s", what,
				value->text, buf_string(&all));
		buf_free(&all);
	}
}

/* ---- has ---- */

static void start_has(struct match *match)
{
	const struct record *record = match->matching->record;
	if (match->term->has & 1u << HAS_REPLIES) {
		match->quotes = bits_create(match, record->counts[THING_QUOTE]);
		for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++) {
			const struct refs *answers = record->quotes[i].answers;
			if (!bit_get(match->matching->base->quotes, i))
				continue;
			for (uint32_t n = 0; answers && n < answers->count; n++)
				bit_set(match->quotes, answers->at[n].index);
		}
	}
	if (match->term->has & 1u << HAS_PARALLELS) {
		match->names.bits[THING_EVENT] = bits_create(match, record->counts[THING_EVENT]);
		for (uint32_t i = 0; i < record->counts[THING_PARALLEL]; i++) {
			const struct refs *between = record->parallels[i].between;
			for (uint32_t n = 0; n < between->count; n++)
				if (between->at[n].thing == THING_EVENT)
					bit_set(match->names.bits[THING_EVENT],
						between->at[n].index);
		}
	}
}

/* ---- dates ---- */

static void start_dates(const struct match *match)
{
	const char *season = match->term->season;
	const struct query_value value = {.column = match->term->column + match->term->negative};
	if (season && !is_remarked(match))
		remark(match, &value,
			"%s is a season of the year %.4s; for the years write %.4s..%.2s%.2s",
			season, season, season, season, season + 5);
}

void match_start(
	struct match *match, const struct matching *matching, const struct query_term *term)
{
	*match = (struct match){.matching = matching, .term = term};
	switch ((enum query_field)term->field) {
	case QUERY_WORDS:
		start_words(match);
		return;
	case QUERY_ID:
		start_ids(match);
		return;
	case QUERY_ANSWERS:
		start_answers(match);
		return;
	case QUERY_STATUS:
		start_choice(match, "status", status_names, STATUS_COUNT);
		return;
	case QUERY_KIND:
		start_choice(match, "kind of quotation", kind_names, QUOTE_KIND_COUNT);
		return;
	case QUERY_DATES:
		start_dates(match);
		return;
	case QUERY_HAS:
		start_has(match);
		return;
	default:
		if (namings[term->field].called)
			start_names(match, &namings[term->field]);
	}
}
