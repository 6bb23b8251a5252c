/* Any bytes as a date, in both calendars: what is refused says why, in one line of UTF-8 and at a
 * place of the text; what is taken has words, columns and a form in EDTF that means the same days,
 * and is neither before nor after itself. */
#include "base/text.h"
#include "model/date.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/promise.h"

#include <stdlib.h>
#include <string.h>

static void line_keep(const char *text, size_t len)
{
	promise(len > 0 && !memchr(text, '\n', len));
	promise_harmless(text, len, false);
}

/* Looks at the words in the buf, and empties it. */
static void words_keep(struct buf *words)
{
	line_keep(words->text, words->len);
	buf_clear(words);
}

static void columns_keep(const struct date_columns *columns)
{
	promise(memchr(columns->about, 0, sizeof columns->about) != NULL);
	promise(memchr(columns->day, 0, sizeof columns->day) != NULL);
	promise(memchr(columns->month, 0, sizeof columns->month) != NULL);
	promise(memchr(columns->year, 0, sizeof columns->year) != NULL);
	promise(memchr(columns->doubt, 0, sizeof columns->doubt) != NULL);
	promise(columns->day[0] || columns->month[0] || columns->year[0]);
}

static void day_keep(int64_t day, struct buf *words)
{
	bool known = date_day_text(day, words);
	promise(known == (words->len > 0));
	promise(known || day == DATE_UNKNOWN_START || day == DATE_UNKNOWN_END);
	buf_clear(words);
	/* As far as a sum of days does not overflow. */
	if (date_is_day(day) && day < INT64_MAX / 8 && day > INT64_MIN / 8)
		for (int julian = 0; julian < 2; julian++)
			promise(date_from_civil(date_to_civil(day, julian), julian) == day);
}

static void shown_keep(const struct date *date, bool old_style)
{
	struct buf words = {0};
	struct date_columns columns;
	bool about;
	promise(date->earliest <= date->latest);
	date_display(date, &words);
	words_keep(&words);
	date_display_both(old_style ? NULL : date, old_style ? date : NULL, &words);
	words_keep(&words);
	if (old_style) {
		date_display_old_style(date, &words);
		words_keep(&words);
		date_columns_old_style(date, &columns);
		columns_keep(&columns);
	}
	date_columns(date, &columns);
	columns_keep(&columns);
	day_keep(date->earliest, &words);
	day_keep(date->latest, &words);
	promise(date_years_between(date, date, &about) >= 0);
	promise(!date_compare_ordered(date, 0, date, 0));
	promise(!date_before(date, date));
	struct date_edge edge;
	promise(!date_begins(date, &edge) || edge.first <= edge.last);
	promise(!date_ends(date, &edge) || edge.first <= edge.last);
	buf_free(&words);
}

/* Its EDTF is a date again, and the same one. */
static void again_keep(struct arena *arena, const struct date *date)
{
	struct buf edtf = {0};
	struct date again;
	struct date_problem problem;
	date_edtf(date, &edtf);
	promise(date_parse(arena, buf_string(&edtf), edtf.len, &again, &problem));
	promise(again.earliest == date->earliest && again.latest == date->latest);
	promise(again.sort == date->sort && again.certainty == date->certainty);
	buf_free(&edtf);
}

static void problem_keep(const struct date_problem *problem, size_t len)
{
	promise(problem->offset <= len);
	promise(memchr(problem->reason, 0, sizeof problem->reason) != NULL);
	line_keep(problem->reason, strlen(problem->reason));
}

static int sign(int number)
{
	return (number > 0) - (number < 0);
}

static void both_keep(const struct date *one, const struct date *other)
{
	struct buf words = {0};
	bool about;
	promise(sign(date_compare_ordered(one, 1, other, 2)) ==
		-sign(date_compare_ordered(other, 2, one, 1)));
	promise(!date_before(one, other) || !date_before(other, one));
	date_years_between(one, other, &about);
	date_years_between(other, one, &about);
	date_display_both(one, other, &words);
	words_keep(&words);
	buf_free(&words);
}

/* What it is shown as, typed again, is refused with a reason, or means the same days. */
static void typed_keep(struct arena *arena, const struct date *date)
{
	struct buf words = {0};
	struct date again;
	struct date_problem problem = {0};
	date_display(date, &words);
	if (!date_parse_typed(arena, buf_string(&words), words.len, &again, &problem))
		problem_keep(&problem, words.len);
	else if (date_is_day(date->earliest) && date_is_day(date->latest))
		promise(again.earliest == date->earliest && again.latest == date->latest);
	buf_free(&words);
}

/* Any text as words of a date. */
static void words_typed_keep(struct arena *arena, const char *text, size_t len)
{
	struct date date;
	struct date_problem problem = {0};
	size_t words = date_typed_len(text, len);
	promise(words <= len);
	if (date_parse_typed(arena, text, len, &date, &problem)) {
		shown_keep(&date, false);
		again_keep(arena, &date);
		typed_keep(arena, &date);
	} else {
		problem_keep(&problem, len);
	}
}

/* The parts between semicolons as a list of dates, one of which is meant. */
static void list_keep(struct arena *arena, const char *text, size_t len)
{
	enum { PARTS_MOST = 4 };
	const char *parts[PARTS_MOST], *end = text + len;
	size_t lens[PARTS_MOST], count = 0, which = PARTS_MOST;
	struct date date;
	struct date_problem problem = {0};
	while (count < PARTS_MOST) {
		const char *to = memchr(text, ';', (size_t)(end - text));
		parts[count] = text;
		lens[count++] = (size_t)((to ? to : end) - text);
		if (!to)
			break;
		text = to + 1;
	}
	if (date_parse_list(arena, parts, lens, count, &date, &problem, &which)) {
		shown_keep(&date, false);
		again_keep(arena, &date);
	} else {
		promise(which < count && problem.reason[0]);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena arena = {0};
	struct date dates[2];
	bool taken[2];
	char *text = text_alone(bytes, len);
	for (int old_style = 0; old_style < 2; old_style++) {
		struct date_problem problem = {0};
		taken[old_style] = (old_style ? date_parse_old_style : date_parse)(
			&arena, text, len, &dates[old_style], &problem);
		if (taken[old_style]) {
			shown_keep(&dates[old_style], old_style);
			again_keep(&arena, &dates[old_style]);
		} else {
			problem_keep(&problem, len);
		}
	}
	words_typed_keep(&arena, text, len);
	if (taken[0] && taken[1])
		both_keep(&dates[0], &dates[1]);
	if (memchr(text, ';', len))
		list_keep(&arena, text, len);
	arena_free(&arena);
	free(text);
	return 0;
}
