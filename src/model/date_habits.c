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

/* Phrases for which shorter ones are read; a space before or behind is a part of them. */
static void change_phrases(char *low, size_t size)
{
	static const char *const phrases[][2] = {
		{"on or before ", "not after "},
		{"on or after ", "not before "},
		{"from and after ", "not before "},
		{"at the latest ", "not after "},
		{"at the earliest ", "not before "},
		{"terminus ante quem ", "ante "},
		{"terminus post quem ", "post "},
		{"during ", ""},
		{"either ", ""},
		{" before christ", " bc"},
		{" before the common era", " bc"},
		{" common era", " ce"},
		{" c.e.", " ce"},
		{" apr. j.-c.", " apres j.-c."},
		{" up to ", " to "},
		{"quarter 1 ", "q1 "},
		{"quarter 2 ", "q2 "},
		{"quarter 3 ", "q3 "},
		{"quarter 4 ", "q4 "},
		{" des ", " "},
		{"q1/", "q1 "},
		{"q2/", "q2 "},
		{"q3/", "q3 "},
		{"q4/", "q4 "},
		{", q", " q"},
		{", first ", " first "},
		{", second ", " second "},
		{", third ", " third "},
		{", fourth ", " fourth "},
		{" o'clock", ":00"},
		{" uhr", ":00"},
		{" (date uncertain)", " (?)"},
		{" (uncertain)", " (?)"},
		{" (probably)", " (?)"},
		{" (possibly)", " (?)"},
		{" (doubtful)", " (?)"},
		{" (presumably)", " (?)"},
	};
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
		const char *from = phrases[i][0], *to = phrases[i][1];
		size_t cut = strlen(from), put = strlen(to);
		char *at = strstr(low, from);
		bool inside = at && at > low && *from != ' ' && *from != ',';
		bool timed = *to == ':' && at && strchr(low, ':');
		if (!at || inside || timed || strlen(low) + put >= size + cut)
			continue;
		memmove(at + put, at + cut, strlen(at + cut) + 1);
		memcpy(at, to, put);
	}
}

/* "earlier than 1856", "later than 1856", but not "no later than". */
static void change_than(char *low)
{
	static const char *const pairs[][2] = {
		{"earlier than ", "before "}, {"later than ", "after "}};
	for (int i = 0; i < 2; i++) {
		size_t cut = strlen(pairs[i][0]), put = strlen(pairs[i][1]);
		if (strncmp(low, pairs[i][0], cut) != 0)
			continue;
		memmove(low + put, low + cut, strlen(low + cut) + 1);
		memcpy(low, pairs[i][1], put);
	}
}

/* "annees 1850", in French: a decade. */
static void change_annees(char *low)
{
	char *at = strstr(low, "annees ");
	if (!at || digits_at(at + 7) != 4 || at[10] != '0' || at[11])
		return;
	memmove(low, at + 7, 4);
	memcpy(low + 4, "s", 2);
}

/* "10:00, 2 April", "10 am on 2 April": the time behind. */
static void change_time_front(char *low, size_t size)
{
	size_t digits = digits_at(low), end = digits;
	if (!digits || digits > 2)
		return;
	if (low[end] == ':' && digits_at(low + end + 1) == 2)
		end += 3;
	static const char *const halves[] = {" am", "am", " pm", "pm", " a.m.", " p.m."};
	size_t half = 0;
	for (size_t i = 0; i < sizeof halves / sizeof *halves && !half; i++)
		if (strncmp(low + end, halves[i], strlen(halves[i])) == 0)
			half = strlen(halves[i]);
	if (end == digits && !half)
		return;
	end += half;
	size_t gap = strncmp(low + end, ", ", 2) == 0 ? 2
		: strncmp(low + end, " on ", 4) == 0  ? 4
						      : 0;
	char copy[ADVICE_MOST * 2];
	int len = snprintf(copy, sizeof copy, "%s, %.*s", low + end + gap, (int)end, low);
	if (gap && len > 0 && (size_t)len < sizeof copy && (size_t)len < size)
		memcpy(low, copy, (size_t)len + 1);
}

/* 10h00, 10h: as 10:00; 1856'dan 1858'e: from 1856 to 1858; IV.1856; -44 BC. */
static void change_rest(char *low, size_t size)
{
	int first, last, len = 0;
	char *h = strrchr(low, 'h');
	if (h && h > low + 8 && is_digit(h[-1]) && (!h[1] || (digits_at(h + 1) == 2 && !h[3])) &&
		strlen(low) + 3 < size) {
		if (!h[1])
			memcpy(h + 1, "00", 3);
		*h = ':';
	}
	if (sscanf(low, "%4d'%*[a-z] %4d'%*[a-z]%n", &first, &last, &len) == 2 && len && !low[len])
		snprintf(low, size, "from %04d to %04d", first, last);
	const char *at = low;
	if (roman_at(&at) && *at == '.' && digits_at(at + 1) == 4 && !at[5])
		low[at - low] = ' ';
	if (*low == '-' && is_digit(low[1]) && strstr(low, "bc"))
		memmove(low, low + 1, strlen(low));
	if (strncmp(low, "? ", 2) == 0 || strncmp(low, "(?) ", 4) == 0) {
		size_t cut = *low == '?' ? 2 : 4, rest = strlen(low + cut);
		memmove(low, low + cut, rest);
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

/* "*1801", "†1856", "born 1801". */
static void cut_life(char *low)
{
	static const char *const signs[] = {
		"* ", "*", "† ", "†", "born ", "died ", "b. ", "d. ", "geb. ", "gest. "};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		size_t cut = strlen(signs[i]);
		if (strncmp(low, signs[i], cut) != 0 || !low[cut] || low[cut] == '*' ||
			!strpbrk(low, "0123456789"))
			continue;
		memmove(low, low + cut, strlen(low + cut) + 1);
		return;
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
	cut_life(low);
	change_roman_year(low);
	change_unknown_day(low, size);
	change_phrases(low, size);
	change_than(low);
	change_annees(low);
	change_time_front(low, size);
	change_rest(low, size);
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
	return cut_time_of_day(low) || before || sic;
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
