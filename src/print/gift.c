/* GIFT: the questions of the quiz, for Moodle and whatever else reads it.
 *
 * Rounds are drawn one after the other, as a class plays them, until there are as many questions as
 * were asked for, or nothing new comes. Each has one right choice; where the words stand is its
 * feedback, whatever was answered. */
#include "base/memory.h"
#include "layout/question.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_quote.h"
#include "print/gift_text.h"
#include "print/print.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { STALE_MOST = 4 }; /* rounds without anything new */

struct bank {
	const struct record *record;
	const struct text_form *form;
	const struct signs *signs;
	struct buf out, words;
	uint8_t *asked; /* of each quotation, the kinds that it was asked in */
	uint32_t count, wanted;
};

/* Puts out the phrase at hand. */
static void phrase(struct bank *bank)
{
	gift_text(bank->form, &bank->out, buf_string(&bank->words));
	buf_clear(&bank->words);
}

static void choice(struct bank *bank, const struct question *question, uint32_t n)
{
	buf_text(&bank->out, n == question->right ? "\t=" : "\t~");
	question_choice_words(&bank->words, DATES_BOTH, bank->record, question, n);
	phrase(bank);
	buf_char(&bank->out, '\n');
}

/* "Sir Edmund Hale, second envoy, 30 March 1856. Varga, Documents of Karlsund, 1881, p. 212". */
static void feedback(struct bank *bank, const struct quote *quote)
{
	struct buf said = {0};
	words_speaker(&bank->words, bank->record, quote);
	words_said(&said, DATES_BOTH, bank->record, quote);
	if (said.len)
		buf_format(&bank->words, ", %s", said.text);
	if (quote->kind == QUOTE_PARAPHRASE)
		buf_text(&bank->words, ", as reported");
	if (words_status(quote->status))
		buf_format(&bank->words, ", %s", words_status(quote->status));
	buf_text(&bank->words, "\n");
	words_source_full(&bank->words, bank->record, quote->source);
	if (quote->locator) {
		buf_text(&bank->words, ", ");
		words_locator(&bank->words, quote->locator);
	}
	if (quote->note)
		buf_format(&bank->words, "\n%s", quote->note);
	buf_text(&bank->out, "\t####");
	phrase(bank);
	buf_char(&bank->out, '\n');
	buf_free(&said);
}

static void question_write(struct bank *bank, const struct question *question)
{
	static const char *const kinds[QUESTION_KIND_COUNT] = {[QUESTION_WHO] = "who",
		[QUESTION_WHEN] = "when",
		[QUESTION_TALKS] = "talks",
		[QUESTION_VIEW] = "view"};
	const struct quote *quote = &bank->record->quotes[question->quote];
	buf_text(&bank->out, "\n::");
	buf_format(&bank->words, "%s %s", quote->id, kinds[question->kind]);
	phrase(bank);
	buf_text(&bank->out, "::[plain]");
	buf_format(&bank->words, "%s\n", question_title(question->kind));
	words_quoted(&bank->words, bank->signs, quote, quote->text);
	phrase(bank);
	buf_text(&bank->out, " {\n");
	for (uint32_t n = 0; n < question->count; n++)
		choice(bank, question, n);
	feedback(bank, quote);
	buf_text(&bank->out, "}\n");
}

/* Returns how many of a round were new. */
static uint32_t round_write(struct bank *bank, const struct questions *questions)
{
	uint32_t before = bank->count;
	for (uint32_t n = 0; n < questions->count && bank->count < bank->wanted; n++) {
		const struct question *question = &questions->at[n];
		uint8_t bit = (uint8_t)(1u << question->kind);
		if (bank->asked[question->quote] & bit)
			continue;
		bank->asked[question->quote] |= bit;
		question_write(bank, question);
		bank->count++;
	}
	return bank->count - before;
}

static void rounds_write(struct bank *bank, const struct result *result, uint64_t seed)
{
	struct lots lots = {seed};
	for (int stale = 0; stale < STALE_MOST && bank->count < bank->wanted; stale++) {
		struct arena arena = {0};
		struct questions questions;
		questions_draw(&arena, result, result_known(result), &lots, &questions);
		if (round_write(bank, &questions))
			stale = -1;
		arena_free(&arena);
	}
}

bool print_gift_any(const struct result *result, const struct print_options *options)
{
	struct lots lots = {options->seed};
	bool any = false;
	for (int stale = 0; stale < STALE_MOST && !any; stale++) {
		struct arena arena = {0};
		struct questions questions;
		questions_draw(&arena, result, result_known(result), &lots, &questions);
		any = questions.count > 0;
		arena_free(&arena);
	}
	return any;
}

bool print_gift(const struct result *result, const struct print_options *options, FILE *file)
{
	struct bank bank = {
		.record = result->record,
		.form = options->form,
		.signs = signs_find(options->ascii),
		.asked = mem_zero(result->record->counts[THING_QUOTE] + 1, 1),
		.wanted = options->questions ? options->questions : QUESTIONS_A_ROUND,
	};
	rounds_write(&bank, result, options->seed);
	struct buf head = {0};
	buf_text(&head, "// ");
	words_number(&head, bank.count, "question", "questions");
	buf_format(&head, ", --seed %" PRIu64 "\n", options->seed);
	bool good = fwrite(head.text, 1, head.len, file) == head.len &&
		fwrite(buf_string(&bank.out), 1, bank.out.len, file) == bank.out.len;
	if (options->drawn)
		*options->drawn = bank.count;
	buf_free(&head);
	buf_free(&bank.words);
	buf_free(&bank.out);
	free(bank.asked);
	return fflush(file) == 0 && good;
}
