/* Questions: what holds of every round and every sheet, whatever the lots. */
#include "query/questions.h"
#include "query/sheet.h"

#include "every.h"
#include "print.h"
#include "query/echoes.h"
#include "query/giveaway.h"
#include "query/pool.h"
#include "query/scenes.h"
#include "query/select.h"

static const char class_path[] = "tests/data/class.yaml";

enum { SEEDS = 60, ROUNDS = 500, ROUND_POINTS = 10 /* of 1000 */ };

static bool same_ref(struct ref a, struct ref b)
{
	return a.thing == b.thing && a.index == b.index;
}

static bool is_one_of(const char *id, const char *const *ids)
{
	for (; *ids; ids++)
		if (strcmp(id, *ids) == 0)
			return true;
	return false;
}

static const struct sheet_sizes sizes = {.who = 6,
	.events = 5,
	.whose = 4,
	.changes = 2,
	.who_words = 120,
	.whose_words = 60,
	.order_words = 45};

static void round_draw(const struct result *result, uint64_t seed, struct questions *questions)
{
	struct arena arena = {0};
	struct lots lots = {seed};
	questions_draw(&arena, result, result, &lots, questions);
	arena_free(&arena);
}

/* The published numbers of SplitMix64, modulo 2^32 - 1. */
static void test_lots(void **state)
{
	(void)state;
	struct lots lots = {1234567};
	assert_int_equal(lots_below(&lots, UINT32_MAX), UINT64_C(6457827717110365317) % UINT32_MAX);
	assert_int_equal(lots_below(&lots, UINT32_MAX), UINT64_C(3203168211198807973) % UINT32_MAX);
	uint32_t counts[3] = {0}, items[] = {0, 1, 2, 3, 4};
	for (int i = 0; i < 3000; i++)
		counts[lots_below(&lots, 3)]++;
	for (int i = 0; i < 3; i++)
		assert_in_range(counts[i], 900, 1100);
	lots_shuffle(&lots, items, 5, 5);
	uint32_t seen = 0;
	for (int i = 0; i < 5; i++)
		seen |= 1u << items[i];
	assert_int_equal(seen, 31);
	assert_int_equal(lots_below(&lots, 1), 0);
}

static bool is_right(const struct record *record, const struct question *question, uint32_t n)
{
	const struct quote *quote = &record->quotes[question->quote];
	const struct question_choice *choice = &question->choices[n];
	if (question->kind == QUESTION_WHO)
		return same_ref(choice->what, quote->speaker);
	if (question->kind == QUESTION_TALKS)
		return same_ref(choice->what, record->events[quote->event].era);
	return choice->date == quote_said(record, quote);
}

static bool have_a_day_in_common(const struct date *a, const struct date *b)
{
	return a->earliest <= b->latest && b->earliest <= a->latest;
}

static void check_question(const struct record *record, const struct question *question)
{
	const struct quote *quote = &record->quotes[question->quote];
	assert_true(quote->kind == QUOTE_QUOTATION || quote->kind == QUOTE_PARAPHRASE);
	assert_in_range(question->count, 2, QUESTION_CHOICES);
	assert_in_range(question->right, 0, question->count - 1);
	for (uint32_t n = 0; n < question->count; n++) {
		assert_int_equal(is_right(record, question, n), n == question->right);
		for (uint32_t k = 0; k < n; k++) {
			const struct question_choice *a = &question->choices[k];
			const struct question_choice *b = &question->choices[n];
			if (question->kind == QUESTION_WHEN)
				assert_false(have_a_day_in_common(a->date, b->date));
			else
				assert_string_not_equal(
					record_name(record, a->what), record_name(record, b->what));
		}
	}
}

static void test_a_round_has_one_right_choice_each(void **state)
{
	static const char *const paths[] = {"tests/data/class.yaml", "events.yaml"};
	static const char *const never[] = {"hale-same", "brandt-same", "hale-short", "lind-wrong",
		"lind-doubt", "orlov-report", "norland-all", "varga-coming", NULL};
	(void)state;
	for (int path = 0; path < 2; path++) {
		struct record *record = read_file(paths[path]);
		struct result result = result_all(record);
		for (uint64_t seed = 0; seed < SEEDS; seed++) {
			struct questions questions;
			round_draw(&result, seed, &questions);
			assert_in_range(questions.count, path ? 10 : 6, 10);
			for (uint32_t i = 0; i < questions.count; i++) {
				const char *id = record->quotes[questions.at[i].quote].id;
				check_question(record, &questions.at[i]);
				assert_false(is_one_of(id, never));
				for (uint32_t k = 0; k < i; k++)
					assert_int_not_equal(
						questions.at[i].quote, questions.at[k].quote);
			}
		}
		record_free(record);
	}
}

static void check_one_right(const struct record *record, const struct question *question)
{
	const struct quote *quote = &record->quotes[question->quote];
	struct ref right = question->choices[question->right].what;
	for (uint32_t n = 0; question->kind == QUESTION_WHO && n < question->count; n++)
		assert_int_equal(n == question->right,
			pool_could_be(record, quote, question->choices[n].what));
	for (uint32_t n = 1; n < question->count; n++) /* none stands out by an office */
		assert_int_equal(!question->choices[n].role, !question->choices[0].role);
	for (uint32_t i = 0;
		question->kind == QUESTION_TALKS && quote->about && i < quote->about->count; i++)
		if (quote->about->at[i].thing == THING_EVENT)
			assert_true(same_ref(record->events[quote->about->at[i].index].era, right));
}

/* Of every record: no choice beside the right one is its party, its source, whoever handed the words
 * on, or the same person by another name; and nothing is asked twice in other words. */
static void test_no_second_choice_is_right(void **state)
{
	static const char *const more[] = {
		"tests/data/asked.yaml", "tests/golden/check/every-field.yaml"};
	(void)state;
	size_t records = sizeof every_record / sizeof *every_record - 1;
	for (size_t path = 0; path < records + sizeof more / sizeof *more; path++) {
		struct record *record = every_read(
			path < records ? every_record[path] : more[path - records]);
		struct result result = result_all(record);
		for (uint64_t seed = 0; seed < SEEDS / 2; seed++) {
			struct questions questions;
			round_draw(&result, seed, &questions);
			for (uint32_t i = 0; i < questions.count; i++) {
				check_one_right(record, &questions.at[i]);
				for (uint32_t k = 0; k < i; k++)
					assert_false(echoes_alike(
						record->quotes[questions.at[i].quote].text,
						record->quotes[questions.at[k].quote].text));
			}
		}
		record_free(record);
	}
}

/* Which talks is asked of what was said at some or of them, not of all that fell in their time; neither
 * that nor when of what says that nothing has changed; and nobody who merely writes about it, and no time
 * in which nobody there lived, stands among the choices. */
static void test_what_the_record_does_not_decide(void **state)
{
	static const char *const beside[] = {"johnson-long-run", "smeath-suburbs",
		"zelenskyy-genocide", "podolyak-continue", "medinsky-unchanged", NULL};
	static const char *const people[] = {"putin-fast", "putin-dead-end", "putin-interrupted",
		"peskov-paper", "zelenskyy-result", "johnson-long-run", NULL};
	static const char *const said[] = {
		"fomin-activity", "umerov-bodies", "medinsky-ready", NULL};
	(void)state;
	struct record *record = read_file("events.yaml");
	struct result result = result_all(record);
	uint32_t talks = 0;
	for (uint64_t seed = 0; seed < SEEDS * 4; seed++) {
		struct questions questions;
		round_draw(&result, seed, &questions);
		for (uint32_t i = 0; i < questions.count; i++) {
			const struct question *question = &questions.at[i];
			const char *id = record->quotes[question->quote].id;
			talks += question->kind == QUESTION_TALKS && is_one_of(id, said);
			if (question->kind == QUESTION_TALKS && is_one_of(id, beside))
				fail_msg("%s: which talks?", id);
			for (uint32_t n = 0; n < question->count; n++) {
				const struct question_choice *choice = &question->choices[n];
				const char *name = question->kind == QUESTION_WHO
					? record_name(record, choice->what)
					: "";
				if ((is_one_of(id, people) &&
					    strcmp(name, "Françoise Thom") == 0) ||
					(choice->role && giveaway_has_year(choice->role)))
					fail_msg("%s: %s is no choice", id, name);
				if (question->kind == QUESTION_WHEN &&
					(strcmp(id, "medinsky-unchanged") == 0 ||
						strcmp(id, "trotsky-war-over") == 0))
					fail_msg("%s: when?", id);
			}
		}
	}
	assert_in_range(talks, 1, UINT32_MAX);
	record_free(record);
}

/* Of the dates to choose from the right one is not always the only one of its weeks, nor always one of two. */
static void test_the_weeks_do_not_tell_the_day(void **state)
{
	enum { WEEKS = 60 };
	(void)state;
	struct record *record = read_file("events.yaml");
	struct result result = result_all(record);
	uint32_t beside = 0, alone = 0;
	for (uint64_t seed = 0; seed < SEEDS * 2; seed++) {
		struct questions questions;
		round_draw(&result, seed, &questions);
		for (uint32_t i = 0; i < questions.count; i++) {
			const struct question *question = &questions.at[i];
			const struct date *right = question->choices[question->right].date;
			bool near = false;
			if (question->kind != QUESTION_WHEN)
				continue;
			for (uint32_t n = 0; n < question->count; n++)
				near |= n != question->right &&
					!pool_lie_apart(question->choices[n].date, right, WEEKS);
			beside += near;
			alone += !near;
		}
	}
	assert_in_range(beside, 1 + alone / 4, UINT32_MAX);
	assert_in_range(alone, 1 + beside / 4, UINT32_MAX);
	record_free(record);
}

/* Who left an office that year is a "former" one in words of later years only. */
static void check_office(const struct record *record, const struct question *question,
	const struct question_choice *choice)
{
	const int64_t left = date_from_civil((struct date_civil){2022, 9, 6}, false);
	const struct date *said = quote_said(record, &record->quotes[question->quote]);
	if (choice->role && strcmp(record_name(record, choice->what), "Boris Johnson") == 0 && said)
		assert_int_equal(
			strncmp(choice->role, "former", 6) == 0, said->earliest > left + 366);
}

/* Of one question: whoever says the like elsewhere, or is of a side that the words speak of, is no choice; no
 * date lies long before, and no talks that the speaker never saw. */
static void check_could_be(const struct record *record, const struct question *question)
{
	static const char *const never[][3] = {{"putin-interrupted", "Vladimir Medinsky", NULL},
		{"putin-demilitarize", "Volodymyr Zelenskyy", "Mykhailo Podolyak"},
		{"zelenskyy-attacked", "Vladimir Putin", "Dmitry Peskov"},
		{"kadyrov-capture", "Mykhailo Podolyak", "Volodymyr Zelenskyy"},
		{"kadyrov-concessions", "Vladimir Medinsky", "Vladimir Putin"}};
	static const char *const dated[] = {"zelenskyy-result", "putin-direct-talks", NULL};
	const char *id = record->quotes[question->quote].id;
	const struct date *right = question->choices[question->right].date;
	const int64_t since_2020 = date_from_civil((struct date_civil){2020, 1, 1}, false);
	assert_string_not_equal(id, "downing-street-resolve");
	assert_false(question->kind == QUESTION_TALKS && strcmp(id, "medinsky-received") == 0);
	assert_false(question->kind == QUESTION_WHEN && is_one_of(id, dated));
	for (uint32_t n = 0; n < question->count; n++) {
		const struct question_choice *choice = &question->choices[n];
		if (question->kind == QUESTION_WHO)
			check_office(record, question, choice);
		if (question->kind == QUESTION_WHEN && right->earliest > since_2020)
			assert_true(choice->date->latest + 8 * 366 > right->earliest);
		if (question->kind == QUESTION_TALKS && strncmp(id, "zelenskyy", 9) == 0)
			assert_string_not_equal(record_id(record, choice->what), "khasavyurt");
		for (size_t i = 0; i < sizeof never / sizeof *never; i++)
			for (int k = 1; k < 3; k++)
				if (question->kind == QUESTION_WHO &&
					strcmp(id, never[i][0]) == 0 && never[i][k] &&
					strcmp(record_name(record, choice->what), never[i][k]) == 0)
					fail_msg("%s: %s", id, never[i][k]);
	}
}

static void test_wrong_choices_could_be_right(void **state)
{
	(void)state;
	struct record *record = read_file("events.yaml");
	struct result result = result_all(record);
	for (uint64_t seed = 0; seed < SEEDS * 4; seed++) {
		struct questions questions;
		round_draw(&result, seed, &questions);
		for (uint32_t i = 0; i < questions.count; i++)
			check_could_be(record, &questions.at[i]);
	}
	record_free(record);
}

/* Each quotation that can be asked about is asked about as often as any other; a few name who said them, and
 * have no date near that could be theirs. */
static void test_a_round_is_a_fair_draw(void **state)
{
	(void)state;
	struct record *record = read_file("events.yaml");
	struct result result = result_all(record);
	struct arena arena = {0};
	struct pool pool;
	struct lots lots = {1};
	uint32_t *times = arena_alloc(&arena, record->counts[THING_QUOTE], sizeof *times),
		 asked = 0, never = 0;
	pool_draw(
		&arena, &result, &lots, &(struct pool_wants){.words_most = 120, .least = 4}, &pool);
	for (uint64_t seed = 0; seed < ROUNDS; seed++) {
		struct questions questions;
		round_draw(&result, seed, &questions);
		for (uint32_t i = 0; i < questions.count; i++, asked++)
			times[questions.at[i].quote]++;
	}
	for (uint32_t i = 0; i < pool.count; i++) {
		uint32_t share = times[pool.quotes[i]] * 1000 / asked, right = 1000 / pool.count;
		never += times[pool.quotes[i]] == 0;
		if (times[pool.quotes[i]] == 0)
			continue;
		if (share + ROUND_POINTS < right || share > right + ROUND_POINTS)
			fail_msg("%s: %u of 1000, not %u", record->quotes[pool.quotes[i]].id,
				(unsigned)share, (unsigned)right);
	}
	assert_in_range(never, 0, 2);
	arena_free(&arena);
	record_free(record);
}

/* His name, or what he is called, is among his words. */
static void test_words_do_not_give_the_speaker_away(void **state)
{
	static const char *const named[] = {"orlov-named", "orlov-alias", NULL};
	(void)state;
	struct record *record = read_file(class_path);
	struct result result = result_all(record);
	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		struct questions questions;
		round_draw(&result, seed, &questions);
		for (uint32_t i = 0; i < questions.count; i++)
			if (questions.at[i].kind == QUESTION_WHO)
				assert_false(
					is_one_of(record->quotes[questions.at[i].quote].id, named));
	}
	record_free(record);
}

/* Who says more than another's words says them too: there would be two right answers. */
static void test_words_that_another_says_too_are_not_asked(void **state)
{
	(void)state;
	struct record *record = read_file("tests/data/corners.yaml");
	struct result result = result_all(record);
	bool asked_long = false;
	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		struct questions questions;
		round_draw(&result, seed, &questions);
		for (uint32_t i = 0; i < questions.count; i++) {
			const char *id = record->quotes[questions.at[i].quote].id;
			assert_string_not_equal(id, "short");
			asked_long = asked_long || strcmp(id, "long") == 0;
		}
	}
	assert_true(asked_long);
	record_free(record);
}

/* Of `events`, each with words of its own, those of every other one said by two; and behind them a
 * rendering of the words of event 1 by another. */
static struct record *read_long(int events)
{
	struct buf yaml = {0};
	buf_text(&yaml, "title: T\nsources: {s: {type: book, title: B}}\npeople:\n");
	for (int i = 0; i < 30; i++)
		buf_format(&yaml, "  p%d: {name: Ann Number%06d}\n", i, i);
	buf_text(&yaml, "events:\n");
	for (int i = 0; i <= events; i++) {
		buf_format(&yaml, "- {id: e%d, title: E, date: %d, source: s, quotes: [\n", i,
			1000 + i / 4);
		for (int k = 0; k <= (i % 2 == 0); k++)
			buf_format(&yaml,
				"  {id: %c%d, text: Nobody crosses river%06d before winter%06d "
				"comes to harbour%06d and valley%06d., speaker: p%d, source: "
				"s%s},\n",
				k ? 'b' : 'a', i, i, i, i, i, (i + 7 * k) % 30,
				i == events && !k ? ", same_as: a1" : "");
		buf_text(&yaml, "  ]}\n");
	}
	struct record *record = every_made(buf_string(&yaml));
	buf_free(&yaml);
	return record;
}

/* In a long record as well, of which only some is looked at: a round is whole, from all times, of words that
 * nobody near says too, and the next round of the same knowledge asks what one that begins anew does. */
static void test_of_a_long_record(void **state)
{
	(void)state;
	struct record *record = read_long(3 * ECHOES_WHOLE);
	struct result result = result_all(record);
	struct questions_known known = {.record = NULL};
	uint32_t late = 0;
	for (uint64_t seed = 0; seed < 20; seed++) {
		struct questions one = {.count = 0}, other = {.count = 0};
		struct arena arena = {0};
		struct lots lots = {seed};
		round_draw(&result, seed, &one);
		questions_draw_on(&arena, &known, &result, &result, &lots, &other);
		assert_int_equal(one.count, QUESTIONS_A_ROUND);
		assert_int_equal(other.count, QUESTIONS_A_ROUND);
		for (uint32_t i = 0; i < one.count; i++) {
			const struct quote *quote = &record->quotes[one.at[i].quote];
			assert_int_equal(one.at[i].quote, other.at[i].quote);
			assert_int_equal(one.at[i].count, QUESTION_CHOICES);
			assert_int_equal(quote->event % 2, 1);
			late += quote->event > record->counts[THING_EVENT] / 2;
		}
		arena_free(&arena);
	}
	assert_in_range(late, 70, 130);
	struct arena arena = {0};
	struct echoes *echoes = echoes_begin(&arena, record);
	for (const char *id = "a0"; id; id = strcmp(id, "a0") == 0 ? "a1" : NULL) {
		struct ref ref = record_find(record, id);
		assert_int_equal(ref.thing, THING_QUOTE);
		assert_true(echoes_near(echoes, ref.index).by_another);
	}
	assert_false(echoes_near(echoes, record_find(record, "a3").index).by_another);
	arena_free(&arena);
	arena_free(&known.arena);
	record_free(record);
}

static void test_the_same_seed_asks_the_same(void **state)
{
	(void)state;
	struct record *record = read_file("events.yaml");
	struct result result = result_all(record);
	int different = 0;
	for (uint64_t seed = 0; seed < 10; seed++) {
		struct questions one = {0}, again = {0}, other = {0};
		round_draw(&result, seed, &one);
		round_draw(&result, seed, &again);
		round_draw(&result, seed + 1, &other);
		for (uint32_t i = 0; i < one.count; i++) {
			assert_int_equal(one.at[i].quote, again.at[i].quote);
			assert_int_equal(one.at[i].right, again.at[i].right);
			different += one.at[i].quote != other.at[i].quote;
		}
	}
	assert_true(different > 50);
	record_free(record);
}

static void test_disputed_words_only_where_there_are_no_others(void **state)
{
	(void)state;
	struct record *record = read_file(class_path);
	struct arena arena = {0};
	struct result all = result_all(record), result;
	struct query_problem problem;
	struct questions questions;
	struct lots lots = {7};
	assert_true(
		select_run(record, &(struct select_options){.query = "id:lind-doubt,lind-wrong"},
			&arena, &result, &problem));
	questions_draw(&arena, &result, &all, &lots, &questions);
	assert_int_equal(questions.count, 1);
	assert_string_equal(record->quotes[questions.at[0].quote].id, "lind-doubt");
	assert_int_equal(questions.at[0].count, QUESTION_CHOICES);
	assert_true(select_run(record, &(struct select_options){.query = "id:opening"}, &arena,
		&result, &problem));
	questions_draw(&arena, &result, &all, &lots, &questions);
	assert_int_equal(questions.count, 0);
	arena_free(&arena);
	record_free(record);
}

/* Norland has moved from the river to the hills; Südmark has not moved, and is asked about too: that
 * something has changed is not given away. */
static void test_then_and_now(void **state)
{
	(void)state;
	struct record *record = read_file(class_path);
	struct result result = result_all(record);
	struct arena arena = {0};
	struct lots lots = {1};
	struct sheet sheet;
	assert_true(
		sheet_draw(&arena, &result, &(struct sheet_sizes){.changes = 2}, &lots, &sheet));
	assert_int_equal(sheet.change_count, 2);
	int moved = strcmp(record_id(record, sheet.changes[0].party), "norland") != 0;
	assert_string_equal(record_id(record, sheet.changes[moved].party), "norland");
	assert_string_equal(sheet.changes[moved].before->position->text, "the river");
	assert_string_equal(sheet.changes[moved].after->position->text, "the hills");
	assert_string_equal(record_id(record, sheet.changes[!moved].party), "sudmark");
	assert_string_equal(sheet.changes[!moved].before->position->text, "the hills");
	assert_string_equal(sheet.changes[!moved].after->position->text, "the hills");
	arena_free(&arena);
	record_free(record);
}

static void test_too_little_for_a_sheet(void **state)
{
	(void)state;
	struct record *record = read_file(class_path);
	struct arena arena = {0};
	struct result result;
	struct query_problem problem;
	struct lots lots = {1};
	struct sheet sheet;
	assert_true(select_run(record, &(struct select_options){.query = "id:hale-ink"}, &arena,
		&result, &problem));
	assert_false(sheet_draw(&arena, &result, &sizes, &lots, &sheet));
	arena_free(&arena);
	record_free(record);
}

static bool is_heard(const struct result *shown, struct ref voice)
{
	for (uint32_t i = 0; i < shown->quote_count; i++)
		if (ref_same(pool_voice(&shown->record->quotes[shown->quotes[i]]), voice))
			return true;
	return false;
}

/* What the scenes of a lesson show, and what it selects. */
static struct result lesson_shown(
	const struct record *record, const char *id, struct arena *arena, struct result *selected)
{
	const struct view *plan = &record->views[record_find(record, id).index];
	struct query_problem problem;
	assert_true(select_run(
		record, &(struct select_options){.view = plan}, arena, selected, &problem));
	return scenes_shown(arena, selected);
}

/* Of a lesson it is asked who of those heard there it was, as long as they are four, and also about what is
 * short or reported. */
static void test_of_a_lesson(void **state)
{
	(void)state;
	struct record *record = every_read("events.yaml");
	struct arena arena = {0};
	struct result result, shown = lesson_shown(record, "as-it-looked", &arena, &result);
	uint32_t reports = 0;
	for (uint64_t seed = 0; seed < 25; seed++) {
		struct questions questions;
		struct lots lots = {seed};
		questions_draw(&arena, &result, result_known(&result), &lots, &questions);
		for (uint32_t i = 0; i < questions.count; i++) {
			const struct question *question = &questions.at[i];
			bool who = question->kind == QUESTION_WHO;
			reports += record->quotes[question->quote].kind == QUOTE_PARAPHRASE;
			for (uint32_t n = 0; who && n < question->count; n++)
				if (question->choices[n].what.thing == THING_PERSON &&
					!is_heard(&shown, question->choices[n].what))
					fail_msg("%s was not heard",
						record_name(record, question->choices[n].what));
		}
	}
	assert_true(reports);
	arena_free(&arena);
	record_free(record);
}

/* Wrong dates are mostly those on which the lesson heard something. */
static void test_dates_of_a_lesson(void **state)
{
	(void)state;
	struct record *record = every_read("events.yaml");
	struct arena arena = {0};
	struct result result, shown = lesson_shown(record, "two-istanbuls", &arena, &result);
	uint32_t dates = 0, heard = 0;
	for (uint64_t seed = 0; seed < 25; seed++) {
		struct questions questions;
		struct lots lots = {seed};
		questions_draw(&arena, &result, result_known(&result), &lots, &questions);
		for (uint32_t i = 0; i < questions.count; i++)
			for (uint32_t n = 0;
				questions.at[i].kind == QUESTION_WHEN && n < questions.at[i].count;
				n++) {
				bool is = false;
				const struct date *date = questions.at[i].choices[n].date, *said;
				for (uint32_t k = 0; k < record->counts[THING_QUOTE] && !is; k++)
					is = result_has_quote(&shown, k) &&
						(said = quote_said(record, &record->quotes[k])) &&
						date_same(date, said);
				dates++;
				heard += is;
			}
	}
	assert_true(dates > 20);
	assert_true(heard * 10 > dates * 9);
	arena_free(&arena);
	record_free(record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lots),
		cmocka_unit_test(test_a_round_has_one_right_choice_each),
		cmocka_unit_test(test_no_second_choice_is_right),
		cmocka_unit_test(test_what_the_record_does_not_decide),
		cmocka_unit_test(test_the_weeks_do_not_tell_the_day),
		cmocka_unit_test(test_wrong_choices_could_be_right),
		cmocka_unit_test(test_a_round_is_a_fair_draw),
		cmocka_unit_test(test_words_do_not_give_the_speaker_away),
		cmocka_unit_test(test_words_that_another_says_too_are_not_asked),
		cmocka_unit_test(test_of_a_long_record),
		cmocka_unit_test(test_the_same_seed_asks_the_same),
		cmocka_unit_test(test_disputed_words_only_where_there_are_no_others),
		cmocka_unit_test(test_then_and_now),
		cmocka_unit_test(test_too_little_for_a_sheet),
		cmocka_unit_test(test_of_a_lesson),
		cmocka_unit_test(test_dates_of_a_lesson),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
