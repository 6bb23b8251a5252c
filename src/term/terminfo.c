/* A description is of use where a terminal's keys are not of ECMA-48: the Wyse, HP and Sun ones, the
 * consoles of the BSDs. Nothing is learnt of xterm's family, which the grammar knows.
 *
 * Not all that it names as a key is taken for one. `^Z` is the Linux console's `kspd`, DEL Delete
 * on a Sun: those are keys everywhere, of another name. `Esc [ 1 ; 2 R` is xterm's Shift-F3, and
 * where the cursor stands as well: an answer may come unasked, and F3 does nothing. */
#include "term/terminfo.h"

#include "base/buf.h"
#include "term/output.h"

#include <stdio.h>
#include <string.h>

/* The key of each name; where two names have one string, the first. Those that yield are of the
 * keypad, whose keys are characters to the grammar, or of old keyboards. */
static const struct {
	const char *name;
	int32_t key;
	bool yields;
} names[] = {
	{"kbs", INPUT_ERASE, false},
	{"kent", INPUT_ENTER, false},
	{"kcuu1", INPUT_UP, false},
	{"kcud1", INPUT_DOWN, false},
	{"kcub1", INPUT_LEFT, false},
	{"kcuf1", INPUT_RIGHT, false},
	{"khome", INPUT_HOME, false},
	{"kend", INPUT_END, false},
	{"kpp", INPUT_PAGE_UP, false},
	{"knp", INPUT_PAGE_DOWN, false},
	{"kdch1", INPUT_DELETE, false},
	{"kich1", INPUT_INSERT, false},
	{"kcbt", INPUT_TAB | INPUT_SHIFT, false},
	{"kfnd", INPUT_HOME, true},
	{"kslt", INPUT_END, true},
	{"ka1", INPUT_HOME, true},
	{"ka3", INPUT_PAGE_UP, true},
	{"kc1", INPUT_END, true},
	{"kc3", INPUT_PAGE_DOWN, true},
};

/* With Shift held down they have no digit behind their names, else 3 to 8. */
static const struct {
	const char *name;
	int32_t key;
} held_names[] = {
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
	NAMES = sizeof names / sizeof *names,
	HELD_NAMES = sizeof held_names / sizeof *held_names,
	HELD_MOST = 8,
	FUNCTIONS = 63,
	STRINGS = NAMES + HELD_NAMES * (HELD_MOST - 1) + 2 + FUNCTIONS
};

struct learning {
	struct term_own *own;
	const char *(*capability)(const char *name);
	const char *strings[STRINGS]; /* what was learnt already, or was not to be */
	int count;
};

/* A control that is the same key on every keyboard, or a character, or where the cursor stands. */
static bool is_taken(const char *text)
{
	unsigned char first = (unsigned char)text[0];
	if (text[1] == '\0' && first != 0 && strchr("\003\t\r\032\033\177", first))
		return true;
	if (first == '\0' || first == '\177' || (first >= ' ' && first < 0x80))
		return true;
	if (strncmp(text, "\033[", 2) != 0)
		return false;
	text += 2 + strspn(text + 2, "0123456789");
	return *text == ';' && strcmp(text + strspn(text, ";0123456789"), "R") == 0;
}

static void learn(struct learning *learning, const char *name, int32_t key, bool yields)
{
	const char *text = learning->capability(name);
	struct buf bytes = {0};
	if (!text)
		return;
	for (int i = 0; i < learning->count; i++)
		if (strcmp(learning->strings[i], text) == 0)
			return;
	learning->strings[learning->count++] = text;
	if (is_taken(text))
		return;
	term_capability(&bytes, text);
	for (size_t i = 0; i < bytes.len; i++)
		if (bytes.text[i] == '\200') /* a NUL, which would close the string */
			bytes.text[i] = '\0';
	term_own_add(learning->own, buf_string(&bytes), bytes.len, key, yields);
	buf_free(&bytes);
}

static int32_t held_keys(int number)
{
	int held = number - 1;
	return (held & 1 ? INPUT_SHIFT : 0) | (held & 2 ? INPUT_ALT : 0) |
		(held & 4 ? INPUT_CONTROL : 0);
}

static void learn_held(struct learning *learning)
{
	char name[8];
	for (int i = 0; i < HELD_NAMES; i++)
		for (int held = 2; held <= HELD_MOST; held++) {
			snprintf(name, sizeof name, held == 2 ? "%s" : "%s%d", held_names[i].name,
				held);
			learn(learning, name, held_names[i].key | held_keys(held), false);
		}
}

/* F13 and those behind it are another F-key and Shift, or Control, both, Alt, Alt and Shift. */
static void learn_functions(struct learning *learning)
{
	static const int32_t held[] = {0, INPUT_SHIFT, INPUT_CONTROL, INPUT_CONTROL | INPUT_SHIFT,
		INPUT_ALT, INPUT_ALT | INPUT_SHIFT};
	char name[8];
	for (int i = 0; i < FUNCTIONS; i++) {
		snprintf(name, sizeof name, "kf%d", i + 1);
		learn(learning, name, (INPUT_F1 + i % 12) | held[i / 12], i >= 12);
	}
}

static void learn_all(struct learning *learning)
{
	learning->count = 0;
	for (int i = 0; i < NAMES; i++)
		learn(learning, names[i].name, names[i].key, names[i].yields);
	learn_held(learning);
	/* Older names of Shift-Up and Shift-Down, which ncurses 6.5 has changed round for rxvt. */
	learn(learning, "kri", INPUT_UP | INPUT_SHIFT, false);
	learn(learning, "kind", INPUT_DOWN | INPUT_SHIFT, false);
	learn_functions(learning);
}

void terminfo_keys(struct term_own *own, const char *(*capability)(const char *name))
{
	struct learning learning = {.own = own, .capability = capability};
	learn_all(&learning);
	if (own->count > 0)
		learn_all(&learning);
}
