/* One pass with memchr over the file finds them, in most files few. The parser gives the places
 * where a value begins and ends, and these are laid beside the list as they come, both in order. */
#include "base/remark.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool is_break(char c)
{
	return c == '\n' || c == '\r';
}

/* ---- finding them ---- */

/* A place that only moves forward; `start` is where its line begins. */
struct cursor {
	const char *at, *start;
	uint32_t line, column;
	bool returns; /* there are carriage returns in the file */
};

static void cursor_line(struct cursor *cursor, const char *start)
{
	cursor->at = cursor->start = start;
	cursor->line++;
	cursor->column = 1;
}

static void cursor_move(struct cursor *cursor, const char *to)
{
	const char *at = cursor->at;
	for (; at < to && cursor->returns; at++)
		if (*at == '\n' || (*at == '\r' && at[1] != '\n'))
			cursor_line(cursor, at + 1);
	while (!cursor->returns && (at = memchr(cursor->at, '\n', (size_t)(to - cursor->at))))
		cursor_line(cursor, at + 1);
	cursor->column += (uint32_t)text_length(cursor->at, (size_t)(to - cursor->at));
	cursor->at = to;
}

/* Finds what stands before it, in its line or in the nearest line above that has something. False
 * where that is such a line: nothing ends there. */
static bool behind_find(struct remark *remark, const struct cursor *cursor, const char *bytes)
{
	const char *back = remark->at;
	while (back > cursor->start && is_blank(back[-1]))
		back--;
	remark->first = back == cursor->start;
	remark->end_line = remark->line;
	remark->end_column = remark->column - (uint32_t)(remark->at - back);
	remark->before = back > bytes ? back[-1] : '\0';
	if (!remark->first)
		return true;
	for (; back > bytes && (is_blank(back[-1]) || is_break(back[-1])); back--)
		remark->end_line -= is_break(back[-1]) && !(back[-1] == '\r' && *back == '\n');
	remark->before = back > bytes ? back[-1] : '\0';
	const char *start = back;
	while (start > bytes && !is_break(start[-1]))
		start--;
	remark->end_column = 1 + (uint32_t)text_length(start, (size_t)(back - start));
	while (start < back && is_blank(*start))
		start++;
	return start == back || *start != '#';
}

static uint32_t rest_length(const char *from, const char *end)
{
	enum { LINE_MOST = 1 << 20 };
	const char *at = from;
	end = end - from > LINE_MOST ? from + LINE_MOST : end;
	while (at < end && !is_break(*at))
		at++;
	while (at > from && is_blank(at[-1]))
		at--;
	return (uint32_t)(at - from);
}

/* What comes behind the #, which may be glued to a quotation mark. */
static void word_find(struct remark *remark, const char *end, bool glued)
{
	enum { WORD_MOST = 40 };
	const char *at = remark->at, *sharps = at;
	while (at < end && !is_blank(*at) && !is_break(*at) && at - sharps < WORD_MOST)
		at++;
	while (at < end && text_is_inside(*at))
		at--;
	remark->word = (uint8_t)(at - sharps);
	remark->rest = rest_length(remark->at, end);
	while (sharps < end && *sharps == '#')
		sharps++;
	remark->joined = (sharps < end && !is_blank(*sharps) && !is_break(*sharps)) || glued;
	remark->likely = !remark->joined || (sharps < end && *sharps >= 'a' && *sharps <= 'z');
	while (sharps < end && is_blank(*sharps))
		sharps++;
	remark->figure = sharps < end && *sharps >= '0' && *sharps <= '9';
}

/* More than a few in a line, which is then hardly written by hand, would cost memory. */
void remarks_find(struct remarks *remarks, const char *bytes, size_t len)
{
	enum { LINE_MOST = 4 };
	const char *end = remarks->end = bytes + len, *at = bytes;
	struct cursor cursor = {bytes, bytes, 1, 1, false};
	bool first = true;
	remarks->count = remarks->next = 0;
	while (at < end && (at = memchr(at, '#', (size_t)(end - at)))) {
		const char *sharp = at++;
		if (sharp > bytes && !memchr(" \t\n\r\"'[]{},", sharp[-1], 11))
			continue;
		if (first)
			cursor.returns = memchr(bytes, '\r', len) != NULL;
		first = false;
		cursor_move(&cursor, sharp);
		if (remarks->count >= LINE_MOST &&
			remarks->at[remarks->count - LINE_MOST].line == cursor.line)
			continue;
		remarks->at = mem_grow(
			remarks->at, &remarks->capacity, remarks->count + 2, sizeof *remarks->at);
		struct remark *remark = &remarks->at[remarks->count];
		*remark = (struct remark){
			.line = cursor.line, .column = cursor.column, .at = sharp};
		word_find(remark, end, sharp > bytes && (sharp[-1] == '"' || sharp[-1] == '\''));
		bool news = behind_find(remark, &cursor, bytes);
		remarks->count += news || (remark->likely && remarks->count && !remark[-1].likely);
	}
	remarks->at = mem_grow(
		remarks->at, &remarks->capacity, remarks->count + 1, sizeof *remarks->at);
	remarks->at[remarks->count] = (struct remark){.line = UINT32_MAX, .end_line = UINT32_MAX};
}

void remarks_free(struct remarks *remarks)
{
	free(remarks->at);
	*remarks = (struct remarks){0};
}

/* ---- whose they are ---- */

static bool is_before(const struct remark *remark, struct place place)
{
	return remark->line < place.line ||
		(remark->line == place.line && remark->column < place.column);
}

/* A block text ends where the line behind it begins. */
static bool follows(const struct remark *remark, struct place end, enum remark_style style)
{
	if (style == REMARK_BLOCK)
		return remark->first && remark->end_line < end.line;
	return remark->end_line == end.line && remark->end_column == end.column;
}

/* The number of a remark from `from` on that stands behind a key or a dash whose value begins below
 * it, at `to`; 0 where there is none. */
static uint32_t head_find(const struct remarks *remarks, struct remark *from, struct remark *to)
{
	while (to-- > from) {
		bool within = to > from && to[-1].line == to->line; /* another remark */
		if (within || to->kind != REMARK_FREE || !strchr(":-", to->before) || !to->before)
			continue;
		to->kind = REMARK_HEADS;
		return (uint32_t)(to - remarks->at) + 1;
	}
	return 0;
}

uint32_t remarks_pass(
	struct remarks *remarks, struct place start, struct place end, enum remark_style style)
{
	uint32_t words = 0, heads;
	struct remark *from = &remarks->at[remarks->next], *at = from;
	while (is_before(at, start))
		at++;
	heads = style == REMARK_BRACKET ? 0 : head_find(remarks, from, at);
	for (; is_before(at, end); at++) {
		uint32_t number = (uint32_t)(at - remarks->at) + 1;
		bool head = style == REMARK_BLOCK && at->line == start.line;
		if (style == REMARK_BRACKET)
			continue;
		at->kind = head ? REMARK_HEADS : REMARK_WORDS;
		if (head && !heads)
			heads = number;
		else if (!head && at->first && at->likely && !words)
			words = number;
	}
	remarks->next = (size_t)(at - remarks->at);
	if (remarks->next == remarks->count || !follows(at, end, style))
		return heads ? heads : words;
	at->kind = REMARK_CUTS;
	return (uint32_t)remarks->next + 1;
}

const struct remark *remarks_taker(
	const struct remarks *remarks, struct place from, struct place until, char closing)
{
	for (const struct remark *at = remarks->at; is_before(at, until); at++) {
		if (is_before(at, from) || at->kind == REMARK_WORDS)
			continue;
		const char *end = at->at;
		while (end < remarks->end && !is_break(*end))
			end++;
		size_t len = (size_t)(end - at->at);
		if (memchr(at->at, closing, len) || (at->joined && memchr(at->at, ',', len)))
			return at;
	}
	return NULL;
}

const struct remark *remarks_before(const struct remarks *remarks, struct place until)
{
	const struct remark *last = NULL;
	for (const struct remark *at = remarks->at; is_before(at, until); at++)
		last = at;
	return last;
}
