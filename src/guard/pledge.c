/* OpenBSD: what is read may be read, and a terminal handled. */
#include "guard/pledge.h"

#ifdef __OpenBSD__

#include <stddef.h>
#include <unistd.h>

/* Every file can be seen for reading, and none for more; then nothing of that can be changed. */
bool guard_pledge(void)
{
	return unveil("/", "r") == 0 && unveil(NULL, NULL) == 0 &&
		pledge("stdio rpath tty", NULL) == 0;
}

#else

bool guard_pledge(void)
{
	return false;
}

#endif
