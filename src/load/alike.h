/* Words that look like those of a text and are not the same: which letters differ. */
#ifndef TRUCE_LOAD_ALIKE_H
#define TRUCE_LOAD_ALIKE_H

#include "load/verify_parts.h"

/* Says of the first word in which the text has other code points than the quotation, though they
 * look the same, which they are: appends
 *
 *     the text has a Cyrillic small letter a (U+0430) in "land"
 *
 * and returns true. `text` is folded, as the words are; *at is where in it the word stands. False,
 * with nothing appended, where they differ otherwise before that, where the text has less than the
 * words, or nothing differs. */
bool alike_explain(struct buf *, struct verify_words words, struct verify_words text, size_t *at);

/* The letters and figures of a folded word, without the marks around it. */
struct verify_words alike_bare(struct verify_words);

/* The same of all parts of a quotation, with what stands beside them, which are found in the text of
 * look-alikes; *folded is a place of the text. */
bool alike_parts_explain(struct buf *, const struct verify_parts *, const struct verify_text *,
	const struct verify_parts *alike, const struct verify_text *alike_text, size_t *folded);

/* The same of two words of which one has a sign that stands for plain letters or figures: a Roman
 * numeral of one piece, a raised figure, a fraction. */
bool alike_sign_explain(struct buf *, struct verify_words word, struct verify_words text);

#endif
