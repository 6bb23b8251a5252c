/* Each chunk that libyaml asks for is searched for what a record refuses while it is in the cache:
 * 32 bytes at a time as long as none can begin such a character, else one by one. Whether all of it is
 * UTF-8 libyaml finds out anyway, and asks for a place by the byte.
 *
 * Surrogates. JSON writes U+1F600 as "\ud83d\ude00", two escapes that libyaml refuses. They are
 * twelve characters; so is \U0001f600\0, which stands for the same character and a NUL. Handing on
 * that moves no line and no column. A NUL is an error in a record, so one behind a character above
 * U+FFFF can only be ours, and is taken out of the scalar afterwards. Whether the escape stood in
 * double quotation marks is known only then; elsewhere it is plain text and is written back. */
#include "base/node_input.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

enum { BLOCK = 32, PAIR = 12 };

struct node_input node_input_open(
	const char *bytes, size_t len, uint32_t file, struct diag_list *diags)
{
	struct node_input input = {.bytes = bytes, .len = len, .limit = len, .diags = diags};
	input.place = (struct place){1, 1, file};
	const unsigned char *b = (const unsigned char *)bytes;
	if (len >= 3 && b[0] == 0xef && b[1] == 0xbb && b[2] == 0xbf)
		input.start = input.at = input.placed = 3;
	if (len >= 2 &&
		((b[0] == 0xff && b[1] == 0xfe) || (b[0] == 0xfe && b[1] == 0xff) ||
			((b[0] == 0) != (b[1] == 0)))) {
		diag_add(diags, DIAG_ERROR, (struct place){.file = file}, "not-utf8",
			"it is in UTF-16; save it as UTF-8");
		input.refused = true;
	}
	return input;
}

/* ---- characters ---- */

/* The place of the byte at `offset`, not before the one asked for last. */
static struct place place_at(struct node_input *input, size_t offset)
{
	const char *bytes = input->bytes;
	for (; input->placed < offset; input->placed++) {
		char c = bytes[input->placed];
		if (c == '\n' ||
			(c == '\r' &&
				(input->placed + 1 == input->len ||
					bytes[input->placed + 1] != '\n'))) {
			input->place.line++;
			input->place.column = 1;
		} else if (!text_is_inside(c)) {
			input->place.column++;
		}
	}
	return input->place;
}

/* What must not stand in a record as itself, and what libyaml gets in its place: as many bytes. */
static const char *substitute_of(uint32_t code)
{
	if ((code < 0x20 && code != '\t' && code != '\n' && code != '\r') || code == 0x7f)
		return "_";
	if (code >= 0x80 && code < 0xa0)
		return "\xc2\xbf";
	if (code == 0x2028 || code == 0x2029 || code == 0xfeff || code == 0xfffe || code == 0xffff)
		return "\xef\xbf\xbd";
	return NULL;
}

static void character_refuse(struct node_input *input, size_t offset, uint32_t code)
{
	struct place place = place_at(input, offset);
	input->altered = true;
	if (code == 0x85 || code == 0x2028 || code == 0x2029)
		diag_add(input->diags, DIAG_ERROR, place, "line-separator",
			"U+%04X is a line break to some programs only; use an ordinary one", code);
	else if (code == 0xfeff)
		diag_add(input->diags, DIAG_ERROR, place, "control-character",
			"a byte order mark (U+FEFF) inside the file; delete it");
	else if (!code || code > 0xff)
		diag_add(input->diags, DIAG_ERROR, place, "control-character",
			"U+%04X is no character of a text; delete it", code);
	else
		diag_add(input->diags, DIAG_ERROR, place, "control-character",
			"control character U+%04X; delete it, or write it as \"\\x%02x\" in double "
			"quotation marks",
			code, code & 0xff);
}

/* The code point at `at` and its length, 0 where it is not UTF-8 (Unicode, table 3-7). */
static size_t decode(const unsigned char *at, size_t len, uint32_t *code)
{
	unsigned char lead = at[0];
	size_t size = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
	if (!size || size > len || lead > 0xf4)
		return 0;
	uint32_t value = size == 1 ? lead : lead & (0x7fU >> size);
	for (size_t i = 1; i < size; i++) {
		if (!text_is_inside((char)at[i]))
			return 0;
		value = value << 6 | (at[i] & 0x3f);
	}
	if ((size == 3 && (value < 0x800 || (value >= 0xd800 && value < 0xe000))) ||
		(size == 4 && (value < 0x10000 || value > 0x10ffff)))
		return 0;
	*code = value;
	return size;
}

/* The byte that is wrong may be a later one of its character. */
void node_input_refuse(struct node_input *input, size_t offset)
{
	const unsigned char *bytes = (const unsigned char *)input->bytes;
	uint32_t code;
	size_t first = offset;
	for (size_t back = 1; back < 4 && back <= offset; back++)
		if (bytes[offset - back] >= 0xc0 &&
			!decode(bytes + offset - back, input->len - offset + back, &code))
			first = offset - back;
	input->refused = true;
	diag_add(input->diags, DIAG_ERROR, place_at(input, first), "not-utf8",
		"the byte 0x%02X is not UTF-8 here; save the file as UTF-8",
		first < input->len ? (unsigned)bytes[first] : 0);
}

/* A control character, or the first byte of some characters that are refused. */
static bool is_suspect(unsigned char c)
{
	return (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7f || c == 0xc2 ||
		c == 0xe2 || c == 0xef;
}

/* True when no byte is. A loop without branches, which compilers turn into vectors. */
static bool block_is_plain(const unsigned char *block)
{
	unsigned char suspect = 0;
	for (int i = 0; i < BLOCK; i++) {
		unsigned char c = block[i];
		suspect |= ((c < 0x20) & (c != '\n') & (c != '\t') & (c != '\r')) | (c == 0x7f) |
			(c == 0xc2) | (c == 0xe2) | (c == 0xef);
	}
	return !suspect;
}

/* Replaces in the buffer, the bytes of the file from input->at on, what is refused. Returns how many
 * bytes may be handed on: a character that the buffer's end might cut comes again. */
static size_t check(struct node_input *input, unsigned char *buffer, size_t count)
{
	size_t at = 0;
	while (at < count) {
		if (count - at >= BLOCK && block_is_plain(buffer + at)) {
			at += BLOCK;
			continue;
		}
		size_t end = count - at > BLOCK ? at + BLOCK : count;
		while (at < end) {
			uint32_t code = 0;
			if (!is_suspect(buffer[at])) {
				at++;
				continue;
			}
			if (count - at < 3 && input->at + count < input->len)
				return at;
			size_t size = decode(buffer + at, count - at, &code);
			const char *substitute = size ? substitute_of(code) : NULL;
			if (substitute) {
				character_refuse(input, input->at + at, code);
				memcpy(buffer + at, substitute, size);
			}
			at += size ? size : 1;
		}
	}
	return count;
}

/* ---- surrogates ---- */

/* The number of `count` hexadecimal digits; UINT32_MAX where they are none. */
static uint32_t hex_of(const unsigned char *digits, size_t count)
{
	uint32_t value = 0;
	for (size_t i = 0; i < count; i++) {
		unsigned char c = digits[i] | 0x20;
		if (digits[i] >= '0' && digits[i] <= '9')
			value = value << 4 | (uint32_t)(digits[i] - '0');
		else if (c >= 'a' && c <= 'f')
			value = value << 4 | (uint32_t)(c - 'a' + 10);
		else
			return UINT32_MAX;
	}
	return value;
}

/* Rewrites \ud83d\ude00 as \U0001f600\0. */
static bool pair_rewrite(unsigned char *at)
{
	if (at[1] != 'u' || at[6] != '\\' || at[7] != 'u')
		return false;
	uint32_t high = hex_of(at + 2, 4), low = hex_of(at + 8, 4);
	if (high < 0xd800 || high > 0xdbff || low < 0xdc00 || low > 0xdfff)
		return false;
	char escape[PAIR + 1];
	uint32_t code = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
	snprintf(escape, sizeof escape, "\\U%08x\\0", (unsigned)code);
	memcpy(at, escape, PAIR);
	return true;
}

/* Whether the escape at `offset` is a NUL's, behind a character that a rewritten pair could stand
 * for: then the two cannot be told apart. */
static bool is_doubtful(const struct node_input *input, size_t offset)
{
	const unsigned char *at = (const unsigned char *)input->bytes + offset;
	size_t left = input->len - offset;
	if (left < 2 || offset < 10)
		return false;
	size_t digits = at[1] == '0' ? 0 : at[1] == 'x' ? 2 : at[1] == 'u' ? 4 : 8;
	if ((digits == 8 && at[1] != 'U') || left < 2 + digits || hex_of(at + 2, digits))
		return false;
	return at[-4] >= 0xf0 || (at[-10] == '\\' && at[-9] == 'U');
}

/* Rewrites the pairs in the buffer. An escape that the buffer's end might cut is left for the next
 * time; the number of bytes before it is returned. */
static size_t pair(struct node_input *input, unsigned char *buffer, size_t count)
{
	bool last = input->at + count == input->len;
	unsigned char *end = buffer + count, *at = buffer;
	while (at < end && (at = memchr(at, '\\', (size_t)(end - at)))) {
		if (end - at < PAIR && !last)
			return (size_t)(at - buffer);
		if (is_doubtful(input, input->at + (size_t)(at - buffer)))
			input->doubtful = true;
		if (end - at >= PAIR && pair_rewrite(at)) {
			input->paired = true;
			at += PAIR;
			continue;
		}
		at += 2;
	}
	return count;
}

/* Twelve bytes of plain text, \U0001f600\0, as they were. */
static void pair_restore(char *text)
{
	char escape[PAIR + 1];
	uint32_t code = hex_of((const unsigned char *)text + 2, 8) - 0x10000;
	snprintf(escape, sizeof escape, "\\u%04x\\u%04x", (unsigned)(0xd800 + (code >> 10 & 0x3ff)),
		(unsigned)(0xdc00 + (code & 0x3ff)));
	memcpy(text, escape, PAIR);
}

size_t node_input_unpair(const struct node_input *input, char *text, size_t len, bool quoted)
{
	size_t to = 0, taken = 0;
	if (input->doubtful)
		return len;
	for (size_t at = 0; at < len; at++) {
		if (quoted && !text[at] && to >= 4 && to != taken &&
			(unsigned char)text[to - 4] >= 0xf0) {
			taken = to;
			continue;
		}
		if (!quoted && len - at >= PAIR && text[at] == '\\' && text[at + 1] == 'U' &&
			text[at + PAIR - 2] == '\\' && text[at + PAIR - 1] == '0')
			pair_restore(text + at);
		text[to++] = text[at];
	}
	text[to] = '\0';
	return to;
}

int node_input_read(void *data, unsigned char *buffer, size_t size, size_t *got)
{
	struct node_input *input = data;
	size_t count = input->len - input->at;
	*got = 0;
	if (input->refused)
		return 0;
	if (count && input->at >= input->limit) {
		input->too_large = true;
		return 0;
	}
	if (count > size)
		count = size;
	memcpy(buffer, input->bytes + input->at, count);
	count = pair(input, buffer, count);
	count = check(input, buffer, count);
	input->at += count;
	*got = count;
	return 1;
}
