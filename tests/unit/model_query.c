/* The form of the query language: what is taken, and as what; what is refused, where, and with
 * which advice. */
#include "model/query.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* The terms as text: "-speaker:[hale][orlov]@1", dates as days, one term a word. */
static void write_terms(const struct query_term *term, struct buf *out)
{
	for (; term; term = term->next) {
		if (out->len)
			buf_char(out, ' ');
		buf_format(
			out, "%s%s", term->negative ? "-" : "", query_field_row(term->field)->name);
		for (const struct query_value *value = term->values; value; value = value->next)
			buf_format(out, "[%s]", value->text);
		for (const struct query_span *span = term->spans; span; span = span->next) {
			buf_char(out, '<');
			if (span->yearly) {
				buf_format(out, "%d/%d|%d/%d>", (int)span->days.from / 32,
					(int)span->days.from % 32, (int)span->days.to / 32,
					(int)span->days.to % 32);
				continue;
			}
			date_day_text(span->from, out);
			buf_char(out, '|');
			date_day_text(span->to, out);
			buf_char(out, '>');
		}
		buf_format(out, "@%u", term->column);
	}
}

static void assert_terms(const char *query, const char *terms)
{
	struct arena arena = {0};
	struct buf out = {0};
	struct query_problem problem = {0};
	const struct query_term *first = NULL;
	if (!query_parse(&arena, query, strlen(query), &first, &problem))
		fail_msg("\"%s\" is refused: %s", query, problem.reason);
	write_terms(first, &out);
	assert_string_equal(buf_string(&out), terms);
	buf_free(&out);
	arena_free(&arena);
}

static void assert_refused(const char *query, uint32_t column, const char *reason)
{
	struct arena arena = {0};
	struct query_problem problem = {0};
	static const struct query_term untouched;
	const struct query_term *first = &untouched;
	if (query_parse(&arena, query, strlen(query), &first, &problem))
		fail_msg("\"%s\" is taken", query);
	assert_ptr_equal(first, &untouched);
	if (!strstr(problem.reason, reason))
		fail_msg("\"%s\": \"%s\" does not say \"%s\"", query, problem.reason, reason);
	assert_int_equal(problem.column, column);
	struct buf said = {0};
	buf_format(&said, "column %u: %s", (unsigned)problem.column, problem.reason);
	if (text_length(said.text, said.len) > 78)
		fail_msg("too long for a row of 80 columns: \"%s\"", said.text);
	buf_free(&said);
	arena_free(&arena);
}

static void words_are_folded(void **state)
{
	(void)state;
	assert_terms("", "");
	assert_terms(" \t\n", "");
	assert_terms("Ink", "[ink]@1");
	assert_terms("  Łódź\xC2\xA0İnönü", "[lodz]@3 [inonu]@8");
	assert_terms("\"two  Words\"", "[two words]@1");
	assert_terms("\" ink \"blood", "[ink]@1 [blood]@8");
	assert_terms("“two words” x", "[two words]@1 [x]@13");
	assert_terms("ink,blood", "[ink,blood]@1");
	assert_terms("...", "[...]@1");
	assert_terms("[…]", "[[...]]@1");
	assert_terms("[ X", "[[]@1 [x]@3");
	assert_terms("[X", "[[x]@1");
	assert_terms(":x", "[:x]@1");
	assert_terms("Xi X Y YES", "[xi]@1 [x]@4 [y]@6 [yes]@8");
	assert_terms("\"1918\" \"-x\"", "[1918]@1 [-x]@8");
}

static void fields_take_values(void **state)
{
	(void)state;
	assert_terms("speaker:hale", "speaker[hale]@1");
	assert_terms("SPEAKER:Hale", "speaker[hale]@1");
	assert_terms("source:\"Hallam & Roe\",b", "source[b][hallam & roe]@1");
	assert_terms("id:a,b,c place:x:y", "id[c][b][a]@1 place[x:y]@10");
	assert_terms("has:quotes,variants", "has[variants][quotes]@1");
	assert_terms("theme:\"a\"b", "theme[a]@1 [b]@10");
}

static void a_minus_is_not(void **state)
{
	(void)state;
	assert_terms("-ink", "-[ink]@1");
	assert_terms("-\"two words\"", "-[two words]@1");
	assert_terms("-speaker:hale", "-speaker[hale]@1");
	assert_terms("-\"-x\"", "-[-x]@1");
	assert_terms("-..1996", "-<..|1996-12-31>@1");
	assert_terms("-[1918]", "-<1918-01-01|1918-12-31>@1");
	assert_terms("well-known", "[well-known]@1");
}

static void dates_are_spans(void **state)
{
	(void)state;
	assert_terms("1918", "<1918-01-01|1918-12-31>@1");
	assert_terms("-0043", "<-0043-01-01|-0043-12-31>@1");
	assert_terms("--0043", "-<-0043-01-01|-0043-12-31>@1");
	assert_terms("2022-03", "<2022-03-01|2022-03-31>@1");
	assert_terms("1917..1918", "<1917-01-01|1918-12-31>@1");
	assert_terms("..1996", "<..|1996-12-31>@1");
	assert_terms("2022-03-29..", "<2022-03-29|..>@1");
	assert_terms("191X", "<1910-01-01|1919-12-31>@1");
	assert_terms("-0044..0014-08", "<-0044-01-01|0014-08-31>@1");
	assert_terms("1917/1918", "<1917-01-01|1918-12-31>@1");
	assert_terms("../1918", "<..|1918-12-31>@1");
	assert_terms("1922/", "<1922-01-01|1922-12-31>@1");
	assert_terms("/1918-03", "<1918-03-01|1918-03-31>@1");
	assert_terms("1918~ ?1918", "<1918-01-01|1918-12-31>@1 <1918-01-01|1918-12-31>@7");
	assert_terms("Y17000", "<+17000-01-01|+17000-12-31>@1");
	assert_terms("[1917, 1996]", "<1917-01-01|1917-12-31><1996-01-01|1996-12-31>@1");
	assert_terms("{1917,1920..}", "<1917-01-01|1917-12-31><1920-01-01|..>@1");
	assert_terms("1918,[1920,1922]",
		"<1918-01-01|1918-12-31><1920-01-01|1920-12-31><1922-01-01|1922-12-31>@1");
}

/* A date as truce prints it is one term; what follows it, and the words in it alone, are not. */
static void dates_in_words_are_terms(void **state)
{
	(void)state;
	assert_terms("29 March 2022", "<2022-03-29|2022-03-29>@1");
	assert_terms("29 mar 2022 ink", "<2022-03-29|2022-03-29>@1 [ink]@13");
	assert_terms("x March 2022", "[x]@1 <2022-03-01|2022-03-31>@3");
	assert_terms("-29 March 2022", "-<2022-03-29|2022-03-29>@1");
	assert_terms("March", "[march]@1");
	assert_terms("March ink", "[march]@1 [ink]@7");
	assert_terms("may be", "[may]@1 [be]@5");
	assert_terms("\"29 March 2022\"", "[29 march 2022]@1");
	assert_terms("marching 2022", "[marching]@1 <2022-01-01|2022-12-31>@10");
	assert_terms("29 March 2022..3 May 2022 x", "<2022-03-29|2022-05-03>@1 [x]@27");
	assert_terms("..March 2022 x", "<..|2022-03-31>@1 [x]@14");
	assert_terms("2022-03..3 May 2022", "<2022-03-01|2022-05-03>@1");
	assert_terms("29 March 2022.. x", "<2022-03-29|..>@1 [x]@17");
	assert_terms("1917,March 1918,3 May 1918 x",
		"<1917-01-01|1917-12-31><1918-03-01|1918-03-31><1918-05-03|1918-05-03>@1 [x]@28");
	assert_terms("15–17 December 1917", "<1917-12-15|1917-12-17>@1");
	assert_terms("15-17 Dec 1917?", "<1917-12-15|1917-12-17>@1");
	assert_terms("29 March – 2 April 2022", "<2022-03-29|2022-04-02>@1");
	assert_terms("Nov 1917 - Mar 1918", "<1917-11-01|1918-03-31>@1");
	assert_terms(
		"29 March 2022 -1917", "<2022-03-29|2022-03-29>@1 <-1917-01-01|-1917-12-31>@15");
	assert_terms("29 March 2022 -ink", "<2022-03-29|2022-03-29>@1 -[ink]@15");
	assert_terms("29 March 2022 and ink", "<2022-03-29|2022-03-29>@1 [and]@15 [ink]@19");
	assert_terms("3 or 5 March 1918", "<1918-03-03|1918-03-03><1918-03-05|1918-03-05>@1");
	assert_terms("1917, 1918 or 1920",
		"<1917-01-01|1917-12-31><1918-01-01|1918-12-31><1920-01-01|1920-12-31>@1");
	assert_terms("about 3 March 1918", "<1918-03-03|1918-03-03>@1");
	assert_terms("c. 1797?", "<1797-01-01|1797-12-31>@1");
	assert_terms("about ink", "[about]@1 [ink]@7");
	assert_terms("3 March 43 BCE", "<-0042-03-03|-0042-03-03>@1");
	assert_terms("44–43 BCE", "<-0043-01-01|-0042-12-31>@1");
	assert_terms("27 BCE–14 CE", "<-0026-01-01|0014-12-31>@1");
	assert_terms("winter 1917–18", "<1917-12-01|1918-02-28>@1");
	assert_terms("first half of 1918", "<1918-01-01|1918-06-30>@1");
	assert_terms("1910s", "<1910-01-01|1919-12-31>@1");
	assert_terms("between 1914 and 1918", "<1914-01-01|1918-12-31>@1");
	assert_terms("until March 1918", "<..|1918-03-31>@1");
	assert_terms("from March 1918 onwards", "<1918-03-01|..>@1");
	assert_terms("from March 1918", "[from]@1 <1918-03-01|1918-03-31>@6");
	assert_terms("25 October 1917 Old Style", "<1917-11-07|1917-11-07>@1");
	assert_terms(
		"7 November 1917 (25 October Old Style) x", "<1917-11-07|1917-11-07>@1 [x]@40");
	assert_terms("March 29, 2022 x", "<2022-03-29|2022-03-29>@1 [x]@16");
	assert_terms("29 March x", "<3/29|3/29>@1 [x]@10");
	assert_terms("-March 29 x", "-<3/29|3/29>@1 [x]@11");
	assert_terms("29 March,3 March 1918", "<3/29|3/29><1918-03-03|1918-03-03>@1");
	assert_terms("29–31 March", "<3/29|3/31>@1");
	assert_terms("place:March 2022", "place[march]@1 <2022-01-01|2022-12-31>@13");
}

/* Nothing that looks like such a date is taken for words, or for another date. */
static void dates_in_words_are_refused(void **state)
{
	(void)state;
	assert_refused("29", 1, "a day is 29 March 1918, a year 0029; as a word: \"29\"");
	assert_refused("x -29", 4, "as a word: \"29\"");
	assert_refused("29 March 222", 10, "a year has four digits");
	assert_refused("29 March..31 March", 1, "of which year?");
	assert_refused("x 31 April 2022", 3, "April has only 30 days");
	assert_refused("1917, 1918", 6, "beside the comma");
	assert_refused("29 March 2022-ink", 1, "a day is");
	assert_refused("22 Dec 1917–", 1, "a day is");
	assert_refused("29 March 2022..1 March 2022", 16, "before the start");
	assert_refused("March 2022..March", 13, "");
	assert_refused("843", 1, "a year has four digits: 0843; as a word: \"843\"");
}

static void what_is_malformed_is_refused_with_its_column(void **state)
{
	(void)state;
	assert_refused("ink \"two", 5, "not closed");
	assert_refused("ink\"", 4, "not closed");
	assert_refused("é speaker:\"x", 11, "not closed");
	assert_refused("é speakr:x", 3, "did you mean \"speaker\"?");
	assert_refused("-speakr:x", 2, "did you mean \"speaker\"?");
	assert_refused("says:ukraine", 1, "did you mean \"by\"?");
	assert_refused("ink -topic:x", 6, "did you mean \"theme\"?");
	assert_refused("speaker=hale", 8, "write \":\" behind \"speaker\", not \"=\"");
	assert_refused("date:1918", 1, "1917..1918");
	assert_refused("https://a.b", 1, "quotation marks");
	assert_refused("слово:x", 1, "no field \"слово\"");
	assert_refused("speaker:", 9, "needs a value");
	assert_refused("speaker: hale", 9, "needs a value");
	assert_refused("speaker:,a", 9, "needs a value");
	assert_refused("speaker:a,", 11, "needs a value");
	assert_refused("speaker:\"\"", 9, "needs a value");
	assert_refused("speaker:\xC2\xAD", 9, "needs a value");
	assert_refused("x \"\"", 3, "no word");
	assert_refused("\" \"", 1, "no word");
	assert_refused("ink - blood", 5, "right before");
	assert_refused("-", 1, "right before");
	assert_refused("has:qotes", 5, "did you mean \"quotes\"?");
	assert_refused("has:quotes,love", 12,
		"has: takes quotes, variants, replies, parallels and positions");
	assert_refused("1918-13", 6, "month 13");
	assert_refused("1917..1918-02-30", 15, "28 days");
	assert_refused("x 1900s", 7, "190X");
	assert_refused("1900s", 5, "as a word: \"1900s\"");
	assert_refused("..", 1, "before or behind");
	assert_refused("1917..1918..1919", 11, "one \"..\"");
	assert_refused("1918..1917", 7, "before the start");
	assert_refused("1918,", 6, "beside the comma");
	assert_refused("XXXX-12-25", 1, "without a year");
	assert_refused("1914-18", 6, "");
	assert_refused("[1917", 1, "");
	assert_refused("ab\xff", 3, "UTF-8");
}

/* The words of other catalogues, which would else select what was not meant. */
static void operators_get_their_advice(void **state)
{
	(void)state;
	static const char advice[] = "all terms must hold, a,b is either, -term is not";
	assert_refused("theme:a OR theme:b", 9, advice);
	assert_refused("ink AND blood", 5, advice);
	assert_refused("NOT ink", 1, advice);
	assert_refused("ink \u2013blood", 5,
		"write \"-\" before what is not wanted, not an en dash (U+2013)");
	assert_refused(
		"theme\uff1aa", 6, "write \":\" behind \"theme\", not a full-width colon (U+FF1A)");
	assert_refused("é -NOT ink", 4, advice);
	assert_refused("OR", 1, "\"OR\" is a word");
	assert_terms("\"OR\" or Or and not NOTE by:OR",
		"[or]@1 [or]@6 [or]@9 [and]@12 [not]@16 [note]@20 by[or]@25");
}

static void a_reason_is_one_line_of_utf8(void **state)
{
	(void)state;
	struct buf query = {0};
	buf_repeat(&query, "слово", 200);
	buf_char(&query, ':');
	assert_refused(buf_string(&query), 1, "quotation marks");
	buf_free(&query);
}

/* A file may hold a query of megabytes: what is read twice would be read for minutes. */
static void long_queries_are_read_once(void **state)
{
	(void)state;
	static const char *const pieces[] = {"[ ", "[X ", "é ", "[X 1 ", "a, ", "- ", "\"a\" ",
		"id:a,", "March ", "15 ", "1917 or ", "c. ", "between 1 and ", "1,", "1, ", "1917–",
		"(", " "};
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		struct arena arena = {0};
		struct buf query = {0};
		struct query_problem problem;
		const struct query_term *terms;
		buf_repeat(&query, pieces[i], 150000);
		(void)query_parse(&arena, query.text, query.len, &terms, &problem);
		buf_free(&query);
		arena_free(&arena);
	}
}

static void spaces_are_squeezed(void **state)
{
	(void)state;
	struct buf buf = {0};
	query_fold(&buf, "a  b\n\n c", 8);
	assert_string_equal(buf_string(&buf), "a b c");
	query_fold(&buf, "  x   ", 6);
	assert_string_equal(buf_string(&buf), "a b c x ");
	buf_free(&buf);
}

/* Who types a query is told a few words of each. */
static void each_field_has_words(void **state)
{
	(void)state;
	const struct query_field_row *row;
	for (int field = QUERY_NAMED; (row = query_field_row(field)); field++)
		if (!*row->name || !row->help || !*row->help)
			fail_msg("field %d, \"%s\", has no help", field, row->name);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_folded),
		cmocka_unit_test(fields_take_values),
		cmocka_unit_test(a_minus_is_not),
		cmocka_unit_test(dates_are_spans),
		cmocka_unit_test(what_is_malformed_is_refused_with_its_column),
		cmocka_unit_test(operators_get_their_advice),
		cmocka_unit_test(dates_in_words_are_terms),
		cmocka_unit_test(dates_in_words_are_refused),
		cmocka_unit_test(a_reason_is_one_line_of_utf8),
		cmocka_unit_test(long_queries_are_read_once),
		cmocka_unit_test(spaces_are_squeezed),
		cmocka_unit_test(each_field_has_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
