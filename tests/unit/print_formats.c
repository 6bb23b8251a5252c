/* Every format of the table keeps to what was asked for: a query, a view, a day, the order, several files.
 *
 * Each event of the record has a name that stands in its summary, in its words and in the title of their
 * source, one of which every format prints; so what a format printed, and in which order, is read off by
 * the names, whatever its syntax. */
#include "query/select.h"
#include "tests/unit/print.h"

/* In which order a format has what it prints. A new one says so here. */
enum order {
	AS_SHOWN, /* by the view, else by time */
	BY_TIME,  /* as a timeline, or as a record, whose plans say their own order */
	ITS_OWN,  /* by the file of sources */
	DRAWN     /* some of them */
};
static const struct {
	const char *format;
	enum order order;
} orders[] = {{"text", BY_TIME}, {"man", BY_TIME}, {"html", BY_TIME}, {"markdown", BY_TIME},
	{"page", BY_TIME}, {"yaml", BY_TIME}, {"json", BY_TIME}, {"jsonl", AS_SHOWN},
	{"csv", AS_SHOWN}, {"csv-events", AS_SHOWN}, {"spreadsheet", AS_SHOWN}, {"gift", DRAWN},
	{"anki", AS_SHOWN}, {"csl-json", ITS_OWN}, {"biblatex", ITS_OWN}, {"timelinejs", BY_TIME},
	{"webannotation", AS_SHOWN}};

enum { NAMES = 6 };
static const char *const names[NAMES] = {"Alfa", "Bravo", "Castor", "Delta", "Echo", "Foxtrot"};
/* Unlike each other, as what can be asked about is. */
static const char *const words[NAMES] = {"The river freezes early, and that we owe",
	"Ships of ours lie idle without coal, which matters", "Bread costs twice its price, thanks",
	"Our children sing other songs today, a gift",
	"Walls fall faster than they rise, as is known",
	"Letters take nine weeks from the front, a riddle"};
/* The names in the order of time, by the dates, and of two on one day by `order`. */
static const char by_time[] = "abdcef";

/* The part of the record with the events from..to-1, which have a year each, but the third and the fourth
 * a day, the fourth first. */
static char *file_of(const char *title, size_t from, size_t to)
{
	static const char *const dates[NAMES] = {
		"1901", "1902", "1903-05-05, order: 2", "1903-05-05, order: 1", "1905", "1906"};
	struct buf file = {0};
	buf_format(&file, "title: %s\nsources:\n", title);
	for (size_t n = from; n < to; n++)
		buf_format(&file, "  s%zu: {type: book, title: Papers of %s, issued: 1920}\n", n,
			names[n]);
	buf_text(&file, "people:\n");
	for (size_t n = from; n < to; n++)
		buf_format(&file, "  p%zu: {name: Speaker %c}\n", n, (char)('K' + n));
	buf_text(&file, "events:\n");
	for (size_t n = from; n < to; n++)
		buf_format(&file,
			"  - {id: e%zu, date: %s, title: Day %zu, summary: What %s came to., "
			"quotes: [{id: q%zu, speaker: p%zu, source: s%zu, text: \"%s to %s "
			"alone.\"}]}\n",
			n, dates[n], n, names[n], n, n, n, words[n], names[n]);
	if (!from)
		buf_text(&file, "views:\n  plan: {title: Plan, show: [q4, e3, e0]}\n");
	return file.text;
}

static struct record *record_read(void)
{
	struct diag_list *diags = diag_create();
	char *files[] = {file_of("One", 0, 2), file_of("Two", 2, NAMES)};
	struct load_input inputs[] = {
		{"one", files[0], strlen(files[0])}, {"two", files[1], strlen(files[1])}};
	struct record *record = load_record(inputs, 2, NULL, diags);
	if (!record)
		diag_print(diags, stderr, DIAG_ERROR, false);
	diag_free(diags);
	free(files[0]);
	free(files[1]);
	assert_non_null(record);
	return record;
}

/* Where each name stands first as it does in such a text; NULL where it does not. Returns whether any does. */
static bool places_find(
	const char *text, const char *before, const char *behind, const char *places[NAMES])
{
	bool any = false;
	for (size_t n = 0; n < NAMES; n++) {
		char mark[64];
		snprintf(mark, sizeof mark, "%s%s%s", before, names[n], behind);
		const char *at = strstr(text, mark);
		places[n] = at && (!places[n] || at < places[n]) ? at : places[n];
		any |= at != NULL;
	}
	return any;
}

/* The first letters of the names that stand in it, by their places: "abd". Lists of sources have an order
 * of their own, and are asked only where nothing else is printed. */
static void names_find(const char *text, char found[NAMES + 1])
{
	const char *places[NAMES] = {NULL};
	size_t count = 0;
	bool told = places_find(text, "What ", " came", places);
	told |= places_find(text, " to ", " alone", places);
	if (!told)
		places_find(text, "Papers of ", "", places);
	for (;;) {
		size_t first = NAMES;
		for (size_t n = 0; n < NAMES; n++)
			if (places[n] && (first == NAMES || places[n] < places[first]))
				first = n;
		if (first == NAMES)
			break;
		places[first] = NULL;
		found[count++] = (char)('a' + first);
	}
	found[count] = '\0';
}

static int letters_compare(const void *a, const void *b)
{
	return *(const char *)a - *(const char *)b;
}

static enum order order_of(const char *format)
{
	for (size_t n = 0; n < sizeof orders / sizeof *orders; n++)
		if (strcmp(orders[n].format, format) == 0)
			return orders[n].order;
	fail_msg("say of %s, in `orders`, in which order it has what it prints", format);
	return ITS_OWN;
}

/* Prints what was asked for in every format. The letters are those of the names that are to be there, in
 * the order of the view, and in that of time. */
static void each_prints(const struct record *record, const struct select_options *asked,
	const char *as_shown, const char *in_time)
{
	struct arena arena = {0};
	struct result result;
	struct query_problem problem;
	const struct print_format *format;
	struct print_options options = {
		.colors = -1, .asked = *asked, .questions = 100, .width = 999};
	assert_true(select_run(record, asked, &arena, &result, &problem));
	for (int n = 0; (format = print_at(n)); n++) {
		char found[NAMES + 1], wanted[NAMES + 1];
		enum order order = order_of(format->name);
		char *text = printed(format->name, &result, options);
		names_find(text, found);
		snprintf(wanted, sizeof wanted, "%s", order == AS_SHOWN ? as_shown : in_time);
		if (order == ITS_OWN) {
			qsort(found, strlen(found), 1, letters_compare);
			qsort(wanted, strlen(wanted), 1, letters_compare);
		}
		if (order == DRAWN ? !*found || found[strspn(found, wanted)]
				   : strcmp(found, wanted) != 0)
			fail_msg("%s has \"%s\", and is to have \"%s\"", format->name, found,
				wanted);
		free(text);
	}
	arena_free(&arena);
}

static void formats_keep_to_what_was_asked_for(void **state)
{
	(void)state;
	struct record *record = record_read();
	struct arena arena = {0};
	struct date day;
	struct date_problem problem;
	const struct view *view = &record->views[0];
	assert_true(date_parse(&arena, "1904", 4, &day, &problem));
	each_prints(record, &(struct select_options){0}, by_time, by_time);
	each_prints(record, &(struct select_options){.query = "1902..1905"}, "bdce", "bdce");
	each_prints(record, &(struct select_options){.query = "speaker:p5"}, "f", "f");
	each_prints(record, &(struct select_options){.as_of = &day}, "abdc", "abdc");
	each_prints(record, &(struct select_options){.view = view}, "eda", "ade");
	each_prints(
		record, &(struct select_options){.view = view, .query = "1903..1905"}, "ed", "de");
	each_prints(record, &(struct select_options){.view = view, .as_of = &day}, "da", "ad");
	each_prints(record,
		&(struct select_options){.view = view, .as_of = &day, .query = "-e3 1901..1903"},
		"da", "ad");
	arena_free(&arena);
	record_free(record);
}

/* What is no timeline of a page stands in the order of the view as well. */
static void lists_of_pages(void **state)
{
	(void)state;
	struct record *record = record_read();
	struct select_options asked = {.view = &record->views[0]};
	struct arena arena = {0};
	struct result result;
	struct query_problem problem;
	assert_true(select_run(record, &asked, &arena, &result, &problem));
	for (int brief = 0; brief < 2; brief++) {
		char *text = printed("text", &result,
			(struct print_options){
				.colors = -1, .brief = brief, .quotes_only = !brief});
		const char *first = strstr(text, brief ? "Day 4" : "Echo");
		const char *second = strstr(text, brief ? "Day 3" : "Delta");
		const char *third = strstr(text, brief ? "Day 0" : "Alfa");
		assert_true(first && first < second && second < third);
		free(text);
	}
	arena_free(&arena);
	record_free(record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(formats_keep_to_what_was_asked_for),
		cmocka_unit_test(lists_of_pages)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
