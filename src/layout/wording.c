/* The signs are put into a copy of the text, which is wrapped as any other; a line is then cut into spans
 * where a part begins or ends. */
#include "layout/wording.h"

#include "layout/wrap.h"

#include <string.h>

/* The copy with signs, and where its parts lie in it. */
struct marked {
	struct buf text;
	struct wording_part *parts;
	uint32_t count;
};

static void marked_make(struct marked *marked, struct arena *arena, const struct signs *signs,
	const char *text, struct wording wording)
{
	uint32_t at = 0;
	marked->parts = arena_alloc(arena, wording.count, sizeof *marked->parts);
	marked->count = wording.count;
	for (uint32_t i = 0; i < wording.count; i++) {
		struct wording_part part = wording.parts[i];
		buf_add(&marked->text, text + at, part.from - at);
		marked->parts[i].from = (uint32_t)marked->text.len;
		buf_text(&marked->text, signs->only_left);
		buf_add(&marked->text, text + part.from, part.to - part.from);
		buf_text(&marked->text, signs->only_right);
		marked->parts[i].to = (uint32_t)marked->text.len;
		at = part.to;
	}
	buf_text(&marked->text, text + at);
}

/* Adds the bytes from `from` to `to`; *part is the first one that may still lie there. */
static void line_add(struct rows *rows, struct style style, const struct marked *marked,
	const char *text, size_t from, size_t to, uint32_t *part)
{
	while (from < to) {
		while (*part < marked->count && marked->parts[*part].to <= from)
			++*part;
		struct style here = style;
		size_t end = to;
		if (*part < marked->count) {
			struct wording_part next = marked->parts[*part];
			if (next.from <= from) {
				here.flags |= STYLE_HIT;
				end = next.to < to ? next.to : to;
			} else if (next.from < to) {
				end = next.from;
			}
		}
		rows_add(rows, here, text + from, end - from);
		from = end;
	}
}

void wording_add(struct rows *rows, struct style style, const char *text, struct wording wording,
	int left, int right, const char *hang, const char *after)
{
	const struct text_form *form = rows->paper.form;
	struct marked marked = {{0}, NULL, 0};
	marked_make(&marked, rows->arena, rows->paper.signs, text, wording);
	const char *copy = arena_text(rows->arena, buf_string(&marked.text), marked.text.len);
	struct wrap wrap;
	struct wrap_line line;
	uint32_t part = 0;
	wrap_begin(&wrap, form, copy, marked.text.len);
	int reserve = after ? text_width(form, after, strlen(after)) : 0;
	for (bool first = true; wrap_next(&wrap, right - left, reserve, &line); first = false) {
		size_t from = (size_t)(line.text - copy);
		rows_new(rows);
		if (first && hang) {
			rows_to(rows, left - text_width(form, hang, strlen(hang)));
			rows_text(rows, style, hang);
		}
		rows_to(rows, left);
		line_add(rows, style, &marked, copy, from, from + line.len, &part);
	}
	if (after)
		rows_text(rows, style, after);
	buf_free(&marked.text);
}
