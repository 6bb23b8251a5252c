/* Whole runs: loading beside libyaml's bare loop, printing beside loading, verifying beside half as much. */
#include "tests/bench/bench.h"
#include "tests/bench/table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- loading ---- */

static void load_measure(const struct bench *bench, enum bench_size size)
{
	static const int times[SIZES] = {31, 11, 5};
	const char *floor[] = {
		table_text("%s/floor_load", bench->programs), bench->files[size], NULL};
	const char *ours[] = {bench->truce, "check", bench->files[size], NULL};
	struct pairs wall = {0}, user = {0};
	struct numbers peak = {0};
	for (int i = 0; i < (bench->brief ? 1 : times[size]); i++) {
		struct run one = measure_run(floor), two = measure_run(ours);
		pairs_add(&wall, one.wall, two.wall);
		pairs_add(&user, one.user, two.user);
		numbers_add(&peak, two.peak * 1024 / 1e6);
	}
	pairs_row(
		&wall, table_text("load %ld events, all checked", bench->sizes[size]), "ms", 1.25);
	pairs_row(&user, "  of it outside the system", "ms", 0);
	double most = bench->bytes[size] * 1.35 + 4e6;
	table_row("  memory at its peak, of the file x 1.35 + 4 MB", "MB", most / 1e6,
		numbers_median(&peak), 1);
	numbers_free(&peak);
}

/* Instructions of a run by valgrind, in millions; 0 where it is not installed. */
static double instructions(const char *command)
{
	char line[256];
	double count = 0;
	FILE *stream = popen(table_text("valgrind --tool=callgrind --callgrind-out-file=/dev/null "
					"%s 2>&1 >/dev/null",
				     command),
		"r");
	while (stream && fgets(line, sizeof line, stream)) {
		const char *found = strstr(line, "Collected : ");
		if (found)
			count = strtod(found + strlen("Collected : "), NULL) / 1e6;
	}
	if (stream)
		pclose(stream);
	return count;
}

static void instructions_measure(const struct bench *bench)
{
	const char *what = table_text("load %ld events, in instructions", bench->sizes[SMALL]);
	double floor = instructions(
		table_text("'%s/floor_load' '%s'", bench->programs, bench->files[SMALL]));
	double ours = instructions(
		table_text("'%s' check '%s'", bench->truce, bench->files[SMALL]));
	if (floor > 0)
		table_row(what, "M", floor, ours, 1.2);
	else
		table_gap(what, "needs valgrind");
}

void whole_loading(const struct bench *bench)
{
	table_head("Loading, beside libyaml's bare loop");
	instructions_measure(bench);
	for (int i = 0; i < SIZES; i++)
		load_measure(bench, i);
}

/* ---- printing ---- */

static void print_measure(const struct bench *bench, const char *format)
{
	const char *file = bench->files[MIDDLE];
	const char *floor[] = {bench->truce, "check", file, NULL};
	const char *ours[] = {bench->truce, "print", "--format", format, file, NULL};
	struct pairs wall = {0}, peak = {0};
	for (int i = 0; i < (bench->brief ? 1 : 5); i++) {
		struct run one = measure_run(floor), two = measure_run(ours);
		pairs_add(&wall, one.wall, two.wall);
		pairs_add(&peak, one.peak * 1024 / 1e6, two.peak * 1024 / 1e6);
	}
	pairs_row(&wall, format, "ms", 1.5);
	pairs_row(&peak, "  memory", "MB", 1.05);
}

/* In every format that the program has, but a page, which is two of them in a template. */
void whole_printing(const struct bench *bench)
{
	char line[256];
	FILE *stream = popen(table_text("'%s' print --list-formats", bench->truce), "r");
	table_head(table_text("Printing %ld events, beside loading them", bench->sizes[MIDDLE]));
	while (stream && fgets(line, sizeof line, stream)) {
		line[strcspn(line, " \n")] = '\0';
		if (strcmp(line, "page") != 0)
			print_measure(bench, line);
	}
	if (!stream || pclose(stream) != 0) {
		fprintf(stderr, "bench: %s names no formats\n", bench->truce);
		exit(2);
	}
}

/* ---- verifying ---- */

enum { LINE_BYTES = 48 };

/* A text of one line again and again, as a form or a liturgy is: nothing in it is rare. */
static void text_write(const char *folder, long lines)
{
	FILE *file = fopen(table_text("%s/s000.txt", folder), "w");
	for (long i = 0; file && i < lines; i++)
		fputs("and the parties have agreed on what follows here\n", file);
	if (!file || fclose(file) != 0) {
		perror("bench");
		exit(2);
	}
}

/* How long it takes for so many quotations of it. */
static double verify_once(const struct bench *bench, long quotes)
{
	const char *record = bench_record(bench, "repeated", quotes);
	const char *texts = table_text("--texts=%s", bench->folder);
	return measure_run(
		(const char *[]){"sh", "-c", "\"$0\" verify \"$1\" \"$2\"; test $? -le 1",
			bench->truce, texts, record, NULL})
		.wall;
}

/* Twice the quotations, and twice the text. */
void whole_verifying(const struct bench *bench)
{
	long quotes = bench->brief ? 4 : 400, lines = bench->brief ? 8 : 1000000 / LINE_BYTES;
	struct pairs of_quotes = {0}, of_text = {0};
	table_head("Verifying in a text of one repeated line");
	for (int i = 0; i < (bench->brief ? 1 : 7); i++) {
		text_write(bench->folder, lines);
		double once = verify_once(bench, quotes);
		pairs_add(&of_quotes, once, verify_once(bench, 2 * quotes));
		text_write(bench->folder, 2 * lines);
		pairs_add(&of_text, once, verify_once(bench, quotes));
	}
	pairs_row(&of_quotes, "twice the quotations", "ms", 2.2);
	pairs_row(&of_text, "twice the text", "ms", 2.2);
}
