/* Watching files for a save.
 *
 * A file is known by its stamp: device, inode, kind and rights, size, time of its last change. A
 * save is a stamp that is another than at the start, and that has stayed the same for a moment, so
 * that nothing is read half written.
 *
 * Where the system tells of changes, it is asked about the whole way to the file, over every link
 * and through every folder: an editor that saves by rename puts another file in the place of the
 * one watched, and a link or a folder may be put in the place of another. Where it does not tell (a
 * network's file systems keep silent, and its room may be used up), stamps are compared once a
 * second. */
#ifndef TRUCE_TERM_WATCH_H
#define TRUCE_TERM_WATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct term_watch;

/* Takes the stamps of the files as they are now: to be called before they are read. Borrows the
 * names. NULL where one of them is no file, but a pipe or a device. Caller owns the result; NULL
 * can be watched, too. */
struct term_watch *term_watch_create(const char *const *names, size_t count);
void term_watch_free(struct term_watch *);

/* Begins to watch, as the system allows. Times are in milliseconds of one clock that only goes
 * on. */
void term_watch_start(struct term_watch *, int64_t now);

/* For poll: readable when there is something to look at; -1 for none. */
int term_watch_fd(const struct term_watch *);
/* In how many milliseconds to look in any case; -1 for never. */
int term_watch_wait(const struct term_watch *, int64_t now);

/* Looks, when it is time or the descriptor is readable (`told`); true when a save is complete. */
bool term_watch_look(struct term_watch *, bool told, int64_t now);

/* Looks at all files soon, whatever the system says. */
void term_watch_doubt(struct term_watch *, int64_t now);

#endif
