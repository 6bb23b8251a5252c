/* What is said of a refused date that means several points: a range whose second end is short, an
 * open end, one side of a day, one of several. */
#include "model/date_parts.h"

#include <stdio.h>
#include <string.h>

void date_advice_typed(const struct date_advice *advice, const char *edtf, struct buf *out)
{
	bool quoted = advice->reader->beside && (strstr(edtf, "..") || *edtf == '{') &&
		strchr("[{", *edtf);
	buf_format(out, quoted ? "\"%s\" in quotes" : "%s", edtf);
}

/* 1914/18, 1918/03, 1750/51. */
static bool of_completed(struct date_advice *advice)
{
	const struct date_meant *meant = &advice->meant;
	const struct date_beside *beside = advice->reader->beside;
	const char *slash = memchr(advice->text, '/', advice->len);
	size_t sign = slash ? (size_t)(slash - advice->text) : date_advice_fault(advice);
	const char *edtf = buf_string(&advice->edtf);
	struct date_meant other = *meant;
	struct date_advice rest = *advice;
	char more[80] = "";
	rest.edtf = rest.words = (struct buf){0};
	if (meant->has_other && meant->month) {
		other.month = false;
		other.points[0].month = 0;
		other.points[1] = meant->other;
		if (other.points[1].year > other.points[0].year &&
			date_advice_take(&rest, &other, false))
			snprintf(more, sizeof more, "; for the years %04d to %04d write %s",
				(int)other.points[0].year, (int)other.points[1].year,
				buf_string(&rest.edtf));
	} else if (meant->has_other) {
		other.month = true;
		other.points[0] = meant->other;
		if (date_advice_take(&rest, &other, false))
			snprintf(more, sizeof more, "; for %s write %s", buf_string(&rest.words),
				buf_string(&rest.edtf));
	}
	buf_free(&rest.edtf);
	buf_free(&rest.words);
	if (meant->month && !meant->points[0].day && meant->points[0].month < 13)
		return date_advise_so(advice, sign, "year and month are written %s%s", edtf, more);
	if (meant->month)
		return date_advise_so(
			advice, sign, "%s is written %s", buf_string(&advice->words), edtf);
	sign += slash != NULL;
	if (meant->points[0].month)
		return date_advise_so(advice, sign, "both ends are written in full: %s", edtf);
	if (meant->dual && beside && beside->old_style && beside->words &&
		!advice->reader->julian && meant->points[0].year < 1800)
		return date_advise_so(advice, sign,
			"for the years %04d to %04d write %s; a double year of Old Style is %s: "
			"%04d, in its own words %s: \"%.*s\"%s",
			(int)meant->points[0].year, (int)meant->points[1].year, edtf,
			beside->old_style, (int)meant->points[1].year, beside->words,
			(int)advice->len, advice->text, more);
	if (meant->sign != '/')
		return date_advise_so(advice, sign, "for a range of years write %s%s", edtf, more);
	int year = (int)meant->points[0].year, end = (int)meant->points[1].year;
	char month[32] = "";
	if (end / 100 != year / 100 && end % 100 > 12) /* 1856/13 */
		snprintf(month, sizeof month, "there is no month %d; ", end % 100);
	return date_advise_so(advice, sign, "%sfor the years %04d to %04d write %s%s", month, year,
		end, edtf, more);
}

/* An end that is open or unknown. */
static bool of_open(struct date_advice *advice)
{
	const struct date_meant *meant = &advice->meant;
	const char *edtf = buf_string(&advice->edtf);
	size_t at = date_advice_fault(advice);
	if (meant->end == END_UNKNOWN)
		return date_advise_so(advice, at, "write nothing for an unknown end: %s", edtf);
	if (meant->start == END_UNKNOWN)
		return date_advise_so(advice, at, "write nothing for an unknown start: %s", edtf);
	if (meant->sign && meant->end == END_OPEN)
		return date_advise_so(advice, at, "write '..' for an open end: %s", edtf);
	if (meant->sign)
		return date_advise_so(advice, at, "write '..' for an open start: %s", edtf);
	struct date_meant point = *meant;
	struct buf whole = {0};
	point.sense = SENSE_POINT;
	buf_text(&whole, edtf);
	date_advice_take(advice, &point, false);
	date_advise_so(advice, at, "for \"%s %s\" write %s", meant->end ? "since" : "until",
		buf_string(&advice->words), buf_string(&whole));
	buf_free(&whole);
	return true;
}

/* 12/25: December of a year, or Christmas. */
static bool of_month_and_year(struct date_advice *advice)
{
	const char *low = advice->marks.low;
	int month = (int)advice->meant.points[0].number, year = (int)advice->meant.points[1].number;
	size_t len = strlen(low);
	if (month < 1 || month > 12 || len > 5 || len < 4 || low[len - 3] != '/')
		return false;
	char day[64] = "";
	int64_t years[3];
	date_near_years(advice->reader, year, 100, years);
	if (year >= 1 && year <= date_month_days(2000, month, false))
		snprintf(day, sizeof day, "; a day without a year is XXXX-%02d-%02d", month, year);
	return date_advise_so(advice, 0,
		"a year has four digits and stands first; which is meant? %04d-%02d%s, or "
		"%04d-%02d%s",
		(int)years[0], month, date_near_why(advice->reader), (int)years[1], month, day);
}

/* 56-58 beside 1860. */
static bool of_short_years(struct date_advice *advice)
{
	struct date_meant full = advice->meant;
	char typed_so[32];
	int64_t years[3];
	snprintf(typed_so, sizeof typed_so, "%s", buf_string(&advice->edtf));
	if (!date_near_is(advice->reader))
		return false;
	for (int i = 0; i < 2; i++) {
		struct date_guess *guess = &full.points[i];
		if (guess->year < 10 || guess->year > 99)
			return false;
		if (date_near_years(advice->reader, guess->year, 100, years) < 3)
			return false;
		guess->year = years[0];
	}
	return date_advice_take(advice, &full, false) &&
		date_advise_so(advice, 0, "a year has four digits; which is meant? %s%s, or %s",
			buf_string(&advice->edtf), date_near_why(advice->reader), typed_so);
}

/* "early to mid 1856": parts of the same. */
static bool of_same(struct date_advice *advice)
{
	const struct date_guess *first = &advice->meant.points[0], *last = &advice->meant.points[1];
	struct date_meant one = advice->meant;
	one.sense = SENSE_POINT;
	return one.count == 2 && first->part && last->part && first->year == last->year &&
		first->month == last->month && first->day == last->day &&
		first->unknown == last->unknown && date_advice_take(advice, &one, false) &&
		date_advise_so(
			advice, date_advice_fault(advice), "write %s", buf_string(&advice->edtf));
}

bool date_advise_range(struct date_advice *advice)
{
	const struct date_meant *meant = &advice->meant;
	if (!advice->end && of_same(advice))
		return true;
	if (advice->end || !date_advice_take(advice, meant, false))
		return false;
	const char *edtf = buf_string(&advice->edtf);
	if (meant->completed && !meant->points[0].named && !meant->points[1].named)
		return of_completed(advice);
	if (meant->start != END_POINT || meant->end != END_POINT)
		return of_open(advice);
	if (meant->bare && (of_month_and_year(advice) || of_short_years(advice)))
		return true;
	if (meant->bare || meant->points[0].minus)
		return date_advise_so(advice, 0, "a year has four digits: %s%s", edtf,
			meant->points[0].minus ? " (year 0000 is 1 BCE)" : "");
	bool years = !meant->points[0].month && !meant->points[1].month;
	return date_advise_so(advice, date_advice_fault(advice), "for a range of %s write %s",
		years ? "years" : "dates", edtf);
}

/* The year, month or day before or behind one that there is. */
static void beside_it(struct date_guess *guess, int step)
{
	if (guess->day) {
		struct date_civil civil = {guess->year, guess->month, guess->day};
		civil = date_to_civil(date_from_civil(civil, false) + step, false);
		guess->year = civil.year;
		guess->month = civil.month;
		guess->day = civil.day;
	} else if (guess->month + step >= 1 && guess->month + step <= 12 && guess->month) {
		guess->month += step;
	} else {
		guess->year += step;
		guess->month = !guess->month ? 0 : step > 0 ? 1 : 12;
	}
}

/* "before 1918": EDTF counts 1918 in, so it is said how it is left out. */
bool date_advise_side(struct date_advice *advice)
{
	const struct date_meant *meant = &advice->meant;
	struct date_meant point = *meant;
	bool before = meant->sense == SENSE_BEFORE;
	if (!date_advice_take(advice, meant, false))
		return false;
	struct buf whole = {0}, label = {0}, less = {0};
	date_advice_typed(advice, buf_string(&advice->edtf), &whole);
	point.sense = SENSE_POINT;
	if (date_advice_take(advice, &point, false))
		buf_text(&label, buf_string(&advice->edtf));
	const struct date_guess *guess = &meant->points[0];
	bool plain = meant->strict && !guess->part && !guess->raw_extra && !guess->certainty &&
		!guess->unknown && guess->month <= 12 && guess->has_year;
	point = *meant;
	if (plain && date_advice_take(advice, &point, false))
		beside_it(&point.points[0], before ? -1 : 1);
	if (plain && date_advice_take(advice, &point, false)) {
		buf_text(&less, ", without it ");
		struct buf text = {0};
		date_advice_typed(advice, buf_string(&advice->edtf), &text);
		buf_text(&less, buf_string(&text));
		buf_free(&text);
	}
	if (meant->strict)
		date_advise_so(advice, date_advice_fault(advice), "for \"%s %s\" write %s%s",
			before ? "before" : "after", buf_string(&label), buf_string(&whole),
			buf_string(&less));
	else
		date_advise_so(advice, date_advice_fault(advice), "for \"%s or %s\" write %s",
			buf_string(&label), before ? "earlier" : "later", buf_string(&whole));
	buf_free(&whole);
	buf_free(&label);
	buf_free(&less);
	return true;
}

bool date_advise_several(struct date_advice *advice)
{
	struct date_meant *meant = &advice->meant;
	struct buf set = {0}, range = {0};
	bool is = date_advice_take(advice, meant, false);
	if (is)
		date_advice_typed(advice, buf_string(&advice->edtf), &set);
	enum date_sense sense = meant->sense;
	if (sense == SENSE_BETWEEN) {
		meant->sense = SENSE_RANGE;
		if (date_advice_take(advice, meant, false))
			buf_text(&range, buf_string(&advice->edtf));
	}
	if (range.len && is)
		date_advise_so(advice, date_advice_fault(advice),
			"for all of this time write %s, for some day in it %s", buf_string(&range),
			buf_string(&set));
	else if (range.len)
		date_advise_so(advice, date_advice_fault(advice), "for a range of dates write %s",
			buf_string(&range));
	else if (is && sense == SENSE_ALL_OF)
		date_advise_so(advice, date_advice_fault(advice),
			"for all of several dates write %s", buf_string(&set));
	else if (is)
		date_advise_so(advice, date_advice_fault(advice),
			"for one of several dates write a list: %s", buf_string(&set));
	is |= range.len > 0;
	buf_free(&set);
	buf_free(&range);
	return is;
}
