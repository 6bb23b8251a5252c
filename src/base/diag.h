/* Diagnostics: what is wrong with a file, where, and what to do about it.
 *
 * Whatever can fail on account of a file appends to a struct diag_list and goes on, so that
 * one run reports all there is. Messages are copied into the list and say what to do.
 * They may quote text of the file as it stands: it is made harmless where the list is printed,
 * not before. Caller owns the list: diag_free. */
#ifndef TRUCE_BASE_DIAG_H
#define TRUCE_BASE_DIAG_H

#include "base/buf.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* A place in one of the files of a run. Lines and columns count from 1, columns in code
 * points; line 0 is the file as a whole. `file` counts from 0 in the order of the run. */
struct place {
	uint32_t line, column;
	uint32_t file;
};

static inline bool place_before(struct place a, struct place b)
{
	return a.file != b.file    ? a.file < b.file
		: a.line != b.line ? a.line < b.line
				   : a.column < b.column;
}

enum diag_level { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR, DIAG_LEVEL_COUNT };

struct diag_list;
struct patience;
struct text_form;

/* Caller owns the result. */
struct diag_list *diag_create(void);
void diag_free(struct diag_list *);
/* What the problems will be shown in; NULL, as at first, is all of Unicode. What is not seen is told
 * by its number. */
void diag_form(struct diag_list *, const struct text_form *);

/* How many problems of a level are kept of a file, the first by their place; 200 if it is not said.
 * To be called before any is added. */
void diag_keep(struct diag_list *, size_t most);

/* Who waits for the problems, and so for the end of what is read: whatever adds to the list asks at
 * intervals whether to go on (patience.h), and leaves off where not. What it has found until then
 * means nothing. Borrows; NULL, as at first, waits for ever. */
void diag_patience(struct diag_list *, struct patience *);
struct patience *diag_waits(const struct diag_list *);

/* The lowest level of which anybody will hear where there is nothing higher: who would have to look for what is
 * below it may leave that out. DIAG_NOTE, as at first, is all. */
void diag_least(struct diag_list *, enum diag_level);
bool diag_wants(const struct diag_list *, enum diag_level);

/* Names the next file (0, 1, ...) and lends its bytes, for the offending line; `bytes` may be
 * NULL. Copies the name, borrows the bytes until diag_free. */
uint32_t diag_file(struct diag_list *, const char *name, const char *bytes, size_t len);
const char *diag_file_name(const struct diag_list *, uint32_t file);
/* Lends files whose memory may be given back, where one of them holds the bytes of a file that is named
 * afterwards. Borrows until diag_free. */
struct file_bytes;
void diag_lend(struct diag_list *, struct file_bytes *, size_t count);
/* Hardly anybody will ask for the bytes before `until` again: they may be given back (file_give). Whoever
 * kept a pointer into them fetches them before it is used, those from `from` on. */
void diag_file_past(struct diag_list *, uint32_t file, size_t until);
void diag_file_fetch(const struct diag_list *, uint32_t file, size_t from);

/* The bytes of a file, fetched, and how many; none where it has none. */
const char *diag_file_bytes(const struct diag_list *, uint32_t file, size_t *len);

/* The bytes from the beginning of a line on, or of one up to 255 lines above it, whose number goes into
 * *first; of a line that the file does not have, of one of its last. An index leads there that is made
 * when a line is first asked for: each of 10,000 problems may ask. */
const char *diag_file_near(
	const struct diag_list *, uint32_t file, uint32_t line, uint32_t *first, size_t *len);

/* Appends a problem. `code` is the stable word in brackets, with static lifetime
 * ("unknown-person"); the format is the program's own. */
void diag_add(struct diag_list *, enum diag_level, struct place, const char *code,
	const char *format, ...) __attribute__((format(printf, 5, 6)));
void diag_add_list(struct diag_list *, enum diag_level, struct place, const char *code,
	const char *format, va_list) __attribute__((format(printf, 5, 0)));

/* The same of an error that may come of another one: that a field is missing, that nothing has an id.
 * It is shown where those that come of none leave it room. */
void diag_add_late(struct diag_list *, struct place, const char *code, const char *format, va_list)
	__attribute__((format(printf, 4, 0)));

/* True when a problem at that place would be kept if it were added now. Asked before work that
 * only makes a message better ("did you mean"): a file of a million mistakes costs that work 200
 * times. */
bool diag_wanted(const struct diag_list *, enum diag_level, struct place);
bool diag_late_wanted(const struct diag_list *, struct place);

/* How many of that level were added, all files together. */
size_t diag_count(const struct diag_list *, enum diag_level);

/* Appends what was added, by file, line and column, one line each:
 *     NAME:LINE:COLUMN: error: MESSAGE [CODE]
 * at most 200 of a file, the gravest, then how many more; equal places stay in the order they were
 * added. A problem of line 0 has no place (NAME: error: ...). With `source` the offending line and a
 * caret follow each. `least` leaves out what is below that level. */
void diag_text(const struct diag_list *, struct buf *, enum diag_level least, bool source);
/* The problems that were kept, in the same order, one by one. Borrowed for the call; the message is
 * as it was added: not yet harmless. */
struct diag_problem {
	struct place place;
	enum diag_level level;
	const char *code, *message;
};
void diag_each(const struct diag_list *, enum diag_level least,
	void (*each)(void *state, const struct diag_problem *), void *state);
/* "error", "warning", "note" */
const char *diag_word(enum diag_level);

/* Prints the same text, and flushes the stream. Returns false when a write failed. */
bool diag_print(const struct diag_list *, FILE *, enum diag_level least, bool source);

#endif
