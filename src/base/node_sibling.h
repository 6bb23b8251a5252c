/* Which line counts for one that is out of step: the one above that it stands beside, which is not
 * always the one right above. */
#ifndef TRUCE_BASE_NODE_SIBLING_H
#define TRUCE_BASE_NODE_SIBLING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A line of the file and the column, in code points from 1, in which its field or dash begins. */
struct node_sibling {
	uint32_t line, column;
};

/* What stands in one column, for messages. */
enum node_beside { BESIDE_FIELDS, BESIDE_ITEMS, BESIDE_TEXT, BESIDE_TEXT_OR_FIELDS, BESIDE_IDS };

/* The lines above the one that begins at `line`, number `number` of the file, that it may be meant
 * to stand beside: fields for a field, items, or the name of the list, for a line that begins with
 * a dash, and the first line of a text for what may be one of it. Those whose column is nearest:
 * one, or two that are as near, the deeper one first. Returns how many; 0 where there is none, or
 * where one begins in the same column. */
size_t node_siblings(const char *bytes, const char *line, const char *end, uint32_t number,
	struct node_sibling found[2], enum node_beside *beside);

#endif
