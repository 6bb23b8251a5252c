/* Any bytes as a text: as it is shown it is harmless, as wide as is said and shown so again; its
 * lines fit; folded or in normal form it stays as it is; and a grid has room for it. */
#include "base/suggest.h"
#include "base/text.h"
#include "layout/wrap.h"
#include "load/faults.h"
#include "tests/fuzz/dice.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/promise.h"

#include <stdlib.h>
#include <string.h>

static bool is_latin(int32_t code)
{
	return code < 0x100;
}

static void shown_keep(const struct text_form *form, const char *text, size_t len)
{
	struct buf shown = {0}, again = {0};
	size_t bytes;
	text_show(form, &shown, text, len);
	promise_harmless(buf_string(&shown), shown.len, false);
	for (size_t at = 0; form && at < shown.len; at += bytes)
		promise(form->encodes(text_decode(shown.text + at, shown.len - at, &bytes)));
	promise(text_width(form, text, len) == text_width(form, shown.text, shown.len));
	text_show(form, &again, shown.text, shown.len);
	promise(strcmp(buf_string(&again), buf_string(&shown)) == 0);
	buf_free(&shown);
	buf_free(&again);
}

/* Lines follow each other, and are as wide as is said: no wider than wanted, unless they are one
 * cluster, and what is not seen. */
static void lines_keep(
	const struct text_form *form, const char *text, size_t len, int width, int reserve)
{
	struct wrap wrap;
	struct wrap_line line;
	const char *last = text;
	wrap_begin(&wrap, form, text, len);
	while (wrap_next(&wrap, width, reserve, &line)) {
		promise(line.text >= last && line.text + line.len <= text + len);
		promise(line.width == text_width(form, line.text, line.len));
		promise(line.width <= width ||
			line.width ==
				text_width(form, line.text, text_cluster(line.text, line.len)));
		promise(line.text + line.len > last || last == text || !line.len);
		last = line.text + line.len;
	}
}

static void forms_keep(const char *text, size_t len)
{
	struct buf once = {0}, twice = {0};
	text_fold(&once, text, len);
	text_fold(&twice, once.text, once.len);
	promise(strcmp(buf_string(&once), buf_string(&twice)) == 0);
	buf_clear(&twice);
	/* Part by part. */
	size_t half = len / 2;
	while (half < len && text_is_inside(text[half]))
		half++;
	text_fold(&twice, text, half);
	text_fold(&twice, text + half, len - half);
	promise(strcmp(buf_string(&once), buf_string(&twice)) == 0);
	buf_clear(&once);
	buf_clear(&twice);
	text_normal(&once, text, len);
	text_normal(&twice, once.text, once.len);
	promise(strcmp(buf_string(&once), buf_string(&twice)) == 0);
	buf_free(&once);
	buf_free(&twice);
}

/* Two texts over each other in one row leave no half of a wide cell. */
static void grid_keep(const struct text_form *form, const char *text, size_t len, int cols, int at)
{
	struct grid grid = {0};
	struct style style = style_of(ROLE_TEXT);
	grid_resize(&grid, 2, cols);
	promise(grid_put(&grid, form, 1, at, cols, style, text, len) <= cols);
	grid_put(&grid, form, 1, 0, cols / 2, style, text + len / 2, len - len / 2);
	grid_put(&grid, form, 1, at - 3, cols, style, text, len / 3);
	promise_picture(&grid);
	grid_free(&grid);
}

static void guesses_keep(const char *text)
{
	static const char *const words[] = {"speaker", "istanbul-round", "é", "", "speakers"};
	struct suggest suggest;
	suggest_start(&suggest, text);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		suggest_feed(&suggest, words[i]);
	const char *best = suggest_best(&suggest);
	promise(!best || strcmp(best, text) != 0);
	fault_language(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const struct text_form latin = {is_latin};
	struct dice dice = {bytes, bytes + (len < 3 ? len : 3), 0};
	int width = 1 + (int)dice_below(&dice, 90), reserve = (int)dice_below(&dice, 4);
	unsigned more = dice_byte(&dice);
	const struct text_form *form = more & 1 ? &latin : NULL;
	len -= len < 3 ? len : 3;
	char *text = text_alone(dice.at, len);
	shown_keep(form, text, len);
	lines_keep(form, text, len, width, reserve);
	if (text_valid(text, len) == len && !memchr(text, 0, len))
		forms_keep(text, len);
	grid_keep(form, text, len, width, (int)(more % 90));
	guesses_keep(text);
	free(text);
	return 0;
}
