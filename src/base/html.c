/* One pass over the bytes. What stands between tags goes to one of three texts: the words of a quote, what
 * its <cite> says, or all else. Blanks are folded as a browser folds them, and what begins a paragraph
 * begins a line. A tag that is not closed is no tag; that there is no ">" or no quotation mark further on
 * is remembered, so that it is looked for once. */
#include "base/html.h"

#include "base/html_entity.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* A text in the making. */
struct sink {
	struct buf text;
	bool blank, line; /* a space, or an end of a line, is to come before the next character */
};

enum { SKIPPED = 6 };
static const char *const skipped[SKIPPED] = {"script", "style", "iframe", "svg", "object", "head"};

struct reader {
	struct arena *arena;
	const char *at, *end;
	struct sink all, words, cite;
	uint32_t quoted, cited; /* how many of these tags are open */
	bool open_ended, no_mark[2], no_comment_end, no_closing[SKIPPED];
	struct html_quote *quotes;
	const char **addresses;
	size_t quote_count, quote_room, address_count, address_room;
	unsigned lost; /* of enum html_lost */
};

struct tag {
	const char *name, *rest, *end; /* the letters; what stands behind them; behind the ">" */
	size_t len;
	bool closing;
};

static struct sink *sink_at(struct reader *reader)
{
	return !reader->quoted ? &reader->all : reader->cited ? &reader->cite : &reader->words;
}

static void sink_add(struct sink *sink, const char *text, size_t len)
{
	if (sink->text.len && (sink->line || sink->blank))
		buf_char(&sink->text, sink->line ? '\n' : ' ');
	sink->line = sink->blank = false;
	buf_add(&sink->text, text, len);
}

static const char *sink_take(struct reader *reader, struct sink *sink)
{
	const char *text = buf_kept(&sink->text, reader->arena);
	buf_clear(&sink->text);
	sink->line = sink->blank = false;
	return text;
}

static void quote_end(struct reader *reader)
{
	const char *words = sink_take(reader, &reader->words);
	const char *cite = sink_take(reader, &reader->cite);
	reader->quoted = reader->cited = 0;
	if (!*words && !*cite)
		return;
	reader->quotes = mem_grow(reader->quotes, &reader->quote_room, reader->quote_count + 1,
		sizeof *reader->quotes);
	reader->quotes[reader->quote_count++] = (struct html_quote){words, cite};
}

/* ---- tags ---- */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool is_letter(char c)
{
	return text_small(c) >= 'a' && text_small(c) <= 'z';
}

/* Behind the quotation mark that closes what begins at `at`, or NULL. */
static const char *mark_close(struct reader *reader, const char *at)
{
	bool *none = &reader->no_mark[*at == '"'];
	const char *close = *none ? NULL : memchr(at + 1, *at, (size_t)(reader->end - at) - 1);
	*none |= !close;
	return close ? close + 1 : NULL;
}

/* The tag at a "<"; false where there is none. */
static bool tag_read(struct reader *reader, struct tag *tag)
{
	const char *at = reader->at + 1, *close;
	*tag = (struct tag){0};
	if (reader->open_ended || at >= reader->end)
		return false;
	tag->closing = *at == '/';
	at += tag->closing;
	if (at >= reader->end || !(is_letter(*at) || (!tag->closing && strchr("!?", *at))))
		return false;
	for (tag->name = at; at < reader->end && (is_letter(*at) || text_is_figure(*at)); at++)
		tag->len++;
	tag->rest = at;
	while (at < reader->end && *at != '>') {
		bool value = (*at == '"' || *at == '\'') && at[-1] == '=';
		at = value && (close = mark_close(reader, at)) ? close : at + 1;
	}
	reader->open_ended = at >= reader->end;
	tag->end = at + 1;
	return !reader->open_ended;
}

static bool tag_is(const struct tag *tag, const char *name)
{
	return strlen(name) == tag->len && text_same_ascii(tag->name, name, tag->len);
}

static bool tag_among(const struct tag *tag, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (tag_is(tag, names[i]))
			return true;
	return false;
}

/* Behind a comment, or what else is in no text. */
static const char *remark_skip(struct reader *reader, const struct tag *tag)
{
	bool comment = reader->end - reader->at > 6 && !memcmp(reader->at, "<!--", 4);
	if (!comment || reader->no_comment_end)
		return tag->end;
	for (const char *at = reader->at + 4; at + 3 <= reader->end; at++)
		if (!memcmp(at, "-->", 3)) {
			reader->lost |= HTML_REMARKS;
			return at + 3;
		}
	reader->no_comment_end = true;
	return tag->end;
}

/* Behind the tag, and behind the content of what is no text. */
static const char *skip(struct reader *reader, const struct tag *tag)
{
	if (!tag->len)
		return remark_skip(reader, tag);
	for (size_t i = 0; i < SKIPPED && !tag->closing; i++) {
		if (!tag_is(tag, skipped[i]) || reader->no_closing[i])
			continue;
		for (const char *at = tag->end; at + 2 + tag->len <= reader->end; at++)
			if (at[0] == '<' && at[1] == '/' &&
				text_same_ascii(at + 2, skipped[i], tag->len))
				return at;
		reader->no_closing[i] = true;
	}
	return tag->end;
}

/* ---- what tags say ---- */

/* The value of an attribute, its entities as characters, its blanks one where it is of words and else none;
 * NULL where the tag has none. */
static const char *attribute(
	struct reader *reader, const struct tag *tag, const char *name, bool words)
{
	size_t len = strlen(name);
	for (const char *at = tag->rest; at + len + 1 < tag->end; at++) {
		if (!is_blank(at[-1]) && at > tag->rest)
			continue;
		if (!text_same_ascii(at, name, len) || at[len] != '=')
			continue;
		const char *from = at + len + 1, *to = from;
		char mark = *from == '"' || *from == '\'' ? *from : 0;
		from += mark != 0;
		for (to = from; to < tag->end - 1; to++)
			if (mark ? *to == mark : is_blank(*to))
				break;
		struct buf value = {0};
		while (from < to) {
			char bytes[4];
			int32_t code = 0;
			size_t entity = html_entity(from, (size_t)(to - from), &code);
			if (entity)
				buf_add(&value, bytes, text_encode(code, bytes));
			else if (!is_blank(*from))
				buf_char(&value, *from);
			else if (words && value.len && value.text[value.len - 1] != ' ')
				buf_char(&value, ' ');
			from += entity ? entity : 1;
		}
		const char *kept = buf_kept(&value, reader->arena);
		buf_free(&value);
		return kept;
	}
	return NULL;
}

static void address_keep(struct reader *reader, const char *address)
{
	if (!address || !*address || *address == '#')
		return;
	if (text_same_ascii(address, "data:", 5) || text_same_ascii(address, "javascript:", 11)) {
		reader->lost |= HTML_SCRIPTS;
		return;
	}
	for (size_t i = 0; i < reader->address_count && i < 8; i++)
		if (!strcmp(reader->addresses[reader->address_count - 1 - i], address))
			return;
	reader->addresses = mem_grow(reader->addresses, &reader->address_room,
		reader->address_count + 1, sizeof *reader->addresses);
	reader->addresses[reader->address_count++] = address;
}

/* Which text goes on behind the tag. */
static void quote_follow(struct reader *reader, const struct tag *tag)
{
	bool quote = tag_is(tag, "blockquote");
	bool cite = reader->quoted && (tag_is(tag, "cite") || tag_is(tag, "footer"));
	if (quote && !tag->closing)
		reader->quoted++;
	else if (quote && reader->quoted && --reader->quoted == 0)
		quote_end(reader);
	else if (cite && !tag->closing)
		reader->cited++;
	else if (cite && reader->cited)
		reader->cited--;
}

/* What stands in the tag itself: addresses, and the words in the place of a picture. */
static void attributes_follow(struct reader *reader, const struct tag *tag)
{
	static const char *const shown[] = {"img", "iframe", "video", "audio", "source", "embed"};
	const char *alt = tag_is(tag, "img") ? attribute(reader, tag, "alt", true) : NULL;
	const char *title = attribute(reader, tag, "title", true);
	if (tag_is(tag, "script") || tag_is(tag, "svg") || tag_is(tag, "object"))
		reader->lost |= HTML_SCRIPTS;
	if (title && *title)
		reader->lost |= HTML_TITLES;
	if (tag_is(tag, "a"))
		address_keep(reader, attribute(reader, tag, "href", false));
	else if (tag_is(tag, "blockquote") || tag_is(tag, "q"))
		address_keep(reader, attribute(reader, tag, "cite", false));
	else if (tag_among(tag, shown, sizeof shown / sizeof *shown))
		address_keep(reader, attribute(reader, tag, "src", false));
	if (alt && *alt) {
		struct sink *sink = sink_at(reader);
		sink_add(sink, "[", 1);
		buf_text(&sink->text, alt);
		buf_char(&sink->text, ']');
		sink->blank = true;
	}
}

static void tag_follow(struct reader *reader, const struct tag *tag)
{
	static const char *const lines[] = {"p", "br", "div", "li", "ul", "ol", "dl", "dt", "dd",
		"tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "section", "article",
		"header", "footer", "blockquote", "figure", "figcaption", "pre", "center"};
	static const char *const blanks[] = {
		"td", "th", "img", "iframe", "button", "option", "video", "audio"};
	struct sink *sink = sink_at(reader);
	sink->line |= tag_among(tag, lines, sizeof lines / sizeof *lines);
	sink->blank |= tag_among(tag, blanks, sizeof blanks / sizeof *blanks);
	if (tag_is(tag, "q"))
		sink_add(sink, tag->closing ? "\u201D" : "\u201C", 3);
	quote_follow(reader, tag);
	if (!tag->closing)
		attributes_follow(reader, tag);
}

/* ---- text ---- */

static void blanks_pass(struct reader *reader)
{
	struct sink *sink = sink_at(reader);
	size_t ends = 0;
	for (; reader->at < reader->end && is_blank(*reader->at); reader->at++)
		ends += *reader->at == '\n';
	sink->blank = true;
	sink->line |= ends > 1; /* as who knows no HTML parts paragraphs */
}

static void text_pass(struct reader *reader)
{
	char bytes[4];
	int32_t code = 0;
	size_t entity = html_entity(reader->at, (size_t)(reader->end - reader->at), &code);
	if (entity && code == ' ') {
		sink_at(reader)->blank = true;
		reader->at += entity;
	} else if (entity) {
		sink_add(sink_at(reader), bytes, text_encode(code, bytes));
		reader->at += entity;
	} else {
		const char *from = reader->at++;
		while (reader->at < reader->end && !is_blank(*reader->at) && *reader->at != '<' &&
			*reader->at != '&')
			reader->at++;
		sink_add(sink_at(reader), from, (size_t)(reader->at - from));
	}
}

void html_read(struct arena *arena, const char *text, size_t len, struct html *html)
{
	struct reader reader = {.arena = arena, .at = text, .end = text + len};
	struct tag tag;
	while (reader.at < reader.end) {
		if (is_blank(*reader.at)) {
			blanks_pass(&reader);
		} else if (*reader.at == '<' && tag_read(&reader, &tag)) {
			const char *next = skip(&reader, &tag);
			if (tag.len)
				tag_follow(&reader, &tag);
			reader.at = next;
		} else {
			text_pass(&reader);
		}
	}
	if (reader.quoted)
		quote_end(&reader);
	*html = (struct html){.len = reader.all.text.len,
		.text = buf_kept(&reader.all.text, arena),
		.quotes = arena_copy(
			arena, reader.quotes, reader.quote_count, sizeof *reader.quotes),
		.quote_count = reader.quote_count,
		.addresses = arena_copy(
			arena, reader.addresses, reader.address_count, sizeof *reader.addresses),
		.address_count = reader.address_count,
		.lost = reader.lost};
	buf_free(&reader.all.text);
	buf_free(&reader.words.text);
	buf_free(&reader.cite.text);
	free(reader.quotes);
	free(reader.addresses);
}

const char *html_whole(struct arena *arena, const struct html *html)
{
	struct buf whole = {0};
	buf_text(&whole, html->text);
	for (size_t i = 0; i < html->quote_count; i++) {
		const struct html_quote *quote = &html->quotes[i];
		buf_text(&whole, whole.len ? "\n" : "");
		if (*quote->words)
			buf_format(
				&whole, "\u201C%s\u201D%s", quote->words, *quote->cite ? " " : "");
		buf_text(&whole, quote->cite);
	}
	const char *text = buf_kept(&whole, arena);
	buf_free(&whole);
	return text;
}
