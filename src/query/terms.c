/* Each field of the language has a row: what is found out about a term once, and how an event and a
 * quotation are then asked. A field that quotations are asked about narrows the quotations of an
 * event. */
#include "query/terms.h"

#include "base/bits.h"
#include "base/text.h"
#include "query/wanted.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* A function is NULL where there is nothing to find out, or to ask. */
struct term_field {
	const char *name; /* as in model/query.c */
	void (*start)(struct term *);
	bool (*event)(const struct term *, const struct event *);
	bool (*quote)(const struct term *, const struct quote *);
	const char *called;   /* what a value is, for remarks */
	enum thing things[4]; /* the kinds of thing that values name */
};

struct selection selection_create(const struct record *record, struct arena *arena)
{
	return (struct selection){arena_alloc(arena, bits_size(record->counts[THING_EVENT]), 1),
		arena_alloc(arena, bits_size(record->counts[THING_QUOTE]), 1)};
}

static uint8_t *bits_create(const struct term *term, uint32_t count)
{
	return arena_alloc(term->of->arena, bits_size(count), 1);
}

static bool is_remarked(const struct term *term)
{
	return term->of->remark->reason[0];
}

static void remark(const struct term *term, const struct query_value *value, const char *format,
	...) __attribute__((format(printf, 3, 4)));

static void remark(
	const struct term *term, const struct query_value *value, const char *format, ...)
{
	va_list arguments;
	struct query_problem *problem = term->of->remark;
	problem->column = value->column;
	va_start(arguments, format);
	vsnprintf(problem->reason, sizeof problem->reason, format, arguments);
	va_end(arguments);
	problem->reason[text_valid(problem->reason, strlen(problem->reason))] = '\0';
}

/* ---- things that have a name ---- */

static void start_names(struct term *term)
{
	const struct record *record = term->of->record;
	const enum thing *things = term->field->things;
	for (const struct query_value *value = term->form->values; value; value = value->next) {
		if (names_add(record, things, value, term->of->arena, &term->names) ||
			is_remarked(term))
			continue;
		struct buf near = {0};
		names_suggest(record, things, value, &near);
		remark(term, value, "no %s is called \"%.64s\"%.100s", term->field->called,
			value->text, buf_string(&near));
		buf_free(&near);
	}
}

static bool quote_speaker(const struct term *term, const struct quote *quote)
{
	return names_have(&term->names, quote_voice(quote));
}

/* What a source says itself is its own view, whoever signs it, and words of which it is the
 * speaker. */
static bool quote_by(const struct term *term, const struct quote *quote)
{
	return names_have(&term->names, quote->speaker) ||
		names_have(&term->names, record_party(term->of->record, quote->speaker)) ||
		(quote->kind == QUOTE_THESIS && names_have(&term->names, quote->source));
}

/* Who is named at the table, and by the quotations that there are. */
static bool event_person(const struct term *term, const struct event *event)
{
	if (names_have_any(&term->names, event->host) ||
		names_have_any(&term->names, event->mediator))
		return true;
	for (uint32_t i = 0; event->people && i < event->people->count; i++)
		if (names_have(&term->names, event->people->at[i].person))
			return true;
	for (uint32_t i = 0; i < event->quote_count; i++) {
		const struct quote *quote = &term->of->record->quotes[event->first_quote + i];
		if (bit_get(term->of->base->quotes, event->first_quote + i) &&
			(names_have(&term->names, quote->speaker) ||
				(quote->more &&
					(names_have_any(&term->names, quote->more->to) ||
						names_have_any(&term->names, quote->more->via))) ||
				names_have_any(&term->names, quote->about)))
			return true;
	}
	return false;
}

static bool event_party(const struct term *term, const struct event *event)
{
	if (names_have_any(&term->names, event->parties) ||
		names_have_any(&term->names, event->host) ||
		names_have_any(&term->names, event->mediator))
		return true;
	for (uint32_t i = 0; event->people && i < event->people->count; i++)
		if (names_have(&term->names,
			    record_party(term->of->record, event->people->at[i].person)))
			return true;
	return false;
}

static bool quote_party(const struct term *term, const struct quote *quote)
{
	return names_have(&term->names, record_party(term->of->record, quote->speaker));
}

static bool event_source(const struct term *term, const struct event *event)
{
	if (names_have_any(&term->names, event->source))
		return true;
	for (uint32_t i = 0; event->positions && i < event->positions->count; i++)
		if (names_have(&term->names, event->positions->at[i].source) ||
			names_have(&term->names, event->positions->at[i].says))
			return true;
	return false;
}

static bool quote_source(const struct term *term, const struct quote *quote)
{
	if (names_have(&term->names, quote->source))
		return true;
	const struct attestation *at = NULL;
	while ((at = quote_place_next(quote, at)))
		if (names_have(&term->names, at->source))
			return true;
	return quote->more && names_have_any(&term->names, quote->more->via);
}

static bool event_theme(const struct term *term, const struct event *event)
{
	if (names_have_any(&term->names, event->themes))
		return true;
	for (uint32_t i = 0; event->positions && i < event->positions->count; i++)
		if (names_have(&term->names, event->positions->at[i].issue))
			return true;
	return false;
}

static bool quote_theme(const struct term *term, const struct quote *quote)
{
	return names_have_any(&term->names, quote->themes);
}

static bool event_era(const struct term *term, const struct event *event)
{
	return names_have(&term->names, event->era);
}

/* ---- words and ids: units of the search ---- */

static uint8_t *units_create(const struct term *term)
{
	const uint32_t *counts = term->of->record->counts;
	return bits_create(term, counts[THING_EVENT] + counts[THING_QUOTE]);
}

static bool event_unit(const struct term *term, const struct event *event)
{
	const struct record *record = term->of->record;
	return bit_get(term->units, search_unit_event(record, record_event_index(record, event)));
}

static bool quote_unit(const struct term *term, const struct quote *quote)
{
	const struct record *record = term->of->record;
	return bit_get(term->units, search_unit_quote(record, record_quote_index(record, quote)));
}

/* In small letters they are words that somebody may look for, and more likely are meant otherwise. */
static void remark_operator(const struct term *term, const struct query_value *value)
{
	static const char *const operators[][2] = {
		{"or", "either is written a,b"},
		{"and", "all terms must hold anyway"},
		{"not", "what is not wanted begins with \"-\""},
	};
	bool alone = !term->form->next && value->column == 1;
	bool marked = value->column != term->form->column; /* in quotation marks */
	for (size_t i = 0; i < sizeof operators / sizeof *operators && !alone && !marked; i++)
		if (strcmp(value->text, operators[i][0]) == 0 && !is_remarked(term))
			remark(term, value, "\"%s\" is looked for as a word; %s", operators[i][0],
				operators[i][1]);
}

static void start_words(struct term *term)
{
	const struct terms *of = term->of;
	const struct query_value *value = term->form->values;
	struct pattern pattern;
	term->units = units_create(term);
	if (pattern_read(of->search, of->arena, value->text, value->len, &pattern))
		search_units(of->search, &pattern, term->units);
	remark_operator(term, value);
}

static void remark_id(const struct term *term, const struct query_value *value)
{
	struct buf near = {0};
	names_suggest_id(term->of->record, term->field->event != NULL, value->text, &near);
	remark(term, value, "no %s has the id \"%.64s\"%s", term->field->called, value->text,
		buf_string(&near));
	buf_free(&near);
}

/* Remarks on the first value that is no id. */
static void wanted_finish(struct wanted *wanted, const struct term *term)
{
	const struct query_value *unknown = wanted_unknown(wanted);
	if (unknown && !is_remarked(term))
		remark_id(term, unknown);
	wanted_free(wanted);
}

static void start_ids(struct term *term)
{
	const struct record *record = record_whole(term->of->record);
	struct wanted wanted;
	wanted_start(&wanted, term->form->values, term->of->arena);
	term->units = units_create(term);
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++)
		if (wanted_has(&wanted, record->events[i].id))
			bit_set(term->units, search_unit_event(record, i));
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++)
		if (wanted_has(&wanted, record->quotes[i].id))
			bit_set(term->units, search_unit_quote(record, i));
	wanted_finish(&wanted, term);
}

static void start_answers(struct term *term)
{
	const struct record *record = record_whole(term->of->record);
	struct wanted wanted;
	wanted_start(&wanted, term->form->values, term->of->arena);
	term->quotes = bits_create(term, record->counts[THING_QUOTE]);
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++)
		if (wanted_has(&wanted, record->quotes[i].id))
			bit_set(term->quotes, i);
	wanted_finish(&wanted, term);
}

static bool quote_answers(const struct term *term, const struct quote *quote)
{
	for (uint32_t i = 0; quote->answers && i < quote->answers->count; i++)
		if (bit_get(term->quotes, quote->answers->at[i].index))
			return true;
	return false;
}

/* ---- words of the format ---- */

static void start_choice(struct term *term)
{
	const struct form_words *words = query_field_row(term->form->field)->words;
	struct buf all = {0};
	for (int i = 0; i < words->count; i++)
		buf_format(&all, "%s%s",
			!i                             ? ""
				: i + 1 < words->count ? ", "
						       : " or ",
			words->at[i]);
	for (const struct query_value *value = term->form->values; value; value = value->next) {
		unsigned found = 0;
		for (int i = 0; i < words->count; i++)
			if (strcmp(value->text, words->at[i]) == 0)
				found = 1u << i;
		term->choice |= found;
		if (!found && !is_remarked(term))
			remark(term, value, "%s is %s", term->field->called, buf_string(&all));
	}
	buf_free(&all);
}

static bool quote_status(const struct term *term, const struct quote *quote)
{
	return term->choice >> quote->status & 1;
}

static bool quote_kind(const struct term *term, const struct quote *quote)
{
	return term->choice >> quote->kind & 1;
}

static void start_language(struct term *term)
{
	const struct record *record = record_whole(term->of->record);
	for (const struct query_value *value = term->form->values; value && !is_remarked(term);
		value = value->next) {
		bool any = false;
		for (uint32_t i = 0; i < record->counts[THING_QUOTE] && !any; i++)
			any = quote_in_language(
				record, &record->quotes[i], value->text, value->len);
		if (!any)
			remark(term, value, "no quotation is in the language \"%.64s\"",
				value->text);
	}
}

static bool quote_language(const struct term *term, const struct quote *quote)
{
	for (const struct query_value *value = term->form->values; value; value = value->next)
		if (quote_in_language(term->of->record, quote, value->text, value->len))
			return true;
	return false;
}

/* ---- dates and places ---- */

static bool event_touches(
	const struct term *term, const struct event *event, const struct query_span *spans)
{
	return query_spans_touch(spans, event->date, term->of->scratch);
}

static bool event_dates(const struct term *term, const struct event *event)
{
	return event_touches(term, event, term->form->spans);
}

static bool any_event_touches(const struct term *term, const struct query_span *spans)
{
	const struct record *record = term->of->record;
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++)
		if (!record_hides(record, record_ref(THING_EVENT, i)) &&
			event_touches(term, &record->events[i], spans))
			return true;
	return false;
}

/* "-1918" is a year of its own. Whoever may have meant all but 1918, since there is something of
 * that year alone, is told how it is written. */
static void remark_minus(const struct term *term, const struct query_value *value)
{
	const struct query_span *spans = term->form->spans;
	if (!date_is_day(spans->from))
		return;
	int year = (int)-date_to_civil(spans->from, false).year;
	const struct query_span meant = {
		.from = date_from_civil((struct date_civil){year, 1, 1}, false),
		.to = date_from_civil((struct date_civil){year, 12, 31}, false)};
	if (any_event_touches(term, &meant) && !any_event_touches(term, spans))
		remark(term, value, "-%04d is %d BCE; all but the year %04d: ..%04d,%04d..", year,
			year + 1, year, year - 1, year + 1);
}

static void start_dates(struct term *term)
{
	const char *season = term->form->season;
	const struct query_value value = {.column = term->form->column + term->form->negative};
	if (season && !is_remarked(term))
		remark(term, &value,
			"%s is a season of the year %.4s; for the years write %.4s..%.2s%.2s",
			season, season, season, season, season + 5);
	if (term->form->minus && !is_remarked(term))
		remark_minus(term, &value);
}

static void start_place(struct term *term)
{
	const struct record *record = record_whole(term->of->record);
	for (const struct query_value *value = term->form->values; value && !is_remarked(term);
		value = value->next) {
		bool any = false;
		for (uint32_t i = 0; i < record->counts[THING_EVENT] && !any; i++)
			any = record->events[i].location &&
				names_words(record->events[i].location, value);
		if (!any)
			remark(term, value, "no place is called \"%.64s\"", value->text);
	}
}

static bool event_place(const struct term *term, const struct event *event)
{
	for (const struct query_value *value = term->form->values; value; value = value->next)
		if (event->location && names_words(event->location, value))
			return true;
	return false;
}

/* ---- has ---- */

enum { HAS_OF_QUOTES = 1u << HAS_VARIANTS | 1u << HAS_REPLIES };

static bool asks_for(const struct term *term, enum query_has has)
{
	return term->form->has >> has & 1;
}

static void start_has(struct term *term)
{
	const struct record *record = term->of->record;
	term->quotes = bits_create(term, record->counts[THING_QUOTE]);
	for (uint32_t i = 0; asks_for(term, HAS_REPLIES) && i < record->counts[THING_QUOTE]; i++) {
		const struct refs *answers = record->quotes[i].answers;
		if (!bit_get(term->of->base->quotes, i))
			continue;
		for (uint32_t n = 0; answers && n < answers->count; n++)
			bit_set(term->quotes, answers->at[n].index);
	}
	uint8_t *likened = bits_create(term, record->counts[THING_EVENT]);
	term->names.bits[THING_EVENT] = likened;
	for (uint32_t i = 0; asks_for(term, HAS_PARALLELS) && i < record->counts[THING_PARALLEL];
		i++) {
		const struct refs *between = record->parallels[i].between;
		for (uint32_t n = 0; n < between->count; n++)
			if (between->at[n].thing == THING_EVENT)
				bit_set(likened, between->at[n].index);
	}
}

static bool has_quotes(const struct term *term, const struct event *event)
{
	for (uint32_t i = 0; i < event->quote_count; i++)
		if (bit_get(term->of->base->quotes, event->first_quote + i))
			return true;
	return false;
}

static bool event_has(const struct term *term, const struct event *event)
{
	uint32_t index = record_event_index(term->of->record, event);
	return (asks_for(term, HAS_QUOTES) && has_quotes(term, event)) ||
		names_have(&term->names, record_ref(THING_EVENT, index)) ||
		(asks_for(term, HAS_POSITIONS) && event->positions && event->positions->count);
}

static bool quote_has(const struct term *term, const struct quote *quote)
{
	if (bit_get(term->quotes, record_quote_index(term->of->record, quote)))
		return true;
	for (uint32_t i = 0;
		asks_for(term, HAS_VARIANTS) && quote->also_in && i < quote->also_in->count; i++)
		if (quote->also_in->at[i].text &&
			!quote_translated(term->of->record, quote, &quote->also_in->at[i]))
			return true;
	return false;
}

/* ---- the table ---- */

static const struct term_field fields[] = {
	[QUERY_WORDS] = {"", start_words, event_unit, quote_unit},
	[QUERY_DATES] = {"", start_dates, event_dates, NULL},
	{"by", start_names, NULL, quote_by, "speaker", {THING_PERSON, THING_PARTY, THING_SOURCE}},
	{"speaker", start_names, NULL, quote_speaker, "speaker",
		{THING_PERSON, THING_PARTY, THING_SOURCE}},
	{"person", start_names, event_person, NULL, "person", {THING_PERSON}},
	{"party", start_names, event_party, quote_party, "party", {THING_PARTY}},
	{"source", start_names, event_source, quote_source, "source", {THING_SOURCE}},
	{"theme", start_names, event_theme, quote_theme, "theme", {THING_THEME}},
	{"place", start_place, event_place, NULL},
	{"era", start_names, event_era, NULL, "era", {THING_ERA}},
	{"status", start_choice, NULL, quote_status, "a status"},
	{"kind", start_choice, NULL, quote_kind, "a kind"},
	{"lang", start_language, NULL, quote_language},
	{"id", start_ids, event_unit, quote_unit, "event or quotation"},
	{"answers", start_answers, NULL, quote_answers, "quotation"},
	{"has", start_has, event_has, quote_has},
};

/* A row of the language is asked for as the row of its name says. */
static const struct term_field *field_of(int field)
{
	const char *name = query_field_row(field)->name;
	size_t n = (size_t)field;
	if (field >= QUERY_NAMED)
		for (n = QUERY_NAMED; strcmp(fields[n].name, name) != 0; n++)
			assert(n + 1 < sizeof fields / sizeof *fields);
	return &fields[n];
}

const enum thing *term_things(int field)
{
	return field_of(field)->things;
}

bool term_narrows(const struct query_term *form)
{
	const struct term_field *field = field_of(form->field);
	return field->start == start_has ? form->has & HAS_OF_QUOTES : field->quote != NULL;
}

void term_start(struct term *term, const struct terms *of, const struct query_term *form)
{
	*term = (struct term){.of = of, .form = form, .field = field_of(form->field)};
	if (term->field->start)
		term->field->start(term);
}

bool term_has_event(const struct term *term, uint32_t event)
{
	return term->field->event && term->field->event(term, &term->of->record->events[event]);
}

bool term_has_quote(const struct term *term, uint32_t quote)
{
	return term->field->quote && term->field->quote(term, &term->of->record->quotes[quote]);
}
