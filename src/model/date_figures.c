/* A point of a refused date that is written in figures: "3.3.1918", "03/1918", "1918-W10",
 * "19180303", "191x", EDTF itself.
 *
 * What is read here may still be no date: whoever asks writes it down and has it judged. */
#include "model/date_parts.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

static bool is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool ends_at(const struct date_text *text, const char *at)
{
	bool time = text->end - at > 1 && *at == 't' && text_is_figure(at[1]);
	return at == text->end || time || !(text_is_figure(*at) || is_small(*at));
}

/* Up to three numbers with one sign between them. */
struct run {
	int number[3], digits[3];
	int count;
	bool roman; /* the second is in Roman figures: a month */
	char sign;
	const char *ends[3];
};

/* "iii" as a month; 0 for none. */
static int roman_month(const char **at, const char *end)
{
	static const char *const months[] = {
		"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"};
	size_t len = 0;
	while (*at + len < end && is_small((*at)[len]))
		len++;
	for (int i = 0; i < 12; i++)
		if (strlen(months[i]) == len && memcmp(*at, months[i], len) == 0) {
			*at += len;
			return i + 1;
		}
	return 0;
}

static void run_read(const struct date_text *text, struct run *run)
{
	const char *at = text->at;
	memset(run, 0, sizeof *run);
	while (run->count < 3) {
		int number = 0, digits = 0, roman = 0;
		for (; at < text->end && text_is_figure(*at) && digits < 9; at++, digits++)
			number = number * 10 + (*at - '0');
		if (!digits && run->count == 1 && (roman = roman_month(&at, text->end)))
			number = roman;
		run->roman |= roman > 0;
		if (!digits && !roman)
			return;
		run->number[run->count] = number;
		run->digits[run->count] = roman ? 2 : digits;
		run->ends[run->count++] = at;
		if (at == text->end || !strchr("./- \1", *at) || (run->sign && *at != run->sign))
			return;
		run->sign = *at++;
		if (run->sign == '.' && at < text->end && *at == ' ')
			at++;
	}
}

/* A day and a month in either order; where both may be, the first is the day. */
static void day_and_month(struct date_guess *guess, int first, int second, bool either)
{
	bool swapped = second > 12 && first <= 12;
	guess->day = swapped ? second : first;
	guess->month = swapped ? first : second;
	if (either && first <= 12 && second <= 12 && first != second) {
		guess->other_day = second;
		guess->other_month = first;
	}
}

/* 3.3.1918, 1918/3/3, 3/3/18. */
static bool take_three(struct date_text *text, const struct run *run, struct date_guess *guess)
{
	const int *number = run->number, *digits = run->digits;
	if (run->count < 3 || digits[1] > 2 || !ends_at(text, run->ends[2]))
		return false;
	if (digits[0] == 4 && digits[2] <= 2) {
		guess->year = number[0];
		day_and_month(guess, number[2], number[1], false);
	} else if (digits[0] <= 2 && number[0] <= 31 && (digits[2] == 4 || digits[2] == 2) &&
		(digits[2] == 4 || run->sign != ' ')) {
		guess->year = number[2];
		guess->year_last = true;
		guess->short_year = digits[2] == 2;
		day_and_month(guess, number[0], number[1],
			!run->roman && (run->sign == '/' || run->sign == '-'));
	} else if (digits[0] == 2 && digits[2] == 2 && number[0] > 31 && number[1] <= 12) {
		guess->year = number[0];
		guess->short_year = true;
		guess->month = number[1];
		guess->day = number[2];
	} else {
		return false;
	}
	guess->has_year = true;
	if (guess->month == 0)
		guess->day = 0;
	text->at = run->ends[2];
	return true;
}

/* 03/1918, 1918.03, 1918-3; 1918-062; behind a date, 04-09. */
static bool take_two(
	struct date_text *text, const struct run *run, bool behind, struct date_guess *guess)
{
	const int *number = run->number, *digits = run->digits;
	bool spaced = run->sign == ' ' &&
		!(digits[0] == 4 && digits[1] == 2 && run->ends[1] == text->end);
	const char *end = run->count < 2 ? text->at : run->ends[1];
	bool unknown_day = text->end - end > 1 && end[0] == '-' && end[1] == 'x';
	if (run->count < 2 || spaced || unknown_day || !ends_at(text, end))
		return false;
	if (digits[0] == 4 && digits[1] == 3 && run->sign == '-' && number[1] >= 1 &&
		number[1] <= 366) {
		int64_t first = date_from_civil((struct date_civil){number[0], 1, 1}, false);
		struct date_civil civil = date_to_civil(first + number[1] - 1, false);
		guess->year = number[0];
		guess->month = civil.month;
		guess->day = civil.day;
		if (civil.year != number[0])
			return false;
	} else if (digits[0] == 4 && digits[1] <= 2 && number[1] <= 12 &&
		strchr(".- ", run->sign)) {
		guess->year = number[0];
		guess->month = number[1];
	} else if (digits[1] == 4 && digits[0] <= 2 && number[0] >= 1 && number[0] <= 12) {
		guess->year = number[1];
		guess->month = number[0];
		guess->year_last = true;
	} else if (behind && digits[0] <= 2 && digits[1] <= 2) {
		day_and_month(guess, number[1], number[0], false);
		text->at = run->ends[1];
		return guess->month && guess->day;
	} else {
		return false;
	}
	guess->has_year = true;
	text->at = run->ends[1];
	return true;
}

/* 1918-W10, 1918W10, 1918-W10-3. */
static bool take_week(struct date_text *text, struct date_guess *guess)
{
	const char *from = text->at;
	int64_t year, week, day = 0;
	if (date_take_number(text, 4, false, &year) == 4) {
		date_take(text, "-");
		if (date_take(text, "w") && date_take_number(text, 3, false, &week)) {
			if (week > 99) { /* 1918W103 */
				day = week % 10;
				week /= 10;
			} else if (date_take(text, "-") &&
				!date_take_number(text, 1, false, &day)) {
				day = 9;
			}
			/* The week with 4 January is the first; 1970-01-01 was a Thursday. */
			int64_t fourth = date_from_civil((struct date_civil){year, 1, 4}, false);
			int64_t monday = fourth - ((fourth + 3) % 7 + 7) % 7;
			int64_t first = monday + (week - 1) * 7;
			struct buf edtf = {0};
			date_day_text(day ? first + day - 1 : first, &edtf);
			if (!day) {
				buf_char(&edtf, '/');
				date_day_text(first + 6, &edtf);
			}
			bool fits = week >= 1 && week <= 53 && day <= 7 &&
				edtf.len < sizeof guess->raw;
			if (fits)
				memcpy(guess->raw, buf_string(&edtf), edtf.len + 1);
			buf_free(&edtf);
			guess->raw_extra = guess->has_year = fits;
			guess->year = year;
			return fits;
		}
	}
	text->at = from;
	return false;
}

/* 191?, 19??, 191-, 19--, 191_, 19**: digits that are not known. */
static bool take_blanks(struct date_text *text, struct date_guess *guess)
{
	const char *at = text->at;
	int known = 0;
	int64_t year = 0;
	for (; at < text->end && text_is_figure(*at) && known < 4; at++, known++)
		year = year * 10 + (*at - '0');
	char blank = at < text->end ? *at : '\0';
	if (known < 1 || known > 3 || !blank || !strchr("x?u-_*.", blank) ||
		text->end - at < 4 - known)
		return false;
	for (int i = known; i < 4; i++, at++, year *= 10)
		if (*at != blank)
			return false;
	bool more = at < text->end &&
		(text_is_figure(*at) || *at == blank || is_small(*at) || *at == '-');
	if (blank == '.' && at < text->end)
		return false;
	if (more || (known == 1 && blank != 'x' && blank != 'u' && blank != '?'))
		return false;
	guess->year = year;
	guess->has_year = true;
	guess->unknown = 4 - known;
	text->at = at;
	return true;
}

/* What a point that EDTF knows says; what the members of a guess cannot, its text keeps. */
static void point_guess(const struct date_point *point, const char *text, struct date_guess *guess)
{
	bool year_only = point->depth == DEPTH_YEAR && !point->significant;
	const char *digits = point->year_mask + (point->year_mask[0] == '-');
	size_t unknown = strlen(digits) - strcspn(digits, "X");
	bool decade = year_only && unknown < 4 && strspn(digits + 4 - unknown, "X") == unknown;
	guess->has_year = true;
	guess->year = point->year;
	guess->before = point->year_mask[0] == '-';
	guess->month = point->month;
	guess->day = point->day;
	guess->era = point->year_mask[0] == '-';
	if (point->masked && decade)
		guess->unknown = (int)unknown;
	bool of_all = point->qualifiers == 1 && (point->trailing || year_only);
	if (of_all)
		guess->certainty = date_point_certainty(point);
	guess->raw_extra = (point->masked && !decade) || point->significant ||
		(point->qualifiers && !of_all);
	if (guess->before && guess->unknown && guess->year > 0)
		guess->year = -guess->year;
	snprintf(guess->raw, sizeof guess->raw, "%s", guess->raw_extra ? text : "");
}

static bool take_edtf(struct date_text *text, struct date_guess *guess)
{
	size_t most = 0;
	char copy[48];
	while (text->at + most < text->end && most < sizeof copy - 1 &&
		(text_is_figure(text->at[most]) || strchr("xuys~?%-", text->at[most])))
		most++;
	for (size_t len = most; len >= 4; len--) {
		struct date_problem problem;
		struct date_reader reader = {copy, &problem, false, NULL};
		struct date_point point;
		if (!ends_at(text, text->at + len))
			continue;
		for (size_t i = 0; i < len; i++) {
			char c = text->at[i];
			copy[i] = c == 'u' ? 'X' : is_small(c) ? (char)(c - 32) : c;
		}
		copy[len] = '\0';
		if (!date_point_read(&reader, copy, copy + len, &point) ||
			(point.year_mask[0] && !strpbrk(copy, "0123456789")))
			continue;
		point_guess(&point, copy, guess);
		text->at += len;
		return true;
	}
	return false;
}

/* 19180303, 03031918, 1918062, 191803. */
static bool take_joined(struct date_text *text, const struct run *run, struct date_guess *guess)
{
	int all = run->number[0];
	if (!ends_at(text, run->ends[0]))
		return false;
	if (run->digits[0] == 8) {
		int year = all / 10000, month = all / 100 % 100, day = all % 100;
		if (year < 1 || month > 12 || day > 31) {
			year = all % 10000;
			day_and_month(guess, all / 1000000, all / 10000 % 100, true);
			guess->year_last = true;
		} else {
			guess->month = month;
			guess->day = day;
		}
		guess->year = year;
	} else if (run->digits[0] == 7 && all / 1000 >= 1000 && all / 1000 <= 2100 &&
		all % 1000 >= 1 && all % 1000 <= 366) {
		int64_t first = date_from_civil((struct date_civil){all / 1000, 1, 1}, false);
		struct date_civil civil = date_to_civil(first + all % 1000 - 1, false);
		guess->year = civil.year;
		guess->month = civil.month;
		guess->day = civil.day;
	} else if (run->digits[0] == 6 && all / 100 >= 1000 && all / 100 <= 2100 && all % 100 &&
		all % 100 <= 12) {
		guess->year = all / 100;
		guess->month = all % 100;
	} else {
		return false;
	}
	guess->has_year = true;
	text->at = run->ends[0];
	return true;
}

bool date_figures_take(struct date_text *text, bool behind, struct date_guess *guess)
{
	const char *from = text->at;
	struct run run;
	bool plus = text->end - from > 1 && *from == '+' && text_is_figure(from[1]);
	text->at += plus; /* as Wikidata has it, with a time that says nothing */
	run_read(text, &run);
	bool read = run.count &&
		(take_week(text, guess) || take_three(text, &run, guess) ||
			take_two(text, &run, behind, guess) || take_joined(text, &run, guess) ||
			take_blanks(text, guess));
	if (read || take_edtf(text, guess)) {
		if (plus)
			date_take(text, "t00:00:00z");
		return true;
	}
	text->at = from;
	return false;
}
