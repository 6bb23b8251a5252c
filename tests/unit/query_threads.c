/* What leads from a quotation to others, and back. */
#include "base/diag.h"
#include "base/file.h"
#include "load/load.h"
#include "query/threads.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char text[] =
	"title: T\n"
	"sources:\n"
	"  book: {type: book, title: Book}\n"
	"  paper: {type: article, title: Paper}\n"
	"people:\n"
	"  ann: {name: Ann}\n"
	"  bob: {name: Bob}\n"
	"themes:\n"
	"  peace: {title: Peace}\n"
	"  idle: {title: Idle}\n"
	"events:\n"
	"  - id: second\n"
	"    title: Second\n"
	"    date: 1920\n"
	"    quotes:\n"
	"      - {id: b1, speaker: bob, text: No., source: paper, answers: a1, "
	"themes: [peace, peace]}\n"
	"      - {id: a2, speaker: ann, text: Yes., source: book, answers: [a1, b1], "
	"about: [first, bob]}\n"
	"      - {id: v1, kind: thesis, text: Well., source: book}\n"
	"  - id: first\n"
	"    title: First\n"
	"    date: 1910\n"
	"    quotes:\n"
	"      - {id: a1, speaker: ann, text: Maybe., source: book, themes: peace,\n"
	"         also_in: [{source: paper}, {source: book, locator: 2}, {source: "
	"paper, locator: 3}]}\n"
	"      - {id: n1, text: Who?, source: paper, answers: a1}\n";

/* In the order of the timeline. */
enum { A1, N1, B1, A2, V1 };

static struct record *load(void)
{
	struct diag_list *diags = diag_create();
	struct load_input input = {"test.yaml", text, strlen(text)};
	struct record *record = load_record(&input, 1, NULL, diags);
	diag_print(diags, stderr, DIAG_ERROR, false);
	diag_free(diags);
	assert_non_null(record);
	return record;
}

static void check_thread(struct thread thread, uint32_t count, uint32_t first, uint32_t last)
{
	assert_int_equal(thread.count, count);
	if (!count)
		return;
	assert_int_equal(thread.at[0], first);
	assert_int_equal(thread.at[count - 1], last);
	for (uint32_t i = 1; i < count; i++)
		assert_true(thread.at[i - 1] < thread.at[i]);
}

static void test_who_answers(void **state)
{
	(void)state;
	struct record *record = load();
	struct threads *threads = threads_create(record);
	check_thread(threads_answering(threads, A1), 3, N1, A2);
	check_thread(threads_answering(threads, B1), 1, A2, A2);
	check_thread(threads_answering(threads, A2), 0, 0, 0);
	threads_free(threads);
	record_free(record);
}

static void test_voices(void **state)
{
	(void)state;
	struct record *record = load();
	struct threads *threads = threads_create(record);
	check_thread(threads_of_voice(threads, record_ref(THING_PERSON, 0)), 2, A1, A2);
	check_thread(threads_of_voice(threads, record_ref(THING_PERSON, 1)), 1, B1, B1);
	/* A view without a speaker is its source's; what nobody is named for is nobody's. */
	check_thread(threads_of_voice(threads, record_ref(THING_SOURCE, 0)), 1, V1, V1);
	check_thread(threads_of_voice(threads, record_ref(THING_NONE, 0)), 1, N1, N1);
	assert_int_equal(quote_voice(&record->quotes[V1]).thing, THING_SOURCE);
	assert_int_equal(quote_voice(&record->quotes[N1]).thing, THING_NONE);
	/* What can be no voice has no words. */
	check_thread(threads_of_voice(threads, record_ref(THING_EVENT, 0)), 0, 0, 0);
	threads_free(threads);
	record_free(record);
}

static void test_themes_sources_and_about_each_once(void **state)
{
	(void)state;
	struct record *record = load();
	struct threads *threads = threads_create(record);
	check_thread(threads_of_theme(threads, 0), 2, A1, B1);
	check_thread(threads_of_theme(threads, 1), 0, 0, 0);
	check_thread(threads_of_source(threads, 0), 3, A1, V1);
	check_thread(threads_of_source(threads, 1), 3, A1, B1);
	check_thread(threads_about(threads, record_ref(THING_EVENT, 0)), 1, A2, A2);
	check_thread(threads_about(threads, record_ref(THING_PERSON, 1)), 1, A2, A2);
	check_thread(threads_about(threads, record_ref(THING_EVENT, 1)), 0, 0, 0);
	threads_free(threads);
	record_free(record);
}

static void test_a_place_in_a_thread(void **state)
{
	(void)state;
	static const uint32_t at[] = {2, 5, 9};
	const struct thread thread = {at, 3};
	assert_int_equal(thread_find(thread, 0), 0);
	assert_int_equal(thread_find(thread, 2), 0);
	assert_int_equal(thread_find(thread, 3), 1);
	assert_int_equal(thread_find(thread, 9), 2);
	assert_int_equal(thread_find(thread, 10), 3);
	assert_int_equal(thread_find((struct thread){NULL, 0}, 1), 0);
}

/* A party is heard by its own words and by those of its people. */
static void test_a_party_is_heard(void **state)
{
	(void)state;
	static const char parties[] =
		"title: T\nsources: {b: {type: book, title: B}}\n"
		"parties: {own: {name: Own}, by: {name: By}, mute: {name: Mute}, none: {name: "
		"None}}\n"
		"people: {x: {name: X, party: by}, y: {name: Y, party: mute}}\n"
		"events:\n  - id: e\n    title: E\n    date: 1920\n    quotes:\n"
		"      - {id: q1, speaker: own, text: Yes., source: b}\n"
		"      - {id: q2, speaker: x, text: No., source: b}\n";
	struct diag_list *diags = diag_create();
	struct load_input input = {"test.yaml", parties, strlen(parties)};
	struct record *record = load_record(&input, 1, NULL, diags);
	struct threads *threads = threads_create(record);
	for (uint32_t n = 0; n < record->counts[THING_PARTY]; n++) {
		const char *id = record_id(record, record_ref(THING_PARTY, n));
		bool heard = strcmp(id, "own") == 0 || strcmp(id, "by") == 0;
		assert_int_equal(threads_party_is_heard(threads, n), heard);
	}
	threads_free(threads);
	record_free(record);
	diag_free(diags);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_who_answers),
		cmocka_unit_test(test_voices),
		cmocka_unit_test(test_themes_sources_and_about_each_once),
		cmocka_unit_test(test_a_party_is_heard),
		cmocka_unit_test(test_a_place_in_a_thread),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
