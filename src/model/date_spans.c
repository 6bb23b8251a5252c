/* A refused date that names several, of which some are spans: "1856-58, 1860", "1914–18 and 1920". Each
 * is read by itself; EDTF has ".." inside a set for a span. */
#include "model/date_parts.h"

#include <stdio.h>
#include <string.h>

/* The end of the part that begins here, and in *next where the one behind begins. */
static const char *part_end(const char *at, const char **next, bool * or)
{
	static const char *const signs[] = {", and ", ", or ", ", ", "; ", " and ", " or ", " & ",
		" und ", " et ", " и ", " і ", " та ", " oder ", " ou ", " или ", " або ", ",",
		";"};
	for (; *at; at++)
		for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
			size_t len = strlen(signs[i]);
			if (strncmp(at, signs[i], len) != 0)
				continue;
			* or |= strstr(signs[i], "or ") || strstr(signs[i], "ou ") ||
				strstr(signs[i], "oder") || strstr(signs[i], "или") ||
				strstr(signs[i], "або");
			*next = at + len;
			return at;
		}
	*next = NULL;
	return at;
}

/* 1920-22: two years, in such company; 0 for all else, -1 where it may be a month. */
static int two_years(const char *at, const char *end)
{
	int year, last, len = 0;
	if (end - at != 7 || sscanf(at, "%4d-%2d%n", &year, &last, &len) != 2 || len != 7)
		return 0;
	return last > 12 && last > year % 100 ? year - year % 100 + last : -1;
}

/* Appends one part: a date, or a span of two. */
static bool part_write(const char *at, const char *end, struct buf *out, bool *span)
{
	struct date_marks marks = {.code = 0};
	struct date_meant meant;
	size_t len = (size_t)(end - at);
	int last = two_years(at, end);
	if (!len || len >= sizeof marks.low || last < 0)
		return false;
	if (last) {
		buf_format(out, "%.4s..%04d", at, last);
		return *span = true;
	}
	memcpy(marks.low, at, len);
	marks.low[len] = '\0';
	memcpy(marks.plain, marks.low, len + 1);
	if (!date_meant_read(&marks, &meant) || meant.has_other || meant.bare)
		return false;
	bool range = meant.sense == SENSE_RANGE && meant.count == 2 && !meant.month;
	if (!range && (meant.sense != SENSE_POINT || meant.count != 1))
		return false;
	for (int i = 0; i < meant.count; i++)
		if (!meant.points[i].has_year || meant.points[i].short_year ||
			meant.points[i].other_month)
			return false;
	size_t from = out->len;
	date_meant_edtf(&meant, out);
	char *slash = range ? strchr(out->text + from, '/') : NULL;
	if (!slash)
		return !range;
	*span = true;
	struct buf end_of = {0};
	buf_text(&end_of, slash + 1);
	out->len = (size_t)(slash - out->text);
	buf_text(out, "..");
	buf_text(out, buf_string(&end_of));
	buf_free(&end_of);
	return true;
}

bool date_advise_spans(struct date_advice *advice)
{
	struct buf set = {0}, typed = {0};
	bool span = false, or = false, read = !advice->end && !advice->reader->julian;
	int count = 0;
	for (const char *at = advice->marks.low, *next; at && read; at = next, count++) {
		const char *end = part_end(at, &next, & or);
		buf_text(&set, count ? ", " : "{");
		read = part_write(at, end, &set, &span);
	}
	buf_char(&set, or ? ']' : '}');
	if (or)
		set.text[0] = '[';
	read = read && count > 1 && span && date_advice_fits(advice->reader, buf_string(&set));
	if (read) {
		date_advice_typed(advice, buf_string(&set), &typed);
		date_advise_so(advice, 0, or
				? "for one of several dates write %s"
				: "for all of several dates write %s, or make an event of each",
			buf_string(&typed));
	}
	buf_free(&set);
	buf_free(&typed);
	return read;
}
