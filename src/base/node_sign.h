/* Characters that look like the signs of a file's structure, and the pieces of a line. A place `at`
 * is before `end`, that of the line, or there. */
#ifndef TRUCE_BASE_NODE_SIGN_H
#define TRUCE_BASE_NODE_SIGN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The code point at a place, and its bytes; 0 and none at the end. */
int32_t sign_code(const char *at, const char *end, size_t *bytes);

bool sign_is_blank(char c); /* a space or a tab */
/* A character that is seen as a space, or not at all. */
bool sign_is_odd_space(int32_t code_point);
bool sign_is_odd_colon(int32_t code_point);
/* A dash of another kind, or a bullet. */
bool sign_is_odd_dash(int32_t code_point);
/* What looks like the > or | that a block text begins with. */
bool sign_is_odd_head(int32_t code_point);

/* Whether one of the first kind stands there. */
bool sign_is_odd_at(const char *at, const char *end);
/* Whether one that is seen as a space does; `at` may be NULL. What is not seen at all is part of a
 * name, and told of there. */
bool sign_is_space_at(const char *at, const char *end);

const char *sign_blanks_skip(const char *at, const char *end);
/* Behind the blanks of every kind; *odd is the first that is none of the keyboard's, or NULL, and
 * *columns how wide they are seen. */
const char *sign_spaces_skip(const char *at, const char *end, const char **odd, int *columns);
/* Behind the name of a field, in quotation marks or not; `at` where there is none. */
const char *sign_name_skip(const char *at, const char *end);

/* The end of the line that begins at a place, before its break; `end` is that of the file. */
const char *sign_line_end(const char *at, const char *end);
/* Behind the break that stands there. */
const char *sign_line_next(const char *at, const char *end);

/* Whether a line of the file may have such a character in its structure: a first look, which passes
 * over most files. */
bool sign_any_odd(const char *bytes, const char *end);

#endif
