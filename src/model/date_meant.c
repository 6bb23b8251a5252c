/* All of a refused date: one point, two with a word or sign between, several, or none at all; and
 * what the second of two leaves out because the first has said it, or the other way round. */
#include "model/date_parts.h"

#include <string.h>

static bool take_spaces(struct date_text *text)
{
	const char *from = text->at;
	while (date_take(text, " "))
		;
	return text->at > from;
}

static bool is_end(struct date_text text)
{
	while (text.at < text.end && strchr(" .,;", *text.at))
		text.at++;
	return text.at == text.end;
}

/* ---- nothing known, now ---- */

static bool take_unknown(struct date_text *text)
{
	if (date_take_sign(text, DATE_SIGN_UNKNOWN) ||
		date_take_name(text, DATE_WORD_UNKNOWN, NULL))
		return true;
	size_t len = strspn(text->at, "?x_*");
	bool marks = len && (text->at[0] != 'x' || len >= 4);
	text->at += marks ? len : 0;
	return marks;
}

static bool take_now(struct date_text *text)
{
	const char *from = text->at;
	date_take_name(text, DATE_WORD_FILLER, NULL);
	take_spaces(text);
	if (date_take_sign(text, DATE_SIGN_NOW) || date_take_name(text, DATE_WORD_NOW, NULL))
		return true;
	text->at = from;
	return false;
}

/* Words of calendars that are not reckoned with, with figures or without. */
static bool is_alien(struct date_text text)
{
	while (text.at < text.end) {
		if (date_take_name(&text, DATE_WORD_ALIEN, NULL))
			return true;
		size_t word = date_word_len(text.at, text.end);
		text.at += word ? word : 1;
	}
	return false;
}

/* Nothing but signs that stand for "nothing": "-", "..", "?". */
static bool is_blank(struct date_text text)
{
	while (text.at < text.end && strchr("-.?/ \1_*~[](){}", *text.at))
		text.at++;
	return text.at == text.end;
}

/* ---- ends that one of two says for both ---- */

/* The years of a century that the last digits of another name. */
static int64_t year_near(int64_t year, int64_t number, int digits)
{
	int64_t size = digits == 1 ? 10 : digits == 2 ? 100 : 1000;
	int64_t near = year - year % size + number;
	return near < year ? near + size : near;
}

/* 1914/18, 1918/03, 1750/1: behind a year alone. */
static void end_of_year(struct date_meant *meant)
{
	struct date_guess *first = &meant->points[0], *second = &meant->points[1];
	int64_t number = second->number, year = first->year;
	int64_t near = year_near(year, number, second->digits);
	bool month = number >= 1 && number <= 12 && meant->sign != 'w';
	bool beyond = near - year > 25 || (second->digits == 1 && near / 10 != year / 10);
	bool dash = meant->sign == '\1' || meant->sign == '.';
	struct date_guess range = *second;
	range.year = near;
	range.has_year = true;
	range.digits = 0;
	meant->dual = near == year + 1 && meant->sign == '/';
	meant->completed = true;
	if (month && (beyond || (!meant->dual && !dash))) {
		meant->month = true;
		meant->has_other = !beyond;
		meant->other = range;
		first->month = (int)number;
		return;
	}
	meant->has_other = month && !beyond;
	meant->other = *first;
	meant->other.month = (int)number;
	*second = range;
}

/* 1918-03/05: months; 1918-03-03/09: days; in the next year or month where they would be before. */
static void end_of_month(struct date_meant *meant)
{
	struct date_guess *first = &meant->points[0], *second = &meant->points[1];
	int number = (int)second->number;
	uint8_t certainty = second->certainty;
	int64_t size = second->digits == 1 ? 10 : 100;
	if (meant->sign == '/' && first->named && (first->year + 1) % size == number) {
		first->year++; /* 10 February 1750/51 */
		meant->dual = meant->month = true;
		return;
	}
	meant->completed = true;
	*second = *first;
	second->certainty = certainty;
	if (first->day) {
		second->day = number;
		second->month += number < first->day;
	} else if (number <= 12 || meant->sign == 'w') {
		second->month = number;
		second->year += number < first->month;
	} else {
		meant->month = true;
		first->day = number;
	}
	if (second->month == 13) {
		second->month = 1;
		second->year++;
	}
}

static void complete_second(struct date_meant *meant)
{
	struct date_guess *first = &meant->points[0], *second = &meant->points[1];
	if (second->digits && !second->has_year) {
		if (first->month == 24 && (first->year + 1) % 100 == second->number) {
			meant->month = meant->completed = true; /* winter 1917-18 */
			return;
		}
		if (first->month > 12 || first->unknown || first->raw_extra)
			return;
		if (first->month)
			end_of_month(meant);
		else
			end_of_year(meant);
		return;
	}
	if (!second->has_year && second->month && first->has_year) {
		bool before = second->month < first->month ||
			(second->month == first->month && second->day && first->day &&
				second->day < first->day);
		second->year = first->year + before;
		second->has_year = meant->completed = true;
	}
}

/* "3" of "3-9 March 1918"; false where the last says it not. */
static bool complete_first(struct date_guess *first, const struct date_guess *last)
{
	if (first->digits && !first->has_year && last->day) {
		first->day = (int)first->number;
		first->month = last->month;
		first->digits = 0;
	}
	if (first->has_year)
		return true;
	if (!last->has_year)
		return !first->digits;
	if (first->digits && last->digits) { /* "44-43 BC" */
		first->year = last->before ? 1 - first->number : first->number;
	} else if (first->month) {
		bool later = first->month > last->month && first->month <= 12 && last->month &&
			last->month <= 12;
		first->year = last->year - later;
	} else {
		return false;
	}
	first->has_year = true;
	first->digits = 0;
	return true;
}

/* 350-400, 14/37: years of fewer than four digits. */
static void both_bare(struct date_meant *meant)
{
	for (int i = 0; i < meant->count; i++) {
		struct date_guess *guess = &meant->points[i];
		guess->year = guess->number;
		guess->has_year = meant->bare = true;
		guess->digits = 0;
	}
}

static bool complete(struct date_meant *meant)
{
	struct date_guess *points = meant->points;
	struct date_guess *last = &points[meant->count - 1];
	bool bare = true;
	for (int i = 0; i < meant->count; i++)
		bare &= points[i].digits && !points[i].has_year;
	if (bare && meant->sense != SENSE_POINT)
		both_bare(meant);
	if (meant->count == 2 && points[0].day && last->digits && last->has_year) {
		last->month = points[0].month; /* March 3-9, 1918 */
		last->day = (int)last->number;
		last->digits = 0;
	}
	if (meant->count == 2 && points[0].era && points[0].digits && last->digits &&
		!last->has_year) { /* AD 14-37 */
		last->year = points[0].before ? 1 - last->number : last->number;
		last->has_year = true;
		last->digits = points[0].digits = 0;
	}
	if (meant->count == 2 && points[0].has_year && !points[0].digits)
		complete_second(meant);
	for (int i = 0; i < meant->count && meant->count > 1; i++)
		if (!complete_first(&points[i], last))
			return meant->month;
	return true;
}

/* ---- from words to a sense ---- */

/* A sign or word that stands for "to". */
static bool take_to(struct date_text *text, char *sign)
{
	const char *from = text->at;
	bool spaced = take_spaces(text);
	*sign = 'w';
	if (date_take_name(text, DATE_WORD_TO, NULL)) {
		if (date_take(text, "'") || take_spaces(text))
			date_take_name(text, DATE_WORD_FILLER, NULL);
		take_spaces(text);
		return true;
	}
	if (date_take(text, "...") || date_take(text, ".."))
		*sign = '.';
	else if (date_take(text, "/"))
		*sign = '/';
	else if (date_take(text, "\1") || date_take(text, "--") || date_take(text, "~"))
		*sign = '\1';
	else if (date_take(text, "-") || date_take(text, ">"))
		*sign = spaced ? '\1' : '-';
	else {
		text->at = from;
		return false;
	}
	date_take(text, ">"); /* -> */
	take_spaces(text);
	return true;
}

/* The second point of a range, or what says that there is none. */
static bool take_end(struct date_text *text, struct date_meant *meant)
{
	struct date_text copy = *text;
	if (is_end(copy) || take_now(&copy)) {
		*text = copy;
		meant->end = END_OPEN;
		return true;
	}
	if (take_unknown(&copy) && is_end(copy)) {
		*text = copy;
		meant->end = END_UNKNOWN;
		return true;
	}
	if (meant->count == DATE_MEANT_MOST ||
		!date_guess_take(text, true, &meant->points[meant->count]))
		return false;
	meant->count++;
	return true;
}

static bool take_point(struct date_text *text, struct date_meant *meant)
{
	take_spaces(text);
	if (meant->count == DATE_MEANT_MOST ||
		!date_guess_take(text, false, &meant->points[meant->count]))
		return false;
	meant->count++;
	return true;
}

/* "or earlier", "and after", "onwards", "'den once", "+" behind one point. */
static void take_behind(struct date_text *text, struct date_meant *meant)
{
	struct date_text copy = *text;
	if (date_take(&copy, "'"))
		copy.at += date_word_len(copy.at, copy.end);
	take_spaces(&copy);
	bool joined = date_take_name(&copy, DATE_WORD_OR, NULL) ||
		date_take_name(&copy, DATE_WORD_AND, NULL);
	take_spaces(&copy);
	bool earlier = date_take_name(&copy, DATE_WORD_EARLIER, NULL);
	bool before = !earlier && date_take_name(&copy, DATE_WORD_BEFORE, NULL);
	bool later = date_take_name(&copy, DATE_WORD_LATER, NULL);
	bool from = !joined && (later || date_take_name(&copy, DATE_WORD_FROM, NULL));
	bool after = !earlier && !before && !from &&
		(later || date_take_name(&copy, DATE_WORD_AFTER, NULL));
	if (!(earlier || before || from || after) || !is_end(copy))
		return;
	*text = copy;
	meant->strict = (before || (after && !later)) && !joined;
	meant->sense = earlier || before ? SENSE_BEFORE : after ? SENSE_AFTER : SENSE_RANGE;
	if (from)
		meant->end = END_OPEN;
}

/* "1917, 1918 or 1920", behind the first. */
static bool take_list(struct date_text *text, struct date_meant *meant)
{
	for (;;) {
		struct date_text copy = *text;
		bool comma = date_take(&copy, ",");
		take_spaces(&copy);
		bool and = date_take_name(&copy, DATE_WORD_AND, NULL);
		bool or = !and&&date_take_name(&copy, DATE_WORD_OR, NULL);
		if (!comma && !and&&! or)
			return true;
		if (!take_point(&copy, meant))
			return false;
		if (meant->sense != SENSE_ALL_OF)
			meant->sense = and? SENSE_ALL_OF : SENSE_ONE_OF;
		*text = copy;
	}
}

/* A point, and what hangs on it. */
static bool take_rest(struct date_text *text, struct date_meant *meant)
{
	if (!take_point(text, meant))
		return false;
	take_behind(text, meant);
	if (meant->sense != SENSE_POINT || is_end(*text))
		return true;
	if (take_to(text, &meant->sign)) {
		meant->sense = SENSE_RANGE;
		return take_end(text, meant);
	}
	return take_list(text, meant);
}

/* "from 1914 to 1918", "until 1918": ends of a range. */
static bool take_from(struct date_text *text, struct date_meant *meant)
{
	bool until = date_take_name(text, DATE_WORD_TO, NULL);
	if (!until && !date_take_name(text, DATE_WORD_FROM, NULL))
		return false;
	meant->sense = SENSE_RANGE;
	date_take(text, "'");
	if (!take_point(text, meant))
		return false;
	if (until) {
		meant->start = END_OPEN;
		return true;
	}
	struct date_text copy = *text;
	take_spaces(&copy);
	if (is_end(copy) || date_take_name(&copy, DATE_WORD_LATER, NULL)) {
		*text = copy;
		meant->end = END_OPEN;
		return true;
	}
	return (take_to(text, &meant->sign) ||
		       (take_spaces(text) && date_take_name(text, DATE_WORD_BEFORE, NULL))) &&
		take_end(text, meant);
}

static bool take_between(struct date_text *text, struct date_meant *meant)
{
	char sign;
	if (!date_take_name(text, DATE_WORD_BETWEEN, NULL))
		return false;
	meant->sense = SENSE_BETWEEN;
	meant->sign = 'w';
	if (!take_point(text, meant))
		return false;
	take_spaces(text);
	if (!date_take_name(text, DATE_WORD_AND, NULL) && !take_to(text, &sign))
		return false;
	take_spaces(text);
	return take_end(text, meant) && meant->count == 2;
}

/* Words and signs before a point; false, and the text where it was, for none that is understood. */
static bool take_before(struct date_text *text, struct date_meant *meant)
{
	bool less = date_take(text, "<"), more = !less && date_take(text, ">");
	bool before = less || date_take_name(text, DATE_WORD_BEFORE, NULL);
	bool after = more || (!before && date_take_name(text, DATE_WORD_AFTER, NULL));
	if (!before && !after)
		return false;
	meant->sense = before ? SENSE_BEFORE : SENSE_AFTER;
	meant->strict = !((less || more) && date_take(text, "="));
	take_spaces(text);
	date_take_name(text, DATE_WORD_TO, NULL); /* prior to */
	return take_point(text, meant);
}

/* "1900/ca. 1905", "unknown/1918", "../c. 1918". */
static bool take_open_start(struct date_text *text, struct date_meant *meant)
{
	bool unknown = take_unknown(text);
	if (!unknown && !date_take(text, "...") && !date_take(text, ".."))
		return false;
	meant->sense = SENSE_RANGE;
	meant->start = unknown ? END_UNKNOWN : END_OPEN;
	char sign;
	return take_to(text, &sign) && !is_end(*text) && take_point(text, meant);
}

static bool attempt(struct date_text text, struct date_meant *meant,
	bool (*take)(struct date_text *, struct date_meant *))
{
	memset(meant, 0, sizeof *meant);
	if (!take(&text, meant) || !is_end(text) || !meant->count || !complete(meant))
		return false;
	for (int i = 0; i < meant->count; i++)
		if (meant->points[i].digits && meant->count > 1 && !meant->points[i].has_year)
			return meant->month;
	return true;
}

/* Takes off what stands around all of it. */
static void strip(struct date_text *text)
{
	static const char pairs[] = "()[]<>\"\"''{}";
	for (bool any = true; any;) {
		any = false;
		while (text->at < text->end && *text->at == ' ')
			text->at++;
		while (text->end > text->at && strchr(" ;", text->end[-1]))
			text->end--;
		for (int i = 0; pairs[i] && text->end - text->at > 1; i += 2)
			if (*text->at == pairs[i] && text->end[-1] == pairs[i + 1] &&
				!memchr(text->at + 1, pairs[i],
					(size_t)(text->end - text->at) - 2)) {
				text->at++;
				text->end--;
				any = true;
			}
	}
}

bool date_meant_read(const struct date_marks *marks, struct date_meant *meant)
{
	static bool (*const takes[])(struct date_text *, struct date_meant *) = {
		take_between, take_rest, take_before, take_from, take_open_start};
	struct date_text text = {marks->low, marks->low + strlen(marks->low), false};
	strip(&text);
	for (size_t i = 0; i < sizeof takes / sizeof *takes; i++)
		if (attempt(text, meant, takes[i]))
			return true;
	memset(meant, 0, sizeof *meant);
	struct date_text copy = text;
	if (is_blank(text) || (take_unknown(&copy) && is_end(copy)))
		meant->sense = SENSE_UNKNOWN;
	else if (take_now(&text) && is_end(text))
		meant->sense = SENSE_NOW;
	else if (is_alien(text))
		meant->sense = SENSE_ALIEN;
	else
		return false;
	return true;
}

/* ---- in EDTF ---- */

static void set_edtf(const struct date_meant *meant, struct buf *out)
{
	buf_char(out, meant->sense == SENSE_ALL_OF ? '{' : '[');
	buf_text(out, meant->sense == SENSE_BEFORE ? ".." : "");
	for (int i = 0; i < meant->count; i++) {
		if (i)
			buf_text(out, meant->sense == SENSE_BETWEEN ? ".." : ", ");
		date_guess_edtf(&meant->points[i], out);
	}
	buf_text(out, meant->sense == SENSE_AFTER ? ".." : "");
	buf_char(out, meant->sense == SENSE_ALL_OF ? '}' : ']');
}

void date_meant_edtf(const struct date_meant *meant, struct buf *out)
{
	const struct date_guess *points = meant->points;
	if (meant->sense == SENSE_POINT || meant->month) {
		date_guess_edtf(&points[0], out);
	} else if (meant->sense != SENSE_RANGE) {
		set_edtf(meant, out);
	} else {
		buf_text(out, meant->start == END_OPEN ? ".." : "");
		if (meant->start == END_POINT)
			date_guess_edtf(&points[0], out);
		buf_char(out, '/');
		buf_text(out, meant->end == END_OPEN ? ".." : "");
		if (meant->end == END_POINT)
			date_guess_edtf(&points[meant->count - 1], out);
	}
}
