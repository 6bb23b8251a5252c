/* Only notes that few have in common are offered, the first of each kind. */
#include "ui/core/find_told.h"

#include "base/text.h"
#include "model/query.h"

#include <string.h>

enum { FEW = 3 }; /* themes, and sources */

/* Whether a word of the folded text begins with these letters. */
static bool has_word(const char *text, const char *word, size_t len)
{
	for (const char *at = text; (at = strchr(at, *word)) != NULL; at++)
		if (strncmp(at, word, len) == 0 &&
			!text_is_word(text_last(text, (size_t)(at - text))))
			return true;
	return false;
}

static void add(struct buf *out, const char *text)
{
	if (!text)
		return;
	buf_char(out, '\n');
	query_fold(out, text, strlen(text));
}

/* All that a page of the index says of it, folded. */
static void told_add(struct buf *out, const struct record *record, struct ref of)
{
	const struct names *aliases = record_aliases(record, of);
	add(out, record_name(record, of));
	add(out, record_told(record, of));
	for (uint32_t i = 0; aliases && i < aliases->count; i++)
		add(out, aliases->at[i]);
	if (of.thing == THING_SOURCE)
		add(out, record->sources[of.index].fields[SOURCE_TITLE]);
}

/* Of a source only where it stands counts: a note is on its print. */
static bool is_told_of(const struct record *record, struct ref of)
{
	if (record_hides(record, of))
		return false;
	if (of.thing == THING_SOURCE)
		return record->sources[of.index].fields[SOURCE_PERSPECTIVE];
	return record_told(record, of);
}

static bool has_words(const char *told, const char *words)
{
	size_t len;
	for (const char *at = words; *at; at += len) {
		at += strspn(at, " ");
		len = strcspn(at, " ");
		if (len && !has_word(told, at, len))
			return false;
	}
	return *words;
}

/* The first of a kind that has the words; none where none has, or more than few. */
static struct ref first_told(const struct record *record, enum thing thing, const char *words)
{
	struct ref first = {0};
	struct buf told = {0};
	uint32_t count = 0;
	for (uint32_t n = 0; n < record->counts[thing] && count <= FEW; n++) {
		struct ref of = record_ref(thing, n);
		if (!is_told_of(record, of))
			continue;
		buf_clear(&told);
		told_add(&told, record, of);
		if (has_words(buf_string(&told), words) && !count++)
			first = of;
	}
	buf_free(&told);
	return count > FEW ? (struct ref){0} : first;
}

struct told find_told_look(const struct record *record, const char *text)
{
	struct buf words = {0};
	if (!*text)
		return (struct told){0};
	query_fold(&words, text, strlen(text));
	struct told told = {.theme = first_told(record, THING_THEME, buf_string(&words)),
		.source = first_told(record, THING_SOURCE, buf_string(&words))};
	buf_free(&words);
	return told;
}

void find_told_words(const struct told *told, bool brief, struct buf *out)
{
	bool theme = told->theme.thing != THING_NONE, source = told->source.thing != THING_NONE;
	if (theme && source)
		buf_text(out, brief ? "t/s more" : "t theme, s sources on it");
	else if (theme)
		buf_text(out, brief ? "t theme" : "t a theme on it");
	else if (source)
		buf_text(out, brief ? "s source" : "s a source on it");
}
