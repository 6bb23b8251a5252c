/* A wide cell and its second half change together, since nothing but a second half has width 0; so
 * the half is passed over, and shown with the first.
 *
 * A cell is decoded code point by code point: the first is the base, the rest are its marks. */
#include "term/cells.h"

#include "base/text.h"
#include "term/locale.h"

#include <stdbool.h>
#include <string.h>

enum { REPLACEMENT = 0xfffd };

static bool cell_same(const struct cell *a, const struct cell *b)
{
	return a->len == b->len && a->width == b->width && a->style.role == b->style.role &&
		a->style.flags == b->style.flags && a->style.color == b->style.color &&
		memcmp(a->text, b->text, a->len) == 0;
}

struct term_change term_change(const struct cell *new, const struct cell *old, int cols, int from)
{
	struct term_change change = {.start = from};
	while (change.start < cols &&
		(new[change.start].width == 0 || cell_same(&new[change.start], &old[change.start])))
		change.start++;
	change.end = change.start;
	while (change.end < cols &&
		(new[change.end].width == 0 || !cell_same(&new[change.end], &old[change.end])))
		change.end++;
	return change;
}

static bool glyph_encodes(wchar_t sign)
{
	const struct text_form *form = term_form();
	return !form || form->encodes((int32_t)sign);
}

static struct term_glyph glyph_stand_in(const struct cell *cell, wchar_t sign)
{
	struct term_glyph glyph = {.text = {sign}, .blanks = cell->width - 1};
	if (!glyph_encodes(sign))
		glyph.text[0] = L'?';
	return glyph;
}

struct term_glyph term_glyph(const struct cell *cell)
{
	struct term_glyph glyph = {.text = {L' '}, .blanks = cell->width - 1};
	size_t at, bytes;
	int marks = 0;
	if (cell->len == 0)
		return glyph;
	if (cell->len == 1 && cell->text[0] >= ' ' && cell->text[0] <= '~') {
		glyph.text[0] = cell->text[0];
		return glyph;
	}
	glyph.text[0] = (wchar_t)text_decode(cell->text, cell->len, &at);
	if (!glyph_encodes(glyph.text[0]))
		return glyph_stand_in(cell, L'?');
	if (wcwidth(glyph.text[0]) != cell->width)
		return glyph_stand_in(cell, REPLACEMENT);
	glyph.blanks = 0;
	for (; at < cell->len && marks < TERM_GLYPH_MOST - 1; at += bytes) {
		wchar_t mark = (wchar_t)text_decode(cell->text + at, cell->len - at, &bytes);
		if (wcwidth(mark) == 0 && glyph_encodes(mark))
			glyph.text[++marks] = mark;
	}
	return glyph;
}
