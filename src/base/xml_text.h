/* The output function of XML and HTML: text between tags, and in attributes within double quotes. */
#ifndef TRUCE_BASE_XML_TEXT_H
#define TRUCE_BASE_XML_TEXT_H

#include "base/buf.h"

/* Appends text as text_show has made it (valid UTF-8 without controls) so that it is nothing but
 * text there. */
void xml_text(struct buf *, const char *text, size_t len);

#define XML_SIGNS "&<>\"'"
/* What stands there for a character that may not: "&lt;" for "<"; NULL for any other. */
const char *xml_entity(char);

#endif
