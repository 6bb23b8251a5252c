/* A backslash is no sign of writing: what stands behind it says which program has left it. Addresses and
 * names of files have signs of their own, and are left alone. */
#include "load/pasted.h"

#include "base/misread.h"
#include "base/text.h"

#include <string.h>

static bool is_letter(char c)
{
	return text_small(c) >= 'a' && text_small(c) <= 'z';
}

const char *leftover_near(const char *at, const char *sign)
{
	size_t len = strlen(sign);
	for (size_t i = 0; i < LEFTOVER_MOST && at[i] && at[i] != '\n'; i++)
		if (strncmp(at + i, sign, len) == 0)
			return at + i;
	return NULL;
}

static size_t hex_count(const char *at, size_t most)
{
	size_t count = 0;
	while (count < most && at[count] && strchr("0123456789abcdefABCDEF", at[count]))
		count++;
	return count;
}

static int32_t number_of(const char *figures, size_t count)
{
	int32_t number = 0;
	for (size_t i = 0; i < count; i++)
		number = number * 16 +
			(text_is_figure(figures[i]) ? figures[i] - '0'
						    : text_small(figures[i]) - 'a' + 10);
	return number;
}

static bool is_surrogate(int32_t code)
{
	return code >= 0xd800 && code <= 0xdfff;
}

/* The character of the number, where it is seen. */
static void character_add(struct buf *meant, int32_t code)
{
	char bytes[4];
	code = misread_sign(code) ? misread_sign(code) : code;
	if (is_surrogate(code))
		return;
	if (code > ' ' && text_kind(code) == TEXT_SEEN && (code < 0x80 || code >= 0xa0))
		buf_add(meant, bytes, text_encode(code, bytes));
}

/* The word that holds it is an address, or the name of a file: "C:\texts". */
static bool in_address(const char *text, const char *at)
{
	enum { WORD_MOST = 200 };
	for (size_t i = 0; at > text && !strchr(" \t\n", at[-1]) && i < WORD_MOST; i++)
		if (*--at == ':' || *at == '/' || (*at == '\\' && at[1] == '\\'))
			return true;
	return false;
}

/* Those whose first letter may be an escape's. */
static bool is_command(const char *name, size_t len)
{
	static const char *const names[] = {"noindent", "newline", "newpage", "nobreak", "tiny",
		"times", "title", "tt", "textit", "textbf", "textsc", "texttt", "rm", "right",
		"rquote", "ref", "tab", "ri", "rtf", "tilde"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strlen(names[i]) == len && memcmp(name, names[i], len) == 0)
			return true;
	return false;
}

static struct leftover backslash_at(const char *text, const char *at)
{
	struct leftover left = {.kind = KIND_ESCAPE, .len = 2};
	char next = at[1];
	size_t letters = 0;
	while (is_letter(at[1 + letters]))
		letters++;
	if (next == '\'' && hex_count(at + 2, 2) == 2 && !is_letter(at[4])) {
		left = (struct leftover){.kind = KIND_CHARACTER, .len = 4};
		character_add(&left.meant, number_of(at + 2, 2));
	} else if (next == '"' || next == '\'') {
		buf_char(&left.meant, next);
	} else if (!next || strchr(" \t\n\\", next) || (unsigned char)next >= 0x80 ||
		text_is_figure(next) || in_address(text, at) ||
		(strchr("),.;:!?]}", next) && at > text && strchr(" (", at[-1]))) {
		left.kind = KIND_NONE;
	} else if (next == 'u' && hex_count(at + 2, 4) == 4) {
		int32_t code = number_of(at + 2, 4);
		left = (struct leftover){.kind = KIND_CHARACTER, .len = 6};
		if (is_surrogate(code) && at[6] == '\\' && at[7] == 'u' &&
			hex_count(at + 8, 4) == 4) { /* "\\ud83d\\ude00": two numbers of one */
			left.len = 12;
			code = 0x10000 + ((code & 0x3ff) << 10) + (number_of(at + 8, 4) & 0x3ff);
		}
		character_add(&left.meant, code);
	} else if (next == 'x' && hex_count(at + 2, 2) == 2) {
		left = (struct leftover){.kind = KIND_CHARACTER, .len = 4};
		character_add(&left.meant, number_of(at + 2, 2));
	} else if (strchr("nrt", next) && at[1 + letters] != '{' && !is_command(at + 1, letters)) {
		left.kind = KIND_BREAK;
		left.len = strncmp(at, "\\r\\n", 4) == 0 ? 4 : 2;
	} else if (letters) {
		left.kind = KIND_COMMAND;
		left.len = 1 + letters;
	} else {
		buf_char(&left.meant, next);
	}
	return left;
}

/* "[/b]", behind which something in "[b]" ends. */
static size_t closing_len(const char *at)
{
	enum { NAME_MOST = 16 };
	size_t len = 2;
	while (is_letter(at[len]) && len < NAME_MOST)
		len++;
	return at[1] == '/' && len > 2 && at[len] == ']' ? len + 1 : 0;
}

/* "\u30104\u2020source\u3011" */
static size_t machine_len(const char *at)
{
	static const char open[] = "\u3010", close[] = "\u3011", dagger[] = "\u2020";
	const char *end = strncmp(at, open, 3) == 0 ? leftover_near(at, close) : NULL;
	const char *sign = end ? leftover_near(at, dagger) : NULL;
	return sign && sign < end ? (size_t)(end - at) + 3 : 0;
}

static bool is_capital_hex(const char *at)
{
	return hex_count(at, 2) == 2 && !(at[0] >= 'a') && !(at[1] >= 'a');
}

/* "%20", "=C3", "_x000D_". */
static size_t encoded_len(const char *text, const char *at)
{
	if (*at == '_')
		return at[1] == 'x' && hex_count(at + 2, 4) == 4 && at[6] == '_' ? 7 : 0;
	if (!is_capital_hex(at + 1) || in_address(text, at) ||
		(*at == '=' &&
			(at == text || !is_letter(at[-1]) ||
				!(at[3] == '=' || (at[3] >= 'a' && at[3] <= 'z')))))
		return 0;
	/* "a rise of 5%20 years ago" */
	return *at == '%' && at > text && text_is_figure(at[-1]) ? 0 : 3;
}

/* "``never''" */
static size_t latex_marks_len(const char *text, const char *at, struct buf *meant)
{
	const char *end = at[1] == '`' && at > text ? leftover_near(at + 2, "\'\'") : NULL;
	if (!end || end == at + 2)
		return 0;
	buf_format(meant, "\u201c%.*s\u201d", (int)(end - at) - 2, at + 2);
	return (size_t)(end - at) + 2;
}

struct leftover pasted_at(const char *text, const char *at)
{
	struct leftover left = {.kind = KIND_NONE};
	if (*at == '\\')
		return backslash_at(text, at);
	if (*at == '[' && (left.len = closing_len(at)))
		left.kind = KIND_BBCODE;
	else if (*at == '\xe3' && (left.len = machine_len(at)))
		left.kind = KIND_MACHINE;
	else if (strchr("%=_", *at) && (left.len = encoded_len(text, at)))
		left.kind = KIND_ENCODED;
	else if (*at == '`' && (left.len = latex_marks_len(text, at, &left.meant)))
		left.kind = KIND_COMMAND;
	return left;
}

bool pasted_begun(const char *at, size_t left)
{
	return left > 2 && (*at == '_' ? at[1] == 'x' : is_capital_hex(at + 1));
}
