/* One block that doubles when it is full. */
#include "base/buf.h"

#include "base/arena.h"
#include "base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *buf_room(struct buf *buf, size_t more)
{
	if (more > SIZE_MAX - buf->len - 1)
		mem_alloc(SIZE_MAX); /* says "out of memory" and ends */
	buf->text = mem_grow(buf->text, &buf->capacity, buf->len + more + 1, 1);
	return buf->text + buf->len;
}

void buf_add(struct buf *buf, const char *text, size_t len)
{
	char *at = buf_room(buf, len);
	if (len)
		memcpy(at, text, len);
	buf->len += len;
	buf->text[buf->len] = '\0';
}

void buf_text(struct buf *buf, const char *text)
{
	buf_add(buf, text, strlen(text));
}

void buf_char(struct buf *buf, char c)
{
	buf_add(buf, &c, 1);
}

void buf_repeat(struct buf *buf, const char *text, size_t times)
{
	size_t len = strlen(text);
	while (times--)
		buf_add(buf, text, len);
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

/* Most of what is formatted is short, and fits at once. */
void buf_format_list(struct buf *buf, const char *format, va_list args)
{
	enum { SHORT = 30 };
	va_list again;
	va_copy(again, args);
	char *at = buf_room(buf, SHORT);
	size_t left = buf->capacity - buf->len;
	int len = vsnprintf(at, left, format, args);
	if (len > 0 && (size_t)len >= left)
		vsnprintf(buf_room(buf, (size_t)len), (size_t)len + 1, format, again);
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
