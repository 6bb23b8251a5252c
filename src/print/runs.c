/* How far the text is plain and where the next sign stands are both remembered, so that each byte is
 * looked at once for each. */
#include "print/runs.h"

#include <string.h>

void runs_begin(struct runs *runs, const struct text_form *form, const char *text, size_t len,
	const char *signs)
{
	*runs = (struct runs){.form = form,
		.signs = signs,
		.next = text,
		.end = text + len,
		.plain = text,
		.sign = text + strcspn(text, signs)};
}

bool runs_next(struct runs *runs, struct buf *out, int32_t *code_point)
{
	const char *from = runs->next;
	int columns;
	size_t bytes;
	if (runs->plain <= from)
		runs->plain = from +
			text_plain_len(runs->form, from, (size_t)(runs->end - from), &columns);
	if (runs->sign < from)
		runs->sign = from + strcspn(from, runs->signs);
	runs->at = runs->plain < runs->sign ? runs->plain : runs->sign;
	buf_add(out, from, (size_t)(runs->at - from));
	*code_point = text_decode(runs->at, (size_t)(runs->end - runs->at), &bytes);
	runs->next = runs->at + bytes;
	return bytes > 0;
}
