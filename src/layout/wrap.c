/* A line is filled piece by piece, a piece being a cluster with its width and its kind. Between two
 * pieces break_between says whether a line may end there; the last such place that fits is
 * remembered, and taken when a piece does not fit. Where there is none, a word too wide for any
 * line ends after its last slash, or before the piece that does not fit. Of most lines only the last
 * words are looked at so: a space between letters where it may end is found from behind. */
#include "layout/wrap.h"

#include <stdint.h>

/* What a character means to the end of a line: doc/wrapping.md has the rules. */
enum wrap_kind {
	WRAP_START, /* before the first piece of a line */
	WRAP_SPACE,
	WRAP_ZERO, /* U+200B: a line may end here */
	WRAP_LINE, /* line feed */
	WRAP_GLUE, /* no-break spaces, word joiner */
	WRAP_OPENING,
	WRAP_CLOSING,
	WRAP_QUOTE,  /* a quotation mark inside a word, an apostrophe */
	WRAP_HYPHEN, /* - U+2010 */
	WRAP_DASH,   /* – — */
	WRAP_SLASH,
	WRAP_LETTER,
	WRAP_DIGIT,
	WRAP_OTHER,
	WRAP_END,
};

/* Small kana, the sound mark and repetition marks, and the punctuation that no category tells from
 * the rest: none of these begins a line. */
static bool is_nonstarter(int32_t c)
{
	static const uint16_t nonstarters[] = {0x2025, 0x2026, 0x203C, 0x2047, 0x2048, 0x2049,
		0x3001, 0x3002, 0x3005, 0x301C, 0x303B, 0x303C, 0x3041, 0x3043, 0x3045, 0x3047,
		0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E, 0x3095, 0x3096, 0x309B, 0x309C,
		0x309D, 0x309E, 0x30A0, 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3,
		0x30E5, 0x30E7, 0x30EE, 0x30F5, 0x30F6, 0x30FB, 0x30FC, 0x30FD, 0x30FE, 0xFF01,
		0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF61, 0xFF64, 0xFF65, 0xFF9E, 0xFF9F};
	if (c < 0x2025 || c > 0xFF9F)
		return false;
	for (size_t i = 0; i < sizeof nonstarters / sizeof *nonstarters; i++)
		if (nonstarters[i] == c)
			return true;
	return (c >= 0x31F0 && c <= 0x31FF) || (c >= 0xFF67 && c <= 0xFF70);
}

static inline bool is_letter_byte(char c)
{
	return (unsigned char)((c | 32) - 'a') < 26;
}

static enum wrap_kind kind_ascii(char c)
{
	if (is_letter_byte(c))
		return WRAP_LETTER;
	switch (c) {
	case '\n':
		return WRAP_LINE;
	case ' ':
	case '\t':
		return WRAP_SPACE;
	case '(':
	case '[':
	case '{':
		return WRAP_OPENING;
	case ')':
	case ']':
	case '}':
	case ',':
	case '.':
	case ':':
	case ';':
	case '!':
	case '?':
		return WRAP_CLOSING;
	case '"':
	case '\'':
		return WRAP_QUOTE;
	case '-':
		return WRAP_HYPHEN;
	case '/':
		return WRAP_SLASH;
	default:
		return text_is_figure(c) ? WRAP_DIGIT : WRAP_OTHER;
	}
}

/* The kind of a code point by itself: from Unicode's categories where those suffice, from short
 * lists where they do not. */
static enum wrap_kind wrap_kind(int32_t c)
{
	if (c < 0x80)
		return kind_ascii((char)c);
	if (c == 0xA0 || c == 0x2007 || c == 0x202F || c == 0x2060 || c == 0xFEFF || c == 0x2011)
		return WRAP_GLUE;
	if (c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x205F || c == 0x3000)
		return WRAP_SPACE;
	if (c == 0x200B)
		return WRAP_ZERO;
	if (c == 0x2010)
		return WRAP_HYPHEN;
	if (c >= 0x2012 && c <= 0x2015)
		return WRAP_DASH;
	if ((c >= 0x2018 && c <= 0x201F && c != 0x201A && c != 0x201E) || c == 0xAB || c == 0xBB ||
		c == 0x2039 || c == 0x203A)
		return WRAP_QUOTE;
	if (is_nonstarter(c))
		return WRAP_CLOSING;
	if (text_is_letter(c))
		return WRAP_LETTER;
	if (text_is_digit(c))
		return WRAP_DIGIT;
	if (text_is_opening(c))
		return WRAP_OPENING;
	return text_is_closing(c) ? WRAP_CLOSING : WRAP_OTHER;
}

/* True for spaces, line feeds, and the ends of the text. */
static bool wrap_is_gap(enum wrap_kind kind)
{
	return kind <= WRAP_LINE || kind == WRAP_END;
}

/* What a quotation mark does is told by its sides, since languages differ on which sign opens; only
 * one that stands between spaces, as in French, is told by its shape. */
/* The kind of a quotation mark that stands between two others. */
static enum wrap_kind wrap_kind_quote(int32_t c, enum wrap_kind before, enum wrap_kind after)
{
	bool free_before = wrap_is_gap(before) || before == WRAP_OPENING || before == WRAP_DASH;
	if (wrap_is_gap(after) && free_before) {
		if (text_is_opening(c))
			return WRAP_OPENING;
		return text_is_closing(c) ? WRAP_CLOSING : WRAP_OTHER;
	}
	if (free_before)
		return WRAP_OPENING;
	return wrap_is_gap(after) ? WRAP_CLOSING : WRAP_QUOTE;
}

struct piece {
	const char *at, *end;
	int width;
	enum wrap_kind kind;
	bool wide;  /* a letter or sign of East Asia: a line may end before and after it */
	bool alone; /* a dash between spaces */
};

static enum wrap_kind kind_at(const char *at, const char *end)
{
	size_t bytes;
	if (at >= end)
		return WRAP_END;
	return wrap_kind(text_decode(at, (size_t)(end - at), &bytes));
}

/* A plain letter of two bytes. */
static inline bool is_letter_wide(const struct wrap *wrap, const char *at)
{
	return wrap->letters && text_is_plain_letter(at, (size_t)(wrap->end - at));
}

/* Bytes of printable ASCII or a plain letter that no mark follows, as most of most texts are; else 0. */
static size_t plain_bytes(const struct wrap *wrap, const char *at)
{
	size_t bytes = text_is_seen_ascii(*at) ? 1 : is_letter_wide(wrap, at) ? 2 : 0;
	const char *next = at + bytes;
	bool alone = next == wrap->end || (unsigned char)*next < 0x80 || is_letter_wide(wrap, next);
	return alone ? bytes : 0;
}

/* Reads the piece at `at`; `before` is the kind of the one that ends there. */
static struct piece piece_read(const struct wrap *wrap, const char *at, enum wrap_kind before)
{
	size_t len = (size_t)(wrap->end - at), plain = plain_bytes(wrap, at), bytes = 1;
	int32_t c = plain == 1 ? *at : text_decode(at, len, &bytes);
	struct piece piece = {at, at + plain, 1, wrap_kind(c), false, false};
	if (!plain) {
		piece.end = at + text_cluster(at, len);
		piece.width = text_width(wrap->form, at, (size_t)(piece.end - at));
		piece.wide = piece.width >= 2 && text_is_ideograph(c);
	}
	bool whole = piece.end == at + bytes;
	if (c == '\r' && !whole)
		piece.kind = WRAP_LINE;
	else if (piece.kind == WRAP_SPACE && !whole)
		piece.kind = WRAP_OTHER; /* it carries a mark */
	else if (piece.kind == WRAP_QUOTE)
		piece.kind = wrap_kind_quote(c, before, kind_at(piece.end, wrap->end));
	else if (piece.kind == WRAP_DASH)
		piece.alone = wrap_is_gap(before) && wrap_is_gap(kind_at(piece.end, wrap->end));
	return piece;
}

static bool is_word(const struct piece *piece)
{
	if (piece->kind == WRAP_OTHER)
		return piece->wide;
	return piece->kind == WRAP_LETTER || piece->kind == WRAP_DIGIT;
}

/* After the hyphen or dash `a`, which stands after `before`. */
static bool break_after_dash(enum wrap_kind before, const struct piece *a, const struct piece *b)
{
	if (a->kind == WRAP_HYPHEN)
		return before == WRAP_LETTER && b->kind == WRAP_LETTER;
	return !wrap_is_gap(before) && before != WRAP_OPENING && before != WRAP_GLUE &&
		(b->kind == WRAP_LETTER || b->kind == WRAP_OPENING || b->kind == WRAP_OTHER);
}

/* Whether a line may end after `a` so that the next begins with `b`. `before` is the kind of the
 * piece before `a`; `gap` is what stood between the two. */
static bool break_between(
	enum wrap_kind before, const struct piece *a, enum wrap_kind gap, const struct piece *b)
{
	if (a->kind == WRAP_START || a->kind == WRAP_OPENING || b->kind == WRAP_CLOSING)
		return false;
	if (gap == WRAP_ZERO)
		return true;
	if (gap == WRAP_SPACE)
		return !b->alone;
	if (a->kind == WRAP_HYPHEN || a->kind == WRAP_DASH)
		return break_after_dash(before, a, b);
	if (!is_word(b) && b->kind != WRAP_OPENING)
		return false;
	return (is_word(a) || a->kind == WRAP_CLOSING) && (a->wide || b->wide);
}

/* Where a line may end: its text ends at `end`, the next begins at `next`. */
struct stop {
	const char *end, *next;
	int width;
};

static void stop_take(const struct stop *stop, const char *from, struct wrap_line *line)
{
	line->text = from;
	line->len = (size_t)(stop->end - from);
	line->width = stop->width;
}

/* Steps over letters between which nothing can end or begin: at most `most`, a column each. Returns how
 * many. */
static int letters_skip(const struct wrap *wrap, const char **at, int most)
{
	const char *next = *at, *last = next;
	int count = 0;
	for (; count < most && next < wrap->end; count++) {
		size_t bytes = 1;
		if (!is_letter_byte(*next) &&
			(!is_letter_wide(wrap, next) ||
				!text_is_letter(text_decode(next, 2, &bytes))))
			break;
		last = next;
		next += bytes;
	}
	if (count && next < wrap->end && (unsigned char)*next >= 0x80 &&
		!is_letter_wide(wrap, next)) {
		next = last; /* it may carry a mark */
		count--;
	}
	*at = next;
	return count;
}

static bool is_between_letters(const char *text, const char *at, const char *end)
{
	size_t bytes;
	return *at == ' ' && at > text && text_is_letter(text_last(text, (size_t)(at - text))) &&
		text_is_letter(text_decode(at + 1, (size_t)(end - at - 1), &bytes));
}

/* The last space between two letters in the plain text that a line of that width begins with, and the
 * columns before it: a line may end there, whatever else stands in it. NULL and 0 where there is none. */
static const char *space_find(const struct wrap *wrap, int width, int *columns)
{
	const char *text = wrap->at, *at = text;
	*columns = 0;
	for (size_t step = 1; step && *columns < width; at += step) {
		size_t left = (size_t)(wrap->end - at), most = (size_t)(width - *columns);
		int more;
		step = text_plain_len(wrap->form, at, left < most ? left : most, &more);
		*columns += more;
	}
	const char *end = at;
	while (at > text) {
		at -= text_is_inside(at[-1]) ? 2 : 1;
		--*columns;
		if (is_between_letters(text, at, end))
			return at;
	}
	return NULL;
}

/* Fills one line from wrap->at, and returns where the next begins. */
static const char *line_fill(const struct wrap *wrap, int width, struct wrap_line *line)
{
	struct piece a = {wrap->at, wrap->at, 0, WRAP_START, false, false};
	struct stop ink = {wrap->at, NULL, 0}; /* after the last piece that is no space */
	struct stop good = ink, slash = ink; /* the last places to end the line, if `next` is set */
	enum wrap_kind before = WRAP_START, gap = WRAP_START;
	const char *at = wrap->at, *space = space_find(wrap, width, &ink.width);
	int total = ink.width;
	if (space) {
		a.kind = WRAP_LETTER;
		ink.end = at = space;
	}
	while (at < wrap->end) {
		struct piece b = piece_read(wrap, at, gap != WRAP_START ? gap : a.kind);
		at = b.end;
		if (b.kind == WRAP_LINE) {
			stop_take(&ink, wrap->at, line);
			return b.end;
		}
		if (b.kind == WRAP_SPACE || b.kind == WRAP_ZERO) {
			total += b.width;
			gap = gap == WRAP_ZERO ? WRAP_ZERO : b.kind;
			continue;
		}
		ink.next = b.at;
		if (break_between(before, &a, gap, &b))
			good = ink;
		if (a.kind == WRAP_SLASH && b.kind != WRAP_SLASH)
			slash = ink;
		total += b.width;
		if (total > width && (b.width > 0 || gap != WRAP_START) && b.at > wrap->at) {
			stop_take(good.next ? &good : slash.next ? &slash : &ink, wrap->at, line);
			return good.next ? good.next : slash.next ? slash.next : b.at;
		}
		before = gap != WRAP_START ? gap : a.kind;
		a = b;
		gap = WRAP_START;
		if (b.kind == WRAP_LETTER && !b.wide) {
			total += letters_skip(wrap, &at, width - total);
		}
		ink.end = at;
		ink.width = total;
	}
	stop_take(&ink, wrap->at, line);
	return wrap->end;
}

void wrap_begin(struct wrap *wrap, const struct text_form *form, const char *text, size_t len)
{
	bool line = false; /* a carriage return goes with its line feed */
	for (; len > 0; len--) {
		char last = text[len - 1];
		if (last != ' ' && last != '\t' && last != '\n' && !(last == '\r' && line))
			break;
		line = last == '\n';
	}
	wrap->form = form;
	wrap->letters = !form || !form->encodes;
	wrap->at = text;
	wrap->end = text + len;
}

bool wrap_next(struct wrap *wrap, int width, int last_reserve, struct wrap_line *line)
{
	if (wrap->at >= wrap->end)
		return false;
	const char *next = line_fill(wrap, width, line);
	if (next == wrap->end && line->width > width - last_reserve)
		next = line_fill(wrap, width - last_reserve, line);
	wrap->at = next;
	return true;
}
