/* page VERSION TEMPLATE STYLE SCRIPT PROGRAM: the page that holds the explorer, on standard output.
 *
 * Run by the build. The template (src/page/page.html) has a mark where each of the others belongs. The page's policy
 * lets that script run alone which has the digest of what stands there. PROGRAM is put in as it is, in base64. */
#include "base/base64.h"
#include "base/sha256.h"
#include "print/template.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void fail(const char *what, const char *name)
{
	fprintf(stderr, "page: %s: %s\n", name, what);
	exit(1);
}

static void read_file(const char *name, struct buf *buf)
{
	char part[65536];
	FILE *file = fopen(name, "rb");
	if (!file)
		fail("cannot be read", name);
	for (size_t got; (got = fread(part, 1, sizeof part, file)) > 0;)
		buf_add(buf, part, got);
	if (ferror(file))
		fail("cannot be read", name);
	fclose(file);
}

static void read_text(const char *name, struct buf *buf)
{
	read_file(name, buf);
	if (strlen(buf_string(buf)) != buf->len)
		fail("holds a NUL", name);
}

/* Appends the template from *at to the mark, which it must hold, and moves *at behind that. */
static void copy_to(struct buf *page, const char **at, const char *mark)
{
	const char *found = strstr(*at, mark);
	if (!found)
		fail("this mark is not there, or not in its order", mark);
	buf_add(page, *at, (size_t)(found - *at));
	*at = found + strlen(mark);
}

/* What may stand in an element is all but what would end it there, or begin what hides its end. */
static void keep_within(const struct buf *text, const char *name)
{
	static const char *const ends[] = {"</script", "</style", "<!--", "<script", "\r"};
	for (size_t n = 0; n < sizeof ends / sizeof *ends; n++)
		if (strstr(buf_string(text), ends[n]))
			fail("holds what ends its element", name);
}

static unsigned digit(char c)
{
	return (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
}

/* Appends the digest of a script as a policy names it. */
static void name_script(struct buf *page, const struct buf *script)
{
	char hex[SHA256_DIGITS + 1], bytes[SHA256_DIGITS / 2];
	sha256_hex(buf_string(script), script->len, hex);
	for (size_t n = 0; n < sizeof bytes; n++)
		bytes[n] = (char)(digit(hex[2 * n]) << 4 | digit(hex[2 * n + 1]));
	buf_text(page, "sha256-");
	base64_add(page, bytes, sizeof bytes);
}

int main(int argc, char **argv)
{
	struct buf template = {0}, style = {0}, code = {0}, program = {0}, script = {0}, page = {0},
		   why = {0};
	struct template pieces;
	if (argc != 6)
		fail("VERSION TEMPLATE STYLE SCRIPT PROGRAM are needed", "usage");
	read_text(argv[2], &template);
	read_text(argv[3], &style);
	read_text(argv[4], &code);
	read_file(argv[5], &program);
	keep_within(&style, argv[3]);
	keep_within(&code, argv[4]);
	buf_format(&script, "\n%s\n", buf_string(&code));
	const char *at = buf_string(&template);
	copy_to(&page, &at, "@VERSION@");
	buf_text(&page, argv[1]);
	copy_to(&page, &at, "@POLICY@");
	name_script(&page, &script);
	copy_to(&page, &at, "/*@STYLE@*/");
	buf_text(&page, buf_string(&style));
	copy_to(&page, &at, "<script>\n/*@SCRIPT@*/\n</script>");
	buf_format(&page, "<script>%s</script>", buf_string(&script));
	copy_to(&page, &at, "@PROGRAM@");
	base64_add(&page, buf_string(&program), program.len);
	buf_text(&page, at);
	template_close(&page);
	if (!template_read(&pieces, page.text, page.len, argv[1], &why))
		fail(buf_string(&why), argv[2]);
	bool written = fwrite(page.text, 1, page.len, stdout) == page.len && fflush(stdout) == 0;
	struct buf *const all[] = {&template, &style, &code, &program, &script, &page, &why};
	for (size_t n = 0; n < sizeof all / sizeof *all; n++)
		buf_free(all[n]);
	return written ? 0 : 1;
}
