/* A date comes in numbers, and is written as EDTF: as precise as it was given, with the years before our era
 * counted from the year 0, which is 1 BCE. What is no date of a calendar is told of when EDTF is read. */
#include "load/import_date.h"

#include "base/text.h"
#include "model/date.h"

#include <stdlib.h>
#include <string.h>

/* ---- numbers ---- */

bool import_number(const struct node *node, int64_t *number)
{
	enum { DIGITS_MOST = 15 };
	char digits[DIGITS_MOST + 2];
	size_t count = 0;
	if (!import_plain(node))
		return false;
	const char *at = node->text + strspn(node->text, " \t");
	bool minus = *at == '-' || !strncmp(at, "\u2212", 3);
	at += *at == '-' || *at == '+' ? 1 : minus ? 3 : 0;
	for (; *at && count <= DIGITS_MOST; at++) {
		if (text_is_figure(*at))
			digits[count++] = *at;
		else if (!strchr(", \t", *at))
			break;
	}
	if (*at == '.')
		at += 1 + strspn(at + 1, "0");
	at += strspn(at, " \t\r\n");
	if (*at || !count || count > DIGITS_MOST)
		return false;
	digits[count] = '\0';
	*number = strtoll(digits, NULL, 10) * (minus ? -1 : 1);
	return true;
}

static bool part_of(struct import *import, const struct node *map, const char *name, int low,
	int high, int *part)
{
	const struct node *node = import_field(map, name);
	int64_t number;
	if (!node)
		return true;
	import_pass(import, node);
	if (import_number(node, &number) && number >= low && number <= high) {
		*part = (int)number;
		return true;
	}
	code_report(import->load->diags, CODE_BAD_DATE, node->place,
		"\"%s\" is no %s: that is a number from %d to %d",
		node->kind == NODE_SCALAR ? node->text : "", name, low, high);
	return false;
}

/* ---- texts ---- */

/* Digits at the text, which moves behind them. */
static bool digits(const char **text, int most, int *number)
{
	const char *from = *text;
	*number = 0;
	while (text_is_figure(**text) && *text - from < most)
		*number = *number * 10 + (*(*text)++ - '0');
	return *text > from && !text_is_figure(**text);
}

/* Hour, minute and second of "10:30", "10:30:15", "10:30 pm"; false, with nothing changed, for
 * anything else. */
static bool clock_read(const char *text, struct import_when *when)
{
	int hour, minute = 0, second = -1;
	text += strspn(text, " \t");
	if (!digits(&text, 2, &hour))
		return false;
	bool named = *text == ':';
	if (named && (text++, !digits(&text, 2, &minute)))
		return false;
	if (*text == ':' && (text++, !digits(&text, 2, &second)))
		return false;
	if (*text == '.')
		text += 1 + strspn(text + 1, "0123456789");
	text += strspn(text, " ");
	bool half = (text_small(*text) == 'a' || text_small(*text) == 'p') && text[1];
	if (half) {
		bool behind = text_small(*text) == 'p';
		hour = hour > 12 || !hour ? 99 : hour % 12 + (behind ? 12 : 0);
		text += 1 + (text[1] == '.');
		text += text_small(*text) == 'm';
		text += *text == '.';
	}
	text += strspn(text, " \t\r\n");
	if (*text || !(named || half) || hour > 23 || minute > 59 || second > 59)
		return false;
	when->hour = hour;
	when->minute = minute;
	when->second = second;
	return true;
}

/* "1963,8,9,10,30" or "8/9/1963 10:30". */
static bool text_when(const char *text, struct import_when *when)
{
	int parts[6] = {0, 0, 0, -1, -1, -1}, count = 0, number;
	char sign = strchr(text, '/') ? '/' : ',';
	text += strspn(text, " \t");
	bool minus = *text == '-';
	text += minus;
	for (; count < (sign == '/' ? 3 : 6) && digits(&text, 9, &number); count++) {
		parts[count] = number;
		text += strspn(text, " ");
		if (*text != sign || count == 5)
			break;
		text += 1 + strspn(text + 1, " ");
	}
	count = count < 6 ? count + 1 : 6;
	*when = (struct import_when){.hour = -1, .minute = -1, .second = -1, .given = true};
	if (sign == '/') {
		bool whole = count == 3 && (!*text || clock_read(text, when));
		when->year = parts[2];
		when->month = parts[0];
		when->day = parts[1];
		return whole && !minus && when->month && when->day && when->year > 31;
	}
	text += strspn(text, " \t\r\n");
	when->year = minus ? -parts[0] : parts[0];
	when->month = parts[1];
	when->day = parts[2];
	when->hour = parts[3];
	when->minute = parts[4];
	when->second = parts[5];
	return !*text && count > 0;
}

/* "1963-08-09", "August 1963": what a person would read as one date. */
static bool told_when(struct import *import, const struct node *node, struct import_when *when)
{
	struct date date;
	struct buf edtf = {0};
	*when = (struct import_when){.hour = -1, .minute = -1, .second = -1};
	if (!date_parse_told(&import->arena, node->text, node->len, &date))
		return false;
	date_edtf(&date, &edtf);
	when->told = buf_kept(&edtf, &import->arena);
	when->year = 1;
	when->given = true;
	buf_free(&edtf);
	return true;
}

/* ---- dates ---- */

static bool map_when(struct import *import, const struct node *map, struct import_when *when)
{
	const struct node *year = import_field(map, "year"), *time = import_field(map, "time");
	if (!year) {
		static const char *const rest[] = {"month", "day", "hour", "minute", "time"};
		for (size_t i = 0; i < sizeof rest / sizeof *rest; i++)
			if (import_field(map, rest[i])) {
				import_tell(import, CODE_LEFT_OUT,
					import_field(map, rest[i])->place,
					"a month, day or hour without its year is left out");
				import_pass(import, import_field(map, rest[i]));
			}
		return true;
	}
	import_pass(import, year);
	if (!import_number(year, &when->year)) {
		code_report(import->load->diags, CODE_BAD_DATE, year->place,
			"\"%s\" is no year: that is a number, -44 for 44 BCE",
			year->kind == NODE_SCALAR ? year->text : "");
		return false;
	}
	when->given = true;
	bool good = part_of(import, map, "month", 1, 12, &when->month);
	good = part_of(import, map, "day", 1, 31, &when->day) && good;
	good = part_of(import, map, "hour", 0, 23, &when->hour) && good;
	good = part_of(import, map, "minute", 0, 59, &when->minute) && good;
	good = part_of(import, map, "second", 0, 59, &when->second) && good;
	if (import_plain(time) && clock_read(time->text, when))
		import_take(import, time);
	return good;
}

/* Returns false, having reported it, where a part is none. */
static bool when_read(struct import *import, const struct node *node, struct import_when *when)
{
	*when = (struct import_when){.hour = -1, .minute = -1, .second = -1};
	if (!node)
		return true;
	if (node->kind == NODE_MAP && !map_when(import, node, when))
		return false;
	if (node->kind == NODE_SCALAR)
		import_take(import, node);
	if (node->kind == NODE_SCALAR && import_plain(node) && !text_when(node->text, when) &&
		!told_when(import, node, when)) {
		code_report(import->load->diags, CODE_BAD_DATE, node->place,
			"\"%s\" is no date of TimelineJS: that is written 1918,3,3 or 3/3/1918",
			node->text);
		return false;
	}
	if (when->day && !when->month)
		import_tell(
			import, CODE_LEFT_OUT, node->place, "a day without its month is left out");
	if (when->hour >= 0 && (when->minute < 0 || !when->day || !when->month))
		import_tell(import, CODE_LEFT_OUT, node->place,
			"an hour without its minute, or without its day, is left out");
	if (when->given && !when->year)
		import_tell(import, CODE_TO_FINISH, node->place,
			"no calendar of historians has a year 0; it is taken for 1 BCE, so see "
			"what is meant");
	return true;
}

void import_when_add(struct buf *edtf, const struct import_when *when, bool timed)
{
	enum { FOUR_DIGITS = 9999 };
	if (when->told) {
		buf_text(edtf, when->told);
		return;
	}
	int64_t year = when->year < 0 ? when->year + 1 : when->year;
	int64_t size = year < 0 ? -year : year;
	buf_format(edtf, "%s%s%04lld", size > FOUR_DIGITS ? "Y" : "", year < 0 ? "-" : "",
		(long long)size);
	if (!when->month)
		return;
	buf_format(edtf, "-%02d", when->month);
	if (!when->day)
		return;
	buf_format(edtf, "-%02d", when->day);
	if (!timed || when->hour < 0 || when->minute < 0)
		return;
	buf_format(edtf, "T%02d:%02d", when->hour, when->minute);
	if (when->second >= 0)
		buf_format(edtf, ":%02d", when->second);
}

struct node *import_span(struct import *import, const struct node *start, const struct node *end)
{
	struct import_when from, to;
	struct buf edtf = {0}, last = {0};
	bool good = when_read(import, start, &from);
	good &= when_read(import, end, &to);
	if (!good || !from.given)
		return NULL;
	import_when_add(&edtf, &from, true);
	if (to.given)
		import_when_add(&last, &to, true);
	if (to.given && strcmp(buf_string(&edtf), buf_string(&last)) != 0) {
		if (from.hour >= 0 || to.hour >= 0)
			import_tell(import, CODE_LEFT_OUT, start->place,
				"a span of time has days in a record, and no hours: these are left "
				"out");
		buf_clear(&edtf);
		import_when_add(&edtf, &from, false);
		buf_clear(&last);
		import_when_add(&last, &to, false);
		if (strcmp(buf_string(&edtf), buf_string(&last)) != 0)
			buf_format(&edtf, "/%s", buf_string(&last));
	}
	struct node *date = make_text(import, buf_string(&edtf), edtf.len, start->place);
	buf_free(&edtf);
	buf_free(&last);
	return date;
}

static bool has_words(const char *text)
{
	size_t len = strlen(text), bytes;
	for (size_t at = 0; at < len; at += bytes)
		if (text_is_word(text_decode(text + at, len - at, &bytes)))
			return true;
	return false;
}

struct node *import_shown(
	struct import *import, struct node *date, const struct node *shown, const char **words)
{
	struct date given, read;
	struct date_problem problem;
	*words = NULL;
	if (!import_plain(shown))
		return date;
	const char *line = import_line(import, shown);
	if (!has_words(line))
		return date; /* "." hides the date */
	*words = line;
	if (!date || !date_parse(&import->arena, date->text, date->len, &given, &problem) ||
		!date_parse_told(&import->arena, line, strlen(line), &read))
		return date;
	if (read.earliest != given.earliest || read.latest != given.latest) {
		import_tell(import, CODE_TO_FINISH, shown->place,
			"the date that is shown is not quite the date itself: both are kept, as "
			"\"date_text\" and \"date\"");
		return date;
	}
	*words = NULL;
	struct buf edtf = {0};
	date_edtf(&read, &edtf);
	if (given.second < 0)
		date = make_text(import, buf_string(&edtf), edtf.len, date->place);
	buf_free(&edtf);
	return date;
}
