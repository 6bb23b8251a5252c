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
	{"Backspace", INPUT_ERASE},
	{"Bsp", INPUT_ERASE},
	{"Up", INPUT_UP},
	{"Down", INPUT_DOWN},
	{"Left", INPUT_LEFT},
	{"Right", INPUT_RIGHT},
	{"PgUp", INPUT_PAGE_UP},
	{"PgDn", INPUT_PAGE_DOWN},
	{"Home", INPUT_HOME},
	{"End", INPUT_END},
	{"Del", INPUT_DELETE},
	{"Ins", INPUT_INSERT},
	{"lt", '<'},
};

enum { KEY_NAMES = sizeof key_names / sizeof *key_names };

/* What may be held down with a key, in the order of its name. */
static const struct held {
	char letter;
	int32_t bit;
} helds[] = {{'C', INPUT_CONTROL}, {'A', INPUT_ALT}, {'S', INPUT_SHIFT}};

enum { HELDS = sizeof helds / sizeof *helds };

static int32_t key_function(const char *name, size_t len)
{
	int number = 0;
	if (len < 2 || len > 3 || *name != 'F')
		return INPUT_NONE;
	for (size_t i = 1; i < len; i++)
		number = name[i] >= '0' && name[i] <= '9' ? number * 10 + name[i] - '0' : 99;
	return number >= 1 && number <= 12 ? INPUT_F1 + number - 1 : INPUT_NONE;
}

/* Takes `C-`, `A-` and `S-` from the front of a name. A single character behind C- is left to be
 * read as the control character it is. */
static int32_t take_held(const char **name, size_t *len)
{
	int32_t held = 0;
	for (int i = 0; i<HELDS && * len> 2; i++) {
		if ((*name)[0] != helds[i].letter || (*name)[1] != '-' ||
			(helds[i].bit == INPUT_CONTROL && *len == 3))
			continue;
		held |= helds[i].bit;
		*name += 2;
		*len -= 2;
	}
	return held;
}

/* The key of a name between angle brackets, INPUT_NONE for none. */
static int32_t key_named(const char *name, size_t len)
{
	int32_t held = take_held(&name, &len);
	size_t bytes = 0;
	for (int i = 0; i < KEY_NAMES; i++)
		if (strlen(key_names[i].name) == len && memcmp(key_names[i].name, name, len) == 0)
			return held | key_names[i].key;
	if (len == 3 && name[0] == 'C' && name[1] == '-' && name[2] >= '@' && name[2] <= '~' &&
		INPUT_CTRL(name[2]) != INPUT_NONE)
		return held | INPUT_CTRL(name[2]);
	int32_t key = key_function(name, len);
	if (key != INPUT_NONE)
		return held | key;
	if (held != INPUT_ALT || !len)
		return INPUT_NONE;
	key = text_decode(name, len, &bytes);
	return bytes == len && key != INPUT_NONE ? held | key : INPUT_NONE;
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

static void key_name_plain(int32_t key, char *out, size_t room)
{
	for (int i = 0; i < KEY_NAMES; i++)
		if (key_names[i].key == key && key != '<') {
			snprintf(out, room, "%s", key_names[i].name);
			return;
		}
	if (key >= INPUT_F1 && key <= INPUT_F12) {
		snprintf(out, room, "F%d", (int)(key - INPUT_F1) + 1);
	} else if (key > 0 && key < 32) {
		snprintf(out, room, "C-%c", key + (key <= 26 ? 'a' - 1 : '@'));
	} else {
		size_t bytes = text_encode(key, out);
		out[bytes] = '\0';
	}
}

/* Six bytes before the name, ten for it. */
void input_key_name(int32_t key, char out[16])
{
	char *end = out;
	for (int i = 0; i < HELDS; i++)
		if (key & helds[i].bit) {
			*end++ = helds[i].letter;
			*end++ = '-';
		}
	key_name_plain(key & ~INPUT_HELD, end, 10);
}
