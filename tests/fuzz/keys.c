/* What a terminal sends, with pauses anywhere. Any bytes make no more keys than there are, and come to
 * an end; of typing, keys, answers and pastes one behind the other only what was typed comes out as
 * letters, whatever the answers and pastes hold and wherever a pause cuts them. */
#include "term/keys.h"

#include "base/text.h"
#include "tests/fuzz/dice.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/promise.h"

#include <locale.h>
#include <string.h>

enum { ESCAPE_MS = 25, SILENCES = 12 };

struct stream {
	struct dice *dice;
	struct term_keys keys;
	struct buf typed, heard; /* the letters that were typed, and those that came out */
	struct buf sent;         /* all bytes, and pauses as {ms}: for whoever looks into a fault */
	size_t bytes, inputs, pastes, pasted;
};

/* ---- what comes out ---- */

static void key_keep(struct stream *stream, int32_t key)
{
	int32_t bare = key & ~INPUT_HELD;
	promise(bare > 0 && bare < INPUT_LAST_NAMED);
	promise(bare < 0xd800 || bare > 0xdfff);
	/* Control and Shift are of keys with names; what they make of a character is another one. */
	promise(bare >= INPUT_FIRST_NAMED || bare <= INPUT_SPACE || bare == INPUT_ERASE ||
		!(key & (INPUT_CONTROL | INPUT_SHIFT)));
	if (bare > INPUT_SPACE && bare < INPUT_ERASE)
		buf_char(&stream->heard, (char)bare);
}

static void inputs_take(struct stream *stream)
{
	struct input input;
	while (term_keys_take(&stream->keys, &input)) {
		stream->inputs++;
		if (input.kind == INPUT_KEY) {
			key_keep(stream, input.key);
		} else if (input.kind == INPUT_PASTE) {
			promise(input.len && text_valid(input.text, input.len) == input.len);
			stream->pasted++;
		} else {
			promise(input.kind == INPUT_MOUSE && input.row >= 0 && input.col >= 0);
		}
	}
}

static void byte_send(struct stream *stream, unsigned char byte)
{
	bool pasting = term_keys_pasting(&stream->keys);
	if (byte < ' ' || byte > '~')
		buf_format(&stream->sent, "\\x%02x", byte);
	else
		buf_char(&stream->sent, (char)byte);
	size_t before = stream->heard.len;
	term_keys_byte(&stream->keys, byte);
	stream->bytes++;
	inputs_take(stream);
	promise(!pasting || stream->heard.len == before);
}

/* So many milliseconds without a byte. */
static void pause_send(struct stream *stream, int ms)
{
	buf_format(&stream->sent, "{%d}", ms);
	for (int wait; (wait = term_keys_wait(&stream->keys)) >= 0 && wait <= ms; ms -= wait) {
		term_keys_end(&stream->keys);
		inputs_take(stream);
		promise(wait > 0);
	}
}

/* Nothing comes any more: soon nothing is waited for. */
static void silence_send(struct stream *stream)
{
	int silences = 0;
	buf_text(&stream->sent, "{...}");
	while (term_keys_wait(&stream->keys) >= 0) {
		promise(++silences < SILENCES);
		term_keys_end(&stream->keys);
		inputs_take(stream);
	}
	promise(!term_keys_pasting(&stream->keys) && !term_keys_ready(&stream->keys));
}

/* ---- any bytes ---- */

static void bytes_play(struct stream *stream)
{
	static const int pauses[] = {1, 30, 60, 150, 1100, 2100, 6000};
	struct dice *dice = stream->dice;
	while (dice->at < dice->end) {
		unsigned char byte = (unsigned char)dice_byte(dice);
		if (byte >= 0xf8 && dice->at < dice->end) /* never in UTF-8 */
			pause_send(stream, pauses[dice_byte(dice) % 7]);
		else
			byte_send(stream, byte);
	}
	silence_send(stream);
	promise(stream->inputs <= stream->bytes);
}

/* ---- a conversation ---- */

/* Sends a sequence with a pause in it, or none. Its first two bytes tell answers from typing, so
 * what is longer than anybody waits is not between these. */
static void sequence_send(struct stream *stream, const char *bytes, size_t len)
{
	static const int pauses[] = {0, 0, 10, 20, 60, 300, 900};
	size_t cut = 1 + dice_below(stream->dice, len);
	int ms = pauses[dice_below(stream->dice, sizeof pauses / sizeof *pauses)];
	for (size_t i = 0; i < len; i++) {
		if (i == cut)
			pause_send(stream, ms);
		byte_send(stream, (unsigned char)bytes[i]);
	}
}

/* Letters, signs and blanks, as answers hold. */
static void printable_add(struct dice *dice, struct buf *out)
{
	for (unsigned count = dice_below(dice, 24); count; count--)
		buf_char(out, (char)(' ' + dice_below(dice, 95)));
}

static void string_send(struct stream *stream)
{
	static const char *const heads[] = {"\x1b]11;", "\x1b]52;c;", "\x1b]4;1;", "\x1b]0;",
		"\x1bP1$r", "\x1bP>|", "\x1bP1+r", "\x1bP!|", "\x1b_Gi="};
	struct buf bytes = {0};
	unsigned head = dice_below(stream->dice, sizeof heads / sizeof *heads);
	buf_text(&bytes, heads[head]);
	printable_add(stream->dice, &bytes);
	buf_text(&bytes, head < 4 && dice_may(stream->dice, 128) ? "\a" : "\x1b\\");
	sequence_send(stream, bytes.text, bytes.len);
	buf_free(&bytes);
}

static void report_send(struct stream *stream)
{
	static const char *const reports[] = {"\x1b[?1;2c", "\x1b[>1;10;0c", "\x1b[12;40R",
		"\x1b[0n", "\x1b[?997;1n", "\x1b[?2004;2$y", "\x1b[8;24;80t", "\x1b[I", "\x1b[O",
		"\x1b[?1u", "\x1b[<0;12;3m", "\x1b[<35;12;3M"};
	const char *report = reports[dice_below(stream->dice, sizeof reports / sizeof *reports)];
	sequence_send(stream, report, strlen(report));
}

static void key_send(struct stream *stream)
{
	static const char *const keys[] = {"\x1b[A", "\x1bOB", "\x1b[1;5C", "\x1b[3~", "\x1b[6~",
		"\x1b[15~", "\x1b[Z", "\x1b[1;2D", "\x1b[<0;5;6M"};
	const char *key = keys[dice_below(stream->dice, sizeof keys / sizeof *keys)];
	sequence_send(stream, key, strlen(key));
}

static void paste_send(struct stream *stream)
{
	struct buf bytes = {0};
	buf_text(&bytes, "\x1b[200~j");
	for (unsigned count = dice_below(stream->dice, 30); count; count--) {
		char byte = (char)dice_byte(stream->dice);
		if (byte != '~') /* which ends the mark of a paste */
			buf_char(&bytes, byte);
	}
	buf_text(&bytes, "x\x1b[201~");
	sequence_send(stream, bytes.text, bytes.len);
	stream->pastes++;
	buf_free(&bytes);
}

static void typing_send(struct stream *stream)
{
	for (unsigned count = 1 + dice_below(stream->dice, 3); count; count--) {
		char letter = (char)('a' + dice_below(stream->dice, 26));
		buf_char(&stream->typed, letter);
		byte_send(stream, (unsigned char)letter);
	}
}

static void conversation_play(struct stream *stream)
{
	static void (*const sends[])(struct stream *) = {
		typing_send, string_send, report_send, key_send, paste_send};
	for (unsigned left = 1 + dice_below(stream->dice, 12); left; left--) {
		sends[dice_below(stream->dice, sizeof sends / sizeof *sends)](stream);
		if (dice_may(stream->dice, 60))
			silence_send(stream);
	}
	silence_send(stream);
	bool same = strcmp(buf_string(&stream->heard), buf_string(&stream->typed)) == 0 &&
		stream->pasted == stream->pastes;
	if (!same)
		fprintf(stderr, "sent %s\ntyped %s\nheard %s\n", buf_string(&stream->sent),
			buf_string(&stream->typed), buf_string(&stream->heard));
	promise(same);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct dice dice = {bytes, bytes + len, 0};
	static struct term_own own;
	struct stream stream = {.dice = &dice, .keys.grammar.escape_ms = ESCAPE_MS};
	if (!own.count) {
		setlocale(LC_CTYPE, "C.UTF-8");
		term_own_add(&own, "\x1b[25~", 5, INPUT_F1 + 10, false);
		term_own_add(&own, "\x1bOc", 3, INPUT_RIGHT | INPUT_CONTROL, false);
		term_own_add(&own, "\x1b\x1b[d", 4, INPUT_LEFT, false);
	}
	unsigned more = dice_byte(&dice);
	stream.keys.own = more & 2 ? &own : NULL;
	if (more & 1)
		bytes_play(&stream);
	else
		conversation_play(&stream);
	term_keys_free(&stream.keys);
	buf_free(&stream.typed);
	buf_free(&stream.heard);
	buf_free(&stream.sent);
	return 0;
}
