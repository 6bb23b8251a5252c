/* Whatever the lots: of every question no second answer is right by the record, and of a lesson plan
 * nothing is asked that none of its scenes shows. What is right is found here from the record alone,
 * by looking at each of its quotations, not from what the draws go by. */
#include "query/questions.h"
#include "query/sheet.h"

#include "base/bits.h"
#include "every.h"
#include "query/giveaway.h"
#include "query/pool.h"
#include "tests/effort.h"

/* TRUCE_SEEDS=2000 tries so many of each plan, and of the record. */
enum { SEEDS = 40, SHEET_WORDS = 120, SHEET_VIEWS = 60 };

static const struct sheet_sizes sizes = {.who = 6,
	.events = 5,
	.whose = 4,
	.changes = 2,
	.who_words = SHEET_WORDS,
	.whose_words = SHEET_VIEWS};

/* A record, which of its quotations say the same, and what a plan of it shows. */
struct asked {
	const struct record *record;
	const char *what; /* is drawn from: for messages */
	uint64_t seed;
	char **folded;                  /* of each quotation, and behind them of each title */
	uint8_t *same;                  /* a square of bits */
	const uint8_t *quotes, *events; /* that scenes show; NULL: no plan */
};

/* ---- the record ---- */

static char *folded(const char *text)
{
	struct buf out = {0};
	giveaway_folded(&out, text);
	return out.text ? out.text : strdup("");
}

/* Whether the words of one stand in the other, in their order. */
static bool says(const struct asked *asked, uint32_t quote, uint32_t other)
{
	const struct record *record = asked->record;
	const struct attestations *also = record->quotes[other].also_in;
	bool is = quote_utterance(record, quote) == quote_utterance(record, other) ||
		giveaway_has_phrase(asked->folded[other], record->quotes[quote].text);
	for (uint32_t i = 0; also && i < also->count && !is; i++)
		if (also->at[i].text) {
			char *text = folded(also->at[i].text);
			is = giveaway_has_phrase(text, record->quotes[quote].text);
			free(text);
		}
	return is;
}

static struct asked asked_begin(const struct record *record)
{
	size_t quotes = record->counts[THING_QUOTE], titles = record->counts[THING_EVENT];
	struct asked asked = {.record = record};
	asked.folded = mem_zero(quotes + titles + 1, sizeof *asked.folded);
	asked.same = mem_zero(bits_size(quotes * quotes), 1);
	for (size_t i = 0; i < quotes; i++)
		asked.folded[i] = folded(record->quotes[i].text);
	for (size_t i = 0; i < titles; i++)
		asked.folded[quotes + i] = folded(record->events[i].title);
	for (uint32_t i = 0; i < quotes; i++)
		for (uint32_t k = 0; k < quotes; k++)
			if (says(&asked, i, k))
				bit_set(asked.same, i * quotes + k);
	return asked;
}

static void asked_end(struct asked *asked)
{
	const uint32_t *counts = asked->record->counts;
	for (uint32_t i = 0; i < counts[THING_QUOTE] + counts[THING_EVENT]; i++)
		free(asked->folded[i]);
	free(asked->folded);
	free(asked->same);
}

static bool same(const struct asked *asked, uint32_t quote, uint32_t other)
{
	return bit_get(asked->same, (size_t)quote * asked->record->counts[THING_QUOTE] + other);
}

static void wrong(const struct asked *asked, const char *which, const char *what, const char *as)
{
	fail_msg("%s, seed %u, %s: \"%s\" is as right for %s", asked->what, (unsigned)asked->seed,
		which, as, what);
}

/* ---- what is right ---- */

/* A name is right for all who said these words, and for whoever prints them or handed them on. */
static bool could_have_said(const struct asked *asked, uint32_t quote, struct ref name)
{
	const struct record *record = asked->record;
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++)
		if (same(asked, quote, i) && pool_could_be(record, &record->quotes[i], name))
			return true;
	return false;
}

static bool touch(const struct date *a, const struct date *b)
{
	return a && b && a->earliest <= b->latest && b->earliest <= a->latest;
}

static bool was_said_on(const struct asked *asked, uint32_t quote, const struct date *date)
{
	const struct record *record = asked->record;
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++)
		if (same(asked, quote, i) && touch(quote_said(record, &record->quotes[i]), date))
			return true;
	return false;
}

/* At these talks: in their era, or in the days that it spans. */
static bool was_said_at(const struct asked *asked, uint32_t quote, struct ref era)
{
	const struct record *record = asked->record;
	const struct era *talks = &record->eras[era.index];
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++) {
		const struct event *event = &record->events[record->quotes[i].event];
		if (!same(asked, quote, i))
			continue;
		if (ref_same(event->era, era) || touch(event->date, talks->date) ||
			(event->era.thing == THING_ERA &&
				strcmp(record_name(record, event->era), talks->title) == 0))
			return true;
	}
	return false;
}

/* ---- what is asked ---- */

static void check_shown(const struct asked *asked, uint32_t quote)
{
	if (asked->quotes && !bit_get(asked->quotes, quote))
		fail_msg("%s, seed %u: no scene shows %s", asked->what, (unsigned)asked->seed,
			asked->record->quotes[quote].id);
}

static void check_match(
	const struct asked *asked, const char *which, const struct sheet_match *match)
{
	const struct record *record = asked->record;
	for (uint32_t i = 0; i < match->count; i++) {
		check_shown(asked, match->quotes[i]);
		for (uint32_t n = 0; n < match->name_count; n++)
			if (n != match->letters[i] &&
				could_have_said(asked, match->quotes[i], match->names[n]))
				wrong(asked, which, record->quotes[match->quotes[i]].id,
					record_name(record, match->names[n]));
	}
}

/* Whoever reads a title knows which event is meant, and that it was before or after each other. */
static void check_order(const struct asked *asked, const struct sheet_order *order)
{
	const struct record *record = asked->record;
	char **titles = asked->folded + record->counts[THING_QUOTE];
	for (uint32_t i = 0; i < order->count; i++) {
		uint32_t event = order->events[i];
		if (asked->events && !bit_get(asked->events, event))
			fail_msg("%s, seed %u: no scene is of %s", asked->what,
				(unsigned)asked->seed, record->events[event].id);
		for (uint32_t k = 0; k < record->counts[THING_EVENT]; k++)
			if (k != event && strcmp(titles[k], titles[event]) == 0)
				wrong(asked, "in what order", record->events[event].id,
					record->events[k].id);
		for (uint32_t k = 0; k < order->count; k++) {
			uint32_t other = order->events[k];
			if (k != i && touch(record->events[event].date, record->events[other].date))
				wrong(asked, "in what order", record->events[event].id,
					record->events[other].id);
		}
	}
}

static void check_question(const struct asked *asked, const struct question *question)
{
	const struct record *record = asked->record;
	const char *id = record->quotes[question->quote].id;
	check_shown(asked, question->quote);
	for (uint32_t n = 0; n < question->count; n++) {
		const struct question_choice *choice = &question->choices[n];
		if (n == question->right)
			continue;
		switch (question->kind) {
		case QUESTION_WHO:
			if (could_have_said(asked, question->quote, choice->what))
				wrong(asked, "who", id, record_name(record, choice->what));
			break;
		case QUESTION_WHEN:
			if (was_said_on(asked, question->quote, choice->date))
				wrong(asked, "when", id, choice->date->edtf);
			break;
		case QUESTION_TALKS:
			if (was_said_at(asked, question->quote, choice->what))
				wrong(asked, "which talks", id, record_name(record, choice->what));
			break;
		case QUESTION_KIND_COUNT:
			break;
		}
	}
}

/* The era alone says which meeting is meant, or its day does. */
static void check_meeting(
	const struct asked *asked, const struct position_table *all, const struct meeting *meeting)
{
	for (uint32_t i = 0; i < all->meeting_count; i++) {
		const struct meeting *other = &all->meetings[i];
		bool era = ref_same(other->first->era, meeting->first->era);
		if (other->nth != meeting->nth &&
			(meeting->alone ? era : touch(other->main->date, meeting->main->date)))
			wrong(asked, "then and now", meeting->main->id, other->main->id);
	}
}

/* Then and now of a plan only where it shows positions. */
static void check_changes(const struct asked *asked, const struct view *plan,
	const struct result *result, const struct sheet *sheet)
{
	struct arena arena = {0};
	struct position_table all;
	positions_collect(&arena, result_known(result), &all);
	for (uint32_t i = 0; i < sheet->change_count; i++) {
		check_meeting(asked, &all, sheet->changes[i].then);
		check_meeting(asked, &all, sheet->changes[i].now);
	}
	arena_free(&arena);
	bool table = !plan;
	for (uint32_t i = 0; plan && plan->show && i < plan->show->count; i++)
		table = table || step_kind(&plan->show->at[i]) == STEP_POSITIONS;
	if (!table && sheet->change_count)
		fail_msg("%s, seed %u: no scene shows positions", asked->what,
			(unsigned)asked->seed);
}

static void check_draws(struct asked *asked, const struct view *plan, const struct result *result)
{
	const char *seeds = getenv("TRUCE_SEEDS");
	uint64_t count = seeds ? strtoull(seeds, NULL, 10) : SEEDS / effort_step(8);
	for (asked->seed = 0; asked->seed < count; asked->seed++) {
		struct arena arena = {0};
		struct lots lots = {asked->seed}, again = lots;
		struct sheet sheet;
		struct questions questions;
		sheet_draw(&arena, result, &sizes, &lots, &sheet);
		check_match(asked, "who", &sheet.who);
		check_match(asked, "whose view", &sheet.whose);
		check_order(asked, &sheet.order);
		check_changes(asked, plan, result, &sheet);
		questions_draw(&arena, result, result_known(result), &again, &questions);
		for (uint32_t i = 0; i < questions.count; i++)
			check_question(asked, &questions.at[i]);
		arena_free(&arena);
	}
}

/* ---- plans ---- */

/* The quotations and events that a plan lists, or that stand in what it lists whole, and what its
 * query adds. */
static void shown_find(
	const struct result *result, const struct view *plan, uint8_t *quotes, uint8_t *events)
{
	const struct record *record = result->record;
	uint8_t *listed = mem_zero(bits_size(record->counts[THING_EVENT]), 1);
	for (uint32_t i = 0; plan->show && i < plan->show->count; i++)
		if (plan->show->at[i].thing.thing == THING_QUOTE)
			bit_set(listed, record->quotes[plan->show->at[i].thing.index].event);
	for (uint32_t i = 0; plan->show && i < plan->show->count; i++) {
		const struct step *step = &plan->show->at[i];
		for (uint32_t k = 0; step->compare && k < step->compare->count; k++)
			bit_set(step->compare->at[k].thing == THING_EVENT ? events : quotes,
				step->compare->at[k].index);
		if (step->thing.thing == THING_QUOTE)
			bit_set(quotes, step->thing.index);
		if (step->thing.thing != THING_EVENT)
			continue;
		const struct event *event = &record->events[step->thing.index];
		bit_set(events, step->thing.index);
		for (uint32_t k = 0; !bit_get(listed, step->thing.index) && k < event->quote_count;
			k++)
			bit_set(quotes, event->first_quote + k);
	}
	if (plan->query) {
		struct arena arena = {0};
		struct result queried;
		struct query_problem problem;
		assert_true(select_run(record, &(struct select_options){.query = plan->query},
			&arena, &queried, &problem));
		for (uint32_t q = 0; q < record->counts[THING_QUOTE]; q++)
			if (result_has_quote(&queried, q))
				bit_set(quotes, q);
		for (uint32_t e = 0; e < record->counts[THING_EVENT]; e++)
			if (result_row(&queried, e) >= 0)
				bit_set(events, e);
		arena_free(&arena);
	}
	for (uint32_t q = 0; q < record->counts[THING_QUOTE]; q++)
		if (bit_get(quotes, q))
			bit_set(events, record->quotes[q].event);
	free(listed);
}

static void check_plan(struct asked *asked, const struct view *plan)
{
	const struct record *record = asked->record;
	uint8_t *quotes = mem_zero(bits_size(record->counts[THING_QUOTE]), 1);
	uint8_t *events = mem_zero(bits_size(record->counts[THING_EVENT]), 1);
	struct arena arena = {0};
	struct result result;
	struct query_problem problem;
	assert_true(select_run(
		record, &(struct select_options){.view = plan}, &arena, &result, &problem));
	if (view_names(plan)) {
		shown_find(&(struct result){.record = record}, plan, quotes, events);
		asked->quotes = quotes;
		asked->events = events;
	}
	asked->what = plan->id;
	check_draws(asked, plan, &result);
	asked->quotes = asked->events = NULL;
	arena_free(&arena);
	free(quotes);
	free(events);
}

/* Of the record that comes with truce, of the small ones, and of all their plans. */
static void test_one_answer_is_right(void **state)
{
	static const char *const more[] = {
		"tests/data/asked.yaml", "tests/data/twice.yaml", "tests/data/plan.yaml"};
	size_t records = sizeof every_record / sizeof *every_record - 1, plans = 0;
	(void)state;
	for (size_t path = 0; path < records + sizeof more / sizeof *more; path++) {
		struct record *record = every_read(
			path < records ? every_record[path] : more[path - records]);
		struct asked asked = asked_begin(record);
		struct result result = result_all(record);
		asked.what = path < records ? every_record[path] : more[path - records];
		check_draws(&asked, NULL, &result);
		for (uint32_t i = 0; i < record->counts[THING_VIEW]; i++, plans++)
			check_plan(&asked, &record->views[i]);
		asked_end(&asked);
		record_free(record);
	}
	assert_true(plans > 9);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_answer_is_right),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
