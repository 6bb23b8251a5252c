/* Behind "speaker:" stands what the field names, by id, whatever of their names is typed. Where no
 * field is typed yet, the fields are offered, and for letters of a name the term that asks for it: so
 * who types "ukr" is shown that "by:ukraine" can be asked. */
#include "ui/core/completion.h"

#include "base/text.h"
#include "layout/words.h"
#include "model/query.h"
#include "query/people.h"
#include "query/terms.h"
#include "ui/core/filter.h"
#include "ui/core/named.h"
#include "ui/core/spot.h"
#include "ui/core/view.h"

#include <string.h>

enum { FIELD_NONE, NAME_LEAST = 2 /* bytes typed, from which names are offered without a field */ };
enum { FIT_PEOPLE = FIT_MEANT + 10 /* before the word itself */ };

/* ---- where the cursor stands ---- */

/* The last term before the cursor, and what of it is being typed. */
struct typing {
	size_t term, value; /* where they begin; the same where no colon has come */
	size_t colon;       /* 0 is none */
	bool quoted;        /* the value is in quotation marks that are open */
};

static struct typing typing_of(const char *text, size_t cursor)
{
	struct typing at = {0, 0, 0, false};
	for (size_t i = 0; i < cursor; i++) {
		if (text[i] == '"')
			at.quoted = !at.quoted;
		else if (at.quoted)
			continue;
		else if (text[i] == ' ')
			at = (struct typing){i + 1, i + 1, 0, false};
		else if (text[i] == ':' && !at.colon)
			at.colon = i, at.value = i + 1;
		else if (text[i] == ',' && at.colon)
			at.value = i + 1;
	}
	return at;
}

static int field_at(const char *name, size_t len)
{
	const struct query_field_row *row;
	for (int field = QUERY_NAMED; (row = query_field_row(field)); field++)
		if (strlen(row->name) == len && text_same_ascii(row->name, name, len))
			return field;
	return FIELD_NONE;
}

/* Whether a word stands for the people of a party behind its name: "the Ukrainian side". */
static bool is_group(const char *word, size_t len)
{
	static const char *const groups[] = {"side", "delegation", "team", "speakers", "officials",
		"negotiators", "diplomats", "politicians", "voices", "quotes", "quotations"};
	for (size_t n = 0; n < sizeof groups / sizeof *groups; n++)
		if (strlen(groups[n]) == len && text_same_ascii(groups[n], word, len))
			return true;
	return false;
}

/* Makes of a word that is all of the query but for such a one behind it what a name is looked for by. */
static void begin_group(struct candidates *list, const char *text, size_t term, size_t cursor)
{
	size_t from = (size_t)(filter_asked(text) - text);
	size_t len = strcspn(text + from, " :,\"-");
	if (!len || from + len + 1 != term || text[from + len] != ' ' ||
		!is_group(text + term, cursor - term))
		return;
	candidates_begin(list, text, from, cursor);
	buf_clear(&list->needle);
	query_fold(&list->needle, text + from, len);
}

void completion_begin(struct app *app, const char *text, size_t cursor, struct candidates *list)
{
	struct typing at = typing_of(text, cursor);
	bool ends = !text[cursor] || text[cursor] == ' ' || text[cursor] == ',';
	size_t minus = text[at.term] == '-' ? 1 : 0;
	size_t from = at.colon ? at.value : at.term + minus;
	size_t mark = text[from] == '"' ? 1 : 0;
	if (from + mark > cursor)
		from = cursor, mark = 0;
	candidates_begin(list, text, from + mark, cursor);
	list->from = from;
	begin_group(list, text, from, cursor);
	list->alone = list->from == (size_t)(filter_asked(text) - text);
	if (at.colon)
		list->field = field_at(text + at.term + minus, at.colon - at.term - minus);
	/* A word in quotation marks is a word, and figures are a date. */
	bool none = at.colon ? list->field == FIELD_NONE
			     : mark || at.quoted || text_is_figure(text[from]) || text[from] == '.';
	list->all = !ends || none;
}

/* ---- what is kept ---- */

/* Keeps a value, in quotation marks where it needs them; with the field before it where none has been
 * typed. */
static void keep_words(struct candidates *list, int fit, int field, const char *value,
	const char *help, struct tongue words)
{
	struct buf text = {0};
	bool marks = strpbrk(value, " ,:\"") != NULL;
	if (!list->field)
		buf_format(&text, "%s:", query_field_row(field)->name);
	buf_text(&text, marks ? "\"" : "");
	buf_text(&text, value);
	buf_text(&text, marks ? "\"" : "");
	if (!strchr(value, '"') && !candidates_have(list, buf_string(&text)) &&
		candidates_want(list, fit))
		candidates_keep(list,
			&(struct candidate){.text = buf_string(&text),
				.help = help,
				.words = words,
				.fit = fit,
				.counts = true});
	buf_free(&text);
}

static void keep_value(
	struct candidates *list, int fit, int field, const char *value, const char *help)
{
	keep_words(list, fit, field, value, help, (struct tongue){0});
}

/* Without a field typed before it, only what begins a word is meant. */
static int fit_here(const struct candidates *list, int fit)
{
	return list->field || fit >= FIT_WORDS - (int)TEXT_OF_NAME ? fit : FIT_NOT;
}

/* ---- the people of a party ---- */

static bool is_of(const char *word, const char *name)
{
	struct buf folded = {0};
	query_fold(&folded, name, strlen(name));
	bool is = people_of(word, buf_string(&folded));
	buf_free(&folded);
	return is;
}

static bool is_its_people(
	const struct candidates *list, const struct record *record, struct ref party)
{
	const struct names *aliases = record_aliases(record, party);
	const char *typed = buf_string(&list->needle);
	bool is = is_of(typed, record_id(record, party)) ||
		is_of(typed, record_name(record, party));
	for (uint32_t i = 0; aliases && !is && i < aliases->count; i++)
		is = is_of(typed, aliases->at[i]);
	return is;
}

/* ---- who is meant by a beginning ---- */

/* Whether all of one's name, or the family's, begins as what is typed. */
static bool name_begins(const struct candidates *list, enum thing thing, const char *name)
{
	struct buf folded = {0};
	const char *typed = buf_string(&list->needle);
	query_fold(&folded, name, strlen(name));
	const char *whole = buf_string(&folded), *family = strrchr(whole, ' ');
	bool begins = strncmp(whole, typed, list->needle.len) == 0 ||
		(thing == THING_PERSON && family &&
			strncmp(family + 1, typed, list->needle.len) == 0);
	buf_free(&folded);
	return begins;
}

/* Whether a single word that is typed, not shorter than this, begins a name of a party or a person. */
static bool is_begun(const struct candidates *list, const struct record *record, struct ref ref)
{
	enum { LEAST = 4 }; /* bytes */
	const struct names *aliases = record_aliases(record, ref);
	if (list->field || !list->alone || list->needle.len < LEAST ||
		(ref.thing != THING_PARTY && ref.thing != THING_PERSON))
		return false;
	bool begun = name_begins(list, ref.thing, record_name(record, ref));
	for (uint32_t i = 0; aliases && !begun && i < aliases->count; i++)
		begun = name_begins(list, ref.thing, aliases->at[i]);
	return begun;
}

/* Notes it of the candidate that asks for what they say. */
static void note_begun(struct candidates *list, const char *id, enum thing thing)
{
	static const char by[] = "by:";
	for (uint32_t i = 0; i < list->count; i++)
		if (strncmp(list->at[i].text, by, sizeof by - 1) == 0 &&
			strcmp(list->at[i].text + sizeof by - 1, id) == 0)
			list->at[i].begun = thing;
}

/* ---- things that have names ---- */

static bool is_named(int field, enum thing thing)
{
	for (const enum thing *named = term_things(field); *named; named++)
		if (*named == thing)
			return true;
	return false;
}

/* Who has said nothing is not offered where it is asked who says something: a party for its people. */
static bool is_asked(struct app *app, int field, struct ref ref)
{
	const char *name = query_field_row(field)->name;
	struct threads *threads = spot_threads(app);
	bool by = strcmp(name, "by") == 0;
	if (!by && strcmp(name, "speaker") != 0)
		return true;
	return by && ref.thing == THING_PARTY ? threads_party_is_heard(threads, ref.index)
					      : threads_of_voice(threads, ref).count > 0;
}

static bool offer_thing(
	struct app *app, struct candidates *list, int field, enum thing thing, uint32_t n)
{
	const struct record *record = app->record;
	struct ref ref = record_ref(thing, n);
	int fit = FIT_NOT;
	if (!is_named(field, thing) || n >= record->counts[thing])
		return false;
	if (record_hides(record, ref))
		return true;
	candidates_try_names(list, record, ref, &fit);
	fit = fit_here(list, fit);
	if (!list->field && thing == THING_PARTY && is_its_people(list, record, ref))
		fit = FIT_PEOPLE;
	if (!list->field && thing == THING_SOURCE) /* there are many: behind all else */
		fit = fit < FIT_START - (int)TEXT_OF_NAME ? FIT_NOT : FIT_INSIDE;
	if (fit > FIT_NOT && is_asked(app, field, ref)) {
		struct buf help = {0};
		bool by = !list->field && strcmp(query_field_row(field)->name, "by") == 0;
		if (by)
			named_says(&help, record, ref, list);
		else
			named_words(&help, record, ref, false, list);
		keep_value(list, fit, field, record_id(record, ref), buf_string(&help));
		if (by && is_begun(list, record, ref))
			note_begun(list, record_id(record, ref), ref.thing);
		buf_free(&help);
	}
	return true;
}

/* ---- values of other fields ---- */

static bool offer_place(struct app *app, struct candidates *list, int field, uint32_t row)
{
	int fit = FIT_NOT;
	if (row >= app->result->event_count)
		return false;
	const char *place = result_event(app->result, row)->location;
	candidates_try(list, place, TEXT_OF_NAME, &fit);
	fit = fit_here(list, fit);
	if (fit > FIT_NOT)
		keep_value(list, fit, field, place, "a place");
	return true;
}

static bool offer_language(struct app *app, struct candidates *list, int field, uint32_t n)
{
	const struct record *record = app->record;
	struct buf help = {0};
	int fit = FIT_NOT;
	if (n >= record->counts[THING_QUOTE])
		return false;
	const char *tag = record->quotes[n].language;
	if (!tag || record_hides(record, record_ref(THING_QUOTE, n)))
		return true;
	words_language(&help, tag);
	candidates_try(list, tag, TEXT_OF_ID, &fit);
	candidates_try(list, buf_string(&help), TEXT_OF_NAME, &fit);
	if (fit > FIT_NOT)
		keep_value(list, fit, field, tag, buf_string(&help));
	buf_free(&help);
	return true;
}

static bool offer_event(struct app *app, struct candidates *list, int field, uint32_t row)
{
	int fit = FIT_NOT;
	if (row >= app->result->event_count)
		return false;
	const struct event *event = result_event(app->result, row);
	candidates_try(list, event->id, TEXT_OF_ID, &fit);
	candidates_try(list, event->title, TEXT_OF_NAME, &fit);
	if (fit > FIT_NOT)
		keep_value(list, fit, field, event->id, event->title);
	return true;
}

static bool offer_quote(struct app *app, struct candidates *list, int field, uint32_t n)
{
	int fit = FIT_NOT;
	if (!named_try_quote(app, list, n, &fit))
		return false;
	if (fit > FIT_NOT) {
		const struct quote *quote = &app->record->quotes[n];
		struct buf help = {0};
		words_speaker_short(&help, app->record, quote);
		buf_text(&help, help.len ? ": " : "");
		const struct tongue words = named_quote_words(&help, app, quote);
		keep_words(list, fit, field, quote->id, buf_string(&help), words);
		buf_free(&help);
	}
	return true;
}

/* Words of the format: "disputed". */
static bool offer_word(struct app *app, struct candidates *list, int field, uint32_t n)
{
	const struct form_words *words = query_field_row(field)->words;
	int fit = FIT_NOT;
	if (!words || n >= (uint32_t)words->count)
		return false;
	candidates_try(list, words->at[n], TEXT_OF_ID, &fit);
	if (fit > FIT_NOT)
		keep_value(list, fit, field, words->at[n], "");
	return true;
}

/* ---- fields ---- */

static bool offer_field(struct app *app, struct candidates *list, uint32_t n)
{
	const struct query_field_row *row = query_field_row(QUERY_NAMED + (int)n);
	struct buf text = {0};
	int fit = FIT_NOT;
	if (!row)
		return false;
	candidates_try(list, row->name, TEXT_OF_ID, &fit);
	candidates_try(list, row->help, TEXT_OF_HELP, &fit);
	if (fit < FIT_WORDS - (int)TEXT_OF_HELP)
		fit = FIT_NOT;
	buf_format(&text, "%s:", row->name);
	if (candidates_want(list, fit))
		candidates_keep(list,
			&(struct candidate){.text = buf_string(&text),
				.help = row->help,
				.fit = fit,
				.goes_on = true});
	buf_free(&text);
	return true;
}

/* ---- part by part ---- */

/* The kinds of thing that have names, in the order in which they are offered, and the field that asks
 * for them where none is typed. */
static const struct {
	enum thing thing;
	const char *field;
} named[] = {{THING_PARTY, "by"}, {THING_PERSON, "by"}, {THING_THEME, "theme"},
	{THING_SOURCE, "source"}, {THING_ERA, "era"}};
enum { NAMED = sizeof named / sizeof *named };

/* Other values, by the field that takes them. */
static const struct {
	const char *field;
	bool (*offer)(struct app *, struct candidates *, int field, uint32_t n);
} others[] = {{"place", offer_place}, {"lang", offer_language}, {"id", offer_event},
	{"id", offer_quote}, {"answers", offer_quote}, {"status", offer_word}, {"kind", offer_word},
	{"has", offer_word}};
enum { OTHERS = sizeof others / sizeof *others };

static int field_named(const char *name)
{
	return field_at(name, strlen(name));
}

/* The nth thing of a part; false behind its last, and in a part that is not asked for. */
static bool offer_part(struct app *app, struct candidates *list, uint32_t part, uint32_t n)
{
	bool bare = !list->field, names = list->needle.len >= NAME_LEAST;
	if (part == 0)
		return bare && offer_field(app, list, n);
	if (bare && !names)
		return false;
	part--;
	if (part < NAMED)
		return offer_thing(app, list, bare ? field_named(named[part].field) : list->field,
			named[part].thing, n);
	part -= NAMED;
	int field = field_named(others[part].field);
	if (field != list->field && (!bare || others[part].offer != offer_place))
		return false;
	return others[part].offer(app, list, field, n);
}

/* Where no name fits a word, one may that begins as it does: "ukrainians" is Ukraine. Takes off its last
 * letter and begins again; false where it is too short, or enough has been taken off. */
static bool shorten(struct candidates *list)
{
	enum { ENDING = 4, LEAST = 4 }; /* bytes */
	struct buf *needle = &list->needle;
	size_t typed = list->to - list->from;
	if (list->count || needle->len <= LEAST || needle->len + ENDING <= typed)
		return false;
	do
		needle->text[--needle->len] = '\0';
	while (needle->len && text_is_inside(needle->text[needle->len]));
	list->part = 1; /* behind the fields */
	return true;
}

void completion_offer(struct app *app, struct candidates *list, uint32_t things)
{
	for (; !list->all && things > 0; things--) {
		if (offer_part(app, list, list->part, list->next++))
			continue;
		list->next = 0;
		list->all = ++list->part == 1 + NAMED + OTHERS && !shorten(list);
	}
	list->all = list->all || candidates_are_enough(list);
}
