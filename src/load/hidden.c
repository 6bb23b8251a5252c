/* Nearly all texts hold none, and are passed in one look (text_out_of_place). */
#include "load/hidden.h"

#include "base/look.h"
#include "base/misread.h"
#include "base/text.h"
#include "load/spot.h"

#include <string.h>

enum { NAMED_MOST = 4 };

/* Characters of one sort. */
struct hidden {
	int32_t named[NAMED_MOST]; /* the first different ones */
	int named_count;
	uint32_t count;
	bool more;    /* than are named */
	size_t first; /* where the first one stands in the text */
};

static void hidden_add(struct hidden *hidden, int32_t code, size_t at)
{
	if (!hidden->count++)
		hidden->first = at;
	for (int i = 0; i < hidden->named_count; i++)
		if (hidden->named[i] == code)
			return;
	if (hidden->named_count == NAMED_MOST)
		hidden->more = true;
	else
		hidden->named[hidden->named_count++] = code;
}

int32_t hidden_worst(const char *text, size_t len, size_t *where)
{
	size_t bytes;
	int32_t unseen = -1;
	for (size_t at = 0; at < len; at += bytes) {
		int32_t code = text_decode(text + at, len - at, &bytes);
		if (code == '\n' || text_kind(code) == TEXT_SEEN)
			continue;
		bool harmful = text_is_harmful(code);
		if (unseen < 0 || harmful)
			*where = at;
		if (harmful)
			return code;
		unseen = unseen < 0 ? code : unseen;
	}
	return unseen;
}

/* ---- the report ---- */

/* "a zero-width space (U+200B), a soft hyphen (U+00AD) and others, 12 in all" */
static void add_names(struct buf *out, const struct hidden *hidden)
{
	for (int i = 0; i < hidden->named_count; i++) {
		buf_text(out, i ? ", " : "");
		text_name(out, hidden->named[i]);
	}
	buf_text(out, hidden->more ? " and others" : "");
	if (hidden->count > (uint32_t)hidden->named_count)
		buf_format(out, ", %u in all", (unsigned)hidden->count);
}

/* Without a tab two words may become one. */
static bool has_tab(const struct hidden *hidden)
{
	for (int i = 0; i < hidden->named_count; i++)
		if (hidden->named[i] == '\t')
			return true;
	return false;
}

static void warn(struct loader *load, const struct node *node, const struct hidden *hidden)
{
	struct buf names = {0};
	bool one = hidden->count == 1;
	add_names(&names, hidden);
	spot_report(load, CODE_CONTROL_CHARACTER, node, hidden->first,
		one ? "this text holds an invisible character, %s; %stake it out"
		    : "this text holds invisible characters: %s; %stake them out",
		buf_string(&names),
		!has_tab(hidden) ? ""
			: one    ? "put a space in its place, or "
				 : "put spaces in the place of tabs, or ");
	buf_free(&names);
}

static void note(struct loader *load, const struct node *node, const struct hidden *hidden)
{
	struct buf names = {0};
	add_names(&names, hidden);
	spot_report(load, CODE_INVISIBLE_CHARACTER, node, hidden->first,
		"this text holds %s, of which nothing is seen; take out what is not meant to be "
		"there",
		buf_string(&names));
	buf_free(&names);
}

void hidden_report(struct loader *load, const struct node *node)
{
	size_t at = text_out_of_place(node->text, node->len, 0), bytes;
	struct hidden harmful = {.count = 0}, unseen = {.count = 0};
	for (; at < node->len; at = text_out_of_place(node->text, node->len, at + bytes)) {
		int32_t code = text_decode(node->text + at, node->len - at, &bytes);
		if (misread_holds(node->text, node->len, at))
			continue; /* half of a letter, which is told */
		hidden_add(text_is_harmful(code) ? &harmful : &unseen, code, at);
	}
	if (harmful.count)
		warn(load, node, &harmful);
	if (unseen.count)
		note(load, node, &unseen);
}

/* ---- nothing else ---- */

static bool is_blank(int32_t c)
{
	return c <= ' ' || look_is_space(c) || text_is_mark(c) || text_kind(c) != TEXT_SEEN;
}

int32_t hidden_whole(const char *text, size_t len)
{
	size_t bytes;
	int32_t first = -1;
	for (size_t at = 0; at < len; at += bytes) {
		int32_t code = text_decode(text + at, len - at, &bytes);
		if (!is_blank(code))
			return -1;
		first = first < 0 && code > ' ' ? code : first;
	}
	return first;
}

/* ---- comments ---- */

/* Whether a # that may begin a comment stands before `at` in its line, from `from` on. One in a
 * text may look so. */
static bool is_commented(const char *start, const char *from, const char *at)
{
	while (at > from && *--at != '\n' && *at != '\r')
		if (*at == '#' && (at == start || strchr(" \t\r\n", at[-1])))
			return true;
	return false;
}

/* Each byte is looked at once: a line that has been told is passed over, and of another it is kept
 * how far it is none. */
void hidden_comments(struct loader *load, uint32_t file, const char *start, const char *end)
{
	size_t bytes;
	const char *from = start, *at = start;
	while (at < end && (at = memchr(at, 0xE2, (size_t)(end - at)))) {
		int32_t code = text_decode(at, (size_t)(end - at), &bytes);
		bool turns = text_kind(code) == TEXT_BIDI;
		if (turns && is_commented(start, from, at)) {
			struct buf name = {0};
			text_name(&name, code);
			code_report(load->diags, CODE_CONTROL_CHARACTER,
				spot_of_byte(load, file, at),
				"this comment holds an invisible character, %s, and may look "
				"like something else; take it out",
				buf_string(&name));
			buf_free(&name);
			const char *line = memchr(at, '\n', (size_t)(end - at));
			at = line ? line : end;
		}
		from = turns ? at : from;
		at += at < end;
	}
}
