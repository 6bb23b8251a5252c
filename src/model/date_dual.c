/* A refused date in Old Style or New, or that is one day in both: "25 October (7 November) 1917",
 * "1/14 February 1918". What one half leaves out, the other or the end says; a pair is only taken
 * where the two days are one. */
#include "model/date_parts.h"

#include <string.h>

/* "25.10." */
static bool take_dotted(struct date_text text, struct date_guess *guess)
{
	int64_t day, month;
	*guess = (struct date_guess){0};
	if (!date_take_number(&text, 2, false, &day) || !date_take(&text, ".") ||
		!date_take_number(&text, 2, false, &month))
		return false;
	date_take(&text, ".");
	guess->day = (int)day;
	guess->month = (int)month;
	return text.at == text.end && month >= 1 && month <= 12;
}

/* One half, with what stands behind both. */
static bool take_half(
	const struct date_text *half, const struct date_text *tail, struct date_guess *guess)
{
	char copy[ADVICE_MOST * 2 + 2];
	size_t len = (size_t)(half->end - half->at), more = (size_t)(tail->end - tail->at);
	bool space = more && *tail->at != ',' && *tail->at != ' ' && len;
	if (len + more + 2 > sizeof copy)
		return false;
	memcpy(copy, half->at, len);
	copy[len] = ' ';
	memcpy(copy + len + space, tail->at, more);
	copy[len + space + more] = '\0';
	struct date_text text = {copy, copy + len + space + more, false};
	if (take_dotted(text, guess))
		return true;
	while (text.at < text.end && *text.at == ' ')
		text.at++;
	if (!date_guess_take(&text, true, guess))
		return false;
	while (text.at < text.end && strchr(" .,", *text.at))
		text.at++;
	if (!guess->day && guess->digits && guess->digits <= 2) {
		guess->day = (int)guess->number;
		guess->digits = 0;
	}
	return text.at == text.end && guess->day;
}

/* Whether the day is a real one of its calendar, and which one it is. */
static bool day_of(const struct date_guess *guess, bool julian, int64_t *day)
{
	struct date_civil civil = {guess->year, guess->month, guess->day};
	if (guess->month < 1 || guess->month > 12 || guess->day < 1 ||
		guess->day > date_month_days(guess->year, guess->month, julian))
		return false;
	*day = date_from_civil(civil, julian);
	return true;
}

static bool is_one_day(const struct date_guess *old_style, const struct date_guess *new_style)
{
	int64_t one, other;
	return day_of(old_style, true, &one) && day_of(new_style, false, &other) && one == other &&
		(old_style->day != new_style->day || old_style->month != new_style->month);
}

/* Tries the year of the one for the other too, and the years beside it. */
static bool match(struct date_guess *first, struct date_guess *second)
{
	struct date_guess *without = !first->has_year ? first : !second->has_year ? second : NULL;
	if (!first->month)
		first->month = second->month;
	if (!second->month)
		second->month = first->month;
	if (!first->has_year && !second->has_year)
		return false;
	if (!without && first->year == second->year) /* "19 December (1 January) 1918" */
		without = first->month == 12 && second->month == 1 ? first
			: first->month == 1 && second->month == 12 ? second
								   : NULL;
	int64_t year = first->has_year ? first->year : second->year;
	for (int step = 0; step < (without ? 3 : 1); step++) {
		if (without) {
			without->year = year + (step == 2 ? 1 : -step);
			without->has_year = true;
		}
		if (is_one_day(first, second))
			return true;
		if (is_one_day(second, first)) {
			struct date_guess swapped = *first;
			*first = *second;
			*second = swapped;
			return true;
		}
	}
	return false;
}

/* Reads one day that is named in both calendars; false for all else. */
static bool dual_read(
	const struct date_marks *marks, struct date_guess *old_style, struct date_guess *new_style)
{
	const char *low = marks->low, *end = low + strlen(low), *at = strpbrk(low, "/([");
	if (!at || (*at == '/' && strchr(at + 1, '/')))
		return false;
	const char *close = *at == '/' ? end : strpbrk(at, ")]");
	if (!close)
		return false;
	struct date_text first = {low, at, false}, second = {at + 1, close, false};
	struct date_text tail = {close + (close < end), end, false}, none = {end, end, false};
	bool front = at > low;
	if (!front)
		first = tail;
	if (!take_half(&first, front ? &tail : &none, old_style) &&
		!take_half(&first, &none, old_style))
		return false;
	if (!take_half(&second, front ? &tail : &none, new_style) &&
		!take_half(&second, &none, new_style))
		return false;
	return !old_style->certainty && !new_style->certainty && !old_style->raw_extra &&
		!new_style->raw_extra && match(old_style, new_style);
}

/* ---- advice ---- */

/* The Gregorian form of a Julian date, at most so many bytes; false where it has none. */
static bool gregorian(const char *edtf, struct buf *out)
{
	struct arena arena = {0};
	struct date date;
	struct date_problem problem;
	bool is = date_parse_old_style(&arena, edtf, strlen(edtf), &date, &problem);
	if (is)
		date_edtf(&date, out);
	arena_free(&arena);
	return is;
}

bool date_advise_style(struct date_advice *advice)
{
	const struct date_meant *meant = &advice->meant;
	const struct date_beside *beside = advice->reader->beside;
	bool named = meant->dual && meant->month;
	bool old = named, new = false;
	for (int i = 0; i < meant->count; i++) {
		old |= meant->points[i].style_old;
		new |= meant->points[i].style_new;
	}
	if (!(old || new) || !date_advice_take(advice, meant, old))
		return false;
	const char *edtf = buf_string(&advice->edtf);
	struct buf other = {0};
	if (new)
		date_advise_so(advice, date_advice_fault(advice),
			"every date here is New Style: write %s", edtf);
	else if (advice->reader->julian)
		date_advise_so(advice, date_advice_fault(advice),
			"this field is Old Style by itself: write %s", edtf);
	else if (beside && beside->old_style)
		date_advise_so(advice, date_advice_fault(advice),
			"the Old Style date is written %s: %s%s%s", beside->old_style, edtf,
			named && beside->words ? "; its own words go into " : "",
			named && beside->words ? beside->words : "");
	else if (gregorian(edtf, &other))
		date_advise_so(advice, date_advice_fault(advice),
			"in New Style this is %s: write %s", buf_string(&other),
			buf_string(&other));
	buf_free(&other);
	return true;
}

/* "25 October (7 November) 1917": one day, in both calendars. */
bool date_advise_dual(struct date_advice *advice)
{
	const struct date_beside *beside = advice->reader->beside;
	struct date_meant old_style = {.count = 1}, new_style = {.count = 1};
	struct buf old = {0}, new = {0};
	if (advice->end || !dual_read(&advice->marks, &old_style.points[0], &new_style.points[0]))
		return false;
	date_meant_edtf(&old_style, &old);
	date_meant_edtf(&new_style, &new);
	size_t at = date_advice_fault(advice);
	if (advice->reader->julian)
		date_advise_so(advice, at, "this field is Old Style by itself: write %s",
			buf_string(&old));
	else if (beside && beside->old_style)
		date_advise_so(advice, at,
			"this is one day in two calendars: write %s, and the Old Style date as "
			"%s: %s",
			buf_string(&new), beside->old_style, buf_string(&old));
	else
		date_advise_so(
			advice, at, "this is one day in two calendars: write %s", buf_string(&new));
	buf_free(&old);
	buf_free(&new);
	return true;
}
