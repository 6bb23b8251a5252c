/* No list of peoples is kept: in the languages of Europe their names begin as that of their country, for
 * four letters or more, and end otherwise: Russia, Russian; Turkey, Turks; Україна, українці. */
#include "query/people.h"

#include "base/text.h"

#include <string.h>

/* How many characters two texts have in common at their beginning; *bytes is their length. */
static int common(const char *a, const char *b, size_t *bytes)
{
	int count = 0;
	*bytes = 0;
	for (size_t at = 0; a[at] && a[at] == b[at]; at++)
		if (!text_is_inside(a[at + 1]))
			count++, *bytes = at + 1;
	return count;
}

static int characters(const char *text)
{
	int count = 0;
	for (; *text; text++)
		count += !text_is_inside(*text);
	return count;
}

bool people_of(const char *word, const char *name)
{
	enum { COMMON = 4, ENDING = 4, ENDING_NAME = 3 }; /* characters */
	size_t bytes;
	return !strpbrk(name, " -") && common(word, name, &bytes) >= COMMON && word[bytes] &&
		characters(word + bytes) <= ENDING && characters(name + bytes) <= ENDING_NAME;
}
