/* The record as of a day, of every record of the tests on every day that matters in it: it only
 * grows, nothing in it names what is left out, and none of its texts is printed. */
#include "tests/unit/every.h"

#include "base/bits.h"
#include "print/print.h"
#include "query/past.h"
#include "tests/effort.h"

/* ---- what is left has no way to what is not ---- */

static void ref_stays(void *context, const struct form_field *field, struct ref *ref)
{
	const struct record *past = context;
	(void)field;
	if (record_hides(past, *ref))
		fail_msg("%s \"%s\" is named", form_noun(&forms[ref->thing]),
			record_id(record_whole(past), *ref));
}

/* No date of it is to come, but for those of sources, and of eras that are coarse. */
static void dates_have_come(const struct record *past, enum thing thing, const void *at)
{
	const struct form *form = &forms[thing];
	for (uint8_t n = 0; n < form->count; n++) {
		const struct form_field *field = &form->fields[n];
		const void *member = form_member(form, field, at);
		const struct date *date;
		if ((field->kind != FIELD_DATE && field->kind != FIELD_DATE_OS) ||
			!form_has(field, member))
			continue;
		memcpy(&date, member, sizeof date);
		bool span = thing == THING_EVENT || thing == THING_ERA;
		bool cited = thing == THING_SOURCE && strcmp(field->name, "issued") == 0;
		bool coarse = thing == THING_ERA && !strpbrk(date->edtf, "/{[");
		bool open = span && !date_is_day(date->latest);
		if (!past_date(date, past->day) && !cited && !coarse && !open &&
			thing != THING_VIEW)
			fail_msg("\"%s\" of %s \"%s\" is to come", date->edtf, form_noun(form),
				*(const char *const *)at);
	}
}

static void refs_stay(const struct record *past)
{
	const struct form_visit visit = {.ref = ref_stays, .context = (void *)(uintptr_t)past};
	for (enum thing thing = THING_ERA; thing < THING_EDITOR; thing++)
		for (uint32_t i = 0; i < past->counts[thing]; i++)
			if (past->whole && !record_hides(past, record_ref(thing, i)))
				dates_have_come(
					past, thing, form_thing(past, record_ref(thing, i)));
	for (enum thing thing = THING_ERA; thing < THING_EDITOR; thing++)
		for (uint32_t i = 0; i < past->counts[thing]; i++)
			if (!record_hides(past, record_ref(thing, i)))
				form_refs(&forms[thing], form_thing(past, record_ref(thing, i)),
					&visit);
}

/* Renderings of one utterance stay so, by one of them that is there. */
static void utterances_stay(const struct record *past)
{
	const struct record *whole = record_whole(past);
	for (uint32_t a = 0; past->utterances && a < past->counts[THING_QUOTE]; a++) {
		if (record_hides(past, record_ref(THING_QUOTE, a)))
			continue;
		assert_false(record_hides(past, record_ref(THING_QUOTE, quote_utterance(past, a))));
		for (uint32_t b = 0; b < a; b++)
			if (!record_hides(past, record_ref(THING_QUOTE, b)))
				assert_true(
					(quote_utterance(past, a) == quote_utterance(past, b)) ==
					(quote_utterance(whole, a) == quote_utterance(whole, b)));
	}
}

/* How many things, and how many texts and references of them, there are. */
static size_t size_of(const struct record *past)
{
	size_t size = 0;
	for (enum thing thing = THING_ERA; thing < THING_EDITOR; thing++)
		for (uint32_t i = 0; i < past->counts[thing]; i++) {
			const void *at = form_thing(past, record_ref(thing, i));
			if (record_hides(past, record_ref(thing, i)))
				continue;
			for (uint8_t n = 0; n < forms[thing].count; n++)
				size += form_has(&forms[thing].fields[n],
					form_member(&forms[thing], &forms[thing].fields[n], at));
		}
	return size;
}

static void it_grows_and_names_nothing_else(void **state)
{
	(void)state;
	for (int i = 0; every_record[i]; i++) {
		struct record *record = every_read(every_record[i]);
		struct every_terms terms = {0};
		struct every_days days = every_days(record);
		size_t before = 0;
		for (size_t k = 0; k < days.count; k++) {
			struct arena arena = {0};
			const struct record *past = past_record(record, days.at[k], &arena);
			assert_ptr_equal(record_whole(past), record);
			assert_ptr_equal(past_record(past, days.at[k], &arena), past);
			assert_ptr_equal(past_record(past, DATE_OPEN_END, &arena), record);
			refs_stay(past);
			utterances_stay(past);
			size_t now = size_of(past);
			assert_true(now >= before);
			before = now;
			arena_free(&arena);
		}
		every_free(record, &terms, &days);
	}
}

/* What was known that day is the same under every query. */
static void a_query_changes_nothing_of_it(void **state)
{
	(void)state;
	for (int i = 0; every_record[i]; i++) {
		struct record *record = every_read(every_record[i]);
		struct every_terms terms = every_terms(record);
		struct every_days days = every_days(record);
		for (size_t k = 0; k < days.count; k += 1 + days.count / 8) {
			struct arena whole = {0};
			struct result all;
			every_select(record, NULL, days.at[k], &whole, &all);
			assert_null(all.known);
			assert_true(all.day == days.at[k]);
			for (size_t t = 0; t < terms.count; t += 1 + terms.count / 100) {
				struct arena arena = {0};
				struct result some;
				every_select(all.record, terms.at[t], days.at[k], &arena, &some);
				assert_ptr_equal(some.record, all.record);
				assert_int_equal(result_known(&some)->event_count, all.event_count);
				assert_int_equal(result_known(&some)->quote_count, all.quote_count);
				arena_free(&arena);
			}
			arena_free(&whole);
		}
		every_free(record, &terms, &days);
	}
}

/* ---- nothing of it is printed ---- */

enum { PART = 8 /* bytes */, PARTS = 1 << 20 };

struct page {
	char *text;
	uint8_t *parts; /* a bit for each eight bytes that stand in the text; some for others too */
	const char *record;
	int64_t day;
	const struct record *past;
};

static uint32_t part_at(const char *text)
{
	uint64_t part;
	memcpy(&part, text, PART);
	return (uint32_t)(part * UINT64_C(0x9e3779b97f4a7c15) >> 44);
}

static void page_read(struct page *page, size_t len)
{
	page->parts = mem_zero(PARTS / 8, 1);
	for (size_t at = 0; at + PART <= len; at++)
		bit_set(page->parts, part_at(page->text + at));
}

/* Whether a text stands on the page. Most do not, and the first bytes of them show it. */
static bool page_has(const struct page *page, const char *text)
{
	for (size_t at = 0, len = strlen(text); at + PART <= len; at++)
		if (!bit_get(page->parts, part_at(text + at)))
			return false;
	return strstr(page->text, text) != NULL;
}

/* Whether a thing that stays has the same text: all of it, in any field. */
static bool stays(const struct record *past, const char *text)
{
	for (enum thing thing = THING_ERA; thing < THING_EDITOR; thing++)
		for (uint32_t i = 0; i < past->counts[thing]; i++) {
			const char *at = form_thing(past, record_ref(thing, i));
			for (uint8_t n = 0; n < forms[thing].count; n++) {
				const struct form_field *field = &forms[thing].fields[n];
				const char *other = NULL;
				if (field->kind == FIELD_TEXT && !(field->flags & FIELD_MORE))
					memcpy(&other, at + field->offset, sizeof other);
				if (other && strcmp(other, text) == 0)
					return true;
			}
		}
	return false;
}

/* Shorter texts than are telling may stand in other words. */
static void lacks(const struct page *page, const char *text, size_t telling)
{
	if (!text || strlen(text) < telling || !page_has(page, text) || stays(page->past, text))
		return;
	struct buf day = {0};
	date_day_text(page->day, &day);
	fail_msg("%s as of %s has \"%s\"", page->record, buf_string(&day), text);
}

static const char *outcome_hidden(const struct event *event, const struct event *past)
{
	return past->outcome ? NULL : event->outcome;
}

static void page_lacks_what_is_hidden(const struct page *page)
{
	const struct record *past = page->past;
	const struct record *whole = record_whole(past);
	for (uint32_t i = 0; i < whole->counts[THING_EVENT]; i++) {
		const struct event *event = &whole->events[i];
		lacks(page, outcome_hidden(event, &past->events[i]), 8);
		if (record_hides(past, record_ref(THING_EVENT, i))) {
			lacks(page, event->title, 16);
			lacks(page, event->summary, 16);
		}
	}
	for (uint32_t i = 0; i < whole->counts[THING_QUOTE]; i++) {
		lacks(page, whole->quotes[i].note, 16);
		if (record_hides(past, record_ref(THING_QUOTE, i)))
			lacks(page, whole->quotes[i].text, 24);
	}
	for (uint32_t i = 0; i < whole->counts[THING_PARALLEL]; i++)
		if (record_hides(past, record_ref(THING_PARALLEL, i)))
			lacks(page, whole->parallels[i].claim, 8);
	for (uint32_t i = 0; i < whole->counts[THING_PERSON]; i++)
		if (record_hides(past, record_ref(THING_PERSON, i)))
			lacks(page, whole->people[i].name, 12);
	for (uint32_t i = 0; i < whole->counts[THING_SOURCE]; i++)
		if (record_hides(past, record_ref(THING_SOURCE, i)))
			lacks(page, whole->sources[i].fields[SOURCE_TITLE], 16);
	for (uint32_t i = 0; i < whole->counts[THING_ERA]; i++)
		if (record_hides(past, record_ref(THING_ERA, i)))
			lacks(page, whole->eras[i].title, 12);
}

/* What a query (NULL: none) selects as of the day; false where that is nothing. */
static bool page_check(
	const struct record *record, const char *name, int64_t day, const char *query)
{
	struct arena arena = {0};
	struct result result;
	struct page page = {.record = name, .day = day};
	size_t len;
	every_select(record, query, day, &arena, &result);
	FILE *file = open_memstream(&page.text, &len);
	assert_true(print_json(&result, &(struct print_options){.colors = -1}, file));
	fclose(file);
	page.past = result.record;
	page_read(&page, len);
	page_lacks_what_is_hidden(&page);
	free(page.parts);
	free(page.text);
	arena_free(&arena);
	return result.event_count;
}

/* On each day the whole, and some of the queries in turn, so that all of them are taken. */
static void nothing_of_it_is_printed(void **state)
{
	(void)state;
	size_t pages = 0, filled = 0;
	for (int i = 0; every_record[i]; i++) {
		struct record *record = every_read(every_record[i]);
		struct every_terms terms = every_terms(record);
		struct every_days days = every_days(record);
		size_t each = terms.count / days.count + 1, next = 0;
		for (size_t k = 0; k + 1 < days.count; k += effort_step(4)) {
			page_check(record, every_record[i], days.at[k], NULL);
			for (size_t n = 0; n < each; n++, pages++)
				filled += page_check(record, every_record[i], days.at[k],
					terms.at[next++ % terms.count]);
		}
		every_free(record, &terms, &days);
	}
	print_message("%zu pages as of a day under a query, %zu with events\n", pages, filled);
	assert_true(filled > pages / 8);
}

/* ---- what is written opens again ---- */

/* An event is there on the last day on which it may have begun, and not on the one before. */
static void an_event_begins_on_the_last_day_it_may(void **state)
{
	static const struct {
		const char *date;
		struct date_civil begun;
	} events[] = {{"1856-03", {1856, 3, 31}}, {"1856", {1856, 12, 31}},
		{"1856-03-30", {1856, 3, 30}}, {"1856-03/1858", {1856, 3, 31}},
		{"1856-03-02/1856-05", {1856, 3, 2}}, {"[1856-03-02, 1856-03-09]", {1856, 3, 9}},
		{"{1856-03-02, 1856-03-09}", {1856, 3, 2}}, {"1856-03~", {1856, 3, 31}},
		{"185X", {1859, 12, 31}}, {"1856-22", {1856, 8, 31}}, {"1856-03/..", {1856, 3, 31}},
		{"/1856-03", {1856, 3, 31}}};
	(void)state;
	for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
		struct buf text = {0};
		struct arena arena = {0};
		int64_t day = date_from_civil(events[i].begun, false);
		buf_format(&text, "title: T\nevents:\n  - {id: e, title: E, date: \"%s\"}\n",
			events[i].date);
		struct record *record = every_made(buf_string(&text));
		if (!record_hides(past_record(record, day - 1, &arena), record_ref(THING_EVENT, 0)))
			fail_msg("%s is there too early", events[i].date);
		if (record_hides(past_record(record, day, &arena), record_ref(THING_EVENT, 0)))
			fail_msg("%s is there too late", events[i].date);
		arena_free(&arena);
		record_free(record);
		buf_free(&text);
	}
}

static void it_is_a_record_again(void **state)
{
	(void)state;
	for (int i = 0; every_record[i]; i++) {
		struct record *record = every_read(every_record[i]);
		struct every_terms terms = {0};
		struct every_days days = every_days(record);
		for (size_t k = 0; k + 1 < days.count; k += 2 * effort_step(3)) {
			struct arena arena = {0};
			struct result result;
			char *text = NULL;
			size_t len;
			every_select(record, NULL, days.at[k], &arena, &result);
			FILE *file = open_memstream(&text, &len);
			assert_true(
				print_yaml(&result, &(struct print_options){.colors = -1}, file));
			fclose(file);
			struct diag_list *diags = diag_create();
			struct load_input input = {every_record[i], text, len};
			struct record *again = load_record(&input, 1, NULL, diags);
			diag_print(diags, stderr, DIAG_ERROR, false);
			assert_non_null(again);
			assert_int_equal(again->counts[THING_EVENT], result.event_count);
			assert_int_equal(again->counts[THING_QUOTE], result.quote_count);
			record_free(again);
			diag_free(diags);
			free(text);
			arena_free(&arena);
		}
		every_free(record, &terms, &days);
	}
}

/* ---- the built-in record ---- */

/* Titles and summaries are of the day: who wrote later is named in notes, which look back. */
static void summaries_name_nobody_who_wrote_later(void **state)
{
	(void)state;
	struct record *record = every_read("events.yaml");
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++)
		for (uint32_t k = 0; k < record->counts[THING_SOURCE]; k++) {
			const struct event *event = &record->events[i];
			const struct source *source = &record->sources[k];
			const char *name = record_name(record, record_ref(THING_SOURCE, k));
			bool later = source->fields[SOURCE_AUTHOR] && source->issued &&
				source->issued->latest > event->date->latest;
			if (later &&
				(strstr(event->title, name) ||
					(event->summary && strstr(event->summary, name))))
				fail_msg("\"%s\" names %s", event->id, name);
		}
	record_free(record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_grows_and_names_nothing_else),
		cmocka_unit_test(a_query_changes_nothing_of_it),
		cmocka_unit_test(nothing_of_it_is_printed),
		cmocka_unit_test(an_event_begins_on_the_last_day_it_may),
		cmocka_unit_test(it_is_a_record_again),
		cmocka_unit_test(summaries_name_nobody_who_wrote_later),
	};
	return cmocka_run_group_tests_name("query/past", tests, NULL, NULL);
}
