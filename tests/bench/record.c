/* record N: an event file of N events, the same at every run: with two quotations each, of some 900
 * bytes, as long as those of a real record; and 20 sources, 200 people, 12 parties and 10
 * themes.
 *
 * record N KIND: N of one kind where a record has few: people, each with words; attestations of one
 * quotation; quotations of one event (quotes), or of each of two (two); quotations of one repeated line
 * that differ in their last word (repeated). Or events that lie as densely, a thousand a year, however
 * many there are (dense). The words of one event are those of few people, so that in 400 of them, too,
 * there are more of each than its links show. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	PARTIES = 12,
	THEMES = 10,
	SOURCES = 20,
	PEOPLE = 200,
	FEW = 40,
	DENSE = 100000 /* a century */
};

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

static void section(const char *name, const char *letter, long count, const char *field)
{
	printf("%s:\n", name);
	for (long i = 0; i < count; i++)
		printf("  %s%03ld: {%s: %s %ld}\n", letter, i, field,
			names[(size_t)i % COUNT(names)], i);
}

static void head(long count, long people)
{
	printf("title: A record of %ld\nlanguage: en\n", count);
	section("parties", "n", PARTIES, "name");
	section("themes", "t", THEMES, "title");
	printf("sources:\n");
	for (int i = 0; i < SOURCES; i++)
		printf("  s%03d:\n    type: book\n    author: %s, A.\n    title: Papers, volume "
		       "%d\n"
		       "    issued: 2025\n",
			i, names[(size_t)i % COUNT(names)], i);
	section("people", "p", people, "name");
	printf("events:\n");
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

/* ---- many of one kind ---- */

static void bare_event(long number, int year)
{
	printf("  - id: e%06ld\n    date: %d\n    title: Event %ld\n    parties: [n000, n001]\n"
	       "    source: s000\n",
		number, year, number);
}

static void bare_quotation(struct source *source, const char *letter, long number, long speaker)
{
	printf("      - id: %s%06ld\n        speaker: p%03ld\n        text: \"", letter, number,
		speaker);
	prose(source, 100);
	printf(" %ld.\"\n        source: s000\n", number);
}

static void people(struct source *source, long count)
{
	for (long i = 0; i < count; i++) {
		bare_event(i, 1900 + (int)(i * 100 / count));
		printf("    quotes:\n");
		bare_quotation(source, "q", i, i);
	}
}

static void attestations(struct source *source, long count)
{
	bare_event(0, 1918);
	printf("    quotes:\n");
	bare_quotation(source, "q", 0, 0);
	printf("        also_in:\n");
	for (long i = 0; i < count; i++)
		printf("          - {source: s%03ld, text: A short one too %ld.}\n", i % SOURCES,
			i);
	bare_event(1, 1919);
}

static void quotes(struct source *source, long count)
{
	bare_event(0, 1918);
	printf("    quotes:\n");
	for (long i = 0; i < count; i++)
		bare_quotation(source, "q", i, i % FEW);
	bare_event(1, 1919);
}

static void two(struct source *source, long count)
{
	for (int event = 0; event < 2; event++) {
		bare_event(event, 1918 + event);
		printf("    quotes:\n");
		for (long i = 0; i < count; i++)
			bare_quotation(source, event ? "b" : "a", i, i % PEOPLE);
	}
}

static void repeated(struct source *source, long count)
{
	(void)source;
	bare_event(0, 1918);
	printf("    quotes:\n");
	for (long i = 0; i < count; i++)
		printf("      - id: q%06ld\n        speaker: p000\n        text: \"and the parties "
		       "have "
		       "agreed on what follows %ld\"\n        source: s000\n",
			i, i);
}

static void events(struct source *source, long count)
{
	for (long i = 0; i < count; i++)
		event(source, i, count);
}

static void dense(struct source *source, long count)
{
	for (long i = 0; i < count; i++)
		event(source, i, DENSE);
}

int main(int argc, char **argv)
{
	static const struct {
		const char *name;
		void (*write)(struct source *, long count);
	} kinds[] = {{"events", events}, {"dense", dense}, {"people", people},
		{"attestations", attestations}, {"quotes", quotes}, {"two", two},
		{"repeated", repeated}};
	struct source source = {19};
	const char *kind = argc == 3 ? argv[2] : "events";
	long count = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
	for (size_t i = 0; count > 0 && argc < 4 && i < COUNT(kinds); i++)
		if (!strcmp(kinds[i].name, kind)) {
			head(count, kinds[i].write == people ? count : PEOPLE);
			kinds[i].write(&source, count);
			return ferror(stdout) || fflush(stdout) ? 1 : 0;
		}
	fprintf(stderr, "usage: record N [events|dense|people|attestations|quotes|two|repeated]\n");
	return 2;
}
