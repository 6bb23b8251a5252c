/* Each # of a file that YAML may take for the beginning of a remark: one with white space before
 * it, or a sign behind which libyaml needs none. Whether it does is known when the scalars have
 * passed: what stands within one is part of its text, all else of the line is lost. */
#ifndef TRUCE_BASE_REMARK_H
#define TRUCE_BASE_REMARK_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum remark_kind {
	REMARK_FREE,  /* a remark of its own line, or behind a comma or a colon */
	REMARK_CUTS,  /* a remark right behind a value, with nothing but white space between */
	REMARK_HEADS, /* a remark behind a key, a dash or the sign of a block text, above the text */
	REMARK_WORDS  /* part of a text */
};

struct remark {
	uint32_t line, column;         /* of the # */
	uint32_t end_line, end_column; /* behind what stands before it, but for white space */
	const char *at;                /* the # in the bytes */
	char before;                   /* what stands before it, but for white space, or NUL */
	uint8_t word;                  /* bytes of the first word from there on, 40 at most */
	uint32_t rest;                 /* bytes up to the end of the line, without blanks there */
	bool joined;                   /* no space behind the #, as in "#1": mostly no remark */
	bool figure;                   /* a digit is next, as in "# 1" */
	bool first;                    /* of what stands in its line */
	bool likely;                   /* looks like a remark: a space is next, or a small letter */
	enum remark_kind kind;
};

struct remarks {
	struct remark *at; /* in order, and one behind the last that no value reaches */
	size_t count, capacity, next;
	const char *end; /* of the bytes */
};

enum remark_style { REMARK_PLAIN, REMARK_QUOTED, REMARK_BLOCK, REMARK_BRACKET };

/* Looks through the bytes of a file, without a byte order mark, borrowed until remarks_free. */
void remarks_find(struct remarks *, const char *bytes, size_t len);
void remarks_free(struct remarks *);

/* Whether a value that ends in that line may have to do with one. */
static inline bool remarks_near(const struct remarks *remarks, uint32_t end_line)
{
	return remarks->at[remarks->next].end_line <= end_line;
}
/* A value from `start` to `end`, not before the one passed last. Returns the number, from 1, of the
 * remark that follows it, else of the first # that begins a line of its text and looks like a
 * remark, else 0. */
uint32_t remarks_pass(
	struct remarks *, struct place start, struct place end, enum remark_style style);

/* The remark before `until` that took a comma or a closing bracket away, from `from` on; NULL where
 * there is none. */
const struct remark *remarks_taker(
	const struct remarks *, struct place from, struct place until, char closing);

/* The last one before `until`, or NULL. */
const struct remark *remarks_before(const struct remarks *, struct place until);

#endif
