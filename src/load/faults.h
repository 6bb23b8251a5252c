/* What can be wrong with a text by itself, whichever field it is in. */
#ifndef TRUCE_LOAD_FAULTS_H
#define TRUCE_LOAD_FAULTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* True when the text is no language tag (BCP 47, RFC 5646). A tag's language has two or three
 * letters, as all registered ones have: so "english" is none. Also "x-..." and the registered
 * oddities of old ("i-klingon") are tags. Case does not matter. */
bool fault_language(const char *tag);

/* True when the text is no SHA-256: 64 hex digits, of either case. */
bool fault_digest(const char *text);

#endif
