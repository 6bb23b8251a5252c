/* One pass from left to right. A term is a sign, perhaps a field and a colon, and values; where it
 * ends is known from its first character. Whatever is doubtful is refused with the way to write
 * it, so that no slip of the finger selects everything or nothing. */
#include "model/query.h"

#include "base/suggest.h"
#include "base/text.h"
#include "model/query_scan.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *const field_names[QUERY_FIELD_COUNT] = {
	[QUERY_WORDS] = "",
	[QUERY_DATES] = "",
	[QUERY_SPEAKER] = "speaker",
	[QUERY_PERSON] = "person",
	[QUERY_PARTY] = "party",
	[QUERY_SOURCE] = "source",
	[QUERY_THEME] = "theme",
	[QUERY_PLACE] = "place",
	[QUERY_ERA] = "era",
	[QUERY_STATUS] = "status",
	[QUERY_KIND] = "kind",
	[QUERY_LANG] = "lang",
	[QUERY_ID] = "id",
	[QUERY_ANSWERS] = "answers",
	[QUERY_HAS] = "has",
};

static const char *const has_names[HAS_COUNT] = {
	[HAS_QUOTES] = "quotes",
	[HAS_VARIANTS] = "variants",
	[HAS_REPLIES] = "replies",
	[HAS_PARALLELS] = "parallels",
	[HAS_POSITIONS] = "positions",
};

struct reader {
	struct arena *arena;
	const char *start, *at, *end;
	struct query_problem *problem;
	const char *counted; /* up to where columns are counted, and how many */
	uint32_t columns;
};

const char *query_field_name(enum query_field field)
{
	return field_names[field];
}

void query_squeeze(struct buf *buf, size_t from)
{
	char *to = buf->len > from ? strstr(buf->text + from, "  ") : NULL;
	if (!to)
		return;
	for (const char *at = to++; at < buf->text + buf->len; at++)
		if (*at != ' ' || to[-1] != ' ')
			*to++ = *at;
	*to = '\0';
	buf->len = (size_t)(to - buf->text);
}

void query_fold(struct buf *buf, const char *text, size_t len)
{
	size_t from = buf->len;
	text_fold(buf, text, len);
	query_squeeze(buf, from);
}

/* ---- problems ---- */

static bool fail(struct reader *reader, const char *at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Places are mostly asked for from left to right. */
static uint32_t column_of(struct reader *reader, const char *place)
{
	if (!reader->counted || place < reader->counted) {
		reader->counted = reader->start;
		reader->columns = 0;
	}
	for (; reader->counted < place; reader->counted++)
		reader->columns += ((unsigned char)*reader->counted & 0xc0) != 0x80;
	return reader->columns + 1;
}

static bool fail(struct reader *reader, const char *at, const char *format, ...)
{
	va_list arguments;
	struct query_problem *problem = reader->problem;
	problem->column = column_of(reader, at);
	va_start(arguments, format);
	vsnprintf(problem->reason, sizeof problem->reason, format, arguments);
	va_end(arguments);
	/* What does not fit is cut between characters. */
	problem->reason[text_valid(problem->reason, strlen(problem->reason))] = '\0';
	return false;
}

/* How much of a word to quote: all of a short one, else whole clusters. */
static int quoted(const char *at, const char *end)
{
	enum { MOST = 40 };
	size_t len = 0;
	while (at + len < end) {
		size_t more = text_cluster(at + len, (size_t)(end - at) - len);
		if (len + more > MOST)
			break;
		len += more;
	}
	return (int)len;
}

/* ---- values ---- */

static struct query_value *add_value(
	struct reader *reader, struct query_term *term, const char *at, const char *end)
{
	struct buf folded = {0};
	query_fold(&folded, at, (size_t)(end - at));
	const char *from = buf_string(&folded), *to = from + folded.len;
	while (from < to && *from == ' ')
		from++;
	while (from < to && to[-1] == ' ')
		to--;
	struct query_value *value = NULL;
	if (from < to) {
		value = arena_alloc(reader->arena, 1, sizeof *value);
		value->text = arena_text(reader->arena, from, (size_t)(to - from));
		value->len = (size_t)(to - from);
		value->column = column_of(reader, at);
		value->next = term->values;
		term->values = value;
	}
	buf_free(&folded);
	return value;
}

/* Takes what stands between quotation marks. */
static bool read_phrase(struct reader *reader, const char **from, const char **to)
{
	const char *open = reader->at;
	const char *at = open + query_mark(open, reader->end);
	*from = at;
	while (at < reader->end && !query_mark(at, reader->end))
		at++;
	if (at == reader->end)
		return fail(reader, open, "this quotation mark is not closed");
	*to = at;
	reader->at = at + query_mark(at, reader->end);
	return true;
}

static bool read_words(struct reader *reader, struct query_term *term)
{
	const char *begin = reader->at, *from = begin, *to;
	if (query_mark(begin, reader->end)) {
		if (!read_phrase(reader, &from, &to))
			return false;
	} else {
		to = reader->at = query_word_end(from, reader->end, false);
	}
	if (!add_value(reader, term, from, to))
		return fail(reader, begin, "there is no word here to look for");
	return true;
}

static bool read_has(
	struct reader *reader, struct query_term *term, const char *from, const char *to)
{
	struct suggest suggest;
	const char *name = term->values->text;
	for (int has = 0; has < HAS_COUNT; has++)
		if (strcmp(name, has_names[has]) == 0) {
			term->has |= (uint8_t)(1u << has);
			return true;
		}
	suggest_start(&suggest, name);
	for (int has = 0; has < HAS_COUNT; has++)
		suggest_feed(&suggest, has_names[has]);
	if (suggest_best(&suggest))
		return fail(reader, from, "nothing has \"%.*s\"; did you mean \"%s\"?",
			quoted(from, to), from, suggest_best(&suggest));
	return fail(reader, from,
		"nothing has \"%.*s\"; what can be asked for is has:quotes, has:variants, "
		"has:replies, has:parallels and has:positions",
		quoted(from, to), from);
}

static bool read_values(struct reader *reader, struct query_term *term)
{
	const char *name = field_names[term->field];
	for (;; reader->at++) {
		const char *begin = reader->at, *from = begin, *to;
		if (begin < reader->end && query_mark(begin, reader->end)) {
			if (!read_phrase(reader, &from, &to))
				return false;
		} else {
			to = reader->at = query_word_end(from, reader->end, true);
		}
		if (!add_value(reader, term, from, to))
			return fail(reader, begin,
				"\"%s:\" needs a value right behind it, as in %s:%s", name, name,
				term->field == QUERY_HAS ? "quotes" : "a,b");
		if (term->field == QUERY_HAS && !read_has(reader, term, from, to))
			return false;
		if (reader->at == reader->end || *reader->at != ',')
			return true;
	}
}

/* ---- fields ---- */

static bool unknown_field(struct reader *reader, const char *at, const char *colon)
{
	static const char *const dates[] = {"date", "year", "when", "day", "month"};
	struct suggest suggest;
	struct buf name = {0};
	text_fold(&name, at, (size_t)(colon - at));
	suggest_start(&suggest, buf_string(&name));
	for (int field = 0; field < QUERY_FIELD_COUNT; field++)
		suggest_feed(&suggest, field_names[field]);
	const char *best = suggest_best(&suggest);
	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
		if (strcmp(buf_string(&name), dates[i]) == 0)
			best = "";
	buf_free(&name);
	int len = quoted(at, colon);
	if (best && !*best)
		return fail(reader, at,
			"there is no field \"%.*s\"; a date stands by itself, as 1918 or "
			"1917..1918",
			len, at);
	if (best)
		return fail(reader, at, "there is no field \"%.*s\"; did you mean \"%s\"?", len, at,
			best);
	return fail(reader, at,
		"there is no field \"%.*s\"; there are speaker, person, party, source, theme, "
		"place, era, status, kind, lang, id, answers and has; words with a colon stand in "
		"quotation marks",
		len, at);
}

static bool read_field(struct reader *reader, struct query_term *term, const char *colon)
{
	struct buf name = {0};
	text_fold(&name, reader->at, (size_t)(colon - reader->at));
	int field = QUERY_FIELD_COUNT;
	while (field-- > QUERY_SPEAKER)
		if (strcmp(buf_string(&name), field_names[field]) == 0)
			break;
	buf_free(&name);
	if (field < QUERY_SPEAKER)
		return unknown_field(reader, reader->at, colon);
	term->field = (uint8_t)field;
	reader->at = colon + 1;
	return read_values(reader, term);
}

/* ---- dates ---- */

/* A date that is a season and looks like a range of years: "1917-21" is spring 1917. */
static const char *season_of(struct reader *reader, const char *at, const char *end)
{
	if (end - at != 7 || at[4] != '-' || strspn(at, "0123456789") != 4 ||
		strspn(at + 5, "0123456789") < 2)
		return NULL;
	return strncmp(at + 5, "21", 2) >= 0 && strncmp(at + 5, at + 2, 2) > 0
		? arena_text(reader->arena, at, 7)
		: NULL;
}

static bool read_dates(struct reader *reader, struct query_term *term, const char *end)
{
	struct date_problem problem;
	const char *at = reader->at;
	term->field = QUERY_DATES;
	if (query_dates_parse(reader->arena, at, (size_t)(end - at), &term->spans, &problem)) {
		term->season = season_of(reader, at, end);
		reader->at = end;
		return true;
	}
	return fail(reader, at + problem.offset,
		"%s; to look for it as a word, put it in quotation marks", problem.reason);
}

/* ---- terms ---- */

static bool read_term(struct reader *reader, struct query_term *term)
{
	const char *start = reader->at;
	term->column = column_of(reader, start);
	if (*start == '-' && !query_is_year(start, reader->end)) {
		term->negative = true;
		reader->at++;
		if (reader->at == reader->end || query_space(reader->at, reader->end))
			return fail(reader, start,
				"a minus stands right before what is not wanted, as in -word");
	}
	if (query_mark(reader->at, reader->end))
		return read_words(reader, term);
	const char *date = query_date_end(reader->at, reader->end);
	if (date)
		return read_dates(reader, term, date);
	const char *colon = query_colon(reader->at, reader->end);
	return colon ? read_field(reader, term, colon) : read_words(reader, term);
}

bool query_parse(struct arena *arena, const char *text, size_t len, const struct query_term **terms,
	struct query_problem *problem)
{
	struct reader reader = {
		.arena = arena, .start = text, .at = text, .end = text + len, .problem = problem};
	const struct query_term *first = NULL, **tail = &first;
	size_t valid = text_valid(text, len), space;
	if (valid < len)
		return fail(&reader, text + valid, "this is not UTF-8");
	for (;;) {
		while (reader.at < reader.end && (space = query_space(reader.at, reader.end)))
			reader.at += space;
		if (reader.at == reader.end)
			break;
		struct query_term *term = arena_alloc(arena, 1, sizeof *term);
		if (!read_term(&reader, term))
			return false;
		*tail = term;
		tail = &term->next;
	}
	*terms = first;
	return true;
}
