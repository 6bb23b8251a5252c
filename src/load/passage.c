/* Where words are is known in the folded text (plain.h). A word there knows where it begins in the
 * source; how far into it a place lies is found by folding its beginnings.
 *
 * Texts come in two shapes. Where lines are as narrow as a page, an empty line ends a paragraph;
 * where a line is a paragraph, a line feed does, which is told by lines that are wider than any
 * page. */
#include "load/passage.h"

#include "base/memory.h"
#include "base/text.h"
#include "load/verify_parts.h"

#include <stdlib.h>
#include <string.h>

#define ELLIPSIS "\xe2\x80\xa6"

enum {
	WIDE = 200,            /* bytes of a line that is no page's */
	PARAGRAPH_MOST = 6000, /* bytes shown of a paragraph before or behind the words */
	BESIDE_MOST = 3000     /* and of the one beside theirs */
};

/* ---- paragraphs ---- */

/* Bytes of the text. */
struct stretch {
	size_t from, to;
};

static bool is_blank(const char *text, size_t from, size_t to)
{
	while (from < to && (text[from] == ' ' || text[from] == '\t' || text[from] == '\r'))
		from++;
	return from == to;
}

/* The line that holds a byte, without its line feed. */
static struct stretch line_at(const char *text, size_t len, size_t at)
{
	struct stretch line = {at, at};
	while (line.from && text[line.from - 1] != '\n')
		line.from--;
	const char *feed = memchr(text + at, '\n', len - at);
	line.to = feed ? (size_t)(feed - text) : len;
	return line;
}

/* Whether two lines, one behind the other, belong to different paragraphs. */
static bool is_parted(const char *text, struct stretch line, struct stretch next)
{
	return is_blank(text, line.from, line.to) || is_blank(text, next.from, next.to) ||
		line.to - line.from > WIDE || next.to - next.from > WIDE;
}

/* Where the paragraph begins and ends that holds the line of byte `at`: a place at the edge of a
 * line, not further than `most` bytes from that line. */
static size_t paragraph_from(const char *text, size_t len, size_t at, size_t most)
{
	struct stretch line = line_at(text, len, at);
	size_t start = line.from;
	while (line.from) {
		struct stretch before = line_at(text, len, line.from - 1);
		if (is_parted(text, before, line) || start - before.from > most)
			break;
		line = before;
	}
	return line.from;
}

static size_t paragraph_to(const char *text, size_t len, size_t at, size_t most)
{
	struct stretch line = line_at(text, len, at);
	size_t end = line.to;
	while (line.to < len) {
		struct stretch next = line_at(text, len, line.to + 1);
		if (is_parted(text, line, next) || next.to - end > most)
			break;
		line = next;
	}
	return line.to;
}

/* The paragraph before the line that begins at `from`, or behind the one that ends at `to`; of a
 * long one the lines next to it, of at most `most` bytes but for the first of them. Empty where
 * there is none. */
static struct stretch paragraph_before(const char *text, size_t len, size_t from, size_t most)
{
	while (from) {
		struct stretch line = line_at(text, len, from - 1);
		if (!is_blank(text, line.from, line.to))
			return (struct stretch){
				paragraph_from(text, len, line.from, most), line.to};
		from = line.from;
	}
	return (struct stretch){0, 0};
}

static struct stretch paragraph_behind(const char *text, size_t len, size_t to, size_t most)
{
	while (to < len) {
		struct stretch line = line_at(text, len, to + 1);
		if (!is_blank(text, line.from, line.to))
			return (struct stretch){
				line.from, paragraph_to(text, len, line.from, most)};
		to = line.to;
	}
	return (struct stretch){len, len};
}

/* ---- from the folded text to the source ---- */

/* The longest beginning of a word, in whole code points, that folds to no more than `most`
 * bytes. */
static size_t beginning(const char *word, size_t len, size_t most)
{
	struct buf folded = {0};
	size_t low = 0, high = len; /* what has `low` bytes does */
	while (low < high) {
		size_t middle = low + (high - low + 1) / 2, whole = middle;
		while (whole && whole < len && text_is_inside(word[whole]))
			whole--;
		buf_clear(&folded);
		plain_fold(&folded, word, whole);
		if (folded.len <= most)
			low = middle;
		else
			high = middle - 1;
	}
	buf_free(&folded);
	while (low && low < len && text_is_inside(word[low]))
		low--;
	return low;
}

/* The place in the source of a place within or right behind a word. */
static size_t source_of(const struct verify_text *text, size_t word, size_t folded)
{
	const struct plain_word *at = &text->plain.words[word];
	const char *source = text->source + at->source;
	if (folded == at->folded)
		return at->source;
	return at->source +
		beginning(source, plain_word_len(source, text->len - at->source),
			folded - at->folded);
}

/* Words that are a part of a sign, as "." is of "…", are the whole word that holds it. */
static struct stretch stretch_of(const struct verify_text *text, struct verify_span span)
{
	size_t first = verify_text_word(text, span.from);
	size_t last = verify_text_word(text, span.to - 1);
	struct stretch stretch = {
		source_of(text, first, span.from), source_of(text, last, span.to)};
	if (stretch.from >= stretch.to) {
		stretch.from = text->plain.words[first].source;
		stretch.to = text->plain.words[last].source;
		stretch.to += plain_word_len(text->source + stretch.to, text->len - stretch.to);
	}
	return stretch;
}

/* ---- as it is shown ---- */

static bool is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/* What stands for white space between two words: a paragraph stays one, and so do a line that is
 * indented and a word divided at the end of a line; other lines are joined. */
static const char *joint(const struct verify_text *text, size_t from, size_t to)
{
	const char *source = text->source;
	int feeds = 0;
	for (size_t at = from; at < to; at++)
		feeds += source[at] == '\n';
	if (feeds > 1)
		return "\n\n";
	return feeds && (source[to - 1] != '\n' || (from && source[from - 1] == '-')) ? "\n" : " ";
}

/* Adds a stretch that begins and ends within lines. */
static void add_lines(
	struct passage *passage, const struct verify_text *text, size_t from, size_t to)
{
	while (from < to) {
		size_t end = from;
		while (end < to && !is_space(text->source[end]))
			end++;
		buf_add(&passage->text, text->source + from, end - from);
		for (from = end; end < to && is_space(text->source[end]);)
			end++;
		if (end > from)
			buf_text(&passage->text, joint(text, from, end));
		from = end;
	}
}

static struct stretch trimmed(const struct verify_text *text, struct stretch stretch)
{
	while (stretch.from < stretch.to && is_space(text->source[stretch.from]))
		stretch.from++;
	while (stretch.from < stretch.to && is_space(text->source[stretch.to - 1]))
		stretch.to--;
	return stretch;
}

/* Begins a paragraph with what leads up to `to`, of a very long one with its end. */
static void add_ending(struct passage *passage, const struct verify_text *text, size_t from,
	size_t to, size_t most)
{
	if (passage->text.len)
		buf_text(&passage->text, "\n\n");
	if (to - from > most) {
		buf_text(&passage->text, ELLIPSIS);
		for (from = to - most; text_is_inside(text->source[from]);)
			from++;
	}
	add_lines(passage, text, from, to);
}

/* Adds what begins at `from`, of what is very long the beginning. */
static void add_beginning(struct passage *passage, const struct verify_text *text, size_t from,
	size_t to, size_t most)
{
	bool cut = to - from > most;
	if (cut)
		for (to = from + most; text_is_inside(text->source[to]);)
			to--;
	add_lines(passage, text, from, to);
	if (cut)
		buf_text(&passage->text, ELLIPSIS);
}

/* Adds what stands between two parts of the words; of pages only where they begin and end. */
static void add_between(
	struct passage *passage, const struct verify_text *text, size_t from, size_t to)
{
	if (to - from > PARAGRAPH_MOST) {
		add_lines(passage, text, from,
			paragraph_to(text->source, text->len, from, BESIDE_MOST));
		buf_text(&passage->text, "\n\n" ELLIPSIS "\n\n");
		from = paragraph_from(text->source, text->len, to, BESIDE_MOST);
	}
	add_lines(passage, text, from, to);
}

static void add_words(struct passage *passage, const struct verify_text *text, struct stretch words)
{
	passage->marks = mem_grow(
		passage->marks, &passage->capacity, passage->count + 1, sizeof *passage->marks);
	struct passage_mark *mark = &passage->marks[passage->count++];
	mark->from = (uint32_t)passage->text.len;
	add_lines(passage, text, words.from, words.to);
	mark->to = (uint32_t)passage->text.len;
}

static void add_all(
	struct passage *passage, const struct verify_text *text, const struct verify_parts *parts)
{
	struct stretch words = stretch_of(text, parts->spans[0]), own, beside;
	own.from = paragraph_from(text->source, text->len, words.from, PARAGRAPH_MOST);
	beside = trimmed(text, paragraph_before(text->source, text->len, own.from, BESIDE_MOST));
	if (beside.from < beside.to)
		add_ending(passage, text, beside.from, beside.to, BESIDE_MOST);
	own.to = words.from; /* white space before the words stays */
	while (own.from < own.to && is_space(text->source[own.from]))
		own.from++;
	add_ending(passage, text, own.from, own.to, PARAGRAPH_MOST);
	add_words(passage, text, words);
	for (size_t i = 1; i < parts->count; i++) {
		struct stretch next = stretch_of(text, parts->spans[i]);
		add_between(passage, text, words.to, next.from);
		add_words(passage, text, next);
		words = next;
	}
	own.to = paragraph_to(text->source, text->len, words.to, PARAGRAPH_MOST);
	beside = trimmed(text, paragraph_behind(text->source, text->len, own.to, BESIDE_MOST));
	while (own.to > words.to && is_space(text->source[own.to - 1]))
		own.to--;
	add_beginning(passage, text, words.to, own.to, PARAGRAPH_MOST);
	if (beside.from < beside.to) {
		buf_text(&passage->text, "\n\n");
		add_beginning(passage, text, beside.from, beside.to, BESIDE_MOST);
	}
}

bool passage_find(struct passage *passage, const char *bytes, size_t len, const char *words,
	const char *prefix, const char *suffix)
{
	struct verify_text text;
	struct verify_parts parts = {0};
	verify_text_open(&text, bytes, len);
	verify_parts_make(&parts, words, prefix, suffix);
	bool found = parts.count && verify_parts_find(&parts, &text) == parts.count;
	if (found) {
		reach_measure(&passage->reach, &parts, &text);
		add_all(passage, &text, &parts);
	}
	verify_parts_free(&parts);
	verify_text_close(&text);
	return found;
}

void passage_free(struct passage *passage)
{
	buf_free(&passage->text);
	free(passage->marks);
	*passage = (struct passage){0};
}
