/* Years of other calendars in those of the Gregorian: a year there falls into two here, and which of
 * them a day is in has to be worked out. Years only; the days of these calendars were kept by the
 * moon, by the state or by a dynasty, and no rule has them all. */
#include "model/date_parts.h"

#include <stdio.h>
#include <string.h>

enum calendar { HIJRI, SOLAR, RUMI, HEBREW, REPUBLIC, COUNTED };

struct alien {
	const char *words; /* folded, with a space on either side */
	enum calendar calendar;
	int zero;         /* COUNTED: the year before the first */
	const char *name; /* as in "of the Hijra" */
};

/* What is special stands above what is general. */
static const struct alien aliens[] = {
	{" solar shamsi jalali sh ap ", SOLAR, 0, "the Solar Hijri calendar"},
	{" rumi rumî mali maliye ", RUMI, 0, "the Rumi calendar"},
	{" hebrew jewish mundi am tishri tishrei cheshvan kislev tevet shevat adar iyar sivan "
	 "tammuz elul nisan nissan ",
		HEBREW, 0, "the Hebrew calendar"},
	{" an vendemiaire brumaire frimaire nivose pluviose ventose germinal floreal prairial "
	 "messidor thermidor fructidor republicain republican ",
		REPUBLIC, 0, "the French Republic"},
	{" reiwa 令和 ", COUNTED, 2018, "Reiwa"},
	{" heisei 平成 ", COUNTED, 1988, "Heisei"},
	{" showa 昭和 ", COUNTED, 1925, "Showa"},
	{" taisho 大正 ", COUNTED, 1911, "Taisho"},
	{" meiji 明治 ", COUNTED, 1867, "Meiji"},
	{" minguo roc 民國 民国 ", COUNTED, 1911, "the Republic of China"},
	{" buddhist buddhistera be bs พศ ", COUNTED, -543, "the Buddhist era"},
	{" hijri hijra hicri hegira hegirae hidjra ah h хиджры muharram safar rajab shaban ramadan "
	 "ramazan shawwal muharrem zilhicce ",
		HIJRI, 0, "the Hijra"},
};

/* The day on which a year of the Hijra begins, by the tables. */
static int64_t hijri_day(int64_t year)
{
	enum { EPOCH = 1948440 - 2440588 }; /* the first day of the first year */
	return (year - 1) * 354 + (3 + 11 * year) / 30 + EPOCH;
}

static void years_of(const struct alien *alien, int64_t year, int64_t *first, int64_t *last)
{
	*first = year + alien->zero;
	*last = *first;
	switch (alien->calendar) {
	case HIJRI:
		*first = date_to_civil(hijri_day(year), false).year;
		*last = date_to_civil(hijri_day(year + 1) - 1, false).year;
		break;
	case SOLAR:
		*first = year + 621;
		*last = year + 622;
		break;
	case RUMI:
		*first = year + 584;
		*last = year + 585;
		break;
	case HEBREW:
		*first = year - 3761;
		*last = year - 3760;
		break;
	case REPUBLIC:
		*first = year + 1791;
		*last = year + 1792;
		break;
	case COUNTED:
		break;
	}
}

static bool has_word(const char *low, const char *words)
{
	char word[40];
	for (const char *at = low, *end = low + strlen(low); at < end;) {
		size_t len = date_word_len(at, end), bytes = 1;
		if (len && len < sizeof word - 2) {
			word[0] = word[len + 1] = ' ';
			memcpy(word + 1, at, len);
			word[len + 2] = '\0';
			if (strstr(words, word))
				return true;
		}
		at += len ? len : bytes;
	}
	return false;
}

/* "a.h.", "A. M.": the letters without their dots. */
static void undot(const char *low, char *out, size_t size)
{
	size_t len = 0;
	for (const char *at = low; *at && len + 1 < size; at++)
		if (*at != '.' &&
			!(*at == ' ' && at > low && at[-1] == '.' && date_word_len(at + 1, at + 2)))
			out[len++] = *at;
	out[len] = '\0';
}

/* The number that is the year: the only one of three digits or more, else the last of any; 0 where
 * there are several, or a span of them. */
static int64_t year_of(const char *low)
{
	int64_t year = 0, number;
	int large = 0;
	struct date_text text = {low, low + strlen(low), false};
	while (text.at < text.end) {
		const char *from = text.at;
		int digits = date_take_number(&text, 4, false, &number);
		bool behind = digits && from > low && strchr("-/\1", from[-1]);
		if (behind && large)
			return 0;
		if (digits > 2 || (digits && !large))
			year = number;
		large += digits > 2;
		text.at += digits ? 0 : 1;
	}
	return large > 1 ? 0 : year;
}

/* "an 2", "10 Thermidor II": the year stands last, and often in Roman figures. */
static int64_t republic_year(const char *low)
{
	static const char *const romans[] = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix",
		"x", "xi", "xii", "xiii", "xiv"};
	const char *last = strrchr(low, ' ');
	for (size_t i = 0; last && i < sizeof romans / sizeof *romans; i++)
		if (strcmp(last + 1, romans[i]) == 0)
			return (int64_t)i + 1;
	struct date_text text = {last ? last + 1 : low, low + strlen(low), false};
	int64_t year;
	bool is = date_take_number(&text, 2, false, &year) && text.at == text.end && year <= 14;
	bool told = strncmp(low, "an ", 3) == 0 || strstr(low, " an ") || strstr(low, " year ");
	return is && told ? year : 0;
}

/* "18 brumaire an viii": each month has thirty days. */
static bool republic_day(const char *low, int64_t year, struct buf *edtf)
{
	static const char *const months[] = {"vendemiaire", "brumaire", "frimaire", "nivose",
		"pluviose", "ventose", "germinal", "floreal", "prairial", "messidor", "thermidor",
		"fructidor"};
	int month = 0;
	int64_t day;
	struct date_text text = {low, low + strlen(low), false};
	date_take(&text, "le ");
	if (!date_take_number(&text, 2, false, &day) || day < 1 || day > 30 || year < 1)
		return false;
	while (month < 12 && !strstr(text.at, months[month]))
		month++;
	if (month == 12)
		return false;
	int64_t first = date_from_civil((struct date_civil){1792, 9, 22}, false);
	date_day_text(first + 365 * (year - 1) + year / 4 + 30 * month + day - 1, edtf);
	return true;
}

/* "令和6-3-3": months and days are the Gregorian, in Japan since 1873. */
static bool counted_day(const char *low, const struct alien *alien, struct buf *edtf)
{
	const char *at = strpbrk(low, "0123456789");
	int year, month, day, len = 0;
	if (!at || sscanf(at, "%2d-%2d%n-%2d%n", &year, &month, &len, &day, &len) < 2 || !len ||
		at[len] || alien->zero < 1867 || year + alien->zero < 1873)
		return false;
	bool whole = strchr(strchr(at, '-') + 1, '-');
	buf_format(edtf, "%04d-%02d", year + alien->zero, month);
	if (whole)
		buf_format(edtf, "-%02d", day);
	return true;
}

bool date_alien_years(const char *low, struct buf *edtf, const char **name, bool *exact)
{
	char plain[ADVICE_MOST * 2];
	int64_t year = year_of(low), first, last;
	undot(low, plain, sizeof plain);
	for (size_t i = 0; i < sizeof aliens / sizeof *aliens; i++) {
		if (!has_word(low, aliens[i].words) && !has_word(plain, aliens[i].words))
			continue;
		if (aliens[i].calendar == REPUBLIC)
			year = republic_year(low);
		*name = aliens[i].name;
		if (exact &&
			((aliens[i].calendar == REPUBLIC && republic_day(low, year, edtf)) ||
				(aliens[i].calendar == COUNTED &&
					counted_day(low, &aliens[i], edtf))))
			return *exact = true;
		if (!year)
			return false;
		years_of(&aliens[i], year, &first, &last);
		if (first < 1 || last > 2100)
			return false;
		buf_format(edtf, "%04d", (int)first);
		if (last > first)
			buf_format(edtf, "/%04d", (int)last);
		return true;
	}
	return false;
}
