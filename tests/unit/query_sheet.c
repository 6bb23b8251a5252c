/* Sheets: what holds of every one, whatever the lots; and over many, that the draw is fair. */
#include "query/sheet.h"

#include "every.h"
#include "query/echoes.h"
#include "query/giveaway.h"
#include "query/opposed.h"
#include "query/pool.h"
#include "query/scenes.h"
#include "query/sentence.h"
#include "tests/effort.h"

enum {
	SEEDS = 1000,
	FEW = 25,
	LESSONS = 80,
	POINTS = 20 /* in a thousand, a share may be off by */,
	STEP = 3 /* one in so many terms and days, each with a seed of its own */
};

static const struct sheet_sizes sizes = {.who = 6,
	.events = 5,
	.whose = 4,
	.changes = 2,
	.who_words = 120,
	.whose_words = 60,
	.order_words = 45};

/* Words alone: in a small record they may have to give way to positions. */
static void words_draw(
	struct arena *arena, const struct result *result, uint64_t seed, struct sheet *sheet)
{
	struct sheet_sizes words = sizes;
	struct lots lots = {seed};
	words.changes = 0;
	sheet_draw(arena, result, &words, &lots, sheet);
}

static void draw(
	struct arena *arena, const struct result *result, uint64_t seed, struct sheet *sheet)
{
	struct lots lots = {seed};
	sheet_draw(arena, result, &sizes, &lots, sheet);
}

/* ---- what holds of every sheet ---- */

/* All parties have roles or none has; the right one has that of its words. */
static void check_roles(const struct record *record, const struct sheet_match *match)
{
	uint32_t parties = 0, roles = 0;
	for (uint32_t n = 0; match->count && n < match->name_count; n++) {
		parties += match->names[n].thing == THING_PARTY;
		roles += match->roles[n] != NULL;
	}
	assert_true(roles == 0 || roles == parties);
	for (uint32_t i = 0; i < match->count; i++) {
		const char *role = match->roles[match->letters[i]];
		if (role)
			assert_string_equal(role, record->quotes[match->quotes[i]].role);
	}
}

/* One name is right for each, and none of the others could be called so. */
static void check_match(const struct record *record, const struct sheet_match *match)
{
	for (uint32_t i = 0; i < match->count; i++) {
		const struct quote *quote = &record->quotes[match->quotes[i]];
		assert_in_range(match->letters[i], 0, match->name_count - 1);
		for (uint32_t letter = 0; letter < match->name_count; letter++) {
			struct ref name = match->names[letter];
			assert_int_equal(
				ref_same(name, pool_voice(quote)), letter == match->letters[i]);
			if (letter == match->letters[i])
				continue;
			assert_false(pool_could_be(record, quote, name));
		}
		for (uint32_t k = 0; k < i; k++) {
			const struct quote *other = &record->quotes[match->quotes[k]];
			assert_int_not_equal(quote_utterance(record, match->quotes[i]),
				quote_utterance(record, match->quotes[k]));
			assert_false(echoes_alike(quote->text, other->text));
		}
		if (!match->poor) {
			assert_true(sentence_meaning(quote->text, POOL_WORDS) == POOL_WORDS);
			assert_false(sentence_points_out(
				quote->text, quote->language ? quote->language : record->language));
			assert_true(
				quote->kind == QUOTE_PARAPHRASE || sentence_is_whole(quote->text));
		}
	}
	check_roles(record, match);
	if (match->count)
		assert_true(match->count >= 2 && match->name_count >= 2);
}

static void check_order(const struct record *record, const struct sheet_order *order)
{
	for (uint32_t i = 0; i < order->count; i++)
		for (uint32_t k = 0; k < order->count; k++) {
			const struct date *a = sheet_when(record, order->things[i]);
			const struct date *b = sheet_when(record, order->things[k]);
			assert_int_equal(
				order->ranks[i] < order->ranks[k], a->latest < b->earliest);
			assert_int_equal(i == k, order->ranks[i] == order->ranks[k]);
			if (order->ranks[i] >= order->ranks[k])
				continue;
			assert_true(b->earliest - a->latest > a->latest - a->earliest);
			assert_true(b->earliest - a->latest > b->latest - b->earliest);
			assert_true(a->certainty == DATE_EXACT || a->certainty == DATE_ABOUT);
		}
}

/* No title of an event names whose words, or whose view, another question asks for. */
static void check_titles(const struct record *record, const struct sheet *sheet)
{
	const struct sheet_match *const asked[] = {&sheet->who, &sheet->whose};
	struct buf folded = {0};
	for (uint32_t n = 0; n < sheet->order.count; n++) {
		struct ref thing = sheet->order.things[n];
		giveaway_folded(&folded,
			thing.thing == THING_EVENT ? record->events[thing.index].title
						   : record->quotes[thing.index].text);
		for (int kind = 0; kind < 2; kind++)
			for (uint32_t i = 0; i < asked[kind]->count; i++)
				assert_false(giveaway_has_name(record, buf_string(&folded),
					pool_voice(&record->quotes[asked[kind]->quotes[i]])));
	}
	buf_free(&folded);
}

static void test_a_sheet_has_one_key(void **state)
{
	(void)state;
	size_t sheets = 0;
	for (int path = -1; path < 0 || every_record[path]; path++) {
		struct record *record = every_read(
			path < 0 ? "tests/data/asked.yaml" : every_record[path]);
		struct every_terms terms = every_terms(record);
		struct every_days days = every_days(record);
		size_t step = STEP * effort_step(3);
		for (size_t term = (size_t)(path + 1) % step; term < terms.count + days.count;
			term += step) {
			struct arena arena = {0};
			struct result result;
			struct sheet sheet;
			bool day = term >= terms.count;
			every_select(record, day ? NULL : terms.at[term],
				day ? days.at[term - terms.count] : DATE_OPEN_END, &arena, &result);
			draw(&arena, &result, term, &sheet);
			check_match(record, &sheet.who);
			check_match(record, &sheet.whose);
			check_order(record, &sheet.order);
			check_titles(record, &sheet);
			sheets++;
			arena_free(&arena);
		}
		every_free(record, &terms, &days);
	}
	assert_true(sheets > 1000 / effort_step(3));
}

/* No days between centuries: of a record that spans one, they lie a year apart. */
static void test_events_lie_apart(void **state)
{
	(void)state;
	struct record *record = every_read("events.yaml");
	struct result result = result_all(record);
	bool met[4096] = {false};
	uint32_t different = 0;
	for (uint64_t seed = 0; seed < FEW * 4; seed++) {
		struct arena arena = {0};
		struct sheet sheet;
		draw(&arena, &result, seed, &sheet);
		assert_int_equal(sheet.order.count, 5);
		for (uint32_t i = 0; i < 5; i++) {
			const struct date *a = sheet_when(record, sheet.order.things[i]);
			different += !met[sheet.order.things[i].index];
			met[sheet.order.things[i].index] = true;
			for (uint32_t k = 0; k < i; k++) {
				const struct date *b = sheet_when(record, sheet.order.things[k]);
				assert_true(a->earliest > b->latest + 365 ||
					b->earliest > a->latest + 365);
			}
		}
		arena_free(&arena);
	}
	assert_true(different > 15);
	record_free(record);
}

/* ---- fairness ---- */

/* What a share is taken of. */
enum trait { SIDE, YEAR, SOURCE, ITSELF, TRAITS };

static int64_t trait_of(const struct record *record, uint32_t quote, enum trait trait)
{
	const struct quote *at = &record->quotes[quote];
	const struct date *said = at->kind == QUOTE_THESIS ? quote_public(record, at)
							   : quote_said(record, at);
	struct ref side = at->kind == QUOTE_THESIS ? at->source : record_party(record, at->speaker);
	switch (trait) {
	case SIDE:
		return (int64_t)side.thing << 32 | side.index;
	case YEAR:
		return said ? date_to_civil(said->earliest, false).year : INT64_MIN;
	case SOURCE:
		return at->source.index;
	case ITSELF:
	case TRAITS:
		break;
	}
	return quote;
}

/* How many in a thousand of those drawn have the trait of this one, and of those in the pool. */
static void check_share(const struct record *record, const uint32_t *times, const struct pool *pool,
	uint32_t drawn, uint32_t quote, enum trait trait)
{
	uint32_t among = 0, in_pool = 0;
	for (uint32_t i = 0; i < pool->count; i++)
		if (trait_of(record, pool->quotes[i], trait) == trait_of(record, quote, trait)) {
			among += times[pool->quotes[i]];
			in_pool++;
		}
	int share = (int)(among * 1000 / drawn), right = (int)(in_pool * 1000 / pool->count);
	if (share < right - POINTS || share > right + POINTS)
		fail_msg("%s: %d of 1000 drawn, %d in the pool (trait %d)",
			record->quotes[quote].id, share, right, (int)trait);
}

static void check_shares(struct arena *arena, const struct result *result, const uint32_t *times,
	uint32_t drawn, bool views)
{
	struct pool pool;
	struct lots lots = {1};
	const struct pool_wants wants = {.views = views,
		.nameless = true,
		.words_most = views ? 60 : 120,
		.least = 2,
		.voices = 2};
	pool_draw(arena, result, &lots, &wants, &pool);
	for (uint32_t i = 0; drawn && i < pool.count; i++)
		for (int trait = SIDE; trait < TRAITS; trait++)
			check_share(result->record, times, &pool, drawn, pool.quotes[i],
				(enum trait)trait);
}

/* Each side is on each sheet as often as its share of the pool says, to within one. */
static void check_sides(
	const struct record *record, const struct sheet_match *match, const struct pool *pool)
{
	for (uint32_t i = 0; i < pool->count; i++) {
		uint32_t here = 0, in_pool = 0;
		int64_t side = trait_of(record, pool->quotes[i], SIDE);
		for (uint32_t k = 0; k < match->count; k++)
			here += trait_of(record, match->quotes[k], SIDE) == side;
		for (uint32_t k = 0; k < pool->count; k++)
			in_pool += trait_of(record, pool->quotes[k], SIDE) == side;
		uint32_t least = match->count * in_pool / pool->count;
		assert_in_range(here, least, least + 1);
	}
}

static void test_each_sheet_is_balanced(void **state)
{
	(void)state;
	struct record *record = every_read("events.yaml");
	struct result result = result_all(record);
	struct arena arena = {0};
	struct pool words, views;
	struct lots lots = {1};
	pool_draw(&arena, &result, &lots,
		&(struct pool_wants){.nameless = true, .words_most = 120, .least = 2, .voices = 2},
		&words);
	pool_draw(&arena, &result, &lots,
		&(struct pool_wants){
			.views = true, .nameless = true, .words_most = 60, .least = 2, .voices = 2},
		&views);
	for (uint64_t seed = 0; seed < FEW * 4; seed++) {
		struct sheet sheet;
		draw(&arena, &result, seed, &sheet);
		check_sides(record, &sheet.who, &words);
		check_sides(record, &sheet.whose, &views);
	}
	arena_free(&arena);
	record_free(record);
}

static uint32_t match_count(const struct sheet_match *match, uint32_t *times)
{
	for (uint32_t i = 0; i < match->count; i++)
		times[match->quotes[i]]++;
	return match->count;
}

/* Sides, years and sources are asked about as often as they stand in what can be asked, and so is
 * each quotation. */
static void test_the_draw_is_fair(void **state)
{
	static const char *const paths[] = {"events.yaml", "tests/data/class.yaml",
		"tests/data/karlsund.yaml", "tests/data/talks.yaml", "tests/data/rounds.yaml"};
	(void)state;
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		struct record *record = every_read(paths[i]);
		struct result result = result_all(record);
		struct arena arena = {0};
		uint32_t *times = arena_alloc(&arena, record->counts[THING_QUOTE], sizeof *times);
		uint32_t words = 0, views = 0;
		uint64_t seeds = SEEDS / effort_step(10); /* too few to be fair */
		for (uint64_t seed = 0; seed < seeds; seed++) {
			struct arena work = {0};
			struct sheet sheet;
			words_draw(&work, &result, seed, &sheet);
			words += match_count(&sheet.who, times);
			views += match_count(&sheet.whose, times);
			arena_free(&work);
		}
		if (seeds == SEEDS) {
			check_shares(&arena, &result, times, words, false);
			check_shares(&arena, &result, times, views, true);
		}
		arena_free(&arena);
		record_free(record);
	}
}

/* Whether two sheets ask for the speakers of the same words. */
static bool asks_the_same(const struct sheet_match *a, const struct sheet_match *b)
{
	bool same = a->count == b->count;
	for (uint32_t i = 0; i < a->count && same; i++) {
		same = false;
		for (uint32_t k = 0; k < b->count && !same; k++)
			same = a->quotes[i] == b->quotes[k];
	}
	return same;
}

/* The sheets of a lesson ask about all that its scenes show, not the same few words each time: of more
 * than three not all are on one sheet. */
static void test_sheets_of_a_lesson_differ(void **state)
{
	(void)state;
	struct record *record = every_read("events.yaml");
	for (uint32_t n = 0; n < record->counts[THING_VIEW]; n++) {
		const struct view *plan = &record->views[n];
		struct arena arena = {0};
		struct result result;
		struct query_problem problem;
		struct sheet *sheets = arena_alloc(&arena, FEW, sizeof *sheets);
		uint32_t others = 0;
		assert_true(select_run(
			record, &(struct select_options){.view = plan}, &arena, &result, &problem));
		for (uint64_t seed = 0; seed < FEW; seed++) {
			draw(&arena, &result, seed, &sheets[seed]);
			others += !asks_the_same(&sheets[0].who, &sheets[seed].who);
		}
		if (sheets[0].who.count > 3 && others * 3 < FEW)
			fail_msg("%s: %u of %u sheets ask for the same words", plan->id,
				(unsigned)(FEW - others), (unsigned)FEW);
		arena_free(&arena);
	}
	record_free(record);
}

/* A lesson with few people asks about what parties said as well: each sheet has enough to match. */
static void test_a_lesson_of_few_people(void **state)
{
	(void)state;
	struct record *record = every_read("events.yaml");
	struct select_options asked = {
		.view = &record->views[record_find(record, "sanctions").index]};
	for (uint64_t seed = 1; seed <= 30; seed++) {
		struct arena arena = {0};
		struct result result;
		struct query_problem problem;
		struct sheet sheet;
		assert_true(select_run(record, &asked, &arena, &result, &problem));
		draw(&arena, &result, seed, &sheet);
		assert_in_range(sheet.who.count, 3, 8);
		arena_free(&arena);
	}
	record_free(record);
}

/* As if nobody's exact words of the last era were known. */
static void only_reports_of_the_last_era(struct record *record)
{
	struct ref last = record->events[record->counts[THING_EVENT] - 1].era;
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++)
		if (ref_same(record->events[record->quotes[i].event].era, last) &&
			record->quotes[i].kind == QUOTE_QUOTATION)
			record->quotes[i].kind = QUOTE_PARAPHRASE;
}

/* A year of which nobody's exact words can be asked about has reports; others have none. */
static void test_no_year_is_missing(void **state)
{
	(void)state;
	struct record *record = every_read("events.yaml");
	only_reports_of_the_last_era(record);
	struct result result = result_all(record);
	uint32_t reports = 0;
	for (uint64_t seed = 0; seed < FEW; seed++) {
		struct arena arena = {0};
		struct sheet sheet;
		draw(&arena, &result, seed, &sheet);
		uint32_t here = 0;
		for (uint32_t i = 0; i < sheet.who.count; i++)
			here += record->quotes[sheet.who.quotes[i]].kind == QUOTE_PARAPHRASE;
		assert_int_equal(sheet.who.reports, here);
		reports += here;
		arena_free(&arena);
	}
	assert_true(reports);
	record_free(record);
}

/* ---- then and now ---- */

/* How many stands of the line were taken at a stand's meeting, of all that was known. */
static uint32_t stands_at(const struct position_table *all, const struct sheet_change *change,
	const struct stand *stand)
{
	for (uint32_t line = 0; line < all->line_count; line++)
		if (ref_same(all->lines[line].issue, change->issue) &&
			ref_same(all->lines[line].party, change->party))
			return positions_cell(all, line, stand->meeting).count;
	return 0;
}

/* A number for what a result selects. */
static uint64_t selection_number(const struct result *result)
{
	uint64_t number = UINT64_C(0xcbf29ce484222325) ^ result->event_count;
	for (uint32_t row = 0; row < result->event_count; row++) {
		uint32_t index = record_event_index(result->record, result_event(result, row));
		number = (number ^ index) * UINT64_C(0x100000001b3);
	}
	for (uint32_t i = 0; i < result->record->counts[THING_QUOTE]; i++)
		if (result_has_quote(result, i))
			number = (number ^ (uint64_t)i << 32) * UINT64_C(0x100000001b3);
	return number;
}

struct selections {
	uint64_t *numbers;
	size_t count, room;
};

/* Whether no other result selected as much; notes it. */
static bool is_new(struct selections *met, const struct result *result)
{
	uint64_t number = selection_number(result);
	for (size_t i = 0; i < met->count; i++)
		if (met->numbers[i] == number)
			return false;
	met->numbers = mem_grow(met->numbers, &met->room, met->count + 1, sizeof *met->numbers);
	met->numbers[met->count++] = number;
	return true;
}

/* Draws all changes that can be asked about, each of whole cells. Returns how many there are. */
static uint32_t check_changes(
	struct arena *arena, const struct result *result, const struct position_table *all)
{
	struct sheet sheet;
	struct lots lots = {1};
	sheet_draw(arena, result, &(struct sheet_sizes){.changes = UINT32_MAX}, &lots, &sheet);
	for (uint32_t n = 0; n < sheet.change_count; n++) {
		const struct sheet_change *change = &sheet.changes[n];
		assert_int_equal(change->before_count, stands_at(all, change, change->before));
		assert_int_equal(change->after_count, stands_at(all, change, change->after));
	}
	return sheet.change_count;
}

/* Of a cell of which a query leaves something out nobody is asked. Terms that select the same are
 * one case. */
static void test_then_and_now_under_a_query(void **state)
{
	static const char *const paths[] = {"events.yaml", "tests/data/talks.yaml"};
	uint32_t asked = 0;
	(void)state;
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		struct record *record = every_read(paths[i]);
		struct every_terms terms = every_terms(record);
		struct every_days days = {0};
		struct selections met = {0};
		struct arena whole = {0};
		struct result result = result_all(record);
		struct position_table all;
		positions_collect(&whole, &result, &all);
		for (size_t t = 0; t < terms.count; t += effort_step(3)) {
			struct arena arena = {0};
			every_select(record, terms.at[t], DATE_OPEN_END, &arena, &result);
			if (is_new(&met, &result))
				asked += check_changes(&arena, &result, &all);
			arena_free(&arena);
		}
		free(met.numbers);
		arena_free(&whole);
		every_free(record, &terms, &days);
	}
	print_message("%u changes asked about\n", asked);
	assert_true(asked > 1000 / effort_step(10));
}

/* Two meetings within two months: little can have changed between them. */
static bool is_of_one_round(const struct sheet_change *change)
{
	return change->now->main->date->earliest - change->then->main->date->latest < 60;
}

/* Two meetings of one round are asked about only where there are no others left. */
static void test_meetings_of_one_round_come_last(void **state)
{
	(void)state;
	struct record *record = every_read("events.yaml");
	struct result result = result_all(record);
	for (uint64_t seed = 0; seed < FEW; seed++) {
		struct arena arena = {0};
		struct sheet sheet;
		struct lots lots = {seed};
		uint32_t round = 0;
		sheet_draw(&arena, &result, &(struct sheet_sizes){.changes = UINT32_MAX}, &lots,
			&sheet);
		for (uint32_t i = 0; i < sheet.change_count; i++) {
			assert_false(round && !is_of_one_round(&sheet.changes[i]));
			round += is_of_one_round(&sheet.changes[i]);
		}
		assert_true(round > 0 && round < sheet.change_count);
		arena_free(&arena);
	}
	record_free(record);
}

/* A party of a lesson is listed with what the class heard it as: "the envoys", and so are the spare. */
static void test_parties_have_their_roles(void **state)
{
	(void)state;
	struct record *record = every_made(
		"title: T\nsources: {s: {type: book, title: Documents}}\n"
		"parties: {north: {name: North}, south: {name: South}, east: {name: East}}\n"
		"events:\n"
		"  - {id: a, date: 1856, title: Once, parties: [north, south], quotes: [\n"
		"     {id: q, speaker: north, role: the envoys, source: s,\n"
		"      text: We have spent more ink than blood in these long weeks.},\n"
		"     {id: r, speaker: south, role: the palace, source: s,\n"
		"      text: The river has moved since then and nobody crosses it.},\n"
		"     {id: o, speaker: east, role: a clerk, source: s,\n"
		"      text: Paper is dear this year and so is every promise.}]}\n"
		"views: {v: {title: V, show: [{id: q}, {id: r}]}}\n");
	struct arena arena = {0};
	struct result result;
	struct query_problem problem;
	struct sheet sheet;
	assert_true(select_run(record, &(struct select_options){.view = &record->views[0]}, &arena,
		&result, &problem));
	draw(&arena, &result, 1, &sheet);
	assert_int_equal(sheet.who.count, 2);
	assert_int_equal(sheet.who.name_count, 3);
	for (uint32_t n = 0; n < sheet.who.name_count; n++)
		assert_non_null(sheet.who.roles[n]);
	check_roles(record, &sheet.who);
	arena_free(&arena);
	record_free(record);
}

/* ---- that no side is left out by rule ---- */

static uint32_t index_of(const struct record *record, const char *id)
{
	uint32_t q = 0;
	while (q < record->counts[THING_QUOTE] && strcmp(record->quotes[q].id, id) != 0)
		q++;
	assert_true(q < record->counts[THING_QUOTE]);
	return q;
}

static bool asks(const struct sheet_match *match, uint32_t quote)
{
	bool is = false;
	for (uint32_t i = 0; i < match->count && !is; i++)
		is = match->quotes[i] == quote;
	return is;
}

static bool tells_missing(const struct sheet_match *match, uint32_t to, uint32_t quote)
{
	bool tells = false;
	for (uint32_t i = 0; i < match->missing_count && !tells; i++)
		tells = match->missing[i].to == to && match->missing[i].quote == quote;
	return tells;
}

/* What answers words, or is answered by them, stands on the sheet, or in its key as what is not asked. */
static void check_answered(const struct result *shown, const struct sheet_match *who)
{
	const struct record *record = shown->record;
	for (uint32_t i = 0; i < who->count; i++)
		for (uint32_t n = 0; n < shown->quote_count; n++) {
			uint32_t other = shown->quotes[n];
			if (opposed_words(shown, who->quotes[i], other) == OPPOSED_DIRECT &&
				!asks(who, other) && !tells_missing(who, i, other))
				fail_msg("%s without %s", record->quotes[who->quotes[i]].id,
					record->quotes[other].id);
		}
	for (uint32_t i = 0; i < who->missing_count; i++)
		assert_int_not_equal(who->missing[i].why, UNASKED_ROOM);
}

static const struct view *plan_of(const struct record *record, const char *id)
{
	for (uint32_t i = 0; i < record->counts[THING_VIEW]; i++)
		if (strcmp(record->views[i].id, id) == 0)
			return &record->views[i];
	fail_msg("no plan is called %s", id);
	return NULL;
}

/* On how many of the sheets of a plan each quotation is asked about. */
static uint32_t *times_asked(struct arena *arena, const struct record *record, const char *plan)
{
	struct result result;
	struct query_problem problem;
	uint32_t *times = arena_alloc(arena, record->counts[THING_QUOTE], sizeof *times);
	assert_true(select_run(record, &(struct select_options){.view = plan_of(record, plan)},
		arena, &result, &problem));
	const struct result shown = scenes_shown(arena, &result);
	for (uint64_t seed = 1; seed <= LESSONS; seed++) {
		struct sheet sheet;
		draw(arena, &result, seed, &sheet);
		check_answered(&shown, &sheet.who);
		for (uint32_t i = 0; i < sheet.who.count; i++)
			times[sheet.who.quotes[i]]++;
		for (uint32_t i = 0; i < sheet.whose.count; i++) {
			times[sheet.whose.quotes[i]]++;
			for (uint32_t k = 0; k < i; k++) {
				const struct quote *a = &record->quotes[sheet.whose.quotes[i]],
						   *b = &record->quotes[sheet.whose.quotes[k]];
				assert_true(ref_same(pool_voice(a), pool_voice(b)) ||
					!pool_same_matter(record, a, b));
			}
		}
	}
	return times;
}

/* What answers one report of an utterance answers each. */
static void test_an_answer_to_another_rendering(void **state)
{
	(void)state;
	struct record *record = every_read("events.yaml");
	struct result result = result_all(record);
	uint32_t answer = index_of(record, "zelenskyy-result");
	assert_true(opposed_answers(record, answer, index_of(record, "fomin-activity")));
	assert_true(opposed_answers(record, answer, index_of(record, "fomin-trust")));
	assert_int_equal(
		opposed_words(&result, answer, index_of(record, "fomin-trust")), OPPOSED_DIRECT);
	assert_int_equal(
		opposed_words(&result, index_of(record, "fomin-trust"), answer), OPPOSED_DIRECT);
	assert_false(opposed_answers(record, answer, index_of(record, "luzin-feint")));
	record_free(record);
}

/* A denial with the count that it stands against; a charge though its answer names nobody; a view of Kyiv's
 * motives with those of Moscow's. */
static void test_no_side_is_left_out(void **state)
{
	(void)state;
	struct record *record = every_read("events.yaml");
	struct arena arena = {0};
	const uint32_t *ended = times_asked(&arena, record, "how-it-ended");
	assert_in_range(ended[index_of(record, "ministry-bucha")], LESSONS / 4, LESSONS);
	assert_in_range(ended[index_of(record, "turk-bucha")], LESSONS / 4, LESSONS);
	assert_in_range(ended[index_of(record, "arakhamia-johnson")], LESSONS / 8, LESSONS);
	assert_in_range(ended[index_of(record, "johnson-nonsense")], LESSONS / 8, LESSONS);
	const uint32_t *audience = times_asked(&arena, record, "audience");
	assert_in_range(audience[index_of(record, "osw-concern")], LESSONS / 5, LESSONS);
	assert_in_range(audience[index_of(record, "commentary-recognition")], LESSONS / 6, LESSONS);
	assert_in_range(audience[index_of(record, "osw-appearance")], LESSONS / 5, LESSONS * 3 / 4);
	/* The commentary's own version of what stands beside it as it was published. */
	const uint32_t *sanctions = times_asked(&arena, record, "sanctions");
	assert_int_equal(sanctions[index_of(record, "downing-street-resolve")], 0);
	assert_in_range(sanctions[index_of(record, "downing-street-agreed")], 1, LESSONS);
	arena_free(&arena);
	record_free(record);
}

/* Of a lesson of two sides both are asked about, whatever is drawn. */
static void test_both_sides_are_heard(void **state)
{
	(void)state;
	static const char *const plans[] = {"two-istanbuls", "how-it-ended", "audience"};
	struct record *record = every_read("events.yaml");
	for (size_t n = 0; n < sizeof plans / sizeof *plans; n++)
		for (uint64_t seed = 1; seed <= 12; seed++) {
			struct arena arena = {0};
			struct result result;
			struct query_problem problem;
			struct lots lots = {seed};
			struct sheet sheet;
			bool russia = false, ukraine = false;
			assert_true(select_run(record,
				&(struct select_options){.view = plan_of(record, plans[n])}, &arena,
				&result, &problem));
			assert_true(sheet_draw(&arena, &result, &sizes, &lots, &sheet));
			for (uint32_t i = 0; i < sheet.who.count; i++) {
				struct ref party = record_party(
					record, record->quotes[sheet.who.quotes[i]].speaker);
				const char *id = party.thing ? record_id(record, party) : "";
				russia |= strcmp(id, "russia") == 0;
				ukraine |= strcmp(id, "ukraine") == 0;
			}
			if (!russia || !ukraine)
				fail_msg("%s, sheet %u: one side is not asked about", plans[n],
					(unsigned)seed);
			arena_free(&arena);
		}
	record_free(record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_sheet_has_one_key),
		cmocka_unit_test(test_events_lie_apart),
		cmocka_unit_test(test_then_and_now_under_a_query),
		cmocka_unit_test(test_the_draw_is_fair),
		cmocka_unit_test(test_each_sheet_is_balanced),
		cmocka_unit_test(test_no_year_is_missing),
		cmocka_unit_test(test_sheets_of_a_lesson_differ),
		cmocka_unit_test(test_a_lesson_of_few_people),
		cmocka_unit_test(test_meetings_of_one_round_come_last),
		cmocka_unit_test(test_parties_have_their_roles),
		cmocka_unit_test(test_an_answer_to_another_rendering),
		cmocka_unit_test(test_no_side_is_left_out),
		cmocka_unit_test(test_both_sides_are_heard),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
