/* Quotations looked up in small texts: what is forgiven, what is not, and what is said of it. */
#include "load/verify.h"

#include "base/memory.h"
#include "base/patience.h"
#include "base/text.h"
#include "load/load.h"
#include "load/verify_parts.h"
#include "tests/effort.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

/* A quotation and its `also_in`, in flow style, as fields of one event's only quotation. */
static struct record *record_of(const char *fields)
{
	struct buf yaml = {0};
	buf_format(&yaml,
		"title: Peace\n"
		"sources:\n"
		"  varga: {type: book, title: Documents}\n"
		"  courier: {type: book, title: Courier}\n"
		"events:\n"
		"  - id: treaty\n"
		"    date: 1856\n"
		"    title: Treaty\n"
		"    quotes:\n"
		"      - {id: ink, source: varga, %s}\n",
		fields);
	struct diag_list *diags = diag_create();
	struct record *record = load_record(
		&(struct load_input){"verify.yaml", yaml.text, yaml.len}, 1, NULL, diags);
	if (!record)
		diag_print(diags, stderr, DIAG_NOTE, false);
	diag_free(diags);
	buf_free(&yaml);
	assert_non_null(record);
	return record;
}

/* Looks the quotation up in the text of its source. */
static struct verify look_up_bytes(const char *fields, const char *text, size_t len)
{
	struct verify verify;
	verify_start(&verify, record_of(fields));
	verify_source(&verify, 0, text, len);
	return verify;
}

static struct verify look_up(const char *fields, const char *text)
{
	return look_up_bytes(fields, text, strlen(text));
}

static void done(struct verify *verify)
{
	struct record *record = (struct record *)(uintptr_t)verify->record;
	verify_free(verify);
	record_free(record);
}

static void is_found(const char *fields, const char *text, unsigned line)
{
	struct verify verify = look_up(fields, text);
	if (verify.findings[0].result != VERIFY_FOUND)
		print_error("not found: {%s} in \"%s\"\n", fields, text);
	assert_int_equal(verify.findings[0].result, VERIFY_FOUND);
	assert_int_equal(verify.findings[0].line, line);
	done(&verify);
}

static void is_not_found(const char *fields, const char *text)
{
	struct verify verify = look_up(fields, text);
	if (verify.findings[0].result == VERIFY_FOUND)
		print_error("found: {%s} in \"%s\"\n", fields, text);
	assert_true(verify.findings[0].result > VERIFY_FOUND);
	done(&verify);
}

/* The first word that differs, and what the text has in its place. */
static void differs(
	const char *fields, const char *text, const char *wanted, const char *found, unsigned line)
{
	struct verify verify = look_up(fields, text);
	const struct verify_finding *finding = verify.findings;
	if (finding->result != VERIFY_OTHER_WORD)
		print_error("another result: {%s}\n", fields);
	assert_int_equal(finding->result, VERIFY_OTHER_WORD);
	assert_string_equal(finding->wanted, wanted);
	assert_string_equal(finding->found, found);
	assert_int_equal(finding->line, line);
	assert_non_null(strstr(finding->passage, found));
	done(&verify);
}

static void exact_words(void **state)
{
	(void)state;
	is_found("text: Ink dries.", "Ink dries.", 1);
	is_found("text: Ink dries", "He said:\n\n\"Ink dries\", and left.\n", 3);
	is_not_found("text: Ink dries.", "Ink  dries!");
	is_not_found("text: ink dries", "Ink dries");
	is_not_found("text: Ink dries", "Ink, dries");
	is_not_found("text: Ink dries", "Inkdries");
	is_not_found("text: Inkdries", "Ink dries");
	is_not_found("text: resume", "résumé");
	is_not_found("text: Ink dries.", "");
	is_not_found("text: Ink dries.", " \n ");
}

static void whole_words(void **state)
{
	(void)state;
	is_not_found("text: talk", "talks");
	is_not_found("text: talks", "retalks");
	is_not_found("text: \"191\"", "1918");
	is_not_found("text: мир", "мира");
	is_not_found("text: ray", "x\u0302ray");
	is_found("text: talks", "talks1", 1);
	is_found("text: talks", "(talks)", 1);
	is_found("text: 和平", "我們要和平。", 1);
}

static void white_space(void **state)
{
	(void)state;
	is_found("text: We have spent more ink", "We have\r\n  spent\tmore\xc2\xa0ink", 1);
	is_found("text: \"We  have\\n spent\"", "We have spent", 1);
	is_found("text: have spent", "We\n\n\nhave spent", 4);
}

static void typographic_marks(void **state)
{
	(void)state;
	is_found("text: \"\\\"Don't\\\" - he said... \"", "“Don’t” — he said…", 1);
	is_found("text: “Don’t” – he said…", "\"Don't\" -- he said...", 1);
	is_found("text: «Мир»", "„Мир“", 1);
	is_not_found("text: \"'Peace'\"", "\"Peace\"");
	is_not_found("text: war - peace", "war peace");
	is_not_found("text: war—peace", "war — peace");
}

static void normal_form(void **state)
{
	(void)state;
	is_found("text: Caf\xc3\xa9 \xd0\xb9", "Cafe\xcc\x81 \xd0\xb8\xcc\x86", 1);
	is_found("text: Cafe\xcc\x81", "Caf\xc3\xa9", 1);
	is_not_found("text: Cafe", "Cafe\xcc\x81");
	is_found("text: after it",
		"\xef\xbb\xbf"
		"after \xe2\x80\x8b it",
		1);
}

/* The words with `code` behind each of their characters. */
static const char *strewn(struct buf *out, const char *words, int32_t code)
{
	char bytes[4];
	size_t len = text_encode(code, bytes);
	buf_clear(out);
	for (const char *at = words; *at; at++) {
		buf_char(out, *at);
		if (!text_is_inside(at[1]))
			buf_add(out, bytes, len);
	}
	return buf_string(out);
}

/* Whatever is not seen, between all letters of the text, or of the words and what stands beside. */
static void invisible_characters(void **state)
{
	static const char plain[] = "They said: we want the land back by spring, and l\u00e9ft.";
	static const char words[] = "we want the land back by spring";
	struct buf text = {0}, quoted = {0}, prefix = {0}, suffix = {0};
	int tried = 0, step = (int)effort_step(7);
	(void)state;
	for (int32_t code = 0x80; code < 0xe1000; code++) {
		enum text_kind kind = text_kind(code);
		if (kind < TEXT_BIDI || (code > 0xe01f0 && code % 256) || code % step)
			continue;
		struct verify_text in;
		struct verify_parts parts = {0};
		for (int which = 1; which < 4; which++) {
			const char *all = which & 1 ? strewn(&text, plain, code) : plain;
			const char *some = which & 2 ? strewn(&quoted, words, code) : words;
			verify_text_open(&in, all, strlen(all));
			verify_parts_make(&parts, some,
				which & 2 ? strewn(&prefix, "said:", code) : "said:",
				which & 2 ? strewn(&suffix, ", and l\u00e9ft.", code) : ", and");
			if (verify_parts_find(&parts, &in) != 1)
				fail_msg("U+%04X makes words differ", (unsigned)code);
			verify_text_close(&in);
			tried++;
		}
		verify_parts_free(&parts);
	}
	assert_in_range(tried, 3 * 400 / step, 3 * 1000);
	buf_free(&text);
	buf_free(&quoted);
	buf_free(&prefix);
	buf_free(&suffix);
	is_found("text: Cafe\u0301", "Cafe\u200d\u0301", 1); /* joins what it stands between */
	is_found("text: negotiations ended", "nego-\u200e\n\u200bti\u2060ations ended", 1);
	is_found("text: negotiations ended", "nego\u00ad\u200b\ntiations ended", 1);
	is_not_found("text: negotiations ended", "nego-\n\u200b\ntiations ended");
	is_not_found("text: ab", "a \u200b b");
}

/* What a page makes of letters. */
static void glyphs(void **state)
{
	(void)state;
	is_found("text: the official offices find a flat affair",
		"the oﬃcial oﬀices ﬁnd a ﬂat aﬀair", 1);
	is_found("text: the oﬃcial baﬄes", "the official baffles", 1);
	is_found("text: blessed first", "bleſſed ﬁrﬆ", 1);
	is_found("text: 'ijs Ljubljana'", "ĳs ǈubǉana", 1);
	is_found("text: السلام", "ﺍﻟﺴﻼﻡ", 1);
	is_found("text: السلام", "الســـلام", 1);
	is_found("text: ﷲ", "الله", 1);
	is_found("text: 人口の山", "⼈⼝の⼭", 1);
	is_found("text: the land", "the\u202fland", 1);
	is_not_found("text: find", "ﬁnds");
	is_not_found("text: land¹", "land1");
}

/* All forms of an ellipsis are one, and with spaces as without. */
static void ellipses(void **state)
{
	static const char *const forms[] = {"…", "...", ". . .", ".\u00a0.\u00a0.",
		".\u202f.\u2009.", ".. .", "⋯", ".\n. .", "\u200b. . .\u200b", "\u2024\u2024\u2024",
		"\u2025.", ". \u2025"};
	enum { FORMS = sizeof forms / sizeof *forms };
	struct buf text = {0}, words = {0};
	(void)state;
	for (int i = 0; i < FORMS * FORMS * 2; i++) {
		const char *one = forms[i % FORMS], *two = forms[i / FORMS % FORMS];
		const char *space = i < FORMS * FORMS ? " " : "";
		buf_clear(&text);
		buf_clear(&words);
		buf_format(
			&text, "We waited%s%s and then waited more.%s%s", space, one, space, one);
		buf_format(&words, "waited %s and then waited more. %s", two, two);
		struct verify_text in;
		struct verify_parts parts = {0};
		verify_text_open(&in, buf_string(&text), text.len);
		verify_parts_make(&parts, buf_string(&words), NULL, NULL);
		if (verify_parts_find(&parts, &in) != 1)
			fail_msg("\"%s\" is not in \"%s\"", words.text, text.text);
		verify_parts_free(&parts);
		verify_text_close(&in);
	}
	buf_free(&text);
	buf_free(&words);
	is_not_found("text: We waited … and", "We waited and");
	is_not_found("text: We waited .. and", "We waited … and");
	is_not_found("text: We waited … and", "We waited.... and");
	is_found("text: waited. … and", "We waited. . . . and", 1);
	is_found("text: more.5", "more\n.5 more.5", 2);
	is_found("text: \"more \u200b … the\"", "more\u200b \u200b\n… the", 1);
}

/* A line that ends inside a word, after a hyphen that is its own or that the line's end made. */
static void divided_words(void **state)
{
	(void)state;
	is_found("text: the negotiations ended", "the nego-\ntiations ended", 1);
	is_found("text: the negotiations ended", "the nego\xc2\xad\ntiations ended", 1);
	is_found("text: the nego\xc2\xadtiations ended", "the negotiations ended", 1);
	is_found("text: \"he said שלום\\u200f, and left\"", "he said שלום, and\u200e left", 1);
	is_found("text: the negotiations ended", "the nego\ntiations ended", 1);
	is_found("text: a well-known man", "a well-\n  known man", 1);
	is_found("text: a well- known man", "a well-\nknown man", 1);
	is_found("text: war—and peace", "war—\nand peace", 1);
	is_found("text: war—and peace", "war\n—and peace", 1);
	is_found("text: мир без аннексий", "мир без аннек-\nсий", 1);
	is_found("text: 我們要和平", "我們\n要和平", 1);
	is_not_found("text: the negotiations ended", "the nego-tiations ended");
	is_not_found("text: the negotiations ended", "the nego\n\ntiations ended");
	is_not_found("text: the negotiations ended", "the nego tiations ended");
	is_not_found("text: in 191718", "in 1917-\n18");
	is_not_found("text: end.Then", "end.\nThen");
	is_not_found("text: a well known man", "a well-\nknown man");
}

static void cuts(void **state)
{
	static const char text[] = "Ink is cheap.\nMore ink than blood\nin any single day,\n"
				   "and more talk than ink.\n";
	(void)state;
	is_found("text: \"More ink […] single day\"", text, 2);
	is_found("text: \"More ink [...] single [ … ] talk\"", text, 2);
	is_found("text: \"More ink [. . .] single [ . . . ] talk\"", text, 2);
	is_found("text: \"More ink [.\u00a0.\u00a0.] single [\u2060…\u200b] talk\"", text, 2);
	is_found("text: \"[…] More ink […]\"", text, 2);
	is_found("text: \"More […], and\"", text, 2);
	is_not_found("text: \"More ink […] double day\"", text);
	is_not_found("text: \"single day […] than blood\"", text);
	is_not_found("text: \"More ink … single day\"", text);
	is_not_found("text: \"More ink […] More\"", text);
	is_not_found("text: \"[…]\"", text);

	struct verify verify = look_up("text: \"single day […] than blood\"", text);
	assert_int_equal(verify.findings[0].result, VERIFY_OTHER_ORDER);
	assert_string_equal(verify.findings[0].wanted, "than blood");
	assert_int_equal(verify.findings[0].line, 2);
	done(&verify);
}

/* The line is that of the passage, not of an earlier place with the same first words. */
static void cuts_stand_close(void **state)
{
	(void)state;
	is_found("text: \"We talk […] in vain\"",
		"We talk.\nWe talk much.\nWe talk, and all in vain.\n", 3);
	is_found("text: \"We talk […] in vain\"",
		"We talk.\nOf old, all was in vain.\nWe talk, all in vain.\nIn vain\n", 3);
	is_found("text: \"I […] in vain\"", "I.\nI talk, and I,\nand all in vain.\n", 2);
	is_found("text: \"- - […] -\"", "-\n-b- -", 1); /* dashes that a line's end may be */
}

/* The shortest stretch from any place on, by trying all of them; 0 where there is none. */
static size_t reach_tried(const struct verify_parts *parts, const struct verify_text *text)
{
	size_t best = 0;
	struct verify_span first, next;
	for (size_t from = 0; verify_find(text, &parts->at[0], from, &first);
		from = first.from + 1) {
		size_t i = 1, to = first.to;
		for (; i < parts->count && verify_find(text, &parts->at[i], to, &next); i++)
			to = next.to;
		if (i == parts->count && (!best || to - first.from < best))
			best = to - first.from;
	}
	return best;
}

/* Each part stands where it is said to, behind the one before. */
static void spans_stand(const struct verify_parts *parts, const struct verify_text *text)
{
	struct verify_span span;
	for (size_t i = 0, from = 0; i < parts->count; from = parts->spans[i++].to) {
		assert_true(parts->spans[i].from >= from);
		assert_true(verify_find(text, &parts->at[i], parts->spans[i].from, &span));
		assert_int_equal(span.from, parts->spans[i].from);
		assert_int_equal(span.to, parts->spans[i].to);
	}
}

/* Drawn words, looked for in drawn text. */
static void cuts_stand_nearest(void **state)
{
	static const char *const drawn[] = {"a", "the ", "talk", " ", "- ", "-\n", "\n", "s ",
		"да ", "会", "谈", "a ", "on ", "-", "talks and talks ", "' "};
	uint32_t lot = 1;
	size_t all = 0;
	(void)state;
	for (int round = 0; round < 1500; round += (int)effort_step(8)) {
		struct buf bytes = {0}, words = {0};
		for (int i = 0; i < 60; i++)
			buf_text(&bytes, drawn[(lot = lot * 1103515245 + 12345) >> 16 & 15]);
		for (int i = 0; i < 6; i++) {
			buf_text(&words, drawn[(lot = lot * 1103515245 + 12345) >> 16 & 15]);
			buf_text(&words, lot >> 20 & 1 ? "[...]" : "");
		}
		struct verify_text text;
		struct verify_parts parts = {0};
		verify_text_open(&text, bytes.text, bytes.len);
		verify_parts_make(&parts, words.text, NULL, NULL);
		size_t found = verify_parts_find(&parts, &text);
		if (found && found == parts.count) {
			size_t reach = parts.spans[found - 1].to - parts.spans[0].from;
			spans_stand(&parts, &text);
			assert_int_equal(reach, reach_tried(&parts, &text));
		}
		all += found == parts.count && found > 1;
		verify_parts_free(&parts);
		verify_text_close(&text);
		buf_free(&bytes);
		buf_free(&words);
	}
	assert_in_range(all, 70 / effort_step(8), 1500);
}

/* What the cuts of a quotation that is found leave out, and the words among it that deny. */
static void leaves_out(const char *fields, const char *text, uint32_t words, const char *negations)
{
	struct verify verify = look_up(fields, text);
	const struct verify_finding *finding = verify.findings;
	if (finding->result != VERIFY_FOUND || finding->reach.left_out != words ||
		!finding->negations != !negations)
		print_error("{%s} leaves out %u words of \"%s\", %s\n", fields,
			(unsigned)finding->reach.left_out, text,
			finding->negations ? finding->negations : "none that denies");
	assert_int_equal(finding->result, VERIFY_FOUND);
	assert_int_equal(finding->reach.left_out, words);
	assert_true(!finding->negations == !negations);
	if (negations)
		assert_string_equal(finding->negations, negations);
	done(&verify);
}

static void words_left_out(void **state)
{
	(void)state;
	leaves_out("text: 'a […] c'", "a b c", 1, NULL);
	leaves_out("text: 'a […] c'", "a. — “b”, … (c)", 1, NULL);
	leaves_out("text: 'a […] c […] e'", "a b\n\nb c d d-d e", 4, NULL);
	leaves_out("text: '[…] a […] c […]'", "no a b c not", 1, NULL);
	leaves_out("text: 'a […] c'", "a nego-\ntiations are c", 2, NULL);
	leaves_out("text: 'a […] c'", "a […] c", 0, NULL);
	leaves_out("text: 'a […] c'", "a 1856 . . . c", 1, NULL);
	leaves_out("text: '我們 […] 和平'", "我們今天要和平", 3, NULL);
	leaves_out("text: 'a […] c'", "a 우리는 평화를 c", 2, NULL);
	leaves_out("text: 'mill […] land'", "mill, the “land”", 1, NULL);
}

/* In each language that which denies, in no language what does not. */
static void words_that_deny(void **state)
{
	static const struct {
		const char *fields, *text, *named;
		uint32_t words;
	} cases[] = {
		{"text: 'We will […] sign'", "We will NOT sign", "\"NOT\"", 1},
		{"text: 'We will […] sign'", "We will, for-\never, sign", NULL, 1},
		{"text: 'We will […] sign'", "We will ne-\nver sign", "\"never\"", 1},
		{"text: 'We will […] sign'", "We will (not) and ‘never’ sign",
			"\"not\" and \"never\"", 3},
		{"text: 'We can […] sign'", "We can’t sign", "\"can't\"", 1},
		{"text: 'We can […] sign'", "We can not, cannot, never, nobody sign",
			"\"not\", \"cannot\" and \"never\"", 4},
		{"text: 'We will not […] sign'", "We will not, ever, sign", NULL, 1},
		{"text: 'We will […] not sign'", "We will “not sign", NULL, 0},
		{"text: 'We will […] ‘not sign'", "We will now 'not sign", NULL, 1},
		{"text: 'We will […] sign'", "We will note nothings: knots, snot; sign", NULL, 4},
		{"text: 'Wir […] gehen'", "Wir werden nicht gehen", "\"nicht\"", 2},
		{"text: 'Wir […] gehen', language: de", "Wir in Not gehen", NULL, 2},
		{"text: 'Wir […] gehen', language: de-AT", "Wir gingen nie gehen", "\"nie\"", 2},
		{"text: 'Je […] signe', language: fr", "Je ne le signe", "\"ne\"", 2},
		{"text: 'Il […] là'", "Il n’est là", "\"n'est\"", 1},
		{"text: 'dit […] là'", "dit qu’aucun là", "\"qu'aucun\"", 1},
		{"text: 'a […] là', language: en", "a faux pas là", NULL, 2},
		{"text: 'Estamos […] mar', language: pt", "Estamos no mar", NULL, 1},
		{"text: 'Estamos […] mar', language: es", "Estamos no mar", "\"no\"", 1},
		{"text: 'Eu […] vou', language: en", "Eu não vou", "\"não\"", 1},
		{"text: 'Мы […] подпишем', language: en", "Мы Не подпишем", "\"Не\"", 1},
		{"text: 'Мы […] подпишем', language: ru", "Мы, небо, подпишем", NULL, 1},
		{"text: 'Ми […] підпишемо', language: uk", "Ми ніколи підпишемо", "\"ніколи\"", 1},
		{"text: 'Vi […] går', language: nb", "Vi ikke går", "\"ikke\"", 1},
		{"text: 'My […] chcemy', language: pl", "My nie chcemy", "\"nie\"", 1},
		{"text: 'Εμείς […] θέλουμε'", "Εμείς δεν θέλουμε", "\"δεν\"", 1},
		{"text: 'אנחנו […] רוצים'", "אנחנו לא רוצים", "\"לא\"", 1},
		{"text: 'نحن […] نريد', language: ar", "نحن لا نريد", "\"لا\"", 1},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		leaves_out(cases[i].fields, cases[i].text, cases[i].words, cases[i].named);
}

/* Originals and other places are looked for in their sources, each in its own language. */
static void originals(void **state)
{
	(void)state;
	struct verify verify = look_up("text: We are not at sea, language: en, "
				       "original: [{text: Estamos, language: es}, "
				       "{source: varga, language: es, text: 'Estamos […] mar'}], "
				       "also_in: [{source: varga, language: pt, text: 'Estamos […] "
				       "mar'}, {source: varga}]",
		"Estamos no mar.");
	const struct quote *quote = verify.record->quotes;
	assert_int_equal(verify.count, 4);
	assert_null(verify.findings[0].at);
	assert_ptr_equal(verify.findings[1].at, &quote->also_in->at[0]);
	assert_ptr_equal(verify.findings[2].at, &quote->also_in->at[1]);
	assert_ptr_equal(verify.findings[3].at, &quote->more->original->at[1]);
	assert_int_equal(verify.findings[1].result, VERIFY_FOUND);
	assert_null(verify.findings[1].negations);
	assert_true(verify.findings[2].result > VERIFY_FOUND);
	assert_int_equal(verify.findings[3].result, VERIFY_FOUND);
	assert_string_equal(verify.findings[3].negations, "\"no\"");
	assert_int_equal(verify_counts(&verify).not_found, 2);
	done(&verify);
}

static void far_cuts(void **state)
{
	(void)state;
	for (uint32_t quoted = 2; quoted < 40; quoted += 18)
		for (uint32_t left = 95; left < 170; left++) {
			struct buf text = {0}, fields = {0};
			buf_text(&text, "We met ");
			buf_repeat(&text, "day ", quoted - 2);
			buf_format(&fields, "text: '%s […] in vain'", text.text);
			buf_repeat(&text, "and\n", left);
			buf_text(&text, "in vain");
			struct verify verify = look_up(fields.text, text.text);
			const struct reach *reach = &verify.findings[0].reach;
			assert_int_equal(reach->line, 1);
			assert_int_equal(reach->line_to, left + 1);
			assert_int_equal(reach->left_out, left);
			assert_int_equal(reach->quoted, quoted + 2);
			assert_int_equal(reach->far, left > 100 && left > 4 * (quoted + 2));
			done(&verify);
			buf_free(&text);
			buf_free(&fields);
		}
}

static void stands(const char *fields, const char *text, uint32_t places, uint32_t line_count,
	uint32_t first, uint32_t second)
{
	struct verify verify = look_up(fields, text);
	const struct reach *reach = &verify.findings[0].reach;
	if (reach->places != places)
		print_error("{%s} at %u places\n", fields, (unsigned)reach->places);
	assert_int_equal(reach->places, places);
	assert_int_equal(reach->line_count, line_count);
	assert_int_equal(reach->lines[0], first);
	if (line_count > 1)
		assert_int_equal(reach->lines[1], second);
	assert_int_equal(verify.findings[0].line, first);
	done(&verify);
}

static void stand_twice(void **state)
{
	static const char text[] = "He said: peace now.\nThen: peace now, and left.\n"
				   "Peace, peace now and then.\n";
	(void)state;
	stands("text: peace now", text, 3, 3, 1, 2);
	stands("text: Peace", text, 1, 1, 3, 0);
	stands("text: peace now, prefix: ':'", text, 2, 2, 1, 2);
	stands("text: peace now, suffix: ','", text, 1, 1, 2, 0);
	stands("text: 'peace now […] and'", text, 1, 1, 3, 0); /* the shortest decides */
	stands("text: 'a […] c'", "a b c\nA\na d c\n", 2, 2, 1, 3);
	stands("text: 'a […] c'", "a b b c\nA\na d c\na e c\n", 2, 2, 3, 4);
	stands("text: 'a […] c'", "a a b c c", 1, 1, 1, 0);
	stands("text: ha", "ha ha ha ha ha ha", VERIFY_PLACES_MOST, 1, 1, 0);
	stands("text: ha ha", "ha ha ha", 2, 1, 1, 0);
	stands("text: 'ha […] ha'", "ha ha ha", 1, 1, 1, 0);
	stands("text: ink", "ink, inks, Ink, think", 1, 1, 1, 0);
}

static void beside(void **state)
{
	static const char text[] = "First he said: peace now. Then\n"
				   "she answered: peace now, and left.\n"
				   "They signed —\npeace now.\n";
	(void)state;
	is_found("text: peace now", text, 1);
	is_found("text: peace now, prefix: 'answered:'", text, 2);
	is_found("text: peace now, prefix: 'ered:'", text, 2);
	is_found("text: peace now, suffix: ', and left'", text, 2);
	is_found("text: peace now, prefix: 'signed —'", text, 4);
	is_found("text: peace now, suffix: '. Then she'", text, 1);
	is_found("text: 'he said […] now', suffix: ', and'", text, 1);
	is_found("text: peace now, prefix: 'said:', suffix: 'he'", "he said: “peace now” he", 1);
	is_found("text: peace now, suffix: '“Then'", "said “peace now” “Then go", 1);
	is_not_found("text: peace now, prefix: 'said'", "he said: peace now");
	is_found("text: 'peace […] now', prefix: 'answered:', suffix: ', and'", text, 2);
	is_not_found("text: peace now, prefix: 'answered:', suffix: '. Then'", text);

	struct verify verify = look_up("text: peace now, prefix: 'shouted:'", text);
	assert_int_equal(verify.findings[0].result, VERIFY_NO_PREFIX);
	assert_string_equal(verify.findings[0].wanted, "shouted:");
	assert_int_equal(verify.findings[0].line, 1);
	done(&verify);
	verify = look_up("text: peace now, suffix: for ever", text);
	assert_int_equal(verify.findings[0].result, VERIFY_NO_SUFFIX);
	assert_string_equal(verify.findings[0].wanted, "for ever");
	done(&verify);
}

static void first_other_word(void **state)
{
	static const char text[] = "Chapter One\n\nWe have spent more ink in five long weeks than\n"
				   "blood in any single day: let us call it a bargain.\n";
	(void)state;
	differs("text: 'We have spent more ink in five short weeks'", text, "short", "long", 3);
	differs("text: 'We have wasted more ink in five long weeks'", text, "wasted", "spent", 3);
	differs("text: 'They have spent more ink in five long weeks'", text, "They", "We", 3);
	differs("text: 'We spent more ink in five long weeks'", text, "spent", "have", 3);
	differs("text: 'spent more ink in five weeks than'", text, "weeks", "long", 3);
	differs("text: 'let us call it a barter'", text, "barter", "bargain.", 4);
	differs("text: 'any single days'", text, "days", "day:", 4);
	differs("text: 'five long […] let us name it'", text, "name", "call", 4);
	differs("text: 'и сказал: мы согласны на мир'", "и сказал: «мы согласны»", "мы", "«мы", 1);

	/* The examples at the head of nearest.c and verify_text.c. */
	differs("text: We had spent more ink in five weeks",
		"He said: ink dries. We have spent more ink in five weeks than blood.", "had",
		"have", 1);
	is_found("text: in five-weeks", "ink, in five-\nweeks", 1);

	struct verify verify = look_up("text: Nothing of the sort was written", text);
	assert_int_equal(verify.findings[0].result, VERIFY_NOWHERE);
	assert_int_equal(verify.findings[0].line, 0);
	done(&verify);
}

/* Letters of which the one looks like the other, and the words that say so. */
static void is_alike(const char *fields, const char *text, const char *said)
{
	struct verify verify = look_up(fields, text);
	if (verify.findings[0].result != VERIFY_LOOK_ALIKE ||
		!strstr(verify.findings[0].found, said))
		fail_msg("{%s} in \"%s\": %d \"%s\" does not say \"%s\"", fields, text,
			verify.findings[0].result,
			verify.findings[0].found ? verify.findings[0].found : "", said);
	done(&verify);
}

static void look_alikes(void **state)
{
	(void)state;
	is_alike("text: the land back", "want the l\u0430nd back",
		"the text has a Cyrillic small letter a (U+0430) in \"land\"");
	is_alike("text: the l\u0430nd back", "want the land back",
		"the quotation has a Cyrillic small letter a (U+0430) in \"land\"");
	is_alike("text: the good, prefix: we", "We w\u0435 “the g\u043e\u03bfd",
		"the text has a Cyrillic small letter ie (U+0435) in \"we\"");
	is_alike("text: the good", "the g\u043e\u03bfd",
		"the text has a Cyrillic small letter o (U+043E) and a Greek small "
		"letter omicron (U+03BF) in \"good\"");
	is_alike("text: the good, suffix: now", "the good” n\u03bfw",
		"the text has a Greek small letter omicron (U+03BF) in \"now\"");
	is_alike("text: 'g\u03bfod […] man'", "the g\u043eod old\nm\u0430n",
		"the text has a Cyrillic small letter o (U+043E) where the quotation has a "
		"Greek small letter omicron (U+03BF) in");
	is_alike("text: лeнин", "Ленин, ленин,",
		"the quotation has a Latin small letter e (U+0065)");
	is_alike("text: in 1918", "in l9I8", "a digit 1 (U+0031)");
	is_alike("text: land", "the\nl\u0430nd.", "in \"land\"");
	is_alike("text: the fine land", "the ﬁne \uff4cand", "a full-width form of l (U+FF4C)");
	is_alike("text: the \U0001d425and", "the land", "(U+1D425)");
	is_alike("text: they want the land back by autumn",
		"they want the l\u0430nd back by spring",
		"the text has a Cyrillic small letter a (U+0430) in \"land\"");
	is_alike("text: می‌خواهم", "ميخواهم", "an Arabic letter yeh (U+064A)");
	is_alike("text: in the year IV", "in the year \u2163",
		"the text has one sign for IV (U+2163)");
	is_alike("text: half a ½ mile", "half a 1/2 mile",
		"the quotation has one sign for 1/2 (U+00BD)");
	is_alike("text: rom\u0219i all", "rom\u015fi all",
		"a Latin small letter s with cedilla (U+015F) where the quotation has a Latin "
		"small letter s "
		"with comma below (U+0219)");
	is_alike("text: 5 % of it", "5 \uff05 of it", "in \"%\"");
	is_not_found("text: land", "lend");
	/* Two words that are the same say nothing. */
	differs("text: • go now and stay there", "go now and stay there", "•", "go", 1);
	differs("text: we wait .. then go", "we wait … then go", "wait ..", "wait …", 1);
	is_found("text: 'Il dit \"mot\"!'", "Il dit «\u00a0mot\u00a0»\u202f!", 1);
	is_found("text: 'Il dit «\u00a0mot\u00a0» ?'", "Il dit \"mot\"?", 1);
	is_found("text: 'sagte »Wort« und ging'", "sagte \"Wort\" und ging", 1);
}

/* Every letter of the table, both ways. */
static void every_look_alike(void **state)
{
	int tried = 0, step = (int)effort_step(7);
	(void)state;
	for (int32_t code = 0xa0; code < 0x1d800; code++) {
		int32_t plain = text_alike(code);
		if (plain == code || plain == '\\' || code % step ||
			(plain != 'l' && plain != 'O' && text_alike(plain) != plain))
			continue;
		struct buf odd = {0}, even = {0}, words = {0}, name = {0};
		char bytes[4];
		buf_text(&odd, "we have x");
		buf_add(&odd, bytes, text_encode(code, bytes));
		buf_text(&odd, "x in all");
		buf_text(&even, "we have x");
		buf_add(&even, bytes, text_encode(plain, bytes));
		buf_text(&even, "x in all");
		buf_format(&name, "has U+%04X", (unsigned)code);
		struct buf folded = {0}, folded_even = {0};
		plain_fold(&folded, odd.text, odd.len);
		plain_fold(&folded_even, even.text, even.len);
		bool same = strcmp(buf_string(&folded), buf_string(&folded_even)) == 0;
		if (!same) {
			buf_format(&words, "text: \"%s\"", odd.text);
			is_alike(words.text, even.text, name.text + 4);
			buf_clear(&words);
			buf_format(&words, "text: \"%s\"",
				strchr(even.text, '"') ? "we have x\\\"x in all" : even.text);
			is_alike(words.text, odd.text, name.text + 4);
			tried++;
		}
		buf_free(&odd);
		buf_free(&even);
		buf_free(&words);
		buf_free(&name);
		buf_free(&folded);
		buf_free(&folded_even);
	}
	assert_in_range(tried, 900 / step / 2, 1500);
}

/* What is meant as a cut and is not written as one. */
static void other_cuts(void **state)
{
	static const char *const forms[] = {"(...)", "(…)", "( … )", "<...>", "<…>", "[..]", "[….]",
		"[. . . .]", "{...}", "/.../", " … ", "...", " . . . ", "（…）"};
	struct buf fields = {0};
	(void)state;
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		buf_clear(&fields);
		buf_format(&fields, "text: \"the mill, %s the road\"", forms[i]);
		struct verify verify = look_up(
			fields.text, "Want\nthe mill, the land\nand the road");
		if (verify.findings[0].result != VERIFY_OTHER_CUT)
			fail_msg("%s: %d", forms[i], verify.findings[0].result);
		assert_int_equal(verify.findings[0].line, 2);
		done(&verify);
		struct buf text = {0};
		buf_format(&text, "the mill, %s the road", forms[i]);
		is_found(fields.text, text.text, 1);
		buf_free(&text);
		verify = look_up(fields.text, "the mill, the land\nand the sea");
		assert_true(verify.findings[0].result > VERIFY_FOUND &&
			verify.findings[0].result != VERIFY_OTHER_CUT);
		done(&verify);
	}
	buf_free(&fields);
	struct verify verify = look_up("text: 'a […] b (...) c'", "a or b or c");
	assert_int_equal(verify.findings[0].result, VERIFY_OTHER_CUT);
	assert_string_equal(verify.findings[0].wanted, "(...)");
	done(&verify);
}

/* The passage that has most of the words, not the first that has some of them. */
static void nearest_passage(void **state)
{
	(void)state;
	differs("text: We shall call it a bargain and go home",
		"We shall call it nothing.\nWe shall call it a bargain.\n"
		"We shall call it a bargain and go abroad.\n",
		"home", "abroad.", 3);
	struct verify verify = look_up("text: one two three four five six seven eight nine ten",
		"zero one two three four five six seven eight nine eleven twelve");
	assert_string_equal(
		verify.findings[0].passage, "… four five six seven eight nine eleven twelve");
	done(&verify);
}

static void other_places(void **state)
{
	(void)state;
	struct verify verify = look_up(
		"text: Ink dries, prefix: said, also_in: [{source: courier}, "
		"{source: courier, text: Ink runs}, {source: varga, text: Ink "
		"fades}]",
		"he said ink fades. He said Ink dries");
	assert_int_equal(verify.count, 4);
	assert_int_equal(verify.findings[0].result, VERIFY_FOUND);
	assert_int_equal(verify.findings[1].result, VERIFY_NO_TEXT);
	assert_int_equal(verify.findings[2].result, VERIFY_NO_TEXT);
	assert_true(verify.findings[3].result > VERIFY_FOUND);
	static const char courier[] = "Ink walks. Ink dries.";
	verify_source(&verify, 1, courier, sizeof courier - 1);
	assert_int_equal(verify.findings[1].result, VERIFY_FOUND);
	assert_int_equal(verify.findings[2].result, VERIFY_OTHER_WORD);
	assert_string_equal(verify.findings[2].found, "walks.");
	struct verify_counts counts = verify_counts(&verify);
	assert_int_equal(counts.found, 2);
	assert_int_equal(counts.not_found, 2);
	assert_int_equal(counts.no_text, 0);
	done(&verify);
}

/* Reports in a source's words and its own views are looked up as quotations are. */
static void reports_and_views(void **state)
{
	(void)state;
	is_found("text: he was ready, kind: paraphrase", "They said he was ready", 1);
	is_found("text: Peace is near, kind: thesis", "Peace is near", 1);
	is_not_found("text: Peace is far, kind: thesis", "Peace is near");
}

/* ---- texts from hell ---- */

static double seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now); /* of the processor: others use it too */
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* A text of the unit repeated to a megabyte, in which neither quotation is. */
static void in_large_text(const char *unit, size_t len)
{
	size_t size = (1 << 20) / effort_step(4);
	char *text = mem_alloc(size);
	for (size_t at = 0; at < size; at++)
		text[at] = unit[at % len];
	double from = seconds();
	struct verify verify = look_up_bytes(
		"text: We have spent more ink than blood, also_in: [{source: varga, "
		"text: 'ha ha ha ha ha ha […] ha ha ha a a a a a a a a hu'}]",
		text, size);
	double spent = seconds() - from;
	assert_int_equal(verify_counts(&verify).not_found, 2);
	if (spent > 1)
		print_message("%.2f s for \"%.20s\"\n", spent, unit);
	assert_true(spent < 3); /* a twentieth of it is enough, sanitizers and all */
	done(&verify);
	free(text);
}

static void large_texts(void **state)
{
	static const char *const units[] = {"a", " ", "a ", "ha ", "-\n", "\n",
		"We have spent more ", "мир и война ", "e\xcc\x81", "\xcc\x81 ", "\xff",
		"\xe2\x80\x8b", "和平", "[...] "};
	(void)state;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		in_large_text(units[i], strlen(units[i]));
	in_large_text("\0a ", 3);
}

/* Words that are everywhere, before others that stand at the end alone: a look-up does not walk
 * through the text. */
static void cuts_in_large_texts(void **state)
{
	static const char *const cuts[] = {"I […] of it", "I think […] I […] the very end of it",
		"I think so […] I think […] of it", "no […] I", "I think so […] nowhere"};
	size_t size = 0, most = 4 << 20;
	char *text = mem_alloc(most);
	struct buf fields = {0};
	(void)state;
	for (; size < most - 40; size += 11)
		memcpy(text + size, "I think so\n", 11);
	memcpy(text + size, "the very end of it", 18);
	buf_text(&fields, "text: \"I […] of it\", also_in: [");
	for (int i = 0; i < 100; i++)
		buf_format(&fields, "%s{source: varga, text: \"%s\"}", i ? ", " : "", cuts[i % 5]);
	buf_char(&fields, ']');
	double from = seconds();
	struct verify verify = look_up_bytes(fields.text, text, size + 18);
	double spent = seconds() - from;
	assert_int_equal(verify_counts(&verify).found, 61);
	assert_int_equal(verify.findings[0].line, size / 11);
	if (spent > 1)
		print_message("%.2f s for 101 quotations\n", spent);
	assert_true(spent < 10);
	done(&verify);
	buf_free(&fields);
	free(text);
}

/* How often words are compared with a text of a line that is repeated. */
static size_t compared(
	const char *line, size_t times, const char *words, const char *prefix, const char *suffix)
{
	struct buf bytes = {0};
	struct verify_text text;
	struct verify_parts parts = {0};
	buf_repeat(&bytes, line, times);
	buf_text(&bytes, "the end of it\n");
	verify_text_open(&text, bytes.text, bytes.len);
	verify_parts_make(&parts, words, prefix, suffix);
	verify_parts_find(&parts, &text);
	size_t count = text.ends->compared;
	verify_parts_free(&parts);
	verify_text_close(&text);
	buf_free(&bytes);
	return count;
}

/* What one quotation costs does not grow with the text, whatever of it is there: then many cost no
 * more than their number. */
static void costs_of_repeated_lines(void **state)
{
	static const char line[] =
		"We have spent more ink in five weeks than blood in a day, war 17\n";
	static const struct {
		const char *words, *prefix, *suffix;
	} cases[] = {
		{"We have spent more ink in five weeks than blood", NULL, NULL},
		{"We have spent more ink in five weeks than blood in a day, war 18", NULL, NULL},
		{"We have spent more ink in 5 weeks than blood in a day, war 17", NULL, NULL},
		{"ink in 18", NULL, NULL},
		{"war 18", NULL, NULL},
		{"ink […] blood […] war 17", NULL, NULL},
		{"ink […] blood […] war 18", NULL, NULL},
		{"ink […] the end of it", NULL, NULL},
		{"We have spent more ink", "war 18", NULL},
		{"We have spent more ink", "every year", NULL},
		{"more ink […] in a day", "We have not spent", NULL},
		{"more ink […] in a day", NULL, "and night"},
		{"war 17", NULL, "the end of it"},
		{"more ink […] in a day", NULL, ", war 18 and more"},
		{"in […] in […] in […] in […] in […] in […] day […] nowhere", NULL, NULL},
		{"in […] in […] in […] in […] in […] in […] day […] weeks", NULL, NULL},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i += effort_step(3)) {
		size_t few = compared(line, 1000, cases[i].words, cases[i].prefix, cases[i].suffix);
		size_t many = compared(
			line, 8000, cases[i].words, cases[i].prefix, cases[i].suffix);
		if (many > few + few / 2 + 3000 || many > 40000)
			fail_msg("\"%s\": %zu places of 1,000 lines, %zu of 8,000", cases[i].words,
				few, many);
	}
}

/* Words that are common, found by what stands beside them, whole words or not. */
static void common_words_beside(void **state)
{
	static const char *const beside[][2] = {{"ered:", NULL}, {"answered:", NULL},
		{"and she answered: “", NULL}, {"red:", ", and wep"}, {NULL, "” she wept"},
		{NULL, ", and we"}, {NULL, ", and wept for a long time"}, {"d: “", "”, and"},
		{"d:", ", and wept"}};
	struct buf text = {0}, fields = {0};
	(void)state;
	buf_repeat(&text, "he said: peace now. Then\n", 2000);
	buf_text(&text,
		"and she answered: “peace now”, and wept for a long time, she wept, "
		"said: peace now” she wept\n");
	buf_repeat(&text, "he said: peace now. Then\n", 2000);
	for (size_t i = 0; i < sizeof beside / sizeof *beside; i++)
		for (int words = 0; words < 2; words++) {
			buf_clear(&fields);
			buf_format(&fields, "text: %s", words ? "peace now" : "'peace […] now'");
			if (beside[i][0])
				buf_format(&fields, ", prefix: '%s'", beside[i][0]);
			if (beside[i][1])
				buf_format(&fields, ", suffix: '%s'", beside[i][1]);
			is_found(fields.text, text.text, 2001);
		}
	buf_free(&text);
	buf_free(&fields);
}

/* Drawn bytes, and each place in them as where the text ends. */
static void any_bytes(void **state)
{
	static const char pieces[][8] = {"-", "\n", " ", "…", "[…]", "a", "e", "\xcc\x81", "и",
		"\xff", "\xe2\x80", "—", "Ink ", "dries", "\r\n", "\xc2\xad", "和", "9"};
	char text[96];
	unsigned seed = 1;
	(void)state;
	for (int round = 0; round < 3000; round += (int)effort_step(8)) {
		size_t len = 0;
		while (len < sizeof text - 8) {
			seed = seed * 1103515245 + 12345;
			const char *piece = pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)];
			memcpy(text + len, piece, strlen(piece));
			len += strlen(piece);
		}
		char *exact = mem_alloc(len);
		memcpy(exact, text, len);
		struct verify verify = look_up_bytes(
			"text: \"Ink […] dries a\\u0301 — 和e\", prefix: \"- a\", suffix: Ink",
			exact, len);
		if (verify.findings[0].line)
			assert_in_range(verify.findings[0].line, 1, len);
		done(&verify);
		free(exact);
	}
}

static bool once(void *state)
{
	return (*(int *)state)++ < 1;
}

/* It asks before each thing that it looks up, and leaves the rest when it is told to. */
static void asks_whether_to_go_on(void **state)
{
	static const char also[] =
		"text: Ink dries, also_in: [{source: varga, text: Ink dries}, {source: varga}]";
	struct verify verify;
	int asked = 0;
	struct patience patience = {.lasts = once, .state = &asked};
	(void)state;
	verify_start(&verify, record_of(also));
	verify.patience = &patience;
	verify_source(&verify, 0, "Ink dries.", 10);
	assert_int_equal(verify.count, 3);
	assert_int_equal(verify.findings[0].result, VERIFY_FOUND);
	assert_int_equal(verify.findings[1].result, VERIFY_NO_TEXT);
	assert_int_equal(asked, 2);
	done(&verify);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(exact_words),
		cmocka_unit_test(whole_words),
		cmocka_unit_test(white_space),
		cmocka_unit_test(typographic_marks),
		cmocka_unit_test(normal_form),
		cmocka_unit_test(invisible_characters),
		cmocka_unit_test(glyphs),
		cmocka_unit_test(ellipses),
		cmocka_unit_test(divided_words),
		cmocka_unit_test(cuts),
		cmocka_unit_test(cuts_stand_close),
		cmocka_unit_test(cuts_stand_nearest),
		cmocka_unit_test(words_left_out),
		cmocka_unit_test(words_that_deny),
		cmocka_unit_test(originals),
		cmocka_unit_test(far_cuts),
		cmocka_unit_test(stand_twice),
		cmocka_unit_test(beside),
		cmocka_unit_test(first_other_word),
		cmocka_unit_test(look_alikes),
		cmocka_unit_test(every_look_alike),
		cmocka_unit_test(other_cuts),
		cmocka_unit_test(nearest_passage),
		cmocka_unit_test(other_places),
		cmocka_unit_test(reports_and_views),
		cmocka_unit_test(large_texts),
		cmocka_unit_test(cuts_in_large_texts),
		cmocka_unit_test(common_words_beside),
		cmocka_unit_test(costs_of_repeated_lines),
		cmocka_unit_test(any_bytes),
		cmocka_unit_test(asks_whether_to_go_on),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
