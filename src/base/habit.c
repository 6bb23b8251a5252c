/* None of these can begin a field: the name of one begins with a letter, and has no space. */
#include "base/habit.h"

#include "base/buf.h"
#include "base/text.h"

#include <string.h>

static bool begins(const char *text, const char *end, const char *with)
{
	size_t len = strlen(with);
	return (size_t)(end - text) >= len && memcmp(text, with, len) == 0;
}

/* A space or tab, or a space that is none of the keyboard's. */
static bool is_gap(const char *text, const char *end)
{
	size_t bytes;
	if (text == end)
		return true;
	int32_t code = text_decode(text, (size_t)(end - text), &bytes);
	return code == ' ' || code == '\t' || code == 0xa0 || (code >= 0x2000 && code <= 0x200a) ||
		code == 0x202f || code == 0x3000;
}

static size_t bullet_len(const char *text, const char *end)
{
	static const char *const marks[] = {"*", "+", ">", "o", "**", "\u2022", "\u00b7", "\u25aa",
		"\u25ab", "\u25cf", "\u25cb", "\u25e6", "\u25a0", "\u25a1", "\u2023", "\u2043",
		"\u2219", "\u22c5", "\u2013", "\u2014", "\u2012", "\u2015", "\u2212", "\u2010",
		"\u2011", "\u25b6", "\u25ba", "\u25b8", "\u27a2", "\u2713", "\u2714", "\u2192",
		"\u21d2", "\u2605", "\u2606", "\u2666", "\uf0b7", "\uf0a7"};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (begins(text, end, marks[i]) && is_gap(text + strlen(marks[i]), end))
			return strlen(marks[i]);
	const char *at = text;
	/* "-- id: dusk" and "--id: dusk" are no remarks of another language */
	if (begins(text, end, "--id:"))
		return 2;
	if (begins(text, end, "-- ")) {
		for (at += 3; at < end && ((*at | 0x20) >= 'a' || *at == '-') && *at < 0x7f;)
			at++;
		return at < end && *at == ':' ? 2 : 0;
	}
	/* "1.", "12)", "a)" */
	while (at < end && at - text < 4 && *at >= '0' && *at <= '9')
		at++;
	bool figure = at > text;
	if (!figure && at < end && ((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z')))
		at++;
	if (at == text || at == end || !(*at == ')' || (figure && *at == '.')))
		return 0;
	return is_gap(at + 1, end) ? (size_t)(at + 1 - text) : 0;
}

/* Bytes of a line drawn by signs: "=====", "_____", "* * *", or of those before a heading: "=== ". */
static size_t ruler_len(const char *text, const char *end)
{
	static const char *const signs[] = {"=", "_", "*", "-", "~", "+", ".", "\u2013", "\u2014",
		"\u2500", "\u2026", "\u2022"};
	enum { LEAST = 3 };
	const char *at = text;
	size_t count = 0, i = 0;
	while (at < end) {
		for (i = 0; i < sizeof signs / sizeof *signs && !begins(at, end, signs[i]); i++)
			;
		if (i == sizeof signs / sizeof *signs && *at != ' ')
			break;
		count += *at != ' ';
		at += *at == ' ' ? 1 : strlen(signs[i]);
	}
	bool alone = at == end;
	bool fenced = begins(text, end, "===") || begins(text, end, "***") ||
		begins(text, end, "___");
	bool drawn = count >= LEAST || begins(text, end, "\u2026");
	return drawn && (alone || fenced) && !begins(text, end, "---") ? (size_t)(at - text)
		: drawn && alone && end - text > LEAST                 ? (size_t)(at - text)
								       : 0;
}

enum habit { HABIT_NONE, HABIT_BULLET, HABIT_DASH, HABIT_FENCE, HABIT_REMARK, HABIT_CONFLICT };

static enum habit habit_find(const char *text, const char *end, size_t *len)
{
	static const char *const fences[] = {"```", "~~~", "'''", "+++"},
				 *const remarks[] = {"//", "/*", "*/", "<!--", "-->", "--", ";"};
	if ((*len = begins(text, end, "<<<<<<<") ? 7 : 0))
		return HABIT_CONFLICT;
	if ((*len = ruler_len(text, end)))
		return text + *len == end ? HABIT_FENCE : HABIT_REMARK;
	if ((*len = bullet_len(text, end)))
		return HABIT_BULLET;
	for (size_t i = 0; i < sizeof fences / sizeof *fences; i++)
		if ((*len = begins(text, end, fences[i]) ? 3 : 0))
			return HABIT_FENCE;
	for (size_t i = 0; i < sizeof remarks / sizeof *remarks; i++)
		if (begins(text, end, remarks[i]) && !begins(text, end, "---")) {
			*len = strlen(remarks[i]);
			return HABIT_REMARK;
		}
	*len = end - text > 1 && *text == '-' && text[1] != '-' && !is_gap(text + 1, end);
	return *len && text[1] != '.' && !(text[1] >= '0' && text[1] <= '9') ? HABIT_DASH
									     : HABIT_NONE;
}

bool habit_is_entry(const char *at, const char *end)
{
	enum { NAME_MOST = 64 };
	const char *colon = memchr(at, ':', (size_t)(end - at > NAME_MOST ? NAME_MOST : end - at));
	const char *value = colon ? colon + 1 : end;
	if (!colon || colon == at || memchr(at, ' ', (size_t)(colon - at)) || strchr("\"'[{", *at))
		return false;
	while (value < end && (*value == ' ' || *value == '\t'))
		value++;
	return value == end || *value == '{';
}

/* A hyphen in the place of the bullet, and of those that follow it: the line as it is to be. */
static void bullet_report(
	struct diag_list *diags, struct place place, const char *text, const char *end, size_t len)
{
	enum { SHOWN_MOST = 60 };
	struct buf act = {0};
	const char *rest = text, *from = text + len;
	for (size_t next = len; next;) {
		rest += next;
		for (size_t bytes; rest < end && is_gap(rest, end); rest += bytes)
			text_decode(rest, (size_t)(end - rest), &bytes);
		next = rest < end && *rest == '-' ? 1 : bullet_len(rest, end);
	}
	if (habit_is_entry(rest, end) && end - rest < SHOWN_MOST && place.column < SHOWN_MOST) {
		diag_add(diags, DIAG_ERROR, place, "bullet",
			"\"%.*s\" does not belong before the name of an entry; write \"%*s%.*s\"",
			(int)len, text, (int)place.column - 1, "", (int)(end - rest), rest);
		return;
	}
	if (end - rest < SHOWN_MOST && place.column < SHOWN_MOST)
		/* Where more than a space stood behind it the fields below hardly begin in the next column
		 * but one. */
		buf_format(&act, "; write \"%*s-%*s%.*s\"", (int)place.column - 1, "",
			rest - from > 1 ? (int)(rest - text) - 1 : 1, "", (int)(end - rest), rest);
	diag_add(diags, DIAG_ERROR, place, "bullet",
		"an item of a list begins with \"- \", a hyphen and a space, not with \"%.*s\"%s",
		(int)len, text, buf_string(&act));
	buf_free(&act);
}

bool habit_report(struct diag_list *diags, struct place place, const char *text, const char *end)
{
	size_t len;
	switch (habit_find(text, end, &len)) {
	case HABIT_BULLET:
		bullet_report(diags, place, text, end, len);
		return true;
	case HABIT_DASH:
		diag_add(diags, DIAG_ERROR, place, "missing-space",
			"a space is missing after the hyphen that begins an item; write \"- %.*s\"",
			end - text > 60 ? 0 : (int)(end - text - 1), text + 1);
		return true;
	case HABIT_FENCE:
		diag_add(diags, DIAG_ERROR, place, "fence",
			"\"%.*s\" does not belong to a record; delete this line",
			len > 12 ? 3 : (int)len, text);
		return true;
	case HABIT_CONFLICT:
		diag_add(diags, DIAG_ERROR, place, "fence",
			"two versions of some lines stand from here on, as git leaves them; keep "
			"those of one, above or below \"=======\", and delete the others and the "
			"three lines of signs");
		return true;
	case HABIT_REMARK:
		diag_add(diags, DIAG_ERROR, place, "remark",
			"a remark begins with \"# \", not with \"%.*s\"", (int)len, text);
		return true;
	default:
		return false;
	}
}

bool habit_box_report(
	struct diag_list *diags, struct place place, const char *text, const char *end)
{
	static const char *const boxes[] = {"[ ]", "[x]", "[X]", "[]"};
	for (size_t i = 0; i < sizeof boxes / sizeof *boxes; i++) {
		const char *rest = text + strlen(boxes[i]);
		if (!begins(text, end, boxes[i]) || rest == end || *rest != ' ')
			continue;
		while (rest < end && *rest == ' ')
			rest++;
		diag_add(diags, DIAG_ERROR, place, "bullet",
			"\"%s\", a box to be ticked, does not belong to an item; write \"- %.*s\"",
			boxes[i], end - rest > 60 ? 0 : (int)(end - rest), rest);
		return true;
	}
	return false;
}

bool habit_assignment_report(
	struct diag_list *diags, struct place place, const char *text, const char *end)
{
	static const char *const signs[] = {"=>", "->", ":=", "==", "=", ";", "\u2192"};
	const char *at = text;
	while (at < end && (*at == '_' || *at == '-' || *at == '"' || (*at | 0x20) >= 'a') &&
		(unsigned char)*at < 0x7f && !begins(at, end, "->"))
		at++;
	const char *name_end = at;
	while (at < end && *at == ' ')
		at++;
	for (size_t i = 0; name_end > text && i < sizeof signs / sizeof *signs; i++) {
		if (!begins(at, end, signs[i]))
			continue;
		place.column += (uint32_t)(at - text);
		diag_add(diags, DIAG_ERROR, place, "missing-colon",
			"a colon and a space stand behind the name of a field, not \"%s\"; "
			"write \"%.*s: \"",
			signs[i], name_end - text > 64 ? 64 : (int)(name_end - text), text);
		return true;
	}
	return false;
}

bool habit_end_report(
	struct diag_list *diags, struct place place, const char *text, const char *end)
{
	if (text == end || (*text != ',' && *text != ';'))
		return false;
	for (const char *at = text + 1; at < end; at++)
		if (*at != ' ' && *at != '\t')
			return false;
	diag_add(diags, DIAG_ERROR, place, "line-end",
		"a value ends with its line; delete the \"%c\" behind it", *text);
	return true;
}
