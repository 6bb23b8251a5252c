/* Any bytes as keys in the notation of --keys: each key takes some of them, and has a name, which in
 * that notation is the key again. */
#include "base/text.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/promise.h"
#include "ui/core/input.h"

#include <stdlib.h>
#include <string.h>

/* Of a key whose name ends what it stands in, there is another. */
static void name_keep(int32_t key)
{
	char name[16], notation[20];
	int32_t again;
	memset(name, 'x', sizeof name);
	input_key_name(key, name);
	promise(memchr(name, '\0', sizeof name) != NULL && name[0]);
	size_t len = strlen(name), bytes;
	text_decode(name, len, &bytes);
	bool plain = bytes == len && *name != '<';
	snprintf(notation, sizeof notation, plain ? "%s" : "<%s>", name);
	if (!strchr(name, '>') && (key & ~INPUT_HELD) != '<')
		promise(input_key_parse(notation, strlen(notation), &again) == strlen(notation) &&
			again == key);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	char *text = malloc(len ? len : 1);
	promise(text != NULL);
	if (len)
		memcpy(text, bytes, len);
	for (size_t at = 0, used; at < len; at += used) {
		int32_t key = INPUT_NONE;
		used = input_key_parse(text + at, len - at, &key);
		if (!used)
			break;
		promise(used <= len - at);
		if (key)
			name_keep(key);
	}
	free(text);
	return 0;
}
