/* What is said of a refused date that means one point: the very date to write, by what it was that
 * was typed, the order of the figures or a year of two digits. */
#include "base/text.h"
#include "model/date_parts.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Whether the text is a date where it is to stand. */
bool date_advice_fits(const struct date_reader *reader, const char *text)
{
	struct date_problem problem;
	struct date_reader again = {text, &problem, reader->julian, reader->beside};
	struct date_form form;
	return date_form_read(&again, text, strlen(text), &form) &&
		(!reader->julian || date_form_julian(&form));
}

void date_advice_show(const char *edtf, bool julian, struct buf *words)
{
	struct arena arena = {0};
	struct date date;
	struct date_problem problem;
	buf_clear(words);
	if (!(julian ? date_parse_old_style : date_parse)(
		    &arena, edtf, strlen(edtf), &date, &problem))
		buf_text(words, edtf);
	else if (julian)
		date_display_old_style(&date, words);
	else
		date_display(&date, words);
	arena_free(&arena);
}

/* Fills in the fault at a byte of the text; true. */
bool date_advise_so(struct date_advice *advice, size_t offset, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	struct date_problem *problem = advice->reader->problem;
	vsnprintf(problem->reason, sizeof problem->reason, format, args);
	va_end(args);
	problem->offset = (size_t)(advice->text - advice->reader->start) + offset;
	return true;
}

/* Whether a text can be shown between quotation marks and written so. */
static bool can_be_quoted(const char *text, size_t len)
{
	size_t bytes;
	for (; len; text += bytes, len -= bytes) {
		int32_t code = text_decode(text, len, &bytes);
		if (code == '"' || code == '\\' || text_is_harmful(code))
			return false;
	}
	return true;
}

void date_advise_keep(const struct date_advice *advice, struct buf *out)
{
	const struct date_beside *beside = advice->reader->beside;
	if (!beside || (!beside->words && beside->note == DATE_NOTE_NONE))
		return;
	if (beside->words)
		buf_format(out, "; the words of the source go into %s", beside->words);
	else
		buf_text(out, "; the words go into the note");
	if (advice->len <= 40 && can_be_quoted(advice->text, advice->len))
		buf_format(out, ": \"%.*s\"", (int)advice->len, advice->text);
}

/* Where the reading of EDTF stopped, in the text. */
size_t date_advice_fault(const struct date_advice *advice)
{
	size_t start = (size_t)(advice->text - advice->reader->start);
	size_t at = advice->reader->problem->offset;
	return at > start && at - start < advice->len ? at - start : 0;
}

/* Whether a guess is a date here; it then stands in advice->edtf, its words in advice->words. */
bool date_advice_take(struct date_advice *advice, const struct date_meant *meant, bool julian)
{
	struct date_reader reader = *advice->reader;
	reader.julian |= julian;
	buf_clear(&advice->edtf);
	date_meant_edtf(meant, &advice->edtf);
	if (!date_advice_fits(&reader, buf_string(&advice->edtf)))
		return false;
	date_advice_show(buf_string(&advice->edtf), reader.julian, &advice->words);
	return true;
}

/* ---- one point ---- */

/* Two or three figures of a year beside dates of four: which year is meant is for the writer to
 * say. */
static bool of_choice(struct date_advice *advice, const struct date_guess *guess, const char *mark)
{
	int64_t years[3], number = guess->number, near = advice->reader->beside->near;
	int count = date_near_years(advice->reader, number, guess->digits == 2 ? 100 : 1000, years);
	bool far = guess->digits == 3 && (near < 1000 || llabs(years[0] - near) > 100);
	if (far || years[0] == number || (guess->digits == 2 && count < 3))
		return false;
	if (guess->digits == 2)
		return date_advise_so(advice, 0,
			"a year has four digits; which is meant? %04" PRId64 "%s%s, or %04" PRId64
			"%s, or %04" PRId64 "%s for the year %" PRId64 " itself",
			years[0], mark, date_near_why(advice->reader), years[1], mark, number, mark,
			number);
	return date_advise_so(advice, 0,
		"a year has four digits; which is meant? %04" PRId64 "%s%s, or %04" PRId64
		"%s for the year %" PRId64 " itself",
		years[0], mark, date_near_why(advice->reader), number, mark, number);
}

/* 185 beside 1856: a decade, or a figure is missing. */
static bool of_missing_figure(struct date_advice *advice, const struct date_guess *guess)
{
	int64_t number = guess->number;
	if (!date_near_is(advice->reader) || guess->digits != 3 ||
		llabs(number * 10 - advice->reader->beside->near) > 100)
		return false;
	return date_advise_so(advice, 0,
		"a year has four digits; which is meant? %03" PRId64 "X (the years %" PRId64
		"0 to %" PRId64 "9), one of them, or %04" PRId64 " for the year %" PRId64 " itself",
		number, number, number, number, number);
}

/* A year of fewer than four digits. */
static bool of_bare_year(struct date_advice *advice, const struct date_guess *guess)
{
	char year[24], century[64] = "";
	int64_t number = guess->number, years[3];
	size_t len = strlen(advice->marks.low);
	const char *low = advice->marks.low, *behind = low + strspn(low, "0123456789");
	bool counted = strncmp(low, "day ", 4) == 0 || strcmp(behind, "th") == 0 ||
		strcmp(behind, "st") == 0 || strcmp(behind, "nd") == 0;
	if (counted || (len > 2 && strcmp(low + len - 2, "am") == 0))
		return false; /* a day, or a time of day */
	if (guess->minus) {
		return date_advise_so(advice, 0,
			"%" PRId64 " BCE is written %s%04" PRId64 ", %" PRId64 " BCE -%04" PRId64
			" (year 0000 is 1 BCE)",
			number, number > 1 ? "-" : "", number - 1, number + 1, number);
	}
	if (number == 0)
		return date_advise_so(
			advice, 0, "there is no year 0: 1 CE is written 0001, 1 BCE 0000");
	snprintf(year, sizeof year, "%04" PRId64, number);
	const char *mark = guess->certainty == DATE_ABOUT ? "~"
		: guess->certainty == DATE_POSSIBLY       ? "?"
		: guess->certainty                        ? "%"
							  : "";
	if (!date_advice_fits(advice->reader, year))
		return false;
	if (of_missing_figure(advice, guess) ||
		(date_near_is(advice->reader) && guess->digits > 1 &&
			of_choice(advice, guess, mark)))
		return true;
	if (guess->digits == 3 && number >= 100 && number <= 203)
		snprintf(century, sizeof century, "; the decade is %" PRId64 "X", number);
	else if (guess->digits == 2 && number >= 10 && number <= 20)
		snprintf(century, sizeof century, "; the century is %" PRId64 "XX", number);
	else if (guess->digits == 2 && date_near_years(advice->reader, number, 100, years) == 3)
		snprintf(century, sizeof century,
			", or of which century, %04" PRId64 "%s or %04" PRId64 "%s?", years[0],
			mark, years[1], mark);
	return date_advise_so(advice, 0, "a year has four digits: %s%s%s", year, mark, century);
}

/* 3/4/1918 and 3.3.18: what else it may be. */
static bool of_readings(struct date_advice *advice)
{
	struct date_meant *meant = &advice->meant;
	struct date_guess *guess = &meant->points[0];
	struct buf all = {0};
	int64_t year = guess->year, years[3] = {year};
	int count = 0, day_typed = guess->day, month_typed = guess->month;
	const char *low = advice->marks.low;
	bool year_first = guess->short_year && low[0] && low[1] && low[2] == '-' && !guess->named &&
		year <= 31 && low[0] - '0' <= 9 && (low[0] - '0') * 10 + low[1] - '0' == guess->day;
	if (guess->short_year)
		date_near_years(advice->reader, year, 100, years);
	for (int turn = 0; turn < (guess->other_month ? 2 : 1); turn++) {
		for (int i = 0; i < (guess->short_year ? 2 : 1); i++) {
			if (i && year_first && guess->other_month)
				continue; /* of three orders each is named once */
			guess->year = years[i];
			if (!date_advice_take(advice, meant, false))
				continue;
			buf_format(&all, "%s%s", count++ ? ", or " : "", buf_string(&advice->edtf));
			if (guess->other_month && !(guess->short_year && year_first))
				buf_format(&all, " for %s", buf_string(&advice->words));
			if (guess->short_year && count == 1)
				buf_text(&all, date_near_why(advice->reader));
		}
		int month = guess->month, day = guess->day;
		guess->month = guess->other_month ? guess->other_month : month;
		guess->day = guess->other_month ? guess->other_day : day;
	}
	guess->day = day_typed;
	guess->month = month_typed;
	/* 18-03-03, as 1918-03-03 */
	if (year_first && guess->month <= 12) {
		date_near_years(advice->reader, guess->day, 100, years);
		guess->day = (int)year;
		for (int i = 0; i < (guess->other_month ? 1 : 2); i++) {
			guess->year = years[i];
			if (guess->day && date_advice_take(advice, meant, false))
				buf_format(&all, "%s%s", count++ ? ", or " : "",
					buf_string(&advice->edtf));
		}
	}
	size_t named = date_word_len(low, low + strlen(low)), hyphen = strcspn(low, "' ");
	/* Mar-22, as spreadsheets have a month */
	if (count && advice->reader->beside && guess->short_year && named && hyphen == named &&
		!guess->day && year <= 31 && year > 0 && guess->month <= 12 &&
		!memchr(advice->text, '\'', advice->len))
		buf_format(
			&all, "; a day without a year is XXXX-%02d-%02d", guess->month, (int)year);
	const char *why = guess->short_year ? "write year first, with four digits; which is meant? "
		: count > 1                 ? "write year first; which is meant? "
					    : "write year first: ";
	if (count)
		date_advise_so(advice, date_advice_fault(advice), "%s%s", why, buf_string(&all));
	buf_free(&all);
	return count;
}

/* 80s: of which century? */
static bool of_short_decade(struct date_advice *advice)
{
	struct date_meant other = advice->meant;
	struct date_guess *guess = &other.points[0];
	int64_t years[3];
	struct buf all = {0};
	date_near_years(advice->reader, guess->number, 100, years);
	for (int i = 0; i < 2; i++) {
		guess->year = years[i];
		if (date_advice_take(advice, &other, false))
			buf_format(&all, "%s%s%s", all.len ? ", or " : "",
				buf_string(&advice->edtf), i ? "" : date_near_why(advice->reader));
	}
	date_advise_so(advice, 0, "a decade is written with its century; which is meant? %s",
		buf_string(&all));
	buf_free(&all);
	return true;
}

/* A decade or a century. */
static bool of_many_years(struct date_advice *advice)
{
	static const char *const names[] = {"", "decade", "century", "millennium"};
	const struct date_guess *guess = &advice->meant.points[0];
	const char *edtf = buf_string(&advice->edtf);
	bool letters = strpbrk(advice->marks.low, "xu?-_*.") ==
			advice->marks.low + 4 - guess->unknown &&
		advice->len <= 5;
	if (guess->unknown == 1 && guess->number && !guess->before)
		return of_short_decade(advice);
	if (letters)
		return date_advise_so(advice, date_advice_fault(advice),
			"write a capital X for an unknown digit: %s", edtf);
	if (guess->unknown == 1 && guess->year % 100 == 0 && guess->year > 0 && !guess->before)
		return date_advise_so(advice, date_advice_fault(advice),
			"for the decade write %s, for the century %.2sXX", edtf, edtf);
	return date_advise_so(
		advice, date_advice_fault(advice), "write a %s as %s", names[guess->unknown], edtf);
}

/* In words or with an era. */
static bool of_words(struct date_advice *advice, const struct date_guess *guess)
{
	const char *edtf = buf_string(&advice->edtf), *words = buf_string(&advice->words);
	if (guess->month > 12)
		return date_advise_so(
			advice, date_advice_fault(advice), "%s is written %s", words, edtf);
	if (!guess->has_year)
		return date_advise_so(
			advice, date_advice_fault(advice), "%s is written %s", words, edtf);
	if (guess->named && guess->before)
		return date_advise_so(advice, date_advice_fault(advice),
			"write year first, in figures: %s (year 0000 is 1 BCE)", edtf);
	if (guess->named)
		return date_advise_so(advice, date_advice_fault(advice),
			"write year first, in figures: %s", edtf);
	if (guess->before)
		return date_advise_so(advice, date_advice_fault(advice),
			"%s is written %s (year 0000 is 1 BCE)", words, edtf);
	return date_advise_so(advice, date_advice_fault(advice), "%" PRId64 " CE is written %s",
		guess->year, edtf);
}

/* 44651, -15983: the number that a spreadsheet has for a day. False where it lies in other times than
 * the dates beside it. */
static bool of_day_number(struct date_advice *advice, int64_t number)
{
	struct buf day = {0};
	int64_t year = date_to_civil(number - 25569, false).year; /* day 25569 is 1970-01-01 */
	bool near = date_near_is(advice->reader) &&
		llabs(year - advice->reader->beside->near) <= 100;
	if (!near && (number < 20000 || number >= 60000))
		return false;
	date_day_text(number - 25569, &day);
	date_advise_so(advice, date_advice_fault(advice),
		"a year has four digits; as the day number of a spreadsheet this is written %s; as "
		"a "
		"year %s",
		buf_string(&day), buf_string(&advice->edtf));
	buf_free(&day);
	return true;
}

/* 18566 beside 1857: a figure too many. */
static bool of_five_figures(struct date_advice *advice, const struct date_guess *guess)
{
	const char *low = advice->marks.low;
	size_t digits = strspn(low + (*low == '-'), "0123456789");
	struct buf years = {0};
	if (digits != 5 || low[digits + (*low == '-')])
		return false;
	for (size_t i = 0; i < 5 && *low != '-' && date_near_is(advice->reader); i++) {
		char year[5];
		memcpy(year, low, i);
		memcpy(year + i, low + i + 1, 4 - i);
		year[4] = '\0';
		bool near = llabs(atoi(year) - advice->reader->beside->near) <= 40;
		if (near && !(years.len && strstr(buf_string(&years), year)))
			buf_format(&years, "%s%s", years.len ? ", or " : "", year);
	}
	bool is = years.len > 0;
	if (is)
		date_advise_so(advice, 0,
			"a year has four digits, and here are five; which is meant? %s (as the "
			"dates "
			"beside it), or the year %s",
			buf_string(&years), buf_string(&advice->edtf));
	buf_free(&years);
	if (is || of_day_number(advice, guess->year))
		return true;
	return date_near_is(advice->reader) && *low != '-' && guess->year > 9999 &&
		date_advise_so(advice, 0,
			"a year has four digits, and here are five: take one out; write years of "
			"five "
			"or more digits with Y: %s",
			buf_string(&advice->edtf));
}

/* 220224, 240222: a day, from the year on or to it. */
static bool of_six_figures(struct date_advice *advice, int number)
{
	int parts[3] = {number / 10000, number / 100 % 100, number % 100};
	struct buf all = {0};
	for (int turn = 0; turn < 2; turn++) {
		int64_t years[3];
		int day = parts[turn ? 0 : 2];
		date_near_years(advice->reader, parts[turn ? 2 : 0], 100, years);
		if (turn && parts[0] == parts[2])
			continue;
		if (parts[1] >= 1 && parts[1] <= 12 && day >= 1 &&
			day <= date_month_days(years[0], parts[1], false))
			buf_format(&all, "%s%04d-%02d-%02d", all.len ? ", or " : "", (int)years[0],
				parts[1], day);
	}
	bool is = all.len > 0;
	if (is && number >= 100000)
		buf_format(&all, "; the year %d is written Y%d", number, number);
	if (is)
		date_advise_so(advice, 0, "write year first, with four digits; which is meant? %s",
			buf_string(&all));
	buf_free(&all);
	return is;
}

/* Figures in another order, or with other signs. */
static bool of_figures(struct date_advice *advice, const struct date_guess *guess)
{
	const char *edtf = buf_string(&advice->edtf), *low = advice->marks.low;
	size_t at = date_advice_fault(advice), digits = strspn(low, "0123456789");
	if (advice->marks.cut && date_advice_fits(advice->reader, low))
		return date_advise_so(advice, at, "write %s", edtf);
	if (guess->year_last)
		return date_advise_so(advice, at, "write year first: %s", edtf);
	if (guess->raw_extra && strchr(low, 'w'))
		return date_advise_so(advice, at, "the days of this week are written %s", edtf);
	if (digits >= 5 && !low[digits] && *edtf == 'Y' && digits == 10) {
		struct buf day = {0};
		date_day_text(guess->year / 86400, &day);
		date_advise_so(advice, at,
			"write years of five or more digits with Y: %s; as seconds since 1970 it "
			"is %s",
			edtf, buf_string(&day));
		buf_free(&day);
		return true;
	}
	if (*edtf == 'Y' && *low != '0' && of_five_figures(advice, guess))
		return true;
	if (digits == 6 && !low[6] && of_six_figures(advice, atoi(low)))
		return true;
	if (*edtf == 'Y' && *low == '0')
		return false; /* 030318 */
	if (*edtf == 'Y')
		return date_advise_so(
			advice, at, "write years of five or more digits with Y: %s", edtf);
	if (guess->time[0])
		return date_advise_so(advice, at, "day and time are written %s", edtf);
	if (digits == 4 && low[4] == '-' && strspn(low + 5, "0123456789") == 3)
		return date_advise_so(
			advice, at, "day %.3s of this year is written %s", low + 5, edtf);
	if (guess->month &&
		(digits > 5 || strpbrk(low, "./ ") || strpbrk(advice->marks.plain, "\\_|")))
		return date_advise_so(advice, at, "write hyphens: %s", edtf);
	if (guess->month && !guess->day && strlen(low) == 6 && low[4] == '-' && low[5] > low[3])
		return date_advise_so(advice, at,
			"month and day have two digits: %s; for a range of years write "
			"%.4s/%.3s%c",
			edtf, low, low, low[5]);
	if (guess->month && strspn(low, "0123456789-") == strlen(low))
		return date_advise_so(advice, at, "month and day have two digits: %s", edtf);
	if (strpbrk(advice->marks.plain, "([<\"'"))
		return date_advise_so(
			advice, at, "a date stands without brackets or marks: %s", edtf);
	return date_advise_so(advice, at, "write %s", edtf);
}

bool date_advise_point(struct date_advice *advice)
{
	struct date_meant *meant = &advice->meant;
	struct date_guess *guess = &meant->points[0];
	const char *start = advice->reader->start, *behind = advice->text + advice->len;
	bool interval = advice->end &&
		(memchr(start, '/', (size_t)(advice->text - start)) ||
			(behind < advice->end && *behind == '/'));
	if (interval && ((guess->digits && !guess->era) || guess->short_year))
		return false;
	bool zero = guess->era && guess->has_year && guess->year == 0 && !guess->before &&
		guess->digits && !guess->number;
	if (zero || (guess->digits && !guess->has_year))
		return of_bare_year(advice, guess);
	if (guess->minus && guess->digits && !guess->month)
		return of_bare_year(advice, guess);
	if (guess->short_year || guess->other_month)
		return of_readings(advice);
	if (!date_advice_take(advice, meant, false))
		return false;
	const char *edtf = buf_string(&advice->edtf);
	if (guess->part)
		return date_advise_part(advice);
	if (guess->certainty && strlen(edtf) <= 24)
		return date_advise_so(advice, date_advice_fault(advice), "for \"%s\" write %s",
			buf_string(&advice->words), edtf);
	if (guess->unknown && !guess->raw_extra)
		return of_many_years(advice);
	if (guess->named || guess->era || guess->month > 12 || !guess->has_year)
		return of_words(advice, guess);
	return of_figures(advice, guess);
}
