/* What stands beside a refused date and says what happened on it, or what kind of a year it is: "bap.
 * 1856", "school year 1856-57", "spring term 1856". It is left out, and the words are kept. The text is
 * folded. */
#include "model/date_parts.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

bool date_replace(char *low, size_t size, char *at, size_t cut, const char *put)
{
	size_t len = strlen(put), rest = strlen(at + cut);
	if ((size_t)(at - low) + len + rest >= size)
		return false;
	memmove(at + len, at + cut, rest + 1);
	memcpy(at, put, len);
	return true;
}

/* "1856-57", of a school year: no season, and no month. */
static void change_two_years(char *low, size_t size)
{
	int year, next, len = 0;
	char sign;
	if (sscanf(low, "%4d%c%2d%n", &year, &sign, &next, &len) != 3 || low[len] || year < 1000 ||
		next != (year + 1) % 100 || !strchr("-/\1", sign))
		return;
	snprintf(low, size, "%04d to %04d", year, year + 1);
}

/* Words before a date, with a space behind. */
static bool cut_before(char *low, size_t size)
{
	static const char *const words[] = {"bap.", "bapt.", "baptised", "baptized", "christened",
		"bur.", "buried", "married", "marr.", "active", "act.", "first published",
		"originally", "orig.", "copyright", "(c)", "reprinted", "repr.", "written",
		"published", "publ.", "pub.", "printed", "signed", "received", "posted",
		"postmarked", "postmark", "dated", "broadcast", "aired", "recorded", "delivered",
		"released", "founded", "established", "elected", "reigned", "ruled", "crowned",
		"school year", "academic year", "fiscal year", "financial year", "tax year",
		"budget year", "season", "as of", "towards", "toward",
		"date:", "year:", "datum:", "ohne jahr,", "schuljahr", "annee scolaire",
		"учебныи год", "навчальнии рік", "rok szkolny"};
	bool cut = false;
	char *at = low;
	struct date_text text = {low, low + strlen(low), false};
	while (date_take_name(&text, DATE_WORD_FILLER, NULL) && date_take(&text, " "))
		at = low + (text.at - low);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t len = strlen(words[i]);
		if (strncmp(at, words[i], len) != 0)
			continue;
		size_t space = at[len] == ' ';
		if (!at[len] || !(space || !date_word_len(at + len - 1, at + len)))
			continue;
		cut |= date_replace(low, size, at, len + space, "");
		if (strstr(words[i], "year"))
			change_two_years(at, size - (size_t)(at - low));
	}
	if (strncmp(at, "fy", 2) == 0 && strpbrk(at, "0123456789") &&
		at + 2 + strspn(at + 2, " -'") == strpbrk(at, "0123456789")) {
		cut |= date_replace(low, size, at, 2 + strspn(at + 2, " -"), "");
		change_two_years(at, size - (size_t)(at - low));
	}
	return cut;
}

/* Words in it or behind it, with a space before. */
static bool cut_behind(char *low, size_t size)
{
	static const char *const words[] = {" term", " semester", " issue", " edition", " session",
		" session of", " semester of", " term of", " issue of", " number", " school year",
		" academic year", " season", " local time", " moscow time", " kyiv time",
		" kiev time", " london time", " berlin time", " paris time", " eastern time",
		" central time", " по московскому времени", " по киевскому времени",
		" за київським часом", " ortszeit"};
	static const char *const terms[] = {"michaelmas", "hilary", "trinity", "lent", "easter"};
	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
		if (strstr(low, terms[i])) /* their days differ by place */
			return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t len = strlen(words[i]);
		for (char *at = low; (at = strstr(at, words[i])); at++)
			if ((!at[len] || at[len] == ' ' || at[len] == ',') && at > low)
				return date_replace(low, size, at, len, "");
	}
	return false;
}

/* "noon 2 April", "midnight, 2 April", "early hours of 2 April": the day is behind. */
static bool cut_hours(char *low, size_t size)
{
	static const char *const words[] = {"early hours", "small hours", "early morning",
		"late evening", "late night", "noon", "midday", "midnight", "dawn", "dusk",
		"sunrise", "sunset", "night from", "night"};
	static const char *const joints[] = {" of ", " on ", ", ", " "};
	char *at = low;
	static const char *const fronts[] = {"in ", "at ", "on ", "the "};
	for (size_t i = 0; i < sizeof fronts / sizeof *fronts; i++)
		at += strncmp(at, fronts[i], strlen(fronts[i])) == 0 ? strlen(fronts[i]) : 0;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t len = strlen(words[i]);
		if (strncmp(at, words[i], len) != 0 || date_word_len(at + len, at + len + 1))
			continue;
		for (size_t j = 0; j < sizeof joints / sizeof *joints; j++)
			if (strncmp(at + len, joints[j], strlen(joints[j])) == 0)
				return date_replace(low, size, low,
					(size_t)(at - low) + len + strlen(joints[j]), "");
	}
	char *noon = strstr(low, " 12 noon");
	return noon && date_replace(low, size, noon, strlen(" 12 noon"), "");
}

/* "2 o'clock in the afternoon": 2 pm. */
static void change_half(char *low, size_t size)
{
	static const char *const halves[][2] = {{"in the afternoon", "pm"},
		{"in the evening", "pm"}, {"at night", "pm"}, {"in the morning", "am"},
		{"nachmittags", "pm"}, {"abends", "pm"}, {"morgens", "am"}, {"утра", "am"},
		{"вечера", "pm"}, {"дня", "pm"}};
	for (size_t i = 0; i < sizeof halves / sizeof *halves; i++) {
		char *at = strstr(low, halves[i][0]);
		if (!at || at < low + 3 || at[-1] != ' ' || at[strlen(halves[i][0])])
			continue;
		static const char *const clocks[] = {
			" o'clock", " uhr", " часов", " часа", " hours"};
		char *hour = at - 1;
		size_t unit = 0;
		for (size_t j = 0; j < sizeof clocks / sizeof *clocks && !unit; j++) {
			size_t len = strlen(clocks[j]);
			if ((size_t)(hour - low) > len && memcmp(hour - len, clocks[j], len) == 0)
				unit = len;
		}
		hour -= unit;
		char *first = hour;
		while (first > low && text_is_figure(first[-1]))
			first--;
		bool minute = first > low && strchr(":.", first[-1]);
		bool told = unit || minute ||
			(first > low + 2 &&
				(memcmp(first - 2, ", ", 2) == 0 ||
					memcmp(first - 3, "at ", 3) == 0));
		if (first == hour || hour - first > 2 || !told)
			continue;
		char half[8];
		snprintf(half, sizeof half, " %s", halves[i][1]);
		date_replace(low, size, hour, strlen(hour), half);
		return;
	}
}

/* "Sun Mar 3 14:30:00 2024", as computers write it: the time behind the year. */
static void change_time_inside(char *low, size_t size)
{
	char *at = strchr(low, ':');
	if (!at || at < low + 6 || !text_is_figure(at[-1]) || !text_is_figure(at[-2]) ||
		at[-3] != ' ')
		return;
	at -= 2;
	size_t len = strspn(at, "0123456789:");
	char *year = at + len;
	size_t zone = *year == ' ' ? 1 + date_word_len(year + 1, year + strlen(year)) : 0;
	bool zoned = zone > 1 && year[zone] == ' ';
	year += (zoned ? zone : 0) + 1;
	if (year[-1] != ' ' || strspn(year, "0123456789") != 4 || year[4])
		return;
	char copy[ADVICE_MOST * 2];
	int all = snprintf(copy, sizeof copy, "%.*s%s %.*s%.*s", (int)(at - low), low, year,
		(int)len, at, (int)(zoned ? zone : 0), at + len);
	if (all > 0 && (size_t)all < sizeof copy && (size_t)all < size)
		memcpy(low, copy, (size_t)all + 1);
	for (char *two; (two = strstr(low, "  "));)
		date_replace(low, size, two, 2, " ");
}

/* "1430 hours": 14:30. */
static void change_hours(char *low, size_t size)
{
	char *at = strstr(low, " hours"), clock[8];
	at = at ? at : strstr(low, " hrs");
	if (!at || at - low < 10 || at[-5] != ' ' || strspn(at - 4, "0123456789") != 4 ||
		strchr(at + 1, ' '))
		return;
	snprintf(clock, sizeof clock, "%.2s:%.2s", at - 4, at - 2);
	date_replace(low, size, at - 4, strlen(at) + 4, clock);
}

/* "week 5 of 2024", "KW 5/2024": 2024-w05; "day 123 of 2024": 2024-123. */
static void change_numbered(char *low, size_t size)
{
	static const char *const words[] = {"calendar week", "kalenderwoche", "week", "wk", "kw",
		"w", "semaine", "неделя", "тиждень", "day"};
	static const char *const joints[] = {" of the year ", " of ", ", ", " ", "/", "-"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t len = strlen(words[i]);
		if (strncmp(low, words[i], len) != 0)
			continue;
		struct date_text text = {low + len, low + strlen(low), false};
		int64_t number, year;
		bool day = i + 1 == sizeof words / sizeof *words;
		date_take(&text, ".");
		date_take(&text, " ");
		int digits = date_take_number(&text, 3, false, &number);
		bool joined = false;
		for (size_t j = 0; j < sizeof joints / sizeof *joints && !joined; j++)
			joined = date_take(&text, joints[j]);
		if (!digits || !joined || date_take_number(&text, 4, false, &year) != 4 ||
			text.at < text.end || number > (day ? 366 : 53) || number < 1)
			continue;
		snprintf(low, size, day ? "%04d-%03d" : "%04d-w%02d", (int)year, (int)number);
		return;
	}
}

/* "3000 BP": years before 1950. */
static void change_before_present(char *low, size_t size)
{
	struct date_text text = {low, low + strlen(low), false};
	int64_t number;
	if (!date_take_number(&text, 6, true, &number))
		return;
	date_take(&text, " ");
	if (date_take(&text, "cal")) {
		date_take(&text, ".");
		date_take(&text, " ");
	}
	if (!date_take_word(&text, "bp") || text.at < text.end)
		return;
	if (number < 1950)
		snprintf(low, size, "c %d", (int)(1950 - number));
	else
		snprintf(low, size, "c %d bc", (int)(number - 1949));
}

/* 1850–60s: 1850s to 1860s; "1856 or '57"; 1856/57/58: 1856 to 1858. */
static void change_short_years(char *low, size_t size)
{
	int first, second, third, len = 0;
	char sign[8], again[8];
	if (sscanf(low, "%4d%7[-/\1]%2ds%n", &first, sign, &second, &len) == 3 && len &&
		!low[len] && first > 999 && low[len - 1] == 's' && first % 10 == 0 &&
		second % 10 == 0) {
		snprintf(low, size, "%04ds to %04ds", first, first - first % 100 + second);
		return;
	}
	len = 0;
	if (sscanf(low, "%4d%7[-/, \1]%2d%7[-/, \1]%2d%n", &first, sign, &second, again, &third,
		    &len) == 5 &&
		len && !low[len] && first > 999 && second == first % 100 + 1 &&
		third == second + 1) {
		snprintf(low, size, "%04d to %04d", first, first + 2);
		return;
	}
	char *at = strstr(low, " or '");
	if (at && at == low + 4 && strspn(low, "0123456789") == 4 &&
		strspn(at + 5, "0123456789") == 2 && !at[7])
		memmove(at + 4, at + 5, 3);
}

/* "1856 [i.e. 1857]": what is right stands behind. */
static bool cut_wrong(char *low, size_t size)
{
	static const char *const words[] = {"i.e. ", "i. e. ", "recte ", "correctly ", "richtig "};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		char *at = strstr(low, words[i]);
		if (!at || at < low + 5 || !strpbrk(at, "0123456789"))
			continue;
		size_t len = strlen(low);
		if (strchr("])", low[len - 1]) && strchr("[(", at[-1]))
			low[len - 1] = '\0';
		return date_replace(low, size, low, (size_t)(at - low) + strlen(words[i]), "");
	}
	return false;
}

/* "1856 (repr. 1860)", "1856b", "1856*": the year before. */
static bool cut_tail(char *low)
{
	static const char *const words[] = {" (repr", ", repr", " [repr", ", printed", " (printed",
		" (first published)", ", 2nd ed", ", 3rd ed", ", 1st ed", " (2nd ed", " (1st ed",
		" (3rd ed", " (new ed"};
	bool year = strspn(low, "0123456789") == 4;
	for (size_t i = 0; i < sizeof words / sizeof *words && year; i++)
		if (strncmp(low + 4, words[i], strlen(words[i])) == 0) {
			low[4] = '\0';
			return true;
		}
	bool letter = year && low[4] && !low[5] &&
		((low[4] >= 'a' && low[4] <= 'h') || strchr("*!:=", low[4]));
	if (letter || (year && strcmp(low + 4, "†") == 0)) {
		low[4] = '\0';
		return true;
	}
	return false;
}

bool date_asides_change(char *low, size_t size)
{
	bool cut = cut_before(low, size);
	cut |= cut_wrong(low, size);
	cut |= cut_tail(low);
	change_short_years(low, size);
	cut |= cut_behind(low, size);
	change_half(low, size);
	cut |= cut_hours(low, size);
	change_hours(low, size);
	change_time_inside(low, size);
	change_numbered(low, size);
	change_before_present(low, size);
	return cut;
}
