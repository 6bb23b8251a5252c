/* Whether a page of HTML is well-formed XML as truce writes it, and asks for nothing: for tests of printers.
 *
 * It knows the little that is written: elements with attributes between double quotation marks, five
 * entities and numbers. */
#ifndef TRUCE_TESTS_MARKUP_H
#define TRUCE_TESTS_MARKUP_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MARKUP_DEPTH = 32, MARKUP_NAME = 16, MARKUP_SAID = 160 };

struct markup {
	const char *text, *at;
	char open[MARKUP_DEPTH][MARKUP_NAME];
	int depth;
	char fault[MARKUP_SAID]; /* what is wrong; "" so far nothing */
};

static inline void markup_fail(struct markup *markup, const char *what)
{
	if (!*markup->fault)
		snprintf(markup->fault, sizeof markup->fault, "%s: %.100s", what, markup->at);
}

/* The element or attribute at hand. */
static inline size_t markup_name_len(const char *at)
{
	return strspn(at, "abcdefghijklmnopqrstuvwxyz-0123456789");
}

static inline bool markup_is_among(const char *name, size_t len, const char *list)
{
	for (const char *at = list; (at = strstr(at, name)) != NULL; at++)
		if ((at == list || at[-1] == ' ') && (at[len] == ' ' || !at[len]))
			return true;
	return false;
}

static inline bool markup_is_entity(const char *at)
{
	static const char *const entities[] = {"&amp;", "&lt;", "&gt;", "&quot;"};
	for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
		if (strncmp(at, entities[i], strlen(entities[i])) == 0)
			return true;
	if (at[1] != '#')
		return false;
	size_t digits = at[2] == 'x' ? strspn(at + 3, "0123456789ABCDEF")
				     : strspn(at + 2, "0123456789");
	return digits && at[2 + (at[2] == 'x') + digits] == ';';
}

/* Characters that XML has none of, as UTF-8: controls, and U+FFFE and U+FFFF. */
static inline bool markup_is_character(const char *at)
{
	unsigned char c = (unsigned char)*at;
	return (c >= 0x20 || c == '\n') && c != 0x7f && strncmp(at, "\xef\xbf\xbe", 3) != 0 &&
		strncmp(at, "\xef\xbf\xbf", 3) != 0;
}

static inline void markup_characters(struct markup *markup, const char *ends)
{
	for (; *markup->at && !strchr(ends, *markup->at); markup->at++)
		if ((*markup->at == '&' && !markup_is_entity(markup->at)) ||
			!markup_is_character(markup->at) || strchr("<>\"", *markup->at))
			markup_fail(markup, "a character that is no text");
}

/* A link within the page leads to an id that is there, others to the web; nothing is fetched. */
static inline void markup_attribute(
	struct markup *markup, const char *name, size_t len, const char *value, size_t value_len)
{
	char word[MARKUP_NAME] = "", id[600];
	const char *first;
	snprintf(word, sizeof word, "%.*s", (int)len, name);
	if (!markup_is_among(word, len,
		    "aria-label charset cite class colspan content datetime dir href http-equiv id "
		    "lang name role scope tabindex xmlns"))
		markup_fail(markup, "an attribute that is not expected");
	bool link = strcmp(word, "href") == 0;
	if ((link && *value != '#') || strcmp(word, "cite") == 0) {
		if (strncmp(value, "http://", 7) != 0 && strncmp(value, "https://", 8) != 0)
			markup_fail(markup, "an address of no page");
	} else if ((link || strcmp(word, "id") == 0) && value_len < 500) {
		snprintf(id, sizeof id, " id=\"%.*s\"", (int)(value_len - link), value + link);
		first = strstr(markup->text, id);
		if (!first || (!link && strstr(first + 1, id)))
			markup_fail(markup, link ? "a link to nothing" : "an id twice");
	}
}

static inline void markup_attributes(struct markup *markup)
{
	while (*markup->at == ' ' && !*markup->fault) {
		const char *name = ++markup->at;
		size_t len = markup_name_len(name);
		markup->at += len;
		if (!len || strncmp(markup->at, "=\"", 2) != 0) {
			markup_fail(markup, "no attribute");
			return;
		}
		const char *value = markup->at += 2;
		markup_characters(markup, "\"");
		markup_attribute(markup, name, len, value, (size_t)(markup->at - value));
		markup->at += *markup->at == '"';
	}
}

static inline void markup_element(struct markup *markup)
{
	bool ends = markup->at[1] == '/';
	const char *name = markup->at += 1 + ends;
	size_t len = markup_name_len(name);
	char word[MARKUP_NAME] = "";
	snprintf(word, sizeof word, "%.*s", (int)len, name);
	if (!len || len >= MARKUP_NAME ||
		!markup_is_among(word, len,
			"html head meta title style body header nav main section article h1 h2 h3 "
			"p span a b br ul ol li dl dt dd figure blockquote figcaption time table "
			"thead tbody tr th td div mark pre code"))
		markup_fail(markup, "an element that is not expected");
	markup->at += len;
	if (!ends)
		markup_attributes(markup);
	bool empty = *markup->at == '/';
	markup->at += empty;
	if (*markup->at != '>')
		markup_fail(markup, "a tag that does not end");
	else
		markup->at++;
	if (ends && (!markup->depth || strcmp(markup->open[--markup->depth], word) != 0))
		markup_fail(markup, "the end of what is not open");
	else if (!ends && !empty && markup->depth == MARKUP_DEPTH)
		markup_fail(markup, "too deep");
	else if (!ends && !empty)
		strcpy(markup->open[markup->depth++], word);
	if (!ends && strcmp(word, "style") == 0 && strstr(markup->at, "</style>"))
		markup->at = strstr(markup->at, "</style>");
}

/* What is wrong with the page, or NULL. Valid until the next call. */
static inline const char *markup_fault(const char *text)
{
	static const char doctype[] = "<!DOCTYPE html>\n";
	static struct markup markup;
	markup = (struct markup){.text = text, .at = text};
	if (strncmp(text, doctype, strlen(doctype)) != 0)
		markup_fail(&markup, "no document type");
	else
		markup.at += strlen(doctype);
	while (*markup.at && !*markup.fault)
		if (*markup.at == '<')
			markup_element(&markup);
		else
			markup_characters(&markup, "<");
	if (markup.depth)
		markup_fail(&markup, "elements that do not end");
	return *markup.fault ? markup.fault : NULL;
}

#endif
