/* A line is filled piece by piece, a piece being a cluster with its width and its kind. Between two
 * pieces break_between says whether a line may end there; the last such place that fits is
 * remembered, and taken when a piece does not fit. Where there is none, a word too wide for any line
 * ends after its last slash, or before the piece that does not fit. */
#include "layout/wrap.h"

enum kind {
	KIND_START, /* before the first piece of a line */
	KIND_SPACE,
	KIND_ZERO, /* U+200B: a line may end here */
	KIND_LINE, /* line feed */
	KIND_GLUE, /* no-break spaces, word joiner */
	KIND_OPENING,
	KIND_CLOSING,
	KIND_QUOTE,  /* a quotation mark inside a word, an apostrophe */
	KIND_HYPHEN, /* - U+2010 */
	KIND_DASH,   /* – — */
	KIND_SLASH,
	KIND_LETTER,
	KIND_DIGIT,
	KIND_OTHER,
	KIND_END,
};

struct piece {
	const char *at, *end;
	int width;
	enum kind kind;
	bool wide;  /* a letter or sign of East Asia: a line may end before and after it */
	bool alone; /* a dash between spaces */
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

static enum kind kind_ascii(int32_t c)
{
	switch (c) {
	case '\n':
		return KIND_LINE;
	case ' ':
	case '\t':
		return KIND_SPACE;
	case '(':
	case '[':
	case '{':
		return KIND_OPENING;
	case ')':
	case ']':
	case '}':
	case ',':
	case '.':
	case ':':
	case ';':
	case '!':
	case '?':
		return KIND_CLOSING;
	case '"':
	case '\'':
		return KIND_QUOTE;
	case '-':
		return KIND_HYPHEN;
	case '/':
		return KIND_SLASH;
	default:
		if (text_is_letter(c))
			return KIND_LETTER;
		return text_is_digit(c) ? KIND_DIGIT : KIND_OTHER;
	}
}

static enum kind kind_of(int32_t c)
{
	if (c < 0x80)
		return kind_ascii(c);
	if (c == 0xA0 || c == 0x2007 || c == 0x202F || c == 0x2060 || c == 0xFEFF || c == 0x2011)
		return KIND_GLUE;
	if (c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x205F || c == 0x3000)
		return KIND_SPACE;
	if (c == 0x200B)
		return KIND_ZERO;
	if (c == 0x2010)
		return KIND_HYPHEN;
	if (c >= 0x2012 && c <= 0x2015)
		return KIND_DASH;
	if ((c >= 0x2018 && c <= 0x201F && c != 0x201A && c != 0x201E) || c == 0xAB || c == 0xBB ||
		c == 0x2039 || c == 0x203A)
		return KIND_QUOTE;
	if (is_nonstarter(c))
		return KIND_CLOSING;
	if (text_is_letter(c))
		return KIND_LETTER;
	if (text_is_digit(c))
		return KIND_DIGIT;
	if (text_is_opening(c))
		return KIND_OPENING;
	return text_is_closing(c) ? KIND_CLOSING : KIND_OTHER;
}

static bool is_letter_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static enum kind kind_at(const char *at, const char *end)
{
	size_t bytes;
	if (at >= end)
		return KIND_END;
	return kind_of(text_decode(at, (size_t)(end - at), &bytes));
}

static bool is_gap(enum kind kind)
{
	return kind <= KIND_LINE || kind == KIND_END;
}

/* What a quotation mark does is told by its sides, since languages differ on which sign opens; only
 * one that stands between spaces, as in French, is told by its shape. */
static enum kind kind_quote(int32_t c, enum kind before, enum kind after)
{
	bool free_before = is_gap(before) || before == KIND_OPENING || before == KIND_DASH;
	if (is_gap(after) && free_before) {
		if (text_is_opening(c))
			return KIND_OPENING;
		return text_is_closing(c) ? KIND_CLOSING : KIND_OTHER;
	}
	if (free_before)
		return KIND_OPENING;
	return is_gap(after) ? KIND_CLOSING : KIND_QUOTE;
}

/* True for printable ASCII that no mark follows: most of most texts. */
static bool is_plain(const char *at, const char *end)
{
	return *at >= ' ' && *at <= '~' && (at + 1 == end || (unsigned char)at[1] < 0x80);
}

/* Reads the piece at `at`; `before` is the kind of the one that ends there. */
static struct piece piece_read(const struct wrap *wrap, const char *at, enum kind before)
{
	struct piece piece = {at, at + 1, 1, KIND_OTHER, false, false};
	int32_t c = *at;
	size_t bytes = 1;
	if (!is_plain(at, wrap->end)) {
		size_t len = (size_t)(wrap->end - at);
		c = text_decode(at, len, &bytes);
		piece.end = at + text_cluster(at, len);
		piece.width = text_width(wrap->form, at, (size_t)(piece.end - at));
		piece.wide = piece.width >= 2 && text_is_ideograph(c);
	}
	bool whole = piece.end == at + bytes;
	piece.kind = kind_of(c);
	if (c == '\r' && !whole)
		piece.kind = KIND_LINE;
	else if (piece.kind == KIND_SPACE && !whole)
		piece.kind = KIND_OTHER; /* it carries a mark */
	else if (piece.kind == KIND_QUOTE)
		piece.kind = kind_quote(c, before, kind_at(piece.end, wrap->end));
	else if (piece.kind == KIND_DASH)
		piece.alone = is_gap(before) && is_gap(kind_at(piece.end, wrap->end));
	return piece;
}

static bool is_word(const struct piece *piece)
{
	if (piece->kind == KIND_OTHER)
		return piece->wide;
	return piece->kind == KIND_LETTER || piece->kind == KIND_DIGIT;
}

/* After the hyphen or dash `a`, which stands after `before`. */
static bool break_after_dash(enum kind before, const struct piece *a, const struct piece *b)
{
	if (a->kind == KIND_HYPHEN)
		return before == KIND_LETTER && b->kind == KIND_LETTER;
	return !is_gap(before) && before != KIND_OPENING && before != KIND_GLUE &&
		(b->kind == KIND_LETTER || b->kind == KIND_OPENING || b->kind == KIND_OTHER);
}

/* Whether a line may end after `a` so that the next begins with `b`. `before` is the kind of the piece
 * before `a`; `gap` is what stood between the two. */
static bool break_between(
	enum kind before, const struct piece *a, enum kind gap, const struct piece *b)
{
	if (a->kind == KIND_START || a->kind == KIND_OPENING || b->kind == KIND_CLOSING)
		return false;
	if (gap == KIND_ZERO)
		return true;
	if (gap == KIND_SPACE)
		return !b->alone;
	if (a->kind == KIND_HYPHEN || a->kind == KIND_DASH)
		return break_after_dash(before, a, b);
	if (!is_word(b) && b->kind != KIND_OPENING)
		return false;
	return (is_word(a) || a->kind == KIND_CLOSING) && (a->wide || b->wide);
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

/* How many letters stand at `at` between which nothing can end or begin: at most `most`. */
static int letters_skip(const char *at, const char *end, int most)
{
	int count = 0;
	while (count < most && at + count < end && is_letter_byte(at[count]) &&
		is_plain(at + count, end))
		count++;
	return count;
}

/* Fills one line from wrap->at, and returns where the next begins. */
static const char *line_fill(const struct wrap *wrap, int width, struct wrap_line *line)
{
	struct piece a = {wrap->at, wrap->at, 0, KIND_START, false, false};
	struct stop ink = {wrap->at, NULL, 0}; /* after the last piece that is no space */
	struct stop good = ink, slash = ink; /* the last places to end the line, if `next` is set */
	enum kind before = KIND_START, gap = KIND_START;
	int total = 0;
	for (const char *at = wrap->at; at < wrap->end;) {
		struct piece b = piece_read(wrap, at, gap != KIND_START ? gap : a.kind);
		at = b.end;
		if (b.kind == KIND_LINE) {
			stop_take(&ink, wrap->at, line);
			return b.end;
		}
		if (b.kind == KIND_SPACE || b.kind == KIND_ZERO) {
			total += b.width;
			gap = gap == KIND_ZERO ? KIND_ZERO : b.kind;
			continue;
		}
		ink.next = b.at;
		if (break_between(before, &a, gap, &b))
			good = ink;
		if (a.kind == KIND_SLASH && b.kind != KIND_SLASH)
			slash = ink;
		total += b.width;
		if (total > width && (b.width > 0 || gap != KIND_START) && b.at > wrap->at) {
			stop_take(good.next ? &good : slash.next ? &slash : &ink, wrap->at, line);
			return good.next ? good.next : slash.next ? slash.next : b.at;
		}
		before = gap != KIND_START ? gap : a.kind;
		a = b;
		gap = KIND_START;
		if (b.kind == KIND_LETTER && !b.wide) {
			int letters = letters_skip(at, wrap->end, width - total);
			total += letters;
			at += letters;
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
