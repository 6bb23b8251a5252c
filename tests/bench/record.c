/* record N: an event file of N events, the same at every run: with two quotations each, of some 900
 * bytes, as long as those of a real record; and 20 sources, 200 people, 12 parties and 10
 * themes. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { PARTIES = 12, THEMES = 10, SOURCES = 20, PEOPLE = 200 };

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const char *const words[] = {"treaty", "border", "minister", "of", "the", "a", "to", "in",
	"conference", "railway", "harbour", "ratified", "ceasefire", "envoy", "winter", "archive",
	"council", "grain", "and", "that", "not", "before", "Çavuşoğlu", "Зеленський", "Łódź",
	"Zürich", "withdrawal", "commission", "signed", "delegation", "by", "for", "question",
	"garrison", "province", "protocol", "answer", "with", "never", "when"};
static const char *const names[] = {"Orlov", "Hale", "Varga", "Müller", "Дорошенко", "Keller",
	"Öztürk", "Novák", "Brandt", "Łukasz", "Moreau", "Ferri"};

struct source {
	uint64_t state;
};

static unsigned draw(struct source *source, size_t most)
{
	source->state = source->state * UINT64_C(6364136223846793005) + 1442695040888963407;
	return (unsigned)((source->state >> 33) % most);
}

/* Words up to about so many bytes. */
static void prose(struct source *source, int bytes)
{
	int used = 0;
	for (const char *between = ""; used < bytes; between = draw(source, 9) ? " " : ", ")
		used += printf("%s%s", between, words[draw(source, COUNT(words))]);
}

static void section(const char *name, const char *letter, int count, const char *field)
{
	printf("%s:\n", name);
	for (int i = 0; i < count; i++)
		printf("  %s%03d: {%s: %s %d}\n", letter, i, field, names[(size_t)i % COUNT(names)],
			i);
}

static void head(long count)
{
	printf("title: A record of %ld events\nlanguage: en\n", count);
	section("parties", "n", PARTIES, "name");
	section("themes", "t", THEMES, "title");
	printf("sources:\n");
	for (int i = 0; i < SOURCES; i++)
		printf("  s%03d:\n    type: book\n    author: %s, A.\n    title: Papers, volume "
		       "%d\n"
		       "    issued: 2025\n",
			i, names[(size_t)i % COUNT(names)], i);
	section("people", "p", PEOPLE, "name");
}

static void quotation(struct source *source, long event, int number)
{
	printf("      - id: q%06ld-%d\n        speaker: p%03u\n        text: \"", event, number,
		draw(source, PEOPLE));
	prose(source, 145);
	printf(".\"\n        source: s%03u\n        locator: p. %u\n", draw(source, SOURCES),
		1 + draw(source, 400));
}

static void event(struct source *source, long number, long count)
{
	long month = number * 1200 / (count + 1); /* of a century */
	printf("  - id: e%06ld\n    date: %04ld-%02ld-%02u\n    title: \"", number,
		1900 + month / 12, month % 12 + 1, 1 + draw(source, 28));
	prose(source, 45);
	printf("\"\n    place: %s\n    parties: [n%03u, n%03u]\n    people: [p%03u]\n"
	       "    themes: [t%03u]\n    source: s%03u\n    summary: >-\n      ",
		names[draw(source, COUNT(names))], draw(source, 6), 6 + draw(source, 6),
		draw(source, PEOPLE), draw(source, THEMES), draw(source, SOURCES));
	prose(source, 100);
	printf("\n      ");
	prose(source, 100);
	printf(".\n    quotes:\n");
	quotation(source, number, 0);
	quotation(source, number, 1);
}

int main(int argc, char **argv)
{
	struct source source = {19};
	long count = argc == 2 ? strtol(argv[1], NULL, 10) : 0;
	if (count < 1) {
		fprintf(stderr, "usage: record N\n");
		return 2;
	}
	head(count);
	printf("events:\n");
	for (long i = 0; i < count; i++)
		event(&source, i, count);
	return ferror(stdout) || fflush(stdout) ? 1 : 0;
}
