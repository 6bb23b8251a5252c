/* A round is a fair draw (pool.h), each of which is asked about in the way whose turn it is, if it
 * can be. Wrong choices are looked for near the words in time: other voices get points for what
 * they share with the speaker, and lots decide between equals.
 *
 * Say Hale speaks as minister. Another minister of the same party, in the same era and on the same
 * theme, has (8 + 4 + 3 + 2 + 3) * 4 points and a lot of 0 to 3. A person of another era, party and
 * theme, without an office, has 3 * 4 points and a lot. */
#include "query/questions.h"

#include "base/bits.h"
#include "query/echoes.h"
#include "query/giveaway.h"
#include "query/pool.h"
#include "query/scenes.h"

#include <stdbool.h>
#include <string.h>

enum {
	WORDS_MOST = 120, /* of a quotation; longer ones only where there is nothing else */
	LEAST = 4,        /* with fewer sentences shorter words are asked about as well */
	NEAR = 600,       /* quotations before and after, where other voices are looked for */
	VOICES_MOST = 64,
	DAYS_APART = 60,     /* between dates to choose from, where the record is long */
	DAYS_FAR = 40 * 365, /* from the words of one who could have spoken them */
};

/* What is known while questions are being asked. */
enum { DATES_MOST = 512, ERAS_MOST = 64 };

struct asking {
	const struct record *record;
	const struct result *wider;
	struct lots *lots;
	struct pool pool;
	bool used[POOL_MOST];
	struct buf folded; /* the words at hand */
	struct question_choice dates[DATES_MOST];
	uint32_t date_count;
	int64_t apart;
	uint32_t eras[ERAS_MOST];
	uint32_t era_count;
};

/* ---- who said it ---- */

struct voice {
	struct ref ref;
	const char *role;
	uint32_t points;
	bool far; /* nobody who heard the words could have heard this one */
};

static bool share_theme(const struct quote *a, const struct quote *b)
{
	for (uint32_t i = 0; a->themes && i < a->themes->count; i++)
		if (refs_has(b->themes, a->themes->at[i]))
			return true;
	return false;
}

/* What another quotation's speaker has in common with this one's: the talks above all, then the
 * office. */
static uint32_t likeness(
	struct asking *asking, const struct quote *quote, const struct quote *other)
{
	const struct record *record = asking->record;
	struct ref era = record->events[quote->event].era;
	uint32_t points = 8 * ref_same(era, record->events[other->event].era);
	if (quote->role && other->role) {
		struct buf role = {0};
		points += 4 *
			giveaway_has_word_of(giveaway_folded(&role, quote->role), other->role);
		buf_free(&role);
	}
	points += 3 * (quote->speaker.thing == other->speaker.thing);
	points += 2 * share_theme(quote, other);
	points += 3 *
		ref_same(
			record_party(record, quote->speaker), record_party(record, other->speaker));
	return points * 4 + lots_below(asking->lots, 4);
}

static bool is_far(const struct record *record, const struct quote *a, const struct quote *b)
{
	int64_t one = record->events[a->event].date->sort;
	int64_t other = record->events[b->event].date->sort;
	if (one == DATE_NO_SORT || other == DATE_NO_SORT)
		return false;
	return one - other > DAYS_FAR || other - one > DAYS_FAR;
}

/* What a voice was then: not how its words were handed on, which would tell it from the others. */
static const char *role_of(const struct quote *quote)
{
	return quote->more && (quote->more->unnamed || quote->more->via) ? NULL : quote->role;
}

/* Notes the voice of a quotation, or that it is more alike than was known. */
static void voice_note(struct asking *asking, const struct quote *quote, const struct quote *other,
	struct voice *voices, uint32_t *count)
{
	struct ref ref = other->speaker;
	if ((ref.thing != THING_PERSON && ref.thing != THING_SOURCE) ||
		ref_same(ref, quote->speaker) || other->status == STATUS_MISATTRIBUTED)
		return;
	uint32_t n = 0, points = likeness(asking, quote, other);
	while (n < *count && !ref_same(voices[n].ref, ref))
		n++;
	bool is_new = n == *count;
	if (n == VOICES_MOST)
		return;
	bool far = is_far(asking->record, quote, other) && (is_new || voices[n].far);
	if (!is_new)
		voices[n].far = far;
	if (!is_new && !voices[n].role)
		voices[n].role = role_of(other);
	if (!is_new && voices[n].points >= points)
		return;
	if (is_new &&
		(pool_could_be(asking->record, quote, ref) ||
			giveaway_has_name(asking->record, buf_string(&asking->folded), ref)))
		return;
	const char *role = role_of(other) || is_new ? role_of(other) : voices[n].role;
	voices[n] = (struct voice){ref, role, points, far};
	*count += is_new;
}

static void voices_gather(
	struct asking *asking, const struct quote *quote, struct voice *voices, uint32_t *count)
{
	const struct record *record = asking->record;
	uint32_t index = record_quote_index(record, quote), total = record->counts[THING_QUOTE];
	uint32_t from = index > NEAR ? index - NEAR : 0;
	uint32_t to = index + NEAR < total ? index + NEAR : total;
	for (uint32_t q = from; q < to; q++)
		if (result_has_quote(asking->wider, q))
			voice_note(asking, quote, &record->quotes[q], voices, count);
	for (uint32_t tries = 0; *count < QUESTION_CHOICES && tries < NEAR && to - from < total;
		tries++) {
		uint32_t q = lots_below(asking->lots, total);
		if (result_has_quote(asking->wider, q))
			voice_note(asking, quote, &record->quotes[q], voices, count);
	}
}

/* Takes the voice with the most points out of the list, of those that are not far if there are such. */
static struct voice voice_take(struct voice *voices, uint32_t *count)
{
	uint32_t best = 0;
	for (uint32_t i = 1; i < *count; i++)
		if (voices[i].far != voices[best].far ? voices[best].far
						      : voices[i].points > voices[best].points)
			best = i;
	struct voice taken = voices[best];
	voices[best] = voices[--*count];
	return taken;
}

static bool is_called_like_a_choice(
	const struct record *record, const struct question *question, struct ref ref)
{
	for (uint32_t i = 0; i < question->count; i++)
		if (pool_same_voice(record, question->choices[i].what, ref))
			return true;
	return false;
}

/* The choices by lot, the right one among them. */
static void choices_mix(struct lots *lots, struct question *question)
{
	struct question_choice choices[QUESTION_CHOICES];
	uint32_t order[QUESTION_CHOICES] = {0, 1, 2, 3};
	memcpy(choices, question->choices, sizeof choices);
	lots_shuffle(lots, order, question->count, question->count);
	for (uint32_t i = 0; i < question->count; i++) {
		question->choices[i] = choices[order[i]];
		if (order[i] == 0)
			question->right = i;
	}
}

/* All choices have an office, or none has one: which stands out says something. */
static void choices_level(struct question *question)
{
	uint32_t roles = 0;
	for (uint32_t i = 0; i < question->count; i++)
		roles += question->choices[i].role != NULL;
	for (uint32_t i = 0; roles < question->count && i < question->count; i++)
		question->choices[i].role = NULL;
}

static bool ask_who(struct asking *asking, const struct quote *quote, struct question *question)
{
	struct voice voices[VOICES_MOST];
	uint32_t count = 0;
	if (giveaway_has_name(asking->record, buf_string(&asking->folded), quote->speaker))
		return false;
	voices_gather(asking, quote, voices, &count);
	question->choices[question->count++] = (struct question_choice){
		.what = quote->speaker, .role = quote->role};
	while (count && question->count < QUESTION_CHOICES) {
		struct voice voice = voice_take(voices, &count);
		if (voice.far && question->count > 1)
			break;
		if (!is_called_like_a_choice(asking->record, question, voice.ref))
			question->choices[question->count++] = (struct question_choice){
				.what = voice.ref, .role = voice.role};
	}
	choices_level(question);
	choices_mix(asking->lots, question);
	return question->count > 1;
}

/* ---- when was it said ---- */

/* Dates to choose from: those of all quotations, or of a draw from many; and how far apart they are
 * to be. */
static void gather_dates(struct asking *asking)
{
	const struct record *record = asking->record;
	uint32_t total = record->counts[THING_QUOTE];
	int64_t first = INT64_MAX, last = INT64_MIN;
	for (uint32_t i = 0; i < total && i < DATES_MOST; i++) {
		uint32_t q = total > DATES_MOST ? lots_below(asking->lots, total) : i;
		const struct date *date = quote_said(record, &record->quotes[q]);
		if (!result_has_quote(asking->wider, q) || !pool_has_days(date))
			continue;
		asking->dates[asking->date_count++] = (struct question_choice){
			.date = date, .old_style = quote_said_os(record, &record->quotes[q])};
		first = date->earliest < first ? date->earliest : first;
		last = date->latest > last ? date->latest : last;
	}
	int64_t span = asking->date_count ? last - first : 0;
	asking->apart = span / 40 > DAYS_APART ? DAYS_APART : span / 40;
}

static bool fits(
	const struct asking *asking, const struct question *question, const struct date *date)
{
	for (uint32_t i = 0; i < question->count; i++)
		if (!pool_lie_apart(question->choices[i].date, date, asking->apart))
			return false;
	return true;
}

/* Adds dates as they come: near the right one, in whose time its speaker could have spoken, or any. */
static void dates_take(
	const struct asking *asking, struct question *question, const uint32_t *order, bool far_too)
{
	const struct date *right = question->choices[0].date;
	for (uint32_t i = 0; i < asking->date_count && question->count < QUESTION_CHOICES; i++) {
		const struct date *date = asking->dates[order[i]].date;
		bool far = date->earliest - right->latest > DAYS_FAR ||
			right->earliest - date->latest > DAYS_FAR;
		if ((far_too || !far) && fits(asking, question, date))
			question->choices[question->count++] = asking->dates[order[i]];
	}
}

/* Dates stand in the order of time. */
static void choices_sort(struct question *question)
{
	for (uint32_t i = 1; i < question->count; i++)
		for (uint32_t k = i; k > 0 &&
			question->choices[k].date->earliest <
				question->choices[k - 1].date->earliest;
			k--) {
			struct question_choice choice = question->choices[k];
			question->choices[k] = question->choices[k - 1];
			question->choices[k - 1] = choice;
			if (question->right >= k - 1 && question->right <= k)
				question->right = question->right == k ? k - 1 : k;
		}
}

/* Whether the same words were said on other days, or at other talks, too. */
static bool is_elsewhere(const struct asking *asking, const struct quote *quote)
{
	return bit_get(asking->pool.elsewhere, record_quote_index(asking->record, quote));
}

/* Whether the speaker held another office elsewhere in the record: then this one tells of the time. */
static bool has_offices(const struct record *record, const struct quote *quote)
{
	if (!quote->role || quote->speaker.thing == THING_NONE)
		return false;
	for (uint32_t n = 0; n < record->counts[THING_QUOTE]; n++) {
		const struct quote *other = &record->quotes[n];
		if (!record_hides(record, record_ref(THING_QUOTE, n)) && other->role &&
			other->speaker.thing == quote->speaker.thing &&
			other->speaker.index == quote->speaker.index &&
			strcmp(other->role, quote->role) != 0)
			return true;
	}
	return false;
}

static bool ask_when(struct asking *asking, const struct quote *quote, struct question *question)
{
	const struct date *said = quote_said(asking->record, quote);
	uint32_t order[DATES_MOST];
	if (!pool_has_days(said) || giveaway_has_year(quote->text) || is_elsewhere(asking, quote))
		return false;
	question->choices[question->count++] = (struct question_choice){
		.date = said, .old_style = quote_said_os(asking->record, quote)};
	for (uint32_t i = 0; i < asking->date_count; i++)
		order[i] = i;
	lots_shuffle(asking->lots, order, asking->date_count, asking->date_count);
	dates_take(asking, question, order, false);
	if (question->count == 1)
		dates_take(asking, question, order, true);
	choices_sort(question);
	question->offices = has_offices(asking->record, quote);
	return question->count > 1;
}

/* ---- about which talks ---- */

static void gather_eras(struct asking *asking)
{
	const struct record *record = asking->record;
	uint32_t eras = record->counts[THING_ERA] < ERAS_MOST ? record->counts[THING_ERA]
							      : ERAS_MOST;
	bool held[ERAS_MOST] = {false};
	for (uint32_t row = 0; eras && row < asking->wider->event_count; row++) {
		struct ref era = result_event(asking->wider, row)->era;
		if (era.thing == THING_ERA && era.index < eras && !held[era.index]) {
			held[era.index] = true;
			asking->eras[asking->era_count++] = era.index;
		}
	}
}

/* Whether an era could be named for what is of another: it is called the same, or the event falls in it
 * as well. */
static bool could_be_of(const struct record *record, const struct event *event, uint32_t era)
{
	const struct era *other = &record->eras[era];
	return strcmp(other->title, record_name(record, event->era)) == 0 ||
		(other->date && other->date->earliest <= event->date->latest &&
			event->date->earliest <= other->date->latest);
}

static bool ask_talks(struct asking *asking, const struct quote *quote, struct question *question)
{
	const struct record *record = asking->record;
	struct ref right = record->events[quote->event].era;
	uint32_t order[ERAS_MOST], count = 0;
	for (uint32_t i = 0; quote->about && i < quote->about->count; i++)
		if (quote->about->at[i].thing == THING_EVENT &&
			!ref_same(record->events[quote->about->at[i].index].era, right))
			return false; /* spoken at some talks, about others */
	const char *place = record->events[quote->event].location;
	if (right.thing != THING_ERA || is_elsewhere(asking, quote) ||
		giveaway_has_year(quote->text) ||
		(place && giveaway_has_word_of(buf_string(&asking->folded), place)))
		return false;
	for (uint32_t i = 0; i < asking->era_count; i++) {
		const char *title = record->eras[asking->eras[i]].title;
		if (giveaway_has_word_of(buf_string(&asking->folded), title))
			return false;
		if (asking->eras[i] != right.index &&
			!could_be_of(record, &record->events[quote->event], asking->eras[i]))
			order[count++] = asking->eras[i];
	}
	lots_shuffle(asking->lots, order, count, count);
	bool taken[ERAS_MOST] = {false}, placed = right.index >= ERAS_MOST;
	for (uint32_t i = 0; i < count && i + 1 < QUESTION_CHOICES; i++)
		taken[order[i]] = true;
	/* They stand in the order of the file, which is that of time. */
	for (uint32_t era = 0; era < ERAS_MOST && !placed; era++) {
		if (era == right.index)
			question->right = question->count;
		if (era == right.index || taken[era])
			question->choices[question->count++].what = record_ref(THING_ERA, era);
	}
	return question->count > 1;
}

/* ---- the round ---- */

/* The kinds of a round, in turn. */
static const enum question_kind kinds[QUESTIONS_A_ROUND] = {QUESTION_WHO, QUESTION_WHO,
	QUESTION_WHEN, QUESTION_WHO, QUESTION_TALKS, QUESTION_WHO, QUESTION_WHO, QUESTION_WHEN,
	QUESTION_WHO, QUESTION_TALKS};

/* Whether the same utterance has been asked about, or nearly the same words. */
static bool was_asked(
	const struct record *record, const struct questions *questions, uint32_t index)
{
	for (uint32_t i = 0; i < questions->count; i++) {
		uint32_t other = questions->at[i].quote;
		if (quote_utterance(record, other) == quote_utterance(record, index) ||
			echoes_alike(record->quotes[other].text, record->quotes[index].text))
			return true;
	}
	return false;
}

static bool ask(
	struct asking *asking, enum question_kind kind, uint32_t index, struct questions *questions)
{
	struct question *question = &questions->at[questions->count];
	const struct quote *quote = &asking->record->quotes[index];
	*question = (struct question){.kind = kind, .quote = index};
	if (was_asked(asking->record, questions, index))
		return false;
	giveaway_folded(&asking->folded, quote->text);
	switch (kind) {
	case QUESTION_WHO:
		return ask_who(asking, quote, question);
	case QUESTION_WHEN:
		return ask_when(asking, quote, question);
	case QUESTION_TALKS:
		return ask_talks(asking, quote, question);
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
		if (!asking->used[i] && ask(asking, kind, asking->pool.quotes[i], questions)) {
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

void questions_draw(struct arena *arena, const struct result *asked, const struct result *wider,
	struct lots *lots, struct questions *questions)
{
	struct asking *asking = arena_alloc(arena, 1, sizeof *asking);
	asking->record = asked->record;
	asking->wider = wider;
	asking->lots = lots;
	questions->count = 0;
	const struct result shown = scenes_shown(arena, asked);
	pool_draw(arena, &shown, lots,
		&(struct pool_wants){.words_most = WORDS_MOST, .least = LEAST}, &asking->pool);
	pool_balance(asking->record, lots, &asking->pool, QUESTIONS_A_ROUND);
	gather_dates(asking);
	gather_eras(asking);
	for (int i = 0; i < QUESTIONS_A_ROUND; i++)
		add_next(asking, kinds[i], questions);
	buf_free(&asking->folded);
}
