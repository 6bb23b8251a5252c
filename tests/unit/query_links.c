/* The links of a quotation and of an event, in their order; long threads are cut and say so. */
#include "base/buf.h"
#include "base/diag.h"
#include "load/load.h"
#include "query/links.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
	struct record *record;
	struct result result;
	struct threads *threads;
	struct arena arena;
};

static void open_text(struct fixture *fixture, const char *text)
{
	struct diag_list *diags = diag_create();
	struct load_input input = {"test.yaml", text, strlen(text)};
	*fixture = (struct fixture){.record = load_record(&input, 1, NULL, diags)};
	diag_print(diags, stderr, DIAG_ERROR, false);
	diag_free(diags);
	assert_non_null(fixture->record);
	fixture->result = result_all(fixture->record);
	fixture->threads = threads_create(fixture->record);
}

static void close_text(struct fixture *fixture)
{
	threads_free(fixture->threads);
	arena_free(&fixture->arena);
	record_free(fixture->record);
}

static struct link_list links_of(struct fixture *fixture, const char *id)
{
	return links_find(&fixture->arena, fixture->threads, &fixture->result,
		record_find(fixture->record, id), false);
}

/* "answers a1; so do b1; ..." */
static void check(struct fixture *fixture, const char *id, const char *wanted)
{
	static const char *const names[LINK_KIND_COUNT] = {
		[LINK_ANSWERS] = "answers",
		[LINK_SO_DO] = "so-do",
		[LINK_ANSWERED_BY] = "answered-by",
		[LINK_ANSWERED_THERE] = "answered-there",
		[LINK_RENDERING] = "rendered",
		[LINK_ORIGINAL] = "original",
		[LINK_TRANSLATION] = "translation",
		[LINK_WORDING] = "wording",
		[LINK_ALSO_IN] = "also-in",
		[LINK_SPOKEN_OF] = "spoken-of",
		[LINK_ABOUT] = "about",
		[LINK_SAID_TO] = "said-to",
		[LINK_ALSO_SAYS] = "also-says",
		[LINK_PRESENT] = "present",
		[LINK_HOST] = "host",
		[LINK_MEDIATOR] = "mediator",
		[LINK_THEME] = "theme",
		[LINK_LIKENED] = "likened",
		[LINK_PRINTED_IN] = "printed-in",
	};
	struct buf out = {0};
	struct link_list list = links_of(fixture, id);
	for (uint32_t n = 0; n < list.count; n++) {
		const struct link *link = &list.at[n];
		const char *to = link->to.thing == THING_NONE
			? "nothing"
			: record_id(fixture->record, link->to);
		buf_format(&out, "%s%s %s", n ? "; " : "", names[link->kind], to);
		if (link->more)
			buf_format(&out, " +%u", (unsigned)link->more);
		if (link->kind == LINK_THEME)
			buf_format(&out, " %u", (unsigned)link->count);
	}
	assert_string_equal(buf_string(&out), wanted);
	buf_free(&out);
}

static const char text[] =
	"title: T\n"
	"eras: {age: {title: Age, date: 1900/1915}, later: {title: Later, date: 1919/1925}}\n"
	"sources: {book: {type: book, title: Book}, paper: {type: article, title: Paper}}\n"
	"parties: {host: {name: Host}}\n"
	"people: {ann: {name: Ann}, bob: {name: Bob}, cy: {name: Cy}}\n"
	"themes: {peace: {title: Peace}}\n"
	"events:\n"
	"  - id: first\n"
	"    title: First\n"
	"    date: 1910\n"
	"    people: [{person: ann, role: envoy}, bob]\n"
	"    host: host\n"
	"    themes: peace\n"
	"    source: [book, paper]\n"
	"    quotes:\n"
	"      - {id: a1, speaker: ann, text: Maybe so., source: book, to: bob, themes: peace,\n"
	"         also_in: [{source: paper}, {source: paper, locator: 2, text: Maybe.}]}\n"
	"      - {id: b1, speaker: bob, text: No., source: paper, answers: a1}\n"
	"      - {id: c1, speaker: cy, text: Hm., source: paper, answers: a1, about: second}\n"
	"  - id: second\n"
	"    title: Second\n"
	"    date: 1920\n"
	"    quotes:\n"
	"      - {id: a2, speaker: ann, text: Yes., source: book}\n"
	"      - {id: n1, text: Who?, source: paper, answers: b1}\n"
	"  - {id: third, title: Third, date: 1800}\n"
	"parallels:\n"
	"  - {between: [first, second], claim: A., claimed_by: ann}\n"
	"  - {between: [age, later], claim: B., claimed_by: book}\n";

static void test_links_of_quotations(void **state)
{
	(void)state;
	struct fixture fixture;
	open_text(&fixture, text);
	check(&fixture, "a1",
		"answered-by b1; answered-by c1; wording paper; said-to bob; also-says a2; "
		"theme peace 1; likened second; likened later; printed-in book; also-in paper");
	check(&fixture, "b1",
		"answers a1; so-do c1; answered-by n1; likened second; likened later; "
		"printed-in paper");
	check(&fixture, "c1",
		"answers a1; so-do b1; about second; likened second; likened later; "
		"printed-in paper");
	/* Nobody's words have no others of the same voice. */
	check(&fixture, "n1", "answers b1; likened first; likened age; printed-in paper");
	close_text(&fixture);
}

static void test_links_of_events(void **state)
{
	(void)state;
	struct fixture fixture;
	open_text(&fixture, text);
	check(&fixture, "first",
		"likened second; likened later; present ann; present bob; host host; theme peace "
		"1; "
		"printed-in book; printed-in paper");
	check(&fixture, "second", "likened first; likened age; spoken-of c1");
	check(&fixture, "third", "likened nothing");
	struct link_list list = links_of(&fixture, "first");
	assert_string_equal(list.at[2].role, "envoy");
	assert_string_equal(list.at[0].parallel->claim, "A.");
	close_text(&fixture);
}

/* What is not selected is neither a link nor a next word. */
static void test_only_what_is_selected(void **state)
{
	(void)state;
	struct fixture fixture;
	open_text(&fixture, text);
	/* third, first, second; a1 b1 c1 a2 n1: without c1 and a2 */
	static const uint32_t kept[] = {0, 1, 4};
	fixture.result.quotes = kept;
	fixture.result.quote_count = 3;
	check(&fixture, "b1",
		"answers a1; answered-by n1; likened second; likened later; printed-in paper");
	assert_int_equal(links_same_voice(fixture.threads, &fixture.result, 0, 1), -1);
	fixture.result.quotes = NULL;
	assert_int_equal(links_same_voice(fixture.threads, &fixture.result, 0, 1), 3);
	assert_int_equal(links_same_voice(fixture.threads, &fixture.result, 3, -1), 0);
	assert_int_equal(links_same_voice(fixture.threads, &fixture.result, 3, 1), -1);
	assert_int_equal(links_same_voice(fixture.threads, &fixture.result, 4, -1), -1);
	close_text(&fixture);
}

static void test_long_threads_are_cut(void **state)
{
	(void)state;
	struct buf yaml = {0};
	struct fixture fixture;
	buf_text(&yaml,
		"title: T\nsources: {book: {type: book, title: B}}\n"
		"people: {ann: {name: Ann}, bob: {name: Bob}}\n"
		"events:\n  - id: e\n    title: E\n    date: 1900\n    quotes:\n"
		"      - {id: q, speaker: bob, text: T, source: book}\n");
	for (int i = 0; i < 100; i++)
		buf_format(&yaml,
			"      - {id: a%d, speaker: ann, text: T, source: book, answers: q}\n", i);
	open_text(&fixture, buf_string(&yaml));
	struct link_list list = links_of(&fixture, "q");
	assert_int_equal(list.at[23].kind, LINK_ANSWERED_BY);
	assert_int_equal(list.at[23].more, 0);
	assert_int_equal(list.at[24].more, 76);
	/* In the middle of a long thread: three before, three after, and how many more. */
	list = links_of(&fixture, "a50");
	uint32_t n = 0;
	while (list.at[n].kind != LINK_ALSO_SAYS)
		n++;
	assert_string_equal(record_id(fixture.record, list.at[n].to), "a47");
	assert_string_equal(record_id(fixture.record, list.at[n + 5].to), "a53");
	assert_int_equal(list.at[n + 6].more, 93);
	assert_string_equal(record_id(fixture.record, list.at[n + 6].to), "ann");
	/* And of those that also answer: this one is not among the rest. */
	assert_int_equal(list.at[1].kind, LINK_SO_DO);
	assert_int_equal(list.at[25].more, 75);
	/* Asked for all of them, they are all there. */
	list = links_find(&fixture.arena, fixture.threads, &fixture.result,
		record_find(fixture.record, "q"), true);
	assert_int_equal(list.at[99].kind, LINK_ANSWERED_BY);
	assert_string_equal(record_id(fixture.record, list.at[99].to), "a99");
	for (uint32_t i = 0; i < list.count; i++)
		assert_int_equal(list.at[i].more, 0);
	close_text(&fixture);
	buf_free(&yaml);
}

static const char rendered_text[] =
	"title: T\n"
	"sources: {book: {type: book, title: Book}}\n"
	"parties: {south: {name: South}}\n"
	"people: {ann: {name: Ann, party: south}}\n"
	"events:\n"
	"  - id: first\n"
	"    title: First\n"
	"    date: 1910\n"
	"    quotes:\n"
	"      - {id: a1, speaker: ann, text: A., source: book, same_as: a3}\n"
	"      - {id: a2, speaker: ann, text: Other., source: book}\n"
	"      - {id: s1, speaker: south, text: Ah., source: book, said: 1910, same_as: a1}\n"
	"  - id: second\n"
	"    title: Second\n"
	"    date: 1920\n"
	"    quotes: [{id: a3, speaker: ann, text: A!, source: book, said: 1910}]\n";

/* Both ways, from the first on; the same voice says it no second time. What is hidden is no link. */
static void test_renderings(void **state)
{
	(void)state;
	struct fixture fixture;
	open_text(&fixture, rendered_text);
	check(&fixture, "a1",
		"rendered s1; rendered a3; also-says a2; likened nothing; printed-in book");
	check(&fixture, "s1", "rendered a1; rendered a3; likened nothing; printed-in book");
	check(&fixture, "a3",
		"rendered a1; rendered s1; also-says a2; likened nothing; printed-in book");
	check(&fixture, "a2", "also-says a1; also-says a3; likened nothing; printed-in book");
	static const uint32_t some[] = {0, 3};
	fixture.result.quotes = some;
	fixture.result.quote_count = 2;
	check(&fixture, "a3", "rendered a1; likened nothing; printed-in book");
	assert_int_equal(result_rendering(&fixture.result, 3), 0);
	assert_int_equal(result_rendering(&fixture.result, 0), 3);
	assert_int_equal(result_rendering(&fixture.result, 1), 1);
	close_text(&fixture);
}

static const char answered_text[] =
	"title: T\n"
	"sources: {book: {type: book, title: Book}}\n"
	"people: {ann: {name: Ann}, bob: {name: Bob}, cy: {name: Cy}}\n"
	"events:\n"
	"  - id: first\n"
	"    title: First\n"
	"    date: 1910\n"
	"    quotes:\n"
	"      - {id: a1, speaker: ann, text: A., source: book}\n"
	"      - {id: a2, speaker: ann, text: So A., source: book, same_as: a1}\n"
	"      - {id: v, kind: thesis, text: Well., source: book, answers: a1}\n"
	"      - {id: b1, speaker: bob, text: No., source: book, answers: a1}\n"
	"      - {id: b2, speaker: bob, text: 'No, no.', source: book, answers: [a1, a2]}\n"
	"      - {id: c1, speaker: cy, text: Hm., source: book, answers: a2}\n"
	"      - {id: c2, speaker: cy, text: Still., source: book, answers: b1}\n";

static void check_answerers(struct fixture *fixture, const char *id, bool there, const char *wanted)
{
	struct answerers who;
	struct buf out = {0};
	uint32_t quote = record_find(fixture->record, id).index;
	bool any = links_answerers(fixture->threads, &fixture->result, quote, there, &who);
	for (uint32_t n = 0; n < who.count; n++)
		buf_format(&out, "%s%s", n ? " " : "", record_id(fixture->record, who.at[n]));
	assert_string_equal(buf_string(&out), wanted);
	assert_int_equal(any, *wanted != 0);
	assert_int_equal(who.more, 0);
	buf_free(&out);
}

/* An answer to one telling is reached from the others as well, once; of who answers each is named once, views
 * last. */
static void test_answers_of_another_telling(void **state)
{
	(void)state;
	struct fixture fixture;
	open_text(&fixture, answered_text);
	check(&fixture, "a1",
		"answered-by b1; answered-by b2; answered-by v; answered-there c1; rendered a2; "
		"likened nothing; printed-in book");
	check(&fixture, "a2",
		"answered-by b2; answered-by c1; answered-there b1; answered-there v; rendered a1; "
		"likened nothing; printed-in book");
	check_answerers(&fixture, "a1", false, "bob book");
	check_answerers(&fixture, "a1", true, "cy");
	check_answerers(&fixture, "a2", false, "bob cy");
	check_answerers(&fixture, "a2", true, "bob book");
	check_answerers(&fixture, "b1", false, "cy");
	check_answerers(&fixture, "c1", false, "");
	assert_true(links_answered(fixture.threads, &fixture.result, 0));
	assert_false(links_answered(fixture.threads, &fixture.result, 5));
	static const uint32_t some[] = {0, 1, 2}; /* a1, a2, v */
	fixture.result.quotes = some;
	fixture.result.quote_count = 3;
	check_answerers(&fixture, "a1", false, "book");
	check_answerers(&fixture, "a1", true, "");
	check(&fixture, "a2", "answered-there v; rendered a1; likened nothing; printed-in book");
	close_text(&fixture);
}

/* A party and its people, then others who spoke, then what a source thinks; each as in the timeline. */
static void test_who_answers_first(void **state)
{
	(void)state;
	struct fixture fixture;
	open_text(&fixture,
		"title: T\nsources: {book: {type: book, title: B}}\nparties: {host: {name: H}}\n"
		"people: {ann: {name: Ann, party: host}, bob: {name: Bob}, cy: {name: Cy, party: "
		"host}}\n"
		"events:\n  - id: e\n    title: E\n    date: 1900\n    quotes:\n"
		"      - {id: q, speaker: bob, text: T, source: book}\n"
		"      - {id: v, kind: thesis, text: So., source: book, answers: q}\n"
		"      - {id: b1, speaker: bob, text: T, source: book, answers: q}\n"
		"      - {id: a1, speaker: ann, text: T, source: book, answers: q}\n"
		"  - id: f\n    title: F\n    date: 1901\n    quotes:\n"
		"      - {id: h1, speaker: host, text: T, source: book, answers: q}\n"
		"      - {id: w, kind: thesis, speaker: cy, text: So., source: book, answers: q}\n"
		"      - {id: c1, speaker: cy, text: T, source: book, answers: q}\n");
	struct link_list list = links_of(&fixture, "q");
	static const char *const wanted[] = {"a1", "h1", "c1", "b1", "v", "w"};
	for (uint32_t n = 0; n < 6; n++)
		assert_string_equal(record_id(fixture.record, list.at[n].to), wanted[n]);
	check_answerers(&fixture, "q", false, "ann host cy bob book");
	close_text(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_links_of_quotations),
		cmocka_unit_test(test_links_of_events),
		cmocka_unit_test(test_only_what_is_selected),
		cmocka_unit_test(test_long_threads_are_cut),
		cmocka_unit_test(test_renderings),
		cmocka_unit_test(test_answers_of_another_telling),
		cmocka_unit_test(test_who_answers_first),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
