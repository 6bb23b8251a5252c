/* Kinds are gone through one after the other, places last: they stand with the events. */
#include "ui/core/named.h"

#include "base/text.h"
#include "layout/words.h"
#include "layout/words_quote.h"
#include "ui/core/view.h"

#include <string.h>

/* The alias that fits, in brackets, where neither id nor name nor title fits as well. */
static void add_alias(
	struct buf *out, const struct record *record, struct ref ref, const struct candidates *list)
{
	const struct names *aliases = record_aliases(record, ref);
	const char *best = NULL;
	int fit = FIT_NOT;
	candidates_try(list, record_id(record, ref), TEXT_OF_NAME, &fit);
	candidates_try(list, record_name(record, ref), TEXT_OF_NAME, &fit);
	for (uint32_t i = 0; aliases && i < aliases->count; i++) {
		int before = fit;
		candidates_try(list, aliases->at[i], TEXT_OF_NAME, &fit);
		best = fit > before ? aliases->at[i] : best;
	}
	if (best)
		buf_format(out, " (%s)", best);
}

void named_words(struct buf *out, const struct record *record, struct ref ref, bool kind,
	const struct candidates *list)
{
	static const char *const kinds[THING_COUNT] = {[THING_ERA] = "era",
		[THING_PARTY] = "party",
		[THING_THEME] = "theme",
		[THING_SOURCE] = "source",
		[THING_PERSON] = "person",
		[THING_VIEW] = "lesson plan"};
	struct ref party = record_party(record, ref);
	if (kind)
		buf_format(out, "%s: ", kinds[ref.thing]);
	if (ref.thing == THING_SOURCE)
		words_source_short(out, record, ref, NULL);
	else
		buf_text(out, record_name(record, ref));
	add_alias(out, record, ref, list);
	if (ref.thing == THING_PERSON && party.thing != THING_NONE) {
		buf_text(out, ", ");
		buf_text(out, record_name(record, party));
	}
}

void named_says(
	struct buf *out, const struct record *record, struct ref ref, const struct candidates *list)
{
	buf_format(out, "what %s says", record_name(record, ref));
	add_alias(out, record, ref, list);
}

struct tongue named_quote_words(struct buf *out, const struct app *app, const struct quote *quote)
{
	enum { MOST = 160 };
	size_t from = out->len, len = strlen(quote->text);
	for (len = len < MOST ? len : MOST; len && text_is_inside(quote->text[len]);)
		len--;
	struct quote_look look = words_quote_look(app->signs, quote);
	buf_text(out, look.before);
	buf_add(out, quote->text, len);
	buf_text(out, look.after);
	for (char *feed = out->text; (feed = strchr(feed, '\n')) != NULL;)
		*feed = ' ';
	return (struct tongue){from, out->len, words_language_number(quote->language)};
}

bool named_try_quote(const struct app *app, const struct candidates *list, uint32_t n, int *fit)
{
	const struct record *record = app->record;
	if (n >= record->counts[THING_QUOTE])
		return false;
	if (!record_hides(record, record_ref(THING_QUOTE, n)) && result_has_quote(app->result, n))
		candidates_try(list, record->quotes[n].id, TEXT_OF_ID, fit);
	return true;
}

static void offer_thing(struct app *app, struct candidates *list, struct ref ref)
{
	const struct record *record = app->record;
	int fit = FIT_NOT;
	candidates_try_names(list, record, ref, &fit);
	if (!candidates_want(list, fit))
		return;
	struct buf help = {0};
	named_words(&help, record, ref, true, list);
	candidates_keep(list,
		&(struct candidate){.text = record_name(record, ref),
			.help = buf_string(&help),
			.fit = fit,
			.of = ref});
	buf_free(&help);
}

static void offer_place(struct candidates *list, const char *place)
{
	int fit = FIT_NOT;
	candidates_try(list, place, TEXT_OF_NAME, &fit);
	if (fit > FIT_NOT && !candidates_have(list, place) && candidates_want(list, fit))
		candidates_keep(
			list, &(struct candidate){.text = place, .help = "a place", .fit = fit});
}

void named_offer(struct app *app, struct candidates *list, uint32_t things)
{
	static const enum thing kinds[] = {THING_PERSON, THING_PARTY, THING_THEME};
	enum { KINDS = sizeof kinds / sizeof *kinds };
	for (; !list->all && things > 0; things--) {
		bool places = list->part == KINDS;
		uint32_t count = places ? app->result->event_count
					: app->record->counts[kinds[list->part]];
		if (list->next == count) {
			list->next = 0;
			list->all = list->part++ == KINDS;
		} else if (places) {
			offer_place(list, result_event(app->result, list->next++)->location);
		} else {
			struct ref ref = record_ref(kinds[list->part], list->next++);
			if (!record_hides(app->record, ref))
				offer_thing(app, list, ref);
		}
	}
}
