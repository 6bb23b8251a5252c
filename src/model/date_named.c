/* Days of a refused date that are told by a name: a feast, a day of the week in a month, a week, the turn
 * of a century. They are worked out, and the words are kept. */
#include "model/date_parts.h"

#include <stdio.h>
#include <string.h>

/* ---- feasts ---- */

enum { EASTER = 13 }; /* in place of a month: the day counts from Easter */

static const struct {
	const char *words; /* folded; the longer before what it begins with */
	int month, day;
} feasts[] = {{"christmas eve", 12, 24}, {"christmas day", 12, 25}, {"boxing day", 12, 26},
	{"christmas", 12, 25}, {"xmas", 12, 25}, {"new year's day", 1, 1}, {"new years day", 1, 1},
	{"new year's eve", 12, 31}, {"new years eve", 12, 31}, {"epiphany", 1, 6},
	{"candlemas", 2, 2}, {"st valentine's day", 2, 14}, {"st patrick's day", 3, 17},
	{"annunciation", 3, 25}, {"lady day", 3, 25}, {"st george's day", 4, 23}, {"may day", 5, 1},
	{"midsummer day", 6, 24}, {"st john's day", 6, 24}, {"lammas", 8, 1}, {"michaelmas", 9, 29},
	{"halloween", 10, 31}, {"all saints' day", 11, 1}, {"all saints day", 11, 1},
	{"all saints", 11, 1}, {"all souls' day", 11, 2}, {"all souls", 11, 2},
	{"martinmas", 11, 11}, {"st andrew's day", 11, 30}, {"weihnachten", 12, 25},
	{"silvester", 12, 31}, {"noel", 12, 25}, {"shrove tuesday", EASTER, -47},
	{"ash wednesday", EASTER, -46}, {"palm sunday", EASTER, -7},
	{"maundy thursday", EASTER, -3}, {"good friday", EASTER, -2}, {"easter eve", EASTER, -1},
	{"easter monday", EASTER, 1}, {"easter sunday", EASTER, 0}, {"easter day", EASTER, 0},
	{"easter", EASTER, 0}, {"ascension day", EASTER, 39}, {"ascension", EASTER, 39},
	{"whit sunday", EASTER, 49}, {"whit monday", EASTER, 50}, {"whitsun", EASTER, 49},
	{"pentecost", EASTER, 49}, {"trinity sunday", EASTER, 56}, {"corpus christi", EASTER, 60},
	{"ostern", EASTER, 0}, {"pfingsten", EASTER, 49}, {"paques", EASTER, 0}};

/* Easter by the Gregorian rule, and by the Julian, both as days: Meeus, Astronomical Algorithms. */
static int64_t easter_west(int64_t year)
{
	int64_t a = year % 19, b = year / 100, c = year % 100, h, l, m;
	h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
	l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
	m = (a + 11 * h + 22 * l) / 451;
	int64_t sum = h + l - 7 * m + 114;
	return date_from_civil(
		(struct date_civil){year, (int)(sum / 31), (int)(sum % 31) + 1}, false);
}

static int64_t easter_east(int64_t year)
{
	int64_t a = year % 4, b = year % 7, c = year % 19, d, e;
	d = (19 * c + 15) % 30;
	e = (2 * a + 4 * b - d + 34) % 7;
	int64_t sum = d + e + 114;
	return date_from_civil(
		(struct date_civil){year, (int)(sum / 31), (int)(sum % 31) + 1}, true);
}

static void take_joint(struct date_text *text)
{
	static const char *const joints[] = {",", " ", "of ", "in "};
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
		date_take(text, joints[i]);
}

static void take_the(struct date_text *text)
{
	static const char *const words[] = {"on ", "at ", "in ", "the "};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		date_take(text, words[i]);
}

/* A year of four figures that ends the text; 0 for none. */
static int64_t last_year(struct date_text *text)
{
	int64_t year;
	take_joint(text);
	return date_take_number(text, 4, false, &year) == 4 && text->at == text->end ? year : 0;
}

static bool say(struct date_advice *advice, const char *what)
{
	struct buf keep = {0};
	date_advise_keep(advice, &keep);
	date_advise_so(advice, 0, "%s%s", what, buf_string(&keep));
	buf_free(&keep);
	return true;
}

static bool of_feast(struct date_advice *advice)
{
	struct date_text text = {
		advice->marks.low, advice->marks.low + strlen(advice->marks.low), false};
	int64_t year = 0, front;
	size_t which = 0;
	struct date_text copy = text; /* "1856 (Easter)" is read elsewhere; "1856 Easter" here */
	take_the(&text);
	if (date_take_number(&copy, 4, false, &front) == 4) {
		year = front;
		take_joint(&copy);
		text = copy;
	}
	while (which < sizeof feasts / sizeof *feasts &&
		!date_take_word(&text, feasts[which].words))
		which++;
	if (which == sizeof feasts / sizeof *feasts)
		return false;
	if (year ? text.at < text.end : !(year = last_year(&text)))
		return false;
	int month = feasts[which].month, day = feasts[which].day;
	struct buf west = {0}, east = {0};
	const struct date_beside *beside = advice->reader->beside;
	if (month == EASTER && year < 1583)
		return false;
	if (month == EASTER) {
		date_day_text(easter_west(year) + day, &west);
		date_day_text(easter_east(year) + day, &east);
	} else {
		buf_format(&west, "%04d-%02d-%02d", (int)year, month, day);
	}
	char what[256];
	bool same = strcmp(buf_string(&west), buf_string(&east)) == 0;
	bool old = beside && beside->old_style && !advice->reader->julian && year > 1582 &&
		year < 1924;
	if (month != EASTER)
		snprintf(what, sizeof what, "write year first, in figures: %s%s%s%s%s",
			buf_string(&west), old ? ", or in Old Style " : "",
			old ? beside->old_style : "", old ? ": " : "",
			old ? buf_string(&west) : "");
	else if (same)
		snprintf(what, sizeof what, "that was one day in West and East: write %s",
			buf_string(&west));
	else
		snprintf(what, sizeof what,
			"in the Western churches that was %s, in the Eastern %s: write %s, or %s",
			buf_string(&west), buf_string(&east), buf_string(&west), buf_string(&east));
	buf_free(&east);
	bool fits = !(advice->reader->julian && month == EASTER) &&
		date_advice_fits(advice->reader, buf_string(&west));
	buf_free(&west);
	return fits && say(advice, what);
}

/* ---- weeks and their days ---- */

/* 1 for Monday; 0 for none. */
static int take_weekday(struct date_text *text)
{
	static const char *const days[] = {
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
	for (int i = 0; i < 7; i++)
		if (date_take_word(text, days[i]))
			return i + 1;
	return 0;
}

/* "first week of April 1856": seven days; "second Sunday in April 1856": one. */
static bool of_week_of_month(struct date_advice *advice)
{
	struct date_text text = {
		advice->marks.low, advice->marks.low + strlen(advice->marks.low), false};
	int number = 0, month;
	int64_t figure;
	struct date_guess guess = {0};
	take_the(&text);
	if (!date_take_name(&text, DATE_WORD_ORDINAL, &number)) {
		if (date_take_number(&text, 1, false, &figure))
			number = (int)figure;
		date_take_ending(&text);
	}
	bool last = number == DATE_LAST;
	if (!date_take(&text, " ") || number < 1 || (number > 5 && !last))
		return false;
	int weekday = take_weekday(&text);
	if (!weekday && !date_take_word(&text, "week"))
		return false;
	take_joint(&text);
	take_the(&text);
	if (!date_take_name(&text, DATE_WORD_MONTH, &month))
		return false;
	guess.year = last_year(&text);
	if (!guess.year)
		return false;
	int most = date_month_days(guess.year, month, false);
	int64_t start = date_from_civil((struct date_civil){guess.year, month, 1}, false);
	int from = last ? most - 6 : 7 * number - 6, to = from + 6;
	if (weekday) {
		int first = (int)(((weekday - 1 - (start + from - 1 + 3) % 7) % 7 + 7) % 7);
		from += first;
		to = from;
	}
	if (to > most)
		to = most;
	if (from > most)
		return false;
	char what[160];
	if (weekday)
		snprintf(what, sizeof what, "write year first, in figures: %04d-%02d-%02d",
			(int)guess.year, month, from);
	else
		snprintf(what, sizeof what,
			"write %04d-%02d, or the days you mean, as %04d-%02d-%02d/%04d-%02d-%02d",
			(int)guess.year, month, (int)guess.year, month, from, (int)guess.year,
			month, to);
	return say(advice, what);
}

/* "week of 3 March 1918", "week ending 9 March 1918". */
static bool of_week_from(struct date_advice *advice)
{
	static const struct {
		const char *words;
		bool ending;
	} fronts[] = {{"week ending ", true}, {"week to ", true}, {"w/e ", true},
		{"week of ", false}, {"week beginning ", false}, {"week commencing ", false},
		{"week starting ", false}, {"week from ", false}, {"w/c ", false}, {"w/b ", false}};
	struct date_text text = {
		advice->marks.low, advice->marks.low + strlen(advice->marks.low), false};
	struct date_guess guess;
	size_t i = 0;
	take_the(&text);
	while (i < sizeof fronts / sizeof *fronts && !date_take(&text, fronts[i].words))
		i++;
	take_the(&text);
	if (i == sizeof fronts / sizeof *fronts || !date_guess_take(&text, false, &guess) ||
		text.at < text.end || !guess.day || !guess.has_year || guess.short_year ||
		guess.month < 1 || guess.month > 12 || guess.other_month || guess.day < 1 ||
		guess.day > date_month_days(guess.year, guess.month, false))
		return false;
	struct date_civil civil = {guess.year, guess.month, guess.day};
	int64_t day = date_from_civil(civil, false);
	struct buf span = {0};
	date_day_text(fronts[i].ending ? day - 6 : day, &span);
	buf_char(&span, '/');
	date_day_text(fronts[i].ending ? day : day + 6, &span);
	char what[128];
	snprintf(what, sizeof what, "for a range of dates write %s", buf_string(&span));
	bool fits = date_advice_fits(advice->reader, buf_string(&span));
	buf_free(&span);
	return fits && say(advice, what);
}

/* ---- turn of a century ---- */

static bool of_turn(struct date_advice *advice)
{
	struct date_text text = {
		advice->marks.low, advice->marks.low + strlen(advice->marks.low), false};
	int64_t number = 0, other;
	int worded, near = date_near_is(advice->reader) ? (int)advice->reader->beside->near : 1900;
	take_the(&text);
	if (!date_take(&text, "turn of the "))
		return false;
	if (date_take_name(&text, DATE_WORD_ORDINAL, &worded))
		number = worded;
	else if (date_take_number(&text, 2, false, &number))
		date_take_ending(&text);
	else
		number = date_take_roman(&text);
	if (date_take(&text, "/") || date_take(&text, "-") || date_take(&text, "\1")) {
		if (!date_take_number(&text, 2, false, &other))
			other = date_take_roman(&text);
		number = other;
		date_take_ending(&text);
	}
	date_take(&text, " ");
	if (!date_take_name(&text, DATE_WORD_CENTURY, NULL) || text.at < text.end || number > 21)
		return false;
	int year = number ? (int)(number - 1) * 100 : (near + 50) / 100 * 100;
	char what[96];
	if (year < 100)
		return false;
	snprintf(what, sizeof what, "for \"about %d\" write %04d~", year, year);
	return say(advice, what);
}

bool date_advise_named(struct date_advice *advice)
{
	return !advice->end &&
		(of_feast(advice) || of_week_of_month(advice) || of_week_from(advice) ||
			of_turn(advice));
}
