/* A text is folded word by word, a word being what stands between white space: so a word whose
 * letters and marks may have to be composed is looked up in the Unicode database, and all others,
 * which is nearly all, are not. A run of dashes is one dash, as "--" is how a typewriter writes a
 * long one. */
#include "load/plain.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { SOFT_HYPHEN = 0xad };

struct folding {
	struct buf *out;
	struct buf spelt, scratch; /* a word spelt out, and in normal form */
	int32_t last;              /* code point that the last word ends with */
};

/* U+2010-2015, 2212 and the like. */
static bool is_dash(int32_t code)
{
	if (code < 0x2010)
		return code == '-';
	return (code >= 0x2010 && code <= 0x2015) || code == 0x2212 || code == 0x2e17 ||
		code == 0x2e3a || code == 0x2e3b || code == 0xfe58 || code == 0xfe63 ||
		code == 0xff0d;
}

/* What may divide a word at the end of a line. */
static bool is_hyphen(int32_t code)
{
	return code == '-' || code == 0x2010 || code == 0x2011 || code == 0x2e17 ||
		code == SOFT_HYPHEN;
}

/* Bytes of it in what is folded. */
static size_t hyphen_len(int32_t code)
{
	return code != SOFT_HYPHEN;
}

/* Seen by nobody, and no part of a word: what a page or a file needs and a reader does not. The
 * last is the line by which Arabic words are made as long as the page is wide. */
static bool is_nothing(int32_t code)
{
	return text_kind(code) >= TEXT_BIDI || code == 0x640;
}

/* True of code points that are in normal form, whatever of their kind stands beside them, and seen,
 * or nothing but a soft hyphen. Of those below U+0300 some are glyphs. */
static bool is_normal(int32_t code)
{
	return code < 0x132 || (code >= 0x388 && code <= 0x482) ||
		(code >= 0x2010 && code <= 0x2027) || (code >= 0x4e00 && code <= 0x9fff);
}

/* The plain form, or NULL where the code point stands for itself. */
static const char *plain_form(int32_t code)
{
	if (code < 0xab)
		return NULL;
	if ((code >= 0x2018 && code <= 0x201b) || code == 0x2039 || code == 0x203a || code == 0x2bc)
		return "'";
	if ((code >= 0x201c && code <= 0x201f) || code == 0xab || code == 0xbb || code == 0x2e42)
		return "\"";
	if (code == 0x2024 || code == 0x2025)
		return code == 0x2024 ? "." : "..";
	return code == 0x2026 || code == 0x22ef ? "..." : NULL;
}

/* How many dots it is, which may be part of an ellipsis. */
static int dots_of(int32_t code)
{
	const char *form = plain_form(code);
	if (code == '.')
		return 1;
	return form && *form == '.' ? (int)strlen(form) : 0;
}

/* Whether three dots begin there, with or without white space between them. */
static bool is_ellipsis(const char *text, size_t len)
{
	size_t bytes;
	int dots = 0;
	for (size_t at = 0; at < len && dots < 3; at += bytes) {
		int32_t code = text_decode(text + at, len - at, &bytes);
		int more = dots_of(code);
		if (!more && !is_nothing(code) && !(dots && text_is_space(code)))
			break;
		dots += more;
	}
	return dots >= 3;
}

/* ---- words ---- */

/* Bytes of the word at `text`; *normal is cleared where it holds what may have to be composed. */
static size_t word_scan(const char *text, size_t len, bool *normal)
{
	size_t at = 0, bytes;
	while (at < len) {
		unsigned char byte = (unsigned char)text[at];
		if (byte > ' ' && byte < 0x80) {
			at++;
			continue;
		}
		int32_t code = text_decode(text + at, len - at, &bytes);
		if (text_is_space(code))
			break;
		if (!is_normal(code))
			*normal = false;
		at += bytes;
	}
	return at;
}

size_t plain_word_len(const char *text, size_t len)
{
	bool normal;
	return word_scan(text, len, &normal);
}

/* The first code point of a word that is seen; a space where there is none. */
static int32_t word_first(const char *text, size_t len)
{
	size_t bytes;
	for (size_t at = 0; at < len; at += bytes) {
		int32_t code = text_decode(text + at, len - at, &bytes);
		if (!is_nothing(code))
			return text_is_space(code) ? ' ' : code;
	}
	return ' ';
}

/* A word with its glyphs spelt and without what is not seen; a soft hyphen stays, as the end of a
 * line asks for it. */
static void word_spell(struct buf *out, const char *text, size_t len)
{
	size_t bytes;
	buf_clear(out);
	for (size_t at = 0; at < len; at += bytes) {
		int32_t code = text_decode(text + at, len - at, &bytes);
		if (code == SOFT_HYPHEN || !(is_nothing(code) || text_letters(out, code)))
			buf_add(out, text + at, bytes);
	}
}

/* What stands as it is goes over in stretches. */
static void word_add(struct folding *fold, const char *text, size_t len)
{
	size_t from = 0, bytes;
	bool dash = false;
	for (size_t at = 0; at < len; at += bytes) {
		unsigned char byte = (unsigned char)text[at];
		bytes = 1;
		fold->last = byte < 0x80 ? byte : text_decode(text + at, len - at, &bytes);
		bool again = dash;
		dash = is_dash(fold->last);
		const char *plain = dash         ? again ? "" : "-"
			: is_nothing(fold->last) ? ""
						 : plain_form(fold->last);
		if (!plain)
			continue;
		buf_add(fold->out, text + from, at - from);
		buf_text(fold->out, plain);
		from = at + bytes;
	}
	buf_add(fold->out, text + from, len - from);
}

/* Adds the word at `text` and returns how long it is there. */
static size_t word_fold(struct folding *fold, const char *text, size_t len)
{
	bool normal = true;
	len = word_scan(text, len, &normal);
	if (normal) {
		word_add(fold, text, len);
		return len;
	}
	word_spell(&fold->spelt, text, len);
	buf_clear(&fold->scratch);
	text_normal(&fold->scratch, buf_string(&fold->spelt), fold->spelt.len);
	word_add(fold, buf_string(&fold->scratch), fold->scratch.len);
	return len;
}

static void folding_free(struct folding *fold)
{
	buf_free(&fold->spelt);
	buf_free(&fold->scratch);
}

/* "« mot »" is "«mot»", and "mot !" is "mot!": French sets spaces there, and other type does not.
 * What the word is followed by tells a closing mark from an opening one, as in "»Wort«". */
static bool is_set_apart(const struct folding *fold, const char *text, size_t len)
{
	size_t bytes, end = fold->out->len;
	int32_t code = text_decode(text, len, &bytes), next;
	bool alone = end && fold->out->text[end - 1] == '"' &&
		(end == 1 || fold->out->text[end - 2] == ' ');
	if (alone && fold->last == 0xab)
		return true;
	if (!end || (code != 0xbb && !(code > ' ' && code < 0x80 && strchr("!?;:", code))))
		return false;
	next = text_decode(text + bytes, len - bytes, &bytes);
	return !bytes || (!text_is_letter(next) && !text_is_digit(next));
}

/* Whether the word there follows what is folded without a space: dots that are or may be those of an
 * ellipsis, and what French sets apart. */
static bool is_joined(const struct folding *fold, const char *text, size_t len)
{
	const struct buf *out = fold->out;
	if (is_set_apart(fold, text, len))
		return true;
	if (((unsigned char)*text < 0x80 && *text != '.') || !dots_of(word_first(text, len)))
		return false;
	return (out->len && out->text[out->len - 1] == '.') || is_ellipsis(text, len);
}

/* Bytes of white space at `text`; *feeds counts the line feeds among them. */
static size_t white_scan(const char *text, size_t len, uint32_t *feeds)
{
	size_t at = 0, bytes;
	*feeds = 0;
	for (; at < len; at += bytes) {
		int32_t code = text_decode(text + at, len - at, &bytes);
		if (!text_is_space(code))
			break;
		*feeds += code == '\n';
	}
	return at;
}

void plain_fold(struct buf *buf, const char *text, size_t len)
{
	struct folding fold = {.out = buf};
	size_t start = buf->len;
	uint32_t feeds;
	for (size_t at = white_scan(text, len, &feeds); at < len;
		at += white_scan(text + at, len - at, &feeds)) {
		size_t end = buf->len;
		if (end > start && !is_joined(&fold, text + at, len - at))
			buf_char(buf, ' ');
		size_t from = buf->len;
		at += word_fold(&fold, text + at, len - at);
		if (buf->len == from && from > end) /* nothing that is seen */
			buf->text[buf->len = end] = '\0';
	}
	folding_free(&fold);
}

/* ---- texts ---- */

static bool is_letter(int32_t code)
{
	return text_is_letter(code) || text_is_mark(code);
}

/* Chinese and Japanese text has no spaces, so the end of a line is none either. */
static bool is_unspaced(int32_t code)
{
	return code >= 0x2e80 && text_code_width(code) == 2;
}

/* The letter before a hyphen at the end of what is folded. */
static bool divides_word(const struct folding *fold)
{
	size_t end = fold->out->len, hyphen = hyphen_len(fold->last);
	return end > hyphen && is_letter(text_last(fold->out->text, end - hyphen));
}

/* Adds what stands between the last word and the one that begins with `next`. */
static void joint_add(struct folding *fold, int32_t next, uint32_t feeds)
{
	int32_t last = fold->last;
	char joint = ' ';
	if (feeds == 1 && is_hyphen(last) && is_letter(next) && divides_word(fold)) {
		joint = PLAIN_HYPHEN;
		fold->out->len -= hyphen_len(last);
	} else if (feeds == 1 &&
		((is_letter(last) && is_letter(next)) || is_dash(last) || is_dash(next) ||
			is_unspaced(last) || is_unspaced(next))) {
		joint = PLAIN_BREAK;
	}
	buf_char(fold->out, joint);
}

static void word_keep(struct plain_text *plain, struct plain_word word)
{
	plain->words = mem_grow(
		plain->words, &plain->capacity, plain->count + 1, sizeof *plain->words);
	plain->words[plain->count++] = word;
}

void plain_text_fold(struct plain_text *plain, const char *text, size_t len)
{
	struct folding fold = {.out = &plain->folded};
	uint32_t line = 1, feeds, between = 0; /* line feeds since the last word that is seen */
	size_t at = 0;
	for (;;) {
		at += white_scan(text + at, len - at, &feeds);
		line += feeds;
		between += feeds;
		if (at == len)
			break;
		size_t end = plain->folded.len;
		int32_t last = fold.last;
		if (plain->count && !is_joined(&fold, text + at, len - at))
			joint_add(&fold, word_first(text + at, len - at), between);
		struct plain_word word = {(uint32_t)plain->folded.len, (uint32_t)at, line};
		at += word_fold(&fold, text + at, len - at);
		if (plain->folded.len > word.folded) {
			word_keep(plain, word);
			between = 0;
		} else { /* nothing that is seen */
			plain->folded.len = end;
			fold.last = last;
		}
	}
	folding_free(&fold);
}

void plain_text_free(struct plain_text *plain)
{
	buf_free(&plain->folded);
	free(plain->words);
	*plain = (struct plain_text){0};
}
