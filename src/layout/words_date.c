/* Two calendars, three modes: which of the two is shown is decided here and nowhere else. */
#include "layout/words_date.h"

#include "layout/words.h"

#include <stdio.h>
#include <string.h>

struct when when_of_event(const struct event *event)
{
	return (struct when){event->date, event->date_os};
}

struct when when_of_quote(const struct record *record, const struct quote *quote)
{
	return (struct when){quote_said(record, quote), quote_said_os(record, quote)};
}

struct when when_of_words(const struct record *record, const struct quote *quote)
{
	struct when said = when_of_quote(record, quote);
	if (!said.date)
		said = (struct when){quote_public(record, quote), NULL};
	return said;
}

/* Whether the date is drawn in Old Style where one is: it is asked for, or there was no other. */
static bool is_old_style(enum date_mode mode, struct when when)
{
	return when.old_style &&
		(mode == DATES_OLD_STYLE ||
			(mode == DATES_BOTH && date_shows_julian(when.old_style)));
}

void words_date(struct buf *buf, enum date_mode mode, struct when when)
{
	if (!when.date)
		return;
	if (mode == DATES_OLD_STYLE && when.old_style) {
		date_display_old_style(when.old_style, buf);
		buf_text(buf, " Old Style");
	} else {
		date_display_both(when.date, mode == DATES_BOTH ? when.old_style : NULL, buf);
	}
}

void words_date_one(struct buf *buf, enum date_mode mode, struct when when)
{
	words_date(buf, mode == DATES_BOTH && !is_old_style(mode, when) ? DATES_NEW_STYLE : mode,
		when);
}

bool words_date_same(const struct date *date, const struct date *other)
{
	struct date_columns one, two;
	if (date_same(date, other))
		return true;
	date_columns(date, &one);
	date_columns(other, &two);
	return date->earliest == date->latest && date->earliest == other->earliest &&
		date->latest == other->latest && strcmp(one.about, two.about) == 0 &&
		strcmp(one.doubt, two.doubt) == 0;
}

bool words_date_is(const char *text, const struct date *date)
{
	struct arena arena = {0};
	struct date read;
	struct date_problem problem;
	bool same = date && date_parse_typed(&arena, text, strlen(text), &read, &problem) &&
		words_date_same(&read, date);
	arena_free(&arena);
	return same;
}

bool words_date_holds(const char *text, const struct date *date)
{
	struct arena arena = {0};
	struct date read;
	struct date_problem problem;
	bool holds = date && date_parse_typed(&arena, text, strlen(text), &read, &problem) &&
		read.certainty == DATE_EXACT && date_is_day(read.earliest) &&
		date_is_day(read.latest) && read.earliest <= date->earliest &&
		date->latest <= read.latest;
	arena_free(&arena);
	return holds;
}

enum { MOST_OF_YEAR = 300 }; /* days; what is so long is no part of the year */

/* The year in which all of a date lies; false where there is no such. */
static bool one_year(const struct date *date, int64_t *year)
{
	if (!date_is_day(date->earliest) || !date_is_day(date->latest))
		return false;
	*year = date_to_civil(date->earliest, false).year;
	return *year == date_to_civil(date->latest, false).year;
}

void words_date_below(struct buf *buf, enum date_mode mode, struct when when, struct when above)
{
	int64_t year, other;
	char tail[32];
	if (!when.date || (above.date && words_date_same(when.date, above.date)))
		return;
	size_t from = buf->len;
	words_date_one(buf, mode, when);
	if (!above.date || !one_year(when.date, &year) || !one_year(above.date, &other) ||
		year != other || when.date->latest - when.date->earliest >= MOST_OF_YEAR)
		return;
	size_t len = (size_t)snprintf(tail, sizeof tail, " %lld", (long long)year);
	if (buf->len - from > len && strcmp(buf->text + buf->len - len, tail) == 0)
		buf_cut(buf, buf->len - len);
}

const struct date *words_date_drawn(enum date_mode mode, struct when when, bool *julian)
{
	*julian = is_old_style(mode, when) || (when.date && date_shows_julian(when.date));
	return is_old_style(mode, when) ? when.old_style : when.date;
}

void words_date_columns(struct date_columns *columns, enum date_mode mode, struct when when)
{
	if (is_old_style(mode, when))
		date_columns_old_style(when.old_style, columns);
	else
		date_columns(when.date, columns);
}

void words_date_short(struct buf *buf, enum date_mode mode, struct when when, struct when beside)
{
	struct date_columns columns, other = {.year = ""};
	size_t start = buf->len;
	if (!when.date)
		return;
	words_date_columns(&columns, mode, when);
	if (beside.date)
		words_date_columns(&other, mode, beside);
	if (*columns.month && strcmp(columns.year, other.year) == 0)
		*columns.year = '\0';
	const char *const parts[] = {columns.about, columns.day, columns.month, columns.year};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (*parts[i])
			buf_format(buf, "%s%s", buf->len > start ? " " : "", parts[i]);
	buf_text(buf, columns.doubt);
}

void words_year(struct buf *buf, int64_t year)
{
	if (year > 0)
		buf_format(buf, "%lld%s", (long long)year, year < 1000 ? " CE" : "");
	else
		buf_format(buf, "%lld BCE", (long long)(1 - year));
}

/* Whether it is a year or a day of one and no more, as most dates of sources are: four digits, and then the
 * month and the day. */
static bool is_plain_year(const struct date *date)
{
	enum { YEAR = 4, DAY = 10 };
	size_t len = strlen(date->edtf);
	return !date->old_style && *date->edtf > '0' && (len == YEAR || len == DAY) &&
		strspn(date->edtf, "0123456789") == YEAR &&
		(len == YEAR || date->earliest == date->latest);
}

void words_date_year(struct buf *buf, const struct date *date)
{
	enum { FAR = 31, YEAR = 4 };
	if (is_plain_year(date)) {
		buf_add(buf, date->edtf, YEAR);
		return;
	}
	struct date_edge begins, ends;
	struct date_columns columns;
	if (!date_begins(date, &begins) || !date_ends(date, &ends)) {
		date_display(date, buf);
		return;
	}
	uint8_t doubt = begins.doubt | ends.doubt;
	bool coarse = date->latest - date->earliest >= MOST_OF_YEAR;
	int64_t far = doubt ? FAR : 0;
	int64_t year = date_to_civil(date->earliest - far, false).year;
	date_columns(date, &columns);
	if (columns.year[0] && !(doubt & DATE_POSSIBLY) && !(doubt && coarse) &&
		year == date_to_civil(date->latest + far, false).year)
		buf_text(buf, columns.year);
	else
		date_display(date, buf);
}

/* Whether what was said in that time looks back on the event: more than a year lies between, and
 * more than ten where one of the two is about. What is only possibly so says nothing. */
static bool looks_back(const struct date *said, const struct date *event)
{
	struct date_edge begins, ends;
	if (said->earliest <= event->latest || !date_begins(said, &begins) ||
		!date_ends(event, &ends) || (begins.doubt | ends.doubt) & DATE_POSSIBLY)
		return false;
	return begins.first > ends.last + (begins.doubt | ends.doubt ? 3653 : 366);
}

void words_said(struct buf *buf, enum date_mode mode, const struct record *record,
	const struct quote *quote)
{
	struct when said = when_of_quote(record, quote);
	words_date(buf, mode, said);
	if (said.date && looks_back(said.date, record->events[quote->event].date))
		buf_text(buf, ", looking back");
}

/* An interval is not a doubt about a day: the time after it begins at its end, the time before it
 * ends at its start, each as precise as it is written. Any other date stands as it is. `part` holds
 * the text of the result. */
static struct date gap_edge(const struct date *date, bool start, struct buf *part)
{
	struct date edge = *date;
	struct date_edge found;
	const char *slash = strchr(date->edtf, '/');
	if (!slash)
		return edge;
	if (start)
		buf_add(part, date->edtf, (size_t)(slash - date->edtf));
	else
		buf_text(part, slash + 1);
	edge.edtf = buf_string(part);
	edge.certainty = strpbrk(edge.edtf, "~?%") ? DATE_ABOUT : DATE_EXACT;
	if (!(start ? date_begins : date_ends)(date, &found)) {
		edge.earliest = DATE_OPEN_START;
		edge.latest = DATE_OPEN_END;
		return edge;
	}
	edge.earliest = found.first;
	edge.latest = found.last;
	return edge;
}

void words_apart(struct buf *buf, struct date_apart apart)
{
	if (apart.years)
		words_number(buf, (uint64_t)apart.years, "year", "years");
	if (apart.years && apart.days)
		buf_text(buf, ", ");
	if (apart.days)
		words_number(buf, (uint64_t)apart.days, "day", "days");
}

/* Whether a date is open only since it is a year or a month: what lies in between has bounds then. */
static bool is_plain(const struct date *date)
{
	return date->certainty == DATE_EXACT && date_is_day(date->earliest) &&
		date_is_day(date->latest);
}

/* "20 years", completed ones; where a month or a year leaves the day open, "8 to 9 years" or "over
 * 5 years"; "about 57 years" where a date itself is about. */
static void gap_years(struct buf *buf, const struct date *left, const struct date *right,
	int64_t years, bool about)
{
	int64_t least = about && is_plain(left) && is_plain(right)
		? date_apart(left->latest, right->earliest).years
		: 0;
	bool bounds = least > 0 && least < years;
	if (bounds)
		words_figure(buf, (uint64_t)least);
	buf_text(buf, bounds ? " to " : least > 0 ? "over " : about ? "about " : "");
	words_apart(buf, (struct date_apart){years, 0});
}

bool words_gap(struct buf *buf, const struct date *from, const struct date *to)
{
	bool about = false;
	struct buf parts[2] = {{0}};
	struct date left = gap_edge(from, false, &parts[0]), right = gap_edge(to, true, &parts[1]);
	bool near = date_is_day(left.earliest) && date_is_day(right.latest) &&
		right.latest < left.earliest + 365; /* most are: nothing to work out */
	int64_t years = near ? 0 : date_years_between(&left, &right, &about);
	bool long_enough = years > 0 && left.latest < right.earliest &&
		right.latest > date_anniversary(left.earliest, 1);
	if (long_enough)
		gap_years(buf, &left, &right, years, about);
	buf_free(&parts[0]);
	buf_free(&parts[1]);
	return long_enough;
}
