#include "print/template.h"

#include "base/sha256.h"

#include <string.h>

static const char page_mark[] = "<!--truce:page ", end_mark[] = "-->";
static const char *const marks[TEMPLATE_PARTS] = {
	[TEMPLATE_HEAD] = "<!--truce:head-->\n",
	[TEMPLATE_HANDOUT] = "<!--truce:handout-->\n",
	[TEMPLATE_PLACE] = "<!--truce:place-->\n",
	[TEMPLATE_RECORD] = "<!--truce:record-->\n",
};

/* Where the text stands at the beginning of a line, from the byte `from` on; len where it does not. */
static size_t find_line(const char *bytes, size_t from, size_t len, const char *text)
{
	size_t wanted = strlen(text);
	while (from < len) {
		if (len - from >= wanted && memcmp(bytes + from, text, wanted) == 0)
			return from;
		const char *end = memchr(bytes + from, '\n', len - from);
		from = end ? (size_t)(end - bytes) + 1 : len;
	}
	return len;
}

/* Appends the line that closes a template of these bytes. */
static void closing_add(struct buf *line, const char *bytes, size_t len)
{
	char digest[SHA256_DIGITS + 1];
	sha256_hex(bytes, len, digest);
	buf_format(line, "<!--truce:whole %s-->\n", digest);
}

void template_close(struct buf *page)
{
	struct buf line = {0};
	closing_add(&line, page->text, page->len);
	buf_add(page, line.text, line.len);
	buf_free(&line);
}

/* How many bytes stand before the line that closes it; 0 where it does not hold to what that says. */
static size_t whole_len(const char *bytes, size_t len)
{
	enum { CLOSING = sizeof "<!--truce:whole -->" + SHA256_DIGITS }; /* with its "\n" */
	struct buf line = {0};
	if (len <= CLOSING)
		return 0;
	closing_add(&line, bytes, len - CLOSING);
	bool whole = memcmp(bytes + len - CLOSING, line.text, CLOSING) == 0;
	buf_free(&line);
	return whole ? len - CLOSING : 0;
}

/* Whether it was made for that version; says for which it was, where it says so. */
static bool is_of_version(const char *bytes, size_t len, const char *version, struct buf *why)
{
	size_t at = find_line(bytes, 0, len, page_mark), from = at + sizeof page_mark - 1;
	const char *line_end = at < len ? memchr(bytes + at, '\n', len - at) : NULL;
	size_t end = line_end ? (size_t)(line_end - bytes) : 0, closing = sizeof end_mark - 1;
	if (end < from + closing || memcmp(bytes + end - closing, end_mark, closing) != 0) {
		buf_text(why, "it is no page of truce, or not whole");
		return false;
	}
	size_t said = end - closing - from;
	if (said == strlen(version) && memcmp(bytes + from, version, said) == 0)
		return true;
	buf_text(why, "it was made for truce ");
	buf_add(why, bytes + from, said);
	buf_format(why, ", and this is truce %s", version);
	return false;
}

bool template_read(struct template *template, const char *bytes, size_t len, const char *version,
	struct buf *why)
{
	if (!is_of_version(bytes, len, version, why))
		return false;
	size_t end = whole_len(bytes, len), from = 0;
	for (int part = 0; end && part < TEMPLATE_PARTS; part++) {
		size_t at = find_line(bytes, from, end, marks[part]);
		template->pieces[part] = (struct template_piece){bytes + from, at - from};
		from = at + strlen(marks[part]);
		if (at == end)
			end = 0;
	}
	if (!end) {
		buf_text(why, "it is not whole");
		return false;
	}
	template->pieces[TEMPLATE_PARTS] = (struct template_piece){bytes + from, end - from};
	return true;
}
