/* Bytes as letters, figures and two signs: RFC 4648, base64 of one line, filled up with "=". */
#ifndef TRUCE_BASE_BASE64_H
#define TRUCE_BASE_BASE64_H

#include "base/buf.h"

void base64_add(struct buf *, const char *bytes, size_t len);

#endif
