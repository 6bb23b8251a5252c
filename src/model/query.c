/* One pass from left to right. A term is a sign, perhaps a field and a colon, and values; where it ends is
 * known from its first character. Whatever is doubtful is refused with the way to write it, so that no slip
 * of the finger selects everything or nothing. */
#include "model/query.h"

#include "base/suggest.h"
#include "base/text.h"

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

static uint32_t column_of(const struct reader *reader, const char *place)
{
	uint32_t column = 1;
	for (const char *at = reader->start; at < place; at++)
		column += ((unsigned char)*at & 0xc0) != 0x80;
	return column;
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

/* ---- characters ---- */

static bool code_is_space(int32_t code)
{
	return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 || code == 0xA0 ||
		code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
		code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

/* Bytes of the space at `at`, or 0. */
static size_t space_at(const char *at, const char *end)
{
	size_t bytes;
	return code_is_space(text_decode(at, (size_t)(end - at), &bytes)) ? bytes : 0;
}

/* Bytes of the quotation mark at `at`, or 0: the plain one, and those that keyboards put in its place. */
static size_t mark_at(const char *at, const char *end)
{
	size_t bytes;
	int32_t code = text_decode(at, (size_t)(end - at), &bytes);
	return code == '"' || (code >= 0x201C && code <= 0x201F) ? bytes : 0;
}

static const char *word_end(const char *at, const char *end, bool comma)
{
	size_t bytes = 0;
	for (; at < end; at += bytes) {
		if (space_at(at, end) || mark_at(at, end) || (comma && *at == ','))
			break;
		text_decode(at, (size_t)(end - at), &bytes);
	}
	return at;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "-0043": a minus and four digits, which is a year and no "not". */
static bool is_year(const char *at, const char *end)
{
	return end - at >= 5 && *at == '-' && is_digit(at[1]) && is_digit(at[2]) &&
		is_digit(at[3]) && is_digit(at[4]);
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
	const char *at = open + mark_at(open, reader->end);
	*from = at;
	while (at < reader->end && !mark_at(at, reader->end))
		at++;
	if (at == reader->end)
		return fail(reader, open, "this quotation mark is not closed");
	*to = at;
	reader->at = at + mark_at(at, reader->end);
	return true;
}

static bool read_words(struct reader *reader, struct query_term *term)
{
	const char *begin = reader->at, *from = begin, *to;
	if (mark_at(begin, reader->end)) {
		if (!read_phrase(reader, &from, &to))
			return false;
	} else {
		to = reader->at = word_end(from, reader->end, false);
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
		if (begin < reader->end && mark_at(begin, reader->end)) {
			if (!read_phrase(reader, &from, &to))
				return false;
		} else {
			to = reader->at = word_end(from, reader->end, true);
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

/* The colon behind a field's name, or NULL. */
static const char *colon_of(const char *at, const char *end)
{
	size_t bytes;
	const char *start = at;
	for (; at < end && *at != ':'; at += bytes) {
		int32_t code = text_decode(at, (size_t)(end - at), &bytes);
		if (!text_is_letter(code) && code != '_' && code != '-')
			return NULL;
	}
	return at > start && at < end ? at : NULL;
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

/* Where a date ends that begins here; NULL where none does. A set goes on to its bracket. */
static const char *date_end(const char *at, const char *end)
{
	static const char signs[] = "0123456789X?~%.,/:-+YESTZ";
	const char *first = at, *to = word_end(at, end, false);
	if (*at == '[' || *at == '{') {
		const char *close = at;
		first++;
		while (close < end && *close != ']' && *close != '}')
			close++;
		if (close < end)
			to = word_end(close, end, false);
	}
	if (first == to)
		return NULL;
	if (is_digit(*first) || is_year(first, to))
		return to;
	if (to - first >= 2 && first[0] == '.' && first[1] == '.' &&
		(to - first == 2 || first[2] != '.'))
		return to;
	bool digits = false;
	for (const char *c = first; c < to; c++) {
		if (!memchr(signs, *c, sizeof signs - 1) && !(first > at && strchr("]} ", *c)))
			return NULL;
		digits = digits || is_digit(*c);
	}
	return digits && strchr("X?~%/Y", *first) ? to : NULL;
}

static bool read_dates(struct reader *reader, struct query_term *term, const char *end)
{
	struct date_problem problem;
	const char *at = reader->at;
	term->field = QUERY_DATES;
	if (query_dates_parse(reader->arena, at, (size_t)(end - at), &term->spans, &problem)) {
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
	if (*start == '-' && !is_year(start, reader->end)) {
		term->negative = true;
		reader->at++;
		if (reader->at == reader->end || space_at(reader->at, reader->end))
			return fail(reader, start,
				"a minus stands right before what is not wanted, as in -word");
	}
	if (mark_at(reader->at, reader->end))
		return read_words(reader, term);
	const char *date = date_end(reader->at, reader->end);
	if (date)
		return read_dates(reader, term, date);
	const char *colon = colon_of(reader->at, reader->end);
	return colon ? read_field(reader, term, colon) : read_words(reader, term);
}

bool query_parse(struct arena *arena, const char *text, size_t len, const struct query_term **terms,
	struct query_problem *problem)
{
	struct reader reader = {arena, text, text, text + len, problem};
	const struct query_term *first = NULL, **tail = &first;
	size_t valid = text_valid(text, len), space;
	if (valid < len)
		return fail(&reader, text + valid, "this is not UTF-8");
	for (;;) {
		while (reader.at < reader.end && (space = space_at(reader.at, reader.end)))
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
