/* Records and selections that have little or nothing: whatever key is pressed, in whatever view, the
 * picture changes or a sentence says why not, and the explorer goes on. */
#include "screen.h"

#include "ui/core/action_table.h"
#include "ui/core/view.h"

#define HEAD                                                                                       \
	"title: T\n"                                                                               \
	"sources: {s: {type: book, title: B}}\n"                                                   \
	"parties: {north: {name: North}, south: {name: South}}\n"                                  \
	"people: {ann: {name: Ann, party: north}, bob: {name: Bob, party: south}}\n"               \
	"themes: {river: {title: The river}}\n"
#define FIRST                                                                                      \
	"  - {id: a, title: First, date: 1900-05-01, parties: [north, south], quotes: "            \
	"[{id: qa, text: The river is ours and was., speaker: ann, source: s}]}\n"
#define SECOND                                                                                     \
	"  - {id: b, title: Second, date: 1910-05-01, parties: [north, south], quotes: "           \
	"[{id: qb, text: The river was never yours., speaker: bob, source: s}]}\n"
#define STANDS                                                                                     \
	"  - {id: c, title: Third, date: 1920-05-01, parties: [north, south], positions: "         \
	"[{issue: river, party: north, text: wants it, source: s}], quotes: "                      \
	"[{id: qc, text: We shall take the river., speaker: ann, source: s}]}\n"                   \
	"  - {id: d, title: Fourth, date: 1930-05-01, parties: [north, south], positions: "        \
	"[{issue: river, party: south, text: keeps it, source: s}], quotes: "                      \
	"[{id: qd, text: We shall keep the river., speaker: bob, source: s}]}\n"

static const struct {
	const char *name, *yaml;
	const char *query, *as_of, *view;
} cases[] = {
	{"no event", "title: T\n", NULL, NULL, NULL},
	{"no positions, no eras", HEAD "events:\n" FIRST SECOND, NULL, NULL, NULL},
	{"one quotation", HEAD "events:\n" FIRST, NULL, NULL, NULL},
	{"no quotation",
		"title: T\nevents: [{id: a, title: First, date: 1900}, {id: b, title: Second, "
		"date: "
		"1910}]\n",
		NULL, NULL, NULL},
	{"one event", "title: T\nevents: [{id: a, title: First, date: 1900}]\n", NULL, NULL, NULL},
	{"one event selected", HEAD "events:\n" FIRST SECOND STANDS, "id:a", NULL, NULL},
	{"one side selected", HEAD "events:\n" FIRST SECOND STANDS, "id:d", NULL, NULL},
	{"before everything", HEAD "events:\n" FIRST SECOND STANDS, NULL, "0001", NULL},
	{"nothing selected", HEAD "events:\n" FIRST SECOND STANDS, "nothing-like-it", NULL, NULL},
	{"a plan of nothing",
		HEAD "events:\n" FIRST SECOND STANDS "views: {v: {title: V, query: not-there}}\n",
		NULL, NULL, "v"},
};
enum { CASES = sizeof cases / sizeof *cases };

/* Where keys are pressed: keys that lead there, or as near as there is something. */
static const char *const places[] = {"", "j", "jl", "i", "i<Tab><Tab><Tab>", "v", "M", "p", "w",
	"?", "jll", "jcjc", "/", "&", "jW", "jlW"};
enum { PLACES = sizeof places / sizeof *places };

struct poor {
	struct screen screen;
	struct arena arena;
	struct date day;
	struct app_options options;
};

static void poor_open(struct poor *poor, int n, const char *keys)
{
	struct load_input input = {cases[n].name, cases[n].yaml, strlen(cases[n].yaml)};
	struct date_problem bad;
	*poor = (struct poor){.options.asked.query = cases[n].query};
	if (cases[n].as_of) {
		assert_true(date_parse(
			&poor->arena, cases[n].as_of, strlen(cases[n].as_of), &poor->day, &bad));
		poor->options.asked.as_of = &poor->day;
	}
	struct diag_list *diags = diag_create();
	struct screen *screen = &poor->screen;
	screen->record = load_record(&input, 1, NULL, diags);
	assert_non_null(screen->record);
	diag_free(diags);
	if (cases[n].view)
		poor->options.asked.view =
			&screen->record->views[record_find(screen->record, cases[n].view).index];
	screen->app = app_create(screen->record, &poor->options);
	screen_size(screen, 80, 24);
	screen_type(screen, keys);
}

static void poor_close(struct poor *poor)
{
	screen_close(&poor->screen);
	arena_free(&poor->arena);
}

static void press(struct screen *screen, int32_t key)
{
	screen->next = app_apply(screen->app, &(struct input){.kind = INPUT_KEY, .key = key});
}

/* Whether a key moves in a list, of which the end is seen. */
static bool is_motion(int32_t key)
{
	enum action action = action_for_key(key);
	return motion_of(action, 1, false, 10).kind != MOTION_NONE || key == INPUT_LEFT ||
		key == INPUT_RIGHT || action == ACTION_INTO || action == ACTION_BACK ||
		action == ACTION_OTHER_PANE || action == ACTION_READ_ON ||
		action == ACTION_READ_BACK;
}

static void check_key(int n, const char *place, int32_t key, int *pressed)
{
	struct poor poor;
	struct buf before = {0}, after = {0};
	char name[16];
	poor_open(&poor, n, place);
	screen_picture(&poor.screen, &before);
	press(&poor.screen, key);
	app_draw(poor.screen.app, &poor.screen.grid);
	screen_picture(&poor.screen, &after);
	++*pressed;
	input_key_name(key, name);
	if (poor.screen.next <= APP_DRAW && !*app_said(poor.screen.app) &&
		strcmp(buf_string(&before), buf_string(&after)) == 0 &&
		key != view_on_top(poor.screen.app)->deaf_to &&
		!(is_motion(key) && view_on_top(poor.screen.app) != &explorer_view))
		fail_msg("%s, after \"%s\": %s says nothing", cases[n].name, place, name);
	for (int i = 0; i < 6 && poor.screen.app->depth > 1; i++)
		press(&poor.screen, INPUT_ESCAPE);
	press(&poor.screen, '?');
	if (!view_is_open(poor.screen.app, &help_view))
		fail_msg("%s, after \"%s\" %s: no way back", cases[n].name, place, name);
	buf_free(&before);
	buf_free(&after);
	poor_close(&poor);
}

static void test_every_key(void **state)
{
	(void)state;
	int pressed = 0;
	for (int n = 0; n < CASES; n++)
		for (int place = 0; place < PLACES; place++)
			for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
				const struct action_row *row = action_row((enum action)action);
				for (int k = 0; k < ACTION_KEYS_MOST && row->keys[k]; k++)
					check_key(n, places[place], row->keys[k], &pressed);
			}
	print_message("%d keys pressed\n", pressed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_key)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
