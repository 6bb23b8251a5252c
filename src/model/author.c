/* Semicolons part names, the first comma of each its family name from the given one. */
#include "model/author.h"

#include <string.h>

static const char *trimmed(const char *text, size_t *len)
{
	while (*len && *text == ' ')
		text++, --*len;
	while (*len && text[*len - 1] == ' ')
		--*len;
	return text;
}

bool author_next(const char **at, struct author *author)
{
	size_t len;
	*author = (struct author){0};
	do {
		const char *name = *at;
		size_t whole = strcspn(name, ";");
		len = whole;
		*at = name + whole + (name[whole] == ';');
		name = trimmed(name, &len);
		const char *comma = memchr(name, ',', len);
		author->family_len = comma ? (size_t)(comma - name) : len;
		author->family = trimmed(name, &author->family_len);
		author->given_len = comma ? len - (size_t)(comma + 1 - name) : 0;
		author->given = trimmed(comma ? comma + 1 : name, &author->given_len);
		if (!author->family_len) { /* ", Ilona" */
			author->family = author->given;
			author->family_len = author->given_len;
			author->given_len = 0;
		}
	} while (!author->family_len && **at);
	return author->family_len > 0;
}
