#include "term/asked.h"

#include "term/description.h"

#include <stdlib.h>
#include <string.h>

/* Most that do not know one of ECMA-48's sequences skip it; what knows none would show it. */
static bool skips(void)
{
	const char *cup = description_string("cup");
	return cup && strncmp(cup, "\033[", 2) == 0;
}

void asked_mouse(struct buf *out, bool on)
{
	if (skips())
		buf_text(out, on ? "\033[?1000h\033[?1006h" : "\033[?1006l\033[?1000l");
}

void asked_paste(struct buf *out, bool on)
{
	if (skips())
		buf_text(out, on ? "\033[?2004h" : "\033[?2004l");
}

void asked_order(struct buf *out, bool on)
{
	if (skips())
		buf_text(out, on ? "\033[8l" : "\033[8h");
}

void asked_ground(struct buf *out)
{
	const char *type = getenv("TERM");
	if (skips() && type && strncmp(type, "linux", 5) != 0)
		buf_text(out, "\033]11;?\033\\");
}
