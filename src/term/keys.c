/* Two recognisers, one behind the other: what may become a sequence of the terminal's own is kept
 * until it is one, or cannot be; the grammar takes all else. */
#include "term/keys.h"

#include <string.h>
#include <wchar.h>

static int32_t own_find(
	const struct term_own *own, const unsigned char *bytes, int len, bool *longer)
{
	int32_t key = INPUT_NONE;
	*longer = false;
	for (int i = 0; i < own->count; i++) {
		if (own->keys[i].len < len || memcmp(own->keys[i].bytes, bytes, (size_t)len) != 0)
			continue;
		if (own->keys[i].len == len)
			key = own->keys[i].key;
		else
			*longer = true;
	}
	return key;
}

static void keys_match(struct term_keys *keys, unsigned char byte, bool late);

/* What has begun becomes no more than it is: the longest sequence in it counts, else its first byte
 * is the grammar's; the rest begins anew. */
static void match_over(struct term_keys *keys)
{
	unsigned char begun[TERM_OWN_LENGTH + 1];
	int count = keys->begun_count, whole = keys->whole_count, at;
	memcpy(begun, keys->begun, (size_t)count);
	keys->begun_count = keys->whole_count = 0;
	if (whole > 0) {
		keys->grammar.state = KEYS_PLAIN;
		grammar_tell(&keys->grammar, keys->whole);
		at = whole;
	} else if (keys->begun_late) {
		at = 1;
	} else {
		grammar_byte(&keys->grammar, begun[0]);
		at = 1;
	}
	keys->begun_late = false;
	for (; at < count; at++)
		keys_match(keys, begun[at], false);
}

/* `late`: the byte may belong to the Esc that was told. */
static void keys_match(struct term_keys *keys, unsigned char byte, bool late)
{
	bool longer = false;
	int32_t key;
	if (keys->begun_count == 0) {
		bool between = (keys->grammar.state == KEYS_PLAIN ||
				       keys->grammar.state == KEYS_LATE) &&
			!keys->grammar.alt && mbsinit(&keys->grammar.character);
		if (!keys->own || keys->own->count == 0 || !between) {
			grammar_byte(&keys->grammar, byte);
			return;
		}
		keys->begun_late = late && keys->grammar.state == KEYS_LATE;
		if (keys->begun_late)
			keys->begun[keys->begun_count++] = INPUT_ESCAPE;
	}
	keys->begun[keys->begun_count++] = byte;
	key = own_find(keys->own, keys->begun, keys->begun_count, &longer);
	if (key != INPUT_NONE && !(keys->begun_late && keys->begun_count == 2)) {
		keys->whole = key;
		keys->whole_count = keys->begun_count;
	}
	if (!longer)
		match_over(keys);
}

/* The key that the grammar makes of all the bytes, INPUT_NONE where it makes none or more. */
static int32_t grammar_key(const char *bytes, size_t len)
{
	struct grammar alone = {0};
	for (size_t i = 0; i < len; i++)
		grammar_byte(&alone, (unsigned char)bytes[i]);
	grammar_free(&alone);
	bool whole = len == 1 || bytes[0] == INPUT_ESCAPE;
	return whole && alone.state == KEYS_PLAIN && alone.ready_count == 1 ? alone.ready[0]
									    : INPUT_NONE;
}

/* Whether the grammar's key stands. What is held down makes no difference, but with characters, of
 * which it makes others; `Esc` and a character is what is left where nothing else is known. */
static bool grammar_wins(int32_t known, int32_t key, bool yields)
{
	int32_t plain = known & ~INPUT_HELD;
	bool named = plain >= INPUT_FIRST_NAMED;
	if (known == INPUT_NONE)
		return false;
	if (known == key)
		return true;
	return named ? yields || plain == (key & ~INPUT_HELD) : yields && !(known & INPUT_ALT);
}

/* Whether another sequence stands at the head of it. */
static bool own_begins(const struct term_own *own, const char *bytes, size_t len)
{
	for (int i = 0; i < own->count; i++)
		if (own->keys[i].len < len &&
			memcmp(own->keys[i].bytes, bytes, own->keys[i].len) == 0)
			return true;
	return false;
}

void term_own_add(struct term_own *own, const char *bytes, size_t len, int32_t key, bool yields)
{
	bool longer;
	if (len == 0 || len > TERM_OWN_LENGTH || own->count == TERM_OWN_MOST ||
		own_find(own, (const unsigned char *)bytes, (int)len, &longer) != INPUT_NONE)
		return;
	if (grammar_wins(grammar_key(bytes, len), key, yields) && !own_begins(own, bytes, len))
		return;
	memcpy(own->keys[own->count].bytes, bytes, len);
	own->keys[own->count].len = (unsigned char)len;
	own->keys[own->count++].key = key;
}

void term_keys_byte(struct term_keys *keys, unsigned char byte)
{
	keys_match(keys, byte, true);
}

int term_keys_wait(const struct term_keys *keys)
{
	if (keys->begun_count == 0)
		return grammar_wait(&keys->grammar);
	if (keys->begun_late)
		return GRAMMAR_LATE;
	if (keys->begun_count == 1 || keys->grammar.escape_ms > GRAMMAR_BEGUN)
		return keys->grammar.escape_ms;
	return GRAMMAR_BEGUN;
}

void term_keys_end(struct term_keys *keys)
{
	if (keys->begun_count > 0)
		match_over(keys);
	if (keys->begun_count == 0)
		grammar_end(&keys->grammar);
}

bool term_keys_take(struct term_keys *keys, struct input *input)
{
	const struct grammar *grammar = &keys->grammar;
	if (keys->taken == grammar->ready_count) {
		keys->taken = keys->grammar.ready_count = 0;
		return false;
	}
	*input = (struct input){.kind = INPUT_KEY, .key = grammar->ready[keys->taken++]};
	if (input->key == GRAMMAR_MOUSE)
		*input = (struct input){
			.kind = INPUT_MOUSE,
			.button = grammar->mouse.button,
			.row = grammar->mouse.row,
			.col = grammar->mouse.col,
		};
	else if (input->key == GRAMMAR_PASTE)
		*input = (struct input){
			.kind = INPUT_PASTE,
			.text = buf_string(&grammar->paste.text),
			.len = grammar->paste.text.len,
		};
	else if (input->key == GRAMMAR_DARK || input->key == GRAMMAR_LIGHT)
		*input = (struct input){.kind = INPUT_GROUND, .light = input->key == GRAMMAR_LIGHT};
	return true;
}

bool term_keys_ready(const struct term_keys *keys)
{
	return keys->taken < keys->grammar.ready_count;
}

bool term_keys_pasting(const struct term_keys *keys)
{
	return keys->grammar.state == KEYS_PASTE;
}

void term_keys_free(struct term_keys *keys)
{
	grammar_free(&keys->grammar);
}

void term_keys_forget(struct term_keys *keys)
{
	const struct term_own *own = keys->own;
	int escape_ms = keys->grammar.escape_ms;
	term_keys_free(keys);
	*keys = (struct term_keys){.own = own, .grammar = {.escape_ms = escape_ms}};
}
