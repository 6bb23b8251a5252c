/* What a control sequence of ECMA-48 means as a key: those of xterm, the VT220, rxvt, PuTTY, the
 * Linux console, and of kitty's and xterm's ways to send every key. No curses in here. */
#ifndef TRUCE_TERM_SEQUENCE_H
#define TRUCE_TERM_SEQUENCE_H

#include "ui/core/input.h"

#include <stdbool.h>
#include <stdint.h>

enum { SEQUENCE_NUMBERS = 4, SEQUENCE_NUMBER_MOST = 0x110000 };

/* Zeroed, nothing of it has been read. */
struct sequence {
	/* Numbers that are not said are 0; `sub` is what stands behind a colon. */
	int number[SEQUENCE_NUMBERS], sub[SEQUENCE_NUMBERS];
	int at;                /* the number that is read now; SEQUENCE_NUMBERS for all behind */
	bool in_sub, past_sub; /* behind the first colon of it, and behind the second */
	int length;            /* bytes behind the opening ones; no key's where it is too long */
	unsigned char marker;  /* one of `<=>?`, which makes it no key; 0 for none */
	unsigned char between; /* the last of the bytes before the final one, 0 for none */
	unsigned char final;   /* 0 until it is complete */
};

/* Takes a byte behind `Esc [`. Returns false where it cannot stand there: the sequence is broken
 * off. */
bool sequence_add(struct sequence *, unsigned char byte);

/* The key that a complete one means, with what is held down; 0 for none. */
int32_t sequence_key(const struct sequence *);

/* The key that `Esc O` means with a final byte and a number for what is held down; 0 for none. */
int32_t sequence_key_applied(int held, unsigned char final);

#endif
