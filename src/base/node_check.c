#include "base/node_check.h"

#include "base/node_lines.h"
#include "base/text.h"

#include <string.h>

void node_check_marks(
	struct diag_list *diags, struct place place, const char *anchor, const char *tag)
{
	if (anchor)
		diag_add(diags, DIAG_ERROR, place, "anchor",
			"a record has no anchors, and \"&%s\" is one; put a text that begins with "
			"\"&\" in quotation marks",
			anchor);
	if (tag)
		diag_add(diags, DIAG_ERROR, place, "tag",
			"a record has no tags, and \"%s\" is one; put a text that begins with "
			"\"!\" "
			"in quotation marks",
			tag);
}

void node_check_alias(struct diag_list *diags, struct place place, const char *name)
{
	diag_add(diags, DIAG_ERROR, place, "alias",
		"a record has no aliases, and \"*%s\" is one; put a text that begins with \"*\" in "
		"quotation marks",
		name);
}

size_t node_check_nul(struct diag_list *diags, struct place place, char *text, size_t len)
{
	if (!memchr(text, '\0', len))
		return len;
	diag_add(diags, DIAG_ERROR, place, "nul",
		"a NUL character (\"\\0\") in this text; delete it");
	size_t to = 0;
	for (size_t at = 0; at < len; at++)
		if (text[at])
			text[to++] = text[at];
	text[to] = '\0';
	return to;
}

/* The first control or bidi control in a key; 0 when there is none. */
static int32_t control_in(const struct node *key)
{
	size_t bytes;
	for (size_t at = 0; at < key->len; at += bytes) {
		int32_t code = text_decode(key->text + at, key->len - at, &bytes);
		if (text_is_control(code))
			return code;
	}
	return 0;
}

bool node_check_key(struct diag_list *diags, const struct node *key)
{
	if (key->text[0] == '<' && key->plain && !strcmp(key->text, "<<")) {
		diag_add(diags, DIAG_ERROR, key->place, "merge-key",
			"a record has no merge keys (\"<<\"); write the fields out");
		return false;
	}
	if (!key->len) {
		diag_add(diags, DIAG_ERROR, key->place, "empty-key",
			"a key is missing before the colon");
		return false;
	}
	int32_t control = control_in(key);
	if (control)
		diag_add(diags, DIAG_ERROR, key->place, "control-in-key",
			"control character U+%04X in a key; delete it", (unsigned)control);
	struct node_line line = {key->text, key->text + key->len, key->place.line};
	if (key->plain && (unsigned char)key->text[0] >= 0x80 && node_line_odd_space(line)) {
		diag_add(diags, DIAG_ERROR, key->place, "odd-space",
			"a no-break space or the like in the indentation; use ordinary spaces");
		return false;
	}
	return true;
}

void node_check_duplicate(struct diag_list *diags, const struct node *key, const struct node *first)
{
	diag_add(diags, DIAG_ERROR, key->place, "duplicate-key",
		"duplicate key \"%s\"; the first is at line %u", key->text,
		(unsigned)first->place.line);
}
