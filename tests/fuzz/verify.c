/* A text of a source, and words cut out of it: they are found there, also by what stands beside
 * them, and what is found is those words. Other words are found only where they are. */
#include "load/verify.h"
#include "base/text.h"
#include "load/passage.h"
#include "load/plain.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/hostile.h"
#include "tests/fuzz/promise.h"

#include <stdlib.h>
#include <string.h>

enum { CUTS = 3 };

/* ---- the text ---- */

static const char *const atoms[] = {"a", "b", "word", "the", "of", "peace", "Treaty", "W", "é",
	"e\u0301", "Ж", "中文", "한", "क्षि", "1,000", "12", ";", ",", "“", "”", "'", "’", "\"", "-",
	"–", "--", "-\n", "\u00adb", "…", "...", "[…]", "\u200b", "\xff", "\r\n", "\u00a0",
	"\u3000", "\t", "ﬁ", "oﬃ", "ſt", "ﻼﻡ", "الـم", "\u200d", "\u202e", "a\ufe0f",
	".\u00a0.\u00a0.", "⋯", "(…)", "[.\u00a0.\u202f.]", "\u0430", "l\u043e"};

static void text_write(struct dice *dice, struct buf *out)
{
	for (unsigned count = 1 + dice_below(dice, 40); count; count--) {
		unsigned kind = dice_byte(dice);
		buf_text(out, atoms[dice_below(dice, kind & 1 ? 7 : sizeof atoms / sizeof *atoms)]);
		if (kind & 6)
			buf_text(out, kind < 200 ? " " : kind < 240 ? "\n" : "\n\n");
	}
}

static bool is_space(char c)
{
	return c == ' ' || c == '\n';
}

/* ---- words of it ---- */

/* Bytes of the text between white space. */
struct cut {
	size_t from, to;
};

/* Moves a place to the start of a word at or behind it; the end where there is none. */
static size_t word_from(const struct buf *text, size_t at)
{
	while (at < text->len && !(at == 0 || is_space(text->text[at - 1])))
		at++;
	while (at < text->len && is_space(text->text[at]))
		at++;
	return at;
}

static size_t words_to(struct dice *dice, const struct buf *text, size_t at)
{
	for (unsigned words = 1 + dice_below(dice, 6); words && at < text->len; words--) {
		while (at < text->len && is_space(text->text[at]))
			at++;
		while (at < text->len && !is_space(text->text[at]))
			at++;
	}
	while (at && is_space(text->text[at - 1]))
		at--;
	return at;
}

/* Whether a quotation may be such words: they are UTF-8, and have letters and no more than one dash
 * in a row. */
static bool is_quotation(const char *words, size_t len)
{
	struct buf folded = {0};
	bool letter = false;
	if (text_valid(words, len) != len)
		return false;
	for (size_t at = 0; at < len; at++)
		letter = letter || (words[at] > 0 && text_is_letter(words[at]));
	plain_fold(&folded, words, len);
	bool dashes = strstr(buf_string(&folded), "- -") != NULL;
	buf_free(&folded);
	return letter && !dashes;
}

/* A copy of the words; NULL where they are no quotation. Caller owns it. */
static char *words_of(const struct buf *text, struct cut cut)
{
	if (cut.from >= cut.to || !is_quotation(text->text + cut.from, cut.to - cut.from))
		return NULL;
	return text_alone((const uint8_t *)text->text + cut.from, cut.to - cut.from);
}

/* Without white space and dashes, which the end of a line may add or take away. */
static void solid_add(struct buf *out, const char *text, size_t len)
{
	struct buf folded = {0};
	plain_fold(&folded, text, len);
	for (const char *at = buf_string(&folded); *at; at++)
		if (*at != ' ' && *at != '-')
			buf_char(out, *at);
	buf_free(&folded);
}

/* ---- what is found ---- */

/* What is marked is the words; of words with a cut in them a part may be marked with its word. */
static void marks_keep(const struct passage *passage, const char *words)
{
	struct buf wanted = {0}, found = {0};
	uint32_t last = 0;
	promise(passage->count > 0);
	for (size_t i = 0; i < passage->count; i++) {
		struct passage_mark mark = passage->marks[i];
		promise(mark.from >= last && mark.from < mark.to && mark.to <= passage->text.len);
		last = mark.to;
		solid_add(&found, passage->text.text + mark.from, mark.to - mark.from);
	}
	solid_add(&wanted, words, strlen(words));
	if (!strchr(words, '['))
		promise(strcmp(buf_string(&wanted), buf_string(&found)) == 0);
	buf_free(&wanted);
	buf_free(&found);
}

static bool is_found(
	const struct buf *text, const char *words, const char *prefix, const char *suffix)
{
	struct passage passage = {0};
	char *alone = text_alone((const uint8_t *)buf_string(text), text->len);
	bool found = passage_find(&passage, alone, text->len, words, prefix, suffix);
	uint32_t lines = 1;
	for (size_t at = 0; at < text->len; at++)
		lines += text->text[at] == '\n';
	struct reach reach = passage.reach;
	promise(!found ||
		(reach.line >= 1 && reach.line <= reach.line_to && reach.line_to <= lines));
	promise(!found || (reach.places >= 1 && reach.lines[0] == reach.line));
	if (found)
		marks_keep(&passage, words);
	passage_free(&passage);
	free(alone);
	return found;
}

static void found_keep(
	const struct buf *text, const char *words, const char *prefix, const char *suffix)
{
	bool found = is_found(text, words, prefix, suffix);
	if (!found)
		fprintf(stderr, "text: <%s>\nwords: <%s>\nprefix: <%s>\nsuffix: <%s>\n",
			buf_string(text), words, prefix ? prefix : "", suffix ? suffix : "");
	promise(found);
}

static struct cut cut_choose(struct dice *dice, const struct buf *text)
{
	struct cut cut = {word_from(text, dice_below(dice, text->len)), 0};
	cut.to = words_to(dice, text, cut.from);
	return cut;
}

/* By themselves, or with the words before and behind them, where there are some; a text that has the
 * sign of a cut itself has it there. */
static void cut_keep(struct dice *dice, const struct buf *text, struct cut cut, bool alone)
{
	char *words = words_of(text, cut);
	if (!words)
		return;
	struct cut before = {word_from(text, dice_below(dice, cut.from)), cut.from};
	struct cut behind = {cut.to, words_to(dice, text, cut.to)};
	char *prefix = words_of(text, before), *suffix = words_of(text, behind);
	if (alone || strchr(words, '['))
		found_keep(text, words, NULL, NULL);
	else
		found_keep(text, words, prefix, suffix);
	free(prefix);
	free(suffix);
	free(words);
}

/* Words that may stand there or not. */
static void other_keep(struct dice *dice, const struct buf *text)
{
	struct buf words = {0};
	text_write(dice, &words);
	char *alone = words_of(&words, (struct cut){0, words.len});
	if (alone)
		is_found(text, alone, NULL, NULL);
	free(alone);
	buf_free(&words);
}

/* ---- as `truce verify` has it ---- */

static size_t record_write(struct dice *dice, const struct buf *text, struct buf *out)
{
	size_t count = 0;
	buf_text(out,
		"title: t\nsources:\n  s: {type: book, title: t}\nevents:\n"
		"- {id: e, title: t, date: 1918, quotes: [");
	for (int i = 0; i < CUTS; i++) {
		char *words = words_of(text, cut_choose(dice, text));
		if (!words)
			continue;
		buf_format(
			out, "%s{id: q%u, source: s, text: ", count ? ", " : "", (unsigned)count);
		hostile_quoted(out, words, strlen(words));
		buf_char(out, '}');
		free(words);
		count++;
	}
	buf_text(out, "]}\n");
	return count;
}

static void record_keep(struct dice *dice, const struct buf *text)
{
	struct buf yaml = {0};
	size_t count = record_write(dice, text, &yaml);
	struct load_input input = {"a.yaml", yaml.text, yaml.len};
	struct record *record = count ? record_loaded(&input, 1) : NULL;
	if (record) {
		struct verify verify;
		verify_start(&verify, record);
		verify_source(&verify, 0, text->text, text->len);
		promise(verify.count == count && verify_counts(&verify).found == count);
		verify_free(&verify);
	}
	record_free(record);
	buf_free(&yaml);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct dice dice = {bytes, bytes + len, 0};
	struct buf text = {0};
	text_write(&dice, &text);
	/* One of them: to make a text ready for looking up takes longer than all else. */
	unsigned which = dice_byte(&dice);
	if (which < 180)
		cut_keep(&dice, &text, cut_choose(&dice, &text), which < 90);
	else if (which < 230)
		other_keep(&dice, &text);
	else
		record_keep(&dice, &text);
	buf_free(&text);
	return 0;
}
