/* The signs and texts of a file in JSON, or of what was meant for JSON, one after another. */
#ifndef TRUCE_BASE_JSON_TOKENS_H
#define TRUCE_BASE_JSON_TOKENS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a token is besides the signs that stand for themselves: {}[],: and what is typed for one of
 * them, ()<>;=. */
enum { JSON_TEXT = '"', JSON_PLAIN = 'a', JSON_BROKEN = '?', JSON_END = '\0' };

struct json_token {
	uint32_t at, len; /* in the file */
	uint32_t column;  /* of the first in its line, from 1; else 0 */
	char sign;
};

struct json_tokens {
	struct json_token *at; /* the last one is JSON_END */
	size_t count, capacity;
};

/* Whether a file begins as JSON does: with a text in quotation marks, perhaps behind brackets. */
bool json_begins(const char *bytes, size_t len);

/* Borrows nothing; free with json_tokens_free. A text that its line does not close is JSON_BROKEN. */
void json_tokens_find(struct json_tokens *, const char *bytes, size_t len);
void json_tokens_free(struct json_tokens *);

#endif
