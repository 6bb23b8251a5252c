/* Searching: hits forward, backward and counted are the same ones, whatever was folded before; and
 * marks are clusters of the text as it stands. */
#include "tests/unit/query_lesson.h"

#include "base/text.h"
#include "query/search_best.h"
#include "query/search_text.h"

#include <stdlib.h>

static struct record *record;

static int setup(void **state)
{
	(void)state;
	record = lesson_read();
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	record_free(record);
	return 0;
}

/* All hits one after another: "treaty more-ink". */
static void write_hits(struct search *search, const struct pattern *pattern,
	const struct result *result, enum search_way way, struct buf *out)
{
	struct ref at = {THING_NONE, 0};
	while (search_find(search, pattern, result, at, way, &at)) {
		if (out->len)
			buf_char(out, ' ');
		buf_text(out, record_id(result->record, at));
	}
}

static void assert_hits(const char *typed, const char *query, const char *hits)
{
	struct search *search = search_create(record);
	struct arena arena = {0};
	struct pattern pattern;
	struct result result;
	struct query_problem problem;
	struct buf out = {0};
	assert_true(select_run(
		record, &(struct select_options){.query = query}, &arena, &result, &problem));
	assert_true(pattern_read(search, &arena, typed, strlen(typed), &pattern));
	write_hits(search, &pattern, &result, SEARCH_NEXT, &out);
	if (strcmp(buf_string(&out), hits) != 0)
		fail_msg("\"%s\" finds \"%s\", not \"%s\"", typed, buf_string(&out), hits);
	buf_free(&out);
	arena_free(&arena);
	search_free(search);
}

static void what_is_typed_is_found(void **state)
{
	(void)state;
	assert_hits("INK", NULL, "more-ink dry");
	assert_hits("five weeks", NULL, "more-ink");
	assert_hits("five  weeks", NULL, "more-ink");
	assert_hits("smiling, signs", NULL, "treaty");
	assert_hits("orló", NULL, "treaty dry late");
	assert_hits("t", "1856", "opening treaty more-ink dry view");
	assert_hits("river", NULL, "treaty late");
	assert_hits("river", "speaker:orlov", "treaty late");
	assert_hits("river", "1856", "treaty");
	assert_hits("weeks. in", NULL, "");
	assert_hits("day. more", NULL, "");
	assert_hits("\"", NULL, "none");
	assert_hits("zzz", NULL, "");
	/* A thesis is its source's, which is found by its author and by its title. */
	assert_hits("documents of", NULL, "view");
	/* What is printed under words is found, by the name that stands there and not by its date; the event
	 * that has it for a source, too, is no stop beside its words. */
	assert_hits("varga", NULL, "more-ink view late none");
	assert_hits("1881", NULL, "");
}

/* A query asks what is said; for what stands in a source it has source:. */
static void a_query_leaves_sources_out(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct result result;
	struct query_problem problem;
	assert_true(select_run(
		record, &(struct select_options){.query = "varga"}, &arena, &result, &problem));
	assert_int_equal(result.event_count, 1);
	assert_int_equal(result.quote_kinds.of[QUOTE_THESIS], 1);
	arena_free(&arena);
}

static void a_person_is_found_by_any_name(void **state)
{
	(void)state;
	/* "Orlov" stands in the summary of the treaty; the alias is Cyrillic there. */
	assert_hits("Орлов", NULL, "treaty dry late");
	assert_hits("орл", NULL, "treaty dry late");
	assert_hits("the Norland envoy", NULL, "treaty dry late");
	/* Letters that may be missing are few. */
	assert_hits("the Norland en", NULL, "dry late");
	/* "count" is a word of a name, not a name: what is found has the word. */
	assert_hits("count", NULL, "treaty dry late");
	/* "guest" is no family name, nor is "else" of an alias. */
	assert_hits("somebody els", NULL, "");
	assert_hits("or", NULL, "opening treaty more-ink dry view memoirs late after");
}

static void nothing_is_no_pattern(void **state)
{
	(void)state;
	static const char *const empty[] = {"", " ", "\xC2\xAD", "  \n", "ـــ", "َ"};
	struct search *search = search_create(record);
	struct arena arena = {0};
	struct pattern pattern;
	for (size_t i = 0; i < sizeof empty / sizeof *empty; i++)
		assert_false(pattern_read(search, &arena, empty[i], strlen(empty[i]), &pattern));
	arena_free(&arena);
	search_free(search);
}

static void places_and_ways(void **state)
{
	(void)state;
	struct search *search = search_create(record);
	struct arena arena = {0};
	struct pattern pattern;
	struct result all = result_all(record);
	struct ref treaty = record_find(record, "treaty"), ink = record_find(record, "more-ink");
	struct ref dry = record_find(record, "dry"), hit;
	assert_true(pattern_read(search, &arena, "ink", 3, &pattern));
	assert_true(search_find(search, &pattern, &all, treaty, SEARCH_AT, &hit));
	assert_memory_equal(&hit, &ink, sizeof hit);
	assert_true(search_find(search, &pattern, &all, ink, SEARCH_AT, &hit));
	assert_memory_equal(&hit, &ink, sizeof hit);
	assert_true(search_find(search, &pattern, &all, ink, SEARCH_NEXT, &hit));
	assert_memory_equal(&hit, &dry, sizeof hit);
	assert_true(search_find(search, &pattern, &all, dry, SEARCH_PREVIOUS, &hit));
	assert_memory_equal(&hit, &ink, sizeof hit);
	assert_false(search_find(search, &pattern, &all, dry, SEARCH_NEXT, &hit));
	assert_false(search_find(search, &pattern, &all, ink, SEARCH_PREVIOUS, &hit));
	assert_memory_equal(&hit, &ink, sizeof hit);
	arena_free(&arena);
	search_free(search);
}

/* ---- a larger record ---- */

static const char *const words[] = {
	"ink", "İnk", "blood", "river", "Fluß", "мир", "Мир", "peace", "treaty", "no", "Anna"};
enum { WORDS = sizeof words / sizeof *words, EVENTS = 1500 };

static unsigned next_random(unsigned *seed)
{
	return *seed = *seed * 1103515245u + 12345u, *seed >> 16;
}

/* Events with none to three quotations of a few words, some of a hundred kilobytes. */
static struct record *large_record(void)
{
	struct buf text = {0};
	unsigned seed = 7;
	buf_text(&text,
		"title: Large\n"
		"sources: {s: {type: book, title: S}}\n"
		"people: {a: {name: Anna Bell, aliases: [the peace lady]}}\n"
		"events:\n");
	for (int i = 0; i < EVENTS; i++) {
		buf_format(&text, "  - {id: e%d, date: %d, title: %s", i, 1000 + i / 3,
			words[next_random(&seed) % WORDS]);
		unsigned quotes = next_random(&seed) % 4;
		if (quotes)
			buf_text(&text, ", quotes: [");
		for (unsigned q = 0; q < quotes; q++) {
			buf_format(&text, "%s{id: q%d-%u, source: s, %s text: \"", q ? ", " : "", i,
				q, next_random(&seed) % 4 ? "" : "speaker: a,");
			buf_repeat(&text, "- ", next_random(&seed) % 300 ? 1 : 50000);
			for (unsigned w = next_random(&seed) % 6 + 1; w--;)
				buf_format(&text, "%s ", words[next_random(&seed) % WORDS]);
			buf_text(&text, "\"}");
		}
		buf_text(&text, quotes ? "]}\n" : "}\n");
	}
	struct record *large = lesson_bytes(text.text, text.len);
	buf_free(&text);
	return large;
}

/* Whether a text of the unit has the word, looked up one by one. */
static bool has_word(const struct record *large, struct ref ref, const char *folded)
{
	struct buf text = {0};
	const char *source = ref.thing == THING_EVENT ? large->events[ref.index].title
						      : large->quotes[ref.index].text;
	text_fold(&text, source, strlen(source));
	if (ref.thing == THING_QUOTE && large->quotes[ref.index].speaker.thing)
		buf_text(&text, "\nanna bell\nthe peace lady");
	bool found = strstr(buf_string(&text), folded) != NULL;
	buf_free(&text);
	return found;
}

/* The units of the result that have the word, in order. */
static uint32_t slow_hits(
	const struct result *result, const char *folded, struct ref *hits, uint32_t *events)
{
	uint32_t count = 0;
	*events = 0;
	for (uint32_t row = 0; row < result->event_count; row++) {
		const struct event *event = result_event(result, row);
		const struct quote *quote;
		struct ref ref = record_ref(
			THING_EVENT, (uint32_t)(event - result->record->events));
		if (has_word(result->record, ref, folded)) {
			hits[count++] = ref;
			++*events;
		}
		for (uint32_t n = 0; (quote = result_quote(result, event, n)); n++) {
			ref = record_ref(THING_QUOTE, (uint32_t)(quote - result->record->quotes));
			if (has_word(result->record, ref, folded))
				hits[count++] = ref;
		}
	}
	return count;
}

static void assert_all_ways(
	struct search *search, const struct result *result, const char *typed, const char *folded)
{
	struct arena arena = {0};
	struct pattern pattern;
	const uint32_t *counts = result->record->counts;
	struct ref *hits = calloc(counts[THING_EVENT] + counts[THING_QUOTE] + 1, sizeof *hits);
	struct ref at = {THING_NONE, 0};
	uint32_t events, count = slow_hits(result, folded, hits, &events), n = 0;
	assert_true(pattern_read(search, &arena, typed, strlen(typed), &pattern));
	while (search_find(search, &pattern, result, at, SEARCH_NEXT, &at)) {
		assert_true(n < count);
		assert_memory_equal(&at, &hits[n++], sizeof at);
	}
	assert_int_equal(n, count);
	at = (struct ref){THING_NONE, 0};
	while (search_find(search, &pattern, result, at, SEARCH_PREVIOUS, &at)) {
		assert_true(n > 0);
		assert_memory_equal(&at, &hits[--n], sizeof at);
	}
	assert_int_equal(n, 0);
	struct search_count counted = {.rows = calloc(result->event_count / 8 + 1, 1)};
	while (!search_count(search, &pattern, result, &counted, 1000))
		n++;
	assert_true(n > 1 || search_found_within(search, &pattern));
	assert_int_equal(counted.events, events);
	assert_int_equal(counted.quotes, count - events);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t event = hits[i].thing == THING_EVENT
			? hits[i].index
			: result->record->quotes[hits[i].index].event;
		uint32_t row = (uint32_t)result_row(result, event);
		assert_true(counted.rows[row / 8] >> row % 8 & 1);
	}
	free(counted.rows);
	free(hits);
	arena_free(&arena);
}

static void all_ways_find_the_same(void **state)
{
	(void)state;
	struct record *large = large_record();
	struct arena arena = {0};
	struct query_problem problem;
	struct result all = result_all(large), some;
	static const struct {
		const char *typed, *folded;
	} typed[] = {{"ink", "ink"}, {"FLUSS", "fluss"}, {"мИр", "мир"}, {"- no", "- no"},
		{"zzz", "zzz"}, {"peace lady", "peace lady"}, {"e", "e"}};
	assert_true(select_run(large, &(struct select_options){.query = "1100..1250 -river"},
		&arena, &some, &problem));
	assert_true(some.event_count > 100 && some.quotes);
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		struct search *search = search_create(large);
		assert_all_ways(search, &some, typed[i].typed, typed[i].folded);
		assert_all_ways(search, &all, typed[i].typed, typed[i].folded);
		search_free(search);
	}
	arena_free(&arena);
	record_free(large);
}

/* What is typed on is looked for only where it stood before, and a word that stands nowhere in no text again:
 * it is found where a search of its own finds it. */
static void what_is_typed_on_is_found_within(void **state)
{
	(void)state;
	struct record *large = large_record();
	struct result all = result_all(large);
	struct search *search = search_create(large);
	static const char *const typed[] = {"peace tr", "peace treaty", "peace treaty r",
		"peace treaty rz", "peace treaty rzz", "peace"};
	uint32_t within = 0, none = 0;
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		struct arena arena = {0};
		struct pattern pattern;
		struct ref hit;
		assert_true(pattern_read(search, &arena, typed[i], strlen(typed[i]), &pattern));
		search_best(search, &pattern, &all, record_ref(THING_EVENT, 200), &hit);
		const struct search_found *found = search_found_within(search, &pattern);
		within += found != NULL;
		none += found && !found->count;
		assert_all_ways(search, &all, typed[i], typed[i]);
		arena_free(&arena);
	}
	assert_true(within > 2);
	assert_true(none > 0);
	search_free(search);
	record_free(large);
}

/* ---- highlights ---- */

static void assert_marks(const char *typed, const char *text, const char *marked)
{
	struct search *search = search_create(record);
	struct arena arena = {0};
	struct pattern pattern;
	const struct highlight *marks;
	struct buf out = {0};
	size_t at = 0;
	assert_true(pattern_read(search, &arena, typed, strlen(typed), &pattern));
	size_t count = highlights_find(&pattern, &arena, text, strlen(text), &marks);
	for (size_t i = 0; i < count; i++) {
		assert_true(marks[i].from < marks[i].to && (i == 0 || at < marks[i].from));
		buf_add(&out, text + at, marks[i].from - at);
		buf_char(&out, '<');
		buf_add(&out, text + marks[i].from, marks[i].to - marks[i].from);
		buf_char(&out, '>');
		at = marks[i].to;
	}
	buf_text(&out, text + at);
	assert_string_equal(buf_string(&out), marked);
	buf_free(&out);
	arena_free(&arena);
	search_free(search);
}

static void marks_are_clusters_of_the_text(void **state)
{
	(void)state;
	assert_marks("ink", "Ink, drinking İNK", "<Ink>, dr<ink>ing <İNK>");
	assert_marks("cafe", "Un cafe\xCC\x81.", "Un <cafe\xCC\x81>.");
	assert_marks("e",
		"e\xCC\x81"
		"e",
		"<e\xCC\x81"
		"e>");
	assert_marks("ss", "Fluß", "Flu<ß>");
	assert_marks("s", "Fluß", "Flu<ß>");
	assert_marks("fi", "\xEF\xAC\x81ne", "<\xEF\xAC\x81>ne");
	assert_marks("a b", "a  \n b c", "<a  \n b> c");
	assert_marks("  a", "x  a", "x<  a>");
	assert_marks("a ", "a  \n b", "<a  \n >b");
	assert_marks("aa", "aaaaa", "<aaaa>a");
	assert_marks("so", "s\xC2\xADo\xC2\xADn", "<s\xC2\xADo>\xC2\xADn");
	assert_marks("\"", "“so”", "<“>so<”>");
	assert_marks("السلام", "قال الســـلام", "قال <الســـلام>");
	assert_marks("لا", "الســـلام", "الســـ<لا>م");
	assert_marks("τω λογω", "ἐν τῷ λόγῳ.", "ἐν <τῷ λόγῳ>.");
	assert_marks("галаг", "Ґалаґан", "<Ґалаґ>ан");
	assert_marks("1918", "in ۱۹۱۸", "in <۱۹۱۸>");
	assert_marks("كتاب", "کِتَابٌ", "<کِتَابٌ>");
	assert_marks("пять", "Це п'ять.", "Це <п'ять>.");
	assert_marks("п’ять", "Це пять, п\xCA\xBCять.", "Це <пять>, <п\xCA\xBCять>.");
	assert_marks("зеленский", "Зеленський", "<Зеленський>");
	assert_marks("зеленський", "Зеленский", "<Зеленский>");
	assert_marks("донець", "донецький, Донець", "<донецьк>ий, <Донець>");
	assert_marks("мать", "мать, матч", "<мать>, матч");
	assert_marks("yelt", "Mr. Yel'tsin's", "Mr. <Yel't>sin's");
	assert_marks("yel", "Yel'tsin", "<Yel>'tsin");
	assert_marks("yel'", "Yel'tsin", "<Yel>'tsin");
	assert_marks("yeltsins", "Yel'tsin's", "<Yel'tsin's>");
	assert_marks("d'aosta", "d’Aosta, DAosta", "<d’Aosta>, <DAosta>");
	assert_marks("daosta", "d’Aosta, DAosta", "<d’Aosta>, <DAosta>");
	assert_marks("it's", "Its, it’s", "<Its>, <it’s>");
	assert_marks("миръ", "Миръ безъ конца", "<Мир>ъ безъ конца");
	assert_marks("мир без", "Миръ безъ конца", "<Миръ без>ъ конца");
	assert_marks("'", "a 'b", "a 'b");
	assert_marks("zz", "abc", "abc");
	assert_marks("z", "", "");
}

static void marks_show_the_other_names(void **state)
{
	(void)state;
	assert_marks("орлов", "Count Pavel Orlov spoke", "<Count Pavel Orlov> spoke");
	assert_marks("орлов", "Orlov, Orlova, Orlov", "<Orlov>, Orlova, <Orlov>");
	assert_marks("орлов", "Орлова", "<Орлов>а");
}

/* The text of a long record lies in as much room as it needs, since whoever has too little moves it. */
static void a_long_text_has_its_room(void **state)
{
	enum { ITEMS = 7000, LEAST = 4400000, MOST = 5600000 };
	struct buf yaml = {0};
	(void)state;
	buf_text(&yaml,
		"title: T\nparties: {n: {name: N}, m: {name: M}}\n"
		"sources: {s: {type: book, title: B}}\nevents:\n");
	for (int i = 0; i < ITEMS; i++) {
		buf_format(&yaml,
			"- {id: e%d, date: 1900, title: E, parties: [n, m], source: s, summary: ",
			i);
		buf_repeat(&yaml, "They met and agreed on nothing. ", 20);
		buf_text(&yaml, "}\n");
	}
	struct record *large = lesson_bytes(buf_string(&yaml), yaml.len);
	struct search *search = search_create(large);
	search_text_ready(search, search->count - 1);
	assert_in_range(search->text.len, LEAST, MOST);
	assert_in_range(search->text.capacity, search->text.len,
		search->text.len + search->text.len / 8 + 2 * 1024 * 1024);
	search_free(search);
	record_free(large);
	buf_free(&yaml);
}

/* A hit is counted by what was noted when the text was folded: a look at its words and their date, each
 * somewhere else in memory, would take as long as finding it. So it goes on where the record is gone. */
static void hits_are_counted_without_the_record(void **state)
{
	struct record whole = *record;
	struct result result = result_all(&whole);
	struct search *search = search_create(&whole);
	struct arena arena = {0};
	struct pattern pattern;
	struct search_count before = {0}, after = {0};
	(void)state;
	assert_true(pattern_read(search, &arena, "e", 1, &pattern));
	assert_true(search_count(search, &pattern, &result, &before, SIZE_MAX));
	assert_true(before.events && before.quotes && before.year_count);
	whole.events = NULL;
	whole.quotes = NULL;
	assert_true(search_count(search, &pattern, &result, &after, SIZE_MAX));
	assert_memory_equal(&before, &after, sizeof before);
	search_free(search);
	arena_free(&arena);
}

/* What is rare is told by the text: a byte that it has not, and one of each ten. */
static void bytes_are_counted(void **state)
{
	struct buf text = {0};
	struct needle_bytes bytes;
	(void)state;
	buf_repeat(&text, "zzzzzzzzz ", 50000);
	needle_bytes_count(&bytes, text.text, text.len);
	assert_int_equal(bytes.of['e'], 0);
	assert_in_range(bytes.of[' '], 90, 110);
	assert_int_equal(bytes.of['z'], UINT8_MAX);
	text.text[10] = 'q';
	needle_bytes_count(&bytes, text.text, 20);
	assert_in_range(bytes.of['q'], 40, 60);
	buf_free(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_long_text_has_its_room),
		cmocka_unit_test(hits_are_counted_without_the_record),
		cmocka_unit_test(bytes_are_counted),
		cmocka_unit_test(what_is_typed_is_found),
		cmocka_unit_test(a_query_leaves_sources_out),
		cmocka_unit_test(a_person_is_found_by_any_name),
		cmocka_unit_test(nothing_is_no_pattern),
		cmocka_unit_test(places_and_ways),
		cmocka_unit_test(all_ways_find_the_same),
		cmocka_unit_test(what_is_typed_on_is_found_within),
		cmocka_unit_test(marks_are_clusters_of_the_text),
		cmocka_unit_test(marks_show_the_other_names),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
