/* Plain text over the whole screen until the next key: what was copied, and where one is. */
#ifndef TRUCE_UI_PLAIN_H
#define TRUCE_UI_PLAIN_H

#include "base/buf.h"

struct app;

struct plain {
	struct buf text;
	const char *title; /* said in the last row; static */
	int top;           /* lines scrolled: more than a screen can be read with Space, j and k */
	int lines;         /* as last drawn */
};

/* Shows the text, which is copied, until a key is typed. */
void plain_show(struct app *, const char *title, const char *text);

#endif
