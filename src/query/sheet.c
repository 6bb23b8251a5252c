/* Each part is drawn with those before it in view (sheet_parts.h). */
#include "query/sheet_parts.h"

#include "query/giveaway.h"
#include "query/opposed.h"
#include "query/scenes.h"

enum {
	LEAST = 2,
	TRIES = 8,
	LESSON_LEAST = 3,  /* of what a lesson showed, as long as there is so much */
	LESSON_PEOPLE = 4, /* with less of its people, what parties said is asked about as well */
};

uint32_t *sheet_numbers(const struct sheet_making *making, uint32_t count)
{
	return arena_alloc(making->arena, count, sizeof(uint32_t));
}

const struct date *sheet_when(const struct record *record, struct ref thing)
{
	return thing.thing == THING_EVENT ? record->events[thing.index].date
					  : quote_said(record, &record->quotes[thing.index]);
}

bool sheet_names_asked(const struct sheet_making *making, const char *text)
{
	const struct record *record = making->record;
	const struct sheet_match *const asked[] = {&making->sheet->who, &making->sheet->whose};
	struct buf folded = {0};
	bool names = false;
	giveaway_folded(&folded, text);
	for (int kind = 0; kind < 2; kind++)
		for (uint32_t i = 0; i < asked[kind]->count && !names; i++)
			names = giveaway_has_name(record, buf_string(&folded),
				pool_voice(&record->quotes[asked[kind]->quotes[i]]));
	buf_free(&folded);
	return names;
}

/* How many of a pool are asked about: of a lesson some are left, so that another sheet asks for others, and
 * that they can be put in order. */
static uint32_t share_of(const struct sheet_making *making, const struct pool *pool, uint32_t most)
{
	uint32_t share = (pool->count * 2 + 2) / 3;
	share = share > LESSON_LEAST ? share : LESSON_LEAST;
	return making->heard && share < most ? share : most;
}

/* Words, or views, that nothing but themselves tells whose they are. Of a lesson what parties said is
 * asked about where its people said too little. */
static void match_make(const struct sheet_making *making, struct pool *pool, bool views,
	const struct sheet_sizes *sizes)
{
	struct sheet *sheet = making->sheet;
	uint32_t words = views ? sizes->whose_words : sizes->who_words;
	struct pool_wants wants = {.nameless = true,
		.views = views,
		.heard = making->heard,
		.also = making->heard && !views ? opposed_parties(making->arena, making->result)
						: NULL,
		.words_most = making->heard ? words + words / 3 : words,
		.least = LEAST,
		.voices = LEAST};
	bool enough = pool_draw(making->arena, making->result, making->lots, &wants, pool);
	if (making->heard && !views && (!enough || pool->count < LESSON_PEOPLE)) {
		wants.more = true;
		pool_draw(making->arena, making->result, making->lots, &wants, pool);
	}
	uint32_t spare = sheet->who.count ? sizes->who - sheet->who.count
					  : 0; /* what few voices leave, views have */
	sheet_match_make(making, pool, views,
		share_of(making, pool, views ? sizes->whose + spare / 2 : sizes->who),
		wants.words_most, views ? &sheet->whose : &sheet->who);
}

static struct ref side_of(const struct record *record, const struct quote *quote)
{
	return quote->kind == QUOTE_THESIS ? (struct ref){0} : record_party(record, quote->speaker);
}

/* The two parties that most of what a lesson showed is said by, they or their people; fewer where there are
 * none. */
static int sides_find(const struct sheet_making *making, struct ref sides[2])
{
	const struct record *record = making->record;
	uint32_t parties = record->counts[THING_PARTY], most[2] = {0};
	uint32_t *said = arena_alloc(making->arena, parties + (size_t)1, sizeof *said);
	int count = 0;
	for (uint32_t i = 0; i < parties; i++)
		said[i] = 0;
	for (uint32_t q = 0; q < record->counts[THING_QUOTE]; q++) {
		struct ref side = side_of(record, &record->quotes[q]);
		if (side.thing == THING_PARTY && result_has_quote(making->result, q))
			said[side.index]++;
	}
	for (uint32_t i = 0; i < parties; i++) {
		int at = said[i] > most[0] ? 0 : said[i] > most[1] ? 1 : 2;
		if (at == 0) {
			most[1] = most[0];
			sides[1] = sides[0];
		}
		if (at < 2) {
			most[at] = said[i];
			sides[at] = record_ref(THING_PARTY, i);
			count += count < 2;
		}
	}
	return count;
}

/* How many of them are asked about. */
static int sides_asked(const struct sheet_making *making, const struct sheet *sheet,
	const struct ref *sides, int count)
{
	const struct sheet_match *who = &sheet->who;
	int asked = 0;
	for (int n = 0; n < count; n++) {
		bool is = false;
		for (uint32_t i = 0; i < who->count && !is; i++)
			is = ref_same(sides[n],
				side_of(making->record, &making->record->quotes[who->quotes[i]]));
		asked += is;
	}
	return asked;
}

/* Whose words, and whose view. Which is drawn first leaves less to the other: of a lesson that is by lot, and the
 * draw is made again where one of its two sides is not heard, or little is asked; the best is kept. */
static void words_make(const struct sheet_making *making, const struct sheet_sizes *sizes)
{
	struct pool *pool = arena_alloc(making->arena, 1, sizeof *pool);
	struct sheet *sheet = making->sheet, best = *sheet;
	struct ref sides[2] = {{0}};
	int count = making->heard ? sides_find(making, sides) : 0, most = -1;
	for (uint32_t tries = 0; tries < TRIES; tries++) {
		bool views_first = making->heard && lots_below(making->lots, 2);
		sheet->who = sheet->whose = (struct sheet_match){0};
		match_make(making, pool, views_first, sizes);
		match_make(making, pool, !views_first, sizes);
		int asked = sides_asked(making, sheet, sides, count);
		if (asked > most || (asked == most && sheet->who.count > best.who.count)) {
			most = asked;
			best = *sheet;
		}
		if (!making->heard || (asked == count && sheet->who.count * 3 >= sizes->who * 2))
			break;
	}
	*sheet = best;
}

/* Whether of each kind of words half are left at least. Of a lesson, which shows the positions in order to
 * ask about them, views may be left out; but at first words give way only to others. */
static bool are_enough(const struct sheet *left, const struct sheet *all, uint32_t tries)
{
	if (all->heard && tries < TRIES / 2)
		return left->who.count >= all->who.count;
	return left->who.count * 2 >= all->who.count &&
		(all->heard || left->whose.count * 2 >= all->whose.count);
}

/* Has the words give way to what is asked of positions, as far as enough of them are left. */
static void words_again(const struct sheet_making *making, const struct sheet_sizes *sizes)
{
	struct sheet changes = {.change_count = 0}, words;
	struct sheet_making first = *making;
	first.sheet = &changes;
	struct ref sides[2] = {{0}};
	int count = making->heard ? sides_find(making, sides) : 0;
	uint32_t most_tries = making->heard && sizes->changes ? TRIES : sizes->changes;
	for (uint32_t tries = 0; tries < most_tries && !making->sheet->change_count; tries++) {
		uint32_t most = tries < sizes->changes ? sizes->changes - tries : 1;
		changes = (struct sheet){.change_count = 0};
		words = (struct sheet){.heard = making->heard};
		first.sheet = &changes;
		sheet_changes_make(&first, most);
		if (!changes.change_count)
			return;
		first.sheet = &words;
		first.reserved = changes.changes;
		first.reserved_count = changes.change_count;
		words_make(&first, sizes);
		if (are_enough(&words, making->sheet, tries) &&
			sides_asked(making, &words, sides, count) >=
				sides_asked(making, making->sheet, sides, count)) {
			*making->sheet = words;
			making->sheet->changes = changes.changes;
			making->sheet->change_count = changes.change_count;
		}
	}
}

bool sheet_draw(struct arena *arena, const struct result *result, const struct sheet_sizes *sizes,
	struct lots *lots, struct sheet *sheet)
{
	const struct result shown = scenes_shown(arena, result);
	const struct sheet_making making = {.arena = arena,
		.result = &shown,
		.record = result->record,
		.lots = lots,
		.heard = scenes_are_named(result),
		.sheet = sheet};
	*sheet = (struct sheet){.heard = making.heard};
	words_make(&making, sizes);
	if (making.heard)
		words_again(&making, sizes);
	if (!sheet->change_count)
		sheet_changes_make(&making, sizes->changes);
	if (!sheet->change_count)
		words_again(&making, sizes);
	sheet_order_make(&making, sizes->events, sizes->order_words);
	return sheet->who.count || sheet->order.count || sheet->whose.count || sheet->change_count;
}
