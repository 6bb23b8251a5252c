/* D: in whatever view a date is drawn, it is drawn in the calendar asked for. In the record every day
 * Old Style is the first to tenth of a month, and every day New Style the 14th to 23rd. */
#include "tests/screen/screen.h"

static const char record[] = "tests/data/oldstyle.yaml";

enum { OLD_FIRST = 1, OLD_LAST = 10, NEW_FIRST = 14, NEW_LAST = 23 };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The day of a month that ends before `at`, or 0: "5" of "5 March", "6" of "5–6 May", or the 18 of
 * "1905-05-18". */
static int day_before(const char *line, const char *at)
{
	const char *end = at, *start;
	if (end > line && end[-1] == ' ')
		end--;
	for (start = end; start > line && is_digit(start[-1]);)
		start--;
	return end - start == 1 || end - start == 2 ? (int)strtol(start, NULL, 10) : 0;
}

/* Counts the days on a line between two, both included. */
static int days_on(const char *line, int first, int last)
{
	static const char *const months[] = {"Mar", "May", "Jul"};
	int count = 0, day;
	for (size_t i = 0; i < sizeof months / sizeof *months; i++)
		for (const char *at = line; (at = strstr(at, months[i])); at++) {
			day = day_before(line, at);
			count += day >= first && day <= last;
		}
	for (const char *at = line; (at = strstr(at, "190")); at++)
		if (strspn(at, "0123456789") == 4 && at[4] == '-' && is_digit(at[5]) &&
			at[7] == '-' && is_digit(at[8])) {
			day = (int)strtol(at + 8, NULL, 10);
			count += day >= first && day <= last;
		}
	return count;
}

static int days_shown(const struct screen *screen, int first, int last)
{
	int count = 0;
	for (int row = 0; row < screen->grid.rows; row++)
		count += days_on(screen_row(screen, row), first, last);
	return count;
}

static const struct walk {
	const char *keys;
	bool dated; /* some day is on the screen */
} walks[] = {{"", true}, {"j", true}, {"jjj", true}, {"jl", true}, {"jlll", true}, {"jll", true},
	{"jlljj", true}, {"jjjll", true}, {"jmjmM", true}, {"jcjjc", true}, {"jlcjjlc", true},
	{"v", true}, {"vl", true}, {"vjjl", true}, {"i", false}, {"i<Tab>", false},
	{"i<Tab><Tab>", false}, {"i<Tab><Tab><Tab>", false}, {"w", false}, {"w1", false},
	{"w2", false}, {"w3", false}, {"w<Space>", false}, {"w1<Enter>1<Enter>", false},
	{"p", false}, {"jp<Space>", true}, {"jp<Space><Space>", false},
	{"jp<Space><Space><Space>", true}, {"jpo", false}, {"j<C-g>", true}, {"jl<C-g>", true},
	{"jy", true}, {"jly", true}, {"jlY", false}, {"-", true}, {"j-", true}, {"j--", true},
	{"j---", false}, {"j----", false}, {"jjl*", true}, {"jl<Tab>", true}, {"@", true},
	{"&", true}, {":", true}, {"?", false}, {"/line<Enter>", true}, {"&id:c1<Enter>", true},
	{":lesson<Enter>", false}, {":lesson<Enter>p<Space><Space>", false}, {"G", true},
	{"Gz", true}, {"j>", true}, {"jjl<lt>", true}};

static const struct {
	int cols, rows;
} sizes[] = {{60, 20}, {80, 24}, {120, 40}, {200, 50}};

/* Whether the walk ends where D is a letter, or closes what is shown until the next key. */
static bool takes_letters(const char *keys)
{
	static const char *const ends[] = {"@", "&", ":", "y", "Y", "<C-g>", "?", ">"};
	size_t len = strlen(keys);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t end = strlen(ends[i]);
		if (len >= end && strcmp(keys + len - end, ends[i]) == 0 &&
			(strcmp(ends[i], ">") != 0 || keys[0] == 'i'))
			return true;
	}
	return strcmp(keys, "i") == 0;
}

/* Each walk, and the keys that lead to a calendar before or behind it, in which days from `first` to
 * `last` are none. */
static void walk_all(const char *before, const char *behind, bool dated, int first, int last)
{
	for (size_t i = 0; i < sizeof walks / sizeof *walks; i++)
		for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
			struct screen screen;
			struct app_options options = {.seed = 1};
			if (*behind && takes_letters(walks[i].keys))
				continue;
			screen_open(&screen, record, &options, sizes[k].cols, sizes[k].rows);
			screen_type(&screen, before);
			screen_type(&screen, walks[i].keys);
			screen_type(&screen, behind);
			int wrong = days_shown(&screen, first, last);
			bool none = dated && walks[i].dated && k > 1 &&
				days_shown(&screen, OLD_FIRST, NEW_LAST) == 0;
			if (wrong || none) {
				screen_dump(&screen);
				fail_msg("\"%s%s%s\" at %dx%d: %d days of the other calendar",
					before, walks[i].keys, behind, sizes[k].cols, sizes[k].rows,
					wrong);
			}
			screen_close(&screen);
		}
}

static void once_for_new_style(void **state)
{
	(void)state;
	walk_all("D", "", true, OLD_FIRST, OLD_LAST);
}

static void twice_for_old_style(void **state)
{
	(void)state;
	walk_all("DD", "", true, NEW_FIRST, NEW_LAST);
}

/* What is shown already turns with it, whatever view that is. */
static void views_turn_with_it(void **state)
{
	(void)state;
	walk_all("", "D", true, OLD_FIRST, OLD_LAST);
	walk_all("", "DD", true, NEW_FIRST, NEW_LAST);
}

/* Thrice for both, as at the beginning. */
static void thrice_for_both(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof walks / sizeof *walks; i++) {
		struct screen one, other;
		struct app_options options = {.seed = 1};
		screen_open(&one, record, &options, 120, 40);
		screen_open(&other, record, &options, 120, 40);
		screen_type(&other, "DDD");
		screen_type(&one, "j<Esc>k"); /* whatever there is to say is said */
		screen_type(&other, "j<Esc>k");
		screen_type(&one, walks[i].keys);
		screen_type(&other, walks[i].keys);
		assert_int_equal(days_shown(&one, OLD_FIRST, NEW_LAST),
			days_shown(&other, OLD_FIRST, NEW_LAST));
		screen_close(&one);
		screen_close(&other);
	}
}

/* The account and the words under it name one day. */
static void panes_agree(void **state)
{
	(void)state;
	struct screen screen;
	struct app_options options = {.seed = 1};
	screen_open(&screen, record, &options, 120, 40);
	screen_type(&screen, "DDj");
	screen_has(&screen, " 1 Mar 1905");
	screen_has(&screen, "1 March 1905 Old Style");
	screen_has(&screen, "2 March 1905 Old Style");
	screen_type(&screen, "D");
	screen_has(&screen, "14 March 1905 (1 March Old Style)");
	screen_type(&screen, "D");
	screen_has(&screen, "14 March 1905");
	screen_lacks(&screen, "Old Style)");
	screen_close(&screen);
}

/* Turned while the timeline is folded, its units are those of the other calendar. */
static void units_turn_with_it(void **state)
{
	(void)state;
	struct screen screen;
	struct app_options options = {.seed = 1};
	screen_open(&screen, "tests/data/calendars.yaml", &options, 120, 40);
	screen_type(&screen, "--j");
	screen_has(&screen, "Nov 1917");
	screen_lacks(&screen, "Oct 1917");
	screen_type(&screen, "DD");
	screen_has(&screen, "Oct 1917");
	screen_has(&screen, "23 Dec 1917");
	screen_lacks(&screen, "Nov 1917");
	screen_close(&screen);
}

/* And so are the years of the axis. */
static void the_axis_turns_with_it(void **state)
{
	(void)state;
	static const char text[] = "title: T\nevents:\n"
				   "  - {id: a, title: T, date_os: 1917-12-23}\n"
				   "  - {id: b, title: T, date_os: 1930-03-01}\n";
	struct screen screen;
	struct app_options options = {.seed = 1};
	screen_open_bytes(
		&screen, &(struct load_input){"t", text, sizeof text - 1}, &options, 120, 40);
	assert_non_null(strstr(screen_row(&screen, 1), "1918"));
	screen_type(&screen, "DD");
	assert_non_null(strstr(screen_row(&screen, 1), "1917"));
	assert_null(strstr(screen_row(&screen, 1), "1918"));
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(once_for_new_style),
		cmocka_unit_test(twice_for_old_style),
		cmocka_unit_test(views_turn_with_it),
		cmocka_unit_test(thrice_for_both),
		cmocka_unit_test(panes_agree),
		cmocka_unit_test(units_turn_with_it),
		cmocka_unit_test(the_axis_turns_with_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
