/* Two tables as blocks of a page of text, each with its legend: as wide as the paper. */
#ifndef TRUCE_PRINT_TABLE_TEXT_H
#define TRUCE_PRINT_TABLE_TEXT_H

#include "print/page.h"
#include "query/compare.h"
#include "query/positions.h"

/* Who the two sides are, and what each has. */
void table_compare_add(struct page *, const struct compare *);
/* As many meetings beside each other as fit, then the next ones; or that there are none. Flushes the
 * page. */
void table_positions_add(struct page *, const struct position_table *);

#endif
