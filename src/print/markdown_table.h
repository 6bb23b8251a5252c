/* Two tables of a record as tables of Markdown, as the writers of a document (print/document.h). */
#ifndef TRUCE_PRINT_MARKDOWN_TABLE_H
#define TRUCE_PRINT_MARKDOWN_TABLE_H

struct compare;
struct position_table;

void markdown_compare(void *to, const struct compare *);
void markdown_positions(void *to, const struct position_table *);

#endif
