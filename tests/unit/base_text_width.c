/* The width of every assigned code point, as two others see it.
 *
 * A terminal emulator (libvterm 0.1.4) is fed what text_show makes of "a", the code point, "b", and
 * its cursor must stand where text_width says. Its tables are of Unicode 5 (marks) and 10 (wide
 * signs); where they differ the C library's wcwidth must be of our opinion, and the few ranges that
 * it does not know either are listed. */
#include "base/text.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <wchar.h>

#include <cmocka.h>
#include <utf8proc.h>
#include <vterm.h>

/* Of Unicode 15, younger than both witnesses. */
static const struct {
	int32_t first, last;
	int width;
} young[] = {
	{0x0ECE, 0x0ECE, 0},
	{0x10EFD, 0x10EFF, 0},
	{0x11241, 0x11241, 0},
	{0x11F00, 0x11F01, 0},
	{0x11F36, 0x11F42, 0},
	{0x13440, 0x13455, 0},
	{0x1B132, 0x1B132, 2},
	{0x1B155, 0x1B155, 2},
	{0x1E08F, 0x1E08F, 0},
	{0x1E4EC, 0x1E4EF, 0},
	{0x1F6DC, 0x1F6DC, 2},
	{0x1FA75, 0x1FA77, 2},
	{0x1FA87, 0x1FA88, 2},
	{0x1FAAD, 0x1FAAF, 2},
	{0x1FABB, 0x1FABF, 2},
	{0x1FACE, 0x1FACF, 2},
	{0x1FADA, 0x1FADB, 2},
	{0x1FAE8, 0x1FAE8, 2},
	{0x1FAF7, 0x1FAF8, 2},
};

static bool is_young(int32_t c, int width)
{
	for (size_t i = 0; i < sizeof young / sizeof *young; i++)
		if (c >= young[i].first && c <= young[i].last)
			return width == young[i].width;
	return false;
}

/* Unicode 16 made these wide, and a mark spacing. Where a C library is so young and utf8proc is not, term/cells.c shows
 * U+FFFD in their place. */
static const struct {
	int32_t first, last;
} moved[] = {{0x2630, 0x2637}, {0x268A, 0x268F}, {0x1171E, 0x1171E}, {0x1D300, 0x1D356},
	{0x1D360, 0x1D376}};

static bool is_moved(int32_t c)
{
	for (size_t i = 0; i < sizeof moved / sizeof *moved; i++)
		if (c >= moved[i].first && c <= moved[i].last)
			return true;
	return false;
}

static bool is_assigned(int32_t c)
{
	utf8proc_category_t category = utf8proc_category(c);
	return category != UTF8PROC_CATEGORY_CN && category != UTF8PROC_CATEGORY_CS;
}

static size_t sample(int32_t c, char *text)
{
	text[0] = 'a';
	size_t len = 1 + text_encode(c, text + 1);
	text[len++] = 'b';
	return len;
}

static int columns(VTerm *vterm, const struct buf *shown)
{
	VTermPos position;
	vterm_input_write(vterm, "\r", 1);
	vterm_input_write(vterm, shown->text, shown->len);
	vterm_state_get_cursorpos(vterm_obtain_state(vterm), &position);
	return position.col;
}

static void emulator(void **state)
{
	(void)state;
	VTerm *vterm = vterm_new(2, 40);
	vterm_set_utf8(vterm, 1);
	vterm_state_reset(vterm_obtain_state(vterm), 1);
	struct buf shown = {0};
	int tried = 0, older = 0, wrong = 0;
	for (int32_t c = 0; c <= 0x10FFFF; c++) {
		if (!is_assigned(c))
			continue;
		char text[6];
		size_t len = sample(c, text);
		int width = text_width(NULL, text, len);
		buf_clear(&shown);
		text_show(NULL, &shown, text, len);
		tried++;
		if (columns(vterm, &shown) == width)
			continue;
		older++;
		if (wcwidth((wchar_t)c) != width - 2 && !is_young(c, width - 2) && !is_moved(c)) {
			print_error("U+%04X: %d, and the terminal says %d\n", (unsigned)c,
				width - 2, columns(vterm, &shown) - 2);
			wrong++;
		}
	}
	buf_free(&shown);
	vterm_free(vterm);
	assert_int_equal(wrong, 0);
	assert_true(tried > 280000);
	assert_true(older < tried / 100);
}

/* ncurses believes the C library, so what is shown had better be as wide as that says. */
static void library(void **state)
{
	(void)state;
	struct buf shown = {0};
	int wrong = 0;
	for (int32_t c = 0; c <= 0x10FFFF; c++) {
		if (!is_assigned(c) || wcwidth((wchar_t)c) < 0)
			continue;
		char text[6];
		buf_clear(&shown);
		size_t len = sample(c, text);
		text_show(NULL, &shown, text, len);
		int width = 0;
		for (size_t at = 0, bytes; at < shown.len; at += bytes)
			width += wcwidth(
				(wchar_t)text_decode(shown.text + at, shown.len - at, &bytes));
		if (width != text_width(NULL, text, len) && !is_moved(c)) {
			print_error("U+%04X: the library says %d\n", (unsigned)c, width - 2);
			wrong++;
		}
	}
	buf_free(&shown);
	assert_int_equal(wrong, 0);
}

int main(void)
{
	if (!setlocale(LC_CTYPE, "C.UTF-8") && !setlocale(LC_CTYPE, "en_US.UTF-8"))
		return 0; /* wcwidth would know nothing */
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(emulator),
		cmocka_unit_test(library),
	};
	return cmocka_run_group_tests_name("base/text width", tests, NULL, NULL);
}
