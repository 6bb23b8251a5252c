/* A file in JSON gone through by its signs, as it stands or with a few of them put in, left out or
 * exchanged: how far that leads, and how much of it looks odd on the way. */
#ifndef TRUCE_BASE_JSON_WALK_H
#define TRUCE_BASE_JSON_WALK_H

#include "base/json_tokens.h"
#include "base/node.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { JSON_DEPTH_MOST = 64, JSON_DOUBTS_MOST = 4 };

/* What stands at a level next. */
enum json_state { JSON_NAME, JSON_COLON, JSON_VALUE, JSON_NEXT };

/* A list or mapping that is open. */
struct json_level {
	uint64_t seen; /* the fields that were there, by their numbers */
	const void *form;
	size_t open, value;      /* numbers of tokens: its bracket, the first of the latest value */
	uint32_t column;         /* of the line that opens it; 0 where that is not known */
	uint32_t inside;         /* of the first line in it; 0 before there is one */
	unsigned takes;          /* of entries and items: enum node_takes */
	struct node_shape shape; /* of the value that comes next */
	bool known;              /* it has the fields of the form */
	bool entries;
	bool either; /* another bracket was opened in its place, so that of that kind may close it */
	enum json_state state;
	char sign;
};

struct json_walk {
	const char *bytes;
	const struct json_token *tokens;
	const struct node_known *known;
	size_t at;   /* the token that comes next, or cannot stand where it does */
	size_t odd;  /* how many do not fit what is known, or are not where a line would begin */
	size_t bare; /* how many values and items are texts without quotation marks */
	size_t doubts[JSON_DOUBTS_MOST]; /* the first of them */
	size_t crossed; /* the token that closed one with the bracket of another kind; or 0 */
	size_t closed;  /* the bracket of the list or mapping that was closed last */
	size_t depth;
	uint32_t column; /* of the line that is gone through */
	char next;       /* the sign behind the token at hand */
	bool begun, round;
	struct json_level levels[JSON_DEPTH_MOST];
};

/* What is put in before a token, and how many tokens are left out there. */
struct json_edit {
	size_t at, drop;
	const char *signs;
};

void json_walk_begin(struct json_walk *, const char *bytes, const struct json_tokens *,
	const struct node_known *);
/* Goes on to the token `to`, or to the first that cannot stand where it does; whether it came so far.
 * The last token, JSON_END, is passed where the record is whole. `edit` may be NULL. */
bool json_walk_on(struct json_walk *, size_t to, const struct json_edit *);

#endif
