/* Whatever the lots: of every question no second answer is right by the record, and of a lesson plan
 * nothing is asked that none of its scenes shows. What is right is found here from the record alone,
 * by looking at each of its quotations, not from what the draws go by. */
#include "query/questions.h"
#include "query/sheet.h"

#include "base/bits.h"
#include "every.h"
#include "query/giveaway.h"
#include "query/pool.h"
#include "query/sentence.h"
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
	char **folded; /* of each quotation, and behind them of each title */
	uint8_t *same; /* a square of bits */
	/* That scenes show; and the events whose titles they do. NULL: no plan. */
	const uint8_t *quotes, *titles;
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

/* Whether a party stands there with an office that who spoke the words did not hold. */
static bool is_apart_by_office(
	const struct asked *asked, uint32_t quote, struct ref name, const char *role)
{
	const struct quote *words = &asked->record->quotes[quote];
	char *held = folded(words->role ? words->role : "");
	bool apart = role && *held && name.thing == THING_PARTY &&
		words->speaker.thing == THING_PERSON && !giveaway_has_word_of(held, role);
	free(held);
	return apart;
}

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

/* Whether a name is of somebody of the party whose words they are, who held an office that is called like theirs. */
static bool speaks_for_it(const struct asked *asked, uint32_t quote, struct ref name)
{
	const struct record *record = asked->record;
	const struct quote *words = &record->quotes[quote];
	char *role = folded(words->role ? words->role : "");
	bool speaks = false;
	for (uint32_t i = 0; i < record->counts[THING_QUOTE] && !speaks; i++)
		speaks = words->speaker.thing == THING_PARTY && name.thing == THING_PERSON &&
			ref_same(record_party(record, name), words->speaker) &&
			ref_same(record->quotes[i].speaker, name) && record->quotes[i].role &&
			giveaway_has_word_of(role, record->quotes[i].role);
	free(role);
	return speaks;
}

static void check_match(
	const struct asked *asked, const char *which, const struct sheet_match *match)
{
	const struct record *record = asked->record;
	for (uint32_t i = 0; i < match->count; i++) {
		check_shown(asked, match->quotes[i]);
		for (uint32_t n = 0; n < match->name_count; n++)
			if (n != match->letters[i] &&
				!is_apart_by_office(asked, match->quotes[i], match->names[n],
					match->roles[n]) &&
				could_have_said(asked, match->quotes[i], match->names[n]))
				wrong(asked, which, record->quotes[match->quotes[i]].id,
					record_name(record, match->names[n]));
			else if (n != match->letters[i] &&
				speaks_for_it(asked, match->quotes[i], match->names[n]))
				wrong(asked, which, record->quotes[match->quotes[i]].id,
					record_name(record, match->names[n]));
	}
}

/* ---- that no part of a sheet answers another ---- */

static void told(const struct asked *asked, const char *which, const char *what, const char *by)
{
	fail_msg("%s, seed %u, %s: %s is answered by %s", asked->what, (unsigned)asked->seed, which,
		what, by);
}

/* Names to choose from are of people who speak, or to views of those whose views the record has; one
 * that no scene shows spoke within forty years of some of the words. */
static void check_spares(const struct asked *asked, const struct sheet_match *match, bool views)
{
	const struct record *record = asked->record;
	for (uint32_t n = 0; match->count && n < match->name_count; n++) {
		bool fits = false;
		for (uint32_t q = 0; q < record->counts[THING_QUOTE] && !fits; q++) {
			const struct quote *quote = &record->quotes[q];
			bool near = !asked->quotes || bit_get(asked->quotes, q);
			if (!ref_same(pool_voice(quote), match->names[n]) ||
				(quote->kind == QUOTE_THESIS) != views)
				continue;
			for (uint32_t i = 0; i < match->count && !near; i++)
				near = llabs(record->events[quote->event].date->sort -
					       record->events[record->quotes[match->quotes[i]]
								      .event]
						       .date->sort) <= 40 * 365;
			fits = near;
		}
		if (!fits)
			fail_msg("%s, seed %u: %s could not have said it", asked->what,
				(unsigned)asked->seed, record_name(record, match->names[n]));
	}
}

/* Of a plan a name whose words no scene shows is one of two at most, and stands there only because those
 * that are shown are too few. */
static void check_unheard(const struct asked *asked, const struct sheet_match *match)
{
	const struct record *record = asked->record;
	uint32_t unheard = 0, right = 0;
	for (uint32_t n = 0; asked->quotes && match->count && n < match->name_count; n++) {
		bool heard = false, is_right = false;
		for (uint32_t q = 0; q < record->counts[THING_QUOTE] && !heard; q++)
			heard = bit_get(asked->quotes, q) &&
				ref_same(pool_voice(&record->quotes[q]), match->names[n]);
		for (uint32_t i = 0; i < match->count; i++)
			is_right = is_right || match->letters[i] == n;
		unheard += !heard;
		right += is_right;
	}
	if (unheard > 2 || (unheard && match->name_count > right + 2))
		fail_msg("%s, seed %u: %u names that no scene shows", asked->what,
			(unsigned)asked->seed, (unsigned)unheard);
}

static bool about_the_same(const struct record *record, uint32_t one, uint32_t other)
{
	const struct quote *a = &record->quotes[one], *b = &record->quotes[other];
	bool same = a->event == b->event;
	for (uint32_t i = 0; a->themes && i < a->themes->count; i++)
		same = same || refs_has(b->themes, a->themes->at[i]);
	return same;
}

/* No words tell of the matter of others whose they are. */
static void check_names(const struct asked *asked, const struct sheet *sheet)
{
	const struct record *record = asked->record;
	const struct sheet_match *const both[] = {&sheet->who, &sheet->whose};
	for (int a = 0; a < 2; a++)
		for (uint32_t i = 0; i < both[a]->count; i++)
			for (int b = 0; b < 2; b++)
				for (uint32_t k = 0; k < both[b]->count; k++) {
					uint32_t one = both[a]->quotes[i],
						 other = both[b]->quotes[k];
					if (one != other && about_the_same(record, one, other) &&
						giveaway_has_name(record, asked->folded[one],
							pool_voice(&record->quotes[other])))
						told(asked, "whose", record->quotes[other].id,
							record->quotes[one].id);
				}
}

/* Whether words say where a party stood on an issue: they stand behind the cell, or are the party's or
 * about it, on that theme. */
static bool tells(const struct asked *asked, const struct sheet_change *change, uint32_t quote)
{
	const struct record *record = asked->record;
	const struct quote *words = &record->quotes[quote];
	for (uint32_t i = 0; i < change->before_count + change->after_count; i++) {
		const struct stand *stand = i < change->before_count
			? &change->before[i]
			: &change->after[i - change->before_count];
		struct ref behind = stand->position->quote;
		if (behind.thing == THING_QUOTE && behind.index == quote)
			return true;
	}
	return refs_has(words->themes, change->issue) &&
		(words->kind == QUOTE_THESIS ||
			ref_same(record_party(record, words->speaker), change->party) ||
			giveaway_has_name(record, asked->folded[quote], change->party));
}

static void check_told(const struct asked *asked, const struct sheet *sheet)
{
	const struct record *record = asked->record;
	const struct sheet_match *const both[] = {&sheet->who, &sheet->whose};
	for (uint32_t n = 0; n < sheet->change_count; n++) {
		const struct sheet_change *change = &sheet->changes[n];
		const char *issue = record_id(record, change->issue);
		for (int a = 0; a < 2; a++)
			for (uint32_t i = 0; i < both[a]->count; i++)
				if (tells(asked, change, both[a]->quotes[i]))
					told(asked, "then and now", issue,
						record->quotes[both[a]->quotes[i]].id);
		for (uint32_t i = 0; i < sheet->order.count; i++)
			if (sheet->order.things[i].thing == THING_QUOTE &&
				tells(asked, change, sheet->order.things[i].index))
				told(asked, "then and now", issue,
					record_id(record, sheet->order.things[i]));
	}
}

/* Words in an order are asked about once, or are all of those whose speakers are asked for. */
static void check_again(const struct asked *asked, const struct sheet *sheet)
{
	const struct sheet_match *const both[] = {&sheet->who, &sheet->whose};
	for (uint32_t n = 0; n < sheet->order.count; n++) {
		struct ref thing = sheet->order.things[n];
		bool again = false;
		for (int a = 0; a < 2 && thing.thing == THING_QUOTE; a++)
			for (uint32_t i = 0; i < both[a]->count; i++)
				again = again || same(asked, thing.index, both[a]->quotes[i]);
		if (again != sheet->order.again)
			told(asked, "in what order", record_id(asked->record, thing), "A");
	}
}

/* Whoever reads a title knows which event is meant, and that it was before or after each other. */
static void check_order(const struct asked *asked, const struct sheet_order *order)
{
	const struct record *record = asked->record;
	char **titles = asked->folded + record->counts[THING_QUOTE];
	for (uint32_t i = 0; i < order->count; i++) {
		struct ref thing = order->things[i];
		uint32_t event = thing.index;
		for (uint32_t k = 0; k < order->count; k++)
			if (k != i &&
				touch(sheet_when(record, thing),
					sheet_when(record, order->things[k])))
				wrong(asked, "in what order", record_id(record, thing),
					record_id(record, order->things[k]));
		if (thing.thing == THING_QUOTE) {
			const struct quote *quote = &record->quotes[event];
			check_shown(asked, event);
			if (quote->kind == QUOTE_QUOTATION && !sentence_is_whole(quote->text))
				fail_msg("%s, seed %u: of what is %s?", asked->what,
					(unsigned)asked->seed, quote->id);
			continue;
		}
		if (asked->titles && !bit_get(asked->titles, event))
			fail_msg("%s, seed %u: no scene has the title of %s", asked->what,
				(unsigned)asked->seed, record->events[event].id);
		for (uint32_t k = 0; k < record->counts[THING_EVENT]; k++)
			if (k != event && strcmp(titles[k], titles[event]) == 0)
				wrong(asked, "in what order", record->events[event].id,
					record->events[k].id);
	}
}

/* Forty years from the right one. */
static bool is_far(const struct question *question, const struct question_choice *choice)
{
	const struct date *right = question->choices[question->right].date;
	return choice->date->earliest - right->latest > 40 * 365 ||
		right->earliest - choice->date->latest > 40 * 365;
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
		case QUESTION_VIEW:
			if (could_have_said(asked, question->quote, choice->what))
				wrong(asked, "who", id, record_name(record, choice->what));
			break;
		case QUESTION_WHEN:
			if (question->count > 2 && is_far(question, choice))
				fail_msg("%s, seed %u, when: %s of %s lies too far off",
					asked->what, (unsigned)asked->seed, choice->date->edtf, id);
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

/* Of a plan words that a scene shows stand behind each. */
static void check_stands(const struct asked *asked, const struct stand *stands, uint32_t count)
{
	for (uint32_t i = 0; asked->quotes && i < count; i++) {
		struct ref words = stands[i].position->quote;
		if (words.thing != THING_QUOTE)
			fail_msg("%s, seed %u: no words behind \"%s\"", asked->what,
				(unsigned)asked->seed, stands[i].position->text);
		check_shown(asked, words.index);
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
		check_stands(asked, sheet->changes[i].before, sheet->changes[i].before_count);
		check_stands(asked, sheet->changes[i].after, sheet->changes[i].after_count);
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
		check_spares(asked, &sheet.who, false);
		check_spares(asked, &sheet.whose, true);
		check_unheard(asked, &sheet.who);
		check_unheard(asked, &sheet.whose);
		check_names(asked, &sheet);
		check_told(asked, &sheet);
		check_again(asked, &sheet);
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
 * query adds; and the titles of events: of those beside each other, and of those that stand for
 * themselves. */
static void shown_find(
	const struct result *result, const struct view *plan, uint8_t *quotes, uint8_t *titles)
{
	const struct record *record = result->record;
	uint8_t *listed = mem_zero(bits_size(record->counts[THING_EVENT]), 1);
	for (uint32_t i = 0; plan->show && i < plan->show->count; i++)
		if (plan->show->at[i].thing.thing == THING_QUOTE)
			bit_set(listed, record->quotes[plan->show->at[i].thing.index].event);
	for (uint32_t i = 0; plan->show && i < plan->show->count; i++) {
		const struct step *step = &plan->show->at[i];
		for (uint32_t k = 0; step->compare && k < step->compare->count; k++)
			bit_set(step->compare->at[k].thing == THING_EVENT ? titles : quotes,
				step->compare->at[k].index);
		if (step->thing.thing == THING_QUOTE)
			bit_set(quotes, step->thing.index);
		if (step->thing.thing != THING_EVENT)
			continue;
		const struct event *event = &record->events[step->thing.index];
		if (bit_get(listed, step->thing.index) || !event->quote_count)
			bit_set(titles, step->thing.index);
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
		arena_free(&arena);
	}
	free(listed);
}

static void check_plan(struct asked *asked, const struct view *plan)
{
	const struct record *record = asked->record;
	uint8_t *quotes = mem_zero(bits_size(record->counts[THING_QUOTE]), 1);
	uint8_t *titles = mem_zero(bits_size(record->counts[THING_EVENT]), 1);
	struct arena arena = {0};
	struct result result;
	struct query_problem problem;
	assert_true(select_run(
		record, &(struct select_options){.view = plan}, &arena, &result, &problem));
	if (view_names(plan)) {
		shown_find(&(struct result){.record = record}, plan, quotes, titles);
		asked->quotes = quotes;
		asked->titles = titles;
	}
	asked->what = plan->id;
	check_draws(asked, plan, &result);
	asked->quotes = asked->titles = NULL;
	arena_free(&arena);
	free(quotes);
	free(titles);
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
