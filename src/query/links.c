/* The list is filled group by group, and of none is more looked at than LOOK_MOST members: of a thread
 * those nearest to the quotation at hand, else the first. */
#include "query/links.h"

#include "query/waits.h"

#include <string.h>

enum {
	GROUP_MOST = 24, /* links of a group that comes from a thread, */
	WHOLE_MOST = 64, /* and of one that is a thing's own: its places in print, who was there */
	NEAR_MOST = 6,   /* of those by the same voice: half before, half after */
	LIST_MOST = 16384, /* links after which groups end early */
	LOOK_MOST = 4096,  /* members of a thread looked at for those that are selected */
	VOICE_RANKS = 3
};

struct builder {
	struct arena *arena;
	struct threads *threads;
	const struct result *result;
	const struct record *record;
	struct link_list list;
	uint32_t capacity;
	uint32_t group_most;
};

static struct link *add(struct builder *builder, enum link_kind kind, struct ref to)
{
	struct link_list *list = &builder->list;
	if (list->count == builder->capacity) {
		uint32_t capacity = builder->capacity ? builder->capacity * 2 : 32;
		struct link *more = arena_alloc(builder->arena, capacity, sizeof *more);
		if (list->count)
			memcpy(more, list->at, list->count * sizeof *more);
		list->at = more;
		builder->capacity = capacity;
	}
	struct link *link = &list->at[list->count++];
	*link = (struct link){.kind = kind, .to = to};
	return link;
}

static bool is_shown(const struct result *result, uint32_t quote)
{
	return result_has_quote(result, quote) &&
		!waits_thing(result, record_ref(THING_QUOTE, quote));
}

/* Whether words answer a quotation, or one of its renderings on the way to another; of `other` that is
 * to be known already. */
static bool answers_before(
	const struct record *record, uint32_t answer, uint32_t quote, uint32_t other)
{
	for (uint32_t n = 0; quote != other && n < LOOK_MOST; n++) {
		if (refs_has(record->quotes[answer].answers, record_ref(THING_QUOTE, quote)))
			return true;
		quote = record->renderings[quote];
	}
	return false;
}

/* How many links of a thread there may be: none where the list is long; and of what is a thing's own. */
static uint32_t thread_most(const struct builder *builder)
{
	return builder->list.count < LIST_MOST ? builder->group_most : 0;
}

static uint32_t whole_most(const struct builder *builder)
{
	uint32_t most = thread_most(builder);
	return most == GROUP_MOST ? WHOLE_MOST : most;
}

/* A link that stands for so many more of its kind, which it leads to with the others. */
static void add_rest(struct builder *builder, enum link_kind kind, uint32_t rest)
{
	if (rest)
		add(builder, kind, builder->list.of)->more = rest;
}

/* Whose words come first: of a party and its people, then of others who spoke, then of a source that thinks
 * so. */
static int voice_rank(const struct record *record, uint32_t n)
{
	const struct quote *quote = &record->quotes[n];
	return quote->kind == QUOTE_THESIS                                  ? 2
		: record_party(record, quote->speaker).thing == THING_PARTY ? 0
									    : 1;
}

/* Adds the selected members of a thread but for one, the first of them where they are many: each rank of
 * voices in the order of the timeline. */
static void add_thread(struct builder *builder, enum link_kind kind, struct thread thread,
	uint32_t but, struct ref of)
{
	uint32_t most = thread_most(builder), count = 0, added = 0, n = 0;
	uint32_t looked = thread.count < LOOK_MOST ? thread.count : LOOK_MOST;
	uint32_t *shown = most ? arena_alloc(builder->arena, looked, sizeof *shown) : NULL;
	for (; most && n < looked; n++)
		if (thread.at[n] != but && is_shown(builder->result, thread.at[n]) &&
			!(kind == LINK_ANSWERED_THERE &&
				answers_before(builder->record, thread.at[n], but, of.index)))
			shown[count++] = thread.at[n];
	for (int rank = 0; rank < VOICE_RANKS; rank++)
		for (uint32_t i = 0; i < count && added < most; i++)
			if (voice_rank(builder->record, shown[i]) == rank) {
				add(builder, kind, record_ref(THING_QUOTE, shown[i]));
				added++;
			}
	uint32_t rest = thread.count - n;
	if (rest && thread.at[thread.count - 1] >= but && but >= thread.at[n])
		rest--;
	if (count + rest > added)
		add(builder, kind, of)->more = count + rest - added;
}

/* Whether words are another utterance than this one, and selected. */
static bool is_other(const struct builder *builder, uint32_t quote, uint32_t other)
{
	return is_shown(builder->result, other) &&
		quote_utterance(builder->record, other) != quote_utterance(builder->record, quote);
}

/* How many of the same voice are this utterance, itself among them. */
static uint32_t same_count(const struct builder *builder, uint32_t quote, struct ref voice)
{
	const struct record *record = builder->record;
	uint32_t count = 1, other = quote;
	for (uint32_t n = 0; record->renderings && n < LOOK_MOST; n++) {
		other = record->renderings[other];
		if (other == quote)
			break;
		count += ref_same(quote_voice(&record->quotes[other]), voice);
	}
	return count;
}

/* The nearest by the same voice, in the order of the timeline, but for this very utterance. */
static void add_same_voice(struct builder *builder, uint32_t quote)
{
	struct ref voice = quote_voice(&builder->record->quotes[quote]);
	struct thread thread = threads_of_voice(builder->threads, voice);
	if (voice.thing == THING_NONE)
		return;
	uint32_t near[NEAR_MOST], before = 0, added = 0;
	uint32_t here = thread_find(thread, quote);
	uint32_t low = here > LOOK_MOST ? here - LOOK_MOST : 0;
	uint32_t high = thread.count - here > LOOK_MOST ? here + LOOK_MOST : thread.count;
	for (uint32_t n = here; n-- > low && before < NEAR_MOST / 2;)
		if (is_other(builder, quote, thread.at[n]))
			near[before++] = thread.at[n];
	for (; before; added++)
		add(builder, LINK_ALSO_SAYS, record_ref(THING_QUOTE, near[--before]));
	for (uint32_t n = here + 1; n < high && added < NEAR_MOST; n++)
		if (is_other(builder, quote, thread.at[n])) {
			add(builder, LINK_ALSO_SAYS, record_ref(THING_QUOTE, thread.at[n]));
			added++;
		}
	uint32_t all = thread.count - same_count(builder, quote, voice);
	if (added && all > added)
		add(builder, LINK_ALSO_SAYS, voice)->more = all - added;
}

/* The next of the other renderings of an utterance that are shown, behind `other`, at first the quotation
 * itself; false behind the last, or behind many. */
static bool rendering_next(
	const struct result *result, uint32_t quote, uint32_t *other, uint32_t *looked)
{
	const uint32_t *next = result->record->renderings;
	while (next && *looked < GROUP_MOST && (*other = next[*other]) != quote) {
		++*looked;
		if (is_shown(result, *other))
			return true;
	}
	return false;
}

/* Who answers its other renderings and not itself. */
static void add_answered_there(struct builder *builder, uint32_t quote)
{
	uint32_t other = quote, looked = 0;
	while (rendering_next(builder->result, quote, &other, &looked))
		add_thread(builder, LINK_ANSWERED_THERE, threads_answering(builder->threads, other),
			quote, record_ref(THING_QUOTE, other));
}

/* What it answers, under each of those who else does, and who answers it. */
static void add_answers(struct builder *builder, uint32_t n)
{
	const struct refs *answers = builder->record->quotes[n].answers;
	for (uint32_t i = 0; answers && i < answers->count; i++) {
		if (!is_shown(builder->result, answers->at[i].index))
			continue;
		add(builder, LINK_ANSWERS, answers->at[i]);
		add_thread(builder, LINK_SO_DO,
			threads_answering(builder->threads, answers->at[i].index), n,
			answers->at[i]);
	}
	add_thread(builder, LINK_ANSWERED_BY, threads_answering(builder->threads, n), n,
		record_ref(THING_QUOTE, n));
	add_answered_there(builder, n);
}

/* The other renderings of its utterance, from the first on. */
static void add_renderings(struct builder *builder, uint32_t quote)
{
	const struct record *record = builder->record;
	const uint32_t *next = record->renderings;
	uint32_t other = quote_utterance(record, quote), added = 0;
	for (uint32_t n = 0; next && n < LOOK_MOST && added < GROUP_MOST; n++) {
		if (other != quote && is_shown(builder->result, other)) {
			add(builder, LINK_RENDERING, record_ref(THING_QUOTE, other));
			added++;
		}
		other = next[other];
		if (other == quote_utterance(record, quote))
			return;
	}
}

static void add_place(struct builder *builder, enum link_kind kind, const struct attestation *place)
{
	struct link *link = add(builder, kind, place->source);
	link->also = place;
	link->locator = place->locator;
}

static void add_originals(struct builder *builder, const struct quote *quote)
{
	const struct attestations *also = quote->also_in;
	const struct attestation *at = also ? &also->at[also->count - 1] : NULL;
	uint32_t most = whole_most(builder), rest = 0;
	for (uint32_t n = 0; n < LOOK_MOST && (at = quote_place_next(quote, at)); n++)
		if (n < most)
			add_place(builder, LINK_ORIGINAL, at);
		else
			rest++;
	add_rest(builder, LINK_ORIGINAL, rest);
}

/* The other places in print that are a link of this kind; what nobody looks at is `last` of them. */
static void add_attestations(
	struct builder *builder, const struct quote *quote, enum link_kind kind, bool last)
{
	const struct attestations *also = quote->also_in;
	uint32_t most = whole_most(builder), added = 0, rest = 0, n = 0;
	for (; also && n < also->count && n < LOOK_MOST; n++) {
		const struct attestation *at = &also->at[n];
		enum link_kind is = !at->text                          ? LINK_ALSO_IN
			: quote_translated(builder->record, quote, at) ? LINK_TRANSLATION
								       : LINK_WORDING;
		if (is != kind)
			continue;
		if (added++ < most)
			add_place(builder, kind, at);
		else
			rest++;
	}
	add_rest(builder, kind, rest + (also && last ? also->count - n : 0));
}

static void add_refs(struct builder *builder, enum link_kind kind, const struct refs *refs)
{
	uint32_t most = whole_most(builder), added = 0, n = 0;
	for (; refs && n < refs->count && added < most; n++)
		if (!waits_thing(builder->result, refs->at[n])) {
			add(builder, kind, refs->at[n]);
			added++;
		}
	add_rest(builder, kind, refs ? refs->count - n : 0);
}

static void add_themes(struct builder *builder, const struct refs *themes)
{
	uint32_t most = whole_most(builder), i = 0;
	for (; themes && i < themes->count && i < most; i++) {
		uint32_t n = themes->at[i].index;
		struct link *link = add(builder, LINK_THEME, themes->at[i]);
		link->count = threads_of_theme(builder->threads, n).count;
		link->note_waits = waits_text(builder->result, builder->record->themes[n].note);
	}
	add_rest(builder, LINK_THEME, themes ? themes->count - i : 0);
}

/* The other ends of parallels that name `self`; whether one of them waits. */
static bool add_parallels_of(struct builder *builder, const struct refs *parallels, struct ref self)
{
	bool any = false;
	for (uint32_t i = 0; parallels && i < parallels->count && i < GROUP_MOST; i++) {
		const struct parallel *parallel = &builder->record
							   ->parallels[parallels->at[i].index];
		if (waits_claim(builder->result, parallel)) {
			any = true;
			continue;
		}
		for (uint32_t k = 0; k < parallel->between->count && k < GROUP_MOST; k++) {
			struct ref end = parallel->between->at[k];
			if (!ref_same(end, self))
				add(builder, LINK_LIKENED, end)->parallel = parallel;
		}
	}
	return any;
}

static void add_parallels(struct builder *builder, uint32_t n)
{
	const struct event *event = &builder->record->events[n];
	uint32_t before = builder->list.count;
	bool waits = add_parallels_of(builder, event->parallels, record_ref(THING_EVENT, n));
	if (event->era.thing == THING_ERA)
		waits |= add_parallels_of(
			builder, builder->record->eras[event->era.index].parallels, event->era);
	if (builder->list.count == before && !waits)
		add(builder, LINK_LIKENED, (struct ref){THING_NONE, 0});
}

static void add_quote(struct builder *builder, uint32_t n)
{
	const struct quote *quote = &builder->record->quotes[n];
	add_answers(builder, n);
	add_renderings(builder, n);
	add_originals(builder, quote);
	add_attestations(builder, quote, LINK_TRANSLATION, false);
	add_attestations(builder, quote, LINK_WORDING, false);
	add_refs(builder, LINK_ABOUT, quote->about);
	add_refs(builder, LINK_SAID_TO, quote->more ? quote->more->to : NULL);
	add_refs(builder, LINK_VIA, quote->more ? quote->more->via : NULL);
	add_same_voice(builder, n);
	add_themes(builder, quote->themes);
	add_parallels(builder, quote->event);
	add(builder, LINK_PRINTED_IN, quote->source)->locator = quote->locator;
	add_attestations(builder, quote, LINK_ALSO_IN, true);
}

static void add_people(struct builder *builder, const struct participants *people)
{
	uint32_t most = whole_most(builder), added = 0, n = 0;
	for (; people && n < people->count && added < most; n++)
		if (!waits_thing(builder->result, people->at[n].person)) {
			add(builder, LINK_PRESENT, people->at[n].person)->role = people->at[n].role;
			added++;
		}
	add_rest(builder, LINK_PRESENT, people ? people->count - n : 0);
}

static void add_event(struct builder *builder, uint32_t n)
{
	const struct event *event = &builder->record->events[n];
	struct ref self = record_ref(THING_EVENT, n);
	add_parallels(builder, n);
	add_thread(
		builder, LINK_SPOKEN_OF, threads_about(builder->threads, self), UINT32_MAX, self);
	if (!result_people_wait(builder->result, event))
		add_people(builder, event->people);
	add_refs(builder, LINK_HOST, event->host);
	add_refs(builder, LINK_MEDIATOR, event->mediator);
	add_themes(builder, event->themes);
	uint32_t first = builder->list.count;
	add_refs(builder, LINK_PRINTED_IN, event->source);
	if (event->source && builder->list.count > first)
		builder->list.at[first].locator = event->locator;
}

struct link_list links_find(struct arena *arena, struct threads *threads,
	const struct result *result, struct ref of, bool all)
{
	struct builder builder = {.arena = arena,
		.threads = threads,
		.result = result,
		.record = result->record,
		.list = {.of = of},
		.group_most = all ? LOOK_MOST : GROUP_MOST};
	if (of.thing == THING_QUOTE)
		add_quote(&builder, of.index);
	else if (of.thing == THING_EVENT)
		add_event(&builder, of.index);
	return builder.list;
}

/* ---- who answers ---- */

static void answerer_add(struct answerers *who, struct ref voice)
{
	for (uint32_t n = 0; n < who->count; n++)
		if (ref_same(who->at[n], voice))
			return;
	if (who->count < ANSWERERS_MOST)
		who->at[who->count++] = voice;
	else
		who->more++;
}

/* Adds those who answer one rendering, `other`, of an utterance and none nearer to the quotation at hand,
 * with words of that rank. */
static void answerers_add(struct answerers *who, struct threads *threads,
	const struct result *result, uint32_t quote, uint32_t other, int rank)
{
	const struct record *record = result->record;
	struct thread thread = threads_answering(threads, other);
	for (uint32_t n = 0; n < thread.count && n < LOOK_MOST; n++) {
		const struct quote *answer = &record->quotes[thread.at[n]];
		if (voice_rank(record, thread.at[n]) == rank && thread.at[n] != quote &&
			is_shown(result, thread.at[n]) &&
			!answers_before(record, thread.at[n], quote, other))
			answerer_add(who, quote_voice(answer));
	}
	if (!rank && thread.count > LOOK_MOST)
		who->more += thread.count - LOOK_MOST;
}

bool links_answerers(struct threads *threads, const struct result *result, uint32_t quote,
	bool there, struct answerers *who)
{
	who->count = who->more = 0;
	for (int rank = 0; rank < VOICE_RANKS; rank++) {
		uint32_t other = quote, looked = 0;
		if (!there)
			answerers_add(who, threads, result, quote, quote, rank);
		while (there && rendering_next(result, quote, &other, &looked))
			answerers_add(who, threads, result, quote, other, rank);
	}
	return who->count > 0;
}

bool links_answered(struct threads *threads, const struct result *result, uint32_t quote)
{
	struct answerers who;
	return links_answerers(threads, result, quote, false, &who) ||
		links_answerers(threads, result, quote, true, &who);
}

/* ---- the same voice ---- */

int64_t links_same_voice(
	struct threads *threads, const struct result *result, uint32_t quote, int direction)
{
	struct ref voice = quote_voice(&result->record->quotes[quote]);
	struct thread thread = threads_of_voice(threads, voice);
	if (voice.thing == THING_NONE)
		return -1;
	int64_t step = direction < 0 ? -1 : 1, n = thread_find(thread, quote) + step;
	for (; n >= 0 && n < thread.count; n += step)
		if (result_has_quote(result, thread.at[n]))
			return thread.at[n];
	return -1;
}
