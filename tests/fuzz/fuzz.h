/* What a fuzz target is: one function that takes any bytes. */
#ifndef TRUCE_TESTS_FUZZ_H
#define TRUCE_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

#endif
