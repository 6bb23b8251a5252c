/* Phrases of a refused date for which shorter ones are read, and words that are left out: "on or
 * before", "the eighties", "1918 or so", "the night of 2 April". The text is folded. */
#include "model/date_parts.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

static size_t digits_at(const char *at)
{
	return strspn(at, "0123456789");
}

/* A time of day in words behind the day: ", evening", "(morning)". */
static bool cut_time_of_day(char *low)
{
	static const char *const words[] = {"early morning", "late evening", "about noon",
		"morning", "evening", "afternoon", "night", "noon", "midnight", "in the morning",
		"in the evening", "in the afternoon", "at night", "at noon", "at midnight",
		"at dawn", "at dusk", "dawn", "dusk", "утро", "вечер", "ночь", "утром", "вечером",
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
		if (at == low || !(text_is_figure(at[-1]) || at[-1] == '.'))
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
			!text_is_figure(low[len - cut - 1]) || len - cut + 3 > size)
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
		{"in or before ", "not after "},
		{"in or after ", "not before "},
		{"in or about ", "c "},
		{"on or about ", "c "},
		{"some time ", ""},
		{"sometime ", ""},
		{"first days of ", "early "},
		{"last days of ", "late "},
		{"не ранее ", "not before "},
		{"не раньше ", "not before "},
		{"не позднее ", "not after "},
		{"не позже ", "not after "},
		{"не раніше ", "not before "},
		{"не пізніше ", "not after "},
		{"nicht vor ", "not before "},
		{"nicht nach ", "not after "},
		{"fruhestens ", "not before "},
		{"spatestens ", "not after "},
		{"pas avant ", "not before "},
		{"au plus tot ", "not before "},
		{"au plus tard ", "not after "},
		{"en erken ", "not before "},
		{"en gec ", "not after "},
		{"jusqu'a ", "until "},
		{"; ", ", "},
		{"a principios ", "principios "},
		{"a comienzos ", "comienzos "},
		{"a mediados ", "mediados "},
		{"a finales ", "finales "},
		{"a fines ", "fines "},
		{"alla fine ", "fine "},
		{"no inicio ", "inicio "},
		{"to be confirmed", "tba"},
		{"to be announced", "tba"},
		{"to be determined", "tba"},
		{"to be decided", "tba"},
		{"b/w ", "between "},
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
		{"h1/", "h1 "},
		{"h2/", "h2 "},
		{"-h1", " h1"},
		{"-h2", " h2"},
		{"first six months of ", "first half of "},
		{"first 6 months of ", "first half of "},
		{"last six months of ", "second half of "},
		{"last 6 months of ", "second half of "},
		{"first three months of ", "first quarter of "},
		{"first 3 months of ", "first quarter of "},
		{"last three months of ", "last quarter of "},
		{"last 3 months of ", "last quarter of "},
		{"q1/", "q1 "},
		{"q2/", "q2 "},
		{"q3/", "q3 "},
		{"q4/", "q4 "},
		{", q", " q"},
		{", early", " early"},
		{", beginning", " beginning"},
		{", mid", " mid"},
		{", late", " late"},
		{", end", " end"},
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
		bool inside = at && at > low && !strchr(" ,;", *from);
		bool timed = *to == ':' && at && strchr(low, ':');
		if (!at || inside || timed || strlen(low) + put >= size + cut)
			continue;
		memmove(at + put, at + cut, strlen(at + cut) + 1);
		memcpy(at, to, put);
	}
}

/* "1856 at the latest": the words before. */
static void change_limit(char *low, size_t size)
{
	static const char *const limits[][2] = {{" at the latest", "not after "},
		{" at latest", "not after "}, {" at the earliest", "not before "},
		{" at earliest", "not before "}, {" spatestens", "not after "},
		{" fruhestens", "not before "}, {" au plus tard", "not after "},
		{" au plus tot", "not before "}};
	size_t len = strlen(low);
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
		size_t cut = strlen(limits[i][0]), put = strlen(limits[i][1]);
		if (len <= cut || strcmp(low + len - cut, limits[i][0]) != 0 ||
			len - cut + put >= size)
			continue;
		low[len - cut] = '\0';
		low[len - cut - (low[len - cut - 1] == ',')] = '\0';
		memmove(low + put, low, strlen(low) + 1);
		memcpy(low, limits[i][1], put);
		return;
	}
}

/* "early to mid 1856": early 1856 to mid 1856. */
static void change_parts(char *low, size_t size)
{
	static const char *const signs[] = {"-to-", " - ", " \1 ", "-", "/", "\1"};
	struct date_text text = {low, low + strlen(low), false};
	const char *first = low, *sign = NULL;
	if (date_take_name(&text, DATE_WORD_FROM, NULL) && date_take(&text, " "))
		first = text.at;
	text.at = first;
	while (date_take_name(&text, DATE_WORD_FILLER, NULL) && date_take(&text, " "))
		first = text.at; /* "in the" */
	text.at = first;
	if (!date_take_name(&text, DATE_WORD_EARLY, NULL))
		return;
	int len = (int)(text.at - first);
	struct date_text behind = text;
	if (date_take(&behind, " ") && date_take_name(&behind, DATE_WORD_OR, NULL))
		sign = "or";
	else if (behind = text,
		date_take(&behind, " ") && date_take_name(&behind, DATE_WORD_TO, NULL))
		sign = "to";
	for (size_t i = 0; i < sizeof signs / sizeof *signs && !sign; i++)
		if (behind = text, date_take(&behind, signs[i]))
			sign = "to";
	date_take(&behind, " ");
	const char *last = behind.at;
	if (!sign || !date_take_name(&behind, DATE_WORD_EARLY, NULL))
		return;
	int last_len = (int)(behind.at - last);
	if (!date_take(&behind, " ") && !date_take(&behind, "-"))
		return;
	char copy[ADVICE_MOST * 2];
	int all = snprintf(copy, sizeof copy, "%.*s %s %s %.*s %s", len, first, behind.at, sign,
		last_len, last, behind.at);
	if (all > 0 && (size_t)all < sizeof copy && (size_t)all < size)
		memcpy(low, copy, (size_t)all + 1);
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
	static const char *const words[] = {"annees ", "anos ", "anni ", "lata ", "the years "};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		char *at = strstr(low, words[i]);
		char *year = at ? at + strlen(words[i]) : NULL;
		size_t digits = year ? digits_at(year) : 0;
		if ((digits != 4 && digits != 2) || year[digits - 1] != '0' ||
			(year[digits] && strcmp(year + digits, ".") != 0))
			continue;
		memmove(low, year, digits);
		memcpy(low + digits, "s", 2);
		return;
	}
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

/* "*1801", "†1856", "born 1801". */
static void cut_life(char *low)
{
	static const char *const signs[] = {
		"* ", "*", "† ", "†", "©", "born ", "died ", "b. ", "d. ", "geb. ", "gest. "};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		size_t cut = strlen(signs[i]);
		if (strncmp(low, signs[i], cut) != 0 || !low[cut] || low[cut] == '*' ||
			!strpbrk(low, "0123456789"))
			continue;
		memmove(low, low + cut, strlen(low + cut) + 1);
		return;
	}
}

bool date_phrases_change(char *low, size_t size)
{
	cut_life(low);
	change_phrases(low, size);
	change_limit(low, size);
	change_than(low);
	change_parts(low, size);
	change_annees(low);
	change_time_front(low, size);
	change_short(low, size);
	change_about(low, size);
	bool before = cut_time_before(low);
	return cut_time_of_day(low) || before;
}
