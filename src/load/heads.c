/* YAML joins the lines of a plain text, so that the sign is its first word. Nobody ends a line behind
 * the first word of a text: what stands alone there, and is no word, was meant for the sign. */
#include "load/heads.h"

#include "base/marks.h"
#include "base/text.h"
#include "load/spot.h"

#include <string.h>

enum { CLICK = 0x1c0 }; /* a letter that is nothing but a bar */

static bool is_wordless(const char *at, size_t len)
{
	size_t bytes;
	for (size_t i = 0; i < len; i += bytes) {
		int32_t code = text_decode(at + i, len - i, &bytes);
		if ((text_is_letter(code) && code != CLICK) || text_is_digit(code) ||
			text_is_mark(code))
			return false;
	}
	return true;
}

/* Looks like "|", and may be a word. */
static bool is_eye_slip(const char *at, size_t len)
{
	return len == 1 && strchr("Iil1", *at);
}

/* "¦" and the other bars, and what is taken for one. */
static bool is_bar(const char *at, size_t len)
{
	static const char *const bars[] = {"\u00a6", "\uff5c", "\u2502", "\u01c0", "\u2223",
		"\u2758", "\u258f", "\u2016", "|", "!", "/", "\\"};
	for (size_t i = 0; i < sizeof bars / sizeof *bars; i++)
		if (len == strlen(bars[i]) && memcmp(at, bars[i], strlen(bars[i])) == 0)
			return true;
	return is_eye_slip(at, len);
}

/* What cuts are shown by, and may stand above what is left. */
static bool is_cut(const char *at, size_t len)
{
	return len == strspn(at, ".") || (len == 3 && memcmp(at, "\u2026", 3) == 0);
}

/* What nearly all texts begin with. */
static bool is_of_word(char c)
{
	return ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) && !is_eye_slip(&c, 1);
}

/* Bytes of what stands alone in the first of several lines, or 0. */
static size_t head_len(struct loader *load, const struct node *node)
{
	enum { HEAD_MOST = 16 };
	size_t bytes, mark, file_len;
	if (!node->plain || !node->lines || is_of_word(*node->text) ||
		!memchr(node->text, ' ', node->len) ||
		!(is_eye_slip(node->text, strcspn(node->text, " \n")) ||
			(text_decode(node->text, node->len, &bytes),
				is_wordless(node->text, bytes))))
		return 0;
	const char *file = diag_file_bytes(load->diags, node->place.file, &file_len);
	const char *at = file ? spot_byte(load, node->place) : NULL, *end = file + file_len;
	size_t len = 0;
	while (at && len < HEAD_MOST && at + len < end && !strchr("\n\r", at[len]))
		len++;
	if (!at || at + len >= end || len == HEAD_MOST)
		return 0;
	while (len && strchr(" \t", at[len - 1]))
		len--;
	if (!len || len >= node->len || memcmp(at, node->text, len) != 0 || is_cut(at, len))
		return 0;
	bool signs = is_eye_slip(at, len) || is_wordless(at, len);
	return signs && marks_own(node->text, node->len, &mark) == MARKS_NONE ? len : 0;
}

bool heads_report(struct loader *load, const struct form_field *field, const struct node *node)
{
	size_t len = load->level && load->level->map->flow ? 0 : head_len(load, node);
	if (!len)
		return false;
	const char *name = node->key ? node->key->text : field->name;
	const char *sign = is_bar(node->text, len) ? "|" : ">-";
	if (is_eye_slip(node->text, len))
		code_report(load->diags, CODE_STRAY_SIGN, node->place,
			"\"%.*s\" stands alone above the lines of this text, and is part of it; if "
			"the sign of a text on the lines below is meant, write \"%s: %s\", else "
			"begin the text in this line",
			(int)len, node->text, name, sign);
	else
		code_report(load->diags, CODE_STRAY_SIGN, node->place,
			"this text begins with \"%.*s\", which is part of it; a text on the lines "
			"below begins with \"%s: %s\"",
			(int)len, node->text, name, sign);
	return true;
}
