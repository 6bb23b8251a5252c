/* Most questions end at once, since most results are of no day. */
#include "query/known.h"

bool known_date(const struct result *result, const struct date *date)
{
	if (result->day == DATE_OPEN_END)
		return true;
	return date && date->sort != DATE_NO_SORT && date->latest <= result->day;
}

bool known_remarks(const struct result *result)
{
	return result->day == DATE_OPEN_END;
}

static bool is_cited(const struct refs *sources, uint32_t source)
{
	for (uint32_t i = 0; sources && i < sources->count; i++)
		if (sources->at[i].index == source)
			return true;
	return false;
}

/* Looks through what was known, so it grows with it. */
static bool cites(const struct result *known, uint32_t source)
{
	for (uint32_t row = 0; row < known->event_count; row++) {
		const struct event *event = result_event(known, row);
		const struct quote *quote;
		if (is_cited(event->source, source))
			return true;
		for (uint32_t n = 0; (quote = result_quote(known, event, n)); n++)
			if (quote->source.index == source)
				return true;
	}
	return false;
}

static bool has_begun(const struct result *known, uint32_t era)
{
	for (uint32_t row = 0; row < known->event_count; row++) {
		struct ref of = result_event(known, row)->era;
		if (of.thing == THING_ERA && of.index == era)
			return true;
	}
	return false;
}

bool known_ref(const struct result *result, struct ref ref)
{
	const struct result *known = result_known(result);
	if (result->day == DATE_OPEN_END)
		return true;
	switch ((enum thing)ref.thing) {
	case THING_EVENT:
		return result_row(known, ref.index) >= 0;
	case THING_QUOTE:
		return result_has_quote(known, ref.index);
	case THING_ERA:
		return has_begun(known, ref.index);
	case THING_SOURCE:
		return known_date(result, result->record->sources[ref.index].issued) ||
			cites(known, ref.index);
	default:
		return true;
	}
}

bool known_position(const struct result *result, const struct position *position)
{
	const struct source *sources = result->record->sources;
	if (position->quote.thing == THING_QUOTE && !known_ref(result, position->quote))
		return false;
	if (!known_ref(result, position->says))
		return false;
	return position->source.thing != THING_SOURCE ||
		known_date(result, sources[position->source.index].issued);
}

bool known_parallel(const struct result *result, const struct parallel *parallel)
{
	const struct date *date = parallel->said;
	if (!date && parallel->source.thing == THING_SOURCE)
		date = result->record->sources[parallel->source.index].issued;
	if (!known_date(result, date))
		return false;
	for (uint32_t i = 0; i < parallel->between->count; i++)
		if (!known_ref(result, parallel->between->at[i]))
			return false;
	return true;
}
