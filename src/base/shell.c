/* All between single quotes stands for itself, but a single quote: it is put outside of them,
 * behind a backslash. */
#include "base/shell.h"

#include "base/text.h"

#include <string.h>

static bool is_copied_true(const char *text, size_t len)
{
	size_t bytes;
	if (!len || text_valid(text, len) < len)
		return false;
	for (const char *end = text + len; text < end; text += bytes)
		if (text_is_harmful(text_decode(text, (size_t)(end - text), &bytes)))
			return false;
	return true;
}

bool shell_file(struct buf *out, const char *name)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789_./";
	size_t len = strlen(name);
	if (!is_copied_true(name, len))
		return false;
	buf_text(out, *name == '-' ? "./" : "");
	if (!name[strspn(name, plain)]) {
		buf_text(out, name);
		return true;
	}
	buf_char(out, '\'');
	for (size_t part; *name; name += part) {
		part = strcspn(name, "'");
		if (!part)
			buf_text(out, "'\\'");
		part += !part;
		buf_add(out, name, part);
	}
	buf_char(out, '\'');
	return true;
}
