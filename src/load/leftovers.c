/* What an editor puts into a quotation is left alone: "[sic]", "[the chairman]", "[1918]", "th[e]",
 * "[...]". A footnote's mark is a short number that stands close behind a word. */
#include "load/leftovers.h"

#include "base/text.h"
#include "load/pasted.h"
#include "load/spot.h"

#include <string.h>

/* Bytes that are shown, bytes of a note that is looked for, and signs of a text that are looked at:
 * a text of nothing but brackets takes no longer than another. */
enum { SHOWN_MOST = 60, NOTE_MOST = 64, SIGNS_MOST = 4096 };

static bool is_letter(char c)
{
	return (text_small(c) >= 'a' && text_small(c) <= 'z') || (unsigned char)c >= 0x80;
}

/* ---- footnotes ---- */

/* "[citation needed]", "[note 3]": what no editor writes. */
static size_t note_len(const char *at)
{
	static const char *const notes[] = {"[citation needed", "[clarification needed", "[note ",
		"[nb ", "[edit]", "[who?]", "[when?]", "[by whom?]", "[according to whom?]",
		"[failed verification", "[better source needed", "[page needed", "[dubious",
		"[cite", "[oaicite", "[Nachweis fehlt", "[Anm. ", "[Bearbeiten]", "[r\u00e9f. ",
		"[note\u00a0", "[modifier]", "[cita requerida", "[editar]",
		"[\u043f\u0440\u0438\u043c. ",
		"[\u0438\u0441\u0442\u043e\u0447\u043d\u0438\u043a "};
	const char *close = leftover_near(at, "]");
	size_t end = close ? (size_t)(close - at) : 0;
	for (size_t i = 0; close && i < sizeof notes / sizeof *notes; i++) {
		if (notes[i][1] != at[1]) /* as of most */
			continue;
		size_t len = strlen(notes[i]);
		bool numbered = notes[i][len - 1] == ' ';
		if (strncmp(at, notes[i], len) == 0 && end < SHOWN_MOST &&
			(!numbered || text_is_figure(at[len]) || is_letter(at[len])))
			return end + 1;
	}
	return 0;
}

static size_t footnote_len(const char *text, const char *at)
{
	size_t len = note_len(at);
	char before = at > text ? at[-1] : ' ';
	/* "than blood. [4]" at the end */
	if (!len && at > text + 1 && before == ' ' && strchr(".!?\"", at[-2])) {
		while (len < 3 && text_is_figure(at[1 + len]))
			len++;
		return len && at[1 + len] == ']' && (!at[2 + len] || at[2 + len] == '\n') ? len + 2
											  : 0;
	}
	if (len || strchr(" \t\n([{-/", before) || text_is_figure(before))
		return len;
	while (len < 4 && text_is_figure(at[1 + len]))
		len++;
	if (!len && strchr(".,;:!?\"", before) && at[1] >= 'a' && at[1] <= 'z')
		len = 1;
	if (!len || len > 3 || at[1 + len] != ']' || is_letter(at[2 + len]) ||
		text_is_figure(at[2 + len]))
		return 0;
	return len + 2;
}

/* ---- signs of Wikipedia, and of a spreadsheet ---- */

/* "[[Berlin|the town]]" is "the town". */
static size_t link_len(const char *at, struct buf *meant)
{
	const char *end = leftover_near(at, "]]"), *bar = leftover_near(at, "|");
	if (!end || end == at + 2)
		return 0;
	const char *from = bar && bar < end ? bar + 1 : at + 2;
	buf_add(meant, from, (size_t)(end - from));
	return (size_t)(end - at) + 2;
}

static size_t until_len(const char *at, const char *sign)
{
	const char *end = leftover_near(at, sign);
	return end ? (size_t)(end - at) + strlen(sign) : 0;
}

static size_t reference_len(const char *at)
{
	size_t open = until_len(at, ">");
	if (!open || !strchr(" >/", at[4]))
		return 0;
	return at[open - 2] == '/' ? open : until_len(at, "</ref>");
}

/* How often the sign stands there, up to four times. */
static size_t sign_count(const char *at)
{
	size_t count = 1;
	while (count < 4 && at[count] == *at)
		count++;
	return count;
}

/* Words between two signs that are each written twice, or three times. */
static size_t between_len(const char *text, const char *at, struct buf *meant)
{
	const char sign[] = {*at, *at, '\0'};
	size_t count = sign_count(at);
	const char *end = count == 2 || count == 3 ? leftover_near(at + count, sign) : NULL;
	if (!end || !is_letter(at[count]) || (at > text && is_letter(at[-1])) ||
		sign_count(end) != count || (at == text && !end[count]))
		return 0;
	if (*at == '"')
		buf_char(meant, '"');
	buf_add(meant, at + count, (size_t)(end - at) - count);
	if (*at == '"')
		buf_char(meant, '"');
	return (size_t)(end - at) + count;
}

/* ---- a printed page ---- */

/* The word that holds a ligature, with its letters. */
static size_t ligature_len(const char *at, struct buf *meant)
{
	static const char *const letters[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
	size_t bytes, len = strlen(at);
	int32_t code = text_decode(at, len, &bytes);
	if (code < 0xfb00 || code > 0xfb06)
		return 0;
	buf_text(meant, letters[code - 0xfb00]);
	return bytes;
}

/* Whether the word begins what goes on behind a hyphen by right: "twenty- and thirty-year". */
static bool joins(const char *word, size_t len)
{
	static const char words[] =
		" and or to nor but as than not und oder bis et ou y o e en of och eller og als "
		"wie sowie noch beziehungsweise ed u i lub albo a \u0438 \u0438\u043b\u0438 ";
	for (const char *at = words; (at = strchr(at, *word)); at++)
		if (at[-1] == ' ' && strncmp(at, word, len) == 0 && at[len] == ' ')
			return true;
	return false;
}

/* "negotia- tions", from its first letter on where `at` is the hyphen. */
static size_t divided_len(const char *text, const char *at, struct buf *meant)
{
	const char *start = at;
	size_t hyphen = *at == '-' ? 1 : *at == '\xc2' ? 2 : 3;
	size_t gap = strspn(at + hyphen, " \n"), len = 0;
	const char *next = at + hyphen + gap;
	while (start > text && is_letter(start[-1]))
		start--;
	while (is_letter(next[len]))
		len++;
	if (!gap || gap > 1 || at - start < 3 || len < 2 || (*next >= 'A' && *next <= 'Z') ||
		(unsigned char)*next >= 0xe2 || joins(next, len) || next[len] == '-')
		return 0;
	buf_add(meant, start, (size_t)(at - start));
	buf_add(meant, next, len);
	return (size_t)(next + len - start);
}

/* "blood.¹": a raised figure behind the end of a sentence. */
static size_t raised_len(const char *text, const char *at)
{
	size_t len = 0;
	if (at == text || !strchr(".,;!?\"", at[-1]))
		return 0;
	for (;; len++)
		if (at[len] == '\xc2' && at[len + 1] && strchr("\xb9\xb2\xb3", at[len + 1]))
			len++;
		else if (at[len] == '\xe2' && at[len + 1] == '\x81' &&
			(unsigned char)at[len + 2] >= 0xb0 && (unsigned char)at[len + 2] <= 0xb9)
			len += 2;
		else
			return len;
}

/* ---- an editor's words ---- */

/* What begins an editor's words in round brackets. */
static const char *const editors[] = {"(sic)", "(sic!)", "(sic.)", "(Sic)", "(Sic!)", "(!sic)",
	"(recte ", "(Anm. d.", "(my emphasis", "(emphasis mine", "(emphasis added"};

enum { EDITORS_LEAST = 4 }; /* bytes that tell them from other words */

/* "(sic!)", which would have been said. */
static size_t editor_len(const char *at, struct buf *meant)
{
	for (size_t i = 0; i < sizeof editors / sizeof *editors; i++) {
		size_t len = strlen(editors[i]);
		const char *end = strncmp(at, editors[i], len) == 0 ? leftover_near(at, ")") : NULL;
		if (!end)
			continue;
		if (editors[i][len - 1] == ')')
			buf_text(meant, "[sic]");
		else
			buf_format(meant, "[%.*s]", (int)(end - at) - 1, at + 1);
		return (size_t)(end - at) + 1;
	}
	return 0;
}

static bool editor_begun(const char *at)
{
	for (size_t i = 0; i < sizeof editors / sizeof *editors; i++)
		if (memcmp(at, editors[i], EDITORS_LEAST) == 0)
			return true;
	return false;
}

/* ---- a text ---- */

static bool is_hyphen(const char *at)
{
	return *at == '-' || strncmp(at, "\u00ac", 2) == 0 || strncmp(at, "\u2010", 3) == 0;
}

static struct leftover leftover_at(const char *text, const char *at)
{
	struct leftover left = {.kind = KIND_WIKI};
	if (*at == '[' && at[1] == '[')
		left.len = link_len(at, &left.meant);
	else if (*at == '{' && at[1] == '{')
		left.len = until_len(at, "}}");
	else if (strncmp(at, "<ref", 4) == 0)
		left.len = reference_len(at);
	else if (*at == '\'' && at[1] == '\'')
		left.len = between_len(text, at, &left.meant);
	if (left.len)
		return left;
	left = pasted_at(text, at);
	if (left.kind != KIND_NONE)
		return left;
	if ((*at == '[' && (left.len = footnote_len(text, at))) ||
		(left.len = raised_len(text, at)))
		left.kind = KIND_FOOTNOTE;
	else if (*at == '"' && at[1] == '"' && (left.len = between_len(text, at, &left.meant)))
		left.kind = KIND_DOUBLED;
	else if (*at == '\xef' && (left.len = ligature_len(at, &left.meant)))
		left.kind = KIND_LIGATURE;
	else if (is_hyphen(at) && (left.len = divided_len(text, at, &left.meant)))
		left.kind = KIND_DIVIDED;
	else if (*at == '(' && (left.len = editor_len(at, &left.meant)))
		left.kind = KIND_EDITOR;
	return left;
}

static const char *next_sign(const char *text)
{
	return text + strcspn(text, "[{<'\"-\\%=_(`\xc2\xe2\xe3\xef");
}

static size_t more_count(const char *text, const char *at, enum leftover_kind kind)
{
	size_t count = 0;
	int signs = SIGNS_MOST;
	for (at = next_sign(at + 1); *at && signs--; at = next_sign(at + 1)) {
		struct leftover left = leftover_at(text, at);
		count += left.kind == kind;
		if (left.kind != KIND_NONE && left.kind != KIND_DIVIDED)
			at += left.len - 1;
		buf_free(&left.meant);
	}
	return count;
}

static void one_report(
	struct loader *load, const struct node *node, const char *at, struct leftover *left)
{
	static const char *const is[] = {
		[KIND_FOOTNOTE] = "is the mark of a footnote, and no part of the text",
		[KIND_WIKI] = "has signs of Wikipedia, which are shown as they stand",
		[KIND_DOUBLED] = "has quotation marks that a spreadsheet has doubled",
		[KIND_LIGATURE] = "is one sign of a printed page for two letters or three",
		[KIND_DIVIDED] = "looks like a word divided at the end of a line",
		[KIND_ESCAPE] = "is shown with its backslash",
		[KIND_COMMAND] = "is a sign of LaTeX or RTF, and is shown as it stands",
		[KIND_CHARACTER] = "is the number of a character, and is shown as it stands",
		[KIND_BREAK] = "makes no white space here, and is shown as it stands",
		[KIND_BBCODE] = "is a sign of a forum, and is shown as it stands",
		[KIND_MACHINE] =
			"is the mark of a source that a program has put, and no part of the "
			"text",
		[KIND_ENCODED] = "stands for a character in an address, a mail or a sheet, and is "
				 "shown as it stands",
		[KIND_EDITOR] = "would have been said: an editor's words stand in square brackets",
	};
	const char *mark = left->kind == KIND_DOUBLED || left->kind == KIND_ESCAPE ? "" : "\"";
	struct buf what = {0}, more = {0};
	size_t count = more_count(
		node->text, at + (left->kind == KIND_DIVIDED ? 0 : left->len - 1), left->kind);
	if (left->kind == KIND_DIVIDED)
		while (at > node->text && is_letter(at[-1]))
			at--;
	if (left->kind == KIND_ESCAPE)
		buf_text(&what, "leave the backslash out");
	else if (left->kind == KIND_BREAK)
		buf_text(&what, "write a space for it");
	else if (left->kind == KIND_ENCODED)
		buf_text(&what, "write the character itself");
	else if (left->kind == KIND_BBCODE)
		buf_format(&what, "take it and \"[%.*s]\" out", (int)left->len - 3, at + 2);
	else if (left->kind == KIND_DIVIDED)
		buf_format(&what, "write \"%.60s\", or with the hyphen and no space",
			buf_string(&left->meant));
	else if (left->meant.len)
		buf_format(&what, "write %s%.60s%s", *left->meant.text == '"' ? "" : "\"",
			buf_string(&left->meant), *left->meant.text == '"' ? "" : "\"");
	else
		buf_text(&what, "take it out");
	if (count)
		buf_format(&more, ", and mend %zu more place%s of this text so", count,
			count == 1 ? "" : "s");
	spot_report(load, CODE_LEFTOVER, node, (size_t)(at - node->text), "%s%.*s%s %s; %s%s", mark,
		left->len > SHOWN_MOST ? SHOWN_MOST : (int)left->len, at, mark, is[left->kind],
		buf_string(&what), buf_string(&more));
	buf_free(&what);
	buf_free(&more);
}

void leftovers_report(struct loader *load, const struct node *node, bool words)
{
	unsigned told = words ? 0 : 1U << KIND_EDITOR;
	int signs = SIGNS_MOST;
	for (const char *at = next_sign(node->text); *at && signs--; at = next_sign(at + 1)) {
		struct leftover left = leftover_at(node->text, at);
		if (left.kind != KIND_NONE && !(told >> left.kind & 1)) {
			one_report(load, node, at, &left);
			told |= 1U << left.kind;
		}
		if (left.kind != KIND_NONE && left.kind != KIND_DIVIDED)
			at += left.len - 1;
		buf_free(&left.meant);
	}
}

/* ---- a file ---- */

bool leftovers_begun(const char *at, const char *bytes, const char *end)
{
	char before = at > bytes ? at[-1] : ' ', after = end - at > 1 ? at[1] : ' ';
	size_t left = (size_t)(end - at);
	switch (*at) {
	case '[':
		return after == '[' || after == '/' || !strchr(" \t\n([{,-", before) ||
			(left > LEFTOVER_MOST + NOTE_MOST ? note_len(at) > 0 : is_letter(after)) ||
			(left > 2 && before == ' ' && text_is_figure(after));
	case '{':
	case '\'':
	case '"':
	case '`':
		return after == *at;
	case '\\':
		return !strchr(" \t\n\r", after);
	case '%':
	case '=':
	case '_':
		return pasted_begun(at, left);
	case '(':
		return left > EDITORS_LEAST && editor_begun(at);
	case '\xc2':
		return strchr("\xac\xb9\xb2\xb3", after);
	case '\xe2':
		return left > 2 && (after == '\x81' || at[2] == '\x90');
	case '\xe3':
		return left > 2 && at[2] == '\x90';
	case '\xef':
		return after == '\xac';
	default:
		return is_letter(before) && strchr(" \n\r", after);
	}
}
