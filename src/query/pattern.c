/* What is typed becomes a pattern of needles: the typed words, folded, and if they name a person,
 * that person's other names. "zelensk" names the person with the alias "Zelenski", since at most
 * two letters are missing; then "zelenskyy" is a needle too, as a whole word. A name that holds
 * what was typed is no needle: it would find nothing more.
 *
 * highlights_find says where needles stand in a text as it is shown. The text is folded cluster by
 * cluster, and each folded byte remembers its cluster. "Straße" folds to "strasse", whose bytes 4
 * and 5 come from the ß; so "as" is found at bytes 3 and 4, and "aß" is highlighted. Most texts
 * hold no needle, which folding them whole tells. */
#include "query/pattern.h"

#include "base/buf.h"
#include "base/memory.h"
#include "base/text.h"
#include "model/query.h"
#include "query/search_text.h"

#include <stdlib.h>
#include <string.h>

/* ---- patterns ---- */

enum {
	TYPED_LEAST = 3,  /* letters: fewer are no name */
	MISSING_MOST = 2, /* letters at the end of a name that need not be typed */
	PEOPLE_MOST = 8,  /* more people of one name are a word, not a name */
	NAME_LEAST = 3,   /* letters of a name that is looked for */
};

/* Whether one of the names, a line each, is what was typed. */
static bool is_meant(const char *names, const char *end, const struct needle *typed)
{
	for (const char *next; names < end; names = next + 1) {
		next = memchr(names, '\n', (size_t)(end - names));
		size_t len = (size_t)(next - names);
		if (len >= typed->len && memcmp(names, typed->text, typed->len) == 0 &&
			text_length(names + typed->len, len - typed->len) <= MISSING_MOST)
			return true;
	}
	return false;
}

struct found {
	struct arena *arena;
	struct needle *needles;
	uint32_t count;
	uint32_t *called; /* who is called so and nothing more */
	uint32_t called_count;
};

/* A name that holds what was typed is found by that already. */
static void add_needle(struct found *found, const char *name, size_t len)
{
	if (text_length(name, len) < NAME_LEAST)
		return;
	const char *text = arena_text(found->arena, name, len);
	if (strstr(text, found->needles[0].text))
		return;
	found->needles[found->count++] = (struct needle){text, len, true};
}

/* The last word of a name that is written as names are: "Zelenskyy", not the "official" of "an
 * official". */
static const char *family_name(const char *name)
{
	const char *space = strrchr(name, ' ');
	return space && !(space[1] >= 'a' && space[1] <= 'z') ? space + 1 : NULL;
}

static bool is_needle(const struct needle *typed, const char *text, size_t len)
{
	return typed->len == len && memcmp(typed->text, text, len) == 0;
}

/* Whether one of the names, a line each, is what was typed, or the last word of the first is, which is
 * the family name. */
static bool is_called(
	const struct person *person, const char *name, const char *end, const struct needle *typed)
{
	bool first = true;
	for (const char *next; name < end; name = next + 1, first = false) {
		next = memchr(name, '\n', (size_t)(end - name));
		const char *family = next;
		while (first && family > name && family[-1] != ' ')
			family--;
		if (is_needle(typed, name, (size_t)(next - name)) ||
			(first && family_name(person->name) &&
				is_needle(typed, family, (size_t)(next - family))))
			return true;
	}
	return false;
}

static void add_person(struct found *found, const struct search *search, uint32_t index)
{
	const struct person *person = &search->record->people[index];
	const char *end, *name = search_text_named(search, record_ref(THING_PERSON, index), &end);
	for (const char *next; name < end; name = next + 1) {
		next = memchr(name, '\n', (size_t)(end - name));
		add_needle(found, name, (size_t)(next - name));
	}
	const char *family = family_name(person->name);
	if (!family)
		return;
	struct buf folded = {0};
	query_fold(&folded, family, strlen(family));
	add_needle(found, buf_string(&folded), folded.len);
	buf_free(&folded);
}

static void add_people(struct search *search, struct found *found)
{
	const struct record *record = search->record;
	uint32_t meant[PEOPLE_MOST], called[PEOPLE_MOST], count = 0, called_count = 0, names = 1;
	search_text_names(search);
	for (uint32_t i = 0; i < record->counts[THING_PERSON]; i++) {
		const char *end, *at = search_text_named(search, record_ref(THING_PERSON, i), &end);
		if (called_count < PEOPLE_MOST &&
			is_called(&record->people[i], at, end, found->needles))
			called[called_count++] = i;
		if (!is_meant(at, end, found->needles))
			continue;
		if (count == PEOPLE_MOST)
			return;
		const struct names *aliases = record->people[i].aliases;
		names += 2 + (aliases ? aliases->count : 0);
		meant[count++] = i;
	}
	found->called = arena_copy(found->arena, called, called_count, sizeof *called);
	found->called_count = called_count;
	struct needle typed = found->needles[0];
	found->needles = arena_alloc(found->arena, names, sizeof typed);
	found->needles[0] = typed;
	for (uint32_t i = 0; i < count; i++)
		add_person(found, search, meant[i]);
}

/* ---- other spellings of what was typed ---- */

enum { WAYS_MOST = 4, WAY_LEAST = 5 }; /* spellings; bytes typed of which some are made */

static void add_way(struct found *found, struct buf *way)
{
	found->needles[found->count++] = (struct needle){
		buf_kept(way, found->arena), way->len, false};
	buf_clear(way);
}

/* Folding keeps an apostrophe where a word ends at it ("Orlov's", "d'Orlov"): what is typed with it
 * may be written without, and the other way round. */
static void add_apostrophes(struct found *found, const struct needle *typed, struct buf *way)
{
	const char *text = typed->text;
	size_t len = typed->len;
	if (strchr(text, '\'') && strspn(text, "' ") < len) {
		for (const char *at = text; *at; at++)
			if (*at != '\'')
				buf_char(way, *at);
		add_way(found, way);
	}
	if (len < WAY_LEAST)
		return;
	if (text[len - 1] == 's' && text[len - 2] >= 'a' && text[len - 2] <= 'z') {
		buf_add(way, text, len - 1);
		buf_text(way, "'s");
		add_way(found, way);
	}
	if ((*text == 'd' || *text == 'l') && strchr("aeiouh", text[1])) {
		buf_char(way, *text);
		buf_char(way, '\'');
		buf_add(way, text + 1, len - 1);
		add_way(found, way);
	}
}

/* Folding keeps the soft sign of "донець", but not that of "донецький", of which it may be the
 * beginning. */
static void add_soft_sign(struct found *found, const struct needle *typed, struct buf *way)
{
	static const char *const ends[] = {"сь", "зь", "ць"};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t len = strlen(ends[i]);
		if (typed->len <= len || strcmp(typed->text + typed->len - len, ends[i]) != 0)
			continue;
		buf_add(way, typed->text, typed->len - len / 2);
		buf_text(way, "к");
		add_way(found, way);
	}
}

static void add_ways(struct found *found)
{
	struct needle *needles = arena_alloc(
		found->arena, found->count + WAYS_MOST, sizeof *needles);
	struct buf way = {0};
	memcpy(needles, found->needles, found->count * sizeof *needles);
	found->needles = needles;
	add_apostrophes(found, &needles[0], &way);
	add_soft_sign(found, &needles[0], &way);
	buf_free(&way);
}

static void aim(struct found *found, struct search *search)
{
	const struct needle_bytes *bytes = search_text_bytes(search);
	for (uint32_t i = 0; i < found->count; i++)
		needle_aim(&found->needles[i], bytes);
}

bool pattern_read(struct search *search, struct arena *arena, const char *text, size_t len,
	struct pattern *pattern)
{
	struct buf folded = {0};
	query_fold(&folded, text, len);
	bool blank = strspn(buf_string(&folded), " ") == folded.len;
	if (!blank) {
		struct needle *typed = arena_alloc(arena, 1, sizeof *typed);
		*typed = (struct needle){buf_kept(&folded, arena), folded.len, false};
		struct found found = {.arena = arena, .needles = typed, .count = 1};
		if (text_length(typed->text, typed->len) >= TYPED_LEAST)
			add_people(search, &found);
		add_ways(&found);
		aim(&found, search);
		*pattern = (struct pattern){.needles = found.needles,
			.count = found.count,
			.people = found.called,
			.people_count = found.called_count};
	}
	buf_free(&folded);
	return !blank;
}

/* ---- highlights ---- */

/* The folded text, and for each of its bytes where the cluster it comes from begins and ends. */
struct folding {
	struct buf text;
	struct highlight *origins;
	size_t capacity;
};

static bool has_any(const struct pattern *pattern, const char *text, size_t len)
{
	struct buf folded = {0};
	bool found = false;
	query_fold(&folded, text, len);
	const char *start = buf_string(&folded);
	for (uint32_t i = 0; i < pattern->count && !found; i++)
		found = needle_find(&pattern->needles[i], start, start + folded.len) != NULL;
	buf_free(&folded);
	return found;
}

static void fold_clusters(struct folding *folding, const char *text, size_t len)
{
	struct buf *buf = &folding->text;
	for (size_t at = 0, from = 0, bytes; at < len; at += bytes) {
		bytes = text_cluster(text + at, len - at);
		text_fold(buf, text + at, bytes);
		if (buf->len > from)
			folding->origins = mem_grow(folding->origins, &folding->capacity, buf->len,
				sizeof *folding->origins);
		for (; from < buf->len; from++)
			folding->origins[from] = (struct highlight){at, at + bytes};
	}
	if (!buf->len)
		return;
	for (size_t i = buf->len - 1; i-- > 0;) /* the first of several spaces stands for all */
		if (buf->text[i] == ' ' && buf->text[i + 1] == ' ')
			folding->origins[i].to = folding->origins[i + 1].to;
	uint32_t *kept = mem_alloc(buf->len * sizeof *kept);
	buf->len = query_squeeze_text(buf->text, buf->len, kept);
	for (size_t i = 0; i < buf->len; i++)
		folding->origins[i] = folding->origins[kept[i]];
	free(kept);
}

static int highlight_compare(const void *a, const void *b)
{
	const struct highlight *left = a, *right = b;
	return left->from < right->from ? -1 : left->from > right->from;
}

/* Sorts them and joins those that touch. */
static size_t highlights_join(struct highlight *at, size_t count)
{
	if (!count)
		return 0;
	qsort(at, count, sizeof *at, highlight_compare);
	size_t last = 0;
	for (size_t i = 1; i < count; i++) {
		if (at[i].from > at[last].to)
			at[++last] = at[i];
		else if (at[i].to > at[last].to)
			at[last].to = at[i].to;
	}
	return last + 1;
}

size_t highlights_find(const struct pattern *pattern, struct arena *arena, const char *text,
	size_t len, const struct highlight **out)
{
	struct folding folding = {.text = {0}};
	struct highlight *found = NULL;
	size_t count = 0, capacity = 0;
	*out = NULL;
	if (!has_any(pattern, text, len))
		return 0;
	fold_clusters(&folding, text, len);
	const char *start = buf_string(&folding.text), *end = start + folding.text.len, *at;
	for (uint32_t i = 0; i < pattern->count; i++) {
		const struct needle *needle = &pattern->needles[i];
		for (at = start; (at = needle_find(needle, at, end)) != NULL; at += needle->len) {
			size_t from = (size_t)(at - start), last = from + needle->len - 1;
			found = mem_grow(found, &capacity, count + 1, sizeof *found);
			found[count++] = (struct highlight){
				folding.origins[from].from, folding.origins[last].to};
		}
	}
	count = highlights_join(found, count);
	if (count)
		*out = arena_copy(arena, found, count, sizeof *found);
	free(found);
	free(folding.origins);
	buf_free(&folding.text);
	return count;
}
