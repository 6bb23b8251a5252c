/* Keys out of the bytes of a terminal: the one reader of them.
 *
 * Bytes become characters, keys with what is held down, reports of the mouse and pasted text. What
 * a terminal says by itself (answers to questions that an editor or a shell has asked) becomes
 * nothing, but for what it stands on: never a run of letters, each of which would be obeyed. The
 * grammar is that of ECMA-48; what a terminal sends beside it stands in a list of its own. A pure
 * machine: no clock, no reading and no curses in here. It is told when nothing has come for as long
 * as it wants to wait. */
#ifndef TRUCE_TERM_KEYS_H
#define TRUCE_TERM_KEYS_H

#include "term/grammar.h"
#include "ui/core/input.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The sequences that a terminal sends for keys against the grammar. Zeroed, there are none. */
enum { TERM_OWN_LENGTH = 15, TERM_OWN_MOST = 160 };
struct term_own {
	int count;
	struct {
		unsigned char bytes[TERM_OWN_LENGTH], len;
		int32_t key;
	} keys[TERM_OWN_MOST];
};

/* Adds a sequence that means a key, if it is short enough, there is room, nothing was added for it,
 * and the grammar does not know it as that; what is held down the grammar knows better. One that
 * `yields` is not added where the grammar has any key for it but Alt and a character. One that
 * another begins is added always, or that would be taken out of it: so all are to be added twice.
 */
void term_own_add(struct term_own *, const char *bytes, size_t len, int32_t key, bool yields);

/* Zeroed but for `own` and `grammar.escape_ms`, it waits for a key's first byte. */
struct term_keys {
	const struct term_own *own; /* borrowed; NULL: none */
	struct grammar grammar;
	int taken; /* of those that are ready */
	/* What may become one of `own`: bytes, how many of them are one already, and whether the Esc
	 * at their head has been told. */
	unsigned char begun[TERM_OWN_LENGTH + 1];
	int begun_count, whole_count;
	int32_t whole;
	bool begun_late;
};

/* Takes a byte. All that is ready is to be taken before the next one. */
void term_keys_byte(struct term_keys *, unsigned char byte);

/* How many milliseconds without a byte it wants to be told of, -1 for none: whenever nothing is
 * incomplete. */
int term_keys_wait(const struct term_keys *);
/* That time has passed. */
void term_keys_end(struct term_keys *);

/* The next key, movement of the mouse, or paste that is complete; false when there is none. The text
 * of a paste is borrowed until the next byte. */
bool term_keys_take(struct term_keys *, struct input *);

/* Whether there is one to take. */
bool term_keys_ready(const struct term_keys *);
/* Whether a paste is being read: no byte of it is a key. */
bool term_keys_pasting(const struct term_keys *);

/* Forgets what is incomplete, and what was not taken. */
void term_keys_forget(struct term_keys *);
void term_keys_free(struct term_keys *);

#endif
