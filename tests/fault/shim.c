/* Preloaded into the program (LD_PRELOAD): one allocation fails, or all from one on.
 *
 * FAULT_MEMORY names a file of a struct shim, which the driver reads afterwards; without it nothing
 * fails. Where there is FAULT_TRACED, the program stops for its tracer, and what it starts does not:
 * it is not traced. */
#define _GNU_SOURCE
#include "tests/fault/shim.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static struct shim *shim;
static void *(*real_malloc)(size_t);
static void *(*real_calloc)(size_t, size_t);
static void *(*real_realloc)(void *, size_t);
/* What dlsym asks for while the real ones are looked up; never given back. */
static alignas(16) char early[4096];
static size_t early_used;

static void *early_alloc(size_t size)
{
	size_t at = early_used;
	early_used += (size + 15) & ~(size_t)15;
	return early_used <= sizeof early ? early + at : NULL;
}

static bool is_early(const void *at)
{
	return (const char *)at >= early && (const char *)at < early + sizeof early;
}

static void look_up(void)
{
	static bool looking;
	if (looking || real_realloc)
		return;
	looking = true;
	*(void **)&real_malloc = dlsym(RTLD_NEXT, "malloc");
	*(void **)&real_calloc = dlsym(RTLD_NEXT, "calloc");
	*(void **)&real_realloc = dlsym(RTLD_NEXT, "realloc");
	looking = false;
}

static bool fails(void)
{
	if (!shim)
		return false;
	long n = ++shim->count;
	if (shim->at <= 0 || (shim->onward ? n < shim->at : n != shim->at))
		return false;
	shim->failed++;
	errno = ENOMEM;
	return true;
}

void *malloc(size_t size)
{
	look_up();
	return fails() ? NULL : real_malloc ? real_malloc(size) : early_alloc(size);
}

void *calloc(size_t count, size_t size)
{
	look_up();
	return fails() ? NULL : real_calloc ? real_calloc(count, size) : early_alloc(count * size);
}

void *realloc(void *old, size_t size)
{
	look_up();
	if (fails())
		return NULL;
	if (!is_early(old))
		return real_realloc(old, size);
	void *new = real_malloc(size);
	if (new)
		memcpy(new, old, size);
	return new;
}

__attribute__((constructor)) static void begin(void)
{
	const char *name = getenv("FAULT_MEMORY");
	int fd = name ? open(name, O_RDWR) : -1;
	look_up();
	if (fd >= 0) {
		void *got = mmap(NULL, sizeof *shim, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
		close(fd);
		if (got != MAP_FAILED)
			shim = got;
	}
	if (getenv("FAULT_TRACED")) {
		unsetenv("FAULT_TRACED");
		raise(SHIM_MARK);
	}
}
