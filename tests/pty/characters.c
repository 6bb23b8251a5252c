/* Every byte that comes out of the program on a terminal is looked at: ASCII, the sequences that
 * ncurses and colours are made of, the clipboard's, and characters that are seen. No other byte may
 * come, whatever a record, a name of a file or folder, an argument, a variable, a paste, or a
 * problem of a file holds. In a locale without UTF-8 all of it is ASCII.
 *
 * A view is drawn for each key: C-l draws the screen anew, and its drawing is waited for. */
#include "tests/effort.h"
#include "tests/pty/pty.h"

#include "base/buf.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define RECORD "tests/pty/traps.yaml"

/* ---- what nobody wants on a terminal ---- */

/* Some of each kind; a trap takes one of each, the next trap the next ones. */
static const int32_t kinds[][16] = {
	{0x1B, 0x07, 0x08, 0x0D, 0x0E, 0x0F, 0x18, 0x1A, 0x05, 0x01, 0x0B, 0x0C, 0x7F},
	{0x9B, 0x9D, 0x90, 0x9C, 0x85, 0x84, 0x8D, 0x8E, 0x8F, 0x98, 0x9E, 0x9F, 0x80},
	{0x202E, 0x202A, 0x202B, 0x202C, 0x202D, 0x2066, 0x2067, 0x2068, 0x2069},
	{0x2028, 0x2029},
	{0x206A, 0x206B, 0x206C, 0x206D, 0x206E, 0x206F, 0xFFF9, 0xFFFA, 0xFFFB},
	{0x200E, 0x200F, 0x061C},
	{0xE0041, 0xE0001, 0xE0020, 0xE007F, 0xE0000, 0xE0061},
	{0x200B, 0xFEFF, 0x2060, 0x00AD, 0x180E, 0x2061, 0x2064, 0x3164, 0x115F, 0x1160, 0xFFA0,
		0x17B4, 0x2065, 0xFFF0, 0xE01F0},
	{0x200D, 0x200C, 0x034F, 0x13430, 0x1D173, 0x1BCA0},
	{0xFE0F, 0xFE00, 0xFE0E, 0x180B, 0xE0100, 0xE01EF},
};
enum { KINDS = sizeof kinds / sizeof *kinds, KIND_MOST = 16 };

/* A title and a colour, as sequences: were they to come through, these very bytes would. */
static const char sequences[] = "\033]0;PWN\a\033[31;42;7m\033P1;1|x\033\\";
static unsigned traps;

static void trap_add(struct buf *out, void (*add)(struct buf *, int32_t))
{
	for (const char *at = sequences; *at; at++)
		add(out, *at);
	for (size_t kind = 0; kind < KINDS; kind++) {
		unsigned count = 0;
		while (count < KIND_MOST && kinds[kind][count])
			count++;
		add(out, kinds[kind][traps % count]);
	}
	traps++;
}

static void add_raw(struct buf *out, int32_t code)
{
	char bytes[4];
	buf_add(out, bytes, text_encode(code, bytes));
}

static void add_escaped(struct buf *out, int32_t code)
{
	if (code > ' ' && code < 0x7F && code != '"' && code != '\\')
		buf_char(out, (char)code);
	else
		buf_format(out, "\\U%08x", (unsigned)code);
}

/* ---- what comes out ---- */

static unsigned long long looked_at;

/* The length of a sequence of the program's own, 0 where it is none. */
static size_t sequence_len(const char *at)
{
	static const char clipboard[] = "\033]52;c;", ground[] = "\033]11;?\033\\";
	size_t len;
	if (strncmp(at, ground, strlen(ground)) == 0)
		return strlen(ground);
	if (strncmp(at, "\033(B", 3) == 0 || strncmp(at, "\033(0", 3) == 0)
		return 3;
	if (at[1] && strchr("=>78M", at[1]))
		return 2;
	if (strncmp(at, clipboard, strlen(clipboard)) == 0) {
		len = strlen(clipboard);
		len += strspn(at + len,
			"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=");
		return at[len] == '\a' ? len + 1 : 0;
	}
	if (strncmp(at, "\033[22;0;0t", 9) == 0 || strncmp(at, "\033[23;0;0t", 9) == 0)
		return 9; /* ncurses keeps the title */
	if (at[1] != '[' || strncmp(at, "\033[31;42;7m", 10) == 0)
		return 0;
	len = 2 + (at[2] == '?');
	len += strspn(at + len, "0123456789;");
	return at[len] && strchr("@ABCDGHJKLMPSTXZbdfhlmr", at[len]) ? len + 1 : 0;
}

static void look_at(const char *what, const char *text, bool ascii)
{
	size_t len = strlen(text), bytes;
	looked_at += len;
	for (size_t at = 0; at < len; at += bytes) {
		int32_t code = text_decode(text + at, len - at, &bytes);
		enum text_kind kind = text_kind(code);
		bool good = kind == TEXT_SEEN && (code < 0x80 || (!ascii && bytes > 1));
		if (code == 033 && (bytes = sequence_len(text + at)) > 0)
			good = true;
		else if (code == '\f' && at && text[at - 1] == '\n')
			good = true; /* a sheet's next page */
		else if (code == '\n' || code == '\r' || code == '\b' || code == '\t')
			good = true;
		if (!good) {
			print_message("%.*s\n", 80, text + (at > 40 ? at - 40 : 0));
			fail_msg("%s: byte %zu of what is written begins U+%04X", what, at,
				(unsigned)code);
		}
	}
}

/* ---- files ---- */

static char folder[] = "/tmp/truce-characters-XXXXXX";
static struct buf record, plain, texts, broken; /* paths; the first has a name that is a trap */

static void write_file(const char *path, const struct buf *bytes)
{
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes->text, 1, bytes->len, file), bytes->len);
	assert_int_equal(fclose(file), 0);
}

/* The record with a trap for each @. */
static void record_make(struct buf *out)
{
	FILE *file = fopen(RECORD, "r");
	char line[512];
	assert_non_null(file);
	while (fgets(line, sizeof line, file))
		for (const char *at = line; *line != '#' && *at; at++) {
			if (*at == '@')
				trap_add(out, add_escaped);
			else
				buf_char(out, *at);
		}
	fclose(file);
}

static void path_make(struct buf *path, const char *name, bool trap)
{
	buf_format(path, "%s/%s", folder, name);
	if (trap)
		trap_add(path, add_raw);
	buf_text(path, trap ? "\x9b" : "");
}

/* Texts of sources: one that has the words and traps between, one of other bytes than UTF-8. */
static void texts_make(void)
{
	struct buf path = {0}, text = {0};
	assert_int_equal(mkdir(texts.text, 0700), 0);
	buf_format(&path, "%s/s0.txt", texts.text);
	buf_text(&text, "before ");
	trap_add(&text, add_raw);
	buf_text(&text, "\nQuotation words and words that go on and on with ");
	trap_add(&text, add_raw);
	write_file(path.text, &text);
	buf_clear(&path);
	buf_format(&path, "%s/s1.txt", texts.text);
	buf_text(&text,
		"\n\xff\xfe\x9b"
		"31m raw \033[31;42;7m\n");
	write_file(path.text, &text);
	buf_free(&path);
	buf_free(&text);
}

/* Problems of every field, and bytes that no file may hold. */
static void broken_make(struct buf *out)
{
	record_make(out);
	buf_text(out, "\"");
	trap_add(out, add_escaped);
	buf_text(out, "\": 3\npeople:\n  \"p");
	trap_add(out, add_escaped);
	buf_text(out, "\": {name: x, born: \"18");
	trap_add(out, add_escaped);
	buf_text(out, "\", colour: \"");
	trap_add(out, add_escaped);
	buf_text(out, "\", party: \"");
	trap_add(out, add_escaped);
	buf_text(out, "\"}\nlanguage: \"");
	trap_add(out, add_escaped);
	buf_text(out, "\"\n# ");
	trap_add(out, add_raw);
	buf_text(out, "\nnext: ");
	trap_add(out, add_raw);
	buf_char(out, '\n');
}

static int set_up(void **state)
{
	struct buf bytes = {0};
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	path_make(&record, "record", true);
	path_make(&plain, "plain.yaml", false);
	path_make(&texts, "texts", true);
	path_make(&broken, "broken", true);
	record_make(&bytes);
	write_file(record.text, &bytes);
	write_file(plain.text, &bytes);
	texts_make();
	buf_clear(&bytes);
	broken_make(&bytes);
	write_file(broken.text, &bytes);
	buf_free(&bytes);
	return 0;
}

static int tear_down(void **state)
{
	struct buf command = {0};
	(void)state;
	print_message("%llu bytes looked at\n", looked_at);
	buf_format(&command, "rm -rf '%s'", folder);
	int status = system(buf_string(&command));
	buf_free(&command);
	buf_free(&record);
	buf_free(&plain);
	buf_free(&texts);
	buf_free(&broken);
	return status;
}

/* ---- walks ---- */

/* Words of a command line: %R the record, %P the same by a plain name, %T the folder of texts, %B
 * what is broken, %H a trap. */
static void expand(struct buf *out, const char *word)
{
	for (; *word; word++) {
		const struct buf *path = NULL;
		if (*word == '%') {
			path = word[1] == 'R'    ? &record
				: word[1] == 'P' ? &plain
				: word[1] == 'T' ? &texts
				: word[1] == 'B' ? &broken
						 : NULL;
			word++;
			if (path)
				buf_text(out, path->text);
			else
				trap_add(out, add_raw);
			continue;
		}
		buf_char(out, *word);
	}
}

enum { WORDS_MOST = 12 };

static struct pty *begin(
	void **state, const char *const *words, const char *set, int columns, int rows)
{
	const char *arguments[WORDS_MOST + 2] = {pty_program()};
	struct buf expanded[WORDS_MOST] = {{0}}, variable = {0};
	expand(&variable, set ? set : "EDITOR=/none");
	for (int i = 0; i < WORDS_MOST && words[i]; i++) {
		expand(&expanded[i], words[i]);
		arguments[i + 1] = buf_string(&expanded[i]);
	}
	struct pty *pty = pty_begin(state,
		&(struct pty_start){
			.arguments = arguments,
			.environment = (const char *[]){"VISUAL=/none", buf_string(&variable),
				NULL},
			.columns = columns,
			.rows = rows,
		});
	for (int i = 0; i < WORDS_MOST; i++)
		buf_free(&expanded[i]);
	buf_free(&variable);
	return pty;
}

static size_t count_drawn(struct pty *pty)
{
	static const char clear[] = "\033[H\033[2J";
	size_t count = 0;
	for (const char *at = pty_written(pty); (at = strstr(at, clear)); at++)
		count++;
	return count;
}

static bool has_drawn(struct pty *pty, const void *count)
{
	return count_drawn(pty) >= *(const size_t *)count;
}

static void draw_anew(struct pty *pty, const char *what)
{
	size_t count = count_drawn(pty) + 1;
	pty_keys(pty, "\f");
	pty_wait(pty, has_drawn, &count, what);
}

static void type(struct pty *pty, const char *keys)
{
	struct buf expanded = {0};
	expand(&expanded, keys);
	pty_keys(pty, buf_string(&expanded));
	buf_free(&expanded);
	draw_anew(pty, keys);
}

/* C-c takes back a prompt and closes what takes letters, so that Q quits. Behind the end there is
 * nothing more to come. */
static void end(struct pty *pty)
{
	type(pty, "\x03");
	type(pty, "\x03");
	pty_keys(pty, "Q");
	assert_int_equal(pty_wait_end(pty), 0);
}

struct walk {
	const char *name;
	const char *words[WORDS_MOST];
	const char *keys[64]; /* a picture is drawn behind each */
	const char *set;
	int columns, rows;
};

static void walk(void **state, const struct walk *walk, const char *set)
{
	struct pty *pty = begin(
		state, walk->words, set ? set : walk->set, walk->columns, walk->rows);
	bool ascii = set && strcmp(set, "LC_ALL=C") == 0;
	size_t first = 1;
	pty_wait(pty, has_drawn, &first, walk->name);
	for (int i = 0; i < 64 && walk->keys[i]; i++)
		type(pty, walk->keys[i]);
	end(pty);
	look_at(walk->name, pty_written(pty), ascii);
	pty_end(state);
}

#define PASTE "\033[200~%H and words\033[201~"

static const struct walk walks[] = {
	{"explorer", {"%R"},
		{"j", "l", "j", "l", "j", "j", "\r", "q", "h", " ", " ", " ", " ", " ", " ", " ",
			" ", "G", "g", "\x07", "x"},
		NULL, 120, 40},
	{"narrow", {"%R"}, {"j", "l", "j", " ", " ", " ", " ", " ", " ", "?"}, NULL, 40, 15},
	{"zoom and dates", {"%P"},
		{"-", "-", "_", "\r", "+", "D", "D", "z", "z", "[", "]", "*", "#"}},
	{"links", {"%P"}, {"j", "\r", "\r", "j", "j", "j", "j", "j", "j", "j", "j", "j", "\r", "q"},
		NULL, 100, 40},
	{"links of an event", {"%P", "--at", "e0"},
		{"l", "\r", "j", "j", "j", "j", "j", "j", "y", "x"}},
	{"who speaks", {"%P", "--at", "q0"},
		{"W", "j", "j", "j", "j", "j", "j", "j", "G", "\r", "j", "j", "\x03", "g"}, NULL,
		100, 40},
	{"who was there", {"%P", "--at", "e0"}, {"W", "j", "\r", "j", "G", "k", "y", "x", "q"}},
	{"index", {"%P"},
		{"i", "\t", "j", "\t", "j", "\t", "j", "\r", "\\", "t", "j", "\x03", "s", "j",
			"\r"}},
	{"index narrowed", {"%P"}, {"i", PASTE, "\x15", "p", "e", "r"}},
	{"positions", {"%P"}, {"v", "l", "j", "j", "l", "+", "]", "y", "x", "\r"}, NULL, 100, 30},
	{"compared events", {"%P"}, {"j", "c", "j", "c", "j", "j", " ", " ", "]", "[", "y", "x"}},
	{"compared quotations", {"%P"}, {"j", "l", "j", "c", "j", "c", " ", " ", "j"}},
	{"presented", {"%P", "--present"},
		{" ", " ", " ", " ", " ", " ", " ", " ", " ", " ", "o", "a", "a", ".", ".", "?",
			"q"}},
	{"a view", {"%R", "--view", "v0", "--present"}, {" ", " ", " ", " ", " ", " ", " "}},
	{"over a scene", {"%R", "--view", "v0", "--present"},
		{" ", " ", " ", "v", "q", "c", "q", "l", "q", "i", "\x03", "\x07", "q"}, NULL, 100,
		30},
	{"lesson plans", {"%R"},
		{"\r", "j", "\r", "p", "q", "\\", "i", "\033[Z", "x", "\x15", "\r"}, NULL, 100, 40},
	{"quiz", {"%P", "--quiz", "--seed", "3"}, {"1", "\r", "2", "\r", " ", "3", "\r", "?", "q"}},
	{"find", {"%P"}, {"/", "words", "\r", "n", "N", "/", PASTE, "\r", "?", PASTE, "\r"}},
	{"filter", {"%P"},
		{"&", "speaker:p", "\t", "\t", "\r", "&", "speaker:", PASTE, "\r", "\x03", "&",
			"zzz:", PASTE, "\r", "\x03", "\\"}},
	{"command", {"%P"},
		{":", "e1", "\t", "\r", ":", PASTE, "\t", "\r", "\x03", "@", PASTE, "\r", "\x03",
			"@", "1919", "\r"}},
	{"lists of prompts", {"%P"},
		{":", "p", "\x0e", "\x0e", "\x15", "t", "\x0e", "\x15", "e", "\x03", "&", "\x15",
			"by:", "\x0e", "\x15", "place:", "\t", "\t", "\x15", "id:", "\t", "\x15",
			"lang:", "\x15", "source:", "\x0e", "\x03", "@", "\x0e", "\x03", "?", "/",
			"o", "\x03", "\x03"},
		NULL, 100, 30},
	{"examples", {"%P"},
		{"&", "\033OP", "j", "j", "j", " ", "\r", "\x03", "/", "\033OP", "j", "\r", "\x03",
			"@", "\033OP", "\r", "\x03", ":", "\033OP", "j", " ", "\r", "\x03"},
		NULL, 100, 30},
	{"pasted", {"%P"}, {PASTE, "j", PASTE}},
	{"marks and copies", {"%R"},
		{"j", "m", "j", "m", "M", "j", "\r", "l", "y", "x", "Y", "x", "\x07", "x", "R", "M",
			"m", "m"}}, /* what is marked is asked about before quitting */
	{"texts", {"%R", "--texts", "%T"},
		{"j", "l", "j", "\r", "j", "j", "j", "j", "j", "j", "j", "j", "j", "\r", "q", "\r",
			"k", "\r"}},
	{"no colours", {"%R", "--theme", "mono", "--ascii"}, {"j", "l", "j", "\r", "q"}},
	{"editor", {"%R"}, {"j", "e", "j"}, "VISUAL=/none/%H"},
	{"quotation", {"%R", "--at", "q0"}, {"z", " ", " ", "\r"}, NULL, 30, 12},
};

static void every_view(void **state)
{
	for (size_t i = 0; i < sizeof walks / sizeof *walks; i++)
		walk(state, &walks[i], NULL);
}

static void every_view_in_ascii(void **state)
{
	for (size_t i = 0; i < sizeof walks / sizeof *walks; i += effort_step(3))
		if (!walks[i].set)
			walk(state, &walks[i], "LC_ALL=C");
}

/* A file that was saved with problems, and then with bytes that are no text. */
static void problems_of_a_save(void **state)
{
	struct buf bytes = {0};
	struct pty *pty = begin(state, (const char *const[]){"%P", NULL}, NULL, 100, 30);
	pty_wait_text(pty, "Title");
	broken_make(&bytes);
	write_file(plain.text, &bytes);
	pty_wait_text(pty, "problem");
	type(pty, "j");
	type(pty, "j");
	buf_clear(&bytes);
	buf_text(&bytes, "title: x\nx: \033]0;PWN\a\x9b raw \xff\n");
	write_file(plain.text, &bytes);
	pty_wait_text(pty, "not saved as UTF-8");
	type(pty, "j");
	end(pty);
	look_at("problems", pty_written(pty), false);
	pty_end(state);
	buf_clear(&bytes);
	record_make(&bytes);
	write_file(plain.text, &bytes);
	buf_free(&bytes);
}

/* ---- what commands print on a terminal ---- */

static const char *const commands[][WORDS_MOST] = {
	{"check", "%R"},
	{"check", "%R", "%B"},
	{"check", "%B"},
	{"check", "/none/%H"},
	{"check", "%T"},
	{"check", "-f", "json", "%R", "%B"},
	{"check", "-f", "json", "/none/%H"},
	{"verify", "--texts", "%T", "%R"},
	{"verify", "--texts", "%T", "%B"},
	{"verify", "-f", "json", "--texts", "%T", "%R"},
	{"verify", "--texts", "/none/%H"},
	{"print", "%R"},
	{"print", "--brief", "-w", "40", "%R"},
	{"print", "--quotes-only", "%R"},
	{"print", "--positions", "%R"},
	{"print", "--compare", "e0,e1", "%R"},
	{"print", "--compare", "q0,q1", "%R"},
	{"print", "--worksheet", "--seed", "3", "%R"},
	{"print", "--worksheet", "--seed", "3", "-f", "man", "%R"},
	{"print", "-f", "man", "%R"},
	{"print", "-f", "html", "%R"},
	{"print", "-f", "html", "--positions", "%R"},
	{"print", "-f", "html", "--compare", "e0,e1", "%R"},
	{"print", "-f", "html", "--plan", "v0", "%R"},
	{"print", "-f", "html", "--worksheet", "--seed", "3", "%R"},
	{"print", "-f", "markdown", "%R"},
	{"print", "-f", "markdown", "--positions", "%R"},
	{"print", "-f", "markdown", "--compare", "e0,e1", "%R"},
	{"print", "-f", "markdown", "--plan", "v0", "%R"},
	{"print", "-f", "markdown", "--worksheet", "--seed", "3", "%R"},
	{"print", "-f", "yaml", "%R"},
	{"print", "-f", "json", "%R"},
	{"print", "-f", "jsonl", "%R"},
	{"print", "-f", "csl-json", "%R"},
	{"print", "-f", "timelinejs", "%R"},
	{"print", "-f", "webannotation", "%R"},
	{"print", "-f", "csv", "%R"},
	{"print", "-f", "csv-events", "%R"},
	{"print", "-f", "spreadsheet", "%R"},
	{"print", "-f", "gift", "--seed", "3", "%R"},
	{"print", "-f", "anki", "%R"},
	{"print", "-f", "biblatex", "%R"},
	{"print", "-Q", "Quotation", "%R"},
	{"print", "--view", "v0", "%R"},
	{"print", "%B"},
	{"snapshot", "--keys", "jjl", "%R"},
	{"snapshot", "--color", "always", "--keys", "i", "%R"},
	{"snapshot", "-f", "svg", "%R"},
	{"snapshot", "-f", "html", "%R"},
	{"snapshot", "-f", "%H"},
	{"%B"},
	{"--at", "%H", "%R"},
	{"--view", "%H", "%R"},
	{"print", "-Q", "speaker:%H", "%R"},
	{"print", "-Q", "%H:x", "%R"},
	{"print", "-Q", "\"%H", "%R"},
	{"print", "-f", "%H"},
	{"--as-of", "%H"},
	{"--as-of", "1918-%H"},
	{"--theme", "%H"},
	{"--color", "%H"},
	{"snapshot", "--size", "%H"},
	{"snapshot", "--keys", "<%H"},
	{"print", "-w", "%H"},
	{"--seed", "%H"},
	{"--%H"},
	{"--the%H=x"},
	{"-\x9b"},
	{"-\033"},
	{"--texts", "%H"},
	{"print", "--compare", "%H"},
	{"print", "--compare", "%H,%H"},
	{"%H"},
};

static void run(void **state, const char *const *words, const char *set, bool ascii)
{
	struct pty *pty = begin(state, words, set, 100, 30);
	pty_wait_end(pty);
	look_at(words[0] ? words[0] : "truce", pty_written(pty), ascii);
	assert_true(pty_written(pty)[0]);
	pty_end(state);
}

static void every_command(void **state)
{
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i += effort_step(1))
		run(state, commands[i], NULL, false);
}

static void every_command_in_ascii(void **state)
{
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i += effort_step(3))
		run(state, commands[i], "LC_ALL=C", true);
}

static void the_environment(void **state)
{
	run(state, (const char *const[]){"%R", NULL}, "TERM=%H", false);
	run(state, (const char *const[]){"print", "%R", NULL}, "LC_ALL=%H", true);
	run(state, (const char *const[]){"print", "%R", NULL}, "LC_ALL=%H.UTF-8", false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(every_view, pty_end),
		cmocka_unit_test_teardown(every_view_in_ascii, pty_end),
		cmocka_unit_test_teardown(problems_of_a_save, pty_end),
		cmocka_unit_test_teardown(every_command, pty_end),
		cmocka_unit_test_teardown(every_command_in_ascii, pty_end),
		cmocka_unit_test_teardown(the_environment, pty_end),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
