/* Nothing typed is lost in silence: texts are made of what people type, by chance, and written
 * without quotation marks into one field after another. Either the record holds what was typed, its
 * lines joined as YAML joins them, or there is a problem at its lines. A remark, which has a space
 * behind its #, may be lost, but not where the words of a quotation end in it. */
#include "base/buf.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { TRIALS = 6000 };

static uint32_t seed = 1;

static uint32_t dice(uint32_t sides)
{
	seed = seed * 1664525 + 1013904223;
	return (seed >> 8) % sides;
}

/* ---- a text ---- */

static const char *const atoms[] = {"We", "are", "the", "#1", "nation", "#", "# 1", "##", "no",
	"null", "~", "true", "0044", "1:2", "a:b", ": ", " :", "- ", "-", "--", "---", "...",
	"\u2026", "*", "*a", "&", "&a", "!", "!x", "!!str", "<<", "%", "@", "`", "|", ">", ">-",
	"|-", "\"", "'", "\u201c", "\u201d", "\u00ab", "{", "}", "[", "]", ",", "?", "? ", "\\",
	"\\n", "\t", "  ", "\u00a0", "\u200b", "\u3000", "\u00e9", "\u0416", "\u4e2d", "<b>",
	"&nbsp;", "**x**", "http://x#y", "C#", "#Peace", "#peace", "=", "(", ")", "."};

/* Where it is broken, if at all, the next line begins with `below`; "" for one line. */
static void text_make(struct buf *text, const char *below)
{
	buf_clear(text);
	for (uint32_t count = 1 + dice(7); count; count--) {
		const char *atom = atoms[dice(sizeof atoms / sizeof *atoms)];
		buf_text(text, atom + (text->len ? 0 : strspn(atom, " \t")));
		if (*below && !dice(6))
			buf_text(text, below);
		else if (dice(3))
			buf_char(text, ' ');
	}
}

/* What it would be without signs of YAML: white space at the ends of lines left out, a line break
 * as a space, and each more as one. */
static void text_join(struct buf *joined, const char *text)
{
	size_t breaks = 0;
	buf_clear(joined);
	for (; *text; breaks++) {
		size_t len = strcspn(text, "\n"), from = strspn(text, " \t"), to = len;
		while (to > from && (text[to - 1] == ' ' || text[to - 1] == '\t'))
			to--;
		if (to > from) {
			for (size_t i = joined->len ? 1 : breaks + 1; i < breaks; i++)
				buf_char(joined, '\n');
			if (joined->len && breaks == 1)
				buf_char(joined, ' ');
			buf_add(joined, text + from, to - from);
			breaks = 0;
		}
		text += len + (text[len] == '\n');
	}
	buf_string(joined);
}

/* ---- fields ---- */

static const struct quote_more *more_of(const struct record *record)
{
	return record->quotes[0].more;
}

static const char *title(const struct record *record)
{
	return record->events[0].title;
}

static const char *summary(const struct record *record)
{
	return record->events[0].summary;
}

static const char *subtitle(const struct record *record)
{
	return record->subtitle;
}

static const char *words(const struct record *record)
{
	return record->quotes[0].text;
}

static const char *prefix(const struct record *record)
{
	return more_of(record) ? more_of(record)->prefix : NULL;
}

static const char *original(const struct record *record)
{
	const struct attestations *all = more_of(record) ? more_of(record)->original : NULL;
	return all ? all->at[0].text : NULL;
}

static const char *variant(const struct record *record)
{
	const struct attestations *all = record->quotes[0].also_in;
	return all ? all->at[0].text : NULL;
}

static const char *alias(const struct record *record)
{
	return record->people[0].aliases ? record->people[0].aliases->at[0] : NULL;
}

static const char *ask(const struct record *record)
{
	return record->views[0].show ? record->views[0].show->at[0].ask : NULL;
}

/* A record with a text in it for "@". */
static const struct field {
	const char *at; /* the place that it is written to */
	const char *line;
	const char *below; /* a line break in it */
	const char *(*get)(const struct record *);
	bool words; /* of a quotation */
} fields[] = {
	{"<top>", "subtitle: @\n", "\n  ", subtitle, false},
	{"<alias>", "    aliases:\n      - @\n", "\n        ", alias, false},
	{"<alias>", "    aliases: [@, Hale]\n", "", alias, false},
	{"<title>", "    title: @\n", "\n      ", title, false},
	{"<event>", "    summary: @\n", "\n        ", summary, false},
	{"<text>", "        text: @\n", "\n          ", words, true},
	{"<quote>", "        prefix: @\n", "\n          ", prefix, false},
	{"<quote>", "        original: {language: fr, text: @}\n", "", original, true},
	{"<quote>", "        also_in: [{text: @, source: papers}]\n", "", variant, true},
	{"<quote>", "        also_in:\n          - text: @\n            source: papers\n",
		"\n               ", variant, true},
	{"<show>", "      - {id: dawn, ask: @}\n", "", ask, false},
};

static const char record_form[] =
	"title: The Mill Talks\n"
	"<top>sources:\n  papers: {type: book, title: Mill Papers}\n"
	"people:\n  hale:\n    name: Edmund Hale\n<alias>"
	"events:\n  - id: dawn\n    date: 1856-03-30\n    people: [hale]\n    source: papers\n"
	"<title>    title: Dawn at the mill\n</title><event>"
	"    quotes:\n      - id: ink\n        speaker: hale\n        source: papers\n"
	"<text>        text: More ink\n</text><quote>"
	"views:\n  plan:\n    title: A plan\n    show:\n<show>      - dawn\n</show>";

/* Writes the record with the text in that field, and says at which lines of it that stands. */
static void record_write(struct buf *out, const struct field *field, const char *text,
	uint32_t *first, uint32_t *last)
{
	const char *at = record_form;
	buf_clear(out);
	while (*at) {
		size_t len = strlen(field->at);
		if (strncmp(at, field->at, len) == 0) {
			const char *sign = strchr(field->line, '@');
			buf_add(out, field->line, (size_t)(sign - field->line));
			*first = 1;
			for (const char *feed = out->text; (feed = strchr(feed, '\n')); feed++)
				++*first;
			*last = *first;
			for (const char *feed = text; (feed = strchr(feed, '\n')); feed++)
				++*last;
			buf_text(out, text);
			buf_text(out, sign + 1);
			const char *close = strstr(at, "</");
			if (close && strncmp(close + 2, field->at + 1, len - 1) == 0)
				at = close;
			else
				at += len;
		} else if (*at == '<') {
			at = strchr(at, '>') + 1;
		} else {
			buf_char(out, *at++);
		}
		buf_string(out);
	}
}

/* ---- what comes of it ---- */

/* Whether a problem is reported at those lines, or the one below. */
static bool is_told(const struct diag_list *diags, uint32_t first, uint32_t last)
{
	struct buf all = {0};
	bool told = false;
	diag_text(diags, &all, DIAG_NOTE, false);
	for (const char *at = buf_string(&all); (at = strstr(at, "f:")) && !told; at += 2) {
		unsigned line = (unsigned)strtoul(at + 2, NULL, 10);
		told = line >= first && line <= last + 1;
	}
	buf_free(&all);
	return told;
}

/* Whether there is a # with white space on both sides, or several. */
static bool has_remark(const char *text)
{
	for (const char *at = text; (at = strchr(at, '#')); at++) {
		size_t count = strspn(at, "#");
		if ((at == text || strchr(" \t\n", at[-1])) &&
			(count > 1 || strchr(" \t\n", at[count])))
			return true;
	}
	return false;
}

/* What YAML makes of it on purpose: a remark, a block, an absent value, a pair of quotation marks,
 * the comma and the brackets of a list. */
static bool is_meant(const struct field *field, const char *text, const char *joined)
{
	size_t len = strlen(joined);
	char first = *joined, last = len ? joined[len - 1] : ' ';
	bool quoted = first == '"' || first == '\'';
	return !len || (has_remark(text) && (!field->words || quoted || first == '#')) ||
		((first == '|' || first == '>') && strchr(text, '\n')) ||
		strcmp(joined, "~") == 0 || strcmp(joined, "null") == 0 ||
		(len > 1 && first == last && quoted) ||
		(!*field->below && (strpbrk(joined, ",]}") || last == ':'));
}

static void nothing_is_lost(void **state)
{
	struct buf text = {0}, joined = {0}, out = {0};
	size_t held = 0, told = 0;
	(void)state;
	for (int trial = 0; trial < TRIALS; trial++) {
		const struct field *field = &fields[dice(sizeof fields / sizeof *fields)];
		uint32_t first = 0, last = 0;
		text_make(&text, field->below);
		text_join(&joined, buf_string(&text));
		record_write(&out, field, buf_string(&text), &first, &last);
		struct diag_list *diags = diag_create();
		struct load_input input = {"f", out.text, out.len};
		struct record *record = load_record(&input, 1, NULL, diags);
		const char *found = record ? field->get(record) : NULL;
		bool same = found && strcmp(found, buf_string(&joined)) == 0;
		bool reported = is_told(diags, first, last);
		if (record && !same && !reported &&
			!is_meant(field, buf_string(&text), buf_string(&joined)))
			fail_msg("typed: %s\nheld: %s\n%s", joined.text, found ? found : "nothing",
				buf_string(&out));
		held += same;
		told += reported;
		record_free(record);
		diag_free(diags);
	}
	assert_true(held > TRIALS / 8);
	assert_true(told > TRIALS / 8);
	buf_free(&text);
	buf_free(&joined);
	buf_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_is_lost)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
