/* What is no EDTF may nevertheless be one date and no other: that of which advice would say "write". */
#include "model/date_parts.h"

static bool is_certain(const struct date_meant *meant)
{
	if (meant->has_other || meant->bare || meant->dual || meant->completed || meant->month ||
		meant->sense >= SENSE_UNKNOWN || !meant->count)
		return false;
	for (int i = 0; i < meant->count; i++) {
		const struct date_guess *guess = &meant->points[i];
		if (!guess->has_year || guess->short_year || guess->other_month ||
			guess->style_old || guess->minus || guess->double_year)
			return false;
	}
	return true;
}

bool date_parse_told(struct arena *arena, const char *text, size_t len, struct date *date)
{
	static const struct date_beside unread = {.unread = true};
	struct date_problem problem;
	struct date_marks marks;
	struct date_meant meant;
	if (date_parse_field(arena, text, len, false, &unread, date, &problem))
		return true;
	if (date_typed_len(text, len) == len && len)
		return date_parse_typed(arena, text, len, date, &problem);
	if (!date_marks_read(text, len, &marks) || marks.cut || !date_meant_read(&marks, &meant) ||
		!is_certain(&meant))
		return false;
	struct buf edtf = {0};
	date_meant_edtf(&meant, &edtf);
	bool done = date_parse_field(
		arena, buf_string(&edtf), edtf.len, false, &unread, date, &problem);
	buf_free(&edtf);
	return done;
}
