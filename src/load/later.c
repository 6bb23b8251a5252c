/* An outcome that names a day behind its event was not known on its day; and none was before it.
 *
 * Dates are read as people write them, and as truce does: "6 April", "April 6, 2022", "in May 2022",
 * "2022-04-06", "in 1924". A day without a year is taken for one of the year in which the event
 * ends; a month alone, and a number that is led to by no word of time, are no dates. */
#include "load/finish.h"

#include "base/text.h"
#include "load/spot.h"

#include <string.h>

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* Each that follows takes what it names at *at, steps behind it, and tells whether it was there. */

static bool take_number(const char **at, size_t least, size_t most, int *number)
{
	size_t len = strspn(*at, "0123456789");
	if (len < least || len > most)
		return false;
	*number = 0;
	for (size_t i = 0; i < len; i++)
		*number = *number * 10 + ((*at)[i] - '0');
	*at += len;
	return true;
}

static bool take_year(const char **at, struct date_civil *date)
{
	const char *from = *at;
	int year;
	if (!take_number(at, 4, 4, &year))
		return false;
	if (is_letter(**at)) {
		*at = from;
		return false;
	}
	date->year = year;
	return true;
}

/* "April", "Apr". */
static bool take_month(const char **at, struct date_civil *date)
{
	size_t len = 0;
	while (is_letter((*at)[len]))
		len++;
	for (int month = 1; month <= 12; month++) {
		const char *name = date_month_name(month);
		if ((len == 3 || len == strlen(name)) && strncmp(*at, name, len) == 0) {
			date->month = month;
			*at += len;
			return true;
		}
	}
	return false;
}

/* "6", "6th". */
static bool take_day(const char **at, struct date_civil *date)
{
	static const char *const ordinals[] = {"st", "nd", "rd", "th"};
	const char *from = *at;
	int day;
	if (!take_number(at, 1, 2, &day))
		return false;
	for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++)
		if (strncmp(*at, ordinals[i], 2) == 0 && !is_letter((*at)[2])) {
			*at += 2;
			break;
		}
	if (day < 1 || day > 31 || is_letter(**at)) {
		*at = from;
		return false;
	}
	date->day = day;
	return true;
}

static bool take_text(const char **at, const char *text)
{
	bool there = strncmp(*at, text, strlen(text)) == 0;
	*at += there ? strlen(text) : 0;
	return there;
}

/* ", 2022", " 2022", where it stands there. */
static void take_year_behind(const char **at, struct date_civil *date)
{
	const char *from = *at;
	take_text(at, ",");
	if (!take_text(at, " ") || !take_year(at, date))
		*at = from;
}

/* The date that begins at a word; NULL where none does, else behind it. */
static const char *date_read(const char *text, struct date_civil *date)
{
	const char *at = text;
	*date = (struct date_civil){0};
	if (take_year(&at, date) && take_text(&at, "-") && take_number(&at, 2, 2, &date->month) &&
		date->month >= 1 && date->month <= 12) {
		const char *month = at;
		if (take_text(&at, "-") && take_day(&at, date))
			return at;
		return month;
	}
	at = text;
	*date = (struct date_civil){0};
	if (take_day(&at, date)) {
		if (!take_text(&at, " "))
			return NULL;
		take_text(&at, "of ");
		if (!take_month(&at, date))
			return NULL;
		take_year_behind(&at, date);
		return at;
	}
	if (!take_month(&at, date))
		return NULL;
	const char *month = at;
	if (take_text(&at, " ") && take_day(&at, date)) {
		take_year_behind(&at, date);
		return at;
	}
	at = month;
	take_year_behind(&at, date);
	return date->year ? at : NULL;
}

/* Whether the word before `at` leads to a year, which may else be a number of anything. */
static bool is_led(const char *start, const char *at)
{
	static const char *const leads[] = {"in", "by", "until", "till", "since", "from", "to",
		"during", "after", "before", "early", "late", "spring", "summer", "autumn",
		"winter"};
	const char *end = at;
	while (end > start && end[-1] == ' ')
		end--;
	const char *word = end;
	while (word > start && is_letter(word[-1]))
		word--;
	for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
		if (strlen(leads[i]) == (size_t)(end - word) &&
			text_same_ascii(word, leads[i], (size_t)(end - word)))
			return true;
	return false;
}

/* The first day that it can mean; of a day that its month lacks the last one. */
static int64_t first_day(struct date_civil date)
{
	date.month = date.month ? date.month : 1;
	date.day = date.day ? date.day : 1;
	int days = date_month_days(date.year, date.month, false);
	date.day = date.day < days ? date.day : days;
	return date_from_civil(date, false);
}

/* The first date in the text that is behind the day; NULL where there is none. */
static const char *later_find(const char *text, int64_t day, size_t *len)
{
	int64_t this_year = date_to_civil(day, false).year;
	for (const char *at = text; *at; at++) {
		struct date_civil date;
		if (at > text && (text_is_figure(at[-1]) || is_letter(at[-1])))
			continue;
		const char *end = date_read(at, &date);
		const char *year = at;
		if (!end && is_led(text, at) && take_year(&year, &date))
			end = year;
		if (!end)
			continue;
		date.year = date.year ? date.year : this_year;
		if (first_day(date) > day) {
			*len = (size_t)(end - at);
			return at;
		}
		at = end - 1;
	}
	return NULL;
}

static void known_check(struct loader *load, const struct event *event)
{
	if (event->outcome_known->latest < event->date->earliest)
		code_report(load->diags, CODE_EARLIER_OUTCOME,
			places_of(&load->places, event->outcome_place, "known"),
			"the outcome is to be known %s, before the event, %s",
			event->outcome_known->edtf, event->date->edtf);
}

static void later_report(
	struct loader *load, const struct event *event, const char *later, size_t len)
{
	struct place place = places_of(&load->places, event->outcome_place, "text");
	if (diag_wanted(load->diags, code_table[CODE_LATER_OUTCOME].level, place))
		place = spot_find(load, place, event->outcome, strlen(event->outcome),
			(size_t)(later - event->outcome));
	code_report(load->diags, CODE_LATER_OUTCOME, place,
		"the outcome names \"%.*s\", which is later than the event (%s): "
		"say since when it is known, as in {text: ..., known: DATE}",
		(int)len, later, event->date->edtf);
}

void later_check(struct loader *load)
{
	const struct record *record = load->record;
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++) {
		const struct event *event = &record->events[i];
		size_t len;
		if (event->outcome_known && event->date)
			known_check(load, event);
		if (!event->outcome || event->outcome_known || !event->date ||
			!date_is_day(event->date->latest) || unread_at(load, event->outcome_place))
			continue;
		const char *later = later_find(event->outcome, event->date->latest, &len);
		if (later)
			later_report(load, event, later, len);
	}
}
