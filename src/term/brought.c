/* musl, which is linked into the program that needs no library, takes every locale but C for one of UTF-8, and has
 * widths of its own. So the linker (--wrap) puts what stands here in the place of its functions for characters, also
 * where ncurses calls them. What is not among them, ncurses does not come to call for a cell. */
#include "term/brought.h"

#include <stddef.h>

#ifndef TRUCE_STATIC

bool brought_locales(void)
{
	return false;
}

const char *brought_description(const char *type)
{
	(void)type;
	return NULL;
}

#else

#include "base/text.h"

#include <errno.h>
#include <langinfo.h>
#include <link.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>

/* Pairs of a type and its description, and NULL: made by the Makefile, of what the system has that it is built on. */
extern const char *const brought_descriptions[];

char *__wrap_setlocale(int category, const char *name);
char *__wrap_nl_langinfo(int item);
int __wrap_wcwidth(wchar_t sign);
size_t __wrap_wcrtomb(char *bytes, wchar_t sign, mbstate_t *state);
size_t __wrap_mbrtowc(wchar_t *sign, const char *bytes, size_t len, mbstate_t *state);

static bool brought_utf8; /* the locale is of UTF-8 */

bool brought_locales(void)
{
	return true;
}

const char *brought_description(const char *type)
{
	for (const char *const *pair = brought_descriptions; *pair; pair += 2)
		if (strcmp(pair[0], type) == 0)
			return pair[1];
	return NULL;
}

/* ---- tables that are complete ---- */

/* What the linker has marked as read-only from then on (RELRO), at the start of the program: musl does so for
 * programs with libraries alone. */
static int tables_close(struct dl_phdr_info *info, size_t size, void *unused)
{
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
	(void)size;
	(void)unused;
	for (size_t i = 0; i < info->dlpi_phnum; i++) {
		uintptr_t start = info->dlpi_addr + info->dlpi_phdr[i].p_vaddr;
		uintptr_t end = (start + info->dlpi_phdr[i].p_memsz) & -page;
		start &= -page;
		if (info->dlpi_phdr[i].p_type == PT_GNU_RELRO && start < end &&
			mprotect((void *)start, end - start, PROT_READ) != 0)
			abort();
	}
	return 0;
}

__attribute__((constructor)) static void tables_close_all(void)
{
	dl_iterate_phdr(tables_close, NULL);
}

/* ---- in the place of the C library's ---- */

/* There are two locales, by these names alone. */
char *__wrap_setlocale(int category, const char *name)
{
	static char names[2][sizeof "C.UTF-8"] = {"C", "C.UTF-8"};
	(void)category;
	if (name && strcmp(name, names[0]) != 0 && strcmp(name, names[1]) != 0)
		return NULL;
	if (name)
		brought_utf8 = strcmp(name, names[1]) == 0;
	return names[brought_utf8];
}

char *__wrap_nl_langinfo(int item)
{
	static char sets[2][sizeof "US-ASCII"] = {"US-ASCII", "UTF-8"}, none[] = "";
	return item == CODESET ? sets[brought_utf8] : none;
}

/* As many columns as the grid gives it. */
int __wrap_wcwidth(wchar_t sign)
{
	return text_code_width((int32_t)sign);
}

size_t __wrap_wcrtomb(char *bytes, wchar_t sign, mbstate_t *state)
{
	int32_t code = (int32_t)sign;
	(void)state;
	if (!bytes)
		return 1;
	if (code >= 0 && code < (brought_utf8 ? 0x110000 : 0x80) &&
		(code < 0xd800 || code > 0xdfff))
		return text_encode(code, bytes);
	errno = EILSEQ;
	return (size_t)-1;
}

/* What has come of a character that is not whole, in the place of a state. It is the number of bytes that are
 * lacking by which mbsinit knows that there is one. */
struct part {
	int32_t lacking, code;
};
_Static_assert(sizeof(struct part) <= sizeof(mbstate_t), "a state holds the part of a character");

/* The bytes of a character that begins so, but one; -1 where none does. */
static int bytes_behind(unsigned char first)
{
	if (first < 0x80)
		return 0;
	if (!brought_utf8 || first < 0xc2 || first > 0xf4)
		return -1;
	return first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
}

/* Whether a byte may follow: a character is written in as few as it takes, and is none of half a pair. */
static bool follows(const struct part *part, unsigned char byte)
{
	int32_t code = part->code << 6 | (byte & 0x3f);
	if ((byte & 0xc0) != 0x80)
		return false;
	if (part->lacking == 3)
		return code >= 0x10 && code < 0x110;
	if (part->lacking == 2 && part->code < 0x10) /* the second of three */
		return code >= 0x20 && (code < 0x360 || code > 0x37f);
	return true;
}

size_t __wrap_mbrtowc(wchar_t *sign, const char *bytes, size_t len, mbstate_t *state)
{
	struct part part;
	size_t at = 0;
	memcpy(&part, state, sizeof part);
	if (part.lacking == 0 && len > 0) {
		unsigned char first = (unsigned char)bytes[at++];
		part.lacking = bytes_behind(first);
		part.code = part.lacking > 0 ? first & (0x3f >> part.lacking) : first;
	}
	for (; part.lacking > 0 && at < len; at++, part.lacking--) {
		if (!follows(&part, (unsigned char)bytes[at]))
			part.lacking = -1;
		else
			part.code = part.code << 6 | (bytes[at] & 0x3f);
		if (part.lacking < 0)
			break;
	}
	if (part.lacking < 0) {
		errno = EILSEQ;
		return (size_t)-1;
	}
	memcpy(state, &part, sizeof part);
	if (part.lacking > 0 || len == 0)
		return (size_t)-2;
	memset(state, 0, sizeof part);
	if (sign)
		*sign = (wchar_t)part.code;
	return part.code ? at : 0;
}

#endif
