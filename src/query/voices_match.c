/* Narrowing a page of voices by letters. */
#include "query/voices.h"

#include "model/query.h"
#include "query/people.h"

#include <string.h>

/* A needle fits a name when it stands there as one piece, the better at the beginning of a word, and
 * best at that of the name. Where it is a piece of no name of the page, its words may stand in what is
 * told of a line, as a theme's note, and where they do not either, its letters in a line's own name in
 * order, unless that is long: there nearly any few letters can be found. So "mor"
 * fits "vera moreau" with 600, and "marie orlov" with 120. */
enum { LONG_NAME = 40, FOUND = 100, INSIDE = 300, WORD = 600, START = 1000 };

static bool begins_word(const char *name, const char *at)
{
	return at == name || at[-1] == ' ' || at[-1] == '-' || at[-1] == '"' || at[-1] == '(';
}

/* The needle as one piece of the name; 0 where it is none. */
static int match_piece(const char *name, size_t len, const char *needle, size_t needle_len)
{
	int best = 0;
	for (const char *at = name; at + needle_len <= name + len; at++) {
		if (memcmp(at, needle, needle_len) != 0)
			continue;
		if (at == name)
			return START;
		best = begins_word(name, at) ? WORD : best ? best : INSIDE;
	}
	return best;
}

/* The needle's bytes in order, with gaps. */
static int match_strewn(const char *name, size_t len, const char *needle, size_t needle_len)
{
	int score = FOUND;
	const char *at = name, *end = name + len, *last = NULL;
	for (size_t i = 0; i < needle_len; i++) {
		while (at < end && *at != needle[i])
			at++;
		if (at == end)
			return 0;
		if (begins_word(name, at))
			score += 8;
		else if (last && last + 1 == at)
			score += 4;
		last = at++;
	}
	return score < INSIDE ? score : INSIDE - 1;
}

/* How well the names of a line fit; *which is the one that does best. */
static int names_match(const struct voices_line *line, const char *needle, uint32_t *which)
{
	int best = 0;
	uint32_t n = 0;
	for (const char *name = line->folded; name; n++) {
		const char *end = strchr(name, '\n');
		size_t len = end ? (size_t)(end - name) : strlen(name);
		int score = match_piece(name, len, needle, strlen(needle));
		if (score > best) {
			best = score;
			*which = n;
		}
		name = end ? end + 1 : NULL;
	}
	return best;
}

void voices_heading(struct buf *out, const struct voices_line *line)
{
	buf_format(out, "%s, all", line->group);
}

/* Whether the line over a group is typed on, as it reads: "ukraine, all", "ukraine, a". */
static int heading_match(const struct voices_line *line, const char *needle)
{
	struct buf folded = {0}, name = {0};
	if (!line->heading)
		return 0;
	voices_heading(&name, line);
	query_fold(&folded, buf_string(&name), name.len);
	bool begins = strncmp(buf_string(&folded), needle, strlen(needle)) == 0;
	buf_free(&folded);
	buf_free(&name);
	return begins ? START : 0;
}

/* Whether the needle is of those who are called by the name of the party that a line is over. */
static int people_match(const struct voices_line *line, const char *needle)
{
	struct buf name = {0};
	bool is = false;
	for (const char *at = line->folded; line->heading && *at && !is;) {
		size_t len = strcspn(at, "\n");
		buf_clear(&name);
		buf_add(&name, at, len);
		is = people_of(needle, buf_string(&name));
		at += len + (at[len] != '\0');
	}
	buf_free(&name);
	return is ? START : 0;
}

static int own_name_match(const struct voices_line *line, const char *needle)
{
	size_t len = strcspn(line->folded, "\n");
	return len <= LONG_NAME ? match_strewn(line->folded, len, needle, strlen(needle)) : 0;
}

/* Whether a word begins with these letters in the text. */
static bool has_word(const char *text, const char *word, size_t len)
{
	for (const char *at = text; at && (at = strchr(at, *word)); at++)
		if (strncmp(at, word, len) == 0 &&
			(at == text || at[-1] == '\n' || begins_word(text, at)))
			return true;
	return false;
}

/* Each word of the needle in what is told of a line, or in its names. */
static int told_match(const struct voices_line *line, const char *needle)
{
	size_t len;
	for (const char *at = needle; line->told && *at; at += len) {
		at += strspn(at, " ");
		len = strcspn(at, " ");
		if (len && !has_word(line->told, at, len) && !has_word(line->folded, at, len))
			return 0;
	}
	return line->told ? WORD : 0;
}

static int group_match(const struct voices_line *line, const char *needle)
{
	struct buf folded = {0};
	uint32_t which;
	query_fold(&folded, line->group, strlen(line->group));
	int score = match_piece(buf_string(&folded), folded.len, needle, strlen(needle));
	if (line->heading && !score)
		score = names_match(line, needle, &which);
	buf_free(&folded);
	return score ? score : people_match(line, needle);
}

static bool begins_group(const struct voices *voices, uint32_t n)
{
	const struct voices_line *lines = voices->lines;
	return lines[n].group && (!n || strcmp(lines[n].group, lines[n - 1].group) != 0);
}

static uint32_t fit_all(const struct voices *voices, uint32_t *hits, uint32_t *best)
{
	for (uint32_t n = voices->line_count; n-- > 0;) {
		hits[n] = n;
		if (!voices->lines[n].heading)
			*best = n;
	}
	return voices->line_count;
}

uint32_t voices_fit(const struct voices *voices, const char *needle, uint32_t *hits, uint32_t *best)
{
	*best = 0;
	if (!*needle)
		return fit_all(voices, hits, best);
	enum { PIECE, TOLD, STREWN };
	for (int way = PIECE; way <= STREWN; way++) {
		uint32_t count = 0, which;
		int most = 0, group = 0;
		for (uint32_t n = 0; n < voices->line_count; n++) {
			const struct voices_line *line = &voices->lines[n];
			if (!line->group || begins_group(voices, n))
				group = line->group && way == PIECE ? group_match(line, needle) : 0;
			int score = way == STREWN ? own_name_match(line, needle)
				: way == TOLD     ? told_match(line, needle)
						  : names_match(line, needle, &which);
			if (!score && way == PIECE)
				score = heading_match(line, needle) + people_match(line, needle);
			if (score > most) {
				most = score;
				*best = count;
			}
			if (score || group)
				hits[count++] = n;
		}
		if (count)
			return count;
	}
	return 0;
}

const char *voices_why(const struct voices_line *line, const char *needle, const char *shown)
{
	uint32_t which;
	if (!*needle || strstr(shown, needle) || !names_match(line, needle, &which))
		return NULL;
	return line->names[which];
}
