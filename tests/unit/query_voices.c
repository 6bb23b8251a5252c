/* Who speaks, how often, and under which era; and what letters find. */
#include "base/buf.h"
#include "base/diag.h"
#include "load/load.h"
#include "query/select.h"
#include "query/voices.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char text[] =
	"title: T\n"
	"eras: {later: {title: Later, date: 1919/1925}, age: {title: Age, date: 1900/1915}, "
	"never: {title: Never, date: 1700}}\n"
	"sources: {book: {type: book, title: Book}, paper: {type: article, title: Paper}}\n"
	"parties: {north: {name: North}, south: {name: South}, east: {name: East}}\n"
	"people:\n"
	"  ann: {name: Ann Ödmark, aliases: [Анна], party: south}\n"
	"  bob: {name: Bob, party: south}\n"
	"  cy: {name: Cy, party: north}\n"
	"  dee: {name: Dee, party: east}\n"
	"  eve: {name: Eve}\n"
	"themes: {idle: {title: Idle}, peace: {title: Peace, aliases: [calm]}}\n"
	"events:\n"
	"  - id: first\n"
	"    title: First\n"
	"    date: 1910\n"
	"    people: [eve, ann]\n"
	"    quotes:\n"
	"      - {id: a1, speaker: ann, text: A., source: book, themes: peace}\n"
	"      - {id: b1, speaker: bob, text: B., source: paper, themes: peace, kind: paraphrase}\n"
	"      - {id: c1, speaker: cy, text: C., source: paper}\n"
	"      - {id: n1, text: N., source: paper}\n"
	"  - id: second\n"
	"    title: Second\n"
	"    date: 1920\n"
	"    host: dee\n"
	"    quotes:\n"
	"      - {id: b2, speaker: bob, text: B., source: book}\n"
	"      - {id: v1, kind: thesis, text: V., source: book, also_in: [{source: paper}]}\n"
	"  - id: between\n"
	"    title: Between\n"
	"    date: 1917\n"
	"    quotes: [{id: b3, speaker: bob, text: B., source: book}]\n"
	"parallels: [{between: [first, second], claim: Likewise., claimed_by: ann}]\n";

static struct record *record;
static struct threads *threads;

static int open_text(void **state)
{
	(void)state;
	struct diag_list *diags = diag_create();
	struct load_input input = {"test.yaml", text, strlen(text)};
	record = load_record(&input, 1, NULL, diags);
	diag_print(diags, stderr, DIAG_ERROR, false);
	diag_free(diags);
	threads = threads_create(record);
	return record ? 0 : -1;
}

static int close_text(void **state)
{
	(void)state;
	threads_free(threads);
	record_free(record);
	return 0;
}

/* "South ann 1; South bob 3; ..." */
static void check_lines(const struct voices *voices, const char *wanted)
{
	struct buf out = {0};
	for (uint32_t n = 0; n < voices->line_count; n++) {
		const struct voices_line *line = &voices->lines[n];
		const char *id = record_id(record, line->of);
		buf_format(&out, "%s%s%s%s%s%s %u", n ? "; " : "", line->group ? line->group : "",
			line->group ? " " : "", id ? id : "?", line->suffix ? "/" : "",
			line->suffix ? line->suffix : "", (unsigned)line->total);
	}
	assert_string_equal(buf_string(&out), wanted);
	buf_free(&out);
}

static void test_speakers(void **state)
{
	(void)state;
	struct result all = result_all(record);
	struct voices *voices = voices_make(threads, &all, VOICES_SPEAKERS);
	check_lines(voices,
		"South south 4; South bob 3; South ann 1; others cy/North 1; the sources book 1");
	assert_int_equal(voices->unattributed, 1);
	/* Dee gave the table and Eve sat at it; neither is heard. */
	assert_int_equal(voices->silent_count, 2);
	assert_string_equal(record->people[voices->silent[0]].id, "dee");
	assert_string_equal(record->people[voices->silent[1]].id, "eve");
	assert_int_equal(voices->counts.of[QUOTE_QUOTATION], 4);
	assert_int_equal(voices->counts.of[QUOTE_PARAPHRASE], 1);
	assert_int_equal(voices->counts.of[QUOTE_THESIS], 1);
	voices_free(voices);
}

static void test_eras_in_the_order_of_time(void **state)
{
	(void)state;
	struct result all = result_all(record);
	struct voices *voices = voices_make(threads, &all, VOICES_SPEAKERS);
	/* "Never" has no entries; what stands between eras comes last. */
	assert_int_equal(voices->era_count, 3);
	assert_string_equal(record_id(record, voices->eras[0].era), "age");
	assert_string_equal(record_id(record, voices->eras[1].era), "later");
	assert_int_equal(voices->eras[2].era.thing, THING_NONE);
	const struct voices_line *bob = &voices->lines[1];
	assert_int_equal(voices_at(bob, 0).of[QUOTE_PARAPHRASE], 1);
	assert_int_equal(voices_at(bob, 0).of[QUOTE_QUOTATION], 0);
	assert_int_equal(voices_at(bob, 1).of[QUOTE_QUOTATION], 1);
	assert_int_equal(voices_at(bob, 2).of[QUOTE_QUOTATION], 1);
	assert_int_equal(voices_at(&voices->lines[2], 2).of[QUOTE_QUOTATION], 0);
	voices_free(voices);
}

static void test_other_pages(void **state)
{
	(void)state;
	struct result all = result_all(record);
	struct voices *voices = voices_make(threads, &all, VOICES_THEMES);
	check_lines(voices, "peace 2; idle 0");
	voices_free(voices);
	voices = voices_make(threads, &all, VOICES_SOURCES);
	check_lines(voices, "book 4; paper 4");
	voices_free(voices);
	voices = voices_make(threads, &all, VOICES_PARALLELS);
	check_lines(voices, "Ann Ödmark ? 2");
	assert_int_equal(voices_at(&voices->lines[0], 0).of[QUOTE_QUOTATION], 1);
	assert_int_equal(voices_at(&voices->lines[0], 1).of[QUOTE_QUOTATION], 1);
	voices_free(voices);
}

static void test_only_what_is_selected(void **state)
{
	(void)state;
	struct result some = result_all(record);
	static const uint32_t events[] = {1}; /* between */
	some.events = events;
	some.event_count = 1;
	struct voices *voices = voices_make(threads, &some, VOICES_SPEAKERS);
	check_lines(voices, "people bob/South 1");
	assert_int_equal(voices->silent_count, 0);
	voices_free(voices);
	voices = voices_make(threads, &some, VOICES_PARALLELS);
	assert_int_equal(voices->line_count, 0);
	voices_free(voices);
}

/* Lines of these names ("South/ann|anna" has a group and two names) that fit: "0 2*", the best
 * starred. */
static void check_fit(
	const char *const *lines, uint32_t count, const char *needle, const char *wanted)
{
	struct voices_line made[8] = {{{0}}};
	char texts[8][80], groups[8][20];
	uint32_t hits[8], best;
	for (uint32_t n = 0; n < count; n++) {
		const char *slash = strchr(lines[n], '/');
		snprintf(texts[n], sizeof texts[n], "%s", slash ? slash + 1 : lines[n]);
		snprintf(groups[n], sizeof groups[n], "%.*s", slash ? (int)(slash - lines[n]) : 0,
			lines[n]);
		for (char *bar; (bar = strchr(texts[n], '|'));)
			*bar = '\n';
		made[n].folded = texts[n];
		made[n].group = slash ? groups[n] : NULL;
	}
	struct voices voices = {.lines = made, .line_count = count};
	struct buf out = {0};
	uint32_t found = voices_fit(&voices, needle, hits, &best);
	for (uint32_t i = 0; i < found; i++)
		buf_format(&out, "%s%u%s", i ? " " : "", (unsigned)hits[i], i == best ? "*" : "");
	if (strcmp(buf_string(&out), wanted) != 0)
		fail_msg("\"%s\" fits %s, not %s", needle, buf_string(&out), wanted);
	buf_free(&out);
}

static void test_letters_narrow(void **state)
{
	(void)state;
	static const char *const names[] = {"vladimir medinsky", "medinsky", "comedy", "m. e. dunn",
		"bob|robert", "a claim of some length about two events and their likeness"};
	check_fit(names, 6, "", "0* 1 2 3 4 5");
	check_fit(names, 6, "medx", "");
	/* The beginning of the name is best, then that of a word; a piece is found inside, too. */
	check_fit(names, 6, "med", "0 1* 2");
	/* Strewn letters are looked for where no name has them in one piece; in order, and not in a
	 * long text. */
	check_fit(names, 6, "vmed", "0*");
	check_fit(names, 6, "acl", "");
	check_fit(names, 6, "two", "5*");
	/* Any of the names, but never across two; strewn letters only in what is seen. */
	check_fit(names, 6, "rob", "4*");
	check_fit(names, 6, "bro", "");
	check_fit(names, 6, "rbt", "");
	/* A heading keeps its whole group. */
	static const char *const groups[] = {
		"South/ann", "South/bob", "North/cy of the south", "North/dee", "others/bo"};
	check_fit(groups, 5, "south", "0 1 2*");
	check_fit(groups, 5, "sou", "0 1 2*");
	check_fit(groups, 5, "north", "2* 3");
	check_fit(groups, 5, "bo", "1* 4");
	check_fit(groups, 5, "other", "4*");
}

static uint32_t hits_of(const struct voices *voices, const char *needle, uint32_t *first)
{
	uint32_t hits[64], best;
	assert_true(voices->line_count <= 64);
	uint32_t count = voices_fit(voices, needle, hits, &best);
	*first = count ? hits[0] : 0;
	return count;
}

static void test_names_and_aliases_without_diacritics(void **state)
{
	(void)state;
	struct result all = result_all(record);
	struct voices *voices = voices_make(threads, &all, VOICES_SPEAKERS);
	uint32_t first;
	assert_int_equal(hits_of(voices, "odmark", &first), 1);
	assert_string_equal(record_id(record, voices->lines[first].of), "ann");
	assert_null(voices_why(&voices->lines[first], "odmark", "ann odmark"));
	assert_int_equal(hits_of(voices, "анна", &first), 1);
	assert_string_equal(voices_why(&voices->lines[first], "анна", "ann odmark"), "Анна");
	/* The line of a party, and with it all who stand there. */
	assert_int_equal(hits_of(voices, "south", &first), 3);
	assert_true(voices->lines[first].heading);
	voices_free(voices);
}

/* "South ann 1": a line of the text in which these quotations are renderings of others. */
static void check_rendered(const char *same[][2], enum voices_page page, const char *wanted,
	uint32_t renderings, uint32_t unattributed)
{
	struct diag_list *diags = diag_create();
	struct buf yaml = {0};
	const char *at = text, *found;
	for (int n = 0; same[n][0]; n++, at = found) {
		struct buf id = {0};
		buf_format(&id, "id: %s,", same[n][0]);
		found = strstr(at, buf_string(&id));
		assert_non_null(found);
		buf_add(&yaml, at, (size_t)(found - at));
		buf_format(&yaml, "same_as: %s, ", same[n][1]);
		buf_free(&id);
	}
	buf_text(&yaml, at);
	struct load_input input = {"test.yaml", yaml.text, yaml.len};
	struct record *before = record, *rendered = load_record(&input, 1, NULL, diags);
	assert_non_null(rendered);
	struct threads *of = threads_create(rendered);
	struct result all = result_all(rendered);
	struct voices *voices = voices_make(of, &all, page);
	record = rendered;
	check_lines(voices, wanted);
	record = before;
	assert_int_equal(voices->renderings, renderings);
	assert_int_equal(voices->unattributed, page == VOICES_SPEAKERS ? unattributed : 0);
	voices_free(voices);
	threads_free(of);
	record_free(rendered);
	diag_free(diags);
	buf_free(&yaml);
}

/* Renderings of one utterance are one voice, whoever else is named for it, and its exact words are
 * what counts. */
static void test_one_utterance_counts_once(void **state)
{
	(void)state;
	check_rendered((const char *[][2]){{"b1", "b2"}, {"b3", "b1"}, {NULL, NULL}},
		VOICES_SPEAKERS,
		"South south 2; South ann 1; South bob 1; others cy/North 1; the "
		"sources book 1",
		2, 1);
	check_rendered((const char *[][2]){{"b1", "b2"}, {"n1", "b3"}, {NULL, NULL}},
		VOICES_SPEAKERS,
		"South south 3; South bob 2; South ann 1; others cy/North 1; the "
		"sources book 1",
		2, 0);
	check_rendered((const char *[][2]){{"b1", "a1"}, {NULL, NULL}}, VOICES_THEMES,
		"peace 2; idle 0", 0, 1);
}

/* Ann has words in the record, and is not silent because others were asked for. */
static void test_who_is_silent(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct result result;
	struct query_problem problem;
	const struct select_options options = {.query = "speaker:cy"};
	assert_true(select_run(record, &options, &arena, &result, &problem));
	struct voices *voices = voices_make(threads, &result, VOICES_SPEAKERS);
	assert_int_equal(voices->silent_count, 1);
	assert_string_equal(record->people[voices->silent[0]].id, "eve");
	voices_free(voices);
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_speakers),
		cmocka_unit_test(test_eras_in_the_order_of_time),
		cmocka_unit_test(test_other_pages),
		cmocka_unit_test(test_one_utterance_counts_once),
		cmocka_unit_test(test_only_what_is_selected),
		cmocka_unit_test(test_who_is_silent),
		cmocka_unit_test(test_letters_narrow),
		cmocka_unit_test(test_names_and_aliases_without_diacritics),
	};
	return cmocka_run_group_tests(tests, open_text, close_text);
}
