/* Habits of writing that only need other signs to be read: other signs for an unknown part or between
 * figures, a doubt around all of it, the calendar of GEDCOM, a day without its year. */
#include "base/text.h"
#include "model/date_parts.h"

#include <stdio.h>
#include <string.h>

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

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
	static const char *const words[] = {"s.", "sec.", "saec.", "saeculum", "siglo", "secolo",
		"s", "ст.", "stol.", "век", "wiek"};
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

/* A time of day in words behind the day: ", evening", "(morning)". */
static bool cut_time_of_day(char *low)
{
	static const char *const words[] = {"morning", "evening", "afternoon", "night", "noon",
		"midnight", "in the morning", "in the evening", "in the afternoon", "at night",
		"at noon", "at midnight", "at dawn", "at dusk", "dawn", "dusk", "утром", "вечером",
		"ночью", "днем", "вранці", "ввечері", "увечері", "вночі", "abends", "morgens",
		"nachts", "mittags", "nachmittags", "vormittags", "am abend", "am morgen", "matin",
		"soir", "au soir", "au matin"};
	size_t len = strlen(low);
	bool bracket = len && low[len - 1] == ')';
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t size = strlen(words[i]) + bracket;
		if (len < size + 8 || strncmp(low + len - size, words[i], size - bracket) != 0)
			continue;
		char *at = low + len - size;
		if (bracket ? at[-1] != '(' : at[-1] != ' ')
			continue;
		at -= bracket;
		while (at > low && strchr(" ,", at[-1]))
			at--;
		if (at == low || !(is_digit(at[-1]) || at[-1] == '.'))
			continue;
		*at = '\0';
		return true;
	}
	return false;
}

/* "the night of 2 April", "early morning, 2 April". */
static bool cut_time_before(char *low)
{
	static const char *const words[] = {"night", "evening", "morning", "afternoon"};
	const char *at = low;
	static const char *const before[] = {
		"in the ", "on the ", "at ", "the ", "early ", "late "};
	for (size_t i = 0; i < sizeof before / sizeof *before; i++)
		at += strncmp(at, before[i], strlen(before[i])) == 0 ? strlen(before[i]) : 0;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t size = strlen(words[i]);
		if (strncmp(at, words[i], size) != 0)
			continue;
		at += size;
		if (strncmp(at, " of ", 4) == 0)
			at += 4;
		else if (strncmp(at, ", ", 2) == 0)
			at += 2;
		else
			return false;
		memmove(low, at, strlen(at) + 1);
		return true;
	}
	return false;
}

/* "1918 or so", "1918-ish": about it; "i 1918", "v 1918": in it. */
static void change_about(char *low, size_t size)
{
	static const char *const behind[] = {
		" or so", " or thereabouts", "-ish", "ish", " approx", " approx."};
	size_t len = strlen(low);
	if ((*low == 'i' || *low == 'v') && low[1] == ' ' && digits_at(low + 2) == 4 && len == 6)
		memmove(low, low + 2, len - 1);
	for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
		size_t cut = strlen(behind[i]);
		if (len <= cut || strcmp(low + len - cut, behind[i]) != 0 ||
			!is_digit(low[len - cut - 1]) || len - cut + 3 > size)
			continue;
		memmove(low + 2, low, len - cut);
		memcpy(low, "c ", 2);
		low[len - cut + 2] = '\0';
		return;
	}
}

/* "the eighties": 80s; "Mar-22", as spreadsheets have a month: Mar '22. */
static void change_short(char *low, size_t size)
{
	static const char *const tens[] = {"twenties", "thirties", "forties", "fifties", "sixties",
		"seventies", "eighties", "nineties"};
	size_t len = strlen(low), word = date_word_len(low, low + len);
	struct date_text text = {low, low + word, false};
	for (size_t i = 0; i < sizeof tens / sizeof *tens; i++) {
		char *at = strstr(low, tens[i]);
		if (!at || (at > low && at[-1] != ' '))
			continue;
		char decade[8];
		int put = snprintf(decade, sizeof decade, "%d0s", (int)i + 2);
		size_t cut = strlen(tens[i]);
		memmove(at + put, at + cut, strlen(at + cut) + 1);
		memcpy(at, decade, (size_t)put);
		return;
	}
	bool month = word && len == word + 3 && low[word] == '-' &&
		digits_at(low + word + 1) == 2 && len + 2 < size &&
		date_take_name(&text, DATE_WORD_MONTH, NULL) && text.at == text.end;
	if (month) {
		memmove(low + word + 2, low + word + 1, 3);
		memcpy(low + word, " '", 2);
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
	static const struct {
		const char *letter;
		int value;
	} letters[] = {{"x", 10}, {"х", 10}, {"v", 5}, {"i", 1}, {"і", 1}};
	int sum = 0, last = 0;
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
		size_t size = strlen(letters[i].letter);
		if (strncmp(*at, letters[i].letter, size) != 0)
			continue;
		sum += letters[i].value > last && last ? letters[i].value - 2 * last
						       : letters[i].value;
		last = letters[i].value;
		*at += size;
		i = (size_t)-1;
	}
	return sum;
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
	if (*low != '?' || !is_digit(low[1]) || digits_at(low + 1) > 2 || len + 1 >= size)
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

bool date_habits_change(char *low, size_t size)
{
	change_year_front(low);
	if (digits_at(low) == 5 && low[5] == '.' && digits_at(low + 6) == strlen(low + 6))
		low[5] = '\0'; /* 44651.5: the day of a spreadsheet, and a part of it */
	change_spread(low, size);
	change_romans(low, size);
	change_doubt(low, size);
	change_short(low, size);
	change_about(low, size);
	change_calendar(low, size);
	change_brackets(low);
	if (!change_blanks(low))
		change_signs(low);
	change_century(low);
	bool before = cut_time_before(low);
	return cut_time_of_day(low) || before;
}

bool date_yearless_read(const char *low, int *first, int *second)
{
	int len = 0;
	if (strlen(low) < 5 && sscanf(low, "%2d/%1d%n", first, second, &len) == 2 && !low[len])
		return true;
	low += strncmp(low, "--", 2) == 0 ? 2 : 0;
	return digits_at(low) <= 2 && sscanf(low, "%2d-%2d%n", first, second, &len) == 2 &&
		len >= 4 && !low[len] && (len == 5 || low[-1] == '-');
}

bool date_alien_year(const char *low)
{
	struct date_text text = {low, low + strlen(low), false};
	int64_t number;
	if (date_take(&text, "an ") && date_take_number(&text, 2, false, &number) &&
		text.at == text.end)
		return true; /* of the French Republic */
	text.at = low;
	bool front = date_take_sign(&text, DATE_SIGN_ALIEN);
	date_take(&text, " ");
	int digits = date_take_number(&text, 4, false, &number);
	date_take(&text, " ");
	bool behind = digits && date_take_sign(&text, DATE_SIGN_ALIEN);
	return digits >= 3 && (front || behind) && text.at == text.end;
}
