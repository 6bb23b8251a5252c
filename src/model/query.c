/* One pass from left to right. A term is a sign, perhaps a field and a colon, and values; where it
 * ends is known from its first character (query_scan.h). Whatever is doubtful is refused with the way
 * to write it, so that no slip of the finger selects everything or nothing. */
#include "model/query.h"

#include "base/suggest.h"
#include "base/text.h"
#include "model/query_scan.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const has_words[HAS_COUNT] = {
	"quotes", "variants", "replies", "parallels", "positions"};
static const struct form_words has_values = {has_words, HAS_COUNT, NULL, NULL, NULL};

/* A new field is a row here, and one of the same name in query/terms.c. */
static const struct query_field_row fields[] = {
	[QUERY_WORDS] = {""},
	[QUERY_DATES] = {""},
	{"by", NULL, "what somebody says: a party with all its people, a person, a source"},
	{"speaker", NULL, "the same, of a party only what is said in its name"},
	{"party", NULL, "who met, and what their people say"},
	{"person", NULL, "who was there, speaks, or is spoken of"},
	{"theme", NULL, "what it is about"},
	{"source", NULL, "where it is printed"},
	{"place", NULL, "where it happened"},
	{"era", NULL, "in which era"},
	{"has", &has_values, "what has replies, variants, parallels, positions"},
	{"kind", &form_kinds, "exact words, reports, a source's own views"},
	{"status", &form_statuses, "how sure the words are"},
	{"lang", NULL, "in which language the words are"},
	{"id", NULL, "one event or quotation"},
	{"answers", NULL, "what answers a quotation"},
};

enum { FIELD_COUNT = sizeof fields / sizeof *fields };

struct reader {
	struct arena *arena;
	const char *start, *at, *end;
	struct query_problem *problem;
	const char *counted; /* up to where columns are counted, and how many */
	uint32_t columns;
};

const struct query_field_row *query_field_row(int field)
{
	return field < FIELD_COUNT ? &fields[field] : NULL;
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
		reader->columns += !text_is_inside(*reader->counted);
	return reader->columns + 1;
}

static bool fail(struct reader *reader, const char *at, const char *format, ...)
{
	va_list arguments;
	struct query_problem *problem = reader->problem;
	problem->origin = ORIGIN_QUERY;
	problem->column = column_of(reader, at);
	va_start(arguments, format);
	vsnprintf(problem->reason, sizeof problem->reason, format, arguments);
	va_end(arguments);
	/* A query may be of several lines, its problem is of one; what does not fit is cut between
	 * characters. */
	for (char *feed = problem->reason; (feed = strchr(feed, '\n')) != NULL;)
		*feed = ' ';
	problem->reason[text_valid(problem->reason, strlen(problem->reason))] = '\0';
	return false;
}

/* How much of a word to quote: all of a short one, else whole clusters. What is said of it fits one
 * row of the prompt. */
static int quoted(const char *at, const char *end)
{
	enum { MOST = 24 };
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
		value->from = (size_t)(at - reader->start);
		value->bytes = (size_t)(end - at);
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
	const char *at = open + scan_mark(open, reader->end);
	*from = at;
	while (at < reader->end && !scan_mark(at, reader->end))
		at++;
	if (at == reader->end)
		return fail(reader, open, "this quotation mark is not closed");
	*to = at;
	reader->at = at + scan_mark(at, reader->end);
	return true;
}

/* Words and signs that other catalogues take for more. */
static bool refuse_operator(struct reader *reader, const char *from, const char *to)
{
	static const char *const operators[] = {"AND", "OR", "NOT", "&", "&&", "|", "||"};
	for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
		size_t len = strlen(operators[i]);
		if ((size_t)(to - from) == len && memcmp(from, operators[i], len) == 0)
			return fail(reader, from,
				"all terms must hold, a,b is either, -term is not; \"%s\" is %s",
				operators[i], i < 3 ? "a word" : "no sign of a query");
	}
	return true;
}

static bool read_words(struct reader *reader, struct query_term *term)
{
	const char *begin = reader->at, *from = begin, *to;
	if (scan_mark(begin, reader->end)) {
		if (!read_phrase(reader, &from, &to))
			return false;
	} else {
		to = reader->at = scan_word(from, reader->end, false);
		if (!refuse_operator(reader, from, to))
			return false;
	}
	if (!add_value(reader, term, from, to))
		return fail(reader, begin, "there is no word here to look for");
	return true;
}

static bool read_has(
	struct reader *reader, struct query_term *term, const char *from, const char *to)
{
	struct suggest suggest;
	suggest_start(&suggest, term->values->text);
	for (int has = 0; has < HAS_COUNT; has++) {
		if (strcmp(term->values->text, has_words[has]) == 0) {
			term->has |= (uint8_t)(1u << has);
			return true;
		}
		suggest_feed(&suggest, has_words[has]);
	}
	struct buf all = {0};
	if (suggest_hint(&all, term->values->text, suggest_best(&suggest), NULL)) {
		fail(reader, from, "nothing has \"%.*s\"%s", quoted(from, to), from,
			buf_string(&all));
		buf_free(&all);
		return false;
	}
	for (int has = 0; has < HAS_COUNT; has++) {
		buf_join(&all, (size_t)has, HAS_COUNT);
		buf_text(&all, has_words[has]);
	}
	fail(reader, from, "has: takes %s", buf_string(&all));
	buf_free(&all);
	return false;
}

static bool read_values(struct reader *reader, struct query_term *term)
{
	const char *name = fields[term->field].name;
	bool has = fields[term->field].words == &has_values;
	for (;; reader->at++) {
		const char *begin = reader->at, *from = begin, *to;
		if (begin < reader->end && scan_mark(begin, reader->end)) {
			if (!read_phrase(reader, &from, &to))
				return false;
		} else {
			to = reader->at = scan_word(from, reader->end, true);
		}
		if (!add_value(reader, term, from, to))
			return fail(reader, begin,
				"\"%s:\" needs a value right behind it, as in %s:%s", name, name,
				has ? "quotes" : "a,b");
		if (has && !read_has(reader, term, from, to))
			return false;
		if (reader->at == reader->end || *reader->at != ',')
			return true;
	}
}

/* ---- fields ---- */

/* The field that is meant by another name for it; NULL where none is known. */
static const char *field_meant(const char *name)
{
	static const char *const others[][2] = {
		{"says", "by"},
		{"say", "by"},
		{"said", "by"},
		{"from", "by"},
		{"voice", "by"},
		{"who", "by"},
		{"author", "by"},
		{"quote", "by"},
		{"topic", "theme"},
		{"issue", "theme"},
		{"subject", "theme"},
		{"tag", "theme"},
		{"about", "theme"},
		{"country", "party"},
		{"side", "party"},
		{"where", "place"},
		{"location", "place"},
		{"city", "place"},
		{"name", "person"},
		{"people", "person"},
	};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (strcmp(others[i][0], name) == 0)
			return others[i][1];
	return NULL;
}

static bool unknown_field(struct reader *reader, const char *at, const char *colon)
{
	static const char *const dates[] = {"date", "year", "when", "day", "month"};
	struct suggest suggest;
	struct buf name = {0};
	text_fold(&name, at, (size_t)(colon - at));
	suggest_start(&suggest, buf_string(&name));
	for (int field = 0; field < FIELD_COUNT; field++)
		suggest_feed(&suggest, fields[field].name);
	const char *best = suggest_best(&suggest);
	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
		if (strcmp(buf_string(&name), dates[i]) == 0)
			best = "";
	int len = quoted(at, colon);
	const char *meant = field_meant(buf_string(&name));
	struct buf hint = {0};
	bool near = !(best && !*best) && suggest_hint(&hint, buf_string(&name), best, NULL);
	if (best && !*best)
		fail(reader, at, "there is no field \"%.*s\"; a date stands alone, as 1917..1918",
			len, at);
	else if (meant)
		fail(reader, at, "there is no field \"%.*s\"; did you mean \"%s\"?", len, at,
			meant);
	else if (near)
		fail(reader, at, "there is no field \"%.*s\"%s", len, at, buf_string(&hint));
	else
		fail(reader, at, "no field \"%.*s\"; in quotation marks it is words", len, at);
	buf_free(&hint);
	buf_free(&name);
	return false;
}

/* The field of that name; less than QUERY_NAMED where there is none. */
static int field_named(const char *at, const char *end)
{
	struct buf name = {0};
	text_fold(&name, at, (size_t)(end - at));
	int field = FIELD_COUNT;
	while (field-- > QUERY_NAMED)
		if (strcmp(buf_string(&name), fields[field].name) == 0)
			break;
	buf_free(&name);
	return field;
}

/* A dash or a colon of a word processor, where the keyboard's would have a meaning, and "speaker=hale". */
static bool refuse_look_alike(struct reader *reader)
{
	size_t bytes;
	struct buf name = {0};
	const char *at = reader->at, *end = scan_letters(at, reader->end);
	int32_t code = text_decode(at, (size_t)(reader->end - at), &bytes);
	bool dash = code == 0x2212 || (code >= 0x2010 && code <= 0x2015), colon;
	dash = dash && scan_letters(at + bytes, reader->end) > at + bytes;
	if (!dash)
		code = text_decode(end, (size_t)(reader->end - end), &bytes);
	colon = (code == '=' || code == 0xFF1A || code == 0xFE55 || code == 0x2236 ||
			code == 0xA789) &&
		field_named(at, end) >= QUERY_NAMED;
	if (code == '=')
		buf_text(&name, "\"=\"");
	else
		text_name(&name, code);
	if (dash)
		fail(reader, at, "write \"-\" before what is not wanted, not %s",
			buf_string(&name));
	else if (colon)
		fail(reader, end, "write \":\" behind \"%.*s\", not %s", quoted(at, end), at,
			buf_string(&name));
	buf_free(&name);
	return !dash && !colon;
}

static bool read_field(struct reader *reader, struct query_term *term, const char *colon)
{
	int field = field_named(reader->at, colon);
	if (field < QUERY_NAMED)
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

/* Says how the date is written and, where the row has room, how it is a word. */
static bool fail_date(
	struct reader *reader, const char *at, const char *end, const struct date_problem *problem)
{
	enum { ROOM = 67 };
	const char *reason = problem->reason, *place = at + problem->offset;
	const char *number = at + (*at == '-');
	int digits = 0, len = quoted(at, end);
	char year[64];
	while (number + digits < end && text_is_figure(number[digits]))
		digits++;
	if (digits && digits < 4 && (number + digits == end || number[digits] == ',')) {
		place = at;
		len = (int)(number - at) + digits;
		int value = atoi(number);
		if (value > 0 && at > reader->start && at[-1] == '-') {
			snprintf(year, sizeof year, "%d BCE is %s%04d, %d CE %04d", (int)value,
				value > 1 ? "-" : "", (int)value - 1, (int)value, (int)value);
			reason = year;
		} else if (digits < 3 && *at != '-') {
			snprintf(year, sizeof year, "a day is 29 March 1918, a year %.*s%.*s",
				4 - digits, "000", digits, number);
			reason = year;
		}
	}
	bool whole = at + len == end || place == at;
	if (whole && strlen(reason) + (size_t)len + strlen("; as a word: \"\"") <= ROOM)
		return fail(reader, place, "%s; as a word: \"%.*s\"", reason, len, at);
	if (strlen(reason) + strlen("; words: in quotation marks") <= ROOM)
		return fail(reader, place, "%s; words: in quotation marks", reason);
	return fail(reader, place, "%s", reason);
}

static bool read_dates(struct reader *reader, struct query_term *term, const char *end)
{
	struct date_problem problem;
	const char *at = reader->at;
	term->field = QUERY_DATES;
	if (query_dates_parse(reader->arena, at, (size_t)(end - at), &term->spans, &problem)) {
		term->season = season_of(reader, at, end);
		term->minus = *at == '-';
		reader->at = end;
		return true;
	}
	return fail_date(reader, at, end, &problem);
}

/* ---- terms ---- */

static bool read_term(struct reader *reader, struct query_term *term)
{
	const char *start = reader->at;
	term->column = column_of(reader, start);
	if (*start == '-' && !scan_is_year(start, reader->end)) {
		term->negative = true;
		reader->at++;
		bool minus = reader->at < reader->end && *reader->at == '-' &&
			!scan_is_year(reader->at, reader->end);
		if (reader->at == reader->end || minus || scan_space(reader->at, reader->end))
			return fail(reader, start,
				"a minus stands right before what is not wanted, as in -word");
	}
	if (scan_mark(reader->at, reader->end))
		return read_words(reader, term);
	const char *date = scan_dates(reader->at, reader->end);
	if (date)
		return read_dates(reader, term, date);
	if (!refuse_look_alike(reader))
		return false;
	const char *colon = scan_colon(reader->at, reader->end);
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
		while (reader.at < reader.end && (space = scan_space(reader.at, reader.end)))
			reader.at += space;
		if (reader.at == reader.end)
			break;
		struct query_term *term = arena_alloc(arena, 1, sizeof *term);
		term->from = (size_t)(reader.at - text);
		if (!read_term(&reader, term))
			return false;
		term->bytes = (size_t)(reader.at - text) - term->from;
		*tail = term;
		tail = &term->next;
	}
	*terms = first;
	return true;
}
