/* A mark opens or closes by what stands beside it rather than by its form: word processors, and
 * the habits of countries, take any for either. Depth is counted along the text: when what was
 * opened first closes before the end, the text only begins with a quotation of its own. A full stop
 * or comma behind the last mark does not count.
 *
 * Single marks may be apostrophes as well, so they are looked at only where one of them begins the
 * text and one ends it; one that closes within it, and may be an apostrophe ("the soldiers' pay"),
 * is taken for one as long as nothing else opens. */
#include "base/marks.h"

#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum role { ROLE_NONE, ROLE_OPENS, ROLE_CLOSES };

static const struct mark {
	const char *text;
	bool single;    /* may be an apostrophe */
	bool fixed;     /* is what its form says, whatever stands beside it */
	enum role role; /* by its form; none where that says nothing */
} marks[] = {
	/* Two signs first. */
	{"``", false, false, ROLE_OPENS},
	{"''", false, false, ROLE_NONE},
	{",,", false, false, ROLE_OPENS},
	{"<<", false, false, ROLE_OPENS},
	{">>", false, false, ROLE_CLOSES},
	{"\u2018\u2018", false, false, ROLE_OPENS},
	{"\u2019\u2019", false, false, ROLE_CLOSES},
	{"\u201a\u201a", false, false, ROLE_OPENS},
	{"\"", false, false, ROLE_NONE},
	{"\u201c", false, false, ROLE_OPENS},
	{"\u201d", false, false, ROLE_CLOSES},
	{"\u201e", false, false, ROLE_OPENS},
	{"\u201f", false, false, ROLE_OPENS},
	{"\u00ab", false, false, ROLE_OPENS},
	{"\u00bb", false, false, ROLE_CLOSES},
	{"\u2039", false, false, ROLE_OPENS},
	{"\u203a", false, false, ROLE_CLOSES},
	{"\uff02", false, false, ROLE_NONE},
	{"\u300c", false, true, ROLE_OPENS},
	{"\u300d", false, true, ROLE_CLOSES},
	{"\u300e", false, true, ROLE_OPENS},
	{"\u300f", false, true, ROLE_CLOSES},
	{"\u300a", false, true, ROLE_OPENS},
	{"\u300b", false, true, ROLE_CLOSES},
	{"\u3008", false, true, ROLE_OPENS},
	{"\u3009", false, true, ROLE_CLOSES},
	{"\ufe41", false, true, ROLE_OPENS},
	{"\ufe42", false, true, ROLE_CLOSES},
	{"\ufe43", false, true, ROLE_OPENS},
	{"\ufe44", false, true, ROLE_CLOSES},
	{"\uff62", false, true, ROLE_OPENS},
	{"\uff63", false, true, ROLE_CLOSES},
	{"\u301d", false, true, ROLE_OPENS},
	{"\u301e", false, true, ROLE_CLOSES},
	{"\u301f", false, true, ROLE_CLOSES},
	{"\u275d", false, true, ROLE_OPENS},
	{"\u275e", false, true, ROLE_CLOSES},
	{"\u2e42", false, true, ROLE_OPENS},
	{"'", true, false, ROLE_NONE},
	{"`", true, false, ROLE_OPENS},
	{"\u2018", true, false, ROLE_OPENS},
	{"\u2019", true, false, ROLE_CLOSES},
	{"\u201a", true, true, ROLE_OPENS},
	{"\u201b", true, false, ROLE_OPENS},
	{"\u275b", true, true, ROLE_OPENS},
	{"\u275c", true, true, ROLE_CLOSES},
	{"\uff07", true, false, ROLE_NONE},
};

/* ---- where a mark stands ---- */

/* A text whose white space at both ends is left out. */
struct words {
	const char *text;
	size_t len;
	size_t last; /* behind the last character that is no full stop or the like */
};

static bool may_begin_mark(unsigned char c)
{
	return c == '"' || c == '\'' || c == '`' || c == ',' || c == '<' || c == '>' || c == 0xc2 ||
		c == 0xe2 || c == 0xe3 || c == 0xef;
}

/* The mark that stands there, or NULL. */
static const struct mark *mark_at(const struct words *words, size_t at)
{
	if (at >= words->len || !may_begin_mark((unsigned char)words->text[at]))
		return NULL;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t len = strlen(marks[i].text);
		if (len <= words->len - at && memcmp(words->text + at, marks[i].text, len) == 0)
			return &marks[i];
	}
	return NULL;
}

static bool is_space(int32_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == 0xa0 || c == 0x3000 ||
		(c >= 0x2000 && c <= 0x200b) || c == 0x202f || c == 0x205f;
}

static bool is_dash(int32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

/* What may stand behind a closing mark, at the end of a text. */
static bool is_stop(int32_t c)
{
	return (c > 0 && c < 0x80 && strchr(".,;:!?", (int)c)) || c == 0x2026 || c == 0x3001 ||
		c == 0x3002 || c == 0xff01 || c == 0xff0c || c == 0xff1f || c == 0x60c ||
		c == 0x61f;
}

static int32_t code_before(const struct words *words, size_t at)
{
	return at ? text_last(words->text, at) : 0;
}

static int32_t code_from(const struct words *words, size_t at)
{
	size_t bytes;
	return at < words->len ? text_decode(words->text + at, words->len - at, &bytes) : 0;
}

static struct words words_of(const char *text, size_t len)
{
	struct words words = {text, len, 0};
	size_t bytes;
	while (words.len && is_space(code_from(&words, 0))) {
		text_decode(words.text, words.len, &bytes);
		words.text += bytes;
		words.len -= bytes;
	}
	char encoded[4];
	while (words.len && is_space(text_last(words.text, words.len)))
		words.len -= text_encode(text_last(words.text, words.len), encoded);
	words.last = words.len;
	while (words.last && is_stop(code_before(&words, words.last)))
		words.last -= text_encode(code_before(&words, words.last), encoded);
	return words;
}

/* Nothing but full stops and the like follows. */
static bool is_last(const struct words *words, size_t at, const struct mark *mark)
{
	return at + strlen(mark->text) >= words->last;
}

/* ---- what it does there ---- */

static enum role role_of(
	const struct words *words, size_t at, const struct mark *mark, size_t depth)
{
	int32_t before = code_before(words, at), after = code_from(words, at + strlen(mark->text));
	bool left = !before || is_space(before) || is_dash(before) || text_is_opening(before);
	bool right = !after || is_space(after) || is_stop(after) || is_dash(after) ||
		text_is_closing(after);
	if (mark->role == ROLE_NONE && !depth && before >= '0' && before <= '9')
		return ROLE_NONE; /* inches */
	if (mark->fixed)
		return mark->role;
	if (left != right)
		return left ? ROLE_OPENS : ROLE_CLOSES;
	if (mark->role != ROLE_NONE)
		return left || !mark->single ? mark->role : ROLE_NONE;
	return !left ? ROLE_NONE : depth ? ROLE_CLOSES : ROLE_OPENS;
}

/* Double marks: what opens the text, and what closes it. */
static enum marks double_marks(const struct words *words, size_t *at)
{
	size_t depth = 0, step;
	bool whole = false,
	     at_end = false; /* what opened the text is still open; the last closes */
	*at = 0;
	for (size_t i = 0; i < words->len; i += step) {
		const struct mark *mark = mark_at(words, i);
		step = mark ? strlen(mark->text) : 1;
		enum role role = mark && !mark->single ? role_of(words, i, mark, depth) : ROLE_NONE;
		if (role == ROLE_OPENS && !depth++)
			whole = i == 0;
		if (role != ROLE_CLOSES)
			continue;
		at_end = is_last(words, i, mark);
		if (!depth && at_end) {
			*at = i;
			return MARKS_CLOSE;
		}
		depth -= depth > 0;
		if (!depth && whole && at_end)
			return MARKS_AROUND;
	}
	return !depth || !whole ? MARKS_NONE : at_end ? MARKS_AROUND : MARKS_OPEN;
}

/* Whether the word that begins there is one that an apostrophe begins: 'tis, 'em, '68. */
static bool is_elision(const struct words *words, size_t at)
{
	static const char *const elisions[] = {"tis", "twas", "twere", "twill", "em", "til", "till",
		"cause", "bout", "round", "n", "neath", "gainst", "im", "er", "ere", "s", "t", "k",
		"m", "d", "hood", "phone"};
	const char *word = words->text + at;
	size_t left = words->len - at, len = 0;
	while (len < left && text_small(word[len]) >= 'a' && text_small(word[len]) <= 'z')
		len++;
	for (size_t i = 0; i < sizeof elisions / sizeof *elisions; i++)
		if (strlen(elisions[i]) == len && text_same_ascii(word, elisions[i], len))
			return true;
	return left && *word >= '0' && *word <= '9';
}

static bool single_marks(const struct words *words)
{
	const struct mark *first = mark_at(words, 0), *mark;
	bool doubtful = false, opens = false;
	if (!first || !first->single || is_elision(words, strlen(first->text)))
		return false;
	for (size_t i = strlen(first->text); i < words->len; i += mark ? strlen(mark->text) : 1) {
		mark = mark_at(words, i);
		if (!mark || !mark->single)
			continue;
		enum role role = role_of(words, i, mark, 1);
		if (role == ROLE_CLOSES && is_last(words, i, mark))
			return !(doubtful && opens);
		if (role == ROLE_CLOSES &&
			(is_stop(code_before(words, i)) ||
				is_stop(code_from(words, i + strlen(mark->text)))))
			return false;
		doubtful |= role == ROLE_CLOSES;
		opens |= role == ROLE_OPENS && !is_elision(words, i + strlen(mark->text));
	}
	return false;
}

/* Whether a mark ends there. */
static bool mark_ends(const struct words *words)
{
	int32_t last = code_before(words, words->last);
	if (last >= 0x80 ? last < 0x2018 && last != 0xab && last != 0xbb
			 : last <= 0 || !strchr("\"'`,<>", (int)last))
		return false;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t len = strlen(marks[i].text);
		if (len <= words->last &&
			memcmp(words->text + words->last - len, marks[i].text, len) == 0)
			return true;
	}
	return false;
}

static bool is_letter(char c)
{
	return text_small(c) >= 'a' && text_small(c) <= 'z';
}

/* As most texts are: "We have spent more ink than blood." */
static bool is_bare(const char *text, size_t len)
{
	return len > 2 && (is_letter(*text) || *text == '[') &&
		(is_letter(text[len - 1]) ||
			(memchr(".,!?\n", text[len - 1], 5) && is_letter(text[len - 2])));
}

enum marks marks_own(const char *text, size_t len, size_t *at)
{
	if (is_bare(text, len))
		return MARKS_NONE;
	struct words words = words_of(text, len);
	if (!mark_at(&words, 0) && !mark_ends(&words))
		return MARKS_NONE;
	enum marks found = double_marks(&words, at);
	if (found == MARKS_NONE && single_marks(&words)) {
		*at = 0;
		found = MARKS_AROUND;
	}
	*at += (size_t)(words.text - text);
	return found;
}

/* A pair is two marks: what opens the text, and then what closes the rest. */
/* Where the mark is that ends the text, but for a full stop; `len` where there is none. */
static size_t last_mark(const char *text, size_t len)
{
	struct words words = words_of(text, len);
	for (size_t at = words.len; at--;) {
		const struct mark *mark = mark_at(&words, at);
		if (mark)
			return is_last(&words, at, mark) ? at + (size_t)(words.text - text) : len;
	}
	return len;
}

void marks_leave_out(struct buf *out, const char *text, size_t len)
{
	size_t at;
	enum marks found = marks_own(text, len, &at);
	if (found == MARKS_AROUND || found == MARKS_OPEN) {
		const struct words rest = {text + at, len - at, 0};
		size_t step = strlen(mark_at(&rest, 0)->text);
		text += at + step;
		len -= at + step;
		at = found == MARKS_AROUND ? last_mark(text, len) : len;
	} else if (found == MARKS_NONE) {
		at = len;
	}
	const struct words rest = {text + at, len - at, 0};
	const struct mark *mark = mark_at(&rest, 0);
	size_t step = mark ? strlen(mark->text) : 0;
	buf_add(out, text, at);
	buf_add(out, text + at + step, len - at - step);
}

void marks_close_leave_out(struct buf *out, const char *text, size_t len)
{
	size_t at;
	if (marks_own(text, len, &at) == MARKS_CLOSE)
		marks_leave_out(out, text, len);
}
