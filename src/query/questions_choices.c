/* Wrong choices are gathered where they are most alike: other voices near the words in time are given points for what
 * they share with the speaker; lots decide between equals. */
#include "query/questions_asking.h"

#include <string.h>

enum {
	NEAR = 600, /* quotations before and after, where other voices are looked for */
	VOICES_MOST = 64,
	DAYS_APART = 60, /* between dates to choose from, where the record is long */
};

/* ---- who said it ---- */

struct voice {
	struct ref ref;
	const char *role;
	uint32_t points;
};

static bool same_ref(struct ref a, struct ref b)
{
	return a.thing == b.thing && a.index == b.index;
}

static bool share_theme(const struct quote *a, const struct quote *b)
{
	for (uint32_t i = 0; a->themes && i < a->themes->count; i++)
		for (uint32_t k = 0; b->themes && k < b->themes->count; k++)
			if (same_ref(a->themes->at[i], b->themes->at[k]))
				return true;
	return false;
}

/* What another quotation's speaker has in common with this one's: the talks above all, then the office. */
static uint32_t likeness(
	struct asking *asking, const struct quote *quote, const struct quote *other)
{
	const struct record *record = asking->record;
	struct ref era = record->events[quote->event].era;
	uint32_t points = 8 * same_ref(era, record->events[other->event].era);
	if (quote->role && other->role) {
		struct buf role = {0};
		points += 4 * pool_has_word_of(pool_folded(&role, quote->role), other->role);
		buf_free(&role);
	}
	points += 3 * (quote->speaker.thing == other->speaker.thing);
	points += 2 * share_theme(quote, other);
	points += 3 *
		same_ref(
			record_party(record, quote->speaker), record_party(record, other->speaker));
	return points * 4 + draw_below(asking->draw, 4);
}

/* Notes the voice of a quotation, or that it is more alike than was known. */
static void voice_note(struct asking *asking, const struct quote *quote, const struct quote *other,
	struct voice *voices, uint32_t *count)
{
	struct ref ref = other->speaker;
	if ((ref.thing != THING_PERSON && ref.thing != THING_SOURCE) ||
		same_ref(ref, quote->speaker) || other->status == STATUS_MISATTRIBUTED)
		return;
	uint32_t n = 0, points = likeness(asking, quote, other);
	while (n < *count && !same_ref(voices[n].ref, ref))
		n++;
	bool new = n == *count;
	if (n == VOICES_MOST)
		return;
	if (!new && !voices[n].role)
		voices[n].role = other->role;
	if (!new &&voices[n].points >= points)
		return;
	if (new &&
		(pool_same_name(asking->record, ref, quote->speaker) ||
			pool_has_name(asking->record, buf_string(&asking->folded), ref)))
		return;
	const char *role = other->role || new ? other->role : voices[n].role;
	voices[n] = (struct voice){ref, role, points};
	*count += new;
}

static void voices_gather(
	struct asking *asking, const struct quote *quote, struct voice *voices, uint32_t *count)
{
	const struct record *record = asking->record;
	uint32_t index = (uint32_t)(quote - record->quotes), total = record->counts[THING_QUOTE];
	uint32_t from = index > NEAR ? index - NEAR : 0;
	uint32_t to = index + NEAR < total ? index + NEAR : total;
	for (uint32_t q = from; q < to; q++)
		if (result_has_quote(asking->wider, q))
			voice_note(asking, quote, &record->quotes[q], voices, count);
	for (uint32_t tries = 0; *count < QUESTION_CHOICES && tries < NEAR && to - from < total;
		tries++) {
		uint32_t q = draw_below(asking->draw, total);
		if (result_has_quote(asking->wider, q))
			voice_note(asking, quote, &record->quotes[q], voices, count);
	}
}

/* Takes the voice with the most points out of the list. */
static struct voice voice_take(struct voice *voices, uint32_t *count)
{
	uint32_t best = 0;
	for (uint32_t i = 1; i < *count; i++)
		if (voices[i].points > voices[best].points)
			best = i;
	struct voice taken = voices[best];
	voices[best] = voices[--*count];
	return taken;
}

static bool is_called_like_a_choice(
	const struct record *record, const struct question *question, struct ref ref)
{
	for (uint32_t i = 0; i < question->count; i++)
		if (pool_same_name(record, question->choices[i].what, ref))
			return true;
	return false;
}

/* The choices by lot, the right one among them. */
static void choices_mix(struct draw *draw, struct question *question)
{
	struct question_choice choices[QUESTION_CHOICES];
	uint32_t order[QUESTION_CHOICES] = {0, 1, 2, 3};
	memcpy(choices, question->choices, sizeof choices);
	draw_shuffle(draw, order, question->count, question->count);
	for (uint32_t i = 0; i < question->count; i++) {
		question->choices[i] = choices[order[i]];
		if (order[i] == 0)
			question->right = i;
	}
}

bool asking_who(struct asking *asking, const struct quote *quote, struct question *question)
{
	struct voice voices[VOICES_MOST];
	uint32_t count = 0;
	if (pool_has_name(asking->record, buf_string(&asking->folded), quote->speaker))
		return false;
	voices_gather(asking, quote, voices, &count);
	question->choices[question->count++] = (struct question_choice){
		.what = quote->speaker, .role = quote->role};
	while (count && question->count < QUESTION_CHOICES) {
		struct voice voice = voice_take(voices, &count);
		if (!is_called_like_a_choice(asking->record, question, voice.ref))
			question->choices[question->count++] = (struct question_choice){
				.what = voice.ref, .role = voice.role};
	}
	choices_mix(asking->draw, question);
	return question->count > 1;
}

/* ---- when was it said ---- */

static bool has_days(const struct date *date)
{
	return date && date->earliest > DATE_UNKNOWN_START && date->latest < DATE_UNKNOWN_END &&
		date->certainty != DATE_POSSIBLY && date->certainty != DATE_POSSIBLY_ABOUT;
}

static bool lie_apart(const struct date *a, const struct date *b, int64_t days)
{
	return a->latest + days < b->earliest || b->latest + days < a->earliest;
}

/* Dates to choose from: those of all quotations, or of a draw from many; and how far apart they are to be. */
void asking_dates(struct asking *asking)
{
	const struct record *record = asking->record;
	uint32_t total = record->counts[THING_QUOTE];
	int64_t first = INT64_MAX, last = INT64_MIN;
	for (uint32_t i = 0; i < total && i < ASKING_DATES; i++) {
		uint32_t q = total > ASKING_DATES ? draw_below(asking->draw, total) : i;
		const struct date *date = quote_said(record, &record->quotes[q]);
		if (!result_has_quote(asking->wider, q) || !has_days(date))
			continue;
		asking->dates[asking->date_count++] = date;
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
		if (!lie_apart(question->choices[i].date, date, asking->apart))
			return false;
	return true;
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

bool asking_when(struct asking *asking, const struct quote *quote, struct question *question)
{
	const struct date *said = quote_said(asking->record, quote);
	uint32_t order[ASKING_DATES];
	if (!has_days(said) || pool_has_year(quote->text))
		return false;
	question->choices[question->count++].date = said;
	for (uint32_t i = 0; i < asking->date_count; i++)
		order[i] = i;
	draw_shuffle(asking->draw, order, asking->date_count, asking->date_count);
	for (uint32_t i = 0; i < asking->date_count && question->count < QUESTION_CHOICES; i++)
		if (fits(asking, question, asking->dates[order[i]]))
			question->choices[question->count++].date = asking->dates[order[i]];
	choices_sort(question);
	return question->count > 1;
}

/* ---- about which talks ---- */

void asking_eras(struct asking *asking)
{
	const struct record *record = asking->record;
	uint32_t eras = record->counts[THING_ERA] < ASKING_ERAS ? record->counts[THING_ERA]
								: ASKING_ERAS;
	bool held[ASKING_ERAS] = {false};
	for (uint32_t row = 0; eras && row < asking->wider->event_count; row++) {
		struct ref era = result_event(asking->wider, row)->era;
		if (era.thing == THING_ERA && era.index < eras && !held[era.index]) {
			held[era.index] = true;
			asking->eras[asking->era_count++] = era.index;
		}
	}
}

bool asking_talks(struct asking *asking, const struct quote *quote, struct question *question)
{
	const struct record *record = asking->record;
	struct ref right = record->events[quote->event].era;
	uint32_t order[ASKING_ERAS], count = 0;
	const char *place = record->events[quote->event].location;
	if (right.thing != THING_ERA || pool_has_year(quote->text) ||
		(place && pool_has_word_of(buf_string(&asking->folded), place)))
		return false;
	for (uint32_t i = 0; i < asking->era_count; i++) {
		const char *title = record->eras[asking->eras[i]].title;
		if (pool_has_word_of(buf_string(&asking->folded), title))
			return false;
		if (asking->eras[i] != right.index)
			order[count++] = asking->eras[i];
	}
	draw_shuffle(asking->draw, order, count, count);
	bool taken[ASKING_ERAS] = {false}, placed = right.index >= ASKING_ERAS;
	for (uint32_t i = 0; i < count && i + 1 < QUESTION_CHOICES; i++)
		taken[order[i]] = true;
	/* They stand in the order of the file, which is that of time. */
	for (uint32_t era = 0; era < ASKING_ERAS && !placed; era++) {
		if (era == right.index)
			question->right = question->count;
		if (era == right.index || taken[era])
			question->choices[question->count++].what = record_ref(THING_ERA, era);
	}
	return question->count > 1;
}
