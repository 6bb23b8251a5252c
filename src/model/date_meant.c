/* All of a refused date: one point, two with a word or sign between, several, or none at all. */
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
	bool dots = text.end - text.at > 1 && text.at[0] == '.' && text.at[1] == '.';
	while (text.at < text.end && strchr(" .,;", *text.at))
		text.at++;
	return text.at == text.end && !dots;
}

/* ---- nothing known, now ---- */

static bool take_unknown(struct date_text *text)
{
	if (date_take_word(text, "n/a") || date_take_sign(text, DATE_SIGN_UNKNOWN) ||
		date_take_name(text, DATE_WORD_UNKNOWN, NULL))
		return true;
	size_t len = strspn(text->at, "?x_*-\1");
	const char *behind = text->at + len;
	bool dash = len && strchr("-\1", *text->at);
	bool marks = len && (text->at[0] != 'x' || len >= 4) &&
		(!dash || behind == text->end || *behind == '/');
	text->at += marks ? len : 0;
	return marks;
}

static bool take_now(struct date_text *text)
{
	const char *from = text->at;
	if (date_take_name(text, DATE_WORD_TO, NULL))
		take_spaces(text);
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
	while (text.at < text.end && strchr("-.?/ \1_*~x[](){}", *text.at))
		text.at++;
	return text.at == text.end;
}

/* ---- from words to a sense ---- */

/* A sign or word that stands for "to". */
static bool take_to(struct date_text *text, char *sign)
{
	const char *from = text->at;
	bool spaced = take_spaces(text) || from[-1] == ' ';
	*sign = 'w';
	if (spaced && date_take_name(text, DATE_WORD_TO, NULL)) { /* not the a of 1856a */
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
	else if (date_take(text, "→"))
		*sign = 'w';
	else if (date_take(text, "-") || date_take(text, ">"))
		*sign = spaced ? '\1' : '-';
	else {
		text->at = from;
		return false;
	}
	date_take(text, ">"); /* -> */
	if (*sign != '.' && !date_take(text, "..."))
		date_take(text, "..");
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
	bool later = date_take_name(&copy, DATE_WORD_LATER, NULL) || date_take(&copy, "+");
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
		bool and = date_take_name(&copy, DATE_WORD_AND, NULL) || date_take(&copy, "+");
		bool or = !and&&date_take_name(&copy, DATE_WORD_OR, NULL);
		if (!comma && !and&&! or)
			return true;
		take_spaces(&copy);
		/* "April 2 and 5, 1856" */
		bool behind = meant->points[0].named && meant->points[0].day &&
			!meant->points[0].has_year;
		if (meant->count == DATE_MEANT_MOST ||
			!date_guess_take(&copy, behind, &meant->points[meant->count]))
			return false;
		meant->count++;
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
	struct date_text ending = *text; /* "1776'da" */
	if (date_take(&ending, "'") && (ending.at += date_word_len(ending.at, ending.end)) &&
		is_end(ending))
		*text = ending;
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
	if (date_take_word(text, "up"))
		take_spaces(text);
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
	uint8_t doubt = date_take_name(text, DATE_WORD_POSSIBLY, NULL) ? DATE_POSSIBLY
		: date_take_name(text, DATE_WORD_ABOUT, NULL)          ? DATE_ABOUT
								       : 0;
	take_spaces(text);
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
	if (!take_end(text, meant) || meant->count != 2)
		return false;
	meant->points[0].certainty |= doubt;
	meant->points[1].certainty |= doubt;
	return true;
}

/* Words and signs before a point; false, and the text where it was, for none that is understood. */
static bool take_before(struct date_text *text, struct date_meant *meant)
{
	bool not = date_take_word(text, "not") || date_take_word(text, "no");
	take_spaces(text);
	bool equal = date_take(text, "≤"), more_equal = !equal && date_take(text, "≥");
	bool less = equal || date_take(text, "<"), more = more_equal || date_take(text, ">");
	bool before = less || date_take_name(text, DATE_WORD_BEFORE, NULL) ||
		(not &&date_take_name(text, DATE_WORD_EARLIER, NULL));
	bool after = more || (!before && date_take_name(text, DATE_WORD_AFTER, NULL)) ||
		(not &&date_take_name(text, DATE_WORD_LATER, NULL));
	if (!before && !after)
		return false;
	date_take(text, "-"); /* pre-1918 */
	if (not ) {
		bool swapped = before;
		before = after;
		after = swapped;
	}
	meant->sense = before ? SENSE_BEFORE : SENSE_AFTER;
	meant->strict = !not &&!equal && !more_equal && !((less || more) && date_take(text, "="));
	take_spaces(text);
	date_take_word(text, "than");
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
	return (take_to(text, &sign) || !unknown) && !is_end(*text) && take_point(text, meant);
}

static bool attempt(struct date_text text, struct date_meant *meant,
	bool (*take)(struct date_text *, struct date_meant *))
{
	memset(meant, 0, sizeof *meant);
	if (!take(&text, meant) || !is_end(text) || !meant->count)
		return false;
	for (int i = 1; i < meant->count; i++) /* 1918,5 */
		if (meant->sense != SENSE_RANGE && meant->points[i].digits == 1 &&
			meant->points[0].has_year && !meant->points[0].month &&
			!meant->points[i].has_year)
			return false;
	if (!date_meant_complete(meant))
		return false;
	for (int i = 1; i < meant->count && !meant->month; i++)
		if (meant->points[i].has_year != meant->points[0].has_year)
			return false;
	for (int i = 0; i < meant->count; i++)
		if (meant->points[i].counted && meant->points[i].unknown < 2)
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
		if (text->end - text->at > 1 && text->end[-1] == ']' &&
			!memchr(text->at, '[', (size_t)(text->end - text->at)))
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

/* "1914-1918 (?)", but not "1914-[1918?]". */
static bool is_doubted(const struct date_text *text)
{
	const char *at = text->end - 1;
	if (strchr("?~%", *at))
		return true;
	while (at > text->at && !strchr("([0123456789", *at))
		at--;
	return strchr(")]", text->end[-1]) && strchr("([", *at);
}

/* "~1856-04 to 1856-05": EDTF doubts the year of the first alone, and who writes so all of both. */
static void doubt_first(struct date_meant *meant)
{
	struct date_guess *first = &meant->points[0], *last = &meant->points[1];
	const char *sign = *first->raw ? strchr("~?%", *first->raw) : NULL;
	if (meant->sense != SENSE_RANGE || meant->count != 2 || meant->sign == '/' ||
		!first->raw_extra || !sign || last->raw_extra || strpbrk(first->raw + 1, "~?%"))
		return;
	size_t len = strlen(first->raw);
	memmove(first->raw, first->raw + 1, len - 1);
	first->raw[len - 1] = *sign;
	last->certainty = *sign == '~' ? DATE_ABOUT
		: *sign == '?'         ? DATE_POSSIBLY
				       : DATE_POSSIBLY_ABOUT;
}

/* "ca. 1914-1918", "1914-1918?": what is said once holds for both ends. */
static void doubt_both(struct date_meant *meant, const struct date_text *text)
{
	doubt_first(meant);
	struct date_guess *first = &meant->points[0], *last = &meant->points[1];
	bool list = meant->sense == SENSE_ONE_OF || meant->sense == SENSE_ALL_OF;
	if (!(meant->sense == SENSE_RANGE || list) || meant->count != 2 || first->raw_extra ||
		last->raw_extra)
		return;
	bool front = !(*text->at >= '0' && *text->at <= '9');
	if (front && first->certainty && !last->certainty)
		last->certainty = first->certainty;
	else if (!list && (meant->sign != '/' || meant->completed) && is_doubted(text) &&
		!first->certainty)
		first->certainty = last->certainty;
}

/* "3 days later": behind something that is not said. */
static bool is_relative(const char *low)
{
	static const char *const units[] = {"day", "week", "month", "year", "hour"};
	static const char *const ways[] = {" later", " earlier", " after", " before", " ago"};
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		const char *at = strstr(low, units[i]);
		if (!at)
			continue;
		at += strlen(units[i]);
		at += *at == 's';
		for (size_t j = 0; j < sizeof ways / sizeof *ways; j++)
			if (strncmp(at, ways[j], strlen(ways[j])) == 0)
				return true;
	}
	return false;
}

bool date_meant_read(const struct date_marks *marks, struct date_meant *meant)
{
	static bool (*const takes[])(struct date_text *, struct date_meant *) = {
		take_between, take_rest, take_before, take_from, take_open_start};
	struct date_text text = {marks->low, marks->low + strlen(marks->low), false};
	strip(&text);
	memset(meant, 0, sizeof *meant);
	if (date_alien_year(marks->low)) {
		meant->sense = SENSE_ALIEN;
		return true;
	}
	for (size_t i = 0; i < sizeof takes / sizeof *takes && !is_relative(marks->low); i++)
		if (attempt(text, meant, takes[i])) {
			doubt_both(meant, &text);
			return true;
		}
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
