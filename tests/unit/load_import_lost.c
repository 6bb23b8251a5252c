/* Nothing of another program's file is lost without a word: a text that stands anywhere in one stands in the
 * record, or something is told of it that is not told where it does not stand there. */
#include "tests/unit/print.h"
#include "tests/unit/told.h"

/* The text, in every shape; the last two are a record's own ways to say nothing. */
static const char *const shapes[] = {"\"Zebra\"", "[\"Zebra\"]", "{\"a\": \"Zebra\"}",
	"[{\"a\": \"Zebra\"}]", "{\"name\": \"Zebra\"}", "[[\"Zebra\"]]", "[\"x\", \"Zebra\"]",
	"\"<blockquote>Zebra</blockquote>\"", "\"<blockquote>x<cite>Zebra</cite></blockquote>\"",
	"\"<blockquote><cite>Zebra</cite></blockquote>\"", "\"<a href='https://Zebra'>x</a>\"",
	"\"<img src='x' alt='Zebra'>\"", "\"<blockquote cite='https://Zebra'>x</blockquote>\"",
	"\"<script>Zebra</script>\"", "\"<!-- Zebra -->\"", "\"x; Zebra\"", "\"Zebra<br>x\""};

/* Places in files: what stands before and behind `"key": value`. */
struct place_of {
	const char *before, *behind;
	const char *keys[24];
};

static const struct place_of places[] = {
	{"{\"events\": [{\"start_date\": {\"year\": 1}, \"text\": {\"headline\": \"T\"}}], ", "}",
		{"title", "scale", "eras", "events", "other"}},
	{"{\"events\": [{\"start_date\": {\"year\": 1}, \"text\": {\"headline\": \"T\"}, ", "}]}",
		{"end_date", "media", "group", "display_date", "unique_id", "type", "location",
			"background", "autolink", "other"}},
	{"{\"events\": [{\"start_date\": {\"year\": 1}, \"text\": {\"headline\": \"T\"}}, "
	 "{\"start_date\": {\"year\": 2}, ",
		"}]}", {"text", "headline"}},
	{"{\"events\": [{\"start_date\": {\"year\": 1}, \"text\": {\"headline\": \"T\", ", "}}]}",
		{"text", "other"}},
	{"{\"events\": [{\"start_date\": {\"year\": 1}, \"text\": {", "}}]}", {"headline"}},
	{"{\"events\": [{\"text\": {\"headline\": \"T\"}, \"start_date\": {\"year\": 1, ", "}}]}",
		{"month", "time", "format", "display_date", "display_text", "other"}},
	{"{\"events\": [{\"text\": {\"headline\": \"T\"}, \"start_date\": {\"year\": 1}, "
	 "\"end_date\": {\"year\": 2, ",
		"}}]}", {"month", "time", "format", "display_date", "display_text", "other"}},
	{"{\"events\": [{\"start_date\": {\"year\": 1}, \"text\": {\"headline\": \"T\"}, "
	 "\"media\": {",
		"}}]}",
		{"url", "caption", "credit", "link", "alt", "title", "thumbnail", "link_target",
			"other"}},
	{"{\"events\": [{\"start_date\": {\"year\": 1}, \"text\": {\"headline\": \"T\"}, "
	 "\"media\": {\"caption\": \"C\", \"url\": \"u\", ",
		"}}]}", {"alt", "title", "credit", "link"}},
	{"{\"events\": [{\"start_date\": {\"year\": 1}, \"text\": {\"headline\": \"T\"}, "
	 "\"location\": {",
		"}}]}", {"name", "lat", "other"}},
	{"{\"events\": [{\"start_date\": {\"year\": 1}, \"text\": {\"headline\": \"T\"}}], "
	 "\"title\": {",
		"}}", {"text", "media", "start_date", "unique_id", "type", "background", "other"}},
	{"{\"events\": [{\"start_date\": {\"year\": 1}, \"text\": {\"headline\": \"T\"}}], "
	 "\"title\": {\"text\": {",
		"}}}", {"headline", "text", "other"}},
	{"{\"events\": [{\"start_date\": {\"year\": 1}, \"text\": {\"headline\": \"T\"}}], "
	 "\"title\": {\"media\": {",
		"}}}", {"url", "caption", "credit", "link", "alt", "title", "other"}},
	{"{\"events\": [{\"start_date\": {\"year\": 1}, \"text\": {\"headline\": \"T\"}}], "
	 "\"eras\": [{\"start_date\": {\"year\": 1}, \"end_date\": {\"year\": 2}, ",
		"}]}",
		{"text", "media", "unique_id", "uniqueid", "type", "group", "display_date",
			"other"}},
	{"{\"events\": [{\"start_date\": {\"year\": 1}, \"text\": {\"headline\": \"T\"}}], "
	 "\"eras\": [{\"start_date\": {\"year\": 1}, \"end_date\": {\"year\": 2}, \"text\": {",
		"}}]}", {"headline", "text", "other"}},
	{"{\"timeline\": {\"headline\": \"H\", \"date\": [{\"startDate\": \"1\", \"headline\": "
	 "\"T\"}], ",
		"}}", {"text", "asset", "era", "type", "startDate", "chart", "other"}},
	{"{\"timeline\": {\"headline\": \"H\", ", "}}", {"date"}},
	{"{\"timeline\": {\"headline\": \"H\", \"date\": [{\"startDate\": \"1\", \"headline\": "
	 "\"T\", ",
		"}]}}", {"text", "asset", "tag", "classname", "endDate", "other"}},
	{"{\"timeline\": {\"headline\": \"H\", \"date\": [{\"startDate\": \"1\", \"headline\": "
	 "\"T\", \"asset\": {",
		"}}]}}", {"media", "credit", "caption", "thumbnail", "other"}},
	{"[{\"id\": \"a\", \"type\": \"book\", \"title\": \"T\", ", "}]",
		{"container-title", "title-short", "author", "editor", "translator", "issued",
			"accessed", "publisher", "volume", "URL", "DOI", "language", "note",
			"abstract", "custom", "citation-key", "recipient", "other"}},
	{"[{\"type\": \"book\", \"title\": \"T\", ", "}]", {"id", "citation-key"}},
	{"[{\"id\": \"a\", \"title\": \"T\", ", "}]", {"type"}},
	{"[{\"id\": \"a\", \"type\": \"book\", ", "}]", {"title"}},
	{"[{\"id\": \"a\", \"type\": \"book\", \"title\": \"T\", \"author\": [{\"family\": \"F\", ",
		"}]}]",
		{"given", "literal", "suffix", "non-dropping-particle", "dropping-particle",
			"comma-suffix", "other"}},
	{"[{\"id\": \"a\", \"type\": \"book\", \"title\": \"T\", \"issued\": {\"date-parts\": "
	 "[[1856]], ",
		"}}]", {"season", "literal", "raw", "edtf", "other"}},
	{"[{\"id\": \"a\", \"type\": \"book\", \"title\": \"T\", \"issued\": {", "}}]",
		{"date-parts", "season", "literal", "raw", "edtf", "other"}},
	{"{\"rows\": [{\"uri\": \"https://a.b/c\", \"target\": [{\"selector\": [{\"exact\": "
	 "\"Ink\"}]}]}], ",
		"}", {"annotations", "other"}},
	{"{\"rows\": [{\"uri\": \"u\"}, {\"target\": [{\"selector\": [{\"exact\": \"Ink\"}]}], ",
		"}]}", {"uri", "document", "text", "tags", "references", "other"}},
	{"{\"rows\": [{\"uri\": \"u\", \"target\": [{\"selector\": []}]}, {\"uri\": "
	 "\"https://a.b/c\", \"target\": [{\"source\": \"https://a.b/c\"}], ",
		"}]}", {"document", "text", "tags", "references", "selector", "other"}},
	{"{\"rows\": [{\"uri\": \"https://a.b/c\", \"target\": [{\"selector\": [{\"exact\": "
	 "\"Ink\", ",
		"}]}]}]}", {"prefix", "suffix", "label", "other"}},
	{"{\"rows\": [{\"uri\": \"https://a.b/c\", \"target\": [{\"selector\": [{\"exact\": "
	 "\"Ink\"}], ",
		"}]}]}", {"source", "other"}},
	{"{\"rows\": [{\"uri\": \"https://a.b/c\", \"target\": [{\"selector\": [{\"exact\": "
	 "\"Ink\"}]}], \"document\": {\"title\": [\"P\"], ",
		"}}]}", {"link", "other"}},
};

/* What is told of a file, and whether a record comes of it; the YAML, or NULL. */
static char *told_and_printed(const char *bytes, char **yaml)
{
	struct diag_list *diags = diag_create();
	struct load_input input = {.name = "f", .bytes = bytes, .len = strlen(bytes)};
	struct record *record = load_record(&input, 1, NULL, diags);
	*yaml = record ? printed_all("yaml", record) : NULL;
	record_free(record);
	diag_free(diags);
	return told_of(bytes);
}

/* Whether each line that is told of the one is told of the other too, whatever its place. */
static bool tells_no_more(const char *told, const char *other)
{
	for (const char *line = told; *line; line = strchr(line, '\n') + 1) {
		char words[512];
		const char *from = strstr(line, ": ");
		size_t len = from ? strcspn(from, "\n") : 0;
		len = len < sizeof words ? len : sizeof words - 1;
		memcpy(words, from ? from : "", len);
		words[len] = '\0';
		if (!strstr(other, words))
			return false;
	}
	return true;
}

static void nothing_is_lost_in_silence(void **state)
{
	(void)state;
	struct buf lost = {0};
	for (size_t p = 0; p < sizeof places / sizeof *places; p++)
		for (const char *const *key = places[p].keys; *key; key++)
			for (size_t s = 0; s < sizeof shapes / sizeof *shapes; s++) {
				struct buf with = {0}, without = {0};
				char *yaml, *plain;
				buf_format(&with, "%s\"%s\": %s%s", places[p].before, *key,
					shapes[s], places[p].behind);
				buf_format(&without, "%s\"%s\": null%s", places[p].before, *key,
					places[p].behind);
				char *told = told_and_printed(buf_string(&with), &yaml);
				char *usual = told_and_printed(buf_string(&without), &plain);
				if (!strstr(usual, "[read-as]"))
					fail_msg("this is not read: %s", buf_string(&without));
				bool kept = yaml && strstr(yaml, "Zebra");
				bool said = !tells_no_more(told, usual);
				if (yaml && !kept && !said)
					buf_format(&lost, "%s\n", buf_string(&with));
				free(told);
				free(usual);
				free(yaml);
				free(plain);
				buf_free(&with);
				buf_free(&without);
			}
	if (lost.len)
		fputs(lost.text, stderr);
	assert_int_equal(lost.len, 0);
	buf_free(&lost);
}

/* The same of a cell in every column of the table, alone and behind another that means the same. */
static void no_cell_is_lost_in_silence(void **state)
{
	static const char *const heads[] = {"Year", "Month", "Day", "Time", "End Year", "End Month",
		"End Day", "End Time", "Start Date", "End Date", "Display Date", "Headline", "Text",
		"Media", "Media URL", "Media Credit", "Media Caption", "Media Alt Text",
		"Media Thumbnail", "Type", "Group", "Tag", "Unique ID", "Background", "Other", ""};
	(void)state;
	enum { HEADS = sizeof heads / sizeof *heads };
	for (size_t a = 0; a < HEADS; a++)
		for (size_t b = 0; b <= HEADS; b++) {
			struct buf with = {0}, without = {0};
			char *yaml, *plain;
			const char *first = b < HEADS ? heads[b] : "Year";
			buf_format(&with, "Year,Headline,Text,%s,%s\n", first, heads[a]);
			buf_text(&without, buf_string(&with));
			buf_format(&with, "1856,T,x,1857,Zebra\n");
			buf_format(&without, "1856,T,x,1857,\n");
			char *told = told_and_printed(buf_string(&with), &yaml);
			char *usual = told_and_printed(buf_string(&without), &plain);
			bool kept = yaml && strstr(yaml, "Zebra");
			if (yaml && !kept && tells_no_more(told, usual))
				fail_msg("lost without a word: %s", buf_string(&with));
			free(told);
			free(usual);
			free(yaml);
			free(plain);
			buf_free(&with);
			buf_free(&without);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_is_lost_in_silence),
		cmocka_unit_test(no_cell_is_lost_in_silence)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
