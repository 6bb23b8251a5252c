/* Signs beside a year that have two readings: a dash, where EDTF reads a minus ("–1856" and "? – 1856"
 * are mostly "until 1856"), "1856-?", "1858/9/1859". */
#include "model/date_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What stands before the year. */
struct front {
	bool unknown; /* "?" */
	bool spaced, dash;
};

static bool take_front(struct date_text *text, struct front *front)
{
	const char *from = text->at;
	*front = (struct front){0};
	bool bracket = date_take(text, "(");
	front->unknown = date_take(text, "?");
	while (date_take(text, " "))
		front->spaced = true;
	while (date_take(text, "\1") || (!front->dash && date_take(text, "-")))
		front->dash |= text->at[-1] == '\1' || front->unknown;
	if (text->at == from || text->at == text->end || !strchr("-\1", text->at[-1]))
		return false;
	while (date_take(text, " "))
		front->spaced = true;
	if (bracket && text->at < text->end && text->end[-1] == ')')
		text->end--;
	return front->dash || front->spaced || bracket;
}

/* 1856-? */
static bool of_unknown_behind(struct date_advice *advice)
{
	const char *low = advice->marks.low;
	if (strspn(low, "0123456789") != 4 || strcmp(low + 4, "-xx") != 0 ||
		advice->text[advice->len - 1] != '?' || advice->text[advice->len - 2] != '-' ||
		advice->reader->julian)
		return false;
	return date_advise_so(advice, 5,
		"for some month of the year write %.4s-XX; from %.4s, where the end is unknown, "
		"write %.4s/",
		low, low, low);
}

/* 1858/9/1859 */
static bool of_two_slashes(struct date_advice *advice)
{
	const char *low = advice->marks.low;
	size_t first = strspn(low, "0123456789");
	size_t middle = low[first] == '/' ? strspn(low + first + 1, "0123456789") : 0;
	const char *last = low + first + 1 + middle;
	if (first != 4 || !middle || middle > 2 || *last != '/' ||
		strspn(last + 1, "0123456789") != 4 || last[5])
		return false;
	int month = atoi(low + 5);
	char in_month[20];
	snprintf(in_month, sizeof in_month, "%.4s-%02d/%.4s", low, month, last + 1);
	if (!date_advice_fits(advice->reader, in_month))
		return false;
	char years[80];
	snprintf(years, sizeof years, "for the years %.4s to %.4s write %.4s/%.4s", low, last + 1,
		low, last + 1);
	return date_advise_so(advice, 4, "an interval has exactly one '/': %s, from %s %.4s on %s",
		years, date_month_name(month), low, in_month);
}

bool date_advise_dash(struct date_advice *advice)
{
	const char *low = advice->marks.low;
	if (!advice->end && (of_unknown_behind(advice) || of_two_slashes(advice)))
		return true;
	struct date_text text = {low, low + strlen(low), false};
	struct front front;
	char date[16], until[20], start[20], before[20];
	if (advice->end || !take_front(&text, &front))
		return false;
	size_t len = (size_t)(text.end - text.at);
	if (len < 4 || len > 11 || strspn(text.at, "0123456789") != 4)
		return false;
	snprintf(date, sizeof date, "%.*s", (int)len, text.at);
	snprintf(until, sizeof until, "../%s", date);
	snprintf(start, sizeof start, "/%s", date);
	snprintf(before, sizeof before, "-%s", date);
	bool near = date_near_is(advice->reader) && advice->reader->beside->near >= 1000 &&
		llabs(atoi(date) - advice->reader->beside->near) <= 300;
	struct buf rest = {0};
	if (!date_advice_fits(advice->reader, before) || !date_advice_fits(advice->reader, until))
		return false;
	date_advice_show(before, advice->reader->julian, &advice->words);
	if (!near)
		buf_format(&rest, "; for %s write %s", buf_string(&advice->words), before);
	if (front.unknown)
		date_advise_so(advice, 0, "where the start is unknown write %s%s", start,
			buf_string(&rest));
	else
		date_advise_so(advice, 0,
			"for \"until %s\" write %s, or where its start is unknown %s%s", date,
			until, start, buf_string(&rest));
	buf_free(&rest);
	return true;
}
