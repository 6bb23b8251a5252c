/* Advice for dates with words in them: "44 BC", "c. 1918", "before 1918", "3 March 1918", "open". */
#include "model/date_reason.h"

#include <ctype.h>
#include <string.h>

/* Whether one of the words stands at `at`, and nothing but `after` behind it. */
static bool is_word(const char *at, const char *const *words, const char *after)
{
	for (; *words; words++)
		if (strncmp(at, *words, strlen(*words)) == 0 && strchr(after, at[strlen(*words)]))
			return true;
	return false;
}

bool advice_open_end(struct advice *advice)
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

bool advice_era(struct advice *advice)
{
	static const char *const before[] = {"bc", "bce", "b.c.", "b.c.e.", NULL};
	static const char *const since[] = {"ad", "ce", "a.d.", "c.e.", NULL};
	const char *text = advice->low;
	long number;
	size_t len;

	if (is_word(text, since, " 0123456789")) {
		text += strspn(text, "adce. ");
		return era_number(text, &number) && text[strspn(text, "0123456789")] == '\0' &&
			number > 0 && number < 10000 &&
			advice_answer(advice, "%ld CE is written %04ld", number, number);
	}
	len = era_number(text, &number);
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

bool advice_prefixed(struct advice *advice)
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
		const char *date;

		if (strncmp(advice->low, prefix->word, len) != 0 ||
			isalpha((unsigned char)advice->low[len]) ||
			!strpbrk(advice->low + len, "0123456789"))
			continue;
		date = advice->text + len;
		date += strspn(date, " ");
		if (!advice_is_date(date) || strlen(date) > 16)
			date = "1918";
		return advice_answer(advice, "for \"%s %s\" write %s%s%s", prefix->meaning, date,
			prefix->open, date, prefix->close);
	}
	return false;
}

bool advice_one_of(struct advice *advice)
{
	char comma = advice->low[strcspn(advice->low, "[{,")]; /* outside any set */

	return (comma == ',' || strstr(advice->low, " or ")) && advice_match(advice->low, "9999") &&
		advice_answer(advice, "for one of several dates write a list: [1917, 1918]");
}

bool advice_months(struct advice *advice)
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
			if ((i == 0 || !isalpha((unsigned char)text[i - 1])) &&
				strncmp(text + i, names[j], 3) == 0)
				return advice_answer(advice,
					"write year first, in figures: YYYY-MM-DD "
					"or YYYY-MM");
	return false;
}
