/* Nearly all words differ in one of their first letters, so that comparing them ends there. */
#include "base/look.h"

#include "base/text.h"

#include <string.h>

bool look_is_space(int32_t c)
{
	return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
		c == 0x205F || c == 0x2800 || c == 0x3000;
}

static bool is_blank(int32_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || look_is_space(c);
}

static bool is_unseen(int32_t c)
{
	return c != '\t' && c != '\n' && text_kind(c) != TEXT_SEEN;
}

/* A place in a word. */
struct reader {
	const char *at, *end;
	int32_t code;    /* the next that is seen; 0 at the end */
	int32_t skipped; /* the first that was passed over before it; 0 for none */
};

static struct reader reader_of(const char *word)
{
	return (struct reader){.at = word, .end = word + strlen(word)};
}

static int32_t next_code(struct reader *reader)
{
	size_t bytes;
	if (reader->at == reader->end)
		return 0;
	int32_t code = text_decode(reader->at, (size_t)(reader->end - reader->at), &bytes);
	reader->at += bytes;
	return code;
}

/* Whether nothing but blanks and what is not seen is left. */
static bool is_over(struct reader reader)
{
	int32_t code;
	while ((code = next_code(&reader)))
		if (!is_blank(code) && !is_unseen(code))
			return false;
	return true;
}

/* `first` is set before the first character that is seen. */
static void step(struct reader *reader, bool first)
{
	int32_t code;
	reader->skipped = 0;
	while ((code = next_code(reader))) {
		bool outer = is_blank(code) && (first || is_over(*reader));
		if (!outer && !is_unseen(code))
			break;
		if (!reader->skipped)
			reader->skipped = code;
	}
	reader->code = code;
}

/* As text_alike, which leaves dashes and curly apostrophes to the folding of texts. */
static int32_t look_of(int32_t c)
{
	if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE63 || c == 0xFF0D)
		return '-';
	return c >= 0x2018 && c <= 0x201B ? '\'' : is_blank(c) ? ' ' : text_alike(c);
}

static bool are_alike(int32_t a, int32_t b)
{
	return a == b || look_of(a) == look_of(b);
}

/* ASCII, and seen. */
static bool is_graphic(char c)
{
	return c > ' ' && c < 0x7f;
}

bool look_same(const char *a, const char *b)
{
	bool first = true;
	for (; is_graphic(*a) && is_graphic(*b); a++, b++, first = false)
		if (*a != *b && text_alike(*a) != text_alike(*b))
			return false;
	struct reader one = reader_of(a), other = reader_of(b);
	for (;; first = false) {
		step(&one, first);
		step(&other, first);
		if (!are_alike(one.code, other.code))
			return false;
		if (!one.code)
			return true;
	}
}

void look_add(struct buf *out, const char *word)
{
	struct reader reader = reader_of(word);
	char bytes[4];
	for (bool first = true;; first = false) {
		if (is_graphic(*reader.at)) { /* as nearly all are */
			buf_char(out, (char)text_alike(*reader.at++));
			continue;
		}
		step(&reader, first);
		if (!reader.code)
			return;
		buf_add(out, bytes, text_encode(look_of(reader.code), bytes));
	}
}

/* ---- what makes the difference ---- */

/* In quotation marks what the keyboard has, else by its name. */
static void add_code(struct buf *out, int32_t code, int32_t other)
{
	if (code > ' ' && code < 0x7F && other >= 0x7F)
		buf_format(out, "\"%c\"", (char)code);
	else
		text_name(out, code);
}

static void add_meant(struct buf *out, const char *meant, const char *where)
{
	buf_format(out, "\"%s\"", meant);
	if (where)
		buf_format(out, " (%s)", where);
}

/* Whether they differ behind the place at hand as well. */
static bool differ_again(struct reader one, struct reader other)
{
	do {
		step(&one, false);
		step(&other, false);
		if (one.code != other.code || one.skipped != other.skipped)
			return true;
	} while (one.code);
	return false;
}

void look_explain(struct buf *out, const char *word, const char *meant, const char *where)
{
	struct reader one = reader_of(word), other = reader_of(meant);
	for (bool first = true;; first = false) {
		step(&one, first);
		step(&other, first);
		if (one.skipped && !other.skipped) {
			buf_text(out, "it has ");
			text_name(out, one.skipped);
			buf_text(out, first ? " before " : one.code ? " within " : " behind ");
			add_meant(out, meant, where);
			return;
		}
		if (other.skipped && one.skipped != other.skipped) {
			add_meant(out, meant, where);
			buf_text(out, " has ");
			text_name(out, other.skipped);
			buf_text(out, first ? " before it" : one.code ? " within" : " behind it");
			return;
		}
		if (one.code != other.code) {
			buf_text(out, "it has ");
			add_code(out, one.code, other.code);
			buf_text(out, " where ");
			add_meant(out, meant, where);
			buf_text(out, " has ");
			add_code(out, other.code, one.code);
			if (differ_again(one, other))
				buf_text(out, ", and more such signs");
			return;
		}
		if (!one.code)
			return;
	}
}

/* ---- among its neighbours ---- */

/* Alphabets that have letters in common by their looks. */
static const char *const alphabets[] = {"Latin", "Cyrillic", "Greek", "Armenian", "Cherokee"};
enum { ALPHABETS = sizeof alphabets / sizeof *alphabets };

static int alphabet_of(int32_t c)
{
	const char *script = text_script(c);
	for (int i = 0; script && i < ALPHABETS; i++)
		if (strcmp(alphabets[i], script) == 0)
			return i;
	return -1;
}

/* The alphabet that most letters have of those up to the next sign. */
static int alphabet_around(struct reader reader, int32_t code)
{
	int counts[ALPHABETS] = {0}, most = 0;
	for (; code && text_is_word(code); code = next_code(&reader)) {
		int alphabet = alphabet_of(code);
		if (alphabet >= 0)
			counts[alphabet]++;
	}
	for (int i = 1; i < ALPHABETS; i++)
		if (counts[i] > counts[most])
			most = i;
	return counts[most] ? most : -1;
}

/* A letter of another alphabet that may be taken for one of theirs. */
static bool is_stranger(int32_t c, int around)
{
	int own = alphabet_of(c);
	if (own < 0 || around < 0 || own == around)
		return false;
	return own ? text_alike(c) != c : c < 0x80;
}

/* A form of an ASCII character; none where its neighbours are ideographs. */
static bool is_form(int32_t c)
{
	int32_t plain = look_of(c);
	return c >= 0x2010 && plain != c && plain < 0x80 && text_script(c) == NULL;
}

int32_t look_odd(const char *word, const char **among)
{
	struct reader reader = reader_of(word);
	int around = -1;
	bool wide = false, inside = false;
	int32_t code, form = -1;
	*among = NULL;
	for (const char *at = word; (code = next_code(&reader)); at = reader.at) {
		size_t len = (size_t)(reader.end - word);
		bool unseen = is_unseen(code) && text_kind(code) > TEXT_CONTROL &&
			text_is_out_of_place(word, len, (size_t)(at - word));
		if (unseen || look_is_space(code))
			return code;
		if (!inside && text_is_word(code))
			around = alphabet_around(reader, code);
		inside = text_is_word(code);
		wide = wide || (text_is_ideograph(code) && !is_form(code));
		if (form < 0 && is_form(code))
			form = code;
		if (is_stranger(code, around)) {
			*among = alphabets[around];
			return code;
		}
	}
	return wide ? -1 : form;
}

bool look_odd_explain(struct buf *out, const char *word)
{
	const char *among;
	int32_t odd = look_odd(word, &among);
	if (odd < 0)
		return false;
	buf_text(out, "it has ");
	text_name(out, odd);
	if (among)
		buf_format(out, " among %s letters", among);
	return true;
}
