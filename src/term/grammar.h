/* The grammar of what terminals send, ECMA-48: bytes in, keys out. A pure machine, for keys.h. */
#ifndef TRUCE_TERM_GRAMMAR_H
#define TRUCE_TERM_GRAMMAR_H

#include "term/paste.h"
#include "term/sequence.h"
#include "ui/core/input.h"

#include <stdbool.h>
#include <stdint.h>
#include <wchar.h>

/* How much of what may yet prove to be typed is kept, and how many keys until they are taken: more
 * than a byte makes. */
enum { GRAMMAR_HELD = 64, GRAMMAR_READY = 128 };

/* Stand for what is no key among those that are ready: a report of the mouse, a paste, and what the
 * terminal says that it stands on. */
enum { GRAMMAR_MOUSE = INPUT_LAST_NAMED, GRAMMAR_PASTE, GRAMMAR_DARK, GRAMMAR_LIGHT };

/* How many milliseconds what follows the first byte behind an Esc that was told as a key is waited
 * for, and the rest of a sequence that has begun. */
enum { GRAMMAR_LATE = 300, GRAMMAR_BEGUN = 1000 };

/* Zeroed but for `escape_ms`, it waits for a key's first byte. */
struct grammar {
	int escape_ms; /* how long an Esc may be the beginning of a sequence */
	enum grammar_state {
		KEYS_PLAIN,
		KEYS_ESCAPE,
		KEYS_ESCAPE_TWICE,
		KEYS_LATE, /* Esc has been told; what would have followed it may come yet */
		KEYS_CSI,
		KEYS_CSI_LINUX,
		KEYS_SS3,
		KEYS_MOUSE_OLD,
		KEYS_DOUBT, /* a string of the terminal, or Alt and what was typed behind it */
		KEYS_STRING,
		KEYS_PASTE
	} state;
	bool alt;    /* an Esc stands before the character, or another one before the sequence */
	bool late;   /* the Esc of the sequence has been told as a key */
	bool ends;   /* of a string: behind an Esc that may end it; of a paste: behind a control */
	bool single; /* of a string: begun by one character instead of Esc and another */
	mbstate_t character;
	struct sequence sequence;
	struct paste paste;
	/* What may have been typed: the bytes behind the Esc, and the control in a paste; how a string
	 * begins. */
	unsigned char held[GRAMMAR_HELD];
	int held_count;
	/* Of a string: its bytes so far, waits since the last one (of a paste as well), and pauses in
	 * all. */
	int length, quiet, pauses;
	/* Of a string and a paste: keys in a row that came alone, and of the last one its bytes and
	 * the first of these. */
	int singles, single_length;
	unsigned char single_first;
	struct {
		int button, row, col; /* enum input_button; from 0 */
	} mouse;                      /* the last report that means something */
	int32_t ready[GRAMMAR_READY];
	int ready_count;
};

void grammar_byte(struct grammar *, unsigned char byte);
/* Puts a key with those that are ready. */
void grammar_tell(struct grammar *, int32_t key);

/* How many milliseconds without a byte it wants to be told of, -1 for none; and that they have
 * passed. */
int grammar_wait(const struct grammar *);
void grammar_end(struct grammar *);

void grammar_free(struct grammar *);

#endif
