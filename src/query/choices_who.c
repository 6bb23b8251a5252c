/* Wrong choices are looked for near the words in time: other voices get points for what they share with the
 * speaker, and lots decide between equals.
 *
 * Say Hale speaks as minister. Another minister of the same party, in the same era and on the same
 * theme, has (8 + 4 + 3 + 2 + 18) * 4 points and a lot of 0 to 3. A person of another era, party and
 * theme, without an office, has 3 * 4 points and a lot. Whoever a class has heard in the same lesson comes
 * before all who are strange to it. */
#include "query/choices_parts.h"

#include "base/bits.h"
#include "query/echoes.h"
#include "query/giveaway.h"

#include <string.h>

enum {
	NEAR = 600,  /* quotations before and after, where other voices are looked for, */
	TRIES = 600, /* and of all others as many, where there are too few */
	VOICES_MOST = 64,
	SIDE = 18,  /* points, more than for all else that one can share, */
	HEARD = 40, /* and more than for all of it */
};

struct voice {
	struct ref ref;
	const char
		*role; /* at its last words before the asked ones, else at the first behind them, */
	int64_t before; /* and how far these lie (days_before) */
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

/* How many days other words lie before these; those that lie behind count as more than any before, and those
 * without a day as most. */
static int64_t days_before(
	const struct record *record, const struct quote *quote, const struct quote *other)
{
	const struct date *one = quote_said(record, quote), *two = quote_said(record, other);
	if (!one || !two || one->sort == DATE_NO_SORT || two->sort == DATE_NO_SORT)
		return INT64_MAX;
	return two->sort <= one->sort ? one->sort - two->sort
				      : INT64_MAX / 2 + (two->sort - one->sort);
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

/* Whether a voice is no choice: it says elsewhere what could be these words; or it is a party of which they
 * speak, or one that a class never met. */
static bool is_out(
	const struct asking *asking, const struct quote *quote, const struct quote *other)
{
	return pool_same_matter(asking->record, quote, other) ||
		(other->speaker.thing == THING_PARTY &&
			(speaks_of_other(asking, quote, other->speaker) ||
				(asking->heard && !pool_was_met(asking->shown, quote, other))));
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
	const char *role = role_of(other);
	int64_t before = days_before(asking->record, quote, other);
	if (!is_new && role && (!voices[n].role || before < voices[n].before)) {
		voices[n].role = role;
		voices[n].before = before;
	}
	if (!is_new && voices[n].points >= points)
		return;
	if (is_new &&
		(pool_could_be(asking->record, quote, ref) ||
			giveaway_has_name(asking->record, buf_string(&asking->folded), ref) ||
			(strange && echoes_alike(quote->text, other->text))))
		return;
	if (!is_new) {
		role = voices[n].role;
		before = voices[n].before;
	}
	voices[n] = (struct voice){ref, role, before, points, far, out};
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
