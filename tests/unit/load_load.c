/* Whole records: what becomes of the fields, of several files, of JSON, and of a file that is cut
 * short. */
#include "load/load.h"

#include "base/file.h"
#include "base/patience.h"

#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct diag_list *diags;

/* Loads the texts as files "0.yaml", "1.yaml"; NULL ends them. */
static struct record *load(const char *first, const char *second)
{
	struct load_input inputs[] = {{"0.yaml", first, strlen(first)}, {"1.yaml", second, 0}};
	if (second)
		inputs[1].len = strlen(second);
	diag_free(diags);
	diags = diag_create();
	return load_record(inputs, second ? 2 : 1, NULL, diags);
}

static int finish(void **state)
{
	(void)state;
	diag_free(diags);
	diags = NULL;
	return 0;
}

/* What was found from a level on, as it is printed. */
static char *problems_from(enum diag_level least)
{
	char *text = NULL;
	size_t len;
	FILE *stream = open_memstream(&text, &len);
	assert_true(diag_print(diags, stream, least, false));
	assert_int_equal(fclose(stream), 0);
	return text;
}

static void found(const char *expected)
{
	char *text = problems_from(DIAG_NOTE);
	assert_string_equal(text, expected);
	free(text);
}

static char *file_text(const char *path)
{
	static char text[16384];
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	size_t len = fread(text, 1, sizeof text - 1, file);
	assert_int_equal(fclose(file), 0);
	text[len] = '\0';
	return text;
}

/* The example of the manual page, field by field. */
static void example(void **state)
{
	(void)state;
	struct record *record = load(file_text("tests/data/karlsund.yaml"), NULL);
	found("");
	assert_non_null(record);
	assert_string_equal(record->title, "The Peace of Karlsund");
	assert_int_equal(record->counts[THING_EVENT], 1);
	assert_int_equal(record->counts[THING_QUOTE], 2);
	const struct event *event = &record->events[0];
	assert_string_equal(event->title, "Treaty of Karlsund signed");
	assert_string_equal(event->summary,
		"Five weeks of talks end in a treaty that neither side had asked for.");
	assert_string_equal(record_id(record, event->era), "congress");
	assert_string_equal(event->date_os->edtf, "1856-03-18");
	assert_int_equal(event->people->count, 2);
	assert_string_equal(record_name(record, event->people->at[1].person), "Sir Edmund Hale");
	assert_int_equal(event->place.line, 22);
	assert_int_equal(event->place.column, 5);
	const struct quote *ink = &record->quotes[0], *dry = &record->quotes[1];
	assert_string_equal(ink->role, "second plenipotentiary");
	assert_int_equal(ink->more->original->count, 1);
	assert_string_equal(ink->more->original->at[0].language, "fr");
	assert_ptr_equal(quote_place_next(ink, NULL), &ink->also_in->at[0]);
	/* the original is in no source */
	assert_null(quote_place_next(ink, &ink->also_in->at[0]));
	assert_string_equal(ink->also_in->at[0].text, "More ink than blood in five weeks.");
	assert_string_equal(record_id(record, ink->also_in->at[0].source), "courier");
	assert_string_equal(record_id(record, dry->answers->at[0]), "hale-ink");
	assert_string_equal(record_id(record, record_party(record, dry->speaker)), "norland");
	assert_string_equal(record_id(record, event->positions->at[0].quote), "orlov-dry");
	assert_string_equal(record_name(record, dry->source), "Varga");
	assert_int_equal(record->parallels[0].claimed_by.thing, THING_PERSON);
	assert_int_equal(record->quote_kinds.of[QUOTE_QUOTATION], 2);
	assert_string_equal(record->files[0], "0.yaml");
	assert_null(record->files[1]);
	record_free(record);
}

static const char json[] = "{\"title\": \"Peace\", \"themes\": {\"t\": {\"title\": \"T\"}}, "
			   "\"sources\": {\"s\": {\"type\": \"book\", "
			   "\"title\": \"S\", \"author\": \"Roe, J.; Poe, E.; "
			   "Moe\"}},\n\"events\": [{\"id\": \"b\", \"title\": \"B\", "
			   "\"date\": {\"edtf\": \"1918-03\", \"earliest\": \"1918-03-01\", "
			   "\"latest\": null}, \"source\": [\"s\"], "
			   "\"themes\": [\"t\"]}, {\"id\": \"a\", \"title\": \"\\ud83d\\ude00\", "
			   "\"date\": {\"edtf\": \"1917-11-07\"}, "
			   "\"date_os\": {\"edtf\": \"1917-10-25\"}}]}";

static void json_is_a_record(void **state)
{
	(void)state;
	struct record *record = load(json, NULL);
	found("");
	assert_string_equal(record->events[0].id, "a");
	assert_string_equal(record->events[0].title, "\xf0\x9f\x98\x80");
	assert_string_equal(record->events[1].date->edtf, "1918-03");
	assert_string_equal(record_name(record, record->events[1].source->at[0]), "Roe and others");
	record_free(record);
}

/* Other places are those of `also_in`, then the originals that have a source. */
static void places_follow_each_other(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"", ""},
		{", also_in: [{source: t}, {source: s}]", "ts"},
		{", original: [{text: A, source: t}, {text: B}, {text: C, source: s}]", "ts"},
		{", original: [{text: A}]", ""},
		{", also_in: [{source: t}], original: [{text: A}, {text: B, source: s}]", "ts"},
		{", also_in: [{source: s}, {source: t}], original: [{text: B, source: t}]", "stt"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf text = {0}, ids = {0};
		buf_format(&text,
			"title: P\nsources: {s: {type: book, title: S}, t: {type: book, title: "
			"T}}\n"
			"parties: {p: {name: P}}\nevents:\n  - {id: a, date: 1918, title: A, "
			"source: s, quotes: [{id: q, speaker: p, text: Ink., source: s%s}]}\n",
			rows[i][0]);
		struct record *record = load(buf_string(&text), NULL);
		assert_non_null(record);
		const struct attestation *at = NULL;
		while ((at = quote_place_next(&record->quotes[0], at)))
			buf_text(&ids, record_id(record, at->source));
		assert_string_equal(buf_string(&ids), rows[i][1]);
		record_free(record);
		buf_free(&text);
		buf_free(&ids);
	}
}

/* Where nothing says in which language a quotation is, it may be that of another place. */
static void unknown_languages_are_none(void **state)
{
	(void)state;
	static const char words[] =
		"events: [{id: a, date: 1918, title: A, source: s, quotes: [{id: q, speaker: p, "
		"text: Ink., source: s, also_in: [{source: s, language: fr}]}]}]\n"
		"parties: {p: {name: P}}\nsources: {s: {type: book, title: T}}\n";
	struct buf text = {0};
	buf_format(&text, "title: P\n%s", words);
	record_free(load(buf_string(&text), NULL));
	found("");
	buf_clear(&text);
	buf_format(&text, "title: P\nlanguage: en\n%s", words);
	record_free(load(buf_string(&text), NULL));
	found("0.yaml:3:135: warning: the same words cannot stand there in another language (fr); "
	      "add the \"text\" that does [language-without-text]\n");
	buf_free(&text);
}

/* A date is looked for at the end of a name alone: else so many commas take a quarter of a minute. */
static void long_names_end_on_dates(void **state)
{
	(void)state;
	enum { COMMAS = 900000 };
	struct buf text = {0};
	buf_text(&text, "title: P\nsources: {s: {type: book, title: T, short: 'N");
	for (int i = 0; i < COMMAS; i++)
		buf_char(&text, ',');
	buf_text(&text, " 1881'}}\nevents:\n  - {id: a, date: 1918, title: A, source: s}\n");
	struct record *record = load(buf_string(&text), NULL);
	assert_int_equal(strlen(record_name(record, record->events[0].source->at[0])), COMMAS);
	record_free(record);
	buf_free(&text);
}

/* What a source is called in a sentence: its author, else its short name without a date. */
static void sources_are_called(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"short: 'OSW, May 2025', author: 'Roe, J.', title: T", "Roe"},
		{"short: 'German press, March 2022', title: T", "German press"},
		{"short: 'German press, 2022', title: T, container-title: C", "German press"},
		{"short: 'TASS on Peskov, 2022', title: T, container-title: TASS", "TASS"},
		{"short: 'TASS', container-title: TASS", "TASS"},
		{"short: 'TASSO, 2022', container-title: TASS", "TASSO"},
		{"short: 'TASS, 29 March 2022', title: T", "TASS"},
		{"short: 'TASS, March 29, 2022', title: T", "TASS"},
		{"short: 'Courier,1856', title: T", "Courier"},
		{"short: 'Courier, about 1856', title: T", "Courier"},
		{"short: 'Courier, 1856-03~', title: T", "Courier"},
		{"short: 'Documents, volume 2', title: T", "Documents, volume 2"},
		{"short: 'Documents, 1881, new print', title: T", "Documents, 1881, new print"},
		{"short: ', 1881', title: T", ", 1881"},
		{"short: '1881', title: T", "1881"},
		{"title: T, container-title: C", "C"},
		{"title: T", "T"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf text = {0};
		buf_format(&text,
			"title: P\nsources: {s: {type: book, %s}}\nevents:\n"
			"  - {id: a, date: 1918, title: A, source: s}\n",
			rows[i][0]);
		struct record *record = load(buf_string(&text), NULL);
		found("");
		assert_string_equal(
			record_name(record, record->events[0].source->at[0]), rows[i][1]);
		record_free(record);
		buf_free(&text);
	}
}

/* What stands in one file is known in the other, whichever comes first. */
static void two_files(void **state)
{
	(void)state;
	const char *events = "events:\n  - {id: a, date: 1918, title: A, people: [p], source: s}\n";
	const char *things =
		"title: Peace\npeople:\n  p: {name: P}\nsources:\n  s: {type: book, title: S}\n";
	struct record *record = load(events, things);
	found("");
	assert_int_equal(record->people[0].place.file, 1);
	assert_string_equal(record_id(record, record->events[0].people->at[0].person), "p");
	record_free(record);
	record = load(things, events);
	found("");
	record_free(record);
	assert_null(load(things, "people:\n  p: {name: Q}\n  ps: {name: R, party: p}\n"));
	found("0.yaml:3:3: note: nothing refers to the person \"p\" [unused-person]\n"
	      "0.yaml:5:3: note: nothing refers to the source \"s\" [unused-source]\n"
	      "1.yaml:2:3: error: the id \"p\" is taken by the person at 0.yaml:3 [duplicate-id]\n"
	      "1.yaml:3:3: note: nothing refers to the person \"ps\" [unused-person]\n"
	      "1.yaml:3:24: error: \"p\" is a person (0.yaml:3); here belongs a party "
	      "[wrong-kind]\n");
}

/* What a file cut short does not show may stand in what is missing. */
static void cut_short(void **state)
{
	(void)state;
	assert_null(
		load("title: T\nevents:\n  - {id: a, date: 1918, title: A, people: [p], after: b\n",
			NULL));
	char *text = problems_from(DIAG_NOTE);
	assert_null(strstr(text, "unknown"));
	assert_null(strstr(text, "unused"));
	assert_int_equal(diag_count(diags, DIAG_ERROR), 1);
	free(text);
}

static void nothing_at_all(void **state)
{
	(void)state;
	assert_null(load("{}", NULL));
	found("0.yaml:1:1: error: a record needs a title (\"title\"): put a line like \"title: The "
	      "Peace\" above the others [missing-field]\n");
	struct record *record = load("title: T\nsubtitle: ~\nevents: null\n", NULL);
	found("");
	assert_int_equal(record->counts[THING_EVENT], 0);
	assert_null(record->subtitle);
	record_free(record);
}

/* Texts come without the line feed of a block, and "about" finds its thing in either space. */
static void texts_and_either(void **state)
{
	(void)state;
	struct record *record = load(
		"title: |\n  T\n\n"
		"events:\n  - id: a\n    date: 1918\n    title: A\n    quotes:\n"
		"      - {id: q, text: Q, speaker: p, source: s, about: [p, a]}\n"
		"people: {p: {name: P}}\nsources: {s: {type: map, title: S}}\n",
		NULL);
	found("");
	assert_string_equal(record->title, "T");
	assert_int_equal(record->quotes[0].about->at[0].thing, THING_PERSON);
	assert_int_equal(record->quotes[0].about->at[1].thing, THING_EVENT);
	record_free(record);
}

/* Ends at the nth question. */
struct waiting {
	size_t asked, end;
};

static bool waits(void *state)
{
	struct waiting *waiting = state;
	return waiting->asked++ != waiting->end;
}

/* Loads a file by its name, as often as asked before it is given up; returns how often it asked. */
static size_t load_waiting(const char *name, size_t end)
{
	struct waiting waiting = {.end = end};
	struct patience patience = {.lasts = waits, .state = &waiting};
	struct file_bytes file;
	diag_free(diags);
	diags = diag_create();
	diag_patience(diags, &patience);
	if (!file_read(name, diag_file(diags, name, NULL, 0), diags, &file)) {
		assert_true(patience.over);
		return waiting.asked;
	}
	struct load_input input = {name, file.bytes, file.len};
	struct record *record = load_record(&input, 1, NULL, diags);
	assert_int_equal(record == NULL, patience.over || diag_count(diags, DIAG_ERROR) > 0);
	assert_int_equal(patience.over, waiting.asked > end);
	record_free(record);
	diag_free(diags); /* what it borrows ends here */
	diags = NULL;
	file_release(&file);
	return waiting.asked;
}

/* Wherever it is given up, it ends there: it makes no record and no problem, and asks no more. */
static void given_up(void **state)
{
	static const char *const names[] = {"tests/data/karlsund.yaml", "tests/data/hostile.yaml",
		"tests/data/scripts.yaml", "events.yaml"};
	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		size_t all = load_waiting(names[i], SIZE_MAX);
		assert_true(all > 5); /* reading, and the steps behind it */
		for (size_t end = 0; end < all; end++)
			assert_int_equal(load_waiting(names[i], end), end + 1);
	}
}

/* A case of tests/golden, of whose problems those from `least` on are wanted. */
static struct record *load_case(const char *path, enum diag_level least)
{
	size_t len;
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	static char text[1 << 20];
	len = fread(text, 1, sizeof text, file);
	fclose(file);
	struct load_input input = {path, text, len};
	diag_free(diags);
	diags = diag_create();
	diag_least(diags, least);
	return load_record(&input, 1, NULL, diags);
}

/* What is wrong is found as well where nobody would hear of what is not: each code has a case. */
static void errors_alone(void **state)
{
	(void)state;
	glob_t cases;
	size_t fewer = 0;
	assert_int_equal(glob("tests/golden/check/*.yaml", 0, NULL, &cases), 0);
	for (size_t i = 0; i < cases.gl_pathc; i++) {
		record_free(load_case(cases.gl_pathv[i], DIAG_NOTE));
		size_t warnings = diag_count(diags, DIAG_WARNING) + diag_count(diags, DIAG_NOTE);
		char *all = problems_from(DIAG_ERROR);
		record_free(load_case(cases.gl_pathv[i], DIAG_ERROR));
		fewer += diag_count(diags, DIAG_WARNING) + diag_count(diags, DIAG_NOTE) < warnings;
		char *same = problems_from(DIAG_ERROR);
		assert_string_equal(same, all);
		free(all);
		free(same);
	}
	assert_true(fewer > 3);
	globfree(&cases);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(example),
		cmocka_unit_test(json_is_a_record),
		cmocka_unit_test(places_follow_each_other),
		cmocka_unit_test(unknown_languages_are_none),
		cmocka_unit_test(long_names_end_on_dates),
		cmocka_unit_test(sources_are_called),
		cmocka_unit_test(two_files),
		cmocka_unit_test(cut_short),
		cmocka_unit_test(nothing_at_all),
		cmocka_unit_test(texts_and_either),
		cmocka_unit_test(given_up),
		cmocka_unit_test(errors_alone),
	};
	return cmocka_run_group_tests(tests, NULL, finish);
}
