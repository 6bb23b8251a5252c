/* Unicode text as a terminal shows it: clusters, widths, folding, and what is harmless.
 *
 * The only user of utf8proc. Text is UTF-8 that has been checked (text_valid); a stray byte is
 * nevertheless shown as U+FFFD, never passed on.
 *
 * A cluster is what a reader takes for one character (UAX #29, extended grapheme clusters); it is
 * never split by wrapping or cutting. It is *shown* as one or more cells: a cell is one base with
 * at most four marks, one or two columns wide. A control character, a bidi control, or a character
 * that the target's character set lacks is shown as something else, so the shown bytes, not the
 * bytes of the file, are what goes to a terminal. */
#ifndef TRUCE_BASE_TEXT_H
#define TRUCE_BASE_TEXT_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TEXT_CELL_MOST = 4 * (1 + 4) }; /* bytes of a base and four marks */

/* How text is to be shown. `encodes` says whether the target can show a code point;
 * NULL means that it can show all of Unicode. What is not seen is left out or, where `tells` is
 * set, shown by its number unless it is part of writing: a message that quotes what is wrong would
 * else quote what looks right. */
struct text_form {
	bool (*encodes)(int32_t code_point);
	bool tells;
};

/* The same that tells; NULL is a form that can show all. */
static inline struct text_form text_form_telling(const struct text_form *form)
{
	return (struct text_form){form ? form->encodes : NULL, true};
}

/* Whether the target can show the code point. */
static inline bool text_encodes(const struct text_form *form, int32_t code_point)
{
	return code_point < 0x80 || !form || !form->encodes || form->encodes(code_point);
}

/* How many bytes of ASCII a text begins with. */
size_t text_ascii_len(const char *text, size_t len);
/* How many bytes of printable ASCII. */
size_t text_seen_len(const char *text, size_t len);
static inline bool text_is_seen_ascii(char c)
{
	return (unsigned char)(c - 0x20) < 0x5f;
}
/* Offset of the first byte that is not valid UTF-8, or `len`. */
size_t text_valid(const char *text, size_t len);

/* The code point at `text`, and how many bytes it takes (1 and U+FFFD for a stray byte;
 * 0 where len is 0). */
int32_t text_decode(const char *text, size_t len, size_t *bytes);
/* True for a byte within a character: any but its first. */
static inline bool text_is_inside(char byte)
{
	return ((unsigned char)byte & 0xc0) == 0x80;
}
/* The code point that the text ends with; U+FFFD where len is 0. */
int32_t text_last(const char *text, size_t len);
/* How many code points there are in the text. */
size_t text_length(const char *text, size_t len);
/* Whether a text begins with a letter or sign of two bytes with nothing special about it: U+00C0 to
 * U+02FF and U+0380 to U+047F, which is Latin, Greek or Cyrillic. */
static inline bool text_is_plain_letter(const char *text, size_t len)
{
	unsigned char lead = (unsigned char)*text;
	return lead >= 0xC3 && lead <= 0xD1 && lead != 0xCC && lead != 0xCD && len > 1 &&
		text_is_inside(text[1]);
}
/* Writes the code point to `out` (4 bytes or fewer) and returns how many. */
size_t text_encode(int32_t code_point, char *out);

/* Columns of one code point on a terminal: 0, 1 or 2. Controls count as 0 here. */
int text_code_width(int32_t code_point);

/* What a character is besides what is seen of it. Every form that is written decides by the kind
 * alone. */
enum text_kind {
	TEXT_SEEN, /* has a sign, or is a space; so is a private or an unassigned character */
	TEXT_NONCHARACTER, /* U+FDD0-FDEF, U+FFFE and the like: harmless, and shown as they come */
	/* From here on: what must never reach a terminal as itself, and is shown by its number. */
	TEXT_CONTROL,   /* C0, DEL, C1; line feed and tab are among them */
	TEXT_SEPARATOR, /* U+2028, U+2029 */
	TEXT_BIDI,      /* embeddings, overrides, isolates */
	TEXT_SWITCH,    /* U+206A-206F, and the marks of interlinear annotation */
	/* From here on: nothing is seen of it, and by itself it does nothing. */
	TEXT_DIRECTION, /* U+061C, U+200E, U+200F */
	TEXT_TAG,       /* U+E0000-E007F */
	TEXT_INVISIBLE, /* zero-width space, soft hyphen, byte order mark, fillers, ... */
	TEXT_JOINER,    /* U+200C, U+200D, and what joins hieroglyphs and notes */
	TEXT_SELECTOR,  /* variation selectors */
};
enum text_kind text_kind_look_up(int32_t code_point);

/* The same, without a search for the letters, punctuation and lines of most texts. */
static inline enum text_kind text_kind(int32_t c)
{
	if ((c >= 0x20 && c < 0x7F) || (c >= 0xAE && c < 0x300) || (c >= 0x370 && c < 0x483) ||
		(c >= 0x2010 && c < 0x2028) || (c >= 0x2070 && c < 0x3164) ||
		(c > 0x3164 && c < 0xFDD0))
		return TEXT_SEEN;
	return text_kind_look_up(c);
}

static inline bool text_is_harmful(int32_t code_point)
{
	enum text_kind kind = text_kind(code_point);
	return kind >= TEXT_CONTROL && kind < TEXT_DIRECTION;
}

/* True where the character at that offset of the text is not seen, and no part of writing there:
 * a control but line feed, a joiner that joins nothing, a selector behind nothing to select from, a
 * mark of direction among letters that all run from left to right, and whatever else is not seen.
 * text_kind.c has the rules. */
bool text_is_out_of_place(const char *text, size_t len, size_t at);
/* The offset of the first such character from `from` on (which may be within a character), or
 * `len`. */
size_t text_out_of_place(const char *text, size_t len, size_t from);

/* Bytes of the cluster at `text`; 0 only where len is 0. */
size_t text_cluster(const char *text, size_t len);

/* The next cell to show of the text at *at, as shown: at most TEXT_CELL_MOST bytes go to `out` (not
 * closed by NUL), their number to *out_len, and the columns (1 or 2; a mark without a base stands
 * on a dotted circle) are returned. Advances *at by the bytes consumed; what is not shown at all
 * (joiners, soft hyphens, variation selectors) goes with the cell before or after it. Where one
 * code point is shown as several cells ("<U+202E>", "..."), *pending counts the cells given so far:
 * the caller starts it at 0 and passes it back untouched. Returns -1 at `end`, with *at there. */
int text_cell(const struct text_form *, const char **at, const char *end, int *pending, char *out,
	size_t *out_len);

/* How many bytes of characters a text begins with that are each shown as themselves in one column:
 * printable ASCII, and plain letters if the target has them all. Behind the last a mark may stand. */
size_t text_plain_len(const struct text_form *, const char *text, size_t len, int *columns);

/* Columns of the whole text, as shown; `text` may be NULL where len is 0, as here below. */
int text_width(const struct text_form *, const char *text, size_t len);

/* Appends the text as shown: the one output function for a terminal or a text stream. */
void text_show(const struct text_form *, struct buf *, const char *text, size_t len);

/* Appends the text folded for search: case, diacritics and compatibility forms taken off, and
 * the letters that have no decomposition (ı ł ø đ ß æ ...) written plain, typographic quotation
 * marks and dashes as ' " -, line feed and tab as a space, invisible characters left out. The
 * vowel signs of Indic and Thai letters stay. Idempotent, and folds a text part by part: the parts
 * folded (at any code point) are the whole folded. */
void text_fold(struct buf *, const char *text, size_t len);

/* Appends the text in normal form C, as ids are compared. Of more than 30 marks in a row the order
 * is not settled, so that no text takes long. */
void text_normal(struct buf *, const char *text, size_t len);

/* Appends the letters that a glyph of type stands for, not in normal form: "fi" for the ligature, s
 * for a long s, the letter for a form of it within an Arabic word. False, with nothing appended,
 * where the code point is no such glyph. */
bool text_letters(struct buf *, int32_t code_point);
/* What the code point looks like: one code point for all that look the same, itself for most. So a
 * and Cyrillic a are alike, and so are l and 1. */
int32_t text_alike(int32_t code_point);
/* Appends a plain name and its number: "a Cyrillic small letter a (U+0430)"; the number alone where
 * there is no name for it. */
void text_name(struct buf *, int32_t code_point);
/* Appends what a sign of one piece stands for, all ASCII: "IV", "2", "1/2". False, with nothing
 * appended, for any other code point. */
bool text_spell(struct buf *, int32_t code_point);
/* The script of a letter, where it is one of those that have look-alikes; else NULL. */
const char *text_script(int32_t code_point);

/* Classes of Unicode that ids are made of. */
bool text_is_letter(int32_t code_point);
bool text_is_lower(int32_t code_point); /* a small letter */
bool text_is_digit(int32_t code_point);
bool text_is_mark(int32_t code_point);
/* Wide or full-width East Asian, between whose characters a line may break. */
bool text_is_ideograph(int32_t code_point);
/* Opening and closing punctuation (Ps Pi, Pe Pf). */
bool text_is_opening(int32_t code_point);
bool text_is_closing(int32_t code_point);

/* What words are made of: a letter, a mark on one, a figure. */
static inline bool text_is_word(int32_t c)
{
	if (c < 0x80)
		return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
	return text_is_letter(c) || text_is_mark(c) || text_is_digit(c);
}

/* A figure of ASCII. */
static inline bool text_is_figure(char c)
{
	return c >= '0' && c <= '9';
}

/* What Unicode calls white space: blanks of any width, and what ends a line or a page. */
static inline bool text_is_space(int32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
		(c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
		c == 0x205F || c == 0x3000;
}

/* A capital letter of ASCII as its small one, any other byte as it is; the same in every locale. */
static inline char text_small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}
/* Whether both are the same in their first `len` bytes, or up to a NUL, but for capital letters of
 * ASCII. */
bool text_same_ascii(const char *a, const char *b, size_t len);

#endif
