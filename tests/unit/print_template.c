/* The page that is to be filled, taken apart at its marks: only whole, and of the version that is asked for. */
#include "print/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char good[] = "<!--truce:page 1.2-->\na\n<!--truce:head-->\nb\n<!--truce:handout-->\n"
			   "<!--truce:place-->\nc <!--truce:record-->\n<!--truce:record-->\nd\n";

/* A template of these lines, closed. */
static struct buf closed(const char *lines)
{
	struct buf page = {0};
	buf_text(&page, lines);
	template_close(&page);
	return page;
}

static void piece_is(const struct template *template, int n, const char *text)
{
	assert_int_equal(template->pieces[n].len, strlen(text));
	assert_memory_equal(template->pieces[n].at, text, strlen(text));
}

static void refused(const char *bytes, size_t len, const char *version, const char *said)
{
	struct template template;
	struct buf why = {0};
	assert_false(template_read(&template, bytes, len, version, &why));
	assert_non_null(strstr(buf_string(&why), said));
	buf_free(&why);
}

static void it_is_taken_apart_at_its_marks(void **state)
{
	(void)state;
	struct template template;
	struct buf page = closed(good), why = {0};
	assert_true(template_read(&template, page.text, page.len, "1.2", &why));
	piece_is(&template, TEMPLATE_HEAD, "<!--truce:page 1.2-->\na\n");
	piece_is(&template, TEMPLATE_HANDOUT, "b\n");
	piece_is(&template, TEMPLATE_PLACE, "");
	piece_is(&template, TEMPLATE_RECORD, "c <!--truce:record-->\n");
	piece_is(&template, TEMPLATE_PARTS, "d\n");
	buf_free(&page);
}

static void of_another_version_it_is_refused(void **state)
{
	(void)state;
	struct buf page = closed(good);
	refused(page.text, page.len, "1.3", "made for truce 1.2, and this is truce 1.3");
	refused(page.text, page.len, "1.2.0", "made for truce 1.2, and this is truce 1.2.0");
	refused(page.text, page.len, "1", "made for truce 1.2, and this is truce 1");
	refused(page.text, page.len, "", "made for truce 1.2, and this is truce ");
	buf_free(&page);
}

/* Cut anywhere, and with each byte another. */
static void not_whole_it_is_refused(void **state)
{
	(void)state;
	struct template template;
	struct buf page = closed(good), why = {0};
	for (size_t len = 0; len < page.len; len++)
		refused(page.text, len, "1.2", "whole");
	for (size_t at = 0; at < page.len; at++) {
		page.text[at] ^= 1;
		assert_false(template_read(&template, page.text, page.len, "1.2", &why));
		page.text[at] ^= 1;
	}
	buf_char(&page, '\n');
	refused(page.text, page.len, "1.2", "whole");
	buf_free(&page);
	buf_free(&why);
}

static void without_its_marks_in_their_order_it_is_refused(void **state)
{
	static const char *const pages[] = {
		"<!--truce:page 1.2-->\n",
		"<!--truce:page "
		"1.2-->\n<!--truce:head-->\n<!--truce:handout-->\n<!--truce:place-->\n",
		"<!--truce:page "
		"1.2-->\n<!--truce:handout-->\n<!--truce:head-->\n<!--truce:place-->\n"
		"<!--truce:record-->\n",
		"<!--truce:page 1.2-->\n "
		"<!--truce:head-->\n<!--truce:handout-->\n<!--truce:place-->\n"
		"<!--truce:record-->\n",
	};
	(void)state;
	for (size_t n = 0; n < sizeof pages / sizeof *pages; n++) {
		struct buf page = closed(pages[n]);
		refused(page.text, page.len, "1.2", "not whole");
		buf_free(&page);
	}
	struct buf page = closed("<html>\n");
	refused(page.text, page.len, "1.2", "no page of truce");
	buf_free(&page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_is_taken_apart_at_its_marks),
		cmocka_unit_test(of_another_version_it_is_refused),
		cmocka_unit_test(not_whole_it_is_refused),
		cmocka_unit_test(without_its_marks_in_their_order_it_is_refused),
	};
	return cmocka_run_group_tests_name("print/template", tests, NULL, NULL);
}
