#include "ui/core/input.h"

#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Names in the notation of --keys; the first of a key is also the one shown to people. */
static const struct key_name {
	const char *name;
	int32_t key;
} key_names[] = {
	{"Tab", INPUT_TAB},
	{"Enter", INPUT_ENTER},
	{"Esc", INPUT_ESCAPE},
	{"Space", INPUT_SPACE},
	{"Bsp", INPUT_ERASE},
	{"Up", INPUT_UP},
	{"Down", INPUT_DOWN},
	{"Left", INPUT_LEFT},
	{"Right", INPUT_RIGHT},
	{"PgUp", INPUT_PAGE_UP},
	{"PgDn", INPUT_PAGE_DOWN},
	{"Home", INPUT_HOME},
	{"End", INPUT_END},
	{"lt", '<'},
};

enum { KEY_NAMES = sizeof key_names / sizeof *key_names };

/* The key of a name between angle brackets, INPUT_NONE for none. */
static int32_t key_named(const char *name, size_t len)
{
	for (int i = 0; i < KEY_NAMES; i++)
		if (strlen(key_names[i].name) == len && memcmp(key_names[i].name, name, len) == 0)
			return key_names[i].key;
	if (len == 3 && name[0] == 'C' && name[1] == '-' && name[2] >= '@' && name[2] <= '~')
		return INPUT_CTRL(name[2]);
	if (len >= 2 && len <= 3 && name[0] == 'F') {
		int number = 0;
		for (size_t i = 1; i < len; i++)
			number = name[i] >= '0' && name[i] <= '9' ? number * 10 + name[i] - '0'
								  : 99;
		if (number >= 1 && number <= 12)
			return INPUT_F1 + number - 1;
	}
	return INPUT_NONE;
}

size_t input_key_parse(const char *text, size_t len, int32_t *key)
{
	if (!len)
		return 0;
	if (*text != '<') {
		size_t bytes;
		*key = text_decode(text, len, &bytes);
		return bytes;
	}
	const char *close = memchr(text, '>', len);
	if (!close)
		return 0;
	*key = key_named(text + 1, (size_t)(close - text - 1));
	return *key == INPUT_NONE ? 0 : (size_t)(close - text + 1);
}

void input_key_name(int32_t key, char out[16])
{
	for (int i = 0; i < KEY_NAMES; i++)
		if (key_names[i].key == key && key != '<') {
			snprintf(out, 16, "%s", key_names[i].name);
			return;
		}
	if (key >= INPUT_F1 && key <= INPUT_F12) {
		snprintf(out, 16, "F%d", (int)(key - INPUT_F1) + 1);
	} else if (key > 0 && key < 32) {
		snprintf(out, 16, "C-%c", key + (key <= 26 ? 'a' - 1 : '@'));
	} else {
		size_t bytes = text_encode(key, out);
		out[bytes] = '\0';
	}
}
