/* The whole of a text is looked at: within one these are words. What only programs write is no text of
 * anybody, and an error; of what people write the file alone cannot tell ("None" may be an answer, and
 * then has its full stop). */
#include "load/standin.h"

#include "base/text.h"

#include <stdint.h>
#include <string.h>

/* Bytes of the longest that is looked for. */
enum { LEN_MOST = 48 };

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool begins(const char *text, size_t len, const char *with)
{
	size_t bytes = text_small(*text) == *with ? strlen(with) : SIZE_MAX;
	return len >= bytes && text_same_ascii(text, with, bytes);
}

static bool is_one_of(const char *text, size_t len, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (*words[i] == *text && strlen(words[i]) == len &&
			memcmp(text, words[i], len) == 0)
			return true;
	return false;
}

/* The words are small letters, each closed by a NUL, those of each letter together. */
static bool is_one_of_any_case(const char *text, size_t len, const char *const letters[26])
{
	unsigned letter = (unsigned)(unsigned char)text_small(*text) - 'a';
	const char *word = letter < 26 ? letters[letter] : NULL;
	for (size_t bytes; word && *word; word += bytes + 1) {
		bytes = strlen(word);
		if (bytes == len && text_same_ascii(text, word, len))
			return true;
	}
	return false;
}

/* ---- programs ---- */

/* "#REF!", "#NOM?", "#N/A", "####": what a cell of a spreadsheet shows. */
static bool is_cell_error(const char *text, size_t len)
{
	static const char *const words[] = {"#N/A", "#N/D", "#NV", "#GETTING_DATA"};
	size_t count = 1, hashes = 0;
	char last = len ? text[len - 1] : ' ';
	if (len < 3 || *text != '#')
		return false;
	while (hashes < len && text[hashes] == '#')
		hashes++;
	while (count < len &&
		(is_capital(text[count]) || strchr("/0_#", text[count]) ||
			(unsigned char)text[count] >= 0x80))
		count++;
	return is_one_of(text, len, words, sizeof words / sizeof *words) ||
		(count + 1 == len && (last == '!' || last == '?')) || (len > 3 && hashes == len);
}

/* "=SUM(A1:A3)", "=A1". */
static bool is_formula(const char *text, size_t len)
{
	size_t at = 1;
	if (len < 3 || *text != '=')
		return false;
	while (at < len && is_capital(text[at]))
		at++;
	return at > 1 && at < len && (text[at] == '(' || text_is_figure(text[at]));
}

/* "${text}", "<%= text %>", "%(text)s": the place for a value in a form that was not filled in. */
static bool is_template(const char *text, size_t len)
{
	char last = len ? text[len - 1] : ' ';
	return len > 2 &&
		((begins(text, len, "${") && last == '}') ||
			(begins(text, len, "<%") && last == '>') ||
			(begins(text, len, "%(") && strchr("sd", last)));
}

/* Most texts begin with a letter that none of them does. */
static bool may_be_machine(char first)
{
	return (first < 'a' || first > 'z' || first == 'n' || first == 'u') &&
		(first < 'A' || first > 'Z' || first == 'N' || first == 'I');
}

bool standin_is_machine(const char *text, size_t len)
{
	static const char *const words[] = {"undefined", "NaN", "nan", "-nan", "<NA>", "NaT",
		"NULL", "Null", "(null)", "<null>", "[null]", "\\N", "%s", "{}", "{0}", "Infinity",
		"-Infinity"};
	return len <= LEN_MOST && may_be_machine(*text) &&
		(is_one_of(text, len, words, sizeof words / sizeof *words) ||
			is_cell_error(text, len) || is_formula(text, len) ||
			is_template(text, len) ||
			(begins(text, len, "[object ") && text[len - 1] == ']'));
}

/* ---- people ---- */

/* Of words: "no text", "k. A."; of any letters. */
static bool is_word(const char *text, size_t len)
{
	static const char *const words[26] = {['b' - 'a'] = "blank\0",
		['d' - 'a'] = "ditto\0dito\0",
		['e' - 'a'] = "empty\0",
		['f' - 'a'] = "fehlt\0",
		['k' - 'a'] = "k. a.\0k.a.\0keine angabe\0",
		['l' - 'a'] = "leer\0lorem ipsum\0",
		['m' - 'a'] = "missing\0",
		['n' - 'a'] = "n/a\0n.a.\0n. a.\0none\0nil\0null\0no text\0no title\0no value\0"
			      "no data\0not available\0not applicable\0",
		['o' - 'a'] = "ohne titel\0",
		['s' - 'a'] = "sans titre\0s.n.t.\0",
		['t' - 'a'] = "tbd\0t.b.d.\0tba\0tbc\0to be added\0to be done\0",
		['u' - 'a'] = "untitled\0",
		['x' - 'a'] = "xxx\0xxxx\0"};
	if (is_one_of_any_case(text, len, words))
		return true;
	switch (text_small(*text)) {
	case 'c':
		return begins(text, len, "click here to enter") ||
			begins(text, len, "click or tap here");
	case 'i':
		return begins(text, len, "insert text");
	case 'l':
		return begins(text, len, "lorem ipsum ");
	case 'y':
		return begins(text, len, "your text here") || begins(text, len, "your quote here");
	default:
		return false;
	}
}

/* The words that a form has in brackets: "<text>", "[insert title]". */
static bool is_label(const char *text, size_t len)
{
	static const char *const words[26] = {['n' - 'a'] = "name\0",
		['p' - 'a'] = "place\0",
		['q' - 'a'] = "quote\0quotation\0",
		['t' - 'a'] = "text\0title\0titel\0",
		['u' - 'a'] = "unknown\0unbekannt\0",
		['w' - 'a'] = "words\0",
		['z' - 'a'] = "zitat\0"};
	if (is_one_of_any_case(text, len, words))
		return true;
	return begins(text, len, "insert ") || begins(text, len, "your ");
}

/* Nothing but dashes, dots and the like; what is shown for a cut too. */
static bool is_stroke(const char *text, size_t len)
{
	size_t bytes;
	for (size_t at = 0; at < len; at += bytes) {
		int32_t code = text_decode(text + at, len - at, &bytes);
		bool dash = code >= 0x2010 && code <= 0x2015;
		if (!dash && code != 0x2026 && code != 0xb7 && code != 0x2212 &&
			!(code < 0x80 && strchr("-._/*=~ ", code)))
			return false;
	}
	return len > 0;
}

static bool is_left_open(const char *text, size_t len)
{
	if (len > LEN_MOST)
		return begins(text, len, "lorem ipsum ");
	bool enclosed = len > 2 && strchr("([<{", *text) && strchr(")]>}", text[len - 1]);
	if (enclosed && (is_word(text + 1, len - 2) || is_label(text + 1, len - 2)))
		return true;
	return is_word(text, len) || is_stroke(text, len) ||
		(len == 2 && memcmp(text, "NA", 2) == 0);
}

/* ---- reports ---- */

static void machine_report(
	struct loader *load, struct place place, const char *field, const char *text, size_t len)
{
	code_report(load->diags, CODE_EMPTY_VALUE, place,
		"\"%.*s\" is what a program writes where there is nothing; write what belongs into "
		"\"%s\", or leave it out",
		(int)len, text, field);
}

bool standin_report(struct loader *load, const struct form_field *field, const struct node *node)
{
	size_t len = node->len;
	const char *name = node->key ? node->key->text : field->name;
	while (len && (node->text[len - 1] == ' ' || node->text[len - 1] == '\n'))
		len--;
	/* What stands before and behind a quotation may be no more than a dash. */
	bool machine = standin_is_machine(node->text, len);
	if (!len || (!machine && !is_left_open(node->text, len)) ||
		strcmp(field->name, "prefix") == 0 || strcmp(field->name, "suffix") == 0)
		return false;
	if (machine) {
		machine_report(load, node->place, name, node->text, len);
		return true;
	}
	bool answer = field->flags & FIELD_WORDS && len == 4 &&
		text_same_ascii(node->text, "none", 4);
	len = len > LEN_MOST ? LEN_MOST : len;
	while (text_is_inside(node->text[len]))
		len--;
	code_report(load->diags, CODE_STAND_IN, node->place,
		"\"%.*s\" stands here for something that is missing, and is shown as it is; write "
		"what belongs into \"%s\", or leave it out%s",
		(int)len, node->text, name, answer ? ", or write \"None.\" if that was said" : "");
	return true;
}

bool standin_list_report(struct loader *load, const char *field, const struct node *list)
{
	const struct node *only = list->kind == NODE_LIST && list->count == 1 ? list->child : NULL;
	struct buf text = {0};
	if (!only || !list->flow || only->kind != NODE_SCALAR || !only->plain ||
		only->len > LEN_MOST)
		return false;
	buf_format(&text, "[%s]", only->text);
	bool machine = standin_is_machine(text.text, text.len);
	if (machine)
		machine_report(load, list->place, field, text.text, text.len);
	buf_free(&text);
	return machine;
}
