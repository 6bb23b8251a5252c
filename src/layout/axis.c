/* Stretches lie between the longest empty times, as far as there is room. Each gets the columns its
 * label needs, and of the rest a share by its number of events.
 *
 * One line:   1918 ▁▃▁▃ ╱ 1939 ▃ ╱ 1996 ▅            Two:  1917   1918       1939       1996
 *     tight:  1918 ▁▃▁▃ 1939 ▃ 1996 ▅                       ▁▃▁▁▁▃▁▃▁▁▃  ╱╱  ▃▁▁▁  ╱╱  ▁▅▁▁
 *
 * An example in one line of 45 columns: eight events from November 1917 to March 1918, one in 1939,
 * one in 1996. No more than 120 days lie between any two of the eight, so there are three
 * stretches. They need 25 columns: 1 on the left, 6 each (a label, a blank, one bar), and 3 for
 * each of two breaks. One column stays free on the right; 19 are left to share. The first stretch
 * has 8 events of 10 and gets 15 of them, the others 2 each: bars of 16, 3 and 3 columns. On 24
 * columns they fit with a blank for a break. On 20 they do not, and of the two empty times the
 * shorter is no break any more. */
#include "layout/axis_scale.h"

#include "base/bits.h"
#include "base/memory.h"
#include "layout/words_date.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LEFT = 1, EMPTY_DAYS = 120, LONG_DAYS = 365 };

/* A day on which something begins. The days of a result are gone through several times, the events once. */
struct day {
	int64_t day;
	uint32_t events; /* how many follow each other on it */
	bool julian;     /* its date is drawn Old Style */
};

int axis_break_cols(const struct axis *axis)
{
	return axis->tight ? 1 : axis->lines == 1 ? 3 : 4;
}

int64_t axis_year_of(const struct axis_stretch *stretch, int64_t day)
{
	return date_to_civil(day, stretch->julian).year;
}

void axis_label_text(int64_t year, char out[AXIS_LABEL])
{
	struct buf words = {0};
	words_year(&words, year);
	snprintf(out, AXIS_LABEL, "%s", buf_string(&words));
	buf_free(&words);
}

int axis_label_width(int64_t year)
{
	char label[AXIS_LABEL];
	axis_label_text(year, label);
	return (int)strlen(label);
}

int64_t axis_first_year(const struct axis *axis, int n)
{
	return axis_year_of(&axis->stretches[n], axis->stretches[n].first);
}

int64_t axis_year_begin(const struct axis *axis, int n, int64_t year)
{
	return date_from_civil((struct date_civil){year, 1, 1}, axis->stretches[n].julian);
}

/* Names each stretch by its first year, but by the next where that has more of its events and goes on
 * from it: a December does not name the year that follows. */
static void name_years(struct axis *axis, const struct day *days)
{
	uint32_t first = 0, next = 0;
	int n = -1;
	int64_t year = 0, begin = 0, turn = 0, end = 0;
	for (; days->day != DATE_NO_SORT; days++) {
		int64_t day = days->day;
		if (n < 0 || day > axis->stretches[n].last) {
			first = next = 0;
			n++;
			year = axis_first_year(axis, n);
			begin = axis_year_begin(axis, n, year);
			turn = axis_year_begin(axis, n, year + 1);
			end = axis_year_begin(axis, n, year + 2);
		}
		struct axis_stretch *stretch = &axis->stretches[n];
		first += day >= begin && day < turn ? days->events : 0;
		next += day >= turn && day < end ? days->events : 0;
		stretch->year = year + (next > first && turn - stretch->first <= EMPTY_DAYS);
	}
}

bool axis_has_label(const struct axis *axis, int n)
{
	return n == 0 || axis->stretches[n].year != axis->stretches[n - 1].year;
}

/* What a stretch takes at least. */
static int least_cols(const struct axis *axis, int n)
{
	int label = axis_has_label(axis, n) ? axis_label_width(axis->stretches[n].year) : 1;
	return axis->lines == 1 ? label + 2 : label + 1;
}

/* Splits the events where more than `empty` days lie between two. False where there are too
 * many. */
static bool split(struct axis *axis, const struct day *days, int64_t empty)
{
	axis->count = 0;
	for (; days->day != DATE_NO_SORT; days++) {
		int64_t day = days->day;
		bool julian = days->julian;
		struct axis_stretch *now = axis->count ? &axis->stretches[axis->count - 1] : NULL;
		if (now && day <= now->last + empty) {
			if (day > now->last)
				now->last = day;
			now->events += days->events;
			now->julian &= julian;
			continue;
		}
		if (axis->count == AXIS_STRETCHES)
			return false;
		axis->stretches[axis->count++] = (struct axis_stretch){
			.first = day, .last = day, .events = days->events, .julian = julian};
	}
	return true;
}

/* The longest empty times between events, longest first; returns how many. One that stands behind another
 * may have an earlier day, which begins none. */
static int empty_times(const struct day *days, int64_t longest[AXIS_STRETCHES - 1])
{
	int64_t before = DATE_NO_SORT;
	int count = 0;
	for (; days->day != DATE_NO_SORT; days++) {
		int64_t day = days->day;
		int64_t empty = before == DATE_NO_SORT ? 0 : day - before;
		int at = count;
		for (; at > 0 && longest[at - 1] < empty; at--)
			if (at < AXIS_STRETCHES - 1)
				longest[at] = longest[at - 1];
		if (empty > EMPTY_DAYS && at < AXIS_STRETCHES - 1) {
			longest[at] = empty;
			count += count < AXIS_STRETCHES - 1;
		}
		before = before == DATE_NO_SORT || day > before ? day : before;
	}
	return count;
}

static int needed(const struct axis *axis)
{
	int cols = LEFT + (axis->count - 1) * axis_break_cols(axis);
	for (int i = 0; i < axis->count; i++)
		cols += least_cols(axis, i);
	return cols;
}

/* Gives every stretch its columns, from left to right. */
static void place(struct axis *axis)
{
	int spare = axis->paper.width - 1 - needed(axis), col = LEFT;
	uint64_t events = 0, before = 0;
	for (int i = 0; i < axis->count; i++)
		events += axis->stretches[i].events;
	for (int i = 0; i < axis->count; i++) {
		struct axis_stretch *stretch = &axis->stretches[i];
		int label = axis->lines == 1 && axis_has_label(axis, i)
			? axis_label_width(axis->stretches[i].year) + 1
			: 0;
		/* Shares by running sums: nothing is lost to rounding. */
		int share = (int)((uint64_t)spare * (before + stretch->events) / events -
			(uint64_t)spare * before / events);
		before += stretch->events;
		stretch->label = col;
		stretch->col = col + label;
		stretch->cols = least_cols(axis, i) - label + share;
		col = stretch->col + stretch->cols + axis_break_cols(axis);
	}
}

static int stretch_of(const struct axis *axis, int64_t day)
{
	int n = 0;
	while (n + 1 < axis->count && axis->stretches[n + 1].first <= day)
		n++;
	return n;
}

int axis_column(const struct axis *axis, int64_t day)
{
	const struct axis_stretch *stretch = &axis->stretches[stretch_of(axis, day)];
	int64_t span = stretch->last - stretch->first;
	int64_t into = day < stretch->first ? 0 : day > stretch->last ? span : day - stretch->first;
	return stretch->col + (span ? (int)((double)into / (double)span * (stretch->cols - 1)) : 0);
}

static bool fits(struct axis *axis, const struct day *days, int64_t empty)
{
	if (!split(axis, days, empty))
		return false;
	if (axis->count)
		name_years(axis, days);
	return needed(axis) < axis->paper.width;
}

/* Breaks it at as many of the longest empty times as have room, no less than `least`. */
static bool divide_longest(
	struct axis *axis, const struct day *days, const int64_t *longest, int most, int least)
{
	for (int breaks = most; breaks >= least; breaks--)
		if (fits(axis, days, breaks ? longest[breaks - 1] - 1 : INT64_MAX / 8))
			return true;
	return false;
}

/* Few times of a year or more are all breaks in one line, if need be without the sign for it. Of many
 * those are breaks that are longer than a threshold, which doubles until they have room. */
static bool divide(struct axis *axis, const struct day *days)
{
	int64_t longest[AXIS_STRETCHES - 1];
	int count = empty_times(days, longest), least = 0;
	while (least < count && longest[least] >= LONG_DAYS)
		least++;
	if (axis->lines == 1 && least < AXIS_STRETCHES - 1) {
		if (divide_longest(axis, days, longest, count, least))
			return true;
		axis->tight = true;
		return divide_longest(axis, days, longest, least, 0);
	}
	for (int64_t empty = EMPTY_DAYS; empty <= INT64_MAX / 8; empty *= 2)
		if (fits(axis, days, empty))
			return true;
	return false;
}

/* The days of a result's events, each once where they follow each other, since they are gone through several
 * times; behind the last of them DATE_NO_SORT; what has none is left out. Caller owns them: free. */
static struct day *days_of(const struct result *result, enum date_mode dates)
{
	struct day *days = mem_alloc(((size_t)result->event_count + 1) * sizeof *days);
	uint32_t count = 0;
	for (uint32_t row = 0; row < result->event_count; row++) {
		const struct event *event = result_event(result, row);
		if (event->date->sort == DATE_NO_SORT)
			continue;
		struct day day = {.day = event->date->sort, .events = 1};
		words_date_drawn(dates, when_of_event(event), &day.julian);
		struct day *last = count ? &days[count - 1] : NULL;
		if (last && last->day == day.day && last->julian == day.julian)
			last->events++;
		else
			days[count++] = day;
	}
	days[count].day = DATE_NO_SORT;
	return days;
}

static void density_count(struct axis *axis, const struct day *days)
{
	for (; days->day != DATE_NO_SORT; days++) {
		uint32_t *column = &axis->density[axis_column(axis, days->day)];
		*column += days->events;
		axis->most = *column > axis->most ? *column : axis->most;
	}
}

void axis_build(struct axis *axis, struct arena *arena, const struct result *result,
	const struct paper *paper, int lines)
{
	struct day *days = days_of(result, paper->dates);
	*axis = (struct axis){.lines = lines, .paper = *paper};
	if (!divide(axis, days))
		axis->count = 0;
	if (axis->count) {
		place(axis);
		axis->density = arena_alloc(arena, (size_t)paper->width, sizeof *axis->density);
		axis->hits = arena_alloc(arena, (size_t)paper->width, sizeof *axis->hits);
		density_count(axis, days);
	}
	free(days);
}

/* Few rows are hits, so a date is asked for only where one is. */
void axis_hits(struct axis *axis, const struct result *result, const uint8_t *rows, uint32_t from,
	uint32_t end)
{
	if (!axis->count)
		return;
	if (!from)
		memset(axis->hits, 0, (size_t)axis->paper.width);
	for (uint32_t row = from; row < end; row++) {
		if (!bit_get(rows, row))
			continue;
		int64_t day = result_event(result, row)->date->sort;
		if (day != DATE_NO_SORT)
			axis->hits[axis_column(axis, day)] = 1;
	}
}

int64_t axis_row_near(const struct axis *axis, const struct result *result, int col)
{
	int64_t best = -1;
	int best_far = 0;
	for (uint32_t row = 0; axis->count && row < result->event_count; row++) {
		int64_t day = result_event(result, row)->date->sort;
		if (day == DATE_NO_SORT)
			continue;
		int far = axis_column(axis, day) - col;
		far = far < 0 ? -far : far;
		if (best < 0 || far < best_far) {
			best = row;
			best_far = far;
		}
	}
	if (best < 0)
		return best;
	int n = stretch_of(axis, result_event(result, (uint32_t)best)->date->sort);
	const struct axis_stretch *of = &axis->stretches[n];
	return of->cols == 1 ? axis_row_of_year(axis, result, n, of->year) : best;
}

int64_t axis_row_of_year(
	const struct axis *axis, const struct result *result, int stretch, int64_t year)
{
	const struct axis_stretch *of = &axis->stretches[stretch];
	int64_t first = -1;
	for (uint32_t row = 0; row < result->event_count; row++) {
		int64_t day = result_event(result, row)->date->sort;
		if (day == DATE_NO_SORT || day < of->first || day > of->last)
			continue;
		if (axis_year_of(of, day) >= year)
			return row;
		first = first < 0 ? row : first;
	}
	return first;
}
