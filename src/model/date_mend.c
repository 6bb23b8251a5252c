/* What is added to a fault in EDTF itself: the date with the fault mended, where that can be told. */
#include "model/date_parts.h"

#include <stdio.h>
#include <string.h>

/* A set with what is missing or wrong in its signs put right; false for none. */
static bool repair_set(const struct date_reader *reader, const char *text, size_t len, char *out)
{
	size_t size = 0;
	bool known = len && len <= ADVICE_MOST && (*text == '[' || *text == '{');
	for (size_t i = 0; known && i < len; i++) {
		bool twice = text[i] == ',' && i + 1 < len && text[i + 1] == ',';
		if (text[i] == '/') {
			out[size++] = '.';
			out[size++] = '.';
		} else if (!twice && !(i == len - 1 && strchr("]})", text[i]))) {
			out[size++] = text[i];
		}
	}
	if (!known)
		return false;
	out[size++] = *text == '[' ? ']' : '}';
	out[size] = '\0';
	return date_advice_fits(reader, out);
}

/* 1918?~: with one mark for the two. */
static void two_marks(struct date_reader *reader, const char *text, size_t len)
{
	char copy[ADVICE_MOST];
	size_t size = 0, at = strlen(reader->problem->reason);
	for (size_t i = 0; i < len && size + 1 < sizeof copy; i++) {
		bool both = i + 1 < len && strchr("?~", text[i]) && strchr("?~", text[i + 1]) &&
			text[i] != text[i + 1];
		copy[size++] = both ? '%' : text[i];
		i += both;
	}
	copy[size] = '\0';
	if (len < sizeof copy && date_advice_fits(reader, copy))
		snprintf(reader->problem->reason + at, sizeof reader->problem->reason - at, ": %s",
			copy);
}

void date_advise_more(struct date_reader *reader, const char *text, size_t len)
{
	char set[ADVICE_MOST * 2 + 2];
	struct date_problem *problem = reader->problem;
	struct date_advice advice = {.reader = reader, .text = text, .len = len};
	const char *reason = problem->reason;
	bool named = strncmp(reason, "month ", 6) == 0 || strncmp(reason, "day ", 4) == 0 ||
		strncmp(reason, "hour ", 5) == 0 || strncmp(reason, "time is", 7) == 0 ||
		strncmp(reason, "a season cannot", 15) == 0 ||
		strncmp(reason, "no time of day", 14) == 0;
	if (repair_set(reader, text, len, set)) {
		size_t at = strlen(reason);
		snprintf(problem->reason + at, sizeof problem->reason - at, "; write %.100s", set);
		return;
	}
	if (strncmp(reason, "write % for", 11) == 0)
		two_marks(reader, text, len);
	if (!named || strstr(reason, " write ") || !date_marks_read(text, len, &advice.marks))
		return;
	enum date_sense wanted = *reason == 'n' ? SENSE_RANGE : SENSE_POINT;
	bool more = date_meant_read(&advice.marks, &advice.meant) && advice.meant.sense == wanted &&
		!advice.meant.month;
	for (int i = 0; more && i < advice.meant.count; i++)
		if (advice.meant.sense == SENSE_RANGE)
			advice.meant.points[i].time[0] = '\0';
	if (more && date_advice_take(&advice, &advice.meant, false)) {
		const struct date_guess *guess = &advice.meant.points[0];
		size_t at = strlen(reason);
		bool round = *reason == 'm' || *reason == 'a';
		round &= wanted == SENSE_POINT && guess->month <= 12 && guess->day > 12;
		if (round && *reason == 'a')
			at = 0;
		if (round)
			at += (size_t)snprintf(problem->reason + at, sizeof problem->reason - at,
				"%sday and month have changed places", at ? "; " : "");
		snprintf(problem->reason + at, sizeof problem->reason - at, "; write %s",
			buf_string(&advice.edtf));
	}
	buf_free(&advice.edtf);
	buf_free(&advice.words);
}
