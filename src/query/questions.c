/* A round is a fair draw (pool.h), each of which is asked about in the way whose turn it is, if it
 * can be; what one lets choose from is made by choices.c. */
#include "query/questions.h"

#include "query/choices.h"
#include "query/echoes.h"
#include "query/giveaway.h"
#include "query/opposed.h"
#include "query/scenes.h"

#include <string.h>

enum {
	WORDS_MOST = 120, /* of a quotation; longer ones only where there is nothing else */
	VIEW_MOST = 60,   /* of a view */
	LEAST = 4,        /* with fewer sentences shorter words are asked about as well */
};

/* ---- the round ---- */

/* The kinds of a round, in turn. */
static const enum question_kind kinds[QUESTIONS_A_ROUND] = {QUESTION_WHO, QUESTION_WHO,
	QUESTION_WHEN, QUESTION_WHO, QUESTION_TALKS, QUESTION_WHO, QUESTION_WHO, QUESTION_WHEN,
	QUESTION_WHO, QUESTION_TALKS};

/* Whether the same utterance has been asked about, or nearly the same words. */
static bool was_asked(struct asking *asking, const struct questions *questions, uint32_t at)
{
	const struct record *record = asking->record;
	uint32_t index = asking->pool.quotes[at];
	for (uint32_t *i = &asking->compared[at]; *i < questions->count; ++*i) {
		uint32_t other = questions->at[*i].quote;
		if (quote_utterance(record, other) == quote_utterance(record, index) ||
			echoes_alike(record->quotes[other].text, record->quotes[index].text))
			return true;
	}
	return false;
}

static bool ask(
	struct asking *asking, enum question_kind kind, uint32_t at, struct questions *questions)
{
	uint32_t index = asking->pool.quotes[at];
	struct question *question = &questions->at[questions->count];
	const struct quote *quote = &asking->record->quotes[index];
	*question = (struct question){.kind = kind, .quote = index};
	if ((quote->kind == QUOTE_THESIS) != (kind == QUESTION_VIEW) ||
		was_asked(asking, questions, at))
		return false;
	giveaway_folded(&asking->folded, quote->text);
	switch (kind) {
	case QUESTION_WHO:
	case QUESTION_VIEW:
		return choices_who(asking, quote, question);
	case QUESTION_WHEN:
		return choices_when(asking, quote, question);
	case QUESTION_TALKS:
		return choices_talks(asking, quote, question);
	case QUESTION_KIND_COUNT:
		break;
	}
	return false;
}

/* Adds a question of this kind about one of the pool, if there is one. */
static bool add(struct asking *asking, enum question_kind kind, uint32_t from, uint32_t to,
	struct questions *questions)
{
	for (uint32_t i = from; i < to; i++)
		if (!asking->used[i] && ask(asking, kind, i, questions)) {
			asking->used[i] = true;
			questions->count++;
			return true;
		}
	return false;
}

/* Adds a question of this kind, else of another, about one of the draw, else of the rest. */
static bool add_next(struct asking *asking, enum question_kind kind, struct questions *questions)
{
	uint32_t count = asking->pool.count;
	uint32_t front = count < QUESTIONS_A_ROUND ? count : QUESTIONS_A_ROUND;
	for (int rest = 0; rest < 2; rest++)
		for (int other = 0; other < QUESTION_KIND_COUNT; other++)
			if (add(asking, (enum question_kind)((kind + other) % QUESTION_KIND_COUNT),
				    rest ? front : 0, rest ? count : front, questions))
				return true;
	return false;
}

/* Draws from a pool until the round is full, or nothing of it can be asked any more. */
static void pool_ask(
	struct asking *asking, const struct pool_wants *wants, struct questions *questions)
{
	bool any = true;
	memset(asking->used, 0, sizeof asking->used);
	memset(asking->compared, 0, sizeof asking->compared);
	pool_draw(asking->arena, asking->shown, asking->lots, wants, &asking->pool);
	pool_balance(asking->record, asking->lots, &asking->pool, QUESTIONS_A_ROUND);
	while (any && questions->count < QUESTIONS_A_ROUND)
		any = add_next(asking, kinds[questions->count], questions);
}

void questions_draw(struct arena *arena, const struct result *asked, const struct result *wider,
	struct lots *lots, struct questions *questions)
{
	struct questions_known known = {.record = NULL};
	questions_draw_on(arena, &known, asked, wider, lots, questions);
	arena_free(&known.arena);
}

void questions_draw_on(struct arena *arena, struct questions_known *known,
	const struct result *asked, const struct result *wider, struct lots *lots,
	struct questions *questions)
{
	bool heard = scenes_are_named(asked);
	struct pool_wants wants[] = {
		{.words_most = WORDS_MOST, .least = LEAST},
		{.words_most = WORDS_MOST, .least = heard ? 2 : 0, .more = true},
		{.words_most = VIEW_MOST, .views = true, .nameless = true},
	};
	const struct result shown = scenes_shown(arena, asked);
	struct asking *asking = arena_alloc(arena, 1, sizeof *asking);
	asking->arena = arena;
	asking->record = asked->record;
	asking->shown = &shown;
	asking->heard = heard;
	asking->wider = wider;
	asking->known = known;
	asking->lots = lots;
	questions->count = 0;
	choices_begin(asking);
	const uint8_t *opposed = heard ? opposed_parties(arena, &shown) : NULL;
	for (size_t i = 0; i < sizeof wants / sizeof *wants; i++) {
		wants[i].heard = heard;
		wants[i].words_most += heard ? wants[i].words_most / 3 : 0;
		wants[i].also = heard && !wants[i].views ? opposed : NULL;
		wants[i].sampled = true;
		if (questions->count < QUESTIONS_A_ROUND)
			pool_ask(asking, &wants[i], questions);
	}
	buf_free(&asking->folded);
}
