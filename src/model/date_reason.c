/* Advice for what is no date: how EDTF has what was meant.
 *
 * The text is read as people write dates (date_meant.c), written down in EDTF, and judged: only
 * what is a date is advised. Where nothing is, the message says how dates are written. */
#include "base/suggest.h"
#include "base/text.h"
#include "model/date_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- characters ---- */

/* A year in Persian or Arabic figures may be one of their calendars. */
static void other_calendar(const struct date_advice *advice, const char *plain, struct buf *out)
{
	int32_t code = advice->marks.code;
	bool persian = code >= 0x6f0 && code <= 0x6f9, arabic = code >= 0x660 && code <= 0x669;
	int year = strspn(plain, "0123456789") == 4 ? atoi(plain) : 0;
	char low[16];
	const char *name;
	struct buf years = {0};
	snprintf(low, sizeof low, "%d %s", year, persian ? "sh" : "ah");
	if ((persian || arabic) && year > 1200 && year < 1500 &&
		date_alien_years(low, &years, &name, NULL))
		buf_format(out, "; of %s this year is written %s", name, buf_string(&years));
	buf_free(&years);
}

/* Like the text but for characters: a date as soon as these are changed. */
static bool of_marks(struct date_advice *advice)
{
	const struct date_marks *marks = &advice->marks;
	const char *plain = marks->plain + strspn(marks->plain, " ");
	char copy[sizeof marks->plain];
	size_t len = strlen(plain);
	memcpy(copy, plain, len + 1);
	while (len && copy[len - 1] == ' ')
		copy[--len] = '\0';
	bool signed_year = len > 1 && strchr("?~%", copy[0]) && copy[1] == '-'; /* ?–1918 */
	if (!marks->code || signed_year || !date_advice_fits(advice->reader, copy))
		return false;
	struct buf name = {0};
	date_marks_name(marks, &name);
	const char *what = marks->instead == '-' ? "a date is written with hyphens"
		: marks->instead >= '0' && marks->instead <= '9'
		? "a date is written in plain figures"
		: "write";
	const struct date_meant *meant = &advice->meant;
	bool range = meant->sense == SENSE_RANGE && !meant->month && meant->sign == '\1' &&
		date_advice_take(advice, meant, false);
	bool season = len == 7 && copy[4] == '-' && copy[5] > '1';
	if (range && season)
		date_advise_so(advice, marks->offset, "%s; for the years %.4s to %s write %s",
			buf_string(&name), copy, buf_string(&advice->edtf) + 5,
			buf_string(&advice->edtf));
	else if (range) {
		buf_format(&name, "; for %s write %s", buf_string(&advice->words),
			buf_string(&advice->edtf));
		date_advice_show(copy, advice->reader->julian, &advice->words);
		date_advise_so(advice, marks->offset, "%s; for %s write %s", buf_string(&name),
			buf_string(&advice->words), copy);
	} else {
		struct buf alien = {0};
		other_calendar(advice, copy, &alien);
		date_advise_so(advice, marks->offset, "%s; %s%s %s%s", buf_string(&name), what,
			strcmp(what, "write") == 0 ? "" : ":", copy, buf_string(&alien));
		buf_free(&alien);
	}
	buf_free(&name);
	return true;
}

/* Would be a date without its spaces, or with X for a sign of what is not known. */
static bool of_spaces(struct date_advice *advice)
{
	char copy[sizeof advice->marks.plain];
	size_t len = 0;
	for (const char *at = advice->marks.plain; *at; at++)
		if (*at != ' ')
			copy[len++] = *at;
	copy[len] = '\0';
	if (len && len < strlen(advice->marks.plain) && !strstr(advice->marks.plain, " -") &&
		date_advice_fits(advice->reader, copy))
		return date_advise_so(
			advice, date_advice_fault(advice), "no spaces inside a date: %s", copy);
	if (len && len < strlen(advice->marks.plain) && !strstr(advice->marks.plain, "- ") &&
		date_advice_fits(advice->reader, copy))
		return date_advise_so(
			advice, date_advice_fault(advice), "no spaces inside a date: %s", copy);
	bool changed = strpbrk(copy, "xu");
	for (char *at = copy; *at; at++)
		if (*at == 'x' || *at == 'u')
			*at = 'X';
	return changed && len == advice->len && date_advice_fits(advice->reader, copy) &&
		date_advise_so(advice, date_advice_fault(advice),
			"write a capital X for an unknown digit: %s", copy);
}

/* ---- days without a year, and none ---- */

/* "12-25", "--03-03": a month and a day. */
static bool of_yearless(struct date_advice *advice)
{
	int first, second;
	if (advice->end || advice->reader->julian ||
		!date_yearless_read(advice->marks.low, &first, &second))
		return false;
	char one[16], other[16];
	snprintf(one, sizeof one, "XXXX-%02d-%02d", first, second);
	snprintf(other, sizeof other, "XXXX-%02d-%02d", second, first);
	bool is = date_advice_fits(advice->reader, one);
	bool swapped = first != second && *advice->marks.low != '-' &&
		!(is && strchr(advice->marks.low, '.')) && date_advice_fits(advice->reader, other);
	if (!is && !swapped)
		return false;
	char near[48] = "";
	const char *day = (is ? one : other) + 4;
	int year = date_near_is(advice->reader) ? (int)advice->reader->beside->near : 0;
	if (year && !(is && swapped))
		snprintf(near, sizeof near, "; in %04d write %04d%s", year, year, day);
	return date_advise_so(advice, 0, "a day without its year is written %s%s%s%s",
		is ? one : other, is && swapped ? ", or " : "", is && swapped ? other : "", near);
}

/* Words that are a date which there is not: why there is none. */
static bool of_no_day(struct date_advice *advice)
{
	struct date_problem *problem = advice->reader->problem, other;
	const char *edtf = buf_string(&advice->edtf);
	struct date_reader reader = {edtf, &other, advice->reader->julian, advice->reader->beside};
	struct date_form form;
	size_t at = date_advice_fault(advice);
	if (!advice->meant.count || !*edtf || date_form_read(&reader, edtf, strlen(edtf), &form) ||
		!*other.reason)
		return false;
	*problem = other;
	problem->offset = (size_t)(advice->text - advice->reader->start) + at;
	return true;
}

/* -Y17000. */
static bool of_minus(struct date_advice *advice)
{
	char copy[sizeof advice->marks.plain];
	const char *plain = advice->marks.plain;
	if (plain[0] != '-' || plain[1] != 'Y')
		return false;
	snprintf(copy, sizeof copy, "Y-%s", plain + 2);
	return date_advice_fits(advice->reader, copy) &&
		date_advise_so(advice, 0, "the minus stands behind the Y: %s", copy);
}

/* By what all of it means. */
static bool of_whole_sense(struct date_advice *advice)
{
	switch (advice->meant.sense) {
	case SENSE_POINT:
		return date_advise_point(advice) || of_no_day(advice);
	case SENSE_RANGE:
		return date_advise_range(advice) ||
			(!strchr(advice->marks.low, '/') && of_no_day(advice));
	case SENSE_BEFORE:
	case SENSE_AFTER:
		return date_advise_side(advice);
	case SENSE_BETWEEN:
	case SENSE_ONE_OF:
	case SENSE_ALL_OF:
		return date_advise_several(advice);
	default:
		return false;
	}
}

/* Whether no point has a year, and dates that have one stand near. */
static bool can_borrow(const struct date_advice *advice)
{
	bool can = date_near_is(advice->reader) && advice->meant.count > 0 && !advice->end;
	for (int i = 0; i < advice->meant.count && can; i++) {
		const struct date_guess *guess = &advice->meant.points[i];
		can = !guess->has_year && guess->month && !guess->raw_extra && !guess->other_month;
	}
	return can;
}

/* "3 March", "by May": in the year of the dates beside it. */
static bool of_borrowed(struct date_advice *advice)
{
	struct date_problem *problem = advice->reader->problem;
	struct date_meant typed = advice->meant;
	bool point = typed.sense == SENSE_POINT;
	if (!can_borrow(advice))
		return false;
	if (point && !of_whole_sense(advice))
		return false;
	for (int i = 0; i < typed.count; i++) {
		advice->meant.points[i].year = advice->reader->beside->near;
		advice->meant.points[i].has_year = true;
	}
	bool known = point ? date_advice_take(advice, &advice->meant, false)
			   : of_whole_sense(advice);
	size_t at = strlen(problem->reason);
	if (known && point)
		snprintf(problem->reason + at, sizeof problem->reason - at, "; in %04d write %s",
			(int)advice->reader->beside->near, buf_string(&advice->edtf));
	else if (known)
		snprintf(problem->reason + at, sizeof problem->reason - at,
			" (the year as in the dates beside it)");
	advice->meant = typed;
	return known || point;
}

static bool of_sense(struct date_advice *advice)
{
	if (of_borrowed(advice))
		return true;
	bool known = of_whole_sense(advice);
	if (known && advice->meant.sense != SENSE_POINT)
		date_advise_parts(advice);
	return known;
}

/* Gives the years of two digits among the points one of their readings; false where there are none,
 * or a point beside them has all digits. */
static bool short_years_set(struct date_advice *advice, const struct date_meant *typed, int which)
{
	bool any = false;
	for (int i = 0; i < typed->count; i++) {
		const struct date_guess *guess = &typed->points[i];
		bool alone = guess->digits == 2 && guess->part && !guess->era; /* "early 56" */
		bool bare = typed->bare && (typed->count == 1 || typed->sense != SENSE_RANGE) &&
			date_near_is(advice->reader) && guess->year > 9 && guess->year < 100;
		bool decade = guess->unknown == 1 && guess->number && guess->part;
		int64_t years[3];
		if (!guess->short_year && !alone && !bare && !decade) {
			if (guess->has_year)
				return false;
			continue;
		}
		date_near_years(
			advice->reader, alone || decade ? guess->number : guess->year, 100, years);
		advice->meant.points[i].year = years[which];
		advice->meant.points[i].has_year = true;
		advice->meant.points[i].digits = 0;
		any = true;
	}
	return any;
}

/* "2 Apr 56 - 5 Apr 56": of which century? */
static bool of_short_points(struct date_advice *advice)
{
	struct date_meant typed = advice->meant;
	struct date_problem *problem = advice->reader->problem;
	bool whole = typed.sense == SENSE_POINT && !typed.points[0].part;
	if (whole || !short_years_set(advice, &typed, 0)) {
		advice->meant = typed;
		return false;
	}
	for (int i = 0; i < typed.count; i++)
		advice->meant.points[i].short_year = false;
	if (!of_sense(advice)) {
		advice->meant = typed;
		return false;
	}
	advice->meant = typed;
	short_years_set(advice, &typed, 1);
	size_t at = strlen(problem->reason);
	if (date_advice_take(advice, &advice->meant, false))
		snprintf(problem->reason + at, sizeof problem->reason - at,
			"; %s, for another write %s",
			date_near_is(advice->reader) ? "the century is that of the dates beside it"
						     : "the century is a guess",
			buf_string(&advice->edtf));
	return true;
}

static bool ask(struct date_advice *advice)
{
	bool read = date_meant_read(&advice->marks, &advice->meant);
	if (date_advise_dash(advice) || of_marks(advice) || of_spaces(advice) || of_minus(advice) ||
		date_advise_dual(advice) || of_yearless(advice) || date_advise_named(advice))
		return true;
	if (!read)
		return date_advise_spans(advice);
	for (int i = 0; advice->reader->julian && i < advice->meant.count; i++)
		advice->meant.points[i].time[0] = '\0'; /* of Old Style days no time is kept */
	if (date_advise_nothing(advice) || date_advise_style(advice))
		return true;
	return of_short_points(advice) || of_sense(advice);
}

/* A season in brackets is no remark; nor is the name of a day of the week one that is kept. */
static bool is_season(const char *bracket)
{
	struct date_text inside = {bracket + 1, bracket + strlen(bracket), false};
	return date_take_name(&inside, DATE_WORD_SEASON, NULL);
}

/* Takes the brackets out in which editors put what they supply, and a note behind: "2 April [1856]",
 * "1856[3]". */
static bool cut_brackets(struct date_advice *advice)
{
	char *low = advice->marks.low, *to = low;
	size_t len = strlen(low), note = len && low[len - 1] == ']' ? len - 1 : 0;
	while (note > 0 && low[note - 1] >= '0' && low[note - 1] <= '9')
		note--;
	bool is_note = note > 4 && low[note - 1] == '[' && len - note <= 3 &&
		!strchr(low, '[')[1 + len - note];
	if (is_note)
		low[note - 1] = '\0';
	for (const char *at = low; *at; at++)
		if (!strchr("[]()", *at))
			*to++ = *at;
	bool any = to < low + len;
	*to = '\0';
	snprintf(advice->marks.plain, sizeof advice->marks.plain, "%s", low);
	advice->marks.cut |= any && !is_note;
	return any && to > low;
}

/* Takes off a remark behind the date: "(a Sunday)". */
static bool cut_remark(struct date_advice *advice)
{
	char *low = advice->marks.low, *bracket = strchr(low, '(');
	if (!bracket || bracket == low || low[strlen(low) - 1] != ')' ||
		strpbrk(bracket, "0123456789"))
		return false;
	struct date_text inside = {bracket + 1, low + strlen(low), false};
	struct date_text sign = inside;
	if (date_take_name(&inside, DATE_WORD_MONTH, NULL) || is_season(bracket) ||
		date_take_sign(&sign, DATE_SIGN_BCE) || date_take_sign(&sign, DATE_SIGN_CE))
		return false; /* belongs to the date */
	advice->marks.cut |= !date_take_name(&inside, DATE_WORD_FILLER, NULL);
	while (bracket > low && bracket[-1] == ' ')
		bracket--;
	*bracket = '\0';
	bracket = strchr(advice->marks.plain, '(');
	if (bracket)
		*bracket = '\0';
	return true;
}

static bool ask_of(struct date_reader *reader, const char *text, size_t len, const char *end)
{
	struct date_advice advice = {.reader = reader, .text = text, .len = len, .end = end};
	if (!date_marks_read(text, len, &advice.marks))
		return false;
	bool set = *text == '[' || *text == '{';
	bool single = !strpbrk(advice.marks.low, ",{}\"") && !strstr(advice.marks.low, "..");
	bool known = set ? of_marks(&advice) || of_spaces(&advice) ||
			(single && cut_brackets(&advice) && ask(&advice))
			 : ask(&advice) || (cut_remark(&advice) && ask(&advice)) ||
			(cut_brackets(&advice) && ask(&advice));
	if (known && advice.marks.cut && !strstr(reader->problem->reason, "; the words ")) {
		struct buf keep = {0};
		size_t at = strlen(reader->problem->reason);
		date_advise_keep(&advice, &keep);
		if (at + keep.len < sizeof reader->problem->reason)
			memcpy(reader->problem->reason + at, buf_string(&keep), keep.len + 1);
		buf_free(&keep);
	}
	buf_free(&advice.edtf);
	buf_free(&advice.words);
	return known;
}

static bool has_year(const char *text, size_t len)
{
	size_t digits = 0;
	for (size_t i = 0; i < len && digits < 4; i++)
		digits = text_is_figure(text[i]) ? digits + 1 : 0;
	return digits == 4;
}

static int strchr_count(const char *text, size_t len, char sign)
{
	int count = 0;
	for (size_t i = 0; i < len; i++)
		count += text[i] == sign;
	return count;
}

/* 1917/1918/1919: from the first to the last. */
static void too_many_slashes(struct date_reader *reader, const char *text, size_t len)
{
	struct date_problem *problem = reader->problem;
	const char *first = memchr(text, '/', len), *last = text + len - 1;
	char ends[ADVICE_MOST];
	while (*last != '/')
		last--;
	int size = snprintf(ends, sizeof ends, "%.*s%.*s", (int)(first - text), text,
		(int)(text + len - last), last);
	bool fits = size > 0 && (size_t)size < sizeof ends && date_advice_fits(reader, ends);
	problem->offset = (size_t)(last - reader->start);
	snprintf(problem->reason, sizeof problem->reason, "an interval has exactly one '/'%s%.60s",
		fits ? "; write " : "", fits ? ends : "");
}

/* The month that a word is a misspelling of; NULL for none. */
static const char *month_near(const char *word, size_t len)
{
	struct buf low = {0};
	struct suggest suggest;
	const char *found = NULL;
	text_fold(&low, word, len);
	bool may = low.len > 3 && !date_word_known(buf_string(&low), low.len);
	suggest_start(&suggest, buf_string(&low));
	for (int month = 1; month <= 12 && may; month++) {
		struct buf name = {0};
		text_fold(&name, date_month_name(month), strlen(date_month_name(month)));
		if (suggest_feed(&suggest, buf_string(&name)))
			found = date_month_name(month);
		buf_free(&name);
	}
	buf_free(&low);
	return found;
}

/* "3 Arpil 1856": what it is with the month that was meant. */
static bool of_misspelt(struct date_reader *reader, const char *text, size_t len)
{
	const char *month = NULL, *at = text, *end = text + len;
	size_t size = 0;
	for (; at < end && len <= ADVICE_MOST && !month; at += month ? 0 : size) {
		size = date_word_len(at, end);
		month = size ? month_near(at, size) : NULL;
		size += size == 0;
	}
	if (!month)
		return false;
	struct buf whole = {0};
	struct date_problem problem = {0};
	buf_add(&whole, text, (size_t)(at - text));
	buf_text(&whole, month);
	buf_add(&whole, at + size, (size_t)(end - at) - size);
	struct date_reader again = {buf_string(&whole), &problem, reader->julian, reader->beside};
	bool known = ask_of(&again, buf_string(&whole), whole.len, NULL);
	if (known) {
		char *words = strstr(problem.reason, "; the words ");
		if (words)
			*words = '\0';
		reader->problem->offset = (size_t)(at - reader->start);
		snprintf(reader->problem->reason, sizeof reader->problem->reason,
			"\"%.*s\" is not understood; if it is %s: %.200s", (int)size, at, month,
			problem.reason);
	}
	buf_free(&whole);
	return known;
}

/* Asks about the whole, then about the part of an interval or set that is at fault. */
void date_advise(struct date_reader *reader, const char *text, size_t len)
{
	struct date_problem *problem = reader->problem;
	size_t start = problem->offset < len ? problem->offset : len;
	size_t end = start, at = start;
	bool set = *text == '[' || *text == '{';
	if (ask_of(reader, text, len, NULL) || of_misspelt(reader, text, len))
		return;
	while (start > 0 && text[start - 1] && !strchr(set ? "[{/," : "/", text[start - 1]))
		start--;
	while (end < len && text[end] && !strchr(set ? "]}/," : "/", text[end]))
		end++;
	while (start < end && text[start] == ' ')
		start++;
	char part[ADVICE_MOST];
	size_t size = end - start < sizeof part ? end - start : 0;
	memcpy(part, text + start, size);
	part[size < sizeof part ? size : 0] = '\0';
	bool whole = size && date_advice_fits(reader, part);
	if (!set && strchr_count(text, len, '/') == 2) {
		too_many_slashes(reader, text, len);
		return;
	}
	if (!whole && end - start < len && ask_of(reader, text + start, end - start, text + len)) {
		if (strstr(problem->reason, "XXXX-") && has_year(text, len))
			snprintf(problem->reason, sizeof problem->reason,
				"both ends are written in full, with their year, as "
				"YYYY-MM-DD/YYYY-MM-DD");
		if (problem->offset < start)
			problem->offset = start;
		return;
	}
	problem->offset = at;
	date_advise_pattern(reader, text, len);
}
