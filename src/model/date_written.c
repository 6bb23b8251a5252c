/* How EDTF has what was meant by a refused date. */
#include "model/date_parts.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void year_edtf(const struct date_guess *guess, struct buf *out)
{
	int64_t year = guess->year, size = year < 0 ? -year : year;
	char digits[24];
	bool negative = year < 0 || (guess->before && guess->unknown);
	if (size > DATE_YEAR_MOST) {
		buf_format(out, "Y%" PRId64, year);
		return;
	}
	snprintf(digits, sizeof digits, "%04d", (int)size);
	for (int i = 0; i < guess->unknown && i < 4; i++)
		digits[3 - i] = 'X';
	buf_format(out, "%s%s", negative ? "-" : "", digits);
}

static void guess_edtf(const struct date_guess *guess, struct buf *out)
{
	static const char *const marks[DATE_CERTAINTY_COUNT] = {"", "~", "?", "%"};
	bool first = guess->unknown == 2 && guess->year == 0; /* there is no year 0 of a century */
	if (guess->raw_extra) {
		buf_text(out, guess->raw);
	} else if (first) {
		buf_text(out, guess->before ? "-0099/0000" : "0001/0100");
		return;
	} else {
		if (guess->has_year)
			year_edtf(guess, out);
		else
			buf_text(out, "XXXX");
		if (guess->month)
			buf_format(out, "-%02d", guess->month);
		if (guess->day)
			buf_format(out, "-%02d", guess->day);
		buf_text(out, guess->time);
	}
	if (!guess->raw_extra || !strpbrk(guess->raw, "~?%"))
		buf_text(out, guess->time[0] ? "" : marks[guess->certainty]);
}

static void set_edtf(const struct date_meant *meant, struct buf *out)
{
	buf_char(out, meant->sense == SENSE_ALL_OF ? '{' : '[');
	buf_text(out, meant->sense == SENSE_BEFORE ? ".." : "");
	for (int i = 0; i < meant->count; i++) {
		if (i)
			buf_text(out, meant->sense == SENSE_BETWEEN ? ".." : ", ");
		guess_edtf(&meant->points[i], out);
	}
	buf_text(out, meant->sense == SENSE_AFTER ? ".." : "");
	buf_char(out, meant->sense == SENSE_ALL_OF ? '}' : ']');
}

void date_meant_edtf(const struct date_meant *meant, struct buf *out)
{
	const struct date_guess *points = meant->points;
	if (meant->sense == SENSE_POINT || meant->month) {
		guess_edtf(&points[0], out);
	} else if (meant->sense != SENSE_RANGE) {
		set_edtf(meant, out);
	} else {
		buf_text(out, meant->start == END_OPEN ? ".." : "");
		if (meant->start == END_POINT)
			guess_edtf(&points[0], out);
		buf_char(out, '/');
		buf_text(out, meant->end == END_OPEN ? ".." : "");
		if (meant->end == END_POINT)
			guess_edtf(&points[meant->count - 1], out);
	}
}
