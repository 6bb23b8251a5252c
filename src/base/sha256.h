/* SHA-256, as FIPS 180-4 defines it: by which a text is known again, byte for byte. */
#ifndef TRUCE_BASE_SHA256_H
#define TRUCE_BASE_SHA256_H

#include <stddef.h>

enum { SHA256_DIGITS = 64 };

/* Writes the digest of the bytes in small hex digits, and a NUL behind them. */
void sha256_hex(const char *bytes, size_t len, char hex[SHA256_DIGITS + 1]);

#endif
