/* What is typed, folded; and where it is a person's name, the other names of that person. */
#include "query/search.h"

#include "base/buf.h"
#include "base/text.h"
#include "model/query.h"
#include "query/search_text.h"

#include <string.h>

enum {
	TYPED_LEAST = 3,  /* letters: fewer are no name */
	MISSING_MOST = 2, /* letters at the end of a name that need not be typed */
	PEOPLE_MOST = 8,  /* more people of one name are a word, not a name */
	NAME_LEAST = 3,   /* letters of a name that is looked for */
};

static size_t letters(const char *text, size_t len)
{
	size_t count = 0;
	for (size_t i = 0; i < len; i++)
		count += ((unsigned char)text[i] & 0xc0) != 0x80;
	return count;
}

/* Whether one of the names, a line each, is what was typed. */
static bool is_meant(const char *names, const char *end, const struct search_needle *typed)
{
	for (const char *next; names < end; names = next + 1) {
		next = memchr(names, '\n', (size_t)(end - names));
		size_t len = (size_t)(next - names);
		if (len >= typed->len && memcmp(names, typed->text, typed->len) == 0 &&
			letters(names + typed->len, len - typed->len) <= MISSING_MOST)
			return true;
	}
	return false;
}

struct found {
	struct arena *arena;
	struct search_needle *needles;
	uint32_t count;
};

/* A name that holds what was typed is found by that already. */
static void add_needle(struct found *found, const char *name, size_t len)
{
	if (letters(name, len) < NAME_LEAST)
		return;
	const char *text = arena_text(found->arena, name, len);
	if (strstr(text, found->needles[0].text))
		return;
	found->needles[found->count++] = (struct search_needle){text, len, true};
}

/* The last word of a name that is written as names are: "Zelenskyy", not the "official" of "an
 * official". */
static const char *family_name(const char *name)
{
	const char *space = strrchr(name, ' ');
	return space && !(space[1] >= 'a' && space[1] <= 'z') ? space + 1 : NULL;
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
	uint32_t meant[PEOPLE_MOST], count = 0, names = 1;
	search_text_names(search);
	for (uint32_t i = 0; i < record->counts[THING_PERSON]; i++) {
		const char *end, *at = search_text_named(search, record_ref(THING_PERSON, i), &end);
		if (!is_meant(at, end, found->needles))
			continue;
		if (count == PEOPLE_MOST)
			return;
		const struct names *aliases = record->people[i].aliases;
		names += 2 + (aliases ? aliases->count : 0);
		meant[count++] = i;
	}
	struct search_needle typed = found->needles[0];
	found->needles = arena_alloc(found->arena, names, sizeof typed);
	found->needles[0] = typed;
	for (uint32_t i = 0; i < count; i++)
		add_person(found, search, meant[i]);
}

bool search_pattern(struct search *search, struct arena *arena, const char *text, size_t len,
	struct search_pattern *pattern)
{
	struct buf folded = {0};
	query_fold(&folded, text, len);
	bool blank = strspn(buf_string(&folded), " ") == folded.len;
	if (!blank) {
		struct search_needle *typed = arena_alloc(arena, 1, sizeof *typed);
		*typed = (struct search_needle){
			arena_text(arena, folded.text, folded.len), folded.len, false};
		struct found found = {arena, typed, 1};
		if (letters(typed->text, typed->len) >= TYPED_LEAST)
			add_people(search, &found);
		*pattern = (struct search_pattern){found.needles, found.count};
	}
	buf_free(&folded);
	return !blank;
}
