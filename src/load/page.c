/* YAML joins the lines of most texts, so they are looked at in the file. A line belongs to a text as long
 * as it is indented deeper than the name of its field. */
#include "load/page.h"

#include "base/node_sign.h"
#include "base/text.h"
#include "load/spot.h"

#include <string.h>

enum kind { KIND_MAIL, KIND_BULLET, KIND_NUMBER, KIND_REMARK, KIND_RULE, KIND_PAGE, KIND_COUNT };

enum { LINES_MOST = 4000, WORD_MOST = 40 };

/* The first line of a kind, and how many there are. */
struct found {
	struct place place;
	const char *at;
	size_t len, count;
};

/* The numbers that lines begin with, as long as each is one more than the one above. */
struct numbers {
	struct place place;
	const char *at;
	unsigned long last;
	size_t count, small; /* lines, and those that go on with a small letter */
	bool broken;
};

static size_t figures_count(const char *at, const char *end)
{
	size_t count = 0;
	while (at + count < end && text_is_figure(at[count]))
		count++;
	return count;
}

static bool is_begun(const char *at, const char *end, const char *with)
{
	size_t len = strlen(with);
	return (size_t)(end - at) >= len && memcmp(at, with, len) == 0;
}

static size_t bullet_len(const char *at, const char *end)
{
	static const char *const bullets[] = {"\u2022", "\u25e6", "\u25aa", "\u2023", "\u25cf",
		"\u25cb", "\u25a0", "\u25b8", "\u25ba", "\u2219", "\uf0b7", "*"};
	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
		size_t len = strlen(bullets[i]);
		if (is_begun(at, end, bullets[i]) && at + len < end && sign_is_blank(at[len]))
			return len;
	}
	return 0;
}

static bool is_dash_at(const char *at, const char *end, size_t *len)
{
	static const char *const dashes[] = {"-", "\u2013", "\u2014", "[", "]", "|", "(", ")", " "};
	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
		if (is_begun(at, end, dashes[i])) {
			*len = strlen(dashes[i]);
			return true;
		}
	return false;
}

/* "23", "- 23 -", "[23]", "Page 3 of 7": the number of a page, and no year. */
static bool is_page_number(const char *at, const char *end)
{
	static const char *const names[] = {
		"Page ", "page ", "PAGE ", "Seite ", "p. ", "S. ", "Folio "};
	size_t len;
	bool named = false, dashes = false;
	for (size_t i = 0; i < sizeof names / sizeof *names && !named; i++)
		if ((named = is_begun(at, end, names[i])))
			at += strlen(names[i]);
	for (; !named && is_dash_at(at, end, &len); at += len)
		dashes = true;
	len = figures_count(at, end);
	if (!len || len > 4 || (len == 4 && !named && !dashes))
		return false;
	at += len;
	if (named &&
		(is_begun(at, end, " of ") || is_begun(at, end, " von ") ||
			is_begun(at, end, "/") || is_begun(at, end, " / ")))
		while (at < end && !text_is_figure(*at))
			at++;
	at += figures_count(at, end);
	while (is_dash_at(at, end, &len))
		at += len;
	return at == end;
}

/* "----", "====". */
static bool is_rule(const char *at, const char *end)
{
	size_t len = (size_t)(end - at), count = 0;
	while (count < len && at[count] == *at)
		count++;
	return len > 2 && count == len && strchr("-=_~+", *at);
}

/* What a page has between the lines of an article. */
static bool is_of_page(const char *at, const char *end)
{
	static const char *const lines[] = {"Advertisement", "ADVERTISEMENT", "Anzeige", "ANZEIGE",
		"Werbung", "Publicité", "Publicidad", "Read more", "Read More", "Continue reading",
		"Weiterlesen", "Mehr lesen", "Lire la suite", "Leer más", "Share", "Tweet",
		"Show more", "See more", "Skip advertisement", "Sign up", "Subscribe"};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		if (*lines[i] == *at && (size_t)(end - at) == strlen(lines[i]) &&
			is_begun(at, end, lines[i]))
			return true;
	return false;
}

/* How a line that is no field may begin: by a sign, with one of the words, or as a line of a page. */
enum begin { BEGIN_NOT, BEGIN_SIGN, BEGIN_DASH, BEGIN_WORD };

static enum begin begin_of(char c)
{
	switch (c) {
	case '-':
		return BEGIN_DASH;
	case 'A': /* those of is_of_page */
	case 'C':
	case 'L':
	case 'M':
	case 'P':
	case 'R':
	case 'S':
	case 'T':
	case 'W':
	case 'F': /* those of is_word_begun */
	case 'p':
	case '\xef':
		return BEGIN_WORD;
	case '>':
	case '/':
	case '*':
	case '=':
	case '_':
	case '~':
	case '+':
	case '[':
	case ']':
	case '(':
	case ')':
	case '|':
	case '\0':
	case '\xe2':
		return BEGIN_SIGN;
	default:
		return text_is_figure(c) ? BEGIN_SIGN : BEGIN_NOT;
	}
}

static enum kind kind_of(const char *at, const char *end, bool words)
{
	if (begin_of(*at) == BEGIN_NOT)
		return KIND_COUNT;
	if (*at == '>')
		return KIND_MAIL;
	if (is_begun(at, end, "//") && at + 2 < end && at[2] != '/')
		return KIND_REMARK;
	if (is_page_number(at, end))
		return KIND_NUMBER;
	if (words && bullet_len(at, end))
		return KIND_BULLET;
	if (words && is_rule(at, end))
		return KIND_RULE;
	return words && is_of_page(at, end) ? KIND_PAGE : KIND_COUNT;
}

static void numbers_add(
	struct numbers *numbers, const char *at, const char *end, struct place place)
{
	size_t len = figures_count(at, end);
	unsigned long number = 0;
	if (!len || len > 4 || at + len == end || !sign_is_blank(at[len])) {
		numbers->broken = true;
		return;
	}
	for (size_t i = 0; i < len; i++)
		number = number * 10 + (unsigned long)(at[i] - '0');
	if (!numbers->count++) {
		numbers->place = place;
		numbers->at = at;
	} else if (number != numbers->last + 1) {
		numbers->broken = true;
	}
	numbers->last = number;
	at = sign_blanks_skip(at + len, end);
	numbers->small += at < end && *at >= 'a' && *at <= 'z';
}

/* ---- reports ---- */

static void more_add(struct buf *out, size_t count)
{
	if (count > 1)
		buf_format(out, ", and so in %zu more line%s", count - 1, count == 2 ? "" : "s");
}

static void found_report(struct loader *load, const struct found *found, enum kind kind,
	const struct form_field *field, const struct node *node)
{
	struct buf more = {0};
	int len = found->len > WORD_MOST ? WORD_MOST : (int)found->len;
	more_add(&more, found->count);
	while (len && (size_t)len < found->len && text_is_inside(found->at[len]))
		len--;
	if (kind == KIND_REMARK)
		code_report(load->diags, CODE_REMARK_IN_TEXT, found->place,
			"this line begins with \"//\" and is part of the text, no remark; write "
			"\"#\" "
			"for it, and put it above \"%s\"%s",
			node->key ? node->key->text : field->name, buf_string(&more));
	else if (kind == KIND_NUMBER || kind == KIND_PAGE || kind == KIND_RULE)
		code_report(load->diags, CODE_LEFTOVER, found->place,
			"\"%.*s\" stands alone in this line, and is part of the text; take it out "
			"if "
			"it is %s%s",
			len, found->at,
			kind == KIND_NUMBER         ? "the number of a page"
				: kind == KIND_RULE ? "a line between two parts"
						    : "of the page",
			buf_string(&more));
	else
		code_report(load->diags, CODE_LEFTOVER, found->place,
			"this line begins with \"%.*s\", which is part of the text; take it out%s",
			kind == KIND_MAIL ? 1 : (int)bullet_len(found->at, found->at + found->len),
			found->at, buf_string(&more));
	buf_free(&more);
}

static void numbers_report(struct loader *load, const struct numbers *numbers)
{
	enum { LINES_LEAST = 3 };
	if (numbers->broken || numbers->count < LINES_LEAST || numbers->small * 2 < numbers->count)
		return;
	code_report(load->diags, CODE_LEFTOVER, numbers->place,
		"each line of this text begins with its number, which is part of the text; take "
		"the "
		"numbers out");
}

/* ---- the lines of a text ---- */

bool page_report(
	struct loader *load, const struct form_field *field, const struct node *node, bool words)
{
	size_t len;
	if (!node->lines) /* what is the whole text is no line among others */
		return false;
	const char *file = diag_file_bytes(load->diags, node->place.file, &len);
	const char *at = file && node->key ? spot_byte(load, node->place) : NULL, *end = file + len;
	struct found found[KIND_COUNT] = {{.count = 0}};
	struct numbers numbers = {.count = 0};
	struct place place = node->place;
	size_t held = 0;
	bool block = at && at < end && strchr("|>", *at);
	bool braces = load->level && load->level->map->flow; /* one line may hold them all */
	if (!at || at == end || braces || (!block && !node->plain))
		return false;
	for (int lines = 0; lines < LINES_MOST && at < end; lines++) {
		const char *to = sign_line_end(at, end), *last = to;
		while (last > at && sign_is_blank(last[-1]))
			last--;
		if (last > at && !(block && !lines)) {
			held++;
			enum kind kind = kind_of(at, last, words);
			if (kind < KIND_COUNT && !found[kind].count++) {
				found[kind].place = place;
				found[kind].at = at;
				found[kind].len = (size_t)(last - at);
			}
			if (words && !numbers.broken)
				numbers_add(&numbers, at, last, place);
		}
		at = sign_line_next(to, end);
		const char *start = at;
		while (at < end && *at == ' ')
			at++;
		place.line++;
		place.column = (uint32_t)(at - start) + 1;
		if (at < end && !strchr("\r\n", *at) && place.column <= node->key->place.column)
			break;
	}
	if (held < 2)
		return false;
	for (enum kind kind = 0; kind < KIND_COUNT; kind++)
		if (found[kind].count)
			found_report(load, &found[kind], kind, field, node);
	if (words)
		numbers_report(load, &numbers);
	return found[KIND_MAIL].count || found[KIND_BULLET].count;
}

/* ---- a file ---- */

/* Whether a line begins with one of the words; most do not with its letter. */
static bool is_word_begun(const char *at, const char *end)
{
	static const char *const words[] = {
		"Page ", "page ", "PAGE ", "Seite ", "p. ", "S. ", "Folio ", "\uf0b7"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (*words[i] == *at && is_begun(at, end, words[i]))
			return true;
	return false;
}

/* Whether the line begins so behind its blanks. */
static bool line_begins(enum begin begin, const char *at, const char *end)
{
	if (begin == BEGIN_WORD && *at == 'p' && end - at > 1 && at[1] != 'a' && at[1] != '.')
		return false;
	const char *last = memchr(at, '\n', (size_t)(end - at));
	last = last ? last : end;
	while (last > at && strchr(" \t\r", last[-1]))
		last--;
	if (begin == BEGIN_DASH)
		return last - at > 2 &&
			(at[1] == '-' || text_is_figure(at[1]) ||
				(at[1] == ' ' && text_is_figure(at[2])));
	return at < last &&
		(begin == BEGIN_SIGN || is_word_begun(at, last) || is_of_page(at, last));
}

bool page_find(const char *bytes, size_t len)
{
	const char *at = bytes, *end = bytes + len;
	while (at < end) {
		while (end - at > 1 && at[0] == ' ' && at[1] == ' ')
			at += 2; /* as most lines are indented */
		while (at < end && (*at == ' ' || *at == '\t'))
			at++;
		enum begin begin = at < end ? begin_of(*at) : BEGIN_NOT;
		if (begin != BEGIN_NOT && line_begins(begin, at, end))
			return true;
		at = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
		at = at ? at + 1 : end;
	}
	return false;
}
