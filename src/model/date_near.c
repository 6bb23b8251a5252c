/* What the dates beside a refused one tell of it: the century of a year of which two figures are
 * written, and the years in which an example may lie. None lies in other times, where it could be
 * copied into a date that nobody meant. */
#include "model/date_parts.h"

#include <inttypes.h>
#include <stdlib.h>

bool date_near_is(const struct date_reader *reader)
{
	return reader->beside && reader->beside->near > 0 && reader->beside->near < DATE_YEAR_MOST;
}

int date_near_years(const struct date_reader *reader, int64_t number, int64_t size, int64_t out[3])
{
	enum { LAST = 2029 }; /* what is written of is past */
	int64_t first = 1900 + number, other = number < 50 ? first + size : first - size;
	if (date_near_is(reader)) {
		int64_t beside = reader->beside->near;
		first = beside - beside % size + number;
		if (first - beside > size / 2 && first > size)
			first -= size;
		else if (beside - first > size / 2)
			first += size;
		other = first + size <= LAST || first < size ? first + size : first - size;
	}
	out[0] = first;
	out[1] = other;
	out[2] = number;
	return first == number || other == number ? 2 : 3;
}

const char *date_near_why(const struct date_reader *reader)
{
	return date_near_is(reader) ? " (as the dates beside it)" : "";
}

void date_near_pattern(const struct date_reader *reader, struct buf *out)
{
	if (date_near_is(reader))
		buf_format(out, "%04" PRId64 "-MM-DD", reader->beside->near);
	else
		buf_text(out, "YYYY-MM-DD");
}
