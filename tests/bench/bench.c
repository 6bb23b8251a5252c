/* bench PROGRAMS TRUCE [short]: how fast truce is beside floors, programs that do no more than the
 * machine must (each says at its head what it is; they lie in PROGRAMS). Floor and truce run in
 * turn, and what is compared is the median of the ratios, so that a busy machine slows both.
 * Absolute times are worth nothing elsewhere, ratios are.
 *
 * `short` runs all of it on tiny records, to see that it runs. */
#include "tests/bench/measure.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SIZES = 3, PATH_ROOM = 512, SILENCE = 8, LONG_SILENCE = 60 };

struct bench {
	const char *programs, *truce;
	bool brief;
	long sizes[SIZES]; /* events */
	char files[SIZES][PATH_ROOM];
	double bytes[SIZES];
	char folder[PATH_ROOM];
};

/* ---- the table ---- */

static void row(
	const char *what, const char *unit, double floor, double ours, double ratio, double most)
{
	char limit[16] = "";
	if (most > 0)
		snprintf(limit, sizeof limit, "<= %.2f", most);
	printf("%-46s", what);
	if (floor > 0)
		printf("%11.2f", floor);
	else
		printf("%11s", "");
	printf("%11.2f %-4s%8.2f  %-8s%s\n", ours, unit, ratio, limit,
		most > 0 && ratio > most ? " over" : "");
	fflush(stdout);
}

/* A number with a limit of its own. */
static void fact(const char *what, const char *unit, double ours, double most)
{
	char limit[24];
	snprintf(limit, sizeof limit, "<= %g", most);
	printf("%-46s%11s%11.2f %-4s%8s  %-8s%s\n", what, "", ours, unit, "", limit,
		ours > most ? " over" : "");
	fflush(stdout);
}

static const char *text(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Valid until the eighth call after. */
static const char *text(const char *format, ...)
{
	static char texts[8][PATH_ROOM + 64];
	static unsigned next;
	char *into = texts[next++ % 8];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(into, sizeof texts[0], format, arguments);
	va_end(arguments);
	return into;
}

/* Floors and what truce took, in turn. */
struct pairs {
	struct numbers floors, ours, ratios;
};

static void pairs_add(struct pairs *pairs, double floor, double ours)
{
	numbers_add(&pairs->floors, floor);
	numbers_add(&pairs->ours, ours);
	if (floor > 0)
		numbers_add(&pairs->ratios, ours / floor);
}

static void pairs_end(struct pairs *pairs, const char *what, const char *unit, double most)
{
	row(what, unit, numbers_median(&pairs->floors), numbers_median(&pairs->ours),
		numbers_median(&pairs->ratios), most);
	numbers_free(&pairs->floors);
	numbers_free(&pairs->ours);
	numbers_free(&pairs->ratios);
}

/* ---- records ---- */

static void record_make(struct bench *bench, int which)
{
	struct stat status;
	char command[2 * PATH_ROOM + 64];
	snprintf(bench->files[which], PATH_ROOM, "%.400s/%ld.yaml", bench->folder,
		bench->sizes[which]);
	snprintf(command, sizeof command, "'%s/record' %ld >'%s'", bench->programs,
		bench->sizes[which], bench->files[which]);
	if (system(command) != 0 || stat(bench->files[which], &status) != 0) {
		fprintf(stderr, "bench: %s: no record\n", bench->files[which]);
		exit(2);
	}
	bench->bytes[which] = (double)status.st_size;
}

static void records_remove(const struct bench *bench)
{
	for (int i = 0; i < SIZES; i++)
		unlink(bench->files[i]);
	rmdir(bench->folder);
}

/* ---- whole runs ---- */

static void load_measure(const struct bench *bench, int which)
{
	static const int times[SIZES] = {31, 11, 5};
	const char *floor[] = {text("%s/floor_load", bench->programs), bench->files[which], NULL};
	const char *ours[] = {bench->truce, "check", bench->files[which], NULL};
	struct pairs wall = {0}, user = {0};
	struct numbers peak = {0};
	for (int i = 0; i < (bench->brief ? 1 : times[which]); i++) {
		struct run one = measure_run(floor), two = measure_run(ours);
		pairs_add(&wall, one.wall, two.wall);
		pairs_add(&user, one.user, two.user);
		numbers_add(&peak, two.peak * 1024 / 1e6);
	}
	pairs_end(&wall, text("load %ld events, all checked", bench->sizes[which]), "ms", 1.25);
	pairs_end(&user, "  of it outside the system", "ms", 0);
	double most = bench->bytes[which] * 1.3 + 4e6;
	row("  memory at its peak, of the file x 1.3 + 4 MB", "MB", most / 1e6,
		numbers_median(&peak), numbers_median(&peak) * 1e6 / most, 1);
	numbers_free(&peak);
}

static void print_measure(const struct bench *bench, const char *format)
{
	const char *file = bench->files[SIZES - 1];
	const char *floor[] = {bench->truce, "check", file, NULL};
	const char *ours[] = {bench->truce, "print", "--format", format, file, NULL};
	struct pairs wall = {0}, peak = {0};
	for (int i = 0; i < (bench->brief ? 1 : 3); i++) {
		struct run one = measure_run(floor), two = measure_run(ours);
		pairs_add(&wall, one.wall, two.wall);
		pairs_add(&peak, one.peak * 1024 / 1e6, two.peak * 1024 / 1e6);
	}
	pairs_end(&wall,
		text("print %ld events as %s, of their load", bench->sizes[SIZES - 1], format),
		"ms", 2);
	pairs_end(&peak, "  memory", "MB", 1.05);
}

static void search_measure(const struct bench *bench)
{
	char line[256], name[64];
	double floor, ours;
	FILE *stream = popen(
		text("'%s/search' '%s'", bench->programs, bench->files[SIZES - 1]), "r");
	while (stream && fgets(line, sizeof line, stream)) {
		if (sscanf(line, "%63s %lf %lf", name, &floor, &ours) != 3)
			continue;
		if (!strncmp(name, "first:", 6))
			fact(text("  the first hit of \"%s\"", name + 6), "ms", ours, 5);
		else if (!strncmp(name, "count:", 6))
			row(text("search: count all hits of \"%s\"", name + 6), "ms", floor, ours,
				floor > 0 ? ours / floor : 0, 1.5);
		else
			row(text("search: fold the text of %ld events", bench->sizes[SIZES - 1]),
				"ms", floor, ours, floor > 0 ? ours / floor : 0, 1.5);
	}
	if (!stream || pclose(stream) != 0) {
		fprintf(stderr, "bench: search failed\n");
		exit(2);
	}
}

/* ---- in a terminal ---- */

static double frame_once(const char *const *arguments)
{
	struct terminal terminal = terminal_start(arguments);
	struct answer answer = terminal_settle(&terminal, terminal.started, LONG_SILENCE);
	terminal_end(&terminal);
	return answer.ms;
}

static void frame_measure(const struct bench *bench, int which)
{
	const char *floor[] = {text("%s/floor_frame", bench->programs), bench->files[which], NULL};
	const char *ours[] = {bench->truce, bench->files[which], NULL};
	struct pairs pairs = {0};
	for (int i = 0; i < (bench->brief ? 1 : 21); i++) {
		double one = frame_once(floor);
		pairs_add(&pairs, one, frame_once(ours));
	}
	pairs_end(&pairs, text("first picture of %ld events", bench->sizes[which]), "ms", 1.3);
}

/* The same key typed into both, in turn. */
static void key_measure(
	const struct bench *bench, struct terminal *floor, struct terminal *ours, long events)
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
	pairs_end(&time, text("key `j` among %ld events", events), "ms", 1.3);
	pairs_end(&bytes, "  bytes to the terminal", "", 1.2);
	fact("  writes", "", writes, 1);
}

static void burst_measure(const struct bench *bench, struct terminal *floor, struct terminal *ours)
{
	char keys[201] = "";
	memset(keys, 'j', bench->brief ? 4 : 200);
	struct answer one = terminal_type(floor, keys, LONG_SILENCE);
	double writes = terminal_number(ours, "io", "syscw");
	struct answer two = terminal_type(ours, keys, LONG_SILENCE);
	writes = terminal_number(ours, "io", "syscw") - writes;
	row("200 keys at once, of all drawn one by one", "ms", one.ms, two.ms, two.ms / one.ms, 0);
	fact("  pictures drawn", "", writes, 3);
}

static void idle_measure(const struct bench *bench, const struct terminal *ours)
{
	static const char wakes[] = "voluntary_ctxt_switches";
	double before = terminal_number(ours, "status", wakes);
	double writes = terminal_number(ours, "io", "syscw");
	usleep(bench->brief ? 1000 : 2000 * 1000);
	fact("2 seconds of nothing: woken up", "", terminal_number(ours, "status", wakes) - before,
		0);
	fact("  writes", "", terminal_number(ours, "io", "syscw") - writes, 0);
}

static void keys_measure(const struct bench *bench, int which)
{
	const char *file = bench->files[which];
	struct terminal floor = terminal_start(
		(const char *[]){text("%s/floor_keys", bench->programs), file, NULL});
	terminal_settle(&floor, floor.started, 4 * LONG_SILENCE);
	struct terminal ours = terminal_start((const char *[]){bench->truce, file, NULL});
	terminal_settle(&ours, ours.started, 4 * LONG_SILENCE);
	key_measure(bench, &floor, &ours, bench->sizes[which]);
	burst_measure(bench, &floor, &ours);
	idle_measure(bench, &ours);
	double most = bench->bytes[which] * 1.3 + 4e6;
	double memory = terminal_number(&ours, "status", "VmRSS") * 1024;
	row("memory of the explorer, of the file x 1.3 + 4 MB", "MB", most / 1e6, memory / 1e6,
		memory / most, 1);
	terminal_end(&ours);
	terminal_end(&floor);
}

int main(int argc, char **argv)
{
	struct bench bench = {.sizes = {1000, 10000, 100000}};
	if (argc < 3) {
		fprintf(stderr, "usage: bench PROGRAMS TRUCE [short]\n");
		return 2;
	}
	bench.programs = argv[1];
	bench.truce = argv[2];
	bench.brief = argc > 3;
	for (int i = 0; bench.brief && i < SIZES; i++)
		bench.sizes[i] = 20 + i;
	const char *folder = getenv("TMPDIR");
	snprintf(bench.folder, sizeof bench.folder, "%.400s/truce-bench-XXXXXX",
		folder ? folder : "/tmp");
	if (!mkdtemp(bench.folder)) {
		perror(bench.folder);
		return 2;
	}
	printf("%-46s%11s%11s     %8s  %s\n", "what", "floor", "truce", "ratio", "should be");
	for (int i = 0; i < SIZES; i++)
		record_make(&bench, i);
	for (int i = 0; i < SIZES; i++)
		load_measure(&bench, i);
	frame_measure(&bench, 0);
	keys_measure(&bench, 0);
	keys_measure(&bench, SIZES - 1);
	search_measure(&bench);
	print_measure(&bench, "json");
	print_measure(&bench, "text");
	records_remove(&bench);
	return 0;
}
