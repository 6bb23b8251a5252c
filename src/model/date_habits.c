/* Habits of writing that only need other signs to be read: other signs for an unknown part or between
 * figures, a doubt around all of it, the calendar of GEDCOM, a day without its year. */
#include "base/text.h"
#include "model/date_parts.h"

#include <stdio.h>
#include <string.h>

static size_t digits_at(const char *at)
{
	return strspn(at, "0123456789");
}

/* A part of which nothing is known: "??", "_", "xx"; 0 for none, else its bytes. */
static size_t blank_at(const char *at)
{
	size_t len = *at && strchr("?_x*u", *at) ? strspn(at, (char[]){*at, '\0'}) : 0;
	return len <= 2 ? len : 0;
}

/* 1918-??, 1918-03-?, 1918-??-??: with two X for each. */
static bool change_blanks(char *low)
{
	char copy[16];
	const char *at = low + 4;
	if (digits_at(low) != 4)
		return false;
	size_t len = 4;
	memcpy(copy, low, len);
	bool blank = false;
	for (int i = 0; i < 2 && *at == '-'; i++) {
		size_t unknown = blank_at(at + 1), known = unknown ? 0 : digits_at(at + 1);
		if (!unknown && (known < 1 || known > 2 || blank))
			return false;
		copy[len++] = '-';
		if (known == 1)
			copy[len++] = '0';
		memcpy(copy + len, unknown ? "xx" : at + 1, known == 1 ? 1 : 2);
		len += known == 1 ? 1 : 2;
		at += 1 + (unknown ? unknown : known);
		blank |= unknown > 0;
	}
	if (*at || !blank)
		return false;
	copy[len] = '\0';
	memcpy(low, copy, len + 1);
	return true;
}

/* 1918_03_03, 1918|03|03, 03:03:1918: with hyphens. */
static void change_signs(char *low)
{
	size_t first = digits_at(low);
	char sign = low[first];
	if (!first || !sign || !strchr("\\_|:", sign))
		return;
	size_t second = digits_at(low + first + 1), third = 0;
	size_t end = first + 1 + second;
	if (low[end] == sign)
		third = digits_at(low + end + 1);
	bool whole = third ? !low[end + 1 + third] : !low[end] && sign != ':';
	if (second && second <= 2 && whole && (first == 4 || third == 4))
		for (char *at = low; *at; at++)
			*at = *at == sign ? '-' : *at;
}

/* (1914-1918)?: the mark belongs to what stands in brackets. */
static void change_brackets(char *low)
{
	size_t len = strlen(low);
	if (len > 4 && *low == '(' && strcmp(low + len - 2, ")?") == 0 && !strchr(low + 1, '(')) {
		memmove(low, low + 1, len - 3);
		memcpy(low + len - 3, "?", 2);
	}
}

/* "@#DJULIAN@ 25 OCT 1917", as GEDCOM has it. */
static void change_calendar(char *low, size_t size)
{
	static const char *const names[] = {"@#djulian@", "@#dgregorian@", "@#dhebrew@",
		"@#dfrench r@", "@#droman@", "@#dunknown@"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		size_t len = strlen(names[i]);
		if (strncmp(low, names[i], len) != 0)
			continue;
		memmove(low, low + len, strlen(low + len) + 1);
		while (*low == ' ')
			memmove(low, low + 1, strlen(low));
		const char *more = i == 0 ? " os" : i == 2 || i == 3 ? " hebrew" : "";
		size_t at = strlen(low);
		if (at + strlen(more) < size)
			memcpy(low + at, more, strlen(more) + 1);
		return;
	}
}

/* "s. XIX", "saec. XX": the word behind the number. */
static void change_century(char *low)
{
	static const char *const words[] = {"century", "s.", "sec.", "saec.", "saeculum", "siglo",
		"secolo", "s", "ст.", "stol.", "век", "wiek"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t len = strlen(words[i]);
		const char *at = low + len;
		if (strncmp(low, words[i], len) != 0)
			continue;
		at += strspn(at, " ");
		size_t roman = strspn(at, "xvi");
		if (at == low + len && low[len - 1] != '.')
			continue;
		if (!roman || (at[roman] && at[roman] != ' '))
			continue;
		char copy[ADVICE_MOST];
		int size = snprintf(copy, sizeof copy, "%.*s c%s", (int)roman, at, at + roman);
		if (size > 0 && (size_t)size < sizeof copy && (size_t)size <= strlen(low))
			memcpy(low, copy, (size_t)size + 1);
		return;
	}
}

/* 1918±2: between 1916 and 1920. */
static void change_spread(char *low, size_t size)
{
	int year, spread, len = 0;
	char sign[8];
	if (digits_at(low) != 4 ||
		(sscanf(low, "%4d %7[^0-9 ] %2d%n", &year, sign, &spread, &len) != 3) || low[len] ||
		(strcmp(sign, "±") != 0 && strcmp(sign, "+/-") != 0 && strcmp(sign, "+-") != 0) ||
		spread >= year)
		return;
	snprintf(low, size, "between %04d and %04d", year - spread, year + spread);
}

/* "XIX-XX centuries": 19-20 centuries. */
static int roman_at(const char **at)
{
	struct date_text text = {*at, *at + strlen(*at), false};
	int number = date_take_roman(&text);
	*at = text.at;
	return number;
}

static void change_romans(char *low, size_t size)
{
	const char *at = low;
	int first = roman_at(&at), last;
	const char *sign = at;
	at += strspn(at, " -/\1");
	if (!first || at == sign || !strpbrk(sign, "-/\1") || !(last = roman_at(&at)) ||
		(*at != ' ' && *at != '.'))
		return;
	char copy[ADVICE_MOST * 2];
	int len = snprintf(copy, sizeof copy, "%d-%d%s", first, last, at);
	if (len > 0 && (size_t)len < size && (size_t)len < sizeof copy)
		memcpy(low, copy, (size_t)len + 1);
}

/* ?2 April 1856: the doubt behind. */
static void change_doubt(char *low, size_t size)
{
	size_t len = strlen(low);
	if (*low != '?' || !text_is_figure(low[1]) || digits_at(low + 1) > 2 || len + 1 >= size)
		return;
	memmove(low, low + 1, len - 1);
	low[len - 1] = '?';
}

/* "1856, 2 April": the year behind. */
static void change_year_front(char *low)
{
	size_t len = strlen(low);
	char year[5];
	size_t day = len > 8 && digits_at(low) == 4 && low[4] == ',' && low[5] == ' '
		? digits_at(low + 6)
		: 0;
	if (!day || day > 2 || strpbrk(low + 6 + day, "0123456789,/-"))
		return;
	memcpy(year, low, 4);
	memmove(low, low + 6, len - 6);
	low[len - 6] = ' ';
	memcpy(low + len - 5, year, 4);
	low[len - 1] = '\0';
}

/* "44 BC, March 15", "1855/56 winter": the year behind what stands behind it. */
static void change_year_words(char *low, size_t size)
{
	struct date_text text = {low, low + strlen(low), false};
	int64_t number;
	bool era = date_take_sign(&text, DATE_SIGN_BCE) || date_take_sign(&text, DATE_SIGN_CE);
	date_take(&text, " ");
	int digits = date_take_number(&text, 4, false, &number);
	struct date_text behind = text;
	date_take(&behind, " ");
	if (digits && !era &&
		(date_take_sign(&behind, DATE_SIGN_BCE) || date_take_sign(&behind, DATE_SIGN_CE))) {
		era = true;
		text = behind;
	}
	bool range = !era && digits == 4 &&
		(date_take(&text, "/") || date_take(&text, "-") || date_take(&text, "\1"));
	int more = range ? date_take_number(&text, 4, false, &number) : 0;
	range = more == 2 || more == 4;
	const char *head = text.at;
	date_take(&text, ",");
	if (!digits || !(era || range) || !date_take(&text, " "))
		return;
	const char *rest = text.at;
	if (era && date_take_number(&text, 2, false, &number))
		date_take_ending(&text);
	date_take(&text, " ");
	bool season = date_take_name(&text, DATE_WORD_SEASON, NULL);
	if (!season && !(era && date_take_name(&text, DATE_WORD_MONTH, NULL)))
		return;
	char copy[ADVICE_MOST * 2];
	int len = snprintf(copy, sizeof copy, "%s %.*s", rest, (int)(head - low), low);
	if (len > 0 && (size_t)len < sizeof copy && (size_t)len < size)
		memcpy(low, copy, (size_t)len + 1);
}

/* 1.4.-3.4.1856: two days of one year. */
static void change_dotted(char *low, size_t size)
{
	int day, month, last, last_month, year, len = 0;
	if (sscanf(low, "%2d.%2d.-%2d.%2d.%4d%n", &day, &month, &last, &last_month, &year, &len) ==
			5 &&
		!low[len] && year > 999 && month > 0 && last_month > 0 && day > 0 && last > 0)
		snprintf(low, size, "%02d.%02d.%04d - %02d.%02d.%04d", day, month,
			month > last_month ? year - 1 : year, last, last_month, year);
}

/* 1856-й, 1856-го: without the ending; "1856 on": onward. */
static void change_endings(char *low, size_t size)
{
	static const char *const endings[] = {"-го", "-и", "-м", "-му", "-ому"};
	size_t len = strlen(low);
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t cut = strlen(endings[i]);
		if (digits_at(low) == 4 && strncmp(low + 4, endings[i], cut) == 0 &&
			(!low[4 + cut] || low[4 + cut] == ' '))
			memmove(low + 4, low + 4 + cut, strlen(low + 4 + cut) + 1);
	}
	if (digits_at(low) == 4 && strncmp(low + 4, ". ", 2) == 0 && low[6] > '9') {
		memmove(low + 4, low + 5, len - 4); /* 1918. március */
		len--;
	}
	if (len > 6 && strcmp(low + len - 3, " on") == 0 && text_is_figure(low[len - 4]) &&
		len + 5 < size)
		memcpy(low + len, "ward", 5);
}

/* 10h00, 10h: as 10:00; 1856'dan 1858'e: from 1856 to 1858; IV.1856; -44 BC. */
static void change_rest(char *low, size_t size)
{
	int first, last, len = 0;
	char *h = strrchr(low, 'h');
	if (h && h > low + 8 && text_is_figure(h[-1]) &&
		(!h[1] || (digits_at(h + 1) == 2 && !h[3])) && strlen(low) + 3 < size) {
		if (!h[1])
			memcpy(h + 1, "00", 3);
		*h = ':';
	}
	if (sscanf(low, "%4d'%*[a-z] %4d'%*[a-z]%n", &first, &last, &len) == 2 && len && !low[len])
		snprintf(low, size, "from %04d to %04d", first, last);
	const char *at = low;
	if (roman_at(&at) && *at && strchr("./-", *at) && digits_at(at + 1) == 4 && !at[5])
		low[at - low] = ' ';
	if (*low == '-' && text_is_figure(low[1]) && strstr(low, "bc"))
		memmove(low, low + 1, strlen(low));
	struct date_text to = {low + (*low == '?' ? 2 : 0), low + strlen(low), false};
	bool open = strncmp(low, "? ", 2) == 0 &&
		(strchr("-\1/", low[2]) || date_take_name(&to, DATE_WORD_TO, NULL));
	if ((strncmp(low, "? ", 2) == 0 && !open) || strncmp(low, "(?) ", 4) == 0) {
		size_t cut = *low == '?' ? 2 : 4, rest = strlen(low + cut);
		memmove(low, low + cut, rest + 1);
		struct date_text day = {low, low + rest, false};
		if (cut == 4 ||
			!date_take_name(&day, DATE_WORD_MONTH, NULL)) /* else its day is unknown */
			memcpy(low + rest, "?", 2);
	}
}

/* ??.04.1856, XX.04.1856: a day that is not known; 1856,04: a month. */
static void change_unknown_day(char *low, size_t size)
{
	size_t blank = blank_at(low);
	int month, year, len = 0;
	char sign, other;
	if (blank && sscanf(low + blank, "%c%2d%c%4d%n", &sign, &month, &other, &year, &len) == 4 &&
		!low[blank + (size_t)len] && sign == other && strchr("./-", sign) && month > 0 &&
		year > 999)
		snprintf(low, size, "%04d-%02d-xx", year, month);
	size_t len_of_year = digits_at(low);
	if (len_of_year != 4 || low[4] != ',')
		return;
	size_t space = low[5] == ' ';
	const char *month_at = low + 5 + space;
	bool is = digits_at(month_at) == 2 && !month_at[2] &&
		(*month_at == '0' || (*month_at == '1' && month_at[1] < '3'));
	if (is) {
		memmove(low + 5, month_at, 3);
		low[4] = '-';
	}
}

/* Whether the letters are a number as Romans write it, and no word ("mill"). */
static bool is_roman(const char *letters, size_t len, int number)
{
	static const struct {
		int value;
		const char *letters;
	} steps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"},
		{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};
	size_t at = 0;
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		for (; number >= steps[i].value; number -= steps[i].value) {
			size_t size = strlen(steps[i].letters);
			if (at + size > len || memcmp(letters + at, steps[i].letters, size) != 0)
				return false;
			at += size;
		}
	return at == len;
}

/* MDCCCLVI: a year. */
static void change_roman_year(char *low)
{
	static const char letters[] = "mdclxvi";
	static const int values[] = {1000, 500, 100, 50, 10, 5, 1};
	for (char *at = low; *at; at++) {
		size_t len = strspn(at, letters);
		bool begins = at == low || at[-1] == ' ';
		if (!begins || len < 4 || *at != 'm' || (at[len] && !strchr(" .", at[len])))
			continue;
		int sum = 0, last = 0;
		for (size_t i = 0; i < len; i++) {
			int value = values[strchr(letters, at[i]) - letters];
			sum += value > last && last ? value - 2 * last : value;
			last = value;
		}
		if (sum < 1000 || sum > 2100 || !is_roman(at, len, sum))
			return;
		char year[16];
		snprintf(year, sizeof year, "%04d", sum);
		memmove(at + 4, at + len, strlen(at + len) + 1);
		memcpy(at, year, 4);
		return;
	}
}

/* 1856-04-02a: a letter behind a whole date. */
static bool cut_letter(char *low)
{
	bool is = strlen(low) == 11 && digits_at(low) == 4 && low[4] == '-' &&
		digits_at(low + 5) == 2 && low[7] == '-' && digits_at(low + 8) == 2 &&
		low[10] >= 'a' && low[10] < 'z';
	if (is)
		low[10] = '\0';
	return is;
}

/* [sic] */
static bool cut_sic(char *low)
{
	static const char *const marks[] = {" [sic]", " (sic)", " [sic!]", " (sic!)"};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		char *at = strstr(low, marks[i]);
		if (!at)
			continue;
		memmove(at, at + strlen(marks[i]), strlen(at + strlen(marks[i])) + 1);
		return true;
	}
	return false;
}

bool date_habits_change(char *low, size_t size)
{
	bool sic = cut_sic(low) || cut_letter(low);
	if (*low == '\1' && digits_at(low + 1) < 4 && !low[1 + digits_at(low + 1)] && low[1])
		*low = '-'; /* –44 */
	date_spelled_change(low, size);
	sic |= date_asides_change(low, size);
	bool cut = date_phrases_change(low, size);
	change_roman_year(low);
	change_unknown_day(low, size);
	change_rest(low, size);
	change_year_words(low, size);
	change_dotted(low, size);
	change_endings(low, size);
	change_year_front(low);
	if (digits_at(low) == 5 && low[5] == '.' && digits_at(low + 6) == strlen(low + 6))
		low[5] = '\0'; /* 44651.5: the day of a spreadsheet, and a part of it */
	change_spread(low, size);
	change_romans(low, size);
	change_doubt(low, size);
	change_calendar(low, size);
	change_brackets(low);
	if (!change_blanks(low))
		change_signs(low);
	change_century(low);
	return cut || sic;
}

bool date_yearless_read(const char *low, int *first, int *second)
{
	int len = 0;
	if (strlen(low) < 5 && sscanf(low, "%2d/%1d%n", first, second, &len) == 2 && !low[len])
		return true;
	/* 3.12. */
	if (digits_at(low) <= 2 && sscanf(low, "%2d.%2d%n", second, first, &len) == 2 && len >= 3 &&
		(!low[len] || strcmp(low + len, ".") == 0))
		return true;
	len = 0;
	bool front = strncmp(low, "--", 2) == 0;
	low += front ? 2 : 0;
	return digits_at(low) <= 2 && sscanf(low, "%2d-%2d%n", first, second, &len) == 2 &&
		len >= 4 && !low[len] && (len == 5 || front);
}

bool date_alien_year(const char *low)
{
	struct date_text text = {low, low + strlen(low), false};
	int64_t number;
	if (date_take(&text, "an ") &&
		(date_take_roman(&text) || date_take_number(&text, 2, false, &number)) &&
		text.at == text.end)
		return true;                       /* of the French Republic */
	const char *nisan = strstr(low, "nisan "); /* in Turkish April */
	if (nisan && nisan[6] == '5' && digits_at(nisan + 6) == 4)
		return true;
	text.at = low;
	bool front = date_take_sign(&text, DATE_SIGN_ALIEN);
	date_take(&text, " ");
	int digits = date_take_number(&text, 4, false, &number);
	date_take(&text, " ");
	bool behind = digits && date_take_sign(&text, DATE_SIGN_ALIEN);
	return digits >= 3 && (front || behind) && text.at == text.end;
}
