/* One point of time in the words in which truce shows it: "29 March 2022", "15", "about 44 BCE",
 * "winter 1917–18"; and how EDTF has it.
 *
 * What is said only once, behind the last of several, is missing in those before: "15" of "15–17
 * December 1917". Each function that takes something leaves the text where it is when that does not
 * stand there. */
#include "base/text.h"
#include "model/date_parts.h"

#include <inttypes.h>
#include <string.h>

/* ---- pieces ---- */

bool date_take(struct date_text *text, const char *wanted)
{
	const char *at = text->at;
	for (; *wanted; wanted++, at++)
		if (at == text->end || text_small(*at) != text_small(*wanted))
			return false;
	text->at = at;
	return true;
}

bool date_take_word(struct date_text *text, const char *word)
{
	const char *from = text->at;
	if (!date_take(text, word))
		return false;
	size_t bytes;
	int32_t next = text_decode(text->at, (size_t)(text->end - text->at), &bytes);
	if (!bytes || !(text_is_letter(next) || (next >= '0' && next <= '9')))
		return true;
	text->at = from;
	return false;
}

bool date_take_space(struct date_text *text)
{
	return date_take(text, " ") || date_take(text, "\xC2\xA0");
}

int date_take_number(struct date_text *text, int most, bool commas, int64_t *number)
{
	const char *at = text->at;
	int digits = 0;
	*number = 0;
	for (; at < text->end; at++) {
		bool comma = commas && *at == ',' && digits && text->end - at > 3 &&
			text_is_figure(at[1]) && text_is_figure(at[2]) && text_is_figure(at[3]) &&
			(text->end - at == 4 || !text_is_figure(at[4]));
		if (comma)
			continue;
		if (!text_is_figure(*at))
			break;
		if (++digits > most)
			return 0;
		*number = *number * 10 + (*at - '0');
	}
	if (digits)
		text->at = at;
	return digits;
}

bool date_take_dash(struct date_text *text)
{
	const char *from = text->at;
	bool before = date_take_space(text);
	if ((date_take(text, DATE_DASH) || date_take(text, "-")) && date_take_space(text) == before)
		return true;
	text->at = from;
	return false;
}

/* A month in full or in three letters; 0 for none. */
static int take_month(struct date_text *text)
{
	for (int month = 1; month <= 12; month++) {
		const char *name = date_month_name(month);
		const char first[] = {name[0], name[1], name[2], '\0'};
		if (text->at == text->end || text_small(*text->at) != text_small(*name))
			continue;
		if (date_take_word(text, name))
			return month;
		if (date_take_word(text, first) || (month == 9 && date_take_word(text, "sept"))) {
			date_take(text, ".");
			return month;
		}
	}
	return 0;
}

/* Seasons that the words alone tell apart. */
static int take_season(struct date_text *text)
{
	for (int month = 21; month <= 41; month++)
		if (!date_season(month)->hemisphere &&
			date_take_word(text, date_season(month)->name))
			return month;
	return 0;
}

/* ---- points ---- */

/* Puts an era on a number of years: "44 BCE". */
static bool take_era(struct date_text *text, int64_t *year)
{
	const char *from = text->at;
	if (date_take_space(text)) {
		if (*year > 0 && (date_take_word(text, "bce") || date_take_word(text, "bc"))) {
			*year = 1 - *year;
			return true;
		}
		if (*year > 0 &&
			(date_take_word(text, "ce") ||
				(*year < 1000 && date_take_word(text, "ad"))))
			return true;
	}
	text->at = from;
	return false;
}

/* A year: four digits, more with commas, or any with its era. */
static bool take_year(struct date_text *text, int64_t *year)
{
	const char *from = text->at;
	int digits = date_take_number(text, 12, true, year);
	bool grouped = digits && text->at - from > digits;
	if (digits && (take_era(text, year) || digits == 4 || grouped))
		return true;
	text->at = from;
	return false;
}

/* The year of a season that runs into the next one: "1917–18", "1 BCE – 1 CE". */
static bool take_year_of_season(struct date_text *text, int month, int64_t *year)
{
	int64_t next;
	const struct date_season *season = date_season(month);
	if (!take_year(text, year))
		return false;
	const char *from = text->at;
	if (season->start + season->months <= 13 || !date_take_dash(text))
		return true;
	if (take_year(text, &next)
			? next == *year + 1
			: date_take_number(text, 2, false, &next) == 2 && next == (*year + 1) % 100)
		return true;
	text->at = from;
	return true;
}

/* "22", with an apostrophe or without, as a year of no century: behind it a word ends. */
static bool take_short_year(struct date_text *text, int64_t *year)
{
	const char *from = text->at;
	if (!date_take(text, "'"))
		date_take(text, "’");
	if (date_take_number(text, 2, false, year) == 2 &&
		(text->at == text->end || memchr(" ,\"", *text->at, 3)))
		return true;
	text->at = from;
	return false;
}

/* Behind a month, a season or a day and month: " 1917", behind a day also ", 1917" and " '17"; left open where
 * there is none. */
static void take_year_behind(struct date_text *text, struct date_said *said)
{
	const char *from = text->at;
	bool day = said->day && said->month <= 12;
	if (day)
		date_take(text, ",");
	if (!date_take_space(text)) {
		text->at = from;
		return;
	}
	if (said->month > 12 && date_take_word(text, "of"))
		date_take_space(text);
	said->has_year = said->month > 12 ? take_year_of_season(text, said->month, &said->year)
					  : take_year(text, &said->year);
	if (!said->has_year)
		said->short_year = day && take_short_year(text, &said->year);
	if (!said->has_year && !said->short_year)
		text->at = from;
}

/* "30th", "30th of", "30 of", behind the figures of a day. */
static void take_ordinal(struct date_text *text, int64_t day)
{
	static const char *const endings[] = {"th", "st", "nd", "rd"};
	int64_t last = day > 10 && day < 14 ? 0 : day % 10 > 3 ? 0 : day % 10;
	date_take_word(text, endings[last]);
	const char *from = text->at;
	if (!date_take_space(text) || !date_take_word(text, "of"))
		text->at = from;
}

/* "March 29, 2022": behind a month that has no year its day, and the year where it is said. */
static void take_day_behind(struct date_text *text, struct date_said *said)
{
	const char *from = text->at;
	int64_t day;
	if (!date_take_space(text) || !date_take_number(text, 2, false, &day) || day < 1 ||
		day > 31) {
		text->at = from;
		return;
	}
	take_ordinal(text, day);
	said->day = (int)day;
	take_year_behind(text, said);
}

/* Behind the figures of a day and its month a year: in full; but for hyphens, of which it might be the other number,
 * by its last two figures; or none at all: "30/3", "30.3.". */
static bool take_year_of_figures(struct date_text *text, char sign, struct date_said *said)
{
	const char wanted[] = {sign, '\0'};
	if (!date_take(text, wanted))
		return sign == '/';
	int digits = date_take_number(text, 4, false, &said->year);
	said->has_year = digits == 4;
	said->short_year = digits == 2 && sign != '-';
	return said->has_year || said->short_year || (!digits && sign == '.');
}

/* A day and its month, in whatever order is possible. */
static bool take_figures(struct date_text *text, char sign, struct date_said *said)
{
	const char wanted[] = {sign, '\0'};
	int64_t first, second;
	*said = (struct date_said){.certainty = said->certainty};
	if (!date_take_number(text, 2, false, &first) || !date_take(text, wanted) ||
		!date_take_number(text, 2, false, &second) ||
		!take_year_of_figures(text, sign, said))
		return false;
	bool year = said->has_year || said->short_year;
	bool turned = year && sign == '/' && second > 12;
	said->day = (int)(turned ? second : first);
	said->month = (int)(turned ? first : second);
	return said->day >= 1 && said->day <= 31 && said->month >= 1 && said->month <= 12 &&
		(sign == '.' || said->day > 12 || (year && first == second));
}

/* "30.3.2022": with points it is the day that stands first, everywhere. With strokes nobody knows, but of a
 * number that can be no month: "30/3/2022", "3/30/2022"; and "12/25" may be December of a year '25. */
static bool take_points(struct date_text *text, struct date_said *said)
{
	static const char signs[] = {'.', '/', '-'};
	const struct date_text from = *text;
	const struct date_said before = *said;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		if (take_figures(text, signs[i], said)) {
			text->worded = true;
			return true;
		}
		*text = from;
	}
	*said = before;
	return false;
}

/* A day and its month, a month with its day or none, or a season, with the year where it is said. */
static bool take_front(struct date_text *text, struct date_said *said)
{
	const char *from = text->at;
	int64_t day = 0;
	int digits = date_take_number(text, 2, false, &day);
	if (digits)
		take_ordinal(text, day);
	if (digits && (day < 1 || day > 31 || !date_take_space(text))) {
		text->at = from;
		return false;
	}
	said->day = (int)day;
	said->month = take_month(text);
	if (!said->month && !digits)
		said->month = take_season(text);
	if (!said->month) {
		text->at = from;
		said->day = 0;
		return false;
	}
	text->worded = true;
	take_year_behind(text, said);
	if (!said->has_year && !said->day && said->month <= 12)
		take_day_behind(text, said);
	return true;
}

/* "1910s", "the 1910s"; the 1900s may be ten years or a hundred. */
static bool take_decade(struct date_text *text, struct date_said *said)
{
	const char *from = text->at;
	if (date_take_word(text, "the"))
		date_take_space(text);
	if (date_take_number(text, 4, false, &said->year) == 4 && said->year % 10 == 0 &&
		said->year % 100 != 0 && date_take_word(text, "s")) {
		said->decade = said->has_year = text->worded = true;
		return true;
	}
	text->at = from;
	return false;
}

/* A year, or a number that may be a day as well. */
static bool take_bare(struct date_text *text, struct date_said *said)
{
	const char *from = text->at;
	int digits = date_take_number(text, 12, true, &said->year);
	if (!digits)
		return false;
	bool grouped = text->at - from > digits;
	bool era = take_era(text, &said->year);
	text->worded |= era || grouped;
	said->has_year = era || grouped || digits == 4;
	said->number = !said->has_year;
	said->no_era = !era;
	return true;
}

static bool take_qualifier(struct date_text *text, struct date_said *said)
{
	const char *from = text->at;
	uint8_t certainty = date_take_word(text, "possibly")             ? DATE_POSSIBLY
		: date_take_word(text, "about") || date_take(text, "c.") ? DATE_ABOUT
									 : DATE_EXACT;
	if (certainty && date_take_space(text)) {
		said->certainty |= certainty;
		text->worded = true;
		return true;
	}
	text->at = from;
	return false;
}

bool date_said_take(struct date_text *text, struct date_said *said)
{
	const char *from = text->at;
	*said = (struct date_said){0};
	for (int most = 2; most > 0 && take_qualifier(text, said); most--)
		; /* "possibly about" */
	if (take_points(text, said) || take_front(text, said) || take_decade(text, said) ||
		take_bare(text, said)) {
		if (said->has_year && text->worded && date_take(text, "?"))
			said->certainty |= DATE_POSSIBLY;
		return true;
	}
	text->at = from;
	return false;
}

/* ---- what is said once, behind the last ---- */

bool date_said_complete(struct date_said *said, const struct date_said *last)
{
	if (said->number && last->day) {
		if (said->year < 1 || said->year > 31)
			return false;
		said->day = (int)said->year;
		said->month = last->month;
	} else if (said->no_era) {
		if (said->number && (last->month || last->no_era))
			return false; /* "44" of "44–43 BCE", but no 44 alone */
		if (last->year < 1 && !said->number && !said->tight)
			return said->spaced; /* 1960 or 44 BCE: of which era is the first? */
		if (last->year < 1)
			said->year = 1 - said->year;
	} else if (said->has_year) {
		return true;
	} else if (!last->month || (said->day > 0) != (last->day > 0)) {
		return false;
	}
	if (said->month)
		said->year = last->year;
	said->has_year = true;
	said->number = false;
	return true;
}

void date_said_edtf(const struct date_said *said, struct buf *out)
{
	static const char *const marks[DATE_CERTAINTY_COUNT] = {"", "~", "?", "%"};
	int64_t year = said->year;
	if (said->decade)
		buf_format(out, "%03dX", (int)(year / 10));
	else if (year < -DATE_YEAR_MOST || year > DATE_YEAR_MOST)
		buf_format(out, "Y%" PRId64, year);
	else
		buf_format(out, "%s%04d", year < 0 ? "-" : "", (int)(year < 0 ? -year : year));
	if (said->month)
		buf_format(out, "-%02d", said->month);
	if (said->day)
		buf_format(out, "-%02d", said->day);
	buf_text(out, marks[said->certainty]);
}
