/* The text is short and made anew by each edit. Two kinds of words: C-w takes all back to a blank,
 * as the terminal's own line does; all else goes by letters and digits, so that "speaker:hale" is
 * two. */
#include "ui/core/line.h"

#include "base/text.h"
#include "ui/core/input.h"
#include "ui/core/keyboard.h"

#include <string.h>

enum { LINE_MOST = 1000 }; /* bytes */

void line_free(struct line *line)
{
	buf_free(&line->text);
	line->cursor = 0;
}

void line_set(struct line *line, const char *text, size_t len)
{
	buf_clear(&line->text);
	buf_add(&line->text, text, len);
	line->cursor = len;
}

/* Replaces the bytes from `from` to `to` by `text`; the cursor stands behind it. */
static enum line_answer replace(
	struct line *line, size_t from, size_t to, const char *text, size_t len)
{
	struct buf made = {0};
	if (from == to && !len)
		return LINE_MOVED;
	buf_add(&made, buf_string(&line->text), from);
	buf_add(&made, text, len);
	buf_add(&made, buf_string(&line->text) + to, line->text.len - to);
	buf_free(&line->text);
	line->text = made;
	line->cursor = from + len;
	return LINE_CHANGED;
}

static enum line_answer erase(struct line *line, size_t from, size_t to)
{
	return replace(line, from, to, "", 0);
}

/* ---- places in the text ---- */

static size_t cluster_before(const struct line *line)
{
	const char *text = buf_string(&line->text);
	size_t at = 0, last = 0;
	while (at < line->cursor) {
		last = at;
		at += text_cluster(text + at, line->text.len - at);
	}
	return last;
}

static size_t cluster_behind(const struct line *line)
{
	return line->cursor +
		text_cluster(buf_string(&line->text) + line->cursor, line->text.len - line->cursor);
}

static size_t blank_before(const struct line *line)
{
	const char *text = buf_string(&line->text);
	size_t at = line->cursor;
	while (at && text[at - 1] == ' ')
		at--;
	while (at && text[at - 1] != ' ')
		at--;
	return at;
}

/* Whether the cluster at `at` belongs to a word. */
static bool is_word(const struct line *line, size_t at)
{
	size_t bytes;
	return text_is_word(text_decode(buf_string(&line->text) + at, line->text.len - at, &bytes));
}

/* The last place before the cursor where a word begins, else the start. */
static size_t word_before(const struct line *line)
{
	const char *text = buf_string(&line->text);
	size_t at = 0, start = 0;
	bool within = false;
	while (at < line->cursor) {
		bool word = is_word(line, at);
		if (word && !within)
			start = at;
		within = word;
		at += text_cluster(text + at, line->text.len - at);
	}
	return start;
}

/* The first place behind the cursor where a word has ended, else the end. */
static size_t word_behind(const struct line *line)
{
	const char *text = buf_string(&line->text);
	size_t at = line->cursor, len = line->text.len;
	while (at < len && !is_word(line, at))
		at += text_cluster(text + at, len - at);
	while (at < len && is_word(line, at))
		at += text_cluster(text + at, len - at);
	return at;
}

/* ---- keys ---- */

static enum line_answer go(struct line *line, size_t to)
{
	line->cursor = to;
	return LINE_MOVED;
}

static enum line_answer move_key(struct line *line, int32_t key)
{
	switch (key) {
	case INPUT_LEFT:
	case INPUT_CTRL('b'):
		return go(line, cluster_before(line));
	case INPUT_RIGHT:
	case INPUT_CTRL('f'):
		return go(line, cluster_behind(line));
	case INPUT_LEFT | INPUT_CONTROL:
	case INPUT_LEFT | INPUT_ALT:
	case 'b' | INPUT_ALT:
		return go(line, word_before(line));
	case INPUT_RIGHT | INPUT_CONTROL:
	case INPUT_RIGHT | INPUT_ALT:
	case 'f' | INPUT_ALT:
		return go(line, word_behind(line));
	case INPUT_HOME:
	case INPUT_CTRL('a'):
		return go(line, 0);
	case INPUT_END:
	case INPUT_CTRL('e'):
		return go(line, line->text.len);
	default:
		return LINE_NOT;
	}
}

static enum line_answer erase_key(struct line *line, int32_t key)
{
	switch (key) {
	case INPUT_ERASE:
	case INPUT_CTRL('h'):
		return erase(line, cluster_before(line), line->cursor);
	case INPUT_DELETE:
	case INPUT_CTRL('d'):
		return erase(line, line->cursor, cluster_behind(line));
	case INPUT_CTRL('w'):
		return erase(line, blank_before(line), line->cursor);
	case INPUT_ERASE | INPUT_ALT:
	case INPUT_ERASE | INPUT_CONTROL:
	case INPUT_CTRL('h') | INPUT_ALT:
		return erase(line, word_before(line), line->cursor);
	case INPUT_DELETE | INPUT_ALT:
	case INPUT_DELETE | INPUT_CONTROL:
	case 'd' | INPUT_ALT:
		return erase(line, line->cursor, word_behind(line));
	case INPUT_CTRL('u'):
		return erase(line, 0, line->cursor);
	case INPUT_CTRL('k'):
		return erase(line, line->cursor, line->text.len);
	default:
		return LINE_NOT;
	}
}

/* What is seen, and what letters and emoji are put together with. */
static bool is_typed(int32_t code_point)
{
	enum text_kind kind = text_kind(code_point);
	return kind == TEXT_SEEN || kind == TEXT_JOINER || kind == TEXT_SELECTOR;
}

static enum line_answer insert(struct line *line, int32_t key)
{
	char bytes[4];
	if (key < INPUT_SPACE || key >= INPUT_FIRST_NAMED || !is_typed(key))
		return LINE_NOT;
	size_t len = text_encode(key, bytes);
	if (line->text.len + len > LINE_MOST)
		return LINE_FULL;
	return replace(line, line->cursor, line->cursor, bytes, len);
}

enum line_answer line_key(struct line *line, int32_t key)
{
	if (key != (INPUT_TAB | INPUT_SHIFT))
		key &= ~INPUT_SHIFT;
	if (key & INPUT_ALT) /* a letter with it is no text, so its place counts */
		key = (key & INPUT_HELD) | keyboard_latin(key & ~INPUT_HELD);
	enum line_answer answer = move_key(line, key);
	if (answer == LINE_NOT)
		answer = erase_key(line, key);
	return answer == LINE_NOT ? insert(line, key) : answer;
}

/* ---- a paste ---- */

/* The blanks between what has been taken of a paste and what comes. */
struct gap {
	size_t blanks;
	bool ended; /* a line, or a column */
	bool open;  /* a space would stand behind something */
};

static void gap_add(struct buf *out, struct gap *gap)
{
	for (size_t n = gap->ended ? gap->open : gap->blanks; n > 0; n--)
		buf_char(out, ' ');
	*gap = (struct gap){.open = true};
}

static bool ends_line(int32_t code_point)
{
	return (code_point >= '\t' && code_point <= '\r') || code_point == 0x85 ||
		code_point == 0x2028 || code_point == 0x2029;
}

/* Adds what of a paste is text, to the first character that would make it longer than `most` bytes,
 * or the end. */
static void paste_read(struct buf *out, const char *text, size_t len, size_t most, struct gap gap)
{
	size_t bytes;
	for (size_t at = 0; at < len && out->len <= most; at += bytes) {
		int32_t code_point = text_decode(text + at, len - at, &bytes);
		bool stray = code_point == 0xfffd && bytes == 1;
		if (ends_line(code_point))
			gap.ended = true;
		else if (code_point == ' ')
			gap.blanks++;
		else if (!stray && is_typed(code_point)) {
			gap_add(out, &gap);
			buf_add(out, text + at, bytes);
		}
		if (gap.blanks > most)
			gap.blanks = most;
	}
	if (!gap.ended)
		gap_add(out, &gap);
}

enum line_answer line_paste(struct line *line, const char *text, size_t len)
{
	struct buf made = {0};
	size_t room = line->text.len < LINE_MOST ? LINE_MOST - line->text.len : 0, fits = 0, next;
	bool open = line->cursor && line->text.text[line->cursor - 1] != ' ';
	paste_read(&made, text, len, room, (struct gap){.open = open});
	bool all = made.len <= room, some = made.len > 0;
	while (fits < made.len && fits <= room) {
		next = fits + text_cluster(made.text + fits, made.len - fits);
		if (next > room)
			break;
		fits = next;
	}
	enum line_answer answer = replace(
		line, line->cursor, line->cursor, buf_string(&made), fits);
	buf_free(&made);
	if (answer == LINE_CHANGED)
		return all ? LINE_CHANGED : LINE_CUT;
	return some ? LINE_FULL : LINE_NOT;
}

void line_put(struct line *line, size_t from, size_t to, const char *text)
{
	struct buf rest = {0};
	buf_add(&rest, buf_string(&line->text), from);
	buf_text(&rest, buf_string(&line->text) + to);
	line_set(line, buf_string(&rest), rest.len);
	line->cursor = from;
	line_paste(line, text, strlen(text));
	buf_free(&rest);
}

const char *line_paste_words(enum line_answer answer)
{
	return answer == LINE_CUT     ? "the line is full: the end of the paste is left out"
		: answer == LINE_FULL ? "the line is full"
		: answer == LINE_NOT  ? "there is no text in what was pasted"
				      : "";
}
