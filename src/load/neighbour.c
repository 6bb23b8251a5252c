/* Looks through the bytes of the file, not the record: what follows the date is not read yet, and what
 * was refused is in no record. */
#include "load/neighbour.h"

#include "base/text.h"
#include "load/spot.h"

#include <string.h>

enum {
	LIFE_MIDDLE = 45, /* years: within fifty of it nearly all die */
	LINES_MOST = 150  /* before, and as many behind */
};

static bool is_inside(char c)
{
	return text_is_figure(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static int64_t number_of(const char *digits)
{
	return (digits[0] - '0') * 1000 + (digits[1] - '0') * 100 + (digits[2] - '0') * 10 +
		(digits[3] - '0');
}

/* The year of what stands behind the name of a field: `: 1856-03-30`, `": "~1856"`; or 0. */
static int64_t year_behind(const char *at, const char *end)
{
	at += at < end && (*at == '"' || *at == '\'');
	while (at < end && *at == ' ')
		at++;
	if (at == end || *at++ != ':')
		return 0;
	while (at < end && (*at == ' ' || strchr("\"'[{?~%.", *at)))
		at++;
	bool four = end - at >= 4 && text_is_figure(at[0]) && text_is_figure(at[1]) &&
		text_is_figure(at[2]) && text_is_figure(at[3]);
	return four && (end - at == 4 || !is_inside(at[4])) ? number_of(at) : 0;
}

/* The year of the field in the line, but not of a value that begins at `but`; or 0. */
static int64_t year_in(const char *line, const char *end, const char *field, const char *but)
{
	size_t len = strlen(field);
	for (const char *at = line; (size_t)(end - at) > len; at++) {
		at = memchr(at, field[0], (size_t)(end - at) - len);
		if (!at)
			return 0;
		if ((at > line && is_inside(at[-1])) || memcmp(at, field, len) != 0)
			continue;
		const char *value = memchr(at, ':', (size_t)(end - at));
		bool own = value && but > value && but - value <= 4;
		int64_t year = own ? 0 : year_behind(at + len, end);
		if (year)
			return year;
	}
	return 0;
}

static const char *line_end(const char *at, const char *end)
{
	const char *found = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
	return found ? found : end;
}

/* The year in the line nearest to that of the byte, of two as near in the one before. */
static int64_t nearest_in(const char *start, const char *end, const char *byte, const char *field)
{
	const char *before = byte;
	while (before > start && before[-1] != '\n')
		before--;
	const char *behind = line_end(byte, end);
	int64_t year = year_in(before, behind, field, byte);
	for (int i = 0; i < LINES_MOST && !year && (before > start || behind < end); i++) {
		if (before > start) {
			const char *last = --before;
			while (before > start && before[-1] != '\n')
				before--;
			year = year_in(before, last, field, NULL);
		}
		if (!year && behind < end) {
			const char *line = behind + 1;
			behind = line_end(line, end);
			year = line < behind ? year_in(line, behind, field, NULL) : 0;
		}
	}
	return year;
}

/* The field beside it that tells the most of it. */
static const char *partner_of(const char *field)
{
	return strcmp(field, "died") == 0       ? "born"
		: strcmp(field, "born") == 0    ? "died"
		: strcmp(field, "said_os") == 0 ? "said"
						: "date";
}

int64_t neighbour_year(struct loader *load, const char *field, struct place place)
{
	size_t len;
	const char *bytes = diag_file_bytes(load->diags, place.file, &len), *end = bytes + len;
	const char *byte = spot_byte(load, place);
	bool life = strcmp(field, "born") == 0 || strcmp(field, "died") == 0;
	const char *partner = partner_of(field);
	const char *const names[] = {life ? partner : field, life ? field : partner, "date",
		"date_os", "said", "born", "died", "issued"};
	int64_t year = 0;
	for (size_t i = 0; byte < end && i < sizeof names / sizeof *names && !year; i++) {
		year = nearest_in(bytes, end, byte, names[i]);
		/* a life lies between the two */
		if (year && i == 0 && strcmp(field, "died") == 0)
			year += LIFE_MIDDLE;
		else if (year > LIFE_MIDDLE && i == 0 && strcmp(field, "born") == 0)
			year -= LIFE_MIDDLE;
	}
	return year;
}
