/* Advice for what is no date: which other way of writing dates it is, and how EDTF has it.
 *
 * A list of questions, asked in turn; the first that knows the text answers. None is asked where
 * the text has the shape of a date and only names a day that does not exist. */
#include "model/date_reason.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool advice_answer(struct advice *advice, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(advice->problem->reason, sizeof advice->problem->reason, format, args);
	va_end(args);
	return true;
}

static bool fits(char c, char pattern)
{
	if (pattern == '9')
		return isdigit((unsigned char)c);
	if (pattern == '.')
		return c && strchr("./-", c);
	return c == pattern;
}

size_t advice_match(const char *text, const char *pattern)
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

bool advice_matches(const char *text, const char *pattern)
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

bool advice_is_date(const char *text)
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

static bool (*const questions[])(struct advice *) = {
	day_first,
	slashes,
	digits_alone,
	advice_open_end,
	other_iso,
	decade,
	advice_era,
	advice_prefixed,
	advice_one_of,
	range,
	advice_months,
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
