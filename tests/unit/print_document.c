/* The walk of a document: what a writer is told, in which order, and that it stops when a write
 * fails. */
#include "print/citations.h"
#include "print/document.h"

#include "tests/unit/print.h"

struct log {
	struct buf text;
	int flushes_left; /* until one fails */
};

static struct buf *text_of(void *to)
{
	return &((struct log *)to)->text;
}

static void cite(void *to, const struct citation *citation)
{
	if (!citation)
		return;
	buf_format(text_of(to), " {%s ", citation->locator ? citation->locator : "-");
	citation_numbers(text_of(to), citation);
	buf_char(text_of(to), '}');
}

static void log_head(void *to, const struct document_head *head)
{
	buf_format(text_of(to), "head %s|%s|%s\n", head->title, head->counts,
		head->asked ? head->asked : "-");
}

static void log_section(void *to, const struct heading *heading)
{
	buf_format(text_of(to), "section %d %s|%s|%s\n", (int)heading->section, heading->title,
		heading->span ? heading->span->edtf : "-",
		heading->summary ? heading->summary : "-");
}

static void log_gap(void *to, const char *time)
{
	buf_format(text_of(to), "gap %s\n", time);
}

static void log_event(void *to, const struct event *event)
{
	buf_format(text_of(to), "event %s\n", event->id);
}

static void log_quote(void *to, const struct quote *quote, const char *speaker, const char *said,
	const struct citation *citation)
{
	buf_format(text_of(to), "quote %s|%s|%s", quote->id, speaker, said ? said : "-");
	cite(to, citation);
	buf_char(text_of(to), '\n');
}

static void log_quote_end(void *to)
{
	buf_text(text_of(to), "quote end\n");
}

static void log_parallel(void *to, const struct parallel *parallel, const char *between,
	const char *claimed, const struct citation *citation)
{
	buf_format(text_of(to), "parallel %s|%s|%s", between, parallel->claim, claimed);
	cite(to, citation);
	buf_char(text_of(to), '\n');
}

static void log_person(void *to, const char *name, const char *about)
{
	buf_format(text_of(to), "person %s|%s\n", name, about);
}

static void log_source(void *to, struct ref source, uint32_t n, uint32_t count, const char *full)
{
	assert_int_equal(source.thing, THING_SOURCE);
	buf_format(text_of(to), "source %u of %u %.14s\n", n, count, full);
}

static void log_part(void *to, const struct part *part)
{
	buf_format(text_of(to), "part %d %s|%.20s", (int)part->kind, part->label,
		part->text ? part->text : "-");
	cite(to, part->citation);
	buf_char(text_of(to), '\n');
}

static void log_event_line(void *to, const struct event *event, uint32_t quotes)
{
	buf_format(text_of(to), "line %s %u\n", event->id, quotes);
}

static bool log_flush(void *to)
{
	buf_text(text_of(to), "flush\n");
	return --((struct log *)to)->flushes_left != 0;
}

static const struct document_writer logs = {
	.head = log_head,
	.section = log_section,
	.gap = log_gap,
	.event = log_event,
	.quote = log_quote,
	.quote_end = log_quote_end,
	.parallel = log_parallel,
	.person = log_person,
	.source = log_source,
	.part = log_part,
	.event_line = log_event_line,
	.flush = log_flush,
};

static void check(struct document_writer writer, struct print_options options, int flushes,
	const char *expected)
{
	struct record *record = read_file("tests/data/karlsund.yaml");
	struct result result = result_all(record);
	struct log log = {.flushes_left = flushes};
	document_write(&result, &options, &writer, &log);
	assert_string_equal(buf_string(&log.text), expected);
	buf_free(&log.text);
	record_free(record);
}

#define HEAD "head The Peace of Karlsund|1 event · 2 quotations|-\nflush\n"
#define SOURCES                                                                                    \
	"section 7 Sources|-|-\n"                                                                  \
	"source 1 of 2 Ilona Varga, D\nflush\n"                                                    \
	"source 2 of 2 Karlsund Couri\nflush\n"

static void the_whole_is_told_in_order(void **state)
{
	(void)state;
	check(logs, (struct print_options){0}, 0,
		HEAD "section 0 The congress|1856|-\nflush\n"
		     "event treaty\n"
		     "part 0 |Karlsund · Norland\n"
		     "part 1 |Count Pavel Orlov; S\n"
		     "part 2 |Five weeks of talks \n"
		     "part 3 Outcome: |Ratified in May; bro {pp. 210-214 [1]}\n"
		     "quote hale-ink|Sir Edmund Hale, second plenipotentiary|30 March 1856 (18 "
		     "March Old Style) {p. 212 [1]}\n"
		     "part 7 Original (French): |“En cinq semaines,\n"
		     "part 10 Variant: |“More ink than blo {p. 2 [2]}\n"
		     "quote end\n"
		     "quote orlov-dry|Count Pavel Orlov|about March 1856 {- [1]}\n"
		     "part 9 Answers |Sir Edmund Hale, 30 \n"
		     "quote end\n"
		     "part 4 Settling for less, Norland: |Accepts the river li {- [1]}\n"
		     "flush\n"
		     "section 5 Parallels that were drawn|-|-\n"
		     "parallel The congress and Treaty of Karlsund signed|Peace was made before we "
		     "met.|claimed by Count Pavel Orlov {- [1]}\n"
		     "flush\n" SOURCES);
}

static void the_short_forms_have_a_head_and_sources(void **state)
{
	(void)state;
	check(logs, (struct print_options){.brief = true}, 0,
		HEAD "section 1 Events|-|-\nline treaty 2\nflush\n");
}

static void a_bare_writer_gets_lines_alone(void **state)
{
	struct document_writer bare = logs;
	(void)state;
	bare.bare = true;
	check(bare, (struct print_options){.brief = true}, 0, "line treaty 2\nflush\n");
	check(bare, (struct print_options){.quotes_only = true}, 0,
		"quote hale-ink|Sir Edmund Hale, second plenipotentiary|30 March 1856 (18 March "
		"Old Style)\n"
		"part 12 |Varga, Documents of \nquote end\nflush\n"
		"quote orlov-dry|Count Pavel Orlov|about March 1856\n"
		"part 12 |Varga, Documents of \nquote end\nflush\n");
}

static void nothing_follows_a_write_that_failed(void **state)
{
	(void)state;
	check(logs, (struct print_options){0}, 1, HEAD);
	check(logs, (struct print_options){0}, 2, HEAD "section 0 The congress|1856|-\nflush\n");
	check(logs, (struct print_options){.quotes_only = true}, 1, HEAD);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_whole_is_told_in_order),
		cmocka_unit_test(the_short_forms_have_a_head_and_sources),
		cmocka_unit_test(a_bare_writer_gets_lines_alone),
		cmocka_unit_test(nothing_follows_a_write_that_failed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
