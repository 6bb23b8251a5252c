/* JSON: a record again, on lines that no reader stumbles over, and only what a selection holds. */
#include "tests/unit/print.h"

static void it_is_a_record_again(void **state)
{
	(void)state;
	for (int n = 0; n < PRINT_RECORDS; n++) {
		struct record *record = read_file(print_records[n]);
		char *first = printed_all("json", record);
		struct record *again = read_bytes(first, strlen(first));
		char *second = printed_all("json", again);
		assert_string_equal(first, second);
		assert_harmless(first);
		free(first);
		free(second);
		record_free(record);
		record_free(again);
	}
}

static void lines_are_events(void **state)
{
	(void)state;
	for (int n = 0; n < PRINT_RECORDS; n++) {
		struct record *record = read_file(print_records[n]);
		char *text = printed_all("jsonl", record);
		uint32_t lines = 0;
		assert_harmless(text);
		for (const char *at = text; *at; lines++) {
			assert_memory_equal(at, "{\"id\": \"", 8);
			at = strchr(at, '\n');
			assert_int_equal(at[-1], '}');
			at++;
		}
		assert_int_equal(lines, record->counts[THING_EVENT]);
		free(text);
		record_free(record);
	}
}

static void assert_holds(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("missing: %s", part);
}

static void assert_lacks(const char *text, const char *part)
{
	if (strstr(text, part))
		fail_msg("should not be there: %s", part);
}

static void characters_are_escaped(void **state)
{
	(void)state;
	static const char yaml[] =
		"title: \"a\\\"b\\\\c\\td\\ne\\x01\\x7f\\x85\\u2028\\u202e\\u200f\\ufeff\\ufdd0"
		"\\U0001ffff\\U0001f600/\"\nevents: [{id: e, title: T, date: 1918}]\n";
	struct record *record = read_bytes(yaml, strlen(yaml));
	char *text = printed_all("json", record);
	assert_holds(text,
		"\"a\\\"b\\\\c\\td\\ne\\u0001\\u007f\\u0085\\u2028\\u202e\\u200f\\ufeff\\ufdd0"
		"\\ud83f\\udfff😀/\"");
	free(text);
	record_free(record);
}

/* Every character of which more or less is there than is seen is an escape, and comes back. */
static void all_unseen_are_escaped(void **state)
{
	(void)state;
	struct buf yaml = {0};
	buf_text(&yaml, "title: \"a");
	for (int32_t c = 1; c <= 0x10FFFF; c++)
		if (text_kind(c) != TEXT_SEEN)
			buf_format(&yaml, "\\U%08xb", (unsigned)c);
	buf_text(&yaml, "\"\nevents: [{id: e, title: T, date: 1918}]\n");
	struct record *record = read_bytes(yaml.text, yaml.len);
	char *json = printed_all("json", record);
	size_t len = strlen(json), bytes;
	for (size_t at = 0; at < len; at += bytes) {
		int32_t c = text_decode(json + at, len - at, &bytes);
		assert_true(c == '\n' || text_kind(c) == TEXT_SEEN);
	}
	struct record *again = read_bytes(json, len);
	assert_string_equal(record->title, again->title);
	record_free(again);
	record_free(record);
	free(json);
	buf_free(&yaml);
}

static void dates_are_objects(void **state)
{
	(void)state;
	static const char yaml[] = "title: T\nevents:\n"
				   "  - {id: a, title: A, date: 1918-03/..}\n"
				   "  - {id: b, title: B, date: /1918}\n"
				   "  - {id: c, title: C, date_os: 1917-10-25}\n";
	struct record *record = read_bytes(yaml, strlen(yaml));
	char *text = printed_all("json", record);
	assert_holds(text,
		"{\"edtf\": \"1918-03/..\", \"earliest\": \"1918-03-01\", \"latest\": \"..\", "
		"\"display\": \"from March 1918 onwards\"}");
	assert_holds(text, "{\"edtf\": \"/1918\", \"earliest\": null, \"latest\": \"1918-12-31\"");
	assert_holds(text,
		"\"date\": {\"edtf\": \"1917-11-07\", \"earliest\": \"1917-11-07\", "
		"\"latest\": \"1917-11-07\", \"display\": \"7 November 1917\"}");
	assert_holds(text,
		"\"date_os\": {\"edtf\": \"1917-10-25\", \"earliest\": \"1917-11-07\", "
		"\"latest\": \"1917-11-07\", \"display\": \"25 October 1917\"}");
	free(text);
	record_free(record);
}

/* Two events, of which the second answers, likens and stands on the first. */
static const char linked[] =
	"title: T\n"
	"sources:\n"
	"  one: {type: book, title: One}\n"
	"  two: {type: book, title: Two}\n"
	"parties: {p: {name: P}, r: {name: R}}\n"
	"themes: {t: {title: T}}\n"
	"people: {x: {name: X, party: p}, y: {name: Y}}\n"
	"events:\n"
	"  - id: first\n"
	"    title: First\n"
	"    date: 1918-01-01\n"
	"    quotes: [{id: q1, text: One., speaker: y, source: one}]\n"
	"  - id: second\n"
	"    title: Second\n"
	"    date: 1918-01-01\n"
	"    after: first\n"
	"    quotes:\n"
	"      - {id: q2, text: Two., speaker: x, source: two, answers: q1, about: first}\n"
	"      - {id: q3, text: Three., source: one}\n"
	"    positions:\n"
	"      - {issue: t, party: r, text: Left out, quote: q1}\n"
	"views: {v: {title: V, show: [first, q2]}, w: {title: W, show: q1}}\n"
	"parallels: [{between: [first, second], claim: Alike., claimed_by: y}]\n";

static void a_selection_drops_what_it_leaves_out(void **state)
{
	(void)state;
	static const char *const gone[] = {"first", "q1", "q3", "one", "\"y\"", "\"r\"", "\"t\"",
		"after", "answers", "about", "positions", "parallels", "\"w\""};
	static const uint32_t second[] = {1};
	static const uint32_t q2[] = {1};
	static const char *const formats[] = {"json", "yaml"};
	struct record *record = read_bytes(linked, strlen(linked));
	struct result result = result_all(record);
	result.events = second;
	result.event_count = 1;
	result.quotes = q2;
	result.quote_count = 1;
	for (int n = 0; n < 2; n++) {
		char *text = printed(formats[n], &result, (struct print_options){.colors = -1});
		if (n == 0)
			for (size_t part = 0; part < sizeof gone / sizeof *gone; part++)
				assert_lacks(text, gone[part]);
		assert_holds(text, "second");
		assert_holds(text, "q2");
		struct record *again = read_bytes(text, strlen(text));
		assert_int_equal(again->counts[THING_EVENT], 1);
		assert_int_equal(again->counts[THING_QUOTE], 1);
		assert_int_equal(again->counts[THING_PARTY], 1);
		assert_int_equal(again->counts[THING_VIEW], 1);
		record_free(again);
		free(text);
	}
	record_free(record);
}

/* The parallel stays for two of the three, and does not bring the era back. */
static const char likened[] =
	"title: T\n"
	"eras: {old: {title: Old, date: 1800}}\n"
	"events:\n"
	"  - {id: first, title: First, date: 1918-01-01}\n"
	"  - {id: second, title: Second, date: 1918-01-02}\n"
	"  - {id: third, title: Third, date: 1918-01-03}\n"
	"parallels: [{between: [first, second, old], claim: Alike., claimed_by: editor}]\n";

static void a_likeness_does_not_keep_what_it_likens(void **state)
{
	(void)state;
	static const uint32_t two[] = {0, 1};
	struct record *record = read_bytes(likened, strlen(likened));
	struct result result = result_all(record);
	result.events = two;
	result.event_count = 2;
	char *text = printed("json", &result, (struct print_options){.colors = -1});
	assert_holds(text, "\"between\": [\"first\", \"second\"]");
	assert_lacks(text, "old");
	free(text);
	record_free(record);
}

static void a_failed_write_is_told(void **state)
{
	(void)state;
	struct record *record = read_file("tests/data/karlsund.yaml");
	struct result result = result_all(record);
	struct print_options options = {.colors = -1};
	const struct print_format *format;
	for (int n = 0; (format = print_at(n)); n++) {
		FILE *full = fopen("/dev/full", "w");
		if (!full)
			skip();
		assert_false(format->print(&result, &options, full));
		fclose(full);
	}
	record_free(record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_is_a_record_again),
		cmocka_unit_test(lines_are_events),
		cmocka_unit_test(characters_are_escaped),
		cmocka_unit_test(all_unseen_are_escaped),
		cmocka_unit_test(dates_are_objects),
		cmocka_unit_test(a_selection_drops_what_it_leaves_out),
		cmocka_unit_test(a_likeness_does_not_keep_what_it_likens),
		cmocka_unit_test(a_failed_write_is_told),
	};
	return cmocka_run_group_tests_name("print/json", tests, NULL, NULL);
}
