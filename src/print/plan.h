/* The teacher's page of a lesson plan: its scenes in order, each with what it shows, what is asked of
 * the class, and what is for the teacher alone. */
#ifndef TRUCE_PRINT_PLAN_H
#define TRUCE_PRINT_PLAN_H

#include "print/document.h"

/* Of the view that was asked for, which the result is of. The writer has its tables. */
void plan_write(const struct result *, const struct print_options *, const struct document_writer *,
	void *to);

#endif
