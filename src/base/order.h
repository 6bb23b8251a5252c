/* In which order a line is seen: Arabic and Hebrew run from right to left, and a line of them and of
 * other writing runs both ways (UAX #9). The only user of fribidi; built without that library, a
 * line stands in the order in which it is read. Nothing here owns memory of the caller's. */
#ifndef TRUCE_BASE_ORDER_H
#define TRUCE_BASE_ORDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whether the program was built with the library. */
bool order_is_known(void);

/* Whether the first line of a text begins at the right: its first letter runs from there (rules P2 and
 * P3), and so do most of them: a sentence of the program's that begins with a name does not. */
bool order_begins_right(const char *text, size_t len);

/* Orders a line of so many code points as it is seen: seen[0] is the index of the one that stands
 * leftmost, and shown[i] is the sign for the ith: Arabic letters in the form that joins them to their
 * neighbours, brackets as their mirrors where they run from right to left. `right` says that the
 * line begins at the right. In one that begins at the left, what runs from right to left stands as in
 * an isolate, from its first letter to its last: a name turns round no figure or sign beside it.
 * False, with all as it was read, where nothing is known or to be done. */
bool order_line(const int32_t *line, int32_t count, bool right, int32_t *seen, int32_t *shown);

#endif
