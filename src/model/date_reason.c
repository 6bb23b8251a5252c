/* Advice for what is no date: which other way of writing dates it is, and how EDTF has it.
 *
 * A list of questions, asked in turn; the first that knows the text answers. None is asked where
 * the text has the shape of a date and only names a day that does not exist. */
#include "base/text.h"
#include "model/date_parts.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { ADVICE_MOST = 60 }; /* a longer text is no way of writing a date */

/* The text, closed with NUL and in small letters, and a place for the answer. */
struct advice {
	char text[ADVICE_MOST + 1], low[ADVICE_MOST + 1];
	size_t len;
	struct date_problem *problem;
};

/* Writes the reason; returns true. */
__attribute__((format(printf, 2, 3))) static bool advice_answer(
	struct advice *advice, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	vsnprintf(advice->problem->reason, sizeof advice->problem->reason, format, args);
	va_end(args);
	return true;
}

/* Of ASCII, whatever the locale. */
static bool is_letter(char c)
{
	return text_small(c) >= 'a' && text_small(c) <= 'z';
}

static bool fits(char c, char pattern)
{
	if (pattern == '9')
		return c >= '0' && c <= '9';
	if (pattern == '.')
		return c && strchr("./-", c);
	return c == pattern;
}

/* Matches a pattern from the start of the text: 9 is a digit, a space is any number of spaces, a
 * dot is . / or -, anything else is itself. Returns the bytes matched, or 0. */
static size_t advice_match(const char *text, const char *pattern)
{
	const char *at = text;
	for (; *pattern; pattern++) {
		if (*pattern == ' ')
			at += strspn(at, " ");
		else if (fits(*at, *pattern))
			at++;
		else
			return 0;
	}
	return (size_t)(at - text);
}

/* Matches to the end of the text. */
static bool advice_matches(const char *text, const char *pattern)
{
	size_t len = advice_match(text, pattern);
	return len && text[len] == '\0';
}

static bool matches_any(const char *text, const char *const *patterns)
{
	for (; *patterns; patterns++)
		if (advice_matches(text, *patterns))
			return true;
	return false;
}

static bool advice_is_date(const char *text)
{
	struct date_problem problem;
	struct date_reader reader = {text, &problem, false};
	struct date_form form;
	return date_form_read(&reader, text, strlen(text), &form) && form.shape == SHAPE_POINT;
}

static bool is_form(const char *text)
{
	struct date_problem problem;
	struct date_reader reader = {text, &problem, false};
	struct date_form form;
	return date_form_read(&reader, text, strlen(text), &form);
}

/* ---- the questions: each answers and returns true where it knows the text ---- */

static bool day_first(struct advice *advice)
{
	static const char *const patterns[] = {"9.9.9999", "99.9.9999", "9.99.9999", "99.99.9999",
		"9.9.99", "99.9.99", "9.99.99", "99.99.99", NULL};
	return matches_any(advice->low, patterns) &&
		advice_answer(advice, "write year first: YYYY-MM-DD");
}

static bool slashes(struct advice *advice)
{
	const char *first = strchr(advice->text, '/');
	if (advice_matches(advice->low, "9999/99/99") ||
		advice_matches(advice->low, "9999.99.99") ||
		advice_matches(advice->low, "99999999"))
		return advice_answer(advice, "write hyphens: YYYY-MM-DD");
	return first && strchr(first + 1, '/') && advice->text[0] != '[' &&
		advice->text[0] != '{' && advice_answer(advice, "an interval has exactly one '/'");
}

static bool digits_alone(struct advice *advice)
{
	const char *digits = advice->text + (advice->text[0] == '-');
	size_t len = strspn(digits, "0123456789");
	if (!len || digits[len])
		return false;
	if (len > 4)
		return advice_answer(advice, "write years of five or more digits with Y");
	if (len == 3)
		return advice_answer(
			advice, "write a decade as %sX, a year with four digits", advice->text);
	if (len == 2)
		return advice_answer(advice, "write a century as %sXX", advice->text);
	return len == 1 && advice_answer(advice, "a year has four digits");
}

static bool other_iso(struct advice *advice)
{
	static const char *const short_pieces[] = {
		"9999-9", "9999-9-9", "9999-99-9", "9999-9-99", NULL};
	if (advice_match(advice->low, "9999-w9") || advice_match(advice->low, "9999w9"))
		return advice_answer(advice, "week dates are not supported");
	if (advice_matches(advice->low, "9999-999"))
		return advice_answer(advice, "day-of-year dates are not supported");
	return matches_any(advice->low, short_pieces) &&
		advice_answer(advice, "month and day have two digits");
}

static bool decade(struct advice *advice)
{
	const char *text = advice->low;
	if (!advice_matches(text, "9990s") && !advice_matches(text, "9990's"))
		return false;
	if (text[2] == '0')
		return advice_answer(
			advice, "write a decade as %.3sX, a century as %.2sXX", text, text);
	return advice_answer(advice, "write a decade as %.3sX", text);
}

/* A range of years, with any dash or "to" between; "1914–18" means 1918. */
static bool range(struct advice *advice)
{
	static const char *const dashes[] = {"–", "—", "−", " to ", " - ", "..", "-", NULL};
	const char *text = advice->low;
	if (!advice_match(text, "9999"))
		return false;
	for (const char *const *dash = dashes; *dash; dash++) {
		const char *second = text + 4 + strspn(text + 4, " ");
		if (**dash == ' ')
			second = text + 4;
		if (strncmp(second, *dash, strlen(*dash)) != 0)
			continue;
		second += strlen(*dash);
		second += strspn(second, " ");
		if (advice_matches(second, "9999"))
			return advice_answer(
				advice, "for a range of years write %.4s/%s", text, second);
		if (advice_matches(second, "99") && **dash != '-')
			return advice_answer(advice, "for a range of years write %.4s/%.2s%s", text,
				text, second);
	}
	return false;
}

/* Would be a date with X for x and u, or without its spaces. */
static bool nearly(struct advice *advice)
{
	char changed[ADVICE_MOST + 1];
	size_t len = 0;
	for (const char *at = advice->text; *at; at++)
		changed[len++] = *at == 'x' || *at == 'u' ? 'X' : *at;
	changed[len] = '\0';
	if (is_form(changed))
		return advice_answer(advice, "write a capital X for an unknown digit");
	len = 0;
	for (const char *at = advice->text; *at; at++)
		if (*at != ' ')
			changed[len++] = *at;
	changed[len] = '\0';
	return len < advice->len && is_form(changed) &&
		advice_answer(advice, "no spaces inside a date");
}

/* Whether one of the words stands at `at`, and nothing but `after` behind it. */
static bool is_word(const char *at, const char *const *words, const char *after)
{
	for (; *words; words++)
		if (strncmp(at, *words, strlen(*words)) == 0 && strchr(after, at[strlen(*words)]))
			return true;
	return false;
}

static bool open_end(struct advice *advice)
{
	static const char *const words[] = {
		"open", "unknown", "present", "now", "today", "ongoing", NULL};
	const char *slash = strchr(advice->low, '/');
	if (!is_word(advice->low, words, "/") && !(slash && is_word(slash + 1, words, "")))
		return false;
	if (slash && is_word(slash + 1, words, ""))
		advice->problem->offset = (size_t)(slash + 1 - advice->low);
	return advice_answer(advice, "write '..' for an open end, nothing for an unknown one");
}

/* The number of a year that counts from the era, and what stands behind it. */
static size_t era_number(const char *text, long *number)
{
	size_t len = strspn(text, "0123456789");
	*number = 0;
	if (len == 0 || len > 6)
		return 0;
	for (size_t i = 0; i < len; i++)
		*number = *number * 10 + (text[i] - '0');
	return len + strspn(text + len, " ");
}

static bool era(struct advice *advice)
{
	static const char *const before[] = {"bc", "bce", "b.c.", "b.c.e.", NULL};
	static const char *const since[] = {"ad", "ce", "a.d.", "c.e.", NULL};
	const char *text = advice->low;
	long number;
	if (is_word(text, since, " 0123456789")) {
		text += strspn(text, "adce. ");
		return era_number(text, &number) && text[strspn(text, "0123456789")] == '\0' &&
			number > 0 && number < 10000 &&
			advice_answer(advice, "%ld CE is written %04ld", number, number);
	}
	size_t len = era_number(text, &number);
	if (!len || number < 1)
		return false;
	if (is_word(text + len, since, "") && number < 10000)
		return advice_answer(advice, "%ld CE is written %04ld", number, number);
	if (!is_word(text + len, before, ""))
		return false;
	return advice_answer(advice, "%ld BCE is written %s%s%04ld (year 0000 is 1 BCE)", number,
		number > 10000 ? "Y" : "", number > 1 ? "-" : "", number - 1);
}

/* Words before a date, and what is written around it instead. */
struct prefix {
	const char *word, *meaning, *open, *close;
};

static bool prefixed(struct advice *advice)
{
	static const struct prefix prefixes[] = {
		{"circa", "about", "", "~"},
		{"ca.", "about", "", "~"},
		{"ca", "about", "", "~"},
		{"c.", "about", "", "~"},
		{"c", "about", "", "~"},
		{"about", "about", "", "~"},
		{"around", "about", "", "~"},
		{"approx.", "about", "", "~"},
		{"approximately", "about", "", "~"},
		{"possibly", "possibly", "", "?"},
		{"perhaps", "possibly", "", "?"},
		{"probably", "possibly", "", "?"},
		{"before", "before", "\"[..", "]\" in quotes"},
		{"after", "after", "\"[", "..]\" in quotes"},
		{"until", "until", "../", ""},
		{"since", "since", "", "/.."},
	};
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
		const struct prefix *prefix = &prefixes[i];
		size_t len = strlen(prefix->word);
		if (strncmp(advice->low, prefix->word, len) != 0 || is_letter(advice->low[len]) ||
			!strpbrk(advice->low + len, "0123456789"))
			continue;
		const char *date = advice->text + len;
		date += strspn(date, " ");
		if (!advice_is_date(date) || strlen(date) > 16)
			date = "1918";
		return advice_answer(advice, "for \"%s %s\" write %s%s%s", prefix->meaning, date,
			prefix->open, date, prefix->close);
	}
	return false;
}

static bool one_of(struct advice *advice)
{
	char comma = advice->low[strcspn(advice->low, "[{,")]; /* outside any set */

	return (comma == ',' || strstr(advice->low, " or ")) && advice_match(advice->low, "9999") &&
		advice_answer(advice, "for one of several dates write a list: [1917, 1918]");
}

static bool months(struct advice *advice)
{
	static const char *const names[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug",
		"sep", "oct", "nov", "dec", NULL};
	static const char *const seasons[] = {"spring", "summer", "autumn", "winter", "fall", NULL};
	const char *text = advice->low;
	for (int i = 0; seasons[i]; i++) {
		size_t len = strlen(seasons[i]);
		if (strncmp(text, seasons[i], len) == 0 && advice_matches(text + len, " 9999"))
			return advice_answer(advice, "%s %s is written %s-%d", seasons[i],
				text + strlen(text) - 4, text + strlen(text) - 4,
				i < 4 ? 21 + i : 23);
	}
	if (!strpbrk(text, "0123456789"))
		return false;
	for (size_t i = 0; text[i]; i++)
		for (int j = 0; names[j]; j++)
			if ((i == 0 || !is_letter(text[i - 1])) &&
				strncmp(text + i, names[j], 3) == 0)
				return advice_answer(advice,
					"write year first, in figures: YYYY-MM-DD "
					"or YYYY-MM");
	return false;
}

static bool (*const questions[])(struct advice *) = {
	day_first,
	slashes,
	digits_alone,
	open_end,
	other_iso,
	decade,
	era,
	prefixed,
	one_of,
	range,
	months,
	nearly,
};

static bool ask(const char *text, size_t len, struct date_problem *problem)
{
	struct advice advice = {.len = len, .problem = problem};
	if (len == 0 || len > ADVICE_MOST || memchr(text, '\0', len))
		return false;
	memcpy(advice.text, text, len);
	for (size_t i = 0; i < len; i++)
		advice.low[i] = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] + 32) : text[i];
	for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
		if (questions[i](&advice))
			return true;
	return false;
}

/* Asks about the whole, then about the part of an interval or set that is at fault. */
void date_advise(const char *text, size_t len, struct date_problem *problem)
{
	size_t start = problem->offset < len ? problem->offset : len;
	size_t end = start, fault = start;
	if (ask(text, len, problem))
		return;
	while (start > 0 && text[start - 1] && !strchr("[{/,", text[start - 1]))
		start--;
	while (end < len && text[end] && !strchr("]}/,", text[end]))
		end++;
	while (start < end && text[start] == ' ')
		start++;
	if (end - start < len && ask(text + start, end - start, problem)) {
		problem->offset = start;
		return;
	}
	problem->offset = fault;
	snprintf(problem->reason, sizeof problem->reason, "not a date this program knows");
}
