/* JSON within other formats: the sink that writes it, for those that are JSON of another form than the
 * record's, and the record, for a page that holds it. */
#ifndef TRUCE_PRINT_JSON_H
#define TRUCE_PRINT_JSON_H

#include "print/print.h"
#include "print/sink.h"

extern const struct sink_calls json_calls;

/* As print_json, each "<" as an escape: nothing in it ends the element of a page that it stands in. */
bool json_in_page(const struct result *, const struct print_options *, FILE *);

#endif
