/* Citations as pandoc reads them: [@brest-1918, p. 12].
 *
 * Where in the source, a locator says in the record's words. Pandoc takes those that begin with a
 * number, or a word such as "p." or "section", to pieces, so that each style can write them its
 * own way. What it would take to pieces wrongly stands behind {}, by which it is told that no more
 * of it is a locator: all styles write that as it is. */
#include "print/markdown_page.h"
#include "print/markdown_text.h"

#include <string.h>

static bool is_figure(char c)
{
	return text_is_figure(c);
}

static bool is_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* "12", "12r", "xiv": how many bytes of it; 0 where there is none. */
static size_t number_len(const char *at)
{
	size_t figures = strspn(at, "0123456789");
	size_t len = figures ? figures + is_letter(at[figures]) : strspn(at, "ivxlcdmIVXLCDM");
	return is_letter(at[len]) || is_figure(at[len]) ? 0 : len;
}

/* What stands between two numbers of a range or a list. */
static size_t between_len(const char *at)
{
	static const char *const betweens[] = {"-", "–", ", "};
	for (size_t i = 0; i < sizeof betweens / sizeof *betweens; i++)
		if (strncmp(at, betweens[i], strlen(betweens[i])) == 0)
			return strlen(betweens[i]);
	return 0;
}

/* "12, 15-17" */
static bool is_numbers(const char *at)
{
	for (size_t len; (len = number_len(at)) > 0; at += len) {
		at += len;
		if (!*at)
			return true;
		len = between_len(at);
		if (!len)
			return false;
	}
	return false;
}

/* The words that pandoc knows in English, and in a document of which it is told no language. */
static size_t label_len(const char *at)
{
	static const char *const labels[] = {"bk.", "bks.", "book", "books", "chap.", "chaps.",
		"chapter", "chapters", "col.", "cols.", "column", "columns", "fig.", "figs.",
		"figure", "figures", "fol.", "fols.", "folio", "folios", "issue", "issues", "l.",
		"line", "lines", "ll.", "n.", "nn.", "no.", "nos.", "note", "notes", "number",
		"numbers", "op.", "opera", "opp.", "opus", "p.", "page", "pages", "para.", "paras.",
		"paragraph", "paragraphs", "part", "parts", "pp.", "pt.", "pts.", "s.v.", "s.vv.",
		"sec.", "secs.", "section", "sections", "sub verbo", "sub verbis", "v.", "verse",
		"verses", "vol.", "vols.", "volume", "volumes", "vv.", "§", "§§", "¶", "¶¶"};
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
		size_t len = strlen(labels[i]);
		bool sign = (unsigned char)labels[i][0] >= 0x80;
		if (text_same_ascii(at, labels[i], len) &&
			(at[len] == ' ' || (sign && is_figure(at[len]))))
			return len + (at[len] == ' ');
	}
	return 0;
}

static bool is_page(const char *locator, size_t label)
{
	return (label == strlen("p. ") && locator[0] == 'p') ||
		(label == strlen("pp. ") && strncmp(locator, "pp", 2) == 0);
}

/* In another language pandoc looks for other words; a number alone is a page in all. */
static void locator_add(struct markdown *page, const char *locator)
{
	size_t label = label_len(locator);
	bool numbers = is_numbers(locator + label);
	bool known = numbers && (page->english || !label || is_page(locator, label));
	bool taken = label || is_figure(*locator) || number_len(locator);
	if (known && !page->english && label)
		locator += label;
	markdown_tag(page, !known && taken ? "{}, " : ", ");
	markdown_cited(page->form, &page->out, locator);
}

/* Pandoc ends a key at two signs in a row; between braces it does not. */
static bool is_plain_key(const char *id)
{
	size_t len = strlen(id);
	return len && id[0] != '-' && id[len - 1] != '-' && !strstr(id, "--") &&
		text_ascii_len(id, len) == len;
}

void markdown_key(struct markdown *page, struct ref source)
{
	const char *id = record_id(page->record, source);
	buf_format(&page->out, is_plain_key(id) ? "@%s" : "@{%s}", id);
}

/* Where in several sources, their citation could not say of each. */
void markdown_cite(struct markdown *page, const struct citation *citation)
{
	if (!citation)
		return;
	if (page->out.len && !strchr("\n ", page->out.text[page->out.len - 1]))
		markdown_tag(page, " ");
	if (citation->locator && citation->count != 1) {
		markdown_tag(page, "*");
		markdown_line(page, citation->locator);
		markdown_tag(page, "* ");
	}
	for (uint32_t n = 0; n < citation->count; n++) {
		markdown_tag(page, n ? "; " : "[");
		markdown_key(page, citation->sources[n]);
	}
	if (citation->locator && citation->count == 1)
		locator_add(page, citation->locator);
	markdown_tag(page, "]");
}
