/* Views over a scene: what their bars offer works there, whatever key is pressed changes the picture or
 * says why not, nothing leads away, and Esc comes back to the scene as it was. */
#include "tests/effort.h"

#include "screen.h"

#include "ui/core/action_table.h"
#include "ui/core/view.h"

static const char record_path[] = "events.yaml";

/* A plan, and the keys that lead to a scene of it whose speaker is shown. */
static const struct {
	const char *plan, *query, *keys;
} scenes[] = {
	{"respite", NULL, "8<Enter><Space>"},
	{"two-istanbuls", NULL, "9<Enter><Space>"},
	{"two-istanbuls", "party:russia", "7<Enter><Space>"},
};
enum { SCENES = sizeof scenes / sizeof *scenes };

static const char *const places[] = {"v", "vl", "vl<Enter>", "c", "c<Enter>", "i", "ia", "i<Down>",
	"t", "s", "s<Enter>", "i<Tab><Tab><Tab>", "i<Tab><Tab><Tab><Tab>", "l", "l<Enter>", "W",
	"W<Down><Enter>", "WM", "WmM", "w", "w1", "v?", "w?"};
enum { PLACES = sizeof places / sizeof *places };

static void begin(struct screen *screen, int scene)
{
	const struct record *record = screen->record;
	const struct view *view = &record->views[record_find(record, scenes[scene].plan).index];
	app_free(screen->app);
	screen->app = app_create(screen->record,
		&(struct app_options){.asked = {.view = view, .query = scenes[scene].query},
			.present = true,
			.as_read = true,
			.seed = 1});
	screen_size(screen, 80, 24);
	screen_type(screen, scenes[scene].keys);
}

static void press(struct screen *screen, int32_t key)
{
	screen->next = app_apply(screen->app, &(struct input){.kind = INPUT_KEY, .key = key});
	app_draw(screen->app, &screen->grid);
}

/* A key that moves in a list, of which the end may be seen. */
static bool is_motion(int32_t key)
{
	enum action action = action_for_key(key);
	return motion_of(action, 1, false, 10).kind != MOTION_NONE || key == INPUT_LEFT ||
		key == INPUT_RIGHT || key == '[' || key == ']' || action == ACTION_BACK ||
		action == ACTION_OTHER_PANE;
}

static void check_key(
	struct screen *screen, int scene, const char *place, int32_t key, bool offered)
{
	struct buf wall = {0}, before = {0}, after = {0};
	char name[16];
	input_key_name(key, name);
	begin(screen, scene);
	screen_picture(screen, &wall);
	screen_type(screen, place);
	screen_picture(screen, &before);
	press(screen, key);
	screen_picture(screen, &after);
	const char *said = app_said(screen->app);
	bool same = strcmp(buf_string(&before), buf_string(&after)) == 0;
	if (same && !*said && screen->next <= APP_DRAW && !is_motion(key))
		fail_msg("%s %s: %s says nothing", scenes[scene].plan, place, name);
	if (offered &&
		(strstr(said, "leads away") || strstr(said, "does nothing") ||
			strstr(buf_string(&after), "shows all.")))
		fail_msg("%s %s: %s is offered: \"%s\"", scenes[scene].plan, place, name, said);
	if (!view_is_open(screen->app, &present_view))
		fail_msg("%s %s: %s leads away", scenes[scene].plan, place, name);
	for (int i = 0; i < 9 && view_on_top(screen->app) != &present_view; i++)
		press(screen, INPUT_ESCAPE);
	app_unsay(screen->app);
	app_draw(screen->app, &screen->grid);
	screen_picture(screen, &after);
	if (key != 'D' && strcmp(buf_string(&wall), buf_string(&after)) != 0) {
		screen_dump(screen);
		fail_msg("%s %s: %s leads to another scene", scenes[scene].plan, place, name);
	}
	buf_free(&wall);
	buf_free(&before);
	buf_free(&after);
}

/* What stands in the style of keys in the last row. */
static int check_bar(struct screen *screen, int scene, const char *place)
{
	struct buf keys = {0};
	char *rest = NULL;
	int count = 0;
	begin(screen, scene);
	screen_type(screen, place);
	for (int col = 0; col < screen->grid.cols; col++) {
		const struct cell *cell = grid_at(&screen->grid, screen->grid.rows - 1, col);
		if (cell->style.role != ROLE_KEY || !cell->len)
			buf_char(&keys, ' ');
		else
			buf_add(&keys, cell->text, cell->len);
	}
	for (char *word = strtok_r(keys.text, " ", &rest); word;
		word = strtok_r(NULL, " ", &rest)) {
		int32_t key = INPUT_NONE;
		struct buf typed = {0};
		buf_format(&typed, strlen(word) > 1 ? "<%s>" : "%s", word);
		if (strcmp(word, "type") != 0 && !strstr(word, "–"))
			input_key_parse(buf_string(&typed), typed.len, &key);
		if (key != INPUT_NONE) {
			check_key(screen, scene, place, key, true);
			count++;
		}
		buf_free(&typed);
	}
	buf_free(&keys);
	return count;
}

static void test_every_key(void **state)
{
	(void)state;
	struct screen screen;
	int offered = 0, pressed = 0, step = (int)effort_step(7);
	screen_open(&screen, record_path, &(struct app_options){0}, 80, 24);
	for (int scene = 0; scene < SCENES; scene++)
		for (int place = scene; place < PLACES; place += step) {
			offered += check_bar(&screen, scene, places[place]);
			for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
				const struct action_row *row = action_row((enum action)action);
				for (int k = 0; k < ACTION_KEYS_MOST && row->keys[k];
					k++, pressed++)
					check_key(
						&screen, scene, places[place], row->keys[k], false);
			}
		}
	assert_true(offered > SCENES * PLACES / step);
	print_message("%d keys offered over scenes, %d pressed\n", offered, pressed);
	screen_close(&screen);
}

static void test_q_leads_back_from_the_index(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 80, 24);
	begin(&screen, 0);
	screen_type(&screen, "iq");
	assert_ptr_equal(view_on_top(screen.app), &present_view);
	screen_type(&screen, "ibq");
	screen_has(&screen, "/bq");
	screen_close(&screen);
}

/* The index counts who has been told, and nobody of the scenes to come; outside it has them all. */
static void test_index_of_what_is_told(void **state)
{
	(void)state;
	char text[] = "title: T\nsources: {s: {type: book, title: B}}\n"
		      "people: {ann: {name: Ann Early}, bob: {name: Bob Late}}\n"
		      "events:\n  - id: a\n    date: 1900\n    title: First\n    quotes:\n"
		      "      - {id: one, speaker: ann, source: s, text: We are ready.}\n"
		      "      - {id: two, speaker: bob, source: s, text: We are not.}\n"
		      "views:\n  plan: {title: P, show: [one, two]}\n";
	struct screen screen;
	screen_open_bytes(&screen, &(struct load_input){"plan", text, sizeof text - 1},
		&(struct app_options){0}, 80, 24);
	screen_type(&screen, ":plan<Enter>p<Space>");
	for (int n = 0; n < 9 && screen_find(&screen, "Ann Early") < 0; n++)
		screen_type(&screen, "<Space>");
	screen_type(&screen, "i");
	screen_has(&screen, "Ann Early");
	screen_lacks(&screen, "Bob Late");
	screen_type(&screen, "<Esc>");
	for (int n = 0; n < 9 && screen_find(&screen, "Bob Late") < 0; n++)
		screen_type(&screen, "<Space>");
	screen_type(&screen, "i");
	screen_has(&screen, "Ann Early");
	screen_has(&screen, "Bob Late");
	screen_close(&screen);
}

/* Of two quotations side by side neither is told of, whichever stands first. */
static void test_a_pair_is_secret(void **state)
{
	(void)state;
	char text[] = "title: T\n"
		      "language: en\n"
		      "parties:\n"
		      "  p: {name: Parteep}\n"
		      "  r: {name: Ruritania}\n"
		      "people:\n"
		      "  a: {name: Anna Aa, party: p}\n"
		      "  b: {name: Bert Bb, party: r}\n"
		      "sources:\n"
		      "  s: {type: book, author: \"X, Y\", title: Book, issued: 1900}\n"
		      "themes:\n"
		      "  z: {title: Zed issue}\n"
		      "events:\n"
		      "  - id: e1\n"
		      "    title: First day\n"
		      "    date: 1900-01-01\n"
		      "    source: s\n"
		      "    quotes:\n"
		      "      - {id: qa, kind: quotation, speaker: a, source: s, text: \"We shall "
		      "never sign anything at all here\"}\n"
		      "  - id: e2\n"
		      "    title: Second day\n"
		      "    summary: Bert Bb of Ruritania speaks to the press about signing.\n"
		      "    date: 1900-01-02\n"
		      "    source: s\n"
		      "    host: r\n"
		      "    parties: r\n"
		      "    positions: [{issue: z, party: r, text: Signs tomorrow, source: s}]\n"
		      "    quotes:\n"
		      "      - {id: qb, kind: quotation, speaker: b, source: s, text: \"We shall "
		      "sign it tomorrow at the latest\"}\n"
		      "  - {id: e3, title: Third day, date: 1900-01-03, source: s}\n"
		      "views:\n"
		      "  v: {title: V, show: [{compare: [qa, qb], ask: Who?}, e3]}\n"
		      "  w: {title: W, show: [{compare: [qb, qa], ask: Who?}, e3]}\n";
	struct screen screen;
	screen_open_bytes(&screen, &(struct load_input){"pair", text, sizeof text - 1},
		&(struct app_options){0}, 100, 16);
	screen_type(&screen, ":v<Enter>p<Space>v");
	assert_ptr_equal(view_on_top(screen.app), &present_view);
	screen_has(&screen, "who spoke is not shown yet");
	screen_close(&screen);
}

/* A table made over one lesson is not that of another, which has come as far. */
static void test_another_lesson(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(
		&screen, "tests/data/lesson.yaml", &(struct app_options){.at = "more-ink"}, 80, 16);
	screen_type(&screen, "mMpvqqqqm:late<Enter>m:dry<Enter>mMpv");
	assert_ptr_equal(view_on_top(screen.app), &present_view);
	screen_has(&screen, "no position here may be shown yet");
	screen_close(&screen);
}

/* "?" begins no name. */
static void test_help_in_the_index(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, record_path, &(struct app_options){0}, 80, 24);
	screen_type(&screen, "i?");
	screen_has(&screen, "Keys");
	screen_type(&screen, "<Esc>a?");
	screen_lacks(&screen, "Keys");
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_key),
		cmocka_unit_test(test_q_leads_back_from_the_index),
		cmocka_unit_test(test_index_of_what_is_told),
		cmocka_unit_test(test_a_pair_is_secret),
		cmocka_unit_test(test_another_lesson),
		cmocka_unit_test(test_help_in_the_index),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
