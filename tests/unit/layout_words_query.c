/* A query is told as the parser reads it, whatever marks and spaces it was typed with. */
#include "layout/words_query.h"

#include "tests/unit/every.h"

static const char text[] =
	"title: Queries\n"
	"parties: {norland: {name: Norland}, sudmark: {name: Südmark}}\n"
	"people: {hale: {name: Edmund Hale, party: sudmark}, orlov: {name: Pavel Orlov}}\n"
	"themes: {river: {title: The river line}}\n"
	"sources: {varga: {type: book, author: \"Varga, Ilona\", title: Documents}}\n"
	"events:\n"
	"  - id: talks\n"
	"    title: Talks\n"
	"    date: 1856\n"
	"    quotes:\n"
	"      - {id: mine, speaker: hale, text: No., source: varga}\n"
	"      - {id: told, kind: paraphrase, speaker: orlov, text: No., source: varga}\n"
	"      - {id: view, kind: thesis, text: Both came., source: varga}\n"
	"      - {id: doubt, speaker: hale, text: Never., source: varga, status: disputed}\n";

static void expect(const struct record *record, const char *query, const char *told)
{
	struct buf out = {0};
	words_query(&out, record, query, strlen(query));
	assert_string_equal(buf_string(&out), told);
	buf_free(&out);
}

static void values_end_where_the_parser_ends_them(void **state)
{
	static const char *const rows[][2] = {
		{"by:norland,sudmark", "what Norland or Südmark says"},
		{"by:\"norland\",sudmark", "what Norland or Südmark says"},
		{"by:“norland”,“sudmark”", "what Norland or Südmark says"},
		{"by:„norland“ -theme:“river”", "what Norland says, not theme The river line"},
		{"by:“some, body”,norland", "what some, body or Norland says"},
		{"by:norland\ttheme:river\n", "what Norland says, theme The river line"},
		{"by:norland\u00a0theme:river", "what Norland says, theme The river line"},
		{"war\t1856\u00a0 has:quotes\t", "war 1856 has:quotes"},
		{"\t“a war” by:hale", "“a war”, what Edmund Hale says"},
		{"by:a,b,c,d,hale,orlov", "what a or b or c or d or 2 more says"},
		{"by:“norland", "by:“norland"},
		{"", ""},
	};
	(void)state;
	struct record *record = every_made(text);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		expect(record, rows[i][0], rows[i][1]);
	record_free(record);
}

static void a_quotation_is_told_by_its_voice(void **state)
{
	static const char *const rows[][2] = {
		{"id:mine", "a quotation of Edmund Hale"},
		{"-id:told", "not a report on words of Pavel Orlov"},
		{"id:view,talks", "a view of Ilona Varga or Talks"},
		{"id:doubt", "a quotation of Edmund Hale (disputed)"},
		{"id:nobody", "id:nobody"},
	};
	(void)state;
	struct record *record = every_made(text);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		expect(record, rows[i][0], rows[i][1]);
	record_free(record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_end_where_the_parser_ends_them),
		cmocka_unit_test(a_quotation_is_told_by_its_voice),
	};
	return cmocka_run_group_tests_name("layout/words_query", tests, NULL, NULL);
}
