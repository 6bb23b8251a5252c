/* From text to the cells of a terminal.
 *
 * text_cell is the one place that decides what is shown; widths and shown text are made of its
 * cells, so they cannot differ. A cell never reaches across a cluster's end, so a text shown in
 * pieces takes as many columns as the whole. Runs of printable ASCII and of plain letters, which
 * the cells would show as they are, are taken at once. What a target lacks is shown in a plain
 * form, from a table that folding shares. */
#include "base/sorted.h"
#include "base/text.h"
#include "base/text_unicode.h"

#include <stdio.h>
#include <string.h>

/* Sorted by code point: what is shown, and what a search folds to (empty: nothing). */
struct plain {
	uint32_t code_point;
	char shown[4], folded[4];
};

static const struct plain plains[] = {
	{0x00A1, "!", ""},    /* ¡ */
	{0x00A2, "c", ""},    /* ¢ */
	{0x00A3, "GBP", ""},  /* £ */
	{0x00A5, "JPY", ""},  /* ¥ */
	{0x00A6, "|", ""},    /* ¦ */
	{0x00A7, "S", ""},    /* § */
	{0x00A9, "(C)", ""},  /* © */
	{0x00AB, "<<", "\""}, /* « */
	{0x00AC, "!", ""},    /* ¬ */
	{0x00AE, "(R)", ""},  /* ® */
	{0x00B0, "deg", ""},  /* ° */
	{0x00B1, "+-", ""},   /* ± */
	{0x00B4, "'", "'"},   /* ´ */
	{0x00B6, "P", ""},    /* ¶ */
	{0x00B7, "-", ""},    /* · */
	{0x00BB, ">>", "\""}, /* » */
	{0x00BF, "?", ""},    /* ¿ */
	{0x00C6, "AE", ""},   /* Æ */
	{0x00D0, "D", ""},    /* Ð */
	{0x00D7, "x", ""},    /* × */
	{0x00D8, "O", ""},    /* Ø */
	{0x00DE, "TH", ""},   /* Þ */
	{0x00DF, "ss", "ss"}, /* ß */
	{0x00E6, "ae", "ae"}, /* æ */
	{0x00F0, "d", "d"},   /* ð */
	{0x00F7, ":", ""},    /* ÷ */
	{0x00F8, "o", "o"},   /* ø */
	{0x00FE, "th", "th"}, /* þ */
	{0x0110, "D", ""},    /* Đ */
	{0x0111, "d", "d"},   /* đ */
	{0x0126, "H", ""},    /* Ħ */
	{0x0127, "h", "h"},   /* ħ */
	{0x0131, "i", "i"},   /* ı */
	{0x0138, "k", "k"},   /* ĸ */
	{0x0141, "L", ""},    /* Ł */
	{0x0142, "l", "l"},   /* ł */
	{0x014A, "N", ""},    /* Ŋ */
	{0x014B, "n", "n"},   /* ŋ */
	{0x0152, "OE", ""},   /* Œ */
	{0x0153, "oe", "oe"}, /* œ */
	{0x0166, "T", ""},    /* Ŧ */
	{0x0167, "t", "t"},   /* ŧ */
	{0x0180, "b", "b"},   /* ƀ */
	{0x018F, "E", ""},    /* Ə */
	{0x0191, "F", ""},    /* Ƒ */
	{0x0192, "f", "f"},   /* ƒ */
	{0x0197, "I", ""},    /* Ɨ */
	{0x01B5, "Z", ""},    /* Ƶ */
	{0x01B6, "z", "z"},   /* ƶ */
	{0x01DD, "e", "e"},   /* ǝ */
	{0x01E4, "G", ""},    /* Ǥ */
	{0x01E5, "g", "g"},   /* ǥ */
	{0x0237, "j", "j"},   /* ȷ */
	{0x0243, "B", ""},    /* Ƀ */
	{0x0259, "e", "e"},   /* ə */
	{0x0268, "i", "i"},   /* ɨ */
	{0x02B9, "'", "'"},   /* ʹ */
	{0x02BA, "\"", "'"},  /* ʺ: a hard sign, in Latin letters */
	{0x02BB, "'", "'"},   /* ʻ */
	{0x02BC, "'", "'"},   /* ʼ */
	{0x02BD, "'", "'"},   /* ʽ */
	{0x02BE, "'", "'"},   /* ʾ */
	{0x02BF, "'", "'"},   /* ʿ */
	{0x02C6, "^", ""},    /* ˆ */
	{0x02C8, "'", "'"},   /* ˈ */
	{0x02DC, "~", ""},    /* ˜ */
	{0x02EE, "\"", "'"},  /* ˮ */
	{0x055A, "'", "'"},   /* ՚ */
	{0x058A, "-", "-"},   /* ֊ */
	{0x05BE, "-", "-"},   /* ־ */
	{0x05F3, "'", "'"},   /* ׳ */
	{0x05F4, "\"", "'"},  /* ״: within abbreviations */
	{0x1E9E, "SS", ""},   /* ẞ */
	{0x2010, "-", "-"},   /* ‐ */
	{0x2011, "-", "-"},   /* ‑ */
	{0x2012, "-", "-"},   /* ‒ */
	{0x2013, "-", "-"},   /* – */
	{0x2014, "--", "-"},  /* — */
	{0x2015, "--", "-"},  /* ― */
	{0x2016, "||", ""},   /* ‖ */
	{0x2018, "'", "'"},   /* ‘ */
	{0x2019, "'", "'"},   /* ’ */
	{0x201A, "'", "'"},   /* ‚ */
	{0x201B, "'", "'"},   /* ‛ */
	{0x201C, "\"", "\""}, /* “ */
	{0x201D, "\"", "\""}, /* ” */
	{0x201E, "\"", "\""}, /* „ */
	{0x201F, "\"", "\""}, /* ‟ */
	{0x2020, "+", ""},    /* † */
	{0x2021, "++", ""},   /* ‡ */
	{0x2022, "*", ""},    /* • */
	{0x2023, ">", ""},    /* ‣ */
	{0x2032, "'", "'"},   /* ′ */
	{0x2033, "\"", "\""}, /* ″ */
	{0x2035, "'", "'"},   /* ‵ */
	{0x2036, "\"", "\""}, /* ‶ */
	{0x2039, "<", "'"},   /* ‹ */
	{0x203A, ">", "'"},   /* › */
	{0x2043, "-", "-"},   /* ⁃ */
	{0x2044, "/", "/"},   /* ⁄ */
	{0x204A, "&", ""},    /* ⁊ */
	{0x2053, "~", "~"},   /* ⁓ */
	{0x20AC, "EUR", ""},  /* € */
	{0x20B4, "UAH", ""},  /* ₴ */
	{0x20BD, "RUB", ""},  /* ₽ */
	{0x2190, "<-", ""},   /* ← */
	{0x2191, "^", ""},    /* ↑ */
	{0x2192, "->", ""},   /* → */
	{0x2193, "v", ""},    /* ↓ */
	{0x2194, "<->", ""},  /* ↔ */
	{0x21D0, "<=", ""},   /* ⇐ */
	{0x21D2, "=>", ""},   /* ⇒ */
	{0x21D4, "<=>", ""},  /* ⇔ */
	{0x2212, "-", "-"},   /* − */
	{0x2215, "/", "/"},   /* ∕ */
	{0x2217, "*", ""},    /* ∗ */
	{0x2219, "-", ""},    /* ∙ */
	{0x221E, "inf", ""},  /* ∞ */
	{0x223C, "~", "~"},   /* ∼ */
	{0x2248, "~", ""},    /* ≈ */
	{0x2260, "!=", "!="}, /* ≠ */
	{0x2264, "<=", ""},   /* ≤ */
	{0x2265, ">=", ""},   /* ≥ */
	{0x22C5, "-", ""},    /* ⋅ */
	{0x2500, "-", ""},    /* ─ */
	{0x2501, "=", ""},    /* ━ */
	{0x2502, "|", ""},    /* │ */
	{0x2503, "|", ""},    /* ┃ */
	{0x25A0, "#", ""},    /* ■ */
	{0x25A1, "o", ""},    /* □ */
	{0x25AA, "*", ""},    /* ▪ */
	{0x25B2, "^", ""},    /* ▲ */
	{0x25B6, ">", ""},    /* ▶ */
	{0x25B8, ">", ""},    /* ▸ */
	{0x25BA, ">", ""},    /* ► */
	{0x25BC, "v", ""},    /* ▼ */
	{0x25C6, "*", ""},    /* ◆ */
	{0x25C7, "*", ""},    /* ◇ */
	{0x25CB, "o", ""},    /* ○ */
	{0x25CF, "*", ""},    /* ● */
	{0x25E6, "o", ""},    /* ◦ */
	{0x2605, "*", ""},    /* ★ */
	{0x2606, "*", ""},    /* ☆ */
	{0x2610, "[ ]", ""},  /* ☐ */
	{0x2611, "[x]", ""},  /* ☑ */
	{0x2713, "v", ""},    /* ✓ */
	{0x2714, "v", ""},    /* ✔ */
	{0x2717, "x", ""},    /* ✗ */
	{0x27E8, "<", ""},    /* ⟨ */
	{0x27E9, ">", ""},    /* ⟩ */
	{0x2E3A, "--", "-"},  /* ⸺ */
	{0x2E3B, "---", "-"}, /* ⸻ */
	{0x2E42, "\"", "\""}, /* ⹂ */
	{0x3001, ",", ""},    /* 、 */
	{0x3002, ".", ""},    /* 。 */
	{0x3008, "<", "'"},   /* 〈 */
	{0x3009, ">", "'"},   /* 〉 */
	{0x300A, "<<", "\""}, /* 《 */
	{0x300B, ">>", "\""}, /* 》 */
	{0x300C, "\"", "\""}, /* 「 */
	{0x300D, "\"", "\""}, /* 」 */
	{0x300E, "\"", "\""}, /* 『 */
	{0x300F, "\"", "\""}, /* 』 */
	{0x3010, "[", ""},    /* 【 */
	{0x3011, "]", ""},    /* 】 */
	{0x301D, "\"", "\""}, /* 〝 */
	{0x301E, "\"", "\""}, /* 〞 */
	{0x301F, "\"", "\""}, /* 〟 */
	{0xA78B, "'", ""},    /* Ꞌ */
	{0xA78C, "'", "'"},   /* ꞌ */
};

static const struct plain *find(int32_t c)
{
	enum { COUNT = sizeof plains / sizeof *plains };
	size_t at = sorted_find(plains, COUNT, sizeof *plains, (uint32_t)c);
	return at < COUNT && plains[at].code_point == (uint32_t)c ? &plains[at] : NULL;
}

static const char *plain_shown(int32_t c)
{
	const struct plain *plain = find(c);
	return plain && plain->shown[0] ? plain->shown : NULL;
}

const char *text_plain_folded(int32_t c)
{
	const struct plain *plain = find(c);
	return plain && plain->folded[0] ? plain->folded : NULL;
}

enum {
	MARKS_MOST = 4,
	DOTTED_CIRCLE = 0x25CC,
	REPLACEMENT = 0xFFFD,
	ZERO_WIDTH_NON_JOINER = 0x200C
};

/* What is shown in place of a code point: a row of cells without marks. */
struct stand_in {
	int32_t cells[TEXT_PARTS_MOST];
	int count;
};

static bool tells(const struct text_form *form)
{
	return form && form->tells;
}

static void stand_in_add(struct stand_in *stand_in, const char *ascii)
{
	for (; *ascii && stand_in->count < TEXT_PARTS_MOST; ascii++)
		stand_in->cells[stand_in->count++] = *ascii;
}

/* A control as its number, in letters that do nothing. */
static void stand_in_harmful(struct stand_in *stand_in, int32_t c)
{
	char name[sizeof "<U+10FFFF>"];
	snprintf(name, sizeof name, "<U+%04X>", (unsigned)c);
	stand_in_add(stand_in, name);
}

/* A plain form of what the target's character set lacks: of the code point, else of the parts that
 * it is made of, else a question mark. */
static void stand_in_plain(struct stand_in *stand_in, const struct text_form *form, int32_t c)
{
	const char *plain = plain_shown(c);
	if (plain) {
		stand_in_add(stand_in, plain);
		return;
	}
	int32_t parts[TEXT_PARTS_MOST];
	int count = text_parts(c, false, parts);
	for (int i = 0; i < count; i++) {
		if (text_is_mark(parts[i]))
			continue;
		plain = plain_shown(parts[i]);
		if (text_encodes(form, parts[i]) && text_code_width(parts[i]) > 0) {
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
	else if (text_is_harmful(c) || (tells(form) && text_is_unseen(c)))
		stand_in_harmful(stand_in, c);
	else if (!text_encodes(form, c))
		stand_in_plain(stand_in, form, c);
	else if (text_code_width(c) == 0 && !text_encodes(form, DOTTED_CIRCLE))
		stand_in_add(stand_in, "?");
	else if (text_code_width(c) == 0 && !text_joins(DOTTED_CIRCLE, c))
		stand_in->cells[stand_in->count++] = REPLACEMENT; /* a vowel or final of Hangul */
	return stand_in->count > 0;
}

/* Steps over the marks that belong to `base`, adding to `out` those to be shown: `room` of them,
 * and only if the target has them. What is left out joins nothing, as a filler does not join the
 * final of Hangul behind it. */
static const char *marks(const struct text_form *form, const char *at, const char *end,
	int32_t base, int room, char *out, size_t *out_len)
{
	int32_t last = base;
	while (at < end && (unsigned char)*at >= 0x80) {
		size_t bytes;
		int32_t next = text_decode(at, (size_t)(end - at), &bytes);
		bool unseen = text_is_unseen(next);
		if (!unseen && (text_code_width(next) > 0 || !text_joins(base, next)))
			break;
		if (!text_joins(last, next))
			break;
		bool home = unseen && text_is_at_home(base, next);
		if (unseen && !home && tells(form))
			break;
		unseen = unseen && !(home && next == ZERO_WIDTH_NON_JOINER);
		if (!unseen && room > 0 && text_encodes(form, next)) {
			*out_len += text_encode(next, out + *out_len);
			room--;
		}
		if (!unseen)
			base = next;
		last = next;
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
		if (!text_is_unseen(c) || tells(form))
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

size_t text_plain_len(const struct text_form *form, const char *text, size_t len, int *columns)
{
	bool letters = !form || !form->encodes;
	size_t at = 0, inside = 0, from;
	do {
		at += text_seen_len(text + at, len - at);
		from = at;
		while (letters && at < len && text_is_plain_letter(text + at, len - at))
			at += 2;
		inside += (at - from) / 2;
	} while (at > from);
	*columns = (int)(at - inside);
	return at;
}

/* The end of a run of characters at `at` that are each shown as themselves in one column. */
static const char *plain_run(
	const struct text_form *form, const char *at, const char *end, int *columns)
{
	const char *stop = at + text_plain_len(form, at, (size_t)(end - at), columns);
	if (*columns > 0 && stop < end && (unsigned char)*stop >= 0x80) { /* it may carry a mark */
		stop -= text_is_inside(stop[-1]) ? 2 : 1;
		--*columns;
	}
	return stop;
}

int text_width(const struct text_form *form, const char *text, size_t len)
{
	const char *at = text, *end = len ? text + len : text;
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
	const char *at = text, *end = len ? text + len : text;
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
