/* What the files share that make the words and names of a sheet: sheet_match.c, and for it sheet_names.c,
 * sheet_against.c and sheet_spares.c. */
#ifndef TRUCE_QUERY_SHEET_MATCH_PARTS_H
#define TRUCE_QUERY_SHEET_MATCH_PARTS_H

#include "query/sheet_parts.h"

enum {
	SPARE_NAMES = 2, /* more than words: else the last goes by what is left */
	MATCH_NAMES_MOST = 64,
};

/* What words are drawn from, and how many. */
struct match_drawn {
	const struct pool *pool;
	uint32_t front, most;
	bool answered; /* none without what stands against them, where that can be asked as well */
};

/* ---- names ---- */

struct ref match_voice(const struct sheet_making *, uint32_t quote);
/* As what a party speaks; NULL for who is a person or a source, and for what a source calls them in its own words,
 * between marks. */
const char *match_role(const struct quote *);
/* As what the voice of the words would stand there among the others: NULL where it has several roles. */
const char *match_role_with(const struct sheet_match *, const struct quote *);
/* Which of the names it is; name_count where it is none. */
uint32_t match_name_index(const struct sheet_match *, struct ref name);
/* Whether a name would be right for words that are not its own. A party that stands with an office, "Russia, the
 * Ministry of Defence", is not right for who held another; nor is somebody for what a party said by an office that
 * is not his. */
bool match_is_right_too(
	const struct record *, const struct quote *, struct ref name, const char *office);
/* Whether a name goes with those of the match, and with its words: right for its own alone. */
bool match_name_fits(
	const struct sheet_making *, const struct sheet_match *, struct ref name, const char *role);
void match_name_add(struct sheet_match *, const struct quote *);
/* Where one party has no role, none has: a name would be told by having one. */
void match_roles_settle(const struct sheet_making *, struct sheet_match *);

/* ---- words ---- */

bool match_has(const struct sheet_match *, uint32_t quote);
/* Whether words go with those of the match and of the sheet. */
bool match_fits(const struct sheet_making *, const struct sheet_match *, uint32_t quote);
void match_add(const struct sheet_making *, struct sheet_match *, uint32_t quote);

/* Takes words, and with them what stands against them, unless it is there; or nothing. */
bool match_take(const struct sheet_making *, struct sheet_match *, const struct match_drawn *,
	uint32_t quote);
/* Notes what was shown against words of the match, and is not asked about: what they answer or what answers them; and
 * where there is none of another side beside them, one of that, unless it said the same. */
void match_missing_find(const struct sheet_making *, const struct pool *, uint32_t words_most,
	struct sheet_match *);

/* One way through all from which names come that are right for none. Others of the pool first, since each could have
 * spoken too, and who else is shown. To a lesson only SPARE_NAMES more than `right` come from the rest of the record,
 * from near: whoever was not heard in it is easily ruled out. */
void match_spares_find(const struct sheet_making *, const struct pool *, bool views, bool roles,
	uint32_t right, struct sheet_match *);

#endif
