/* Looks through the bytes of the file, not the record: what follows the date is not read yet, and what
 * was refused is in no record. All years of a file are found in one pass, when it is first asked for
 * one; for each field they stand in the order of their lines. */
#include "load/neighbour.h"

#include "base/text.h"
#include "load/spot.h"

#include <stdlib.h>
#include <string.h>

enum {
	LIFE_MIDDLE = 45, /* years: within fifty of it nearly all die */
	LINES_MOST = 150, /* before, and as many behind */
	YEAR_MOST = 2200  /* a later one is of another calendar */
};

static const char *const fields[] = {"date", "date_os", "said", "said_os", "born", "died", "issued",
	"accessed", "known", "public", "as_of"};
enum { FIELD_KINDS = sizeof fields / sizeof *fields, FIELD_LONGEST = 8 };

struct dated {
	const char *sign; /* the colon before the year */
	uint32_t line;
	int32_t year;
};

/* At most two years of a line are kept for each field: one may be that of the date which is asked
 * about. */
struct neighbours {
	const char *bytes; /* of the file */
	struct dated *of[FIELD_KINDS];
	size_t count[FIELD_KINDS], capacity[FIELD_KINDS];
};

static bool is_inside(char c)
{
	return text_is_figure(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static int32_t number_of(const char *digits)
{
	return (digits[0] - '0') * 1000 + (digits[1] - '0') * 100 + (digits[2] - '0') * 10 +
		(digits[3] - '0');
}

/* The year of what stands behind a colon: ` 1856-03-30`, ` "~1856"`; or 0. */
static int32_t year_behind(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || strchr("\"'[{?~%.", *at)))
		at++;
	bool four = end - at >= 4 && text_is_figure(at[0]) && text_is_figure(at[1]) &&
		text_is_figure(at[2]) && text_is_figure(at[3]);
	int32_t year = four && (end - at == 4 || !is_inside(at[4])) ? number_of(at) : 0;
	return year <= YEAR_MOST ? year : 0;
}

/* The field whose name stands before a colon, or FIELD_KINDS. */
static size_t field_before(const char *start, const char *sign)
{
	const char *end = sign;
	while (end > start && end[-1] == ' ')
		end--;
	end -= end > start && (end[-1] == '"' || end[-1] == '\'');
	const char *name = end;
	while (name > start && end - name <= FIELD_LONGEST && is_inside(name[-1]))
		name--;
	size_t i = 0, len = (size_t)(end - name);
	while (i < FIELD_KINDS && !(strlen(fields[i]) == len && memcmp(fields[i], name, len) == 0))
		i++;
	return i;
}

static void keep(struct neighbours *all, struct arena *arena, size_t field, struct dated found)
{
	size_t count = all->count[field];
	struct dated *of = all->of[field];
	if (count > 1 && of[count - 2].line == found.line)
		return;
	if (count == all->capacity[field]) {
		all->capacity[field] = count ? count * 2 : 64;
		of = arena_raw(arena, all->capacity[field] * sizeof *of);
		if (count)
			memcpy(of, all->of[field], count * sizeof *of);
		all->of[field] = of;
	}
	of[all->count[field]++] = found;
}

static struct neighbours *find(struct arena *arena, const char *bytes, size_t len)
{
	struct neighbours *all = arena_alloc(arena, 1, sizeof *all);
	const char *end = bytes + len, *line = bytes;
	uint32_t number = 1;
	all->bytes = bytes;
	for (const char *at = bytes; (at = memchr(at, ':', (size_t)(end - at))); at++) {
		for (const char *next; (next = memchr(line, '\n', (size_t)(at - line)));
			line = next + 1)
			number++;
		size_t field = field_before(line, at);
		int32_t year = field < FIELD_KINDS ? year_behind(at + 1, end) : 0;
		if (year)
			keep(all, arena, field, (struct dated){at, number, year});
	}
	return all;
}

/* The first of the field in this line, or behind it. */
static size_t first_from(const struct neighbours *all, size_t field, uint32_t line)
{
	size_t from = 0, to = all->count[field];
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		if (all->of[field][middle].line < line)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

/* The year in the line nearest to that of the byte, of two as near in the one before; none of the
 * value that begins there. */
static int64_t nearest(const struct neighbours *all, size_t field, uint32_t line, const char *byte)
{
	const struct dated *of = all->of[field];
	size_t at = first_from(all, field, line), end = all->count[field];
	const struct dated *before = at > 0 ? of + at - 1 : NULL;
	if (at > 1 && before[-1].line == before->line)
		before--;
	for (; at < end && of[at].line == line; at++)
		if (!(byte > of[at].sign && byte - of[at].sign <= 4))
			return of[at].year;
	const struct dated *behind = at < end ? of + at : NULL;
	uint32_t up = before ? line - before->line : UINT32_MAX;
	uint32_t down = behind ? behind->line - line : UINT32_MAX;
	if (up > LINES_MOST && down > LINES_MOST)
		return 0;
	return up <= down ? before->year : behind->year;
}

/* The field beside it that tells the most of it. */
static const char *partner_of(const char *field)
{
	return strcmp(field, "died") == 0       ? "born"
		: strcmp(field, "born") == 0    ? "died"
		: strcmp(field, "said_os") == 0 ? "said"
						: "date";
}

static size_t kind_of(const char *field)
{
	size_t i = 0;
	while (i < FIELD_KINDS && strcmp(fields[i], field) != 0)
		i++;
	return i;
}

int64_t neighbour_year(struct loader *load, const char *field, struct place place)
{
	size_t len;
	const char *bytes = diag_file_bytes(load->diags, place.file, &len);
	const char *byte = spot_byte(load, place);
	if (!byte)
		return 0;
	if (!load->neighbours || load->neighbours->bytes != bytes)
		load->neighbours = find(&load->scratch, bytes, len);
	bool life = strcmp(field, "born") == 0 || strcmp(field, "died") == 0;
	const char *partner = partner_of(field);
	const char *const names[] = {life ? partner : field, life ? field : partner, "date",
		"date_os", "said", "born", "died", "issued"};
	int64_t year = 0;
	for (size_t i = 0; byte < bytes + len && i < sizeof names / sizeof *names && !year; i++) {
		size_t kind = kind_of(names[i]);
		year = kind < FIELD_KINDS ? nearest(load->neighbours, kind, place.line, byte) : 0;
		/* a life lies between the two */
		if (year && i == 0 && strcmp(field, "died") == 0)
			year += LIFE_MIDDLE;
		else if (year > LIFE_MIDDLE && i == 0 && strcmp(field, "born") == 0)
			year -= LIFE_MIDDLE;
	}
	return year;
}
