/* Advice for a part of a month, year, decade or century: "early 1918", "late 1917 to early 1918". EDTF
 * has no words for it: the whole is advised, and beside it the span for which the part may stand. */
#include "model/date_parts.h"

#include <stdio.h>
#include <string.h>

/* Appends the first and the last of the span; false where it has no bounds that can be told. */
static bool span_write(const struct date_guess *guess, struct buf *from, struct buf *to)
{
	static const int months[][2] = {{1, 4}, {5, 8}, {9, 12}, {1, 6}, {7, 12}};
	static const int days[][2] = {{1, 10}, {11, 20}, {21, 31}, {1, 15}, {16, 31}};
	static const int years[][2] = {{0, 3}, {4, 6}, {7, 9}, {0, 4}, {5, 9}},
			 centuries[][2] = {{0, 33}, {34, 66}, {67, 99}, {0, 49}, {50, 99}, {0, 24},
				 {25, 49}, {50, 74}, {75, 99}};
	int part = guess->part - 1, year = (int)guess->year;
	if (part < 0 || guess->day || guess->month > 12 || guess->before || guess->unknown > 2 ||
		year < 1 || (guess->unknown != 2 && part > 4))
		return false;
	if (guess->unknown) {
		const int *bounds = guess->unknown == 1 ? years[part] : centuries[part];
		buf_format(from, "%04d", year + bounds[0]);
		buf_format(to, "%04d", year + bounds[1]);
	} else if (guess->month) {
		int most = date_month_days(year, guess->month, false);
		buf_format(from, "%04d-%02d-%02d", year, guess->month, days[part][0]);
		buf_format(to, "%04d-%02d-%02d", year, guess->month,
			days[part][1] < 31 ? days[part][1] : most);
	} else {
		buf_format(from, "%04d-%02d", year, months[part][0]);
		buf_format(to, "%04d-%02d", year, months[part][1]);
	}
	return true;
}

bool date_advise_part(struct date_advice *advice)
{
	struct buf span = {0}, to = {0}, keep = {0};
	bool more = span_write(&advice->meant.points[0], &span, &to);
	if (more)
		buf_format(&span, "/%s", buf_string(&to));
	more = more && date_advice_fits(advice->reader, buf_string(&span));
	date_advise_keep(advice, &keep);
	date_advise_so(advice, 0, "write %s%s%s%s", buf_string(&advice->edtf),
		more ? ", or the part you mean, as " : "", more ? buf_string(&span) : "",
		buf_string(&keep));
	buf_free(&span);
	buf_free(&to);
	buf_free(&keep);
	return true;
}

/* Whether the time that is meant ends with the point, not begins with it. */
static bool is_last(const struct date_meant *meant, int i)
{
	return meant->sense == SENSE_BEFORE || i ||
		(meant->sense == SENSE_RANGE && meant->start != END_POINT);
}

void date_advise_parts(struct date_advice *advice)
{
	struct date_problem *problem = advice->reader->problem;
	struct date_meant exact = advice->meant;
	struct date_advice rest = *advice;
	int count = 0;
	bool set = exact.sense == SENSE_ONE_OF || exact.sense == SENSE_ALL_OF || exact.month;
	for (int i = 0; i < exact.count; i++) {
		struct date_guess *guess = &exact.points[i];
		struct buf from = {0}, to = {0};
		advice->marks.cut |= guess->part > 0; /* so that the words are kept */
		if (!set && span_write(guess, &from, &to)) {
			snprintf(guess->raw, sizeof guess->raw, "%s",
				buf_string(is_last(&exact, i) ? &to : &from));
			guess->raw_extra = true;
			count++;
		}
		buf_free(&from);
		buf_free(&to);
	}
	rest.edtf = rest.words = (struct buf){0};
	if (count && date_advice_take(&rest, &exact, false)) {
		struct buf text = {0};
		size_t at = strlen(problem->reason);
		date_advice_typed(advice, buf_string(&rest.edtf), &text);
		snprintf(problem->reason + at, sizeof problem->reason - at,
			", or the part%s you mean, as %s", count > 1 ? "s" : "", buf_string(&text));
		buf_free(&text);
	}
	buf_free(&rest.edtf);
	buf_free(&rest.words);
}
