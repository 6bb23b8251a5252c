/* The sink that writes YAML: for formats that have some of it. */
#ifndef TRUCE_PRINT_YAML_H
#define TRUCE_PRINT_YAML_H

#include "print/sink.h"

extern const struct sink_calls yaml_calls;

#endif
