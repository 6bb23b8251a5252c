/* Nearly all texts hold none, and are passed in one look (text_out_of_place).
 *
 * The tree knows where a text begins, not where in it a character stands: that is looked for in the
 * bytes of the file, from the beginning of the text on, as the character itself or as an escape. So
 * the first one found is the one that is meant. Texts follow each other, so the place where the
 * last one began is where looking for the next begins. */
#include "load/hidden.h"

#include "base/text.h"

#include <string.h>

enum { NAMED_MOST = 4 };

/* Characters of one sort. */
struct hidden {
	int32_t named[NAMED_MOST]; /* the first different ones */
	int named_count;
	uint32_t count;
	bool more; /* than are named */
};

static void hidden_add(struct hidden *hidden, int32_t code)
{
	hidden->count++;
	for (int i = 0; i < hidden->named_count; i++)
		if (hidden->named[i] == code)
			return;
	if (hidden->named_count == NAMED_MOST)
		hidden->more = true;
	else
		hidden->named[hidden->named_count++] = code;
}

int32_t hidden_worst(const char *text, size_t len)
{
	size_t bytes;
	int32_t unseen = -1;
	for (size_t at = 0; at < len; at += bytes) {
		int32_t code = text_decode(text + at, len - at, &bytes);
		if (code == '\n' || text_kind(code) == TEXT_SEEN)
			continue;
		if (text_is_harmful(code))
			return code;
		unseen = unseen < 0 ? code : unseen;
	}
	return unseen;
}

/* ---- where it stands ---- */

/* A place in the bytes of the file at hand. */
struct walk {
	const char *at, *end;
	struct place place;
};

static void walk_step(struct walk *walk)
{
	char c = *walk->at++;
	bool pair = c == '\r' && walk->at < walk->end && *walk->at == '\n';
	if (c == '\n' || (c == '\r' && !pair)) {
		walk->place.line++;
		walk->place.column = 1;
	} else if (walk->at == walk->end || !text_is_inside(*walk->at)) {
		walk->place.column++;
	}
}

/* The first byte of the file but a byte order mark. */
static struct walk walk_begin(const struct comments *file, uint32_t number)
{
	struct walk walk = {file->bytes, file->bytes + file->len, {1, 1, number}};
	if (file->len >= 3 && memcmp(walk.at, "\xef\xbb\xbf", 3) == 0)
		walk.at += 3;
	return walk;
}

/* The first byte of the node. */
static struct walk walk_to(struct loader *load, const struct node *node)
{
	struct comments *file = &load->comments;
	struct walk walk = walk_begin(file, node->place.file);
	if (file->walked_line > 1 && file->walked_line <= node->place.line) {
		walk.at = file->bytes + file->walked;
		walk.place.line = file->walked_line;
	}
	while (walk.at < walk.end && walk.place.line < node->place.line)
		walk_step(&walk);
	file->walked = (size_t)(walk.at - file->bytes);
	file->walked_line = walk.place.line;
	while (walk.at < walk.end && walk.place.line == node->place.line &&
		walk.place.column < node->place.column)
		walk_step(&walk);
	return walk;
}

/* Reads `count` hexadecimal digits behind a backslash and a letter; -1 where that is no escape. */
static int32_t escape_read(const char *at, const char *end, char letter, int count)
{
	static const char digits[] = "0123456789abcdef";
	int32_t code = 0;
	if (end - at < 2 + count || at[0] != '\\' || at[1] != letter)
		return -1;
	for (int i = 0; i < count; i++) {
		const char *digit = strchr(digits, text_small(at[2 + i]));
		if (!digit || !*digit || code > 0xFFFFFFF)
			return -1;
		code = code * 16 + (int32_t)(digit - digits);
	}
	return code;
}

/* Whether an escape of that character stands there, as a pair of two halves as well. */
static bool is_escape_of(const char *at, const char *end, int32_t code)
{
	enum { HALF = sizeof "\\uD83D" - 1 };
	int32_t high = escape_read(at, end, 'u', 4);
	if (high == code || escape_read(at, end, 'x', 2) == code ||
		escape_read(at, end, 'U', 8) == code)
		return true;
	if (high < 0xD800 || high > 0xDBFF)
		return false;
	int32_t low = escape_read(at + HALF, end, 'u', 4);
	return low >= 0xDC00 && 0x10000 + (high - 0xD800) * 0x400 + (low - 0xDC00) == code;
}

/* The place of the first such character of the node; that of the node where it cannot be told. */
static struct place place_of(struct loader *load, const struct node *node, int32_t code)
{
	enum { SLACK = 4096, ESCAPED = 12 }; /* comments and indentation; bytes of an escape */
	char raw[4];
	size_t len = text_encode(code, raw), most = SLACK + node->len * ESCAPED;
	struct walk walk = walk_to(load, node);
	if (most < (size_t)(walk.end - walk.at))
		walk.end = walk.at + most;
	while (walk.at < walk.end) {
		if ((size_t)(walk.end - walk.at) >= len && memcmp(walk.at, raw, len) == 0)
			return walk.place;
		if (*walk.at == '\\') {
			if (is_escape_of(walk.at, walk.end, code))
				return walk.place;
			if (walk.end - walk.at > 1 && walk.at[1] == '\\')
				walk_step(&walk);
		}
		walk_step(&walk);
	}
	return node->place;
}

/* ---- the report ---- */

/* "U+200B, U+00AD and others (12 in all)" */
static void add_names(struct buf *out, const struct hidden *hidden)
{
	for (int i = 0; i < hidden->named_count; i++)
		buf_format(out, "%sU+%04X", i ? ", " : "", (unsigned)hidden->named[i]);
	buf_text(out, hidden->more ? " and others" : "");
	if (hidden->count > (uint32_t)hidden->named_count)
		buf_format(out, " (%u in all)", (unsigned)hidden->count);
}

static void warn(struct loader *load, const struct node *node, const struct hidden *hidden)
{
	struct buf names = {0};
	bool one = hidden->count == 1;
	add_names(&names, hidden);
	code_report(load->diags, CODE_CONTROL_CHARACTER, node->place,
		"this text holds the invisible character%s %s; take %s out", one ? "" : "s",
		buf_string(&names), one ? "it" : "them");
	buf_free(&names);
}

static void note(struct loader *load, const struct node *node, const struct hidden *hidden)
{
	struct buf names = {0};
	struct place place = node->place;
	if (diag_wanted(load->diags, DIAG_NOTE, place))
		place = place_of(load, node, hidden->named[0]);
	add_names(&names, hidden);
	code_report(load->diags, CODE_INVISIBLE_CHARACTER, place,
		"this text holds %s, of which nothing is seen; take out what is not meant to be "
		"there",
		buf_string(&names));
	buf_free(&names);
}

void hidden_report(struct loader *load, const struct node *node)
{
	size_t at = text_out_of_place(node->text, node->len, 0), bytes;
	struct hidden harmful = {.count = 0}, unseen = {.count = 0};
	for (; at < node->len; at = text_out_of_place(node->text, node->len, at + bytes)) {
		int32_t code = text_decode(node->text + at, node->len - at, &bytes);
		hidden_add(text_is_harmful(code) ? &harmful : &unseen, code);
	}
	if (harmful.count)
		warn(load, node, &harmful);
	if (unseen.count)
		note(load, node, &unseen);
}

/* ---- comments ---- */

/* Whether a # that may begin a comment stands before `at` in its line, from `from` on. One in a
 * text may look so. */
static bool is_commented(const char *start, const char *from, const char *at)
{
	while (at > from && *--at != '\n' && *at != '\r')
		if (*at == '#' && (at == start || strchr(" \t\r\n", at[-1])))
			return true;
	return false;
}

/* Each byte is looked at once: a line that has been told is passed over, and of another it is kept
 * how far it is none. */
void hidden_comments(struct loader *load, uint32_t file)
{
	struct walk walk = walk_begin(&load->comments, file);
	const char *start = walk.at, *end = walk.end, *from = start, *at = start;
	size_t bytes;
	while (at < end && (at = memchr(at, 0xE2, (size_t)(end - at)))) {
		int32_t code = text_decode(at, (size_t)(end - at), &bytes);
		bool turns = text_kind(code) == TEXT_BIDI;
		if (turns && is_commented(start, from, at)) {
			while (walk.at < at)
				walk_step(&walk);
			code_report(load->diags, CODE_CONTROL_CHARACTER, walk.place,
				"this comment holds the invisible character U+%04X, and may look "
				"like something else; take it out",
				(unsigned)code);
			const char *line = memchr(at, '\n', (size_t)(end - at));
			at = line ? line : end;
		}
		from = turns ? at : from;
		at += at < end;
	}
}
