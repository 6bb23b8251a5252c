/* A page is read before it is written, so that its head can say what its body needs.
 *
 * Only groff knows which characters its fonts have (they are Latin-1, and some signs). So each other
 * character of the page gets a definition that groff takes where the font has none (`.fchar`), and
 * these stand behind the condition that is true on paper alone (`.if t`): a terminal shows the
 * character itself, and mandoc, which knows no such request, does not come that far. */
#include "print/roff_paper.h"

#include "base/memory.h"
#include "base/text.h"
#include "base/text_unicode.h"

#include <stdlib.h>
#include <string.h>

enum { CODES = 0x110000, LATIN_1 = 0x100 };

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* What is drawn over a letter for a mark that Unicode has on it. */
static const struct {
	int32_t mark;
	const char *accent;
} accents[] = {
	{0x300, "\\[ga]"},
	{0x301, "\\[aa]"},
	{0x302, "\\[a^]"},
	{0x303, "\\[a~]"},
	{0x304, "\\[a-]"},
	{0x306, "\\[ab]"},
	{0x307, "\\[a.]"},
	{0x308, "\\[ad]"},
	{0x30A, "\\[ao]"},
	{0x30B, "\\[a\"]"},
	{0x30C, "\\[ah]"},
	{0x326, "\\[ac]"}, /* a comma below */
	{0x327, "\\[ac]"},
	{0x328, "\\[ho]"},
};

/* What looks like it: of truce's own signs, and of letters that have no parts. */
static const struct {
	int32_t code;
	const char *drawn;
} alike[] = {
	{0x110, "\\[-D]"},                          /* Đ */
	{0x111, "d\\Z'\\h'-.26m'\\v'.08m'\\[a-]'"}, /* đ */
	{0x2010, "\\[hy]"},                         /* a hyphen */
	{0x2011, "\\[hy]"},                         /* one at which no line breaks */
	{0x2012, "\\[en]"}, {0x2015, "\\[em]"}, {0x2506, "\\[bb]"}, /* ┆ */
	{0x25C7, "\\[lz]"},                                         /* ◇ */
};

static const char *accent_of(int32_t mark)
{
	for (size_t n = 0; n < COUNT(accents); n++)
		if (accents[n].mark == mark)
			return accents[n].accent;
	return NULL;
}

static const char *alike_of(int32_t code)
{
	for (size_t n = 0; n < COUNT(alike); n++)
		if (alike[n].code == code)
			return alike[n].drawn;
	return NULL;
}

/* What every font of groff has besides Latin-1. */
static bool is_there(int32_t code)
{
	static const char known[] = "ıŁłŒœŠšŸŽž–—‘’‚“”„†‡•…‰‹›⁄€™−";
	char bytes[5] = {0};
	text_encode(code, bytes);
	return code < LATIN_1 || strstr(known, bytes) != NULL;
}

/* ---- the characters of a page ---- */

static bool is_seen(const struct roff_paper *paper, int32_t code)
{
	return paper->seen && paper->seen[code / 8] >> code % 8 & 1;
}

void roff_paper_read(struct roff_paper *paper, const char *text, size_t len)
{
	size_t bytes;
	for (; len; text += bytes, len -= bytes) {
		bytes = text_ascii_len(text, len);
		if (bytes)
			continue;
		int32_t code = text_decode(text, len, &bytes);
		if (is_seen(paper, code) || is_there(code))
			continue;
		if (!paper->seen)
			paper->seen = mem_zero(CODES / 8, 1);
		paper->seen[code / 8] |= (unsigned char)(1 << code % 8);
	}
}

/* Of words that are not ASCII alone; each is shown by itself, as on the page. */
void roff_paper_read_text(struct roff_paper *paper, const struct text_form *form, const char *text)
{
	size_t len = strlen(text), at = 0;
	struct buf shown = {0};
	while ((at += text_seen_len(text + at, len - at)) < len) {
		size_t from = at, to = at + strcspn(text + at, " \n");
		int columns;
		while (from && text[from - 1] != ' ' && text[from - 1] != '\n')
			from--;
		if (text_plain_len(form, text + from, to - from, &columns) == to - from) {
			roff_paper_read(paper, text + from, to - from);
		} else {
			text_show(form, &shown, text + from, to - from);
			roff_paper_read(paper, buf_string(&shown), shown.len);
			buf_clear(&shown);
		}
		at = to + (to < len);
	}
	buf_free(&shown);
}

void roff_paper_free(struct roff_paper *paper)
{
	free(paper->seen);
	paper->seen = NULL;
}

/* ---- how they are drawn ---- */

/* "IV", "fi", "No.": all ASCII; what groff reads as its own is a box. */
static bool drawn_as_letters(const int32_t *parts, int count, struct buf *out)
{
	struct buf letters = {0};
	bool good = count > 0;
	for (int n = 0; n < count; n++)
		if (parts[n] == ' ')
			buf_text(&letters, "\\~");
		else if (parts[n] > ' ' && parts[n] < 0x7F && parts[n] != '\\' && parts[n] != '"')
			buf_char(&letters, (char)parts[n]);
		else
			good = false;
	if (good)
		buf_text(out, buf_string(&letters));
	buf_free(&letters);
	return good;
}

/* A letter and an accent, which stands higher over a tall one; an i gives its dot for it. */
static bool drawn_as_accent(const int32_t *parts, int count, struct buf *out)
{
	const char *accent = accent_of(parts[count - 1]);
	if (!accent || count > 2 || parts[0] >= 0x7F)
		return false;
	if (count == 1) {
		buf_text(out, accent);
		return true;
	}
	char letter = (char)parts[0];
	bool below = parts[1] >= 0x326 && parts[1] <= 0x328;
	bool tall = !below && !strchr("aceimnorsuvwxyzgpqj", letter);
	if (strchr("ij", letter) && !below)
		buf_format(out, "\\[.%c]", letter);
	else
		buf_char(out, letter);
	buf_format(out, " %s %s", accent, tall ? ".2m" : "0");
	return true;
}

/* A line of definition; true where it is a box. */
static bool define(int32_t code, struct buf *out)
{
	int32_t parts[TEXT_PARTS_MOST];
	int count = text_parts(code, false, parts);
	const char *same = alike_of(code);
	struct buf drawn = {0};
	bool box = false;
	if (same)
		buf_format(out, ".fchar \\[u%04X] %s\n", (unsigned)code, same);
	else if (drawn_as_letters(parts, count, &drawn))
		buf_format(out, ".fchar \\[u%04X] %s\n", (unsigned)code, buf_string(&drawn));
	else if (drawn_as_accent(parts, count, &drawn))
		buf_format(out, "%s \\[u%04X] %s\n", count == 1 ? ".fchar" : ".truce-accent",
			(unsigned)code, buf_string(&drawn));
	else
		box = true;
	if (box)
		buf_format(out, ".fchar \\[u%04X] \\[sq]\\R'boxes 1'\n", (unsigned)code);
	buf_free(&drawn);
	return box;
}

bool roff_paper_write(const struct roff_paper *paper, struct buf *out)
{
	bool boxes = false;
	if (!paper->seen)
		return false;
	buf_text(out,
		".if t \\{\\\n.de truce-accent\n"
		".fchar \\\\$1 \\\\$2\\Z'\\h'-\\w'\\\\$2'u-(\\w'\\\\$3'u-\\w'\\\\$2'u/2u)'"
		"\\v'-\\\\$4'\\\\$3'\n..\n");
	for (int32_t code = LATIN_1; code < CODES; code++) {
		if (code % 8 == 0 && !paper->seen[code / 8])
			code += 7;
		else if (is_seen(paper, code))
			boxes = define(code, out) || boxes;
	}
	buf_text(out, ".\\}\n");
	return boxes;
}
