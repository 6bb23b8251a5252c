/* The record of a result holds nothing that was not known: what is asked here is whether it holds a
 * thing of which one has the index, or what hangs on one that may be of the whole record. */
#include "query/known.h"

#include "query/past.h"

bool known_date(const struct result *result, const struct date *date)
{
	return result->day == DATE_OPEN_END || past_date(date, result->day);
}

bool known_remarks(const struct result *result)
{
	return result->day == DATE_OPEN_END;
}

bool known_ref(const struct result *result, struct ref ref)
{
	return !record_hides(result->record, ref);
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
