/* Years in English words: "eighteen fifty-six", "nineteen hundred and five", "two thousand and four",
 * "the nineteen-fifties". The text is folded. */
#include "model/date_parts.h"

#include <stdio.h>
#include <string.h>

static const char *const ones[] = {"", "one", "two", "three", "four", "five", "six", "seven",
	"eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
	"seventeen", "eighteen", "nineteen"};
static const char *const tens[] = {
	"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
static const char *const decades[] = {"twenties", "thirties", "forties", "fifties", "sixties",
	"seventies", "eighties", "nineties"};

/* The space or hyphen before a word that may follow. */
static bool take_joint(struct date_text *text)
{
	return date_take(text, " ") || date_take(text, "-");
}

static int take_one(struct date_text *text, int from, int to)
{
	for (int i = from; i <= to; i++)
		if (date_take_word(text, ones[i]))
			return i;
	return 0;
}

/* A number below 100; -1 for none. */
static int take_small(struct date_text *text)
{
	struct date_text copy = *text;
	int number = take_one(text, 1, 19);
	if (number)
		return number;
	for (int i = 0; i < 8; i++) {
		if (!date_take_word(text, tens[i]))
			continue;
		copy = *text;
		number = take_joint(&copy) ? take_one(&copy, 1, 9) : 0;
		if (number)
			*text = copy;
		return (i + 2) * 10 + number;
	}
	if ((date_take_word(&copy, "oh") || date_take_word(&copy, "o")) && take_joint(&copy) &&
		(number = take_one(&copy, 1, 9))) {
		*text = copy;
		return number;
	}
	return -1;
}

/* " and fifty-six", " fifty-six"; 0 where nothing stands there. */
static int take_rest(struct date_text *text, bool *any)
{
	struct date_text copy = *text;
	*any = false;
	if (!take_joint(&copy))
		return 0;
	if (date_take_word(&copy, "and"))
		take_joint(&copy);
	int number = take_small(&copy);
	if (number < 0)
		return 0;
	*any = true;
	*text = copy;
	return number;
}

/* A year from 1000 on, or a decade, where *decade is set; 0 for none. */
static int take_year(struct date_text *text, bool *decade)
{
	struct date_text copy = *text;
	bool any;
	int number = take_small(&copy);
	*decade = false;
	if (number < 1)
		return 0;
	struct date_text behind = copy;
	if (number < 3 && take_joint(&behind) && date_take_word(&behind, "thousand")) {
		*text = behind;
		return number * 1000 + take_rest(text, &any);
	}
	if (number < 10 || number > 21)
		return 0;
	behind = copy;
	if (take_joint(&behind) && date_take_word(&behind, "hundred")) {
		*text = behind;
		return number * 100 + take_rest(text, &any);
	}
	behind = copy;
	for (int i = 0; take_joint(&behind) && i < 8; i++, behind = copy)
		if (date_take_word(&behind, decades[i])) {
			*text = behind;
			*decade = true;
			return number * 100 + (i + 2) * 10;
		}
	behind = copy;
	int rest = take_joint(&behind) ? take_small(&behind) : -1;
	if (rest < 0)
		return 0;
	*text = behind;
	return number * 100 + rest;
}

void date_spelled_change(char *low, size_t size)
{
	for (char *at = low; *at; at++) {
		if (*at < 'e' || *at > 't' || (at > low && date_word_len(at - 1, at)))
			continue;
		struct date_text text = {at, at + strlen(at), false};
		bool decade;
		int year = take_year(&text, &decade);
		if (year < 1000 || year > 2100)
			continue;
		char figures[16];
		snprintf(figures, sizeof figures, decade ? "%04ds" : "%04d", year);
		date_replace(low, size, at, (size_t)(text.at - at), figures);
		return;
	}
}
