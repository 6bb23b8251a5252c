/* Where in the words behind a position what it says is looked for. */
#include "query/bearing.h"

#include "query_lesson.h"

static const char record_text[] = "title: T\n"
				  "themes:\n"
				  "  water: {title: Neutrality, aliases: [non-bloc status]}\n"
				  "parties:\n"
				  "  hill: {name: Hill}\n"
				  "sources:\n"
				  "  book: {title: B, type: book}\n"
				  "events:\n"
				  "  - id: one\n"
				  "    date: 1801\n"
				  "    title: One\n"
				  "    positions: [{issue: water, party: hill, text: the canals to "
				  "be shared, source: book}]\n";

/* What the words begin with from the sentence found, and from the word in it. */
static void expect(const char *text, const char *sentence, const char *word)
{
	struct record *record = lesson_bytes(record_text, strlen(record_text));
	const struct position *position = &record->events[0].positions->at[0];
	struct bearing found = bearing_find(record, position, text);
	assert_int_equal(strncmp(text + found.sentence, sentence, strlen(sentence)), 0);
	assert_int_equal(strncmp(text + found.word, word, strlen(word)), 0);
	record_free(record);
}

static void test_the_sentence_that_bears(void **state)
{
	(void)state;
	expect("", "", "");
	expect("Nothing of it. Nothing here.", "Nothing of it", "Nothing of it");
	expect("First the war. Then a neutral land.", "Then", "neutral");
	expect("A state. A “bloc”. Neutrality, and status.", "Neutrality", "Neutrality");
	expect("Of blocs none. Neutrality.", "Of blocs", "blocs");
	/* What a source leaves out belongs to what stands before it. */
	expect("Mr. Hale spoke. […] The canals are ours!” And so on.", "The canals", "canals");
	/* A beginning that many words have makes none the same. */
	expect("The state sank. The nets. Shares of it.", "Shares", "Shares");
}

static void test_the_sentence_before(void **state)
{
	static const char text[] = "One two. […] Three? Four.";
	(void)state;
	assert_int_equal(bearing_before(text, strlen(text)), strstr(text, "Four") - text);
	assert_int_equal(bearing_before(text, (size_t)(strstr(text, "Four") - text)),
		strstr(text, "Three") - text);
	assert_int_equal(bearing_before(text, (size_t)(strstr(text, "Three") - text)), 0);
	assert_int_equal(bearing_before(text, 0), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_sentence_that_bears),
		cmocka_unit_test(test_the_sentence_before),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
