/* What a form has made plain already goes through as it is, so this is the last step of any text,
 * and all of it for words of the program itself. */
#include "term/stream.h"

#include "base/buf.h"
#include "base/memory.h"
#include "base/transfer.h"
#include "term/loading.h"
#include "term/locale.h"
#include "term/outlet.h"

#include <limits.h>
#include <stdlib.h>
#include <unistd.h>
#include <wchar.h>

const struct text_form *term_stream_form(FILE *stream)
{
	return isatty(fileno(stream)) ? term_form() : NULL;
}

/* A character that the set has, in its own bytes. */
static void code_put(struct buf *out, int32_t code)
{
	char bytes[MB_LEN_MAX];
	mbstate_t state = {0};
	size_t len = wcrtomb(bytes, (wchar_t)code, &state);
	if (len != (size_t)-1)
		buf_add(out, bytes, len);
}

/* ASCII is the same in every set, and the program's own sequences are ASCII. */
void term_stream_encode(struct buf *out, const char *text, size_t len)
{
	const struct text_form *form = term_form();
	struct buf shown = {0};
	for (size_t at = 0, bytes; at < len; at += bytes) {
		bytes = 1;
		if ((unsigned char)text[at] < 0x80) {
			buf_char(out, text[at]);
			continue;
		}
		int32_t code = text_decode(text + at, len - at, &bytes);
		if (text_encodes(form, code)) {
			code_put(out, code);
			continue;
		}
		buf_clear(&shown);
		text_show(form, &shown, text + at, bytes);
		for (size_t n = 0, step; n < shown.len; n += step)
			code_put(out, text_decode(shown.text + n, shown.len - n, &step));
	}
	buf_free(&shown);
}

/* What was said before by others comes before. */
static bool outlet_put(FILE *stream, const char *text, size_t len)
{
	if (stream == stdout)
		return !len || fwrite(text, 1, len, term_outlet()) == len;
	return fflush(stream) == 0 && transfer_write(fileno(stream), text, len);
}

bool term_stream_put(FILE *stream, const char *text, size_t len)
{
	struct buf encoded = {0};
	if (len)
		term_loading_yield(fileno(stream));
	if (term_stream_form(stream)) {
		term_stream_encode(&encoded, text, len);
		text = encoded.text;
		len = encoded.len;
	}
	bool written = outlet_put(stream, text, len);
	buf_free(&encoded);
	return written;
}

FILE *term_stream_begin(struct term_stream *stream, FILE *to)
{
	*stream = (struct term_stream){.to = to, .page = to == stdout ? term_outlet() : to};
	if (term_stream_form(to)) {
		FILE *page = open_memstream(&stream->text, &stream->len);
		if (!page)
			mem_out();
		stream->page = page;
		stream->kept = true;
	}
	return stream->page;
}

bool term_stream_end(struct term_stream *stream)
{
	if (!stream->kept)
		return true;
	if (fclose(stream->page))
		mem_out();
	bool written = term_stream_put(stream->to, stream->text, stream->len);
	free(stream->text);
	return written;
}
