/* UTF-8 is UTF-8 under every name, so any locale of it will do: a name that was brought along from
 * another machine (LC_CTYPE=UTF-8 of macOS, LANG=uk_UA.UTF-8 on a small server) is no reason to
 * lose every letter that is not ASCII. */
#include "term/locale.h"

#include "term/brought.h"

#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static bool locale_fell_back;

/* The name that counts, in the order of POSIX; NULL where there is none. */
static const char *locale_named(void)
{
	static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
	for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
		const char *name = getenv(variables[i]);
		if (name && *name)
			return name;
	}
	return NULL;
}

static bool is_utf8(const char *set)
{
	return text_same_ascii(set, "UTF-8", sizeof "UTF-8") ||
		text_same_ascii(set, "utf8", sizeof "utf8");
}

/* "uk_UA.UTF-8@euro", "en_US.utf8", and "UTF-8" by itself. */
static bool names_utf8(const char *name)
{
	char set[sizeof "UTF-8"];
	const char *dot = strchr(name, '.');
	const char *at = dot ? dot + 1 : name;
	size_t len = strcspn(at, "@");
	if (len >= sizeof set)
		return false;
	memcpy(set, at, len);
	set[len] = '\0';
	return is_utf8(set);
}

static bool locale_is_utf8(void)
{
	return is_utf8(nl_langinfo(CODESET));
}

/* What every system has, and a program that has its own. */
static bool is_portable(const char *name)
{
	return strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0;
}

/* Any locale of UTF-8 there is. */
static bool utf8_start(void)
{
	static const char *const names[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (setlocale(LC_CTYPE, names[i]) && locale_is_utf8())
			return true;
	setlocale(LC_CTYPE, "C");
	return false;
}

void term_locale_start(void)
{
	const char *name = locale_named();
	if (setlocale(LC_CTYPE, "") || !name || is_portable(name))
		return;
	locale_fell_back = !names_utf8(name) || !utf8_start();
}

bool term_locale_missing(struct buf *why)
{
	if (locale_fell_back)
		buf_format(why, "the locale \"%s\" is not %s", locale_named(),
			brought_locales()
				? "of UTF-8, the one character set that this truce brings along, "
				  "so all is in ASCII"
				: "installed, so all is in ASCII; locale -a lists others");
	return locale_fell_back;
}

static bool locale_encodes(int32_t code_point)
{
	char bytes[MB_LEN_MAX];
	mbstate_t state = {0};
	return wcrtomb(bytes, (wchar_t)code_point, &state) != (size_t)-1;
}

const struct text_form *term_form(void)
{
	static const struct text_form form = {.encodes = locale_encodes};
	return locale_is_utf8() ? NULL : &form;
}
