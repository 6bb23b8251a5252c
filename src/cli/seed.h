/* The number that lots are drawn by. */
#ifndef TRUCE_CLI_SEED_H
#define TRUCE_CLI_SEED_H

#include "cli/options.h"

#include <stdbool.h>
#include <stdint.h>

/* Reads --seed; without it *seed is left as it is. On failure says what is wrong and returns false. */
bool seed_option(const char *name, const struct options *, uint64_t *seed);

/* A number from the clock, short enough to be typed in again. */
uint64_t seed_drawn(void);

#endif
