/* How much a test tries that draws cases or walks through thousands: all of them as built for
 * release, and under a sanitizer, which is many times slower and looks for other mistakes, a share
 * that meets the same code. */
#ifndef TRUCE_TESTS_EFFORT_H
#define TRUCE_TESTS_EFFORT_H

#include <stdbool.h>
#include <stddef.h>

static inline bool effort_sanitized(void)
{
#if defined(__SANITIZE_ADDRESS__)
	return true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
	return true;
#endif
#endif
	return false;
}

/* One in so many is tried under a sanitizer, and each otherwise. */
static inline size_t effort_step(size_t sanitized)
{
	return effort_sanitized() ? sanitized : 1;
}

#endif
