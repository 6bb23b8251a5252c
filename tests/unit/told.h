/* What is said of a record in memory, called "f": all problems, one a line. The caller frees it. */
#ifndef TRUCE_TESTS_UNIT_TOLD_H
#define TRUCE_TESTS_UNIT_TOLD_H

#include "load/load.h"

#include <stdio.h>
#include <string.h>

/* Not into its callers, where gcc takes the text for a variable that is gone. */
__attribute__((noinline)) static char *told_of(const char *bytes)
{
	struct diag_list *diags = diag_create();
	struct load_input input = {.name = "f", .bytes = bytes, .len = strlen(bytes)};
	record_free(load_record(&input, 1, NULL, diags));
	char *printed = NULL;
	size_t size = 0;
	FILE *stream = open_memstream(&printed, &size);
	diag_print(diags, stream, DIAG_NOTE, false);
	fclose(stream);
	diag_free(diags);
	return printed;
}

#endif
