/* The lines stand one behind the other in one text, of which the older half goes when it is full. */
#include "ui/core/history.h"

#include <string.h>

enum { HISTORY_MOST = 64 << 10 }; /* bytes */

void history_free(struct history *history)
{
	buf_free(&history->lines);
}

bool history_line(const struct history *history, int n, const char **line, size_t *len)
{
	const struct buf *lines = &history->lines;
	const char *end = lines->len ? lines->text + lines->len : NULL;
	for (; end && end > lines->text; n--) {
		const char *start = end - 1; /* its line feed */
		while (start > lines->text && start[-1] != '\n')
			start--;
		*line = start;
		*len = (size_t)(end - 1 - start);
		if (n == 1)
			return true;
		end = start;
	}
	return false;
}

void history_add(struct history *history, const char *text, size_t len)
{
	struct buf *lines = &history->lines;
	const char *line;
	size_t last;
	if (!len)
		return;
	if (history_line(history, 1, &line, &last) && last == len && memcmp(line, text, len) == 0)
		return;
	buf_add(lines, text, len);
	buf_char(lines, '\n');
	if (lines->len <= HISTORY_MOST)
		return;
	struct buf kept = {0};
	buf_text(&kept, strchr(lines->text + lines->len - HISTORY_MOST / 2, '\n') + 1);
	buf_free(lines);
	*lines = kept;
}
