/* From text to the cells of a terminal.
 *
 * text_cell is the one place that decides what is shown; widths and shown text are made of its
 * cells, so they cannot differ. A cell never reaches across a cluster's end, so a text shown in
 * pieces takes as many columns as the whole. Runs of printable ASCII and of plain letters, which
 * the cells would show as they are, are taken at once. */
#include "base/text.h"

#include "base/text_plain.h"
#include "base/text_unicode.h"

#include <string.h>

enum { MARKS_MOST = 4, DOTTED_CIRCLE = 0x25CC, REPLACEMENT = 0xFFFD };

/* What is shown in place of a code point: a row of cells without marks. */
struct stand_in {
	int32_t cells[TEXT_PARTS_MOST];
	int count;
};

static bool encodes(const struct text_form *form, int32_t c)
{
	return c < 0x80 || !form || !form->encodes || form->encodes(c);
}

static void stand_in_add(struct stand_in *stand_in, const char *ascii)
{
	for (; *ascii && stand_in->count < TEXT_PARTS_MOST; ascii++)
		stand_in->cells[stand_in->count++] = *ascii;
}

/* A control as its number, in letters that do nothing. */
static void stand_in_harmful(struct stand_in *stand_in, int32_t c)
{
	static const char digits[] = "0123456789ABCDEF";
	char name[] = "<U+0000>";
	for (int i = 6; i > 2; i--, c >>= 4)
		name[i] = digits[c & 15];
	stand_in_add(stand_in, name);
}

/* A plain form of what the target's character set lacks: of the code point, else of the parts that
 * it is made of, else a question mark. */
static void stand_in_plain(struct stand_in *stand_in, const struct text_form *form, int32_t c)
{
	const char *plain = text_plain_shown(c);
	if (plain) {
		stand_in_add(stand_in, plain);
		return;
	}
	int32_t parts[TEXT_PARTS_MOST];
	int count = text_parts(c, false, parts);
	for (int i = 0; i < count; i++) {
		if (text_is_mark(parts[i]))
			continue;
		plain = text_plain_shown(parts[i]);
		if (encodes(form, parts[i]) && text_code_width(parts[i]) > 0) {
			if (stand_in->count < TEXT_PARTS_MOST)
				stand_in->cells[stand_in->count++] = parts[i];
		} else if (plain) {
			stand_in_add(stand_in, plain);
		} else {
			stand_in->count = 0;
			break;
		}
	}
	if (stand_in->count == 0)
		stand_in_add(stand_in, "?");
}

/* Fills the stand-in if the code point is not shown as itself. */
static bool stand_in_find(struct stand_in *stand_in, const struct text_form *form, int32_t c)
{
	stand_in->count = 0;
	if (c == '\n' || c == '\t')
		stand_in_add(stand_in, " ");
	else if (text_is_harmful(c))
		stand_in_harmful(stand_in, c);
	else if (!encodes(form, c))
		stand_in_plain(stand_in, form, c);
	else if (text_code_width(c) == 0 && !encodes(form, DOTTED_CIRCLE))
		stand_in_add(stand_in, "?");
	else if (text_code_width(c) == 0 && !text_joins(DOTTED_CIRCLE, c))
		stand_in->cells[stand_in->count++] = REPLACEMENT; /* a vowel or final of Hangul */
	return stand_in->count > 0;
}

/* Steps over the marks that belong to `base`, adding to `out` those to be shown: `room` of them,
 * and only if the target has them. */
static const char *marks(const struct text_form *form, const char *at, const char *end,
	int32_t base, int room, char *out, size_t *out_len)
{
	while (at < end && (unsigned char)*at >= 0x80) {
		size_t bytes;
		int32_t next = text_decode(at, (size_t)(end - at), &bytes);
		bool unseen = text_is_unseen(next);
		if (!unseen && text_code_width(next) > 0)
			break;
		if (!text_joins(base, next))
			break;
		if (!unseen && room > 0 && encodes(form, next)) {
			*out_len += text_encode(next, out + *out_len);
			room--;
		}
		base = next;
		at += bytes;
	}
	return at;
}

int text_cell(const struct text_form *form, const char **at, const char *end, int *pending,
	char *out, size_t *out_len)
{
	const char *from = *at;
	size_t bytes = 0;
	int32_t c = 0;
	*out_len = 0;
	for (; from < end; from += bytes) {
		c = text_decode(from, (size_t)(end - from), &bytes);
		if (!text_is_unseen(c))
			break;
	}
	*at = from;
	if (from >= end)
		return -1;
	from += bytes;
	struct stand_in stand_in;
	if (c < 0x20 || c > 0x7E) {
		if (stand_in_find(&stand_in, form, c)) {
			int32_t cell = stand_in.cells[*pending];
			*out_len = text_encode(cell, out);
			if (++*pending == stand_in.count) {
				*pending = 0;
				*at = marks(form, from, end, c, 0, out, out_len);
			}
			return text_code_width(cell);
		}
	}
	int width = text_code_width(c);
	int room = MARKS_MOST;
	if (width == 0) { /* a mark that has nothing to stand on */
		*out_len = text_encode(DOTTED_CIRCLE, out);
		width = 1;
		room--;
	}
	*out_len += text_encode(c, out + *out_len);
	*at = marks(form, from, end, c, room, out, out_len);
	return width;
}

/* A two-byte letter of Latin, Greek or Cyrillic with nothing special about it: U+00C0 to U+02FF and
 * U+0380 to U+047F. */
static bool is_plain_letter(const char *at, const char *end)
{
	unsigned char lead = (unsigned char)*at;
	if (lead < 0xC3 || lead > 0xD1 || lead == 0xCC || lead == 0xCD || end - at < 2)
		return false;
	return text_is_inside(at[1]);
}

/* The end of a run of characters at `at` that are each shown as themselves in one column: printable
 * ASCII, and plain letters if the target has them all. */
static const char *plain_run(
	const struct text_form *form, const char *at, const char *end, int *columns)
{
	bool letters = !form || !form->encodes;
	const char *last = at;
	*columns = 0;
	for (; at < end; ++*columns) {
		if (*at >= ' ' && *at <= '~') {
			last = at++;
		} else if (letters && is_plain_letter(at, end)) {
			last = at;
			at += 2;
		} else {
			break;
		}
	}
	if (*columns > 0 && at < end && (unsigned char)*at >= 0x80) {
		at = last; /* it may carry a mark */
		--*columns;
	}
	return at;
}

int text_width(const struct text_form *form, const char *text, size_t len)
{
	const char *at = text, *end = text + len;
	int total = 0;
	while (at < end) {
		int width;
		at = plain_run(form, at, end, &width);
		total += width;
		if (at == end)
			break;
		char out[TEXT_CELL_MOST];
		size_t out_len;
		int pending = 0;
		do {
			width = text_cell(form, &at, end, &pending, out, &out_len);
			if (width > 0)
				total += width;
		} while (pending > 0);
	}
	return total;
}

void text_show(const struct text_form *form, struct buf *buf, const char *text, size_t len)
{
	const char *at = text, *end = text + len;
	while (at < end) {
		const char *run = at;
		int unused, pending = 0;
		at = plain_run(form, at, end, &unused);
		buf_add(buf, run, (size_t)(at - run));
		char out[TEXT_CELL_MOST];
		size_t out_len;
		do {
			text_cell(form, &at, end, &pending, out, &out_len);
			buf_add(buf, out, out_len);
		} while (pending > 0);
	}
}
