/* From the gentlest to the strictest: a filter of system calls that came first would have to let
 * the other mechanisms through. */
#include "guard/guard.h"

#include "guard/calls.h"
#include "guard/landlock.h"
#include "guard/pledge.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

/* The C library loads the code of a character set when it is first asked, and code cannot be loaded
 * later. */
static void guard_load_late(void)
{
	char bytes[MB_LEN_MAX];
	mbstate_t state;
	memset(&state, 0, sizeof state);
	(void)!wcrtomb(bytes, L'a', &state);
}

static bool guard_privileges(void)
{
#if defined __linux__ && defined PR_SET_NO_NEW_PRIVS
	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
#else
	return false;
#endif
}

/* Valgrind does in the program's name what that never does itself: makes memory that runs, writes
 * logs. Whoever sets this variable has code of their own in here anyway. */
static bool guard_valgrind(void)
{
	const char *code = getenv("LD_PRELOAD");
	return code && strstr(code, "/vgpreload_");
}

struct guard guard_enter(bool job)
{
	struct guard guard = {0};
	if (guard_valgrind())
		return guard;
#ifdef TRUCE_UNGUARDED
	return guard;
#endif
	guard_load_late();
	guard.privileges = guard_privileges();
	guard.landlock = guard_landlock(job);
	guard.calls = guard_calls();
	guard.pledge = guard_pledge();
	return guard;
}

static void name_add(struct buf *out, size_t start, const char *name)
{
	if (out->len > start)
		buf_text(out, ", ");
	buf_text(out, name);
}

void guard_name(const struct guard *guard, struct buf *out)
{
	size_t start = out->len;
	if (guard->privileges)
		name_add(out, start, "no new privileges");
	if (guard->landlock) {
		name_add(out, start, "Landlock ");
		buf_format(out, "%d", guard->landlock);
	}
	if (guard->calls)
		name_add(out, start, "seccomp");
	if (guard->pledge)
		name_add(out, start, "pledge, unveil");
	if (out->len == start)
		buf_text(out, "nothing");
}
