/* What the locale and the window say about standard output, with no terminal taken. */
#include "term/term.h"

#include <langinfo.h>
#include <limits.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

bool term_is_utf8(void)
{
	const char *set = nl_langinfo(CODESET);

	return strcasecmp(set, "UTF-8") == 0 || strcasecmp(set, "utf8") == 0;
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

	return term_is_utf8() ? NULL : &form;
}

int term_width(void)
{
	struct winsize size;

	return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}
