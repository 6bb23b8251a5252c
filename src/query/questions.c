/* A round is a row of kinds; for each the pool is searched for words that can be asked about in that way, first of
 * a voice not heard yet. */
#include "query/questions.h"

#include "query/questions_asking.h"

enum { WORDS_MOST = 100 }; /* longer quotations come last */

/* The kinds of a round, in turn. */
static const enum question_kind kinds[QUESTIONS_A_ROUND] = {QUESTION_WHO, QUESTION_WHO,
	QUESTION_WHEN, QUESTION_WHO, QUESTION_TALKS, QUESTION_WHO, QUESTION_WHO, QUESTION_WHEN,
	QUESTION_WHO, QUESTION_TALKS};

static bool same_ref(struct ref a, struct ref b)
{
	return a.thing == b.thing && a.index == b.index;
}

static bool was_heard(
	const struct record *record, const struct questions *questions, const struct quote *quote)
{
	for (uint32_t i = 0; i < questions->count; i++)
		if (same_ref(record->quotes[questions->at[i].quote].speaker, quote->speaker))
			return true;
	return false;
}

static bool ask(
	struct asking *asking, enum question_kind kind, uint32_t index, struct question *question)
{
	const struct quote *quote = &asking->record->quotes[index];
	*question = (struct question){.kind = kind, .quote = index};
	pool_folded(&asking->folded, quote->text);
	switch (kind) {
	case QUESTION_WHO:
		return asking_who(asking, quote, question);
	case QUESTION_WHEN:
		return asking_when(asking, quote, question);
	case QUESTION_TALKS:
		return asking_talks(asking, quote, question);
	case QUESTION_KIND_COUNT:
		break;
	}
	return false;
}

/* Adds a question of this kind, if there is one: of a new voice first. */
static bool add(struct asking *asking, enum question_kind kind, struct questions *questions)
{
	for (int heard = 0; heard < 2; heard++)
		for (uint32_t i = 0; i < asking->pool.count; i++) {
			uint32_t index = asking->pool.quotes[i];
			struct question *question = &questions->at[questions->count];
			if (asking->used[i] ||
				was_heard(asking->record, questions,
					&asking->record->quotes[index]) != heard ||
				!ask(asking, kind, index, question))
				continue;
			asking->used[i] = true;
			questions->count++;
			return true;
		}
	return false;
}

void questions_draw(struct arena *arena, const struct result *asked, const struct result *wider,
	struct draw *draw, struct questions *questions)
{
	struct asking *asking = arena_alloc(arena, 1, sizeof *asking);
	asking->record = asked->record;
	asking->wider = wider;
	asking->draw = draw;
	questions->count = 0;
	pool_quotations(arena, asked, draw, WORDS_MOST, &asking->pool);
	asking_dates(asking);
	asking_eras(asking);
	for (int i = 0; i < QUESTIONS_A_ROUND; i++)
		for (int other = 0; other < QUESTION_KIND_COUNT; other++)
			if (add(asking,
				    (enum question_kind)((kinds[i] + other) % QUESTION_KIND_COUNT),
				    questions))
				break;
	buf_free(&asking->folded);
}
