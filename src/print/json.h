/* The sink that writes JSON: for formats that are JSON of another form than the record's. */
#ifndef TRUCE_PRINT_JSON_H
#define TRUCE_PRINT_JSON_H

#include "print/sink.h"

extern const struct sink_calls json_calls;

#endif
