/* What a reader must see of a quotation, whether it is exact, is decided here, for every view and
 * page.
 *
 * The signs of a wording are put into a copy of the text, which is wrapped as any other; a line is
 * then cut into spans where a part begins or ends. */
#include "layout/words_quote.h"

#include "layout/words.h"
#include "layout/wrap.h"

#include <string.h>

struct quote_look words_quote_look(const struct signs *signs, const struct quote *quote)
{
	switch ((enum quote_kind)quote->kind) {
	case QUOTE_QUOTATION:
		return (struct quote_look){ROLE_QUOTE, signs->open, signs->close};
	case QUOTE_THESIS:
		return (struct quote_look){ROLE_VIEW, signs->view_before, ""};
	case QUOTE_PARAPHRASE:
	case QUOTE_KIND_COUNT:
		break;
	}
	return (struct quote_look){ROLE_REPORT, "", ""};
}

const char *words_quote_label(const struct quote *quote)
{
	static const char *const labels[QUOTE_KIND_COUNT] = {
		[QUOTE_QUOTATION] = "",
		[QUOTE_PARAPHRASE] = "reported:",
		[QUOTE_THESIS] = "view:",
	};
	return labels[quote->kind];
}

void words_marked(struct buf *buf, const struct signs *signs, const char *text)
{
	buf_text(buf, signs->open);
	buf_text(buf, text);
	buf_text(buf, signs->close);
}

void words_quoted(
	struct buf *buf, const struct signs *signs, const struct quote *quote, const char *text)
{
	if (quote->kind == QUOTE_QUOTATION)
		words_marked(buf, signs, text);
	else
		buf_text(buf, text);
}

const char *words_quote_language(const struct quote *quote, const struct attestation *at)
{
	return at && at->text && at->language ? at->language : quote->language;
}

struct style words_quote_style(
	const struct signs *signs, const struct quote *quote, const struct attestation *at)
{
	uint8_t language = words_language_number(words_quote_language(quote, at));
	return style_in(style_of(words_quote_look(signs, quote).role), language);
}

void words_quote_line(
	struct rows *rows, const struct quote *quote, const struct attestation *place, int width)
{
	const struct signs *signs = rows->paper.signs;
	struct quote_look look = words_quote_look(signs, quote);
	struct buf line = {0};
	buf_text(&line, look.before);
	for (const char *at = place && place->text ? place->text : quote->text; *at; at++)
		buf_char(&line, *at == '\n' ? ' ' : *at);
	buf_text(&line, look.after);
	rows_cut(rows, words_quote_style(signs, quote, place), buf_kept(&line, rows->arena), width);
	buf_free(&line);
}

/* The bytes of the text that fill `most` lines, with room for the sign of a cut; or all. */
static size_t lines_len(const struct rows *rows, const char *text, int most, int width)
{
	struct wrap wrap;
	struct wrap_line line = {text, 0, 0};
	size_t len = strlen(text);
	wrap_begin(&wrap, rows->paper.form, text, len);
	for (int n = 0; n < most; n++)
		if (!wrap_next(&wrap, width, 2, &line))
			return len;
	size_t end = (size_t)(line.text - text) + line.len;
	return wrap_next(&wrap, width, 0, &line) ? end : len;
}

void words_quote(struct rows *rows, const struct quote *quote, const struct quote_lines *lines)
{
	struct quote_look look = words_quote_look(rows->paper.signs, quote);
	struct style style = words_quote_style(rows->paper.signs, quote, lines->at);
	const char *text = lines->at && lines->at->text ? lines->at->text : quote->text;
	int left = lines->left + (quote->kind == QUOTE_THESIS);
	if (lines->wording) {
		wording_add(rows, style, text, *lines->wording, left, lines->right, look.before,
			look.after);
		return;
	}
	size_t len = strlen(text);
	size_t most = lines->most ? lines_len(rows, text, lines->most, lines->right - left) : len;
	if (most < len) {
		struct buf cut = {0};
		buf_add(&cut, text, most);
		buf_format(&cut, " %s", rows->paper.signs->cut);
		text = buf_kept(&cut, rows->arena);
		len = cut.len;
		look.after = "";
		buf_free(&cut);
	}
	rows_wrap(rows, style, text, len, left, lines->right, look.before, look.after);
}

/* ---- a wording beside another ---- */

/* The copy with signs, and where its parts lie in it. */
struct signed_text {
	struct buf text;
	struct wording_part *parts;
	uint32_t count;
};

static void signed_text_make(struct signed_text *marked, struct arena *arena,
	const struct signs *signs, const char *text, struct wording wording)
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
static void line_add(struct rows *rows, struct style style, const struct signed_text *marked,
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
	struct signed_text marked = {{0}, NULL, 0};
	signed_text_make(&marked, rows->arena, rows->paper.signs, text, wording);
	const char *copy = buf_kept(&marked.text, rows->arena);
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
