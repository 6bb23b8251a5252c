/* Any bytes as a record: what is refused says why; what is taken prints in every format, the text
 * harmless to a terminal, the YAML a record again that prints the same. */
#include "load/load.h"
#include "print/print.h"
#include "query/result.h"
#include "tests/fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

static char *printed(const struct record *record, const char *format, size_t *len)
{
	struct result result = result_all(record);
	struct print_options options = {.width = 40, .colors = -1};
	char *text = NULL;
	FILE *stream = open_memstream(&text, len);

	if (!stream || !print_find(format)->print(&result, &options, stream) || fclose(stream))
		abort();
	return text;
}

static struct record *loaded(const char *bytes, size_t len)
{
	struct diag_list *diags = diag_create();
	struct load_input input = {"fuzz.yaml", bytes, len};
	struct record *record = load_record(&input, 1, false, diags);

	if (!record && !diag_count(diags, DIAG_ERROR))
		abort();
	if (record && diag_count(diags, DIAG_ERROR))
		abort();
	diag_free(diags);
	return record;
}

static void text_check(const char *text, size_t len)
{
	size_t bytes;

	if (text_valid(text, len) != len)
		abort();
	for (; len > 0; text += bytes, len -= bytes) {
		int32_t code = text_decode(text, len, &bytes);

		if (code != '\n' && text_is_harmful(code))
			abort();
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct record *record = loaded((const char *)bytes, len), *again;
	char *text, *yaml, *once_more;
	size_t text_len, yaml_len, again_len;

	if (!record)
		return 0;
	text = printed(record, "text", &text_len);
	text_check(text, text_len);
	free(text);
	free(printed(record, "man", &text_len));
	free(printed(record, "json", &text_len));
	yaml = printed(record, "yaml", &yaml_len);
	record_free(record);

	again = loaded(yaml, yaml_len);
	if (!again)
		abort();
	once_more = printed(again, "yaml", &again_len);
	if (again_len != yaml_len || memcmp(once_more, yaml, yaml_len))
		abort();
	free(once_more);
	free(yaml);
	record_free(again);
	return 0;
}
