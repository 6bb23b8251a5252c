/* While its handler runs a signal is held back, so it is sent first and let through then. */
#include "base/raise.h"

#include <signal.h>
#include <stddef.h>

void raise_by_default(int number)
{
	struct sigaction action = {.sa_handler = SIG_DFL};
	sigset_t only;
	sigaction(number, &action, NULL);
	raise(number);
	sigemptyset(&only);
	sigaddset(&only, number);
	sigprocmask(SIG_UNBLOCK, &only, NULL); /* it comes here */
}
