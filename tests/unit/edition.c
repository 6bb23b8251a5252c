/* The record that comes with truce keeps the rules that doc/edition.md gives it: nothing for check
 * to say, nothing without an owner, nobody without a sentence, every lesson with its question. */
#include "every.h"

#include "base/node_stored.h"

static struct record *edition(void)
{
	struct diag_list *diags = diag_create();
	struct file_bytes file;
	assert_true(
		file_read("events.yaml", diag_file(diags, "events.yaml", NULL, 0), diags, &file));
	struct load_input input = {"events.yaml", file.bytes, file.len};
	struct record *record = load_record(&input, 1, &(struct stored){0}, diags);
	diag_print(diags, stderr, DIAG_NOTE, false);
	assert_non_null(record);
	for (int level = 0; level < DIAG_LEVEL_COUNT; level++)
		assert_int_equal(diag_count(diags, (enum diag_level)level), 0);
	file_release(&file);
	diag_free(diags);
	return record;
}

static int failures;

static void wants(bool good, const char *id, const char *what)
{
	if (good)
		return;
	fprintf(stderr, "events.yaml: %s: %s\n", id, what);
	failures++;
}

static uint32_t word_count(const char *text)
{
	uint32_t count = 0;
	for (bool within = false; text && *text; text++) {
		bool space = *text == ' ' || *text == '\n';
		count += !space && !within;
		within = !space;
	}
	return count;
}

/* ---- colours ---- */

/* Blue and cyan are one hue where there are eight colours. */
static uint8_t hue_of(const struct record *record, struct ref party)
{
	uint8_t color = record_color(record, party);
	return color == COLOR_CYAN ? COLOR_BLUE : color;
}

/* A party's hue is nobody else's in an event in which both speak or take a stand. */
static void takes_hue(struct record *record, struct ref speaker, struct ref by_hue[COLOR_COUNT],
	const struct event *event)
{
	struct ref party = record_party(record, speaker);
	uint8_t hue = hue_of(record, party);
	if (hue == COLOR_NONE)
		return;
	wants(by_hue[hue].thing == THING_NONE || by_hue[hue].index == party.index, event->id,
		record->parties[party.index].name);
	by_hue[hue] = party;
}

static void test_parties_that_meet_differ_in_hue(void **state)
{
	(void)state;
	failures = 0;
	struct record *record = edition();
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++) {
		const struct event *event = &record->events[i];
		struct ref by_hue[COLOR_COUNT] = {{0}};
		for (uint32_t q = 0; q < event->quote_count; q++)
			takes_hue(record, record->quotes[event->first_quote + q].speaker, by_hue,
				event);
		for (uint32_t k = 0; event->positions && k < event->positions->count; k++)
			takes_hue(record, event->positions->at[k].party, by_hue, event);
	}
	record_free(record);
	assert_int_equal(failures, 0);
}

/* ---- people, sources, themes ---- */

static void test_everybody_has_one_sentence(void **state)
{
	(void)state;
	failures = 0;
	struct record *record = edition();
	for (uint32_t i = 0; i < record->counts[THING_PERSON]; i++) {
		const struct person *person = &record->people[i];
		uint32_t words = word_count(person->about);
		wants(words >= 4 && words <= 24, person->id, "about: a sentence of 4 to 24 words");
	}
	for (uint32_t i = 0; i < record->counts[THING_THEME]; i++)
		wants(record->themes[i].note, record->themes[i].id,
			"note: what a pupil asks first");
	record_free(record);
	assert_int_equal(failures, 0);
}

static void test_every_source_can_be_found(void **state)
{
	(void)state;
	failures = 0;
	struct record *record = edition();
	for (uint32_t i = 0; i < record->counts[THING_SOURCE]; i++) {
		const struct source *source = &record->sources[i];
		const char *const *fields = source->fields;
		wants(fields[SOURCE_SHORT], source->id, "short: what stands under its words");
		wants(fields[SOURCE_URL] || fields[SOURCE_DOI] || fields[SOURCE_ISBN] ||
				fields[SOURCE_ARCHIVE] || fields[SOURCE_NOTE],
			source->id, "an address, or a note that says how it is known");
	}
	record_free(record);
	assert_int_equal(failures, 0);
}

/* ---- positions ---- */

/* Whether a quotation signs the stand by itself: the party's own words or its people's, or the exact
 * words of a document. */
static bool signs(const struct record *record, const struct quote *quote, struct ref party)
{
	return ref_same(record_party(record, quote->speaker), party) ||
		(quote->speaker.thing == THING_SOURCE && quote->kind == QUOTE_QUOTATION);
}

static void test_every_stand_can_be_opened_and_is_signed(void **state)
{
	(void)state;
	failures = 0;
	struct record *record = edition();
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++) {
		const struct event *event = &record->events[i];
		for (uint32_t k = 0; event->positions && k < event->positions->count; k++) {
			const struct position *at = &event->positions->at[k];
			wants(at->quote.thing, event->id, "a stand without words to open");
			wants(!at->quote.thing || at->says.thing ||
					signs(record, &record->quotes[at->quote.index], at->party),
				event->id, "a stand that somebody else reports, and nobody signs");
		}
	}
	record_free(record);
	assert_int_equal(failures, 0);
}

/* ---- lesson plans ---- */

static void sources_shown(const struct record *record, const struct view *view, uint8_t *shown)
{
	for (uint32_t i = 0; view->show && i < view->show->count; i++) {
		struct ref ref = view->show->at[i].thing;
		if (ref.thing == THING_QUOTE)
			shown[record->quotes[ref.index].source.index] = 1;
	}
}

static bool shows_event(const struct record *record, const struct view *view, const char *id)
{
	for (uint32_t i = 0; view->show && i < view->show->count; i++) {
		struct ref ref = view->show->at[i].thing;
		uint32_t event = ref.index;
		if (ref.thing == THING_QUOTE)
			event = record->quotes[ref.index].event;
		if (ref.thing && strcmp(record->events[event].id, id) == 0)
			return true;
	}
	return false;
}

/* A scene of positions shows what its question is about, not all that there is. */
static bool tables_name_issues(const struct view *view)
{
	bool all = true;
	for (uint32_t i = 0; view->show && i < view->show->count; i++) {
		const struct step *step = &view->show->at[i];
		all = all && (step_kind(step) != STEP_POSITIONS || step->issues);
	}
	return all;
}

static void test_every_lesson_asks(void **state)
{
	(void)state;
	static const char *const main_sources[] = {
		"thom-2022", "commentary-2022", "episkopos-2022", "bohdanov-2025", "osw-2025"};
	failures = 0;
	struct record *record = edition();
	uint8_t *shown = calloc(record->counts[THING_SOURCE], 1);
	bool second_round = false;
	for (uint32_t i = 0; i < record->counts[THING_VIEW]; i++) {
		const struct view *view = &record->views[i];
		wants(view->question, view->id, "a lesson without a question");
		wants(view->minutes > 0, view->id, "a lesson without minutes");
		wants(tables_name_issues(view), view->id, "a table whose issues are not named");
		sources_shown(record, view, shown);
		second_round |= shows_event(record, view, "second-round-2025");
	}
	wants(second_round, "second-round-2025", "in no lesson");
	for (uint32_t i = 0; i < record->counts[THING_SOURCE]; i++)
		for (size_t k = 0; k < sizeof main_sources / sizeof *main_sources; k++)
			wants(strcmp(record->sources[i].id, main_sources[k]) != 0 || shown[i],
				main_sources[k], "in no lesson");
	free(shown);
	record_free(record);
	assert_int_equal(failures, 0);
}

/* ---- whose voice ---- */

static uint32_t own_words(const struct record *record)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++) {
		const struct event *event = &record->events[i];
		count += word_count(event->summary) + word_count(event->outcome);
		count += word_count(event->more ? event->more->note : NULL);
	}
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++) {
		const struct quote *quote = &record->quotes[i];
		count += word_count(quote->note);
		for (uint32_t k = 0; quote->also_in && k < quote->also_in->count; k++)
			count += word_count(quote->also_in->at[k].note);
	}
	for (uint32_t i = 0; i < record->counts[THING_PARALLEL]; i++)
		count += word_count(record->parallels[i].note);
	return count;
}

/* From the top down the days on which they began, but for what has only a month or a year. */
static void test_events_stand_in_the_order_of_time(void **state)
{
	(void)state;
	failures = 0;
	struct record *record = edition();
	int64_t latest = INT64_MIN;
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++) {
		const struct event *event = &record->events[i];
		if (event->date->certainty != DATE_EXACT)
			continue;
		wants(event->date->sort >= latest, event->id,
			"date: an event above it began later; `order` puts those of one day in "
			"order");
		latest = event->date->sort;
	}
	record_free(record);
	assert_int_equal(failures, 0);
}

static void test_the_quoted_have_more_words_than_the_curator(void **state)
{
	(void)state;
	struct record *record = edition();
	uint32_t quoted = 0;
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++)
		quoted += word_count(record->quotes[i].text);
	assert_in_range(own_words(record), 1, quoted);
	record_free(record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_everybody_has_one_sentence),
		cmocka_unit_test(test_every_source_can_be_found),
		cmocka_unit_test(test_every_stand_can_be_opened_and_is_signed),
		cmocka_unit_test(test_every_lesson_asks),
		cmocka_unit_test(test_events_stand_in_the_order_of_time),
		cmocka_unit_test(test_parties_that_meet_differ_in_hue),
		cmocka_unit_test(test_the_quoted_have_more_words_than_the_curator),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
