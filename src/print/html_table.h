/* Two tables of a page of HTML, each with its legend: what document.h has writers for. */
#ifndef TRUCE_PRINT_HTML_TABLE_H
#define TRUCE_PRINT_HTML_TABLE_H

#include "query/compare.h"
#include "query/positions.h"

/* `to` is the struct html. */
void html_compare(void *to, const struct compare *);
void html_positions(void *to, const struct position_table *);

#endif
