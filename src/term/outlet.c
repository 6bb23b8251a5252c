/* The C libraries of Linux and those of the BSDs and macOS each have a way to put one's own write
 * under a stream. Where there is neither, it is the plain one. */
#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE /* for fopencookie */
#endif
#include "term/outlet.h"

#include "base/transfer.h"
#include "term/loading.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <unistd.h>

static struct {
	FILE *file;
	int error; /* of the first write that failed; 0 for none */
} outlet;

/* Whoever reads a pipe may write to the terminal as soon as there is something. */
static inline bool outlet_write(const char *bytes, size_t len)
{
	term_loading_yield(STDOUT_FILENO);
	if (!outlet.error && !transfer_write(STDOUT_FILENO, bytes, len))
		outlet.error = errno;
	term_loading_pause(false);
	return !outlet.error;
}

#if defined(__linux__)

static ssize_t write_cookie(void *unused, const char *bytes, size_t len)
{
	(void)unused;
	return outlet_write(bytes, len) ? (ssize_t)len : 0;
}

static FILE *outlet_open(void)
{
	return fopencookie(NULL, "w", (cookie_io_functions_t){.write = write_cookie});
}

#elif defined(__APPLE__) || defined(__FreeBSD__) || defined(__NetBSD__) || defined(__OpenBSD__) || \
	defined(__DragonFly__)

static int write_cookie(void *unused, const char *bytes, int len)
{
	(void)unused;
	return outlet_write(bytes, (size_t)len) ? len : -1;
}

static FILE *outlet_open(void)
{
	return funopen(NULL, NULL, write_cookie, NULL, NULL);
}

#else

static FILE *outlet_open(void)
{
	return NULL;
}

#endif

FILE *term_outlet(void)
{
	if (!outlet.file) {
		signal(SIGXFSZ, SIG_IGN);
		outlet.file = outlet_open();
	}
	if (!outlet.file)
		outlet.file = stdout;
	return outlet.file;
}

int term_outlet_end(void)
{
	FILE *file = term_outlet();
	bool failed = fflush(file) != 0;
	int error = errno;
	if (failed || ferror(file))
		return outlet.error ? outlet.error : error;
	term_loading_end(); /* whoever reads it now says what became of it */
	return close(STDOUT_FILENO) == 0 || errno == EINTR ? 0 : errno;
}
