/* The time of day behind a day of a refused date: "14:30", "2.30 pm", "14h30 CET". */
#include "model/date_parts.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

/* Zones by their letters, in minutes east of UTC. MSK was an hour more from 2011 to 2014. */
static const struct {
	const char *name;
	int minutes;
} zones[] = {{"msk", 180}, {"мск", 180}, {"cet", 60}, {"mez", 60}, {"cest", 120}, {"mesz", 120},
	{"eet", 120}, {"eest", 180}, {"wet", 0}, {"bst", 60}, {"est", -300}, {"edt", -240},
	{"cst", -360}, {"cdt", -300}, {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420},
	{"trt", 180}, {"jst", 540}};

static bool take_zone_name(
	struct date_text *text, const struct date_guess *guess, char *zone, size_t size)
{
	for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
		if (!date_take_word(text, zones[i].name))
			continue;
		int minutes = zones[i].minutes;
		bool late = guess->year > 2011 || (guess->year == 2011 && guess->month > 3);
		if (i < 2 && late &&
			(guess->year < 2014 || (guess->year == 2014 && guess->month < 11)))
			minutes += 60;
		int whole = minutes < 0 ? -minutes : minutes;
		snprintf(zone, size, minutes ? "%c%02d:%02d" : "Z", minutes < 0 ? '-' : '+',
			whole / 60 % 24, whole % 60);
		return true;
	}
	return false;
}

/* "am", "p.m.": the hour of the day. */
static bool take_half_day(struct date_text *text, int64_t *hour)
{
	const char *from = text->at;
	date_take(text, " ");
	bool late = date_take(text, "pm") || date_take(text, "p.m.") || date_take(text, "p. m.");
	if (late || date_take(text, "am") || date_take(text, "a.m.") || date_take(text, "a. m.")) {
		if (*hour > 12)
			return false;
		*hour = *hour % 12 + (late ? 12 : 0);
		return true;
	}
	text->at = from;
	return false;
}

static void take_zone(
	struct date_text *text, const struct date_guess *guess, char *zone, size_t size)
{
	const char *from = text->at;
	int64_t hours, minutes = 0;
	*zone = '\0';
	date_take(text, " ");
	bool bracket = date_take(text, "(");
	if (take_zone_name(text, guess, zone, size)) {
		if (bracket)
			date_take(text, ")");
		return;
	}
	bool named = date_take_word(text, "z") || date_take(text, "utc") || date_take(text, "gmt");
	char sign = text->at < text->end ? *text->at : '\0';
	if (sign == '+' || sign == '-') {
		text->at++;
		int digits = date_take_number(text, 4, false, &hours);
		if (digits == 4) {
			minutes = hours % 100;
			hours /= 100;
		}
		if (digits &&
			(digits == 4 || !date_take(text, ":") ||
				date_take_number(text, 2, false, &minutes) == 2)) {
			bool zero = !hours && !minutes;
			snprintf(zone, size, zero ? "Z" : "%c%02d:%02d", sign, (int)hours,
				(int)minutes);
			return;
		}
		text->at--;
	}
	if (named)
		snprintf(zone, size, "Z");
	else
		text->at = from;
}

/* 24:00 is 00:00 of the next day. */
static void midnight(struct date_guess *guess)
{
	struct date_civil civil = {guess->year, guess->month, guess->day};
	civil = date_to_civil(date_from_civil(civil, false) + 1, false);
	guess->year = civil.year;
	guess->month = civil.month;
	guess->day = civil.day;
}

/* The point of "14.30", which is no end. */
static bool is_point(const struct date_text *text)
{
	const char *at = text->at;
	return text->end - at >= 3 && *at == '.' && text_is_figure(at[1]) &&
		text_is_figure(at[2]) && (text->end - at == 3 || !strchr(".0123456789", at[3]));
}

bool date_clock_take(struct date_text *text, struct date_guess *guess)
{
	const char *from = text->at;
	int64_t hour, minute = 0, second = -1, left;
	char zone[8];
	bool marked = date_take(text, "t");
	static const char *const before[] = {" ", ",", "at ", "um ", "о ", "об ", "a las ", "a ",
		"alle ", "ore ", "saat ", "kl ", "kl. ", "godz. ", "в ", "klo "};
	for (size_t i = 0; !marked && i < sizeof before / sizeof *before; i++)
		if (date_take(text, before[i]))
			i = (size_t)-1;
	int digits = text->at > from ? date_take_number(text, 6, false, &hour) : 0;
	bool read = digits >= 1 && digits <= 2;
	if (marked && (digits == 4 || digits == 6)) {
		second = digits == 6 ? hour % 100 : -1;
		hour /= digits == 6 ? 100 : 1;
		minute = hour % 100;
		hour /= 100;
		read = true;
	} else if (read &&
		(date_take(text, ":") || ((marked || is_point(text)) && date_take(text, ".")))) {
		read = date_take_number(text, 2, false, &minute) == 2;
		if (read && date_take(text, ":"))
			read = date_take_number(text, 2, false, &second) == 2;
	} else {
		read = read && (marked || take_half_day(text, &hour));
	}
	if (read && (date_take(text, ".") || date_take(text, ",")))
		date_take_number(text, 12, false, &left); /* parts of a second */
	if (!read || !guess->month || !guess->day || guess->month > 12 || guess->day > 31) {
		text->at = from;
		return false;
	}
	take_half_day(text, &hour);
	take_zone(text, guess, zone, sizeof zone);
	date_take(text, " uhr");
	bool real = guess->day <= date_month_days(guess->year, guess->month, false);
	if (hour == 24 && minute == 0 && second <= 0 && real) {
		midnight(guess);
		hour = 0;
	}
	int len = snprintf(
		guess->time, sizeof guess->time, "T%02d:%02d", (int)(hour % 100), (int)minute);
	if (second >= 0)
		len += snprintf(
			guess->time + len, sizeof guess->time - (size_t)len, ":%02d", (int)second);
	snprintf(guess->time + len, sizeof guess->time - (size_t)len, "%s", zone);
	return true;
}
