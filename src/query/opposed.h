/* Which words of what is shown stand against which, so that whoever hears the one should hear the other. */
#ifndef TRUCE_QUERY_OPPOSED_H
#define TRUCE_QUERY_OPPOSED_H

#include "base/arena.h"
#include "query/result.h"

#include <stdbool.h>
#include <stdint.h>

/* How words stand to others: of another side at the same event, on a theme of theirs; or by the record in
 * answer to them or answered by them, or laid side by side with them by the plan. Renderings of one
 * utterance, words of one voice, and views do not. */
enum opposed { OPPOSED_NOT, OPPOSED_SIDE, OPPOSED_DIRECT };
enum opposed opposed_words(const struct result *, uint32_t quote, uint32_t other);

/* Whether the record has words in answer to others, or to another rendering of what these render. */
bool opposed_answers(const struct record *, uint32_t quote, uint32_t other);

/* A bit for each quotation of the record that is a party's, is selected, and stands against others that are.
 * Looks at the result once. */
const uint8_t *opposed_parties(struct arena *, const struct result *);

#endif
