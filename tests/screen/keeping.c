/* What was marked is copied as a plan and as a command, and is not lost for want of a word. */
#include "screen.h"

#include "base/buf.h"
#include "query/select.h"

static void open_marked(struct screen *screen, const struct app_options *options)
{
	screen_open(screen, "tests/data/rounds.yaml", options, 80, 24);
	screen_type(screen, "jmjlm"); /* an event, then words */
}

static enum app_next after(struct screen *screen, const char *keys)
{
	screen_type(screen, keys);
	return screen->next;
}

/* The plan, pasted below a record, is one that shows the same. */
static void test_the_plan_is_one(void **state)
{
	(void)state;
	struct screen screen, pasted;
	struct buf text = {0};
	struct diag_list *diags = diag_create();
	struct file_bytes file;
	const char *path = "tests/data/rounds.yaml";
	open_marked(&screen, &(struct app_options){0});
	assert_int_equal(after(&screen, "MP"), APP_COPY);
	assert_true(file_read(path, diag_file(diags, path, NULL, 0), diags, &file));
	buf_add(&text, file.bytes, file.len);
	buf_format(&text, "\nviews:\n%s", app_clipboard(screen.app));
	screen_open_bytes(&pasted, &(struct load_input){path, text.text, text.len},
		&(struct app_options){0}, 80, 24);
	assert_int_equal(pasted.record->counts[THING_VIEW], 1);
	const struct steps *show = pasted.record->views[0].show;
	assert_int_equal(show->count, 2);
	assert_string_equal(record_id(pasted.record, show->at[0].thing), "opening");
	assert_string_equal(record_id(pasted.record, show->at[1].thing), "hale-ink");
	/* Pasted twice, it has another id. */
	screen_type(&pasted, "jmMP");
	assert_non_null(strstr(app_clipboard(pasted.app), "  marked-2:\n"));
	screen_close(&pasted);
	screen_close(&screen);
	file_release(&file);
	diag_free(diags);
	buf_free(&text);
}

/* Y is there what it is elsewhere: citations, without the words and without a plan. */
static void test_citations_alone(void **state)
{
	(void)state;
	struct screen screen;
	open_marked(&screen, &(struct app_options){0});
	assert_int_equal(after(&screen, "MY"), APP_COPY);
	const char *text = app_clipboard(screen.app);
	assert_null(strstr(text, "“"));
	assert_null(strstr(text, "show:"));
	assert_non_null(strstr(text, "Hale"));
	screen_close(&screen);
}

/* What is marked has a sign: in its event's row, and beside the words. */
static void test_a_mark_is_seen(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "tests/data/rounds.yaml", &(struct app_options){0}, 100, 50);
	screen_type(&screen, "jjlm<Esc>");
	screen_has(&screen, "+“");
	screen_has(&screen, "●+");
	screen_type(&screen, "lm<Esc>");
	screen_lacks(&screen, "+“");
	screen_lacks(&screen, "●+");
	screen_type(&screen, "?");
	screen_has(&screen, "+        beside what m has marked");
	screen_close(&screen);
}

/* What is not exact says so where it is pasted: nobody sees there that marks are missing. */
static void test_words_that_are_not_exact_say_so(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "tests/data/rounds.yaml", &(struct app_options){0}, 80, 24);
	static const char *const copied[][2] = {
		{"/ink dries<Enter>y", "reported: "}, {"/Both came<Enter>y", "view: "}};
	for (size_t n = 0; n < sizeof copied / sizeof *copied; n++) {
		assert_int_equal(after(&screen, copied[n][0]), APP_COPY);
		size_t len = strlen(copied[n][1]);
		if (strncmp(app_clipboard(screen.app), copied[n][1], len) != 0)
			fail_msg("copied: %s", app_clipboard(screen.app));
		screen_type(&screen, "x");
	}
	screen_close(&screen);
}

/* As text they are what y copies of each, in the order marked, and nothing else. */
static void test_the_words_are_those_of_each(void **state)
{
	(void)state;
	struct screen screen;
	struct buf each = {0};
	open_marked(&screen, &(struct app_options){0});
	assert_int_equal(after(&screen, "y"), APP_COPY);
	buf_text(&each, app_clipboard(screen.app));
	assert_non_null(strstr(buf_string(&each), "\n\n"));
	screen_type(&screen, "xhgjy");
	buf_format(&each, "\n");
	struct buf both = {0};
	buf_format(&both, "%s\n\n\n%s", app_clipboard(screen.app), buf_string(&each));
	assert_int_equal(after(&screen, "qMT"), APP_COPY);
	assert_string_equal(app_clipboard(screen.app), buf_string(&both));
	/* y has the same before all else, and behind it the plan, as P copies it, and the command. */
	assert_int_equal(after(&screen, "xy"), APP_COPY);
	assert_memory_equal(app_clipboard(screen.app), both.text, both.len);
	struct buf rest = {0};
	buf_text(&rest, app_clipboard(screen.app) + both.len);
	assert_non_null(strstr(buf_string(&rest), "    show: [opening, hale-ink]\n"));
	assert_non_null(strstr(buf_string(&rest),
		"\ntruce print --query 'id:opening,hale-ink' tests/data/rounds.yaml\n"));
	assert_int_equal(after(&screen, "xP"), APP_COPY);
	assert_non_null(strstr(buf_string(&rest), app_clipboard(screen.app)));
	screen_has(&screen, "truce print --query 'id:opening,hale-ink'");
	assert_int_equal(after(&screen, "qqJq"), APP_QUIT); /* they are kept */
	screen_close(&screen);
	buf_free(&both);
	buf_free(&each);
	buf_free(&rest);
}

/* The events and quotations of a result, by their ids. */
static void result_ids(const struct result *result, struct buf *out)
{
	for (uint32_t row = 0; row < result->event_count; row++) {
		const struct event *event = result_event(result, row);
		buf_format(out, "%s\n", event->id);
		for (uint32_t n = 0; n < event->quote_count; n++)
			if (result_has_quote(result, event->first_quote + n))
				buf_format(out, "  %s\n",
					result->record->quotes[event->first_quote + n].id);
	}
}

/* What is selected of the record with the plan below it: by the plan, and by the query of the command. */
static void copied_select(const char *clipboard, const struct file_bytes *file, struct buf *by_plan,
	struct buf *by_query)
{
	struct buf text = {0}, query = {0};
	struct screen pasted;
	struct arena arena = {0};
	struct result result;
	struct query_problem problem;
	const char *plan = strstr(clipboard, "  marked:\n"), *id = strstr(clipboard, "'id:");
	assert_true(plan && id);
	buf_add(&text, file->bytes, file->len);
	buf_text(&text, "\nviews:\n");
	buf_add(&text, plan, (size_t)(strstr(plan, "\n\n") - plan));
	buf_text(&text, "\n");
	buf_add(&query, id + 1, strcspn(id + 1, "'"));
	screen_open_bytes(&pasted, &(struct load_input){"pasted", text.text, text.len},
		&(struct app_options){0}, 80, 24);
	const struct select_options asked[] = {
		{.view = &pasted.record->views[pasted.record->counts[THING_VIEW] - 1]},
		{.query = buf_string(&query)}};
	assert_true(select_run(pasted.record, &asked[0], &arena, &result, &problem));
	result_ids(&result, by_plan);
	assert_true(select_run(pasted.record, &asked[1], &arena, &result, &problem));
	result_ids(&result, by_query);
	assert_string_equal(problem.reason, "");
	arena_free(&arena);
	screen_close(&pasted);
	buf_free(&text);
	buf_free(&query);
}

/* Whatever is marked: an event, its words, both, or things of several events. */
static void test_plan_and_command_select_the_same(void **state)
{
	(void)state;
	static const char *const ids[] = {
		"opening", "treaty", "hale-ink", "orlov-report", "silence", "orlov-long", "end"};
	enum { COUNT = sizeof ids / sizeof *ids };
	struct diag_list *diags = diag_create();
	struct file_bytes file;
	const char *path = "tests/data/rounds.yaml";
	assert_true(file_read(path, diag_file(diags, path, NULL, 0), diags, &file));
	for (unsigned marked = 1; marked < 1U << COUNT; marked++) {
		struct screen screen;
		struct buf by_plan = {0}, by_query = {0};
		screen_open(&screen, path, &(struct app_options){0}, 80, 24);
		for (unsigned n = 0; n < COUNT; n++) {
			char keys[64];
			snprintf(keys, sizeof keys, ":%s<Enter>m", ids[n]);
			if (marked >> n & 1)
				screen_type(&screen, keys);
		}
		assert_int_equal(after(&screen, "My"), APP_COPY);
		copied_select(app_clipboard(screen.app), &file, &by_plan, &by_query);
		if (strcmp(buf_string(&by_plan), buf_string(&by_query)) != 0)
			fail_msg("%s\nthe plan selects\n%sthe query\n%s", app_clipboard(screen.app),
				buf_string(&by_plan), buf_string(&by_query));
		screen_close(&screen);
		buf_free(&by_plan);
		buf_free(&by_query);
	}
	file_release(&file);
	diag_free(diags);
}

/* Many marks are lines that a screen holds. */
static void test_many_are_in_lines(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "tests/data/forty.yaml", &(struct app_options){0}, 80, 40);
	for (int n = 0; n < 20; n++)
		screen_type(&screen, "Jm");
	screen_type(&screen, "MP");
	const char *line = app_clipboard(screen.app);
	for (size_t width; *line; line += width + (line[width] == '\n')) {
		width = strcspn(line, "\n");
		assert_true(width < 80);
		assert_true(width && line[width - 1] != ' ');
		assert_true(strncmp(line, "  ", 2) == 0);
	}
	screen_close(&screen);
}

/* What is hidden by a query is copied; what is not known by a day is spoken of. */
static void test_what_is_hidden(void **state)
{
	(void)state;
	struct screen screen;
	open_marked(&screen, &(struct app_options){0});
	screen_type(&screen, "&id:opening<Enter>My");
	assert_non_null(strstr(app_clipboard(screen.app), "[opening, hale-ink]"));
	screen_type(&screen, "xq\\@1856-03-26<Enter>My");
	assert_non_null(strstr(app_clipboard(screen.app), "[opening]"));
	screen_has(&screen, "1 marked thing is not known by this day, and left out.");
	screen_type(&screen, "xT");
	assert_null(strstr(app_clipboard(screen.app), "Hale"));
	screen_has(&screen, "1 marked thing is not known by this day, and left out.");
	assert_int_equal(after(&screen, "xqq"), APP_DRAW); /* not all of it is kept */
	screen_type(&screen, "@1800<Enter>");
	screen_close(&screen);
}

static void test_quitting_asks_once(void **state)
{
	(void)state;
	static const char *const quits[] = {"q", "Q", ":q<Enter>", ":quit<Enter>", "?Q", "MQ"};
	for (size_t n = 0; n < sizeof quits / sizeof *quits; n++) {
		struct screen screen;
		open_marked(&screen, &(struct app_options){0});
		assert_int_equal(after(&screen, quits[n]), APP_DRAW);
		screen_has(&screen, "2 marked, kept nowhere: M, then y copies");
		assert_int_equal(after(&screen, "j"), APP_DRAW);
		screen_lacks(&screen, "2 marked, kept nowhere");
		assert_int_equal(after(&screen, "<Esc><Esc>"), APP_DRAW);
		assert_int_equal(after(&screen, "Q"), APP_DRAW); /* on the way, so again */
		assert_int_equal(after(&screen, *quits[n] == ':' ? quits[n] : "q"), APP_QUIT);
		screen_close(&screen);
	}
}

static void test_quitting_asks_no_more(void **state)
{
	(void)state;
	struct screen screen;
	open_marked(&screen, &(struct app_options){0});
	screen_type(&screen, "MyxqJ"); /* copied */
	assert_int_equal(after(&screen, "q"), APP_QUIT);
	screen_type(&screen, "Jm"); /* another one */
	assert_int_equal(after(&screen, "q"), APP_DRAW);
	screen_type(&screen, "mMmmqK"); /* none is left */
	assert_int_equal(after(&screen, "q"), APP_QUIT);
	screen_close(&screen);
	open_marked(&screen, &(struct app_options){.kiosk = true});
	screen_type(&screen, "q");
	screen_lacks(&screen, "kept nowhere");
	screen_close(&screen);
}

/* While files are read again, a key that would lose marks waits. */
static void test_quitting_waits(void **state)
{
	(void)state;
	struct screen screen;
	const struct input quit = {.kind = INPUT_KEY, .key = 'Q'};
	open_marked(&screen, &(struct app_options){0});
	assert_int_equal(app_meanwhile(screen.app, &quit), APP_NOTHING);
	assert_int_equal(app_meanwhile(screen.app, &(struct input){.kind = INPUT_KEY, .key = 'R'}),
		APP_RELOAD);
	screen_type(&screen, "Myx");
	assert_int_equal(app_meanwhile(screen.app, &quit), APP_QUIT);
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_plan_is_one),
		cmocka_unit_test(test_citations_alone),
		cmocka_unit_test(test_plan_and_command_select_the_same),
		cmocka_unit_test(test_a_mark_is_seen),
		cmocka_unit_test(test_words_that_are_not_exact_say_so),
		cmocka_unit_test(test_the_words_are_those_of_each),
		cmocka_unit_test(test_many_are_in_lines),
		cmocka_unit_test(test_what_is_hidden),
		cmocka_unit_test(test_quitting_asks_once),
		cmocka_unit_test(test_quitting_asks_no_more),
		cmocka_unit_test(test_quitting_waits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
