/* Meetings, lines, cells, and what changed between them. */
#include "query/positions.h"

#include "print.h"

/* A record of tests/data/talks.yaml and the table of what a result shows of it. */
struct fixture {
	struct record *record;
	struct arena arena;
	struct position_table table;
};

static void begin(struct fixture *fixture)
{
	*fixture = (struct fixture){.record = read_file("tests/data/talks.yaml")};
	struct result all = result_all(fixture->record);
	positions_collect(&fixture->arena, &all, &fixture->table);
}

static void end(struct fixture *fixture)
{
	arena_free(&fixture->arena);
	record_free(fixture->record);
}

static uint32_t line_of(const struct fixture *fixture, const char *issue, const char *party)
{
	const struct position_table *table = &fixture->table;
	for (uint32_t i = 0; i < table->line_count; i++)
		if (strcmp(record_id(fixture->record, table->lines[i].issue), issue) == 0 &&
			strcmp(record_id(fixture->record, table->lines[i].party), party) == 0)
			return i;
	fail_msg("no line %s %s", issue, party);
	return 0;
}

static void expect_cell(const struct fixture *fixture, uint32_t line, uint32_t meeting,
	uint32_t expected, const char *first)
{
	uint32_t count;
	const struct stand *stands = positions_cell(&fixture->table, line, meeting, &count);
	assert_int_equal(count, expected);
	if (count)
		assert_string_equal(stands[0].position->text, first);
}

/* A week from the first event of one era is one meeting; a day more, or another era, is another. */
static void meetings(void **state)
{
	(void)state;
	struct fixture fixture;
	begin(&fixture);
	const struct position_table *table = &fixture.table;
	assert_int_equal(table->meeting_count, 3);
	assert_int_equal(table->meetings[0].events, 3);
	assert_int_equal(table->meetings[1].events, 1);
	assert_int_equal(table->meetings[0].to - table->meetings[0].from, 7);
	struct result all = result_all(fixture.record);
	assert_string_equal(result_event(&all, table->meetings[0].first)->id, "opening");
	assert_string_equal(result_event(&all, table->meetings[0].last)->id, "week");
	assert_string_equal(result_event(&all, table->meetings[1].first)->id, "late");
	assert_string_equal(result_event(&all, table->meetings[2].last)->id, "return");
	end(&fixture);
}

static void lines_in_the_order_of_the_file(void **state)
{
	(void)state;
	struct fixture fixture;
	begin(&fixture);
	const struct position_table *table = &fixture.table;
	assert_int_equal(table->issue_count, 3);
	assert_int_equal(table->line_count, 5);
	assert_int_equal(table->stand_count, 8);
	assert_int_equal(line_of(&fixture, "river", "norland"), 0);
	assert_int_equal(line_of(&fixture, "river", "sudmark"), 1);
	assert_int_equal(line_of(&fixture, "tolls", "norland"), 2);
	assert_int_equal(line_of(&fixture, "tolls", "sudmark"), 3);
	assert_int_equal(line_of(&fixture, "prisoners", "isles"), 4);
	end(&fixture);
}

static void cells(void **state)
{
	(void)state;
	struct fixture fixture;
	begin(&fixture);
	expect_cell(&fixture, 0, 0, 1, "will not speak of it");
	expect_cell(&fixture, 0, 1, 0, NULL);
	expect_cell(&fixture, 0, 2, 1, "half of it");
	expect_cell(&fixture, 2, 0, 2, "keeps them");
	expect_cell(&fixture, 4, 0, 0, NULL);
	end(&fixture);
}

static void changes(void **state)
{
	(void)state;
	struct fixture fixture;
	begin(&fixture);
	const struct position_table *table = &fixture.table;
	assert_int_equal(positions_change(table, 0, 0), CONTRAST_NOTHING);
	assert_int_equal(positions_change(table, 0, 1), CONTRAST_LEFT);
	assert_int_equal(
		positions_change(table, 0, 2), CONTRAST_DIFFERS); /* from what was said last */
	assert_int_equal(positions_change(table, 1, 2), CONTRAST_SAME);
	assert_int_equal(positions_change(table, 3, 0), CONTRAST_NOTHING);
	assert_int_equal(positions_change(table, 3, 1), CONTRAST_RIGHT);
	assert_int_equal(positions_change(table, 2, 1), CONTRAST_LEFT);
	assert_int_equal(positions_change(table, 2, 2), CONTRAST_NOTHING); /* silent for long */
	assert_int_equal(positions_change(table, 4, 1), CONTRAST_NOTHING);
	end(&fixture);
}

/* Where the result hides a quotation it hides the stand that rests on it, and what is left stands
 * nearer. */
static void hidden(void **state)
{
	(void)state;
	struct fixture fixture;
	begin(&fixture);
	struct record *record = fixture.record;
	uint32_t opening = record_find(record, "opening").index;
	uint32_t back = record_find(record, "return").index;
	uint32_t chosen[] = {opening, back};
	uint32_t kept[] = {record_find(record, "brandt-river").index};
	struct result some = {.record = record,
		.events = chosen,
		.event_count = 2,
		.quotes = kept,
		.quote_count = 1};
	struct arena arena = {0};
	struct position_table table;
	positions_collect(&arena, &some, &table);
	assert_int_equal(table.meeting_count, 1); /* nothing of the opening can be seen */
	assert_int_equal(table.stand_count, 3);
	assert_int_equal(table.meetings[0].first, 1);
	arena_free(&arena);
	end(&fixture);
}

static void none(void **state)
{
	(void)state;
	struct record *record = read_file("tests/data/rounds.yaml");
	struct result all = result_all(record);
	struct arena arena = {0};
	struct position_table table;
	positions_collect(&arena, &all, &table);
	assert_int_equal(table.line_count, 0);
	assert_int_equal(table.meeting_count, 0);
	arena_free(&arena);
	record_free(record);
}

/* The same words, whatever their case, signs and marks; never the same meaning. */
static void words(void **state)
{
	(void)state;
	assert_true(wording_same("Ours, both banks", "OURS \xe2\x80\x93 both banks!"));
	assert_false(wording_same("offers it", "offers it all"));
	assert_false(wording_same("both banks", "banks both"));
	assert_int_equal(contrast_of(true, true, true), CONTRAST_SAME);
	assert_int_equal(contrast_of(true, true, false), CONTRAST_DIFFERS);
	assert_int_equal(contrast_of(true, false, false), CONTRAST_LEFT);
	assert_int_equal(contrast_of(false, true, false), CONTRAST_RIGHT);
	assert_int_equal(contrast_of(false, false, false), CONTRAST_NOTHING);
}

/* Who reports it outranks its own source, which outranks the speaker of its quotation, who outranks
 * where that is printed. */
static void signed_by(void **state)
{
	static const char text[] = "title: Signatures\n"
				   "parties: {norland: {name: Norland}}\n"
				   "people: {hale: {name: Hale}}\n"
				   "themes: {a: {title: A}, b: {title: B}}\n"
				   "sources:\n"
				   "  varga: {type: book, title: Varga}\n"
				   "  courier: {type: book, title: Courier}\n"
				   "events:\n"
				   "  - id: talks\n"
				   "    title: Talks\n"
				   "    date: 1856\n"
				   "    quotes:\n"
				   "      - {id: q, speaker: hale, text: No., source: varga}\n"
				   "      - {id: r, kind: thesis, text: Yes., source: varga}\n"
				   "    positions:\n"
				   "      - {issue: a, party: norland, text: x, quote: q,\n"
				   "         source: courier, says: norland}\n"
				   "      - {issue: a, party: norland, text: x, quote: q,\n"
				   "         source: courier, says: varga}\n"
				   "      - {issue: a, party: norland, text: x, quote: q,\n"
				   "         source: courier}\n"
				   "      - {issue: b, party: norland, text: x, quote: q}\n"
				   "      - {issue: b, party: norland, text: x, quote: r}\n"
				   "      - {issue: b, party: norland, text: x, source: courier}\n";
	static const char *const signers[] = {
		"norland", "varga", "courier", "hale", "varga", "courier"};
	static const char *const sources[] = {
		"courier", "varga", "courier", "varga", "varga", "courier"};
	(void)state;
	struct record *record = read_bytes(text, sizeof text - 1);
	const struct positions *positions = record->events[0].positions;
	assert_int_equal(positions->count, 6);
	for (uint32_t i = 0; i < positions->count; i++) {
		const struct position *at = &positions->at[i];
		assert_string_equal(record_id(record, position_signed(record, at)), signers[i]);
		assert_string_equal(record_id(record, position_source(record, at)), sources[i]);
	}
	record_free(record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(meetings),
		cmocka_unit_test(lines_in_the_order_of_the_file),
		cmocka_unit_test(cells),
		cmocka_unit_test(changes),
		cmocka_unit_test(hidden),
		cmocka_unit_test(none),
		cmocka_unit_test(words),
		cmocka_unit_test(signed_by),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
