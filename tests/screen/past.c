/* As of a day nothing later shows: whatever is printed, and whatever is drawn.
 *
 * Nothing that comes out as of a year of the marked record (marked.h) may hold a mark or a figure of
 * a later one. The one exception: words are cited from where they are printed, also where that came
 * out later, for else they would not be proved. */
#include "marked.h"
#include "screen.h"

#include "print/print.h"

/* ---- what comes out ---- */

/* Nothing later than the year; `what` says where it came from. */
static void text_check(const char *text, int year, const char *what)
{
	if (strstr(text, "“”") || strstr(text, "(null)"))
		fail_msg("as of %d, %s names what has no name any more: %s", year, what, text);
	for (const char *at = text; *at; at++) {
		if (*at < '1' || *at > '9' || (at > text && at[-1] >= '0' && at[-1] <= '9'))
			continue;
		size_t len = strspn(at, "0123456789");
		int number = len == 4 ? atoi(at) : 0;
		bool marked = number && at > text + 1 && at[-1] == 'k' && at[-2] == 'm';
		/* A century ends in 3099; and when late sources came out is said where they are
		 * cited. */
		bool of_a_thing = number <= LAST + 2 || number >= FIRST + 2 * LATE;
		if (number <= year || (!marked && !of_a_thing))
			continue;
		const char *from = at - text > 300 ? at - 300 : text;
		fail_msg("as of %d, %s has %d: ...%.*s", year, what, number, (int)(at - from) + 40,
			from);
	}
}

static struct record *record_read(void)
{
	struct buf text = {0};
	struct diag_list *diags = diag_create();
	marked_write(&text);
	struct load_input input = {"marked.json", text.text, text.len};
	struct record *record = load_record(&input, 1, NULL, diags);
	diag_print(diags, stderr, DIAG_ERROR, false);
	assert_non_null(record);
	diag_free(diags);
	buf_free(&text);
	return record;
}

/* Queries that could look into what is hidden. */
static const char *const queries[] = {NULL, "has:quotes", "has:replies", "has:variants",
	"has:parallels", "has:positions", "mk3004x", "-mk3003x", "answers:qmk3003x-0",
	"theme:tmk3003x", "source:smk3003x,smk3001x", "person:nmk3001x", "party:pmk3002x",
	"3001..3003", "speaker:nmk3001x"};
enum { QUERIES = sizeof queries / sizeof *queries };

struct asking {
	const struct record *record;
	struct search *search; /* of all of it, which is of no use */
	int year;
	struct date day;
	struct arena arena;
	struct result result;
	struct print_options options;
};

/* What a query selects as of a year; false where that is nothing. */
static bool ask(struct asking *asking, int year, const char *query)
{
	struct date_problem malformed;
	struct query_problem problem;
	char text[16];
	snprintf(text, sizeof text, "%d", year);
	arena_reset(&asking->arena);
	asking->year = year;
	assert_true(date_parse(&asking->arena, text, 4, &asking->day, &malformed));
	asking->options = (struct print_options){.colors = -1,
		.asked = {.query = query, .as_of = &asking->day, .search = asking->search}};
	assert_true(select_run(
		asking->record, &asking->options.asked, &asking->arena, &asking->result, &problem));
	text_check(problem.reason, year, "a remark on the query");
	if (query && strcmp(query, "mk3004x") == 0 && year < 3004)
		assert_int_equal(asking->result.event_count, 0);
	return asking->result.event_count;
}

/* A query is on the page, in its own words; and a UUID may have any figures. */
static void page_check(const struct asking *asking, char *text, const char *what)
{
	const char *query = asking->options.asked.query;
	char *said = query ? strstr(text, query) : NULL;
	if (said)
		memset(said, ' ', strlen(query));
	for (char *name = text; (name = strstr(name, "urn:uuid:"));)
		memset(name, ' ', strlen("urn:uuid:") + 36);
	text_check(text, asking->year, what);
	free(text);
}

static void print_one(const struct asking *asking, const struct print_format *format)
{
	char *text = NULL;
	size_t len;
	FILE *file = open_memstream(&text, &len);
	assert_true(format->print(&asking->result, &asking->options, file));
	fclose(file);
	page_check(asking, text, format->name);
	for (uint64_t seed = 1; format->worksheet && seed <= 3; seed++) {
		file = open_memstream(&text, &len);
		assert_int_not_equal(
			format->worksheet(&asking->result, &asking->options, seed, file),
			WORKSHEET_FAILED);
		fclose(file);
		page_check(asking, text, "a class sheet");
	}
}

static void print_tables(const struct asking *asking, const struct print_format *format)
{
	const struct result *result = &asking->result;
	struct ref first = record_ref(THING_EVENT, 0);
	struct ref last = record_ref(THING_EVENT, result->event_count - 1);
	char *text = NULL;
	size_t len;
	FILE *file = open_memstream(&text, &len);
	assert_true(format->positions(result, &asking->options, file));
	fclose(file);
	page_check(asking, text, "the table of positions");
	file = open_memstream(&text, &len);
	if (result_row(result, first.index) >= 0 && result_row(result, last.index) >= 0)
		assert_true(format->compare(result, &asking->options, first, last, file));
	fclose(file);
	page_check(asking, text, "a comparison");
}

static void print_all(struct asking *asking)
{
	const struct print_format *format;
	for (int n = 0; (format = print_at(n)); n++)
		for (int part = 0; part < 3; part++) {
			asking->options.brief = part == 1;
			asking->options.quotes_only = part == 2;
			print_one(asking, format);
		}
	for (int n = 0; (format = print_at(n)); n++)
		if (format->positions && format->compare)
			print_tables(asking, format);
}

/* All that is said at an event is one utterance, of which the last to be public stands first. */
static void voices_stay_one(void **state)
{
	(void)state;
	struct record *record = record_read();
	struct asking asking = {.record = record};
	for (int year = FIRST; year <= LAST; year++) {
		assert_true(ask(&asking, year, NULL));
		const struct result *result = &asking.result;
		for (uint32_t row = 0; row < result->event_count; row++) {
			const struct event *event = result_event(result, row);
			const struct quote *first = result_quote(result, event, 0), *quote;
			for (uint32_t n = 0; (quote = result_quote(result, event, n)); n++)
				assert_int_equal(quote_utterance(result->record,
							 record_quote_index(result->record, quote)),
					record_quote_index(result->record, first));
		}
	}
	arena_free(&asking.arena);
	record_free(record);
}

static void nothing_later_is_printed(void **state)
{
	(void)state;
	struct record *record = record_read();
	struct asking asking = {.record = record, .search = search_create(record)};
	int pages = 0;
	for (int year = FIRST; year <= LAST; year++)
		for (int n = 0; n < QUERIES; n++)
			if (ask(&asking, year, queries[n])) {
				print_all(&asking);
				pages++;
			}
	assert_true(pages > YEARS * QUERIES / 2);
	arena_free(&asking.arena);
	search_free(asking.search);
	record_free(record);
}

/* ---- what is drawn ---- */

/* Keys typed one by one, each picture of which is looked at. */
static const char *const walks[] = {
	/* Everything, read on; every event with its words and their links. */
	"<Space><Space><Space><Space><Space><Space><Space><Space><Space><Space><Space><Space>",
	"g<Space><Enter>jjjjjjjjjjjjjjjj<Esc>jl<Enter>jjjjjjjjjjjjjjjjjjjj<Esc><Esc>y<Esc>Y<Esc><C-"
	"g>",
	"Gl<Enter>jjjjjjjjjjjjjjjjjjjjjjjj<Esc>jj<Enter>jjjjjjjjjjjjjjjjjjjj<Esc><Esc>***###<lt><"
	"lt>>",
	"gJl<Enter>jjjjjjjjjjjjjjjjjjjjjjjjjj<Esc>j<Enter>jjjjjjjjjjjjjjjj<Esc>y<Esc>D<Esc>DDz<"
	"PgDn>z",
	"]]][[[-----++++_<Enter><Enter><Enter>+_",
	/* Index, positions, comparison, class. */
	"ijjjjjjj<Tab>jjjjjjj<Tab>jjjjjjjjjj<Tab>jjjjjjj<Tab>3<Bsp>mk30<Esc><Esc>",
	"ij<Enter>&<C-u><Enter>tjj<Enter>&<C-u><Enter>sjj<Enter>&<C-u><Enter>",
	"vjjjjhjlllkkk+l<Esc>",
	"gJlWjjjjjjjjjjjjjjjjjjjj<Esc>gJWjjjj<Enter>jjjjjjjj<Esc><Esc>i<F3>jjjjjjjjjjjj<Esc>s<F3>"
	"jjjj"
	"jjjj<Esc>",
	"gJWj<Enter>jjjjjjjjjj<Esc>j<Enter>jjjjjjjjjj<Esc><Esc>GWj<Enter>jjjjjjjjjj<Esc><Esc>",
	"GlWjjjjjjjjjjjjjjjjjjjj<Esc>KWjjjjj<Esc>KlWjjjjjjjjjjjj<Enter><lt><Esc>",
	"gJcJcjjjjjjjjjjj<PgDn><Esc>lcjc<PgDn><Esc>",
	"gp<Space><Space><Space><Space><Space><Space><Space><Space><Space><Space><Space><Space>oo<"
	"Esc>",
	"gp<Space><Space>v<Esc>c<Esc>l<Esc>i<Esc><C-g><Space><Space>vjj<Esc>cjj<Esc>lj<Esc><Esc>",
	"i<S-Tab><Down><Down><Esc>g<Enter>jjj<Enter>p<Space><Space><Space><Esc>",
	"w1<Enter>2<Enter><Space>3<Enter>n4<Enter>1<Enter>2<Enter>n<Enter>n<Enter>n<Enter>n<Enter>",
	"g<Tab><PgDn><PgDn>:wmk3001x<Enter><PgDn><PgDn>jl<Enter><Esc>p<Space><Space><Space><Esc>",
	/* Prompts. */
	"/mk<Enter>nnnnnnnnnnnn<Esc>/mk3004x<Esc>/name<Enter>NN<Esc>",
	":<Tab><Esc>:v<Tab><Esc>:q<Tab><Esc>:e<Tab><Esc>:w<Tab><Esc>:mk<Tab><Esc>:r<Tab><Esc>:n<"
	"Tab><Esc>",
	":vmk300<Tab><Esc>:3<Esc>:2<Enter>:3005<Enter>:vmk3001<Enter><Esc>:emk3001x<Enter>",
	"&<Tab><Esc>&speaker:<Tab><Esc>&theme:t<Tab><Esc>&mk30<Tab><Esc>&has:replies<Enter>v<Esc>&<"
	"C-u><Enter>",
	"&by:<Down><Down><PgDn><Esc>&id:<Tab><Esc>&place:<Esc>&lang:<Esc>&answers:<Esc>&na<Esc>@<"
	"Down><Down><Tab><Esc>:na<Down><Down><Esc>:ti<Esc>",
	"&<F1><End><Enter><Esc>/<F1><End><Enter><Esc>@<F1><End><Esc><Esc>:<F1><End><Esc><Esc>?/"
	"na<Esc>",
	"&nmk30<Enter><Esc>&speaker:nmk<Enter><Esc>?<PgDn><PgDn>q@<Esc>",
};
enum { WALKS = sizeof walks / sizeof *walks };

struct walking {
	struct screen screen;
	struct record *record;
	int year;
	uint64_t pictures;
};

/* Whether a row is that of a prompt, with or without what it does, or what a search says there. */
static bool is_typed_in(const char *row)
{
	static const char *const does[] = {" find /", " only &", " go to :"};
	for (size_t n = 0; n < sizeof does / sizeof *does; n++)
		if (strncmp(row, does[n], strlen(does[n])) == 0)
			return true;
	return row[0] == ' ' && row[1] && strchr("/:&@", row[1]);
}

/* A year that is typed stands on the screen, also in what a prompt lists, and counts for nothing. */
static void picture_check(struct walking *walking, const char *walk, size_t typed)
{
	struct screen *screen = &walking->screen;
	struct buf all = {0}, what = {0};
	for (int row = 0; row < screen->grid.rows; row++) {
		const char *text = screen_row(screen, row);
		bool last = strstr(walk, "300") && row + 2 >= screen->grid.rows;
		bool prompt = last && is_typed_in(text);
		bool listed = strstr(text, "  a date: its first event");
		buf_format(&all, "%s\n", prompt || listed ? "" : text);
	}
	buf_format(&what, "the screen after %.*s", (int)typed, walk);
	text_check(buf_string(&all), walking->year, buf_string(&what));
	walking->pictures++;
	buf_free(&all);
	buf_free(&what);
}

static void walk(struct walking *walking, const char *keys)
{
	const char *end = keys + strlen(keys), *at = keys;
	struct screen *screen = &walking->screen;
	while (at < end) {
		struct input input = {.kind = INPUT_KEY};
		size_t used = input_key_parse(at, (size_t)(end - at), &input.key);
		assert_true(used > 0);
		at += used;
		app_apply(screen->app, &input);
		app_draw(screen->app, &screen->grid);
		picture_check(walking, keys, (size_t)(at - keys));
	}
}

static void open_as_of(
	struct walking *walking, const struct app_options *options, int cols, int rows)
{
	walking->screen = (struct screen){.record = walking->record};
	walking->screen.app = app_create(walking->record, options);
	screen_size(&walking->screen, cols, rows);
}

static void screen_end(struct walking *walking)
{
	app_free(walking->screen.app);
	grid_free(&walking->screen.grid);
}

static void nothing_later_is_drawn(void **state)
{
	(void)state;
	static const int sizes[][2] = {{60, 20}, {80, 24}, {170, 40}};
	struct walking walking = {.record = record_read()};
	for (walking.year = FIRST; walking.year <= LAST; walking.year++) {
		struct arena arena = {0};
		struct date day;
		struct date_problem problem;
		char text[16];
		snprintf(text, sizeof text, "%d", walking.year);
		assert_true(date_parse(&arena, text, 4, &day, &problem));
		for (int n = 0; n < WALKS; n++) {
			struct app_options options = {.asked = {.as_of = &day}, .seed = 1};
			const int *size = sizes[(n + walking.year) % 3];
			open_as_of(&walking, &options, size[0], size[1]);
			picture_check(&walking, "", 0);
			walk(&walking, walks[n]);
			screen_end(&walking);
		}
		arena_free(&arena);
	}
	assert_true(walking.pictures > 1000);
	record_free(walking.record);
}

static void screen_says(struct walking *walking, const char *keys, int count, const char *what)
{
	struct buf text = {0};
	screen_type(&walking->screen, keys);
	buf_format(&text, "%d %s%s", count, what, count == 1 ? "" : "s");
	screen_has(&walking->screen, buf_string(&text));
	screen_lacks(&walking->screen, "hidden");
	buf_free(&text);
}

/* How many are to come nobody knew. */
static void counts_are_of_what_was_known(void **state)
{
	(void)state;
	struct walking walking = {.record = record_read()};
	open_as_of(&walking, &(struct app_options){.seed = 1}, 120, 24);
	for (walking.year = FIRST; walking.year <= LAST; walking.year++) {
		int known = walking.year - FIRST + 1;
		char day[32];
		snprintf(day, sizeof day, "@<C-u>%d<Enter>", walking.year);
		screen_type(&walking.screen, day);
		screen_says(&walking, "", known, "event");
		screen_says(&walking, "t", known, "theme");
		screen_says(&walking, "<Esc>s", 2 * known, "source");
		screen_says(&walking, "<Esc>v", known, "issue");
		screen_says(&walking, known == 1 ? "<Esc>:999" : "<Esc>:998", known, "event");
		screen_has(&walking.screen, known == 1 ? "there is 1 event" : "there are ");
		screen_type(&walking.screen, "<Esc>&id:vmk3001x<Enter>g");
		if (known > 1) {
			snprintf(day, sizeof day, "x: 1 event, %d hidden", known - 1);
			screen_has(&walking.screen, day);
		}
		screen_type(&walking.screen, "&<C-u><Enter>");
	}
	screen_end(&walking);
	record_free(walking.record);
}

/* Whoever has seen everything, and then goes back to a day, is shown nothing of it again: marks,
 * where one was, what was found, and what was to be compared. */
static void nothing_seen_before_is_left(void **state)
{
	(void)state;
	struct walking walking = {.record = record_read()};
	for (walking.year = FIRST; walking.year < LAST; walking.year++) {
		char day[32];
		snprintf(day, sizeof day, "@%d<Enter>", walking.year);
		open_as_of(&walking, &(struct app_options){.seed = 1}, 120, 36);
		screen_type(&walking.screen, "jlmj<Enter>jj<Enter>JmJmJmJmGlmjmGmc/mk<Enter>nnnnn");
		screen_type(
			&walking.screen, "ij<Tab>j<Esc>vjl<Esc>w1<Enter><Esc>p<Space><Space>qq");
		screen_type(&walking.screen, "G");
		screen_type(&walking.screen, day);
		screen_type(&walking.screen, "<Esc>/mk7777x");
		screen_has(&walking.screen, "no match");
		screen_type(&walking.screen, "<Esc>/mk<Enter>");
		walk(&walking,
			"M<Esc>Mjjj<Enter><Esc>nN<lt><lt>>>Jc<Esc>i<Tab><Esc>vl<Esc>wp<Space>qq");
		walk(&walking, "/<Enter>n<Esc>&<Up><Esc>:<Up><Esc>@<Up><Esc>l<Enter>jjjj<Esc>");
		screen_end(&walking);
	}
	record_free(walking.record);
}

/* The record is read again, twice, and the first one freed, while the day stays. */
static void a_day_outlives_the_record(void **state)
{
	(void)state;
	struct walking walking = {.record = record_read(), .year = FIRST + 1};
	struct record *others[] = {record_read(), record_read()};
	open_as_of(&walking, &(struct app_options){.seed = 1}, 120, 36);
	screen_type(&walking.screen, ":vmk3005x<Enter>mg@3002<Enter>J&mk<Enter>M");
	screen_has(&walking.screen, "not known by this day");
	for (int n = 0; n < 2; n++) {
		app_replace(walking.screen.app, others[n]);
		record_free(walking.record);
		walking.record = others[n];
		app_draw(walking.screen.app, &walking.screen.grid);
		picture_check(&walking, "reading again", 13);
		walk(&walking, "M<Esc>l<Enter>jjjj<Esc>i<Esc>v<Esc>&<C-u><Enter>GJ<lt>>");
		screen_has(&walking.screen, "as of 3002");
	}
	screen_type(&walking.screen, "\\GM");
	screen_has(&walking.screen, "mk3005x");
	screen_end(&walking);
	record_free(walking.record);
}

/* A kiosk that was left alone is as of its day again, whatever day was asked for since. */
static void a_kiosk_goes_back_to_its_day(void **state)
{
	(void)state;
	struct walking walking = {.record = record_read(), .year = FIRST + 1};
	struct arena arena = {0};
	struct date day;
	struct date_problem problem;
	assert_true(date_parse(&arena, "3002", 4, &day, &problem));
	open_as_of(
		&walking, &(struct app_options){.asked = {.as_of = &day}, .kiosk = true}, 120, 36);
	screen_type(&walking.screen, "@<C-u><Enter>G");
	screen_has(&walking.screen, "mk7777x");
	struct input tick = {.kind = INPUT_TICK, .ms = 6 * 60 * 1000};
	app_apply(walking.screen.app, &tick);
	app_draw(walking.screen.app, &walking.screen.grid);
	screen_has(&walking.screen, "as of 3002");
	walk(&walking, "Gl<Enter><Esc><Esc>ivw");
	screen_end(&walking);
	record_free(walking.record);
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(voices_stay_one),
		cmocka_unit_test(nothing_later_is_printed),
		cmocka_unit_test(nothing_later_is_drawn),
		cmocka_unit_test(counts_are_of_what_was_known),
		cmocka_unit_test(nothing_seen_before_is_left),
		cmocka_unit_test(a_day_outlives_the_record),
		cmocka_unit_test(a_kiosk_goes_back_to_its_day),
	};
	return cmocka_run_group_tests_name("screen/past", tests, NULL, NULL);
}
