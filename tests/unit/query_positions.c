/* Meetings, lines, cells, and what changed between them; and that a query changes nothing of what
 * they say, on any day. */
#include "query/compare.h"
#include "query/positions.h"

#include "print.h"
#include "tests/effort.h"
#include "tests/unit/every.h"

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
	struct position_cell cell = positions_cell(&fixture->table, line, meeting);
	assert_int_equal(cell.count, expected);
	assert_false(cell.hides);
	if (cell.count)
		assert_string_equal(cell.stands[0].position->text, first);
}

/* What the first sign of a cell says. */
static enum contrast change_of(const struct position_table *table, uint32_t line, uint32_t meeting)
{
	struct position_cell cell = positions_cell(table, line, meeting);
	return cell.count ? cell.stands[0].contrast : cell.none;
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
	assert_string_equal(table->meetings[0].first->id, "opening");
	assert_string_equal(table->meetings[0].last->id, "week");
	assert_string_equal(table->meetings[1].first->id, "late");
	assert_string_equal(table->meetings[2].last->id, "return");
	assert_string_equal(table->meetings[0].main->id, "opening");
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
	assert_int_equal(change_of(table, 0, 0), CONTRAST_NOTHING);
	assert_int_equal(change_of(table, 0, 1), CONTRAST_LEFT);
	assert_int_equal(change_of(table, 0, 2), CONTRAST_DIFFERS); /* from what was said last */
	assert_int_equal(change_of(table, 1, 2), CONTRAST_SAME);
	assert_int_equal(change_of(table, 3, 0), CONTRAST_NOTHING);
	assert_int_equal(change_of(table, 3, 1), CONTRAST_RIGHT);
	assert_int_equal(change_of(table, 2, 1), CONTRAST_LEFT);
	assert_int_equal(change_of(table, 2, 2), CONTRAST_NOTHING); /* silent for long */
	assert_int_equal(change_of(table, 4, 1), CONTRAST_NOTHING);
	end(&fixture);
}

/* Two stands beside one, some of them in the same words. */
static void stand_by_stand(void **state)
{
	static const char text[] = "title: Stands\n"
				   "parties: {norland: {name: Norland}}\n"
				   "themes: {a: {title: A}}\n"
				   "sources: {varga: {type: book, title: Varga}}\n"
				   "events:\n"
				   "  - {id: one, title: One, date: 1856-01-01, positions: [\n"
				   "      {issue: a, party: norland, text: x, source: varga},\n"
				   "      {issue: a, party: norland, text: y, source: varga}]}\n"
				   "  - {id: two, title: Two, date: 1857-01-01, positions: [\n"
				   "      {issue: a, party: norland, text: y, source: varga}]}\n"
				   "  - {id: three, title: Three, date: 1858-01-01, positions: [\n"
				   "      {issue: a, party: norland, text: z, source: varga},\n"
				   "      {issue: a, party: norland, text: Y, source: varga},\n"
				   "      {issue: a, party: norland, text: v, source: varga}]}\n"
				   "  - {id: four, title: Four, date: 1859-01-01, positions: [\n"
				   "      {issue: a, party: norland, text: w, source: varga}]}\n";
	static const struct {
		uint32_t count, gone;
		enum contrast contrasts[3];
	} wanted[] = {
		{2, 0, {CONTRAST_NOTHING, CONTRAST_NOTHING}}, {1, 1, {CONTRAST_SAME}},
		{3, 0, {CONTRAST_RIGHT, CONTRAST_SAME, CONTRAST_RIGHT}},
		{1, 0, {CONTRAST_DIFFERS}}, /* of three in other words none is gone */
	};
	struct record *record = read_bytes(text, sizeof text - 1);
	struct result all = result_all(record);
	struct arena arena = {0};
	struct position_table table;
	(void)state;
	positions_collect(&arena, &all, &table);
	assert_int_equal(table.meeting_count, 4);
	for (uint32_t m = 0; m < 4; m++) {
		struct position_cell cell = positions_cell(&table, 0, m);
		assert_int_equal(cell.count, wanted[m].count);
		assert_int_equal(cell.before, m ? m - 1 : POSITIONS_NEVER);
		assert_int_equal(cell.gone, wanted[m].gone);
		for (uint32_t n = 0; n < wanted[m].count; n++)
			assert_int_equal(cell.stands[n].contrast, wanted[m].contrasts[n]);
	}
	arena_free(&arena);
	record_free(record);
}

/* What was said before and no more is told only beside a cell of which nothing is hidden. */
static void gone_beside_what_is_hidden(void **state)
{
	static const char text[] = "title: Stands\n"
				   "parties: {norland: {name: Norland}}\n"
				   "themes: {a: {title: A}}\n"
				   "sources: {varga: {type: book, title: Varga}}\n"
				   "events:\n"
				   "  - {id: one, title: One, date: 1856-01-01, positions: [\n"
				   "      {issue: a, party: norland, text: x, source: varga},\n"
				   "      {issue: a, party: norland, text: y, source: varga},\n"
				   "      {issue: a, party: norland, text: z, source: varga}]}\n"
				   "  - {id: two, title: Two, date: 1857-01-01, positions: [\n"
				   "      {issue: a, party: norland, text: y, source: varga}]}\n"
				   "  - {id: eve, title: Eve, date: 1857-01-02, positions: [\n"
				   "      {issue: a, party: norland, text: x, source: varga}]}\n";
	static const struct {
		const char *terms;
		uint32_t count, gone;
	} cases[] = {
		{"id:one,two,eve", 2, 1},
		{"id:one,two", 1, 0},
		{"id:two,eve", 2, 0},
	};
	struct record *record = read_bytes(text, sizeof text - 1);
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena arena = {0};
		struct result result;
		struct position_table table;
		every_select(record, cases[i].terms, DATE_OPEN_END, &arena, &result);
		positions_collect(&arena, &result, &table);
		struct position_cell cell = positions_cell(&table, 0, table.meeting_count - 1);
		assert_int_equal(cell.count, cases[i].count);
		assert_int_equal(cell.gone, cases[i].gone);
		arena_free(&arena);
	}
	record_free(record);
}

/* The stand of a comparison's right side, and what it says of it; NULL where there is none. */
static const struct compare_line *line_with(
	const struct compare *compare, const struct position *position)
{
	for (uint32_t i = 0; i < compare->count; i++)
		if (compare->lines[i].cells[COMPARE_RIGHT].position == position)
			return &compare->lines[i];
	return NULL;
}

/* Every meeting of the record laid beside the one before it: of each stand that a party takes at both, the
 * comparison says what the table does; nothing, where it has no stand beside it. */
static void both_tables_say_the_same(void **state)
{
	static const char *const paths[] = {"events.yaml", "tests/data/talks.yaml"};
	size_t compared = 0;
	(void)state;
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		struct record *record = read_file(paths[i]);
		struct result all = result_all(record);
		struct arena arena = {0};
		struct position_table table;
		positions_collect(&arena, &all, &table);
		for (uint32_t m = 1; m < table.meeting_count; m++) {
			struct compare compare;
			assert_true(compare_refs(&arena, &all,
				record_event_ref(record, table.meetings[m - 1].main),
				record_event_ref(record, table.meetings[m].main), &compare));
			for (uint32_t line = 0; compare.near && line < table.line_count; line++) {
				struct position_cell cell = positions_cell(&table, line, m);
				if (!positions_cell(&table, line, m - 1).count)
					continue;
				for (uint32_t n = 0; n < cell.count; n++, compared++) {
					const struct compare_line *at = line_with(
						&compare, cell.stands[n].position);
					assert_non_null(at);
					bool beside = at->cells[COMPARE_LEFT].position != NULL;
					assert_int_equal(at->contrast,
						beside ? cell.stands[n].contrast
						       : CONTRAST_NOTHING);
				}
			}
		}
		arena_free(&arena);
		record_free(record);
	}
	print_message("%zu stands\n", compared);
	assert_true(compared > 20);
}

/* What was spoken of at a meeting: by a position of whomever, as a theme of its words, or in words
 * of the party itself. */
static void raised(void **state)
{
	(void)state;
	struct fixture fixture;
	begin(&fixture);
	const struct position_table *table = &fixture.table;
	uint32_t prisoners = line_of(&fixture, "prisoners", "isles");
	uint32_t norland = line_of(&fixture, "tolls", "norland");
	uint32_t sudmark = line_of(&fixture, "tolls", "sudmark");
	assert_int_equal(positions_cell(table, prisoners, 0).raised, RAISED_NOT);
	assert_int_equal(positions_cell(table, prisoners, 1).raised, RAISED_NOT);
	assert_int_equal(positions_cell(table, prisoners, 2).raised, RAISED);
	assert_int_equal(positions_cell(table, sudmark, 0).raised, RAISED);
	assert_int_equal(positions_cell(table, sudmark, 2).raised, RAISED_NOT);
	assert_int_equal(positions_cell(table, norland, 0).raised, RAISED_BY_IT); /* by Orlov */
	assert_int_equal(positions_cell(table, norland, 1).raised, RAISED);
	end(&fixture);
}

/* Südmark's stands of both rounds are selected, and nothing else: its line alone is there, at these
 * two of three meetings, and what Norland said is not told. */
static void a_selection(void **state)
{
	(void)state;
	struct fixture fixture;
	begin(&fixture);
	struct arena arena = {0};
	struct result some;
	struct position_table table;
	every_select(fixture.record, "id:hale-river,brandt-river", DATE_OPEN_END, &arena, &some);
	positions_collect(&arena, &some, &table);
	assert_int_equal(table.meeting_count, 2);
	assert_int_equal(table.all_meetings, 3);
	assert_int_equal(table.all_issues, 3);
	assert_string_equal(table.meetings[0].first->id, "opening");
	assert_string_equal(table.meetings[0].last->id, "week"); /* as without the query */
	assert_int_equal(table.meetings[1].nth, 2);
	assert_string_equal(record_id(fixture.record, table.lines[0].party), "norland");
	struct position_cell before = positions_cell(&table, 0, 0);
	assert_int_equal(before.count, 0);
	assert_true(before.hides); /* the evening, which the query leaves out */
	assert_int_equal(positions_cell(&table, 0, 1).count, 1);
	assert_int_equal(change_of(&table, 0, 1), CONTRAST_NOTHING);
	assert_int_equal(change_of(&table, 1, 1), CONTRAST_SAME);
	arena_free(&arena);
	end(&fixture);
}

/* Of meetings that are wanted each is laid beside the one before it of these. */
static void of_some_meetings(void **state)
{
	(void)state;
	struct record *record = read_file("tests/data/meetings.yaml");
	struct result all = result_all(record);
	struct arena arena = {0};
	struct position_table table;
	positions_collect(&arena, &all, &table);
	assert_int_equal(change_of(&table, 0, 2), CONTRAST_DIFFERS);
	struct refs *events = arena_alloc(&arena, 1, sizeof *events + 2 * sizeof *events->at);
	events->count = 2;
	events->at[0] = record_event_ref(record, &record->events[0]);
	events->at[1] = record_event_ref(record, &record->events[2]);
	struct position_wants wants = {.events = events};
	positions_collect_whole(&arena, &all, &wants, &table);
	assert_int_equal(table.meeting_count, 2);
	assert_int_equal(change_of(&table, 0, 0), CONTRAST_NOTHING);
	assert_int_equal(change_of(&table, 0, 1), CONTRAST_SAME);
	arena_free(&arena);
	record_free(record);
}

#define STAND "positions: [{issue: a, party: n, text: x, source: s}]"

/* What an event without positions reaches: of its talks the last meeting by its day, else the first. A day
 * that has no beginning stands before all. */
static void an_event_reaches_a_meeting(void **state)
{
	static const char text[] =
		"title: Reach\nparties: {n: {name: Norland}}\nthemes: {a: {title: A}}\n"
		"sources: {s: {type: book, title: S}}\n"
		"eras:\n"
		"  one: {title: One, date: 1900}\n  two: {title: Two, date: 1900}\n"
		"  mute: {title: Mute, date: 1900}\n  gone: {title: Gone, date: 1900}\n"
		"events:\n"
		"  - {id: early, era: one, date: 1900-01-01, title: T}\n"
		"  - {id: first, era: one, date: 1900-02-01, title: T, " STAND "}\n"
		"  - {id: other, era: two, date: 1900-02-02, title: T, " STAND "}\n"
		"  - {id: aside, era: two, date: 1900-02-28, title: T}\n"
		"  - {id: second, era: one, date: 1900-03-01, title: T, " STAND "}\n"
		"  - {id: between, era: one, date: 1900-03-31, title: T}\n"
		"  - {id: coarse, era: one, date: 1900, title: T}\n"
		"  - {id: third, era: one, date: 1900-04-01, title: T, " STAND "}\n"
		"  - {id: day, era: one, date: 1900-04-01, title: T}\n"
		"  - {id: late, era: one, date: 1900-12-01, title: T}\n"
		"  - {id: silent, era: mute, date: 1900-05-01, title: T}\n"
		"  - {id: none, date: 1905-05-01, title: T}\n"
		"  - {id: ends, era: gone, date: 1900-06-01, title: T, " STAND "}\n"
		"  - {id: begun, era: gone, date: 1900-06-20, title: T}\n"
		"  - {id: open, era: gone, date: ../1900-07-01, title: T, " STAND "}\n";
	static const char *const reached[][2] = {{"early", "first"}, {"aside", "other"},
		{"between", "second"}, {"coarse", "third"}, {"day", "third"}, {"late", "third"},
		{"silent", NULL}, {"none", NULL}, {"begun", "open"}};
	(void)state;
	struct record *record = every_made(text);
	const struct position_wants wants = {0};
	for (size_t i = 0; i < sizeof reached / sizeof *reached; i++) {
		struct arena arena = {0};
		struct result some;
		struct position_table table;
		char query[32];
		snprintf(query, sizeof query, "id:%s", reached[i][0]);
		every_select(record, query, DATE_OPEN_END, &arena, &some);
		positions_collect_whole(&arena, &some, &wants, &table);
		assert_int_equal(table.meeting_count, reached[i][1] ? 1 : 0);
		if (reached[i][1])
			assert_string_equal(table.meetings[0].first->id, reached[i][1]);
		arena_free(&arena);
	}
	record_free(record);
}

static bool tells_all(const struct position_table *table, uint32_t line, uint32_t nth)
{
	const struct position_line *at = &table->lines[line];
	for (uint32_t i = at->first; i < at->first + at->count; i++)
		if (table->stands[i].meeting <= nth && !table->stands[i].selected)
			return false;
	return true;
}

/* Each stand has the sign that it has without the query, or none; and so has a cell without. */
static void check_changes(const struct position_table *some, uint32_t line, uint32_t meeting,
	const struct position_table *all, uint32_t whole)
{
	uint32_t nth = some->meetings[meeting].nth;
	struct position_cell cell = positions_cell(some, line, meeting);
	struct position_cell full = positions_cell(all, whole, nth);
	for (uint32_t n = 0; n < cell.count; n++) {
		uint32_t k = 0;
		while (k < full.count && full.stands[k].position != cell.stands[n].position)
			k++;
		assert_true(k < full.count);
		if (cell.stands[n].contrast == full.stands[k].contrast)
			continue;
		assert_int_equal(cell.stands[n].contrast, CONTRAST_NOTHING);
		assert_false(tells_all(some, line, nth));
	}
	if (cell.none != full.none || cell.gone != full.gone) {
		assert_int_equal(cell.none, CONTRAST_NOTHING);
		assert_int_equal(cell.gone, 0);
		assert_false(tells_all(some, line, nth));
	}
	if (cell.hides)
		assert_int_equal(cell.gone, 0);
}

/* Each cell beside the same one without the query. Returns how many there are. */
static size_t check_cells(const struct position_table *some, const struct position_table *all)
{
	size_t selected = 0;
	for (uint32_t line = 0; line < some->line_count; line++) {
		uint32_t whole = every_line_like(all, &some->lines[line]);
		for (uint32_t m = 0; m < some->meeting_count; m++) {
			uint32_t nth = some->meetings[m].nth;
			struct position_cell cell = positions_cell(some, line, m);
			struct position_cell full = positions_cell(all, whole, nth);
			assert_false(full.hides);
			assert_int_equal(cell.raised, full.raised);
			if (cell.hides)
				assert_true(cell.count < full.count);
			else
				assert_int_equal(cell.count, full.count);
			check_changes(some, line, m, all, whole);
			selected += cell.count;
		}
	}
	return selected;
}

static size_t count_selected(const struct result *result)
{
	size_t count = 0;
	for (uint32_t row = 0; row < result->event_count; row++) {
		const struct positions *positions = result_event(result, row)->positions;
		for (uint32_t i = 0; positions && i < positions->count; i++)
			count += positions_is_shown(result, &positions->at[i]);
	}
	return count;
}

/* What was known on a day; no day has the same that has as much, since it only grows. */
struct known {
	struct arena arena;
	struct result result;
	struct position_table table;
};

static struct known know(const struct record *record, int64_t day)
{
	struct known known = {.arena = {0}};
	every_select(record, NULL, day, &known.arena, &known.result);
	positions_collect(&known.arena, &known.result, &known.table);
	return known;
}

static bool is_as_much(const struct known *a, const struct known *b)
{
	return a->result.event_count == b->result.event_count &&
		a->result.quote_count == b->result.quote_count &&
		a->table.stand_count == b->table.stand_count;
}

/* From a term on each of so many. Returns how many there are. */
static size_t check_day(const struct record *record, const struct every_terms *terms, size_t from,
	size_t step, int64_t day, const struct position_table *all)
{
	size_t tables = 0;
	for (size_t t = from; t < terms->count; t += step, tables++) {
		struct arena arena = {0};
		struct result result;
		struct position_table some;
		every_select(record, terms->at[t], day, &arena, &result);
		positions_collect(&arena, &result, &some);
		assert_int_equal(some.all_issues, all->issue_count);
		assert_int_equal(some.all_meetings, all->meeting_count);
		assert_int_equal(check_cells(&some, all), count_selected(&result));
		arena_free(&arena);
	}
	return tables;
}

/* No query makes a cell say what it does not say without it, on whatever day. */
static void a_query_changes_no_cell(void **state)
{
	size_t tables = 0;
	(void)state;
	for (int i = 0; every_record[i]; i++) {
		struct record *record = every_read(every_record[i]);
		struct every_terms terms = every_terms(record);
		struct every_days days = every_days(record);
		struct known before = know(record, days.at[0]);
		/* Of the big record one day the one half, one day the other. */
		size_t step = getenv("COMPARE_ALL") ? 1 : (i ? 1 : 2) * effort_step(3), nth = 0;
		for (size_t k = 1; k < days.count; k++) {
			struct known known = know(record, days.at[k]);
			if (known.table.stand_count && !is_as_much(&before, &known))
				tables += check_day(known.result.record, &terms, nth++ % step, step,
					days.at[k], &known.table);
			arena_free(&before.arena);
			before = known;
		}
		arena_free(&before.arena);
		every_free(record, &terms, &days);
	}
	print_message("%zu tables\n", tables);
	assert_true(tables > 1000 / effort_step(3));
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
				   "      - {issue: b, party: norland, text: x, source: courier}\n"
				   "      - {issue: b, party: norland, text: x, quote: q,\n"
				   "         says: courier}\n";
	static const char *const signers[] = {
		"norland", "varga", "courier", "hale", "varga", "courier", "courier"};
	static const char *const sources[] = {
		"courier", "courier", "courier", "varga", "varga", "courier", "courier"};
	(void)state;
	struct record *record = read_bytes(text, sizeof text - 1);
	const struct positions *positions = record->events[0].positions;
	assert_int_equal(positions->count, 7);
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
		cmocka_unit_test(stand_by_stand),
		cmocka_unit_test(gone_beside_what_is_hidden),
		cmocka_unit_test(both_tables_say_the_same),
		cmocka_unit_test(lines_in_the_order_of_the_file),
		cmocka_unit_test(cells),
		cmocka_unit_test(changes),
		cmocka_unit_test(raised),
		cmocka_unit_test(a_selection),
		cmocka_unit_test(of_some_meetings),
		cmocka_unit_test(an_event_reaches_a_meeting),
		cmocka_unit_test(a_query_changes_no_cell),
		cmocka_unit_test(none),
		cmocka_unit_test(words),
		cmocka_unit_test(signed_by),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
