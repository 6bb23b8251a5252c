/* In a terminal: from a key to the last byte of what is drawn, beside programs that only draw. */
#include "tests/bench/bench.h"
#include "tests/bench/table.h"

#include <string.h>
#include <unistd.h>

/* Milliseconds after which nothing more is expected: of a key, and of what may do work in between. */
enum { SILENCE = 8, LONG_SILENCE = 60, LOADING = 240 };

static struct terminal terminal_open(const char *program, const char *file)
{
	struct terminal terminal = terminal_start((const char *[]){program, file, NULL});
	terminal_opened(&terminal, LOADING);
	return terminal;
}

/* ---- the first picture ---- */

static double picture_once(const char *program, const char *file)
{
	struct terminal terminal = terminal_start((const char *[]){program, file, NULL});
	struct answer answer = terminal_settle(&terminal, terminal.started, LONG_SILENCE);
	terminal_end(&terminal);
	return answer.ms;
}

/* Where `file` is that which is built in, truce is started without one. */
static void picture_measure(
	const struct bench *bench, const char *what, const char *file, bool built_in, double most)
{
	const char *floor = table_text("%s/floor_frame", bench->programs);
	struct pairs pairs = {0};
	for (int i = 0; i < (bench->brief ? 1 : 21); i++) {
		double one = picture_once(floor, file);
		pairs_add(&pairs, one, picture_once(bench->truce, built_in ? NULL : file));
	}
	pairs_row(&pairs, what, "ms", most);
}

void typed_start(const struct bench *bench)
{
	table_head("The first picture, beside curses drawing one");
	picture_measure(bench, "the built-in record", "events.yaml", true, 1.15);
	picture_measure(bench, table_text("%ld events", bench->sizes[SMALL]), bench->files[SMALL],
		false, 1.3);
}

/* ---- a key ---- */

/* The same key typed into both, in turn. */
static void key_measure(
	const struct bench *bench, const struct terminal *floor, const struct terminal *ours)
{
	struct pairs time = {0}, bytes = {0};
	int keys = bench->brief ? 3 : 150;
	double writes = terminal_number(ours, "io", "syscw");
	for (int i = 0; i < keys; i++) {
		struct answer one = terminal_type(floor, "j", SILENCE);
		struct answer two = terminal_type(ours, "j", SILENCE);
		pairs_add(&time, one.ms, two.ms);
		pairs_add(&bytes, (double)one.bytes, (double)two.bytes);
	}
	writes = (terminal_number(ours, "io", "syscw") - writes) / keys;
	pairs_row(&time, "j", "ms", 1.3);
	pairs_row(&bytes, "  bytes to the terminal", "", 1.2);
	table_fact("  writes", "", writes, 1);
}

static void burst_measure(
	const struct bench *bench, const struct terminal *floor, const struct terminal *ours)
{
	char keys[201] = "";
	memset(keys, 'j', bench->brief ? 4 : 200);
	struct answer one = terminal_type(floor, keys, LONG_SILENCE);
	double writes = terminal_number(ours, "io", "syscw");
	struct answer two = terminal_type(ours, keys, LONG_SILENCE);
	writes = terminal_number(ours, "io", "syscw") - writes;
	table_row("200 times j at once, of all drawn one by one", "ms", one.ms, two.ms, 0);
	table_fact("  pictures drawn", "", writes, 3);
}

static void idle_measure(const struct bench *bench, const struct terminal *ours)
{
	static const char wakes[] = "voluntary_ctxt_switches";
	double before = terminal_number(ours, "status", wakes);
	double writes = terminal_number(ours, "io", "syscw");
	usleep(bench->brief ? 1000 : 2000 * 1000);
	table_fact("2 seconds of nothing: woken up", "",
		terminal_number(ours, "status", wakes) - before, 0);
	table_fact("  writes", "", terminal_number(ours, "io", "syscw") - writes, 0);
}

void typed_keys(const struct bench *bench, enum bench_size size)
{
	struct terminal floor = terminal_open(
		table_text("%s/floor_keys", bench->programs), bench->files[size]);
	struct terminal ours = terminal_open(bench->truce, bench->files[size]);
	table_head(table_text("A key among %ld events, beside curses", bench->sizes[size]));
	key_measure(bench, &floor, &ours);
	burst_measure(bench, &floor, &ours);
	idle_measure(bench, &ours);
	double most = bench->bytes[size] * 1.3 + 4e6;
	double memory = terminal_number(&ours, "status", "VmRSS") * 1024;
	table_row("memory, of the file x 1.3 + 4 MB", "MB", most / 1e6, memory / 1e6, 1);
	terminal_end(&ours);
	terminal_end(&floor);
}

/* ---- what is typed to find ---- */

/* Leaves a prompt, or takes back what it left. */
static void escape(const struct terminal *ours, const char *also)
{
	terminal_type(ours, "\033", LONG_SILENCE);
	if (*also)
		terminal_type(ours, also, LONG_SILENCE);
}

static double prompt_first(const struct terminal *ours, const char *before, const char *typed)
{
	terminal_type(ours, before, LONG_SILENCE);
	return terminal_type(ours, typed, LONG_SILENCE).first;
}

static void paste_measure(const struct bench *bench, const struct terminal *ours, double most)
{
	static const char pasted[] = "theme:t003 border by:p001 date:1950..1959 of";
	struct numbers times = {0};
	for (int i = 0; i < (bench->brief ? 1 : 7); i++) {
		terminal_type(ours, "&", LONG_SILENCE);
		numbers_add(&times, terminal_type(ours, pasted, LONG_SILENCE).ms);
		escape(ours, "");
	}
	table_fact("a query of 43 characters pasted behind &", "ms", numbers_median(&times), most);
	numbers_free(&times);
}

/* What the search says first; that it counts on behind that, the rows of search.c tell. */
static void search_measure(const struct bench *bench, const struct terminal *ours)
{
	struct numbers first = {0}, absent = {0}, further = {0}, picture = {0};
	for (int i = 0; i < (bench->brief ? 1 : 7); i++) {
		numbers_add(&picture, terminal_type(ours, i % 2 ? "k" : "j", LONG_SILENCE).first);
		numbers_add(&first, prompt_first(ours, "/", "t"));
		for (const char *letter = "reaty"; *letter; letter++)
			numbers_add(&further,
				terminal_type(ours, (const char[]){*letter, '\0'}, LONG_SILENCE)
					.first);
		escape(ours, "");
		/* Each time another, since what is known to stand nowhere is not looked for. */
		numbers_add(&absent, prompt_first(ours, "/", table_text("zq%cxw", 'a' + i)));
		escape(ours, "");
	}
	table_fact("/t: the first answer", "ms", numbers_median(&first), 5);
	table_fact("  a further letter, beyond what j takes", "ms",
		numbers_median(&further) - numbers_median(&picture), 1);
	table_fact("/ and a word that stands nowhere", "ms", numbers_median(&absent), 6);
	numbers_free(&first);
	numbers_free(&absent);
	numbers_free(&further);
	numbers_free(&picture);
}

void typed_prompts(const struct bench *bench)
{
	static const double pastes[SIZES] = {0, 6, 40};
	for (int size = MIDDLE; size <= LARGE; size++) {
		struct terminal ours = terminal_open(bench->truce, bench->files[size]);
		table_head(table_text("Typed to find among %ld events", bench->sizes[size]));
		terminal_type(&ours, "/a", 4 * LOADING); /* now all of the text is folded */
		escape(&ours, "");
		paste_measure(bench, &ours, pastes[size]);
		search_measure(bench, &ours);
		terminal_end(&ours);
	}
}

/* ---- reading the file again ---- */

void typed_reload(const struct bench *bench)
{
	struct terminal ours = terminal_open(bench->truce, bench->files[LARGE]);
	struct answer answer = terminal_type(&ours, "R", bench->brief ? LOADING : 4000);
	double most = bench->bytes[LARGE] * 2.5 + 4e6;
	double peak = terminal_number(&ours, "status", "VmHWM") * 1024;
	table_head(table_text("%ld events read again", bench->sizes[LARGE]));
	table_fact("a word about it", "ms", answer.first, 250);
	table_row("memory at its peak, of the file x 2.5 + 4 MB", "MB", most / 1e6, peak / 1e6, 1);
	terminal_end(&ours);
}
