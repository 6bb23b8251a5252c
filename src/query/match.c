/* Each field of the language, asked of one event or one quotation: a bit or two, now that names
 * are things. */
#include "query/match.h"

#include "query/threads.h"

#include <string.h>
#include <strings.h>

struct selection selection_create(const struct record *record, struct arena *arena)
{
	return (struct selection){arena_alloc(arena, record->counts[THING_EVENT] / 8 + 1, 1),
		arena_alloc(arena, record->counts[THING_QUOTE] / 8 + 1, 1)};
}

bool match_narrows(const struct query_term *term)
{
	switch ((enum query_field)term->field) {
	case QUERY_DATES:
	case QUERY_PERSON:
	case QUERY_PLACE:
	case QUERY_ERA:
		return false;
	case QUERY_HAS:
		return term->has & (1u << HAS_VARIANTS | 1u << HAS_REPLIES);
	default:
		return true;
	}
}

/* ---- events ---- */

static bool dates_touch(const struct match *match, const struct event *event)
{
	struct arena *scratch = match->matching->scratch;
	const struct query_span *first = query_spans(scratch, event->date);
	bool touch = false;
	for (const struct query_span *wanted = match->term->spans; wanted && !touch;
		wanted = wanted->next)
		for (const struct query_span *span = first; span && !touch; span = span->next)
			touch = span->from <= wanted->to && wanted->from <= span->to;
	arena_reset(scratch);
	return touch;
}

static bool has_place(const struct match *match, const struct event *event)
{
	for (const struct query_value *value = match->term->values; value; value = value->next)
		if (event->location && names_words(event->location, value))
			return true;
	return false;
}

/* Who is named at the table, and by the quotations that there are. */
static bool has_person(const struct match *match, const struct event *event)
{
	const struct matching *matching = match->matching;
	if (names_have_any(&match->names, event->host) ||
		names_have_any(&match->names, event->mediator))
		return true;
	for (uint32_t i = 0; event->people && i < event->people->count; i++)
		if (names_have(&match->names, event->people->at[i].person))
			return true;
	for (uint32_t i = 0; i < event->quote_count; i++) {
		const struct quote *quote = &matching->record->quotes[event->first_quote + i];
		if (bit_get(matching->base->quotes, event->first_quote + i) &&
			(names_have(&match->names, quote->speaker) ||
				names_have_any(&match->names, quote->to) ||
				names_have_any(&match->names, quote->about)))
			return true;
	}
	return false;
}

static bool has_party(const struct match *match, const struct event *event)
{
	if (names_have_any(&match->names, event->parties) ||
		names_have_any(&match->names, event->host) ||
		names_have_any(&match->names, event->mediator))
		return true;
	for (uint32_t i = 0; event->people && i < event->people->count; i++)
		if (names_have(&match->names,
			    record_party(match->matching->record, event->people->at[i].person)))
			return true;
	return false;
}

static bool has_source(const struct match *match, const struct event *event)
{
	if (names_have_any(&match->names, event->source))
		return true;
	for (uint32_t i = 0; event->positions && i < event->positions->count; i++)
		if (names_have(&match->names, event->positions->at[i].source))
			return true;
	return false;
}

static bool has_theme(const struct match *match, const struct event *event)
{
	if (names_have_any(&match->names, event->themes))
		return true;
	for (uint32_t i = 0; event->positions && i < event->positions->count; i++)
		if (names_have(&match->names, event->positions->at[i].issue))
			return true;
	return false;
}

static bool has_quotes(const struct match *match, const struct event *event)
{
	for (uint32_t i = 0; i < event->quote_count; i++)
		if (bit_get(match->matching->base->quotes, event->first_quote + i))
			return true;
	return false;
}

static bool event_has(const struct match *match, const struct event *event, uint32_t index)
{
	unsigned has = match->term->has;
	return ((has & 1u << HAS_QUOTES) && has_quotes(match, event)) ||
		((has & 1u << HAS_PARALLELS) &&
			names_have(&match->names, record_ref(THING_EVENT, index))) ||
		((has & 1u << HAS_POSITIONS) && event->positions && event->positions->count);
}

bool match_event(const struct match *match, uint32_t index)
{
	const struct record *record = match->matching->record;
	const struct event *event = &record->events[index];
	switch ((enum query_field)match->term->field) {
	case QUERY_WORDS:
	case QUERY_ID:
		return bit_get(match->units, search_unit_event(record, index));
	case QUERY_DATES:
		return dates_touch(match, event);
	case QUERY_PERSON:
		return has_person(match, event);
	case QUERY_PARTY:
		return has_party(match, event);
	case QUERY_SOURCE:
		return has_source(match, event);
	case QUERY_THEME:
		return has_theme(match, event);
	case QUERY_PLACE:
		return has_place(match, event);
	case QUERY_ERA:
		return names_have(&match->names, event->era);
	case QUERY_HAS:
		return event_has(match, event, index);
	default:
		return false;
	}
}

/* ---- quotations ---- */

static bool printed_in(const struct match *match, const struct quote *quote)
{
	if (names_have(&match->names, quote->source))
		return true;
	for (uint32_t i = 0; quote->also_in && i < quote->also_in->count; i++)
		if (names_have(&match->names, quote->also_in->at[i].source))
			return true;
	return false;
}

/* "en" is also en-GB. */
static bool is_tag(const char *tag, const struct query_value *value)
{
	return tag && strncasecmp(tag, value->text, value->len) == 0 &&
		(tag[value->len] == '\0' || tag[value->len] == '-');
}

/* In the language as it stands, or as it was said. */
static bool in_language(const struct match *match, const struct quote *quote)
{
	const struct record *record = match->matching->record;
	const char *language = quote->language ? quote->language : record->language;
	const char *original = quote->more ? quote->more->original_language : NULL;
	for (const struct query_value *value = match->term->values; value; value = value->next)
		if (is_tag(language, value) || is_tag(original, value))
			return true;
	return false;
}

static bool is_answer(const struct match *match, const struct quote *quote)
{
	for (uint32_t i = 0; quote->answers && i < quote->answers->count; i++)
		if (bit_get(match->quotes, quote->answers->at[i].index))
			return true;
	return false;
}

static bool quote_has(const struct match *match, const struct quote *quote, uint32_t index)
{
	unsigned has = match->term->has;
	if ((has & 1u << HAS_REPLIES) && bit_get(match->quotes, index))
		return true;
	if (!(has & 1u << HAS_VARIANTS))
		return false;
	for (uint32_t i = 0; quote->also_in && i < quote->also_in->count; i++)
		if (quote->also_in->at[i].text)
			return true;
	return false;
}

bool match_quote(const struct match *match, uint32_t index)
{
	const struct record *record = match->matching->record;
	const struct quote *quote = &record->quotes[index];
	switch ((enum query_field)match->term->field) {
	case QUERY_WORDS:
	case QUERY_ID:
		return bit_get(match->units, search_unit_quote(record, index));
	case QUERY_SPEAKER:
		return names_have(&match->names, threads_voice(quote));
	case QUERY_PARTY:
		return names_have(&match->names, record_party(record, quote->speaker));
	case QUERY_SOURCE:
		return printed_in(match, quote);
	case QUERY_THEME:
		return names_have_any(&match->names, quote->themes);
	case QUERY_STATUS:
		return match->words >> quote->status & 1;
	case QUERY_KIND:
		return match->words >> quote->kind & 1;
	case QUERY_LANG:
		return in_language(match, quote);
	case QUERY_ANSWERS:
		return is_answer(match, quote);
	case QUERY_HAS:
		return quote_has(match, quote, index);
	default:
		return false;
	}
}
