/* One block that doubles when it is full. */
#include "base/buf.h"

#include "base/arena.h"
#include "base/memory.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *room_make(struct buf *buf, size_t more)
{
	enum { LEAST = 64 };
	if (more > SIZE_MAX - buf->len - 1)
		mem_alloc(SIZE_MAX); /* says "out of memory" and ends */
	size_t wanted = buf->len + more + 1;
	buf->text = mem_grow(buf->text, &buf->capacity, wanted > LEAST ? wanted : LEAST, 1);
	return buf->text + buf->len;
}

/* Room for `more` bytes and the closing NUL. */
static inline char *room(struct buf *buf, size_t more)
{
	return more < buf->capacity - buf->len ? buf->text + buf->len : room_make(buf, more);
}

char *buf_room(struct buf *buf, size_t more)
{
	return room(buf, more);
}

void buf_add(struct buf *buf, const char *text, size_t len)
{
	char *at = room(buf, len);
	if (len)
		memcpy(at, text, len);
	at[len] = '\0';
	buf->len += len;
}

void buf_text(struct buf *buf, const char *text)
{
	buf_add(buf, text, strlen(text));
}

void buf_char(struct buf *buf, char c)
{
	char *at = room(buf, 1);
	at[0] = c;
	at[1] = '\0';
	buf->len++;
}

void buf_repeat(struct buf *buf, const char *text, size_t times)
{
	size_t len = strlen(text);
	if (len && times > SIZE_MAX / len)
		mem_alloc(SIZE_MAX);
	char *at = room(buf, len * times);
	if (len == 1)
		memset(at, *text, times);
	for (size_t n = 0; len > 1 && n < times; n++)
		memcpy(at + n * len, text, len);
	at[len * times] = '\0';
	buf->len += len * times;
}

void buf_join(struct buf *buf, size_t n, size_t count)
{
	buf_text(buf, !n ? "" : n + 1 == count ? " and " : ", ");
}

void buf_format(struct buf *buf, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	buf_format_list(buf, format, args);
	va_end(args);
}

static void number_add(struct buf *buf, bool negative, unsigned number)
{
	char digits[1 + 3 * sizeof number], *end = digits + sizeof digits, *at = end;
	do
		*--at = (char)('0' + number % 10);
	while (number /= 10);
	if (negative)
		*--at = '-';
	buf_add(buf, at, (size_t)(end - at));
}

/* Whether a format is of texts and numbers alone, as most are. */
static bool is_simple(const char *format)
{
	while (*format)
		if (*format++ == '%' && *format != 's' && *format != 'u' && *format != 'd')
			return false;
	return true;
}

static void simple_add(struct buf *buf, const char *format, va_list args)
{
	while (*format) {
		const char *from = format;
		while (*format && *format != '%')
			format++;
		if (format > from)
			buf_add(buf, from, (size_t)(format - from));
		if (!*format)
			return;
		if (format[1] == 's') {
			buf_text(buf, va_arg(args, const char *));
		} else if (format[1] == 'u') {
			number_add(buf, false, va_arg(args, unsigned));
		} else {
			int number = va_arg(args, int);
			number_add(buf, number < 0,
				number < 0 ? 0U - (unsigned)number : (unsigned)number);
		}
		format += 2;
	}
}

/* Texts and numbers side by side are many, and printf is slow; most of the rest is short, and fits at
 * once. */
void buf_format_list(struct buf *buf, const char *format, va_list args)
{
	enum { SHORT = 30 };
	if (is_simple(format)) {
		simple_add(buf, format, args);
		return;
	}
	va_list again;
	va_copy(again, args);
	char *at = room(buf, SHORT);
	size_t left = buf->capacity - buf->len;
	int len = vsnprintf(at, left, format, args);
	if (len > 0 && (size_t)len >= left)
		vsnprintf(room(buf, (size_t)len), (size_t)len + 1, format, again);
	if (len > 0)
		buf->len += (size_t)len;
	buf->text[buf->len] = '\0';
	va_end(again);
}

char *buf_kept(const struct buf *buf, struct arena *arena)
{
	return arena_text(arena, buf->text, buf->len);
}

void buf_cut(struct buf *buf, size_t len)
{
	if (len < buf->len)
		buf->text[buf->len = len] = '\0';
}

void buf_clear(struct buf *buf)
{
	buf->len = 0;
	if (buf->text)
		buf->text[0] = '\0';
}

const char *buf_string(const struct buf *buf)
{
	return buf->text ? buf->text : "";
}

void buf_free(struct buf *buf)
{
	free(buf->text);
	*buf = (struct buf){0};
}
