/* A name that a field has, with a colon behind it, begins the next field; what stands before it in the
 * place of a comma is left out. */
#include "base/node_braces.h"

#include "base/node.h"
#include "base/node_sign.h"
#include "base/node_text.h"
#include "base/text.h"

#include <string.h>

static bool is_name(const struct fault *fault, const char *name, size_t len)
{
	const struct node_known *known = fault->failure->known;
	return known && len && known->stands_beside(name, len, NULL, 0);
}

/* The name that ends before a colon, or NULL. */
static const char *word_before(const char *from, const char *colon)
{
	const char *at = colon;
	while (at > from && ((at[-1] | 0x20) >= 'a' || at[-1] == '-' || at[-1] == '_') &&
		(unsigned char)at[-1] < 0x7f && at[-1] != '{')
		at--;
	return at < colon ? at : NULL;
}

/* Whether the sign at the end is no part of the value that begins behind the last comma or brace: a
 * bracket or a mark without its other half, or the colon behind anything but a field's name. */
static bool is_stray(const struct buf *line, const char *own, size_t own_len)
{
	size_t len = line->len - 1, from = len;
	char last = line->text[len], other = last;
	while (from > 0 && !strchr("{,", line->text[from - 1]))
		from--;
	if (last == ':')
		return !own || len < own_len ||
			memcmp(line->text + len - own_len, own, own_len) != 0;
	if (last == '=' || last == '#')
		return true;
	if (last == ']' || last == '}' || last == ')')
		other = last == ']' ? '[' : last == '}' ? '{' : '(';
	else if (last != '"' && last != '\'')
		return last == '[' || last == '(';
	return !memchr(line->text + from, other, len - from);
}

/* Takes blanks and signs off the end that were written for a comma behind the field `own`. */
static void signs_cut(struct buf *line, const char *own, size_t own_len)
{
	static const char *const wide[] = {
		"\uff0c", "\u3001", "\uff1b", "\u060c", "\u2013", "\u2014"};
	bool cut = true;
	while (cut && line->len) {
		cut = strchr(" \t;.|/&-", line->text[line->len - 1]) != NULL ||
			is_stray(line, own, own_len);
		line->len -= cut;
		for (size_t i = 0; !cut && i < sizeof wide / sizeof *wide; i++) {
			size_t len = strlen(wide[i]);
			cut = line->len >= len &&
				memcmp(line->text + line->len - len, wide[i], len) == 0;
			line->len -= cut ? len : 0;
		}
		line->text[line->len] = '\0';
	}
}

/* Adds the line with a comma before each field's name that has none; returns the first such name,
 * *twice where it is that of its own field. NULL where there is none. */
static const char *fields_mend(
	const struct fault *fault, struct buf *out, const char *brace, const char *end, bool *twice)
{
	const char *copied = brace, *first = NULL, *own = NULL;
	size_t own_len = 0;
	for (const char *at = brace; at < end; at++) {
		if (*at != ':' || (at + 1 < end && at[1] != ' '))
			continue;
		const char *word = word_before(copied, at), *before = word;
		while (before && before > brace && sign_is_blank(before[-1]))
			before--;
		bool begins = before && (before == brace || strchr("{,", before[-1]));
		if (begins) {
			own = word;
			own_len = (size_t)(at - word);
			continue;
		}
		if (!word || !is_name(fault, word, (size_t)(at - word)))
			continue;
		bool again = own && own_len == (size_t)(at - word) && !memcmp(own, word, own_len);
		if (again && before[-1] != ':')
			continue;
		*twice = first ? *twice : again;
		first = first ? first : word;
		buf_add(out, copied, (size_t)(word - copied));
		if (again) {
			copied = sign_blanks_skip(at + 1, end);
			continue;
		}
		signs_cut(out, own, own_len);
		buf_text(out, ", ");
		copied = own = word;
		own_len = (size_t)(at - word);
	}
	buf_add(out, copied, (size_t)(end - copied));
	return first;
}

void braces_explain_colon(const struct fault *fault)
{
	struct line line = fault->line;
	const char *name = line_field(line), *end = line_words_end(line, name);
	const char *brace = memchr(name, '{', (size_t)(line.end - name)), *field;
	struct buf shown = {0}, cause = {0};
	bool twice = false;
	if (brace && brace < end) {
		buf_add(&shown, name, (size_t)(brace - name));
		field = fields_mend(fault, &shown, brace, end, &twice);
		const char *to = field ? sign_name_skip(field, end) : NULL;
		if (field)
			buf_format(&cause,
				twice ? "\"%.*s:\" stands twice"
				      : "a comma is missing before \"%.*s\"",
				(int)(to - field), field);
	}
	if (cause.len)
		fault_show(fault, fault->failure->place, "missing-comma", cause.text, &shown,
			"put a comma and a space there");
	else
		text_explain(fault, fault->failure->place, "unquoted-colon",
			"a colon and a space inside a text");
	buf_free(&cause);
	buf_free(&shown);
}

/* Behind a sign like a brace that opens. */
static const char *opening_skip(const char *at, const char *end)
{
	static const char *const signs[] = {"(", "[", "{", "\uff5b", "\uff08", "\uff3b", "\u3010"};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		size_t len = strlen(signs[i]);
		if ((size_t)(end - at) >= len && memcmp(at, signs[i], len) == 0)
			return sign_blanks_skip(at + len, end);
	}
	return at;
}

/* Before a sign like a brace that closes. */
static const char *closing_skip(const char *at, const char *end)
{
	static const char *const signs[] = {")", "]", "}", "\uff5d", "\uff09", "\uff3d", "\u3011"};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		size_t len = strlen(signs[i]);
		if ((size_t)(end - at) > len && memcmp(end - len, signs[i], len) == 0)
			return end - len;
	}
	return end;
}

bool braces_explain_bare(const struct fault *fault)
{
	struct line line = fault->line;
	const char *name = line_field(line), *end = line_words_end(line, name);
	const char *colon = line_colon(name, fault->at, true);
	if (!colon)
		return false;
	size_t len = (size_t)(colon - name);
	const char *value = sign_blanks_skip(colon + 1, end);
	const char *inside = opening_skip(value, end), *behind = sign_name_skip(inside, end);
	bool again = (size_t)(behind - inside) == len && text_same_ascii(inside, name, len);
	bool field = behind < end && *behind == ':' &&
		is_name(fault, inside, (size_t)(behind - inside));
	struct buf shown = {0}, cause = {0};
	buf_add(&shown, name, len);
	if (value < end && *value == ':') {
		buf_text(&cause, "a colon too many");
		while (value < end && (*value == ':' || sign_is_blank(*value)))
			value++;
	} else if (again && *behind == ':') {
		buf_format(&cause, "\"%.*s:\" stands twice", (int)len, name);
		value = sign_blanks_skip(behind + 1, end);
	} else if (field && !is_name(fault, name, len)) {
		bool twice;
		buf_text(&cause, "fields in one line stand in braces");
		buf_text(&shown, ": {");
		fields_mend(fault, &shown, inside, closing_skip(inside, end), &twice);
		buf_char(&shown, '}');
		value = NULL;
	}
	if (cause.len && value)
		buf_format(&shown, ": %.*s", (int)(end - value), value);
	if (cause.len)
		fault_show(fault, fault->failure->place, "unquoted-colon", cause.text, &shown,
			"write it so");
	buf_free(&cause);
	buf_free(&shown);
	return value == NULL || value != sign_blanks_skip(colon + 1, end);
}

/* "]type: book}", "{type: book} title: Papers}": what stands behind the sign, or NULL. */
static const char *behind_sign(const char *value, const char *end)
{
	static const char odd[] = ":;=,.]})[(<|";
	const char *last = end - 1;
	if (end - value < 4 || *last != '}')
		return NULL;
	if (strchr(odd, *value))
		return sign_blanks_skip(value + 1, end);
	bool mark = *value == '"' || *value == '\'';
	if (mark && !memchr(value + 1, *value, (size_t)(end - value - 1)))
		return sign_blanks_skip(value + 1, end);
	const char *brace = *value == '{' ? memchr(value, '}', (size_t)(last - value)) : NULL;
	const char *name = brace ? sign_blanks_skip(brace + 1, end) : NULL;
	const char *to = name ? sign_name_skip(name, end) : NULL;
	if (to == name || *to != ':' || memchr(value + 1, '{', (size_t)(last - value - 1)))
		return NULL;
	return sign_blanks_skip(value + 1, end);
}

bool braces_explain_sign(const struct fault *fault, struct line line)
{
	const struct node_known *known = fault->failure->known;
	const char *name = line_field(line), *end = line_words_end(line, name);
	const char *colon = line.number ? line_colon(name, end, true) : NULL;
	if (!colon || fault->failure->flow || !known)
		return false;
	size_t len = (size_t)(colon - name);
	const char *value = sign_blanks_skip(colon + 1, end), *inside = behind_sign(value, end);
	const char *to = inside ? sign_name_skip(inside, end) : inside;
	if (!inside || to == end || *to != ':' || !is_name(fault, inside, (size_t)(to - inside)) ||
		(is_name(fault, name, len) && (*value == '[' || !known->takes_lines(name, len))))
		return false;
	struct buf shown = {0}, cause = {0};
	bool twice;
	if (*value == '{')
		buf_text(&cause, "\"}\" stands where a comma belongs");
	else if (*value == '"' || *value == '\'')
		buf_text(&cause, "a quotation mark stands where \"{\" belongs");
	else
		buf_format(&cause, "\"%c\" stands where \"{\" belongs", *value);
	buf_format(&shown, "%.*s: {", (int)len, name);
	fields_mend(fault, &shown, inside, closing_skip(inside, end), &twice);
	buf_char(&shown, '}');
	fault_show(fault, fault_place(fault, line, value), "unclosed-bracket", cause.text, &shown,
		"write it so");
	buf_free(&cause);
	buf_free(&shown);
	return true;
}
