/* Any bytes as a record: what is refused says why; what is taken prints, harmless to a terminal, in
 * the format that its length chooses, and its YAML is a record again that prints the same. */
#include "query/result.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/promise.h"

#include <stdlib.h>
#include <string.h>

static struct record *loaded(const char *text, size_t len)
{
	struct load_input input = {"fuzz.yaml", text, len};
	return record_loaded(&input, 1);
}

static char *printed(const struct record *record, const char *format, size_t *len)
{
	struct result result = result_all(record);
	struct print_options options = {.width = 40, .colors = -1};
	return result_printed(print_find(format), &result, &options, len);
}

static void print_keep(const struct record *record, const char *format)
{
	size_t len;
	char *text = printed(record, format, &len);
	promise_harmless(text, len, false);
	free(text);
}

/* The same again, from its YAML. */
static void again_keep(const struct record *record)
{
	size_t len, again_len;
	char *yaml = printed(record, "yaml", &len);
	struct record *again = loaded(yaml, len);
	promise(again != NULL);
	char *again_yaml = printed(again, "yaml", &again_len);
	promise(again_len == len && !memcmp(again_yaml, yaml, len));
	free(again_yaml);
	free(yaml);
	record_free(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const char *const formats[] = {"text", "man", "html", "json", "jsonl"};
	struct record *record = loaded((const char *)bytes, len);
	if (!record)
		return 0;
	print_keep(record, formats[len % (sizeof formats / sizeof *formats)]);
	again_keep(record);
	record_free(record);
	return 0;
}
