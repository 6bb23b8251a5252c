/* What stands beside what: fields, people, stands, words, days; and that a query changes nothing of
 * what is said of them, on any day. */
#include "query/compare.h"

#include "print.h"
#include "tests/effort.h"
#include "tests/unit/every.h"

enum { PAIRS = 1 }; /* of what a query selects on a day */

struct fixture {
	struct record *record;
	struct result result;
	struct arena arena;
	struct compare compare;
};

static void begin_with(
	struct fixture *fixture, const char *path, const char *left, const char *right)
{
	*fixture = (struct fixture){.record = read_file(path)};
	fixture->result = result_all(fixture->record);
	assert_true(
		compare_refs(&fixture->arena, &fixture->result, record_find(fixture->record, left),
			record_find(fixture->record, right), &fixture->compare));
}

static void begin(struct fixture *fixture, const char *left, const char *right)
{
	begin_with(fixture, "tests/data/talks.yaml", left, right);
}

static void end(struct fixture *fixture)
{
	arena_free(&fixture->arena);
	record_free(fixture->record);
}

/* The nth line of a field, from 0; NULL beyond the last. */
static const struct compare_line *line(
	const struct fixture *fixture, enum compare_field field, uint32_t nth)
{
	for (uint32_t i = 0; i < fixture->compare.count; i++)
		if (fixture->compare.lines[i].field == field && nth-- == 0)
			return &fixture->compare.lines[i];
	return NULL;
}

static uint32_t count(const struct fixture *fixture, enum compare_field field)
{
	uint32_t n = 0;
	while (line(fixture, field, n))
		n++;
	return n;
}

static enum contrast contrast(const struct fixture *fixture, enum compare_field field, uint32_t nth)
{
	const struct compare_line *found = line(fixture, field, nth);
	assert_non_null(found);
	return found->contrast;
}

static void fields(void **state)
{
	(void)state;
	struct fixture fixture;
	begin(&fixture, "opening", "return");
	assert_int_equal(contrast(&fixture, COMPARE_WHEN, 0), CONTRAST_DIFFERS);
	assert_int_equal(
		contrast(&fixture, COMPARE_WHERE, 0), CONTRAST_SAME); /* but for the capital */
	assert_int_equal(contrast(&fixture, COMPARE_DURATION, 0), CONTRAST_LEFT);
	assert_int_equal(contrast(&fixture, COMPARE_PARTIES, 0), CONTRAST_SAME); /* in any order */
	assert_int_equal(contrast(&fixture, COMPARE_HOST, 0), CONTRAST_LEFT);
	assert_int_equal(contrast(&fixture, COMPARE_MEDIATOR, 0), CONTRAST_RIGHT);
	assert_int_equal(contrast(&fixture, COMPARE_OUTCOME, 0), CONTRAST_LEFT);
	assert_int_equal(line(&fixture, COMPARE_HOST, 0)->cells[1].evidence.thing, THING_NONE);
	end(&fixture);
}

static void people(void **state)
{
	(void)state;
	struct fixture fixture;
	begin(&fixture, "opening", "return");
	assert_int_equal(count(&fixture, COMPARE_PEOPLE), 3);
	/* One person in another role, one role in other hands, and one who is of no party. */
	const struct compare_line *orlov = line(&fixture, COMPARE_PEOPLE, 0);
	assert_int_equal(orlov->contrast, CONTRAST_DIFFERS);
	assert_int_equal(orlov->cells[0].person.index, orlov->cells[1].person.index);
	assert_string_equal(orlov->cells[1].text, "chancellor");
	const struct compare_line *heads = line(&fixture, COMPARE_PEOPLE, 1);
	assert_int_equal(heads->contrast, CONTRAST_DIFFERS);
	assert_string_equal(record_name(fixture.record, heads->cells[0].person), "Edmund Hale");
	assert_string_equal(record_name(fixture.record, heads->cells[1].person), "Jutta Brandt");
	assert_int_equal(contrast(&fixture, COMPARE_PEOPLE, 2), CONTRAST_RIGHT);
	assert_int_equal(line(&fixture, COMPARE_PEOPLE, 2)->about.thing, THING_NONE);
	end(&fixture);
}

static void stands(void **state)
{
	(void)state;
	struct fixture fixture;
	begin(&fixture, "opening", "return");
	assert_true(fixture.compare.near);
	/* Of those near the opening the one a week later is, the one after it is not. */
	assert_int_equal(count(&fixture, COMPARE_STAND), 5);
	assert_int_equal(
		contrast(&fixture, COMPARE_STAND, 0), CONTRAST_DIFFERS);       /* river, Norland */
	assert_int_equal(contrast(&fixture, COMPARE_STAND, 1), CONTRAST_SAME); /* river, Südmark */
	assert_int_equal(contrast(&fixture, COMPARE_STAND, 2), CONTRAST_LEFT); /* tolls, twice */
	assert_int_equal(contrast(&fixture, COMPARE_STAND, 3), CONTRAST_LEFT);
	assert_int_equal(contrast(&fixture, COMPARE_STAND, 4), CONTRAST_RIGHT); /* prisoners */
	const struct compare_line *river = line(&fixture, COMPARE_STAND, 1);
	assert_string_equal(record_id(fixture.record, river->cells[0].evidence), "hale-river");
	const struct compare_line *silent = line(&fixture, COMPARE_STAND, 0);
	assert_string_equal(record_id(fixture.record, silent->cells[0].evidence), "evening");
	end(&fixture);
	/* Two events of one round have each its own. */
	begin(&fixture, "opening", "evening");
	assert_false(fixture.compare.near);
	assert_int_equal(count(&fixture, COMPARE_STAND), 3);
	assert_int_equal(contrast(&fixture, COMPARE_STAND, 0), CONTRAST_RIGHT);
	end(&fixture);
}

/* Several stands on one issue: those in the same words stand together, whatever their order. */
static void stands_of_one_party(void **state)
{
	(void)state;
	struct fixture fixture;
	begin_with(&fixture, "tests/data/corners.yaml", "spring-talks", "autumn-talks");
	assert_int_equal(count(&fixture, COMPARE_STAND), 2);
	const struct compare_line *same = line(&fixture, COMPARE_STAND, 0);
	assert_int_equal(same->contrast, CONTRAST_SAME);
	assert_string_equal(same->cells[0].position->text, "the right bank");
	assert_string_equal(same->cells[1].position->text, "The RIGHT bank!");
	const struct compare_line *other = line(&fixture, COMPARE_STAND, 1);
	assert_int_equal(other->contrast, CONTRAST_DIFFERS);
	assert_string_equal(other->cells[0].position->text, "the left bank");
	assert_string_equal(other->cells[1].position->text, "the bridge");
	end(&fixture);
}

/* Two demands of May, one of June: which of the two goes on in it nobody says, and none of them is told to
 * be gone; nor to differ from the empty cell beside it. */
static void none_of_several_is_gone(void **state)
{
	(void)state;
	struct fixture fixture;
	uint32_t found = 0;
	begin_with(&fixture, "events.yaml", "direct-talks-2025", "second-round-2025");
	for (uint32_t i = 0; i < fixture.compare.count; i++) {
		const struct compare_line *at = &fixture.compare.lines[i];
		if (at->field != COMPARE_STAND ||
			strcmp(record_id(fixture.record, at->issue), "territory") != 0 ||
			strcmp(record_id(fixture.record, at->about), "russia") != 0)
			continue;
		assert_int_equal(at->contrast, found ? CONTRAST_NOTHING : CONTRAST_DIFFERS);
		assert_non_null(at->cells[0].position);
		assert_int_equal(at->cells[1].position != NULL, !found);
		found++;
	}
	assert_int_equal(found, 2);
	end(&fixture);
}

static void words(void **state)
{
	(void)state;
	struct fixture fixture;
	begin(&fixture, "opening", "return");
	assert_int_equal(count(&fixture, COMPARE_WORDS), 4);
	const struct compare_line *river = line(&fixture, COMPARE_WORDS, 0);
	assert_string_equal(river->cells[0].quote->id, "hale-river");
	assert_string_equal(river->cells[1].quote->id, "brandt-river");
	assert_int_equal(river->contrast, CONTRAST_NOTHING);
	assert_int_equal(contrast(&fixture, COMPARE_WORDS, 1), CONTRAST_LEFT);
	assert_int_equal(contrast(&fixture, COMPARE_WORDS, 2), CONTRAST_LEFT);
	assert_int_equal(contrast(&fixture, COMPARE_WORDS, 3), CONTRAST_RIGHT);
	assert_string_equal(line(&fixture, COMPARE_WORDS, 3)->cells[1].quote->id, "varga-view");
	end(&fixture);
}

static void days(void **state)
{
	(void)state;
	static const struct {
		int64_t days;
		const char *left, *right;
	} expected[] = {
		{-4, "before", NULL},
		{0, "opening", "return"},
		{0, "evening", NULL},
		{3, NULL, "after"},
		{7, "week", NULL},
		{8, "late", NULL},
	};
	struct fixture fixture;
	begin(&fixture, "opening", "return");
	assert_int_equal(fixture.compare.span, SPAN_DAYS);
	assert_int_equal(fixture.compare.apart.years, 25);
	assert_int_equal(fixture.compare.apart.days, 169);
	assert_false(fixture.compare.about);
	assert_false(fixture.compare.more);
	enum { EXPECTED = sizeof expected / sizeof *expected };
	assert_int_equal(count(&fixture, COMPARE_DAY), EXPECTED); /* no day is known of "coarse" */
	for (uint32_t i = 0; i < EXPECTED; i++) {
		const struct compare_line *day = line(&fixture, COMPARE_DAY, i);
		const char *const ids[] = {expected[i].left, expected[i].right};
		assert_int_equal(day->days, expected[i].days);
		for (int side = 0; side < COMPARE_SIDES; side++) {
			const struct event *event = day->cells[side].event;
			assert_true(!event == !ids[side]);
			if (event)
				assert_string_equal(event->id, ids[side]);
		}
	}
	end(&fixture);
}

static void time_between(void **state)
{
	(void)state;
	struct fixture fixture;
	begin(&fixture, "end", "return"); /* back in time, and from an uncertain day */
	assert_int_equal(fixture.compare.span, SPAN_DAYS);
	assert_int_equal(fixture.compare.apart.days, 53);
	assert_true(fixture.compare.about);
	end(&fixture);
	begin(&fixture, "coarse", "return");
	assert_int_equal(fixture.compare.span, SPAN_YEARS);
	assert_int_equal(fixture.compare.apart.years, 25);
	assert_int_equal(count(&fixture, COMPARE_DAY), 2); /* of the side whose day is known */
	end(&fixture);
}

/* What is said of the time from one start to the other, and of one event from the other's. */
static void time_between_is_no_more_than_dates_bear(void **state)
{
	(void)state;
	enum { NONE = -1 };
	static const struct {
		const char *left, *right;
		enum compare_span span;
		struct date_apart apart;
		bool about;
		int64_t days; /* of the right one from the left, NONE where it is not listed */
		bool days_about;
	} cases[] = {
		{"2022-03-01", "2022-03-04", SPAN_DAYS, {0, 3}, false, 3, false},
		{"2022-03-01", "2022-03-04~", SPAN_DAYS, {0, 3}, true, 3, true},
		{"2022-03-01?", "2022-03-04", SPAN_DAYS, {0, 3}, true, 3, true},
		{"2022-03-01", "[2022-03-04,2022-03-06]", SPAN_DAYS, {0, 3}, true, 3, true},
		{"2022-03-01", "{2022-03-04,2022-03-06}", SPAN_DAYS, {0, 3}, false, 3, false},
		{"2022-03-01", "2022-03-0X", SPAN_YEARS, {0, 0}, true, NONE, false},
		{"2022-03-01", "2022-03-04/2023", SPAN_DAYS, {0, 3}, false, 3, false},
		{"2022-03-01/2023~", "2022-03-04", SPAN_DAYS, {0, 3}, false, 3, false},
		{"2022-03-01", "2022-03", SPAN_YEARS, {0, 0}, true, NONE, false},
		{"2022-03-01", "2022-03~", SPAN_UNKNOWN, {0, 0}, false, NONE, false},
		{"1900", "1910/1950", SPAN_YEARS, {10, 0}, true, NONE, false},
		{"1900", "../1950", SPAN_UNKNOWN, {0, 0}, false, NONE, false},
		{"1900", "XXXX-05-01", SPAN_UNKNOWN, {0, 0}, false, NONE, false},
		{"1900~", "1910", SPAN_YEARS, {10, 0}, true, NONE, false},
		{"1963-11-22T23:30-06:00", "1963-11-23T01:00Z", SPAN_DAYS, {0, 0}, false, 0, false},
		{"1963-11-22T12:00Z", "1963-11-24T01:00+02:00", SPAN_DAYS, {0, 1}, false, 1, false},
		{"2022-03-29", "2025-05-16", SPAN_DAYS, {3, 48}, false, NONE, false},
		{"2025-05-16", "2022-03-29", SPAN_DAYS, {3, 48}, false, NONE, false},
		{"2020-02-29", "2021-02-28", SPAN_DAYS, {0, 365}, false, NONE, false},
		{"2020-02-29", "2021-03-01", SPAN_DAYS, {1, 0}, false, NONE, false},
		{"2020-02-29", "2024-02-29", SPAN_DAYS, {4, 0}, false, NONE, false},
		{"2021-03-01", "2024-02-29", SPAN_DAYS, {2, 365}, false, NONE, false},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf text = {0};
		struct fixture fixture = {.record = NULL};
		struct diag_list *diags = diag_create();
		buf_format(&text,
			"title: T\nevents:\n  - {id: a, title: A, date: \"%s\"}\n"
			"  - {id: b, title: B, date: \"%s\"}\n",
			cases[i].left, cases[i].right);
		struct load_input input = {"test", buf_string(&text), text.len};
		fixture.record = load_record(&input, 1, NULL, diags);
		assert_non_null(fixture.record);
		fixture.result = result_all(fixture.record);
		assert_true(compare_refs(&fixture.arena, &fixture.result,
			record_find(fixture.record, "a"), record_find(fixture.record, "b"),
			&fixture.compare));
		const struct compare *compare = &fixture.compare;
		if (compare->span != cases[i].span ||
			compare->apart.years != cases[i].apart.years ||
			compare->apart.days != cases[i].apart.days ||
			(compare->span && compare->about != cases[i].about))
			fail_msg("from %s to %s: %d, %s%lld years, %lld days", cases[i].left,
				cases[i].right, (int)compare->span, compare->about ? "about " : "",
				(long long)compare->apart.years, (long long)compare->apart.days);
		int64_t listed = NONE;
		for (uint32_t n = 0; n < compare->count; n++) {
			const struct compare_line *line = &compare->lines[n];
			const struct event *event = line->cells[COMPARE_LEFT].event;
			if (line->field != COMPARE_DAY || !event || strcmp(event->id, "b") != 0)
				continue;
			listed = line->days;
			assert_int_equal(line->days_about, cases[i].days_about);
		}
		assert_int_equal(listed, cases[i].days);
		diag_free(diags);
		buf_free(&text);
		end(&fixture);
	}
}

static void itself(void **state)
{
	(void)state;
	struct fixture fixture;
	begin(&fixture, "opening", "opening");
	assert_true(fixture.compare.itself);
	for (uint32_t i = 0; i < fixture.compare.count; i++)
		if (fixture.compare.lines[i].field != COMPARE_DAY)
			assert_int_equal(fixture.compare.lines[i].contrast, CONTRAST_SAME);
	assert_int_equal(count(&fixture, COMPARE_WORDS), 3);
	end(&fixture);
}

static void quotations(void **state)
{
	(void)state;
	struct fixture fixture;
	begin(&fixture, "hale-river", "brandt-river");
	assert_non_null(fixture.compare.quotes[0]);
	assert_int_equal(contrast(&fixture, COMPARE_SPEAKER, 0), CONTRAST_DIFFERS);
	assert_int_equal(contrast(&fixture, COMPARE_WORDING, 0), CONTRAST_DIFFERS);
	assert_int_equal(contrast(&fixture, COMPARE_SOURCE, 0), CONTRAST_SAME);
	assert_null(line(&fixture, COMPARE_KIND, 0));
	assert_int_equal(fixture.compare.wordings[0].count, 2);
	assert_int_equal(fixture.compare.wordings[0].common, 7);
	end(&fixture);
	/* In two languages nothing is said of the words; nor is it of originals in two. */
	begin_with(&fixture, "tests/data/originals.yaml", "dry", "chernila");
	assert_true(fixture.compare.tongues);
	assert_int_equal(contrast(&fixture, COMPARE_WORDING, 0), CONTRAST_NOTHING);
	assert_int_equal(fixture.compare.wordings[0].count, 0);
	assert_int_equal(contrast(&fixture, COMPARE_ORIGINAL, 0), CONTRAST_LEFT);
	end(&fixture);
	begin_with(&fixture, "tests/data/originals.yaml", "fold", "hebrew");
	assert_false(fixture.compare.tongues);
	assert_int_equal(contrast(&fixture, COMPARE_ORIGINAL, 0), CONTRAST_NOTHING);
	end(&fixture);
	/* A quotation beside an event: their events. */
	begin(&fixture, "hale-river", "return");
	assert_null(fixture.compare.quotes[0]);
	assert_string_equal(fixture.compare.events[0]->id, "opening");
	end(&fixture);
}

/* What is not selected is not compared; and of what lies near it is said that it is left out, and
 * nothing else. */
static void selected(void **state)
{
	(void)state;
	struct fixture fixture;
	begin(&fixture, "opening", "return");
	const struct record *record = fixture.record;
	struct result some;
	struct compare compare = {.count = 99};
	struct ref left = record_find(record, "opening"), right = record_find(record, "return");
	every_select(record, "id:hale-river,return", DATE_OPEN_END, &fixture.arena, &some);
	assert_false(
		compare_refs(&fixture.arena, &some, left, record_find(record, "late"), &compare));
	assert_false(compare_refs(
		&fixture.arena, &some, left, record_find(record, "hale-alone"), &compare));
	assert_false(compare_refs(&fixture.arena, &some, left, (struct ref){0}, &compare));
	assert_int_equal(compare.count, 99);
	assert_true(compare_refs(&fixture.arena, &some, left, right, &compare));
	for (uint32_t i = 0; i < compare.count; i++) {
		const struct compare_line *one = &compare.lines[i];
		if (one->field == COMPARE_STAND && one->cells[1].position &&
			strcmp(one->cells[1].position->text, "half of it") == 0)
			assert_true(one->cells[0].left_out); /* the evening */
		if (one->cells[0].left_out || one->cells[1].left_out)
			assert_int_equal(one->contrast, CONTRAST_NOTHING);
	}
	end(&fixture);
}

/* ---- a query changes nothing of what is said ---- */

static bool is_empty(const struct compare_cell *cell)
{
	return !cell->left_out && cell->evidence.thing == THING_NONE;
}

/* A cell is as it is without the query, or left out. */
static bool is_like(const struct compare_cell *cell, const struct compare_cell *full)
{
	if (cell->left_out || is_empty(cell))
		return is_empty(cell) == is_empty(full);
	return ref_same(cell->evidence, full->evidence) && cell->text == full->text &&
		cell->refs == full->refs && ref_same(cell->person, full->person) &&
		cell->position == full->position && cell->quote == full->quote &&
		cell->event == full->event;
}

/* What stands alone is in other words than those over there, of which all may be left out. */
static bool is_silent(const struct compare_line *one, const struct compare_line *full)
{
	bool alone = is_empty(&one->cells[0]) || is_empty(&one->cells[1]);
	return alone && one->field == COMPARE_STAND && full->contrast == CONTRAST_DIFFERS &&
		one->contrast == CONTRAST_NOTHING;
}

static bool is_line_like(const struct compare_line *one, const struct compare_line *full)
{
	bool left_out = one->cells[0].left_out || one->cells[1].left_out;
	return one->field == full->field && ref_same(one->about, full->about) &&
		ref_same(one->issue, full->issue) && is_like(&one->cells[0], &full->cells[0]) &&
		is_like(&one->cells[1], &full->cells[1]) &&
		(left_out ? one->contrast == CONTRAST_NOTHING
			  : one->contrast == full->contrast || is_silent(one, full));
}

static bool is_of_day(const struct compare_line *one, const struct compare_line *other)
{
	return other->field == COMPARE_DAY && one->days == other->days &&
		one->days_about == other->days_about;
}

/* Of a day what is selected comes first, so that of the nth line only whether a cell is empty
 * stays. */
static void check_days(const struct compare *some, const struct compare *all)
{
	uint32_t k = 0;
	for (uint32_t i = 0; i < some->count; i++) {
		const struct compare_line *one = &some->lines[i];
		if (one->field != COMPARE_DAY)
			continue;
		while (k < all->count && !is_of_day(one, &all->lines[k]))
			k++;
		assert_true(k < all->count);
		for (int side = 0; side < COMPARE_SIDES; side++)
			assert_int_equal(
				is_empty(&one->cells[side]), is_empty(&all->lines[k].cells[side]));
		k++;
	}
}

/* The lines under a query are some of those without it, in the same order. */
static void check_lines(const struct compare *some, const struct compare *all)
{
	uint32_t k = 0;
	for (uint32_t i = 0; i < some->count; i++) {
		if (some->lines[i].field == COMPARE_DAY)
			continue;
		while (k < all->count && !is_line_like(&some->lines[i], &all->lines[k]))
			k++;
		assert_true(k++ < all->count);
		assert_true(!some->lines[i].cells[0].left_out || !some->lines[i].cells[1].left_out);
	}
	check_days(some, all);
}

/* Two events of a result, another two at each call. */
static void check_pair(const struct result *result, const struct result *known, size_t nth)
{
	struct arena arena = {0};
	struct compare some, all;
	uint32_t count = result->event_count, left = (uint32_t)(nth % count);
	uint32_t right = (uint32_t)(left + 1 + nth / count % count) % count;
	const struct record *record = result->record;
	struct ref refs[] = {record_event_ref(record, result_event(result, left)),
		record_event_ref(record, result_event(result, right))};
	assert_true(compare_refs(&arena, result, refs[0], refs[1], &some));
	assert_true(compare_refs(&arena, known, refs[0], refs[1], &all));
	check_lines(&some, &all);
	arena_free(&arena);
}

static size_t check_day(const struct record *record, const struct every_terms *terms, int64_t day,
	const struct result *known, size_t pairs)
{
	/* One day the one half, one day the other. */
	size_t step = getenv("COMPARE_ALL") ? 1 : 2 * effort_step(3);
	for (size_t t = pairs % step; t < terms->count; t += step) {
		struct arena arena = {0};
		struct result result;
		every_select(record, terms->at[t], day, &arena, &result);
		for (int i = 0; i < PAIRS && result.event_count; i++)
			check_pair(&result, known, pairs++);
		arena_free(&arena);
	}
	return pairs;
}

static void a_query_changes_no_line(void **state)
{
	size_t pairs = 0;
	(void)state;
	for (int i = 0; every_record[i]; i++) {
		struct record *record = every_read(every_record[i]);
		struct every_terms terms = every_terms(record);
		struct every_days days = every_days(record);
		uint32_t events = 0, quotes = 0;
		for (size_t k = 0; k < days.count; k++) {
			struct arena arena = {0};
			struct result known;
			every_select(record, NULL, days.at[k], &arena, &known);
			if (known.event_count > events || known.quote_count > quotes)
				pairs = check_day(known.record, &terms, days.at[k], &known, pairs);
			events = known.event_count;
			quotes = known.quote_count;
			arena_free(&arena);
		}
		every_free(record, &terms, &days);
	}
	print_message("%zu comparisons\n", pairs);
	assert_true(pairs > 1000 / effort_step(3));
}

/* Whether both sides speak of a theme. */
static bool has_both(const struct compare *compare, struct ref theme)
{
	for (uint32_t i = 0; i < compare->count; i++)
		if (compare->lines[i].field == COMPARE_WORDS &&
			ref_same(compare->lines[i].about, theme) &&
			compare->lines[i].cells[0].quote && compare->lines[i].cells[1].quote)
			return true;
	return false;
}

/* Words on one side alone are told as such, unless the other side has other words on their theme.
 * Returns how many of those there are. */
static int check_words(const struct compare *compare)
{
	int told = 0;
	for (uint32_t i = 0; i < compare->count; i++) {
		const struct compare_line *at = &compare->lines[i];
		bool left = at->cells[0].quote, right = at->cells[1].quote;
		if (at->field != COMPARE_WORDS || (left && right))
			continue;
		bool both = at->about.thing && has_both(compare, at->about);
		assert_int_equal(at->contrast,
			both           ? CONTRAST_NOTHING
				: left ? CONTRAST_LEFT
				       : CONTRAST_RIGHT);
		told += both;
	}
	return told;
}

/* The record that comes with the program, every event beside its neighbour. */
static void neighbours(void **state)
{
	(void)state;
	struct record *record = read_file("events.yaml");
	struct result all = result_all(record);
	struct arena arena = {0};
	int told = 0;
	for (uint32_t i = 1; i < all.event_count; i++) {
		struct compare compare;
		assert_true(compare_refs(&arena, &all, record_ref(THING_EVENT, i - 1),
			record_ref(THING_EVENT, i), &compare));
		assert_true(compare.count > 0);
		told += check_words(&compare);
		arena_reset(&arena);
	}
	assert_true(told > 0);
	arena_free(&arena);
	record_free(record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields),
		cmocka_unit_test(people),
		cmocka_unit_test(stands),
		cmocka_unit_test(stands_of_one_party),
		cmocka_unit_test(none_of_several_is_gone),
		cmocka_unit_test(words),
		cmocka_unit_test(days),
		cmocka_unit_test(time_between),
		cmocka_unit_test(time_between_is_no_more_than_dates_bear),
		cmocka_unit_test(itself),
		cmocka_unit_test(quotations),
		cmocka_unit_test(selected),
		cmocka_unit_test(a_query_changes_no_line),
		cmocka_unit_test(neighbours),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
