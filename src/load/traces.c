/* Most texts hold none of them: each is searched once for what is their beginning (traces_find.c), and only
 * where that is there for them. */
#include "load/traces.h"

#include "base/marks.h"
#include "base/misread.h"
#include "base/text.h"
#include "base/written.h"
#include "load/comma.h"
#include "load/heads.h"
#include "load/leftovers.h"
#include "load/lost.h"
#include "load/page.h"
#include "load/spot.h"
#include "load/standin.h"

#include <string.h>

static bool is_letter(char c)
{
	return text_small(c) >= 'a' && text_small(c) <= 'z';
}

/* Whether no letter, digit or byte of another script stands there. */
static bool is_edge(char c)
{
	return !is_letter(c) && !text_is_figure(c) && !((unsigned char)c & 0x80);
}

/* ---- HTML ---- */

/* Bytes of the tag that the text begins with, or 0. */
static size_t tag_len(const char *text)
{
	static const char *const tags[] = {"a", "abbr", "b", "big", "blockquote", "br", "center",
		"cite", "code", "del", "div", "em", "figure", "font", "h1", "h2", "h3", "h4", "h5",
		"h6", "hr", "i", "img", "ins", "li", "mark", "ol", "p", "pre", "q", "s", "small",
		"span", "strong", "sub", "sup", "table", "td", "th", "tr", "u", "ul"};
	enum { TAG_MOST = 400 };
	size_t from = 1 + (text[1] == '/'), len = 0;
	if (strncmp(text, "<!--", 4) == 0)
		return 4;
	if (strncmp(text, "<![CDATA[", 9) == 0)
		return 9;
	while (is_letter(text[from + len]) || text_is_figure(text[from + len]))
		len++;
	bool word = len && text[from + len] == ':'; /* "<o:p>", of a word processor */
	while (word && (text[from + len] == ':' || is_letter(text[from + len])))
		len++;
	const char *rest = text + from + len;
	if (!len || !*rest || !strchr("> /\n", *rest))
		return 0;
	size_t end = strcspn(rest, "<>");
	if (word && rest[end] == '>' && end < TAG_MOST)
		return from + len + end + 1;
	for (size_t i = 0; i < sizeof tags / sizeof *tags && rest[end] == '>'; i++)
		if (strlen(tags[i]) == len && text_same_ascii(text + from, tags[i], len) &&
			end < TAG_MOST)
			return from + len + end + 1;
	return 0;
}

/* Of one whose semicolon is lost: "&nbsp ". */
static size_t bare_len(const char *text)
{
	static const char *const names[] = {
		"&nbsp", "&quot", "&amp", "&ldquo", "&rdquo", "&ndash", "&mdash", "&apos"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		size_t len = strlen(names[i]);
		if (strncmp(text, names[i], len) == 0 && !is_letter(text[len]))
			return len;
	}
	return 0;
}

/* Bytes of the entity that the text begins with, or 0: "&nbsp;", "&#8220;". */
static size_t entity_len(const char *text)
{
	enum { ENTITY_MOST = 10 };
	size_t at = 1 + (text[1] == '#');
	size_t from = at;
	while ((is_letter(text[at]) || text_is_figure(text[at])) && at < ENTITY_MOST)
		at++;
	if (text[at] == ';')
		return at > from + (text[1] != '#') ? at + 1 : 0;
	return bare_len(text);
}

static void html_report(struct loader *load, const struct node *node)
{
	const char *from = node->text, *at;
	for (; *(at = from + strcspn(from, "<&")); from = at + 1) {
		size_t len = *at == '<' ? tag_len(at) : entity_len(at);
		if (!len)
			continue;
		spot_report(load, CODE_HTML, node, (size_t)(at - node->text),
			"\"%.*s\" is HTML, and is shown as it stands; %s", len > 40 ? 40 : (int)len,
			at, *at == '<' ? "take it out" : "write the character itself");
		return;
	}
}

/* ---- Markdown ---- */

bool traces_is_outside(char before)
{
	return memchr(" \t\n\"'([{", before, 9) != NULL;
}

/* Bytes of words between two of these signs, with both, or 0: "**never**", "_never_". */
static size_t between_len(const char *text, const char *at, const char *sign)
{
	enum { WORDS_MOST = 200 };
	size_t len = strlen(sign);
	if ((at > text && !traces_is_outside(at[-1])) || (is_edge(at[len]) && at[len] != '"'))
		return 0;
	for (size_t end = len; end < WORDS_MOST && at[end] && at[end] != '\n'; end++)
		if (at[end - 1] != ' ' && strncmp(at + end, sign, len) == 0 &&
			is_edge(at[end + len]))
			return end + len;
	return 0;
}

/* Bytes of the link that the text begins with, or 0: "[words](address)". */
static size_t link_len(const char *text)
{
	enum { LINK_MOST = 400 };
	size_t words = 1, slashes = 0;
	while (words < LINK_MOST && text[words] && !strchr("[]\n", text[words]))
		words++;
	if (text[words] != ']' || text[words + 1] != '(')
		return 0;
	size_t end = words + 2;
	for (; end < LINK_MOST && text[end] && !strchr(") \n", text[end]); end++)
		slashes += text[end] == '/';
	return text[end] == ')' && slashes ? end + 1 : 0;
}

static size_t markdown_len(const char *text, const char *at)
{
	static const char *const signs[] = {"***", "**", "__", "~~", "*", "_", "`"};
	size_t len = *at == '[' ? link_len(at) : 0;
	for (size_t i = 0; i < sizeof signs / sizeof *signs && !len; i++)
		if (strncmp(at, signs[i], strlen(signs[i])) == 0)
			return between_len(text, at, signs[i]);
	return len;
}

static void markdown_report(struct loader *load, const struct node *node)
{
	const char *from = node->text, *at;
	for (; *(at = from + strcspn(from, "*_[~`")); from = at + 1) {
		size_t len = markdown_len(node->text, at);
		if (!len)
			continue;
		spot_report(load, CODE_MARKDOWN, node, (size_t)(at - node->text),
			"\"%.*s\" is Markdown, and is shown as it stands; leave its signs out",
			len > 40 ? 40 : (int)len, at);
		return;
	}
}

/* ---- drafts ---- */

static const char *const drafts[] = {"TODO", "FIXME", "???", "Lorem ipsum",
	"Error! Bookmark not defined", "Error! Reference source not found"};

/* In words and titles wherever it stands; any other text begins with it. */
static void draft_report(
	struct loader *load, const struct form_field *field, const struct node *node)
{
	bool anywhere = field->flags & (FIELD_WORDS | FIELD_TITLE);
	for (size_t i = 0; i < sizeof drafts / sizeof *drafts; i++) {
		size_t len = strlen(drafts[i]);
		const char *at = anywhere                          ? strstr(node->text, drafts[i])
			: strncmp(node->text, drafts[i], len) == 0 ? node->text
								   : NULL;
		if (!at ||
			(is_letter(*at) &&
				((at > node->text && !is_edge(at[-1])) || !is_edge(at[len]))))
			continue;
		spot_report(load, CODE_DRAFT, node, (size_t)(at - node->text),
			"\"%s\" looks like something that is still to be done, and is shown as "
			"words",
			drafts[i]);
		return;
	}
}

/* ---- encodings ---- */

static size_t word_start(const char *text, size_t at)
{
	while (at && !strchr(" \t\n", text[at - 1]))
		at--;
	return at;
}

/* A question mark within a word; addresses have some. */
static bool is_letter_lost(const char *text, const char *at)
{
	if (at == text || !is_letter(at[-1]) || at[1] < 'a' || at[1] > 'z')
		return false;
	const char *start = text + word_start(text, (size_t)(at - text));
	size_t len = strcspn(start, " \t\n");
	return !memchr(start, '/', len) && !memchr(start, '=', len) && !memchr(start, '.', len);
}

static void lost_report_word(struct loader *load, const struct node *node, const char *at, int len)
{
	size_t start = word_start(node->text, (size_t)(at - node->text));
	size_t word = strcspn(node->text + start, " \t\n");
	spot_report(load, CODE_LOST_LETTER, node, (size_t)(at - node->text),
		"a letter is lost in \"%.*s\"; write the letter where \"%.*s\" stands",
		word > 60 ? 60 : (int)word, node->text + start, len, at);
}

static void letter_lost_report(struct loader *load, const struct node *node)
{
	static const char *const signs[] = {
		"\ufffd", "\ufffc", "\u00ef\u00bf\u00bd", "\u043f\u0457\u0405"};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		const char *at = strstr(node->text, signs[i]);
		if (at) {
			lost_report_word(load, node, at, (int)strlen(signs[i]));
			return;
		}
	}
	for (const char *at = node->text; (at = strchr(at, '?')); at++)
		if (is_letter_lost(node->text, at)) {
			lost_report_word(load, node, at, 1);
			return;
		}
}

static void misread_report(struct loader *load, const struct node *node)
{
	struct buf word = {0}, meant = {0}, more = {0};
	size_t at, count = misread_find(node->text, node->len, &at, &word, &meant);
	bool lost = strchr(buf_string(&meant), '?') && !strchr(buf_string(&word), '?');
	if (lost)
		buf_text(&more, " with the letter for \"?\"");
	if (count > 1)
		buf_format(&more, ", and mend %zu more word%s of this text so", count - 1,
			count == 2 ? "" : "s");
	if (count && !strstr(buf_string(&meant), "\ufffd")) /* that is told as lost */
		spot_report(load, CODE_MISREAD_LETTERS, node, at,
			"\"%s\" was opened in another encoding than it was saved in; write "
			"\"%s\"%s",
			buf_string(&word), buf_string(&meant), buf_string(&more));
	buf_free(&word);
	buf_free(&meant);
	buf_free(&more);
}

/* ---- the beginning ---- */

/* Bytes of what stands at the beginning for a sign of a block text, or 0: "->", "»-". */
static size_t block_sign_len(const char *text)
{
	static const char *const signs[] = {"-->", "->", "\u2013>", "\u2014>", "\u00bb-",
		"\u00bb\u2013", "\u203a-", "<-", "=>", "\u00a6", "\\ ", ">-", ">+", "|-", "|+",
		">.", "|>", ">|"};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (strncmp(text, signs[i], strlen(signs[i])) == 0)
			return strlen(signs[i]);
	return (*text == '>' || *text == '|') && (!text[1] || text[1] == ' ' || text[1] == '\n');
}

/* "- ", "* ", "\u2022 ": signs of a list. */
static size_t list_sign_len(const char *text)
{
	size_t len = strncmp(text, "\u2022", 3) == 0 ? 3 : *text == '-' || *text == '*';
	return len && (text[len] == ' ' || text[len] == '\t') ? len : 0;
}

static void beginning_report(
	struct loader *load, const struct form_field *field, const struct node *node)
{
	const char *text = node->text;
	size_t len = block_sign_len(text);
	bool mail = !node->plain && *text == '>' && text[1] == ' ';
	if (len && !mail)
		code_report(load->diags, CODE_STRAY_SIGN, node->place,
			"this text begins with \"%.*s\", which is part of it; a text on the lines "
			"below begins with \"%s: >-\"",
			(int)len, text, node->key ? node->key->text : field->name);
	else if (mail || (field->flags & FIELD_WORDS && (len = list_sign_len(text))))
		spot_report(load, CODE_STRAY_SIGN, node, 0,
			"these words begin with \"%.*s\", and are quoted with it; take it out",
			mail ? 1 : (int)len, text);
}

/* ---- a text ---- */

static void marks_report(struct loader *load, const struct node *node)
{
	static const char *const words[] = {
		[MARKS_AROUND] = "leave out the quotation marks around the text: they are added "
				 "where it is shown",
		[MARKS_OPEN] = "this quotation mark is never closed; leave it out: marks are added "
			       "where the text is shown",
		[MARKS_CLOSE] = "this quotation mark was never opened; leave it out: marks are "
				"added where the text is shown",
	};
	size_t at;
	struct buf inner = {0}, act = {0};
	enum marks marks = marks_own(node->text, node->len, &at);
	if (marks == MARKS_AROUND && node->plain)
		marks_leave_out(&inner, node->text, node->len);
	/* Without them a sign would begin it that no text begins with. */
	if (inner.len && strchr("\"'[{&*!|>%@`#", *inner.text)) {
		const struct written written = {.field = node->key ? node->key->text : NULL,
			.field_len = node->key ? node->key->len : 0,
			.text = inner.text,
			.len = inner.len};
		written_advise(&act, &written);
		spot_report(load, CODE_OWN_QUOTATION_MARKS, node, at,
			"quotation marks are added where the text is shown; leave out these, and "
			"%s",
			buf_string(&act));
	} else if (marks != MARKS_NONE) {
		spot_report(load, CODE_OWN_QUOTATION_MARKS, node, at, "%s", words[marks]);
	}
	buf_free(&inner);
	buf_free(&act);
}

static bool is_name(const struct form_field *field)
{
	return field->flags & FIELD_TITLE || field->kind == FIELD_NAMES ||
		strcmp(field->name, "name") == 0;
}

/* Of fields that hold no sentence of somebody: a place, a page. */
static bool is_label(const struct form_field *field)
{
	static const char *const names[] = {"place", "locator", "author", "editor", "translator",
		"publisher", "publisher-place", "page", "volume", "issue", "edition", "archive",
		"archive_location", "date_text", "duration"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(field->name, names[i]) == 0)
			return true;
	return false;
}

/* A title or a name in a word processor's marks: YAML takes only straight ones off. A whole sentence
 * in them may be a quotation, and what is in straight ones besides is so on purpose. A mark that has
 * no fellow is a slip in any text. */
static void kept_marks_report(
	struct loader *load, const struct form_field *field, const struct node *node)
{
	size_t at;
	enum marks marks = marks_own(node->text, node->len, &at);
	if (marks != MARKS_NONE && comma_follows(load->level, node))
		return;
	if (marks == MARKS_OPEN || marks == MARKS_CLOSE)
		spot_report(load, CODE_KEPT_MARKS, node, at,
			"this quotation mark has no fellow; leave it out, or put the other one");
	else if (marks == MARKS_AROUND &&
		(is_label(field) || (is_name(field) && !strpbrk(node->text, ".!?"))))
		spot_report(load, CODE_KEPT_MARKS, node, 0,
			"these quotation marks are shown as part of the text; leave them out, or "
			"keep them with straight ones around the whole: \"%s\"",
			node->text);
}

/* Whether a mark may stand at one of its ends: a plain text begins with none of ASCII. */
static bool has_marked_end(const struct node *node)
{
	return node->len &&
		((unsigned char)*node->text >= 0x80 || strpbrk(node->text, "\"`") ||
			(unsigned char)node->text[node->len - 1] >= 0x80);
}

void traces_report(struct loader *load, const struct form_field *field, const struct node *node,
	unsigned traces)
{
	if (standin_report(load, field, node) || !diag_wants(load->diags, DIAG_WARNING))
		return; /* all that follows are warnings */
	bool words = field->flags & FIELD_WORDS;
	bool head = heads_report(load, field, node) ||
		(load->paged && page_report(load, field, node, words));
	if (!head && (is_edge(*node->text) || (unsigned char)*node->text >= 0x80))
		beginning_report(load, field, node);
	if (words && !head && !lost_words(load, node))
		marks_report(load, node);
	if (traces & TRACE_LEFT)
		leftovers_report(load, node, words);
	if (traces & TRACE_LOST)
		letter_lost_report(load, node);
	if (traces & TRACE_MISREAD)
		misread_report(load, node);
	if (traces & TRACE_HTML)
		html_report(load, node);
	if (traces & TRACE_MARKDOWN)
		markdown_report(load, node);
	if (traces & TRACE_DRAFT)
		draft_report(load, field, node);
	if (node->plain && !(field->flags & FIELD_WORDS) && !node->remark && has_marked_end(node))
		kept_marks_report(load, field, node);
}
