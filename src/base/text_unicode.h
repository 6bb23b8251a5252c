/* What the Unicode database says of a code point, and plain forms, for the files of base/text
 * alone. Nothing here owns memory or fails. */
#ifndef TRUCE_BASE_TEXT_UNICODE_H
#define TRUCE_BASE_TEXT_UNICODE_H

#include "base/text.h"

/* The longest decomposition of one code point is U+FDFA with 18. */
enum { TEXT_PARTS_MOST = 32 };

/* True for what has no sign of its own and means nothing to a grid of cells: the kinds from
 * TEXT_DIRECTION on. */
static inline bool text_is_unseen(int32_t code_point)
{
	return text_kind(code_point) >= TEXT_DIRECTION;
}

/* Whether a joiner or a selector is part of writing behind the character before it; false for
 * everything else. */
bool text_is_at_home(int32_t before, int32_t code_point);

/* Letters that are written from right to left, and from left to right; signs and figures are neither. */
bool text_is_right_to_left(int32_t code_point);
bool text_is_left_to_right(int32_t code_point);
/* What emoji are made of, among other pictures (Extended_Pictographic). */
bool text_is_picture(int32_t code_point);

/* True if no cluster may end between the two. Right where `next` is a mark or unseen; pairs of
 * flags and joined emoji need text_cluster, which remembers more than one code point. */
bool text_joins(int32_t code_point, int32_t next);

/* The compatibility decomposition, case folded if asked for; returns how many parts. */
int text_parts(int32_t code_point, bool fold, int32_t parts[TEXT_PARTS_MOST]);

/* True for marks that a search ignores: accents, points, enclosing signs; not for the vowel signs
 * of the scripts of South and South-East Asia, without which a word is another word. */
bool text_is_diacritic(int32_t code_point);

/* What a search folds a sign or letter to that Unicode does not decompose: ASCII, lower case, one
 * form for all signs of a kind. A static string; NULL where there is none. */
const char *text_plain_folded(int32_t code_point);

/* The one letter or sign that a form is of, full-width, mathematical or a Persian figure; or
 * itself. */
int32_t text_form_of(int32_t code_point);
static inline bool text_is_full_width(int32_t c)
{
	return c > 0xff00 && c < 0xff5f;
}
static inline bool text_is_mathematical(int32_t c)
{
	return (c >= 0x2100 && c < 0x2150) || (c >= 0x1d400 && c < 0x1d800);
}
/* The name of what looks like another letter or sign: that of the letter in its script, or behind a
 * * the whole of it; NULL where it is none of these. */
const char *text_look_name(int32_t code_point);

/* What a search takes a small letter or a figure for: a plainer one, 0 for nothing, else itself. */
int32_t text_letter_plain(int32_t code_point);

#endif
