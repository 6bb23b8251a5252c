/* The page to read, at every width, and its shorter forms. */
#include "tests/unit/print.h"

static char *page(const struct record *record, struct print_options options)
{
	struct result result = result_all(record);
	return printed("text", &result, options);
}

static void it_fits_and_is_harmless_at_every_width(void **state)
{
	(void)state;
	static const int widths[] = {20, 30, 41, 59, 60, 61, 80, 100};
	for (int n = 0; n < PRINT_RECORDS; n++) {
		struct record *record = read_file(print_records[n]);
		for (size_t at = 0; at < sizeof widths / sizeof *widths; at++) {
			char *text = page(
				record, (struct print_options){.width = widths[at], .colors = -1});
			assert_harmless(text);
			for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n"))
				if (text_width(NULL, line, strlen(line)) > widths[at])
					fail_msg("wider than %d: %s", widths[at], line);
			free(text);
		}
		record_free(record);
	}
}

static void wide_paper_does_not_widen_the_text(void **state)
{
	(void)state;
	struct record *record = read_file("tests/data/karlsund.yaml");
	char *hundred = page(record, (struct print_options){.width = 100, .colors = -1});
	char *wider = page(record, (struct print_options){.width = 300, .colors = -1});
	assert_string_equal(hundred, wider);
	free(hundred);
	free(wider);
	record_free(record);
}

static void brief_is_a_line_an_event(void **state)
{
	(void)state;
	struct record *record = read_file("events.yaml");
	char *text = page(record, (struct print_options){.width = 80, .brief = true, .colors = -1});
	uint32_t lines = 0;
	for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n"), lines++)
		assert_true(text_width(NULL, line, strlen(line)) <= 80);
	assert_int_equal(lines, record->counts[THING_EVENT]);
	free(text);
	record_free(record);
}

static void quotes_stand_alone(void **state)
{
	(void)state;
	struct record *record = read_file("tests/data/karlsund.yaml");
	char *text = page(
		record, (struct print_options){.width = 80, .quotes_only = true, .colors = -1});
	assert_string_equal(text,
		"“We have spent more ink in five weeks than blood in any single day: let us call\n"
		" it a bargain.”\n"
		"    Sir Edmund Hale, second plenipotentiary, 30 March 1856 (18 March Old Style)\n"
		"    Varga, Documents of the Karlsund Congress, 1881, p. 212\n"
		"\n"
		"“Ink dries, too.”\n"
		"    Count Pavel Orlov, about March 1856\n"
		"    Varga, Documents of the Karlsund Congress, 1881\n");
	free(text);
	record_free(record);
}

/* In colour the same words stand in the same places, and the only escapes are SGR sequences. */
static void colours_change_no_word(void **state)
{
	(void)state;
	for (int n = 0; n < PRINT_RECORDS; n++) {
		struct record *record = read_file(print_records[n]);
		char *plain = page(record, (struct print_options){.width = 80, .colors = -1});
		char *colored = page(record,
			(struct print_options){
				.width = 80, .colors = 256, .theme = theme_find("dark")});
		assert_non_null(strchr(colored, '\033'));
		char *to = colored;
		for (const char *at = colored; *at;) {
			if (*at != '\033') {
				*to++ = *at++;
				continue;
			}
			assert_int_equal(at[1], '[');
			at += 2 + strspn(at + 2, "0123456789;:");
			assert_int_equal(*at++, 'm');
		}
		*to = '\0';
		assert_string_equal(plain, colored);
		free(plain);
		free(colored);
		record_free(record);
	}
}

static void ascii_draws_no_other_sign(void **state)
{
	(void)state;
	static const char yaml[] =
		"title: T\neras: {e: {title: E, date: 1918/1990}}\n"
		"sources: {s: {type: book, title: S}}\nevents:\n"
		"  - id: a\n    title: A\n    date: 1918-03-03\n    date_text: old\n"
		"    quotes:\n      - {id: q, text: Words., source: s}\n"
		"      - {id: v, text: View., kind: thesis, source: s}\n"
		"  - {id: b, title: B, date: 1939-01-01}\n";
	struct record *record = read_bytes(yaml, strlen(yaml));
	char *text = page(record, (struct print_options){.width = 80, .ascii = true, .colors = -1});
	const char *rule = strstr(text, "----");
	assert_non_null(rule);
	for (const char *at = rule; *at; at++)
		assert_false(*at & 0x80);
	assert_non_null(strstr(text, ":   20 years"));
	free(text);
	record_free(record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_fits_and_is_harmless_at_every_width),
		cmocka_unit_test(wide_paper_does_not_widen_the_text),
		cmocka_unit_test(brief_is_a_line_an_event),
		cmocka_unit_test(quotes_stand_alone),
		cmocka_unit_test(colours_change_no_word),
		cmocka_unit_test(ascii_draws_no_other_sign),
	};
	return cmocka_run_group_tests_name("print/text", tests, NULL, NULL);
}
