/* imports PROGRAM: what a program of WebAssembly asks for of whoever runs it, a line "module name" each.
 *
 * Run by the build, which holds it to a list. */
#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HEAD = 8, SECTION_IMPORTS = 2, IMPORT_FUNCTION = 0 };

struct bytes {
	const unsigned char *at, *end;
};

static void fail(const char *why)
{
	fprintf(stderr, "imports: %s\n", why);
	exit(1);
}

static unsigned byte(struct bytes *in)
{
	if (in->at == in->end)
		fail("it ends too soon");
	return *in->at++;
}

/* A number in base 128, the lowest figure first. */
static uint32_t number(struct bytes *in)
{
	uint32_t number = 0;
	for (unsigned shift = 0, next = 128; next & 128 && shift < 32; shift += 7)
		number |= ((next = byte(in)) & 127) << shift;
	return number;
}

static struct bytes part(struct bytes *in, uint32_t len)
{
	if (len > (size_t)(in->end - in->at))
		fail("it ends too soon");
	in->at += len;
	return (struct bytes){in->at - len, in->at};
}

static struct bytes text(struct bytes *in)
{
	uint32_t len = number(in);
	return part(in, len);
}

static void show(struct bytes text, char behind)
{
	fwrite(text.at, 1, (size_t)(text.end - text.at), stdout);
	putchar(behind);
}

static void show_imports(struct bytes in)
{
	for (uint32_t count = number(&in); count; count--) {
		show(text(&in), ' ');
		show(text(&in), '\n');
		if (byte(&in) != IMPORT_FUNCTION)
			fail("something else than a function is asked for");
		number(&in);
	}
}

int main(int argc, char **argv)
{
	struct buf all = {0};
	char some[65536];
	FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
	if (!file)
		fail("PROGRAM cannot be read");
	for (size_t got; (got = fread(some, 1, sizeof some, file)) > 0;)
		buf_add(&all, some, got);
	fclose(file);
	if (all.len < HEAD || memcmp(all.text, "\0asm\1\0\0", HEAD) != 0)
		fail("this is no program of WebAssembly");
	struct bytes in = {(unsigned char *)all.text + HEAD, (unsigned char *)all.text + all.len};
	while (in.at < in.end) {
		unsigned kind = byte(&in);
		struct bytes section = text(&in);
		if (kind == SECTION_IMPORTS)
			show_imports(section);
	}
	buf_free(&all);
	return fflush(stdout) == 0 ? 0 : 1;
}
