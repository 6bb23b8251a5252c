/* The tree has a text as YAML reads it: escapes are characters, lines are joined, indentation is
 * gone. So the bytes of the file are gone through once more, from where the text begins, by the
 * rules of the way in which it is written, and each says how many bytes of text come of it, until
 * those are passed that stand before the one asked for.
 *
 * Places are asked for from the beginning of the file to its end, nearly always, so the one that was
 * last looked for is where looking for the next begins; for one above it, a line near it. */
#include "load/spot.h"

#include "base/node_sign.h"
#include "base/text.h"

#include <string.h>

/* A place in the bytes of a file. */
struct walk {
	const char *at, *end;
	struct place place;
	size_t left; /* bytes of the text still to be passed */
};

static bool is_break(char c)
{
	return c == '\n' || c == '\r';
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool at_break(const struct walk *walk)
{
	return walk->at < walk->end && is_break(*walk->at);
}

static bool at_blank(const struct walk *walk)
{
	return walk->at < walk->end && is_blank(*walk->at);
}

/* Over a character, or a line break of whatever kind. Returns its bytes. */
static size_t step(struct walk *walk)
{
	const char *from = walk->at++;
	if (is_break(*from)) {
		walk->at += *from == '\r' && walk->at < walk->end && *walk->at == '\n';
		walk->place.line++;
		walk->place.column = 1;
	} else {
		while (walk->at < walk->end && text_is_inside(*walk->at))
			walk->at++;
		walk->place.column++;
	}
	return (size_t)(walk->at - from);
}

/* Bytes of the text come of what stands here: passes them, or returns true where what is looked for
 * is among them. */
static bool gives(struct walk *walk, size_t bytes)
{
	if (walk->left < bytes)
		return true;
	walk->left -= bytes;
	return false;
}

/* Over a character that stands for itself; false where it is the one. */
static bool pass(struct walk *walk)
{
	struct walk after = *walk;
	if (gives(&after, step(&after)))
		return false;
	*walk = after;
	return true;
}

/* ---- where a text begins ---- */

/* The first byte of the file but a byte order mark. */
static struct walk file_begin(const struct loader *load, uint32_t file)
{
	size_t len;
	const char *bytes = diag_file_bytes(load->diags, file, &len);
	struct walk walk = {.at = bytes, .end = bytes + len, .place = {1, 1, file}};
	if (len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
		walk.at += 3;
	return walk;
}

void spot_foreign(struct loader *load, uint32_t file)
{
	while (load->foreign.len <= file)
		buf_char(&load->foreign, 0);
	load->foreign.text[file] = 1;
}

static bool is_foreign(const struct loader *load, uint32_t file)
{
	return file < load->foreign.len && load->foreign.text[file];
}

static bool is_before(struct place a, struct place b)
{
	return a.line != b.line ? a.line < b.line : a.column <= b.column;
}

static void spot_keep(struct loader *load, const struct walk *walk)
{
	load->spot = walk->place;
	load->spot_at = walk->at;
}

/* To the next line; to the end of the file, by its columns, from the last one. */
static void line_pass(struct walk *walk)
{
	const char *to = sign_line_end(walk->at, walk->end);
	if (to < walk->end) {
		walk->at = to;
		step(walk);
	}
	while (to == walk->end && walk->at < to)
		step(walk);
}

static struct walk place_begin(struct loader *load, struct place place)
{
	struct walk walk = file_begin(load, place.file);
	if (load->spot_at && load->spot.file == place.file && is_before(load->spot, place)) {
		walk.at = load->spot_at;
		walk.place = load->spot;
	} else {
		size_t len;
		uint32_t first = 1;
		const char *near = diag_file_near(
			load->diags, place.file, place.line, &first, &len);
		if (near && first > 1) {
			walk.at = near;
			walk.place.line = first;
		}
	}
	while (walk.at < walk.end && walk.place.line < place.line)
		line_pass(&walk);
	while (walk.at < walk.end && walk.place.line == place.line &&
		walk.place.column < place.column)
		step(&walk);
	spot_keep(load, &walk);
	return walk;
}

const char *spot_byte(struct loader *load, struct place place)
{
	return is_foreign(load, place.file) ? NULL : place_begin(load, place).at;
}

struct place spot_of_byte(struct loader *load, uint32_t file, const char *byte)
{
	struct walk walk = file_begin(load, file);
	if (load->spot_at && load->spot.file == file && load->spot_at <= byte) {
		walk.at = load->spot_at;
		walk.place = load->spot;
	}
	while (walk.at < byte && walk.at < walk.end)
		step(&walk);
	spot_keep(load, &walk);
	return walk.place;
}

/* ---- lines that are joined ---- */

/* Line breaks of which `count` bytes of the text come: those that stand last of the `breaks` from
 * `start` on. True where what is looked for is among them. */
static bool joined(struct walk *walk, struct walk start, size_t breaks, size_t count)
{
	if (!gives(walk, count))
		return false;
	size_t number = breaks - count + walk->left;
	for (; number || !at_break(&start); step(&start))
		number -= at_break(&start);
	*walk = start;
	return true;
}

/* Over white space in a text that is folded: blanks stand for themselves, but not beside a line
 * break. False where what is looked for is there. `escaped`: a backslash took the first break. */
static bool fold(struct walk *walk, bool escaped)
{
	struct walk start = *walk;
	size_t breaks = 0;
	for (; at_blank(walk) || at_break(walk); step(walk))
		breaks += at_break(walk);
	if (breaks || escaped)
		return !joined(
			walk, start, breaks, breaks == 1 && !escaped ? 1 : breaks - !escaped);
	*walk = start;
	while (at_blank(walk))
		if (!pass(walk))
			return false;
	return true;
}

/* ---- the ways to write a text ---- */

static void plain_walk(struct walk *walk)
{
	while (walk->at < walk->end)
		if (at_blank(walk) || at_break(walk) ? !fold(walk, false) : !pass(walk))
			return;
}

/* No mark says where it ends: behind its last character. */
static void plain_end(struct walk *walk, const char *text, size_t len)
{
	for (walk->left = len - 1; walk->left && text_is_inside(text[walk->left]);)
		walk->left--;
	plain_walk(walk);
	if (walk->at < walk->end)
		step(walk);
}

static void single_walk(struct walk *walk)
{
	for (step(walk); walk->at < walk->end;) {
		if (at_blank(walk) || at_break(walk)) {
			if (!fold(walk, false))
				return;
			continue;
		}
		bool quote = *walk->at == '\'';
		if (!pass(walk))
			return;
		if (quote) /* one of two */
			step(walk);
	}
}

/* The number of `count` hexadecimal digits; what is no digit is none. */
static uint32_t hex_of(const char *at, const char *end, size_t count)
{
	static const char digits[] = "0123456789abcdef";
	uint32_t code = 0;
	for (; count && at < end; count--, at++) {
		const char *digit = *at ? strchr(digits, text_small(*at)) : NULL;
		code = code << 4 | (uint32_t)(digit ? digit - digits : 0);
	}
	return code;
}

/* The bytes that come of an escape, behind its backslash; *len is its own, the backslash too. */
static size_t escape_bytes(const struct walk *walk, size_t *len)
{
	static const char digits[] = "xuU";
	char letter = walk->at[1], room[4];
	const char *digit = strchr(digits, letter);
	size_t count = digit ? (size_t)2 << (digit - digits) : 0;
	uint32_t code = hex_of(walk->at + 2, walk->end, count);
	*len = 2 + count;
	if (letter == 'u' && code >= 0xD800 && code <= 0xDBFF) { /* with its other half */
		*len *= 2;
		return 4;
	}
	if (digit)
		return code ? text_encode((int32_t)code, room) : 0;
	switch (letter) {
	case '0': /* a NUL is taken out of the text */
		return 0;
	case 'N':
	case '_':
		return 2;
	case 'L':
	case 'P':
		return 3;
	default:
		return 1;
	}
}

static void double_walk(struct walk *walk)
{
	step(walk);
	while (walk->at < walk->end) {
		size_t len;
		if (at_blank(walk) || at_break(walk)) {
			if (!fold(walk, false))
				return;
		} else if (*walk->at != '\\' || walk->end - walk->at < 2) {
			if (!pass(walk))
				return;
		} else if (is_break(walk->at[1])) {
			step(walk);
			step(walk);
			if (!fold(walk, true))
				return;
		} else {
			if (gives(walk, escape_bytes(walk, &len)))
				return;
			while (len-- && walk->at < walk->end)
				step(walk);
		}
	}
}

/* ---- block texts ---- */

/* How many spaces of the first line that holds more are no indentation, but of the text. */
static uint32_t own_spaces(const char *text, size_t len)
{
	uint32_t spaces = 0;
	for (size_t i = 0; i < len && (text[i] == ' ' || text[i] == '\n'); i++)
		spaces = text[i] == ' ' ? spaces + 1 : 0;
	return spaces;
}

/* The column in which the lines of the text begin. */
static uint32_t block_column(struct walk walk, uint32_t own)
{
	while (walk.at < walk.end && (*walk.at == ' ' || is_break(*walk.at)))
		step(&walk);
	return walk.place.column > own ? walk.place.column - own : 1;
}

/* Over empty lines, to where the next one begins. Returns how many. */
static size_t empty_lines(struct walk *walk, uint32_t column)
{
	for (size_t count = 0;; count++) {
		while (walk->at < walk->end && *walk->at == ' ' && walk->place.column < column)
			step(walk);
		if (!at_break(walk))
			return count;
		step(walk);
	}
}

static void block_walk(struct walk *walk, const char *text, size_t len)
{
	bool folded = *walk->at == '>', blank = false, first = true;
	while (walk->at < walk->end && !at_break(walk))
		step(walk);
	if (at_break(walk))
		step(walk);
	uint32_t column = block_column(*walk, own_spaces(text, len));
	struct walk before = *walk; /* the end of the line before */
	for (;; first = false) {
		size_t breaks = empty_lines(walk, column) + !first;
		bool ends = walk->at == walk->end || walk->place.column != column;
		bool joins = folded && !first && !ends && !blank && !at_blank(walk);
		if (joined(walk, before, breaks, joins && breaks > 1 ? breaks - 1 : breaks) || ends)
			return;
		blank = at_blank(walk);
		while (walk->at < walk->end && !at_break(walk))
			if (!pass(walk))
				return;
		before = *walk;
		if (walk->at == walk->end)
			return;
		step(walk);
	}
}

/* Over an anchor and a tag, which are no part of a text. */
static void marks_pass(struct walk *walk)
{
	while (walk->at < walk->end && (*walk->at == '&' || *walk->at == '!')) {
		while (walk->at < walk->end && !at_blank(walk) && !at_break(walk))
			step(walk);
		while (at_blank(walk) || at_break(walk))
			step(walk);
	}
}

struct place spot_find(
	struct loader *load, struct place place, const char *text, size_t len, size_t offset)
{
	if (is_foreign(load, place.file))
		return place;
	struct walk walk = place_begin(load, place);
	walk.left = offset;
	marks_pass(&walk);
	if (walk.at == walk.end || !len)
		return place;
	if (*walk.at == '"')
		double_walk(&walk);
	else if (*walk.at == '\'')
		single_walk(&walk);
	else if (*walk.at == '|' || *walk.at == '>')
		block_walk(&walk, text, len);
	else if (offset < len)
		plain_walk(&walk);
	else
		plain_end(&walk, text, len);
	return walk.place;
}

void spot_report(struct loader *load, enum code code, const struct node *node, size_t offset,
	const char *format, ...)
{
	struct place place = node->place;
	if (code_wanted(load->diags, code, place))
		place = spot_find(load, place, node->text, node->len, offset);
	va_list arguments;
	va_start(arguments, format);
	code_report_list(load->diags, code, place, format, arguments);
	va_end(arguments);
}
