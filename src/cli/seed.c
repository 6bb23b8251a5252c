#include "cli/seed.h"

#include "cli/complaint.h"
#include "query/lots.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SEED_MOST_DRAWN = 9999 };

bool seed_option(const char *name, const struct options *options, uint64_t *seed)
{
	const char *text = options->values[OPTION_SEED];
	if (!text)
		return true;
	errno = 0;
	unsigned long long number = strtoull(text, NULL, 10);
	if (!*text || text[strspn(text, "0123456789")] || errno || number > UINT64_MAX) {
		complaint_print(name, "--seed is a number from 0 to %" PRIu64 ", not \"%s\"",
			UINT64_MAX, text);
		return false;
	}
	*seed = number;
	return true;
}

uint64_t seed_drawn(void)
{
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	struct lots lots = {(uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec};
	return 1 + lots_below(&lots, SEED_MOST_DRAWN);
}
