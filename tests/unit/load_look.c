/* A character that is not what it looks like, wherever a word may have it: one error, which says its
 * number and its name. */
#include "load/load.h"

#include "base/diag.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char sample[] = "title: The Mill Talks\n"
			     "sources:\n"
			     "  papers: {type: book, title: Mill Papers}\n"
			     "people:\n"
			     "  hale: {name: Edmund Hale}\n"
			     "  roe:\n"
			     "    name: Anna Roe\n"
			     "events:\n"
			     "  - id: dawn\n"
			     "    date: 1856-03-30\n"
			     "    title: Dawn at the mill\n"
			     "    people: [hale, roe]\n"
			     "    quotes:\n"
			     "      - id: hale-ink\n"
			     "        speaker: hale\n"
			     "        text: >-\n"
			     "          We have\n"
			     "          spent more ink.\n"
			     "        source: papers\n";

/* What is put in the place of what, with $ for the character. */
struct slip {
	const char *old, *slip;
};

static const struct slip of_spaces[] = {
	{"    date:", "$$$$date:"},
	{"    date:", "  $$date:"},
	{"    date:", "    $date:"},
	{"    title: Dawn", "   $title: Dawn"},
	{"  - id: dawn", "$$- id: dawn"},
	{"- id: dawn", "-$id: dawn"},
	{"- id: dawn", "- $id: dawn"},
	{"  hale: {", "$$hale: {"},
	{"    title: Dawn", "    title:$Dawn"},
	{"    title: Dawn", "    title$: Dawn"},
	{"    title: Dawn", "    title$:$Dawn"},
	{"sources:\n", "sources:$\n"},
	{"text: >-", "text:$>-"},
	{"text: >-", "text: $>-"},
	{"people: [", "people:$["},
	{"people: [", "people: [$"},
	{"[hale, roe]", "[hale,$roe]"},
	{"[hale, roe]", "[hale, roe$]"},
	{"[hale, roe]", "[hale, $roe]"},
	{"{type: book", "{type:$book"},
	{"{type: book", "{$type: book"},
	{"type: book,", "type: book$,"},
	{"    quotes:\n", "$$\n    quotes:\n"},
	{"  - id: dawn\n", "$$# a remark\n  - id: dawn\n"},
	{"          spent", "$$$$$$$$$$spent"},
	{"          spent", "        $$spent"},
	{"speaker: hale", "speaker: hale$"},
	{"speaker: hale", "speaker: $hale"},
	{"id: dawn", "id: da$wn"},
};

static const struct slip of_unseen[] = {
	{"    date:", "$    date:"},
	{"    date:", "    $date:"},
	{"date:", "da$te:"},
	{"date:", "date$:"},
	{"events:", "ev$ents:"},
	{"events:", "$events:"},
	{"  hale: {", "  ha$le: {"},
	{"id: dawn", "id: da$wn"},
	{"id: dawn", "id: dawn$"},
	{"- id: dawn", "-$ id: dawn"},
	{"    title: Dawn", "    title:$Dawn"},
	{"speaker: hale", "speaker: ha$le"},
	{"speaker: hale", "speaker: hale$"},
	{"speaker: hale", "speaker: $hale"},
	{"[hale, roe]", "[hale,$ roe]"},
	{"source: papers", "source: pap$ers"},
	{"type: book", "type: bo$ok"},
};

static const struct slip of_colons[] = {
	{"    title: Dawn", "    title$ Dawn"},
	{"    title: Dawn", "    title$Dawn"},
	{"    title: Dawn", "    title $ Dawn"},
	{"    quotes:", "    quotes$"},
	{"- id: dawn", "- id$ dawn"},
	{"events:", "events$"},
	{"  roe:\n", "  roe$\n"},
	{"text: >-", "text$ >-"},
	{"{type: book", "{type$ book"},
};

static const struct slip of_a[] = {
	{"date:", "d$te:"},
	{"speaker: hale", "spe$ker: hale"},
	{"speaker: hale", "speaker: h$le"},
	{"[hale, roe]", "[h$le, roe]"},
	{"source: papers", "source: p$pers"},
	{"    name: Anna", "    n$me: Anna"},
};

static const struct slip of_o[] = {
	{"type: book", "type: b$ok"},
	{"quotes:", "qu$tes:"},
	{"[hale, roe]", "[hale, r$e]"},
};

static const struct slip of_dashes[] = {
	{"  - id: dawn", "  $ id: dawn"},
	{"    people: [hale, roe]", "    people:\n      $ hale\n      $ roe"},
	{"text: >-", "text: >$"},
	{"sources:", "language: pt$BR\nsources:"},
	{"speaker: hale", "speaker: hale\n        same_as: hale$ink"},
};

static const struct slip of_marks[] = {
	{"    title: Dawn", "    $title: Dawn"},
	{"    title: Dawn", "    $title$: Dawn"},
};

static const int32_t spaces[] = {0xa0, 0x1680, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007,
	0x2008, 0x2009, 0x200a, 0x202f, 0x205f};
static const int32_t unseen[] = {0xad, 0x34f, 0x61c, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f,
	0x202a, 0x202e, 0x2060, 0x2063, 0x2066, 0x2069, 0x3164, 0xfe0f};
static const int32_t colons[] = {0x2236, 0xa789, 0xfe55, 0xff1a};
static const int32_t like_a[] = {0x251, 0x3b1, 0x430, 0xff41, 0x1d41a};
static const int32_t like_o[] = {0x3bf, 0x43e, 0x585, 0xff4f, 0x1d428};
static const int32_t dashes[] = {0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212, 0xff0d};
static const int32_t marks[] = {0x2018, 0x2019, 0x201c, 0x201d, 0x201e};

/* The sample with the slip, every $ of it the character. */
static void slip_build(struct buf *yaml, const struct slip *slip, const char *character)
{
	const char *at = strstr(sample, slip->old);
	assert_non_null(at);
	buf_clear(yaml);
	buf_add(yaml, sample, (size_t)(at - sample));
	for (const char *from = slip->slip; *from; from++) {
		if (*from == '$')
			buf_text(yaml, character);
		else
			buf_char(yaml, *from);
	}
	buf_text(yaml, at + strlen(slip->old));
}

/* One error, no warning and no note; it names the character. */
static void slip_check(const struct slip *slip, int32_t code)
{
	struct buf yaml = {0}, printed = {0}, name = {0};
	char character[5] = {0};
	text_encode(code, character);
	slip_build(&yaml, slip, character);
	text_name(&name, code);
	struct diag_list *diags = diag_create();
	struct load_input input = {"r", yaml.text, yaml.len};
	record_free(load_record(&input, 1, NULL, diags));
	diag_text(diags, &printed, DIAG_NOTE, false);
	bool one = diag_count(diags, DIAG_ERROR) == 1 && !diag_count(diags, DIAG_WARNING) &&
		!diag_count(diags, DIAG_NOTE);
	if (!one || !strstr(buf_string(&printed), buf_string(&name)) ||
		!strstr(buf_string(&name), " ("))
		fail_msg("%s in \"%s\":\n%s", buf_string(&name), slip->slip, buf_string(&printed));
	diag_free(diags);
	buf_free(&name);
	buf_free(&printed);
	buf_free(&yaml);
}

#define CHECK_ALL(slips, codes)                                                                    \
	check_all(slips, sizeof(slips) / sizeof *(slips), codes, sizeof(codes) / sizeof *(codes))

static void check_all(
	const struct slip *slips, size_t slip_count, const int32_t *codes, size_t count)
{
	for (size_t i = 0; i < slip_count; i++)
		for (size_t k = 0; k < count; k++)
			slip_check(&slips[i], codes[k]);
}

static void one_error_names_the_character(void **state)
{
	(void)state;
	CHECK_ALL(of_spaces, spaces);
	CHECK_ALL(of_unseen, unseen);
	CHECK_ALL(of_colons, colons);
	CHECK_ALL(of_a, like_a);
	CHECK_ALL(of_o, like_o);
	CHECK_ALL(of_dashes, dashes);
	CHECK_ALL(of_marks, marks);
}

/* All lines of an event, as they come from a web page: still one. */
static void a_block_is_one(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
		struct buf block = {0};
		const char *from = strstr(sample, "  - id: dawn");
		bool first = true;
		for (const char *at = from; *at; at++) {
			if (*at == ' ' && first)
				buf_char(&block, '$');
			else
				buf_char(&block, *at);
			first = *at == '\n' || (first && *at == ' ');
		}
		slip_check(&(struct slip){from, buf_string(&block)}, spaces[i]);
		buf_free(&block);
	}
}

/* Where they belong to a text, they are let alone. */
static void texts_are_let_alone(void **state)
{
	(void)state;
	static const struct slip within[] = {
		{"          spent", "          $spent"},
		{"title: Dawn at the mill", "title: Dawn at the$mill"},
		{"title: Dawn at the mill", "title: Dawn\n      $at the mill"},
		{"title: Dawn at the mill", "title: \"Dawn\n  $$$at the mill\""},
		{"title: Dawn at the mill", "title: 'It''s:\n$$at: the mill'"},
		{"{name: Edmund Hale}", "{name: \"Edmund,$Hale:$x\"}"},
		{"    name: Anna Roe",
			"    name: Anna Roe\n    aliases:\n      - A\xef\xbc\x9a$b\n"
			"      - c\xef\xbc\x9a$d"},
	};
	for (size_t i = 0; i < sizeof within / sizeof *within; i++) {
		struct buf yaml = {0}, printed = {0};
		slip_build(&yaml, &within[i], "\xc2\xa0");
		struct diag_list *diags = diag_create();
		struct load_input input = {"r", yaml.text, yaml.len};
		struct record *record = load_record(&input, 1, NULL, diags);
		diag_text(diags, &printed, DIAG_ERROR, false);
		if (!record)
			fail_msg("\"%s\":\n%s", within[i].slip, buf_string(&printed));
		record_free(record);
		diag_free(diags);
		buf_free(&printed);
		buf_free(&yaml);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_error_names_the_character),
		cmocka_unit_test(a_block_is_one),
		cmocka_unit_test(texts_are_let_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
