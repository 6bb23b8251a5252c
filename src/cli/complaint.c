/* The command line is hostile text too: a script may have put anything into it. */
#include "cli/complaint.h"

#include "base/buf.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>

void complaint_print(const char *name, const char *format, ...)
{
	struct buf message = {0}, shown = {0};
	va_list arguments;
	va_start(arguments, format);
	buf_format_list(&message, format, arguments);
	va_end(arguments);
	text_show(NULL, &shown, buf_string(&message), message.len);
	fprintf(stderr, "%s: %s\n", name, buf_string(&shown));
	buf_free(&message);
	buf_free(&shown);
}
