/* check and the program agree on views: what check has no error for opens by --view, what it has
 * one for would be refused, and what it has no warning for shows all that it is to show. */
#include "tests/unit/every.h"

#include "cli/views.h"
#include "load/codes.h"

static const char start[] =
	"title: T\n"
	"sources: {s: {type: book, title: B}}\n"
	"people: {ann: {name: Ann}}\n"
	"events:\n"
	"  - {id: a, title: Meeting, date: 1917-12, quotes: [{id: qa, text: First "
	"words., speaker: ann, source: s, public: 1918}]}\n"
	"  - {id: b, title: Peace, date: 1996, quotes: [{id: qb, text: Last words., "
	"speaker: ann, source: s}]}\n"
	"views:\n"
	"  view: {title: V, ";

/* The fields of a view of that record; each may be NULL. */
struct fields {
	const char *as_of, *query, *show;
};

static void add_field(struct buf *yaml, const char *name, const char *value)
{
	if (!value)
		return;
	buf_format(yaml, ", %s: \"", name);
	for (const char *at = value; *at; at++)
		buf_format(yaml, "%s%c", *at == '"' || *at == '\\' ? "\\" : "", *at);
	buf_char(yaml, '"');
}

static struct record *read_view(const struct fields *fields, struct diag_list *diags)
{
	struct buf yaml = {0};
	buf_text(&yaml, start);
	buf_text(&yaml, "note: N");
	add_field(&yaml, "query", fields->query);
	add_field(&yaml, "as_of", fields->as_of);
	if (fields->show)
		buf_format(&yaml, ", show: [%s]", fields->show);
	buf_text(&yaml, "}\n");
	struct load_input input = {"test", yaml.text, yaml.len};
	struct record *record = load_record(&input, 1, NULL, diags);
	buf_free(&yaml);
	return record;
}

/* Whether the options would be taken by themselves: a view is what they are together. A query of
 * blanks is none. */
static bool is_taken(const struct record *record, const struct fields *fields)
{
	struct arena arena = {0};
	struct date day;
	struct date_problem bad;
	struct query_problem problem;
	struct result result;
	struct select_options options = {.query = fields->query};
	bool taken = true;
	if (fields->as_of) {
		taken = date_parse(&arena, fields->as_of, strlen(fields->as_of), &day, &bad);
		options.as_of = &day;
	}
	taken = taken && (!fields->query || fields->query[strspn(fields->query, " ")]) &&
		select_run(record, &options, &arena, &result, &problem);
	arena_free(&arena);
	return taken;
}

/* That no warning says less than what is selected, or more. */
static void check_warnings(const struct record *record, struct diag_list *diags)
{
	struct arena arena = {0};
	for (uint32_t i = 0; i < record->counts[THING_VIEW]; i++) {
		const struct view *view = &record->views[i];
		struct query_problem problem;
		struct result result;
		bool hides = false;
		assert_true(select_run(
			record, &(struct select_options){.view = view}, &arena, &result, &problem));
		for (uint32_t k = 0; view->show && k < view->show->count; k++) {
			struct ref ref = view->show->at[k].thing;
			hides |= ref.thing == THING_EVENT && result_row(&result, ref.index) < 0;
			hides |= ref.thing == THING_QUOTE && !result_has_quote(&result, ref.index);
		}
		struct record alone = *record;
		size_t before = diag_count(diags, DIAG_WARNING);
		alone.views = &record->views[i];
		alone.counts[THING_VIEW] = 1;
		views_check(&alone, diags);
		bool warns = diag_count(diags, DIAG_WARNING) > before;
		if (warns != (!result.event_count || hides || *problem.reason))
			fail_msg("the view \"%s\" %s, as_of %s, query %s", view->id,
				warns ? "is warned of" : "is not warned of",
				view->as_of ? view->as_of->edtf : "none",
				view->query ? view->query : "none");
		arena_reset(&arena);
	}
	arena_free(&arena);
}

/* Returns whether check passes it. */
static bool agree(const struct record *base, const struct fields *fields)
{
	struct diag_list *diags = diag_create();
	struct record *record = read_view(fields, diags);
	bool taken = is_taken(base, fields);
	if ((record != NULL) != taken)
		fail_msg("as_of %s, query %s, show %s: check %s, the program %s",
			fields->as_of ? fields->as_of : "none",
			fields->query ? fields->query : "none",
			fields->show ? fields->show : "none", record ? "passes" : "refuses",
			taken ? "opens" : "refuses");
	if (record)
		check_warnings(record, diags);
	record_free(record);
	diag_free(diags);
	return taken;
}

static const char *const queries[] = {"meeting", "nothing-like-it", "speaker:ann", "speaker:zed",
	"speaker:ann,zed", "\"first", "speaker:", "has:x", "x:y", "1918", "1917-21", "1918-13",
	"..", "1996..", "-", "-ann", "id:qa,qz", "answers:a", "\" \"", " ", "kind:none", "[1917",
	"191X", "status:disputed", "\"speaker:\""};
static const char *const shows[] = {NULL, "a", "qa", "b, qa", "qb", "a, qb"};
enum { QUERIES = sizeof queries / sizeof *queries, SHOWS = sizeof shows / sizeof *shows };

/* Each date of the vectors as the day of a view, each query beside some. */
static void test_generated_views(void **state)
{
	(void)state;
	struct diag_list *diags = diag_create();
	const struct record *base = read_view(&(struct fields){.show = "a"}, diags);
	FILE *file = fopen("tests/data/dates_vectors.tsv", "r");
	char line[1024];
	int dates = 0, open = 0, refused = 0;
	assert_non_null(base);
	assert_non_null(file);
	for (int n = 0; fgets(line, sizeof line, file); n++) {
		line[strcspn(line, "\t\n")] = '\0';
		if (!*line || *line == '#')
			continue;
		dates++;
		struct fields fields = {.as_of = line, .show = shows[1 + n % (SHOWS - 1)]};
		bool opens = agree(base, &fields);
		open += opens;
		refused += !opens;
		fields.query = queries[n % QUERIES];
		agree(base, &fields);
	}
	for (int query = 0; query < QUERIES; query++)
		for (int show = 0; show < SHOWS; show++)
			agree(base, &(struct fields){.query = queries[query], .show = shows[show]});
	print_message(
		"%d dates as the day of a view: %d open, %d are refused\n", dates, open, refused);
	assert_true(open > 50 && refused > 50);
	fclose(file);
	record_free((struct record *)(uintptr_t)base);
	diag_free(diags);
}

static void test_every_view_of_every_record(void **state)
{
	(void)state;
	for (int i = 0; every_record[i]; i++) {
		struct record *record = every_read(every_record[i]);
		struct diag_list *diags = diag_create();
		check_warnings(record, diags);
		diag_free(diags);
		record_free(record);
	}
}

/* A problem has the origin of what it is about, whichever else is asked for. */
static void test_origins(void **state)
{
	(void)state;
	static const struct {
		const char *query, *as_of;
		struct fields view;
		enum query_origin origin;
	} rows[] = {
		{"speaker:", "1999", {"1998", "meeting", NULL}, ORIGIN_QUERY},
		{"speaker:zed", "1999", {"1998", "speaker:zed", NULL}, ORIGIN_QUERY},
		{"meeting", "1999", {"1998", "speaker:ann,zed", NULL}, ORIGIN_VIEW_QUERY},
		{"speaker:", "XXXX-01", {"1998", "meeting", NULL}, ORIGIN_AS_OF},
		{NULL, "1999/..", {"1998", "speaker:zed", NULL}, ORIGIN_AS_OF},
		{NULL, "1999", {"1998", "speaker:zed", NULL}, ORIGIN_VIEW_QUERY},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct diag_list *diags = diag_create();
		struct record *record = read_view(&rows[i].view, diags);
		struct arena arena = {0};
		struct date day;
		struct date_problem bad;
		struct query_problem problem;
		struct result result;
		assert_non_null(record);
		assert_true(date_parse(&arena, rows[i].as_of, strlen(rows[i].as_of), &day, &bad));
		struct select_options options = {
			.query = rows[i].query, .as_of = &day, .view = &record->views[0]};
		select_run(record, &options, &arena, &result, &problem);
		assert_string_not_equal(problem.reason, "");
		assert_int_equal(problem.origin, rows[i].origin);
		arena_free(&arena);
		record_free(record);
		diag_free(diags);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_generated_views),
		cmocka_unit_test(test_every_view_of_every_record),
		cmocka_unit_test(test_origins),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
