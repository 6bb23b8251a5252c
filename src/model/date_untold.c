/* What is said where no date can be told from the words: nothing known, now, a year of another
 * calendar, a word that is not understood. */
#include "base/text.h"
#include "model/date_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Whether the words can be written behind "note: " as they are. */
static bool is_plain(const struct date_advice *advice)
{
	enum { NOTE_MOST = 60 };
	const char *text = advice->text;
	bool plain = advice->len && advice->len <= NOTE_MOST && text[advice->len - 1] != ':' &&
		text_valid(text, advice->len) == advice->len;
	for (size_t i = 0; i < advice->len && plain; i++)
		plain = !strchr("\"#{}[],\\", text[i]) && (unsigned char)text[i] >= ' ' &&
			strncmp(text + i, ": ", 2) != 0;
	return plain;
}

/* Appends what keeps the words in the note of what the date is of. */
static void add_note(const struct date_advice *advice, struct buf *out)
{
	const struct date_beside *beside = advice->reader->beside;
	if (beside->note == DATE_NOTE_NONE)
		return;
	if (beside->note == DATE_NOTE_TAKEN || !is_plain(advice))
		buf_text(out, ", and keep the words in its note");
	else
		buf_format(out, ", and keep the words as \"note: %.*s %.*s\"",
			(int)strcspn(beside->name, "_"), beside->name, (int)advice->len,
			advice->text);
}

/* Words without a number, of a field that may be left out. */
static void of_no_date(struct date_advice *advice)
{
	const struct date_beside *beside = advice->reader->beside;
	struct buf how = {0};
	buf_format(&how, "leave \"%s\" out", beside->name);
	if (beside->left)
		buf_format(
			&how, " if it is %s, else write \"%s: XXXX\"", beside->left, beside->name);
	add_note(advice, &how);
	date_advise_so(advice, 0, "no date stands here: %s", buf_string(&how));
	buf_free(&how);
}

/* Of a date nothing is known. */
static bool of_unknown(struct date_advice *advice)
{
	const struct date_beside *beside = advice->reader->beside;
	char century[96] = "";
	struct buf keep = {0};
	if (!beside)
		return false;
	if (advice->reader->julian && !beside->optional)
		return date_advise_so(advice, 0,
			"leave this field out where nothing is known; a date of which nothing is "
			"known is date: XXXX");
	if (date_near_is(advice->reader) && beside->near >= 100)
		snprintf(century, sizeof century,
			", or where you know the century, as %02dXX for %02d00 to %02d99",
			(int)(beside->near / 100), (int)(beside->near / 100),
			(int)(beside->near / 100));
	if (beside->words && advice->len > 1 &&
		date_word_len(advice->marks.low, advice->marks.low + advice->len))
		date_advise_keep(advice, &keep);
	if (beside->left)
		date_advise_so(advice, 0,
			"where nothing is known write \"%s: XXXX\" (left out, it is %s)%s",
			beside->name, beside->left, century);
	else
		date_advise_so(advice, 0, "%s%s%s",
			beside->optional ? "where nothing is known, leave the field out"
					 : "where nothing is known write XXXX",
			advice->reader->julian ? "" : century, buf_string(&keep));
	buf_free(&keep);
	return true;
}

bool date_advise_nothing(struct date_advice *advice)
{
	const struct date_beside *beside = advice->reader->beside;
	if (advice->end && advice->meant.sense != SENSE_ALIEN)
		return false;
	if (advice->meant.sense == SENSE_UNKNOWN)
		return of_unknown(advice);
	if (advice->meant.sense != SENSE_NOW && advice->meant.sense != SENSE_ALIEN)
		return false;
	struct buf how = {0}, keep = {0};
	date_near_pattern(advice->reader, &how);
	if (advice->meant.sense == SENSE_ALIEN)
		date_advise_keep(advice, &keep);
	struct buf years = {0};
	const char *calendar;
	bool exact = false;
	if (advice->meant.sense == SENSE_ALIEN &&
		date_alien_years(advice->marks.low, &years, &calendar, &exact) &&
		date_advice_fits(advice->reader, buf_string(&years))) {
		if (exact)
			date_advise_so(advice, 0,
				"this date of %s is written %s in the Gregorian calendar%s",
				calendar, buf_string(&years), buf_string(&keep));
		else
			date_advise_so(advice, 0,
				"work out the date in the Gregorian calendar; this year of %s is "
				"written "
				"%s%s",
				calendar, buf_string(&years), buf_string(&keep));
	} else if (advice->meant.sense == SENSE_ALIEN)
		date_advise_so(advice, 0, "work out the date in the Gregorian calendar, as %s%s",
			buf_string(&how), buf_string(&keep));
	else if (!beside || advice->reader->julian)
		date_advise_so(advice, 0, "write the day itself, as %s", buf_string(&how));
	else
		date_advise_so(advice, 0,
			"write the day itself, as %s; what still goes on is the day on which it "
			"began and /..: %s/..",
			buf_string(&how), buf_string(&how));
	buf_free(&how);
	buf_free(&keep);
	buf_free(&years);
	return true;
}

/* The first word that no list of words has: its place, and bytes; NULL where all are known. */
static const char *strange_word(const char *text, size_t len, size_t *size)
{
	const char *strange = NULL;
	for (const char *at = text, *end = text + len; at < end && !strange; at += *size) {
		struct buf low = {0};
		*size = date_word_len(at, end);
		bool ordinal = at > text && at[-1] >= '0' && at[-1] <= '9'; /* 19th */
		if (*size > 1 && !ordinal) {
			text_fold(&low, at, *size);
			if (!date_word_known(buf_string(&low), low.len))
				strange = at;
		}
		*size += *size == 0;
		buf_free(&low);
		if (strange)
			break;
	}
	return strange;
}

/* The year of "Easter 1916", where it is the only number and no word moves it; else 0. */
static int only_year(const char *low)
{
	const char *at = strpbrk(low, "0123456789");
	int year = at ? atoi(at) : 0;
	if (!at || strspn(at, "0123456789") != 4 || strpbrk(at + 4, "0123456789") || year < 1000 ||
		strpbrk(low, "<>=~+±%?\1") || (at > low && at[-1] == '-'))
		return 0;
	for (const char *word = low; *word;) {
		size_t size = date_word_len(word, word + strlen(word));
		if (size && date_word_moves(word, size))
			return 0;
		word += size ? size : 1;
	}
	return year;
}

/* Whether the figures count something, and are of no year: "10 years later", "the 2nd day of the
 * siege", "14:00". */
static bool is_count(const char *low)
{
	static const char *const units[] = {"minute", "hour", "day", "week", "month", "year"};
	bool clock = false, unit = false;
	for (const char *at = low; *at;) {
		size_t digits = strspn(at, "0123456789"), word = date_word_len(at, at + strlen(at));
		if (digits > 2)
			return false;
		clock |= at == low && digits && at[digits] == ':' &&
			strspn(at + digits + 1, "0123456789") == 2 && !at[digits + 3];
		for (size_t i = 0; i < sizeof units / sizeof *units && word; i++) {
			size_t len = strlen(units[i]);
			unit |= strncmp(at, units[i], len) == 0 &&
				(word == len || (word == len + 1 && at[len] == 's'));
		}
		at += digits ? digits : word ? word : 1;
	}
	return clock || unit;
}

/* What was not understood, and how a date is written. */
void date_advise_pattern(struct date_reader *reader, const char *text, size_t len)
{
	const struct date_beside *beside = reader->beside;
	struct date_advice advice = {.reader = reader, .text = text, .len = len};
	struct buf why = {0}, keep = {0}, how = {0};
	size_t size;
	if (!beside) {
		snprintf(reader->problem->reason, sizeof reader->problem->reason,
			"not a date: a date is written 1918, 1918-03 or 1918-03-03");
		return;
	}
	bool read = date_marks_read(text, len, &advice.marks);
	const char *strange = read ? strange_word(text, len, &size) : NULL;
	int year = strange && size > 2 ? only_year(advice.marks.low) : 0;
	if (year && date_near_is(reader) && llabs(year - beside->near) > 150)
		year = 0; /* of another calendar, maybe */
	date_near_pattern(reader, &how);
	if (read)
		date_advise_keep(&advice, &keep);
	if (strange)
		buf_format(&why, "\"%.*s\" is not understood",
			(int)text_valid(strange, size < 40 ? size : 40), strange);
	bool figures = !read ||
		(strpbrk(advice.marks.low, "0123456789") && !is_count(advice.marks.low));
	if (!figures && beside->optional && beside->name)
		of_no_date(&advice);
	else if (reader->julian && beside->old_style)
		date_advise_so(&advice, reader->problem->offset,
			"%s%s%s takes a plain date, month, year or interval, as %s%s",
			buf_string(&why), why.len ? ": " : "", beside->old_style, buf_string(&how),
			buf_string(&keep));
	else if (year)
		date_advise_so(&advice, (size_t)(strange - text),
			"%s; write %04d, or the month or day, as %04d-MM or %04d-MM-DD%s",
			buf_string(&why), year, year, year, buf_string(&keep));
	else if (!figures)
		date_advise_so(&advice, reader->problem->offset,
			"no year stands here%s%s%s: write YYYY, YYYY-MM or YYYY-MM-DD, or %s%s",
			why.len ? " (" : "", buf_string(&why), why.len ? ")" : "",
			beside->optional ? "leave the field out" : "XXXX where nothing is known",
			buf_string(&keep));
	else
		date_advise_so(&advice, reader->problem->offset,
			"not a date%s%s%s: a date is written YYYY, YYYY-MM or YYYY-MM-DD%s",
			why.len ? " (" : "", buf_string(&why), why.len ? ")" : "",
			buf_string(&keep));
	buf_free(&why);
	buf_free(&keep);
	buf_free(&how);
}
