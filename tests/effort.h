/* How much a test tries that draws cases or walks through thousands: all of them as built for
 * release, and under a sanitizer, which is many times slower and looks for other mistakes, a share
 * that meets the same code, of which a short run takes half (a long one has LONG in its
 * environment). */
#ifndef TRUCE_TESTS_EFFORT_H
#define TRUCE_TESTS_EFFORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

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

static inline bool effort_long(void)
{
	return getenv("LONG") != NULL;
}

/* One in how many is tried: each as built for release, one in so many of a long run under a
 * sanitizer. */
static inline size_t effort_step(size_t sanitized)
{
	if (!effort_sanitized())
		return 1;
	return effort_long() ? sanitized : 2 * sanitized;
}

/* The same, of what a short run takes half of as built for release, too. */
static inline size_t effort_half(size_t sanitized)
{
	return effort_sanitized() || effort_long() ? effort_step(sanitized) : 2;
}

#endif
