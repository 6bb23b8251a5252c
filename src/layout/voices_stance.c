/* It is indented below the name, in the measure of a foot. What has no room in its rows is whole on the
 * source's own page. */
#include "layout/voices_stance.h"

#include "layout/words.h"
#include "layout/wrap.h"

#include <string.h>

enum { LEFT = 4, MOST = 3 };

static const char *stance_of(const struct record *record, const struct voices_line *line)
{
	const char *stance = line->of.thing == THING_SOURCE
		? record->sources[line->of.index].fields[SOURCE_PERSPECTIVE]
		: NULL;
	return stance && line->waits ? WORDS_STANCE_WAITS : stance;
}

static int width_of(const struct paper *paper)
{
	int edge = paper->width - 1 < ROWS_FOOT + LEFT ? paper->width - 1 : ROWS_FOOT + LEFT;
	return edge > LEFT ? edge - LEFT : 1;
}

bool voices_has_stance(const struct record *record, const struct voices_line *line)
{
	return stance_of(record, line);
}

/* How many rows it takes, and how many of its bytes stand in them; the sign for a cut has room behind
 * those where that is not all. */
static int measure(const struct paper *paper, const char *text, size_t *len)
{
	const char *sign = paper->signs->cut;
	int width = width_of(paper), count = 0;
	struct wrap wrap;
	struct wrap_line line;
	wrap_begin(&wrap, paper->form, text, strlen(text));
	while (count < MOST && wrap_next(&wrap, width, 0, &line))
		count++;
	*len = strlen(text);
	struct wrap rest = wrap;
	if (!wrap_next(&rest, width, 0, &(struct wrap_line){0}))
		return count;
	wrap_begin(&wrap, paper->form, line.text, strlen(line.text));
	wrap_next(&wrap, width - text_width(paper->form, sign, strlen(sign)), 0, &line);
	*len = (size_t)(line.text + line.len - text);
	return count;
}

int voices_stance_rows(const struct paper *paper, const struct record *record,
	const struct voices_line *line, bool *whole)
{
	const char *text = stance_of(record, line);
	size_t len = 0;
	int count = text ? measure(paper, text, &len) : 0;
	if (whole)
		*whole = !text || !text[len];
	return count;
}

void voices_stance_add(
	struct rows *rows, const struct record *record, const struct voices_line *line)
{
	const struct paper *paper = &rows->paper;
	const char *text = stance_of(record, line);
	size_t len;
	if (!text)
		return;
	measure(paper, text, &len);
	rows_wrap(rows, style_of(ROLE_NOTE), text, len, LEFT, LEFT + width_of(paper), NULL,
		text[len] ? paper->signs->cut : NULL);
}

const char *voices_stance_owner(const struct record *record, const struct voices *voices)
{
	bool several = voices->line_count > 1 && voices_has_stance(record, &voices->lines[1]);
	return several ? "; the editor says where each stands:"
		       : "; the editor says where it stands:";
}
