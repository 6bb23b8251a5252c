/* Wrong choices are looked for near the words in time: other voices get points for what they share with the
 * speaker, and lots decide between equals.
 *
 * Say Hale speaks as minister. Another minister of the same party, in the same era and on the same
 * theme, has (8 + 4 + 3 + 2 + 3) * 4 points and a lot of 0 to 3. A person of another era, party and
 * theme, without an office, has 3 * 4 points and a lot. Whoever a class has heard in the same lesson comes
 * before all who are strange to it. */
#include "query/choices.h"

#include "base/bits.h"
#include "query/echoes.h"
#include "query/giveaway.h"
#include "query/positions.h"
#include "query/sentence.h"

#include <stdlib.h>
#include <string.h>

enum {
	NEAR = 600,  /* quotations before and after, where other voices are looked for, */
	TRIES = 600, /* and of all others as many, where there are too few */
	THEN = 16, /* quotations before and after one of another day, which may be those words again */
	VOICES_MOST = 64,
	SIDE = 18,       /* points, more than for all else that one can share, */
	HEARD = 40,      /* and more than for all of it */
	DAYS_APART = 60, /* between dates to choose from, where the record is long */
	DAYS_NEAR = 4 *
		365, /* or a fifteenth of its span: no wrong date is further off, where one is near, */
	TALKS_NEAR = 10 * 365, /* and no wrong talks */
	DATES_NEAR = 6,
	NAME_LETTERS = 4,
};

/* ---- who said it ---- */

struct voice {
	struct ref ref;
	const char *role;
	uint32_t points;
	bool far; /* nobody who heard the words could have heard this one, or the words speak of its side */
	bool out; /* it says what could be these words, or a party that they speak of or that nobody met */
};

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
	points += 2 * pool_share_theme(quote, other);
	struct ref side = record_party(record, quote->speaker);
	bool sides = ref_same(side, record_party(record, other->speaker));
	points += sides && side.thing != THING_NONE && points >= 8 ? SIDE : 3 * sides;
	if (asking->heard && (other->kind == QUOTE_THESIS) == (quote->kind == QUOTE_THESIS) &&
		result_has_quote(asking->shown, record_quote_index(record, other)))
		points += HEARD;
	return points * 4 + lots_below(asking->lots, 4);
}

/* What a voice was then: not how its words were handed on, which would tell it from the others, and
 * not of which year, which tells who looks back. */
static const char *role_of(const struct quote *quote)
{
	bool other = quote->kind == QUOTE_THESIS ||
		(quote->more && (quote->more->unnamed || quote->more->via));
	return other || !quote->role || giveaway_has_year(quote->role) ? NULL : quote->role;
}

/* Whether a voice is one that writes about it: a source, or whoever has a view in one. */
static bool is_commentator(const struct asking *asking, struct ref voice)
{
	return voice.thing == THING_SOURCE ||
		(voice.thing == THING_PERSON && bit_get(asking->known->writers, voice.index));
}

/* Whether the voice of other words can stand beside that of these: of a view another view's, of what a
 * party says another party, of what somebody says nobody's who merely writes about it. */
static bool is_rival(
	const struct asking *asking, const struct quote *quote, const struct quote *other)
{
	enum thing thing = other->speaker.thing;
	if (quote->kind == QUOTE_THESIS)
		return other->kind == QUOTE_THESIS && other->source.thing == THING_SOURCE;
	if (other->status == STATUS_MISATTRIBUTED)
		return false;
	if (quote->speaker.thing == THING_PARTY)
		return thing == THING_PARTY;
	return (thing == THING_PERSON || thing == THING_SOURCE) &&
		is_commentator(asking, quote->speaker) == is_commentator(asking, other->speaker);
}

/* Whether words of one side name another. */
static bool speaks_of_other(const struct asking *asking, const struct quote *quote, struct ref side)
{
	return quote->kind != QUOTE_THESIS &&
		!ref_same(side, record_party(asking->record, quote->speaker)) &&
		giveaway_has_side(asking->record, buf_string(&asking->folded), side);
}

/* Whether a voice can be ruled out without knowing: it was heard too long before or after, or the words speak of
 * its side as of another. */
static bool is_unlikely(
	const struct asking *asking, const struct quote *quote, const struct quote *other)
{
	const struct record *record = asking->record;
	struct ref side = record_party(record, other->speaker);
	return pool_is_far(record, quote, other) || speaks_of_other(asking, quote, side);
}

/* Whether a party was heard in the lesson, or was where the words were said. */
static bool was_met(
	const struct asking *asking, const struct quote *quote, const struct quote *other)
{
	const struct record *record = asking->record;
	return other->event == quote->event ||
		result_has_quote(asking->shown, record_quote_index(record, other)) ||
		refs_has(record->events[quote->event].parties, other->speaker);
}

/* Whether a voice is no choice: it says elsewhere what could be these words; or it is a party of which they
 * speak, or one that a class never met. */
static bool is_out(
	const struct asking *asking, const struct quote *quote, const struct quote *other)
{
	return pool_same_matter(asking->record, quote, other) ||
		(other->speaker.thing == THING_PARTY &&
			(speaks_of_other(asking, quote, other->speaker) ||
				(asking->heard && !was_met(asking, quote, other))));
}

/* Notes the voice of a quotation, or that it is more alike than was known. A strange one may have said the
 * same words, since it is not near. */
static void voice_note(struct asking *asking, const struct quote *quote, const struct quote *other,
	bool strange, struct voice *voices, uint32_t *count)
{
	struct ref ref = quote->kind == QUOTE_THESIS ? pool_voice(other) : other->speaker;
	if (!is_rival(asking, quote, other) || ref_same(ref, pool_voice(quote)))
		return;
	uint32_t n = 0, points = likeness(asking, quote, other);
	while (n < *count && !ref_same(voices[n].ref, ref))
		n++;
	bool is_new = n == *count;
	if (n == VOICES_MOST)
		return;
	bool far = is_unlikely(asking, quote, other) && (is_new || voices[n].far);
	bool out = is_out(asking, quote, other) || (!is_new && voices[n].out);
	if (!is_new) {
		voices[n].far = far;
		voices[n].out = out;
	}
	if (!is_new && !voices[n].role)
		voices[n].role = role_of(other);
	if (!is_new && voices[n].points >= points)
		return;
	if (is_new &&
		(pool_could_be(asking->record, quote, ref) ||
			giveaway_has_name(asking->record, buf_string(&asking->folded), ref) ||
			(strange && echoes_alike(quote->text, other->text))))
		return;
	const char *role = role_of(other) || is_new ? role_of(other) : voices[n].role;
	voices[n] = (struct voice){ref, role, points, far, out};
	*count += is_new;
}

static void voices_gather(
	struct asking *asking, const struct quote *quote, struct voice *voices, uint32_t *count)
{
	const struct record *record = asking->record;
	uint32_t index = record_quote_index(record, quote), total = record->counts[THING_QUOTE];
	/* Where words were compared to those near them alone, choices are no further away. */
	bool is_long = total > ECHOES_WHOLE;
	uint32_t near = is_long ? ECHOES_NEAR : NEAR;
	uint32_t from = index > near ? index - near : 0;
	uint32_t to = index + near < total ? index + near : total;
	for (uint32_t q = from; q < to; q++)
		if (result_has_quote(asking->wider, q))
			voice_note(asking, quote, &record->quotes[q], false, voices, count);
	for (uint32_t tries = 0; *count < QUESTION_CHOICES && tries < TRIES && to - from < total;
		tries++) {
		uint32_t q = lots_below(asking->lots, total);
		if (result_has_quote(asking->wider, q))
			voice_note(asking, quote, &record->quotes[q], is_long, voices, count);
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

bool choices_who(struct asking *asking, const struct quote *quote, struct question *question)
{
	struct voice voices[VOICES_MOST];
	uint32_t count = 0;
	if (giveaway_has_name(asking->record, buf_string(&asking->folded), pool_voice(quote)))
		return false;
	voices_gather(asking, quote, voices, &count);
	question->choices[question->count++] = (struct question_choice){.what = pool_voice(quote),
		.role = quote->kind == QUOTE_THESIS || !quote->role ||
				giveaway_has_year(quote->role)
			? NULL
			: quote->role};
	while (count && question->count < QUESTION_CHOICES) {
		struct voice voice = voice_take(voices, &count);
		if (voice.out)
			continue;
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
static void dates_gather(struct asking *asking)
{
	const struct record *record = asking->record;
	uint32_t total = record->counts[THING_QUOTE];
	int64_t first = INT64_MAX, last = INT64_MIN;
	for (uint32_t i = 0; i < total && i < DATES_MOST; i++) {
		uint32_t q = total > DATES_MOST ? lots_below(asking->lots, total) : i;
		const struct date *date = quote_said(record, &record->quotes[q]);
		if (!result_has_quote(asking->wider, q) || !pool_has_days(date))
			continue;
		asking->dated[asking->date_count] = q;
		asking->dates[asking->date_count++] = (struct question_choice){
			.date = date, .old_style = quote_said_os(record, &record->quotes[q])};
		first = date->earliest < first ? date->earliest : first;
		last = date->latest > last ? date->latest : last;
	}
	int64_t span = asking->date_count ? last - first : 0;
	asking->apart = span / 40 > DAYS_APART ? DAYS_APART : span / 40;
	asking->near = span / 15 > DAYS_NEAR ? span / 15 : DAYS_NEAR;
}

/* A date to choose from, and how far it is from the right one. */
struct near_date {
	int64_t days;
	uint32_t lot, at;
};

static int compare_near(const void *left, const void *right)
{
	const struct near_date *a = left, *b = right;
	if (a->days != b->days)
		return a->days < b->days ? -1 : 1;
	return (a->lot > b->lot) - (a->lot < b->lot);
}

static int64_t days_between(const struct date *a, const struct date *b)
{
	return a->latest < b->earliest    ? b->earliest - a->latest
		: b->latest < a->earliest ? a->earliest - b->latest
					  : 0;
}

/* Whether who spoke the words says nearly the same where another quotation stands: in a long record that
 * was not looked for. */
static bool is_said_then(const struct record *record, const struct quote *quote, uint32_t then)
{
	uint32_t total = record->counts[THING_QUOTE];
	uint32_t from = then > THEN ? then - THEN : 0;
	uint32_t to = then + THEN < total ? then + THEN : total;
	bool said = false;
	for (uint32_t q = total > ECHOES_WHOLE ? from : to; q < to && !said; q++)
		said = ref_same(record->quotes[q].speaker, quote->speaker) &&
			echoes_alike(quote->text, record->quotes[q].text);
	return said;
}

/* Whether a word that only names have, with a capital inside a sentence or out of it, stands in where an event
 * was or in its title. */
static bool is_of_event(const struct event *event, const char *word)
{
	struct buf folded = {0};
	bool is = giveaway_has_word_of(giveaway_folded(&folded, event->title), word) ||
		(event->location &&
			giveaway_has_word_of(giveaway_folded(&folded, event->location), word));
	buf_free(&folded);
	return is;
}

/* The first day on which the record has what the words name: nobody speaks of Bucha before what was there.
 * Not looked for where the record is long: dates lie near there. */
static int64_t named_since(const struct asking *asking, const struct quote *quote)
{
	const struct record *record = asking->record;
	const struct date *said = quote_said(record, quote);
	const char *text = quote->text;
	struct sentence_word word;
	int64_t since = INT64_MIN;
	bool is_long = record->counts[THING_QUOTE] > ECHOES_WHOLE ||
		record->counts[THING_EVENT] > ECHOES_WHOLE;
	while (!is_long && sentence_next(&text, &word)) {
		struct buf name = {0};
		int64_t first = INT64_MAX;
		buf_add(&name, word.at, word.len);
		bool capital = *word.at >= 'A' && *word.at <= 'Z' && word.columns >= NAME_LETTERS;
		for (uint32_t i = 0; capital && i < record->counts[THING_EVENT]; i++)
			if (record->events[i].date->earliest < first &&
				!record_hides(record, record_ref(THING_EVENT, i)) &&
				is_of_event(&record->events[i], buf_string(&name)))
				first = record->events[i].date->earliest;
		buf_free(&name);
		if (first <= said->earliest && first > since)
			since = first;
	}
	return since;
}

/* Notes dates from the nearest on that lie apart from the right one and each other; none that is far, or
 * before what the words name: then they could not have been spoken. */
static uint32_t dates_near(
	const struct asking *asking, const struct question *question, uint32_t *near)
{
	struct near_date by[DATES_MOST];
	uint32_t count = 0;
	int64_t limit = asking->near;
	int64_t since = named_since(asking, &asking->record->quotes[question->quote]);
	for (uint32_t i = 0; i < asking->date_count; i++)
		by[i] = (struct near_date){
			days_between(asking->dates[i].date, question->choices[0].date),
			lots_below(asking->lots, UINT32_MAX), i};
	if (asking->date_count)
		qsort(by, asking->date_count, sizeof *by, compare_near);
	for (uint32_t i = 0; i < asking->date_count && count < DATES_NEAR; i++) {
		const struct date *date = asking->dates[by[i].at].date;
		if (by[i].days > limit && !count)
			limit = POOL_DAYS_FAR;
		if (by[i].days > limit)
			break;
		bool lies = date->latest >= since &&
			pool_lie_apart(question->choices[0].date, date, asking->apart);
		for (uint32_t k = 0; k < count && lies; k++)
			lies = pool_lie_apart(asking->dates[near[k]].date, date, asking->apart);
		if (lies &&
			!is_said_then(asking->record, &asking->record->quotes[question->quote],
				asking->dated[by[i].at]))
			near[count++] = by[i].at;
	}
	return count;
}

/* Of those that are near any, so that the right one is the first as often as the last. */
static void dates_take(const struct asking *asking, struct question *question)
{
	uint32_t near[DATES_NEAR], count = dates_near(asking, question, near);
	lots_shuffle(asking->lots, near, count, count);
	for (uint32_t i = 0; i < count && question->count < QUESTION_CHOICES; i++)
		question->choices[question->count++] = asking->dates[near[i]];
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
static bool has_offices(const struct asking *asking, const struct quote *quote)
{
	return quote->role && quote->speaker.thing == THING_PERSON &&
		bit_get(asking->known->offices, quote->speaker.index);
}

/* Whether words say that something is as it was, which can be said again and again. Known of English. */
static bool holds_on(const char *folded)
{
	static const char *const says[] = {"unchanged", "has not changed", "have not changed",
		"remains the same", "as before"};
	bool holds = false;
	for (size_t i = 0; i < sizeof says / sizeof *says && !holds; i++)
		holds = giveaway_has_phrase(folded, says[i]);
	return holds;
}

bool choices_when(struct asking *asking, const struct quote *quote, struct question *question)
{
	const struct date *said = quote_said(asking->record, quote);
	if (!pool_has_days(said) || giveaway_has_year(quote->text) ||
		giveaway_has_day(buf_string(&asking->folded)) || is_elsewhere(asking, quote) ||
		holds_on(buf_string(&asking->folded)))
		return false;
	question->choices[question->count++] = (struct question_choice){
		.date = said, .old_style = quote_said_os(asking->record, quote)};
	dates_take(asking, question);
	choices_sort(question);
	question->offices = has_offices(asking, quote);
	return question->count > 1;
}

/* ---- about which talks ---- */

/* Whether an era could be named for what is of another: it is called the same, or the event falls in it
 * as well. */
static bool could_be_of(const struct record *record, const struct event *event, uint32_t era)
{
	const struct era *other = &record->eras[era];
	return strcmp(other->title, record_name(record, event->era)) == 0 ||
		(other->date && other->date->earliest <= event->date->latest &&
			event->date->earliest <= other->date->latest);
}

/* Whether words of an era, or a stand there, are on a theme. */
static bool has_theme(const struct asking *asking, uint32_t era, uint32_t theme)
{
	size_t themes = asking->record->counts[THING_THEME];
	return bit_get(asking->known->themes, era * themes + theme);
}

/* Whether an era is one that the words could be of for who does not know, and by the record surely is not: it
 * lies near in time, and of their themes one at least is heard of there nowhere. Words without themes are
 * taken as they are. */
static bool is_other_talks(const struct asking *asking, const struct quote *quote, uint32_t era)
{
	const struct record *record = asking->record;
	const struct date *date = record->eras[era].date;
	if (date && days_between(date, record->events[quote->event].date) > TALKS_NEAR)
		return false;
	bool other = !quote->themes || !quote->themes->count;
	for (uint32_t i = 0; !other && i < quote->themes->count; i++)
		other = !has_theme(asking, era, quote->themes->at[i].index);
	return other;
}

/* Whether an event is one of the talks of its era: stands were taken there, or where the record has none
 * of that era, several parties met. Others of an era lie in their time. */
static bool is_of_talks(const struct asking *asking, const struct event *event)
{
	bool stood = event->era.thing == THING_ERA &&
		bit_get(asking->known->stood, event->era.index);
	return stood ? positions_taken(event) > 0 : positions_of_several(event);
}

/* Whether the record has it that words were said at talks, of them, in answer to what was said there, or
 * for a stand there. */
static bool speaks_of_talks(const struct asking *asking, const struct quote *quote)
{
	const struct record *record = asking->record;
	bool speaks = is_of_talks(asking, &record->events[quote->event]) ||
		bit_get(asking->known->cited, record_quote_index(record, quote));
	for (uint32_t i = 0; quote->about && i < quote->about->count && !speaks; i++)
		speaks = quote->about->at[i].thing == THING_EVENT &&
			is_of_talks(asking, &record->events[quote->about->at[i].index]);
	for (uint32_t i = 0; quote->answers && i < quote->answers->count && !speaks; i++)
		speaks = is_of_talks(
			asking, &record->events[record->quotes[quote->answers->at[i].index].event]);
	return speaks;
}

bool choices_talks(struct asking *asking, const struct quote *quote, struct question *question)
{
	const struct record *record = asking->record;
	struct ref right = record->events[quote->event].era;
	uint32_t order[QUESTION_ERAS], count = 0;
	if (!speaks_of_talks(asking, quote) || holds_on(buf_string(&asking->folded)))
		return false;
	for (uint32_t i = 0; quote->about && i < quote->about->count; i++)
		if (quote->about->at[i].thing == THING_EVENT &&
			!ref_same(record->events[quote->about->at[i].index].era, right))
			return false; /* spoken at some talks, about others */
	const char *place = record->events[quote->event].location;
	if (right.thing != THING_ERA || is_elsewhere(asking, quote) ||
		giveaway_has_year(quote->text) ||
		(place && giveaway_has_word_of(buf_string(&asking->folded), place)))
		return false;
	for (uint32_t i = 0; i < asking->known->era_count; i++) {
		const char *title = record->eras[asking->known->eras[i]].title;
		if (giveaway_has_word_of(buf_string(&asking->folded), title))
			return false;
		if (asking->known->eras[i] != right.index &&
			is_other_talks(asking, quote, asking->known->eras[i]) &&
			!could_be_of(record, &record->events[quote->event], asking->known->eras[i]))
			order[count++] = asking->known->eras[i];
	}
	lots_shuffle(asking->lots, order, count, count);
	bool taken[QUESTION_ERAS] = {false}, placed = right.index >= QUESTION_ERAS;
	for (uint32_t i = 0; i < count && i + 1 < QUESTION_CHOICES; i++)
		taken[order[i]] = true;
	/* They stand in the order of the file, which is that of time. */
	for (uint32_t era = 0; era < QUESTION_ERAS && !placed; era++) {
		if (era == right.index)
			question->right = question->count;
		if (era == right.index || taken[era])
			question->choices[question->count++].what = record_ref(THING_ERA, era);
	}
	return question->count > 1;
}

/* ---- what is known of all ---- */

static void eras_gather(const struct result *wider, struct questions_known *known)
{
	const struct record *record = wider->record;
	uint32_t eras = record->counts[THING_ERA] < QUESTION_ERAS ? record->counts[THING_ERA]
								  : QUESTION_ERAS;
	bool held[QUESTION_ERAS] = {false};
	for (uint32_t row = 0; eras && row < wider->event_count; row++) {
		struct ref era = result_event(wider, row)->era;
		if (era.thing == THING_ERA && era.index < eras && !held[era.index]) {
			held[era.index] = true;
			known->eras[known->era_count++] = era.index;
		}
	}
}

/* Where stands were taken at talks, and which words they rest on. */
static void stands_gather(const struct record *record, struct questions_known *known)
{
	uint8_t *stood = arena_alloc(&known->arena, bits_size(record->counts[THING_ERA]), 1);
	uint8_t *cited = arena_alloc(&known->arena, bits_size(record->counts[THING_QUOTE]), 1);
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++) {
		const struct event *event = &record->events[i];
		uint32_t taken = positions_taken(event);
		if (taken && event->era.thing == THING_ERA)
			bit_set(stood, event->era.index);
		for (uint32_t k = 0; k < taken; k++)
			if (event->positions->at[k].quote.thing == THING_QUOTE)
				bit_set(cited, event->positions->at[k].quote.index);
	}
	known->stood = stood;
	known->cited = cited;
}

/* What was spoken of in each era. */
static void themes_gather(const struct record *record, struct questions_known *known)
{
	size_t themes = record->counts[THING_THEME], eras = record->counts[THING_ERA];
	uint8_t *bits = arena_alloc(&known->arena, bits_size(themes * eras), 1);
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++) {
		const struct quote *quote = &record->quotes[i];
		struct ref era = record->events[quote->event].era;
		for (uint32_t k = 0;
			era.thing == THING_ERA && quote->themes && k < quote->themes->count; k++)
			bit_set(bits, era.index * themes + quote->themes->at[k].index);
	}
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++) {
		const struct event *event = &record->events[i];
		for (uint32_t k = 0; event->era.thing == THING_ERA && k < positions_taken(event);
			k++)
			bit_set(bits,
				event->era.index * themes + event->positions->at[k].issue.index);
	}
	known->themes = bits;
}

/* Who has views, and who spoke as holder of several offices. */
static void people_gather(const struct record *record, struct questions_known *known)
{
	struct arena scratch = {0};
	uint32_t people = record->counts[THING_PERSON];
	uint8_t *writers = arena_alloc(&known->arena, bits_size(people), 1);
	uint8_t *offices = arena_alloc(&known->arena, bits_size(people), 1);
	const char **first = arena_alloc(&scratch, people, sizeof *first);
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++) {
		const struct quote *quote = &record->quotes[i];
		uint32_t person = quote->speaker.index;
		if (quote->speaker.thing != THING_PERSON)
			continue;
		if (quote->kind == QUOTE_THESIS)
			bit_set(writers, person);
		if (!quote->role || record_hides(record, record_ref(THING_QUOTE, i)))
			continue;
		if (first[person] && strcmp(first[person], quote->role) != 0)
			bit_set(offices, person);
		first[person] = first[person] ? first[person] : quote->role;
	}
	arena_free(&scratch);
	known->writers = writers;
	known->offices = offices;
}

void choices_begin(struct asking *asking)
{
	dates_gather(asking);
	if (asking->known->record == asking->record)
		return;
	asking->known->record = asking->record;
	eras_gather(asking->wider, asking->known);
	stands_gather(asking->record, asking->known);
	people_gather(asking->record, asking->known);
	themes_gather(asking->record, asking->known);
}
