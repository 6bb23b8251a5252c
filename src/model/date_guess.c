/* A point of a refused date in words of six languages and more, in any order: "3rd of March, 1918",
 * "марта 3, 1918 г.", "early 20th century", "44 v. Chr.".
 *
 * The parts are taken as they come, and numbers are kept until all has been read: what a number
 * is, a day, a year or a century, its neighbours tell. */
#include "model/date_parts.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

enum { NUMBERS_MOST = 3 };

struct reading {
	struct date_text *text;
	struct date_guess *guess;
	int64_t number[NUMBERS_MOST];
	int digits[NUMBERS_MOST];
	bool ended; /* the last of them is an ordinal: "19th" */
	int count;
	bool figures; /* a point in figures was read: no number belongs to it */
	bool behind;  /* another point stands before */
	bool tenth;   /* a decade is counted in a century that is still to come */
};

static bool is_next_digit(const struct date_text *text)
{
	return text->at < text->end && text_is_figure(*text->at);
}

/* ---- numbers that are counted: centuries, decades, quarters ---- */

/* "xx" with an ending ("xxe"); 0 for none. */
static int take_roman(struct date_text *text)
{
	const char *from = text->at;
	int sum = date_take_roman(text);
	if (sum && !date_take_word(text, "eme") && !date_take_word(text, "th"))
		date_take_word(text, "e");
	date_take(text, ".");
	if (sum && (text->at == text->end || strchr(" -", *text->at)))
		return sum;
	text->at = from;
	return 0;
}

/* "last quarter", "first third", "second decade": of a century. */
static bool take_share(struct reading *reading, int64_t number)
{
	struct date_text *text = reading->text;
	struct date_guess *guess = reading->guess;
	bool last = number == DATE_LAST;
	if (date_take_name(text, DATE_WORD_QUARTER, NULL) && (last || number <= 4))
		guess->month = 32 + (last ? 4 : (int)number);
	else if (date_take_name(text, DATE_WORD_HALF, NULL) && (last || number <= 2))
		guess->month = 39 + (last ? 2 : (int)number);
	else if (date_take_name(text, DATE_WORD_THIRD, NULL) && (last || number <= 3))
		guess->part = last ? 3 : (int)number;
	else if (date_take_name(text, DATE_WORD_TEN, NULL) && (last || number <= 10)) {
		guess->unknown = 1;
		guess->year = ((last ? 10 : number) - 1) * 10;
		guess->has_year = reading->tenth = true;
	} else
		return false;
	return true;
}

static bool take_counted(struct reading *reading, int64_t number)
{
	struct date_text *text = reading->text;
	struct date_guess *guess = reading->guess;
	const char *from = text->at;
	bool last = number == DATE_LAST;
	if (!date_take(text, " "))
		date_take(text, "-");
	if (!last && date_take_name(text, DATE_WORD_CENTURY, NULL) && number >= 1 && number <= 99) {
		if (guess->unknown == 1 && number > 21)
			return false;
		reading->tenth = false;
		if (guess->unknown == 1) { /* the 20s of the 20th century */
			guess->year = (number - 1) * 100 + guess->year % 100;
			guess->number = 0;
			return true;
		}
		guess->unknown = 2;
		guess->year = (number - 1) * 100;
		guess->has_year = true;
		return true;
	}
	text->at = from;
	date_take(text, " ");
	if (!last && date_take_name(text, DATE_WORD_MILLENNIUM, NULL) && number >= 1 &&
		number <= 9) {
		guess->unknown = 3;
		guess->year = (number - 1) * 1000;
		guess->has_year = true;
		return true;
	}
	if (number >= 1 && !guess->month && !guess->part && take_share(reading, number))
		return true;
	text->at = from;
	return false;
}

/* q1, 1q, h2, t4 (French). */
static bool take_letter_quarter(struct reading *reading)
{
	struct date_text *text = reading->text;
	const char *from = text->at;
	int64_t number;
	if (reading->guess->month)
		return false;
	bool half = date_take(text, "h") || date_take(text, "s");
	bool behind = !half && !date_take(text, "q") && !date_take(text, "t");
	bool read = date_take_number(text, 1, false, &number) == 1 && number >= 1;
	if (behind && read) {
		half = date_take(text, "h");
		read = half || date_take(text, "q");
	}
	if (read && number <= (half ? 2 : 4) &&
		(behind || text->at == text->end || strchr(" -/.,\1", *text->at))) {
		reading->guess->month = (int)number + (half ? 39 : 32);
		return true;
	}
	text->at = from;
	return false;
}

/* The s of "1910s", with what may stand before it. */
static bool take_decade(struct reading *reading, int64_t number, int digits)
{
	struct date_text *text = reading->text;
	const char *from = text->at;
	if (!date_take(text, "'"))
		date_take(text, "-");
	bool is = date_take_name(text, DATE_WORD_DECADE, NULL);
	if (!is || number % 10 || digits < 2 || reading->guess->unknown) {
		text->at = from;
		return false;
	}
	reading->guess->year = digits == 2 ? 1900 + number : number;
	reading->guess->number = digits == 2 ? number : 0;
	reading->guess->unknown = 1;
	reading->guess->has_year = true;
	return true;
}

/* "1918 March 3": a year in figures, and a month in letters. */
static bool is_day_behind(const struct reading *reading)
{
	return reading->guess->named && !reading->guess->day && !reading->count;
}

/* The month and day of -44-03-15. */
static void take_minus_day(struct reading *reading)
{
	struct date_text copy = *reading->text;
	int64_t month, day;
	if (date_take(&copy, "-") && date_take_number(&copy, 2, false, &month) &&
		date_take(&copy, "-") && date_take_number(&copy, 2, false, &day) && month <= 12) {
		reading->guess->month = (int)month;
		reading->guess->day = (int)day;
		*reading->text = copy;
	}
}

static bool take_number(struct reading *reading)
{
	struct date_text *text = reading->text;
	int64_t number;
	const char *from = text->at;
	bool alone = !reading->count && !reading->guess->month && !reading->guess->unknown;
	bool minus = alone && date_take(text, "-");
	bool cut = date_take(text, "'");
	int digits = date_take_number(text, 12, true, &number);
	if (minus && digits == 4)
		digits = 0; /* is a year in EDTF */
	struct date_text half = *text;
	date_take(&half, " ");
	bool time = (text->at < text->end && *text->at == ':') ||
		(digits && (reading->count > 1 || (reading->count && reading->guess->month)) &&
			(date_take_word(&half, "pm") || date_take_word(&half, "p.m.") ||
				date_take_word(&half, "am") || date_take_word(&half, "a.m.")));
	bool late = reading->figures && !is_day_behind(reading);
	if (!digits || time || reading->count == NUMBERS_MOST || late) {
		text->at = from;
		return false;
	}
	if (take_decade(reading, number, digits))
		return true;
	if (cut && digits == 2 && !reading->guess->has_year) { /* Mar '18 */
		reading->guess->year = number;
		reading->guess->has_year = reading->guess->short_year = true;
		return true;
	}
	const char *ending = text->at;
	date_take_ending(text);
	reading->ended = text->at > ending && *ending != '.';
	if (take_counted(reading, number))
		return true;
	reading->guess->era |= minus;
	reading->guess->before |= minus;
	reading->guess->minus = minus;
	if (minus)
		take_minus_day(reading);
	reading->number[reading->count] = number;
	reading->digits[reading->count++] = digits;
	return true;
}

/* "third of March", "March the third": a day in a word, which has been taken from `from` on. */
static bool take_worded_day(struct reading *reading, const char *from, int number)
{
	struct date_text behind = *reading->text, word = {from, reading->text->end, false};
	int any;
	bool worded = date_word_len(from, word.end) > 4 && *from != 'l' &&
		date_take_name(&word, DATE_WORD_ORDINAL, NULL);
	date_take(&behind, " of");
	date_take(&behind, " ");
	bool month = reading->guess->named || date_take_name(&behind, DATE_WORD_MONTH, &any);
	if (!worded || !month || number == DATE_LAST || reading->figures ||
		reading->count == NUMBERS_MOST || reading->guess->day)
		return false;
	reading->number[reading->count] = number;
	reading->digits[reading->count++] = 2;
	return true;
}

static bool take_ordinal(struct reading *reading)
{
	const char *from = reading->text->at;
	int number;
	int64_t century;
	if (date_take(reading->text, "c") && date_take_number(reading->text, 2, false, &century) &&
		century <= 21 && reading->text->at == reading->text->end) { /* C18 */
		reading->guess->unknown = 2;
		reading->guess->year = (century - 1) * 100;
		reading->guess->has_year = true;
		return true;
	}
	reading->text->at = from;
	if (date_take_name(reading->text, DATE_WORD_ORDINAL, &number) ||
		(number = take_roman(reading->text)) > 0) {
		if (take_counted(reading, number))
			return true;
		if (take_worded_day(reading, from, number))
			return true;
		bool end = reading->text->at == reading->text->end;
		if (reading->guess->part && end && number >= 10 && number <= 21) { /* fin XIXe */
			reading->guess->unknown = 2;
			reading->guess->year = (number - 1) * 100;
			reading->guess->has_year = true;
			return true;
		}
		/* "III 1918" */
		reading->text->at = from;
		number = take_roman(reading->text);
		bool word = reading->text->at - from < 2 || (unsigned char)*from >= 0x80 ||
			reading->text->at[-1] == 'e'; /* "i", "ve" */
		if (!word && number >= 1 && number <= 12 && !reading->guess->month &&
			date_take(reading->text, " ") && is_next_digit(reading->text)) {
			reading->guess->month = number;
			reading->guess->named = true;
			return true;
		}
	}
	reading->text->at = from;
	return false;
}

/* ---- parts ---- */

static bool take_month(struct reading *reading)
{
	struct date_guess *guess = reading->guess;
	int half = guess->month >= 40 ? guess->month : 0, month;
	if (half && !reading->figures && date_take_name(reading->text, DATE_WORD_MONTH, &month)) {
		guess->part = half - 36;
		guess->month = month;
		guess->named = true;
		return true;
	}
	bool apart = reading->figures && (guess->unknown || guess->raw_extra);
	if (guess->month || apart)
		return false;
	guess->named = date_take_name(reading->text, DATE_WORD_MONTH, &guess->month);
	if (!guess->named && !reading->count)
		date_take_name(reading->text, DATE_WORD_SEASON, &guess->month);
	return guess->month;
}

/* The sign of 1775~1783 is a dash. */
static bool is_figure_behind(const struct date_text *text, bool some)
{
	return some && text->end - text->at > 1 && text_is_figure(text->at[1]);
}

static bool take_doubt(struct reading *reading)
{
	static const char *const possible[] = {"(?)", "[?]", "?"};
	struct date_text *text = reading->text;
	struct date_guess *guess = reading->guess;
	bool some = reading->figures || reading->count || guess->month || guess->has_year;
	uint8_t certainty = guess->certainty;
	struct date_text copy = *text;
	if (some && date_take(&copy, "(") && date_take_name(&copy, DATE_WORD_ABOUT, NULL) &&
		date_take(&copy, ")")) {
		*text = copy;
		guess->certainty |= DATE_ABOUT;
		return true;
	}
	for (size_t i = 0; i < sizeof possible / sizeof *possible && some; i++)
		if (date_take(text, possible[i])) {
			guess->certainty |= DATE_POSSIBLY;
			return true;
		}
	if (some && date_take(text, "%"))
		guess->certainty |= DATE_POSSIBLY_ABOUT;
	else if ((!is_figure_behind(text, some) && date_take(text, "~")) || date_take(text, "≈") ||
		date_take(text, "±") || date_take_name(text, DATE_WORD_ABOUT, NULL))
		guess->certainty |= DATE_ABOUT;
	else if (date_take_name(text, DATE_WORD_POSSIBLY, NULL))
		guess->certainty |= DATE_POSSIBLY;
	else
		return false;
	return guess->certainty != certainty || some;
}

static bool take_era(struct reading *reading)
{
	struct date_guess *guess = reading->guess;
	if (guess->era)
		return false;
	guess->before = date_take_sign(reading->text, DATE_SIGN_BCE);
	guess->era = guess->before || date_take_sign(reading->text, DATE_SIGN_CE);
	return guess->era;
}

static bool take_style(struct reading *reading)
{
	struct date_text *text = reading->text;
	const char *from = text->at;
	if (date_take(text, ","))
		date_take(text, " ");
	bool bracket = date_take(text, "(");
	bool old = date_take_sign(text, DATE_SIGN_OLD);
	bool new = !old &&date_take_sign(text, DATE_SIGN_NEW);
	if (bracket && (old || new))
		date_take(text, ")");
	else if (!old && !new)
		text->at = from;
	reading->guess->style_old |= old;
	reading->guess->style_new |= new;
	return old || new;
}

static bool take_early(struct reading *reading)
{
	int part;
	if (reading->guess->part || !date_take_name(reading->text, DATE_WORD_EARLY, &part))
		return false;
	reading->guess->part = part;
	date_take(reading->text, "-");
	return true;
}

static bool take_figures(struct reading *reading)
{
	struct date_guess *guess = reading->guess, read = {0};
	if (reading->figures || reading->count || guess->month || guess->has_year)
		return false;
	if (!date_figures_take(reading->text, reading->behind, &read))
		return false;
	read.certainty |= guess->certainty;
	read.part = guess->part;
	read.era |= guess->era;
	read.before |= guess->before;
	read.style_old = guess->style_old;
	*guess = read;
	reading->figures = true;
	if (!read.month && !read.unknown && !read.raw_extra && !read.certainty)
		take_decade(reading, read.year, 4);
	return true;
}

/* A quarter or month behind a year: "1918 Q1", "1918-Q1", "1918 March 3". */
static bool take_piece(struct reading *reading)
{
	return take_letter_quarter(reading) || take_style(reading) || take_figures(reading) ||
		take_ordinal(reading) || take_number(reading) || take_era(reading) ||
		take_month(reading) || take_doubt(reading) || take_early(reading) ||
		(date_take_name(reading->text, DATE_WORD_FILLER, NULL) &&
			(date_take(reading->text, "'") || true)); /* l'an */
}

/* What may stand between two parts: a space, a comma behind a month, a sign beside one. */
static void take_between(struct reading *reading)
{
	struct date_text *text = reading->text;
	struct date_guess *guess = reading->guess;
	const char *from = text->at;
	/* the "9, 1918" of "March 3-9, 1918" */
	bool year_behind = reading->behind && reading->count == 1 && !guess->month &&
		text->end - text->at >= 6 && *text->at == ',' &&
		strspn(text->at + 2, "0123456789") == 4;
	bool open = year_behind || (guess->month && !guess->has_year && reading->count < 2);
	struct date_text month = *text;
	int64_t comma_day;
	bool comma = reading->figures && !guess->month && date_take(&month, ", ");
	if (comma && date_take_number(&month, 2, false, &comma_day)) /* "1856, 2 April" */
		date_take(&month, " ");
	bool named_behind = comma &&
		(date_take_name(&month, DATE_WORD_MONTH, NULL) ||
			date_take_name(&month, DATE_WORD_SEASON, NULL));
	if (!date_take(text, " ") &&
		(named_behind || ((open || !reading->count) && !reading->figures)))
		date_take(text, ",");
	while (date_take(text, " "))
		;
	if (text->at > from || text->at == text->end || !strchr("-/.", *text->at))
		return;
	/* "3-Mar-1918", "March-1918", "1918-Mar-03", "1918-Q1", "20th-century" */
	struct date_text behind = {text->at + 1, text->end, false};
	int any;
	const char *next = behind.at;
	bool letters = next < text->end && !text_is_figure(*next);
	bool named = letters && !guess->month &&
		(date_take_name(&behind, DATE_WORD_MONTH, &any) ||
			date_take_name(&behind, DATE_WORD_SEASON, &any) ||
			(*next == 'q' && next + 1 < text->end && text_is_figure(next[1])));
	int64_t number;
	bool year = !letters && guess->named && *text->at != '\1' &&
		date_take_number(&behind, 4, false, &number) &&
		(behind.at - next == 4 || reading->count);
	bool day = !letters && reading->figures && is_day_behind(reading);
	if (named || day ||
		(year &&
			(behind.at - next == 4 || reading->digits[0] == 4 ||
				(reading->count == 1 && behind.at - next == 2))))
		text->at = next;
}

/* ---- what the numbers are ---- */

/* Beside a month: the year has more digits than the day, or stands behind it. */
static bool settle_worded(struct reading *reading)
{
	struct date_guess *guess = reading->guess;
	for (int i = 0; i < reading->count; i++) {
		bool last = i == reading->count - 1;
		bool year = reading->digits[i] > 2 || (guess->era && last) || guess->day ||
			guess->month > 12;
		if (year && guess->has_year)
			return false;
		if (year) {
			guess->year = reading->number[i];
			guess->has_year = true;
			guess->short_year = reading->digits[i] < 3 && !guess->era;
		} else if (reading->number[i] >= 1 && reading->number[i] <= 31) {
			guess->day = (int)reading->number[i];
		} else {
			guess->year = reading->number[i];
			guess->has_year = guess->short_year = true;
		}
	}
	return true;
}

/* "second half of the 19th", "late 19th": of what, the point behind says. */
static void settle_counted(struct reading *reading)
{
	struct date_guess *guess = reading->guess;
	bool share = guess->month >= 33;
	guess->counted = reading->ended && reading->count == 1 && reading->digits[0] <= 2 &&
		!reading->figures && !guess->has_year && (share || (guess->part && !guess->month));
	if (!guess->counted || !share)
		return;
	guess->part = guess->month - (guess->month >= 40 ? 36 : 27);
	guess->month = 0;
}

static bool settle(struct reading *reading)
{
	struct date_guess *guess = reading->guess;
	settle_counted(reading);
	if (!reading->figures && guess->month && !settle_worded(reading))
		return false;
	if (reading->figures && reading->count)
		guess->day = (int)reading->number[0];
	if (guess->minus && reading->digits[0] > 4) {
		reading->number[0] = -reading->number[0];
		guess->minus = guess->era = guess->before = false;
	}
	if (reading->count == 2 && !guess->month && reading->behind && reading->digits[1] == 4) {
		guess->year = reading->number[1];
		guess->number = reading->number[0];
		guess->digits = reading->digits[0];
		guess->has_year = true;
		return true;
	}
	if (!reading->figures && !guess->month && reading->count) {
		if (reading->count > 1 || guess->has_year)
			return false;
		bool year = reading->digits[0] >= 4 || guess->era;
		guess->has_year = year;
		guess->year = year ? reading->number[0] : 0;
		guess->number = reading->number[0];
		guess->digits = year && reading->digits[0] >= 4 ? 0 : reading->digits[0];
	}
	if (!guess->has_year && !guess->month && !guess->digits)
		return false;
	if (guess->era)
		guess->short_year = false;
	if (guess->before && guess->has_year && guess->year > 0 && !guess->unknown)
		guess->year = 1 - guess->year;
	if (guess->unknown && guess->month >= 40) {
		guess->part = guess->month - 36; /* half of a century */
		guess->month = 0;
	}
	if (guess->unknown == 2 && guess->month >= 33 && guess->month <= 36) {
		guess->part = guess->month - 27; /* quarter of one */
		guess->month = 0;
	}
	if (reading->tenth)
		return false;
	return !(guess->unknown && guess->month);
}

bool date_guess_take(struct date_text *text, bool behind, struct date_guess *guess)
{
	struct reading reading = {.text = text, .guess = guess, .behind = behind};
	const char *from = text->at, *to = NULL;
	*guess = (struct date_guess){0};
	for (;;) {
		if (guess->month && guess->month <= 12 && guess->day && reading.figures &&
			!guess->time[0] && date_clock_take(text, guess))
			to = text->at;
		take_between(&reading);
		if (!take_piece(&reading))
			break;
		to = text->at;
	}
	if (!to || !settle(&reading)) {
		text->at = from;
		return false;
	}
	text->at = to;
	if (!reading.figures && guess->day && guess->has_year)
		date_clock_take(text, guess);
	return true;
}
