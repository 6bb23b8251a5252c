/* A name that was mistyped is near another; so all names of people, parties, themes and places are
 * compared, folded, with the family names by themselves. Of a whole question the words are tried one by
 * one, and then those together that tell most. */
#include "ui/core/find_none.h"

#include "base/suggest.h"
#include "base/text.h"
#include "layout/words.h"
#include "model/query.h"
#include "query/names.h"
#include "query/search_near.h"
#include "ui/core/filter.h"
#include "ui/core/spot.h"

#include <string.h>

enum { WORDS_LOOKED_AT = 256 * 1024 }; /* bytes, of the words of a long record */

struct nearest {
	struct suggest suggest;
	struct arena arena;
	const char *name; /* the nearest, as the record has it */
};

static void try_name(struct nearest *nearest, const char *name)
{
	struct buf folded = {0};
	if (!name)
		return;
	query_fold(&folded, name, strlen(name));
	if (suggest_feed(&nearest->suggest, buf_kept(&folded, &nearest->arena)))
		nearest->name = name;
	buf_free(&folded);
}

static void try_thing(struct nearest *nearest, const struct record *record, struct ref ref)
{
	const struct names *aliases = record_aliases(record, ref);
	const char *name = record_name(record, ref), *family = strrchr(name, ' ');
	try_name(nearest, name);
	if (ref.thing == THING_PERSON && family)
		try_name(nearest, family + 1);
	for (uint32_t i = 0; aliases && i < aliases->count; i++)
		try_name(nearest, aliases->at[i]);
}

/* The nearest name; NULL where none is near. */
static const char *nearest_name(const struct app *app, const char *text)
{
	static const enum thing kinds[] = {THING_PERSON, THING_PARTY, THING_THEME};
	const struct record *record = app->record;
	struct nearest nearest = {.name = NULL};
	struct buf typed = {0};
	query_fold(&typed, text, strlen(text));
	suggest_start(&nearest.suggest, buf_string(&typed));
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
		for (uint32_t i = 0; i < record->counts[kinds[k]]; i++)
			if (!record_hides(record, record_ref(kinds[k], i)))
				try_thing(&nearest, record, record_ref(kinds[k], i));
	for (uint32_t row = 0; row < app->result->event_count; row++)
		try_name(&nearest, result_event(app->result, row)->location);
	arena_free(&nearest.arena);
	buf_free(&typed);
	return nearest.name;
}

/* Whether it is one date, to whose nearest day the palette leads. */
static bool is_date(const char *text)
{
	struct arena arena = {0};
	struct date date;
	struct date_problem problem;
	bool is = date_parse_typed(&arena, text, strlen(text), &date, &problem);
	arena_free(&arena);
	return is;
}

/* Adds why it is no date, of what begins with a figure. */
static void add_date(struct buf *out, const char *text)
{
	struct arena arena = {0};
	struct date date;
	struct date_problem problem;
	if (!date_parse_typed(&arena, text, strlen(text), &date, &problem))
		buf_format(out, "; a date: %s", problem.reason);
	arena_free(&arena);
}

/* The words, with a space between: hyphens and dashes part words as well. Returns how many. */
static int add_query(struct buf *out, const char *text)
{
	int words = 0;
	bool inside = false;
	size_t bytes;
	for (const char *at = text; *at; at += bytes) {
		bool word = text_is_word(text_decode(at, strlen(at), &bytes)) ||
			(inside && (*at == '\'' || strncmp(at, "’", bytes) == 0));
		if (word && !inside && words++)
			buf_char(out, ' ');
		if (word)
			buf_add(out, at, bytes);
		inside = word;
	}
	return words;
}

/* ---- what some of the words lead to ---- */

enum {
	SENTENCE = 3,    /* words: two may be a name that was mistyped */
	WORDS_MOST = 16, /* are looked at, */
	KEPT_MOST = 3,   /* and these kept */
	COMMON = 3       /* a word in one of so many events tells little */
};

struct word {
	const char *at;
	size_t len;
	uint32_t events; /* that have it, */
	bool named;      /* and whether it names somebody */
};

/* English words with which one asks, and that say nothing of what is asked for. */
static bool is_asking(const char *folded)
{
	static const char words[] =
		" a about after all am an and answer answered answering answers any are as "
		"ask asked at be because been before between by can could did do does for "
		"from had has have he her him his how i in into is it its know made make "
		"many me mean means meant mention mentioned mentions much not of on or "
		"our replied reply said saw say saying says she should so spoke spoken "
		"tell tells than that the their them then there these they think this "
		"those thought to told us was we were what when where whether which who "
		"whom whose why will with word words would you your ";
	struct buf with = {0};
	buf_format(&with, " %s ", folded);
	bool is = strstr(words, buf_string(&with));
	buf_free(&with);
	return is;
}

static bool is_name(const struct record *record, const char *folded)
{
	static const enum thing kinds[] = {
		THING_PERSON, THING_PARTY, THING_SOURCE, THING_ERA, THING_NONE};
	struct arena arena = {0};
	struct names_set set = {{0}};
	const struct query_value value = {.text = folded, .len = strlen(folded)};
	bool is = names_add(record, kinds, &value, &arena, &set);
	arena_free(&arena);
	return is;
}

/* How many events of what is shown a query leaves; 0 also where it is none. */
static uint32_t events_of(struct app *app, const char *query)
{
	struct arena arena = {0};
	struct result result = {0};
	struct query_problem problem = {0};
	uint32_t events = filter_try(app, query, &arena, &result, &problem) ? result.event_count
									    : 0;
	arena_free(&arena);
	return events;
}

/* Of a query's words those that something has, and that tell something. */
static int words_read(struct app *app, const char *query, struct word words[WORDS_MOST])
{
	int count = 0;
	size_t len;
	for (const char *at = query; *at && count < WORDS_MOST; at += len + (at[len] == ' ')) {
		struct buf typed = {0}, folded = {0};
		len = date_typed_len(at, strlen(at)); /* it may have several words */
		len = len ? len : strcspn(at, " ");
		buf_add(&typed, at, len);
		query_fold(&folded, at, len);
		struct word word = {at, len, 0, false};
		if (folded.len && !is_asking(buf_string(&folded))) {
			word.events = events_of(app, buf_string(&typed));
			word.named = word.events && is_name(app->record, buf_string(&folded));
		}
		if (word.named || (word.events && word.events <= app->result->event_count / COMMON))
			words[count++] = word;
		buf_free(&typed);
		buf_free(&folded);
	}
	return count;
}

/* Names before all else, then what few have; of equals the first. */
static bool tells_more(const struct word *a, const struct word *b)
{
	return a->named != b->named ? a->named : a->events < b->events;
}

/* Writes those that are kept, in the order in which they were typed. */
static void kept_write(struct buf *out, const struct word *words, int count, uint32_t kept)
{
	buf_clear(out);
	for (int n = 0; n < count; n++) {
		if (!(kept & UINT32_C(1) << n))
			continue;
		buf_text(out, out->len ? " " : "");
		buf_add(out, words[n].at, words[n].len);
	}
}

/* Keeps the word that tells most, then of the others, as they tell, what an event has together with those
 * kept before. */
static void offer_some(struct app *app, const char *query, struct offer *offer)
{
	struct word words[WORDS_MOST] = {{0}};
	int count = words_read(app, query, words);
	uint32_t kept = 0, tried = 0;
	for (int n = 0; n < count && offer->word_count < KEPT_MOST; n++) {
		int best = -1;
		for (int k = 0; k < count; k++)
			if (!(tried & UINT32_C(1) << k) &&
				(best < 0 || tells_more(&words[k], &words[best])))
				best = k;
		tried |= UINT32_C(1) << best;
		kept_write(&offer->query, words, count, kept | UINT32_C(1) << best);
		uint32_t events = events_of(app, buf_string(&offer->query));
		if (!events)
			continue;
		kept |= UINT32_C(1) << best;
		offer->events = events;
		offer->word_count++;
	}
	kept_write(&offer->query, words, count, kept);
	offer->kind = !kept ? OFFER_NONE : offer->word_count == 1 ? OFFER_ONE : OFFER_SOME;
}

void find_offer(struct app *app, const char *text, struct offer *offer)
{
	struct buf query = {0};
	*offer = (struct offer){.kind = OFFER_NONE};
	const char *asked = filter_asked(text);
	int count = add_query(&query, asked), least = asked == text ? 2 : 1;
	if (!app->filter->query.len && !spot_is_over(app) && count >= least) {
		offer->events = events_of(app, buf_string(&query));
		if (offer->events) {
			offer->kind = OFFER_ALL;
			offer->word_count = (uint32_t)count;
			buf_text(&offer->query, buf_string(&query));
		} else if (count >= SENTENCE) {
			offer_some(app, buf_string(&query), offer);
		}
	}
	buf_free(&query);
}

void find_offer_words(const struct offer *offer, struct buf *out)
{
	if (offer->kind == OFFER_ONE) { /* it is looked for, in names as well */
		buf_format(out, "what has %s", buf_string(&offer->query));
		return;
	}
	words_number(out, offer->events, "event", "events");
	buf_text(out, offer->kind == OFFER_ALL ? " with all its words" : " with ");
	for (const char *at = buf_string(&offer->query); offer->kind != OFFER_ALL && *at; at++)
		if (*at == ' ')
			buf_text(out, ", ");
		else
			buf_char(out, *at);
}

bool find_none_near(
	struct app *app, const char *text, const struct pattern *pattern, struct buf *near)
{
	if (pattern->days || (*text >= '0' && *text <= '9') || filter_is_on(app))
		return false;
	const char *name = nearest_name(app, text);
	if (name) {
		buf_text(near, name);
		return true;
	}
	struct buf folded = {0};
	query_fold(&folded, text, strlen(text));
	bool found = search_word_near(
		filter_search(app), app->result, buf_string(&folded), WORDS_LOOKED_AT, near);
	buf_free(&folded);
	return found;
}

void find_none_words(struct app *app, struct buf *out, const char *text,
	const struct pattern *pattern, const struct offer *offer, bool told)
{
	struct buf near = {0};
	buf_text(out, "no match");
	if (offer->kind == OFFER_ALL || (offer->kind != OFFER_NONE && !told)) {
		buf_text(out, "; Enter again shows ");
		find_offer_words(offer, out);
		return;
	}
	if (told)
		buf_text(out, "; Enter again shows where it is told of");
	else if (filter_is_on(app))
		buf_text(out, " in what is shown; Esc, then \\ shows everything");
	else if (pattern->days && !pattern->days->yearly && is_date(text))
		buf_text(out, "; : leads to the nearest day");
	else if (!pattern->days && *text >= '0' && *text <= '9')
		add_date(out, text);
	else if (find_none_near(app, text, pattern, &near))
		buf_format(out, "; Enter again finds %s", buf_string(&near));
	else
		buf_text(out, "; Tab lists names, F1 shows examples");
	buf_free(&near);
}
