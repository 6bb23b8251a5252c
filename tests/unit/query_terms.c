/* What terms promise of every record: "by:" asked of each person, party and source; and that a line
 * of the index counts what its query selects. */
#include "tests/unit/every.h"

#include "base/text.h"
#include "query/voices.h"

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

/* Of what is known on a day, `by:` is what is by somebody, and `-by:` all else. */
static void assert_by(
	const struct record *record, const struct result *all, struct ref of, bool negated)
{
	struct arena arena = {0};
	struct result some;
	struct buf query = {0};
	buf_format(&query, "%sby:%s", negated ? "-" : "", record_id(record, of));
	every_select(all->record, query.text, all->day, &arena, &some);
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++)
		if (result_has_quote(&some, i) !=
			(is_by(record, &record->quotes[i], of) != negated &&
				result_has_quote(all, i)))
			fail_msg("%s: %s", query.text,
				record_id(record, record_ref(THING_QUOTE, i)));
	for (uint32_t row = 0; !negated && row < some.event_count; row++)
		if (!result_quote_count(&some, result_event(&some, row)))
			fail_msg("%s: an event for its own sake", query.text);
	asked++;
	buf_free(&query);
	arena_free(&arena);
}

/* On every day; the rest, which costs as much again, without a day. */
static void assert_by_of(
	const struct record *record, struct ref of, const struct result *known, size_t count)
{
	for (size_t n = 0; n < count; n++)
		assert_by(record, &known[n], of, false);
	assert_by(record, &known[count - 1], of, true);
}

/* What is known, once for all days on which it is the same: it only grows. The last is without a
 * day. Returns how many there are. */
static size_t know(const struct record *record, const struct every_days *days, struct arena *arena,
	struct result *known)
{
	size_t count = 0;
	for (size_t n = 0; n < days->count; n++) {
		every_select(record, NULL, days->at[n], arena, &known[count]);
		const struct result *before = count ? &known[count - 1] : NULL;
		if (!before || days->at[n] == DATE_OPEN_END ||
			known[count].event_count > before->event_count ||
			known[count].quote_count > before->quote_count)
			count++;
	}
	return count;
}

static void by_is_what_was_said_itself(void **state)
{
	(void)state;
	static const enum thing things[] = {THING_PERSON, THING_PARTY, THING_SOURCE};
	for (int i = 0; every_record[i]; i++) {
		struct arena arena = {0};
		struct record *record = every_read(every_record[i]);
		struct every_days days = every_days(record);
		struct result *known = arena_alloc(&arena, days.count, sizeof *known);
		size_t count = know(record, &days, &arena, known);
		for (size_t kind = 0; kind < sizeof things / sizeof *things; kind++)
			for (uint32_t k = 0; k < record->counts[things[kind]]; k++)
				assert_by_of(record, record_ref(things[kind], k), known, count);
		every_free(record, &(struct every_terms){0}, &days);
		arena_free(&arena);
	}
	assert_true(asked > 1000);
	print_message("by: asked %u times\n", asked);
}

/* How many utterances the quotations of a result are: renderings of one are one. */
static uint32_t utterances(const struct record *record, const struct result *result)
{
	uint32_t count = 0;
	uint8_t *seen = mem_zero(record->counts[THING_QUOTE] + 1, 1);
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++)
		if (result_has_quote(result, i)) {
			count += !seen[quote_utterance(record, i)];
			seen[quote_utterance(record, i)] = 1;
		}
	free(seen);
	return count;
}

/* Of a person and of a party's heading the index counts each utterance; of a party and a source
 * themselves those that are nobody else's, so it may count fewer. */
static void assert_line(const struct result *all, const struct voices_line *line)
{
	const struct record *record = all->record;
	struct arena arena = {0};
	struct result some;
	struct buf query = {0};
	voices_query(&query, record, line, VOICES_SPEAKERS);
	every_select(record, buf_string(&query), all->day, &arena, &some);
	uint32_t shown = utterances(record, &some);
	bool exact = line->heading || line->of.thing == THING_PERSON || !record->utterances;
	if (exact ? shown != line->total : shown < line->total)
		fail_msg("%s: the index counts %u, and shows %u", buf_string(&query),
			(unsigned)line->total, (unsigned)shown);
	buf_free(&query);
	arena_free(&arena);
}

/* Of a part, what a line counts is what is left of it where its query is asked of that part. */
static void a_part_counts_what_is_picked_of_it(void **state)
{
	(void)state;
	static const char *const parts[] = {
		"theme:guarantees", "2022-03-29", "russia", "by:ukraine", "has:variants peace"};
	struct record *record = every_read("events.yaml");
	struct result all = result_all(record);
	struct threads *threads = threads_create(record);
	unsigned lines = 0, fewer = 0;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		struct arena arena = {0};
		struct result part;
		struct query_problem problem;
		assert_true(select_run(record, &(struct select_options){.query = parts[i]}, &arena,
			&part, &problem));
		struct voices *voices = voices_make_part(threads, &part, &all, VOICES_SPEAKERS);
		for (uint32_t k = 0; k < voices->line_count; k++, lines++) {
			const struct voices_line *line = &voices->lines[k];
			struct result picked;
			struct buf query = {0};
			voices_query(&query, record, line, VOICES_SPEAKERS);
			assert_true(select_run(record,
				&(struct select_options){
					.query = parts[i], .picked = buf_string(&query)},
				&arena, &picked, &problem));
			uint32_t shown = utterances(record, &picked);
			bool exact = line->heading || line->of.thing == THING_PERSON;
			if (exact ? shown != line->total : shown < line->total)
				fail_msg("%s, %s: %u, not %u", parts[i], buf_string(&query),
					(unsigned)shown, (unsigned)line->total);
			assert_true(line->whole >= line->total);
			fewer += line->whole > line->total;
			buf_free(&query);
		}
		voices_free(voices);
		arena_free(&arena);
	}
	assert_true(lines > 40 && fewer > 20);
	threads_free(threads);
	record_free(record);
}

static void the_index_counts_what_enter_shows(void **state)
{
	(void)state;
	unsigned lines = 0, headings = 0;
	for (int i = 0; every_record[i]; i++) {
		struct record *record = every_read(every_record[i]);
		struct every_days days = every_days(record);
		for (size_t n = 0; n < days.count; n++) {
			struct arena arena = {0};
			struct result all;
			every_select(record, NULL, days.at[n], &arena, &all);
			struct threads *threads = threads_create(all.record);
			struct voices *voices = voices_make(threads, &all, VOICES_SPEAKERS);
			for (uint32_t k = 0; k < voices->line_count; k++) {
				assert_line(&all, &voices->lines[k]);
				headings += voices->lines[k].heading;
			}
			lines += voices->line_count;
			voices_free(voices);
			threads_free(threads);
			arena_free(&arena);
		}
		every_free(record, &(struct every_terms){0}, &days);
	}
	assert_true(headings > 100);
	print_message("%u lines of the index, %u of them headings\n", lines, headings);
}

/* What is kept for a needle: the lines that have it, and all of a group whose heading has it; nobody
 * else, but where nobody has it. */
static void assert_kept(const struct voices *voices, const char *needle)
{
	uint32_t *hits = mem_alloc((voices->line_count + 1) * sizeof *hits), best, at = 0;
	uint32_t count = voices_fit(voices, needle, hits, &best);
	bool group = false;
	for (uint32_t n = 0; n < voices->line_count; n++) {
		const struct voices_line *line = &voices->lines[n];
		bool begins = !n || !line->group ||
			strcmp(line->group, voices->lines[n - 1].group) != 0;
		struct buf folded = {0};
		if (line->group)
			text_fold(&folded, line->group, strlen(line->group));
		if (begins)
			group = strstr(buf_string(&folded), needle) ||
				(line->heading && strstr(line->folded, needle));
		bool wanted = group || strstr(line->folded, needle);
		bool kept = at < count && hits[at] == n;
		if (wanted != kept)
			fail_msg("\"%s\" %s line %u: %s", needle, kept ? "keeps" : "drops",
				(unsigned)n, line->folded);
		at += kept;
		buf_free(&folded);
	}
	assert_true(best < count);
	free(hits);
}

/* Each name of each line typed, its first three letters, and each heading. */
static void letters_keep_whole_groups(void **state)
{
	(void)state;
	unsigned needles = 0;
	for (int i = 0; every_record[i]; i++) {
		struct record *record = every_read(every_record[i]);
		struct threads *threads = threads_create(record);
		struct result all = result_all(record);
		for (int page = 0; page < VOICES_PAGES; page++) {
			struct voices *voices = voices_make(threads, &all, (enum voices_page)page);
			for (uint32_t n = 0; n < voices->line_count; n++) {
				struct buf names = {0};
				buf_text(&names, voices->lines[n].folded);
				for (char *name = strtok(names.text, "\n"); name;
					name = strtok(NULL, "\n"), needles++) {
					assert_kept(voices, name);
					name[text_length(name, strlen(name)) == strlen(name) &&
								strlen(name) > 3
							? 3
							: strlen(name)] = '\0';
					assert_kept(voices, name);
				}
				buf_free(&names);
			}
			voices_free(voices);
		}
		threads_free(threads);
		record_free(record);
	}
	print_message("%u names of lines typed\n", needles);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(by_is_what_was_said_itself),
		cmocka_unit_test(the_index_counts_what_enter_shows),
		cmocka_unit_test(a_part_counts_what_is_picked_of_it),
		cmocka_unit_test(letters_keep_whole_groups),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
