/* Every key of every terminal that the system has a description of: its bytes are that key, whole
 * and cut in two. */
#define NCURSES_WIDECHAR 1

#include "term/terminfo.h"

#include "term/keys.h"

#include <dirent.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <curses.h>
#include <term.h>

static const char *described(const char *name)
{
	const char *text = tigetstr((char *)(uintptr_t)name);
	return text != (char *)-1 ? text : NULL;
}

static const struct {
	const char *name;
	int32_t key;
} expected[] = {
	{"kbs", INPUT_ERASE},
	{"kent", INPUT_ENTER},
	{"kcuu1", INPUT_UP},
	{"kcud1", INPUT_DOWN},
	{"kcub1", INPUT_LEFT},
	{"kcuf1", INPUT_RIGHT},
	{"khome", INPUT_HOME},
	{"kend", INPUT_END},
	{"kpp", INPUT_PAGE_UP},
	{"knp", INPUT_PAGE_DOWN},
	{"kdch1", INPUT_DELETE},
	{"kich1", INPUT_INSERT},
	{"kcbt", INPUT_TAB | INPUT_SHIFT},
	{"kf1", INPUT_F1},
	{"kf2", INPUT_F1 + 1},
	{"kf3", INPUT_F1 + 2},
	{"kf4", INPUT_F1 + 3},
	{"kf5", INPUT_F1 + 4},
	{"kf6", INPUT_F1 + 5},
	{"kf7", INPUT_F1 + 6},
	{"kf8", INPUT_F1 + 7},
	{"kf9", INPUT_F1 + 8},
	{"kf10", INPUT_F1 + 9},
	{"kf11", INPUT_F1 + 10},
	{"kf12", INPUT_F1 + 11},
	{"kri", INPUT_UP | INPUT_SHIFT},
	{"kind", INPUT_DOWN | INPUT_SHIFT},
};

/* What is held down with one of these may be called otherwise; the key may not. */
static const struct {
	const char *name;
	int32_t key;
} expected_held[] = {
	{"kUP", INPUT_UP},
	{"kDN", INPUT_DOWN},
	{"kLFT", INPUT_LEFT},
	{"kRIT", INPUT_RIGHT},
	{"kHOM", INPUT_HOME},
	{"kEND", INPUT_END},
	{"kPRV", INPUT_PAGE_UP},
	{"kNXT", INPUT_PAGE_DOWN},
	{"kDC", INPUT_DELETE},
	{"kIC", INPUT_INSERT},
};

enum {
	KEYS = sizeof expected / sizeof *expected,
	HELD = sizeof expected_held / sizeof *expected_held
};

static int sequences;

/* The last key that the bytes make, 0 where they make none or anything else; so many milliseconds
 * pass before byte `cut`. */
static int32_t key_of(const struct term_own *own, const char *text, size_t cut, int ms, int *count)
{
	struct term_keys keys = {.own = own, .grammar = {.escape_ms = 25}};
	struct input input;
	int32_t key = 0;
	*count = 0;
	for (size_t i = 0; text[i]; i++) {
		if (i == cut && term_keys_wait(&keys) >= 0 && term_keys_wait(&keys) <= ms)
			term_keys_end(&keys);
		term_keys_byte(&keys, text[i] == '\200' ? 0 : (unsigned char)text[i]);
	}
	while (term_keys_wait(&keys) >= 0)
		term_keys_end(&keys);
	for (; term_keys_take(&keys, &input); ++*count)
		key = input.kind == INPUT_KEY ? input.key : 0;
	term_keys_free(&keys);
	sequences++;
	return key;
}

/* A character, a control that is the same everywhere, or what is no sequence to be matched: its
 * padding, more than any terminal sends for a key. */
static bool is_exempt(const char *text)
{
	unsigned char first = (unsigned char)*text;
	int row, col, end = 0;
	if (!text[1])
		return !first || (first >= ' ' && first < 0x80) ||
			strchr("\003\t\r\032\033", first);
	if ((first >= ' ' && first < 0x80) || strlen(text) > TERM_OWN_LENGTH || strstr(text, "$<"))
		return true;
	return sscanf(text, "\033[%d;%dR%n", &row, &col, &end) == 2 && end > 0 && !text[end];
}

/* Whether another capability has the same string, so that the key may be that one's. */
static bool is_shared(const char *text, int32_t key)
{
	for (int i = 0; i < KEYS; i++)
		if (described(expected[i].name) && strcmp(described(expected[i].name), text) == 0 &&
			expected[i].key == key)
			return true;
	for (int i = 0; i < HELD; i++)
		if (described(expected_held[i].name) &&
			strcmp(described(expected_held[i].name), text) == 0 &&
			expected_held[i].key == (key & ~INPUT_HELD))
			return true;
	return false;
}

/* An Esc that stands alone for long is a key; a sequence of two bytes is none then. */
static void check_cuts(const char *type, const struct term_own *own, const char *name,
	const char *text, int32_t key)
{
	int count;
	for (size_t cut = 1; text[cut]; cut++)
		for (int ms = 0; ms <= 60; ms += 20) {
			bool twice = text[1] == '\033', alone = cut < 2U + twice && ms > 25;
			if (alone && (*text != '\033' || twice || !text[2]))
				continue;
			if (key_of(own, text, cut, ms, &count) != key || count != 1 + alone)
				fail_msg("%s: %s, cut at %zu for %d ms", type, name, cut, ms);
		}
}

static void check_key(const char *type, const struct term_own *own, const char *name, int32_t key,
	int32_t held, bool cuts)
{
	const char *text = described(name);
	char got_name[16];
	int count;
	if (!text || is_exempt(text))
		return;
	int32_t got = key_of(own, text, 0, 0, &count);
	input_key_name(got, got_name);
	if (count != 1 || ((got & ~held) != key && !is_shared(text, got)))
		fail_msg("%s: %s is %s (%d keys)", type, name, got_name, count);
	if (cuts)
		check_cuts(type, own, name, text, got);
}

/* Some named key, and one only. */
static void check_any(const char *type, const struct term_own *own, const char *name)
{
	const char *text = described(name);
	int count;
	if (!text || is_exempt(text))
		return;
	int32_t key = key_of(own, text, 0, 0, &count);
	bool character = (key & ~INPUT_HELD) < INPUT_FIRST_NAMED;
	if (count != 1 || (character && (*text != '\033' || (key & INPUT_ALT))))
		fail_msg("%s: %s is %d keys, of which one is %x", type, name, count, (unsigned)key);
}

static bool check_terminal(const char *type, bool cuts)
{
	struct term_own own = {0};
	int error;
	char name[16];
	if (setupterm((char *)(uintptr_t)type, 1, &error) != OK)
		return false;
	terminfo_keys(&own, described);
	for (int i = 0; i < KEYS; i++)
		check_key(type, &own, expected[i].name, expected[i].key & ~INPUT_HELD,
			expected[i].key & INPUT_HELD, cuts);
	for (int i = 0; i < HELD; i++)
		for (int held = 2; held <= 8; held++) {
			snprintf(name, sizeof name, held > 2 ? "%s%d" : "%s", expected_held[i].name,
				held);
			check_key(type, &own, name, expected_held[i].key, INPUT_HELD, cuts);
		}
	for (int i = 13; i <= 63; i++) {
		snprintf(name, sizeof name, "kf%d", i);
		check_any(type, &own, name);
	}
	del_curterm(cur_term);
	return true;
}

/* Those that a system without ncurses-term has as well, and of the others what there is. */
static void test_terminals_of_today(void **state)
{
	static const char *const common[] = {"xterm", "xterm-256color", "tmux-256color", "screen",
		"screen-256color", "linux", "vt100", "vt220", "rxvt", "rxvt-unicode-256color",
		"cygwin", "sun"};
	static const char *const others[] = {"putty", "putty-256color", "st-256color", "foot",
		"alacritty", "xterm-kitty", "konsole-256color", "gnome-256color", "vte-256color",
		"mlterm", "mintty", "iterm2", "nsterm", "ms-terminal", "teraterm", "Eterm",
		"wyse50", "wyse60", "vt52", "vt420", "hp2392", "hpterm", "cons25", "wsvt25",
		"pccon", "xterm+sl", "scoansi", "interix", "tvi925", "adm3a", "xterm-8bit",
		"vt220-8bit", "dvtm", "nxterm"};
	int there = 0;
	(void)state;
	for (size_t i = 0; i < sizeof common / sizeof *common; i++)
		if (!check_terminal(common[i], true))
			print_message("%s is not described here\n", common[i]);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		there += check_terminal(others[i], true);
	print_message("%d of %zu others are described, %d sequences\n", there,
		sizeof others / sizeof *others, sequences);
	assert_true(there > 20); /* ncurses-term */
}

/* The folders of the database: one a letter, one description a file. */
static int check_folder(const char *root, const char *letter)
{
	char path[512];
	int count = 0;
	struct dirent *entry;
	snprintf(path, sizeof path, "%s/%s", root, letter);
	DIR *folder = opendir(path);
	while (folder && (entry = readdir(folder)))
		if (*entry->d_name != '.')
			count += check_terminal(entry->d_name, false);
	if (folder)
		closedir(folder);
	return count;
}

static void test_all_terminals(void **state)
{
	static const char *const roots[] = {"/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo",
		"/usr/share/misc/terminfo", "/usr/local/share/terminfo"};
	int count = 0;
	struct dirent *entry;
	(void)state;
	sequences = 0;
	for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
		DIR *root = opendir(roots[i]);
		while (root && (entry = readdir(root)))
			if (*entry->d_name != '.')
				count += check_folder(roots[i], entry->d_name);
		if (root)
			closedir(root);
	}
	print_message("%d descriptions, %d sequences\n", count, sequences);
}

/* The grammar knows the keys of xterm's family: nothing is kept waiting for them. */
static void test_little_is_learnt(void **state)
{
	static const struct {
		const char *type;
		int count;
	} own[] = {{"xterm-256color", 0}, {"tmux-256color", 0}, {"screen-256color", 0},
		{"vt220", 0}, {"linux", 1 /* Shift-Tab */}};
	(void)state;
	for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
		struct term_own learnt = {0};
		int error;
		if (setupterm((char *)(uintptr_t)own[i].type, 1, &error) != OK)
			continue;
		terminfo_keys(&learnt, described);
		assert_int_equal(learnt.count, own[i].count);
		del_curterm(cur_term);
	}
}

/* rxvt as ncurses 6.5 describes it: two names of one key that say opposite things. */
static const char *described_twice(const char *name)
{
	static const char *const strings[][2] = {
		{"kri", "\033[b"}, {"kind", "\033[a"}, {"kUP", "\033[a"}, {"kDN", "\033[b"}};
	for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
		if (strcmp(strings[i][0], name) == 0)
			return strings[i][1];
	return NULL;
}

static void test_of_two_names_the_plainer_one(void **state)
{
	struct term_own own = {0};
	int count;
	(void)state;
	terminfo_keys(&own, described_twice);
	assert_int_equal(key_of(&own, "\033[a", 0, 0, &count), INPUT_UP | INPUT_SHIFT);
	assert_int_equal(key_of(&own, "\033[b", 0, 0, &count), INPUT_DOWN | INPUT_SHIFT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_terminals_of_today),
		cmocka_unit_test(test_all_terminals),
		cmocka_unit_test(test_little_is_learnt),
		cmocka_unit_test(test_of_two_names_the_plainer_one),
	};
	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
