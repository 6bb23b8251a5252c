/* Each chunk that libyaml asks for is searched for what a record refuses while it is in the cache: 64
 * bytes at a time as long as none can begin such a character, else one by one. Whether all of it is
 * UTF-8 libyaml finds out anyway, and asks for a place by the byte. */
#include "base/node_feed.h"

#include "base/block.h"
#include "base/memory.h"
#include "base/misread.h"
#include "base/patience.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { ITEM_MOST = 16 * 1024 * 1024 };

struct node_feed node_feed_open(
	const char *bytes, size_t len, uint32_t file, struct diag_list *diags)
{
	struct node_feed feed = {.bytes = bytes, .len = len, .limit = len, .diags = diags};
	feed.place = (struct place){1, 1, file};
	const unsigned char *b = (const unsigned char *)bytes;
	if (len >= 3 && b[0] == 0xef && b[1] == 0xbb && b[2] == 0xbf)
		feed.start = feed.at = feed.placed = 3;
	if (len >= 2 &&
		((b[0] == 0xff && b[1] == 0xfe) || (b[0] == 0xfe && b[1] == 0xff) ||
			((b[0] == 0) != (b[1] == 0)))) {
		diag_add(diags, DIAG_ERROR, (struct place){.file = file}, "not-utf8",
			"it is in UTF-16, which some programs call Unicode; open it in the program "
			"it was written with, and save it as UTF-8");
		feed.refused = true;
	}
	return feed;
}

/* ---- characters ---- */

/* The place of the byte at `offset`, not before the one asked for last. */
static struct place place_at(struct node_feed *feed, size_t offset)
{
	const char *bytes = feed->bytes;
	diag_file_fetch(feed->diags, feed->place.file, feed->placed);
	for (; feed->placed < offset; feed->placed++) {
		char c = bytes[feed->placed];
		if (c == '\n' ||
			(c == '\r' &&
				(feed->placed + 1 == feed->len ||
					bytes[feed->placed + 1] != '\n'))) {
			feed->place.line++;
			feed->place.column = 1;
		} else if (!text_is_inside(c)) {
			feed->place.column++;
		}
	}
	return feed->place;
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

/* A control character that is a part of a misread letter: tells the word, at the first of its parts;
 * false where it is none. */
static bool word_refuse(struct node_feed *feed, struct place place, size_t offset, uint32_t code)
{
	struct buf meant = {0};
	if (code < 0x80 || code >= 0xa0 || !misread_control(feed->bytes, feed->len, offset, &meant))
		return false;
	if (meant.len)
		diag_add(feed->diags, DIAG_ERROR, place, "control-character",
			"a control character (U+%04X) is half of a letter here: this word was "
			"opened in another encoding than it was saved in; write it anew: \"%s\"",
			code, buf_string(&meant));
	buf_free(&meant);
	return true;
}

static void character_refuse(struct node_feed *feed, size_t offset, uint32_t code)
{
	char sign[4];
	struct place place = place_at(feed, offset);
	feed->altered = mem_grow(feed->altered, &feed->altered_capacity, feed->altered_count + 1,
		sizeof *feed->altered);
	feed->altered[feed->altered_count++] = place;
	if (word_refuse(feed, place, offset, code))
		return;
	struct buf name = {0};
	text_name(&name, (int32_t)code);
	if (code == 0x85 || code == 0x2028 || code == 0x2029)
		diag_add(feed->diags, DIAG_ERROR, place, "line-separator",
			"%s is a line break to some programs only; use an ordinary one", name.text);
	else if (code == 0xfeff)
		diag_add(feed->diags, DIAG_ERROR, place, "control-character",
			"%s inside the file; delete it", name.text);
	else if (!code || code > 0xff)
		diag_add(feed->diags, DIAG_ERROR, place, "control-character",
			"%s is no character of a text; delete it", name.text);
	else if (misread_sign((int32_t)code))
		diag_add(feed->diags, DIAG_ERROR, place, "control-character",
			"a control character (U+%04X); \"%.*s\" is most likely meant: write that "
			"in its place",
			code, (int)text_encode(misread_sign((int32_t)code), sign), sign);
	else
		diag_add(feed->diags, DIAG_ERROR, place, "control-character",
			*name.text == 'a' ? "a control character, %s; %s"
					  : "a control character (%s); %s",
			name.text,
			code == '\v' || code == '\f' ? "put a space or a line break in its place"
						     : "delete it");
	buf_free(&name);
}

/* The code point at `at` and its length, 0 where it is not UTF-8. */
static size_t decode(const unsigned char *at, size_t len, uint32_t *code)
{
	size_t bytes;
	*code = (uint32_t)text_decode((const char *)at, len, &bytes);
	return bytes == 1 && *at >= 0x80 ? 0 : bytes;
}

/* The byte that is wrong may be a later one of its character. */
void node_feed_refuse(struct node_feed *feed, size_t offset)
{
	const unsigned char *bytes = (const unsigned char *)feed->bytes;
	uint32_t code;
	size_t first = offset;
	for (size_t back = 1; back < 4 && back <= offset; back++)
		if (bytes[offset - back] >= 0xc0 &&
			!decode(bytes + offset - back, feed->len - offset + back, &code))
			first = offset - back;
	feed->refused = true;
	struct buf text = {0};
	misread_bytes_explain(&text, feed->bytes, feed->len, first);
	diag_add(feed->diags, DIAG_ERROR, place_at(feed, first), "not-utf8", "%s",
		buf_string(&text));
	buf_free(&text);
}

/* A control character, or the first byte of some characters that are refused. */
static bool is_suspect(unsigned char c)
{
	return (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7f || c == 0xc2 ||
		c == 0xe2 || c == 0xef;
}

/* Those of a block, and tabs. */
static block block_suspects(const unsigned char *at)
{
	block c = block_at(at);
	block_signed printed = (block_signed)(c + 1), letter = (block_signed)c;
	return (block)(~((printed > 0x20) | (letter < 0) | (c == '\n') | (c == '\r')) |
		((c | 0x20) == 0xe2) | (c == 0xef));
}

static bool blocks_are_plain(const unsigned char *at)
{
	return !block_any(block_suspects(at) | block_suspects(at + BLOCK_BYTES) |
		block_suspects(at + 2 * BLOCK_BYTES) | block_suspects(at + 3 * BLOCK_BYTES));
}

/* Replaces in the buffer, the bytes of the file from feed->at on, what is refused. Returns how
 * many bytes may be handed on: a character that the buffer's end might cut comes again. */
static size_t characters_check(struct node_feed *feed, unsigned char *buffer, size_t count)
{
	size_t at = 0;
	while (at < count) {
		if (count - at >= BLOCKS_BYTES && blocks_are_plain(buffer + at)) {
			at += BLOCKS_BYTES;
			continue;
		}
		size_t end = count - at > BLOCKS_BYTES ? at + BLOCKS_BYTES : count;
		while (at < end) {
			uint32_t code = 0;
			if (!is_suspect(buffer[at])) {
				at++;
				continue;
			}
			if (count - at < 3 && feed->at + count < feed->len)
				return at;
			size_t size = decode(buffer + at, count - at, &code);
			const char *substitute = size ? substitute_of(code) : NULL;
			if (substitute) {
				character_refuse(feed, feed->at + at, code);
				memcpy(buffer + at, substitute, size);
			}
			at += size ? size : 1;
		}
	}
	return count;
}

bool node_feed_altered(const struct node_feed *feed, struct place from, struct place to)
{
	size_t low = 0, high = feed->altered_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (place_before(feed->altered[middle], from))
			low = middle + 1;
		else
			high = middle;
	}
	return low < feed->altered_count && place_before(feed->altered[low], to);
}

/* ---- chunks ---- */

int node_feed_read(void *data, unsigned char *buffer, size_t size, size_t *got)
{
	struct node_feed *feed = data;
	size_t count = feed->len - feed->at;
	*got = 0;
	if (feed->refused || !patience_lasts(diag_waits(feed->diags)))
		return 0;
	if (count && feed->at >= feed->limit) {
		feed->too_large = true;
		return 0;
	}
	if (count > size)
		count = size;
	memcpy(buffer, feed->bytes + feed->at, count);
	count = surrogates_join(&feed->surrogates, feed->bytes, feed->len, feed->at, buffer, count);
	count = characters_check(feed, buffer, count);
	feed->at += count;
	*got = count;
	return 1;
}

void node_feed_item(struct node_feed *feed)
{
	feed->limit = feed->at + ITEM_MOST;
}

/* An item begins less than AHEAD before what libyaml has read by then. */
void node_feed_give(struct node_feed *feed)
{
	enum { AHEAD = 256 * 1024 };
	if (feed->item > AHEAD)
		diag_file_past(feed->diags, feed->place.file, feed->item - AHEAD);
	feed->item = feed->at;
}

void node_feed_free(struct node_feed *feed)
{
	free(feed->altered);
}
