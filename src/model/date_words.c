/* One date in English, in full and in the fewest letters.
 *
 * In full it is said in up to four parts: how sure it is ("possibly about"), the day and month, the
 * year, and notes in brackets for what the words alone would hide. A mask is said in words where
 * words are as exact ("between 10 and 19 December"); what they cannot say is shown as it is
 * written. */
#include "model/date_parts.h"

#include <stdio.h>
#include <string.h>

static bool is_same_era(int64_t a, int64_t b)
{
	return strcmp(date_era_name(a), date_era_name(b)) == 0;
}

/* A year as it is said, without its era: 44 for -43. Thousands are set off from five digits on:
 * 2022 is a year, 10,000 a number. */
static void year_number(int64_t year, struct buf *out)
{
	char digits[24], *at = digits + sizeof digits;
	int64_t left = year < 1 ? 1 - year : year;
	bool large = left > 9999;
	for (int count = 0; left > 0; left /= 10, count++) {
		if (large && count && count % 3 == 0)
			*--at = ',';
		*--at = (char)('0' + left % 10);
	}
	buf_add(out, at, (size_t)(digits + sizeof digits - at));
}

static void year_words(int64_t year, struct buf *out)
{
	year_number(year, out);
	buf_text(out, date_era_name(year));
}

void date_years(int64_t first, int64_t last, const char *between, struct buf *out)
{
	year_number(first, out);
	if (!is_same_era(first, last))
		buf_text(out, date_era_name(first));
	buf_text(out, between);
	year_words(last, out);
}

/* The year of a point whose year is plain; of a season that runs into the next year both:
 * "1917–18". */
static void plain_year(const struct date_point *point, struct buf *out)
{
	int64_t year = point->year, next = year + 1;
	const struct date_season *season = point->depth == DEPTH_SEASON ? date_season(point->month)
									: NULL;
	if (!season || season->start + season->months <= 13)
		year_words(year, out);
	else if (year >= 1000 && year / 100 == next / 100)
		buf_format(out, "%d" DATE_DASH "%02d", (int)year, (int)(next % 100));
	else
		date_years(year, next, is_same_era(year, next) ? DATE_DASH : " – ", out);
}

enum date_share date_shared(const struct date_point *a, const struct date_point *b)
{
	if (!date_point_plain(a) || !date_point_plain(b) || a->depth != b->depth)
		return SHARE_NOTHING;
	if (a->depth == DEPTH_YEAR)
		return is_same_era(a->year, b->year) ? SHARE_ERA : SHARE_NOTHING;
	if (a->year != b->year)
		return SHARE_NOTHING;
	return a->depth == DEPTH_DAY && a->month == b->month ? SHARE_MONTH : SHARE_YEAR;
}

/* ---- masks: what the X of a date stands for, and whether English has words for it ---- */

/* How a year is said: 1917, 1910s, 1900 to 1999, not at all, or only as its pattern ("1XX3"). */
enum year_kind { YEAR_PLAIN, YEAR_DECADE, YEAR_SPAN, YEAR_UNKNOWN, YEAR_PATTERN };

static enum year_kind year_kind(const struct date_point *point)
{
	const char *digits = point->year_mask + (point->year_mask[0] == '-');
	size_t known = strcspn(digits, "X");
	if (!strchr(digits, 'X'))
		return YEAR_PLAIN;
	if (known == 0 && date_mask_blank(digits))
		return YEAR_UNKNOWN;
	if (!date_mask_blank(digits + known))
		return YEAR_PATTERN;
	/* the 1900s may be ten years or a hundred, the 70s are too many */
	return known == 3 && point->first_year >= 1000 && digits[2] != '0' ? YEAR_DECADE
									   : YEAR_SPAN;
}

static bool is_partial(const char *mask)
{
	return strchr(mask, 'X') && !date_mask_blank(mask);
}

/* Whether words cannot say it: they can say one open piece, and blank ones behind the known. */
static bool is_pattern(const struct date_point *point)
{
	enum year_kind year = year_kind(point);
	bool month = is_partial(point->month_mask), day = is_partial(point->day_mask);
	if (year == YEAR_PATTERN)
		return true;
	if (point->day_mask[0] && !date_mask_blank(point->day_mask) &&
		strchr(point->month_mask, 'X'))
		return true;
	return year != YEAR_PLAIN && (month || day);
}

/* What a mask of two stands for. */
struct choice {
	int numbers[31];
	int count;
};

/* Of the numbers from 1 to `most` (31 or fewer). The day of a masked year is taken for a day of the
 * longest month: it is never listed. */
static struct choice mask_choice(const char *mask, int most)
{
	struct choice choice = {.count = 0};
	for (int i = 1; i <= most; i++)
		if (date_mask_fits(mask, i))
			choice.numbers[choice.count++] = i;
	return choice;
}

/* Three or more in a row: "10 to 19". */
static bool choice_is_span(const struct choice *choice)
{
	int last = choice->count - 1;
	return last > 1 && choice->numbers[last] - choice->numbers[0] == last;
}

/* ---- in full ---- */

static void number_words(int number, bool month, struct buf *out)
{
	if (month)
		buf_text(out, date_month_name(number));
	else
		buf_format(out, "%d", number);
}

/* "10", "30 or 31", "5, 15 or 25", "between 10 and 19". */
static void choice_words(const struct choice *choice, bool month, bool about, struct buf *out)
{
	int last = choice->count - 1;
	if (choice_is_span(choice)) {
		buf_text(out, about ? "between about " : "between ");
		number_words(choice->numbers[0], month, out);
		buf_text(out, " and ");
		number_words(choice->numbers[last], month, out);
		return;
	}
	if (about)
		buf_text(out, "about ");
	for (int i = 0; i <= last; i++) {
		if (i)
			buf_text(out, i == last ? " or " : ", ");
		number_words(choice->numbers[i], month, out);
	}
}

static void year_span(int64_t first, int64_t last, bool about, struct buf *out)
{
	buf_text(out, about ? "between about " : "between ");
	date_years(first, last, " and ", out);
}

/* The year behind words for day and month, or alone. */
static void year_behind(
	const struct date_point *point, bool alone, uint8_t quality, struct buf *out)
{
	bool about = quality & DATE_ABOUT;
	switch (year_kind(point)) {
	case YEAR_DECADE:
		buf_text(out, !alone ? " in the " : about ? "about the " : quality ? "the " : "");
		buf_format(out, "%ds", (int)point->first_year);
		break;
	case YEAR_SPAN:
		buf_text(out, alone ? "" : ", ");
		year_span(point->first_year, point->last_year, about && alone, out);
		break;
	case YEAR_UNKNOWN:
	case YEAR_PATTERN:
		break;
	case YEAR_PLAIN:
		buf_text(out, !alone ? " " : about ? "about " : "");
		plain_year(point, out);
		break;
	}
}

/* The words for day, month or season. Returns false where there are none. */
static bool front_words(const struct date_point *point, bool about, struct buf *out)
{
	struct choice choice;
	if (!point->month_mask[0] || date_mask_blank(point->month_mask))
		return false;
	if (point->depth == DEPTH_SEASON) {
		buf_text(out, about ? "about " : "");
		buf_text(out, date_season(point->month)->name);
		if (point->month >= 33 && year_kind(point) == YEAR_PLAIN)
			buf_text(out, " of");
		return true;
	}
	if (point->day_mask[0] && !date_mask_blank(point->day_mask)) {
		int most = year_kind(point) == YEAR_PLAIN
			? date_month_days(point->year, point->month, false)
			: 31;
		choice = point->day ? (struct choice){{point->day}, 1}
				    : mask_choice(point->day_mask, most);
		choice_words(&choice, false, about, out);
		buf_format(out, " %s", date_month_name(point->month));
		return true;
	}
	choice = mask_choice(point->month_mask, 12);
	choice_words(&choice, true, about, out);
	return true;
}

/* Notes stand in one pair of brackets. */
static void note(struct buf *notes, const char *text)
{
	buf_text(notes, notes->len ? "; " : " (");
	buf_text(notes, text);
}

/* "month and day unknown": where a piece is nothing but X. */
static void unknown_note(const struct date_point *point, bool year, struct buf *notes)
{
	bool month = date_mask_blank(point->month_mask), day = date_mask_blank(point->day_mask);
	if (month && day)
		note(notes, "month and day unknown");
	else if (day && year)
		note(notes, "day and year unknown");
	else if (day)
		note(notes, "day unknown");
	else if (month)
		note(notes, "month unknown");
	else if (year)
		note(notes, "year unknown");
}

static const char *piece_name(const struct date_point *point, int piece)
{
	if (piece == PIECE_MONTH)
		return point->depth == DEPTH_SEASON ? "season" : "month";
	return piece == PIECE_DAY ? "day" : "year";
}

static bool has_piece(const struct date_point *point, int piece)
{
	return piece == PIECE_DAY      ? point->day_mask[0]
		: piece == PIECE_MONTH ? point->month_mask[0]
				       : true;
}

/* "day approximate; year uncertain": where the pieces are not equally sure. */
static void quality_notes(const struct date_point *point, struct buf *notes)
{
	static const char *const words[DATE_CERTAINTY_COUNT] = {
		[DATE_ABOUT] = " approximate",
		[DATE_POSSIBLY] = " uncertain",
		[DATE_POSSIBLY_ABOUT] = " uncertain and approximate",
	};
	uint8_t said = 0;
	for (int i = PIECE_COUNT - 1; i >= 0; i--) {
		uint8_t quality = point->quality[i];
		if (!has_piece(point, i) || !quality || said & 1u << quality)
			continue;
		said |= (uint8_t)(1u << quality);
		note(notes, piece_name(point, i));
		for (int j = i - 1; j >= 0; j--)
			if (point->quality[j] == quality && has_piece(point, j))
				buf_format(notes, " and %s", piece_name(point, j));
		buf_text(notes, words[quality]);
	}
}

static bool is_uniform(const struct date_point *point)
{
	for (int i = 1; i < PIECE_COUNT; i++)
		if (has_piece(point, i) && point->quality[i] != point->quality[0])
			return false;
	return true;
}

static void pattern_words(const struct date_point *point, bool about, struct buf *out)
{
	buf_text(out, about ? "about " : "");
	buf_text(out, point->year_mask);
	if (point->month_mask[0])
		buf_format(out, "-%s", point->month_mask);
	if (point->day_mask[0])
		buf_format(out, "-%s", point->day_mask);
}

/* The year is not known: what else there is, or that there is nothing. */
static void undated_words(
	const struct date_point *point, bool front, struct buf *notes, struct buf *out)
{
	if (front)
		unknown_note(point, true, notes);
	else if (date_mask_blank(point->day_mask))
		buf_text(out, "date unknown");
	else if (date_mask_blank(point->month_mask))
		buf_text(out, "month and year unknown");
	else
		buf_text(out, "year unknown");
}

static void time_words(const struct date_point *point, struct buf *out)
{
	int second = point->second, offset = point->offset;
	if (second < 0)
		return;
	buf_format(out, ", %02d:%02d", second / 3600, second / 60 % 60);
	if (second % 60)
		buf_format(out, ":%02d", second % 60);
	if (point->zone == ZONE_UTC)
		buf_text(out, " UTC");
	if (point->zone == ZONE_OFFSET)
		buf_format(out, " (UTC%c%02d:%02d)", offset < 0 ? '-' : '+',
			(offset < 0 ? -offset : offset) / 60, (offset < 0 ? -offset : offset) % 60);
}

void date_point_words(const struct date_point *point, struct buf *out)
{
	bool uniform = is_uniform(point);
	uint8_t quality = uniform ? date_point_certainty(point) : DATE_EXACT;
	bool about = quality & DATE_ABOUT;
	struct buf notes = {0};
	buf_text(out, quality & DATE_POSSIBLY ? "possibly " : "");
	if (is_pattern(point)) {
		pattern_words(point, about, out);
		note(&notes, "pattern");
	} else {
		bool front = front_words(point, about, out);
		if (year_kind(point) == YEAR_UNKNOWN) {
			undated_words(point, front, &notes, out);
		} else {
			year_behind(point, !front, quality, out);
			unknown_note(point, false, &notes);
		}
		if (point->depth == DEPTH_SEASON && date_season(point->month)->hemisphere)
			note(&notes, date_season(point->month)->hemisphere);
	}
	if (point->first_year < point->last_year && point->significant) {
		note(&notes, "");
		year_span(point->first_year, point->last_year, false, &notes);
	}
	if (!uniform)
		quality_notes(point, &notes);
	time_words(point, out);
	if (notes.len)
		buf_format(out, "%s)", notes.text);
	buf_free(&notes);
}

void date_point_head(const struct date_point *point, enum date_share share, struct buf *out)
{
	if (share == SHARE_NOTHING) {
		date_point_words(point, out);
	} else if (share == SHARE_ERA) {
		year_number(point->year, out);
	} else {
		if (point->day)
			buf_format(out, share == SHARE_MONTH ? "%d" : "%d ", point->day);
		if (share == SHARE_YEAR)
			buf_text(out, date_month_name(point->month));
	}
}

void date_point_tail(const struct date_point *point, enum date_share share, struct buf *out)
{
	if (share == SHARE_MONTH)
		buf_format(out, " %s", date_month_name(point->month));
	if (share == SHARE_MONTH || share == SHARE_YEAR) {
		buf_char(out, ' ');
		year_words(point->year, out);
	}
	if (share == SHARE_ERA)
		buf_text(out, date_era_name(point->year));
}

/* ---- in short ---- */

void date_short_name(int month, struct buf *out)
{
	buf_add(out, date_month_name(month), 3);
}

/* Of a day or a month. */
static void number_add(int number, struct buf *out)
{
	if (number > 9)
		buf_char(out, (char)('0' + number / 10 % 10));
	buf_char(out, (char)('0' + number % 10));
}

static void number_short(int number, bool month, struct buf *out)
{
	if (month)
		date_short_name(number, out);
	else
		number_add(number, out);
}

/* "12", "10–19", "30/31", "Feb/Dec". */
static void mask_short(const char *mask, bool month, int most, struct buf *out)
{
	struct choice choice = mask_choice(mask, most);
	if (choice_is_span(&choice)) {
		number_short(choice.numbers[0], month, out);
		buf_text(out, DATE_DASH);
		number_short(choice.numbers[choice.count - 1], month, out);
		return;
	}
	for (int i = 0; i < choice.count; i++) {
		if (i)
			buf_char(out, '/');
		number_short(choice.numbers[i], month, out);
	}
}

void date_short_day(const struct date_point *point, struct buf *out)
{
	int most = 31;
	if (!point->day_mask[0] || date_mask_blank(point->day_mask))
		return;
	if (point->month && year_kind(point) == YEAR_PLAIN)
		most = date_month_days(point->year, point->month, false);
	if (point->day)
		number_add(point->day, out); /* 29 February Julian, too */
	else
		mask_short(point->day_mask, false, most, out);
}

/* A quarter is said by its months. Between a day and a year a month that is unknown is shown. */
void date_short_month(const struct date_point *point, struct buf *out)
{
	if (!point->month_mask[0])
		return;
	if (point->month >= 33) {
		const struct date_season *season = date_season(point->month);
		date_short_name(season->start, out);
		buf_text(out, DATE_DASH);
		date_short_name(season->start + season->months - 1, out);
	} else if (point->depth == DEPTH_SEASON) {
		buf_text(out, date_season(point->month)->name);
	} else if (!date_mask_blank(point->month_mask)) {
		mask_short(point->month_mask, true, 12, out);
	} else if (point->day_mask[0] && !date_mask_blank(point->day_mask)) {
		buf_text(out, point->month_mask);
	}
}

void date_short_year(const struct date_point *point, struct buf *out)
{
	switch (year_kind(point)) {
	case YEAR_PLAIN:
		plain_year(point, out);
		break;
	case YEAR_DECADE:
		buf_format(out, "%ds", (int)point->first_year);
		break;
	case YEAR_SPAN:
		date_years(point->first_year, point->last_year, DATE_DASH, out);
		break;
	case YEAR_PATTERN:
		buf_text(out, point->year_mask);
		break;
	case YEAR_UNKNOWN:
		break;
	}
}
