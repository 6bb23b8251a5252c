/* One date in English.
 *
 * It is said in up to four parts: how sure it is ("possibly about"), the day and month, the year,
 * and notes in brackets for what the words alone would hide. A mask is said in words where words
 * are as exact ("between 10 and 19 December"); what they cannot say is shown as it is written. */
#include "model/date_parts.h"

#include <stdio.h>
#include <string.h>

static void number_words(int number, bool month, struct buf *out)
{
	if (month)
		buf_text(out, date_month_name(number));
	else
		buf_format(out, "%d", number);
}

/* "10", "30 or 31", "5, 15 or 25", "between 10 and 19". */
static void choice_words(const struct date_choice *choice, bool month, bool about, struct buf *out)
{
	int last = choice->count - 1;

	if (date_choice_is_span(choice)) {
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
	char number[DATE_NUMBER_SIZE];

	date_year_number(first, number);
	buf_format(out, about ? "between about %s" : "between %s", number);
	if (strcmp(date_era_name(first), date_era_name(last)) != 0)
		buf_text(out, date_era_name(first));
	buf_text(out, " and ");
	date_year_words(last, out);
}

/* The year behind words for day and month, or alone. */
static void year_behind(
	const struct date_point *point, bool alone, uint8_t quality, struct buf *out)
{
	bool about = quality & DATE_ABOUT;

	switch (date_year_kind(point)) {
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
		if (point->depth == DEPTH_SEASON)
			date_season_year(point, out);
		else
			date_year_words(point->year, out);
		break;
	}
}

/* The words for day, month or season. Returns false where there are none. */
static bool front_words(const struct date_point *point, bool about, struct buf *out)
{
	struct date_choice choice;

	if (!point->month_mask[0] || date_mask_blank(point->month_mask))
		return false;
	if (point->depth == DEPTH_SEASON) {
		buf_text(out, about ? "about " : "");
		buf_text(out, date_season_name(point->month));
		if (point->month >= 33 && date_year_kind(point) == YEAR_PLAIN)
			buf_text(out, " of");
		return true;
	}
	if (point->day_mask[0] && !date_mask_blank(point->day_mask)) {
		int most = date_year_kind(point) == YEAR_PLAIN
			? date_month_days(point->year, point->month, false)
			: 31;

		if (point->day) {
			choice.numbers[0] = point->day;
			choice.count = 1;
		} else {
			date_mask_choice(point->day_mask, most, &choice);
		}
		choice_words(&choice, false, about, out);
		buf_format(out, " %s", date_month_name(point->month));
		return true;
	}
	date_mask_choice(point->month_mask, 12, &choice);
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
	bool front;

	buf_text(out, quality & DATE_POSSIBLY ? "possibly " : "");
	if (date_is_pattern(point)) {
		pattern_words(point, about, out);
		note(&notes, "pattern");
	} else {
		front = front_words(point, about, out);
		if (date_year_kind(point) == YEAR_UNKNOWN) {
			undated_words(point, front, &notes, out);
		} else {
			year_behind(point, !front, quality, out);
			unknown_note(point, false, &notes);
		}
		if (point->depth == DEPTH_SEASON && date_season_hemisphere(point->month))
			note(&notes, date_season_hemisphere(point->month));
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
	char number[DATE_NUMBER_SIZE];

	if (share == SHARE_NOTHING) {
		date_point_words(point, out);
	} else if (share == SHARE_ERA) {
		date_year_number(point->year, number);
		buf_text(out, number);
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
		date_year_words(point->year, out);
	}
	if (share == SHARE_ERA)
		buf_text(out, date_era_name(point->year));
}
