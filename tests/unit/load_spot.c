/* Where a character stands: texts are written in each of the five ways, by chance, with all that
 * each allows, read, and each character looked up; what stands there must be that character. */
#include "base/arena.h"
#include "base/text.h"
#include "load/spot.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { TRIALS = 4000 };

enum style { PLAIN, SINGLE, DOUBLE, LITERAL, FOLDED, STYLE_COUNT };

/* ---- writing ---- */

static uint32_t seed = 1;

static uint32_t dice(uint32_t sides)
{
	seed = seed * 1664525 + 1013904223;
	return (seed >> 8) % sides;
}

struct writer {
	struct buf out;
	const char *line_end;
	int indent;
};

static const char *const letters[] = {"a", "b", "c", "D", "E", "7", "8", "-", "(", "\u00e9",
	"\u0416", "\u6f22", "\u3042", "\U0001f600", "e\u0301", "\u200b", "\u00ad", "\u05d0",
	"\u00a0", "\u200e", "~", "=", "\u2014"};

static void letter(struct writer *writer)
{
	buf_text(&writer->out, letters[dice(sizeof letters / sizeof *letters)]);
}

static void spaces(struct writer *writer, int count)
{
	while (count-- > 0)
		buf_char(&writer->out, ' ');
}

static void line(struct writer *writer)
{
	buf_text(&writer->out, writer->line_end);
}

/* A break between two words that YAML folds, with what may stand round it. */
static void folded(struct writer *writer)
{
	if (!dice(3))
		buf_text(&writer->out, dice(2) ? " " : "\t ");
	for (line(writer); !dice(3); line(writer))
		spaces(writer, (int)dice(3));
	spaces(writer, writer->indent);
	if (!dice(3))
		buf_text(&writer->out, dice(2) ? "  " : " \t");
}

static void word(struct writer *writer, enum style style)
{
	static const char *const escapes[] = {"\\a", "\\b", "\\e", "\\t", "\\\t", "\\n", "\\v",
		"\\f", "\\r", "\\ ", "\\\"", "\\/", "\\\\", "\\N", "\\_", "\\L", "\\P", "\\x41",
		"\\u00e9", "\\u200B", "\\U0001f600", "\\ud83d\\ude00", "\\uD83D\\uDE01", "\\x7f"};
	buf_char(&writer->out, "xyz"[dice(3)]);
	for (uint32_t left = dice(6); left; left--) {
		if (style == SINGLE && !dice(4))
			buf_text(&writer->out, dice(2) ? "''" : "\\");
		else if (style == DOUBLE && !dice(3))
			buf_text(&writer->out, escapes[dice(sizeof escapes / sizeof *escapes)]);
		else
			letter(writer);
	}
}

/* Words between which there are blanks and breaks. */
static void words(struct writer *writer, enum style style)
{
	const char *mark = style == SINGLE ? "'" : style == DOUBLE ? "\"" : "";
	buf_text(&writer->out, mark);
	if (*mark && !dice(5))
		folded(writer);
	for (uint32_t left = dice(8); word(writer, style), left; left--) {
		if (dice(2)) {
			spaces(writer, 1 + (int)dice(2));
		} else if (style == DOUBLE && !dice(3)) {
			buf_text(&writer->out, dice(2) ? " \\" : "\\");
			folded(writer);
		} else if (style != DOUBLE || dice(5)) {
			folded(writer);
		}
	}
	if (*mark && !dice(5))
		folded(writer);
	buf_text(&writer->out, mark);
}

static void block_line(struct writer *writer)
{
	spaces(writer, writer->indent);
	if (!dice(4))
		buf_text(&writer->out, dice(2) ? "  " : "\t");
	for (uint32_t left = 1 + dice(5); left; left--) {
		word(writer, LITERAL);
		if (left > 1 || !dice(4))
			buf_text(&writer->out, dice(3) ? " " : dice(2) ? "  #" : "\t: '\"\\");
	}
	line(writer);
}

/* An indicator tells that spaces at the beginning are of the text. */
static void block(struct writer *writer, enum style style, int parent)
{
	bool told = !dice(3);
	const char *chomp = dice(3) ? dice(2) ? "-" : "" : "+";
	buf_char(&writer->out, style == LITERAL ? '|' : '>');
	if (told && dice(2))
		buf_format(&writer->out, "%d%s", writer->indent - parent, chomp);
	else if (told)
		buf_format(&writer->out, "%s%d", chomp, writer->indent - parent);
	else
		buf_text(&writer->out, chomp);
	buf_text(&writer->out, dice(3) ? "" : "  # a remark: |");
	line(writer);
	for (; !dice(4); line(writer))
		spaces(writer, (int)dice((uint32_t)writer->indent + 1));
	spaces(writer, writer->indent + (told ? (int)dice(3) : 0));
	word(writer, LITERAL);
	line(writer);
	for (uint32_t left = dice(6); left; left--) {
		block_line(writer);
		for (; !dice(3); line(writer))
			spaces(writer, (int)dice((uint32_t)writer->indent + 3));
	}
}

/* ---- looking ---- */

/* The byte at a place, found line by line. */
static const char *byte_at(const struct buf *file, struct place place)
{
	const char *at = file->text, *end = file->text + file->len;
	if (file->len >= 3 && !memcmp(at, "\xef\xbb\xbf", 3))
		at += 3;
	for (uint32_t line = 1; line < place.line; line++) {
		while (*at != '\n' && *at != '\r')
			at++;
		at += at[0] == '\r' && at[1] == '\n' ? 2 : 1;
		assert_true(at < end);
	}
	for (uint32_t column = 1; column < place.column; column++) {
		assert_true(at < end && *at != '\n' && *at != '\r');
		for (at++; ((unsigned char)*at & 0xc0) == 0x80;)
			at++;
	}
	return at;
}

/* Whether the character may come of what stands there. */
static bool is_made_of(int32_t code, const char *at, enum style style)
{
	static const char from[] = "abet\tnvfr \"/\\N_LP";
	static const int32_t to[] = {
		7, 8, 27, 9, 9, 10, 11, 12, 13, ' ', '"', '/', '\\', 0x85, 0xa0, 0x2028, 0x2029};
	size_t bytes;
	if (code == ' ' || code == '\n')
		if (*at == '\n' || *at == '\r')
			return true;
	if (style != DOUBLE || *at != '\\')
		return text_decode(at, 8, &bytes) == code;
	if (strchr("xuU", at[1])) {
		char digits[9] = "";
		memcpy(digits, at + 2, at[1] == 'x' ? 2 : at[1] == 'u' ? 4 : 8);
		int32_t told = (int32_t)strtol(digits, NULL, 16);
		return told == code || (told == 0xd83d && code >= 0x1f600 && code <= 0x1f601);
	}
	return strchr(from, at[1]) && to[strchr(from, at[1]) - from] == code;
}

static void look(
	struct loader *load, const struct buf *file, const struct node *node, enum style style)
{
	struct place last = node->place;
	size_t bytes;
	for (size_t at = 0; at < node->len; at += bytes) {
		int32_t code = text_decode(node->text + at, node->len - at, &bytes);
		struct place place = spot_find(load, node->place, node->text, node->len, at);
		const char *byte = byte_at(file, place);
		bool after = place.line > last.line ||
			(place.line == last.line && place.column >= last.column + (at > 0));
		if (!after || !is_made_of(code, byte, style))
			fail_msg("U+%04X, byte %zu of \"%s\", is looked for at %u:%u of\n%s",
				(unsigned)code, at, node->text, place.line, place.column,
				file->text);
		last = place;
	}
}

static void trial(enum style style)
{
	static const char *const ends[] = {"\n", "\r\n", "\r"};
	struct writer writer = {.line_end = ends[dice(3)]};
	bool list = dice(2), flow = style < LITERAL && dice(2);
	int parent = list ? 4 : 2;
	writer.indent = parent + 1 + (int)dice(4);
	buf_text(&writer.out, dice(4) ? "" : "\xef\xbb\xbf");
	buf_text(&writer.out, dice(2) ? "title: T" : "# \u6f22");
	line(&writer);
	buf_text(&writer.out, "items:");
	line(&writer);
	buf_text(&writer.out, list ? "  - \u0416: 1" : "  \u0416: 1");
	line(&writer);
	spaces(&writer, parent);
	buf_text(&writer.out, flow ? "\u6f22: {a: [b, " : "\u6f22: ");
	if (style >= LITERAL)
		block(&writer, style, parent);
	else
		words(&writer, style);
	if (flow) {
		buf_text(&writer.out, dice(2) ? " ,c] }" : "]}");
	}
	if (style < LITERAL) {
		buf_text(&writer.out, dice(2) ? " # \"more" : "");
		line(&writer);
	}
	struct diag_list *diags = diag_create();
	struct loader load = {.diags = diags};
	uint32_t number = diag_file(diags, "f", buf_string(&writer.out), writer.out.len);
	struct node_reader *reader = node_open(
		writer.out.text, writer.out.len, number, NULL, diags);
	struct node_item item;
	bool found = false;
	while (node_next(reader, &item)) {
		const struct node *node = list ? item.value->child : item.value;
		if (item.whole || !strcmp(item.section->text, "title"))
			continue;
		if (list)
			node = node->next;
		else if (strcmp(item.key->text, "\u6f22") != 0)
			continue;
		if (flow)
			node = node->child->child->next;
		found = true;
		look(&load, &writer.out, node, style);
	}
	struct buf problems = {0};
	diag_text(diags, &problems, DIAG_NOTE, true);
	if (!found || problems.len)
		fail_msg("%s\n%s", writer.out.text, buf_string(&problems));
	buf_free(&problems);
	node_close(reader);
	diag_free(diags);
	buf_free(&writer.out);
}

static void every_character_stands_where_it_is_told(void **state)
{
	(void)state;
	for (int i = 0; i < TRIALS; i++)
		trial((enum style)(i % STYLE_COUNT));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_character_stands_where_it_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
