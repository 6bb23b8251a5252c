/* Any bytes in a file of another program, in each form of it: it is read or refused with a reason, what is
 * printed of it is harmless in the format that its length chooses, and its YAML is a record that prints the
 * same. The first byte chooses what the others stand in. */
#include "query/result.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/promise.h"

#include <stdlib.h>
#include <string.h>

/* What stands before them, and behind. */
static const char *const around[][2] = {
	{"", ""},
	{"Year,Headline,Text,Media,End Year,Display Date\n1856,T,", ""},
	{"Year\tHeadline\tGroup\tUnique ID\n", ""},
	{"{\"events\": [{\"start_date\": {\"year\": 1856}, \"text\": {\"headline\": \"T\"}, ",
		"}]}"},
	{"{\"events\": [{\"start_date\": {\"year\": 1}, \"text\": {\"headline\": \"T\", \"text\": "
	 "\"",
		"\"}}]}"},
	{"{\"events\": [{\"text\": {\"headline\": \"T\"}, \"start_date\": ", "}]}"},
	{"{\"timeline\": {\"headline\": \"T\", \"date\": [{\"startDate\": \"1856\", ", "}]}}"},
	{"[{\"id\": \"a\", \"type\": \"book\", \"title\": \"T\", ", "}]"},
	{"[{\"type\": \"book\", \"title\": \"T\", \"issued\": ", "}]"},
	{"{\"rows\": [{\"uri\": \"u\", \"target\": [{\"selector\": [{\"exact\": \"x\"}]}], ",
		"}]}"},
	{"{\"rows\": [{\"uri\": \"u\", \"id\": \"a\", \"text\": \"x\", \"target\": [{\"selector\": "
	 "[{",
		"}]}]}]}"},
};

/* Those that have no tabs and carriage returns of their own. */
static const char *const formats[] = {"text", "html", "json", "spreadsheet", "csl-json", "biblatex",
	"timelinejs", "webannotation"};

static char *printed(const struct record *record, const struct print_format *format, size_t *len)
{
	struct result result = result_all(record);
	struct print_options options = {.width = 40, .colors = -1};
	return result_printed(format, &result, &options, len);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	enum { AROUND = sizeof around / sizeof *around };
	struct buf file = {0};
	size_t yaml_len, again_len, text_len;
	if (!len)
		return 0;
	const char *const *part = around[*bytes % AROUND];
	buf_text(&file, part[0]);
	buf_add(&file, (const char *)bytes + 1, len - 1);
	buf_text(&file, part[1]);
	char *text = text_alone((const uint8_t *)buf_string(&file), file.len);
	struct load_input input = {"old", text, file.len};
	struct record *record = record_loaded(&input, 1);
	if (record) {
		const char *format = formats[len % (sizeof formats / sizeof *formats)];
		char *page = printed(record, print_find(format), &text_len);
		char *yaml = printed(record, print_find("yaml"), &yaml_len);
		struct load_input own = {"own.yaml", yaml, yaml_len};
		struct record *again = record_loaded(&own, 1);
		promise(again != NULL);
		char *again_yaml = printed(again, print_find("yaml"), &again_len);
		promise(again_len == yaml_len && !memcmp(again_yaml, yaml, yaml_len));
		promise_harmless(page, text_len, true);
		free(page);
		free(yaml);
		free(again_yaml);
		record_free(again);
	}
	record_free(record);
	free(text);
	buf_free(&file);
	return 0;
}
