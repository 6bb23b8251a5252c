/* What a term promises of every record: "by:" asked of each person, party and source. */
#include "tests/unit/every.h"

static unsigned asked;

/* Whether the words are somebody's own, decided by the record alone. */
static bool is_by(const struct record *record, const struct quote *quote, struct ref of)
{
	if (quote->speaker.thing == of.thing && quote->speaker.index == of.index)
		return true;
	if (of.thing == THING_SOURCE)
		return quote->kind == QUOTE_THESIS && quote->source.thing == THING_SOURCE &&
			quote->source.index == of.index;
	if (of.thing != THING_PARTY || quote->speaker.thing != THING_PERSON)
		return false;
	struct ref party = record->people[quote->speaker.index].party;
	return party.thing == THING_PARTY && party.index == of.index;
}

static void assert_by(const struct record *record, struct ref of, int64_t day)
{
	struct arena arena = {0};
	struct result all, some, rest;
	struct buf query = {0};
	buf_format(&query, "-by:%s", record_id(record, of));
	every_select(record, NULL, day, &arena, &all);
	every_select(record, query.text + 1, day, &arena, &some);
	every_select(record, query.text, day, &arena, &rest);
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++) {
		bool is = is_by(record, &record->quotes[i], of);
		bool known = result_has_quote(&all, i);
		if (result_has_quote(&some, i) != (is && known) ||
			result_has_quote(&rest, i) != (!is && known))
			fail_msg("%s: %s", query.text,
				record_id(record, record_ref(THING_QUOTE, i)));
	}
	for (uint32_t row = 0; row < some.event_count; row++)
		if (!result_quote_count(&some, result_event(&some, row)))
			fail_msg("%s: an event for its own sake", query.text + 1);
	asked++;
	buf_free(&query);
	arena_free(&arena);
}

static void by_is_what_was_said_itself(void **state)
{
	(void)state;
	static const enum thing things[] = {THING_PERSON, THING_PARTY, THING_SOURCE};
	for (int i = 0; every_record[i]; i++) {
		struct record *record = every_read(every_record[i]);
		struct every_days days = every_days(record);
		for (size_t kind = 0; kind < sizeof things / sizeof *things; kind++)
			for (uint32_t k = 0; k < record->counts[things[kind]]; k++)
				for (size_t n = 0; n < days.count; n++)
					assert_by(record, record_ref(things[kind], k), days.at[n]);
		every_free(record, &(struct every_terms){0}, &days);
	}
	assert_true(asked > 1000);
	print_message("by: asked %u times\n", asked);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(by_is_what_was_said_itself),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
